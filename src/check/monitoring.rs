//! Progress and indicators: judgements within the term, years and days that
//! can be, targets that do not contradict themselves.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Indicator, Jaar, Overeenkomst, Periode, Richting, Streef};
use crate::source::{Span, Spanned};

/// So many years before the term a figure may still explain where parties come from.
const BEFORE: i16 = 15;
/// So many years after it a figure may still be a goal (2050 is one of many).
const AFTER: i16 = 30;

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for thema in document.themas() {
        for afspraak in thema.afspraken() {
            let years = afspraak.voortgang.per_jaar().map(|beoordeling| &beoordeling.jaar);
            diagnostics.extend(years.filter_map(|jaar| within_term(document.looptijd, jaar)));
        }
        for indicator in &thema.indicatoren {
            diagnostics.extend(years_that_can_be(document.looptijd, indicator));
            diagnostics.extend(measured_in_its_year(indicator));
            diagnostics.extend(minimum_before_ambition(indicator));
            diagnostics.extend(direction_of_targets(indicator));
        }
    }
    diagnostics.extend(one_unit(document));
    diagnostics
}

/// A judgement is about a year in which the agreement held (handbook line 629).
fn within_term(looptijd: Periode, jaar: &Spanned<Jaar>) -> Option<Diagnostic> {
    let (van, tot) = (looptijd.van().jaar(), looptijd.tot_en_met().jaar());
    if (van..=tot).contains(&jaar.value) {
        return None;
    }
    let term = if van == tot { van.to_string() } else { format!("{van} tot en met {tot}") };
    Some(
        Diagnostic::at(
            Code::M151,
            jaar.span,
            format!("Het jaar {} valt buiten de looptijd van deze overeenkomst.", jaar.value),
        )
        .label("voor dit jaar is er geen afspraak")
        .hint(format!(
            "De looptijd is {term}. Wat er daarvoor al gebeurt, kunt u bij `voortgang:` schrijven."
        )),
    )
}

/// A slip of the pen in a year (2072 for 2027) would make a chart of it that says nothing.
fn years_that_can_be(looptijd: Periode, indicator: &Indicator) -> Vec<Diagnostic> {
    let (van, tot) = (looptijd.van().jaar().getal() - BEFORE, looptijd.tot_en_met().jaar().getal() + AFTER);
    let nulmeting = indicator.nulmeting.iter().map(|(jaar, _)| jaar);
    let streef = indicator.streef.iter().map(|(jaar, _)| jaar);
    let stand = indicator.stand.iter().map(|(jaar, _)| jaar);
    let all = nulmeting.chain(streef).chain(stand);
    all.filter(|jaar| !(van..=tot).contains(&jaar.value.getal()))
        .map(|jaar| {
            Diagnostic::at(
                Code::M153,
                jaar.span,
                format!("Het jaar {} ligt ver van de looptijd.", jaar.value),
            )
            .label("klopt dit jaar?")
            .hint(format!("Verwacht is een jaar van {van} tot en met {tot}."))
        })
        .collect()
}

/// What is said of a year cannot have been measured before that year.
fn measured_in_its_year(indicator: &Indicator) -> Vec<Diagnostic> {
    let dated = indicator.stand.iter().filter_map(|(jaar, stand)| Some((jaar, stand.peildatum.as_ref()?)));
    dated
        .filter(|(jaar, peildatum)| peildatum.value < jaar.value.eerste_dag())
        .map(|(jaar, peildatum)| {
            Diagnostic::at(
                Code::M154,
                peildatum.span,
                format!("Deze peildatum ligt voor {}, het jaar waar het cijfer over gaat.", jaar.value),
            )
            .label("eerder dan het jaar zelf")
            .note(jaar.span, "het jaar")
            .hint("Kijk welke van de twee niet klopt.")
        })
        .collect()
}

/// An ambition is better than the minimum, in the direction that was named.
fn minimum_before_ambition(indicator: &Indicator) -> Vec<Diagnostic> {
    let Some(richting) = indicator.richting.as_ref().map(|richting| richting.value) else {
        return Vec::new();
    };
    let contradicts = |streef: &Streef| match streef {
        Streef::Waarde(_) => false,
        Streef::Bandbreedte { minimum, ambitie } => match richting {
            Richting::Hoger => ambitie < minimum,
            Richting::Lager => ambitie > minimum,
        },
    };
    let wrong = indicator.streef.iter().filter(|(_, streef)| contradicts(streef));
    wrong
        .map(|(jaar, _)| {
            let (better, hint) = match richting {
                Richting::Hoger => ("hoger", "De ambitie is dan ten minste het minimum."),
                Richting::Lager => ("lager", "De ambitie is dan hooguit het minimum."),
            };
            Diagnostic::at(
                Code::M155,
                jaar.span,
                format!("In {} is de ambitie minder dan het minimum: {better} is hier beter.", jaar.value),
            )
            .label("minimum en ambitie van dit jaar")
            .hint(hint)
        })
        .collect()
}

/// Targets go the way that is said to be better.
fn direction_of_targets(indicator: &Indicator) -> Option<Diagnostic> {
    let richting = indicator.richting.as_ref()?;
    let (_, from) = indicator.nulmeting.last()?;
    let (_, to) = indicator.streef.last()?;
    let to = to.minimum();
    let (is_wrong, goes) = match richting.value {
        Richting::Hoger => (to < from, "omlaag"),
        Richting::Lager => (to > from, "omhoog"),
    };
    is_wrong.then(|| {
        Diagnostic::at(
            Code::M156,
            richting.span,
            format!("`richting: {}` past niet bij het doel: dat gaat {goes}.", richting.value.word()),
        )
        .label("deze richting")
        .hint("Kijk of de richting klopt, en of nulmeting en streefwaarde kloppen.")
    })
}

/// One thing is counted in one unit, wherever in the document it is measured.
fn one_unit(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &Spanned<String>> = HashMap::new();
    let mut diagnostics = Vec::new();
    for indicator in document.themas().flat_map(|thema| &thema.indicatoren) {
        let Some(first) = seen.get(&indicator.titel.to_lowercase()) else {
            seen.insert(indicator.titel.to_lowercase(), &indicator.eenheid);
            continue;
        };
        if !first.value.eq_ignore_ascii_case(&indicator.eenheid.value) {
            diagnostics.push(other_unit(indicator, first.span, &first.value));
        }
    }
    diagnostics
}

fn other_unit(indicator: &Indicator, first: Span, unit: &str) -> Diagnostic {
    Diagnostic::at(
        Code::M157,
        indicator.eenheid.span,
        format!("“{}” staat er twee keer, in twee eenheden.", indicator.titel),
    )
    .label("hier is de eenheid een andere")
    .note(first, format!("hier is het `{unit}`"))
    .hint("Geef beide dezelfde eenheid, of een andere titel.")
}
