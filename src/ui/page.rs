//! The text and the scroll bar beside it.

use std::cmp::Ordering;
use std::ops::Range;

use super::links::link;
use super::paint::Canvas;
use super::trail::trail;
use crate::app::{Area, Focus, Label, Match, PlaceMark, State};
use crate::config::{Look, Role, Theme, Weight};
use crate::document::{BlockKind, Extra, FrameKind, Mark, Part, Position, Style, TerminalLook};
use crate::layout::flow::{FlowBlank, FlowGlyph, FlowRow};
use crate::syntax::{CodeToken, TokenKind};
use crate::text::{WidthModel, clean};

/// Paints the rows of the page.
pub(super) fn paint(state: &State, canvas: &mut Canvas) {
    head(state, canvas);
    // In a narrow window the sign of a row that goes on stands in its place.
    scroll_bar(state, canvas);
    for (left, y, above, row) in on_page(state) {
        let marked =
            matches!(state.focus(), Focus::Marking(marking) if marking.place() == row.start);
        for y in above.into_iter().chain([y]).filter(|_| marked) {
            let look = state.settings().theme.look(Role::Chosen);
            canvas.blank(left, y, state.view().measure(), look);
        }
        number(state, canvas, (left, y), row);
        text_row(state, canvas, (left, y, above), row);
        signs(state, canvas, (left, y), row);
    }
}

/// Returns the rows of the page, column by column, each with the cell where its column begins and the lines as
/// [`placed`] has them.
pub(super) fn on_page(
    state: &State,
) -> impl Iterator<Item = (usize, usize, Option<usize>, &FlowRow)> {
    let (view, panes) = (state.view(), state.view().panes());
    let Area { y: top, rows: height, .. } = panes.text();
    view.columns().enumerate().flat_map(move |(number, rows)| {
        let names = if number == 0 { view.names() } else { &[] };
        let placed = placed(names.iter().chain(rows), top..top + height, panes.step());
        let left = panes.column_start(number);
        placed.map(move |(y, above, row)| (left, y, above, row))
    })
}

/// Returns each of `rows` with the line of the window where its text stands and the one above for its readings, as far as
/// they have room in `room`, where each line of text takes `step` lines. Where that is too low for both lines of a row, the one with its text is there.
pub(super) fn placed<'a>(
    rows: impl Iterator<Item = &'a FlowRow>,
    room: Range<usize>,
    step: usize,
) -> impl Iterator<Item = (usize, Option<usize>, &'a FlowRow)> {
    let mut below = room.start;
    rows.map_while(move |row| {
        let last = room.end.checked_sub(1).filter(|last| *last >= below)?;
        let y = (below + (row.height() - 1) * step).min(last);
        let above = y.checked_sub(1).filter(|above| row.height() > 1 && *above >= below);
        below = y + step;
        Some((y, above, row))
    })
}

/// Paints the text of `row` in line `y` of the window, in the column that begins at cell `left`, and its readings in the
/// line above.
pub(super) fn text_row(
    state: &State,
    canvas: &mut Canvas,
    (left, y, above): (usize, usize, Option<usize>),
    row: &FlowRow,
) {
    if !row.has_text() {
        return paint_lines(state, canvas, (left, y), row);
    }
    let part = state.book().document().part(row.start.part);
    let (shift, shown) = (state.view().shift_of(row), state.view().shown_cells(row));
    let line = PageLine { row, part: &part, left, shift, shown };
    let highlights = Highlights::of(state, &line);
    if let Some(above) = above {
        paint_readings(canvas, above, &line, &highlights);
        paint_lines(state, canvas, (left, above), row);
    }
    paint_row(state, canvas, y, &line, &highlights);
    paint_lines(state, canvas, (left, y), row);
}

/// Paints the number of the line of the source that begins with `row` before the column that begins at cell `left`.
fn number(state: &State, canvas: &mut Canvas, (left, y): (usize, usize), row: &FlowRow) {
    let room = state.view().panes().numbers().saturating_sub(1);
    let Some(line) = state.book().line_begun(row).filter(|_| room > 0) else { return };
    let number = clean(&format!("{line:>room$}"));
    canvas.text(left - room - 1, y, room, &number, state.settings().theme.look(Role::Faint));
}

