//! The pass over the opportunities of UAX #14 that forbids and allows what typography asks for.

use super::class::{Class, is_cjk};
use super::quotes::OpenQuotes;
use super::{BreakRules, Korean, Level, ends_row};
use crate::text::Lang;

/// A character as the rules see it.
#[derive(Clone, Copy, Debug)]
struct Scalar {
    c: char,
    class: Class,
}

/// What stands before the place in question, as far as the rules ask.
pub(super) struct Window {
    rules: BreakRules,
    /// The last character that is neither white space nor a combining mark.
    left: Option<Scalar>,
    /// The character right before `left`, if nothing parts them.
    before: Option<Scalar>,
    /// Whether white space stands between `left` and here.
    gap: bool,
    /// Whether the last character ends its row.
    row_ends: bool,
    /// How many times `left` stands in a row.
    run: usize,
    /// Whether `left` is a hyphen that begins a word: `-x`, `--help`.
    leading_hyphen: bool,
    quotes: OpenQuotes,
}

/// A place between two characters.
struct Boundary<'a> {
    window: &'a Window,
    left: Scalar,
    right: Scalar,
    rest: &'a str,
}

impl Window {
    pub(super) fn new(rules: BreakRules) -> Self {
        Self {
            rules,
            left: None,
            before: None,
            gap: false,
            row_ends: false,
            run: 0,
            leading_hyphen: false,
            quotes: OpenQuotes::default(),
        }
    }

    /// Returns whether a row may end before `c`, and steps over it. `rest` follows `c`; `free` says what
    /// UAX #14 does, `inside` whether an address, a path or an option goes on over the place.
    pub(super) fn may_end_before(&mut self, c: char, rest: &str, free: bool, inside: bool) -> bool {
        let right = Scalar { c, class: self.class_of(c, rest) };
        let must = std::mem::replace(&mut self.row_ends, ends_row(c));
        let may = must || self.decide(right, rest, free, inside);
        self.step(right);
        may
    }

    fn decide(&self, right: Scalar, rest: &str, free: bool, inside: bool) -> bool {
        if matches!(right.class, Class::Space | Class::Mark) {
            return false;
        }
        if self.rules.level == Level::Anywhere {
            return true;
        }
        let Some(left) = self.left else { return free };
        if left.class == Class::Cjk && right.class == Class::Cjk {
            return free;
        }
        let joint = Boundary { window: self, left, right, rest };
        !inside
            && joint.may_begin()
            && !joint.must_go_on()
            && !joint.is_unit()
            && (free || joint.is_allowed())
    }

    fn step(&mut self, right: Scalar) {
        if right.class == Class::Space {
            self.gap = true;
            return;
        }
        if right.class == Class::Mark && self.left.is_some() && !self.gap {
            return;
        }
        let parted = self.gap || self.left.is_none();
        let same = self.left.is_some_and(|left| left.c == right.c) && !parted;
        self.leading_hyphen = right.c == '-'
            && (parted
                || self.left.is_some_and(|left| matches!(left.class, Class::Open | Class::Cjk))
                || (same && self.leading_hyphen));
        self.run = if same { self.run + 1 } else { 1 };
        self.before = if parted { None } else { self.left };
        self.left = Some(right);
        self.gap = false;
        self.quotes.pass(right.c, right.class == Class::OpenQuote);
    }

    /// Returns the class of `c`, quotation marks by their direction in East Asian text.
    fn class_of(&self, c: char, rest: &str) -> Class {
        let class = Class::of(c);
        let eastern = self.rules.lang != Lang::Other;
        match class {
            Class::CloseQuote if c == '’' && self.is_apostrophe(rest) => Class::Letter,
            Class::StraightQuote if eastern => {
                let closes = self.quotes.would_close(self.left.map(|left| left.c));
                if closes { Class::CloseQuote } else { Class::OpenQuote }
            }
            _ => class,
        }
    }

    /// Returns whether a `’` here stands between letters of one word.
    fn is_apostrophe(&self, rest: &str) -> bool {
        let letter = |c: Option<char>| c.is_some_and(|c| Class::of(c) == Class::Letter);
        letter(self.left.filter(|_| !self.gap).map(|left| left.c)) && letter(rest.chars().next())
    }
}

