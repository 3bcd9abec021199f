//! An agreement: who does what, when, and of which kind.

use std::sync::Arc;

use super::words::words;
use super::{
    Afhankelijkheid, AfspraakNummer, Beeindiging, Bijdrage, Datum, Grondslag, IndicatorId, Jaar, Kenmerken,
    Maand, Niveau, PakketId, Partij, PartijId, Periode, Toegestaan, Uitzondering, Volledigheid, Voortgang,
};
use crate::markdown::{Block, Inline};
use crate::source::{Span, Spanned};

words! {
    /// Kinds of agreement (handbook lines 236 to 241); `oneens` is "agree to
    /// disagree" (line 226).
    AfspraakSoort {
        /// How parties work together: meetings, planning, monitoring.
        Proces = "proces",
        /// A principle or position that parties confirm.
        Beschrijvend = "beschrijvend",
        /// What parties will do if something happens.
        Intentie = "intentie",
        /// What parties will do.
        Handeling = "handeling",
        /// What a party guarantees at all times.
        Garantie = "garantie",
        /// What parties do in return for each other.
        Transactie = "transactie",
        /// What parties do not agree on, and how they take it further.
        Oneens = "oneens",
    }
}

/// What a party contributes to an agreement, or holds about it.
#[derive(Debug, Clone)]
pub struct Inzet {
    /// The party.
    pub partij: Arc<Partij>,
    /// Where it is named.
    pub span: Span,
    /// What it does: completes a sentence that begins with its name.
    pub tekst: String,
    /// The money or means that go with it; a position has none.
    pub bijdrage: Option<Bijdrage>,
}

/// When an agreement is carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanneer {
    /// On this day at the latest.
    Datum(Datum),
    /// In this month.
    Maand(Maand),
    /// In this year.
    Jaar(Jaar),
    /// From the first day to the last.
    Periode(Periode),
    /// Every year.
    Jaarlijks,
    /// All the time.
    Doorlopend,
}

impl AfspraakSoort {
    /// Whether there is something to follow: a principle is not on schedule or behind.
    pub fn wordt_gevolgd(self) -> bool {
        self != Self::Beschrijvend
    }
}

impl Afspraak {
    /// Whether it counts where progress is counted.
    pub fn wordt_gevolgd(&self) -> bool {
        self.soort.wordt_gevolgd() || !self.voortgang.beoordelingen.is_empty()
    }
}

impl Wanneer {
    /// The form in which it stands in the canonical text.
    pub fn canoniek(&self) -> String {
        match self {
            Self::Datum(datum) => datum.to_string(),
            Self::Maand(maand) => maand.to_string(),
            Self::Jaar(jaar) => jaar.to_string(),
            Self::Periode(periode) => format!("{}/{}", periode.van(), periode.tot_en_met()),
            Self::Jaarlijks => "jaarlijks".into(),
            Self::Doorlopend => "doorlopend".into(),
        }
    }
}

