//! A whole document in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::afspraak::Afspraak;
use super::basis::Basis;
use super::cijfers::Cijfertabel;
use super::evaluatie::Evaluatie;
use super::grondslag::Grondslag;
use super::indicator::Indicator;
use super::ondertekening::{Goedkeuring, Ondertekening, Uitzondering};
use super::samenhang::Pakket;
use super::verloop::{Aanspreekpunt, Geschil, Kalenderdag, Overleg, Versie};
use super::waarden::{Dag, SCHEMA, Tijdvak, VORM, Woord};
use crate::address;
use crate::data::Desk;
use crate::markdown::plain;
use crate::model::{
    self, Deel, Documentvorm, Gebied, GebiedSoort, HoofdstukSoort, Overeenkomst, OvereenkomstSoort, Rol,
    Status,
};
use crate::order::SortedMap;

/// Een overeenkomst met alles wat erin is afgesproken.
#[derive(Serialize, JsonSchema)]
pub struct Document {
    /// Het schema van dit bestand.
    #[serde(rename = "$schema")]
    schema: String,
    /// Nummer van de vorm van dit bestand.
    vorm: u32,
    /// Naam van de overeenkomst in adressen.
    id: String,
    /// De pagina van de overeenkomst, als het adres van de website bekend is.
    #[serde(skip_serializing_if = "Option::is_none")]
    adres: Option<String>,
    /// Titel.
    titel: String,
    /// Soort overeenkomst.
    soort: Woord<OvereenkomstSoort>,
    /// Of alles op één bladzijde staat.
    opmaak: Woord<Documentvorm>,
    /// Waar de overeenkomst over gaat.
    gebied: Plaats,
    /// Wie de afspraken maken.
    partijen: Vec<Partij>,
    /// Eerste en laatste dag.
    looptijd: Tijdvak,
    /// Hoe ver de overeenkomst is.
    status: Woord<Status>,
    /// Wanneer elke stap is gezet.
    datums: SortedMap<String, Dag>,
    /// De overeenkomst waar deze onder valt, of die zij uitwerkt of evalueert.
    #[serde(skip_serializing_if = "Option::is_none")]
    hoort_bij: Option<String>,
    /// De partijen van wie het bod is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    van: Vec<String>,
    /// De overeenkomsten waarvoor deze in de plaats komt.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    vervangt: Vec<String>,
    /// De tekst waarvan deze overeenkomst is gemaakt, als die ook voor andere gebieden is.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    /// De versies van de tekst, van oud naar nieuw.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versies: Vec<Versie>,
    /// Alle dagen die tellen, van vroeg naar laat.
    kalender: Vec<Kalenderdag>,
    /// Twee of drie zinnen.
    #[serde(skip_serializing_if = "Option::is_none")]
    samenvatting: Option<String>,
    /// Wat een evaluatie zegt over de overeenkomst van `hoort_bij`.
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluatie: Option<Evaluatie>,
    /// De tekst voor de hoofdstukken.
    #[serde(skip_serializing_if = "String::is_empty")]
    vooraf: String,
    /// Afspraken die alleen samen gelden.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pakketten: Vec<Pakket>,
    /// Het overleg van de partijen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    overleg: Vec<Overleg>,
    /// Wie u kunt aanspreken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aanspreekpunten: Vec<Aanspreekpunt>,
    /// Wat partijen doen als zij het niet eens worden.
    #[serde(skip_serializing_if = "Option::is_none")]
    geschil: Option<Geschil>,
    /// Besluiten van organen van de partijen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    goedkeuringen: Vec<Goedkeuring>,
    /// Wie tekent, bij functie.
    ondertekening: Ondertekening,
    /// Wanneer de overeenkomst online staat.
    publicatie: Publicatie,
    /// Thema's met hun afspraken, in de volgorde van de overeenkomst.
    themas: Vec<Thema>,
    /// Hoofdstukken zonder afspraken, en bijlagen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hoofdstukken: Vec<Hoofdstuk>,
    /// SHA-256 van de tekst die partijen afspreken.
    vingerafdruk: String,
}

