//! The document that is read becomes another one: the next of the reader's, the same with more in it, the same edited; and
//! the places that are gone to when they are there.

use super::State;
use super::book::{Book, Goal, ShownFor};
use super::garbled::reads_badly;
use super::message::{Effect, Job, NextBook, Recalled};
use super::mouse::Hand;
use super::notice::Notice;
use super::panel::Focus;
use crate::decode::Basis;
use crate::document::{Document, Headings, Locator, Position, Remark};
use crate::shelf::Change;

impl State {
    /// Reads another document in place of this one, from now on. The settings, the keys and the searches stay as they
    /// are; what goes on for the document before is broken off.
    pub(super) fn open_next(&mut self, next: NextBook) {
        self.keep_note();
        let NextBook { file, title, document, growing, rules, recalled, place, .. } = next;
        let NextBook { own, replacements, .. } = next;
        self.files.turn_to(&file);
        self.finder.turn_to(&mut self.out);
        self.out.ask(Effect::StopSurvey);
        self.stop_moving();
        self.out.hush();
        self.keys.forget();
        if !self.focus.outlives_document() {
            self.focus = Focus::Page;
        }
        let kept = std::mem::take(&mut self.side);
        self.forget_places();
        self.preferences.turn_to(own, replacements);
        self.arrange();
        let view = self.preferences.config().view;
        self.book = Book::new((document, view), &title, rules, growing);
        self.view.turn_to(self.book.document().clone());
        self.show_text();
        self.pacer.turn();
        self.begin(recalled, place);
        self.keep_contents(&kept);
    }

    /// Begins to read the document, of which so much was `recalled`, at its start or the `place` where it was left.
    pub(super) fn begin(&mut self, recalled: Recalled, place: Option<Locator>) {
        self.book.recall(recalled, &mut self.out);
        if let Some(place) = place {
            self.book.want(place);
        }
        self.go_where_left();
        self.report_encoding();
        self.book.survey(&mut self.out);
    }

    /// Says how the text is shown in another encoding, where it reads badly in the one that was kept for it.
    fn report_encoding(&mut self) {
        let document = self.book.document();
        let verdict = document.facts().encoding;
        let kept = verdict.filter(|verdict| verdict.basis == Basis::Remembered);
        if let Some(verdict) = kept
            && reads_badly(document.part(self.view.top().part).text())
        {
            self.out.say(Notice::ReadsBadly(verdict.encoding.name()));
        }
    }

    /// Takes what was said of the document when it was read before, which is read already: lines of a kind are looked for
    /// anew.
    pub(super) fn recall(&mut self, recalled: Recalled) {
        let is_rule = |remark: &Remark| matches!(remark, Remark::Rule(_));
        let by_rules = recalled.remarks.iter().any(is_rule);
        self.book.recall(recalled, &mut self.out);
        if by_rules {
            self.book.survey_anew(&mut self.out);
        }
    }

    /// Has the note kept that is written, before its document goes.
    pub(super) fn keep_note(&mut self) {
        if let (Focus::Note(window), mut desk) = self.parts() {
            window.keep(&mut desk);
        }
    }

    /// Takes the document with more in it; `more` of it may come.
    pub(super) fn take_growth(&mut self, document: Document, more: bool) {
        if let Some(document) = self.book.opened_longer(document, more, &mut self.out) {
            self.grow(document, more);
        }
    }

    /// Shows the document with more in it; `more` of it may come.
    fn grow(&mut self, document: Document, more: bool) {
        let followed = self.book.following();
        let before = self.book.document().clone();
        self.book.grow(document, more);
        self.view.set_document(self.book.document().clone());
        self.stay_at_words(&before);
        if followed {
            self.view.go_to_end();
        }
        self.go_where_left();
        self.finder.search_on(&mut self.view, &self.book, &mut self.out);
        if !more {
            self.book.complete(&mut self.out);
        }
    }

