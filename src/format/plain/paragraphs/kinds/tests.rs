use super::{Kind, addresses, kind_of};

macro_rules! kinds {
    ($($name:ident: $line:expr => $kind:expr;)*) => {$(
        #[test]
        fn $name() {
            assert_eq!(kind_of($line), $kind);
        }
    )*};
}

kinds! {
    a_sentence_is_prose: "天色将明的时候，他推开了门。" => Kind::Prose;
    a_sentence_of_letters_is_prose: "The door was open; nobody had come." => Kind::Prose;
    three_ornaments_are_a_rule: "* * *" => Kind::Rule;
    dashes_are_a_rule: "────────" => Kind::Rule;
    a_scene_mark_alone_is_a_rule: "　　※" => Kind::Rule;
    two_full_stops_are_no_rule: ".." => Kind::Prose;
    a_mark_before_a_space_quotes: "> 他说过的话" => Kind::Quote(1);
    two_marks_quote_twice: "> > so they say" => Kind::Quote(2);
    a_prompt_is_no_quote: ">>> print(1)" => Kind::Code;
    a_bullet_opens_an_item: "- 苹果" => Kind::Item(2);
    a_number_opens_an_item: "12. Open the lid" => Kind::Item(4);
    a_number_in_brackets_opens_an_item: "3) Close it" => Kind::Item(3);
    a_year_opens_no_item: "1984. It was cold" => Kind::Prose;
    a_dash_before_a_word_opens_no_item: "-verbose tells more" => Kind::Prose;
    a_brace_at_the_end_is_code: "fn main() {" => Kind::Code;
    a_command_is_code: "$ ls -la" => Kind::Code;
    columns_are_kept: "name    age    town" => Kind::Code;
    a_row_between_bars_is_kept: "| 一 | 二 |" => Kind::Code;
    an_address_is_prose: "https://example.org/a_b?c=d&e=f" => Kind::Prose;
    chinese_with_some_signs_is_prose: "他(她)们=我们" => Kind::Prose;
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
