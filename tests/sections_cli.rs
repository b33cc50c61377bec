//! The built program prints sections: `--toc --why`, `--dump --section`.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// What the program printed and how it ended.
#[derive(Debug)]
struct Ended {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program in `folder` with these words; what it keeps it keeps in `folder`.
fn run(folder: &Path, words: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanshu"));
    command
        .args(words)
        .current_dir(folder)
        .env("XDG_CONFIG_HOME", "/nowhere")
        .env("XDG_STATE_HOME", folder.join("state"));
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
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
