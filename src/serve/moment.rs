//! Everything that holds at one moment of the preview.

use std::sync::Arc;

use super::change::Change;
use crate::address::OutputPath;
use crate::edition::Edition;
use crate::model::{Datum, Project};
use crate::output::Tools;

/// Everything that holds at one moment.
pub struct Moment {
    /// Counts from 1 with every change.
    pub revision: u64,
    /// The latest reading of the sources.
    pub edition: Arc<Edition>,
    /// The latest that could be built, which is what is shown.
    pub shown: Option<Arc<Edition>>,
    /// The day on which it is shown.
    pub date: Datum,
    /// Pages of which the source changed since the moment before.
    pub changes: Vec<Change>,
    /// Style sheets, pictures and other files that changed.
    pub files: Vec<OutputPath>,
}

impl Moment {
    /// Whether what is shown is older than the sources. Nothing is not old.
    pub fn is_stale(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| !Arc::ptr_eq(shown, &self.edition))
    }
}

/// Whether an edition can be shown.
pub fn is_good(edition: &Edition) -> bool {
    good(edition).is_some() && !edition.has_errors()
}

/// The model and the tools of an edition that can be shown.
pub fn good(edition: &Edition) -> Option<(&Project, &Tools)> {
    edition.project.as_ref().zip(edition.tools.as_deref())
}
