# 読者に伝えることば、日本語。波かっこの中はプログラムが埋める。$undo、$search、$help、$quit はそれぞれ取り消し、検索、
# ヘルプ、終了のキーで、どの文にも使える。

## 文書
guide-title = kanshu 入門
standard-input = 標準入力
first-document = キー一覧は { $help }、終了は { $quit }。
reloaded = 読み直しました。
reads-no-more = 読み込みを止めました。ここにあるのは始めの部分だけです。
encoding-fixed = この形式は文字コードが決まっています。
width = 段の幅 { $cells } 桁
widest = 段の幅 { $cells } 桁（これが最大です）
narrowest = 段の幅 { $cells } 桁（これが最小です）
ambiguous-wide = “ — ① などの記号を 2 桁で表示します。
ambiguous-narrow = “ — ① などの記号を 1 桁で表示します。
sticky = 節の見出しを先頭行に固定します。
not-sticky = 見出しの固定をやめます。

## ステータス行と目次
time-left = 残り { $document }
time-left-both = この節 { $section }、残り { $document }
time-minutes = { $minutes } 分
time-hours = { $hours } 時間 { $minutes } 分
status-section = { $number }/{ $total } 節
status-page = 紙の本 { $page } ページ
status-help = { $key } ヘルプ
contents-unit = 字

## キーと入力
line-full = 1 行に入力できるのは { $most } 文字までです。
nothing-goes-on = 実行中の処理はありません。終了は { $quit }。
no-such-command = { $typed } というコマンドはありません。キー一覧は { $help }。
no-such-command-near = { $typed } というコマンドはありません。{ $meant } のことですか。
takes-letter = 続けて文字が要ります。マークは文字で呼びます。
nothing-to-write = 保存は要りません。本文は変わらず、記録は自動で残ります。
no-such-key = { $keys } はここでは使えません。キー一覧は { $help }。
less-option = -N と -S は使えます。less のほかのオプションは設定です。:set で変え、:settings で一覧します。

## 現在位置
start = 先頭です。
end = 末尾です。
end-so-far = 今までに届いた分の末尾です。
top-row = 先頭の行を読んでいます。
place-line = 元の { $line } 行目、{ $percent }%
place = { $percent }%
counting-lines = 行を数え終わったら { $line } 行目へ移動します。
looking-for-page = { $name } ページの位置がわかったら移動します。
no-lines = この文書には行番号がありません。
no-pages = この文書には紙の本のページ番号がありません。
all-lines = すべての行を表示します。
line-start = ここが行の始まりです。
nothing-wider = このページに、右へ続く行はありません。
nothing-cut = 段落は切りません。:setlocal view=verbatim で行をそのまま示します。

## マークとしおり
keeping = ディスクへの保存がまだ終わっていません（{ $undo } で取り消し）。
mark-set = マークしました。' と { $letter } で戻ります。
no-such-mark = マーク { $letter } はありません。m と { $letter } で付けます。
bookmarked = しおりを挟みました（{ $undo } で取り消し）：{ $words }
named = 名前を付けました：{ $name }
highlighted = ハイライトしました（{ $undo } で取り消し）：{ $words }
note-kept = 注釈を付けました（{ $undo } で取り消し）：{ $words }
note-unkept = 書いたものはまだ保存されていません。{ $keep } で保存、もう一度 { $leave } でやめます。
note-left = 注釈は元のままです。{ $undo } で書いたものが戻ります。
note-full = 注釈は { $most } KiB までです。それを超えた分は入っていません。
no-highlight = ここにはハイライトも注釈もありません。
no-bookmarks = しおりはまだありません。m と Enter で挟みます。
no-notes = ハイライトも注釈もまだありません。文字を選択し、c と 1〜4、または a で付けます。
marks-full = 1 つの文書に付けられるマークは { $most } 個までです。
mark-deleted = 削除しました（{ $undo } で取り消し）：{ $words }
mark-undone = 元に戻しました：{ $words }
mark-back =
    { $kind ->
        [letter] マーク
        [highlight] ハイライト
        [note] 注釈
       *[bookmark] しおり
    }を元に戻しました：{ $words }
mark-gone =
    { $kind ->
        [letter] マーク
        [highlight] ハイライト
        [note] 注釈
       *[bookmark] しおり
    }を取り消しました：{ $words }
no-mark-to-undo = 取り消すマークがありません。
nothing-changed = 取り消す変更がありません。
encoding-kept = これからは { $encoding } で読みます（{ $undo } で取り消し）
encoding-back = 元に戻しました：{ $encoding }

## 移動の履歴
no-way-back = これより前の移動はありません。
no-way-forward = これより先の移動はありません。

## 節
no-sections = この文書には節がありません。
last-section = 最後の節です。
no-such-section = 「{ $wanted }」という節はありません。
no-such-page = 「{ $wanted }」というページはありません。あるのは { $names } です。
page-names = { $names } があります。
sections-kept = これまでに見つかった節を使います。

## 目次の修正
corrections-lost = 修正した行のうち { $count } 行が本文に見つかりません。
heading = レベル { $level } の見出し（{ $undo } で取り消し）：{ $words }
no-heading = 見出しから外しました（{ $undo } で取り消し）：{ $words }
line-undone = 元に戻しました：{ $words }
rule-undone = 元に戻しました：同じ種類の行すべて
nothing-to-undo = 取り消す修正がありません。
no-line = ここには選べる行がありません。
mid-paragraph = この行は段落の途中です。
no-example = 手がかりがありません（番号も記号もなく、大文字だけでもない）。
rules-large = この種の規則は合わせて { $most } MiB までです。{ $undo } で取り消せます。
rules-full = この種の規則は { $most } 個までです。{ $undo } で取り消せます。
rules-cut = 規則に合う行が { $most } 行を超えました。残りはそのままです。
looking-for-alike = 同じ種類の行を探しています…
looking-for-alike-later = 全文が届いてから同じ種類の行を探します。
alike-headings =
    { $count ->
        [0] 同じ種類の行はありません（{ $undo } で取り消し）
        [1] この行だけでした。見出しにしました（{ $undo } で取り消し）
       *[other] 同じ種類の { $count } 行を見出しにしました（{ $undo } で取り消し）
    }
