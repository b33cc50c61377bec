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
