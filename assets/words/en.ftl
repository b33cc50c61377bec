# What the reader is told, in English. A value in braces is filled in; $undo, $drop, $search, $help, $quit, $stop, $faster
# and $slower are keys, by which the reader does that, and stand in every message.

## Of the document
guide-title = kanshu guide
standard-input = standard input
first-document = { $help } shows the keys; { $quit } quits.
reloaded = Reloaded.
reads-no-more = No more is read: this is the beginning alone.
encoding-fixed = This format says itself what it is written in.
width = { $cells } cells wide
widest = { $cells } cells wide, the widest
narrowest = { $cells } cells wide, the narrowest
no-dictionary = No dictionary is set: write dictionary = "sdcv --non-interactive --utf8-output" into config.toml.
looking-up = Looking up: { $word }
dictionary-secure = With --secure no other program is run.
dictionary-missing = There is no program “{ $program }”.
dictionary-failed = “{ $program }” failed: { $error }
dictionary-late = “{ $program }” took too long.
dictionary-silent = The dictionary says nothing of “{ $word }”.
view-now = View: { $view }.
one-view = This document has but one view.
view-auto = as usual
view-prose = prose
view-verbatim = line by line
view-source = source
view-page = whole page
columns-one = One column
columns-two = Two columns
columns-too-narrow = The window has no room for two columns.
ruler = All but the paragraph at the top is faint.
no-ruler = All of the page is as bright as ever.
script-source = Chinese is shown as it is written.
script-hans = Chinese is shown in simplified characters.
script-hant = Chinese is shown in traditional characters.
clean = What your rules leave out is left out.
not-clean = All is shown, what your rules leave out as well.
no-replacements = No rule leaves anything out of this document: write one in config.toml, under [[replace]].
moving = The page moves by itself: { $rows } rows a minute. { $faster } faster, { $slower } slower, { $stop } stops.
not-moving = The page stands still.
ambiguous-wide = Signs such as “ — ① take two cells.
ambiguous-narrow = Signs such as “ — ① take one cell.
sticky = The heading of the section stays on top.
not-sticky = The first row is the text's again.

## In the status line and the contents
time-left = { $document } left
time-left-both = { $section } to the section's end, { $document } left
time-minutes = { $minutes } min
time-hours = { $hours } h { $minutes } min
status-section = section { $number } of { $total }
status-page = p. { $page }
status-help = { $key } help
contents-unit = characters

## Of keys and lines that are typed
line-full = A line takes { $most } characters at most.
nothing-goes-on = Nothing goes on; { $quit } leaves.
no-such-command = There is no command { $typed }; { $help } shows the keys.
no-such-command-near = There is no command { $typed }; did you mean { $meant }?
setting-now = { $name } = { $value }
takes-letter = This takes a letter after it: a mark is called so.
nothing-to-write = Nothing is to be written: a text stays as it is, and what you say of it is kept by itself.

no-such-key = { $keys } does nothing here; { $help } shows the keys.
less-option = -N and -S work here; the other options of less are settings: :set changes one, :settings lists them.

## Of settings
settings-kept = Kept in { $file }.
setting-kept = Kept: { $name } = { $value } (:set { $name }={ $before } undoes)
settings-not-kept = Not kept: { $fault }
settings-unwritten = “{ $file }” can't be written: { $error }.
settings-for-now = This holds till you leave: no settings are kept.
themes-head = Theme: the page is shown in it
themes-typed = Theme: { $typed }
settings-head = Settings
settings-value = { $name } = { $typed }
settings-typed = Settings: { $typed }
own-theme = your own

## Of where one is
start = This is the start.
end = This is the end.
end-so-far = This is the end of what has come so far.
top-row = The top row is where you read.
place-line = Line { $line } of the source, { $percent }%
place = { $percent }%
counting-lines = Line { $line } is gone to when the lines are counted.
looking-for-page = Page { $name } is gone to when it is known where it is.
no-lines = Lines have no numbers in this document.
no-pages = This document names no pages of a printed book.
all-lines = All lines are shown again.
line-start = Lines begin here.
nothing-wider = No line of the page goes on to the right.
nothing-cut = Prose is not cut; :setlocal view=verbatim shows the lines as they are.

## Of links
nothing-to-follow = There is no link, no note and no picture on this page.
no-such-label = No label begins with { $typed }.
leads-nowhere = This document has no place “{ $href }”.

opener-missing = There is no { $opener } that could open it.
opener-failed = { $opener } could not open it: { $error }
beside-missing = There is no file “{ $name }” beside this document.
beside-elsewhere = “{ $name }” lies outside the folder of this document: it is not opened.
beside-none = This document lies in no folder that could have a “{ $name }”.
picture-missing = This document lies in no folder that could have the picture.
picture-unknown = This is no picture of a kind that is opened.
picture-unread = The picture can't be read: { $error }
opener-secure = With --secure nothing is opened outside.