alike-no-headings =
    { $count ->
        [0] 同じ種類の行はありません（{ $undo } で取り消し）
        [1] この行だけでした。見出しから外しました（{ $undo } で取り消し）
       *[other] 同じ種類の { $count } 行を見出しから外しました（{ $undo } で取り消し）
    }

## 文字の選択
no-text = ここには文字がありません。
too-much = 選択した文字が多すぎます。

## 検索
no-search = まだ検索していません。{ $search } で検索します。
not-found = 見つかりません。
no-word = ここには単語がありません。
command-set = 設定を変えて保存
command-setlocal = この文書だけに設定し、保存する
no-dictionary = 辞書が設定されていません。config.toml に dictionary = "sdcv --non-interactive --utf8-output" と書いてください。
looking-up = 辞書を引いています：{ $word }
dictionary-secure = --secure では他のプログラムを実行しません。
dictionary-missing = 「{ $program }」というプログラムがありません。
dictionary-failed = 「{ $program }」が失敗しました：{ $error }
dictionary-late = 「{ $program }」が時間内に終わりませんでした。
dictionary-silent = 「{ $word }」は辞書にありません。
window-meaning = 辞書
action-mouse = マウスを端末に渡す、戻す
action-dictionary = 辞書を引く（一致した語、またはページの最初の語）
setting-dictionary = 辞書を引くコマンド（語は最後の引数）
past-end = 末尾まで来たので先頭から続けます。
past-start = 先頭まで来たので末尾から続けます。

## ヘルプ
help-head = キー（5{ $row_down }：5 回）
help-head-plain = キー
help-more = ↓ 続き
help-list = 一覧の中で
help-marking = 見出しを付けるとき
help-selecting = 文字を選ぶとき
help-prompt = 検索を入力するとき
help-command = コマンドラインで
help-switches = 検索オプションの中で
help-signs = 本文のわきの記号
sign-goes-on = 行が次の行へ続く
sign-cut = 行がその側に続く
sign-quotation = 引用
sign-bookmark = しおり
sign-note = 自分の注釈

## ページでの操作。$key はその最初のキー
action-row_down = 1 行進む
action-row_up = 1 行戻る
action-page_down = 次のページ
action-page_up = 前のページ
action-half_page_down = 半ページ進む
action-half_page_up = 半ページ戻る
action-start = 先頭へ
action-end = 末尾へ。50{ $key } で 50 行目
action-percent = 50{ $key } で全体の 50% へ
action-place = 行番号とパーセントを表示
action-top_row = 先頭の行
action-middle_row = 中央の行を先頭へ
action-bottom_row = 最後の行を先頭へ
action-row_to_top = 検索結果を先頭へ
action-row_to_middle = 検索結果を中央へ
action-row_to_bottom = 検索結果を下端へ
action-next_section = 次の節
action-previous_section = 前の節
action-next_paragraph = 次の段落
action-previous_paragraph = 前の段落
action-next_sentence = 次の文
action-previous_sentence = 前の文
action-back = 移動する前の位置へ戻る
action-forward = もう一度進む
action-swap = 2 つの位置を行き来する
action-set_mark = 文字でマークを付ける
action-go_to_mark = 文字のマークへ移動
action-bookmark = しおりを挟む
action-bookmarks = しおりの一覧
action-note = 先頭の段落に注釈を書く
action-notes = ハイライトと注釈の一覧
action-undo_marks = 最後の変更を取り消す
action-contents = 目次
action-to_list = 横の一覧へ
action-mark = 行を見出しにする
action-select = 文字を選ぶ
action-search = 検索（入力しながら）
action-search_back = 上へ検索
action-search_word = ここの単語を検索
action-matches = 検索結果の一覧
action-filter = 語のある行だけを表示
action-next_match = 次の検索結果
action-previous_match = 前の検索結果
action-toggle_sticky = 見出しを先頭行に固定
action-widen = 段を広げる
action-scroll_left = 長い行を左へ
action-scroll_right = 長い行を右へ
action-narrow = 段を狭める
action-reset_width = 段の幅を元に戻す
action-encodings = 文字コードを選ぶ
action-toggle_ambiguous = “ — を 1 桁か 2 桁に
action-follow = ファイルの追記を追う
action-reload = ファイルを読み直す
action-redraw = 画面を描き直す
action-stop = 処理を止める
action-command_line = コマンドライン
action-help = このヘルプ
action-suspend = 一時停止。fg で戻る
action-quit = 終了

## 一覧での操作
action-go = 移動する
action-leave_list = 移動せずに閉じる
action-keep_list = 開いたまま読む
action-next_entry = 次の項目
action-previous_entry = 前の項目
action-next_entries = 次のページ
action-previous_entries = 前のページ
action-first_entry = 最初の項目
action-last_entry = 最後の項目
action-unfold = 開く、中へ入る
action-fold = 閉じる、外へ出る
action-fold_all = すべて閉じる、開く
action-drop_section = 削除。目次では見出しから外す
action-name = しおりに名前を付ける、注釈を直す
action-outer = レベルを上げる
action-deeper = レベルを下げる
action-sections_alike = 同じ種類の行すべて
action-undo = 取り消す

## 見出しを付けるときの操作
action-turn = 見出しにする、外す
action-line_down = 下の行
action-line_up = 上の行
action-drop_heading = 見出しではない
action-heading_out = レベルを上げる
action-heading_in = レベルを下げる
action-headings_alike = 同じ種類の行すべて
action-undo_mark = 修正を取り消す
action-leave_marking = 読書に戻る

