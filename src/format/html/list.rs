//! The markers of lists.

use dom_query::NodeRef;

/// The bullets of lists within each other, the outermost first.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];

/// A list whose items are being read.
pub(super) struct List {
    /// The number of the next item; none: bullets.
    next: Option<i64>,
    step: i64,
    /// The signs that numbers are written in: the attribute `type`.
    signs: char,
    bullet: &'static str,
}

impl List {
    /// Returns the list that `node` is, around which `depth` others lie.
    pub(super) fn of(node: &NodeRef, depth: usize) -> Self {
        let ordered = node.has_name("ol");
        let number = |name| node.attr(name)?.trim().parse::<i64>().ok();
        let reversed = ordered && node.has_attr("reversed");
        let items = || node.children_it(false).filter(|child| child.has_name("li")).count();
        let last = || i64::try_from(items()).unwrap_or(i64::MAX);
        let first = number("start").unwrap_or_else(|| if reversed { last() } else { 1 });
        Self {
            next: ordered.then_some(first),
            step: if reversed { -1 } else { 1 },
            signs: node.attr("type").and_then(|kind| kind.chars().next()).unwrap_or('1'),
            bullet: BULLETS.get(depth).or(BULLETS.last()).copied().unwrap_or("•"),
        }
    }

    /// Returns the marker of the next item, which is `node`.
    pub(super) fn marker(&mut self, node: &NodeRef) -> String {
        let Some(next) = self.next else { return self.bullet.to_owned() };
        let value = node.attr("value").and_then(|value| value.trim().parse().ok());
        let number = value.unwrap_or(next);
        self.next = Some(number.saturating_add(self.step));
        format!("{}.", numeral(number, self.signs))
    }
}

/// Returns whether no blank row parts the items of the list `node`: none of them holds a paragraph.
pub(super) fn is_tight(node: &NodeRef) -> bool {
    let items = node.children_it(false).filter(|child| child.has_name("li"));
    let mut inside = items.flat_map(|item| item.children_it(false).collect::<Vec<_>>());
    !inside.any(|child| child.has_name("p"))
}

/// Returns `number` written in `signs`.
fn numeral(number: i64, signs: char) -> String {
    let written = match signs {
        'a' => letters(number),
        'A' => letters(number).map(|it| it.to_ascii_uppercase()),
        'i' => roman(number),
        'I' => roman(number).map(|it| it.to_ascii_uppercase()),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

/// Returns `number` in letters: a to z, then aa.
fn letters(number: i64) -> Option<String> {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).ok()?;
        letters.push(char::from(b'a' + letter));
        rest = (rest - 1) / 26;
    }
    (!letters.is_empty()).then(|| letters.iter().rev().collect())
}

/// Returns `number` in Roman numerals; none where there is no way to write it.
fn roman(number: i64) -> Option<String> {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    Some(roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_list_asks() {
        let written = [(3, '1'), (28, 'a'), (26, 'A'), (1994, 'i'), (4, 'I'), (0, 'i'), (-1, 'a')];
        let written = written.map(|(number, signs)| numeral(number, signs));
        assert_eq!(written, ["3", "ab", "Z", "mcmxciv", "IV", "0", "-1"]);
    }
}
