# 程序对读者说的话，简体中文。花括号里的由程序填入；$undo、$search、$help、$quit 是读者用来撤销、查找、看帮助、退出的键，
# 每条消息里都可以用。

## 文档
guide-title = 看书入门
standard-input = 标准输入
first-document = 看按键请按 { $help }，退出按 { $quit }。
reloaded = 已重新载入。
reads-no-more = 不再读入，这里只有开头的部分。
encoding-fixed = 这种格式自己写明了编码。
width = 栏宽 { $cells } 列
widest = 栏宽 { $cells } 列，已是最宽
narrowest = 栏宽 { $cells } 列，已是最窄
ambiguous-wide = “ — ① 这类符号按两列显示。
ambiguous-narrow = “ — ① 这类符号按一列显示。
sticky = 首行固定显示本节标题。
not-sticky = 首行不再固定显示标题。

## 状态栏和目录
time-left = 余 { $document }
time-left-both = 本节余 { $section }，全文余 { $document }
time-minutes = { $minutes } 分钟
time-hours = { $hours } 小时 { $minutes } 分
status-section = 第 { $number }/{ $total } 节
status-page = 原书第 { $page } 页
status-help = { $key } 帮助
contents-unit = 字

## 按键和输入
line-full = 一行最多输入 { $most } 个字符。
nothing-goes-on = 没有正在进行的操作；退出按 { $quit }。
no-such-command = 没有命令 { $typed }；看按键请按 { $help }。
no-such-command-near = 没有命令 { $typed }；是不是 { $meant }？
takes-letter = 它后面要跟一个字母：标记以字母为名。
nothing-to-write = 不用保存：原文不会改动，你的记录会自动保存。
no-such-key = { $keys } 在这里没有作用；看按键请按 { $help }。
less-option = 这里有 -N 和 -S；less 的其他选项是设置：:set 修改一项，:settings 列出全部。

## 所在位置
start = 已到开头。
end = 已到结尾。
end-so-far = 已到目前收到的结尾。
top-row = 正在读的就是首行。
place-line = 原文第 { $line } 行，{ $percent }%
place = { $percent }%
counting-lines = 数完行数后跳到第 { $line } 行。
looking-for-page = 找到第 { $name } 页的位置后就跳过去。
no-lines = 这个文档没有行号。
no-pages = 这个文档没有标出纸书的页码。
all-lines = 重新显示所有行。
line-start = 这里是行首。
nothing-wider = 这一页没有更长的行。
nothing-cut = 段落不截断；:setlocal view=verbatim 按原样显示各行。

## 标记和书签
keeping = 还没有写入磁盘（撤销按 { $undo }）。
mark-set = 已标记：按 ' 再按 { $letter } 回到这里。
no-such-mark = 没有标记 { $letter }；按 m 再按 { $letter } 设置。
bookmarked = 已加书签（撤销按 { $undo }）：{ $words }
named = 已命名：{ $name }
highlighted = 已划线（撤销按 { $undo }）：{ $words }
note-kept = 已批注（撤销按 { $undo }）：{ $words }
note-unkept = 写的还没有保存：按 { $keep } 保存，再按一次 { $leave } 放弃。
note-left = 批注没有改动；按 { $undo } 找回刚才写的。
note-full = 一条批注最多 { $most } KiB，超出的没有记下。
no-highlight = 这里没有划线，也没有批注。
no-bookmarks = 还没有书签：按 m 再按回车添加。
no-notes = 还没有划线和批注：选中文字，再按 c 和 1 到 4，或按 a。
marks-full = 一个文档最多 { $most } 个标记，不能再加了。
mark-deleted = 已删除（撤销按 { $undo }）：{ $words }
mark-undone = 已恢复：{ $words }
mark-back = 已恢复{ $kind ->
        [letter] 标记
        [highlight] 划线
        [note] 批注
       *[bookmark] 书签
    }：{ $words }
mark-gone = 已取消{ $kind ->
        [letter] 标记
        [highlight] 划线
        [note] 批注
       *[bookmark] 书签
    }：{ $words }
no-mark-to-undo = 没有可撤销的标记。
nothing-changed = 没有可撤销的改动。
encoding-kept = 今后按 { $encoding } 读（撤销按 { $undo }）
encoding-back = 已恢复：{ $encoding }

## 前后跳转
no-way-back = 没有可以返回的跳转。
no-way-forward = 前面没有跳转了。

## 章节
no-sections = 这个文档没有章节。
last-section = 这是最后一节。
no-such-section = 没有叫“{ $wanted }”的章节。
no-such-page = 没有叫“{ $wanted }”的页；有 { $names }。
page-names = 有 { $names }。
sections-kept = 保留目前找到的章节。

## 目录的更正
corrections-lost = 有 { $count } 行更正在文中找不到了。
heading = { $level } 级标题（撤销按 { $undo }）：{ $words }
no-heading = 不是标题（撤销按 { $undo }）：{ $words }
line-undone = 已恢复：{ $words }
rule-undone = 已恢复：所有同类的行
nothing-to-undo = 没有可撤销的更正。
no-line = 这里没有可选的行。
mid-paragraph = 这一行在段落中间。
no-example = 看不出特征：没有编号和记号，也不是全大写。
rules-large = 这类规则最多占 { $most } MiB 内存，不能再加了；撤销按 { $undo }。
rules-full = 这类规则最多 { $most } 条，不能再加了；撤销按 { $undo }。
rules-cut = 规则匹配的行超过 { $most } 行：其余保持原样。
looking-for-alike = 正在找同类的行……
looking-for-alike-later = 全文到齐后再找同类的行。
alike-headings =
    { $count ->
        [0] 文中没有同类的行；撤销按 { $undo }
        [1] 只有这一行是这样，已设为标题；撤销按 { $undo }
       *[other] 同类的 { $count } 行已设为标题；撤销按 { $undo }
    }
