use proptest::prelude::*;

use super::*;
use crate::budget::{LABEL_CHARS, NOTEBOOK_BYTES, REMOVALS, RESUME_BYTES, RULES, RULES_BYTES};
use crate::decode::Encoding;
use crate::document::{Anchor, Correction, Locator, NoRoom, Quote, Remark, Rule, Unheeded};
use crate::text::Pattern;

fn place(line: u32) -> Locator {
    let quote = Quote { words: "夜雨".to_owned(), ..Quote::default() };
    Locator {
        anchor: Anchor { part: 1, line },
        into: 3,
        offset: 70_000,
        quote,
        ..Locator::default()
    }
}

fn note(text: &str) -> Item {
    Item::Note {
        place: place(2),
        words: "夜雨".to_owned(),
        text: text.to_owned(),
        section: String::new(),
    }
}

fn remark(level: Option<u8>) -> Remark {
    Remark::Line(Correction { line: place(7), level })
}

fn rule(pattern: &str) -> Remark {
    Remark::Rule(Rule { pattern: Pattern::new(pattern).unwrap(), level: Some(1) })
}

/// Returns `record` as it is read after it was written.
fn again<T: Record>(record: &T) -> T {
    T::read(&record.written().unwrap()).unwrap()
}

fn texts(notebook: &Notebook) -> Vec<&str> {
    let text = |entry| match entry {
        &Entry { item: Item::Note { ref text, .. }, .. } => text.as_str(),
        _ => "",
    };
    notebook.entries().iter().map(text).collect()
}

#[test]
fn each_kind_of_entry_comes_back() {
    let mut notebook = Notebook::of("/a");
    let items = [
        Item::Mark { letter: 'a', place: place(1) },
        Item::Bookmark { place: place(2), name: "雨".to_owned(), section: "一".to_owned() },
        Item::Highlight {
            place: place(3),
            words: "夜雨".to_owned(),
            colour: 4,
            section: String::new(),
        },
        note("一\n二"),
        Item::of(&remark(None)),
        Item::of(&rule("^第.+回$")),
    ];
    for (seed, item) in (0..).zip(&items) {
        notebook.put(Id::new(seed), item.clone(), 1_000);
    }
    let notebook = again(&notebook);
    let kept: Vec<&Item> = notebook.entries().iter().map(|entry| &entry.item).collect();
    assert_eq!(kept, items.iter().collect::<Vec<_>>());
    assert_eq!(notebook.remarks(), (vec![remark(None), rule("^第.+回$")], None));
}

#[test]
fn what_is_said_again_is_in_the_place_of_what_was_said_before() {
    let mut notebook = Notebook::of("/a");
    notebook.put(Id::new(1), note("one"), 10);
    notebook.put(Id::new(2), note("two"), 20);
    notebook.put(Id::new(1), note("first"), 30);
    assert_eq!(texts(&notebook), ["first", "two"]);
    let [first, _] = notebook.entries() else { panic!("two entries") };
    assert_eq!((first.made, first.changed), (10, 30));
    let before = notebook.clone();
    notebook.put(Id::new(1), note("first"), 40);
    assert_eq!(notebook, before, "the same said twice is said once");
}

#[test]
fn a_clock_that_was_set_back_loses_nothing() {
    let mut notebook = Notebook::of("/a");
    notebook.put(Id::new(1), note("one"), 9_000_000);
    notebook.remove(Id::new(1), 9_000_001);
    for (seed, now) in [(2, 5), (1, 3), (2, 2)] {
        notebook.put(Id::new(seed), note(&now.to_string()), now);
    }
    assert_eq!(texts(&again(&notebook)), ["2", "3"]);
    let mut other = notebook.clone();
    other.merge(notebook.clone());
    assert_eq!(other, notebook);
}

#[test]
fn what_was_removed_here_does_not_come_back_from_elsewhere() {
    let mut notebook = Notebook::of("/a");
    notebook.put(Id::new(1), note("one"), 10);
    let elsewhere = notebook.clone();
    let removed = notebook.remove(Id::new(1), 20).unwrap();
    assert_eq!(notebook.remove(Id::new(1), 20), None);
    notebook.merge(elsewhere);
    assert!(notebook.entries().is_empty());
    notebook.put(removed.id, removed.item, 30);
    assert_eq!(texts(&notebook), ["one"], "undone");
    notebook.merge(Notebook::of("/a"));
    assert_eq!(notebook, Notebook::read(&notebook.written().unwrap()).unwrap());
    let written = String::from_utf8(notebook.written().unwrap()).unwrap();
    assert!(!written.contains("20"), "that it was removed once is of no more use: {written}");
}

