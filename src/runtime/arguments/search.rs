//! The flags that say what is searched for, and how.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::search::{Bounds, Case, Folds, Manner, Mode};

/// What is searched for.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Search")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct SearchFlags {
    /// Prints the matches of PATTERN in all files: per cent, section, the words around
    #[arg(long, group = "listing", value_name = "PATTERN", conflicts_with_all = ["dump", "pattern"])]
    pub(super) find: Option<String>,
    /// Opens the file at the first match of PATTERN; so does +/PATTERN
    #[arg(short, long, value_name = "PATTERN")]
    pub(super) pattern: Option<String>,
    /// Takes PATTERN for a regular expression
    #[arg(long)]
    regex: bool,
    /// Finds only whole words
    #[arg(long)]
    words: bool,
    /// Finds Han characters by their pinyin, too: gs and gongsi find 公司
    #[arg(long)]
    pinyin: bool,
    /// Lets capitals be small letters, whatever PATTERN has
    #[arg(short, long, conflicts_with = "exact")]
    ignore_case: bool,
    /// Finds only what is written so, or in these respects
    #[arg(
        long,
        value_name = "WHAT,…",
        num_args = 0..,
        require_equals = true,
        value_delimiter = ',',
        default_missing_value = "all",
        value_parser = PossibleValuesParser::new(EXACT)
    )]
    exact: Vec<String>,
}

/// In which respects a match can be exact.
const EXACT: [&str; 7] = ["all", "case", "width", "han", "kana", "punctuation", "accents"];

impl SearchFlags {
    /// Returns how is searched.
    pub(super) fn manner(&self) -> Manner {
        Manner {
            mode: if self.regex { Mode::Regex } else { Mode::Words },
            bounds: if self.words { Bounds::WholeWords } else { Bounds::Anywhere },
            folds: self.folds(),
        }
    }

    fn folds(&self) -> Folds {
        let alike = |name| !self.exact.iter().any(|exact| exact == name || exact == "all");
        let case = if self.ignore_case { Case::Fold } else { Case::Smart };
        Folds {
            case: if alike("case") { case } else { Case::Exact },
            width: alike("width"),
            han: alike("han"),
            kana: alike("kana"),
            punctuation: alike("punctuation"),
            accents: alike("accents"),
            pinyin: self.pinyin,
        }
    }
}
