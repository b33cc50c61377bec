//! Phrases are planted into texts, written in every way that a switch of the search calls the same: all of them are found,
//! and nothing else is. What is written so, and what is only near it, is made here and not taken from the program's
//! tables.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use std::fmt::Write;

use kanshu::search::{Case, Folding, Matcher, Numbers, Query};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Stands between what is planted, and in no phrase.
const EDGE: &str = "\u{25A0}";

/// A phrase, and what is planted of it.
#[derive(Clone, Debug)]
struct Phrase {
    query: String,
    folding: Folding,
    /// Ways to write it.
    same: Vec<String>,
    /// What is near it and is not it.
    near: Vec<String>,
}

/// Returns the phrase of `letters`, each of which is any of its forms; the query has forms as `asked` say. A phrase without
/// one of its letters is near.
fn phrase(letters: &[Vec<String>], asked: &[Index], forms: &[Index], folding: Folding) -> Phrase {
    let pick = |of: &[Index], from: usize| -> String {
        letters
            .iter()
            .enumerate()
            .map(|(at, forms)| of[(from + at) % of.len()].get(forms).as_str())
            .collect()
    };
    let same: Vec<String> = (0..4).map(|from| pick(forms, from * letters.len())).collect();
    let without = |at: usize| letters.iter().enumerate().filter(move |(other, _)| *other != at);
    let near =
        (0..letters.len()).map(|at| without(at).map(|(_, forms)| forms[0].as_str()).collect());
    Phrase { query: pick(asked, 0), folding, same, near: near.collect() }
}

/// Returns phrases of two to six of `letters`; the query may be written as any of the first `asked` forms.
fn phrases(letters: Vec<Vec<String>>, asked: usize, folding: Folding) -> BoxedStrategy<Phrase> {
    let any = || prop::collection::vec(any::<Index>(), 24);
    (prop::collection::vec(select(letters), 2..7), any(), any())
        .prop_map(move |(letters, ask, forms)| {
            let first: Vec<Vec<String>> =
                letters.iter().map(|forms| forms.iter().take(asked).cloned().collect()).collect();
            let query = phrase(&first, &ask, &ask, folding).query;
            Phrase { query, ..phrase(&letters, &ask, &forms, folding) }
        })
        .boxed()
}

