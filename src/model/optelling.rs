//! Figures of several tables laid together: what each party does by all documents
//! of a site, or by all tables of one document.
//!
//! The split is kept beside the sum (handbook line 645), so that every sum leads
//! back to a party and a document.

use super::{
    Cijfersoort, Cijfertabel, Geldeenheid, Jaar, Maat, Optellen, Overeenkomst, OvereenkomstSoort, Partij,
    PartijId, Som,
};
use crate::order::{self, SortedMap};

/// Figures of several tables that are in one unit, party by party and document
/// by document.
#[derive(Debug)]
pub struct Optelling<'a> {
    /// In what all of them are counted.
    pub maat: Maat,
    /// What the sums are of.
    pub titel: &'a str,
    /// What may be added up.
    pub optellen: Optellen,
    /// What each party does by each document; parties stand together.
    pub posten: Vec<Post<'a>>,
}

/// What one party does by one document.
#[derive(Debug)]
pub struct Post<'a> {
    /// The document.
    pub document: &'a Overeenkomst,
    /// The party.
    pub partij: &'a Partij,
    /// How much.
    pub som: Som,
}

impl<'a> Optelling<'a> {
    /// What all investments of `documents` come to, price level by price level:
    /// amounts in prices of two years do not add up.
    pub fn van_investeringen(documents: &[&'a Overeenkomst]) -> Vec<Self> {
        let mut groups: SortedMap<Jaar, Vec<(&'a Overeenkomst, &'a Cijfertabel, Geldeenheid)>> =
            SortedMap::new();
        for (document, tabel) in tables(documents, Cijfersoort::Investeringen) {
            if let Maat::Geld { eenheid, prijspeil } = tabel.maat {
                groups.get_or_default(prijspeil).push((document, tabel, eenheid));
            }
        }
        let sum = |(prijspeil, group): (Jaar, Vec<(&'a Overeenkomst, &'a Cijfertabel, Geldeenheid)>)| {
            // The smallest unit that any of them is in: no digit is lost.
            let eenheid = group.iter().map(|(_, _, eenheid)| *eenheid).min()?;
            let tables = group
                .iter()
                .map(|(document, tabel, own)| (*document, *tabel, own.nullen() - eenheid.nullen()));
            Some(Self {
                maat: Maat::Geld { eenheid, prijspeil },
                titel: &group.first()?.1.titel,
                optellen: Optellen::Alles,
                posten: posten(tables, documents),
            })
        };
        groups.into_iter().filter_map(sum).collect()
    }

    /// What the numbers of `documents` come to, subject by subject: tables with
    /// one id that count the same things.
    pub fn van_aantallen(documents: &[&'a Overeenkomst]) -> Vec<Self> {
        let mut groups: Vec<Vec<(&'a Overeenkomst, &'a Cijfertabel, u32)>> = Vec::new();
        for (document, tabel) in tables(documents, Cijfersoort::Aantallen) {
            let same = |group: &&mut Vec<(&Overeenkomst, &'a Cijfertabel, u32)>| {
                group.first().is_some_and(|(_, known, _)| {
                    known.id == tabel.id && known.maat == tabel.maat && known.optellen == tabel.optellen
                })
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push((document, tabel, 0)),
                None => groups.push(vec![(document, tabel, 0)]),
            }
        }
        let sum = |group: Vec<(&'a Overeenkomst, &'a Cijfertabel, u32)>| {
            let first = group.first()?.1;
            Some(Self {
                maat: first.maat.clone(),
                titel: &first.titel,
                optellen: first.optellen,
                posten: posten(group.into_iter(), documents),
            })
        };
        groups.into_iter().filter_map(sum).collect()
    }

    /// All years, in order.
    pub fn jaren(&self) -> Vec<Jaar> {
        let mut jaren: Vec<Jaar> =
            self.posten.iter().flat_map(|post| post.som.per_jaar().map(|(jaar, _)| jaar)).collect();
        order::sort_each_once(&mut jaren);
        jaren
    }

    /// The sum of all, or of one party.
    pub fn som(&self, of: Option<&PartijId>) -> Som {
        let mut som = Som::default();
        for post in self.posten.iter().filter(|post| of.is_none_or(|id| post.partij.id == *id)) {
            for (jaar, getal) in post.som.per_jaar() {
                som.tel(jaar, getal);
            }
        }
        som
    }
}

fn tables<'a>(
    documents: &[&'a Overeenkomst],
    soort: Cijfersoort,
) -> impl Iterator<Item = (&'a Overeenkomst, &'a Cijfertabel)> {
    documents.iter().flat_map(move |document| {
        let own = document.cijfertabellen().map(|(_, tabel)| tabel);
        own.filter(move |tabel| tabel.soort == soort && tabel.telt_mee()).map(move |tabel| (*document, tabel))
    })
}

/// Figures party by party, in the order in which the documents name these. Of
/// a year that has a jaarschijf, that one's figures count, and not what the
/// agreements for more years expected of it.
fn posten<'a>(
    tables: impl Iterator<Item = (&'a Overeenkomst, &'a Cijfertabel, u32)>,
    documents: &[&'a Overeenkomst],
) -> Vec<Post<'a>> {
    let tables: Vec<_> = tables.collect();
    let worked_out = |document: &Overeenkomst, jaar: Jaar| {
        document.soort != OvereenkomstSoort::Jaarschijf
            && tables.iter().any(|(other, tabel, _)| {
                other.soort == OvereenkomstSoort::Jaarschijf
                    && other.hoort_bij.as_ref().is_some_and(|name| name.value == document.slug)
                    && tabel.regels.iter().any(|regel| regel.jaar(jaar).is_some())
                    && (other.looptijd.van().jaar()..=other.looptijd.tot_en_met().jaar()).contains(&jaar)
            })
    };
    let mut posten: Vec<Post<'a>> = Vec::new();
    for (document, tabel, zeros) in &tables {
        for regel in &tabel.regels {
            let partij = &*regel.partij;
            let known = posten
                .iter()
                .position(|post| post.document.slug == document.slug && post.partij.id == partij.id);
            let index = known.unwrap_or_else(|| {
                posten.push(Post { document, partij, som: Som::default() });
                posten.len() - 1
            });
            for (jaar, getal) in regel.jaren.iter().filter(|(jaar, _)| !worked_out(document, *jaar)) {
                posten[index].som.tel(*jaar, &getal.met_nullen(*zeros));
            }
        }
    }
    let mut order: Vec<&PartijId> = Vec::new();
    for partij in documents.iter().flat_map(|document| &document.partijen) {
        if !order.contains(&&partij.id) {
            order.push(&partij.id);
        }
    }
    posten.retain(|post| post.som.totaal().is_some());
    // Who takes part in a theme only comes after those of the documents.
    order::sort_by_key(&mut posten, |post| {
        order.iter().position(|id| **id == post.partij.id).unwrap_or(usize::MAX)
    });
    posten
}
