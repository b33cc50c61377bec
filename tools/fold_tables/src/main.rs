//! Writes the tables of `kanshu::text::fold`, each kind from its source:
//!
//! ```text
//! cargo run -- han DICTIONARIES ../../src/text/fold
//! cargo run -- pinyin PINYIN ../../src/text/fold
//! cargo run -- unicode DATABASE ../../src/text/fold
//! ```
//!
//! `DICTIONARIES` is the folder of `OpenCC`'s character dictionaries (`TSCharacters.txt` and its like, Apache-2.0),
//! `PINYIN` is the file `pinyin.txt` of mozillazg/pinyin-data (MIT), `DATABASE` is a folder with
//! `EquivalentUnifiedIdeograph.txt` of the Unicode Character Database and `Unihan_Variants.txt` of Unihan (Unicode-3.0).
//! The decompositions come from the crate `unicode-normalization` (Unicode-3.0).

mod variants;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, decompose_compatible};

type Pairs = BTreeSet<(char, char)>;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [kind, source, out] = arguments.as_slice() else {
        return Err("usage: fold_tables han|pinyin|unicode SOURCE OUT".into());
    };
    let (source, out) = (Path::new(source), Path::new(out));
    match kind.as_str() {
        "han" => fs::write(out.join("han.txt"), han(source)?)?,
        "pinyin" => fs::write(out.join("pinyin.txt"), pinyin_table(&fs::read_to_string(source)?))?,
        "unicode" => {
            fs::write(out.join("composed.txt"), composed())?;
            fs::write(out.join("compatible.txt"), compatible())?;
            let known = fs::read_to_string(out.join("han.txt"))?;
            fs::write(out.join("variants.txt"), variants::table(source, &known)?)?;
        }
        _ => return Err("no such kind of table".into()),
    }
    Ok(())
}

/// Returns the characters that stand for one another, a pair a line. Two characters that share a
/// simplified form are no pair for that (乾 and 幹 are both 干), but the regional forms of one are (裏, 裡, 里).
fn han(dictionaries: &Path) -> Result<String, Box<dyn Error>> {
    let read = |name: &str| fs::read_to_string(dictionaries.join(name)).map(|text| entries(&text));
    let simplified = read("TSCharacters.txt")?;
    let mut pairs: Pairs = simplified.iter().chain(&read("STCharacters.txt")?).copied().collect();
    for name in ["TWVariants.txt", "HKVariants.txt", "JPVariants.txt", "JPShinjitaiCharacters.txt"]
    {
        for (standard, regional) in read(name)? {
            pairs.insert((standard, regional));
            let same = simplified.iter().filter(|(key, _)| *key == standard);
            pairs.extend(same.map(|(_, short)| (*short, regional)));
        }
    }
    pairs.extend(compatibility_ideographs());
    let ordered: Pairs =
        pairs.into_iter().filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();
    let mut table = String::from(
        "# Han characters that stand for one another, a pair a line. Written by tools/fold_tables from the\n\
         # character dictionaries of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0) and the canonical\n\
         # decompositions of the Unicode Character Database (Unicode-3.0).\n",
    );
    for (a, b) in ordered {
        writeln!(table, "{a}{b}")?;
    }
    Ok(table)
}

/// Returns the pairs of one character and one of its values in a dictionary of `OpenCC`.
fn entries(text: &str) -> Vec<(char, char)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once('\t')).flat_map(|(key, values)| {
        values.split(' ').filter_map(|value| Some((only(key)?, only(value.trim())?)))
    });
    pairs.collect()
}

fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn compatibility_ideographs() -> Pairs {
    let all = ('\u{F900}'..='\u{FAFF}').chain('\u{2F800}'..='\u{2FA1F}');
    all.filter_map(|c| Some((c, only(&c.nfd().collect::<String>())?))).collect()
}

