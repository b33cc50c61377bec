//! The arrows between the modules: each uses only those above it in `src/lib.rs`, and each crate and each
//! door to the world is named only where it belongs. And each bound of `src/budget.rs` is tried by a test.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules, lowest first, as `src/lib.rs` lists them.
const MODULES: [&str; 16] = [
    "budget", "text", "input", "decode", "document", "format", "layout", "search", "config",
    "shelf", "words", "syntax", "script", "app", "ui", "runtime",
];

/// What may be named only in these modules.
const DOORS: &[(&str, &[&str])] = &[
    ("unicode_width", &["text"]),
    ("unicode_segmentation", &["text"]),
    ("icu_segmenter", &["text"]),
    ("fluent_bundle", &["words"]),
    ("fluent_syntax", &["words"]),
    ("syntect", &["syntax"]),
    ("ferrous_opencc", &["script"]),
    ("two_face", &["syntax"]),
    ("tui_input", &["input"]),
    ("encoding_rs", &["decode"]),
    ("simdutf8", &["decode"]),
    ("base64", &["runtime"]),
    ("chardetng", &["decode"]),
    ("comrak", &["format"]),
    ("dom_query", &["format"]),
    ("dom_smoothie", &["format"]),
    ("html5ever", &["format"]),
    ("quick_xml", &["format"]),
    ("zip", &["format"]),
    ("textwrap", &["layout"]),
    ("regex", &["search"]),
    ("regex_automata", &["text", "search"]),
    ("regex_syntax", &["text", "search"]),
    ("toml", &["config"]),
    ("toml_edit", &["config"]),
    ("strsim", &["config"]),
    ("ratatui", &["ui", "runtime"]),
    ("crossterm", &["runtime"]),
    ("clap", &["runtime"]),
    ("nix", &["runtime"]),
    ("rustix", &["runtime"]),
    ("signal_hook", &["runtime"]),
    ("serde", &["shelf", "runtime"]),
    ("serde_json", &["shelf", "runtime"]),
    ("std::fs", &["runtime"]),
    ("std::thread", &["runtime"]),
    ("std::env", &["runtime"]),
    ("std::process", &["runtime"]),
    ("std::net", &["runtime"]),
    // A bound may be a length of time; only `runtime` has a clock.
    ("std::time", &["budget", "runtime"]),
];

/// Returns what is wrong with `source`, a file of `module`.
fn faults(module: &str, source: &str) -> Vec<String> {
    let rank = |name: &str| MODULES.iter().position(|module| *module == name);
    let mut faults = Vec::new();
    for line in shipped(source).map(str::trim).filter(|line| !line.starts_with("//")) {
        for other in paths(line, "crate") {
            if rank(&other).is_some_and(|other| Some(other) > rank(module)) {
                faults.push(format!("{module} uses {other}, which stands below it: {line}"));
            }
        }
        for (door, homes) in DOORS {
            if names(line, door) && !homes.contains(&module) {
                faults.push(format!("{module} names {door}: {line}"));
            }
        }
    }
    faults
}

/// Returns the lines of `source` that are compiled without tests: all but the items below `#[cfg(test)]`.
fn shipped(source: &str) -> impl Iterator<Item = &str> {
    let mut within: Option<usize> = None;
    source.lines().filter(move |line| {
        let depth = line.len() - line.trim_start().len();
        let Some(attribute) = within else {
            within = line.trim_start().starts_with("#[cfg(test)]").then_some(depth);
            return within.is_none();
        };
        // As the formatter sets it, an item ends in the column where it begins.
        let ends = line.ends_with(';') || line.ends_with('}');
        if depth == attribute && ends {
            within = None;
        }
        false
    })
}

/// Returns the modules that `line` names after `root::`.
fn paths(line: &str, root: &str) -> Vec<String> {
    let prefix = format!("{root}::");
    let starts = line.match_indices(&prefix).map(|(at, _)| &line[at + prefix.len()..]);
    let word = |rest: &str| rest.split(|c: char| !is_word(c)).next().unwrap_or_default().to_owned();
    let braced = |rest: &str| {
        let inner = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
        inner.map(|inner| inner.split(',').map(|name| word(name.trim())).collect::<Vec<_>>())
    };
    starts.flat_map(|rest| braced(rest).unwrap_or_else(|| vec![word(rest)])).collect()
}

