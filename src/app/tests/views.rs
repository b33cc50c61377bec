//! The views of a document, and the settings that it has of its own.

use super::*;
use crate::app::{Job, NextBook, Viewing};
use crate::document::{Locator, ReadAt, ViewMode};
use crate::format::{Format, OpenOptions, open};
use crate::layout::flow::{FlowRow, Replacement};
use crate::shelf::OwnSettings;
use crate::text::Pattern;

/// Returns `text` in `format`.
fn document(text: &str, format: &str) -> Document {
    let bytes: Arc<dyn ReadAt> = Arc::new(text.to_owned());
    let options = OpenOptions { format: Format::named(format), ..OpenOptions::default() };
    Document::new(open(bytes, &options).unwrap())
}

fn session(text: &str, format: &str, setup: Setup) -> Session {
    let size = Size::new(40, 7);
    Session(super::super::Session::open(document(text, format), "", setup, size))
}

/// Returns the words with which the page begins.
fn top(session: &Session) -> String {
    let (view, document) = (session.view(), session.book().document());
    let row = view.page().iter().find(|row| row.has_text()).unwrap();
    let part = document.part(row.start.part);
    row.text(&part, view.model())
}

/// Returns a text of paragraphs that were wrapped by hand.
fn wrapped() -> String {
    let lines = |n| {
        format!(
            "Paragraph {n} tells of the keeper who went down\nto the shore with the lamp and the old book that\nhe had read to the end.\n\n"
        )
    };
    (1..30).map(lines).collect()
}

fn shown(session: &Session) -> ViewMode {
    session.book().document().facts().view
}

fn own(session: &Session) -> Vec<String> {
    let left = session.state().left().unwrap();
    left.settings.iter().map(|(name, word)| format!("{name}={word}")).collect()
}

#[test]
fn a_key_shows_the_next_view_with_the_same_words_at_the_top() {
    let mut session = session(&wrapped(), "plain", Setup::default());
    session.keys("20j");
    let before = top(&session);
    for (view, told) in [
        (ViewMode::Prose, "View: prose."),
        (ViewMode::Verbatim, "View: line by line."),
        (ViewMode::Auto, "View: as usual."),
    ] {
        session.keys("v");
        assert_eq!((shown(&session), session.notice()), (view, told));
        assert!(before.starts_with(top(&session).trim_end()), "{before}: {}", top(&session));
        assert_eq!(own(&session), [format!("view={}", view.name())]);
    }
}

#[test]
fn what_is_marked_up_has_its_source_for_a_view_and_a_book_has_none() {
    let text = (1..30).map(|n| format!("## Part {n}\n\nThe *lamp* of the keeper.\n\n"));
    let mut session = session(&text.collect::<String>(), "markdown", Setup::default());
    session.keys("4]");
    assert_eq!(top(&session), "Part 5");
    session.keys("v");
    assert_eq!((shown(&session), top(&session)), (ViewMode::Source, "## Part 5".to_owned()));
    session.keys("v");
    assert_eq!((shown(&session), top(&session)), (ViewMode::Auto, "Part 5".to_owned()));

    let book = "<FictionBook><body><section><p>a</p></section></body></FictionBook>";
    let mut session = self::session(book, "fb2", Setup::default());
    session.keys("v");
    assert_eq!(session.notice(), "This document has but one view.");
    session.keys(":set view=verbatim\n");
    assert_eq!((shown(&session), session.book().view()), (ViewMode::Auto, ViewMode::Auto));
}

/// Returns how a document is opened for which this was kept, while all are shown as `view` says.
fn kept(settings: &[(&str, &str)], view: ViewMode) -> Setup {
    let own = settings.iter().map(|(name, word)| ((*name).to_owned(), (*word).to_owned()));
    let config = Config { view, ..Config::default() };
    Setup { config, own: own.collect(), ..Setup::default() }
}

