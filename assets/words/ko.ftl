# 프로그램이 읽는 이에게 하는 말, 한국어. 중괄호 안은 프로그램이 채운다. $undo, $search, $help, $quit은 각각 실행 취소, 찾기,
# 도움말, 끝내기의 키이며 어느 문장에나 쓸 수 있다.

## 문서
guide-title = kanshu 길잡이
standard-input = 표준 입력
first-document = 키 목록은 { $help }, 끝내려면 { $quit }.
reloaded = 다시 읽었습니다.
reads-no-more = 더 읽지 않습니다. 앞부분만 있습니다.
encoding-fixed = 이 형식은 인코딩이 정해져 있습니다.
width = 단 너비 { $cells }칸
widest = 단 너비 { $cells }칸(가장 넓음)
narrowest = 단 너비 { $cells }칸(가장 좁음)
ambiguous-wide = “ — ① 같은 기호를 두 칸으로 표시합니다.
ambiguous-narrow = “ — ① 같은 기호를 한 칸으로 표시합니다.
sticky = 절 제목을 첫 줄에 고정합니다.
not-sticky = 제목 고정을 풉니다.

## 상태 줄과 목차
time-left = { $document } 남음
time-left-both = 이 절 { $section }, 모두 { $document } 남음
time-minutes = { $minutes }분
time-hours = { $hours }시간 { $minutes }분
status-section = { $number }/{ $total }절
status-page = 종이책 { $page }쪽
status-help = { $key } 도움말
contents-unit = 자

## 키와 입력
line-full = 한 줄에 { $most }자까지 입력할 수 있습니다.
nothing-goes-on = 진행 중인 작업이 없습니다. 끝내려면 { $quit }.
no-such-command = { $typed } 명령이 없습니다. 키 목록은 { $help }.
no-such-command-near = { $typed } 명령이 없습니다. { $meant }인가요?
takes-letter = 뒤에 글자가 와야 합니다. 표시는 글자로 부릅니다.
nothing-to-write = 저장할 것이 없습니다. 글은 그대로이고 기록은 저절로 남습니다.
no-such-key = { $keys } 키는 여기서 쓰지 않습니다. 키 목록은 { $help }.
less-option = -N과 -S는 됩니다. less의 다른 옵션은 설정입니다. :set으로 바꾸고 :settings로 모두 봅니다.

## 현재 위치
start = 처음입니다.
end = 끝입니다.
end-so-far = 지금까지 받은 부분의 끝입니다.
top-row = 첫 줄을 읽고 있습니다.
place-line = 원문 { $line }번째 줄, { $percent }%
place = { $percent }%
counting-lines = 줄을 다 세면 { $line }번째 줄로 갑니다.
looking-for-page = { $name }쪽의 위치를 찾으면 그리로 갑니다.
no-lines = 이 문서에는 줄 번호가 없습니다.
no-pages = 이 문서에는 종이책의 쪽 번호가 없습니다.
all-lines = 모든 줄을 다시 보입니다.
line-start = 여기가 줄의 처음입니다.
nothing-wider = 이 쪽에는 오른쪽으로 이어지는 줄이 없습니다.
nothing-cut = 문단은 자르지 않습니다. :setlocal view=verbatim이면 줄을 그대로 보입니다.

## 표시와 책갈피
keeping = 아직 디스크에 저장되지 않았습니다({ $undo }: 취소).
mark-set = 표시했습니다. ' 다음 { $letter } 키로 돌아옵니다.
no-such-mark = 표시 { $letter }이(가) 없습니다. m 다음 { $letter } 키로 만듭니다.
bookmarked = 책갈피를 꽂았습니다({ $undo }: 취소): { $words }
named = 이름을 붙였습니다: { $name }
highlighted = 형광펜을 칠했습니다({ $undo }: 취소): { $words }
note-kept = 주석을 달았습니다({ $undo }: 취소): { $words }
note-unkept = 쓴 글이 아직 저장되지 않았습니다. { $keep }: 저장, { $leave } 한 번 더: 그만두기.
note-left = 주석은 그대로입니다. { $undo } 키로 쓴 글을 되살립니다.
note-full = 주석은 { $most }KiB까지입니다. 그 뒤에 쓴 글은 들어가지 않았습니다.
no-highlight = 여기에는 형광펜 표시도 주석도 없습니다.
no-bookmarks = 책갈피가 없습니다. m 다음 Enter로 꽂습니다.
no-notes = 형광펜 표시도 주석도 없습니다. 글을 고르고 c 다음 1~4, 또는 a를 누르십시오.
marks-full = 문서 하나에 표시는 { $most }개까지입니다.
mark-deleted = 지웠습니다({ $undo }: 취소): { $words }
mark-undone = 되돌렸습니다: { $words }
mark-back = 되살렸습니다, { $kind ->
        [letter] 표시
        [highlight] 형광펜
        [note] 주석
       *[bookmark] 책갈피
    }: { $words }
mark-gone = 취소했습니다, { $kind ->
        [letter] 표시
        [highlight] 형광펜
        [note] 주석
       *[bookmark] 책갈피
    }: { $words }
no-mark-to-undo = 되돌릴 표시가 없습니다.
nothing-changed = 되돌릴 변경이 없습니다.
encoding-kept = 이제부터 { $encoding }(으)로 읽습니다({ $undo }: 취소)
encoding-back = 되돌렸습니다: { $encoding }

## 이동 기록
no-way-back = 돌아갈 이동 기록이 없습니다.
no-way-forward = 앞으로 갈 이동 기록이 없습니다.

## 절
no-sections = 이 문서에는 절이 없습니다.
last-section = 마지막 절입니다.
no-such-section = “{ $wanted }”(이)라는 절이 없습니다.
no-such-page = “{ $wanted }”(이)라는 쪽이 없습니다. 있는 것: { $names }.
page-names = 있는 것: { $names }.
sections-kept = 지금까지 찾은 절을 씁니다.

## 목차 고치기
corrections-lost = 고친 줄 가운데 { $count }줄을 본문에서 찾을 수 없습니다.
heading = 수준 { $level } 제목({ $undo }: 취소): { $words }
no-heading = 제목이 아닙니다({ $undo }: 취소): { $words }
line-undone = 되돌렸습니다: { $words }
rule-undone = 되돌렸습니다: 같은 종류의 모든 줄
nothing-to-undo = 되돌릴 것이 없습니다.
no-line = 여기에는 고를 줄이 없습니다.
mid-paragraph = 이 줄은 문단 가운데에 있습니다.
no-example = 단서가 없습니다(번호도 기호도 없고 모두 대문자도 아님).
rules-large = 이런 규칙은 모두 { $most } MiB까지입니다. { $undo }: 취소
rules-full = 이런 규칙은 { $most }개까지입니다. { $undo }: 취소
rules-cut = 규칙에 맞는 줄이 { $most }줄을 넘습니다. 나머지는 그대로 둡니다.
looking-for-alike = 같은 종류의 줄을 찾는 중…
looking-for-alike-later = 글이 다 오면 같은 종류의 줄을 찾습니다.
alike-headings =
    { $count ->
        [0] 같은 종류의 줄이 없습니다({ $undo }: 취소)
        [1] 이 줄뿐입니다. 제목으로 했습니다({ $undo }: 취소)
       *[other] 같은 종류의 { $count }줄을 제목으로 했습니다({ $undo }: 취소)
    }
