//! Headings that a mark names: `#` of Markdown, `==` of wikis and `AsciiDoc`, `*` of Org, commands of troff and TeX,
//! Aozora Bunko's annotations, the heads of entries in lists of changes for Debian; what stands verbatim between two marks; and what is not shown of a title.

use std::borrow::Cow;

use super::numeral::split;

/// Returns what marks `line`, without white space at its ends and set in by `indent` cells, as a heading.
pub(super) fn marked(line: &str, indent: u8) -> Option<HeadingMark> {
    let first = line.chars().next()?;
    match first {
        '#' => hashes(line),
        '=' if indent == 0 => equals(line).or_else(|| named(line)),
        '*' if indent == 0 => stars(line),
        'a'..='z' | '0'..='9' if indent == 0 && is_release(line) => Some(HeadingMark::Named(1)),
        '.' | '\\' | 'h' if indent == 0 => named(line),
        _ => aozora(line).or_else(|| edited(line).map(|_| 1)).map(HeadingMark::Named),
    }
}

/// A mark that makes its line a heading, with the level it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingMark {
    /// An annotation or a command says so in words.
    Named(u8),
    /// `#` of Markdown, which begins a comment as well.
    Hash(u8),
    /// `=` of wikis, with as many behind the title, and of `AsciiDoc`.
    Equals(u8),
    /// `*` of Org, which begins an item as well.
    Star(u8),
}

/// The most marks that stand before a title.
const DEEPEST: usize = 6;

fn hashes(line: &str) -> Option<HeadingMark> {
    let (signs, title) = split(line, |c| c == '#');
    let titled = title.starts_with([' ', '\u{3000}']) && !title.trim().is_empty();
    ((1..=DEEPEST).contains(&signs.len()) && titled).then_some(HeadingMark::Hash(signs.len() as u8))
}

/// Returns the mark of `== title ==`, `==title==` and `== title`.
fn equals(line: &str) -> Option<HeadingMark> {
    let (signs, rest) = split(line, |c| c == '=');
    let title = rest.trim_end_matches('=');
    let behind = rest.len() - title.len();
    let marked = behind == signs.len() || (behind == 0 && title.starts_with(' '));
    let titled = title.chars().any(char::is_alphanumeric);
    let deep = (1..=DEEPEST).contains(&signs.len());
    (marked && titled && deep).then_some(HeadingMark::Equals(signs.len() as u8))
}

fn stars(line: &str) -> Option<HeadingMark> {
    let (signs, title) = split(line, |c| c == '*');
    let titled = title.starts_with(' ') && title.chars().any(char::is_alphanumeric);
    ((1..=DEEPEST).contains(&signs.len()) && titled).then_some(HeadingMark::Star(signs.len() as u8))
}

/// The commands before a title, with the level that they give it: troff, perldoc, TeX, Textile.
const COMMANDS: [(&str, u8); 17] = [
    (".SH ", 1),
    (".Sh ", 1),
    (".SS ", 2),
    (".Ss ", 2),
    ("=head1 ", 1),
    ("=head2 ", 2),
    ("=head3 ", 3),
    ("\\part{", 1),
    ("\\chapter{", 2),
    ("\\section{", 3),
    ("\\section*{", 3),
    ("\\subsection{", 4),
    ("\\subsubsection{", 5),
    ("h1. ", 1),
    ("h2. ", 2),
    ("h3. ", 3),
    ("h4. ", 4),
];

/// Returns the mark of `.SH NAME`, `\section{Use}`.
fn named(line: &str) -> Option<HeadingMark> {
    command(line).map(|(_, level)| HeadingMark::Named(level))
}

