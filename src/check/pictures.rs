//! Pictures: there, whole, and safe to publish.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Text;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::markdown::{self, InlineKind, Target};
use crate::model::Site;
use crate::picture::{self, Fault};
use crate::source::{ContentPath, MediaFile, Sources, Span, Spanned, Stamp};

/// What was found in pictures, by path: looking at all of one takes long, and
/// the texts that show it are judged again with every change in them.
#[derive(Debug, Default)]
pub struct Inspected(Mutex<HashMap<ContentPath, Inspection>>);

#[derive(Debug, Clone)]
struct Inspection {
    stamp: Stamp,
    result: Result<(), Fault>,
}

impl Inspected {
    fn inspect(&self, path: &ContentPath, file: &MediaFile) -> Result<(), Fault> {
        let known = self.lock().get(path).filter(|known| known.stamp == file.stamp).cloned();
        if let Some(known) = known {
            return known.result;
        }
        let result = picture::inspect(path, &file.bytes);
        self.lock().insert(path.clone(), Inspection { stamp: file.stamp, result: result.clone() });
        result
    }

    /// Forgets pictures that are no longer there.
    pub fn keep_only(&self, sources: &Sources) {
        self.lock().retain(|path, _| sources.media().contains_key(path));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ContentPath, Inspection>> {
        // Whoever panicked while holding it left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub fn check(text: &Text, sources: &Sources, inspected: &Inspected) -> Vec<Diagnostic> {
    let mut named: BTreeMap<&ContentPath, Vec<Span>> = BTreeMap::new();
    for blocks in text.blocks() {
        markdown::for_each_picture(blocks, &mut |picture| {
            named.entry(&picture.path).or_default().push(picture.span);
        });
        // A drawing that is only linked is published all the same.
        markdown::for_each_inline(blocks, &mut |inline| {
            if let InlineKind::Link(Target::File(path, _), _) = &inline.kind
                && path.extension() == "svg"
                && sources.media().contains_key(path)
            {
                named.entry(path).or_default().push(inline.span);
            }
        });
    }
    named.into_iter().filter_map(|(path, spans)| usable(path, *spans.first()?, sources, inspected)).collect()
}

/// The logos of the site and the parties.
pub fn check_logos(site: &Site, sources: &Sources, inspected: &Inspected) -> Vec<Diagnostic> {
    site.logos().filter_map(|logo| usable(&logo.value, logo.span, sources, inspected)).collect()
}

/// Files to take away: a drawing among them is published as it is.
pub fn check_files<'a>(
    files: impl Iterator<Item = &'a Spanned<ContentPath>>,
    sources: &Sources,
    inspected: &Inspected,
) -> Vec<Diagnostic> {
    let drawings =
        files.filter(|file| file.value.extension() == "svg" && sources.media().contains_key(&file.value));
    drawings.filter_map(|file| usable(&file.value, file.span, sources, inspected)).collect()
}

fn usable(path: &ContentPath, span: Span, sources: &Sources, inspected: &Inspected) -> Option<Diagnostic> {
    if sources.unread().contains(path) {
        return None;
    }
    if !picture::is_shown(path) {
        return Some(wrong_kind(path, span));
    }
    let Some(file) = sources.media().get(path) else {
        let from = &sources.file(span.source).path;
        let known: Vec<String> = sources.media().keys().map(|known| known.seen_from(from)).collect();
        let known = known.iter().map(String::as_str);
        return Some(
            Diagnostic::at(Code::T105, span, format!("De afbeelding `{path}` is er niet."))
                .label("bestand ontbreekt")
                .hint(did_you_mean(&path.seen_from(from), known).unwrap_or_else(|| {
                    "Zet het bestand in de map `media`, en kijk hoofdletters en spaties in de naam na.".into()
                })),
        );
    };
    let fault = inspected.inspect(path, file).err()?;
    Some(match fault {
        Fault::Kind => wrong_kind(path, span),
        Fault::Broken => Diagnostic::at(Code::T105, span, format!("De afbeelding `{path}` is stuk."))
            .label("dit bestand kan niet worden gelezen")
            .hint("Open de afbeelding in een tekenprogramma en sla haar opnieuw op."),
        Fault::Large => Diagnostic::at(Code::T105, span, format!("De afbeelding `{path}` is te groot."))
            .label("meer dan 12.000 pixels breed of hoog")
            .hint("Maak de afbeelding kleiner; 2.000 pixels breed is ruim genoeg."),
        Fault::PressColours => Diagnostic::at(
            Code::T105,
            span,
            format!("De afbeelding `{path}` heeft de kleuren van een drukpers (CMYK)."),
        )
        .label("deze kleuren kunnen niet in de PDF")
        .hint("Sla de afbeelding op met RGB-kleuren."),
        Fault::Unsafe(what) => {
            Diagnostic::at(Code::T106, span, format!("De tekening `{path}` bevat {what}."))
                .label("dit is niet veilig om te publiceren")
                .hint("Sla de tekening op als gewone SVG, of als PNG.")
        }
    })
}

fn wrong_kind(path: &ContentPath, span: Span) -> Diagnostic {
    Diagnostic::at(Code::T105, span, format!("`{path}` is geen afbeelding die hier kan staan."))
        .label("dit soort bestand kan niet")
        .hint("Gebruik een bestand dat eindigt op .svg, .png, .jpg, .webp of .gif.")
}
