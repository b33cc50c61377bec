//! The work of a search: looking through the parts of a document, one after the other, once around. It is a value
//! that whoever has the time runs; nothing here knows a thread.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use super::kind::has_kana;
use super::{Hits, Matcher, Prefilter, Query, QueryError, Syntax};
use crate::budget::ACROSS_BYTES;
use crate::document::{Document, Part, ReadError, Source};

/// How many bytes of a text a character of a query may take, with what may stand between it and the next; in Japanese how
/// it is read.
const STRETCH: [usize; 2] = [16, 80];

/// How many parts are tested together at first, that what is near is soon found.
const FIRST_PARTS: usize = 8;

/// How many are at most, that the search soon hears that it should stop: 4 MiB of a plain text.
const MOST_PARTS: usize = 64;

/// Words that a paragraph holds side by side or anywhere.
#[derive(Clone, Debug)]
struct WordsApart {
    /// All of them, side by side.
    together: Matcher,
    /// Each but the first.
    others: Vec<Matcher>,
}

impl WordsApart {
    /// Returns what looks for the words of `query`, if they may stand apart.
    fn of(query: &Query) -> Result<Option<Self>, QueryError> {
        let words = query.apart();
        if words.is_empty() {
            return Ok(None);
        }
        let others = words.iter().skip(1).map(Matcher::new).collect::<Result<_, _>>()?;
        Ok(Some(Self { together: Matcher::new(query)?, others }))
    }

    /// Keeps of the matches of the first word in `part` those that all words follow within `reach` bytes, and makes them
    /// one, and those in whose paragraph the others are.
    fn keep(&self, ranges: &mut Vec<Range<usize>>, part: &Part, reach: usize) {
        let text = part.text();
        let all = |start: usize| {
            let near = text.get(..text.floor_char_boundary(start.saturating_add(reach)))?;
            self.together.find_at(near, start).filter(|found| found.start == start)
        };
        let mut beside = ranges.clone();
        self.others.iter().for_each(|other| keep_beside(&mut beside, part, other));
        let mut end = 0;
        let kept = ranges.drain(..).filter_map(|range| {
            let alone = || beside.binary_search_by_key(&range.start, |kept| kept.start).is_ok();
            let found = all(range.start).or_else(|| alone().then(|| range.clone()));
            let found = found.filter(|found| found.start >= end)?;
            end = found.end;
            Some(found)
        });
        *ranges = kept.collect::<Vec<_>>();
    }
}

/// What is looked for in a part.
#[derive(Clone, Debug)]
pub struct Seeker {
    query: Query,
    matcher: Matcher,
    /// What the paragraph of a match must hold, too.
    beside: Vec<Matcher>,
    /// What it must hold where the words of the query do not stand side by side.
    apart: Option<WordsApart>,
    /// How many bytes on either side of the end of a part may belong to a match across it.
    reach: usize,
}

impl Seeker {
    /// Returns what looks for `query`; of several words with `&&` between them for the first, in paragraphs that hold
    /// the others.
    ///
    /// # Errors
    /// Those of [`Matcher::new`].
    pub fn new(query: &Query) -> Result<Self, QueryError> {
        let apart = WordsApart::of(query)?;
        let reach = |query: &Query| match query.syntax {
            Syntax::Words => (query.text.chars().count() + 4) * stretch(&query.text),
            Syntax::Regex => ACROSS_BYTES,
        };
        let whole = apart.as_ref().map(|_| reach(query));
        let mut words = if apart.is_some() { query.apart() } else { query.all_of() }.into_iter();
        let query = words.next().unwrap_or_default();
        let rest = words.filter(|_| apart.is_none());
        let beside = rest.map(|query| Matcher::new(&query)).collect::<Result<_, _>>()?;
        let reach = whole.unwrap_or_else(|| reach(&query)).min(ACROSS_BYTES);
        let matcher = Matcher::new(&query)?;
        Ok(Self { query, matcher, beside, apart, reach })
    }

    /// Returns what looks for the same in paragraphs that hold `beside`, too.
    #[must_use]
    pub fn beside(&self, beside: Matcher) -> Self {
        let mut all = self.beside.clone();
        all.push(beside);
        Self { beside: all, ..self.clone() }
    }

