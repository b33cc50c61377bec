//! Sessions with words that are highlighted.

use super::mouse::{click, drag};
use super::selecting::{TEXT, selected, selection};
use super::*;
use crate::app::{Bookmarks, Label};
use crate::budget::HIGHLIGHT_BYTES;

/// Returns the words that are highlighted as they stand in the text now, each with the number of its colour.
pub(super) fn highlighted(session: &Session) -> Vec<(String, u8)> {
    let (document, marks) = (session.book().document(), session.book().marks().all());
    let words = |mark: &crate::app::PlaceMark| {
        let text = document.excerpt(mark.range().clone(), usize::MAX).unwrap();
        Some((text, mark.colour()?))
    };
    marks.iter().filter_map(words).collect()
}

fn one(words: &str, colour: u8) -> Vec<(String, u8)> {
    vec![(words.to_owned(), colour)]
}

/// Returns a reader who has highlighted the first match of `words` with these keys.
fn with(text: &str, words: &str, keys: &str) -> Session {
    let mut session = Session::open(text, 40, 11);
    session.keys(&format!("/{words}\nV{keys}"));
    session
}

#[test]
fn what_is_selected_is_highlighted_in_one_of_four_colours_in_every_preset() {
    for (_, preset) in Preset::ALL {
        for colour in 1..=4 {
            let mut session = Session::with(TEXT, preset);
            session.keys(&format!("V)c{colour}"));
            let words = "守塔人合上那本旧书，对邮差说：“灯塔不是为船点的。”";
            assert_eq!(highlighted(&session), one(words, colour), "{preset:?}");
            assert!(selection(&session).is_none() && session.notice().starts_with("Highlighted ("));
        }
    }
}

#[test]
fn another_colour_and_none_for_what_is_highlighted() {
    let mut session = with(TEXT, "那本旧书", "c1");
    session.keys("nVc3");
    assert_eq!(highlighted(&session), one("那本旧书", 3), "the same words");
    session.keys("nVoc2");
    assert_eq!(highlighted(&session), one("那本旧书", 2));
    session.keys("nVsc1");
    assert_eq!(highlighted(&session).len(), 2, "other words have a colour of their own");
    session.keys("nVx");
    assert_eq!(session.notice(), "Deleted (U undoes): 那本旧书", "the inner one is deleted first");
    session.keys("nV");
    session.press(KeyCode::Delete);
    assert_eq!(highlighted(&session), []);
    session.keys("Vx");
    assert_eq!(session.notice(), "No highlight and no note is here.");
}

#[test]
fn one_key_undoes_all_that_was_done_to_bookmarks_and_highlights() {
    let mut session = with(TEXT, "那本旧书", "c1");
    session.keys("nVc3nVxm\n");
    let mut said = Vec::new();
    for _ in 0..5 {
        session.keys("U");
        said.push((session.notice(), highlighted(&session)));
    }
    let gone = |name| format!("Gone again, the {name}: ");
    assert!(said[0].0.starts_with(&gone("bookmark")), "{}", said[0].0);
    assert_eq!(said[1], ("There again, the highlight: 那本旧书", one("那本旧书", 3)));
    assert_eq!(said[2], ("As before: 那本旧书", one("那本旧书", 1)));
    assert_eq!(said[3].0, gone("highlight") + "那本旧书");
    assert_eq!(said[4], ("There is nothing to undo.", vec![]));
    assert_eq!(session.0.notebook().entries(), [], "nothing of it is kept");
}

#[test]
fn a_click_selects_what_is_highlighted() {
    let mut session = with(TEXT, "那本旧书", "c1");
    let x = session.view().panes().text().x;
    click(&mut session, (x + 12, 0));
    assert_eq!(selected(&session), "那本旧书");
    session.keys("c4");
    assert_eq!(highlighted(&session), one("那本旧书", 4));
    click(&mut session, (x, 0));
    assert!(selection(&session).is_none(), "beside it nothing is");
    drag(&mut session, (x + 10, 0), (x + 14, 0));
    assert_ne!(selected(&session), "那本旧书", "a drag selects as always");
}

