//! The encodings: their names, and the text that bytes in one of them are.

mod code_page;
mod encodings_of;
mod seven_bit;
mod twice;

use std::borrow::Cow;

use encoding_rs::DecoderResult;

use code_page::KnownCodePage;

pub(crate) use seven_bit::base64;

/// How a text is written in bytes: one of the Encoding Standard of WHATWG, or what departs from the one that is nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding, Departure);

/// How an encoding departs from the one of the Encoding Standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Departure {
    /// Not at all.
    None,
    /// Its bytes from 80 on are other characters.
    CodePage(KnownCodePage),
    /// Lines that are valid UTF-8 are that: two files were joined.
    WithUtf8,
    /// HZ (RFC 1843): ASCII, with GB2312 between `~{` and `~}`.
    Hz,
    /// UTF-7 (RFC 2152): ASCII, with UTF-16 in Base64 after `+`.
    Utf7,
    /// UTF-8 that was taken for windows-1252 and written as UTF-8 once more.
    Twice,
}

/// Text, and what it cost to get it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// How many invalid sequences of bytes became one U+FFFD each.
    pub replaced: u64,
}

/// What the bytes of an encoding tell by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// UTF-8: the first byte of a character is never taken for a later one.
    Utf8,
    /// UTF-16: units of two bytes, in this order of bytes.
    Utf16 {
        /// Whether the higher byte stands first.
        big: bool,
    },
    /// One byte, one character.
    Single,
    /// ASCII is one byte below 80, and so may the later bytes of a character be, but not below 30.
    Multi,
    /// Escape sequences say what the bytes after them are; a line begins and ends in ASCII.
    Escapes,
}

