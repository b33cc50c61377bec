//! What a hand does with the mouse, in cells of the window.

/// The left button of the mouse was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column, from 0.
    pub column: usize,
    /// The row, from 0.
    pub row: usize,
}

/// What the left button did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// It was pressed.
    Press,
    /// The mouse was moved while it was held.
    Drag,
    /// It was let go.
    Release,
}
