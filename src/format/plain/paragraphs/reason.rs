//! What speaks for it and against it that a line goes on in the next, one by one, and how much: the table.

use super::lead::Lead;
use super::pair::{Edge, Fill, Pair};
use super::shape::{Looks, Shape, Tail};

/// The cells that lines of verse rarely have.
const VERSE: usize = 48;

/// A reason for or against it that a line goes on in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JoinReason {
    /// What begins the next line would not have fitted.
    Full,
    /// The same between wide characters: one of them is two cells.
    FullWide,
    /// The same where a script has no capitals, which would tell more.
    FullUncased,
    /// The first word of the next line would have fitted, but not all up to its first blank.
    Phrase,
    /// The same where a phrase fills the line, or more.
    PhraseAlone,
    /// It would have fitted barely, and begins with a small letter.
    Nearly,
    /// It would have fitted, after a sentence: a paragraph may end there.
    ShortSentence,
    /// It would have fitted in the middle of a sentence.
    Short,
    /// It would have fitted, in a script that does not mark where a sentence ends.
    ShortUnmarked,
    /// The line is wider than the measure.
    Over,
    /// The next line begins with a small letter.
    Small,
    /// The next line begins with a capital in the middle of a sentence, as verse and titles do.
    Capital,
    /// The next line begins with a capital after a sentence.
    CapitalAfterStop,
    /// The line is full and ends a sentence.
    Stop,
    /// The same between wide characters: few lines of prose do.
    StopWide,
    /// A full line of wide characters ends with a comma.
    PauseWide,
    /// A full line of wide characters ends in the middle.
    MidWide,
    /// The line is full and blanks in it are doubled, as programs do that set both edges straight.
    Stretched,
    /// The line is full and ends within a word that goes on in small letters.
    Hyphenated,
    /// Both lines are letters alone: prose has marks.
    Bare,
    /// Both lines are words alone, as short as those of verse, in a script that has no capitals either.
    Unmarked,
    /// A full line ends a sentence, or with a comma, in a script without capitals: verse does so at each line.
    StopUncased,
    PauseUncased,
    /// The words of both lines begin with capitals.
    Titles,
    /// The next line begins with the mark of a speech.
    Speech,
    /// The next line begins with an option, a time, a name and a colon, or a path.
    Token,
    /// The next line begins with another sign.
    Sign,
    /// The next line begins with the word that this one begins with.
    Repeats,
    /// One of the lines reads as code.
    Code,
    /// The next line is set in more, and nothing in this one tells why.
    Loose,
    /// Both lines are set in alike.
    SetIn,
    /// The next line begins under the text after the marker of this one.
    Hangs,
}

impl JoinReason {
    /// Returns how much it says, in tenths of odds.
    #[expect(clippy::match_same_arms, reason = "it is a table")]
    pub(super) fn weight(self) -> i32 {
        match self {
            JoinReason::Full => 10,
            JoinReason::FullWide => 15,
            JoinReason::FullUncased => 14,
            JoinReason::Phrase => 8,
            JoinReason::PhraseAlone => 2,
            JoinReason::Nearly => -4,
            JoinReason::ShortSentence => -4,
            JoinReason::Short => -20,
            JoinReason::ShortUnmarked => -8,
            JoinReason::Over => -10,
            JoinReason::Small => 7,
            JoinReason::Capital => -11,
            JoinReason::CapitalAfterStop => -2,
            JoinReason::Stop => -7,
            JoinReason::StopWide => -18,
            JoinReason::PauseWide => -4,
            JoinReason::MidWide => 2,
            JoinReason::Stretched => 15,
            JoinReason::Hyphenated => 10,
            JoinReason::Bare => -20,
            JoinReason::Unmarked => -14,
            JoinReason::StopUncased => -18,
            JoinReason::PauseUncased => -8,
            JoinReason::Titles => -20,
            JoinReason::Speech => -8,
            JoinReason::Token => -5,
            JoinReason::Sign => -3,
            JoinReason::Repeats => -25,
            JoinReason::Code => -10,
            JoinReason::Loose => -7,
            JoinReason::SetIn => 2,
            JoinReason::Hangs => 15,
        }
    }