## Of marks
keeping = Not on the disk yet ({ $undo } undoes).
mark-set = Marked: ' and { $letter } come back here.
no-such-mark = There is no mark { $letter }; m and { $letter } set it.
bookmarked = Bookmarked ({ $undo } undoes): { $words }
named = Named: { $name }
highlighted = Highlighted ({ $undo } undoes): { $words }
note-kept = Noted ({ $undo } undoes): { $words }
note-unkept = What you wrote is not kept yet: { $keep } keeps it; { $leave } again leaves it.
note-left = The note is as it was; { $undo } brings back what you wrote.
note-full = A note takes { $most } KiB: what was typed after that is not in it.
no-highlight = No highlight and no note is here.
no-bookmarks = There are no bookmarks yet: m and Enter make one.
no-notes = Nothing is highlighted or noted yet: select words, then c and 1 to 4, or a.
marks-full = A document takes { $most } marks: no more are set.
mark-deleted = Deleted ({ $undo } undoes): { $words }
mark-undone = As before: { $words }
mark-back = There again, the { $kind ->
        [letter] mark
        [highlight] highlight
        [note] note
       *[bookmark] bookmark
    }: { $words }
mark-gone = Gone again, the { $kind ->
        [letter] mark
        [highlight] highlight
        [note] note
       *[bookmark] bookmark
    }: { $words }
no-mark-to-undo = There is no mark to undo.
nothing-changed = There is nothing to undo.
encoding-kept = The encoding is { $encoding } from now on; { $undo } undoes.
encoding-back = As before: { $encoding }

## Of documents read before
one-file = No other file was named.
first-file = This is the first of the files.
last-file = This is the last of the files.
opening = Opening { $title }…
no-recent = No other document was read before.
file-missing = There is no file { $path } any more; { $drop } drops it from the list.
recent-dropped = Off the list ({ $undo } undoes): { $title }
recent-listed = On the list again: { $title }
nothing-dropped = Nothing was dropped from the list that could come back.

## Of the way back
no-way-back = There is no jump to go back from.
no-way-forward = This is where you came back from last.

## Of sections
no-sections = This document has no sections.
last-section = This is the last section.
no-such-section = No section is called “{ $wanted }”.
no-such-page = No page is called “{ $wanted }”; there are { $names }.
page-names = There are { $names }.
sections-kept = The sections found so far are kept.

## Of corrections
corrections-lost =
    { $count ->
        [one] { $count } corrected line is no longer in the text.
       *[other] { $count } corrected lines are no longer in the text.
    }
heading = A heading of level { $level } ({ $undo } undoes): { $words }
no-heading = No heading ({ $undo } undoes): { $words }
line-undone = As before: { $words }
rule-undone = As before: all lines like that one
nothing-to-undo = There is no correction to undo.
no-line = There is no line here.
mid-paragraph = This line is in the middle of a paragraph.
no-example = There is nothing to go by: no number, no mark, not all in capitals.
rules-large = Such rules take { $most } MiB of memory: no more are kept; { $undo } takes one back.
rules-full = There are { $most } such rules: no more are kept; { $undo } takes one back.
rules-cut = Rules match more than { $most } lines: the rest stay as they were.
looking-for-alike = Looking for the lines like this one…
looking-for-alike-later = The lines like this one are looked for when all of the text is there.
alike-headings =
    { $count ->
        [0] No line of the text is like this one; { $undo } undoes
        [1] Only this line is like that; it is a heading now; { $undo } undoes
       *[other] { $count } lines like this one are headings now; { $undo } undoes
    }
alike-no-headings =
    { $count ->
        [0] No line of the text is like this one; { $undo } undoes
        [1] Only this line is like that; it is no heading now; { $undo } undoes
       *[other] { $count } lines like this one are no headings now; { $undo } undoes
    }

## Of selections
no-text = There is no text here.
copied =
    { $count ->
        [one] Copied: { $count } character
       *[other] Copied: { $count } characters
    }
reference = — { $title }, { $section }, { $percent }%
reference-without-section = — { $title }, { $percent }%
too-much = So much text is too much for that.

## Of searches
no-search = Nothing was searched for yet: { $search } begins a search.
not-found = Not found.
no-word = There is no word here.
past-end = Past the end: on from the start.
past-start = Past the start: on from the end.

## The help
help-head = Keys (5{ $row_down }: { $row_down } five times)
help-head-plain = Keys
help-narrowed = Keys with: { $typed }
help-program = Document and program
help-rows = Reading on
help-sections = Sections, paragraphs, sentences
help-jumps = Jumps and marks
help-contents = Contents, headings, selection
help-search = Search
help-page = The page
help-more = ↓ more
help-list = In a list
help-marking = While a line is made a heading
help-selecting = While text is selected
help-links = While links have labels
help-note = While a note is written
help-prompt = While a search is typed
help-switches = In the list of switches
help-command = In the command line
help-signs = Signs beside the text
sign-goes-on = the line goes on in the next row
sign-cut = the line has more on that side
sign-quotation = a quotation
sign-bookmark = a bookmark
sign-note = a note of yours

