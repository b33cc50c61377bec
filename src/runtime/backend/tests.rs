//! What a terminal shows after a frame is what the frame holds; and a page takes few bytes.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::*;

const SIZE: Size = Size { width: 24, height: 6 };

/// Sends the frames in turn through one painter to a terminal, and returns the terminal and the bytes.
fn shown(size: Size, frames: &[Buffer]) -> (vt100::Parser, Vec<u8>) {
    let (rows, columns) = (size.height.try_into().unwrap(), size.width.try_into().unwrap());
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    let mut painter = Painter::new(Vec::new(), size, String::new());
    let mut before = Buffer::empty(area(size));
    for frame in frames {
        painter.draw(before.diff_iter(frame)).unwrap();
        painter.flush().unwrap();
        before = frame.clone();
    }
    terminal.process(&painter.out);
    (terminal, painter.out)
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

/// Returns the frame of `size` with `lines`, each from a column on.
fn frame(size: Size, lines: &[(u16, &str, Style)]) -> Buffer {
    let mut frame = Buffer::empty(area(size));
    for (y, (x, text, style)) in (0..).zip(lines) {
        frame.set_string(*x, y, text, *style);
    }
    frame
}

fn plain(lines: &[&str]) -> Buffer {
    let lines: Vec<_> = lines.iter().map(|line| (0, *line, Style::new())).collect();
    frame(SIZE, &lines)
}

/// Returns what is written between the frame's update marks.
fn written(frames: &[Buffer]) -> String {
    let (_, bytes) = shown(SIZE, frames);
    let text = String::from_utf8(bytes).unwrap();
    let last = text.rsplit("\x1b[?2026h").next().unwrap();
    last.trim_end_matches("\x1b[?2026l").to_owned()
}

#[test]
fn a_run_of_ideographs_needs_no_word_about_places() {
    assert_eq!(written(&[plain(&["红楼梦，abc。", "第一回"])]), "\x1b[1;1H红楼梦，abc。\r\n第一回");
}

#[test]
fn the_place_is_told_after_what_terminals_measure_differently() {
    assert_eq!(written(&[plain(&["“红”——楼"])]), "\x1b[1;1H“\x1b[2G红”\x1b[5G—\x1b[6G—\x1b[7G楼");
}

#[test]
fn what_an_emoji_may_leave_uncovered_is_erased_first() {
    assert_eq!(written(&[plain(&["🦊a"])]), "\x1b[1;1H\x1b[2X🦊\x1b[3Ga");
}

#[test]
fn what_opens_the_terminal_goes_out_once_with_the_first_frame_whatever_that_holds() {
    let mut painter = Painter::new(Vec::new(), SIZE, "opening".to_owned());
    assert_eq!(painter.out, b"");
    painter.flush().unwrap();
    painter.flush().unwrap();
    assert_eq!(painter.out, b"opening\x1b[?2026h\x1b[?2026l");
}

#[test]
fn what_did_not_change_is_not_sent() {
    let page = plain(&["满纸荒唐言"]);
    assert_eq!(written(&[page.clone(), page]).matches('言').count(), 1);
}

#[test]
fn a_short_way_over_unchanged_cells_is_written_again() {
    let frames = [plain(&["满纸荒唐言", ""]), plain(&["一纸辛酸泪"])];
    assert_eq!(written(&frames), "\r一纸辛酸泪");
}

#[test]
fn the_rest_of_a_row_is_erased_at_once() {
    let frames = [plain(&["an old line of words"]), plain(&["an"])];
    assert_eq!(written(&frames), "\x1b[4G\x1b[K");
}

#[test]
fn styles_are_turned_on_and_off_in_one_sequence() {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let red = Style::new().fg(Color::Red).bg(Color::Indexed(9));
    let mut page = frame(SIZE, &[(0, "ab", bold)]);
    page.set_string(2, 0, "cd", red);
    page.set_string(4, 0, "ef", Style::new());
    assert_eq!(written(&[page]), "\x1b[1;1H\x1b[1mab\x1b[0;31;48;5;9mcd\x1b[mef");
}

#[test]
fn a_page_of_chinese_takes_little_more_than_its_letters() {
    let size = Size::new(80, 24);
    let text = "满纸荒唐言，一把辛酸泪。都云作者痴，谁解其中味？".repeat(4);
    let lines: Vec<String> =
        (0..24).map(|row| text.chars().cycle().skip(row * 7).take(39).collect()).collect();
    let lines: Vec<_> = lines.iter().map(|line| (0, line.as_str(), Style::new())).collect();
    let letters: usize = lines.iter().map(|line| line.1.len()).sum();
    let (_, bytes) = shown(size, &[frame(size, &lines)]);
    assert!(bytes.len() < letters + 24 * 4, "{} for {letters}", bytes.len());
}

/// Clusters of every kind that a terminal without knowledge of clusters shows as we do.
fn cluster() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a", "z", " ", "~", "红", "楼", "，", "。", "の", "ガ", "한", "글", "“", "”", "—", "…",
        "①", "é", "e\u{301}", "ก", "🦊", "🇨", "㎏", "𠀀", "ｶ", "\u{3000}", "α", "〰", "ｶﾞ",
    ])
}

