//! What a theme, chapter or agreement rests on: policy, the register, national
//! priorities.

use serde::Serialize;

use super::{MaybeLink, OpSite, Proza, View};
use crate::model::{Begrip, Grondslag, Verwijzing, WebAdres};
use crate::resolve::Destination;

/// What a theme, chapter or agreement rests on: `delen/grondslag.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GroundsView {
    /// Policy.
    pub beleid: Vec<MaybeLink>,
    /// Covenants, research and other entries of the register.
    pub verwijzingen: Vec<MaybeLink>,
    /// National priorities, when these were named.
    pub prioriteiten: OpSite<Vec<MaybeLink>>,
}

/// An entry of the register, as paper lists it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// The way to it.
    pub href: Option<String>,
    /// Title.
    pub titel: Proza,
    /// Its kind, its day, and who made it.
    pub gegevens: String,
    /// One or two sentences.
    pub samenvatting: Option<Proza>,
    /// Where it can be read.
    pub adres: Option<String>,
    /// The same for the eye.
    pub adres_tekst: Option<String>,
}

/// A term of the glossary.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// The way to it.
    pub href: Option<String>,
    /// The term.
    pub term: Proza,
    /// What it stands for.
    pub voluit: Option<Proza>,
    /// What it means.
    pub betekenis: Proza,
}

impl View<'_> {
    /// An entry of the register.
    pub fn source(&self, found: &Verwijzing) -> SourceView {
        let soort = self.labels.text(&format!("verwijzing-{}", found.soort.word()));
        let datum = found.datum.map(|datum| datum.voluit());
        let partijen = found.partijen.iter().map(|name| {
            let known = self.project.site.partijen.iter().find(|partij| partij.id.as_str() == name);
            known.map_or(name.as_str(), |partij| partij.naam.as_str())
        });
        let partijen = partijen.collect::<Vec<_>>().join(", ");
        let facts = [Some(soort), datum, (!partijen.is_empty()).then_some(partijen)];
        let file = found.bestand.as_ref().map(|file| Destination::Medium(&file.value));
        let url = found.url.as_ref();
        SourceView {
            href: self.medium.way(Destination::Source(found)),
            titel: found.titel.clone().into(),
            gegevens: facts.into_iter().flatten().collect::<Vec<_>>().join("; "),
            samenvatting: found.samenvatting.clone().map(Proza),
            adres: url.map(WebAdres::as_str).map(str::to_owned).or_else(|| self.medium.web(file?)),
            adres_tekst: url
                .map(WebAdres::leesbaar)
                .map(str::to_owned)
                .or_else(|| self.medium.address(file?)),
        }
    }

    /// A term.
    pub fn term(&self, begrip: &Begrip) -> TermView {
        TermView {
            href: self.medium.way(Destination::Term(begrip)),
            term: begrip.term.clone().into(),
            voluit: begrip.voluit.clone().map(Proza),
            betekenis: begrip.betekenis.clone().into(),
        }
    }

    /// What it rests on.
    pub fn grounds(&self, grondslag: &Grondslag) -> GroundsView {
        let beleid = grondslag.beleid.iter().map(|text| match self.project.beleid.find(&text.value) {
            Some(plek) => self.link(plek.titel(), Destination::Policy(plek)),
            None => MaybeLink { titel: text.value.clone().into(), href: None },
        });
        let named = grondslag.verwijzingen.iter();
        let named = named.filter_map(|id| self.project.verwijzingen.find(id.value.as_str()));
        let verwijzingen = named.map(|found| self.link(found.titel.clone(), Destination::Source(found)));
        let lijst = &self.project.site.prioriteiten;
        let named = grondslag.prioriteiten.iter().flatten();
        let named = named.filter_map(|id| lijst.find(&id.value));
        let prioriteiten = named.map(|found| self.link(found.titel.clone(), Destination::Priority(found)));
        GroundsView {
            beleid: beleid.collect(),
            verwijzingen: verwijzingen.collect(),
            prioriteiten: OpSite(prioriteiten.collect()),
        }
    }
}
