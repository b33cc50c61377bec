//! Which area of the window is whose: the page's, a panel's, the status line's. What sets the page, what paints it and
//! what has a mouse over it ask here.

use crate::budget::{WINDOW_COLUMNS, WINDOW_ROWS};
use crate::config::{PageColumns, Settings};

/// The columns beside the text and its margin: one blank, one for the scroll bar.
const BESIDE: usize = 2;

/// In a window of so many columns or fewer the text may reach the scroll bar: with a margin of one, 80 columns have the 78
/// in which `man` sets its pages.
const NO_BLANK: usize = 80;

/// In a smaller window there is no scroll bar.
const LEAST_WITH_BAR: Size = Size { columns: 10, rows: 3 };

/// With fewer rows for the text none is kept for the section.
const LEAST_WITH_HEAD: usize = 4;

/// With fewer rows a list does not tell what keys do.
const LEAST_WITH_FOOTER: usize = 6;

/// With fewer columns a panel at the side takes them all: beside it there would be no page to read.
const LEAST_BESIDE: usize = 90;

/// The narrowest that a panel at the side is, in cells.
const NARROWEST: usize = 32;

/// The widest that a panel at the side is, in cells.
const WIDEST: usize = 60;

/// How many rows a panel over the end of the page has where there is room.
const OVER_ROWS: usize = 10;

/// The numbers of lines take no more than one of so many cells of the window.
const LEAST_BESIDE_NUMBERS: usize = 4;

/// The blank cells between two columns of text.
const COLUMN_GAP: usize = 4;

/// The narrowest that each of two columns is, in cells.
const NARROWEST_COLUMN: usize = 20;

/// With so many cells two columns are wide enough to read well.
const WIDE_COLUMN: usize = 60;

/// The size of the window in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The cells of a row.
    pub columns: usize,
    /// The rows.
    pub rows: usize,
}

impl Size {
    /// Returns the size that is drawn in a window of `columns` and `rows`: at least one cell, and no more
    /// than a screen can have.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns: columns.clamp(1, WINDOW_COLUMNS), rows: rows.clamp(1, WINDOW_ROWS) }
    }

    /// Returns how many rows the text and the panels have: all but the status line, where there is room for one.
    pub fn text_rows(self) -> usize {
        self.rows.saturating_sub(1).max(1)
    }
}

/// Some cells of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub x: usize,
    /// The first row.
    pub y: usize,
    /// How many columns there are.
    pub columns: usize,
    /// How many rows there are.
    pub rows: usize,
}

impl Area {
    /// Returns whether the cell in `column` of `row` of the window is one of these.
    pub(super) fn has(&self, column: usize, row: usize) -> bool {
        (self.x..self.x + self.columns).contains(&column)
            && (self.y..self.y + self.rows).contains(&row)
    }

    /// Returns how many of its rows tell at its foot what keys do, where a list stands in it.
    pub fn footer_rows(&self) -> usize {
        usize::from(self.rows >= LEAST_WITH_FOOTER)
    }

    /// Returns the area without the rows that tell at its foot what keys do.
    #[must_use]
    pub fn above_footer(&self) -> Self {
        Self { rows: self.rows - self.footer_rows(), ..*self }
    }

    /// Returns the area of the entries of a list beside the text that stands here: what is above them has one row, what is
    /// at the foot has others.
    #[must_use]
    pub fn entries(&self) -> Self {
        let rows = self.rows.saturating_sub(1 + self.footer_rows());
        Self { y: self.y + 1, rows, ..*self }
    }
}

/// Where a panel wants to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Nowhere: what has the keys is the page, or the status line.
    Nowhere,
    /// At the left, beside the text; in a narrow window, over all of it.
    Left,
    /// At the left, beside the text; in a narrow window, in rows below the text, which the page has no more.
    LeftOrBelow,
    /// Over the last rows of the page.
    OverEnd,
    /// Over the page.
    Over,
    /// Over the page in the columns of the text, above or below this row of it, with so many rows where there is room.
    Beside {
        /// The row of the text.
        row: usize,
        /// The rows that it wants.
        rows: usize,
    },
}

/// Whether a list stays open beside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    /// None does.
    Nothing,
    /// One does.
    List,
}

/// The areas of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    size: Size,
    text: Area,
    /// How many columns of text stand beside each other; the area is that of the first.
    columns: usize,
    /// How many rows of the window one line of text takes.
    step: usize,
    panel: Option<Area>,
    kept: Option<Area>,
    /// How many rows the text has where no panel takes some.
    rows_alone: usize,
    /// How many rows of a page stay on the next.
    overlap: usize,
    /// How many cells before each column of text are those of the numbers of its lines.
    numbers: usize,
}