## What the keys do on the page, by the names of the actions; $key is the first of them
action-row_down = down one row
action-row_up = up one row
action-page_down = down one page
action-page_up = up one page
action-half_page_down = down half a page
action-half_page_up = up half a page
action-start = start
action-end = end; 50{ $key } goes to line 50
action-percent = 50{ $key } goes to 50%
action-place = tell the line and the per cent
action-top_row = the top row
action-middle_row = middle row to the top
action-bottom_row = last row to the top
action-row_to_top = the match to the top
action-row_to_middle = the match to the middle
action-row_to_bottom = the match to the bottom
action-next_section = next section
action-previous_section = section before
action-next_paragraph = next paragraph
action-previous_paragraph = paragraph before
action-next_sentence = next sentence
action-previous_sentence = sentence before
action-back = back to where you jumped from
action-forward = forward again
action-swap = back, and there again
action-set_mark = mark this place with a letter
action-go_to_mark = go to the mark of a letter
action-bookmark = bookmark this place
action-bookmarks = list of bookmarks
action-note = write a note on the paragraph at the top
action-notes = list of highlights and notes
action-undo_marks = undo the last change
action-contents = contents
action-to_list = list beside the page
action-mark = make a line a heading
action-select = select text
action-links = labels: follow a link, a note, a picture
action-search = search as you type
action-search_back = search upwards
action-search_word = search this word (the first, or the match's)
action-matches = list of all matches
action-filter = only lines with a word
action-next_match = next match
action-previous_match = match before
action-toggle_sticky = heading stays on top, or not
action-widen = wider column
action-scroll_left = long lines to the left
action-scroll_right = long lines to the right
action-narrow = narrower column
action-reset_width = first width again
action-encodings = another encoding
action-toggle_ambiguous = “ — take 1 or 2 cells
action-mouse = the mouse to the terminal, or back
action-dictionary = look this word up (the first, or the match's)
action-themes = themes
action-settings = settings
action-less_option = -N -S; others by :set
action-next_file = next file of several; :n does, too
action-previous_file = file before; :p does, too
action-recent = documents read before
action-view = next view: prose, lines, source, whole page
action-script = simplified or traditional, or as written
action-clean = what rules leave out, or all
action-columns = one column, or two
action-ruler = all but this paragraph faint, or not
action-auto_scroll = move by itself, or stop; 30{ $key }: 30 rows a minute
action-follow = follow as it grows
action-reload = read the file again
action-redraw = paint the screen anew
action-stop = stop what goes on
action-command_line = command line
action-help = this help
action-suspend = suspend; fg returns
action-quit = quit

## Commands that are no actions
command-e = read a file in place of this one
command-page = go to a page of the printed book, or to its cover, contents, text

## In lists
action-go = go there
action-leave_list = stay where you were
action-keep_list = keep it open, read on
action-next_entry = next entry
action-previous_entry = entry before
action-next_entries = a page on
action-previous_entries = a page back
action-first_entry = first entry
action-last_entry = last entry
action-unfold = unfold, or go in
action-fold = fold, or go out
action-fold_all = fold all, unfold all
action-drop_section = delete; a line is no heading
action-name = name a bookmark, change a note
action-outer = a level out
action-deeper = a level in
action-sections_alike = all lines like it
action-undo = undo

## While a line is made a heading
action-turn = a heading, or none
action-line_down = line below
action-line_up = line above
action-drop_heading = this is no heading
action-heading_out = a level out
action-heading_in = a level in
action-headings_alike = all lines like it
action-undo_mark = undo the correction
action-leave_marking = read on

## While text is selected
action-select_on = a character on
action-select_back = a character back
action-select_word_on = to the end of a word
action-select_word_back = to the start of a word
action-select_row_on = down one row
action-select_row_back = up one row
action-select_row_end = to the end of the row
action-select_row_start = to its start
action-select_sentence_on = to the end of a sentence
action-select_sentence_back = to the start of a sentence
action-select_paragraph_on = to the end of a paragraph
action-select_paragraph_back = to the start of a paragraph
action-select_page_on = down one page
action-select_page_back = up one page
action-select_half_page_on = down half a page
action-select_half_page_back = up half a page
action-select_to_start = to the start of the document
action-select_to_end = to its end
action-other_end = move the other end
action-select_word = this word
action-select_sentence = this sentence
action-select_paragraph = this paragraph
action-copy = copy
action-copy_with_reference = copy with the title, the section, the per cent
action-highlight_1 = highlight in colour 1
action-highlight_2 = highlight in colour 2
action-highlight_3 = highlight in colour 3
action-highlight_4 = highlight in colour 4
action-write_note = write a note on it
action-remove_highlight = remove the highlight, the note
action-search_selection = search what is selected
action-leave_selecting = read on
## While links have labels
action-follow_link = the first; in a window: go there, open it
action-erase_label = take the last letter back
action-leave_links = read on
action-keep_note = keep it
action-leave_note = leave it as it was

## In the command line
command-set = set this, and keep it
command-setlocal = set this for this document alone, and keep it
action-complete = complete the name

## While a search is typed, and its switches
action-keep = keep what was found
action-leave = return to where it began
action-older = the search before
action-newer = the search after
action-regex = regular expression
action-whole_words = whole words
action-pinyin = pinyin: gs finds 公司
action-switches = all switches: case, width, 国國 …
action-turn_regex = regular expression
action-turn_whole_words = whole words only
action-turn_pinyin = by sound: gs 公司
action-turn_case = a and A
action-turn_width = A and Ａ
action-turn_han = 国 and 國
action-turn_kana = ひ and ヒ
action-turn_punctuation = , and ，
action-turn_accents = e and é
action-turn_numbers = 12 and 十二

## What the values of the switches are, and what is told of a search that is unusual
value-on = on
value-off = off
value-alike = alike
value-different = different
value-smart = alike, unless A is typed
value-ordinals = alike after 第
unusual-exact = exact
unusual-regex = regex
unusual-words = words
unusual-pinyin = pinyin
unusual-any-case = any case
unusual-case = a≠A
unusual-width = A≠Ａ
unusual-han = 国≠國
unusual-kana = ひ≠ヒ
unusual-punctuation = ,≠，
unusual-accents = e≠é
unusual-numbers-alike = 12=十二
unusual-numbers = 12≠十二
switches-head = How to search
prompt-switches = { $switches }: how to search

## What keys do in a panel, in a word or two
hint = { $keys }: { $does }
hint-go = go
hint-name = name
hint-delete = delete
hint-drop = drop
hint-read = open
hint-undo = undo
hint-no-heading = no heading
hint-level = level
hint-alike = all like it
hint-turn = a heading, or none
hint-choose = choose
hint-leave = read on
hint-keep = keep open
hint-to-list = to the list
hint-close = close
hint-return = return
hint-change = change
hint-type = type it
hint-anyway = keep it all the same
hint-copy = copy
hint-highlight = highlight
hint-note = note
hint-save = keep
hint-word = word
hint-sentence = sentence
hint-paragraph = paragraph
hint-other-end = other end
hint-search = search
hint-first = the first
hint-go-there = go there
hint-open-link = open it

hint-scroll = scroll

## Panels
contents-head = Contents
contents-narrowed = Contents: { $typed }
contents-empty = No sections
contents-begun = Sections are still being looked for
contents-none = No section has this in its title
bookmarks-head = Bookmarks
bookmarks-narrowed = Bookmarks: { $typed }
bookmarks-name = Name: { $typed }
notes-head = Highlights and notes
notes-narrowed = Highlights and notes: { $typed }
recent-head = Read before
recent-narrowed = Read before: { $typed }
recent-none = None has this in its name or its section
recent-sought = looking…
recent-missing = missing
recent-left = { $ago }
recent-left-in = { $ago } · { $section }
matches-head = Matches, { $count }: { $typed }
window-note = Note
note-head = Note on “{ $words }”
window-meaning = Dictionary
window-address = Out of this document
window-picture = Picture
window-file = Another document
window-unopened = Out of this document; kanshu opens no such address
labels-head = Type a label.
matches-none = none
matches-sought = searching…
encodings-head = Encoding: the page is shown in it
encodings-narrowed = Encoding: { $typed }
encodings-asked = The text looks worse in it.
reads-badly = It reads badly in { $encoding }, which was kept for it; { $encodings } chooses another encoding.

## What is written in each encoding
script-other = as it is read now
script-UTF-8 = every script
script-GBK = Chinese, simplified; GB2312, GB18030
script-Big5 = Chinese, traditional; HKSCS
script-Shift_JIS = Japanese; code page 932
script-EUC-JP = Japanese
script-ISO-2022-JP = Japanese, in old mail
script-EUC-KR = Korean; code page 949
script-UTF-16LE = every script
script-UTF-16BE = every script
script-windows-1252 = Western European; Latin-1
script-IBM850 = Western European, in DOS
script-IBM437 = Western European, in DOS, with lines and blocks
script-macintosh = Western European, in old Macs
script-windows-1250 = Central European
script-ISO-8859-2 = Central European; Latin-2
script-IBM852 = Central European, in DOS
script-windows-1251 = Cyrillic
script-x-mac-cyrillic = Cyrillic, in old Macs
script-KOI8-U = Russian and Ukrainian; KOI8-R
script-IBM866 = Cyrillic, in DOS
script-windows-1253 = Greek
script-windows-1254 = Turkish
script-windows-1255 = Hebrew
script-windows-1256 = Arabic
script-windows-1257 = Baltic
script-windows-1258 = Vietnamese
script-windows-874 = Thai

## How long ago
ago-now = just now
ago-minutes =
    { $count ->
        [one] a minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] an hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] yesterday
       *[other] { $count } days ago
    }
