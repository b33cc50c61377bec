//! Laws, letters, films, interviews, and what headings are written with in other scripts.

use super::*;

#[test]
fn a_stop_of_any_script_ends_a_sentence() {
    let hindi = "पूरे सप्ताह पानी बरसता रहा और सड़क नाला बन गई।";
    let text =
        format!("अध्याय १\n\n~\n\n{hindi}\n\n~\n\nअध्याय २\n\n~\n\n{hindi}\n\n~\n\nअध्याय ३\n\n~\n\n");
    let long = "तीन दिन से बारिश हो रही थी और डाकिया आग के पास बैठकर सराय के मालिक की पुरानी कहानियाँ सुन रहा था।";
    let titles: Vec<String> =
        found(&text.replace('~', long)).into_iter().map(|(_, title)| title).collect();
    assert_eq!(titles, ["अध्याय १", "अध्याय २", "अध्याय ३"]);
}

#[test]
fn capitals_are_written_without_accents() {
    for titles in [
        ["BİRİNCİ BÖLÜM", "İKİNCİ BÖLÜM", "ÜÇÜNCÜ BÖLÜM"],
        ["ΚΕΦΑΛΑΙΟ ΠΡΩΤΟ", "ΚΕΦΑΛΑΙΟ ΔΕΥΤΕΡΟ", "ΚΕΦΑΛΑΙΟ ΤΡΙΤΟ"],
        ["CAPITULO PRIMERO", "CAPITULO SEGUNDO", "CAPITULO TERCERO"],
    ] {
        let text = titles.map(|title| format!("{title}\n\n~\n\n~\n\n")).concat();
        let found: Vec<String> = found(&text).into_iter().map(|(_, title)| title).collect();
        assert_eq!(found, titles);
    }
}

