//! The flags that less has, which fingers and settings of other programs pass.

use clap::Args;

use crate::runtime::less::LessOptions;

/// The flags of less.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each flag of a command line is there or not")]
pub(super) struct LessFlags {
    #[arg(short = 'F', long)]
    quit_if_one_screen: bool,
    #[arg(short = 'X', long)]
    no_init: bool,
    // Colours are shown with it and without.
    #[arg(short = 'R', long = "RAW-CONTROL-CHARS", short_alias = 'r')]
    raw_control_chars: bool,
    #[arg(short = 'S', long)]
    chop_long_lines: bool,
    // Paragraphs stand a row apart with it and without.
    #[arg(short = 's', long)]
    squeeze_blank_lines: bool,
}

impl LessFlags {
    /// Returns the names of the settings that they make.
    pub(super) fn settings(&self) -> impl Iterator<Item = String> {
        self.chop_long_lines.then(|| "wrap".to_owned()).into_iter()
    }

    /// Turns on in `options` what the flags say.
    pub(super) fn apply(&self, options: &mut LessOptions) {
        options.quits |= self.quit_if_one_screen;
        options.stays |= self.no_init;
        options.chops |= self.chop_long_lines;
    }
}
