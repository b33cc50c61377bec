use std::sync::Arc;

use super::*;
use crate::budget::{QUOTED_BYTES, READING_BYTES};
use crate::document::{Document, FrameKind, Mark, Style};
use crate::format::{Format, OpenOptions, open};

fn aozora(text: &str) -> Aozora {
    Aozora::open(Arc::new(text.to_owned()), Choice::default()).unwrap()
}

fn part(text: &str) -> Part {
    aozora(text).load(0).unwrap()
}

/// Returns the blocks of `text`: their kind where they are no paragraph, their edges, and their text with its readings.
fn blocks(text: &str) -> Vec<String> {
    let part = part(text);
    let shown = |block: &crate::document::Block| {
        let frames = part.frames_of(block).map(|frame| match frame.kind {
            FrameKind::Edge(rest) => format!("{}/{rest} ", block.indent),
            FrameKind::AtEnd(cells) => format!("end {cells} "),
            FrameKind::Aside => "boxed ".to_owned(),
            _ => String::new(),
        });
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("h{level} "),
            BlockKind::Blank(lines) => format!("blank {lines}"),
            BlockKind::Rule => "rule".to_owned(),
            _ => String::new(),
        };
        format!("{}{kind}{}", frames.collect::<String>(), part.read_out(block.range.clone()))
    };
    part.blocks().iter().map(shown).collect()
}

/// Returns the texts that `wanted` says of.
fn marked(text: &str, wanted: impl Fn(&Mark) -> bool) -> Vec<String> {
    let part = part(text);
    let marks = part.markup().marks.iter().filter(|mark| wanted(mark));
    marks.map(|mark| part.slice(mark.range.clone()).to_owned()).collect()
}

#[test]
fn a_reading_belongs_to_the_word_before_it() {
    let text = "渡《わた》し守《もり》の娘は｜向こう岸《むこうぎし》を見た。";
    assert_eq!(blocks(text), ["渡（わた）し守（もり）の娘は向こう岸（むこうぎし）を見た。"]);
    assert_eq!(part(text).text().trim_end(), "渡し守の娘は向こう岸を見た。");
    assert_eq!(blocks("《雨》だ。《かぜ》"), ["《雨》だ。《かぜ》"], "without a word it is text");
    assert_eq!(blocks("漢《かん》字《じ》"), ["漢（かん）字（じ）"]);
}

#[test]
fn what_is_no_reading_stays_as_it_is_written() {
    for text in [
        "彼は《こころ》を読んだ。",
        "小説《坊っちゃん》を読んだ。",
        "漫画ドラマ《ゆき》",
        "SF《ソラリス》",
        "雨《あめ》《さめ》",
        "雨［＃「風」はママ］《あめ》",
        "｜《あめ》",
        "｜雨《》と書《か》く",
    ] {
        let read = text.replace("雨《あめ》", "雨（あめ）").replace("書《か》", "書（か）");
        assert_eq!(blocks(text), [read]);
    }
    let long = "あ".repeat(READING_BYTES / 3 + 1);
    assert_eq!(blocks(&format!("雨《{long}》")), [format!("雨《{long}》")]);
    assert_eq!(blocks("｜ＳＦ《空想科学》と｜かな《カナ》"), ["ＳＦ（空想科学）とかな（カナ）"]);
}

#[test]
fn annotations_say_what_is_meant() {
    assert_eq!(marked("雨の音［＃「雨」に傍点］だけ", |it| it.style.has(Style::EMPHASIS)), ["雨"]);
    let text = "雨《あめ》の音［＃「雨の」に傍点］［＃「音」は太字］だけ";
    assert_eq!(marked(text, |it| it.style.has(Style::EMPHASIS)), ["雨", "の"]);
    assert_eq!(marked(text, |it| it.style.has(Style::STRONG)), ["音"]);
    assert_eq!(blocks(text), ["雨（あめ）の音だけ"]);
    assert_eq!(marked("雨［＃傍点］の音［＃傍点終わり］だけ", |it| !it.style.is_plain()), ["の音"]);
    assert_eq!(
        marked("［＃太字］雨\n風\n", |it| !it.style.is_plain()),
        ["雨"],
        "to its line's end"
    );
    assert_eq!(blocks("雨［＃「雨」に「あめ」の注記］"), ["雨（あめ）"]);
    assert_eq!(blocks("第20［＃「20」は縦中横］"), ["第20"]);
}

#[test]
fn words_of_other_tongues_are_read_as_they_are_meant() {
    let text = "〔cafe'〕で｜〔the'〕《テ》を飲む〔注e'〕〔cafe〕";
    assert_eq!(blocks(text), ["caféでthé（テ）を飲む〔注e'〕〔cafe〕"]);
    assert_eq!(marked("〔e'tat〕［＃「〔e'tat〕」に傍点］", |it| !it.style.is_plain()), ["état"]);
    let text = "未［＃二］曾［＃（テ）］有［＃一レ］也［＃（ヲ）］［＃（注）］";
    assert_eq!(blocks(text), ["未㆓曾テ有㆒㆑也ヲ［＃（注）］"]);
    assert_eq!(marked(text, |it| it.style.has(Style::RAISED)), ["テ", "ヲ"]);
}

