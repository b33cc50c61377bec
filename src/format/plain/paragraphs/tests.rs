use super::{build, learn};
use crate::budget::BLOCK_BYTES;
use crate::document::{BlockKind, FrameKind, ParagraphStyle, Part, ViewMode};
use crate::format::blocks::cut;
use crate::text::Lang;

/// Original prose, wrapped by hand at 64 columns.
const WRAPPED: &str = "\
The lamp in the window had burned since the autumn, and nobody
in the village could say who filled it. On some evenings a boat
came in without a light and lay at the end of the pier until the
morning; on others there was only the wind.

The keeper's daughter counted the boats in a small green book.
She wrote the hour and the weather, and when a boat carried no
name she drew it instead, with all its ropes.
";

fn part(text: &str) -> Part {
    build(text, &[], &learn(text).0)
}

fn texts(part: &Part) -> Vec<&str> {
    let blocks = 0..part.blocks().len();
    blocks.map(|block| part.block_text(block)).filter(|text| !text.trim().is_empty()).collect()
}

fn kinds(part: &Part) -> Vec<BlockKind> {
    part.blocks().iter().map(|block| block.kind).collect()
}

#[test]
fn each_line_is_a_paragraph_where_nothing_was_wrapped() {
    assert_eq!(texts(&part("第一段。\n第二段，长一些。\n")), ["第一段。", "第二段，长一些。"]);
}

#[test]
fn lines_wrapped_by_hand_join_with_a_space() {
    let part = part(WRAPPED);
    let texts = texts(&part);
    assert_eq!(texts.len(), 2);
    assert!(
        texts[0]
            .starts_with("The lamp in the window had burned since the autumn, and nobody in the")
    );
    assert!(texts[1].ends_with("with all its ropes."));
}

/// Original prose in Chinese, wrapped by hand at 32 characters.
const WIDE: [&str; 4] = [
    "河水慢慢地流过旧桥下面的石头，岸边的人家都还没有点起灯来，只有",
    "一条小船靠在柳树旁边，船上的人睡着了，帽子盖在脸上，缆绳松松地",
    "搭着，一头落进水里。风从上游吹过来，带着一点柴火的味道，远处有",
    "狗叫。",
];

#[test]
fn wide_lines_wrapped_by_hand_join_without_a_space() {
    assert_eq!(texts(&part(&WIDE.join("\n"))), [WIDE.concat()]);
}

#[test]
fn paragraphs_of_one_length_were_not_wrapped() {
    let text = "天色将明的时候，他推开了门，外面没有人，只有风。\n".repeat(9);
    assert_eq!(part(&text).blocks().len(), 9);
}

#[test]
fn a_heading_after_a_full_line_does_not_join_it() {
    let full = "搭着，一头落进水里。风从上游吹过来，带着一点柴火的味道和歌声。";
    let text = [&WIDE[..2], &[full, "第二章　夜雨"], &WIDE].concat().join("\n");
    assert!(texts(&part(&text)).contains(&"第二章　夜雨"));
}

#[test]
fn an_indent_begins_a_paragraph_in_a_wrapped_text() {
    let text = WRAPPED.replace("\n\n", "\n  ");
    assert_eq!(texts(&part(&text)).len(), 2);
}

#[test]
fn short_lines_in_a_wrapped_text_are_verse() {
    let text = format!(
        "{WRAPPED}\nBlue was the boat,\ngreen was the book,\nnobody wrote\nwhat the wind took.\n"
    );
    let part = part(&text);
    let verse = kinds(&part).iter().filter(|kind| **kind == BlockKind::Verse).count();
    assert_eq!(verse, 4);
}

#[test]
fn couplets_are_verse_in_each_line() {
    let text = "江雪\n\n千山鸟飞绝，\n万径人踪灭。\n孤舟蓑笠翁，\n独钓寒江雪。\n";
    let part = part(text);
    let lines = kinds(&part).split_off(2);
    assert_eq!(lines, [BlockKind::Verse; 4]);
    let said = "她说，\n我不去。\n他走了。\n雨停了。\n";
    assert_eq!(kinds(&self::part(said)).last(), Some(&BlockKind::Paragraph));
}

#[test]
fn a_list_in_a_wrapped_text_keeps_its_items() {
    let text = format!(
        "{WRAPPED}\n- a lamp\n- a book that is green and was bought in the town by the keeper\n  himself\n"
    );
    let part = part(&text);
    let items = part.blocks().iter().filter(|block| block.frame.is_some()).count();
    assert_eq!(items, 2);
    assert!(part.text().contains("by the keeper himself"));
}

#[test]
fn code_is_never_joined() {
    let code = "let mut counter = std::collections::HashMap::<String, usize>::new();\n".repeat(9);
    assert_eq!(part(&code).blocks().len(), 9);
}

#[test]
fn indents_are_measured_and_left_out() {
    let part = part("　　段落。\n    four\n");
    let indents: Vec<u16> = part.blocks().iter().map(|block| block.indent).collect();
    assert_eq!((indents, texts(&part)), (vec![4, 4], vec!["段落。", "four"]));
}

#[test]
fn blank_lines_are_one_block_that_counts_them() {
    let part = part("一。\n\n \n\n二。\n");
    assert_eq!(kinds(&part), [BlockKind::Paragraph, BlockKind::Blank(3), BlockKind::Paragraph]);
    let lines: Vec<u32> = part.blocks().iter().map(|block| block.line).collect();
    assert_eq!(lines, [0, 1, 4]);
}

#[test]
fn quote_marks_become_a_depth() {
    let part = part("> 引用的话\n");
    let frames: Vec<_> = part.frames_of(&part.blocks()[0]).map(|frame| &frame.kind).collect();
    assert_eq!((frames, texts(&part)), (vec![&FrameKind::Quote], vec!["引用的话"]));
}

#[test]
fn a_long_paragraph_is_cut_and_its_rest_marked() {
    let text = "一句话。".repeat(30_000);
    let part = part(&text);
    let continued: Vec<bool> = part.blocks().iter().map(|block| block.continued).collect();
    assert!(part.blocks().iter().all(|block| block.range.len() <= BLOCK_BYTES));
    assert!(!continued[0] && continued[1..].iter().all(|continued| *continued));
    assert_eq!(texts(&part).concat(), text);
}

#[test]
fn a_cut_keeps_clusters_whole() {
    let text = "e\u{301}".repeat(100);
    assert_eq!(cut(&text, 50) % 3, 0);
}

#[test]
fn a_flood_of_marks_is_cut_all_the_same() {
    let text = format!("a{}", "\u{301}".repeat(BLOCK_BYTES * 2));
    assert!(part(&text).blocks().iter().all(|block| block.range.len() <= BLOCK_BYTES));
}

#[test]
fn the_style_of_paragraphs_is_learnt() {
    let style = |text: &str| learn(text).1.paragraphs;
    assert_eq!(style("　　一。\n　　二。\n　　三。\n"), ParagraphStyle::Indented);
    assert_eq!(style("一。\n\n二。\n\n三。\n"), ParagraphStyle::Spaced);
    assert_eq!(style("一。\n二。\n三。\n"), ParagraphStyle::Plain);
    assert_eq!(style(&"天色将明的时候，他推开了门，外面没有人。".repeat(3)), ParagraphStyle::Solid);
    assert_eq!(style(WRAPPED), ParagraphStyle::Spaced);
}

#[test]
fn the_language_is_told() {
    assert_eq!(learn("天色将明的时候，他推开了门。").1.lang, Some(Lang::ZhHans));
}

#[test]
fn a_paragraph_is_one_block_up_to_its_bound() {
    let blocks = |bytes| part(&"x".repeat(bytes)).blocks().len();
    assert_eq!((blocks(BLOCK_BYTES), blocks(BLOCK_BYTES + 1)), (1, 2));
}

/// Returns `text` wrapped at `cells` cells of letters.
fn wrapped(text: &str, cells: usize) -> String {
    let mut wrapped = String::new();
    let mut filled = 0;
    for word in text.split(' ') {
        let needed = word.chars().count() + usize::from(filled > 0);
        if filled + needed > cells {
            wrapped.push('\n');
            filled = 0;
        } else if filled > 0 {
            wrapped.push(' ');
        }
        filled += word.chars().count() + usize::from(filled > 0);
        wrapped.push_str(word);
    }
    wrapped
}

/// Original prose of two paragraphs.
const PROSE: [&str; 2] = [
    "Whoever came down to the landing after dark was told to ring twice and to wait, and most of \
     them did. The ferryman heard it in his sleep; he had heard it for thirty years, and it made \
     no difference to him who stood there or what the weather was.",
    "In spring the water took the lower steps, and for some weeks nobody crossed. He mended the \
     nets then, or went up to the mill and talked about the price of flour, which had nothing to \
     do with him, until the bell was heard again.",
];

/// Each text is lines that stay alone, whatever their lengths.
macro_rules! alone {
    ($($name:ident: $lines:expr;)*) => {$(
        #[test]
        fn $name() {
            let lines: &[&str] = &$lines;
            let text = lines.join("\n");
            let trimmed: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
            assert_eq!(texts(&part(&text)), trimmed);
            let among = format!("{}\n\n{text}\n", PROSE.map(|it| wrapped(it, 64)).join("\n\n"));
            assert_eq!(texts(&part(&among))[2..], trimmed, "among prose");
        }
    )*};
}

alone! {
    options_stay_alone: [
        "  -a, --all            shows what is hidden as well, also in folders",
        "  -b                   shows what was bought before the flood of last",
        "  --colour=WHEN        shows all of it in colours, if the day is one",
    ];
    options_without_columns_stay_alone: [
        "--all shows whatever is hidden in the folders of the ferryman",
        "--boat shows whatever was bought before the flood of last year",
        "--colour shows all that there is in colours, if the day is one",
    ];
    turns_of_a_chat_stay_alone: [
        "[21:04] <heron> the lower steps are under water again this night",
        "[21:04] <otter> then ring twice and wait until somebody hears it",
        "[21:06] <heron> nobody has heard a thing since the day before it",
    ];
    speakers_of_a_play_stay_alone: [
        "FERRYMAN: Who rings the bell so late and stands there in the rain",
        "STRANGER: One who has walked all day and would be on the far bank",
        "FERRYMAN: The far bank is under water and so is the nearer one too",
    ];
    verse_with_capitals_stays_alone: [
        "The heron stands where no one else will stand for very long",
        "And looks at what the water brings and what it takes away",
        "Until the bell is heard again and somebody is singing there",
        "Whose name the ferryman forgot upon another rainy day",
    ];
    titles_stay_alone: [
        "The Heron and the Bell: A Story of the River in Seven Letters",
        "Rope, Water, Stone and What the Miller Said About the Weather",
        "On the Prices of Flour in the Villages Above the Lower Landing",
    ];
    paths_stay_alone: [
        "/home/heron/letters/from the miller about the price of flour.txt",
        "/home/heron/letters/to the miller about the price of flour.txt",
        "/home/otter/nothing of importance here either but a long name.txt",
    ];
    fields_stay_alone: [
        "heron:x:1001:1001:who stands in the water:/home/heron:/bin/sleep",
        "otter:x:1002:1002:who swims in the water:/home/otter:/bin/swim",
        "miller:x:1003:1003:who has been ill since autumn:/home/mill:/bin/s",
    ];
    fields_of_json_stay_alone: [
        "\"ferryman\": \"who has been asleep since the day before it\",",
        "\"bell\": \"rung twice, and nobody has heard it to this day\",",
        "\"steps\": \"under water again, as they were in autumn\",",
    ];
    a_series_of_names_with_numbers_stays_alone: [
        "heron0098 stands in the water at -2.0 and looks at 1.316957896924816",
        "heron0099 stands in the water at 0.5 and looks at 3.141592653589793",
        "heron0100 flies 12.25 from the bank to the lower steps and is back",
    ];
    a_command_that_goes_on_stays_alone: [
        "row --boat heron --from the-lower-landing --to the-far-bank-at-low-water \\",
        "with lamps and a bell and whoever is there in the rain at the steps \\",
        "quiet",
    ];
    lines_of_a_log_stay_alone: [
        "2031-04-02 10:00:01 INFO 渡口 the bell was rung, nobody had come down",
        "2031-04-02 10:04:09 WARN 渡口 the bell was rung, somebody was there",
        "2031-04-02 10:07:44 INFO 渡口 the boat has left and will be back soon",
    ];
    contents_with_leaders_stay_alone: [
        "1 The heron and the bell ........................................ 3",
        "2 What the miller said about the weather ....................... 12",
        "3 The lower landing, and how it came to be there ............... 47",
    ];
    a_title_and_the_rule_under_it_stay_alone: [
        "How the prices of flour became what they are",
        "--------------------------------------------",
    ];
    wide_titles_without_marks_stay_alone: [
        "白鹭站在没有人愿意久站的地方看着河水流走",
        "磨坊主人说起天气和去年秋天面粉的价钱不停",
        "下游渡口是怎么来的又是谁在雨夜里敲响了钟",
        "石阶第七级被水淹没以后再也没有人从那里走",
    ];
    wide_verse_of_equal_lines_stays_alone: [
        "白鹭飞来又飞去，石阶没水几多时。",
        "磨坊灯火三更后，渡口钟声独自知。",
        "一夜春潮平岸柳，半篙新绿上船迟。",
        "明朝若问江南路，只在烟波不在诗。",
    ];
    lines_with_wide_indents_are_paragraphs: [
        "　　白鹭站在水里没有动一直看着对岸的灯火慢慢地熄灭了",
        "　　渡船靠在石阶旁边绳子松松地搭着一头落进了河水里面",
        "　　摆渡的人睡着了帽子盖在他的脸上钟响了两下没有醒来",
    ];
    verse_in_a_script_without_capitals_stays_alone: [
        "बगुला खड़ा है जल में जहाँ नहीं",
        "कोई ठहरे नदी जो लाती देखे",
        "घंटी बजे तो गाए कोई नाम नहीं",
        "भूल गया है नाविक बरसात में सब",
        "फिर भी लौटेगी नाव सवेरे घाट पर",
        "और दीपक जलता रहेगा रात भर",
    ];
    a_list_in_thai_stays_alone: [
        "ข้าวเหนียวมะม่วงสุก",
        "ต้มยำกุ้งน้ำข้น",
        "แกงเขียวหวานไก่ ขนมจีน",
        "ส้มตำไทยไข่เค็ม",
        "ปลากะพงนึ่งมะนาว",
        "น้ำพริกกะปิ ปลาทูทอด",
    ];
    verse_in_thai_stays_alone: [
        "นกกระยางยืนอยู่ในสายน้ำ มองดูเรือลำหนึ่งที่จากไป",
        "ระฆังดังสองครั้งในคืนฝน ไม่มีใครข้ามมาหาแสงไฟ",
        "คนแจวเรือหลับอยู่ใต้ต้นหลิว หมวกปิดหน้าไว้ไม่ยอมตื่น",
        "น้ำขึ้นท่วมบันไดขั้นที่เจ็ด รอจนเช้าวันใหม่จะกลับคืน",
    ];
    two_speakers_are_two_paragraphs: [
        "“你听见钟声了没有，昨天夜里响了两下，后来就再也没有人敲过它。”",
        "“听见了，可是那时候水已经淹过了第七级石阶，谁也过不来的。”",
    ];
}

/// Original prose in Thai, wrapped at words of a dictionary.
const THAI: [&str; 4] = [
    "ทุกคนที่ลงมาที่ท่าเรือหลังค่ำต้องสั่นระฆังสองครั้งแล้วรอ และคนส่วน",
    "ใหญ่ก็ทำเช่นนั้น คนแจวเรือได้ยินเสียงระฆังในขณะที่เขาหลับ เขาได้ยิน",
    "มันมาสามสิบปีแล้ว และไม่สำคัญเลยว่าใครยืนอยู่ตรงนั้นหรืออากาศเป็น",
    "อย่างไร",
];

#[test]
fn a_script_without_blanks_between_words_joins_without_one() {
    assert_eq!(texts(&part(&THAI.join("\n"))), [THAI.concat()]);
}

#[test]
fn a_blank_at_the_end_of_a_line_stands_where_it_joins() {
    assert_eq!(texts(&part(&THAI.join(" \n"))), [THAI.join(" ")]);
}

#[test]
fn lines_that_were_wrapped_at_blanks_join_with_one() {
    let prose = "ในฤดูใบไม้ผลิ น้ำขึ้นท่วมบันไดขั้นล่าง และหลายสัปดาห์ไม่มีใครข้าม เขาซ่อมแห \
                 หรือขึ้นไปที่โรงสี แล้วคุยเรื่องราคาแป้ง ซึ่งไม่เกี่ยวอะไรกับเขา จนได้ยินเสียงระฆังอีกครั้ง \
                 วันหนึ่ง มีคนแปลกหน้ามา เขาถือตะเกียง และไม่พูดอะไร คนแจวเรือมองเขา มองแม่น้ำ \
                 แล้วแก้เชือก เรือออกจากฝั่ง ลมพัดเบาๆ ไม่มีดาว เมื่อถึงกลางน้ำ ชายคนนั้นดับตะเกียง";
    for cells in [60, 72] {
        assert_eq!(texts(&part(&wrapped(prose, cells))), [prose], "{cells}");
    }
}

#[test]
fn paragraphs_of_every_measure_join() {
    for cells in [48, 64, 72, 98, 118, 150] {
        let text = PROSE.map(|paragraph| wrapped(paragraph, cells)).join("\n\n");
        assert_eq!(texts(&part(&text)), PROSE, "{cells}");
    }
}

#[test]
fn a_text_may_have_two_measures() {
    let text = format!("{}\n\n{}\n\n", wrapped(PROSE[0], 56), wrapped(PROSE[1], 92)).repeat(3);
    assert_eq!(texts(&part(&text)), PROSE.repeat(3));
}

/// Returns the edges of the paragraphs of `part`: where their first row and the others begin.
fn edges(part: &Part) -> Vec<(u16, Option<u16>)> {
    let edge = |block: &crate::document::Block| {
        part.frames_of(block).find_map(|frame| match frame.kind {
            FrameKind::Edge(cells) => Some(cells),
            _ => None,
        })
    };
    let filled = part.blocks().iter().filter(|block| !matches!(block.kind, BlockKind::Blank(_)));
    filled.map(|block| (block.indent, edge(block))).collect()
}

#[test]
fn a_block_that_is_set_in_keeps_its_edge() {
    let text = PROSE.map(|it| wrapped(it, 60).replace('\n', "\n       ")).join("\n\n       ");
    let part = part(&format!("DESCRIPTION\n       {text}\n"));
    assert_eq!(texts(&part)[1..], PROSE);
    assert_eq!(edges(&part)[1..], [(7, Some(7)), (7, Some(7))]);
}

#[test]
fn a_description_hangs_from_its_tag() {
    let tail = wrapped(PROSE[0], 44).replace('\n', "\n                ");
    let text = format!("  -r, --ring    {tail}\n  -w            waits.\n");
    let part = part(&text.repeat(3));
    assert_eq!(edges(&part)[..2], [(2, Some(16)), (2, Some(16))]);
    assert!(texts(&part)[0].ends_with("what the weather was."));
}

#[test]
fn one_wide_blank_after_a_speech_is_no_gap() {
    let part = part("「渡し守はもう帰ったのか」\u{3000}彼は灯りを見上げて、しばらく黙っていた。\n");
    assert_eq!(edges(&part), [(0, None)]);
}

#[test]
fn what_stands_far_to_the_right_hangs_under_no_tag() {
    let far = |cells: usize| part(&format!("{}\u{3000}終わり\n", "あ".repeat(cells / 2)));
    assert_eq!([edges(&far(46)), edges(&far(48))], [vec![(0, Some(48))], vec![(0, None)]]);
}

#[test]
fn first_lines_that_are_set_in_leave_the_edge_where_it_is() {
    let text = PROSE.map(|it| wrapped(&format!("____{it}"), 60)).join("\n");
    let part = part(&text.replace("____", "    "));
    assert_eq!((texts(&part), edges(&part)), (PROSE.to_vec(), vec![(4, None), (4, None)]));
}

#[test]
fn quotations_join_by_their_depth() {
    let quote = |text: &str, marks: &str| {
        wrapped(text, 60).lines().map(|line| format!("{marks}{line}\n")).collect::<String>()
    };
    let text = format!("{}{}", quote(PROSE[0], "> > "), quote(PROSE[1], "> "));
    let part = part(&text);
    assert_eq!(texts(&part), PROSE);
    let depth = |block: usize| part.frames_of(&part.blocks()[block]).count();
    assert_eq!((depth(0), depth(1)), (2, 1));
}

#[test]
fn korean_lines_join_with_a_blank() {
    let text = "왜가리는 아무도 서지 않는 곳에 서서 물이 가져오는 것과\n가져가는 것을 오래 바라본다. 다시 종이 울리고 누군가\n노래할 때까지 뱃사공은 그 이름을 잊어버린 채 깊은 잠을\n자고, 강물은 계단 아래에서 조용히 흐르다가 새벽이 되면\n다시 불어난다.";
    assert_eq!(texts(&part(text)), [text.replace('\n', " ")]);
}

#[test]
fn a_program_is_kept_whatever_script_is_in_it() {
    let code = "def 过河(船):\n    # 看看船上还有没有座位，没有就等下一班\n    if 船.满():\n        return None\n    船.走()\n    print(\"过河\")\n";
    let part = part(code);
    let kept = part.blocks().iter().map(|block| (block.kind, block.indent));
    let expected = [0, 4, 4, 8, 4, 4].map(|indent| (BlockKind::Code, indent));
    assert!(kept.eq(expected), "{:?}", part.blocks());
}

#[test]
fn the_text_alone_is_the_text_of_the_part() {
    let quoted = PROSE.map(|it| wrapped(it, 50).replace('\n', "\n> ")).join("\n> ");
    let hyphens = "a land-\ning, a pi-\nlot, re-\nturned\u{AD}\nand well-\nknown\n";
    let code = "> if a {\n>     b();\n> }\n";
    for text in [WRAPPED, &WIDE.join("\n"), &quoted, hyphens, code, "\n\n a\n\n", ""] {
        for view in [ViewMode::Auto, ViewMode::Prose, ViewMode::Verbatim] {
            let habits = learn(text).0.in_view(view);
            let mut alone = String::from("old");
            super::text(text, &[], &habits, &mut alone);
            assert_eq!(build(text, &[], &habits).text(), alone, "{text}");
        }
    }
}

#[test]
fn a_reader_may_want_each_line_as_it_is() {
    let habits = learn(WRAPPED).0.in_view(ViewMode::Verbatim);
    assert_eq!(texts(&build(WRAPPED, &[], &habits)).len(), WRAPPED.lines().count() - 1);
}

#[test]
fn a_reader_may_want_all_lines_joined() {
    let verse =
        "Blue was the boat,\nGreen was the book,\n\n  Nobody wrote\n  What the wind took.\n";
    let part = build(verse, &[], &learn(verse).0.in_view(ViewMode::Prose));
    assert_eq!(
        texts(&part),
        ["Blue was the boat, Green was the book,", "Nobody wrote What the wind took."]
    );
    assert_eq!(edges(&part), [(0, None), (2, Some(2))]);
}

#[test]
fn a_line_by_itself_keeps_its_edge_beside_paragraphs_that_are_set_in() {
    let page = "\
              The keeper closed the old book and said that the lamp was not lit
              for the ships, but for those who wait upon the shore at night and
              can't sleep. It burns until the morning, and nobody fills it then.
               -s  followed by a word says how the lamp is to be lit, as is told
              in the book that lies beside it.
               -m says when it is put out.
               -M says who puts it out.

";
    let text = page.repeat(4);
    let part = part(&text);
    let edge = |words: &str| {
        let named = |number: &usize| part.block_text(*number).starts_with(words);
        let number = (0..part.blocks().len()).find(named).unwrap();
        let block = &part.blocks()[number];
        (block.indent, part.frames_of(block).map(|frame| frame.kind.clone()).next())
    };
    assert_eq!(edge("-m"), (15, Some(FrameKind::Edge(15))));
    assert_eq!(edge("-s"), (15, Some(FrameKind::Edge(14))));
}

