//! Names of places on a page that the program gives: none begins as an author's
//! own may, since these begin with a letter or figure.

use crate::model::{Cijfertabel, Indicator, Overeenkomst, Pakket, Thema};

/// The preamble, where all of a document is on one page.
pub const PREAMBLE: &str = "_vooraf";

/// What stands before the anchors of a chapter, or of the [`PREAMBLE`], where all of a document
/// is on one page.
pub fn prefix(chapter: &str) -> String {
    format!("{chapter}--")
}

/// The chapter and the anchor in it of an anchor of such a page, when it has both.
pub fn in_chapter(anchor: &str) -> Option<(&str, &str)> {
    anchor.split_once("--")
}

/// Where a document says what of its base it leaves out.
pub const LEFT_OUT: &str = "_weggelaten";

/// The agreements of a theme that simply go on.
pub const WORK_AGENDA: &str = "_werkagenda";

/// Where a document says that it leaves out the agreement with this number.
pub fn left_out(nummer: &str) -> String {
    format!("{LEFT_OUT}-{nummer}")
}

/// A package.
pub fn package(pakket: &Pakket) -> String {
    format!("_pakket-{}", pakket.id.value.as_str())
}

/// The verdict on an agreement.
pub fn verdict(nummer: &str) -> String {
    format!("_oordeel-{nummer}")
}

/// An indicator.
pub fn indicator(indicator: &Indicator) -> String {
    format!("_indicator-{}", indicator.id.as_str())
}

/// A table of figures.
pub fn table(tabel: &Cijfertabel) -> String {
    format!("_cijfers-{}", tabel.id.as_str())
}

/// A document, or a theme of it, on the page of a party.
pub fn share(document: &Overeenkomst, thema: Option<&Thema>) -> String {
    match thema {
        None => format!("_{}", document.slug),
        Some(thema) => format!("_{}--{}", document.slug, thema.slug),
    }
}
