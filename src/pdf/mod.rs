//! The PDFs: a document of the model set by Typst, as PDF/UA-1 and PDF/A-2a.
//!
//! `content` turns a document into Typst source of one line a block, in
//! which the author's text stands only in string literals; [`world`] is all
//! that Typst can see: that source, the theme's templates and fonts, and the
//! pictures. Wording and layout are the theme's (`themes/…/pdf/*.typ`).

mod apart;
mod blocks;
mod call;
mod content;
mod details;
mod draft;
mod drawings;
mod glyphs;
mod links;
pub mod literal;
mod proof;
mod selection;
mod sheets;
mod sources;
pub mod world;

use std::sync::Arc;

use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst::syntax::Source;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::data::canonical::Canonical;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Datum, Documentvorm, Overeenkomst, Partij, Project, Uittreksel, WebAdres};
use crate::resolve::Resolver;
use crate::source::{Sources, Span};
use crate::theme::labels::Labels;
use content::Generated;
pub use content::PREAMBLE;
pub use draft::Draft;
pub use drawings::inspect_drawing;
pub use glyphs::missing_glyphs;
pub use sheets::{Sheet, Sheets, Spot};
use world::{PdfTheme, PdfWorld};

/// Which copy of a document.
#[derive(Debug, Clone, Copy)]
pub enum Copy<'a> {
    /// The one that goes online.
    Publication,
    /// One to print and sign.
    Signing {
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
        /// Whose it is.
        partij: &'a Partij,
    },
}

/// What is printed: a document or an extract of it, as one of its copies.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    /// The document.
    pub document: &'a Overeenkomst,
    /// What of it; nothing stands for all.
    pub uittreksel: Option<Uittreksel<'a>>,
    /// Which copy.
    pub copy: Copy<'a>,
}

impl Print<'_> {
    /// The theme's file for this kind of copy.
    fn template(&self) -> &'static str {
        match (self.copy, self.uittreksel, self.document.vorm) {
            (Copy::Publication, Some(_), _) => "/pdf/uittreksel.typ",
            (Copy::Publication, None, Documentvorm::Licht) => "/pdf/publicatie-licht.typ",
            (Copy::Publication, None, Documentvorm::Gewoon) => "/pdf/publicatie.typ",
            (Copy::Signing { .. }, _, Documentvorm::Licht) => "/pdf/tekenexemplaar-licht.typ",
            (Copy::Signing { .. }, _, Documentvorm::Gewoon) => "/pdf/tekenexemplaar.typ",
        }
    }

    /// What an editor calls it.
    fn naam(&self) -> String {
        let copy = match self.copy {
            Copy::Publication => "publicatie".to_owned(),
            Copy::Signing { partij, .. } => format!("tekenexemplaar van {}", partij.kort),
        };
        match self.uittreksel {
            None => copy,
            Some(uittreksel) => format!("{copy}, uittreksel {}", uittreksel.keuze.naam()),
        }
    }

    /// What tells this file from all others; the same for the same document.
    fn identity(&self) -> String {
        let which = match self.copy {
            Copy::Publication => "publicatie".to_owned(),
            Copy::Signing { number, .. } => format!("tekenexemplaar-{number}"),
        };
        match self.uittreksel {
            None => format!("{}/{which}", self.document.slug),
            Some(uittreksel) => format!("{}/{}-{which}", self.document.slug, uittreksel.keuze.naam()),
        }
    }
}

/// What one copy of a document is made from.
pub struct Press<'a> {
    /// The whole model.
    pub project: &'a Project,
    /// Pictures, and the paths of sources.
    pub sources: &'a Sources,
    /// Where pages are, for links to other documents.
    pub resolver: Resolver<'a>,
    /// Templates and fonts.
    pub theme: &'a PdfTheme,
    /// Words.
    pub labels: &'a Labels,
    /// Where the site will stand.
    pub base_url: Option<&'a WebAdres>,
    /// The canonical text of the document.
    pub canonical: Arc<Canonical>,
    /// What is printed.
    pub print: Print<'a>,
}

/// A copy that is laid out.
pub struct Typeset<'a> {
    press: &'a Press<'a>,
    world: PdfWorld<'a>,
    source: Source,
    generated: Generated,
    pages: PagedDocument,
}

