//! What a document, a stream, a file of ours, a line that is typed, a search and a terminal may cost at the most. Each
//! bound tells its unit, its reason, and what a reader sees when it is reached; whoever keeps it has a test just below
//! and just above. What only tunes a judgement stays where it is judged.

use std::time::Duration;

// What is read.

/// The most bytes of a file. One that says it has more is damaged or a trap, and a pass over it would never end: it is
/// refused in words.
pub const DOCUMENT_BYTES: u64 = 64 << 40;

/// The most bytes that are taken from a stream: it may never end, and a disk does. Then the pipe is closed, and the
/// status line says that the rest is not there.
pub const STREAM_BYTES: u64 = 1 << 30;

/// How many bytes of a stream are kept in memory. The rest lies in a file without a name; no reader sees it.
pub const STREAM_BYTES_IN_MEMORY: usize = 4 << 20;

/// The most memory in KiB that unpacking may take: enough for what `xz -9` makes. What wants more is told in the status
/// line, and read no further.
pub const UNPACKING_KIB: u32 = 96 << 10;

/// How many times over what is read may be compressed, one of them in a way that takes much memory. What is inside is
/// shown as it is.
pub const PACKINGS: usize = 4;

/// The most bytes that are read ahead by a pass over a whole document, besides one part. No reader sees it.
pub const READ_AHEAD_BYTES: u64 = 512 << 10;

/// The most bytes of a block, so that no layout takes long. A longer paragraph is cut between two clusters, and goes on
/// in the next row.
pub const BLOCK_BYTES: usize = 64 << 10;

/// The most bytes of loaded parts that a document keeps; the part in use stays even if it is larger. What is let go is
/// loaded again.
pub const PARTS_BYTES: usize = 4 << 20;

/// The most bytes that are parsed for a part while the keys wait. What takes more is parsed beside them, and said to be on
/// its way where it is not there in a moment.
pub const PART_BYTES_AT_ONCE: u64 = 256 << 10;

/// How many reads that came late are kept until they are asked for again: those of a page. What is let go is read again.
pub const LATE_READS: usize = 8;

/// How many bytes of set rows are kept: some ten thousand rows. Past that the cache starts anew.
pub const ROWS_BYTES: usize = 2 << 20;

// What marks are read.

/// How many frames of a marked-up text lie within each other at the most. What is deeper is set as the last of them is.
pub const FRAMES_DEEP: usize = 256;

/// The most bytes of a text that is read as Markdown: it is kept in memory. A larger one is a plain text.
pub const MARKDOWN_BYTES: u64 = 64 << 20;

/// The most signs in a part of a text in Markdown that may be of marks: each costs the parser some 600 bytes. A part is cut
/// before it has as many, but within one paragraph; then it is shown as its source, with a sentence before it.
pub const MARKDOWN_SIGNS: usize = 128 << 10;

/// The most bytes of the definitions of links and notes that every part of a text in Markdown is read with. Those after
/// them are known in their own part alone.
pub const DEFINITIONS_BYTES: usize = 64 << 10;

/// How many elements of HTML lie within each other at the most: the time of the parser grows with the square of it. What
/// is deeper is shown as its source, with a sentence before it.
pub const HTML_DEEP: usize = 512;

/// The most attributes of a tag that are heeded: the time of a parser grows with the square of them.
pub const ATTRIBUTES: usize = 1024;

/// The most bytes of a page of HTML, and of the text of a `FictionBook`: its tree is made at once. A larger page is shown as
/// its source, a larger book refused in a sentence.
pub const PAGE_BYTES: u64 = 16 << 20;

/// The most elements and texts of a page on which an article is looked for: that takes the tree several times, 80 bytes a
/// node each. All of a page of more is shown.
pub const ARTICLE_NODES: usize = 128 << 10;

/// The most bytes of a `FictionBook`: its pictures lie in it. A larger one is refused in a sentence.
pub const FB2_BYTES: u64 = 64 << 20;

/// The most bytes of a page that was saved as mail: its pictures lie in it. A larger one is shown as its source.
pub const MAIL_BYTES: u64 = 64 << 20;

/// How many pieces of a mail lie within each other at the most. What is deeper is not looked into for a page.
pub const MAIL_DEEP: usize = 8;

