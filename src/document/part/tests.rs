use super::*;

/// Returns a part whose blocks are `lines`.
fn part(lines: &[&str], markup: Markup) -> Part {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for line in lines {
        blocks.push(Block::new(text.len()..text.len() + line.len(), BlockKind::Paragraph));
        text.push_str(line);
        text.push('\n');
    }
    Part::new(text, blocks, markup)
}

#[test]
fn the_marks_of_a_row_are_those_that_share_a_byte_with_it() {
    let marks = [0..2, 4..6, 6..8, 9..10].map(Mark::new).to_vec();
    let part = part(&["0123456789"], Markup { marks, ..Markup::default() });
    let found =
        |range| part.marks_in(range).iter().map(|mark| mark.range.start).collect::<Vec<_>>();
    assert_eq!(found(0..10), [0, 4, 6, 9]);
    assert!(found(2..4).is_empty());
    assert_eq!(found(5..7), [4, 6]);
    assert_eq!(found(1..2), [0]);
}

#[test]
fn the_frames_of_a_block_are_told_from_the_inside() {
    let frame = |parent, kind| Frame { parent, kind };
    let frames = vec![frame(None, FrameKind::Quote), frame(Some(0), FrameKind::Aside)];
    let part = part(&["a"], Markup { frames, ..Markup::default() });
    let inside = Block { frame: Some(1), ..part.blocks()[0].clone() };
    let kinds: Vec<_> = part.frames_of(&inside).map(|frame| frame.kind.clone()).collect();
    assert_eq!(kinds, [FrameKind::Aside, FrameKind::Quote]);
    assert_eq!(part.frames_of(&part.blocks()[0]).count(), 0);
}

#[test]
fn a_name_stands_for_its_text_and_one_that_is_not_there_for_none() {
    let anchors = vec![("a".into(), 0..1), ("b".into(), 2..3)];
    let part = part(&["x", "y"], Markup { anchors, ..Markup::default() });
    assert_eq!(part.anchor("b"), Some(2..3));
    assert_eq!([part.anchor("ab"), part.anchor("c")], [None, None]);
}

#[test]
fn the_cells_of_a_row_are_its_own_the_empty_ones_too() {
    let cell = |range| Cell { range, columns: 1 };
    let cells = [0..0, 1..2, 3..3, 4..5, 6..6].map(cell).to_vec();
    let text = "\ta\t\nb\t\n".to_owned();
    let row = |range| Block::new(range, BlockKind::TableRow(0));
    let part = Part::new(text, vec![row(0..3), row(4..6)], Markup { cells, ..Markup::default() });
    let starts = |block: usize| {
        let cells = part.cells_of(&part.blocks()[block]);
        cells.iter().map(|cell| cell.range.start).collect::<Vec<_>>()
    };
    assert_eq!([starts(0), starts(1)], [vec![0, 1, 3], vec![4, 6]]);
}

#[test]
fn what_lies_over_a_text_counts_as_memory() {
    let plain = part(&["x"], Markup::default()).bytes();
    let address = "https://example.org/".repeat(100);
    let length = address.len();
    let links = vec![Target::Address(address.into())];
    assert!(part(&["x"], Markup { links, ..Markup::default() }).bytes() >= plain + length);
}

#[test]
fn styles_add_up() {
    let both = Style::STRONG | Style::EMPHASIS;
    assert!(both.has(Style::STRONG) && both.has(both) && !Style::STRONG.has(both));
    assert!(Style::default().is_plain() && !both.is_plain());
}
