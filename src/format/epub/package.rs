//! The package of a book: what it says of itself, its files, and the order in which they are read (EPUB 3.3, 5).

use std::collections::{HashMap, HashSet};

use super::archive::{Archive, ArchiveError};
use super::contents::ContentsEntry;
use super::path::{BookTarget, resolve};
use super::xml::{Tag, Xml, read};
use crate::budget::{BOOK_BYTES, CONTENTS_ENTRIES};
use crate::format::flaw::Flawed;

/// The file that names the package.
const CONTAINER: &str = "META-INF/container.xml";

/// The file that names what is encrypted.
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// The type of a document that is read.
const XHTML: &str = "application/xhtml+xml";

/// The type of an NCX, the contents of EPUB 2.
const NCX: &str = "application/x-dtbncx+xml";

/// A book's package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Package {
    /// What the book says of itself.
    pub(super) about: About,
    /// The documents in reading order: those that are read on their way first, then those out of the way.
    pub(super) spine: Vec<SpineItem>,
    /// The number of the document of navigation in the archive.
    pub(super) navigation: Option<usize>,
    /// The number of the NCX in the archive.
    pub(super) ncx: Option<usize>,
    /// The places that most books have, as EPUB 2 lists them (OPF 2.0.1, 2.6).
    pub(super) guide: Vec<ContentsEntry>,
}

/// A document of the spine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SpineItem {
    /// Its path in the archive.
    pub(super) path: String,
    /// The path of what it stands for, which is no document.
    pub(super) instead_of: Option<String>,
    /// Its number in the archive; none where the archive lacks it.
    pub(super) file: Option<usize>,
    /// Whether it lies on the way of who reads on.
    pub(super) linear: bool,
}

/// What a book says of itself (Dublin Core).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    /// Its title.
    pub(super) title: Option<String>,
    /// Who made it, the first first.
    pub(super) creators: Vec<String>,
    /// Its language, as a tag of BCP 47.
    pub(super) language: Option<String>,
    /// Who published it.
    pub(super) publisher: Option<String>,
    /// When it was published.
    pub(super) date: Option<String>,
    /// What it is about.
    pub(super) description: Option<String>,
    /// The series that it belongs to.
    pub(super) series: Option<String>,
    /// Whether its pages follow one another from right to left.
    pub(super) right_to_left: bool,
}

/// Why the package of a book can't be read.
#[derive(Debug, thiserror::Error)]
pub(in crate::format) enum PackageError {
    /// The archive can't be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The archive holds no package.
    #[error("its archive holds no book")]
    None,
    /// The book is encrypted.
    #[error("it is protected (DRM); only the program of its shop can open it")]
    Protected,
    /// Its documents hold more than [`BOOK_BYTES`].
    #[error("its documents hold more than {} MiB", BOOK_BYTES >> 20)]
    Large,
}

impl Flawed for PackageError {
    fn message(&self) -> (&'static str, String) {
        match self {
            Self::Archive(error) => error.message(),
            Self::None => ("flaw-no-book", String::new()),
            Self::Protected => ("flaw-protected", String::new()),
            Self::Large => ("flaw-large", (BOOK_BYTES >> 20).to_string()),
        }
    }
}

impl Package {
    /// Returns the package of the book in `archive`.
    pub(super) fn of(archive: &Archive) -> Result<Self, PackageError> {
        let path = package_path(archive).ok_or(PackageError::None)?;
        let file = archive.find(&path).ok_or(PackageError::None)?;
        let package = PackageReader::of(&read(&archive.read(file)?)).package(&path, archive);
        if is_protected(archive, &package)? {
            return Err(PackageError::Protected);
        }
        Ok(package)
    }
}

/// Returns the path of the package: as the container says, which may lie in a folder with the whole book; else the
/// first file that is one by its name.
fn package_path(archive: &Archive) -> Option<String> {
    let paths = || archive.files().iter().map(|file| file.path.as_str());
    let within = |path: &&str| path.strip_suffix(CONTAINER).is_some_and(|root| root.ends_with('/'));
    let container = paths().find(|path| *path == CONTAINER).or_else(|| paths().find(within));
    let named = container.and_then(|container| {
        let root = container.strip_suffix(CONTAINER).unwrap_or_default();
        let xml = read(&archive.read(archive.find(container)?).ok()?);
        let rootfile = tags(&xml).find(|tag| tag.name == "rootfile")?;
        let BookTarget { path, .. } = resolve(root, rootfile.get("full-path")?)?;
        archive.find(&path).map(|_| path)
    });
    let by_name = || paths().find(|path| path.to_lowercase().ends_with(".opf")).map(str::to_owned);
    named.or_else(by_name)
}

