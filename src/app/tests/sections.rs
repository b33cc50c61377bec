//! Sessions with sections: going to one by its name, the row that sticks, the contents, corrections.

use std::ops::ControlFlow;

use super::{Session, chapters, plain, recalling};
use crate::app::{Contents, Effect, Focus, Message, Notice, Recalled, Setup, Size, State, update};
use crate::budget::{RULED_LINES, RULES, RULES_BYTES};
use crate::config::Config;
use crate::document::{BlockKind, Position, Remark, Rule, Sectioning, Survey};
use crate::input::{Key, KeyCode};
use crate::shelf::Change;
use crate::text::Pattern;

#[test]
fn corrections_that_come_when_the_page_is_there_are_heeded_those_of_a_kind_by_another_survey() {
    let mut session = Session::open(&chapters(), 40, 11);
    let before = session.book().outline().sections().len();
    let pattern = Pattern::new("^第.章").unwrap();
    let remarks = vec![Remark::Rule(Rule { pattern, level: None })];
    session.tell(Message::Recalled(Box::new(Recalled { remarks, ..Recalled::default() })));
    assert_eq!((before, session.book().outline().sections().len()), (3, 0));
}

#[test]
fn a_section_that_was_asked_for_is_gone_to() {
    let mut session = Session::open(&chapters(), 40, 11);
    for (wanted, top) in [("3", "第三章 归途"), ("夜雨", "第二章 夜雨")] {
        session.tell(Message::GoToSection(wanted.to_owned()));
        assert_eq!(session.top(), top);
    }
    session.tell(Message::GoToSection("无此章".to_owned()));
    assert_eq!(session.top(), "第二章 夜雨");
    assert_eq!(session.notice(), "No section is called “无此章”.");
}

/// A story of two volumes of two chapters.
fn volumes() -> String {
    let prose = "天色将明的时候，他推开了门，外面没有人，只有风。\n".repeat(20);
    let chapter = |title: &str| format!("{title}\n\n{prose}\n");
    let titles =
        [["卷一 北地\n\n第一章 风起", "第二章 夜雨"], ["卷二 南归\n\n第三章 渡口", "第四章 灯塔"]];
    titles.iter().flatten().map(|title| chapter(title)).collect()
}

/// Returns the titles of the headings above the page.
fn above(session: &Session) -> Vec<String> {
    let outline = session.book().outline();
    session
        .view()
        .above()
        .into_iter()
        .filter_map(|at| outline.title(at).map(str::to_owned))
        .collect()
}

#[test]
fn the_headings_above_the_page_are_known() {
    let mut session = Session::open(&volumes(), 60, 12);
    assert_eq!(above(&session), [""; 0]);
    session.keys("j");
    assert_eq!(above(&session), ["卷一 北地"], "the heading on the page is not above it");
    session.keys("]5j");
    assert_eq!(above(&session), ["卷一 北地", "第二章 夜雨"]);
}

#[test]
fn the_words_at_the_top_stay_when_the_heading_takes_a_row() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("30j");
    let (place, rows) = (session.view().top(), session.view().panes().text().rows);
    session.keys("H");
    assert_eq!((session.view().top(), session.view().panes().text().rows), (place, rows - 1));
    let last = session.view().page().last().unwrap().start;
    session.keys(" ");
    assert_eq!(session.view().top(), last, "a page still keeps its last row");
    session.keys("bH");
    assert_eq!((session.view().top(), session.view().panes().text().rows), (place, rows));
    session.keys("HG");
    assert_eq!(session.view().percent(), 100);
    assert_eq!(session.view().page().len(), rows - 1, "the last page is full");
}

/// Returns the contents, which are open.
fn contents(session: &Session) -> &Contents {
    let Focus::Contents(contents) = session.state().focus() else { panic!("no contents") };
    contents
}

