//! What people and programs say to less, and is said to kanshu in its place: the variable `LESS`, and commands that begin
//! with `+`. The letters in `LESS` are less's own; those that mean nothing here are passed over.

use std::iter::Peekable;
use std::str::Chars;

/// What is obeyed where the file is to be followed.
pub(super) const FOLLOW: &str = "follow";

/// The letters that a text follows, up to a dollar sign.
const WITH_TEXT: &str = "DkoOPtT\"";

/// The letters that a number follows.
const WITH_NUMBER: &str = "bhjxyz#";

/// What is said to less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each letter of less is there or not")]
pub(super) struct LessOptions {
    /// Whether a document that one screen shows is printed and left.
    pub(super) quits: bool,
    /// Whether the screen stays as it is left.
    pub(super) stays: bool,
    /// Whether long lines are cut.
    pub(super) chops: bool,
    /// Whether the lines are numbered.
    pub(super) numbers_lines: bool,
    /// Whether capitals never matter in a search.
    pub(super) ignores_case: bool,
    /// What is done first.
    pub(super) first: Option<FirstCommand>,
}

/// What is done first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FirstCommand {
    /// This is searched for.
    Search(String),
    /// This is done, as the command line takes it.
    Obey(String),
}

impl FirstCommand {
    /// Returns what less does first where `+` and `text` are said to it; none where that means nothing here.
    pub(super) fn of(text: &str) -> Option<Self> {
        if let Some(pattern) = text.strip_prefix('/') {
            return Some(Self::Search(pattern.to_owned()));
        }
        let typed = match text {
            "G" | ">" => "end".to_owned(),
            "F" => FOLLOW.to_owned(),
            _ => {
                let number = text.trim_end_matches(['g', 'G', 'p', '%']);
                number.parse::<usize>().ok()?;
                let percent = text.ends_with(['p', '%']);
                format!("{number}{}", if percent { "%" } else { "" })
            }
        };
        Some(Self::Obey(typed))
    }
}

impl LessOptions {
    /// Returns what the environment says.
    pub(super) fn of_environment() -> Self {
        std::env::var("LESS").map(|text| Self::read(&text)).unwrap_or_default()
    }

    /// Returns what `text` says, as `LESS` has it: letters, with a hyphen before them or without.
    fn read(text: &str) -> Self {
        let mut options = Self::default();
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '-' if rest.next_if_eq(&'-').is_some() => options.take_name(&mut rest),
                '-' if rest.next_if(|c| matches!(c, '+' | '!')).is_some() => {
                    rest.next().into_iter().for_each(|letter| options.set(letter, false));
                }
                '+' => options.first = FirstCommand::of(&until_dollar(&mut rest)),
                'p' => options.first = Some(FirstCommand::Search(until_dollar(&mut rest))),
                c if WITH_TEXT.contains(c) => drop(until_dollar(&mut rest)),
                c if WITH_NUMBER.contains(c) => {
                    rest.next_if_eq(&'-');
                    while rest.next_if(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).is_some() {
                    }
                }
                letter => options.set(letter, true),
            }
        }
        options
    }

    /// Takes an option by its whole name, whose value is passed over.
    fn take_name(&mut self, rest: &mut Peekable<Chars<'_>>) {
        let mut name = String::new();
        while let Some(c) = rest.next_if(|c| !c.is_whitespace() && !matches!(c, '=' | '$')) {
            name.push(c);
        }
        while rest.next_if(|c| !c.is_whitespace() && *c != '$').is_some() {}
        match name.as_str() {
            "quit-if-one-screen" => self.quits = true,
            "no-init" => self.stays = true,
            "chop-long-lines" => self.chops = true,
            "LINE-NUMBERS" => self.numbers_lines = true,
            "IGNORE-CASE" => self.ignores_case = true,
            _ => {}
        }
    }

    /// Turns the option of `letter` on or off.
    pub(super) fn set(&mut self, letter: char, on: bool) {
        match letter {
            'F' => self.quits = on,
            'X' => self.stays = on,
            'S' => self.chops = on,
            'N' => self.numbers_lines = on,
            'I' => self.ignores_case = on,
            _ => {}
        }
    }
}

/// Returns the text up to the next dollar sign, or the end.
fn until_dollar(rest: &mut Peekable<Chars<'_>>) -> String {
    rest.take_while(|c| *c != '$').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (bool, bool) {
        let options = LessOptions::read(text);
        (options.quits, options.stays)
    }

    #[test]
    fn letters_are_those_of_less_with_and_without_a_hyphen() {
        assert_eq!(
            [read("FRX"), read("-FRX"), read("-F -R")],
            [(true, true), (true, true), (true, false)]
        );
        assert_eq!(read("FRSXMK"), (true, true), "as systemctl says it");
        assert_eq!(read("-R --quit-if-one-screen --no-init"), (true, true));
        assert_eq!(read("FX-+F"), (false, true));
        let chops = |text: &str| LessOptions::read(text).chops;
        assert_eq!(["FRSXMK", "-S-+S", "s"].map(chops), [true, false, false]);
        let numbers = |text: &str| LessOptions::read(text).numbers_lines;
        assert_eq!(
            ["RN", "--LINE-NUMBERS -R", "N-+N", "Rn"].map(numbers),
            [true, true, false, false]
        );
        assert_eq!([read(""), read("$"), read("--"), read("-+")], [(false, false); 4]);
    }

    #[test]
    fn what_follows_a_letter_is_none() {
        assert_eq!(read("-ix8RmPm Manual FX page ls(1)$PM FX$"), (false, false), "as man says it");
        assert_eq!(read("x8,16Fj.5z-4X"), (true, true));
        assert_eq!(read("PFX"), (false, false));
        assert_eq!(read("--prompt=FX$F --tabs=4 -X"), (true, true));
    }

    #[test]
    fn a_command_is_a_place_or_a_search() {
        let obey = |text: &str| Some(FirstCommand::Obey(text.to_owned()));
        let search = |text: &str| Some(FirstCommand::Search(text.to_owned()));
        assert_eq!(["120", "120g", "120G"].map(FirstCommand::of), [(); 3].map(|()| obey("120")));
        assert_eq!(["50%", "50p"].map(FirstCommand::of), [(); 2].map(|()| obey("50%")));
        assert_eq!(["G", "F"].map(FirstCommand::of), [obey("end"), obey("follow")]);
        assert_eq!(FirstCommand::of("/夜 雨"), search("夜 雨"));
        assert_eq!(["", "x", "G1", "%"].map(FirstCommand::of), [(); 4].map(|()| None));
        assert_eq!(LessOptions::read("R+/夜$F").first, search("夜"));
        assert_eq!(LessOptions::read("p夜").first, search("夜"));
    }
}
