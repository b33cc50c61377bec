//! The rules for the ends of rows, a line each: `|` where a row may end.

use super::*;

const STRICT: BreakRules =
    BreakRules { lang: Lang::ZhHans, level: Level::Strict, korean: Korean::Word };

fn marked(text: &str, rules: BreakRules) -> String {
    let mut marked = String::new();
    let mut start = 0;
    for end in breaks(text, rules) {
        marked.push_str(text.get(start..end).unwrap());
        marked.push('|');
        start = end;
    }
    marked.pop();
    marked
}

/// Checks each line: without its `|` the text, with them where a row may end.
fn check(rules: BreakRules, lines: &[&str]) {
    for line in lines {
        assert_eq!(marked(&line.replace('|', ""), rules), *line);
    }
}

fn chinese(lines: &[&str]) {
    check(STRICT, lines);
}

fn at(level: Level, lines: &[&str]) {
    check(BreakRules { level, ..STRICT }, lines);
}

fn of(lang: Lang, lines: &[&str]) {
    check(BreakRules { lang, ..STRICT }, lines);
}

#[test]
fn no_row_begins_with_a_stop_or_a_closing_mark() {
    chinese(&["好，|好。", "（好）|《好》|【好】|好！", "好、|好；|好：|好？！"]);
    of(Lang::Ja, &["は|「あ」。|『い』、|う・|え"]);
}

#[test]
fn no_row_ends_with_an_opening_mark() {
    chinese(&["看|（看）", "看|《看》|看|「看」", "看|“‘看’”|看"]);
}

#[test]
fn an_ascii_mark_after_chinese_ends_a_clause() {
    chinese(&["消|息,|OpenAI|说", "消|息:|OpenAI", "“消|息”,|OpenAI", "消|息,|2024|年"]);
    chinese(&["Ilya,|OpenAI|和", "1,000|和|3:2"]);
    of(Lang::Other, &["a,b", "c:d"]);
}

#[test]
fn chinese_quotes_open_and_close() {
    chinese(&["他|说|“你|好”|然|后", "故|事。”|OpenAI、、|他"]);
    chinese(&["Ilya|“宫|斗”|GPT", "他|说|\"你|好\"|然|后", "‘你’|他|“‘你’|他”|他"]);
    chinese(&["他|说 :|“OpenAI”", "他|说：|“OpenAI”"]);
    chinese(&[
        "“那|里|来|的？\"|婆|子|道：|“那|边．\"|他",
        "“他|说|\"你|好。\"|了”|他",
        "\"好”|他|\"好\"",
    ]);
    of(Lang::Other, &["say |“foo” |it’s |don't", "say:“foo”"]);
}

#[test]
fn brackets_with_chinese_inside_part_from_a_latin_word() {
    chinese(&["GPT|(或|后|继)|GPT", "f(x)"]);
}

#[test]
fn a_dash_begins_no_row() {
    chinese(&["了——|Barret", "了——|他", "是……|他", "了—|他"]);
    at(Level::Normal, &["了|——|他", "了—|他", "了……|他", "了|——|——|他"]);
    at(Level::Loose, &["了|——|他", "了|……|他"]);
}

#[test]
fn a_dot_or_solidus_stays_with_the_word_before() {
    chinese(&["一|是·|二|是", "壬／癸", "列|夫·|托|尔", "和/|或"]);
    of(Lang::Ja, &["壬|／|癸"]);
}

#[test]
fn identifiers_stay_whole() {
    chinese(&["开|始|+|结|束", "零|下|+5|度"]);
    chinese(&["用|C++|写", "用|C#|写", "用|GPT-4o|写", "用 |.NET|写", "在 |../|src |里 ..."]);
    chinese(&["用 |--help |或 |-v", "看 |:wq |和 |/usr", "snake_case", "it’s |don't"]);
}

#[test]
fn numbers_keep_their_signs() {
    chinese(&[
        "约|350,000|人",
        "约|35%|的",
        "￥100",
        "45°|角",
        "＃１０",
        "１，０００|人",
        "８：３０|有|３．５|度",
        "１９９４、|１９９５，|１９９６，|１２",
        "10–20|人",
        "3～5|天",
    ]);
}

#[test]
fn an_address_is_not_broken() {
    chinese(&["见|https://a.com/b?c=d-e。", "信|箱|li.lei@a-b.example.cn|吧"]);
}

#[test]
fn a_path_or_an_option_is_not_broken() {
    of(Lang::Other, &["path=/api/v1/items/7 |or |src/a-b/c.rs, |well-|known |and/|or"]);
    chinese(&["用 |--no-color-at-all |或 |/usr/lib/x86-64/a|看"]);
}

#[test]
fn korean_is_broken_between_words_or_syllables() {
    of(Lang::Ko, &["한글 |문장을 |GPT는 |24년"]);
    let rules = BreakRules { lang: Lang::Ko, korean: Korean::Syllable, ..STRICT };
    check(rules, &["한|글 |문|장"]);
}

#[test]
fn levels_decide_what_may_begin_a_row() {
    let ja = |level| BreakRules { lang: Lang::Ja, level, ..STRICT };
    check(ja(Level::Strict), &["きゃっ|と", "人々", "字〜|字", "カー"]);
    check(ja(Level::Normal), &["き|ゃ|っ|と", "人々", "字|〜|字", "カ|ー"]);
    check(ja(Level::Loose), &["き|ゃ|っ|と", "人|々", "字|：|字", "字|％", "字、|字"]);
    at(Level::Anywhere, &["好|，|c|a|t"]);
}

#[test]
fn german_and_swedish_quotes_are_left_to_unicode() {
    of(Lang::Other, &["Er |sagt |„Ja“ |und |»Nein«", "Han |sa |”ja” |och"]);
}

#[test]
fn no_break_characters_are_obeyed() {
    chinese(&["说\u{2060}“你|好”", "100\u{A0}km", "好\u{200B}|好"]);
}
