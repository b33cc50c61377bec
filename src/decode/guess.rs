//! The likeliest encoding of bytes that no other evidence decides: what the guesser says, asked in several ways, with
//! what it is known to confuse put right.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use memchr::memchr2;

use super::{Encoding, Family, Hint, frequency};

/// How many bytes of lines that are not ASCII are enough to guess by; the guess takes 0.2 µs for each.
const ENOUGH: usize = 4 << 10;

/// How many bytes beyond ASCII leave so much open that the hint is heard.
const LITTLE: usize = 24;

/// How many bytes are enough to see that a sample begins in the middle of a character, and of most texts of East Asia
/// to tell the encoding.
const FEW: usize = 512;

/// One in so many characters at least stands in every text, where an encoding is the right one.
const FAMILIAR_SHARE: usize = 8;

/// How many pairs of bytes in the range of Korean syllables are more than chance.
const SYLLABLES: usize = 16;

/// Returns the likeliest encoding of `sample`, which is not UTF-8.
pub(super) fn guess(sample: &[u8], hint: Hint) -> Encoding {
    let lines = beyond_ascii(sample);
    let head = lines.get(..FEW).unwrap_or(&lines);
    if let Some(encoding) = obvious(head, &lines, hint) {
        return encoding;
    }
    frequency::reconsider(likeliest(&lines, hint), &lines)
}

/// Returns what the guesser says of `lines`, asked in several ways.
fn likeliest(lines: &[u8], hint: Hint) -> Encoding {
    // A sample from inside a text may begin in the middle of a character, and the wrong pairs of bytes are
    // valid too, in another encoding.
    let head = lines.get(..FEW).unwrap_or(lines);
    let shifted = lines.get(1..=FEW.min(lines.len().saturating_sub(1))).unwrap_or_default();
    let (guessed, other) = (ask(lines, hint), ask(shifted, hint));
    if other != guessed && familiar(other, shifted) > familiar(guessed, head) {
        return other;
    }
    if guessed.family() == Family::Multi && guessed.valid_of(lines).1 == 0 {
        return guessed;
    }
    // One invalid sequence rules an encoding out for the guesser. So each that fits but for a few gets a
    // second chance with them taken out.
    let wide = lines.iter().filter(|byte| !byte.is_ascii()).count();
    let mut chances: Vec<_> = Encoding::MULTI
        .iter()
        .map(|encoding| (encoding.valid_of(lines), *encoding))
        .filter(|((_, invalid), _)| (1..=1 + wide / 100).contains(invalid))
        .collect();
    chances.sort_by_key(|((_, invalid), _)| *invalid);
    let second = chances.iter().find(|((valid, _), encoding)| ask(valid, hint) == *encoding);
    second.map_or(guessed, |(_, encoding)| *encoding)
}

/// Returns whether `bytes` are Korean in EUC-KR, whatever else they are valid in: nearly all of their pairs have the
/// first byte of a syllable, as hardly any text has by chance whose characters are spread over twice the range, and
/// what else there is are few of the pairs that EUC-JP has for kana. The guesser takes the ㅋㅋ of a talk for those.
fn is_hangul(bytes: &[u8]) -> bool {
    let (mut syllables, mut kana, mut others) = (0, 0, 0);
    // After each character of ASCII another begins, wherever in one the bytes do.
    for word in bytes.split(u8::is_ascii) {
        for lead in word.as_chunks::<2>().0.iter().map(|[lead, _]| lead) {
            match lead {
                0xB0..=0xC8 => syllables += 1,
                0xA4 | 0xA5 => kana += 1,
                0xA1..=0xAC => {}
                _ => others += 1,
            }
        }
    }
    syllables >= SYLLABLES && others * 32 <= syllables && kana * 2 <= syllables
}

/// Returns the encoding of East Asia that the first few bytes of `lines`, its `head`, make likely, if all lines are valid
/// in it and what it makes of the head looks like a text: to ask the guesser of more takes a millisecond.
fn obvious(head: &[u8], lines: &[u8], hint: Hint) -> Option<Encoding> {
    if head.len() < FEW {
        return None;
    }
    let guessed = ask(head, hint);
    let fits = || guessed.family() == Family::Multi && guessed.valid_of(lines).1 == 0;
    let characters = || guessed.decode(head).text.chars().count();
    let looks = || familiar(guessed, head) * FAMILIAR_SHARE >= characters();
    (fits() && looks()).then_some(guessed)
}

/// Returns how many characters of `bytes`, read in `encoding`, stand in every text of East Asia.
fn familiar(encoding: Encoding, bytes: &[u8]) -> usize {
    const FAMILIAR: &str = "，。、：；！？「」『』“”…—\u{3000}的一是不了人我在有他大上中来來之个個這这为為以\
        이다는을를에의가은지고하기한로도사";
    let familiar = |c: &char| matches!(c, '\u{3041}'..='\u{30FE}') || FAMILIAR.contains(*c);
    encoding.decode(bytes).text.chars().filter(familiar).count()
}

/// Returns what the guesser says of `bytes`, but for Korean that it takes for other pairs of bytes.
fn ask(bytes: &[u8], hint: Hint) -> Encoding {
    let wide = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    // The hint is stronger than any number of letters: one from the mainland makes all Big5 into GBK.
    let hint = if wide < LITTLE { hint } else { Hint::default() };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, false);
    let guessed = Encoding::of(detector.guess(hint.domain(), Utf8Detection::Deny));
    let korean = guessed.family() == Family::Multi && is_hangul(bytes);
    if korean { Encoding::EUC_KR } else { guessed }
}

/// Returns the lines of `sample` that are not ASCII, from the first byte that is not, as far as they are
/// enough.
fn beyond_ascii(sample: &[u8]) -> Vec<u8> {
    let first = sample.iter().position(|byte| !byte.is_ascii()).unwrap_or(sample.len());
    let mut rest = sample.get(first..).unwrap_or_default();
    let mut kept = Vec::with_capacity(ENOUGH);
    while !rest.is_empty() && kept.len() < ENOUGH {
        let end = memchr2(b'\n', b'\r', rest).map_or(rest.len(), |at| at + 1);
        let (line, tail) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        rest = tail;
        if !line.is_ascii() {
            kept.extend(line.iter().take(ENOUGH - kept.len()));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZH: &str = "话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。";
    const JA: &str = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。";
    const KO: &str = "죽는 날까지 하늘을 우러러 한 점 부끄럼이 없기를, 잎새에 이는 바람에도";

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        Encoding::named(label).unwrap().encode(text)
    }

    #[test]
    fn the_head_of_a_long_text_of_east_asia_tells_its_encoding_alone() {
        for (label, text) in [("gbk", ZH), ("shift_jis", JA), ("euc-jp", JA), ("euc-kr", KO)] {
            let bytes = encoded(label, &text.repeat(40));
            let head = bytes.get(..FEW).unwrap();
            let told = obvious(head, &bytes, Hint::default());
            assert_eq!(told, Encoding::named(label), "{label}");
            let bad = [&bytes[..], b"\xFF\n"].concat();
            assert_eq!(obvious(head, &bad, Hint::default()), None, "{label}: it is not all valid");
        }
        let french = encoded("windows-1252", &"Où est passée la vérité? ".repeat(60));
        assert_eq!(obvious(french.get(..FEW).unwrap(), &french, Hint::default()), None);
    }
}
