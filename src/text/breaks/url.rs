//! Addresses in running text: what a reader would click, and what no row should break.

use std::ops::Range;

use memchr::memchr3;

/// Returns the ranges of the web and mail addresses in `text`, in order.
pub fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    // An address starts at `from` or later; what tells it stands at `next` or later.
    let (mut from, mut next) = (0, 0);
    std::iter::from_fn(move || {
        while let Some(found) = memchr3(b':', b'@', b'w', text.as_bytes().get(next..)?) {
            let at = next + found;
            next = at + 1;
            if let Some(address) = address_at(text, from, at) {
                (from, next) = (address.end, address.end);
                return Some(address);
            }
            if text.get(at..next) == Some("@") {
                from = next;
            }
        }
        None
    })
}

/// Returns the address that the `:` of its `://`, its `@` or its `www.` at byte `at` tells, if it starts at
/// `from` or later.
fn address_at(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let before = text.get(from..at)?;
    let rest = text.get(at..)?;
    let (start, end) = if rest.starts_with("://") {
        let scheme = ["https", "http", "ftp", "file"].into_iter().find(|s| before.ends_with(s))?;
        (at - scheme.len(), at + 3 + length(rest.get(3..)?, is_url))
    } else if rest.starts_with("www.") && !before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        (at, at + length(rest, is_url))
    } else if rest.starts_with('@') {
        let name = before.len() - before.trim_end_matches(is_mailbox).len();
        let host = rest.get(1..)?;
        let host = host.get(..length(host, is_host))?;
        let dot = host.trim_end_matches(['.', '-']).find('.')?;
        if name == 0 || dot == 0 {
            return None;
        }
        (at - name, at + 1 + host.len())
    } else {
        return None;
    };
    let address = text.get(start..end)?;
    let address = address.trim_end_matches(['.', ',', ':', ';', '!', '?', ')', '\'']);
    (address.len() > at - start + 3).then(|| start..start + address.len())
}

/// Returns how many bytes at the start of `text` are characters that `is` holds for, all of them ASCII.
fn length(text: &str, is: fn(char) -> bool) -> usize {
    text.bytes().take_while(|byte| is(char::from(*byte))).count()
}

fn is_url(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

fn is_mailbox(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._%+-".contains(c)
}

fn is_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text).map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn an_address_ends_before_the_marks_of_its_sentence() {
        assert_eq!(found("见https://a.com/b?c=d。"), ["https://a.com/b?c=d"]);
        assert_eq!(
            found("(see http://a.org/x_y), or www.b.net."),
            ["http://a.org/x_y", "www.b.net"]
        );
        assert_eq!(found("写信到 li.lei@mail.example.cn，谢谢"), ["li.lei@mail.example.cn"]);
    }

    #[test]
    fn a_mailbox_starts_where_its_name_does() {
        assert_eq!(found("问wang.w@news.example.org吧"), ["wang.w@news.example.org"]);
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        assert_eq!(found("a: b @home x@y :// www http:// wwww"), [""; 0]);
    }

    #[test]
    fn hostile_text_is_searched_in_linear_time() {
        for seed in ["a", "@", "a@", "a.", "w", "www.", "https://", ":", "a@a."] {
            let text = seed.repeat(1_000_000 / seed.len());
            assert!(addresses(&text).count() <= text.len());
        }
    }
}