alike-no-headings =
    { $count ->
        [0] 같은 종류의 줄이 없습니다({ $undo }: 취소)
        [1] 이 줄뿐입니다. 제목에서 뺐습니다({ $undo }: 취소)
       *[other] 같은 종류의 { $count }줄을 제목에서 뺐습니다({ $undo }: 취소)
    }

## 글 고르기
no-text = 여기에는 글이 없습니다.
too-much = 고른 글이 너무 많습니다.

## 찾기
no-search = 아직 찾은 것이 없습니다. { $search } 키로 찾습니다.
not-found = 찾지 못했습니다.
no-word = 여기에는 낱말이 없습니다.
command-set = 설정을 바꾸고 저장
command-setlocal = 이 문서에만 설정하고 저장
no-dictionary = 사전이 설정되지 않았습니다. config.toml에 dictionary = "sdcv --non-interactive --utf8-output"라고 쓰세요.
looking-up = 찾는 중: { $word }
dictionary-secure = --secure에서는 다른 프로그램을 실행하지 않습니다.
dictionary-missing = “{ $program }” 프로그램이 없습니다.
dictionary-failed = “{ $program }” 실패: { $error }
dictionary-late = “{ $program }”이(가) 너무 오래 걸립니다.
dictionary-silent = 사전에 “{ $word }”이(가) 없습니다.
window-meaning = 사전
action-mouse = 마우스를 터미널에 넘기거나 되찾기
action-dictionary = 사전 찾기(찾은 낱말 또는 쪽의 첫 낱말)
setting-dictionary = 낱말 뜻을 알려 주는 명령(낱말은 마지막 인수)
past-end = 끝까지 와서 처음부터 계속합니다.
past-start = 처음까지 와서 끝부터 계속합니다.

## 도움말
help-head = 키(5{ $row_down }: 다섯 번)
help-head-plain = 키
help-more = ↓ 더 있음
help-list = 목록에서
help-marking = 제목을 정할 때
help-selecting = 글을 고를 때
help-prompt = 찾을 말을 입력할 때
help-command = 명령줄에서
help-switches = 찾기 옵션에서
help-signs = 본문 옆의 기호
sign-goes-on = 다음 줄로 이어짐
sign-cut = 줄이 그쪽으로 이어짐
sign-quotation = 인용
sign-bookmark = 책갈피
sign-note = 내 주석

## 쪽에서 하는 일. $key는 그 첫 번째 키
action-row_down = 한 줄 아래로
action-row_up = 한 줄 위로
action-page_down = 다음 쪽
action-page_up = 이전 쪽
action-half_page_down = 반 쪽 아래로
action-half_page_up = 반 쪽 위로
action-start = 처음으로
action-end = 끝으로. 50{ $key }: 50번째 줄
action-percent = 50{ $key }: 전체의 50%로
action-place = 줄 번호와 퍼센트 보기
action-top_row = 첫 줄
action-middle_row = 가운데 줄을 맨 위로
action-bottom_row = 마지막 줄을 맨 위로
action-row_to_top = 찾은 곳을 맨 위로
action-row_to_middle = 찾은 곳을 가운데로
action-row_to_bottom = 찾은 곳을 맨 아래로
action-next_section = 다음 절
action-previous_section = 이전 절
action-next_paragraph = 다음 문단
action-previous_paragraph = 이전 문단
action-next_sentence = 다음 문장
action-previous_sentence = 이전 문장
action-back = 이동하기 전 위치로
action-forward = 다시 앞으로
action-swap = 두 곳을 오가기
action-set_mark = 글자로 여기를 표시
action-go_to_mark = 글자로 표시한 곳으로
action-bookmark = 여기에 책갈피
action-bookmarks = 책갈피 목록
action-note = 맨 위 문단에 주석 쓰기
action-notes = 형광펜과 주석 목록
action-undo_marks = 마지막 변경 취소
action-contents = 목차
action-to_list = 옆의 목록으로
action-mark = 줄을 제목으로
action-select = 글 고르기
action-search = 찾기(입력하는 동안)
action-search_back = 위로 찾기
action-search_word = 이 낱말 찾기
action-matches = 찾은 곳 목록
action-filter = 그 말이 있는 줄만
action-next_match = 다음 찾은 곳
action-previous_match = 이전 찾은 곳
action-toggle_sticky = 제목을 첫 줄에 고정
action-widen = 단 넓히기
action-scroll_left = 긴 줄을 왼쪽으로
action-scroll_right = 긴 줄을 오른쪽으로
action-narrow = 단 좁히기
action-reset_width = 처음 너비로
action-encodings = 다른 인코딩
action-toggle_ambiguous = “ — 를 1칸 또는 2칸으로
action-follow = 늘어나는 파일 따라가기
action-reload = 파일 다시 읽기
action-redraw = 화면 다시 그리기
action-stop = 진행 중인 작업 멈추기
action-command_line = 명령줄
action-help = 이 도움말
action-suspend = 잠시 멈춤. fg로 돌아옴
action-quit = 끝내기

## 목록에서 하는 일
action-go = 이동
action-leave_list = 그대로 두고 닫기
action-keep_list = 열어 둔 채 읽기
action-next_entry = 다음 항목
action-previous_entry = 이전 항목
action-next_entries = 다음 쪽
action-previous_entries = 이전 쪽
action-first_entry = 첫 항목
action-last_entry = 마지막 항목
action-unfold = 펼치기, 안으로
action-fold = 접기, 밖으로
action-fold_all = 모두 접기, 펼치기
action-drop_section = 지우기. 목차에서는 제목에서 빼기
action-name = 책갈피에 이름 붙이기, 주석 고치기
action-outer = 수준 올리기
action-deeper = 수준 내리기
action-sections_alike = 같은 종류의 모든 줄
action-undo = 취소

## 제목을 정할 때 하는 일
action-turn = 제목으로, 또는 빼기
action-line_down = 아래 줄
action-line_up = 위 줄
action-drop_heading = 제목이 아님
action-heading_out = 수준 올리기
action-heading_in = 수준 내리기
action-headings_alike = 같은 종류의 모든 줄
action-undo_mark = 고친 것 취소
action-leave_marking = 계속 읽기

