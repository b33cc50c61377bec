//! What holds of every layout: texts of an alphabet chosen to hurt, every measure, every option.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use kanshu::document::WordReading;
use kanshu::layout::{
    Algorithm, Autospace, Hang, Justify, Korean, LayoutOptions, Level, OddMeasure, Orphan,
    Paragraph, ParagraphSetting, Quotes, Row, RowEnd, Ruby, layout,
};
use kanshu::text::{
    Ambiguous, BreakRules, Lang, Vs16, WidthModel, Zwj, breaks, clusters, is_blank, is_space,
};
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::CellWidth;

const SNIPPETS: &[&str] = &[
    "看",
    "书的人",
    "，",
    "。",
    "、",
    "！？",
    "：",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    "『",
    "』",
    "（",
    "）",
    "《",
    "》",
    "——",
    "—",
    "……",
    "…",
    "·",
    "・",
    "～",
    "／",
    "/",
    "-",
    "--",
    "a",
    "word",
    "OpenAI",
    "GPT-4o",
    ".NET",
    "C++",
    "it’s",
    "1",
    "2024",
    "3.14",
    "35%",
    "￥",
    "$",
    "№",
    "１２",
    "℃",
    "々",
    "っ",
    "ー",
    "きゃ",
    "か\u{3099}",
    "ｶﾞ",
    "한글",
    "문장을",
    "ไทย",
    "ภาษา",
    "العربية",
    "עברית",
    "क्षत्रिय",
    "ខ្មែរ",
    "ລາວ",
    "👨‍👩‍👧",
    "👍🏽",
    "🇨🇳",
    "❤️",
    "1️⃣",
    " ",
    "  ",
    "　",
    "\t",
    "\u{A0}",
    "\u{200B}",
    "\u{2060}",
    "\u{AD}",
    "\u{FEFF}",
    "\u{202E}",
    "\u{200D}",
    "\u{301}",
    "\u{FE0F}",
    "\u{2028}",
    "\u{7}",
    "\u{1B}[31m",
    "\u{85}",
    "\r",
    ",",
    ";",
    "!",
    "?",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "'",
    "#",
    "+",
    "&",
    "_",
    "https://a.example/b?c=d&e_f#g",
    "www.b.net",
    "x@y.org",
    "snake_case::CamelCase",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "𠮷",
    "葛\u{E0100}",
    "\u{1100}\u{1161}\u{11A8}",
    "\u{10FFFF}",
    "①",
    "α",
    "〳〵",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(SNIPPETS), 0..40).prop_map(|snippets| snippets.concat())
}

fn lang() -> impl Strategy<Value = Option<Lang>> {
    select(
        &[
            None,
            Some(Lang::ZhHans),
            Some(Lang::ZhHant),
            Some(Lang::Ja),
            Some(Lang::Ko),
            Some(Lang::Other),
        ][..],
    )
}

fn options() -> impl Strategy<Value = LayoutOptions> {
    let first = (
        2_usize..=200,
        select(&[Level::Anywhere, Level::Loose, Level::Normal, Level::Strict][..]),
        select(&[Korean::Word, Korean::Syllable][..]),
        select(&[Hang::Never, Hang::Stop][..]),
        select(&[Autospace::Keep, Autospace::Insert, Autospace::Remove][..]),
    );
    let second = (
        select(&[Justify::Ragged, Justify::Gaps][..]),
        select(&[Orphan::Repair, Orphan::Leave][..]),
        select(&[Algorithm::FirstFit, Algorithm::Optimal, Algorithm::Auto][..]),
        select(&[OddMeasure::Even, OddMeasure::Keep][..]),
        select(&[Quotes::Natural, Quotes::Slot][..]),
    );
    (first, second).prop_map(
        |(
            (measure, level, korean, hang, autospace),
            (justify, orphan, algorithm, odd_measure, quotes),
        )| {
            LayoutOptions {
                measure,
                level,
                korean,
                hang,
                autospace,
                justify,
                orphan,
                algorithm,
                odd_measure,
                quotes,
                ..LayoutOptions::default()
            }
        },
    )
}

