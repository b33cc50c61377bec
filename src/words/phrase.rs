//! What there is to say, as a value: the name of a message, and what is filled in.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// Something to say: the name of its message in the catalogues, and the values that are filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    name: Cow<'static, str>,
    values: Vec<(&'static str, Value)>,
}

/// A value that is filled into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number, by which a message may be another.
    Number(usize),
    /// What another message says.
    Phrase(Box<Phrase>),
}

impl Phrase {
    /// Returns what the message `name` says.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), values: Vec::new() }
    }

    /// Returns it with `value` in the place that the message calls `name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Returns the name of the message.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the values that are filled in.
    pub fn values(&self) -> &[(&'static str, Value)] {
        &self.values
    }
}

impl From<&'static str> for Phrase {
    fn from(name: &'static str) -> Self {
        Self::new(name)
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

impl From<Cow<'_, str>> for Value {
    fn from(words: Cow<'_, str>) -> Self {
        Self::Text(words.into_owned())
    }
}

impl From<char> for Value {
    fn from(letter: char) -> Self {
        Self::Text(letter.to_string())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<Phrase> for Value {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}

impl From<Value> for FluentValue<'static> {
    fn from(value: Value) -> Self {
        match value {
            Value::Text(words) => words.into(),
            Value::Number(number) => number.into(),
            // Its words were put in its place before.
            Value::Phrase(phrase) => phrase.name.into_owned().into(),
        }
    }
}
