//! Series in many languages, dates, releases, and the marks of other ways to write.

use super::*;

/// Returns `text` with paragraphs of `prose` in the places of `~`, and the titles found in it.
fn found_with(prose: &str, text: &str) -> Vec<String> {
    let mut detector = Detector::new();
    detector.part(&text.replace('~', prose), 0);
    let outline = detector.outline();
    outline.sections().iter().map(|section| section.title.to_owned()).collect()
}

#[test]
fn a_word_and_a_number_that_rises_is_a_series_in_every_script() {
    let russian = "Дождь шёл третий день, и почтальон сидел у огня, слушая, как хозяин постоялого двора рассказывает.";
    let greek = "Έβρεχε τρεις μέρες και ο ταχυδρόμος καθόταν κοντά στη φωτιά, ακούγοντας τον οικοδεσπότη να μιλά.";
    let arabic = "هطل المطر ثلاثة أيام فجلس ساعي البريد قرب النار يصغي إلى صاحب النزل وهو يروي الحكايات القديمة.";
    let thai = "ฝนตกติดต่อกันสามวันแล้ว บุรุษไปรษณีย์จึงนั่งผิงไฟฟังเจ้าของโรงเตี๊ยมเล่าเรื่องเก่า ๆ จนดึกดื่น";
    let hindi = "तीन दिन से बारिश हो रही थी और डाकिया आग के पास बैठकर सराय के मालिक की पुरानी कहानियाँ सुन रहा था।";
    let cases: [(&str, [&str; 3]); 13] = [
        (russian, ["Глава 1. Письмо", "Глава 2. Мост", "Глава 3. Гость"]),
        (russian, ["Урок 1.1: Мост", "Урок 1.2: Лодка", "Урок 1.3: Гость"]),
        (greek, ["Κεφάλαιο Α΄", "Κεφάλαιο Β΄", "Κεφάλαιο Γ΄"]),
        (arabic, ["الفصل الأول", "الفصل الثاني", "الفصل الثالث"]),
        (arabic, ["الفصل ١", "الفصل ٢", "الفصل ٣"]),
        (thai, ["บทที่ 1 ฝน", "บทที่ 2 สะพาน", "บทที่ 3 จดหมาย"]),
        (hindi, ["अध्याय १", "अध्याय २", "अध्याय ३"]),
        (ENGLISH, ["Erstes Kapitel", "Zweites Kapitel", "Drittes Kapitel"]),
        (
            ENGLISH,
            ["Capítulo primero. De lluvia", "Capítulo II. De ríos", "Capítulo III. De nieve"],
        ),
        (ENGLISH, ["THE FIRST ACT", "THE SECOND ACT", "THE THIRD ACT"]),
        (ENGLISH, ["Letter I: Rain", "Letter II: Snow", "Letter III: Fog"]),
        (ENGLISH, ["Evening 1: Rain", "Evening 2: Snow", "Evening 3: Fog"]),
        (PROSE, ["レッスン 1.1: 雨", "レッスン 1.2: 橋", "レッスン 1.3: 手紙"]),
    ];
    for (prose, titles) in cases {
        let text = titles.map(|title| format!("{title}\n\n~\n\n~\n\n")).concat();
        assert_eq!(found_with(prose, &text), titles);
    }
}

#[test]
fn a_series_stands_in_speech_of_every_kind() {
    for said in ["— Кто там?", "»Wer ist da?«", "«¿Quién es?»", "‹Qui est là?›", "„Kto tam?“"]
    {
        let text: String = (1..=4)
            .map(|number| format!("Глава {number}\n\n{said}\n\n~\n\n{said}\n\n{said}\n\n"))
            .collect();
        let titles: Vec<String> = (1..=4).map(|number| format!("Глава {number}")).collect();
        assert_eq!(found_with(ENGLISH, &text), titles, "{said}");
    }
}

