//! What is said of words on the command line that can't be taken.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::BadArgument;
use crate::config::BadValue;
use crate::document::Unheeded;
use crate::words::Phrase;

/// Returns what is wrong with the words, as `error` tells it.
pub(super) fn refusal(error: &Error) -> Phrase {
    if let Some(own) = error.source().and_then(|source| source.downcast_ref::<BadArgument>()) {
        return value(&flag(error), &shown_of(error, ContextKind::InvalidValue), own);
    }
    let context = |kind| shown_of(error, kind);
    let (flag, value) = (flag(error), context(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => match context(ContextKind::SuggestedArg) {
            near if near.is_empty() => Phrase::new("no-flag").with("flag", flag),
            near => Phrase::new("no-flag-but").with("flag", flag).with("near", near),
        },
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == flag => {
                Phrase::new("flag-twice").with("flag", flag)
            }
            prior => Phrase::new("flag-conflict").with("flag", flag).with("prior", prior),
        },
        ErrorKind::MissingRequiredArgument => {
            Phrase::new("flag-missing").with("flag", context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            Phrase::new("flag-without-value").with("flag", flag)
        }
        ErrorKind::InvalidValue => Phrase::new("flag-choose")
            .with("flag", flag)
            .with("value", value)
            .with("values", context(ContextKind::ValidValue)),
        ErrorKind::NoEquals => Phrase::new("flag-no-equals").with("flag", flag),
        ErrorKind::TooManyValues => {
            Phrase::new("flag-takes-none").with("flag", flag).with("value", value)
        }
        ErrorKind::InvalidUtf8 => "flag-no-text".into(),
        _ => Phrase::new("flag-wrong").with("flag", flag),
    }
}

/// Returns what is said where the value of a flag is ours to judge.
pub(super) fn value(flag: &str, value: &str, why: &BadArgument) -> Phrase {
    Phrase::new("flag-value").with("flag", flag).with("value", value).with("why", why.phrase())
}

/// Returns the flag that is wrong, without the name of its value.
fn flag(error: &Error) -> String {
    let flag = shown_of(error, ContextKind::InvalidArg);
    let named = flag.split([' ', '[', '=']).next().filter(|name| name.starts_with('-'));
    named.unwrap_or(&flag).to_owned()
}

/// Returns a context of `error` as it is shown; several values one after the other.
fn shown_of(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    }
}

impl BadArgument {
    /// Returns why the value can't be taken.
    pub(super) fn phrase(&self) -> Phrase {
        match self {
            Self::Encoding(names) => Phrase::new("no-encoding").with("names", names.join(", ")),
            Self::Format(names) => Phrase::new("no-format").with("names", names.join(", ")),
            Self::NoColon => "rule-no-colon".into(),
            Self::Level(word) => Phrase::new("rule-level")
                .with("word", word.as_str())
                .with("why", Phrase::from(&BadValue::Level)),
            Self::Rule { pattern, error: Unheeded::Pattern(error) } => Phrase::new("rule-pattern")
                .with("pattern", pattern.as_str())
                .with("error", Phrase::from(error)),
            Self::Rule { error: Unheeded::NoRoom(why), .. } => (*why).into(),
            Self::Setting(why) => why.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;
    use crate::runtime::arguments::{Answer, parse};
    use crate::words::{Language, Words};

    /// Returns what is said of these words.
    fn said(words: &[&str]) -> String {
        let typed = std::iter::once(&"kanshu").chain(words).map(OsString::from);
        let said = match parse(typed) {
            Err(Answer::Parser(error)) => refusal(&error),
            Err(Answer::Rule(text, why)) => value("--heading", &text, &why),
            _ => panic!("{words:?} are taken"),
        };
        Words::of(Language::English).say(&said)
    }

    #[test]
    fn what_is_wrong_is_said_with_its_cure() {
        assert_eq!(said(&["--nots"]), "there is no flag --nots; did you mean --notes?");
        assert_eq!(said(&["--zzz"]), "there is no flag --zzz");
        assert_eq!(said(&["-w", "x"]), "--width can't be “x”: give a number from 2 to 400");
        assert_eq!(said(&["--hang=x"]), "--hang can't be “x”: choose one of never, stop");
        assert_eq!(said(&["--view"]), "--view takes a value");
        assert_eq!(said(&["--toc", "--info"]), "--toc can't be used with --info");
        assert_eq!(said(&["--toc", "--toc"]), "--toc can be given once only");
        assert_eq!(said(&["--toc=3"]), "--toc takes no “3”");
        assert!(said(&["--json"]).starts_with("something is missing: <--toc|--info"));
        let told = "--heading can't be “1:(”: unclosed group at character 1 of “(”";
        assert_eq!(said(&["--heading", "1:("]), told);
        assert!(said(&["-e", "klingon"]).starts_with("--encoding can't be “klingon”: no encoding"));
    }
}
