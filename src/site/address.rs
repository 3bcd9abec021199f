//! Where everything stands in the output: one place that decides addresses.
//!
//! Pages are `.html` files, and all links are relative to the page they stand
//! on, so that the folder works under any path and straight from disk.

use std::sync::Arc;

use crate::markdown::Mentions;
use crate::model::{Deel, Overeenkomst, Partij, Project, Thema, Uittreksel};
use crate::source::{ContentPath, SourceId, Sources, Span, Stamp, Stamper};

/// A path in the output folder, with `/` between its parts.
pub type OutputPath = String;

/// The home page.
pub const HOME: &str = "index.html";
/// The glossary.
pub const GLOSSARY: &str = "begrippen.html";
/// The register of what agreements rest on.
pub const REGISTER: &str = "verwijzingen.html";
/// Policy, and what carries it out.
pub const POLICY: &str = "beleid.html";
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

/// The page of a part of a document; of a light one, the page that all of it stands on.
pub fn part(document: &Overeenkomst, deel: &Deel) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/{}.html", document.slug, deel.slug())
}

/// The page with all of a document.
pub fn whole(document: &Overeenkomst) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/volledig.html", document.slug)
}

/// The page with the progress of a document; there is one as soon as it has a theme.
pub fn progress(document: &Overeenkomst) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/voortgang.html", document.slug)
}

/// The page with all figures of a document; there is one as soon as it has a table.
pub fn figures(document: &Overeenkomst) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/cijfers.html", document.slug)
}

/// The page of a theme of a document.
pub fn theme(document: &Overeenkomst, thema: &Thema) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/{}.html", document.slug, thema.slug)
}

/// The table of all agreements of a document; a light one has them on its only page.
pub fn agreements(document: &Overeenkomst) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/afspraken.html", document.slug)
}

/// The anchor of a page on the route for newcomers.
pub fn step(path: &str) -> String {
    format!("_stap-{}", path.trim_end_matches(".html").replace('/', "-"))
}

/// Where a document says what of its base it leaves out.
pub const LEFT_OUT: &str = "_weggelaten";

