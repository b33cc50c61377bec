//! Names in running text that no row should break: paths and the options of commands.

use std::ops::Range;

use memchr::memchr2;

/// Returns the ranges of the paths and options in `text`, in order: `/usr/lib`, `a/b/c`, `--no-config`.
pub(super) fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let found = from + memchr2(b'/', b'-', bytes.get(from..)?)?;
            let before = bytes.get(from..found)?.iter().rev();
            let start = found - before.take_while(|byte| is_of_name(**byte)).count();
            let after = bytes.get(found..)?.iter();
            from = found + after.take_while(|byte| is_of_name(**byte)).count();
            let name = text.get(start..from)?.trim_end_matches(['.', ':', '-']);
            if is_path(name) || is_option(name) {
                return Some(start..start + name.len());
            }
        }
    })
}

/// Returns whether `name` leads through directories.
fn is_path(name: &str) -> bool {
    let rooted = name.starts_with('/') || name.starts_with("./") || name.starts_with("~/");
    rooted || name.bytes().filter(|byte| *byte == b'/').take(2).count() == 2
}

/// Returns whether `name` is an option of a command.
fn is_option(name: &str) -> bool {
    name.starts_with('-')
        && name.trim_start_matches('-').starts_with(|c: char| c.is_ascii_alphabetic())
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/-._~=+@%:".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        names(text).map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn paths_and_options_are_names() {
        assert_eq!(found("see /usr/lib, p=/a/b/7 or ~/x."), ["/usr/lib", "p=/a/b/7", "~/x"]);
        assert_eq!(found("用--no-config=x或-v。"), ["--no-config=x", "-v"]);
        assert_eq!(found("on 12/31/2024: go"), ["12/31/2024"]);
    }

    #[test]
    fn words_with_a_hyphen_or_a_slash_are_none() {
        assert_eq!(found("well-known and/or - -- --- a-b-c -1 km/h"), [""; 0]);
    }

    #[test]
    fn hostile_text_is_searched_in_linear_time() {
        for seed in ["a", "/", "-", "a-", "-a ", "/."] {
            let text = seed.repeat(1_000_000 / seed.len());
            assert!(names(&text).count() <= text.len());
        }
    }
}