sections!(
    chapters_that_are_posted_one_by_one_have_a_sign,
    "#1. 나룻배\n~\n~\n#2. 비 내리는 강\n~\n~\n#3. 편지\n~\n~",
    ["1. 나룻배", "2. 비 내리는 강", "3. 편지"]
);
levels!(
    articles_of_a_law_lie_in_its_chapters,
    "Глава 1. Паромы\n\nСтатья 1. Цель\n\n~\n\nСтатья 2. Понятия\n\n~\n\nГлава 2. Дороги\n\nСтатья 3. Мосты\n\n~\n\nСтатья 4. Броды\n\n~\n",
    [
        (1, "Глава 1. Паромы"),
        (2, "Статья 1. Цель"),
        (2, "Статья 2. Понятия"),
        (1, "Глава 2. Дороги"),
        (2, "Статья 3. Мосты"),
        (2, "Статья 4. Броды")
    ]
);
sections!(
    the_texts_of_articles_are_no_titles,
    "ARTICLE I\n\nSection 1. ~ It rained.\n\nSection 2. ~ It rained.\n\nARTICLE II\n\nSection 1. ~ It rained.\n\nSection 2. ~ It rained.\n\nARTICLE III\n\nSection 1. ~ It rained.\n\nSection 2. ~ It rained.\n",
    ["ARTICLE I", "ARTICLE II", "ARTICLE III"]
);
levels!(
    an_appendix_is_as_deep_as_the_numbers_before_it,
    "1. Boats\n\n~\n\n~\n\n2. Ropes\n\n~\n\n~\n\n3. Lamps\n\n~\n\n~\n\nAnnex A. Figures\n\n~\n\n~\n",
    [(1, "1. Boats"), (1, "2. Ropes"), (1, "3. Lamps"), (1, "Annex A. Figures")]
);
sections!(
    numbers_of_the_contents_are_not_those_of_the_text,
    "1. Boats ........ 2\n2. Ropes ........ 3\n3. Lamps ........ 4\n\n1. Boats\n\n~\n\n~\n\n2. Ropes\n\n~\n\n~\n\n3. Lamps\n\n~\n\n~\n\n4. Oars\n\n~\n\n~\n",
    ["1. Boats", "2. Ropes", "3. Lamps", "4. Oars"]
);
sections!(
    places_head_the_scenes_of_a_film,
    "INT. MILL - NIGHT\n\nThe rain has stopped. Ada lights the lamp and waits.\n\nEXT. DYKE - DAWN\n\nThe road is a brook. Nobody is about at this hour.\n\nINT. LOCK HOUSE - DAY\n\nOrrin counts the coins into a jar, one by one.\n",
    ["INT. MILL - NIGHT", "EXT. DYKE - DAWN", "INT. LOCK HOUSE - DAY"]
);
sections!(
    a_letter_begins_with_whom_it_is_for_and_ends_with_who_wrote_it,
    "Dear Orrin:\n\n~ It rained.\n\n~ It rained.\n\nYours truly,\n\nAda\n\nI will be back before the frost, and so will you.\n",
    []
);
sections!(
    a_letter_in_chinese_begins_with_a_name,
    "阿满：\n\n　　~\n\n　　~\n\n　　此致\n敬礼\n\n老葛\n三月四日\n",
    []
);
sections!(
    questions_of_a_list_are_headings,
    "问：怎样过江？\n答：~\n\n问：要多少钱？\n答：~\n\n问：可以带狗吗？\n答：~\n\n问：下雨开不开？\n答：~\n",
    ["问：怎样过江？", "问：要多少钱？", "问：可以带狗吗？", "问：下雨开不开？"]
);
levels!(
    a_title_holds_the_last_words_too,
    "Записки паромщика

О реке

~

~

О дожде

~

~

О собаках

~

~

Заключение

~

~
",
    [(1, "Записки паромщика"), (2, "О реке"), (2, "О дожде"), (2, "О собаках"), (2, "Заключение")]
);
levels!(
    what_lies_in_each_number_lies_in_the_last_too,
    "1. The ferry\n\nRopes\n\n~\n\n~\n\nLamps\n\n~\n\n~\n\n2. The road\n\nBridges\n\n~\n\n~\n\nFords\n\n~\n\n~\n\n3. The mill\n\nWheels\n\n~\n\n~\n\nStones\n\n~\n\n~\n",
    [
        (1, "1. The ferry"),
        (2, "Ropes"),
        (2, "Lamps"),
        (1, "2. The road"),
        (2, "Bridges"),
        (2, "Fords"),
        (1, "3. The mill"),
        (2, "Wheels"),
        (2, "Stones")
    ]
);

/// A paragraph of a manual, set in.
const SET_IN: &str = "       The rain had not stopped for three days, and the brook ran high over\n       the stones of the old bridge, so that the postman had to stay.\n";

#[test]
fn a_short_manual_has_headings_under_headings() {
    let head = "FERRY(1)                          User Commands                         FERRY(1)";
    let text = format!(
        "{head}\n\nNAME\n       ferry - cross the river\n\nDESCRIPTION\n{SET_IN}\nOPTIONS\n   Common\n       --help\n              Show this help and leave.\n\nBUGS\n{SET_IN}\n{head}\n"
    );
    let found = found(&text);
    let found: Vec<(u8, &str)> = found.iter().map(|(level, title)| (*level, &**title)).collect();
    let expected = [(1, "NAME"), (1, "DESCRIPTION"), (1, "OPTIONS"), (2, "Common"), (1, "BUGS")];
    assert_eq!(found, expected);
}

sections!(
    a_name_of_code_that_comes_again_is_no_heading,
    "dnl Find the ropes of the ferry.\nAC_CHECK(rope, [\nAC_INCLUDES_DEFAULT\n#include <rope.h>\n ])\n\n AC_CHECK(lamp, [\nAC_INCLUDES_DEFAULT\n#include <lamp.h>\n ])\n\n # The river\n AC_CHECK(river, [\nAC_INCLUDES_DEFAULT\n#include <river.h>\n ])\n",
    []
);

