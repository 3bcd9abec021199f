//! How many syllables a Dutch word has, from its letters alone.

/// Vowels that are one sound, written with more letters; longest first.
/// Not `ea`, `eo`, `ia`, `io`, `oa` and such: those are two (*thea-ter* aside).
const ONE_SOUND: &[&str] = &[
    "aai", "ooi", "oei", "eau", "eeu", "ieu", "ëe", "ëi", "aa", "ee", "ie", "oe", "oo", "uu", "ui", "eu",
    "ou", "au", "ei", "ai", "oi",
];

/// The syllables of a word, at least one. A number counts as one: readers see it
/// at a glance. Letters that are named one by one (`WSW`) count each.
pub fn syllables(word: &str) -> usize {
    if !word.contains(char::is_alphabetic) {
        return 1;
    }
    let parts = word.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    parts.map(of_part).sum::<usize>().max(1)
}

fn of_part(part: &str) -> usize {
    let letters = part.chars().count();
    if letters > 1 && part.chars().all(char::is_uppercase) && letters <= 5 {
        return letters;
    }
    let lower = part.to_lowercase();
    let mut rest = lower.as_str();
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let length = match vowels_at(rest) {
            Some(length) => {
                count += 1;
                length
            }
            None => first.len_utf8(),
        };
        rest = &rest[length..];
    }
    count.max(1)
}

/// How many bytes the vowels of one syllable take at the beginning of `rest`.
fn vowels_at(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    // `ij` and the `y` that stands for it.
    if rest.starts_with("ij") {
        return Some(2);
    }
    if let Some(known) = ONE_SOUND.iter().find(|known| rest.starts_with(**known)) {
        return Some(known.len());
    }
    // `qu` is a consonant; the `y` before a vowel is one too (*yoghurt*), else it is a vowel.
    if first == 'y' {
        let next = rest[1..].chars().next();
        return (!next.is_some_and(is_vowel)).then_some(1);
    }
    is_vowel(first).then_some(first.len_utf8())
}

/// A vowel; with a trema it begins a syllable of its own, with another sign it is itself.
fn is_vowel(letter: char) -> bool {
    "aeiouäëïöüáéíóúàèìòùâêîôû".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn words_have_the_syllables_that_one_hears() {
        let known: &[(usize, &[&str])] = &[
            (1, &["de", "huur", "bouwt", "nieuw", "mooi", "ruim", "rijk", "groei", "12", "1.250", "eeuw"]),
            (
                2,
                &[
                    "woning",
                    "huurder",
                    "partij",
                    "vloeren",
                    "jaarlijks",
                    "bouwen",
                    "EU",
                    "idee",
                    "duurzaam",
                    "bureau",
                    "reëel",
                ],
            ),
            (3, &["gemeente", "afspraken", "bewoners", "beëindigt", "WSW", "kopieën", "isoleert", "energie"]),
            (4, &["corporatie", "financiën", "huurverhoging", "verantwoording", "begeleiding"]),
            (5, &["sociale-huur", "realisatie", "toewijzingsruimte", "nieuwbouwprojecten"]),
            (6, &["verantwoordelijkheid"]),
            (7, &["huurdersorganisatie", "sociale-huurwoning"]),
        ];
        for (count, words) in known {
            for word in *words {
                assert_eq!(syllables(word), *count, "{word}");
            }
        }
    }
}
