//! The words in which the program speaks, one catalogue for each language (`assets/words`, in the form of Fluent). Who
//! has something to say names a message and its values; a message that a language lacks is said in English.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
}

/// The catalogues: each language with its tag (BCP 47) and what it says.
const CATALOGUES: [(Language, &str, &str); 1] =
    [(Language::English, "en", include_str!("../assets/words/en.ftl"))];

/// What the program says, read when it first says something.
static WORDS: [LazyLock<Words>; CATALOGUES.len()] = [LazyLock::new(|| Words::read(CATALOGUES[0]))];

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// A value that is filled into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number, by which a message may be another.
    Number(usize),
}

impl Words {
    /// Returns the words of `language`.
    pub fn of(language: Language) -> &'static Self {
        let at = CATALOGUES.iter().position(|(one, ..)| *one == language).unwrap_or(0);
        let [english, ..] = &WORDS;
        WORDS.get(at).unwrap_or(english)
    }

    /// Returns the words of a catalogue. What is wrong in it is left out: tests find it.
    fn read((language, tag, catalogue): (Language, &str, &str)) -> Self {
        let locale = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Whoever shows the words sees to their direction.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(catalogue.to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(read, _)| read));
        Self { language, bundle }
    }

    /// Returns the message `name` with `values` filled in; of a message that there is not, its name.
    pub fn say(&self, name: &str, values: &[(&str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value())
        else {
            let english = Self::of(Language::English);
            let is_english = self.language == Language::English;
            return if is_english { name.to_owned() } else { english.say(name, values) };
        };
        let args: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, FluentValue::from(value))).collect();
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }
}

impl<'a> From<&'a Value> for FluentValue<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Text(words) => words.as_str().into(),
            Value::Number(number) => (*number).into(),
        }
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_catalogue_is_read_without_fault() {
        for (language, tag, catalogue) in CATALOGUES {
            let read = FluentResource::try_new(catalogue.to_owned());
            assert!(read.is_ok(), "{tag}: {:?}", read.err().map(|(_, faults)| faults));
            assert_eq!(Words::of(language).language, language);
        }
    }

    #[test]
    fn values_are_filled_in_and_a_number_chooses_the_words() {
        let words = Words::of(Language::English);
        let said = |count: usize| words.say("corrections-lost", &[("count", count.into())]);
        assert_eq!(said(1), "1 corrected line is no longer in the text.");
        assert_eq!(said(65_536), "65536 corrected lines are no longer in the text.");
        let wanted = [("wanted", Value::from("夜雨"))];
        assert_eq!(words.say("no-such-section", &wanted), "No section is called “夜雨”.");
    }

    #[test]
    fn a_message_that_there_is_not_is_its_name() {
        assert_eq!(Words::of(Language::English).say("no-such-message", &[]), "no-such-message");
    }
}
