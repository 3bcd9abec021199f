//! Goals, results and activities: what works out what (handbook line 581).

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Afspraak, AfspraakNummer, Overeenkomst};
use crate::order;
use crate::source::Spanned;

type ByNumber<'a> = HashMap<&'a AfspraakNummer, &'a Afspraak>;

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let known: ByNumber = document.afspraken().map(|afspraak| (&afspraak.nummer, afspraak)).collect();
    let mut found = Vec::new();
    for afspraak in document.afspraken() {
        let Some(onder) = &afspraak.onder else { continue };
        let Some(above) = known.get(&onder.value) else {
            found.extend(document.volledigheid.is_volledig().then(|| unknown(&known, onder)));
            continue;
        };
        if is_in_circle(&known, afspraak) {
            found.push(circle(afspraak, onder));
            continue;
        }
        found.extend(not_below(afspraak, above, onder));
        found.extend(below_an_ended_one(afspraak, above, onder));
    }
    found
}

/// An agreement works out one that is in the same document.
fn unknown(known: &ByNumber, onder: &Spanned<AfspraakNummer>) -> Diagnostic {
    // In the order of the document, whatever that of the map.
    let mut numbers: Vec<&str> = known.keys().map(|nummer| nummer.as_str()).collect();
    order::sort_by(&mut numbers, Ord::cmp);
    Diagnostic::at(
        Code::M116,
        onder.span,
        format!("Er is geen afspraak {} in deze overeenkomst.", onder.value),
    )
    .label("onbekend")
    .hint(
        did_you_mean(onder.value.as_str(), numbers).unwrap_or_else(|| {
            "Schrijf achter `onder:` het nummer van de afspraak die deze uitwerkt.".into()
        }),
    )
}

/// Whether the way up from an agreement leads back to it.
fn is_in_circle(known: &ByNumber, afspraak: &Afspraak) -> bool {
    let up = |from: &Afspraak| known.get(&from.onder.as_ref()?.value).copied();
    let mut above = up(afspraak);
    // As many steps as there are agreements: a circle further up has its own message.
    for _ in 0..known.len() {
        match above {
            None => return false,
            Some(found) if found.nummer == afspraak.nummer => return true,
            Some(found) => above = up(found),
        }
    }
    false
}

fn circle(afspraak: &Afspraak, onder: &Spanned<AfspraakNummer>) -> Diagnostic {
    let message = if afspraak.nummer == onder.value {
        format!("Afspraak {} kan niet zichzelf uitwerken.", afspraak.nummer)
    } else {
        format!("Afspraak {} werkt {} uit, en die werkt weer {0} uit.", afspraak.nummer, onder.value)
    };
    Diagnostic::at(Code::M117, onder.span, message)
        .label("zo ontstaat een kring")
        .hint("Haal bij één van deze afspraken de regel `onder:` weg.")
}

/// A result works out a goal, an activity works out a result or a goal.
fn not_below(afspraak: &Afspraak, above: &Afspraak, onder: &Spanned<AfspraakNummer>) -> Option<Diagnostic> {
    let (own, higher) = (afspraak.niveau?, above.niveau?);
    let also = if own == higher { "ook " } else { "" };
    (own <= higher).then(|| {
        Diagnostic::at(
            Code::M118,
            onder.span,
            format!(
                "Afspraak {} is een {}, en kan {} niet uitwerken: dat is {also}een {}.",
                afspraak.nummer,
                own.word(),
                above.nummer,
                higher.word()
            ),
        )
        .label("staat niet hoger")
        .note(above.span, format!("dit is een {}", higher.word()))
        .hint("Een resultaat werkt een doel uit. Een activiteit werkt een resultaat of een doel uit.")
    })
}

fn below_an_ended_one(
    afspraak: &Afspraak,
    above: &Afspraak,
    onder: &Spanned<AfspraakNummer>,
) -> Option<Diagnostic> {
    (afspraak.loopt() && !above.loopt()).then(|| {
        Diagnostic::at(
            Code::M121,
            onder.span,
            format!("Afspraak {} is beëindigd, maar {} werkt haar nog uit.", above.nummer, afspraak.nummer),
        )
        .label("deze afspraak loopt niet meer")
        .note(above.span, "hier staat dat zij is beëindigd")
        .hint("Beëindig deze afspraak ook, of noem achter `onder:` een afspraak die nog loopt.")
    })
}
