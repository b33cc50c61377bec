//! The built program remembers the searches that were made and the switches that were turned, and with `--secure` none.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]
#![allow(dead_code, reason = "not every test needs all of the support")]

mod support;

use std::fs;
use std::path::Path;

use support::{Folder, Launch, Session};

const PROSE: &str = "渡船靠了岸，船家说今夜有雨。\n公司里没有人。\n";

fn reading(state: &Path, words: &[&str]) -> Session {
    let mut session = Launch::new(words).env("XDG_STATE_HOME", state.to_str().unwrap()).start();
    session.see("渡船");
    session
}

fn leave(mut session: Session) {
    session.press("q");
    assert_eq!(session.end().code, 0);
}

const UP: &str = "\x1b[A";
const CTRL_P: &str = "\x10";

#[test]
fn searches_and_switches_stay_through_a_restart() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let mut session = reading(state.path(), &[&file]);
    session.press(&format!("/gs{CTRL_P}")).see("[pinyin]").see("1 of").press("\r");
    session.press("/船家").see("1 of").press("\r");
    leave(session);

    let mut session = reading(state.path(), &[&file]);
    session.press("/").see("[pinyin]").press(UP).see("/船家").press(UP).see("/gs");
    session.see("1 of").press("\x03").see("a.txt");
    leave(session);

    let mut session = reading(state.path(), &["--pinyin=false", &file]);
    session.press("/").see("Tab: how to search").press("\x03").see("a.txt");
    leave(session);
}

#[test]
fn two_readers_at_once_lose_no_search() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let mut one = reading(state.path(), &[&file]);
    let mut other = reading(state.path(), &[&file]);
    one.press("/渡船\r").see("1 of 1");
    other.press("/公司\r").see("1 of 1");
    one.press("/今夜\r").see("今夜");
    leave(one);
    leave(other);
    let mut session = reading(state.path(), &[&file]);
    session.press("/").see("Tab: how").press(UP).see("/今夜").press(UP).see("/公司");
    session.press(UP).see("/渡船").press("\x03").see("a.txt");
    leave(session);
}

#[test]
fn with_secure_none_is_kept_and_none_is_there() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let kept = state.path().join("kanshu/searches.json");
    let mut session = reading(state.path(), &["--secure", &file]);
    session.press("/公司\r").see("1 of 1");
    leave(session);
    assert!(!kept.exists());

    let mut session = reading(state.path(), &[&file]);
    session.press("/公司\r").see("1 of 1");
    leave(session);
    let before = fs::read_to_string(&kept).unwrap();
    assert!(before.contains("公司"));
    let mut session = reading(state.path(), &["--secure", &file]);
    session.press("/").see("Tab: how").press(UP).press("x").see("/x").press("\r");
    leave(session);
    assert_eq!(fs::read_to_string(&kept).unwrap(), before);
}

#[test]
fn a_damaged_file_is_set_aside_and_told_and_the_text_is_read() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    fs::create_dir_all(state.path().join("kanshu")).unwrap();
    fs::write(state.path().join("kanshu/searches.json"), "{\"version\":1,").unwrap();
    let mut session = reading(state.path(), &[&file]);
    session.see("The file of searches is damaged.");
    leave(session);
    let aside = fs::read_to_string(state.path().join("kanshu/searches.damaged-1"));
    assert_eq!(aside.unwrap(), "{\"version\":1,");
}
