//! Titles that are given twice, by which readers cannot tell chapters apart.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deel, HoofdstukSoort, Overeenkomst, Project, Slug};
use crate::source::{SourceId, Sources, Span, signs};

/// What has a title and an address.
struct Titled<'a> {
    source: SourceId,
    slug: &'a Slug,
    titel: &'a str,
}

/// Chapters and themes of one document, and its appendices among themselves.
pub fn check(document: &Overeenkomst, sources: &Sources) -> Vec<Diagnostic> {
    let (appendices, chapters): (Vec<_>, Vec<_>) = document.delen.iter().partition(|deel| is_appendix(deel));
    let mut found = doubles(chapters.into_iter().map(Titled::of_part), "hoofdstukken", sources);
    found.extend(doubles(appendices.into_iter().map(Titled::of_part), "bijlagen", sources));
    found
}

/// Plain pages.
pub fn pages(project: &Project, sources: &Sources) -> Vec<Diagnostic> {
    let pages = project.paginas.iter();
    let titled = pages.map(|page| Titled { source: page.source, slug: &page.slug, titel: &page.titel });
    doubles(titled, "pagina's", sources)
}

impl<'a> Titled<'a> {
    fn of_part(deel: &'a Deel) -> Self {
        Self { source: deel.source(), slug: deel.slug(), titel: deel.titel() }
    }
}

fn is_appendix(deel: &Deel) -> bool {
    matches!(deel, Deel::Hoofdstuk(hoofdstuk) if matches!(hoofdstuk.soort, HoofdstukSoort::Bijlage { .. }))
}

fn doubles<'a>(titled: impl Iterator<Item = Titled<'a>>, what: &str, sources: &Sources) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, (SourceId, &Slug)> = HashMap::new();
    let mut found = Vec::new();
    for Titled { source, slug, titel } in titled {
        let key = signs::as_read(titel).to_lowercase();
        let Some((first, address)) = seen.insert(key, (source, slug)) else { continue };
        // Two of one address are told as that.
        if address == slug {
            continue;
        }
        found.push(
            Diagnostic::at(Code::V118, place(source, sources), format!("Twee {what} heten `{titel}`."))
                .label("tweede keer")
                .note(place(first, sources), "eerste keer")
                .hint("Geef elk een eigen titel. Is een van de twee een kopie? Haal die dan weg."),
        );
    }
    found
}

/// The line on which a file says what it is called.
fn place(source: SourceId, sources: &Sources) -> Span {
    let text = &sources.file(source).text;
    let start = text.find("\ntitel:").map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    Span::new(source, start..start + line.trim_end().len())
}