#[test]
fn words_may_be_read_as_the_annotation_after_them_says() {
    let text = "古い［＃左にルビ付き］靈子窓［＃左に「れんじまど」のルビ付き終わり］と［＃注記付き］名々［＃「銘々」の注記付き終わり］";
    assert_eq!(blocks(text), ["古い靈子窓（れんじまど）と名々（銘々）"]);
}

#[test]
fn a_picture_is_a_block_with_the_words_that_tell_of_it() {
    let text = "雨だ。\n［＃渡し場の図（fig1.png、横320×縦240）入る］\n風［＃小さな図（a.png）入る］だ。\n";
    assert_eq!(blocks(text), ["雨だ。", "渡し場の図", "風小さな図だ。"]);
    let kinds: Vec<BlockKind> = part(text).blocks().iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Image, BlockKind::Paragraph]);
    assert_eq!(marked(text, |it| it.style.has(Style::IMAGE)), ["渡し場の図", "小さな図"]);
}

#[test]
fn a_remark_in_small_lines_is_in_brackets() {
    let remark = "［＃割り注］北の山［＃改行］高し［＃割り注終わり］";
    assert_eq!(blocks(&format!("飯盛山{remark}に")), ["飯盛山（北の山　高し）に"]);
    assert_eq!(blocks(&format!("飯盛山（{remark}）に")), ["飯盛山（北の山　高し）に"]);
    let text = "山［＃改行］川［＃割り注終わり］";
    assert_eq!(blocks(text), [text], "without a remark they are not known");
}

#[test]
fn what_is_not_known_stays_as_it_is_written() {
    for text in [
        "雨［＃「雨」はママ］",
        "［＃挿絵入る］",
        "雨［＃「あめ」の注記付き終わり］",
        "雨［＃「風」に傍点］",
        "※［＃「口」、3-5］だ",
    ] {
        assert_eq!(blocks(text), [text]);
    }
    assert_eq!(
        marked("雨［＃「雨」はママ］", |it| it.style.has(Style::SIGN)),
        ["［＃「雨」はママ］"]
    );
}

#[test]
fn what_is_quoted_is_looked_for_so_far_back() {
    let styled = |bytes: usize| {
        let fill = "a".repeat(bytes - "雨".len());
        !marked(&format!("雨{fill}［＃「雨」は太字］"), |it| it.style.has(Style::STRONG)).is_empty()
    };
    assert_eq!([styled(QUOTED_BYTES), styled(QUOTED_BYTES + 1)], [true, false]);
}

#[test]
fn headings_are_sections() {
    let text = "［＃３字下げ］一　雨［＃「一　雨」は大見出し］\n　雨だ。\n［＃小見出し］風［＃小見出し終わり］\n底本：「雨」\n";
    assert_eq!(blocks(text), ["6/6 h1 一　雨", "雨だ。", "h3 風", "h1 底本：「雨」"]);
    let survey = aozora(text).survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    let lines: Vec<_> = survey.outline.sections().iter().map(|it| (it.level, it.line)).collect();
    assert_eq!(lines, [(1, Some(1)), (3, Some(3)), (1, Some(4))]);
}

#[test]
fn indents_hold_for_a_line_or_until_they_are_closed() {
    let text = "［＃２字下げ］雨\n風\n［＃ここから１字下げ、折り返して３字下げ］\n海\n　空\n［＃ここで字下げ終わり］\n　山";
    assert_eq!(blocks(text), ["4/4 雨", "風", "2/6 海", "4/6 空", "山"]);
    assert_eq!(part("　山").blocks()[0].indent, 2);
    assert_eq!(blocks("雨［＃地付き］風"), ["雨", "end 0 風"]);
    assert_eq!(blocks("［＃地から１字上げ］風\n雨"), ["end 2 風", "雨"]);
    let text = "［＃ここから罫囲み］\n雨\n［＃ここで罫囲み終わり］\n風［＃改ページ］\n\n\n海";
    assert_eq!(blocks(text), ["boxed 雨", "風", "rule", "blank 2", "海"]);
}

#[test]
fn a_character_that_is_described_is_itself() {
    assert_eq!(blocks("※［＃「てへん＋劣」、第3水準1-84-77］《もぎ》る"), ["挘（もぎ）る"]);
    assert_eq!(blocks("※［＃「口＋世」、U+546D］《あ》"), ["呭（あ）"]);
    assert_eq!(blocks("※［＃「口」、3-5］《くち》"), ["※［＃「口」、3-5］（くち）"]);
}

