//! Characters that stand for several letters: ligatures and the sharp s.

use super::letter::CasedFolding;

/// Letters and the ligature of them, longer ones before those that they begin with.
const LIGATURES: [(&str, char); 6] =
    [("ffi", 'ﬃ'), ("ffl", 'ﬄ'), ("ff", 'ﬀ'), ("fi", 'ﬁ'), ("fl", 'ﬂ'), ("st", 'ﬆ')];

/// Letters and the one letter that they are where case does not matter (full case folding, Unicode 5.18).
const FOLDED: [(&str, char); 2] = [("ss", 'ß'), ("ss", 'ẞ')];

/// Returns the letters that `c` is another way to write, if it is one.
pub(super) fn spelled_out(c: char, folding: CasedFolding) -> Option<&'static str> {
    ligatures(folding).find_map(|(letters, joined)| (joined == c).then_some(letters))
}

/// Returns each run of letters that one character may stand for, and that character.
pub(super) fn ligatures(folding: CasedFolding) -> impl Iterator<Item = (&'static str, char)> {
    let ligatures = LIGATURES.into_iter().filter(move |_| folding.switches.width);
    ligatures.chain(FOLDED.into_iter().filter(move |_| folding.any_case))
}