fn tags(xml: &[Xml]) -> impl Iterator<Item = &Tag> {
    xml.iter().filter_map(|one| match one {
        Xml::Open(tag) => Some(tag),
        _ => None,
    })
}

/// Returns whether what is read of the book is encrypted. Fonts may be, which protects no text.
fn is_protected(archive: &Archive, package: &Package) -> Result<bool, ArchiveError> {
    let Some((index, root)) = archive
        .files()
        .iter()
        .enumerate()
        .find_map(|(index, file)| file.path.strip_suffix(ENCRYPTION).map(|root| (index, root)))
    else {
        return Ok(false);
    };
    let xml = read(&archive.read(index)?);
    let encrypted: HashSet<String> = tags(&xml)
        .filter(|tag| tag.name == "CipherReference")
        .filter_map(|tag| Some(resolve(root, tag.get("URI")?)?.path))
        .collect();
    Ok(package.spine.iter().any(|document| encrypted.contains(&document.path)))
}

/// An entry of the manifest.
#[derive(Clone, Debug, Default)]
struct ManifestItem {
    href: String,
    media: String,
    properties: String,
    fallback: Option<String>,
}

/// An entry of the spine.
#[derive(Clone, Debug)]
struct Reference {
    item: String,
    linear: bool,
}

/// The package as it is written.
#[derive(Debug, Default)]
struct PackageReader {
    about: About,
    items: HashMap<String, ManifestItem>,
    /// The ids of the items in the order of the manifest.
    order: Vec<String>,
    spine: Vec<Reference>,
    /// The item that the spine names as the NCX.
    ncx: Option<String>,
    /// The entries of the guide: their kinds, titles and references.
    guide: Vec<[String; 3]>,
}

impl PackageReader {
    /// Returns what the package says that `xml` is.
    fn of(xml: &[Xml]) -> Self {
        let mut reading = Self::default();
        for (index, one) in xml.iter().enumerate() {
            let Xml::Open(tag) = one else { continue };
            match tag.name.as_str() {
                "item" => reading.item(tag),
                "itemref" => reading.reference(tag),
                "reference" if reading.guide.len() < CONTENTS_ENTRIES => {
                    let value = |name: &str| tag.get(name).unwrap_or_default().to_owned();
                    reading.guide.push(["type", "title", "href"].map(value));
                }
                "spine" => {
                    reading.ncx = tag.get("toc").map(str::to_owned);
                    reading.about.right_to_left =
                        tag.get("page-progression-direction") == Some("rtl");
                }
                _ => reading.about.take(tag, text_of(xml.get(index..).unwrap_or_default())),
            }
        }
        reading
    }

    fn item(&mut self, tag: &Tag) {
        let value = |name: &str| tag.get(name).unwrap_or_default().to_owned();
        let item = ManifestItem {
            href: value("href"),
            media: value("media-type"),
            properties: value("properties"),
            fallback: tag.get("fallback").map(str::to_owned),
        };
        if !self.items.contains_key(&value("id")) {
            self.order.push(value("id"));
            self.items.insert(value("id"), item);
        }
    }

    fn reference(&mut self, tag: &Tag) {
        let item = tag.get("idref").unwrap_or_default().to_owned();
        // A document that is named again was read before.
        if !self.spine.iter().any(|other| other.item == item) {
            self.spine.push(Reference { item, linear: tag.get("linear") != Some("no") });
        }
    }

    /// Returns the package at `path` of `archive`.
    fn package(self, path: &str, archive: &Archive) -> Package {
        let find = |item: &ManifestItem| archive.find(&resolve(path, &item.href)?.path);
        let items = || self.order.iter().filter_map(|id| self.items.get(id));
        let is_navigation = |item: &&ManifestItem| {
            item.properties.split_ascii_whitespace().any(|word| word == "nav")
        };
        let navigation = items().find(is_navigation).and_then(find);
        let named = self.ncx.as_ref().and_then(|id| self.items.get(id)).and_then(find);
        let ncx = named.or_else(|| items().find(|item| item.media == NCX).and_then(find));
        let documents =
            self.spine.iter().filter_map(|reference| self.document(reference, path, archive));
        let (mut spine, aside): (Vec<_>, Vec<_>) = documents.partition(|document| document.linear);
        spine.extend(aside);
        let guide = self.guide.into_iter().map(|[kind, title, href]| ContentsEntry {
            title,
            level: 1,
            target: resolve(path, &href),
            kind: Some(kind),
        });
        Package { about: self.about, spine, navigation, ncx, guide: guide.collect() }
    }

