//! Agreements: numbers that are unique, and what each kind asks for.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Afspraak, AfspraakNummer, AfspraakSoort, Overeenkomst, Thema, Wanneer};
use crate::source::Span;

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut diagnostics = unique_numbers(document);
    for thema in document.themas() {
        for afspraak in thema.afspraken() {
            if afspraak.volledigheid.is_volledig() {
                diagnostics.extend(required_facts(afspraak));
                diagnostics.extend(foreign_facts(afspraak));
            }
            if document.volledigheid.is_volledig() {
                diagnostics.extend(known_indicators(thema, afspraak));
            }
        }
    }
    diagnostics
}

/// A number means one agreement in its document.
fn unique_numbers(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut seen: HashMap<&AfspraakNummer, Span> = HashMap::new();
    let mut diagnostics = Vec::new();
    for afspraak in document.afspraken() {
        if let Some(first) = seen.insert(&afspraak.nummer, afspraak.span) {
            diagnostics.push(
                Diagnostic::at(
                    Code::M104,
                    afspraak.span,
                    format!("Het nummer {} staat twee keer in deze overeenkomst.", afspraak.nummer),
                )
                .label("tweede keer")
                .note(first, "eerste keer")
                .hint("Geef elke afspraak een eigen nummer."),
            );
        }
    }
    diagnostics
}

/// What each kind must have (handbook lines 226 and 236 to 241).
fn required_facts(afspraak: &Afspraak) -> Vec<Diagnostic> {
    let missing = |what: &str, hint: &str| {
        Diagnostic::at(
            Code::M106,
            afspraak.span,
            format!("Afspraak {} is een {}, maar {what}.", afspraak.nummer, name(afspraak.soort)),
        )
        .label("deze afspraak")
        .hint(hint)
    };
    let mut diagnostics = Vec::new();
    let mut require = |is_there: bool, what: &str, hint: &str| {
        if !is_there {
            diagnostics.push(missing(what, hint));
        }
    };
    let (wie, wanneer) = (!afspraak.wie.is_empty(), afspraak.wanneer.is_some());
    match afspraak.soort {
        AfspraakSoort::Proces | AfspraakSoort::Beschrijvend => {}
        AfspraakSoort::Intentie => require(
            afspraak.voorwaarde.is_some(),
            "er staat geen voorwaarde bij",
            "Schrijf `voorwaarde: …`: als dit gebeurt, dan doen we dat.",
        ),
        AfspraakSoort::Handeling => {
            require(
                wie,
                "er staat niet bij wie wat doet",
                "Schrijf onder `wie:` een regel per partij, zoals `gemeente: levert de grond`.",
            );
            require(
                wanneer,
                "er staat niet bij wanneer",
                "Schrijf `wanneer:` met een datum, een jaar of `doorlopend`.",
            );
        }
        AfspraakSoort::Garantie => {
            require(
                wie,
                "er staat niet bij wie dit garandeert",
                "Schrijf onder `wie:` welke partij wat garandeert.",
            );
        }
        AfspraakSoort::Transactie => require(
            afspraak.wie.len() >= 2,
            "er staan geen twee partijen bij die elk iets doen",
            "Schrijf onder `wie:` wat elk van de partijen doet, of kies `soort: handeling`.",
        ),
        AfspraakSoort::Oneens => {
            require(
                afspraak.standpunten.len() >= 2,
                "er staan geen twee standpunten bij",
                "Schrijf onder `standpunten:` per partij wat zij vindt.",
            );
            require(
                afspraak.eigenaar.is_some(),
                "er staat niet bij wie dit oppakt",
                "Schrijf `eigenaar:` met de id van een partij.",
            );
            require(
                is_moment(afspraak.wanneer.as_ref()),
                "er staat niet bij wanneer dit wordt opgepakt",
                "Schrijf `wanneer:` met een datum, een maand, een jaar of een periode.",
            );
        }
    }
    diagnostics
}

/// When something is taken up: a time that comes and goes, not "always".
fn is_moment(wanneer: Option<&Wanneer>) -> bool {
    wanneer.is_some_and(|wanneer| !matches!(wanneer, Wanneer::Jaarlijks | Wanneer::Doorlopend))
}

/// Facts that make an agreement another kind than it says: who guarantees
/// something on a condition has an intention, and who writes down that parties
/// hold different things does not agree (handbook lines 226, 238 and 240).
fn foreign_facts(afspraak: &Afspraak) -> Vec<Diagnostic> {
    let foreign = |key: &str, instead: AfspraakSoort| {
        Diagnostic::at(
            Code::M122,
            afspraak.span,
            format!(
                "Afspraak {} is een {}, maar er staat `{key}` bij.",
                afspraak.nummer,
                name(afspraak.soort)
            ),
        )
        .label("deze afspraak")
        .hint(format!("Kies `soort: {}`, of haal `{key}` weg.", instead.word()))
    };
    let soort = afspraak.soort;
    let condition = soort == AfspraakSoort::Garantie && afspraak.voorwaarde.is_some();
    let positions = soort != AfspraakSoort::Oneens && !afspraak.standpunten.is_empty();
    let condition = condition.then(|| foreign("voorwaarde", AfspraakSoort::Intentie));
    let positions = positions.then(|| foreign("standpunten", AfspraakSoort::Oneens));
    condition.into_iter().chain(positions).collect()
}

fn name(soort: AfspraakSoort) -> &'static str {
    match soort {
        AfspraakSoort::Proces => "procesafspraak",
        AfspraakSoort::Beschrijvend => "beschrijvende afspraak",
        AfspraakSoort::Intentie => "intentieafspraak",
        AfspraakSoort::Handeling => "handelingsafspraak",
        AfspraakSoort::Garantie => "garantieafspraak",
        AfspraakSoort::Transactie => "transactieafspraak",
        AfspraakSoort::Oneens => "afspraak waarover partijen het oneens zijn",
    }
}

/// An agreement is measured with indicators of its own theme.
fn known_indicators(thema: &Thema, afspraak: &Afspraak) -> Vec<Diagnostic> {
    let ids = || thema.indicatoren.iter().map(|indicator| indicator.id.as_str());
    afspraak
        .indicatoren
        .iter()
        .filter(|wanted| !ids().any(|id| id == wanted.value.as_str()))
        .map(|wanted| {
            let hint = did_you_mean(wanted.value.as_str(), ids())
                .unwrap_or_else(|| "Zet de indicator onder `indicatoren:` in de kop van dit bestand.".into());
            Diagnostic::at(
                Code::M108,
                wanted.span,
                format!("De indicator `{}` bestaat niet in dit thema.", wanted.value.as_str()),
            )
            .label("onbekend")
            .hint(hint)
        })
        .collect()
}
