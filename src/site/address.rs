//! Where everything stands in the output: one place that decides addresses.
//!
//! Pages are `.html` files, and all links are relative to the page they stand
//! on, so that the folder works under any path and straight from disk.

use std::collections::HashMap;

use crate::model::{Deel, Overeenkomst, Partij, Project};
use crate::source::{ContentPath, SourceId, Sources};

/// A path in the output folder, with `/` between its parts.
pub type OutputPath = String;

/// The home page.
pub const HOME: &str = "index.html";
/// The glossary.
pub const GLOSSARY: &str = "begrippen.html";
/// The page for addresses that do not exist.
pub const NOT_FOUND: &str = "404.html";
/// Where the theme's static files go.
pub const STATIC: &str = "static";
/// Where signing copies go: beside the site, so that they are easy to leave out of an upload.
pub const SIGNING: &str = "tekenexemplaren";

/// The page of a document.
pub fn document(document: &Overeenkomst) -> OutputPath {
    format!("{}/index.html", document.slug)
}

/// The page of a part of a document.
pub fn part(document: &Overeenkomst, deel: &Deel) -> OutputPath {
    format!("{}/{}.html", document.slug, deel.slug())
}

/// The long page of a document.
pub fn whole(document: &Overeenkomst) -> OutputPath {
    format!("{}/volledig.html", document.slug)
}

/// The canonical text of a document.
pub fn canonical(document: &Overeenkomst) -> OutputPath {
    format!("{}/vingerafdruk.txt", document.slug)
}

/// The publication copy of a document.
pub fn publication(document: &Overeenkomst) -> OutputPath {
    format!("{0}/{0}.pdf", document.slug)
}

/// A signing copy, by its number (from 1) and party.
pub fn signing_copy(document: &Overeenkomst, number: usize, partij: &Partij) -> OutputPath {
    format!("{SIGNING}/{}/exemplaar-{number}-{}.pdf", document.slug, partij.id.as_str())
}

/// A plain page.
pub fn plain(slug: &crate::model::Slug) -> OutputPath {
    format!("{slug}.html")
}

/// A picture or file to take away: where it is in the sources.
pub fn media(path: &ContentPath) -> OutputPath {
    path.as_str().to_owned()
}

/// The way from the page `from` to the file `to`, both in the output folder,
/// safe in an `href`.
pub fn relative(from: &str, to: &str) -> String {
    let from_folder: Vec<&str> = from.split('/').collect();
    let from_folder = &from_folder[..from_folder.len() - 1];
    let to_parts: Vec<&str> = to.split('/').collect();
    let common =
        from_folder.iter().zip(&to_parts[..to_parts.len() - 1]).take_while(|(from, to)| from == to).count();
    let mut href = "../".repeat(from_folder.len() - common);
    for (index, part) in to_parts[common..].iter().enumerate() {
        if index > 0 {
            href.push('/');
        }
        percent_encode(part, &mut href);
    }
    href
}

/// The way from the page `from` to the root of the output: `""` or `"../"`.
pub fn root(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

fn percent_encode(part: &str, out: &mut String) {
    use std::fmt::Write;
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~!$'()*+,;=@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// What page a source file became.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// A document's own page.
    Document(&'a Overeenkomst),
    /// A part of a document.
    Part(&'a Overeenkomst, &'a Deel),
    /// A plain page.
    Plain(&'a crate::model::Pagina),
    /// The glossary.
    Glossary,
}

impl Place<'_> {
    /// The page's path.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Document(document) => self::document(document),
            Self::Part(document, deel) => part(document, deel),
            Self::Plain(pagina) => plain(&pagina.slug),
            Self::Glossary => GLOSSARY.to_owned(),
        }
    }
}

/// Finds the page of a source file.
#[derive(Debug)]
pub struct SiteMap<'a> {
    by_path: HashMap<&'a ContentPath, Place<'a>>,
}

impl<'a> SiteMap<'a> {
    /// The map of all of `project`.
    pub fn new(project: &'a Project, sources: &'a Sources) -> Self {
        let path = |id: SourceId| &sources.file(id).path;
        let mut by_path = HashMap::new();
        for document in &project.overeenkomsten {
            by_path.insert(path(document.source), Place::Document(document));
            for deel in &document.delen {
                by_path.insert(path(deel.source()), Place::Part(document, deel));
            }
        }
        for pagina in &project.paginas {
            by_path.insert(path(pagina.source), Place::Plain(pagina));
        }
        if let Some(begrip) = project.begrippen.first() {
            by_path.insert(path(begrip.span.source), Place::Glossary);
        }
        Self { by_path }
    }

    /// The page of the source file at `path`.
    pub fn place(&self, path: &ContentPath) -> Option<Place<'a>> {
        self.by_path.get(path).copied()
    }
}
