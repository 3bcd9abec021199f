//! The lists beside `site.yaml`: terms that point at each other, files that the
//! register names, covenants that nobody names.

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::Project;
use crate::order::SortedSet;
use crate::source::{ContentPath, Sources, Spanned};

pub fn check(project: &Project, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = terms_that_explain_more(project);
    found.extend(project.verwijzingen.bestanden().filter_map(|file| is_there(file, sources)));
    found.extend(named_somewhere(project));
    found
}

/// A term points at another one of the glossary.
fn terms_that_explain_more(project: &Project) -> Vec<Diagnostic> {
    if !project.begrippenlijst.is_volledig() {
        return Vec::new();
    }
    let known = || project.begrippen.iter().flat_map(|begrip| begrip.namen());
    let lost = |term: &&Spanned<String>| project.begrippen.find(&term.value).is_none();
    let terms = project.begrippen.iter().flat_map(|begrip| &begrip.zie).filter(lost);
    terms
        .map(|term| {
            Diagnostic::at(
                Code::V111,
                term.span,
                format!("Het begrip `{}` staat niet in `begrippen.yaml`.", term.value),
            )
            .label("onbekend begrip")
            .hint(
                did_you_mean(&term.value, known())
                    .unwrap_or_else(|| "Zet het begrip erbij, of haal het hier weg.".into()),
            )
        })
        .collect()
}

/// A file that the register names can be published.
fn is_there(file: &Spanned<ContentPath>, sources: &Sources) -> Option<Diagnostic> {
    let path = &file.value;
    if sources.media().contains_key(path) || sources.unread().contains(path) {
        return None;
    }
    let known = sources.media().keys().map(ContentPath::as_str);
    Some(
        Diagnostic::at(Code::V115, file.span, format!("Het bestand `{path}` is er niet."))
            .label("bestand ontbreekt")
            .hint(did_you_mean(path.as_str(), known).unwrap_or_else(|| {
                "Zet het bestand in de map `media` (bijvoorbeeld een PDF), en kijk de naam na.".into()
            })),
    )
}

/// What parties promised each other elsewhere stands in the register because an
/// agreement rests on it (handbook line 485).
fn named_somewhere(project: &Project) -> Vec<Diagnostic> {
    let whole = project.documentenlijst.is_volledig()
        && project.overeenkomsten.iter().all(|document| document.volledigheid.is_volledig());
    if !whole {
        return Vec::new();
    }
    let documents = project.overeenkomsten.iter().map(|document| &document.noemt);
    let named = documents.chain(project.paginas.iter().map(|pagina| &pagina.noemt));
    let named: SortedSet<&str> = named.flat_map(|mentions| &mentions.sources).map(|id| id.as_str()).collect();
    // A name that leads nowhere may be the one of an entry that seems to have none.
    if named.iter().any(|id| project.verwijzingen.find(id).is_none()) {
        return Vec::new();
    }
    let lost =
        project.verwijzingen.iter().filter(|found| found.soort.bindt() && !named.contains(found.id.as_str()));
    lost.map(|verwijzing| {
        let id = verwijzing.id.as_str();
        Diagnostic::at(Code::V114, verwijzing.span, format!("Geen tekst of afspraak noemt `{id}`."))
            .label("nergens genoemd")
            .hint(format!("Schrijf `verwijzingen: {id}` bij een afspraak of in de kop van een thema."))
    })
    .collect()
}
