//! What the switches of a search do to its options, and what they say of it.

use crate::input::{SWITCHES, Switch};
use crate::search::{Bounds, Case, Folding, Numbers, SearchOptions, Syntax};

/// Turns `switch` on, off, or to its next value.
pub(super) fn turn(switch: Switch, options: &mut SearchOptions) {
    let folding = &mut options.folding;
    match switch {
        Switch::Regex => {
            options.syntax = match options.syntax {
                Syntax::Words => Syntax::Regex,
                Syntax::Regex => Syntax::Words,
            }
        }
        Switch::WholeWords => {
            options.bounds = match options.bounds {
                Bounds::Anywhere => Bounds::WholeWords,
                Bounds::WholeWords => Bounds::Anywhere,
            }
        }
        Switch::Case => {
            folding.case = match folding.case {
                Case::Smart => Case::Fold,
                Case::Fold => Case::Exact,
                Case::Exact => Case::Smart,
            }
        }
        Switch::Pinyin => folding.pinyin ^= true,
        Switch::Width => folding.width ^= true,
        Switch::Han => folding.han ^= true,
        Switch::Kana => folding.kana ^= true,
        Switch::Punctuation => folding.punctuation ^= true,
        Switch::Accents => folding.accents ^= true,
        Switch::Numbers => {
            folding.numbers = match folding.numbers {
                Numbers::Ordinals => Numbers::Alike,
                Numbers::Alike => Numbers::Different,
                Numbers::Different => Numbers::Ordinals,
            }
        }
    }
}

/// Returns the name of the message that says the value of `switch`, in a word or two.
pub fn value(switch: Switch, options: &SearchOptions) -> &'static str {
    let folding = &options.folding;
    let alike = |folded| if folded { "value-alike" } else { "value-different" };
    let on = |on| if on { "value-on" } else { "value-off" };
    match switch {
        Switch::Regex => on(options.syntax == Syntax::Regex),
        Switch::WholeWords => on(options.bounds == Bounds::WholeWords),
        Switch::Pinyin => on(folding.pinyin),
        Switch::Case => match folding.case {
            Case::Smart => "value-smart",
            Case::Fold => "value-alike",
            Case::Exact => "value-different",
        },
        Switch::Width => alike(folding.width),
        Switch::Han => alike(folding.han),
        Switch::Kana => alike(folding.kana),
        Switch::Punctuation => alike(folding.punctuation),
        Switch::Accents => alike(folding.accents),
        Switch::Numbers => match folding.numbers {
            Numbers::Ordinals => "value-ordinals",
            Numbers::Alike => "value-alike",
            Numbers::Different => "value-different",
        },
    }
}

/// Returns the names of the messages that say what is unusual in `options`, in a word or two each.
pub fn unusual(options: &SearchOptions) -> Vec<&'static str> {
    if *options == (SearchOptions { folding: Folding::NONE, ..SearchOptions::default() }) {
        return vec!["unusual-exact"];
    }
    let usual = SearchOptions::default();
    let turned = |switch| value(switch, options) != value(switch, &usual);
    let turned = SWITCHES.iter().map(|entry| entry.action).filter(|switch| turned(*switch));
    turned.map(|switch| name(switch, options)).collect()
}

/// Returns the name of the message that tells that `switch` is not as usual.
fn name(switch: Switch, options: &SearchOptions) -> &'static str {
    match switch {
        Switch::Regex => "unusual-regex",
        Switch::WholeWords => "unusual-words",
        Switch::Pinyin => "unusual-pinyin",
        Switch::Case if options.folding.case == Case::Fold => "unusual-any-case",
        Switch::Case => "unusual-case",
        Switch::Width => "unusual-width",
        Switch::Han => "unusual-han",
        Switch::Kana => "unusual-kana",
        Switch::Punctuation => "unusual-punctuation",
        Switch::Accents => "unusual-accents",
        Switch::Numbers if options.folding.numbers == Numbers::Alike => "unusual-numbers-alike",
        Switch::Numbers => "unusual-numbers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_switch_is_seen_when_it_is_turned_and_turns_back() {
        for entry in SWITCHES {
            let mut options = SearchOptions::default();
            turn(entry.action, &mut options);
            assert_eq!(unusual(&options).len(), 1, "{}", entry.name);
            turn(entry.action, &mut options);
            if matches!(entry.action, Switch::Case | Switch::Numbers) {
                turn(entry.action, &mut options);
            }
            assert_eq!(options, SearchOptions::default());
        }
    }

    #[test]
    fn a_search_without_any_fold_is_exact() {
        let options = SearchOptions { folding: Folding::NONE, ..SearchOptions::default() };
        assert_eq!(unusual(&options), ["unusual-exact"]);
    }
}
