//! The text as it is set, printed by the built program.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "support/program.rs"]
mod program;

use program::{program, run_on};

#[test]
fn each_row_of_a_quotation_is_marked() {
    let text = "他写道：\n\n> 看书的人在灯下看书，人在灯下看。\n> > 灯下\n\n好。\n";
    let (out, _) = run_on(&mut program(&["--dump", "-w", "20", "-"]), text.as_bytes()).success();
    let rows = ["他写道：", "", "> 看书的人在灯下看", "> 书，人在灯下看。", "> > 灯下", "", "好。"];
    assert_eq!(out.lines().collect::<Vec<_>>(), rows);
}

#[test]
fn what_was_sent_to_a_terminal_is_printed_without_its_looks() {
    let text = "\u{1B}[31m-old\u{1B}[m\n\u{1B}[1mn\u{8}new\u{1B}[0m rope and the boat of a \u{1B}[K渡\u{8}渡\n";
    let (out, _) = run_on(&mut program(&["--dump", "-"]), text.as_bytes()).success();
    assert_eq!(out.lines().collect::<Vec<_>>(), ["-old", "new rope and the boat of a 渡"]);
}

#[test]
fn a_reader_chooses_which_lines_are_one_paragraph_and_is_told() {
    let text = "Blue was the boat,\nGreen was the book.\n";
    let printed = |arguments: &[&str]| run_on(&mut program(arguments), text.as_bytes()).success().0;
    assert_eq!(printed(&["--dump", "--view", "verbatim", "-"]), text);
    assert_eq!(
        printed(&["--dump", "--view", "prose", "-"]),
        "Blue was the boat, Green was the book.\n"
    );
    assert!(printed(&["--info", "-"]).contains("not wrapped by hand: each as it is\n"));
    assert!(printed(&["--info", "--view", "prose", "-"]).contains("as chosen\n"));
}

#[test]
fn what_is_printed_is_what_the_page_shows_and_what_is_found_is_the_source() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("config.toml");
    let rules = "[[replace]]\nregex = '请记住.*'\n[[replace]]\nregex = 'x+'\nwith = '—'\n";
    std::fs::write(&settings, rules).unwrap();
    let settings = settings.to_str().unwrap();
    let text = "他理了头发xx。\n\n请记住本站。\n\n他发现x了。\n";
    let printed = |arguments: &[&str]| {
        let all = [&["--config", settings], arguments, &["-"]].concat();
        run_on(&mut program(&all), text.as_bytes()).success().0
    };
    assert_eq!(printed(&["--dump", "--show", "hant"]), "他理了頭髮—。\n\n他發現—了。\n");
    assert_eq!(printed(&["--dump", "--clean=false"]), text);
    assert_eq!(printed(&["--export", "text", "--show", "hant"]), text);
    assert!(printed(&["--find", "头发xx", "--show", "hant"]).contains("头发xx"));
    let info = printed(&["--info"]);
    assert!(info.contains("replaced by 请记住.*: 1 passage\n"), "{info}");
    assert!(info.contains("replaced by x+: 2 passages\n"), "{info}");
}