/// Returns each syllable without its tone (ü as v), a space, and the characters that may be read so.
fn pinyin_table(data: &str) -> String {
    let mut syllables: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for line in data.lines().filter(|line| line.starts_with("U+")) {
        let Some((c, readings)) = reading(line) else { continue };
        for syllable in readings {
            syllables.entry(syllable).or_default().insert(c);
        }
    }
    let mut table = String::from(
        "# Syllables of pinyin without tones (v for u-umlaut), each with the characters that may be read so. Written\n\
         # by tools/fold_tables from pinyin-data (https://github.com/mozillazg/pinyin-data):\n\
         # The MIT License (MIT), Copyright (c) 2016 mozillazg.\n",
    );
    for (syllable, characters) in syllables {
        let characters: String = characters.into_iter().collect();
        writeln!(table, "{syllable} {characters}").unwrap_or_default();
    }
    table
}

/// Returns the character of a line such as `U+516C: gōng  # 公` and its readings without tones; nothing for
/// characters outside the block of unified ideographs.
fn reading(line: &str) -> Option<(char, Vec<String>)> {
    let (code, rest) = line.strip_prefix("U+")?.split_once(':')?;
    let c = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    if c != '〇' && !('\u{4E00}'..='\u{9FFF}').contains(&c) {
        return None;
    }
    let readings = rest.split('#').next()?.split(',').map(|reading| toneless(reading.trim()));
    Some((c, readings.filter(|syllable| syllable.contains(VOWELS)).collect()))
}

/// What makes letters a syllable; `m` and `ng` are sounds that nobody types.
const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'v'];

fn toneless(reading: &str) -> String {
    let umlaut = reading.nfd().collect::<String>().replace("u\u{308}", "v");
    umlaut.chars().filter(char::is_ascii_lowercase).collect()
}

/// Returns each composed character and its full canonical decomposition, for all but Hangul syllables
/// (which are computed) and ideographs (which are in the other table).
fn composed() -> String {
    let mut table = String::from(
        "# Each composed character, and after it its full canonical decomposition. Written by tools/fold_tables\n\
         # from the Unicode Character Database (Unicode-3.0).\n",
    );
    let hangul = '\u{AC00}'..='\u{D7A3}';
    let ideographs = [('\u{F900}'..='\u{FAFF}'), ('\u{2F800}'..='\u{2FA1F}')];
    for c in ('\u{80}'..=char::MAX).filter(|c| !hangul.contains(c)) {
        let mut whole = String::new();
        decompose_canonical(c, |part| whole.push(part));
        if only(&whole) != Some(c) && !ideographs.iter().any(|block| block.contains(&c)) {
            writeln!(table, "{c}{whole}").unwrap_or_default();
        }
    }
    table
}

/// Returns each character with a compatibility decomposition, and what it is without it: `ﬁ`, `㎏`, `²`, `ﺏ`. Left out is
/// what other tables fold: widths, radicals, punctuation, Hangul; and what holds white space. Past
/// U+FFFF only the letters and digits of mathematics are anything that texts have.
fn compatible() -> String {
    let mut table = String::from(
        "# Each character that Unicode has for its form alone, and after it what it stands for. Written by\n\
         # tools/fold_tables from the Unicode Character Database (Unicode-3.0).\n",
    );
    let elsewhere = [
        '\u{2E80}'..='\u{2FDF}',
        '\u{3130}'..='\u{318F}',
        '\u{FE10}'..='\u{FE6F}',
        '\u{FF00}'..='\u{FFEF}',
    ];
    let all = ('\u{80}'..='\u{FFFF}').chain('\u{1D400}'..='\u{1D7FF}');
    for c in all.filter(|c| !elsewhere.iter().any(|block| block.contains(c))) {
        let (mut compatible, mut canonical) = (String::new(), String::new());
        decompose_compatible(c, |part| compatible.push(part));
        decompose_canonical(c, |part| canonical.push(part));
        let plain: String = compatible.nfc().collect::<String>().replace('\u{2044}', "/");
        let is_text = plain.contains(char::is_alphanumeric);
        if compatible != canonical && is_text && !plain.contains(char::is_whitespace) {
            writeln!(table, "{c}{plain}").unwrap_or_default();
        }
    }
    table
}