impl Panes {
    /// Returns the areas of a window of `size` where the panel that is open stands there, and where `keeps` says so a list
    /// stays open at the left as far as there is room. Before each column of text the numbers of its lines want so many
    /// cells.
    pub(super) fn new(
        size: Size,
        settings: &Settings,
        (stand, keeps): (Stand, Keeps),
        numbers: usize,
    ) -> Self {
        let rows = size.text_rows();
        let head = usize::from(settings.page.sticky && rows >= LEAST_WITH_HEAD);
        // In a narrow window the text needs the cells.
        let numbers = if numbers * LEAST_BESIDE_NUMBERS > size.columns { 0 } else { numbers };
        let beside = (columns(size, settings, numbers), numbers);
        let (alone, measure) = column(size, settings, beside, 0);
        let at_left = matches!(stand, Stand::Left | Stand::LeftOrBelow);
        let flank = if at_left || keeps == Keeps::List { flank(size, alone - numbers) } else { 0 };
        let (x, columns) = if flank + numbers > alone {
            column(size, settings, beside, flank)
        } else {
            (alone, measure)
        };
        // One row is left for the text.
        let below = stand == Stand::LeftOrBelow && flank == 0;
        let taken = if below { rows.div_ceil(2).min(rows - 1) } else { 0 };
        let rows_alone = rows - head;
        let text = Area { x, y: head, columns, rows: rows_alone.saturating_sub(taken).max(1) };
        let panel = panel(size, text, stand, flank);
        let has_room = flank > 0 && !at_left;
        let kept = has_room.then_some(Area { x: 0, y: 0, columns: flank, rows });
        Self {
            size,
            text,
            columns: beside.0,
            step: settings.page.row_gap + 1,
            panel,
            kept,
            rows_alone,
            overlap: settings.page.overlap,
            numbers,
        }
    }

    /// Returns the size of the window.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Returns the area of the text, of its first column where there are two: its columns are the measure.
    pub fn text(&self) -> Area {
        self.text
    }

    /// Returns the area of the text with all of its columns.
    pub(super) fn all_text(&self) -> Area {
        let last = self.column_start(self.columns.saturating_sub(1));
        Area { columns: last + self.text.columns - self.text.x, ..self.text }
    }

    /// Returns the area of the scroll bar, where there is room for one.
    pub(super) fn scroll_bar(&self) -> Option<Area> {
        let Size { columns, rows } = self.size;
        let has_room = columns >= LEAST_WITH_BAR.columns && rows >= LEAST_WITH_BAR.rows;
        has_room.then(|| Area { x: columns - 1, columns: 1, ..self.text })
    }

    /// Returns how many rows above the text are kept for the section.
    pub fn head_rows(&self) -> usize {
        self.text.y
    }

    /// Returns the area of the panel that is open.
    pub fn panel(&self) -> Option<Area> {
        self.panel
    }

    /// Returns the area of the list that stays open beside the page without the keys.
    pub fn kept(&self) -> Option<Area> {
        self.kept
    }

    /// Returns how many columns of text stand beside each other.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Returns where the column of this number begins, in cells from the left.
    pub fn column_start(&self, number: usize) -> usize {
        self.text.x + number * (self.text.columns + COLUMN_GAP + self.numbers)
    }

    /// Returns how many cells before each column of text are those of the numbers of its lines: the last is blank.
    pub fn numbers(&self) -> usize {
        self.numbers
    }

    /// Returns how many rows of the window one line of text takes.
    pub fn step(&self) -> usize {
        self.step
    }

    /// Returns how many rows of a page stay on the next.
    pub(super) fn overlap(&self) -> usize {
        self.overlap
    }

    /// Returns how many lines of text each column has.
    pub(super) fn lines(&self) -> usize {
        self.text.rows.div_ceil(self.step)
    }

    /// Returns how many lines of text each column has where no panel takes some of them.
    pub(super) fn lines_alone(&self) -> usize {
        self.rows_alone.div_ceil(self.step)
    }
}

/// Returns how many columns are kept beside the text and its margin.
fn beside_text(size: Size) -> usize {
    if size.columns > NO_BLANK { BESIDE } else { BESIDE - 1 }
}

/// Returns how many columns of text have room beside each other.
fn columns(size: Size, settings: &Settings, numbers: usize) -> usize {
    let cells = settings.page.cells();
    let least = match settings.page.columns {
        PageColumns::One => return 1,
        PageColumns::Two => NARROWEST_COLUMN,
        PageColumns::Auto => WIDE_COLUMN.min(cells),
    };
    let room =
        size.columns.saturating_sub(beside_text(size) + settings.page.margin + COLUMN_GAP) / 2;
    if room >= least + numbers { 2 } else { 1 }
}

