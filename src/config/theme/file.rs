//! The file of a theme (TOML): a table of looks by their roles, over those of the theme that it inherits.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Look, ROLES, Role, Theme, Weight};
use crate::config::file::word;
use crate::config::near::mend;
use crate::config::{BadValue, Fault, FaultKind, KnownNames};
use crate::document::TerminalColour;

/// What a look says.
const WORDS: [&str; 8] =
    ["colour", "ground", "bold", "dim", "italic", "underline", "strike", "reverse"];

/// Returns the theme that `text` describes, and what is wrong in it, by lines. `inherited` returns the reader's own
/// theme of a name; those that come with the program are known.
pub fn read(text: &str, inherited: impl Fn(&str) -> Option<Theme>) -> (Theme, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = ThemeReader { text, faults: Vec::new() };
    for error in errors {
        let kind = FaultKind::NoTomlOfTheme(error.message().to_owned());
        reading.fault(error.span().unwrap_or_default(), kind);
    }
    let theme = reading.theme(table.get_ref(), inherited);
    let mut faults = reading.faults;
    faults.sort_by_key(|fault| fault.line);
    faults.dedup_by_key(|fault| fault.line);
    (theme, faults)
}

/// The file while it is read.
struct ThemeReader<'a> {
    text: &'a str,
    faults: Vec<Fault>,
}

impl ThemeReader<'_> {
    /// Takes note of what is wrong at `span`.
    fn fault(&mut self, span: Range<usize>, kind: FaultKind) {
        self.faults.push(Fault::at(self.text, span.start, kind));
    }

    fn theme(&mut self, table: &DeTable<'_>, inherited: impl Fn(&str) -> Option<Theme>) -> Theme {
        let mut theme = Theme::bare();
        if let Some(parent) = table.get("inherits") {
            let name = parent.get_ref().as_str().unwrap_or_default();
            match Theme::built_in(name).or_else(|| inherited(name)) {
                Some(known) => theme = known,
                None => self.fault(parent.span(), FaultKind::NoParent(name.to_owned())),
            }
        }
        for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != "inherits") {
            let name = key.get_ref().as_ref();
            let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == name) else {
                let mend = mend(name, ROLES.iter().map(|(known, _)| *known));
                let kind = FaultKind::NoName(KnownNames::Roles, name.to_owned(), mend);
                self.fault(key.span(), kind);
                continue;
            };
            let look = self.look(value);
            theme.set(*role, look);
        }
        theme
    }

    /// Returns the look that `value` describes.
    fn look(&mut self, value: &Spanned<DeValue<'_>>) -> Look {
        let mut look = Look::default();
        let Some(table) = value.get_ref().as_table() else {
            self.fault(value.span(), FaultKind::NoLook);
            return look;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !WORDS.contains(&name) {
                let kind = FaultKind::NoName(KnownNames::Look, name.to_owned(), mend(name, WORDS));
                self.fault(key.span(), kind);
            } else if let Err(why) = say(&mut look, name, value.get_ref()) {
                let (name, word) = (name.to_owned(), word(value.get_ref()).map(str::to_owned));
                self.fault(value.span(), FaultKind::Value { name, word, why });
            }
        }
        look
    }
}

/// Makes `look` as its word `name` says.
///
/// # Errors
/// What `value` should be.
fn say(look: &mut Look, name: &str, value: &DeValue<'_>) -> Result<(), BadValue> {
    if matches!(name, "colour" | "ground") {
        let colour = word(value).unwrap_or_default().parse::<TerminalColour>()?;
        *(if name == "colour" { &mut look.colour } else { &mut look.ground }) = Some(colour);
        return Ok(());
    }
    let on = value.as_bool().ok_or(BadValue::Switch)?;
    match name {
        "bold" if on => look.weight = Weight::Bold,
        "dim" if on => look.weight = Weight::Dim,
        "italic" => look.italic = on,
        "underline" => look.underline = on,
        "strike" => look.struck = on,
        "reverse" => look.reverse = on,
        _ => {}
    }
    Ok(())
}

impl Theme {
    fn set(&mut self, role: Role, look: Look) {
        if let Some(own) = self.looks.get_mut(role as usize) {
            *own = look;
        }
    }
}
