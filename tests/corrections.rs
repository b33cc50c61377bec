//! Sections in the built program: it opens at one, and what a reader corrects stays: in the next session, in `--toc`,
//! after an edit of the file.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Folder, Launch, Session, program};

/// An original story of three chapters.
fn story() -> String {
    let prose = "渡船靠了岸，船家说今夜有雨，劝他们在镇上住下，明天一早再走。\n".repeat(5);
    let chapter = |title: &str| format!("{title}\n\n{prose}\n");
    ["第一章 渡船", "第二章 夜雨", "第三章 天晴"].map(chapter).concat()
}

fn reading(folder: &Folder, state: &Path) -> Session {
    let file = folder.file("story.txt", &story());
    let mut session = Launch::new(&[&file]).state(state).start();
    session.see("第一章");
    session
}

/// Returns what `--toc` prints of the file, and what it says.
fn toc(folder: &Folder, text: &str, state: &Path) -> (String, String) {
    run(&["--toc", &folder.file("story.txt", text)], state)
}

/// Returns what the program prints with these words, and what it says.
fn run(words: &[&str], state: &Path) -> (String, String) {
    program::run(program::program(words).env("XDG_STATE_HOME", state).env("XDG_DATA_HOME", state))
        .success()
}

/// Returns the one file that is kept under `state`.
fn kept(state: &Path) -> PathBuf {
    let mut files = fs::read_dir(state.join("kanshu").join("notes")).unwrap();
    files.next().unwrap().unwrap().path()
}

#[test]
fn corrections_stay_through_a_restart_and_an_edit_elsewhere() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let mut session = reading(&folder, state.path());
    session.press("t").see("Contents").press("\x1b[B\x1b[3~").see("No heading").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Contents"));
    session.press("3M").see("M: a heading").press("M").see("A heading of level 1").press("q");
    session.quit();

    let expected =
        "第一章 渡船\n渡船靠了岸，船家说今夜有雨，劝他们在镇上住下，明天一早再走。\n第三章 天晴\n";
    assert_eq!(toc(&folder, &story(), state.path()), (expected.to_owned(), String::new()));
    let edited = story().replace("第三章 天晴", "又过了三天。\n\n第三章 天晴");
    assert_eq!(toc(&folder, &edited, state.path()).0, expected);

    let mut session = reading(&folder, state.path());
    session.press("M").see("M: a heading").press("uu").see("As before: 第二章").press("q");
    session.quit();
    let found = "第一章 渡船\n第二章 夜雨\n第三章 天晴\n";
    assert_eq!(toc(&folder, &story(), state.path()).0, found);
}

/// Leaves the list that is open in `session`, then the program.
fn leave(mut session: Session) {
    session.press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Contents"));
    session.quit();
}

#[test]
fn a_rule_from_an_example_stays_through_a_restart_and_holds_for_what_is_new() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let mut session = reading(&folder, state.path());
    session.press("t").see("Contents").press("\x1b[1;2C").see("level 2").press("\x01");
    session.see("3 lines like this one are headings now; ^_ undoes");
    leave(session);
    let expected = "  第一章 渡船\n  第二章 夜雨\n  第三章 天晴\n";
    assert_eq!(toc(&folder, &story(), state.path()), (expected.to_owned(), String::new()));
    let edited =
        story().replace("第三章 天晴", "又过了三天。\n\n第三章 天晴\n\n第四章 归途\n\n完。");
    assert_eq!(toc(&folder, &edited, state.path()).0, format!("{expected}  第四章 归途\n"));

    let mut session = reading(&folder, state.path());
    session.press("t").see("Contents").press("\x1f").see("As before: all lines like that one");
    leave(session);
    let found = "  第一章 渡船\n第二章 夜雨\n第三章 天晴\n";
    assert_eq!(toc(&folder, &story(), state.path()).0, found);
}

#[test]
fn matches_are_in_the_sections_as_corrected() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let mut session = reading(&folder, state.path());
    session.press("t").see("Contents").press("\x1b[B\x1b[3~").see("No heading");
    leave(session);
    let file = folder.file("story.txt", &story());
    let (found, _) = run(&["--find", "第二章", &file], state.path());
    assert!(found.contains("%: 第一章 渡船: "), "{found}");
    let (found, _) = run(&["--secure", "--find", "第二章", &file], state.path());
    assert!(found.contains("%: 第二章 夜雨: "), "{found}");
}

#[test]
fn a_damaged_file_is_set_aside_and_the_text_is_read() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let mut session = reading(&folder, state.path());
    session.press("t").see("Contents").press("\x1b[B\x1b[3~").see("No heading").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Contents"));
    session.quit();
    let file = kept(state.path());
    fs::write(&file, "{\"version\": 1, \"corr").unwrap();
    let (printed, said) = toc(&folder, &story(), state.path());
    assert_eq!(printed.lines().count(), 3);
    assert!(said.contains("set aside"), "{said}");
    assert_eq!(fs::read_to_string(kept(state.path())).unwrap(), "{\"version\": 1, \"corr");
    assert_ne!(kept(state.path()), file);
}

#[test]
fn a_section_is_opened_by_its_name() {
    let folder = Folder::new();
    let file = folder.file("story.txt", &story());
    let mut session = Launch::new(&["--section", "夜雨", &file]).start();
    session.see("第二章");
    let top = session.screen().rows(0, 80).next().unwrap();
    assert!(top.trim_start().starts_with("第二章 夜雨"), "{top}");
    session.quit();
}
