//! The dates that head the days of a diary and the entries of a list of changes: 2024年3月2日 星期六 晴, 三月二日,
//! 2024-03-02, March 2, 1888, 2 mars 1888, 1987年.

use super::numeral::{Numeral, arabic, han, letter, split};

/// A date at the start of a line, and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date<'a> {
    /// How it is written; the dates of one document that head something are written alike.
    pub(super) form: Form,
    /// About the number of the day, so that a later date has a greater one: in its year, where that is not given.
    pub(super) day: u32,
    pub(super) rest: &'a str,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Form {
    /// 1987年.
    Year,
    /// 2024年3月.
    Month,
    /// 2024年3月2日, March 2, 1888.
    Day,
    /// 3月2日, March 2.
    DayOfYear,
    /// 2024-03-02, 2024/3/2, 2024.3.2.
    Iso,
}

/// Returns the date that `text` starts with, after a day of the week.
pub(super) fn date(text: &str) -> Option<Date<'_>> {
    if text.starts_with(|c: char| c.is_ascii_alphabetic() || ('\u{C0}'..'\u{530}').contains(&c)) {
        let text = after_weekday(text);
        return month_first(text);
    }
    counted(text).or_else(|| iso(text)).or_else(|| day_first(text))
}

/// Returns 2024年3月2日, 3月2日, 1987年.
fn counted(text: &str) -> Option<Date<'_>> {
    let first = number(text)?;
    let (value, rest) = (first.value, first.rest.trim_start_matches(' '));
    if let Some(rest) = rest.strip_prefix(['年', '년']) {
        let full = (1000..3000).contains(&value);
        let inner = counted(rest.trim_start_matches(' '));
        return match inner.filter(|date| date.form == Form::DayOfYear || date.form == Form::Month) {
            Some(Date { form, day, rest }) if full => {
                let form = if form == Form::DayOfYear { Form::Day } else { Form::Month };
                Some(Date { form, day: value * YEAR + day, rest })
            }
            _ => full.then_some(Date { form: Form::Year, day: value * YEAR, rest }),
        };
    }
    let rest = rest.strip_prefix(['月', '월']).filter(|_| (1..=12).contains(&value))?;
    let month = value * MONTH;
    let day = number(rest.trim_start_matches(' ')).and_then(|Numeral { value, rest, .. }| {
        let rest = rest.trim_start_matches(' ').strip_prefix(['日', '号', '號', '일'])?;
        (1..=31).contains(&value).then_some((value, rest))
    });
    Some(match day {
        Some((day, rest)) => Date { form: Form::DayOfYear, day: month + day, rest },
        None => Date { form: Form::Month, day: month, rest },
    })
}

/// How many days a month counts for here, and a year.
const MONTH: u32 = 32;
const YEAR: u32 = 13 * MONTH;

fn number(text: &str) -> Option<Numeral<'_>> {
    arabic(text).or_else(|| han(text))
}

/// Returns 2024-03-02.
fn iso(text: &str) -> Option<Date<'_>> {
    let year = arabic(text)?;
    let mark = year.rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let month = arabic(year.rest.strip_prefix(mark)?)?;
    let day = arabic(month.rest.strip_prefix(mark)?)?;
    let plausible = (1000..3000).contains(&year.value)
        && (1..=12).contains(&month.value)
        && (1..=31).contains(&day.value);
    let count = year.value * YEAR + month.value * MONTH + day.value;
    plausible.then_some(Date { form: Form::Iso, day: count, rest: day.rest })
}

/// Returns March 2, 1888.
fn month_first(text: &str) -> Option<Date<'_>> {
    let (month, rest) = month(text)?;
    let day = arabic(rest.trim_start())?;
    (1..=31).contains(&day.value).then(|| with_year(month, day.value, after_ordinal(day.rest)))
}