/// Returns whether `line` names the crate or the module of the standard library `door` as a path.
fn names(line: &str, door: &str) -> bool {
    let (root, module) = door.split_once("::").unwrap_or((door, ""));
    if !module.is_empty() {
        return paths(line, root).iter().any(|name| name == module);
    }
    line.match_indices(door).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + door.len()..];
        !before.is_some_and(is_word)
            && (after.starts_with("::") || (line.starts_with("use ") && after.starts_with(';')))
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns the files of `src` with the modules that they belong to.
fn files() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs")
                && !path.ends_with("tests.rs")
            {
                let inside = path.strip_prefix(&root).unwrap().with_extension("");
                let module = inside.iter().next().unwrap().to_string_lossy().into_owned();
                files.push((module, path));
            }
        }
    }
    files
}

#[test]
fn the_modules_are_those_of_the_map() {
    let map = include_str!("../src/lib.rs");
    let listed: Vec<&str> =
        map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(listed, MODULES);
}

#[test]
fn each_module_uses_only_what_stands_above_it() {
    let files = files();
    assert!(files.len() > 30, "the files of src are looked at");
    let faults: Vec<String> = files
        .iter()
        .filter(|(module, _)| MODULES.contains(&module.as_str()))
        .flat_map(|(module, path)| faults(module, &fs::read_to_string(path).unwrap()))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_broken_arrow_is_found() {
    assert_eq!(faults("layout", "use crate::ui::view;").len(), 1);
    assert_eq!(faults("document", "use crate::{text::clean, app};").len(), 1);
    assert!(faults("ui", "use crate::app::State;").is_empty());
}

#[test]
fn only_what_is_of_tests_may_use_what_stands_below() {
    let arrow = "use crate::ui::view;";
    let tested =
        "    #[cfg(test)]\n    fn helper() {\n        call();\n    }\n\n#[cfg(test)]\nuse a::b;\n";
    assert_eq!(faults("search", &format!("{tested}{arrow}")).len(), 1);
    assert_eq!(
        faults("search", &format!("#[cfg(test)]\nmod tests {{\n    {arrow}\n}}\n{arrow}")).len(),
        1
    );
    assert!(faults("search", &format!("#[cfg(test)]\nmod tests {{\n    {arrow}\n}}")).is_empty());
}

#[test]
fn a_crate_away_from_home_is_found() {
    assert_eq!(faults("app", "use crossterm::event::Event;").len(), 1);
    assert_eq!(faults("format", "let text = std::fs::read(path);").len(), 1);
    assert_eq!(faults("search", "use std::{env, fs};").len(), 2);
    assert!(faults("runtime", "use std::fs::File;").is_empty());
    assert!(faults("app", "// crossterm::event is for the runtime").is_empty());
}

/// What the tests of a module stand below.
const BELOW: &str = "#[cfg(test)]\nmod tests {";

/// Returns the words of `source` but for those of its imports: what is imported alone is not used.
fn used(source: &str) -> HashSet<&str> {
    let mut importing = false;
    let lines = source.lines().filter(|line| {
        let begins = line.trim_start().starts_with("use ");
        let import = importing || begins;
        importing = import && !line.trim_end().ends_with(';');
        !import
    });
    lines.flat_map(|line| line.split(|c: char| !is_word(c))).collect()
}

/// Returns the text of all tests: of the files of tests, and of what stands below [`BELOW`] in the others.
fn tests() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("tests")];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                let inside = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                let from = if inside.contains("tests") { Some(0) } else { source.find(BELOW) };
                text.extend(from.map(|from| source[from..].to_owned()));
            }
        }
    }
    text
}

#[test]
fn each_bound_is_tried_by_a_test() {
    let budget = include_str!("../src/budget.rs");
    let tests = tests();
    let bounds =
        budget.lines().filter_map(|line| line.strip_prefix("pub const ")?.split_once(": "));
    // No test goes by the clock.
    let bounds = bounds.filter(|(_, kind)| !kind.starts_with("Duration"));
    let words = used(&tests);
    let untried: Vec<&str> =
        bounds.map(|(name, _)| name).filter(|name| !words.contains(name)).collect();
    assert!(untried.is_empty(), "{untried:?}");
}

#[test]
fn an_import_tries_no_bound() {
    let words = used("use crate::budget::{\n    ONE,\n    TWO,\n};\nassert!(TWO > 1);");
    assert!(words.contains("TWO") && !words.contains("ONE"));
}