/// Returns letters from lines of forms, those of a letter parted by blanks.
fn letters(lines: &str) -> Vec<Vec<String>> {
    lines.lines().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

/// Returns letters whose forms stand together, as in `国國 学學`.
fn forms(words: &str) -> Vec<Vec<String>> {
    words.split(' ').map(|word| word.chars().map(String::from).collect()).collect()
}

fn each(text: &str, form: impl Fn(char) -> Vec<String>) -> Vec<Vec<String>> {
    text.chars().map(|c| std::iter::once(c.to_string()).chain(form(c)).collect()).collect()
}

fn only(change: impl FnOnce(&mut Folding)) -> Folding {
    let mut folding = Folding::NONE;
    change(&mut folding);
    folding
}

fn case() -> BoxedStrategy<Phrase> {
    let letters = each("abcdefgxyzабвгдеёжюяαβγδεηωþñåéđ", |c| {
        vec![c.to_uppercase().collect()]
    });
    phrases(letters, 2, only(|folding| folding.case = Case::Fold))
}

fn width() -> BoxedStrategy<Phrase> {
    let wide = |c: char| vec![char::from_u32(u32::from(c) + 0xFEE0).unwrap().to_string()];
    let mut all = each("abcxyzABCXYZ0189#$%&*+@^`{|}", wide);
    all.extend(letters("ア ｱ\nイ ｲ\nカ ｶ\nガ ｶﾞ\nパ ﾊﾟ\nッ ｯ\nー ｰ\nヲ ｦ\nン ﾝ"));
    phrases(all, 2, only(|folding| folding.width = true))
}

fn kana() -> BoxedStrategy<Phrase> {
    let other = |c: char| vec![char::from_u32(u32::from(c) + 0x60).unwrap().to_string()];
    let letters = each("あいうえおかがきぎくぐさざただはばぱまみやゃゆょらりわをん", other);
    phrases(letters, 2, only(|folding| folding.kana = true))
}

fn han() -> BoxedStrategy<Phrase> {
    let letters = forms(
        "国國 学學 会會 开開 门門 书書 马馬 鸟鳥 鱼魚 龙龍 东東 车車 见見 长長 风風 电電 气氣 变變 铁鐵 万萬 \
         听聽 说說 语語 读讀 红紅 绿綠 银銀 头頭 买買 卖賣 义義 乐樂 亲親 关關 里裡裏",
    );
    phrases(letters, 3, only(|folding| folding.han = true))
}

fn variants() -> BoxedStrategy<Phrase> {
    let letters = forms(
        "高髙 崎﨑 青靑 真眞 黄黃 郎郞 内內 吴吳呉 群羣 线線綫 峰峯 户戶戸 説說 为為爲 老⽼ 人⼈ 水⽔ 山⼭ \
         鱼⿂ 见⾒ 一⼀ 木⽊ 火⽕ 田⽥ 竹⽵ 米⽶ 金⾦ 雨⾬",
    );
    phrases(letters, 3, only(|folding| folding.han = true))
}

fn ligatures() -> BoxedStrategy<Phrase> {
    let lines = "fi ﬁ\nfl ﬂ\nff ﬀ\nffi ﬃ\nffl ﬄ\nst ﬆ\nij ĳ\na\nb\nn\no\nu";
    let spelled =
        |text: &str| text.replace('ﬀ', "ff").replace(['ﬁ', 'ﬂ'], "f").replace(['ﬃ', 'ﬄ'], "ff");
    phrases(letters(lines), 2, only(|folding| folding.width = true))
        .prop_filter("no word has four f beside each other", move |phrase| {
            !spelled(&phrase.query).contains("ffff")
        })
        .boxed()
}

/// A sign for a word is the word, beside numbers; within a word it is not.
fn signs_for_words() -> BoxedStrategy<Phrase> {
    let signs =
        letters("kg ㎏\nmm ㎜\nkm ㎞\nkHz ㎑\nNo №\nTEL ℡\nlog ㏒\n(1) ⑴\n1. ⒈\n株式会社 ㍿");
    (select(signs), 1..100_usize, any::<Index>())
        .prop_map(|(forms, number, asked)| {
            let same: Vec<String> =
                forms.iter().map(|sign| format!("{number} {sign} {number}")).collect();
            let near = forms.iter().flat_map(|sign| {
                [format!("{number} {sign}"), format!("{number} q{sign} {number}")]
            });
            let folding = only(|folding| folding.width = true);
            Phrase { query: asked.get(&same).clone(), folding, near: near.collect(), same }
        })
        .boxed()
}

fn compatible() -> BoxedStrategy<Phrase> {
    let lines = "2 ² ₂\n3 ³ ₃\n1 ① ¹\n7 ⑦ ⁷ ₇\na ａ ᵃ ⓐ\nb ｂ ⓑ\nm ｍ ⓜ\nn ⁿ";
    phrases(letters(lines), 1, only(|folding| folding.width = true))
}

fn digits() -> BoxedStrategy<Phrase> {
    let digit = |c: char| {
        ['٠', '۰', '०', '๐', '０', '০']
            .map(|zero| char::from_u32(u32::from(zero) + u32::from(c) - 48).unwrap().to_string())
            .to_vec()
    };
    phrases(each("0123456789", digit), 7, only(|folding| folding.width = true))
}

fn accents() -> BoxedStrategy<Phrase> {
    let lines = "a á à ä ã å ą ă ấ ặ a\u{301}\nc ç č ć\nd đ ď\ne é è ê ë ę ế\nh ħ\ni í ï ı\nl ł ľ\nn ñ ń\no ö ø ő ơ ợ\nr ř\n\
                 s š ş ș\nu ü ű ư ů\ny ý ÿ\nz ž ż\nе ё\nи й\nα ά\nω ώ";
    phrases(letters(lines), 12, only(|folding| folding.accents = true))
}

fn joined_letters() -> BoxedStrategy<Phrase> {
    let folding = only(|folding| (folding.accents, folding.case) = (true, Case::Fold));
    phrases(letters("ae æ Æ AE\noe œ Œ\nss ß ẞ SS\nb\nk\nn\nu"), 4, folding)
}

fn arabic() -> BoxedStrategy<Phrase> {
    let lines = "ا أ إ آ\nب بَ بِ بّ\nت تُ تـ\nه ة\nي ى ی\nك ک كـ\nل لْ\nم مٌ\nس\nر\nع";
    phrases(letters(lines), 1, only(|folding| folding.accents = true))
}

fn hebrew() -> BoxedStrategy<Phrase> {
    let lines = "א אָ\nב בּ\nג\nד דֶ\nה\nו וֹ\nל\nמ מְ\nש שׁ שׂ";
    phrases(letters(lines), 2, only(|folding| folding.accents = true))
}

fn punctuation() -> BoxedStrategy<Phrase> {
    let lines = "a\nb\n雨\n, ， 、 ﹐\n: ： ﹕\n; ；\n! ！\n? ？\n( （\n) ）\n\" “ ” 「 』 «\n' ’ ‘\n[ 【 〔\n~ 〜 ～";
    phrases(letters(lines), 2, only(|folding| folding.punctuation = true))
}

/// Returns `number`, less than 10,000, as it is read in Chinese.
fn chinese(number: usize) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let (mut words, mut gap) = (String::new(), false);
    for (place, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / place % 10;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        if gap {
            words.push(DIGITS[0]);
        }
        gap = false;
        if !(place == 10 && digit == 1 && words.is_empty()) {
            words.push(DIGITS[digit]);
        }
        words.push_str(sign);
    }
    words
}