sections!(
    numbers_of_two_kinds_are_one,
    "第99章 雨\n~\n~\n第100零一章 桥\n~\n~\n第100零二章 信\n~\n~",
    ["第99章 雨", "第100零一章 桥", "第100零二章 信"]
);
sections!(
    a_title_may_be_joined_to_its_number,
    "1Building Boats\n\n~\n\n1.1The Ropes\n\n~\n\n~\n\n2Rivers\n\n~\n\n2.1Mist\n\n~\n\n~\n\n3Oars\n\n~\n",
    ["1Building Boats", "1.1The Ropes", "2Rivers", "2.1Mist", "3Oars"]
);
sections!(
    an_excerpt_begins_with_a_greater_number,
    "184：开赛\n\n~\n\n~\n\n185：加时\n\n~\n\n~\n\n186：散场\n\n~\n",
    ["184：开赛", "185：加时", "186：散场"]
);
sections!(
    a_number_between_marks_counts,
    "-1-\n\n~\n\n~\n\n-2-\n\n~\n\n~\n\n-3-\n\n~\n",
    ["-1-", "-2-", "-3-"]
);
sections!(
    titles_with_one_sign_are_headings,
    "★雨夜\n~\n~\n★渡口\n~\n~\n★归人\n~\n~",
    ["★雨夜", "★渡口", "★归人"]
);
sections!(
    the_same_words_in_brackets_are_no_headings,
    "~\n【系统提示】\n~\n~\n【系统提示】\n~\n~\n【系统提示】\n~\n~\n【系统提示】\n~",
    []
);
sections!(
    dates_head_the_days_of_a_diary,
    "2031年3月2日 星期六 晴\n今天去了渡口，水退了一尺，船都搁在滩上。\n下午写信。\n\
     2031年3月3日 星期日 阴\n邮差来了，带来三天前的报纸，字都被雨打糊了。\n\
     2031年3月6日 星期三 雨\n桥那边塌了一角，没有伤人，只是从此要绕远路。\n",
    ["2031年3月2日 星期六 晴", "2031年3月3日 星期日 阴", "2031年3月6日 星期三 雨"]
);
sections!(
    dates_head_days_in_english,
    "March 2, 1888\n\n~\n\n~\n\nMarch 5, 1888\n\n~\n\n~\n\nApril 1, 1888\n\n~\n",
    ["March 2, 1888", "March 5, 1888", "April 1, 1888"]
);
sections!(
    days_may_be_left_out,
    "Day 1\n\n~\n\n~\n\nDay 2\n\n~\n\n~\n\nDay 5\n\n~\n\n~\n\nDay 9\n\n~\n",
    ["Day 1", "Day 2", "Day 5", "Day 9"]
);
sections!(
    the_date_of_a_letter_is_no_heading,
    "亲爱的阿满：\n~\n~\n~\n此致\n敬礼\n小满\n2031年3月2日\n",
    []
);
sections!(
    releases_fall,
    "version 1.34 - A. Reader, 2031-02-13\n\n~\n\nversion 1.33.1 - A. Reader, 2031-01-07\n\n~\n\n\
     version 1.33 - A. Reader, 2030-02-23\n\n~\n",
    [
        "version 1.34 - A. Reader, 2031-02-13",
        "version 1.33.1 - A. Reader, 2031-01-07",
        "version 1.33 - A. Reader, 2030-02-23"
    ]
);
levels!(
    equals_signs_mark_titles_of_a_wiki,
    "~\n== 历史 ==\n=== 古代 ===\n~\n# 一\n# 二\n== 类型 ==\n~",
    [(1, "历史"), (2, "古代"), (1, "类型")]
);
levels!(
    equals_signs_mark_titles_of_asciidoc,
    "= The Ferry\n\n~\n\n== Boat\n\n* Tar it.\n** Begin astern.\n\n=== Hull\n\n----\n# count\nwc -l\n----\n",
    [(1, "The Ferry"), (2, "Boat"), (3, "Hull")]
);
levels!(
    stars_mark_titles_of_org,
    "* The river\n~\n** Tides\n   ~\n** Floods\n   ~\n#+begin_src sh\n# tar it\n** none\n#+end_src\n* People\n~\n",
    [(1, "The river"), (2, "Tides"), (2, "Floods"), (1, "People")]
);
sections!(
    items_with_stars_are_no_headings,
    "~\n\n* a lamp\n* a rope\n** two knots\n** three fathoms\n* a boat\n\n~\n",
    []
);
levels!(
    other_rows_underline_too,
    "Rivers\n******\n\n~\n\nTides\n~~~~~\n\n~\n\nFloods\n~~~~~~\n\n~\n\nBoats\n*****\n\n~\n"
        .replace("~~~~~~", "^^^^^^")
        .replace("~~~~~", "^^^^^")
        .as_str(),
    [(1, "Rivers"), (2, "Tides"), (2, "Floods"), (1, "Boats")]
);
levels!(
    commands_of_troff_mark_titles,
    ".TH FERRY 1\n.SH NAME\nferry \\- cross\n.SS Usage\n.PP\nCross it.\n.SH \"SEE ALSO\"\nboat(1)\n",
    [(1, "NAME"), (2, "Usage"), (1, "SEE ALSO")]
);
sections!(
    a_hash_in_a_fence_is_no_heading,
    "# Use\n\n~\n\n```sh\n# list\n## all\nls {\n  a = 1,\n}\n```\n\n## Install\n\n~\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n~\n",
    ["Use", "Install"]
);
sections!(
    a_fence_that_nothing_closes_hides_nothing,
    "# Use\n\n~\n\n```sh\nls\n\n## Install\n\n~\n\n## Remove\n\n~\n",
    ["Use", "Install", "Remove"]
);

