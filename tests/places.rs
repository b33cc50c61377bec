//! The built program opens a document where it was left, and what is kept is kept, whatever happens meanwhile.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod support;

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use support::program::{program, run, run_on};
use support::{Folder, Launch, Session, Signal};
use tempfile::TempDir;

/// A story of numbered days.
fn story(days: std::ops::Range<usize>) -> String {
    let day = |day: usize| {
        format!("那是第{day}天的事，雨下了一整夜，渡口没有人，船家劝他们住下，明天一早再走。\n\n")
    };
    days.map(day).collect()
}

fn reading(state: &Path, words: &[&str]) -> Session {
    Launch::new(words).state(state).start()
}

/// Returns the day at the top of the page.
fn top(session: &Session) -> String {
    let rows: Vec<String> = session.screen().rows(0, 80).collect();
    rows.iter().find_map(|row| row.split_once('第')?.1.split_once('天')).unwrap().0.to_owned()
}

/// Leaves the list that is open.
fn leave_list(session: &mut Session) {
    session.press("\x1b");
    session.wait("the page alone", |screen| !screen.contents().contains("Read before"));
}

/// Opens `file`, goes half way, leaves, and returns the day that was at the top.
fn leave_half_way(state: &Path, file: &str) -> String {
    let mut session = reading(state, &["--fresh", file]);
    session.see("第0天").press("50%").see("第100");
    let day = top(&session);
    session.quit();
    day
}

/// Returns the day at the top when the program is started with `words`.
fn opened(state: &Path, words: &[&str]) -> String {
    let mut session = reading(state, words);
    session.see("天的事");
    let day = top(&session);
    session.quit();
    day
}

#[test]
fn a_document_opens_where_it_was_left() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    let day = leave_half_way(state.path(), &file);
    assert_eq!(opened(state.path(), &[&file]), day);
    assert_eq!(opened(state.path(), &["-w", "40", &file]), day, "in another width");
    assert_eq!(opened(state.path(), &["-p", "第7天", &file]), "0", "words are asked for");
    assert_eq!(leave_half_way(state.path(), &file), day);
    assert_eq!(opened(state.path(), &["--fresh", &file]), "0");
    assert_eq!(opened(state.path(), &[&file]), "0");
}

#[test]
fn a_document_that_was_moved_or_edited_opens_at_the_same_words() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    let day = leave_half_way(state.path(), &file);
    let moved = file.replace("a.txt", "b.txt");
    fs::rename(&file, &moved).unwrap();
    assert_eq!(opened(state.path(), &[&moved]), day);
    fs::write(&moved, format!("一个新的序。\n\n{}", story(300..1900))).unwrap();
    assert_eq!(opened(state.path(), &[&moved]), day);
}

#[test]
fn marks_and_bookmarks_come_back_in_an_edited_text_too() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天").press("50%").see("第100").press("ma").see("Marked");
    let day = top(&session);
    session.press("m\r").see("Bookmarked");
    session.quit();
    fs::write(&file, format!("一个新的序。\n\n{}", story(300..1900))).unwrap();
    let mut session = reading(state.path(), &["--fresh", &file]);
    session.see("一个新的序").press("'a").see(&format!("第{day}天"));
    assert_eq!(top(&session), day);
    session.press("B").see("Bookmarks").press("\x1b[3~").see("Deleted").press("\r");
    session.quit();
    let mut command = program(&["--notes", "--json", &file]);
    command.env("XDG_STATE_HOME", state.path()).env("XDG_DATA_HOME", state.path());
    let kept = run(&mut command).success().0;
    let is_kept = |kind: &str| kept.contains(&format!(r#""kind":"{kind}""#));
    assert!(is_kept("mark") && !is_kept("bookmark"), "{kept}");
}

/// Returns the text on the screen that has a ground of its own, without the status line.
fn coloured(screen: &vt100::Screen) -> String {
    let (rows, columns) = screen.size();
    let cells =
        (0..rows.get() - 1).flat_map(|row| (0..columns.get() - 1).map(move |column| (row, column)));
    let cells = cells.filter_map(|(row, column)| screen.cell(row, column));
    let cells = cells.filter(|cell| cell.bgcolor() != vt100::Color::Default);
    cells.map(vt100::Cell::contents).collect()
}

#[test]
fn highlights_come_back_after_a_kill_at_another_width_and_in_an_edited_text() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..200));
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天").press("/第3天\r").see("1 of").press("Vspc2").see("Highlighted");
    session
        .press("\x1b")
        .wait("the highlight alone", |screen| coloured(screen).contains("那是第3天"));
    let words = coloured(session.screen());
    session.signal(Signal::KILL);
    session.end();
    fs::write(&file, format!("一个新的序。\n\n{}", story(0..200))).unwrap();
    let mut session = reading(state.path(), &["--fresh", "--width", "31", &file]);
    session.see("一个新的序").wait("the highlight", |screen| coloured(screen) == words);
    session.press("\"").see("Highlights").press("\x1b[3~").see("Deleted").press("\x1f");
    session.see("There again").press("\r").see("那是第3天");
    session.quit();
}

