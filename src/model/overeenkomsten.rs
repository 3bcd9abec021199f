//! The documents of a project, each found by the folder that it was read from.

use std::ops::Deref;
use std::sync::Arc;

use super::{Overeenkomst, Slug};
use crate::order::{self, SortedMap, SortedSet};

/// As many documents as one page can show one by one. A corporation has agreements in five to fifteen municipalities at a
/// time, and some have a framework and yearly slices: of these all are shown. A region or a country has more.
pub const OVERZICHTELIJK: usize = 24;

/// Agreement documents, by the path of their folder.
#[derive(Debug, Clone, Default)]
pub struct Overeenkomsten {
    documents: Arc<[Arc<Overeenkomst>]>,
    /// Where each stands, in the order of their slugs.
    by_slug: Arc<[usize]>,
    /// Which name a document in their heads, by its slug, in their own order.
    naming: Arc<SortedMap<Slug, Vec<usize>>>,
}

impl Overeenkomsten {
    /// The document that was read from the folder `slug`.
    pub fn find(&self, slug: &str) -> Option<&Arc<Overeenkomst>> {
        self.place(slug).map(|index| &self.documents[index])
    }

    fn place(&self, slug: &str) -> Option<usize> {
        let own = |index: &usize| self.documents[*index].slug.as_str();
        let found = self.by_slug.partition_point(|index| own(index) < slug);
        self.by_slug.get(found).copied().filter(|index| own(index) == slug)
    }

    /// The documents that name the one of `slug` in their heads.
    pub fn naming<'a>(&'a self, slug: &Slug) -> impl Iterator<Item = &'a Arc<Overeenkomst>> + use<'a> {
        self.naming.get(slug).into_iter().flatten().map(|index| &self.documents[*index])
    }

    /// Those of these slugs, in their own order.
    pub fn only(&self, slugs: &SortedSet<Slug>) -> Self {
        let mut places: Vec<usize> = slugs.iter().filter_map(|slug| self.place(slug.as_str())).collect();
        places.sort_unstable();
        places.into_iter().map(|index| Arc::clone(&self.documents[index])).collect()
    }
}

impl FromIterator<Arc<Overeenkomst>> for Overeenkomsten {
    fn from_iter<I: IntoIterator<Item = Arc<Overeenkomst>>>(documents: I) -> Self {
        let documents: Arc<[Arc<Overeenkomst>]> = documents.into_iter().collect();
        let mut by_slug: Vec<usize> = (0..documents.len()).collect();
        order::sort_by_key(&mut by_slug, |index| &documents[*index].slug);
        let mut naming: SortedMap<Slug, Vec<usize>> = SortedMap::default();
        for (index, document) in documents.iter().enumerate() {
            for named in &document.noemt.documents {
                naming.get_or_default(named.clone()).push(index);
            }
        }
        Self { documents, by_slug: by_slug.into(), naming: Arc::new(naming) }
    }
}

impl Deref for Overeenkomsten {
    type Target = [Arc<Overeenkomst>];

    fn deref(&self) -> &[Arc<Overeenkomst>] {
        &self.documents
    }
}

impl<'a> IntoIterator for &'a Overeenkomsten {
    type Item = &'a Arc<Overeenkomst>;
    type IntoIter = std::slice::Iter<'a, Arc<Overeenkomst>>;

    fn into_iter(self) -> Self::IntoIter {
        self.documents.iter()
    }
}
