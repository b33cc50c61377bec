use super::{addresses, is_rule, marker, quote_depth};

macro_rules! told {
    ($($name:ident: $told:expr => $what:expr;)*) => {$(
        #[test]
        fn $name() {
            assert_eq!($told, $what);
        }
    )*};
}

told! {
    three_ornaments_are_a_rule: is_rule("* * *") => true;
    dashes_are_a_rule: is_rule("────────") => true;
    a_scene_mark_alone_is_a_rule: is_rule("※") => true;
    two_full_stops_are_no_rule: is_rule("..") => false;
    a_mark_before_a_space_quotes: quote_depth("> 他说过的话") => Some(1);
    two_marks_quote_twice: quote_depth("> > so they say") => Some(2);
    a_prompt_is_no_quote: quote_depth(">>> print(1)") => None;
    a_bullet_opens_an_item: marker("- 苹果") => Some(2);
    a_number_opens_an_item: marker("12. Open the lid") => Some(4);
    a_number_in_brackets_opens_an_item: marker("3) Close it") => Some(3);
    a_number_between_brackets_opens_an_item: marker("(3) Close it") => Some(4);
    a_number_that_only_opens_a_bracket_opens_none: marker("(3. Close it") => None;
    a_year_opens_no_item: marker("1984. It was cold") => None;
    a_dash_before_a_word_opens_no_item: marker("-verbose tells more") => None;
}

fn found(text: &str) -> Vec<&str> {
    addresses(text).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn an_address_ends_where_chinese_goes_on() {
    assert_eq!(found("请看https://example.org/a?b=c，谢谢"), ["https://example.org/a?b=c"]);
}

#[test]
fn an_address_does_not_take_the_full_stop_of_its_sentence() {
    assert_eq!(
        found("See http://example.org/x. Then (https://e.org)."),
        ["http://example.org/x", "https://e.org"]
    );
}

#[test]
fn other_schemes_are_no_addresses() {
    assert!(found("file:///etc/passwd javascript://x and ://y").is_empty());
}
