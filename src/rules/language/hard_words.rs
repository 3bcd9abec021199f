//! Words of offices for which there is a plainer one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Token, at, is_quoted, mended, nominal::is_heavy, starts_upper, tokens};
use crate::diagnostic::Code;
use crate::model::Begrippen;
use crate::order;
use crate::rules::prose::{Kind, Passage};
use crate::rules::{Finding, Reading};

/// A word in all its forms, and what to write in its place.
type Entry = (&'static str, &'static str);

/// Our own choice of words that Onze Taal (Taalloket, "Moeilijke woorden" with its long
/// list of alternatives), the writing guides of municipalities and Direct Duidelijk call
/// hard. What the law or the sector names so (toewijzing, huursom, achtervang) is not
/// among them: those words have a meaning of their own, and the glossary explains them.
/// Forms stand beside each other, divided by `|`.
const WORDS: &[Entry] = &[
    ("aangaande", "over"),
    ("aanvangen|aanvang|vangt aan", "beginnen"),
    ("aanwenden|aangewend|aangewende|wendt aan", "gebruiken"),
    ("accorderen|accordeert|geaccordeerd|accordering", "goedkeuren"),
    ("additioneel|additionele", "extra"),
    ("adequaat|adequate", "goed, passend"),
    ("agenderen|agendeert|geagendeerd", "op de agenda zetten"),
    ("alloceren|alloceert|gealloceerd|allocatie", "verdelen"),
    ("alsmede|alsook", "en"),
    ("alvorens", "voordat"),
    ("anticiperen|anticipeert|geanticipeerd", "vooruitlopen"),
    ("behoudens", "behalve"),
    ("beogen|beoogt|beoogd|beoogde", "willen, bedoelen"),
    ("betreffende|dienaangaande", "over"),
    ("bewerkstelligen|bewerkstelligt|bewerkstelligd", "zorgen voor"),
    ("borgen|borgt|geborgd|borging", "zorgen voor, vastleggen"),
    ("committeren|committeert|gecommitteerd|commitment", "zich binden aan"),
    ("conform", "volgens"),
    ("conformeren|conformeert|geconformeerd", "zich houden aan"),
    ("consensus", "overeenstemming"),
    ("continueren|continueert|gecontinueerd|continuering", "doorgaan met"),
    ("creëren|creëert|gecreëerd|gecreëerde", "maken"),
    ("dan wel|danwel", "of"),
    ("derhalve", "daarom"),
    ("desalniettemin|desondanks", "toch"),
    (
        "de betreffende|het betreffende|desbetreffende|onderhavige|voornoemde|voornoemd|bovengenoemde|bovengenoemd",
        "deze",
    ),
    ("desgewenst", "als u dat wilt"),
    ("dientengevolge", "daardoor"),
    ("dient te|dienen te|diende te|dienden te", "moet, moeten"),
    ("discrepantie|discrepanties", "verschil"),
    ("door middel van", "met, door"),
    ("dusdanig|dusdanige|zodanig|zodanige", "zo"),
    ("eenduidig|eenduidige", "duidelijk"),
    ("effectueren|effectueert|geëffectueerd|effectuering", "uitvoeren"),
    ("entameren|entameert|geëntameerd", "beginnen met"),
    ("evident|evidente", "duidelijk"),
    ("expliciet|expliciete|expliciteren", "duidelijk, met zoveel woorden"),
    ("faciliteren|faciliteert|gefaciliteerd|facilitering", "helpen, mogelijk maken"),
    ("fungeren|fungeert", "dienen, zijn"),
    ("geëigend|geëigende", "geschikt"),
    ("genereren|genereert|gegenereerd", "opleveren"),
    ("gerechtigd", "mag"),
    ("geschieden|geschiedt|geschiedde", "gebeuren"),
    ("heden|hedentendage", "vandaag, nu"),
    ("hetgeen", "wat"),
    ("hieromtrent|daaromtrent|omtrent", "over"),
    ("implementeren|implementeert|geïmplementeerd|geïmplementeerde|implementatie", "invoeren"),
    ("in acht nemen|in acht neemt|in acht genomen", "zich houden aan"),
    ("in casu", "hier"),
    ("in het kader van", "voor, bij"),
    ("indien", "als"),
    ("ingeval|in geval van", "als, bij"),
    ("initiëren|initieert|geïnitieerd|initiërend|initiërende", "beginnen met"),
    ("intensiveren|intensiveert|geïntensiveerd|intensivering", "meer doen aan"),
    ("inventariseren|inventariseert|geïnventariseerd|inventarisatie", "op een rij zetten"),
    ("inzake", "over"),
    ("inzichtelijk maken|inzichtelijk gemaakt|maakt inzichtelijk|maken inzichtelijk", "laten zien"),
    ("integraal|integrale", "in samenhang, als geheel"),
    ("jegens", "tegenover"),
    ("met betrekking tot", "over"),
    ("met inachtneming van", "volgens"),
    ("met ingang van", "vanaf"),
    ("met name", "vooral"),
    ("middels", "met, door"),
    ("mits", "als"),
    ("monitoren|monitort|gemonitord|gemonitorde", "volgen"),
    ("naar aanleiding van", "door, na"),
    ("naar rato|pro rata", "naar verhouding"),
    ("nadien", "daarna"),
    ("nihil", "niets, nul"),
    ("ontberen|ontbeert", "missen"),
    ("onverwijld|terstond", "direct"),
    (
        "optimaliseren|optimaliseert|geoptimaliseerd|optimalisatie|optimaal|optimale",
        "verbeteren; zo goed mogelijk",
    ),
    ("opteren|opteert|geopteerd", "kiezen"),
    ("overeenkomstig", "volgens"),
    ("participeren|participeert|geparticipeerd|participerend|participerende", "meedoen"),
    ("periodiek|periodieke", "regelmatig, elk jaar"),
    ("pilot|pilots", "proef"),
    ("prevaleren|prevaleert", "voorgaan"),
    ("prioriteren|prioriteert|geprioriteerd|prioritering", "kiezen wat eerst komt"),
    ("proactief|proactieve", "uit uzelf, op tijd"),
    ("problematiek", "problemen"),
    (
        "realiseren|realiseert|realiseerde|realiseerden|gerealiseerd|gerealiseerde|realisatie|realisering",
        "bouwen, maken, halen",
    ),
    ("reduceren|reduceert|gereduceerd|gereduceerde|reductie", "verminderen"),
    ("reeds", "al"),
    ("resulteren|resulteert|geresulteerd", "leiden tot"),
    ("respectievelijk", "en"),
    ("separaat|separate", "apart"),
    ("significant|significante|substantieel|substantiële", "duidelijk, groot"),
    ("stakeholder|stakeholders", "betrokkenen"),
    ("synergie", "samenwerking"),
    ("ten aanzien van", "over, voor"),
    ("ten behoeve van", "voor"),
    ("ten gevolge van|als gevolg van", "door"),
    ("ten laste van", "op kosten van"),
    ("ten opzichte van", "vergeleken met"),
    ("ten tijde van", "tijdens"),
    ("teneinde|ten einde", "om te"),
    ("ter beschikking", "beschikbaar"),
    ("ter zake|terzake", "hierover"),
    ("tevens|voorts", "ook"),
    ("thans|momenteel", "nu"),
    ("trachten|tracht|getracht", "proberen"),
    ("transparant|transparante|transparantie", "open, duidelijk"),
    ("uit hoofde van|uit oogpunt van", "vanwege"),
    ("uitfaseren|uitgefaseerd|uitfasering", "stap voor stap stoppen"),
    ("uitrollen|uitgerold|uitrol", "invoeren"),
    ("ultimo", "eind"),
    ("vigerend|vigerende|vigeren|vigeert", "geldend"),
    ("verifiëren|verifieert|geverifieerd|verificatie", "controleren"),
    ("verstrekken|verstrekt|verstrekte|verstrekking", "geven"),
    ("vooralsnog", "voorlopig"),
    ("voornemens zijn|voornemens is|is voornemens|zijn voornemens", "van plan zijn"),
    ("waarborgen|waarborgt|gewaarborgd|waarborging", "zorgen voor, garanderen"),
    ("wederzijds|wederzijdse", "van beide kanten"),
    ("zorg dragen voor|zorgdragen voor|draagt zorg voor|dragen zorg voor|zorg gedragen voor", "zorgen voor"),
    ("actualiseren|actualiseert|geactualiseerd|geactualiseerde|actualisatie", "bijwerken"),
    ("adresseren|adresseert", "aanpakken"),
    ("bespoedigen|bespoedigt", "versnellen"),
    ("concretiseren|concretiseert|geconcretiseerd", "uitwerken"),
    ("consequentie|consequenties", "gevolg"),
    ("consulteren|consulteert|geconsulteerd|consultatie", "vragen"),
    ("criterium|criteria", "eis"),
    ("businesscase|businesscases", "berekening"),
    ("cumulatief|cumulatieve", "bij elkaar opgeteld"),
    ("daartoe|hiertoe", "daarvoor"),
    ("escaleren|escaleert|geëscaleerd|escalatie", "voorleggen aan bestuurders"),
    ("expertise", "kennis"),
    ("harmoniseren|harmoniseert|geharmoniseerd", "gelijk maken"),
    ("herijken|herijkt|herijking", "opnieuw bekijken"),
    ("indicatief|indicatieve", "ongeveer"),
    ("innovatief|innovatieve", "nieuw"),
    ("kwalitatief|kwalitatieve", "over hoe goed iets is"),
    ("kwantitatief|kwantitatieve", "in aantallen"),
    ("met het oog op", "voor, om"),
    ("mitigeren|mitigeert|mitigerende", "verminderen"),
    ("noodzakelijk|noodzakelijke", "nodig"),
    ("onderschrijven|onderschrijft|onderschreven", "het eens zijn met"),
    ("operationaliseren|geoperationaliseerd", "uitwerken"),
    ("potentieel|potentiële", "mogelijk"),
    ("preventie|preventieve|preventief", "voorkomen"),
    ("primair|primaire", "vooral, eerst"),
    ("regulier|reguliere", "gewoon"),
    ("stagneren|stagneert|stagnatie", "stilvallen"),
    ("structureel|structurele", "blijvend, vast"),
    ("uniform|uniforme", "gelijk"),
    ("voor wat betreft|wat betreft", "bij, over"),
    ("afdoende", "genoeg"),
    ("advies uit te brengen|brengt advies uit|brengen advies uit|advies uitbrengen", "adviseren"),
    ("betreft", "gaat over"),
    ("dermate", "zo"),
    ("doch", "maar"),
    ("evenals|eveneens", "en, ook"),
    ("gedurende", "tijdens"),
    ("hanteren|hanteert|gehanteerd|gehanteerde", "gebruiken"),
    ("heeft betrekking op|hebben betrekking op|betrekking hebben op|betrekking heeft op", "gaat over"),
    ("in afwijking van", "anders dan"),
    ("in de gelegenheid gesteld|in de gelegenheid stellen|in de gelegenheid stelt", "mag, kan"),
    ("in overleg treden|treedt in overleg|treden in overleg|in overleg treedt", "overleggen"),
    ("in relatie tot", "over, bij"),
    ("in samenspraak met", "samen met"),
    ("in toenemende mate", "steeds meer"),
    ("ingevolge|krachtens", "volgens"),
    ("kenbaar maken|maakt kenbaar|maken kenbaar|kenbaar gemaakt", "laten weten"),
    ("medewerking verlenen|verleent medewerking|verlenen medewerking|medewerking verleent", "meewerken"),
    ("met behulp van", "met"),
    ("met uitzondering van", "behalve"),
    ("nader|nadere", "verder"),
    ("nagenoeg", "bijna"),
    ("op voorhand", "vooraf"),
    ("randvoorwaarde|randvoorwaarden", "voorwaarde"),
    ("sedert", "sinds"),
    ("slechts|uitsluitend", "alleen"),
    ("te allen tijde", "altijd"),
    ("ten dele", "deels"),
    (
        "ter bevordering van|ter verbetering van|ter versterking van|ter ondersteuning van|ter voorkoming van",
        "om",
    ),
    ("terugkoppelen|teruggekoppeld|terugkoppeling|koppelt terug|koppelen terug", "laten weten"),
    ("tijdig|tijdige", "op tijd"),
    ("tot op heden", "tot nu toe"),
    ("veelal", "vaak"),
    ("verzoekt|verzocht", "vragen"),
    ("voorliggend|voorliggende", "dit, deze"),
    ("voorafgaand aan|voorafgaande aan", "voor"),
    ("zulks", "dat"),
];

