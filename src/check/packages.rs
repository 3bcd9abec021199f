//! Package deals: what agreements name is there, and each has at least two of
//! them, since one agreement cannot stand or fall together (handbook line 222).

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Afspraak, Overeenkomst, Pakket};

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        document.afspraken().filter_map(|afspraak| unknown(document, afspraak)).collect();
    // In a part that could not be read there may be more of a package.
    if document.volledigheid.is_volledig() {
        found.extend(document.pakketten.iter().filter_map(|pakket| large_enough(document, pakket)));
    }
    found
}

fn unknown(document: &Overeenkomst, afspraak: &Afspraak) -> Option<Diagnostic> {
    let pakket = afspraak.pakket.as_ref()?;
    let known = || document.pakketten.iter().map(|pakket| pakket.id.value.as_str());
    if !document.volledigheid.is_volledig() || known().any(|id| id == pakket.value.as_str()) {
        return None;
    }
    let hint = did_you_mean(pakket.value.as_str(), known()).unwrap_or_else(|| {
        format!(
            "Zet in `overeenkomst.md` onder `pakketten:` een regel `- {{id: {}, titel: …}}`.",
            pakket.value.as_str()
        )
    });
    Some(
        Diagnostic::at(Code::W109, pakket.span, format!("Er is geen pakket `{}`.", pakket.value.as_str()))
            .label("onbekend pakket")
            .hint(hint),
    )
}

fn large_enough(document: &Overeenkomst, pakket: &Pakket) -> Option<Diagnostic> {
    let id = pakket.id.value.as_str();
    let mut members = document
        .afspraken()
        .filter(|afspraak| afspraak.pakket.as_ref().is_some_and(|own| own.value == pakket.id.value));
    let at = |code, message: String| Diagnostic::at(code, pakket.id.span, message);
    match (members.next(), members.next()) {
        (None, _) => Some(
            at(Code::W111, format!("Geen enkele afspraak hoort bij het pakket `{id}`."))
                .label("wordt niet gebruikt")
                .hint(format!(
                    "Schrijf `pakket: {id}` bij de afspraken die erbij horen, of haal het pakket weg."
                )),
        ),
        (Some(only), None) => Some(
            at(Code::W110, format!("Bij het pakket `{id}` hoort maar één afspraak: {}.", only.nummer))
                .label("een pakket telt er minstens twee")
                .hint(format!("Schrijf `pakket: {id}` ook bij de andere afspraken van het pakket.")),
        ),
        (Some(_), Some(_)) => None,
    }
}
