//! What the annotations of Aozora Bunko say: the words between `［＃` and `］`.

use super::token::is_kana;
use crate::document::Style;

/// What an annotation says. What it quotes is text before it in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AozoraNote<'a> {
    /// What is quoted is meant so.
    Style(&'a str, Style),
    /// What is quoted is read so.
    Reading(&'a str, &'a str),
    /// What is quoted is a heading of this level.
    Heading(&'a str, u8),
    /// What follows is of this kind.
    Opens(NoteSpan, Until),
    /// What was of this kind ends.
    Closes(NoteSpan),
    /// Marks stand here that say in which order the words of a Chinese text are read (返り点).
    ReturnMarks(&'a str),
    /// Such words are read with this ending (訓点送り仮名).
    Ending(&'a str),
    /// Words begin that are read as [`Self::ClosesReading`] says.
    OpensReading,
    /// The words since then are read so.
    ClosesReading(&'a str),
    /// A picture stands here, which these words tell of.
    Picture(&'a str),
    /// A remark in two small lines begins (割り注).
    OpensRemark,
    /// It ends.
    ClosesRemark,
    /// A line of a remark ends.
    RemarkLine,
    /// The page ends.
    PageBreak,
    /// What a page of cells need not show: how letters stand in a vertical line, or in the middle of a page.
    Nothing,
}

/// What goes on until it is closed, or to the end of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteSpan {
    /// Text that is meant so.
    Style(Style),
    /// A heading of this level.
    Heading(u8),
    /// Rows that begin further in.
    Indent {
        /// The cells before a paragraph's first row.
        first: u16,
        /// The cells before its other rows.
        rest: u16,
    },
    /// Rows that end so many cells before the right edge.
    AtEnd(u16),
    /// Text in a frame.
    Boxed,
    /// What needs not be shown.
    Nothing,
}

/// How far what an annotation opens goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// To the end of the line, if it is not closed before.
    LineEnd,
    /// Until it is closed.
    Closed,
}

impl<'a> AozoraNote<'a> {
    /// Returns what the annotation `words` says; none where that is not known here.
    pub(super) fn of(words: &'a str) -> Option<Self> {
        if words.starts_with('「') {
            return Self::of_quoted(words);
        }
        if let Some(reading) = words.strip_prefix("左に").and_then(reading_end) {
            return Some(Self::ClosesReading(reading));
        }
        if let Some(told) = picture(words) {
            return Some(Self::Picture(told));
        }
        if return_marks(words).is_some() {
            return Some(Self::ReturnMarks(words));
        }
        let ending = words.strip_prefix('（').and_then(|words| words.strip_suffix('）'));
        if let Some(ending) = ending.filter(|it| !it.is_empty() && it.chars().all(is_kana)) {
            return Some(Self::Ending(ending));
        }
        match words {
            "注記付き" | "左に注記付き" | "左にルビ付き" => {
                return Some(Self::OpensReading);
            }
            "割り注" => return Some(Self::OpensRemark),
            "割り注終わり" => return Some(Self::ClosesRemark),
            "改行" => return Some(Self::RemarkLine),
            _ => {}
        }
        if let Some(closed) = words.strip_suffix("終わり") {
            let closed = closed.strip_prefix("ここで").unwrap_or(closed);
            return Some(match span(closed) {
                Some(span) => Self::Closes(span),
                None if closed == "本文" => Self::Nothing,
                None => return None,
            });
        }
        let (opened, until) = match words.strip_prefix("ここから") {
            Some(opened) => (opened, Until::Closed),
            None => (words, Until::LineEnd),
        };
        match words {
            "改ページ" | "改丁" | "改段" | "改見開き" => Some(Self::PageBreak),
            "ページの左右中央" => Some(Self::Nothing),
            _ => span(opened).map(|span| Self::Opens(span, until)),
        }
    }

    /// Returns what is said of the words that `words` begins by quoting.
    fn of_quoted(words: &'a str) -> Option<Self> {
        if let Some(reading) = reading_end(words) {
            return Some(Self::ClosesReading(reading));
        }
        if let Some(told) = picture(words) {
            return Some(Self::Picture(told));
        }
        let (quoted, said) = quoted(words)?;
        if let Some(said) = said.strip_prefix("に").or_else(|| said.strip_prefix("の左に")) {
            if let Some((reading, "の注記" | "のルビ")) = self::quoted(said) {
                return Some(Self::Reading(quoted, reading));
            }
            return style(said).map(|style| Self::Style(quoted, style));
        }
        match span(said.strip_prefix("は")?)? {
            NoteSpan::Style(style) => Some(Self::Style(quoted, style)),
            NoteSpan::Heading(level) => Some(Self::Heading(quoted, level)),
            NoteSpan::Boxed => Some(Self::Style(quoted, Style::HIGHLIGHTED)),
            NoteSpan::Nothing => Some(Self::Nothing),
            NoteSpan::Indent { .. } | NoteSpan::AtEnd(..) => None,
        }
    }
}

/// The marks of the order in which words are read, as they are typed; Unicode has them from U+3191 on in this order
/// (Kanbun).
const RETURN_MARKS: &str = "レ一二三四上中下甲乙丙丁天地人";

/// Returns the marks of the order in which words are read that `words` are, two at the most.
pub(super) fn return_marks(words: &str) -> Option<String> {
    let mark = |c| {
        let at = RETURN_MARKS.chars().position(|known| known == c)?;
        char::from_u32(0x3191 + at as u32)
    };
    let marks: String = words.chars().map(mark).collect::<Option<_>>()?;
    (1..=2).contains(&marks.chars().count()).then_some(marks)
}

/// Returns how words are read that end here, as `「あめ」の注記付き終わり` says.
fn reading_end(words: &str) -> Option<&str> {
    let (reading, said) = quoted(words)?;
    matches!(said, "の注記付き終わり" | "のルビ付き終わり").then_some(reading)
}

/// Returns the words that tell of a picture in `挿絵（a.png、横320×縦240）入る`: those before its file.
fn picture(words: &str) -> Option<&str> {
    let (told, file) = words.strip_suffix("）入る")?.rsplit_once('（')?;
    let name = file.split_once('、').map_or(file, |(name, _)| name);
    let named = name.contains('.') && name.chars().all(|c| c.is_ascii_graphic());
    (named && !told.is_empty()).then_some(told)
}

/// Returns what `words` quotes at its start, and what follows it.
fn quoted(words: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, c) in words.char_indices() {
        match c {
            '「' => depth += 1,
            '」' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let inner = words.get('「'.len_utf8()..at)?;
            return Some((inner, words.get(at + c.len_utf8()..)?)).filter(|_| c == '」');
        }
    }
    None
}

/// Returns what `words` opens or closes.
fn span(words: &str) -> Option<NoteSpan> {
    const LEVELS: [(&str, u8); 3] = [("大見出し", 1), ("中見出し", 2), ("小見出し", 3)];
    let kind = words.strip_prefix("同行").or_else(|| words.strip_prefix("窓")).unwrap_or(words);
    if let Some((_, level)) = LEVELS.iter().find(|(name, _)| *name == kind) {
        return Some(NoteSpan::Heading(*level));
    }
    match words {
        "罫囲み" => Some(NoteSpan::Boxed),
        "縦中横" | "横組み" | "字詰め" | "キャプション" | "大きな文字" | "小さな文字" => {
            Some(NoteSpan::Nothing)
        }
        "字下げ" => Some(NoteSpan::Indent { first: 0, rest: 0 }),
        "地付き" | "字上げ" => Some(NoteSpan::AtEnd(0)),
        _ => style(words).map(NoteSpan::Style).or_else(|| edge(words)),
    }
}

/// The kinds of dots beside letters.
const DOTS: [&str; 9] =
    ["", "白ゴマ", "丸", "白丸", "黒三角", "白三角", "二重丸", "蛇の目", "ばつ"];

/// The kinds of lines beside letters.
const LINES: [&str; 7] = ["傍線", "二重傍線", "鎖線", "鎖傍線", "破線", "破傍線", "波線"];

/// Returns how text is meant that `words` names.
fn style(words: &str) -> Option<Style> {
    let words = words.strip_prefix("左に").unwrap_or(words);
    match words {
        "太字" => Some(Style::STRONG),
        "斜体" => Some(Style::EMPHASIS),
        "取消線" => Some(Style::STRUCK),
        "上付き小文字" | "行右小書き" => Some(Style::RAISED),
        "下付き小文字" | "行左小書き" => Some(Style::LOWERED),
        _ if words.strip_suffix("傍点").is_some_and(|kind| DOTS.contains(&kind)) => {
            Some(Style::EMPHASIS)
        }
        _ if LINES.contains(&words) => Some(Style::UNDERLINED),
        _ => None,
    }
}

/// Returns where rows begin or end as `words` says: `２字下げ、折り返して３字下げ`, `地から１字上げ`. How many characters a
/// line of the page has, and how large they are, is nothing to a page of cells.
fn edge(words: &str) -> Option<NoteSpan> {
    let size = ["段階大きな文字", "段階小さな文字", "字詰め"];
    if let Some(count) = size.iter().find_map(|size| words.strip_suffix(size)) {
        return cells(count).map(|_| NoteSpan::Nothing);
    }
    if let Some(raised) = words.strip_prefix("地から") {
        return Some(NoteSpan::AtEnd(cells(raised.strip_suffix("字上げ")?)?));
    }
    let (first, rest) = match words.split_once("、折り返して") {
        Some((first, rest)) => (first, Some(rest)),
        None => (words, None),
    };
    let first = match first {
        "改行天付き" | "天付き" => 0,
        _ => cells(first.strip_suffix("字下げ")?)?,
    };
    let rest = match rest {
        Some(rest) => cells(rest.strip_suffix("字下げ")?)?,
        None => first,
    };
    Some(NoteSpan::Indent { first, rest })
}

/// Returns the cells of so many wide characters as `number` says, in digits of either width.
fn cells(number: &str) -> Option<u16> {
    let digits = number.chars().map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => Some(c),
    });
    let count: u16 = digits.collect::<Option<String>>()?.parse().ok()?;
    (count <= MOST).then_some(count * 2)
}