    /// Returns the matches that begin in `part` at byte `from` or after it; `next` is the part after it.
    pub fn hits(&self, part: &Part, next: &Part, from: usize) -> Hits {
        let text = part.text();
        let mut ranges = self.within(text, from);
        ranges.extend(TailText::of(self, text, from, &ranges).across(self, next.text()));
        self.keep(&mut ranges, part);
        Hits::new(text.len(), from, ranges)
    }

    /// Keeps the matches in `part` whose paragraph holds all that it must.
    fn keep(&self, ranges: &mut Vec<Range<usize>>, part: &Part) {
        if let Some(apart) = &self.apart {
            apart.keep(ranges, part, self.reach);
        }
        self.beside.iter().for_each(|beside| keep_beside(ranges, part, beside));
    }

    /// Returns the matches in `text` from byte `from` on.
    fn within(&self, text: &str, from: usize) -> Vec<Range<usize>> {
        let mut end = from;
        let next = || {
            let range = self.matcher.find_at(text, end)?;
            end = range.end;
            Some(range)
        };
        std::iter::from_fn(next).collect()
    }
}

/// Returns how many bytes a character of the words `text` may take.
fn stretch(text: &str) -> usize {
    let [usual, japanese] = STRETCH;
    if has_kana(text) { japanese } else { usual }
}

/// The end of a part's text, in which a match may begin that ends in the part after it.
struct TailText {
    text: String,
    /// Where in the part's text it begins.
    start: usize,
    /// Whether a match may begin at its very start: nothing before it was left out.
    whole: bool,
}

impl TailText {
    /// Returns the end of `text`, which was searched from byte `from` on, behind its matches `ranges`.
    fn of(seeker: &Seeker, text: &str, from: usize, ranges: &[Range<usize>]) -> Self {
        let from = ranges.last().map_or(from, |range| range.end);
        let near = text.len().saturating_sub(seeker.reach);
        let start = text.ceil_char_boundary(from.max(near));
        let tail = text.get(start..).unwrap_or_default().to_owned();
        Self { text: tail, start, whole: start <= from }
    }

    /// Returns the match that begins here and ends in `next`, the text of the part after this one.
    fn across(&self, seeker: &Seeker, next: &str) -> Option<Range<usize>> {
        let head = next.get(..next.floor_char_boundary(seeker.reach))?;
        let (end, joint) = (self.text.len(), format!("{}{head}", self.text));
        let mut found = seeker.matcher.matches(&joint).take_while(|range| range.start < end);
        let found = found.find(|range| range.end > end)?;
        // What begins where the look back was cut off may be the rest of a word.
        (found.start > 0 || self.whole).then(|| self.start + found.start..self.start + found.end)
    }
}

/// Keeps the ranges whose block of `part` holds `beside`.
fn keep_beside(ranges: &mut Vec<Range<usize>>, part: &Part, beside: &Matcher) {
    let mut last = None;
    ranges.retain(|range| {
        let block = part.block_at(range.start);
        let (_, holds) = last.filter(|(seen, _)| *seen == block).unwrap_or_else(|| {
            (block, block.is_some_and(|block| beside.is_match(part.block_text(block))))
        });
        last = Some((block, holds));
        holds
    });
}

/// A search through a document.
#[derive(Clone)]
pub struct Search {
    seeker: Arc<Seeker>,
    source: Arc<dyn Source>,
    from: usize,
    count: usize,
}

impl Search {
    /// Returns the search for `seeker` in the whole of `document`.
    pub fn new(seeker: Arc<Seeker>, document: &Document) -> Self {
        Self { seeker, source: Arc::clone(document.source()), from: 0, count: usize::MAX }
    }

    /// Returns the search that begins with part `from`, goes on past the end with the first, and looks at
    /// `count` parts.
    #[must_use]
    pub fn around(self, from: usize, count: usize) -> Self {
        Self { from, count, ..self }
    }

