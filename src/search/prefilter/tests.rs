//! What passes and what does not, as examples. That nothing is stopped which holds a match is in
//! `tests/search_prefilter.rs`.

use super::Prefilter;
use crate::decode::Encoding;
use crate::search::{Case, Folding, Query};

fn prefilter(query: &str, encoding: Encoding) -> Prefilter {
    Prefilter::new(&Query::words(query), encoding).unwrap()
}

#[track_caller]
fn check(query: &str, passes: &[&str], stopped: &[&str]) {
    let prefilter = prefilter(query, Encoding::UTF_8);
    for text in passes {
        assert!(prefilter.may_match(text.as_bytes()), "{query} in {text:?}");
    }
    for text in stopped {
        assert!(!prefilter.may_match(text.as_bytes()), "{query} in {text:?}");
    }
}

#[test]
fn letters_pass_in_each_of_their_forms() {
    let forms = [
        "an ABSENT one",
        "ａｂｓｅｎｔ",
        "Äb\u{301}sent",
        "abſent",
        "𝐚𝐛𝐬𝐞𝐧𝐭",
        "A\u{8}Absent",
        "_\u{8}absent",
    ];
    check("absent", &forms, &["Abbess sent", "“absolutely” — b\u{E9}e", "没有此语", ""]);
    check(
        "离开公司",
        &["離開公司", "离开\n公司", "离开\u{3000}"],
        &["离间公司", "absent", "离。开公司"],
    );
}

#[test]
fn texts_of_cjk_do_not_pass_for_a_word_in_latin_letters() {
    let texts = ["灯塔的光，照在海上。", "「ひかり」、ヒカリ", "등대의 빛"];
    check("lighthouse", &["灯塔 lighthouse"], &texts);
    check("kg", &["5㎏"], &texts);
}

#[test]
fn what_may_stand_between_letters_lets_pass() {
    check(
        "absent",
        &[
            "ab-\nsent",
            "ab‐\r\nsent",
            "ab\u{AD}sent",
            "a\u{200B}bsent",
            "ab_\u{8}s",
            "ab\u{1B}[msent",
            "ab-\u{1B}[m\nsent",
            "ab-\n\u{3000}sent",
            "ab-\u{3000}\nsent",
            "ab-\nｓent",
        ],
        &[
            "ab sent",
            "ab\nsent",
            "ab”",
            "ab-sent",
            "a-b",
            "a‐b",
            "ab_sent",
            "a-\nnother",
            "ａ‐\nnother",
        ],
    );
}

#[test]
fn how_a_word_is_read_lets_pass_in_japanese() {
    check("漢字の本", &["漢字の本", "漢（", "漢字《", "漢字("], &["漢字本", "漢、字", "漢字の（"]);
    check("漢字", &["漢字"], &["漢（かん）字"]);
}

#[test]
fn a_letter_that_stands_for_several_lets_pass() {
    check("absent", &["ａ\u{3000}b", "ａｂ-\n\u{3000}"], &["ａ线", "甲ａ乙ｂ"]);
    check("office", &["oﬃce", "OﬀICE"], &["off.", "o f f i c e"]);
    check("strasse", &["Straße"], &["strand"]);
}

#[test]
fn the_rarest_run_must_be_there() {
    check("the lighthouse", &["lighthouses of the sea", "a lighthouse"], &["the house"]);
    check("用Rust写文章", &["写文章"], &["用Rust写诗"]);
}

#[test]
fn a_run_that_the_end_cuts_lets_pass() {
    check("absent", &["is ab", "is ab-", "is ab_", "is ab‐"], &["is ab."]);
    check("公司", &["一家公"], &["一家公。"]);
}

#[test]
fn an_exact_query_stops_other_forms() {
    let folding = Folding { case: Case::Exact, ..Folding::NONE };
    let query = Query { folding, ..Query::words("absent") };
    let prefilter = Prefilter::new(&query, Encoding::UTF_8).unwrap();
    assert!(
        prefilter.may_match(b"absent") && !prefilter.may_match("ABSENT ａｂｓｅｎｔ".as_bytes())
    );
}

#[test]
fn gbk_is_looked_at_as_it_lies() {
    let gbk = Encoding::named("gbk").unwrap();
    let passes = |text: &str| prefilter("离开公司", gbk).may_match(&gbk.encode(text));
    assert!(passes("他離開公司了") && passes("离开\u{3000}") && !passes("离间公司"));
    assert!(
        prefilter("离开公司", gbk).may_match(b"\xC0\xEB\xA3\xA0"),
        "white space in its other form"
    );
    let absent = |text: &str| prefilter("absent", gbk).may_match(&gbk.encode(text));
    assert!(absent("ａｂｓｅｎｔ") && absent("ábsent") && absent("离Absent"));
    assert!(!absent("plain") && !absent("离"));
    let thing = |text: &str| prefilter("thing", gbk).may_match(&gbk.encode(text));
    assert!(thing("一个ＴＨｉｎｇ") && thing("th-\ning") && !thing("离开公司的人 think"));
}

#[test]
fn where_any_bytes_may_hold_a_match_there_is_no_prefilter() {
    let none = |query: &Query, encoding: &str| {
        Prefilter::new(query, Encoding::named(encoding).unwrap()).is_none()
    };
    let pinyin = Folding { pinyin: true, ..Folding::default() };
    assert!(none(&Query::regex("absent"), "utf-8") && none(&Query::words("……"), "utf-8"));
    assert!(none(&Query { folding: pinyin, ..Query::words("gongsi") }, "utf-8"));
    assert!(none(&Query::words("离开"), "big5") && none(&Query::words("离开"), "utf-16le"));
}
