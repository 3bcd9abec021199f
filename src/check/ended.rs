//! Agreements that ended before their document (handbook line 202).

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Afspraak, AfspraakNummer, Beeindiging, EindReden, Overeenkomst};
use crate::source::Spanned;

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for afspraak in document.afspraken() {
        let Some(einde) = &afspraak.beeindigd else { continue };
        found.extend(within_the_term(document, einde));
        found.extend(successor_is_named(afspraak, einde));
        if let Some(door) = &einde.door {
            found.extend(successor_fits(document, afspraak, einde, door));
        }
    }
    found
}

/// What ends before the term never held; what ends after it ends with its document.
fn within_the_term(document: &Overeenkomst, einde: &Beeindiging) -> Option<Diagnostic> {
    let (per, looptijd) = (einde.per.value, document.looptijd);
    if looptijd.van() <= per && per <= looptijd.tot_en_met() {
        return None;
    }
    let when = if per < looptijd.van() {
        format!("voor de looptijd begint ({})", looptijd.van().voluit())
    } else {
        format!("na de looptijd ({})", looptijd.tot_en_met().voluit())
    };
    Some(
        Diagnostic::at(Code::M119, einde.per.span, format!("Deze afspraak eindigt {when}."))
            .label("valt buiten de looptijd")
            .hint("Kies een dag binnen de looptijd van deze overeenkomst."),
    )
}

/// Who reads that an agreement was replaced wants to know by which.
fn successor_is_named(afspraak: &Afspraak, einde: &Beeindiging) -> Option<Diagnostic> {
    let missing = einde.reden.value == EindReden::Vervangen
        && einde.door.is_none()
        && afspraak.volledigheid.is_volledig();
    missing.then(|| {
        Diagnostic::at(
            Code::M120,
            einde.reden.span,
            format!("Afspraak {} is vervangen, maar er staat niet door welke.", afspraak.nummer),
        )
        .label("door welke afspraak?")
        .hint("Schrijf er `door: …` bij, met het nummer van de afspraak die ervoor in de plaats komt.")
    })
}

/// The agreement that came in its place is another one, is there, and the
/// reason is that it did.
fn successor_fits(
    document: &Overeenkomst,
    afspraak: &Afspraak,
    einde: &Beeindiging,
    door: &Spanned<AfspraakNummer>,
) -> Option<Diagnostic> {
    let at = |message: String| Diagnostic::at(Code::M120, door.span, message);
    if einde.reden.value != EindReden::Vervangen {
        return Some(
            at(format!("Hier staat een opvolger, maar de reden is `{}`.", einde.reden.value.word()))
                .label("alleen bij `vervangen`")
                .note(einde.reden.span, "de reden")
                .hint("Schrijf `reden: vervangen`, of haal `door:` weg."),
        );
    }
    if door.value == afspraak.nummer {
        return Some(
            at(format!("Afspraak {} kan niet door zichzelf zijn vervangen.", afspraak.nummer))
                .label("dit is dezelfde afspraak")
                .hint("Geef de nieuwe afspraak een eigen nummer, en noem dat hier."),
        );
    }
    let known = || document.afspraken().map(|afspraak| afspraak.nummer.as_str());
    let missing = document.volledigheid.is_volledig() && !known().any(|nummer| nummer == door.value.as_str());
    missing.then(|| {
        at(format!("Er is geen afspraak {} in deze overeenkomst.", door.value)).label("onbekend").hint(
            did_you_mean(door.value.as_str(), known())
                .unwrap_or_else(|| "Noem het nummer van een afspraak in deze overeenkomst.".into()),
        )
    })
}
