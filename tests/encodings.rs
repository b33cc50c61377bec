//! Laws of encodings: any text is the same read in any encoding that can hold it, however it is cut into
//! parts; and detection is right on texts of a few hundred bytes cut anywhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::Arc;

use kanshu::decode::Choice;
use kanshu::decode::{Encoding, Hint, detect};
use kanshu::document::{Document, Rules};
use kanshu::format::plain::PlainText;
use proptest::prelude::*;

/// The beginnings of 红楼梦, 吾輩は猫である, 서시 and others, all in the public domain, and the names of the encodings that
/// hold them.
const TEXTS: [(&str, &[&str]); 4] = [
    (
        "此开卷第一回也。作者自云：因曾历过一番梦幻之后，故将真事隐去，而借“通灵”之说，撰此《石头记》一书也，\
         故曰“甄士隐”云云。但书中所记何事何人？自又云：“今风尘碌碌，一事无成，忽念及当日所有之女子，一一细考\
         较去，觉其行止见识皆出于我之上。何我堂堂须眉，诚不若彼裙钗哉？实愧则有余，悔又无益之大无可如何之日也！\
         当此，则自欲将已往所赖天恩祖德，锦衣纨袴之时，饫甘餍肥之日，背父兄教育之恩，负师友规训之德，以致今日\
         一技无成、半生潦倒之罪，编述一集，以告天下人。我之罪固不免，然闺阁中本自历历有人，万不可因我之不肖，\
         自护己短，一并使其泯灭也。虽今日之茆椽蓬牖，瓦灶绳床，其晨夕风露，阶柳庭花，亦未有妨我之襟怀笔墨者。\n",
        &["utf-8", "gbk", "gb18030", "utf-16le", "utf-16be"],
    ),
    (
        "此開卷第一回也。作者自云：因曾歷過一番夢幻之後，故將真事隱去，而借「通靈」之說，撰此《石頭記》一書也，\
         故曰「甄士隱」云云。但書中所記何事何人？自又云：「今風塵碌碌，一事無成，忽念及當日所有之女子，一一細考\
         較去，覺其行止見識皆出於我之上。何我堂堂鬚眉，誠不若彼裙釵哉？實愧則有餘，悔又無益之大無可如何之日也！\
         當此，則自欲將已往所賴天恩祖德，錦衣紈褲之時，飫甘饜肥之日，背父兄教育之恩，負師友規訓之德，以致今日\
         一技無成、半生潦倒之罪，編述一集，以告天下人。我之罪固不免，然閨閣中本自歷歷有人，萬不可因我之不肖。\n",
        &["utf-8", "big5", "utf-16le", "utf-16be"],
    ),
    (
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー\
         泣いていた事だけは記憶している。吾輩はここで始めて人間というものを見た。しかもあとで聞くとそれは書生という\
         人間中で一番獰悪な種族であったそうだ。この書生というのは時々我々を捕えて煮て食うという話である。しかしその\
         当時は何という考もなかったから別段恐しいとも思わなかった。ただ彼の掌に載せられてスーと持ち上げられた時何だか\
         フワフワした感じがあったばかりである。掌の上で少し落ちついて書生の顔を見たのがいわゆる人間というものの\
         見始であろう。この時妙なものだと思った感じが今でも残っている。\n",
        &["utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"],
    ),
    (
        "죽는 날까지 하늘을 우러러 한 점 부끄럼이 없기를, 잎새에 이는 바람에도 나는 괴로워했다. 별을 노래하는 마음으로 \
         모든 죽어가는 것을 사랑해야지. 그리고 나한테 주어진 길을 걸어가야겠다. 오늘 밤에도 별이 바람에 스치운다.\n\
         산모퉁이를 돌아 논가 외딴 우물을 홀로 찾아가선 가만히 들여다봅니다. 우물 속에는 달이 밝고 구름이 흐르고 하늘이 \
         펼치고 파아란 바람이 불고 가을이 있습니다. 그리고 한 사나이가 있습니다. 어쩐지 그 사나이가 미워져 돌아갑니다. \
         돌아가다 생각하니 그 사나이가 가엾어집니다. 도로 가 들여다보니 사나이는 그대로 있습니다.\n",
        &["utf-8", "euc-kr", "utf-16le", "utf-16be"],
    ),
];

fn encoded(name: &str, text: &str) -> Vec<u8> {
    match name {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let label = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, _, lost) = label.encode(text);
            assert!(!lost, "{name} can't hold the text");
            bytes.into_owned()
        }
    }
}

/// Returns whether `found` reads what `wanted` wrote.
fn same(found: Encoding, wanted: &str) -> bool {
    let wanted = Encoding::named(wanted).unwrap();
    found == wanted || (wanted.name() == "GB18030" && found.name() == "GBK")
}

