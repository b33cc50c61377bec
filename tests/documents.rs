//! What the documents say is true: the README names every key of the table of actions.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use kanshu::input::{KeyContext, Keymap};

#[test]
fn the_readme_names_every_key() {
    let readme = include_str!("../README.md");
    let keymap = Keymap::default();
    let documented = KeyContext::ALL.into_iter().filter(|context| *context != KeyContext::Switches);
    let rows = documented.flat_map(|context| keymap.rows(context));
    for key in rows.flat_map(|row| row.keys) {
        // `%` stands after its number, and a backtick where it ends nothing.
        let named = [
            format!("`{key}`"),
            format!("`50{key}`"),
            format!("<code>{}</code>", key.to_string().replace('<', "&lt;")),
        ];
        assert!(named.iter().any(|name| readme.contains(name)), "{key}");
    }
}

#[test]
fn the_guides_name_the_keys_that_a_reader_needs() {
    let guides = [
        include_str!("../assets/guide.en.txt"),
        include_str!("../assets/guide.zh-Hans.txt"),
        include_str!("../assets/guide.zh-Hant.txt"),
        include_str!("../assets/guide.ja.txt"),
        include_str!("../assets/guide.ko.txt"),
    ];
    for guide in guides {
        for key in [
            "j", "k", "d", "u", "G", "g", "]", "[", "t", "}", "{", "%", "/", "n", "N", "-", "+",
            "=", "?", "q",
        ] {
            assert!(names_key(guide, key), "{key}");
        }
    }
}

/// Returns whether `guide` names `key`: it stands by itself there, with nothing but a mark behind it.
fn names_key(guide: &str, key: &str) -> bool {
    let mut words = guide.split(|c: char| c.is_whitespace() || "，。；、：（）「」".contains(c));
    words.any(|word| word == key || word.trim_end_matches([',', '.', ';', ':']) == key)
}

#[test]
fn a_key_within_a_word_is_not_named() {
    assert!(!names_key("go down and do it", "d"));
    assert!(names_key("press d, then u.", "d") && names_key("再按 d，退回来", "d"));
}