## 文字を選ぶときの操作
action-select_on = 1 文字先へ
action-select_back = 1 文字前へ
action-select_word_on = 単語の終わりへ
action-select_word_back = 単語の始めへ
action-select_row_on = 次の行へ
action-select_row_back = 前の行へ
action-select_row_end = 行の終わりへ
action-select_row_start = 行の始めへ
action-select_sentence_on = 文の終わりへ
action-select_sentence_back = 文の始めへ
action-select_paragraph_on = 段落の終わりへ
action-select_paragraph_back = 段落の始めへ
action-select_page_on = 次のページへ
action-select_page_back = 前のページへ
action-select_half_page_on = 半ページ先へ
action-select_half_page_back = 半ページ前へ
action-select_to_start = 文書の先頭へ
action-select_to_end = 文書の末尾へ
action-other_end = 反対の端を動かす
action-select_word = この単語
action-select_sentence = この文
action-select_paragraph = この段落
action-search_selection = 選んだ文字を検索
action-leave_selecting = 読書に戻る

## 検索を入力するときの操作とオプション
action-keep = 検索結果の位置で読む
action-leave = 検索前の位置へ戻る
action-older = 前の検索
action-newer = 後の検索
action-regex = 正規表現
action-whole_words = 単語単位
action-pinyin = 読み：gs で 公司
action-switches = 全オプション：大文字、全角、新旧字体 …
action-turn_regex = 正規表現
action-turn_whole_words = 単語単位
action-turn_pinyin = 読み：gs 公司
action-turn_case = a と A
action-turn_width = A と Ａ
action-turn_han = 国 と 國
action-turn_kana = ひ と ヒ
action-turn_punctuation = , と ，
action-turn_accents = e と é
action-turn_numbers = 12 と 十二

## コマンドラインでの操作
action-complete = 名前を補完

## オプションの値、いつもと違う検索
value-on = オン
value-off = オフ
value-alike = 区別しない
value-different = 区別する
value-smart = 大文字を打てば区別
value-ordinals = 第 の後は区別しない
unusual-exact = 完全一致
unusual-regex = 正規表現
unusual-words = 単語
unusual-pinyin = 読み
unusual-any-case = 大小同一
unusual-case = a≠A
unusual-width = A≠Ａ
unusual-han = 国≠國
unusual-kana = ひ≠ヒ
unusual-punctuation = ,≠，
unusual-accents = e≠é
unusual-numbers-alike = 12=十二
unusual-numbers = 12≠十二
switches-head = 検索オプション
prompt-switches = { $switches } オプション

## パネルのキーの働き、一言で
hint = { $keys } { $does }
hint-go = 移動
hint-name = 名前
hint-delete = 削除
hint-undo = 取消
hint-no-heading = 外す
hint-level = レベル
hint-alike = 同類
hint-turn = 見出し/外す
hint-choose = 行
hint-leave = 戻る
hint-keep = 開いておく
hint-to-list = 一覧へ
hint-close = 閉じる
hint-return = 元の位置へ
hint-change = 変更
hint-type = 入力
hint-anyway = それでも使う
hint-word = 単語
hint-sentence = 文
hint-paragraph = 段落
hint-other-end = 反対の端
hint-search = 検索

## パネル
contents-head = 目次
contents-narrowed = 目次：{ $typed }
contents-empty = 節がありません
contents-begun = 節を探しています
contents-none = この文字を含む見出しはありません
bookmarks-head = しおり
bookmarks-narrowed = しおり：{ $typed }
bookmarks-name = 名前：{ $typed }
notes-head = ハイライトと注釈
notes-narrowed = ハイライトと注釈：{ $typed }
matches-head = 検索結果 { $count }：{ $typed }
matches-none = なし
matches-sought = 検索中…
encodings-head = 文字コード：選ぶとページに反映
encodings-narrowed = 文字コード：{ $typed }
encodings-asked = かえって読めなくなります。
reads-badly = 前に選んだ文字コード { $encoding } では文字化けしているようです。{ $encodings } で選び直せます。

## 文字コードごとの文字
script-other = 現在の文字コード
script-UTF-8 = すべての文字
script-GBK = 中国語（簡体字）、GB2312、GB18030
script-Big5 = 中国語（繁体字）、HKSCS
script-Shift_JIS = 日本語、コードページ 932
script-EUC-JP = 日本語
script-ISO-2022-JP = 日本語（古いメール）
script-EUC-KR = 韓国語、コードページ 949
script-UTF-16LE = すべての文字
script-UTF-16BE = すべての文字
script-windows-1252 = 西欧、Latin-1
script-IBM850 = 西欧（DOS）
script-IBM437 = 西欧（DOS）、罫線付き
script-macintosh = 西欧（旧 Mac）
script-windows-1250 = 中欧
script-ISO-8859-2 = 中欧、Latin-2
script-IBM852 = 中欧（DOS）
script-windows-1251 = キリル文字
script-x-mac-cyrillic = キリル文字（旧 Mac）
script-KOI8-U = ロシア語、ウクライナ語、KOI8-R
script-IBM866 = キリル文字（DOS）
script-windows-1253 = ギリシャ語
script-windows-1254 = トルコ語
script-windows-1255 = ヘブライ語
script-windows-1256 = アラビア語
script-windows-1257 = バルト語派
script-windows-1258 = ベトナム語
script-windows-874 = タイ語

## ステータス行の検索と読み込み
match-number = { $number }/{ $total }
unsearchable = 検索できません
found-none = 見つかりません
found =
    { $count ->
       *[other] { $shown } 件
    }
searching = 検索 { $percent }%
encoding-guessed = { $name }（推定）
invalid-bytes = 不正なバイト { $count } 個
following = 追跡中
reading = 読込中… { $amount }
surveying = 節 { $percent }%

