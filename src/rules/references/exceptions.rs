//! Settings of rules that change nothing.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afspraak, Regelkeuze, Regelniveau, Toegestaan};
use crate::rules::{self, Allowed, Finding, Scene, Subject};

/// An exception that nothing needs any more hides the next mistake.
pub fn of_document(subject: &Subject, allowed: &Allowed) -> Vec<Finding> {
    let scene = subject.scene;
    let idle = subject.document.regels.keuzes.iter().filter(|keuze| {
        changes_nothing(
            keuze,
            |level| level == rules::level(scene, None, keuze.regel.value),
            scene.limit(keuze.regel.value),
        )
    });
    let settings = idle.map(|keuze| setting(keuze, "Zo weegt deze regel al op deze site."));
    let exceptions = subject.afspraken().flat_map(|(_, afspraak)| {
        let unused = move |toegestaan: &&Toegestaan| {
            let code = toegestaan.regel.value;
            rules::looks_at_documents(code) && !allowed.contains(&(afspraak.nummer.clone(), code))
        };
        afspraak.toegestaan.iter().filter(unused).map(|toegestaan| exception(afspraak, toegestaan))
    });
    // What could not be read may be what the rule would find.
    let complete = subject.document.volledigheid.is_volledig();
    settings.chain(exceptions.filter(|_| complete)).collect()
}

/// The same of what `site.yaml` says.
pub fn of_site(scene: &Scene) -> Vec<Finding> {
    let idle = scene.project.site.regels.keuzes.iter().filter(|keuze| {
        let code = keuze.regel.value;
        let limit = rules::find(code).and_then(|rule| rule.limit).unwrap_or_default();
        changes_nothing(keuze, |level| level == Some(code.severity()), limit)
    });
    idle.map(|keuze| setting(keuze, "Zo weegt deze regel al.")).collect()
}

/// Whether a setting says what holds without it.
fn changes_nothing(
    keuze: &Regelkeuze,
    is_level: impl Fn(Option<crate::diagnostic::Severity>) -> bool,
    limit: u32,
) -> bool {
    let same_level = keuze.niveau.is_none_or(|niveau: Regelniveau| is_level(rules::weight(niveau)));
    let same_limit = keuze.grens.is_none_or(|grens| grens == limit);
    (keuze.niveau.is_some() || keuze.grens.is_some()) && same_level && same_limit
}

fn setting(keuze: &Regelkeuze, message: &str) -> Finding {
    Diagnostic::at(Code::V204, keuze.regel.span, message)
        .label("verandert niets")
        .hint(format!("Haal {} hier weg.", keuze.regel.value))
        .into()
}

fn exception(afspraak: &Afspraak, toegestaan: &Toegestaan) -> Finding {
    let code = toegestaan.regel.value;
    let message = format!("De regel {code} vindt niets bij afspraak {}.", afspraak.nummer);
    Diagnostic::at(Code::V204, toegestaan.regel.span, message)
        .label("niet nodig")
        .hint(format!("Haal {code} hier weg onder `toegestaan`."))
        .into()
}