#[test]
fn the_lines_that_explain_the_marks_stay_as_they_are() {
    let text = "雨の音\n山田甲\n\n-----------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）雨《あめ》\n-----------\n\n雨《あめ》だ。\n";
    let shown = blocks(text);
    assert_eq!(shown[7..10], ["（例）雨《あめ》", "-----------", "blank 1"]);
    assert_eq!(shown.last().map(String::as_str), Some("雨（あめ）だ。"));
    let source = aozora(text);
    let about =
        [("title".to_owned(), "雨の音".to_owned()), ("author".to_owned(), "山田甲".to_owned())];
    assert_eq!(source.facts().metadata, about);
}

#[test]
fn a_carriage_return_ends_a_line() {
    assert_eq!(
        blocks("一《いち》\r\r　二［＃「二」に傍点］\r底本：「雨」"),
        ["一（いち）", "blank 1", "二", "h1 底本：「雨」"]
    );
}

#[test]
fn who_wrote_a_text_is_told_where_it_stands_in_its_frame() {
    let head = "雨の音\n山田甲\n\n雨《あめ》だ。\n";
    let creator = |text: &str| {
        let about = aozora(text).facts().metadata.clone();
        about.into_iter().find(|(name, _)| name == "author").map(|(_, creator)| creator)
    };
    assert_eq!(creator(head), None);
    assert_eq!(creator(&format!("{head}\n底本：「雨」\n")).as_deref(), Some("山田甲"));
}

#[test]
fn what_holds_goes_on_in_the_next_part() {
    let line = "雨が降っている。\n".repeat(4000);
    let source = aozora(&format!("［＃ここから２字下げ］\n{line}［＃ここで字下げ終わり］\n風\n"));
    assert!(source.count() > 1);
    let part = source.load(1).unwrap();
    let edge = |block| part.frames_of(block).any(|frame| frame.kind == FrameKind::Edge(4));
    assert!(edge(part.blocks().first().unwrap()) && !edge(part.blocks().last().unwrap()));
}

#[test]
fn a_text_is_told_by_its_marks() {
    let format = |text: &str, name: Option<&str>| {
        let format = name.and_then(Format::named);
        let options = OpenOptions { format, name: Some("a.txt".to_owned()), ..Default::default() };
        open(Arc::new(text.to_owned()), &options).unwrap().facts().format
    };
    let text = "渡《わた》し守《もり》の娘はこちらの岸を見ていた。";
    assert_eq!(format(text, None), "text of Aozora Bunko");
    assert_eq!(format(text, Some("plain")), "plain text");
    assert_eq!(format("雨の音だけがする。［＃改ページ］かぜ", None), "text of Aozora Bunko");
    for text in [
        "《あめ》と《かぜ》と《うみ》の話だ。",
        "渡《わた》しの話だ。",
        "他读了《红楼梦》和《西游记》。",
        "他看了动画《となりのトトロ》和漫画《ドラえもん》。",
        "映画《もののけ》と小説《こころ》を見た。《だれだ》《おれだ》と声がした。",
        "小説《坊っちゃん》と映画《千と千尋の神隠し》と小説《こころ》と映画《もののけ》の話だ。",
    ] {
        assert_eq!(format(text, None), "plain text", "{text}");
    }
    assert_eq!(format("他读了《红楼梦》。", Some("aozora")), "text of Aozora Bunko");
}

#[test]
fn an_old_encoding_is_told() {
    let text = "渡《わた》し守《もり》の娘はこちらの岸を見ていた。\r\n".repeat(8);
    let bytes = Encoding::named("shift_jis").unwrap().encode(&text);
    let source = open(Arc::new(bytes), &OpenOptions::default()).unwrap();
    assert_eq!(source.facts().format, "text of Aozora Bunko");
    let document = Document::new(source);
    assert!(document.part(0).text().starts_with("渡し守の娘は"));
}

#[test]
fn a_text_of_so_many_bytes_at_most_is_read() {
    struct Size(u64);
    impl ReadAt for Size {
        fn size(&self) -> u64 {
            self.0
        }
        fn read_at(&self, _: u64, _: &mut [u8]) -> std::io::Result<usize> {
            Ok(0)
        }
    }
    let open = |size| Aozora::open(Arc::new(Size(size)), Choice::default());
    assert!(open(AOZORA_BYTES).is_some());
    assert!(open(AOZORA_BYTES + 1).is_none());
}

#[test]
fn a_text_without_marks_of_headings_has_the_sections_that_are_found() {
    let speech =
        "　二坪に足らぬ市中《まちなか》の庭に、よくもこう生い立った青楓《あおかえで》がある。\n";
    let chapter = |number: &str| format!("{number}\n\n{}\n", speech.repeat(4));
    let text: String = ["一", "二", "三", "四", "五"].map(chapter).concat();
    let survey = aozora(&format!("{text}底本：「雨」\n"))
        .survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    let titles: Vec<_> = survey.outline.sections().iter().map(|it| it.title.to_owned()).collect();
    assert_eq!(titles.get(..5).unwrap(), ["一", "二", "三", "四", "五"]);
}
