//! What of a theme simply goes on: agreements that are no news, told in short.

use serde::Serialize;

use super::{AgreementView, ContributionView, Proza, View};
use crate::markdown::plain;
use crate::model::{Afspraak, Overeenkomst, Plaats, Thema, WerkagendaDruk};
use crate::resolve::{Destination, Place, anchors};

/// The work agenda of a theme (handbook line 218).
#[derive(Debug, Clone, Serialize)]
pub struct AgendaView {
    /// How it is printed: `compact`, `voluit`, `niet-afdrukken`.
    pub druk: &'static str,
    /// What it is, or where to read it.
    pub uitleg: String,
    /// Its agreements in short; none where they stand below in full.
    pub rijen: Vec<AgendaRow>,
}

/// An agreement of it in a line.
#[derive(Debug, Clone, Serialize)]
pub struct AgendaRow {
    /// Its number.
    pub nummer: String,
    /// Its title.
    pub titel: Proza,
    /// Where it is.
    pub href: Option<String>,
    /// Who does what; nothing where only number and title are printed.
    pub wie: Vec<ContributionView>,
    /// When, worded.
    pub wanneer: Option<String>,
}

impl View<'_> {
    /// The work agenda of a theme, as it is printed.
    pub fn agenda(&self, document: &Overeenkomst, thema: &Thema, druk: WerkagendaDruk) -> AgendaView {
        let told = druk == WerkagendaDruk::Compact;
        let row = |afspraak: &Afspraak| AgendaRow {
            nummer: afspraak.nummer.to_string(),
            titel: plain::inlines(&afspraak.titel).into(),
            href: self.way_to_agreement(document, &afspraak.nummer),
            wie: if told { self.contributions(&afspraak.wie, false) } else { Vec::new() },
            wanneer: self.labels.wanneer_van(afspraak).filter(|_| told),
        };
        AgendaView {
            druk: druk.word(),
            uitleg: match druk {
                WerkagendaDruk::NietAfdrukken => self.agenda_elsewhere(document, thema),
                WerkagendaDruk::Compact | WerkagendaDruk::Voluit => self.labels.text("werkagenda-uitleg"),
            },
            rijen: match druk {
                WerkagendaDruk::Voluit => Vec::new(),
                _ => thema.afspraken_in(Plaats::Werkagenda).map(row).collect(),
            },
        }
    }

    /// Where to read a work agenda that is not printed.
    fn agenda_elsewhere(&self, document: &Overeenkomst, thema: &Thema) -> String {
        let deel = document.delen.iter().find(|deel| deel.source() == thema.source);
        let to = deel.map(|deel| Destination::Place(Place::Part(document, deel), Some(anchors::WORK_AGENDA)));
        match to.and_then(|to| self.medium.address(to)) {
            Some(adres) => self.labels.with("werkagenda-elders-adres", &[("adres", &adres)]),
            None => self.labels.text("werkagenda-elders"),
        }
    }
}

impl AgreementView {
    /// Without who does what and when, which a table above it tells.
    pub fn in_short(self) -> Self {
        Self { wie: Vec::new(), met_middelen: false, wanneer: None, ..self }
    }
}