/// The most bytes of a text of Aozora Bunko, which is kept in memory: its longest have some three. A larger one is a plain
/// text.
pub const AOZORA_BYTES: u64 = 16 << 20;

/// The most bytes of an annotation or a reading in a text of Aozora Bunko. What is longer is text.
pub const ANNOTATION_BYTES: usize = 1 << 10;

/// How many bytes before an annotation in a text of Aozora Bunko the words are looked for that it quotes: they mostly stand
/// right before it. Where they lie further back, it stays as it is written.
pub const QUOTED_BYTES: usize = 4 << 10;

/// The most columns of a table. The cells past them are text of the last.
pub const TABLE_COLUMNS: usize = 1000;

/// The most bytes of the reading of a word: some twenty kana. A longer one is a remark, and stands in the text.
pub const READING_BYTES: usize = 64;

// What a book is packed in.

/// The most files of the archive that a book is packed in. One of more is refused in a sentence.
pub const BOOK_FILES: usize = 1 << 16;

/// The most bytes of one file of a book, unpacked. A document of more becomes a part that says so; a package of more is
/// refused in a sentence.
pub const BOOK_FILE_BYTES: u64 = 64 << 20;

/// How many times over a file of a book may be packed: texts are some 20 times smaller, and what is packed 1,000 times is a
/// trap. A document packed more often becomes a part that says so. A file of a mebibyte may be packed as it likes.
pub const BOOK_FILE_RATIO: u64 = 200;

/// The most bytes of the documents of a book together, unpacked, as its archive tells: a survey and a search read them all.
/// A book of more is refused in a sentence.
pub const BOOK_BYTES: u64 = 1 << 30;

/// The most bytes of the texts of a book's parts that are kept once they were read, so that a search need not parse the
/// book again: those of the longest novels.
pub const BOOK_TEXT_BYTES: usize = 16 << 20;

/// The most entries of the contents that a book declares. Those after them are left out.
pub const CONTENTS_ENTRIES: usize = 1 << 16;

/// The most bytes that the name of a printed page has: mostly it is a number. What has a longer one is none.
pub const PAGE_NAME_BYTES: usize = 32;

/// The most printed pages of a document that have names. Those after them are of the last.
pub const PRINTED_PAGES: usize = 1 << 16;

// What is a heading.

/// The most bytes of a line that may be found to be a heading. A longer one is a paragraph.
pub const TITLE_BYTES: usize = 240;

/// The most bytes of a line that a rule is asked about, more than a heading that is found may have: the reader has said
/// that it is one. A longer line stays what it was.
pub const RULED_LINE_BYTES: usize = 480;

/// The most lines of a document that rules decide: a rule that matches every line of a large one would make a
/// section of each. Those after them stay what they were, which the status line says, and `--toc` on standard error.
pub const RULED_LINES: usize = 1 << 16;

/// The most rules for headings of one giver: the file of settings, the command line, what is kept with a document. Each
/// line of a document is held against all of them. Those after them are left out, which is told; the command line is
/// refused.
pub const RULES: usize = 200;

// What is shown.

/// How many rows of a table tell how wide its columns are: enough for what stands in view, and few enough for a table of
/// any length. What is wider further down is broken in its cell.
pub const TABLE_ROWS_MEASURED: usize = 500;

/// The most rows that the window of a note has: who wants more goes there.
pub const NOTE_ROWS: usize = 500;

/// The most bytes of the address and the parameters of a link that an escape sequence says: no terminal takes more. A
/// longer one is shown as it was sent.
pub const LINK_BYTES: usize = 4 << 10;

/// The most scalars that a glyph shows; what has more is no writing, and slow to draw. It ends in U+FFFD.
pub const GLYPH_SCALARS: usize = 16;

/// The most cells that a glyph takes. What is wider ends in U+FFFD.
pub const GLYPH_CELLS: usize = 8;

/// The most columns of a window that are drawn; what is beyond stays blank.
pub const WINDOW_COLUMNS: usize = 1000;

/// The most rows of a window that are drawn; what is beyond stays blank.
pub const WINDOW_ROWS: usize = 500;

// What is typed.

/// The largest number that can be typed before a motion. The status line shows the number that counts.
pub const COUNT: usize = 999_999;

/// The most characters of a line that is typed or pasted. More are not taken, which is said above it, or in the status
/// line.
pub const LINE_CHARS: usize = 1000;

