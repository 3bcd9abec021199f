//! Lays a copy out: Typst, with all that it can see; and has it proved.

use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst::syntax::Source;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::content::{self, Generated};
use super::draft::Draft;
use super::press::Press;
use super::proof;
use super::sheets::Sheets;
use super::world::PdfWorld;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Datum;
use crate::place::ContentPath;
use crate::source::{MediaFile, Stamp, Stamper};

/// A copy that is laid out.
pub struct Typeset<'a> {
    press: &'a Press<'a>,
    world: PdfWorld<'a>,
    source: Source,
    generated: Generated,
    pages: PagedDocument,
}

/// A copy as Typst gets it: its source, and all that is set beside that.
pub struct Manuscript<'a> {
    press: &'a Press<'a>,
    generated: Generated,
}

impl<'a> Press<'a> {
    /// Writes the copy as a source for Typst.
    pub fn manuscript(&'a self) -> Manuscript<'a> {
        Manuscript { press: self, generated: content::generate(self) }
    }

    /// Lays the copy out and proves it: what is not whole and readable on paper is
    /// an error, like what Typst refuses. `draft` is what was laid out before it, of
    /// which all that did not change is used again; of a first time it is empty.
    pub fn typeset(&'a self, draft: &mut Draft) -> Result<Typeset<'a>, Vec<Diagnostic>> {
        self.manuscript().typeset(draft)
    }

    /// The pictures that the copy may show.
    fn pictures(&self) -> impl Iterator<Item = (&ContentPath, &MediaFile)> {
        let named = self.print.document.noemt.files.iter();
        let all = named.chain(self.project.site.logos().map(|logo| &logo.value));
        all.filter_map(|path| self.files.medium(path).map(|file| (path, &**file)))
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
            .map(|error| self.diagnostic(error, world, generated))
            .collect()
    }

    fn diagnostic(&self, error: &SourceDiagnostic, world: &PdfWorld, generated: &Generated) -> Diagnostic {
        let fallback = self.print.document.span;
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
            .find(|(id, ..)| *id == world.main())
            .and_then(|(_, line, _)| generated.span_of_line(line));
        match place(error.span) {
            Some((id, line, _)) if id == world.main() => {
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

impl<'a> Manuscript<'a> {
    /// Stands for all that the file is made of: while it is the same, so are its bytes, and
    /// so is what the proof finds in it.
    pub fn stamp(&self) -> Stamp {
        let Self { press, generated } = self;
        let picture = |stamp: Stamper, (path, file): (&ContentPath, &MediaFile)| {
            stamp.bytes(path.as_str().as_bytes()).with(file.stamp)
        };
        let made_of = Stamper::default()
            .with(press.theme.stamp())
            .bytes(press.print.identity().as_bytes())
            .bytes(press.print.document.datum().to_string().as_bytes())
            .bytes(generated.text.as_bytes());
        press.pictures().fold(made_of, picture).stamp()
    }

    /// All files that Typst sees, for a compiler elsewhere: its source is `/main.typ`, and fonts
    /// stand in a folder of their own.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let source = Draft::default().revise(&self.generated.text);
        PdfWorld::new(self.press.theme, source, self.press.pictures(), None).files()
    }

    /// Lays the copy out and proves it; see [`Press::typeset`].
    pub fn typeset(self, draft: &mut Draft) -> Result<Typeset<'a>, Vec<Diagnostic>> {
        let typeset = self.lay_out(draft)?;
        let faults = typeset.faults();
        if faults.is_empty() { Ok(typeset) } else { Err(faults) }
    }

    /// Lays the copy out, unproved.
    pub fn lay_out(self, draft: &mut Draft) -> Result<Typeset<'a>, Vec<Diagnostic>> {
        let Self { press, generated } = self;
        let source = draft.revise(&generated.text);
        let date = typst_date(press.print.document.datum());
        let world = PdfWorld::new(press.theme, source.clone(), press.pictures(), date);
        let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
        match output {
            Ok(pages) => Ok(Typeset { press, world, source, generated, pages }),
            Err(errors) => Err(press.diagnostics(&errors, &world, &generated)),
        }
    }
}

impl Typeset<'_> {
    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.pages.pages().len()
    }

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