impl Boundary<'_> {
    /// Returns whether a row may begin with the character on the right (R1, R4; CLREQ, JLREQ).
    fn may_begin(&self) -> bool {
        let gap = self.window.gap;
        match self.right.class {
            Class::Close | Class::Stop => false,
            Class::CloseQuote => gap && self.is_alphabetic_quote(),
            Class::AsciiStop => gap && self.is_word_after_mark(),
            Class::Interpunct if gap => matches!(self.right.c, '·' | '•'),
            Class::Connector if gap => !matches!(self.right.c, '～' | '〜'),
            Class::Connector => self.relaxed(Level::Normal),
            Class::Hyphen => gap,
            Class::Dash => self.dash_may_begin(),
            Class::CentredStop
            | Class::Interpunct
            | Class::Ellipsis
            | Class::Iteration
            | Class::Suffix => self.relaxed(Level::Loose),
            Class::SmallKana => self.window.rules.level != Level::Strict,
            Class::Solidus if self.right.c == '／' => self.window.rules.lang == Lang::Ja,
            Class::Solidus => gap && self.next().is_some_and(|next| !next.is_whitespace()),
            _ => true,
        }
    }

    /// Returns whether a mark that begins no row at stricter levels may do so after East Asian text.
    fn relaxed(&self, level: Level) -> bool {
        let lenient = match level {
            Level::Loose => self.window.rules.level == Level::Loose,
            _ => self.window.rules.level != Level::Strict,
        };
        lenient && !self.window.gap && is_cjk(self.left.c)
    }

    /// Returns whether a row may begin with the dash on the right: one that stands alone only after a
    /// space, a pair only below level strict.
    fn dash_may_begin(&self) -> bool {
        match self.window.rules.level {
            Level::Strict => self.window.gap && self.next() != Some(self.right.c),
            Level::Normal => {
                self.window.gap || self.next() == Some(self.right.c) || self.is_next_pair()
            }
            Level::Loose | Level::Anywhere => true,
        }
    }

    /// Returns whether the right begins another pair of a run of dashes.
    fn is_next_pair(&self) -> bool {
        self.left.c == self.right.c && self.window.run.is_multiple_of(2)
    }

    /// Returns whether the quote on the right opens, as in Swedish, or is an apostrophe: ’tis.
    fn is_alphabetic_quote(&self) -> bool {
        let letter = self.next().is_some_and(|next| Class::of(next) == Class::Letter);
        letter && (self.right.c == '’' || self.window.rules.lang == Lang::Other)
    }

    /// Returns whether a stop of ASCII begins a word after a space: `.NET`, `../src`, `:wq`.
    fn is_word_after_mark(&self) -> bool {
        let Some(next) = self.next() else { return false };
        match self.right.c {
            '.' => {
                matches!(Class::of(next), Class::Letter | Class::Digit)
                    || self.rest.trim_start_matches('.').starts_with('/')
            }
            ':' => Class::of(next) == Class::Letter,
            _ => false,
        }
    }

    /// Returns whether a row can't end with the character on the left (R2, R3, R6).
    fn must_go_on(&self) -> bool {
        match self.left.class {
            Class::Open => true,
            Class::OpenQuote => !self.is_alphabetic_close(),
            Class::Prefix => !self.window.gap && self.right.class.is_digit(),
            Class::Solidus => {
                let chinese = matches!(self.window.rules.lang, Lang::ZhHans | Lang::ZhHant);
                self.left.c == '／' && chinese && self.window.rules.level == Level::Strict
            }
            _ => false,
        }
    }

    /// Returns whether the quote on the left closes, as in German.
    fn is_alphabetic_close(&self) -> bool {
        self.window.rules.lang == Lang::Other
            && self.window.before.is_some_and(|before| !is_cjk(before.c))
            && (self.window.gap || self.right.class.is_stop())
    }

    /// Returns whether the place lies inside a unit: a pair of dashes, a number, an identifier, a Korean
    /// word (R5, R6, R7, R16).
    fn is_unit(&self) -> bool {
        if self.window.gap {
            return false;
        }
        let (left, right) = (self.left.class, self.right.class);
        match (left, right) {
            (Class::Dash, Class::Dash) | (Class::Ellipsis, Class::Ellipsis) => {
                self.left.c == self.right.c && self.window.run % 2 == 1
            }
            (Class::RepeatUpper, Class::RepeatLower)
            | (Class::WideDigit | Class::Prefix, Class::WideDigit)
            | (Class::Letter | Class::Digit | Class::Sign, Class::Sign) => true,
            (Class::Stop | Class::CentredStop, Class::WideDigit) => {
                self.before_is(Class::is_digit) && self.is_in_number()
            }
            (Class::Connector | Class::Hyphen, _) if right.is_digit() => {
                self.before_is(Class::is_digit)
            }
            (Class::Hyphen, Class::Letter) => self.window.leading_hyphen,
            (Class::Solidus, Class::Letter) => self.left.c == '/' && self.window.before.is_none(),
            (Class::Hangul, _) => self.keeps_words() && right.is_word(),
            (_, Class::Hangul) => self.keeps_words() && left.is_word(),
            _ => false,
        }
    }

    /// Returns whether the stop on the left, between digits in full width, belongs to their number: `３．５`, `８：３０`,
    /// `１，０００`, but not `１、２`.
    fn is_in_number(&self) -> bool {
        let digits =
            || self.rest.chars().take(3).take_while(|c| Class::of(*c).is_digit()).count() + 1;
        matches!(self.left.c, '．' | '：') || (self.left.c == '，' && digits() == 3)
    }

    fn keeps_words(&self) -> bool {
        self.window.rules.lang == Lang::Ko && self.window.rules.korean == Korean::Word
    }

    /// Returns whether a row may end here though UAX #14 forbids it.
    fn is_allowed(&self) -> bool {
        if self.window.gap {
            return matches!(self.right.class, Class::AsciiStop | Class::Solidus);
        }
        if self.left.class == Class::Glue || self.right.class == Class::Glue || self.keeps_words() {
            return false;
        }
        self.is_allowed_by_level() || self.is_allowed_at_quote() || self.is_allowed_at_mark()
    }

    /// Returns whether the level lets the mark on the right begin a row.
    fn is_allowed_by_level(&self) -> bool {
        match self.right.class {
            Class::SmallKana => !matches!(self.left.class, Class::Prefix),
            Class::CentredStop
            | Class::Interpunct
            | Class::Connector
            | Class::Ellipsis
            | Class::Iteration
            | Class::Suffix => true,
            Class::Dash => self.is_next_pair(),
            _ => false,
        }
    }

    /// Returns whether a quote, a bracket or a sign beside East Asian text lets the row end here: before it
    /// opens, after it closes (R18), and after an identifier.
    fn is_allowed_at_quote(&self) -> bool {
        let cjk = |c: Option<char>| c.is_some_and(is_cjk);
        let inside = self.window.before.map(|before| before.c);
        match (self.left.class, self.right.class) {
            (left, Class::OpenQuote) => {
                let clause = left.is_stop() && self.window.rules.lang != Lang::Other;
                left != Class::Prefix && (clause || is_cjk(self.left.c) || cjk(self.next()))
            }
            (Class::CloseQuote, _) => is_cjk(self.right.c) || cjk(inside),
            (_, Class::Open) => cjk(self.next()),
            (Class::Close, Class::Letter | Class::Digit) => cjk(inside),
            // GB/T 3102.11: a formula goes on in the next row after its sign.
            (Class::Sign, Class::Cjk) => {
                self.left.c == '+' || self.before_is(|class| class != Class::Cjk)
            }
            _ => false,
        }
    }

    /// Returns whether the left is a stop of ASCII that ends a clause of East Asian text, as in `消息,OpenAI`.
    fn is_allowed_at_mark(&self) -> bool {
        if self.left.class != Class::AsciiStop || self.window.rules.lang == Lang::Other {
            return false;
        }
        let eastern = self.before_is(|class| class == Class::CloseQuote)
            || self.window.before.is_some_and(|before| is_cjk(before.c));
        match self.left.c {
            '.' => eastern && self.right.c.is_uppercase(),
            ',' | ';' if self.right.class == Class::Letter => {
                eastern || self.before_is(|class| matches!(class, Class::Letter | Class::Close))
            }
            _ => eastern && matches!(self.right.class, Class::Letter | Class::Digit | Class::Other),
        }
    }

    fn before_is(&self, is: impl Fn(Class) -> bool) -> bool {
        self.window.before.is_some_and(|before| is(before.class))
    }

    fn next(&self) -> Option<char> {
        self.rest.chars().find(|c| Class::of(*c) != Class::Mark)
    }
}

impl Class {
    fn is_digit(self) -> bool {
        matches!(self, Self::Digit | Self::WideDigit)
    }

    fn is_stop(self) -> bool {
        matches!(self, Self::Stop | Self::CentredStop | Self::AsciiStop)
    }

    /// Returns whether the class is one of letters and digits.
    fn is_word(self) -> bool {
        matches!(self, Self::Hangul | Self::Letter | Self::Digit | Self::Cjk | Self::WideDigit)
    }
}

/// Returns whether a word that has to be cut is better not cut between `before` and `after`.
pub(super) fn clings(before: char, after: char) -> bool {
    let (left, right) = (Class::of(before), Class::of(after));
    matches!(left, Class::Open | Class::OpenQuote)
        || matches!(
            right,
            Class::Close
                | Class::CloseQuote
                | Class::Stop
                | Class::CentredStop
                | Class::AsciiStop
                | Class::Interpunct
                | Class::Dash
                | Class::Ellipsis
                | Class::Iteration
                | Class::Suffix
                | Class::SmallKana
        )
}
