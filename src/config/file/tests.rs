use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::budget::{RULES, RULES_BYTES};
use crate::config::{Colours, TEMPLATE, Themes};
use crate::document::NoRoom;
use crate::input::{Action, Key, Keymap, Preset};
use crate::layout::{Hang, Justify};
use crate::search::{Case, Folding, SearchOptions};
use crate::text::Ambiguous;

/// Returns what is wrong in `text`.
fn faults(text: &str) -> Vec<Fault> {
    read(text).1
}

/// Returns the template with its settings in force.
fn in_force() -> String {
    let setting = |line: &'static str| line.strip_prefix('#').filter(|rest| !rest.starts_with(' '));
    TEMPLATE.lines().map(|line| setting(line).unwrap_or(line).to_owned() + "\n").collect()
}

#[test]
fn what_is_written_is_set() {
    let (config, faults) = read(concat!(
        "width = 60\nsticky = true\ncolour = \"never\"\nkeys = \"less\"\nhang = \"stop\"\n",
        "justify = 'gaps'\nambiguous = 2\n[search]\ncase = \"alike\"\nhan = \"different\"\n",
        "pinyin = true\n[bind]\nrow_down = [\"x\", \"Down\"]\nquit = \"^Q\"\n",
    ));
    assert_eq!(faults, []);
    assert_eq!((config.page.width, config.page.sticky, config.colour), (60, true, Colours::Never));
    assert_eq!((config.layout.hang, config.layout.justify), (Hang::Stop, Justify::Gaps));
    assert_eq!((config.preset, config.ambiguous), (Preset::Less, Some(Ambiguous::Wide)));
    let folding = Folding { case: Case::Fold, han: false, pinyin: true, ..Folding::default() };
    assert_eq!(config.search_options(SearchOptions::default()).folding, folding);
    let keymap = config.keymap();
    assert_eq!(keymap.page().action(Key::char('x')), Some(Action::RowDown));
    assert_eq!(keymap.page().action(Key::char('e')), None, "the keys of the preset are replaced");
    assert_eq!(keymap.page().keys(Action::Quit), [Key::ctrl('q').into()]);
}

#[test]
fn rules_for_headings_are_for_all_documents_or_for_some() {
    let (config, faults) = read(concat!(
        "[[sections]]\nregex = '^第.+回$'\nlevel = 1\n[[sections]]\nregex = '('\nlevel = 1\n",
        "[[sections]]\nregex = '雨$'\nlevel = 'none'\nfiles = '*.log'\n",
    ));
    assert_eq!(faults.len(), 1, "{faults:?}");
    let rules = |path| {
        let rules = config.rules(path).into_iter();
        rules.map(|rule| (rule.pattern.as_str().to_owned(), rule.level)).collect::<Vec<_>>()
    };
    let (all, log) = (("^第.+回$".to_owned(), Some(1)), ("雨$".to_owned(), None));
    assert_eq!(rules(Some("/a/b.log")), [all, log]);
    assert_eq!(rules(None).len(), 1);
    assert_eq!(rules(Some("/a/b.txt")).len(), 1);
}

#[test]
fn rules_for_what_is_shown_are_told_with_their_lines_where_they_are_wrong() {
    let (config, faults) = read(concat!(
        "[[replace]]\nregex = '广告.*'\n[[replace]]\nregex = 'www'\nwith = '…'\nfiles = '*.txt'\n",
        "[[replace]]\nwith = 'x'\n[[replace]]\nregex = '('\n[[replace]]\nregex = 'a'\nwiht = 'b'\n",
    ));
    let kinds: Vec<_> = faults.iter().map(|fault| (fault.line, &fault.kind)).collect();
    let mend = Mend::Near("with".to_owned());
    let unknown = FaultKind::NoName(KnownNames::Rule("replace"), "wiht".to_owned(), mend);
    assert_eq!((kinds.len(), kinds[0], kinds[2]), (3, (7, &FaultKind::NoRegex), (13, &unknown)));
    let shown = |path| {
        let rules = config.replacements(path).into_iter();
        rules.map(|rule| (rule.pattern.as_str().to_owned(), rule.with)).collect::<Vec<_>>()
    };
    let [advert, site, a] = [("广告.*", ""), ("www", "…"), ("a", "")]
        .map(|(regex, with)| (regex.to_owned(), Arc::from(with)));
    assert_eq!(shown(Some("/b/a.txt")), [advert.clone(), site, a.clone()]);
    assert_eq!(shown(None), [advert, a]);
    assert_eq!(read("replace = 1\n").1[0].kind, FaultKind::NoTables("replace"));
}

