//! Words that promise nothing: vague intentions, vague times, and acts that leave
//! nothing to check.

use std::ops::Range;

use super::super::prose::{Kind, Passage, Sentence, Word, lower};
use super::actors::Actors;
use super::phrases::{EFFECTS, INTENTIONS, SOFT_ACTS, SOMETIMES, TIMES, find_phrase};
use super::read::{Whole, agreements, has_date, has_term, worked_out};
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Wanneer};

/// Who only strives cannot fail, so that nobody can be asked why it did not happen.
pub fn vague_intention(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let actors = Actors::of(subject.document);
    let mut found = Vec::new();
    for whole in agreements(subject) {
        if worked_out.contains(&whole.afspraak.nummer) {
            continue;
        }
        let Some((passage, range)) = unmeasured_intention(&whole, &actors) else { continue };
        let message = format!("“{}” zegt niet wat er gebeurt.", &passage.text[range.clone()]);
        let hint = "Schrijf wat de partij doet, hoeveel of voor wanneer. Weet u dat nog niet, maak er dan een `soort: intentie` met een `voorwaarde:` van.";
        let diagnostic = Diagnostic::at(Code::S104, passage.span(range), message).label("vaag voornemen");
        found.push(Finding::at_agreement(whole.afspraak, diagnostic).hint(hint));
    }
    found
}

/// Whether an agreement strives for something, and says neither how much nor when.
pub fn has_vague_intention(whole: &Whole, actors: &Actors) -> bool {
    unmeasured_intention(whole, actors).is_some()
}

/// The first words of an agreement that only intend, when it has no measure and no moment.
fn unmeasured_intention<'w>(whole: &'w Whole, actors: &Actors) -> Option<(&'w Passage, Range<usize>)> {
    if whole.afspraak.soort == AfspraakSoort::Oneens {
        return None;
    }
    let vague = |sentence: Sentence<'w>| {
        let text = sentence.lower();
        let effect = || find_phrase(text, EFFECTS).filter(|_| somebody_acts(sentence.passage, text, actors));
        Some((sentence.passage, find_phrase(text, INTENTIONS).or_else(effect)?))
    };
    let first = readable(whole).flat_map(Passage::sentences).find_map(vague)?;
    (!whole.has_measure() && !whole.has_moment()).then_some(first)
}

/// All but its tables.
fn readable<'w>(whole: &'w Whole) -> impl Iterator<Item = &'w Passage> {
    whole.passages.iter().copied().filter(|passage| passage.kind != Kind::Cell)
}

/// Whether a sentence is of what somebody does: a title, a fact, or one with a party in it.
fn somebody_acts(passage: &Passage, text: &[Word], actors: &Actors) -> bool {
    let all = |(_, word): &Word| ["er", "partijen", "we", "wij"].contains(&word.as_str());
    passage.kind != Kind::Text || text.iter().any(all) || actors.act(text)
}

/// What has no day is done when there is time for it, and that is never.
pub fn vague_time(subject: &Subject) -> Vec<Finding> {
    let actors = Actors::of(subject.document);
    let mut found = Vec::new();
    for whole in agreements(subject) {
        let dated = matches!(whole.afspraak.wanneer, Some(Wanneer::Datum(_) | Wanneer::Maand(_)));
        for passage in readable(&whole) {
            // Below what a party does stands for which day.
            if dated && whole.is_contribution(passage) {
                continue;
            }
            found.extend(passage.sentences().filter_map(|sentence| {
                let text = sentence.lower();
                let often = || find_phrase(text, SOMETIMES).filter(|_| somebody_acts(passage, text, &actors));
                let range = find_phrase(text, TIMES).or_else(often)?;
                if has_date(text) || has_term(text) {
                    return None;
                }
                let message = format!("“{}” kan van alles betekenen.", &passage.text[range.clone()]);
                let diagnostic =
                    Diagnostic::at(Code::S105, passage.span(range), message).label("wanneer is dat?");
                let finding = Finding::at_agreement(whole.afspraak, diagnostic);
                Some(finding.hint(
                    "Noem een dag, een maand of een termijn, zoals “voor 1 mei” of “binnen zes weken”.",
                ))
            }));
        }
    }
    found
}

/// Of an act with a day but without an outcome nobody can say, when the day is there,
/// whether it was done.
pub fn nothing_to_check(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let actors = Actors::of(subject.document);
    let found = agreements(subject).into_iter().filter_map(|whole| {
        let afspraak = whole.afspraak;
        let acts = matches!(afspraak.soort, AfspraakSoort::Handeling | AfspraakSoort::Transactie);
        // Of what goes on for ever, that it has no measure says the same.
        let once = !matches!(afspraak.wanneer, None | Some(Wanneer::Jaarlijks | Wanneer::Doorlopend));
        let soft = !afspraak.wie.is_empty() && afspraak.wie.iter().all(|inzet| is_soft(&inzet.tekst));
        let unclear = acts
            && once
            && soft
            && afspraak.volledigheid.is_volledig()
            && !whole.has_measure()
            && !worked_out.contains(&afspraak.nummer)
            && !has_vague_intention(&whole, &actors);
        unclear.then(|| {
            let message =
                format!("Van afspraak {} kunt u straks niet nagaan of zij is gedaan.", afspraak.nummer);
            subject.at(afspraak, Code::S111, message).label("wat ligt er dan?").hint(
                "Schrijf bij ten minste één partij wat er op die dag is: een aantal, een plan, een besluit.",
            )
        })
    });
    found.collect()
}

/// Whether what a party does only helps, joins in or strives.
pub fn is_soft(text: &str) -> bool {
    let words = lower(text);
    let begins = |phrases: &[&str]| find_phrase(&words, phrases).is_some_and(|range| range.start == 0);
    begins(SOFT_ACTS) || [INTENTIONS, EFFECTS].iter().any(|phrases| find_phrase(&words, phrases).is_some())
}
