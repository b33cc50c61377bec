//! The pattern of the lines like an example: its number may be any number written so, its title any title about as
//! long; the word and the marks around them stay.

use super::numeral::{Numeral, Numerals, arabic, numeral, split, word, word_pattern};
use super::shape::blank;
use crate::budget::RULED_LINE_BYTES;
use crate::text::{Pattern, escape};

/// The most characters that may stand before a number that counts headings.
const BEFORE: usize = 20;

/// The most characters of a title, where the example's is shorter than half of that.
const TITLE: usize = 40;

/// What may stand right before a number and makes an ordinal of it.
const ORDINAL: [char; 2] = ['第', '제'];

/// What parts the numbers of 3.1.2.
const POINTS: [char; 4] = ['.', '．', '-', '－'];

/// What headings are counted in.
const UNITS: &str =
    "卷部集篇册冊编編巻季辑章回话話幕折场場夜弹彈曲节節讲講课課期番장화부편권회막절";

/// What begins speech, which is told by no mark.
const SPEECH: &str = "“\"‘'「『〝｢«„—―–";

/// What a sentence ends with or goes on after, and a title does not.
const STOPS: &str = "。，、；：,;:.";

/// What ends a sentence, and is part of a title that ends so.
const ENDS: &str = "。！？…!?.”』」’\"'";

/// Brackets.
const BRACKETS: [(char, char); 11] = [
    ('【', '】'),
    ('〖', '〗'),
    ('〔', '〕'),
    ('［', '］'),
    ('[', ']'),
    ('（', '）'),
    ('(', ')'),
    ('《', '》'),
    ('〈', '〉'),
    ('<', '>'),
    ('{', '}'),
];

/// Returns the pattern of the lines like `line`, which it matches too; none where `line` has neither number nor mark,
/// nor is all in capitals, so that there is nothing to go by.
pub fn alike(line: &str) -> Option<Pattern> {
    let line = line.trim_matches(blank);
    let pattern = counted(line).or_else(|| marked(line)).or_else(|| shouted(line))?;
    let pattern = Pattern::new(&format!("^{pattern}$")).ok()?;
    (line.len() <= RULED_LINE_BYTES && pattern.is_match(line)).then_some(pattern)
}

/// Returns the pattern of 第三章 渡船, Chapter IV, 3.1 Use.
fn counted(line: &str) -> Option<String> {
    let (before, Numeral { written, rest, .. }) = number(line)?;
    let (deeper, rest) = if written == Numerals::Arabic { deeper(rest) } else { ("", rest) };
    let (unit, rest) = unit(before, rest);
    let labelled = !before.is_empty() || !unit.is_empty();
    let words = || word_pattern(line.get(before.len()..)?);
    let figures = if written == Numerals::Word { words()? } else { figures(written).to_owned() };
    let number = figures + &numbers(deeper);
    Some(kept(before) + &number + &kept(unit) + &titled(before, rest, labelled))
}

/// Parts `rest`, which follows a number, into the numbers that belong to it, `.1.2`, and what follows those.
fn deeper(rest: &str) -> (&str, &str) {
    let mut after = rest;
    while let Some(next) = after.strip_prefix(POINTS).and_then(arabic) {
        after = next.rest;
    }
    rest.split_at_checked(rest.len() - after.len()).unwrap_or(("", rest))
}

/// Returns the pattern of numbers with a point before each.
fn numbers(deeper: &str) -> String {
    let points = deeper.chars().filter(|c| POINTS.contains(c));
    points.map(|point| escape(&point.to_string()) + figures(Numerals::Arabic)).collect()
}