/// Where a document says that it leaves out the agreement with this number.
pub fn left_out(nummer: &str) -> String {
    format!("{LEFT_OUT}-{nummer}")
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

/// An extract of a document.
pub fn extract(document: &Overeenkomst, uittreksel: &Uittreksel) -> OutputPath {
    format!("{0}/{0}-{1}.pdf", document.slug, uittreksel.keuze.naam())
}

/// A signing copy of an extract, by its number (from 1) and party.
pub fn extract_signing_copy(
    document: &Overeenkomst,
    uittreksel: &Uittreksel,
    number: usize,
    partij: &Partij,
) -> OutputPath {
    let (naam, id) = (uittreksel.keuze.naam(), partij.id.as_str());
    format!("{SIGNING}/{}/{naam}-exemplaar-{number}-{id}.pdf", document.slug)
}

/// A plain page.
pub fn plain(slug: &crate::model::Slug) -> OutputPath {
    format!("{slug}.html")
}

/// A picture or file to take away: where it is in the sources.
pub fn media(path: &ContentPath) -> OutputPath {
    path.as_str().to_owned()
}

/// The style sheet of the house style.
pub fn house_style() -> OutputPath {
    format!("{STATIC}/huisstijl.css")
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

/// Writes a part of a path as it stands in an address.
pub fn percent_encode(part: &str, out: &mut String) {
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

/// What stands before the anchors of the preamble where all of a document is on one page.
pub const PREAMBLE_ANCHOR: &str = "_vooraf";

/// Whether an agreement of that number is in the part.
pub fn holds_agreement(deel: &Deel, nummer: &str) -> bool {
    deel.als_thema().is_some_and(|thema| thema.afspraken().any(|afspraak| afspraak.nummer.as_str() == nummer))
}

/// What page a source file became.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// A document's own page.
    Document(&'a Overeenkomst),
    /// A part of a document.
    Part(&'a Overeenkomst, &'a Deel),
    /// A file of the base that a document leaves out: where it says so.
    LeftOut(&'a Overeenkomst),
    /// A plain page.
    Plain(&'a crate::model::Pagina),
    /// The glossary.
    Glossary,
    /// The register of what agreements rest on.
    Register,
    /// Policy.
    Policy,
}

impl<'a> Place<'a> {
    /// The document that the page belongs to.
    pub fn document(&self) -> Option<&'a Overeenkomst> {
        match self {
            Self::Document(document) | Self::Part(document, _) | Self::LeftOut(document) => Some(document),
            Self::Plain(_) | Self::Glossary | Self::Register | Self::Policy => None,
        }
    }

    /// What `anchor` of the source file is called on that page: where all of a
    /// document stands on one page, the chapter comes before it.
    pub fn anchor(&self, anchor: Option<&str>) -> Option<String> {
        match (self, anchor) {
            (Self::Document(document), Some(anchor)) if document.is_licht() => {
                Some(format!("{PREAMBLE_ANCHOR}--{anchor}"))
            }
            (Self::Part(document, deel), anchor) if document.is_licht() => Some(match anchor {
                None => deel.slug().to_string(),
                Some(nummer) if holds_agreement(deel, nummer) => nummer.to_owned(),
                Some(anchor) => format!("{}--{anchor}", deel.slug()),
            }),
            (_, anchor) => anchor.map(str::to_owned),
        }
    }

    /// The page's path.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Document(document) | Self::LeftOut(document) => self::document(document),
            Self::Part(document, deel) => part(document, deel),
            Self::Plain(pagina) => plain(&pagina.slug),
            Self::Glossary => GLOSSARY.to_owned(),
            Self::Register => REGISTER.to_owned(),
            Self::Policy => POLICY.to_owned(),
        }
    }
}

/// Finds the page of a source file, and what else a text may name.
#[derive(Debug, Clone, Copy)]
pub struct SiteMap<'a> {
    project: &'a Project,
    sources: &'a Sources,
}

impl<'a> SiteMap<'a> {
    /// The map of all of `project`.
    pub fn new(project: &'a Project, sources: &'a Sources) -> Self {
        Self { project, sources }
    }

    /// The page of the source file at `path`.
    pub fn place(&self, path: &ContentPath) -> Option<Place<'a>> {
        let id = self.sources.find(path).map(|(id, _)| id);
        let folder = path.folder();
        if folder.is_empty() {
            return self.place_at_top(id?);
        }
        let documents = &self.project.overeenkomsten;
        let folder_of = |document: &Overeenkomst| self.sources.file(document.source).path.folder();
        let found = documents.binary_search_by(|document| folder_of(document).cmp(folder)).ok()?;
        let document = &documents[found];
        match id {
            Some(id) if document.source == id => Some(Place::Document(document)),
            Some(id) => {
                let deel = document.delen.iter().find(|deel| deel.source() == id)?;
                Some(Place::Part(document, deel))
            }
            // What a document takes from its base is known by the name that it has there.
            None => self.taken_from_base(document, path).map(|deel| Place::Part(document, deel)),
        }
    }

    /// The same, for a text of `document`: in the text of a base, the name of a
    /// file of that base stands for what the document has under it.
    pub fn place_in(&self, document: Option<&'a Overeenkomst>, path: &ContentPath) -> Option<Place<'a>> {
        let in_base = || {
            let document = document?;
            let basis = document.basis.as_ref()?;
            let (id, file) = self.sources.find(path)?;
            if self.sources.file(basis.source).path.folder() != file.path.folder() {
                return None;
            }
            if id == basis.source {
                return Some(Place::Document(document));
            }
            if basis.is_weggelaten(id) {
                return Some(Place::LeftOut(document));
            }
            self.taken_from_base(document, path).map(|deel| Place::Part(document, deel))
        };
        in_base().or_else(|| self.place(path))
    }

    /// The first page on which the text of a source file is shown: a base that
    /// has no pages is shown by who is laid over it.
    pub fn shown_at(&self, path: &ContentPath) -> Option<Place<'a>> {
        self.place(path).or_else(|| {
            let folder = path.folder();
            let of_base = |document: &&Arc<Overeenkomst>| {
                document
                    .basis
                    .as_ref()
                    .is_some_and(|basis| self.sources.file(basis.source).path.folder() == folder)
            };
            let mut documents = self.project.overeenkomsten.iter().filter(of_base);
            documents.find_map(|document| self.place_in(Some(document), path))
        })
    }

    /// The part of a document with base that has the name of the file at `path`.
    fn taken_from_base(&self, document: &'a Overeenkomst, path: &ContentPath) -> Option<&'a Deel> {
        document.basis.as_ref()?;
        let name = |deel: &Deel| self.sources.file(deel.source()).path.file_name() == path.file_name();
        document.delen.iter().find(|deel| name(deel))
    }

    fn place_at_top(&self, id: SourceId) -> Option<Place<'a>> {
        if let Some(pagina) = self.project.paginas.iter().find(|pagina| pagina.source == id) {
            return Some(Place::Plain(pagina));
        }
        let first = |span: Option<Span>| span.is_some_and(|span| span.source == id);
        let Project { begrippen, verwijzingen, beleid, .. } = self.project;
        if first(begrippen.first().map(|begrip| begrip.span)) {
            return Some(Place::Glossary);
        }
        if first(verwijzingen.first().map(|verwijzing| verwijzing.span)) {
            return Some(Place::Register);
        }
        first(beleid.first().map(|stuk| stuk.span)).then_some(Place::Policy)
    }

    /// Stands for what the names in a text lead to: as long as it is the same,
    /// so are the links and pictures of that text.
    pub fn stamp_of(&self, mentions: &Mentions) -> Stamp {
        let mut stamp = Stamper::default();
        for path in &mentions.files {
            stamp = match (self.sources.media().get(path), self.place(path)) {
                (Some(file), _) => stamp.with(file.stamp),
                (
                    None,
                    Some(Place::Document(document) | Place::Part(document, _) | Place::LeftOut(document)),
                ) => stamp.with(document.stamp),
                (None, Some(Place::Plain(pagina))) => stamp.with(pagina.stamp),
                (None, Some(Place::Glossary)) => stamp.with(self.terms()),
                (None, Some(Place::Register)) => stamp.with(self.register()),
                (None, Some(Place::Policy)) => stamp.with(self.policy()),
                // Of a name that leads nowhere is said which other comes near.
                (None, None) => stamp.with(self.names()),
            };
        }
        for slug in &mentions.documents {
            stamp = match self.project.overeenkomst(slug.as_str()) {
                Some(document) => stamp.with(document.stamp),
                None => stamp.bytes(b""),
            };
        }
        for term in &mentions.terms {
            stamp = match self.project.begrippen.find(term) {
                Some(begrip) => stamp.with(begrip.stamp()),
                None => stamp.with(self.terms()),
            };
        }
        if !mentions.sources.is_empty() {
            stamp = stamp.with(self.register());
        }
        if !mentions.policy.is_empty() {
            stamp = stamp.with(self.policy());
        }
        stamp.stamp()
    }

    /// Stands for the file at `path`, or for there being none.
    pub fn stamp_of_file(&self, path: &ContentPath) -> Stamp {
        match self.sources.media().get(path) {
            Some(file) => file.stamp,
            None => self.names(),
        }
    }

    /// Stands for the register, with the files that it names.
    pub fn register(&self) -> Stamp {
        let Project { verwijzingen, verwijzingenlijst, .. } = self.project;
        Stamper::default()
            .bytes(&[u8::from(verwijzingenlijst.is_volledig())])
            .with_all(verwijzingen.stamp)
            .with_all(verwijzingen.bestanden().map(|file| self.stamp_of_file(&file.value)))
            .stamp()
    }

    /// Stands for all policy.
    pub fn policy(&self) -> Stamp {
        let Project { beleid, beleidslijst, .. } = self.project;
        let complete = [u8::from(beleidslijst.is_volledig())];
        Stamper::default().bytes(&complete).with_all(beleid.stamp).stamp()
    }

    fn terms(&self) -> Stamp {
        let complete = [u8::from(self.project.begrippenlijst.is_volledig())];
        let terms = self.project.begrippen.iter();
        terms.fold(Stamper::default().bytes(&complete), |stamp, begrip| stamp.with(begrip.stamp())).stamp()
    }

    fn names(&self) -> Stamp {
        let stamps = |path: &ContentPath| Stamp::of(path.as_str().as_bytes());
        Stamper::default()
            .with_all(self.sources.files().map(|(_, file)| stamps(&file.path)))
            .with_all(self.sources.media().keys().map(stamps))
            .with_all(self.sources.unread().iter().map(stamps))
            .with_all(self.project.bases.iter().map(|basis| Stamp::of(basis.slug.as_str().as_bytes())))
            .stamp()
    }
}