#[test]
fn the_contents_fold_and_unfold() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("]t");
    assert_eq!((contents(&session).listed().len(), contents(&session).chosen()), (6, Some(1)));
    session.press(KeyCode::Left);
    assert_eq!(contents(&session).chosen(), Some(0), "from what does not fold to what holds it");
    session.press(KeyCode::Left);
    assert_eq!(contents(&session).listed(), [0, 1, 3, 4, 5], "the way to where one is stays");
    session.press(KeyCode::BackTab);
    session.press(KeyCode::BackTab);
    assert_eq!(contents(&session).listed(), [0, 1, 3]);
    session.press(KeyCode::End);
    session.press(KeyCode::Right);
    session.press(KeyCode::Right);
    assert_eq!(
        (contents(&session).listed(), contents(&session).chosen()),
        (&[0, 1, 3, 4, 5][..], Some(4))
    );
}

#[test]
fn steps_pass_over_what_is_folded() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("t");
    session.press(KeyCode::BackTab);
    session.press(KeyCode::Esc);
    session.keys("]");
    assert_eq!(session.top(), "卷二 南归");
    session.keys("5j]");
    assert_eq!(session.notice(), "This is the last section.");
    session.keys("[");
    assert_eq!(session.top(), "卷二 南归");
    session.keys("[");
    assert_eq!(session.top(), "卷一 北地");
}

#[test]
fn the_contents_follow_the_page() {
    let mut session = Session::open(&volumes(), 100, 12);
    session.keys("t");
    session.wheel(12);
    assert_eq!(contents(&session).chosen(), Some(2));
    session.keys("灯");
    session.wheel(-12);
    assert_eq!(contents(&session).chosen(), Some(5), "who looks for a title keeps it");
}

#[test]
fn letters_narrow_the_contents_also_as_pinyin() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("tyy");
    assert_eq!(contents(&session).listed(), [2]);
    session.press(KeyCode::Backspace);
    session.press(KeyCode::Backspace);
    assert_eq!(contents(&session).listed().len(), 6);
    session.keys("dk");
    assert_eq!(contents(&session).listed(), [4]);
    session.press(KeyCode::Enter);
    assert_eq!(session.top(), "第三章 渡口");
}

/// Returns the titles and levels of the sections.
fn sections(session: &Session) -> Vec<(&str, u8)> {
    let sections = session.book().outline().sections();
    sections.iter().map(|one| (one.title, one.level)).collect()
}

/// A story whose author named the scenes as nobody does.
fn scenes() -> String {
    let prose = "天色将明的时候，他推开了门，外面没有人，只有风。\n".repeat(6);
    format!(
        "第一章 风起\n{prose}第二章 夜雨\n{prose}那天夜里，他又来了。\n{prose}第三章 归途\n{prose}"
    )
}

/// The line of `scenes` that becomes a heading.
const SCENE: &str = "那天夜里，他又来了。";

#[test]
fn any_line_of_the_page_becomes_a_heading_and_none_again() {
    let mut session = Session::open(&scenes(), 60, 40);
    let before: Vec<(String, u8)> =
        sections(&session).into_iter().map(|(title, level)| (title.to_owned(), level)).collect();
    assert_eq!(before.len(), 3);
    session.keys("M");
    while !matches!(session.state().focus(), Focus::Marking(marking)
        if session.book().document().part(0).text()[marking.place().byte..].starts_with(SCENE))
    {
        session.keys("j");
    }
    session.keys("M");
    assert_eq!(sections(&session)[2], (SCENE, 1));
    let section = session.book().outline().sections().get(2).unwrap();
    let line = scenes().lines().position(|line| line == SCENE).unwrap() as u64 + 1;
    assert_eq!((section.line, section.offset), (Some(line), scenes().find(SCENE).unwrap() as u64));
    session.keys(">>");
    assert_eq!(sections(&session)[2], (SCENE, 3));
    session.keys("<");
    assert_eq!(sections(&session)[2], (SCENE, 2));
    session.keys("M");
    assert_eq!(sections(&session).len(), 3);
    assert_eq!(session.kept().len(), 5);
    session.keys("uuuuu");
    let after = sections(&session).into_iter().map(|(title, level)| (title.to_owned(), level));
    assert_eq!((after.collect::<Vec<_>>(), session.kept().len()), (before, 0));
    session.keys("u");
    assert_eq!(session.notice(), "There is no correction to undo.");
    session.press(KeyCode::Esc);
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn a_number_before_the_key_chooses_that_row() {
    let mut session = Session::open(&super::numbered(50), 60, 20);
    session.keys("7MM");
    assert_eq!(sections(&session), [("line 7", 1)]);
}

/// Presses `code` with Shift.
fn shift(session: &mut Session, code: KeyCode) {
    session.tell(Message::Key(Key::shift(code)));
}

/// Presses `c` with Control.
fn ctrl(session: &mut Session, c: char) {
    session.tell(Message::Key(Key::ctrl(c)));
}

#[test]
fn sections_are_dropped_and_moved_in_the_contents_and_that_is_undone() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("t");
    session.press(KeyCode::Down);
    session.press(KeyCode::Delete);
    assert_eq!(sections(&session)[1], ("第二章 夜雨", 2));
    assert_eq!(session.notice(), "No heading (^_ undoes): 第一章 风起");
    ctrl(&mut session, '_');
    assert_eq!(sections(&session)[1], ("第一章 风起", 2));
    session.press(KeyCode::Home);
    session.press(KeyCode::Down);
    shift(&mut session, KeyCode::Right);
    assert_eq!(sections(&session)[1], ("第一章 风起", 3));
    for _ in 0..4 {
        shift(&mut session, KeyCode::Left);
    }
    assert_eq!((sections(&session)[1], session.kept().len()), (("第一章 风起", 1), 3));
    for _ in 0..3 {
        ctrl(&mut session, '_');
    }
    assert_eq!((sections(&session)[1], session.kept().len()), (("第一章 风起", 2), 0));
    assert!(matches!(session.state().focus(), Focus::Contents(_)));
}

