//! The built program remembers the searches that were made, the switches that were turned and the encoding that was
//! chosen, and with `--secure` none of them.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod support;

use std::fs;
use std::path::Path;

use support::program::{program, run};
use support::{Folder, Launch, Session};

const PROSE: &str = "渡船靠了岸，船家说今夜有雨。\n公司里没有人。\n";

/// The first line of it in GBK.
const GBK: &[u8] = b"\xb6\xc9\xb4\xac\xbf\xbf\xc1\xcb\xb0\xb6\xa3\xac\xb4\xac\xbc\xd2\xcb\xb5\xbd\xf1\xd2\xb9\xd3\xd0\xd3\xea\xa1\xa3\n";

fn started(state: &Path, words: &[&str]) -> Session {
    Launch::new(words).state(state).start()
}

fn reading(state: &Path, words: &[&str]) -> Session {
    let mut session = started(state, words);
    session.see("渡船");
    session
}

const UP: &str = "\x1b[A";
const CTRL_P: &str = "\x10";

#[test]
fn searches_stay_through_a_restart_and_pinyin_ends_with_the_document_unless_it_is_set() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let mut session = reading(state.path(), &[&file]);
    session.press(&format!("/gs{CTRL_P}")).see("[pinyin]").see("1 of").press("\r");
    session.press("/船家").see("1 of").press("\r");
    session.quit();

    let mut session = reading(state.path(), &[&file]);
    session.press("/").see("Tab: how to search").press(UP).see("/船家").press(UP).see("/gs");
    session.see("1 of").press("\x03").see("a.txt");
    session.quit();

    let mut session = reading(state.path(), &["--pinyin", &file]);
    session.press("/").see("[pinyin]").press("\x03").see("a.txt");
    session.quit();
}

#[test]
fn a_document_opens_in_the_script_that_a_key_showed_it_in() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let mut session = reading(state.path(), &[&file]);
    session.press("S").see("船家說").press("/说\r").see("1 of 1").press("\x1b");
    session.quit();
    let mut session = started(state.path(), &[&file]);
    session.see("公司裡").press("S").see("公司里");
    session.quit();
}

#[test]
fn a_switch_that_is_turned_in_its_list_stays() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let mut session = reading(state.path(), &[&file]);
    session.press("/\t").see("How to search").press("hw").see("[words 国≠國]");
    session.press("\t\r");
    session.quit();
    let mut session = reading(state.path(), &[&file]);
    session.press("/").see("[国≠國]").press("\x03").see("a.txt");
    session.quit();
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
    one.quit();
    other.quit();
    let mut session = reading(state.path(), &[&file]);
    session.press("/").see("Tab: how").press(UP).see("/今夜").press(UP).see("/公司");
    session.press(UP).see("/渡船").press("\x03").see("a.txt");
    session.quit();
}

#[test]
fn with_secure_none_is_kept_and_none_is_there() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let kept = state.path().join("kanshu/searches.json");
    let mut session = reading(state.path(), &["--secure", &file]);
    session.press("/公司\r").see("1 of 1");
    session.quit();
    assert!(!kept.exists());

    let mut session = reading(state.path(), &[&file]);
    session.press("/公司\r").see("1 of 1");
    session.quit();
    let before = fs::read_to_string(&kept).unwrap();
    assert!(before.contains("公司"));
    let mut session = reading(state.path(), &["--secure", &file]);
    session.press("/").see("Tab: how").press(UP).press("x").see("/x").press("\r");
    session.quit();
    assert_eq!(fs::read_to_string(&kept).unwrap(), before);
}

#[test]
fn the_first_document_has_a_hint_and_no_later_one_nor_any_with_secure_or_from_a_pipe() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let kept = state.path().join("kanshu");
    let started = |words: &[&str], told: &str| {
        let mut session = reading(state.path(), words);
        session.see(told).press("V").see("y: copy").press("\x1b").see("a.txt").press("q");
        session.end();
    };
    started(&["--secure", &file], "a.txt");
    assert!(!kept.exists());
    started(&[&file], "? shows the keys; q quits.");
    started(&[&file], "a.txt");
    let other = tempfile::tempdir().unwrap();
    let mut piped = Launch::shell("printf '渡船\n' | $KANSHU").state(other.path()).start();
    piped.see("standard input");
    piped.quit();
}

