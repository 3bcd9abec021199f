//! `kalender.ics`: the days of a document, or of all, for a calendar program
//! (RFC 5545). All-day events in Dutch; what they are called stays the same
//! from build to build, so that a calendar that follows the file moves an event
//! instead of adding another.

use std::collections::HashMap;

use icalendar::{Calendar, Component, Event, Property};
use sha2::{Digest, Sha256};

use super::Desk;
use crate::address;
use crate::model::{
    Datum, Gebeurtenis, GedeeldeDag, Kalenderdag, OVERZICHTELIJK, Overeenkomst, gedeelde_dagen,
};

/// The days of one document.
pub fn of_document(desk: &Desk, document: &Overeenkomst) -> Vec<u8> {
    write(desk, &document.titel, std::iter::once(document))
}

/// The days of all documents; of more than one can follow, those that they have in common.
pub fn of_site(desk: &Desk) -> Vec<u8> {
    let documents = &desk.project.overeenkomsten;
    let name = &desk.project.site.naam;
    if documents.len() <= OVERZICHTELIJK {
        return write(desk, name, documents.iter().map(|document| &**document));
    }
    let mut calendar = empty(name);
    for gedeeld in gedeelde_dagen(documents, &desk.project.site.kalender) {
        calendar.push(shared_event(desk, &gedeeld));
    }
    calendar.to_string().into_bytes()
}

fn empty(name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", "-//afspraken//kalender//NL"), ("CALSCALE", "GREGORIAN")]
    {
        calendar.append_property(Property::new(key, value));
    }
    // `Calendar::name` would write NAME, which is younger than most of what the crate knows,
    // without its escapes.
    calendar.append_property(Property::new("NAME", escaped(name)));
    calendar.append_property(Property::new("X-WR-CALNAME", name));
    calendar
}

fn write<'a>(desk: &Desk, name: &str, documents: impl Iterator<Item = &'a Overeenkomst>) -> Vec<u8> {
    let mut calendar = empty(name);
    for document in documents {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for dag in document.kalenderdagen(&desk.project.site.kalender) {
            let key = dag.wat.sleutel();
            let times = seen.entry(key.clone()).or_default();
            *times += 1;
            calendar.push(event(desk, document, &dag, &key, *times));
        }
    }
    calendar.to_string().into_bytes()
}

/// A day that many documents have in common: without a page, as each has its own.
fn shared_event(desk: &Desk, gedeeld: &GedeeldeDag) -> Event {
    let GedeeldeDag { dag, document, aantal } = gedeeld;
    let key = format!("{}-{}", dag.wat.sleutel(), dag.datum);
    let mut event = all_day(desk, document, dag, &identity(&[&desk.project.site.naam, &key]));
    event.description(&desk.labels.count("kalender-aantal", "aantal", *aantal));
    event.done()
}

fn event(desk: &Desk, document: &Overeenkomst, dag: &Kalenderdag, key: &str, times: usize) -> Event {
    let name = identity(&[&desk.project.site.naam, document.slug.as_str(), key, &times.to_string()]);
    let mut event = all_day(desk, document, dag, &name);
    event.description(&document.titel);
    if let Some(url) = desk.address(&path_of(document, dag.wat)) {
        event.add_property("URL", url);
    }
    event.done()
}

/// What all events have.
fn all_day(desk: &Desk, document: &Overeenkomst, dag: &Kalenderdag, name: &str) -> Event {
    let mut event = Event::new();
    event.uid(name);
    // The day of the document, never that of the build.
    event.add_property("DTSTAMP", format!("{}T000000Z", compact(document.datum())));
    for (name, datum) in [("DTSTART", dag.datum), ("DTEND", dag.datum.volgende())] {
        event.append_property(Property::new(name, compact(datum)).add_parameter("VALUE", "DATE").done());
    }
    event.add_property("TRANSP", "TRANSPARENT");
    event.summary(&desk.labels.gebeurtenis(dag.wat));
    event.add_property("CATEGORIES", "Prestatieafspraken");
    event
}

/// Where readers find more: the agreement, or the document.
fn path_of(document: &Overeenkomst, wat: Gebeurtenis) -> String {
    match wat {
        Gebeurtenis::Afspraak(thema, _) => document
            .delen
            .iter()
            .find(|deel| deel.source() == thema.source)
            .map_or_else(|| address::document(document), |deel| address::part(document, deel)),
        _ => address::document(document),
    }
}

/// A text as RFC 5545 (3.3.11) writes it: what separates values there is part of it here.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            ',' | ';' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign => out.push(sign),
        }
    }
    out
}

/// `20270401`
fn compact(datum: Datum) -> String {
    datum.to_string().replace('-', "")
}

/// A name of an event that is the world's only one, and stays the same.
fn identity(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digits: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{digits}@afspraken")
}
