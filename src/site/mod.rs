//! The website: what pages show (`view::page`) as HTML.
//!
//! `links` is how the way to something is written on a page; [`templates`] sets a page with the theme's Tera templates.
//! [`style`] gives the house style to the style sheet, which goes out shorter than it was written ([`style_sheet`],
//! [`minify`]). A page is made from the model
//! and the theme alone.

mod cards;
mod links;
pub mod minify;
mod pages;
mod shared;
pub mod style;
pub mod style_sheet;
pub mod templates;

pub use crate::view::page::SiteOptions;
pub use cards::Cards;
pub use pages::Pages;
pub use shared::Shared;