#[test]
fn notes_come_back_also_after_a_kill_while_they_are_written() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..200));
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天").press("/第3天\r").see("1 of").press("Vspa").see("Note on “那是第3天");
    session.press("为什么下雨？\r谁").see("谁").press("\x13").see("Noted (U undoes)").see("✎");
    session.press("m\"").see("Note on “那是第0天");
    session.press("一行\r还没写完").see("还没写完");
    session.signal(Signal::KILL);
    session.end();
    let mut session = reading(state.path(), &["--fresh", &file]);
    session.see("第0天").press("\"").see("Highlights and notes").see("为什么下雨？").see("一行");
    session.press("为什么").wait("one note", |screen| !screen.contents().contains("一行"));
    session.press("\x05").see("谁").press("的雨\x13").see("Noted (U undoes)");
    session.press("m\"").see("Note on “那是第0天").press("，序").see("一行，序");
    session.signal(Signal::TERM);
    session.end();
    let mut command = program(&["--notes", &file]);
    command.env("XDG_STATE_HOME", state.path()).env("XDG_DATA_HOME", state.path());
    let told = run(&mut command).success().0;
    for words in ["\n为什么下雨？\n谁的雨\n", "\n一行，序\n", "\n> 那是第3天的事"]
    {
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn marks_that_two_windows_make_are_all_kept() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    let [mut one, mut other] = [(); 2].map(|()| reading(state.path(), &[&file]));
    one.see("第0天").press("ma").see("Marked");
    other.see("第0天").press("50%").see("第100").press("mb").see("Marked");
    let day = top(&other);
    one.press("G").see("第1999天").press("mc").see("Marked: ' and c");
    one.quit();
    other.quit();
    let mut session = reading(state.path(), &["--fresh", &file]);
    session.see("第0天").press("'c").see("第1999天").press("'b").see(&format!("第{day}天"));
    assert_eq!(top(&session), day);
    session.press("'a").see("第0天");
    session.quit();
}

#[test]
fn a_mark_in_what_is_no_file_is_said_to_be_for_now_only() {
    let state = TempDir::new().unwrap();
    let mut session = reading(state.path(), &[]);
    session.see("guide").press("ma").see("This is marked for now only");
    session.quit();
}

#[test]
fn a_program_that_is_killed_keeps_what_was_said_and_one_that_is_ended_its_place() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &format!("第一章 渡船\n\n{}", story(0..2000)));
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天").press("3MM").see("A heading of level 1");
    session.signal(Signal::KILL);
    session.end();
    let toc = |words: &[&str]| {
        let mut command = program(words);
        command.env("XDG_STATE_HOME", state.path()).env("XDG_DATA_HOME", state.path());
        run(&mut command).success().0
    };
    assert!(toc(&["--toc", &file]).contains("那是第0天"), "{}", toc(&["--toc", &file]));
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天").press("50%").see("第100");
    let day = top(&session);
    session.signal(Signal::TERM);
    session.end();
    assert_eq!(opened(state.path(), &[&file]), day);
}

#[test]
fn with_secure_no_place_is_kept_and_none_is_there() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    let mut session = reading(state.path(), &["--secure", &file]);
    session.see("第0天").press("50%").see("第100");
    session.quit();
    assert_eq!(fs::read_dir(state.path()).unwrap().count(), 0);
    leave_half_way(state.path(), &file);
    assert_eq!(opened(state.path(), &["--secure", &file]), "0");
}

#[test]
fn while_another_program_writes_the_keys_go_on() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &format!("第一章 渡船\n\n{}", story(0..2000)));
    fs::create_dir_all(state.path().join("kanshu")).unwrap();
    let lock = File::create(state.path().join("kanshu/lock")).unwrap();
    lock.lock().unwrap();
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天").press("3MM").see("Not on the disk yet");
    session.press("q50%").see("第100").press("g").see("第0天");
    session.see("another kanshu is writing");
    drop(lock);
    session.quit();
    let day = opened(state.path(), &[&file]);
    assert_eq!(day, "0");
    let notes = state.path().join("kanshu/notes");
    assert_eq!(fs::read_dir(notes).unwrap().count(), 1, "kept when the lock was free");
}

#[test]
fn what_is_kept_is_its_owners_alone() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    leave_half_way(state.path(), &file);
    let mut folders = vec![state.path().join("kanshu")];
    while let Some(folder) = folders.pop() {
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert_eq!(
                    fs::metadata(&path).unwrap().permissions(),
                    Permissions::from_mode(0o100_600)
                );
            }
        }
    }
}

