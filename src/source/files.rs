//! What whoever makes something sees of the sources: where each text stands, without
//! the text, and the other files that it is given.

use std::sync::Arc;

use super::{ContentPath, Media, MediaFile, SourceId, Sources};

/// Names of all texts, and some other files.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    sources: &'a Sources,
    media: &'a Media,
}

impl<'a> Files<'a> {
    /// With these pictures and files alone.
    pub fn with(sources: &'a Sources, media: &'a Media) -> Self {
        Self { sources, media }
    }

    /// The text file at `path`.
    pub fn find(self, path: &ContentPath) -> Option<SourceId> {
        self.sources.find(path).map(|(id, _)| id)
    }

    /// Where a text file stands.
    pub fn path(self, id: SourceId) -> &'a ContentPath {
        &self.sources.file(id).path
    }

    /// A picture or file to take away.
    pub fn medium(self, path: &ContentPath) -> Option<&'a Arc<MediaFile>> {
        self.media.get(path)
    }
}

impl<'a> From<&'a Sources> for Files<'a> {
    fn from(sources: &'a Sources) -> Self {
        Self { sources, media: sources.media() }
    }
}
