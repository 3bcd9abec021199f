//! An agreement in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::grondslag::Grondslag;
use super::inzet::{Inzet, Standpunt};
use super::ondertekening::Uitzondering;
use super::samenhang::Afhankelijkheid;
use super::waarden::{Dag, Woord};
use crate::markdown::plain;
use crate::model::{
    self, AfspraakSoort, EindReden, Herkomst, KenmerkFamilie, Niveau, Overeenkomst, Stoplicht, Thema,
    Uitvoeringsstap,
};
use crate::order;

/// Een afspraak.
#[derive(Serialize, JsonSchema)]
pub struct Afspraak {
    /// Het nummer, dat in elke versie hetzelfde blijft.
    nummer: String,
    /// De plek op de website, als het adres daarvan bekend is.
    #[serde(skip_serializing_if = "Option::is_none")]
    adres: Option<String>,
    /// Titel.
    titel: String,
    /// Soort afspraak.
    soort: Woord<AfspraakSoort>,
    /// Hoe ver zij is uitgewerkt.
    #[serde(skip_serializing_if = "Option::is_none")]
    niveau: Option<Woord<Niveau>>,
    /// Waar zij vandaan komt, als de overeenkomst een basis heeft.
    #[serde(skip_serializing_if = "Option::is_none")]
    herkomst: Option<Woord<Herkomst>>,
    /// De afspraken die zij uitwerkt, van de overeenkomst van `hoort_bij`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    werkt_uit: Vec<String>,
    /// De afspraak die zij uitwerkt.
    #[serde(skip_serializing_if = "Option::is_none")]
    onder: Option<String>,
    /// Of partijen dit al deden en ermee doorgaan.
    going_concern: bool,
    /// Wie wat doet.
    wie: Vec<Inzet>,
    /// Wat van andere afspraken nodig is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    afhankelijk_van: Vec<Afhankelijkheid>,
    /// Het pakket waar zij bij hoort.
    #[serde(skip_serializing_if = "Option::is_none")]
    pakket: Option<String>,
    /// Wanneer: een dag, maand, jaar of tijdvak (ISO 8601), `jaarlijks` of `doorlopend`.
    #[serde(skip_serializing_if = "Option::is_none")]
    wanneer: Option<String>,
    /// Op welke voorwaarde.
    #[serde(skip_serializing_if = "Option::is_none")]
    voorwaarde: Option<String>,
    /// Wat partijen vinden, als zij het niet eens zijn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    standpunten: Vec<Standpunt>,
    /// Wie dit verder oppakt.
    #[serde(skip_serializing_if = "Option::is_none")]
    eigenaar: Option<String>,
    /// De indicatoren van het thema waarmee zij wordt gemeten.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    indicatoren: Vec<String>,
    /// Waar zij op rust, behalve waar het thema op rust.
    #[serde(flatten)]
    grondslag: Grondslag,
    /// Gebieden waar zij over gaat, die van het thema meegeteld.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gebieden: Vec<String>,
    /// Doelgroepen waar zij over gaat, die van het thema meegeteld.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doelgroepen: Vec<String>,
    /// Hoe ver het is met de uitvoering, van oud naar nieuw.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    uitvoering: Vec<Uitvoering>,
    /// Hoe het gaat, per jaar en van oud naar nieuw.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    status: Vec<Beoordeling>,
    /// Wat partijen ervoor deden, van oud naar nieuw.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    voortgang: Vec<Verantwoording>,
    /// Partijen die akkoord zijn, maar deze afspraak niet tekenen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tekent_niet_mee: Vec<Uitzondering>,
    /// Het einde, als zij niet meer loopt.
    #[serde(skip_serializing_if = "Option::is_none")]
    beeindigd: Option<Einde>,
    /// De toelichting.
    tekst: String,
}

/// Hoe ver het is.
#[derive(Serialize, JsonSchema)]
struct Uitvoering {
    /// De stap.
    stap: Woord<Uitvoeringsstap>,
    /// De dag waarop die begon.
    #[serde(skip_serializing_if = "Option::is_none")]
    sinds: Option<Dag>,
}

/// Hoe het in een jaar gaat.
#[derive(Serialize, JsonSchema)]
struct Beoordeling {
    /// Het jaar.
    jaar: i16,
    /// Het oordeel.
    kleur: Woord<Stoplicht>,
    /// De dag van het oordeel.
    #[serde(skip_serializing_if = "Option::is_none")]
    datum: Option<Dag>,
    /// Waarom, of wat er nodig is.
    #[serde(skip_serializing_if = "Option::is_none")]
    notitie: Option<String>,
    /// De partij die oordeelde; zonder partij waren het alle.
    #[serde(skip_serializing_if = "Option::is_none")]
    door: Option<String>,
}

