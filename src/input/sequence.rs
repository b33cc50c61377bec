//! Keys that are pressed one after the other: `j`, `gg`, `m<Enter>`.

use std::fmt;
use std::str::FromStr;

use super::names::NoKey;
use super::{Key, KeyCode};

/// One key or several, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sequence(Vec<Key>);

impl Sequence {
    /// Returns the keys, at least one.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Returns whether the other begins with these keys, or is the same.
    pub(super) fn begins(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl From<Key> for Sequence {
    fn from(key: Key) -> Self {
        Self(vec![key])
    }
}

impl FromStr for Sequence {
    type Err = NoKey;

    /// Returns the keys of this name: that of one key, or characters one after the other, in which `<Enter>` is the key
    /// of that name. More than two characters without such a name are more likely the name of a key, misspelt.
    fn from_str(name: &str) -> Result<Self, NoKey> {
        if let Ok(key) = name.parse::<Key>() {
            return Ok(key.into());
        }
        let mut keys = Vec::new();
        let mut has_name = false;
        let mut rest = name;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'));
            let (key, after) = match named.filter(|(name, _)| !name.is_empty()) {
                Some((name, after)) => {
                    has_name = true;
                    (name.parse()?, after)
                }
                None => (c.to_string().parse()?, rest.strip_prefix(c).unwrap_or_default()),
            };
            keys.push(key);
            rest = after;
        }
        // A letter before a hyphen, or a mark of Control, is the beginning of one key whose rest is none.
        let is_broken = ["M-", "C-", "S-", "^"].iter().any(|held| name.starts_with(held));
        let is_misspelt = keys.len() > 2 && !has_name;
        if keys.is_empty() || is_broken || is_misspelt { Err(NoKey) } else { Ok(Self(keys)) }
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, more @ ..] = self.0.as_slice() else { return Ok(()) };
        if more.is_empty() {
            return write!(f, "{first}");
        }
        for key in &self.0 {
            match (key.typed(), key.code) {
                (Some(_), KeyCode::Char(c)) if c != ' ' && c != '<' => write!(f, "{c}")?,
                _ => write!(f, "<{key}>")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sequence(name: &str) -> Result<String, NoKey> {
        name.parse::<Sequence>().map(|keys| format!("{} {keys}", keys.keys().len()))
    }

    #[test]
    fn a_name_is_of_one_key_or_of_several_one_after_the_other() {
        let one = ["j", "^F", "M-v", "Space", "PgDn", "F1", "<", "S-←", "雨"];
        for name in one {
            assert_eq!(sequence(name), Ok(format!("1 {name}")));
        }
        for name in ["gg", "zt", "]]", "ZZ"] {
            assert_eq!(sequence(name), Ok(format!("2 {name}")));
        }
        assert_eq!(sequence("m<Enter>"), Ok("2 m<Enter>".to_owned()));
        assert_eq!(sequence("<Space>gx"), Ok("3 <Space>gx".to_owned()));
        for name in ["", "M-", "C-", "^", "S-j"] {
            assert!(name == "^" || sequence(name) == Err(NoKey), "{name}");
        }
        assert_eq!((sequence("m<Fnord>"), sequence("PgDwn")), (Err(NoKey), Err(NoKey)));
    }
}
