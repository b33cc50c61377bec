//! The rules of rows: text in, rows out.

use super::*;

/// Returns what each row paints, its indent as blanks.
fn painted(paragraph: &Paragraph, measure: usize) -> Vec<String> {
    set(paragraph, &LayoutOptions { measure, ..LayoutOptions::default() })
}

fn set(paragraph: &Paragraph, options: &LayoutOptions) -> Vec<String> {
    let model = WidthModel::default();
    let rows = layout(paragraph, options, &model);
    let mut end = 0;
    for row in &rows {
        assert_eq!(row.range.start, end, "rows follow one another");
        end = row.range.end;
        assert!(row.indent + row.cells <= options.measure + row.hang, "{row:?}");
    }
    assert_eq!(end, paragraph.text.len(), "rows make up the text");
    rows.iter().map(|row| paint(row, paragraph.text, model)).collect()
}

fn paint(row: &Row, text: &str, model: WidthModel) -> String {
    let mut line = String::new();
    let mut filled = 0;
    for placed in row.glyphs(text, &model) {
        line.extend(std::iter::repeat_n(' ', placed.cell - filled));
        line.push_str(placed.glyph.text());
        filled = placed.cell + placed.glyph.cells();
    }
    // The last glyph may be a closing quote, whose slot is wider than its ink.
    assert!(filled.max(row.indent).abs_diff(row.indent + row.cells) <= 1, "{row:?}");
    line
}

/// Returns the rows of `text` set by `options`.
fn with(options: LayoutOptions, text: &str) -> Vec<String> {
    set(&Paragraph { text, ..Paragraph::default() }, &options)
}

/// Returns the rows of `text` set at `measure`.
fn flow(text: &str, measure: usize) -> Vec<String> {
    painted(&Paragraph { text, ..Paragraph::default() }, measure)
}

fn verbatim(text: &str, measure: usize) -> Vec<String> {
    painted(
        &Paragraph { text, setting: ParagraphSetting::Verbatim, ..Paragraph::default() },
        measure,
    )
}

#[test]
fn no_text_is_one_empty_row() {
    assert_eq!(flow("", 10), [""]);
    assert_eq!(verbatim("", 10), [""]);
}

#[test]
fn rows_are_filled_to_the_measure() {
    assert_eq!(flow("看书的人在灯下看书的人", 8), ["看书的人", "在灯下看", "书的人"]);
    assert_eq!(flow("a reader of long books", 9), ["a reader", "of long", "books"]);
}

#[test]
fn the_first_row_and_the_others_have_their_own_indent() {
    let paragraph =
        Paragraph {
            text: "看书的人在灯下", first_indent: 4, indent: 1, ..Paragraph::default()
        };
    assert_eq!(painted(&paragraph, 8), ["    看书", " 的人在", " 灯下"]);
}

#[test]
fn indents_leave_two_cells_of_text() {
    let paragraph =
        Paragraph { text: "看书", first_indent: 40, indent: 40, ..Paragraph::default() };
    assert_eq!(painted(&paragraph, 6), ["    看", "    书"]);
}

#[test]
fn white_space_at_a_row_end_is_not_painted() {
    assert_eq!(flow("ab   cd   ", 4), ["ab", "cd"]);
    assert_eq!(flow("   ", 2), [""]);
}

#[test]
fn white_space_that_begins_a_text_stays_with_its_first_word() {
    assert_eq!(flow("　　看书的人", 8), ["　　看书", "的人"]);
}

