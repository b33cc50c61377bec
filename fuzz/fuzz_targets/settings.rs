//! Any file of settings is read: what is wrong in it is told with a line that it has, and keys can leave the program.
#![no_main]

use kanshu::config::{Themes, read};
use kanshu::input::Action;
use kanshu::search::SearchOptions;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (config, faults) = read(text);
    let lines = text.matches('\n').count() + 1;
    assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line)));
    assert!(!config.keymap().page().keys(Action::Quit).is_empty());
    let _ = (config.settings(&Themes::default()), config.layout(), config.search_options(SearchOptions::default()));
});
