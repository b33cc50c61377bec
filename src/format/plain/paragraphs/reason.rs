//! What speaks for it and against it that a line goes on in the next, one by one, and how much: the table.

use super::lead::Lead;
use super::pair::{Edge, Fill, Pair};
use super::shape::{Looks, Tail};

/// A reason for or against it that a line goes on in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// What begins the next line would not have fitted.
    Full,
    /// The same between wide characters: one of them is two cells.
    FullWide,
    /// It would have fitted barely, and begins with a small letter.
    Nearly,
    /// It would have fitted, after a sentence: a paragraph may end there.
    ShortSentence,
    /// It would have fitted in the middle of a sentence.
    Short,
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
    /// Both lines are letters alone: prose has marks.
    Bare,
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

impl Reason {
    /// Returns how much it says, in tenths of odds.
    #[expect(clippy::match_same_arms, reason = "it is a table")]
    pub(super) fn weight(self) -> i32 {
        match self {
            Reason::Full => 10,
            Reason::FullWide => 15,
            Reason::Nearly => -4,
            Reason::ShortSentence => -4,
            Reason::Short => -20,
            Reason::Over => -10,
            Reason::Small => 7,
            Reason::Capital => -11,
            Reason::CapitalAfterStop => -2,
            Reason::Stop => -7,
            Reason::StopWide => -18,
            Reason::PauseWide => -4,
            Reason::MidWide => 2,
            Reason::Bare => -20,
            Reason::Titles => -20,
            Reason::Speech => -8,
            Reason::Token => -5,
            Reason::Sign => -3,
            Reason::Repeats => -25,
            Reason::Code => -10,
            Reason::Loose => -7,
            Reason::SetIn => 2,
            Reason::Hangs => 15,
        }
    }

    /// Returns the reasons that `pair` shows at `measure`.
    pub(super) fn of(pair: &Pair, measure: usize) -> impl Iterator<Item = Self> {
        let fill = pair.fill(measure);
        let repeats = pair.next.repeats(pair.line).then_some(Reason::Repeats);
        let titles = [pair.line, pair.next].iter().all(|line| line.looks == Looks::Title);
        let titles = titles.then_some(Reason::Titles);
        let code = [pair.line, pair.next]
            .iter()
            .any(|line| line.looks == Looks::Code)
            .then_some(Reason::Code);
        let tail = (fill == Fill::Full).then(|| Self::of_tail(pair)).flatten();
        let edge = Self::of_edge(pair);
        let all = [
            Some(Self::of_fill(pair, fill)),
            Self::of_lead(pair),
            tail,
            repeats,
            titles,
            code,
            edge,
        ];
        all.into_iter().flatten()
    }

    fn of_fill(pair: &Pair, fill: Fill) -> Self {
        let small = pair.next.lead == Lead::Small && pair.line.tail != Tail::Stop;
        match fill {
            Fill::Full if pair.is_wide() => Reason::FullWide,
            Fill::Full => Reason::Full,
            Fill::Nearly if small => Reason::Nearly,
            Fill::Over => Reason::Over,
            _ if pair.line.ends_sentence() => Reason::ShortSentence,
            _ => Reason::Short,
        }
    }

    fn of_lead(pair: &Pair) -> Option<Self> {
        match pair.next.lead {
            Lead::Small => Some(Reason::Small),
            Lead::Capital if pair.line.ends_sentence() => Some(Reason::CapitalAfterStop),
            Lead::Capital => Some(Reason::Capital),
            Lead::Speech => Some(Reason::Speech),
            Lead::Switch | Lead::Stamp | Lead::Label | Lead::Path => Some(Reason::Token),
            Lead::Sign => Some(Reason::Sign),
            _ => None,
        }
    }

    /// Returns what the end of a full line says.
    fn of_tail(pair: &Pair) -> Option<Self> {
        let bare = [pair.line, pair.next].iter().all(|line| line.looks == Looks::Bare);
        match (pair.line.tail, pair.is_wide()) {
            (Tail::Stop, true) => Some(Reason::StopWide),
            (Tail::Stop, false) => Some(Reason::Stop),
            (Tail::Pause, true) => Some(Reason::PauseWide),
            (Tail::Word, true) if bare => Some(Reason::Bare),
            (Tail::Word, true) => Some(Reason::MidWide),
            _ => None,
        }
    }

    fn of_edge(pair: &Pair) -> Option<Self> {
        let item = matches!(pair.line.lead, Lead::Item(_)) && pair.next.lead != Lead::Label;
        match pair.edge {
            Edge::Loose => Some(Reason::Loose),
            Edge::Hanging if item => Some(Reason::Hangs),
            Edge::Even if pair.next.indent > 0 => Some(Reason::SetIn),
            _ => None,
        }
    }
}

/// Returns what `reasons` say together.
pub(super) fn sum(reasons: impl Iterator<Item = Reason>) -> i32 {
    reasons.map(Reason::weight).sum()
}

#[cfg(test)]
mod tests;