#[test]
fn days_are_counted_in_many_dresses() {
    for days in [
        ["4/3/2024", "5/3/2024", "2/4/2024"],
        ["3/4/2024", "3/15/2024", "4/2/2024"],
        ["4.3.1911", "15.3.1911", "2.4.1911"],
        ["正月初三　晴", "正月初五　雨", "二月十二　阴"],
        ["4 مارس 2024", "5 مارس 2024", "9 مارس 2024"],
        ["4 มีนาคม 2567", "5 มีนาคม 2567", "9 มีนาคม 2567"],
    ] {
        let text = days.map(|day| format!("{day}\n\n~\n\n~\n\n")).concat();
        let found: Vec<String> = found(&text).into_iter().map(|(_, title)| title).collect();
        assert_eq!(found, days);
    }
}

#[test]
fn chapters_are_counted_in_words_of_many_languages() {
    for titles in [
        ["One", "Two", "Three"],
        ["Första kapitlet", "Andra kapitlet", "Tredje kapitlet"],
        ["Első fejezet", "Második fejezet", "Harmadik fejezet"],
        ["فصل اول", "فصل دوم", "فصل سوم"],
    ] {
        let text = titles.map(|title| format!("{title}\n\n~\n\n~\n\n")).concat();
        let found: Vec<String> = found(&text).into_iter().map(|(_, title)| title).collect();
        assert_eq!(found, titles);
    }
}

levels!(
    syllables_of_hangul_count_below_roman_numbers,
    "Ⅰ. 서론\n~\n\n가. 배경\n~\n\n나. 목적\n~\n\nⅡ. 본론\n~\n\n가. 현황\n~\n\n나. 대책\n~\n",
    [
        (1, "Ⅰ. 서론"),
        (2, "가. 배경"),
        (2, "나. 목적"),
        (1, "Ⅱ. 본론"),
        (2, "가. 현황"),
        (2, "나. 대책")
    ]
);
levels!(
    headings_in_capitals_hold_others,
    "GETTING STARTED\n\n~\n\n~\n\nWhat You Need\n\n~\n\n~\n\nEVERYDAY USE\n\n~\n\n~\n\nRopes and Lamps\n\n~\n\n~\n\nMending\n\n~\n\n~\n",
    [
        (1, "GETTING STARTED"),
        (2, "What You Need"),
        (1, "EVERYDAY USE"),
        (2, "Ropes and Lamps"),
        (2, "Mending")
    ]
);

#[test]
fn titles_without_numbers_part_a_story_full_of_speech() {
    let chapter = "~\n\n«¿Quién es?»\n\n~\n\n«Yo.»\n\n~\n\n~\n\n«¿Y la carta?»\n\n~\n\n";
    let titles = ["La barca", "La lluvia", "El perro", "La helada"];
    let text = titles.map(|title| format!("{title}\n\n{chapter}")).concat();
    let found: Vec<String> = found(&text).into_iter().map(|(_, title)| title).collect();
    assert_eq!(found, titles);
}

sections!(
    a_list_of_changes_has_no_headings,
    "commit 0505383af610bca2362b1656d295bb56bc83d5e8\nAuthor: Ada <ada@example.org>\nDate:   Mon Mar 4 10:00:00 2024 +0100\n\n    Mend the rope\n\ncommit 1505383af610bca2362b1656d295bb56bc83d5e8\nAuthor: Ada <ada@example.org>\nDate:   Mon Mar 5 10:00:00 2024 +0100\n\n    Light the lamp\n\ncommit 2505383af610bca2362b1656d295bb56bc83d5e8\nAuthor: Ada <ada@example.org>\nDate:   Mon Mar 6 10:00:00 2024 +0100\n\n    Count the coins\n",
    []
);

