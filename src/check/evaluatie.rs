//! Evaluations: only of a document that looks back, and only on agreements
//! that are there.

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{AfspraakNummer, Overeenkomst, OvereenkomstSoort, Project};
use crate::source::Spanned;

/// What only shows beside the document that is looked back on.
pub fn together(project: &Project) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for document in &project.overeenkomsten {
        let Some(evaluatie) = &document.evaluatie else { continue };
        // Where something could not be read, what seems to be missing may be there.
        let boven = project.boven(document).filter(|boven| boven.volledigheid.is_volledig());
        let Some(boven) = boven.filter(|_| document.soort == OvereenkomstSoort::Evaluatie) else { continue };
        let numbers = evaluatie.inhoud.iter().map(|uitkomst| &uitkomst.nummer);
        found.extend(numbers.filter_map(|nummer| known(boven, nummer)));
    }
    found
}

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    looks_back(document).into_iter().collect()
}

/// Other documents make agreements; how these went is written in one of its own.
fn looks_back(document: &Overeenkomst) -> Option<Diagnostic> {
    let evaluatie = document.evaluatie.as_ref()?;
    (document.soort != OvereenkomstSoort::Evaluatie).then(|| {
        Diagnostic::at(
            Code::M159,
            evaluatie.plaats,
            format!("Een document van de soort `{}` heeft geen `evaluatie`.", document.soort.word()),
        )
        .label("hoort in een eigen document")
        .note(document.plaatsen.soort, "soort van dit document")
        .hint("Zet de evaluatie in een eigen map, met `soort: evaluatie` en `hoort_bij: …`.")
    })
}

/// A verdict is on an agreement of the document that is looked back on.
fn known(boven: &Overeenkomst, nummer: &Spanned<AfspraakNummer>) -> Option<Diagnostic> {
    let numbers = || boven.afspraken().map(|afspraak| afspraak.nummer.as_str());
    if numbers().any(|number| number == nummer.value.as_str()) {
        return None;
    }
    let all = || match numbers().collect::<Vec<_>>().as_slice() {
        [] => "Daar staan geen afspraken in.".to_owned(),
        numbers => format!("Kies uit: {}.", numbers.join(", ")),
    };
    let hint = did_you_mean(nummer.value.as_str(), numbers()).unwrap_or_else(all);
    Some(
        Diagnostic::at(
            Code::M160,
            nummer.span,
            format!("In “{}” staat geen afspraak {}.", boven.titel, nummer.value),
        )
        .label("dit nummer")
        .hint(hint),
    )
}
