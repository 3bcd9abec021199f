//! Pages over all documents: one file a kind, and its lines in the list here.
//!
//! Such a page shows what several documents say, so that it is made anew when
//! any of them changes. All of them are reached from the guide.

mod beleid;
mod cijfers;
mod guide;
mod kalender;
mod kenmerk;
mod partij;
mod partijen;
mod prioriteiten;
mod route;
mod verwijzingen;
mod voortgang;
mod wetten;

use super::address;
use super::pages::{PagePlace, Pages};
use crate::diagnostic::Diagnostic;
use crate::resolve::Overview;

impl Pages<'_> {
    pub(super) fn overview(&self, overview: Overview, path: &str) -> Result<String, Diagnostic> {
        match overview {
            Overview::Guide => self.templates.render("wegwijzer.html", &self.guide(path)),
            Overview::Verwijzingen => self.templates.render("verwijzingen.html", &self.register(path)),
            Overview::Beleid => self.templates.render("beleid.html", &self.policy(path)),
            Overview::Prioriteiten => self.templates.render("prioriteiten.html", &self.priorities(path)),
            Overview::Wetten => self.templates.render("wetten.html", &self.laws(path)),
            Overview::Voortgang => {
                self.templates.render("voortgang-overzicht.html", &self.progress_overview(path))
            }
            Overview::Partijen => self.templates.render("partijen.html", &self.partijen(path)),
            Overview::Cijfers => self.templates.render("cijfers-alle.html", &self.all_figures(path)),
            Overview::Begin => self.templates.render("begin-hier.html", &self.begin(path)),
            Overview::Kalender => self.templates.render("kalender.html", &self.calendar(path)),
            Overview::Partij(partij) => self.templates.render("partij.html", &self.partij(partij, path)),
            Overview::Kenmerken(familie) => {
                self.templates.render("kenmerken.html", &self.kenmerken(familie, path))
            }
            Overview::Kenmerk(kenmerk) => self.templates.render("kenmerk.html", &self.kenmerk(kenmerk, path)),
        }
    }

    /// The place of an overview below the guide.
    fn overview_place(&self, path: &str, titel: String, beschrijving: Option<String>) -> PagePlace {
        let guide = self.link(path, &address::overview(Overview::Guide), self.labels.text("titel-wegwijzer"));
        PagePlace {
            titel,
            beschrijving,
            overzicht: Some(guide.clone()),
            above: vec![guide],
            ..PagePlace::default()
        }
    }
}
