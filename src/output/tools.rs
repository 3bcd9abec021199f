//! What recipes need of the theme, made ready once.

use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::pdf::world::{self, PdfTheme};
use crate::site::Cards;
use crate::site::templates::{self, Templates};
use crate::source::Stamp;
use crate::theme::{LABELS_FOLDER, Theme};

/// Templates, fonts and words of a theme, ready for use.
pub struct Tools {
    /// The theme that they were made of.
    pub theme: Theme,
    /// Templates of pages.
    pub templates: Arc<Templates>,
    /// Cards that were made with them.
    pub cards: Arc<Cards>,
    /// Templates and fonts of PDFs.
    pub pdf_theme: Arc<PdfTheme>,
    stamps: Stamps,
}

/// Stands for what of a theme each kind of artifact is made of.
#[derive(Clone, Copy)]
struct Stamps {
    pages: Stamp,
    pdf: Stamp,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tools").field("theme", &self.theme).finish_non_exhaustive()
    }
}

impl Tools {
    /// Makes `theme` ready; what of it is the same as `before` is taken from there.
    pub fn new(theme: Theme, before: Option<&Self>) -> Result<Self, Vec<Diagnostic>> {
        let stamps = Stamps {
            pages: theme.stamp(&[templates::FOLDER, LABELS_FOLDER]),
            pdf: theme.stamp(&[world::TEMPLATES, world::FONTS, LABELS_FOLDER]),
        };
        let same_pages = before.filter(|before| before.stamps.pages == stamps.pages);
        let same_pdf = before.filter(|before| before.stamps.pdf == stamps.pdf);
        let (templates, pdf_theme) = rayon::join(
            || {
                same_pages.map_or_else(
                    || Templates::new(&theme).map(Arc::new),
                    |before| Ok(Arc::clone(&before.templates)),
                )
            },
            || {
                same_pdf.map_or_else(
                    || PdfTheme::new(&theme).map(Arc::new),
                    |before| Ok(Arc::clone(&before.pdf_theme)),
                )
            },
        );
        match (templates, pdf_theme) {
            (Ok(templates), Ok(pdf_theme)) => {
                let cards = same_pages.map(|before| Arc::clone(&before.cards)).unwrap_or_default();
                Ok(Self { theme, templates, cards, pdf_theme, stamps })
            }
            (templates, pdf_theme) => {
                Err([templates.err(), pdf_theme.err()].into_iter().flatten().flatten().collect())
            }
        }
    }

    /// Stands for what pages are made of.
    pub fn of_pages(&self) -> Stamp {
        self.stamps.pages
    }

    /// Stands for what PDFs are made of.
    pub fn of_pdf(&self) -> Stamp {
        self.stamps.pdf
    }
}