## 글을 고를 때 하는 일
action-select_on = 한 글자 뒤로
action-select_back = 한 글자 앞으로
action-select_word_on = 낱말 끝으로
action-select_word_back = 낱말 처음으로
action-select_row_on = 아래 줄로
action-select_row_back = 위 줄로
action-select_row_end = 줄 끝으로
action-select_row_start = 줄 처음으로
action-select_sentence_on = 문장 끝으로
action-select_sentence_back = 문장 처음으로
action-select_paragraph_on = 문단 끝으로
action-select_paragraph_back = 문단 처음으로
action-select_page_on = 다음 쪽으로
action-select_page_back = 이전 쪽으로
action-select_half_page_on = 반 쪽 아래로
action-select_half_page_back = 반 쪽 위로
action-select_to_start = 문서 처음으로
action-select_to_end = 문서 끝으로
action-other_end = 반대쪽 끝 옮기기
action-select_word = 이 낱말
action-select_sentence = 이 문장
action-select_paragraph = 이 문단
action-search_selection = 고른 글 찾기
action-leave_selecting = 계속 읽기

## 찾을 말을 입력할 때 하는 일과 옵션
action-keep = 찾은 곳에서 읽기
action-leave = 찾기 전 위치로
action-older = 이전에 찾은 말
action-newer = 이후에 찾은 말
action-regex = 정규식
action-whole_words = 낱말 단위
action-pinyin = 소리로: gs → 公司
action-switches = 모든 옵션: 대소문자, 전각, 한자 …
action-turn_regex = 정규식
action-turn_whole_words = 낱말 단위
action-turn_pinyin = 소리로: ㄱㅎ 강하
action-turn_case = a와 A
action-turn_width = A와 Ａ
action-turn_han = 国과 國
action-turn_kana = ひ와 ヒ
action-turn_punctuation = , 와 ，
action-turn_accents = e와 é
action-turn_numbers = 12와 十二

## 명령줄에서 하는 일
action-complete = 이름 채우기

## 옵션의 값과 평소와 다른 찾기
value-on = 켬
value-off = 끔
value-alike = 구분 안 함
value-different = 구분함
value-smart = 대문자 입력 시 구분
value-ordinals = 第 뒤는 구분 안 함
unusual-exact = 정확히
unusual-regex = 정규식
unusual-words = 낱말
unusual-pinyin = 소리
unusual-any-case = 대소문자 무시
unusual-case = a≠A
unusual-width = A≠Ａ
unusual-han = 国≠國
unusual-kana = ひ≠ヒ
unusual-punctuation = ,≠，
unusual-accents = e≠é
unusual-numbers-alike = 12=十二
unusual-numbers = 12≠十二
switches-head = 찾기 옵션
prompt-switches = { $switches } 찾기 옵션

## 판에서 키가 하는 일, 한두 낱말로
hint = { $keys } { $does }
hint-go = 이동
hint-name = 이름
hint-delete = 지움
hint-undo = 취소
hint-no-heading = 빼기
hint-level = 수준
hint-alike = 같은 종류
hint-turn = 제목/빼기
hint-choose = 줄
hint-leave = 돌아감
hint-keep = 열어 두기
hint-to-list = 목록으로
hint-close = 닫기
hint-return = 처음 자리로
hint-change = 바꿈
hint-type = 입력
hint-anyway = 그래도 사용
hint-word = 낱말
hint-sentence = 문장
hint-paragraph = 문단
hint-other-end = 반대쪽
hint-search = 찾기

## 판
contents-head = 목차
contents-narrowed = 목차: { $typed }
contents-empty = 절이 없습니다
contents-begun = 절을 찾는 중입니다
contents-none = 이 글자가 든 제목이 없습니다
bookmarks-head = 책갈피
bookmarks-narrowed = 책갈피: { $typed }
bookmarks-name = 이름: { $typed }
notes-head = 형광펜과 주석
notes-narrowed = 형광펜과 주석: { $typed }
matches-head = 찾은 곳 { $count }: { $typed }
matches-none = 없음
matches-sought = 찾는 중…
encodings-head = 인코딩: 고르면 쪽에 나타납니다
encodings-narrowed = 인코딩: { $typed }
encodings-asked = 오히려 깨져 보입니다.
reads-badly = 전에 고른 인코딩 { $encoding }(으)로는 글이 깨져 보입니다. { $encodings }: 다른 인코딩

## 인코딩마다 쓰는 문자
script-other = 지금 쓰는 인코딩
script-UTF-8 = 모든 문자
script-GBK = 중국어 간체, GB2312, GB18030
script-Big5 = 중국어 번체, HKSCS
script-Shift_JIS = 일본어, 코드 페이지 932
script-EUC-JP = 일본어
script-ISO-2022-JP = 일본어(옛 메일)
script-EUC-KR = 한국어, 코드 페이지 949
script-UTF-16LE = 모든 문자
script-UTF-16BE = 모든 문자
script-windows-1252 = 서유럽, Latin-1
script-IBM850 = 서유럽(DOS)
script-IBM437 = 서유럽(DOS), 선 문자 포함
script-macintosh = 서유럽(옛 Mac)
script-windows-1250 = 중앙 유럽
script-ISO-8859-2 = 중앙 유럽, Latin-2
script-IBM852 = 중앙 유럽(DOS)
script-windows-1251 = 키릴 문자
script-x-mac-cyrillic = 키릴 문자(옛 Mac)
script-KOI8-U = 러시아어와 우크라이나어, KOI8-R
script-IBM866 = 키릴 문자(DOS)
script-windows-1253 = 그리스어
script-windows-1254 = 튀르키예어
script-windows-1255 = 히브리어
script-windows-1256 = 아랍어
script-windows-1257 = 발트어
script-windows-1258 = 베트남어
script-windows-874 = 태국어

## 상태 줄의 찾기와 읽기
match-number = { $number }/{ $total }
unsearchable = 찾을 수 없는 식
found-none = 없음
found =
    { $count ->
       *[other] { $shown }곳
    }
searching = 찾기 { $percent }%
encoding-guessed = { $name }(추정)
invalid-bytes = 잘못된 바이트 { $count }개
following = 따라가는 중
reading = 읽는 중… { $amount }
surveying = 절 { $percent }%

## 찾을 수 없는 까닭
query-at = { $character }번째 글자: { $error }
query-empty = 찾을 말이 없습니다
query-too-long = 찾을 말이 너무 깁니다
query-too-large = 식이 너무 커집니다
expression-open-group = 묶음이 닫히지 않았습니다
expression-unopened-group = 묶음의 시작이 없습니다
expression-group-name = 묶음 이름이 잘못되었습니다
expression-open-class = 문자 집합이 닫히지 않았습니다
expression-class-range = 문자 집합의 범위가 잘못되었습니다
expression-property = 이런 Unicode 속성이 없습니다
expression-escape = 역슬래시 뒤가 잘못되었습니다
expression-number = 문자 번호가 잘못되었습니다
expression-nothing-to-repeat = 되풀이할 것이 없습니다
expression-count = 되풀이 횟수가 잘못되었습니다
expression-flag = 알 수 없는 플래그입니다
expression-look-around = 전후방 탐색은 쓸 수 없습니다
expression-back-reference = 역참조는 쓸 수 없습니다
expression-too-deep = 묶음이 너무 깊이 겹칩니다
expression-other = 정규식이 아닙니다

