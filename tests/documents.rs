//! What the documents say is true: the README names every key of the table of actions.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

#[path = "support/fingers.rs"]
mod fingers;

use fingers::Finger;
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
    let tables = KeyContext::ALL.map(keys_table);
    let known = [("less", &fingers::LESS[..]), ("vim", &fingers::VIM)].map(fingers_table);
    std::iter::once(head.to_owned()).chain(tables).chain(known).collect()
}

/// Returns the table of what fingers press that know the program `name`.
fn fingers_table((name, fingers): (&str, &[Finger])) -> String {
    let row = |(keys, there, here): &Finger| {
        let named = |key: &str| matches!(key, "Enter" | "Space" | "Tab") && keys.contains(' ');
        let key = |key| if named(key) { format!("<{key}>") } else { key.to_owned() };
        let keys = escaped(&keys.split(' ').map(key).collect::<String>());
        let here =
            if here.parse::<usize>().is_ok() { format!("line {here}") } else { escaped(here) };
        format!("| <code>{keys}</code> | {there} | {here} |\n")
    };
    let rows: String = fingers.iter().map(row).collect();
    format!(
        "\n## Fingers that know {name}\nWhat they press in the preset `{name}`: what that does there, and the line of the \
         source that it brings to the top here, from line 500 of 1000 in a window of 23 rows of text, or what is said. A \
         page keeps its last row as the first of the next (`overlap`), and a match has rows above it.\n\n\
         | keys | there | here |\n|---|---|---|\n{rows}"
    )
}

#[test]
fn keys_of_less_and_vim_come_to_what_they_are_said_to() {
    let mut others = Vec::new();
    for (preset, fingers) in [(Preset::Less, &fingers::LESS[..]), (Preset::Vim, &fingers::VIM)] {
        for (keys, _, said) in fingers {
            let comes = fingers::comes_to(preset, keys);
            if comes != *said {
                others.push(format!("{preset:?} {keys}: {comes}, not {said}"));
            }
        }
    }
    assert_eq!(others, [""; 0]);
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
        KeyContext::Note => "While a note is written",
        KeyContext::Prompt => "While a search is typed",
        KeyContext::Switches => "In the list of switches",
        KeyContext::Command => "In the command line",
    }
}

/// Returns `text` as it stands in a cell of a table.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "&#124;")
}

/// Returns the names of `keys` as code, in a cell of a table.
fn cell(keys: &[kanshu::input::Sequence]) -> String {
    let code =
        |key: &kanshu::input::Sequence| format!("<code>{}</code>", escaped(&key.to_string()));
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
