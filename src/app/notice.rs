//! What the reader is told, as values. The words stand in the catalogues of `words` alone.

use super::marks::Undone;
use crate::budget::{LINE_CHARS, MARKS, NOTE_BYTES, RULED_LINES, RULES, RULES_BYTES};
use crate::config::{FaultKind, Script};
use crate::decode::Encoding;
use crate::document::{NoRoom, ViewMode};
use crate::search::QueryError;
use crate::text::Ambiguous;
use crate::words::{Phrase, Value, Words};

/// Something that the reader is told, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something of the world, in its own words.
    Told(String),
    /// What the reader said is on its way to where it is kept.
    Keeping,
    /// A setting can't be made so.
    WrongSetting(FaultKind),
    /// How the keys are seen, to whom reads a first document.
    FirstDocument,
    /// The document was reloaded.
    Reloaded,
    /// Nothing more is read of what arrives.
    ReadsNoMore,
    /// The sections found so far stay.
    SectionsKept,
    /// There are no sections.
    NoSections,
    /// There is no section after this one.
    LastSection,
    /// No section is called so.
    NoSuchSection(String),
    /// No printed page and no landmark is called so; these are there.
    NoSuchPage {
        /// What was wanted.
        wanted: String,
        /// The names of what is there.
        names: String,
    },
    /// These printed pages and landmarks are there.
    PageNames(String),
    /// The document names no printed page and no landmark.
    NoPages,
    /// The page that is called so is gone to when it is known where it is.
    LookingForPage(String),
    /// The column has so many cells.
    Width(usize),
    /// It has so many cells, and no wider one has room.
    Widest(usize),
    /// It has so many cells, and none is narrower.
    Narrowest(usize),
    /// The characters that terminals disagree on take so many cells now.
    Ambiguous(Ambiguous),
    /// No dictionary is set.
    NoDictionary,
    /// This word is looked up.
    LookingUp(String),
    /// The document is shown so.
    View(ViewMode),
    /// The document has no other view.
    OneView,
    /// Chinese is shown in this script.
    Script(Script),
    /// What rules leave out is left out.
    Clean,
    /// All is shown, also what rules leave out.
    NotClean,
    /// There is no rule that leaves something out of this document.
    NoReplacements,
    /// The page has one column.
    OneColumn,
    /// The page has two columns.
    TwoColumns,
    /// The window is too narrow for two columns.
    NoRoomForColumns,
    /// All but the paragraph that is read is faint.
    Ruler,
    /// All of the page is bright.
    NoRuler,
    /// The page moves by itself, so many rows a minute.
    Moving(usize),
    /// The page does not move by itself any more.
    NotMoving,
    /// The heading of the section stays on top.
    Sticky,
    /// The first row is the text's.
    NotSticky,
    /// What is typed takes no more.
    LineFull,
    /// Nothing was searched for yet.
    NoSearch,
    /// The search found nothing.
    NotFound,
    /// What was typed can't be searched for.
    CantSearch(QueryError),
    /// Nothing goes on that could be stopped.
    NothingGoesOn,
    /// There is no text on the page.
    NoText,
    /// So many characters were copied.
    Copied(usize),
    /// What is selected is too long for that.
    TooMuch,
    /// There is no command of this name; perhaps the other was meant.
    NoSuchCommand {
        /// The name.
        typed: String,
        /// The name of a command that is near.
        meant: Option<String>,
    },
    /// The setting of this name has this value.
    Setting {
        /// The name.
        name: String,
        /// The value.
        value: String,
    },
    /// The command takes a letter.
    TakesLetter,
    /// There is nothing that could be written to a file.
    NothingToWrite,
    /// There is no word on the page.
    NoWord,
    /// The options of less are settings here.
    LessOption,
    /// These keys do nothing on the page.
    NoSuchKey(String),
    /// The page shows the start.
    Start,
    /// The page shows the end.
    End,
    /// The page shows the end of what has come.
    EndSoFar,
    /// The reader is at the top of the page.
    TopRow,
    /// Where the reader is.
    Place {
        /// The number of the line in the source, from 1, where lines are counted.
        line: Option<usize>,
        /// The per cent with a decimal.
        percent: String,
    },
    /// The line of this number is gone to when lines are counted.
    CountingLines(usize),
    /// Nothing on the page can be followed.
    NothingToFollow,
    /// No label begins so.
    NoSuchLabel(String),
    /// The document has no place that this names.
    LeadsNowhere(String),
    /// The document has no lines that could be counted.
    NoLines,
    /// All lines are shown again.
    AllLines,
    /// Lines are not scrolled sideways any more.
    LineStart,
    /// No line of the page has more at its right.
    NothingWider,
    /// No line of the page is kept, so that it could be cut.
    NothingCut,
    /// The place is marked with this letter.
    MarkSet(char),
    /// No place is marked with this letter.
    NoSuchMark(char),
    /// The place with these words is bookmarked.
    Bookmarked(String),
    /// The bookmark has this name now.
    Named(String),
    /// These words were highlighted.
    Highlighted(String),
    /// This note was kept.
    NoteKept(String),
    /// What was typed is not kept yet.
    NoteUnkept,
    /// The note is as it was before.
    NoteLeft,
    /// The note takes no more.
    NoteFull,
    /// Nothing that is selected is highlighted.
    NoHighlight,
    /// Nothing is marked.
    NoBookmarks,
    /// Nothing is highlighted, and no note is written.
    NoNotes,
    /// As many places are marked as can be.
    MarksFull,
    /// The mark with these words was deleted.
    MarkDeleted(String),
    /// The last change of a mark was taken back.
    MarkUndone {
        /// The name of its kind.
        kind: &'static str,
        /// What became of it.
        undone: Undone,
        /// Its words.
        words: String,
    },
    /// No mark was changed.
    NoMarkToUndo,
    /// Nothing of what is kept was changed since the document was opened.
    NothingChanged,
    /// The document is read in this encoding from now on.
    EncodingKept(Encoding),
    /// It is read in this encoding again.
    EncodingBack(Encoding),
    /// One file is read, and no other was named.
    OneFile,
    /// This is the first of the files that were named.
    FirstFile,
    /// This is the last of them.
    LastFile,
    /// The document of this name is being opened.
    Opening(String),
    /// No other document was read before.
    NoRecent,
    /// There is no file of this path any more.
    FileMissing(String),
    /// The document of this name was dropped from the list of those that were read before.
    RecentDropped(String),
    /// It is listed again.
    RecentListed(String),
    /// No document was dropped from the list.
    NothingDropped,
    /// There is no jump to go back from.
    NoWayBack,
    /// There is no jump that was gone back from.
    NoWayForward,
    /// The search went on from the start.
    PastEnd,
    /// The search went on from the end.
    PastStart,
    /// The text reads badly in the encoding of this name, which was kept for it.
    ReadsBadly(&'static str),
    /// The format leaves no choice of the encoding.
    EncodingFixed,
    /// So many corrected lines are no longer in the text.
    CorrectionsLost(usize),
    /// A line became a heading of this level.
    Heading {
        /// The level, from 1.
        level: u8,
        /// The words of the line.
        words: String,
    },
    /// A line is no heading any more.
    NoHeading(String),
    /// The last correction, of the line with these words, was taken back.
    LineUndone(String),
    /// The last correction, of all lines of a kind, was taken back.
    RuleUndone,
    /// There is no correction to take back.
    NothingToUndo,
    /// There is no line to make a heading.
    NoLine,
    /// The row is in the middle of a paragraph.
    MidParagraph,
    /// A line has nothing that others could be like.
    NoExample,
    /// There are as many rules as are kept, or they take as many bytes.
    RulesFull(NoRoom),
    /// Rules match more lines than are kept: the rest stay as they were.
    RulesCut,
    /// The lines like an example are looked for.
    LookingForAlike,
    /// The lines like an example are looked for later, when all of the text is there.
    LookingForAlikeLater,
    /// So many lines are like an example.
    Alike {
        /// How many.
        count: usize,
        /// Whether they are headings now, or none.
        headings: HeadingChange,
    },
}

