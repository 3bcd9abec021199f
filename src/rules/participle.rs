//! Participles of Dutch verbs: by these the rules about who does what, and those
//! about plain language, know the passive voice.
//!
//! There is no dictionary. Weak verbs are known by how their participle begins and
//! ends; strong ones stand in a list, each with how its active form begins.

/// Whether a word, in small letters, is a participle: "gebouwd", "aangeboden", "onderzocht".
pub fn is_participle(word: &str) -> bool {
    !NO_PARTICIPLE.contains(&word) && (strong(word).is_some() || is_weak(word))
}

/// Whether a participle has its *ge-*, and so cannot be the present tense: "gebouwd", "aangelegd".
pub fn has_ge(participle: &str) -> bool {
    after_ge(participle).is_some()
}

/// How the active form of a participle begins: "bouw" of "gebouwd", "bied" of "aangeboden".
pub fn active(participle: &str) -> String {
    let weak = || after_ge(participle).unwrap_or(participle).trim_end_matches(['d', 't']).to_owned();
    strong(participle).unwrap_or_else(weak)
}

/// How the active form of a strong participle begins.
fn strong(word: &str) -> Option<String> {
    let find = |verbs: &[(&str, &str)], past: &str| {
        verbs.iter().find(|(other, _)| *other == past).map(|(_, active)| (*active).to_owned())
    };
    let with_ge = || {
        let rest = after_ge(word)?;
        find(STRONG, rest).or_else(|| find(STRONG_AS_INFINITIVE, rest))
    };
    let with_prefix = || {
        let rest = |prefix: &&str| Some((*prefix).to_owned() + &find(STRONG, word.strip_prefix(prefix)?)?);
        PREFIXES.iter().find_map(rest)
    };
    find(OWN_WAY, word).or_else(with_ge).or_else(with_prefix)
}

/// The shortest weak participles are "gezet" and "benut".
const SHORTEST: usize = 5;

fn is_weak(word: &str) -> bool {
    // Of what gives, the letters are those of a participle: "geeft", "aangeeft".
    if word.chars().count() < SHORTEST || !ends_weak(word) || word.ends_with("geeft") {
        return false;
    }
    let prefixed = || {
        let rest = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix))?;
        Some(rest.chars().count() >= 3 && !is_noun(word) && !is_present(word) && !is_going_on(rest))
    };
    has_ge(word) || prefixed().unwrap_or_default()
}

/// A weak participle ends in *d*, and in *t* after a voiceless consonant ('t kofschip) or
/// where the stem itself ends in *t*. "Betaalt" and "besteedt" are the present tense.
fn ends_weak(word: &str) -> bool {
    let mut letters = word.chars().rev();
    match letters.next() {
        Some('d') => true,
        Some('t') => letters.next().is_some_and(|before| "acefhikopsuxï".contains(before)),
        _ => false,
    }
}

/// "Verschillend", "bestaand": a present participle, of a stem with a syllable before it.
fn is_going_on(rest: &str) -> bool {
    let is_vowel = |letter: char| "aeiouyëï".contains(letter);
    let syllables = rest.split(|letter| !is_vowel(letter)).filter(|vowels| !vowels.is_empty()).count();
    let of_weak_stem = ["tekend", "rekend", "opend", "ordend"].iter().any(|stem| rest.ends_with(stem));
    rest.ends_with("staand") || (rest.ends_with("end") && syllables > 1 && !of_weak_stem)
}

/// The present tense of a strong verb: "onderzoekt", "besluit".
fn is_present(word: &str) -> bool {
    let verbs = || STRONG.iter().chain(STRONG_AS_INFINITIVE);
    let is_form =
        |rest: &str| verbs().any(|(_, active)| rest == *active || rest.strip_suffix('t') == Some(active));
    PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(is_form))
}

/// Nouns that begin as a verb does are told by their end.
fn is_noun(word: &str) -> bool {
    NOUN_ENDS.iter().any(|end| word.ends_with(end))
}

const NOUN_ENDS: &[&str] =
    &["aanbod", "beleid", "dracht", "heid", "kant", "komst", "macht", "raad", "stand", "tijd", "zicht"];

/// What comes after `ge` in a participle: "bouwd" of "gebouwd", "legd" of "aangelegd".
fn after_ge(word: &str) -> Option<&str> {
    let parts = PARTICLES.iter().filter_map(|part| word.strip_prefix(part));
    parts.chain([word]).find_map(|rest| rest.strip_prefix("ge"))
}

/// What stands before *ge-* in a verb of two parts.
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "bijeen", "binnen", "dicht", "door", "goed", "in", "klaar", "mede", "mee",
    "na", "neer", "om", "onder", "op", "open", "over", "overeen", "plaats", "samen", "schoon", "stil",
    "tegemoet", "tegen", "terug", "toe", "tussen", "uit", "vast", "vol", "voor", "voort", "vooruit", "vrij",
    "weg",
];

/// Prefixes in the place of *ge-*.
const PREFIXES: &[&str] = &["be", "her", "onder", "ont", "over", "ver"];

