//! Where links lead: what each [`Target`] that a text names is in this project.
//!
//! A stage of its own, after reading and before all that is made. The checks
//! report what leads nowhere, HTML and PDF only spell the way to a
//! [`Destination`], each in its own addresses.

pub mod anchors;
pub mod file;
mod page;

use std::sync::Arc;

use crate::markdown::Target;
use crate::model::{
    Begrip, Beleidsplek, Bepaling, Cijfertabel, Deel, Indicator, Overeenkomst, Pagina, Pakket, Partij,
    Prioriteit, Project, Thema, Verwijzing,
};
use crate::source::{ContentPath, Files, SourceId, Span};
pub use file::{DataFile, File, Verslagvorm};
pub use page::{Overview, Page};

/// What a source file became for readers: the home of a text.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// A document's own page, with its preamble.
    Document(&'a Overeenkomst),
    /// A part of a document.
    Part(&'a Overeenkomst, &'a Deel),
    /// What a document leaves out of its base: where it says so.
    LeftOut(&'a Overeenkomst),
    /// A plain page.
    Plain(&'a Pagina),
    /// The glossary.
    Glossary,
    /// The register of what agreements rest on.
    Register,
    /// Policy.
    Policy,
}

impl<'a> Place<'a> {
    /// The document that it belongs to.
    pub fn document(&self) -> Option<&'a Overeenkomst> {
        match self {
            Self::Document(document) | Self::Part(document, _) | Self::LeftOut(document) => Some(document),
            Self::Plain(_) | Self::Glossary | Self::Register | Self::Policy => None,
        }
    }
}

/// Where a link leads.
#[derive(Debug, Clone, Copy)]
pub enum Destination<'a> {
    /// An agreement, in its part of a document, by its number.
    Agreement(&'a Overeenkomst, &'a Deel, &'a str),
    /// What became of a source file; a heading, entry or left out agreement in it.
    Place(Place<'a>, Option<&'a str>),
    /// A page as a whole.
    Page(Page<'a>),
    /// A term of the glossary.
    Term(&'a Begrip),
    /// An entry of the register.
    Source(&'a Verwijzing),
    /// A policy document, or a chapter or goal of it.
    Policy(Beleidsplek<'a>),
    /// A national priority.
    Priority(&'a Prioriteit),
    /// An indicator of a part of a document.
    Indicator(&'a Overeenkomst, &'a Deel, &'a Indicator),
    /// A table of figures in a part of a document.
    Table(&'a Overeenkomst, &'a Deel, &'a Cijfertabel),
    /// A package of agreements.
    Package(&'a Overeenkomst, &'a Pakket),
    /// The verdict of an evaluation on the agreement with this number.
    Verdict(&'a Overeenkomst, &'a str),
    /// What a party does in a document, or in one theme of it.
    Share(&'a Partij, &'a Overeenkomst, Option<&'a Thema>),
    /// A picture, or a file to take away, of the sources.
    Medium(&'a ContentPath),
    /// A file that is made.
    File(File<'a>),
    /// A provision of a law, where the government publishes it.
    Law(&'a Bepaling),
    /// Another site, a mail address or telephone number.
    Outside(&'a str),
}

impl<'a> Destination<'a> {
    /// The document that it is in.
    pub fn document(&self) -> Option<&'a Overeenkomst> {
        match self {
            Self::Agreement(document, ..)
            | Self::Indicator(document, ..)
            | Self::Table(document, ..)
            | Self::Package(document, _)
            | Self::Verdict(document, _) => Some(document),
            Self::Place(place, _) => place.document(),
            _ => None,
        }
    }
}

impl<'a> From<Page<'a>> for Destination<'a> {
    fn from(page: Page<'a>) -> Self {
        Self::Page(page)
    }
}

impl<'a> From<Overview<'a>> for Destination<'a> {
    fn from(page: Overview<'a>) -> Self {
        Self::Page(Page::Overview(page))
    }
}

impl<'a> From<&'a Overeenkomst> for Destination<'a> {
    fn from(document: &'a Overeenkomst) -> Self {
        Self::Page(Page::Document(document))
    }
}

impl<'a> From<File<'a>> for Destination<'a> {
    fn from(file: File<'a>) -> Self {
        Self::File(file)
    }
}

impl<'a> From<DataFile<'a>> for Destination<'a> {
    fn from(file: DataFile<'a>) -> Self {
        Self::File(File::Data(file))
    }
}

/// Finds what a text names.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'a> {
    project: &'a Project,
    files: Files<'a>,
}

impl<'a> Resolver<'a> {
    /// For all of `project`.
    pub fn new(project: &'a Project, files: impl Into<Files<'a>>) -> Self {
        Self { project, files: files.into() }
    }

    /// Where a link in a text of `home` leads. Nothing when what it names is not
    /// there: then its words are text. That is a mistake, which the checks report,
    /// save for brackets that are no reference, such as `[2025]`.
    pub fn resolve(&self, home: Place<'a>, target: &'a Target) -> Option<Destination<'a>> {
        match target {
            Target::Outside(address) => Some(Destination::Outside(address)),
            Target::Law(bepaling) => Some(Destination::Law(bepaling)),
            Target::Term(term) => self.project.begrippen.find(term).map(Destination::Term),
            Target::Agreement(nummer) => agreement(home.document()?, nummer),
            Target::Anchor(anchor) => {
                let numbered = home.document().and_then(|document| agreement(document, anchor));
                numbered.or(Some(Destination::Place(home, Some(anchor))))
            }
            Target::File(path, anchor) => self.file(home.document(), path, anchor.as_deref()),
        }
    }

    fn file(
        &self,
        own: Option<&'a Overeenkomst>,
        path: &'a ContentPath,
        anchor: Option<&'a str>,
    ) -> Option<Destination<'a>> {
        let Some(place) = self.place_in(own, path) else {
            return self.files.medium(path).map(|_| Destination::Medium(path));
        };
        let numbered =
            place.document().zip(anchor).and_then(|(document, anchor)| agreement(document, anchor));
        // In another document a number is looked for in the part that was named.
        let numbered = numbered.filter(|found| match (place, found) {
            _ if own.is_some_and(|own| place.document().is_some_and(|other| other.slug == own.slug)) => true,
            (Place::Part(_, named), Destination::Agreement(_, deel, _)) => named.source() == deel.source(),
            _ => false,
        });
        numbered.or(match place {
            // Where the document says that it leaves the file out, its headings are not.
            Place::LeftOut(_) => Some(Destination::Place(place, None)),
            _ => Some(Destination::Place(place, anchor)),
        })
    }

    /// What the source file at `path` became.
    pub fn place(&self, path: &ContentPath) -> Option<Place<'a>> {
        let id = self.files.find(path);
        let folder = path.folder();
        if folder.is_empty() {
            return self.place_at_top(id?);
        }
        let documents = &self.project.overeenkomsten;
        let folder_of = |document: &Overeenkomst| self.files.path(document.source).folder();
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
            let id = self.files.find(path)?;
            if self.files.path(basis.source).folder() != path.folder() {
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

    /// Where the text of a source file is shown first: a base that has no pages is
    /// shown by who is laid over it.
    pub fn shown_at(&self, path: &ContentPath) -> Option<Place<'a>> {
        self.place(path).or_else(|| {
            let folder = path.folder();
            let of_base = |document: &&Arc<Overeenkomst>| {
                document.basis.as_ref().is_some_and(|basis| self.files.path(basis.source).folder() == folder)
            };
            let mut documents = self.project.overeenkomsten.iter().filter(of_base);
            documents.find_map(|document| self.place_in(Some(document), path))
        })
    }

    /// The part of a document with base that has the name of the file at `path`.
    fn taken_from_base(&self, document: &'a Overeenkomst, path: &ContentPath) -> Option<&'a Deel> {
        document.basis.as_ref()?;
        let name = |deel: &Deel| self.files.path(deel.source()).file_name() == path.file_name();
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
}

/// An agreement of a document, or the word that the document leaves it out of its base.
pub fn agreement<'a>(document: &'a Overeenkomst, nummer: &'a str) -> Option<Destination<'a>> {
    if let Some((thema, afspraak)) = document.afspraak(nummer) {
        let deel = document.delen.iter().find(|deel| deel.source() == thema.source)?;
        return Some(Destination::Agreement(document, deel, afspraak.nummer.as_str()));
    }
    document.basis.as_ref()?.weggelaten_afspraak(nummer)?;
    Some(Destination::Place(Place::LeftOut(document), Some(nummer)))
}

/// A theme of a document.
pub fn theme<'a>(document: &'a Overeenkomst, thema: &Thema) -> Option<Destination<'a>> {
    let deel = document.delen.iter().find(|deel| deel.source() == thema.source)?;
    Some(Destination::Place(Place::Part(document, deel), None))
}

/// The page of a part of a document.
pub fn part_page<'a>(document: &'a Overeenkomst, deel: &Deel) -> Destination<'a> {
    let index = document.delen.iter().position(|known| known.source() == deel.source());
    index.map_or(Page::Document(document), |index| Page::Part(document, index)).into()
}