    /// Looks through the parts and gives `take` the number of each and the matches that begin in it, until it
    /// breaks off. A match across the end of a part is found, one that would begin within another is not.
    ///
    /// # Errors
    /// The first error of reading; the parts that can be read were looked at all the same.
    pub fn run(
        &self,
        take: &mut dyn FnMut(usize, Hits) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let parts = self.source.count();
        let from = self.from.min(parts);
        let count = self.count.min(parts);
        let end = parts.min(from.saturating_add(count));
        let encoding = self.source.facts().encoding;
        let prefilter = encoding.and_then(|it| Prefilter::new(&self.seeker.query, it.encoding));
        let going = ControlFlow::Continue(());
        let mut walk = Walk { search: self, last: None, going, take, read: Ok(()) };
        for parts in [from..end, 0..count - (end - from)] {
            match &prefilter {
                Some(prefilter) => self.prefilter(parts, prefilter, &mut walk),
                None => self.read(parts, &mut walk),
            }
        }
        walk.end();
        walk.read
    }

    /// Goes through `parts` without reading those where nothing passes `prefilter`, nor in the part before or after.
    fn prefilter(&self, parts: Range<usize>, prefilter: &Prefilter, walk: &mut Walk) {
        let (mut start, mut some) = (parts.start, FIRST_PARTS);
        while start < parts.end && walk.going.is_continue() {
            let end = parts.end.min(start + some);
            let around = start.saturating_sub(1)..self.source.count().min(end + 1);
            let passes = self.source.prefilter(around.clone(), &|bytes| prefilter.may_match(bytes));
            let is_read = |part: &usize| {
                let mut beside = part.saturating_sub(1)..=part + 1;
                beside.any(|part| passes.get(part - around.start) == Some(&true))
            };
            while start < end && walk.going.is_continue() {
                let read = (start..end).take_while(is_read).count();
                self.read(start..start + read, walk);
                start += read;
                let left_out = (start..end).take_while(|part| !is_read(part)).count();
                let _ = (start..start + left_out).try_for_each(|part| walk.pass(part));
                start += left_out;
            }
            some = MOST_PARTS.min(some * 2);
        }
    }

    fn read(&self, parts: Range<usize>, walk: &mut Walk) {
        if walk.going.is_continue() && !parts.is_empty() {
            let read = self.source.texts(parts, &mut |part, text| walk.look(part, text));
            walk.read = std::mem::replace(&mut walk.read, Ok(())).and(read);
        }
    }

    /// Returns the number of each part that can be read with the matches that begin in it.
    pub fn found(&self) -> Vec<(usize, Hits)> {
        let mut found = Vec::new();
        let _read = self.run(&mut |part, hits| {
            found.push((part, hits));
            ControlFlow::Continue(())
        });
        found
    }
}

/// A search on its way from part to part.
struct Walk<'a> {
    search: &'a Search,
    /// The part that was looked at last: its last match may end in the part after it.
    last: Option<Looked>,
    going: ControlFlow<()>,
    take: &'a mut dyn FnMut(usize, Hits) -> ControlFlow<()>,
    read: Result<(), ReadError>,
}

/// A part that was looked at, but for what lies across its end.
struct Looked {
    number: usize,
    length: usize,
    from: usize,
    ranges: Vec<Range<usize>>,
    tail: TailText,
}

