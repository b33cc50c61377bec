//! What the documents say is true: the README names every key of the table of actions.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use kanshu::input::{ACTIONS, CONTENTS, Keymap, MARKING, PROMPT};

#[test]
fn the_readme_names_every_key() {
    let readme = include_str!("../README.md");
    let keymap = Keymap::default();
    let page = ACTIONS.iter().flat_map(|entry| keymap.keys(entry.action));
    let marking = MARKING.iter().flat_map(|entry| entry.keys);
    let contents = CONTENTS.iter().flat_map(|entry| entry.keys);
    for key in page.chain(contents).chain(marking).chain(PROMPT.iter().flat_map(|entry| entry.keys))
    {
        // `%` stands after its number.
        let named = [format!("`{key}`"), format!("`50{key}`")];
        assert!(named.iter().any(|name| readme.contains(name)), "{key}");
    }
}

#[test]
fn the_guides_name_the_keys_that_a_reader_needs() {
    let guides = [include_str!("../assets/guide.en.txt"), include_str!("../assets/guide.zh.txt")];
    for guide in guides {
        for key in [
            "j", "k", "d", "u", "G", "g", "]", "[", "t", "}", "{", "%", "/", "n", "N", "-", "+",
            "=", "?", "q",
        ] {
            assert!(guide.contains(&format!(" {key}")), "{key}");
        }
    }
}
