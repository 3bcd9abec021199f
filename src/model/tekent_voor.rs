//! What each signatory signs for: the whole, all but some parts, or its own.

use super::{
    Afspraak, Goedkeuring, Ondertekenaar, Overeenkomst, Tekenwijze, Thema, Uitzondering, Voorbehoud,
    uitzondering,
};

/// What a signatory signs for.
#[derive(Debug, Clone)]
pub enum TekentVoor<'a> {
    /// All of the document.
    Geheel,
    /// All of it, but for the parts that it is excepted from.
    Behalve {
        /// Themes, or agreements of a theme.
        uitgezonderd: Vec<(&'a Thema, Option<&'a Afspraak>)>,
        /// What is left.
        delen: Vec<GetekendDeel<'a>>,
    },
    /// Its own part, or what was named; without what it is excepted from.
    Delen(Vec<GetekendDeel<'a>>),
}

impl<'a> TekentVoor<'a> {
    /// The themes of which something is signed, when that is not all; none is a mistake.
    pub fn delen(&self) -> Option<&[GetekendDeel<'a>]> {
        match self {
            Self::Geheel => None,
            Self::Behalve { delen, .. } | Self::Delen(delen) => Some(delen),
        }
    }
}

/// A theme of which something is signed.
#[derive(Debug, Clone)]
pub struct GetekendDeel<'a> {
    /// The theme.
    pub thema: &'a Thema,
    /// Which of its agreements; nothing stands for all of the theme.
    pub afspraken: Option<Vec<&'a Afspraak>>,
}

impl Overeenkomst {
    /// What a signatory signs for: what the document says of it, or else of all
    /// signatories, without the parts that it is excepted from.
    pub fn tekent_voor(&self, door: &Ondertekenaar) -> TekentVoor<'_> {
        let partij = &door.partij.value.id;
        let extra = !self.partijen.iter().any(|known| known.id == *partij);
        let own_part = !door.voor.is_empty() || self.ondertekening.voor == Tekenwijze::EigenInzet;
        let mut delen = Vec::new();
        for thema in self.themas() {
            if uitzondering(&thema.tekent_niet_mee, partij).is_some() {
                continue;
            }
            // Whoever takes part in a theme only signs for that alone (line 658).
            if extra && !thema.extra_partijen.iter().any(|known| known.id == *partij) {
                continue;
            }
            let named = door.voor.iter().any(|name| thema.heet(&name.value));
            let all: Vec<&Afspraak> = thema.afspraken().collect();
            let signed: Vec<&Afspraak> = all
                .iter()
                .copied()
                .filter(|afspraak| uitzondering(&afspraak.tekent_niet_mee, partij).is_none())
                .filter(|afspraak| match (door.voor.is_empty(), own_part) {
                    (false, _) => {
                        named || door.voor.iter().any(|name| name.value == afspraak.nummer.as_str())
                    }
                    (true, true) => afspraak.bindt(partij) || afspraak.noemt_niemand(),
                    (true, false) => true,
                })
                .collect();
            // Of a theme without agreements only its text can be signed.
            let whole = signed.len() == all.len() && (!all.is_empty() || named || !own_part);
            if whole {
                delen.push(GetekendDeel { thema, afspraken: None });
            } else if !signed.is_empty() {
                delen.push(GetekendDeel { thema, afspraken: Some(signed) });
            }
        }
        let excepted = self.uitzonderingen().filter(|(.., found)| found.partij.value.id == *partij);
        let uitgezonderd: Vec<_> = excepted.map(|(thema, afspraak, _)| (thema, afspraak)).collect();
        match (own_part || extra, uitgezonderd.is_empty()) {
            (true, _) => TekentVoor::Delen(delen),
            (false, true) => TekentVoor::Geheel,
            (false, false) => TekentVoor::Behalve { uitgezonderd, delen },
        }
    }

    /// Every exception: of whole themes (then without an agreement) and of
    /// agreements, in the order of the document.
    pub fn uitzonderingen(&self) -> impl Iterator<Item = (&Thema, Option<&Afspraak>, &Uitzondering)> {
        self.themas().flat_map(|thema| {
            let of_theme = thema.tekent_niet_mee.iter().map(move |uitzondering| (thema, None, uitzondering));
            of_theme.chain(thema.afspraken().flat_map(move |afspraak| {
                let own = afspraak.tekent_niet_mee.iter();
                own.map(move |uitzondering| (thema, Some(afspraak), uitzondering))
            }))
        })
    }

    /// Decisions with a reservation, still standing or lifted.
    pub fn voorbehouden(&self) -> impl Iterator<Item = (&Goedkeuring, &Voorbehoud)> {
        self.goedkeuringen
            .iter()
            .filter_map(|goedkeuring| Some((goedkeuring, goedkeuring.voorbehoud.as_ref()?)))
    }
}
