//! A document that is parsed as a whole and handed out in parts of bounded size.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use crate::decode::Encoding;
use crate::document::{
    Anchor, Facts, NamedPlaces, Outline, Part, ReadError, Rules, Section, Source, Survey, ViewMode,
};
use crate::format::blocks::{Heading, characters, headings, printed_pages};
use crate::format::reference::unescaped;

/// About how many bytes of a document are one part.
pub(super) const PIECE_BYTES: usize = 256 << 10;

/// Opens the same bytes in another encoding.
type Recode = dyn Fn(Encoding) -> Option<Sliced> + Send + Sync;

/// Shows the same bytes in another view.
type ShowIn = dyn Fn(ViewMode) -> Option<Arc<dyn Source>> + Send + Sync;

/// A parsed document in parts.
pub(super) struct Sliced {
    facts: Facts,
    parts: Box<[Part]>,
    /// How many bytes of the text lie before each part, and before the end.
    before: Vec<u64>,
    /// How many invalid sequences of bytes became U+FFFD.
    replaced: u64,
    recode: Box<Recode>,
    /// The views that it has besides, and what shows it in one.
    views: &'static [ViewMode],
    look: Box<ShowIn>,
}

impl Sliced {
    /// Returns the document of `facts` that is `whole`, in parts.
    pub(super) fn of(whole: &Part, facts: Facts) -> Self {
        let bytes = whole.text().len();
        let count = bytes.div_ceil(PIECE_BYTES).max(1);
        let cuts: Vec<usize> = (1..count).map(|piece| bytes / count * piece).collect();
        let parts: Box<[Part]> = whole.sliced(&cuts).into();
        let mut before = vec![0];
        before.extend(parts.iter().scan(0, |sum, part| {
            *sum += part.text().len().max(1) as u64;
            Some(*sum)
        }));
        let (recode, look) = (Box::new(|_| None), Box::new(|_| None));
        Self { facts, parts, before, replaced: 0, recode, views: &[], look }
    }

    /// Returns the same document, of whose bytes `replaced` sequences were invalid, and which `recode` opens in another
    /// encoding.
    pub(super) fn decoded(
        self,
        replaced: u64,
        recode: impl Fn(Encoding) -> Option<Self> + Send + Sync + 'static,
    ) -> Self {
        Self { replaced, recode: Box::new(recode), ..self }
    }

    /// Returns the same document, which has these `views` besides its own, and which `look` shows in one.
    pub(super) fn with_views(
        self,
        views: &'static [ViewMode],
        look: impl Fn(ViewMode) -> Option<Arc<dyn Source>> + Send + Sync + 'static,
    ) -> Self {
        Self { views, look: Box::new(look), ..self }
    }
}

impl Source for Sliced {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.parts.len()
    }

    fn before(&self, index: usize) -> u64 {
        self.before.get(index).or(self.before.last()).copied().unwrap_or_default()
    }

    /// It is parsed already.
    fn cost(&self, _: usize) -> u64 {
        0
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        Ok(self.parts.get(index).cloned().unwrap_or_default())
    }

    fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        for index in parts {
            let text = self.parts.get(index).map_or("", Part::text);
            if take(index, text).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Its headings are its sections.
    fn survey(&self, _: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        let mut sections = Vec::new();
        for (number, part) in self.parts.iter().enumerate() {
            for Heading { title, level, line, start } in headings(part) {
                let anchor = Anchor { part: number, line };
                let offset = self.before(number) + start as u64;
                sections.push(Section { title, level, anchor, line: None, offset });
            }
        }
        let survey = Survey {
            outline: Outline::new(sections).into(),
            characters: self.parts.iter().map(characters).sum(),
            done: self.before(self.parts.len()),
            replaced: self.replaced,
            places: NamedPlaces::new(printed_pages(&self.parts, 0).collect(), Vec::new()).into(),
            ..Survey::default()
        };
        // That is all; nobody can break it off.
        let _ = watch(&survey);
        survey
    }

    fn resolve(&self, part: usize, href: &str) -> Option<(usize, String)> {
        let name = href.strip_prefix('#')?;
        let names = [name.to_owned(), unescaped(name)];
        let found = names.into_iter().find_map(|name| {
            Some((self.parts.iter().position(|part| part.anchor(&name).is_some())?, name))
        });
        let top = || (name.is_empty() || name == "top").then(|| (0, String::new()));
        Some(found.or_else(top).unwrap_or((part, name.to_owned())))
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        Some(Arc::new((self.recode)(encoding)?))
    }

    fn views(&self) -> &[ViewMode] {
        self.views
    }

    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        (self.look)(view)
    }
}