/// Five lines that are broken at one measure, and the last line of their paragraph.
const BROKEN: &str = "The rain had not stopped for three days, and the brook ran high\n\
                      over the stones of the old bridge, so that the postman had to stay\n\
                      at the inn, where he sat beside the fire and heard its owner talk\n\
                      of the ferry, of the keeper, of the lamp that nobody had lit since\n\
                      autumn came, and of the letters that the fog had swallowed up on\n\
                      the way.";

#[test]
fn a_heading_may_stand_right_above_a_broken_paragraph() {
    let text = "NAME\n~\n\nOptions\n~\n\nHow it ends\n~\n".replace('~', BROKEN);
    assert_eq!(found_with("", &text), ["NAME", "Options", "How it ends"]);
}

#[test]
fn headings_stand_further_out_than_the_blocks_below_them() {
    let block = |by: usize| BROKEN.replace('\n', &format!("\n{:by$}", ""));
    let (body, inner) = (block(7), block(14));
    let text = format!(
        "NAME\n       {body}\n\nOPTIONS\n   Common\n       {body}\n\n       --lamp\n              {inner}\n\n\
         BUGS\n       {body}\n\nSEE ALSO\n       {body}\n"
    );
    assert_eq!(found_with("", &text), ["NAME", "OPTIONS", "Common", "BUGS", "SEE ALSO"]);
}

#[test]
fn numbered_titles_may_end_in_a_stop() {
    let text =
        "0. Scope.\n\n~\n\n1. Source Code.\n\n~\n\n2. Lending it.\n\n~\n".replace('~', BROKEN);
    assert_eq!(found_with("", &text), ["0. Scope.", "1. Source Code.", "2. Lending it."]);
}

#[test]
fn what_a_paragraph_says_of_a_series_is_none_of_it() {
    let text = "Lesson 1.1: Rain\n\n~\n\nLesson 1.2: Snow\n\n~\nLesson 1.1 showed how.\n\nLesson 1.3: Fog\n\n~\n"
        .replace('~', BROKEN);
    assert_eq!(found_with("", &text), ["Lesson 1.1: Rain", "Lesson 1.2: Snow", "Lesson 1.3: Fog"]);
}

#[test]
fn speakers_of_a_play_are_no_headings() {
    let talk = "ANNA.\n\nHe is late again.\n\nPETER.\n\nWhere is the boat?\n\nANNA.\n\nIt went without us.\n\n\
                THE KEEPER.\n\nSomebody has to light the lamp.\n\nPETER.\n\nNot I.\n\n";
    let text = format!("ACT I\n\n{}ACT II\n\n{}", talk.repeat(3), talk.repeat(3));
    assert_eq!(found_with("", &text), ["ACT I", "ACT II"]);
}

sections!(
    ingredients_are_no_headings,
    "Leek Soup\n\n2 leeks\n3 potatoes\n1 onion\n2 pints stock\n\n~\n\nBarley Broth\n\n1 neck of mutton\n2 carrots\n\n~\n\n\
     Baked Herrings\n\n6 herrings\n1 cup vinegar\n\n~\n",
    ["Leek Soup", "Barley Broth", "Baked Herrings"]
);

