//! The domain: what prestatieafspraken are made of.
//!
//! The types that every later stage reads. They know nothing of YAML, HTML or
//! where files stand on disk; [`crate::parse`] makes them, once, from the
//! sources. The names are those of the law and the sector: see
//! `docs/begrippen.md`.

mod afspraak;
mod alfabet;
mod basis;
mod beeindiging;
mod begrip;
mod beleid;
mod bijdrage;
mod cijfers;
mod cijfers_bij;
mod datum;
mod documenten;
mod evaluatie;
mod getal;
mod indicator;
mod kalender;
mod kalenderdagen;
mod kenmerk;
mod niveau;
mod ondertekening;
mod optelling;
mod overeenkomst;
mod overeenkomsten;
mod pakket;
mod partij;
mod prioriteit;
mod project;
mod regels;
mod samenhang;
mod samenwerking;
mod site;
mod soort;
mod status;
mod tekent_voor;
mod telling;
pub mod termijn;
mod terugblik;
mod thema;
mod uittreksel;
mod verdeling;
mod verwijzing;
mod volledigheid;
mod voortgang;
mod werkagenda;
mod words;

pub use crate::names::{
    AfspraakNummer, BeleidId, Bepaling, CijfertabelId, GeenWebAdres, IndicatorId, KenmerkId, PEILDATUM,
    PakketId, PartijId, Slug, ThemaId, VerwijzingId, WebAdres, Wet, adres_in_ascii,
};
pub use afspraak::{Afspraak, AfspraakSoort, Inzet, Plaats, Wanneer};
pub use alfabet::sorteer;
pub use basis::{Basis, Basistekst, Herkomst, Weggelaten, Weglating};
pub use beeindiging::{Beeindiging, EindReden};
pub use begrip::{Begrip, Begrippen};
pub use beleid::{Beleid, Beleidsdoel, Beleidshoofdstuk, Beleidsplek, Beleidsstuk};
pub use bijdrage::{Bedrag, Bijdrage, Deelbedrag, Instrument};
pub use cijfers::{
    Cijferregel, Cijfersoort, Cijfertabel, Geldeenheid, Geldstroom, Leeg, Maat, Opgegeven, Optellen, Som,
    Termijn,
};
pub use cijfers_bij::CijferBij;
pub use datum::{Datum, Jaar, MAANDEN, Maand, Periode};
pub use documenten::{DocumentSoort, Documentwens, Wens};
pub use evaluatie::{Evaluatie, Oordeel, Procesevaluatie, Uitkomst};
pub use getal::Getal;
pub use indicator::{Bron, Indicator, Jaarcijfers, PerJaar, Richting, Stand, Streef};
pub use kalender::{EigenDag, Jaardag, Kalender, SiteKalender};
pub use kalenderdagen::{Gebeurtenis, GedeeldeDag, Kalenderdag, gedeelde_dagen};
pub use kenmerk::{GebiedSoort, Kenmerk, KenmerkFamilie, KenmerkSoort, Kenmerken};
pub use niveau::Niveau;
pub use ondertekening::{
    Goedkeuring, GoedkeuringSoort, Mandaat, Ondertekenaar, Ondertekening, Tekenwijze, Uitzondering,
    Voorbehoud, uitzondering,
};
pub use optelling::{Optelling, Post};
pub use overeenkomst::{Gebied, Openstaand, Overeenkomst, Plaatsen, Publicatie};
pub use overeenkomsten::{OVERZICHTELIJK, Overeenkomsten};
pub use pakket::{Afhankelijkheid, Pakket};
pub use partij::{Partij, Rol};
pub use prioriteit::{Prioriteit, Prioriteiten};
pub use project::Project;
pub use regels::{Regelfamilie, Regelkeuze, Regelniveau, Regels, Toegestaan};
pub use samenhang::{Band, Samenhang};
pub use samenwerking::{Aanspreekpunt, Aanspreekrol, Documentvorm, Geschil, Overleg, Versie};
pub use site::{Contact, Huisstijl, Kleur, Pagina, Site};
pub use soort::OvereenkomstSoort;
pub use status::{Fase, Status};
pub use tekent_voor::{GetekendDeel, TekentVoor};
pub use telling::Telling;
pub use terugblik::{Beoordeeld, Terugblik};
pub use thema::{Deel, Doorlopend, Hoofdstuk, HoofdstukSoort, Onderdeel, Thema};
pub use uittreksel::{Keuze, Uittreksel};
pub use verdeling::{Verdeling, VerdelingRij};
pub use verwijzing::{Datering, Grondslag, Verwijzing, VerwijzingSoort, Verwijzingen};
pub use volledigheid::Volledigheid;
pub use voortgang::{Beoordeling, Stoplicht, Uitvoering, Uitvoeringsstap, Verantwoording, Voortgang};
pub use werkagenda::WerkagendaDruk;
pub use words::Words;
