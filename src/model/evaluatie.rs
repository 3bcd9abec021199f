//! An evaluation: what became of the agreements of another document, and how
//! parties worked together on them (handbook line 624: content and process).

use super::{Afspraak, AfspraakNummer, Overeenkomst, Thema, words};
use crate::source::{Span, Spanned};

words! {
    /// What became of an agreement.
    Oordeel {
        /// It was done.
        Gehaald = "gehaald",
        /// A part of it was done.
        Deels = "deels",
        /// It was not done.
        Niet = "niet",
        /// It is still being done.
        LooptNog = "loopt-nog",
    }
}

/// The verdict on one agreement.
#[derive(Debug, Clone)]
pub struct Uitkomst {
    /// The number that it has in the document that is looked back on.
    pub nummer: Spanned<AfspraakNummer>,
    /// The verdict.
    pub oordeel: Oordeel,
    /// Why, in a few sentences.
    pub uitleg: Option<String>,
}

/// How parties worked together.
#[derive(Debug, Clone, Default)]
pub struct Procesevaluatie {
    /// What went well.
    pub goed: Vec<String>,
    /// What can be done better.
    pub beter: Vec<String>,
    /// What parties take with them.
    pub lessen: Vec<String>,
}

impl Procesevaluatie {
    /// Whether nothing is said of it.
    pub fn is_leeg(&self) -> bool {
        self.goed.is_empty() && self.beter.is_empty() && self.lessen.is_empty()
    }
}

/// What an evaluation says.
#[derive(Debug, Clone)]
pub struct Evaluatie {
    /// Where it stands.
    pub plaats: Span,
    /// Verdicts, in the order in which they were written.
    pub inhoud: Vec<Uitkomst>,
    /// How parties worked together.
    pub proces: Procesevaluatie,
}

impl Evaluatie {
    /// The verdict on the agreement with this number.
    pub fn uitkomst(&self, nummer: &AfspraakNummer) -> Option<&Uitkomst> {
        self.inhoud.iter().find(|uitkomst| uitkomst.nummer.value == *nummer)
    }

    /// The agreements of `boven` that there is something to say of, by theme: all
    /// that were followed to the end, and any other with a verdict.
    pub fn over<'a>(&'a self, boven: &'a Overeenkomst) -> Terugblik<'a> {
        let of_theme = |thema: &'a Thema| -> Vec<Beoordeeld<'a>> {
            let all = thema.afspraken().map(|afspraak| (afspraak, self.uitkomst(&afspraak.nummer)));
            all.filter(|(afspraak, uitkomst)| {
                uitkomst.is_some() || afspraak.loopt() && afspraak.wordt_gevolgd()
            })
            .collect()
        };
        let themas = boven.themas().map(|thema| (thema, of_theme(thema)));
        Terugblik { themas: themas.filter(|(_, afspraken)| !afspraken.is_empty()).collect() }
    }
}

/// An agreement with its verdict; one without is not judged.
pub type Beoordeeld<'a> = (&'a Afspraak, Option<&'a Uitkomst>);

/// Verdicts beside the agreements that they are about.
#[derive(Debug, Clone)]
pub struct Terugblik<'a> {
    /// By theme, in the order of the document that is looked back on.
    pub themas: Vec<(&'a Thema, Vec<Beoordeeld<'a>>)>,
}

impl Terugblik<'_> {
    /// How many agreements have each verdict, those without one last. Of a
    /// verdict that nothing has, nothing is said.
    pub fn telling(&self) -> Vec<(Option<Oordeel>, usize)> {
        let all = || self.themas.iter().flat_map(|(_, afspraken)| afspraken);
        let kinds = Oordeel::WORDS.iter().filter_map(|word| Oordeel::from_word(word)).map(Some);
        kinds
            .chain([None])
            .map(|kind| {
                let same = |pair: &&Beoordeeld| pair.1.map(|uitkomst| uitkomst.oordeel) == kind;
                (kind, all().filter(same).count())
            })
            .filter(|(_, count)| *count > 0)
            .collect()
    }
}