fn ordinals() -> BoxedStrategy<Phrase> {
    let number = prop_oneof![1..100_usize, 1..10_000_usize];
    (number, any::<Index>(), 0..10_usize)
        .prop_map(|(number, asked, digit)| {
            let wide: String = number
                .to_string()
                .chars()
                .map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap())
                .collect();
            let places: String = number
                .to_string()
                .chars()
                .map(|c| "〇一二三四五六七八九".chars().nth(c as usize - 48).unwrap())
                .collect();
            let numbers = [
                number.to_string(),
                wide,
                chinese(number),
                chinese(number).replace('零', "〇"),
                places,
            ];
            let same: Vec<String> = numbers.iter().map(|number| format!("第{number}章")).collect();
            let others = [number * 10 + digit, number + 1, number + 10_000 * (digit + 1)];
            let mut near: Vec<String> =
                others.iter().map(|number| format!("第{number}章")).collect();
            near.extend(
                [number + 1, number + 10]
                    .iter()
                    .filter(|one| **one < 10_000)
                    .map(|one| format!("第{}章", chinese(*one))),
            );
            Phrase { query: asked.get(&same).clone(), folding: Folding::default(), same, near }
        })
        .boxed()
}

/// Returns `number`, less than 400, in Roman letters.
fn roman(mut number: usize) -> String {
    let mut letters = String::new();
    for (value, sign) in [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while number >= value {
            letters.push_str(sign);
            number -= value;
        }
    }
    letters
}

fn numbers() -> BoxedStrategy<Phrase> {
    let folding = Folding { numbers: Numbers::Alike, case: Case::Fold, ..Folding::default() };
    (2..40_usize, any::<Index>())
        .prop_map(move |(number, asked)| {
            let written = |number: usize| {
                [
                    format!("Part {number}"),
                    format!("Part {}", roman(number)),
                    format!("Part {}", chinese(number)),
                ]
            };
            let same = written(number).to_vec();
            // A single letter is no number to who types it.
            let asked = if roman(number).len() == 1 { &same[0] } else { asked.get(&same) };
            // What was typed is found wherever it stands: VI in VII.
            let near = written(number + 1).into_iter().chain(written(number + 100));
            let near = near.filter(|other| !other.contains(asked)).collect();
            Phrase { query: asked.clone(), folding, near, same: same.clone() }
        })
        .boxed()
}

/// Characters of one reading each, as far as a reader of today knows, with it.
const PINYIN: &str = "公gong 司si 离li離li 开kai開kai 人ren 民min 山shan 水shui 天tian 风feng風feng 雨yu 学xue學xue 东dong東dong \
                      金jin 木mu 火huo 春chun 花hua 月yue 书shu書shu 门men門men 马ma馬ma 云yun雲yun 光guang 走zou 飞fei飛fei";

fn by_sound() -> Folding {
    Folding { pinyin: true, ..Folding::default() }
}

/// Returns the characters of each reading.
fn readings() -> Vec<(String, Vec<String>)> {
    let of = |word: &str| {
        let reading: String = word.chars().skip(1).take_while(char::is_ascii_alphabetic).collect();
        (reading, word.chars().filter(|c| !c.is_ascii()).map(String::from).collect())
    };
    PINYIN.split_whitespace().map(of).collect()
}

fn pinyin() -> BoxedStrategy<Phrase> {
    let seeds = prop::collection::vec(any::<Index>(), 24);
    (prop::collection::vec(select(readings()), 2..6), seeds, any::<bool>())
        .prop_map(|(words, seeds, whole)| {
            let letters: Vec<Vec<String>> = words.iter().map(|(_, forms)| forms.clone()).collect();
            let whole_words: String = words.iter().map(|(reading, _)| reading.as_str()).collect();
            let firsts: String =
                words.iter().filter_map(|(reading, _)| reading.chars().next()).collect();
            // `sh` begins one syllable.
            let one = ["zh", "ch", "sh"].iter().any(|first| firsts.contains(first));
            let query = if whole || one { whole_words } else { firsts };
            Phrase { query, ..phrase(&letters, &seeds, &seeds, by_sound()) }
        })
        .boxed()
}

