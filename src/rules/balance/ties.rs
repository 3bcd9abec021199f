//! Agreements that need each other: what is waited for comes, and in time.

use std::collections::HashMap;

use super::super::smart::actors::Actors;
use super::super::smart::read::{agreements, first_and_last};
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Afhankelijkheid, Afspraak, AfspraakNummer, AfspraakSoort, EindReden, Overeenkomst, Partij, Thema,
    Uitzondering, Wanneer, uitzondering,
};
use crate::order::SortedSet;

/// What an agreement waits for has to be done by somebody.
pub fn waits_for_nothing(subject: &Subject) -> Vec<Finding> {
    let needs = needs(subject);
    if needs.is_empty() {
        return Vec::new();
    }
    let idle = idle(subject);
    needs
        .into_iter()
        .filter_map(|(afspraak, need, other)| {
            let nummer = &other.nummer;
            let (message, label, hint) = match &other.beeindigd {
                // What was done is there.
                Some(einde) if einde.reden.value == EindReden::Afgerond => return None,
                Some(einde) => {
                    let hint = match &einde.door {
                        Some(door) => format!("Noem afspraak {}, die ervoor in de plaats kwam.", door.value),
                        None => "Kijk of deze afspraak er ook zonder kan, of noem een andere.".to_owned(),
                    };
                    (format!("Afspraak {nummer} is beëindigd en komt dus niet meer."), "komt niet meer", hint)
                }
                // Of what is only described, `nodig` says what there is to rely on.
                None if other.soort == AfspraakSoort::Beschrijvend && need.nodig.is_some() => return None,
                None if idle.contains(nummer) => {
                    let hint = match other.soort {
                        AfspraakSoort::Beschrijvend => format!(
                            "Schrijf bij `nodig:` wat u van afspraak {nummer} nodig hebt, of haal deze regel weg."
                        ),
                        _ => format!("Schrijf bij afspraak {nummer} wie wat doet, of haal deze regel weg."),
                    };
                    (format!("In afspraak {nummer} doet niemand iets."), "hier wacht de afspraak op", hint)
                }
                None => return None,
            };
            let diagnostic = Diagnostic::at(Code::W203, need.nummer.span, message).label(label);
            Some(Finding::at_agreement(afspraak, diagnostic).hint(hint))
        })
        .collect()
}

/// The agreements that ask for somebody to act, and name nobody who does, in facts or in
/// words. What only describes how things are, is done by nobody either.
fn idle<'s>(subject: &'s Subject<'_>) -> SortedSet<&'s AfspraakNummer> {
    let actors = Actors::of(subject.document);
    let idle = agreements(subject).into_iter().filter(|whole| {
        let afspraak = whole.afspraak;
        matches!(
            afspraak.soort,
            AfspraakSoort::Proces | AfspraakSoort::Intentie | AfspraakSoort::Beschrijvend
        ) && afspraak.noemt_niemand()
            && afspraak.volledigheid.is_volledig()
            && !actors.act_in(whole)
    });
    idle.map(|whole| &whole.afspraak.nummer).collect()
}

/// Every need of an agreement that holds, with what is needed.
fn needs<'a>(subject: &Subject<'a>) -> Vec<(&'a Afspraak, &'a Afhankelijkheid, &'a Afspraak)> {
    let document = subject.document;
    let known: HashMap<&AfspraakNummer, &Afspraak> =
        document.afspraken().map(|afspraak| (&afspraak.nummer, afspraak)).collect();
    let of_one = |afspraak: &'a Afspraak| afspraak.afhankelijk_van.iter().map(move |need| (afspraak, need));
    let all = document.lopende_afspraken().flat_map(of_one);
    let others = all.filter_map(|(afspraak, need)| Some((afspraak, need, *known.get(&need.nummer.value)?)));
    others.filter(|(afspraak, _, other)| afspraak.nummer != other.nummer).collect()
}

/// The agreements that one waits for, and those that these wait for, and so on.
fn all_needed<'a>(subject: &Subject<'a>, afspraak: &'a Afspraak) -> SortedSet<&'a AfspraakNummer> {
    let document = subject.document;
    let mut all = SortedSet::new();
    let mut open = vec![afspraak];
    while let Some(next) = open.pop() {
        for need in &next.afhankelijk_van {
            if all.insert(&need.nummer.value) {
                open.extend(document.afspraak(need.nummer.value.as_str()).map(|(_, needed)| needed));
            }
        }
    }
    all
}

