//! Chinese in the other of its scripts, by the phrases and characters of `OpenCC`. Its tables are read when they are
//! first asked for.

use std::sync::{Arc, LazyLock};

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use crate::config::{Config, Script};
use crate::layout::flow::{Conversion, Replacement, Showing};
use crate::text::Lang;

/// Into simplified characters.
static SIMPLIFIED: LazyLock<Option<OpenCC>> =
    LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// Into traditional characters as Taiwan writes them: 為 and 裡, where `OpenCC`'s own have 爲 and 裏.
static TRADITIONAL: LazyLock<Option<OpenCC>> =
    LazyLock::new(|| OpenCC::from_config(BuiltinConfig::S2tw).ok());

/// Returns what writes Chinese in `script`; none: it stays as it is.
pub fn conversion(script: Script) -> Option<Conversion> {
    match script {
        Script::Source => None,
        Script::Simplified => Some(Conversion {
            to: Lang::ZhHans,
            convert: |text| converted(text, SIMPLIFIED.as_ref()),
        }),
        Script::Traditional => Some(Conversion {
            to: Lang::ZhHant,
            convert: |text| converted(text, TRADITIONAL.as_ref()),
        }),
    }
}

/// Returns how a document for which there are these `replacements` is shown as `config` says.
pub fn showing(config: &Config, replacements: &Arc<[Replacement]>) -> Showing {
    let replacements = if config.unreplaced { Arc::default() } else { Arc::clone(replacements) };
    Showing { replacements, conversion: conversion(config.script) }
}

/// Returns `text` as `tables` write it.
fn converted(text: &str, tables: Option<&OpenCC>) -> String {
    tables.map_or_else(|| text.to_owned(), |tables| tables.convert(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(script: Script, text: &str) -> String {
        (conversion(script).unwrap().convert)(text)
    }

    #[test]
    fn words_decide_which_character_is_meant() {
        let traditional = |text| written(Script::Traditional, text);
        assert_eq!(traditional("头发和发现"), "頭髮和發現");
        assert_eq!(traditional("皇后在城里，为了群众"), "皇后在城裡，為了群眾");
        let simplified = |text| written(Script::Simplified, text);
        assert_eq!(simplified("頭髮和發現，乾坤與乾燥"), "头发和发现，乾坤与干燥");
    }

    #[test]
    fn no_character_is_lost_or_added() {
        let text = "一a é，…𠀀\u{FE00}👨‍👩‍👧发";
        for script in [Script::Simplified, Script::Traditional] {
            assert_eq!(written(script, text).chars().count(), text.chars().count());
        }
        assert_eq!(conversion(Script::Source), None);
    }
}