ago-weeks =
    { $count ->
        [one] a week ago
       *[other] { $count } weeks ago
    }
ago-months =
    { $count ->
        [one] a month ago
       *[other] { $count } months ago
    }
ago-years =
    { $count ->
        [one] a year ago
       *[other] { $count } years ago
    }

## The status line
title-of = { $title } ({ $number } of { $count })
match-number = { $number } of { $total }
unsearchable = can't search for this
found-none = not found
found =
    { $count ->
        [one] { $shown } match
       *[other] { $shown } matches
    }
searching = searching { $percent }%
encoding-guessed = { $name }, guessed
invalid-bytes =
    { $count ->
        [one] { $count } invalid byte
       *[other] { $count } invalid bytes
    }
following = following
reading = reading… { $amount }
surveying = sections { $percent }%

## What can't be searched for
query-at = character { $character }: { $error }
query-empty = nothing to search for
query-too-long = the query is too long
query-too-large = the pattern grows too large
expression-open-group = unclosed group
expression-unopened-group = unopened group
expression-group-name = invalid name of a group
expression-open-class = unclosed character class
expression-class-range = invalid character class range
expression-property = Unicode property not found
expression-escape = unrecognized escape sequence
expression-number = invalid number of a character
expression-nothing-to-repeat = nothing to repeat
expression-count = invalid repetition count
expression-flag = unrecognized flag
expression-look-around = look-around is not supported
expression-back-reference = backreferences are not supported
expression-too-deep = too many nested groups
expression-other = not a regular expression