## 検索できない理由
query-at = { $character } 文字目：{ $error }
query-empty = 検索する文字がありません
query-too-long = 検索する文字が長すぎます
query-too-large = 式が大きくなりすぎます
expression-open-group = グループが閉じていません
expression-unopened-group = グループの始まりがありません
expression-group-name = グループの名前が正しくありません
expression-open-class = 文字クラスが閉じていません
expression-class-range = 文字クラスの範囲が正しくありません
expression-property = この Unicode プロパティはありません
expression-escape = バックスラッシュの後が正しくありません
expression-number = 文字の番号が正しくありません
expression-nothing-to-repeat = 繰り返す対象がありません
expression-count = 繰り返しの回数が正しくありません
expression-flag = 不明なフラグです
expression-look-around = 先読みと後読みは使えません
expression-back-reference = 後方参照は使えません
expression-too-deep = グループの入れ子が深すぎます
expression-other = 正規表現ではありません

## 設定ファイルとテーマの誤り。名前、表、値は書かれたまま
fault = { $line }: { $what }
fault-in-file = { $file }:{ $fault }
fault-no-toml = { $said }。設定は `width = 80` や `keys = "less"` のように書きます
fault-no-toml-of-theme = { $said }。見た目は `link = {"{"} colour = "#0057b0", underline = true {"}"}` のように書きます
fault-no-setting = 設定 `{ $name }` はありません{ $mend }
fault-no-switch = [search] にオプション `{ $name }` はありません{ $mend }
fault-no-action = [bind] に操作 `{ $name }` はありません{ $mend }
fault-no-part-of-rule = [[{ $table }]] に `{ $name }` はありません{ $mend }
fault-no-role = `{ $name }` というものはありません{ $mend }
fault-no-part-of-look = 見た目に `{ $name }` はありません{ $mend }
fault-no-table = `{ $name }` は表です。`[{ $name }]` と書きます
fault-no-tables = `{ $name }` は複数の表です。それぞれの上に `[[{ $name }]]` と書きます
fault-half-rule = [[sections]] の規則には regex と level が要ります：regex = '^第.+回$', level = 1
fault-no-regex = [[replace]] の規則には regex が要ります：regex = 'www\.[a-z.]+'
fault-value = `{ $name }` を `{ $word }` にはできません：{ $why }
fault-no-value = `{ $name }` の値は 1 つです：{ $why }
fault-no-keys = キーを 1 つか複数書きます：["j", "Down"]
fault-no-key = キー `{ $name }` はありません：j、Space、Down、PgDn、F1、^F（Ctrl）、M-v（Alt）、gg（g を 2 回）のように書きます
fault-unbindable = `{ $keys }` は割り当てられません：{ $why }
fault-no-parent = 継承するテーマ `{ $name }` がありません
fault-no-look = 見た目は表です。例：`link = {"{"} colour = "#0057b0", underline = true {"}"}`
mend-unknown = {""}
mend-near = 。`{ $name }` のことですか
mend-above = 。すべての表より上に書きます
mend-under = 。`[{ $name }]` の下に書きます
value-number = { $least } から { $most } までの数です
value-choice = { $names } のどれかです{ $mend }
value-words = { $names } からいくつか、空白で区切って選びます{ $mend }
value-level = 1 から { $most } までの数か none です
value-switch = true か false です
value-long = { $most } 文字までです
value-colour = 色は `#rrggbb`、0 から 255 の数、または名前です：{ $names }
pattern-empty = 式が空です
pattern-too-long = 式が長すぎます
pattern-at = { $character } 文字目：{ $error }
no-room-rules = 規則は { $most } 個までです
no-room-bytes = 規則は合わせて { $most } MiB までです
unbindable-count = 数字は回数の入力に使います
unbindable-suspends = つねに一時停止に使います
unbindable-leaves = 閉じたり止めたりするのに使います
unbindable-any-letter = 前のキーに続く任意の文字を表します
unbindable-typed = そこでは文字として入力されます
unbindable-several = 続けて押すキーはページと文字の選択でだけ使えます
unbindable-bound = すでに { $action } に割り当てられています
unbindable-overlaps = { $keys } はすでに { $action } に割り当てられています

## 設定の説明
setting-width = 本文の段の最大幅（桁数）
setting-margin = 本文の左に空ける桁数
setting-status = ステータス行に表示するもの（この順で）
setting-view = 文書の表示のしかた。prose・verbatim はプレーンテキスト、page はページ全体
setting-show = 中国語を表示する字体：原文、簡体字、繁体字
setting-clean = [[replace]] のとおりに省いたり置き換えたりして表示する
setting-sticky = 節の見出しがページより上にあるとき、先頭行に表示する
setting-colour = 色を使うかどうか。auto は NO_COLOR に従う
setting-theme = テーマ。auto は端末の背景で選ぶ
setting-language = 表示の言語。auto はロケールに従う
setting-keys = ページのキー：独自、less、vim
setting-level = 行頭と行末の禁則の強さ
setting-korean = 韓国語の改行位置
setting-hang = 句点を段の外にぶら下げるかどうか
setting-autospace = 和文と欧文のあいだの空き
setting-justify = 行末の余白の扱い
setting-orphan = 最後の行が 1 文字だけになるとき
setting-algorithm = 行の埋め方
setting-odd-measure = 中国語での奇数の幅の扱い
setting-quotes = 中国語の引用符の幅
setting-ruby = ルビを表示する場所
setting-paragraphs = 段落の区切り
setting-ambiguous = “ — ① などの記号の桁数。auto は端末に尋ねる
switch-regex = 入力を正規表現とみなす
switch-words = 単語単位で検索する
switch-pinyin = 読みでも検索する：gongsi、gs で 公司、ㄱㅎ で 강하、sakura で さくら
switch-case = a と A。smart は大文字を打ったときだけ区別
switch-width = A と Ａ、kg と ㎏、2 と ²
switch-han = 国 と 國、高 と 髙
switch-kana = ひ と ヒ
switch-punctuation = , と ，
switch-accents = e と é、ae と æ
switch-numbers = 12 と 十二 と XII。ordinals は 第 の後で区別しない

