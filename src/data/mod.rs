//! Data beside the pages: what programs and auditors read.

mod afspraken;
pub mod canonical;
mod cijfers;
mod evaluatie;
mod feed;
mod indicatoren;
mod kalender;
mod open;
mod sitemap;
pub mod verslag;

use crate::data::canonical::Canonicals;
use crate::model::{Overeenkomst, Project, WebAdres};
use crate::site::address::{self, OutputPath};
use crate::theme::labels::Labels;

/// What files for programs are made from. Nothing here knows the day of the
/// build: the same sources give the same file.
pub struct Desk<'a> {
    /// The whole model.
    pub project: &'a Project,
    /// Words.
    pub labels: &'a Labels,
    /// Where the site will stand, for addresses that lead to it from elsewhere.
    pub base_url: Option<&'a WebAdres>,
    /// Canonical texts and fingerprints.
    pub canonicals: &'a Canonicals<'a>,
}

impl Desk<'_> {
    /// The full address of a file of the site, when it is known where that will stand.
    pub fn address(&self, path: &str) -> Option<String> {
        self.base_url.map(|base| format!("{}{}", base.as_str(), address::relative("", path)))
    }
}

/// A file for programs: one file of code a kind, and its lines in the lists here.
#[derive(Debug, Clone, Copy)]
pub enum DataFile<'a> {
    /// The agreements of a document as a table.
    Afspraken(&'a Overeenkomst),
    /// The figures of a document's indicators.
    Indicatoren(&'a Overeenkomst),
    /// What an evaluation says of the agreements that it is about.
    Evaluatie(&'a Overeenkomst),
    /// What the site's own corporation did in a municipality.
    Verslag(&'a str, verslag::Vorm),
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
    /// Those of a document.
    pub fn of_document(document: &'a Overeenkomst) -> Vec<Self> {
        let indicators = document.heeft_voortgang().then_some(Self::Indicatoren(document));
        let figures = document.heeft_cijfers().then_some(Self::Cijfers(document));
        let evaluation = document.evaluatie.is_some().then_some(Self::Evaluatie(document));
        let always =
            [Self::Kalender(Some(document)), Self::Open(document), Self::Afspraken(document)].into_iter();
        always.chain(figures).chain(indicators).chain(evaluation).collect()
    }

    /// Those of the site as a whole; `base_url` is where it will stand.
    pub fn of_site(project: &'a Project, base_url: Option<&WebAdres>) -> Vec<Self> {
        let sitemap = base_url.map(|_| Self::Sitemap);
        let forms = [verslag::Vorm::Markdown, verslag::Vorm::Csv];
        let reports = verslag::gemeenten(project).into_iter();
        let reports = reports.flat_map(|naam| forms.map(|vorm| Self::Verslag(naam, vorm)));
        [Self::Kalender(None), Self::Feed, Self::Schema].into_iter().chain(sitemap).chain(reports).collect()
    }

    /// Where it goes.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Afspraken(document) => format!("{}/afspraken.csv", document.slug),
            Self::Indicatoren(document) => format!("{}/indicatoren.csv", document.slug),
            Self::Evaluatie(document) => format!("{}/evaluatie.csv", document.slug),
            Self::Verslag(gemeente, vorm) => verslag::path(gemeente, *vorm),
            Self::Open(document) => format!("{}/overeenkomst.json", document.slug),
            Self::Schema => open::SCHEMA.into(),
            Self::Kalender(Some(document)) => format!("{}/kalender.ics", document.slug),
            Self::Kalender(None) => "kalender.ics".into(),
            Self::Feed => feed::PATH.into(),
            Self::Sitemap => "sitemap.xml".into(),
            Self::Cijfers(document) => format!("{}/cijfers.csv", document.slug),
        }
    }

    /// The label that says what is in it.
    fn label(&self) -> &'static str {
        match self {
            Self::Afspraken(_) => "data-afspraken",
            Self::Indicatoren(_) => "data-indicatoren",
            Self::Evaluatie(_) => "data-evaluatie",
            Self::Verslag(..) => "data-verslag",
            Self::Open(_) => "data-overeenkomst",
            Self::Schema => "data-schema",
            Self::Kalender(_) => "data-kalender",
            Self::Feed => "data-feed",
            Self::Sitemap => "data-sitemap",
            Self::Cijfers(_) => "data-cijfers",
        }
    }

    /// What is in it, worded.
    pub fn titel(&self, labels: &Labels) -> String {
        match self {
            Self::Verslag(gemeente, _) => labels.with(self.label(), &[("gemeente", gemeente)]),
            _ => labels.text(self.label()),
        }
    }

    /// The kind of file, as readers know it.
    pub fn soort(&self) -> &'static str {
        match self {
            Self::Afspraken(_)
            | Self::Cijfers(_)
            | Self::Indicatoren(_)
            | Self::Evaluatie(_)
            | Self::Verslag(_, verslag::Vorm::Csv) => "CSV",
            Self::Verslag(_, verslag::Vorm::Markdown) => "Markdown",
            Self::Open(_) | Self::Schema => "JSON",
            Self::Kalender(_) => "iCalendar",
            Self::Feed => "Atom",
            Self::Sitemap => "XML",
        }
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Afspraken(_)
            | Self::Cijfers(_)
            | Self::Indicatoren(_)
            | Self::Evaluatie(_)
            | Self::Verslag(_, verslag::Vorm::Csv) => "text/csv",
            Self::Verslag(_, verslag::Vorm::Markdown) => "text/markdown",
            Self::Open(_) => "application/json",
            Self::Schema => "application/schema+json",
            Self::Kalender(_) => kalender::TYPE,
            Self::Feed => feed::TYPE,
            Self::Sitemap => "application/xml",
        }
    }

    /// Its content.
    pub fn bytes(&self, desk: &Desk) -> Vec<u8> {
        match self {
            Self::Afspraken(document) => afspraken::csv(document, desk.labels),
            Self::Indicatoren(document) => indicatoren::csv(document),
            Self::Evaluatie(document) => evaluatie::csv(document, desk),
            Self::Verslag(gemeente, vorm) => verslag::bytes(desk, gemeente, *vorm),
            Self::Open(document) => open::json(document, desk),
            Self::Schema => open::schema(desk),
            Self::Kalender(Some(document)) => kalender::of_document(desk, document),
            Self::Kalender(None) => kalender::of_site(desk),
            Self::Feed => feed::xml(desk),
            Self::Sitemap => sitemap::xml(desk),
            Self::Cijfers(document) => cijfers::csv(document, desk.labels),
        }
    }
}