/// Paints the sign of what is marked in `row`: in the column before the text; where there is none, in the one before the
/// scroll bar. Where there are no colours, a highlight is told by the number of its own.
fn signs(state: &State, canvas: &mut Canvas, (left, y): (usize, usize), row: &FlowRow) {
    let theme = &state.settings().theme;
    let marks = || {
        let marks = state.book().marks().within(row.start, row.end());
        marks.filter(|mark| row.holds(mark.place()))
    };
    let colour = || marks().find_map(PlaceMark::colour).filter(|_| !theme.has_colours());
    let sign = if marks().any(|mark| mark.note().is_some()) {
        canvas.note()
    } else if marks().any(|mark| matches!(mark.label(), Label::Name(_))) {
        canvas.bookmark()
    } else if let Some(colour) = colour() {
        clean(&colour.to_string())
    } else {
        return;
    };
    let before = left.checked_sub(1);
    let x = before.unwrap_or(state.size().columns.saturating_sub(2));
    canvas.text(x, y, 1, &sign, theme.look(Role::Title));
}

/// Paints the sections whose headings are above the page in the row that is kept for them.
fn head(state: &State, canvas: &mut Canvas) {
    if state.view().panes().head_rows() == 0 {
        return;
    }
    let outline = state.book().outline();
    let title = |number| outline.title(number).map(|title| state.view().shown_title(title));
    let mut shown = state.view().above();
    // While the heading itself is on the page, its way stands above it all the same.
    if let (true, Some(number)) = (shown.is_empty(), state.view().section()) {
        shown = outline.path(number).collect();
        shown.reverse();
    }
    let titles: Vec<String> = shown.into_iter().filter_map(title).collect();
    let words = clean(&trail(&titles, state.view().measure(), canvas.model()));
    let look = state.settings().theme.look(Role::Faint);
    canvas.text(state.view().panes().text().x, 0, state.view().measure(), &words, look);
}

/// A row of text on its way to the screen.
struct PageLine<'a> {
    row: &'a FlowRow,
    part: &'a Part,
    /// Where its column begins, in cells from the left.
    left: usize,
    /// How many of its cells are scrolled out at the left.
    shift: usize,
    /// Those of its cells that are shown.
    shown: Range<usize>,
}

impl PageLine<'_> {
    /// Returns the column of the window in which `cell` of the row stands, and `cells` from there on; none where not all
    /// of them are shown.
    fn column(&self, cell: usize, cells: usize) -> Option<usize> {
        let shown = self.shown.contains(&cell) && cell + cells <= self.shown.end;
        shown.then(|| self.left + cell - self.shift)
    }

    /// Blanks `cells` of the row as far as they are shown.
    fn blank(&self, canvas: &mut Canvas, y: usize, cells: &Range<usize>, look: Look) {
        let start = cells.start.max(self.shown.start);
        let width = cells.end.min(self.shown.end).saturating_sub(start);
        if width > 0 {
            canvas.blank(self.left + start - self.shift, y, width, look);
        }
    }

    /// Returns whether the row is of someone else's words.
    fn is_quoted(&self) -> bool {
        let block = self.part.blocks().get(self.row.block);
        let mut frames = block.into_iter().flat_map(|block| self.part.frames_of(block));
        frames.any(|frame| frame.kind == FrameKind::Quote)
    }
}

/// Paints the text of a row in line `y`, the line below the names of a table, and the sign of a row that goes on.
fn paint_row(
    state: &State,
    canvas: &mut Canvas,
    y: usize,
    line: &PageLine<'_>,
    highlights: &Highlights<'_>,
) {
    let theme = &state.settings().theme;
    let left = line.left;
    let model = canvas.model();
    let selected = (highlights.selected.clone(), theme.look(Role::Selection));
    for (bytes, look) in highlights.over.iter().chain([&selected]) {
        if let Some(cells) = cells_of(line, bytes, model) {
            line.blank(canvas, y, &cells, *look);
        }
    }
    let glyphs = line.row.glyphs(line.part, &model);
    for FlowGlyph { bytes, cell, glyph } in glyphs.take_while(|it| it.cell < line.shown.end) {
        let Some(x) = line.column(cell, glyph.cells()) else { continue };
        canvas.glyph(x, y, &glyph, highlights.look(&bytes));
        if let Some(number) = highlights.link(&bytes) {
            canvas.lead(x, y, glyph.cells(), number);
        }
    }
    let measure = state.view().measure();
    for FlowBlank { bytes, cells } in line.row.blank_end(line.part, &model) {
        if let Some(look) = highlights.ground(&bytes) {
            let end = cells.end.min(line.shift + measure);
            line.blank(canvas, y, &(cells.start..end), look);
        }
    }
    for cell in line.row.line(measure).unwrap_or_default() {
        canvas.text(left + cell, y, 1, &canvas.line(false), theme.look(Role::Faint));
    }
    let kept = matches!(line.row.kind, BlockKind::Code | BlockKind::Verse);
    let sign = |canvas: &mut Canvas, x, sign: &str| {
        canvas.text(x, y, 1, &clean(sign), theme.look(Role::Faint));
    };
    if kept && line.row.is_cut() {
        sign(canvas, left + measure, "\\");
    }
    let cells = line.row.cells();
    if cells.end > line.shown.end {
        sign(canvas, left + measure, ">");
    }
    if let (true, Some(before)) = (cells.start < line.shown.start, left.checked_sub(1)) {
        sign(canvas, before, "<");
    }
}

