//! A document that changes while it is read: it grows, is followed, is read anew. The words at the top of the
//! page stay there.

use super::{Effect, State};
use crate::document::{Document, Locator};

impl State {
    /// Goes to the end and stays there as the document grows.
    pub(super) fn follow_growth(&mut self) -> Vec<Effect> {
        self.following = true;
        self.go_to_end();
        vec![Effect::Follow]
    }

    /// Stops following.
    pub(super) fn stop_following(&mut self) -> Vec<Effect> {
        if std::mem::replace(&mut self.following, false) {
            vec![Effect::StopFollowing]
        } else {
            Vec::new()
        }
    }

    /// Takes the document with more in it; `more` of it may come.
    pub(super) fn grow(&mut self, document: Document, more: bool) -> Vec<Effect> {
        self.flow.set_document(self.as_chosen(document));
        self.growing = more;
        if self.following {
            self.go_to_end();
            self.following = more;
        }
        let mut effects = self.search_on();
        if !more {
            self.settle_corrections();
            self.tell_lost();
            effects.push(self.survey());
        }
        effects
    }

    /// Takes the document as it is now, edited perhaps, with the same words at the top of the page.
    pub(super) fn reload(&mut self, document: Document) -> Vec<Effect> {
        let locator = Locator::of(self.flow.document(), self.top);
        let document = self.as_chosen(document);
        let place = locator.find(&document).place();
        self.flow.set_document(document);
        self.top = self.flow.row_start(place);
        self.find = None;
        self.say("Read anew.");
        self.settle_corrections();
        self.tell_lost();
        vec![Effect::StopSearch, self.survey()]
    }
}

#[cfg(test)]
mod tests;
