//! Sentences in another language.

use super::is_any;
use crate::diagnostic::{Code, Diagnostic};
use crate::rules::prose::Sentence;
use crate::rules::{Finding, Reading};

/// A language by its commonest small words, without those that are Dutch words too.
struct Language {
    name: &'static str,
    words: &'static [&'static str],
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "Engels",
        words: &[
            "and", "are", "be", "been", "by", "can", "for", "from", "has", "have", "it", "its", "not", "on",
            "our", "shall", "should", "that", "the", "their", "these", "they", "this", "to", "which", "who",
            "with", "would", "you", "your",
        ],
    },
    Language {
        name: "Duits",
        words: &[
            "auch", "auf", "aus", "dass", "dem", "eine", "einen", "einer", "für", "ist", "mit", "nicht",
            "oder", "sich", "sie", "sind", "und", "von", "werden", "wir", "wird", "zu", "zum", "zur",
        ],
    },
    Language {
        name: "Frans",
        words: &[
            "au", "aux", "avec", "ce", "cette", "dans", "des", "du", "est", "et", "il", "la", "le", "les",
            "nous", "par", "pas", "pour", "qui", "sont", "sur", "un", "une", "vous",
        ],
    },
];

/// The commonest small words of Dutch.
const DUTCH: &[&str] = &[
    "aan", "bij", "de", "die", "dat", "een", "en", "er", "het", "in", "met", "niet", "of", "om", "ook", "op",
    "te", "uit", "van", "voor", "wij", "worden", "wordt", "zij", "zijn",
];

/// Shorter than this, it may be a name or a title.
const SENTENCE: usize = 6;

/// A voice that reads Dutch makes nothing of English, and the site says that all of it is Dutch.
pub fn other_language(reading: &Reading) -> Vec<Finding> {
    let all = reading.prose.sentences().filter_map(|sentence| {
        let language = language_of(&sentence)?;
        let message = format!("Deze zin lijkt {language}.");
        let diagnostic = Diagnostic::at(Code::T207, sentence.span(), message).label("andere taal").hint(
            "Vertaal de zin. Hoort de zin er echt zo te staan, vertel dan in het Nederlands wat er staat.",
        );
        Some(Finding { diagnostic, afspraak: sentence.passage.afspraak.clone() })
    });
    all.collect()
}

fn language_of(sentence: &Sentence) -> Option<&'static str> {
    let words: Vec<&str> = sentence.words().map(|(_, word)| word).collect();
    let count = |list: &[&str]| words.iter().filter(|word| is_any(word, list)).count();
    let dutch = count(DUTCH);
    if words.len() < SENTENCE || words.len() <= 3 * dutch {
        return None;
    }
    LANGUAGES.iter().find_map(|language| {
        let own = count(language.words);
        // Of running text, about a third are small words; of Dutch with foreign names in it, few are foreign.
        (own >= 3 && own * 5 >= words.len() && own > 2 * dutch).then_some(language.name)
    })
}
