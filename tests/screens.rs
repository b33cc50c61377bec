//! What is on the screen, as pictures: the state painted on a backend in memory.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

#[path = "support/frame.rs"]
mod frame;

use std::sync::Arc;

use kanshu::app::{Effect, Focus, Message, Session, Setup, Size};
use kanshu::budget::LINE_CHARS;
use kanshu::config::{Colours, Config, Depth, Themes, read, read_theme};
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::markdown::Markdown;
use kanshu::format::plain::PlainText;
use kanshu::format::{self, Format, OpenOptions};
use kanshu::input::{Key, KeyCode, Mouse, MouseKind, Preset};
use kanshu::layout::Ruby;
use kanshu::shelf::{Digest, Presence, Recent, RecordName};
use kanshu::ui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// An original story of two chapters.
const STORY: &str = "\
第一章 风起

天色将明的时候，他推开了门，外面没有人，只有风从北边吹过来，吹得檐下的铁马叮当作响。他想起了 2019 年的那个冬天，“那时候，”他说，“我们都还年轻。”

> 信上只有一句话：不要回来。
他把信折好——折了三次——放进怀里。

第二章 夜雨

雨下了一夜。
";

/// A reader at work, whose long work is done at once.
struct Reader(Session);

impl Reader {
    fn open(text: &str, columns: usize, rows: usize) -> Self {
        Self::set_up(text, columns, rows, Setup::default())
    }

    fn set_up(text: &str, columns: usize, rows: usize, setup: Setup) -> Self {
        let source = PlainText::open(Arc::new(text.to_owned()), Choice::default());
        let document = Document::new(Arc::new(source));
        Self(Session::open(document, "故事.txt", setup, Size::new(columns, rows)))
    }

    /// Opens a web page, the readings of words set so.
    fn page(html: &str, columns: usize, rows: usize, ruby: Ruby) -> Self {
        let options = OpenOptions { format: Format::named("html"), ..OpenOptions::default() };
        let source = format::open(Arc::new(html.to_owned()), &options).unwrap();
        let mut setup = Setup::default();
        setup.config.layout.ruby = ruby;
        Self(Session::open(Document::new(source), "頁", setup, Size::new(columns, rows)))
    }

    /// Returns a reader of `text`, which is in Markdown.
    fn marked(text: &str, columns: usize, rows: usize) -> Self {
        let source = Markdown::open(Arc::new(text.to_owned()), Choice::default()).unwrap();
        let document = Document::new(Arc::new(source));
        Self(Session::open(document, "a.md", Setup::default(), Size::new(columns, rows)))
    }

    fn tell(&mut self, message: Message) {
        self.0.tell(message);
    }

    fn press(mut self, code: KeyCode) -> Self {
        self.tell(Message::Key(Key::plain(code)));
        self
    }

    fn ctrl(mut self, c: char) -> Self {
        self.tell(Message::Key(Key::ctrl(c)));
        self
    }

    fn shift(mut self, code: KeyCode) -> Self {
        self.tell(Message::Key(Key::shift(code)));
        self
    }

    fn keys(self, keys: &str) -> Self {
        keys.chars().fold(self, |reader, c| reader.press(KeyCode::Char(c)))
    }

    fn point(&mut self, kind: MouseKind, (column, row): (usize, usize), clicks: usize) {
        self.tell(Message::Mouse { mouse: Mouse { kind, column, row }, clicks });
    }

    /// Returns the first cell from column `from` on that shows the beginning of `text`.
    fn cell_of(&self, text: &str, from: u16) -> (usize, usize) {
        let buffer = self.paint();
        let shows = |(x, y): (u16, u16)| {
            let cells = (x..buffer.area.width).map(|x| buffer[(x, y)].symbol());
            cells.collect::<String>().replace(' ', "").starts_with(text)
        };
        let rows = 0..buffer.area.height;
        let mut cells = rows.flat_map(|y| (from..buffer.area.width).map(move |x| (x, y)));
        let found = cells.find(|(x, y)| buffer[(*x, *y)].symbol() != " " && shows((*x, *y)));
        assert!(found.is_some(), "{text} in\n{}", self.screen());
        let (x, y) = found.unwrap();
        (usize::from(x), usize::from(y))
    }

    /// Clicks on `text`, where it is shown first.
    fn click(self, text: &str) -> Self {
        let cell = self.cell_of(text, 0);
        self.click_at(cell)
    }

    fn click_at(mut self, cell: (usize, usize)) -> Self {
        self.point(MouseKind::Press, cell, 1);
        self.point(MouseKind::Release, cell, 1);
        self
    }

    fn is_on_page(&self) -> bool {
        matches!(self.0.state().focus(), Focus::Page)
    }

    fn resize(mut self, columns: usize, rows: usize) -> Self {
        self.tell(Message::Resize(Size::new(columns, rows)));
        self
    }

