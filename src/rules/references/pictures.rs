//! Pictures that no text shows.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Project;
use crate::order::SortedSet;
use crate::picture;
use crate::rules::{Finding, Scene};
use crate::source::ContentPath;

/// What is not shown is not published either: an author may well think that it is.
pub fn never_named(scene: &Scene) -> Vec<Finding> {
    if !is_complete(scene.project) {
        return Vec::new();
    }
    let named: SortedSet<&ContentPath> = scene.project.genoemde_bestanden();
    let media = scene.sources.media().keys().filter(|path| picture::is_shown(path));
    let lost = media.filter(|path| !named.contains(path) && !is_in_unused_basis(scene, path));
    lost.map(|path| {
        let message = format!("Geen tekst toont de afbeelding `{path}`. Zij komt dus niet op de site.");
        Diagnostic::in_file(Code::V202, path.clone(), message)
            .hint("Zet de afbeelding in een tekst: `![Wat er te zien is](…)`. Is zij niet meer nodig, haal het bestand dan weg.")
            .into()
    })
    .collect()
}

/// Whether a text that could not be read may name what seems to be lost.
fn is_complete(project: &Project) -> bool {
    project.documentenlijst.is_volledig()
        && project.verwijzingenlijst.is_volledig()
        && project.site.partijenlijst.is_volledig()
        && project.overeenkomsten.iter().all(|document| document.volledigheid.is_volledig())
}

/// Of a base that no document uses, that is what is told.
fn is_in_unused_basis(scene: &Scene, path: &ContentPath) -> bool {
    scene.project.bases.iter().any(|basis| {
        let folder = scene.sources.file(basis.source).path.folder();
        path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
            && !scene
                .project
                .overeenkomsten
                .iter()
                .any(|document| document.basis.as_ref().is_some_and(|used| used.source == basis.source))
    })
}
