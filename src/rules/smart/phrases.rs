//! Words that promise nothing. A phrase is a few words in lower case; `*` stands for
//! at most three words between.
//!
//! From the handbook's own examples of texts ("spant zich in", "waar mogelijk", lines 396
//! and 397) and from how officials write of what is not decided yet.

use std::ops::Range;

use super::super::prose::Word;

/// Where one of some phrases stands among words, the first of them. A phrase is a
/// few words; `*` in it stands for at most three words of any kind.
pub fn find_phrase(text: &[Word], phrases: &[&str]) -> Option<Range<usize>> {
    (0..text.len()).find_map(|at| {
        let first = text[at].1.as_bytes().first();
        let near = phrases.iter().filter(|phrase| phrase.as_bytes().first() == first);
        let phrase = near.filter_map(|phrase| length(&text[at..], phrase)).max()?;
        Some(text[at].0.start..text[at + phrase - 1].0.end)
    })
}

/// Of how many words a phrase is that stands at the beginning of a text.
fn length(text: &[Word], phrase: &str) -> Option<usize> {
    fn rest(text: &[Word], mut phrase: std::str::Split<char>) -> Option<usize> {
        match phrase.next() {
            None => Some(0),
            Some("*") => {
                (0..=3.min(text.len())).find_map(|gap| Some(gap + rest(&text[gap..], phrase.clone())?))
            }
            Some(word) => {
                let (first, others) = text.split_first()?;
                if first.1 == word { Some(1 + rest(others, phrase)?) } else { None }
            }
        }
    }
    rest(text, phrase.split(' '))
}

/// What parties write who do not want to promise.
pub const INTENTIONS: &[&str] = &[
    "ambitie is",
    "bekijken * mogelijkheden",
    "bekijken of",
    "bekijkt * mogelijkheden",
    "bekijkt of",
    "beogen",
    "beoogt",
    "besteden * aandacht aan",
    "besteedt * aandacht aan",
    "bezien of",
    "beziet of",
    "doen * best",
    "doet * best",
    "gaan na of",
    "gaat na of",
    "gestreefd",
    "hebben * ambitie",
    "hebben * intentie",
    "heeft * ambitie",
    "heeft * intentie",
    "in beginsel",
    "in principe",
    "indien mogelijk",
    "inspanningsverplichting",
    "is het streven",
    "is voornemens",
    "maakt zich hard",
    "maakt zich sterk",
    "maken ons hard",
    "maken ons sterk",
    "maken zich hard",
    "maken zich sterk",
    "naar beste kunnen",
    "naar streven",
    "naar vermogen",
    "nastreeft",
    "nastreven",
    "onderzoeken * mogelijkheden",
    "onderzoeken of",
    "onderzoekt * mogelijkheden",
    "onderzoekt of",
    "spannen ons * in",
    "spannen zich * in",
    "spant zich * in",
    "spreekt de intentie uit",
    "streeft * naar",
    "streeft ernaar",
    "streeft na",
    "streven * na",
    "streven * naar",
    "streven ernaar",
    "streven is",
    "verkennen * mogelijkheden",
    "verkennen of",
    "verkent * mogelijkheden",
    "verkent of",
    "voor zover mogelijk",
    "waar het kan",
    "waar mogelijk",
    "werken toe naar",
    "werkt toe naar",
    "worden * bevorderd",
    "worden * gestimuleerd",
    "wordt * aandacht besteed aan",
    "wordt * bevorderd",
    "wordt * gestimuleerd",
    "zet * in op",
    "zet zich * in om",
    "zet zich * in voor",
    "zetten * in op",
    "zetten ons * in",
    "zetten zich * in om",
    "zetten zich * in voor",
    "zich * in te spannen",
    "zich * in te zetten",
    "zich in te spannen",
    "zich in te zetten",
    "zich inspannen",
    "zich inzetten",
    "zijn voornemens",
    "zo goed mogelijk",
    "zo min mogelijk",
    "zo mogelijk",
    "zo veel mogelijk",
    "zoveel mogelijk",
];