## 설정 파일과 테마의 잘못. 이름, 표, 값은 적힌 그대로
fault = { $line }: { $what }
fault-in-file = { $file }:{ $fault }
fault-no-toml = { $said }. 설정은 `width = 80` 또는 `keys = "less"`처럼 씁니다
fault-no-toml-of-theme = { $said }. 모양은 `link = {"{"} colour = "#0057b0", underline = true {"}"}`처럼 씁니다
fault-no-setting = 설정 `{ $name }`이(가) 없습니다{ $mend }
fault-no-switch = [search]에 옵션 `{ $name }`이(가) 없습니다{ $mend }
fault-no-action = [bind]에 동작 `{ $name }`이(가) 없습니다{ $mend }
fault-no-part-of-rule = [[{ $table }]]에 `{ $name }`이(가) 없습니다{ $mend }
fault-no-role = `{ $name }`이라는 것이 없습니다{ $mend }
fault-no-part-of-look = 모양에 `{ $name }`이(가) 없습니다{ $mend }
fault-no-table = `{ $name }`은(는) 표입니다. `[{ $name }]`라고 씁니다
fault-no-tables = `{ $name }`은(는) 여러 표입니다. 저마다 위에 `[[{ $name }]]`라고 씁니다
fault-half-rule = [[sections]]의 규칙에는 regex와 level이 있어야 합니다: regex = '^第.+回$', level = 1
fault-no-regex = [[replace]]의 규칙에는 regex가 있어야 합니다: regex = 'www\.[a-z.]+'
fault-value = `{ $name }`은(는) `{ $word }`일 수 없습니다: { $why }
fault-no-value = `{ $name }`의 값은 하나입니다: { $why }
fault-no-keys = 키를 하나 또는 여럿 씁니다: ["j", "Down"]
fault-no-key = 키 `{ $name }`이(가) 없습니다: j, Space, Down, PgDn, F1, ^F(Ctrl), M-v(Alt), gg(g 두 번)처럼 씁니다
fault-unbindable = `{ $keys }`에 할당할 수 없습니다: { $why }
fault-no-parent = 물려받을 테마 `{ $name }`이(가) 없습니다
fault-no-look = 모양은 표입니다. 보기: `link = {"{"} colour = "#0057b0", underline = true {"}"}`
mend-unknown = {""}
mend-near = . `{ $name }`인가요?
mend-above = . 모든 표보다 위에 씁니다
mend-under = . `[{ $name }]` 아래에 씁니다
value-number = { $least }부터 { $most }까지의 수입니다
value-choice = { $names } 가운데 하나입니다{ $mend }
value-words = { $names } 가운데 몇을 빈칸으로 나누어 씁니다{ $mend }
value-level = 1부터 { $most }까지의 수 또는 none입니다
value-switch = true 또는 false입니다
value-long = { $most }자까지입니다
value-colour = 색은 `#rrggbb`, 0부터 255까지의 수, 또는 이름입니다: { $names }
pattern-empty = 식이 비었습니다
pattern-too-long = 식이 너무 깁니다
pattern-at = { $character }번째 글자: { $error }
no-room-rules = 규칙은 { $most }개까지입니다
no-room-bytes = 규칙은 모두 { $most } MiB까지입니다
unbindable-count = 숫자는 횟수를 입력하는 데 씁니다
unbindable-suspends = 언제나 잠시 멈추는 데 씁니다
unbindable-leaves = 닫거나 멈추는 데 씁니다
unbindable-any-letter = 앞의 키 다음에 오는 아무 글자를 뜻합니다
unbindable-typed = 거기서는 글자로 입력됩니다
unbindable-several = 이어서 누르는 키는 쪽과 글 고르기에서만 쓸 수 있습니다
unbindable-bound = 이미 { $action }에 할당되어 있습니다
unbindable-overlaps = { $keys }은(는) 이미 { $action }에 할당되어 있습니다

## 설정의 쓰임
setting-width = 본문 단의 최대 너비(칸)
setting-margin = 본문 왼쪽에 비워 둘 칸
setting-status = 상태 줄에 보일 것(이 차례로)
setting-view = 문서를 보이는 방법. prose·verbatim은 일반 글, page는 웹 페이지 전체
setting-show = 중국어를 보일 글자: 쓰인 대로, 간체자, 번체자
setting-clean = [[replace]]대로 빼거나 바꾸어 보이기
setting-sticky = 절 제목이 쪽 위에 있을 때 첫 줄에 보이기
setting-colour = 색을 쓸지. auto는 NO_COLOR를 따름
setting-theme = 테마. auto는 터미널 배경에 맞춤
setting-language = 화면에 쓰는 언어. auto는 로캘을 따름
setting-keys = 쪽의 키: 고유, less, vim
setting-level = 줄 처음과 끝의 금칙을 지키는 정도
setting-korean = 한국어의 줄바꿈 자리
setting-hang = 마침표를 단 밖에 둘 수 있는지
setting-autospace = 한자와 로마자 사이의 틈
setting-justify = 줄 끝의 빈칸 처리
setting-orphan = 마지막 줄에 한 글자만 남을 때
setting-algorithm = 줄을 채우는 방법
setting-odd-measure = 중국어에서 홀수 너비의 처리
setting-quotes = 중국어 따옴표의 너비
setting-ruby = 읽는 소리를 둘 자리
setting-paragraphs = 문단을 나누는 것
setting-ambiguous = “ — ① 같은 기호의 칸 수. auto는 터미널에 물음
switch-regex = 입력을 정규식으로 봄
switch-words = 낱말 단위로 찾음
switch-pinyin = 소리로도 찾음: gongsi, gs → 公司, ㄱㅎ → 강하, sakura → さくら
switch-case = a와 A. smart: 대문자를 입력할 때만 구분
switch-width = A와 Ａ, kg와 ㎏, 2와 ²
switch-han = 国과 國, 高와 髙
switch-kana = ひ와 ヒ
switch-punctuation = , 와 ，
switch-accents = e와 é, ae와 æ
switch-numbers = 12, 十二, XII. ordinals: 第 뒤는 구분 안 함

