//! Any keys, on any text, in any window, lead to a frame that is safe to show.
#![no_main]

#[path = "../../tests/support/frame.rs"]
mod frame;

use std::sync::Arc;

use kanshu::app::{Session, Setup, Size};
use kanshu::document::Document;
use kanshu::decode::Choice;
use kanshu::format::plain::PlainText;
use kanshu::input::Key;
use kanshu::ui::view;
use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fuzz_target!(|input: (u8, u8, &str, &[u8])| {
    let (columns, rows, keys, bytes) = input;
    let size = Size::new(columns.into(), (rows % 64).into());
    let source = PlainText::open(Arc::new(bytes.to_vec()), Choice::default());
    let document = Document::new(Arc::new(source));
    let mut session = Session::open(document, "fuzz", Setup::default(), size);
    for key in keys.chars().take(32) {
        let key = match key {
            '\x01'..='\x1a' => Key::ctrl((key as u8 + b'a' - 1) as char),
            key => Key::char(key),
        };
        session.press(key);
        let backend = TestBackend::new(size.columns as u16, size.rows as u16);
        let Ok(mut terminal) = Terminal::new(backend);
        let Ok(_) = terminal.draw(|frame| view(session.state(), frame));
        frame::check(terminal.backend().buffer());
    }
});