/// What lines became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingChange {
    /// Headings.
    Made,
    /// No headings.
    Dropped,
}

/// What a notice says to be kept from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeptChange {
    /// Something that the notice tells how to undo: that is told on the page, too, when the list is left.
    Undoable,
    /// Something else.
    Plain,
}

impl Notice {
    /// Returns whether it tells of something that is gone to when it is found.
    pub(super) fn is_awaiting(&self) -> bool {
        matches!(self, Self::CountingLines(_) | Self::LookingForPage(_))
    }

    /// Returns what it says to be kept; none where it says that of nothing.
    pub(super) fn keeps(&self) -> Option<KeptChange> {
        match self {
            Self::Heading { .. }
            | Self::NoHeading(_)
            | Self::Alike { .. }
            | Self::MarkDeleted(_) => Some(KeptChange::Undoable),
            Self::MarkSet(_)
            | Self::Bookmarked(_)
            | Self::Named(_)
            | Self::Highlighted(_)
            | Self::NoteKept(_)
            | Self::MarkUndone { .. }
            | Self::LineUndone(_)
            | Self::RuleUndone
            | Self::EncodingKept(_)
            | Self::EncodingBack(_)
            | Self::RecentDropped(_)
            | Self::RecentListed(_) => Some(KeptChange::Plain),
            _ => None,
        }
    }