/// The encodings that a reader is offered, the likeliest first.
pub static OFFERED: &[Encoding] = &[
    Encoding::UTF_8,
    Encoding::of(encoding_rs::GBK),
    Encoding::of(encoding_rs::BIG5),
    Encoding::of(encoding_rs::SHIFT_JIS),
    Encoding::of(encoding_rs::EUC_JP),
    Encoding::of(encoding_rs::ISO_2022_JP),
    Encoding::of(encoding_rs::EUC_KR),
    Encoding::UTF_16LE,
    Encoding::UTF_16BE,
    Encoding::of(encoding_rs::WINDOWS_1252),
    Encoding::IBM850,
    Encoding::IBM437,
    Encoding::MACINTOSH,
    Encoding::of(encoding_rs::WINDOWS_1250),
    Encoding::of(encoding_rs::ISO_8859_2),
    Encoding::IBM852,
    Encoding::of(encoding_rs::WINDOWS_1251),
    Encoding::MAC_CYRILLIC,
    Encoding::of(encoding_rs::KOI8_U),
    Encoding::of(encoding_rs::IBM866),
    Encoding::of(encoding_rs::WINDOWS_1253),
    Encoding::of(encoding_rs::WINDOWS_1254),
    Encoding::of(encoding_rs::WINDOWS_1255),
    Encoding::of(encoding_rs::WINDOWS_1256),
    Encoding::of(encoding_rs::WINDOWS_1257),
    Encoding::of(encoding_rs::WINDOWS_1258),
    Encoding::of(encoding_rs::WINDOWS_874),
];

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self::of(encoding_rs::UTF_8);
    /// UTF-16 with the lower byte first.
    pub const UTF_16LE: Self = Self::of(encoding_rs::UTF_16LE);
    /// UTF-16 with the higher byte first.
    pub const UTF_16BE: Self = Self::of(encoding_rs::UTF_16BE);

    /// HZ, in which Chinese is ASCII.
    pub const HZ: Self = Self(encoding_rs::WINDOWS_1252, Departure::Hz);
    /// UTF-7, in which every script is ASCII.
    pub const UTF_7: Self = Self(encoding_rs::WINDOWS_1252, Departure::Utf7);
    /// UTF-8 that was taken for windows-1252 and written as UTF-8 once more.
    pub const UTF_8_TWICE: Self = Self(encoding_rs::UTF_8, Departure::Twice);

    pub(super) const IBM437: Self =
        Self(encoding_rs::IBM866, Departure::CodePage(KnownCodePage::Ibm437));
    pub(super) const IBM850: Self =
        Self(encoding_rs::IBM866, Departure::CodePage(KnownCodePage::Ibm850));
    pub(super) const IBM852: Self =
        Self(encoding_rs::IBM866, Departure::CodePage(KnownCodePage::Ibm852));
    pub(super) const MACINTOSH: Self = Self::of(encoding_rs::MACINTOSH);
    pub(super) const MAC_CYRILLIC: Self = Self::of(encoding_rs::X_MAC_CYRILLIC);

    pub(super) const ISO_2022_JP: Self = Self::of(encoding_rs::ISO_2022_JP);
    pub(super) const GBK: Self = Self::of(encoding_rs::GBK);
    pub(super) const BIG5: Self = Self::of(encoding_rs::BIG5);
    pub(super) const SHIFT_JIS: Self = Self::of(encoding_rs::SHIFT_JIS);
    /// EUC-JP: JIS X 0208 in two bytes each.
    pub(crate) const EUC_JP: Self = Self::of(encoding_rs::EUC_JP);
    pub(super) const EUC_KR: Self = Self::of(encoding_rs::EUC_KR);

    /// The encodings in which most characters are several bytes, and invalid sequences are likely in the
    /// wrong one.
    pub(super) const MULTI: [Self; 5] =
        [Self::GBK, Self::BIG5, Self::SHIFT_JIS, Self::EUC_JP, Self::EUC_KR];

    /// Returns the encoding that people call `name`: a label of the Encoding Standard, whatever the case,
    /// or one of the other names in use for them.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        if let Some(other) = name.strip_suffix(WITH_UTF_8) {
            return Self::named(other)
                .filter(|other| Self::MULTI.contains(other))
                .map(Self::with_utf8);
        }
        let label = match name.replace(['-', '_', ' '], "").as_str() {
            "utf8" | "utf8bom" => "utf-8",
            "utf16" | "ucs2" | "utf16le" => "utf-16le",
            "utf16be" => "utf-16be",
            "gb18030" => "gb18030",
            "hz" | "hzgb2312" => return Some(Self::HZ),
            "utf7" => return Some(Self::UTF_7),
            "utf8twice" => return Some(Self::UTF_8_TWICE),
            "ibm437" | "cp437" | "437" => return Some(Self::IBM437),
            "ibm850" | "cp850" | "850" => return Some(Self::IBM850),
            "ibm852" | "cp852" | "852" => return Some(Self::IBM852),
            "macroman" => "macintosh",
            "maccyrillic" => "x-mac-cyrillic",
            "cp936" | "gb2312" | "euccn" => "gbk",
            "cp950" | "big5hkscs" => "big5",
            "cp932" | "windows31j" | "sjis" | "shiftjis" | "mskanji" => "shift_jis",
            "cp949" | "uhc" | "euckr" => "euc-kr",
            "eucjp" => "euc-jp",
            "iso2022jp" | "jis" => "iso-2022-jp",
            "koi8" | "koi8r" => "koi8-r",
            _ => name.as_str(),
        };
        let usable = |found: &&'static encoding_rs::Encoding| {
            **found != *encoding_rs::REPLACEMENT && **found != *encoding_rs::X_USER_DEFINED
        };
        encoding_rs::Encoding::for_label(label.as_bytes()).filter(usable).map(Self::of)
    }

    /// Returns the name that is shown to people.
    pub fn name(self) -> &'static str {
        match (self.1, self.0.name()) {
            (Departure::CodePage(page), _) => page.table().name,
            (Departure::Hz, _) => "HZ",
            (Departure::Utf7, _) => "UTF-7",
            (Departure::Twice, _) => "UTF-8 twice",
            (Departure::WithUtf8, "GBK") => "GBK and UTF-8",
            (Departure::WithUtf8, "Big5") => "Big5 and UTF-8",
            (Departure::WithUtf8, "Shift_JIS") => "Shift_JIS and UTF-8",
            (Departure::WithUtf8, "EUC-JP") => "EUC-JP and UTF-8",
            (Departure::WithUtf8, _) => "EUC-KR and UTF-8",
            (Departure::None, "gb18030") => "GB18030",
            (Departure::None, name) => name,
        }
    }

    /// Returns what the bytes tell by themselves.
    pub fn family(self) -> Family {
        if self == Self::UTF_8 {
            Family::Utf8
        } else if self == Self::UTF_16LE || self == Self::UTF_16BE {
            Family::Utf16 { big: self == Self::UTF_16BE }
        } else if self == Self::ISO_2022_JP || matches!(self.1, Departure::Hz | Departure::Utf7) {
            Family::Escapes
        } else if self.0.is_single_byte() {
            Family::Single
        } else {
            Family::Multi
        }
    }

    /// Returns the encoding whose mark stands at the start of `bytes`, and the length of the mark.
    pub fn marked(bytes: &[u8]) -> Option<(Self, usize)> {
        if bytes.starts_with(b"\x84\x31\x95\x33") {
            return Some((Self::of(encoding_rs::GB18030), 4));
        }
        encoding_rs::Encoding::for_bom(bytes).map(|(encoding, length)| (Self::of(encoding), length))
    }

    /// Returns `bytes`, with which a document begins, without the mark of this encoding.
    pub fn unmarked(self, bytes: &[u8]) -> &[u8] {
        let alike = |marked: Self| {
            marked == self || (marked.name() == "GB18030" && self.0 == encoding_rs::GBK)
        };
        match Self::marked(bytes).filter(|(marked, _)| alike(*marked)) {
            Some((_, length)) => bytes.get(length..).unwrap_or_default(),
            None => bytes,
        }
    }

    /// Returns the text of `bytes`. Each invalid sequence becomes one U+FFFD, as the Encoding Standard (and
    /// for UTF-8 the Unicode Standard, 3.9 Substitution of Maximal Subparts) has it; none is a mark of the
    /// byte order.
    pub fn decode(self, bytes: &[u8]) -> Decoded<'_> {
        let departed = match self.1 {
            Departure::None => None,
            Departure::CodePage(page) => {
                Some(Decoded { text: page.table().decode(bytes), replaced: 0 })
            }
            Departure::WithUtf8 => Some(self.decode_lines(bytes)),
            Departure::Hz => Some(seven_bit::hz(bytes)),
            Departure::Utf7 => Some(seven_bit::utf7(bytes)),
            Departure::Twice => Some(twice::decode(bytes)),
        };
        if let Some(decoded) = departed {
            return decoded;
        }
        let text = if self == Self::UTF_8 {
            simdutf8::compat::from_utf8(bytes).ok().map(Cow::Borrowed)
        } else {
            self.0.decode_without_bom_handling_and_without_replacement(bytes)
        };
        text.map_or_else(|| self.replace(bytes), |text| Decoded { text, replaced: 0 })
    }

    /// Returns the text of `bytes`, in which each line is in UTF-8 or in the other encoding.
    fn decode_lines(self, bytes: &[u8]) -> Decoded<'static> {
        let (mut text, mut replaced) = (String::with_capacity(bytes.len() * 3 / 2), 0);
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let other = Self::of(self.0);
            let decoded = if is_wide_utf8(line) { Self::UTF_8 } else { other }.decode(line);
            text.push_str(&decoded.text);
            replaced += decoded.replaced;
        }
        Decoded { text: Cow::Owned(text), replaced }
    }

    /// Returns the encoding in which `sample` is ASCII and yet another script, if it is sure to be.
    pub(super) fn seven_bit(sample: &[u8]) -> Option<Self> {
        if sample.is_ascii() { seven_bit::detect(sample) } else { None }
    }

    /// Returns the encoding in which `sample` is UTF-8 twice over, if it is sure to be.
    pub(super) fn twice(sample: &[u8]) -> Option<Self> {
        twice::is_sure(sample).then_some(Self::UTF_8_TWICE)
    }

    /// Returns the encoding of a file in this one, an encoding of East Asia, with lines in UTF-8.
    pub(super) fn with_utf8(self) -> Self {
        Self(self.0, Departure::WithUtf8)
    }

    fn replace(self, bytes: &[u8]) -> Decoded<'static> {
        let mut decoder = self.0.new_decoder_without_bom_handling();
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
        let mut replaced = 0;
        let mut rest = bytes;
        loop {
            let (result, read) =
                decoder.decode_to_string_without_replacement(rest, &mut text, true);
            rest = rest.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {
                    let longest = decoder.max_utf8_buffer_length_without_replacement(rest.len());
                    text.reserve(longest.unwrap_or(rest.len()) + 16);
                }
                DecoderResult::Malformed(length, after) => {
                    text.push(char::REPLACEMENT_CHARACTER);
                    replaced += 1;
                    let back = usize::from(length) + usize::from(after);
                    let bad = bytes.get(bytes.len().saturating_sub(rest.len() + back)..);
                    let bad = bad.filter(|bad| self == Self::UTF_8 && begins_with_surrogates(bad));
                    rest = bad.and_then(|bad| bad.get(SURROGATES..)).unwrap_or(rest);
                }
            }
        }
        Decoded { text: Cow::Owned(text), replaced }
    }

    /// Returns how many of the first of `bytes` are valid UTF-8.
    pub(super) fn utf8_valid_up_to(bytes: &[u8]) -> usize {
        simdutf8::compat::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len)
    }

    /// Returns `bytes` without their invalid sequences, and how many there are; a last character that is
    /// cut off is none.
    pub(super) fn valid_of(self, bytes: &[u8]) -> (Vec<u8>, usize) {
        let mut decoder = self.0.new_decoder_without_bom_handling();
        let mut text = String::with_capacity(4096);
        let (mut valid, mut invalid) = (Vec::with_capacity(bytes.len()), 0);
        let (mut kept, mut at) = (0, 0);
        loop {
            text.clear();
            let rest = bytes.get(at..).unwrap_or_default();
            let (result, read) =
                decoder.decode_to_string_without_replacement(rest, &mut text, false);
            at += read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, after) => {
                    let end = at.saturating_sub(usize::from(after));
                    let start = end.saturating_sub(usize::from(length));
                    valid.extend_from_slice(bytes.get(kept..start).unwrap_or_default());
                    kept = end;
                    invalid += 1;
                }
            }
        }
        valid.extend_from_slice(bytes.get(kept..).unwrap_or_default());
        (valid, invalid)
    }

    /// Returns the bytes of `text`, for tests.
    #[cfg(test)]
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        match self.family() {
            Family::Utf16 { big: false } => {
                text.encode_utf16().flat_map(u16::to_le_bytes).collect()
            }
            Family::Utf16 { big: true } => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => self.encoded(text).into_owned(),
        }
    }

    /// Returns the bytes of `text` in an encoding that is not UTF-16; what it has no bytes for becomes a reference.
    pub(super) fn encoded(self, text: &str) -> Cow<'_, [u8]> {
        if let Departure::CodePage(page) = self.1 {
            return text.chars().filter_map(|c| page.table().byte_of(c)).collect();
        }
        self.0.encode(text).0
    }

    pub(super) const fn of(encoding: &'static encoding_rs::Encoding) -> Self {
        Self(encoding, Departure::None)
    }

    pub(super) fn decoder(self) -> encoding_rs::Decoder {
        self.0.new_decoder_without_bom_handling()
    }
}

