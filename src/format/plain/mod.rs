//! Plain text.

pub mod sections;