alike-no-headings =
    { $count ->
        [0] 文中没有同类的行；撤销按 { $undo }
        [1] 只有这一行是这样，已不算标题；撤销按 { $undo }
       *[other] 同类的 { $count } 行已不算标题；撤销按 { $undo }
    }

## 选择文字
no-text = 这里没有文字。
too-much = 选的文字太多了。

## 查找
no-search = 还没有查找过：按 { $search } 开始查找。
not-found = 没有找到。
no-word = 这里没有词。
command-set = 更改设置并保存
command-setlocal = 只为这份文档设置，并保留
no-dictionary = 还没有设词典：请在 config.toml 里写上 dictionary = "sdcv --non-interactive --utf8-output"。
looking-up = 正在查：{ $word }
dictionary-secure = 用了 --secure，不运行别的程序。
dictionary-missing = 没有“{ $program }”这个程序。
dictionary-failed = “{ $program }”出错：{ $error }
dictionary-late = “{ $program }”用时太久。
dictionary-silent = 词典里没有“{ $word }”。
window-meaning = 词典
action-mouse = 鼠标交给终端，或收回
action-dictionary = 查词典：匹配的词，或本页第一个词
setting-dictionary = 查词的命令，词是它的最后一个参数
past-end = 已到结尾，从头继续。
past-start = 已到开头，从结尾继续。

## 帮助
help-head = 按键（5{ $row_down }：按五次）
help-head-plain = 按键
help-more = ↓ 还有
help-list = 在列表里
help-marking = 设标题时
help-selecting = 选择文字时
help-prompt = 输入查找时
help-command = 在命令行里
help-switches = 在查找选项里
help-signs = 正文旁的符号
sign-goes-on = 这一行在下一行接着
sign-cut = 这一行在这一侧还有
sign-quotation = 引文
sign-bookmark = 书签
sign-note = 自己的批注

## 页面上的操作；$key 是它的第一个键
action-row_down = 下移一行
action-row_up = 上移一行
action-page_down = 下一页
action-page_up = 上一页
action-half_page_down = 下半页
action-half_page_up = 上半页
action-start = 到开头
action-end = 到结尾；50{ $key } 到第 50 行
action-percent = 50{ $key } 到全文的 50%
action-place = 显示行号和百分比
action-top_row = 首行
action-middle_row = 把中间一行移到页首
action-bottom_row = 把末行移到页首
action-row_to_top = 把当前结果移到页首
action-row_to_middle = 把当前结果移到页中
action-row_to_bottom = 把当前结果移到页尾
action-next_section = 下一节
action-previous_section = 上一节
action-next_paragraph = 下一段
action-previous_paragraph = 上一段
action-next_sentence = 下一句
action-previous_sentence = 上一句
action-back = 回到跳转前的位置
action-forward = 再往前跳
action-swap = 在两处之间来回
action-set_mark = 用一个字母标记此处
action-go_to_mark = 回到字母标记处
action-bookmark = 在此处加书签
action-bookmarks = 书签列表
action-note = 给页首的段落写批注
action-notes = 划线和批注列表
action-undo_marks = 撤销最后一次改动
action-contents = 目录
action-to_list = 页面旁的列表
action-mark = 把一行设为标题
action-select = 选择文字
action-search = 查找，边输入边找
action-search_back = 向前查找
action-search_word = 查找此处的词
action-matches = 列出所有结果
action-filter = 只看含某词的行
action-next_match = 下一个结果
action-previous_match = 上一个结果
action-toggle_sticky = 首行固定显示标题
action-widen = 加宽栏宽
action-scroll_left = 长行向左移
action-scroll_right = 长行向右移
action-narrow = 收窄栏宽
action-reset_width = 恢复原来的栏宽
action-encodings = 换编码
action-toggle_ambiguous = “ — 占 1 列或 2 列
action-follow = 跟随文件增长
action-reload = 重新读入文件
action-redraw = 重绘屏幕
action-stop = 停止当前操作
action-command_line = 命令行
action-help = 本帮助
action-suspend = 挂起；用 fg 回来
action-quit = 退出

## 列表里的操作
action-go = 前往
action-leave_list = 留在原处
action-keep_list = 保持打开，继续阅读
action-next_entry = 下一项
action-previous_entry = 上一项
action-next_entries = 下翻一页
action-previous_entries = 上翻一页
action-first_entry = 第一项
action-last_entry = 最后一项
action-unfold = 展开，或进入下层
action-fold = 折叠，或回到上层
action-fold_all = 全部折叠或展开
action-drop_section = 删除；目录里是取消标题
action-name = 给书签命名，改批注
action-outer = 升一级
action-deeper = 降一级
action-sections_alike = 同类的行一起改
action-undo = 撤销

## 设标题时的操作
action-turn = 设为标题，或取消
action-line_down = 下一行
action-line_up = 上一行
action-drop_heading = 这不是标题
action-heading_out = 升一级
action-heading_in = 降一级
action-headings_alike = 同类的行一起改
action-undo_mark = 撤销更正
action-leave_marking = 继续阅读

