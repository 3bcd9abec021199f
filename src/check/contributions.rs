//! What parties put in (handbook lines 208 and 501).

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Inzet, Overeenkomst, Rol, Thema};

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for thema in document.themas() {
        found.extend(several_act(document, thema));
        for inzet in thema.afspraken().flat_map(|afspraak| &afspraak.wie) {
            found.extend(tenants_do_not_invest(inzet));
            found.extend(within_the_term(document, inzet));
        }
    }
    found
}

/// From how many agreements on it is telling that one role alone acts in them.
const TELLING: usize = 3;

/// Agreements are more than a list of what one party does (line 208).
fn several_act(document: &Overeenkomst, thema: &Thema) -> Option<Diagnostic> {
    let acting = || thema.lopende_afspraken().filter(|afspraak| !afspraak.wie.is_empty());
    let all_read = thema.afspraken().all(|afspraak| afspraak.volledigheid.is_volledig());
    let rol = acting().flat_map(|afspraak| &afspraak.wie).next()?.partij.rol;
    let alone = acting().flat_map(|afspraak| &afspraak.wie).all(|inzet| inzet.partij.rol == rol);
    let has_others = document.partijen.iter().any(|partij| partij.rol != rol);
    let telling =
        all_read && document.volledigheid.is_volledig() && has_others && acting().count() >= TELLING;
    (telling && alone).then(|| {
        Diagnostic::at(
            Code::W114,
            thema.span,
            format!("In het thema “{}” doet alleen {} iets.", thema.titel, with_article(rol)),
        )
        .label("niemand anders staat bij `wie`")
        .hint(
            "Vraag bij elke afspraak: wat heeft deze partij van de anderen nodig? Zet dat er bij `wie` bij.",
        )
    })
}

fn with_article(rol: Rol) -> &'static str {
    match rol {
        Rol::Gemeente => "de gemeente",
        Rol::Corporatie => "de corporatie",
        Rol::Huurdersorganisatie => "de huurdersorganisatie",
        Rol::Bewonerscommissie => "de bewonerscommissie",
        Rol::Zorgpartij => "de zorgpartij",
        Rol::Overig => "één soort partij",
    }
}

/// The tenants are not asked to invest (line 501).
fn tenants_do_not_invest(inzet: &Inzet) -> Option<Diagnostic> {
    let asked = inzet.partij.rol.is_huurders() && inzet.bijdrage.as_ref()?.samen().is_some();
    asked.then(|| {
        Diagnostic::at(Code::W105, inzet.span, format!("Hier staat een bedrag bij {}.", inzet.partij.naam))
            .label("huurders investeren niet")
            .hint("Zet het bedrag bij de partij die betaalt, en schrijf hier wat de huurders doen.")
    })
}

/// Money is agreed on for the years of the document.
fn within_the_term(document: &Overeenkomst, inzet: &Inzet) -> Vec<Diagnostic> {
    let (van, tot) = (document.looptijd.van().jaar(), document.looptijd.tot_en_met().jaar());
    let years = inzet.bijdrage.iter().flat_map(|bijdrage| &bijdrage.bedragen).flat_map(|deel| &deel.jaar);
    let outside = years.filter(|jaar| jaar.value < van || jaar.value > tot);
    outside
        .map(|jaar| {
            Diagnostic::at(
                Code::W104,
                jaar.span,
                format!("Het jaar {} valt buiten de looptijd van deze overeenkomst.", jaar.value),
            )
            .label("buiten de looptijd")
            .hint(format!(
                "De looptijd is van {} tot en met {}.",
                document.looptijd.van().voluit(),
                document.looptijd.tot_en_met().voluit()
            ))
        })
        .collect()
}
