//! The built program and its file of settings: what is set, what is told of a line that is wrong, and that the file
//! never keeps it from opening.

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

use support::{Folder, Launch, program};
use tempfile::TempDir;

const PROSE: &str = "渡船靠了岸，船家说今夜有雨，劝他们在镇上住下，明天一早再走。\n";

/// Returns a directory for settings in which the file says `text`.
fn settings(text: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("kanshu")).unwrap();
    fs::write(home.path().join("kanshu/config.toml"), text).unwrap();
    home
}

/// Returns what the program prints with these words on either stream.
fn run(home: &Path, words: &[&str]) -> (String, String) {
    program::run(program::program(words).env("XDG_CONFIG_HOME", home)).success()
}

#[test]
fn a_flag_comes_before_the_file_and_both_before_the_defaults() {
    let (folder, home) = (Folder::new(), settings("width = 20\n"));
    let file = folder.file("a.txt", PROSE);
    let rows = |words: &[&str]| run(home.path(), words).0.lines().count();
    assert_eq!(rows(&["--dump", &file]), 4);
    assert_eq!(rows(&["--dump", "-w", "40", &file]), 2);
    assert_eq!(rows(&["--dump", "--no-config", &file]), 1);
    let other = folder.file("other.toml", "width = 40\n");
    assert_eq!(rows(&["--dump", "--config", &other, &file]), 2);
}

#[test]
fn a_line_that_is_wrong_is_told_and_the_rest_is_used() {
    let (folder, home) = (Folder::new(), settings("widht = 9\nwidth = 20\n"));
    let file = folder.file("a.txt", PROSE);
    let (out, told) = run(home.path(), &["--dump", &file]);
    assert_eq!(out.lines().count(), 4);
    assert_eq!(told, "kanshu: config.toml:1: no setting `widht`; did you mean `width`?\n");
    let launch = Launch::new(&[&file]).settings(home.path());
    let mut session = launch.start();
    session.see("config.toml:1: no setting `widht`; did you mean `width`?");
    session.quit();
}

#[test]
fn what_is_no_file_keeps_nothing_from_opening() {
    let (folder, home) = (Folder::new(), tempfile::tempdir().unwrap());
    fs::create_dir_all(home.path().join("kanshu/config.toml")).unwrap();
    let file = folder.file("a.txt", PROSE);
    let (out, told) = run(home.path(), &["--dump", &file]);
    assert!(out.contains(PROSE), "{out}");
    assert!(told.contains("can't be read for settings"), "{told}");
}

#[test]
fn the_printed_file_of_settings_changes_nothing() {
    let folder = Folder::new();
    let (template, told) = run(Path::new("/nowhere"), &["--print-config"]);
    assert_eq!(told, "");
    let (file, home) = (folder.file("a.txt", PROSE), settings(&template));
    let usual = run(Path::new("/nowhere"), &["--dump", &file]);
    assert_eq!(run(home.path(), &["--dump", &file]), usual);
}

#[test]
fn the_keys_are_those_of_a_preset_and_those_that_are_bound() {
    let text = (1..=200).map(|number| format!("line {number}\n")).collect::<Vec<_>>().concat();
    let (folder, home) = (Folder::new(), settings("keys = \"less\"\n[bind]\nend = \"x\"\n"));
    let file = folder.file("a.txt", &text);
    let launch = Launch::new(&[&file]).settings(home.path());
    let mut session = launch.start();
    session.see("line 23").press("ee").see("line 25");
    session.press("x").see("line 200").press("?line 10\r").see("line 109");
    session.press("h").see("Keys").press("QQ");
    assert_eq!(session.end().code, 0);
}

#[test]
fn a_rule_for_headings_is_for_the_files_that_it_names() {
    let home = settings("[[sections]]\nregex = '^其.$'\nlevel = 2\nfiles = '*.txt'\n");
    let folder = Folder::new();
    let text = format!("其一\n{PROSE}其二\n{PROSE}");
    let toc = |name: &str| run(home.path(), &["--toc", &folder.file(name, &text)]).0;
    assert_eq!(
        (toc("a.txt").as_str(), toc("a.log").as_str()),
        ("  其一\n  其二\n", "其一\n其二\n")
    );
}