/// Returns the number of `line`, and what stands before it: an ordinal, else the first.
fn number(line: &str) -> Option<(&str, Numeral<'_>)> {
    let numbers = || {
        let places = line.char_indices().filter_map(|(at, _)| line.split_at_checked(at));
        places.take(BEFORE + 1).filter_map(|(before, rest)| {
            let number = numeral(rest).or_else(|| word(rest))?;
            counts(before, &number).then_some((before, number))
        })
    };
    let found =
        numbers().find(|(before, _)| before.ends_with(ORDINAL)).or_else(|| numbers().next());
    found.filter(|(before, _)| !before.contains(|c| STOPS.contains(c) || ENDS.contains(c)))
}

/// Tells whether `number`, which stands after `before`, counts and is no word of a title.
fn counts(before: &str, number: &Numeral) -> bool {
    let next = number.rest.chars().next();
    let joined = next.is_some_and(char::is_alphabetic);
    let after = before.chars().next_back();
    let parted = !after.is_some_and(char::is_alphanumeric);
    let sentence = number.rest.trim_start().starts_with(char::is_lowercase);
    match number.written {
        Numerals::Arabic => {
            !after.is_some_and(char::is_numeric) && !next.is_some_and(|c| c.is_ascii_alphabetic())
        }
        Numerals::Han => {
            let ordinal = after.is_some_and(|c| ORDINAL.contains(&c) || UNITS.contains(c));
            let begun = after.is_some_and(|c| numeral(c.encode_utf8(&mut [0; 4])).is_some());
            !begun && (!joined || ordinal || next.is_some_and(|c| UNITS.contains(c)))
        }
        Numerals::Roman => {
            let marked = next.is_none_or(|c| !c.is_whitespace());
            parted && !joined && !sentence && (marked || !before.is_empty())
        }
        Numerals::Word => {
            let one_word = before.trim().chars().all(char::is_alphabetic);
            parted && !joined && !sentence && one_word && !before.trim().is_empty()
        }
        Numerals::Circled | Numerals::Syllable => true,
    }
}

/// Returns what belongs to a number after `before` at the start of `rest`, a unit or marks, and what follows it.
fn unit<'a>(before: &str, rest: &'a str) -> (&'a str, &'a str) {
    let counted = before.ends_with(|c| UNITS.contains(c));
    let after = rest.strip_prefix(|c: char| c.is_alphabetic() && !c.is_ascii() && !counted);
    let (_, after) =
        split(after.unwrap_or(rest), |c| is_mark(c) && closer(c).is_none() && !speaks(c));
    rest.split_at_checked(rest.len() - after.len()).unwrap_or(("", rest))
}

/// Returns the pattern of ■ 渡口, 【夜雨】, § Use, and of a line that is all marks.
fn marked(line: &str) -> Option<String> {
    let (marks, rest) = split(line, is_mark);
    let last = marks.chars().next_back()?;
    let framed = line.chars().next_back() == line.chars().next();
    if marks.starts_with(speaks) && !framed {
        return None;
    }
    let inner = closer(last).and_then(|closer| rest.split_once(closer));
    Some(match inner {
        Some((inner, after)) => {
            let close = closer(last).map(String::from).unwrap_or_default();
            kept(marks) + &titled("", inner, false) + &escape(&close) + &titled(marks, after, true)
        }
        None => kept(marks) + &titled(marks, rest, false),
    })
}

/// Returns the pattern of a line all in capitals, at least two of them.
fn shouted(line: &str) -> Option<String> {
    const NO_SMALL: &str = r"[^\p{Ll}\p{Lo}]*";
    let begins = r#"[^\p{L}“"‘'«„]*"#;
    is_shouted(line).then(|| format!(r"{begins}\p{{Lu}}{NO_SMALL}\p{{Lu}}{NO_SMALL}"))
}

