# What the reader is told, in English. A value in braces is filled in; $undo, $search, $help and $quit are keys, by which
# the reader does that, and stand in every message.

## Of the document
reloaded = Reloaded.
reads-no-more = No more is read: this is the beginning alone.
encoding-fixed = This format says itself what it is written in.
width = { $cells } cells wide
ambiguous-wide = Signs such as “ — ① take two cells.
ambiguous-narrow = Signs such as “ — ① take one cell.
sticky = The heading of the section stays on top.
not-sticky = The first row is the text's again.

## Of keys and lines that are typed
line-full = A line takes { $most } characters at most.
nothing-goes-on = Nothing goes on; { $quit } leaves.
no-commands = There are no commands yet; { $help } shows the keys.

no-such-key = { $keys } does nothing here; { $help } shows the keys.

## Of where one is
start = This is the start.
end = This is the end.
end-so-far = This is the end of what has come so far.
top-row = The top row is where you read.
place-line = Line { $line } of the source, { $percent }%
place = { $percent }%
counting-lines = Line { $line } is gone to when the lines are counted.
no-lines = Lines have no numbers in this document.

## Of marks
mark-set = Marked: ' and { $letter } come back here.
no-such-mark = There is no mark { $letter }; m and { $letter } set it.
bookmarked = Bookmarked: { $words }
no-bookmarks = There are no bookmarks yet: m and Enter make one.
marks-full = A document takes { $most } marks: no more are set.
mark-deleted = Deleted ({ $undo } undoes): { $words }
mark-undone = As before: { $words }
no-mark-to-undo = There is no mark to undo.

## Of the way back
no-way-back = There is no jump to go back from.
no-way-forward = This is where you came back from last.

## Of sections
no-sections = This document has no sections.
last-section = This is the last section.
no-such-section = No section is called “{ $wanted }”.
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
rules-full = There are { $most } such rules: no more are kept; { $undo } takes one back.
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

## Of searches
no-search = Nothing was searched for yet: { $search } begins a search.
not-found = Not found.
no-word = There is no word here.
past-end = Past the end: on from the start.
past-start = Past the start: on from the end.
