//! What the documents say is true: the README names every key of the table of actions.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use kanshu::config::Language;
use kanshu::input::{KeyContext, Keymap, Preset};
use kanshu::words::{Phrase, Words};

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

/// Returns the document of all keys: for each context its actions, their names, and their keys in each preset.
fn keys_document() -> String {
    let head = "# Keys\n\nAll actions with their names, by which the file of settings binds them and `:` does those of the \
                page, and their keys in each preset.\n";
    std::iter::once(head.to_owned()).chain(KeyContext::ALL.map(keys_table)).collect()
}

/// Returns the table of the keys of `context`.
fn keys_table(context: KeyContext) -> String {
    let words = Words::of(Language::English);
    let keymaps = Preset::ALL.map(|(_, preset)| Keymap::new(preset, &[]));
    let rows = keymaps.each_ref().map(|keymap| keymap.rows(context));
    let row = |at: usize| {
        let keys = rows.each_ref().map(|rows| cell(rows[at].keys));
        let first = rows.iter().flat_map(|rows| rows[at].keys).next();
        let first = first.map(ToString::to_string).unwrap_or_default();
        let name = rows[0][at].name;
        let does = words.say(&Phrase::new(format!("action-{name}")).with("key", first));
        format!("| `{name}` | {} | {} |\n", does.replace('|', "\\|"), keys.join(" | "))
    };
    let rows: String = (0..rows[0].len()).map(row).collect();
    let title = title(context);
    let head = "| name | what it does | `default` | `less` | `vim` |\n|---|---|---|---|---|\n";
    format!("\n## {title}\n{head}{rows}")
}

fn title(context: KeyContext) -> &'static str {
    match context {
        KeyContext::Page => "On the page",
        KeyContext::List => "In lists",
        KeyContext::Marking => "While a line is made a heading",
        KeyContext::Selecting => "While text is selected",
        KeyContext::Links => "While links have labels",
        KeyContext::Prompt => "While a search is typed",
        KeyContext::Switches => "In the list of switches",
        KeyContext::Command => "In the command line",
    }
}

/// Returns the names of `keys` as code, in a cell of a table.
fn cell(keys: &[kanshu::input::Sequence]) -> String {
    let code = |key: &kanshu::input::Sequence| {
        let name = key.to_string().replace('&', "&amp;").replace('<', "&lt;");
        format!("<code>{}</code>", name.replace('|', "&#124;"))
    };
    keys.iter().map(code).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_document_of_all_keys_is_that_of_their_tables() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/KEYS.md");
    let document = keys_document();
    if std::env::var_os("INSTA_UPDATE").is_some() {
        std::fs::write(path, &document).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), document, "INSTA_UPDATE=always writes it");
}
