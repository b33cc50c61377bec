//! A page of the web as a source: the article in it, or all of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Article, Readability};

use super::attributes::bounded;
use super::parsed::parsed;
use super::{Dialect, TOO_DEEP, part, source_part, walk};
use crate::budget::{ARTICLE_NODES, PAGE_BYTES};
use crate::decode::{Choice, Encoding};
use crate::document::{Facts, Headings, ParagraphStyle, Part, ReadAt, Source, ViewMode};
use crate::format::declared::verdict;
use crate::format::plain::PlainText;
use crate::format::sliced::Sliced;
use crate::format::sources::whole;
use crate::text::Lang;

/// How many bytes of a page may hold what it says of its encoding (HTML, 13.2.3.2).
const META_BYTES: usize = 1024;

/// An article holds one part in so many of the page's text at least, or all of the page is shown: a page of links has no
/// article.
const LEAST_SHARE: usize = 4;

/// A page of less weight is a flash of news: of its article so little is found that all of the page is taken for it.
const SHORT: usize = 3000;

/// Returns the page that `bytes` are, which came as being in `told`; none where they are too many to be parsed, or can't be
/// read.
pub(in crate::format) fn open(
    bytes: Arc<dyn ReadAt>,
    choice: Choice,
    told: Option<Encoding>,
) -> Option<Sliced> {
    open_in(ViewMode::Auto, bytes, choice, told)
}

/// Returns the same in `view`.
fn open_in(
    view: ViewMode,
    bytes: Arc<dyn ReadAt>,
    choice: Choice,
    told: Option<Encoding>,
) -> Option<Sliced> {
    let read = whole(&*bytes, PAGE_BYTES)?;
    let verdict = verdict(&read, told.or_else(|| declared(&read)), choice);
    let decoded = verdict.encoding.decode(verdict.encoding.unmarked(&read));
    let shown = Shown::of(&bounded(&decoded.text), view);
    let lang = shown.lang.as_deref().and_then(Lang::of_tag);
    let facts = Facts {
        format: "web page",
        encoding: Some(verdict),
        lang: lang.or_else(|| Lang::detect(shown.part.text())),
        paragraphs: ParagraphStyle::Solid,
        headings: Headings::Declared,
        view: shown.view,
        metadata: shown.about,
        ..Facts::default()
    };
    let replaced = decoded.replaced;
    let views: &[ViewMode] = match facts.view {
        ViewMode::Page => &[ViewMode::Source],
        _ => &[ViewMode::Page, ViewMode::Source],
    };
    let again = Arc::clone(&bytes);
    let recode = move |encoding| open_in(view, Arc::clone(&bytes), Choice::Use(encoding), told);
    let look = move |view| {
        let (bytes, choice) = (Arc::clone(&again), Choice::Told(verdict));
        let source: Arc<dyn Source> = match view {
            ViewMode::Page => Arc::new(open_in(view, bytes, choice, told)?),
            _ => Arc::new(PlainText::open(bytes, choice).in_view(view)),
        };
        Some(source)
    };
    let page = Sliced::of(&shown.part, facts).decoded(replaced, recode);
    Some(page.with_views(views, look))
}

/// What is shown of a page.
struct Shown {
    part: Part,
    view: ViewMode,
    about: Vec<(String, String)>,
    lang: Option<String>,
}

impl Shown {
    /// Returns what is shown of the page `html` in `view`: the article, where the page is one and most of its text.
    fn of(html: &str, view: ViewMode) -> Self {
        let whole = |part| Self { part, view: ViewMode::Page, about: Vec::new(), lang: None };
        let Some(tree) = parsed(html) else {
            return whole(source_part(html, TOO_DEEP));
        };
        let may_be_article = may_be_article(view, tree.tree.len());
        let page = walk::part(&tree, Dialect::Html);
        drop(tree);
        if !may_be_article {
            return whole(page);
        }
        let found = catch_unwind(AssertUnwindSafe(|| article(html, weight(page.text()))));
        let Some((article, text)) = found.ok().flatten() else { return whole(page) };
        let facts = [
            ("title", Some(article.title)),
            ("author", article.byline),
            ("date", article.published_time),
            ("site", article.site_name),
        ];
        let about = facts.into_iter().filter_map(|(name, fact)| Some((name.to_owned(), fact?)));
        let about = about.filter(|(_, fact)| !fact.is_empty()).collect();
        if weight(text.text()) * LEAST_SHARE < weight(page.text()) {
            return Self { part: page, view: ViewMode::Page, about, lang: article.lang };
        }
        Self { part: text, view: ViewMode::Auto, about, lang: article.lang }
    }
}

