//! An agreement as these rules read it: its words with their places, the phrases
//! among them, and what can be counted or dated.

use super::super::prose::{Kind, Passage, Sentence, Word};
use super::Subject;
use super::listening::only_listens;
use crate::model::{Afspraak, AfspraakNummer, Datum, Inzet, MAANDEN, Overeenkomst, Wanneer};
use crate::order::SortedSet;
use crate::source::{Sources, Span};

/// An agreement with all of its words.
pub struct Whole<'s> {
    /// The document that it is in.
    pub document: &'s Overeenkomst,
    /// The agreement.
    pub afspraak: &'s Afspraak,
    /// Its title, what each party does, its condition and its text.
    pub passages: Vec<&'s Passage>,
}

/// The agreements that still hold, each with its words.
pub fn agreements<'s>(subject: &'s Subject<'_>) -> Vec<Whole<'s>> {
    let passages = subject.prose().by_afspraak();
    let document: &'s Overeenkomst = subject.document;
    let whole = |afspraak: &'s Afspraak| {
        let passages = passages.get(&afspraak.nummer).cloned().unwrap_or_default();
        Whole { document, afspraak, passages }
    };
    document.lopende_afspraken().map(whole).collect()
}

/// The agreements that others work out: these say who does what of it, and how much.
pub fn worked_out<'s>(subject: &'s Subject<'_>) -> SortedSet<&'s AfspraakNummer> {
    let document = subject.document;
    document.lopende_afspraken().filter_map(|afspraak| Some(&afspraak.onder.as_ref()?.value)).collect()
}

/// Numbers in words; `één` with its accents, since `een` is an article.
const NUMBERS: &[&str] = &[
    "acht",
    "achttien",
    "anderhalf",
    "anderhalve",
    "dertien",
    "dertig",
    "drie",
    "driekwart",
    "duizend",
    "eenmaal",
    "elf",
    "half",
    "halfjaar",
    "halfjaarlijks",
    "halve",
    "helft",
    "honderd",
    "kwart",
    "negen",
    "negentien",
    "negentig",
    "tachtig",
    "tien",
    "twaalf",
    "twee",
    "tweemaal",
    "twintig",
    "veertien",
    "veertig",
    "vier",
    "vijf",
    "vijftien",
    "vijftig",
    "zes",
    "zestien",
    "zestig",
    "zeven",
    "zeventien",
    "zeventig",
    "één",
    "éénmaal",
];

/// How often, in one word.
const FREQUENCIES: &[&str] = &["dagelijks", "maandelijks", "wekelijks", "tweewekelijks", "kwartaal"];

/// What is counted without saying how much is done.
const NO_MEASURE_OF: &[&str] = &[
    "corporaties",
    "de",
    "gemeenten",
    "huurdersorganisaties",
    "kanten",
    "organisaties",
    "partijen",
    "punten",
    "thema's",
    "vragen",
];

/// Units of time.
const UNITS: &[&str] = &[
    "dag",
    "dagen",
    "etmaal",
    "halfjaar",
    "jaar",
    "jaren",
    "keer",
    "kwartaal",
    "kwartalen",
    "maal",
    "maand",
    "maanden",
    "uur",
    "week",
    "weken",
    "werkdag",
    "werkdagen",
    "zomer",
];

/// What stands before a year in which something happens.
const BEFORE_YEAR: &[&str] = &[
    "begin",
    "eind",
    "einde",
    "halverwege",
    "in",
    "jaar",
    "medio",
    "na",
    "per",
    "tot",
    "uiterlijk",
    "vanaf",
    "voor",
];

/// Verbs of what was, in accounts of how it came to this.
const PAST: &[&str] = &[
    "bleek", "bleken", "deden", "deed", "gaf", "gaven", "ging", "gingen", "had", "hadden", "kreeg", "kregen",
    "kwam", "kwamen", "stond", "stonden", "waren", "was", "werd", "werden",
];

fn is_year(word: &str) -> Option<i16> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let ends = word[digits.len()..].chars().next().is_none_or(|next| matches!(next, '-' | '/'));
    let year: i16 = digits.parse().ok().filter(|_| digits.len() == 4 && ends)?;
    (1900..=2200).contains(&year).then_some(year)
}

/// Whether a word is a number: one in digits, or one in words.
fn is_number(word: &str) -> bool {
    (word.starts_with(|c: char| c.is_ascii_digit()) && is_year(word).is_none())
        || NUMBERS.contains(&word)
        || FREQUENCIES.contains(&word)
}

/// Whether words name a day or month: `1 april`, `april 2028`.
pub fn has_day(text: &[Word]) -> bool {
    let day = |word: &str| word.parse::<u8>().is_ok();
    text.windows(2).any(|pair| {
        let (first, second) = (pair[0].1.as_str(), pair[1].1.as_str());
        (day(first) && MAANDEN.contains(&second)) || (MAANDEN.contains(&first) && is_year(second).is_some())
    })
}

/// Whether words name a day, month or year in which something happens.
pub fn has_date(text: &[Word]) -> bool {
    let year = |pair: &[Word]| BEFORE_YEAR.contains(&pair[0].1.as_str()) && is_year(&pair[1].1).is_some();
    has_day(text) || text.windows(2).any(year)
}

/// Whether words say in how much time, or how often.
pub fn has_term(text: &[Word]) -> bool {
    let unit = |pair: &[Word]| {
        (is_number(&pair[0].1) || ["elk", "elke", "iedere", "ieder", "per"].contains(&pair[0].1.as_str()))
            && UNITS.contains(&pair[1].1.as_str())
    };
    text.windows(2).any(unit) || text.iter().any(|(_, word)| FREQUENCIES.contains(&word.as_str()))
}