#[test]
fn a_document_opens_with_its_own_settings_and_the_next_without_them() {
    let setup = kept(&[("view", "verbatim"), ("width", "20"), ("none", "x")], ViewMode::Prose);
    let mut session = session(&wrapped(), "plain", setup);
    assert_eq!((shown(&session), session.view().measure()), (ViewMode::Verbatim, 20));
    assert_eq!(own(&session), ["none=x", "view=verbatim", "width=20"]);
    let next = NextBook {
        file: "next".into(),
        title: "next".to_owned(),
        document: document(&wrapped(), "plain"),
        growing: false,
        rules: Vec::new(),
        replacements: Arc::default(),
        recalled: Recalled::default(),
        place: None,
        own: OwnSettings::new(),
    };
    session.tell(Message::Opened(Box::new(next)));
    assert_eq!((shown(&session), session.view().measure()), (ViewMode::Prose, 38));
    assert!(own(&session).is_empty());
}

#[test]
fn a_flag_comes_before_what_was_kept_and_leaves_it() {
    let setup = kept(&[("view", "verbatim")], ViewMode::Auto);
    let setup = Setup { flagged: vec!["view".to_owned()], ..setup };
    let session = session(&wrapped(), "plain", setup);
    assert_eq!(shown(&session), ViewMode::Auto);
    assert_eq!(own(&session), ["view=verbatim"]);
}

#[test]
fn what_is_set_for_all_documents_takes_the_place_of_what_this_one_had() {
    let setup = kept(&[("view", "verbatim"), ("width", "20")], ViewMode::Auto);
    let mut session = session(&wrapped(), "plain", setup);
    session.keys(",view");
    session.press(KeyCode::Left);
    assert_eq!(shown(&session), ViewMode::Prose);
    session.press(KeyCode::Esc);
    session.press(KeyCode::Esc);
    assert_eq!((shown(&session), own(&session).len()), (ViewMode::Verbatim, 2));
    session.keys(":set view=prose\n");
    assert_eq!((shown(&session), own(&session)), (ViewMode::Prose, vec!["width=20".to_owned()]));
}

#[test]
fn the_width_and_the_columns_that_keys_chose_are_kept_with_the_document() {
    let mut session = session(&wrapped(), "plain", Setup::default());
    session.keys("-C");
    assert_eq!(own(&session), ["columns=2", "width=34"]);
    session.keys("=");
    assert_eq!(own(&session), ["columns=2"]);
}

/// Returns a session with a text in which an advertisement stands in each of its paragraphs, and rules for these.
fn cleaned() -> Session {
    let paragraph = |n| format!("第{n}天，皇后在城里理了头发。www.x.com发现了什么？\n\n广告。\n\n");
    let text: String = (1..60).map(paragraph).collect();
    let rule = |regex| Replacement::new(Pattern::new(regex).unwrap(), "");
    let replacements = ["www[.a-z]+", "^广告。$"].map(rule).into();
    session(&text, "plain", Setup { replacements, ..Setup::default() })
}

#[test]
fn a_key_shows_the_other_script_with_the_same_words_at_the_top_and_it_is_kept() {
    let mut session = cleaned();
    session.keys("20j");
    let before = session.view().top();
    session.keys("S");
    assert!(top(&session).contains("皇后在城裡理了頭髮。"), "{}", top(&session));
    assert_eq!(session.view().top(), before);
    assert_eq!(session.notice(), "Chinese is shown in traditional characters.");
    assert_eq!(own(&session), ["show=hant"]);
    session.keys("S");
    assert!(top(&session).contains("皇后在城里理了头发。"));
    assert_eq!(own(&session), ["show=source"]);
    session.keys(":set show=hant\n");
    assert!(top(&session).contains("頭髮"));
}

#[test]
fn what_rules_leave_out_is_found_and_shown_by_a_key() {
    let mut session = cleaned();
    assert!(session.view().page().iter().any(FlowRow::has_text));
    assert!(top(&session).contains("头发。发现"), "{}", top(&session));
    session.keys("/x.com\n");
    let first = session.state().finder().shown_match(session.view());
    assert!(first.is_some(), "what is searched is the source");
    session.keys("nnG");
    let shown = |session: &Session| {
        let part = session.book().document().part(0);
        let rows = session.view().page().iter();
        rows.map(|row| row.text(&part, session.view().model())).collect::<String>()
    };
    assert!(shown(&session).contains("第59天") && !shown(&session).contains("广告"));
    session.keys("X");
    assert_eq!(session.notice(), "All is shown, what your rules leave out as well.");
    session.keys("G");
    assert!(shown(&session).contains("广告") && shown(&session).contains("www.x.com"));
    session.keys(":set clean=true\n");
    assert!(!shown(&session).contains("广告"));
    session.keys("ggG");
    assert!(!shown(&session).contains("广告"));
}

