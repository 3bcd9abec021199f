//! What each party puts in.

use super::super::prose::{Word, lower};
use super::super::smart::actors::Actors;
use super::super::smart::listening::begins_with_a_verb;
use super::super::smart::read::agreements;
use super::super::smart::vague::has_vague_intention;
use super::{Finding, Subject, is_read, stands_alone};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Afspraak, AfspraakNummer, AfspraakSoort, Cijfersoort, Deel, Overeenkomst, OvereenkomstSoort, Partij, Rol,
    Thema,
};
use crate::order::SortedSet;

/// From how many agreements on a build says of a whole theme that one role alone acts (W114).
const TOLD_OF_THE_THEME: usize = 3;

/// A corporation that does it all alone was not asked what it needs, nor what others could do.
pub fn corporation_alone(subject: &Subject) -> Vec<Finding> {
    let document = subject.document;
    let binding = document.soort.zijn_afspraken() && document.soort != OvereenkomstSoort::Spelregels;
    let has_others = document.partijen.iter().any(|partij| partij.rol != Rol::Corporatie);
    if !binding || !has_others || !is_read(document) {
        return Vec::new();
    }
    let others = Actors::beside_corporations(document);
    let told = document.themas().filter(|thema| is_told(thema)).flat_map(Thema::afspraken);
    let told: SortedSet<&AfspraakNummer> = told.map(|afspraak| &afspraak.nummer).collect();
    let everybody = Actors::of(document);
    let all = agreements(subject);
    let helped: SortedSet<&AfspraakNummer> = all
        .iter()
        .filter(|whole| !nobody_but_corporations(whole.afspraak) || others.act_in(whole))
        .map(|whole| &whole.afspraak.nummer)
        .collect();
    let tied = |afspraak: &Afspraak| is_tied(document, afspraak, &helped);
    let alone = all.iter().filter(|whole| {
        let afspraak = whole.afspraak;
        is_for_one(afspraak)
            && !told.contains(&afspraak.nummer)
            && !helped.contains(&afspraak.nummer)
            && !tied(afspraak)
            // Who only intends something, does not know yet what it takes.
            && !has_vague_intention(whole, &everybody)
    });
    alone
        .map(|whole| {
            let message = format!("In afspraak {} doet alleen de corporatie iets.", whole.afspraak.nummer);
            subject
                .at(whole.afspraak, Code::W201, message)
                .label("en de anderen?")
                .hint("Vraag wat de corporatie hiervoor van de gemeente of de huurders nodig heeft, en zet dat bij `wie:`.")
        })
        .collect()
}

/// Whether corporations act and nobody else, in something new that takes more than an owner
/// does alone. In a transaction each gives something in return, and a guarantee is of one party.
fn is_for_one(afspraak: &Afspraak) -> bool {
    afspraak.soort == AfspraakSoort::Handeling
        && only_corporations(afspraak)
        && !afspraak.going_concern
        && afspraak.werkt_uit.is_empty()
        && !afspraak.wie.iter().all(|inzet| is_of_the_owner(&inzet.tekst))
}

/// Whether an agreement waits for one in which another party acts, or is of a package
/// with such a one.
fn is_tied(document: &Overeenkomst, afspraak: &Afspraak, helped: &SortedSet<&AfspraakNummer>) -> bool {
    let in_package = |other: &&Afspraak| {
        let pakket = |of: &Afspraak| of.pakket.as_ref().map(|pakket| pakket.value.clone());
        afspraak.pakket.is_some() && pakket(other) == pakket(afspraak)
    };
    afspraak.afhankelijk_van.iter().any(|need| helped.contains(&need.nummer.value))
        || document.lopende_afspraken().filter(in_package).any(|other| helped.contains(&other.nummer))
}

/// What an owner does with its own houses and money, and needs nobody else for: upkeep,
/// insulation, sale, demolition, paying.
const OF_THE_OWNER: &[&str] = &[
    "betaalt",
    "isoleert",
    "onderhoudt",
    "renoveert",
    "repareert",
    "schildert",
    "sloopt",
    "verduurzaamt",
    "vergoedt",
    "verkoopt",
];

/// What it does by itself with parts of its houses, but not with houses: what comes in
/// their place asks for more.
const OF_PARTS: &[&str] = &["vernieuwt", "vervangt"];
const HOUSES: &[&str] = &["complex", "flat", "flats", "huizen", "woning", "woningen"];

/// What it does with its money, where that is what it gives.
const GIVING: &[&str] = &["besteedt", "geeft", "reserveert", "schenkt"];

/// Words for money that is given.
const GIFTS: &[&str] = &["bijdrage", "budget", "euro", "geld", "korting", "miljoen"];

/// Whether an owner does by itself all that a text says.
fn is_of_the_owner(text: &str) -> bool {
    let words = lower(text);
    let is_own = |part: &[Word]| {
        let is_in = |verbs: &[&str]| part.first().is_some_and(|(_, verb)| verbs.contains(&verb.as_str()));
        is_in(OF_THE_OWNER)
            || (is_in(OF_PARTS) && !part.iter().any(|(_, word)| HOUSES.contains(&word.as_str())))
            || (is_in(GIVING) && names_means(text, GIFTS))
    };
    let mut parts = words.split(|(_, word)| word == "en");
    parts.next().is_some_and(is_own) && parts.all(|part| !begins_with_a_verb(part) || is_own(part))
}

