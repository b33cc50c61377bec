//! Which encoding bytes are in, told from a sample: by a mark, by what is valid, else by what is likely.

use memchr::memmem;

use super::encoding::is_wide_utf8;
use super::guess::guess;
use super::{Encoding, Family, old, utf16};

/// How many stretches of valid bytes with an invalid one after each are enough to see what is the rule.
const CHUNKS: usize = 1000;

/// How many lines each of two encodings has at the least, in a file of both.
const JOINED: usize = 2;

/// The encoding that bytes are taken to be in, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The encoding.
    pub encoding: Encoding,
    /// What it was told by.
    pub basis: Basis,
}

impl Verdict {
    /// Returns the verdict on a file whose head and end are in UTF-8 and in an encoding of East Asia, in either order.
    pub fn of_both(head: Self, end: Self) -> Option<Self> {
        let is_utf8 = |verdict: &Self| verdict.encoding == Encoding::UTF_8;
        let (both, other) = ([head, end], if is_utf8(&head) { end } else { head }.encoding);
        let is_sure = Encoding::MULTI.contains(&other)
            && both.iter().any(is_utf8)
            && both.iter().all(|it| it.basis != Basis::Mark);
        is_sure.then(|| Self { encoding: other.with_utf8(), basis: Basis::Guessed })
    }
}

/// What an encoding was told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The reader named it.
    Chosen,
    /// The reader named it at another time.
    Remembered,
    /// The bytes begin with its mark.
    Mark,
    /// The bytes are valid in it, which they would hardly be by chance.
    Valid,
    /// It is the likeliest.
    Guessed,
}

/// Where the reader lives, as far as that makes an encoding likelier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint(Option<[u8; 2]>);

impl Hint {
    /// Returns the hint that a name of a locale gives, like `zh_TW.UTF-8`. English gives none: people of
    /// every language set it.
    pub fn of_locale(name: &str) -> Self {
        let name = name.split(['.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        let mut words = name.split(['_', '-']);
        let language = words.next().unwrap_or_default();
        let region = words.clone().find(|word| word.len() == 2);
        let country = match (language, region) {
            ("en" | "c" | "posix" | "", _) => None,
            ("zh", None) if words.any(|word| word == "hant") => Some("tw"),
            ("zh", None) => Some("cn"),
            ("ja", _) => Some("jp"),
            ("ko", _) => Some("kr"),
            (_, None) => Some(language),
            (_, region) => region,
        };
        let letters = country.and_then(|country| country.as_bytes().try_into().ok());
        Self(letters.filter(|letters: &[u8; 2]| letters.iter().all(u8::is_ascii_lowercase)))
    }

    /// Returns the domain of the country, as guessers know it.
    pub(super) fn domain(&self) -> Option<&[u8]> {
        self.0.as_ref().map(<[u8; 2]>::as_slice)
    }
}

/// How the encoding of a text is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// By its bytes, and where these leave it open by where the reader lives.
    Detect(Hint),
    /// By the reader.
    Use(Encoding),
    /// By the reader, when they read the text before.
    Remembered(Encoding),
    /// As it was decided when the same bytes were opened before.
    Told(Verdict),
}

impl Choice {
    /// Returns the encoding; where the bytes decide, as `detect` tells it.
    pub(crate) fn verdict(self, detect: impl FnOnce(Hint) -> Verdict) -> Verdict {
        match self {
            Self::Detect(hint) => detect(hint),
            Self::Use(encoding) => Verdict { encoding, basis: Basis::Chosen },
            Self::Remembered(encoding) => Verdict { encoding, basis: Basis::Remembered },
            Self::Told(verdict) => verdict,
        }
    }

