//! The built program as a filter: `--find` prints matches and exits as grep does.
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

/// Runs the program in `folder` with these words, and `input` on its standard input.
fn run(folder: &Path, words: &[&str], input: &str) -> Printed {
    program::run_on(program(words).current_dir(folder), input.as_bytes())
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.txt", "天亮了，他离开\n　　公司回家。\n後來他又回到公司。\n");
    write("b.txt", "A Café, a cafe, a CAFÉ.\nGSM\n");
    folder
}

#[test]
fn matches_are_printed_with_their_place_and_the_words_around() {
    let folder = folder();
    let ended = run(folder.path(), &["--find", "离开公司", "a.txt"], "");
    assert_eq!(ended.code, 0, "{ended:?}");
    assert_eq!(ended.out, "22.7%: 天亮了，他离开 公司回家。\n");
    let ended = run(folder.path(), &["--find", "后来", "a.txt", "b.txt"], "");
    assert_eq!((ended.code, ended.out.as_str()), (0, "a.txt:57.6%: 後來他又回到公司。\n"));
}

#[test]
fn json_has_one_object_a_line() {
    let folder = folder();
    let ended = run(folder.path(), &["--find", "公司", "--json", "a.txt", "b.txt"], "");
    let lines: Vec<Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["file"], "a.txt");
    assert_eq!(lines[1]["section"], Value::Null);
    assert_eq!(
        [&lines[1]["before"], &lines[1]["match"], &lines[1]["after"]],
        ["後來他又回到", "公司", "。"]
    );
    assert!(lines[0]["percent"].as_f64().unwrap() < lines[1]["percent"].as_f64().unwrap());
}

#[test]
fn the_exit_code_is_that_of_grep() {
    let folder = folder();
    let code = |words: &[&str]| run(folder.path(), words, "").code;
    assert_eq!(code(&["--find", "nowhere", "a.txt"]), 1);
    assert_eq!(code(&["--find", "公司", "a.txt", "none.txt"]), 2);
    assert_eq!(code(&["--find", "公司", "none.txt"]), 2);
    assert_eq!(code(&["--find", "a.txt", "--dump"]), 2);
    assert_eq!(code(&["--find", "", "a.txt"]), 2);
}

#[test]
fn a_bad_pattern_is_told_with_its_place() {
    let folder = folder();
    let ended = run(folder.path(), &["--regex", "--find", "公(司", "a.txt"], "");
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert_eq!(ended.err, "kanshu: “公(司”, character 2: unclosed group\n");
}

#[test]
fn flags_say_which_differences_matter() {
    let folder = folder();
    let count = |words: &[&str]| {
        let words: Vec<&str> = words.iter().copied().chain(["b.txt", "a.txt"]).collect();
        run(folder.path(), &words, "").out.lines().count()
    };
    assert_eq!(count(&["--find", "cafe"]), 3);
    assert_eq!(count(&["--find", "Café", "--exact"]), 1);
    assert_eq!(count(&["--find", "CAFE"]), 1);
    assert_eq!(count(&["--find", "CAFE", "-i"]), 3);
    assert_eq!(count(&["--find", "cafe", "--exact=accents"]), 1);
    assert_eq!(count(&["--find", "gs"]), 1);
    assert_eq!(count(&["--find", "gs", "--words"]), 0);
    assert_eq!(count(&["--find", "gs", "--pinyin"]), 3);
    assert_eq!(count(&["--find", "caf.", "--regex"]), 3);
}

#[test]
fn standard_input_is_searched_and_named() {
    let folder = folder();
    let ended = run(folder.path(), &["--find", "公司"], "他在公司。\n");
    assert_eq!((ended.code, ended.out.as_str()), (0, "37.5%: 他在公司。\n"));
    let ended = run(folder.path(), &["--find", "公司", "-", "b.txt"], "他在公司。\n");
    assert!(ended.out.contains("37.5%: 他在公司。"), "{ended:?}");
}

#[test]
fn what_a_file_holds_is_not_obeyed() {
    let folder = folder();
    fs::write(folder.path().join("evil\u{1b}[2J.txt"), "found \u{1b}[31m\u{9b}2J red\n").unwrap();
    for format in [&[][..], &["--json"]] {
        let words = [&["--find", "found", "evil\u{1b}[2J.txt", "a.txt"], format].concat();
        let ended = run(folder.path(), &words, "");
        assert_eq!(ended.code, 0);
        assert!(!ended.out.trim_end().contains(|c: char| c.is_control() && c != '\n'), "{ended:?}");
        if let [line] =
            ended.out.lines().filter(|line| line.starts_with('{')).collect::<Vec<_>>()[..]
        {
            let entry: Value = serde_json::from_str(line).unwrap();
            assert_eq!(
                (&entry["file"], &entry["after"]),
                (&"evil\u{1b}[2J.txt".into(), &" \u{9b}2J red".into())
            );
        }
    }
}

#[test]
fn a_match_across_the_parts_of_a_large_file_is_found() {
    let folder = folder();
    // Lines of 30 bytes, so that nothing is known of where the file is cut.
    let text = "天地玄黄宇宙洪荒日\n月盈昃辰宿列张寒\n".repeat(20_000);
    fs::write(folder.path().join("large.txt"), &text).unwrap();
    let ended = run(folder.path(), &["--find", "荒日月盈", "large.txt"], "");
    assert_eq!(ended.out.lines().count(), 20_000);
}
