//! The form of agreements: how many, how long, and goals with what serves them.

use std::collections::HashSet;

use super::{Finding, Scene, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::plain;
use crate::model::{Afspraak, AfspraakNummer, Niveau, Slug};

/// Nobody follows a theme with dozens of agreements; fewer and clearer ones are kept.
pub fn too_many(subject: &Subject) -> Vec<Finding> {
    let limit = subject.limit(Code::S110) as usize;
    let themas = subject.document.themas().filter_map(|thema| {
        let count = thema.lopende_afspraken().filter(|afspraak| !afspraak.going_concern).count();
        (count > limit).then(|| {
            let message = format!("Dit thema heeft {count} nieuwe afspraken. Dat is veel om te volgen.");
            Diagnostic::at(Code::S110, thema.span, message)
                .hint("Voeg afspraken samen, of zet wat gewoon doorgaat op de werkagenda met `going_concern: true`.")
                .into()
        })
    });
    themas.collect()
}

/// A title is read in lists and calendars, where nobody reads three lines to know what it is about.
pub fn long_title(subject: &Subject) -> Vec<Finding> {
    let limit = subject.limit(Code::S113) as usize;
    let found = subject.afspraken().filter_map(|(_, afspraak)| {
        let count = plain::inlines(&afspraak.titel).chars().count();
        let message = format!("De titel van afspraak {} heeft {count} tekens.", afspraak.nummer);
        (count > limit).then(|| {
            subject
                .at(afspraak, Code::S113, message)
                .label("lange titel")
                .hint("Noem in de titel alleen het onderwerp. Wie wat doet, staat al bij `wie:`.")
        })
    });
    found.collect()
}

/// A goal that nobody works on stays a wish. Goals for more years may be worked out in
/// a document for one of them, so that this looks at all documents.
pub fn goal_alone(scene: &Scene) -> Vec<Finding> {
    let served = served(scene);
    let documents = scene.project.overeenkomsten.iter();
    let binding =
        documents.filter(|document| document.soort.zijn_afspraken() && document.volledigheid.is_volledig());
    let mut found = Vec::new();
    for document in binding {
        let goals = document.lopende_afspraken().filter(|afspraak| afspraak.niveau == Some(Niveau::Doel));
        let alone = goals.filter(|goal| !served.contains(&(&document.slug, &goal.nummer)));
        found.extend(alone.map(goal_without_agreement));
    }
    found
}

/// The agreements that others work out, in their own document or in the one above.
fn served<'a>(scene: &'a Scene) -> HashSet<(&'a Slug, &'a AfspraakNummer)> {
    let mut served = HashSet::new();
    for document in &scene.project.overeenkomsten {
        for afspraak in document.lopende_afspraken() {
            served.extend(afspraak.onder.iter().map(|goal| (&document.slug, &goal.value)));
            if let Some(above) = &document.hoort_bij {
                served.extend(afspraak.werkt_uit.iter().map(|goal| (&above.value, &goal.value)));
            }
        }
    }
    served
}

fn goal_without_agreement(goal: &Afspraak) -> Finding {
    let message = format!("Aan doel {} werkt geen enkele afspraak.", goal.nummer);
    Finding::at_agreement(goal, Diagnostic::at(Code::S108, goal.span, message))
        .label("wie werkt hieraan?")
        .hint(format!(
            "Schrijf `onder: {}` bij de afspraken die aan dit doel werken, of maak er een.",
            goal.nummer
        ))
}