#[test]
fn a_correction_is_told_and_undone_on_the_page_too_in_the_order_of_what_was_done() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("m\nt");
    session.press(KeyCode::Down);
    session.press(KeyCode::Delete);
    session.press(KeyCode::Esc);
    assert_eq!(session.notice(), "No heading (U undoes): 第一章 风起");
    session.keys("}");
    assert_eq!(session.notice(), "");
    session.keys("m\nUU");
    assert_eq!((session.notice(), session.kept().len()), ("As before: 第一章 风起", 0));
    assert_eq!(session.book().marks().all().len(), 1);
    session.keys("U");
    assert_eq!(session.book().marks().all(), []);
}

#[test]
fn what_is_told_names_the_key_that_is_bound() {
    let bound = crate::input::Binding { name: "undo", keys: vec![Key::ctrl('x').into()] };
    let config = Config { bound: vec![bound], ..Config::default() };
    let setup = Setup { config, ..Setup::default() };
    let mut session = Session::set_up(&volumes(), setup, Size::new(60, 12));
    session.keys("t");
    session.press(KeyCode::Delete);
    assert_eq!(session.notice(), "No heading (^X undoes): 卷一 北地");
    ctrl(&mut session, 'x');
    assert_eq!(sections(&session).len(), 6);
}

#[test]
fn letters_in_a_list_only_narrow_it() {
    let mut session = Session::open(&volumes(), 60, 12);
    let before = session.book().outline().clone();
    session.keys("t");
    for c in (' '..='~').chain("渡口d*<>u/mM".chars()).cycle().take(200) {
        session.keys(&c.to_string());
    }
    assert_eq!(session.book().outline(), &before);
    assert!(session.0.asked().is_empty(), "nothing is kept");
    session.press(KeyCode::Esc);
    assert!(matches!(session.state().focus(), Focus::Contents(_)), "what was typed goes first");
    session.press(KeyCode::Esc);
    assert_eq!(session.view().top(), Position::default());
}

#[test]
fn past_the_last_section_is_the_last() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.keys("5]");
    assert_eq!((session.top().as_str(), session.notice()), ("第三章 归途", ""));
    session.keys("5]");
    assert_eq!(session.notice(), "This is the last section.");
    session.keys("99[");
    assert_eq!(session.view().top(), Position::default());
}

#[test]
fn what_is_dropped_while_narrowed_down_leaves_the_list() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("tdk");
    session.press(KeyCode::Delete);
    assert_eq!(contents(&session).listed(), [0; 0]);
    assert_eq!(sections(&session).len(), 5);
}

/// Returns a session with `text` whose reader corrected it before as `session` did.
fn again(session: &Session, text: &str) -> Session {
    let setup = recalling(session.kept(), Vec::new());
    Session::set_up(text, setup, Size::new(60, 12))
}

