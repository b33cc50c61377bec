//! Addresses outside of a document that may be handed to someone else.

use crate::budget::LINK_BYTES;

/// The schemes of the web and of mailboxes.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// An address of the web or of a mailbox, in visible ASCII: what a terminal and the program that opens it may be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebAddress(String);

impl WebAddress {
    /// Returns what `address` is with all but the visible letters of ASCII by their bytes (RFC 3987, 3.1); none where it
    /// leads elsewhere than to the web or a mailbox, or is longer than a terminal takes.
    pub fn of(address: &str) -> Option<Self> {
        let (scheme, _) = address.split_once(':')?;
        let known = SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known));
        let written = written(address);
        (known && written.len() <= LINK_BYTES / 2).then_some(Self(written))
    }

    /// Returns it as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn led(address: &str) -> Option<String> {
        WebAddress::of(address).map(|address| address.as_str().to_owned())
    }

    #[test]
    fn only_the_web_and_mailboxes_are_given_away() {
        assert_eq!(led("https://a.example/b?c=d").as_deref(), Some("https://a.example/b?c=d"));
        assert_eq!(led("MAILTO:a@b.example").as_deref(), Some("MAILTO:a@b.example"));
        for address in ["file:///etc/passwd", "javascript:x", "ssh://a", "#note", "-x", ""] {
            assert_eq!(led(address), None, "{address}");
        }
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_in_an_address() {
        assert_eq!(
            led("https://a.example/看\u{1B}\\ \u{7}").as_deref(),
            Some("https://a.example/%E7%9C%8B%1B\\%20%07")
        );
        let long = |bytes: usize| format!("https://{}", "a".repeat(bytes - "https://".len()));
        assert!(led(&long(LINK_BYTES / 2)).is_some());
        assert_eq!(led(&long(LINK_BYTES / 2 + 1)), None);
    }
}
