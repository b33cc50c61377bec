use super::*;
use crate::app::{LinkWindow, Outside, WindowBody};
use crate::budget::NOTE_ROWS;
use crate::document::{ReadAt, ViewMode};
use crate::format::{Format, OpenOptions, open};

/// Returns a session with `text` in `format`.
fn session(text: &str, format: &str, rows: usize) -> Session {
    let bytes: Arc<dyn ReadAt> = Arc::new(text.to_owned());
    let format = Format::named(format);
    let source = open(bytes, &OpenOptions { format, ..Default::default() }).unwrap();
    let config = Config { view: ViewMode::Page, ..Config::default() };
    let (setup, size) = (Setup { config, ..Setup::default() }, Size::new(40, rows));
    Session(super::super::Session::open(Document::new(source), "", setup, size))
}

/// Returns the labels that are shown, as what is left to type of each.
fn labels(session: &Session) -> Vec<String> {
    match session.state().focus() {
        Focus::Labels(labels) => labels.shown().map(|(_, label)| label).collect(),
        _ => Vec::new(),
    }
}

fn window(session: &Session) -> Option<&LinkWindow> {
    match session.state().focus() {
        Focus::LinkWindow(window) => Some(window),
        _ => None,
    }
}

/// Returns the rows that the window shows.
fn shown(session: &Session) -> Vec<String> {
    let Some(window) = window(session) else { return Vec::new() };
    let model = session.view().model();
    match window.body() {
        WindowBody::Words(lines) => {
            let rows =
                lines.iter().flat_map(|(words, rows)| rows.iter().map(move |row| (words, row)));
            rows.map(|(words, row)| row.text(words, model)).collect()
        }
        WindowBody::Note(rows) => {
            let text = |row: &crate::layout::flow::FlowRow| {
                let part = session.book().document().part(row.start.part);
                row.text(&part, model)
            };
            rows.iter().map(text).collect()
        }
    }
}

/// Returns a text in Markdown with a link to a heading that is further down than a page.
fn linked(link: &str) -> String {
    format!("# A\n\n{link}\n\n{}## There\n\nend\n\n{0}", "a paragraph\n\n".repeat(20))
}

#[test]
fn a_label_is_typed_and_its_link_followed_and_the_way_back_works() {
    let mut session = session(&linked("[go](#there) [else](#a)"), "markdown", 10);
    session.keys("o");
    assert_eq!(labels(&session), ["a", "s"]);
    session.keys("a");
    assert_eq!((session.top().as_str(), labels(&session).len()), ("There", 0));
    session.press(KeyCode::Backspace);
    assert_eq!(session.top(), "A");
}

#[test]
fn enter_follows_the_first_and_escape_leaves() {
    let mut session = session(&linked("[go](#there)"), "markdown", 10);
    session.keys("o\u{1B}");
    assert_eq!((session.top().as_str(), labels(&session).len()), ("A", 0));
    session.keys("o\n");
    assert_eq!(session.top(), "There");
}

#[test]
fn where_links_are_many_labels_have_two_letters_and_what_is_typed_leaves_those_that_begin_so() {
    let links = "[x](#there) ".repeat(10);
    let mut session = session(&linked(&links), "markdown", 10);
    session.keys("o");
    assert_eq!(labels(&session).len(), 10);
    session.keys("s");
    assert_eq!(labels(&session), ["a"], "one begins with s");
    session.press(KeyCode::Backspace);
    assert_eq!(labels(&session).len(), 10);
    session.keys("q");
    assert!(labels(&session).is_empty());
    session.keys("oz");
    assert_eq!((session.notice(), labels(&session).len()), ("No label begins with z.", 10));
    session.keys("sa");
    assert_eq!(session.top(), "There");
}

#[test]
fn a_link_that_is_cut_by_emphasis_or_a_row_has_one_label() {
    let long = "word ".repeat(20);
    let mut session = session(&linked(&format!("[a **b** c {long}](#there)")), "markdown", 10);
    session.keys("o");
    assert_eq!(labels(&session), ["a"]);
}

