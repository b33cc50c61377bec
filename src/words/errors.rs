//! What is said of errors that the modules below tell as values.

use super::Phrase;
use crate::search::{QueryError, QueryFault};
use crate::shelf::Unwritten;
use crate::text::ExpressionFault;

impl From<&QueryError> for Phrase {
    /// Returns what is wrong with a query, not where.
    fn from(error: &QueryError) -> Self {
        match error.fault {
            QueryFault::Empty => "query-empty".into(),
            QueryFault::TooLong => "query-too-long".into(),
            QueryFault::TooLarge => "query-too-large".into(),
            QueryFault::Expression(fault) => fault.into(),
        }
    }
}

impl From<&Unwritten> for Phrase {
    fn from(error: &Unwritten) -> Self {
        match error {
            Unwritten::TooLong(most) => Self::new("unwritten-too-long").with("most", *most),
            Unwritten::Formless(said) => {
                Self::new("unwritten-formless").with("said", said.as_str())
            }
        }
    }
}

impl From<ExpressionFault> for Phrase {
    fn from(fault: ExpressionFault) -> Self {
        let name = match fault {
            ExpressionFault::OpenGroup => "expression-open-group",
            ExpressionFault::UnopenedGroup => "expression-unopened-group",
            ExpressionFault::GroupName => "expression-group-name",
            ExpressionFault::OpenClass => "expression-open-class",
            ExpressionFault::ClassRange => "expression-class-range",
            ExpressionFault::Property => "expression-property",
            ExpressionFault::Escape => "expression-escape",
            ExpressionFault::Number => "expression-number",
            ExpressionFault::NothingToRepeat => "expression-nothing-to-repeat",
            ExpressionFault::Count => "expression-count",
            ExpressionFault::Flag => "expression-flag",
            ExpressionFault::LookAround => "expression-look-around",
            ExpressionFault::BackReference => "expression-back-reference",
            ExpressionFault::TooDeep => "expression-too-deep",
            ExpressionFault::Other => "expression-other",
        };
        name.into()
    }
}