#[test]
fn a_rule_that_is_none_is_told_and_the_others_hold() {
    let home = settings(concat!(
        "[[sections]]\nregex = '^其('\nlevel = 1\n",
        "[[sections]]\nregex = '^其.$'\nlevel = 1\n",
    ));
    let folder = Folder::new();
    let file = folder.file("a.txt", &format!("其一\n{PROSE}其二\n{PROSE}"));
    let (out, told) = run(home.path(), &["--toc", &file]);
    assert_eq!(out, "其一\n其二\n");
    let expected = "config.toml:2: `regex` can't be `^其(`: unclosed group at character 3";
    assert_eq!(told, format!("kanshu: {expected}\n"));
}

#[test]
fn a_setting_that_is_changed_while_reading_is_kept_in_the_file() {
    let (folder, home) = (Folder::new(), settings("# mine\nwidth = 40 # narrow\n"));
    let file = folder.file("a.txt", PROSE);
    let config = home.path().join("kanshu/config.toml");
    let launch = Launch::new(&[&file]).settings(home.path());
    let mut session = launch.start();
    session.see("渡船").press(",width\x1b[C\r").see("Kept: width = ");
    session.press("Tnight\r").see("Kept: theme = night (:set theme=auto undoes)");
    session.quit();
    let text = fs::read_to_string(&config).unwrap();
    assert_eq!(text, "# mine\nwidth = 41 # narrow\ntheme = \"night\"\n");
    let launch = Launch::new(&["--secure", &file]).settings(home.path());
    let mut session = launch.start();
    session.see("渡船").press("Tsepia\r").see("no settings are kept");
    session.quit();
    assert_eq!(fs::read_to_string(&config).unwrap(), text);
}

#[test]
fn a_theme_of_ones_own_is_listed_with_those_of_the_program() {
    let (folder, home) = (Folder::new(), settings(""));
    let themes = home.path().join("kanshu/themes");
    fs::create_dir(&themes).unwrap();
    fs::write(themes.join("dusk.toml"), "inherits = \"dark\"\n").unwrap();
    let file = folder.file("a.txt", PROSE);
    let launch = Launch::new(&[&file]).settings(home.path());
    let mut session = launch.start();
    session.see("渡船").press("Tdu").see("your own").press("\r").see("Kept: theme = ");
    session.quit();
    let text = fs::read_to_string(home.path().join("kanshu/config.toml")).unwrap();
    assert_eq!(text, "theme = \"dusk\"\n");
}

#[test]
fn the_page_moves_by_itself() {
    let text = (1..=60).map(|number| format!("line {number}\n")).collect::<Vec<_>>().concat();
    let (folder, home) = (Folder::new(), settings(""));
    let file = folder.file("a.txt", &text);
    let launch = Launch::new(&[&file]).settings(home.path());
    let mut session = launch.start();
    session.see("line 23").press("400a").see("line 26").see("line 28");
    session.quit();
}

#[test]
fn a_dictionary_is_a_command_that_is_told_the_word() {
    let (folder, home) = (Folder::new(), settings("dictionary = \"echo it means\"\n"));
    let file = folder.file("a.txt", "lighthouse keeper\n");
    let launch = Launch::new(&[&file]).settings(home.path());
    let mut session = launch.start();
    session.see("keeper").press("D").see("it means lighthouse").press("q");
    session.quit();
    let launch = Launch::new(&["--secure", &file]).settings(home.path());
    let mut session = launch.start();
    session.see("keeper").press("D").see("no other program is run");
    session.quit();
}

#[test]
fn what_is_said_of_the_world_is_in_the_language_that_is_set() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "雨\n");
    let settings = folder.file("my.toml", "stikcy = true\n");
    let words = ["--config", &settings, "--language", "zh-Hans", "--info", &file];
    let said = run(folder.path(), &words).1;
    assert!(said.contains("没有") && !said.contains("no setting"), "{said}");
    let mut session = Launch::new(&[&file]).start();
    session.see("雨").press(":e /nowhere/b\r").see("Not opened");
    session.press(":set language=zh-Hans\r").see("只在本次有效");
    session.press(":e /nowhere/b\r").see("没有打开");
    session.quit();
}
