//! The document that is read: its text, its sections, how it grows, its encoding.

mod marked;
mod undoing;
mod viewing;

use super::code::CodeTokens;
use super::marks::Marks;
use super::message::{Effect, Job, Recalled};
use super::notice::Notice;
use super::outbox::Outbox;
use super::sections::{FoundWanted, Sections};
use crate::decode::Encoding;
use crate::document::{
    Anchor, BlockKind, Corrections, DEEPEST, Document, Found, Locator, Outline, Position, Rule,
    Survey, ViewMode,
};
use crate::input::Correct;
use crate::layout::flow::FlowRow;
use crate::syntax::CodeToken;
use crate::text::{Clean, clean};
use undoing::Undoable;
use viewing::AwaitedView;

pub(super) use viewing::ShownFor;
pub use viewing::Viewing;

/// The numbers of lines have room for this one at least: the text of a document that grows does not move at once.
const LEAST_NUMBERED: u64 = 1000;

/// The document and what is known of it.
#[derive(Clone)]
pub struct Book {
    title: Clean,
    document: Document,
    sections: Sections,
    marks: Marks,
    /// What was changed of what is kept, the last change last.
    undoable: Vec<Undoable>,
    code: CodeTokens,
    growing: bool,
    following: bool,
    viewing: Viewing,
    showing: Option<AwaitedView>,
    /// Where the document was left, if it is gone to when that has arrived, and no key was pressed till then.
    wanted: Option<Locator>,
    /// The question to the dictionary that was asked last, and where the word stands.
    lookup: Option<(Job, Position)>,
}

/// Where the reader wanted to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// A heading begins there.
    Heading(Position),
    /// The paragraph, or the page, begins there.
    Line(Position),
}

impl Book {
    /// Returns the book of the document `opened`, which `title` names to the reader, in a view; `rules` tell
    /// its sections, and `growing` says that more of it may come.
    pub(super) fn new(
        (opened, view): (Document, ViewMode),
        title: &str,
        rules: Vec<Rule>,
        growing: bool,
    ) -> Self {
        let viewing = Viewing::new(opened, view);
        let document = viewing.document();
        let corrections = Corrections::new(rules, Vec::new(), &document);
        let sections = Sections::new(corrections, &document);
        let title = clean(title);
        Self {
            title,
            document,
            sections,
            marks: Marks::default(),
            undoable: Vec::new(),
            code: CodeTokens::default(),
            growing,
            following: false,
            viewing,
            showing: None,
            wanted: None,
            lookup: None,
        }
    }

    /// Wants to go to `place`, where the document was left, when that has arrived.
    pub(super) fn want(&mut self, place: Locator) {
        self.wanted = Some(place);
    }

    /// Wants to go nowhere.
    pub(super) fn want_nothing(&mut self) {
        self.wanted = None;
        self.sections.want_nothing();
    }

    /// Returns whether the place is wanted yet where the document was left.
    pub(super) fn wants_place(&self) -> bool {
        self.wanted.is_some()
    }

    /// Returns where the document was left, if that was wanted and has arrived.
    pub(super) fn wanted_place(&mut self) -> Option<Position> {
        let wanted = self.wanted.as_ref()?;
        if self.growing && self.document.size() <= wanted.offset {
            return None;
        }
        let place = match wanted.find(&self.document) {
            Found::Exact(place) => place,
            _ if self.growing => return None,
            found => found.place(),
        };
        self.wanted = None;
        Some(place)
    }

    /// Returns the name of the document.
    pub fn title(&self) -> &Clean {
        &self.title
    }

    /// Returns the document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns its sections.
    pub fn sections(&self) -> &Sections {
        &self.sections
    }

    /// Returns its sections as they were found and corrected.
    pub fn outline(&self) -> &Outline {
        self.sections.outline()
    }

    /// Returns the places in it that the reader marked.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Returns the number of the line of the source that begins with `row`, from 1; none where none does, or it is not
    /// counted yet.
    pub fn line_begun(&self, row: &FlowRow) -> Option<usize> {
        let part = self.document.part(row.start.part);
        let block = part.blocks().get(row.block)?;
        let line = match block.kind {
            // Each of its rows is a line of its own.
            BlockKind::Blank(_) => block.line as usize + row.start.byte - block.range.start,
            _ if row.begins_block() => {
                let before = row.block.checked_sub(1).and_then(|at| part.blocks().get(at));
                let goes_on = before.is_some_and(|before| before.line == block.line);
                (!goes_on).then_some(block.line as usize)?
            }
            _ => return None,
        };
        let anchor = Anchor { part: row.start.part, line: u32::try_from(line).ok()? };
        match anchor.part {
            0 if self.document.facts().has_lines => Some(line + 1),
            _ => self.sections.line_number(anchor),
        }
    }