/// Words for which one other fits in the same place, whatever the sentence: both are of one
/// kind, and neither has a second meaning. "middels" is not among them ("met" or "door"),
/// nor "indien" (behind "dan wel" it is no "als"), nor verbs and nouns, which bend.
const ALWAYS: &[(&str, &str)] = &[
    ("alsmede", "en"),
    ("conform", "volgens"),
    ("derhalve", "daarom"),
    ("doch", "maar"),
    ("inzake", "over"),
    ("jegens", "tegenover"),
    ("nagenoeg", "bijna"),
    ("reeds", "al"),
    ("sedert", "sinds"),
    ("te allen tijde", "altijd"),
    ("ten behoeve van", "voor"),
    ("tevens", "ook"),
    ("thans", "nu"),
    ("tot op heden", "tot nu toe"),
    ("veelal", "vaak"),
    ("vooralsnog", "voorlopig"),
];

/// Words behind which a hard word may be part of a name: `Convenant inzake …`.
const NAMED: &[&str] = &[
    "wet",
    "besluit",
    "regeling",
    "verordening",
    "convenant",
    "richtlijn",
    "verdrag",
    "overeenkomst",
    "nota",
];

/// A form of a hard word: its words and what is plainer.
struct Form {
    rest: Vec<&'static str>,
    written: &'static str,
    plainer: &'static str,
}

