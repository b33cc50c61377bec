//! References within a book: from the file that holds one to the file and the place that it means.

use crate::format::reference::unescaped;

/// Where a reference leads within the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BookTarget {
    /// The path of the file in the archive.
    pub(super) path: String,
    /// The id in that file; none: the file as a whole.
    pub(super) id: Option<String>,
}

/// Returns where `href` in the file `from` leads; none where it leads out of the book: to an address of the web,
/// a file of the machine, data within the reference. What climbs above the root of the archive stays in it.
pub(super) fn resolve(from: &str, href: &str) -> Option<BookTarget> {
    let href = href.trim();
    if has_scheme(href) || href.starts_with("//") {
        return None;
    }
    let (path, id) = href.split_once('#').map_or((href, None), |(path, id)| (path, Some(id)));
    let path = path.split_once('?').map_or(path, |(path, _)| path).replace('\\', "/");
    let path = unescaped(&path);
    let path = match path.strip_prefix('/') {
        _ if path.is_empty() => from.to_owned(),
        Some(rooted) => joined("", rooted),
        None => joined(from.rsplit_once('/').map_or("", |(folder, _)| folder), &path),
    };
    let id = id.filter(|id| !id.is_empty()).map(unescaped);
    Some(BookTarget { path, id })
}

/// Returns whether `href` begins with a scheme (RFC 3986, 3.1). One letter is the drive of a path of Windows.
fn has_scheme(href: &str) -> bool {
    let Some((scheme, _)) = href.split_once(':') else { return false };
    let rest = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(rest)
}

/// Returns `path` from `folder` on, without its dots.
fn joined(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns where `href` leads from `OEBPS/text/a.xhtml`, as `path#id`.
    fn to(href: &str) -> Option<String> {
        let BookTarget { path, id } = resolve("OEBPS/text/a.xhtml", href)?;
        Some(id.map_or(path.clone(), |id| format!("{path}#{id}")))
    }

    #[test]
    fn a_reference_starts_at_its_file() {
        for (href, leads) in [
            ("b.xhtml", "OEBPS/text/b.xhtml"),
            ("./b.xhtml#s%201", "OEBPS/text/b.xhtml#s 1"),
            ("../img/c.png?x=1", "OEBPS/img/c.png"),
            ("/b.xhtml", "b.xhtml"),
            ("#note", "OEBPS/text/a.xhtml#note"),
            ("#", "OEBPS/text/a.xhtml"),
            ("..\\b.xhtml", "OEBPS/b.xhtml"),
        ] {
            assert_eq!(to(href).as_deref(), Some(leads), "{href}");
        }
    }

    #[test]
    fn names_in_per_cents_are_read_and_broken_ones_stand() {
        assert_eq!(to("%E7%81%AF.xhtml").as_deref(), Some("OEBPS/text/灯.xhtml"));
        assert_eq!(to("100%.xhtml").as_deref(), Some("OEBPS/text/100%.xhtml"));
        assert_eq!(to("%+1%ff.xhtml").as_deref(), Some("OEBPS/text/%+1%ff.xhtml"));
    }

    #[test]
    fn nothing_leads_above_the_root() {
        assert_eq!(to("../../../../etc/passwd").as_deref(), Some("etc/passwd"));
    }

    #[test]
    fn what_leads_out_of_the_book_is_no_target() {
        for href in [
            "https://example.org/",
            "mailto:a@b",
            "data:text/html,x",
            "file:///etc/passwd",
            "//host/x",
        ] {
            assert_eq!(to(href), None, "{href}");
        }
    }
}