/// Returns 2 March 1888, 2. März, 2 de marzo de 1888.
fn day_first(text: &str) -> Option<Date<'_>> {
    let day = arabic(text).filter(|day| (1..=31).contains(&day.value))?;
    let rest = after_ordinal(day.rest).trim_start();
    let (month, rest) = month(after_of(rest))?;
    Some(with_year(month, day.value, rest))
}

/// Returns the date with the year that `rest` starts with, if it does.
fn with_year(month: u32, day: u32, rest: &str) -> Date<'_> {
    let day = month * MONTH + day;
    let year = arabic(after_of(rest.trim_start_matches([',', ' ', '.'])));
    match year.filter(|year| (1000..3000).contains(&year.value)) {
        Some(year) => Date { form: Form::Day, day: year.value * YEAR + day, rest: year.rest },
        None => Date { form: Form::DayOfYear, day, rest },
    }
}

fn after_of(text: &str) -> &str {
    ["de ", "of "].iter().find_map(|of| text.strip_prefix(of)).unwrap_or(text)
}

fn after_ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th", "er", ".", "º"]
        .iter()
        .find_map(|end| text.strip_prefix(end))
        .unwrap_or(text)
}

/// How the names of the months begin, in lower case: English, German, French, Spanish, Italian, Portuguese, Russian.
const MONTHS: [&str; 12] = [
    "jan ene gen янв",
    "feb fév fev фев",
    "mar mär мар",
    "apr avr abr апр",
    "may mai mag мая май",
    "jun juin giu июн",
    "jul juil lug июл",
    "aug aoû ago авг",
    "sep set сен",
    "oct okt out ott окт",
    "nov ноя",
    "dec dez dic déc дек",
];

/// The name of no month is longer, in characters.
const LONGEST: usize = 10;

/// Returns the month that `text` starts with, and what follows its name.
fn month(text: &str) -> Option<(u32, &str)> {
    let (name, rest) = split(text, letter);
    if !(3..=LONGEST).contains(&name.chars().count()) {
        return None;
    }
    let name = name.to_lowercase();
    let begins = |names: &str| names.split(' ').any(|begin| name.starts_with(begin));
    let at = MONTHS.iter().position(|names| begins(names))?;
    Some((at as u32 + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Returns `text` after the name of a day of the week.
fn after_weekday(text: &str) -> &str {
    let (word, rest) = split(text, letter);
    let day = ["day", "tag", "woch", "di", "bado", "ingo"].iter().any(|end| word.ends_with(end))
        || ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].contains(&word);
    if day { rest.trim_start_matches([',', '.', ' ']) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Form, &str)> {
        date(text).map(|date| (date.form, date.rest))
    }

    #[test]
    fn dates_are_known_in_many_dresses() {
        for (text, form, rest) in [
            ("2024年3月2日　星期六　晴", Form::Day, "　星期六　晴"),
            ("二〇二四年三月二日", Form::Day, ""),
            ("三月二日　晴", Form::DayOfYear, "　晴"),
            ("2024년 3월 2일", Form::Day, ""),
            ("1987年", Form::Year, ""),
            ("2024年3月", Form::Month, ""),
            ("2024-03-02", Form::Iso, ""),
            ("March 2, 1888", Form::Day, ""),
            ("Friday, March 2nd", Form::DayOfYear, ""),
            ("2. März 1888", Form::Day, ""),
            ("2 de marzo de 1888", Form::Day, ""),
            ("2 марта 1888", Form::Day, ""),
        ] {
            assert_eq!(read(text), Some((form, rest)), "{text}");
        }
        for text in ["March on", "2 boats", "3月亮", "2024-13-02", "12年"] {
            assert!(read(text).is_none_or(|(form, _)| form == Form::Month), "{text}");
        }
    }

    #[test]
    fn a_later_date_has_a_greater_number() {
        let days = ["1887年12月31日", "1888年1月1日", "1888年1月2日", "1888年2月1日"];
        let days: Vec<_> = days.iter().filter_map(|text| date(text)).map(|one| one.day).collect();
        assert!(days.len() == 4 && days.is_sorted());
    }
}
