//! What themes and agreements rest on: entries of the register, policy, and
//! national priorities that are named must be there.

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{BeleidId, Deel, Gebied, Grondslag, Overeenkomst, Project, ThemaId, VerwijzingId};
use crate::source::Spanned;

pub fn check(project: &Project, document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for grondslag in document.delen.iter().flat_map(all_of) {
        let named = grondslag.verwijzingen.iter();
        found.extend(named.filter_map(|id| known_entry(project, id)));
        let policy = grondslag.beleid.iter();
        found.extend(policy.filter_map(|text| real_policy(project, document, text)));
        let priorities = grondslag.prioriteiten.iter().flatten();
        found.extend(priorities.filter_map(|id| known_priority(project, id)));
    }
    found
}

/// What a part of a document rests on, and what its agreements do.
fn all_of(deel: &Deel) -> Vec<&Grondslag> {
    match deel {
        Deel::Hoofdstuk(hoofdstuk) => vec![&hoofdstuk.grondslag],
        Deel::Thema(thema) => {
            let agreements = thema.afspraken().map(|afspraak| &afspraak.grondslag);
            std::iter::once(&thema.grondslag).chain(agreements).collect()
        }
    }
}

/// An entry that is named is in the register.
fn known_entry(project: &Project, id: &Spanned<VerwijzingId>) -> Option<Diagnostic> {
    let name = id.value.as_str();
    if project.verwijzingen.find(name).is_some() || !project.verwijzingenlijst.is_volledig() {
        return None;
    }
    let known = project.verwijzingen.iter().map(|verwijzing| verwijzing.id.as_str());
    Some(
        Diagnostic::at(Code::V110, id.span, format!("`{name}` staat niet in `verwijzingen.yaml`."))
            .label("onbekende verwijzing")
            .hint(did_you_mean(name, known).unwrap_or_else(|| {
                "Zet het stuk met deze id in `verwijzingen.yaml`, in de map met bronnen.".into()
            })),
    )
}

/// Policy may be named in any words. A word that can only be an id should be
/// one, and the policy that it stands for that of this area.
fn real_policy(project: &Project, document: &Overeenkomst, text: &Spanned<String>) -> Option<Diagnostic> {
    let word = text.value.as_str();
    if let Some(plek) = project.beleid.find(word) {
        let other = match (&plek.stuk().gebied, &document.gebied) {
            (Gebied::Gemeente(one), Gebied::Gemeente(own)) => one.to_lowercase() != own.to_lowercase(),
            _ => false,
        };
        let (Gebied::Gemeente(naam) | Gebied::Regio(naam)) = &plek.stuk().gebied;
        return other.then(|| {
            Diagnostic::at(
                Code::V117,
                text.span,
                format!("`{word}` is beleid van {naam}, en deze overeenkomst gaat over een andere gemeente."),
            )
            .label("beleid van een andere gemeente")
            .hint("Noem beleid van de gemeente van deze overeenkomst.")
        });
    }
    let looks_like_one =
        word.contains(|c: char| c == '-' || c.is_ascii_digit()) && BeleidId::parse(word).is_some();
    if !looks_like_one || !project.beleidslijst.is_volledig() {
        return None;
    }
    let known = project.beleid.plekken().map(|plek| plek.id().as_str());
    Some(
        Diagnostic::at(Code::V112, text.span, format!("`{word}` staat niet in `beleid.yaml`."))
            .label("lezers zien alleen dit woord")
            .hint(
                did_you_mean(word, known)
                    .unwrap_or_else(|| "Zet deze id in `beleid.yaml`, of schrijf het beleid voluit.".into()),
            ),
    )
}

/// A priority that is named is on the list.
fn known_priority(project: &Project, id: &Spanned<ThemaId>) -> Option<Diagnostic> {
    let lijst = &project.site.prioriteiten;
    if lijst.find(&id.value).is_some() || !lijst.volledigheid.is_volledig() {
        return None;
    }
    let name = id.value.as_str();
    let known = || lijst.lijst.iter().map(|prioriteit| prioriteit.id.as_str());
    Some(
        Diagnostic::at(Code::V113, id.span, format!("`{name}` is geen landelijke prioriteit."))
            .label("onbekende prioriteit")
            .hint(
                did_you_mean(name, known())
                    .unwrap_or_else(|| format!("Kies uit: {}.", known().collect::<Vec<_>>().join(", "))),
            ),
    )
}
