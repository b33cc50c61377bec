//! What is looked for: the words, how they are read, and which differences do not matter.

use std::ops::Range;

use super::CharKind;
use crate::text::{ExpressionFault, fold};

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// The words or the pattern as they were typed.
    pub text: String,
    /// How `text` is read.
    pub syntax: Syntax,
    /// Where a match may begin and end.
    pub bounds: Bounds,
    /// Which differences do not matter.
    pub folding: Folding,
}

/// How something is looked for: a [`Query`] without its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SearchOptions {
    /// How the text is read.
    pub syntax: Syntax,
    /// Where a match may begin and end.
    pub bounds: Bounds,
    /// Which differences do not matter.
    pub folding: Folding,
}

/// How the text of a query is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// The words themselves.
    #[default]
    Words,
    /// A regular expression in the syntax of the crate `regex`. `^` and `$` are the ends of a line, `.` is not a line
    /// end, a space is any white space, and an empty match is none. Literal text and classes of a few characters
    /// are folded; `\w`, `\p{Han}` and the like mean what they say.
    Regex,
}

/// Where a match may begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Bounds {
    /// Anywhere.
    #[default]
    Anywhere,
    /// At word boundaries (UAX #29); beside ideographs and kana, anywhere.
    WholeWords,
}

/// Whether capitals matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Case {
    /// Only where the query has a capital.
    #[default]
    Smart,
    /// Never.
    Fold,
    /// Always.
    Exact,
}

/// Whether the ways to write a number matter: `12`, `十二`, `XII`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numbers {
    /// Only where no 第 stands before it: `第12章` is `第十二章`.
    #[default]
    Ordinals,
    /// Never.
    Alike,
    /// Always.
    Different,
}

/// The differences that do not matter, each switched by itself. The default is what a person expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Folding {
    /// Capitals and small letters.
    pub case: Case,
    /// Full and half width (`Ａ` and `A`, `ｶﾞ` and `ガ`), ligatures and other forms (`ﬁ` and `fi`, `㎏` and `kg`, `²` and
    /// `2`), digits of all scripts.
    pub width: bool,
    /// Simplified, traditional and Japanese forms of Han characters (`国`, `國`), their variants (`高`, `髙`) and
    /// radicals.
    pub han: bool,
    /// Hiragana and katakana.
    pub kana: bool,
    /// Western, East Asian and typographic forms of punctuation (`,` and `，`).
    pub punctuation: bool,
    /// Letters with and without accents and strokes (`é` and `e`, `đ` and `d`, `æ` and `ae`), points of Hebrew and Arabic,
    /// letters of Arabic that are written for one another (`ة` and `ه`).
    pub accents: bool,
    /// The ways to write a number.
    pub numbers: Numbers,
    /// Letters that are the pinyin of Han characters, whole or first letters only: `gongsi` and `gs` find `公司`.
    pub pinyin: bool,
}

impl Default for Folding {
    fn default() -> Self {
        Self {
            case: Case::Smart,
            width: true,
            han: true,
            kana: true,
            punctuation: true,
            accents: true,
            numbers: Numbers::Ordinals,
            pinyin: false,
        }
    }
}

impl Folding {
    /// No fold: what is found is what was typed, but for line ends and invisible characters within it.
    pub const NONE: Self = Self {
        case: Case::Exact,
        width: false,
        han: false,
        kana: false,
        punctuation: false,
        accents: false,
        numbers: Numbers::Different,
        pinyin: false,
    };
}

impl Query {
    /// Returns the query for these words, with what a person expects.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Returns the query for this regular expression.
    pub fn regex(pattern: impl Into<String>) -> Self {
        Self { syntax: Syntax::Regex, ..Self::words(pattern) }
    }

    /// Returns the queries for the words that a paragraph is to hold all together: those with ` &&` after each. A regular
    /// expression and other words are one query.
    pub(super) fn all_of(&self) -> Vec<Self> {
        if self.syntax == Syntax::Regex || !self.text.contains(" &&") {
            return vec![self.clone()];
        }
        let words = self.text.split(" &&").map(str::trim).filter(|word| !word.is_empty());
        words.map(|word| self.options().query(word)).collect()
    }

    /// Returns the queries for words of Han or kana that white space parts, where these scripts have none between words: a
    /// paragraph may hold them side by side or anywhere. None where there are no such words, nor several letters in one.
    pub(super) fn apart(&self) -> Vec<Self> {
        let is_cjk = |c: Option<char>| {
            c.is_some_and(|c| CharKind::of(c) == CharKind::Cjk && fold::punctuation(c).is_empty())
        };
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let parts = |pair: &[&str]| {
            matches!(pair, [before, after]
            if is_cjk(before.chars().next_back()) && is_cjk(after.chars().next()))
        };
        let is_several = words.len() > 1 && words.windows(2).all(parts);
        let is_word = words.iter().any(|word| word.chars().count() > 1);
        let folds = self.syntax == Syntax::Words && self.folding.punctuation;
        if !(folds && is_several && is_word) || self.text.contains('\n') {
            return Vec::new();
        }
        words.into_iter().map(|word| self.options().query(word)).collect()
    }

    /// Returns how its text is looked for.
    pub fn options(&self) -> SearchOptions {
        SearchOptions { syntax: self.syntax, bounds: self.bounds, folding: self.folding }
    }
}

impl SearchOptions {
    /// Returns the query that looks for `text` with these options.
    pub fn query(self, text: impl Into<String>) -> Query {
        let Self { syntax, bounds, folding } = self;
        Query { text: text.into(), syntax, bounds, folding }
    }
}

/// Why a query can't be searched for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct QueryError {
    /// What is wrong.
    pub fault: QueryFault,
    /// The bytes of the query's text that are wrong; empty where it is the whole.
    pub at: Range<usize>,
}

/// What is wrong with a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryFault {
    /// Nothing that is seen stands in it.
    #[error("nothing to search for")]
    Empty,
    /// It has more characters than a query may have.
    #[error("the query is too long")]
    TooLong,
    /// What it compiles to is too large.
    #[error("the pattern grows too large")]
    TooLarge,
    /// It is no regular expression.
    #[error(transparent)]
    Expression(#[from] ExpressionFault),
}

/// The whole of a query is wrong.
impl From<QueryFault> for QueryError {
    fn from(fault: QueryFault) -> Self {
        Self { fault, at: 0..0 }
    }
}

impl Case {
    /// Whether capitals are the same as small letters, for a query with these letters.
    pub(super) fn folds(self, mut letters: impl Iterator<Item = char>) -> bool {
        match self {
            Self::Smart => !letters.any(char::is_uppercase),
            Self::Fold => true,
            Self::Exact => false,
        }
    }
}