    /// Returns the words for it, in which keys are those of `keys`.
    pub(super) fn words(&self, words: &Words, keys: Vec<(&'static str, Value)>) -> String {
        if let Self::Told(told) = self {
            return told.clone();
        }
        if let Self::CantSearch(error) = self {
            return words.say(&error.into());
        }
        if let Self::WrongSetting(fault) = self {
            return words.say(&fault.into());
        }
        let (name, own) = self.message();
        let values = own.into_iter().chain(keys);
        words.say(
            &values.fold(name.into(), |phrase: Phrase, (name, value)| phrase.with(name, value)),
        )
    }

    /// Returns the name of its message in the catalogues, and the values that are filled in.
    #[expect(clippy::too_many_lines, reason = "a table of what is said")]
    fn message(&self) -> (&'static str, Vec<(&'static str, Value)>) {
        if let Some((name, value, words)) = self.quoting() {
            return (name, vec![(value, words.into())]);
        }
        let name = match self {
            // These bring their own words, or quote some.
            Self::Told(_)
            | Self::CantSearch(_)
            | Self::WrongSetting(_)
            | Self::NoSuchSection(_)
            | Self::PageNames(_)
            | Self::LookingForPage(_)
            | Self::NoSuchKey(_)
            | Self::NoSuchLabel(_)
            | Self::LeadsNowhere(_)
            | Self::Opening(_)
            | Self::LookingUp(_)
            | Self::FileMissing(_)
            | Self::RecentDropped(_)
            | Self::RecentListed(_)
            | Self::Bookmarked(_)
            | Self::Named(_)
            | Self::Highlighted(_)
            | Self::NoteKept(_)
            | Self::MarkDeleted(_)
            | Self::NoHeading(_)
            | Self::LineUndone(_) => "",
            Self::Setting { name, value } => {
                let name = ("name", name.as_str().into());
                return ("setting-now", vec![name, ("value", value.as_str().into())]);
            }
            Self::NoSuchCommand { typed, meant: None } => {
                return ("no-such-command", vec![("typed", typed.as_str().into())]);
            }
            Self::NoSuchCommand { typed, meant: Some(meant) } => {
                let typed = ("typed", typed.as_str().into());
                return ("no-such-command-near", vec![typed, ("meant", meant.as_str().into())]);
            }
            Self::Place { line, percent } => {
                let percent = ("percent", percent.as_str().into());
                return match line {
                    Some(line) => ("place-line", vec![("line", (*line).into()), percent]),
                    None => ("place", vec![percent]),
                };
            }
            Self::NoSuchPage { wanted, names } => {
                let wanted = ("wanted", wanted.as_str().into());
                return ("no-such-page", vec![wanted, ("names", names.as_str().into())]);
            }
            Self::ReadsBadly(name) => return ("reads-badly", vec![("encoding", (*name).into())]),
            Self::CountingLines(line) => return ("counting-lines", vec![("line", (*line).into())]),
            Self::MarkSet(letter) => {
                return ("mark-set", vec![("letter", letter.to_string().into())]);
            }
            Self::NoSuchMark(letter) => {
                return ("no-such-mark", vec![("letter", letter.to_string().into())]);
            }
            Self::MarkUndone { kind, undone, words } => {
                let name = match undone {
                    Undone::Back => "mark-back",
                    Undone::Gone => "mark-gone",
                    Undone::AsBefore => "mark-undone",
                };
                return (name, vec![("kind", (*kind).into()), ("words", words.as_str().into())]);
            }
            Self::NoteFull => return ("note-full", vec![("most", (NOTE_BYTES >> 10).into())]),
            Self::MarksFull => return ("marks-full", vec![("most", MARKS.into())]),
            Self::Copied(count) => return ("copied", vec![("count", (*count).into())]),
            Self::View(view) => {
                let view = Phrase::new(format!("view-{}", view.name()));
                return ("view-now", vec![("view", view.into())]);
            }
            Self::EncodingKept(encoding) => {
                return ("encoding-kept", vec![("encoding", encoding.name().into())]);
            }
            Self::EncodingBack(encoding) => {
                return ("encoding-back", vec![("encoding", encoding.name().into())]);
            }
            Self::Width(cells) => return ("width", vec![("cells", (*cells).into())]),
            Self::Widest(cells) => return ("widest", vec![("cells", (*cells).into())]),
            Self::Narrowest(cells) => return ("narrowest", vec![("cells", (*cells).into())]),
            Self::Moving(rows) => return ("moving", vec![("rows", (*rows).into())]),
            Self::LineFull => return ("line-full", vec![("most", LINE_CHARS.into())]),
            Self::CorrectionsLost(lost) => {
                return ("corrections-lost", vec![("count", (*lost).into())]);
            }
            Self::Heading { level, words } => {
                let level = ("level", usize::from(*level).into());
                return ("heading", vec![level, ("words", words.as_str().into())]);
            }
            Self::RulesFull(NoRoom::Rules) => {
                return ("rules-full", vec![("most", RULES.into())]);
            }
            Self::RulesFull(NoRoom::Bytes) => {
                return ("rules-large", vec![("most", (RULES_BYTES >> 20).into())]);
            }
            Self::RulesCut => return ("rules-cut", vec![("most", RULED_LINES.into())]),
            Self::Alike { count, headings } => {
                let name = match headings {
                    HeadingChange::Made => "alike-headings",
                    HeadingChange::Dropped => "alike-no-headings",
                };
                return (name, vec![("count", (*count).into())]);
            }
            Self::Keeping => "keeping",
            Self::FirstDocument => "first-document",
            Self::Reloaded => "reloaded",
            Self::ReadsNoMore => "reads-no-more",
            Self::SectionsKept => "sections-kept",
            Self::NoSections => "no-sections",
            Self::LastSection => "last-section",
            Self::Ambiguous(Ambiguous::Wide) => "ambiguous-wide",
            Self::Ambiguous(Ambiguous::Narrow) => "ambiguous-narrow",
            Self::NoDictionary => "no-dictionary",
            Self::OneView => "one-view",
            Self::Script(Script::Source) => "script-source",
            Self::Script(Script::Simplified) => "script-hans",
            Self::Script(Script::Traditional) => "script-hant",
            Self::Clean => "clean",
            Self::NotClean => "not-clean",
            Self::NoReplacements => "no-replacements",
            Self::OneColumn => "columns-one",
            Self::TwoColumns => "columns-two",
            Self::NoRoomForColumns => "columns-too-narrow",
            Self::Ruler => "ruler",
            Self::NoRuler => "no-ruler",
            Self::NotMoving => "not-moving",
            Self::Sticky => "sticky",
            Self::NotSticky => "not-sticky",
            Self::NoSearch => "no-search",
            Self::NotFound => "not-found",
            Self::NothingGoesOn => "nothing-goes-on",
            Self::NoText => "no-text",
            Self::TooMuch => "too-much",
            Self::TakesLetter => "takes-letter",
            Self::NothingToWrite => "nothing-to-write",
            Self::NoWord => "no-word",
            Self::Start => "start",
            Self::End => "end",
            Self::EndSoFar => "end-so-far",
            Self::TopRow => "top-row",
            Self::LessOption => "less-option",
            Self::NothingToFollow => "nothing-to-follow",
            Self::NoLines => "no-lines",
            Self::NoPages => "no-pages",
            Self::AllLines => "all-lines",
            Self::LineStart => "line-start",
            Self::NothingWider => "nothing-wider",
            Self::NothingCut => "nothing-cut",
            Self::NoteUnkept => "note-unkept",
            Self::NoteLeft => "note-left",
            Self::NoHighlight => "no-highlight",
            Self::NoBookmarks => "no-bookmarks",
            Self::NoNotes => "no-notes",
            Self::NoMarkToUndo => "no-mark-to-undo",
            Self::NothingChanged => "nothing-changed",
            Self::OneFile => "one-file",
            Self::FirstFile => "first-file",
            Self::LastFile => "last-file",
            Self::NoRecent => "no-recent",
            Self::NothingDropped => "nothing-dropped",
            Self::NoWayBack => "no-way-back",
            Self::NoWayForward => "no-way-forward",
            Self::PastEnd => "past-end",
            Self::PastStart => "past-start",
            Self::EncodingFixed => "encoding-fixed",
            Self::RuleUndone => "rule-undone",
            Self::NothingToUndo => "nothing-to-undo",
            Self::NoLine => "no-line",
            Self::MidParagraph => "mid-paragraph",
            Self::NoExample => "no-example",
            Self::LookingForAlike => "looking-for-alike",
            Self::LookingForAlikeLater => "looking-for-alike-later",
        };
        (name, Vec::new())
    }