#[test]
fn the_document_that_was_left_last_is_opened_again() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let mut nothing = reading(state.path(), &["-c"]);
    nothing.see("no document was read before");
    nothing.end();
    let first = folder.file("a.txt", &story(0..2000));
    let day = leave_half_way(state.path(), &first);
    let second = folder.file("b.txt", &story(5000..5100));
    assert_eq!(opened(state.path(), &[&second]), "5000");
    assert_eq!(opened(state.path(), &["-c"]), "5000");
    fs::remove_file(second).unwrap();
    assert_eq!(opened(state.path(), &["--continue"]), day, "the one that is still there");
}

#[test]
fn what_is_compressed_has_a_place() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..2000));
    assert!(std::process::Command::new("gzip").arg(&file).status().unwrap().success());
    let day = leave_half_way(state.path(), &format!("{file}.gz"));
    assert_eq!(opened_at(state.path(), &format!("{file}.gz"), &day), day);
}

/// Returns the day at the top when `file` is opened and `day` was seen.
fn opened_at(state: &Path, file: &str, day: &str) -> String {
    let mut session = reading(state, &[file]);
    session.see(&format!("第{day}天"));
    let day = top(&session);
    session.quit();
    day
}

#[test]
fn what_was_said_is_printed_and_taken_in_again_without_doubles() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..20));
    let command = |words: &[&str]| {
        let mut command = program(words);
        command.env("XDG_STATE_HOME", state.path()).env("XDG_DATA_HOME", state.path());
        command
    };
    let note = |document: &str| {
        format!(
            r#"{{"document":"{document}","id":"af63dc4c8601ec8c","made":1795000000000,"changed":1795000000000,"kind":"note","place":{{"part":0,"line":2,"offset":25,"size":100,"words":"那是"}},"words":"那是第1天","text":"雨"}}"#
        )
    };
    let lines = folder.file("notes.json", &format!("{}\n{}\n", note(&file), note("/gone.txt")));
    let taken = |count: usize| format!("Taken in: {count} new.\n");
    assert_eq!(run(&mut command(&["--import-notes", &lines])).success().0, taken(2));
    assert_eq!(run(&mut command(&["--import-notes", &lines])).success().0, taken(0));
    let told = run(&mut command(&["--notes", &file])).success().0;
    assert_eq!(told, format!("# {file}\n\n> 那是第1天\n\n雨\n\n*25 %, 2026-11-18*\n\n"));
    let all = run(&mut command(&["--notes"])).success().0;
    assert!(all.starts_with("# /gone.txt\n") && all.ends_with(&told), "{all}");
    let printed = run(&mut command(&["--notes", "--json"])).success().0;
    let again = folder.file("again.json", &printed);
    assert_eq!(run(&mut command(&["--import-notes", &again])).success().0, taken(0));
    let broken = folder.file("broken.json", "{}\n");
    let told = run(&mut command(&["--import-notes", &broken]));
    assert_eq!((told.code, told.err.contains(":1: this is no line")), (1, true), "{}", told.err);
}

#[test]
fn what_is_kept_is_told_and_forgotten() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let files =
        ["a.txt", "b.txt"].map(|name| folder.file(name, &(name.to_owned() + &story(0..2000))));
    for file in &files {
        leave_half_way(state.path(), file);
    }
    let command = |words: &[&str]| {
        let mut command = program(words);
        command.env("XDG_STATE_HOME", state.path()).env("XDG_DATA_HOME", state.path());
        command
    };
    let told = run(&mut command(&["--where"])).success().0;
    let place = state.path().join("kanshu").to_str().unwrap().to_owned();
    assert_eq!(told.lines().filter(|line| line.ends_with(&place)).count(), 2, "{told}");
    assert!(told.contains("/nowhere/kanshu/config.toml"), "{told}");
    let chinese = run(&mut command(&["--where", "--language", "zh-Hans"])).success().0;
    assert!(chinese.contains(&format!("位置： {place}")), "{chinese}");

    run(&mut command(&["--forget", &files[0]])).success();
    assert_eq!(run(&mut command(&["--forget", &files[0]])).code, 1);
    assert_eq!(opened(state.path(), &["--secure", &files[0]]), "0");
    assert_eq!(fs::read_dir(state.path().join("kanshu/places")).unwrap().count(), 1);

    let (out, _) = run_on(&mut command(&["--forget-all"]), b"n\n").success();
    assert!(out.ends_with("Nothing is deleted.\n"), "{out}");
    let (out, _) = run_on(&mut command(&["--forget-all"]), b"y\n").success();
    assert!(out.ends_with("All is deleted.\n"), "{out}");
    assert!(!state.path().join("kanshu/places").exists());
    assert_eq!(run(&mut command(&["--forget-all"])).success().0, "Nothing is kept.\n");
}

