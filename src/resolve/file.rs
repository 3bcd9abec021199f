//! Files beside the pages: documents to print, and what programs and auditors read.

use crate::model::{Gebied, Overeenkomst, Partij, PartijId, Project, Slug, Uittreksel, WebAdres};
use crate::order::SortedSet;

/// A file to take away.
#[derive(Debug, Clone, Copy)]
pub enum File<'a> {
    /// The publication copy of a document.
    Publication(&'a Overeenkomst),
    /// An extract of a document.
    Extract(&'a Overeenkomst, Uittreksel<'a>),
    /// The canonical text of a document.
    Canonical(&'a Overeenkomst),
    /// A file for programs.
    Data(DataFile<'a>),
}

/// A file for programs: each kind is made by a file of `data/`.
#[derive(Debug, Clone, Copy)]
pub enum DataFile<'a> {
    /// The agreements of a document as a table.
    Afspraken(&'a Overeenkomst),
    /// The figures of a document's indicators.
    Indicatoren(&'a Overeenkomst),
    /// What an evaluation says of the agreements that it is about.
    Evaluatie(&'a Overeenkomst),
    /// What the site's own corporation did in a municipality.
    Verslag(&'a str, Verslagvorm),
    /// A document as data.
    Open(&'a Overeenkomst),
    /// What may be in such data.
    Schema,
    /// What is to be done when: of one document, or of all.
    Kalender(Option<&'a Overeenkomst>),
    /// What was decided when.
    Feed,
    /// The addresses of all pages.
    Sitemap,
    /// The figures of a document.
    Cijfers(&'a Overeenkomst),
}

impl<'a> DataFile<'a> {
    /// Those of a document: none that would be empty.
    pub fn of_document(document: &'a Overeenkomst) -> Vec<Self> {
        let agreements = document.heeft_afspraken().then_some(Self::Afspraken(document));
        let indicators = document.heeft_indicatoren().then_some(Self::Indicatoren(document));
        let figures = document.heeft_cijfers().then_some(Self::Cijfers(document));
        let evaluation = document.evaluatie.is_some().then_some(Self::Evaluatie(document));
        let always = [Self::Kalender(Some(document)), Self::Open(document)].into_iter();
        always.chain(agreements).chain(figures).chain(indicators).chain(evaluation).collect()
    }

    /// Those of the site as a whole; `base_url` is where it will stand.
    pub fn of_site(project: &'a Project, base_url: Option<&WebAdres>) -> Vec<Self> {
        let sitemap = base_url.map(|_| Self::Sitemap);
        let forms = [Verslagvorm::Markdown, Verslagvorm::Csv];
        let reports = gemeenten(project).into_iter();
        let reports = reports.flat_map(|naam| forms.map(|vorm| Self::Verslag(naam, vorm)));
        [Self::Kalender(None), Self::Feed, Self::Schema].into_iter().chain(sitemap).chain(reports).collect()
    }

    /// The label that says what is in it.
    pub fn label(&self) -> &'static str {
        self.facts().0
    }

    /// The kind of file, as readers know it.
    pub fn soort(&self) -> &'static str {
        self.facts().1
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        self.facts().2
    }

    /// Its label, kind and media type.
    fn facts(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Afspraken(_) => ("data-afspraken", "CSV", "text/csv"),
            Self::Indicatoren(_) => ("data-indicatoren", "CSV", "text/csv"),
            Self::Evaluatie(_) => ("data-evaluatie", "CSV", "text/csv"),
            Self::Cijfers(_) => ("data-cijfers", "CSV", "text/csv"),
            Self::Verslag(_, Verslagvorm::Csv) => ("data-verslag", "CSV", "text/csv"),
            Self::Verslag(_, Verslagvorm::Markdown) => ("data-verslag", "Markdown", "text/markdown"),
            Self::Open(_) => ("data-overeenkomst", "JSON", "application/json"),
            Self::Schema => ("data-schema", "JSON", "application/schema+json"),
            Self::Kalender(_) => ("data-kalender", "iCalendar", "text/calendar"),
            Self::Feed => ("data-feed", "Atom", "application/atom+xml"),
            Self::Sitemap => ("data-sitemap", "XML", "application/xml"),
        }
    }
}

/// In which form it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verslagvorm {
    /// Text, to paste into a report.
    Markdown,
    /// A table.
    Csv,
}

/// The municipality for whose report a document counts: one that the site's own
/// corporation made agreements with.
pub fn gemeente<'a>(document: &'a Overeenkomst, corporatie: Option<&Partij>) -> Option<&'a str> {
    let own: &PartijId = &corporatie?.id;
    let takes_part = document.partijen.iter().any(|partij| partij.id == *own);
    match &document.gebied {
        Gebied::Gemeente(naam) if takes_part && document.heeft_voortgang() => Some(naam),
        _ => None,
    }
}

/// The municipalities of which there is a report, each once, in the order of documents.
pub fn gemeenten(project: &Project) -> Vec<&str> {
    let corporatie = project.site.corporatie.as_deref();
    let mut known = SortedSet::new();
    let reported = project.overeenkomsten.iter().filter_map(|document| gemeente(document, corporatie));
    reported.filter(|naam| known.insert(Slug::of(naam))).collect()
}
