//! Front matter: what stands before a text and is said of it, between lines of `---` (YAML) or `+++` (TOML). It is told
//! apart from a text that begins with a rule by its lines, which name something each.

/// The most lines of it.
const LINES: usize = 200;

/// What stands before a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// How many bytes it takes.
    pub(super) bytes: usize,
    /// How many lines.
    pub(super) lines: usize,
    /// The names and values that stand in a line each.
    pub(super) entries: Vec<(String, String)>,
}

impl FrontMatter {
    /// Returns what stands before `text`; where nothing does, of no bytes.
    pub(super) fn of(text: &str) -> Self {
        let (end, sign) = match text.lines().next().map(str::trim_end) {
            Some("---") => ("---", ':'),
            Some("+++") => ("+++", '='),
            _ => return Self::default(),
        };
        let mut front = Self::default();
        for (number, line) in text.split_inclusive('\n').enumerate().take(LINES) {
            front.bytes += line.len();
            front.lines += 1;
            let body = line.trim_end();
            if number == 0 {
                continue;
            }
            if body == end || (sign == ':' && body == "...") {
                return if front.entries.is_empty() { Self::default() } else { front };
            }
            if !front.take(body, sign) {
                break;
            }
        }
        Self::default()
    }

    /// Takes `line` and returns whether front matter may have such a line.
    fn take(&mut self, line: &str, sign: char) -> bool {
        if line.is_empty() || line.starts_with([' ', '\t', '#', '-', '[', ']', '}', '"']) {
            // Further lines of a value, comments, tables.
            return !line.is_empty() || !self.entries.is_empty();
        }
        let Some((name, value)) = line.split_once(sign) else { return false };
        let (name, value) = (name.trim(), value.trim().trim_matches(['"', '\'']));
        let named = name.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c));
        if named && !value.is_empty() {
            self.entries.push((name.to_owned(), value.to_owned()));
        }
        named && !name.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_text_is_told_apart_from_it() {
        let front = FrontMatter::of("---\ntitle: \"灯塔：一\"\ntags:\n  - a\n---\n\ntext\n");
        assert_eq!((front.bytes, front.lines), (42, 5));
        assert_eq!(front.entries, [("title".to_owned(), "灯塔：一".to_owned())]);
        let front = FrontMatter::of("+++\ntitle = \"a\"\n+++\n");
        assert_eq!(front.entries, [("title".to_owned(), "a".to_owned())]);
    }

    #[test]
    fn a_text_that_begins_with_a_rule_has_none() {
        for text in
            ["---\n\ntext\n\n---\n", "---\nJust words\n---\n", "---\ntitle: a\n", "---\n---\n"]
        {
            assert_eq!(FrontMatter::of(text), FrontMatter::default(), "{text:?}");
        }
    }
}