/// Tells whether `text` has two capitals and no other letter.
fn is_shouted(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

/// Returns the pattern of `rest`, a title that `before` stands before: white space, words, marks that frame the line.
/// What is set off from a label may be missing.
fn titled(before: &str, rest: &str, labelled: bool) -> String {
    let (words, frame) = framed(before, rest.trim_start());
    let set_off = rest.starts_with(char::is_whitespace);
    let gap = if set_off { r"\s+" } else { "" };
    let frame = kept(frame);
    match words {
        "" => format!("{gap}{frame}"),
        words if labelled && set_off => format!("(?:{gap}{})?{frame}", title(words)),
        words => format!("{gap}{}{frame}", title(words)),
    }
}

/// Parts `words` from the marks at their end that frame the line, because they or their brackets are in `before` too.
fn framed<'a>(before: &str, words: &'a str) -> (&'a str, &'a str) {
    let frames = |c: char| match BRACKETS.iter().find(|(_, close)| *close == c) {
        Some((open, _)) => before.contains(*open) && !words.contains(*open),
        None => is_mark(c) && before.contains(c),
    };
    let end = words.trim_end_matches(frames).trim_end();
    words.split_at_checked(end.len()).unwrap_or((words, ""))
}

/// Returns the pattern of a title: it begins and ends as `example` does, and is at most about as long as titles are.
fn title(example: &str) -> String {
    if is_shouted(example) {
        return r"[^\p{Ll}\p{Lo}]+".to_owned();
    }
    let most = TITLE.max(2 * example.chars().count());
    let small = example.starts_with(char::is_lowercase);
    let first = if small { r"\S" } else { r"[^\p{Ll}\s]" };
    let stops = example.ends_with(|c| STOPS.contains(c));
    let last = if stops { r"\S".to_owned() } else { format!(r"[^\s{}]", escape(STOPS)) };
    format!("{first}(?:.{{0,{most}}}{last})?")
}

/// Returns the pattern of the numbers that are written so, in figures.
fn figures(written: Numerals) -> &'static str {
    match written {
        Numerals::Arabic => r"\p{Nd}{1,6}",
        Numerals::Han => {
            "[零〇○一二三四五六七八九十百千两兩廿卅卌壹壱贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟]{1,9}"
        }
        Numerals::Roman => "[IVXLCⅠ-Ⅻ]{1,9}",
        Numerals::Circled => "[①-⑳⑴-⒇⒈-⒛㈠-㈩㊀-㊉➀-➉❶-❿]",
        Numerals::Syllable => "[가나다라마바사아자차카타파하]",
        Numerals::Word => "",
    }
}

/// Returns the pattern of `text` as it stands, its white space of any kind.
fn kept(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        if !c.is_whitespace() {
            pattern += &escape(c.encode_utf8(&mut [0; 4]));
        } else if !pattern.ends_with(r"\s+") {
            pattern += r"\s+";
        }
    }
    pattern
}

/// Tells whether `c` shows and is neither letter nor number.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !blank(c)
}

/// Tells whether `c` begins speech.
fn speaks(c: char) -> bool {
    SPEECH.contains(c)
}