/// Paints the lines between the columns of a table and the bars of quotations in line `y`, where `row` is in the column
/// that begins at cell `left`.
fn paint_lines(state: &State, canvas: &mut Canvas, (left, y): (usize, usize), row: &FlowRow) {
    let faint = state.settings().theme.look(Role::Faint);
    let ruled = row.line(state.view().measure()).is_some();
    for cell in row.column_lines() {
        let sign = if ruled { canvas.line(true) } else { canvas.bar(false) };
        canvas.text(left + cell, y, 1, &sign, faint);
    }
    for bar in row.bars.iter().copied() {
        canvas.text(left + bar, y, 1, &canvas.bar(false), faint);
    }
}

/// Paints the readings above the text of a row, in line `y`.
fn paint_readings(canvas: &mut Canvas, y: usize, line: &PageLine<'_>, highlights: &Highlights<'_>) {
    let model = canvas.model();
    for FlowGlyph { bytes, cell, glyph } in line.row.above(&model) {
        if let Some(x) = line.column(cell, glyph.cells()) {
            canvas.glyph(x, y, &glyph, highlights.above(&bytes));
        }
    }
}

/// Returns the cells of `bytes` in `line`, blanks between its clusters too; none where columns stand beside each other,
/// between which nothing stands out.
fn cells_of(line: &PageLine<'_>, bytes: &Range<usize>, model: WidthModel) -> Option<Range<usize>> {
    if bytes.is_empty() || line.row.has_columns() {
        return None;
    }
    Some(line.row.cells_of(line.part, &model, bytes))
}

/// What stands out in a row: the ranges, by bytes of the part, that do not look like the rest.
struct Highlights<'a> {
    base: Look,
    /// How readings look above the row.
    above: Look,
    /// How all looks that is not read now, where the row is such.
    aside: Option<Look>,
    marks: &'a [Mark],
    /// The tokens of code in it.
    tokens: Vec<CodeToken>,
    /// The number of the link that each of the marks is on, if that may be given to the terminal.
    links: Vec<Option<u32>>,
    looks: &'a [TerminalLook],
    matches: Vec<Match>,
    /// What the reader highlighted, and how that looks.
    over: Vec<(Range<usize>, Look)>,
    /// What has a note.
    noted: Vec<Range<usize>>,
    /// What of it is selected.
    selected: Range<usize>,
    theme: &'a Theme,
}

impl<'a> Highlights<'a> {
    fn of(state: &'a State, line: &PageLine<'a>) -> Self {
        let theme = &state.settings().theme;
        let bytes = line.row.bytes();
        let part = line.row.start.part;
        let marked =
            matches!(state.focus(), Focus::Marking(marking) if marking.place() == line.row.start);
        let base = match line.row.kind {
            _ if marked => theme.look(Role::Chosen),
            BlockKind::Heading(level) => theme.look(Role::heading(level)),
            BlockKind::Code => theme.look(Role::Code),
            BlockKind::Rule => theme.look(Role::Faint),
            BlockKind::TableRow(_) if line.part.names_columns(line.row.block) => {
                theme.look(Role::Strong)
            }
            _ if line.is_quoted() => theme.look(Role::Quote),
            _ => Look::default(),
        };
        let aside = state.settings().page.ruler && state.view().is_aside(line.row);
        let marks = line.part.marks_in(bytes.clone());
        Self {
            base,
            above: theme.look(if marked { Role::Chosen } else { Role::Faint }),
            aside: aside.then(|| theme.look(Role::Faint)),
            marks,
            links: marks
                .iter()
                .map(|mark| link(line.part, mark).map(|(number, _)| number))
                .collect(),
            tokens: match line.row.kind {
                BlockKind::Code => state.book().code().within(part, &bytes),
                _ => Vec::new(),
            },
            looks: &line.part.markup().looks,
            matches: state.finder().find().map_or(Vec::new(), |find| find.matches_in(part, &bytes)),
            over: highlighted(state, part, &bytes),
            noted: noted(state, part, &bytes),
            selected: selected(state, part, &bytes),
            theme,
        }
    }

