//! Any keys, on any text, in any window, lead to a frame that is safe to show.
#![no_main]

#[path = "../../tests/support/frame.rs"]
mod frame;

use std::sync::Arc;

use kanshu::app::{Message, Session, Setup, Size};
use kanshu::document::Document;
use kanshu::decode::Choice;
use kanshu::format::plain::PlainText;
use kanshu::input::{Decoder, Input};
use kanshu::ui::view;
use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A text that has some of everything, and is small: what costs time here are the keys.
const TEXT: &str = "第一章 归途\n\n　　山路在雨后很滑，他们走得慢。\u{202e}\u{9b}31m\n\n> A quotation, “word by word”.\n\n\
    第二章 灯\n\n1. e\u{301}\u{301} 👩\u{200d}🚀\n2. https://example.org/a\n\n\tcode\n";

/// The most inputs that are taken.
const MOST: usize = 12;

fuzz_target!(|input: (u8, u8, &[u8])| {
    let (columns, rows, bytes) = input;
    let size = Size::new((columns % 64).into(), (rows % 16).into());
    let source = PlainText::open(Arc::new(TEXT), Choice::default());
    let document = Document::new(Arc::new(source));
    let mut session = Session::open(document, "fuzz", Setup::default(), size);
    let mut decoder = Decoder::default();
    let mut inputs = decoder.feed(bytes);
    inputs.extend(decoder.settle());
    for input in inputs.into_iter().take(MOST) {
        session.tell(match input {
            Input::Key(key) => Message::Key(key),
            Input::Paste(text) => Message::Paste(text),
            Input::Mouse(mouse) => Message::Mouse { mouse, clicks: 1 },
            Input::Column(_) | Input::Ground(_) => continue,
        });
    }
    // What was shown before that is what fewer keys lead to.
    let backend = TestBackend::new(size.columns as u16, size.rows as u16);
    let Ok(mut terminal) = Terminal::new(backend);
    let Ok(_) = terminal.draw(|frame| view(session.state(), frame));
    frame::check(terminal.backend().buffer());
});
