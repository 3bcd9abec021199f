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
mod verslag;

use crate::address;
use crate::data::canonical::Fingerprints;
use crate::model::{Project, WebAdres};
use crate::resolve::DataFile;
use crate::source::Files;
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
    /// Pictures, of which fingerprints are taken too.
    pub files: Files<'a>,
    /// Fingerprints of documents.
    pub fingerprints: &'a Fingerprints,
}

impl Desk<'_> {
    /// The full address of a file of the site, when it is known where that will stand.
    pub fn address(&self, path: &str) -> Option<String> {
        self.base_url.map(|base| format!("{}{}", base.as_str(), address::relative("", path)))
    }
}

/// The content of a file for programs.
pub fn bytes(file: DataFile, desk: &Desk) -> Vec<u8> {
    match file {
        DataFile::Afspraken(document) => afspraken::csv(document, desk.labels),
        DataFile::Indicatoren(document) => indicatoren::csv(document),
        DataFile::Evaluatie(document) => evaluatie::csv(document, desk),
        DataFile::Verslag(gemeente, vorm) => verslag::bytes(desk, gemeente, vorm),
        DataFile::Open(document) => open::json(document, desk),
        DataFile::Schema => open::schema(desk),
        DataFile::Kalender(Some(document)) => kalender::of_document(desk, document),
        DataFile::Kalender(None) => kalender::of_site(desk),
        DataFile::Feed => feed::xml(desk),
        DataFile::Sitemap => sitemap::xml(desk),
        DataFile::Cijfers(document) => cijfers::csv(document, desk.labels),
    }
}
