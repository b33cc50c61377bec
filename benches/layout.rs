//! How fast text is set, against `textwrap::wrap` on the same text in the same run.
#![allow(clippy::print_stdout)]

use std::time::Instant;

use kanshu::layout::{LayoutOptions, Paragraph, ParagraphSetting, layout};
use kanshu::text::WidthModel;

/// Sentences to build paragraphs of; `#` stands for a number.
const SENTENCES: &[&str] = &[
    "第#天，他在灯下看书，看到“夜深”了才睡。",
    "读者说：“这本书（第#版）很好！”——大家都同意。",
    "使用 GPT-4o 等模型时，约有#%的人没有读过文档。",
    "山路很长……走了#里，终于看见了村子；天也黑了。",
];

/// What a text of nothing else may make slow: twice the text must take about twice the time.
const HOSTILE: &[&str] = &[
    "A",
    "\u{301}",
    "“",
    "”",
    "\u{200D}",
    "\u{202E}",
    "🇨",
    "(",
    "。",
    "—",
    ".",
    "-",
    " ",
    "\t",
    "\"",
    "/",
    "w",
    "@",
    "a@",
    "https://",
    "ก",
    "\u{1100}",
    "क्",
    "👩\u{200D}",
    "看",
    "看\u{301}",
    "\u{2028}",
    "a,",
    "::",
    "1,",
];

/// Returns about `bytes` bytes of Chinese in paragraphs of about `paragraph` bytes.
fn generated(bytes: usize, paragraph: usize) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let (mut made, mut number) = (0, 7_usize);
    while made < bytes {
        let mut text = String::new();
        while text.len() < paragraph {
            number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345) % 9973;
            let sentence = SENTENCES.get(number % SENTENCES.len()).unwrap_or(&"");
            text.push_str(&sentence.replace('#', &number.to_string()));
        }
        made += text.len();
        paragraphs.push(text);
    }
    paragraphs
}

/// Returns the seconds that `work` takes, the best of `times`.
fn best(times: usize, mut work: impl FnMut() -> usize) -> f64 {
    let run = |_| {
        let clock = Instant::now();
        std::hint::black_box(work());
        clock.elapsed().as_secs_f64()
    };
    (0..times).map(run).fold(f64::INFINITY, f64::min)
}

fn rows(text: &str) -> usize {
    set(text, ParagraphSetting::Flow)
}

/// Returns how many rows `text` makes.
fn set(text: &str, setting: ParagraphSetting) -> usize {
    let paragraph = Paragraph { text, setting, ..Paragraph::default() };
    layout(&paragraph, &LayoutOptions::default(), &WidthModel::default()).len()
}

/// Returns the most memory that this process held so far, in MB; none where the system does not tell.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<usize>().ok()? / 1024)
}

fn main() {
    let whole = generated(10_000_000, 10_000_000).concat();
    let before = peak();
    let one = best(1, || rows(&whole));
    println!("one paragraph of 10 MB: {one:.2} s, peak {before:?} to {:?} MB", peak());
    drop(whole);
    let paragraphs = generated(10_000_000, 400);
    let ours = best(3, || paragraphs.iter().map(|text| rows(text)).sum());
    let theirs = best(1, || paragraphs.iter().map(|text| textwrap::wrap(text, 72).len()).sum());
    let kilobytes = paragraphs.iter().map(String::len).sum::<usize>() as f64 / 1024.0;
    println!("10 MB of paragraphs: {ours:.2} s, {:.1} µs per KB", ours * 1e6 / kilobytes);
    println!("textwrap::wrap: {theirs:.2} s; ratio {:.2}", ours / theirs);
    for seed in HOSTILE {
        for setting in [ParagraphSetting::Flow, ParagraphSetting::Verbatim] {
            let text = seed.repeat(1_000_000 / seed.len());
            let half = text.get(..seed.len() * (text.len() / seed.len() / 2)).unwrap_or_default();
            let [whole, half] = [&text, half].map(|text| best(2, || set(text, setting)));
            let times = whole / half;
            println!(
                "1 MB of {seed:?}, {setting:?}: {whole:.3} s, twice the text {times:.1} times"
            );
        }
    }
}
