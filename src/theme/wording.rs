//! Values of the model in the words of the theme: dates, periods, kinds.
//!
//! Site, PDF and data say the same because they ask here.

use fluent_bundle::FluentArgs;

use super::labels::Labels;
use crate::markdown::plain;
use crate::model::termijn::{Feit, GELEZEN, Onderwerp, Termijn};
use crate::model::{
    Aanspreekrol, Afspraak, AfspraakSoort, Beeindiging, Datum, EindReden, Fase, Gebeurtenis, Gebied,
    Herkomst, Hoofdstuk, HoofdstukSoort, Instrument, KenmerkSoort, Niveau, Oordeel, Overeenkomst,
    OvereenkomstSoort, Periode, Plaats, Richting, Rol, Status, Stoplicht, Terugblik, Thema, Uitvoering,
    Wanneer,
};

/// Values that have one label each: what it begins with, before the id of the value.
macro_rules! labelled {
    ($($(#[$doc:meta])* $name:ident($kind:ty): $prefix:literal,)+) => {
        impl Labels {
            $($(#[$doc])* pub fn $name(&self, value: $kind) -> String {
                self.text(&format!("{}{}", $prefix, value.word()))
            })+
        }
    };
}

labelled! {
    /// "Meerjarenafspraken"
    soort_overeenkomst(OvereenkomstSoort): "soort-overeenkomst-",
    /// "Procesbegeleider"
    aanspreekrol(Aanspreekrol): "aanspreekrol-",
    /// "Vastgesteld"
    status(Status): "status-",
    /// "Doel", "Resultaat", "Activiteit"
    niveau(Niveau): "niveau-",
    /// "afgerond", …
    eind_reden(EindReden): "einde-reden-",
    /// "Gemeente", "Woningcorporatie", …
    rol(Rol): "rol-",
    /// "De afspraken die hierbij horen, staan in de werkagenda."
    elders(Plaats): "elders-",
    /// "Handelingsafspraak"
    soort_afspraak(AfspraakSoort): "soort-afspraak-",
    /// "op schema"
    stoplicht(Stoplicht): "stoplicht-",
    /// "deels gehaald"
    oordeel(Oordeel): "oordeel-",
    /// "lagere grondprijs"
    instrument(Instrument): "instrument-",
    /// "Meer is beter."
    richting(Richting): "richting-",
    /// "Ten minste", or "Hoogstens" where less is better.
    minimum(Richting): "indicator-minimum-",
}

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

    /// What a document is to the one that it stands under, in words.
    pub fn hoort_bij(&self, soort: OvereenkomstSoort) -> String {
        let key = match soort {
            OvereenkomstSoort::Jaarschijf => "boven-jaarschijf",
            OvereenkomstSoort::Evaluatie => "boven-evaluatie",
            OvereenkomstSoort::Bod => "boven-bod",
            OvereenkomstSoort::Spelregels => "boven-spelregels",
            _ => "boven-overig",
        };
        self.text(key)
    }

    /// What happens on a day of the calendar.
    pub fn gebeurtenis(&self, wat: Gebeurtenis) -> String {
        match wat {
            Gebeurtenis::Termijn(_)
            | Gebeurtenis::Afgesproken(_)
            | Gebeurtenis::Ondertekening
            | Gebeurtenis::Publicatie
            | Gebeurtenis::Begin
            | Gebeurtenis::Einde => self.text(&format!("gebeurtenis-{}", wat.sleutel())),
            Gebeurtenis::Cijfers(jaar, _) => self.with("gebeurtenis-cijfers", &[("jaar", &jaar.to_string())]),
            Gebeurtenis::Stap(status) => self.with("gebeurtenis-stap", &[("status", &self.status(status))]),
            Gebeurtenis::Goedkeuring(goedkeuring) => self.with(
                "gebeurtenis-besluit",
                &[("orgaan", &goedkeuring.orgaan.value), ("partij", &goedkeuring.partij.naam)],
            ),
            Gebeurtenis::UiterlijkPubliceren => self.text("gebeurtenis-publiceren"),
            Gebeurtenis::Afspraak(_, afspraak) => self.with(
                "gebeurtenis-afspraak",
                &[("nummer", afspraak.nummer.as_str()), ("titel", &plain::inlines(&afspraak.titel))],
            ),
            Gebeurtenis::Eigen(eigen) => eigen.titel.clone(),
        }
    }

    /// Where a day of the calendar comes from, when it is not from the document.
    pub fn bron_van(&self, wat: Gebeurtenis) -> Option<String> {
        match wat {
            Gebeurtenis::Termijn(feit) | Gebeurtenis::Cijfers(_, feit) => Some(feit.bron.to_owned()),
            Gebeurtenis::Afgesproken(feit) => {
                Some(self.with("kalender-zelf-afgesproken", &[("bron", feit.bron)]))
            }
            _ => None,
        }
    }

    /// What the law offers when parties disagree, as it was when the document was made.
    pub fn geschil_wet(&self, document: &Overeenkomst) -> Vec<String> {
        let weken = |onderwerp| {
            let feit = Feit::op(onderwerp, document.looptijd.van())?;
            match feit.termijn {
                Termijn::Weken(weken) => Some((weken.to_string(), feit.bron)),
                Termijn::Dag(..) => None,
            }
        };
        let mut zinnen = vec![self.text("geschil-minister")];
        if let Some(((zienswijze, _), (uitspraak, bron))) =
            weken(Onderwerp::Zienswijze).zip(weken(Onderwerp::Uitspraak))
        {
            let values = [("zienswijze", zienswijze.as_str()), ("uitspraak", &uitspraak)];
            zinnen.push(self.with("geschil-termijn", &values));
            let gelezen = Datum::parse(GELEZEN).map(Datum::voluit).unwrap_or_default();
            zinnen.push(self.with("geschil-bron", &[("bron", bron), ("gelezen", &gelezen)]));
        }
        zinnen
    }

    /// "van kracht", "gaat in op 1 januari 2027", …
    pub fn fase(&self, fase: Fase, document: &Overeenkomst) -> String {
        match fase {
            Fase::Aanstaand => self.with("fase-aanstaand", &[("datum", &document.looptijd.van().voluit())]),
            _ => self.text(&format!("fase-{}", fase_id(fase))),
        }
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

    /// "Alleen in Zandstad"
    pub fn herkomst(&self, herkomst: Herkomst, document: &Overeenkomst) -> String {
        let key = format!("herkomst-{}", herkomst.word());
        self.with(&key, &[("gebied", &self.korte_naam(&document.gebied))])
    }

    /// How many agreements of a document come from its base, and how many do not.
    pub fn telling_van_herkomst(&self, document: &Overeenkomst) -> String {
        let all: Vec<_> =
            document.afspraken().filter_map(|afspraak| document.herkomst_van_afspraak(afspraak)).collect();
        let mut args = FluentArgs::new();
        for wanted in [Herkomst::Basis, Herkomst::Vervangt, Herkomst::Eigen] {
            args.set(wanted.word(), all.iter().filter(|herkomst| **herkomst == wanted).count());
        }
        args.set("gebied", self.korte_naam(&document.gebied));
        self.format("basis-telling", &args).unwrap_or_default()
    }

    /// "Zandstad"
    fn korte_naam(&self, gebied: &Gebied) -> String {
        match gebied {
            Gebied::Gemeente(naam) => naam.clone(),
            regio @ Gebied::Regio(_) => self.gebied(regio),
        }
    }

    /// "gestart (1 maart 2027)"
    pub fn uitvoering(&self, uitvoering: Uitvoering) -> String {
        let stap = self.text(&format!("uitvoering-{}", uitvoering.stap.word()));
        match uitvoering.sinds {
            Some(datum) => self.with("uitvoering-sinds", &[("stap", &stap), ("datum", &datum.voluit())]),
            None => stap,
        }
    }

    /// "Afspraken: 4 gehaald, 1 deels gehaald, 1 niet beoordeeld."
    pub fn terugblik(&self, terugblik: &Terugblik) -> Option<String> {
        let parts = terugblik.telling().into_iter().map(|(oordeel, count)| {
            let word = oordeel.map_or_else(|| self.text("oordeel-geen"), |oordeel| self.oordeel(oordeel));
            self.with("telling-deel", &[("aantal", &count.to_string()), ("oordeel", &word)])
        });
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| self.with("evaluatie-telling", &[("telling", &parts.join(", "))]))
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
