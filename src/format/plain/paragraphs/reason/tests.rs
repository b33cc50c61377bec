use super::JoinReason;
use crate::format::plain::paragraphs::pair::strands;
use crate::format::plain::paragraphs::shape::Ruler;
use crate::format::plain::paragraphs::shapes;

/// Returns the reasons that the first two lines of `text` show at `measure`.
fn reasons(text: &str, measure: usize) -> Vec<JoinReason> {
    let lines = shapes(text, &[], Ruler::default());
    let strands = strands(&lines, &vec![false; lines.len()]);
    let pair = strands.iter().flat_map(|strand| &strand.pairs).find(|pair| pair.number == 0);
    pair.map_or(Vec::new(), |pair| JoinReason::of(pair, measure).collect())
}

macro_rules! reasons {
    ($($name:ident: $reason:ident, $measure:expr, $text:expr;)*) => {$(
        #[test]
        fn $name() {
            let reasons = reasons($text, $measure);
            assert!(reasons.contains(&JoinReason::$reason), "{reasons:?}");
        }
    )*};
}

reasons! {
    a_word_that_would_not_have_fitted_fills_the_line: Full, 24, "the rope was wet and\nheavy";
    a_wide_character_that_would_not_have_fitted_does: FullWide, 13, "河水慢慢地流\n过旧桥";
    a_small_word_that_would_have_fitted_nearly_does: Nearly, 30, "the rope was wet and old\nheavy";
    a_short_line_may_end_a_paragraph: ShortSentence, 60, "The rope was wet.\nHe left.";
    a_short_line_in_a_sentence_was_meant_so: Short, 60, "the rope was wet and\nheavy";
    a_line_past_the_measure_was_not_wrapped: Over, 10, "the rope was wet and\nheavy";
    a_sentence_goes_on_small: Small, 24, "the rope was wet and\nheavy";
    verse_begins_with_capitals: Capital, 24, "the rope was wet and\nHeavy";
    a_sentence_begins_with_a_capital: CapitalAfterStop, 24, "the rope was wet, old.\nHeavy";
    a_list_of_sentences_ends_with_stops: Stop, 24, "the rope was wet, old.\nHeavy";
    wide_lines_rarely_end_with_stops: StopWide, 13, "河水慢慢流。\n过旧桥";
    wide_lines_of_verse_end_with_commas: PauseWide, 13, "河水慢慢流，\n过旧桥";
    wide_lines_of_prose_end_anywhere: MidWide, 15, "河水，慢慢地流\n过旧桥";
    letters_alone_are_a_title: Bare, 13, "河水慢慢地流\n过旧桥";
    a_list_of_titles_has_capitals: Titles, 30, "The Lamp of the Northern Bank\nRope, Stone, Water";
    a_quotation_mark_may_begin_a_turn: Speech, 16, "他在桥上说道\n“好";
    an_option_may_be_one_of_a_list: Token, 24, "the rope was wet and\n--heavy";
    a_sign_may_be_one_of_a_list: Sign, 24, "the rope was wet and\n(heavy) rain";
    the_same_word_again_begins_another_item: Repeats, 24, "rope that was wet and\nrope that was dry";
    a_sign_of_code_is_no_prose: Code, 24, "boat.go(river, bank);\nheavy";
    a_line_set_in_for_no_reason_is_another: Loose, 24, "the rope was wet and\n    heavy";
    a_common_indent_is_a_block: SetIn, 24, "    the rope was wet\n    heavy";
    a_line_under_the_text_of_an_item_is_its: Hangs, 24, "- the rope was wet and\n  heavy";
}
