//! What kanshu can do for a text in memory, in one call each.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use crate::decode::Choice;
use crate::decode::Encoding;
use crate::document::{Rules, Section, Source};
use crate::format::plain::PlainText;
use crate::layout::{LayoutOptions, Paragraph, layout};
use crate::search::{Matcher, Query, QueryError};
use crate::text::WidthModel;

/// Returns `text` set in rows of at most `measure` cells: each of its lines is a paragraph. No row begins with a mark
/// that closes or ends with one that opens (CLREQ, JLREQ), and no word is cut that fits.
///
/// ```
/// let rows = kanshu::wrap("她说：“你好，世界。”然后走了。", 16);
/// assert_eq!(rows, ["她说：“你好，世", "界。”然后走了。"]);
/// ```
pub fn wrap(text: &str, measure: usize) -> Vec<String> {
    let (options, model) =
        (LayoutOptions { measure, ..LayoutOptions::default() }, WidthModel::default());
    let set = |line: &str| {
        let paragraph = Paragraph { text: line, ..Paragraph::default() };
        let rows = layout(&paragraph, &options, &model);
        rows.iter().map(|row| row.text(line, &model)).collect::<Vec<_>>()
    };
    text.lines().flat_map(set).collect()
}

/// Returns the sections of a plain text, found by its headings, in reading order.
///
/// ```
/// let novel = "第一章 渡口\n\n船夫把缆绳解开，又系上。\n\n第二章 夜雨\n\n雨下了三天，没有人过河。\n";
/// let sections = kanshu::sections(novel);
/// let titles: Vec<&str> = sections.iter().map(|section| section.title.as_str()).collect();
/// assert_eq!(titles, ["第一章 渡口", "第二章 夜雨"]);
/// assert_eq!(sections[1].line, Some(5));
/// ```
pub fn sections(text: &str) -> Vec<Section> {
    let bytes: Arc<[u8]> = text.as_bytes().into();
    let source = PlainText::open(Arc::new(bytes), Choice::Use(Encoding::UTF_8));
    let survey = source.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    survey.outline.sections().iter().map(Section::owned).collect()
}

/// Returns where `words` stand in `text`, in order, as a person means them: over line ends, full and half width,
/// simplified and traditional, with and without accents; small letters also find capitals.
///
/// # Errors
/// `words` hold nothing visible, or too much.
///
/// ```
/// let text = "他上個月離開\n　　公司。";
/// let found = kanshu::find(text, "离开公司")?;
/// assert_eq!(&text[found[0].clone()], "離開\n　　公司");
/// # Ok::<(), kanshu::QueryError>(())
/// ```
pub fn find(text: &str, words: &str) -> Result<Vec<Range<usize>>, QueryError> {
    Ok(Matcher::new(&Query::words(words))?.matches(text).collect())
}