#[test]
fn so_many_removals_are_known_and_the_oldest_are_forgotten() {
    let mut notebook = Notebook::of("/a");
    let mut elsewhere = Notebook::of("/a");
    for seed in 0..=REMOVALS as u64 {
        notebook.put(Id::new(seed), note("x"), seed);
        elsewhere.put(Id::new(seed), note("x"), seed);
        notebook.remove(Id::new(seed), 10_000 + seed);
    }
    notebook.merge(elsewhere);
    let left: Vec<Id> = notebook.entries().iter().map(|entry| entry.id).collect();
    assert_eq!(left, [Id::new(0)]);
}

#[test]
fn a_rule_that_is_none_is_told_and_the_rest_is_heeded() {
    let mut notebook = Notebook::of("/a");
    let broken = Item::Rule { pattern: "^第(回$".to_owned(), level: Some(1) };
    notebook.put(Id::new(1), broken, 1);
    notebook.put(Id::new(2), Item::of(&remark(None)), 2);
    let (remarks, wrong) = notebook.remarks();
    assert_eq!(remarks, [remark(None)]);
    let Some(LeftOut { pattern, why: Unheeded::Pattern(error) }) = wrong else { panic!() };
    assert_eq!((pattern.as_str(), error.character), ("^第(回$", Some(3)));
}

#[test]
fn so_many_rules_are_heeded_and_the_rest_is_told() {
    let mut notebook = Notebook::of("/a");
    for seed in 0..RULES as u64 {
        notebook.put(Id::new(seed), Item::of(&rule("^第")), seed);
    }
    assert_eq!((notebook.remarks().0.len(), notebook.remarks().1), (RULES, None));
    notebook.put(Id::new(RULES as u64), Item::of(&rule("^第")), RULES as u64);
    let (remarks, wrong) = notebook.remarks();
    assert_eq!(remarks.len(), RULES);
    let pattern = "^第".to_owned();
    assert_eq!(wrong, Some(LeftOut { pattern, why: Unheeded::NoRoom(NoRoom::Rules) }));
}

#[test]
fn kept_rules_may_take_so_many_bytes_together() {
    let large = r"[\p{L}\p{N}]{40}";
    let most = RULES_BYTES / Pattern::new(large).unwrap().bytes();
    let kept = |count: u64| {
        let mut notebook = Notebook::of("/a");
        for seed in 0..count {
            notebook.put(Id::new(seed), Item::of(&rule(large)), seed);
        }
        let (remarks, wrong) = notebook.remarks();
        (remarks.len(), wrong.is_some_and(|rule| rule.why == Unheeded::NoRoom(NoRoom::Bytes)))
    };
    assert_eq!(kept(most as u64), (most, false));
    assert_eq!(kept(most as u64 + 2), (most, true));
}

#[test]
fn remarks_of_two_windows_that_say_the_same_are_one() {
    let id = |remark: &Remark, before| Id::of_remark(remark, before);
    assert_eq!(id(&remark(None), 0), id(&remark(None), 0));
    assert_ne!(id(&remark(None), 0), id(&remark(None), 1));
    assert_ne!(id(&remark(None), 0), id(&remark(Some(1)), 0));
    assert_ne!(id(&rule("a"), 0), id(&rule("b"), 0));
    assert_ne!(Id::of_mark('a'), Id::of_mark('b'));
}

#[test]
fn more_than_can_be_read_again_is_not_written() {
    let mut notebook = Notebook::of("/a");
    let empty = notebook.written().unwrap().len();
    notebook.put(Id::new(1), note(""), 1);
    let one = notebook.written().unwrap().len();
    assert!(one > empty);
    notebook.put(Id::new(1), note(&"x".repeat(NOTEBOOK_BYTES - one)), 1);
    let longest = notebook.written().unwrap();
    assert_eq!(
        (longest.len(), Notebook::read(&longest).as_ref()),
        (NOTEBOOK_BYTES, Some(&notebook))
    );
    notebook.put(Id::new(1), note(&"x".repeat(NOTEBOOK_BYTES - one + 1)), 1);
    assert!(matches!(notebook.written(), Err(Unwritten::TooLong(_))));
}

fn resume() -> Resume {
    let content = Content::new(3, b"abc", b"abc");
    Resume::new("/a", content, Stamp { inode: 7, size: 3, modified: (1, 2) })
}

