//! What a line looks like: how wide, how it begins and ends, what is in it. Nothing of its neighbours.

/// What a line is seen to be at once, whatever its length. Small: each candidate keeps its neighbours'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// About how many cells the text takes, without white space at its ends; evidence, not for layout.
    pub(super) cells: u16,
    /// About how many cells it is set in.
    pub(super) indent: u8,
    /// How it begins.
    pub(super) start: Start,
    /// How it ends.
    pub(super) end: End,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Start {
    /// With a letter or anything else.
    #[default]
    Other,
    /// With a lower-case letter.
    Lower,
    /// With a digit, in figures of any kind.
    Digit,
    /// With an opening quotation mark or a dash, as speech does.
    Quote,
    /// With another opening bracket.
    Bracket,
    /// With the bullet of a list.
    Bullet,
    /// With a hash sign.
    Hash,
    /// With a mark that prose does not begin with.
    Sign,
    /// It is a row of one mark, as parts scenes.
    Rule,
    /// It is a row of this ASCII mark, which underlines a title too.
    Underline(u8),
}

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum End {
    /// With a letter or anything else.
    #[default]
    Open,
    /// With a full stop.
    Stop,
    /// With an ellipsis.
    Ellipsis,
    /// With a question mark.
    Question,
    /// With an exclamation mark.
    Exclaim,
    /// With a colon.
    Colon,
    /// With a comma or a semicolon: the sentence goes on.
    Comma,
    /// With a closing quotation mark.
    Quote,
    /// With another closing bracket.
    Bracket,
    /// With a dash.
    Dash,
    /// With a digit.
    Digit,
    /// With a mark that closes code.
    Code,
}

impl Start {
    fn of(c: char) -> Self {
        match c {
            '“' | '"' | '「' | '『' | '‘' | '\'' | '〝' | '｢' | '«' | '»' | '„' | '‚' | '‹'
            | '›' | '—' | '―' => Self::Quote,
            '(' | '（' | '[' | '［' | '【' | '〖' | '〔' | '〈' | '<' | '＜' | '{' => {
                Self::Bracket
            }
            '-' | '*' | '•' | '·' | '◦' | '–' | '+' | '▪' | '‣' | '➢' | '・' | '>' | '●' | '○'
            | '◆' | '■' | '▸' | '✓' | '✔' | '✅' | '❌' | '→' => Self::Bullet,
            '0'..='9' | '０'..='９' => Self::Digit,
            // Most lines begin so, and it is seen at once.
            '\u{4E00}'..='\u{9FFF}' => Self::Other,
            _ if c.is_alphabetic() => {
                if c.is_lowercase() {
                    Self::Lower
                } else {
                    Self::Other
                }
            }
            '#' => Self::Hash,
            '$' | '@' | '/' | '\\' | '|' | '=' | '%' | '&' | '~' | ';' | ',' | '.' | ':' | '，'
            | '。' | '…' | '！' | '？' | '、' | '；' | '：' | '}' | ')' | '）' | ']' | '^'
            | '_' | '※' | '＊' | '★' | '☆' | '├' | '└' | '│' | '┌' => Self::Sign,
            _ => Self::Other,
        }
    }
}

impl End {
    fn of(c: char) -> Self {
        match c {
            '。' | '．' | '｡' | '.' | '।' | '॥' | '۔' | '։' | '።' | '။' | '។' => {
                Self::Stop
            }
            '…' | '⋯' => Self::Ellipsis,
            '？' | '?' | '؟' | '\u{37E}' => Self::Question,
            '！' | '!' => Self::Exclaim,
            '：' | ':' | '︰' => Self::Colon,
            '，' | ',' | '、' | '；' | ';' | '،' | '؛' => Self::Comma,
            '”' | '"' | '」' | '』' | '’' | '\'' | '〞' | '｣' | '»' | '«' | '“' | '›' | '‹' => {
                Self::Quote
            }
            ')' | '）' | ']' | '］' | '】' | '〗' | '〕' | '〉' | '>' => Self::Bracket,
            '—' | '―' | '-' | '–' | '～' | '~' | '〜' => Self::Dash,
            '0'..='9' | '０'..='９' => Self::Digit,
            '{' | '}' | '=' | '\\' | '|' | '/' | '^' | '_' | '&' | '<' => Self::Code,
            _ => Self::Open,
        }
    }

    /// Tells whether a sentence is over here.
    pub(super) fn closes(self) -> bool {
        matches!(self, Self::Stop | Self::Ellipsis | Self::Question | Self::Exclaim | Self::Quote)
    }
}

impl Glance {
    /// Returns what `line` is seen to be at once, and its text without white space at the ends; none
    /// where it is blank.
    pub(super) fn of(line: &str) -> Option<(Self, &str)> {
        let text = line.trim_matches(blank);
        let first = text.chars().next()?;
        let last = text.chars().next_back()?;
        let front = line.len() - line.trim_start_matches(blank).len();
        let indent = line.get(..front.min(64)).map_or(64, set_in);
        let start = row(text).unwrap_or_else(|| Start::of(first));
        let end = if opens_code(text) { End::Code } else { End::of(last) };
        let glance = Self { cells: cells(text), indent: indent as u8, start, end };
        Some((glance, text))
    }