impl Walk<'_> {
    /// Passes part `number`, which holds no match, and no end of one that begins in the part before it.
    fn pass(&mut self, number: usize) -> ControlFlow<()> {
        let follows = self.last.as_ref().is_some_and(|last| last.number + 1 == number);
        let _ = if follows { self.settle("") } else { self.end() };
        if self.going.is_continue() {
            self.going = (self.take)(number, Hits::default());
        }
        self.going
    }

    /// Looks at `text`, that of part `number`.
    fn look(&mut self, number: usize, text: &str) -> ControlFlow<()> {
        let seeker = &self.search.seeker;
        let follows = self.last.as_ref().is_some_and(|last| last.number + 1 == number);
        let overhang = if follows { self.settle(text) } else { self.end() };
        let from = if follows { overhang } else { 0 };
        let ranges = seeker.within(text, from);
        let tail = TailText::of(seeker, text, from, &ranges);
        self.last = Some(Looked { number, length: text.len(), from, ranges, tail });
        self.going
    }

    /// Emits the pending part, now that the text after it, `next`, is known. Returns how many bytes of `next` belong
    /// to its last match.
    fn settle(&mut self, next: &str) -> usize {
        let Some(mut looked) = self.last.take() else { return 0 };
        let seeker = &self.search.seeker;
        looked.ranges.extend(looked.tail.across(seeker, next));
        let is_judged = seeker.apart.is_some() || !seeker.beside.is_empty();
        if is_judged && !looked.ranges.is_empty() {
            let part = self.search.source.load(looked.number).unwrap_or_default();
            seeker.keep(&mut looked.ranges, &part);
        }
        let hits = Hits::new(looked.length, looked.from, looked.ranges);
        let overhang = hits.overhang();
        if self.going.is_continue() {
            self.going = (self.take)(looked.number, hits);
        }
        overhang
    }

    /// Emits the pending part where the one after it is not searched next.
    fn end(&mut self) -> usize {
        let Some(next) = self.last.as_ref().map(|last| last.number + 1) else { return 0 };
        let source = &self.search.source;
        // What can't be read was told when its text was asked for, or will be.
        let next = if next < source.count() { source.load(next) } else { Ok(Part::default()) };
        let next = next.unwrap_or_default();
        self.settle(next.text())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::decode::{Basis, Encoding, Verdict};
    use crate::document::{Block, BlockKind, Facts, Markup, MayMatch, Rules, Survey};

    /// A document of these parts in UTF-8, and which of them were loaded.
    struct Parts(Vec<&'static str>, Facts, Mutex<Vec<usize>>);

    impl Source for Parts {
        fn facts(&self) -> &Facts {
            &self.1
        }

        fn count(&self) -> usize {
            self.0.len()
        }

        fn before(&self, index: usize) -> u64 {
            self.0.iter().take(index).map(|part| part.len() as u64).sum()
        }

        fn prefilter(&self, parts: Range<usize>, may_match: &MayMatch) -> Vec<bool> {
            parts.map(|part| may_match(self.0[part].as_bytes())).collect()
        }

        fn load(&self, index: usize) -> Result<Part, ReadError> {
            self.2.lock().unwrap().push(index);
            let text = self.0[index].to_owned();
            let mut start = 0;
            let blocks = text.split_inclusive('\n').map(|line| {
                let range = start..start + line.trim_end().len();
                start += line.len();
                Block::new(range, BlockKind::Paragraph)
            });
            let blocks = blocks.collect();
            Ok(Part::new(text, blocks, Markup::default()))
        }

        fn survey(&self, _: &Rules, _: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
            Survey::default()
        }
    }

    fn source(parts: &[&'static str]) -> Arc<Parts> {
        let verdict = Verdict { encoding: Encoding::UTF_8, basis: Basis::Valid };
        let facts = Facts { encoding: Some(verdict), ..Facts::default() };
        Arc::new(Parts(parts.to_vec(), facts, Mutex::default()))
    }

    fn document(parts: &[&'static str]) -> Document {
        Document::new(source(parts))
    }

    fn found(search: &Search) -> Vec<(usize, Vec<Range<usize>>)> {
        let found = search.found().into_iter();
        found.map(|(part, hits)| (part, hits.ranges().collect())).collect()
    }

    fn seeker(text: &str) -> Arc<Seeker> {
        Arc::new(Seeker::new(&Query::words(text)).unwrap())
    }

    #[test]
    fn a_match_across_the_end_of_a_part_is_found_once() {
        let document = document(&["他离开\n", "公司了。离开公司\n"]);
        let expected = vec![(0, vec![3..16]), (1, vec![12..24])];
        assert_eq!(found(&Search::new(seeker("离开公司"), &document)), expected);
    }

    #[test]
    fn what_a_match_across_the_end_took_is_not_the_start_of_another() {
        let document = document(&["人\n", "人人\n", "人\n"]);
        let expected = vec![(0, vec![0..7]), (1, vec![3..10]), (2, vec![])];
        assert_eq!(found(&Search::new(seeker("人人"), &document)), expected);
    }

    #[test]
    fn a_word_that_begins_in_the_middle_of_the_look_back_is_none() {
        let long: &'static str = Box::leak(format!("{}art is\n", "p".repeat(900)).into_boxed_str());
        let document = document(&[long, "long\n"]);
        let query =
            Query { bounds: crate::search::Bounds::WholeWords, ..Query::words("art is long") };
        let seeker = Arc::new(Seeker::new(&query).unwrap());
        assert_eq!(found(&Search::new(seeker, &document)), [(0, vec![]), (1, vec![])]);
    }

    #[test]
    fn a_part_is_read_where_it_may_hold_a_match_or_one_beside_it_may() {
        let read = |letters: &str, from: usize, count: usize| {
            let parts = letters.chars().map(|c| if c == 'x' { "雨\n" } else { "风\n" });
            let source = source(&parts.collect::<Vec<_>>());
            let document = Document::new(Arc::clone(&source) as Arc<dyn Source>);
            let found = Search::new(seeker("雨"), &document).around(from, count).found();
            assert_eq!(found.len(), count);
            let hits = found.iter().filter(|(_, hits)| !hits.is_empty()).count();
            assert_eq!(hits, letters.matches('x').count());
            let mut read = source.2.lock().unwrap().clone();
            read.sort_unstable();
            read.dedup();
            read
        };
        assert_eq!(read("----x-----x-", 0, 12), [3, 4, 5, 9, 10, 11]);
        assert_eq!(read("----x-----x-", 7, 12), [3, 4, 5, 9, 10, 11]);
        let far = format!("{}x{}", "-".repeat(600), "-".repeat(20));
        assert_eq!(read(&far, 0, 621), [599, 600, 601]);
        assert!(read("------------", 3, 12).is_empty());
    }

    #[test]
    fn the_ring_begins_anywhere_and_ends_where_it_is_told() {
        let document = document(&["a\n", "a\n", "b a\n"]);
        let search = Search::new(seeker("a"), &document);
        let parts =
            |search: Search| search.found().iter().map(|(part, _)| *part).collect::<Vec<_>>();
        assert_eq!(parts(search.clone().around(2, usize::MAX)), [2, 0, 1]);
        assert_eq!(parts(search.around(1, 2)), [1, 2]);
    }

    #[test]
    fn a_paragraph_must_hold_what_is_beside() {
        let document = document(&["风起 夜\n风停\n夜风\n"]);
        let beside = Matcher::new(&Query::words("夜")).unwrap();
        let search = Search::new(Arc::new(seeker("风").beside(beside)), &document);
        assert_eq!(found(&search), [(0, vec![0..3, 21..24])]);
    }

    #[test]
    fn of_several_words_the_paragraph_holds_all() {
        let document = document(&["老葛写信\n老葛睡了\n渡口的信来自老葛\n"]);
        assert_eq!(found(&Search::new(seeker("老葛 && 信"), &document)), [(0, vec![0..6, 44..50])]);
        assert_eq!(found(&Search::new(seeker("信&&渡"), &document)), [(0, vec![])]);
        let three = seeker("信 && 渡 && 葛");
        assert_eq!(found(&Search::new(three, &document)), [(0, vec![35..38])]);
        assert!(
            Seeker::new(&Query::words("信 &&")).is_ok(),
            "the second word is still to be typed"
        );
        assert!(Seeker::new(&Query::words("&& 信")).is_ok());
    }

    #[test]
    fn words_of_han_with_a_blank_between_stand_side_by_side_or_in_one_paragraph() {
        let document = document(&["老葛在渡口等信
老葛信
老葛睡了
信　老葛　信
"]);
        let found = found(&Search::new(seeker("老葛 信"), &document));
        let texts: Vec<&str> = found
            .iter()
            .flat_map(|(_, ranges)| ranges)
            .filter_map(|range| {
                "老葛在渡口等信
老葛信
老葛睡了
信　老葛　信
"
                .get(range.clone())
            })
            .collect();
        assert_eq!(texts, ["老葛", "老葛", "老葛　信"]);
    }

    #[test]
    fn what_lies_across_the_end_of_a_part_is_looked_for_up_to_the_bound() {
        let reach = |query: &Query| Seeker::new(query).unwrap().reach;
        let words = |count: usize| reach(&Query::words("雨".repeat(count)));
        let most = ACROSS_BYTES / STRETCH[0] - 4;
        assert_eq!(words(most - 1), ACROSS_BYTES - STRETCH[0]);
        assert_eq!([words(most), words(most + 1)], [ACROSS_BYTES; 2]);
        assert_eq!(reach(&Query::regex("雨.+")), ACROSS_BYTES);
    }
}
