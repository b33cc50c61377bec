# 程式對讀者說的話，繁體中文。大括號裡的由程式填入；$undo、$search、$help、$quit 是讀者用來復原、搜尋、看說明、離開的
# 按鍵，每則訊息都可以用。

## 文件
guide-title = 看書入門
standard-input = 標準輸入
first-document = 按鍵說明請按 { $help }，離開請按 { $quit }。
reloaded = 已重新載入。
reads-no-more = 不再讀入，這裡只有開頭的部分。
encoding-fixed = 這種格式自己註明了編碼。
width = 欄寬 { $cells } 格
widest = 欄寬 { $cells } 格，已是最寬
narrowest = 欄寬 { $cells } 格，已是最窄
ambiguous-wide = “ — ① 這類符號以兩格顯示。
ambiguous-narrow = “ — ① 這類符號以一格顯示。
sticky = 首行固定顯示本節標題。
not-sticky = 首行不再固定顯示標題。

## 狀態列與目錄
time-left = 餘 { $document }
time-left-both = 本節餘 { $section }，全文餘 { $document }
time-minutes = { $minutes } 分鐘
time-hours = { $hours } 小時 { $minutes } 分
status-section = 第 { $number }/{ $total } 節
status-page = 原書第 { $page } 頁
status-help = { $key } 說明
contents-unit = 字

## 按鍵與輸入
line-full = 一行最多輸入 { $most } 個字元。
nothing-goes-on = 沒有進行中的動作；離開請按 { $quit }。
no-such-command = 沒有指令 { $typed }；按鍵說明請按 { $help }。
no-such-command-near = 沒有指令 { $typed }；是不是 { $meant }？
takes-letter = 它後面要接一個字母：標記以字母為名。
nothing-to-write = 不用儲存：原文不會改動，你的紀錄會自動保存。
no-such-key = { $keys } 在這裡沒有作用；按鍵說明請按 { $help }。
less-option = 這裡有 -N 和 -S；less 的其他選項是設定：:set 修改一項，:settings 列出全部。

## 所在位置
start = 已到開頭。
end = 已到結尾。
end-so-far = 已到目前收到的結尾。
top-row = 正在讀的就是首行。
place-line = 原文第 { $line } 行，{ $percent }%
place = { $percent }%
counting-lines = 數完行數後會跳到第 { $line } 行。
looking-for-page = 找到第 { $name } 頁的位置後就會跳過去。
no-lines = 這份文件沒有行號。
no-pages = 這份文件沒有標出紙本書的頁碼。
all-lines = 重新顯示所有行。
line-start = 這裡是行首。
nothing-wider = 這一頁沒有更長的行。
nothing-cut = 段落不截斷；:setlocal view=verbatim 依原樣顯示各行。

## 標記與書籤
keeping = 還沒有寫入磁碟（復原請按 { $undo }）。
mark-set = 已標記：按 ' 再按 { $letter } 回到這裡。
no-such-mark = 沒有標記 { $letter }；按 m 再按 { $letter } 設定。
bookmarked = 已加入書籤（復原請按 { $undo }）：{ $words }
named = 已命名：{ $name }
highlighted = 已畫線（復原請按 { $undo }）：{ $words }
note-kept = 已註記（復原請按 { $undo }）：{ $words }
note-unkept = 寫的還沒有儲存：按 { $keep } 儲存，再按一次 { $leave } 放棄。
note-left = 註記沒有變更；按 { $undo } 找回剛才寫的。
note-full = 一則註記最多 { $most } KiB，超出的沒有記下。
no-highlight = 這裡沒有畫線，也沒有註記。
no-bookmarks = 還沒有書籤：按 m 再按 Enter 加入。
no-notes = 還沒有畫線和註記：選取文字，再按 c 和 1 到 4，或按 a。
marks-full = 一份文件最多 { $most } 個標記，不能再加了。
mark-deleted = 已刪除（復原請按 { $undo }）：{ $words }
mark-undone = 已還原：{ $words }
mark-back = 已還原{ $kind ->
        [letter] 標記
        [highlight] 畫線
        [note] 註記
       *[bookmark] 書籤
    }：{ $words }
mark-gone = 已取消{ $kind ->
        [letter] 標記
        [highlight] 畫線
        [note] 註記
       *[bookmark] 書籤
    }：{ $words }
no-mark-to-undo = 沒有可以復原的標記。
nothing-changed = 沒有可以復原的變更。
encoding-kept = 今後按 { $encoding } 讀（復原請按 { $undo }）
encoding-back = 已還原：{ $encoding }

## 前後跳轉
no-way-back = 沒有可以返回的跳轉。
no-way-forward = 前面沒有跳轉了。

## 章節
no-sections = 這份文件沒有章節。
last-section = 這是最後一節。
no-such-section = 沒有叫「{ $wanted }」的章節。
no-such-page = 沒有叫「{ $wanted }」的頁；有 { $names }。
page-names = 有 { $names }。
sections-kept = 保留目前找到的章節。

## 目錄的修正
corrections-lost = 有 { $count } 行修正在文中找不到了。
heading = 第 { $level } 層標題（復原請按 { $undo }）：{ $words }
no-heading = 不是標題（復原請按 { $undo }）：{ $words }
line-undone = 已還原：{ $words }
rule-undone = 已還原：所有同類的行
nothing-to-undo = 沒有可以復原的修正。
no-line = 這裡沒有可選的行。
mid-paragraph = 這一行在段落中間。
no-example = 看不出特徵：沒有編號和記號，也不是全大寫。
rules-large = 這類規則最多占 { $most } MiB 記憶體，不能再加了；復原請按 { $undo }。
rules-full = 這類規則最多 { $most } 條，不能再加了；復原請按 { $undo }。
rules-cut = 規則符合的行超過 { $most } 行：其餘保持原樣。
looking-for-alike = 正在找同類的行……
looking-for-alike-later = 全文到齊後再找同類的行。
alike-headings =
    { $count ->
        [0] 文中沒有同類的行；復原請按 { $undo }
        [1] 只有這一行是這樣，已設為標題；復原請按 { $undo }
       *[other] 同類的 { $count } 行已設為標題；復原請按 { $undo }
    }