## コマンドラインの説明
about = 端末で長い文章を読むリーダー。どの文字でも正しく組みます
usage = 使い方：kanshu [オプション] [ファイル]…
heading-arguments = 引数
heading-options = オプション
heading-layout = 組版
heading-search = 検索
flag-values = { $does } [{ $values }]
flag-default = { $does } [既定：{ $usual }]
flag-choice = { $does } [{ $values }] [既定：{ $usual }]
flag-names = { $does } [{ $values }、または自作のテーマ]
flag-help = この説明を表示する
flag-version = バージョンを表示する
flag-files = 読むファイル（複数なら順に読む）。`-` は標準入力
flag-encoding = ファイルの文字コード（自動判定が誤るとき）：gbk、big5、sjis …
flag-format = ファイルの形式（名前からわからないとき）：plain、markdown、html、mhtml、epub、fb2、aozora
flag-dump = 画面を使わず、組んだ文章を出力する
flag-toc = 目次を出力する
flag-why = 各行を見出しとした、しなかった理由を目次とともに出力する
flag-section = この節を開く、またはこの節だけを出力する：目次の番号か見出しの一部
flag-heading = REGEX に合う行をレベル LEVEL（1 から 9）の見出しにする。none なら外す。何度でも指定できる
flag-info = ファイルの情報を出力する：形式、文字コード、大きさ、言語
flag-json = 上の内容や検索結果を JSON で出力する
flag-config = FILE から設定を読む
flag-no_config = 設定ファイルを読まない
flag-print_config = すべて既定値でコメントにした設定ファイルを出力する
flag-secure = ディスクに何も残さず、残したものも読まない。`KANSHU_SECURE=1` と同じ
flag-fresh = 前に閉じた位置ではなく先頭で開く
flag-reads_last = 最後に閉じたファイルを開く
flag-notes = FILE または全ファイルのしおり、ハイライト、注釈を Markdown で出力する。--json ではすべての記録
flag-import_notes = `--notes --json` で FILE に出力したものを重複なく取り込む
flag-forget = FILE の記録をすべて消す：位置、注釈、修正、文字コード
flag-forget_all = 確認のあと、全ファイルの記録と検索の履歴を消す
flag-where = 記録の保存場所を出力する
flag-find = 全ファイルの PATTERN の箇所を出力する：パーセント、節、前後の文
flag-pattern = PATTERN の最初の箇所で開く。+/PATTERN でもよい
flag-regex = PATTERN を正規表現とみなす
flag-words = 単語単位で検索する
flag-pinyin = 読みでも検索する：gs、gongsi で 公司、ㄱㅎ で 강하、sakura で さくら
flag-numbers = どの書き方の数も見つける：12、十二、XII
flag-ignore_case = PATTERN の書き方によらず大文字と小文字を区別しない
flag-exact = 書かれたとおりのもの、またはこれらの点で同じものだけを見つける
examples =
    例：
      kanshu novel.txt              本を読む
      kanshu -w 60 article.txt      段の幅を 60 桁までにする
      man bash | kanshu             コマンドの出力を読む
      kanshu --toc novel.txt        目次を出力する
      kanshu -p 灯台 a.txt          最初に見つかった箇所で開く
      kanshu --find 会社 {"*"}.txt      複数のファイルを検索する
      kanshu --section 3 novel.txt  3 番目の節を開く（見出しでもよい）
      kanshu --dump -w 72 a.txt     1 行 72 桁までで組んで出力する
    
    読んでいるときに F1 でキー一覧。ファイルを指定しないと、最近読んだ文書の一覧か入門を開きます。

## コマンドラインの誤り
refused = { $why }（kanshu --help）
several-files = この使い方ではファイルは 1 つです
no-flag = { $flag } というオプションはありません
no-flag-but = { $flag } というオプションはありません。{ $near } のことですか
flag-twice = { $flag } は 1 回だけ指定できます
flag-conflict = { $flag } と { $prior } は同時に使えません
flag-missing = 足りません：{ $flag }
flag-without-value = { $flag } には値が要ります
flag-choose = { $flag } を「{ $value }」にはできません：{ $values } のどれかです
flag-no-equals = { $flag } の値は等号の後に書きます
flag-takes-none = { $flag } に「{ $value }」は付けられません
flag-no-text = UTF-8 でない語があります
flag-wrong = { $flag } はこのようには使えません
flag-value = { $flag } を「{ $value }」にはできません：{ $why }
no-encoding = この文字コードはありません。使えるのは { $names } などです
no-format = この形式はありません。使えるのは { $names } です
rule-no-colon = レベル、コロン、正規表現の順に書きます
rule-level = レベルを「{ $word }」にはできません：{ $why }
rule-pattern = 「{ $pattern }」：{ $error }

## 版面、設定、テーマ
view-now = 表示：{ $view }
one-view = この文書の表示は一通りだけです。
view-auto = 通常
view-prose = 段落
view-verbatim = 行ごと
view-source = 原文
view-page = ページ全体
columns-one = 1 段組み
columns-two = 2 段組み
columns-too-narrow = 窓が狭く、2 段にできません。
ruler = 先頭の段落のほかを薄く表示します。
no-ruler = ページ全体を元の明るさに戻します。
script-source = 中国語を原文の字体で表示します。
script-hans = 中国語を簡体字で表示します。
script-hant = 中国語を繁体字で表示します。
clean = 規則で省く箇所を省いて表示します。
not-clean = 規則で省く箇所も含め、すべて表示します。
no-replacements = この文書に当てはまる規則はありません。config.toml の [[replace]] に書きます。
moving = 自動スクロール：毎分 { $rows } 行。{ $faster } 速く、{ $slower } 遅く、{ $stop } 停止
not-moving = 自動スクロールを止めました。
settings-kept = { $file } に保存しました。
setting-kept = 保存しました：{ $name } = { $value }（:set { $name }={ $before } で取り消し）
settings-not-kept = 保存していません：{ $fault }
settings-unwritten = 「{ $file }」に書き込めません：{ $error }
settings-for-now = 今回だけ有効です。設定を保存する場所がありません。
themes-head = テーマ：選ぶとページに反映
themes-typed = テーマ：{ $typed }
settings-head = 設定
settings-value = { $name } = { $typed }
settings-typed = 設定：{ $typed }
own-theme = 自作
setting-unit = 段の幅の単位：桁、または 2 桁の文字
setting-columns = 並べる段の数。auto は広いとき 2 段
setting-row-gap = 行と行のあいだの空行の数
setting-line-numbers = 原文の行番号を本文の横に示す
setting-wrap = コードやログの長い行を次の行に続ける（なければ横に動かす）
setting-overlap = ページをめくるとき残す行数
setting-ruler = 先頭の段落のほかを薄くする
setting-speed = 自動スクロールの毎分の行数
setting-copy-command = コピーに使うコマンド。auto は端末と、あるプログラム
action-themes = テーマ
action-settings = 設定
action-less_option = -N と -S。ほかは :set
action-view = 表示を切り替える：段落・行ごと・原文・ページ全体
action-script = 中国語を簡体字・繁体字・原文で
action-clean = 規則で省く、すべて表示する
action-columns = 1 段か 2 段か
action-ruler = この段落のほかを薄くする
action-auto_scroll = 自動スクロール、停止。30{ $key } で毎分 30 行