#[test]
fn a_word_wider_than_the_measure_is_cut_between_clusters() {
    assert_eq!(flow("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(flow("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    let text = "abcdef";
    let rows = layout(
        &Paragraph { text, ..Paragraph::default() },
        &LayoutOptions { measure: 4, ..LayoutOptions::default() },
        &WidthModel::default(),
    );
    let ends: Vec<_> = rows.iter().map(|row| row.end).collect();
    assert_eq!(ends, [RowEnd::Forced, RowEnd::Hard]);
}

#[test]
fn thai_is_broken_between_words() {
    assert_eq!(flow("ภาษาไทยง่าย", 8), ["ภาษาไทย", "ง่าย"]);
}

#[test]
fn korean_is_broken_between_words() {
    assert_eq!(flow("한글 문장을 바르게", 8), ["한글", "문장을", "바르게"]);
}

#[test]
fn a_line_separator_ends_a_row() {
    assert_eq!(flow("ab\u{2028}cd ef", 8), ["ab", "cd ef"]);
    assert_eq!(verbatim("ab\u{2028}cd ef", 8), ["ab", "cd ef"]);
}

#[test]
fn verbatim_text_keeps_its_blanks_and_is_cut_between_words() {
    assert_eq!(verbatim("  if (x)  y", 6), ["  if", "(x)  y"]);
    assert_eq!(verbatim("a      bc d", 5), ["a", "bc d"]);
    assert_eq!(verbatim("a bcdefgh", 8), ["a", "bcdefgh"], "a word that has room in a row");
    assert_eq!(verbatim("a bcdefghij", 8), ["a bcdefg", "hij"], "a word longer than any row");
    assert_eq!(verbatim("ab cd ]e", 6), ["ab", "cd ]e"], "no blank begins a row");
    assert_eq!(verbatim("abcd ]ef", 6), ["abcd ]", "ef"], "nothing but marks and blanks");
    assert_eq!(verbatim("看看看", 5), ["看看", "看"]);
    assert_eq!(verbatim("看看看，看看", 6), ["看看", "看，看", "看"]);
    assert_eq!(verbatim("看。。。。", 4), ["看。", "。。", "。"], "nothing but marks");
}

#[test]
fn tabs_of_verbatim_text_reach_the_next_stop() {
    assert_eq!(verbatim("\ta\tb", 20), ["        a       b"]);
}

#[test]
fn tabs_after_an_indent_reach_the_stops_of_the_line() {
    let set = |text, column| {
        let setting = ParagraphSetting::Verbatim;
        let paragraph =
            Paragraph { text, setting, first_indent: 3, column, ..Paragraph::default() };
        painted(&paragraph, 40)
    };
    assert_eq!(set("-v\t\tb", 3), ["   -v           b"]);
    assert_eq!(set("-v file\tb", 3), ["   -v file      b"]);
    assert_eq!(set("-v\tb", 0), ["   -v      b"], "of a block that no line set in");
}

#[test]
fn bytes_and_cells_lead_to_each_other() {
    let text = "看a\tb书 ";
    let paragraph = Paragraph {
        text,
        setting: ParagraphSetting::Verbatim,
        first_indent: 2,
        ..Paragraph::default()
    };
    let model = WidthModel::default();
    let rows =
        layout(&paragraph, &LayoutOptions { measure: 20, ..LayoutOptions::default() }, &model);
    let row = &rows[0];
    let cells: Vec<_> = [0, 3, 4, 5, 6, 7, 9].map(|byte| row.cell_of(text, &model, byte)).into();
    assert_eq!(cells, [2, 4, 5, 10, 11, 11, 13]);
    let bytes: Vec<_> =
        [0, 2, 3, 4, 5, 9, 10, 12, 90].map(|cell| row.byte_at(text, &model, cell)).into();
    assert_eq!(bytes, [0, 0, 0, 3, 4, 4, 5, 6, 6]);
}

#[test]
fn a_stop_hangs_past_the_measure() {
    let options = LayoutOptions { measure: 8, hang: Hang::Stop, ..LayoutOptions::default() };
    assert_eq!(with(options, "看书的人，在灯下看"), ["看书的人，", "在灯下看"]);
    assert_eq!(with(options, "他說看書，這個人"), ["他說看", "書，這", "個人"]);
    assert_eq!(with(options, "说“看书”，在灯下"), ["说“看", "书”，在", "灯下"]);
}

#[test]
fn an_orphan_gets_company_from_the_row_above() {
    assert_eq!(flow("看书的人在灯下看书。", 8), ["看书的人", "在灯下", "看书。"]);
    assert_eq!(flow("看书的人书。", 8), ["看书的", "人书。"], "also in two rows");
    assert_eq!(flow("看书，在灯下看书。", 14), ["看书，在灯下", "看书。"], "no gap is widened");
    assert_eq!(flow("看书的人在灯下《看》书。", 16), ["看书的人在灯下", "《看》书。"], "one unit");
    let leave = LayoutOptions { measure: 8, orphan: Orphan::Leave, ..LayoutOptions::default() };
    assert_eq!(with(leave, "看书的人在灯下看书。"), ["看书的人", "在灯下看", "书。"]);
}

#[test]
fn a_last_row_of_more_than_a_character_is_no_orphan() {
    assert_eq!(flow("看书的人在灯下看书吧。", 8), ["看书的人", "在灯下看", "书吧。"]);
    assert_eq!(flow("a day that I saw your x", 9), ["a day", "that I", "saw your", "x"]);
}

#[test]
fn an_orphan_stays_where_its_row_above_would_lose_half() {
    assert_eq!(flow("看abcdef书", 8), ["看abcdef", "书"]);
    assert_eq!(flow("看书abcd书", 8), ["看书", "abcd书"], "just half is left");
    assert_eq!(flow("看abcde书", 8), ["看abcde", "书"]);
}

#[test]
fn an_orphan_stays_where_what_comes_down_would_not_fit_beside_it() {
    let hung = Paragraph { text: "看看aaaa书", indent: 4, ..Paragraph::default() };
    assert_eq!(painted(&hung, 8), ["看看aaaa", "    书"]);
}

#[test]
fn autospace_inserts_and_removes_gaps_between_scripts() {
    let insert =
        LayoutOptions { measure: 20, autospace: Autospace::Insert, ..LayoutOptions::default() };
    assert_eq!(with(insert, "用GPT模型，B看3页书"), ["用 GPT 模型，B 看 3", "页书"]);
    assert_eq!(with(insert, "用 GPT 模型"), ["用 GPT 模型"]);
    assert_eq!(with(insert, "\u{115F}f用"), ["f 用"], "no gap beside what is not seen");
    let narrow = LayoutOptions { measure: 6, ..insert };
    assert_eq!(with(narrow, "用GPT模型"), ["用 GPT", "模型"]);
    let remove =
        LayoutOptions { measure: 20, autospace: Autospace::Remove, ..LayoutOptions::default() };
    assert_eq!(with(remove, "用 GPT 模型 看 a b"), ["用GPT模型 看a b"]);
}

#[test]
fn justified_rows_are_full_or_left_alone() {
    let gaps = LayoutOptions { measure: 12, justify: Justify::Gaps, ..LayoutOptions::default() };
    assert_eq!(with(gaps, "看GPT的模型好不好"), ["看 GPT的模型", "好不好"]);
    assert_eq!(with(gaps, "one long row of it"), ["one long row", "of it"]);
    assert_eq!(with(gaps, "one word or other"), ["one  word or", "other"]);
    assert_eq!(with(gaps, "one otherwise"), ["one", "otherwise"]);
}

#[test]
fn chinese_quotes_may_take_the_place_of_a_character() {
    let slot = LayoutOptions { measure: 12, quotes: Quotes::Slot, ..LayoutOptions::default() };
    assert_eq!(with(slot, "他说“你好”吧的"), ["他说 “你好”", "吧的"]);
    assert_eq!(with(slot, "他说it’s好"), ["他说it’s好"]);
}

#[test]
fn rows_of_a_heading_are_about_equal() {
    let text = "断行的考验与标点的位置";
    let heading = Paragraph { text, setting: ParagraphSetting::Heading, ..Paragraph::default() };
    assert_eq!(painted(&heading, 20), ["断行的考验与", "标点的位置"]);
    assert_eq!(painted(&heading, 22), [text]);
}

#[test]
fn optimal_rows_are_about_equal_and_never_too_wide() {
    let optimal =
        LayoutOptions { measure: 6, algorithm: Algorithm::Optimal, ..LayoutOptions::default() };
    assert_eq!(with(optimal, "aaa bb cc ddddd"), ["aaa", "bb cc", "ddddd"]);
    let auto = LayoutOptions { algorithm: Algorithm::Auto, ..optimal };
    assert_eq!(with(auto, "aaa bb cc ddddd"), ["aaa", "bb cc", "ddddd"]);
    let rows = ["看书看", "书看书", "看书", "aaa bb", "cc", "ddddd"];
    assert_eq!(with(auto, "看书看书看书看书 aaa bb cc ddddd"), rows, "not enough of an alphabet");
}

#[test]
fn an_odd_measure_is_even_for_chinese() {
    assert_eq!(flow("用GPT读书的人吧", 9), ["用GPT读", "书的人吧"]);
    let keep =
        LayoutOptions { measure: 9, odd_measure: OddMeasure::Keep, ..LayoutOptions::default() };
    assert_eq!(with(keep, "用GPT读书的人吧"), ["用GPT读书", "的人吧"]);
}

#[test]
fn an_address_that_is_kept_as_it_is_goes_on_between_its_steps() {
    let address = "https://example.org/status/1820610863499509855?s=46";
    assert_eq!(verbatim(address, 40), ["https://example.org/status/", "1820610863499509855?s=46"]);
    assert_eq!(verbatim(address, 48), ["https://example.org/status/1820610863499509855?", "s=46"]);
    let slug = "https://example.org/why-the-boat-could-be-late-this-year";
    assert_eq!(
        verbatim(slug, 55),
        ["https://example.org/why-the-boat-could-be-late-this-", "year"]
    );
    assert_eq!(
        verbatim(&format!("看 {address}"), 30),
        ["看 https://example.org/status/", "1820610863499509855?s=46"]
    );
    assert_eq!(
        verbatim("Author: A River <ferry@example.org>", 24),
        ["Author: A River", "<ferry@example.org>"],
        "what opens it goes with it"
    );
}

#[test]
fn a_row_that_ends_at_a_soft_hyphen_shows_it() {
    let word = "ab under\u{AD}standing";
    assert_eq!(flow(word, 10), ["ab under-", "standing"]);
    assert_eq!(flow(word, 20), ["ab understanding"], "and no other row does");
    assert_eq!(flow(word, 8), ["ab", "under-", "standing"], "the hyphen has no room beside ab");
    assert_eq!(flow("ab under\u{AD} standing", 9), ["ab under", "standing"], "at a word's end");
    assert_eq!(flow("under\u{AD}", 9), ["under"]);
    assert_eq!(verbatim(word, 10), ["ab under-", "standing"], "in what is kept as it is, too");
    assert_eq!(verbatim(word, 20), ["ab understanding"]);
}

#[test]
fn an_address_that_fits_a_row_moves_to_one() {
    assert_eq!(flow("请看 https://a.com/b 吧", 16), ["请看", "https://a.com/b", "吧"]);
    assert_eq!(flow("请看https://a.com/bcd/efg吧", 16), ["请看https://", "a.com/bcd/efg吧"]);
}

/// Returns the paragraph of `text`, in which a word in brackets is read as what follows its colon.
fn with_readings(marked: &str) -> (String, Vec<(std::ops::Range<usize>, String)>) {
    let mut text = String::new();
    let mut readings = Vec::new();
    for piece in marked.split('[') {
        let Some((word, rest)) = piece.split_once(']') else {
            text.push_str(piece);
            continue;
        };
        let (word, reading) = word.split_once(':').unwrap();
        readings.push((text.len()..text.len() + word.len(), reading.to_owned()));
        text.push_str(word);
        text.push_str(rest);
    }
    (text, readings)
}

/// Returns the lines of `marked` set by `options`: the readings above a row, where there are any, and the row.
fn read(options: LayoutOptions, marked: &str) -> Vec<String> {
    let (text, words) = with_readings(marked);
    let model = WidthModel::default();
    let reading = |(word, reading)| WordReading { word, reading };
    let readings = words.iter().map(|(word, it)| (word.clone(), it.as_str())).map(reading);
    let lang = Some(Lang::Ja);
    let paragraph =
        Paragraph { text: &text, lang, readings: readings.collect(), ..Paragraph::default() };
    if options.ruby == Ruby::After {
        set(&paragraph, &options);
    }
    let mut lines = Vec::new();
    for row in layout(&paragraph, &options, &model) {
        assert!(row.indent + row.cells <= options.measure, "{row:?}");
        for byte in row.range.clone().filter(|byte| text.is_char_boundary(*byte)) {
            let cell = row.cell_of(&text, &model, byte);
            assert!(byte >= row.range.end || row.byte_at(&text, &model, cell) == byte, "{row:?}");
        }
        let mut above = String::new();
        let mut filled = 0;
        for placed in row.above(&model) {
            assert!(placed.cell >= filled, "readings lie over each other: {row:?}");
            above.extend(std::iter::repeat_n(' ', placed.cell - filled));
            above.push_str(placed.glyph.text());
            filled = placed.cell + placed.glyph.cells();
        }
        assert!(filled <= options.measure, "{row:?}");
        assert_eq!(row.height(), if above.is_empty() { 1 } else { 2 });
        lines.extend(Some(above).filter(|above| !above.is_empty()));
        lines.push(row.text(&text, &model));
    }
    lines
}

fn ruby(ruby: Ruby, measure: usize) -> LayoutOptions {
    LayoutOptions { measure, ruby, ..LayoutOptions::default() }
}

#[test]
fn a_reading_stands_in_parentheses_after_its_word() {
    let after = |measure, marked| read(ruby(Ruby::After, measure), marked);
    assert_eq!(after(40, "この[漢字:かんじ]を"), ["この漢字（かんじ）を"]);
    assert_eq!(after(40, "the [WHO:World Health]."), ["the WHO(World Health)."]);
    assert_eq!(read(ruby(Ruby::Hidden, 40), "この[漢字:かんじ]を"), ["この漢字を"]);
}

#[test]
fn a_word_and_its_reading_stay_in_one_row_where_they_fit() {
    let after = |measure, marked| read(ruby(Ruby::After, measure), marked);
    assert_eq!(after(16, "あの人の[漢字:かんじ]を"), ["あの人の", "漢字（かんじ）を"]);
    assert_eq!(after(16, "あの人の[漢字:かんじ]、"), ["あの人の", "漢字（かんじ）、"]);
    assert_eq!(after(14, "あの[漢字:かんじ]。"), ["あの漢", "字（かんじ）。"], "its end");
}

#[test]
fn a_reading_without_room_beside_the_end_of_its_word_is_shortened() {
    let after = |measure, marked| read(ruby(Ruby::After, measure), marked);
    assert_eq!(after(12, "あ[漢:かんじかんじ]を"), ["あ", "漢（かん…）", "を"]);
    assert_eq!(after(6, "[漢:かん]を"), ["漢を"], "nor is there any for the parentheses");
}

#[test]
fn a_reading_above_its_word_is_a_second_line_of_its_row() {
    let above = |measure, marked| read(ruby(Ruby::Above, measure), marked);
    assert_eq!(above(40, "この[漢字:かん]を"), ["    かん", "この漢字を"]);
    assert_eq!(above(40, "この[漢字:じ]を"), ["     じ", "この漢字を"], "in its middle");
    assert_eq!(above(8, "この本の[字:じ]を"), ["この本の", "じ", "字を"]);
}

#[test]
fn a_reading_wider_than_its_word_hangs_over_a_kana_or_widens_the_word() {
    let above = |measure, marked| read(ruby(Ruby::Above, measure), marked);
    assert_eq!(above(40, "[渡:わた]し[守:もり]。"), ["わたもり", "渡し守。"]);
    assert_eq!(above(40, "[今:いま]人"), ["いま", "今  人"]);
    assert_eq!(above(40, "[今:いま][人:ひと]"), ["いまひと", "今  人"]);
    assert_eq!(
        above(8, "その人[渡:わた]し"),
        ["その人", "わた", "渡し"],
        "what it hangs over stays"
    );
}

#[test]
fn text_that_is_kept_has_readings_as_well() {
    let text = "看 字を";
    let readings = vec![WordReading { word: 4..7, reading: "じ" }];
    let setting = ParagraphSetting::Verbatim;
    let paragraph = Paragraph { text, setting, readings, ..Paragraph::default() };
    assert_eq!(set(&paragraph, &ruby(Ruby::After, 40)), ["看 字（じ）を"]);
    assert_eq!(set(&paragraph, &ruby(Ruby::After, 10)), ["看", "字（じ）を"]);
}