## What is wrong in the file of settings, or in that of a theme; names, tables and values stand as they are written
fault = { $line }: { $what }
fault-in-file = { $file }:{ $fault }
fault-no-toml = { $said }; a setting is written as in `width = 80` or `keys = "less"`
fault-no-toml-of-theme = { $said }; a look is written as in `link = {"{"} colour = "#0057b0", underline = true {"}"}`
fault-no-setting = no setting `{ $name }`{ $mend }
fault-no-switch = no switch `{ $name }` in [search]{ $mend }
fault-no-action = no action `{ $name }` in [bind]{ $mend }
fault-no-part-of-rule = no `{ $name }` in [[{ $table }]]{ $mend }
fault-no-role = nothing is called `{ $name }`{ $mend }
fault-no-part-of-look = a look has no `{ $name }`{ $mend }
fault-no-table = `{ $name }` is a table: write `[{ $name }]`
fault-no-tables = `{ $name }` are several tables: write `[[{ $name }]]` above each
fault-half-rule = a rule of [[sections]] has a regex and a level: regex = '^第.+回$', level = 1
fault-no-regex = a rule of [[replace]] has a regex: regex = 'www\.[a-z.]+'
fault-value = `{ $name }` can't be `{ $word }`: { $why }
fault-no-value = `{ $name }` takes one value: { $why }
fault-no-keys = name a key, or several: ["j", "Down"]
fault-no-key = no key `{ $name }`: write j, Space, Down, PgDn, F1, ^F for Control, M-v for Alt, gg for g twice
fault-unbindable = `{ $keys }` can't be bound: { $why }
fault-no-parent = no theme `{ $name }` to inherit
fault-no-look = a look is a table, as in `link = {"{"} colour = "#0057b0", underline = true {"}"}`
mend-unknown = {""}
mend-near = ; did you mean `{ $name }`?
mend-above = ; it belongs above all tables
mend-under = ; it belongs under `[{ $name }]`
value-number = give a number from { $least } to { $most }
value-choice = choose one of { $names }{ $mend }
value-words = choose some of { $names }, and a blank between two{ $mend }
value-level = give a number from 1 to { $most }, or none
value-switch = it is true or false
value-long = it may have { $most } characters at most
value-colour = a colour is `#rrggbb`, a number from 0 to 255, or a name: { $names }
pattern-empty = the pattern is empty
pattern-too-long = the pattern is too long
pattern-at = { $error } at character { $character }
no-room-rules = at most { $most } rules are heeded
no-room-bytes = rules of at most { $most } MiB together are heeded
unbindable-count = a digit begins a count
unbindable-suspends = it always suspends
unbindable-leaves = it leaves, and stops what goes on
unbindable-any-letter = any letter stands for it, after another key
unbindable-typed = it is typed there
unbindable-several = keys follow each other on the page and in a selection alone
unbindable-bound = it is bound to { $action } already
unbindable-overlaps = { $keys } is bound to { $action } already

## What the settings are for, by their names
setting-margin = The cells that stay blank at the left of the text
setting-status = What the status line tells, in this order
setting-view = How a document is shown: prose and verbatim are for plain text, page is all of a web page
setting-show = In which characters Chinese is shown: as it is written, simplified, or traditional
setting-clean = Whether what [[replace]] leaves out or puts in other words is shown so
setting-sticky = Keeps the first row for the heading of the section, when that is above the page
setting-colour = Whether there are colours; auto heeds NO_COLOR
setting-language = The language in which kanshu speaks; auto goes by the locale
setting-dictionary = The command that says what a word means; the word is its last argument
setting-keys = The keys of the page: our own, or those of less or vim
setting-level = How strictly no row begins or ends with a wrong mark
setting-korean = Where Korean breaks
setting-hang = Whether a full stop may stand past the column
setting-autospace = What stands between Chinese and Latin letters
setting-justify = What happens to the blanks at the end of a row
setting-orphan = What happens to a last row of one character
setting-algorithm = How rows are filled
setting-odd-measure = What an odd width becomes for Chinese
setting-quotes = How wide the quotes of Chinese are
setting-ruby = Where the readings of words stand
setting-paragraphs = What parts paragraphs
setting-ambiguous = The cells of signs such as “ — ①; auto asks the terminal
setting-unit = What the width is counted in: cells, or characters of two
setting-columns = How many columns stand beside each other; auto: two where both are wide
setting-row-gap = The blank lines between two rows
setting-line-numbers = Numbers the lines of the source beside the text
setting-wrap = Lets long lines of code and logs go on in the next row; else they scroll sideways
setting-overlap = How many rows of a page stay on the next
setting-ruler = Makes all but the paragraph at the top faint
setting-speed = The rows a minute of a page that moves by itself
setting-width = The widest that a column of text may be
setting-theme = The looks; auto goes by the ground of the terminal
setting-linear = Prints pages one after the other and takes typed lines, as screen readers and Braille lines need; from the next start on
setting-mouse = Whether the mouse is the program's; if not, the terminal's
setting-copy-command = The command that copies; auto: the terminal, and a program that is there
switch-regex = Takes what is typed for a regular expression
switch-words = Finds only whole words
switch-pinyin = Finds characters by their sound, too: gongsi and gs 公司, ㄱㅎ 강하, sakura さくら
switch-case = a and A; smart: alike, unless a capital is typed
switch-width = A and Ａ; kg and ㎏, 2 and ²
switch-han = 国 and 國; 高 and 髙
switch-kana = ひ and ヒ
switch-punctuation = , and ，
switch-accents = e and é; ae and æ
switch-numbers = 12, 十二 and XII; ordinals: alike after 第

