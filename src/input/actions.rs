//! The table of actions: what each is called, and which keys do it in each preset.

use super::table::{ActionEntry, entry, same};

/// What a reader does with the page before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Moves down by rows.
    RowDown,
    /// Moves up by rows.
    RowUp,
    /// Moves down by pages.
    PageDown,
    /// Moves up by pages.
    PageUp,
    /// Moves down by half pages.
    HalfPageDown,
    /// Moves up by half pages.
    HalfPageUp,
    /// Goes to the start, or with a number to that line of the source.
    Start,
    /// Goes to the end, or with a number to that line of the source.
    End,
    /// Goes to that per cent.
    Percent,
    /// Tells where the reader is.
    Place,
    /// Says that the reader is at the top row of the page.
    TopRow,
    /// Brings the middle row of the page to its top.
    MiddleRow,
    /// Brings the last row of the page to its top.
    BottomRow,
    /// Brings the row of the current match to the top of the page.
    RowToTop,
    /// Brings the row of the current match to the middle of the page.
    RowToMiddle,
    /// Brings the row of the current match to the bottom of the page.
    RowToBottom,
    /// Goes to the next section.
    NextSection,
    /// Goes to the section before.
    PreviousSection,
    /// Goes to the next paragraph.
    NextParagraph,
    /// Goes to the paragraph before.
    PreviousParagraph,
    /// Goes to the next sentence.
    NextSentence,
    /// Goes to the sentence before.
    PreviousSentence,
    /// Goes back to where the reader jumped from.
    Back,
    /// Goes forward again to where the reader came back from.
    Forward,
    /// Goes to where the reader was before the last jump.
    Swap,
    /// Marks the place with the letter that is typed.
    SetMark,
    /// Goes to the mark of the letter that is typed.
    GoToMark,
    /// Bookmarks the place.
    Bookmark,
    /// Opens the list of bookmarks.
    Bookmarks,
    /// Writes a note on the paragraph at the top.
    Note,
    /// Opens the list of highlights and notes.
    Notes,
    /// Opens the next of the files that were named.
    NextFile,
    /// Opens the file before.
    PreviousFile,
    /// Opens the list of the documents that were read before.
    Recent,
    /// Takes the last change of the marks back.
    Undo,
    /// Opens the contents.
    Contents,
    /// Gives the keys to the list that is open beside the page; where none is, opens the contents.
    ToList,
    /// Chooses a line that becomes a heading.
    Mark,
    /// Begins to select text.
    Select,
    /// Gives the links, the signs of notes and the pictures of the page labels, to follow one.
    Links,
    /// Begins a search.
    Search,
    /// Begins a search upwards.
    SearchBack,
    /// Searches for the word under the current match, or the first of the page.
    SearchWord,
    /// Opens the list of the matches.
    Matches,
    /// Types what the lines hold that are shown alone.
    Filter,
    /// Goes to the next match.
    NextMatch,
    /// Goes to the match before.
    PreviousMatch,
    /// Keeps the first row for the heading of the section, or gives it back to the text.
    ToggleSticky,
    /// Scrolls the lines that are too wide to where they begin.
    ScrollLeft,
    /// Scrolls the lines that are too wide to where they end.
    ScrollRight,
    /// Makes the column wider.
    Widen,
    /// Makes the column narrower.
    Narrow,
    /// Gives the column the width it had at the start.
    ResetWidth,
    /// Takes characters of ambiguous width for wide ones, or for narrow ones again.
    ToggleAmbiguous,
    /// Opens the list of encodings.
    Encodings,
    /// Shows the document in the next of its views.
    View,
    /// Shows Chinese in the other of its scripts, or as it is written.
    Script,
    /// Shows the text without what rules leave out, or all of it.
    Clean,
    /// Sets the page in two columns, or in one again.
    Columns,
    /// Makes all but the paragraph that is read faint, or not.
    Ruler,
    /// Lets the page move by itself, or stops that.
    AutoScroll,
    /// Leaves the mouse to the terminal, or takes it back.
    Mouse,
    /// Looks the word under the current match up in a dictionary, or the first of the page.
    Dictionary,
    /// Opens the list of themes.
    Themes,
    /// Opens the list of settings.
    Settings,
    /// Says that the options of less are settings here.
    LessOption,
    /// Goes to the end and follows a file that grows.
    Follow,
    /// Reloads the file.
    Reload,
    /// Paints the screen anew, whatever another program wrote on it.
    Redraw,
    /// Opens the help.
    Help,
    /// Suspends the program.
    Suspend,
    /// Stops what goes on.
    Stop,
    /// Opens the command line.
    CommandLine,
    /// Leaves the program.
    Quit,
}