sections!(
    a_first_sentence_is_no_part_of_a_title,
    "Chapter 1\n\nIt was raining.\n\n~\n\nChapter 2\n\n~\n\n~\n\nChapter 3\n\nNobody came.\n\n~\n",
    ["Chapter 1", "Chapter 2", "Chapter 3"]
);
sections!(
    a_running_head_names_its_section_once,
    "第一章　夜雨\n~\n~\n1　　渡口\n~\n~\n第一章　夜雨　　2\n~\n~\n3　　渡口\n~\n~\n第一章　夜雨　　4\n~\n~\n5　　渡口\n~\n",
    ["第一章　夜雨"]
);
sections!(
    titles_of_poems_stand_above_a_name_and_verse,
    "登楼\n陈渡\n白日依着青山尽，\n黄河流入海中去。\n\n夜思\n林舟\n床前一片明月光，\n疑是地上落满霜。\n\n春晓\n吴桥\n\
     春来贪睡不觉晓，\n四处听见鸟儿叫。\n\n相思\n陈渡\n红豆生在南国里，\n春来又发几枝新。\n\n江雪\n何灯\n千山不见鸟飞过，\n万径不见人走来。\n",
    ["登楼", "夜思", "春晓", "相思", "江雪"]
);
sections!(
    sounds_and_what_is_said_are_no_headings,
    "　　~\n　　~\n\n哗啦啦～～～\n\n　　~\n　　~\n\n砰——\n\n　　~\n　　~\n\n咚咚咚\n\n　　~\n　　~\n\n老葛曰：何往？\n\n　　~\n",
    []
);
sections!(
    parts_of_a_treatise_may_be_alone,
    "第一章 绪论\n~\n一、现象\n~\n~\n二、方法\n~\n（一）成因法\n~\n（二）统计法\n~\n第二章 资源\n~\n第三章 灾害\n~\n第四章 工程\n\
     一、概念\n~\n",
    [
        "第一章 绪论",
        "一、现象",
        "二、方法",
        "（一）成因法",
        "（二）统计法",
        "第二章 资源",
        "第三章 灾害",
        "第四章 工程",
        "一、概念"
    ]
);
sections!(
    letters_of_mail_have_no_headings,
    "From: anna at example.org\nSubject: the lamp\n\nCan anybody confirm this?\n\n~\n\nAnna\n\n\
     From: peter at example.org\nSubject: Re: the lamp\n\nWho lit it?\n\n~\n\nPeter\n\n\
     From: anna at example.org\nSubject: Re: the lamp\n\nNobody\n\n~\n\nAnna\n",
    []
);

levels!(
    episodes_lie_in_chapters,
    "第一章 渡口\n\n第1話 雨\n~\n第2話 桥\n~\n閑話 信\n~\n第二章 归途\n\n第3話 灯\n~\n第4話 雪\n~\n终章\n~",
    [
        (1, "第一章 渡口"),
        (2, "第1話 雨"),
        (2, "第2話 桥"),
        (2, "閑話 信"),
        (1, "第二章 归途"),
        (2, "第3話 灯"),
        (2, "第4話 雪"),
        (1, "终章")
    ]
);
levels!(
    what_stands_before_and_after_a_series_is_as_deep,
    "Abstract\n\n~\n\n1. Scope\n\n~\n\n1.1. Terms\n\n~\n\n1.2. Parts\n\n~\n\n2. Use\n\n~\n\n3. Care\n\n~\n\n4. Repair\n\n~\n\nOur address\n\n~\n",
    [
        (1, "Abstract"),
        (1, "1. Scope"),
        (2, "1.1. Terms"),
        (2, "1.2. Parts"),
        (1, "2. Use"),
        (1, "3. Care"),
        (1, "4. Repair"),
        (1, "Our address")
    ]
);

#[test]
fn what_stands_further_out_lies_less_deep() {
    let block = BROKEN.replace('\n', "\n       ");
    let text = format!(
        "NAME\n       {block}\n\nOPTIONS\n   Common\n       {block}\n\n   Rare\n       {block}\n\nBUGS\n       {block}\n"
    );
    let found = found(&text);
    let levels: Vec<(u8, &str)> = found.iter().map(|(level, title)| (*level, &**title)).collect();
    assert_eq!(levels, [(1, "NAME"), (1, "OPTIONS"), (2, "Common"), (2, "Rare"), (1, "BUGS")]);
}

