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

use kanshu::app::{Message, Setup, Size, State, update};
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode};

/// The sizes in bytes.
const SIZES: [usize; 2] = [300 << 10, 100 << 20];

fn main() {
    let states = SIZES.map(|size| {
        let source = PlainText::open(Arc::new(support::novel(size)), Choice::default());
        let document = Document::new(Arc::new(source));
        State::open(document, "novel", Setup::default(), Size::new(80, 24), false).0
    });
    println!("{:>14} {:>12} {:>12} {:>6}", "key", "300 KB", "100 MB", "ratio");
    let space = Message::Key(Key::char(' '));
    let keys = |text: &str| text.chars().map(|c| Message::Key(Key::char(c))).collect::<Vec<_>>();
    row("page down", &states, &[space]);
    row("to the end", &states, &keys("G"));
    row("to 50%", &states, &keys("50%"));
    row("wheel", &states, &[Message::Wheel(1)]);
    let sizes = [60, 120, 80].map(|columns| Message::Resize(Size::new(columns, 24)));
    row("resize", &states, &sizes);
    row("contents", &states, &[Message::Key(Key::plain(KeyCode::Tab))]);
}

/// Prints what `messages` cost in each state, from a fresh copy of it each time.
fn row(name: &str, states: &[State; 2], messages: &[Message]) {
    let times: Vec<Duration> = states
        .iter()
        .map(|state| {
            support::best(20, || {
                let mut state = state.clone();
                for message in messages {
                    update(&mut state, message.clone());
                }
            })
        })
        .collect();
    let ratio = times[1].as_secs_f64() / times[0].as_secs_f64();
    println!("{name:>14} {:>12.1?} {:>12.1?} {ratio:>6.2}", times[0], times[1]);
}
