//! A document that one screen shows, printed there as it looks in the reader.

use std::io;
use std::process::ExitCode;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::linear;
use crate::app::State;
use crate::runtime::{backend, output};
use crate::ui;

/// Prints the page of `state`, as far as the document came; `missing` says why that is not all of it, if it is not.
///
/// # Errors
/// What the terminal says; what is missing.
pub(super) fn print(state: &State, missing: Option<String>) -> anyhow::Result<ExitCode> {
    let came = missing.is_none() || state.book().document().size() > 0;
    let code = match state.settings().page.linear {
        _ if !came => ExitCode::FAILURE,
        true => linear::print_page(state)?,
        false => print_page(state)?,
    };
    missing.map_or(Ok(code), |sentence| Err(anyhow::Error::msg(sentence)))
}

fn print_page(state: &State) -> anyhow::Result<ExitCode> {
    let (size, view) = (state.size(), state.view());
    // The page is painted in memory, and its rows are printed one after the other.
    let mut memory = Terminal::new(TestBackend::new(size.columns as u16, size.rows as u16))?;
    let frame = memory.draw(|frame| ui::view(state, frame))?;
    let rows = view.panes().head_rows() + view.names().len() + view.page().len();
    let lines = backend::lines(frame.buffer, rows);
    output::print(|out| io::Write::write_all(out, lines.as_bytes()))
}
