//! The language in which the program speaks: the one that was chosen, or else that of the locale.

use std::env;
use std::ffi::{OsStr, OsString};
use std::sync::{PoisonError, RwLock};

use crate::config::Language;
use crate::words::{Phrase, Words};

/// The flag that chooses the language, for when the rest of the command line can't be taken.
const FLAG: &str = "--language";

/// The language that was chosen last, if one was.
static CHOSEN: RwLock<Option<Language>> = RwLock::new(None);

/// Speaks `language` from now on; none: that of the locale.
pub(super) fn choose(language: Option<Language>) {
    *CHOSEN.write().unwrap_or_else(PoisonError::into_inner) = language;
}

/// Returns the words in which the program speaks.
pub(super) fn words() -> &'static Words {
    let chosen = *CHOSEN.read().unwrap_or_else(PoisonError::into_inner);
    Words::of(chosen.unwrap_or_else(of_locale))
}

/// Returns what `phrase` says in the language in which the program speaks.
pub(super) fn say(phrase: impl Into<Phrase>) -> String {
    words().say(&phrase.into())
}

/// Returns the language of the locale.
pub(super) fn of_locale() -> Language {
    Language::of_locale(&locale("LC_MESSAGES"))
}

/// Returns the language that the command line `words` names.
pub(super) fn named(words: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let joined = words.iter().filter_map(|word| word.strip_prefix(FLAG)?.strip_prefix('='));
    let apart = words.windows(2).filter_map(|pair| match pair {
        [flag, tag] if *flag == FLAG => Some(*tag),
        _ => None,
    });
    joined.chain(apart).find_map(Language::of_tag)
}

/// Returns the name of the locale for `category`.
pub(super) fn locale(category: &str) -> String {
    let names = ["LC_ALL", category, "LANG"];
    let locale = names.iter().filter_map(env::var_os).find(|value| !value.is_empty());
    locale.as_deref().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_names_the_language_though_it_can_t_be_taken() {
        let named = |words: &[&str]| named(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(named(&["kanshu", "--language=ja", "--no"]), Some(Language::Japanese));
        assert_eq!(
            named(&["kanshu", "--no", "--language", "zh-Hant"]),
            Some(Language::TraditionalChinese)
        );
        assert_eq!(named(&["kanshu", "--language", "x", "a"]), None);
    }
}