## リンク
nothing-to-follow = このページにはリンクも注も図もありません。
no-such-label = { $typed } で始まるラベルはありません。
leads-nowhere = この文書に「{ $href }」という場所はありません。
opener-missing = 開くための { $opener } がありません。
opener-failed = { $opener } では開けません：{ $error }
opener-secure = --secure では外部で何も開きません。
help-links = リンクのラベルを表示中
help-note = 注釈を書いている間
action-links = ラベル：リンク、注、図を開く
action-follow_link = 最初のもの。ウィンドウでは移動、開く
action-erase_label = 最後の文字を消す
action-leave_links = 読書に戻る
action-keep_note = 保存する
action-leave_note = 元のままにする
hint-first = 最初
hint-go-there = 移動
hint-scroll = スクロール
window-note = 注
note-head = 「{ $words }」への注釈
window-address = 文書の外
window-unopened = 文書の外。kanshu はこの種のアドレスを開きません
labels-head = ラベルを入力してください。

## 複数のファイルと最近読んだ文書
one-file = ほかのファイルは指定されていません。
first-file = 最初のファイルです。
last-file = 最後のファイルです。
opening = { $title } を開いています…
no-recent = これまでに読んだ文書はほかにありません。
file-missing = { $path } はもうありません。{ $drop } で一覧から外します。
recent-dropped = 一覧から外しました（{ $undo } で取り消し）：{ $title }
recent-listed = 一覧に戻しました：{ $title }
nothing-dropped = 一覧に戻せる文書はありません。
action-next_file = 次のファイル。:n でもよい
action-previous_file = 前のファイル。:p でもよい
action-recent = 最近読んだ文書
command-e = 別のファイルを読む
command-page = 紙の本のページ、または表紙・目次・本文へ移動
hint-drop = 外す
recent-head = 最近読んだ文書
recent-narrowed = 最近読んだ文書：{ $typed }
recent-none = 名前にも節にもこの文字はありません
recent-sought = 探しています…
recent-missing = ありません
recent-left = { $ago }
recent-left-in = { $ago } · { $section }
title-of = { $title }（{ $number }/{ $count }）
ago-now = たった今
ago-minutes = { $count } 分前
ago-hours = { $count } 時間前
ago-days =
    { $count ->
        [1] 昨日
       *[other] { $count } 日前
    }
ago-weeks = { $count } 週間前
ago-months = { $count } か月前
ago-years = { $count } 年前
flag-guide = 入門を開く

## コピー
copied = { $count } 文字をコピーしました
reference = —— { $title }、{ $section }、{ $percent }%
reference-without-section = —— { $title }、{ $percent }%
action-copy = コピー
action-copy_with_reference = 題、節、パーセントを付けてコピー
action-highlight_1 = 色 1 でハイライト
action-highlight_2 = 色 2 でハイライト
action-highlight_3 = 色 3 でハイライト
action-highlight_4 = 色 4 でハイライト
action-write_note = 注釈を書く
action-remove_highlight = ハイライト、注釈を消す
hint-copy = コピー
hint-highlight = ハイライト
hint-note = 注釈
hint-save = 保存
copy-too-long = コピーしていません。端末には長すぎます。
copy-failed = コピーしていません。「{ $program }」の誤り（{ $error }）
copy-late = コピーしていません。「{ $program }」が時間内に終わりませんでした。
copy-secure = --secure ではコピーしません。

## 開けない理由
open-keyboard = 標準入力がキーボードです。ファイルを指定するか、パイプで文章を送ってください
open-missing = 「{ $name }」というファイルはありません
open-denied = 「{ $name }」を読む権限がありません
open-no-file = 「{ $name }」は{ $kind }です。読むファイルを指定してください
open-foreign = 「{ $name }」（{ $kind }）は kanshu では読めません。-e latin1 ならバイトを文字として表示します
open-broken = 「{ $name }」（{ $kind }）は読めません：{ $error }。-e latin1 ならバイトを文字として表示します
foreign-zip = ZIP アーカイブ（オフィス文書や一部の電子書籍もそうです）
foreign-empty-zip = 空の ZIP アーカイブ
foreign-pdf = PDF 文書
foreign-kindle = Kindle の電子書籍
foreign-palm = Palm の電子書籍
foreign-help = コンパイル済み HTML ヘルプ（CHM）
foreign-djvu = DjVu 文書
foreign-office = 旧形式のオフィス文書
foreign-rar = RAR アーカイブ
foreign-7z = 7z アーカイブ
foreign-bzip2 = bzip2 で圧縮されたファイル
foreign-tar = tar アーカイブ
foreign-picture = 画像
foreign-program = プログラム
foreign-database = データベース
foreign-epub = EPUB の電子書籍
foreign-fictionbook = FictionBook の電子書籍
flaw-damaged = アーカイブが壊れています（{ $value }）
flaw-unread = 読み取れません（{ $value }）
flaw-files = アーカイブのファイルが { $value } 個を超えます
flaw-file-large = { $value } MiB を超えるファイルがあります
flaw-packed = { $value } 倍を超えて圧縮されたファイルがあります
flaw-no-book = 中に本がありません
flaw-protected = 保護（DRM）されていて、販売元のプログラムでしか開けません
flaw-large = 本文が { $value } MiB を超えます
flaw-bytes = { $value } MiB を超えるか、読み取れません
flaw-text = 文章が { $value } MiB を超えます
flaw-bodiless = 中身がその形式ではありません
open-too-large = 「{ $name }」は { $most } TiB を超えるといいます。そのような文章はありません
open-failed = 「{ $name }」を開けません：{ $error }
kind-directory = ディレクトリ
kind-device = デバイス
kind-socket = ソケット
kind-pipe = パイプ
standard-input-once = 標準入力は一度しか読めません
no-last-document = 前に読んだ文書はもうありません
no-section-of-name = 「{ $wanted }」という節はありません。--toc で目次を出力します
not-opened = 開けません：{ $error }

