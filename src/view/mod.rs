//! What readers see: the model worded, dated, counted and linked, once for all
//! media.
//!
//! One struct for each thing that readers meet, and beside it how it is made of
//! the model. The names of its fields are those in the templates of both media:
//! pages get it through serde with Tera, paper through serde as Typst literals
//! (`pdf/literal.rs`). A medium only says how the way to a [`Destination`] is
//! written ([`Medium`]), and writes running text, which stays a tree.

mod agenda;
mod agreement;
mod basis;
mod copy;
mod course;
mod evaluatie;
mod figures;
mod grounds;
pub mod page;
mod signing;
mod standing;
mod text;
mod theme;
mod ties;

use serde::Serialize;

pub use agenda::*;
pub use agreement::*;
pub use basis::*;
pub use copy::*;
pub use course::*;
pub use evaluatie::*;
pub use figures::*;
pub use grounds::*;
pub use signing::*;
pub use standing::*;
pub use text::*;
pub use theme::*;
pub use ties::*;

use crate::model::{AfspraakNummer, Overeenkomst, Project};
use crate::resolve::{self, Destination};
use crate::source::ContentPath;
use crate::theme::labels::Labels;

/// Where readers are: a page, or a copy on paper.
pub trait Medium {
    /// The way from there to a destination; nothing where there is none.
    fn way(&self, to: Destination) -> Option<String>;
    /// Its full address on the web, where it is known where the site will stand.
    fn web(&self, to: Destination) -> Option<String>;
    /// The same as people read it: with its accents.
    fn address(&self, to: Destination) -> Option<String>;
    /// Where a picture is found from there.
    fn picture(&self, path: &ContentPath) -> String;
}

/// Makes what readers of one medium see.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The whole model.
    pub project: &'a Project,
    /// Words.
    pub labels: &'a Labels,
    /// Where they see it.
    pub medium: &'a dyn Medium,
}

impl View<'_> {
    /// Words that lead to a destination.
    pub fn link(&self, titel: impl Into<Proza>, to: Destination) -> MaybeLink {
        MaybeLink { titel: titel.into(), href: self.medium.way(to) }
    }

    /// The way to the agreement with a number.
    fn way_to_agreement(&self, document: &Overeenkomst, nummer: &AfspraakNummer) -> Option<String> {
        self.medium.way(resolve::agreement(document, nummer.as_str())?)
    }
}

/// Words that lead somewhere, or are just words.
#[derive(Debug, Clone, Serialize)]
pub struct MaybeLink {
    /// The words.
    pub titel: Proza,
    /// Where they lead.
    pub href: Option<String>,
}

/// A state with its id, for classes and shapes, and its name.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// Id (`vastgesteld`, `groen`).
    pub id: &'static str,
    /// Name ("Vastgesteld").
    pub label: String,
    /// Since when, worded.
    pub sinds: Option<String>,
}

impl StatusView {
    fn new(id: &'static str, label: String) -> Self {
        Self { id, label, sinds: None }
    }
}