/// Every action on the page, in the order of the help, with its keys in the presets `default`, `less` and `vim`.
pub static ACTIONS: &[ActionEntry<Action>] = &[
    entry(
        Action::RowDown,
        "row_down",
        ["j Down Enter", "j e Down Enter ^E ^N", "j Down Enter ^E ^N"],
    ),
    entry(Action::RowUp, "row_up", ["k Up", "k y Up ^Y ^P ^K", "k Up ^Y ^P"]),
    entry(
        Action::PageDown,
        "page_down",
        ["Space f PgDn ^F Right", "Space f z PgDn ^F ^V", "^F Space PgDn"],
    ),
    entry(Action::PageUp, "page_up", ["b PgUp ^B Left", "b w PgUp ^B M-v", "^B PgUp"]),
    entry(Action::HalfPageDown, "half_page_down", ["d ^D", "d ^D", "^D"]),
    entry(Action::HalfPageUp, "half_page_up", ["u ^U", "u ^U", "^U"]),
    entry(Action::Start, "start", ["g Home", "g < Home M-<", "gg Home"]),
    entry(Action::End, "end", ["G End", "G > End M->", "G End"]),
    entry(Action::Percent, "percent", ["%", "p %", "%"]),
    entry(Action::Place, "place", ["^G", "= ^G", "^G"]),
    entry(Action::TopRow, "top_row", ["", "", "H"]),
    entry(Action::MiddleRow, "middle_row", ["", "", "M"]),
    entry(Action::BottomRow, "bottom_row", ["", "", "L"]),
    entry(Action::RowToTop, "row_to_top", ["", "", "zt"]),
    entry(Action::RowToMiddle, "row_to_middle", ["", "", "zz"]),
    entry(Action::RowToBottom, "row_to_bottom", ["", "", "zb"]),
    entry(Action::NextSection, "next_section", ["]", "]", "]]"]),
    entry(Action::PreviousSection, "previous_section", ["[", "[", "[["]),
    entry(Action::NextParagraph, "next_paragraph", ["}", "", "}"]),
    entry(Action::PreviousParagraph, "previous_paragraph", ["{", "", "{"]),
    entry(Action::NextSentence, "next_sentence", [")", "", ")"]),
    entry(Action::PreviousSentence, "previous_sentence", ["(", "", "("]),
    entry(Action::Back, "back", ["Backspace ^O", "Backspace ^O", "^O"]),
    entry(Action::Forward, "forward", ["^]", "", "Tab"]),
    same(Action::Swap, "swap", "'' ``"),
    same(Action::SetMark, "set_mark", "m<Letter>"),
    same(Action::GoToMark, "go_to_mark", "'<Letter> `<Letter>"),
    same(Action::Bookmark, "bookmark", "m<Enter>"),
    entry(Action::Bookmarks, "bookmarks", ["B '<Enter>", "'<Enter>", "'<Enter>"]),
    same(Action::Note, "note", "m\""),
    entry(Action::Notes, "notes", ["\"", "\"", ""]),
    entry(Action::Undo, "undo_marks", ["U", "", "u"]),
    same(Action::Contents, "contents", "t"),
    entry(Action::ToList, "to_list", ["Tab", "Tab", "<^W>w"]),
    entry(Action::Mark, "mark", ["M", "", ""]),
    entry(Action::Select, "select", ["V", "V", "v V"]),
    same(Action::Links, "links", "o"),
    same(Action::Search, "search", "/"),
    entry(Action::SearchBack, "search_back", ["\\", "?", "?"]),
    entry(Action::SearchWord, "search_word", ["*", "", "*"]),
    entry(Action::Matches, "matches", ["&", "", ""]),
    entry(Action::Filter, "filter", ["", "&", ""]),
    same(Action::NextMatch, "next_match", "n"),
    same(Action::PreviousMatch, "previous_match", "N"),
    entry(Action::ToggleSticky, "toggle_sticky", ["H", "", ""]),
    entry(Action::ScrollLeft, "scroll_left", ["<", "Left", "zh"]),
    entry(Action::ScrollRight, "scroll_right", [">", "Right", "zl"]),
    entry(Action::Widen, "widen", ["+", "", "+"]),
    entry(Action::Narrow, "narrow", ["-", "", "-"]),
    entry(Action::ResetWidth, "reset_width", ["=", "", ""]),
    entry(Action::Encodings, "encodings", ["e", "", ""]),
    entry(Action::ToggleAmbiguous, "toggle_ambiguous", ["A", "", ""]),
    entry(Action::View, "view", ["v", "v", "gv"]),
    entry(Action::Script, "script", ["S", "", ""]),
    entry(Action::Clean, "clean", ["X", "", ""]),
    entry(Action::Columns, "columns", ["C", "", ""]),
    entry(Action::Ruler, "ruler", ["L", "", ""]),
    entry(Action::AutoScroll, "auto_scroll", ["a", "", ""]),
    entry(Action::Mouse, "mouse", ["W", "", ""]),
    entry(Action::Dictionary, "dictionary", ["D", "", "K"]),
    entry(Action::Themes, "themes", ["T", "", ""]),
    entry(Action::Settings, "settings", [",", "", ""]),
    entry(Action::LessOption, "less_option", ["", "-<Letter>", ""]),
    same(Action::NextFile, "next_file", ""),
    same(Action::PreviousFile, "previous_file", ""),
    entry(Action::Recent, "recent", ["R", "", ""]),
    entry(Action::Follow, "follow", ["F", "F", ""]),
    entry(Action::Reload, "reload", ["r ^R", "r R ^R", "^R"]),
    same(Action::Redraw, "redraw", "^L"),
    entry(Action::Stop, "stop", ["", "^C", "^C"]),
    same(Action::CommandLine, "command_line", ":"),
    entry(Action::Help, "help", ["? F1", "h H F1", "F1"]),
    same(Action::Suspend, "suspend", "^Z"),
    entry(Action::Quit, "quit", ["q ^C", "q Q ZZ", "q ZZ ZQ"]),
];
