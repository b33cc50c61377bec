//! Characters that Aozora Bunko describes (外字注記), where the description tells which they are.

use crate::decode::Encoding;

/// The characters of JIS X 0213 that JIS X 0208 has not: `tools/jisx0213.py` wrote them.
const JIS_X_0213: &str = include_str!("jisx0213.txt");

/// Returns the character that `note` describes, what stands between `※［＃` and `］`: by its code in Unicode, or its plane,
/// row and cell (面区点) in JIS X 0213.
pub(super) fn character(note: &str) -> Option<String> {
    let mut facts = note.rsplit('、');
    facts.find_map(|fact| of_unicode(fact).or_else(|| of_jis(fact)))
}

/// Returns the character whose code `fact` says: `U+6DBC`.
fn of_unicode(fact: &str) -> Option<String> {
    let (_, code) = fact.split_once("U+")?;
    let code: &str = code.split(|c: char| !c.is_ascii_hexdigit()).next()?;
    let character = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    Some(character.to_string()).filter(|_| !character.is_control())
}

/// Returns the character whose place `fact` says: `第3水準1-84-77`, `1-84-77`.
fn of_jis(fact: &str) -> Option<String> {
    let from = fact.trim_start_matches(|c: char| !c.is_ascii_digit());
    let from = from.split_once("水準").map_or(from, |(_, from)| from);
    let mut numbers = from.split('-').map(|number| number.trim().parse::<u8>());
    let (plane, row, cell) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    let known = (1..=94).contains(&row) && (1..=94).contains(&cell) && numbers.next().is_none();
    if !known {
        return None;
    }
    in_table(plane, row, cell).or_else(|| in_jis_x_0208(plane, row, cell))
}

/// Returns the character at this place of the table.
fn in_table(plane: u8, row: u8, cell: u8) -> Option<String> {
    let head = format!("{plane}-{row}\t");
    let cells = JIS_X_0213.lines().find_map(|line| line.strip_prefix(&head))?;
    let character = cells.split('\t').nth(usize::from(cell) - 1)?;
    Some(character.to_owned()).filter(|character| !character.is_empty())
}

/// Returns the character at this place of JIS X 0208, which EUC-JP has in two bytes.
fn in_jis_x_0208(plane: u8, row: u8, cell: u8) -> Option<String> {
    let bytes = [0xA0 + row, 0xA0 + cell];
    let decoded = Encoding::EUC_JP.decode(&bytes);
    (plane == 1 && decoded.replaced == 0).then(|| decoded.text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(note: &str) -> Option<String> {
        character(note)
    }

    #[test]
    fn a_code_or_a_place_tells_a_character() {
        assert_eq!(told("「てへん＋劣」、第3水準1-84-77").as_deref(), Some("挘"));
        assert_eq!(told("「口＋世」、U+546D、ページ数-行数").as_deref(), Some("呭"));
        assert_eq!(told("第4水準2-87-26").as_deref(), Some("虖"));
        assert_eq!(told("亜、1-16-1").as_deref(), Some("亜"), "of JIS X 0208");
        assert_eq!(
            told("半濁点付き片仮名か、1-5-87").as_deref(),
            Some("か゚".replace('か', "カ").as_str())
        );
    }

    #[test]
    fn what_tells_none_is_none() {
        for note in [
            "「てへん＋劣」、152-7",
            "",
            "1-95-1",
            "1-0-1",
            "1-84-77-1",
            "3-84-77",
            "U+0007",
            "U+110000",
        ] {
            assert_eq!(told(note), None, "{note}");
        }
    }
}