## 명령줄의 설명
about = 터미널에서 긴 글을 읽는 프로그램. 어떤 문자든 바르게 짭니다
usage = 쓰는 법: kanshu [옵션] [파일]…
heading-arguments = 인수
heading-options = 옵션
heading-layout = 조판
heading-search = 찾기
flag-values = { $does } [{ $values }]
flag-default = { $does } [기본: { $usual }]
flag-choice = { $does } [{ $values }] [기본: { $usual }]
flag-names = { $does } [{ $values }, 또는 손수 만든 테마]
flag-help = 이 설명을 보임
flag-version = 판 번호를 보임
flag-files = 읽을 파일. 여럿이면 차례로 읽음. `-`는 표준 입력
flag-encoding = 파일의 인코딩(자동 판단이 틀릴 때): gbk, big5, sjis …
flag-format = 파일의 형식(이름으로 알 수 없을 때): plain, markdown, html, mhtml, epub, fb2, aozora
flag-dump = 화면 없이, 짠 글을 출력함
flag-toc = 목차를 출력함
flag-why = 줄마다 제목으로 본, 보지 않은 까닭을 목차와 함께 출력함
flag-section = 이 절에서 열거나 이 절만 출력함: 목차의 번호 또는 제목의 일부
flag-heading = REGEX에 맞는 줄을 수준 LEVEL(1–9)의 제목으로 함. none이면 뺌. 여러 번 쓸 수 있음
flag-info = 파일의 정보를 출력함: 형식, 인코딩, 크기, 언어
flag-json = 위의 내용이나 찾은 곳을 JSON으로 출력함
flag-config = FILE에서 설정을 읽음
flag-no_config = 설정 파일을 읽지 않음
flag-print_config = 모두 기본값으로 주석 처리한 설정 파일을 출력함
flag-secure = 디스크에 아무것도 남기지 않고 남긴 것도 읽지 않음. `KANSHU_SECURE=1`과 같음
flag-fresh = 지난번에 닫은 곳이 아니라 처음에서 엶
flag-reads_last = 마지막에 닫은 파일을 엶
flag-notes = FILE 또는 모든 파일의 책갈피, 강조, 주석을 Markdown으로 출력함. --json이면 모든 기록
flag-import_notes = `--notes --json`으로 FILE에 출력한 것을 겹치지 않게 가져옴
flag-forget = FILE의 기록을 모두 지움: 위치, 주석, 고친 것, 인코딩
flag-forget_all = 물은 뒤 모든 파일의 기록과 찾은 말을 지움
flag-where = 기록이 있는 곳을 출력함
flag-find = 모든 파일에서 PATTERN이 있는 곳을 출력함: 퍼센트, 절, 앞뒤 글
flag-pattern = PATTERN이 처음 나오는 곳에서 엶. +/PATTERN도 같음
flag-regex = PATTERN을 정규식으로 봄
flag-words = 낱말 단위로 찾음
flag-pinyin = 소리로도 찾음: gs, gongsi → 公司, ㄱㅎ → 강하, sakura → さくら
flag-numbers = 어떻게 적은 수든 찾음: 12, 十二, XII
flag-ignore_case = PATTERN을 어떻게 적든 대소문자를 구분하지 않음
flag-exact = 적은 그대로인 것, 또는 이 점에서 같은 것만 찾음
examples =
    보기:
      kanshu novel.txt              책을 읽음
      kanshu -w 60 article.txt      단 너비를 60칸까지로
      man bash | kanshu             명령이 출력하는 글을 읽음
      kanshu --toc novel.txt        목차를 출력함
      kanshu -p 등대 a.txt          처음 찾은 곳에서 엶
      kanshu --find 회사 {"*"}.txt      여러 파일에서 찾음
      kanshu --section 3 novel.txt  세 번째 절에서 엶. 제목으로도 됨
      kanshu --dump -w 72 a.txt     한 줄 72칸까지로 짜서 출력함
    
    읽는 동안 F1을 누르면 키 목록이 나옵니다. 파일이 없으면 최근에 읽은 문서 목록이나 길잡이를 엽니다.

## 명령줄의 잘못
refused = { $why } (kanshu --help)
several-files = 이렇게 쓸 때는 파일이 하나입니다
no-flag = { $flag } 옵션이 없습니다
no-flag-but = { $flag } 옵션이 없습니다. { $near }인가요?
flag-twice = { $flag }은(는) 한 번만 쓸 수 있습니다
flag-conflict = { $flag }은(는) { $prior }와(과) 함께 쓸 수 없습니다
flag-missing = 빠졌습니다: { $flag }
flag-without-value = { $flag }에는 값이 있어야 합니다
flag-choose = { $flag }은(는) “{ $value }”일 수 없습니다: { $values } 가운데 하나입니다
flag-no-equals = { $flag }의 값은 등호 뒤에 씁니다
flag-takes-none = { $flag }에는 “{ $value }”을(를) 쓸 수 없습니다
flag-no-text = UTF-8이 아닌 낱말이 있습니다
flag-wrong = { $flag }은(는) 이렇게 쓸 수 없습니다
flag-value = { $flag }은(는) “{ $value }”일 수 없습니다: { $why }
no-encoding = 이런 인코딩이 없습니다. 쓸 수 있는 것: { $names }
no-format = 이런 형식이 없습니다. 쓸 수 있는 것: { $names }
rule-no-colon = 수준, 쌍점, 정규식의 차례로 씁니다
rule-level = 수준은 “{ $word }”일 수 없습니다: { $why }
rule-pattern = “{ $pattern }”: { $error }

## 판면, 설정, 테마
view-now = 보기: { $view }
one-view = 이 문서는 보기가 하나뿐입니다.
view-auto = 보통
view-prose = 문단
view-verbatim = 줄마다
view-source = 원문
view-page = 쪽 전체
columns-one = 한 단
columns-two = 두 단
columns-too-narrow = 창이 좁아 두 단으로 할 수 없습니다.
ruler = 맨 위 문단만 또렷이 보입니다.
no-ruler = 쪽 전체를 본디 밝기로 되돌립니다.
script-source = 중국어를 쓰인 대로 보입니다.
script-hans = 중국어를 간체자로 보입니다.
script-hant = 중국어를 번체자로 보입니다.
clean = 규칙이 빼는 글을 빼고 보입니다.
not-clean = 규칙이 빼는 글까지 모두 보입니다.
no-replacements = 이 문서에 맞는 규칙이 없습니다. config.toml의 [[replace]]에 적으세요.
moving = 자동 넘김: 1분에 { $rows }줄. { $faster } 빠르게, { $slower } 느리게, { $stop } 멈춤
not-moving = 자동 넘김을 멈췄습니다.
settings-kept = { $file }에 저장했습니다.
setting-kept = 저장했습니다: { $name } = { $value } (:set { $name }={ $before }: 취소)
settings-not-kept = 저장하지 않았습니다: { $fault }
settings-unwritten = “{ $file }”에 쓸 수 없습니다: { $error }
settings-for-now = 이번에만 쓰입니다. 설정을 저장할 곳이 없습니다.
themes-head = 테마: 고르면 쪽에 나타납니다
themes-typed = 테마: { $typed }
settings-head = 설정
settings-value = { $name } = { $typed }
settings-typed = 설정: { $typed }
own-theme = 손수 만든 것
setting-unit = 너비의 단위: 칸, 또는 두 칸짜리 글자
setting-columns = 나란히 둘 단의 수. auto: 넓으면 두 단
setting-row-gap = 줄 사이의 빈 줄 수
setting-line-numbers = 본문 옆에 원문의 줄 번호를 보이기
setting-wrap = 코드와 로그의 긴 줄을 다음 줄에 잇기(아니면 옆으로 움직임)
setting-overlap = 쪽을 넘길 때 남길 줄 수
setting-ruler = 맨 위 문단만 또렷이 보이기
setting-speed = 자동 넘김의 1분당 줄 수
setting-copy-command = 복사에 쓰는 명령. auto: 터미널과 있는 프로그램
action-themes = 테마
action-settings = 설정
action-less_option = -N, -S. 나머지는 :set
action-view = 보기 바꾸기: 문단, 줄마다, 원문, 쪽 전체
action-script = 중국어를 간체·번체로, 또는 쓰인 대로
action-clean = 규칙이 빼는 글을 빼고, 또는 모두
action-columns = 한 단 또는 두 단
action-ruler = 이 문단만 또렷이
action-auto_scroll = 자동 넘김, 멈춤. 30{ $key }: 1분에 30줄

