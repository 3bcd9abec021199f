//! The figures of a whole document, and those that are about one of its agreements.

use super::{AfspraakNummer, Cijferregel, Cijfertabel, Deel, Overeenkomst};

/// A figure that is spoken of where the agreement stands that it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct CijferBij<'a> {
    /// The part that the table is in.
    pub deel: &'a Deel,
    /// The table.
    pub tabel: &'a Cijfertabel,
    /// The row.
    pub regel: &'a Cijferregel,
}

impl Overeenkomst {
    /// Its tables of figures, with the parts that they are in.
    pub fn cijfertabellen(&self) -> impl Iterator<Item = (&Deel, &Cijfertabel)> {
        self.delen.iter().flat_map(|deel| deel.cijfers().iter().map(move |tabel| (deel, tabel)))
    }

    /// Whether it has a page of figures.
    pub fn heeft_cijfers(&self) -> bool {
        self.cijfertabellen().next().is_some()
    }

    /// The rows of figures that belong to an agreement; those that only divide
    /// another row of it are not said again.
    pub fn cijfers_bij(&self, nummer: &AfspraakNummer) -> impl Iterator<Item = CijferBij<'_>> {
        let own = move |tabel: &Cijfertabel| {
            let named = |regel: &Cijferregel| regel.afspraken.iter().any(|named| named.value == *nummer);
            tabel.regels.iter().any(named)
        };
        let said_before = move |tabel: &Cijfertabel| {
            tabel.uitwerking_van.as_ref().is_some_and(|whole| {
                self.cijfertabellen().any(|(_, other)| other.id == whole.value && own(other))
            })
        };
        self.cijfertabellen().filter(move |(_, tabel)| !said_before(tabel)).flat_map(move |(deel, tabel)| {
            let named =
                move |regel: &&Cijferregel| regel.afspraken.iter().any(|named| named.value == *nummer);
            tabel.regels.iter().filter(named).map(move |regel| CijferBij { deel, tabel, regel })
        })
    }
}