## 読み込み
document-incomplete = 「{ $name }」の全文を読めません：{ $error }
read-incomplete = 全文を読めませんでした：{ $error }
survey-incomplete = 全文の節を調べられませんでした：{ $error }
search-incomplete = 全文を検索できませんでした：{ $error }
file-unread = 「{ $name }」を最後まで読めません：{ $error }
stream-broken = 読み込みが途切れました：{ $error }
stream-fault = 読み込みが途切れました：内容に誤りがあります。
stream-no-thread = 読み込みを始められません：{ $error }
stream-most = 最初の { $most } MiB だけです。残りはファイルに保存してください。
stream-empty = 読むものがありません。空です。
file-rewritten = ファイルが変わりました。r で読み直します。
file-grown = ファイルが長くなりました。r で読み直し、F で追います。
file-shrunk = ファイルが短くなりました。r で残りを読みます。
file-replaced = ファイルが別のものになりました。r でそれを読みます。
file-gone = ファイルがなくなりました。開いている分は読めます。
followed-rewritten = ファイルが変わりました。
followed-grown = ファイルが長くなりました。
followed-shrunk = ファイルが短くなりました。
followed-replaced = ファイルが別のものになりました。それを追います。
followed-gone = ファイルがなくなりました。また現れたら追います。
followed-by-none = ファイルが、追えないものに替わりました。
followed-no-more = 追うのをやめました：{ $error }
reload-busy = まだ読み込み中です。
reload-no-file = ファイルではないので読み直せません。
reload-begun = 読み直しています…
reload-failed = 読み直せません：{ $error }
view-begun = 読み込んでいます…
part-begun = この部分を読み込んでいます…

## 端末とプログラム
no-keyboard = 使える端末がなく、キーを読めません（{ $error }）
terminal-failed = 端末の誤り
no-shell = 戻してくれるシェルがないので、そのまま続けます。
worker-fault = 裏の処理で誤りが起きました。
no-thread = スレッドを始められません：{ $error }
cant-write = 標準出力に書き込めません

## 残す記録
keep-no-thread = スレッドがなく、何も保存できません：{ $error }
keep-fault = 何も保存できません。先に誤りが起きました。
keep-late = 最後の変更は保存が間に合いませんでした。
corrected-for-now = 修正は今回だけです。結び付けるファイルがありません。
marked-for-now = マークは今回だけです。結び付けるファイルがありません。
noted-for-now = 注釈は今回だけです。結び付けるファイルがありません。
search-too-long-to-keep = この検索は長すぎて記録しません。
state-unread = { $holds }を読めません：{ $error }
state-unkept = { $holds }を保存できません：{ $error }
state-unremoved = { $holds }を消せません：{ $error }
state-busy = 別の kanshu が書き込み中です
state-damaged = { $holds }のファイルが壊れています。
state-set-aside = { $holds }のファイルが壊れているので { $file } に移しました。
state-not-aside = { $holds }のファイルが壊れていて、移せません：{ $error }
unwritten-too-long = ファイルが { $most } KiB を超えてしまいます
unwritten-formless = ファイルに書ける形がありません（{ $said }）
rule-left-out = 保存された規則「{ $pattern }」は使われません：{ $why }。
holds-searches = 検索の履歴
holds-place = この文書の位置
holds-notes = この文書の注釈
holds-memories = この文書の記録
holds-index = 文書の一覧
small-too-long = { $most } バイトを超えています
small-no-file = 通常のファイルではありません
settings-unread = 設定ファイル「{ $file }」を読めません：{ $error }
no-theme = テーマ「{ $name }」はありません。使えるのは { $names }
no-theme-nor-file = テーマ「{ $name }」はありません。使えるのは { $names }、または「{ $folder }」のファイル { $name }.toml
first-fault = { $first }（ほかに { $more } 件）
where-places = 位置：
where-notes = 注釈：
where-settings = 設定：
where-nowhere = 保存先なし
no-folders = 保存するディレクトリが環境にありません
nothing-kept-of = 「{ $name }」の記録はありません
forgotten = 記録を消しました：{ $name }
nothing-kept = 記録はありません。
forget-all-head = 位置、注釈、修正、検索の履歴をすべて消します：
forget-all-asked = 消しますか [y/N]
nothing-deleted = 消していません。
still-there = 「{ $path }」はまだ残っています
all-deleted = すべて消しました。
nothing-kept-secure = --secure では記録がありません
no-file-to-keep = 「{ $name }」は記録を残せるファイルではありません
notes-unread = 「{ $name }」を読めません
notes-not-utf8 = 「{ $name }」は UTF-8 ではありません
notes-bad-line = { $name }:{ $line }：--notes --json が出力する行ではありません
taken-in = 新しく { $count } 件を取り込みました。
find-refused = 「{ $query }」：{ $error }
find-refused-at = 「{ $query }」の { $character } 文字目：{ $error }

