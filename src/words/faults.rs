//! What is said of what is wrong in a file of settings or of a theme.

use super::Phrase;
use crate::budget::{RULES, RULES_BYTES};
use crate::config::{BadValue, COLOURS, Fault, FaultKind, KnownNames, Mend};
use crate::document::{DEEPEST, NoRoom, Unheeded};
use crate::input::Unbindable;
use crate::shelf::LeftOut;
use crate::text::{PatternError, PatternFault};

impl From<&Fault> for Phrase {
    /// Returns what is wrong, and in which line.
    fn from(fault: &Fault) -> Self {
        Self::new("fault").with("line", fault.line).with("what", Self::from(&fault.kind))
    }
}

impl From<&FaultKind> for Phrase {
    fn from(kind: &FaultKind) -> Self {
        match kind {
            FaultKind::NoToml(said) => Self::new("fault-no-toml").with("said", said.as_str()),
            FaultKind::NoTomlOfTheme(said) => {
                Self::new("fault-no-toml-of-theme").with("said", said.as_str())
            }
            FaultKind::NoName(names, name, mend) => {
                no_name(*names).with("name", name.as_str()).with("mend", Self::from(mend))
            }
            FaultKind::NoTable(name) => Self::new("fault-no-table").with("name", *name),
            FaultKind::NoTables(name) => Self::new("fault-no-tables").with("name", *name),
            FaultKind::NoRoom(why) => (*why).into(),
            FaultKind::HalfRule => "fault-half-rule".into(),
            FaultKind::NoRegex => "fault-no-regex".into(),
            FaultKind::Value { name, word, why } => {
                let phrase = match word {
                    Some(word) => Self::new("fault-value").with("word", word.as_str()),
                    None => Self::new("fault-no-value"),
                };
                phrase.with("name", name.as_str()).with("why", Self::from(why))
            }
            FaultKind::NoKeys => "fault-no-keys".into(),
            FaultKind::NoKey(name) => Self::new("fault-no-key").with("name", name.as_str()),
            FaultKind::Unbindable(keys, why) => Self::new("fault-unbindable")
                .with("keys", keys.to_string())
                .with("why", Self::from(why)),
            FaultKind::NoParent(name) => Self::new("fault-no-parent").with("name", name.as_str()),
            FaultKind::NoLook => "fault-no-look".into(),
        }
    }
}

/// Returns the phrase that a name is none of these.
fn no_name(names: KnownNames) -> Phrase {
    let name = match names {
        KnownNames::Settings => "fault-no-setting",
        KnownNames::Switches => "fault-no-switch",
        KnownNames::Actions => "fault-no-action",
        KnownNames::Rule(table) => {
            return Phrase::new("fault-no-part-of-rule").with("table", table);
        }
        KnownNames::Roles => "fault-no-role",
        KnownNames::Look => "fault-no-part-of-look",
    };
    name.into()
}

impl From<&Mend> for Phrase {
    fn from(mend: &Mend) -> Self {
        match mend {
            Mend::Unknown => "mend-unknown".into(),
            Mend::Near(name) => Self::new("mend-near").with("name", name.as_str()),
            Mend::Above => "mend-above".into(),
            Mend::Under(table) => Self::new("mend-under").with("name", *table),
        }
    }
}

impl From<&BadValue> for Phrase {
    fn from(value: &BadValue) -> Self {
        match value {
            BadValue::Number(least, most) => {
                Self::new("value-number").with("least", *least).with("most", *most)
            }
            BadValue::Choice(names, near) => {
                Self::new("value-choice").with("names", names.join(", ")).with("mend", meant(*near))
            }
            BadValue::Words(names, near) => {
                Self::new("value-words").with("names", *names).with("mend", meant(*near))
            }
            BadValue::Level => Self::new("value-level").with("most", usize::from(DEEPEST)),
            BadValue::Pattern(error) => error.into(),
            BadValue::Long(most) => Self::new("value-long").with("most", *most),
            BadValue::Switch => "value-switch".into(),
            BadValue::Colour => Self::new("value-colour").with("names", COLOURS.join(", ")),
        }
    }
}

/// Returns the phrase that the name `near` was most likely meant.
fn meant(near: Option<&str>) -> Phrase {
    let mend = near.map_or(Mend::Unknown, |name| Mend::Near(name.to_owned()));
    Phrase::from(&mend)
}

impl From<NoRoom> for Phrase {
    fn from(why: NoRoom) -> Self {
        match why {
            NoRoom::Rules => Self::new("no-room-rules").with("most", RULES),
            NoRoom::Bytes => Self::new("no-room-bytes").with("most", RULES_BYTES >> 20),
        }
    }
}

impl From<&Unheeded> for Phrase {
    fn from(why: &Unheeded) -> Self {
        match why {
            Unheeded::Pattern(error) => error.into(),
            Unheeded::NoRoom(why) => (*why).into(),
        }
    }
}

impl From<&LeftOut> for Phrase {
    fn from(rule: &LeftOut) -> Self {
        Self::new("rule-left-out")
            .with("pattern", rule.pattern.as_str())
            .with("why", Self::from(&rule.why))
    }
}

