//! The website: what pages show (`view::page`) as HTML.
//!
//! [`address`] says where everything stands; `links` how the way to it is written on
//! a page; [`templates`] sets a page with the theme's Tera templates. [`style`] gives the house style to
//! the style sheet. A page is made from the model and the theme alone.

pub mod address;
mod cards;
mod links;
mod pages;
pub mod style;
pub mod templates;

pub use crate::view::page::SiteOptions;
pub use cards::Cards;
pub use pages::Pages;