fn model() -> impl Strategy<Value = WidthModel> {
    (
        select(&[Ambiguous::Narrow, Ambiguous::Wide][..]),
        select(&[Vs16::Narrow, Vs16::Wide][..]),
        select(&[Zwj::Cluster, Zwj::Sum][..]),
        1_u16..9,
    )
        .prop_map(|(ambiguous, vs16, zwj, tab)| WidthModel {
            ambiguous,
            frames: ambiguous,
            vs16,
            zwj,
            tab,
        })
}

fn setting() -> impl Strategy<Value = ParagraphSetting> {
    select(&[ParagraphSetting::Flow, ParagraphSetting::Heading, ParagraphSetting::Verbatim][..])
}

/// Returns words: how many clusters stand before each, how many it has, and how it is read.
fn readings() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    prop::collection::vec((0_usize..6, 1_usize..4, "[かんじa ]{1,8}"), 1..6)
}

fn indents() -> impl Strategy<Value = (usize, usize)> {
    (0_usize..6, 0_usize..6)
}

/// Returns the cells that the glyphs of `row` cover, from the left edge of the row.
fn covered(row: &Row, text: &str, model: WidthModel) -> usize {
    row.glyphs(text, &model)
        .map(|placed| placed.cell + placed.glyph.cells())
        .max()
        .unwrap_or(row.indent)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    /// I1, I2, I7, I8: rows make up the text, keep to the measure, paint what they say, no control among it.
    #[test]
    fn rows_hold_together(
        text in text(), lang in lang(), setting in setting(), indents in indents(),
        options in options(), model in model(),
    ) {
        let (first_indent, indent) = indents;
        let paragraph = Paragraph { text: &text, setting, lang, first_indent, indent, ..Paragraph::default() };
        let rows = layout(&paragraph, &options, &model);
        prop_assert_eq!(&rows, &layout(&paragraph, &options, &model));
        let mut end = 0;
        for row in &rows {
            prop_assert_eq!(row.range.start, end);
            end = row.range.end;
            prop_assert!(text.is_char_boundary(end));
            let glyphs: Vec<_> = row.glyphs(&text, &model).collect();
            let width = row.indent + row.cells;
            let alone = glyphs.len() == 1 && glyphs[0].glyph.cells() + row.indent >= width;
            prop_assert!(width <= options.measure + row.hang || alone, "{row:?}");
            prop_assert!(row.hang <= 2);
            let covered = covered(row, &text, model);
            prop_assert!(covered == width || covered + 1 == width, "{row:?} {covered}");
            let mut cell = row.indent;
            for placed in &glyphs {
                prop_assert!(placed.cell >= cell, "glyphs do not overlap: {row:?}");
                cell = placed.cell + placed.glyph.cells();
                prop_assert!(!placed.glyph.text().chars().any(char::is_control));
                prop_assert_eq!(row.cell_of(&text, &model, placed.byte), placed.cell);
                prop_assert_eq!(row.byte_at(&text, &model, placed.cell), placed.byte);
            }
        }
        prop_assert_eq!(end, text.len());
        prop_assert_eq!(rows.last().map(|row| row.end), Some(RowEnd::Hard));
        let starts: Vec<_> = clusters(&text).map(|(at, _)| at).collect();
        prop_assert!(rows.iter().skip(1).all(|row| row.range.start == text.len() || starts.binary_search(&row.range.start).is_ok()));
    }

    /// I1, I2: rows with readings make up the text, keep to the measure, and lead from bytes to cells and back.
    #[test]
    fn readings_are_no_text(
        text in text(), words in readings(), setting in setting(), options in options(),
        ruby in select(&[Ruby::After, Ruby::Above][..]), model in model(),
    ) {
        let starts: Vec<usize> = clusters(&text).map(|(at, _)| at).chain([text.len()]).collect();
        let mut from = 0;
        let mut readings = Vec::new();
        for (skip, length, reading) in &words {
            let (start, end) = (from + skip, from + skip + length);
            let Some((start, end)) = starts.get(start).zip(starts.get(end)) else { break };
            readings.push(WordReading { word: *start..*end, reading });
            from += skip + length;
        }
        let options = LayoutOptions { ruby, ..options };
        let paragraph = Paragraph { text: &text, setting, readings, ..Paragraph::default() };
        let mut end = 0;
        for row in layout(&paragraph, &options, &model) {
            prop_assert_eq!(row.range.start, end);
            end = row.range.end;
            let glyphs: Vec<_> = row.glyphs(&text, &model).collect();
            let width = row.indent + row.cells;
            let seen = clusters(text[row.range.clone()].trim_end_matches(is_blank));
            let seen = seen.filter(|(_, it)| model.width(it) > 0);
            let alone = seen.count() <= 1;
            prop_assert!(width <= options.measure + row.hang || alone, "{row:?}");
            let mut cell = row.indent;
            for placed in &glyphs {
                prop_assert!(placed.cell >= cell, "glyphs do not overlap: {row:?}");
                cell = placed.cell + placed.glyph.cells();
                let leads = row.byte_at(&text, &model, row.cell_of(&text, &model, placed.byte));
                prop_assert_eq!(leads, placed.byte);
                prop_assert_eq!(row.byte_at(&text, &model, placed.cell), placed.byte);
            }
            let mut cell = row.indent;
            for placed in row.above(&model) {
                prop_assert!(placed.cell >= cell, "readings do not overlap: {row:?}");
                cell = placed.cell + placed.glyph.cells();
            }
            prop_assert!(cell <= options.measure.max(row.indent), "{row:?}");
        }
        prop_assert_eq!(end, text.len());
    }

    /// I2: what is painted is the text without white space at the ends of rows and without the invisible.
    #[test]
    fn nothing_is_lost(text in text(), options in options(), setting in setting()) {
        let model = WidthModel::default();
        let options = LayoutOptions { autospace: Autospace::Keep, ..options };
        let paragraph = Paragraph { text: &text, setting, ..Paragraph::default() };
        let mut painted = String::new();
        for row in layout(&paragraph, &options, &model) {
            let soft_hyphen = |byte: usize| text.get(byte..).is_some_and(|rest| rest.starts_with('\u{AD}'));
            let glyphs = row.glyphs(&text, &model).filter(|placed| !soft_hyphen(placed.byte));
            painted.extend(glyphs.map(|placed| placed.glyph.text().to_owned()));
        }
        let whole = clusters(&text).map(|(_, cluster)| model.glyph(cluster).text().to_owned()).collect::<String>();
        let visible = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
        prop_assert_eq!(visible(&painted), visible(&whole));
    }

    /// I3: at level strict no row that ends softly begins or ends with a mark that must not stand there.
    #[test]
    fn no_mark_stands_where_it_must_not(text in text(), options in options(), lang in lang()) {
        let options = LayoutOptions { level: Level::Strict, ..options };
        let paragraph = Paragraph { text: &text, lang, ..Paragraph::default() };
        let rows = layout(&paragraph, &options, &WidthModel::default());
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            if row.end != RowEnd::Soft {
                continue;
            }
            let last = text.get(row.range.clone()).and_then(|row| row.trim_end_matches(is_space).chars().next_back());
            let first = text.get(next.range.clone()).and_then(|row| row.chars().next());
            prop_assert!(!last.is_some_and(|c| "「『（《([".contains(c)), "{last:?}");
            prop_assert!(!first.is_some_and(|c| "，。、！？：」』）》)],;!?々…％℃".contains(c)), "{first:?}");
            prop_assert!(!first.is_some_and(is_space));
        }
    }

    /// I4: the first piece of a row would not have fitted on the row before; but for that of a last row: there an
    /// orphan has company, and no other piece would have fitted.
    #[test]
    fn rows_are_as_full_as_can_be(text in text(), measure in 2_usize..80, orphan in select(&[Orphan::Repair, Orphan::Leave][..])) {
        let options = LayoutOptions { measure, orphan, ..LayoutOptions::default() };
        let model = WidthModel::default();
        let lang = Lang::ZhHans;
        let rules = BreakRules { lang, level: Level::Strict, korean: Korean::Word };
        let paragraph = Paragraph { text: &text, lang: Some(lang), ..Paragraph::default() };
        let starts: Vec<_> = clusters(&text).map(|(at, _)| at).chain([text.len()]).collect();
        let ends: Vec<_> = breaks(&text, rules).filter(|end| starts.binary_search(end).is_ok()).collect();
        let rows = layout(&paragraph, &options, &model);
        let fitted = |row: &Row| {
            let measured = |end| {
                let row = text.get(row.range.start..end).unwrap_or_default();
                model.width(row.trim_end_matches(is_space)) + usize::from(row.ends_with('\u{AD}'))
            };
            let further = ends.iter().filter(|end| **end > row.range.end);
            further.take_while(|end| row.end == RowEnd::Soft && measured(**end) <= (measure & !1).max(2)).count()
        };
        for run in rows.split_inclusive(|row| row.end == RowEnd::Hard) {
            for (below, row) in run.iter().rev().enumerate() {
                let may = usize::from(orphan == Orphan::Repair && below == 1);
                prop_assert!(fitted(row) <= may, "{row:?}");
            }
        }
    }

    /// No layout that only wraps adds a blank: each cluster takes its own cells, a soft hyphen at a row's
    /// end one.
    #[test]
    fn nothing_is_stretched(text in text(), measure in 2_usize..80, lang in lang()) {
        let options = LayoutOptions { measure, ..LayoutOptions::default() };
        let paragraph = Paragraph { text: &text, lang, ..Paragraph::default() };
        let rows = layout(&paragraph, &options, &WidthModel::default());
        let hyphen = |row: &Row| text.get(row.range.clone()).is_some_and(|row| row.ends_with('\u{AD}'));
        prop_assert!(rows.iter().all(|row| row.slots.len() <= usize::from(hyphen(row))));
    }

    /// I5: what is added after the end of a row changes no row but the last.
    #[test]
    fn what_follows_changes_only_the_last_row(text in text(), measure in 2_usize..80, lang in lang()) {
        let options = LayoutOptions { measure, orphan: Orphan::Leave, ..LayoutOptions::default() };
        let lang = lang.or(Some(Lang::ZhHans));
        let longer = format!("{text}\u{2028}x");
        let set = |text| layout(&Paragraph { text, lang, ..Paragraph::default() }, &options, &WidthModel::default());
        let (short, long) = (set(&text), set(&longer));
        let kept = short.len().saturating_sub(1);
        prop_assert_eq!(&short[..kept], &long[..kept]);
    }

    /// I5: and where the row above the last is ended for an orphan, none but the last two.
    #[test]
    fn an_orphan_concerns_only_the_last_rows(text in text(), more in text(), measure in 2_usize..80) {
        let options = LayoutOptions { measure, ..LayoutOptions::default() };
        let lang = Some(Lang::ZhHans);
        // An address or a word at the end may go on in what follows.
        let (text, longer) = (format!("{text}看看看"), format!("{text}看看看看{more}"));
        let set = |text| layout(&Paragraph { text, lang, ..Paragraph::default() }, &options, &WidthModel::default());
        let (short, long) = (set(&text), set(&longer));
        let kept = short.len().saturating_sub(2);
        prop_assert_eq!(&short[..kept], &long[..kept]);
    }

    /// I6: a wider measure never needs more rows, where none is cut.
    #[test]
    fn a_wider_measure_needs_no_more_rows(text in text(), measure in 2_usize..80) {
        let set = |measure| {
            let options = LayoutOptions { measure, orphan: Orphan::Leave, ..LayoutOptions::default() };
            layout(&Paragraph { text: &text, ..Paragraph::default() }, &options, &WidthModel::default())
        };
        let (narrow, wide) = (set(measure), set(measure + 1));
        if narrow.iter().all(|row| row.end != RowEnd::Forced) {
            prop_assert!(wide.len() <= narrow.len());
        }
    }

    /// I8: a glyph is as wide as the renderer believes; where terminals are known to draw more, it is told so.
    #[test]
    fn widths_are_the_renderers(text in text()) {
        for (_, cluster) in clusters(&text) {
            let glyph = WidthModel::default().glyph(cluster);
            let told = cluster.contains(['\u{17D2}', '\u{9BE}', '\u{BBE}']);
            if glyph.cells() > 0 && !told {
                prop_assert_eq!(glyph.cells(), usize::from(glyph.text().cell_width()), "{:?}", cluster);
            }
        }
    }
}

#[test]
fn a_reading_stands_after_its_word_even_where_that_ends_with_an_opening_quote() {
    let text = "，“看";
    let readings = vec![WordReading { word: 0..6, reading: "ん" }];
    let paragraph = Paragraph { text, readings, ..Paragraph::default() };
    let model = WidthModel::default();
    let rows =
        layout(&paragraph, &LayoutOptions { measure: 20, ..LayoutOptions::default() }, &model);
    let cells: Vec<_> = rows[0].glyphs(text, &model).map(|placed| placed.cell).collect();
    assert_eq!(cells, [0, 2, 3, 5, 7, 9]);
}