## The command line: what it is for, and what its flags are for, by their names
about = A reader for long documents in the terminal, right in every script
usage = Usage: kanshu [OPTIONS] [FILE]…
heading-arguments = Arguments
heading-options = Options
heading-layout = Layout
heading-search = Search
flag-values = { $does } [{ $values }]
flag-default = { $does } [default: { $usual }]
flag-choice = { $does } [{ $values }] [default: { $usual }]
flag-names = { $does } [{ $values }, or one of your own]
flag-help = Prints this help
flag-version = Prints the version
flag-files = The files to read, one after the other; `-` is standard input
flag-encoding = The encoding of the file, where it is told wrongly: gbk, big5, sjis …
flag-format = The format of the file, where its name does not tell: plain, markdown, html, mhtml, epub, fb2, aozora
flag-dump = Prints the text as it is set in rows, without a screen
flag-export = Prints the document for scripts: its text, Markdown, or its blocks as JSON
flag-toc = Prints the contents
flag-why = Prints with the contents why each line was taken for a heading or left
flag-section = Opens at this section, or prints it alone: its number in the contents, or words of its title
flag-heading = Makes the lines that match REGEX headings of LEVEL, 1 to 9, or `none`; may be given more than once
flag-info = Prints what is known of the file: format, encoding, size, language
flag-json = Prints them, or the matches, as JSON
flag-config = Reads the settings from FILE
flag-no_config = Reads no file of settings
flag-print_config = Prints a file of settings with each of them at its usual value, as a comment
flag-secure = Keeps nothing on disk and reads nothing kept there; so does `KANSHU_SECURE=1`
flag-fresh = Opens the file at its start, and not where it was left
flag-reads_last = Opens the file that was left last
flag-guide = Opens the guide
flag-quit_if_one_screen = Prints a document that one screen shows, and ends
flag-no_init = Leaves the last page on the screen
flag-raw_control_chars = Taken as less takes it: colours are shown all the same
flag-chop_long_lines = Cuts long lines of code and logs, which then scroll sideways; as --wrap=false
flag-squeeze_blank_lines = Taken as less takes it: paragraphs stand a row apart all the same
flag-notes = Prints the bookmarks, highlights and notes on FILE, or on all files, as Markdown; with --json all that was said
flag-import_notes = Takes in what `--notes --json` printed into FILE, without doubles
flag-forget = Removes all that is kept of FILE: its place, notes, corrections, encoding
flag-forget_all = Removes all that is kept of all files, and the searches, after a question
flag-where = Prints where what is kept lies
flag-find = Prints the matches of PATTERN in all files: per cent, section, the words around
flag-pattern = Opens the file at the first match of PATTERN; so does +/PATTERN, and +120 at line 120, +50% at 50%, +G at the end, +F to follow it
flag-regex = Takes PATTERN for a regular expression
flag-words = Finds only whole words
flag-pinyin = Finds characters by their sound, too: gs and gongsi 公司, ㄱㅎ 강하, sakura さくら
flag-numbers = Finds whole numbers however they are written: 12, 十二, XII
flag-ignore_case = Lets capitals be small letters, whatever PATTERN has
flag-exact = Finds only what is written so, or in these respects
examples =
    Examples:
      kanshu novel.txt              read a book
      kanshu -w 60 article.txt      in a column of at most 60 cells
      man bash | kanshu             read what a command writes
      kanshu --toc novel.txt        print its contents
      kanshu -p lighthouse a.txt    open at the first match
      kanshu --find 公司 {"*"}.txt      print the matches in several files
      kanshu --section 3 novel.txt  open at the third section; or by its title
      kanshu --dump -w 72 a.txt     print its text, set in rows of at most 72 cells
    
    Press F1 while reading for the keys. Without a file, kanshu lists what you read before, or opens its guide.

## What is said of words on the command line that can't be taken
refused = { $why } (kanshu --help)
several-files = this takes one file at a time
no-flag = there is no flag { $flag }
no-flag-but = there is no flag { $flag }; did you mean { $near }?
flag-twice = { $flag } can be given once only
flag-conflict = { $flag } can't be used with { $prior }
flag-missing = something is missing: { $flag }
flag-without-value = { $flag } takes a value
flag-choose = { $flag } can't be “{ $value }”: choose one of { $values }
flag-no-equals = { $flag } takes its value after an equals sign
flag-takes-none = { $flag } takes no “{ $value }”
flag-no-text = a word is not in UTF-8
flag-wrong = { $flag } can't be used so
flag-value = { $flag } can't be “{ $value }”: { $why }
no-encoding = no encoding has this name; try one of { $names }
no-format = no format has this name; try one of { $names }
rule-no-colon = give a level, a colon, and a regular expression
rule-level = the level can't be “{ $word }”: { $why }
rule-pattern = { $error } of “{ $pattern }”

