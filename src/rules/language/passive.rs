//! Sentences that hide who does something.

use super::{at, tokens};
use crate::diagnostic::Code;
use crate::rules::participle::is_participle;
use crate::rules::prose::{Kind, Sentence};
use crate::rules::{Finding, Reading};

/// In one passive sentence the doer may not matter; after three, readers do not know
/// any more who does anything.
pub fn in_a_row(reading: &Reading) -> Vec<Finding> {
    let limit = (reading.limit(Code::L303) as usize).max(1);
    let mut found = Vec::new();
    let texts = reading.prose.passages.iter().filter(|passage| passage.kind == Kind::Text);
    for sentences in texts.map(|passage| passage.sentences().collect::<Vec<_>>()) {
        for row in sentences.chunk_by(|first, second| is_passive(first) == is_passive(second)) {
            let [first, .., last] = row else { continue };
            if row.len() < limit || !is_passive(first) {
                continue;
            }
            let text = format!("{} zinnen achter elkaar zeggen niet wie iets doet.", number(row.len()));
            let place = first.range.start..last.range.end;
            let finding = at(Code::L303, first.passage, place, text).label("lijdende vorm");
            found.push(finding.hint("Begin met wie het doet, zoals “De gemeente beslist …”."));
        }
    }
    found
}

fn number(count: usize) -> String {
    match count {
        2 => "Twee".into(),
        3 => "Drie".into(),
        4 => "Vier".into(),
        5 => "Vijf".into(),
        _ => count.to_string(),
    }
}

/// Whether a sentence has a form of *worden* with a participle, and does not say by whom.
pub fn is_passive(sentence: &Sentence) -> bool {
    let all = tokens(sentence.passage, sentence.range.clone());
    let becomes =
        all.iter().any(|word| matches!(word.lower, "wordt" | "worden" | "werd" | "werden" | "geworden"));
    becomes && all.iter().any(|word| is_participle(word.lower))
}
