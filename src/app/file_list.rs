//! The files that the program was asked to read, and which of them is read.

use std::ffi::{OsStr, OsString};

use super::jumps::Direction;

/// The files, in the order in which they were named.
#[derive(Clone, Debug, Default)]
pub struct FileList {
    names: Vec<OsString>,
    /// Which of them is read; none: another document is.
    here: Option<usize>,
    /// Which of them was asked for last. It may be one that can't be opened: the next step goes on from there.
    aim: usize,
}

impl FileList {
    /// Returns the list of `names`, the first of which is read.
    pub(super) fn new(names: Vec<OsString>) -> Self {
        let here = (!names.is_empty()).then_some(0);
        Self { names, here, aim: 0 }
    }

    /// Returns the number of the file that is read, from 1, and how many there are; none where there are not several, or
    /// another document is read.
    pub fn number(&self) -> Option<(usize, usize)> {
        let count = self.names.len();
        let here = self.here.filter(|_| count > 1)?;
        Some((here + 1, count))
    }

    /// Returns the file that is `times` on from the one that was asked for last, or back, but no further than the ends;
    /// none where that is the end already.
    pub(super) fn step(&mut self, direction: Direction, times: usize) -> Option<OsString> {
        let last = self.names.len().checked_sub(1)?;
        let at = match direction {
            Direction::Forward => self.aim.saturating_add(times).min(last),
            // Back from a document that is none of them leads to the one before it.
            Direction::Back if self.here.is_none() => self.aim.saturating_sub(times - 1),
            Direction::Back => self.aim.saturating_sub(times),
        };
        if at == self.aim && self.here == Some(at) {
            return None;
        }
        self.aim = at;
        self.names.get(at).cloned()
    }

    /// Takes that `file` is read now.
    pub(super) fn turn_to(&mut self, file: &OsStr) {
        let is_aim = self.names.get(self.aim).is_some_and(|name| name == file);
        self.here =
            if is_aim { Some(self.aim) } else { self.names.iter().position(|name| name == file) };
        self.aim = self.here.unwrap_or(self.aim);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> FileList {
        FileList::new(["a", "b", "c"].map(OsString::from).to_vec())
    }

    fn opened(list: &mut FileList, direction: Direction) -> Option<(usize, usize)> {
        let file = list.step(direction, 1)?;
        list.turn_to(&file);
        list.number()
    }

    #[test]
    fn the_next_file_and_the_one_before_are_read_up_to_the_ends() {
        let mut list = list();
        assert_eq!(list.number(), Some((1, 3)));
        assert_eq!(list.step(Direction::Back, 1), None);
        assert_eq!(opened(&mut list, Direction::Forward), Some((2, 3)));
        assert_eq!(opened(&mut list, Direction::Forward), Some((3, 3)));
        assert_eq!(list.step(Direction::Forward, 1), None);
        assert_eq!(list.step(Direction::Back, 9), Some("a".into()));
    }

    #[test]
    fn a_file_that_can_not_be_opened_is_passed_over_by_the_next_step() {
        let mut list = list();
        assert_eq!(list.step(Direction::Forward, 1), Some("b".into()));
        assert_eq!(opened(&mut list, Direction::Forward), Some((3, 3)));
    }

    #[test]
    fn from_another_document_the_way_leads_back_to_the_files() {
        let mut list = list();
        opened(&mut list, Direction::Forward);
        list.turn_to(OsStr::new("else"));
        assert_eq!(list.number(), None);
        assert_eq!(list.clone().step(Direction::Forward, 1), Some("c".into()));
        assert_eq!(opened(&mut list, Direction::Back), Some((2, 3)));
        list.turn_to(OsStr::new("c"));
        assert_eq!(list.number(), Some((3, 3)));
    }

    #[test]
    fn one_file_has_no_number_and_none_has_no_next() {
        let mut one = FileList::new(vec!["a".into()]);
        assert_eq!((one.number(), one.step(Direction::Forward, 1)), (None, None));
        assert_eq!(FileList::default().step(Direction::Back, 1), None);
    }
}
