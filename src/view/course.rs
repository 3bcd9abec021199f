//! A document in time: its versions, how parties work together meanwhile, and
//! where its agreements are worked out in other documents.

use serde::Serialize;

use super::{MaybeLink, Proza, View};
use crate::markdown::plain;
use crate::model::{Aanspreekpunt, Afspraak, Geschil, Overeenkomst, Overleg, Versie};
use crate::resolve::{self, Destination};

/// A version of the text.
#[derive(Debug, Clone, Serialize)]
pub struct VersionView {
    /// Its number.
    pub nummer: String,
    /// Its day.
    pub datum: String,
    /// How far the document was.
    pub status: Option<String>,
    /// What changed.
    pub toelichting: Option<Proza>,
}

/// How parties work together while the agreements hold.
#[derive(Debug, Clone, Serialize)]
pub struct TogetherView {
    /// Meetings that return.
    pub overleg: Vec<MeetingView>,
    /// Whom to turn to.
    pub aanspreekpunten: Vec<ContactPointView>,
    /// What parties do when they disagree.
    pub geschil: Option<DisputeView>,
}

/// A meeting that returns.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingView {
    /// Its name.
    pub naam: Proza,
    /// Who takes part.
    pub wie: Option<Proza>,
    /// How often.
    pub hoe_vaak: Option<Proza>,
    /// What about.
    pub waarover: Option<Proza>,
}

/// Whom to turn to.
#[derive(Debug, Clone, Serialize)]
pub struct ContactPointView {
    /// What for.
    pub rol: String,
    /// The organisation or function.
    pub naam: String,
    /// The party that it belongs to.
    pub partij: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub telefoon: Option<String>,
}

/// What parties do when they disagree.
#[derive(Debug, Clone, Serialize)]
pub struct DisputeView {
    /// What they do first, second, …
    pub stappen: Vec<Proza>,
    /// Who mediates.
    pub bemiddelaar: Option<Proza>,
    /// Whether that judgement binds.
    pub bindend: bool,
    /// What the law offers, sentence by sentence.
    pub wet: Vec<String>,
}

/// Where an agreement is worked out, and what it works out, in other documents.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WorkedOutView {
    /// The agreements of the document above that it works out.
    pub werkt_uit: Vec<MaybeLink>,
    /// The agreements of documents below that work it out.
    pub uitgewerkt: Vec<MaybeLink>,
}

impl View<'_> {
    /// The versions of a document, the newest first.
    pub fn versions(&self, document: &Overeenkomst) -> Vec<VersionView> {
        let version = |versie: &Versie| VersionView {
            nummer: versie.nummer.clone(),
            datum: versie.datum.voluit(),
            status: versie.status.map(|status| self.labels.status(status)),
            toelichting: versie.toelichting.clone().map(Proza),
        };
        document.versies.iter().rev().map(version).collect()
    }

    /// How the parties of a document work together.
    pub fn together(&self, document: &Overeenkomst) -> TogetherView {
        let meeting = |overleg: &Overleg| MeetingView {
            naam: overleg.naam.clone().into(),
            wie: overleg.wie.clone().map(Proza),
            hoe_vaak: overleg.hoe_vaak.clone().map(Proza),
            waarover: overleg.waarover.clone().map(Proza),
        };
        let point = |punt: &Aanspreekpunt| ContactPointView {
            rol: self.labels.aanspreekrol(punt.rol),
            naam: punt.naam.clone(),
            partij: punt.partij.as_ref().map(|partij| partij.naam.clone()),
            email: punt.email.clone(),
            telefoon: punt.telefoon.clone(),
        };
        let dispute = |geschil: &Geschil| DisputeView {
            stappen: geschil.stappen.iter().cloned().map(Proza).collect(),
            bemiddelaar: geschil.bemiddelaar.clone().map(Proza),
            bindend: geschil.bindend,
            wet: self.labels.geschil_wet(document),
        };
        TogetherView {
            overleg: document.overleg.iter().map(meeting).collect(),
            aanspreekpunten: document.aanspreekpunten.iter().map(point).collect(),
            geschil: document.geschil.as_ref().map(dispute),
        }
    }

    /// What an agreement works out in the document above, and where it is
    /// worked out in those below.
    pub fn worked_out(&self, document: &Overeenkomst, afspraak: &Afspraak) -> WorkedOutView {
        let boven = self.project.boven(document);
        let werkt_uit = boven.into_iter().flat_map(|boven| {
            let named = afspraak.werkt_uit.iter();
            named.filter_map(|nummer| self.elsewhere(boven, nummer.value.as_str()))
        });
        let mut uitgewerkt = Vec::new();
        for onder in self.project.onder(document) {
            let those = onder
                .lopende_afspraken()
                .filter(|other| other.werkt_uit.iter().any(|nummer| nummer.value == afspraak.nummer));
            uitgewerkt.extend(those.filter_map(|other| self.elsewhere(onder, other.nummer.as_str())));
        }
        WorkedOutView { werkt_uit: werkt_uit.collect(), uitgewerkt }
    }

    /// An agreement of another document, with the name of that.
    fn elsewhere(&self, document: &Overeenkomst, nummer: &str) -> Option<MaybeLink> {
        let (_, afspraak) = document.afspraak(nummer)?;
        let to = resolve::agreement(document, nummer)?;
        let titel = format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel));
        let values = [("afspraak", titel.as_str()), ("document", &document.titel)];
        matches!(to, Destination::Agreement(..))
            .then(|| self.link(self.labels.with("afspraak-elders", &values), to))
    }
}
