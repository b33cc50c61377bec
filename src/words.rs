//! The words in which the program speaks, one catalogue for each language (`assets/words`, in the form of Fluent). Who
//! has something to say makes a [`Phrase`]; a message that a language lacks is said in English.

mod errors;
mod faults;
mod phrase;

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::parse_runtime;

pub use phrase::{Phrase, Value};

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

/// What the program says, looked through when it first says something.
static WORDS: [LazyLock<Words>; CATALOGUES.len()] = [LazyLock::new(|| Words::read(CATALOGUES[0]))];

/// The messages of one language.
pub struct Words {
    language: Language,
    /// What knows the plural forms of the language. It holds no message: those are parsed one by one.
    bundle: FluentBundle<FluentResource>,
    messages: HashMap<&'static str, Message>,
}

/// A message of a catalogue, parsed when it is first said: few of them are said before the first page is seen.
struct Message {
    source: &'static str,
    pattern: OnceLock<Option<Pattern<&'static str>>>,
}

impl Words {
    /// Returns the words of `language`.
    pub fn of(language: Language) -> &'static Self {
        let at = CATALOGUES.iter().position(|(one, ..)| *one == language).unwrap_or(0);
        let [english, ..] = &WORDS;
        WORDS.get(at).unwrap_or(english)
    }

    /// Returns the words of a catalogue.
    fn read((language, tag, catalogue): (Language, &'static str, &'static str)) -> Self {
        let locale = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Whoever shows the words sees to their direction.
        bundle.set_use_isolating(false);
        let unread = |(name, source)| (name, Message { source, pattern: OnceLock::new() });
        Self { language, bundle, messages: sources(catalogue).map(unread).collect() }
    }

    /// Returns what the message `name` says, into which nothing is filled.
    pub fn get(&self, name: &'static str) -> String {
        self.say(&name.into())
    }

    /// Returns the words of `phrase`; where there is no such message, its name.
    pub fn say(&self, phrase: &Phrase) -> String {
        let Some(pattern) = self.messages.get(phrase.name()).and_then(Message::pattern) else {
            let is_english = self.language == Language::English;
            return if is_english {
                phrase.name().to_owned()
            } else {
                Self::of(Language::English).say(phrase)
            };
        };
        let values = phrase.values().iter();
        let args: FluentArgs<'_> = values.map(|(name, value)| (*name, self.value(value))).collect();
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }

    /// Returns `value` as it is filled in.
    fn value(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Phrase(phrase) => self.say(phrase).into(),
            value => value.clone().into(),
        }
    }
}

impl Message {
    /// Returns what it says, with places for values. What is wrong in it is left out: tests find it.
    fn pattern(&self) -> Option<&Pattern<&'static str>> {
        let parsed = self.pattern.get_or_init(|| {
            let resource = parse_runtime(self.source).unwrap_or_else(|(read, _)| read);
            resource.body.into_iter().find_map(|entry| match entry {
                Entry::Message(message) => message.value,
                _ => None,
            })
        });
        parsed.as_ref()
    }
}

/// Returns the messages of `catalogue` with their names, each from its name to where the next line begins that is not
/// set in.
fn sources(catalogue: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = catalogue;
    std::iter::from_fn(move || {
        loop {
            let (line, _) = rest.split_once('\n').filter(|_| !rest.is_empty())?;
            let goes_on = |(at, _): &(usize, &str)| {
                rest.get(at + 1..).is_some_and(|next| next.starts_with([' ', '\n', '}']))
            };
            let end = rest.match_indices('\n').find(|found| !goes_on(found))?.0 + 1;
            let (message, after) = rest.split_at_checked(end)?;
            rest = after;
            let name = line.split_once(" =").map(|(name, _)| name);
            if let Some(name) = name.filter(|_| line.starts_with(char::is_alphabetic)) {
                return Some((name, message));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_catalogue_is_read_without_fault() {
        for (language, tag, catalogue) in CATALOGUES {
            let read = parse_runtime(catalogue);
            assert!(read.is_ok(), "{tag}: {:?}", read.err().map(|(_, faults)| faults));
            assert_eq!(Words::of(language).language, language);
        }
    }

    #[test]
    fn messages_are_parsed_one_by_one_as_the_whole_is() {
        for (language, tag, catalogue) in CATALOGUES {
            let whole = parse_runtime(catalogue).unwrap();
            let messages = whole.body.iter().filter_map(|entry| match entry {
                Entry::Message(message) => Some((message.id.name, message.value.as_ref())),
                _ => None,
            });
            let words = Words::of(language);
            let mut count = 0;
            for (name, pattern) in messages {
                assert_eq!(words.messages[name].pattern(), pattern, "{tag}: {name}");
                count += 1;
            }
            assert_eq!(count, words.messages.len(), "{tag}: no name stands twice");
        }
    }

    #[test]
    fn values_are_filled_in_and_a_number_chooses_the_words() {
        let words = Words::of(Language::English);
        let said = |count: usize| words.say(&Phrase::new("corrections-lost").with("count", count));
        assert_eq!(said(1), "1 corrected line is no longer in the text.");
        assert_eq!(said(65_536), "65536 corrected lines are no longer in the text.");
        let wanted = Phrase::new("no-such-section").with("wanted", "夜雨");
        assert_eq!(words.say(&wanted), "No section is called “夜雨”.");
        let within = Phrase::new("bookmarked").with("words", Phrase::new("end"));
        assert_eq!(words.say(&within), "Bookmarked: This is the end.");
    }

    #[test]
    fn a_message_that_there_is_not_is_its_name() {
        assert_eq!(Words::of(Language::English).get("no-such-message"), "no-such-message");
    }
}
