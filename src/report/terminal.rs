//! Diagnostics as rustc shows them: place, excerpt underlined, hint.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::{SourceId, Sources};

/// Nobody reads on after so many; `--format json` gives all.
const MOST_SHOWN: usize = 100;
/// Excerpts longer than this are cut: nobody reads on, and a terminal wraps.
const MAX_EXCERPT_BYTES: usize = 400;

/// All diagnostics as one text with colour codes in it; whoever prints it
/// strips them where the terminal has no colour.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for diagnostic in &diagnostics[..diagnostics.len().min(MOST_SHOWN)] {
        out.push_str(&renderer.render(&report(diagnostic, sources)));
        out.push_str("\n\n");
    }
    if let Some(more) = diagnostics.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        out.push_str(&format!("… en nog {more} meldingen. Los eerst de meldingen hierboven op.\n\n"));
    }
    out
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    };
    let title = level
        .with_name(diagnostic.severity().word())
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.id());
    let group = match &diagnostic.place {
        Place::Text(_) => Group::with_title(title),
        Place::File(path) => Group::with_title(title).element(Origin::path(path.as_str())),
        Place::Theme { path, position } => {
            let origin = Origin::path(path.as_str());
            Group::with_title(title).element(match position {
                Some((line, column)) => origin.line(*line).char_column(*column),
                None => origin,
            })
        }
    };
    let mut group =
        excerpts(diagnostic, sources).into_iter().fold(group, |group, snippet| group.element(snippet));
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.with_name("tip").message(hint.as_str()));
    }
    vec![group]
}

/// One excerpt a file, the file of the mistake first.
fn excerpts<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut marks = Vec::new();
    if let Place::Text(span) = diagnostic.place {
        marks.push((span, diagnostic.label.as_deref(), AnnotationKind::Primary));
    }
    marks.extend(
        diagnostic.notes.iter().map(|note| (note.span, Some(note.text.as_str()), AnnotationKind::Context)),
    );
    let mut files: Vec<SourceId> = marks.iter().map(|(span, ..)| span.source).collect();
    files.dedup();
    files
        .into_iter()
        .map(|source| {
            let file = sources.file(source);
            marks.iter().filter(|(span, ..)| span.source == source).fold(
                Snippet::source(&*file.text).path(file.path.as_str()).fold(true),
                |snippet, (span, label, kind)| {
                    let range = visible(&file.text, span.range());
                    snippet.annotation(kind.span(range).label(*label))
                },
            )
        })
        .collect()
}

/// What is underlined: never empty, never past the end, never half a letter,
/// and of a long stretch only the first line.
fn visible(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = range.end.clamp(start, text.len()).min(start + MAX_EXCERPT_BYTES);
    let end = text.floor_char_boundary(end);
    let line = text[start..end].find(['\n', '\r']).map_or(end, |newline| start + newline);
    if line > start {
        return start..line;
    }
    start..text.ceil_char_boundary((start + 1).min(text.len()))
}
