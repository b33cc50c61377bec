//! The flags that say what is searched for, and how.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::config::{SEARCH, Setting, SettingChange, named};
use crate::search::SearchOptions;

/// What is searched for.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "search")]
pub(super) struct SearchFlags {
    #[arg(long, group = "listing", value_name = "PATTERN", conflicts_with_all = ["dump", "pattern"])]
    pub(super) find: Option<String>,
    #[arg(short, long, value_name = "PATTERN")]
    pub(super) pattern: Option<String>,
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    regex: Option<bool>,
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    words: Option<bool>,
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pinyin: Option<bool>,
    #[arg(long, conflicts_with = "exact")]
    numbers: bool,
    #[arg(short, long, conflicts_with = "exact")]
    ignore_case: bool,
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
const EXACT: [&str; 8] =
    ["all", "case", "width", "han", "kana", "punctuation", "accents", "numbers"];

impl SearchFlags {
    /// Returns what the flags say of how something is looked for.
    pub(super) fn said(&self) -> Vec<SettingChange<SearchOptions>> {
        let exact = |setting: &&Setting<SearchOptions>| {
            self.exact.iter().any(|exact| exact == "all" || exact == setting.name)
        };
        let folding = SEARCH.iter().filter(|setting| EXACT.contains(&setting.name)).filter(exact);
        let case = self.ignore_case.then_some(("case", "alike"));
        let numbers = self.numbers.then_some(("numbers", "alike"));
        let switches = [("regex", self.regex), ("words", self.words), ("pinyin", self.pinyin)];
        let switches = switches
            .iter()
            .filter_map(|(name, on)| on.map(|on| (*name, if on { "true" } else { "false" })));
        let said = folding
            .map(|setting| (setting.name, "different"))
            .chain(case)
            .chain(numbers)
            .chain(switches);
        said.filter_map(|(name, word)| named(SEARCH, name)?.change(word).ok()).collect()
    }
}