/// Tells whether `line` heads an entry in a list of changes of a package for Debian: bash (5.2.15-2) unstable; urgency=medium.
fn is_release(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(" (") else { return false };
    let Some((version, rest)) = rest.split_once(") ") else { return false };
    let Some((suites, keys)) = rest.split_once("; ") else { return false };
    let words =
        |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.:~ ".contains(c));
    let word = |text: &str| words(text) && !text.contains(' ');
    word(name)
        && word(version)
        && version.starts_with(|c: char| c.is_ascii_digit())
        && words(suites)
        && keys.contains('=')
}

fn command(line: &str) -> Option<(&'static str, u8)> {
    COMMANDS.into_iter().find(|(command, _)| line.starts_with(command))
}

/// Returns the title before [edit], which stands behind the headings that are copied from a wiki.
fn edited(line: &str) -> Option<&str> {
    const WORDS: [&str; 12] = [
        "edit",
        "编辑",
        "編輯",
        "編集",
        "편집",
        "править",
        "Bearbeiten",
        "modifier",
        "editar",
        "modifica",
        "bewerken",
        "edytuj",
    ];
    let (title, note) = line.strip_suffix(']')?.rsplit_once('[')?;
    let first = note.split([' ', '|']).next()?;
    (WORDS.contains(&first) && !title.is_empty()).then_some(title.trim_end())
}

/// Returns the level of Aozora Bunko's ［＃「…」は大見出し］ (also 中, 小) or ［＃大見出し］….
fn aozora(line: &str) -> Option<u8> {
    let noted = line.ends_with('］') || line.starts_with('［');
    let at = if noted { line.find("見出し")? } else { return None };
    let (before, _) = line.split_at_checked(at)?;
    let open = before.rfind("［＃")?;
    let note = before.get(open..)?;
    match note.chars().next_back()? {
        '大' => Some(1),
        '中' => Some(2),
        '小' => Some(3),
        _ => None,
    }
}

/// Returns `line`, which `mark` marks, as a title shows it: without marks, annotations ［＃…］ and ruby 《…》.
pub(super) fn title(line: &str, mark: Option<HeadingMark>) -> Cow<'_, str> {
    let line = unmarked(line, mark);
    if !line.contains(['［', '《', '｜']) {
        return Cow::Borrowed(line);
    }
    let shown = without(line, "［＃", '］', |_| true);
    let shown = without(&shown, "《", '》', |ruby| ruby.chars().all(kana));
    Cow::Owned(shown.replace('｜', "").trim().to_owned())
}

fn unmarked(line: &str, mark: Option<HeadingMark>) -> &str {
    match mark {
        Some(HeadingMark::Equals(_)) => line.trim_matches('=').trim(),
        Some(HeadingMark::Star(_)) => line.trim_start_matches('*').trim(),
        Some(HeadingMark::Named(_)) if let Some((command, _)) = command(line) => {
            line.trim_start_matches(command).trim_matches(['}', '"', ' '])
        }
        Some(HeadingMark::Named(_)) if let Some(title) = edited(line) => title,
        _ => line.trim_start_matches('#').trim_end_matches('#').trim(),
    }
}

/// Returns `text` without what stands between `open` and `close`, both gone too, where it is `idle`.
fn without(text: &str, open: &str, close: char, idle: impl Fn(&str) -> bool) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, inner)) = rest.split_once(open)
        && let Some((note, after)) = inner.split_once(close)
    {
        shown.push_str(before);
        if !idle(note) {
            shown.push_str(open);
            shown.push_str(note);
            shown.push(close);
        }
        rest = after;
    }
    shown + rest
}

fn kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}')
}

/// What opens and closes lines that stand verbatim, as code does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fence {
    /// No line stands verbatim.
    #[default]
    Open,
    /// They do until this closes them; it opened before the line with this number among those with text.
    Until(&'static str, u64),
}

/// What opens verbatim lines, and what closes them.
const FENCES: [(&str, &str); 7] = [
    ("```", "```"),
    ("~~~", "~~~"),
    ("#+begin_src", "#+end_src"),
    ("#+BEGIN_SRC", "#+END_SRC"),
    ("#+begin_example", "#+end_example"),
    ("<pre>", "</pre>"),
    ("\\begin{verbatim}", "\\end{verbatim}"),
];