## 링크
nothing-to-follow = 이 쪽에는 링크도 주석도 그림도 없습니다.
no-such-label = { $typed }(으)로 시작하는 표지가 없습니다.
leads-nowhere = 이 문서에는 “{ $href }”(이)라는 곳이 없습니다.
opener-missing = 이것을 열 { $opener }이(가) 없습니다.
opener-failed = { $opener }(으)로 열 수 없습니다: { $error }
opener-secure = --secure에서는 밖에서 아무것도 열지 않습니다.
help-links = 링크에 표지가 보일 때
help-note = 주석을 쓰는 동안
action-links = 표지: 링크, 주석, 그림 열기
action-follow_link = 첫 번째. 창에서는 이동, 열기
action-erase_label = 마지막 글자 지우기
action-leave_links = 계속 읽기
action-keep_note = 저장하기
action-leave_note = 그대로 두기
hint-first = 첫 번째
hint-go-there = 이동
hint-scroll = 넘기기
window-note = 주석
note-head = “{ $words }”의 주석
window-address = 문서 밖
window-unopened = 문서 밖. kanshu는 이런 주소를 열지 않습니다
labels-head = 표지를 입력하십시오.

## 여러 파일과 최근에 읽은 문서
one-file = 다른 파일을 지정하지 않았습니다.
first-file = 첫 파일입니다.
last-file = 마지막 파일입니다.
opening = { $title } 여는 중…
no-recent = 전에 읽은 다른 문서가 없습니다.
file-missing = { $path } 파일이 없습니다. { $drop }: 목록에서 빼기
recent-dropped = 목록에서 뺐습니다({ $undo }: 취소): { $title }
recent-listed = 목록에 되돌렸습니다: { $title }
nothing-dropped = 목록에 되돌릴 문서가 없습니다.
action-next_file = 다음 파일. :n도 같음
action-previous_file = 이전 파일. :p도 같음
action-recent = 최근에 읽은 문서
command-e = 다른 파일 읽기
command-page = 종이책의 쪽이나 표지, 차례, 본문으로 가기
hint-drop = 빼기
recent-head = 최근에 읽은 문서
recent-narrowed = 최근에 읽은 문서: { $typed }
recent-none = 이름이나 절에 이 글자가 든 것이 없습니다
recent-sought = 찾는 중…
recent-missing = 없음
recent-left = { $ago }
recent-left-in = { $ago } · { $section }
title-of = { $title }({ $number }/{ $count })
ago-now = 방금
ago-minutes = { $count }분 전
ago-hours = { $count }시간 전
ago-days =
    { $count ->
        [1] 어제
       *[other] { $count }일 전
    }
ago-weeks = { $count }주 전
ago-months = { $count }달 전
ago-years = { $count }년 전
flag-guide = 길잡이를 엶

## 복사
copied = { $count }자를 복사했습니다
reference = — { $title }, { $section }, { $percent }%
reference-without-section = — { $title }, { $percent }%
action-copy = 복사
action-copy_with_reference = 제목, 절, 퍼센트를 붙여 복사
action-highlight_1 = 1번 색으로 형광펜 칠하기
action-highlight_2 = 2번 색으로 형광펜 칠하기
action-highlight_3 = 3번 색으로 형광펜 칠하기
action-highlight_4 = 4번 색으로 형광펜 칠하기
action-write_note = 주석 쓰기
action-remove_highlight = 형광펜, 주석 지우기
hint-copy = 복사
hint-highlight = 형광펜
hint-note = 주석
hint-save = 저장
copy-too-long = 복사하지 않았습니다. 터미널에는 너무 깁니다.
copy-failed = 복사하지 않았습니다. “{ $program }”의 잘못({ $error })
copy-late = 복사하지 않았습니다. “{ $program }”이(가) 너무 오래 걸립니다.
copy-secure = --secure에서는 복사하지 않습니다.

## 열 수 없는 까닭
open-keyboard = 표준 입력이 키보드입니다. 파일을 지정하거나 파이프로 글을 보내십시오
open-missing = “{ $name }” 파일이 없습니다
open-denied = “{ $name }”을(를) 읽을 권한이 없습니다
open-no-file = “{ $name }”은(는) { $kind }입니다. 읽을 파일을 지정하십시오
open-foreign = “{ $name }”은(는) { $kind }이어서 kanshu로 읽을 수 없습니다. -e latin1로 바이트를 글자로 볼 수 있습니다
open-broken = “{ $name }”은(는) { $kind }이지만 읽을 수 없습니다: { $error }. -e latin1로 바이트를 글자로 볼 수 있습니다
foreign-zip = ZIP 파일(오피스 문서와 일부 전자책도 그렇습니다)
foreign-empty-zip = 빈 ZIP 파일
foreign-pdf = PDF 문서 파일
foreign-kindle = Kindle 전자책
foreign-palm = Palm 전자책
foreign-help = 컴파일된 HTML 도움말(CHM) 파일
foreign-djvu = DjVu 문서 파일
foreign-office = 옛 오피스 문서 파일
foreign-rar = RAR 압축 파일
foreign-7z = 7z 압축 파일
foreign-bzip2 = bzip2로 압축된 파일
foreign-tar = tar 묶음 파일
foreign-picture = 그림 파일
foreign-program = 실행 파일
foreign-database = 데이터베이스 파일
foreign-epub = EPUB 전자책
foreign-fictionbook = FictionBook 전자책
flaw-damaged = 압축 파일이 손상되었습니다({ $value })
flaw-unread = 읽을 수 없습니다({ $value })
flaw-files = 압축 파일에 든 파일이 { $value }개를 넘습니다
flaw-file-large = { $value } MiB가 넘는 파일이 있습니다
flaw-packed = { $value }배 넘게 압축된 파일이 있습니다
flaw-no-book = 안에 책이 없습니다
flaw-protected = 보호(DRM)되어 있어 판매한 곳의 프로그램으로만 열 수 있습니다
flaw-large = 본문이 { $value } MiB를 넘습니다
flaw-bytes = { $value } MiB가 넘거나 읽을 수 없습니다
flaw-text = 글이 { $value } MiB를 넘습니다
flaw-bodiless = 내용이 그 형식이 아닙니다
open-too-large = “{ $name }”은(는) { $most } TiB가 넘는다고 합니다. 그런 글은 없습니다
open-failed = “{ $name }”을(를) 열 수 없습니다: { $error }
kind-directory = 디렉터리
kind-device = 장치
kind-socket = 소켓
kind-pipe = 파이프
standard-input-once = 표준 입력은 한 번만 읽을 수 있습니다
no-last-document = 전에 읽은 문서가 남아 있지 않습니다
no-section-of-name = “{ $wanted }”(이)라는 절이 없습니다. --toc로 목차를 출력합니다
not-opened = 열지 못했습니다: { $error }