/// Wat een partij deed.
#[derive(Serialize, JsonSchema)]
struct Verantwoording {
    /// De dag.
    datum: Dag,
    /// De partij.
    partij: String,
    /// Wat zij deed.
    tekst: String,
}

/// Het einde van een afspraak.
#[derive(Serialize, JsonSchema)]
struct Einde {
    /// Vanaf deze dag geldt zij niet meer.
    per: Dag,
    /// Waarom.
    reden: Woord<EindReden>,
    /// Toelichting.
    #[serde(skip_serializing_if = "Option::is_none")]
    toelichting: Option<String>,
    /// De afspraak die ervoor in de plaats kwam.
    #[serde(skip_serializing_if = "Option::is_none")]
    door: Option<String>,
}

impl Afspraak {
    /// `page` is the full address of the theme's page, where that is known.
    pub fn of(
        document: &Overeenkomst,
        thema: &Thema,
        afspraak: &model::Afspraak,
        page: Option<&str>,
    ) -> Self {
        let kenmerken = |familie: KenmerkFamilie| -> Vec<String> {
            let all = [&thema.kenmerken, &afspraak.kenmerken].into_iter();
            let mut ids: Vec<String> = all
                .flat_map(|kenmerken| kenmerken.van(familie))
                .map(|kenmerk| kenmerk.id.as_str().to_owned())
                .collect();
            order::sort_each_once(&mut ids);
            ids
        };
        Self {
            nummer: afspraak.nummer.to_string(),
            adres: page.map(|page| format!("{page}#{}", afspraak.nummer)),
            titel: plain::inlines(&afspraak.titel),
            soort: Woord(afspraak.soort),
            niveau: afspraak.niveau.map(Woord),
            onder: afspraak.onder.as_ref().map(|onder| onder.value.to_string()),
            herkomst: document.herkomst_van_afspraak(afspraak).map(Woord),
            werkt_uit: afspraak.werkt_uit.iter().map(|nummer| nummer.value.to_string()).collect(),
            going_concern: afspraak.going_concern,
            wie: afspraak.wie.iter().map(Inzet::of).collect(),
            afhankelijk_van: afspraak.afhankelijk_van.iter().map(Afhankelijkheid::of).collect(),
            pakket: afspraak.pakket.as_ref().map(|id| id.value.as_str().to_owned()),
            wanneer: afspraak.wanneer.as_ref().map(|wanneer| wanneer.canoniek()),
            voorwaarde: afspraak.voorwaarde.clone(),
            standpunten: afspraak.standpunten.iter().map(Standpunt::of).collect(),
            eigenaar: afspraak.eigenaar.as_ref().map(|partij| partij.id.as_str().to_owned()),
            indicatoren: afspraak.indicatoren.iter().map(|id| id.value.as_str().to_owned()).collect(),
            grondslag: Grondslag::of(&afspraak.grondslag),
            gebieden: kenmerken(KenmerkFamilie::Gebieden),
            doelgroepen: kenmerken(KenmerkFamilie::Doelgroepen),
            uitvoering: afspraak.voortgang.uitvoering.iter().map(Uitvoering::of).collect(),
            status: afspraak.voortgang.beoordelingen.iter().map(Beoordeling::of).collect(),
            voortgang: afspraak.voortgang.verantwoording.iter().map(Verantwoording::of).collect(),
            tekent_niet_mee: afspraak.tekent_niet_mee.iter().map(Uitzondering::of).collect(),
            beeindigd: afspraak.beeindigd.as_ref().map(Einde::of),
            tekst: plain::blocks(&afspraak.tekst),
        }
    }
}

impl Uitvoering {
    fn of(uitvoering: &model::Uitvoering) -> Self {
        Self { stap: Woord(uitvoering.stap), sinds: uitvoering.sinds.map(Dag) }
    }
}

impl Beoordeling {
    fn of(beoordeling: &model::Beoordeling) -> Self {
        Self {
            jaar: beoordeling.jaar.value.getal(),
            kleur: Woord(beoordeling.kleur),
            datum: beoordeling.datum.map(Dag),
            notitie: beoordeling.notitie.clone(),
            door: beoordeling.door.as_ref().map(|partij| partij.id.as_str().to_owned()),
        }
    }
}

impl Verantwoording {
    fn of(verantwoording: &model::Verantwoording) -> Self {
        Self {
            datum: Dag(verantwoording.datum),
            partij: verantwoording.partij.id.as_str().to_owned(),
            tekst: verantwoording.tekst.clone(),
        }
    }
}

impl Einde {
    fn of(einde: &model::Beeindiging) -> Self {
        Self {
            per: Dag(einde.per.value),
            reden: Woord(einde.reden.value),
            toelichting: einde.toelichting.clone(),
            door: einde.door.as_ref().map(|door| door.value.to_string()),
        }
    }
}
