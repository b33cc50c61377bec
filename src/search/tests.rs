//! The rules of search as examples: a query, a text, and what is found in it.

use regex_syntax::hir::Hir;

use super::{Bounds, Case, Folding, Matcher, Numbers, Query, QueryFault, Syntax, cache_bytes};
use crate::budget::{QUERY_BYTES, QUERY_CHARS, QUERY_STATES_BYTES};

#[track_caller]
fn check(query: &Query, text: &str, expected: &[&str]) {
    let matcher = Matcher::new(query).unwrap_or_else(|error| panic!("{query:?}: {error}"));
    let found: Vec<&str> = matcher.matches(text).map(|range| text.get(range).unwrap()).collect();
    assert_eq!(found, expected, "{} in {text:?}", query.text);
}

/// Each row: the name of the rule, a query, and texts with what is found in them, with every default.
macro_rules! finds {
    ($($rule:ident: $($query:literal, $text:literal => $expected:expr;)+)+) => {
        $(#[test] fn $rule() { $(check(&Query::words($query), $text, &$expected);)+ })+
    };
}

fn with(text: &str, folding: Folding) -> Query {
    Query { folding, ..Query::words(text) }
}

finds! {
    a_match_is_a_range_of_the_text:
        "宝玉", "宝玉笑道：宝玉去了" => ["宝玉", "宝玉"];
        "aa", "aaaaa" => ["aa", "aa"];
        "黛玉", "宝玉笑道" => [];
    white_space_at_the_ends_of_a_query_is_not_looked_for:
        "  宝玉 ", "宝玉" => ["宝玉"];
        "\u{3000}word\n", "a word" => ["word"];
        "\u{FEFF} word \u{200B}", "word" => ["word"];
    a_tone_may_stand_before_or_after_its_vowel_in_thai_and_lao:
        "น้ำใจ", "น้ำใจ นํ้าใจ นำ้ใจ น้ํ\u{E32}ใจ" => ["น้ำใจ", "นํ้าใจ", "นำ้ใจ", "น้ํ\u{E32}ใจ"];
        "นํ้า", "น้ำ น้า นำ" => ["น้ำ"];
        "ນ້ຳ", "ນໍ້າ" => ["ນໍ້າ"];
    how_a_word_is_read_is_passed_over_in_japanese:
        "漢字と仮名", "漢字（かんじ）と仮名（かな）。" => ["漢字（かんじ）と仮名"];
        "漢字の本", "漢(かん)字《じ》の本" => ["漢(かん)字《じ》の本"];
        "漢字の本", "漢字（文字）の本、漢字（かん、じ）の本、漢字（かんじの本" => [];
        "漢字の本", "漢字の（かな）本" => [];
        "漢字の", "漢字（ああああああああああああああああ）の" => ["漢字（ああああああああああああああああ）の"];
        "漢字の", "漢字（あああああああああああああああああ）の" => [];
        "漢字", "漢（かん）字（じ）" => [];
    a_small_letter_stands_for_both:
        "rust", "Rust RUST rust" => ["Rust", "RUST", "rust"];
        "σας", "ΣΑΣ" => ["ΣΑΣ"];
        "привет", "Привет" => ["Привет"];
    a_capital_asks_for_capitals:
        "Rust", "Rust RUST rust" => ["Rust"];
        "É", "É é E e" => ["É", "E"];
    a_line_end_between_ideographs_is_no_gap:
        "甄士隐梦幻", "此开卷第一回也甄士\n隐梦幻识通灵" => ["甄士\n隐梦幻"];
        "甄士隐", "甄士\r\n　　隐" => ["甄士\r\n　　隐"];
        "甄士隐", "甄 士　隐" => ["甄 士　隐"];
        "吾輩は猫", "吾輩\n    は猫である" => ["吾輩\n    は猫"];
        "他说：“你好", "他说：\n“你好。”" => ["他说：\n“你好"];
    a_line_end_between_hangul_is_no_gap_but_a_space_is:
        "대한민국", "대한\n민국 대한 민국 대한민국" => ["대한\n민국", "대한민국"];
    a_line_may_end_after_a_sign:
        "well-known", "well-\nknown well- known" => ["well-\nknown"];
        "and/or", "and/\n  or" => ["and/\n  or"];
    a_hyphen_at_a_line_end_is_no_gap:
        "example", "exam-\nple exam- ple" => ["exam-\nple"];
        "example", "exam\nple" => [];
    the_end_of_a_paragraph_is_not_crossed:
        "甄士隐", "甄士\n\n隐" => [];
        "甄士隐", "甄士\n　\n隐" => [];
        "two words", "two\n\nwords" => [];
    what_is_not_seen_is_no_gap:
        "example", "ex\u{AD}am\u{200B}ple" => ["ex\u{AD}am\u{200B}ple"];
        "宝玉", "宝\u{2060}玉 宝\u{FEFF}玉" => ["宝\u{2060}玉", "宝\u{FEFF}玉"];
        "می\u{200C}خواهم", "میخواهم" => ["میخواهم"];
        "exa\u{AD}mple", "example" => ["example"];
    white_space_is_any_white_space:
        "two words", "two words two \t words two\nwords two\u{3000}words" =>
            ["two words", "two \t words", "two\nwords", "two\u{3000}words"];
        "two  words", "two words twowords" => ["two words"];
        "你好 世界", "你好世界 你好　世界 你好\n世界" => ["你好　世界", "你好\n世界"];
    between_ideographs_and_letters_a_space_may_be_missing:
        "用Rust写", "用 Rust 写" => ["用 Rust 写"];
        "用 Rust 写", "用Rust写" => ["用Rust写"];
    width_does_not_matter:
        "abc123", "ＡＢＣ１２３ abc１23" => ["ＡＢＣ１２３", "abc１23"];
        "ＡＢＣ", "ABC abc" => ["ABC"];
        "ガイド", "ｶﾞｲﾄﾞ" => ["ｶﾞｲﾄﾞ"];
        "ｶﾞｲﾄﾞ", "ガイド ｶﾞｲﾄﾞ" => ["ガイド", "ｶﾞｲﾄﾞ"];
        "パン", "ﾊﾟﾝ ﾊﾞﾝ" => ["ﾊﾟﾝ"];
    simplified_is_traditional:
        "国", "国國" => ["国", "國"];
        "國家", "国家 國家" => ["国家", "國家"];
        "公里", "裡公里" => ["公里"];
        "里面", "裡面裏面里面" => ["裡面", "裏面", "里面"];
        "看著", "看着看著" => ["看着", "看著"];
        "于是", "於是于是" => ["於是", "于是"];
        "台灣", "臺灣台湾" => ["臺灣", "台湾"];
        "皇后", "皇后皇後" => ["皇后", "皇後"];
        "幹", "干乾幹" => ["干", "幹"];
    japanese_forms_are_traditional_forms:
        "読書", "讀書读书" => ["讀書", "读书"];
        "空气", "空気空氣" => ["空気", "空氣"];
    hiragana_is_katakana:
        "ねこ", "ネコ ねこ ﾈｺ" => ["ネコ", "ねこ", "ﾈｺ"];
        "バラ", "ばら はら" => ["ばら"];
    punctuation_has_many_forms:
        "你好,世界", "你好，世界" => ["你好，世界"];
        "\"你好\"", "“你好”「你好」『你好』" => ["“你好”", "「你好」", "『你好』"];
        "don't", "don’t don't" => ["don’t", "don't"];
        "hello, world", "hello，world" => ["hello，world"];
        "(注)", "（注）" => ["（注）"];
    accents_do_not_matter:
        "cafe", "café cafe\u{301} CAFÉ cafe" => ["café", "cafe\u{301}", "CAFÉ", "cafe"];
        "café", "cafe café" => ["cafe", "café"];
        "tieng viet", "tiếng Việt" => ["tiếng Việt"];
        "елка", "ёлка" => ["ёлка"];
        "dien bien", "Điện Biên" => ["Điện Biên"];
        "Lodz", "Łódź" => ["Łódź"];
        "كتاب", "كِتَـاب" => ["كِتَـاب"];
        "שלום", "שָׁלוֹם" => ["שָׁלוֹם"];
    letters_with_dots_and_joined_letters_are_plain_letters:
        "istanbul", "İstanbul ISTANBUL istanbul" => ["İstanbul", "ISTANBUL", "istanbul"];
        "isi", "ısı" => ["ısı"];
        "aesop", "Æsop Aesop" => ["Æsop", "Aesop"];
        "æsop", "Aesop" => ["Aesop"];
        "oeuvre", "œuvre oeuvre" => ["œuvre", "oeuvre"];
        "strasse", "Straße STRASSE" => ["Straße", "STRASSE"];
        "shoe", "shœ" => ["shœ"];
    letters_of_arabic_are_written_for_one_another:
        "مدرسه", "مدرسة مدرسه" => ["مدرسة", "مدرسه"];
        "علي", "على علي علی" => ["على", "علي", "علی"];
        "اكل", "أكل آكل إكل" => ["أكل", "آكل", "إكل"];
        "سلام", "ﺳﻼﻡ" => ["ﺳﻼﻡ"];
        "أب", "\u{FE83}\u{FE8F}" => ["\u{FE83}\u{FE8F}"];
    a_sign_for_a_word_is_the_word:
        "kg", "5㎏ kg bkg" => ["㎏", "kg", "kg"];
        "TM", "™ TM" => ["™", "TM"];
        "5㎏", "5kg" => ["5kg"];
        "iv", "Ⅳ IV" => ["Ⅳ", "IV"];
        "株式会社", "㍿ 株式会社" => ["㍿", "株式会社"];
        "1月", "㋀ 1月 11月" => ["㋀", "1月", "1月"];
        "11月", "1㋀" => [];
        "mpa", "㎫ ㎩" => ["㎫"];
        "campa", "ca㎫" => [];
        "x2", "x² x₂ x2" => ["x²", "x₂", "x2"];
        "x²", "x2" => ["x2"];
        "1/2", "½ 11/2" => ["½", "1/2"];
        "abc", "ᵃᵇᶜ ⓐⓑⓒ ⒶⒷⒸ" => ["ᵃᵇᶜ", "ⓐⓑⓒ", "ⒶⒷⒸ"];
        "office", "𝐨𝐟𝐟𝐢𝐜𝐞 𝑂𝐹𝐹𝐼𝐶𝐸 oﬀ𝒾ce" => ["𝐨𝐟𝐟𝐢𝐜𝐞", "𝑂𝐹𝐹𝐼𝐶𝐸", "oﬀ𝒾ce"];
        "𝓞ffice", "office Office" => ["Office"];
        "12", "𝟏𝟐 𝟙𝟚 12" => ["𝟏𝟐", "𝟙𝟚", "12"];
        "π", "𝜋 𝝿" => ["𝜋", "𝝿"];
    digits_are_those_of_every_script:
        "123", "١٢٣ ۱۲۳ १२३ 123" => ["١٢٣", "۱۲۳", "१२३", "123"];
        "१२", "12" => ["12"];
    variants_and_radicals_are_their_ideographs:
        "高崎", "髙﨑 高崎" => ["髙﨑", "高崎"];
        "髙", "高" => ["高"];
        "青", "靑 青" => ["靑", "青"];
        "老人", "⽼⼈" => ["⽼⼈"];
        "⽼⼈", "老人" => ["老人"];
        "鱼", "⿂ 魚 ⻥" => ["⿂", "魚", "⻥"];
        "發", "髮发發" => ["发", "發"];
        "他", "他她它" => ["他"];
        "一", "一壹" => ["一"];
    a_dash_between_numbers_is_a_hyphen:
        "12-15", "12–15 12-15" => ["12–15", "12-15"];
        "12–15", "12–15 12-15" => ["12–15", "12-15"];
        "–", "–— -" => ["–—", "-"];
    an_ordinal_is_a_number_however_it_is_written:
        "第12章", "第十二章 第12章 第１２章 第一二章 第112章" =>
            ["第十二章", "第12章", "第１２章", "第一二章"];
        "第十二章", "第12章 第二十二章" => ["第12章"];
        "第103回", "第一百零三回 第一百〇三回 第一百三回" => ["第一百零三回", "第一百〇三回", "第一百三回"];
        "第3", "第三 第三十 第3章 第30章" => ["第三", "第3", "第3"];
        "12", "12 十二 XII" => ["12"];
        "一", "1 一" => ["一"];
    composed_is_decomposed:
        "が", "か\u{3099} が か" => ["か\u{3099}", "が"];
        "か\u{3099}", "が か" => ["が"];
        "か", "か\u{3099}か" => ["か"];
        "한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}" =>
            ["\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"];
        "\u{1112}\u{1161}\u{11AB}", "한" => ["한"];
        "하", "\u{1112}\u{1161}\u{11AB}" => [];
    a_match_holds_whole_clusters:
        "💻", "👩\u{200D}💻" => ["👩\u{200D}💻"];
        "🇳", "🇨🇳🇳🇨" => ["🇨🇳", "🇳🇨"];
        "👩", "👩\u{200D}💻" => ["👩\u{200D}💻"];
        "e", "e\u{301}\u{20DD}" => ["e\u{301}\u{20DD}"];
        "क", "के" => ["के"];
}

#[test]
fn each_fold_can_be_switched_off() {
    let off = [
        ("abc", "ａｂｃ abc", Folding { width: false, ..Folding::default() }, ["abc"]),
        ("国", "國国", Folding { han: false, ..Folding::default() }, ["国"]),
        ("ねこ", "ネコねこ", Folding { kana: false, ..Folding::default() }, ["ねこ"]),
        (
            "你,",
            "你，你,",
            Folding { punctuation: false, width: false, ..Folding::default() },
            ["你,"],
        ),
        ("rust", "Rust rust", Folding { case: Case::Exact, ..Folding::default() }, ["rust"]),
        (
            "cafe",
            "café cafe\u{301} cafe",
            Folding { accents: false, ..Folding::default() },
            ["cafe"],
        ),
    ];
    for (query, text, folding, expected) in off {
        check(&with(query, folding), text, &expected);
    }
}

#[test]
fn a_capital_means_nothing_where_case_is_folded() {
    check(&with("RuSt", Folding { case: Case::Fold, ..Folding::default() }), "rust", &["rust"]);
}

#[test]
fn without_folds_composed_is_still_decomposed() {
    check(&with("café", Folding::NONE), "cafe\u{301} café cafe", &["cafe\u{301}", "café"]);
    check(
        &with("ế", Folding::NONE),
        "ế e\u{302}\u{301} ê\u{301} ê",
        &["ế", "e\u{302}\u{301}", "ê\u{301}"],
    );
}

#[test]
fn whole_words_stand_between_word_boundaries() {
    let whole = |text: &str| Query { bounds: Bounds::WholeWords, ..Query::words(text) };
    check(&whole("cat"), "cat concat cats a cat's cat", &["cat", "cat"]);
    check(&whole("can't"), "can't cant", &["can't"]);
    check(&whole("宝玉"), "贾宝玉道", &["宝玉"]);
    check(&whole("rust"), "用Rust写Rusty", &["Rust"]);
    check(&whole("한국"), "한국 한국은", &["한국"]);
}

#[test]
fn a_pattern_folds_its_words() {
    check(&Query::regex("离开"), "離開了", &["離開"]);
    check(&Query::regex("开.{0,6}公"), "开了這家公司", &["开了這家公"]);
    check(&Query::regex("离开.{0,6}公司"), "離開了這家公司", &["離開了這家公司"]);
    check(&Query::regex("colou?r"), "COLOR ｃｏｌｏｕｒ", &["COLOR", "ｃｏｌｏｕｒ"]);
    check(&Query::regex("[国家]+"), "國家", &["國家"]);
    check(&Query::regex("[^国]"), "國a国", &["a"]);
    check(&Query::regex(r"第[一二三]回|^终"), "第一回\n终", &["第一回", "终"]);
    check(&Query::regex(r"[A-Z]\w+"), "Ab cd", &["Ab"]);
    check(&Query::regex("[^A]"), "aA", &["a"]);
    check(&Query::regex("[^a]"), "aA", &[]);
    check(&Query::regex("x*"), "axxb", &["xx"]);
}

#[test]
fn a_bad_pattern_is_named_with_its_place() {
    let error = |pattern: &str| Matcher::new(&Query::regex(pattern)).unwrap_err();
    assert_eq!((error("公(司").at, error("公(司").to_string().as_str()), (3..4, "unclosed group"));
    assert_eq!(error("a{2,1}").at, 1..6);
    assert_eq!(error("a|*").at, 2..2);
}

#[test]
fn nothing_is_not_looked_for() {
    for text in ["", "  ", "\u{3000}\n", "\u{AD}\u{200B}"] {
        assert_eq!(Matcher::new(&Query::words(text)).unwrap_err().fault, QueryFault::Empty);
    }
    assert!(Matcher::new(&Query { syntax: Syntax::Regex, ..Query::words("^") }).is_err());
    assert!(
        Matcher::new(&Query::regex(r"[^\s\S]")).is_err()
            && Matcher::new(&Query::regex("")).is_err()
    );
}

#[test]
fn a_match_is_found_from_any_byte_on() {
    let matcher = Matcher::new(&Query::words("玉")).unwrap();
    let text = "宝玉玉";
    assert_eq!(matcher.find_at(text, 1), Some(3..6));
    assert_eq!(matcher.find_at(text, 4), Some(6..9));
    let emoji = Matcher::new(&Query::words("💻")).unwrap();
    assert_eq!(
        emoji.find_at("👩\u{200D}💻 💻", 4),
        Some(12..16),
        "not the cluster that begins before"
    );
    assert_eq!((matcher.find_at(text, 9), matcher.find_at(text, 99)), (None, None));
    assert!(matcher.is_match(text) && !matcher.is_match(""));
}

fn pinyin(text: &str) -> Query {
    with(text, Folding { pinyin: true, ..Folding::default() })
}

#[test]
fn pinyin_is_not_read_unless_asked_for() {
    check(&Query::words("gongsi"), "公司", &[]);
}

#[test]
fn pinyin_finds_what_is_read_so() {
    check(&pinyin("gongsi"), "他离开公司了。公\n司 gongsi", &["公司", "公\n司", "gongsi"]);
    check(&pinyin("gong si"), "公司", &["公司"]);
    check(&pinyin("GongSi"), "公司", &["公司"]);
    check(&pinyin("xian"), "西安，先生", &["西安", "先"]);
    check(&pinyin("xi'an"), "西安，先生", &["西安"]);
    check(&pinyin("lüse"), "绿色綠色", &["绿色", "綠色"]);
    check(&pinyin("lvse"), "绿色", &["绿色"]);
}

#[test]
fn pinyin_knows_each_reading_of_a_character() {
    check(&pinyin("yinhang"), "银行", &["银行"]);
    check(&pinyin("xingzou"), "行走", &["行走"]);
    check(&pinyin("zhangda"), "长大", &["长大"]);
    check(&pinyin("changjiang"), "长江長江", &["长江", "長江"]);
}

#[test]
fn first_letters_are_pinyin_where_they_are_no_syllables() {
    check(&pinyin("gs"), "公司", &["公司"]);
    check(&pinyin("lhcsr"), "联合创始人", &["联合创始人"]);
    check(&pinyin("zhg"), "中国", &["中国"]);
    check(&pinyin("zg"), "中国", &["中国"]);
    check(&pinyin("gongs"), "公司", &["公司"]);
    check(&pinyin("g"), "公司 g", &["g"]);
}

#[test]
fn pinyin_stands_beside_what_is_no_pinyin() {
    check(&pinyin("gong司"), "公司", &["公司"]);
    check(&pinyin("hello, world"), "hello, world", &["hello, world"]);
    check(&pinyin("Tom"), "tom Tom", &["Tom"]);
}

#[test]
fn a_line_end_in_a_pattern_is_a_line_end() {
    check(&Query::regex(r"a\nb"), "a b a\nb", &["a\nb"]);
    check(&Query::regex("a b"), "a b a\nb", &["a b", "a\nb"]);
}

finds! {
    one_character_may_stand_for_several:
        "find office", "ﬁnd oﬃce oﬀice" => ["ﬁnd oﬃce"];
        "office", "office oﬃce oﬀice ofﬁce" => ["office", "oﬃce", "oﬀice", "ofﬁce"];
        "ﬁnd", "find" => ["find"];
        "strasse", "Straße STRASSE" => ["Straße", "STRASSE"];
        "ffij ffi", "ﬀĳ ﬃ ffĳ ﬃ ﬃj fﬁ" => ["ﬀĳ ﬃ", "ffĳ ﬃ", "ﬃj fﬁ"];
        // The words of a German are written with capitals.
        "Strasse", "Straße strasse" => ["Straße"];
        "Straße", "Strasse STRASSE" => ["Strasse"];
        "straße", "Strasse" => ["Strasse"];
    dots_and_dashes_have_any_length:
        "等等...", "等等…… 等等。。。" => ["等等……", "等等。。。"];
        "他——你", "他—你 他――你 他--你" => ["他—你", "他――你", "他--你"];
        "1914-1918", "1914–1918" => ["1914–1918"];
        "a.b", "a。b a...b" => ["a。b"];
    a_query_may_hold_the_end_of_a_paragraph:
        "完。\n\n　　第二", "完。\n\n　　第二 完。\n第二" => ["完。\n\n　　第二", "完。\n第二"];
}

/// Returns why `query` is refused; nothing where it is not.
fn refused(query: &Query) -> String {
    Matcher::new(query).map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn a_query_is_taken_up_to_its_bound() {
    assert_eq!(refused(&Query::words("书".repeat(QUERY_CHARS))), "");
    assert_eq!(refused(&Query::words("书".repeat(QUERY_CHARS + 1))), "the query is too long");
}

#[test]
fn a_query_that_grows_past_its_bound_is_refused() {
    // Each of these letters takes some 50,000 bytes.
    let words = QUERY_BYTES / 50_000;
    assert_eq!(refused(&Query::regex(format!(r"\w{{{}}}", words * 4 / 5))), "");
    let large = Query::regex(format!(r"\w{{{}}}", words * 6 / 5));
    assert_eq!(refused(&large), "the pattern grows too large");
}

#[test]
fn the_states_of_an_automaton_are_kept_up_to_their_bound() {
    let bytes = |states: usize| cache_bytes(&Hir::literal("x".repeat(states).into_bytes()));
    assert_eq!(bytes(1), 2 << 20);
    assert!((40 << 20..QUERY_STATES_BYTES).contains(&bytes(2300)));
    assert_eq!(bytes(2400), QUERY_STATES_BYTES);
}

#[test]
fn a_number_is_found_in_each_way_to_write_it_where_that_is_asked_for() {
    let numbers = |text| with(text, Folding { numbers: Numbers::Alike, ..Folding::default() });
    for query in ["12", "十二", "一二", "XII", "１２"] {
        let text = "12 十二 一十二 十 XII Ⅻ ⑫ XIII 二十二 一百十二 DXII 十二月";
        let expected = ["12", "十二", "一十二", "XII", "十二"];
        let matcher = Matcher::new(&numbers(query)).unwrap();
        let found: Vec<&str> = matcher.matches(text).map(|range| &text[range]).collect();
        assert!(expected.iter().all(|one| found.contains(one)), "{query}: {found:?}");
        assert!(!found.contains(&"十") && found.len() <= 7, "{query}: {found:?}");
    }
    check(
        &numbers("chapter 3"),
        "Chapter III Chapter 3 Chapter XIII",
        &["Chapter III", "Chapter 3"],
    );
    check(
        &numbers("2024年"),
        "二〇二四年 2024年 二零二四年",
        &["二〇二四年", "2024年", "二零二四年"],
    );
    check(&numbers("0.5"), "0.5 五", &["0.5"]);
    let different = Folding { numbers: Numbers::Different, ..Folding::default() };
    check(&with("第12章", different), "第十二章 第12章", &["第12章"]);
}

#[test]
fn a_boundary_in_a_pattern_is_that_of_whole_words() {
    let found = |pattern: &str, text: &str, expected: &[&str]| {
        check(&Query::regex(pattern), text, expected);
    };
    found(r"\bdecision\b", "今日のdecisionについて、decisions", &["decision"]);
    found(r"\b(?:yes|no)\b", "はいyesとno、nobody", &["yes", "no"]);
    found(r"\bgo[a-z]*", "我们going了 ago", &["going"]);
    found(r"caf\b", "café caf", &["caf"]);
    found(r"fo+?\b", "foo fooo food", &["foo", "fooo"]);
    found(r"\b(?:foo|foobar)\b", "foobar foo", &["foobar", "foo"]);
    found(r"a\b.\bb", "a b ab", &["a b"]);
}

#[test]
fn characters_are_found_by_their_sound() {
    let by_sound = |text: &str, inside: &str, expected: &[&str]| {
        let folding = Folding { pinyin: true, ..Folding::default() };
        check(&with(text, folding), inside, expected);
    };
    by_sound("abcgs", "ABC公司 abcgs", &["ABC公司", "abcgs"]);
    by_sound("kge", "K歌 唱k歌", &["K歌", "k歌"]);
    by_sound("agu", "A股 阿古", &["A股", "阿古"]);
    by_sound("gongsia", "公司A", &["公司A"]);
    by_sound("gs", "dog是", &[]);
    by_sound("ㄱㅎ", "강하 가학 나하 ㄱㅎ", &["강하", "가학", "ㄱㅎ"]);
    by_sound("한ㄱ", "한국", &["한국"]);
    by_sound("sakura", "さくら サクラ ｻｸﾗ sakura", &["さくら", "サクラ", "ｻｸﾗ", "sakura"]);
    by_sound("papaga", "ﾊﾟﾊﾟｶﾞ は\u{309A}ぱか\u{3099}", &["ﾊﾟﾊﾟｶﾞ", "は\u{309A}ぱか\u{3099}"]);
    by_sound("tokyo", "とうきょう トーキョー ときょ", &["とうきょう", "トーキョー", "ときょ"]);
    by_sound("kitte", "きって きつて", &["きって"]);
    by_sound("shinbun", "しんぶん", &["しんぶん"]);
    by_sound("kon'nichiwa", "こんにちわ", &["こんにちわ"]);
    check(&Query::words("ㄱㅎ"), "강하 ㄱㅎ", &["ㄱㅎ"]);
    check(&Query::words("sakura"), "さくら", &[]);
}