alike-no-headings =
    { $count ->
        [0] 文中沒有同類的行；復原請按 { $undo }
        [1] 只有這一行是這樣，已不算標題；復原請按 { $undo }
       *[other] 同類的 { $count } 行已不算標題；復原請按 { $undo }
    }

## 選取文字
no-text = 這裡沒有文字。
too-much = 選取的文字太多了。

## 搜尋
no-search = 還沒有搜尋過：按 { $search } 開始搜尋。
not-found = 找不到。
no-word = 這裡沒有詞。
command-set = 變更設定並儲存
command-setlocal = 只為這份文件設定，並保留
no-dictionary = 還沒有設詞典：請在 config.toml 裡寫上 dictionary = "sdcv --non-interactive --utf8-output"。
looking-up = 正在查：{ $word }
dictionary-secure = 用了 --secure，不執行別的程式。
dictionary-missing = 沒有「{ $program }」這個程式。
dictionary-failed = 「{ $program }」出錯：{ $error }
dictionary-late = 「{ $program }」用時太久。
dictionary-silent = 詞典裡沒有「{ $word }」。
window-meaning = 詞典
action-mouse = 滑鼠交給終端機，或收回
action-dictionary = 查詞典：相符的詞，或本頁第一個詞
setting-dictionary = 查詞的指令，詞是它的最後一個參數
past-end = 已到結尾，從頭繼續。
past-start = 已到開頭，從結尾繼續。

## 說明
help-head = 按鍵（5{ $row_down }：按五次）
help-head-plain = 按鍵
help-more = ↓ 還有
help-list = 在清單裡
help-marking = 設定標題時
help-selecting = 選取文字時
help-prompt = 輸入搜尋時
help-command = 在指令列裡
help-switches = 在搜尋選項裡
help-signs = 內文旁的符號
sign-goes-on = 這一行在下一行接續
sign-cut = 這一行在這一側還有
sign-quotation = 引文
sign-bookmark = 書籤
sign-note = 自己的註記

## 頁面上的動作；$key 是它的第一個按鍵
action-row_down = 下移一行
action-row_up = 上移一行
action-page_down = 下一頁
action-page_up = 上一頁
action-half_page_down = 下半頁
action-half_page_up = 上半頁
action-start = 到開頭
action-end = 到結尾；50{ $key } 到第 50 行
action-percent = 50{ $key } 到全文的 50%
action-place = 顯示行號與百分比
action-top_row = 首行
action-middle_row = 把中間一行移到頁首
action-bottom_row = 把末行移到頁首
action-row_to_top = 把目前結果移到頁首
action-row_to_middle = 把目前結果移到頁中
action-row_to_bottom = 把目前結果移到頁尾
action-next_section = 下一節
action-previous_section = 上一節
action-next_paragraph = 下一段
action-previous_paragraph = 上一段
action-next_sentence = 下一句
action-previous_sentence = 上一句
action-back = 回到跳轉前的位置
action-forward = 再往前跳
action-swap = 在兩處之間來回
action-set_mark = 用一個字母標記此處
action-go_to_mark = 回到字母標記處
action-bookmark = 在此處加書籤
action-bookmarks = 書籤清單
action-note = 為頁首的段落寫註記
action-notes = 畫線和註記清單
action-undo_marks = 復原最後一次變更
action-contents = 目錄
action-to_list = 頁面旁的清單
action-mark = 把一行設為標題
action-select = 選取文字
action-search = 搜尋，邊輸入邊找
action-search_back = 往前搜尋
action-search_word = 搜尋此處的詞
action-matches = 列出所有結果
action-filter = 只看含某詞的行
action-next_match = 下一個結果
action-previous_match = 上一個結果
action-toggle_sticky = 首行固定顯示標題
action-widen = 加寬欄寬
action-scroll_left = 長行向左移
action-scroll_right = 長行向右移
action-narrow = 縮窄欄寬
action-reset_width = 恢復原來的欄寬
action-encodings = 換編碼
action-toggle_ambiguous = “ — 占 1 格或 2 格
action-follow = 跟隨檔案增長
action-reload = 重新讀入檔案
action-redraw = 重繪畫面
action-stop = 停止目前的動作
action-command_line = 指令列
action-help = 本說明
action-suspend = 暫停；用 fg 回來
action-quit = 離開

## 清單裡的動作
action-go = 前往
action-leave_list = 留在原處
action-keep_list = 保持開啟，繼續閱讀
action-next_entry = 下一項
action-previous_entry = 上一項
action-next_entries = 下翻一頁
action-previous_entries = 上翻一頁
action-first_entry = 第一項
action-last_entry = 最後一項
action-unfold = 展開，或進入下層
action-fold = 收合，或回到上層
action-fold_all = 全部收合或展開
action-drop_section = 刪除；目錄裡是取消標題
action-name = 為書籤命名，改註記
action-outer = 升一層
action-deeper = 降一層
action-sections_alike = 同類的行一起改
action-undo = 復原

## 設定標題時的動作
action-turn = 設為標題，或取消
action-line_down = 下一行
action-line_up = 上一行
action-drop_heading = 這不是標題
action-heading_out = 升一層
action-heading_in = 降一層
action-headings_alike = 同類的行一起改
action-undo_mark = 復原修正
action-leave_marking = 繼續閱讀

