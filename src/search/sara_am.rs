//! The vowel *am* of Thai and Lao, which is one character or a ring and a long *a*, and is typed before or after a tone:
//! `น้ำ`, `นํ้า`.

use regex_syntax::hir::Hir;

use super::unit::{PhraseUnits, Unit};

/// The ring, the long *a*, and the vowel that is both, of each script.
const VOWELS: [[char; 3]; 2] =
    [['\u{E4D}', '\u{E32}', '\u{E33}'], ['\u{ECD}', '\u{EB2}', '\u{EB3}']];

/// Puts the tones of `units` before the vowel.
pub(super) fn order(units: &mut [Unit]) {
    for at in 0..units.len() {
        let rest = units.get_mut(at..).unwrap_or_default();
        let bare: Vec<char> = rest.iter().take(3).map_while(Unit::bare).collect();
        let count = match *bare {
            [ring, tone, ..] if vowel(ring).is_some() && is_tone(tone) => 2,
            [ring, long, tone]
                if is_tone(tone) && vowel(ring).is_some_and(|it| it.contains(&long)) =>
            {
                3
            }
            _ => continue,
        };
        rest.get_mut(..count).into_iter().for_each(|mark| mark.rotate_right(1));
    }
}

/// Returns what stands for the tone and the vowel at unit `at`, and how many units those are.
pub(super) fn piece(words: &PhraseUnits, at: usize) -> Option<(Hir, usize)> {
    let (tone, [ring, long, both]) = toned(words.from(at))?;
    let ways = [vec![tone, both], vec![both, tone], vec![ring, tone, long]];
    let written = |way: Vec<char>| Hir::literal(String::from_iter(way).into_bytes());
    let ways = ways.map(written).into_iter().chain([words.spelled(at, at + COUNT)]);
    Some((Hir::alternation(ways.collect()), COUNT))
}

/// Returns whether unit `at` is one of those that [`piece`] stands for.
pub(super) fn covers(units: &[Unit], at: usize) -> bool {
    let starts = at.saturating_sub(COUNT - 1)..=at;
    starts.filter_map(|start| units.get(start..)).any(|units| toned(units).is_some())
}

/// How many units a tone and the vowel are.
const COUNT: usize = 3;

/// Returns the tone that `units` begin with and the vowel after it.
fn toned(units: &[Unit]) -> Option<(char, [char; 3])> {
    let [tone, ring, long] = units.get(..COUNT)? else { return None };
    let long = long.bare()?;
    let found = vowel(ring.bare()?).filter(|vowel| vowel.contains(&long))?;
    Some((tone.bare().filter(|tone| is_tone(*tone))?, found))
}

fn vowel(ring: char) -> Option<[char; 3]> {
    VOWELS.into_iter().find(|vowel| vowel.starts_with(&[ring]))
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{E48}'..='\u{E4B}' | '\u{EC8}'..='\u{ECB}')
}
