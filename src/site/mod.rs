//! The website: from the model to HTML pages.
//!
//! [`address`] says where everything stands; `pages`, `documents` and `chapters` word
//! and link what a page shows, as the structs of [`view`]; [`templates`] sets
//! them with the theme's Tera templates. `overview` holds the pages over all documents. [`style`] gives the house style to
//! the style sheet. A page is made from the model and the theme alone.

pub mod address;
mod agreements;
mod basis;
mod cards;
mod chapters;
mod cijfers;
mod course;
mod documents;
mod evaluatie;
mod grounds;
mod linked_data;
mod links;
mod order;
mod overview;
mod pages;
mod progress;
mod signing;
pub mod style;
pub mod templates;
pub mod view;

pub use cards::Cards;

pub use pages::{Pages, SiteOptions};