## 選取文字時的動作
action-select_on = 後一個字
action-select_back = 前一個字
action-select_word_on = 到詞尾
action-select_word_back = 到詞首
action-select_row_on = 下一行
action-select_row_back = 上一行
action-select_row_end = 到行尾
action-select_row_start = 到行首
action-select_sentence_on = 到句尾
action-select_sentence_back = 到句首
action-select_paragraph_on = 到段尾
action-select_paragraph_back = 到段首
action-select_page_on = 下一頁
action-select_page_back = 上一頁
action-select_half_page_on = 下半頁
action-select_half_page_back = 上半頁
action-select_to_start = 到文件開頭
action-select_to_end = 到文件結尾
action-other_end = 換另一端移動
action-select_word = 選這個詞
action-select_sentence = 選這句
action-select_paragraph = 選這段
action-search_selection = 搜尋選取的文字
action-leave_selecting = 繼續閱讀

## 輸入搜尋時的動作與選項
action-keep = 留在找到的地方
action-leave = 回到搜尋前的位置
action-older = 較早的搜尋
action-newer = 較近的搜尋
action-regex = 正規表示式
action-whole_words = 全字拼寫須相符
action-pinyin = 拼音：gs 可找到 公司
action-switches = 所有選項：大小寫、全半形、繁簡……
action-turn_regex = 正規表示式
action-turn_whole_words = 全字相符
action-turn_pinyin = 拼音：gs 公司
action-turn_case = a 和 A
action-turn_width = A 和 Ａ
action-turn_han = 国 和 國
action-turn_kana = ひ 和 ヒ
action-turn_punctuation = , 和 ，
action-turn_accents = e 和 é
action-turn_numbers = 12 和 十二

## 指令列裡的動作
action-complete = 補全名稱

## 選項的值，與搜尋的特別之處
value-on = 開
value-off = 關
value-alike = 不區分
value-different = 區分
value-smart = 輸入大寫時才區分
value-ordinals = 第 後面的不區分
unusual-exact = 完全相符
unusual-regex = 正規式
unusual-words = 全字
unusual-pinyin = 拼音
unusual-any-case = 不分大小寫
unusual-case = a≠A
unusual-width = A≠Ａ
unusual-han = 国≠國
unusual-kana = ひ≠ヒ
unusual-punctuation = ,≠，
unusual-accents = e≠é
unusual-numbers-alike = 12=十二
unusual-numbers = 12≠十二
switches-head = 搜尋選項
prompt-switches = { $switches } 搜尋選項

## 面板裡按鍵的作用，一兩個詞
hint = { $keys } { $does }
hint-go = 前往
hint-name = 命名
hint-delete = 刪除
hint-undo = 復原
hint-no-heading = 非標題
hint-level = 層級
hint-alike = 同類
hint-turn = 標題/取消
hint-choose = 選行
hint-leave = 返回
hint-keep = 保持開啟
hint-to-list = 到清單
hint-close = 關閉
hint-return = 返回原處
hint-change = 變更
hint-type = 輸入
hint-anyway = 仍然採用
hint-word = 詞
hint-sentence = 句
hint-paragraph = 段
hint-other-end = 換端
hint-search = 搜尋

## 面板
contents-head = 目錄
contents-narrowed = 目錄：{ $typed }
contents-empty = 沒有章節
contents-begun = 正在尋找章節
contents-none = 沒有標題含有這幾個字
bookmarks-head = 書籤
bookmarks-narrowed = 書籤：{ $typed }
bookmarks-name = 名稱：{ $typed }
notes-head = 畫線和註記
notes-narrowed = 畫線和註記：{ $typed }
matches-head = 結果 { $count }：{ $typed }
matches-none = 無
matches-sought = 正在找……
encodings-head = 編碼：頁面依所選編碼顯示
encodings-narrowed = 編碼：{ $typed }
encodings-asked = 換成它反而更亂。
reads-badly = 上次為它選的編碼 { $encoding } 讀來像亂碼；按 { $encodings } 換一種。

## 各種編碼寫的是什麼文字
script-other = 目前所用的編碼
script-UTF-8 = 所有文字
script-GBK = 簡體中文；GB2312、GB18030
script-Big5 = 繁體中文；HKSCS
script-Shift_JIS = 日文；字碼頁 932
script-EUC-JP = 日文
script-ISO-2022-JP = 日文，舊郵件
script-EUC-KR = 韓文；字碼頁 949
script-UTF-16LE = 所有文字
script-UTF-16BE = 所有文字
script-windows-1252 = 西歐；Latin-1
script-IBM850 = 西歐，DOS
script-IBM437 = 西歐，DOS，含框線
script-macintosh = 西歐，舊 Mac
script-windows-1250 = 中歐
script-ISO-8859-2 = 中歐；Latin-2
script-IBM852 = 中歐，DOS
script-windows-1251 = 西里爾文
script-x-mac-cyrillic = 西里爾文，舊 Mac
script-KOI8-U = 俄文與烏克蘭文；KOI8-R
script-IBM866 = 西里爾文，DOS
script-windows-1253 = 希臘文
script-windows-1254 = 土耳其文
script-windows-1255 = 希伯來文
script-windows-1256 = 阿拉伯文
script-windows-1257 = 波羅的海
script-windows-1258 = 越南文
script-windows-874 = 泰文

## 狀態列裡的搜尋與讀入
match-number = { $number }/{ $total }
unsearchable = 無法這樣搜尋
found-none = 找不到
found =
    { $count ->
       *[other] { $shown } 處
    }
searching = 搜尋 { $percent }%
encoding-guessed = { $name }（推測）
invalid-bytes = { $count } 個無效位元組
following = 跟隨中
reading = 讀入…… { $amount }
surveying = 章節 { $percent }%

## 為什麼不能搜尋
query-at = 第 { $character } 個字元：{ $error }
query-empty = 沒有可以搜尋的內容
query-too-long = 搜尋的內容太長
query-too-large = 表示式展開後太大
expression-open-group = 群組沒有結尾
expression-unopened-group = 群組沒有開頭
expression-group-name = 群組的名稱無效
expression-open-class = 字元類別沒有結尾
expression-class-range = 字元類別的範圍無效
expression-property = Unicode 沒有這個屬性
expression-escape = 反斜線後的字元沒有意義
expression-number = 字元的編號無效
expression-nothing-to-repeat = 前面沒有可重複的內容
expression-count = 重複次數無效
expression-flag = 無法辨識的旗標
expression-look-around = 不支援環視
expression-back-reference = 不支援反向參照
expression-too-deep = 群組巢狀太深
expression-other = 不是正規表示式

