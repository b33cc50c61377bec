//! What holds for the sections of every plain text, whatever it says.

use std::ops::ControlFlow;
use std::sync::Arc;

use kanshu::decode::Choice;
use kanshu::document::{Anchor, Correction, Corrections, Document, Locator, Remark, Rules};
use kanshu::format::plain::PlainText;
use kanshu::format::plain::sections::{Detector, alike};
use proptest::prelude::*;

/// Texts of lines that look like headings, lists, speech, prose and noise.
fn texts() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("第一章 雨夜".to_owned()),
        (1..30_u32).prop_map(|number| format!("第{number}章")),
        (1..9_u32).prop_map(|number| format!("{number}. 雨夜")),
        Just("CHAPTER IV. The Inn".to_owned()),
        Just("目录".to_owned()),
        Just("“走吧。”".to_owned()),
        Just("## 渡口".to_owned()),
        Just("----".to_owned()),
        Just(String::new()),
        "[雨夜山渡口，。：？a-zA-Z0-9 　]{0,60}",
        "\\PC{0,40}",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    prop::collection::vec((line, end), 0..60)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// Returns title, level and line of the sections of `parts`.
fn sections(parts: &[&str]) -> Vec<(String, u8, Option<u64>)> {
    let mut detector = Detector::new();
    for part in parts {
        detector.part(part, 0);
    }
    let outline = detector.outline();
    outline.sections().iter().map(|one| (one.title.to_owned(), one.level, one.line)).collect()
}

/// Returns the paragraph that documents of `kind` are made of: no line of it may be a heading.
fn paragraph(kind: usize) -> String {
    match kind {
        0 => "　　江上的雨下了整整三天，渡船靠在岸边，没有人过江，摆渡的老人只好坐在门口补网。\n".to_owned(),
        1 => "山里的雨下了整整三天，溪水漫过了石桥，送信的人只好在驿站里住下来，听店主讲从前的旧事。\n".to_owned(),
        _ => "The rain had not stopped for three days, and the brook ran high over the stones of the bridge.\n\n"
            .to_owned(),
    }
}

/// Returns a document of `kind` with `number` headings as its paragraphs and headings, and the titles.
fn document(kind: usize, number: usize) -> (Vec<String>, Vec<String>) {
    const WORDS: [&str; 6] = ["雨夜", "渡口的灯", "石桥", "旧信", "归人与船", "晨雾"];
    const TITLES: [&str; 6] =
        ["The Inn", "A Lamp", "The Old Bridge", "Letters", "Who Came Home", "Fog"];
    let (mut paragraphs, mut titles) = (Vec::new(), Vec::new());
    for (at, (word, title)) in (1..=number).zip(WORDS.iter().zip(TITLES).cycle()) {
        let (title, heading) = match kind {
            0 => (format!("第{at}章 {word}"), format!("第{at}章 {word}\n")),
            1 => ((*word).to_owned(), format!("{word}\n")),
            2 => (title.to_owned(), format!("{title}\n\n")),
            _ => (format!("Day {at}"), format!("Day {at}\n\n")),
        };
        titles.push(title);
        paragraphs.push(heading);
        paragraphs.extend([paragraph(kind), paragraph(kind), paragraph(kind)]);
    }
    (paragraphs, titles)
}

/// Returns the titles of the sections of `text`.
fn found(text: &str) -> Vec<String> {
    sections(&[text]).into_iter().map(|(title, _, _)| title).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn sections_stand_in_reading_order_at_levels_from_1(text in texts()) {
        let mut detector = Detector::new();
        detector.part(&text, 0);
        let outline = detector.outline();
        let found = outline.sections();
        prop_assert!(found.iter().is_sorted_by(|one, next| one.anchor < next.anchor && one.line < next.line));
        prop_assert!(found.iter().all(|one| one.level >= 1));
        let lines = text.replace("\r\n", "\n").replace('\r', "\n").split('\n').count() as u64;
        prop_assert!(found.iter().all(|one| one.line.is_some_and(|line| (1..=lines).contains(&line))));
    }

    #[test]
    fn parts_of_whole_lines_change_nothing(text in texts(), size in 1..20_usize) {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let parts: Vec<String> = lines.chunks(size).map(<[&str]>::concat).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        prop_assert_eq!(sections(&parts), sections(&[&text]));
    }

    #[test]
    fn reasons_agree_with_the_outline(text in texts()) {
        let mut detector = Detector::new();
        detector.part(&text, 0);
        let judged = detector.reasons();
        let taken: Vec<_> = judged.iter().filter(|one| one.level.is_some()).map(|one| one.line).collect();
        let outline = detector.outline();
        let listed: Vec<_> = outline.sections().iter().filter_map(|one| one.line).collect();
        prop_assert_eq!(taken, listed);
    }

    #[test]
    fn a_paragraph_more_changes_no_heading(
        kind in 0..4_usize, number in 11..30_usize, at in any::<prop::sample::Index>(), size in 1..4_usize,
    ) {
        let (paragraphs, titles) = document(kind, number);
        let before = found(&paragraphs.concat());
        prop_assert_eq!(&before, &titles);
        let mut more = paragraphs;
        let place = at.index(more.len());
        more.insert(place, paragraph(kind).repeat(size));
        prop_assert_eq!(found(&more.concat()), titles);
    }

    #[test]
    fn a_line_is_like_itself(line in "[第三章回XIV0-9a-zA-Z ■【】《》（）.、:—*#]{0,60}|\\PC{0,60}") {
        if let Some(pattern) = alike(&line) {
            prop_assert!(pattern.is_match(line.trim()), "{:?} {}", line, pattern.as_str());
        }
    }

    #[test]
    fn corrections_are_obeyed_found_again_and_undone(
        text in texts(),
        said in prop::collection::vec((0..60_u32, prop::option::of(1..5_u8)), 0..8),
    ) {
        let open = |text: &str| {
            let source = PlainText::open(Arc::new(text.to_owned()), Choice::default());
            let document = Document::new(Arc::new(source));
            let survey = document.source().survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
            (document, survey)
        };
        let (document, survey) = open(&text);
        let mut corrections = Corrections::default();
        for (line, level) in said {
            let anchor = Anchor { part: 0, line };
            if document.text_at(anchor).is_none() {
                continue;
            }
            let line = Locator::of(&document, document.locate(anchor));
            corrections.add(Remark::Line(Correction { line, level }));
            let outline = corrections.outline(&survey, &document);
            prop_assert_eq!(outline.level_at(anchor), level);
        }
        let again = Corrections::new(Vec::new(), corrections.remarks().to_vec(), &document);
        prop_assert_eq!(&again, &corrections);
        while corrections.undo().is_some() {}
        let outline = corrections.outline(&survey, &document);
        prop_assert_eq!(&outline, &survey.outline);
    }
}
