//! The help, as rows of words: what the keys do on the page, in the contents, and while a search is typed.

use crate::input::{ACTIONS, CONTENTS, Entry, MARKING, PROMPT};

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys, parted by spaces; none in a row that is a heading.
    pub keys: String,
    /// What they do.
    pub doc: &'static str,
}

/// Returns the rows of the help.
pub fn help_rows() -> Vec<HelpRow> {
    let heading = |doc| [HelpRow { keys: String::new(), doc }];
    let page = ACTIONS.iter().map(row);
    let contents = heading("In the contents:").into_iter().chain(CONTENTS.iter().map(row));
    let marking = heading("While a line is made a heading:").into_iter();
    let marking = marking.chain(MARKING.iter().map(row));
    let prompt = heading("While a search is typed:").into_iter().chain(PROMPT.iter().map(row));
    page.chain(contents).chain(marking).chain(prompt).collect()
}

fn row<A>(entry: &Entry<A>) -> HelpRow {
    let keys: Vec<String> = entry.keys.iter().map(ToString::to_string).collect();
    HelpRow { keys: keys.join(" "), doc: entry.doc }
}