## 选择文字时的操作
action-select_on = 后一个字
action-select_back = 前一个字
action-select_word_on = 到词尾
action-select_word_back = 到词首
action-select_row_on = 下一行
action-select_row_back = 上一行
action-select_row_end = 到行尾
action-select_row_start = 到行首
action-select_sentence_on = 到句尾
action-select_sentence_back = 到句首
action-select_paragraph_on = 到段尾
action-select_paragraph_back = 到段首
action-select_page_on = 下一页
action-select_page_back = 上一页
action-select_half_page_on = 下半页
action-select_half_page_back = 上半页
action-select_to_start = 到文档开头
action-select_to_end = 到文档结尾
action-other_end = 换另一端移动
action-select_word = 选这个词
action-select_sentence = 选这句
action-select_paragraph = 选这段
action-search_selection = 查找选中的文字
action-leave_selecting = 继续阅读

## 输入查找时的操作和选项
action-keep = 留在找到的地方
action-leave = 回到查找前的位置
action-older = 更早的查找
action-newer = 更近的查找
action-regex = 正则表达式
action-whole_words = 整词匹配
action-pinyin = 拼音：gs 可找到 公司
action-switches = 全部选项：大小写、全半角、简繁……
action-turn_regex = 正则表达式
action-turn_whole_words = 整词匹配
action-turn_pinyin = 拼音：gs 公司
action-turn_case = a 和 A
action-turn_width = A 和 Ａ
action-turn_han = 国 和 國
action-turn_kana = ひ 和 ヒ
action-turn_punctuation = , 和 ，
action-turn_accents = e 和 é
action-turn_numbers = 12 和 十二

## 命令行里的操作
action-complete = 补全名称

## 选项的值，和查找的特别之处
value-on = 开
value-off = 关
value-alike = 不区分
value-different = 区分
value-smart = 输入大写时才区分
value-ordinals = 第 后面的不区分
unusual-exact = 精确
unusual-regex = 正则
unusual-words = 整词
unusual-pinyin = 拼音
unusual-any-case = 不分大小写
unusual-case = a≠A
unusual-width = A≠Ａ
unusual-han = 国≠國
unusual-kana = ひ≠ヒ
unusual-punctuation = ,≠，
unusual-accents = e≠é
unusual-numbers-alike = 12=十二
unusual-numbers = 12≠十二
switches-head = 查找选项
prompt-switches = { $switches } 查找选项

## 面板里按键的作用，一两个词
hint = { $keys } { $does }
hint-go = 前往
hint-name = 命名
hint-delete = 删除
hint-undo = 撤销
hint-no-heading = 非标题
hint-level = 级别
hint-alike = 同类
hint-turn = 标题/取消
hint-choose = 选行
hint-leave = 返回
hint-keep = 保持打开
hint-to-list = 到列表
hint-close = 关闭
hint-return = 返回原处
hint-change = 更改
hint-type = 输入
hint-anyway = 仍然采用
hint-word = 词
hint-sentence = 句
hint-paragraph = 段
hint-other-end = 换端
hint-search = 查找

## 面板
contents-head = 目录
contents-narrowed = 目录：{ $typed }
contents-empty = 没有章节
contents-begun = 正在查找章节
contents-none = 没有标题含有这几个字
bookmarks-head = 书签
bookmarks-narrowed = 书签：{ $typed }
bookmarks-name = 名称：{ $typed }
notes-head = 划线和批注
notes-narrowed = 划线和批注：{ $typed }
matches-head = 结果 { $count }：{ $typed }
matches-none = 无
matches-sought = 正在找……
encodings-head = 编码：页面按所选编码显示
encodings-narrowed = 编码：{ $typed }
encodings-asked = 换成它反而更乱。
reads-badly = 上次为它选的编码 { $encoding } 读来像乱码；按 { $encodings } 换一种。

## 各种编码写的是什么文字
script-other = 现在所用的编码
script-UTF-8 = 所有文字
script-GBK = 简体中文；GB2312、GB18030
script-Big5 = 繁体中文；HKSCS
script-Shift_JIS = 日文；代码页 932
script-EUC-JP = 日文
script-ISO-2022-JP = 日文，旧邮件
script-EUC-KR = 韩文；代码页 949
script-UTF-16LE = 所有文字
script-UTF-16BE = 所有文字
script-windows-1252 = 西欧；Latin-1
script-IBM850 = 西欧，DOS
script-IBM437 = 西欧，DOS，带线框
script-macintosh = 西欧，旧 Mac
script-windows-1250 = 中欧
script-ISO-8859-2 = 中欧；Latin-2
script-IBM852 = 中欧，DOS
script-windows-1251 = 西里尔文
script-x-mac-cyrillic = 西里尔文，旧 Mac
script-KOI8-U = 俄文和乌克兰文；KOI8-R
script-IBM866 = 西里尔文，DOS
script-windows-1253 = 希腊文
script-windows-1254 = 土耳其文
script-windows-1255 = 希伯来文
script-windows-1256 = 阿拉伯文
script-windows-1257 = 波罗的海
script-windows-1258 = 越南文
script-windows-874 = 泰文

## 状态栏里的查找和读入
match-number = { $number }/{ $total }
unsearchable = 无法这样查找
found-none = 没有找到
found =
    { $count ->
       *[other] { $shown } 处
    }
searching = 查找 { $percent }%
encoding-guessed = { $name }（推测）
invalid-bytes = { $count } 个无效字节
following = 跟随中
reading = 读入…… { $amount }
surveying = 章节 { $percent }%

