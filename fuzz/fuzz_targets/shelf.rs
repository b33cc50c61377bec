//! Any bytes are read as each kind of file of state: what was read is written and read again the same, is bounded, and
//! is safe to show. Two files, parted by a NUL, are taken together.
#![no_main]

#[path = "../../tests/support/frame.rs"]
mod frame;

use std::fmt::Debug;
use std::sync::Arc;

use kanshu::app::{Message, Recalled, Session, Setup, Size};
use kanshu::budget::SEARCHES;
use kanshu::document::{Document, Locator, Remark};
use kanshu::decode::Choice;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode};
use kanshu::search::{SearchOptions, Query};
use kanshu::shelf::{Index, LeftOut, Notebook, Record, Resume, Searches, SectionsFile, Terminals};
use kanshu::ui::view;
use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Returns what `bytes` hold; what is written of it is read the same.
fn read<T: Record + Clone + Debug + PartialEq>(bytes: &[u8]) -> Option<T> {
    let record = T::read(bytes)?;
    again(&record);
    Some(record)
}

/// Returns whether `record` can be written; then it is read the same.
fn again<T: Record + Clone + Debug + PartialEq>(record: &T) -> bool {
    let Ok(written) = record.written() else { return false };
    assert!(written.len() <= T::MOST_BYTES);
    assert_eq!(T::read(&written).as_ref(), Some(record));
    true
}

/// Takes the searches of `other` into `searches`, as one reader who made them all.
fn merge_searches(mut searches: Searches, other: Searches) -> (Vec<Query>, SearchOptions) {
    let ((_, from), (queries, to)) = (searches.clone().told(), other.told());
    for query in &queries {
        searches.add(query);
    }
    searches.turn(from, to);
    assert!(again(&searches), "searches always fit");
    let (all, options) = searches.told();
    assert!(all.len() <= SEARCHES && options == to);
    assert!(all.ends_with(queries.last().map(std::slice::from_ref).unwrap_or_default()));
    (all, options)
}

/// Takes what was said in `other` into `notebook`: the same whichever is taken into the other, and however often.
fn merge_notebooks(mut notebook: Notebook, other: Notebook) -> (Vec<Remark>, Option<LeftOut>) {
    let mut turned = other.clone();
    turned.merge(notebook.clone());
    notebook.merge(other.clone());
    assert_eq!(notebook.entries(), turned.entries());
    turned.clone_from(&notebook);
    notebook.merge(other);
    assert_eq!(notebook.entries(), turned.entries());
    again(&notebook);
    notebook.remarks()
}

fn merge_terminals(mut terminals: Terminals, kind: &str) {
    assert!(again(&terminals), "terminals always fit");
    let told = kanshu::shelf::Terminal { cells: vec![1, 2, 2, 2], ground: Some([0; 3]) };
    if terminals.learn(kind, told.clone()) {
        assert_eq!(terminals.get(kind), Some(&told));
    }
    assert!(again(&terminals), "terminals always fit");
}

/// Shows what was kept wherever it is shown: in the status line, the prompt, the contents.
fn show((remarks, wrong): (Vec<Remark>, Option<LeftOut>), place: Option<Locator>, (queries, options): (Vec<Query>, SearchOptions)) {
    let text = "第一章 渡船\n\n夜雨\n\n山路在雨后很滑。\n";
    let source = PlainText::open(Arc::new(text.as_bytes().to_vec()), Choice::default());
    let document = Document::new(Arc::new(source));
    let recalled = Recalled { remarks, ..Recalled::default() };
    let setup = Setup { recalled, place, ..Setup::default() };
    let mut session = Session::open(document, "fuzz", setup, Size::new(40, 12));
    let messages = [
        Message::Remembered { queries, options },
        Message::Notice(wrong.map(|left| left.pattern).unwrap_or_default()),
        Message::Key(Key::char('t')),
        Message::Key(Key::plain(KeyCode::Esc)),
        Message::Key(Key::char('/')),
        Message::Key(Key::plain(KeyCode::Up)),
        Message::Key(Key::plain(KeyCode::Up)),
    ];
    for message in messages {
        session.tell(message);
        let Ok(mut terminal) = Terminal::new(TestBackend::new(40, 12));
        let Ok(_) = terminal.draw(|frame| view(session.state(), frame));
        frame::check(terminal.backend().buffer());
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut files = bytes.splitn(2, |byte| *byte == 0);
    let (one, other) = (files.next().unwrap_or_default(), files.next().unwrap_or_default());
    let [searches, later] = [one, other].map(|bytes| read(bytes).unwrap_or_default());
    let notebook = |bytes| {
        let before = SectionsFile::read(bytes).map(SectionsFile::notebook);
        read(bytes).or(before).unwrap_or_else(|| Notebook::of("/a"))
    };
    let [book, news] = [one, other].map(notebook);
    let resume: Option<Resume> = read(one);
    let place = resume.as_ref().and_then(Resume::place).map(|left| left.top.clone());
    let _index: Option<Index> = read(one);
    if let Some(terminals) = read(one) {
        merge_terminals(terminals, &String::from_utf8_lossy(other));
    }
    let searches = merge_searches(searches, later);
    show(merge_notebooks(book, news), place, searches);
});
