//! What stands for all that the names in a text lead to: as long as it is the
//! same, so are the links and pictures of that text.

use std::sync::OnceLock;

use crate::markdown::Mentions;
use crate::model::{Prioriteiten, Project, Site, Slug};
use crate::resolve::{Place, Resolver};
use crate::source::{ContentPath, Sources, Stamp, Stamper};

/// Stamps for what names lead to.
pub struct Ways<'a> {
    /// The model.
    pub project: &'a Project,
    /// All files.
    pub sources: &'a Sources,
    /// Where names lead.
    pub resolver: Resolver<'a>,
    /// Stands for all names that there are, once it was asked for.
    pub names: &'a OnceLock<Stamp>,
}

impl Ways<'_> {
    /// Stands for what the names in a text lead to.
    pub fn stamp_of(&self, mentions: &Mentions) -> Stamp {
        let mut stamp = Stamper::default();
        for path in &mentions.files {
            stamp = match (self.sources.media().get(path), self.resolver.place(path)) {
                (Some(file), _) => stamp.with(file.stamp),
                (
                    None,
                    Some(Place::Document(document) | Place::Part(document, _) | Place::LeftOut(document)),
                ) => stamp.with(document.stamp),
                (None, Some(Place::Plain(pagina))) => stamp.with(pagina.stamp),
                (None, Some(Place::Glossary)) => stamp.with(self.terms()),
                (None, Some(Place::Register)) => stamp.with(self.register()),
                (None, Some(Place::Policy)) => stamp.with(self.policy()),
                // Of a name that leads nowhere is said which other comes near.
                (None, None) => stamp.with(self.names()),
            };
        }
        for slug in &mentions.documents {
            stamp = match self.project.overeenkomst(slug.as_str()) {
                Some(document) => stamp.with(document.stamp),
                None => stamp.with(self.names()),
            };
        }
        for term in &mentions.terms {
            stamp = match self.project.begrippen.find(term) {
                Some(begrip) => stamp.with(begrip.stamp()),
                None => stamp.with(self.terms()),
            };
        }
        if !mentions.sources.is_empty() {
            stamp = stamp.with(self.register());
        }
        if !mentions.policy.is_empty() {
            stamp = stamp.with(self.policy());
        }
        stamp.stamp()
    }

    /// Stands for the national priorities that may be named.
    pub fn priorities(site: &Site) -> Stamp {
        let Prioriteiten { lijst, volledigheid, .. } = &site.prioriteiten;
        let ids = lijst.iter().map(|prioriteit| Stamp::of(prioriteit.id.as_str().as_bytes()));
        Stamper::default().bytes(&[u8::from(volledigheid.is_volledig())]).with_all(ids).stamp()
    }

    /// Stands for the file at `path`, or for there being none.
    pub fn stamp_of_file(&self, path: &ContentPath) -> Stamp {
        match self.sources.media().get(path) {
            Some(file) => file.stamp,
            None => self.names(),
        }
    }

    /// Stands for the register, with the files that it names.
    fn register(&self) -> Stamp {
        let Project { verwijzingen, verwijzingenlijst, .. } = self.project;
        Stamper::default()
            .bytes(&[u8::from(verwijzingenlijst.is_volledig())])
            .with_all(verwijzingen.stamp)
            .with_all(verwijzingen.bestanden().map(|file| self.stamp_of_file(&file.value)))
            .stamp()
    }

    /// Stands for all policy.
    fn policy(&self) -> Stamp {
        let Project { beleid, beleidslijst, .. } = self.project;
        let complete = [u8::from(beleidslijst.is_volledig())];
        Stamper::default().bytes(&complete).with_all(beleid.stamp).stamp()
    }

    fn terms(&self) -> Stamp {
        let complete = [u8::from(self.project.begrippenlijst.is_volledig())];
        let terms = self.project.begrippen.iter();
        terms.fold(Stamper::default().bytes(&complete), |stamp, begrip| stamp.with(begrip.stamp())).stamp()
    }

    fn names(&self) -> Stamp {
        let of_path = |path: &ContentPath| Stamp::of(path.as_str().as_bytes());
        let of_slug = |slug: &Slug| Stamp::of(slug.as_str().as_bytes());
        let all = || {
            Stamper::default()
                .with_all(self.sources.files().map(|(_, file)| of_path(&file.path)))
                .with_all(self.sources.media().keys().map(of_path))
                .with_all(self.sources.unread().iter().map(of_path))
                .with_all(self.project.bases.iter().map(|basis| of_slug(&basis.slug)))
                .with_all(self.project.overeenkomsten.iter().map(|document| of_slug(&document.slug)))
                .stamp()
        };
        *self.names.get_or_init(all)
    }
}