    /// Paints the state and returns its cells.
    fn paint(&self) -> Buffer {
        let size = self.0.state().size();
        let backend = TestBackend::new(size.columns as u16, size.rows as u16);
        let mut terminal = Terminal::new(backend).unwrap();
        terminal.draw(|frame| view(self.0.state(), frame)).unwrap();
        let painted = terminal.backend().buffer().clone();
        frame::check(&painted);
        painted
    }

    /// Returns the screen as text, each row between bars so that the blanks at its end are seen.
    fn screen(&self) -> String {
        let buffer = self.paint();
        let row = |y| {
            let mut line = String::from("|");
            let mut x = 0;
            while x < buffer.area.width {
                line.push_str(buffer[(x, y)].symbol());
                x += buffer[(x, y)].cell_width().max(1);
            }
            assert_eq!(x, buffer.area.width, "a wide cluster straddles the edge in row {y}");
            line + "|\n"
        };
        (0..buffer.area.height).map(row).collect()
    }

    /// Returns the text of the cells that have `modifier`.
    fn with(&self, modifier: Modifier) -> String {
        self.of(|cell| cell.modifier.contains(modifier))
    }

    /// Returns what the cells show that look `so`, without blanks.
    fn of(&self, so: impl Fn(&Cell) -> bool) -> String {
        let buffer = self.paint();
        let cells = buffer.content.iter().filter(|cell| so(cell));
        cells.map(Cell::symbol).collect::<String>().split_whitespace().collect()
    }
}

fn story() -> Reader {
    Reader::open(STORY, 40, 15)
}

#[test]
fn a_page() {
    insta::assert_snapshot!(story().screen());
}

/// Two paragraphs, of which one has readings.
const RUBY: &str = "<p lang=ja><ruby>渡<rt>わた</rt></ruby>し<ruby>守<rt>もり</rt></ruby>の娘は\
    <ruby>向<rt>む</rt></ruby>こう<ruby>岸<rt>ぎし</rt></ruby>を見ていた。\
    <ruby>今日<rt>きょう</rt></ruby>も<ruby>渡<rt>わた</rt></ruby>し<ruby>舟<rt>ぶね</rt></ruby>は来ない。\
    <p>雨の音だけがする。";

#[test]
fn a_page_with_readings() {
    for (name, ruby) in [("after", Ruby::After), ("hidden", Ruby::Hidden), ("above", Ruby::Above)] {
        let reader = Reader::page(RUBY, 30, 9, ruby).keys("/渡し守").press(KeyCode::Enter);
        insta::assert_snapshot!(format!("ruby_{name}"), reader.screen());
    }
}

#[test]
fn a_page_of_rows_of_two_lines_goes_on_where_it_ends() {
    let many = RUBY.repeat(4);
    let screens = |keys| Reader::page(&many, 30, 8, Ruby::Above).keys(keys).screen();
    insta::assert_snapshot!(["", " ", "  b", "G", "Gk", "j"].map(screens).join("\n"));
    let low = Reader::page(RUBY, 30, 2, Ruby::Above);
    insta::assert_snapshot!(low.screen());
}

#[test]
fn the_line_of_readings_belongs_to_its_row() {
    let html = "<blockquote><p>渡し<ruby>守<rt>もり</rt></ruby></p></blockquote>\
        <table><tr><td><ruby>舟<rt>ふね</rt></ruby></td><td>岸</td></tr></table>";
    let reader = Reader::page(html, 24, 9, Ruby::Above);
    insta::assert_snapshot!("ruby_lines", reader.screen());
    let chosen = reader.keys("M").with(Modifier::REVERSED);
    assert!(chosen.contains("もり"), "{chosen}");
}

#[test]
fn a_page_on_a_wide_screen_is_centred() {
    insta::assert_snapshot!(story().resize(100, 12).screen());
}

#[test]
fn a_window_of_one_cell_shows_that_there_is_more() {
    assert_eq!(story().resize(1, 1).screen().lines().last(), Some("|>|"));
}

#[test]
fn a_page_on_a_narrow_screen() {
    insta::assert_snapshot!(story().resize(20, 10).screen());
}

#[test]
fn the_contents() {
    insta::assert_snapshot!(story().keys("t").screen());
}

#[test]
fn the_contents_are_a_tree_at_any_width() {
    for (columns, rows) in [(30, 10), (52, 12), (80, 12)] {
        let reader = Reader::open(&volumes(), columns, rows).keys("]5jt");
        insta::assert_snapshot!(format!("contents_{columns}"), reader.screen());
    }
    let folded = Reader::open(&volumes(), 52, 12).keys("]5jt").press(KeyCode::BackTab);
    insta::assert_snapshot!("contents_folded", folded.screen());
}

