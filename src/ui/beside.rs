//! What every list beside the text has around its entries.

use super::hints::{self, FooterKey};
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, State};
use crate::config::{Look, Role, Theme};
use crate::input::{Action, Key, KeyCode, ListAction};
use crate::text::{Clean, WidthModel, clean};
use crate::words::Phrase;

/// Where the keys go while a list is open beside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeysGo {
    /// To the list.
    Here,
    /// To the page.
    Elsewhere,
}

impl KeysGo {
    /// Returns where they go while a list stands in `area`.
    pub(super) fn of(state: &State, area: Area) -> Self {
        let kept = state.view().panes().kept() == Some(area);
        if kept { Self::Elsewhere } else { Self::Here }
    }

    /// Returns how the chosen entry looks.
    pub(super) fn chosen(self, theme: &Theme) -> Look {
        theme.look(if self == Self::Here { Role::Chosen } else { Role::Title })
    }

    /// Returns how what stands above the entries looks.
    pub(super) fn head(self, theme: &Theme) -> Look {
        theme.look(if self == Self::Here { Role::Title } else { Role::Faint })
    }
}

/// Returns what the keys do in a list in `area`: `own`, and how it stays open where it can; while the page has the keys,
/// how the list gets them or closes.
pub(super) fn footer(state: &State, area: Area, own: Vec<FooterKey>) -> Vec<FooterKey> {
    let keymap = state.keymap();
    if KeysGo::of(state, area) == KeysGo::Elsewhere {
        return vec![
            FooterKey::new(keymap.page(), &[Action::ToList], "hint-to-list"),
            FooterKey::of_key(Key::plain(KeyCode::Esc), "hint-close"),
        ];
    }
    let keep = FooterKey::new(keymap.list(), &[ListAction::Keep], "hint-keep");
    let can_stay = area.columns < state.size().columns;
    own.into_iter().chain(can_stay.then_some(keep)).collect()
}

/// Returns `title`, words of the document, as the page shows them, in at most `room` cells.
pub(super) fn title(state: &State, title: &str, room: usize, model: WidthModel) -> Clean {
    let title = clean(&state.view().shown_title(title.trim()));
    clean(&shortened(title.as_str(), room, model))
}

/// Paints in `area` a list without entries: what stands above them, what the keys do, and where the page is beside it, a
/// line that parts them. Returns the area of the entries.
pub(super) fn paint(
    state: &State,
    canvas: &mut Canvas,
    area: Area,
    head: &Phrase,
    hints: &[FooterKey],
) -> Area {
    let (theme, words) = (&state.settings().theme, state.words());
    let Area { x, y: top, columns, rows } = area;
    let beside = usize::from(columns < state.size().columns);
    let inner = columns.saturating_sub(beside);
    for y in top..top + rows {
        canvas.blank(x, y, columns, Look::default());
        canvas.text(x + inner, y, beside, &canvas.bar(false), theme.look(Role::Faint));
    }
    let room = inner.saturating_sub(2);
    canvas.text(x + 1, top, room, &clean(&words.say(head)), KeysGo::of(state, area).head(theme));
    if area.footer_rows() > 0 {
        let does = hints::row(hints, words, room, canvas.model());
        canvas.text(x + 1, top + rows - 1, room, &clean(&does), theme.look(Role::Faint));
    }
    Area { columns: inner, ..area.entries() }
}
