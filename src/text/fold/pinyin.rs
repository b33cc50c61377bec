//! Which characters are read as a syllable of pinyin, without tones. `ü` is written `v`, as it is typed.

/// A syllable, a space and its characters, a line each in the order of the syllables.
const PINYIN: &str = include_str!("pinyin.txt");

/// Returns each syllable with the characters that may be read so, in the order of the syllables.
pub fn syllables() -> impl Iterator<Item = (&'static str, &'static str)> {
    PINYIN.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(syllable: &str) -> &'static str {
        syllables().find(|(key, _)| *key == syllable).map_or("", |(_, characters)| characters)
    }

    #[test]
    fn a_character_has_all_its_readings() {
        assert!(read_as("hang").contains('行') && read_as("xing").contains('行'));
        assert!(read_as("gong").contains('公') && !read_as("gong").contains('司'));
        assert!(read_as("lv").contains('绿') && read_as("lv").contains('綠'));
    }

    #[test]
    fn a_syllable_has_a_vowel_and_its_place_in_the_order() {
        let keys: Vec<&str> = syllables().map(|(key, _)| key).collect();
        assert!(keys.is_sorted() && keys.len() > 400);
        assert!(keys.iter().all(|key| key.contains(['a', 'e', 'i', 'o', 'u', 'v'])));
    }
}