impl Fence {
    /// Takes the next line, the one with the number `ordinal` among those with text; tells whether it is a fence or
    /// stands verbatim.
    pub(super) fn take(&mut self, line: &str, ordinal: u64) -> bool {
        match *self {
            Self::Until(close, _) => {
                if line.starts_with(close) {
                    *self = Self::Open;
                }
                true
            }
            Self::Open => {
                let begun = line.starts_with(['`', '~', '#', '<', '\\']);
                let opener =
                    FENCES.iter().filter(|_| begun).find(|(open, _)| line.starts_with(open));
                let Some((open, close)) = opener else { return false };
                // A row of ~ parts as well, and ```code``` is whole.
                let row = open.starts_with('~')
                    && line.len() > open.len()
                    && line.bytes().all(|byte| byte == b'~');
                let whole = line.get(open.len()..).is_some_and(|rest| rest.contains(close));
                if !row && !whole {
                    *self = Self::Until(close, ordinal);
                }
                !row
            }
        }
    }

    /// Returns the number of the line that opened verbatim lines which nothing has closed.
    pub(super) fn unclosed(self) -> Option<u64> {
        match self {
            Self::Open => None,
            Self::Until(_, ordinal) => Some(ordinal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_name_the_level() {
        assert_eq!(marked("出発［＃「出発」は中見出し］", 0), Some(HeadingMark::Named(2)));
        assert_eq!(
            marked("［＃大見出し］出発［＃大見出し終わり］", 0),
            Some(HeadingMark::Named(1))
        );
        assert_eq!(marked("この見出しは小さい", 0), None);
    }

    #[test]
    fn a_hash_and_a_space_mark_a_title() {
        assert_eq!(marked("## Use", 0), Some(HeadingMark::Hash(2)));
        assert_eq!(marked("#include <a.h>", 0), None);
        assert_eq!(marked("# ", 0), None);
    }

    #[test]
    fn a_title_shows_no_ruby_and_no_annotation() {
        assert_eq!(
            title("《はる》［＃４字下げ］｜山道《やまみち》［＃「山道」は大見出し］", None),
            "山道"
        );
        assert_eq!(title("《西游记》读后", None), "《西游记》读后");
    }

    #[test]
    fn each_markup_has_its_marks() {
        for (line, mark, shown) in [
            ("== 历史 ==", HeadingMark::Equals(2), "历史"),
            ("==History==", HeadingMark::Equals(2), "History"),
            ("=== Hull", HeadingMark::Equals(3), "Hull"),
            ("** Tides", HeadingMark::Star(2), "Tides"),
            (
                "bash (5.2-1~a) unstable; urgency=medium",
                HeadingMark::Named(1),
                "bash (5.2-1~a) unstable; urgency=medium",
            ),
            (".SH \"SEE ALSO\"", HeadingMark::Named(1), "SEE ALSO"),
            ("\\section{Use}", HeadingMark::Named(3), "Use"),
            ("## Use ##", HeadingMark::Hash(2), "Use"),
        ] {
            assert_eq!(marked(line, 0), Some(mark), "{line}");
            assert_eq!(title(line, Some(mark)), shown);
        }
        for line in
            ["=====", "= = =", "a == b", "*bold* words", "***", ".TH GREP 1", "f (a) b; c = d(e)"]
        {
            assert_eq!(marked(line, 0), None, "{line}");
        }
    }

    #[test]
    fn lines_between_fences_stand_verbatim() {
        let mut fence = Fence::default();
        let lines = ["text", "```sh", "# list", "```", "text", "~~~~~~", "text", "```a```", "text"];
        let verbatim: Vec<bool> = lines.iter().map(|line| fence.take(line, 0)).collect();
        assert_eq!(verbatim, [false, true, true, true, false, false, false, true, false]);
    }
}
