use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use proptest::prelude::*;

use super::{Choice, PART_BYTES, PlainText};
use crate::budget::READ_AHEAD_BYTES;
use crate::decode::Encoding;
use crate::document::{BlockKind, Document, ReadAt, Rule, Rules, Source, ViewMode};
use crate::text::Pattern;

fn open(bytes: impl Into<Vec<u8>>) -> PlainText {
    PlainText::open(Arc::new(bytes.into()), Choice::default())
}

/// Returns the text of every block, in order.
fn texts(plain: &PlainText) -> Vec<String> {
    let parts = (0..plain.count()).map(|index| plain.load(index).unwrap());
    parts
        .flat_map(|part| {
            let blocks = 0..part.blocks().len();
            blocks.map(|block| part.block_text(block).to_owned()).collect::<Vec<_>>()
        })
        .filter(|text| !text.trim().is_empty())
        .collect()
}

#[test]
fn an_empty_file_has_no_parts() {
    assert!(open("").count() == 0);
}

#[test]
fn a_byte_order_mark_is_no_text() {
    assert_eq!(texts(&open("\u{FEFF}看书")), ["看书"]);
}

#[test]
fn every_line_is_in_one_part() {
    let lines: Vec<String> =
        (0..40_000).map(|number| format!("第{number}行，有几个字。")).collect();
    assert_eq!(texts(&open(lines.join("\n"))), lines);
}

#[test]
fn line_ends_of_two_bytes_are_not_parted() {
    for shift in 0..4 {
        let text = format!("{}{}", "x".repeat(shift), "ab\r\n".repeat(70_000));
        let plain = open(text);
        let blank = |index| {
            plain
                .load(index)
                .unwrap()
                .blocks()
                .iter()
                .any(|block| matches!(block.kind, BlockKind::Blank(_)))
        };
        assert!(!(0..plain.count()).any(blank), "shifted by {shift}");
    }
}

#[test]
fn a_line_longer_than_a_part_is_cut_between_clusters() {
    let text = "👩‍🚀é看".repeat(60_000);
    let pieces = texts(&open(text.clone()));
    assert_eq!(pieces.concat(), text);
    assert!(pieces.len() > 4 && pieces.iter().all(|piece| !piece.starts_with('\u{200D}')));
}

#[test]
fn a_wrapped_paragraph_is_not_parted() {
    let lines = [
        "the rope was wet and the lamp had gone out before the boat came",
        "over the water",
        "and lay there until somebody thought of the bell at the landing",
    ];
    let words: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
    let mut paragraph = String::new();
    let mut cells = 0;
    for word in words.iter().cycle().take(260) {
        if cells + word.len() > 63 {
            paragraph.push('\n');
            cells = 0;
        } else if cells > 0 {
            paragraph.push(' ');
        }
        cells += word.len() + 1;
        paragraph.push_str(word);
    }
    let plain = open(format!("{paragraph}.\n\n").repeat(200));
    assert!(plain.count() > 3);
    assert_eq!(texts(&plain).len(), 200);
}

#[test]
fn invalid_bytes_are_counted() {
    let bytes = Arc::new(b"a\xFF\nb\xFE\xFF\n");
    let plain = PlainText::open(bytes, Choice::Use(Encoding::UTF_8));
    let survey = plain.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(survey.replaced, 3);
}