/// All forms by their first word, the longest first.
static FORMS: LazyLock<HashMap<&'static str, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: HashMap<&'static str, Vec<Form>> = HashMap::new();
    for (written, plainer) in
        WORDS.iter().flat_map(|(all, plainer)| all.split('|').map(move |one| (one, plainer)))
    {
        let mut words = written.split(' ');
        let Some(first) = words.next() else { continue };
        let rest = words.collect();
        forms.entry(first).or_default().push(Form { rest, written, plainer });
    }
    for of_one in forms.values_mut() {
        order::sort_by_key(of_one, |form| std::cmp::Reverse(form.rest.len()));
    }
    forms
});

/// A word that readers know only from letters of an office keeps them out, while
/// another says the same.
pub fn hard_words(reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    // Of one word a section needs to hear once.
    let mut told: Vec<&str> = Vec::new();
    let mut section = usize::MAX;
    for passage in reading.prose.passages.iter().filter(|passage| passage.kind != Kind::Cell) {
        if passage.section != section {
            section = passage.section;
            told.clear();
        }
        let words = tokens(passage, 0..passage.text.len());
        let mut after = 0;
        for (index, word) in words.iter().enumerate() {
            let Some(form) = form_at(&words[index..]).filter(|_| index >= after) else { continue };
            after = index + form.rest.len() + 1;
            let is_told = told.contains(&form.plainer);
            if is_told
                || is_a_name(passage, &words, index)
                || is_explained(&reading.scene.project.begrippen, form)
                || is_noun_of_verb(passage, &words, index, form)
                || is_something_else(&words, index, form)
            {
                continue;
            }
            let end = words[index + form.rest.len()].range.end;
            let what = if form.rest.is_empty() { "is een moeilijk woord" } else { "leest moeilijk" };
            if is_told_at_once(&passage.text[end..]) {
                continue;
            }
            told.push(form.plainer);
            let written = &passage.text[word.range.start..end];
            let text = format!("“{written}” {what}.");
            let finding = at(Code::L304, passage, word.range.start..end, text)
                .label("moeilijk woord")
                .hint(format!("Schrijf liever: {}.", alternatives(form.plainer)));
            found.push(match always(written, &words[..index], &words[index + form.rest.len() + 1..]) {
                Some(by) => mended(finding, reading, passage, word.range.start..end, &by),
                None => finding,
            });
        }
    }
    found
}

