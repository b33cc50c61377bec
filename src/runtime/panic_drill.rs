//! A panic on demand, to test that the terminal is restored. Debug builds alone have it: `KANSHU_PANIC` names where it
//! happens, and without it nothing here does anything.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use super::workers;
use crate::app::Message;
use crate::input::Key;

/// The variable of the environment that asks for a panic.
const VARIABLE: &str = "KANSHU_PANIC";

/// The key that sets off the panics that wait for one.
const TRIGGER: Key = Key::char('!');

/// Panics if that is wanted after the first page: `KANSHU_PANIC=start`.
pub(super) fn after_first_page() {
    if matches!(wanted().as_deref(), Some("start" | "1")) {
        panic();
    }
}

/// Panics at the key `!` where that is wanted: in the loop (`key`), on a thread that is no worker (`thread`), or on a
/// worker (`worker`), of which the reader is told while the reading goes on.
pub(super) fn at(message: &Message, events: &Sender<Event>) {
    if !matches!(message, Message::Key(key) if *key == TRIGGER) {
        return;
    }
    match wanted().as_deref() {
        Some("key") => panic(),
        Some("worker") => drop(workers::start(events, |_, _| panic())),
        Some("thread") => drop(thread::spawn(panic)),
        _ => {}
    }
}

fn wanted() -> Option<String> {
    std::env::var(VARIABLE).ok()
}

#[expect(clippy::panic, reason = "this is the drill")]
fn panic() {
    panic!("a drill: {VARIABLE} asked for this panic");
}