    /// Tells whether the line is too wide for a heading, and so a paragraph.
    pub(super) fn is_long(self) -> bool {
        self.cells > LONG
    }

    /// Returns the column where it ends, in cells.
    pub(super) fn edge(self) -> u16 {
        self.cells.saturating_add(self.indent.into())
    }

    /// Tells whether it is short and no sentence: a heading, an item, a name.
    pub(super) fn is_stub(self) -> bool {
        !self.is_long()
            && !self.end.closes()
            && self.end != End::Colon
            && !matches!(self.start, Start::Rule | Start::Underline(_))
    }
}

/// Tells whether `text` ends in a sign that opens code below it, as in Vim's help, and closes no tag: as in this example: >
fn opens_code(text: &str) -> bool {
    text.ends_with(" >") && !text.contains('<')
}

/// Returns about how many cells white space at the start of a line takes, at the most 255.
fn set_in(blanks: &str) -> u16 {
    let tabs = blanks.bytes().filter(|&byte| byte == b'\t').count() as u16;
    (cells(blanks) + tabs * (TAB - 1)).min(u8::MAX.into())
}

/// A tab sets a line in by about so many cells.
const TAB: u16 = 8;

/// Returns what kind of row of marks `text` is, if it is one.
fn row(text: &str) -> Option<Start> {
    const MARKS: &str = "=^-－—*＊※◇◆☆★○●~～_＿·…・#＃+.■□▲△◎⁂❖✦";
    // Most lines begin with such a letter.
    let letter = |c: char| c.is_ascii_alphabetic() || ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let mark = |c: char| !letter(c) && (MARKS.contains(c) || blank(c));
    if text.len() > 240 || !text.chars().all(mark) {
        return None;
    }
    Some(underline(text).map_or(Start::Rule, Start::Underline))
}

/// Returns the mark that `text` is a row of, where such rows underline titles.
fn underline(text: &str) -> Option<u8> {
    let mark = *text.as_bytes().first()?;
    let known = b"=-~^*+#".contains(&mark);
    (known && text.len() >= 3 && text.bytes().all(|byte| byte == mark)).then_some(mark)
}

/// More cells than this make a line a paragraph.
pub(super) const LONG: u16 = 60;

/// How many bytes of a line are measured; the rest of a longer line changes nothing.
const MEASURED: usize = 256;

/// Tells whether `c` is white space or shows nothing.
pub(super) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0' | '\u{200B}' | '\u{FEFF}' | '\u{3164}')
}

/// Returns about how many cells `text` takes: two for what is three bytes or more in UTF-8.
pub(super) fn cells(text: &str) -> u16 {
    let bytes = text.as_bytes();
    let measured = bytes.get(..MEASURED).unwrap_or(bytes).iter();
    let of = |&byte: &u8| u16::from(!(0x80..0xC2).contains(&byte)) + u16::from(byte >= 0xE1);
    measured.map(of).sum()
}

/// Tells whether `text` ends in a page number after a row of dots or spaces.
fn leads(text: &str) -> bool {
    let front = text.trim_end_matches(|c: char| c.is_ascii_digit());
    front.len() < text.len()
        && (["   ", "\t", "...", "…", "··", "．．", "\u{3000}\u{3000}"]
            .iter()
            .any(|row| front.ends_with(row)))
}

/// Tells whether `c` is a letter of Han or Kana.
fn wide(c: char) -> bool {
    ('\u{3041}'..'\u{A000}').contains(&c)
}

/// Tells whether `c` closes what was opened before it.
fn closing(c: char) -> bool {
    matches!(End::of(c), End::Quote | End::Bracket) || c == '》'
}

/// Tells whether `text`, in which no space stands, is a path, an address or a call.
fn is_path(text: &str) -> bool {
    let mark = |byte: &u8| matches!(byte, b'-' | b'_' | b'.' | b'/' | b'(');
    text.is_ascii() && text.bytes().filter(mark).count() > 1
}

/// What is in a line; for the few that may be headings.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each seen or not")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LineFeatures {
    /// Letters, whatever the script.
    pub(super) letters: u16,
    /// Letters of Han, Kana and Hangul.
    pub(super) wide: u16,
    /// Letters of Hangul.
    pub(super) hangul: u16,
    /// Letters in upper case.
    pub(super) upper: u16,
    pub(super) digits: u16,
    pub(super) spaces: u16,
    /// Commas within.
    pub(super) commas: u16,
    /// Full stops, question and exclamation marks within, which a space or a wide letter follows.
    pub(super) stops: u16,
    /// Quotation marks of speech.
    pub(super) quotes: u16,
    /// Marks that code is full of.
    pub(super) code: u16,
    /// Whether a colon parts it in two.
    pub(super) pair: bool,
    /// Whether it holds an address of the web or of mail.
    pub(super) address: bool,
    /// Whether it holds a time of day or a date.
    pub(super) clock: bool,
    /// Whether it ends in a number after a row of dots or spaces, as lines of contents do.
    pub(super) leader: bool,
    /// Whether a tab or a row of spaces parts it, as it does the cells of a table.
    pub(super) cells: bool,
    /// Whether a space parts two wide letters.
    pub(super) columns: bool,
    /// Whether it ends in a particle that ends sentences.
    pub(super) particle: bool,
}

