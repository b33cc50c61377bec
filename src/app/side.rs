//! The list that stays open beside the page while the page has the keys.

use super::State;
use super::panel::{Contents, Desk, Focus, SideList};

impl State {
    /// Returns the list that is open beside the page and does not have the keys.
    pub fn kept(&self) -> Option<&Focus> {
        match &self.side {
            SideList::Kept(list) => Some(list),
            SideList::Nothing | SideList::Focused => None,
        }
    }

    /// Gives the keys to the page, and leaves the list that had them open beside it; where there is no room it closes.
    pub(super) fn keep_list(&mut self) {
        let list = std::mem::replace(&mut self.focus, Focus::Page);
        self.side = SideList::Kept(list);
        self.arrange();
        if self.view.panes().kept().is_none() {
            self.side = SideList::Nothing;
        }
    }

    /// Gives the keys to the page: the list that had them stays open if it did before, another panel closes.
    pub(super) fn leave_panel(&mut self) {
        match self.side {
            SideList::Focused => self.keep_list(),
            SideList::Nothing | SideList::Kept(_) => self.focus = Focus::Page,
        }
    }

    /// Closes what has the keys, also where it stayed open.
    pub(super) fn close_panel(&mut self) {
        self.focus = Focus::Page;
        if matches!(self.side, SideList::Focused) {
            self.side = SideList::Nothing;
        }
    }

    /// Closes the list that is open beside the page, and returns whether one was.
    pub(super) fn close_list(&mut self) -> bool {
        self.view.panes().kept().is_some()
            && matches!(std::mem::take(&mut self.side), SideList::Kept(_))
    }

    /// Gives the keys to the list that is open beside the page, if it is one of those that `wanted` says. Returns whether
    /// it has them.
    pub(super) fn focus_list(&mut self, wanted: impl Fn(&Focus) -> bool) -> bool {
        if !self.kept().is_some_and(wanted) {
            return false;
        }
        if let SideList::Kept(list) = std::mem::replace(&mut self.side, SideList::Focused) {
            self.focus = list;
        }
        let (focus, desk) = self.parts();
        focus.take_keys(&desk);
        self.arrange();
        true
    }

    /// Lets the list that is open beside the page follow what is read there; it closes where it has nothing to list.
    pub(super) fn settle_list(&mut self) {
        let Some((list, mut desk)) = self.kept_parts() else { return };
        list.follow(&mut desk);
        // While another search is typed, there may be none.
        if list.is_void(desk.finder) && matches!(self.focus, Focus::Page) {
            self.side = SideList::Nothing;
        }
    }

    /// Keeps the contents open beside the page of another document, where those of the one before were.
    pub(super) fn keep_contents(&mut self, before: &SideList) {
        if matches!(before, SideList::Kept(Focus::Contents(_))) {
            let contents = Contents::of(&self.book, None);
            self.side = SideList::Kept(Focus::Contents(contents));
        }
    }

    /// Moves the list that is open beside the page by so many rows, below 0 up.
    pub(super) fn scroll_list(&mut self, rows: isize) {
        if let Some((list, mut desk)) = self.kept_parts() {
            list.scroll(rows, &mut desk);
        }
    }

    /// Returns the list that is open beside the page, and what is lent to it.
    fn kept_parts(&mut self) -> Option<(&mut Focus, Desk<'_>)> {
        let Self { book, view, finder, keys, preferences, out, side, .. } = self;
        let SideList::Kept(list) = side else { return None };
        let keymap = keys.keymap();
        Some((list, Desk { book, view, finder, keymap, preferences, out }))
    }
}