/// Returns a session in which the scene was made a heading, and the second chapter none.
fn corrected() -> Session {
    let mut session = Session::open(&scenes(), 60, 40);
    let row = (0..40).find(|row| session.row(*row) == SCENE).unwrap();
    session.keys(&format!("{}MM", row + 1));
    session.press(KeyCode::Esc);
    session.keys("tye");
    session.press(KeyCode::Delete);
    assert_eq!(sections(&session), EXPECTED);
    session
}

const EXPECTED: [(&str, u8); 3] = [("第一章 风起", 1), (SCENE, 1), ("第三章 归途", 1)];

#[test]
fn corrections_come_back_and_survive_an_edit_elsewhere() {
    let session = corrected();
    assert_eq!(sections(&again(&session, &scenes())), EXPECTED);
    let longer = scenes()
        .replace("第一章 风起\n", "第一章 风起\n这是新写的一行，从前没有。\n后来又写了一行。\n");
    assert_eq!(sections(&again(&session, &longer)), EXPECTED);
    let shorter = scenes().replacen("天色将明的时候，他推开了门，外面没有人，只有风。\n", "", 3);
    assert_eq!(sections(&again(&session, &shorter)), EXPECTED);
}

#[test]
fn a_correction_finds_its_line_among_others_of_the_same_words() {
    let session = corrected();
    let twice = format!("{SCENE}\n从前也有这么一句。\n{}", scenes());
    let again = again(&session, &twice);
    assert_eq!(sections(&again), EXPECTED);
    assert!(again.book().outline().sections().get(1).unwrap().line > Some(10));
}

#[test]
fn a_correction_whose_line_is_gone_is_told_and_kept() {
    let session = corrected();
    let mut again = again(&session, &scenes().replace(SCENE, "另一句话。"));
    assert_eq!(again.notice(), "1 corrected line is no longer in the text.");
    again.tell(Message::Reloaded(plain(&scenes())));
    assert_eq!(sections(&again), EXPECTED);
}

/// Returns how many sections there are, and what the reader was told.
fn told(session: &Session) -> (usize, &'static str) {
    (sections(session).len(), session.notice())
}

#[test]
fn all_lines_like_one_of_the_page_become_headings_and_none_again() {
    let mut session = Session::open(&super::numbered(50), 60, 20);
    session.keys("7M*");
    assert_eq!(told(&session), (50, "50 lines like this one are headings now; u undoes"));
    assert_eq!(sections(&session)[6], ("line 7", 1));
    assert_eq!(session.kept().len(), 1);
    session.keys("u");
    assert_eq!(told(&session), (0, "As before: all lines like that one"));
    assert_eq!(session.kept().len(), 0);
}

#[test]
fn all_lines_like_a_section_get_its_level() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("t");
    session.press(KeyCode::Down);
    shift(&mut session, KeyCode::Right);
    ctrl(&mut session, 'a');
    assert_eq!(told(&session), (6, "4 lines like this one are headings now; ^_ undoes"));
    let levels = |session: &Session| sections(session).iter().map(|one| one.1).collect::<Vec<_>>();
    assert_eq!(levels(&session), [1, 3, 3, 1, 3, 3]);
    assert!(matches!(session.state().focus(), Focus::Contents(_)));
    ctrl(&mut session, '_');
    assert_eq!(levels(&session), [1, 3, 2, 1, 2, 2], "one step is undone");
    ctrl(&mut session, '_');
    assert_eq!(levels(&session), [1, 2, 2, 1, 2, 2]);
}

#[test]
fn what_is_said_of_a_line_overrules_what_is_said_of_all_like_it() {
    let mut session = Session::open(&volumes(), 60, 12);
    session.keys("t");
    session.press(KeyCode::Down);
    session.press(KeyCode::Delete);
    session.press(KeyCode::Down);
    shift(&mut session, KeyCode::Right);
    ctrl(&mut session, 'a');
    assert_eq!(sections(&session).len(), 5, "the dropped chapter stays dropped");
    assert_eq!(sections(&session)[1], ("第二章 夜雨", 3));
    for _ in 0..3 {
        ctrl(&mut session, '_');
    }
    assert_eq!((sections(&session).len(), session.kept().len()), (6, 0));
}

