//! Extracts of a document that are made, and what is in them.

use std::sync::Arc;

use super::ondertekening::each_once;
use super::{Afspraak, Documentwens, Jaar, Ondertekenaar, Overeenkomst, Partij, Thema, Wanneer, Wens};

/// An extract that is made.
#[derive(Debug, Clone, Copy)]
pub struct Uittreksel<'a> {
    /// What is in it.
    pub keuze: Keuze<'a>,
    /// Its title, when not the usual one.
    pub titel: Option<&'a str>,
    /// Whether it is signed.
    pub ondertekenen: bool,
}

/// What is in an extract.
#[derive(Debug, Clone, Copy)]
pub enum Keuze<'a> {
    /// A theme, whole.
    Thema(&'a Thema),
    /// The agreements that a party acts in.
    Partij(&'a Partij),
    /// The agreements that are carried out in a year.
    Jaar(Jaar),
}

impl Keuze<'_> {
    /// What its file is called by: `thema-bouwopgave`.
    pub fn naam(&self) -> String {
        match self {
            Self::Thema(thema) => format!("thema-{}", thema.slug),
            Self::Partij(partij) => format!("partij-{}", partij.id.as_str()),
            Self::Jaar(jaar) => format!("jaar-{jaar}"),
        }
    }

    /// Whether a theme is in it with all that belongs to it, and not for some agreements only.
    pub fn heel(&self, thema: &Thema) -> bool {
        matches!(self, Self::Thema(own) if own.slug == thema.slug)
    }

    /// Whether it is what this party does.
    pub fn is_van(&self, partij: &Partij) -> bool {
        matches!(self, Self::Partij(own) if own.id == partij.id)
    }

    /// Whether an agreement of `thema` is in it. One that was ended is no longer
    /// something to do.
    pub fn bevat(&self, thema: &Thema, afspraak: &Afspraak) -> bool {
        match self {
            Self::Thema(_) => self.heel(thema),
            Self::Partij(partij) => afspraak.loopt() && afspraak.bindt(&partij.id),
            Self::Jaar(jaar) => {
                let ended = afspraak.beeindigd.as_ref();
                ended.is_none_or(|einde| einde.per.value > jaar.eerste_dag())
                    && afspraak.wanneer.as_ref().is_some_and(|wanneer| wanneer.raakt(*jaar))
            }
        }
    }
}

impl Wanneer {
    /// Whether something is to be done in `jaar`.
    pub fn raakt(&self, jaar: Jaar) -> bool {
        let (van, tot) = match self {
            Self::Jaarlijks | Self::Doorlopend => return true,
            Self::Datum(datum) => (*datum, *datum),
            Self::Maand(maand) => (maand.eerste_dag(), maand.laatste_dag()),
            Self::Jaar(jaar) => (jaar.eerste_dag(), jaar.laatste_dag()),
            Self::Periode(periode) => (periode.van(), periode.tot_en_met()),
        };
        van <= jaar.laatste_dag() && tot >= jaar.eerste_dag()
    }
}

impl Overeenkomst {
    /// The extracts that are made, each once: one that is asked for by name goes
    /// before one of a row. An extract that would be empty is not made.
    pub fn uittreksels(&self) -> Vec<Uittreksel<'_>> {
        let named = self.documenten.iter().filter(|wens| !wens.is_rij());
        let rows = self.documenten.iter().filter(|wens| wens.is_rij());
        let mut found: Vec<Uittreksel> = Vec::new();
        for wens in named.chain(rows) {
            for keuze in self.keuzes(wens) {
                if self.is_gevuld(keuze) && !found.iter().any(|known| known.keuze.naam() == keuze.naam()) {
                    let titel = wens.titel.as_deref().filter(|_| !wens.is_rij());
                    found.push(Uittreksel { keuze, titel, ondertekenen: wens.ondertekenen });
                }
            }
        }
        found
    }

    /// What is asked for with one line of the sources.
    pub fn keuzes<'a>(&'a self, wens: &'a Documentwens) -> Vec<Keuze<'a>> {
        match &wens.wat {
            Wens::Thema(id) => {
                self.themas().find(|thema| thema.heet(&id.value)).map(Keuze::Thema).into_iter().collect()
            }
            Wens::Partij(partij) => vec![Keuze::Partij(&partij.value)],
            Wens::Jaar(jaar) => vec![Keuze::Jaar(jaar.value)],
            Wens::Themas => self.themas().map(Keuze::Thema).collect(),
            Wens::Partijen => {
                let extra = self.extra_partijen().into_iter().map(|(partij, _)| partij);
                self.partijen.iter().chain(extra).map(|partij| Keuze::Partij(partij)).collect()
            }
        }
    }

    /// Whether there is anything in an extract.
    pub fn is_gevuld(&self, keuze: Keuze) -> bool {
        matches!(keuze, Keuze::Thema(_))
            || self.themas().any(|thema| thema.afspraken().any(|afspraak| keuze.bevat(thema, afspraak)))
    }

    /// Whose the copies to sign are, in the order of their numbers: of the document, or of
    /// an extract of it.
    pub fn exemplaren(&self, uittreksel: Option<&Uittreksel>) -> Vec<&Arc<Partij>> {
        match uittreksel {
            None => self.ondertekening.partijen(),
            Some(uittreksel) => each_once(self.tekenaars_van(uittreksel).into_iter()),
        }
    }

    /// Who sign an extract: of a theme those who sign something of it.
    pub fn tekenaars_van<'a>(&'a self, uittreksel: &Uittreksel) -> Vec<&'a Ondertekenaar> {
        let Keuze::Thema(thema) = uittreksel.keuze else { return Vec::new() };
        if !uittreksel.ondertekenen {
            return Vec::new();
        }
        let signs = |door: &&Ondertekenaar| {
            let voor = self.tekent_voor(door);
            voor.delen().is_none_or(|delen| delen.iter().any(|deel| deel.thema.slug == thema.slug))
        };
        self.ondertekening.door.iter().filter(signs).collect()
    }
}
