//! Whether readers find what they have a right to find.

use std::sync::Arc;

use super::{counts, key};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Documentvorm, Fase, Gebied, Overeenkomst, OvereenkomstSoort, PartijId, Rol, Status};
use crate::order::{SortedMap, SortedSet};
use crate::rules::{Finding, Scene, Subject};
use crate::source::{ContentPath, Span};

/// A corporation makes its agreements in force generally available: between two
/// documents there should be no time in which none holds.
pub fn nothing_in_force(scene: &Scene) -> Vec<Finding> {
    if !scene.project.documentenlijst.is_volledig() {
        return Vec::new();
    }
    let in_force: SortedSet<&PartijId> = agreements(scene)
        .filter(|document| document.fase(scene.date) == Fase::VanKracht)
        .flat_map(|document| municipalities(document))
        .collect();
    let mut ended: SortedMap<&str, &Overeenkomst> = SortedMap::new();
    // One whose term has begun already is told that it is late.
    let mut served: SortedSet<&str> = SortedSet::new();
    for document in agreements(scene) {
        let Gebied::Gemeente(naam) = &document.gebied else { continue };
        let held = document.status >= Status::Vastgesteld && document.looptijd.tot_en_met() < scene.date;
        let begun = document.status != Status::Vervallen && document.looptijd.van() <= scene.date;
        if held {
            let last = ended.get_or_insert_with(naam, || document);
            if last.looptijd.tot_en_met() < document.looptijd.tot_en_met() {
                *last = document;
            }
        } else if begun || municipalities(document).any(|id| in_force.contains(id)) {
            served.insert(naam);
        }
    }
    let gaps = ended.into_iter().filter(|(naam, last)| {
        !served.contains(naam) && !municipalities(last).any(|id| in_force.contains(id))
    });
    gaps.map(|(naam, last)| gap(naam, last)).collect()
}

/// Documents in which parties bind themselves to more than how they work together.
fn agreements<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Arc<Overeenkomst>> {
    let all = scene.project.overeenkomsten.iter();
    all.filter(|document| document.soort.zijn_afspraken() && document.soort != OvereenkomstSoort::Spelregels)
}

fn municipalities(document: &Overeenkomst) -> impl Iterator<Item = &PartijId> {
    document.partijen.iter().filter(|partij| partij.rol == Rol::Gemeente).map(|partij| &partij.id)
}

fn gap(naam: &str, last: &Overeenkomst) -> Finding {
    let message = format!(
        "Voor {naam} gelden nu geen afspraken. De laatste eindigden op {}.",
        last.looptijd.tot_en_met().voluit()
    );
    Diagnostic::at(Code::P207, last.plaatsen.looptijd, message)
        .label("de laatste die golden")
        .hint("Zet de afspraken op de site die nu gelden. Lopen deze door, pas dan `looptijd` aan.")
        .into()
}

/// What the state asks of corporations should come back in what they agree on, or
/// readers should be told why not.
pub fn priorities(subject: &Subject) -> Vec<Finding> {
    let (document, site) = (subject.document, &subject.scene.project.site);
    let known = &site.prioriteiten;
    let judged = speaks_for_all(document)
        && matches!(document.fase(subject.scene.date), Fase::VanKracht | Fase::Aanstaand | Fase::InDeMaak)
        && counts(document, subject.scene.date)
        && document.volledigheid.is_volledig()
        && known.volledigheid.is_volledig()
        && known.periode.overlapt(document.looptijd)
        && takes_part(document, site.corporatie.as_ref().map(|partij| &partij.id));
    if !judged {
        return Vec::new();
    }
    let missing = known.lijst.iter().filter(|prioriteit| {
        !subject.afspraken().any(|(thema, afspraak)| known.van_afspraak(thema, afspraak, &prioriteit.id))
    });
    let missing: Vec<&str> = missing.map(|prioriteit| prioriteit.titel.as_str()).collect();
    // A document about one subject (handbook line 194) leaves most to others.
    if missing.is_empty() || missing.len() * 2 > known.lijst.len() {
        return Vec::new();
    }
    let message = match missing.as_slice() {
        [one] => format!("Geen enkele afspraak hoort bij deze prioriteit van het Rijk: {one}."),
        all => format!("Geen enkele afspraak hoort bij deze prioriteiten van het Rijk: {}.", all.join("; ")),
    };
    vec![
        Diagnostic::at(Code::P210, document.plaatsen.soort, message)
            .label("mist een prioriteit")
            .hint("Hoort een afspraak er wel bij? Zet er `prioriteiten: [...]` bij. Zo niet, leg in de tekst uit waarom deze prioriteit hier niet speelt.")
            .into(),
    ]
}

/// Whether a document is the one place for what parties of a municipality agree on.
fn speaks_for_all(document: &Overeenkomst) -> bool {
    let kinds = [OvereenkomstSoort::Meerjarenafspraken, OvereenkomstSoort::Jaarafspraken];
    kinds.contains(&document.soort)
        && document.vorm != Documentvorm::Licht
        && document.hoort_bij.is_none()
        && matches!(document.gebied, Gebied::Gemeente(_))
}

/// Whether the corporation whose site it is takes part; on a site of several parties, any does.
fn takes_part(document: &Overeenkomst, corporatie: Option<&PartijId>) -> bool {
    document.partijen.iter().any(|partij| match corporatie {
        Some(id) => partij.id == *id,
        None => partij.rol == Rol::Corporatie,
    })
}

/// Whoever has a question about an agreement needs someone who answers.
pub fn nobody_to_ask(scene: &Scene) -> Vec<Finding> {
    let contact = scene.project.site.contact.as_ref();
    if contact.is_some_and(|contact| contact.email.is_some() || contact.telefoon.is_some()) {
        return Vec::new();
    }
    let message = "Lezers vinden op de site geen e-mailadres en geen telefoonnummer voor hun vragen.";
    let found = in_settings(scene, Code::P211, &["contact", "naam"], message);
    vec![
        found
            .label("hier hoort `contact` bij")
            .hint("Schrijf onder `contact:` een regel `email: …` of `telefoon: …`, liefst van een team en niet van één persoon.")
            .into(),
    ]
}

/// A copy on paper that does not say where the site is leads nobody to what holds now.
pub fn no_address(scene: &Scene) -> Vec<Finding> {
    if scene.project.site.basis_url.is_some() {
        return Vec::new();
    }
    let message = "Het adres van de website ontbreekt, zodat de PDF's er niet naar kunnen verwijzen.";
    vec![
        in_settings(scene, Code::P212, &["naam"], message)
            .label("hier hoort `basis_url` bij")
            .hint("Schrijf een regel `basis_url: https://…`, met het adres waarop de site komt te staan.")
            .into(),
    ]
}

/// At a key of `site.yaml`.
fn in_settings(scene: &Scene, code: Code, keys: &[&str], message: &str) -> Diagnostic {
    let path = ContentPath::from("site.yaml");
    let Some((id, file)) = scene.sources.find(&path) else {
        return Diagnostic::in_file(code, path, message);
    };
    let all = Span::new(id, 0..file.text.len());
    Diagnostic::at(code, key(scene.sources, all, keys), message)
}
