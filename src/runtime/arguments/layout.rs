//! The flags that say how text is set: one for each of the [`LayoutOptions`].

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::layout::{
    Algorithm, Autospace, Hang, Justify, Korean, LayoutOptions, Level, OddMeasure, Orphan, Parting,
    Quotes,
};
use crate::text::Ambiguous;

/// How text is set.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Layout")]
pub(super) struct LayoutFlags {
    /// How strictly no row begins or ends with a wrong mark
    #[arg(long, value_name = "LEVEL", default_value = "strict", value_parser = choice(LEVELS))]
    level: Level,
    /// Where Korean breaks
    #[arg(long, value_name = "WHERE", default_value = "word", value_parser = choice(KOREAN))]
    korean: Korean,
    /// Whether a full stop may stand past the column
    #[arg(long, value_name = "WHAT", default_value = "never", value_parser = choice(HANG))]
    hang: Hang,
    /// What stands between Chinese and Latin letters
    #[arg(long, value_name = "HOW", default_value = "keep", value_parser = choice(AUTOSPACE))]
    autospace: Autospace,
    /// What happens to the blanks at the end of a row
    #[arg(long, value_name = "HOW", default_value = "ragged", value_parser = choice(JUSTIFY))]
    justify: Justify,
    /// What happens to a last row of one character
    #[arg(long, value_name = "HOW", default_value = "repair", value_parser = choice(ORPHAN))]
    orphan: Orphan,
    /// How rows are filled
    #[arg(long, value_name = "HOW", default_value = "first-fit", value_parser = choice(ALGORITHM))]
    algorithm: Algorithm,
    /// What an odd width becomes for Chinese
    #[arg(long, value_name = "HOW", default_value = "even", value_parser = choice(ODD_MEASURE))]
    odd_measure: OddMeasure,
    /// How wide the quotes of Chinese are
    #[arg(long, value_name = "HOW", default_value = "natural", value_parser = choice(QUOTES))]
    quotes: Quotes,
    /// What parts paragraphs
    #[arg(long, value_name = "BY", default_value = "source", value_parser = choice(PARTING))]
    paragraphs: Parting,
    /// The cells of signs such as “ — ①; auto asks the terminal
    #[arg(long, value_name = "CELLS", default_value = "auto", value_parser = choice(AMBIGUOUS))]
    ambiguous: AmbiguousFlag,
}

/// The width of ambiguous signs as a flag says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AmbiguousFlag {
    Ask,
    Is(Ambiguous),
}

/// The values of a flag with their names.
type Names<T> = &'static [(&'static str, T)];

const LEVELS: Names<Level> = &[
    ("strict", Level::Strict),
    ("normal", Level::Normal),
    ("loose", Level::Loose),
    ("anywhere", Level::Anywhere),
];
const KOREAN: Names<Korean> = &[("word", Korean::Word), ("syllable", Korean::Syllable)];
const HANG: Names<Hang> = &[("never", Hang::Never), ("stop", Hang::Stop)];
const AUTOSPACE: Names<Autospace> =
    &[("keep", Autospace::Keep), ("insert", Autospace::Insert), ("remove", Autospace::Remove)];
const JUSTIFY: Names<Justify> = &[("ragged", Justify::Ragged), ("gaps", Justify::Gaps)];
const ORPHAN: Names<Orphan> =
    &[("repair", Orphan::Repair), ("always", Orphan::Always), ("leave", Orphan::Leave)];
const ALGORITHM: Names<Algorithm> =
    &[("first-fit", Algorithm::FirstFit), ("optimal", Algorithm::Optimal)];
const ODD_MEASURE: Names<OddMeasure> = &[("even", OddMeasure::Even), ("keep", OddMeasure::Keep)];
const QUOTES: Names<Quotes> = &[("natural", Quotes::Natural), ("slot", Quotes::Slot)];
const PARTING: Names<Parting> =
    &[("source", Parting::Source), ("indent", Parting::Indent), ("blank", Parting::Blank)];
const AMBIGUOUS: Names<AmbiguousFlag> = &[
    ("1", AmbiguousFlag::Is(Ambiguous::Narrow)),
    ("2", AmbiguousFlag::Is(Ambiguous::Wide)),
    ("auto", AmbiguousFlag::Ask),
];

/// Returns what takes one of `names` for its value.
fn choice<T: Copy + Send + Sync + 'static>(names: Names<T>) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names.iter().map(|(name, _)| *name)).try_map(move |given| {
        let value = names.iter().find(|(name, _)| *name == given).map(|(_, value)| *value);
        value.ok_or("no such value")
    })
}

impl LayoutFlags {
    /// Returns the options for a column of `measure` cells.
    pub(super) fn options(&self, measure: usize) -> LayoutOptions {
        LayoutOptions {
            measure,
            level: self.level,
            korean: self.korean,
            hang: self.hang,
            autospace: self.autospace,
            justify: self.justify,
            orphan: self.orphan,
            algorithm: self.algorithm,
            odd_measure: self.odd_measure,
            quotes: self.quotes,
            parting: self.paragraphs,
        }
    }

    /// Returns how wide ambiguous signs are, if a flag says so; none asks the terminal.
    pub(super) fn ambiguous(&self) -> Option<Ambiguous> {
        match self.ambiguous {
            AmbiguousFlag::Ask => None,
            AmbiguousFlag::Is(ambiguous) => Some(ambiguous),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        layout: LayoutFlags,
    }

    fn parsed(words: &[&str]) -> LayoutFlags {
        Flags::try_parse_from(std::iter::once(&"kanshu").chain(words)).unwrap().layout
    }

    #[test]
    fn without_flags_the_options_are_the_defaults() {
        assert_eq!(
            parsed(&[]).options(50),
            LayoutOptions { measure: 50, ..LayoutOptions::default() }
        );
        assert_eq!(parsed(&[]).ambiguous(), None);
    }

    #[test]
    fn each_flag_sets_its_option() {
        let flags = parsed(&["--level", "loose", "--hang=stop", "--paragraphs", "indent"]);
        let options = LayoutOptions {
            measure: 9,
            level: Level::Loose,
            hang: Hang::Stop,
            parting: Parting::Indent,
            ..LayoutOptions::default()
        };
        assert_eq!(flags.options(9), options);
        assert_eq!(parsed(&["--ambiguous=2"]).ambiguous(), Some(Ambiguous::Wide));
    }

    #[test]
    fn other_values_are_refused() {
        assert!(Flags::try_parse_from(["kanshu", "--level", "sloppy"]).is_err());
    }
}
