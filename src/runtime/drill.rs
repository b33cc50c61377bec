//! The drill: a panic on demand, to see that the terminal is given back. `KANSHU_PANIC` names where it
//! happens; without it nothing here does anything. It is in the released program, since that is the one to
//! be trusted.

use crate::app::Message;
use crate::input::Key;

/// The variable of the environment that asks for a drill.
const VARIABLE: &str = "KANSHU_PANIC";

/// The key that sets off a drill that waits for one.
const TRIGGER: Key = Key::char('!');

/// Where to panic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drill {
    /// In the loop, after the first page: `KANSHU_PANIC=start`.
    Start,
    /// In the loop, at the key `!`: `KANSHU_PANIC=key`.
    Key,
    /// On a worker, at the key `!`: `KANSHU_PANIC=worker`. The reader is told and reads on.
    Worker,
    /// On a thread that is no worker, at the key `!`: `KANSHU_PANIC=thread`.
    Thread,
}

impl Drill {
    /// Returns the drill that the environment asks for.
    pub(super) fn from_environment() -> Option<Self> {
        match std::env::var(VARIABLE).ok()?.as_str() {
            "start" | "1" => Some(Self::Start),
            "key" => Some(Self::Key),
            "worker" => Some(Self::Worker),
            "thread" => Some(Self::Thread),
            _ => None,
        }
    }
}

/// Returns whether `message` sets off a drill that waits for a key.
pub(super) fn is_set_off_by(message: &Message) -> bool {
    matches!(message, Message::Key(key) if *key == TRIGGER)
}

/// Panics.
#[expect(clippy::panic, reason = "this is the drill")]
pub(super) fn panic() {
    panic!("a drill: {VARIABLE} asked for this panic");
}