## 읽기
document-incomplete = “{ $name }”을(를) 다 읽을 수 없습니다: { $error }
read-incomplete = 글을 다 읽지 못했습니다: { $error }
survey-incomplete = 글의 절을 다 살피지 못했습니다: { $error }
search-incomplete = 글을 다 찾아보지 못했습니다: { $error }
file-unread = “{ $name }”을(를) 끝까지 읽을 수 없습니다: { $error }
stream-broken = 읽기가 끊겼습니다: { $error }
stream-fault = 읽기가 끊겼습니다. 내용에 잘못이 있습니다.
stream-no-thread = 읽기를 시작할 수 없습니다: { $error }
stream-most = 처음 { $most } MiB만 있습니다. 나머지는 파일로 저장하십시오.
stream-empty = 읽을 것이 없습니다. 비었습니다.
file-rewritten = 파일이 바뀌었습니다. r: 다시 읽기
file-grown = 파일이 길어졌습니다. r: 다시 읽기, F: 따라가기
file-shrunk = 파일이 짧아졌습니다. r: 남은 것 읽기
file-replaced = 파일이 다른 것으로 바뀌었습니다. r: 그것 읽기
file-gone = 파일이 없어졌습니다. 열린 글은 읽을 수 있습니다.
followed-rewritten = 파일이 바뀌었습니다.
followed-grown = 파일이 길어졌습니다.
followed-shrunk = 파일이 짧아졌습니다.
followed-replaced = 파일이 다른 것으로 바뀌어 그것을 따라갑니다.
followed-gone = 파일이 없어졌습니다. 다시 나타나면 따라갑니다.
followed-by-none = 파일이 따라갈 수 없는 것으로 바뀌었습니다.
followed-no-more = 더 따라가지 않습니다: { $error }
reload-busy = 아직 읽는 중입니다.
reload-no-file = 파일이 아니어서 다시 읽을 수 없습니다.
reload-begun = 다시 읽는 중…
reload-failed = 다시 읽지 못했습니다: { $error }
view-begun = 읽는 중…
part-begun = 이 부분을 읽는 중…

## 터미널과 프로그램
no-keyboard = 쓸 수 있는 터미널이 없어 키를 읽을 수 없습니다({ $error })
terminal-failed = 터미널의 잘못
no-shell = 되돌려 줄 셸이 없어 그대로 계속합니다.
worker-fault = 뒤에서 하던 일에 잘못이 있었습니다.
no-thread = 스레드를 시작할 수 없습니다: { $error }
cant-write = 표준 출력에 쓸 수 없습니다

## 남기는 기록
keep-no-thread = 스레드가 없어 아무것도 저장할 수 없습니다: { $error }
keep-fault = 아무것도 저장할 수 없습니다. 앞서 잘못이 있었습니다.
keep-late = 마지막 변경을 제때 저장하지 못했습니다.
corrected-for-now = 고친 것은 이번에만 쓰입니다. 이어 둘 파일이 없습니다.
marked-for-now = 표시는 이번에만 쓰입니다. 이어 둘 파일이 없습니다.
noted-for-now = 주석은 이번에만 쓰입니다. 이어 둘 파일이 없습니다.
search-too-long-to-keep = 찾은 말이 너무 길어 기억하지 않습니다.
state-unread = { $holds }을(를) 읽을 수 없습니다: { $error }
state-unkept = { $holds }을(를) 저장할 수 없습니다: { $error }
state-unremoved = { $holds }을(를) 지울 수 없습니다: { $error }
state-busy = 다른 kanshu가 쓰는 중입니다
state-damaged = { $holds }의 파일이 깨졌습니다.
state-set-aside = { $holds }의 파일이 깨져 { $file }(으)로 옮겼습니다.
state-not-aside = { $holds }의 파일이 깨졌고 옮길 수도 없습니다: { $error }
unwritten-too-long = 파일이 { $most } KiB를 넘게 됩니다
unwritten-formless = 파일로 쓸 수 있는 형태가 없습니다({ $said })
rule-left-out = 저장된 규칙 “{ $pattern }”은(는) 쓰지 않습니다: { $why }.
holds-searches = 찾은 말 기록
holds-place = 이 글의 위치
holds-notes = 이 글의 주석
holds-memories = 이 글의 기록
holds-index = 아는 글 목록
small-too-long = { $most }바이트보다 깁니다
small-no-file = 보통 파일이 아닙니다
settings-unread = 설정 파일 “{ $file }”을(를) 읽을 수 없습니다: { $error }
no-theme = 테마 “{ $name }”이(가) 없습니다. 쓸 수 있는 것: { $names }
no-theme-nor-file = 테마 “{ $name }”이(가) 없습니다. 쓸 수 있는 것: { $names }, 또는 “{ $folder }”의 파일 { $name }.toml
first-fault = { $first }(그 밖에 { $more }건)
where-places = 위치:
where-notes = 주석:
where-settings = 설정:
where-nowhere = 둘 곳 없음
no-folders = 저장할 디렉터리가 환경에 없습니다
nothing-kept-of = “{ $name }”의 기록이 없습니다
forgotten = 기록을 지웠습니다: { $name }
nothing-kept = 기록이 없습니다.
forget-all-head = 위치, 주석, 고친 것, 찾은 말을 모두 지웁니다:
forget-all-asked = 지울까요? [y/N]
nothing-deleted = 지우지 않았습니다.
still-there = “{ $path }”이(가) 아직 있습니다
all-deleted = 모두 지웠습니다.
nothing-kept-secure = --secure에서는 기록이 없습니다
no-file-to-keep = “{ $name }”은(는) 기록을 남길 수 있는 파일이 아닙니다
notes-unread = “{ $name }”을(를) 읽을 수 없습니다
notes-not-utf8 = “{ $name }”은(는) UTF-8이 아닙니다
notes-bad-line = { $name }:{ $line }: --notes --json이 출력하는 줄이 아닙니다
taken-in = 새로 { $count }건을 가져왔습니다.
find-refused = “{ $query }”: { $error }
find-refused-at = “{ $query }”의 { $character }번째 글자: { $error }

