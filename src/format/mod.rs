//! The formats: bytes into a [`Source`](crate::document::Source). A format is one file here, or one folder.

pub mod foreign;
pub mod plain;