#[test]
fn what_is_shown_for_a_passage_has_so_many_characters() {
    let with = |count| format!("[[replace]]\nregex = 'a'\nwith = '{}'\n", "雨".repeat(count));
    assert_eq!(faults(&with(PATTERN_CHARS)), []);
    assert_eq!(faults(&with(PATTERN_CHARS + 1))[0].line, 3);
}

#[test]
fn a_switch_that_is_not_named_stays_as_it_was() {
    let (config, _) = read("[search]\nhan = \"alike\"\n");
    let left = Folding { han: false, kana: false, ..Folding::default() };
    let options =
        config.search_options(SearchOptions { folding: left, ..SearchOptions::default() });
    assert_eq!(options.folding, Folding { han: true, ..left });
}

#[test]
fn what_is_no_toml_is_told_once_and_the_rest_is_used() {
    for text in ["width = \nsticky = true\n", "sticky = true\nwidth 60\n", "sticky = true\n]\n"] {
        let (config, faults) = read(text);
        assert!(config.page.sticky, "{text}");
        assert_eq!(faults.len(), 1, "{faults:?}");
    }
}

#[test]
fn any_text_is_read() {
    let deep = "a = ".to_owned() + &"[".repeat(100_000);
    for text in ["", "\0", "\u{feff}width = 60", &deep, "= = =\n[[[\n\"\"\"", "[a.b]\n[[search]]\n"]
    {
        let _ = read(text);
    }
}

proptest! {
    #[test]
    fn a_fault_is_in_a_line_that_is_there(
        lines in prop::collection::vec(
            prop::sample::select(vec![
                "width = 60", "width = ", "[search]", "[bind]", "han = 1", "help = ['q', 'x']", "quit = []", "= 3",
                "\"\"\"", "[[bind]]", "a.b = {c = 1", "keys = 'vim'", "\u{0}", "é = '看", "[[sections]]", "[[replace]]", "regex = '('", "level = 9",
            ]),
            0..12,
        ),
    ) {
        let (config, faults) = read(&lines.join("\n"));
        prop_assert!(faults.iter().all(|fault| (1..=lines.len().max(1)).contains(&fault.line)));
        prop_assert!(!config.keymap().page().keys(Action::Quit).is_empty());
    }
}

#[test]
fn the_template_holds_every_setting_at_its_usual_value() {
    assert_eq!(faults(TEMPLATE), []);
    let text = in_force();
    let (config, faults) = read(&text);
    assert_eq!(faults, []);
    assert_eq!(config.search.len(), SEARCH.len());
    assert_eq!(config.search_options(SearchOptions::default()), SearchOptions::default());
    assert_eq!(config.keymap(), Keymap::default());
    assert_eq!(config.bound.len(), action_names().count());
    let usual = Config::default();
    let values =
        |config: &Config| (config.settings(&Themes::default()), config.layout(), config.model());
    assert_eq!(values(&config), values(&usual));
    for setting in PAGE.iter().chain(LAYOUT) {
        assert!(text.contains(&format!("\n{} = ", setting.name)), "{}", setting.name);
    }
}

#[test]
fn the_template_names_every_value() {
    for setting in PAGE.iter().chain(LAYOUT) {
        for value in setting.names().filter(|value| value.parse::<u8>().is_err()) {
            let named = [format!("\"{value}\""), format!("{value} or "), format!("or {value}.")];
            assert!(
                named.iter().any(|named| TEMPLATE.contains(named)),
                "{}: {value}",
                setting.name
            );
        }
    }
}

#[test]
fn so_many_rules_are_heeded_and_the_next_is_told_with_its_line() {
    let rules = |count: usize| "[[sections]]\nregex = '雨'\nlevel = 1\n".repeat(count);
    assert_eq!(faults(&rules(RULES)), []);
    let told = Fault { line: 3 * RULES + 1, kind: FaultKind::NoRoom(NoRoom::Rules) };
    assert_eq!(faults(&rules(RULES + 2)), [told]);
    assert_eq!(read(&rules(RULES + 2)).0.rules.len(), RULES);
}

#[test]
fn rules_may_take_so_many_bytes_together() {
    let pattern = r"[\p{L}\p{N}]{40}";
    let most = RULES_BYTES / crate::text::Pattern::new(pattern).unwrap().bytes();
    let rules = |count| format!("[[sections]]\nregex = '{pattern}'\nlevel = 1\n").repeat(count);
    assert!(most < RULES);
    assert_eq!(faults(&rules(most)), []);
    let told = Fault { line: 3 * most + 1, kind: FaultKind::NoRoom(NoRoom::Bytes) };
    assert_eq!(faults(&rules(most + 2)), [told]);
    assert_eq!(read(&rules(most + 2)).0.rules.len(), most);
}
