//! `afhankelijk_van`: what an agreement needs is there, and can come first.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Afhankelijkheid, Afspraak, AfspraakNummer, Overeenkomst};

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for afspraak in document.afspraken() {
        for need in &afspraak.afhankelijk_van {
            found.extend(itself(afspraak, need).or_else(|| unknown(document, need)));
        }
    }
    found.extend(cycles(document));
    found
}

fn itself(afspraak: &Afspraak, need: &Afhankelijkheid) -> Option<Diagnostic> {
    (need.nummer.value == afspraak.nummer).then(|| {
        Diagnostic::at(
            Code::W107,
            need.nummer.span,
            format!("Afspraak {} hangt hier af van zichzelf.", afspraak.nummer),
        )
        .label("dit is dezelfde afspraak")
        .hint("Noem het nummer van een andere afspraak, of haal dit weg.")
    })
}

fn unknown(document: &Overeenkomst, need: &Afhankelijkheid) -> Option<Diagnostic> {
    let nummer = &need.nummer.value;
    let known = || document.afspraken().map(|afspraak| afspraak.nummer.as_str());
    let missing = document.volledigheid.is_volledig() && !known().any(|known| known == nummer.as_str());
    missing.then(|| {
        Diagnostic::at(
            Code::W106,
            need.nummer.span,
            format!("Er is geen afspraak {nummer} in deze overeenkomst."),
        )
        .label("onbekend")
        .hint(
            did_you_mean(nummer.as_str(), known())
                .unwrap_or_else(|| "Noem het nummer van een afspraak in deze overeenkomst.".into()),
        )
    })
}

/// How far the walk along the dependencies is with an agreement.
#[derive(Clone, Copy, PartialEq)]
enum Walk {
    Ahead,
    OnThisPath,
    Done,
}

/// Agreements that wait for each other in a ring are never kept. Each ring is
/// told once, at the first of its agreements that the document has.
fn cycles(document: &Overeenkomst) -> Vec<Diagnostic> {
    let afspraken: Vec<&Afspraak> = document.afspraken().collect();
    let mut index: HashMap<&AfspraakNummer, usize> = HashMap::new();
    for (at, afspraak) in afspraken.iter().enumerate() {
        // A number that is there twice has its own message.
        index.entry(&afspraak.nummer).or_insert(at);
    }
    let mut walk = vec![Walk::Ahead; afspraken.len()];
    let mut found = Vec::new();
    for start in 0..afspraken.len() {
        // The agreements of the path, each with the next of its needs to look at.
        let mut path = vec![(start, 0)];
        if walk[start] != Walk::Ahead {
            continue;
        }
        walk[start] = Walk::OnThisPath;
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let Some(need) = afspraken[at].afhankelijk_van.get(*next) else {
                walk[at] = Walk::Done;
                path.pop();
                continue;
            };
            *next += 1;
            let Some(&to) = index.get(&need.nummer.value).filter(|to| **to != at) else { continue };
            match walk[to] {
                Walk::Ahead => {
                    walk[to] = Walk::OnThisPath;
                    path.push((to, 0));
                }
                Walk::OnThisPath => {
                    let ring = path.iter().skip_while(|(at, _)| *at != to);
                    found.extend(cycle(
                        ring.map(|(at, next)| (afspraken[*at], &afspraken[*at].afhankelijk_van[next - 1])),
                    ));
                }
                Walk::Done => {}
            }
        }
    }
    found
}

/// One ring: its agreements, each with the need that leads to the next.
fn cycle<'a>(ring: impl Iterator<Item = (&'a Afspraak, &'a Afhankelijkheid)>) -> Option<Diagnostic> {
    let ring: Vec<_> = ring.collect();
    let (first, need) = ring.first()?;
    let numbers: Vec<&str> = ring.iter().map(|(afspraak, _)| afspraak.nummer.as_str()).collect();
    let step = |afspraak: &Afspraak, need: &Afhankelijkheid| {
        format!("{} wacht op {}", afspraak.nummer, need.nummer.value)
    };
    let diagnostic = Diagnostic::at(
        Code::W108,
        need.nummer.span,
        format!(
            "Deze afspraken wachten in een kring op elkaar: {} en weer {}.",
            numbers.join(", "),
            first.nummer
        ),
    )
    .label(step(first, need))
    .hint("Haal een van deze verwijzingen weg: welke afspraak kan als eerste beginnen?");
    let rest = ring.iter().skip(1);
    Some(rest.fold(diagnostic, |diagnostic, (afspraak, need)| {
        diagnostic.note(need.nummer.span, step(afspraak, need))
    }))
}
