//! The published test suites of Unicode and of the web platform. Their files are not part of the project:
//! `KANSHU_SUITES=DIRECTORY cargo test --test conformance` reads `LineBreakTest_15.1.txt`,
//! `GraphemeBreakTest_17.txt` and `wpt_linebreak_zh_ja.tsv` there. Without it the same checks run on the
//! few lines of the project's own below.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use std::path::Path;

use kanshu::layout::{LayoutOptions, Level, Orphan, Paragraph, layout};
use kanshu::text::{Lang, WidthModel, clusters, opportunities};

/// Lines in the form of Unicode's tests: `÷` where a line may end, `×` where it may not.
const LINES: &str = "\
× 0061 × 0020 ÷ 0062 ÷ # a word ends at a space
× 770B ÷ 4E66 × 3002 ÷ # a stop stays with its character
× 0028 × 0061 × 0029 × 0020 ÷ 0062 ÷ # so does a bracket
× 0031 × 002C × 0030 × 0025 ÷ 770B ÷ # a number is whole
× 200B ÷ 0061 × 2060 × 0062 ÷ # breaks and joins that are written
";
/// Lines in the form of Unicode's tests: `÷` between clusters.
const CLUSTERS: &str = "\
÷ 0065 × 0301 ÷ 0061 ÷ # a mark belongs to its letter
÷ 1F468 × 200D × 1F469 ÷ 1F467 ÷ # emoji joined and not
÷ 1F1E8 × 1F1F3 ÷ 1F1EF × 1F1F5 ÷ # flags
÷ 1112 × 1161 × 11AB ÷ 000D × 000A ÷ # a syllable, a line end
";
/// Rows in the form of the web platform's: language, level, category, code point, whether it may begin a
/// row, the text.
const ROWS: &str = "\
ja\tstrict\tcj\t3063\t0\t文文文文文文っ字字
ja\tnormal\tcj\t3063\t1\t文文文文文文っ字字
zh\tnormal\tcpm\tFF1A\t0\t文文文文文文：字字
zh\tloose\tcpm\tFF1A\t1\t文文文文文文：字字
";

/// Returns the suite `name`, or `own` where no suites are at hand.
fn suite(name: &str, own: &str) -> String {
    let Some(directory) = std::env::var_os("KANSHU_SUITES") else { return own.to_owned() };
    std::fs::read_to_string(Path::new(&directory).join(name)).unwrap()
}

/// Returns the text of each line of a suite in Unicode's form, and the bytes where it says `÷`, the start
/// left out.
fn cases(suite: &str) -> Vec<(String, Vec<usize>)> {
    let lines = suite.lines().map(|line| line.split('#').next().unwrap_or_default());
    let lines = lines.filter(|line| !line.trim().is_empty());
    let case = |line: &str| {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for word in line.split_whitespace() {
            match word {
                "÷" => ends.push(text.len()),
                "×" => {}
                hex => text.push(char::from_u32(u32::from_str_radix(hex, 16).ok()?)?),
            }
        }
        ends.retain(|end| *end > 0);
        Some((text, ends))
    };
    lines.filter_map(case).collect()
}

#[test]
fn lines_end_where_unicode_says() {
    let cases = cases(&suite("LineBreakTest_15.1.txt", LINES));
    assert!(cases.len() >= 5);
    let wrong: Vec<_> =
        cases.iter().filter(|(text, ends)| !opportunities(text).eq(ends.iter().copied())).collect();
    assert!(wrong.is_empty(), "{} of {}: {:?}", wrong.len(), cases.len(), wrong.first());
}

#[test]
fn clusters_end_where_unicode_says() {
    let cases = cases(&suite("GraphemeBreakTest_17.txt", CLUSTERS));
    assert!(cases.len() >= 4);
    let ends = |text| clusters(text).map(|(at, cluster): (usize, &str)| at + cluster.len());
    let wrong: Vec<_> =
        cases.iter().filter(|(text, wanted)| !ends(text).eq(wanted.iter().copied())).collect();
    assert!(wrong.is_empty(), "{} of {}: {:?}", wrong.len(), cases.len(), wrong.first());
}

#[test]
fn marks_begin_rows_where_the_web_platform_says() {
    let suite = suite("wpt_linebreak_zh_ja.tsv", ROWS);
    let mut wrong = Vec::new();
    for line in suite.lines() {
        let [lang, level, _, code, allowed, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line:?}");
        };
        let lang = if lang == "ja" { Lang::Ja } else { Lang::ZhHans };
        let level = match level {
            "loose" => Level::Loose,
            "normal" => Level::Normal,
            _ => Level::Strict,
        };
        let options =
            LayoutOptions { measure: 12, level, orphan: Orphan::Leave, ..LayoutOptions::default() };
        let paragraph = Paragraph { text, lang: Some(lang), ..Paragraph::default() };
        let rows = layout(&paragraph, &options, &WidthModel::default());
        let mark = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        let begins = rows.iter().any(|row| text.get(row.range.clone()).unwrap().starts_with(mark));
        if begins != (allowed == "1") {
            wrong.push(line);
        }
    }
    assert!(suite.lines().count() >= 4);
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}
