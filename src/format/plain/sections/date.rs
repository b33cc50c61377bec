//! The dates that head the days of a diary and the entries of a list of changes: 2024年3月2日 星期六 晴, 三月二日,
//! 2024-03-02, March 2, 1888, 2 mars 1888, 2.3.1888, 1987年, 正月初三.

use super::numeral::{Numeral, arabic, han, letter, split};

/// A date at the start of a line, and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date<'a> {
    /// How it is written; the dates of one document that head something are written alike.
    pub(super) form: Form,
    /// About the number of the day, so that a later date has a greater one: in its year, where that is not given.
    pub(super) day: u32,
    /// The same where the month stands first in 3/2/1888.
    pub(super) or: u32,
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
    /// 2.3.1888, 3/2/1888.
    Short,
}

impl<'a> Date<'a> {
    fn new(form: Form, day: u32, rest: &'a str) -> Self {
        Self { form, day, or: day, rest }
    }
}

/// Returns the date that `text` starts with, after a day of the week.
pub(super) fn date(text: &str) -> Option<Date<'_>> {
    if text.starts_with(|c: char| c.is_ascii_alphabetic() || ('\u{C0}'..'\u{530}').contains(&c)) {
        let rest = after_weekday(text);
        let numbered = |rest| iso(rest).or_else(|| short(rest)).or_else(|| day_first(rest));
        let after = || Some(rest).filter(|rest| rest.len() < text.len()).and_then(numbered);
        return month_first(rest).or_else(after);
    }
    counted(text).or_else(|| iso(text)).or_else(|| short(text)).or_else(|| day_first(text))
}

/// Returns 2024年3月2日, 3月2日, 1987年, 正月初三.
fn counted(text: &str) -> Option<Date<'_>> {
    if let Some((month, rest)) = lunar_month(text) {
        return Some(in_month(month, rest));
    }
    let first = number(text)?;
    let (value, rest) = (first.value, first.rest.trim_start_matches(' '));
    if let Some(rest) = rest.strip_prefix(['年', '년']) {
        let full = (1000..3000).contains(&value);
        let inner = counted(rest.trim_start_matches(' '));
        return match inner.filter(|date| date.form == Form::DayOfYear || date.form == Form::Month) {
            Some(Date { form, day, rest, .. }) if full => {
                let form = if form == Form::DayOfYear { Form::Day } else { Form::Month };
                Some(Date::new(form, value * YEAR + day, rest))
            }
            _ => full.then_some(Date::new(Form::Year, value * YEAR, rest)),
        };
    }
    let rest = rest.strip_prefix(['月', '월']).filter(|_| (1..=12).contains(&value))?;
    Some(in_month(value, rest))
}

/// Returns the months that have names in the lunar calendar.
fn lunar_month(text: &str) -> Option<(u32, &str)> {
    const MONTHS: [(&str, u32); 5] =
        [("正月", 1), ("元月", 1), ("冬月", 11), ("腊月", 12), ("臘月", 12)];
    MONTHS.iter().find_map(|&(name, month)| Some((month, text.strip_prefix(name)?)))
}

/// Returns the date in `month` whose day `rest` starts with, or the month alone.
fn in_month(month: u32, rest: &str) -> Date<'_> {
    let month = month * MONTH;
    match day(rest.trim_start_matches(' ')) {
        Some((day, rest)) => Date::new(Form::DayOfYear, month + day, rest),
        None => Date::new(Form::Month, month, rest),
    }
}

/// Returns 2日, 初三; and 十二 where no more is said.
fn day(text: &str) -> Option<(u32, &str)> {
    let first_days = text.strip_prefix('初');
    let Numeral { value, rest, .. } = first_days.map_or_else(|| number(text), han)?;
    let after = rest.trim_start_matches(' ').strip_prefix(['日', '号', '號', '일']);
    let ends = || rest.is_empty() || rest.starts_with(char::is_whitespace);
    let lunar = || (first_days.is_some() || han(text).is_some()) && ends();
    let rest = after.or_else(|| lunar().then_some(rest))?;
    (1..=31).contains(&value).then_some((value, rest))
}

/// How many days a month counts for here, and a year.
const MONTH: u32 = 32;
pub(super) const YEAR: u32 = 13 * MONTH;

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
    plausible.then_some(Date::new(Form::Iso, count, day.rest))
}

/// Returns 2.3.1888, 3/2/1888, whose month may stand first or second.
fn short(text: &str) -> Option<Date<'_>> {
    let first = arabic(text)?;
    let mark = first.rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let second = arabic(first.rest.strip_prefix(mark)?)?;
    let year = arabic(second.rest.strip_prefix(mark)?)?;
    let of = |month: u32, day: u32| {
        let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
        plausible.then_some(year.value * YEAR + month * MONTH + day)
    };
    let day_first = of(second.value, first.value);
    let month_first = of(first.value, second.value);
    let day = day_first.or(month_first).filter(|_| (1000..3000).contains(&year.value))?;
    let date = Date::new(Form::Short, day, year.rest);
    Some(Date { or: month_first.unwrap_or(day), ..date })
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
        Some(year) => Date::new(Form::Day, year.value * YEAR + day, after_year(year.rest)),
        None => Date::new(Form::DayOfYear, day, rest),
    }
}

