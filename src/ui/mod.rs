//! The screen: `view` turns a [`State`] into cells and decides nothing. Only here do cells become `u16`.

mod beside;
mod bookmarks;
mod columns;
mod commands;
mod contents;
mod encodings;
mod following;
mod help;
mod hints;
mod labels;
mod line;
mod link_window;
mod links;
mod matches;
mod note;
mod page;
mod paint;
mod prompt;
mod recent;
mod settings;
mod status;
mod themes;
mod trail;

use ratatui::Frame;

use crate::app::{Area, Focus, State};
use crate::config::Role;
pub use links::{Link, links};
use paint::Canvas;
pub use recent::left;

/// Paints `state` on `frame`.
pub fn view(state: &State, frame: &mut Frame) {
    let theme = &state.settings().theme;
    let mut canvas = Canvas::new(frame.buffer_mut(), *state.view().model(), theme.look(Role::Text));
    page::paint(state, &mut canvas);
    if let Focus::Labels(labels) = state.focus() {
        labels::paint(state, labels, &mut canvas);
    }
    if let (Some(list), Some(area)) = (state.kept(), state.view().panes().kept()) {
        paint_panel(state, list, &mut canvas.on(theme.look(Role::Panel)), area);
    }
    following::paint(state, &mut canvas.on(theme.look(Role::Panel)));
    let area = state.view().panes().panel();
    let cursor = area.and_then(|area| {
        paint_panel(state, state.focus(), &mut canvas.on(theme.look(Role::Panel)), area)
    });
    // What is told comes last: where it takes more rows than its own, no panel hides it.
    let cursor = status::paint(state, &mut canvas).or(cursor);
    if let Some((x, y)) = cursor {
        frame.set_cursor_position((x as u16, y as u16));
    }
}

/// Paints the panel `focus` in `area` and returns the cell of the cursor where something is typed there.
fn paint_panel(
    state: &State,
    focus: &Focus,
    canvas: &mut Canvas,
    area: Area,
) -> Option<(usize, usize)> {
    match focus {
        Focus::Contents(contents) => contents::paint(state, contents, canvas, area),
        Focus::Bookmarks(list) => bookmarks::paint(state, list, canvas, area),
        Focus::Recent(list) => recent::paint(state, list, canvas, area),
        Focus::Matches(list) => matches::paint(state, list, canvas, area),
        Focus::Help(help) => return help::paint(state, help, canvas, area),
        Focus::Encodings(list) => encodings::paint(state, list, canvas, area),
        Focus::Themes(list) => themes::paint(state, list, canvas, area),
        Focus::Settings(list) => settings::paint(state, list, canvas, area),
        Focus::Commands(line) => commands::paint(state, line, canvas, area),
        Focus::LinkWindow(window) => link_window::paint(state, window, canvas, area),
        Focus::Note(window) => return note::paint(state, window, canvas, area),
        Focus::Page
        | Focus::Marking(_)
        | Focus::Selecting(_)
        | Focus::Labels(_)
        | Focus::Prompt(_) => {}
    }
    None
}