#[test]
fn a_page_without_links_and_a_place_that_is_not_there_are_told() {
    let mut session = session("a\n", "markdown", 10);
    session.keys("o");
    assert_eq!(session.notice(), "There is no link, no note and no picture on this page.");
    let mut session = self::session("[a](#none)\n", "markdown", 10);
    session.keys("oa");
    assert_eq!(session.notice(), "This document has no place “#none”.");
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn a_note_is_shown_in_a_window_beside_its_sign_and_enter_goes_there() {
    let fill = "a paragraph\n\n".repeat(20);
    let text = format!("a[^1]\n\n{fill}[^1]: First *words*.\n\n    Second.\n");
    let mut session = session(&text, "markdown", 12);
    session.keys("oa");
    assert_eq!(shown(&session), ["[1] First words.", "", "    Second. ↩"]);
    let area = session.view().panes().panel().unwrap();
    assert!(area.y > 0 && area.rows == 5, "{area:?}");
    session.keys("\u{1B}");
    assert!(window(&session).is_none() && session.top() == "a[1]");
    session.keys("oa\n");
    assert!(session.top().starts_with("[1] First"), "{}", session.top());
    session.keys("oa");
    assert!(session.row(0).starts_with("a[1]"), "the way back in the note itself");
}

#[test]
fn a_long_note_scrolls_and_has_so_many_rows_at_the_most() {
    let rows = |count: usize| {
        let text = format!("a[^1]\n\n[^1]: row{}", "\\\n    row".repeat(count - 1));
        let mut session = session(&text, "markdown", 12);
        session.keys("oa");
        assert_eq!(window(&session).unwrap().scroll(), 0);
        session.keys("jG");
        assert!(window(&session).unwrap().scroll() > 400);
        shown(&session).len()
    };
    assert_eq!([rows(NOTE_ROWS), rows(NOTE_ROWS + 1)], [NOTE_ROWS; 2]);
}

#[test]
fn a_note_is_told_by_its_shape() {
    let fill = "<p>a paragraph</p>".repeat(20);
    for (sign, note) in [
        (
            "<a epub:type='noteref' href='#n'>x</a>",
            "<aside epub:type='footnote' id='n'>say</aside>",
        ),
        ("<a href='#n'>*</a>", "<aside id='n'>say</aside>"),
        ("<sup><a href='#n'>1</a></sup>", "<p id='n'>say</p>"),
        ("<a id='r' href='#n'>[1]</a>", "<p><a id='n' href='#r'>[1]</a> say</p>"),
    ] {
        let mut session = session(&format!("<p>{sign}</p>{fill}{note}"), "html", 12);
        session.keys("oa");
        assert!(shown(&session).join("").ends_with("say"), "{sign}: {:?}", shown(&session));
    }
    for (sign, target) in [
        ("<a href='#n'>the words</a>", "<aside id='n'>say</aside>"),
        ("<a href='#n'>1</a>", "<p id='n'>say</p>"),
        ("<sup><a href='#n'>1</a></sup>", "<h2 id='n'>say</h2>"),
    ] {
        let mut session = session(&format!("<p>{sign}</p>{fill}{target}{fill}"), "html", 12);
        session.keys("oa");
        assert_eq!((session.top().as_str(), window(&session).is_some()), ("say", false), "{sign}");
    }
}

#[test]
fn an_address_is_shown_whole_before_it_is_opened() {
    let long = format!("https://a.example/{}", "x".repeat(100));
    let mut session = session(&format!("[a]({long})"), "markdown", 12);
    session.keys("oa");
    assert_eq!(shown(&session).concat(), long);
    assert!(!session.asked(|effect| matches!(effect, Effect::OpenOutside(_))));
    session.keys("\n");
    let opened = session.0.asked().iter().find_map(|effect| match effect {
        Effect::OpenOutside(Outside::Address(address)) => Some(address.as_str().to_owned()),
        _ => None,
    });
    assert_eq!(opened, Some(long));
}

#[test]
fn an_address_of_another_kind_is_shown_and_never_opened() {
    let mut session = session("[a](ftp://a.example/)", "markdown", 12);
    session.keys("oa");
    assert_eq!(shown(&session), ["ftp://a.example/"]);
    session.keys("\n");
    assert!(!session.asked(|effect| matches!(effect, Effect::OpenOutside(_))));
}

#[test]
fn a_window_of_any_size_takes_labels_and_the_window_of_a_note() {
    for (columns, rows) in [(1, 1), (2, 2), (5, 3), (9, 4), (40, 24)] {
        let mut session = session("a[^1] [b](https://a.example/)\n\n[^1]: say\n", "markdown", 12);
        session.tell(Message::Resize(Size::new(columns, rows)));
        session.keys("oa");
        session.tell(Message::Resize(Size::new(rows, columns)));
        session.keys("j\u{1B}os\n");
    }
}

#[test]
fn a_picture_and_a_file_beside_the_document_are_named_before_they_are_opened() {
    let text = "![lamp](img/lamp.png) [next](two.md#part)\n";
    let mut session = session(text, "markdown", 12);
    session.keys("oa");
    assert_eq!(shown(&session), ["img/lamp.png"]);
    session.keys("\n");
    let picture = session.0.asked().iter().find_map(|effect| match effect {
        Effect::OpenOutside(Outside::Picture(picture)) => Some(picture.href.clone()),
        _ => None,
    });
    assert_eq!(picture.as_deref(), Some("img/lamp.png"));
    session.keys("os");
    assert_eq!(shown(&session), ["two.md#part"]);
    session.keys("\n");
    assert!(
        session.asked(|effect| matches!(effect, Effect::OpenBeside(href) if href == "two.md#part"))
    );
}

#[test]
fn a_link_from_another_document_leads_to_its_place_or_is_told() {
    let mut session = session(&linked("a"), "markdown", 10);
    session.tell(Message::GoToName("#there".to_owned()));
    assert_eq!(session.top(), "There");
    session.tell(Message::GoToName("#none".to_owned()));
    assert_eq!(session.notice(), "This document has no place “#none”.");
}
