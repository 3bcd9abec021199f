//! Who does something in which theme: the balance of a document at a glance
//! (handbook lines 208 and 495). It counts agreements and weighs nothing:
//! reciprocity does not mean that all do as much (line 208).

use std::sync::Arc;

use super::{Overeenkomst, Partij, Thema};

/// The parties of a document against its themes.
pub struct Verdeling<'a> {
    /// The themes with agreements in which someone acts.
    pub themas: Vec<&'a Thema>,
    /// A row for each party, those of single themes last.
    pub rijen: Vec<VerdelingRij<'a>>,
}

/// What one party does.
pub struct VerdelingRij<'a> {
    /// The party.
    pub partij: &'a Arc<Partij>,
    /// In how many agreements of each theme it acts; nothing where it takes no part.
    pub aantallen: Vec<Option<usize>>,
}

impl VerdelingRij<'_> {
    /// In how many agreements it acts.
    pub fn samen(&self) -> usize {
        self.aantallen.iter().flatten().sum()
    }
}

impl<'a> Verdeling<'a> {
    /// That of `document`; nothing where fewer than two themes could be compared.
    pub fn of(document: &'a Overeenkomst) -> Option<Self> {
        let acts = |thema: &&Thema| thema.lopende_afspraken().any(|afspraak| !afspraak.wie.is_empty());
        let themas: Vec<&Thema> = document.themas().filter(acts).collect();
        if themas.len() < 2 {
            return None;
        }
        let own = document.partijen.iter().map(|partij| {
            let aantallen = themas.iter().map(|thema| Some(thema.aantal_van(partij)));
            VerdelingRij { partij, aantallen: aantallen.collect() }
        });
        let extra = document.extra_partijen().into_iter().map(|(partij, _)| {
            let takes_part = |thema: &&Thema| thema.extra_partijen.iter().any(|extra| extra.id == partij.id);
            let aantallen = themas.iter().map(|thema| takes_part(thema).then(|| thema.aantal_van(partij)));
            VerdelingRij { partij, aantallen: aantallen.collect() }
        });
        let rijen = own.chain(extra).collect();
        Some(Self { themas, rijen })
    }
}

impl Thema {
    /// In how many agreements of this theme that still hold a party acts.
    pub fn aantal_van(&self, partij: &Partij) -> usize {
        self.lopende_afspraken().filter(|afspraak| afspraak.inzet_van(partij).is_some()).count()
    }
}