/// How many places are remembered from which the reader jumped: more than anybody goes back through. The oldest are
/// forgotten.
pub const JUMPS: usize = 100;

/// The most bytes of words that are highlighted: several pages. Longer ones are not, which is told.
pub const HIGHLIGHT_BYTES: usize = 16 << 10;

/// The most marks, bookmarks, highlights and notes of a document: their list is gone through with every letter that is typed in it. One more
/// is not set, which is told.
pub const MARKS: usize = 10_000;

/// The most documents in the list of those that were read before: it is gone through with every letter that is typed in
/// it. Those left before them are not listed; the places in them are kept.
pub const RECENT: usize = 10_000;

/// The most bytes of a text that is copied: a book. A longer one is not, which is told.
pub const COPY_BYTES: usize = 16 << 20;

/// The most bytes of a text that the terminal is asked to copy: in base64 they are the 100,000 that most take. A longer
/// one goes to a program of the machine, or it is told that none takes it.
pub const TERMINAL_COPY_BYTES: usize = 75_000;

/// The most bytes of a line where pages are printed and lines are typed. What is longer is cut, and what came of it is
/// printed.
pub const TYPED_BYTES: u64 = 16 << 10;

/// The most bytes of a note. More are not taken, which is told.
pub const NOTE_BYTES: usize = 16 << 10;

/// The most bytes of a paste that are kept: only a note uses more than its first line, and takes less.
pub const PASTE_BYTES: usize = 64 << 10;

/// The most bytes of a control sequence from the terminal; a longer one is garbage and left out.
pub const SEQUENCE_BYTES: usize = 64;

/// The most bytes of a control string from the terminal; a longer one is garbage and left out.
pub const STRING_BYTES: usize = 64 << 10;

// What is looked for.

/// The most characters of a query: the time of a search is bounded by this times the text. A longer one is refused in
/// words.
pub const QUERY_CHARS: usize = 2000;

/// How large a compiled query may grow, in bytes. A larger one is refused in words.
pub const QUERY_BYTES: usize = 16 << 20;

/// How many bytes an automaton may keep of the states that it has seen. Past that it begins anew, more slowly.
pub const QUERY_STATES_BYTES: usize = 48 << 20;

/// The most characters of the pattern of a rule. A longer one is refused in words.
pub const PATTERN_CHARS: usize = 1000;

/// How large the compiled pattern of a rule may grow, in bytes. A larger one is refused in words.
pub const PATTERN_BYTES: usize = 2 << 20;

/// How many bytes the compiled patterns of the rules of one giver may take together. The rules after them are left out as
/// those of too many are.
pub const RULES_BYTES: usize = 32 << 20;

/// How many bytes on either side of the end of a part are searched for what lies across it: more than any words take
/// there. A longer match of a regular expression is not found there.
pub const ACROSS_BYTES: usize = 8 << 10;

/// How many matches are kept with their places: these take 4 MiB. The places of the others are looked up again.
pub const PLACES: usize = 512 << 10;

/// In how many parts at most places are kept that were looked up again: those of a page and of a list.
pub const PARTS_LOOKED_UP: usize = 64;

// What is set and kept.

/// The most bytes of a piece of code that is shown in the colours of its language: some 170 KB are read in a second. A
/// longer one has the colour of code.
pub const CODE_BYTES: usize = 64 << 10;

/// The most bytes of a line of code whose tokens are told: the time of a grammar may grow with the square of them. A longer
/// line has the colour of code.
pub const CODE_LINE_BYTES: usize = 2000;

/// How long the tokens of a piece of code may take. What is not told by then has the colour of code.
pub const CODE_WAIT: Duration = Duration::from_secs(2);

/// How many tokens of code are kept besides those on the page: 6 MiB. The code that was shown first is read again.
pub const CODE_TOKENS: usize = 256 << 10;

/// The most bytes of what a dictionary says of a word. What comes after them is not shown.
pub const MEANING_BYTES: usize = 32 << 10;

/// How long a program may take that is asked for a word's meaning, or given a copy. Then it is ended, and that is said.
pub const PROGRAM_WAIT: Duration = Duration::from_secs(10);

/// The most themes of the reader's own that are listed. Those after them, by their names, are known by their names alone.
pub const OWN_THEMES: usize = 100;

