//! Decisions, reservations and signatures in the words of the theme.

use super::labels::Labels;
use crate::model::{
    Afspraak, Datum, Goedkeuring, Keuze, Mandaat, Overeenkomst, Tekenwijze, Thema, Uittreksel, Voorbehoud,
};

impl Labels {
    /// "vastgesteld op 10 november 2026", "nog niet goedgekeurd"
    pub fn besluit(&self, goedkeuring: &Goedkeuring) -> String {
        let soort = goedkeuring.soort.word();
        match goedkeuring.datum {
            Some(datum) => self.with(&format!("besluit-{soort}"), &[("datum", &datum.voluit())]),
            None => self.text(&format!("besluit-{soort}-volgt")),
        }
    }

    /// "onder voorbehoud: tot de begroting is vastgesteld"
    pub fn voorbehoud(&self, voorbehoud: &Voorbehoud) -> String {
        match voorbehoud.opgeheven {
            None => self.with("voorbehoud-open", &[("tekst", &voorbehoud.tekst)]),
            Some(datum) => {
                self.with("voorbehoud-opgeheven", &[("tekst", &voorbehoud.tekst), ("datum", &datum.voluit())])
            }
        }
    }

    /// The reservations of a document with whose they are, open or lifted.
    pub fn voorbehouden(&self, document: &Overeenkomst) -> Vec<String> {
        let sentence = |(goedkeuring, voorbehoud): (&Goedkeuring, &Voorbehoud)| {
            let (orgaan, partij) = (&goedkeuring.orgaan.value, &goedkeuring.partij.naam);
            self.with(
                "voorbehoud-van",
                &[("orgaan", orgaan), ("partij", partij), ("voorbehoud", &self.voorbehoud(voorbehoud))],
            )
        };
        document.voorbehouden().map(sentence).collect()
    }

    /// "namens het college van burgemeester en wethouders"
    pub fn namens(&self, orgaan: &str) -> String {
        self.with("teken-namens", &[("orgaan", orgaan)])
    }

    /// "mandaat: besluit van de burgemeester, 10 november 2026"
    pub fn mandaat(&self, mandaat: &Mandaat) -> String {
        match mandaat.datum {
            Some(datum) => {
                self.with("teken-mandaat-op", &[("besluit", &mandaat.besluit), ("datum", &datum.voluit())])
            }
            None => self.with("teken-mandaat", &[("besluit", &mandaat.besluit)]),
        }
    }

    /// Where and when one party signs, when not with the others.
    pub fn apart(&self, plaats: Option<&str>, datum: Option<Datum>) -> Option<String> {
        let datum = datum.map(Datum::voluit);
        match (plaats, datum) {
            (Some(plaats), Some(datum)) => {
                Some(self.with("tekent-te-op", &[("plaats", plaats), ("datum", &datum)]))
            }
            (Some(plaats), None) => Some(self.with("tekent-te", &[("plaats", plaats)])),
            (None, Some(datum)) => Some(self.with("tekent-op", &[("datum", &datum)])),
            (None, None) => None,
        }
    }

    /// What it means that not every party signs for all: nothing when each does.
    pub fn tekenclausule(&self, document: &Overeenkomst) -> Option<String> {
        let ondertekening = &document.ondertekening;
        let parts = ondertekening.door.iter().any(|door| document.tekent_voor(door).delen().is_some());
        let key = match ondertekening.voor {
            Tekenwijze::EigenInzet => "tekenclausule-eigen-inzet",
            Tekenwijze::Geheel if parts => "tekenclausule-deel",
            Tekenwijze::Geheel => return None,
        };
        Some(self.text(key))
    }

    /// "alle afspraken, behalve H4 en Bouwen"
    pub fn tekent_voor_behalve(&self, uitgezonderd: &[(&Thema, Option<&Afspraak>)]) -> String {
        let names: Vec<&str> = uitgezonderd
            .iter()
            .map(|(thema, afspraak)| {
                afspraak.map_or(thema.titel.as_str(), |afspraak| afspraak.nummer.as_str())
            })
            .collect();
        self.with("tekent-voor-behalve", &[("delen", &names.join(", "))])
    }

    /// "Wat Woonstichting De Brug doet"
    pub fn uittreksel(&self, uittreksel: &Uittreksel) -> String {
        if let Some(titel) = uittreksel.titel {
            return titel.to_owned();
        }
        match uittreksel.keuze {
            Keuze::Thema(thema) => thema.titel.clone(),
            Keuze::Partij(partij) => self.with("uittreksel-partij", &[("naam", &partij.naam)]),
            Keuze::Jaar(jaar) => self.with("uittreksel-jaar", &[("jaar", &jaar.to_string())]),
        }
    }
}
