//! The built program prints sections: `--toc --why`, `--dump --section`, by the rules of `--heading`.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{Printed, program};
use serde_json::Value;
use tempfile::TempDir;

/// Runs the program in `folder` with these words; what it keeps it keeps in `folder`.
fn run(folder: &Path, words: &[&str]) -> Printed {
    program::run(
        program(words)
            .current_dir(folder)
            .env("XDG_STATE_HOME", folder.join("state"))
            .env("XDG_DATA_HOME", folder.join("state")),
    )
}

/// Returns a folder with a story of two volumes of two chapters.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let prose = "天色将明的时候，他推开了门，外面没有人，只有风从北边吹过来。\n".repeat(3);
    let volume =
        |name, [one, two]: [&str; 2]| format!("{name}\n\n{one}\n\n{prose}\n{two}\n\n{prose}\n");
    let story = volume("卷一 北地", ["第一章 风起", "第二章 夜雨"])
        + &volume("卷二 归途", ["第三章 渡口", "第四章 灯塔"]);
    fs::write(folder.path().join("story.txt"), story).unwrap();
    folder
}

#[test]
fn each_line_that_may_be_a_heading_is_told_with_its_reasons() {
    let folder = folder();
    let ended = run(folder.path(), &["--toc", "--why", "story.txt"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let lines: Vec<_> = ended.out.lines().collect();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("      3      2") && line.ends_with("第一章 风起"))
    );
    assert!(ended.out.contains("labelled as no list is"), "{}", ended.out);
}

#[test]
fn reasons_come_as_json_too() {
    let folder = folder();
    let ended = run(folder.path(), &["--toc", "--why", "--json", "story.txt"]);
    let lines: Vec<Value> = serde_json::from_str(&ended.out).unwrap();
    let chapter = lines.iter().find(|line| line["title"] == "第二章 夜雨").unwrap();
    assert_eq!((chapter["line"].as_u64(), chapter["level"].as_u64()), (Some(9), Some(2)));
    assert!(chapter["score"].as_f64().unwrap() > 0.0);
    assert!(chapter["reasons"][0]["weight"].is_number());
}

#[test]
fn a_section_is_printed_alone_by_its_number_or_its_title() {
    let folder = folder();
    for wanted in ["3", "第二章 夜雨", "夜雨"] {
        let ended = run(folder.path(), &["--dump", "--section", wanted, "story.txt"]);
        assert_eq!(ended.code, 0, "{ended:?}");
        assert!(ended.out.starts_with("第二章 夜雨\n"), "{}", ended.out);
        assert!(ended.out.ends_with("吹过来。\n") && !ended.out.contains("卷二"), "{}", ended.out);
    }
}

#[test]
fn a_section_holds_those_in_it() {
    let folder = folder();
    let ended = run(folder.path(), &["--dump", "--section", "归途", "story.txt"]);
    assert!(ended.out.contains("第三章") && ended.out.contains("第四章"), "{}", ended.out);
    assert!(!ended.out.contains("第二章"));
}

#[test]
fn a_section_that_is_not_there_is_an_error() {
    let folder = folder();
    let ended = run(folder.path(), &["--dump", "--section", "无此章", "story.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains("无此章"), "{}", ended.err);
}

/// The rules of these tests: the chapters are none, but every paragraph begins a section of level 3.
const RULES: [&str; 4] = ["--heading", "none:^第.+章", "--heading", "3:^天色将明"];

/// Runs the program in `folder` with [`RULES`] and these words.
fn ruled(folder: &Path, words: &[&str]) -> Printed {
    run(folder, &[&RULES, words].concat())
}

#[test]
fn rules_make_headings_and_drop_them() {
    let folder = folder();
    let ended = ruled(folder.path(), &["--toc", "story.txt"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let lines: Vec<&str> = ended.out.lines().collect();
    assert_eq!(lines.len(), 14, "{}", ended.out);
    assert_eq!(lines[0], "卷一 北地");
    assert!(lines[1..7].iter().all(|line| line.starts_with("    天色将明")), "{}", ended.out);
    let ended = ruled(folder.path(), &["--toc", "--json", "story.txt"]);
    let entries: Vec<Value> = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((&entries[1]["line"], &entries[1]["level"]), (&5.into(), &3.into()));
}

#[test]
fn a_later_rule_overrules_one_before_it() {
    let folder = folder();
    let words = ["--toc", "--heading", "2:^天色", "--heading", "none:^天", "story.txt"];
    let ended = run(folder.path(), &words);
    assert_eq!(ended.out.lines().count(), 6, "{}", ended.out);
}

#[test]
fn a_rule_is_a_reason() {
    let folder = folder();
    let ended = ruled(folder.path(), &["--toc", "--why", "story.txt"]);
    let lines: Vec<&str> = ended.out.lines().collect();
    let told = |title: &str| {
        let at = lines.iter().position(|line| line.ends_with(title)).unwrap();
        (lines[at], lines[at + 1].trim())
    };
    let (line, reasons) = told("第一章 风起");
    assert!(line.starts_with("      3      -"), "{line}");
    assert!(reasons.ends_with("a rule of the reader's: ^第.+章"), "{reasons}");
    let (line, reasons) = told("吹过来。");
    assert!(line.starts_with("      5      3   +0.0"), "{line}");
    assert_eq!(reasons, "a rule of the reader's: ^天色将明");
}

#[test]
fn a_section_that_a_rule_made_is_found_by_its_title() {
    let folder = folder();
    let ended = ruled(folder.path(), &["--dump", "--section", "7", "story.txt"]);
    assert!(ended.out.starts_with("天色将明") && ended.out.lines().count() == 1, "{}", ended.out);
}

#[test]
fn matches_are_in_the_sections_that_rules_make() {
    let folder = folder();
    let ended = ruled(folder.path(), &["--find", "渡口", "--json", "story.txt"]);
    let found: Value = serde_json::from_str(ended.out.lines().next().unwrap()).unwrap();
    assert_eq!(found["section"], "卷二 归途", "the chapter is none");
}

#[test]
fn a_rule_that_is_none_is_refused_with_its_place() {
    let folder = folder();
    let ended = run(folder.path(), &["--toc", "--heading", "1:^第(.+回$", "story.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert!(ended.err.contains("unclosed group at character 3 of “^第(.+回$”"), "{}", ended.err);
    let ended = run(folder.path(), &["--toc", "--heading", "12:x", "story.txt"]);
    assert!(ended.err.contains("a number from 1 to 9, or none"), "{}", ended.err);
}

#[test]
fn the_sections_are_counted_as_they_are_corrected() {
    let folder = folder();
    let ended = ruled(folder.path(), &["--info", "story.txt"]);
    assert!(ended.out.contains("sections   14\n"), "{}", ended.out);
}
