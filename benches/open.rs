//! What opening, jumping and reading through cost, in memory and without a terminal: the parts of the program that
//! must cost the same for a kilobyte and a gigabyte. Run with `cargo bench --bench open`; the work is seeded.

#![allow(clippy::print_stdout, clippy::indexing_slicing, reason = "a report of a bench")]

use std::fmt::Write;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use kanshu::decode::Choice;
use kanshu::decode::Hint;
use kanshu::document::{Document, Position, ReadAt, Rules};
use kanshu::format::plain::PlainText;
use kanshu::layout::LayoutOptions;
use kanshu::layout::flow::Flow;
use kanshu::text::WidthModel;

fn main() {
    let novel = novel(3 << 20);
    let large = novel.repeat(32);
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let works = [
        ("novel 3 MB", novel.clone().into_bytes()),
        ("novel 100 MB", large.clone().into_bytes()),
        ("novel 3 MB, GBK", gbk(&novel)),
        ("novel 60 MB, GBK", gbk(&large)),
        (
            "one line of 50 MB",
            large.replace('\n', "").into_bytes().into_iter().take(50 << 20).collect(),
        ),
        ("10 million empty lines", vec![b'\n'; 10_000_000]),
        ("10 million lines of one letter", b"a\n".repeat(10_000_000)),
        ("50 MB of NUL", vec![0; 50 << 20]),
    ];
    println!(
        "{:32} {:>9} {:>9} {:>9} {:>9} {:>11}",
        "µs", "open", "page 1", "50 %", "end", "survey MB/s"
    );
    for (name, bytes) in works {
        measure(name, &Arc::new(bytes));
    }
}

/// Prints what `bytes` cost.
fn measure(name: &str, bytes: &Arc<Vec<u8>>) {
    let source = || {
        let bytes: Arc<dyn ReadAt> = Arc::new(Shared(Arc::clone(bytes)));
        PlainText::open(bytes, Choice::Detect(Hint::default()))
    };
    let open = best(|| {
        black_box(source());
    });
    let flow = || {
        let options = LayoutOptions { measure: 78, ..LayoutOptions::default() };
        Flow::new(Document::new(Arc::new(source())), options, WidthModel::default())
    };
    let first = best(|| {
        black_box(flow().page(Position::default(), 23));
    });
    let middle = best(|| {
        let mut flow = flow();
        let place = flow.document().at_fraction(0.5);
        black_box(flow.page(place, 23));
    });
    let end = best(|| {
        let mut flow = flow();
        let last = flow.last();
        black_box(flow.up(last, 22));
    });
    let document = Document::new(Arc::new(source()));
    let survey = best(|| {
        black_box(document.source().survey(&Rules::default(), &mut |_| ControlFlow::Continue(())));
    });
    let speed = bytes.len() as f64 / survey;
    println!("{name:32} {open:9.0} {first:9.0} {middle:9.0} {end:9.0} {speed:11.0}");
}

/// Bytes that several documents share.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Returns the microseconds of the best of some runs.
fn best(mut run: impl FnMut()) -> f64 {
    let once = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1e6
    };
    (0..7).map(|_| once(&mut run)).fold(f64::INFINITY, f64::min)
}

/// Returns a novel of about `size` bytes: chapters of made-up sentences, always the same.
fn novel(size: usize) -> String {
    const WORDS: [&str; 16] = [
        "山路", "灯火", "月色", "风声", "忽然", "缓缓", "走向", "望着", "的", "与", "他", "她",
        "石阶", "书卷", "GPU", "回忆",
    ];
    let mut seed: u64 = 20_240_806;
    let mut next = |bound: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % bound
    };
    let mut text = String::with_capacity(size + 4096);
    let mut chapter = 0;
    while text.len() < size {
        chapter += 1;
        let _infallible = writeln!(text, "第{chapter}章 {}\n", WORDS[next(16) as usize]);
        for _ in 0..12 {
            text.push_str("　　");
            for _ in 0..=next(12) {
                for _ in 0..next(5) + 2 {
                    text.push_str(WORDS[next(16) as usize]);
                }
                text.push_str(["，", "。", "；"][next(3) as usize]);
            }
            text.push_str("。\n");
        }
    }
    text
}