/// How many bytes a pair of surrogates takes where each is written as a character.
const SURROGATES: usize = 6;

/// Whether `bytes` begin with a pair of surrogates, each in three bytes: one character to programs that write CESU-8 (UTR #26).
fn begins_with_surrogates(bytes: &[u8]) -> bool {
    matches!(bytes, [0xED, 0xA0..=0xAF, 0x80..=0xBF, 0xED, 0xB0..=0xBF, 0x80..=0xBF, ..])
}

/// What stands after the name of an encoding of East Asia where some lines are UTF-8.
const WITH_UTF_8: &str = " and utf-8";

/// Whether `line` is UTF-8 with a character of three bytes or more, which a line in another encoding hardly ever is.
pub(super) fn is_wide_utf8(line: &[u8]) -> bool {
    let wide = |text: &str| text.bytes().any(|byte| byte >= 0xE0);
    std::str::from_utf8(line).is_ok_and(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_two_encodings_is_each_line_in_its_own() {
        let both = named("gbk and utf-8");
        let bytes = [named("gbk").encode("夜雨\n信\n"), "渡口\n".into(), named("gbk").encode("完")]
            .concat();
        assert_eq!(both.decode(&bytes), Decoded { text: "夜雨\n信\n渡口\n完".into(), replaced: 0 });
        assert_eq!(Encoding::named(both.name()), Some(both));
        assert_eq!(Encoding::named("koi8-r and utf-8"), None);
    }

    fn named(name: &str) -> Encoding {
        Encoding::named(name).unwrap()
    }

    #[test]
    fn valid_utf8_is_borrowed() {
        let decoded = Encoding::UTF_8.decode("看书".as_bytes());
        assert!(matches!(decoded.text, Cow::Borrowed("看书")));
        assert_eq!(decoded.replaced, 0);
    }

    #[test]
    fn each_invalid_sequence_becomes_one_replacement_and_is_counted() {
        let decoded = Encoding::UTF_8.decode(b"a\xFFb\xE4\xB8c\xC3");
        assert_eq!(decoded.text, "a\u{FFFD}b\u{FFFD}c\u{FFFD}");
        assert_eq!(decoded.replaced, 3);
        let decoded = named("gbk").decode(b"\xBF\xB4\xFF\xCA\xE9");
        assert_eq!((&*decoded.text, decoded.replaced), ("看\u{FFFD}书", 1));
    }

    #[test]
    fn a_replacement_character_that_the_author_wrote_is_not_counted() {
        let decoded = Encoding::UTF_8.decode("\u{FFFD}\u{FFFD}".as_bytes());
        assert_eq!(decoded.replaced, 0);
        let decoded = named("gb18030").decode(b"\x84\x31\xA4\x37\xFF");
        assert_eq!((&*decoded.text, decoded.replaced), ("\u{FFFD}\u{FFFD}", 1));
    }

    #[test]
    fn a_pair_of_surrogates_is_one_character() {
        let bytes = b"\xE8\xA1\xA8\xED\xA0\xBD\xED\xB8\x80\xE5\xAE\x8C\xED\xA0\xBD";
        let decoded = Encoding::UTF_8.decode(bytes);
        assert_eq!((&*decoded.text, decoded.replaced), ("表\u{FFFD}完\u{FFFD}\u{FFFD}\u{FFFD}", 4));
    }

    #[test]
    fn text_that_is_all_invalid_takes_linear_time() {
        let bytes = vec![0xFF; 1 << 20];
        assert_eq!(named("gbk").decode(&bytes).replaced, 1 << 20);
    }

    #[test]
    fn people_find_an_encoding_by_the_names_they_know() {
        let names = [
            ("gb2312", "GBK"),
            ("GB18030", "GB18030"),
            ("cp936", "GBK"),
            ("sjis", "Shift_JIS"),
            ("Shift-JIS", "Shift_JIS"),
            ("latin1", "windows-1252"),
            ("UTF8", "UTF-8"),
            ("utf-16", "UTF-16LE"),
            ("big5-hkscs", "Big5"),
            ("euc_kr", "EUC-KR"),
            ("cp437", "IBM437"),
            ("cp866", "IBM866"),
            ("mac-roman", "macintosh"),
            ("hz-gb-2312", "HZ"),
            ("utf-7", "UTF-7"),
            ("utf-8 twice", "UTF-8 twice"),
        ];
        for (name, shown) in names {
            assert_eq!(named(name).name(), shown, "{name}");
        }
        assert_eq!(Encoding::named("klingon"), None);
        assert_eq!(Encoding::named("replacement"), None);
    }

    #[test]
    fn each_offered_encoding_is_found_by_its_name() {
        for encoding in OFFERED {
            assert_eq!(Encoding::named(encoding.name()), Some(*encoding));
        }
    }

    #[test]
    fn a_mark_is_taken_off_where_it_is_the_encodings_own() {
        assert_eq!(Encoding::UTF_8.unmarked(b"\xEF\xBB\xBFa"), b"a");
        assert_eq!(Encoding::UTF_16LE.unmarked(b"\xFF\xFEa\0"), b"a\0");
        assert_eq!(named("gbk").unmarked(b"\x84\x31\x95\x33a"), b"a");
        assert_eq!(Encoding::UTF_16BE.unmarked(b"\xFF\xFEa\0"), b"\xFF\xFEa\0");
    }
}
