//! What fingers that know less or vim press most, what that does there, and what it comes to here.

use std::sync::Arc;

use kanshu::app::{Focus, Session, Setup, Size};
use kanshu::config::Config;
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, Preset, Sequence};

/// Keys, in the names that the tables of keys have, parted by blanks; what they do there; what they come to here, from
/// line 500 of 1000 in a window of 23 rows of text: a line at the top, or what is said.
pub(super) type Finger = (&'static str, &'static str, &'static str);

/// What fingers that know less press most.
pub(super) const LESS: [Finger; 43] = [
    ("j", "a line down", "501"),
    ("e", "a line down", "501"),
    ("Enter", "a line down", "501"),
    ("5 j", "five lines down", "505"),
    ("k", "a line up", "499"),
    ("y", "a line up", "499"),
    ("5 k", "five lines up", "495"),
    ("Space", "a window down", "522"),
    ("f", "a window down", "522"),
    ("^V", "a window down", "522"),
    ("5 Space", "five lines down", "505"),
    ("z", "a window down", "522"),
    ("b", "a window up", "478"),
    ("w", "a window up", "478"),
    ("5 b", "five lines up", "495"),
    ("d", "half a window down", "511"),
    ("5 d d", "five lines down, and five again", "510"),
    ("u", "half a window up", "489"),
    ("5 u d", "five lines up, and five down", "500"),
    ("g", "the first line", "1"),
    ("<", "the first line", "1"),
    ("G", "the last line", "978"),
    (">", "the last line", "978"),
    ("5 0 g", "line 50", "50"),
    ("5 0 G", "line 50", "50"),
    ("5 0 p", "50 per cent", "508"),
    ("5 0 %", "50 per cent", "508"),
    ("/ 7 7 Enter", "the first match below", "570"),
    ("/ 7 7 Enter n", "the next match", "670"),
    ("/ 7 7 Enter n N", "the match before", "570"),
    ("? 3 3 Enter", "the first match above", "426"),
    ("ma G 'a", "mark a line, go there", "500"),
    ("G ''", "where one was before the last jump", "500"),
    ("=", "tells the place", "Line 500 of the source, 49.3%"),
    ("^G", "tells the place", "Line 500 of the source, 49.3%"),
    ("Right", "half a window to the right", "No line of the page goes on to the right."),
    ("^C", "stops what goes on", "Nothing goes on; q leaves."),
    ("-N", "numbers the lines", "line-numbers = true"),
    ("-S", "cuts long lines", "wrap = false"),
    ("& 7 7 Enter", "only the lines with it", "577"),
    ("& 7 7 Enter & Enter", "all lines again", "All lines are shown again."),
    (": n Enter", "the next file", "No other file was named."),
    ("h", "the help", "the help"),
];

/// What fingers that know vim press most.
pub(super) const VIM: [Finger; 41] = [
    ("j", "a line down", "501"),
    ("5 j", "five lines down", "505"),
    ("^E", "scrolls a line down", "501"),
    ("k", "a line up", "499"),
    ("5 k", "five lines up", "495"),
    ("^Y", "scrolls a line up", "499"),
    ("^F", "a window down", "522"),
    ("2 ^F", "two windows down", "544"),
    ("^B", "a window up", "478"),
    ("^D", "half a window down", "511"),
    ("5 ^D ^D", "five lines down, and five again", "510"),
    ("^U", "half a window up", "489"),
    ("gg", "the first line", "1"),
    ("5 0 gg", "line 50", "50"),
    ("G", "the last line", "978"),
    ("5 0 G", "line 50", "50"),
    ("5 0 %", "50 per cent", "508"),
    ("}", "the next paragraph", "501"),
    ("{", "the paragraph before", "499"),
    (")", "the next sentence", "501"),
    ("(", "the sentence before", "499"),
    ("]]", "the next section", "This document has no sections."),
    ("H", "the top of the window", "The top row is where you read."),
    ("M", "its middle", "511"),
    ("L", "its bottom", "522"),
    ("j zt", "this line to the top", "501"),
    ("zz", "this line to the middle", "489"),
    ("zb", "this line to the bottom", "478"),
    ("/ 7 7 Enter", "the first match below", "570"),
    ("/ 7 7 Enter n", "the next match", "670"),
    ("/ 7 7 Enter n N", "the match before", "570"),
    ("? 3 3 Enter", "the first match above", "426"),
    ("ma G 'a", "mark a line, go there", "500"),
    ("ma G `a", "mark a place, go there", "500"),
    ("G ''", "where one was before the last jump", "500"),
    ("G ^O", "where one jumped from", "500"),
    ("G ^O Tab", "and forward again", "978"),
    (": 5 0 Enter", "line 50", "50"),
    ("^G", "tells the place", "Line 500 of the source, 49.3%"),
    ("zl", "a column to the right", "No line of the page goes on to the right."),
    ("w", "a word on", "w does nothing here; F1 shows the keys."),
];

/// Returns what `keys` come to: what is said, the panel that opens, else the line at the top.
pub(super) fn comes_to(preset: Preset, keys: &str) -> String {
    let lines: Vec<String> = (1..=1000).map(|number| format!("line {number}\n")).collect();
    let text = lines.concat();
    let document = Document::new(Arc::new(PlainText::open(Arc::new(text), Choice::default())));
    let config = Config { preset, ..Config::default() };
    let setup = Setup { config, ..Setup::default() };
    let mut session = Session::open(document, "lines", setup, Size::new(80, 24));
    session.keys("500G");
    for name in keys.split(' ') {
        let keys: Sequence = name.parse().unwrap();
        keys.keys().iter().for_each(|key: &Key| session.press(*key));
    }
    let state = session.state();
    if let Some(told) = state.told() {
        return told;
    }
    match state.focus() {
        Focus::Help(_) => return "the help".to_owned(),
        Focus::Matches(_) => return "a list of them".to_owned(),
        _ => {}
    }
    let top = state.view().top();
    let part = state.book().document().part(top.part);
    let row = part.block_at(top.byte).map(|block| part.block_text(block).to_owned());
    row.unwrap_or_default().replace("line ", "")
}