    /// Returns the choice that `told` is, if anything is.
    pub(crate) fn as_told(told: Option<Verdict>) -> Self {
        told.map_or_else(Self::default, Self::Told)
    }
}

impl Default for Choice {
    fn default() -> Self {
        Self::Detect(Hint::default())
    }
}

/// What tells an encoding from a sample; none where it decides nothing.
type Evidence = fn(&[u8], Hint) -> Option<Encoding>;

/// All evidence, the strongest first, with what it makes an encoding known by: the first that decides is believed.
const EVIDENCE: [(Basis, Evidence); 8] = [
    (Basis::Mark, |sample, _| Encoding::marked(sample).map(|(encoding, _)| encoding)),
    // Valid UTF-8 may be full of NULs, so this comes before it.
    (Basis::Guessed, |sample, _| utf16::detect(sample)),
    // Encodings of seven bits are valid UTF-8, too.
    (Basis::Guessed, |sample, _| is_iso_2022_jp(sample).then_some(Encoding::ISO_2022_JP)),
    (Basis::Guessed, |sample, _| Encoding::seven_bit(sample)),
    // Half a file of UTF-8 outweighs what is invalid in the other half.
    (Basis::Guessed, joined),
    (Basis::Guessed, |sample, _| Encoding::twice(sample)),
    (Basis::Valid, |sample, _| is_utf8(sample).then_some(Encoding::UTF_8)),
    (Basis::Guessed, |sample, hint| Some(old::reconsider(guess(sample, hint), sample))),
];

/// Returns the encoding of `sample`, the first bytes of a document or lines from inside it, by the first of `EVIDENCE`
/// that decides. A last character that is cut off does not matter, nor do a few bad bytes.
pub fn detect(sample: &[u8], hint: Hint) -> Verdict {
    let decided = EVIDENCE.iter().find_map(|(basis, evidence)| {
        evidence(sample, hint).map(|encoding| Verdict { encoding, basis: *basis })
    });
    decided.unwrap_or(Verdict { encoding: Encoding::UTF_8, basis: Basis::Guessed })
}

/// Returns the encoding of a sample in which some lines are UTF-8 and the others in an encoding of East Asia: of two files
/// that were joined.
fn joined(sample: &[u8], hint: Hint) -> Option<Encoding> {
    if simdutf8::basic::from_utf8(sample).is_ok() {
        return None;
    }
    let lines = sample.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    let (utf8, others): (Vec<&[u8]>, Vec<&[u8]>) = lines.partition(|line| is_wide_utf8(line));
    if utf8.len() < JOINED || others.len() < JOINED {
        return None;
    }
    let others = others.concat();
    if is_utf8(&others) {
        return None;
    }
    let guessed = guess(&others, hint);
    let fits = guessed.family() == Family::Multi && guessed.valid_of(&others).1 <= 1;
    fits.then(|| guessed.with_utf8())
}

/// Returns whether `sample` is ASCII with the escape sequences that begin Japanese in ISO-2022-JP.
fn is_iso_2022_jp(sample: &[u8]) -> bool {
    let begins = |escape: &[u8]| memmem::find(sample, escape).is_some();
    sample.is_ascii()
        && (begins(b"\x1B$B") || begins(b"\x1B$@"))
        && Encoding::ISO_2022_JP.valid_of(sample).1 <= sample.len() / 200
}

/// Returns whether `sample` is UTF-8: at most one sequence in twenty beyond ASCII is invalid, or one for two of three
/// bytes or more, which other encodings hardly ever hold by chance.
fn is_utf8(sample: &[u8]) -> bool {
    // A sample from inside a text may begin in the middle of a character.
    let head = sample.iter().take(3).take_while(|byte| (0x80..0xC0).contains(*byte)).count();
    let body = sample.get(head..).unwrap_or_default();
    let valid = Encoding::utf8_valid_up_to(body);
    let (valid, rest) = body.split_at_checked(valid).unwrap_or((body, &[]));
    let Err(error) = str::from_utf8(rest) else {
        return head == 0 || !body.is_ascii();
    };
    if error.error_len().is_none() {
        // Only the end is cut off. Alone it tells nothing, unless the sample is long.
        return !valid.is_ascii() || sample.len() >= 1024;
    }
    // A pair of surrogates, each in three bytes, is one character to some programs (CESU-8, UTR #26).
    let cesu = memmem::find_iter(body, b"\xED")
        .filter(|at| matches!(body.get(*at..), Some([_, 0xA0..=0xBF, 0x80..=0xBF, ..])));
    let cesu = cesu.count() * 3;
    let mut wide = 0;
    let mut long = 0;
    let mut invalid = 0;
    for chunk in body.utf8_chunks().take(CHUNKS) {
        wide += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        long += chunk.valid().bytes().filter(|byte| *byte >= 0xE0).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    // The last character may be cut off besides.
    let tail = body.get(body.len().saturating_sub(3)..).unwrap_or_default();
    let tail = tail.iter().rposition(|byte| *byte >= 0xC0).and_then(|at| tail.get(at..));
    let is_cut = |error: std::str::Utf8Error| error.error_len().is_none();
    let cut = tail.is_some_and(|tail| str::from_utf8(tail).is_err_and(is_cut));
    let invalid = invalid.saturating_sub(usize::from(cut)).saturating_sub(cesu);
    invalid * 20 <= wide || invalid * 2 <= long
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(sample: &[u8]) -> &'static str {
        detect(sample, Hint::default()).encoding.name()
    }

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        Encoding::named(label).unwrap().encode(text)
    }

