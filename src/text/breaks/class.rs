//! What the rules for the ends of rows ask of a character: one class each (CLREQ, JLREQ appendix A).

use unicode_width::UnicodeWidthChar;

use super::is_space;

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space.
    Space,
    /// What forbids a break beside it: no-break spaces, joiners.
    Glue,
    /// A Han character, kana or the like.
    Cjk,
    /// A Korean syllable or letter.
    Hangul,
    /// A letter of an alphabet.
    Letter,
    /// A digit as in ASCII.
    Digit,
    /// A digit two cells wide.
    WideDigit,
    /// An opening bracket or Chinese quote: never ends a row.
    Open,
    /// A closing bracket or Chinese quote: never begins a row.
    Close,
    /// A quotation mark that opens in most languages: `“` `‘` `«`.
    OpenQuote,
    /// A quotation mark that closes in most languages: `”` `’` `»`.
    CloseQuote,
    /// `"`, whose direction only its number tells.
    StraightQuote,
    /// A full or half stop, which never begins a row.
    Stop,
    /// A centred stop, which may begin a row at level loose: `：` `；` `！` `？`.
    CentredStop,
    /// A stop of ASCII.
    AsciiStop,
    /// A dot between words: `·` `・`.
    Interpunct,
    /// A mark that connects: `–` `～`.
    Connector,
    /// `-` and `~`.
    Hyphen,
    /// A dash, of which two belong together.
    Dash,
    /// A leader or ellipsis, of which two belong together.
    Ellipsis,
    /// A mark that repeats the character before it.
    Iteration,
    /// The upper half of a repeat mark two rows high.
    RepeatUpper,
    /// The lower half of it.
    RepeatLower,
    /// A small kana or the mark of a long vowel.
    SmallKana,
    /// A sign that belongs to the number before it.
    Suffix,
    /// A sign that belongs to the number after it.
    Prefix,
    /// `/` and `／`.
    Solidus,
    /// `+` and `#`, as in C++.
    Sign,
    /// What only changes how the character before it looks.
    Mark,
    /// Anything else.
    Other,
}

impl Class {
    /// Returns the class of `c`.
    pub(super) fn of(c: char) -> Self {
        if c.is_ascii() {
            return Self::of_ascii(c);
        }
        match c {
            '\u{4E00}'..='\u{9FFF}' => Self::Cjk,
            _ if is_mark(c) => Self::Mark,
            '\u{80}'..='\u{2E7F}' => Self::of_narrow(c),
            '\u{3000}'..='\u{30FF}' => Self::of_kana(c),
            '\u{31F0}'..='\u{31FF}' => Self::SmallKana,
            '\u{AC00}'..='\u{D7FB}' | '\u{3131}'..='\u{318E}' | '\u{A960}'..='\u{A97C}' => {
                Self::Hangul
            }
            '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                Self::Cjk
            }
            '\u{FE10}'..='\u{FFEF}' => Self::of_form(c),
            '\u{10AF6}' => Self::Ellipsis,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }

    fn of_ascii(c: char) -> Self {
        match c {
            'A'..='Z' | 'a'..='z' => Self::Letter,
            '0'..='9' => Self::Digit,
            '(' | '[' | '{' => Self::Open,
            ')' | ']' | '}' => Self::Close,
            '.' | ',' | ':' | ';' | '!' | '?' => Self::AsciiStop,
            '"' => Self::StraightQuote,
            '-' | '~' => Self::Hyphen,
            '/' => Self::Solidus,
            '+' | '#' => Self::Sign,
            '$' => Self::Prefix,
            _ if is_space(c) => Self::Space,
            _ => Self::Other,
        }
    }

    /// Returns the class of a character below the blocks of East Asia.
    fn of_narrow(c: char) -> Self {
        match c {
            '“' | '‘' | '«' | '‹' => Self::OpenQuote,
            '”' | '’' | '»' | '›' => Self::CloseQuote,
            '—' | '―' | '⸺' | '⸻' => Self::Dash,
            '…' | '‥' | '․' | '⋯' => Self::Ellipsis,
            '·' | '‧' | '•' => Self::Interpunct,
            '‐' | '–' => Self::Connector,
            '‼' | '⁇' | '⁈' | '⁉' => Self::CentredStop,
            '°' | '‰' | '′' | '″' | '‵' | '℃' | '℉' => Self::Suffix,
            '£' | '¥' | '€' | '№' => Self::Prefix,
            '⦅' => Self::Open,
            '⦆' => Self::Close,
            '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{200D}' | '\u{2060}' | '\u{2011}' => Self::Glue,
            '\u{1100}'..='\u{11FF}' => Self::Hangul,
            _ if is_space(c) => Self::Space,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }

    /// Returns the class of a character of the blocks of CJK marks and kana.
    fn of_kana(c: char) -> Self {
        match c {
            '\u{3000}' => Self::Space,
            '、' | '。' => Self::Stop,
            '〈' | '《' | '「' | '『' | '【' | '〔' | '〖' | '〘' | '〚' | '〝' => {
                Self::Open
            }
            '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〙' | '〛' | '〞' | '〟' => {
                Self::Close
            }
            '〜' | '゠' => Self::Connector,
            '・' => Self::Interpunct,
            '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ' => Self::Iteration,
            '〳' | '〴' => Self::RepeatUpper,
            '〵' => Self::RepeatLower,
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ'
            | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ'
            | 'ー' => Self::SmallKana,
            _ => Self::Cjk,
        }
    }

    /// Returns the class of a character of the blocks of forms: vertical, small, full and half width.
    fn of_form(c: char) -> Self {
        match c {
            '︙' => Self::Ellipsis,
            '︵' | '︷' | '︹' | '︻' | '︽' | '︿' | '﹁' | '﹃' | '﹙' | '﹛' | '﹝' | '（'
            | '［' | '｛' | '｟' | '｢' => Self::Open,
            '︶' | '︸' | '︺' | '︼' | '︾' | '﹀' | '﹂' | '﹄' | '﹚' | '﹜' | '﹞' | '）'
            | '］' | '｝' | '｠' | '｣' => Self::Close,
            '，' | '．' | '｡' | '､' | '﹐' | '﹑' | '﹒' => Self::Stop,
            '！' | '？' | '：' | '；' | '︰' | '﹔' | '﹕' | '﹖' | '﹗' => {
                Self::CentredStop
            }
            '･' => Self::Interpunct,
            '～' => Self::Connector,
            '％' | '￠' | '﹪' => Self::Suffix,
            '＃' | '＄' | '￡' | '￥' => Self::Prefix,
            '／' => Self::Solidus,
            '０'..='９' => Self::WideDigit,
            'ｧ'..='ｯ' | 'ｰ' => Self::SmallKana,
            '\u{FEFF}' => Self::Glue,
            '\u{FFA0}'..='\u{FFDC}' => Self::Hangul,
            _ => Self::Cjk,
        }
    }
}

/// Returns whether `c` is written in the East Asian way, a letter or a mark.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE10}'..='\u{FE6F}' | '\u{FF01}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Returns whether `c` only changes how the character before it looks.
fn is_mark(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}'
        | '\u{1100}'..='\u{11FF}'
        | '\u{200B}'..='\u{206F}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{FEFF}' => false,
        _ => c.width() == Some(0),
    }
}
