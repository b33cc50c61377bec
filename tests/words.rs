//! The catalogue of words against the code: nothing is asked for that is not there, and nothing stands there for nobody.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kanshu::words::{Language, Words};
use regex::Regex;

/// The beginnings of the names that are made from those of actions, commands, settings, switches, flags and encodings.
const MADE: [&str; 7] = ["action-", "command-", "setting-", "switch-", "flag-", "script-", "view-"];

/// Returns the text of all files of `src`.
fn sources() -> String {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                text += &fs::read_to_string(path).unwrap();
            }
        }
    }
    text
}

/// Returns the names of the messages of the catalogue.
fn messages() -> BTreeSet<String> {
    let name = Regex::new(r"(?m)^([a-zA-Z][\w-]*) =").unwrap();
    let catalogue = include_str!("../assets/words/en.ftl");
    name.captures_iter(catalogue).map(|found| found[1].to_owned()).collect()
}

#[test]
fn no_message_stands_in_the_catalogue_for_nobody() {
    let sources = sources();
    let is_used = |name: &String| {
        MADE.iter().any(|begin| name.starts_with(begin)) || sources.contains(&format!("\"{name}\""))
    };
    let unused: Vec<String> = messages().into_iter().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn what_is_asked_for_stands_in_the_catalogue() {
    let asked = Regex::new(r#"(?:Phrase::new|words(?:\(\))?\.get)\(\s*"([^"]+)""#).unwrap();
    let messages = messages();
    let sources = sources();
    let names = asked.captures_iter(&sources).map(|found| found[1].to_owned());
    let missing: BTreeSet<String> =
        names.filter(|name| name != "no-such-message" && !messages.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_language_says_a_thing_as_its_name() {
    for language in Language::ALL {
        for name in ["contents-head", "help-list", "usage", "guide-title"] {
            assert_ne!(Words::of(language).get(name), name, "{language:?}");
        }
    }
}
