//! Titles that are given twice, by which readers cannot tell chapters apart.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deel, HoofdstukSoort, Overeenkomst, Project};
use crate::source::{SourceId, Sources, Span, signs};

/// Chapters and themes of one document, and its appendices among themselves.
pub fn check(document: &Overeenkomst, sources: &Sources) -> Vec<Diagnostic> {
    let (appendices, chapters): (Vec<_>, Vec<_>) = document.delen.iter().partition(|deel| is_appendix(deel));
    let titled = |deel: &Deel| (deel.source(), deel.titel().to_owned());
    let mut found = doubles(chapters.into_iter().map(titled), "hoofdstukken", sources);
    found.extend(doubles(appendices.into_iter().map(titled), "bijlagen", sources));
    found
}

/// Plain pages.
pub fn pages(project: &Project, sources: &Sources) -> Vec<Diagnostic> {
    let titled = project.paginas.iter().map(|pagina| (pagina.source, pagina.titel.clone()));
    doubles(titled, "pagina's", sources)
}

fn is_appendix(deel: &Deel) -> bool {
    matches!(deel, Deel::Hoofdstuk(hoofdstuk) if matches!(hoofdstuk.soort, HoofdstukSoort::Bijlage { .. }))
}

fn doubles(
    titled: impl Iterator<Item = (SourceId, String)>,
    what: &str,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, SourceId> = HashMap::new();
    let mut found = Vec::new();
    for (source, title) in titled {
        let Some(first) = seen.insert(signs::as_read(&title).to_lowercase(), source) else { continue };
        found.push(
            Diagnostic::at(Code::V118, place(source, sources), format!("Twee {what} heten `{title}`."))
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