fn nobody_but_corporations(afspraak: &Afspraak) -> bool {
    afspraak.wie.iter().all(|inzet| inzet.partij.rol == Rol::Corporatie)
}

fn only_corporations(afspraak: &Afspraak) -> bool {
    !afspraak.wie.is_empty() && nobody_but_corporations(afspraak)
}

fn is_told(thema: &Thema) -> bool {
    let acting = || thema.lopende_afspraken().filter(|afspraak| !afspraak.wie.is_empty());
    acting().count() >= TOLD_OF_THE_THEME && acting().all(only_corporations)
}

/// Who signs and promises nothing, is no party to agreements.
pub fn promises_nothing(subject: &Subject) -> Vec<Finding> {
    let document = subject.document;
    let somebody = document.afspraken().any(|afspraak| !afspraak.noemt_niemand());
    if !stands_alone(document) || !somebody {
        return Vec::new();
    }
    let idle = document.partijen.iter().zip(&document.plaatsen.partijen).filter(|(partij, _)| {
        let promises = document.afspraken().any(|afspraak| afspraak.bindt(&partij.id));
        !promises && !has_figures(document, partij) && !signs_for_nothing(document, partij)
    });
    idle.map(|(partij, place)| {
        let message = format!("{} belooft in deze overeenkomst niets.", partij.naam);
        let diagnostic = Diagnostic::at(Code::W202, *place, message).label("staat nergens bij `wie:`");
        let hint = "Zet bij ten minste één afspraak wat deze partij doet, of haal haar weg bij `partijen:`.";
        diagnostic.hint(hint).into()
    })
    .collect()
}

/// Whether figures of a party stand in a table.
fn has_figures(document: &Overeenkomst, partij: &Partij) -> bool {
    let tables = document.delen.iter().flat_map(Deel::cijfers);
    tables.flat_map(|table| &table.regels).any(|regel| regel.partij.id == partij.id)
}

/// Whether a build says that it signs, but for nothing (M173).
fn signs_for_nothing(document: &Overeenkomst, partij: &Partij) -> bool {
    let mut own = document.ondertekening.door.iter().filter(|door| door.partij.value.id == partij.id);
    own.any(|door| document.tekent_voor(door).delen().is_some_and(<[_]>::is_empty))
}

/// Words for means of a municipality (lines 495, 503 and 504): how they begin.
const MEANS: &[&str] = &[
    "achtervang",
    "beschikbaar",
    "bestemmingsplan",
    "betaal",
    "borg",
    "budget",
    "doelgroepenverordening",
    "euro",
    "financier",
    "garant",
    "grond",
    "huisvestingsverordening",
    "investeer",
    "kosten",
    "kavel",
    "miljoen",
    "omgevingsplan",
    "stort",
    "subsidi",
    "verordening",
    "vergoed",
];

/// Words for money of a corporation.
const MONEY: &[&str] = &["betaal", "euro", "financier", "investeer", "miljoen", "stort", "vergoed"];

/// A municipality that asks corporations to invest invests too: in land, guarantees or
/// the costs of streets.
pub fn municipality_without_means(subject: &Subject) -> Vec<Finding> {
    let document = subject.document;
    if !stands_alone(document)
        || !puts_in(document, Rol::Corporatie, MONEY)
        || puts_in(document, Rol::Gemeente, MEANS)
    {
        return Vec::new();
    }
    let parties = document.partijen.iter().zip(&document.plaatsen.partijen);
    let mut municipalities = parties.filter(|(partij, _)| partij.rol == Rol::Gemeente);
    let found = municipalities.next().map(|(partij, place)| {
        let message = format!("{} zet in deze overeenkomst geen geld of ander middel in.", partij.naam);
        Diagnostic::at(Code::W205, *place, message)
            .label("corporaties doen dat wel")
            .hint("Schrijf bij `wie:` wat de gemeente inzet, met `instrument:` of `bedrag:`: grond, een lagere grondprijs, achtervang of de kosten van straten en groen.")
            .into()
    });
    found.into_iter().collect()
}

/// Whether a role puts in money or means: as facts, in figures or in words.
fn puts_in(document: &Overeenkomst, rol: Rol, words: &[&str]) -> bool {
    let mut acts = document.afspraken().flat_map(|afspraak| &afspraak.wie);
    let tables = document.delen.iter().flat_map(Deel::cijfers);
    let mut spent =
        tables.filter(|table| table.soort != Cijfersoort::Aantallen).flat_map(|table| &table.regels);
    acts.any(|inzet| {
        inzet.partij.rol == rol && (inzet.bijdrage.is_some() || names_means(&inzet.tekst, words))
    }) || spent.any(|regel| regel.partij.rol == rol)
}

fn names_means(text: &str, means: &[&str]) -> bool {
    let begins = |word: &str| means.iter().any(|means| word.starts_with(means));
    text.contains('€') || lower(text).iter().any(|(_, word)| begins(word))
}

#[cfg(test)]
mod tests {
    use super::is_of_the_owner;

    #[test]
    fn an_owner_keeps_up_its_houses_and_gives_its_money_alone() {
        for alone in [
            "isoleert 40 woningen en vier flats",
            "geeft bewoners geld en sloopt de schuren",
            "vervangt 200 ketels",
        ] {
            assert!(is_of_the_owner(alone), "{alone}");
        }
        for together in
            ["bouwt 40 woningen", "isoleert de flat en sluit haar aan", "geeft voorrang", "vervangt de flats"]
        {
            assert!(!is_of_the_owner(together), "{together}");
        }
    }
}
