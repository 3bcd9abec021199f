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

use super::address::{self, OutputPath};
use super::pages::{PagePlace, Pages};
use crate::diagnostic::Diagnostic;
use crate::model::{Kenmerk, KenmerkFamilie, Partij, Project};

/// A page over all documents.
#[derive(Debug, Clone, Copy)]
pub enum Overview<'a> {
    /// The guide to all others ("wegwijzer").
    Guide,
    /// How agreements stand, over all documents.
    Voortgang,
    /// All parties.
    Partijen,
    /// The figures of all documents together.
    Cijfers,
    /// What newcomers do well to read first.
    Begin,
    /// What has to be done when, over all documents.
    Kalender,
    /// What a party does, over all documents.
    Partij(&'a Partij),
    /// The list of all areas, or of all target groups.
    Kenmerken(KenmerkFamilie),
    /// Which agreements are about an area or target group.
    Kenmerk(&'a Kenmerk),
    /// The register of what agreements rest on.
    Verwijzingen,
    /// Policy, and the agreements that carry it out.
    Beleid,
    /// National priorities, and the agreements that serve them.
    Prioriteiten,
    /// Laws that texts cite.
    Wetten,
}

impl<'a> Overview<'a> {
    /// Those of a project, in the order of the guide. Which there are depends on
    /// `site.yaml` and on which files there are, never on the text of a
    /// document, so that the paths of a site seldom change.
    pub fn all(project: &'a Project) -> Vec<Self> {
        let partijen = project.site.partijen.iter().map(|partij| Self::Partij(partij));
        let kenmerken = KenmerkFamilie::ALL.into_iter().flat_map(|familie| {
            let listed: Vec<_> =
                project.site.kenmerken_van(familie).map(|kenmerk| Self::Kenmerk(kenmerk)).collect();
            let index = (!listed.is_empty()).then_some(Self::Kenmerken(familie));
            index.into_iter().chain(listed)
        });
        let register = (!project.verwijzingen.is_empty()).then_some(Self::Verwijzingen);
        let policy = (!project.beleid.is_empty()).then_some(Self::Beleid);
        let grounds = policy.into_iter().chain([Self::Prioriteiten]).chain(register).chain([Self::Wetten]);
        let first =
            [Self::Guide, Self::Begin, Self::Kalender, Self::Voortgang, Self::Cijfers, Self::Partijen]
                .into_iter();
        first.chain(partijen).chain(kenmerken).chain(grounds).collect()
    }

    /// Where it goes.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Guide => "wegwijzer.html".into(),
            Self::Verwijzingen => address::REGISTER.into(),
            Self::Beleid => address::POLICY.into(),
            Self::Prioriteiten => "prioriteiten.html".into(),
            Self::Wetten => "wetten.html".into(),
            Self::Voortgang => "voortgang.html".into(),
            Self::Partijen => "partijen/index.html".into(),
            Self::Cijfers => "cijfers.html".into(),
            Self::Begin => "begin-hier.html".into(),
            Self::Kalender => "kalender.html".into(),
            Self::Partij(partij) => format!("partijen/{}.html", partij.id.as_str()),
            Self::Kenmerken(familie) => format!("{}/index.html", familie.word()),
            Self::Kenmerk(kenmerk) => {
                format!("{}/{}.html", kenmerk.familie().word(), kenmerk.id.as_str())
            }
        }
    }
}

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
        let guide = self.link(path, &Overview::Guide.path(), self.labels.text("titel-wegwijzer"));
        PagePlace {
            titel,
            beschrijving,
            overzicht: Some(guide.clone()),
            above: vec![guide],
            ..PagePlace::default()
        }
    }
}