/// The most bytes of a file of settings. A longer one is told, and the defaults stand.
pub const SETTINGS_BYTES: usize = 256 << 10;

/// The most bytes of a file of state. A longer one is set aside, which is told; what would grow longer is not kept, which
/// is told too.
pub const STATE_BYTES: usize = 1 << 20;

/// The most bytes of the file of where a document was left: it is read before the first page.
pub const RESUME_BYTES: usize = 64 << 10;

/// The most bytes of the file of what a reader said of a document: some 20,000 notes. What would grow longer is not kept,
/// which is told.
pub const NOTEBOOK_BYTES: usize = 16 << 20;

/// The most bytes of a file of the index, one of 256: it is read before the first page.
pub const INDEX_BYTES: usize = 256 << 10;

/// How many removals from a notebook are known. Those before may come back from a copy of it that is taken in.
pub const REMOVALS: usize = 1000;

/// The most characters of the title of a section that are kept with a place.
pub const LABEL_CHARS: usize = 200;

/// How many searches are remembered. The oldest are forgotten.
pub const SEARCHES: usize = 200;

/// The most bytes that a search takes in its file, with its switches; so much may the switches as they were left take,
/// too. A longer search is not remembered, which the status line says.
pub const SEARCH_BYTES: usize = 1 << 10;

/// The most bytes of the file of terminals. A longer one counts for nothing: terminals are asked again.
pub const TERMINALS_BYTES: usize = 256 << 10;

/// The most bytes of the file of the reader's pace. A longer one counts for nothing, and the pace is measured again.
pub const PACE_BYTES: usize = 4 << 10;

/// How many kinds of terminal are remembered. One more, and all are learnt again.
pub const TERMINALS: usize = 64;

/// The most bytes that a kind of terminal and its cells take in their file. A longer one is asked each time.
pub const TERMINAL_BYTES: usize = 1 << 10;

/// How many damaged files of one name are kept; the last makes room for a new one.
pub const DAMAGED_FILES: u32 = 99;

/// The most characters of a document's name in that of the file which is kept for it; a hash tells it from others.
pub const NAME_CHARS: usize = 40;

// What is waited for. No test goes by the clock.

/// How long another kanshu that writes is waited for. Then the status line says that nothing was kept.
pub const LOCK_WAIT: Duration = Duration::from_secs(1);

/// How long the end of the program waits in all for others that write.
pub const LEAVE_WAIT: Duration = Duration::from_millis(700);

/// How old a file is that was to take the place of another and never did, before it is removed.
pub const LEFTOVER_AGE: Duration = Duration::from_hours(24);

/// How long a page waits for what is read for it. Then it says that it is still being read, and the keys go on.
pub const READ_WAIT: Duration = Duration::from_millis(60);

/// How long the reader hesitates after the first key of several before those that may follow are shown.
pub const HINT_WAIT: Duration = Duration::from_millis(500);

/// How long the first page waits for its file to be opened. Then it is there without a text.
pub const OPEN_WAIT: Duration = Duration::from_millis(500);

/// How long the end of the program waits until what a reader said is kept. Then it says that it was not.
pub const KEEP_WAIT: Duration = Duration::from_secs(3);

/// How long the keys wait for a change to be on the disk. Then the status line says that it is not there yet.
pub const SAVE_WAIT: Duration = Duration::from_millis(60);

/// How long after what could not be written it is tried again.
pub const RETRY_WAIT: Duration = Duration::from_secs(30);

/// How long a reader is elsewhere before the place is kept: so much of it is lost where the program is killed.
pub const PLACE_WAIT: Duration = Duration::from_secs(30);

/// How long the loop may take to end after a signal. Then the program is ended, with the terminal given back.
pub const END_WAIT: Duration = Duration::from_millis(500);

/// How long a terminal that takes nothing may hold up the end of the program.
pub const TERMINAL_WAIT: Duration = Duration::from_millis(200);

/// How long the end of the program waits for answers of the terminal, lest the shell takes them for keys.
pub const ANSWERS_WAIT: Duration = Duration::from_millis(150);

/// How long a worker works before it tells what it has, so that the first of a long search is soon seen.
pub const TELL_AFTER: Duration = Duration::from_millis(30);
