//! Each reason by its smallest case.

use super::super::Detector;
use super::Reason as R;

/// A paragraph of prose, as long as paragraphs are.
const PROSE: &str = "山里的雨下了整整三天，溪水漫过了石桥，送信的人只好在驿站里住下来，一边烤火一边听店主讲从前的旧事。";

/// Returns the reasons seen for `line` (from 1) of `text`, in which `~` stands for a paragraph of prose.
fn seen(text: &str, line: u64) -> Vec<R> {
    let mut detector = Detector::new();
    detector.part(&text.replace('~', PROSE), 0);
    let judged = detector.reasons().into_iter();
    judged.filter(|one| one.line == line).flat_map(|one| one.reasons).collect()
}

/// Asserts that each reason is seen for the line of the text beside it.
fn assert_seen(cases: Vec<(R, &str, u64)>) {
    let unseen: Vec<_> = cases
        .into_iter()
        .map(|(reason, text, line)| (reason, seen(text, line)))
        .filter(|(reason, seen)| !seen.contains(reason))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

#[test]
fn each_reason_of_lines_that_are_judged_together_is_seen() {
    let broken = "The rain had not stopped for three days, and the brook ran high\n".repeat(5);
    let page = format!(
        "{broken}its end.\n\n                          THE INN\n\n{broken}its end.\n\nNight\n{broken}"
    );
    let ferry = "ANNA.\nHe is late.\n\nPETER.\nHe will come.\n\n".repeat(5);
    let tips = "~\n【提示】\n~\n~\n".repeat(4);
    assert_seen(vec![
        (R::Verbatim, "```\n# 雨\n```\n~", 2),
        (R::InOrder, "3月2日\n~\n3月5日\n~\n4月1日\n~", 3),
        (R::Repeated, &tips, 2),
        (R::Centred, &page, 8),
        (R::HeadsBlock, &page, 17),
        (R::Speaker, &ferry, 4),
        (R::InRows, "~\n伞\n粮\n图\n信\n灯\n火\n水\n盐\n米\n~", 5),
        (R::Lone, "~\n~\n~\n雨夜—\n一把非常结实的雨伞\n干粮\n~\n~\n~", 4),
    ]);
}

#[test]
fn each_reason_is_seen_where_it_holds() {
    let numbered = "第一章\n~\n~\n第二章\n~\n~\n第三章\n~\n~\n第四章\n~\n~\n雨夜\n~\n";
    let story =
        "1\n~\n~\n2\n~\n~\n3\n~\n~\n4\n~\n~\n5\n~\n~\n6\n~\n“走。”\n“好。”\n门开了\n“你。”\n~\n";
    let rounds = "~\n~\n要点\n~\n~\n~\n~\n".repeat(4);
    let bylines = "甲地\n原文地址\n~\n~\n乙地\n原文地址\n~\n~\n丙地\n原文地址\n~\n~\n";
    let cases: Vec<(R, &str, u64)> = vec![
        (R::Marked, "雨夜\n====\n~", 1),
        (R::Numbered, "第一章\n~", 1),
        (R::Alone, "~\n~\n~\n第一章\n~", 4),
        (R::InSeries, "一、雨\n~\n二、桥\n~", 1),
        (R::Counted, "第一章\n~\n第二章\n~", 1),
        (R::Customary, "~\n后记\n~", 2),
        (R::Joined, "第一章 雨\n~\n第一章里的雨\n~\n第二章 桥\n~", 3),
        (R::Sentence, "~\n第一章说完了。他走了\n~", 2),
        (R::InContents, "第一章\n第二章\n第三章\n~\n第一章\n~\n第二章\n~\n第三章\n~", 1),
        (R::Twice, "第一章\n第一章\n~", 2),
        (R::TitleOfLabel, "第一章\n\n雨夜\n\n~\n~\n第二章\n\n桥\n\n~", 3),
        (R::NoProse, "雨夜\n{\n}\n{\n}\n", 1),
        (R::NumberedDocument, numbered, 13),
        (R::CountedStory, story, 20),
        (R::SomeSpeech, story, 20),
        (R::First, "雨夜\n~", 1),
        (R::AfterFront, "山行记\n雨夜\n~", 2),
        (R::AfterSentence, "~\n雨夜\n~", 2),
        (R::AfterParagraph, "~\n雨夜\n~", 2),
        (R::AfterColon, "~\n要带：\n雨伞\n~", 3),
        (R::Announced, "~\n要带：\n雨伞\n干粮\n~", 4),
        (R::AfterStub, "~\n这里\n雨伞\n干粮\n地图\n~", 5),
        (R::AfterStubs, "~\n这里\n雨伞\n干粮\n地图\n~", 5),
        (R::AfterWiderStub, "~\n要带：\n一把非常结实的雨伞\n干粮\n~", 4),
        (R::AfterHeading, "~\n第一章\n雨夜\n~\n第二章\n~", 3),
        (R::AfterItem, "~\n- 雨伞\n雨夜\n~", 3),
        (R::BeforeParagraph, "~\n雨夜\n~", 2),
        (R::BeforeProse, "~\n雨夜\n~\n~", 2),
        (R::BeforeSentence, "~\n雨夜\n下雨了。\n", 2),
        (R::BeforeStub, "~\n雨夜\n雨伞\n干粮", 2),
        (R::BeforeWiderStub, "~\n雨夜\n一把非常结实的雨伞\n干粮", 2),
        (R::Verse, "~\n雨夜\n　　一把伞\n一段路", 2),
        (R::BeforeHeading, "~\n雨夜\n桥\n~", 2),
        (R::BeforeItem, "~\n雨夜\n- 雨伞\n", 2),
        (R::BeforeColon, "~\n雨夜\n要带：\n", 2),
        (R::BeforeFirst, "~\n雨夜\n第一章\n~\n第二章\n~", 2),
        (R::BeforeByline, bylines, 5),
        (R::Byline, bylines, 6),
        (R::Last, "~\n雨夜", 2),
        (R::Narrow, "~\n雨夜\n~", 2),
        (R::Wide, "~\n山里的雨下了整整三天以后送信的人才到了驿站\n~", 2),
        (R::TooWide, "~\n山里的雨下了整整三天以后送信的人终于走到了山脚下那个小小的驿站\n~", 2),
        (R::Comma, "~\n雨夜，石桥\n~", 2),
        (R::Stop, "~\n雨夜……\n~", 2),
        (R::Question, "~\n雨夜？\n~", 2),
        (R::Cry, "~\n哗啦啦～～\n~", 2),
        (R::Said, "~\n老葛曰：何往？\n~", 2),
        (R::Exclaim, "~\n雨夜！\n~", 2),
        (R::Colon, "~\n雨夜：\n~", 2),
        (R::Pair, "~\n雨夜：石桥\n~", 2),
        (R::LooseEnd, "~\n雨夜7\n~", 2),
        (R::Bracket, "~\n雨夜（上）\n~", 2),
        (R::Lower, "~\nrain\n~", 2),
        (R::Shouted, "They stayed at the inn.\nTHE INN\nThey stayed at the inn.\n", 2),
        (R::Ending, "~\n（完）\n~", 2),
        (R::LooseStart, "~\n（上）雨夜\n~", 2),
        (R::Technical, "~\n雨夜 www.example.org\n~", 2),
        (R::Digits, "~\n雨123\n~", 2),
        (R::Foreign, "~\nRain\n~\n雨夜石桥\n~", 2),
        (R::Columns, "~\n雨夜 石桥\n~", 2),
        (R::Particle, "~\n门开了\n~", 2),
        (
            R::GoesOn,
            "The postman stayed at the inn for three days\nand listened to its owner.\n",
            1,
        ),
        (R::Row, "~\n雨\t3\n~", 2),
        (R::Announcing, "~\n要带的有：\n- 雨伞\n", 2),
        (R::Quoted, "~\n“雨”的意思\n~", 2),
        (R::Credit, "~\n作者：小满\n~", 2),
        (R::Caption, "~\n图 1 石桥\n~", 2),
        (R::ListItem, "~\n3. 雨伞\n~", 2),
        (R::Salutation, "亲爱的阿满：\n~", 1),
        (R::Apart, "~\n~\n\n雨夜\n\n~\n~\n~\n~", 4),
        (R::Attached, "~\n\n~\n雨夜\n\n~\n\n~", 4),
        (R::FarApart, "~\n~\n\n\n雨夜\n\n~\n~\n~\n~", 5),
        (R::Outdented, "　　~\n雨夜\n　　~", 2),
        (R::Indented, "　　~\n　　雨夜\n　　~", 2),
        (R::Recurring, &rounds, 3),
        (R::Refrain, &rounds, 3),
        (R::ShortLines, "雨夜\n下雨了。\n桥\n~", 3),
        (R::NoParagraphs, "雨夜\n下雨了。\n桥", 3),
        (R::FewParagraphs, "雨夜\n下雨了。\n\n桥\n下雨了。\n下雨了。", 4),
        (R::LikeHeadings, "~\n雨\n~\n~\n桥\n~\n~\n山\n~\n~\n路\n~\n~", 2),
        (R::UnlikeHeadings, "~\n- 伞\n伞\n粮\n图\n信\n灯\n火\n水\n盐\n米\n", 5),
        (R::Speech, "“走。”\n“好。”\n雨夜\n“走。”\n~", 3),
    ];
    assert_seen(cases);
}

#[test]
fn two_blank_lines_everywhere_mean_no_more_than_one() {
    let airy = "~\n\n\n~\n\n\n雨夜\n\n\n~\n- 雨伞\n- 干粮\n";
    assert!(seen(airy, 7).contains(&R::Apart) && !seen(airy, 7).contains(&R::FarApart));
}
