use proptest::prelude::*;

use super::*;

/// Returns what `bytes` tell when nothing follows them.
fn decoded(bytes: impl AsRef<[u8]>) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs = decoder.feed(bytes.as_ref());
    inputs.extend(decoder.settle());
    inputs
}

fn keys(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let name = |input| match input {
        Input::Key(key) => key.to_string(),
        other => format!("{other:?}"),
    };
    decoded(bytes).into_iter().map(name).collect()
}

#[test]
fn characters_and_controls_are_keys() {
    assert_eq!(keys("q书é😀 "), ["q", "书", "é", "😀", "Space"]);
    assert_eq!(
        keys("\r\n\t\x7f\x03\x1a\x08"),
        ["Enter", "Enter", "Tab", "Backspace", "^C", "^Z", "^H"]
    );
}

#[test]
fn the_keys_beside_the_letters_are_known_in_every_form() {
    assert_eq!(keys("\x1b[A\x1bOA\x1b[1;5A"), ["↑", "↑", "^↑"]);
    assert_eq!(keys("\x1b[5~\x1b[6~\x1b[6;3~"), ["PgUp", "PgDn", "M-PgDn"]);
    assert_eq!(keys("\x1b[H\x1b[1~\x1b[7~\x1bOF\x1b[4~"), ["Home", "Home", "Home", "End", "End"]);
    assert_eq!(keys("\x1b[Z\x1b[3~"), ["S-Tab", "Del"]);
    assert_eq!(keys("\x1bOP\x1b[11~\x1b[[A\x1b[24~"), ["F1", "F1", "F1", "F12"]);
    assert_eq!(keys("\x1b[113u\x1b[99;5u"), ["q", "^C"]);
}

#[test]
fn escape_alone_is_a_key_and_before_another_is_alt() {
    assert_eq!(keys("\x1b"), ["Esc"]);
    assert_eq!(keys("\x1b\x1b"), ["Esc", "Esc"]);
    assert_eq!(keys("\x1bx\x1b["), ["M-x", "M-["]);
    assert_eq!(keys("\x1b\x1b[A"), ["Esc", "↑"]);
}

#[test]
fn a_sequence_may_come_byte_by_byte() {
    let mut decoder = Decoder::default();
    let inputs: Vec<Input> =
        "书\x1b[6~\x1b[200~a\x1b[201~".bytes().flat_map(|byte| decoder.feed(&[byte])).collect();
    assert_eq!(
        inputs,
        [
            Input::Key(Key::char('书')),
            Input::Key(Key::plain(KeyCode::PageDown)),
            Input::Paste("a".to_owned()),
        ]
    );
    assert_eq!(decoder.waits_for(), None);
}

#[test]
fn a_paste_is_taken_whole_and_obeyed_in_nothing() {
    assert_eq!(
        decoded("\x1b[200~q\x03\x1b[A\x1b[201~j"),
        [Input::Paste("q\x03\x1b[A".to_owned()), Input::Key(Key::char('j')),]
    );
}

#[test]
fn a_paste_that_never_ends_does_not_swallow_the_keys_for_ever() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[200~words"), []);
    assert_eq!(decoder.waits_for(), Some(Incomplete::Long));
    assert_eq!(decoder.settle(), [Input::Paste("words".to_owned())]);
    assert_eq!(decoder.feed(b"q"), [Input::Key(Key::char('q'))]);
}

#[test]
fn a_paste_is_kept_up_to_its_bound() {
    for (pasted, kept) in [(PASTE_BYTES, PASTE_BYTES), (PASTE_BYTES + 1, PASTE_BYTES)] {
        let paste = "a".repeat(pasted);
        let expected = [Input::Paste("a".repeat(kept)), Input::Key(Key::char('q'))];
        assert_eq!(decoded(format!("\x1b[200~{paste}\x1b[201~q")), expected);
        assert_eq!(decoded(format!("\x1b[200~{paste}")), expected[..1], "without an end");
    }
}

#[test]
fn a_sequence_is_understood_up_to_its_bound() {
    let sequence = |bytes| format!("\x1b[{}5~", "0".repeat(bytes - 1));
    assert_eq!(keys(sequence(SEQUENCE_BYTES)), ["PgUp"]);
    assert_eq!(keys(sequence(SEQUENCE_BYTES + 1) + "j"), ["j"], "all of it is left out");
    assert_eq!(keys(format!("\x1b[{}qj", "1;".repeat(60))), ["j"]);
}

/// Returns the keys of `pieces`, with a pause after each of them that is as long as the decoder waits for a key.
fn keys_of(pieces: &[&str]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    for piece in pieces {
        inputs.extend(decoder.feed(piece.as_bytes()));
        if decoder.waits_for() == Some(Incomplete::Sequence) {
            inputs.extend(decoder.settle());
        }
    }
    inputs
}