/// What is needed first cannot be there last.
pub fn waits_too_long(subject: &Subject) -> Vec<Finding> {
    // Of agreements that wait for each other in a ring, W108 says so.
    let in_ring = |afspraak: &Afspraak, other| all_needed(subject, other).contains(&afspraak.nummer);
    let late = needs(subject).into_iter().filter(|(afspraak, _, other)| !in_ring(afspraak, other));
    let late = late.filter_map(|(afspraak, need, other)| {
        let (_, own) = first_and_last(afspraak.wanneer.as_ref()?)?;
        let (from, until) = first_and_last(other.wanneer.as_ref()?)?;
        // Of a stretch of time, the part that is needed may be there early.
        let part = need.nodig.is_some() && matches!(other.wanneer, Some(Wanneer::Periode(_)));
        let there = if part { from } else { until };
        (there > own && other.loopt()).then(|| {
            let (number, day) = (&afspraak.nummer, own.voluit());
            let (needed, what) = (&other.nummer, if part { "begint" } else { "klaar is" });
            let message = format!(
                "Afspraak {number} moet klaar zijn op {day}, maar wacht op afspraak {needed}, die pas op {} {what}.",
                there.voluit()
            );
            let diagnostic = Diagnostic::at(Code::W207, need.nummer.span, message).label("komt later");
            Finding::at_agreement(afspraak, diagnostic).hint(
                "Zet een van de twee op een andere dag, of schrijf bij `nodig:` welk deel er eerder is.",
            )
        })
    });
    late.collect()
}

/// Who signs the sweet of a package and leaves the sour, breaks the deal.
pub fn half_a_package(subject: &Subject) -> Vec<Finding> {
    let document = subject.document;
    let mut packages: HashMap<&str, Vec<(&Thema, &Afspraak)>> = HashMap::new();
    for (thema, afspraak) in subject.afspraken() {
        if let Some(pakket) = &afspraak.pakket {
            packages.entry(pakket.value.as_str()).or_default().push((thema, afspraak));
        }
    }
    let mut found = Vec::new();
    for pakket in &document.pakketten {
        let Some(members) = packages.get(pakket.id.value.as_str()) else { continue };
        for partij in &document.partijen {
            let (signed, left): (Vec<_>, Vec<_>) =
                members.iter().partition(|(thema, afspraak)| signs(document, partij, thema, afspraak));
            let (Some((thema, first)), Some((_, other))) = (left.first(), signed.first()) else { continue };
            let exception = exception(partij, thema, first).map(|exception| exception.partij.span);
            let message = format!(
                "{} tekent van het pakket “{}” wel afspraak {}, maar niet afspraak {}.",
                partij.naam, pakket.titel, other.nummer, first.nummer
            );
            let diagnostic = Diagnostic::at(Code::W204, exception.unwrap_or(first.span), message)
                .label("tekent deze niet")
                .note(pakket.id.span, "het pakket");
            let hint = "Een pakket geldt als geheel. Laat de partij alles ervan tekenen of niets, of haal deze afspraak uit het pakket.";
            found.push(Finding::at_agreement(first, diagnostic).hint(hint));
        }
    }
    found
}

fn exception<'a>(partij: &Partij, thema: &'a Thema, afspraak: &'a Afspraak) -> Option<&'a Uitzondering> {
    uitzondering(&afspraak.tekent_niet_mee, &partij.id)
        .or_else(|| uitzondering(&thema.tekent_niet_mee, &partij.id))
}

/// Whether a party signs an agreement: it was not excepted, and if it signs for named
/// parts only, this is one of them.
fn signs(document: &Overeenkomst, partij: &Partij, thema: &Thema, afspraak: &Afspraak) -> bool {
    let mut own =
        document.ondertekening.door.iter().filter(|door| door.partij.value.id == partij.id).peekable();
    let named = own.peek().is_none()
        || own.any(|door| {
            door.voor.is_empty()
                || door
                    .voor
                    .iter()
                    .any(|name| thema.heet(&name.value) || name.value == afspraak.nummer.as_str())
        });
    named && exception(partij, thema, afspraak).is_none()
}