/// Returns how many of the samples of `length` bytes, cut at every seventh byte, are told right, and of how many.
fn score(length: usize) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for (text, names) in TEXTS {
        for name in names {
            let bytes = encoded(name, &text.repeat(3));
            // An escape sequence lost and a unit cut in two are not the text any more.
            let whole = if *name == "iso-2022-jp" { bytes.len() } else { 7 };
            let step = if name.starts_with("utf-16") { 6 } else { whole };
            for start in (0..bytes.len().saturating_sub(length)).step_by(step) {
                let sample = &bytes[start..start + length];
                if same(detect(sample, Hint::default()).encoding, name) {
                    right += 1;
                }
                all += 1;
            }
        }
    }
    (right, all)
}

#[test]
fn ninety_nine_of_a_hundred_samples_of_200_bytes_are_told_right() {
    let (right, all) = score(200);
    assert!(right * 100 >= all * 99, "{right} of {all}");
}

#[test]
fn every_sample_of_a_kilobyte_is_told_right() {
    for length in [1024, 4096] {
        let (right, all) = score(length);
        assert_eq!(right, all, "{length}");
    }
}

#[test]
fn most_samples_of_twenty_bytes_are_told_right() {
    let (right, all) = score(20);
    assert!(right * 100 >= all * 85, "{right} of {all}");
    let (right, all) = score(50);
    assert!(right * 100 >= all * 95, "{right} of {all}");
}

fn document(name: &str, bytes: Vec<u8>) -> Document {
    let choice = Choice::Use(Encoding::named(name).unwrap());
    Document::new(Arc::new(PlainText::open(Arc::new(bytes), choice)))
}

/// Returns all the text, and the number of sequences that were replaced.
fn text(document: &Document) -> String {
    (0..document.parts()).map(|part| document.part(part).text().to_owned()).collect()
}

#[test]
fn a_text_reads_the_same_in_every_encoding() {
    for (text, names) in TEXTS {
        for paragraphs in [text.repeat(120), text.replace('\n', "").repeat(120)] {
            let expected: String =
                paragraphs.lines().flat_map(|line| [line.trim(), "\n"]).collect();
            // Lines in ISO-2022-JP are short, by RFC 1468; one longer than a part has no place for a cut.
            let readable = |name: &&&str| **name != "iso-2022-jp" || paragraphs.contains('\n');
            for name in names.iter().filter(readable) {
                let document = document(name, encoded(name, &paragraphs));
                // Where a line is longer than a part, a line feed stands at the cut.
                let (read, expected) = if expected.lines().count() == 1 {
                    (self::text(&document).replace('\n', ""), expected.replace('\n', ""))
                } else {
                    (self::text(&document), expected.clone())
                };
                assert!(read == expected, "{name}");
                assert_eq!(
                    document
                        .source()
                        .survey(&Rules::default(), &mut |_| std::ops::ControlFlow::Continue(()))
                        .replaced,
                    0
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn every_byte_is_in_one_part_whatever_the_encoding(
        chunks in prop::collection::vec((any::<u8>(), 1usize..40_000), 1..12),
        name in prop::sample::select(vec!["utf-8", "gbk", "utf-16le", "utf-16be", "iso-2022-jp", "shift_jis", "windows-1252"]),
    ) {
        let bytes: Vec<u8> = chunks.iter().flat_map(|(byte, count)| std::iter::repeat_n(*byte, *count)).collect();
        let size = bytes.len() as u64;
        let document = document(name, bytes);
        let survey = document.source().survey(&Rules::default(), &mut |_| std::ops::ControlFlow::Continue(()));
        prop_assert_eq!(survey.done, size);
        prop_assert_eq!(document.size(), size);
        for part in 0..document.parts() {
            document.part(part);
        }
    }

    #[test]
    fn the_text_that_is_searched_is_the_text_of_the_part(
        lines in prop::collection::vec(("(> ?){0,2}|[ \t\u{3000}]{0,3}", "[a-z> 看书。-]{0,60}", "[ \t]{0,2}(\r\n|\n|\r)"), 1..60),
        times in 1usize..200,
    ) {
        let text: String = lines.iter().flat_map(|(head, body, end)| [head, body, end]).map(String::as_str).collect();
        let document = document("utf-8", text.repeat(times).into_bytes());
        let mut seen = 0;
        let read = document.source().texts(0..document.parts(), &mut |part, text| {
            assert_eq!(document.part(part).text(), text);
            seen += 1;
            std::ops::ControlFlow::Continue(())
        });
        prop_assert_eq!((seen, read), (document.parts(), Ok(())));
    }

    #[test]
    fn detection_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600), locale in "[a-zA-Z_@.é-]{0,8}") {
        let verdict = detect(&bytes, Hint::of_locale(&locale));
        let _text = verdict.encoding.decode(&bytes);
    }
}
