//! The form of agreements: how many, how long, and goals with what serves them.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Finding, Scene, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::plain;
use crate::model::{Afspraak, Niveau, Overeenkomst, Slug};
use crate::parallel;

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
    let mut below: HashMap<&Slug, Vec<&Overeenkomst>> = HashMap::new();
    for document in &scene.project.overeenkomsten {
        if let Some(above) = &document.hoort_bij {
            below.entry(&above.value).or_default().push(document);
        }
    }
    let alone = |document: &Arc<Overeenkomst>| {
        let is_binding = document.soort.zijn_afspraken() && document.volledigheid.is_volledig();
        let below = below.get(&document.slug).map(Vec::as_slice).unwrap_or_default();
        let found = if is_binding { goals_alone(document, below) } else { Vec::new() };
        found.into_iter().map(goal_without_agreement).collect::<Vec<_>>()
    };
    parallel::of_each(&scene.project.overeenkomsten, alone).into_iter().flatten().collect()
}

/// The goals of a document that no agreement works out, in it or in those that stand below it.
fn goals_alone<'a>(document: &'a Overeenkomst, below: &[&'a Overeenkomst]) -> Vec<&'a Afspraak> {
    let is_goal = |afspraak: &&Afspraak| afspraak.niveau == Some(Niveau::Doel);
    let mut goals: Vec<&Afspraak> = document.lopende_afspraken().filter(is_goal).collect();
    let own = document.lopende_afspraken().flat_map(|afspraak| afspraak.onder.iter());
    let others = below.iter().flat_map(|other| other.lopende_afspraken());
    for served in own.chain(others.flat_map(|afspraak| afspraak.werkt_uit.iter())) {
        if goals.is_empty() {
            break;
        }
        goals.retain(|goal| goal.nummer != served.value);
    }
    goals
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
