//! The sections of a document as the reader has them: what a survey found, what the reader says of it, what is folded.

use std::sync::Arc;

use super::folds::Folds;
use super::message::{Effect, Job};
use super::notice::{HeadingChange, Notice};
use super::outbox::Outbox;
use super::titles;
use crate::document::{
    Anchor, Correction, Corrections, Document, Locator, NamedPlaces, Outline, Position, Remark,
    Rule, RuleRoom, Sectioning, Survey,
};
use crate::format::plain::sections::alike;
use crate::shelf::{Change, Id, Item};

/// The sections of a document.
#[derive(Clone)]
pub struct Sections {
    sectioning: Sectioning,
    folds: Folds,
    progress: Progress,
    /// What is gone to when it is found, and no key was pressed till then.
    wanted: Option<Wanted>,
}

/// What a reader wants to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The section of this number in the contents, or with these words in its title.
    Section(String),
    /// The line of the source of this number, from 1.
    Line(usize),
    /// The printed page, or the landmark, that is called so.
    Page(String),
}

/// Where that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundWanted {
    /// The heading at this line.
    Heading(Anchor),
    /// The paragraph with this line.
    Line(Anchor),
    /// This place.
    Place(Position),
}

/// How far the survey of the document has come.
#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    job: Job,
    finished: bool,
    /// Whether the sections were known before, so that they stay till all are found by the new survey.
    is_rescan: bool,
    /// Whether the reader is told how many lines are like the one that was their example.
    reports_count: bool,
    replaced: u64,
    done: u64,
}

impl Sections {
    /// Returns the sections of `document`, of which none were looked for yet.
    pub(super) fn new(corrections: Corrections, document: &Document) -> Self {
        Self {
            sectioning: Sectioning::new(corrections, document),
            folds: Folds::default(),
            progress: Progress::default(),
            wanted: None,
        }
    }

    /// Returns the sections as they were found and corrected.
    pub fn outline(&self) -> &Arc<Outline> {
        self.sectioning.outline()
    }

    /// Returns what the reader says of them.
    pub(super) fn corrections(&self) -> &Corrections {
        self.sectioning.corrections()
    }

    /// Returns whether section `number` is folded.
    pub fn is_folded(&self, number: usize) -> bool {
        self.folds.hide(self.outline(), number)
    }

    /// Returns how many invalid sequences of bytes were replaced, as far as the document was surveyed.
    pub fn replaced(&self) -> u64 {
        self.progress.replaced
    }

    /// Returns about how many characters lie in so many bytes of the source, as far as it was surveyed; none where it was
    /// not.
    pub fn characters_in(&self, bytes: u64) -> Option<u64> {
        let survey = self.sectioning.survey();
        let characters = u128::from(bytes) * u128::from(survey.characters);
        u64::try_from(characters.checked_div(u128::from(survey.done))?).ok()
    }

    /// Returns how many bytes were surveyed; none when that is done.
    pub(super) fn surveyed(&self) -> Option<u64> {
        (!self.progress.finished).then_some(self.progress.done)
    }

    /// Returns whether all sections of the document are known, from this survey or one before.
    pub fn are_known(&self) -> bool {
        self.progress.finished || self.progress.is_rescan
    }

    pub(super) fn folds(&self) -> &Folds {
        &self.folds
    }

    pub(super) fn folds_mut(&mut self) -> &mut Folds {
        &mut self.folds
    }

    /// Finds the lines of the corrections in `document`, which is another now.
    pub(super) fn find_again(&mut self, document: &Document) {
        self.sectioning.find_again(document);
    }

    /// Returns how many corrections are of lines that are gone, if any are.
    pub(super) fn lost(&self) -> Option<Notice> {
        let lost = self.corrections().lost();
        (lost > 0).then_some(Notice::CorrectionsLost(lost))
    }

    /// Takes what the reader said of them when the document was read before.
    pub(super) fn recall(&mut self, remarks: Vec<Remark>, document: &Document) {
        if !remarks.is_empty() {
            self.sectioning.recall(remarks, document);
        }
    }