/// The word that always fits, with the capital of what it replaces. What is written in
/// capitals throughout stays for an editor, and so does "de raad besluit conform".
fn always(written: &str, before: &[Token], after: &[Token]) -> Option<String> {
    let lower = written.to_lowercase();
    let (_, by) = ALWAYS.iter().find(|(hard, _)| *hard == lower)?;
    let next = after.first();
    // "al reeds" would say the same word twice.
    let beside = before.last().into_iter().chain(next);
    if beside.into_iter().any(|word| word.lower == *by) {
        return None;
    }
    let rules_a_noun = |next: &Token| matches!(next.lower, "de" | "het" | "een" | "deze" | "dit");
    if lower == "conform" && !next.is_some_and(rules_a_noun) {
        return None;
    }
    let mut rest = written.chars();
    let first = rest.next()?;
    if rest.any(char::is_uppercase) {
        return None;
    }
    let mut by = by.chars();
    let begins = by.next()?;
    let begins = if first.is_uppercase() { begins.to_uppercase().to_string() } else { begins.to_string() };
    Some(begins + by.as_str())
}

/// Words with which a sentence says itself what it just said.
const THAT_IS: &[&str] =
    &[", dus ", ", dat is ", ", dat betekent", ", dat wil zeggen", ", oftewel ", ", ofwel "];