## 設定檔與主題檔裡的錯誤；名稱、表名與值照寫
fault = { $line }: { $what }
fault-in-file = { $file }:{ $fault }
fault-no-toml = { $said }；設定寫成 `width = 80` 或 `keys = "less"` 這樣
fault-no-toml-of-theme = { $said }；樣式寫成 `link = {"{"} colour = "#0057b0", underline = true {"}"}` 這樣
fault-no-setting = 沒有設定 `{ $name }`{ $mend }
fault-no-switch = [search] 裡沒有選項 `{ $name }`{ $mend }
fault-no-action = [bind] 裡沒有動作 `{ $name }`{ $mend }
fault-no-part-of-rule = [[{ $table }]] 裡沒有 `{ $name }`{ $mend }
fault-no-role = 沒有叫 `{ $name }` 的部分{ $mend }
fault-no-part-of-look = 樣式裡沒有 `{ $name }`{ $mend }
fault-no-table = `{ $name }` 是一個表：請寫 `[{ $name }]`
fault-no-tables = `{ $name }` 是數個表：每個上面寫 `[[{ $name }]]`
fault-half-rule = [[sections]] 的規則要有 regex 和 level：regex = '^第.+回$', level = 1
fault-no-regex = [[replace]] 的規則要有 regex：regex = 'www\.[a-z.]+'
fault-value = `{ $name }` 不能是 `{ $word }`：{ $why }
fault-no-value = `{ $name }` 只取一個值：{ $why }
fault-no-keys = 請寫一個鍵，或幾個鍵：["j", "Down"]
fault-no-key = 沒有鍵 `{ $name }`：請寫 j、Space、Down、PgDn、F1、^F（Ctrl）、M-v（Alt）、gg（按兩次 g）
fault-unbindable = `{ $keys }` 不能這樣綁定：{ $why }
fault-no-parent = 沒有可以繼承的主題 `{ $name }`
fault-no-look = 樣式是一個表，如 `link = {"{"} colour = "#0057b0", underline = true {"}"}`
mend-unknown = {""}
mend-near = ；是不是 `{ $name }`？
mend-above = ；它應寫在所有表的前面
mend-under = ；它應寫在 `[{ $name }]` 底下
value-number = 請給 { $least } 到 { $most } 之間的數
value-choice = 請從 { $names } 中選一個{ $mend }
value-words = 請從 { $names } 中選幾個，以空格分開{ $mend }
value-level = 請給 1 到 { $most } 之間的數，或 none
value-switch = 只能是 true 或 false
value-long = 最多 { $most } 個字
value-colour = 顏色寫成 `#rrggbb`、0 到 255 的數，或名稱：{ $names }
pattern-empty = 表示式是空的
pattern-too-long = 表示式太長
pattern-at = 第 { $character } 個字元處{ $error }
no-room-rules = 最多採用 { $most } 條規則
no-room-bytes = 規則合計最多 { $most } MiB
unbindable-count = 數字用來輸入次數
unbindable-suspends = 它一律用來暫停
unbindable-leaves = 它用來離開和停止
unbindable-any-letter = 它代表前一個鍵之後的任意字母
unbindable-typed = 在那裡它是輸入的文字
unbindable-several = 只有在頁面和選取文字時才能連按幾個鍵
unbindable-bound = 它已綁定到 { $action }
unbindable-overlaps = { $keys } 已綁定到 { $action }

## 設定的用途
setting-width = 內文欄的最大寬度，以格計
setting-margin = 內文左邊留出的格數
setting-status = 狀態列依序顯示什麼
setting-view = 文件怎樣顯示：prose、verbatim 用於純文字，page 顯示整個網頁
setting-show = 中文用哪種字顯示：原文、簡體、繁體
setting-clean = 是否依 [[replace]] 略去或改換文字
setting-sticky = 標題在頁面上方時，首行固定顯示它
setting-colour = 是否使用顏色；auto 遵從 NO_COLOR
setting-theme = 主題；auto 依終端機的底色選擇
setting-language = 介面的語言；auto 依系統的語系
setting-keys = 頁面的按鍵：內建的，或 less、vim 的
setting-level = 行首行尾的避頭點有多嚴
setting-korean = 韓文在哪裡換行
setting-hang = 句號可否懸在欄外
setting-autospace = 中文與西文之間的空隙
setting-justify = 行末的空白怎樣處理
setting-orphan = 段末只剩一個字時怎麼辦
setting-algorithm = 怎樣排滿各行
setting-odd-measure = 中文遇到奇數欄寬怎麼辦
setting-quotes = 中文引號有多寬
setting-ruby = 注音放在哪裡
setting-paragraphs = 段落怎樣分開
setting-ambiguous = “ — ① 這類符號占幾格；auto 詢問終端機
switch-regex = 把輸入當作正規表示式
switch-words = 只找完整的詞
switch-pinyin = 也依讀音找：gongsi、gs 公司，ㄱㅎ 강하，sakura さくら
switch-case = a 和 A；smart：輸入大寫時才區分
switch-width = A 和 Ａ；kg 和 ㎏，2 和 ²
switch-han = 国 和 國；高 和 髙
switch-kana = ひ 和 ヒ
switch-punctuation = , 和 ，
switch-accents = e 和 é；ae 和 æ
switch-numbers = 12、十二 和 XII；ordinals：第 後面的不區分

