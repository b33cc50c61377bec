//! The built program in a pseudo-terminal: it shows what it should, and gives the terminal back however it
//! ends.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod support;

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixListener;

use support::{Folder, Launch, Session, Signal, contains};

/// A text of numbered paragraphs, each longer than a row, with a heading before every fortieth.
fn book(paragraphs: usize) -> String {
    let paragraph = |number: usize| {
        let heading = format!("第{}章 归途\n\n", number / 40 + 1);
        let heading = if number.is_multiple_of(40) { heading } else { String::new() };
        let text = "山路在雨后很滑，他们走得慢，到了桥头才看见对岸的灯，一盏接着一盏，像有人在等。";
        format!("{heading}　　第{number}段。{text}\n\n")
    };
    (0..paragraphs).map(paragraph).collect()
}

/// A book of six chapters, opened.
fn reading(folder: &Folder) -> Session {
    let mut session = Launch::new(&[&folder.file("book.txt", &book(240))]).start();
    session.see("第0段");
    session
}

/// Returns the characters of the first row that has any, without the scroll bar and the blanks.
fn first_words(screen: &vt100::Screen) -> String {
    let rows = screen.rows(0, screen.size().1.get());
    let words = |row: String| row.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    rows.map(words).find(|row| !row.is_empty()).unwrap_or_default()
}

#[test]
fn a_book_is_read_from_its_first_page_to_its_last() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    session.press(" ").see("第12段").press("b").see("第0段");
    session.press("G").see("第239段").see("100%");
    session.press("g").see("第0段").press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
}

#[test]
fn the_page_does_not_wait_for_the_widths_and_is_set_again_when_they_come() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    session.see("┃").press("\x1b[1;3R\x1b[1;3R\x1b[1;3R\x1b[1;3R");
    // Where the signs of frames take two cells, the scroll bar is drawn in ASCII.
    session.wait("wide frames", |screen| !screen.contents().contains('┃')).press("G");
    session.see("第239段");
    session.quit();
}

#[test]
fn control_c_quits_as_q_does() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    session.press("\x03");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
}

#[test]
fn a_search_goes_to_what_is_found() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    session.press("/第200段").see("第200段。").press("\r");
    session.quit();
}

#[test]
fn a_book_opens_at_the_first_match_of_a_pattern() {
    let folder = Folder::new();
    let book = folder.file("book.txt", &book(240));
    for words in [["-p", "第200段", &book], ["+/第2.0段", "--regex", &book]] {
        let mut session = Launch::new(&words).start();
        session.see("第200段").see(" of ").press("q");
        assert_eq!(session.end().code, 0);
    }
}

#[test]
fn the_matches_are_listed_and_one_is_chosen() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    session.press("/段").see("of 240").press("\r").press("&").see("Matches, 1 of 240");
    session.press("第120").see("Matches, 1 of 1").see("121 of 240").press("\r");
    session.wait("the page alone", |screen| !screen.contents().contains("Matches"));
    session.see("第120段");
    session.quit();
}

#[test]
fn the_contents_open_and_close() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    session.press("t").see("Contents").press("\x1b");
    session.wait("the page alone", |screen| !screen.contents().contains("Contents"));
    session.quit();
}

#[test]
fn the_same_words_stay_at_the_top_when_the_window_changes() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    // The help comes after the moves and goes again: then they are done.
    session.press("G").see("第239段").press("{{{?").see("Keys").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Keys"));
    let words = first_words(session.screen());
    let head: String = words.chars().take(6).collect();
    for (columns, rows) in [(60, 20), (120, 40), (33, 9), (80, 24)] {
        let what = format!("{head} first in {columns} × {rows}");
        session.resize(columns, rows).wait(&what, |screen| first_words(screen).starts_with(&head));
    }
    session.quit();
}

