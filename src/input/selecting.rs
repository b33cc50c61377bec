//! The keys while text is selected.

use super::table::{ActionEntry, entry, same};
use crate::text::{TextUnit, Toward};

/// What a key does while text is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SelectAction {
    /// Moves the end by such units.
    Walk(TextUnit, Toward),
    /// Moves the end by rows.
    Rows(Toward),
    /// Moves the end by half pages.
    HalfPages(Toward),
    /// Moves the end by pages.
    Pages(Toward),
    /// Moves the end to that of its row.
    RowEnd(Toward),
    /// Moves the end to that of the document.
    DocumentEnd(Toward),
    /// The other end is moved from now on.
    OtherEnd,
    /// Selects the unit that the end is in.
    Choose(TextUnit),
    /// Copies what is selected.
    Copy,
    /// Copies what is selected, and where it stands.
    CopyWithReference,
    /// Highlights what is selected in this colour, 1 to 4.
    Highlight(u8),
    /// Removes the highlight, or the note, that is selected.
    RemoveHighlight,
    /// Writes a note on what is selected.
    Note,
    /// Searches for what is selected.
    SearchSelection,
    /// Goes on reading.
    Leave,
}

/// What the keys do while text is selected, in the order of the help.
pub static SELECTING: &[ActionEntry<SelectAction>] = &[
    same(SelectAction::Walk(TextUnit::Cluster, Toward::End), "select_on", "l Right"),
    same(SelectAction::Walk(TextUnit::Cluster, Toward::Start), "select_back", "h Left"),
    entry(
        SelectAction::Walk(TextUnit::Word, Toward::End),
        "select_word_on",
        ["e ^Right", "^Right", "e ^Right"],
    ),
    entry(
        SelectAction::Walk(TextUnit::Word, Toward::Start),
        "select_word_back",
        ["E ^Left", "^Left", "b ^Left"],
    ),
    entry(
        SelectAction::Rows(Toward::End),
        "select_row_on",
        ["j Down", "j e Down ^E ^N", "j Down ^E ^N"],
    ),
    entry(
        SelectAction::Rows(Toward::Start),
        "select_row_back",
        ["k Up", "k Up ^Y ^P ^K", "k Up ^Y ^P"],
    ),
    same(SelectAction::RowEnd(Toward::End), "select_row_end", "$ End"),
    same(SelectAction::RowEnd(Toward::Start), "select_row_start", "0 Home"),
    same(SelectAction::Walk(TextUnit::Sentence, Toward::End), "select_sentence_on", ")"),
    same(SelectAction::Walk(TextUnit::Sentence, Toward::Start), "select_sentence_back", "("),
    same(SelectAction::Walk(TextUnit::Paragraph, Toward::End), "select_paragraph_on", "}"),
    same(SelectAction::Walk(TextUnit::Paragraph, Toward::Start), "select_paragraph_back", "{"),
    entry(
        SelectAction::Pages(Toward::End),
        "select_page_on",
        ["Space f PgDn ^F", "Space f z PgDn ^F ^V", "^F Space PgDn"],
    ),
    entry(
        SelectAction::Pages(Toward::Start),
        "select_page_back",
        ["b PgUp ^B", "b PgUp ^B M-v", "^B PgUp"],
    ),
    entry(SelectAction::HalfPages(Toward::End), "select_half_page_on", ["d ^D", "d ^D", "^D"]),
    entry(SelectAction::HalfPages(Toward::Start), "select_half_page_back", ["u ^U", "u ^U", "^U"]),
    entry(SelectAction::DocumentEnd(Toward::Start), "select_to_start", ["g", "g < M-<", "gg"]),
    entry(SelectAction::DocumentEnd(Toward::End), "select_to_end", ["G", "G > M->", "G"]),
    same(SelectAction::OtherEnd, "other_end", "o"),
    same(SelectAction::Choose(TextUnit::Word), "select_word", "w"),
    same(SelectAction::Choose(TextUnit::Sentence), "select_sentence", "s"),
    same(SelectAction::Choose(TextUnit::Paragraph), "select_paragraph", "p"),
    same(SelectAction::Copy, "copy", "y"),
    same(SelectAction::CopyWithReference, "copy_with_reference", "Y"),
    same(SelectAction::Highlight(1), "highlight_1", "c1"),
    same(SelectAction::Highlight(2), "highlight_2", "c2"),
    same(SelectAction::Highlight(3), "highlight_3", "c3"),
    same(SelectAction::Highlight(4), "highlight_4", "c4"),
    same(SelectAction::Note, "write_note", "a"),
    same(SelectAction::RemoveHighlight, "remove_highlight", "x Del"),
    same(SelectAction::SearchSelection, "search_selection", "/"),
    entry(SelectAction::Leave, "leave_selecting", ["Esc V q ^C", "Esc V q ^C", "Esc V v q ^C"]),
];
