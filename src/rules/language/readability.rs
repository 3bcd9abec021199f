//! How hard a text reads as a whole: long sentences and paragraphs, long words.

use super::{at, is_quoted, syllables::syllables};
use crate::diagnostic::Code;
use crate::rules::prose::{Kind, Passage, Sentence, words};
use crate::rules::{Finding, Reading};

/// Of fewer words a score says more about one name than about the text.
const ENOUGH_WORDS: usize = 80;

/// Who has to work at every sentence gives up, or reads something else than what was
/// agreed on.
pub fn hard_section(reading: &Reading) -> Vec<Finding> {
    let limit = f64::from(reading.limit(Code::L301));
    // What parties do is read as much as the text below it.
    let is_read = |passage: &&Passage| matches!(passage.kind, Kind::Text | Kind::Fact);
    let read: Vec<&Passage> = reading.prose.passages.iter().filter(is_read).collect();
    let hard = read.chunk_by(|first, second| first.section == second.section).filter_map(|section| {
        let score = Score::of(section)?;
        (score.douma() < limit).then(|| {
            let first = section.iter().find(|passage| passage.kind == Kind::Text).unwrap_or(&section[0]);
            let text = format!("De tekst onder dit kopje is {}: {}.", score.in_words(), score.why());
            at(Code::L301, first, 0..first.text.len(), text)
                .label(format!("score {:.0}; vanaf {limit:.0} is het goed", score.douma().max(0.0)))
                .hint("Maak zinnen korter en vervang lange woorden.")
        })
    });
    hard.collect()
}

/// What the formula of Douma counts.
struct Score {
    per_sentence: f64,
    per_word: f64,
}

impl Score {
    /// Of a section with enough words.
    fn of(section: &[&Passage]) -> Option<Self> {
        let (mut sentence_count, mut word_count, mut syllable_count) = (0, 0, 0);
        for sentence in section.iter().flat_map(|passage| passage.sentences()) {
            sentence_count += 1;
            for (_, word) in sentence.words() {
                word_count += 1;
                syllable_count += syllables(word);
            }
        }
        (word_count >= ENOUGH_WORDS).then(|| Self {
            per_sentence: word_count as f64 / f64::from(sentence_count.max(1)),
            per_word: syllable_count as f64 / word_count as f64,
        })
    }

    /// Reading ease by Flesch, with the weights of Douma for Dutch.
    fn douma(&self) -> f64 {
        206.84 - 0.93 * self.per_sentence - 77.0 * self.per_word
    }

    /// Douma's own names for the scores.
    fn in_words(&self) -> &'static str {
        match self.douma() {
            score if score < 30.0 => "zeer moeilijk",
            score if score < 45.0 => "moeilijk",
            score if score < 60.0 => "tamelijk moeilijk",
            _ => "moeilijker dan u wilt",
        }
    }

    fn why(&self) -> String {
        let number = |value: f64, decimals: usize| format!("{value:.decimals$}").replace('.', ",");
        format!(
            "gemiddeld {} woorden in een zin en {} lettergrepen in een woord",
            number(self.per_sentence, 0),
            number(self.per_word, 1)
        )
    }
}

/// Who has to look back for the beginning of a sentence loses the thread.
pub fn long_sentence(reading: &Reading) -> Vec<Finding> {
    let limit = reading.limit(Code::L302) as usize;
    let names: Vec<&str> =
        reading.scene.project.site.partijen.iter().map(|partij| partij.naam.as_str()).collect();
    let long = reading.prose.sentences().filter_map(|sentence| {
        if sentence.words().count() <= limit {
            return None;
        }
        let count = own_words(&sentence, &names);
        (count > limit).then(|| {
            at(
                Code::L302,
                sentence.passage,
                sentence.range.clone(),
                format!("Deze zin heeft {count} woorden."),
            )
            .label("lange zin")
            .hint("Maak er twee zinnen van, of een lijst.")
        })
    });
    long.collect()
}

/// The words of a sentence without those that its author could not leave out: a party
/// counts as one word, and what is quoted does not count.
fn own_words(sentence: &Sentence, names: &[&str]) -> usize {
    let text = sentence.text();
    let count = sentence.words().filter(|(range, _)| !is_quoted(sentence.passage, range.start)).count();
    let longer = |name: &&str| text.matches(*name).count() * (words(name).count().saturating_sub(1));
    count.saturating_sub(names.iter().map(longer).sum())
}

/// A wall of text is not read; a paragraph with one thought is.
pub fn long_paragraph(reading: &Reading) -> Vec<Finding> {
    let limit = reading.limit(Code::L310) as usize;
    let texts = reading.prose.passages.iter().filter(|passage| passage.kind == Kind::Text);
    let long = texts.filter_map(|passage| {
        let count = words(&passage.text).count();
        (count > limit).then(|| {
            at(Code::L310, passage, 0..passage.text.len(), format!("Deze alinea heeft {count} woorden."))
                .label("lange alinea")
                .hint("Zet een witregel waar een nieuwe gedachte begint, of maak er een lijst van.")
        })
    });
    long.collect()
}