/// What follows *ge-* or a prefix in the participle of a strong verb, with how its active form begins.
const STRONG: &[(&str, &str)] = &[
    ("boden", "bied"),
    ("bogen", "buig"),
    ("bonden", "bind"),
    ("borgen", "berg"),
    ("bracht", "breng"),
    ("broken", "breek"),
    ("daan", "doe"),
    ("dacht", "denk"),
    ("dongen", "ding"),
    ("dreven", "drijf"),
    ("drongen", "dring"),
    ("dwongen", "dwing"),
    ("grepen", "grijp"),
    ("heven", "hef"),
    ("holpen", "help"),
    ("keken", "kijk"),
    ("kocht", "koop"),
    ("kozen", "kies"),
    ("kregen", "krijg"),
    ("nomen", "neem"),
    ("schonken", "schenk"),
    ("schoven", "schuif"),
    ("schreven", "schrijf"),
    ("sloten", "sluit"),
    ("sneden", "snijd"),
    ("sproken", "spreek"),
    ("stoken", "steek"),
    ("streken", "strijk"),
    ("troffen", "tref"),
    ("trokken", "trek"),
    ("vonden", "vind"),
    ("wezen", "wijs"),
    ("wogen", "weeg"),
    ("wonnen", "win"),
    ("worpen", "werp"),
    ("worven", "werf"),
    ("zocht", "zoek"),
    ("zonden", "zend"),
];

/// The same of verbs whose infinitive ends alike, so that only *ge-* tells: "toegelaten" beside "verlaten".
const STRONG_AS_INFINITIVE: &[(&str, &str)] = &[
    ("dragen", "draag"),
    ("gaan", "ga"),
    ("geven", "geef"),
    ("hangen", "hang"),
    ("houden", "houd"),
    ("komen", "kom"),
    ("laten", "laat"),
    ("lezen", "lees"),
    ("lopen", "loop"),
    ("meten", "meet"),
    ("raden", "raad"),
    ("roepen", "roep"),
    ("slagen", "sla"),
    ("treden", "treed"),
    ("vangen", "vang"),
    ("zien", "zie"),
];

/// Participles that go their own way, or are what the infinitive is and still likely here.
const OWN_WAY: &[(&str, &str)] = &[
    // Who decides, "beslist" as often as "besluit".
    ("besloten", "besl"),
    ("begonnen", "begin"),
    ("behouden", "behoud"),
    ("erkend", "erken"),
    ("gebruikt", "gebruik"),
    ("herzien", "herzie"),
    ("onderhouden", "onderhoud"),
    ("onthouden", "onthoud"),
    ("ontslagen", "ontsla"),
    ("ontvangen", "ontvang"),
    ("vergeleken", "vergelijk"),
    ("verloren", "verlies"),
    ("vervangen", "vervang"),
];

/// Words that look like participles and are not, or that only say how or what something is.
const NO_PARTICIPLE: &[&str] = &[
    "aangeduid",
    "bedoeld",
    "bekend",
    "bepaald",
    "bereid",
    "bericht",
    "bestuurd",
    "betreft",
    "bewust",
    "bezit",
    "geacht",
    "gebeurt",
    "gebied",
    "gehandicapt",
    "geldend",
    "gelet",
    "geluid",
    "gemeend",
    "gemengd",
    "gemiddeld",
    "geniet",
    "genoemd",
    "gereed",
    "gerekend",
    "geschikt",
    "gewest",
    "gewicht",
    "gezicht",
    "gezien",
    "gezond",
    "herfst",
    "overlast",
    "overschot",
    "overvloed",
    "verband",
    "verbod",
    "verdriet",
    "vergeet",
    "verkeerd",
    "verplicht",
    "verwacht",
    "verzet",
];

#[cfg(test)]
mod tests {
    use super::{active, has_ge, is_participle};

    #[test]
    fn a_participle_is_known_by_how_it_begins_and_ends() {
        for verb in [
            "gebouwd",
            "gezet",
            "aangelegd",
            "geïsoleerd",
            "onderzocht",
            "verhuurd",
            "besproken",
            "toegelaten",
            "overgedragen",
            "ondertekend",
            "berekend",
            "verleend",
            "bediend",
            "herkend",
            "benut",
            "uitgezet",
            "overeengekomen",
            "vastgesteld",
            "versterkt",
            "vergroot",
            "gekozen",
            "vervangen",
        ] {
            assert!(is_participle(verb), "{verb}");
        }
    }

    #[test]
    fn other_words_that_begin_or_end_so_are_none() {
        for other in [
            "gebied",
            "woningen",
            "geschikt",
            "gemeente",
            "besturen",
            "verwacht",
            "groot",
            "overeenkomst",
            "overleg",
            "beleid",
            "verhuurbeleid",
            "betaalt",
            "besteedt",
            "onderzoekt",
            "besluit",
            "bespreekt",
            "verlaat",
            "geeft",
            "aangeeft",
            "onderhoud",
            "verschillend",
            "bestaand",
            "overdracht",
            "overzicht",
            "bestand",
            "betaalbaarheid",
            "gegevens",
            "gezinnen",
            "verslagen",
            "bedragen",
            "behandelt",
        ] {
            assert!(!is_participle(other), "{other}");
        }
    }

    #[test]
    fn of_a_participle_is_known_how_its_active_form_begins() {
        for (participle, begins) in [
            ("gebouwd", "bouw"),
            ("aangelegd", "leg"),
            ("aangeboden", "bied"),
            ("besproken", "bespreek"),
            ("overgenomen", "neem"),
            ("overwogen", "overweeg"),
            ("verhuurd", "verhuur"),
        ] {
            assert_eq!(active(participle), begins, "{participle}");
        }
        assert!(has_ge("aangelegd") && !has_ge("behandeld"));
    }
}
