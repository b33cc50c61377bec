//! Sessions with motions to a place that is named, and keys that do nothing.

use super::*;
use crate::input::Preset;

fn preset(preset: Preset, text: &str) -> Session {
    Session::with(text, preset)
}

#[test]
fn a_key_that_does_nothing_says_so() {
    let mut session = Session::open(&numbered(100), 40, 11);
    for (keys, told) in [
        ("w", "w does nothing here; ? shows the keys."),
        ("5x", "x does nothing here; ? shows the keys."),
        ("'!", "'! does nothing here; ? shows the keys."),
        (".", ". does nothing here; ? shows the keys."),
    ] {
        session.keys(keys);
        assert_eq!((session.notice(), session.state().typed().as_str()), (told, ""), "{keys}");
    }
    session.keys("j");
    assert_eq!((session.top().as_str(), session.notice()), ("line 2", ""));
}

#[test]
fn the_end_and_the_start_say_so_once() {
    let mut session = Session::open(&numbered(100), 40, 11);
    for key in ["k", "b", "{", "(", "["] {
        session.keys("jk");
        session.keys(key);
        let told = if key == "[" { "This document has no sections." } else { "This is the start." };
        assert_eq!(session.notice(), told, "{key}");
        session.keys(key);
        assert_eq!(session.notice(), if key == "[" { told } else { "" }, "{key}");
    }
    session.keys("Gj");
    assert_eq!(session.notice(), "This is the end.");
    session.keys("j ");
    assert_eq!(session.notice(), "");
    session.keys("kjj");
    assert_eq!(session.notice(), "This is the end.", "it was left in between");
}

#[test]
fn the_end_of_what_still_comes_is_told_as_such() {
    let mut session = growing(&numbered(50));
    session.keys("Gj");
    assert_eq!(session.notice(), "This is the end of what has come so far.");
}

#[test]
fn a_per_cent_may_have_a_point() {
    let mut session = Session::open(&numbered(10_000), 40, 11);
    let mut place = |keys: &str| {
        session.keys(keys);
        let typed = session.state().typed();
        session.keys("%");
        (typed, (session.view().shown().0 * 1000.0) as usize)
    };
    assert_eq!(place("15.5"), ("15.5".to_owned(), 155));
    assert_eq!(place("15.05"), ("15.05".to_owned(), 150));
    assert_eq!(place("7."), ("7.".to_owned(), 70));
    assert_eq!(place("1.2.3"), ("1.23".to_owned(), 12));
    assert_eq!(place("0.123456"), ("0.1234".to_owned(), 1));
    assert_eq!(place("0"), ("0".to_owned(), 0));
}

#[test]
fn a_number_before_the_key_of_the_end_or_the_start_is_a_line_of_the_source() {
    for (one, keys) in [
        (Preset::Default, ["50G", "50g"]),
        (Preset::Less, ["50G", "50g"]),
        (Preset::Vim, ["50G", "50gg"]),
    ] {
        for keys in keys {
            let mut session = preset(one, &numbered(1000));
            session.keys(keys);
            assert_eq!(session.top(), "line 50", "{one:?}: {keys}");
            session.keys("''");
            assert_eq!(session.top(), "line 1", "it is a jump");
        }
    }
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("2000G");
    assert_eq!(session.row(9), "line 1000");
    session.keys("0G");
    assert_eq!(session.top(), "line 1");
}

#[test]
fn a_line_within_a_paragraph_is_in_the_top_row() {
    let wrapped = "The lamp at the end of the pier had been dark since the storm of that\n\
                   long winter, and nobody in the village could say who had put it out or\n\
                   why the keeper never came back to light it again in all those years.\n\n";
    let mut session = Session::open(&wrapped.repeat(40), 60, 11);
    session.keys("41G");
    assert!(session.top().starts_with("The lamp"));
    for (keys, line, begins) in [("42G", 42, "long winter"), ("43G", 43, "why the keeper")] {
        session.keys(keys);
        assert!(session.top().contains(begins), "{keys}: {}", session.top());
        session.keys(":place\n");
        assert!(session.notice().starts_with(&format!("Line {line} of")), "{}", session.notice());
    }
    session.keys("44G");
    assert_eq!(session.top(), "", "a blank line is itself");
}