    /// Returns the name of its message, the name of a value in it, and that value, where that is all there is to it: words
    /// of the document, or of the reader.
    fn quoting(&self) -> Option<(&'static str, &'static str, &str)> {
        Some(match self {
            Self::NoSuchSection(wanted) => ("no-such-section", "wanted", wanted),
            Self::PageNames(names) => ("page-names", "names", names),
            Self::LookingForPage(name) => ("looking-for-page", "name", name),
            Self::NoSuchKey(keys) => ("no-such-key", "keys", keys),
            Self::NoSuchLabel(typed) => ("no-such-label", "typed", typed),
            Self::LeadsNowhere(href) => ("leads-nowhere", "href", href),
            Self::Opening(title) => ("opening", "title", title),
            Self::LookingUp(word) => ("looking-up", "word", word),
            Self::FileMissing(path) => ("file-missing", "path", path),
            Self::RecentDropped(title) => ("recent-dropped", "title", title),
            Self::RecentListed(title) => ("recent-listed", "title", title),
            Self::Bookmarked(words) => ("bookmarked", "words", words),
            Self::MarkDeleted(words) => ("mark-deleted", "words", words),
            Self::Named(name) => ("named", "name", name),
            Self::Highlighted(words) => ("highlighted", "words", words),
            Self::NoteKept(words) => ("note-kept", "words", words),
            Self::NoHeading(words) => ("no-heading", "words", words),
            Self::LineUndone(words) => ("line-undone", "words", words),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests;
