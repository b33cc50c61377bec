//! What the benches share: a novel made from a seed, and how a time is taken.

use std::fmt::Write;
use std::time::{Duration, Instant};

/// Returns a novel of at least `bytes` bytes, the same each time: chapters of paragraphs in Chinese with
/// some Latin words, of the author's own nonsense.
pub(crate) fn novel(bytes: usize) -> String {
    const WHO: [&str; 8] = ["林远", "顾长风", "守塔人", "老掌柜", "她", "那个孩子", "船长", "邮差"];
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
    let mut seed = 42_u64;
    let mut pick = move |count: usize| {
        // Knuth's MMIX generator: the high bits are good enough for prose.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % count
    };
    let mut text = String::with_capacity(bytes + 4096);
    let mut chapter = 0;
    while text.len() < bytes {
        chapter += 1;
        let _infallible = writeln!(text, "第{chapter}章 {}\n", DID[pick(DID.len())]);
        for _ in 0..20 {
            text.push_str("　　");
            for _ in 0..=pick(4) {
                let (who, when) = (WHO[pick(WHO.len())], WHEN[pick(WHEN.len())]);
                let _infallible = write!(
                    text,
                    "{when}，{who}{}，{}",
                    DID[pick(DID.len())],
                    THEN[pick(THEN.len())]
                );
            }
            text.push('\n');
        }
        text.push('\n');
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
