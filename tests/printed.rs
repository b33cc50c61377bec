//! What the built program prints has the bounds of the screen: nothing that a terminal obeys, and in a cell no more
//! scalars than there.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "support/program.rs"]
mod program;

use std::fs::{self, File};
use std::path::Path;

use kanshu::budget::GLYPH_SCALARS;
use kanshu::text::{clusters, is_clean};
use program::{Printed, program, run, run_on};

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
        let told = printed.err.contains("not all of “a.txt” can be read");
        assert!(told && printed.err.lines().count() == 1, "{words:?}: {}", printed.err);
    }
    let info = damaged(&["--info"]).out;
    assert!(!info.contains("characters 0\n"), "{info}");
}

#[test]
fn a_packed_file_of_which_nothing_can_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("torn.gz");
    fs::write(&file, b"\x1f\x8b\x08\0\0\0\0\0\0\xff no deflated bytes").unwrap();
    for (words, code) in [(["--find", "a"], 2), (["--dump", ""], 1)] {
        let printed = run(program(&words[..code as usize]).arg(&file));
        assert_eq!(printed.code, code, "{}", printed.err);
        assert!(printed.err.contains("torn.gz”"), "{}", printed.err);
    }
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

/// Returns what is printed where `lines` are typed while a text is read without a screen, and checks that nothing of it
/// is what a terminal obeys.
fn read_in_lines(folder: &Path, lines: &[&str]) -> String {
    let text = "# 渡口\n\n山路很长，[山](#天明)里有雨。\u{1B}[31m\n\n> 他说~~雨很大~~。\n\n## 夜雨\n\n灯下有一盏灯。\n\n## 天明\n\n雨停了。\n";
    let file = folder.join("a.md");
    fs::write(&file, text).unwrap();
    let mut command = program(&["--linear", file.to_str().unwrap()]);
    let homes = ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"];
    command.envs(homes.map(|home| (home, folder.join("home")))).env("LANG", "C.UTF-8");
    let printed = run_on(&mut command, lines.join("\n").as_bytes());
    check(&printed);
    printed.success().0
}

/// Checks that `printed` has these lines in this order.
#[track_caller]
fn check_order(printed: &str, lines: &[&str]) {
    let mut rest = printed.lines();
    for line in lines {
        assert!(rest.any(|one| one == *line), "{line}: {printed}");
    }
}

#[test]
fn without_a_screen_a_page_says_in_words_what_its_looks_would() {
    let folder = tempfile::tempdir().unwrap();
    let printed = read_in_lines(folder.path(), &["q"]);
    let lines = [
        "Heading, level 1: 渡口",
        "山路很长，[link: 山]里有雨。␛[31m",
        "> 他说[struck out: 雨很大]。",
        "Heading, level 2: 夜雨",
        "a.md, 渡口, 100%. Enter: next page; ?: help; q: leave.",
    ];
    check_order(&printed, &lines);
}

#[test]
fn without_a_screen_lines_are_commands_numbers_and_searches() {
    let folder = tempfile::tempdir().unwrap();
    let lines = ["contents", "2", "/雨", "n", "links", "1", "back", "nonsense", ".", "q"];
    let printed = read_in_lines(folder.path(), &lines);
    let lines = [
        "Contents (1 to 3 of 3)",
        "1. 渡口, level 1 (current)",
        "3. 天明, level 2",
        "Heading, level 2: 夜雨",
        "This is match 3 of 4, in line 6 of the page: Heading, level 2: 夜[match 3 of 4: 雨]",
        "1. 山",
        "Heading, level 2: 天明",
        "There is no command nonsense; ? shows the keys.",
    ];
    check_order(&printed, &lines);
}

#[test]
fn without_a_screen_a_list_takes_the_commands_of_the_page_and_tells_in_a_line_what_means_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let printed = read_in_lines(folder.path(), &["contents", "nonsense", "links", "q", "q"]);
    let lines = [
        "Contents (1 to 3 of 3)",
        "That means nothing here; ? tells what can be typed.",
        "A number chooses; /words: narrow the list; q: back to the page.",
        "1. 山",
    ];
    check_order(&printed, &lines);
}

#[test]
fn without_a_screen_marks_notes_and_places_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let lines =
        ["ma", "note", "first", "second", ".", "contents", "3", "'a", "notes", "q", "]", ""];
    let printed = read_in_lines(folder.path(), &lines);
    check_order(
        &printed,
        &["Noted (U undoes): first second", "Highlights and notes (1 to 1 of 1)"],
    );
    let printed = read_in_lines(folder.path(), &["notes", "1", "settings", "/width", "1", "50"]);
    let lines = [
        "1. note, first second, 渡口, 渡口, 0% (current)",
        "Heading, level 1: [note: 渡口]",
        "width is 80. Its new value:",
    ];
    check_order(&printed, &lines);
    let settings = fs::read_to_string(folder.path().join("home/kanshu/config.toml")).unwrap();
    assert_eq!(settings, "width = 50\n");
}
