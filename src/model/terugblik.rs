//! An evaluation beside the agreements that it looks back on.

use super::{Afspraak, Evaluatie, Oordeel, Overeenkomst, Thema, Uitkomst};

impl Evaluatie {
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
