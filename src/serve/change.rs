//! What changed between two editions, in the terms of who looks at the site.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::address::{self, OutputPath};
use crate::edition::Edition;
use crate::markdown::{Block, BlockKind, plain};
use crate::model::{Deel, Onderdeel};
use crate::order;
use crate::resolve::{Place, Resolver};
use crate::site::style;
use crate::source::{ContentPath, SourceId};

/// A page whose own source changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The page.
    pub page: OutputPath,
    /// The agreement or heading in which it changed.
    pub anchor: Option<String>,
    /// What that is called; else what the page is called.
    pub title: Option<String>,
    /// The document that the page belongs to.
    pub document: Option<String>,
}

/// Where in the site a place in a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// The page.
    pub page: OutputPath,
    /// Its title.
    pub page_title: String,
    /// The agreement, heading or term.
    pub anchor: Option<String>,
    /// What that is called.
    pub title: Option<String>,
    /// The document that the page belongs to.
    pub document: Option<String>,
}

/// The pages of the sources in `changed`, each at the first place where its
/// text differs.
pub fn pages(before: Option<&Edition>, now: &Edition, changed: &[ContentPath]) -> Vec<Change> {
    let change = |path: &ContentPath| {
        let (id, file) = now.sources.find(path)?;
        let known = before.and_then(|before| before.sources.find(path));
        let at = known.map_or(0, |(_, known)| first_difference(&known.text, &file.text));
        let found = whereabouts(now, path, id, at)?;
        let title = found.title.unwrap_or(found.page_title);
        Some(Change { page: found.page, anchor: found.anchor, title: Some(title), document: found.document })
    };
    changed.iter().filter_map(change).collect()
}

/// Where what stands at the byte `at` of a source is shown.
pub fn whereabouts(edition: &Edition, path: &ContentPath, id: SourceId, at: usize) -> Option<Whereabouts> {
    let project = edition.project.as_ref()?;
    let place = Resolver::new(project, &edition.sources).shown_at(path)?;
    let (titles, page_title, document) = match place {
        Place::Document(document) => {
            (headings(&document.preambule.blocks, id), document.titel.clone(), Some(document))
        }
        Place::LeftOut(document) => (Vec::new(), document.titel.clone(), Some(document)),
        Place::Part(document, deel) => (titles(deel, id), deel.titel().to_owned(), Some(document)),
        Place::Plain(pagina) => (headings(&pagina.tekst.blocks, id), pagina.titel.clone(), None),
        Place::Glossary => {
            let terms = project.begrippen.iter().filter(|begrip| begrip.span.source == id);
            let mut terms: Vec<_> = terms
                .map(|begrip| Title {
                    span: begrip.span.range(),
                    anchor: begrip.anker.clone(),
                    text: begrip.term.clone(),
                })
                .collect();
            order::sort_by_key(&mut terms, |title| title.span.start);
            (terms, "Begrippen".to_owned(), None)
        }
        Place::Register => {
            let entries = project.verwijzingen.iter().map(|found| Title {
                span: found.span.range(),
                anchor: found.id.as_str().to_owned(),
                text: found.titel.clone(),
            });
            (entries.collect(), "Bronnen".to_owned(), None)
        }
        Place::Policy => {
            let documents = project.beleid.iter().map(|stuk| Title {
                span: stuk.span.range(),
                anchor: stuk.id.as_str().to_owned(),
                text: stuk.titel.clone(),
            });
            (documents.collect(), "Beleid".to_owned(), None)
        }
    };
    let title = titles.into_iter().take_while(|title| title.span.start <= at).last();
    let (anchor, title) = title.map(|title| (title.anchor, title.text)).unzip();
    let anchor = address::anchor_in(place, anchor.as_deref());
    let document = document.map(|document| document.slug.to_string());
    Some(Whereabouts { page: address::of_place(place), page_title, anchor, title, document })
}

/// Something on a page that has a name of its own.
struct Title {
    span: Range<usize>,
    anchor: String,
    text: String,
}

/// What has a name in a part, as far as it stands in the file `id`.
fn titles(deel: &Deel, id: SourceId) -> Vec<Title> {
    match deel {
        Deel::Hoofdstuk(hoofdstuk) => headings(&hoofdstuk.tekst.blocks, id),
        Deel::Thema(thema) => thema
            .onderdelen
            .iter()
            .flat_map(|onderdeel| match onderdeel {
                Onderdeel::Tekst(blocks) => headings(blocks, id),
                Onderdeel::Afspraak(afspraak) if afspraak.span.source != id => Vec::new(),
                Onderdeel::Afspraak(afspraak) => vec![Title {
                    span: afspraak.span.range(),
                    anchor: afspraak.nummer.to_string(),
                    text: format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel)),
                }],
            })
            .collect(),
    }
}

fn headings(blocks: &[Block], id: SourceId) -> Vec<Title> {
    blocks
        .iter()
        .filter(|block| block.span.source == id)
        .filter_map(|block| match &block.kind {
            BlockKind::Heading(heading) => Some(Title {
                span: block.span.range(),
                anchor: heading.anchor.to_string(),
                text: plain::inlines(&heading.content),
            }),
            _ => None,
        })
        .collect()
}

fn first_difference(before: &str, now: &str) -> usize {
    before.bytes().zip(now.bytes()).take_while(|(a, b)| a == b).count()
}

/// Style sheets, pictures and other files that are shown and have new bytes.
pub fn files(before: &Edition, now: &Edition) -> Vec<OutputPath> {
    let mut files = Vec::new();
    if let (Some(known), Some(tools)) = (&before.tools, &now.tools)
        && !Arc::ptr_eq(known, tools)
    {
        let changed = tools.theme.folder("static/").filter(|(path, bytes)| {
            known.theme.file(&format!("static/{path}")).is_none_or(|known| known != *bytes)
        });
        files.extend(changed.map(|(path, _)| format!("{}/{path}", address::STATIC)));
    }
    if let (Some(known), Some(project)) = (&before.project, &now.project)
        && known.site.stamp != project.site.stamp
        && style::css(&known.site.huisstijl) != style::css(&project.site.huisstijl)
    {
        files.push(address::house_style());
    }
    let known = before.sources.media();
    let changed = now.sources.media().iter().filter(|(path, file)| {
        known.get(*path).is_none_or(|known| !Arc::ptr_eq(known, file) && known.stamp != file.stamp)
    });
    files.extend(changed.map(|(path, _)| address::media(path)));
    files
}
