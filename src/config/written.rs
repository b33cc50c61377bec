//! The file of settings with other values in it: all else that a person wrote there stays.

use toml_edit::{DocumentMut, Item, Table, TableLike, TomlError, Value};

use super::{Assignment, Fault, FaultKind};

/// Returns `text`, that of a file of settings, with what `assigned` says. A setting that it did not have stands below the
/// comment that shows it, or else after those that it has.
///
/// # Errors
/// What keeps the file from being read.
pub fn written(text: &str, assigned: &[Assignment]) -> Result<String, Fault> {
    assigned.iter().try_fold(text.to_owned(), |text, one| with(&text, one))
}

/// Returns `text` with what `assigned` says.
fn with(text: &str, assigned: &Assignment) -> Result<String, Fault> {
    let mut document = text.parse::<DocumentMut>().map_err(|error| fault(text, &error))?;
    let key = assigned.setting.key();
    let has_none = table_of(&mut document, assigned).is_none_or(|table| !table.contains_key(key));
    if let Some(text) = below_comment(text, assigned).filter(|_| has_none) {
        return Ok(text);
    }
    if let Some(name) = assigned.setting.table() {
        document.entry(name).or_insert_with(|| Item::Table(Table::new()));
    }
    let Some(table) = table_of(&mut document, assigned) else {
        let kind = FaultKind::NoTable(assigned.setting.table().unwrap_or_default());
        return Err(Fault { line: 1, kind });
    };
    let mut value = literal(&assigned.word);
    match table.get_mut(key) {
        Some(old) => {
            if let Some(old) = old.as_value() {
                *value.decor_mut() = old.decor().clone();
            }
            *old = Item::Value(value);
        }
        None => drop(table.insert(key, Item::Value(value))),
    }
    Ok(document.to_string())
}

/// Returns the table in which `document` has the setting of `assigned`, if there is one.
fn table_of<'a>(
    document: &'a mut DocumentMut,
    assigned: &Assignment,
) -> Option<&'a mut dyn TableLike> {
    match assigned.setting.table() {
        None => Some(document.as_table_mut()),
        Some(name) => document.get_mut(name)?.as_table_like_mut(),
    }
}

/// Returns `text` with the setting below the comment that shows it in its table, as `#width = 80` does; none where there
/// is no such line.
fn below_comment(text: &str, assigned: &Assignment) -> Option<String> {
    let (table, key) = (assigned.setting.table().unwrap_or_default(), assigned.setting.key());
    let mut within = "";
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += line.len();
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[') {
            within = header.split(']').next().unwrap_or_default().trim();
        }
        let shows = line.strip_prefix('#').and_then(|line| line.split_once('='));
        if within == table && shows.is_some_and(|(shown, _)| shown.trim_end() == key) {
            let (before, after) = text.split_at_checked(end)?;
            let ended = if before.ends_with('\n') { "" } else { "\n" };
            let with = format!("{before}{ended}{key} = {}\n{after}", literal(&assigned.word));
            // What looked like a comment may have been of a text over several lines.
            let mut document = with.parse::<DocumentMut>().ok()?;
            let holds = table_of(&mut document, assigned)?.contains_key(key);
            return holds.then_some(with);
        }
    }
    None
}

/// Returns the value that `word` is: true or false, a number, or a text.
fn literal(word: &str) -> Value {
    match word {
        "true" => true.into(),
        "false" => false.into(),
        word => word.parse::<i64>().map_or_else(|_| word.into(), Value::from),
    }
}

/// Returns what is wrong with `text`.
fn fault(text: &str, error: &TomlError) -> Fault {
    let start = error.span().unwrap_or_default().start;
    Fault::at(text, start, FaultKind::NoToml(error.message().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{AnySetting, Config, TEMPLATE, Themes, read};
    use crate::search::SearchOptions;

    fn assigned(name: &str, word: &str) -> Assignment {
        AnySetting::named(name).unwrap().assign(word).unwrap()
    }

    /// Returns `text` with each setting of `said` at its value.
    fn set(text: &str, said: &[(&str, &str)]) -> String {
        let assigned: Vec<_> = said.iter().map(|(name, word)| assigned(name, word)).collect();
        written(text, &assigned).unwrap()
    }

    #[test]
    fn a_value_is_exchanged_and_every_comment_stays() {
        let text = "# mine\nwidth = 60  # narrow\n\n[search]\nhan = 'different' # 国\n";
        let expected = "# mine\nwidth = 72  # narrow\n\n[search]\nhan = \"alike\" # 国\n";
        assert_eq!(set(text, &[("width", "72"), ("search.han", "alike")]), expected);
    }

    #[test]
    fn a_setting_that_was_none_stands_below_the_comment_that_shows_it() {
        let text = "#width = 80\n\n#theme = \"auto\"\n[search]\n#width = \"alike\"\n";
        let expected = "#width = 80\n\n#theme = \"auto\"\ntheme = \"night\"\n[search]\n#width = \"alike\"\nwidth = \"different\"\n";
        assert_eq!(set(text, &[("theme", "night"), ("search.width", "different")]), expected);
    }

    #[test]
    fn without_such_a_comment_it_stands_after_those_that_are_there() {
        let text = "width = 60\n[bind]\nend = 'x'\n";
        assert_eq!(
            set(text, &[("sticky", "true")]),
            "width = 60\nsticky = true\n[bind]\nend = 'x'\n"
        );
        assert_eq!(set("", &[("search.regex", "true")]), "[search]\nregex = true\n");
        assert_eq!(
            set("search = { han = 'alike' }", &[("search.han", "different")]).trim_end(),
            "search = { han = \"different\" }"
        );
        let within = "[[sections]]\nregex = '''\n#width = 80\n'''\nlevel = 1\n";
        assert!(read(&set(within, &[("width", "60")])).0.page.width == 60);
    }

    #[test]
    fn what_is_written_in_the_template_is_read_again() {
        for setting in AnySetting::all() {
            let usual = setting.value(&Config::default(), &SearchOptions::default());
            let other = setting.beside(&usual, 1, &Themes::default());
            let other = other.unwrap_or("percent title".to_owned());
            let text = set(TEMPLATE, &[(&setting.name(), &other)]);
            assert_eq!(text.lines().count(), TEMPLATE.lines().count() + 1, "{}", setting.name());
            let (config, faults) = read(&text);
            assert_eq!(faults, []);
            let search = config.search_options(SearchOptions::default());
            assert_eq!(setting.value(&config, &search), other, "{}", setting.name());
        }
    }

    #[test]
    fn a_file_that_is_none_is_told_with_its_line() {
        let fault = written("width = 60\nsticky =\n", &[assigned("width", "72")]).unwrap_err();
        assert_eq!(fault.line, 2);
        let fault = written("search = 1\n", &[assigned("search.han", "alike")]).unwrap_err();
        assert_eq!(fault, Fault { line: 1, kind: FaultKind::NoTable("search") });
    }
}