## 命令列的說明
about = 在終端機裡讀長文，各種文字都排得好
usage = 用法：kanshu [選項] [檔案]…
heading-arguments = 引數
heading-options = 選項
heading-layout = 排版
heading-search = 搜尋
flag-values = { $does } [{ $values }]
flag-default = { $does } [預設：{ $usual }]
flag-choice = { $does } [{ $values }] [預設：{ $usual }]
flag-names = { $does } [{ $values }，或自己的主題]
flag-help = 顯示這份說明
flag-version = 顯示版本
flag-files = 要讀的檔案，可以給幾個，依序閱讀；`-` 是標準輸入
flag-encoding = 檔案的編碼（自動判斷有誤時）：gbk、big5、sjis……
flag-format = 檔案的格式（檔名看不出時）：plain、markdown、html、mhtml、epub、fb2、aozora
flag-dump = 不用螢幕，直接輸出排好的文字
flag-toc = 輸出目錄
flag-why = 隨目錄輸出每行被當作或不當作標題的原因
flag-section = 從這一節開啟，或只輸出這一節：目錄中的序號，或標題裡的字
flag-heading = 把符合 REGEX 的行設為 LEVEL 層標題（1 到 9），或 none；可以給幾次
flag-info = 輸出檔案的狀況：格式、編碼、大小、語言
flag-json = 以 JSON 輸出上述內容或搜尋結果
flag-config = 從 FILE 讀取設定
flag-no_config = 不讀設定檔
flag-print_config = 輸出一份設定檔，各項都是預設值並加了註解
flag-secure = 不在磁碟上保存、也不讀取任何紀錄；同 `KANSHU_SECURE=1`
flag-fresh = 從檔案開頭開啟，而不是上次離開的地方
flag-reads_last = 開啟上次離開的檔案
flag-notes = 以 Markdown 輸出 FILE 或所有檔案的書籤、螢光標記和註記；加 --json 輸出全部紀錄
flag-import_notes = 匯入 `--notes --json` 輸出到 FILE 的內容，不會重複
flag-forget = 刪除關於 FILE 的所有紀錄：位置、註記、修正、編碼
flag-forget_all = 詢問後刪除所有檔案的紀錄和搜尋紀錄
flag-where = 輸出紀錄保存在哪裡
flag-find = 輸出所有檔案中 PATTERN 的每一處：百分比、章節、前後文
flag-pattern = 開啟檔案並跳到 PATTERN 的第一處；也可寫 +/PATTERN
flag-regex = 把 PATTERN 當作正規表示式
flag-words = 只找完整的詞
flag-pinyin = 也依讀音找：gs、gongsi 公司，ㄱㅎ 강하，sakura さくら
flag-numbers = 數字不管怎樣寫都能找到：12、十二、XII
flag-ignore_case = 不區分大小寫，不管 PATTERN 怎樣寫
flag-exact = 只找寫法完全一樣的，或在這幾方面一樣的
examples =
    例：
      kanshu novel.txt              讀一本書
      kanshu -w 60 article.txt      欄寬不超過 60 格
      man bash | kanshu             讀命令輸出的文字
      kanshu --toc novel.txt        輸出目錄
      kanshu -p 燈塔 a.txt          開啟並跳到第一處
      kanshu --find 公司 {"*"}.txt      在幾個檔案裡搜尋
      kanshu --section 3 novel.txt  從第三節開啟；也可以用標題
      kanshu --dump -w 72 a.txt     輸出排好的文字，每行不超過 72 格
    
    閱讀時按 F1 看按鍵。不給檔案，就列出最近讀過的，或開啟入門指南。

## 命令列的錯誤
refused = { $why }（見 kanshu --help）
several-files = 這樣用時一次只能給一個檔案
no-flag = 沒有選項 { $flag }
no-flag-but = 沒有選項 { $flag }；是不是 { $near }？
flag-twice = { $flag } 只能給一次
flag-conflict = { $flag } 不能和 { $prior } 一起用
flag-missing = 還缺：{ $flag }
flag-without-value = { $flag } 後面要有值
flag-choose = { $flag } 不能是「{ $value }」：請從 { $values } 中選一個
flag-no-equals = { $flag } 的值要寫在等號後面
flag-takes-none = { $flag } 不能帶「{ $value }」
flag-no-text = 有一個詞不是 UTF-8
flag-wrong = { $flag } 不能這樣用
flag-value = { $flag } 不能是「{ $value }」：{ $why }
no-encoding = 沒有這種編碼；可以試試 { $names }
no-format = 沒有這種格式；可以試試 { $names }
rule-no-colon = 請寫層級、冒號和正規表示式
rule-level = 層級不能是「{ $word }」：{ $why }
rule-pattern = 「{ $pattern }」：{ $error }

## 版面、設定與主題
view-now = 顯示方式：{ $view }
one-view = 這份文件只有一種顯示方式。
view-auto = 照常
view-prose = 連成段
view-verbatim = 逐行
view-source = 原文
view-page = 整頁
columns-one = 單欄
columns-two = 雙欄
columns-too-narrow = 視窗太窄，放不下兩欄。
ruler = 只突顯頁首的一段，其餘變淡。
no-ruler = 整頁恢復正常亮度。
script-source = 中文照原文顯示。
script-hans = 中文以簡體顯示。
script-hant = 中文以繁體顯示。
clean = 規則要略去的文字已略去。
not-clean = 全部顯示，規則略去的文字也顯示。
no-replacements = 沒有規則適用於這份文件：請寫在 config.toml 的 [[replace]] 裡。
moving = 自動捲動：每分鐘 { $rows } 行。{ $faster } 加快，{ $slower } 放慢，{ $stop } 停止。
not-moving = 自動捲動已停止。
settings-kept = 已儲存到 { $file }。
setting-kept = 已儲存：{ $name } = { $value }（復原用 :set { $name }={ $before }）
settings-not-kept = 沒有儲存：{ $fault }
settings-unwritten = 「{ $file }」無法寫入：{ $error }。
settings-for-now = 只在這次有效：設定沒有地方可存。
themes-head = 主題：頁面依所選主題顯示
themes-typed = 主題：{ $typed }
settings-head = 設定
settings-value = { $name } = { $typed }
settings-typed = 設定：{ $typed }
own-theme = 自訂
setting-unit = 欄寬的單位：格，或兩格寬的字
setting-columns = 並排幾欄；auto：夠寬時用兩欄
setting-row-gap = 行與行之間的空行數
setting-line-numbers = 在內文旁顯示原文的行號
setting-wrap = 程式碼、日誌的長行在下一行接著顯示；否則左右捲動
setting-overlap = 翻頁時保留幾行
setting-ruler = 只突顯頁首的一段
setting-speed = 自動捲動每分鐘幾行
setting-copy-command = 用來複製的指令；auto：終端機和現有的程式
action-themes = 主題
action-settings = 設定
action-less_option = -N、-S，其餘用 :set
action-view = 換一種顯示：連成段、逐行、原文、整頁
action-script = 簡體、繁體，或原文
action-clean = 略去規則所指的文字，或全部顯示
action-columns = 單欄或雙欄
action-ruler = 只突顯目前段落
action-auto_scroll = 自動捲動或停止；30{ $key }：每分鐘 30 行

