//! What a reader said of a document: their remarks on its sections, and its encoding.

use serde::{Deserialize, Serialize};

use super::Record;
use crate::budget::{RULES, STATE_BYTES};
use crate::decode::Encoding;
use crate::document::{Anchor, Correction, DEEPEST, Locator, Quote, Remark, Rule};
use crate::text::Pattern;

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// What a reader said of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What they remarked on its sections, in that order.
    pub remarks: Vec<Remark>,
    /// The encoding that they chose.
    pub encoding: Option<Encoding>,
}

/// What the file of a document holds. A field that came later is left out where nothing is in it, and may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    version: u32,
    /// The path of the document, for people.
    document: String,
    corrections: Vec<KeptCorrection>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rules: Vec<KeptRule>,
    /// The name of the encoding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
}

impl Book {
    /// Returns what is kept of `document`, a path, where nothing is.
    pub fn of(document: &str) -> Self {
        let (document, corrections, rules) = (document.to_owned(), Vec::new(), Vec::new());
        Self { version: VERSION, document, corrections, rules, encoding: None }
    }

    /// Puts `remarks` in place of those before.
    pub fn put(&mut self, remarks: &[Remark]) {
        self.corrections.clear();
        self.rules.clear();
        for remark in remarks {
            match remark {
                Remark::Line(correction) => self.corrections.push(correction.into()),
                Remark::Rule(Rule { pattern, level }) => {
                    let (pattern, after) = (pattern.as_str().to_owned(), self.corrections.len());
                    self.rules.push(KeptRule { level: *level, pattern, after });
                }
            }
        }
    }

    /// Puts `encoding`, which the reader chose, in place of the one before.
    pub fn choose(&mut self, encoding: Encoding) {
        self.encoding = Some(encoding.name().to_owned());
    }

    /// Returns what the reader said, and what is wrong with a rule that is left out.
    pub fn said(mut self) -> (Said, Option<String>) {
        let encoding = self.encoding.take().as_deref().and_then(Encoding::named);
        let (remarks, wrong) = self.remarks();
        (Said { remarks, encoding }, wrong)
    }

    /// Returns the remarks in their order, and what is wrong with a rule that is left out.
    fn remarks(mut self) -> (Vec<Remark>, Option<String>) {
        let corrections = std::mem::take(&mut self.corrections).into_iter();
        let mut remarks: Vec<Remark> = corrections.map(|one| Remark::Line(one.into())).collect();
        let mut wrong = (self.rules.len() > RULES)
            .then(|| format!("Only the first {RULES} of the kept rules are heeded."));
        self.rules.truncate(RULES);
        // From the last on: where the others belong does not change.
        for KeptRule { level, pattern, after } in self.rules.into_iter().rev() {
            let level = level.map(|level| level.clamp(1, DEEPEST));
            match Pattern::new(&pattern) {
                Ok(pattern) => {
                    let at = after.min(remarks.len());
                    remarks.insert(at, Remark::Rule(Rule { pattern, level }));
                }
                Err(error) => {
                    wrong = Some(format!("The kept rule “{pattern}” is left out: {error}."));
                }
            }
        }
        (remarks, wrong)
    }
}

impl Record for Book {
    const MOST_BYTES: usize = STATE_BYTES;

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }
}

/// A rule as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptRule {
    /// The level of the headings; null: there are none.
    level: Option<u8>,
    pattern: String,
    /// How many corrections were made before it.
    #[serde(default)]
    after: usize,
}

/// A correction as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptCorrection {
    /// The level of the heading; null: it is none.
    level: Option<u8>,
    words: String,
    before: String,
    after: String,
    part: usize,
    /// The line within the part, counted from 0.
    line: u32,
}

impl From<&Correction> for KeptCorrection {
    fn from(correction: &Correction) -> Self {
        let Locator { anchor, quote, .. } = correction.line.clone();
        let Quote { before, words, after } = quote;
        let (part, line) = (anchor.part, anchor.line);
        Self { level: correction.level, words, before, after, part, line }
    }
}

