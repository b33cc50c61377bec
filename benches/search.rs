//! Measures search: `cargo bench --bench search -- FILE`. Each query is run over the file in parts of 64 KiB, as a document
//! is; without a file, over a passage of 红楼梦 (曹雪芹, public domain), repeated.
#![allow(clippy::print_stdout, reason = "the figures are what this program is for")]

use std::time::{Duration, Instant};
use std::{env, fs};

use kanshu::budget::QUERY_CHARS;
use kanshu::search::{Folding, Matcher, Query};

/// The bytes of a part.
const PART: usize = 64 << 10;

/// How often a query is run; the best time counts.
const RUNS: usize = 5;

const PASSAGE: &str = "此开卷第一回也。作者自云：因曾历过一番梦幻之后，故将真事隐去，而借“通灵”之说，撰此《石头记》一书也。\n\
故曰“甄士隐”云云。但书中所记何事何人？自又云：“今风尘碌碌，一事无成，忽念及当日所有之女子，一一细考较去，\n\
觉其行止见识，皆出于我之上。何我堂堂须眉，诚不若彼裙钗哉？实愧则有馀，悔又无益之大无可如何之日也！\n";

fn main() {
    let file = env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let text = file.map_or_else(
        || PASSAGE.repeat((16 << 20) / PASSAGE.len()),
        |path| String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned(),
    );
    let parts = parts(&text);
    println!("{:>10} KB in {} parts", text.len() >> 10, parts.len());
    let pinyin = |letters: &str| Query {
        folding: Folding { pinyin: true, ..Folding::default() },
        ..Query::words(letters)
    };
    let exact = |words: &str| Query { folding: Folding::NONE, ..Query::words(words) };
    measure("exact, two", &exact("女子"), &parts);
    measure("exact, rare", &exact("甄士隐"), &parts);
    measure("exact, absent", &exact("离开公司"), &parts);
    measure("folded, two", &Query::words("女兒"), &parts);
    measure("folded, frequent", &Query::words("不知"), &parts);
    measure("folded, rare", &Query::words("甄士隱"), &parts);
    measure("folded, quotes", &Query::words("又云:\"今"), &parts);
    measure("folded, Latin", &Query::words("chapter"), &parts);
    measure("folded, one", &Query::words("女"), &parts);
    measure("pinyin", &pinyin("nvzi"), &parts);
    measure("pinyin, initials", &pinyin("nz"), &parts);
    measure("pinyin, longer", &pinyin("zhenshiyin"), &parts);
    measure("pattern", &Query::regex("女子.{0,6}一"), &parts);
    measure("pattern, words", &Query::regex(r"\b女子\b"), &parts);
    let phrase: String = text.chars().take(1000).collect();
    measure("1,000 characters", &Query::words(phrase), &parts);
    let phrase: String = text.chars().take(QUERY_CHARS).collect();
    measure("longest", &Query::words(phrase), &parts);
}

/// Returns the pieces of `text` of about one part each.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = (PART..=rest.len()).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}

/// Prints how long the query takes to compile and to run over the parts, and how often it is found.
fn measure(name: &str, query: &Query, parts: &[&str]) {
    let start = Instant::now();
    let matcher = match Matcher::new(query) {
        Ok(matcher) => matcher,
        Err(error) => return println!("{name:>20}: {error}, {:.1?}", start.elapsed()),
    };
    let compiled = start.elapsed();
    let mut found = 0;
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        found = parts.iter().map(|part| matcher.matches(part).count()).sum();
        best = best.min(start.elapsed());
    }
    println!("{name:>20}: {best:>9.1?}, compiled in {compiled:>9.1?}, found {found}");
}
