//! The domain: what prestatieafspraken are made of.
//!
//! The types that every later stage reads. They know nothing of YAML, HTML or
//! where files stand on disk; [`crate::parse`] makes them, once, from the
//! sources. The names are those of the law and the sector: see
//! `docs/begrippen.md`.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::source::ContentPath;

mod afspraak;
mod alfabet;
mod basis;
mod beeindiging;
mod begrip;
mod beleid;
mod bijdrage;
mod cijfers;
mod datum;
mod documenten;
mod evaluatie;
mod getal;
mod indicator;
mod kalender;
mod kenmerk;
mod niveau;
mod ondertekening;
mod optelling;
mod overeenkomst;
mod partij;
mod prioriteit;
mod regels;
mod samenhang;
mod samenwerking;
mod site;
mod telling;
pub mod termijn;
mod thema;
mod verdeling;
mod verwijzing;
mod voortgang;
mod werkagenda;

pub use crate::names::{
    AfspraakNummer, Bepaling, GeenWebAdres, PEILDATUM, Slug, WebAdres, Wet, adres_in_ascii,
};
pub use afspraak::{Afspraak, AfspraakSoort, Inzet, Plaats, Wanneer};
pub use alfabet::sorteer;
pub use basis::{Basis, Basistekst, Herkomst, Weggelaten, Weglating};
pub use beeindiging::{Beeindiging, EindReden};
pub use begrip::{Begrip, Begrippen};
pub use beleid::{Beleid, BeleidId, Beleidsdoel, Beleidshoofdstuk, Beleidsplek, Beleidsstuk};
pub use bijdrage::{Bedrag, Bijdrage, Deelbedrag, Instrument};
pub use cijfers::{
    CijferBij, Cijferregel, Cijfersoort, Cijfertabel, CijfertabelId, Geldeenheid, Geldstroom, Leeg, Maat,
    Opgegeven, Optellen, Som, Termijn,
};
pub use datum::{Datum, Jaar, MAANDEN, Maand, Periode};
pub use documenten::{DocumentSoort, Documentwens, Keuze, Uittreksel, Wens};
pub use evaluatie::{Beoordeeld, Evaluatie, Oordeel, Procesevaluatie, Terugblik, Uitkomst};
pub use getal::Getal;
pub use indicator::{Bron, Indicator, IndicatorId, Jaarcijfers, PerJaar, Richting, Stand, Streef};
pub use kalender::{EigenDag, Gebeurtenis, Jaardag, Kalender, Kalenderdag, SiteKalender};
pub use kenmerk::{GebiedSoort, Kenmerk, KenmerkFamilie, KenmerkId, KenmerkSoort, Kenmerken};
pub use niveau::Niveau;
pub use ondertekening::{
    GetekendDeel, Goedkeuring, GoedkeuringSoort, Mandaat, Ondertekenaar, Ondertekening, TekentVoor,
    Tekenwijze, Uitzondering, Voorbehoud, each_once, uitzondering,
};
pub use optelling::{Optelling, Post};
pub use overeenkomst::{
    Fase, Gebied, Openstaand, Overeenkomst, OvereenkomstSoort, Plaatsen, Publicatie, Status,
};
pub use partij::{Partij, PartijId, Rol};
pub use prioriteit::{Prioriteit, Prioriteiten};
pub use regels::{Regelfamilie, Regelkeuze, Regelniveau, Regels, Toegestaan};
pub use samenhang::{Afhankelijkheid, Band, Pakket, PakketId, Samenhang};
pub use samenwerking::{Aanspreekpunt, Aanspreekrol, Documentvorm, Geschil, Overleg, Versie};
pub use site::{Contact, Huisstijl, Kleur, Pagina, Site};
pub use telling::Telling;
pub use thema::{Deel, Doorlopend, Hoofdstuk, HoofdstukSoort, Onderdeel, Thema, ThemaId};
pub use verdeling::{Verdeling, VerdelingRij};
pub use verwijzing::{Datering, Grondslag, Verwijzing, VerwijzingId, VerwijzingSoort, Verwijzingen};
pub use voortgang::{Beoordeling, Stoplicht, Verantwoording, Voortgang};
pub use werkagenda::WerkagendaDruk;

/// Everything that the sources say: the whole site as values. What one file
/// says is shared with the project that was read before it, when that file
/// did not change.
#[derive(Debug, Clone)]
pub struct Project {
    /// The site itself.
    pub site: Arc<Site>,
    /// Glossary, in the order of the alphabet.
    pub begrippen: Arc<Begrippen>,
    /// Whether all of the glossary could be read.
    pub begrippenlijst: Volledigheid,
    /// What agreements rest on.
    pub verwijzingen: Arc<Verwijzingen>,
    /// Whether all of these could be read.
    pub verwijzingenlijst: Volledigheid,
    /// Policy that agreements carry out.
    pub beleid: Arc<Beleid>,
    /// Whether all of it could be read.
    pub beleidslijst: Volledigheid,
    /// Plain pages, in the order of the menu.
    pub paginas: Vec<Arc<Pagina>>,
    /// Agreement documents, by the path of their folder.
    pub overeenkomsten: Vec<Arc<Overeenkomst>>,
    /// Whether all of these could be read.
    pub documentenlijst: Volledigheid,
    /// Bases that are no documents of their own, by the path of their folder.
    pub bases: Vec<Arc<Basistekst>>,
}