/// Clusters that such a terminal makes more of than we do.
fn joined() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["👩\u{200d}🚀", "👍🏽", "👨\u{200d}👩\u{200d}👧"])
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![
        Style::new(),
        Style::new().add_modifier(Modifier::BOLD),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().fg(Color::Rgb(1, 2, 3)),
        Style::new().fg(Color::LightBlue).bg(Color::Indexed(7)).add_modifier(Modifier::UNDERLINED),
    ])
}

type Pieces = Vec<(u16, u16, Vec<&'static str>, Style)>;

/// Places and what is written there.
fn pieces(cluster: impl Strategy<Value = &'static str>) -> impl Strategy<Value = Pieces> {
    let piece = (0..SIZE.width, 0..SIZE.height, prop::collection::vec(cluster, 1..14), style());
    prop::collection::vec(piece, 0..9)
}

fn frame_of(pieces: &Pieces) -> Buffer {
    let mut frame = Buffer::empty(area(SIZE));
    for (x, y, clusters, style) in pieces {
        let mut x = *x;
        for cluster in clusters {
            let cells = cluster_cells(cluster);
            // vt100 goes on in the next row whether or not it was told to; the program tells it not to.
            let taken = cells + CellPlace::stale(cell_of(cluster)).overhang() as u16;
            if x + taken > SIZE.width {
                break;
            }
            if let Some(left) = x.checked_sub(1)
                && frame[(left, *y)].cell_width() > 1
            {
                frame[(left, *y)].set_symbol(" ");
            }
            for covered in x..x + cells {
                frame[(covered, *y)].reset();
                frame[(covered, *y)].set_style(*style);
            }
            frame[(x, *y)].set_symbol(cluster);
            x += cells;
        }
    }
    frame
}

fn cluster_cells(cluster: &str) -> u16 {
    cell_of(cluster).cell_width().max(1)
}

fn cell_of(cluster: &str) -> Cell {
    let mut cell = Cell::default();
    cell.set_symbol(cluster);
    cell
}

/// Checks that `terminal` shows `frame`, but for the clusters that it does not know.
fn check(terminal: &vt100::Parser, frame: &Buffer) -> Result<(), TestCaseError> {
    for y in 0..SIZE.height {
        let mut x = 0;
        while x < SIZE.width {
            let cell = &frame[(x, y)];
            let seen = terminal.screen().cell(y, x).unwrap();
            let text = if seen.has_contents() { seen.contents() } else { " " };
            if !cell.symbol().contains(['\u{200d}', '🏽']) {
                prop_assert_eq!(text, cell.symbol(), "at {}, {}", x, y);
                prop_assert_eq!(seen.bold(), cell.modifier.contains(Modifier::BOLD));
                prop_assert_eq!(seen.inverse(), cell.modifier.contains(Modifier::REVERSED));
                prop_assert_eq!(seen.underline(), cell.modifier.contains(Modifier::UNDERLINED));
                prop_assert_eq!(seen.bgcolor(), colour(cell.bg), "at {}, {}", x, y);
                if text != " " {
                    prop_assert_eq!(seen.fgcolor(), colour(cell.fg));
                }
            }
            x += cell.cell_width().max(1);
        }
    }
    Ok(())
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Indexed(index) => vt100::Color::Idx(index),
        _ => vt100::Color::Default,
    }
}

proptest! {
    #[test]
    fn a_terminal_shows_what_the_frames_hold(
        frames in prop::collection::vec(pieces(cluster()), 1..4),
    ) {
        let frames: Vec<Buffer> = frames.iter().map(frame_of).collect();
        let (terminal, _) = shown(SIZE, &frames);
        check(&terminal, frames.last().unwrap())?;
    }

    #[test]
    fn a_terminal_that_joins_no_emoji_shows_the_rest_in_place(
        frames in prop::collection::vec(pieces(prop_oneof![cluster(), joined()]), 1..4),
    ) {
        let frames: Vec<Buffer> = frames.iter().map(frame_of).collect();
        let (terminal, _) = shown(SIZE, &frames);
        check(&terminal, frames.last().unwrap())?;
    }

    #[test]
    fn nothing_but_the_known_sequences_is_sent(frame in pieces(cluster())) {
        let (_, bytes) = shown(SIZE, &[frame_of(&frame)]);
        let text = String::from_utf8(bytes).unwrap();
        for rest in text.split('\x1b').skip(1) {
            let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            prop_assert!(rest.starts_with('[') && "HGKXmhl".contains(&rest[end..=end]), "{rest}");
        }
    }
}

#[test]
fn a_link_is_begun_and_ended_around_its_cells() {
    let led = Style::new().underline_color(Color::Rgb(0, 1, 2));
    let mut frame = frame(SIZE, &[(0, "ab", led)]);
    frame.set_string(2, 0, "c", Style::new());
    let mut painter = Painter::new(Vec::new(), SIZE, String::new());
    painter.set_links(vec![(0x102, "https://a.example/".to_owned())]);
    painter.draw(Buffer::empty(area(SIZE)).diff_iter(&frame)).unwrap();
    painter.flush().unwrap();
    let text = String::from_utf8(painter.out).unwrap();
    assert!(text.contains("\x1b]8;id=258;https://a.example/\x1b\\ab\x1b]8;;\x1b\\c"), "{text:?}");
}

#[test]
fn a_link_that_leads_nowhere_sends_no_address() {
    let led = Style::new().underline_color(Color::Rgb(0, 1, 2));
    let text = written(&[frame(SIZE, &[(0, "ab", led)])]);
    assert!(!text.contains("id="), "{text:?}");
}
