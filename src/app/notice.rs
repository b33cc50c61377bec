//! What the reader is told, as values. The words stand in [`Notice::words`] alone.

use crate::budget::{LINE_CHARS, RULES};
use crate::search::QueryError;
use crate::text::Ambiguous;

/// Something that the reader is told, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something of the world, in its own words.
    Told(String),
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
    /// The column has so many cells.
    Width(usize),
    /// The characters that terminals disagree on take so many cells now.
    Ambiguous(Ambiguous),
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
    /// There are no commands to type yet.
    NoCommands,
    /// There is no word on the page.
    NoWord,
    /// The search went on from the start.
    PastEnd,
    /// The search went on from the end.
    PastStart,
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
    /// There are as many rules as are kept.
    RulesFull,
    /// The lines like an example are looked for.
    LookingForAlike,
    /// The lines like an example are looked for later, when all of the text is there.
    LookingForAlikeLater,
    /// So many lines are like an example.
    Alike {
        /// How many.
        count: usize,
        /// Whether they are headings now, or none.
        headings: Headings,
    },
}

/// What lines became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    /// Headings.
    Made,
    /// No headings.
    Dropped,
}

impl Notice {
    /// Returns the words.
    pub fn words(&self) -> String {
        match self {
            Self::Told(words) => words.clone(),
            Self::Reloaded => "Reloaded.".to_owned(),
            Self::ReadsNoMore => "No more is read: this is the beginning alone.".to_owned(),
            Self::SectionsKept => "The sections found so far are kept.".to_owned(),
            Self::NoSections => "This document has no sections.".to_owned(),
            Self::LastSection => "This is the last section.".to_owned(),
            Self::NoSuchSection(wanted) => format!("No section is called “{wanted}”."),
            Self::Width(cells) => format!("{cells} cells wide"),
            Self::Ambiguous(Ambiguous::Wide) => "Signs such as “ — ① take two cells.".to_owned(),
            Self::Ambiguous(Ambiguous::Narrow) => "Signs such as “ — ① take one cell.".to_owned(),
            Self::Sticky => "The heading of the section stays on top.".to_owned(),
            Self::NotSticky => "The first row is the text's again.".to_owned(),
            Self::LineFull => format!("A line takes {LINE_CHARS} characters at most."),
            Self::NoSearch => "Nothing was searched for yet: / begins a search.".to_owned(),
            Self::NotFound => "Not found.".to_owned(),
            Self::CantSearch(error) => error.to_string(),
            Self::NothingGoesOn => "Nothing goes on; q leaves.".to_owned(),
            Self::NoCommands => "There are no commands yet; F1 shows the keys.".to_owned(),
            Self::NoWord => "There is no word here.".to_owned(),
            Self::PastEnd => "Past the end: on from the start.".to_owned(),
            Self::PastStart => "Past the start: on from the end.".to_owned(),
            Self::EncodingFixed => "This format says itself what it is written in.".to_owned(),
            Self::CorrectionsLost(lost) => {
                format!("{lost} corrected lines are no longer in the text.")
            }
            Self::Heading { level, words } => {
                format!("A heading of level {level} (^_ undoes): {words}")
            }
            Self::NoHeading(words) => format!("No heading (^_ undoes): {words}"),
            Self::LineUndone(words) => format!("As before: {words}"),
            Self::RuleUndone => "As before: all lines like that one".to_owned(),
            Self::NothingToUndo => "There is no correction to undo.".to_owned(),
            Self::NoLine => "There is no line here.".to_owned(),
            Self::MidParagraph => "This line is in the middle of a paragraph.".to_owned(),
            Self::NoExample => {
                "There is nothing to go by: no number, no mark, not all in capitals.".to_owned()
            }
            Self::RulesFull => {
                format!("There are {RULES} such rules: no more are kept; ^_ takes one back.")
            }
            Self::LookingForAlike => "Looking for the lines like this one…".to_owned(),
            Self::LookingForAlikeLater => {
                "The lines like this one are looked for when all of the text is there.".to_owned()
            }
            Self::Alike { count, headings } => {
                let (one, many) = match headings {
                    Headings::Made => ("a heading", "headings"),
                    Headings::Dropped => ("no heading", "no headings"),
                };
                match count {
                    0 => "No line of the text is like this one; ^_ undoes".to_owned(),
                    1 => format!("Only this line is like that; it is {one} now; ^_ undoes"),
                    count => format!("{count} lines like this one are {many} now; ^_ undoes"),
                }
            }
        }
    }
}
