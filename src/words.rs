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

pub use crate::config::Language;
pub use phrase::{Phrase, Value};

/// What the program says in a language: its messages, and the guide.
struct Catalogue {
    language: Language,
    messages: &'static str,
    guide: &'static str,
}

/// The catalogues, that of English first.
const CATALOGUES: [Catalogue; 5] = [
    Catalogue {
        language: Language::English,
        messages: include_str!("../assets/words/en.ftl"),
        guide: include_str!("../assets/guide.en.txt"),
    },
    Catalogue {
        language: Language::SimplifiedChinese,
        messages: include_str!("../assets/words/zh-Hans.ftl"),
        guide: include_str!("../assets/guide.zh-Hans.txt"),
    },
    Catalogue {
        language: Language::TraditionalChinese,
        messages: include_str!("../assets/words/zh-Hant.ftl"),
        guide: include_str!("../assets/guide.zh-Hant.txt"),
    },
    Catalogue {
        language: Language::Japanese,
        messages: include_str!("../assets/words/ja.ftl"),
        guide: include_str!("../assets/guide.ja.txt"),
    },
    Catalogue {
        language: Language::Korean,
        messages: include_str!("../assets/words/ko.ftl"),
        guide: include_str!("../assets/guide.ko.txt"),
    },
];

/// What the program says in each language, looked through when it first says something in it.
static WORDS: [LazyLock<Words>; CATALOGUES.len()] = [
    LazyLock::new(|| Words::read(&CATALOGUES[0])),
    LazyLock::new(|| Words::read(&CATALOGUES[1])),
    LazyLock::new(|| Words::read(&CATALOGUES[2])),
    LazyLock::new(|| Words::read(&CATALOGUES[3])),
    LazyLock::new(|| Words::read(&CATALOGUES[4])),
];

/// The messages of one language.
pub struct Words {
    language: Language,
    guide: &'static str,
    /// What knows the plural forms of the language. It holds no message: those are parsed one by one.
    bundle: FluentBundle<FluentResource>,
    messages: HashMap<&'static str, CatalogueMessage>,
}

/// A message of a catalogue, parsed when it is first said: few of them are said before the first page is seen.
struct CatalogueMessage {
    source: &'static str,
    pattern: OnceLock<Option<Pattern<&'static str>>>,
}

impl Words {
    /// Returns the words of `language`.
    pub fn of(language: Language) -> &'static Self {
        let at = CATALOGUES.iter().position(|one| one.language == language).unwrap_or(0);
        let [english, ..] = &WORDS;
        WORDS.get(at).unwrap_or(english)
    }

    /// Returns the words of a catalogue.
    fn read(catalogue: &Catalogue) -> Self {
        let Catalogue { language, messages, guide } = *catalogue;
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Whoever shows the words sees to their direction.
        bundle.set_use_isolating(false);
        let unread = |(name, source)| (name, CatalogueMessage { source, pattern: OnceLock::new() });
        Self { language, guide, bundle, messages: sources(messages).map(unread).collect() }
    }

    /// Returns the guide to the program.
    pub fn guide(&self) -> &'static str {
        self.guide
    }

    /// Returns what the message `name` says, into which nothing is filled.
    pub fn get(&self, name: &'static str) -> String {
        self.say(&name.into())
    }

    /// Returns the words of `phrase`; where there is no such message, its name.
    pub fn say(&self, phrase: &Phrase) -> String {
        let Some(pattern) = self.messages.get(phrase.name()).and_then(CatalogueMessage::pattern)
        else {
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
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned();
        debug_assert!(faults.is_empty(), "{}: {faults:?}", phrase.name());
        said
    }

    /// Returns `value` as it is filled in.
    fn value(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Phrase(phrase) => self.say(phrase).into(),
            value => value.clone().into(),
        }
    }
}

impl CatalogueMessage {
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
mod tests;