impl Project {
    /// The agreement document that was read from the folder `slug`.
    pub fn overeenkomst(&self, slug: &str) -> Option<&Arc<Overeenkomst>> {
        self.overeenkomsten.iter().find(|document| document.slug.as_str() == slug)
    }

    /// The document that `document` stands under, when it is there.
    pub fn boven(&self, document: &Overeenkomst) -> Option<&Arc<Overeenkomst>> {
        self.overeenkomst(document.hoort_bij.as_ref()?.value.as_str())
    }

    /// The documents that stand under `document`, in the order of their terms.
    pub fn onder<'a>(&'a self, document: &Overeenkomst) -> Vec<&'a Arc<Overeenkomst>> {
        let stands_under = |other: &&Arc<Overeenkomst>| {
            other.hoort_bij.as_ref().is_some_and(|name| name.value == document.slug)
        };
        let mut onder: Vec<_> = self.overeenkomsten.iter().filter(stands_under).collect();
        onder.sort_by_key(|other| (other.looptijd, &other.slug));
        onder
    }

    /// The documents that came in each other's place, of which `document` is
    /// one, in the order of their terms.
    pub fn keten<'a>(&'a self, document: &'a Overeenkomst) -> Vec<&'a Overeenkomst> {
        let mut keten = vec![document];
        let mut next = 0;
        while let Some(one) = keten.get(next).copied() {
            next += 1;
            let replaces = |one: &Overeenkomst, other: &Overeenkomst| {
                one.vervangt.iter().any(|name| name.value == other.slug)
            };
            for other in &self.overeenkomsten {
                let joins = replaces(one, other) || replaces(other, one);
                if joins && !keten.iter().any(|known| known.slug == other.slug) {
                    keten.push(other);
                }
            }
        }
        keten.sort_by_key(|one| (one.looptijd, &one.slug));
        keten
    }

    /// The evaluations that look back on `document`, in the order of their terms.
    pub fn evaluaties_van<'a>(
        &'a self,
        document: &Overeenkomst,
    ) -> impl Iterator<Item = (&'a Arc<Overeenkomst>, &'a Evaluatie)> {
        self.onder(document).into_iter().filter_map(|other| Some((other, other.evaluatie.as_ref()?)))
    }

    /// Every picture and file that a text, a logo or the register of references
    /// names, whether or not it is there.
    pub fn genoemde_bestanden(&self) -> BTreeSet<&ContentPath> {
        let logos = self.site.logos().map(|logo| &logo.value);
        let documents = self.overeenkomsten.iter().flat_map(|document| &document.noemt.files);
        let pages = self.paginas.iter().flat_map(|pagina| &pagina.noemt.files);
        let register = self.verwijzingen.bestanden().map(|file| &file.value);
        logos.chain(documents).chain(pages).chain(register).collect()
    }

    /// The documents that name `document` in their heads: its yearly slices,
    /// what came in its place, and so on.
    pub fn die_noemen<'a>(
        &'a self,
        document: &'a Overeenkomst,
    ) -> impl Iterator<Item = &'a Arc<Overeenkomst>> {
        self.overeenkomsten.iter().filter(|other| other.noemt.documents.contains(&document.slug))
    }

    /// The other documents that are laid over the base of `document`. The base
    /// itself is not among them.
    pub fn zusters<'a>(&'a self, document: &'a Overeenkomst) -> impl Iterator<Item = &'a Arc<Overeenkomst>> {
        self.overeenkomsten.iter().filter(|other| {
            let own = document.basis.as_ref().map(|basis| basis.source);
            own.is_some()
                && other.slug != document.slug
                && other.basis.as_ref().map(|basis| basis.source) == own
        })
    }
}

/// Whether all of something could be read. Where it could not, what seems to be
/// missing may well be there, so that no rule may say it is not: one mistake
/// gives one message. Nothing is made of a project that is not complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Volledigheid {
    /// All of it was read.
    Volledig,
    /// Something in it was wrong and is left out.
    Onvolledig,
}

impl Volledigheid {
    /// Complete, when nothing was wrong.
    pub fn zonder_fouten(fouten: bool) -> Self {
        if fouten { Self::Onvolledig } else { Self::Volledig }
    }

    /// Whether all of it was read.
    pub fn is_volledig(self) -> bool {
        self == Self::Volledig
    }
}

/// A fixed list of words that editors write, whichever it is.
pub trait Words: Copy {
    /// The name of the list.
    const NAME: &str;
    /// Every word.
    const WORDS: &[&str];

    /// The word for a value.
    fn word(self) -> &'static str;
}

/// Defines an enum of words that editors write: their spelling in the sources,
/// the list of them, and reading one, all from one table.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every word, as it is written in the sources.
            pub const WORDS: &[&str] = &[$($word),+];

            /// The value for a word of the sources.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The word as it is written in the sources; also the id in labels and styles.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::model::Words for $name {
            const NAME: &str = stringify!($name);
            const WORDS: &[&str] = Self::WORDS;

            fn word(self) -> &'static str {
                self.word()
            }
        }
    };
}
use words;