#[test]
fn what_comes_in_pieces_is_not_typed() {
    let j = [Input::Key(Key::char('j'))];
    assert_eq!(keys_of(&["\x1b]10;rgb", ":ff/f", "f/ffq\x1b", "\\j"]), j);
    assert_eq!(keys_of(&["\x1bP>|X", "Term(q)", "\x07", "j"]), j);
    assert_eq!(keys_of(&["\x1b[?62", ";22c", "j"]), j);
    assert_eq!(keys_of(&["\x1b[1;1;1;", &"1;".repeat(60), "q", "j"]), j);
    assert_eq!(keys_of(&["\x1b]", "j"]).len(), 2, "a person pressed Alt and a bracket");
}

#[test]
fn the_ground_is_told_among_the_keys() {
    let ground = |string: &str| decoded(format!("\x1b]{string}\x1b\\"));
    assert_eq!(ground("11;rgb:ffff/8080/0000"), [Input::Ground([255, 128, 0])]);
    assert_eq!(ground("11;rgb:f/0/80"), [Input::Ground([255, 0, 128])]);
    for other in [
        "10;rgb:f/f/f",
        "11;rgb:f/f",
        "11;rgb:f/f/f/f",
        "11;rgb:12345/f/f",
        "11;rgb:/f/f",
        "11;#fff",
    ] {
        assert_eq!(ground(other), [], "{other}");
    }
    let pieces = keys_of(&["\x1b]11;rgb:ff", "/ff/00\x1b", "\\j"]);
    assert_eq!(pieces, [Input::Ground([255, 255, 0]), Input::Key(Key::char('j'))]);
}

#[test]
fn a_string_is_cancelled_by_what_cancels_it() {
    assert_eq!(keys("\x1b]0;x\x18j\x1b]0;x\x1b[Aj"), ["j", "↑", "j"]);
}

#[test]
fn a_key_that_is_let_go_is_none() {
    assert_eq!(keys("\x1b[113;1:1u\x1b[113;1:3u\x1b[113;1:2u"), ["q", "q"]);
    assert_eq!(keys("\x1b[1;1:3A\x1b[6;1:3~j"), ["j"]);
}

#[test]
fn a_control_string_is_waited_out_up_to_its_bound() {
    let j = Input::Key(Key::char('j'));
    let keys = |bytes| decoded(format!("\x1b]{}\x07j", "x".repeat(bytes)));
    assert_eq!(keys(STRING_BYTES), [j]);
    assert_eq!(keys(STRING_BYTES + 1)[0], Input::Key(Key::char('x')), "it was none");
}

#[test]
fn the_wheel_turns_in_a_cell_and_other_buttons_do_nothing() {
    let wheel =
        |notches, column, row| Input::Mouse(Mouse { kind: MouseKind::Wheel(notches), column, row });
    assert_eq!(
        decoded("\x1b[<65;1;1M\x1b[<64;9999;3M\x1b[<2;1;1M\x1b[<35;1;1M\x1b[<69;1;1M"),
        [wheel(1, 0, 0), wheel(-1, 9998, 2), wheel(1, 0, 0)]
    );
}

#[test]
fn the_left_button_is_pressed_dragged_and_let_go_in_a_cell() {
    let mouse = |kind, column, row| Input::Mouse(Mouse { kind, column, row });
    assert_eq!(
        decoded("\x1b[<0;1;1M\x1b[<32;3;200M\x1b[<36;3;2M\x1b[<0;3;2m\x1b[<0;0;1M\x1b[<0;1M"),
        [
            mouse(MouseKind::Press, 0, 0),
            mouse(MouseKind::Drag, 2, 199),
            mouse(MouseKind::Drag, 2, 1),
            mouse(MouseKind::Release, 2, 1),
        ]
    );
}

#[test]
fn answers_and_garbage_are_no_keys() {
    assert_eq!(keys("\x1b[?62;22c\x1b]10;rgb:ff/ff/ff\x07\x1bP>|X\x1b\\q"), ["q"]);
    assert_eq!(keys(b"\x80\x9b\xff\xfeq\xe4\xb9"), ["q"]);
    assert_eq!(keys("\x1b[I\x1b[Oq\x1b[M!!!q"), ["q", "q"]);
}

#[test]
fn the_column_of_the_cursor_is_told_among_the_keys() {
    let told = [Input::Key(Key::char('j')), Input::Column(80), Input::Column(3)];
    assert_eq!(decoded("j\x1b[24;80R\x1b[1;3R\x1b[R"), told);
}

proptest! {
    #[test]
    fn how_bytes_are_cut_does_not_matter(bytes in prop::collection::vec(
        prop_oneof![Just(ESC), Just(b'['), Just(b'2'), Just(b'0'), Just(b'~'), Just(b'M'), any::<u8>()], 0..60,
    ), cut in 0_usize..60) {
        let whole = Decoder::default().feed(&bytes);
        let (first, second) = bytes.split_at(cut.min(bytes.len()));
        let mut decoder = Decoder::default();
        let mut parts = decoder.feed(first);
        parts.extend(decoder.feed(second));
        prop_assert_eq!(parts, whole);
    }

    #[test]
    fn q_is_a_key_after_anything(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut decoder = Decoder::default();
        decoder.feed(&bytes);
        decoder.settle();
        prop_assert_eq!(decoder.feed(b"q"), [Input::Key(Key::char('q'))]);
    }
}
