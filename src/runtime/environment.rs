//! What the environment says.

use std::env;
use std::path::PathBuf;

/// Returns whether the environment has `variable` with any value but the empty one, as <https://no-color.org> has it.
pub(super) fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Returns whether the environment has `variable` with another value than none or 0.
pub(super) fn is_set_to_more(variable: &str) -> bool {
    is_set(variable) && env::var_os(variable).is_some_and(|value| value != "0")
}

/// Returns whether the environment gives `variable` this value.
pub(super) fn is(variable: &str, value: &str) -> bool {
    env::var_os(variable).is_some_and(|given| given == value)
}

/// Returns the directory that `variable` names; a path that is not absolute names none.
pub(super) fn directory(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
