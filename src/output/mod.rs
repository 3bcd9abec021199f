//! Making artifacts, and putting them in place all at once.
//!
//! Last stage of the flow. [`Plan`] lists what there is to make, each with its
//! recipe; [`workshop`] makes one by its recipe, with [`Tools`] made of the
//! theme; [`store`] has what was made before; [`folder`] switches the output folder
//! in one step when all are made.

pub mod folder;
pub mod plan;
pub mod scope;
pub mod store;
pub mod tools;
pub mod workshop;

pub use folder::{OutputError, OutputFolder};
pub use plan::{Artifact, Parts, Paths, Plan, Recipe, on_all_cores, prints};
pub use store::Store;
pub use tools::Tools;
pub use workshop::Workshop;