/// Whether words say how much, or how often.
pub fn has_amount(text: &[Word]) -> bool {
    text.iter().enumerate().any(|(at, (_, word))| {
        let next = text.get(at + 1).map_or("", |(_, next)| next.as_str());
        let before = at.checked_sub(1).map_or("", |before| text[before].1.as_str());
        is_number(word)
            && !NO_MEASURE_OF.contains(&next)
            && !MAANDEN.contains(&next)
            && !["artikel", "lid", "paragraaf", "hoofdstuk", "fase"].contains(&before)
    })
}

impl Whole<'_> {
    /// The sentences of all of its words.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.passages.iter().copied().flat_map(Passage::sentences)
    }

    /// Whether a sentence tells how it came to this, rather than what parties will do.
    fn is_background(&self, text: &[Word]) -> bool {
        let first = self.document.looptijd.van().jaar().getal();
        text.iter().enumerate().any(|(at, (_, word))| {
            // An amount in the prices of an earlier year is one of today.
            let of_prices = || at > 0 && text[at - 1].1 == "prijspeil";
            PAST.contains(&word.as_str()) || (is_year(word).is_some_and(|year| year < first) && !of_prices())
        })
    }

    /// The sentences of which something holds, without accounts of how it came to this.
    fn sentences_that<'a>(
        &'a self,
        holds: impl Fn(&[Word]) -> bool + 'a,
    ) -> impl Iterator<Item = Sentence<'a>> {
        self.sentences().filter(move |sentence| {
            let text = sentence.lower();
            holds(text) && !(sentence.passage.kind == Kind::Text && self.is_background(text))
        })
    }

    fn some_sentence(&self, holds: impl Fn(&[Word]) -> bool) -> bool {
        self.sentences_that(holds).next().is_some()
    }

    /// Whether it says how much: with an indicator, an amount of money or a number. How
    /// often a party hears of it, is no measure of what is done.
    pub fn has_measure(&self) -> bool {
        let money =
            |inzet: &Inzet| inzet.bijdrage.as_ref().is_some_and(|bijdrage| !bijdrage.bedragen.is_empty());
        !self.afspraak.indicatoren.is_empty()
            || self.afspraak.wie.iter().any(money)
            || self.sentences_that(has_amount).any(|sentence| {
                !(self.is_contribution(sentence.passage) && only_listens(&sentence.passage.text))
            })
    }

    /// Whether it says when: with `wanneer`, unless that is always, or in its words.
    pub fn has_moment(&self) -> bool {
        self.ends() || self.some_sentence(has_date)
    }

    /// Whether it has a day on which it is done, before its document itself ends.
    pub fn ends(&self) -> bool {
        let looptijd = self.document.looptijd;
        let own = self.afspraak.wanneer.as_ref().and_then(first_and_last);
        own.is_some_and(|(van, tot)| van > looptijd.van() || tot < looptijd.tot_en_met())
    }

    /// Whether its text names a day or month.
    pub fn names_a_day(&self) -> bool {
        self.some_sentence(has_day)
    }

    /// Whether a passage is what a party does.
    pub fn is_contribution(&self, passage: &Passage) -> bool {
        passage.kind == Kind::Fact && self.afspraak.wie.iter().any(|inzet| inzet.tekst == passage.text)
    }
}

/// The first and last day of when something is done.
pub fn first_and_last(wanneer: &Wanneer) -> Option<(Datum, Datum)> {
    match wanneer {
        Wanneer::Datum(datum) => Some((*datum, *datum)),
        Wanneer::Maand(maand) => Some((maand.eerste_dag(), maand.laatste_dag())),
        Wanneer::Jaar(jaar) => Some((jaar.eerste_dag(), jaar.laatste_dag())),
        Wanneer::Periode(periode) => Some((periode.van(), periode.tot_en_met())),
        Wanneer::Jaarlijks | Wanneer::Doorlopend => None,
    }
}

/// The line of a key in the facts of an agreement: its value, or else the heading.
pub fn place_of(sources: &Sources, afspraak: &Afspraak, key: &str) -> Span {
    value_of(sources, afspraak, key).unwrap_or(afspraak.span)
}

fn value_of(sources: &Sources, afspraak: &Afspraak, key: &str) -> Option<Span> {
    let source = afspraak.span.source;
    let text = &sources.file(source).text;
    let heading = afspraak.span.range().end;
    let open = heading + text.get(heading..)?.find("```afspraak")? + "```afspraak".len();
    // The block stands directly below its heading.
    if text.get(heading..open)?.contains("\n#") {
        return None;
    }
    let mut at = open;
    for line in text.get(open..)?.split_inclusive('\n') {
        let written = line.trim_end();
        if written == "```" {
            return None;
        }
        if let Some(value) = written.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
            let value = value.split(" #").next().unwrap_or_default().trim();
            let start = at + line.find(value)?;
            return (!value.is_empty()).then(|| Span::new(source, start..start + value.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{has_amount, has_date, has_term};
    use crate::rules::prose::lower;

    #[test]
    fn a_year_an_article_or_a_count_of_parties_is_no_amount() {
        for none in ["in 2028", "voor 1 maart", "artikel 44a", "de drie partijen", "fase 2", "2027-2030"] {
            assert!(!has_amount(&lower(none)), "{none}");
        }
        for some in ["40 woningen", "twee keer", "30%", "de helft", "12-urige", "elk kwartaal"] {
            assert!(has_amount(&lower(some)), "{some}");
        }
    }

    #[test]
    fn a_year_is_a_date_when_something_happens_in_it() {
        assert!(has_date(&lower("klaar in 2028")));
        assert!(has_date(&lower("op 1 maart")));
        assert!(!has_date(&lower("het Warmteprogramma 2026")));
        assert!(has_term(&lower("binnen zes weken")));
    }
}
