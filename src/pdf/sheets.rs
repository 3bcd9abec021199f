//! The pages of a copy as drawings, for a screen.

use typst::foundations::Label;
use typst::introspection::Introspector;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::content::{agreement_anchor, heading_anchor, part_anchor};

/// A copy, laid out, page by page.
pub struct Sheets {
    document: PagedDocument,
    sheets: Vec<Sheet>,
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Stands for what is on it: equal ids, equal pages.
    pub id: String,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The page, from 0.
    pub page: usize,
    /// How far below the top of the page, in points.
    pub y: f64,
}

impl Sheets {
    /// The pages of `document`.
    pub fn of(document: PagedDocument) -> Self {
        let sheets = document
            .pages()
            .iter()
            .map(|page| Sheet {
                id: format!("{:032x}", typst::utils::hash128(&page.frame)),
                width: page.frame.width().to_pt(),
                height: page.frame.height().to_pt(),
            })
            .collect();
        Self { document, sheets }
    }

    /// The pages, in order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The page with this id as SVG.
    pub fn svg(&self, id: &str) -> Option<String> {
        let index = self.sheets.iter().position(|sheet| sheet.id == id)?;
        let page = self.document.pages().get(index)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }

    /// Where an agreement or heading stands: `anchor` as on the site, in the
    /// chapter with the address `chapter`. The start of the chapter when there
    /// is no such anchor in it.
    pub fn find(&self, chapter: Option<&str>, anchor: Option<&str>) -> Option<Spot> {
        let agreement = anchor.map(agreement_anchor);
        let heading = anchor.zip(chapter).map(|(anchor, chapter)| heading_anchor(chapter, anchor));
        let start = chapter.map(part_anchor);
        [agreement, heading, start].into_iter().flatten().find_map(|label| self.spot(&label))
    }

    fn spot(&self, label: &str) -> Option<Spot> {
        let introspector = self.document.introspector();
        let label = Label::new(typst::utils::PicoStr::intern(label))?;
        let location = introspector.query_label(label).ok()?.location()?;
        let place = introspector.position(location)?;
        Some(Spot { page: place.page.get() - 1, y: place.point.y.to_pt() })
    }
}
