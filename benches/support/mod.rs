//! What the benches share: a novel made from a seed, and how a time is taken.
#![allow(dead_code, reason = "each bench takes what it needs")]

pub(crate) mod pty;
pub(crate) mod works;

use std::fmt::Write;
use std::time::{Duration, Instant};

/// Numbers that look like chance and are the same each time.
pub(crate) struct Seed(u64);

impl Default for Seed {
    fn default() -> Self {
        Self(42)
    }
}

impl Seed {
    /// Returns a number below `count`.
    pub(crate) fn pick(&mut self, count: usize) -> usize {
        // Knuth's MMIX generator: the high bits are good enough for prose.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    /// Returns one of `words`.
    fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words.get(self.pick(words.len())).copied().unwrap_or_default()
    }
}

/// The chapters of a novel without an end, the same each time: paragraphs in Chinese with some Latin words, of the
/// author's own nonsense.
#[derive(Default)]
pub(crate) struct Chapters {
    seed: Seed,
    number: usize,
}

impl Iterator for Chapters {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        const WHO: [&str; 8] =
            ["林远", "顾长风", "守塔人", "老掌柜", "她", "那个孩子", "船长", "邮差"];
        const WHEN: [&str; 6] =
            ["天色将明的时候", "雨停之后", "2019 年冬天", "第二天清晨", "灯灭的一刻", "许多年以后"];
        const DID: [&str; 8] = [
            "推开了门",
            "合上那本旧书",
            "走向码头",
            "记起一句话",
            "点燃了油灯",
            "打开 Wi-Fi",
            "叹了口气",
            "望着远处的山",
        ];
        const THEN: [&str; 6] = [
            "外面没有人。",
            "“原来如此，”他说，“是这样啊。”",
            "谁也没有说话……",
            "风还在吹——一直吹到天亮。",
            "信上只写着三个字！",
            "这是什么意思呢？",
        ];
        self.number += 1;
        let seed = &mut self.seed;
        let mut text = format!("第{}章 {}\n\n", self.number, seed.word(&DID));
        for _ in 0..8 {
            text.push_str("　　");
            for _ in 0..=seed.pick(4) {
                let (who, when) = (seed.word(&WHO), seed.word(&WHEN));
                let (did, then) = (seed.word(&DID), seed.word(&THEN));
                let _infallible = write!(text, "{when}，{who}{did}，{then}");
            }
            text.push('\n');
        }
        text.push('\n');
        Some(text)
    }
}

/// Returns a novel of at least `bytes` bytes.
pub(crate) fn novel(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 4096);
    for chapter in Chapters::default() {
        text.push_str(&chapter);
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// Returns the shortest time of `runs` runs of `work`.
pub(crate) fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let time = |work: &mut dyn FnMut() -> T| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    (0..runs).map(|_| time(&mut work)).min().unwrap_or_default()
}