fn left(section: &str) -> Left {
    let settings = OwnSettings::from([("view".to_owned(), "source".to_owned())]);
    Left { top: place(4), percent: 43, section: Some(section.to_owned()), settings }
}

#[test]
fn where_a_document_was_left_comes_back() {
    let mut resume = resume();
    resume.leave(left("第一回"), 50);
    resume.choose(Encoding::named("gbk").unwrap());
    assert_eq!(again(&resume), resume);
    assert_eq!(resume.encoding().map(Encoding::name), Some("GBK"));
    resume.leave(left("第二回"), 20);
    assert_eq!((resume.left(), resume.place()), (51, Some(&left("第二回"))));
}

#[test]
fn what_is_told_of_a_section_is_no_longer_than_a_row() {
    let mut resume = resume();
    resume.leave(left(&"雨".repeat(LABEL_CHARS)), 50);
    assert_eq!(again(&resume), resume);
    resume.leave(left(&"雨".repeat(LABEL_CHARS + 1)), 50);
    assert_eq!(again(&resume).place(), Some(&left(&"雨".repeat(LABEL_CHARS))));
}

#[test]
fn so_many_bytes_of_a_place_are_read_and_no_more() {
    let written = resume().written().unwrap();
    let padded = |bytes: usize| [&written[..], &vec![b' '; bytes - written.len()]].concat();
    assert!(Resume::read(&padded(RESUME_BYTES)).is_some());
    assert!(Resume::read(&padded(RESUME_BYTES + 1)).is_none());
}

#[test]
fn a_file_of_another_version_is_not_ours() {
    let other = |text: Vec<u8>| {
        String::from_utf8(text).unwrap().replace("\"version\": 1", "\"version\": 2")
    };
    assert!(Resume::read(other(resume().written().unwrap()).as_bytes()).is_none());
    assert!(Notebook::read(other(Notebook::of("/a").written().unwrap()).as_bytes()).is_none());
}

#[test]
fn a_content_is_told_by_its_size_and_its_ends() {
    let content = Content::new(9, b"abc", b"xyz");
    assert_eq!(content, Content::new(9, b"abc", b"xyz"));
    for other in [
        Content::new(8, b"abc", b"xyz"),
        Content::new(9, b"abd", b"xyz"),
        Content::new(9, b"abc", b"xyy"),
    ] {
        assert_ne!(content.digest(), other.digest());
    }
}

/// What is said and taken back in a window.
fn words() -> impl Strategy<Value = Vec<(u64, Option<String>)>> {
    prop::collection::vec((0..6_u64, prop::option::of("[ab]{0,2}")), 0..12)
}

/// Returns the notebook in which `words` were said, from `now` on.
fn said(words: &[(u64, Option<String>)], now: u64) -> Notebook {
    let mut notebook = Notebook::of("/a");
    for (now, (seed, text)) in (now..).zip(words) {
        match text {
            Some(text) => notebook.put(Id::new(*seed), note(text), now),
            None => drop(notebook.remove(Id::new(*seed), now)),
        }
    }
    notebook
}

proptest! {
    #[test]
    fn notebooks_are_one_whichever_is_taken_into_the_other(
        one in words(), other in words(), third in words(), start in 0..9_u64,
    ) {
        let [one, other, third] = [said(&one, 0), said(&other, start), said(&third, 5)];
        let merged = |mut into: Notebook, from: &Notebook| {
            into.merge(from.clone());
            into
        };
        let both = merged(one.clone(), &other);
        prop_assert_eq!(both.entries(), merged(other.clone(), &one).entries().to_vec());
        prop_assert_eq!(&merged(both.clone(), &other), &both);
        let all = merged(both, &third);
        prop_assert_eq!(all.entries(), merged(one, &merged(other, &third)).entries().to_vec());
        prop_assert_eq!(again(&all), all);
    }

    #[test]
    fn no_change_of_what_is_kept_fails(words in words(), changes in words(), now in any::<u64>()) {
        let mut notebook = said(&words, now);
        for (seed, text) in changes {
            let change = match text {
                Some(text) => Change::Put(Id::new(seed), note(&text)),
                None => Change::Remove(Id::new(seed)),
            };
            notebook.make(&change, now);
            let there = notebook.entries().iter().any(|entry| entry.id == Id::new(seed));
            prop_assert_eq!(there, matches!(change, Change::Put(..)));
        }
        prop_assert!(notebook.entries().is_sorted_by_key(|entry| (entry.made, entry.id)));
    }
}
