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
mod page;
mod paint;
mod prompt;
mod recent;
mod settings;
mod status;
mod themes;
mod trail;

use ratatui::Frame;

use crate::app::{Focus, State};
use crate::config::Role;
pub use links::{Link, links};
use paint::Canvas;

/// Paints `state` on `frame`.
pub fn view(state: &State, frame: &mut Frame) {
    let theme = &state.settings().theme;
    let mut canvas = Canvas::new(frame.buffer_mut(), *state.view().model(), theme.look(Role::Text));
    page::paint(state, &mut canvas);
    if let Focus::Labels(labels) = state.focus() {
        labels::paint(state, labels, &mut canvas);
    }
    let mut cursor = None;
    following::paint(state, &mut canvas.on(theme.look(Role::Panel)));
    if let Some(area) = state.view().panes().panel() {
        let mut canvas = canvas.on(theme.look(Role::Panel));
        match state.focus() {
            Focus::Contents(contents) => contents::paint(state, contents, &mut canvas, area),
            Focus::Bookmarks(list) => bookmarks::paint(state, list, &mut canvas, area),
            Focus::Recent(list) => recent::paint(state, list, &mut canvas, area),
            Focus::Matches(list) => matches::paint(state, list, &mut canvas, area),
            Focus::Help(help) => cursor = help::paint(state, help, &mut canvas, area),
            Focus::Encodings(list) => encodings::paint(state, list, &mut canvas, area),
            Focus::Themes(list) => themes::paint(state, list, &mut canvas, area),
            Focus::Settings(list) => settings::paint(state, list, &mut canvas, area),
            Focus::Commands(line) => commands::paint(state, line, &mut canvas, area),
            Focus::LinkWindow(window) => link_window::paint(state, window, &mut canvas, area),
            Focus::Page
            | Focus::Marking(_)
            | Focus::Selecting(_)
            | Focus::Labels(_)
            | Focus::Prompt(_) => {}
        }
    }
    // What is told comes last: where it takes more rows than its own, no panel hides it.
    let cursor = status::paint(state, &mut canvas).or(cursor);
    if let Some((x, y)) = cursor {
        frame.set_cursor_position((x as u16, y as u16));
    }
}