    /// Keeps the words at the top that were there in `before`, the document with less in it: what has come may say what marks
    /// mean that stand before them.
    fn stay_at_words(&mut self, before: &Document) {
        let (top, document) = (self.view.top(), self.book.document());
        if document.facts().headings != Headings::Declared {
            return;
        }
        let [then, now] = [before, document].map(|it| it.part(top.part));
        let [begun, begins] = [before, document].map(|it| it.source().before(top.part));
        let said = then.text().get(..top.byte).unwrap_or_default();
        if begun == begins && now.text().starts_with(said) {
            return;
        }
        let place = Locator::of(before, top).find(document).place();
        self.view.stay_at(place);
        self.view.loosen_jumps();
    }

    /// Takes the document as it is now, edited perhaps.
    pub(super) fn reload(&mut self, document: Document) {
        if let Some(document) = self.book.opened_anew(document, &mut self.out) {
            self.exchange_reloaded(document);
        }
    }

    /// Shows the document as it is now, edited perhaps, and says so.
    fn exchange_reloaded(&mut self, document: Document) {
        self.exchange(document);
        self.out.say(Notice::Reloaded);
        self.book.report_lost(&mut self.out);
    }

    /// Shows `document`, which `job` read as the reader wants to see it; where a chosen view came `late`, says which that is.
    pub(super) fn show(&mut self, job: Job, document: Document, late: bool) {
        match self.book.take_shown(job, &mut self.out) {
            None => {}
            Some(ShownFor::View) => {
                self.exchange(document);
                if late {
                    self.out.say(Notice::View(self.book.view()));
                }
            }
            Some(ShownFor::Preview) => {
                if late {
                    self.out.hush();
                }
                self.show_preview(document);
            }
            Some(ShownFor::EncodingBack) => {
                let verdict = document.facts().encoding;
                self.exchange(document);
                if let Some(verdict) = verdict {
                    self.out.save(Change::Encoding(verdict.encoding));
                    self.out.say(Notice::EncodingBack(verdict.encoding));
                }
            }
            Some(ShownFor::Reload) => self.exchange_reloaded(document),
            Some(ShownFor::Growth { more }) => self.grow(document, more),
        }
    }

    /// Shows `document` as the list of encodings wants it, while that is open.
    fn show_preview(&mut self, document: Document) {
        let (Focus::Encodings(list), mut desk) = self.parts() else { return };
        let outcome = list.take_preview(document, &mut desk);
        self.come_to(outcome);
    }

    /// Shows `document` in place of the one that is shown, with the same words at the top of the page.
    pub(super) fn exchange(&mut self, document: Document) {
        self.keep_note();
        let locator = Locator::of(self.book.document(), self.view.top());
        let place = locator.find(&document).place();
        self.view.set_document(document.clone());
        self.view.stay_at(place);
        self.view.loosen_jumps();
        self.book.replace(document, &mut self.out);
        if self.focus.holds_places() {
            self.focus = Focus::Page;
        }
        self.forget_places();
        self.finder.end_filter(&mut self.view, &mut self.out);
        self.finder.drop_find(&mut self.out);
        self.book.survey(&mut self.out);
    }

    /// Forgets what is known by a place of a document that is no longer there.
    pub(super) fn forget_places(&mut self) {
        self.hand = Hand::default();
    }

    /// Goes where the document was left, when that has arrived.
    pub(super) fn go_where_left(&mut self) {
        if let Some(place) = self.book.wanted_place() {
            self.view.stay_at(place);
        }
    }

    /// Goes to the place that is called `name`, `#` before it, if there is one.
    pub(super) fn go_to_name(&mut self, name: &str) {
        match self.book.document().resolve(0, name) {
            Some((part, bytes)) => {
                let row = self.view.row_start(Position::new(part, bytes.start));
                self.view.go_to_heading(row);
            }
            None => self.out.say(Notice::LeadsNowhere(name.to_owned())),
        }
    }

    /// Goes to the section or the line that the reader asked for, when it is known where that is.
    pub(super) fn go_to_wanted(&mut self) {
        let Some(goal) = self.book.wanted(&mut self.out) else { return };
        match goal {
            Goal::Heading(place) => self.view.go_to_heading(place),
            Goal::Line(place) => self.view.jump_to(place),
        }
        if self.out.notice().is_some_and(Notice::is_awaiting) {
            self.out.hush();
        }
    }
}