#[test]
fn a_line_is_chosen_and_made_a_heading() {
    let reader = story().resize(60, 12).keys("M").press(KeyCode::Down).press(KeyCode::Down);
    assert!(!reader.with(Modifier::REVERSED).is_empty());
    insta::assert_snapshot!("marking", reader.screen());
    insta::assert_snapshot!("marked", reader.keys("M").screen());
}

#[test]
fn what_became_of_the_lines_like_one_is_told() {
    for (columns, rows) in [(40, 15), (80, 24)] {
        let reader = Reader::open(&volumes(), columns, rows).keys("t").press(KeyCode::Down);
        let reader = reader.shift(KeyCode::Right).ctrl('a');
        insta::assert_snapshot!(format!("alike_{columns}"), reader.screen());
    }
    let reader = story().resize(80, 12).keys("3M*");
    insta::assert_snapshot!("alike_nothing", reader.screen());
}

#[test]
fn a_correction_in_the_contents_is_told() {
    for (columns, rows) in [(30, 8), (52, 10), (80, 12)] {
        let reader = Reader::open(&volumes(), columns, rows).keys("t").press(KeyCode::Down);
        insta::assert_snapshot!(
            format!("corrected_{columns}"),
            reader.press(KeyCode::Delete).screen()
        );
    }
}

#[test]
fn the_contents_narrowed_down() {
    insta::assert_snapshot!(story().keys("t雨").screen());
}

#[test]
fn the_contents_of_a_text_without_sections() {
    insta::assert_snapshot!(Reader::open("只有一句话。\n", 40, 6).keys("t").screen());
}

/// A story of two volumes, whose chapters have long titles.
fn volumes() -> String {
    let prose = "天色将明的时候，他推开了门，外面没有人，只有风从北边吹过来。\n".repeat(8);
    let chapter = |title: &str| format!("{title}\n\n{prose}\n");
    let first = ["卷一 北地\n\n第一章 风起的时候他们都还年轻", "第二章 夜雨"];
    let second = ["卷二 南归\n\n第三章 渡口", "第四章 灯塔在长堤的尽头亮了一夜"];
    [first, second].as_flattened().iter().map(|title| chapter(title)).collect()
}

#[test]
fn the_status_line_shows_the_way_to_the_section() {
    let reader = Reader::open(&volumes(), 80, 6).keys("3]5j");
    insta::assert_snapshot!(reader.screen());
    insta::assert_snapshot!(reader.resize(40, 6).screen());
}

#[test]
fn a_heading_above_the_page_sticks_to_its_top() {
    let reader = Reader::open(&volumes(), 50, 14).keys("H5]5j");
    insta::assert_snapshot!(reader.screen());
    insta::assert_snapshot!(
        reader.resize(24, 9).keys("/渡口").press(KeyCode::Enter).keys("&").screen()
    );
}

#[test]
fn a_search_being_typed() {
    insta::assert_snapshot!(story().keys("/时候").screen());
}

#[test]
fn a_search_that_finds_nothing() {
    insta::assert_snapshot!(story().keys("/zzz").screen());
}

#[test]
fn a_line_that_takes_no_more_says_so() {
    let mut reader = story().keys("/");
    reader.tell(Message::Paste("夜".repeat(LINE_CHARS)));
    insta::assert_snapshot!(reader.screen());
}

#[test]
fn a_search_with_its_switches() {
    let reader = story().keys("/是ー").ctrl('p').ctrl('w').press(KeyCode::Tab).keys("h");
    insta::assert_snapshot!(reader.resize(60, 15).screen());
}

#[test]
fn the_list_of_the_matches() {
    let reader = story().keys("/他").press(KeyCode::Enter).keys("&").press(KeyCode::Down);
    insta::assert_snapshot!(reader.screen());
    insta::assert_snapshot!(reader.resize(60, 8).keys("信").screen());
}

#[test]
fn a_prompt_before_anything_is_typed() {
    insta::assert_snapshot!(story().keys("/").screen());
}

#[test]
fn a_bad_pattern_is_told_with_its_place() {
    let reader = story().keys("/").ctrl('r').keys("风(雨");
    insta::assert_snapshot!(reader.screen());
    assert!(reader.with(Modifier::UNDERLINED).contains('('));
}

#[test]
fn matches_are_ticks_in_the_scroll_bar() {
    let text =
        (0..200).map(|line| if line % 37 == 9 { "找到\n" } else { "没有\n" }).collect::<String>();
    let reader = Reader::open(&text, 24, 21).keys("/找到").press(KeyCode::Enter);
    insta::assert_snapshot!(reader.screen());
    let frame = reader.paint();
    let base = frame[(23, 1)].bg;
    let ticked: Vec<u16> = (0..20).filter(|y| frame[(23, *y)].bg != base).collect();
    assert_eq!(ticked, [0, 4, 8, 12, 15, 19], "they have the ground of matches");
}

#[test]
fn the_help() {
    insta::assert_snapshot!(Reader::open(STORY, 80, 24).keys("?").screen());
}

