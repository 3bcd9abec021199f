//! Areas and target groups that `site.yaml` lists and no document names.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Kenmerk, KenmerkFamilie, Overeenkomst, Project};

/// Where a document could not be read whole, any of them may be named in it.
pub fn check(project: &Project) -> Vec<Diagnostic> {
    let whole = |document: &Overeenkomst| document.volledigheid.is_volledig();
    if !project.documentenlijst.is_volledig()
        || !project.overeenkomsten.iter().all(|document| whole(document))
    {
        return Vec::new();
    }
    project.site.kenmerken.iter().filter(|kenmerk| !is_named(project, kenmerk)).map(|k| unused(k)).collect()
}

fn is_named(project: &Project, kenmerk: &Kenmerk) -> bool {
    let mut themas = project.overeenkomsten.iter().flat_map(|document| document.themas());
    themas.any(|thema| {
        thema.kenmerken.bevat(kenmerk) || thema.afspraken().any(|afspraak| afspraak.kenmerken.bevat(kenmerk))
    })
}

/// Its page would be empty.
fn unused(kenmerk: &Kenmerk) -> Diagnostic {
    let key = kenmerk.familie().word();
    let what = match kenmerk.familie() {
        KenmerkFamilie::Gebieden => "Het gebied",
        KenmerkFamilie::Doelgroepen => "De doelgroep",
    };
    let id = kenmerk.id.as_str();
    Diagnostic::at(Code::M115, kenmerk.span, format!("{what} `{id}` wordt nergens genoemd."))
        .label("niet gebruikt")
        .hint(format!(
            "Schrijf `{key}: {id}` bij een afspraak of in de kop van een thema, of haal het hier weg."
        ))
}