    /// Returns the document that `reference` means; none where the manifest lacks it or it is no document.
    fn document(&self, reference: &Reference, path: &str, archive: &Archive) -> Option<SpineItem> {
        let path_of = |item: &ManifestItem| Some(resolve(path, &item.href)?.path);
        let item = self.readable(&reference.item)?;
        let named = self.items.get(&reference.item).and_then(path_of);
        let path = path_of(item)?;
        let file = archive.find(&path);
        let instead_of = named.filter(|named| *named != path);
        Some(SpineItem { path, instead_of, file, linear: reference.linear })
    }

    /// Returns the item `id`, or the first that stands for it where it is no document (EPUB 3.3, 3.5).
    fn readable(&self, id: &str) -> Option<&ManifestItem> {
        let first = self.items.get(id)?;
        let mut item = first;
        // A chain has no more links than there are items, unless it is a circle.
        for _ in 0..self.items.len() {
            if is_document(item) {
                return Some(item);
            }
            let Some(next) = item.fallback.as_ref().and_then(|id| self.items.get(id)) else {
                break;
            };
            item = next;
        }
        Some(first)
    }
}

/// Returns whether `item` is a document that is read, by its type or, as many books get that wrong, its name.
fn is_document(item: &ManifestItem) -> bool {
    let name = item.href.to_lowercase();
    item.media == XHTML
        || item.media == "text/html"
        || [".xhtml", ".html", ".htm"].iter().any(|end| name.ends_with(end))
}

impl About {
    /// Returns what it says as facts with their names.
    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let creators = (!self.creators.is_empty()).then(|| self.creators.join(", "));
        let direction = self.right_to_left.then(|| "from right to left".to_owned());
        let facts = [
            ("title", self.title.clone()),
            ("author", creators),
            ("series", self.series.clone()),
            ("publisher", self.publisher.clone()),
            ("date", self.date.clone()),
            ("description", self.description.clone()),
            ("pages", direction),
        ];
        facts.into_iter().filter_map(|(name, fact)| Some((name.to_owned(), fact?))).collect()
    }

    /// Takes the element that `tag` opens, with `text` in it, for what it says of the book.
    fn take(&mut self, tag: &Tag, text: String) {
        let first = |kept: &mut Option<String>, text: String| {
            if kept.is_none() && !text.is_empty() {
                *kept = Some(text);
            }
        };
        match tag.name.as_str() {
            "title" => first(&mut self.title, text),
            "creator" if !text.is_empty() => self.creators.push(text),
            "language" => first(&mut self.language, text),
            "publisher" => first(&mut self.publisher, text),
            "date" => first(&mut self.date, text),
            "description" => first(&mut self.description, text),
            "meta" if tag.get("property") == Some("belongs-to-collection") => {
                first(&mut self.series, text);
            }
            "meta" if tag.get("name") == Some("calibre:series") => {
                first(&mut self.series, tag.get("content").unwrap_or_default().to_owned());
            }
            _ => {}
        }
    }
}