## What can't be opened
open-keyboard = standard input is the keyboard; name a file, or send a text through a pipe
open-missing = there is no file “{ $name }”
open-denied = “{ $name }” may not be read: permission denied
open-no-file = “{ $name }” is { $kind }; name a file to read
open-foreign = “{ $name }” is { $kind }, which kanshu can't read; -e latin1 shows its bytes as text
open-broken = “{ $name }” is { $kind } that can't be read: { $error }; -e latin1 shows its bytes as text
foreign-zip = a ZIP archive, as office documents and some books are
foreign-empty-zip = an empty ZIP archive
foreign-pdf = a PDF document
foreign-kindle = a Kindle book
foreign-palm = a Palm book
foreign-help = a compiled HTML help file
foreign-djvu = a DjVu document
foreign-office = an old office document
foreign-rar = a RAR archive
foreign-7z = a 7z archive
foreign-bzip2 = compressed by bzip2
foreign-tar = a tar archive
foreign-picture = a picture
foreign-program = a program
foreign-database = a database
foreign-epub = an EPUB book
foreign-fictionbook = a FictionBook
flaw-damaged = its archive is damaged: { $value }
flaw-unread = it can't be read: { $value }
flaw-files = its archive holds more than { $value } files
flaw-file-large = a file in it holds more than { $value } MiB
flaw-packed = a file in it is packed more than { $value } times over
flaw-no-book = its archive holds no book
flaw-protected = it is protected (DRM); only the program of its shop can open it
flaw-large = its documents hold more than { $value } MiB
flaw-bytes = it has more than { $value } MiB, or can't be read
flaw-text = its text has more than { $value } MiB
flaw-bodiless = it is no FictionBook
open-too-large = “{ $name }” says that it has more than { $most } TiB, which no text has
open-failed = “{ $name }” can't be opened: { $error }
kind-directory = a directory
kind-device = a device
kind-socket = a socket
kind-pipe = a pipe
standard-input-once = standard input can be read once only
no-last-document = no document was read before that is still there
no-section-of-name = no section is called “{ $wanted }”; --toc prints the contents
not-opened = Not opened: { $error }.

## Of reading, and of the file that is read
document-incomplete = not all of “{ $name }” can be read: { $error }
read-incomplete = Not all of it could be read: { $error }.
survey-incomplete = Not all of it could be looked for sections: { $error }.
search-incomplete = Not all of it could be searched: { $error }.
file-unread = “{ $name }” can't be read: { $error }
stream-broken = Reading broke off: { $error }.
stream-fault = Reading broke off: something is wrong in it.
stream-no-thread = No thread could be started to read it: { $error }.
stream-most = Only the first { $most } MiB are kept: save the rest to a file.
stream-empty = There is nothing to read: it is empty.
file-rewritten = The file was changed: r reads it anew.
file-grown = The file has grown: r reads it anew, F follows it.
file-shrunk = The file became shorter: r reads what is left of it.
file-replaced = The file was replaced by another: r reads that one.
file-gone = The file is gone; what is open can still be read.
followed-rewritten = The file was changed.
followed-grown = The file has grown.
followed-shrunk = The file became shorter.
followed-replaced = The file was replaced by another, which is followed now.
followed-gone = The file is gone; should it come back, it is followed.
followed-by-none = The file was replaced by one that can't be followed.
followed-no-more = Not followed any further: { $error }.
reload-busy = It is still being read.
reload-no-file = It comes from no file that could be read anew.
reload-begun = Reading it anew…
reload-failed = Not read anew: { $error }.
view-begun = It is being read…
part-begun = This part is being read…

## Of the terminal and the program
no-keyboard = no keys can be read, for there is no terminal besides ({ $error })
terminal-failed = the terminal failed
no-shell = There is no shell that would bring kanshu back: it goes on.
worker-fault = Something went wrong in the background.
no-thread = No thread could be started: { $error }.
copy-too-long = Nothing was copied: it is too long for the terminal.
copy-failed = Nothing was copied: “{ $program }” failed ({ $error }).
copy-late = Nothing was copied: “{ $program }” took too long.
copy-secure = Nothing is copied with --secure.
cant-write = can't write to standard output

