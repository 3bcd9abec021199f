//! Pictures: there, whole, safe to publish, and the same on pages and paper.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::markdown::{self, InlineKind, Target};
use crate::model::Site;
use crate::order::SortedMap;
use crate::pdf::{self, world::PdfTheme};
use crate::picture::{self, Fault, Uneven};
use crate::source::{ContentPath, MediaFile, Sources, Span, Spanned, Stamp, Stamper};

/// What was found in pictures, by path: looking at all of one takes long, and
/// the texts that show it are judged again with every change in them.
#[derive(Debug, Default)]
pub struct Inspected(Mutex<HashMap<(ContentPath, Use), Inspection>>);

#[derive(Debug, Clone)]
struct Inspection {
    /// Of the picture and, where it is printed, of the fonts.
    judged_by: Stamp,
    result: Result<(), Fault>,
}

/// What becomes of a picture: the less of it, the less is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Use {
    /// It stands on a page, and in PDFs.
    Printed,
    /// It stands on a page.
    Shown,
    /// It is there to be taken away.
    Linked,
}

impl Inspected {
    /// Forgets pictures that are no longer there.
    pub fn keep_only(&self, sources: &Sources) {
        self.lock().retain(|(path, _), _| sources.media().contains_key(path));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(ContentPath, Use), Inspection>> {
        // Whoever panicked while holding it left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks at pictures.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Where they are.
    pub sources: &'a Sources,
    /// What was found in them before.
    pub inspected: &'a Inspected,
    /// The fonts of the PDFs that they stand in; nothing for what only the site shows.
    pub fonts: Option<&'a PdfTheme>,
}

impl Look<'_> {
    /// The pictures of a text.
    pub fn at_text(self, text: &Text) -> Vec<Diagnostic> {
        let mut named: SortedMap<&ContentPath, (Use, Vec<Span>)> = SortedMap::new();
        let mut add = |path, to, span| {
            let (found, spans) = named.get_or_insert_with(path, || (to, Vec::new()));
            // What is shown anywhere has to be good enough for that.
            if to != Use::Linked && *found == Use::Linked {
                (*found, *spans) = (to, Vec::new());
            }
            spans.push(span);
        };
        let shown = self.shown();
        for blocks in text.blocks() {
            markdown::for_each_picture(blocks, &mut |picture| add(&picture.path, shown, picture.span));
            // What is only linked is published all the same.
            markdown::for_each_inline(blocks, &mut |inline| {
                if let InlineKind::Link(target, _) = &inline.kind
                    && let Target::File(path, _) = &**target
                    && self.is_picture(path)
                {
                    add(path, Use::Linked, inline.span);
                }
            });
        }
        let found = named.into_iter().filter_map(|(path, (to, spans))| self.find(path, to, *spans.first()?));
        found.collect()
    }

    /// The logos of the site and the parties.
    pub fn at_logos(self, site: &Site) -> Vec<Diagnostic> {
        site.logos().filter_map(|logo| self.find(&logo.value, self.shown(), logo.span)).collect()
    }

    /// Files to take away: a picture among them is published.
    pub fn at_files<'f>(self, files: impl Iterator<Item = &'f Spanned<ContentPath>>) -> Vec<Diagnostic> {
        let pictures = files.filter(|file| self.is_picture(&file.value));
        pictures.filter_map(|file| self.find(&file.value, Use::Linked, file.span)).collect()
    }

    fn shown(self) -> Use {
        if self.fonts.is_some() { Use::Printed } else { Use::Shown }
    }

    fn is_picture(self, path: &ContentPath) -> bool {
        picture::is_shown(path) && self.sources.media().contains_key(path)
    }

    /// What is wrong with the picture at `path`, which is named at `span`.
    fn find(self, path: &ContentPath, to: Use, span: Span) -> Option<Diagnostic> {
        if self.sources.unread().contains(path) {
            return None;
        }
        if !picture::is_shown(path) {
            return Some(wrong_kind(path, span));
        }
        let Some(file) = self.sources.media().get(path) else {
            return Some(missing(path, span, self.sources));
        };
        Some(told(self.inspect(path, to, file).err()?, path, span))
    }

    fn inspect(self, path: &ContentPath, to: Use, file: &MediaFile) -> Result<(), Fault> {
        let fonts = self.fonts.filter(|_| to == Use::Printed);
        let judged_by = Stamper::default().with(file.stamp).with_all(fonts.map(PdfTheme::stamp)).stamp();
        let key = (path.clone(), to);
        if let Some(known) = self.known(&key, judged_by) {
            return known;
        }
        let result = match to {
            Use::Linked => picture::inspect_file(path, &file.bytes),
            Use::Shown | Use::Printed => picture::inspect(path, &file.bytes),
        };
        let result = result.and_then(|()| match fonts {
            Some(fonts) if path.extension() == "svg" => {
                pdf::inspect_drawing(picture::published(path, file), fonts)
            }
            _ => Ok(()),
        });
        self.inspected.lock().insert(key, Inspection { judged_by, result: result.clone() });
        result
    }

