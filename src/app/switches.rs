//! What the switches of a search do to its manner, and what they say of it.

use crate::input::{SWITCHES, Switch};
use crate::search::{Bounds, Case, Folds, Manner, Mode};

/// Turns `switch` on, off, or to its next value.
pub(super) fn turn(switch: Switch, manner: &mut Manner) {
    let folds = &mut manner.folds;
    match switch {
        Switch::Regex => {
            manner.mode = match manner.mode {
                Mode::Words => Mode::Regex,
                Mode::Regex => Mode::Words,
            }
        }
        Switch::WholeWords => {
            manner.bounds = match manner.bounds {
                Bounds::Anywhere => Bounds::WholeWords,
                Bounds::WholeWords => Bounds::Anywhere,
            }
        }
        Switch::Case => {
            folds.case = match folds.case {
                Case::Smart => Case::Fold,
                Case::Fold => Case::Exact,
                Case::Exact => Case::Smart,
            }
        }
        Switch::Pinyin => folds.pinyin ^= true,
        Switch::Width => folds.width ^= true,
        Switch::Han => folds.han ^= true,
        Switch::Kana => folds.kana ^= true,
        Switch::Punctuation => folds.punctuation ^= true,
        Switch::Accents => folds.accents ^= true,
    }
}

/// Returns the value of `switch`, in a word or two.
pub fn value(switch: Switch, manner: &Manner) -> &'static str {
    let folds = &manner.folds;
    let alike = |folded| if folded { "alike" } else { "different" };
    let on = |on| if on { "on" } else { "off" };
    match switch {
        Switch::Regex => on(manner.mode == Mode::Regex),
        Switch::WholeWords => on(manner.bounds == Bounds::WholeWords),
        Switch::Pinyin => on(folds.pinyin),
        Switch::Case => match folds.case {
            Case::Smart => "alike, unless A is typed",
            Case::Fold => "alike",
            Case::Exact => "different",
        },
        Switch::Width => alike(folds.width),
        Switch::Han => alike(folds.han),
        Switch::Kana => alike(folds.kana),
        Switch::Punctuation => alike(folds.punctuation),
        Switch::Accents => alike(folds.accents),
    }
}

/// Returns what is unusual in `manner`, in a word or two each.
pub fn unusual(manner: &Manner) -> Vec<&'static str> {
    if *manner == (Manner { folds: Folds::NONE, ..Manner::default() }) {
        return vec!["exact"];
    }
    let usual = Manner::default();
    let turned = |switch| value(switch, manner) != value(switch, &usual);
    let turned = SWITCHES.iter().map(|entry| entry.action).filter(|switch| turned(*switch));
    turned.map(|switch| name(switch, manner)).collect()
}

/// Returns what `switch` is called where it is not as usual.
fn name(switch: Switch, manner: &Manner) -> &'static str {
    match switch {
        Switch::Regex => "regex",
        Switch::WholeWords => "words",
        Switch::Pinyin => "pinyin",
        Switch::Case if manner.folds.case == Case::Fold => "any case",
        Switch::Case => "a≠A",
        Switch::Width => "A≠Ａ",
        Switch::Han => "国≠國",
        Switch::Kana => "ひ≠ヒ",
        Switch::Punctuation => ",≠，",
        Switch::Accents => "e≠é",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_switch_is_seen_when_it_is_turned_and_turns_back() {
        for entry in SWITCHES {
            let mut manner = Manner::default();
            turn(entry.action, &mut manner);
            assert_eq!(unusual(&manner).len(), 1, "{}", entry.name);
            turn(entry.action, &mut manner);
            if entry.action == Switch::Case {
                turn(entry.action, &mut manner);
            }
            assert_eq!(manner, Manner::default());
        }
    }

    #[test]
    fn a_search_without_any_fold_is_exact() {
        let manner = Manner { folds: Folds::NONE, ..Manner::default() };
        assert_eq!(unusual(&manner), ["exact"]);
    }
}
