//! What the built program prints has the bounds of the screen: nothing that a terminal obeys, and in a cell no more
//! scalars than there.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "support/program.rs"]
mod program;

use std::fs::{self, File};

use kanshu::budget::GLYPH_SCALARS;
use kanshu::text::{clusters, is_clean};
use program::{Printed, program, run};

/// Returns a letter under so many marks.
fn marked(marks: usize) -> String {
    format!("e{}", "\u{301}".repeat(marks))
}

/// Checks that no cell of what was printed or said has too much in it, and that it tells something.
#[track_caller]
fn check(printed: &Printed) {
    let text = format!("{}{}", printed.out, printed.err);
    assert!(!text.is_empty());
    for line in text.lines() {
        assert!(is_clean(line), "{line:?}");
        let scalars = clusters(line).map(|(_, cluster)| cluster.chars().count()).max();
        assert!(scalars.unwrap_or_default() <= GLYPH_SCALARS, "{scalars:?} in a cell of {line:?}");
    }
}

#[test]
fn no_cell_of_what_is_printed_has_more_scalars_than_one_of_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let flood = marked(300);
    let short = marked(60);
    let text =
        format!("第一章 山{short}路\n\n他说{flood}雨很大。\n\n第二章 灯\n\n一盏接着一盏。\n");
    let file = folder.path().join(format!("a{short}\u{202e}\u{9b}.txt"));
    fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    for words in [
        &["--toc"][..],
        &["--toc", "--json"],
        &["--toc", "--why"],
        &["--toc", "--why", "--json"],
        &["--info"],
        &["--dump"],
        &["--find", "雨|山", "--regex"],
        &["--find", "雨|山", "--regex", "--json"],
        &["--find", "雨", "/nowhere"],
        &["--find", &flood],
        &["--section", &flood],
        &["--heading", &format!("1:({flood}")],
        &["--no-such-flag", &flood],
    ] {
        check(&run(program(words).arg(file)));
    }
    check(&run(&mut program(&[&flood])));
}

#[test]
fn what_can_not_be_printed_is_an_error() {
    let full = File::create("/dev/full");
    // Not every system has it.
    let Ok(full) = full else { return };
    for words in [&["--help"][..], &["--version"], &["--dump"], &["--print-config"]] {
        let command = &mut program(words);
        let output = command.stdout(full.try_clone().unwrap()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        assert!(said.contains("can't write to standard output"), "{said}");
    }
}

/// Returns what is printed of a text of 20,000 lines that can't be read from some byte on, as `words` ask.
#[cfg(debug_assertions)]
fn damaged(words: &[&str]) -> Printed {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, "a needle in the hay\n".repeat(20_000)).unwrap();
    run(program(words).arg(&file).env("KANSHU_FAULT", "error:200000"))
}

#[cfg(debug_assertions)]
#[test]
fn what_can_be_read_is_printed_and_an_error_of_reading_is_told_by_the_exit_code() {
    let found = damaged(&["--find", "needle"]);
    assert_eq!(found.code, 2, "{}", found.err);
    assert!(found.out.lines().count() > 9_000, "{} lines", found.out.lines().count());
    assert!(found.err.contains("can't be read"), "{}", found.err);
    for words in
        [&["--toc"][..], &["--toc", "--json"], &["--toc", "--why"], &["--info"], &["--dump"]]
    {
        let printed = damaged(words);
        assert_eq!(printed.code, 1, "{words:?}: {}", printed.err);
        let told = printed.err.contains("not all of it can be read");
        assert!(told && printed.err.lines().count() == 1, "{words:?}: {}", printed.err);
    }
    let info = damaged(&["--info"]).out;
    assert!(!info.contains("characters 0\n"), "{info}");
}

#[test]
fn what_is_known_of_a_document_is_told_in_the_language_of_the_reader_and_to_scripts_as_ever() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    std::fs::write(&file, "第一章 雨\n\n下雨了。\n").unwrap();
    let said =
        |words: &[&str]| run(program(words).arg("--language").arg("ja").arg(&file)).success().0;
    let info = said(&["--info"]);
    assert!(info.starts_with("形式       plain text\n文字コード UTF-8\n大きさ     "), "{info}");
    assert!(said(&["--toc", "--why"]).starts_with("     行   階層   点数  見出し\n"));
    assert!(said(&["--info", "--json"]).contains("\"format\": \"plain text\""));
}