## ヘルプの見出し、文書のそばのファイルと図
beside-missing = この文書のそばに「{ $name }」というファイルはありません。
beside-elsewhere = 「{ $name }」はこの文書のフォルダーの外なので開きません。
beside-none = この文書はフォルダーの中になく、「{ $name }」を探せません。
flag-chop_long_lines = コードやログの長い行を端で切り、横に動かす。--wrap=false と同じ
flag-no_init = 最後のページを画面に残す
flag-quit_if_one_screen = 一画面に収まる文書は出力して終わる
flag-raw_control_chars = less との互換用。色はいつもどおり表示する
flag-squeeze_blank_lines = less との互換用。段落の間はいつもどおり一行
help-narrowed = キー：{ $typed }
help-program = 文書とプログラム
help-rows = 読み進める
help-sections = 節、段落、文
help-jumps = 移動とマーク
help-contents = 目次、見出し、選択
help-search = 検索
help-page = ページ
hint-open-link = 開く
hint-read = 開く
picture-missing = この文書はフォルダーの中になく、図を探せません。
picture-unknown = 開ける種類の図ではありません。
picture-unread = 図を読めません：{ $error }
window-picture = 図
window-file = 別の文書
setting-linear = ページを順に出力し、行を入力する。スクリーンリーダーや点字ディスプレイ向け。次の起動から有効
setting-mouse = マウスをプログラムが使うか。使わなければ端末のもの
flag-export = スクリプト向けに文書を出力する：文章、Markdown、または JSON のブロック
setting-now = { $name } = { $value }

info-format = 形式
info-encoding = 文字コード
info-size = 大きさ
info-parts = 分割
info-characters = 文字数
info-sections = 章の数
info-language = 言語
info-lines = 行
info-paragraphs = 段落
info-replaced = { $regex } による置き換え：{ $count } か所
info-pages = 紙の本のページ
info-landmarks = ランドマーク
info-no-encoding = 形式で決まっている
info-chosen = { $encoding }（指定）
info-remembered = { $encoding }（前回の指定）
info-mark = { $encoding }（BOM による）
info-guessed = { $encoding }（推測）
info-invalid = { $encoding }、不正なバイト列 { $count } か所
info-bytes = { $count } バイト
info-unknown = 不明
info-lines-prose = 空行で区切られない行はすべてつなぐ（指定）
info-lines-verbatim = 各行そのまま（指定）
info-lines-marked = マークアップのとおりに組む
info-lines-wrapped = およそ { $cells } 桁で改行されている：そのような行はつなぐ
info-lines-unwrapped = 途中で改行されていない：各行そのまま
info-indents = 字下げで区切られている
info-blank-lines = 空行で区切られている
info-line-ends = 行末で区切られている
why-line = 行
why-level = 階層
why-score = 点数
why-title = 見出し
why-no-series = 番号はあるが、続きものではない
why-reader = 読者がそう決めた
why-rule = 読者の規則：{ $pattern }

## 画面を使わない読み方（--linear）
linear-heading = 見出し、レベル { $level }：
linear-columns = 列の見出し：
linear-chosen-row = 選択：
linear-bookmark = [しおり]
linear-selected = 選択
linear-picture = 図
linear-note-sign = 注の印
linear-link = リンク
linear-struck = 取り消し
linear-highlight = ハイライト { $colour }
linear-note = 注釈
linear-match = 検索結果
linear-match-number = 検索結果 { $number }／{ $total }
linear-match-line = { $match }、このページの { $line } 行目：{ $words }
linear-here = { $number }. { $entry }（現在）
linear-entry = { $number }. { $entry }
linear-section = { $title }、レベル { $level }
linear-folded = { $title }、レベル { $level }、折りたたみ
linear-letter = マーク { $letter }
linear-bookmark-name = しおり
linear-encodings = 文字コード
linear-themes = テーマ
linear-settings = 設定
linear-matches = 検索結果
linear-links = このページでたどれるもの
linear-commands = ヘルプ
linear-entries = { $head }（{ $total } 件中 { $first } から { $last }）
linear-no-entries = 一覧は空です。
linear-unknown = ここではその入力に意味がありません。? で入力できるものを表示します。
linear-prompt = { $title }、{ $percent }。Enter：次のページ、?：ヘルプ、q：終了。
linear-prompt-section = { $title }、{ $section }、{ $percent }。Enter：次のページ、?：ヘルプ、q：終了。
linear-list-more = 番号で選択、Enter：続き、/語：絞り込み、q：本文に戻る。
linear-list-prompt = 番号で選択、/語：絞り込み、q：本文に戻る。
linear-help-more = Enter：続き、q：本文に戻る。
linear-leave-prompt = q：本文に戻る。
linear-note-prompt = 「{ $words }」への注釈。何行でも書けます。. だけの行で保存、.. だけの行で取りやめ。
linear-search-prompt = 検索：
linear-command-prompt = コマンド：
linear-value-prompt = { $name } は { $value } です。新しい値：
linear-setting-prompt = { $name } は { $value } です。新しい値（{ $values }）：
linear-name-prompt = 名前：
linear-encoding-prompt = この文字コードでは文字がかえって乱れます。Enter：それでも使う、q：やめる。
linear-window-prompt = Enter：{ $does }、q：本文に戻る。
linear-action-prompt = 操作を名前で入力します。?：一覧、q：本文に戻る。
linear-help =
    Enter：次のページ。ピリオド .：このページをもう一度。q：終了。
    数字：原文のその行へ。50%：その位置へ。
    /語：検索。n：次の検索結果。N：前の検索結果。
    コマンドはどれも名前で入力できます（前にコロンを付けてもかまいません）：contents、next_section、notes、set 名前=値、open ファイル。
    文字を打つキーも使えます。前に数字を付けられます：]、3]、ma。
    一覧では：番号で選択、/語で絞り込み、操作の名前と番号でその項目に対して実行します。
    コマンドの一覧（括弧の中はキー）：
