//! Encodings of DOS and of old Macs, told from those of Windows by how words look in them.

use super::{Encoding, Family};

/// The encodings, the likeliest first, the letters beyond ASCII that are frequent in their languages, and one in how many
/// of them is out of place in an encoding of Windows at the least.
const OLD: [(Encoding, &str, usize); 4] = [
    (Encoding::IBM850, WESTERN, 8),
    (Encoding::IBM852, "ąćęłńóśźżáčďéěíňřšťúůýžőúűäöüëâîđăşţ", 8),
    (Encoding::MACINTOSH, WESTERN, 8),
    (Encoding::MAC_CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ", 96),
];

const WESTERN: &str = "àâäáãåçéèêëíìîïñóòôöõúùûüßæøœ";

/// The least letters that tell one of these.
const ENOUGH: usize = 4;

/// The least characters out of place in the encoding that was guessed.
const DOUBTS: usize = 2;

/// Returns `guessed`, the encoding that `sample` is taken to be in, of an alphabet; where words don't look like words in it,
/// one of these in which they do.
pub(super) fn reconsider(guessed: Encoding, sample: &[u8]) -> Encoding {
    if guessed.family() != Family::Single {
        return guessed;
    }
    let own = NonAsciiUse::of(guessed, sample, None);
    if own.odd < DOUBTS {
        return guessed;
    }
    let fits = OLD.iter().filter_map(|(encoding, letters, share)| {
        let look = NonAsciiUse::of(*encoding, sample, Some(letters));
        let is_usual = look.usual >= ENOUGH && look.rare * 8 <= look.usual;
        let is_better = look.odd * 8 <= own.odd && own.odd * share >= look.usual;
        (is_usual && is_better).then_some((look.odd + look.rare, *encoding))
    });
    fits.min_by_key(|(faults, _)| *faults).map_or(guessed, |(_, encoding)| encoding)
}

/// How the characters beyond ASCII look in words.
#[derive(Debug, Default)]
struct NonAsciiUse {
    /// Frequent letters.
    usual: usize,
    /// Other characters beside letters.
    rare: usize,
    /// What no word has: a sign within it, a mark that opens at its end, a capital after a small letter or alone between
    /// small words, a letter of another alphabet, a control.
    odd: usize,
}

impl NonAsciiUse {
    /// Returns the look of `sample` in `encoding`, in which these letters are frequent, or all.
    fn of(encoding: Encoding, sample: &[u8], frequent: Option<&str>) -> Self {
        let mut look = Self::default();
        let text = encoding.decode(sample).text;
        let [mut last_but_one, mut before] = [' '; 2];
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let after = characters.peek().copied().unwrap_or(' ');
            if !c.is_ascii() && (before.is_alphabetic() || after.is_alphabetic()) {
                let small = || c.to_lowercase().next().unwrap_or(c);
                let is_usual =
                    || frequent.map_or(c.is_alphabetic(), |letters| letters.contains(small()));
                if is_odd(before, c, after) {
                    look.odd += 1;
                } else if is_usual() {
                    look.usual += 1;
                } else if c.is_alphabetic() {
                    look.rare += 1;
                }
            }
            let is_lone = last_but_one.is_lowercase() && before == ' ' && !after.is_alphanumeric();
            let is_capital = is_lone && !c.is_ascii() && is_latin(c) && c.is_uppercase();
            look.odd += usize::from(is_capital || matches!(c, '\u{80}'..='\u{9F}'));
            (last_but_one, before) = (before, c);
        }
        look
    }
}

/// Whether no word holds `c` between these neighbours.
fn is_odd(before: char, c: char, after: char) -> bool {
    let is_mixed = |other: char| other.is_alphabetic() && is_latin(other) != is_latin(c);
    if c.is_alphabetic() {
        (before.is_lowercase() && c.is_uppercase()) || is_mixed(before) || is_mixed(after)
    } else {
        let joins =
            matches!(c, '’' | '‘' | '·' | '\u{AD}' | '–' | '—' | '…' | '“' | '”' | '«' | '»');
        let opens = matches!(c, '‚' | '„' | '•');
        before.is_alphabetic() && (opens || (after.is_alphabetic() && !joins))
    }
}

fn is_latin(c: char) -> bool {
    c < '\u{250}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{Hint, detect};

    #[track_caller]
    fn check(name: &str, text: &str) {
        let encoding = Encoding::named(name).unwrap();
        let bytes = encoding.encode(text);
        let told = detect(&bytes, Hint::default()).encoding;
        assert_eq!(told.decode(&bytes).text, text, "{name} told as {}", told.name());
    }

    #[test]
    fn old_encodings_are_told_where_words_are_words_in_them_alone() {
        let german =
            "Der Müller fährt über die Brücke. Schöne Grüße an die Bäuerin! Das Mädchen hörte zu.";
        let french = "Elle a été surprise: les élèves étaient déjà à l\u{27}école, près du marché, où on le forçait.";
        let spanish =
            "El niño pequeño pasó mañana por aquí y comió algún melocotón; después se durmió.";
        let polish =
            "Zażółć gęślą jaźń. Książka leży na półce, a gość śpi przy ścianie. Źródło jest żywe.";
        let russian = "Ночь была тихая. Старик вышел на крыльцо и долго смотрел на реку. Яблоня стояла вся белая, и я молчал.";
        for text in [german, french, spanish] {
            check("ibm850", text);
            check("windows-1252", text);
        }
        // Its letters end words, or are words.
        let italian = "La città è più bella perché il sole è alto; però la libertà è cara. Andrà così: c'è chi può e chi non può.";
        check("ibm850", italian);
        check("macintosh", italian);
        check("windows-1252", italian);
        check("macintosh", german);
        check("macintosh", french);
        check("ibm852", polish);
        check("windows-1250", polish);
        check(
            "ibm852",
            "Noaptea era liniştită. Bătrânul a ieşit afară şi s-a uitat îndelung la râu. Mărul stătea în faţa casei.",
        );
        for name in ["x-mac-cyrillic", "windows-1251", "koi8-r", "ibm866"] {
            check(name, russian);
        }
        check(
            "windows-1253",
            "Η νύχτα ήταν ήσυχη. Ο γέρος βγήκε έξω και κοίταζε ώρα πολλή το ποτάμι.",
        );
        check(
            "windows-1254",
            "Gece sessizdi. Yaşlı adam dışarı çıktı ve uzun süre ırmağa baktı. Ağaç bembeyazdı.",
        );
        check("windows-1255", "הלילה היה שקט. הזקן יצא החוצה והביט זמן רב בנהר.");
    }

    #[test]
    fn what_was_guessed_stays_where_its_words_are_words() {
        check("windows-1252", "„Größe“ – 20 £ – Œuvre… l’été");
        let english = "“Don’t,” he said—“it isn’t far; there’s a café.” A©B x±y ".repeat(4);
        check("windows-1252", &english);
        check("windows-1251", "„Ночь“ – № 5 — я и ты…");
    }
}
