//! When: days within the term, and days for what is only intended.

use super::read::{agreements, first_and_last, place_of};
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Periode, Wanneer};

/// Nobody can be asked for what falls due when the document binds nobody any more,
/// or was due before it did.
pub fn outside_the_term(subject: &Subject) -> Vec<Finding> {
    let looptijd = subject.document.looptijd;
    let found = subject.afspraken().filter_map(|(_, afspraak)| {
        let side = side(afspraak.wanneer.as_ref()?, looptijd)?;
        let place = place_of(subject.scene.sources, afspraak, "wanneer");
        let (van, tot) = (looptijd.van().voluit(), looptijd.tot_en_met().voluit());
        let diagnostic = Diagnostic::at(
            Code::S101,
            place,
            format!("De datum van afspraak {} ligt {side} de looptijd van deze overeenkomst.", afspraak.nummer),
        );
        let finding = Finding::at_agreement(afspraak, diagnostic).label("buiten de looptijd");
        Some(finding.hint(format!(
            "De looptijd is van {van} tot en met {tot}. Kies een dag daarbinnen, of schrijf wat er dan klaar is."
        )))
    });
    found.collect()
}

/// On which side of the term something lies, when it does not lie in it. A year or
/// month that is partly in it, is in it.
fn side(wanneer: &Wanneer, looptijd: Periode) -> Option<&'static str> {
    let (van, tot) = first_and_last(wanneer)?;
    let whole_stretch = matches!(wanneer, Wanneer::Periode(_));
    if tot < looptijd.van() {
        Some("voor")
    } else if van > looptijd.tot_en_met() || (whole_stretch && tot > looptijd.tot_en_met()) {
        Some("na")
    } else {
        None
    }
}

/// An intention without a day on which parties look again is one that everybody forgets.
pub fn intention_without_date(subject: &Subject) -> Vec<Finding> {
    let found = agreements(subject).into_iter().filter_map(|whole| {
        let afspraak = whole.afspraak;
        let undated = afspraak.soort == AfspraakSoort::Intentie
            && afspraak.wanneer.is_none()
            && afspraak.volledigheid.is_volledig()
            && !whole.names_a_day();
        undated.then(|| {
            let message = format!("Intentie {} heeft geen datum.", afspraak.nummer);
            subject
                .at(afspraak, Code::S109, message)
                .label("wanneer kijken partijen hier weer naar?")
                .hint("Schrijf bij `wanneer:` voor welke dag of in welk jaar duidelijk is of het doorgaat.")
        })
    });
    found.collect()
}