## 連結
nothing-to-follow = 這一頁沒有連結、註釋和圖片。
no-such-label = 沒有以 { $typed } 開頭的標籤。
leads-nowhere = 文中沒有「{ $href }」這個位置。
opener-missing = 沒有可以開啟它的 { $opener }。
opener-failed = { $opener } 無法開啟它：{ $error }
opener-secure = 使用 --secure 時不在外部開啟任何內容。
help-links = 顯示連結標籤時
help-note = 寫註記時
action-links = 標籤：開啟連結、註釋、圖片
action-follow_link = 第一個；在視窗裡：前往或開啟
action-erase_label = 刪去上一個字母
action-leave_links = 繼續閱讀
action-keep_note = 儲存
action-leave_note = 不儲存
hint-first = 第一個
hint-go-there = 前往
hint-scroll = 捲動
window-note = 註釋
note-head = 註記「{ $words }」
window-address = 文件之外
window-unopened = 文件之外；kanshu 不開啟這種位址
labels-head = 請輸入標籤。

## 幾個檔案與最近讀過的文件
one-file = 沒有指定別的檔案。
first-file = 這是第一個檔案。
last-file = 這是最後一個檔案。
opening = 正在開啟 { $title }……
no-recent = 以前沒有讀過別的文件。
file-missing = { $path } 已經不在了；從清單移除請按 { $drop }。
recent-dropped = 已從清單移除（復原請按 { $undo }）：{ $title }
recent-listed = 已放回清單：{ $title }
nothing-dropped = 沒有可以放回清單的文件。
action-next_file = 下一個檔案；:n 也可以
action-previous_file = 上一個檔案；:p 也可以
action-recent = 最近讀過的文件
command-e = 改讀另一個檔案
command-page = 跳到紙本書的某一頁，或封面、目錄、正文
hint-drop = 移除
recent-head = 最近讀過
recent-narrowed = 最近讀過：{ $typed }
recent-none = 沒有名稱或章節含有這幾個字的
recent-sought = 正在找……
recent-missing = 已不在
recent-left = { $ago }
recent-left-in = { $ago } · { $section }
title-of = { $title }（{ $number }/{ $count }）
ago-now = 剛才
ago-minutes = { $count } 分鐘前
ago-hours = { $count } 小時前
ago-days =
    { $count ->
        [1] 昨天
       *[other] { $count } 天前
    }
ago-weeks = { $count } 週前
ago-months = { $count } 個月前
ago-years = { $count } 年前
flag-guide = 開啟入門指南

## 複製
copied = 已複製 { $count } 個字元
reference = ——{ $title }，{ $section }，{ $percent }%
reference-without-section = ——{ $title }，{ $percent }%
action-copy = 複製
action-copy_with_reference = 連同書名、章節和百分比複製
action-highlight_1 = 用第 1 種顏色畫線
action-highlight_2 = 用第 2 種顏色畫線
action-highlight_3 = 用第 3 種顏色畫線
action-highlight_4 = 用第 4 種顏色畫線
action-write_note = 寫註記
action-remove_highlight = 取消畫線、刪除註記
hint-copy = 複製
hint-highlight = 畫線
hint-note = 註記
hint-save = 儲存
copy-too-long = 沒有複製：對終端機來說太長。
copy-failed = 沒有複製：「{ $program }」出錯（{ $error }）。
copy-late = 沒有複製：「{ $program }」用時太久。
copy-secure = 使用 --secure 時不複製。

## 打不開的原因
open-keyboard = 標準輸入是鍵盤；請給一個檔案，或用管線送入文字
open-missing = 沒有檔案「{ $name }」
open-denied = 「{ $name }」沒有讀取權限
open-no-file = 「{ $name }」是{ $kind }；請給一個可以讀的檔案
open-foreign = 「{ $name }」：{ $kind }，kanshu 讀不了；用 -e latin1 可把位元組當文字看
open-broken = 「{ $name }」：{ $kind }，但讀不了：{ $error }；用 -e latin1 可把位元組當文字看
foreign-zip = ZIP 壓縮檔（辦公文件和一些電子書也是）
foreign-empty-zip = 空的 ZIP 壓縮檔
foreign-pdf = PDF 文件
foreign-kindle = Kindle 電子書
foreign-palm = Palm 電子書
foreign-help = 編譯過的 HTML 說明檔（CHM）
foreign-djvu = DjVu 文件
foreign-office = 舊式辦公文件
foreign-rar = RAR 壓縮檔
foreign-7z = 7z 壓縮檔
foreign-bzip2 = bzip2 壓縮的檔案
foreign-tar = tar 封存檔
foreign-picture = 圖片
foreign-program = 程式
foreign-database = 資料庫
foreign-epub = EPUB 電子書
foreign-fictionbook = FictionBook 電子書
flaw-damaged = 壓縮檔已損壞（{ $value }）
flaw-unread = 無法讀取（{ $value }）
flaw-files = 壓縮檔裡的檔案超過 { $value } 個
flaw-file-large = 其中有檔案超過 { $value } MiB
flaw-packed = 其中有檔案的壓縮比超過 { $value } 倍
flaw-no-book = 裡面沒有書
flaw-protected = 有版權保護（DRM），只有販售它的商店的程式能打開
flaw-large = 書的內文超過 { $value } MiB
flaw-bytes = 超過 { $value } MiB，或無法讀取
flaw-text = 文字超過 { $value } MiB
flaw-bodiless = 內容不是這種書
open-too-large = 「{ $name }」自稱超過 { $most } TiB，沒有這麼大的文字檔
open-failed = 「{ $name }」打不開：{ $error }
kind-directory = 目錄
kind-device = 裝置
kind-socket = 通訊端
kind-pipe = 管線
standard-input-once = 標準輸入只能讀一次
no-last-document = 以前讀過的文件都不在了
no-section-of-name = 沒有叫「{ $wanted }」的章節；--toc 可輸出目錄
not-opened = 沒有開啟：{ $error }。

