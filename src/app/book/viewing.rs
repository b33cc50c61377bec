//! How the document is seen: in the encoding and the view that the reader chose.

use crate::app::Job;
use crate::decode::Encoding;
use crate::document::{Document, ViewMode};

/// A document as it was opened, and how the reader chose to see it. To show it so may take as long as to open it.
#[derive(Clone)]
pub struct Viewing {
    /// The document before the reader chose anything.
    opened: Document,
    /// The encoding that the reader chose while reading.
    encoding: Option<Encoding>,
    /// How it is shown, where its format has that view.
    view: ViewMode,
}

/// What a document is read for as it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum ShownFor {
    /// The reader chose another view.
    View,
    /// The reader looks at it in an encoding that they may choose.
    Preview,
    /// The reader went back to the encoding before.
    EncodingBack,
    /// It was reloaded.
    Reload,
    /// There is more in it; more of it may come where that is `more`.
    Growth { more: bool },
}

/// The reading of a document as it is seen that goes on.
#[derive(Clone, Copy)]
pub(super) struct AwaitedView {
    pub(super) job: Job,
    pub(super) purpose: ShownFor,
    /// What has come meanwhile: the document is read for that after this.
    pub(super) next: Option<ShownFor>,
}

impl Viewing {
    /// Returns how `opened` is seen in a view, and in the encoding that it was opened in.
    pub(super) fn new(opened: Document, view: ViewMode) -> Self {
        Self { opened, encoding: None, view }
    }

    /// Returns the document in its encoding and its view.
    pub fn document(&self) -> Document {
        self.unviewed().viewed(self.view)
    }

    /// Returns the document in its encoding, to be shown in any view.
    pub(super) fn unviewed(&self) -> Document {
        let recoded = self.encoding.and_then(|encoding| self.opened.recoded(encoding));
        recoded.unwrap_or_else(|| self.opened.clone())
    }

    /// Returns the document as it was opened.
    pub(super) fn opened(&self) -> &Document {
        &self.opened
    }

    /// Returns how it is seen in `encoding`.
    pub(super) fn recoded(&self, encoding: Encoding) -> Self {
        Self { encoding: Some(encoding), ..self.clone() }
    }

    /// Returns whether the document is shown as it was opened.
    pub(super) fn is_as_opened(&self) -> bool {
        self.encoding.is_none() && self.view() == ViewMode::Auto
    }

    /// Takes the document as it was opened anew.
    pub(super) fn set_opened(&mut self, opened: Document) {
        self.opened = opened;
    }

    /// Takes the encoding that the reader chose, and returns the one before; none is the one that it was opened in.
    pub(super) fn choose_encoding(&mut self, encoding: Option<Encoding>) -> Option<Encoding> {
        std::mem::replace(&mut self.encoding, encoding)
    }

    /// Takes the view that the reader chose, and returns whether the document looks another way in it.
    pub(super) fn choose_view(&mut self, view: ViewMode) -> bool {
        let before = self.view();
        self.view = view;
        self.view() != before
    }

    /// Returns the view in which the document is shown.
    pub(super) fn view(&self) -> ViewMode {
        let known = self.opened.views().contains(&self.view);
        if known { self.view } else { ViewMode::Auto }
    }

    /// Returns the view after that in which the document is shown; none where it has but one.
    pub(super) fn next(&self) -> Option<ViewMode> {
        let views = self.opened.views();
        let first = *views.first()?;
        Some(match views.iter().position(|view| *view == self.view) {
            Some(at) => views.get(at + 1).copied().unwrap_or_default(),
            None => first,
        })
    }
}
