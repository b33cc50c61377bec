//! The help, as rows of words: what the keys do on the page, in the contents, and while a search is typed, and what
//! the signs beside the text mean.

use crate::input::{ACTIONS, CONTENTS, Entry, Key, Keymap, MARKING, PROMPT};

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys, parted by spaces; none in a row that is a heading.
    pub keys: String,
    /// What they do.
    pub doc: &'static str,
}

/// Returns the rows of the help where `keymap` says what the keys do on the page. What no key does is left out.
pub fn help_rows(keymap: &Keymap) -> Vec<HelpRow> {
    let heading = |doc| [HelpRow { keys: String::new(), doc }];
    let page = ACTIONS
        .iter()
        .map(|entry| HelpRow { keys: names(keymap.keys(entry.action)), doc: entry.doc });
    let page = page.filter(|row| !row.keys.is_empty());
    let contents = heading("In the contents:").into_iter().chain(CONTENTS.iter().map(row));
    let marking = heading("While a line is made a heading:").into_iter();
    let marking = marking.chain(MARKING.iter().map(row));
    let prompt = heading("While a search is typed:").into_iter().chain(PROMPT.iter().map(row));
    let signs = heading("Signs beside the text:").into_iter().chain(SIGNS.map(sign));
    page.chain(contents).chain(marking).chain(prompt).chain(signs).collect()
}

/// The signs that stand beside the text and are none of it, and what each means.
const SIGNS: [(&str, &str); 2] = [("\\", "the line goes on in the next row"), ("│", "a quotation")];

fn sign((sign, doc): (&str, &'static str)) -> HelpRow {
    HelpRow { keys: sign.to_owned(), doc }
}

fn row<A>(entry: &Entry<A>) -> HelpRow {
    HelpRow { keys: names(entry.keys), doc: entry.doc }
}

fn names(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    names.join(" ")
}