fn romaji() -> BoxedStrategy<Phrase> {
    let syllables = "か カ ｶ ka\nき キ ｷ ki\nさ サ sa\nし シ shi\nす ス su\nた タ ta\nち チ chi\nつ ツ tsu\nな ナ na\nに ニ ni\nは ハ ha\n\
                     ふ フ fu\nま マ ma\nみ ミ mi\nや ヤ ya\nら ラ ra\nり リ ri\nわ ワ wa\nが ガ ｶﾞ ga\nじ ジ ji\nば バ ba\nぱ パ ﾊﾟ pa\nきゃ キャ kya\nしょ ショ sho";
    let any = prop::collection::vec(any::<Index>(), 24);
    (prop::collection::vec(select(letters(syllables)), 2..6), any)
        .prop_map(|(words, seeds)| {
            let query: String = words.iter().filter_map(|forms| forms.last().cloned()).collect();
            let kana: Vec<Vec<String>> =
                words.iter().map(|forms| forms[..forms.len() - 1].to_vec()).collect();
            Phrase { query, ..phrase(&kana, &seeds, &seeds, by_sound()) }
        })
        .boxed()
}

fn first_consonants() -> BoxedStrategy<Phrase> {
    const CONSONANTS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    let syllables = prop::collection::vec((0..19_u32, 0..588_u32, 0..588_u32), 2..6);
    syllables
        .prop_map(|syllables| {
            let word = |rest: fn(&(u32, u32, u32)) -> u32| -> String {
                syllables
                    .iter()
                    .map(|one| char::from_u32(0xAC00 + one.0 * 588 + rest(one)).unwrap())
                    .collect()
            };
            let query = syllables
                .iter()
                .map(|one| CONSONANTS.chars().nth(one.0 as usize).unwrap())
                .collect();
            let same = vec![word(|one| one.1), word(|one| one.2)];
            let near = same.iter().map(|word| word.chars().skip(1).collect()).collect();
            Phrase { query, folding: by_sound(), same, near }
        })
        .boxed()
}

/// All of what is planted that is the phrase is found, and nothing else.
fn check(phrase: &Phrase, order: &[Index]) -> Result<(), TestCaseError> {
    let all = phrase
        .same
        .iter()
        .map(|text| (text, true))
        .chain(phrase.near.iter().map(|text| (text, false)));
    let all: Vec<(&String, bool)> = all.collect();
    let planted: Vec<(&String, bool)> = order.iter().map(|index| *index.get(&all)).collect();
    let mut text = String::from(EDGE);
    for (planted, _) in &planted {
        write!(text, "{planted}{EDGE}").unwrap();
    }
    let query = Query { folding: phrase.folding, ..Query::words(&phrase.query) };
    let matcher = Matcher::new(&query).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let found: Vec<&str> = matcher.matches(&text).map(|range| &text[range]).collect();
    let expected: Vec<&str> =
        planted.iter().filter(|(_, same)| *same).map(|(text, _)| text.as_str()).collect();
    prop_assert_eq!(found, expected, "{} in {}", &phrase.query, text);
    Ok(())
}

macro_rules! all_and_nothing_else {
    ($($name:ident: $phrases:expr;)+) => { proptest! { $(
        #[test]
        fn $name(phrase in $phrases, order in prop::collection::vec(any::<Index>(), 1..12)) {
            check(&phrase, &order)?;
        }
    )+ } };
}

all_and_nothing_else! {
    capitals_and_small_letters: case();
    full_and_half_width: width();
    hiragana_and_katakana: kana();
    simplified_and_traditional_characters: han();
    variants_and_radicals: variants();
    letters_in_one_sign: ligatures();
    signs_for_words_and_numbers: signs_for_words();
    raised_and_circled_signs: compatible();
    digits_of_all_scripts: digits();
    letters_with_and_without_accents: accents();
    joined_and_plain_letters: joined_letters();
    arabic_letters_and_points: arabic();
    hebrew_points: hebrew();
    forms_of_punctuation: punctuation();
    ordinals_in_each_way_to_write_them: ordinals();
    numbers_in_each_way_to_write_them: numbers();
    readings_of_chinese_characters: pinyin();
    japanese_in_latin_letters: romaji();
    first_consonants_of_korean: first_consonants();
}

#[test]
fn numbers_of_the_tests_are_written_as_people_do() {
    let words = [1, 10, 12, 20, 100, 103, 110, 112, 1000, 1005, 1050, 2024].map(chinese);
    let expected = [
        "一",
        "十",
        "十二",
        "二十",
        "一百",
        "一百零三",
        "一百一十",
        "一百一十二",
        "一千",
        "一千零五",
        "一千零五十",
        "二千零二十四",
    ];
    assert_eq!((words.each_ref().map(String::as_str), roman(39)), (expected, "XXXIX".to_owned()));
}
