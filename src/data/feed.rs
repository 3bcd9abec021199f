//! `feed.xml`: what was decided when, as an Atom feed (RFC 4287), for whoever
//! wants to hear of new agreements without looking: each step of a document
//! that has a date is an entry.

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};
use sha2::{Digest, Sha256};

use super::Desk;
use crate::address;
use crate::model::{Datum, Overeenkomst, Status};
use crate::order;

/// Where it goes.
pub const PATH: &str = "feed.xml";

/// How many entries: who follows a feed reads the newest.
const MOST: usize = 100;

/// The feed, the newest step first.
pub fn xml(desk: &Desk) -> Vec<u8> {
    let mut steps: Vec<Step> = desk
        .project
        .overeenkomsten
        .iter()
        .flat_map(|document| document.datums.iter().map(move |step| Step { document, step: *step }))
        .collect();
    order::sort_by_key(&mut steps, |step| (std::cmp::Reverse(step.step.1), &step.document.slug, step.step.0));
    steps.truncate(MOST);
    let site = &desk.project.site;
    let author = site.corporatie.as_ref().map_or(&site.naam, |partij| &partij.naam);
    let entries: Vec<Entry> = steps.iter().filter_map(|step| step.entry(desk)).collect();
    let feed = Feed {
        title: Text::plain(site.naam.clone()),
        subtitle: site.ondertitel.clone().map(Text::plain),
        id: identity(&[&site.naam]),
        // Without a single step there is nothing that was ever changed.
        updated: entries.first().map(|entry| entry.updated).unwrap_or_default(),
        authors: vec![Person { name: author.clone(), ..Person::default() }],
        links: vec![link(desk, address::HOME, "alternate", "text/html"), link(desk, PATH, "self", TYPE)],
        lang: Some("nl".into()),
        entries,
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    // Writing to memory cannot fail.
    feed.write_with_config(Vec::new(), config).unwrap_or_default()
}

/// The media type of Atom (RFC 4287, section 7).
pub const TYPE: &str = "application/atom+xml";

/// A step that a document took.
struct Step<'a> {
    document: &'a Overeenkomst,
    step: (Status, Datum),
}

impl Step<'_> {
    fn entry(&self, desk: &Desk) -> Option<Entry> {
        let Self { document, step: (status, datum) } = self;
        let updated = moment(*datum)?;
        let label = desk.labels.status(*status);
        let values = [("status", label.as_str()), ("datum", &datum.voluit())];
        let says = desk.labels.with("feed-stap", &values);
        let summary = match &document.samenvatting {
            Some(samenvatting) => format!("{says} {samenvatting}"),
            None => says,
        };
        Some(Entry {
            title: Text::plain(format!("{}: {}", document.titel, label.to_lowercase())),
            id: identity(&[&desk.project.site.naam, document.slug.as_str(), status.word()]),
            updated,
            published: Some(updated),
            categories: vec![Category {
                term: document.soort.word().into(),
                label: Some(desk.labels.soort_overeenkomst(document.soort)),
                ..Category::default()
            }],
            links: vec![link(desk, &address::document(document), "alternate", "text/html")],
            summary: Some(Text::plain(summary)),
            ..Entry::default()
        })
    }
}

/// Noon of a day: the same day everywhere in the Netherlands.
fn moment(datum: Datum) -> Option<FixedDateTime> {
    format!("{datum}T12:00:00+00:00").parse().ok()
}

/// A link to a file of the site: in full where its address is known, else as
/// seen from the feed.
fn link(desk: &Desk, path: &str, rel: &str, kind: &str) -> Link {
    let href = desk.address(path).unwrap_or_else(|| address::relative(PATH, path));
    Link { href, rel: rel.into(), mime_type: Some(kind.into()), ..Link::default() }
}

/// An id that stays when the site moves to another address: a UUID of version
/// 8 (RFC 9562, section 5.8), made of a hash of what it stands for.
fn identity(names: &[&str]) -> String {
    let mut bytes: [u8; 16] = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(names.join("\n"))[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
