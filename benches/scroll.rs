//! Measures what a key costs, in a small novel and in a large one: `cargo bench --bench scroll`. The
//! figure that counts is the ratio: it should not grow with the size.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "the figures are what this program is for"
)]

mod support;

use std::sync::Arc;
use std::time::Duration;

use kanshu::app::{Message, Session, Setup, Size, State};
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode, Mouse, MouseKind};

/// The sizes in bytes.
const SIZES: [usize; 2] = [300 << 10, 100 << 20];

fn main() {
    let sessions = SIZES.map(|size| {
        let source = PlainText::open(Arc::new(support::novel(size)), Choice::default());
        let document = Document::new(Arc::new(source));
        // Not surveyed: that would be measured with the first key.
        let (state, _) = State::open(document, "novel", Setup::default(), Size::new(80, 24), false);
        Session::of((state, Vec::new()))
    });
    println!("{:>14} {:>12} {:>12} {:>6}", "key", "300 KB", "100 MB", "ratio");
    let space = Message::Key(Key::char(' '));
    let keys = |text: &str| text.chars().map(|c| Message::Key(Key::char(c))).collect::<Vec<_>>();
    row("page down", &sessions, &[space]);
    row("to the end", &sessions, &keys("G"));
    row("to 50%", &sessions, &keys("50%"));
    let mouse = Mouse { kind: MouseKind::Wheel(1), column: 40, row: 12 };
    row("wheel", &sessions, &[Message::Mouse { mouse, clicks: 1 }]);
    let sizes = [60, 120, 80].map(|columns| Message::Resize(Size::new(columns, 24)));
    row("resize", &sessions, &sizes);
    row("contents", &sessions, &[Message::Key(Key::plain(KeyCode::Tab))]);
}

/// Prints what `messages` cost in each session, from a fresh copy of it each time.
fn row(name: &str, sessions: &[Session; 2], messages: &[Message]) {
    let times: Vec<Duration> = sessions
        .iter()
        .map(|session| {
            support::best(20, || {
                let mut session = session.clone();
                for message in messages {
                    session.tell(message.clone());
                }
            })
        })
        .collect();
    let ratio = times[1].as_secs_f64() / times[0].as_secs_f64();
    println!("{name:>14} {:>12.1?} {:>12.1?} {ratio:>6.2}", times[0], times[1]);
}
