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
mod press;
mod proof;
mod selection;
mod sheets;
mod sources;
mod typeset;
pub mod world;

pub use content::PREAMBLE;
pub use draft::Draft;
pub use drawings::inspect_drawing;
pub use glyphs::missing_glyphs;
pub use press::{Copy, Press, Print};
pub use sheets::{Sheet, Sheets, Spot};
pub use typeset::{Manuscript, Typeset};
