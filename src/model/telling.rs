//! How many agreements are on schedule, year by year: what progress adds up to
//! (handbook line 633: all of them green in the end).

use super::{Afspraak, Jaar, Overeenkomst, Stoplicht};

/// How the agreements of a document stood in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The year.
    pub jaar: Jaar,
    /// On schedule, or done.
    pub groen: usize,
    /// Needing attention.
    pub oranje: usize,
    /// Behind.
    pub rood: usize,
    /// Without a judgement.
    pub zonder: usize,
}

impl Telling {
    /// Counts `afspraken` in a year.
    pub fn van<'a>(afspraken: impl Iterator<Item = &'a Afspraak>, jaar: Jaar) -> Self {
        let mut telling = Self { jaar, groen: 0, oranje: 0, rood: 0, zonder: 0 };
        for afspraak in afspraken {
            let count = match afspraak.voortgang.in_jaar(jaar).map(|beoordeling| beoordeling.kleur) {
                Some(Stoplicht::Groen) => &mut telling.groen,
                Some(Stoplicht::Oranje) => &mut telling.oranje,
                Some(Stoplicht::Rood) => &mut telling.rood,
                None => &mut telling.zonder,
            };
            *count += 1;
        }
        telling
    }

    /// How many there are in all.
    pub fn totaal(&self) -> usize {
        self.groen + self.oranje + self.rood + self.zonder
    }

    /// Whether any was judged.
    pub fn is_begonnen(&self) -> bool {
        self.zonder < self.totaal()
    }

    /// Whether all of them are on schedule.
    pub fn is_geheel_groen(&self) -> bool {
        self.groen > 0 && self.groen == self.totaal()
    }
}

impl Overeenkomst {
    /// Whether it holds agreements or indicators whose progress can be shown.
    pub fn heeft_voortgang(&self) -> bool {
        self.heeft_afspraken() || self.heeft_indicatoren()
    }

    /// Whether a theme of it has indicators.
    pub fn heeft_indicatoren(&self) -> bool {
        self.themas().any(|thema| !thema.indicatoren.is_empty())
    }

    /// The agreements whose progress counts: those that run, and are no mere principle.
    pub fn gevolgde_afspraken(&self) -> impl Iterator<Item = &Afspraak> {
        self.lopende_afspraken().filter(|afspraak| afspraak.wordt_gevolgd())
    }

    /// The years of its term.
    pub fn jaren(&self) -> impl Iterator<Item = Jaar> + use<> {
        self.looptijd.van().jaar().tot_en_met(self.looptijd.tot_en_met().jaar())
    }

    /// How its agreements stood in each year of its term.
    pub fn tellingen(&self) -> impl Iterator<Item = Telling> {
        self.jaren().map(|jaar| Telling::van(self.gevolgde_afspraken(), jaar))
    }
}