#[test]
fn the_help_of_another_preset() {
    let config = Config { preset: Preset::Less, ..Config::default() };
    let reader = Reader::set_up(STORY, 80, 36, Setup { config, ..Setup::default() });
    insta::assert_snapshot!(reader.keys("h").screen());
}

#[test]
fn a_search_upwards_being_typed() {
    insta::assert_snapshot!(story().keys("G\\时候").screen());
}

#[test]
fn the_help_scrolled() {
    insta::assert_snapshot!(story().keys("?G").screen());
}

#[test]
fn controls_and_invalid_bytes_are_seen_and_counted() {
    let text = "a\u{1b}[31Jb\0c\u{9b}d\u{202e}e\u{7f}f\u{FFFD}";
    insta::assert_snapshot!(Reader::open(text, 40, 4).screen());
}

#[test]
fn a_popup_over_wide_characters_leaves_no_halves() {
    for columns in 30..50 {
        Reader::open(STORY, columns, 12).keys("t").screen();
        Reader::open(STORY, columns, 12).keys("?").screen();
    }
}

#[test]
fn every_size_is_painted() {
    for (columns, rows) in [(1, 1), (2, 1), (1, 9), (3, 3), (9, 2), (500, 200)] {
        for keys in ["", "t", "?", "/时", "G"] {
            story().resize(columns, rows).keys(keys).screen();
        }
    }
}

#[test]
fn matches_stand_out_over_row_ends() {
    let reader = story().resize(19, 20).keys("/他推开了门，外面没有人").press(KeyCode::Enter);
    // The scroll bar is ticked beside the match.
    let found = reader.of(|cell| cell.bg != Color::Reset).replace(['┤', '┫'], "");
    assert!(found.contains("他推开了门，外面没有人"), "{found}");
}

#[test]
fn a_line_that_goes_on_has_its_sign_in_windows_with_a_blank_before_the_bar_and_without() {
    let line = "a ".repeat(100);
    for columns in [40, 100] {
        let config = |wrap: bool| {
            let mut config = Config::default();
            config.page.wrap = wrap;
            config.view = kanshu::document::ViewMode::Verbatim;
            Setup { config, ..Setup::default() }
        };
        let first = |wrap| {
            let screen = Reader::set_up(&line, columns, 9, config(wrap)).screen();
            screen.lines().next().unwrap().to_owned()
        };
        assert!(first(true).contains('\\'), "{}", first(true));
        assert!(first(false).contains('>'), "{}", first(false));
    }
}

#[test]
fn headings_stand_out() {
    assert!(story().with(Modifier::BOLD).contains("第一章风起"));
}

#[test]
fn quotes_lean() {
    assert!(story().with(Modifier::ITALIC).contains("不要回来"));
}

#[test]
fn code_has_the_colours_of_its_language() {
    let text = "灯塔 `lamp`\n\n```rust\nlet 灯 = \"塔\"; // 海\n```\n";
    let reader = Reader::marked(text, 40, 10);
    assert_eq!(reader.of(|cell| cell.fg == Color::Magenta), "let");
    assert_eq!(reader.of(|cell| cell.fg == Color::Green), "\"塔\"");
    assert_eq!(reader.with(Modifier::ITALIC), "//海");
    assert!(reader.with(Modifier::DIM).starts_with("lamp灯=;"));
}

#[test]
fn each_role_looks_as_the_theme_says() {
    let own = "inherits = \"dark\"\nemphasis = { colour = \"#010203\" }\n\
        strong = { colour = \"#010204\" }\nstrike = { colour = \"#010205\" }\n\
        label = { ground = \"#010206\" }\nprompt = { ground = \"#010207\" }\n";
    let (theme, faults) = read_theme(own, |_| None);
    assert_eq!(faults, []);
    let themes = Themes { depth: Depth::True, own: vec![("mine".to_owned(), theme)], ground: None };
    let config = Config { theme: Some("mine".to_owned()), ..Config::default() };
    let text = "*leans* **weighs** ~~gone~~ [there](#x)\n".to_owned();
    let source = Markdown::open(Arc::new(text), Choice::default()).unwrap();
    let setup = Setup { config, themes, ..Setup::default() };
    let document = Document::new(Arc::new(source));
    let reader = Reader(Session::open(document, "a.md", setup, Size::new(40, 9)));
    let inked = |reader: &Reader, blue| reader.of(|cell| cell.fg == Color::Rgb(1, 2, blue));
    assert_eq!([3, 4, 5].map(|blue| inked(&reader, blue)), ["leans", "weighs", "gone"]);
    let on = |reader: &Reader, blue| reader.of(|cell| cell.bg == Color::Rgb(1, 2, blue));
    let reader = reader.keys("o");
    assert_eq!(on(&reader, 6), "a");
    let reader = reader.press(KeyCode::Esc).keys("/xyz");
    assert!(on(&reader, 7).starts_with("/xyz"), "{}", reader.screen());
}