    fn known(self, key: &(ContentPath, Use), judged_by: Stamp) -> Option<Result<(), Fault>> {
        let known = self.inspected.lock();
        known.get(key).filter(|known| known.judged_by == judged_by).map(|known| known.result.clone())
    }
}

fn missing(path: &ContentPath, span: Span, sources: &Sources) -> Diagnostic {
    let from = &sources.file(span.source).path;
    let known: Vec<String> = sources.media().keys().map(|known| known.seen_from(from)).collect();
    let known = known.iter().map(String::as_str);
    Diagnostic::at(Code::T105, span, format!("De afbeelding `{path}` is er niet."))
        .label("bestand ontbreekt")
        .hint(did_you_mean(&path.seen_from(from), known).unwrap_or_else(|| {
            "Zet het bestand in de map `media`, en kijk hoofdletters en spaties in de naam na.".into()
        }))
}

fn told(fault: Fault, path: &ContentPath, span: Span) -> Diagnostic {
    let at = |code, message| Diagnostic::at(code, span, message);
    match fault {
        Fault::Kind => wrong_kind(path, span),
        Fault::Broken => at(Code::T105, format!("De afbeelding `{path}` is stuk."))
            .label("dit bestand kan niet worden gelezen")
            .hint("Open de afbeelding in een tekenprogramma en sla haar opnieuw op."),
        Fault::Large => at(Code::T105, format!("De afbeelding `{path}` is te groot."))
            .label("meer dan 12.000 pixels breed of hoog")
            .hint("Maak de afbeelding kleiner; 2.000 pixels breed is ruim genoeg."),
        Fault::PressColours => {
            at(Code::T105, format!("De afbeelding `{path}` heeft de kleuren van een drukpers (CMYK)."))
                .label("deze kleuren kunnen niet in de PDF")
                .hint("Sla de afbeelding op met RGB-kleuren.")
        }
        Fault::Unsafe(what) => at(Code::T106, format!("De tekening `{path}` bevat {what}."))
            .label("dit is niet veilig om te publiceren")
            .hint("Sla de tekening op als gewone SVG, of als PNG."),
        Fault::Letters(letters) => {
            let letters: Vec<char> = letters.chars().collect();
            let message = match letters.as_slice() {
                [letter] => format!(
                    "Het teken {} in de tekening `{path}` staat niet in de letter van de PDF.",
                    named(*letter)
                ),
                letters => {
                    let named: Vec<String> = letters.iter().take(MOST).map(|letter| named(*letter)).collect();
                    format!(
                        "De tekens {} in de tekening `{path}` staan niet in de letter van de PDF.",
                        named.join(", ")
                    )
                }
            };
            at(Code::T107, message)
                .label("in deze tekening")
                .hint("Zet in het tekenprogramma de tekst om in paden, of schrijf in de tekening in woorden wat u bedoelt.")
        }
        Fault::Uneven(Uneven::TurnedPhoto) => {
            at(Code::T113, format!("In de tekening `{path}` zit een foto die op haar kant is opgeslagen."))
                .label("deze foto staat in de PDF anders dan op de site")
                .hint("Draai de foto in een fotoprogramma, sla haar op, en zet haar opnieuw in de tekening.")
        }
        Fault::Uneven(Uneven::FlowedText) => {
            at(Code::T113, format!("In de tekening `{path}` zit tekst die alleen Inkscape laat zien."))
                .label("deze tekst verdwijnt op de site en in de PDF")
                .hint("Kies in Inkscape Tekst > Omzetten naar tekst, en sla de tekening opnieuw op.")
        }
        Fault::Uneven(Uneven::NoSize) => {
            at(Code::T113, format!("De tekening `{path}` zegt niet hoe groot zij is."))
                .label("een browser snijdt een deel van deze tekening af")
                .hint("Sla de tekening opnieuw op met een vaste breedte en hoogte, of met een `viewBox`.")
        }
    }
}

/// How many letters are named: the first tell enough.
const MOST: usize = 5;

/// A letter as people see it and as programs number it.
fn named(letter: char) -> String {
    format!("`{letter}` (U+{:04X})", u32::from(letter))
}

fn wrong_kind(path: &ContentPath, span: Span) -> Diagnostic {
    Diagnostic::at(Code::T105, span, format!("`{path}` is geen afbeelding die hier kan staan."))
        .label("dit soort bestand kan niet")
        .hint("Gebruik een bestand dat eindigt op .svg, .png, .jpg, .webp of .gif.")
}
