//! Bytes into text: the [`Encoding`]s, and how to tell which one bytes are in. It never fails: what is not
//! valid becomes U+FFFD and is counted.

mod chars;
mod detect;
mod encoding;
mod frequency;
mod guess;
mod old;
mod utf16;

pub use chars::{CharEnd, char_ends};
pub use detect::{Basis, Choice, Hint, Verdict, detect};
pub(crate) use encoding::base64;
pub use encoding::{Decoded, Encoding, Family, OFFERED};
pub use frequency::is_everyday;