    /// Returns how the glyph looks that stands for `bytes` of the part.
    fn look(&self, bytes: &Range<usize>) -> Look {
        let base = || self.with_token(bytes);
        let marked = || self.mark(bytes).map_or_else(base, |(_, mark)| self.marked(mark, base()));
        if overlap(&self.selected, bytes) {
            return self.theme.look(Role::Selection);
        }
        self.found(bytes).unwrap_or_else(|| {
            let look = self.aside.unwrap_or_else(marked);
            // Of two that lie over each other the one that was begun last is seen.
            let over = self.over.iter().rfind(|(over, _)| overlap(over, bytes));
            let look = over.map_or(look, |(_, over)| look.with(*over));
            let noted = self.noted.iter().any(|noted| overlap(noted, bytes));
            Look { underline: look.underline || noted, ..look }
        })
    }

    /// Returns how the reading looks that stands above what stands for `bytes` of the part.
    fn above(&self, bytes: &Range<usize>) -> Look {
        if overlap(&self.selected, bytes) {
            return self.theme.look(Role::Selection);
        }
        self.found(bytes).unwrap_or(self.above)
    }

    /// Returns how the blank at `bytes` of the part looks that ends a row: with the ground that it was written on, if with
    /// one.
    fn ground(&self, bytes: &Range<usize>) -> Option<Look> {
        let (_, mark) = self.mark(bytes).filter(|_| self.aside.is_none())?;
        let has_ground = mark.style.has(Style::REVERSED) || self.colours(mark).background.is_some();
        let look = || Look { underline: false, struck: false, ..self.marked(mark, self.base) };
        has_ground.then(look)
    }

    /// Returns how what stands for `bytes` of the part looks as one of a match; none where it is of none.
    fn found(&self, bytes: &Range<usize>) -> Option<Look> {
        let passed = self.matches.partition_point(|found| found.bytes.end <= bytes.start);
        let found = self.matches.get(passed).filter(|found| found.bytes.start < bytes.end)?;
        let role = if found.current { Role::CurrentMatch } else { Role::Match };
        Some(self.theme.look(role))
    }

    /// Returns the number of the link that what stands for `bytes` of the part is on.
    fn link(&self, bytes: &Range<usize>) -> Option<u32> {
        self.mark(bytes).and_then(|(number, _)| self.links.get(number).copied().flatten())
    }

    /// Returns the mark on what stands for `bytes` of the part, and its number among those of the row.
    fn mark(&self, bytes: &Range<usize>) -> Option<(usize, &'a Mark)> {
        let passed = self.marks.partition_point(|mark| mark.range.end <= bytes.start);
        let mark = self.marks.get(passed).filter(|mark| mark.range.start < bytes.end)?;
        Some((passed, mark))
    }

    /// Returns how what stands for `bytes` of the part looks as some of the block, or of a token of code in it.
    fn with_token(&self, bytes: &Range<usize>) -> Look {
        let passed = self.tokens.partition_point(|token| token.range.end <= bytes.start);
        match self.tokens.get(passed).filter(|token| token.range.start < bytes.end) {
            // What has a colour of its own is no fainter than text.
            Some(token) => {
                Look { weight: Weight::Normal, ..self.base }.with(self.theme.look(role(token.kind)))
            }
            None => self.base,
        }
    }

    /// Returns how the text of `mark` looks, which else looks as `base`.
    fn marked(&self, mark: &Mark, base: Look) -> Look {
        let theme = self.theme;
        let is = |style| mark.style.has(style);
        let colours = self.colours(mark);
        let mut look = match mark.link {
            Some(_) => theme.look(Role::Link),
            None if self.tokens.is_empty() && (is(Style::CODE) || is(Style::MATH)) => {
                theme.look(Role::Code)
            }
            None => base,
        };
        // What was sent in a colour is no fainter than that.
        if colours != TerminalLook::default() || is(Style::REVERSED) {
            look.weight = Weight::Normal;
        }
        let roles = [
            (Style::STRONG, Role::Strong),
            (Style::EMPHASIS, Role::Emphasis),
            (Style::STRUCK, Role::Strike),
        ];
        for (_, role) in roles.into_iter().filter(|(style, _)| is(*style)) {
            look = look.with(theme.look(role));
        }
        let weight = match look.weight {
            _ if is(Style::STRONG) => Weight::Bold,
            _ if is(Style::DIM) => Weight::Dim,
            weight => weight,
        };
        Look {
            weight,
            italic: look.italic || is(Style::EMPHASIS),
            underline: look.underline || is(Style::UNDERLINED),
            struck: look.struck || is(Style::STRUCK),
            reverse: look.reverse || is(Style::REVERSED) || is(Style::HIGHLIGHTED),
            colour: colours.foreground.or(look.colour),
            ground: colours.background.or(look.ground),
        }
    }