#[test]
fn all_lines_like_a_dropped_one_are_dropped() {
    let mut session = Session::open(&super::numbered(50), 60, 20);
    session.keys("7M*");
    session.press(KeyCode::Delete);
    assert_eq!(sections(&session).len(), 49);
    session.keys("*");
    assert_eq!(told(&session), (0, "50 lines like this one are no headings now; u undoes"));
    session.keys("uuu");
    assert_eq!((sections(&session).len(), session.kept().len()), (0, 0));
}

#[test]
fn a_line_of_words_alone_is_no_example() {
    let mut session = Session::open(&scenes(), 60, 40);
    let row = (0..40).find(|row| session.row(*row) == SCENE).unwrap();
    session.keys(&format!("{}M*", row + 1));
    let words = "There is nothing to go by: no number, no mark, not all in capitals.";
    assert_eq!((told(&session), session.kept().len()), ((3, words), 0));
}

#[test]
fn a_line_that_is_like_no_other_is_told() {
    let mut session = Session::open("■ 渡口\n雨下了一夜。\n", 60, 20);
    session.keys("M*");
    assert_eq!(told(&session), (1, "Only this line is like that; it is a heading now; u undoes"));
}

#[test]
fn a_rule_comes_back_and_heeds_what_was_written_since() {
    let mut session = Session::open(&super::numbered(50), 60, 20);
    session.keys("7M*>");
    let again = again(&session, &super::numbered(80));
    assert_eq!(sections(&again).len(), 80);
    assert_eq!(sections(&again)[6], ("line 7", 2));
    assert_eq!(again.notice(), "");
}

#[test]
fn a_rule_holds_in_a_text_that_is_read_anew() {
    let mut session = Session::open(&super::numbered(50), 60, 20);
    session.keys("7M*");
    session.press(KeyCode::Esc);
    session.tell(Message::Reloaded(plain(&super::numbered(80))));
    assert_eq!(told(&session), (80, "Reloaded."));
    session.keys("Mu");
    assert_eq!(sections(&session).len(), 0);
}

#[test]
fn rules_for_all_documents_are_overruled_by_those_for_one() {
    let rule = |level, pattern| Rule { level, pattern: Pattern::new(pattern).unwrap() };
    let rules = vec![rule(Some(1), "天色将明"), rule(None, "^第"), rule(Some(2), "^卷")];
    let setup = Setup { rules, ..recalling(vec![Remark::Rule(rule(None, "天色"))], Vec::new()) };
    let session = Session::set_up(&volumes(), setup, Size::new(60, 12));
    assert_eq!(sections(&session), [("卷一 北地", 2), ("卷二 南归", 2)]);
}

#[test]
fn the_sections_stay_while_the_lines_like_one_are_looked_for() {
    let (mut state, effects) =
        State::open(plain(&volumes()), "", Setup::default(), Size::new(60, 12), false);
    let [Effect::Survey { job, document, rules }] = effects.as_slice() else { panic!() };
    let survey = document.source().survey(rules, &mut |_| ControlFlow::Continue(()));
    update(&mut state, Message::Surveyed { job: *job, survey: survey.clone(), finished: true });
    let mut press = |key| update(&mut state, Message::Key(Key::char(key)));
    press('M');
    let effects = press('*');
    let [Effect::Survey { job, rules, .. }, Effect::Save(Change::Put(..))] = effects.as_slice()
    else {
        panic!()
    };
    let job = *job;
    assert_eq!(rules.iter().count(), 1);
    let part = Survey { done: 1, ..Survey::default() };
    update(&mut state, Message::Surveyed { job, survey: part.clone(), finished: false });
    assert_eq!(state.book().outline().sections().len(), 6);
    assert_eq!(state.notice(), Some(&Notice::LookingForAlike));
    update(&mut state, Message::Surveyed { job, survey: part, finished: true });
    assert_eq!(state.book().outline().sections().len(), 6, "broken off, it changes nothing");
}