/// Returns the name of the type that `line` begins, at the left margin: a `struct`, an `enum`, a `trait` or an alias.
fn type_name(line: &str) -> Option<&str> {
    let visible = line.strip_prefix("pub").map(|rest| {
        let within = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        within.map_or(rest, |(_, rest)| rest).trim_start()
    });
    let (keyword, rest) = visible.unwrap_or(line).split_once(' ')?;
    let name = rest.split(|c: char| !is_word(c)).next()?;
    ["struct", "enum", "trait", "type"].contains(&keyword).then_some(name)
}

#[test]
fn no_two_types_share_a_name() {
    let mut homes: HashMap<String, PathBuf> = HashMap::new();
    let mut doubles = Vec::new();
    for (_, path) in files() {
        if path.iter().any(|folder| folder == "tests") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for name in shipped(&source).filter_map(type_name) {
            if let Some(other) = homes.insert(name.to_owned(), path.clone()) {
                doubles.push(format!("{name}: {} and {}", other.display(), path.display()));
            }
        }
    }
    assert!(homes.len() > 300, "the types are looked at");
    assert!(doubles.is_empty(), "{}", doubles.join("\n"));
}

/// The most fields of a type.
const FIELDS: usize = 12;

/// The types that may have more: tables, whose rows are alike and go together nowhere but here.
const TABLES: [(&str, &str); 9] = [
    ("Arguments", "the flags of the command line"),
    ("Config", "what can be set in the file of settings"),
    ("PageSettings", "what can be set of the page"),
    ("LayoutOptions", "what can be set of how text is set"),
    ("Info", "the facts that `--info` prints"),
    ("Shape", "the features of a line, for paragraphs"),
    ("LineFeatures", "the features of a line, for headings"),
    ("Tally", "the counts of those features"),
    ("Manner", "the features of a document"),
];

/// Returns the types of `source` with named fields, and how many each has.
fn records(source: &str) -> Vec<(&str, usize)> {
    let mut records = Vec::new();
    let mut lines = shipped(source);
    while let Some(line) = lines.next() {
        let Some(name) = type_name(line).filter(|_| line.contains("struct ")) else { continue };
        // What bounds its types may stand in lines before the fields.
        let opened = std::iter::once(line).chain(&mut lines).find(|it| it.ends_with(['{', ';']));
        if opened.is_some_and(|it| it.ends_with('{')) {
            let fields = lines.by_ref().take_while(|it| *it != "}");
            // As the formatter sets it, a field begins at the first step, with its name.
            let is_field = |it: &&str| {
                let field = it.strip_prefix("    ").filter(|it| !it.starts_with([' ', '/', '#']));
                field.is_some_and(|it| it.contains(": "))
            };
            records.push((name, fields.filter(is_field).count()));
        }
    }
    records
}

#[test]
fn no_type_has_more_than_a_dozen_fields_but_tables() {
    let (mut seen, mut wide) = (0, Vec::new());
    for (_, path) in files() {
        let source = fs::read_to_string(&path).unwrap();
        let records = records(&source);
        seen += records.len();
        let long = records.into_iter().filter(|(_, fields)| *fields > FIELDS);
        wide.extend(long.map(|(name, fields)| (name.to_owned(), fields)));
    }
    assert!(seen > 200, "the types are looked at");
    let is_table = |name: &str| TABLES.iter().any(|(table, _)| *table == name);
    let faults: Vec<_> = wide.iter().filter(|(name, _)| !is_table(name)).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let is_wide = |table: &str| wide.iter().any(|(name, _)| name == table);
    assert!(TABLES.iter().all(|(table, _)| is_wide(table)), "a table that is none: {wide:?}");
}

#[test]
fn the_fields_of_a_type_are_counted() {
    let source = "/// One.\npub struct One<T>\nwhere\n    T: Copy,\n{\n    /// A: b.\n    a: T,\n    \
                  #[arg(skip)]\n    pub(super) b: Map<\n        T: u8,\n    >,\n}\n\nstruct Two(u8);\n\n\
                  enum Three {\n    A { a: u8 },\n}\nstruct Four {\n    a: u8,\n}\n";
    assert_eq!(records(source), [("One", 2), ("Four", 1)]);
}

#[test]
fn a_type_is_known_by_its_keyword() {
    assert_eq!(type_name("pub(in crate::app) enum Spot {"), Some("Spot"));
    assert_eq!(type_name("struct Named<'a>(&'a str);"), Some("Named"));
    assert_eq!(type_name("pub type Rows = Vec<Row>;"), Some("Rows"));
    assert_eq!(type_name("    type Item = Row;"), None);
    assert_eq!(type_name("pub fn structure() {"), None);
}