impl From<KeptCorrection> for Correction {
    fn from(kept: KeptCorrection) -> Self {
        let KeptCorrection { level, words, before, after, part, line } = kept;
        let quote = Quote { before, words, after };
        let line = Locator { anchor: Anchor { part, line }, quote, ..Locator::default() };
        Self { line, level: level.map(|level| level.clamp(1, DEEPEST)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(level: Option<u8>) -> Remark {
        let [before, words] = ["“走。”", "夜雨"].map(str::to_owned);
        let quote = Quote { before, words, after: String::new() };
        let line = Locator { anchor: Anchor { part: 1, line: 2 }, quote, ..Locator::default() };
        Remark::Line(Correction { line, level })
    }

    fn rule(level: Option<u8>) -> Remark {
        Remark::Rule(Rule { pattern: Pattern::new("^第.+回$").unwrap(), level })
    }

    /// Returns `book` as it is read after it was written.
    fn again(book: &Book) -> Book {
        Book::read(&book.written().unwrap()).unwrap()
    }

    #[test]
    fn what_is_kept_comes_back_in_its_order() {
        let mut book = Book::of("/a");
        assert_eq!(again(&book).said(), Default::default());
        let remarks = vec![rule(None), line(Some(2)), rule(Some(1)), rule(Some(3)), line(None)];
        book.put(&remarks);
        assert_eq!(again(&book).said(), (Said { remarks, encoding: None }, None));
        book.put(&[]);
        assert_eq!(again(&book).said(), Default::default());
    }

    #[test]
    fn a_rule_that_is_none_is_told_and_the_rest_is_heeded() {
        let mut book = Book::of("/a");
        book.put(&[rule(Some(1)), line(None)]);
        book.rules[0].pattern = "^第(回$".to_owned();
        let (said, wrong) = again(&book).said();
        assert_eq!(said.remarks, [line(None)]);
        let expected = "The kept rule “^第(回$” is left out: unclosed group at character 3.";
        assert_eq!(wrong.as_deref(), Some(expected));
    }

    #[test]
    fn so_many_rules_are_heeded_and_the_rest_is_told() {
        let mut book = Book::of("/a");
        book.put(&vec![rule(Some(1)); RULES]);
        let (said, wrong) = again(&book).said();
        assert_eq!((said.remarks.len(), wrong), (RULES, None));
        book.put(&vec![rule(Some(1)); RULES + 1]);
        let (said, wrong) = again(&book).said();
        assert_eq!(said.remarks.len(), RULES);
        assert_eq!(wrong.as_deref(), Some("Only the first 200 of the kept rules are heeded."));
    }

    #[test]
    fn the_encoding_is_kept_beside_the_remarks() {
        let mut book = Book::of("/a");
        let encoding = Encoding::named("gbk");
        book.put(&[line(None)]);
        book.choose(encoding.unwrap());
        let said = Said { remarks: vec![line(None)], encoding };
        assert_eq!(again(&book).said().0, said);
        book.put(&[]);
        assert_eq!(again(&book).said().0, Said { remarks: Vec::new(), ..said });
    }

    #[test]
    fn a_file_from_before_encodings_and_rules_were_kept_is_read() {
        let text = r#"{"version":1,"document":"/a","corrections":[{"level":2,"words":"夜雨","before":"","after":"","part":0,"line":3}]}"#;
        let book = Book::read(text.as_bytes()).unwrap();
        assert!(book.encoding.is_none() && book.rules.is_empty());
        let same: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(&book).unwrap(), same);
    }

    #[test]
    fn more_than_can_be_read_again_is_not_written() {
        let mut book = Book::of("/a");
        let mut written = |count: usize| {
            book.put(&vec![line(None); count]);
            book.written()
        };
        let [one, two] = [1, 2].map(|count| written(count).unwrap().len());
        let most = 1 + (STATE_BYTES - one) / (two - one);
        let long = written(most).unwrap();
        let told = written(most + 1).unwrap_err().to_string();
        assert_eq!(told, "the file would be longer than 1024 KiB");
        book.put(&vec![line(None); most]);
        assert_eq!(Book::read(&long), Some(book));
        let longer = [&long[..], &vec![b' '; STATE_BYTES + 1 - long.len()]].concat();
        assert!(Book::read(&longer).is_none());
        assert!(Book::read(&longer[..STATE_BYTES]).is_some());
    }

    #[test]
    fn a_file_of_another_version_is_not_ours() {
        let other = Book { version: VERSION + 1, ..Book::of("/a") };
        assert!(Book::read(&other.written().unwrap()).is_none());
    }
}
