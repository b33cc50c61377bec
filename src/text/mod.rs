//! Text as a reader sees it: grapheme clusters, what is shown for them and how many cells it takes,
//! scripts and languages, where a line may break, and patterns of a line. **The only width in the program.**

mod ambiguous;
mod breaks;
mod clean;
mod expression;
pub mod fold;
mod lang;
mod pattern;
mod width;
mod words;

pub use breaks::{
    BreakRules, Korean, Level, addresses, breaks, clings, ends_row, is_blank, is_east_asian_letter,
    is_space, opportunities,
};
pub use clean::{Clean, clean, is_clean};
pub use expression::ExpressionFault;
pub use lang::Lang;
pub use pattern::{Pattern, PatternError, PatternFault, escape};
pub use width::{Ambiguous, Glyph, Vs16, WidthModel, Zwj, clusters, clusters_forward, is_boundary};
pub use words::{TextUnit, Toward, sentences, units, words};