#[test]
fn a_line_is_gone_to_when_the_lines_are_counted() {
    let setup = Setup::default();
    let (mut state, asked) =
        State::open(plain(&numbered(100)), "", setup, Size::new(40, 11), false);
    for c in "50G".chars() {
        update(&mut state, Message::Key(Key::char(c)));
    }
    assert_eq!(state.told().as_deref(), Some("Line 50 is gone to when the lines are counted."));
    assert_eq!(state.view().top(), Position::default());
    let Some(Effect::Survey { job, document, rules }) = asked.into_iter().next() else { panic!() };
    let survey = document.source().survey(&rules, &mut |_| std::ops::ControlFlow::Continue(()));
    update(&mut state, Message::Surveyed { job, survey, finished: true });
    assert_ne!(state.view().top(), Position::default());
    assert_eq!(state.told(), None, "it has been gone to");
}

#[test]
fn a_per_cent_is_gone_to_within_a_long_paragraph() {
    let mut session = Session::open(&"word ".repeat(4000), 40, 11);
    for percent in [0, 25, 50, 75] {
        session.keys(&format!("{percent}%"));
        assert_eq!(session.view().percent(), percent);
    }
}

#[test]
fn the_screen_is_painted_anew_by_a_key_in_each_preset() {
    for one in [Preset::Default, Preset::Less, Preset::Vim] {
        let mut session = preset(one, &numbered(5));
        session.tell(Message::Key(Key::ctrl('l')));
        assert!(session.asked(|effect| matches!(effect, Effect::Redraw)));
    }
}

#[test]
fn a_key_tells_the_line_and_the_per_cent() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("500G");
    session.tell(Message::Key(Key::ctrl('g')));
    assert_eq!(session.notice(), "Line 500 of the source, 49.3%");
    let mut session = preset(Preset::Less, &numbered(5));
    session.keys("=");
    assert_eq!(session.notice(), "Line 1 of the source, 100.0%");
}

#[test]
fn a_panel_beside_the_page_keeps_the_words_at_its_top() {
    let mut session = Session::open(&chapters(), 100, 20);
    session.keys("17j");
    let (top, measure) = (session.view().top(), session.view().measure());
    session.keys("t");
    assert!(session.view().measure() < measure, "the page is set anew beside it");
    assert_eq!(session.view().top(), top);
    session.press(KeyCode::Esc);
    assert_eq!((session.view().top(), session.view().measure()), (top, measure));
}

#[test]
fn a_section_past_the_last_is_the_last() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.keys("99]");
    assert_eq!((session.top().as_str(), session.notice()), ("第三章 归途", ""));
}

#[test]
fn sentences_are_gone_through_by_the_rows_in_which_they_begin() {
    let text = "One. Two goes on for quite a while here. Three.\n\nFour is its own paragraph.\n\n"
        .to_owned()
        + &"风吹过来，吹了一夜。“是谁？”他问。没有人回答，只有雨落在瓦上的声音。\n\n".repeat(9);
    let mut session = Session::open(&text, 23, 9);
    let mut tops = vec![session.top()];
    for _ in 0..4 {
        session.keys(")");
        tops.push(session.top());
    }
    assert_eq!(tops[0], "One. Two goes on for");
    assert_eq!(tops[1], "Three.");
    assert_eq!(tops[2], "Four is its own");
    assert!(tops[3].starts_with("风吹过来"), "{tops:?}");
    assert!(tops[4].contains("“是谁") || tops[4].contains("他问"), "{tops:?}");
    for top in tops.iter().rev().skip(1) {
        session.keys("(");
        assert_eq!(&session.top(), top);
    }
    session.keys("3)");
    assert_eq!(session.top(), tops[3]);
}

#[test]
fn keys_of_vim_bring_rows_to_the_top_and_the_match_to_its_place() {
    let mut session = preset(Preset::Vim, &numbered(1000));
    session.keys("M");
    assert_eq!(session.top(), "line 6");
    session.keys("L");
    assert_eq!(session.top(), "line 15");
    session.keys("H");
    assert_eq!(
        (session.top().as_str(), session.notice()),
        ("line 15", "The top row is where you read.")
    );
    session.keys("/line 500\n");
    for (keys, at) in [("zt", 0), ("zz", 5), ("zb", 9)] {
        session.keys(keys);
        assert_eq!(session.row(at), "line 500", "{keys}");
    }
}