impl<'a> Press<'a> {
    /// Lays the copy out and proves it: what is not whole and readable on paper is
    /// an error, like what Typst refuses. `draft` is what was laid out before it, of
    /// which all that did not change is used again; of a first time it is empty.
    pub fn typeset(&'a self, draft: &mut Draft) -> Result<Typeset<'a>, Vec<Diagnostic>> {
        let typeset = self.lay_out(draft)?;
        let faults = typeset.faults();
        if faults.is_empty() { Ok(typeset) } else { Err(faults) }
    }

    /// Lays the copy out, unproved.
    pub fn lay_out(&'a self, draft: &mut Draft) -> Result<Typeset<'a>, Vec<Diagnostic>> {
        let generated = content::generate(self);
        let pictures = self
            .print
            .document
            .noemt
            .files
            .iter()
            .chain(self.project.site.logos().map(|logo| &logo.value))
            .filter_map(|path| self.sources.media().get(path).map(|file| (path, &**file)));
        let source = draft.revise(&generated.text);
        let world =
            PdfWorld::new(self.theme, source.clone(), pictures, typst_date(self.print.document.datum()));
        let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
        match output {
            Ok(pages) => Ok(Typeset { press: self, world, source, generated, pages }),
            Err(errors) => Err(self.diagnostics(&errors, &world, &generated)),
        }
    }

    /// Typst's errors, at the Markdown that the generated line came from, or
    /// in the theme's file.
    fn diagnostics(
        &self,
        errors: &[SourceDiagnostic],
        world: &PdfWorld,
        generated: &Generated,
    ) -> Vec<Diagnostic> {
        errors
            .iter()
            .filter(|error| error.severity == Severity::Error)
            .map(|error| self.diagnostic(error, world, generated, self.print.document.span))
            .collect()
    }

    fn diagnostic(
        &self,
        error: &SourceDiagnostic,
        world: &PdfWorld,
        generated: &Generated,
        fallback: Span,
    ) -> Diagnostic {
        let message = format!("De PDF kan niet worden gemaakt: {}.", error.message);
        let place = |span: typst::syntax::DiagSpan| {
            let (id, range) = span.id().zip(world.range(span))?;
            let (line, column) = world.position(id, range.start)?;
            Some((id, line, column))
        };
        let content = |line| generated.span_of_line(line).unwrap_or(fallback);
        // Which line of the content called the function of the theme that failed.
        let called_from = error
            .trace
            .iter()
            .filter_map(|point| place(point.span.into()))
            .find(|(id, ..)| *id == world.main_id())
            .and_then(|(_, line, _)| generated.span_of_line(line));
        match place(error.span) {
            Some((id, line, _)) if id == world.main_id() => {
                Diagnostic::at(Code::U102, content(line), message).label("hier")
            }
            Some((id, line, column)) => {
                let path = id.vpath().get_without_slash();
                let diagnostic =
                    Diagnostic::in_theme(Code::U102, path, Some((line + 1, column + 1)), message);
                match called_from {
                    Some(span) => diagnostic.note(span, "bij deze tekst"),
                    None => diagnostic,
                }
            }
            None => Diagnostic::at(Code::U102, called_from.unwrap_or(fallback), message).label("hier"),
        }
    }
}

impl Typeset<'_> {
    /// What is wrong with it on paper: the proof.
    pub fn faults(&self) -> Vec<Diagnostic> {
        proof::prove(self.press, &self.pages, &self.source, &self.generated)
    }

    /// The copy page by page, for a screen.
    pub fn into_sheets(self) -> Sheets {
        Sheets::of(self.pages)
    }

    /// The copy as a file.
    pub fn pdf(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let options = PdfOptions {
            ident: Smart::Custom(self.press.print.identity()),
            standards: standards()
                .map_err(|message| vec![Diagnostic::in_theme(Code::U102, "pdf", None, message)])?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.pages, &options)
            .map_err(|errors| self.press.diagnostics(&errors, &self.world, &self.generated))
    }
}

/// Both standards in one file: accessible now, readable later.
fn standards() -> Result<PdfStandards, String> {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| error.message().to_string())
}

fn typst_date(datum: Datum) -> Option<Datetime> {
    let (month, day) = (datum.maand().unsigned_abs(), datum.dag().unsigned_abs());
    Datetime::from_ymd(i32::from(datum.jaar().getal()), month, day)
}
