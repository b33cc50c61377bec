//! A large part in pieces, each a part by itself.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use super::{Block, BlockKind, Extra, Frame, FrameKind, Mark, Markup, Part};

impl Part {
    /// Returns the part in pieces, one for each of `cuts` and one for what follows: a piece ends at the last block that
    /// begins before its cut, in bytes of the text. Where no block does, it is empty. What lies over the text goes with it.
    pub fn sliced(&self, cuts: &[usize]) -> Vec<Self> {
        let mut first = 0;
        let ends =
            cuts.iter().map(|cut| self.blocks.partition_point(|block| block.range.start < *cut));
        let mut slices = Vec::with_capacity(cuts.len() + 1);
        for end in ends.chain([self.blocks.len()]) {
            let end = end.max(first);
            slices.push(self.slice_of(first..end));
            first = end;
        }
        slices
    }

    /// Returns the part of the blocks `of`.
    fn slice_of(&self, of: Range<usize>) -> Self {
        let blocks = self.blocks.get(of).unwrap_or_default();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            return Self::default();
        };
        let bytes = first.range.start..last.range.end;
        let mut slice = Slice {
            part: self,
            shown: SliceWindow(bytes.clone()),
            frames: HashMap::new(),
            tables: Renumbered::default(),
            markup: Markup::default(),
        };
        let blocks = blocks.iter().map(|block| slice.block(block, first.line)).collect();
        slice.marks();
        slice.places();
        Self::new(self.slice(bytes).to_owned(), blocks, slice.markup)
    }
}

/// The bytes of the whole that a piece shows.
struct SliceWindow(Range<usize>);

impl SliceWindow {
    /// Returns where `range` of the whole lies in the piece, as far as it does.
    fn range(&self, range: &Range<usize>) -> Range<usize> {
        let within = |byte: usize| byte.clamp(self.0.start, self.0.end) - self.0.start;
        within(range.start)..within(range.end)
    }
}

/// A piece while it is taken out.
struct Slice<'a> {
    part: &'a Part,
    shown: SliceWindow,
    /// The frames of the whole that are taken over, with their numbers in the piece.
    frames: HashMap<u32, u32>,
    tables: Renumbered<u16>,
    markup: Markup,
}

impl Slice<'_> {
    /// Returns `block` as it stands in the piece, which begins at `line` of the whole.
    fn block(&mut self, block: &Block, line: u32) -> Block {
        Block {
            range: self.shown.range(&block.range),
            kind: self.kind(block.kind),
            frame: block.frame.and_then(|frame| self.frame(frame)),
            line: block.line.saturating_sub(line),
            ..block.clone()
        }
    }

    /// Returns `kind` with the number that its table has in the piece.
    fn kind(&mut self, kind: BlockKind) -> BlockKind {
        let BlockKind::TableRow(number) = kind else { return kind };
        let kept = self.tables.take(number, &self.part.markup.tables, &mut self.markup.tables);
        BlockKind::TableRow(kept.unwrap_or(number))
    }

    /// Returns the number that frame `index` of the whole has in the piece.
    fn frame(&mut self, index: u32) -> Option<u32> {
        if let Some(known) = self.frames.get(&index) {
            return Some(*known);
        }
        let frame = self.part.markup.frames.get(index as usize)?;
        let parent = frame.parent.and_then(|parent| self.frame(parent));
        let kind = match &frame.kind {
            FrameKind::List { widest, tight } => {
                FrameKind::List { widest: self.shown.range(widest), tight: *tight }
            }
            FrameKind::Item { marker } => FrameKind::Item { marker: self.shown.range(marker) },
            FrameKind::Note { marker } => FrameKind::Note { marker: self.shown.range(marker) },
            FrameKind::Code { language } => {
                FrameKind::Code { language: language.and_then(|number| self.language(number)) }
            }
            kind => kind.clone(),
        };
        let number = self.markup.frames.len() as u32;
        self.markup.frames.push(Frame { parent, kind });
        self.frames.insert(index, number);
        Some(number)
    }

    /// Returns the number that language `number` of the whole has in the piece.
    fn language(&mut self, number: u16) -> Option<u16> {
        let name = self.part.markup.languages.get(usize::from(number))?;
        let languages = &mut self.markup.languages;
        let at = languages.iter().position(|known| known == name).unwrap_or(languages.len());
        if at == languages.len() {
            languages.push(name.clone());
        }
        Some(at as u16)
    }

    /// Takes over the marks and what belongs to them.
    fn marks(&mut self) {
        let whole = &self.part.markup;
        let (mut links, mut readings, mut looks) =
            (Renumbered::default(), Renumbered::default(), Renumbered::default());
        for mark in self.part.marks_in(self.shown.0.clone()) {
            let extra = mark.extra.and_then(|extra| match extra {
                Extra::Reading(number) => {
                    let kept = readings.take(number, &whole.readings, &mut self.markup.readings);
                    kept.map(Extra::Reading)
                }
                Extra::Look(number) => {
                    looks.take(number, &whole.looks, &mut self.markup.looks).map(Extra::Look)
                }
            });
            let link = mark
                .link
                .and_then(|number| links.take(number, &whole.links, &mut self.markup.links));
            let range = self.shown.range(&mark.range);
            self.markup.marks.push(Mark { range, link, extra, ..mark.clone() });
        }
    }

    /// Takes over the names of places, the printed pages and the cells of tables.
    fn places(&mut self) {
        let within = |range: &Range<usize>| {
            range.start >= self.shown.0.start && range.start <= self.shown.0.end
        };
        let whole = &self.part.markup;
        for (name, range) in whole.anchors.iter().filter(|(_, range)| within(range)) {
            self.markup.anchors.push((name.clone(), self.shown.range(range)));
        }
        for (name, byte) in &whole.pages {
            let range = *byte..*byte;
            if within(&range) {
                self.markup.pages.push((name.clone(), self.shown.range(&range).start));
            }
        }
        for cell in whole.cells.iter().filter(|cell| within(&cell.range)) {
            let range = self.shown.range(&cell.range);
            self.markup.cells.push(super::Cell { range, columns: cell.columns });
        }
    }
}