#[test]
fn a_storm_of_resizes_ends_in_a_page_of_the_last_size() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    for step in 0..100_u16 {
        session.resize(1 + step * 37 % 200, 1 + step * 23 % 70);
    }
    session.resize(44, 9).see("第0段").wait("a status line in the ninth row", |screen| {
        screen.rows(0, 44).nth(8).is_some_and(|row| row.contains('%'))
    });
    session.press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
}

#[test]
fn the_smallest_and_a_very_large_window_are_filled() {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(3000));
    let mut session = Launch::new(&[&file]).size(1, 1).start();
    session.wait_for_bytes(0, "\x1b[?2004h").press("jjq");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();

    let mut session = Launch::new(&[&file]).size(500, 200).start();
    session.see("第0段").see("第50段");
    session.quit();
}

#[test]
fn a_terminal_that_tells_no_size_has_the_usual_one_and_is_asked_nothing() {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(240));
    let script = format!("stty rows 0 cols 0; exec $KANSHU {file}");
    let mut session = Launch::shell(&script).start();
    session.see("第0段").wait("a full page", |screen| screen.contents().lines().count() == 24);
    session.press("q");
    let ended = session.end();
    assert!(!contains(&ended.raw, b"\x1b[6n") && !contains(&ended.raw, b"\x1b]11;?"));
    ended.check_restored();
}

#[test]
fn each_signal_to_end_gives_the_terminal_back_and_is_told_by_the_exit_code() {
    let folder = Folder::new();
    for signal in [
        Signal::TERM,
        Signal::HUP,
        Signal::INT,
        Signal::QUIT,
        Signal::USR1,
        Signal::USR2,
        Signal::ALARM,
        Signal::XCPU,
    ] {
        let mut session = reading(&folder);
        session.signal(signal);
        let ended = session.end();
        assert_eq!(ended.code.cast_signed(), 128 + signal.as_raw(), "{signal:?}");
        ended.check_restored();
    }
}

#[test]
fn the_terminal_is_given_back_where_no_descriptor_is_left() {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(240));
    // The fewest with which it starts, for each of the ways to read it, and some more.
    for limit in 8..16 {
        for command in [format!("$KANSHU {file}"), format!("cat {file} | $KANSHU")] {
            let script = format!("ulimit -n {limit}; {command}; exit $?");
            let mut session = Launch::shell(&script).start();
            session.press("jq");
            let ended = session.end();
            assert!(ended.restored, "{script}: {}", ended.screen().contents());
            let screen = ended.screen();
            assert!(!screen.alternate_screen() && !screen.hide_cursor(), "{script}");
        }
    }
}

#[test]
fn where_no_keys_can_be_read_one_sentence_says_so_and_the_screen_is_untouched() {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(240));
    // Another session has no terminal that controls it, though its output still is one.
    let script = format!("setsid -w $KANSHU {file} < /dev/null; exit $?");
    let ended = Launch::shell(&script).start().end();
    let said = String::from_utf8(ended.raw.clone()).unwrap();
    assert_eq!(ended.code, 1, "{said}");
    assert!(said.contains("no keys can be read") && said.lines().count() == 1, "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
    assert!(ended.restored);
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let folder = Folder::new();
    assert_eq!(reading(&folder).hang_up(), 129);
}

/// Suspends with what `stop` does and comes back with what `go_on` does.
fn suspend(stop: impl FnOnce(&mut Session)) {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(240));
    // What a person's shell does, in small: it says that its job has stopped, and brings it back.
    let script = format!("set -m; $KANSHU {file}; echo stopped; read line; fg; exit $?");
    let mut session = Launch::shell(&script).start();
    session.see("第0段").press(" ").see("第12段");
    stop(&mut session);
    session.see("stopped");
    assert!(session.is_restored(), "the shell has the line as it was");
    let screen = session.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    let before = session.sent();
    session.press("\n").wait_for_bytes(before, "\x1b[?1049h");
    session.see("第12段").wait("a full page", |screen| {
        screen.alternate_screen() && screen.contents().lines().count() == 24
    });
    session.press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
}