sections!(a_file_that_is_one_chapter_has_its_section, "第七章 夜雨\n~\n~\n~\n~", ["第七章 夜雨"]);
levels!(
    one_act_holds_its_scenes,
    "ACT I\n\nSCENE I. The inn.\n\n~\n\n~\n\nSCENE II. The river.\n\n~\n\n~\n",
    [(1, "ACT I"), (2, "SCENE I. The inn."), (2, "SCENE II. The river.")]
);
sections!(
    years_head_a_timeline,
    "1907\n\n~\n\n1921\n\n~\n\n1937\n\n~\n\n1949\n\n~\n",
    ["1907", "1921", "1937", "1949"]
);
sections!(
    dates_and_names_head_a_list_of_changes,
    "2031-03-02  A. Reader  <a@example.org>\n\n\t* src/lamp.c (light): New.\n\t(dark): Remove.\n\n\
     2031-02-11  A. Reader  <a@example.org>\n\n\t* src/boat.c: Update years.\n\t(oar): Remove.\n\n\
     2031-01-30  A. Reader  <a@example.org>\n\n\t* src/boat.c (rope): Rename.\n\t(oar): New.\n",
    [
        "2031-03-02  A. Reader  <a@example.org>",
        "2031-02-11  A. Reader  <a@example.org>",
        "2031-01-30  A. Reader  <a@example.org>"
    ]
);
sections!(
    releases_are_named_in_chinese_too,
    "版本 2.3.0\n- 修复了灯塔不亮的问题\n- 增加了第二条船\n\n版本 2.2.1\n- 修复了灯塔不亮的问题\n- 去掉了旧绳\n\n版本 2.2.0\n- 修复了灯塔不亮的问题\n- 去掉了旧绳\n",
    ["版本 2.3.0", "版本 2.2.1", "版本 2.2.0"]
);
sections!(
    articles_may_have_a_sentence_a_paragraph,
    "其实早有征兆。\n\n我们去了三次。\n\n第一次没有船。\n\n消失的渡口\n\n第二次雨太大。\n\n第三次守塔人不在。\n\n他说水退了。\n\n\
     桥塌之后\n\n没有人知道为什么。\n\n他记得那年的水。\n\n后来桥就塌了。\n\n留下的人\n\n船还在那里。\n\n灯也还亮着。\n\n我们都回去了。\n",
    ["消失的渡口", "桥塌之后", "留下的人"]
);
sections!(
    a_number_may_have_its_title_below,
    "01\n\n消失的渡口\n\n~\n\n~\n\n02\n\n桥塌之后\n\n~\n\n~\n\n03\n\n留下的人\n\n~\n\n~\n",
    ["01 消失的渡口", "02 桥塌之后", "03 留下的人"]
);
sections!(
    poems_have_titles_in_capitals_or_not,
    "The Mill\n\nThe rain came down upon the hill,\nAnd no one crossed the water;\nThe lamp was out, the mill was still,\nAnd so was she, his daughter.\n\n\
     To a Ferryman\n\nAnd all the letters that we send\nLie underneath the cherry,\nBeyond the place where willows bend\nBeside the broken ferry.\n\n\
     Evening\n\nThe keeper went to light the lamp,\nThe fog came up to meet him;\nThe steps were old, the rope was damp,\nAnd nobody would greet him.\n\n\
     Autumn\n\nThe boat is lying in the reeds,\nThe oars are in the meadow;\nAnd nobody at all now heeds\nThe ferry or its shadow.\n",
    ["The Mill", "To a Ferryman", "Evening", "Autumn"]
);
sections!(
    recipes_are_headed_by_what_stands_above_their_keys,
    "红烧江鱼\n食材：江鱼一条，姜三片\n做法：\n1. 把鱼洗净，切成小块。\n2. 锅里放油，下鱼。\n\n豆腐汤\n食材：豆腐一块，葱两根\n做法：\n1. 豆腐切块。\n2. 加水煮开，放盐。\n\n\
     炒青菜\n食材：青菜半斤，蒜两瓣\n做法：\n1. 青菜洗净。\n2. 锅里放油，下蒜。\n",
    ["红烧江鱼", "豆腐汤", "炒青菜"]
);

sections!(
    comments_of_settings_are_no_headings,
    "# How wide a row is.\nwidth = 60\n\n# What stands on top.\nhead = \"none\"\n\n# Others are in the guide\n# and in the help.\nscroll = 3\n\n# The lamp\nlamp = \"lit\"\n",
    []
);
sections!(
    headings_stand_right_above_fences_and_lists,
    "# Ferry\nIt crosses the river.\n\n## Two commands\n```sh\nferry --all\n```\n\n## Changes\n### Added\n- a lamp\n- a rope\n\n## Licence\n~\n",
    ["Ferry", "Two commands", "Changes", "Added", "Licence"]
);

#[test]
fn reasons_tell_how_lines_that_look_the_same_fared() {
    let mut detector = Detector::new();
    detector.part(&"~\n雨\n~\n~\n桥\n~\n~\n山\n~\n~\n路\n~\n~".replace('~', PROSE), 0);
    let judged: Vec<crate::document::Judged> =
        detector.reasons().into_iter().map(Into::into).collect();
    let reasons = judged.iter().flat_map(|one| &one.reasons);
    let told = reasons.filter(|(words, _)| words.ends_with("headings (4 of 4)")).count();
    assert_eq!(told, 4);
}

#[test]
fn a_line_may_be_set_in_by_any_number_of_tabs() {
    let deep = "\t".repeat(80);
    let block = BROKEN.replace('\n', "\n       ");
    let text =
        format!("NAME\n       {block}\n\n{deep}Common\n\n       {block}\n\nBUGS\n       {block}\n");
    assert!(found(&text).iter().any(|(_, title)| title == "NAME"));
}