/// Whether the sentence goes on with what a word means: "tijdig, dus binnen zeven dagen".
fn is_told_at_once(after: &str) -> bool {
    THAT_IS.iter().any(|words| after.starts_with(words))
}

/// Whether words only look like a hard one: "dan wel" joins two parts that begin alike ("de
/// huurder dan wel de koper"); in "er ligt dan wel een net" it says
/// when and that.
fn is_something_else(words: &[Token], index: usize, form: &Form) -> bool {
    if form.written != "dan wel" {
        return false;
    }
    let Some(next) = words.get(index + 2) else { return true };
    let before = &words[index.saturating_sub(5)..index];
    !before.iter().any(|word| word.lower == next.lower)
}

/// The longest form that begins with the first of these words.
fn form_at<'f>(words: &[Token]) -> Option<&'f Form> {
    let forms = FORMS.get(words.first()?.lower)?;
    forms.iter().find(|form| {
        let next = words[1..].iter().map(|word| word.lower);
        form.rest.len() < words.len() && form.rest.iter().copied().eq(next.take(form.rest.len()))
    })
}

/// Whether a word is part of a name or of what is quoted.
fn is_a_name(passage: &Passage, words: &[Token], index: usize) -> bool {
    let word = &words[index];
    let begins = passage.text[..word.range.start].trim_end();
    let opens = begins.is_empty() || begins.ends_with(['.', '!', '?', ':', '…', '“', '(']);
    if (starts_upper(word.text) && !opens) || is_quoted(passage, word.range.start) {
        return true;
    }
    let before = index.checked_sub(1).map(|before| &words[before]);
    before.is_some_and(|before| {
        starts_upper(before.text) && NAMED.iter().any(|name| before.lower.ends_with(name))
    })
}

/// Whether the glossary of the site tells what it means.
fn is_explained(begrippen: &Begrippen, form: &Form) -> bool {
    let same = |name: &str| {
        let name = name.to_lowercase();
        name == form.written
            || (form.rest.is_empty() && name.starts_with(&form.written[..stem(form.written)]))
    };
    begrippen.iter().any(|begrip| begrip.namen().any(same))
}

/// How much of a word its other forms share, nearly.
fn stem(word: &str) -> usize {
    let keep = word.len().saturating_sub(3).max(word.len().min(5));
    (0..=keep).rev().find(|at| word.is_char_boundary(*at)).unwrap_or(0)
}

/// "het realiseren van" is told of as a verb that became a noun, and so is "Realisatie van"
/// at the head of the title of an agreement.
fn is_noun_of_verb(passage: &Passage, words: &[Token], index: usize, form: &Form) -> bool {
    let before = index.checked_sub(1).map(|before| words[before].lower);
    let after = words.get(index + 1).map(|after| after.lower);
    let heads =
        starts_upper(words[index].text) && (passage.kind != Kind::Title || passage.afspraak.is_some());
    let is_told = (heads || matches!(before, Some("het" | "de"))) && after == Some("van");
    is_told && form.rest.is_empty() && is_heavy(words[index].lower)
}

/// "‘met’ of ‘door’"
fn alternatives(plainer: &str) -> String {
    let all: Vec<String> = plainer.split(", ").map(|one| format!("“{one}”")).collect();
    match all.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} of {last}", rest.join(", ")),
        _ => all.concat(),
    }
}