/// Returns whether an article is looked for on a page of so many `nodes` that is to be shown in `view`.
fn may_be_article(view: ViewMode, nodes: usize) -> bool {
    view != ViewMode::Page && nodes <= ARTICLE_NODES
}

/// Returns the article of the page `html`, the text of which has the weight `all`, and its part; none where the page is none. What is hidden until a script runs
/// is shown where that gives more than twice as much.
fn article(html: &str, all: usize) -> Option<(Article, Part)> {
    let plain = extracted(html, all);
    let shown = html.replace("visibility: hidden", "").replace("visibility:hidden", "");
    if shown.len() == html.len() {
        return plain;
    }
    let of =
        |found: &Option<(Article, Part)>| found.as_ref().map_or(0, |(_, part)| weight(part.text()));
    let other = extracted(&shown, all);
    if of(&other) > 2 * of(&plain) { other } else { plain }
}

fn extracted(html: &str, all: usize) -> Option<(Article, Part)> {
    let page = parsed(html)?;
    leave_out_comments(&page, all);
    let everything = is_text_alone(&page).then(|| page.select("body").inner_html());
    let headings: Vec<String> = page.select("h1, h2").iter().map(|it| spaced(&it.text())).collect();
    let whole = spaced(&page.select("title").text());
    let mut article = Readability::with_document(page, None, None).ok()?.parse().ok()?;
    // Its beginning may have been taken for the name of the site.
    if whole.ends_with(&spaced(&article.title)) {
        article.title = whole;
    }
    if let Some(own) = headings.into_iter().find(|heading| is_own(heading, &article.title)) {
        article.title = own;
    }
    let title = escaped(&article.title);
    let text = everything.as_ref().unwrap_or(&article.content);
    // Most articles leave their title to the page around them.
    let titled = title.is_empty() || text.contains(title.as_str());
    let heading = if titled { String::new() } else { format!("<h1>{title}</h1>") };
    let content = format!("{heading}{text}");
    // Of a large page they are as large.
    (article.content, article.text_content) = Default::default();
    let part = part(&content, Dialect::Html)?;
    Some((article, part))
}

/// The marks between a title and the name of the site.
const BEFORE_SITE: [char; 12] = ['-', '–', '—', '|', '｜', '_', '·', '•', '»', '«', '/', ':'];

/// Returns whether `title` is `heading` and the name of the site beside it: `渡口_江上日报`.
fn is_own(heading: &str, title: &str) -> bool {
    let (heading, title) = (heading.to_lowercase(), spaced(title).to_lowercase());
    let after = title.strip_prefix(&heading).map(|site| site.trim_start().starts_with(BEFORE_SITE));
    let before = title.strip_suffix(&heading).map(|site| site.trim_end().ends_with(BEFORE_SITE));
    !heading.is_empty() && (after == Some(true) || before == Some(true))
}

/// Returns `text` with one blank between its words.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether `page` is text alone: nothing on it leads anywhere, asks for anything, or is dressed, hidden or marked as the
/// article among other things.
fn is_text_alone(page: &Document) -> bool {
    let around = "a[href], nav, aside, header, footer, main, article, form, button, script, iframe";
    let dressed = "[class], [style], [hidden], [aria-hidden]";
    !page.select(around).exists() && !page.select(dressed).exists()
}

/// Takes out of `page`, of the weight `all`, what readers said of it, where all else is so short that an article would be kept
/// with that. Where it is most of the page, it is what the page is for.
fn leave_out_comments(page: &Document, all: usize) {
    let kept = page.select("div, section, ul, ol, aside");
    let is_outermost = |node: &&NodeRef| {
        holds_comments(node) && !node.ancestors_it(None).any(|around| holds_comments(&around))
    };
    let comments: Vec<_> = kept.nodes().iter().filter(is_outermost).collect();
    let said: usize = comments.iter().map(|node| weight(&node.text())).sum();
    let else_there = all.saturating_sub(said);
    if said < else_there && else_there < SHORT {
        for node in comments {
            node.remove_from_parent();
        }
    }
}

/// Returns whether `node` holds, by its class or its id, what readers said.
fn holds_comments(node: &NodeRef) -> bool {
    let names = ["class", "id"].into_iter().filter_map(|name| node.attr(name));
    names.into_iter().any(|names| {
        let mut words = names.split(|c: char| c.is_whitespace() || c == '-' || c == '_');
        words.any(|word| ["comment", "comments", "cmt", "pinglun"].contains(&word))
    })
}

