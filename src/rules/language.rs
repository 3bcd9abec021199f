//! **L**: plain Dutch. Readers are tenants and councillors, on level B1.

use super::{Finding, Reading, Rule};
use crate::diagnostic::{Code, Diagnostic};

pub const RULES: &[Rule] =
    &[Rule::texts(Code::L302, "Direct Duidelijk, schrijf korte zinnen", long_sentence).limit(30)];

/// Who has to look back for the beginning of a sentence loses the thread.
fn long_sentence(reading: &Reading) -> Vec<Finding> {
    let limit = reading.limit(Code::L302) as usize;
    let long = reading.prose.sentences().filter_map(|sentence| {
        let count = sentence.words().count();
        (count > limit).then(|| Finding {
            diagnostic: Diagnostic::at(
                Code::L302,
                sentence.span(),
                format!("Deze zin heeft {count} woorden."),
            )
            .label("lange zin")
            .hint("Maak er twee zinnen van."),
            afspraak: sentence.passage.afspraak.clone(),
        })
    });
    long.collect()
}
