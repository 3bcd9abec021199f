//! **G**: figures and money in texts.

mod housing;
mod money;
mod numbers;
mod shares;

use super::prose::Passage;
use super::{Rule, Subject};
use crate::diagnostic::Code;
use crate::model::Afspraak;

pub const RULES: &[Rule] = &[
    Rule::document(Code::G201, "Handreiking prestatieafspraken, regel 377", money::undated),
    Rule::document(Code::G202, "Handreiking prestatieafspraken, regel 372 en 373", housing::rent_sum),
    Rule::document(Code::G203, "Handreiking prestatieafspraken, regel 377 en 379", housing::free_allocation),
    Rule::texts(Code::G204, "Rekenen: delen van een geheel zijn samen 100 procent", shares::not_a_whole),
    Rule::document(Code::G205, "Handreiking prestatieafspraken, regel 270", money::undivided),
    Rule::document(Code::G206, "Handreiking prestatieafspraken, regel 232", shares::of_nothing),
];

/// An agreement with its words.
struct Words<'s> {
    afspraak: &'s Afspraak,
    passages: Vec<&'s Passage>,
}

impl Words<'_> {
    /// All of them in small letters, to look for words in.
    fn lower(&self) -> String {
        let mut all = String::new();
        for passage in &self.passages {
            all.push_str(&passage.text.to_lowercase());
            all.push('\n');
        }
        all
    }
}

/// The agreements of a document that still hold, each with its words.
fn agreements<'s>(subject: &'s Subject) -> Vec<Words<'s>> {
    let mut texts = subject.prose().by_afspraak();
    let with_words = subject.afspraken().map(|(_, afspraak)| Words {
        afspraak,
        passages: texts.remove(&afspraak.nummer).unwrap_or_default(),
    });
    with_words.collect()
}