#[test]
fn a_survey_stops_when_told() {
    let mut seen = 0;
    open("一行字\n".repeat(100_000)).survey(&Rules::default(), &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    assert_eq!(seen, 1);
}

#[test]
fn what_cannot_be_read_says_so() {
    struct Broken;
    impl ReadAt for Broken {
        fn size(&self) -> u64 {
            100
        }
        fn read_at(&self, _: u64, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is tired"))
        }
    }
    let plain = PlainText::open(Arc::new(Broken), Choice::default());
    let survey = plain.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(survey.broken.unwrap().to_string(), "the disk is tired");
    assert!(plain.texts(0..1, &mut |_, _| ControlFlow::Continue(())).is_err());
    let document = Document::new(Arc::new(plain));
    assert_eq!(document.broken(), None);
    assert!(document.part(0).text().contains("can't be read: the disk is tired"));
    assert!(document.broken().is_some());
}

#[test]
fn a_file_that_shrank_shows_what_is_left() {
    struct Shrunk;
    impl ReadAt for Shrunk {
        fn size(&self) -> u64 {
            PART_BYTES * 5
        }
        fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
            "still here\n".as_bytes().to_vec().read_at(offset, buffer)
        }
    }
    let plain = PlainText::open(Arc::new(Shrunk), Choice::default());
    assert_eq!(texts(&plain), ["still here"]);
}

#[test]
fn a_file_of_any_size_costs_nothing_before_it_is_read() {
    struct Sparse;
    impl ReadAt for Sparse {
        fn size(&self) -> u64 {
            7 << 60
        }
        fn read_at(&self, _: u64, buffer: &mut [u8]) -> io::Result<usize> {
            buffer.fill(0);
            Ok(buffer.len())
        }
    }
    let plain = PlainText::open(Arc::new(Sparse), Choice::default());
    assert_eq!(plain.before(plain.count()), 7 << 60);
    let document = Document::new(Arc::new(plain));
    assert_eq!(document.at_fraction(0.5).part, document.parts() / 2);
}

#[test]
fn a_part_costs_the_same_wherever_it_lies() {
    struct Counted(u64, AtomicU64);
    impl ReadAt for Counted {
        fn size(&self) -> u64 {
            self.0
        }
        fn read_at(&self, _: u64, buffer: &mut [u8]) -> io::Result<usize> {
            self.1.fetch_add(buffer.len() as u64, Ordering::Relaxed);
            buffer.fill(b'\n');
            Ok(buffer.len())
        }
    }
    let read = |size: u64| {
        let bytes = Arc::new(Counted(size, AtomicU64::new(0)));
        let plain = PlainText::open(Arc::clone(&bytes) as Arc<dyn ReadAt>, Choice::default());
        plain.load(plain.count() / 2).unwrap();
        bytes.1.load(Ordering::Relaxed)
    };
    assert_eq!(read(1 << 30), read(1 << 24));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the line ends and the lengths of the lines, the parts hold the text once and in order.
    #[test]
    fn parts_hold_the_text_once(
        lines in prop::collection::vec((0usize..9_000, prop::sample::select(vec!["\n", "\r\n", "\r"])), 1..60),
    ) {
        let mut text = String::new();
        for (at, (length, end)) in lines.iter().enumerate() {
            text.extend(std::iter::repeat_n(['x', '字', 'é'][at % 3], *length));
            text.push_str(end);
        }
        let whole: String = text.split(['\n', '\r']).collect();
        prop_assert_eq!(texts(&open(text)).concat(), whole);
    }
}

/// Returns the lines of `text` that the rule `pattern` decides, by their numbers from 1.
fn ruled(text: &str, pattern: &str) -> Vec<(u64, String)> {
    let rule = Rule { pattern: Pattern::new(pattern).unwrap(), level: Some(1) };
    let rules = Rules::from_iter([rule]);
    let survey = open(text).survey(&rules, &mut |_| ControlFlow::Continue(()));
    let decided = survey.ruled.decided(&rules);
    decided.map(|(section, _)| (section.line.unwrap(), section.title.clone())).collect()
}

#[test]
fn rules_see_every_line_of_every_part() {
    let scene = format!("　　其一\r\n{}", "雨下了一夜。\r\n".repeat(2_000));
    let text = scene.repeat(20);
    assert!(open(text.as_str()).count() > 8);
    let expected: Vec<_> = (0..20).map(|scene| (scene * 2_001 + 1, "其一".to_owned())).collect();
    assert_eq!(ruled(&text, "^其一$"), expected);
}

