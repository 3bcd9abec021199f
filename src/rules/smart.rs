//! **S**: what makes an agreement one that can be kept: who, what, how much, when.

use super::{Finding, Rule, Subject};
use crate::diagnostic::{Code, Diagnostic};

pub const RULES: &[Rule] =
    &[Rule::document(Code::S110, "Handreiking prestatieafspraken, regel 245", too_many).limit(25)];

/// Nobody follows a theme with dozens of agreements; fewer and clearer ones are kept.
fn too_many(subject: &Subject) -> Vec<Finding> {
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
