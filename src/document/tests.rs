use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// A document of parts of one block each, all of the same size, that counts how often it loads one.
struct Parts {
    count: usize,
    size: usize,
    facts: Facts,
    loaded: AtomicUsize,
}

impl Parts {
    fn new(count: usize, size: usize) -> Arc<Self> {
        Arc::new(Self { count, size, facts: Facts::default(), loaded: AtomicUsize::new(0) })
    }
}

impl Source for Parts {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.count
    }

    fn before(&self, index: usize) -> u64 {
        (index.min(self.count) * self.size) as u64
    }

    fn load(&self, _: usize) -> Result<Part, ReadError> {
        self.loaded.fetch_add(1, Ordering::Relaxed);
        let text = "x".repeat(self.size);
        let block = Block::new(0..text.len(), BlockKind::Paragraph);
        Ok(Part::new(text, vec![block], Markup::default()))
    }

    fn survey(&self, _: &Rules, _: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        Survey::default()
    }
}

#[test]
fn a_part_is_loaded_once_while_it_is_kept() {
    let parts = Parts::new(2, 10);
    let document = Document::new(parts.clone());
    for index in [0, 1, 0, 1, 0] {
        document.part(index);
    }
    assert_eq!(parts.loaded.load(Ordering::Relaxed), 2);
}

#[test]
fn what_is_kept_is_bounded_and_the_last_used_stays() {
    let parts = Parts::new(100, PARTS_BYTES / 4);
    let document = Document::new(parts.clone());
    for index in 0..100 {
        document.part(index);
        document.part(0);
    }
    assert_eq!(parts.loaded.load(Ordering::Relaxed), 100);
    document.part(50);
    assert_eq!(parts.loaded.load(Ordering::Relaxed), 101);
}

#[test]
fn a_part_past_the_end_is_empty() {
    assert_eq!(*Document::new(Parts::new(1, 10)).part(7), Part::default());
}

#[test]
fn fractions_follow_the_weights() {
    let document = Document::new(Parts::new(4, 10));
    assert!((document.fraction(Position::new(2, 5)) - 0.625).abs() < 1e-9);
    assert_eq!(document.at_fraction(0.5), Position::new(2, 0));
    assert_eq!(document.at_fraction(1.0).part, 3);
}

#[test]
fn an_empty_document_has_one_place() {
    let document = Document::new(Parts::new(0, 0));
    assert_eq!(document.at_fraction(0.7), Position::default());
    assert!(document.fraction(Position::default()).abs() < f64::EPSILON);
}

#[test]
fn a_section_holds_what_follows_it() {
    let section = |part, line| Section {
        title: String::new(),
        level: 1,
        anchor: Anchor { part, line },
        line: None,
        offset: 0,
    };
    let outline = Outline::new(vec![section(0, 3), section(1, 0)]);
    let holding = |part, line| outline.holding(Anchor { part, line });
    assert_eq!(
        [holding(0, 2), holding(0, 3), holding(0, 9), holding(1, 5)],
        [None, Some(0), Some(0), Some(1)]
    );
    assert_eq!(outline.level_at(Anchor { part: 0, line: 4 }), None);
    assert_eq!(outline.level_at(Anchor { part: 1, line: 0 }), Some(1));
}

#[test]
fn parts_are_kept_up_to_their_bound() {
    let parts = Parts::new(5, PARTS_BYTES / 4 - 1024);
    let document = Document::new(parts.clone());
    let loaded = |index| {
        document.part(index);
        parts.loaded.load(Ordering::Relaxed)
    };
    assert_eq!([0, 1, 2, 3].map(loaded), [1, 2, 3, 4]);
    assert_eq!([0, 1, 2, 3].map(loaded), [4; 4], "four fit");
    assert_eq!([4, 0].map(loaded), [5, 6], "five do not");
}