/// An agreement.
#[derive(Debug, Clone)]
pub struct Afspraak {
    /// Its number.
    pub nummer: AfspraakNummer,
    /// Its heading in the source.
    pub span: Span,
    /// Level of that heading, 2 to 6.
    pub kopniveau: u8,
    /// Title.
    pub titel: Vec<Inline>,
    /// Kind.
    pub soort: AfspraakSoort,
    /// How far it is worked out.
    pub niveau: Option<Niveau>,
    /// The agreement that it works out.
    pub onder: Option<Spanned<AfspraakNummer>>,
    /// The agreements that it works out of the document that its own stands under.
    pub werkt_uit: Vec<Spanned<AfspraakNummer>>,
    /// Whether it is what parties already did and go on with (handbook line 218).
    pub going_concern: bool,
    /// The areas and target groups that it is about, beside those of its theme.
    pub kenmerken: Kenmerken,
    /// What it rests on, beside what its theme does.
    pub grondslag: Grondslag,
    /// That it ended before its document does.
    pub beeindigd: Option<Beeindiging>,
    /// Who does what, in the order in which it was written.
    pub wie: Vec<Inzet>,
    /// The agreements that it needs.
    pub afhankelijk_van: Vec<Afhankelijkheid>,
    /// The package with which it stands or falls.
    pub pakket: Option<Spanned<PakketId>>,
    /// When.
    pub wanneer: Option<Wanneer>,
    /// On which condition.
    pub voorwaarde: Option<String>,
    /// What each party holds, where they do not agree.
    pub standpunten: Vec<Inzet>,
    /// Who takes it further, where they do not agree.
    pub eigenaar: Option<Arc<Partij>>,
    /// Indicators of the same theme that measure it.
    pub indicatoren: Vec<Spanned<IndicatorId>>,
    /// How it is doing.
    pub voortgang: Voortgang,
    /// The parties that agree with the whole, but do not sign this agreement.
    pub tekent_niet_mee: Vec<Uitzondering>,
    /// Rules of `afspraken check` that do not count here.
    pub toegestaan: Vec<Toegestaan>,
    /// The prose below the facts.
    pub tekst: Vec<Block>,
    /// Whether all of its facts could be read.
    pub volledigheid: Volledigheid,
}

impl Afspraak {
    /// Whether a party does something in it, holds something about it, or has to take it further.
    pub fn bindt(&self, partij: &PartijId) -> bool {
        let mut own = self.wie.iter().chain(&self.standpunten);
        own.any(|inzet| inzet.partij.id == *partij)
            || self.eigenaar.as_ref().is_some_and(|eigenaar| eigenaar.id == *partij)
    }

    /// Whether it names no party at all, so that it is of all of them.
    pub fn noemt_niemand(&self) -> bool {
        self.wie.is_empty() && self.standpunten.is_empty() && self.eigenaar.is_none()
    }

    /// Whether it still holds, or will: it was not ended.
    pub fn loopt(&self) -> bool {
        self.beeindigd.is_none()
    }

    /// What a party contributes to it.
    pub fn inzet_van(&self, partij: &Partij) -> Option<&Inzet> {
        self.wie.iter().find(|inzet| inzet.partij.id == partij.id)
    }

    /// Whether another party than this one acts in it.
    pub fn raakt_anderen_dan(&self, partij: &Partij) -> bool {
        self.wie.iter().any(|inzet| inzet.partij.id != partij.id)
    }

    /// Whether it says of any party what that pays, or by what means it acts.
    pub fn noemt_middelen(&self) -> bool {
        self.wie.iter().any(|inzet| inzet.bijdrage.is_some())
    }

    /// The last day on which it is to be carried out, when it names one.
    pub fn uiterste_dag(&self) -> Option<Datum> {
        match self.wanneer.as_ref()? {
            Wanneer::Datum(datum) => Some(*datum),
            Wanneer::Maand(maand) => Some(maand.laatste_dag()),
            Wanneer::Jaar(jaar) => Some(jaar.laatste_dag()),
            Wanneer::Periode(periode) => Some(periode.tot_en_met()),
            Wanneer::Jaarlijks | Wanneer::Doorlopend => None,
        }
    }

    /// Which of the three lists of its theme it stands in.
    pub fn plaats(&self) -> Plaats {
        match self {
            Self { beeindigd: Some(_), .. } => Plaats::Afgevoerd,
            Self { going_concern: true, .. } => Plaats::Werkagenda,
            _ => Plaats::Tekst,
        }
    }
}

words! {
    /// Where in its theme readers find an agreement.
    Plaats {
        /// In the running text, where it was written.
        Tekst = "tekst",
        /// In the work agenda below that: it simply goes on.
        Werkagenda = "werkagenda",
        /// In the archive at the end: it was ended.
        Afgevoerd = "afgevoerd",
    }
}
