//! Tables of figures: what is written down as a sum is the sum, and what
//! divides another table comes to the same (handbook line 645: a joint overview
//! leads back to each party).

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{
    Cijferregel, Cijfersoort, Cijfertabel, CijfertabelId, Geldstroom, Getal, Optellen, Overeenkomst, Som,
};
use crate::order::SortedSet;
use crate::source::{Span, Spanned};

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut diagnostics = unique_ids(document);
    for (_, tabel) in document.cijfertabellen() {
        if tabel.volledigheid.is_volledig() {
            diagnostics.extend(long_term(tabel));
            diagnostics.extend(sums(tabel));
            diagnostics.extend(balance(tabel));
        }
        if document.volledigheid.is_volledig() {
            diagnostics.extend(known_agreements(document, tabel));
            diagnostics.extend(division(document, tabel));
        }
    }
    diagnostics
}

/// An id means one table in its document.
fn unique_ids(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut seen: HashMap<&CijfertabelId, Span> = HashMap::new();
    let mut diagnostics = Vec::new();
    for (_, tabel) in document.cijfertabellen() {
        if let Some(first) = seen.insert(&tabel.id, tabel.span) {
            diagnostics.push(
                Diagnostic::at(
                    Code::M104,
                    tabel.span,
                    format!("De tabel `{}` staat twee keer in deze overeenkomst.", tabel.id.as_str()),
                )
                .label("tweede keer")
                .note(first, "eerste keer")
                .hint("Geef elke tabel met cijfers een eigen id."),
            );
        }
    }
    diagnostics
}

/// The long term comes after the years, and has a period as soon as it has a figure.
fn long_term(tabel: &Cijfertabel) -> Vec<Diagnostic> {
    let Some((first, last)) = tabel.lange_termijn else {
        let rows = tabel.regels.iter().filter(|regel| regel.lange_termijn.is_some());
        return rows
            .map(|regel| {
                Diagnostic::at(
                    Code::G104,
                    regel.span,
                    "Deze regel heeft een cijfer voor de lange termijn, maar bij de tabel staat niet welke jaren dat zijn.",
                )
                .label("deze regel")
                .hint("Schrijf bij de tabel de jaren, zoals `lange_termijn: 2031-2036`.")
            })
            .collect();
    };
    let overlaps = tabel.jaren().last().is_some_and(|jaar| *jaar >= first);
    overlaps
        .then(|| {
            Diagnostic::at(
                Code::G104,
                tabel.span,
                format!(
                    "De lange termijn ({first} tot en met {last}) begint voordat de losse jaren voorbij zijn."
                ),
            )
            .label("deze tabel")
            .hint("Laat de lange termijn beginnen na het laatste jaar met een eigen cijfer.")
        })
        .into_iter()
        .collect()
}

/// Every sum that is written down is the sum of the figures.
fn sums(tabel: &Cijfertabel) -> Vec<Diagnostic> {
    let stated = &tabel.opgegeven;
    let mut diagnostics = Vec::new();
    let som = tabel.som();
    if tabel.optellen != Optellen::Alles {
        let rows = tabel.regels.iter().filter_map(|regel| regel.opgegeven.as_ref());
        let parties = stated.partijen.iter().map(|(_, getal)| getal);
        diagnostics.extend(rows.chain(parties).chain(&stated.alles).map(|getal| adds_up_not(getal.span)));
    }
    if tabel.optellen == Optellen::Niet {
        let years = stated.jaren.iter().map(|(_, getal)| getal);
        diagnostics.extend(years.chain(&stated.lange_termijn).map(|getal| adds_up_not(getal.span)));
    }
    if !diagnostics.is_empty() {
        return diagnostics;
    }
    for regel in &tabel.regels {
        let what = format!("De cijfers van ‘{}’", regel.opschrift());
        diagnostics.extend(regel.opgegeven.as_ref().and_then(|given| differs(&what, given, regel.totaal())));
    }
    for (jaar, given) in &stated.jaren {
        diagnostics.extend(differs(&format!("De cijfers van {jaar}"), given, som.jaar(*jaar).cloned()));
    }
    for (partij, given) in &stated.partijen {
        let own = tabel.regels.iter().filter(|regel| regel.partij.id == partij.id);
        let what = format!("De cijfers van {}", partij.kort);
        diagnostics.extend(differs(&what, given, Som::van(own).totaal()));
    }
    for (stroom, given) in &stated.stromen {
        let what = match stroom {
            Geldstroom::Opbrengst => "De opbrengsten",
            Geldstroom::Uitgave => "De uitgaven",
        };
        diagnostics.extend(differs(what, given, tabel.som_van(*stroom).totaal()));
    }
    if let Some(given) = &stated.lange_termijn {
        diagnostics.extend(differs("De cijfers van de lange termijn", given, som.lange_termijn().cloned()));
    }
    if let Some(given) = &stated.alles {
        diagnostics.extend(differs("De cijfers van alle jaren", given, som.totaal()));
    }
    diagnostics
}

fn adds_up_not(span: Span) -> Diagnostic {
    Diagnostic::at(Code::G107, span, "Deze tabel telt niet op, dus dit totaal kan niet kloppen.")
        .label("dit totaal")
        .hint("Haal het totaal weg, of haal de regel `optellen` bij de tabel weg.")
}

