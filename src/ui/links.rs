//! The addresses on the page, so that a terminal can open them. A cell knows its link by a number, which is told from
//! the address: the same link is the same number on every page.

use crate::app::{Focus, State};
use crate::document::{Mark, Part, Target, WebAddress};

/// A link on the page: its number, and where it leads.
pub type Link = (u32, String);

/// Returns the links on the page that may be given to the terminal.
pub fn links(state: &State) -> Vec<Link> {
    let mut links = Vec::new();
    let window = match state.focus() {
        Focus::LinkWindow(window) => window.note(),
        _ => &[],
    };
    for row in state.view().names().iter().chain(state.view().page()).chain(window) {
        let part = state.book().document().part(row.start.part);
        links.extend(part.marks_in(row.bytes()).iter().filter_map(|mark| link(&part, mark)));
    }
    links.sort_unstable();
    links.dedup();
    links
}

/// Returns where `mark` leads, if that may be given to the terminal.
pub(super) fn link(part: &Part, mark: &Mark) -> Option<Link> {
    let Some(Target::Address(address)) = part.target(mark) else { return None };
    let address = WebAddress::of(address)?.as_str().to_owned();
    Some((number(&address), address))
}

/// Returns the number of `address`, of 24 bits (FNV-1a): as many as a cell has room for.
fn number(address: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = address.bytes().fold(0x811C_9DC5, step);
    (hash >> 24) ^ (hash & 0x00FF_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_24_bits() {
        let numbers: Vec<u32> =
            ["", "https://a.example/", "https://a.example/b"].map(number).into();
        assert!(numbers.iter().all(|number| *number < 1 << 24) && numbers[1] != numbers[2]);
    }
}