impl From<&PatternError> for Phrase {
    fn from(error: &PatternError) -> Self {
        let fault: Self = match error.fault {
            PatternFault::Empty => "pattern-empty".into(),
            PatternFault::TooLong => "pattern-too-long".into(),
            PatternFault::TooLarge => "query-too-large".into(),
            PatternFault::Expression(fault) => fault.into(),
        };
        match error.character {
            Some(character) => {
                Self::new("pattern-at").with("character", character).with("error", fault)
            }
            None => fault,
        }
    }
}

impl From<&Unbindable> for Phrase {
    fn from(why: &Unbindable) -> Self {
        match why {
            Unbindable::Count => "unbindable-count".into(),
            Unbindable::Suspends => "unbindable-suspends".into(),
            Unbindable::Leaves => "unbindable-leaves".into(),
            Unbindable::AnyLetter => "unbindable-any-letter".into(),
            Unbindable::Typed => "unbindable-typed".into(),
            Unbindable::Several => "unbindable-several".into(),
            Unbindable::Bound(action) => Self::new("unbindable-bound").with("action", *action),
            Unbindable::Overlaps(keys, action) => Self::new("unbindable-overlaps")
                .with("keys", keys.to_string())
                .with("action", *action),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{read, read_theme};
    use crate::words::{Language, Words};

    /// Returns what is said of these faults.
    fn said(faults: &[Fault]) -> Vec<String> {
        let words = Words::of(Language::English);
        faults.iter().map(|fault| words.say(&fault.into())).collect()
    }

    fn faults(text: &str) -> Vec<String> {
        said(&read(text).1)
    }

    #[test]
    fn each_fault_names_its_line_and_the_cure() {
        let told = [
            ("a = 1", "1: no setting `a`"),
            ("\n\nwidht = 60", "3: no setting `widht`; did you mean `width`?"),
            ("width = 1", "1: `width` can't be `1`: give a number from 2 to 400"),
            ("width = [1]", "1: `width` takes one value: give a number from 2 to 400"),
            (
                "justify = \"gap\"",
                "1: `justify` can't be `gap`: choose one of ragged, gaps; did you mean `gaps`?",
            ),
            ("sticky = 1", "1: `sticky` can't be `1`: choose one of false, true"),
            ("han = \"alike\"", "1: no setting `han`; it belongs under `[search]`"),
            ("row_up = \"x\"", "1: no setting `row_up`; it belongs under `[bind]`"),
            ("search = 1", "1: `search` is a table: write `[search]`"),
            ("[serach]\nhan = 1", "1: no setting `serach`; did you mean `search`?"),
            (
                "[search]\nsticky = true",
                "2: no switch `sticky` in [search]; it belongs above all tables",
            ),
            ("[search]\nhna = 1", "2: no switch `hna` in [search]; did you mean `han`?"),
            ("[bind]\nscrol = \"x\"", "2: no action `scrol` in [bind]"),
            (
                "[bind]\nrow_dwon = \"x\"",
                "2: no action `row_dwon` in [bind]; did you mean `row_down`?",
            ),
            ("[bind]\nhelp = 1", "2: name a key, or several: [\"j\", \"Down\"]"),
            ("[bind]\nhelp = \"7\"", "2: `7` can't be bound: a digit begins a count"),
            (
                "[bind]\nend = \"x\"\nhelp = \"x\"",
                "3: `x` can't be bound: it is bound to end already",
            ),
            (
                "[bind]\nhelp = [\"F1\",\n\"Foo\"]",
                "3: no key `Foo`: write j, Space, Down, PgDn, F1, ^F for Control, M-v for Alt, gg for g twice",
            ),
            (
                "[sections]\nlevel = 1",
                "1: `sections` are several tables: write `[[sections]]` above each",
            ),
            (
                "[[sections]]\nlevel = 1",
                "1: a rule of [[sections]] has a regex and a level: regex = '^第.+回$', level = 1",
            ),
            (
                "[[sections]]\nregex = '^第(回$'\nlevel = 1",
                "2: `regex` can't be `^第(回$`: unclosed group at character 3",
            ),
            (
                "[[sections]]\nregex = '回'\nlevel = 12",
                "3: `level` can't be `12`: give a number from 1 to 9, or none",
            ),
            (
                "[[sections]]\nregexp = 'x'\nregex = '回'\nlevel = 2",
                "2: no `regexp` in [[sections]]; did you mean `regex`?",
            ),
        ];
        for (text, words) in told {
            assert_eq!(faults(text), [words], "{text}");
        }
    }

    #[test]
    fn each_fault_of_a_theme_names_its_line_and_the_cure() {
        let faults = |text: &str| said(&read_theme(text, |_| None).1).join("\n");
        assert_eq!(faults("\ninherits = \"x\""), "2: no theme `x` to inherit");
        assert_eq!(
            faults("heading = {}"),
            "1: nothing is called `heading`; did you mean `heading1`?"
        );
        assert_eq!(
            faults("link = { color = 3 }"),
            "1: a look has no `color`; did you mean `colour`?"
        );
        assert_eq!(faults("link = \"red\"").lines().count(), 1);
        assert!(
            faults("link = { colour = \"#12\" }")
                .starts_with("1: `colour` can't be `#12`: a colour is `#rrggbb`")
        );
        assert_eq!(faults("link = { bold = 1 }"), "1: `bold` can't be `1`: it is true or false");
    }
}