fn differs(what: &str, given: &Spanned<Getal>, sum: Option<Getal>) -> Option<Diagnostic> {
    let Some(sum) = sum else {
        return Some(
            Diagnostic::at(
                Code::G102,
                given.span,
                format!("{what} zijn er niet, maar hier staat wel een totaal."),
            )
            .label("dit totaal")
            .hint("Haal het totaal weg, of vul de cijfers in."),
        );
    };
    (sum != given.value).then(|| {
        Diagnostic::at(
            Code::G102,
            given.span,
            format!("{what} zijn samen {sum}, maar hier staat {}.", given.value),
        )
        .label(format!("samen {sum}"))
        .hint(format!("Schrijf {}, of kijk de cijfers na.", sum.kaal()))
    })
}

/// What comes in for a purpose is all spent on it (handbook line 373: more rent
/// for higher incomes may not come to more than the investments agreed on).
fn balance(tabel: &Cijfertabel) -> Option<Diagnostic> {
    if tabel.soort != Cijfersoort::Dekking {
        return None;
    }
    let sums = |stroom| tabel.som_van(stroom).totaal();
    let Some((income, spent)) = sums(Geldstroom::Opbrengst).zip(sums(Geldstroom::Uitgave)) else {
        return Some(
            Diagnostic::at(Code::G106, tabel.span, "Deze dekking zet geen opbrengst tegenover een uitgave.")
                .label("deze tabel")
                .hint("Schrijf minstens een regel met `soort: opbrengst` en een met `soort: uitgave`."),
        );
    };
    (income > spent).then(|| {
        let over = &income - &spent;
        Diagnostic::at(
            Code::G105,
            tabel.span,
            format!("De opbrengst is {income}, maar er wordt maar {spent} van betaald."),
        )
        .label(format!("{over} heeft geen bestemming"))
        .hint("Schrijf met `soort: uitgave` waar de rest van de opbrengst naartoe gaat.")
    })
}

/// Figures belong to agreements that are there.
fn known_agreements(document: &Overeenkomst, tabel: &Cijfertabel) -> Vec<Diagnostic> {
    let known = |nummer: &str| document.afspraak(nummer).is_some();
    let named = tabel.regels.iter().flat_map(|regel| &regel.afspraken);
    named
        .filter(|named| !known(named.value.as_str()))
        .map(|named| {
            let numbers = document.afspraken().map(|afspraak| afspraak.nummer.as_str());
            let hint = did_you_mean(named.value.as_str(), numbers)
                .unwrap_or_else(|| "Schrijf het nummer van een afspraak uit deze overeenkomst.".into());
            Diagnostic::at(
                Code::V101,
                named.span,
                format!("Er is geen afspraak {} in deze overeenkomst.", named.value),
            )
            .label("verwijst naar niets")
            .hint(hint)
        })
        .collect()
}

/// A table that divides another further comes to the same, party by party and
/// year by year.
fn division(document: &Overeenkomst, tabel: &Cijfertabel) -> Vec<Diagnostic> {
    let Some(named) = &tabel.uitwerking_van else { return Vec::new() };
    let others = || document.cijfertabellen().map(|(_, other)| other).filter(|other| other.id != tabel.id);
    let Some(whole) = others().find(|other| other.id == named.value) else {
        let hint = did_you_mean(named.value.as_str(), others().map(|other| other.id.as_str()))
            .unwrap_or_else(|| "Noem de id van een andere tabel in deze overeenkomst.".into());
        return vec![
            Diagnostic::at(
                Code::G109,
                named.span,
                format!("Er is geen andere tabel `{}`.", named.value.as_str()),
            )
            .label("onbekend")
            .hint(hint),
        ];
    };
    if !tabel.volledigheid.is_volledig() || !whole.volledigheid.is_volledig() {
        return Vec::new();
    }
    if tabel.maat != whole.maat {
        return vec![
            Diagnostic::at(
                Code::G108,
                named.span,
                format!("De tabel ‘{}’ telt iets anders dan deze.", whole.titel),
            )
            .label("deze tabel")
            .note(whole.span, "hier staat zij")
            .hint("Geef beide tabellen dezelfde eenheid en hetzelfde prijspeil."),
        ];
    }
    differences(tabel, whole)
        .into_iter()
        .map(|difference| {
            Diagnostic::at(Code::G108, named.span, format!("{difference} in de tabel ‘{}’.", whole.titel))
                .label("telt niet op tot deze tabel")
                .note(whole.span, "hier staat zij")
                .hint("Maak de cijfers in beide tabellen gelijk.")
        })
        .collect()
}

/// The first year in which each party has another sum in the one than in the other.
fn differences(part: &Cijfertabel, whole: &Cijfertabel) -> Vec<String> {
    let years: SortedSet<_> = part.jaren().into_iter().chain(whole.jaren()).collect();
    let own = |tabel: &Cijfertabel, regel: &Cijferregel| {
        Som::van(tabel.regels.iter().filter(|other| other.partij.id == regel.partij.id))
    };
    let mut seen = SortedSet::new();
    let mut differences = Vec::new();
    for regel in part.regels.iter().chain(&whole.regels) {
        if !seen.insert(&regel.partij.id) {
            continue;
        }
        let (here, there) = (own(part, regel), own(whole, regel));
        let nothing = Getal::nul();
        let differs = years.iter().find_map(|jaar| {
            let here = here.jaar(*jaar).unwrap_or(&nothing);
            let there = there.jaar(*jaar).unwrap_or(&nothing);
            (here != there)
                .then(|| format!("Voor {} in {jaar} staat hier {here}, en {there}", regel.partij.kort))
        });
        differences.extend(differs);
    }
    differences
}