/// The numbers of the whole that a piece has taken over, with its own.
#[derive(Default)]
struct Renumbered<N>(HashMap<N, N>);

impl<N: Copy + Eq + Hash + TryFrom<usize> + TryInto<usize>> Renumbered<N> {
    /// Returns the number in `own` of what `all` has at `number`, taking it over where it was not yet.
    fn take<T: Clone>(&mut self, number: N, all: &[T], own: &mut Vec<T>) -> Option<N> {
        if let Some(known) = self.0.get(&number) {
            return Some(*known);
        }
        let taken = all.get(number.try_into().ok()?)?;
        let at = N::try_from(own.len()).ok()?;
        own.push(taken.clone());
        self.0.insert(number, at);
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Alignment, Cell, Style, Table, Target};
    use super::*;

    /// Returns a part of three blocks in one quotation, a link in each, a name at the second, a row of a table last.
    fn whole() -> Part {
        let text = "one two\nthree\na\tb";
        let block = |range: Range<usize>, kind, line| Block {
            frame: Some(1),
            line,
            ..Block::new(range, kind)
        };
        let link = |range, number| Mark { link: Some(number), ..Mark::new(range) };
        let frames = [FrameKind::Aside, FrameKind::Quote].map(|kind| Frame { parent: None, kind });
        Part::new(
            text.to_owned(),
            vec![
                block(0..7, BlockKind::Paragraph, 0),
                block(8..13, BlockKind::Heading(1), 1),
                block(14..17, BlockKind::TableRow(0), 2),
            ],
            Markup {
                frames: frames.into(),
                marks: vec![
                    link(0..3, 0),
                    link(8..13, 1),
                    Mark { style: Style::STRONG, ..link(14..15, 1) },
                ],
                links: ["a", "b"].map(|href| Target::Address(href.into())).into(),
                anchors: vec![("here".into(), 8..13), ("top".into(), 0..7)],
                pages: vec![("7".into(), 4), ("8".into(), 9)],
                tables: vec![Table { columns: [Alignment::Start; 2].into(), heading_rows: 0 }],
                cells: vec![Cell { range: 14..15, columns: 1 }, Cell { range: 16..17, columns: 1 }],
                ..Markup::default()
            },
        )
    }

    #[test]
    fn pieces_end_between_blocks_and_have_all_text_once() {
        let whole = whole();
        let texts = |cuts: &[usize]| {
            whole.sliced(cuts).iter().map(|one| one.text().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&[]), [whole.text()]);
        assert_eq!(texts(&[1]), ["one two", "three\na\tb"]);
        assert_eq!(texts(&[8]), ["one two", "three\na\tb"]);
        assert_eq!(texts(&[9, 10]), ["one two\nthree", "", "a\tb"]);
        assert_eq!(texts(&[0, 99]), ["", whole.text(), ""]);
    }

    #[test]
    fn code_has_its_language_in_every_piece() {
        let text = "a\nb\nc";
        let code = |number| FrameKind::Code { language: Some(number) };
        let frames = [0, 1, 1].map(|number| Frame { parent: None, kind: code(number) });
        let block = |frame| Block {
            frame: Some(frame),
            line: frame,
            ..Block::new(frame as usize * 2..frame as usize * 2 + 1, BlockKind::Paragraph)
        };
        let markup = Markup {
            frames: frames.into(),
            languages: ["c", "rust"].map(Into::into).into(),
            ..Markup::default()
        };
        let whole = Part::new(text.to_owned(), [0, 1, 2].map(block).into(), markup);
        let slices = whole.sliced(&[2]);
        assert_eq!(*slices[0].markup().languages, ["c".into()]);
        assert_eq!(*slices[1].markup().languages, ["rust".into()], "two of one language have one");
        let kinds = slices[1].markup().frames.iter().map(|frame| &frame.kind);
        assert_eq!(kinds.collect::<Vec<_>>(), [&code(0), &code(0)]);
    }

    #[test]
    fn what_lies_over_the_text_goes_with_it() {
        let slices = whole().sliced(&[8]);
        let [head, tail] = slices.as_slice() else { panic!("two pieces") };
        assert_eq!(head.markup().links.len(), 1);
        assert_eq!(tail.markup().links, [Target::Address("b".into())]);
        assert_eq!(tail.anchor("here"), Some(0..5));
        assert_eq!((tail.anchor("top"), head.anchor("top")), (None, Some(0..7)));
        assert_eq!(head.markup().pages, [("7".into(), 4)]);
        assert_eq!(tail.markup().pages, [("8".into(), 1)]);
        let [title, row] = tail.blocks() else { panic!("two blocks") };
        assert_eq!((title.line, row.line), (0, 1));
        assert_eq!(
            tail.frames_of(row).map(|frame| &frame.kind).collect::<Vec<_>>(),
            [&FrameKind::Quote]
        );
        assert_eq!(
            tail.cells_of(row)
                .iter()
                .map(|cell| tail.slice(cell.range.clone()))
                .collect::<Vec<_>>(),
            ["a", "b"]
        );
        assert!(
            tail.table(0).is_some()
                && tail.markup().marks.last().is_some_and(|mark| mark.link == Some(0))
        );
    }
}
