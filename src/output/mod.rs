//! Making artifacts, and putting them in place all at once.
//!
//! Last stage of the flow. [`plan()`] lists what there is to make, each with its
//! recipe; [`workshop`] makes one by its recipe; [`folder`] switches the
//! output folder in one step when all are made.

pub mod folder;
pub mod plan;
pub mod workshop;

pub use folder::{OutputError, OutputFolder};
pub use plan::{Artifact, Parts, Recipe, plan};
pub use workshop::{Tools, Workshop};
