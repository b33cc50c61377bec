//! What is wrong with a regular expression, as a value: the parser says it in English words alone.

use regex_syntax::ast::{ErrorKind, Span};
use regex_syntax::hir;

/// What is wrong with a regular expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExpressionFault {
    /// A group has no end.
    #[error("unclosed group")]
    OpenGroup,
    /// A group has no beginning.
    #[error("unopened group")]
    UnopenedGroup,
    /// A group has a name that is none, or another group's.
    #[error("invalid name of a group")]
    GroupName,
    /// A class of characters has no end.
    #[error("unclosed character class")]
    OpenClass,
    /// A range in a class goes downwards, or from or to what is no character.
    #[error("invalid character class range")]
    ClassRange,
    /// Unicode has no property of this name.
    #[error("Unicode property not found")]
    Property,
    /// What follows a backslash means nothing.
    #[error("unrecognized escape sequence")]
    Escape,
    /// A character is named by a number that is none.
    #[error("invalid number of a character")]
    Number,
    /// Nothing stands before what repeats it.
    #[error("nothing to repeat")]
    NothingToRepeat,
    /// How often something is repeated is written wrongly.
    #[error("invalid repetition count")]
    Count,
    /// What stands after `(?` means nothing.
    #[error("unrecognized flag")]
    Flag,
    /// What stands around a match can't be asked for.
    #[error("look-around is not supported")]
    LookAround,
    /// What a group matched can't be asked for again.
    #[error("backreferences are not supported")]
    BackReference,
    /// Too many groups lie within each other.
    #[error("too many nested groups")]
    TooDeep,
    /// Something else.
    #[error("not a regular expression")]
    Other,
}

impl ExpressionFault {
    /// Returns what is wrong with an expression that the parser refuses, and where, if it is not the whole.
    pub(crate) fn of(error: &regex_syntax::Error) -> (Self, Option<Span>) {
        match error {
            regex_syntax::Error::Parse(error) => (parsed(error.kind()), Some(*error.span())),
            regex_syntax::Error::Translate(error) => {
                (translated(error.kind()), Some(*error.span()))
            }
            _ => (Self::Other, None),
        }
    }
}

fn parsed(kind: &ErrorKind) -> ExpressionFault {
    match kind {
        ErrorKind::GroupUnclosed => ExpressionFault::OpenGroup,
        ErrorKind::GroupUnopened => ExpressionFault::UnopenedGroup,
        ErrorKind::GroupNameDuplicate { .. }
        | ErrorKind::GroupNameEmpty
        | ErrorKind::GroupNameInvalid
        | ErrorKind::GroupNameUnexpectedEof => ExpressionFault::GroupName,
        ErrorKind::ClassUnclosed => ExpressionFault::OpenClass,
        ErrorKind::ClassRangeInvalid | ErrorKind::ClassRangeLiteral => ExpressionFault::ClassRange,
        ErrorKind::UnicodeClassInvalid => ExpressionFault::Property,
        ErrorKind::ClassEscapeInvalid
        | ErrorKind::EscapeUnexpectedEof
        | ErrorKind::EscapeUnrecognized
        | ErrorKind::SpecialWordBoundaryUnclosed
        | ErrorKind::SpecialWordBoundaryUnrecognized
        | ErrorKind::SpecialWordOrRepetitionUnexpectedEof => ExpressionFault::Escape,
        ErrorKind::EscapeHexEmpty
        | ErrorKind::EscapeHexInvalid
        | ErrorKind::EscapeHexInvalidDigit => ExpressionFault::Number,
        ErrorKind::RepetitionMissing => ExpressionFault::NothingToRepeat,
        ErrorKind::DecimalEmpty
        | ErrorKind::DecimalInvalid
        | ErrorKind::RepetitionCountInvalid
        | ErrorKind::RepetitionCountDecimalEmpty
        | ErrorKind::RepetitionCountUnclosed => ExpressionFault::Count,
        ErrorKind::FlagDanglingNegation
        | ErrorKind::FlagDuplicate { .. }
        | ErrorKind::FlagRepeatedNegation { .. }
        | ErrorKind::FlagUnexpectedEof
        | ErrorKind::FlagUnrecognized => ExpressionFault::Flag,
        ErrorKind::UnsupportedLookAround => ExpressionFault::LookAround,
        ErrorKind::UnsupportedBackreference => ExpressionFault::BackReference,
        ErrorKind::NestLimitExceeded(_) | ErrorKind::CaptureLimitExceeded => {
            ExpressionFault::TooDeep
        }
        _ => ExpressionFault::Other,
    }
}

fn translated(kind: &hir::ErrorKind) -> ExpressionFault {
    match kind {
        hir::ErrorKind::UnicodePropertyNotFound | hir::ErrorKind::UnicodePropertyValueNotFound => {
            ExpressionFault::Property
        }
        _ => ExpressionFault::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let told = |text| {
            let (fault, span) = ExpressionFault::of(&regex_syntax::parse(text).unwrap_err());
            (fault, span.map(|span| span.start.offset))
        };
        assert_eq!(told("雨("), (ExpressionFault::OpenGroup, Some(3)));
        assert_eq!(told("雨)"), (ExpressionFault::UnopenedGroup, Some(3)));
        assert_eq!(told("[雨"), (ExpressionFault::OpenClass, Some(0)));
        assert_eq!(told(r"\p{Klingon}"), (ExpressionFault::Property, Some(0)));
        assert_eq!(told("*"), (ExpressionFault::NothingToRepeat, Some(0)));
        assert_eq!(told("a{2,1}"), (ExpressionFault::Count, Some(1)));
        assert_eq!(told(r"(a)\1").0, ExpressionFault::BackReference);
        assert_eq!(told("(?=a)").0, ExpressionFault::LookAround);
        assert_eq!(told(r"\q").0, ExpressionFault::Escape);
        assert_eq!(told(r"\x{110000}").0, ExpressionFault::Number);
        assert_eq!(told("(?w)").0, ExpressionFault::Flag);
        assert_eq!(told("[b-a]").0, ExpressionFault::ClassRange);
        assert_eq!(told("(?<1>a)").0, ExpressionFault::GroupName);
        assert_eq!(
            told(&format!("{}{}", "(".repeat(300), ")".repeat(300))).0,
            ExpressionFault::TooDeep
        );
    }
}