    /// Returns how many cells the number of any line takes, and a blank after it; none where lines are not counted. No
    /// document has more lines than bytes.
    pub(super) fn number_cells(&self) -> usize {
        let digits = self.document.size().max(LEAST_NUMBERED).ilog10() as usize + 1;
        if self.document.facts().has_lines { digits + 1 } else { 0 }
    }

    /// Returns the tokens of its code that are known.
    pub fn code(&self) -> &CodeTokens {
        &self.code
    }

    /// Asks for the tokens of the code in `rows`.
    pub(super) fn ask_for_tokens<'a>(
        &mut self,
        rows: impl Iterator<Item = &'a FlowRow>,
        out: &mut Outbox,
    ) {
        self.code.ask(&self.document, rows, out);
    }

    /// Takes the `tokens` that answer question `job`.
    pub(super) fn take_tokens(&mut self, job: Job, tokens: &[CodeToken]) {
        self.code.take(job, tokens, &self.document);
    }

    /// Returns whether more of the document may come.
    pub fn growing(&self) -> bool {
        self.growing
    }

    /// Returns whether the page stays at the end as the document grows.
    pub fn following(&self) -> bool {
        self.following
    }

    /// Returns how much of the document was read through for its sections, 0 to 1; none when that is done.
    pub fn surveyed(&self) -> Option<f64> {
        let done = self.sections.surveyed().filter(|_| !self.growing)?;
        Some(done as f64 / self.document.size().max(1) as f64)
    }

    /// Returns the title of the section that `place` is in; nothing where it is in none.
    pub(super) fn section_title(&self, place: Position) -> &str {
        let number = self.outline().holding(self.document.anchor(place));
        number.and_then(|number| self.outline().title(number)).unwrap_or_default().trim()
    }

    /// Takes what the reader said of the document when it was read before.
    pub(super) fn recall(&mut self, Recalled { remarks, marks }: Recalled, out: &mut Outbox) {
        self.sections.recall(remarks, &self.document);
        self.report_lost(out);
        self.marks.recall(marks, &self.document);
        self.locate_marks(out);
    }

    pub(super) fn sections_mut(&mut self) -> &mut Sections {
        &mut self.sections
    }

    /// Follows the document as it grows, or stops; returns whether it was followed before.
    pub(super) fn follow(&mut self, following: bool) -> bool {
        std::mem::replace(&mut self.following, following)
    }

    /// Takes the document as it was opened with more in it; `more` of it may come. Returns it where that is how it is
    /// shown, and else asks for it.
    pub(super) fn opened_longer(
        &mut self,
        document: Document,
        more: bool,
        out: &mut Outbox,
    ) -> Option<Document> {
        self.viewing.set_opened(document);
        let growth = ShownFor::Growth { more };
        match &mut self.showing {
            // Who reads a text that grows without a pause sees it all the same.
            Some(showing) => showing.next = Some(growth),
            None if self.viewing.is_as_opened() => return Some(self.viewing.document()),
            None => self.show(growth, out),
        }
        None
    }

    /// Takes the document as it was opened anew, edited perhaps. Returns it where that is how it is shown, and else asks for
    /// it.
    pub(super) fn opened_anew(&mut self, document: Document, out: &mut Outbox) -> Option<Document> {
        self.viewing.set_opened(document);
        if self.viewing.is_as_opened() {
            return Some(self.viewing.document());
        }
        self.show(ShownFor::Reload, out);
        None
    }

    /// Takes the document with more in it; `more` of it may come.
    pub(super) fn grow(&mut self, document: Document, more: bool) {
        self.document = document;
        self.code = CodeTokens::default();
        self.growing = more;
        self.following &= more;
    }

    /// Takes another document in place of this one: an edited one, or the same in another encoding.
    pub(super) fn replace(&mut self, document: Document, out: &mut Outbox) {
        self.document = document;
        self.lookup = None;
        self.code = CodeTokens::default();
        self.sections.find_again(&self.document);
        self.marks.lose(&self.document);
        self.locate_marks(out);
    }

    /// Says how many corrections are of lines that are gone, when the document is all there.
    pub(super) fn report_lost(&self, out: &mut Outbox) {
        if let Some(lost) = self.sections.lost().filter(|_| !self.growing) {
            out.say(lost);
        }
    }

    /// Finds the lines of the corrections and the marks in the document, which is all there now.
    pub(super) fn complete(&mut self, out: &mut Outbox) {
        self.sections.find_again(&self.document);
        self.locate_marks(out);
        self.report_lost(out);
        self.survey(out);
    }

    /// Asks for a survey, unless more of the document may come.
    pub(super) fn survey(&mut self, out: &mut Outbox) {
        if !self.growing {
            self.sections.survey(&self.document, out);
        }
    }

    /// Takes what a survey has found.
    pub(super) fn surveyed_more(
        &mut self,
        job: (super::Job, bool),
        survey: Survey,
        out: &mut Outbox,
    ) {
        self.sections.take(job, survey, &self.document, out);
    }

    /// Returns where the reader wanted to go, when that is found.
    pub(super) fn wanted(&mut self, out: &mut Outbox) -> Option<Goal> {
        match self.sections.found_wanted()? {
            Ok(FoundWanted::Heading(anchor)) => Some(Goal::Heading(self.document.locate(anchor))),
            Ok(FoundWanted::Line(anchor)) => Some(Goal::Line(self.document.line_start(anchor))),
            Ok(FoundWanted::Place(place)) => Some(Goal::Line(place)),
            Err(notice) => {
                out.say(notice);
                None
            }
        }
    }

    /// Returns where section `number` begins.
    pub(super) fn section_start(&self, number: usize) -> Option<Position> {
        self.outline().anchor(number).map(|anchor| self.document.locate(anchor))
    }

    /// Returns the line of the block at `place`; none where that is the rest of a paragraph.
    pub(super) fn line_at(&self, place: Position) -> Option<Anchor> {
        let (anchor, part) = (self.document.anchor(place), self.document.part(place.part));
        let start = self.document.locate(anchor);
        let begins = part.block_at(place.byte) == part.block_at(start.byte);
        begins.then_some(anchor)
    }

    /// Corrects section `number`.
    pub(super) fn correct(&mut self, correct: Correct, number: Option<usize>, out: &mut Outbox) {
        let heading = number.and_then(|number| self.sections.heading(number));
        let level = match (correct, heading) {
            (Correct::Undo, _) => return self.undo_correction(out),
            (_, None) => return,
            (Correct::Alike, Some((anchor, level))) => {
                return self.correct_alike(anchor, Some(level), out);
            }
            (Correct::Drop, _) => None,
            (Correct::Deeper, Some((_, level))) => Some(level.saturating_add(1).min(DEEPEST)),
            (Correct::Outer, Some((_, level))) => Some(level.saturating_sub(1).max(1)),
        };
        if let Some((anchor, _)) = heading {
            self.correcting(|book| book.sections.correct(anchor, level, &book.document, out));
        }
    }

    /// Makes the line at `anchor` a heading, as deep as the section before it; or none, if it is one.
    pub(super) fn turn_heading(&mut self, anchor: Anchor, out: &mut Outbox) {
        let heading = self.outline().level_at(anchor).is_some();
        let level = (!heading).then(|| self.sections.level_before(anchor));
        self.correcting(|book| book.sections.correct(anchor, level, &book.document, out));
    }

    /// Makes all lines like the one at `anchor` headings of `level`, or none.
    pub(super) fn correct_alike(&mut self, anchor: Anchor, level: Option<u8>, out: &mut Outbox) {
        let mut corrected = Ok(());
        self.correcting(|book| {
            corrected = book.sections.correct_alike(anchor, level, &book.document);
        });
        if let Err(notice) = corrected {
            return out.say(notice);
        }
        if self.growing {
            out.say(Notice::LookingForAlikeLater);
        } else {
            out.say(Notice::LookingForAlike);
            self.survey_anew(out);
        }
        self.sections.save(out);
    }

    /// Asks for a survey by other rules than before, unless more of the document may come.
    pub(super) fn survey_anew(&mut self, out: &mut Outbox) {
        if !self.growing {
            self.sections.rescan(&self.document, out);
        }
    }

    /// Reads on in this encoding, which the reader chose; what comes later too.
    pub(super) fn choose_encoding(&mut self, encoding: Encoding) {
        let before = self.viewing.choose_encoding(Some(encoding));
        self.undoable.push(Undoable::Encoding(before));
    }

    /// Reads on in this view, and asks for the document in it where that looks another way.
    pub(super) fn choose_view(&mut self, view: ViewMode, out: &mut Outbox) {
        if self.viewing.choose_view(view) {
            self.show(ShownFor::View, out);
        }
    }

    /// Asks for the document as it would be in `encoding`.
    pub(super) fn preview(&mut self, encoding: Encoding, out: &mut Outbox) {
        self.show_as(self.viewing.recoded(encoding), ShownFor::Preview, out);
    }

    /// Returns whether the document is awaited in an encoding that the reader looks at.
    pub(super) fn awaits_preview(&self) -> bool {
        self.showing.is_some_and(|showing| showing.purpose == ShownFor::Preview)
    }

    /// Awaits the document no more in an encoding that the reader looked at.
    pub(super) fn end_preview(&mut self, out: &mut Outbox) {
        if self.awaits_preview() {
            let next = self.showing.take().and_then(|showing| showing.next);
            if let Some(next) = next {
                self.show(next, out);
            }
        }
    }

    /// Asks for the document as the reader chose to see it.
    fn show(&mut self, purpose: ShownFor, out: &mut Outbox) {
        self.show_as(self.viewing.clone(), purpose, out);
    }

    /// Asks for the document as it is in `viewing`, in place of what was asked for before.
    fn show_as(&mut self, viewing: Viewing, purpose: ShownFor, out: &mut Outbox) {
        let job = out.next_job();
        let next = self.showing.take().and_then(|before| match before.purpose {
            came @ (ShownFor::Growth { .. } | ShownFor::Reload) => before.next.or(Some(came)),
            _ => before.next,
        });
        self.showing = Some(AwaitedView { job, purpose, next });
        // Who follows a text is told of its end by the text.
        let is_told = !matches!(purpose, ShownFor::Growth { .. });
        out.ask(Effect::Show { job, viewing, is_told });
    }

    /// Returns what the document was asked for that `job` read, if no other was since. What has come meanwhile is asked for
    /// next.
    pub(super) fn take_shown(&mut self, job: Job, out: &mut Outbox) -> Option<ShownFor> {
        let AwaitedView { purpose, next, .. } =
            self.showing.take_if(|showing| showing.job == job)?;
        if let Some(next) = next {
            self.show(next, out);
        }
        Some(purpose)
    }

    /// Returns how the document is shown, as the reader chose it.
    pub fn view(&self) -> ViewMode {
        self.viewing.view()
    }

    /// Returns the view after that in which the document is shown; none where it has but one.
    pub(super) fn next_view(&self) -> Option<ViewMode> {
        self.viewing.next()
    }

    /// Returns the document as it was opened, before the reader chose anything.
    pub fn opened(&self) -> &Document {
        self.viewing.opened()
    }

    /// Returns the document as it was opened, in the encoding that the reader chose, to be shown in any view.
    pub fn unviewed(&self) -> Document {
        self.viewing.unviewed()
    }

    /// Asks the dictionary by `command` what the `word` at `place` means.
    pub(super) fn look_up(
        &mut self,
        (word, place): (String, Position),
        command: String,
        out: &mut Outbox,
    ) {
        let job = out.next_job();
        self.lookup = Some((job, place));
        out.ask(Effect::LookUp { command, word, job });
    }

    /// Returns whether an answer of the dictionary is awaited.
    pub(super) fn awaits_meaning(&self) -> bool {
        self.lookup.is_some()
    }

    /// Returns where the word stands that question `job` was about, if no other was asked since: it is answered.
    pub(super) fn take_asked(&mut self, job: Job) -> Option<Position> {
        self.lookup.take_if(|(asked, _)| *asked == job).map(|(_, place)| place)
    }

    /// Stops reading what arrives, or the survey, whichever goes on; returns whether one did.
    pub(super) fn stop(&mut self, out: &mut Outbox) -> bool {
        if self.growing {
            out.say(Notice::ReadsNoMore);
            out.ask(Effect::StopReading);
        } else if self.surveyed().is_some() {
            out.say(Notice::SectionsKept);
            out.ask(Effect::StopSurvey);
        } else {
            return false;
        }
        true
    }
}