/// Returns what closes the bracket `c`.
fn closer(c: char) -> Option<char> {
    BRACKETS.iter().find(|(open, _)| *open == c).map(|(_, close)| *close)
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! alike {
        ($($name:ident, $example:expr, [$($yes:expr),*], [$($no:expr),*];)*) => {
            $(#[test]
            fn $name() {
                let pattern = alike($example).expect("there is something to go by");
                for line in [$example, $($yes),*] {
                    assert!(pattern.is_match(line), "{line} is like {}", pattern.as_str());
                }
                let others: &[&str] = &[$($no),*];
                for line in others {
                    assert!(!pattern.is_match(line), "{line} is unlike {}", pattern.as_str());
                }
            })*
        };
    }

    alike! {
        an_ordinal_keeps_its_unit, "第三章 渡船", ["第一百零八章 夜雨", "第四章", "第五章　雨"],
            ["第三回 渡船", "第三章渡船", "他翻到第三章 渡船", "第三章 他写道，那一夜雨下得很大。"];
        a_joined_title_stays_joined, "第3章出门", ["第12章归来"], ["第3回出门", "第三章出门"];
        a_bare_number_stays_bare, "三", ["四", "十二"], ["三人", "三、", "3"];
        a_number_keeps_its_mark, "三、出门", ["十、归来"], ["三. 出门", "3、出门", "三人出门"];
        decimals_keep_their_depth, "3.1 Use", ["12.4 Install it"], ["1.1", "3 Use", "3.1.2 Use", "3.1 use"];
        brackets_around_a_number_stay, "（三）出门", ["（十）归来"], ["三、出门", "(三)出门"];
        a_frame_around_all_stays, "【第三章 出门】", ["【第四章】", "【第十章 夜雨】"], ["第三章 出门"];
        a_frame_around_the_label_stays, "【第三章】出门", ["【第十章】夜雨"], ["【第三章 出门】"];
        a_word_of_the_series_stays, "Room 3: The Mill", ["Room 12: A Letter"], ["Chapter 3: The Mill", "Room 3"];
        roman_numerals_are_numbers, "CHAPTER IV. The Mill", ["CHAPTER XII. A Letter"],
            ["CHAPTER 4. The Mill", "Chapter IV. The Mill"];
        numbers_in_words_are_numbers, "BOOK THE SECOND", ["BOOK THE THIRD", "BOOK THE ELEVENTH"], ["BOOK SHELF"];
        korean_units_stay, "제3장 바다", ["제12장 강", "제4장"], ["제3화 바다", "3장 바다"];
        what_counts_from_a_name_stays, "番外三 小满", ["番外十 立夏", "番外四"], ["番外 小满"];
        a_volume_needs_no_unit, "卷三 南归", ["卷十 北地"], ["上卷 北地"];
        an_ordinal_goes_before_other_numbers, "2024年 第3话 雨", ["2024年 第12话 雪"], ["2024年 雨"];
        a_circled_number_is_a_number, "① 渡口", ["⑫ 夜雨"], ["1 渡口"];
        a_leading_mark_stays, "■ 渡口", ["■ 夜雨里的灯塔"], ["□ 渡口", "渡口", "■ 他说，今夜有雨，要在镇上住下。"];
        hashes_keep_their_number, "## Use", ["## Install"], ["# Use", "### Use"];
        brackets_around_a_title_stay, "【夜雨】", ["【渡口的灯】"], ["夜雨", "〖夜雨〗", "【夜雨】之后，他说。"];
        marks_on_both_sides_stay, "◇ 渡口 ◇", ["◇ 夜雨 ◇"], ["◇ 渡口"];
        a_row_of_marks_is_itself, "* * *", ["*   *  *"], ["* *", "***"];
        capitals_stay_capitals, "THE LAST LETTER", ["RAIN, 1842"], ["The Last Letter", "I", "“NO!”", "他看TV"];
        a_title_in_capitals_stays_so, "3. THE MILL", ["4. A LETTER"], ["4. A letter"];
        brackets_in_a_title_are_of_the_title, "第三章 渡船（上）", ["第四章 夜雨", "第五章 灯塔（下）"], [];
        other_titles_may_be_longer, "■ 雨", ["■ 灯塔在长堤的尽头亮了一夜"], [];
        white_space_may_differ, "Part   3", ["Part 4", "Part\u{3000}5"], ["Part6"];
        dashes_around_a_title_stay, "— 渡口 —", ["— 夜雨 —"], ["— 他说"];
    }

    #[test]
    fn words_alone_are_nothing_to_go_by() {
        for line in [
            "渡口",
            "The Mill",
            "一个人的旅行",
            "“走吧。”",
            "— Привет",
            "No one came",
            "I was there",
            "百年孤独",
            "",
        ] {
            assert_eq!(alike(line), None, "{line}");
        }
    }

    #[test]
    fn figures_are_those_that_count() {
        for c in figures(Numerals::Han).chars().filter(|c| c.is_alphabetic()) {
            let text = c.to_string();
            assert_eq!(numeral(&text).map(|one| one.written), Some(Numerals::Han), "{c}");
        }
    }
}