## 为什么不能查找
query-at = 第 { $character } 个字符：{ $error }
query-empty = 没有可查找的内容
query-too-long = 查找的内容太长
query-too-large = 表达式展开后太大
expression-open-group = 分组没有结尾
expression-unopened-group = 分组没有开头
expression-group-name = 分组的名称无效
expression-open-class = 字符类没有结尾
expression-class-range = 字符类的范围无效
expression-property = Unicode 没有这个属性
expression-escape = 反斜杠后的字符没有意义
expression-number = 字符的编号无效
expression-nothing-to-repeat = 前面没有可重复的内容
expression-count = 重复次数无效
expression-flag = 无法识别的标志
expression-look-around = 不支持环视
expression-back-reference = 不支持反向引用
expression-too-deep = 分组嵌套太深
expression-other = 不是正则表达式

## 设置文件和主题文件里的错误；名称、表名和值照写
fault = { $line }: { $what }
fault-in-file = { $file }:{ $fault }
fault-no-toml = { $said }；设置写成 `width = 80` 或 `keys = "less"` 这样
fault-no-toml-of-theme = { $said }；样式写成 `link = {"{"} colour = "#0057b0", underline = true {"}"}` 这样
fault-no-setting = 没有设置 `{ $name }`{ $mend }
fault-no-switch = [search] 里没有选项 `{ $name }`{ $mend }
fault-no-action = [bind] 里没有操作 `{ $name }`{ $mend }
fault-no-part-of-rule = [[{ $table }]] 里没有 `{ $name }`{ $mend }
fault-no-role = 没有叫 `{ $name }` 的部分{ $mend }
fault-no-part-of-look = 样式里没有 `{ $name }`{ $mend }
fault-no-table = `{ $name }` 是一个表：请写 `[{ $name }]`
fault-no-tables = `{ $name }` 是若干个表：每个上面写 `[[{ $name }]]`
fault-half-rule = [[sections]] 的规则要有 regex 和 level：regex = '^第.+回$', level = 1
fault-no-regex = [[replace]] 的规则要有 regex：regex = 'www\.[a-z.]+'
fault-value = `{ $name }` 不能是 `{ $word }`：{ $why }
fault-no-value = `{ $name }` 只取一个值：{ $why }
fault-no-keys = 请写一个键，或几个键：["j", "Down"]
fault-no-key = 没有键 `{ $name }`：请写 j、Space、Down、PgDn、F1、^F（Ctrl）、M-v（Alt）、gg（按两次 g）
fault-unbindable = `{ $keys }` 不能这样绑定：{ $why }
fault-no-parent = 没有可继承的主题 `{ $name }`
fault-no-look = 样式是一个表，如 `link = {"{"} colour = "#0057b0", underline = true {"}"}`
mend-unknown = {""}
mend-near = ；是不是 `{ $name }`？
mend-above = ；它应写在所有表的前面
mend-under = ；它应写在 `[{ $name }]` 下面
value-number = 请给 { $least } 到 { $most } 之间的数
value-choice = 请从 { $names } 中选一个{ $mend }
value-words = 请从 { $names } 中选几个，用空格分开{ $mend }
value-level = 请给 1 到 { $most } 之间的数，或 none
value-switch = 只能是 true 或 false
value-long = 最多 { $most } 个字
value-colour = 颜色写成 `#rrggbb`、0 到 255 的数，或名称：{ $names }
pattern-empty = 表达式是空的
pattern-too-long = 表达式太长
pattern-at = 第 { $character } 个字符处{ $error }
no-room-rules = 最多采用 { $most } 条规则
no-room-bytes = 规则合起来最多 { $most } MiB
unbindable-count = 数字用来输入次数
unbindable-suspends = 它总是用来挂起
unbindable-leaves = 它用来离开和停止
unbindable-any-letter = 它代表前一个键之后的任意字母
unbindable-typed = 在那里它是输入的文字
unbindable-several = 只有在页面和选择文字时才能连按几个键
unbindable-bound = 它已绑定到 { $action }
unbindable-overlaps = { $keys } 已绑定到 { $action }

## 设置的用处
setting-width = 正文栏的最大宽度，以列计
setting-margin = 正文左边留出的列数
setting-status = 状态栏依次显示什么
setting-view = 文档怎样显示：prose、verbatim 用于纯文本，page 显示整个网页
setting-show = 中文用哪种字显示：原文、简体、繁体
setting-clean = 是否按 [[replace]] 略去或改换文字
setting-sticky = 标题在页面上方时，首行固定显示它
setting-colour = 是否用颜色；auto 遵从 NO_COLOR
setting-theme = 主题；auto 按终端的底色选
setting-language = 界面的语言；auto 按系统的语言环境
setting-keys = 页面的按键：自带的，或 less、vim 的
setting-level = 行首行尾的避头尾有多严
setting-korean = 韩文在哪里换行
setting-hang = 句号可否悬挂在栏外
setting-autospace = 中文与西文之间的空隙
setting-justify = 行末的空白怎样处理
setting-orphan = 段末只剩一个字时怎么办
setting-algorithm = 怎样排满各行
setting-odd-measure = 中文遇到奇数栏宽怎么办
setting-quotes = 中文引号有多宽
setting-ruby = 注音放在哪里
setting-paragraphs = 段落怎样分开
setting-ambiguous = “ — ① 这类符号占几列；auto 询问终端
switch-regex = 把输入当作正则表达式
switch-words = 只找整词
switch-pinyin = 也按读音找：gongsi、gs 公司，ㄱㅎ 강하，sakura さくら
switch-case = a 和 A；smart：输入大写时才区分
switch-width = A 和 Ａ；kg 和 ㎏，2 和 ²
switch-han = 国 和 國；高 和 髙
switch-kana = ひ 和 ヒ
switch-punctuation = , 和 ，
switch-accents = e 和 é；ae 和 æ
switch-numbers = 12、十二 和 XII；ordinals：第 后面的不区分

