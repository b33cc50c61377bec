//! Files beside a document, which its links and pictures name: regular ones in its folder or below, and no others.

use std::path::{Component, Path, PathBuf};

use crate::format::unescaped;
use crate::words::Phrase;

/// Returns the file that `href` names in a document that lies in `folder`, all links of the file system followed.
///
/// # Errors
/// What is told of one that is not there, or lies elsewhere.
pub(super) fn file(folder: &Path, href: &str) -> Result<PathBuf, Phrase> {
    let name = href.split(['?', '#']).next().unwrap_or_default();
    let told = |message: &'static str| Phrase::new(message).with("name", name);
    let decoded = unescaped(name);
    let relative = Path::new(&decoded);
    if relative.components().any(|step| matches!(step, Component::RootDir | Component::Prefix(_))) {
        return Err(told("beside-elsewhere"));
    }
    let missing = |_| told("beside-missing");
    let folder = folder.canonicalize().map_err(missing)?;
    let found = folder.join(relative).canonicalize().map_err(missing)?;
    if !found.starts_with(&folder) {
        return Err(told("beside-elsewhere"));
    }
    if found.is_file() { Ok(found) } else { Err(told("beside-missing")) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_regular_files_in_the_folder_or_below_are_found() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("book");
        fs::create_dir_all(folder.join("sub")).unwrap();
        for name in ["book/灯 1.md", "book/sub/b.md", "secret"] {
            fs::write(outer.path().join(name), "x").unwrap();
        }
        std::os::unix::fs::symlink(outer.path().join("secret"), folder.join("link")).unwrap();
        let found = |href: &str| file(&folder, href).map_err(|phrase| phrase.name().to_owned());
        let path = |name: &str| Ok(folder.canonicalize().unwrap().join(name));
        for (href, name) in [
            ("%E7%81%AF%201.md#x", "灯 1.md"),
            ("./sub/b.md", "sub/b.md"),
            ("sub/../灯 1.md", "灯 1.md"),
        ] {
            assert_eq!(found(href), path(name), "{href}");
        }
        for (href, why) in [
            ("../secret", "beside-elsewhere"),
            ("link", "beside-elsewhere"),
            ("/etc/passwd", "beside-elsewhere"),
            ("none.md", "beside-missing"),
            ("sub", "beside-missing"),
        ] {
            assert_eq!(found(href), Err(why.to_owned()), "{href}");
        }
    }
}
