//! What the version before kept of a document, in one file: remarks on its sections, and its encoding. It is read once
//! more, and taken over.

use serde::{Deserialize, Serialize};

use super::{Id, Item, Notebook, Record};
use crate::budget::STATE_BYTES;
use crate::decode::Encoding;
use crate::document::{Anchor, Correction, DEEPEST, Locator, Quote, Remark, Rule};
use crate::text::Pattern;

/// The version of what was written.
const VERSION: u32 = 1;

/// So many characters of a line, and of those beside it, were kept.
const WORDS: usize = 80;

/// What the file of a document held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionsFile {
    version: u32,
    document: String,
    corrections: Vec<KeptCorrection>,
    #[serde(default)]
    rules: Vec<KeptRule>,
    #[serde(default)]
    encoding: Option<String>,
}

/// A rule as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptRule {
    level: Option<u8>,
    pattern: String,
    /// How many corrections were made before it.
    #[serde(default)]
    after: usize,
}

/// A correction as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptCorrection {
    level: Option<u8>,
    words: String,
    before: String,
    after: String,
    part: usize,
    line: u32,
}

impl Record for SectionsFile {
    const MOST_BYTES: usize = STATE_BYTES;

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }
}

impl SectionsFile {
    /// Returns the encoding that the reader chose.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding.as_deref().and_then(Encoding::named)
    }

    /// Returns the same as it is written now. A rule that is no regular expression is left out.
    pub fn notebook(self) -> Notebook {
        let mut notebook = Notebook::of(&self.document);
        let mut remarks: Vec<Remark> =
            self.corrections.into_iter().map(|one| Remark::Line(one.into())).collect();
        // From the last on: where the others belong does not change.
        for KeptRule { level, pattern, after } in self.rules.into_iter().rev() {
            let level = level.map(|level| level.clamp(1, DEEPEST));
            if let Ok(pattern) = Pattern::new(&pattern) {
                let rule = Remark::Rule(Rule { pattern, level });
                remarks.insert(after.min(remarks.len()), rule);
            }
        }
        for (number, remark) in remarks.iter().enumerate() {
            let before = remarks.iter().take(number).filter(|other| *other == remark).count();
            notebook.put(Id::of_remark(remark, before), Item::of(remark), 0);
        }
        notebook
    }
}

impl From<KeptCorrection> for Correction {
    fn from(kept: KeptCorrection) -> Self {
        let KeptCorrection { level, words, before, after, part, line } = kept;
        let quote = Quote::of_lines(&before, &words, &after, WORDS);
        let line = Locator { anchor: Anchor { part, line }, quote, ..Locator::default() };
        Self { line, level: level.map(|level| level.clamp(1, DEEPEST)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{
  "version": 1,
  "document": "/a/书.txt",
  "corrections": [
    { "level": null, "words": "序", "before": "", "after": "第一回", "part": 0, "line": 0 },
    { "level": 2, "words": "夜雨", "before": "“走。”", "after": "", "part": 1, "line": 3 }
  ],
  "rules": [
    { "level": 1, "pattern": "^第.+回$", "after": 1 },
    { "level": null, "pattern": "^第(回$", "after": 1 }
  ],
  "encoding": "GBK"
}"#;

    #[test]
    fn what_the_version_before_kept_is_there_in_its_order() {
        let book = SectionsFile::read(FILE.as_bytes()).unwrap();
        assert_eq!(book.encoding(), Encoding::named("gbk"));
        let notebook = book.notebook();
        let (remarks, wrong) = notebook.remarks();
        assert_eq!((notebook.document(), wrong), ("/a/书.txt", None));
        let said = |remark: &Remark| match remark {
            Remark::Line(one) => (one.words().to_owned(), one.level),
            Remark::Rule(rule) => (rule.pattern.as_str().to_owned(), rule.level),
        };
        let said: Vec<_> = remarks.iter().map(said).collect();
        let expected = [("序", None), ("^第.+回$", Some(1)), ("夜雨", Some(2))];
        assert_eq!(said, expected.map(|(words, level)| (words.to_owned(), level)));
    }

    #[test]
    fn a_file_from_before_encodings_and_rules_were_kept_is_read() {
        let text = r#"{"version":1,"document":"/a","corrections":[]}"#;
        assert_eq!(SectionsFile::read(text.as_bytes()).unwrap().notebook(), Notebook::of("/a"));
        assert_eq!(SectionsFile::read(text.replace(":1", ":2").as_bytes()), None);
        let padded = |bytes: usize| format!("{text}{}", " ".repeat(bytes - text.len()));
        assert!(SectionsFile::read(padded(STATE_BYTES).as_bytes()).is_some());
        assert!(SectionsFile::read(padded(STATE_BYTES + 1).as_bytes()).is_none());
    }
}