#[test]
fn a_line_longer_than_a_part_is_asked_about_once() {
    let text = format!("{}\n雨\n", "雨".repeat(50_000));
    assert_eq!(ruled(&text, "雨"), [(2, "雨".to_owned())]);
}

#[test]
fn letters_that_are_struck_twice_are_read_once() {
    let manual = open(
        "N\u{8}NA\u{8}AM\u{8}ME\u{8}E\n\n    m\u{8}ma\u{8}an prints _\u{8}p_\u{8}a_\u{8}ges.\n",
    );
    assert_eq!(texts(&manual).concat().trim(), "NAMEman prints pages.");
}

#[test]
fn a_pass_over_the_whole_reads_ahead_up_to_the_bound() {
    struct Watched(String, AtomicU64);
    impl ReadAt for Watched {
        fn size(&self) -> u64 {
            self.0.len() as u64
        }
        fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
            self.1.fetch_max(buffer.len() as u64, Ordering::Relaxed);
            self.0.as_bytes().read_at(offset, buffer)
        }
    }
    let most = |size: u64| {
        let text = "x\n".repeat(size as usize / 2);
        let bytes = Arc::new(Watched(text, AtomicU64::new(0)));
        let plain = PlainText::open(Arc::clone(&bytes) as Arc<dyn ReadAt>, Choice::default());
        bytes.1.store(0, Ordering::Relaxed);
        plain.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
        bytes.1.load(Ordering::Relaxed)
    };
    assert_eq!(most(READ_AHEAD_BYTES), READ_AHEAD_BYTES);
    assert_eq!(most(READ_AHEAD_BYTES * 8), READ_AHEAD_BYTES);
}

#[test]
fn what_matters_is_told_by_the_bytes() {
    let line = |c: char| format!("{}\n", c.to_string().repeat(PART_BYTES as usize - 1));
    let plain = open("axaax".chars().map(line).collect::<String>());
    let marked = |bytes: &[u8]| bytes.starts_with(b"x");
    assert_eq!(plain.prefilter(1..5, &marked), [true, false, false, true]);
    assert!(plain.prefilter(3..3, &marked).is_empty());
}

/// A text that was saved from a page.
const SAVED: &str = "&nbsp;&nbsp;&ldquo;The boat&rsquo;s late,&rdquo; said the miller&mdash;and sat down.<br/>\r\n\
    &nbsp;&nbsp;&ldquo;It is always late,&rdquo; said his wife.<br/>\r\n";

#[test]
fn a_saved_text_is_shown_as_what_it_means() {
    let [boat, wife] =
        ["“The boat’s late,” said the miller—and sat down.", "“It is always late,” said his wife."];
    assert_eq!(texts(&open(SAVED.repeat(2))), [boat, wife, boat, wife]);
}

#[test]
fn a_saved_text_is_searched_and_surveyed_as_it_is_shown() {
    let plain = open(SAVED.repeat(4000));
    let mut searched = String::new();
    let mut take = |_, text: &str| {
        searched.push_str(text);
        ControlFlow::Continue(())
    };
    plain.texts(0..plain.count(), &mut take).unwrap();
    assert_eq!(searched.lines().map(str::trim).collect::<Vec<_>>(), texts(&plain));
    let seen = searched.lines().map(|line| line.chars().count() as u64 + 2).sum::<u64>();
    let characters = plain.survey(&Rules::default(), &mut |_| ControlFlow::Continue(())).characters;
    assert_eq!(characters, seen, "each line with the two blanks before it");
}

#[test]
fn a_saved_text_is_shown_as_it_is_written_where_that_is_wanted() {
    let plain = open(SAVED.repeat(2)).in_view(ViewMode::Verbatim);
    assert_eq!(texts(&plain)[1], SAVED.lines().nth(1).unwrap());
}
