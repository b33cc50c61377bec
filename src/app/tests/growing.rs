//! Sessions with a document that changes while it is read: it grows, is followed, is reloaded.

use super::*;

fn document(text: &str) -> Document {
    plain(text)
}

fn lines(numbers: std::ops::Range<usize>) -> String {
    let lines: Vec<_> =
        numbers.map(|number| format!("line {number} of a long list of lines\n")).collect();
    lines.concat()
}

fn state(text: &str) -> State {
    State::open(document(text), "a", Setup::default(), Size::new(80, 24), false).0
}

fn press(state: &mut State, keys: &str) -> Vec<Effect> {
    keys.chars().flat_map(|c| update(state, Message::Key(Key::char(c)))).collect()
}

fn top(state: &State) -> String {
    let part = state.book().document().part(state.view().top().part);
    part.text().get(state.view().top().byte..).unwrap().lines().next().unwrap().to_owned()
}

fn last(state: &State) -> String {
    let row = state.view().page().last().unwrap();
    let part = state.book().document().part(row.start.part);
    part.block_text(row.block).to_owned()
}

#[test]
fn a_document_that_is_read_anew_keeps_the_words_at_the_top() {
    let mut state = state(&lines(0..20_000));
    press(&mut state, "50%");
    let before = top(&state);
    // A page was added at the start, and some lines were taken out behind.
    let edited = "a new preface\n".repeat(300) + &lines(0..15_000);
    let effects = update(&mut state, Message::Reloaded(document(&edited)));
    assert_eq!(top(&state), before);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Survey { .. })));
}

#[test]
fn where_the_words_are_gone_the_page_is_as_far_in_as_before() {
    let mut state = state(&lines(0..20_000));
    press(&mut state, "50%");
    update(&mut state, Message::Reloaded(document(&"other words\n".repeat(20_000))));
    assert!((48..=52).contains(&state.view().percent()), "{}", state.view().percent());
    update(&mut state, Message::Reloaded(document("")));
    assert!(state.view().page().is_empty());
}

#[test]
fn what_is_followed_stays_at_its_end_until_a_key() {
    let mut state = state(&lines(0..100));
    assert!(press(&mut state, "F").iter().any(|effect| matches!(effect, Effect::Follow)));
    update(&mut state, Message::Grew { document: document(&lines(0..200)), more: true });
    assert_eq!(last(&state), "line 199 of a long list of lines");
    assert!(press(&mut state, "k").iter().any(|effect| matches!(effect, Effect::StopFollowing)));
    update(&mut state, Message::Grew { document: document(&lines(0..300)), more: true });
    assert_eq!(last(&state), "line 198 of a long list of lines");
}

#[test]
fn escape_stops_the_reading_for_sections_and_keeps_what_was_found() {
    let mut state = state(&lines(0..100));
    let escape = Key::plain(crate::input::KeyCode::Esc);
    let effects = update(&mut state, Message::Key(escape));
    assert!(matches!(effects.as_slice(), [Effect::StopSurvey]));
    let survey = crate::document::Survey { done: 100, ..Default::default() };
    update(&mut state, Message::Surveyed { job: 1, survey, finished: true });
    assert!(update(&mut state, Message::Key(escape)).is_empty());
}

#[test]
fn what_shrinks_while_it_is_followed_is_shown_as_it_is() {
    let mut state = state(&lines(0..100));
    press(&mut state, "F");
    update(&mut state, Message::Grew { document: document(&lines(0..3)), more: true });
    assert_eq!(last(&state), "line 2 of a long list of lines");
}

fn markdown(text: &str) -> Document {
    let format = crate::format::Format::named("markdown");
    let options = crate::format::OpenOptions { format, ..Default::default() };
    Document::new(crate::format::open(std::sync::Arc::new(text.to_owned()), &options).unwrap())
}

#[test]
fn what_a_mark_means_is_known_later_and_the_words_at_the_top_stay() {
    let text: String =
        (0..60).map(|number| format!("## Part {number}\n\nsee [a][r]\n\n")).collect();
    let mut state = State::open(markdown(&text), "a", Setup::default(), Size::new(80, 24), true).0;
    press(&mut state, "  j");
    let before = top(&state);
    let whole = text + "[r]: https://example.org\n";
    update(&mut state, Message::Grew { document: markdown(&whole), more: false });
    assert_eq!(top(&state), before.replace("[a][r]", "a"));
}

#[test]
fn the_words_at_the_top_stay_where_a_text_that_became_long_is_cut_elsewhere() {
    let section = |number: usize| format!("# Part {number}\n\n{}\n\n", "word ".repeat(800));
    let text: String = (0..50).map(section).collect();
    let mut state = State::open(markdown(&text), "a", Setup::default(), Size::new(80, 24), true).0;
    state.view.stay_at(Position::new(1, 0));
    let before = top(&state);
    let whole: String = (0..100).map(section).collect();
    assert_ne!(markdown(&text).source().before(1), markdown(&whole).source().before(1));
    update(&mut state, Message::Grew { document: markdown(&whole), more: false });
    assert_eq!(top(&state), before);
}
