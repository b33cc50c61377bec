//! Any text is safe: whatever a document, its name, what is typed, pasted or told of an error says, no frame
//! holds anything that a terminal obeys.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

#[path = "support/frame.rs"]
mod frame;

use std::sync::Arc;

use kanshu::app::{Message, Session, Setup, Size};
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode};
use kanshu::text::{clean, is_clean};
use kanshu::ui::view;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// Returns the session in which `bytes` are read under the name `title`, surveyed.
fn opened(bytes: Vec<u8>, title: &str, size: Size) -> Session {
    let document = Document::new(Arc::new(PlainText::open(Arc::new(bytes), Choice::default())));
    Session::open(document, title, Setup::default(), size)
}

fn check(session: &Session) {
    let size = session.state().size();
    let backend = TestBackend::new(size.columns as u16, size.rows as u16);
    let mut terminal = Terminal::new(backend).unwrap();
    terminal.draw(|frame| view(session.state(), frame)).unwrap();
    frame::check(terminal.backend().buffer());
}

/// Pieces of text that harm a terminal which is sent them.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "\x1b[2J",
        "\x1b]0;title\x07",
        "\x1bPq\x1b\\",
        "\u{9b}31m",
        "\x1b[?1049l",
        "\x07",
        "\x08",
        "\x7f",
        "\0",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "\u{2028}",
        "\u{85}",
        "\r",
        "\n",
        "\n\n",
        "\t",
        "\u{c}",
        "e\u{301}\u{301}\u{301}",
        "\u{301}",
        "\u{e0041}",
        "\u{fffe}",
        "\u{3164}",
        "\u{115f}",
        "\u{fe0f}",
        "👩\u{200d}🚀",
        "🇨🇳",
        "ﷺ",
        "红楼梦",
        "第一章 归途\n",
        "word ",
        "“",
        "　　",
    ]);
    let floods = (
        prop::sample::select(vec![
            '\u{301}',
            '\u{200d}',
            '\u{20dd}',
            '\u{1f3fd}',
            '\u{e0100}',
            '\u{11a8}',
            '🦊',
        ]),
        1_usize..80,
    )
        .prop_map(|(c, count)| std::iter::repeat_n(c, count).collect());
    prop_oneof![
        4 => known.prop_map(str::to_owned),
        1 => floods,
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat())
}

fn size() -> impl Strategy<Value = Size> {
    (1_usize..60, 1_usize..14).prop_map(|(columns, rows)| Size::new(columns, rows))
}

fn press(session: &mut Session, code: KeyCode) {
    session.press(Key::plain(code));
    check(session);
}

#[test]
#[should_panic(expected = "a cell with")]
fn the_check_of_frames_can_fail() {
    let mut painted = Buffer::with_lines(["ab"]);
    painted[(1, 0)].set_symbol("b\u{202e}");
    frame::check(&painted);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_reaches_a_cell_that_a_terminal_obeys(
        body in text(80), title in text(6), typed in text(6), told in text(6), size in size(),
    ) {
        let mut session = opened(body.into_bytes(), &title, size);
        check(&session);
        press(&mut session, KeyCode::Char(' '));
        session.tell(Message::Notice(told));
        check(&session);
        press(&mut session, KeyCode::Char('t'));
        session.tell(Message::Paste(typed.clone()));
        check(&session);
        press(&mut session, KeyCode::Esc);
        press(&mut session, KeyCode::Char('/'));
        session.tell(Message::Paste(typed));
        check(&session);
        press(&mut session, KeyCode::Enter);
        press(&mut session, KeyCode::Char('G'));
    }

    #[test]
    fn no_bytes_reach_a_cell_that_a_terminal_obeys(
        body in prop::collection::vec(any::<u8>(), 0..2000), size in size(),
    ) {
        let mut session = opened(body, "bytes", size);
        check(&session);
        press(&mut session, KeyCode::Char('?'));
        press(&mut session, KeyCode::Esc);
        press(&mut session, KeyCode::Char('G'));
    }

    #[test]
    fn any_keys_leave_a_page_that_can_be_shown(
        keys in prop::collection::vec(any::<char>(), 0..40), sizes in prop::collection::vec(size(), 1..4),
    ) {
        let text = "第一章 归途\n\n山路在雨后很滑。\n\n第二章 灯\n\n一盏接着一盏。\n".repeat(9);
        let mut session = opened(text.into_bytes(), "book.txt", Size::new(40, 9));
        for (number, key) in keys.into_iter().enumerate() {
            press(&mut session, KeyCode::Char(key));
            if let Some(size) = sizes.get(number / 8) {
                session.tell(Message::Resize(*size));
                check(&session);
            }
        }
    }

    #[test]
    fn what_is_cleaned_is_clean(raw in text(40)) {
        let cleaned = clean(&raw);
        prop_assert!(is_clean(cleaned.as_str()));
        let again = clean(cleaned.as_str());
        prop_assert_eq!(again.as_str(), cleaned.as_str());
        prop_assert!(!cleaned.as_str().chars().any(char::is_control));
    }
}