    /// Returns the reasons that `pair` shows at `measure`.
    pub(super) fn of(pair: &Pair, measure: usize) -> impl Iterator<Item = Self> {
        let fill = pair.fill(measure);
        let had_no_room = fill == Fill::Full;
        let repeats = pair.next.repeats(pair.line).then_some(JoinReason::Repeats);
        let titles = [pair.line, pair.next].iter().all(|line| line.looks == Looks::Title);
        let titles = titles.then_some(JoinReason::Titles);
        let code = [pair.line, pair.next]
            .iter()
            .any(|line| line.looks == Looks::Code)
            .then_some(JoinReason::Code);
        let tail = had_no_room.then(|| Self::of_tail(pair)).flatten();
        let edge = Self::of_edge(pair);
        let stretched = (had_no_room && pair.line.end == measure && pair.line.is_stretched())
            .then_some(JoinReason::Stretched);
        let parted = pair.line.tail == Tail::Hyphen && pair.next.lead == Lead::Small;
        let hyphenated = (had_no_room && parted).then_some(JoinReason::Hyphenated);
        let bare = |line: &Shape| {
            !line.marked && line.phrases.0.is_none() && line.end < line.indent + VERSE
        };
        let unmarked = pair.is_uncased() && [pair.line, pair.next].into_iter().all(bare);
        let unmarked = unmarked.then_some(JoinReason::Unmarked);
        let all = [
            Some(Self::of_fill(pair, fill)),
            Self::of_lead(pair),
            tail,
            repeats,
            titles,
            code,
            unmarked,
            edge,
            stretched,
            hyphenated,
        ];
        all.into_iter().flatten()
    }

    fn of_fill(pair: &Pair, fill: Fill) -> Self {
        let small = pair.next.lead == Lead::Small && pair.line.tail != Tail::Stop;
        match fill {
            Fill::Full if pair.is_wide() => JoinReason::FullWide,
            Fill::Full if pair.is_uncased() => JoinReason::FullUncased,
            Fill::Full => JoinReason::Full,
            Fill::Phrase if pair.line.body.contains(' ') => JoinReason::Phrase,
            Fill::Phrase => JoinReason::PhraseAlone,
            Fill::Nearly if small => JoinReason::Nearly,
            Fill::Over => JoinReason::Over,
            _ if pair.line.ends_sentence() => JoinReason::ShortSentence,
            _ if pair.line.phrases.1.is_some() => JoinReason::ShortUnmarked,
            _ => JoinReason::Short,
        }
    }

    fn of_lead(pair: &Pair) -> Option<Self> {
        match pair.next.lead {
            Lead::Small => Some(JoinReason::Small),
            Lead::Capital if pair.line.ends_sentence() => Some(JoinReason::CapitalAfterStop),
            Lead::Capital => Some(JoinReason::Capital),
            Lead::Speech => Some(JoinReason::Speech),
            Lead::Switch | Lead::Stamp | Lead::Label | Lead::Path => Some(JoinReason::Token),
            Lead::Sign => Some(JoinReason::Sign),
            _ => None,
        }
    }

    /// Returns what the end of a full line says.
    fn of_tail(pair: &Pair) -> Option<Self> {
        let bare = [pair.line, pair.next].iter().all(|line| line.looks == Looks::Bare);
        let uncased = pair.is_uncased();
        match (pair.line.tail, pair.is_wide()) {
            (Tail::Stop, false) if uncased => Some(JoinReason::StopUncased),
            (Tail::Pause, false) if uncased => Some(JoinReason::PauseUncased),
            (Tail::Stop, true) => Some(JoinReason::StopWide),
            (Tail::Stop, false) => Some(JoinReason::Stop),
            (Tail::Pause, true) => Some(JoinReason::PauseWide),
            (Tail::Word, true) if bare => Some(JoinReason::Bare),
            (Tail::Word, true) => Some(JoinReason::MidWide),
            _ => None,
        }
    }

    fn of_edge(pair: &Pair) -> Option<Self> {
        let item = matches!(pair.line.lead, Lead::Item(_)) && pair.next.lead != Lead::Label;
        match pair.edge {
            Edge::Loose => Some(JoinReason::Loose),
            Edge::Hanging if item => Some(JoinReason::Hangs),
            Edge::Even if pair.next.indent > 0 => Some(JoinReason::SetIn),
            _ => None,
        }
    }
}

/// Returns what `reasons` say together.
pub(super) fn sum(reasons: impl Iterator<Item = JoinReason>) -> i32 {
    reasons.map(JoinReason::weight).sum()
}

#[cfg(test)]
mod tests;