## 도움말의 묶음, 문서 곁의 파일과 그림
beside-missing = 이 문서 곁에 “{ $name }” 파일이 없습니다.
beside-elsewhere = “{ $name }”은(는) 이 문서의 폴더 밖에 있어 열지 않습니다.
beside-none = 이 문서는 폴더 안에 있지 않아 “{ $name }”을(를) 찾을 수 없습니다.
flag-chop_long_lines = 코드와 로그의 긴 줄을 끝에서 자르고 옆으로 움직임. --wrap=false와 같음
flag-no_init = 마지막 쪽을 화면에 남김
flag-quit_if_one_screen = 한 화면에 드는 문서는 출력하고 끝냄
flag-raw_control_chars = less와 맞추기 위함. 색은 그대로 보임
flag-squeeze_blank_lines = less와 맞추기 위함. 문단 사이는 그대로 한 줄
help-narrowed = 키: { $typed }
help-program = 문서와 프로그램
help-rows = 읽어 나가기
help-sections = 절, 문단, 문장
help-jumps = 이동과 표시
help-contents = 목차, 제목, 고르기
help-search = 찾기
help-page = 쪽
hint-open-link = 열기
hint-read = 열기
picture-missing = 이 문서는 폴더 안에 있지 않아 그림을 찾을 수 없습니다.
picture-unknown = 열 수 있는 그림이 아닙니다.
picture-unread = 그림을 읽을 수 없습니다: { $error }
window-picture = 그림
window-file = 다른 문서
setting-linear = 쪽을 차례로 출력하고 줄로 입력합니다. 화면 낭독기와 점자 단말기용이며, 다음에 시작할 때 적용됩니다
setting-mouse = 마우스를 프로그램이 쓸지. 아니면 터미널의 것
flag-export = 스크립트를 위해 문서를 출력함: 글, Markdown 또는 JSON 블록
setting-now = { $name } = { $value }

info-format = 형식
info-encoding = 인코딩
info-size = 크기
info-parts = 조각
info-characters = 글자 수
info-sections = 장의 수
info-language = 언어
info-lines = 줄
info-paragraphs = 문단
info-replaced = { $regex }(으)로 바뀐 곳: { $count }곳
info-pages = 종이책의 쪽
info-landmarks = 주요 위치
info-no-encoding = 형식이 정함
info-chosen = { $encoding }, 지정함
info-remembered = { $encoding }, 전에 지정함
info-mark = { $encoding }, 표시(BOM)로 앎
info-guessed = { $encoding }, 추측
info-invalid = { $encoding }, 잘못된 바이트 { $count }곳
info-bytes = { $count }바이트
info-unknown = 알 수 없음
info-lines-prose = 빈 줄로 나뉘지 않은 줄은 모두 이음(지정함)
info-lines-verbatim = 줄마다 그대로(지정함)
info-lines-marked = 마크업대로 짬
info-lines-wrapped = 약 { $cells }칸에서 손으로 줄바꿈함: 그런 줄은 이음
info-lines-unwrapped = 손으로 줄바꿈하지 않음: 줄마다 그대로
info-indents = 들여쓰기로 나뉨
info-blank-lines = 빈 줄로 나뉨
info-line-ends = 줄 끝으로 나뉨
why-line = 줄
why-level = 단계
why-score = 점수
why-title = 제목
why-no-series = 번호가 있지만 이어지지 않음
why-reader = 독자가 그렇게 정함
why-rule = 독자의 규칙: { $pattern }

## 화면 없이 읽기(--linear)
linear-heading = 제목, { $level }단계:
linear-columns = 열 이름:
linear-chosen-row = 선택:
linear-bookmark = [책갈피]
linear-selected = 선택
linear-picture = 그림
linear-note-sign = 주석 번호
linear-link = 링크
linear-struck = 삭제됨
linear-highlight = 형광펜 { $colour }
linear-note = 주석
linear-match = 찾은 곳
linear-match-number = 찾은 곳 { $total }개 중 { $number }번째
linear-match-line = { $match }, 이 쪽 { $line }번째 줄: { $words }
linear-here = { $number }. { $entry } (현재)
linear-entry = { $number }. { $entry }
linear-section = { $title }, { $level }단계
linear-folded = { $title }, { $level }단계, 접힘
linear-letter = 표시 { $letter }
linear-bookmark-name = 책갈피
linear-encodings = 인코딩
linear-themes = 테마
linear-settings = 설정
linear-matches = 찾은 곳
linear-links = 이 쪽에서 따라갈 수 있는 것
linear-commands = 도움말
linear-entries = { $head } ({ $total }개 중 { $first }–{ $last })
linear-no-entries = 목록이 비어 있습니다.
linear-unknown = 여기서는 뜻이 없는 입력입니다. ?를 입력하면 입력할 수 있는 것을 알려 드립니다.
linear-prompt = { $title }, { $percent }. Enter: 다음 쪽, ?: 도움말, q: 끝내기.
linear-prompt-section = { $title }, { $section }, { $percent }. Enter: 다음 쪽, ?: 도움말, q: 끝내기.
linear-list-more = 번호로 선택, Enter: 계속, /낱말: 좁히기, q: 본문으로.
linear-list-prompt = 번호로 선택, /낱말: 좁히기, q: 본문으로.
linear-help-more = Enter: 계속, q: 본문으로.
linear-leave-prompt = q: 본문으로.
linear-note-prompt = “{ $words }”에 대한 주석입니다. 여러 줄로 쓸 수 있으며, . 한 줄이면 저장하고 .. 한 줄이면 그만둡니다.
linear-search-prompt = 찾을 말:
linear-command-prompt = 명령:
linear-value-prompt = { $name } 값은 { $value }입니다. 새 값:
linear-setting-prompt = { $name } 값은 { $value }입니다. 새 값({ $values }):
linear-name-prompt = 이름:
linear-encoding-prompt = 이 인코딩에서는 글이 더 깨져 보입니다. Enter: 그래도 쓰기, q: 그만두기.
linear-window-prompt = Enter: { $does }, q: 본문으로.
linear-action-prompt = 동작을 이름으로 입력하십시오. ?: 목록, q: 본문으로.
linear-help =
    Enter: 다음 쪽. 마침표 .: 이 쪽을 다시. q: 끝내기.
    숫자: 원문의 그 줄로. 50%: 그 위치로.
    /낱말: 찾기. n: 다음 찾은 곳. N: 이전 찾은 곳.
    모든 명령은 이름으로 입력하며 앞에 콜론을 붙여도 됩니다: contents, next_section, notes, set 이름=값, open 파일.
    글자를 치는 키도 쓸 수 있고 앞에 숫자를 붙일 수 있습니다: ], 3], ma.
    목록에서: 번호로 선택하고, /낱말로 좁히며, 동작 이름과 번호로 그 항목에 적용합니다.
    명령과 괄호 안의 키:
