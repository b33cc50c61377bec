//! What is a heading and what is not: text in, headings out.

use super::*;

/// A paragraph of prose, as long as paragraphs are.
const PROSE: &str = "山里的雨下了整整三天，溪水漫过了石桥，送信的人只好在驿站里住下来，一边烤火一边听店主讲从前的旧事。";
const ENGLISH: &str = "The rain had not stopped for three days, and the brook ran high over the stones of the \
                       old bridge, so that the postman had to stay at the inn and listen to its owner.";

/// Returns the levels and titles found in `text`, in which `~` stands for a paragraph of prose.
fn found(text: &str) -> Vec<(u8, String)> {
    let prose = if text.chars().any(|c| c >= '\u{2E80}') { PROSE } else { ENGLISH };
    let mut detector = Detector::new();
    detector.part(&text.replace('~', prose), 0);
    let outline = detector.outline();
    outline.sections().iter().map(|section| (section.level, section.title.to_owned())).collect()
}

macro_rules! sections {
    ($name:ident, $text:expr, [$($title:expr),*]) => {
        #[test]
        fn $name() {
            let titles: Vec<String> = found($text).into_iter().map(|(_, title)| title).collect();
            let expected: &[&str] = &[$($title),*];
            assert_eq!(titles, expected);
        }
    };
}

macro_rules! levels {
    ($name:ident, $text:expr, [$($section:expr),*]) => {
        #[test]
        fn $name() {
            let found = found($text);
            let found: Vec<(u8, &str)> = found.iter().map(|(level, title)| (*level, &**title)).collect();
            assert_eq!(found, [$($section),*]);
        }
    };
}

#[test]
fn nothing_has_no_sections() {
    assert!(Detector::new().outline().sections().is_empty());
}

sections!(
    numbered_chapters_are_headings,
    "第一章 雨夜\n~\n~\n第二章 渡口\n~\n~\n第三章 归人\n~",
    ["第一章 雨夜", "第二章 渡口", "第三章 归人"]
);
sections!(
    a_chapter_in_a_sentence_is_no_heading,
    "第一章 雨夜\n~\n第一章里说过的话，他还记得。\n~\n第二章 渡口\n~",
    ["第一章 雨夜", "第二章 渡口"]
);
sections!(
    the_colon_after_a_heading_is_not_in_the_contents,
    "~\n雨中的驿站\n~\n~\n店主的故事\n~\n~\n参考文献：\n~",
    ["雨中的驿站", "店主的故事", "参考文献"]
);
sections!(
    short_lines_between_paragraphs_are_headings,
    "~\n雨中的驿站\n~\n~\n店主的故事\n~\n~\n结束语\n~",
    ["雨中的驿站", "店主的故事", "结束语"]
);
levels!(
    volumes_hold_chapters,
    "第一卷 山路\n第一章 雨夜\n~\n第二章 渡口\n~\n第二卷 归途\n第三章 石桥\n~\n后记\n~",
    [
        (1, "第一卷 山路"),
        (2, "第一章 雨夜"),
        (2, "第二章 渡口"),
        (1, "第二卷 归途"),
        (2, "第三章 石桥"),
        (2, "后记")
    ]
);
sections!(
    numerals_of_every_kind_count_chapters,
    "第廿九回 夜雨\n~\n~\n第卅回 晨钟\n~\n~\n第三一回 石桥\n~\n~\n第３２回 旧信\n~\n~",
    ["第廿九回 夜雨", "第卅回 晨钟", "第三一回 石桥", "第３２回 旧信"]
);
sections!(
    dressed_chapters_are_headings,
    "【第一章】雨夜\n~\n~\n【第二章】渡口\n~\n~\n☆、第三章 归人\n~\n~",
    ["【第一章】雨夜", "【第二章】渡口", "☆、第三章 归人"]
);
sections!(
    titles_of_parts_need_no_number,
    "楔子\n~\n~\n第一章 雨夜\n~\n~\n第二章 渡口\n~\n~\n番外一 小满的一天\n~\n~\n后记\n~",
    ["楔子", "第一章 雨夜", "第二章 渡口", "番外一 小满的一天", "后记"]
);
sections!(
    a_contents_list_is_no_heading,
    "山行记\n\n目录\n第一章 雨夜\n第二章 渡口\n第三章 归人\n\n第一章 雨夜\n~\n~\n第二章 渡口\n~\n~\n第三章 归人\n~\n~",
    ["山行记", "第一章 雨夜", "第二章 渡口", "第三章 归人"]
);
sections!(
    a_title_given_twice_counts_once,
    "第一章 雨夜\n第一章 雨夜\n~\n~\n第二章 渡口\n第二章 渡口\n~\n~",
    ["第一章 雨夜", "第二章 渡口"]
);
sections!(
    a_title_on_the_next_line_belongs_to_its_label,
    "CHAPTER I.\n\nThe Inn at the Bridge.\n\n~\n\n~\n\nCHAPTER II.\n\nThe Postman's Tale.\n\n~\n\n~\n",
    ["CHAPTER I. The Inn at the Bridge.", "CHAPTER II. The Postman's Tale."]
);
sections!(
    a_title_may_begin_as_a_number_in_words_does,
    "CHAPTER I.\nNight\n\n~\n\n~\n\nCHAPTER II.\nFire\n\n~\n\n~\n",
    ["CHAPTER I. Night", "CHAPTER II. Fire"]
);
sections!(
    a_title_in_capitals_may_have_a_stop_within,
    "CHAPTER I.\n\nTHE INN.\n\n~\n\n~\n\nCHAPTER II.\n\nMRS. WOOD'S BEAR.\n\n~\n\n~\n",
    ["CHAPTER I. THE INN.", "CHAPTER II. MRS. WOOD'S BEAR."]
);
sections!(
    chapters_counted_in_words_are_no_titles_of_their_book,
    "BOOK I\n\nOne\n\n~\n\n~\n\nTwo\n\n~\n\n~\n\nBOOK II\n\nThree\n\n~\n\n~\n\nFour\n\n~\n\n~\n",
    ["BOOK I", "One", "Two", "BOOK II", "Three", "Four"]
);
levels!(
    books_hold_chapters,
    "BOOK THE FIRST\n\nCHAPTER I\n\n~\n\nCHAPTER II\n\n~\n\nBOOK THE SECOND\n\nCHAPTER I\n\n~\n\nCHAPTER II\n\n~\n",
    [
        (1, "BOOK THE FIRST"),
        (2, "CHAPTER I"),
        (2, "CHAPTER II"),
        (1, "BOOK THE SECOND"),
        (2, "CHAPTER I"),
        (2, "CHAPTER II")
    ]
);
sections!(
    korean_chapters_are_headings,
    "제1장 비 오는 밤\n사흘 동안 내린 비로 돌다리가 물에 잠겼고 우편배달부는 주막에 머물러야 했다. 주인은 불을 피우고 옛날이야기를 들려주었다.\n\n\
     제2장 나루터\n사흘 동안 내린 비로 돌다리가 물에 잠겼고 우편배달부는 주막에 머물러야 했다. 주인은 불을 피우고 옛날이야기를 들려주었다.\n",
    ["제1장 비 오는 밤", "제2장 나루터"]
);
sections!(
    aozora_annotations_are_headings,
    "［＃２字下げ］一［＃「一」は中見出し］\n　私《わたくし》は山道を歩いてゐた。雨はもう三日も降り続いて、石の橋は水の下に隠れてしまつてゐた。\n\
     ［＃２字下げ］二｜宿《やど》［＃「二宿」は中見出し］\n　宿の主人は火を焚きながら、昔の話をいくつも聞かせてくれた。私は黙つて聞いてゐた。\n",
    ["一", "二宿"]
);
sections!(
    hashes_mark_headings,
    "# 山行记\n\n~\n\n## 雨夜\n\n~\n\n## 渡口\n\n~\n",
    ["山行记", "雨夜", "渡口"]
);
sections!(
    comments_of_code_are_no_headings,
    "# read the list\nfor name in names:\n    print(name)\n# write the list\nfor name in names:\n    out.write(name + ',')\n# end\nreturn {\n}\n",
    []
);
sections!(
    underlined_titles_are_headings,
    "Before the Journey\n==================\n\n~\n\nOn the Road\n-----------\n\n~\n\nThe Way Home\n------------\n\n~\n",
    ["Before the Journey", "On the Road", "The Way Home"]
);
sections!(
    numbered_sections_with_text_between_are_headings,
    "~\n一、雨夜\n~\n~\n二、渡口\n~\n~\n三、归人\n~\n~",
    ["一、雨夜", "二、渡口", "三、归人"]
);
sections!(
    numbered_items_right_after_one_another_are_a_list,
    "~\n出门前要准备：\n1. 雨伞\n2. 干粮\n3. 一封信\n4. 旧地图\n~\n~",
    []
);
sections!(
    what_a_colon_announces_is_no_heading,
    "~\n出门前要准备的东西有这些：\n雨伞\n干粮\n旧地图\n~\n雨夜\n~\n~\n渡口\n~\n~",
    ["雨夜", "渡口"]
);
sections!(
    questions_between_paragraphs_are_headings,
    "~\n为什么要走山路？\n~\n~\n下雨了怎么办？\n~\n~\n什么时候回来？\n~\n~",
    ["为什么要走山路？", "下雨了怎么办？", "什么时候回来？"]
);
sections!(
    a_heading_may_stand_before_a_list,
    "~\n\n要带的东西\n\n- 一把结实的雨伞\n- 三天的干粮\n- 一张旧地图\n\n不要带的东西\n\n- 沉重的箱子\n- 新鞋\n\n~\n",
    ["要带的东西", "不要带的东西"]
);
levels!(
    a_heading_right_after_a_heading_lies_in_it,
    "~\n出门\n要带的东西\n~\n~\n要见的人\n~\n~\n归途\n渡口\n~\n~",
    [(1, "出门"), (2, "要带的东西"), (2, "要见的人"), (1, "归途"), (2, "渡口")]
);
sections!(
    speech_is_no_heading,
    "“你要去哪里”\n“山那边”\n~\n“下雨了”\n“我知道”\n她抬起头\n“走吧”\n~\n“好”\n门开了\n~\n“等等”\n",
    []
);
sections!(
    verse_is_no_heading,
    "春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少\n\n白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼\n\n千山鸟飞绝\n万径人踪灭\n孤舟蓑笠翁\n独钓寒江雪\n",
    []
);
sections!(
    a_log_is_no_heading,
    "2031-01-02 10:00:01 INFO start\n2031-01-02 10:00:02 INFO open port\n2031-01-02 10:00:03 WARN slow\n2031-01-02 10:00:04 INFO stop\n",
    []
);
sections!(
    a_table_is_no_heading,
    "name,price,count\nrice,3,10\ntea,12,2\nsalt,1,5\noil,9,1\nflour,4,3\n",
    []
);
sections!(
    scene_breaks_are_no_heading,
    "第一章 雨夜\n~\n~\n※※※\n~\n＊＊＊\n~\n◇\n~\n第二章 渡口\n~\n~",
    ["第一章 雨夜", "第二章 渡口"]
);
sections!(
    chats_are_no_heading,
    "阿杰 10:00\n吃了吗\nMia 10:02\n还没\n阿杰 10:04\n一起去\nMia 10:05\n好\n阿杰 10:06\n门口见\nMia 10:09\n到了\n",
    []
);
sections!(
    letters_have_no_headings,
    "亲爱的阿满：\n\n见信好。\n~\n~\n不过也有好消息：\n信终于寄到了！\n~\n\n此致\n敬礼\n\n你的朋友\n小满\n十月十二日\n",
    []
);
sections!(
    figures_and_credits_are_no_headings,
    "雨夜\n~\n图 1：石桥\n~\n作者：小满\n~\n渡口\n~\n图 2：渡口\n~\n归人\n~",
    ["雨夜", "渡口", "归人"]
);
sections!(
    wrapped_english_keeps_its_lines,
    "CHAPTER I. THE INN\n\nThe rain had not stopped for three days, and the brook ran high\n\
     over the stones of the old bridge, so that the postman had to stay\nat the inn and listen to\nits owner\n\
     who told the old stories once more while the fire burned low and\nthe dog slept.\n\n\
     CHAPTER II. THE FERRY\n\nThe rain had not stopped for three days, and the brook ran high\n\
     over the stones of the old bridge, so that the postman had to stay\nat the inn and listen to its owner\n\
     who told the old stories once more while the fire burned low and\nthe dog slept.\n",
    ["CHAPTER I. THE INN", "CHAPTER II. THE FERRY"]
);
levels!(
    decimals_nest,
    "1. Scope\n~\n~\n1.1 Terms\n~\n~\n1.2 Parts\n~\n~\n2. Use\n~\n~\n2.1 First steps\n~\n~\n3. Care\n~\n~",
    [
        (1, "1. Scope"),
        (2, "1.1 Terms"),
        (2, "1.2 Parts"),
        (1, "2. Use"),
        (2, "2.1 First steps"),
        (1, "3. Care")
    ]
);
levels!(
    han_numbers_hold_numbers_in_brackets,
    "一、出门\n~\n（一）要带的东西\n~\n~\n（二）要见的人\n~\n~\n二、归途\n~\n（一）渡口\n~\n~\n（二）石桥\n~\n~",
    [
        (1, "一、出门"),
        (2, "（一）要带的东西"),
        (2, "（二）要见的人"),
        (1, "二、归途"),
        (2, "（一）渡口"),
        (2, "（二）石桥")
    ]
);
levels!(
    numbered_headings_right_below_a_title_hold_no_title_after_them,
    "~\n山里的事\n1、修好的桥\n~\n2、新来的人\n~\n海边的事\n1、沉船\n~\n2、灯塔\n~\n城里的事\n1、旧书店\n~\n2、钟楼\n~",
    [
        (1, "山里的事"),
        (2, "1、修好的桥"),
        (2, "2、新来的人"),
        (1, "海边的事"),
        (2, "1、沉船"),
        (2, "2、灯塔"),
        (1, "城里的事"),
        (2, "1、旧书店"),
        (2, "2、钟楼")
    ]
);
sections!(
    english_titles_between_paragraphs_are_headings,
    "~\nBefore you leave\n~\n~\nOn the road\n~\n~\nWhat to do when it rains\n~\n~",
    ["Before you leave", "On the road", "What to do when it rains"]
);
sections!(
    steps_with_text_are_headings,
    "~\n步骤一：准备\n~\n~\n步骤二：出门\n~\n~\n步骤三：归来\n~\n~",
    ["步骤一：准备", "步骤二：出门", "步骤三：归来"]
);
sections!(
    outdented_lines_are_headings_where_paragraphs_are_set_in,
    "雨夜\n　　~\n　　~\n渡口\n　　~\n　　~\n归人\n　　~\n　　~",
    ["雨夜", "渡口", "归人"]
);

sections!(
    an_announcement_is_no_heading,
    "~\n\n~\n\n要带的东西如下：\n\n- 雨伞\n- 干粮\n\n~\n\n雨夜\n\n~\n\n渡口\n\n~\n",
    ["雨夜", "渡口"]
);
sections!(
    a_list_within_a_chapter_does_not_end_its_series,
    "1、雨夜\n~\n~\n2、渡口\n~\n~\n要带：\n1、雨伞\n2、干粮\n3、旧地图\n~\n3、石桥\n~\n~\n4、归人\n~\n~",
    ["1、雨夜", "2、渡口", "3、石桥", "4、归人"]
);
sections!(
    a_chapter_behind_its_volume_is_what_is_counted,
    "第一卷 山路 第一章 雨夜\n~\n灯灭了\n~\n第一卷 山路 第二章 渡口\n~\n手机响了\n~\n第一卷 山路 第三章 石桥\n~\n~\n第一卷 山路 第四章 归人\n~",
    [
        "第一卷 山路 第一章 雨夜",
        "第一卷 山路 第二章 渡口",
        "第一卷 山路 第三章 石桥",
        "第一卷 山路 第四章 归人"
    ]
);
sections!(
    numbers_in_quotation_marks_are_headings,
    "「一」\n~\n~\n「二」\n~\n~\n「三」\n~\n~",
    ["「一」", "「二」", "「三」"]
);
sections!(
    appendices_count_behind_a_letter,
    "A.1 Words\n~\n~\nA.2 Places\n~\n~\nA.3 People\n~\n~",
    ["A.1 Words", "A.2 Places", "A.3 People"]
);
sections!(
    commands_behind_a_prompt_are_no_headings,
    "~\n\n# mount /dev/sda /mnt\n\n~\n\n# umount /mnt\n\n~\n\n# reboot now\n\n~\n",
    []
);
sections!(
    a_number_that_never_counts_on_is_no_heading,
    "甲\n第二章看完了吗\n乙\n还没\n甲\n第二章看完了吗\n乙\n第二章看完了吗\n",
    []
);
sections!(
    prose_with_code_has_headings,
    "~\n\n第一步\n\n~\n\nmake {\n  a = 1,\n  b = 2,\n}\n\n~\n\n第二步\n\n~\n\nrun {\n  c = 3,\n}\n\n~\n",
    ["第一步", "第二步"]
);

/// Returns the sections of `text` fed in parts of about `size` bytes, whole lines each.
fn in_parts(text: &str, size: usize) -> Vec<(String, Option<u64>)> {
    let mut detector = Detector::new();
    let (mut part, mut offset) = (String::new(), 0);
    for line in text.split_inclusive('\n') {
        if part.len() + line.len() > size && !part.is_empty() {
            detector.part(&part, offset);
            offset += part.len() as u64;
            part.clear();
        }
        part.push_str(line);
    }
    detector.part(&part, offset);
    let outline = detector.outline();
    outline.sections().iter().map(|section| (section.title.to_owned(), section.line)).collect()
}

#[test]
fn parts_change_nothing() {
    let text = "第一章 雨夜\n~\n~\n\n第二章 渡口\n~\n~\n第三章 归人\n~\n".replace('~', PROSE);
    let whole = in_parts(&text, usize::MAX);
    assert_eq!(whole.len(), 3);
    for size in [1, 200, 1000] {
        assert_eq!(in_parts(&text, size), whole);
    }
}

#[test]
fn an_anchor_is_the_line_within_its_part() {
    let mut detector = Detector::new();
    detector.part(&format!("第一章 雨夜\n{PROSE}\n"), 0);
    detector.part(&format!("{PROSE}\n\n第二章 渡口\n{PROSE}\n"), 500);
    let outline = detector.outline();
    let places: Vec<_> =
        outline.sections().iter().map(|section| (section.anchor, section.line)).collect();
    let anchor = |part, line| Anchor { part, line };
    assert_eq!(places, [(anchor(0, 0), Some(1)), (anchor(1, 2), Some(5))]);
}

#[test]
fn every_line_end_counts_as_one_line() {
    let mut detector = Detector::new();
    detector.part("第一章 雨夜\r\n一段。\r第二章 渡口\n一段。\n\r\n第三章 归人\n", 0);
    let lines: Vec<_> =
        detector.outline().sections().iter().filter_map(|section| section.line).collect();
    assert_eq!(lines, [1, 3, 6]);
}

#[test]
fn a_line_cut_at_the_end_of_a_part_is_one_line() {
    let mut detector = Detector::new();
    detector.part("第一章 雨夜\n一段很长的话", 0);
    detector.part("第九章 还是同一行\n第二章 渡口\n", 100);
    let outline = detector.outline();
    let titles: Vec<_> = outline.sections().iter().map(|one| (one.title, one.line)).collect();
    assert_eq!(titles, [("第一章 雨夜", Some(1)), ("第二章 渡口", Some(3))]);
}

#[test]
fn what_was_found_stays_while_the_text_grows() {
    let chapters: Vec<String> =
        (1..=40).map(|n| format!("第{n}章 雨夜\n{PROSE}\n{PROSE}\n")).collect();
    let text = chapters.concat();
    let mut detector = Detector::new();
    let mut before: Vec<String> = Vec::new();
    for part in text.split_inclusive("章 雨夜\n") {
        detector.part(part, 0);
        let outline = detector.outline();
        let now: Vec<_> = outline.sections().iter().map(|one| one.title.to_owned()).collect();
        assert!(before.len() < 3 || now.starts_with(&before), "{before:?} became {now:?}");
        before = now;
    }
}

#[test]
fn hostile_texts_keep_memory_and_time_in_bounds() {
    for line in ["a\n", "\0\n", "第1章\n", "1. x\n", "\r", "Title here\n"] {
        let mut detector = Detector::new();
        for part in 0..2_u64 {
            detector.part(&line.repeat(PLAIN / 2 + 1), part * 64);
        }
        let plain = detector.kept.candidates.iter().filter(|one| one.label.is_none()).count();
        assert!(plain <= PLAIN, "{line:?}");
        detector.outline();
    }
    let mut detector = Detector::new();
    detector.part(&"甲".repeat(1 << 20), 0);
    assert!(detector.outline().sections().is_empty());
}

#[test]
fn every_candidate_has_reasons_and_a_verdict() {
    let mut detector = Detector::new();
    detector.part(&format!("雨夜\n{PROSE}\n渡口\n{PROSE}\n归人\n{PROSE}\n"), 0);
    let reasons = detector.reasons();
    assert!(reasons.iter().all(|one| !one.reasons.is_empty()));
    let taken = reasons.iter().filter(|one| one.level.is_some()).count();
    assert_eq!(taken, detector.outline().sections().len());
}

#[test]
fn candidates_are_let_go_and_their_sections_stay() {
    for label in ["第{}章 雨夜", "{}、雨夜"] {
        let mut detector = Detector::new();
        let count = SETTLED + SETTLED / 4;
        for number in 1..=count {
            let title = label.replace("{}", &number.to_string());
            detector.part(&format!("{title}\n{PROSE}\n{PROSE}\n"), 0);
        }
        assert!(detector.kept.candidates.len() <= SETTLED + BELOW);
        let outline = detector.outline();
        assert_eq!(outline.sections().len(), count);
        assert!(outline.sections().iter().all(|one| one.level == 1));
    }
}

#[test]
fn a_line_may_be_a_heading_up_to_the_bound() {
    let candidates = |bytes: usize| {
        let mut detector = Detector::new();
        detector.part(&format!("第1章 {}\n", "x".repeat(bytes - "第1章 ".len())), 0);
        detector.kept.candidates.len()
    };
    assert_eq!((candidates(TITLE_BYTES), candidates(TITLE_BYTES + 1)), (1, 0));
}

mod kinds;
mod markup;
mod world;
