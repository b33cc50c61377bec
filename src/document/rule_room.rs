//! How many rules are heeded of one giver: the file of settings, the command line, what is kept with a document. Each
//! line of a document is held against all of them, and each takes memory once it is compiled.

use thiserror::Error;

use crate::budget::{RULES, RULES_BYTES};
use crate::text::{Pattern, PatternError};

/// The room for the rules of one giver: so many, and so many bytes of compiled patterns.
#[derive(Debug)]
pub struct RuleRoom {
    rules: usize,
    bytes: usize,
    /// Why the rules from some one on are left out.
    closed: Option<NoRoom>,
}

/// Why a rule is left out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unheeded {
    /// It is no regular expression.
    #[error("{0}")]
    Pattern(PatternError),
    /// There is no room for it, nor for those after it.
    #[error("{0}")]
    NoRoom(NoRoom),
}

/// Why there is no room for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoRoom {
    /// There are as many as are heeded.
    #[error("at most {RULES} rules are heeded")]
    Rules,
    /// The patterns take as many bytes as they may.
    #[error("rules of at most {} MiB together are heeded", RULES_BYTES >> 20)]
    Bytes,
}

impl Default for RuleRoom {
    fn default() -> Self {
        Self { rules: RULES, bytes: RULES_BYTES, closed: None }
    }
}

impl RuleRoom {
    /// Takes room for a rule whose compiled patterns have `bytes` bytes.
    ///
    /// # Errors
    /// There is no room; then there is none for those after it either.
    pub fn take(&mut self, bytes: usize) -> Result<(), NoRoom> {
        self.is_open()?;
        match self.bytes.checked_sub(bytes) {
            Some(left) => {
                self.rules -= 1;
                self.bytes = left;
                Ok(())
            }
            None => Err(*self.closed.insert(NoRoom::Bytes)),
        }
    }

    /// Returns the pattern `text` of a rule, which takes its room.
    ///
    /// # Errors
    /// Why the rule is left out. Nothing is compiled where there is no room for one more.
    pub fn pattern(&mut self, text: &str) -> Result<Pattern, Unheeded> {
        self.is_open().map_err(Unheeded::NoRoom)?;
        let pattern = Pattern::new(text).map_err(Unheeded::Pattern)?;
        self.take(pattern.bytes()).map_err(Unheeded::NoRoom)?;
        Ok(pattern)
    }

    /// Answers whether there may be room for one more, before its pattern is compiled.
    ///
    /// # Errors
    /// There is none.
    pub fn is_open(&self) -> Result<(), NoRoom> {
        match self.closed {
            Some(reason) => Err(reason),
            None if self.rules == 0 => Err(NoRoom::Rules),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_so_many_rules() {
        let mut room = RuleRoom::default();
        assert!((0..RULES).all(|_| room.take(1) == Ok(())));
        assert_eq!((room.is_open(), room.take(0)), (Err(NoRoom::Rules), Err(NoRoom::Rules)));
    }

    #[test]
    fn there_is_room_for_so_many_bytes() {
        let mut room = RuleRoom::default();
        assert_eq!(room.take(RULES_BYTES), Ok(()));
        assert_eq!((room.is_open(), room.take(1)), (Ok(()), Err(NoRoom::Bytes)));
    }

    #[test]
    fn a_rule_after_one_that_had_no_room_has_none() {
        let mut room = RuleRoom::default();
        assert_eq!(
            (room.take(RULES_BYTES + 1), room.take(0)),
            (Err(NoRoom::Bytes), Err(NoRoom::Bytes))
        );
        assert_eq!(NoRoom::Bytes.to_string(), "rules of at most 32 MiB together are heeded");
    }
}