## 命令行的说明
about = 在终端里读长文，各种文字都排得好
usage = 用法：kanshu [选项] [文件]…
heading-arguments = 参数
heading-options = 选项
heading-layout = 排版
heading-search = 查找
flag-values = { $does } [{ $values }]
flag-default = { $does } [默认：{ $usual }]
flag-choice = { $does } [{ $values }] [默认：{ $usual }]
flag-names = { $does } [{ $values }，或自己的主题]
flag-help = 显示这份说明
flag-version = 显示版本
flag-files = 要读的文件，可以给几个，依次阅读；`-` 是标准输入
flag-encoding = 文件的编码（自动判断有误时）：gbk、big5、sjis……
flag-format = 文件的格式（文件名看不出时）：plain、markdown、html、mhtml、epub、fb2、aozora
flag-dump = 不用屏幕，直接输出排好的文字
flag-toc = 输出目录
flag-why = 随目录输出每行被当作或不当作标题的原因
flag-section = 从这一节打开，或只输出这一节：目录中的序号，或标题里的字
flag-heading = 把符合 REGEX 的行设为 LEVEL 级标题（1 到 9），或 none；可以给几次
flag-info = 输出文件的情况：格式、编码、大小、语言
flag-json = 以 JSON 输出上述内容或查找结果
flag-config = 从 FILE 读设置
flag-no_config = 不读设置文件
flag-print_config = 输出一份设置文件，各项都是默认值并加了注释
flag-secure = 不在磁盘上保存、也不读取任何记录；同 `KANSHU_SECURE=1`
flag-fresh = 从文件开头打开，而不是上次离开的地方
flag-reads_last = 打开上次离开的文件
flag-notes = 以 Markdown 输出 FILE 或所有文件的书签、高亮和批注；加 --json 输出全部记录
flag-import_notes = 导入 `--notes --json` 输出到 FILE 的内容，不会重复
flag-forget = 删除关于 FILE 的所有记录：位置、批注、更正、编码
flag-forget_all = 询问后删除所有文件的记录和查找记录
flag-where = 输出记录保存在哪里
flag-find = 输出所有文件中 PATTERN 的每一处：百分比、章节、前后文
flag-pattern = 打开文件并跳到 PATTERN 的第一处；也可写 +/PATTERN
flag-regex = 把 PATTERN 当作正则表达式
flag-words = 只找整词
flag-pinyin = 也按读音找：gs、gongsi 公司，ㄱㅎ 강하，sakura さくら
flag-numbers = 数字不管怎样写都能找到：12、十二、XII
flag-ignore_case = 不区分大小写，不管 PATTERN 怎样写
flag-exact = 只找写法完全一样的，或在这几方面一样的
examples =
    例：
      kanshu novel.txt              读一本书
      kanshu -w 60 article.txt      栏宽不超过 60 列
      man bash | kanshu             读命令输出的文字
      kanshu --toc novel.txt        输出目录
      kanshu -p 灯塔 a.txt          打开并跳到第一处
      kanshu --find 公司 {"*"}.txt      在几个文件里查找
      kanshu --section 3 novel.txt  从第三节打开；也可以用标题
      kanshu --dump -w 72 a.txt     输出排好的文字，每行不超过 72 列
    
    阅读时按 F1 看按键。不给文件，就列出最近读过的，或打开入门指南。

## 命令行的错误
refused = { $why }（见 kanshu --help）
several-files = 这样用时一次只能给一个文件
no-flag = 没有选项 { $flag }
no-flag-but = 没有选项 { $flag }；是不是 { $near }？
flag-twice = { $flag } 只能给一次
flag-conflict = { $flag } 不能和 { $prior } 一起用
flag-missing = 还缺：{ $flag }
flag-without-value = { $flag } 后面要有值
flag-choose = { $flag } 不能是“{ $value }”：请从 { $values } 中选一个
flag-no-equals = { $flag } 的值要写在等号后面
flag-takes-none = { $flag } 不能带“{ $value }”
flag-no-text = 有一个词不是 UTF-8
flag-wrong = { $flag } 不能这样用
flag-value = { $flag } 不能是“{ $value }”：{ $why }
no-encoding = 没有这种编码；可以试试 { $names }
no-format = 没有这种格式；可以试试 { $names }
rule-no-colon = 请写级别、冒号和正则表达式
rule-level = 级别不能是“{ $word }”：{ $why }
rule-pattern = “{ $pattern }”：{ $error }

## 版面、设置和主题
view-now = 显示方式：{ $view }
one-view = 这份文档只有一种显示方式。
view-auto = 照常
view-prose = 连成段
view-verbatim = 逐行
view-source = 原文
view-page = 整页
columns-one = 单栏
columns-two = 双栏
columns-too-narrow = 窗口太窄，放不下两栏。
ruler = 只突出页首的一段，其余变淡。
no-ruler = 整页恢复正常亮度。
script-source = 中文按原文显示。
script-hans = 中文以简体显示。
script-hant = 中文以繁体显示。
clean = 规则要略去的文字已略去。
not-clean = 全部显示，规则略去的文字也显示。
no-replacements = 没有规则适用于这份文档：请写在 config.toml 的 [[replace]] 里。
moving = 自动滚动：每分钟 { $rows } 行。{ $faster } 加快，{ $slower } 放慢，{ $stop } 停止。
not-moving = 自动滚动已停止。
settings-kept = 已保存到 { $file }。
setting-kept = 已保存：{ $name } = { $value }（撤销用 :set { $name }={ $before }）
settings-not-kept = 没有保存：{ $fault }
settings-unwritten = “{ $file }”无法写入：{ $error }。
settings-for-now = 只在本次有效：设置没有保存的地方。
themes-head = 主题：页面按所选主题显示
themes-typed = 主题：{ $typed }
settings-head = 设置
settings-value = { $name } = { $typed }
settings-typed = 设置：{ $typed }
own-theme = 自定义
setting-unit = 栏宽的单位：列，或两列宽的字
setting-columns = 并排几栏；auto：够宽时用两栏
setting-row-gap = 行与行之间的空行数
setting-line-numbers = 在正文旁显示原文的行号
setting-wrap = 代码、日志的长行在下一行接着显示；否则左右滚动
setting-overlap = 翻页时保留几行
setting-ruler = 只突出页首的一段
setting-speed = 自动滚动每分钟几行
setting-copy-command = 用来复制的命令；auto：终端和现有的程序
action-themes = 主题
action-settings = 设置
action-less_option = -N、-S，其余用 :set
action-view = 换一种显示：连成段、逐行、原文、整页
action-script = 简体、繁体，或原文
action-clean = 略去规则所指的文字，或全部显示
action-columns = 单栏或双栏
action-ruler = 只突出当前段落
action-auto_scroll = 自动滚动或停止；30{ $key }：每分钟 30 行

