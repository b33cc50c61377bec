//! The file of a theme (TOML): a table of looks by their roles, over those of the theme that it inherits.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Look, ROLES, Role, Theme, Weight};
use crate::config::Fault;
use crate::config::near::hint;

/// How a look is written, for who wrote it otherwise.
const EXAMPLE: &str = "`link = { colour = \"#0057b0\", underline = true }`";

/// What a look says.
const WORDS: [&str; 8] =
    ["colour", "ground", "bold", "dim", "italic", "underline", "strike", "reverse"];

/// Returns the theme that `text` describes, and what is wrong in it, by lines. `inherited` returns the reader's own
/// theme of a name; those that come with the program are known.
pub fn read(text: &str, inherited: impl Fn(&str) -> Option<Theme>) -> (Theme, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = ThemeReader { text, faults: Vec::new() };
    for error in errors {
        let words = format!("{}; a look is written as in {EXAMPLE}", error.message());
        reading.fault(error.span().unwrap_or_default(), words);
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
    fn fault(&mut self, span: Range<usize>, words: String) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        self.faults.push(Fault { line: before.matches('\n').count() + 1, words });
    }

    fn theme(&mut self, table: &DeTable<'_>, inherited: impl Fn(&str) -> Option<Theme>) -> Theme {
        let mut theme = Theme::bare();
        if let Some(parent) = table.get("inherits") {
            let name = parent.get_ref().as_str().unwrap_or_default();
            match Theme::built_in(name).or_else(|| inherited(name)) {
                Some(known) => theme = known,
                None => self.fault(parent.span(), format!("no theme `{name}` to inherit")),
            }
        }
        for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != "inherits") {
            let name = key.get_ref().as_ref();
            let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == name) else {
                let hint = hint(name, ROLES.iter().map(|(known, _)| *known));
                self.fault(key.span(), format!("nothing is called `{name}`{hint}"));
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
            self.fault(value.span(), format!("a look is a table, as in {EXAMPLE}"));
            return look;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !WORDS.contains(&name) {
                let hint = hint(name, WORDS);
                self.fault(key.span(), format!("a look has no `{name}`{hint}"));
            } else if let Err(words) = say(&mut look, name, value.get_ref()) {
                self.fault(value.span(), format!("`{name}`: {words}"));
            }
        }
        look
    }
}

/// Makes `look` as its word `name` says.
///
/// # Errors
/// What `value` should be.
fn say(look: &mut Look, name: &str, value: &DeValue<'_>) -> Result<(), String> {
    if matches!(name, "colour" | "ground") {
        let number = value.as_integer().map(|number| number.as_str().to_owned());
        let word = value.as_str().map(str::to_owned).or(number).unwrap_or_default();
        let colour =
            word.parse().map_err(|wrong: super::super::colour::NoColour| wrong.to_string())?;
        *(if name == "colour" { &mut look.colour } else { &mut look.ground }) = Some(colour);
        return Ok(());
    }
    let on = value.as_bool().ok_or("it is true or false")?;
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
