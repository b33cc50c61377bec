//! What a hand does with the mouse, in cells of the window.

/// The mouse was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What was done with it.
    pub kind: MouseKind,
    /// The column, from 0.
    pub column: usize,
    /// The row, from 0.
    pub row: usize,
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Press,
    /// The mouse was moved while it was held.
    Drag,
    /// It was let go.
    Release,
    /// The wheel was turned by so many notches, down or, below 0, up.
    Wheel(isize),
}
