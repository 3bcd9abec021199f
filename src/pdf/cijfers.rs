//! Tables of figures in the PDFs: one line a table, and the facts that they
//! add to an agreement. The words are those of the site.

use super::call::Call;
use super::content::{Writer, agreement_anchor};
use super::literal::Value;
use crate::model::{Afspraak, AfspraakNummer, Cijfertabel};
use crate::source::Span;
use crate::theme::cijfers::{Cijferblad, Cijfercel, Cijferkolom, Cijferrij};

impl Writer<'_> {
    /// The tables of a part below a heading; nothing when it has none.
    pub(super) fn figures(&mut self, span: Span, tabellen: &[Cijfertabel]) {
        if tabellen.is_empty() {
            return;
        }
        let labels = self.press.labels;
        let heading = Call::new("cijferkop").value(&Value::text(labels.text("cijfers")));
        self.generated.line(Some(span), &heading.line());
        for tabel in tabellen {
            // No anchor for what is not on this paper.
            let to_agreement = |nummer: &AfspraakNummer| match self.is_here(nummer.as_str()) {
                true => agreement_anchor(nummer.as_str()),
                false => String::new(),
            };
            let blad = labels.cijferblad(tabel, self.document.looptijd, &to_agreement);
            for blad in std::iter::once(&blad).chain(&blad.verdelingen) {
                self.generated.line(Some(tabel.span), &Call::new("cijferblad").value(&table(blad)).line());
            }
        }
    }

    /// The figures that belong to an agreement, each in a sentence.
    pub(super) fn figures_of(&self, afspraak: &Afspraak) -> Vec<String> {
        let labels = self.press.labels;
        self.document.cijfers_bij(&afspraak.nummer).map(|found| labels.cijferzin(found)).collect()
    }
}

fn table(blad: &Cijferblad) -> Value {
    let groups = blad.groepen.iter().map(|groep| {
        Value::Dict(vec![
            ("titel", Value::optional(groep.titel.as_ref())),
            ("rijen", Value::List(groep.rijen.iter().map(row).collect())),
        ])
    });
    Value::Dict(vec![
        ("titel", Value::text(&blad.titel)),
        ("uitleg", Value::texts(&blad.uitleg)),
        ("kolommen", Value::List(blad.kolommen.iter().map(column).collect())),
        ("groepen", Value::List(groups.collect())),
        ("noten", Value::texts(&blad.noten)),
    ])
}

fn column(kolom: &Cijferkolom) -> Value {
    Value::Dict(vec![
        ("titel", Value::text(&kolom.titel)),
        ("onder", Value::optional(kolom.onder.as_ref())),
        ("getal", Value::Flag(kolom.getal)),
    ])
}

fn row(rij: &Cijferrij) -> Value {
    Value::Dict(vec![
        ("naam", Value::text(&rij.naam)),
        ("som", Value::Flag(rij.som)),
        ("cellen", Value::List(rij.cellen.iter().map(cell).collect())),
    ])
}

fn cell(cel: &Cijfercel) -> Value {
    let (soort, waarde) = match cel {
        Cijfercel::Getal(getal) => ("getal", Value::text(getal)),
        Cijfercel::Onbekend => ("onbekend", Value::None),
        Cijfercel::Tekst(tekst) => ("tekst", Value::text(tekst)),
        Cijfercel::Verwijzingen(links) => {
            let pairs = links.iter().map(|link| Value::texts([&link.titel, &link.href]));
            ("verwijzingen", Value::List(pairs.collect()))
        }
    };
    Value::Dict(vec![("soort", Value::text(soort)), ("waarde", waarde)])
}
