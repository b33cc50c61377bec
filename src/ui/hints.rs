//! What keys do, in one row, as a panel or the status line tells it: the keys as they are bound, and a word or two.

use crate::input::{Bindings, Key, Keymap, ListAction};
use crate::text::WidthModel;
use crate::words::{Phrase, Words};

/// What stands between two hints.
const BETWEEN: &str = "  ";

/// Keys, and the name of the message that says what they do.
pub(super) struct FooterKey {
    keys: Vec<String>,
    does: &'static str,
}

impl FooterKey {
    /// Returns the first key of each of `actions`, which together do what the message `does` says.
    pub(super) fn new<A: Copy + PartialEq>(
        bindings: &Bindings<A>,
        actions: &[A],
        does: &'static str,
    ) -> Self {
        let first = |action: &A| bindings.keys(*action).first().map(ToString::to_string);
        Self { keys: actions.iter().filter_map(first).collect(), does }
    }

    /// Returns a key that no one can bind.
    pub(super) fn of_key(key: Key, does: &'static str) -> Self {
        Self { keys: vec![key.to_string()], does }
    }

    fn said(&self, words: &Words) -> String {
        let phrase = Phrase::new("hint").with("keys", self.keys.join(" "));
        words.say(&phrase.with("does", Phrase::from(self.does)))
    }
}

/// Returns what the keys do in a list that shows the page by what is chosen: one does what `keep` says, one leaves it as it
/// was.
pub(super) fn kept_or_left(keymap: &Keymap, keep: &'static str) -> Vec<FooterKey> {
    let hint = |action, does| FooterKey::new(keymap.list(), &[action], does);
    vec![hint(ListAction::Go, keep), hint(ListAction::Leave, "hint-return")]
}

/// Returns `hints` in one row: as many of them as have room in `room` cells. What no key does is left out.
pub(super) fn row(hints: &[FooterKey], words: &Words, room: usize, model: WidthModel) -> String {
    let mut row = String::new();
    for hint in hints.iter().filter(|hint| !hint.keys.is_empty()) {
        let between = if row.is_empty() { "" } else { BETWEEN };
        let longer = format!("{row}{between}{}", hint.said(words));
        if model.width(&longer) > room {
            break;
        }
        row = longer;
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Correct, Preset};
    use crate::words::Language;

    #[test]
    fn as_many_hints_as_fit_are_told_with_the_keys_that_are_bound() {
        let keymap = Keymap::new(Preset::Default, &[]);
        let levels = [Correct::Outer, Correct::Deeper].map(ListAction::Correct);
        let hints = [
            FooterKey::new(keymap.list(), &[ListAction::Go], "hint-go"),
            FooterKey::new(keymap.list(), &levels, "hint-level"),
        ];
        let words = Words::of(Language::English);
        let shown = |room| row(&hints, words, room, WidthModel::default());
        assert_eq!(shown(27), "Enter: go  S-← S-→: level");
        assert_eq!(shown(24), "Enter: go");
        assert_eq!(shown(8), "");
    }

    #[test]
    fn what_no_key_does_is_no_hint() {
        let keymap = Keymap::new(Preset::Less, &[]);
        let hints = [FooterKey::new(keymap.page(), &[crate::input::Action::Mark], "hint-go")];
        assert_eq!(row(&hints, Words::of(Language::English), 80, WidthModel::default()), "");
    }
}