levels!(
    titles_that_take_turns_head_the_parts_of_each_thing,
    "番茄炒蛋\n\n材料\n番茄 2个\n鸡蛋 3个\n小葱 1根\n\n做法\n1、番茄洗净。\n2、鸡蛋打散。\n3、下锅炒熟。\n\n红烧肉\n\n材料\n五花肉 1斤\n冰糖 2块\n酱油 1勺\n\n做法\n1、切块。\n2、焯水。\n3、慢炖。\n\n凉拌黄瓜\n\n材料\n黄瓜 2根\n蒜 3瓣\n醋 1勺\n\n做法\n1、拍碎。\n2、切蒜。\n3、拌匀。\n\n葱油拌面\n\n材料\n面条 1把\n小葱 2根\n酱油 1勺\n\n做法\n1、煮面。\n2、熬油。\n3、拌匀。\n",
    [
        (1, "番茄炒蛋"),
        (2, "材料"),
        (2, "做法"),
        (1, "红烧肉"),
        (2, "材料"),
        (2, "做法"),
        (1, "凉拌黄瓜"),
        (2, "材料"),
        (2, "做法"),
        (1, "葱油拌面"),
        (2, "材料"),
        (2, "做法")
    ]
);
sections!(
    words_that_begin_as_a_month_does_are_none,
    "1 Safety\n\n~\n\n~\n\n2 Settings\n\n~\n\n~\n\n3 General\n\n~\n\n~\n\n4 Maintenance\n\n~\n\n~\n",
    ["1 Safety", "2 Settings", "3 General", "4 Maintenance"]
);
sections!(
    days_go_on_in_the_year_that_one_of_them_names,
    "3 марта 1917 г.\n\n~\n\n5 марта\n\n~\n\n8 марта\n\n~\n\n15 марта 1917 г.\n\n~\n\n20 марта\n\n~\n",
    ["3 марта 1917 г.", "5 марта", "8 марта", "15 марта 1917 г.", "20 марта"]
);
sections!(
    a_version_may_stand_right_behind_its_letter,
    "v3.2.0（2024-05-06）\n· ~\n· ~\n\nv3.1.4（2024-03-02）\n· ~\n· ~\n\nv3.1.0（2023-12-01）\n· ~\n· ~\n",
    ["v3.2.0（2024-05-06）", "v3.1.4（2024-03-02）", "v3.1.0（2023-12-01）"]
);
sections!(
    a_key_and_its_value_are_no_title_of_what_is_counted_below,
    "会议纪要\n\n时间：五月六日上午\n主持人：葛文\n\n一、汛情\n~\n~\n二、票价\n~\n~\n三、旧桥\n~\n~\n",
    ["会议纪要", "一、汛情", "二、票价", "三、旧桥"]
);
levels!(
    parts_that_a_sign_begins_take_turns_below_names_with_another,
    "家常菜\n\n■ 红烧肉\n【材料】\n五花肉500克\n冰糖30克\n姜片适量\n【做法】\n1. 五花肉切块，冷水下锅焯水，捞出来洗净。\n2. 小火炒糖色，再放肉翻炒，加热水没过肉。\n\n\
     ■ 清蒸鲈鱼\n【材料】\n鲈鱼一条\n葱丝少许\n姜片适量\n【做法】\n1. 鲈鱼洗净，两面划几刀，抹上一点盐。\n2. 水开以后上锅，大火蒸八分钟就好了。\n\n\
     ■ 麻婆豆腐\n【材料】\n豆腐一块\n肉末100克\n豆瓣酱一勺\n【做法】\n1. 豆腐切块，放在盐水里泡上几分钟。\n2. 炒香肉末和豆瓣酱，加水煮开，放豆腐。\n",
    [
        (1, "家常菜"),
        (2, "■ 红烧肉"),
        (3, "【材料】"),
        (3, "【做法】"),
        (2, "■ 清蒸鲈鱼"),
        (3, "【材料】"),
        (3, "【做法】"),
        (2, "■ 麻婆豆腐"),
        (3, "【材料】"),
        (3, "【做法】")
    ]
);
levels!(
    parts_that_take_turns_lie_in_names_that_a_sign_begins,
    "◆肉じゃが\n\n材料（二人分）\nじゃがいも　3個\n玉ねぎ　1個\n牛肉　150g\n\n作り方\n① じゃがいもは皮をむいて一口大に切る。\n② 鍋に油を熱し、牛肉を炒める。\n\n\
     ◆鯖の味噌煮\n\n材料（二人分）\n鯖　2切れ\n味噌　大さじ2\n生姜　少々\n\n作り方\n① 鯖に熱湯をかけて臭みを取る。\n② 鍋に味噌と水を入れ、鯖を煮る。\n\n\
     ◆きのこご飯\n\n材料（二人分）\n米　2合\nきのこ　100g\n醤油　大さじ1\n\n作り方\n① 米を研いで三十分おいておく。\n② きのこを載せて、そのまま炊く。\n",
    [
        (1, "◆肉じゃが"),
        (2, "材料（二人分）"),
        (2, "作り方"),
        (1, "◆鯖の味噌煮"),
        (2, "材料（二人分）"),
        (2, "作り方"),
        (1, "◆きのこご飯"),
        (2, "材料（二人分）"),
        (2, "作り方")
    ]
);
sections!(
    the_time_of_the_day_may_stand_beside_a_date,
    "12. März, abends\n\n~\n\n13. März\n\n~\n\n15. März, früh am Morgen\n\n~\n\n2. April\n\n~\n",
    ["12. März, abends", "13. März", "15. März, früh am Morgen", "2. April"]
);
sections!(
    a_day_of_the_week_may_stand_before_a_date_of_any_kind,
    "Monday, 3 May 1897\n\n~\n\nTuesday, 4 May\n\n~\n\nFriday, 7 May\n\n~\n",
    ["Monday, 3 May 1897", "Tuesday, 4 May", "Friday, 7 May"]
);
sections!(
    a_name_and_the_number_of_a_page_far_apart_are_no_heading,
    "CHAPTER I\n\n~\n\n\n12                    THE FERRY\n\n~\n\n\nTHE INN                    13\n\n~\n\n\n\
     14                    THE FERRY\n\n~\n\nCHAPTER II\n\n~\n\n\nTHE LAMP                    15\n\n~\n\n\n16                    THE FERRY\n\n~\n",
    ["CHAPTER I", "CHAPTER II"]
);
sections!(
    who_wrote_a_poem_is_no_title_of_it,
    "渡口\n\n小满\n\n雨落在渡口\n灯在船头\n谁在那边喊我\n\n雨落在渡口\n我没有回头\n\n灯\n\n小满\n\n船在灯里\n谁在那边喊我\n\n灯在船头\n我没有回头\n\n\
     夜雨\n\n小满\n\n雨落在渡口\n灯在船头\n谁在那边喊我\n\n信\n\n小满\n\n船在灯里\n我没有回头\n",
    ["渡口", "灯", "夜雨", "信"]
);
sections!(
    the_last_name_of_a_cast_is_no_title_of_the_first_act,
    "渡口\n\n人物表\n\n老葛，渡口的船夫\n小满，他的女儿\n邮差\n镇长\n\n第一幕\n\n~\n\n~\n\n第二幕\n\n~\n\n~\n",
    ["渡口", "人物表", "第一幕", "第二幕"]
);
levels!(
    acts_and_scenes_may_be_named_after_their_numbers,
    "1. Aufzug\n\n1. Auftritt\n\n~\n\n2. Auftritt\n\n~\n\n2. Aufzug\n\n1. Auftritt\n\n~\n\n2. Auftritt\n\n~\n",
    [
        (1, "1. Aufzug"),
        (2, "1. Auftritt"),
        (2, "2. Auftritt"),
        (1, "2. Aufzug"),
        (2, "1. Auftritt"),
        (2, "2. Auftritt")
    ]
);
levels!(
    a_heading_in_a_heading_in_a_heading_is_no_list_of_contents,
    "第一章 水\n第一节 河\n一、河的概念\n~\n~\n二、河的种类\n（一）大河\n海洋与陆地之间的水从这里流过。\n（二）小河\n山里的水从这里流到大河里。\n第二章 海\n第一节 潮\n一、潮的概念\n~\n~\n二、潮的种类\n~\n",
    [
        (1, "第一章 水"),
        (2, "第一节 河"),
        (3, "一、河的概念"),
        (3, "二、河的种类"),
        (4, "（一）大河"),
        (4, "（二）小河"),
        (1, "第二章 海"),
        (2, "第一节 潮"),
        (3, "一、潮的概念"),
        (3, "二、潮的种类")
    ]
);
sections!(
    a_number_at_the_start_of_broken_text_stands_in_for_no_heading,
    "  1. Ropes.\n\n  The rain had not stopped for three days, and the brook ran high over\nthe stones of the old bridge, so that the postman had to stay.\n\n  2. Oars.\n\n  The rain had not stopped for three days, and the brook ran high over\nthe stones of the old bridge, which is told of in section\n\n    4.  This bridge, of which the rain had not yet taken one stone, may\n    be crossed by day.\n\n  3. Lamps.\n\n  The rain had not stopped for three days, and the brook ran high over\nthe stones of the old bridge.\n\n  4. Letters.\n\n  THE RAIN HAD NOT STOPPED FOR THREE DAYS, AND THE BROOK RAN HIGH OVER\nTHE STONES OF THE OLD BRIDGE.\n",
    ["1. Ropes.", "2. Oars.", "3. Lamps.", "4. Letters."]
);
levels!(
    titles_that_take_turns_stand_above_their_lists_past_a_blank_line,
    "La tortilla\n\nIngredientes\n\n- 4 huevos\n- 1 cebolla\n\nPreparación\n\n1. Pelar la cebolla.\n2. Batir los huevos.\n\n\
     El gazpacho\n\nIngredientes\n\n- 6 tomates\n- 1 pepino\n\nPreparación\n\n1. Lavar los tomates.\n2. Triturar todo.\n\n\
     El flan\n\nIngredientes\n\n- 6 huevos\n- 1 litro de leche\n\nPreparación\n\n1. Batir los huevos.\n2. Cocer una hora.\n",
    [
        (1, "La tortilla"),
        (2, "Ingredientes"),
        (2, "Preparación"),
        (1, "El gazpacho"),
        (2, "Ingredientes"),
        (2, "Preparación"),
        (1, "El flan"),
        (2, "Ingredientes"),
        (2, "Preparación")
    ]
);
levels!(
    acts_hold_scenes_however_few_there_are,
    "第一幕\n\n第一场\n\n~\n\n~\n\n第二场\n\n~\n\n~\n\n第二幕\n\n~\n\n~\n\n第三幕\n\n~\n\n~\n",
    [(1, "第一幕"), (2, "第一场"), (2, "第二场"), (1, "第二幕"), (1, "第三幕")]
);
levels!(
    paragraphs_of_a_law_in_german_are_articles,
    "Fährgesetz\n\nAbschnitt 1\nAllgemeines\n\n§ 1\nAnwendung\n\n~\n\n§ 2\nBegriffe\n\n~\n\nAbschnitt 2\nBetrieb\n\n§ 3\nFahrplan\n\n~\n\n§ 3a\nPreise\n\n~\n",
    [
        (1, "Fährgesetz"),
        (2, "Abschnitt 1 Allgemeines"),
        (3, "§ 1 Anwendung"),
        (3, "§ 2 Begriffe"),
        (2, "Abschnitt 2 Betrieb"),
        (3, "§ 3 Fahrplan"),
        (3, "§ 3a Preise")
    ]
);
sections!(
    a_paragraph_that_prose_names_at_the_start_of_a_line_is_none,
    "§ 1 Name\n\n~\n\n§ 2 Zweck\n\nMittel sind nur für die Zwecke in\n§ 1 da, wie in\n§ 3 Absatz 2 steht, und für keine anderen.\n\n§ 3 Auflösung\n\n~\n",
    ["§ 1 Name", "§ 2 Zweck", "§ 3 Auflösung"]
);
sections!(
    a_sentence_above_the_first_of_a_series_is_no_title,
    "1 Sources\n\nTwo kinds of papers are left.\n\n1.1 Ledgers\n\n~\n\n~\n\n1.2 Letters\n\n~\n\n~\n\n2 Towns\n\n~\n\n~\n",
    ["1.1 Ledgers", "1.2 Letters"]
);