/// Een gebied met een naam.
#[derive(Serialize, JsonSchema)]
struct Plaats {
    /// Gemeente of regio.
    soort: Woord<GebiedSoort>,
    /// Naam.
    naam: String,
}

/// Een partij.
#[derive(Serialize, JsonSchema)]
struct Partij {
    /// Het woord waarmee dit bestand de partij noemt.
    id: String,
    /// Naam voluit.
    naam: String,
    /// Korte naam.
    kort: String,
    /// Wat de partij is.
    rol: Woord<Rol>,
    /// Website.
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
}

/// De publicatie.
#[derive(Serialize, JsonSchema)]
struct Publicatie {
    /// Dag van publicatie.
    #[serde(skip_serializing_if = "Option::is_none")]
    datum: Option<Dag>,
    /// Uiterste dag van publicatie.
    uiterlijk: Dag,
}

/// Een thema met zijn afspraken.
#[derive(Serialize, JsonSchema)]
struct Thema {
    /// Het onderwerp.
    thema: String,
    /// De pagina, als het adres van de website bekend is.
    #[serde(skip_serializing_if = "Option::is_none")]
    adres: Option<String>,
    /// Titel.
    titel: String,
    /// Een of twee zinnen.
    #[serde(skip_serializing_if = "Option::is_none")]
    samenvatting: Option<String>,
    /// Wat partijen samen willen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    visie: Vec<String>,
    /// Doelen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doelen: Vec<String>,
    /// Waar het thema op rust.
    #[serde(flatten)]
    grondslag: Grondslag,
    /// Indicatoren.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    indicatoren: Vec<Indicator>,
    /// Tabellen met cijfers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cijfers: Vec<Cijfertabel>,
    /// Partijen die alleen bij dit thema meedoen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    extra_partijen: Vec<Partij>,
    /// Partijen die akkoord zijn, maar dit thema niet tekenen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tekent_niet_mee: Vec<Uitzondering>,
    /// Afspraken.
    afspraken: Vec<Afspraak>,
}

/// Een hoofdstuk zonder afspraken, of een bijlage.
#[derive(Serialize, JsonSchema)]
struct Hoofdstuk {
    /// Nummer, als het een bijlage is.
    #[serde(skip_serializing_if = "Option::is_none")]
    bijlage: Option<usize>,
    /// De pagina, als het adres van de website bekend is.
    #[serde(skip_serializing_if = "Option::is_none")]
    adres: Option<String>,
    /// Titel.
    titel: String,
    /// Tabellen met cijfers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cijfers: Vec<Cijfertabel>,
    /// De tekst.
    tekst: String,
}

