//! Whether readers can see how it went.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afspraak, Datum, Fase, Jaar, Overeenkomst, OvereenkomstSoort, Slug, Stoplicht};
use crate::order::{SortedMap, SortedSet};
use crate::rules::{Finding, Scene, Subject};

/// The months in which parties look back on the year before (handbook lines 512 and 622).
const LOOKING_BACK: u16 = 3;

/// A year that nobody judged is one that nobody learned from.
///
/// Looks at all documents: a year may be judged in its slice, or in an evaluation.
pub fn year_without_judgement(scene: &Scene) -> Vec<Finding> {
    let followed = |document: &Overeenkomst| {
        let kinds = [
            OvereenkomstSoort::Meerjarenafspraken,
            OvereenkomstSoort::Jaarafspraken,
            OvereenkomstSoort::Raamovereenkomst,
        ];
        kinds.contains(&document.soort)
            && document.fase(scene.date) == Fase::VanKracht
            && document.volledigheid.is_volledig()
            && document.lopende_afspraken().any(Afspraak::wordt_gevolgd)
    };
    let documents = scene.project.overeenkomsten.iter().filter(|document| followed(document));
    let mut documents = documents.peekable();
    if documents.peek().is_none() {
        return Vec::new();
    }
    let judged = judged_below(scene);
    let nothing = SortedSet::new();
    let mut found = Vec::new();
    for document in documents {
        let below = judged.get(&document.slug).unwrap_or(&nothing);
        let own: SortedSet<Jaar> = years(document).collect();
        let open =
            past_years(document, scene.date).filter(|jaar| !own.contains(jaar) && !below.contains(jaar));
        found.extend(open.map(|jaar| without_judgement(document, jaar)));
    }
    found
}

/// The years of a document's term on which parties should have looked back.
fn past_years(document: &Overeenkomst, today: Datum) -> impl Iterator<Item = Jaar> {
    let (van, tot) = (document.looptijd.van().jaar(), document.looptijd.tot_en_met().jaar());
    van.tot_en_met(tot).filter(move |jaar| jaar.laatste_dag().plus_maanden(LOOKING_BACK) < today)
}

/// The years that some agreement of a document was judged for.
fn years(document: &Overeenkomst) -> impl Iterator<Item = Jaar> {
    let judgements = document.afspraken().flat_map(|afspraak| &afspraak.voortgang.beoordelingen);
    judgements.map(|beoordeling| beoordeling.jaar.value)
}

/// The years that were judged in documents that stand under another, by the address of that one.
fn judged_below<'a>(scene: &Scene<'a>) -> SortedMap<&'a Slug, SortedSet<Jaar>> {
    let mut judged: SortedMap<&Slug, SortedSet<Jaar>> = SortedMap::new();
    for document in &scene.project.overeenkomsten {
        let Some(boven) = &document.hoort_bij else { continue };
        let years_of = judged.get_or_default(&boven.value);
        years_of.extend(years(document));
        if document.evaluatie.is_some() {
            let (van, tot) = (document.looptijd.van().jaar(), document.looptijd.tot_en_met().jaar());
            years_of.extend(van.tot_en_met(tot));
        }
    }
    judged
}

fn without_judgement(document: &Overeenkomst, jaar: Jaar) -> Finding {
    let message =
        format!("Het jaar {jaar} is voorbij, maar bij geen enkele afspraak staat hoe het toen ging.");
    Diagnostic::at(Code::P208, document.plaatsen.looptijd, message)
        .label("zonder oordeel over een voorbij jaar")
        .hint(format!("Kijk met de partijen terug op {jaar}, en zet bij de afspraken een stoplicht: `status: {{{jaar}: groen}}`."))
        .into()
}

/// When the day has gone by and nobody says a word, readers think the worst.
pub fn past_without_word(subject: &Subject) -> Vec<Finding> {
    let (document, today) = (subject.document, subject.scene.date);
    if document.fase(today) != Fase::VanKracht {
        return Vec::new();
    }
    let limit = i32::try_from(subject.limit(Code::P209)).unwrap_or(i32::MAX);
    let silent = subject.afspraken().filter_map(|(_, afspraak)| {
        let last = afspraak.uiterste_dag()?;
        let waits = afspraak.wordt_gevolgd() && last.dagen_tot(today) > limit && !is_reported(afspraak, last);
        waits.then_some((afspraak, last))
    });
    let silent: Vec<_> = silent.collect();
    // Where nothing is ever reported, that is one thing to take up, not as many as there are agreements.
    let reports = document.afspraken().any(|afspraak| {
        !afspraak.voortgang.beoordelingen.is_empty() || !afspraak.voortgang.verantwoording.is_empty()
    });
    match silent.as_slice() {
        [(first, last), others @ ..] if !reports => vec![without_word(subject, first, *last, others.len())],
        all => all.iter().map(|(afspraak, last)| without_word(subject, afspraak, *last, 0)).collect(),
    }
}

/// Whether it says how it went: a judgement of that year or a later one, or what a
/// party did in it. A judgement from before the day is one only when it is good.
fn is_reported(afspraak: &Afspraak, last: Datum) -> bool {
    let judged = afspraak.voortgang.beoordelingen.iter().any(|beoordeling| {
        let since = beoordeling.datum.is_none_or(|datum| datum >= last);
        beoordeling.jaar.value >= last.jaar() && (since || beoordeling.kleur == Stoplicht::Groen)
    });
    let told = afspraak.voortgang.verantwoording.iter();
    judged || told.map(|told| told.datum.jaar()).any(|jaar| jaar >= last.jaar())
}

fn without_word(subject: &Subject, afspraak: &Afspraak, last: Datum, others: usize) -> Finding {
    let also = match others {
        0 => String::new(),
        1 => " Dat geldt ook voor een andere afspraak.".to_owned(),
        _ => format!(" Dat geldt ook voor {others} andere afspraken."),
    };
    let message = format!(
        "Deze afspraak moest uiterlijk op {} klaar zijn, maar er staat niet hoe het is gegaan.{also}",
        last.voluit()
    );
    subject
        .at(afspraak, Code::P209, message)
        .label("nog zonder bericht")
        .hint(format!(
            "Zet er een stoplicht bij (`status: {{{}: groen}}`) of een bericht onder `voortgang`. Is de dag verschoven, pas dan `wanneer` aan.",
            last.jaar()
        ))
}