/// Returns `text` as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Returns how much there is to read in `text`: a character of Han says as much as a few letters.
fn weight(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{2E80}' { 1 } else { 3 }).sum()
}

/// Returns the encoding that the head of the page names: `charset=gbk`, within quotes or not.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..META_BYTES).unwrap_or(bytes)).to_lowercase();
    let value = head.split_once("charset")?.1.trim_start().strip_prefix('=')?;
    let name = value.trim_start().trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
    Encoding::named(name.get(..end.unwrap_or(name.len()))?)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::document::{self, Rules};

    fn page(html: impl AsRef<[u8]>, view: ViewMode) -> Sliced {
        let bytes: Vec<u8> = html.as_ref().to_vec();
        open_in(view, Arc::new(bytes), Choice::default(), None).unwrap()
    }

    fn text(page: &Sliced) -> String {
        (0..page.count()).map(|part| page.load(part).unwrap().text().to_owned()).collect()
    }

    /// Returns a page with an article of several paragraphs, and links around it.
    fn news() -> String {
        let words = "The keeper closed the old book and said that the lamp was not lit for the ships, but for those who wait on the shore and can't sleep. ";
        let paragraphs = format!("<p>{}</p>", words.repeat(4)).repeat(6);
        let links = "<li><a href='/x'>Sign in to read more of this</a></li>".repeat(10);
        format!("<html lang='en'><head><title>The lamp</title></head><body><nav><ul>{links}</ul></nav>
            <article><h1>The lamp</h1>{paragraphs}<h2>Later</h2>{paragraphs}</article><footer>{links}</footer></body></html>")
    }

    #[test]
    fn the_article_is_shown_and_all_of_the_page_on_demand() {
        let article = page(news(), ViewMode::Auto);
        assert!(
            text(&article).contains("The keeper closed") && !text(&article).contains("Sign in")
        );
        assert_eq!(
            (article.facts().view, article.facts().lang),
            (ViewMode::Auto, Some(Lang::Other))
        );
        assert_eq!(article.views(), [ViewMode::Page, ViewMode::Source]);
        let viewed =
            |view| document::Document::new(article.viewed(view).unwrap()).part(0).text().to_owned();
        let all = viewed(ViewMode::Page);
        assert!(all.contains("The keeper closed") && all.contains("Sign in"));
        assert!(viewed(ViewMode::Source).contains("<h2>Later</h2>"));
    }

    #[test]
    fn the_headings_are_the_sections() {
        let page = page("<h1>One</h1><p>a</p><h2>Two</h2><p>b</p>", ViewMode::Page);
        let survey = page.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
        let levels: Vec<(String, u8)> = survey
            .outline
            .sections()
            .iter()
            .map(|one| (one.title.to_string(), one.level))
            .collect();
        assert_eq!(levels, [("One".to_owned(), 1), ("Two".to_owned(), 2)]);
        assert_eq!(survey.characters, 8);
    }

    #[test]
    fn no_article_is_looked_for_on_a_page_of_too_many_nodes() {
        let looked =
            [ARTICLE_NODES, ARTICLE_NODES + 1].map(|it| may_be_article(ViewMode::Auto, it));
        assert_eq!(looked, [true, false]);
        assert!(!may_be_article(ViewMode::Page, 1), "nor where all of the page is asked for");
    }

    #[test]
    fn a_page_of_links_with_a_few_words_is_shown_whole() {
        let links = "<li><a href='/x'>The keeper of the lamp and his book</a></li>".repeat(40);
        let page = page(
            format!("<ul>{links}</ul><p>A few words of welcome to the shore.</p>"),
            ViewMode::Auto,
        );
        assert_eq!(text(&page).matches("The keeper of the lamp").count(), 40);
        assert!(text(&page).contains("A few words"));
    }

    #[test]
    fn of_a_page_that_is_text_alone_nothing_is_left_out() {
        let words =
            "The keeper closed the old book, and the lamp was lit for the ships. ".repeat(9);
        let table = format!("<table><tr><th>{words}<td>{words}<td>{words}</table>");
        let shown = |html: String| text(&page(html, ViewMode::Auto));
        assert!(shown(format!("<p>A word before</p>{table}")).starts_with("A word before"));
        let titled = shown(format!("<title>Lamps</title><p>A word before</p>{table}"));
        assert!(titled.starts_with("Lamps\n") && titled.contains("A word before"), "{titled}");
    }

    #[test]
    fn what_readers_said_of_a_short_article_is_none_of_it_unless_it_is_most_of_the_page() {
        let said = "<div class=cmt>Good to read, I will tell a friend of it.</div>";
        let words = "<p>The keeper closed the old book, and the lamp was lit for the ships.</p>";
        let flash = |said: &str| {
            let html =
                format!("<h1>The lamp</h1><div>{words}</div><div class='cmt-list'>{said}</div>");
            text(&page(html, ViewMode::Auto))
        };
        let short = flash(said);
        assert!(short.contains("The keeper closed") && !short.contains("a friend"), "{short}");
        assert!(flash(&said.repeat(9)).contains("a friend"));
    }

    #[test]
    fn the_title_of_an_article_is_shown_once() {
        assert_eq!(text(&page(news(), ViewMode::Auto)).matches("The lamp\n").count(), 1);
        let bare = news().replace("<h1>The lamp</h1>", "");
        assert!(text(&page(bare, ViewMode::Auto)).starts_with("The lamp"));
    }

    #[test]
    fn the_title_of_an_article_is_its_heading_without_the_name_of_the_site() {
        let titled = |title: &str, heading: &str| {
            let html = news().replace("<title>The lamp<", &format!("<title>{title}<"));
            let html = html.replace("<h1>The lamp<", &format!("<h1>{heading}<"));
            let page = page(html, ViewMode::Auto);
            let (_, title) =
                page.facts().metadata.iter().find(|(name, _)| name == "title").unwrap();
            let first = text(&page).lines().next().unwrap().to_owned();
            (title.clone(), first)
        };
        let both = |title: &str| (title.to_owned(), title.to_owned());
        assert_eq!(titled("渡口_江上日报", "渡口"), both("渡口"));
        assert_eq!(titled("The lamp - Shore News", "The  Lamp"), both("The Lamp"));
        assert_eq!(titled("江上日报 | 渡口", "渡口"), both("渡口"));
        assert_eq!(titled("渡口的灯_江上日报", "渡口").0, "渡口的灯_江上日报", "another heading");
        let whole = "Lamps (boats: what is in a lamp that burns on)";
        assert_eq!(titled(whole, "渡口").0, whole, "no part of it names a site");
    }

    #[test]
    fn a_page_that_is_too_deep_is_its_source_in_every_view() {
        for view in [ViewMode::Auto, ViewMode::Page] {
            let deep = "<svg><g>".repeat(20_000);
            let page = page(format!("<!doctype html><p>a</p>{deep}"), view);
            assert_eq!(page.views(), [ViewMode::Source], "all of it is shown");
            let text = text(&page);
            assert!(text.contains("this is the source") && text.contains("<svg><g>"));
        }
    }

    #[test]
    fn valid_utf_8_comes_before_what_the_page_says_of_itself() {
        let encoding =
            |bytes: &[u8]| page(bytes, ViewMode::Page).facts().encoding.unwrap().encoding.name();
        assert_eq!(encoding("<meta charset=gb2312><p>灯塔".as_bytes()), "UTF-8");
        assert_eq!(
            encoding(b"<meta http-equiv=x content='text/html; charset=gb2312'><p>\xb5\xc6\xcb\xfe"),
            "GBK"
        );
    }

    #[test]
    fn a_page_of_more_than_the_bound_is_no_page() {
        let opened = |bytes: usize| open(Arc::new(vec![b' '; bytes]), Choice::default(), None);
        assert!(opened(PAGE_BYTES as usize).is_some());
        assert!(opened(PAGE_BYTES as usize + 1).is_none());
    }

    #[test]
    fn a_reference_leads_to_the_part_that_has_its_name() {
        let far = "<p>word</p>".repeat(64 << 10);
        let page = page(format!("<p>a</p>{far}<p id='灯'>b</p>"), ViewMode::Page);
        let last = page.count() - 1;
        assert!(last > 0);
        let names = ["#灯", "#%E7%81%AF", "#top", "#none", "other.html"];
        let led = names.map(|href| page.resolve(1, href));
        let to = |part, name: &str| Some((part, name.to_owned()));
        assert_eq!(led, [to(last, "灯"), to(last, "灯"), to(0, ""), to(1, "none"), None]);
    }

    #[test]
    fn what_a_script_would_show_is_shown() {
        let hidden = news().replace("<article>", "<article style='visibility: hidden'>");
        assert!(text(&page(hidden, ViewMode::Auto)).contains("The keeper closed"));
    }
}