/// Returns where the text begins and its measure, where so many columns of it stand beside each other, each behind so many
/// cells of numbers, and a panel takes the first `flank` cells.
fn column(
    size: Size,
    settings: &Settings,
    (beside, numbers): (usize, usize),
    flank: usize,
) -> (usize, usize) {
    let left = size.columns.saturating_sub(flank);
    // A blank parts the text from a panel.
    let blank = usize::from(flank > 0);
    // The margin takes no more than a quarter of a narrow window.
    let blank = settings.page.margin.min(left / 4).max(blank);
    let gaps = COLUMN_GAP * (beside - 1) + numbers * beside;
    let room = left.saturating_sub(beside_text(size) + blank + gaps) / beside;
    let columns = settings.page.cells().min(room).max(2);
    let all = columns * beside + gaps;
    let x = (left.saturating_sub(1).saturating_sub(all) / 2).max(blank);
    (flank + x + numbers, columns)
}

/// Returns how many columns a panel at the side takes, where so many are blank before the text alone: no more than these
/// where they are enough; none where the panel stands over the text.
fn flank(size: Size, blank: usize) -> usize {
    let width = (size.columns * 2 / 5).clamp(NARROWEST, WIDEST);
    match size.columns {
        ..LEAST_BESIDE => 0,
        // A blank is left that parts the text from the panel.
        _ if blank > NARROWEST => width.min(blank - 1),
        _ => width,
    }
}

/// Returns the area of a panel that stands there, in the first `flank` columns, beside `text` or over it.
fn panel(size: Size, text: Area, stand: Stand, flank: usize) -> Option<Area> {
    let (columns, rows) = (size.columns, size.text_rows());
    let area = match stand {
        Stand::Nowhere => return None,
        Stand::Left | Stand::LeftOrBelow if flank > 0 => Area { x: 0, y: 0, columns: flank, rows },
        Stand::LeftOrBelow => {
            let y = text.y + text.rows;
            Area { x: 0, y, columns, rows: rows.saturating_sub(y) }
        }
        Stand::OverEnd => {
            let height = OVER_ROWS.min(rows.div_ceil(2));
            Area { x: 0, y: rows - height, columns, rows: height }
        }
        Stand::Left | Stand::Over => Area { x: 0, y: 0, columns, rows },
        Stand::Beside { row, rows: wanted } => beside(size, text, row, wanted),
    };
    Some(area)
}