## Of what is kept
keep-no-thread = Nothing can be kept, for there is no thread: { $error }.
keep-fault = Nothing can be kept: something went wrong before.
keep-late = What was said last could not be kept in time.
corrected-for-now = This is corrected for now only: there is no file to keep it for.
marked-for-now = This is marked for now only: there is no file to keep it for.
noted-for-now = This is noted for now only: there is no file to keep it for.
search-too-long-to-keep = This search is too long to be remembered.
state-unread = The { $holds } can't be read: { $error }.
state-unkept = The { $holds } can't be kept: { $error }.
state-unremoved = The { $holds } can't be removed: { $error }.
state-busy = another kanshu is writing
state-damaged = The file of { $holds } is damaged.
state-set-aside = The file of { $holds } is damaged. It was set aside as { $file }.
state-not-aside = The file of { $holds } is damaged. It can't be set aside: { $error }.
unwritten-too-long = the file would be longer than { $most } KiB
unwritten-formless = it has no written form ({ $said })
rule-left-out = The kept rule “{ $pattern }” is left out: { $why }.
holds-searches = searches
holds-place = place in this text
holds-notes = notes on this text
holds-memories = memories of this text
holds-index = list of known texts
small-too-long = it is longer than { $most } bytes
small-no-file = it is no plain file
settings-unread = “{ $file }” can't be read for settings: { $error }
no-theme = there is no theme “{ $name }”; it may be { $names }
no-theme-nor-file = there is no theme “{ $name }”; it may be { $names }, or be a file { $name }.toml in “{ $folder }”
first-fault = { $first } (and { $more } more)
where-places = places:
where-notes = notes:
where-settings = settings:
where-nowhere = nowhere
no-folders = the environment names no directory to keep anything in
nothing-kept-of = nothing is kept of “{ $name }”
forgotten = Forgotten: { $name }
nothing-kept = Nothing is kept.
forget-all-head = All places, notes, corrections and searches are deleted:
forget-all-asked = Delete them? [y/N]
nothing-deleted = Nothing is deleted.
still-there = “{ $path }” is still there
all-deleted = All is deleted.
nothing-kept-secure = nothing is kept with --secure
no-file-to-keep = “{ $name }” is no file of which anything could be kept
notes-unread = “{ $name }” can't be read
notes-not-utf8 = “{ $name }” is not in UTF-8
notes-bad-line = { $name }:{ $line }: this is no line that --notes --json prints
taken-in = Taken in: { $count } new.
find-refused = “{ $query }”: { $error }
find-refused-at = “{ $query }”, character { $character }: { $error }

info-format = format
info-encoding = encoding
info-size = size
info-parts = parts
info-characters = characters
info-sections = sections
info-language = language
info-lines = lines
info-paragraphs = paragraphs
info-replaced = replaced by { $regex }: { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
info-pages = printed pages
info-landmarks = landmarks
info-no-encoding = of its own
info-chosen = { $encoding }, chosen
info-remembered = { $encoding }, chosen before
info-mark = { $encoding }, by its mark
info-guessed = { $encoding }, guessed
info-invalid = { $encoding }, { $count } invalid sequences
info-bytes = { $count } bytes
info-unknown = unknown
info-lines-prose = all that no blank line parts are joined, as chosen
info-lines-verbatim = each as it is, as chosen
info-lines-marked = set as their marks say
info-lines-wrapped = wrapped by hand at about { $cells } cells: such lines are joined
info-lines-unwrapped = not wrapped by hand: each as it is
info-indents = parted by indents
info-blank-lines = parted by blank lines
info-line-ends = parted by line ends
why-line = line
why-level = level
why-score = score
why-title = title
why-no-series = a number, but of no series
why-reader = the reader says so
why-rule = a rule of the reader's: { $pattern }

## Of reading without a screen (--linear)
linear-heading = Heading, level { $level }:
linear-columns = Columns:
linear-chosen-row = Chosen:
linear-bookmark = [bookmark]
linear-selected = selected
linear-picture = picture
linear-note-sign = note sign
linear-link = link
linear-struck = struck out
linear-highlight = highlight { $colour }
linear-note = note
linear-match = match
linear-match-number = match { $number } of { $total }
linear-match-line = This is { $match }, in line { $line } of the page: { $words }
linear-here = { $number }. { $entry } (current)
linear-entry = { $number }. { $entry }
linear-section = { $title }, level { $level }
linear-folded = { $title }, level { $level }, folded
linear-letter = mark { $letter }
linear-bookmark-name = bookmark
linear-encodings = Encodings
linear-themes = Themes
linear-settings = Settings
linear-matches = Matches
linear-links = What can be followed on the page
linear-commands = Help
linear-entries = { $head } ({ $first } to { $last } of { $total })
linear-no-entries = There is nothing in the list.
linear-unknown = That means nothing here; ? tells what can be typed.
linear-prompt = { $title }, { $percent }. Enter: next page; ?: help; q: leave.
linear-prompt-section = { $title }, { $section }, { $percent }. Enter: next page; ?: help; q: leave.
linear-list-more = A number chooses; Enter: more; /words: narrow the list; q: back to the page.
linear-list-prompt = A number chooses; /words: narrow the list; q: back to the page.
linear-help-more = Enter: more; q: back to the page.
linear-leave-prompt = q: back to the page.
linear-note-prompt = Note on “{ $words }”. Type it in lines; a line with . alone keeps it, one with .. leaves it.
linear-search-prompt = Search for:
linear-command-prompt = Command:
linear-value-prompt = { $name } is { $value }. Its new value:
linear-setting-prompt = { $name } is { $value }. Its new value, one of { $values }:
linear-name-prompt = Name:
linear-encoding-prompt = The text looks worse in this encoding. Enter: keep it all the same; q: leave it.
linear-window-prompt = Enter: { $does }; q: back to the page.
linear-action-prompt = Type an action by its name; ?: list them; q: back to the page.
linear-help =
    Enter: the next page. A full stop: this page again. q: leave.
    A number: that line of the source. 50%: there.
    /words: search. n: the next match. N: the match before.
    Every command by its name, with a colon before it or without: contents, next_section, notes, set NAME=VALUE, open FILE.
    A key that types a character, with a number before it or without: ] or 3] or ma.
    In a list: a number chooses, /words narrows it, the name of an action and a number does that to the entry.
    The commands, each with its keys in brackets:
