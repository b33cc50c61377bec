//! kanshu (看书, "to read a book"): a reader for long documents in the terminal.
//!
//! As a library it does three things for any text: [`wrap`] sets it in rows, [`sections`] finds its headings, [`find`]
//! searches it as a person means it. What stands behind them is here too, and may still change. The reader itself,
//! [`app`], [`ui`] and [`runtime`], is the feature `reader`, which is on unless a program turns the default features
//! off.
//!
//! The modules stand in the order of the data, and each may use only those above it:
//!
//! | module | what lives there |
//! |---|---|
//! | [`budget`] | what a document, a stream, a line that is typed may cost at the most |
//! | [`text`] | grapheme clusters, what is shown for them and in how many cells, languages, line breaks |
//! | [`input`] | keys, the one table of actions, the line that is typed into a prompt |
//! | [`decode`] | bytes into text; it never fails |
//! | [`document`] | documents: parts, blocks, marks, the outline, positions |
//! | [`mod@format`] | the formats: bytes into documents |
//! | [`layout`] | blocks into rows, and the rows around a position |
//! | [`search`] | queries, and their matches in a text and in a document |
//! | [`config`] | what a reader can set, and the looks of everything by its role |
//! | [`shelf`] | what is kept for the reader, and its written form |
//! | [`words`] | what the program says, in each of its languages |
//! | [`syntax`] | the tokens of code, by the grammar of its language |
//! | [`script`] | Chinese in the other of its scripts |
//! | [`app`] | the program as values: the state, messages, effects |
//! | [`ui`] | the state on the screen |
//! | [`runtime`] | the loop, and the world: files, the terminal, signals, threads |
//!
//! `docs/ARCHITECTURE.md` tells the way of the data and the invariants of each boundary.

#![cfg_attr(
    test,
    allow(
        clippy::format_collect,
        clippy::indexing_slicing,
        clippy::single_range_in_vec_init,
        clippy::string_slice,
        clippy::unwrap_used,
        reason = "a test that panics has failed, which is what it is for"
    )
)]

pub mod budget;
pub mod text;
pub mod input;
pub mod decode;
pub mod document;
pub mod format;
pub mod layout;
pub mod search;
pub mod config;
pub mod shelf;
#[cfg(feature = "reader")]
pub mod words;
#[cfg(feature = "reader")]
pub mod syntax;
#[cfg(feature = "reader")]
pub mod script;
#[cfg(feature = "reader")]
pub mod app;
#[cfg(feature = "reader")]
pub mod ui;
#[cfg(feature = "reader")]
pub mod runtime;

mod texts;

pub use document::{Document, Section};
pub use layout::{LayoutOptions, Paragraph, Row, layout as set};
pub use search::{Matcher, Query, QueryError, QueryFault};
pub use texts::{find, sections, wrap};
