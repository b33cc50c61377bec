//! The addresses on the page, so that a terminal can open them. A cell knows its link by a number, which is told from
//! the address: the same link is the same number on every page.

use crate::app::State;
use crate::budget::LINK_BYTES;
use crate::document::{Mark, Part, Target};

/// A link on the page: its number, and where it leads.
pub type Link = (u32, String);

/// Returns the links on the page that may be given to the terminal.
pub fn links(state: &State) -> Vec<Link> {
    let mut links = Vec::new();
    for row in state.view().names().iter().chain(state.view().page()) {
        let Some(set) = &row.row else { continue };
        let part = state.book().document().part(row.start.part);
        let bytes = row.start.byte..row.start.byte + set.span().len();
        links.extend(part.marks_in(bytes).iter().filter_map(|mark| link(&part, mark)));
    }
    links.sort_unstable();
    links.dedup();
    links
}

/// Returns where `mark` leads, if that is a place on the web or a mailbox, written in the letters that an address has.
pub(super) fn link(part: &Part, mark: &Mark) -> Option<Link> {
    let Some(Target::Address(address)) = part.target(mark) else { return None };
    let (scheme, _) = address.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let written = written(address);
    (known && written.len() <= LINK_BYTES / 2).then(|| (number(&written), written))
}

/// Returns `address` with all but the visible letters of ASCII by their bytes (RFC 3987, 3.1).
fn written(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            written.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16));
            written.push('%');
            written.extend(digits.into_iter().flatten().map(|digit| digit.to_ascii_uppercase()));
        }
    }
    written
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
    use crate::document::Markup;

    fn led(address: &str) -> Option<String> {
        let mark = Mark { link: Some(0), ..Mark::new(0..1) };
        let links = vec![Target::Address(address.into())];
        let markup = Markup { marks: vec![mark.clone()], links, ..Markup::default() };
        link(&Part::new("x".to_owned(), Vec::new(), markup), &mark).map(|(_, address)| address)
    }

    #[test]
    fn only_the_web_and_mailboxes_are_given_to_the_terminal() {
        assert_eq!(led("https://a.example/b?c=d").as_deref(), Some("https://a.example/b?c=d"));
        assert_eq!(led("MAILTO:a@b.example").as_deref(), Some("MAILTO:a@b.example"));
        for address in ["file:///etc/passwd", "javascript:x", "ssh://a", "#note", ""] {
            assert_eq!(led(address), None, "{address}");
        }
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_in_an_address() {
        assert_eq!(
            led("https://a.example/看\u{1B}\\ \u{7}").as_deref(),
            Some("https://a.example/%E7%9C%8B%1B\\%20%07")
        );
        let long = format!("https://a.example/{}", "a".repeat(LINK_BYTES));
        assert_eq!(led(&long), None);
    }

    #[test]
    fn a_number_has_24_bits() {
        let numbers: Vec<u32> =
            ["", "https://a.example/", "https://a.example/b"].map(number).into();
        assert!(numbers.iter().all(|number| *number < 1 << 24) && numbers[1] != numbers[2]);
    }
}
