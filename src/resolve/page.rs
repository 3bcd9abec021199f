//! Which pages a site has: what can be made of a project, and be gone to.

use crate::model::{Kenmerk, KenmerkFamilie, Overeenkomst, Pagina, Partij, Project};

/// A page that can be made.
#[derive(Debug, Clone, Copy)]
pub enum Page<'a> {
    /// The home page.
    Home,
    /// A document's own page.
    Document(&'a Overeenkomst),
    /// A part of a document, by its index.
    Part(&'a Overeenkomst, usize),
    /// The progress of a document.
    Progress(&'a Overeenkomst),
    /// All figures of a document.
    Figures(&'a Overeenkomst),
    /// All agreements of a document in a table.
    Agreements(&'a Overeenkomst),
    /// A whole document on one page.
    Whole(&'a Overeenkomst),
    /// A plain page, by its index.
    Plain(&'a Pagina),
    /// The glossary.
    Glossary,
    /// A page over all documents.
    Overview(Overview<'a>),
    /// The page for addresses that do not exist.
    NotFound,
}

impl<'a> Page<'a> {
    /// The pages of a document, in the order of reading; its own page first.
    pub fn of_document(document: &'a Overeenkomst) -> Vec<Self> {
        if document.is_licht() {
            return vec![Self::Document(document)];
        }
        let progress = document.heeft_voortgang().then_some(Self::Progress(document));
        let figures = document.heeft_cijfers().then_some(Self::Figures(document));
        let parts = (0..document.delen.len()).map(|index| Self::Part(document, index));
        let own = std::iter::once(Self::Document(document)).chain(parts);
        let table = document.heeft_afspraken().then_some(Self::Agreements(document));
        own.chain(table).chain(progress).chain(figures).chain([Self::Whole(document)]).collect()
    }

    /// The pages that belong to no document.
    pub fn of_site(project: &'a Project) -> Vec<Self> {
        let plain = project.paginas.iter().map(|pagina| Self::Plain(pagina));
        let mut pages: Vec<Self> = std::iter::once(Self::Home).chain(plain).collect();
        if !project.begrippen.is_empty() {
            pages.push(Self::Glossary);
        }
        pages.extend(Overview::all(project).into_iter().map(Self::Overview));
        pages.push(Self::NotFound);
        pages
    }
}

/// A page over all documents.
#[derive(Debug, Clone, Copy)]
pub enum Overview<'a> {
    /// The guide to all others ("wegwijzer").
    Guide,
    /// How agreements stand, over all documents.
    Voortgang,
    /// All parties.
    Partijen,
    /// The figures of all documents together.
    Cijfers,
    /// What newcomers do well to read first.
    Begin,
    /// What has to be done when, over all documents.
    Kalender,
    /// What a party does, over all documents.
    Partij(&'a Partij),
    /// The list of all areas, or of all target groups.
    Kenmerken(KenmerkFamilie),
    /// Which agreements are about an area or target group.
    Kenmerk(&'a Kenmerk),
    /// The register of what agreements rest on.
    Verwijzingen,
    /// Policy, and the agreements that carry it out.
    Beleid,
    /// National priorities, and the agreements that serve them.
    Prioriteiten,
    /// Laws that texts cite.
    Wetten,
}

impl<'a> Overview<'a> {
    /// Those of a project, in the order of the guide. Which there are depends on
    /// `site.yaml` and on which files there are, never on the text of a
    /// document, so that the paths of a site seldom change.
    pub fn all(project: &'a Project) -> Vec<Self> {
        let partijen = project.site.partijen.iter().map(|partij| Self::Partij(partij));
        let kenmerken = KenmerkFamilie::ALL.into_iter().flat_map(|familie| {
            let listed: Vec<_> =
                project.site.kenmerken_van(familie).map(|kenmerk| Self::Kenmerk(kenmerk)).collect();
            let index = (!listed.is_empty()).then_some(Self::Kenmerken(familie));
            index.into_iter().chain(listed)
        });
        let register = (!project.verwijzingen.is_empty()).then_some(Self::Verwijzingen);
        let policy = (!project.beleid.is_empty()).then_some(Self::Beleid);
        let grounds = policy.into_iter().chain([Self::Prioriteiten]).chain(register).chain([Self::Wetten]);
        let first =
            [Self::Guide, Self::Begin, Self::Kalender, Self::Voortgang, Self::Cijfers, Self::Partijen]
                .into_iter();
        first.chain(partijen).chain(kenmerken).chain(grounds).collect()
    }
}