    const ZH: &str = "话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。";
    const JA: &str = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。";
    const KO: &str = "죽는 날까지 하늘을 우러러 한 점 부끄럼이 없기를, 잎새에 이는 바람에도";

    /// What a text is in, what it says, and what it is taken to be in.
    const CASES: &[(&str, &str, &str)] = &[
        ("gbk", ZH, "GBK"),
        ("gbk", "北京市海淀区、上海市浦东新区、广东省广州市天河区\n", "GBK"),
        ("big5", "話說天下大勢，分久必合，合久必分。周末七國分爭，并入於秦。", "Big5"),
        ("shift_jis", JA, "Shift_JIS"),
        ("euc-jp", JA, "EUC-JP"),
        ("euc-jp", "山田太郎、佐藤花子、東京都千代田区、大阪市中央区、京都市左京区\n", "EUC-JP"),
        ("iso-2022-jp", JA, "ISO-2022-JP"),
        ("euc-kr", KO, "EUC-KR"),
        ("euc-kr", TALK, "EUC-KR"),
        ("windows-1252", "Où est passée la vérité? À l’école, déjà.", "windows-1252"),
        ("windows-1252", "café", "windows-1252"),
        ("windows-1251", "Все счастливые семьи похожи друг на друга", "windows-1251"),
        ("koi8-u", "Все счастливые семьи похожи друг на друга", "KOI8-U"),
        ("utf-8", "Ã‰tÃ©, forÃªt, Ã®le, oÃ¹", "UTF-8 twice"),
        // The escapes of colours are none of Japanese.
        ("utf-8", "\u{1b}[31mred\u{1b}[0m and $B plain", "UTF-8"),
    ];

    /// A talk, whose ㅋㅋ is valid as kana.
    const TALK: &str = "[민수] [오후 8:07] 내일 봐요 ㅋㅋㅋ\n[영희] [오후 8:09] 네 ㅎㅎ 어디야?\n\
        [민수] [오후 8:07] 내일 봐요 ㅋㅋㅋ\n[영희] [오후 8:09] 네 ㅎㅎ 어디야?\n\
        [민수] [오후 8:07] 내일 봐요 ㅋㅋㅋ\n[영희] [오후 8:09] 네 ㅎㅎ 어디야?\n";

    #[test]
    fn each_text_is_taken_to_be_in_its_own_encoding() {
        for (label, text, expected) in CASES {
            assert_eq!(name(&encoded(label, text)), *expected, "{text}");
        }
    }

