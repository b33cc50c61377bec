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