#[test]
fn a_tag_that_ends_with_dots_is_parted_from_its_text() {
    let list = "\
Commands:
  list-boats [NAME...]                List the boats at the pier now
  list-ropes [NAME...]                List the ropes that are at the pier,
                                      ordered by length
  list-bells [NAME...]                List the bells in the chapel,
                                      ordered by weight
  is-wet NAME...                      Check whether boats are wet
  is-lost NAME...                     Check whether boats are lost
  show [NAME...|HOUR...]              Show where one or more boats are
  paint [NAME...|HOUR...]             Show the colours of one or more
                                      boats/ropes or the pier
  bring NAME...                       Bring the ropes of all of these boats
  help NAME...|HOUR...                Show the book of one or more boats
  list-owners [BOAT...]               List by name the people that are known
                                      or thought to own a boat or to row it
  start BOAT...                       Start (untie) one or more boats
  stop BOAT...                        Stop (tie up) one or more boats
  turn BOAT...                        Turn one or more boats
  try-turn BOAT...                    Turn one or more boats if untied
";
    let part = part(list);
    let texts = texts(&part);
    let columns = |text: &str| text.split("    ").filter(|one| !one.trim().is_empty()).count();
    assert!(texts.iter().all(|text| columns(text) <= 2), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with("is-wet")), "{texts:?}");
}

#[test]
fn a_line_in_a_paragraph_may_end_a_little_early() {
    let text = "   The keeper of the lamp answers for three boats.  The first of them is
   tied to the long pier, and nobody may take it from there unless he
   or his daughter has been asked for it in the evening.

   The second boat is old.  It carries the stones for the wall and the
   wood for the lamp, both of which are counted when they come ashore and
   are written into the green book.

   The third boat belongs to the village, which has paid for its rope in
   the autumn.  It may be taken by all who can row, as long as the bell
   of the chapel is not rung.
";
    assert_eq!(texts(&part(text)).len(), 3);
}

/// Returns the paragraphs of `lines` between paragraphs of prose that were wrapped.
fn among_prose(lines: &[&str]) -> Vec<String> {
    let prose = PROSE.map(|it| wrapped(it, 64)).join("\n\n");
    let part = part(&format!("{prose}\n\n{}\n\n{prose}\n", lines.join("\n")));
    let texts = texts(&part);
    texts[2..texts.len() - 2].iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn an_address_that_is_wider_than_the_measure_tears_no_paragraph() {
    let lines = [
        "The ferry runs while there is light, and what it costs is told in",
        "the list of prices <https://ferry.example.org/prices/of/the/lower/landing>",
        "that hangs beside the bell; whoever has no coin may row instead of",
        "paying.",
    ];
    assert_eq!(among_prose(&lines), [lines.join(" ")]);
}

#[test]
fn a_line_that_an_edit_left_short_goes_on() {
    let lines = [
        "The keeper of the lower landing counted the boats each morning in a",
        "small green book, and when a boat carried no name he drew",
        "it instead, with all its ropes and whatever stood on its deck, also",
        "at night.",
    ];
    assert_eq!(among_prose(&lines), [lines.join(" ")]);
    let commands = [lines[0], "row over", "ring"];
    assert_eq!(among_prose(&commands).len(), 3, "{:?}", among_prose(&commands));
}

#[test]
fn a_stop_alone_is_a_blank_line_of_a_control_file() {
    let lines = ["Licence: free", " The boat is free", " .", " and so is the lamp"];
    assert_eq!(
        texts(&part(&lines.join("\n"))),
        ["Licence: free", "The boat is free", ".", "and so is the lamp"]
    );
}

#[test]
fn literals_make_no_code_of_a_line_of_prose() {
    let lines = [
        "In the new landing each boat that was called by its number has a",
        "name instead. So ``boat(7)`` is being called ``boat_of_the_miller()``,",
        "as ``[lamp]`` is ``<lamp>``, and so on, until the old ones are gone",
        "again.",
    ];
    assert_eq!(among_prose(&lines), [lines.join(" ")]);
}

#[test]
fn a_line_with_both_edges_straight_goes_on() {
    let lines = ["Mandatory  bells  of  the  landing are mandatory for the other landing", "too."];
    assert_eq!(texts(&part(&format!("   {}\n", lines.join("\n   ")))), [lines.join(" ")]);
    let even = lines[0].replace("  ", " ");
    assert_eq!(texts(&part(&format!("   {even}\n   too.\n"))), [even.as_str(), "too."]);
}
