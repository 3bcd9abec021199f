//! What a recipe can look at, and the stamp of exactly that.
//!
//! A page or copy of a document shows little beside that document: those around it,
//! and what its texts name. Its recipe gets a project of these alone, so that it cannot
//! look at more than the stamp stands for.

use std::sync::{Arc, OnceLock};

use crate::markdown::Mentions;
use crate::model::{Beleid, Overeenkomst, Pagina, Project, Slug, Verwijzingen};
use crate::order::SortedSet;
use crate::resolve::{Place, Resolver};
use crate::source::{ContentPath, Files, Media, MediaFile, Sources, Stamp, Stamper};

/// A part of a project that is whole enough to make something of.
pub struct Scope<'a> {
    /// That part.
    pub project: Project,
    sources: &'a Sources,
    media: Media,
    stamp: OnceLock<Stamp>,
}

impl<'a> Scope<'a> {
    /// All of the project.
    pub fn whole(project: &Project, sources: &'a Sources) -> Self {
        Self { project: project.clone(), sources, media: sources.media().clone(), stamp: OnceLock::new() }
    }

    /// What pages and copies of a document can look at: the document, those that it or
    /// its texts name, those that name it, those with the same base, and all that came
    /// before and after it.
    pub fn of_document(document: &Overeenkomst, project: &Project, sources: &'a Sources) -> Self {
        let mut named = Named::default();
        named.documents.extend(project.die_noemen(document).map(|other| other.slug.clone()));
        named.documents.extend(project.zusters(document).map(|other| other.slug.clone()));
        named.documents.extend(project.keten(document).into_iter().map(|other| other.slug.clone()));
        named.follow(&document.noemt, Some(document), Resolver::new(project, sources));
        named.among(project, sources)
    }

    /// What a plain page can look at.
    pub fn of_page(pagina: &Pagina, project: &Project, sources: &'a Sources) -> Self {
        let mut named = Named::default();
        named.follow(&pagina.noemt, None, Resolver::new(project, sources));
        named.among(project, sources)
    }

    /// What a page can look at that shows nothing but itself.
    pub fn of_nothing(project: &Project, sources: &'a Sources) -> Self {
        Named::default().among(project, sources)
    }

    /// The files that it can look at.
    pub fn files(&self) -> Files<'_> {
        Files::with(self.sources, &self.media)
    }

    /// Stands for all of it.
    pub fn stamp(&self) -> Stamp {
        let with = |stamp: Stamper, (path, file): (&ContentPath, &Arc<MediaFile>)| {
            stamp.bytes(path.as_str().as_bytes()).with(file.stamp)
        };
        let all = || self.media.iter().fold(Stamper::default().with(self.project.stamp()), with).stamp();
        *self.stamp.get_or_init(all)
    }
}

/// What something shows beside the settings, the menu and itself.
#[derive(Default)]
struct Named {
    documents: SortedSet<Slug>,
    terms: SortedSet<String>,
    all_terms: bool,
    register: bool,
    policy: bool,
    media: SortedSet<ContentPath>,
}

impl Named {
    /// Adds what a text names, and what that became.
    fn follow(&mut self, mentions: &Mentions, own: Option<&Overeenkomst>, resolver: Resolver) {
        let Mentions { files, terms, documents, sources, policy, .. } = mentions;
        for path in files {
            match resolver.place_in(own, path) {
                Some(Place::Document(other) | Place::Part(other, _) | Place::LeftOut(other)) => {
                    self.documents.insert(other.slug.clone());
                }
                Some(Place::Glossary) => self.all_terms = true,
                Some(Place::Register) => self.register = true,
                Some(Place::Policy) => self.policy = true,
                // Plain pages are in the menu of every page.
                Some(Place::Plain(_)) => {}
                None => drop(self.media.insert(path.clone())),
            }
        }
        self.documents.extend(documents.iter().cloned());
        self.terms.extend(terms.iter().map(ToString::to_string));
        self.register |= !sources.is_empty();
        self.policy |= !policy.is_empty();
    }

    /// The part of a project that was named.
    fn among<'a>(self, project: &Project, sources: &'a Sources) -> Scope<'a> {
        let overeenkomsten = project.overeenkomsten.only(&self.documents);
        let begrippen = if self.all_terms {
            Arc::clone(&project.begrippen)
        } else {
            let said: SortedSet<&str> = self
                .terms
                .iter()
                .filter_map(|term| Some(project.begrippen.find(term)?.anker.as_str()))
                .collect();
            Arc::new(project.begrippen.only(|begrip| said.contains(begrip.anker.as_str())))
        };
        let verwijzingen =
            if self.register { Arc::clone(&project.verwijzingen) } else { Arc::new(Verwijzingen::default()) };
        let beleid = if self.policy { Arc::clone(&project.beleid) } else { Arc::new(Beleid::default()) };
        let project = Project {
            site: Arc::clone(&project.site),
            begrippen,
            begrippenlijst: project.begrippenlijst,
            verwijzingen,
            verwijzingenlijst: project.verwijzingenlijst,
            beleid,
            beleidslijst: project.beleidslijst,
            paginas: project.paginas.clone(),
            overeenkomsten,
            documentenlijst: project.documentenlijst,
            bases: Vec::new(),
        };
        // Of a document that is shown, so are its pictures, or its fingerprint would be another.
        let media = project.genoemde_bestanden().into_iter().chain(&self.media);
        let media = media.filter_map(|path| sources.media().get_key_value(path));
        let media = media.map(|(path, file)| (path.clone(), Arc::clone(file))).collect();
        Scope { project, sources, media, stamp: OnceLock::new() }
    }
}