/// The most characters that a row begins further in; a page has no more in a line.
const MOST: u16 = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_meant_so() {
        let said = AozoraNote::of;
        assert_eq!(said("「雨」に傍点"), Some(AozoraNote::Style("雨", Style::EMPHASIS)));
        assert_eq!(said("「雨」の左に白ゴマ傍点"), Some(AozoraNote::Style("雨", Style::EMPHASIS)));
        assert_eq!(
            said("「「雨」と」に傍線"),
            Some(AozoraNote::Style("「雨」と", Style::UNDERLINED))
        );
        assert_eq!(said("「雨」は太字"), Some(AozoraNote::Style("雨", Style::STRONG)));
        assert_eq!(said("「一」は中見出し"), Some(AozoraNote::Heading("一", 2)));
        assert_eq!(said("「一」は同行小見出し"), Some(AozoraNote::Heading("一", 3)));
        assert_eq!(said("「雨」に「あめ」の注記"), Some(AozoraNote::Reading("雨", "あめ")));
        assert_eq!(said("「雨」の左に「さめ」のルビ"), Some(AozoraNote::Reading("雨", "さめ")));
        assert_eq!(said("「20」は縦中横"), Some(AozoraNote::Nothing));
        assert_eq!(said("「雨」は２段階大きな文字"), Some(AozoraNote::Nothing));
        assert_eq!(said("「雨」に破線"), Some(AozoraNote::Style("雨", Style::UNDERLINED)));
        assert_eq!(said("「雨」に取消線"), Some(AozoraNote::Style("雨", Style::STRUCK)));
        assert_eq!(said("「２」は上付き小文字"), Some(AozoraNote::Style("２", Style::RAISED)));
        assert_eq!(said("「２」は行左小書き"), Some(AozoraNote::Style("２", Style::LOWERED)));
    }

    #[test]
    fn indents_are_told_in_characters() {
        let indent =
            |first, rest, until| Some(AozoraNote::Opens(NoteSpan::Indent { first, rest }, until));
        assert_eq!(AozoraNote::of("３字下げ"), indent(6, 6, Until::LineEnd));
        assert_eq!(AozoraNote::of("ここから12字下げ"), indent(24, 24, Until::Closed));
        let hung = "ここから改行天付き、折り返して１字下げ";
        assert_eq!(AozoraNote::of(hung), indent(0, 2, Until::Closed));
        assert_eq!(
            AozoraNote::of("ここから１字下げ、折り返して２字下げ"),
            indent(2, 4, Until::Closed)
        );
        let closed = NoteSpan::Indent { first: 0, rest: 0 };
        assert_eq!(AozoraNote::of("ここで字下げ終わり"), Some(AozoraNote::Closes(closed)));
        assert_eq!(
            AozoraNote::of("地から２字上げ"),
            Some(AozoraNote::Opens(NoteSpan::AtEnd(4), Until::LineEnd))
        );
        assert_eq!(AozoraNote::of("60字下げ"), indent(120, 120, Until::LineEnd));
        assert_eq!(AozoraNote::of("61字下げ"), None);
        let nothing = AozoraNote::Opens(NoteSpan::Nothing, Until::Closed);
        assert_eq!(AozoraNote::of("ここから30字詰め"), Some(nothing));
        assert_eq!(
            AozoraNote::of("ここで字詰め終わり"),
            Some(AozoraNote::Closes(NoteSpan::Nothing))
        );
    }

    #[test]
    fn a_picture_is_told_by_the_words_before_its_file() {
        let told = AozoraNote::of;
        assert_eq!(told("雨の図（fig1.png、横3×縦4）入る"), Some(AozoraNote::Picture("雨の図")));
        let caption = "「雨」のキャプション付きの図（fig1.png）入る";
        let words = "「雨」のキャプション付きの図";
        assert_eq!(told(caption), Some(AozoraNote::Picture(words)));
        for words in ["雨の図入る", "（fig1.png）入る", "雨（図）入る"] {
            assert_eq!(told(words), None, "{words}");
        }
    }

    #[test]
    fn spans_open_and_close() {
        let style = NoteSpan::Style(Style::STRONG);
        assert_eq!(AozoraNote::of("太字"), Some(AozoraNote::Opens(style, Until::LineEnd)));
        assert_eq!(AozoraNote::of("ここから太字"), Some(AozoraNote::Opens(style, Until::Closed)));
        assert_eq!(AozoraNote::of("ここで太字終わり"), Some(AozoraNote::Closes(style)));
        assert_eq!(
            AozoraNote::of("大見出し終わり"),
            Some(AozoraNote::Closes(NoteSpan::Heading(1)))
        );
        assert_eq!(AozoraNote::of("ここで罫囲み終わり"), Some(AozoraNote::Closes(NoteSpan::Boxed)));
        assert_eq!(AozoraNote::of("改丁"), Some(AozoraNote::PageBreak));
        assert_eq!(AozoraNote::of("本文終わり"), Some(AozoraNote::Nothing));
    }

    #[test]
    fn what_is_not_known_is_none() {
        for words in ["「雨」はママ", "", "「雨", "雨」に傍点", "字"] {
            assert_eq!(AozoraNote::of(words), None, "{words}");
        }
    }
}
