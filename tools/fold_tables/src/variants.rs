//! Ideographs that are written for one another, and radicals.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Forms of one ideograph that Unicode keeps apart for the sake of older standards, where Unihan has no word of it.
const FORMS: &str = "青靑 清淸 晴晴 精精 淨净 倂併 吿告 噓嘘 增増 奧奥 姬姫 尙尚 彥彦 揷挿 敎教 晚晩 查査 步歩 溫温 \
    瑤瑶 眞真 稅税 緖緒 緣縁 荆荊 虛虚 衞衛 遙遥 銳鋭 閱閲 靜静 頹頽 飮飲 黑黒 旣既 巢巣 卽即 剝剥 卷巻 悅悦 慎愼 毀毁 \
    瀨瀬 硏研 絕絶 綠緑 脫脱 蔥葱 踴踊 贊賛 郞郎 錄録 顚顛 塡填 塀塀 屛屏 幷并 橫横 歷歴 每毎 敏敏 祿禄 福福 頻頻 \
    兌兑 說説 蛻蜕 疎疏 内內 吴吳 呉吳 黄黃 廣広 戶戸 户戶 爲為 妝妆 麪麵 羣群 峯峰 裡裏 綫線 鷄雞 煙烟 啓啟 牀床 爐炉";

/// Forms in which one name is often written in Japan, where Unihan has no word of it. They are put together by hand.
const NAMES: &str = "斉斎 島嶋 島嶌 嶋嶌 富冨 園薗 野埜 晃晄 槙槇 萌萠 堯尭 渕淵 桑桒 館舘 橋槗 土圡 船舩 \
    釜釡 秋秌 吉𠮷 虎乕 卯夘 多夛 卒卆 鉄鐡 鶴靏 鶴靎 邊邉 柏栢 勲勛 壺壷 靭靱";

/// The ranges of the first levels of the standards, in the bytes of an encoding: the ideographs in everyday use.
const EVERYDAY: [(&encoding_rs::Encoding, u16, u16); 3] = [
    (encoding_rs::GBK, 0xB0A1, 0xD7F9),
    (encoding_rs::BIG5, 0xA440, 0xC67E),
    (encoding_rs::EUC_JP, 0xB0A1, 0xCFD3),
];

/// Returns the table of the pairs of `database` that `known` has not.
pub fn table(database: &Path, known: &str) -> Result<String, Box<dyn Error>> {
    let variants = fs::read_to_string(database.join("Unihan_Variants.txt"))?;
    let radicals = fs::read_to_string(database.join("EquivalentUnifiedIdeograph.txt"))?;
    let known: BTreeSet<&str> = known.lines().collect();
    let forms = [FORMS, NAMES].into_iter().flat_map(str::split_whitespace).filter_map(pair);
    let same = variants.lines().flat_map(|line| values(line, "kZVariant"));
    let alike = variants.lines().flat_map(|line| values(line, "kSemanticVariant"));
    let alike = alike.filter(|&(a, b)| are_one_word(a, b));
    let all = forms.chain(same).chain(alike).chain(radicals.lines().flat_map(radical));
    let pairs: BTreeSet<(char, char)> =
        all.map(|(a, b)| (a.min(b), a.max(b))).filter(|(a, b)| a != b).collect();
    let mut table = String::from(
        "# Ideographs that are written for one another, and radicals with the ideographs that look like them, a pair a\n\
         # line. Written by tools/fold_tables from Unihan and the Unicode Character Database (Unicode-3.0), with forms of names\n\
         # in Japan, put together by hand.\n",
    );
    for (a, b) in pairs {
        let line = format!("{a}{b}");
        if !known.contains(line.as_str()) {
            writeln!(table, "{line}")?;
        }
    }
    Ok(table)
}

fn pair(text: &str) -> Option<(char, char)> {
    let mut characters = text.chars();
    Some((characters.next()?, characters.next()?))
}

/// Returns the pairs of a line like `U+5D0E⇥kSemanticVariant⇥U+FA11<kMorohashi U+57FC`, if it is of `field`.
fn values(line: &str, field: &str) -> Vec<(char, char)> {
    let mut columns = line.split('\t');
    let (Some(first), Some(kind), Some(values)) = (columns.next(), columns.next(), columns.next())
    else {
        return Vec::new();
    };
    let values = values.split(' ').filter_map(|value| code(value.split('<').next()?));
    let first = code(first).filter(|_| kind == field);
    first.map_or_else(Vec::new, |first| values.map(|value| (first, value)).collect())
}

fn code(text: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(text.trim().trim_start_matches("U+"), 16).ok()?)
}

/// Returns the pairs of a line like `2E81..2E82 ; 5382 # …`, if it is of radicals.
fn radical(line: &str) -> Vec<(char, char)> {
    let Some((radicals, ideograph)) = line.split('#').next().and_then(|line| line.split_once(';'))
    else {
        return Vec::new();
    };
    let (first, last) = radicals.split_once("..").unwrap_or((radicals, radicals));
    let (Some(first), Some(last), Some(ideograph)) = (code(first), code(last), code(ideograph))
    else {
        return Vec::new();
    };
    let is_radical = |c: &char| ('\u{2E80}'..='\u{2FDF}').contains(c);
    (first..=last).filter(is_radical).map(|radical| (radical, ideograph)).collect()
}

/// Whether `a` and `b` are one word to a reader: one of them is in everyday use somewhere, and nowhere are both, as
/// writers tell those apart (他 and 她, 一 and 壹).
fn are_one_word(a: char, b: char) -> bool {
    let [a, b] = [a, b].map(everyday);
    let both = a.iter().zip(b).any(|(a, b)| *a && b);
    !both && a.iter().chain(&b).any(|everyday| *everyday)
}

/// Returns for each standard whether `c` is in everyday use in it.
fn everyday(c: char) -> [bool; 3] {
    EVERYDAY.map(|(encoding, first, last)| {
        let mut utf8 = [0; 4];
        let (bytes, _, is_foreign) = encoding.encode(c.encode_utf8(&mut utf8));
        let code = <[u8; 2]>::try_from(bytes.as_ref()).map(u16::from_be_bytes);
        !is_foreign && code.is_ok_and(|code| (first..=last).contains(&code))
    })
}