## 讀入
document-incomplete = 無法讀完「{ $name }」的全文：{ $error }
read-incomplete = 沒有讀完全文：{ $error }。
survey-incomplete = 沒有找完全文的章節：{ $error }。
search-incomplete = 沒有找完全文：{ $error }。
file-unread = 「{ $name }」無法讀完：{ $error }
stream-broken = 讀入中斷：{ $error }。
stream-fault = 讀入中斷：內容有誤。
stream-no-thread = 無法開始讀入：{ $error }。
stream-most = 只保留前 { $most } MiB：其餘請存成檔案。
stream-empty = 沒有內容，是空的。
file-rewritten = 檔案有更動：按 r 重新讀入。
file-grown = 檔案變長了：按 r 重新讀入，按 F 跟隨。
file-shrunk = 檔案變短了：按 r 讀入剩下的部分。
file-replaced = 檔案換成了另一個：按 r 讀入它。
file-gone = 檔案不在了；已開啟的還能讀。
followed-rewritten = 檔案有更動。
followed-grown = 檔案變長了。
followed-shrunk = 檔案變短了。
followed-replaced = 檔案換成了另一個，改為跟隨它。
followed-gone = 檔案不在了；再出現就繼續跟隨。
followed-by-none = 檔案換成了無法跟隨的另一個。
followed-no-more = 不再跟隨：{ $error }。
reload-busy = 還在讀入。
reload-no-file = 它不是來自檔案，無法重新讀入。
reload-begun = 正在重新讀入……
reload-failed = 沒有重新讀入：{ $error }。
view-begun = 正在讀入……
part-begun = 正在讀入這一部分……

## 終端機與程式
no-keyboard = 沒有可用的終端機，讀不到按鍵（{ $error }）
terminal-failed = 終端機出錯
no-shell = 沒有可以帶回程式的 shell，繼續執行。
worker-fault = 背景出了錯。
no-thread = 無法啟動執行緒：{ $error }。
cant-write = 無法寫到標準輸出

## 保存的紀錄
keep-no-thread = 無法保存，因為不能啟動執行緒：{ $error }。
keep-fault = 無法保存：先前出了錯。
keep-late = 最後的更動來不及保存。
corrected-for-now = 修正只在這次有效：沒有可以對應的檔案。
marked-for-now = 標記只在這次有效：沒有可以對應的檔案。
noted-for-now = 註記只在這次有效：沒有可以對應的檔案。
search-too-long-to-keep = 這次搜尋太長，不記錄。
state-unread = { $holds }無法讀取：{ $error }。
state-unkept = { $holds }無法保存：{ $error }。
state-unremoved = { $holds }無法刪除：{ $error }。
state-busy = 另一個 kanshu 正在寫入
state-damaged = { $holds }的檔案已損壞。
state-set-aside = { $holds }的檔案已損壞，另存為 { $file }。
state-not-aside = { $holds }的檔案已損壞，又移不開：{ $error }。
unwritten-too-long = 檔案會超過 { $most } KiB
unwritten-formless = 無法寫成檔案（{ $said }）
rule-left-out = 保存的規則「{ $pattern }」不予採用：{ $why }。
holds-searches = 搜尋紀錄
holds-place = 本文的閱讀位置
holds-notes = 本文的註記
holds-memories = 本文的紀錄
holds-index = 已知文件的清單
small-too-long = 超過 { $most } 位元組
small-no-file = 它不是一般檔案
settings-unread = 設定檔「{ $file }」無法讀取：{ $error }
no-theme = 沒有主題「{ $name }」；可用 { $names }
no-theme-nor-file = 沒有主題「{ $name }」；可用 { $names }，或「{ $folder }」裡的檔案 { $name }.toml
first-fault = { $first }（另有 { $more } 處）
where-places = 位置：
where-notes = 註記：
where-settings = 設定：
where-nowhere = 無處存放
no-folders = 環境裡沒有指明可以保存的目錄
nothing-kept-of = 沒有關於「{ $name }」的紀錄
forgotten = 已刪除紀錄：{ $name }
nothing-kept = 沒有任何紀錄。
forget-all-head = 將刪除所有位置、註記、修正和搜尋紀錄：
forget-all-asked = 要刪除嗎？[y/N]
nothing-deleted = 沒有刪除。
still-there = 「{ $path }」還在
all-deleted = 已全部刪除。
nothing-kept-secure = 使用 --secure 時沒有紀錄
no-file-to-keep = 「{ $name }」不是可以保存紀錄的檔案
notes-unread = 「{ $name }」無法讀取
notes-not-utf8 = 「{ $name }」不是 UTF-8
notes-bad-line = { $name }:{ $line }：這一行不是 --notes --json 輸出的
taken-in = 已匯入 { $count } 則新紀錄。
find-refused = 「{ $query }」：{ $error }
find-refused-at = 「{ $query }」第 { $character } 個字元：{ $error }

