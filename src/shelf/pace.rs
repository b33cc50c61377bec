//! How fast the reader reads, as it was measured, in characters of Chinese and Japanese and in words of other scripts.

use serde::{Deserialize, Serialize};

use super::{Moment, Record};
use crate::budget::PACE_BYTES;
use crate::text::Lang;

/// The milliseconds of a minute.
const MINUTE: Moment = 60_000;

/// The least that is measured before anything is told by it.
const LEAST: Moment = MINUTE;

/// The most that counts: of what is older than that, half is forgotten.
const MOST: Moment = 30 * MINUTE;

/// What a text is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingUnit {
    /// Characters: 字.
    Characters,
    /// Words, which blanks part.
    Words,
}

impl ReadingUnit {
    /// Returns what a text in `lang` is counted in.
    pub fn of(lang: Option<Lang>) -> Self {
        match lang {
            Some(Lang::ZhHans | Lang::ZhHant | Lang::Ja) => Self::Characters,
            Some(Lang::Ko | Lang::Other) | None => Self::Words,
        }
    }

    /// Returns how many of it `text` has.
    pub fn count(self, text: &str) -> u64 {
        let count = match self {
            Self::Characters => text.chars().filter(|c| c.is_alphanumeric()).count(),
            Self::Words => text.split_whitespace().count(),
        };
        count as u64
    }

    /// Returns how many a minute a person who reads has at the least, and at the most: who has fewer did something else
    /// meanwhile, who has more turned pages.
    fn bounds(self) -> [u64; 2] {
        match self {
            Self::Characters => [60, 2500],
            Self::Words => [30, 1200],
        }
    }
}

/// How fast the reader reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadingPace {
    characters: Measured,
    words: Measured,
}

/// What was read, and how long it took in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Measured {
    count: u64,
    time: Moment,
}

impl Record for ReadingPace {
    const MOST_BYTES: usize = PACE_BYTES;

    /// It bears no version: what is none of ours is measured again.
    fn is_ours(&self) -> bool {
        true
    }
}

impl ReadingPace {
    /// Takes note that so many were read in so many milliseconds, unless nobody reads so.
    pub fn note(&mut self, unit: ReadingUnit, count: u64, time: Moment) {
        let [least, most] = unit.bounds();
        let within = |bound: u64| u128::from(bound) * u128::from(time);
        let read = u128::from(count) * u128::from(MINUTE);
        if count == 0 || read < within(least) || read > within(most) {
            return;
        }
        let measured = self.of_mut(unit);
        measured.count = measured.count.saturating_add(count);
        measured.time = measured.time.saturating_add(time);
        if measured.time > MOST {
            *measured = Measured { count: measured.count / 2, time: measured.time / 2 };
        }
    }

    /// Returns how many minutes so many take to read, the last one begun; none where too little was measured.
    pub fn minutes(&self, unit: ReadingUnit, count: u64) -> Option<u64> {
        let Measured { count: read, time } = match unit {
            ReadingUnit::Characters => self.characters,
            ReadingUnit::Words => self.words,
        };
        if time < LEAST || read == 0 {
            return None;
        }
        let taken = u128::from(count) * u128::from(time);
        u64::try_from(taken.div_ceil(u128::from(read) * u128::from(MINUTE))).ok()
    }

    fn of_mut(&mut self, unit: ReadingUnit) -> &mut Measured {
        match unit {
            ReadingUnit::Characters => &mut self.characters,
            ReadingUnit::Words => &mut self.words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: ReadingUnit = ReadingUnit::Characters;

    /// Returns the pace after so many characters a minute were read for so many minutes.
    fn read(a_minute: u64, minutes: u64) -> ReadingPace {
        let mut pace = ReadingPace::default();
        (0..minutes).for_each(|_| pace.note(UNIT, a_minute, MINUTE));
        pace
    }

    #[test]
    fn nothing_is_told_before_a_minute_was_measured() {
        let mut pace = ReadingPace::default();
        pace.note(UNIT, 400, MINUTE - 1);
        assert_eq!(pace.minutes(UNIT, 4000), None);
        pace.note(UNIT, 1, 1);
        assert_eq!(pace.minutes(UNIT, 4000), None, "nobody reads one in a millisecond");
        pace.note(UNIT, 40, 6000);
        assert_eq!(pace.minutes(UNIT, 4000), Some(10));
        assert_eq!(pace.minutes(ReadingUnit::Words, 4000), None);
    }

    #[test]
    fn a_pause_and_pages_that_are_turned_over_count_for_nothing() {
        let mut pace = read(400, 5);
        pace.note(UNIT, 400, 60 * MINUTE);
        pace.note(UNIT, 4000, 1000);
        assert_eq!(pace, read(400, 5));
    }

    #[test]
    fn who_reads_faster_than_before_is_believed_after_a_while() {
        let mut pace = read(300, 40);
        (0..60).for_each(|_| pace.note(UNIT, 600, MINUTE));
        let minutes = pace.minutes(UNIT, 6000).unwrap();
        assert!((10..=13).contains(&minutes), "{minutes}");
    }

    #[test]
    fn han_and_kana_are_counted_by_characters_and_other_texts_by_words() {
        let of = |lang, text: &str| ReadingUnit::of(lang).count(text);
        assert_eq!(of(Some(Lang::ZhHans), "雨落，灯下。"), 4);
        assert_eq!(of(Some(Lang::Other), "Rain on the roof."), 4);
        assert_eq!(of(Some(Lang::Ko), "비가 온다."), 2);
    }

    #[test]
    fn the_file_has_a_bound() {
        let pace = read(400, 5);
        let mut file = pace.written().unwrap();
        file.resize(PACE_BYTES, b' ');
        assert_eq!(ReadingPace::read(&file), Some(pace));
        file.push(b' ');
        assert_eq!(ReadingPace::read(&file), None);
    }
}