    /// Asks for a survey of `document`.
    pub(super) fn survey(&mut self, document: &Document, out: &mut Outbox) {
        let job = out.next_job();
        let Progress { replaced, reports_count, .. } = self.progress;
        self.progress = Progress { job, reports_count, replaced, ..Progress::default() };
        let (document, rules) = (document.clone(), self.corrections().rules().clone());
        out.ask(Effect::Survey { job, document, rules });
    }

    /// Asks for a survey of the same document by other rules than before; its sections stay meanwhile.
    pub(super) fn rescan(&mut self, document: &Document, out: &mut Outbox) {
        let known = self.are_known();
        self.survey(document, out);
        self.progress.is_rescan = known;
    }

    /// Takes what the survey `job` has found, `finished` when that is all.
    pub(super) fn take(
        &mut self,
        (job, finished): (Job, bool),
        survey: Survey,
        document: &Document,
        out: &mut Outbox,
    ) {
        if job != self.progress.job {
            return;
        }
        self.progress.finished = finished;
        self.progress.done = survey.done;
        if self.progress.is_rescan {
            if finished {
                self.sectioning.take_rescan(survey, document);
            }
        } else {
            self.progress.replaced = survey.replaced;
            self.sectioning.take(survey, document);
        }
        self.report_count(out);
        if finished && self.sectioning.survey().ruled.is_cut() {
            out.say(Notice::RulesCut);
        }
    }

    /// Says how many lines are like the example, when all are found.
    fn report_count(&mut self, out: &mut Outbox) {
        let rules = self.corrections().rules();
        let Some(rule) = rules.iter().next_back() else { return };
        if !self.progress.reports_count || !self.progress.finished {
            return;
        }
        let headings =
            if rule.level.is_some() { HeadingChange::Made } else { HeadingChange::Dropped };
        out.say(Notice::Alike { count: self.sectioning.survey().ruled.of_last(rules), headings });
        self.progress.reports_count = false;
    }

    /// Wants to go there, as soon as it is known where that is.
    pub(super) fn want(&mut self, wanted: Wanted) {
        self.wanted = Some(wanted);
    }

    /// Wants to go nowhere.
    pub(super) fn want_nothing(&mut self) {
        self.wanted = None;
    }

    /// Returns whether it is not known yet where that is which is wanted.
    pub(super) fn wants_something(&self) -> bool {
        self.wanted.is_some()
    }

    /// Returns where that is which was wanted, as soon as that is known; an error where it is not there.
    pub(super) fn found_wanted(&mut self) -> Option<Result<FoundWanted, Notice>> {
        let found = match self.wanted.as_ref()? {
            Wanted::Section(_) | Wanted::Page(_) if !self.progress.finished => return None,
            Wanted::Section(words) => {
                let number = titles::named(self.outline(), words);
                let anchor = number.and_then(|number| self.outline().anchor(number));
                anchor.map(FoundWanted::Heading).ok_or(Notice::NoSuchSection(words.clone()))
            }
            Wanted::Line(number) => self.line(*number)?.map(FoundWanted::Line),
            Wanted::Page(name) => self.page(name).map(FoundWanted::Place),
        };
        self.wanted = None;
        Some(found)
    }

    /// Returns where the printed page, or the landmark, begins that is called `name`.
    fn page(&self, name: &str) -> Result<Position, Notice> {
        let names = self.places().names();
        match self.places().named(name) {
            Some(place) => Ok(place),
            None if names.is_empty() => Err(Notice::NoPages),
            None if name.is_empty() => Err(Notice::PageNames(names)),
            None => Err(Notice::NoSuchPage { wanted: name.to_owned(), names }),
        }
    }

    /// Returns the places that the document names besides its sections, once it was surveyed.
    pub fn places(&self) -> &NamedPlaces {
        &self.sectioning.survey().places
    }

    /// Returns the line of the source of this number, from 1; past the end, one of the last part. None where it is not
    /// counted yet, an error where lines are not counted.
    fn line(&self, number: usize) -> Option<Result<Anchor, Notice>> {
        let (number, lines) = (number.max(1) as u64, &self.sectioning.survey().lines);
        let begun = lines.partition_point(|before| *before < number);
        if begun == lines.len() && !self.progress.finished {
            return None;
        }
        let Some(part) = begun.checked_sub(1) else { return Some(Err(Notice::NoLines)) };
        let before = lines.get(part).copied().unwrap_or_default();
        let line = u32::try_from(number - 1 - before).unwrap_or(u32::MAX);
        Some(Ok(Anchor { part, line }))
    }