impl LineFeatures {
    /// Returns what is in `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut look = Self::default();
        let mut chars = text.chars().peekable();
        let mut before = [' ', ' '];
        while let Some(c) = chars.next() {
            let then = chars.clone().nth(1);
            look.take(before, c, [chars.peek().copied(), then]);
            let [nearest, _] = before;
            before = [c, nearest];
        }
        look.leader = leads(text);
        look.cells = look.spaces > 0 && (text.contains('\t') || text.contains("   "));
        look.particle = text.ends_with(['了', '着', '著', '吧', '呢', '啊', '過', '过']);
        look.address = (look.spaces == 0 && (is_path(text) || text.contains('_')))
            || (look.pair && text.contains("://"))
            || text.contains('@')
            || (text.contains('.') && text.contains("www."));
        look
    }

    /// Returns what is in `text`, whose label of `bytes` bytes ends no sentence.
    pub(super) fn labelled(text: &str, bytes: usize) -> Self {
        let title = text.get(bytes..).unwrap_or_default();
        let whole = Self::of(text);
        if bytes == 0 {
            return whole;
        }
        let Self { stops, cells, .. } = Self::of(title);
        Self { stops, cells, ..whole }
    }

    /// Takes `c`, with the two characters before it and the two after it, the nearest first.
    fn take(&mut self, [before, first]: [char; 2], c: char, [next, then]: [Option<char>; 2]) {
        let inner = next.is_some();
        match c {
            ' ' | '\t' | '\u{3000}' => {
                self.spaces += 1;
                // 目　录 is one word, spaced out.
                let goes_on = |c: char| wide(c) || End::of(c).closes();
                let words = wide(first) || then.is_some_and(goes_on);
                self.columns |= wide(before) && next.is_some_and(wide) && words;
            }
            ',' | '，' | '،' => self.commas += u16::from(inner),
            '。' | '！' | '？' | '；' => {
                self.stops += u16::from(next.is_some_and(|n| !closing(n)));
            }
            '.' | '!' | '?' | ';' | '।' | '؟' | '۔' | '؛' => {
                let initial = c == '.' && before.is_uppercase() && !first.is_alphanumeric();
                let apart = next == Some(' ') && !before.is_ascii_digit() && !initial;
                self.stops += u16::from(apart && (wide(before) || !then.is_some_and(wide)));
            }

            '“' | '”' | '「' | '」' | '『' | '』' | '"' => self.quotes += 1,
            ':' | '：' => {
                self.pair |= inner;
                self.code += u16::from(c == ':' && next == Some(':'));
                self.clock |= before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit());
            }
            '{' | '}' | '=' | '<' | '>' | '|' | '\\' | '$' | '#' | '[' | ']' | '_' | '^' | '~'
            | '`' => {
                self.code += 1;
            }
            '(' => self.code += u16::from(next == Some(')')),
            '年' | '月' => self.clock |= before.is_numeric(),
            // Most characters are of these, and nothing is looked up for them.
            '\u{4E00}'..='\u{9FFF}' => {
                self.letters += 1;
                self.wide += 1;
            }
            'a'..='z' => self.letters += 1,
            _ if c.is_numeric() && !c.is_alphabetic() => self.digits += 1,
            _ if c.is_alphabetic() => {
                self.letters += 1;
                self.upper += u16::from(c.is_uppercase());
                self.wide += u16::from(c >= '\u{2E80}');
                self.hangul += u16::from(('\u{AC00}'..='\u{D7A3}').contains(&c));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glance(line: &str) -> Glance {
        Glance::of(line).unwrap().0
    }

    #[test]
    fn white_space_is_no_line() {
        for line in ["", "  \t", "\u{3000}\u{3000}", "\u{FEFF}", "\0\0"] {
            assert_eq!(Glance::of(line), None);
        }
    }

    #[test]
    fn wide_letters_take_two_cells() {
        assert_eq!((glance("　　看书ab").cells, glance("　　看书ab").indent), (6, 4));
    }

    #[test]
    fn a_line_is_known_by_its_ends() {
        assert_eq!(glance("“好。”").start, Start::Quote);
        assert_eq!(glance("为什么？").end, End::Question);
        assert_eq!(glance("- 米").start, Start::Bullet);
        assert_eq!(glance("नाव चली गई।").end, End::Stop);
        assert_eq!(glance("إلى أين؟").end, End::Question);
    }

    #[test]
    fn a_point_in_a_number_ends_no_sentence() {
        assert_eq!(LineFeatures::of("What 2.0 brings").stops, 0);
        assert_eq!(LineFeatures::of("He went. She stayed").stops, 1);
    }
}