#[test]
fn a_highlight_is_kept_and_found_in_the_text_as_it_was_edited() {
    let text = format!("渡船靠了岸，船家说今夜有雨。\n\n{TEXT}");
    let session = with(&text, "那本旧书", "2)c2");
    let kept = session.0.notebook().marks();
    assert_eq!(kept.len(), 1);
    let rest = "书，对邮差说：“灯塔不是为船点的。”邮差想起那封信。";
    for (edited, words) in [
        (format!("序\n\n{text}"), format!("那本旧{rest}")),
        (text.replace("旧书", "厚厚的书"), format!("那本厚厚的{rest}")),
        (text.replace("那本", "一本"), format!("一本旧{rest}")),
    ] {
        let setup = recalling(Vec::new(), kept.clone());
        let session = Session::set_up(&edited, setup, Size::new(20, 11));
        assert_eq!(highlighted(&session), one(&words, 2));
    }
    let setup = recalling(Vec::new(), kept);
    let mut session = Session::set_up("No word of it.\n", setup, Size::new(20, 11));
    assert_eq!(highlighted(&session), one("", 2), "words that are gone are nowhere");
    session.keys("\"");
    let Focus::Bookmarks(_) = session.state().focus() else { panic!("and they are listed") };
}

#[test]
fn a_highlight_stays_on_its_words_when_the_text_is_another_and_the_page_narrower() {
    let mut session = with(TEXT, "那本旧书", "c1");
    session.tell(Message::Reloaded(plain(&format!("序\n\n{TEXT}"))));
    session.tell(Message::Resize(Size::new(12, 11)));
    assert_eq!(highlighted(&session), one("那本旧书", 1));
    session.keys("U");
    assert_eq!(highlighted(&session), []);
}

#[test]
fn highlights_are_listed_narrowed_gone_to_and_deleted() {
    let text = numbered(1000);
    let mut session = Session::open(&text, 80, 11);
    session.keys("\"");
    let told = "Nothing is highlighted or noted yet: select words, then c and 1 to 4, or a.";
    assert_eq!(session.notice(), told);
    session.keys("m\n499jV$c1499jV$c2g\"");
    let listed = |session: &Session| {
        let Focus::Bookmarks(list) = session.state().focus() else { panic!("the list is open") };
        let marks = session.book().marks().all();
        let words = list.listed().iter().map(|at| marks[*at].words().to_owned());
        words.collect::<Vec<String>>()
    };
    assert_eq!(listed(&session), ["line 500", "line 991"], "no bookmark is among them");
    session.keys("991\n");
    assert_eq!(session.top(), "line 991");
    session.keys("\"");
    session.press(KeyCode::Delete);
    assert_eq!(listed(&session), ["line 500"]);
    session.tell(Message::Key(Key::ctrl('_')));
    assert_eq!(session.notice(), "There again, the highlight: line 991");
    session.keys("\u{1B}B");
    let places = |label: &Label| matches!(label, Label::Name(_));
    let Focus::Bookmarks(list) = session.state().focus() else { panic!("the list is open") };
    assert_eq!(Bookmarks::listed(list).len(), 1);
    assert!(places(session.book().marks().all()[list.listed()[0]].label()));
}

#[test]
fn more_than_is_highlighted_is_not_and_stays_selected() {
    let text = "a".repeat(HIGHLIGHT_BYTES);
    let mut session = Session::open(&format!("{text}b\n"), 20, 5);
    session.keys("VGhc1");
    assert_eq!(highlighted(&session), one(&text, 1));
    session.keys("gVGc1");
    assert_eq!(session.notice(), "So much text is too much for that.");
    assert!(selection(&session).is_some() && highlighted(&session).len() == 1);
}

#[test]
fn of_long_words_the_first_are_told() {
    let mut session = Session::open(&"渡船靠了岸。".repeat(20), 40, 11);
    session.keys("Vpc1");
    let told = format!("Highlighted (U undoes): {}…", "渡船靠了岸。".repeat(10));
    assert_eq!(session.notice(), told);
}

#[test]
fn naming_a_bookmark_is_told() {
    let mut session = Session::open(&numbered(100), 80, 11);
    session.keys("m\nB");
    session.tell(Message::Key(Key::ctrl('e')));
    session.keys("dusk\n");
    assert_eq!(session.notice(), "Named: dusk");
}