#[test]
fn what_was_sent_in_a_colour_is_no_fainter_than_that() {
    let diff =
        "diff --git a/x b/x\n@@ -1 +1 @@\n\u{1B}[31m-old\u{1B}[m\n\u{1B}[2;32m+new\u{1B}[m\n";
    let reader = Reader::open(diff, 40, 9);
    assert_eq!(reader.of(|cell| cell.fg == Color::Red), "-old");
    let dim = reader.with(Modifier::DIM);
    assert!(!dim.contains("old") && dim.contains("+new"), "{dim}");
}

#[test]
fn a_ground_is_seen_where_it_was_written() {
    let text = format!("\u{1B}[41m{}\u{1B}[0m\n", "aaaa     ".repeat(3));
    let buffer = Reader::open(&text, 12, 9).paint();
    let look = |x: u16| if buffer[(x, 0)].bg == Color::Red { '#' } else { '.' };
    assert_eq!((0..12).map(look).collect::<String>(), ".#########..");
}

#[test]
fn what_is_told_in_several_rows_is_seen_over_a_panel() {
    let bookmarked = Reader::open(STORY, 40, 15).keys("]jjm").press(KeyCode::Enter);
    let told = bookmarked.keys("B").press(KeyCode::Delete).screen();
    assert!(told.contains("Deleted (^_ undoes): "), "{told}");
}

#[test]
fn documents_read_before() {
    const DAY: u64 = 86_400_000;
    let recent = |path: &str, days: u64, presence| Recent {
        record: RecordName::new(path, Digest::of(path.as_bytes())),
        path: path.to_owned(),
        presence,
        left: 100 * DAY - days * DAY,
        percent: (days != 9).then_some(days as u8 * 3),
        section: if days == 1 { String::new() } else { "第二章 夜雨".to_owned() },
    };
    for (name, columns, rows) in [("recent_40", 40, 15), ("recent_120", 120, 20)] {
        let mut reader = Reader::open(STORY, columns, rows).keys("R");
        let found = vec![
            recent("/home/reader/books/红楼梦.txt", 0, Presence::There),
            recent("/home/reader/README.md", 1, Presence::There),
            recent(
                "/media/stick/a very long name of a document that no list has room for.epub",
                8,
                Presence::Missing,
            ),
            recent("/home/reader/notes.md", 9, Presence::There),
        ];
        reader.0.tell(Message::Recent { job: 2, now: 100 * DAY, found, finished: true });
        insta::assert_snapshot!(name, reader.screen());
    }
}

#[test]
fn bookmarks_beside_the_page() {
    for (name, columns, rows) in [("bookmarks_40", 40, 15), ("bookmarks_120", 120, 20)] {
        let bookmarked = Reader::open(STORY, columns, rows).keys("mam").press(KeyCode::Enter);
        let reader = bookmarked.keys("]m").press(KeyCode::Enter).keys("B");
        insta::assert_snapshot!(name, reader.screen());
    }
    let reader = Reader::open(STORY, 80, 12).keys("m").press(KeyCode::Enter);
    insta::assert_snapshot!("bookmarked", reader.screen());
}

/// Returns a reader whose file of settings says `text`.
fn set(text: &str) -> Setup {
    let (config, faults) = read(text);
    assert_eq!(faults, []);
    Setup { config, ..Setup::default() }
}

#[test]
fn the_status_line_tells_what_is_set_in_that_order() {
    let last = |text: &str| {
        let screen =
            Reader::set_up(&volumes(), 60, 8, set(text)).keys("/渡口").press(KeyCode::Enter);
        let screen = screen.screen();
        screen.lines().next_back().unwrap_or_default().to_owned()
    };
    assert_eq!(last("status = \"percent title\""), format!("| 故事.txt{}50% |", " ".repeat(47)));
    assert_eq!(last("status = \"\""), format!("|{}|", " ".repeat(60)));
    assert_eq!(last(""), "| 故事.txt › 卷二 南归 › 第三章 渡口        渡口 1 of 1  50% |");
}

#[test]
fn the_margin_is_as_wide_as_is_set_where_there_is_room() {
    let first = |text: &str, columns| {
        let screen = Reader::set_up(STORY, columns, 8, set(text)).screen();
        screen.lines().next().unwrap_or_default().chars().skip(1).take_while(|c| *c == ' ').count()
    };
    assert_eq!([first("", 40), first("margin = 0", 40), first("margin = 6", 40)], [1, 0, 6]);
    assert_eq!([first("margin = 400", 40), first("margin = 6", 100)], [10, 9]);
}