/// Returns the text of the element that `xml` begins with, its white space single blanks.
pub(super) fn text_of(xml: &[Xml]) -> String {
    let mut depth = 0_usize;
    let mut text = String::new();
    for one in xml {
        match one {
            Xml::Open(_) => depth += 1,
            Xml::Close(_) => depth = depth.saturating_sub(1),
            Xml::Text(words) => text.push_str(words),
        }
        if depth == 0 {
            break;
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::packed;
    use super::*;

    const OPF: &str = "<package><metadata><dc:title>灯塔</dc:title><dc:creator>甲</dc:creator><dc:creator>乙</dc:creator>
        <dc:language>zh</dc:language><meta property='belongs-to-collection'>海岸</meta></metadata>
        <manifest><item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>
        <item id='t' href='toc.ncx' media-type='application/x-dtbncx+xml'/>
        <item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>
        <item id='b' href='B%201.xhtml' media-type='application/xhtml+xml'/>
        <item id='p' href='p.pdf' media-type='application/pdf' fallback='a2'/>
        <item id='a2' href='a2.xhtml' media-type='application/xhtml+xml'/></manifest>
        <spine page-progression-direction='rtl'><itemref idref='b' linear='no'/><itemref idref='a'/>
        <itemref idref='a'/><itemref idref='p'/><itemref idref='gone'/></spine>
        <guide><reference type='cover' title='封面' href='a.xhtml#c'/></guide></package>";

    const NAMED: &str =
        "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";

    fn package(files: &[(&str, &str)]) -> Result<Package, PackageError> {
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        Package::of(&Archive::open(Arc::new(packed(&files))).unwrap())
    }

    /// Returns the paths of the spine.
    fn spine(package: &Package) -> Vec<&str> {
        package.spine.iter().map(|document| document.path.as_str()).collect()
    }

    fn whole() -> Vec<(&'static str, &'static str)> {
        vec![
            (CONTAINER, NAMED),
            ("OEBPS/book.opf", OPF),
            ("OEBPS/a.xhtml", ""),
            ("OEBPS/a2.xhtml", ""),
            ("OEBPS/b 1.xhtml", ""),
            ("OEBPS/toc.ncx", ""),
            ("OEBPS/nav.xhtml", ""),
        ]
    }

    #[test]
    fn the_spine_has_each_document_once_and_what_is_aside_last() {
        let package = package(&whole()).unwrap();
        assert_eq!(spine(&package), ["OEBPS/a.xhtml", "OEBPS/a2.xhtml", "OEBPS/B 1.xhtml"]);
        assert_eq!(
            package.spine.last().and_then(|document| document.file),
            Some(4),
            "by another case"
        );
        assert_eq!((package.ncx, package.navigation), (Some(5), Some(6)));
        let instead: Vec<_> = package.spine.iter().map(|it| it.instead_of.as_deref()).collect();
        assert_eq!(instead, [None, Some("OEBPS/p.pdf"), None]);
        let [cover] = package.guide.as_slice() else { panic!("one landmark") };
        assert_eq!((cover.kind.as_deref(), cover.title.as_str()), (Some("cover"), "封面"));
        assert_eq!(cover.target, resolve("OEBPS/book.opf", "a.xhtml#c"));
    }

    #[test]
    fn a_book_says_what_it_is() {
        let about = package(&whole()).unwrap().about;
        assert_eq!(about.title.as_deref(), Some("灯塔"));
        assert_eq!(about.creators, ["甲", "乙"]);
        assert_eq!(
            (about.language.as_deref(), about.series.as_deref()),
            (Some("zh"), Some("海岸"))
        );
        assert!(about.right_to_left);
    }

    #[test]
    fn a_package_is_found_without_a_container_and_in_a_folder() {
        let without: Vec<_> = whole().into_iter().skip(1).collect();
        assert_eq!(package(&without).unwrap().spine.len(), 3);
        let moved: Vec<(String, &str)> =
            whole().into_iter().map(|(name, text)| (format!("book/{name}"), text)).collect();
        let moved: Vec<(&str, &str)> =
            moved.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        let package = package(&moved).unwrap();
        assert_eq!(spine(&package).first(), Some(&"book/OEBPS/a.xhtml"));
    }

    #[test]
    fn an_archive_without_a_package_is_no_book() {
        assert!(matches!(package(&[("a.txt", "words")]), Err(PackageError::None)));
    }

    #[test]
    fn an_encrypted_document_is_protected_and_an_encrypted_font_is_not() {
        let encrypted = |path: &str| {
            let xml = format!(
                "<encryption><CipherData><CipherReference URI='{path}'/></CipherData></encryption>"
            );
            let mut files = whole();
            files.push((ENCRYPTION, &xml));
            package(&files)
        };
        assert!(matches!(encrypted("OEBPS/a.xhtml"), Err(PackageError::Protected)));
        assert!(encrypted("OEBPS/font.otf").is_ok());
    }

    #[test]
    fn a_circle_of_fallbacks_ends() {
        let opf = OPF.replace("fallback='a2'", "fallback='p'");
        let mut files = whole();
        files[1].1 = &opf;
        assert_eq!(spine(&package(&files).unwrap()).get(1), Some(&"OEBPS/p.pdf"));
    }
}