impl Document {
    pub fn of(document: &Overeenkomst, desk: &Desk) -> Self {
        let own = address::document(document);
        let parts = || document.delen.iter().map(|deel| (deel, desk.address(&address::part(document, deel))));
        Self {
            schema: desk.address(SCHEMA).unwrap_or_else(|| address::relative(&own, SCHEMA)),
            vorm: VORM,
            id: document.slug.to_string(),
            adres: desk.address(&own),
            titel: document.titel.clone(),
            soort: Woord(document.soort),
            opmaak: Woord(document.vorm),
            gebied: Plaats::of(&document.gebied),
            partijen: document.partijen.iter().map(|partij| Partij::of(partij)).collect(),
            looptijd: document.looptijd.into(),
            status: Woord(document.status),
            datums: document
                .datums
                .iter()
                .map(|(status, datum)| (status.word().to_owned(), Dag(*datum)))
                .collect(),
            hoort_bij: document.hoort_bij.as_ref().map(|other| other.value.to_string()),
            van: document.van.iter().map(|partij| partij.id.as_str().to_owned()).collect(),
            vervangt: document.vervangt.iter().map(|other| other.value.to_string()).collect(),
            basis: document.basis.as_deref().map(Basis::of),
            versies: document.versies.iter().map(Versie::of).collect(),
            kalender: Kalenderdag::all(document, desk),
            samenvatting: document.samenvatting.clone(),
            evaluatie: document.evaluatie.as_ref().map(Evaluatie::of),
            vooraf: plain::blocks(&document.preambule.blocks),
            pakketten: document.pakketten.iter().map(|pakket| Pakket::of(document, pakket)).collect(),
            overleg: document.overleg.iter().map(Overleg::of).collect(),
            aanspreekpunten: document.aanspreekpunten.iter().map(Aanspreekpunt::of).collect(),
            geschil: document.geschil.as_ref().map(Geschil::of),
            goedkeuringen: document.goedkeuringen.iter().map(Goedkeuring::of).collect(),
            ondertekening: Ondertekening::of(&document.ondertekening),
            publicatie: Publicatie {
                datum: document.publicatie.datum.map(Dag),
                uiterlijk: Dag(document.publicatie.uiterlijk),
            },
            themas: parts()
                .filter_map(|(deel, adres)| Some(Thema::of(document, deel.als_thema()?, adres)))
                .collect(),
            hoofdstukken: parts()
                .filter_map(|(deel, adres)| match deel {
                    Deel::Hoofdstuk(hoofdstuk) => Some(Hoofdstuk::of(hoofdstuk, adres)),
                    Deel::Thema(_) => None,
                })
                .collect(),
            vingerafdruk: desk.fingerprints.of(document, desk.files).long().to_owned(),
        }
    }
}

impl Plaats {
    fn of(gebied: &Gebied) -> Self {
        let (soort, naam) = match gebied {
            Gebied::Gemeente(naam) => (GebiedSoort::Gemeente, naam),
            Gebied::Regio(naam) => (GebiedSoort::Regio, naam),
        };
        Self { soort: Woord(soort), naam: naam.clone() }
    }
}

impl Partij {
    fn of(partij: &model::Partij) -> Self {
        Self {
            id: partij.id.as_str().to_owned(),
            naam: partij.naam.clone(),
            kort: partij.kort.clone(),
            rol: Woord(partij.rol),
            website: partij.website.as_ref().map(|website| website.as_str().to_owned()),
        }
    }
}

impl Thema {
    fn of(document: &Overeenkomst, thema: &model::Thema, adres: Option<String>) -> Self {
        Self {
            thema: thema.thema.as_str().to_owned(),
            titel: thema.titel.clone(),
            samenvatting: thema.samenvatting.clone(),
            visie: thema.visie.clone(),
            doelen: thema.doelen.clone(),
            grondslag: Grondslag::of(&thema.grondslag),
            indicatoren: thema.indicatoren.iter().map(Indicator::of).collect(),
            cijfers: thema.cijfers.iter().map(Cijfertabel::of).collect(),
            extra_partijen: thema.extra_partijen.iter().map(|partij| Partij::of(partij)).collect(),
            tekent_niet_mee: thema.tekent_niet_mee.iter().map(Uitzondering::of).collect(),
            afspraken: thema
                .afspraken()
                .map(|afspraak| Afspraak::of(document, thema, afspraak, adres.as_deref()))
                .collect(),
            adres,
        }
    }
}

impl Hoofdstuk {
    fn of(hoofdstuk: &model::Hoofdstuk, adres: Option<String>) -> Self {
        let bijlage = match hoofdstuk.soort {
            HoofdstukSoort::Hoofdstuk => None,
            HoofdstukSoort::Bijlage { nummer } => Some(nummer),
        };
        Self {
            bijlage,
            adres,
            titel: hoofdstuk.titel.clone(),
            cijfers: hoofdstuk.cijfers.iter().map(Cijfertabel::of).collect(),
            tekst: plain::blocks(&hoofdstuk.tekst.blocks),
        }
    }
}