#[test]
fn a_document_comes_back_in_the_view_that_was_chosen_for_it_unless_a_flag_says_another() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.md", "# One\n\nThe *lamp* of the keeper.\n");
    let mut session = started(state.path(), &[&file]);
    session.see("The lamp of").press("v").see("View: source.").see("The *lamp* of");
    session.quit();
    let mut session = started(state.path(), &[&file]);
    session.see("The *lamp* of").see("source");
    session.quit();
    let mut session = started(state.path(), &["--view", "auto", &file]);
    session.see("The lamp of");
    session.quit();
    let mut session = started(state.path(), &[&file]);
    session.see("The *lamp* of");
    session.quit();
    let printed = run(program(&["--dump", &file]).env("XDG_STATE_HOME", state.path()));
    assert!(printed.success().0.contains("The lamp of"), "what is printed heeds flags alone");
}

#[test]
fn a_damaged_file_is_set_aside_and_told_and_the_text_is_read() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    fs::create_dir_all(state.path().join("kanshu")).unwrap();
    fs::write(state.path().join("kanshu/searches.json"), "{\"version\":1,").unwrap();
    let mut session = reading(state.path(), &[&file]);
    session.see("The file of searches is damaged.");
    session.quit();
    let aside = fs::read_to_string(state.path().join("kanshu/searches.damaged-1"));
    assert_eq!(aside.unwrap(), "{\"version\":1,");
}

/// Returns what the program prints with these words.
fn printed(state: &Path, words: &[&str]) -> String {
    let (out, err) =
        run(program(words).env("XDG_STATE_HOME", state).env("XDG_DATA_HOME", state)).success();
    assert_eq!(err, "");
    out
}

#[test]
fn a_chosen_encoding_is_used_the_next_time_and_in_scripts() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", "");
    fs::write(&file, GBK.repeat(20)).unwrap();
    let named = |words: &[&str]| printed(state.path(), words);
    let mut session = reading(state.path(), &[&file]);
    session
        .see("GBK, guessed")
        .press("e")
        .see("traditional")
        .press("\x1b[B\r")
        .see("looks worse")
        .press("\r")
        .see("Big5");
    session.quit();
    assert!(named(&["--info", &file]).contains("Big5, chosen before"));
    assert!(named(&["--info", "--json", &file]).contains("\"encoding_by\": \"remembered\""));
    assert!(!named(&["--dump", &file]).contains("渡船"));
    assert!(named(&["--dump", "-e", "gbk", &file]).contains("渡船"));
    assert!(named(&["--info", "--secure", &file]).contains("GBK, guessed"));
    let mut session = started(state.path(), &[&file]);
    session.see("Big5");
    session.quit();
}

#[test]
fn an_encoding_that_a_flag_names_is_not_remembered() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let mut session = started(state.path(), &["-e", "big5", &file]);
    session.see("Big5");
    session.quit();
    assert!(printed(state.path(), &["--info", &file]).contains("UTF-8"));
}

#[test]
fn what_could_not_be_kept_is_told_while_the_keys_go_on_and_once_more_at_the_end() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    fs::create_dir(state.path().join("kanshu")).unwrap();
    let lock = fs::File::create(state.path().join("kanshu/lock")).unwrap();
    lock.lock().unwrap();
    let mut session = reading(state.path(), &[&file]);
    // The help is there before the lock was waited for; a key puts other sentences away.
    session.press("/船家\r").press("?").see("Keys").press("\x1b");
    session.see("another kanshu is writing").press("j").see("another kanshu is writing");
    session.press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
    let screen = ended.screen().contents();
    assert!(screen.contains("another kanshu is writing"), "{screen}");
}

#[test]
fn the_place_is_kept_before_a_program_that_copies_is_waited_for() {
    let (folder, state) = (Folder::new(), tempfile::tempdir().unwrap());
    let file = folder.file("a.txt", PROSE);
    let done = folder.path().join("done");
    // It ends when a place is kept.
    let (places, seen) = (state.path().display(), done.display());
    let script =
        format!("until ls {places}/kanshu/places/*.json; do sleep 0.02; done; echo > {seen}");
    let command = format!("sh {}", folder.file("copy.sh", &script));
    let mut session = reading(state.path(), &["--copy-command", &command, &file]);
    session.press("Vy").see("Copied");
    session.quit();
    assert!(done.exists());
}
