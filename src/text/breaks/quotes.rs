//! Which way a `"` looks in East Asian text, where it has no width of its own to tell.

/// The quotations that are open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OpenQuotes {
    /// Whether a `"` waits for another.
    straight: bool,
    /// Whether a `“` waits for its `”`.
    curly: bool,
}

impl OpenQuotes {
    /// Returns whether a `"` closes here, after `last`: one that is open, or at the end of a sentence a curly one, as
    /// typed texts often have it.
    pub(super) fn would_close(self, last: Option<char>) -> bool {
        let ends = |c| matches!(c, '。' | '！' | '？' | '．' | '…' | '—' | '～' | '.' | '!' | '?');
        self.straight || (self.curly && last.is_some_and(ends))
    }

    /// Passes `c`, which `opens` a quotation or doesn't.
    pub(super) fn pass(&mut self, c: char, opens: bool) {
        match c {
            '“' => self.curly = true,
            '"' if opens => self.straight = true,
            '”' if self.curly => self.curly = false,
            '"' if !self.straight => self.curly = false,
            '”' | '"' => self.straight = false,
            _ => {}
        }
    }
}