#[test]
fn a_selection_is_exact_to_the_cell() {
    let selected = |reader: &Reader| {
        reader.of(|cell| cell.modifier.contains(Modifier::REVERSED)).replace('\n', "")
    };
    let open = |text: &str, keys: &str| {
        let config = Config { theme: Some("mono".to_owned()), ..Config::default() };
        let setup = Setup { config, ..Setup::default() };
        Reader::set_up(text, 20, 9, setup).keys(keys)
    };
    assert_eq!(selected(&open("雨a下👍🏽了一夜。\n", "Vlll")), "雨a下👍🏽");
    let cells = |reader: &Reader| {
        let buffer = reader.paint();
        buffer.content.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count()
    };
    // Of a wide cluster the backend knows the first cell.
    assert_eq!(cells(&open("a\tb雨\n", "Vlll")), 10, "a tab is selected whole");
    assert_eq!(selected(&open(&"灯塔不是为船点的".repeat(4), "V$j")).chars().count(), 18);
    assert_eq!(selected(&open("> 引文\n", "V")), "引", "a bar is none of it");
}

/// Returns a reader in this theme, who highlighted the words of two rows in the second colour, and in it some in the first.
fn highlighted(theme: &str, colour: Colours) -> Reader {
    let config = Config { theme: Some(theme.to_owned()), colour, ..Config::default() };
    let themes = Themes { depth: Depth::True, ..Themes::default() };
    let setup = Setup { config, themes, ..Setup::default() };
    let text = "灯塔不是为船点的，\n\n> 他说。\n";
    Reader::set_up(text, 14, 9, setup).keys("VGc2gVllc1")
}

#[test]
fn highlights_are_told_apart_by_colours_in_all_their_rows() {
    let reader = highlighted("light", Colours::Always);
    let on = |ground| reader.of(move |cell| cell.bg == ground);
    assert_eq!(on(Color::Rgb(0xff, 0xf3, 0xa3)), "灯塔不");
    assert_eq!(on(Color::Rgb(0xc9, 0xf2, 0xd0)), "是为船点的，他说。");
}

#[test]
fn without_colours_highlights_are_told_apart_by_their_looks_and_the_number_of_the_first() {
    let reader = highlighted("light", Colours::Never);
    assert_eq!(reader.with(Modifier::UNDERLINED), "灯塔不");
    assert_eq!(reader.with(Modifier::ITALIC), "是为船点的，他说。");
    insta::assert_snapshot!(reader.screen());
}

#[test]
fn a_note_is_written_and_has_a_sign_and_a_line_below_its_words() {
    let reader = Reader::open("雨下了一夜。\n\n风起。\n", 40, 9)
        .keys("Va这是谁的门？")
        .press(KeyCode::Enter)
        .keys("北边，冬天 2019");
    insta::assert_snapshot!("note", reader.screen());
    let reader = reader.ctrl('s').press(KeyCode::Esc).keys("V").press(KeyCode::Esc);
    assert_eq!(reader.with(Modifier::UNDERLINED), "雨");
    assert!(reader.screen().contains("|✎雨下了一夜"), "{}", reader.screen());
    insta::assert_snapshot!("notes", reader.resize(90, 14).keys("\"").screen());
}

#[test]
fn text_is_selected() {
    insta::assert_snapshot!(story().keys("V)").screen());
}

#[test]
fn the_command_line_offers_what_may_be_meant() {
    insta::assert_snapshot!("commands", story().resize(80, 14).keys(":mark").screen());
    insta::assert_snapshot!("commands_40", story().keys(":").press(KeyCode::Down).screen());
}

#[test]
fn themes_below_the_page() {
    let reader = story().resize(60, 15).keys("T").press(KeyCode::Down).press(KeyCode::Down);
    insta::assert_snapshot!("themes_60", reader.screen());
    insta::assert_snapshot!("themes_narrowed", reader.resize(40, 15).keys("n").screen());
}

#[test]
fn settings_below_the_page() {
    for (name, columns, rows) in [("settings_40", 40, 15), ("settings_120", 120, 20)] {
        let reader = Reader::open(STORY, columns, rows).keys(",").press(KeyCode::Down);
        insta::assert_snapshot!(name, reader.screen());
    }
}

/// A text with links and notes.
const LINKED: &str = "\
# 灯塔