## 链接
nothing-to-follow = 这一页没有链接、注释和图片。
no-such-label = 没有以 { $typed } 开头的标签。
leads-nowhere = 文中没有“{ $href }”这个位置。
opener-missing = 没有可以打开它的 { $opener }。
opener-failed = { $opener } 打不开它：{ $error }
opener-secure = 使用 --secure 时不在外部打开任何内容。
help-links = 显示链接标签时
help-note = 写批注时
action-links = 标签：打开链接、注释、图片
action-follow_link = 第一个；在窗口里：前往或打开
action-erase_label = 删去上一个字母
action-leave_links = 继续阅读
action-keep_note = 保存
action-leave_note = 不保存
hint-first = 第一个
hint-go-there = 前往
hint-scroll = 滚动
window-note = 注释
note-head = 批注“{ $words }”
window-address = 文档之外
window-unopened = 文档之外；kanshu 不打开这种地址
labels-head = 请输入标签。

## 几个文件和最近读过的文档
one-file = 没有指定别的文件。
first-file = 这是第一个文件。
last-file = 这是最后一个文件。
opening = 正在打开 { $title }……
no-recent = 以前没有读过别的文档。
file-missing = { $path } 已经不在了；从列表去掉请按 { $drop }。
recent-dropped = 已从列表去掉（撤销按 { $undo }）：{ $title }
recent-listed = 已放回列表：{ $title }
nothing-dropped = 没有可以放回列表的文档。
action-next_file = 下一个文件；:n 也可以
action-previous_file = 上一个文件；:p 也可以
action-recent = 最近读过的文档
command-e = 改读另一个文件
command-page = 跳到纸书的某一页，或封面、目录、正文
hint-drop = 去掉
recent-head = 最近读过
recent-narrowed = 最近读过：{ $typed }
recent-none = 没有名称或章节含有这几个字的
recent-sought = 正在找……
recent-missing = 已不在
recent-left = { $ago }
recent-left-in = { $ago } · { $section }
title-of = { $title }（{ $number }/{ $count }）
ago-now = 刚才
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days =
    { $count ->
        [1] 昨天
       *[other] { $count } 天前
    }
ago-weeks = { $count } 周前
ago-months = { $count } 个月前
ago-years = { $count } 年前
flag-guide = 打开入门指南

## 复制
copied = 已复制 { $count } 个字符
reference = ——{ $title }，{ $section }，{ $percent }%
reference-without-section = ——{ $title }，{ $percent }%
action-copy = 复制
action-copy_with_reference = 连同书名、章节和百分比复制
action-highlight_1 = 用第 1 种颜色划线
action-highlight_2 = 用第 2 种颜色划线
action-highlight_3 = 用第 3 种颜色划线
action-highlight_4 = 用第 4 种颜色划线
action-write_note = 写批注
action-remove_highlight = 取消划线、删除批注
hint-copy = 复制
hint-highlight = 划线
hint-note = 批注
hint-save = 保存
copy-too-long = 没有复制：对终端来说太长。
copy-failed = 没有复制：“{ $program }”出错（{ $error }）。
copy-late = 没有复制：“{ $program }”用时太久。
copy-secure = 使用 --secure 时不复制。

## 打不开的原因
open-keyboard = 标准输入是键盘；请给一个文件，或用管道送入文字
open-missing = 没有文件“{ $name }”
open-denied = “{ $name }”没有读取权限
open-no-file = “{ $name }”是{ $kind }；请给一个可以读的文件
open-foreign = “{ $name }”：{ $kind }，kanshu 读不了；用 -e latin1 可把字节当文字看
open-broken = “{ $name }”：{ $kind }，但读不了：{ $error }；用 -e latin1 可把字节当文字看
foreign-zip = ZIP 压缩包（办公文档和一些电子书也是）
foreign-empty-zip = 空的 ZIP 压缩包
foreign-pdf = PDF 文档
foreign-kindle = Kindle 电子书
foreign-palm = Palm 电子书
foreign-help = 编译过的 HTML 帮助文件（CHM）
foreign-djvu = DjVu 文档
foreign-office = 旧式办公文档
foreign-rar = RAR 压缩包
foreign-7z = 7z 压缩包
foreign-bzip2 = bzip2 压缩的文件
foreign-tar = tar 归档
foreign-picture = 图片
foreign-program = 程序
foreign-database = 数据库
foreign-epub = EPUB 电子书
foreign-fictionbook = FictionBook 电子书
flaw-damaged = 压缩包已损坏（{ $value }）
flaw-unread = 无法读取（{ $value }）
flaw-files = 压缩包里的文件超过 { $value } 个
flaw-file-large = 其中有文件超过 { $value } MiB
flaw-packed = 其中有文件的压缩比超过 { $value } 倍
flaw-no-book = 里面没有书
flaw-protected = 有版权保护（DRM），只有出售它的商店的程序能打开
flaw-large = 书的正文超过 { $value } MiB
flaw-bytes = 超过 { $value } MiB，或无法读取
flaw-text = 文字超过 { $value } MiB
flaw-bodiless = 内容不是这种书
open-too-large = “{ $name }”自称超过 { $most } TiB，没有这么大的文本
open-failed = “{ $name }”打不开：{ $error }
kind-directory = 目录
kind-device = 设备
kind-socket = 套接字
kind-pipe = 管道
standard-input-once = 标准输入只能读一次
no-last-document = 以前读过的文档都不在了
no-section-of-name = 没有叫“{ $wanted }”的章节；--toc 可输出目录
not-opened = 没有打开：{ $error }。