#[test]
fn the_lines_that_a_rule_matched_are_known_where_the_survey_was_broken_off_after_them() {
    let document = plain(&volumes());
    let mut sections = Sectioning::of(&document, Vec::new(), Vec::new());
    let pattern = Pattern::new("^天色").unwrap();
    sections.add(Remark::Rule(Rule { pattern, level: Some(3) }), &document);
    assert_eq!(sections.outline().sections().len(), 6);
    let watch = &mut |_: &Survey| ControlFlow::Continue(());
    let survey = document.source().survey(sections.corrections().rules(), watch);
    sections.take_rescan(Survey { ruled: survey.ruled, ..Survey::default() }, &document);
    assert_eq!(sections.outline().sections().len(), 6 + 80);
}

#[test]
fn no_section_ticks_before_the_document_was_read_through() {
    let document = Session::open(&volumes(), 60, 12).book().document().clone();
    let (state, _) = State::open(document, "book", Setup::default(), Size::new(60, 12), false);
    assert!(state.view().section_ticks().is_empty());
    let session = Session::open(&volumes(), 60, 12);
    let rows = session.view().panes().text().rows;
    assert_eq!(session.view().section_ticks().len(), rows, "read through, each row has its own");
}

#[test]
fn a_rule_more_than_is_heeded_is_not_made() {
    let rule = Rule { level: Some(2), pattern: Pattern::new("^无此行$").unwrap() };
    let made = |rules: usize| {
        let remarks = vec![Remark::Rule(rule.clone()); rules];
        let setup = recalling(remarks, Vec::new());
        let mut session = Session::set_up(&super::numbered(50), setup, Size::new(70, 20));
        session.keys("7M*");
        (sections(&session).len(), session.notice().to_owned())
    };
    assert_eq!(made(RULES - 1).0, 50);
    let told = "There are 200 such rules: no more are kept; u takes one back.";
    assert_eq!(made(RULES), (0, told.to_owned()));
}

#[test]
fn a_rule_is_not_made_past_the_bytes_that_all_may_take() {
    let large = Pattern::new(r"[\p{L}\p{N}]{40}").unwrap();
    let most = RULES_BYTES / large.bytes();
    let made = |rules: usize| {
        let remarks = vec![Remark::Rule(Rule { level: Some(2), pattern: large.clone() }); rules];
        let setup = recalling(remarks, Vec::new());
        let mut session = Session::set_up(&super::numbered(50), setup, Size::new(70, 20));
        session.keys("7M*");
        (sections(&session).len(), session.notice().to_owned())
    };
    assert_eq!(made(most - 1).0, 50);
    let told = "Such rules take 32 MiB of memory: no more are kept; u takes one back.";
    assert_eq!(made(most + 1), (0, told.to_owned()));
}

#[test]
fn rules_that_match_more_lines_than_are_kept_are_told_of() {
    let mut session = Session::open(&"1. x\n".repeat(RULED_LINES + 1), 70, 20);
    session.keys("M*");
    let words = "Rules match more than 65536 lines: the rest stay as they were.";
    assert_eq!(session.notice(), words);
}

#[test]
fn a_heading_of_two_lines_looks_like_one() {
    let night = "It was a dark night, and the rain fell on the roofs of the town. Nobody came.";
    let chapter = |number| format!("CHAPTER {number}.\nThe Storm of {number}\n\n{night}\n\n");
    let session = Session::open(&["I", "II", "III", "IV", "V"].map(chapter).concat(), 60, 20);
    let is_heading = |at: usize| matches!(session.view().page()[at].kind, BlockKind::Heading(_));
    assert_eq!(
        (session.row(0).as_str(), session.row(1).as_str()),
        ("CHAPTER I.", "The Storm of I")
    );
    assert_eq!([0, 1, 2, 3].map(is_heading), [true, true, false, false]);
}

#[test]
fn one_key_undoes_corrections_and_marks_the_last_first() {
    let mut session = Session::open(&chapters(), 40, 12);
    let count = |session: &Session| session.book().outline().sections().len();
    let all = count(&session);
    session.keys("jM\n\u{1B}");
    assert_eq!(count(&session), all + 1);
    session.keys("ma");
    session.keys("U");
    assert!(session.notice().starts_with("Gone again, the mark"), "{}", session.notice());
    session.keys("U");
    assert_eq!(count(&session), all);
    assert!(session.notice().starts_with("As before: "), "{}", session.notice());
    session.keys("M\nu\u{1B}U");
    assert_eq!(session.notice(), "There is nothing to undo.", "what was undone there is no more");
}
