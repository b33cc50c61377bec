//! The built program in the place of less: what fingers, git, man and others pass to it. Small scripts stand in for them.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod support;

use support::{Folder, Launch, contains};

/// A text of so many lines, parted by blank lines.
fn lines(count: usize) -> String {
    let lines = (1..=count).map(|number| format!("line {number}\n\n"));
    lines.collect::<Vec<_>>().concat()
}

const ALTERNATE: &[u8] = b"\x1b[?1049h";

#[test]
fn what_one_screen_shows_is_printed_where_a_flag_or_the_environment_says_so() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "\x1b[31mred\x1b[0m 雨 \x1b]0;title\x07\n\nthe end\n");
    let git = |script: &str| Launch::shell(script).env("LESS", "FRX");
    let launches = [
        Launch::new(&["-F", &file]),
        Launch::new(&[&file]).env("LESS", "FRX"),
        git(&format!("cat '{file}' | $KANSHU")),
        git(&format!("(sleep 0.1; cat '{file}') | $KANSHU -R")),
        Launch::shell(&format!("cat '{file}' | $KANSHU")).env("LESS", "FRSXMK"),
    ];
    for launch in launches {
        let mut session = launch.start();
        session.see("red 雨").see("the end");
        let ended = session.end();
        assert_eq!(ended.code, 0);
        assert!(!contains(&ended.raw, ALTERNATE), "the page is printed");
        assert!(contains(&ended.raw, b"\x1b[31mred"), "its colours too");
        assert!(!contains(&ended.raw, b"\x1b]0;"), "and nothing that a terminal obeys");
        assert!(ended.restored);
    }
}

#[test]
fn what_is_longer_is_read_and_stays_on_the_screen_as_git_asks() {
    let folder = Folder::new();
    let file = folder.file("a.txt", &lines(100));
    let script = format!("echo before; cat '{file}' | $KANSHU; echo after");
    let mut session = Launch::shell(&script).env("LESS", "FRX").start();
    session.see("line 1").press(" ").see("line 13").press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    assert!(!contains(&ended.raw, ALTERNATE));
    let left = ended.screen().contents();
    assert!(left.contains("line 20") && left.trim_end().ends_with("after"), "{left}");
    assert!(ended.restored);
    let mut session = Launch::new(&["-+F", "-+X", &file]).env("LESS", "FRX").start();
    session.see("line 1").press("q");
    session.end().check_restored();
}

#[test]
fn what_man_says_to_less_are_no_flags_of_ours() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "NAME\n\n    ls - list\n");
    let script = format!("cat '{file}' | $KANSHU");
    let prompt = "-ix8RmPm Manual page ls(1) ?ltline %lt?L/%L.:FX$PM Manual page FX$";
    let mut session = Launch::shell(&script).env("LESS", prompt).start();
    session.see("ls - list").press("q");
    session.end().check_restored();
}

#[test]
fn a_command_says_where_the_file_opens() {
    let folder = Folder::new();
    let file = folder.file("a.txt", &lines(500));
    let opened = [
        ("+599", "line 300"),
        ("+599g", "line 300"),
        ("+50%", "line 257"),
        ("+G", "line 500"),
        ("+/line 77", "line 77"),
    ];
    for (command, seen) in opened {
        let mut session = Launch::new(&[command, &file]).start();
        session.see(seen);
        session.quit();
    }
    let mut session = Launch::shell(&format!("cat '{file}' | $KANSHU +G")).start();
    session.see("line 500");
    session.quit();
    let mut session = Launch::new(&["+F", &file]).start();
    session.see("line 500").see("following");
    std::fs::OpenOptions::new()
        .append(true)
        .open(&file)
        .and_then(|mut file| std::io::Write::write_all(&mut file, b"one more\n"))
        .unwrap();
    session.see("one more");
    session.quit();
}

#[test]
fn what_is_missing_is_told_with_the_exit_code_of_less() {
    let ended = Launch::new(&["-F", "/nowhere/a.txt"]).env("LESS", "FRX").start().end();
    assert_eq!(ended.code, 1);
    assert!(ended.screen().contents().contains("/nowhere/a.txt"));
}

#[test]
fn what_keeps_a_printed_page_from_being_all_is_told_and_so_is_what_is_wrong_with_the_settings() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "the end\n");
    let settings = folder.file("my.toml", "stikcy = true\n");
    let ended = Launch::new(&["-F", "--config", &settings, &file]).start().end();
    let said = ended.screen().contents();
    assert!(said.contains("the end") && said.contains("my.toml:1: no setting"), "{said}");
    assert_eq!(ended.code, 0);
    let script = format!("gzip < '{file}' | head -c 24 > '{file}.gz'; exec $KANSHU -F '{file}.gz'");
    let ended = Launch::shell(&script).start().end();
    let said = ended.screen().contents();
    assert!(said.contains("kanshu: "), "{said}");
    assert_eq!(ended.code, 1);
    assert!(!contains(&ended.raw, ALTERNATE));
}

#[test]
fn standard_input_is_there_as_it_was_after_another_document() {
    let folder = Folder::new();
    let (file, other) = (folder.file("a.txt", &lines(100)), folder.file("b.txt", "the other\n"));
    let mut session = Launch::shell(&format!("cat '{file}' | $KANSHU - '{other}'")).start();
    session.see("line 1").press("G").see("line 100").press("mag").see("line 2");
    session.press("30j").see("line 20").press(":n\r").see("the other");
    session.press(":p\r").see("line 20").press("'a").see("line 100");
    session.press(&format!(":e {other}\r")).see("the other").press(":e -\r").see("line 100");
    session.press(":e -\r").see("line 100");
    session.quit();
}

#[test]
fn programs_that_page_get_the_page_of_less_and_its_exit_code() {
    let folder = Folder::new();
    let rows = [1, 2, 3, 4].map(|row| format!(" {row} | x\n")).concat();
    // What each program sets in the environment, the flags it adds, and what it writes.
    let programs = [
        ("LESS=FRX LV=-c", "", "\x1b[1mTitle\x1b[0m\n\n  the end\n".to_owned()),
        ("LESS=FRX", "-iMSx4", format!(" a | b\n---+---\n{rows}the end\n")),
        (
            "LESS=FRSXMK LESSSECURE=1",
            "",
            format!("● a.service\n     Loaded: {}\nthe end\n", "x".repeat(200)),
        ),
        (
            "LESSANSIENDCHARS=mK",
            "--RAW-CONTROL-CHARS --quit-if-one-screen --no-init",
            "\x1b[34ma.rs\x1b[0m\n\x1b[48;2;0;40;0m+x\x1b[0K\x1b[0m\nthe end\n".to_owned(),
        ),
        ("BAT=1", "-R -F -R -F -K", "\x1b[38;5;238m   1\x1b[0m the end\n".to_owned()),
    ];
    for (environment, flags, written) in programs {
        let file = folder.file("written.txt", &written);
        let script = format!("cat '{file}' | env {environment} $KANSHU {flags}; echo code $?");
        let ended = Launch::shell(&script).start().end();
        let left = ended.screen().contents();
        assert!(left.contains("the end") && left.contains("code 0"), "{environment}: {left}");
        assert!(!contains(&ended.raw, ALTERNATE), "{environment}");
    }
}