#[test]
fn control_z_suspends_and_the_shell_brings_the_page_back() {
    suspend(|session| {
        session.press("\x1a");
    });
}

#[test]
fn where_no_shell_would_continue_it_control_z_is_told_and_the_reading_goes_on() {
    let folder = Folder::new();
    // It leads its session, as the command of a terminal's window does.
    let mut session = reading(&folder);
    session.press("\x1a").see("There is no shell").press("G").see("第239段");
    session.signal(Signal::TSTP).see("There is no shell");
    session.quit();
}

/// Returns a session that panics as `drill` says; debug builds alone do.
#[cfg(debug_assertions)]
fn drilled(folder: &Folder, drill: &str) -> Session {
    let file = folder.file("book.txt", &book(240));
    Launch::new(&[&file]).env("KANSHU_PANIC", drill).start()
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_and_is_told_after_that() {
    let folder = Folder::new();
    for drill in ["start", "key", "thread"] {
        let mut session = drilled(&folder, drill);
        if drill != "start" {
            session.see("第0段").press("!");
        }
        let ended = session.end();
        assert_eq!(ended.code, 101, "{drill}");
        ended.check_restored();
        let screen = ended.screen().contents();
        assert!(screen.starts_with("kanshu: ") && screen.contains("drill"), "{drill}: {screen}");
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_in_the_background_is_told_and_the_reading_goes_on() {
    let folder = Folder::new();
    let mut session = drilled(&folder, "worker");
    session.see("第0段").press("!").see("went wrong").press("G").see("第239段").press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
}

#[test]
fn a_stream_is_read_with_the_keys_of_the_terminal() {
    let script = "seq -f 'line number %g' 1 5000 | $KANSHU; exit $?";
    let mut session = Launch::shell(script).start();
    session.see("line number 1");
    session
        .wait("all of it", |screen| !screen.contents().contains("reading"))
        .press("G")
        .see("line number 5000")
        .press("q");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    ended.check_restored();
}

#[test]
fn a_pipe_that_nobody_writes_to_does_not_hold_up_the_keys() {
    let folder = Folder::new();
    let script = format!("mkfifo {0}/pipe; $KANSHU {0}/pipe; exit $?", folder.path().display());
    let mut session = Launch::shell(&script).start();
    session.see("reading").press("?").see("Keys").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Keys"));
    session.quit();
}

#[test]
fn a_stream_without_an_end_is_read_till_escape() {
    let script = "(yes 书中自有黄金屋; echo $? > code) 2> said | $KANSHU; exit $?";
    let folder = Folder::new();
    let script = format!("cd {}; {script}", folder.path().display());
    let mut session = Launch::shell(&script).start();
    session.see("书中自有黄金屋").see("reading").press("\x1b").see("No more is read");
    session.wait("the page", |screen| !screen.contents().contains("reading"));
    session.press("G").see("100%");
    session.quit();
}

#[test]
fn a_file_that_is_emptied_while_it_is_read_is_told_of_after_the_last_key() {
    let folder = Folder::new();
    let path = folder.file("book.txt", &book(240));
    let mut session = Launch::new(&[&path]).start();
    session.see("第0段");
    std::fs::write(&path, "").unwrap();
    // It is looked at once a second at the most, when keys are pressed, however many come at once.
    session.wait_pressing("50%", "became shorter");
    session.quit();
}

/// Packs `text` as gzip does.
fn gzip(text: &str) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text.as_bytes()).unwrap();
    packed.finish().unwrap()
}

#[test]
fn a_packed_file_is_read_anew_with_the_same_words_at_the_top() {
    let folder = Folder::new();
    let path = folder.path().join("book.gz");
    std::fs::write(&path, gzip(&book(240))).unwrap();
    let mut session = Launch::new(&[path.to_str().unwrap()]).start();
    session.see("第0段").wait("all", |screen| !screen.contents().contains("reading"));
    session.press("50%").see("50%");
    let words: String = first_words(session.screen()).chars().take(12).collect();
    std::fs::write(&path, gzip(&format!("　　新的一段。\n\n{}", book(240)))).unwrap();
    session.press("r").see("Reloaded.");
    assert!(first_words(session.screen()).starts_with(&words), "{}", session.screen().contents());
    std::fs::remove_file(&path).unwrap();
    session.press("r").see("Not read anew").press("g").see("新的一段");
    session.quit();
}

/// Checks that the program refuses `arguments` with a sentence that has `words` in it, with `code`, and
/// without a byte besides.
#[track_caller]
fn refused(arguments: &[&str], words: &str, code: u32) {
    let ended = Launch::new(arguments).size(200, 24).start().end();
    let said = String::from_utf8(ended.raw.clone()).unwrap();
    assert_eq!(ended.code, code, "{said}");
    assert!(said.contains(words), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
    assert!(ended.restored);
    if code == 1 {
        assert!(said.starts_with("kanshu: ") && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn what_can_not_be_read_is_refused_in_one_sentence() {
    let folder = Folder::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    refused(&[&path("missing.txt")], "missing.txt", 1);
    refused(&[&path("")], "directory", 1);
    refused(&["/dev/zero"], "device", 1);
    let socket = path("socket");
    let _listener = UnixListener::bind(&socket).unwrap();
    refused(&[&socket], "socket", 1);
    let secret = folder.file("secret.txt", "secret");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read it all the same.
    if std::fs::read(&secret).is_err() {
        refused(&[&secret], "permission", 1);
    }
}

#[test]
fn a_name_full_of_controls_is_told_harmlessly() {
    let folder = Folder::new();
    let name = "a\x1b]0;title\x07\u{9b}31m\u{202e}b\nc.txt";
    let path = folder.path().join(name).to_str().unwrap().to_owned();
    refused(&[&path], "]0;title", 1);
    let mut session = Launch::new(&[&folder.file(name, &book(40))]).start();
    session.see("第0段").press("q");
    let ended = session.end();
    assert!(!support::contains(&ended.raw, b"\x1b]0"), "a title of the window was set");
    assert!(!support::contains(&ended.raw, "\u{9b}".as_bytes()));
    assert!(!support::contains(&ended.raw, "\u{202e}".as_bytes()));
}

#[test]
fn wrong_flags_are_refused_with_the_exit_code_of_usage() {
    refused(&["--no-such-flag"], "--no-such-flag", 2);
    refused(&["-w", "0"], "-w", 2);
}

#[test]
fn a_window_that_is_no_terminal_gets_the_text() {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(40));
    let mut session = Launch::shell(&format!("$KANSHU {file} | grep -c 在等; exit $?")).start();
    session.see("40");
    let ended = session.end();
    assert_eq!(ended.code, 0);
    assert!(!support::contains(&ended.raw, b"\x1b"));
}

#[test]
fn nothing_is_sent_while_nothing_happens() {
    let folder = Folder::new();
    let mut session = reading(&folder);
    // The answer to this key comes after whatever else the program had to send.
    session.press("?").see("Keys").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Keys"));
    let before = session.sent();
    session.press("\x1b[I\x1b[O").press("q");
    let ended = session.end();
    let leaving = ended.raw.len() - before;
    assert!(leaving < 200, "{leaving} bytes to leave");
}

/// Text as a command sends it to a terminal: a red word, a bold one, and what no text should do.
const SENT: &str =
    "a \u{1B}[31mred\u{1B}[m and \u{1B}[1mbold\u{1B}[0m word\u{1B}[2J\u{1B}]0;title\u{7}\n";

/// Returns the colour and the weight of the first cell of `word` in the first row that has it.
fn look(screen: &vt100::Screen, word: &str) -> (vt100::Color, bool) {
    let rows: Vec<String> = screen.rows(0, screen.size().1.get()).collect();
    let row = rows.iter().position(|row| row.contains(word)).unwrap();
    let column = rows[row].find(word).unwrap();
    let cell = screen.cell(row as u16, column as u16).unwrap();
    (cell.fgcolor(), cell.bold())
}

#[test]
fn what_was_sent_to_a_terminal_looks_as_it_would_there() {
    let folder = Folder::new();
    let mut session = Launch::new(&[&folder.file("sent.txt", SENT)]).start();
    session.see("a red and bold word␛[2J␛]0;title␇");
    assert_eq!(look(session.screen(), "red"), (vt100::Color::Idx(1), false));
    assert_eq!(look(session.screen(), "bold"), (vt100::Color::Default, true));
    session.quit();
}

#[test]
fn code_is_shown_at_once_and_then_in_the_colours_of_its_language() {
    let folder = Folder::new();
    let text = "```rust\nlet name = 42;\n```\n";
    let mut session = Launch::new(&[&folder.file("code.md", text)]).start();
    let keyword = |screen: &vt100::Screen| look(screen, "let").0 == vt100::Color::Idx(5);
    session.see("let name = 42;").wait("the colours of the language", keyword);
    session.quit();
}

#[test]
fn an_address_is_given_to_the_terminal_whole_and_other_links_are_not() {
    let folder = Folder::new();
    let sent = "\u{1B}]8;;file:///etc/passwd\u{7}other\u{1B}]8;;\u{7} see https://a.example/b.\n";
    let mut session = Launch::new(&[&folder.file("sent.txt", sent)]).start();
    session.see("other see https://a.example/b.");
    session.wait_for_bytes(0, ";https://a.example/b\u{1B}\\");
    session.press("q");
    assert!(!support::contains(&session.end().raw, b"file:///"));
}

#[test]
fn a_reader_who_wants_no_colours_has_none() {
    let folder = Folder::new();
    let launch = Launch::new(&[&folder.file("sent.txt", SENT)]).env("NO_COLOR", "1");
    let mut session = launch.start();
    session.see("a red and bold word");
    assert_eq!(look(session.screen(), "red"), (vt100::Color::Default, false));
    assert_eq!(look(session.screen(), "bold"), (vt100::Color::Default, true));
    session.quit();
}

/// Returns the launch of a book of 3000 paragraphs, of which reading waits from byte `from` on while there is a file at
/// `gate`; debug builds alone do that.
#[cfg(debug_assertions)]
fn stalled(folder: &Folder, gate: &str, from: usize) -> Launch {
    let file = folder.file("book.txt", &book(3000));
    Launch::new(&[&file]).env("KANSHU_FAULT", &format!("stall:{from}:{gate}"))
}

#[cfg(debug_assertions)]
#[test]
fn a_disk_that_stalls_leaves_the_keys_alive_and_what_it_brings_later_is_shown() {
    let folder = Folder::new();
    let gate = folder.path().join("gate").to_string_lossy().into_owned();
    let mut session = stalled(&folder, &gate, 200_000).start();
    session.see("第0段");
    folder.file("gate", "");
    session.press("G").see("still being read");
    session.press("?").see("Keys").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Keys"));
    session.press("g").see("第0段").press("G").see("still being read");
    std::fs::remove_file(&gate).unwrap();
    session.wait("the text", |screen| !screen.contents().contains("still being read"));
    session.press("G").see("第2999段");
    session.quit();

    let mut session = stalled(&folder, &gate, 200_000).start();
    session.see("第0段");
    folder.file("gate", "");
    session.press("50%").see("still being read");
    session.quit();
}

#[cfg(debug_assertions)]
#[test]
fn a_file_that_is_not_opened_in_time_is_waited_for_with_the_keys_alive() {
    let folder = Folder::new();
    let gate = folder.file("gate", "");
    let mut session = stalled(&folder, &gate, 0).start();
    session.see("book.txt").press("?").see("Keys").press("\x1b");
    session.wait("the page", |screen| !screen.contents().contains("Keys"));
    std::fs::remove_file(&gate).unwrap();
    session.see("第0段").press("G").see("第2999段");
    session.quit();

    folder.file("gate", "");
    let mut session = stalled(&folder, &gate, 0).start();
    session.see("book.txt");
    session.quit();
}

#[cfg(debug_assertions)]
#[test]
fn what_can_not_be_searched_or_read_is_told_in_the_status_line() {
    let folder = Folder::new();
    let file = folder.file("book.txt", &book(3000));
    let mut session = Launch::new(&[&file]).env("KANSHU_FAULT", "error:200000").start();
    session.see("第0段").press("/第2999段\r").see("Not all of it could be searched");
    session.press("G").see("can't be read");
    session.quit();
}

/// Puts a program in the place of the system's opener, which writes down its arguments, and returns the path to find it
/// by and the file that it writes.
fn opener(folder: &Folder) -> (String, std::path::PathBuf) {
    let opened = folder.path().join("opened");
    let script = format!(
        "#!/bin/sh\nprintf '%s|' \"$#\" \"$@\" > '{0}.new' && mv '{0}.new' '{0}'\n",
        opened.display()
    );
    for name in ["xdg-open", "open"] {
        let program = folder.file(name, &script);
        std::fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
    }
    let path = std::env::var("PATH").unwrap_or_default();
    (format!("{}:{path}", folder.path().display()), opened)
}

#[test]
fn an_address_is_opened_by_the_system_after_a_key_as_one_argument() {
    let folder = Folder::new();
    let (path, opened) = opener(&folder);
    let file = folder.file("a.md", "[shore](<https://a.example/$(touch x);'?a=1&b=2>)\n");
    let mut session = Launch::new(&[&file]).env("PATH", &path).start();
    session.see("shore").press("o").see("Type a label").press("a").see("https://a.example/");
    assert!(!opened.exists());
    session.press("\r").wait("the opener", |_| opened.exists());
    session.quit();
    let told = std::fs::read_to_string(&opened).unwrap();
    assert_eq!(told, "1|https://a.example/$(touch%20x);'?a=1&b=2|");
}

#[test]
fn nothing_is_opened_outside_with_secure() {
    let folder = Folder::new();
    let (path, opened) = opener(&folder);
    let file = folder.file("a.md", "[shore](https://a.example/)\n");
    let mut session = Launch::new(&["--secure", &file]).env("PATH", &path).start();
    session.see("shore").press("oa").see("https://a.example/").press("\r").see("nothing is opened");
    session.quit();
    assert!(!opened.exists());
}

#[test]
fn what_is_copied_goes_to_the_terminal_also_in_tmux_and_to_a_command_that_is_named() {
    let folder = Folder::new();
    let book = folder.file("a.txt", "雨下了\n\n一夜\n");
    let mut session = Launch::new(&[&book]).env("SSH_TTY", "/dev/pts/1").start();
    session.see("一夜").press("VGy").wait_for_bytes(0, "\x1b]52;c;6Zuo5LiL5LqGCgrkuIDlpJw=\x07");
    session.see("Copied: 7 characters");
    session.quit();
    let mut session = Launch::new(&[&book]).env("SSH_TTY", "1").env("TMUX", "1").start();
    session.see("一夜").press("Vy").wait_for_bytes(0, "\x1bPtmux;\x1b\x1b]52;c;6Zuo\x07\x1b\\");
    session.quit();
    let copy = folder.path().join("copy");
    let command = format!("dd status=none of={}", copy.display());
    let mut session = Launch::new(&[&book, "--copy-command", &command]).start();
    session.see("一夜").press("VGy").see("Copied");
    session.quit();
    assert_eq!(std::fs::read_to_string(copy).unwrap(), "雨下了\n\n一夜");
}

#[test]
fn with_secure_nothing_is_copied() {
    let folder = Folder::new();
    let book = folder.file("a.txt", "雨\n");
    let mut session = Launch::new(&["--secure", &book]).start();
    session.see("雨").press("Vy").see("Nothing is copied with --secure.").press("q");
    assert!(!support::contains(&session.end().raw, b"\x1b]52"));
}

/// The first bytes of a picture.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Returns a book in EPUB that has a picture.
fn illustrated() -> Vec<u8> {
    use zip::write::SimpleFileOptions;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let files: [(&str, &[u8]); 5] = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<container><rootfile full-path='b.opf'/></container>"),
        (
            "b.opf",
            b"<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>\
              </manifest><spine><itemref idref='a'/></spine></package>",
        ),
        (
            "a.xhtml",
            b"<html><body><p>shore</p><p><img src='lamp.png' alt='the lamp'/></p></body></html>",
        ),
        ("lamp.png", PICTURE),
    ];
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_picture_of_a_book_is_opened_from_a_private_file_that_goes_with_the_program() {
    let folder = Folder::new();
    let (path, opened) = opener(&folder);
    let file = folder.path().join("book.epub");
    std::fs::write(&file, illustrated()).unwrap();
    let mut session = Launch::new(&[file.to_str().unwrap()])
        .env("PATH", &path)
        .env("TMPDIR", folder.path().to_str().unwrap())
        .start();
    session.see("shore").press("oa").see("lamp.png").press("\r");
    session.wait("the opener", |_| opened.exists());
    let told = std::fs::read_to_string(&opened).unwrap();
    let picture = std::path::PathBuf::from(told.strip_prefix("1|").unwrap().trim_end_matches('|'));
    assert_eq!(std::fs::read(&picture).unwrap(), PICTURE);
    assert_eq!(picture.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(picture.parent().unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o700);
    session.quit();
    assert!(!picture.exists());
}

#[test]
fn pictures_and_documents_are_opened_in_the_folder_of_the_document_and_below() {
    let folder = Folder::new();
    let (path, opened) = opener(&folder);
    let book = folder.path().join("book");
    std::fs::create_dir(&book).unwrap();
    for place in ["secret.png", "book/lamp.png"] {
        std::fs::write(folder.path().join(place), PICTURE).unwrap();
    }
    let text = "![far](../secret.png) ![lamp](lamp.png) [on](two.md#there)\n";
    let file = folder.file("book/one.md", text);
    folder.file("book/two.md", &format!("# Two\n\n{}## There\n\nend\n", "word\n\n".repeat(99)));
    let mut session = Launch::new(&[&file]).env("PATH", &path).start();
    session.see("on").press("oa").see("../secret.png").press("\r").see("lies outside");
    assert!(!opened.exists());
    session.press("os").see("Picture").press("\r").wait("the opener", |_| opened.exists());
    let lamp = book.join("lamp.png").canonicalize().unwrap();
    assert_eq!(std::fs::read_to_string(&opened).unwrap(), format!("1|{}|", lamp.display()));
    session.press("od").see("Another document").press("\r").see("There");
    session.quit();
}

#[test]
fn the_mouse_selects_text_that_is_copied() {
    let folder = Folder::new();
    let book = folder.file("a.txt", "雨下了\n\n一夜\n");
    let mut session =
        Launch::new(&["--margin", "0", "-w", "80", &book]).env("SSH_TTY", "1").start();
    session.see("一夜").press("\x1b[<0;3;1M\x1b[<32;5;1M\x1b[<0;5;1my");
    session.wait_for_bytes(0, "\x1b]52;c;5LiL5LqG\x07").see("Copied: 2");
    session.quit();
}

#[test]
fn the_mouse_may_be_the_terminal_s() {
    let folder = Folder::new();
    let book = folder.file("a.txt", "雨\n");
    let mut session = Launch::new(&["--mouse=false", &book]).start();
    let from = session.see("雨").sent();
    session.press(":set mouse=true\r").wait_for_bytes(from, "\x1b[?1000h");
    let from = session.sent();
    session.press(":set mouse=false\r").wait_for_bytes(from, "\x1b[?1000l");
    session.quit();
    let mut session = Launch::new(&["--mouse=false", &book]).start();
    session.see("雨").press("q");
    assert!(!support::contains(&session.end().raw, b"\x1b[?1000h"));
}