## 读入
document-incomplete = 不能读完“{ $name }”的全文：{ $error }
read-incomplete = 没有读完全文：{ $error }。
survey-incomplete = 没有找完全文的章节：{ $error }。
search-incomplete = 没有找完全文：{ $error }。
file-unread = “{ $name }”不能读完：{ $error }
stream-broken = 读入中断：{ $error }。
stream-fault = 读入中断：内容有误。
stream-no-thread = 无法开始读入：{ $error }。
stream-most = 只保留前 { $most } MiB：其余请存成文件。
stream-empty = 没有内容，是空的。
file-rewritten = 文件有改动：按 r 重新读入。
file-grown = 文件变长了：按 r 重新读入，按 F 跟随。
file-shrunk = 文件变短了：按 r 读入剩下的部分。
file-replaced = 文件换成了另一个：按 r 读入它。
file-gone = 文件不在了；已打开的还能读。
followed-rewritten = 文件有改动。
followed-grown = 文件变长了。
followed-shrunk = 文件变短了。
followed-replaced = 文件换成了另一个，改为跟随它。
followed-gone = 文件不在了；再出现就继续跟随。
followed-by-none = 文件换成了不能跟随的另一个。
followed-no-more = 不再跟随：{ $error }。
reload-busy = 还在读入。
reload-no-file = 它不是来自文件，不能重新读入。
reload-begun = 正在重新读入……
reload-failed = 没有重新读入：{ $error }。
view-begun = 正在读入……
part-begun = 正在读入这一部分……

## 终端和程序
no-keyboard = 没有可用的终端，读不到按键（{ $error }）
terminal-failed = 终端出错
no-shell = 没有可以带回程序的 shell，继续运行。
worker-fault = 后台出了错。
no-thread = 无法启动线程：{ $error }。
cant-write = 无法写到标准输出

## 保存的记录
keep-no-thread = 无法保存，因为不能启动线程：{ $error }。
keep-fault = 无法保存：先前出了错。
keep-late = 最后的改动没来得及保存。
corrected-for-now = 更正只在本次有效：没有可以对应的文件。
marked-for-now = 标记只在本次有效：没有可以对应的文件。
noted-for-now = 批注只在本次有效：没有可以对应的文件。
search-too-long-to-keep = 这次查找太长，不记录。
state-unread = { $holds }无法读取：{ $error }。
state-unkept = { $holds }无法保存：{ $error }。
state-unremoved = { $holds }无法删除：{ $error }。
state-busy = 另一个 kanshu 正在写入
state-damaged = { $holds }的文件已损坏。
state-set-aside = { $holds }的文件已损坏，另存为 { $file }。
state-not-aside = { $holds }的文件已损坏，又移不开：{ $error }。
unwritten-too-long = 文件会超过 { $most } KiB
unwritten-formless = 无法写成文件（{ $said }）
rule-left-out = 保存的规则“{ $pattern }”不予采用：{ $why }。
holds-searches = 查找记录
holds-place = 本文的阅读位置
holds-notes = 本文的批注
holds-memories = 本文的记录
holds-index = 已知文档的清单
small-too-long = 超过 { $most } 字节
small-no-file = 它不是普通文件
settings-unread = 设置文件“{ $file }”无法读取：{ $error }
no-theme = 没有主题“{ $name }”；可用 { $names }
no-theme-nor-file = 没有主题“{ $name }”；可用 { $names }，或“{ $folder }”里的文件 { $name }.toml
first-fault = { $first }（另有 { $more } 处）
where-places = 位置：
where-notes = 批注：
where-settings = 设置：
where-nowhere = 无处存放
no-folders = 环境里没有指明可以保存的目录
nothing-kept-of = 没有关于“{ $name }”的记录
forgotten = 已删除记录：{ $name }
nothing-kept = 没有任何记录。
forget-all-head = 将删除所有位置、批注、更正和查找记录：
forget-all-asked = 删除吗？[y/N]
nothing-deleted = 没有删除。
still-there = “{ $path }”还在
all-deleted = 已全部删除。
nothing-kept-secure = 使用 --secure 时没有记录
no-file-to-keep = “{ $name }”不是可以保存记录的文件
notes-unread = “{ $name }”无法读取
notes-not-utf8 = “{ $name }”不是 UTF-8
notes-bad-line = { $name }:{ $line }：这一行不是 --notes --json 输出的
taken-in = 已导入 { $count } 条新记录。
find-refused = “{ $query }”：{ $error }
find-refused-at = “{ $query }”第 { $character } 个字符：{ $error }