#[test]
fn without_a_rule_the_key_says_how_one_is_made() {
    let mut session = session("雨。\n", "plain", Setup::default());
    session.keys("X");
    assert!(session.notice().contains("[[replace]]"));
}

#[test]
fn the_page_stays_and_the_keys_go_while_another_view_is_read() {
    let (setup, size) = (Setup::default(), Size::new(40, 7));
    let mut state = State::open(document(&wrapped(), "plain"), "", setup, size, false).0;
    let press = |state: &mut State, text: &str| -> Vec<Effect> {
        text.chars().flat_map(|c| update(state, Message::Key(Key::char(c)))).collect()
    };
    let asked = |effects| asked(effects).expect("it is asked for");
    let shown = |state: &State| state.book().document().facts().view;
    let (first, prose) = asked(press(&mut state, "v"));
    assert_eq!(shown(&state), ViewMode::Auto);
    let (second, verbatim) = asked(press(&mut state, "jjv"));
    let top = Locator::of(state.book().document(), state.view().top());
    let told = |job, document, late| Message::Shown { job, document, late };
    update(&mut state, told(first, prose.document(), true));
    assert_eq!(shown(&state), ViewMode::Auto, "another view was chosen since");
    update(&mut state, told(second, verbatim.document(), true));
    assert_eq!(shown(&state), ViewMode::Verbatim);
    assert_eq!(state.told().as_deref(), Some("View: line by line."));
    let place = top.find(state.book().document()).place();
    assert!(state.view().page()[0].holds(place), "the words at the top stay");
    update(&mut state, told(second, prose.document(), false));
    assert_eq!(shown(&state), ViewMode::Verbatim, "it came already");
}

/// Returns the first piece of work by which these `effects` ask for the document as it is seen.
fn asked(effects: Vec<Effect>) -> Option<(Job, Viewing)> {
    effects.into_iter().find_map(|effect| match effect {
        Effect::Show { job, viewing, .. } => Some((job, viewing)),
        _ => None,
    })
}

/// Takes that `asked` is there, and returns what is asked for then.
fn come(state: &mut State, asked: (Job, Viewing)) -> Vec<Effect> {
    let (job, viewing) = asked;
    update(state, Message::Shown { job, document: viewing.document(), late: true })
}

#[test]
fn the_page_stays_while_a_reloaded_document_is_read_in_the_view_that_was_chosen() {
    let mut session = session("# One\n", "markdown", Setup::default());
    session.keys("v");
    let mut state = session.state().clone();
    let text = |state: &State| state.book().document().part(0).text().to_owned();
    let edited = update(&mut state, Message::Reloaded(document("# Two\n", "markdown")));
    assert_eq!(text(&state), "# One\n");
    come(&mut state, asked(edited).unwrap());
    assert_eq!((text(&state).as_str(), state.told().as_deref()), ("# Two\n", Some("Reloaded.")));
}

#[test]
fn a_document_that_grows_without_a_pause_is_seen_in_the_view_that_was_chosen() {
    let mut session = session("# One\n", "markdown", Setup::default());
    session.keys("v");
    let mut state = session.state().clone();
    let grown = |lines: usize| document(&"# One\n".repeat(lines), "markdown");
    let grew = |lines, more| Message::Grew { document: grown(lines), more };
    let lines = |state: &State| state.book().document().part(0).text().lines().count();
    let first = asked(update(&mut state, grew(2, true))).unwrap();
    assert!(asked(update(&mut state, grew(3, true))).is_none(), "one after the other");
    assert!(asked(update(&mut state, grew(4, false))).is_none());
    let next = asked(come(&mut state, first)).unwrap();
    assert_eq!((lines(&state), state.book().growing()), (2, true));
    come(&mut state, next);
    assert_eq!((lines(&state), state.book().growing()), (4, false));
}