## 說明的分組，文件旁的檔案和圖片
beside-missing = 這份文件旁邊沒有檔案「{ $name }」。
beside-elsewhere = 「{ $name }」不在這份文件的目錄裡，不開啟。
beside-none = 這份文件不在任何目錄裡，找不到「{ $name }」。
flag-chop_long_lines = 程式碼、日誌的長行截斷顯示，可左右捲動；同 --wrap=false
flag-no_init = 離開後把最後一頁留在螢幕上
flag-quit_if_one_screen = 一個畫面放得下就輸出並結束
flag-raw_control_chars = 為相容 less：顏色照樣顯示
flag-squeeze_blank_lines = 為相容 less：段間照樣只空一行
help-narrowed = 含有這些字的按鍵：{ $typed }
help-program = 文件與程式
help-rows = 往下讀
help-sections = 章節、段落、句子
help-jumps = 跳轉與標記
help-contents = 目錄、標題、選取
help-search = 搜尋
help-page = 頁面
hint-open-link = 開啟
hint-read = 開啟
picture-missing = 這份文件不在任何目錄裡，找不到圖片。
picture-unknown = 這不是可以開啟的圖片。
picture-unread = 圖片無法讀取：{ $error }
window-picture = 圖片
window-file = 另一份文件
setting-linear = 逐頁列印、逐行輸入，供螢幕報讀軟體和點字顯示器使用；下次啟動時生效
setting-mouse = 滑鼠由程式使用；否則歸終端機
flag-export = 為指令稿輸出文件：文字、Markdown，或 JSON 的各個區塊
setting-now = { $name } = { $value }

info-format = 格式
info-encoding = 編碼
info-size = 大小
info-parts = 分塊
info-characters = 字元
info-sections = 章節
info-language = 語言
info-lines = 行
info-paragraphs = 段落
info-replaced = 依 { $regex } 改換：{ $count } 處
info-pages = 紙本頁碼
info-landmarks = 地標
info-no-encoding = 由格式規定
info-chosen = { $encoding }，所選
info-remembered = { $encoding }，以前所選
info-mark = { $encoding }，由檔案標記得知
info-guessed = { $encoding }，推測
info-invalid = { $encoding }，{ $count } 處無效位元組
info-bytes = { $count } 位元組
info-unknown = 未知
info-lines-prose = 空行之間的行全部連接，按所選
info-lines-verbatim = 各行保持原樣，按所選
info-lines-marked = 按標記排版
info-lines-wrapped = 在約 { $cells } 格處手工折行：這樣的行會連接
info-lines-unwrapped = 沒有手工折行：各行保持原樣
info-indents = 以縮排分段
info-blank-lines = 以空行分段
info-line-ends = 以行尾分段
why-line = 行
why-level = 級
why-score = 得分
why-title = 標題
why-no-series = 有編號，但不成序列
why-reader = 讀者如此指定
why-rule = 讀者的規則：{ $pattern }

## 無畫面閱讀（--linear）
linear-heading = 標題，第 { $level } 級：
linear-columns = 表頭：
linear-chosen-row = 選取：
linear-bookmark = [書籤]
linear-selected = 選取
linear-picture = 圖片
linear-note-sign = 註釋號
linear-link = 連結
linear-struck = 刪去
linear-highlight = 畫線 { $colour }
linear-note = 註記
linear-match = 結果
linear-match-number = 第 { $number } 處結果，共 { $total } 處
linear-match-line = { $match }，在本頁第 { $line } 行：{ $words }
linear-here = { $number }. { $entry }（目前）
linear-entry = { $number }. { $entry }
linear-section = { $title }，第 { $level } 級
linear-folded = { $title }，第 { $level } 級，已收合
linear-letter = 標記 { $letter }
linear-bookmark-name = 書籤
linear-encodings = 編碼
linear-themes = 主題
linear-settings = 設定
linear-matches = 結果
linear-links = 本頁可開啟之處
linear-commands = 說明
linear-entries = { $head }（第 { $first } 至 { $last } 項，共 { $total } 項）
linear-no-entries = 清單是空的。
linear-unknown = 此處不能這樣輸入。輸入 ? 可以查看能輸入什麼。
linear-prompt = { $title }，{ $percent }。Enter：下一頁；?：說明；q：離開。
linear-prompt-section = { $title }，{ $section }，{ $percent }。Enter：下一頁；?：說明；q：離開。
linear-list-more = 輸入編號選擇；Enter：繼續列出；/文字：篩選；q：回到正文。
linear-list-prompt = 輸入編號選擇；/文字：篩選；q：回到正文。
linear-help-more = Enter：繼續；q：回到正文。
linear-leave-prompt = q：回到正文。
linear-note-prompt = 為「{ $words }」寫註記，可寫多行；單獨一行 . 儲存，單獨一行 .. 放棄。
linear-search-prompt = 搜尋：
linear-command-prompt = 命令：
linear-value-prompt = { $name } 目前是 { $value }。新值：
linear-setting-prompt = { $name } 目前是 { $value }。新值（{ $values }）：
linear-name-prompt = 名稱：
linear-encoding-prompt = 用這種編碼，文字看起來更亂。Enter：仍然使用；q：放棄。
linear-window-prompt = Enter：{ $does }；q：回到正文。
linear-action-prompt = 輸入動作的名稱；?：列出；q：回到正文。
linear-help =
    Enter：下一頁。句點 .：重讀本頁。q：離開。
    數字：到原文第幾行。50%：到該百分比。
    /文字：搜尋。n：下一處結果。N：上一處結果。
    任何命令都可用名稱輸入，前面可加冒號：contents、next_section、notes、set 名稱=值、open 檔案。
    能打出字元的鍵也可以，前面可加數字：]、3]、ma。
    在清單裡：編號選擇，/文字篩選，動作的名稱加編號則對該項進行。
    命令如下，括號裡是對應的鍵：
