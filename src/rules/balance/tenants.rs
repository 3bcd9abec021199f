//! Tenants are partners, not an audience.

use super::super::smart::listening::only_listens;
use super::{Finding, Subject, stands_alone};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Inzet, Partij};
use crate::source::Span;

/// Tenants know what it is to live there; who only informs them, hears nothing of it.
pub fn only_listen(subject: &Subject) -> Vec<Finding> {
    let document = subject.document;
    if !stands_alone(document) {
        return Vec::new();
    }
    let parties = document.partijen.iter().zip(&document.plaatsen.partijen);
    let found = parties.filter(|(partij, _)| partij.rol.is_huurders()).filter_map(|(partij, place)| {
        let own = || document.lopende_afspraken().filter_map(|afspraak| afspraak.inzet_van(partij));
        let listens = own().next().is_some() && own().all(|inzet| only_listens(&inzet.tekst));
        listens.then(|| hears_it_only(partij, *place, own()))
    });
    found.collect()
}

/// The finding stands at the party, as it is about all that the party does.
fn hears_it_only<'a>(partij: &Partij, place: Span, own: impl Iterator<Item = &'a Inzet>) -> Finding {
    let message = format!("{} mag in deze overeenkomst alleen luisteren.", partij.naam);
    let diagnostic = Diagnostic::at(Code::W206, place, message).label("doet zelf niets");
    let diagnostic = own.fold(diagnostic, |found, inzet| found.note(inzet.span, "hoort het alleen"));
    let hint = "Vraag wat huurders zelf kunnen doen: advies geven, bewoners raadplegen, meekijken of kiezen. Schrijf dat bij `wie:`.";
    diagnostic.hint(hint).into()
}