/// Returns `text` after the word for a year, as Russian, Ukrainian and Polish have it.
fn after_year(text: &str) -> &str {
    let words = ["года", "год", "року", "roku", "г.", "р.", "r."];
    let rest = text.trim_start();
    words.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(text)
}

fn after_den(text: &str) -> &str {
    ["den ", "le ", "el "].iter().find_map(|den| text.strip_prefix(den)).unwrap_or(text)
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

/// The names of the months in lower case, as they stand in dates: English, German, French, Spanish, Italian, Portuguese,
/// Dutch, Swedish, Indonesian; Polish, Turkish; Russian, Ukrainian; Greek; Arabic; Thai.
const MONTHS: [&str; 12] = [
    "january januar jänner janvier enero gennaio janeiro januari stycznia styczeń ocak января январь січня січень \
     ιανουαρίου ιανουάριος يناير มกราคม",
    "february februar février febrero febbraio fevereiro februari lutego luty şubat февраля февраль лютого лютий \
     φεβρουαρίου φεβρουάριος فبراير กุมภาพันธ์",
    "march märz mars marzo março maart maret marca marzec mart марта березня березень μαρτίου μάρτιος مارس มีนาคม",
    "april avril abril aprile kwietnia kwiecień nisan апреля апрель квітня квітень απριλίου απρίλιος أبريل ابريل เมษายน",
    "may mai mayo maggio maio mei maj maja mayıs мая май травня травень μαΐου μάιος مايو พฤษภาคม",
    "june juni juin junio giugno junho czerwca czerwiec haziran июня июнь червня червень ιουνίου ιούνιος يونيو มิถุนายน",
    "july juli juillet julio luglio julho lipca lipiec temmuz июля июль липня липень ιουλίου ιούλιος يوليو กรกฎาคม",
    "august août agosto augustus augusti agustus sierpnia sierpień ağustos августа серпня серпень αυγούστου αύγουστος \
     أغسطس اغسطس สิงหาคม",
    "september septembre septiembre setiembre settembre setembro września wrzesień eylül сентября сентябрь вересня \
     вересень σεπτεμβρίου σεπτέμβριος سبتمبر กันยายน",
    "october oktober octobre octubre ottobre outubro października październik ekim октября октябрь жовтня жовтень \
     οκτωβρίου οκτώβριος أكتوبر اكتوبر ตุลาคม",
    "november novembre noviembre novembro listopada listopad kasım ноября ноябрь νοεμβρίου νοέμβριος نوفمبر พฤศจิกายน",
    "december dezember décembre diciembre dicembre dezembro desember grudnia grudzień aralık декабря декабрь грудня \
     грудень δεκεμβρίου δεκέμβριος ديسمبر ธันวาคม",
];

/// The name of no month is longer, in characters.
const LONGEST: usize = 12;

/// Returns the month that `text` starts with, in full or as it is cut short, and what follows its name.
fn month(text: &str) -> Option<(u32, &str)> {
    let (name, rest) = split(text, letter);
    if !(3..=LONGEST).contains(&name.chars().count()) {
        return None;
    }
    let name = name.to_lowercase();
    let is_one = |names: &str| names.split(' ').any(|month| month.starts_with(&name));
    let at = MONTHS.iter().position(|names| is_one(names))?;
    Some((at as u32 + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Returns `text` after the name of a day of the week.
fn after_weekday(text: &str) -> &str {
    const ENDS: [&str; 18] = [
        "day",
        "tag",
        "woch",
        "di",
        "dì",
        "bado",
        "ingo",
        "anche",
        "enica",
        "unes",
        "artes",
        "oles",
        "eves",
        "ernes",
        "ник",
        "среда",
        "верг",
        "ница",
    ];
    let (word, rest) = split(text, letter);
    let word = word.to_lowercase();
    let day = ENDS.iter().any(|end| word.ends_with(end))
        || ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "суббота", "воскресенье"]
            .contains(&&*word);
    if day { after_den(rest.trim_start_matches([',', '.', ' '])) } else { text }
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
            ("2 марта 1888 г. Вечер", Form::Day, " Вечер"),
            ("2 marca 1888 roku", Form::Day, ""),
            ("Sept. 2, 1888", Form::Day, ""),
            ("2 มีนาคม 2567", Form::Day, ""),
            ("2 مارس 2024", Form::Day, ""),
            ("2.3.1888", Form::Short, ""),
            ("3/22/1888 Rain", Form::Short, " Rain"),
            ("正月初三　晴", Form::DayOfYear, "　晴"),
            ("二月十二", Form::DayOfYear, ""),
        ] {
            assert_eq!(read(text), Some((form, rest)), "{text}");
        }
        for text in [
            "March on",
            "2 boats",
            "3月亮",
            "2024-13-02",
            "12年",
            "1.2.3",
            "13/13/1888",
            "正月里来",
            "4 Maintenance",
            "3 General",
            "2 Settings",
        ] {
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