## 帮助的分组，文档旁的文件和图片
beside-missing = 这个文档旁边没有文件“{ $name }”。
beside-elsewhere = “{ $name }”不在这个文档的目录里，不打开。
beside-none = 这个文档不在任何目录里，找不到“{ $name }”。
flag-chop_long_lines = 代码、日志的长行截断显示，可左右滚动；同 --wrap=false
flag-no_init = 退出后把最后一页留在屏幕上
flag-quit_if_one_screen = 一屏放得下就输出并退出
flag-raw_control_chars = 为兼容 less：颜色照样显示
flag-squeeze_blank_lines = 为兼容 less：段间照样只空一行
help-narrowed = 含有这些字的按键：{ $typed }
help-program = 文档和程序
help-rows = 往下读
help-sections = 章节、段落、句子
help-jumps = 跳转和标记
help-contents = 目录、标题、选择
help-search = 查找
help-page = 页面
hint-open-link = 打开
hint-read = 打开
picture-missing = 这个文档不在任何目录里，找不到图片。
picture-unknown = 这不是可以打开的图片。
picture-unread = 图片无法读取：{ $error }
window-picture = 图片
window-file = 另一个文档
setting-linear = 逐页打印、逐行输入，供读屏软件和盲文显示器使用；下次启动时生效
setting-mouse = 鼠标由程序使用；否则归终端
flag-export = 为脚本输出文档：文字、Markdown，或 JSON 的各个块
setting-now = { $name } = { $value }

info-format = 格式
info-encoding = 编码
info-size = 大小
info-parts = 分块
info-characters = 字符
info-sections = 章节
info-language = 语言
info-lines = 行
info-paragraphs = 段落
info-replaced = 按 { $regex } 改换：{ $count } 处
info-pages = 纸书页码
info-landmarks = 地标
info-no-encoding = 由格式规定
info-chosen = { $encoding }，所选
info-remembered = { $encoding }，以前所选
info-mark = { $encoding }，由文件标记得知
info-guessed = { $encoding }，推测
info-invalid = { $encoding }，{ $count } 处无效字节
info-bytes = { $count } 字节
info-unknown = 未知
info-lines-prose = 空行之间的行全部连接，按所选
info-lines-verbatim = 各行保持原样，按所选
info-lines-marked = 按标记排版
info-lines-wrapped = 在约 { $cells } 格处手工折行：这样的行会连接
info-lines-unwrapped = 没有手工折行：各行保持原样
info-indents = 以缩进分段
info-blank-lines = 以空行分段
info-line-ends = 以行尾分段
why-line = 行
why-level = 级
why-score = 得分
why-title = 标题
why-no-series = 有编号，但不成序列
why-reader = 读者如此指定
why-rule = 读者的规则：{ $pattern }

## 无画面阅读（--linear）
linear-heading = 标题，第 { $level } 级：
linear-columns = 表头：
linear-chosen-row = 选中：
linear-bookmark = [书签]
linear-selected = 选中
linear-picture = 图片
linear-note-sign = 注释号
linear-link = 链接
linear-struck = 删去
linear-highlight = 划线 { $colour }
linear-note = 批注
linear-match = 结果
linear-match-number = 第 { $number } 处结果，共 { $total } 处
linear-match-line = { $match }，在本页第 { $line } 行：{ $words }
linear-here = { $number }. { $entry }（当前）
linear-entry = { $number }. { $entry }
linear-section = { $title }，第 { $level } 级
linear-folded = { $title }，第 { $level } 级，已折叠
linear-letter = 标记 { $letter }
linear-bookmark-name = 书签
linear-encodings = 编码
linear-themes = 主题
linear-settings = 设置
linear-matches = 结果
linear-links = 本页可打开之处
linear-commands = 帮助
linear-entries = { $head }（第 { $first } 至 { $last } 项，共 { $total } 项）
linear-no-entries = 列表是空的。
linear-unknown = 此处不能这样输入。输入 ? 可以查看能输入什么。
linear-prompt = { $title }，{ $percent }。回车：下一页；?：帮助；q：离开。
linear-prompt-section = { $title }，{ $section }，{ $percent }。回车：下一页；?：帮助；q：离开。
linear-list-more = 输入编号选择；回车：继续列出；/文字：筛选；q：回到正文。
linear-list-prompt = 输入编号选择；/文字：筛选；q：回到正文。
linear-help-more = 回车：继续；q：回到正文。
linear-leave-prompt = q：回到正文。
linear-note-prompt = 给“{ $words }”写批注，可写多行；单独一行 . 保存，单独一行 .. 放弃。
linear-search-prompt = 搜索：
linear-command-prompt = 命令：
linear-value-prompt = { $name } 现为 { $value }。新值：
linear-setting-prompt = { $name } 现为 { $value }。新值（{ $values }）：
linear-name-prompt = 名称：
linear-encoding-prompt = 用这种编码，文字看起来更乱。回车：仍然使用；q：放弃。
linear-window-prompt = 回车：{ $does }；q：回到正文。
linear-action-prompt = 输入操作的名称；?：列出；q：回到正文。
linear-help =
    回车：下一页。句点 .：重读本页。q：离开。
    数字：到原文第几行。50%：到该百分比。
    /文字：搜索。n：下一处结果。N：上一处结果。
    任何命令都可用名称输入，前面可加冒号：contents、next_section、notes、set 名称=值、open 文件。
    能打出字符的键也可以，前面可加数字：]、3]、ma。
    在列表里：编号选择，/文字筛选，操作的名称加编号则对该项进行。
    命令如下，括号里是对应的键：
