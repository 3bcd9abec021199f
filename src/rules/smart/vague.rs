//! Words that promise nothing: vague intentions, vague times, and acts that leave
//! nothing to check.

use std::ops::Range;

use super::super::prose::{Kind, Passage, Sentence};
use super::read::{Whole, agreements, find_phrase, has_date, has_term, lower, lower_text, worked_out};
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Wanneer};

/// What parties write who do not want to promise: the handbook's own examples of
/// texts have some ("spant zich in", "waar mogelijk", lines 396 and 397).
const INTENTIONS: &[&str] = &[
    "ambitie is",
    "bekijken * mogelijkheden",
    "bekijken of",
    "bekijkt * mogelijkheden",
    "bekijkt of",
    "beogen",
    "beoogt",
    "besteden * aandacht aan",
    "besteedt * aandacht aan",
    "bevorderen",
    "bevordert",
    "bezien of",
    "beziet of",
    "doen * best",
    "doet * best",
    "draagt * bij aan",
    "dragen * bij aan",
    "een bijdrage leveren aan",
    "gaan na of",
    "gaat na of",
    "gestreefd",
    "hebben * aandacht voor",
    "hebben * ambitie",
    "hebben * intentie",
    "hebben de wens",
    "hebben oog voor",
    "hecht * aan",
    "hechten * aan",
    "heeft * aandacht voor",
    "heeft * ambitie",
    "heeft * intentie",
    "heeft de wens",
    "heeft oog voor",
    "houdt oog voor",
    "in beginsel",
    "in principe",
    "indien mogelijk",
    "inspanningsverplichting",
    "intensiveert",
    "intensiveren",
    "is bereid",
    "is het streven",
    "is voornemens",
    "leveren een bijdrage aan",
    "levert een bijdrage aan",
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
    "probeert",
    "proberen",
    "spannen ons * in",
    "spannen zich * in",
    "spant zich * in",
    "spreekt de intentie uit",
    "stimuleert",
    "stimuleren",
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
    "vraagt aandacht voor",
    "waar het kan",
    "waar mogelijk",
    "werken toe naar",
    "werkt toe naar",
    "wil graag",
    "willen graag",
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
    "zijn bereid",
    "zijn voornemens",
    "zo goed mogelijk",
    "zo min mogelijk",
    "zo mogelijk",
    "zo veel mogelijk",
    "zoeken * mogelijkheden",
    "zoekt * mogelijkheden",
    "zoveel mogelijk",
];

/// Times that never come.
const TIMES: &[&str] = &[
    "binnenkort",
    "in de loop van",
    "in de nabije toekomst",
    "in de toekomst",
    "in een vroeg stadium",
    "komende jaren",
    "komende periode",
    "komende tijd",
    "met enige regelmaat",
    "met regelmaat",
    "met spoed",
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
    "periodiek",
    "periodieke",
    "regelmatig",
    "regelmatige",
    "spoedig",
    "t.z.t",
    "te gelegener tijd",
    "te zijner tijd",
    "tijdig",
    "van tijd tot tijd",
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

/// Acts of which nobody can say afterwards whether they were done.
const SOFT_ACTS: &[&str] = &[
    "adviseert waar nodig",
    "denkt mee",
    "denkt * mee over",
    "faciliteert",
    "gaat in gesprek",
    "gaat * in gesprek",
    "helpt",
    "helpt mee",
    "houdt rekening met",
    "houdt * rekening met",
    "is betrokken",
    "is * betrokken",
    "kijkt mee",
    "ondersteunt",
    "overlegt",
    "staat open voor",
    "steunt",
    "stemt af",
    "stemt * af",
    "treedt in overleg",
    "treedt * in overleg",
    "werkt aan",
    "werkt * aan",
    "werkt mee",
    "werkt * mee aan",
    "werkt samen",
    "werkt * samen",
];

/// Who only strives cannot fail, so that nobody can be asked why it did not happen.
pub fn vague_intention(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let mut found = Vec::new();
    for whole in agreements(subject) {
        if worked_out.contains(&whole.afspraak.nummer) {
            continue;
        }
        let Some((passage, range)) = unmeasured_intention(&whole) else { continue };
        let message = format!("“{}” zegt niet wat er gebeurt.", &passage.text[range.clone()]);
        let hint = "Schrijf wat de partij doet, hoeveel of voor wanneer. Weet u dat nog niet, maak er dan een `soort: intentie` met een `voorwaarde:` van.";
        let diagnostic = Diagnostic::at(Code::S104, passage.span(range), message).label("vaag voornemen");
        found.push(Finding::at_agreement(whole.afspraak, diagnostic).hint(hint));
    }
    found
}

/// Whether an agreement strives for something, and says neither how much nor when.
pub fn has_vague_intention(whole: &Whole) -> bool {
    unmeasured_intention(whole).is_some()
}

/// The first words of an agreement that only intend, when it has no measure and no moment.
fn unmeasured_intention<'w>(whole: &'w Whole) -> Option<(&'w Passage, Range<usize>)> {
    let intends = whole.afspraak.soort != AfspraakSoort::Oneens;
    let first = first_of(whole, INTENTIONS).filter(|_| intends)?;
    (!whole.has_measure() && !whole.has_moment()).then_some(first)
}

fn first_of<'w>(whole: &'w Whole, phrases: &[&str]) -> Option<(&'w Passage, Range<usize>)> {
    whole.passages.iter().copied().filter(|passage| passage.kind != Kind::Cell).find_map(|passage| {
        let phrase = |sentence: Sentence| find_phrase(&lower(&sentence), phrases);
        Some((passage, passage.sentences().find_map(phrase)?))
    })
}

/// What has no day is done when there is time for it, and that is never.
pub fn vague_time(subject: &Subject) -> Vec<Finding> {
    let mut found = Vec::new();
    for whole in agreements(subject) {
        let dated = matches!(whole.afspraak.wanneer, Some(Wanneer::Datum(_) | Wanneer::Maand(_)));
        for passage in whole.passages.iter().copied().filter(|passage| passage.kind != Kind::Cell) {
            // Below what a party does stands for which day.
            if dated && whole.is_contribution(passage) {
                continue;
            }
            found.extend(passage.sentences().filter_map(|sentence| {
                let text = lower(&sentence);
                let range = find_phrase(&text, TIMES)?;
                if has_date(&text) || has_term(&text) {
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
            && !has_vague_intention(&whole);
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
    let words = lower_text(text);
    let begins = |phrases: &[&str]| find_phrase(&words, phrases).is_some_and(|range| range.start == 0);
    begins(SOFT_ACTS) || find_phrase(&words, INTENTIONS).is_some()
}