    /// Returns the number of the line of the source at `anchor`, from 1; none where it is not counted.
    pub fn line_number(&self, anchor: Anchor) -> Option<usize> {
        let before = *self.sectioning.survey().lines.get(anchor.part)?;
        usize::try_from(before + u64::from(anchor.line) + 1).ok()
    }

    /// Returns the anchor and the level of section `number`.
    pub(super) fn heading(&self, number: usize) -> Option<(Anchor, u8)> {
        let section = self.outline().sections().get(number)?;
        Some((section.anchor, section.level))
    }

    /// Returns the level of the section before `anchor`.
    pub(super) fn level_before(&self, anchor: Anchor) -> u8 {
        let before = self.outline().holding(anchor).and_then(|number| self.heading(number));
        before.map_or(1, |(_, level)| level)
    }

    /// Returns the level that all lines like the one at `anchor` get: that of its own; where the reader said nothing
    /// of it and it is no heading, that of the section before it.
    pub(super) fn level_alike(&self, anchor: Anchor) -> Option<u8> {
        match (self.outline().level_at(anchor), self.corrections().said_of(anchor)) {
            (Some(level), _) => Some(level),
            (None, Some(None)) => None,
            (None, _) => Some(self.level_before(anchor)),
        }
    }

    /// Makes the line at `anchor` a heading of `level`, or none.
    pub(super) fn correct(
        &mut self,
        anchor: Anchor,
        level: Option<u8>,
        document: &Document,
        out: &mut Outbox,
    ) {
        if self.outline().level_at(anchor) == level {
            return;
        }
        let line = Locator::of(document, document.locate(anchor));
        let correction = Correction { line, level };
        let words = correction.words().to_owned();
        out.say(match level {
            Some(level) => Notice::Heading { level, words },
            None => Notice::NoHeading(words),
        });
        self.sectioning.add(Remark::Line(correction), document);
        self.save(out);
    }

    /// Makes a rule that all lines like the one at `anchor` are headings of `level`, or none.
    pub(super) fn correct_alike(
        &mut self,
        anchor: Anchor,
        level: Option<u8>,
        document: &Document,
    ) -> Result<(), Notice> {
        let text = document.text_at(anchor).ok_or(Notice::MidParagraph)?;
        let pattern = alike(&text).ok_or(Notice::NoExample)?;
        let rule = Rule { pattern, level };
        if self.corrections().rules().iter().next_back() != Some(&rule) {
            self.room().take(rule.pattern.bytes()).map_err(Notice::RulesFull)?;
            self.sectioning.add(Remark::Rule(rule), document);
        }
        self.progress.reports_count = true;
        Ok(())
    }

    /// Returns the room that is left for rules of the reader's.
    fn room(&self) -> RuleRoom {
        let mut room = RuleRoom::default();
        for remark in self.corrections().remarks() {
            if let Remark::Rule(rule) = remark
                && room.take(rule.pattern.bytes()).is_err()
            {
                break;
            }
        }
        room
    }

    /// Takes the last correction back.
    pub(super) fn undo(&mut self, document: &Document, out: &mut Outbox) {
        let Some(remark) = self.sectioning.undo(document) else {
            return out.say(Notice::NothingToUndo);
        };
        out.save(Change::Remove(id(&remark, self.corrections().remarks())));
        match remark {
            Remark::Line(correction) => {
                out.say(Notice::LineUndone(correction.words().to_owned()));
            }
            Remark::Rule(_) => {
                self.progress.reports_count = false;
                out.say(Notice::RuleUndone);
            }
        }
    }

    /// Asks that what the reader said last of the sections is kept.
    pub(super) fn save(&self, out: &mut Outbox) {
        if let Some((last, before)) = self.corrections().remarks().split_last() {
            out.save(Change::Put(id(last, before), Item::of(last)));
        }
    }
}

/// Returns the name under which `remark` is kept, which was made after those `before`.
fn id(remark: &Remark, before: &[Remark]) -> Id {
    Id::of_remark(remark, before.iter().filter(|other| *other == remark).count())
}
