//! Values of the model in the words of the theme: dates, periods, kinds.
//!
//! Site, PDF and data say the same because they ask here.

use super::labels::Labels;
use crate::model::{
    Afspraak, AfspraakSoort, Beeindiging, EindReden, Fase, Gebied, Hoofdstuk, HoofdstukSoort, KenmerkSoort,
    Niveau, Overeenkomst, OvereenkomstSoort, Periode, Rol, Status, Stoplicht, Thema, Wanneer,
};

impl Labels {
    /// "uiterlijk 31 december 2028"
    pub fn wanneer(&self, wanneer: &Wanneer) -> String {
        match wanneer {
            Wanneer::Datum(datum) => self.with("wanneer-datum", &[("datum", &datum.voluit())]),
            Wanneer::Maand(maand) => self.with("wanneer-maand", &[("maand", &maand.voluit())]),
            Wanneer::Jaar(jaar) => self.with("wanneer-jaar", &[("jaar", &jaar.to_string())]),
            Wanneer::Periode(periode) => {
                if let Some((van, tot)) = periode.hele_jaren()
                    && van == tot
                {
                    return self.wanneer(&Wanneer::Jaar(van));
                }
                let (van, tot) = ends(*periode);
                self.with("wanneer-periode", &[("van", &van), ("tot", &tot)])
            }
            Wanneer::Jaarlijks => self.text("wanneer-jaarlijks"),
            Wanneer::Doorlopend => self.text("wanneer-doorlopend"),
        }
    }

    /// "2027 tot en met 2030", or with days when it does not cover whole years.
    pub fn looptijd(&self, periode: Periode) -> String {
        match periode.hele_jaren() {
            Some((van, tot)) if van == tot => van.to_string(),
            _ => {
                let (van, tot) = ends(periode);
                self.with("looptijd", &[("van", &van), ("tot", &tot)])
            }
        }
    }

    /// "1 januari 2027 tot en met 31 december 2030", for documents that people sign.
    pub fn looptijd_voluit(&self, periode: Periode) -> String {
        let (van, tot) = (periode.van().voluit(), periode.tot_en_met().voluit());
        self.with("looptijd", &[("van", &van), ("tot", &tot)])
    }

    /// "Gemeente Zandstad"
    pub fn gebied(&self, gebied: &Gebied) -> String {
        match gebied {
            Gebied::Gemeente(naam) => self.with("gebied-gemeente", &[("naam", naam)]),
            Gebied::Regio(naam) => self.with("gebied-regio", &[("naam", naam)]),
        }
    }

    /// "Meerjarenafspraken"
    pub fn soort_overeenkomst(&self, soort: OvereenkomstSoort) -> String {
        self.text(&format!("soort-overeenkomst-{}", soort.word()))
    }

    /// "Vastgesteld"
    pub fn status(&self, status: Status) -> String {
        self.text(&format!("status-{}", status.word()))
    }

    /// "van kracht", "gaat in op 1 januari 2027", …
    pub fn fase(&self, fase: Fase, document: &Overeenkomst) -> String {
        match fase {
            Fase::Aanstaand => self.with("fase-aanstaand", &[("datum", &document.looptijd.van().voluit())]),
            _ => self.text(&format!("fase-{}", fase_id(fase))),
        }
    }

    /// "Doel", "Resultaat", "Activiteit"
    pub fn niveau(&self, niveau: Niveau) -> String {
        self.text(&format!("niveau-{}", niveau.word()))
    }

    /// "afgerond", …
    pub fn eind_reden(&self, reden: EindReden) -> String {
        self.text(&format!("einde-reden-{}", reden.word()))
    }

    /// "Beëindigd per 1 januari 2028: afgerond."
    pub fn einde(&self, einde: &Beeindiging) -> String {
        let (datum, reden) = (einde.per.value.voluit(), self.eind_reden(einde.reden.value));
        self.with("einde-zin", &[("datum", &datum), ("reden", &reden)])
    }

    /// "Wijk", "Doelgroep", …
    pub fn soort_kenmerk(&self, soort: KenmerkSoort) -> String {
        match soort {
            KenmerkSoort::Gebied(soort) => self.text(&format!("soort-gebied-{}", soort.word())),
            KenmerkSoort::Doelgroep => self.text("soort-doelgroep"),
        }
    }

    /// "Gemeente", "Woningcorporatie", …
    pub fn rol(&self, rol: Rol) -> String {
        self.text(&format!("rol-{}", rol.word()))
    }

    /// "Handelingsafspraak"
    pub fn soort_afspraak(&self, soort: AfspraakSoort) -> String {
        self.text(&format!("soort-afspraak-{}", soort.word()))
    }

    /// "op schema"
    pub fn stoplicht(&self, stoplicht: Stoplicht) -> String {
        self.text(&format!("stoplicht-{}", stoplicht.word()))
    }

    /// The name of the theme; of one that the labels do not know, its title.
    pub fn thema(&self, thema: &Thema) -> String {
        let key = format!("thema-{}", thema.thema.as_str());
        if self.has(&key) { self.text(&key) } else { thema.titel.clone() }
    }

    /// "Bijlage 1", for appendices.
    pub fn opschrift(&self, hoofdstuk: &Hoofdstuk) -> Option<String> {
        match hoofdstuk.soort {
            HoofdstukSoort::Hoofdstuk => None,
            HoofdstukSoort::Bijlage { nummer } => {
                Some(self.with("bijlage", &[("nummer", &nummer.to_string())]))
            }
        }
    }

    /// When an agreement is carried out, in words.
    pub fn wanneer_van(&self, afspraak: &Afspraak) -> Option<String> {
        afspraak.wanneer.as_ref().map(|wanneer| self.wanneer(wanneer))
    }
}

/// The id of a phase in styles and labels.
pub fn fase_id(fase: Fase) -> &'static str {
    match fase {
        Fase::VanKracht => "van-kracht",
        Fase::Aanstaand => "aanstaand",
        Fase::InDeMaak => "in-de-maak",
        Fase::Archief => "archief",
        Fase::Achtergrond => "achtergrond",
    }
}

/// Both ends of a period: years when it covers whole years, else days.
fn ends(periode: Periode) -> (String, String) {
    match periode.hele_jaren() {
        Some((van, tot)) => (van.to_string(), tot.to_string()),
        None => (periode.van().voluit(), periode.tot_en_met().voluit()),
    }
}