/// Returns the area of a window in the columns of `text` that wants `wanted` rows: below the row `row` of the text where
/// that has the room or more of it than above, and never over it.
fn beside(size: Size, text: Area, row: usize, wanted: usize) -> Area {
    let row = row.min(text.rows.saturating_sub(1));
    let (above, below) = (row, text.rows - row - 1);
    let (y, rows) = if below >= wanted.min(above) {
        (text.y + row + 1, wanted.min(below))
    } else {
        (text.y + above - wanted.min(above), wanted.min(above))
    };
    Area { y, rows, columns: text.columns.min(size.columns - text.x), ..text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::WidthUnit;

    fn panes(columns: usize, rows: usize, stand: Stand) -> Panes {
        Panes::new(Size::new(columns, rows), &Settings::default(), (stand, Keeps::Nothing), 0)
    }

    #[test]
    fn no_area_lies_outside_the_window_and_the_text_has_a_row() {
        for (columns, rows) in [(1, 1), (2, 2), (20, 3), (40, 15), (80, 24), (90, 9), (200, 60)] {
            let window = Stand::Beside { row: rows / 2, rows: 9 };
            let stands =
                [Stand::Nowhere, Stand::Left, Stand::LeftOrBelow, Stand::OverEnd, Stand::Over];
            for stand in stands.into_iter().chain([window]) {
                let all = panes(columns, rows, stand);
                assert!(all.text().rows >= 1 && all.text().y + all.text().rows <= rows.max(1));
                let Some(Area { x, y, columns: width, rows: height }) = all.panel() else {
                    continue;
                };
                assert!(x + width <= columns && y + height <= rows, "{columns}×{rows} {stand:?}");
                assert!(all.text().x + all.text().columns <= columns.max(2));
            }
        }
    }

    #[test]
    fn a_panel_below_takes_rows_of_the_page_and_one_over_it_none() {
        assert_eq!(panes(80, 24, Stand::Nowhere).text().rows, 23);
        let below = panes(80, 24, Stand::LeftOrBelow);
        assert_eq!((below.text().rows, below.lines_alone()), (11, 23));
        assert_eq!(below.panel(), Some(Area { x: 0, y: 11, columns: 80, rows: 12 }));
        assert_eq!(panes(80, 24, Stand::OverEnd).text().rows, 23);
    }

    #[test]
    fn a_panel_at_the_left_stands_beside_the_text_or_takes_the_whole_width() {
        for columns in LEAST_BESIDE..=240 {
            let beside = panes(columns, 24, Stand::Left);
            let panel = beside.panel().unwrap().columns;
            assert!((NARROWEST..=WIDEST).contains(&panel), "{columns}");
            assert!(panel < beside.text().x && beside.text().columns >= 48, "{columns}");
        }
        for columns in [20, 40, 80, LEAST_BESIDE - 1] {
            let over = panes(columns, 24, Stand::Left);
            assert_eq!(over.panel().map(|panel| panel.columns), Some(columns));
            assert_eq!(over.text(), panes(columns, 24, Stand::Nowhere).text());
        }
    }

    #[test]
    fn a_list_that_stays_open_has_the_place_that_it_has_with_the_keys() {
        for columns in 1..240 {
            let size = Size::new(columns, 24);
            let kept = |stand| Panes::new(size, &Settings::default(), (stand, Keeps::List), 0);
            let (alone, focused) = (kept(Stand::Nowhere), kept(Stand::Left));
            assert_eq!(alone.text(), focused.text());
            assert_eq!(alone.kept(), focused.panel().filter(|_| columns >= LEAST_BESIDE));
            assert_eq!(focused.kept(), None, "one list has the place");
            assert_eq!(kept(Stand::OverEnd).kept(), alone.kept());
        }
    }

    #[test]
    fn the_window_of_a_link_never_stands_over_its_row() {
        for row in 0..23 {
            for wanted in [3, 8, 40] {
                let Area { y, rows, .. } =
                    panes(80, 24, Stand::Beside { row, rows: wanted }).panel().unwrap();
                assert!(row < y || y + rows <= row, "{row} {wanted}");
                assert!(rows == wanted || rows == row.max(22 - row), "{row} {wanted}: {rows}");
            }
        }
    }

    #[test]
    fn two_columns_stand_beside_each_other_where_there_is_room() {
        let panes = |columns, set: PageColumns, stand| {
            let mut settings = Settings::default();
            settings.page.columns = set;
            Panes::new(Size::new(columns, 24), &settings, (stand, Keeps::Nothing), 0)
        };
        let count = |columns, set| panes(columns, set, Stand::Nowhere).columns();
        assert_eq!([45, 46].map(|columns| count(columns, PageColumns::Two)), [1, 2]);
        assert_eq!([126, 127].map(|columns| count(columns, PageColumns::Auto)), [1, 2]);
        assert_eq!(count(400, PageColumns::One), 1);
        for columns in 1..240 {
            for stand in [Stand::Nowhere, Stand::Left] {
                let panes = panes(columns, PageColumns::Two, stand);
                let end = panes.column_start(panes.columns() - 1) + panes.text().columns;
                assert!(end < columns.max(4), "{columns} {stand:?}");
            }
        }
    }

    #[test]
    fn eighty_columns_have_room_for_pages_of_man() {
        let measure = |columns| {
            let page = (Stand::Nowhere, Keeps::Nothing);
            Panes::new(Size::new(columns, 24), &Settings::default(), page, 0).text().columns
        };
        assert_eq!([79, 80, 81, 82, 83, 84].map(measure), [77, 78, 78, 79, 80, 80]);
    }

    #[test]
    fn a_gap_between_rows_leaves_room_for_fewer_lines() {
        let lines = |gap| {
            let mut settings = Settings::default();
            settings.page.row_gap = gap;
            Panes::new(Size::new(80, 24), &settings, (Stand::Nowhere, Keeps::Nothing), 0).lines()
        };
        assert_eq!([0, 1, 2].map(lines), [23, 12, 8]);
    }

    #[test]
    fn a_width_in_characters_is_twice_as_many_cells() {
        let mut settings = Settings::default();
        (settings.page.width, settings.page.unit) = (20, WidthUnit::Characters);
        let panes = Panes::new(Size::new(80, 24), &settings, (Stand::Nowhere, Keeps::Nothing), 0);
        assert_eq!(panes.text().columns, 40);
    }

    #[test]
    fn a_window_is_drawn_up_to_its_bound() {
        let size = |columns, rows| {
            let size = Size::new(columns, rows);
            (size.columns, size.rows)
        };
        assert_eq!(size(WINDOW_COLUMNS, WINDOW_ROWS), (WINDOW_COLUMNS, WINDOW_ROWS));
        assert_eq!(size(WINDOW_COLUMNS + 1, WINDOW_ROWS + 1), (WINDOW_COLUMNS, WINDOW_ROWS));
        assert_eq!(size(0, 0), (1, 1));
    }
}
