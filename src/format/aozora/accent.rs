//! Letters with accents as texts of Aozora Bunko take them apart (アクセント分解): `〔cafe'〕` is café.

/// The signs, the letters that each may follow, and those that it makes of them.
const ACCENTS: [(char, &str, &str); 10] = [
    ('`', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\'', "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
    ('^', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    ('~', "ANOano", "ÃÑÕãñõ"),
    (':', "AEIOUaeiouy", "ÄËÏÖÜäëïöüÿ"),
    ('&', "Aas", "Ååß"),
    ('_', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    (',', "Cc", "Çç"),
    ('/', "Oo", "Øø"),
    ('@', "!?", "¡¿"),
];

/// Two letters and a sign that are one letter.
const JOINED: [(&str, char); 4] = [("AE&", 'Æ'), ("ae&", 'æ'), ("OE&", 'Œ'), ("oe&", 'œ')];

/// Returns `words`, what stands between `〔` and `〕`, with its letters put together; none where none is taken apart, or they
/// are no words of such letters.
pub(super) fn composed(words: &str) -> Option<String> {
    if !words.is_ascii() {
        return None;
    }
    let mut composed = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let (letter, length) = joined(rest).or_else(|| accented(rest)).unwrap_or((first, 1));
        composed.push(letter);
        rest = rest.get(length..)?;
    }
    (composed != words).then_some(composed)
}

/// Returns the letter that the first three characters of `text` are, and how many bytes these have.
fn joined(text: &str) -> Option<(char, usize)> {
    let (apart, letter) = JOINED.iter().find(|(apart, _)| text.starts_with(apart))?;
    Some((*letter, apart.len()))
}

/// Returns the letter that the first two characters of `text` are, and how many bytes these have.
fn accented(text: &str) -> Option<(char, usize)> {
    let mut characters = text.chars();
    let (letter, sign) = (characters.next()?, characters.next()?);
    let (_, letters, made) = ACCENTS.iter().find(|(accent, ..)| *accent == sign)?;
    let at = letters.chars().position(|known| known == letter)?;
    Some((made.chars().nth(at)?, letter.len_utf8() + sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_put_together() {
        for (apart, whole) in [
            ("cafe'", "café"),
            ("l'e'tat, c'est moi", "l'état, c'est moi"),
            ("Fra^ulein U:ber", "Fräulein Über".replace('ä', "â").as_str()),
            ("oe&uvre s& AE& A& c,a O/ n~ A_ ?@", "œuvre ß Æ Å ça Ø ñ Ā ¿"),
        ] {
            assert_eq!(composed(apart).as_deref(), Some(whole));
        }
    }

    #[test]
    fn what_is_not_taken_apart_stays() {
        for words in ["", "cafe", "注e'", "x'", "'"] {
            assert_eq!(composed(words), None, "{words}");
        }
    }

    #[test]
    fn each_letter_has_its_own() {
        for (sign, letters, made) in ACCENTS {
            assert_eq!(letters.chars().count(), made.chars().count(), "{sign}");
        }
    }
}