#[test]
fn another_document_opens_in_place_of_this_one_where_it_was_left() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let one = folder.file("one.txt", &format!("第一本。\n\n{}", story(0..2000)));
    let other = folder.file("other.txt", &format!("第二本。\n\n{}", story(0..3000)));
    let day = leave_half_way(state.path(), &one);
    let mut session = reading(state.path(), &["-w", "60", &other]);
    session.see("第0天").press("25%").see("第75").press("--R").see("Read before").see("one.txt");
    session.see("just now").press("\r").see(&format!("第{day}天"));
    assert_eq!(top(&session), day);
    session.press("R").see("other.txt").see(" 25%").press("\r").see("第75");
    session.press("=").see("60 cells wide");
    session.quit();
    assert_eq!(opened(state.path(), &[&one]), day);
}

#[test]
fn a_document_that_can_not_be_opened_is_told_of_and_the_present_one_stays() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let one = folder.file("one.txt", &story(0..2000));
    leave_half_way(state.path(), &one);
    let other = folder.file("other.txt", &story(0..300));
    let mut session = reading(state.path(), &[&other]);
    session.see("第0天").press("R").see("one.txt");
    fs::remove_file(&one).unwrap();
    session
        .press("\r")
        .see("Not opened: there is no file")
        .press("jkR")
        .see("missing")
        .press("\r")
        .see("There is no file");
    session.press("\x1b[3~").see("Off the list");
    leave_list(&mut session);
    session.press("R").see("No other document was read before").see("第0天");
    session.quit();
}

#[test]
fn the_program_alone_lists_what_was_read_before_or_opens_the_guide() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let mut session = reading(state.path(), &[]);
    session.see("kanshu guide");
    session.quit();
    let file = folder.file("a.txt", &story(0..2000));
    let day = leave_half_way(state.path(), &file);
    let mut session = reading(state.path(), &[]);
    session.see("Read before").see("50% a.txt").press("\r").see(&format!("第{day}天"));
    session.quit();
    let mut session = reading(state.path(), &[]);
    session.see("Read before");
    leave_list(&mut session);
    session.see("kanshu guide");
    session.quit();
    for words in [["--guide"], ["--secure"]] {
        let mut session = reading(state.path(), &words);
        session.see("kanshu guide");
        assert!(!session.screen().contents().contains("Read before"));
        session.quit();
    }
}

#[test]
fn five_thousand_documents_are_listed() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let file = folder.file("a.txt", &story(0..10));
    let mut session = reading(state.path(), &[&file]);
    session.see("第0天");
    session.quit();
    let places = state.path().join("kanshu/places");
    let kept = fs::read_dir(&places).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(kept).unwrap();
    for number in 0..5000 {
        let name = places.join(format!("b{number}-{number:016x}.json"));
        fs::write(name, text.replace("a.txt", &format!("book {number}."))).unwrap();
    }
    let mut session = reading(state.path(), &[]);
    session.see("Read before").see("book ").see("missing").press("4999.");
    session.wait("the one book", |screen| {
        screen.contents().contains("book 4999.") && !screen.contents().contains("book 4998")
    });
    session.press("\x1b").see("book 4998.");
    leave_list(&mut session);
    session.quit();
}

#[test]
fn several_files_are_read_each_with_its_place() {
    let (folder, state) = (Folder::new(), TempDir::new().unwrap());
    let [one, two] = [1, 2].map(|number| {
        folder.file(&format!("{number}.txt"), &format!("第{number}本。\n\n{}", story(0..2000)))
    });
    folder.file("else.txt", "别的书。\n");
    let day = leave_half_way(state.path(), &two);
    let missing = folder.path().join("none.txt").to_str().unwrap().to_owned();
    let words = ["--fresh", &one, &missing, &two];
    let home = folder.path().to_str().unwrap();
    let mut session = Launch::new(&words).state(state.path()).env("HOME", home).start();
    session.see("第1本").see("1.txt (1 of 3)").press(":n\r").see("Not opened: there is no file");
    session
        .press(":n\r")
        .see("第2本")
        .see("2.txt (3 of 3)")
        .press(":n\r")
        .see("the last of the files");
    session.press("25%").see("第50").press(":e ~/else.txt\r").see("别的书");
    session.press(":p\r").see("第50");
    session.quit();
    assert_ne!(opened(state.path(), &[&two]), day);
    let mut command = program(&["--dump", &one, &missing, &two]);
    let printed = run(&mut command);
    assert_eq!(printed.code, 1);
    assert!(printed.out.contains("第1本。") && printed.out.contains("第2本。"));
    assert!(printed.err.contains("none.txt"), "{}", printed.err);
}