守夜人说[^夜]，那盏灯不是为船而点的；见[第二章](#夜雨)，还有 <https://example.org/lighthouse> 与 ![雾中的灯](lamp.png)。

He wrote it down[^2] and **[went](#夜雨) on**.

[^夜]: 旧版作“守望者”，见《海岸志》卷三，第二十七页。

    又一说：灯是为等在岸上的人点的，他们睡不着。
[^2]: In pencil.

## 夜雨

雨下了一夜。
";

#[test]
fn labels_stand_on_what_can_be_followed() {
    for (name, columns, rows) in [("labels_40", 40, 15), ("labels_80", 80, 20)] {
        insta::assert_snapshot!(name, Reader::marked(LINKED, columns, rows).keys("o").screen());
    }
}

#[test]
fn a_note_stands_in_a_window_beside_its_sign() {
    for (name, columns, rows) in [("note_40", 40, 15), ("note_80", 80, 20), ("note_20", 20, 9)] {
        insta::assert_snapshot!(name, Reader::marked(LINKED, columns, rows).keys("oa").screen());
    }
}

#[test]
fn an_address_is_seen_before_it_is_opened() {
    insta::assert_snapshot!(Reader::marked(LINKED, 40, 15).keys("od").screen());
}

#[test]
fn two_columns_and_a_ruler() {
    let setup = set("columns = \"auto\"\nwidth = 36\nruler = true\n");
    let reader = Reader::set_up(&volumes(), 100, 12, setup);
    insta::assert_snapshot!("columns_100", reader.screen());
    let config = Config { theme: Some("sepia".to_owned()), ..read("ruler = true\n").0 };
    let themes = Themes { depth: Depth::True, ..Themes::default() };
    let reader = Reader::set_up(&volumes(), 40, 12, Setup { config, themes, ..Setup::default() });
    let bright = reader.of(|cell| cell.fg == Color::Rgb(0x43, 0x30, 0x1f));
    assert!(!bright.contains("第一章"), "{bright}");
}

#[test]
fn rows_stand_apart() {
    let reader = Reader::set_up(STORY, 40, 12, set("row-gap = 1\n"));
    insta::assert_snapshot!("row_gap", reader.screen());
}

#[test]
fn what_may_follow_a_key_stands_in_a_window() {
    let mut reader = story().keys("'");
    let asked = reader.0.asked().iter().find_map(|effect| match effect {
        Effect::Remind(job) => Some(*job),
        _ => None,
    });
    reader.tell(Message::Reminded(asked.unwrap()));
    insta::assert_snapshot!("following", reader.screen());
}

#[test]
fn the_help_narrowed() {
    insta::assert_snapshot!(Reader::open(STORY, 80, 12).keys("?/match").screen());
}

#[test]
fn a_click_on_an_entry_of_a_list_beside_the_text_goes_to_what_is_painted_there() {
    for (columns, rows) in [(40, 15), (40, 10), (80, 24), (120, 12)] {
        let reader = || Reader::open(&volumes(), columns, rows);
        let top = |reader: &Reader| reader.screen().lines().next().unwrap_or_default().to_owned();
        let gone = reader().keys("4]t").click("第四章");
        assert!(gone.is_on_page() && top(&gone).contains("第四章"), "{}", gone.screen());
        let marked = reader().keys("]m").press(KeyCode::Enter).keys("5]m").press(KeyCode::Enter);
        let marked = marked.keys("gB");
        let row = marked.cell_of("第四章", 0).1;
        let gone = marked.click_at((9, row));
        assert!(gone.is_on_page() && top(&gone).contains("第四章"), "{}", gone.screen());
        let found = reader().keys("/灯塔|渡口").ctrl('r').press(KeyCode::Enter).keys("&");
        let (_, row) = found.cell_of("第四章灯塔在长堤", 3);
        let found = found.click_at((9, row));
        assert!(found.is_on_page(), "{}", found.screen());
    }
}

#[test]
fn a_click_on_an_entry_over_the_page_chooses_it_and_two_take_it() {
    for (keys, entry) in [("T", "sepia"), ("e", "EUC-KR"), (":", "page_down"), (",", "ruler")] {
        let reader = Reader::open(&"line\n".repeat(90), 80, 24).keys(keys);
        let at = reader.cell_of(entry, 0);
        let mut reader = reader.click_at(at);
        assert!(!reader.is_on_page(), "{keys}");
        let chosen = reader.screen();
        let at = reader.cell_of(entry, 0);
        reader.point(MouseKind::Press, at, 2);
        assert!(reader.is_on_page() || keys == "e", "{keys}: {chosen}{}", reader.screen());
    }
}

#[test]
fn a_press_on_the_scroll_bar_goes_to_that_place_and_a_drag_along_it_goes_on() {
    let lines: Vec<String> = (0..999).map(|number| format!("line {number}\n")).collect();
    let mut reader = Reader::open(&lines.concat(), 40, 15);
    let percent = |reader: &Reader| reader.0.state().view().percent();
    let mut seen = Vec::new();
    for (kind, row) in [
        (MouseKind::Press, 7),
        (MouseKind::Drag, 13),
        (MouseKind::Drag, 99),
        (MouseKind::Drag, 0),
        (MouseKind::Drag, 7),
        (MouseKind::Release, 7),
        (MouseKind::Drag, 0),
    ] {
        reader.point(kind, (39, row), 1);
        seen.push(percent(&reader));
    }
    assert_eq!(seen, [50, 100, 100, 0, 50, 50, 50]);
    assert_eq!(percent(&reader.ctrl('o')), 0, "a drag is one jump");
}

#[test]
fn a_click_on_a_link_follows_it_and_a_drag_over_it_selects() {
    let text = format!(
        "See [there](#end) or [out](https://example.org).\n\n{}# End\n",
        "a\n\n".repeat(40)
    );
    let reader = || Reader::marked(&text, 40, 15);
    let gone = reader().click("there");
    assert!(
        gone.screen().starts_with("|  End") || gone.screen().contains("End"),
        "{}",
        gone.screen()
    );
    let (column, row) = reader().cell_of("there", 0);
    let mut dragged = reader();
    for (kind, column) in [
        (MouseKind::Press, column),
        (MouseKind::Drag, column + 3),
        (MouseKind::Release, column + 3),
    ] {
        dragged.point(kind, (column, row), 1);
    }
    assert!(matches!(dragged.0.state().focus(), Focus::Selecting(_)));
    let beside = reader().click_at((37, row));
    assert!(beside.is_on_page(), "nothing stands there");
    let shown = reader().click("out");
    assert!(shown.screen().contains("https://example.org"), "{}", shown.screen());
    assert!(shown.click_at((column, row)).is_on_page(), "a click beside the window closes it");
    let opened = reader().click("out").click("https://");
    assert!(opened.0.asked().iter().any(|asked| matches!(asked, Effect::OpenOutside(_))));
}

#[test]
fn the_wheel_moves_what_is_under_the_mouse() {
    let chosen = |reader: &Reader| match reader.0.state().focus() {
        Focus::Contents(contents) => contents.chosen(),
        _ => None,
    };
    let mut reader = Reader::open(&volumes(), 120, 12).keys("t");
    let top = reader.0.state().view().top();
    reader.point(MouseKind::Wheel(1), (3, 3), 1);
    assert_eq!((chosen(&reader), reader.0.state().view().top()), (Some(3), top));
    reader.point(MouseKind::Wheel(1), (80, 3), 1);
    assert_ne!(reader.0.state().view().top(), top);
    let mut help = Reader::open(STORY, 80, 24).keys("?");
    help.point(MouseKind::Wheel(1), (3, 3), 1);
    assert!(matches!(help.0.state().focus(), Focus::Help(help) if help.scroll() == 3));
}

#[test]
fn presses_in_quick_succession_mean_what_was_there_first() {
    let mut reader = Reader::open(&volumes(), 60, 12).keys("t");
    let at = reader.cell_of("第三章", 0);
    for clicks in [1, 2, 3] {
        reader.point(MouseKind::Press, at, clicks);
        reader.point(MouseKind::Release, at, clicks);
    }
    assert!(reader.is_on_page(), "no word is selected where the list was");
}

#[test]
fn lists_stay_open_beside_the_page_and_tell_where_the_keys_go() {
    let reader = || Reader::open(&volumes(), 120, 12);
    let contents = reader().keys("]t").press(KeyCode::Tab).keys("]j");
    insta::assert_snapshot!("kept_contents", contents.screen());
    let reversed = |reader: &Reader| reader.with(Modifier::REVERSED);
    assert!(!reversed(&contents).contains("第二章"), "{}", reversed(&contents));
    assert!(reversed(&contents.press(KeyCode::Tab)).contains("第二章"));
    let matches =
        reader().keys("/天色").press(KeyCode::Enter).keys("&").press(KeyCode::Tab).keys("3n");
    insta::assert_snapshot!("kept_matches", matches.screen());
    let cell = matches.cell_of("16%", 0);
    let clicked = matches.click_at((cell.0 + 9, cell.1));
    assert!(clicked.is_on_page() && clicked.0.state().kept().is_some());
    assert!(clicked.screen().contains("6 of 32"), "{}", clicked.screen());
}

#[test]
fn a_blank_parts_a_list_from_the_text_beside_it_at_every_width() {
    for columns in [90, 100, 120, 145, 146, 147, 160, 200, 220] {
        let screen = Reader::open(&volumes(), columns, 8).keys("t").screen();
        let rows = screen.lines().filter_map(|row| row.split_once('│'));
        let beside: Vec<&str> = rows.map(|(_, text)| text).filter(|text| text.len() > 9).collect();
        assert!(!beside.is_empty() && beside.iter().all(|text| text.starts_with(' ')), "{screen}");
    }
}

#[test]
fn the_time_that_is_left_of_the_document_has_room_in_a_window_of_eighty_columns() {
    let chapter = format!("{}\n\n", "lamp ".repeat(90)).repeat(30);
    let text = format!("# One\n\n{chapter}# Two\n\n{chapter}");
    let mut reader = Reader::marked(&text, 120, 24);
    for now in [0, 40_000, 80_000, 120_000] {
        reader.tell(Message::Now(now));
        reader = reader.keys(" ");
    }
    let wide = reader.screen();
    assert!(wide.contains(" to the section's end, ") && wide.contains(" left "), "{wide}");
    let narrow = reader.resize(80, 24).screen();
    assert!(!narrow.contains("section's end") && narrow.contains(" left "), "{narrow}");
}