/// The same, where somebody does it: of things they only say what these bring about
/// ("groen stimuleert bewegen").
pub const EFFECTS: &[&str] = &[
    "bevorderen",
    "bevordert",
    "draagt * bij aan",
    "dragen * bij aan",
    "een bijdrage leveren aan",
    "hebben * aandacht voor",
    "hebben de wens",
    "hebben oog voor",
    "hecht * aan",
    "hechten * aan",
    "heeft * aandacht voor",
    "heeft de wens",
    "heeft oog voor",
    "houdt oog voor",
    "intensiveert",
    "intensiveren",
    "is bereid",
    "leveren een bijdrage aan",
    "levert een bijdrage aan",
    "probeert",
    "proberen",
    "stimuleert",
    "stimuleren",
    "vraagt aandacht voor",
    "wil graag",
    "willen graag",
    "zijn bereid",
    "zoeken * mogelijkheden",
    "zoekt * mogelijkheden",
];

/// Times that never come.
pub const TIMES: &[&str] = &[
    "binnenkort",
    "in de loop der",
    "in de loop van",
    "in de nabije toekomst",
    "in de toekomst",
    "in een vroeg stadium",
    "mettertijd",
    "na verloop van tijd",
    "nader te bepalen",
    "nog te bepalen",
    "op afzienbare termijn",
    "op de korte termijn",
    "op de lange termijn",
    "op de langere duur",
    "op de langere termijn",
    "op de middellange termijn",
    "op den duur",
    "op een later moment",
    "op enig moment",
    "op korte termijn",
    "op lange termijn",
    "op langere termijn",
    "op middellange termijn",
    "op termijn",
    "spoedig",
    "t.z.t",
    "te gelegener tijd",
    "te zijner tijd",
    "tijdig",
    "vroegtijdig",
    "z.s.m",
    "zo gauw mogelijk",
    "zo snel als mogelijk",
    "zo snel mogelijk",
    "zo spoedig mogelijk",
    "zo vroeg mogelijk",
    "zodra dat kan",
    "zodra het kan",
    "zodra mogelijk",
    "zsm",
];

/// How often, without saying so; where nobody acts they only tell how it is ("bewoners
/// klagen regelmatig").
pub const SOMETIMES: &[&str] = &[
    "komende jaren",
    "komende periode",
    "komende tijd",
    "met enige regelmaat",
    "met regelmaat",
    "periodiek",
    "periodieke",
    "regelmatig",
    "regelmatige",
    "van tijd tot tijd",
];

/// Acts of which nobody can say afterwards whether they were done.
pub const SOFT_ACTS: &[&str] = &[
    "adviseert waar nodig",
    "denkt * mee over",
    "denkt mee",
    "faciliteert",
    "gaat * in gesprek",
    "gaat in gesprek",
    "helpt",
    "helpt mee",
    "houdt * rekening met",
    "houdt rekening met",
    "is * betrokken",
    "is betrokken",
    "kijkt mee",
    "ondersteunt",
    "overlegt",
    "staat open voor",
    "stemt * af",
    "stemt af",
    "steunt",
    "treedt * in overleg",
    "treedt in overleg",
    "werkt * aan",
    "werkt * mee aan",
    "werkt * samen",
    "werkt aan",
    "werkt mee",
    "werkt samen",
];

#[cfg(test)]
mod tests {
    use super::find_phrase;
    use crate::rules::prose::lower;

    #[test]
    fn a_phrase_may_have_words_between() {
        let text = "De gemeente zet zich samen in voor groen";
        let found = find_phrase(&lower(text), &["zet zich * in voor"]).map(|range| &text[range]);
        assert_eq!(found, Some("zet zich samen in voor"));
        assert_eq!(find_phrase(&lower("De gemeente zet in"), &["zet zich * in voor"]), None);
    }
}