    #[test]
    fn a_sample_may_begin_in_the_middle_of_a_character() {
        assert_eq!(name(&encoded("euc-kr", TALK)[2..]), "EUC-KR");
    }

    #[test]
    fn a_short_text_with_a_bad_byte_stays_utf8() {
        let bytes = [&b"abc\xFF\n"[..], "看书\n第二行".as_bytes()].concat();
        assert_eq!(name(&bytes), "UTF-8");
    }

    #[test]
    fn a_mark_decides() {
        let verdict = detect(b"\xEF\xBB\xBF\xBF\xB4", Hint::default());
        assert_eq!((verdict.encoding, verdict.basis), (Encoding::UTF_8, Basis::Mark));
        assert_eq!(name(b"\xFF\xFEa\0"), "UTF-16LE");
        assert_eq!(name(b"\xFE\xFF\0a"), "UTF-16BE");
        assert_eq!(name(b"\x84\x31\x95\x33a"), "GB18030");
    }

    #[test]
    fn ascii_and_nothing_are_utf8() {
        for sample in [&b""[..], b"plain", &[0; 100]] {
            let verdict = detect(sample, Hint::default());
            assert_eq!((verdict.encoding, verdict.basis), (Encoding::UTF_8, Basis::Valid));
        }
    }

    #[test]
    fn utf8_may_be_cut_off_anywhere() {
        let bytes = ZH.as_bytes();
        for cut in 0..20 {
            let sample = bytes.get(cut..bytes.len() - cut).unwrap();
            assert_eq!(name(sample), "UTF-8", "{cut}");
        }
    }

    #[test]
    fn a_few_bad_bytes_do_not_change_the_verdict() {
        let texts = [("utf-8", ZH), ("gbk", ZH), ("shift_jis", JA), ("euc-jp", JA), ("euc-kr", KO)];
        for (label, text) in texts {
            let mut bytes = encoded(label, &text.repeat(4));
            let middle = encoded(label, text).len();
            bytes.splice(middle..middle, [0xFF]);
            let whole = Encoding::named(label).unwrap();
            assert_eq!(detect(&bytes, Hint::default()).encoding, whole, "{label}");
        }
    }

    #[test]
    fn ascii_before_the_text_does_not_hide_it() {
        let mut bytes = b"Copyright \xA9 1998\n".to_vec();
        bytes.extend(b"<p class=\"text\">\n".repeat(2000));
        bytes.extend(encoded("gbk", &ZH.repeat(4)));
        assert_eq!(name(&bytes), "GBK");
    }

    #[test]
    fn a_hint_does_not_outweigh_the_text() {
        let big5 = encoded("big5", "話說天下大勢，分久必合，合久必分。周末七國分爭，并入於秦。");
        assert_eq!(detect(&big5, Hint::of_locale("zh_CN")).encoding.name(), "Big5");
        let gbk = encoded("gbk", ZH);
        assert_eq!(detect(&gbk, Hint::of_locale("zh_TW")).encoding.name(), "GBK");
    }

    #[test]
    fn a_locale_hints_at_a_country() {
        let hints = [
            ("zh_CN.UTF-8", Some("cn")),
            ("zh", Some("cn")),
            ("zh_TW", Some("tw")),
            ("zh-Hant", Some("tw")),
            ("ja_JP.eucJP", Some("jp")),
            ("ko", Some("kr")),
            ("de_AT@euro", Some("at")),
            ("ru", Some("ru")),
            ("en_US.UTF-8", None),
            ("C.UTF-8", None),
            ("", None),
            ("日本", None),
        ];
        for (locale, country) in hints {
            let hint = Hint::of_locale(locale);
            assert_eq!(hint.domain(), country.map(str::as_bytes), "{locale}");
            assert!(!name(b"\xBF\xB4\xCA\xE9").is_empty());
            let _no_panic = detect(b"\xBF\xB4\xCA\xE9", hint);
        }
    }
}
