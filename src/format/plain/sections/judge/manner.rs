//! What the document as a whole says of its short lines.

use super::super::shape::LONG;
use super::super::tally::Tally;
use super::measure::Measure;
use super::series::{NUMBERED, strong};
use super::{CODE, Reason, Trial};

/// What the document as a whole says of its short lines.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each seen or not")]
pub(super) struct Manner {
    /// Blank lines part some lines and not others, and mean something.
    pub(super) telling: bool,
    /// Several blank lines stand where most texts have one.
    pub(super) airy: bool,
    /// Blank lines part most paragraphs.
    pub(super) spaced: bool,
    /// How far paragraphs are set in, where they are.
    pub(super) indent: Option<u8>,
    /// Where lines are broken.
    pub(super) measure: Measure,
    /// Some lines are paragraphs.
    pub(super) paragraphs: bool,
    /// Half the lines are short.
    pub(super) short: bool,
    pub(super) numbered: bool,
    /// Marks name its headings.
    pub(super) marked: bool,
    /// Headings counted as lists are part a story.
    pub(super) counted: bool,
    /// Lines are of a speaker, a colon and words.
    pub(super) talk: bool,
    pub(super) no_prose: bool,
    /// How much of it is speech.
    pub(super) speech: Option<Reason>,
    /// Most letters take two cells.
    pub(super) wide: bool,
}

impl Manner {
    /// Returns the manner of a document whose numbered headings are known.
    pub(super) fn of(case: &Trial) -> Self {
        let tally = case.tally;
        let measure = case.measure;
        let wide: u64 = case.candidates.iter().map(|one| u64::from(one.look.wide)).sum();
        let letters: u64 = case.candidates.iter().map(|one| u64::from(one.look.letters)).sum();
        // Where paragraphs are set in, a line of a story that is not set in is seen to be no part of it.
        let indented = tally.indented() > 0.4;
        let speech = match tally.spoken() {
            _ if is_mail(case) => Some(Reason::Speech),
            0.25.. if !indented => Some(Reason::Speech),
            0.06.. => Some(Reason::SomeSpeech),
            _ => None,
        };
        Self {
            telling: (0.03..0.85).contains(&tally.parted()),
            airy: tally.is_airy(),
            spaced: tally.parts_paragraphs(),
            indent: indented.then_some(tally.indent().max(1)),
            measure,
            paragraphs: tally.narrower(LONG) < 0.95
                || measure.breaks()
                || tally.closed() > SENTENCES,
            short: tally.narrower(44) > 0.5,
            numbered: strong(case) >= NUMBERED,
            marked: count(case, Reason::Marked) >= NUMBERED,
            counted: speech.is_some() && count(case, Reason::InSeries) > NUMBERED,
            talk: talks(case),
            no_prose: no_prose(tally) || is_written_by_machine(case),
            speech,
            wide: wide * 3 > letters,
        }
    }
}

/// Returns how many candidates `reason` speaks for.
fn count(case: &Trial, reason: Reason) -> usize {
    case.findings.iter().filter(|finding| finding.has(reason)).count()
}

/// Tells whether most lines are short and many give a speaker, a colon and words.
fn talks(case: &Trial) -> bool {
    let pairs = case.candidates.iter().filter(|one| one.look.pair).count() as f32;
    pairs > 20.0 && pairs > 0.2 * case.tally.lines as f32 && case.tally.narrower(64) > 0.5
}

/// Tells whether the document is letters of mail, each with lines that say who wrote it and of what.
fn is_mail(case: &Trial) -> bool {
    const KEYS: [&str; 5] = ["From: ", "Subject: ", "发件人：", "主题：", "差出人: "];
    let keys =
        case.candidates.iter().filter(|one| KEYS.iter().any(|key| one.title.starts_with(key)));
    keys.count() >= LETTERS
}

/// Tells whether the document is a list of changes or subtitles: programs write them, with lines that say so.
fn is_written_by_machine(case: &Trial) -> bool {
    let commit = |title: &str| {
        title.strip_prefix("commit ").is_some_and(|rest| {
            rest.len() >= 40 && rest.bytes().take(40).all(|byte| byte.is_ascii_hexdigit())
        })
    };
    let told =
        |title: &str| title.starts_with("diff --git ") || commit(title) || title.contains(" --> 0");
    let told = case.candidates.iter().filter(|one| told(&one.title)).count() as u64;
    told >= PROGRAMMED && told * SPARSE >= case.tally.lines
}

/// So many lines are written by a program, and one in so many at the least.
const PROGRAMMED: u64 = 2;
const SPARSE: u64 = 200;

/// In a greater share of lines that sentences end, each is a paragraph, however short.
const SENTENCES: f32 = 0.6;

/// So many such lines are of several letters.
const LETTERS: usize = 3;

/// Tells whether the document is code, a log or a table.
fn no_prose(tally: &Tally) -> bool {
    tally.code() > CODE + tally.prose() || tally.digit() > 0.6
}
