//! The flags that less has, which fingers and settings of other programs pass.

use std::ffi::OsString;

use clap::{ArgAction, Args};

use crate::runtime::less::LessOptions;

/// The flags of less.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each flag of a command line is there or not")]
pub(super) struct LessFlags {
    #[arg(short = 'F', long, overrides_with = "quit_if_one_screen")]
    quit_if_one_screen: bool,
    #[arg(short = 'X', long, overrides_with = "no_init")]
    no_init: bool,
    // Colours are shown with it and without. The others are of prompts and looks, which are our own here.
    #[arg(short = 'R', long = "RAW-CONTROL-CHARS", overrides_with = "raw_control_chars")]
    #[arg(short_aliases = ['r', 'f', 'g', 'G', 'J', 'K', 'm', 'M', 'q', 'Q', 'W'])]
    #[arg(aliases = ["raw-control-chars", "force", "quit-on-intr", "long-prompt", "LONG-PROMPT", "quiet", "silent"])]
    #[arg(aliases = ["use-color", "status-column", "HILITE-UNREAD", "tilde", "incsearch", "no-histdups"])]
    raw_control_chars: bool,
    /// How wide tabs are, how the window scrolls, and what its prompt is.
    #[arg(short = 'x', long = "tabs", hide = true, short_aliases = ['j', 'z', 'P'])]
    #[arg(aliases = ["jump-target", "window", "prompt", "shift", "wheel-lines"], action = ArgAction::Append)]
    #[arg(allow_hyphen_values = true)]
    passed_over: Vec<OsString>,
    #[arg(short = 'S', long, overrides_with = "chop_long_lines")]
    chop_long_lines: bool,
    // Paragraphs stand a row apart with it and without.
    #[arg(short = 's', long, overrides_with = "squeeze_blank_lines")]
    squeeze_blank_lines: bool,
    #[arg(short = 'I', long = "IGNORE-CASE", hide = true, overrides_with = "ignore_case_always")]
    ignore_case_always: bool,
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
        options.ignores_case |= self.ignore_case_always;
    }
}