    /// Returns the colours that the text of `mark` was sent to a terminal in, where they are shown.
    fn colours(&self, mark: &Mark) -> TerminalLook {
        let look = match mark.extra {
            Some(Extra::Look(number)) if self.theme.has_colours() => {
                self.looks.get(number as usize)
            }
            _ => None,
        };
        look.copied().unwrap_or_default()
    }
}

/// Returns whether some bytes are of both.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Returns the role of a token of code.
fn role(kind: TokenKind) -> Role {
    match kind {
        TokenKind::Comment => Role::CodeComment,
        TokenKind::Text => Role::CodeText,
        TokenKind::Number => Role::CodeNumber,
        TokenKind::Keyword => Role::CodeKeyword,
        TokenKind::Name => Role::CodeName,
        TokenKind::Inserted => Role::Inserted,
        TokenKind::Deleted => Role::Deleted,
    }
}

/// Returns those of `bytes` of `part` that are selected.
fn selected(state: &State, part: usize, bytes: &Range<usize>) -> Range<usize> {
    let Focus::Selecting(selection) = state.focus() else { return 0..0 };
    within(&selection.range(state.book().document()), part, bytes)
}

/// Returns those of `bytes` of `part` that are highlighted, and how they look.
fn highlighted(state: &State, part: usize, bytes: &Range<usize>) -> Vec<(Range<usize>, Look)> {
    let theme = &state.settings().theme;
    let range = Position::new(part, bytes.start)..Position::new(part, bytes.end);
    let marks = state.book().marks().over(range);
    let look = |mark: &PlaceMark| {
        let colour = mark.colour()?;
        Some((within(mark.range(), part, bytes), theme.look(Role::highlight(colour))))
    };
    marks.filter_map(look).collect()
}

/// Returns those of `bytes` of `part` that have a note.
fn noted(state: &State, part: usize, bytes: &Range<usize>) -> Vec<Range<usize>> {
    let range = Position::new(part, bytes.start)..Position::new(part, bytes.end);
    let notes = state.book().marks().over(range).filter(|mark| mark.note().is_some());
    notes.map(|mark| within(mark.range(), part, bytes)).collect()
}

/// Returns those of `bytes` of `part` that are in `range`.
fn within(range: &Range<Position>, part: usize, bytes: &Range<usize>) -> Range<usize> {
    let byte = |place: Position| match place.part.cmp(&part) {
        Ordering::Less => bytes.start,
        Ordering::Equal => place.byte.clamp(bytes.start, bytes.end),
        Ordering::Greater => bytes.end,
    };
    byte(range.start)..byte(range.end)
}

/// Paints how far into the document the page is, where there are matches, and where sections begin; nothing where
/// the page shows it all.
fn scroll_bar(state: &State, canvas: &mut Canvas) {
    let Some(Area { x, y: top, rows, .. }) = state.view().scroll_bar() else { return };
    let (start, end) = state.view().shown();
    let first = ((start * rows as f64) as usize).min(rows.saturating_sub(1));
    let last = ((end * rows as f64).ceil() as usize).clamp(first + 1, rows);
    let theme = &state.settings().theme;
    let mut matches = state.finder().find().map_or(Vec::new(), |find| find.ticks(rows));
    // Where most rows have some, their ticks tell nothing.
    if matches.iter().filter(|tick| **tick).count() * 2 > rows {
        matches.clear();
    }
    let sections = state.view().section_ticks();
    let ticked = |ticks: &[bool], y: usize| ticks.get(y).is_some_and(|tick| *tick);
    let plain = |look: Look| Look { underline: false, weight: Weight::Normal, ..look };
    let coloured = theme.has_colours();
    for y in 0..rows {
        let thumb = (first..last).contains(&y);
        let look = if thumb { Look::default() } else { theme.look(Role::Faint) };
        let (sign, look) = if ticked(&matches, y) {
            let sign = if coloured { canvas.bar(thumb) } else { canvas.tick(thumb) };
            (sign, plain(theme.look(Role::Match)))
        } else if ticked(sections, y) && coloured {
            (canvas.bar(thumb), plain(theme.look(Role::heading(1))))
        } else if ticked(sections, y) {
            (canvas.section_tick(thumb), look)
        } else {
            (canvas.bar(thumb), look)
        };
        canvas.text(x, top + y, 1, &sign, look);
    }
}
