//! What must be right before anything is made.
//!
//! Fourth stage of the flow: reads the model, gives diagnostics. One file a
//! family of rules, one function a rule. Here is only what would break a page
//! or PDF, or make it say something that was not agreed.

mod accessibility;
mod agreements;
mod basis;
mod cijfers;
mod contributions;
mod dependencies;
mod ended;
mod evaluatie;
mod extracts;
mod grondslag;
mod kenmerken;
mod levels;
mod lists;
mod monitoring;
mod packages;
mod pictures;
mod references;
mod relations;
mod signing;
mod text;
mod titles;
mod ways;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::markdown::Mentions;
use crate::model::{Overeenkomst, Overeenkomsten, Project, Slug};
use crate::order::SortedSet;
use crate::parallel;
use crate::pdf::{self, world::PdfTheme};
use crate::resolve::{Place, Resolver};
use crate::source::{ContentPath, SourceFile, SourceId, Sources, Stamp, Stamper};
use pictures::{Inspected, Look};
use text::{Text, texts};
use ways::Ways;

/// What was found in each text, with what it was judged by: the next check
/// need not judge it again as long as that is the same.
#[derive(Debug, Default)]
pub struct Checked {
    documents: HashMap<SourceId, Verdict>,
    paginas: HashMap<SourceId, Verdict>,
    logos: Verdict,
    /// Of rules that look at several documents.
    together: Verdict,
    pictures: Arc<Inspected>,
    fonts: Option<Stamp>,
}

/// What was found in one document, page or list.
#[derive(Debug, Clone, Default)]
struct Verdict {
    judged_by: Option<Stamp>,
    found: Arc<[Diagnostic]>,
}

impl Checked {
    /// What was found.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let texts = self.documents.values().chain(self.paginas.values());
        texts.chain([&self.logos, &self.together]).flat_map(|verdict| &*verdict.found)
    }
}

/// An earlier check, and what it was a check of.
#[derive(Clone, Copy)]
pub struct Earlier<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// What they said.
    pub project: Option<&'a Project>,
    /// What was found.
    pub checked: &'a Checked,
}

/// Checks all of `project`; `fonts` are those of the PDFs. `earlier` is a check
/// of the same folder, of which all verdicts are kept that still hold.
pub fn check(
    project: &Project,
    sources: &Sources,
    fonts: Option<&PdfTheme>,
    earlier: Option<Earlier>,
) -> Checked {
    let inspected = earlier.map(|earlier| Arc::clone(&earlier.checked.pictures)).unwrap_or_default();
    inspected.keep_only(sources);
    let resolver = Resolver::new(project, sources);
    let priorities = Ways::priorities(&project.site);
    let names = OnceLock::new();
    let round = Round { project, sources, fonts, resolver, priorities, names, inspected: &inspected };
    let untouched = earlier.and_then(|earlier| Untouched::of(&round, earlier));
    let known = earlier.map(|earlier| earlier.checked);
    let verdict = |known: Option<&Verdict>, judged_by: Stamp, judge: &dyn Fn() -> Vec<Diagnostic>| match known
        .filter(|known| known.judged_by == Some(judged_by))
    {
        Some(known) => known.clone(),
        None => Verdict { judged_by: Some(judged_by), found: judge().into() },
    };
    let (settled, open): (Vec<_>, Vec<_>) =
        project.overeenkomsten.iter().enumerate().partition(|(index, document)| {
            untouched.as_ref().is_some_and(|untouched| untouched.holds(*index, document))
        });
    let judged = parallel::of_each(&open, |(_, document)| {
        let known = known.and_then(|known| known.documents.get(&document.source));
        let beside = Stamper::default().with(document.stamp).with(round.priorities).stamp();
        let judged_by = round.judged_by(beside, &document.noemt);
        (document.source, verdict(known, judged_by, &|| round.document(document)))
    });
    let mut documents: HashMap<SourceId, Verdict> = judged.into_iter().collect();
    documents.extend(settled.into_iter().filter_map(|(_, document)| {
        known?.documents.get(&document.source).map(|verdict| (document.source, verdict.clone()))
    }));
    let paginas = project.paginas.iter().map(|pagina| {
        let known = known.and_then(|known| known.paginas.get(&pagina.source));
        let judged_by = round.judged_by(pagina.stamp, &pagina.noemt);
        (
            pagina.source,
            verdict(known, judged_by, &|| round.text(&Text::of(Place::Plain(pagina), &pagina.tekst))),
        )
    });
    let paginas = paginas.collect();
    let files = project.verwijzingen.bestanden().map(|file| file.value.clone());
    let named = project.site.logos().map(|logo| logo.value.clone()).chain(files).collect();
    let settings = Stamper::default().with_all(round.settings().map(|(_, file)| file.stamp)).stamp();
    let judged_by = round.judged_by(settings, &Mentions { files: named, ..Mentions::default() });
    let logos = verdict(known.map(|known| &known.logos), judged_by, &|| round.site());
    let together = verdict(known.map(|known| &known.together), round.all(), &|| round.together());
    Checked {
        documents,
        paginas,
        logos,
        together,
        pictures: Arc::clone(&inspected),
        fonts: fonts.map(PdfTheme::stamp),
    }
}

/// Documents that nothing happened to since an earlier check: neither to
/// themselves nor to what they name. Quicker to see than by their stamps, and
/// only where the same files are there, terms and fonts are the same, and so
/// no name can have come to mean something else.
struct Untouched<'a> {
    before: &'a Overeenkomsten,
    now: &'a Overeenkomsten,
    /// Folders in which a file changed, as their paths begin.
    folders: SortedSet<ContentPath>,
}

impl<'a> Untouched<'a> {
    fn of(round: &Round<'a>, earlier: Earlier<'a>) -> Option<Self> {
        let before = earlier.project?;
        let slugs = |(known, document): (&Arc<Overeenkomst>, &Arc<Overeenkomst>)| {
            Arc::ptr_eq(known, document) || known.slug == document.slug
        };
        let same = round.sources.has_same_files(earlier.sources)
            && before.overeenkomsten.len() == round.project.overeenkomsten.len()
            && before.overeenkomsten.iter().zip(&round.project.overeenkomsten).all(slugs)
            && Arc::ptr_eq(&before.begrippen, &round.project.begrippen)
            && before.begrippenlijst == round.project.begrippenlijst
            && before.verwijzingen.stamp == round.project.verwijzingen.stamp
            && before.verwijzingenlijst == round.project.verwijzingenlijst
            && before.beleid.stamp == round.project.beleid.stamp
            && before.beleidslijst == round.project.beleidslijst
            && Ways::priorities(&before.site) == round.priorities
            && earlier.checked.fonts == round.fonts.map(PdfTheme::stamp);
        let folders = || {
            let changed = round.sources.changed_since(earlier.sources);
            let mut folders: SortedSet<ContentPath> =
                changed.map(|path| ContentPath::from(path.folder()).as_folder()).collect();
            // What stands in a base is also said under the names of who is laid over it.
            let folder = |id| ContentPath::from(round.sources.file(id).path.folder()).as_folder();
            let documents = round.project.overeenkomsten.iter();
            let laid_over = documents.filter_map(|document| {
                let basis = document.basis.as_ref()?;
                folders.contains(&folder(basis.source)).then(|| folder(document.source))
            });
            let laid_over: Vec<_> = laid_over.collect();
            folders.extend(laid_over);
            folders
        };
        same.then(|| Self {
            before: &before.overeenkomsten,
            now: &round.project.overeenkomsten,
            folders: folders(),
        })
    }

    fn holds(&self, index: usize, document: &Arc<Overeenkomst>) -> bool {
        let names = |folder: &ContentPath| {
            document
                .noemt
                .files
                .starting_at(folder)
                .first()
                .is_some_and(|path| path.as_str().starts_with(folder.as_str()))
        };
        let is_same = |slug: &Slug| match (self.before.find(slug.as_str()), self.now.find(slug.as_str())) {
            (Some(known), Some(other)) => Arc::ptr_eq(known, other),
            (known, other) => known.is_none() && other.is_none(),
        };
        self.before.get(index).is_some_and(|known| Arc::ptr_eq(known, document))
            && document.noemt.documents.iter().all(is_same)
            && !self.folders.iter().any(names)
    }
}

/// What every rule may look at.
struct Round<'a> {
    project: &'a Project,
    sources: &'a Sources,
    fonts: Option<&'a PdfTheme>,
    resolver: Resolver<'a>,
    priorities: Stamp,
    names: OnceLock<Stamp>,
    inspected: &'a Inspected,
}

impl Round<'_> {
    /// Stands for all that the rules look at for a text.
    fn judged_by(&self, text: Stamp, mentions: &Mentions) -> Stamp {
        let stamp = Stamper::default().with(text).with(self.ways().stamp_of(mentions));
        stamp.with_all(self.fonts.map(PdfTheme::stamp)).stamp()
    }

    /// Stands for all that the sources say. Rules judged by this run after every
    /// change, so that they may look at heads and facts, not at texts.
    fn all(&self) -> Stamp {
        let ways = self.ways();
        let files = self.project.verwijzingen.bestanden();
        Stamper::default()
            .with(self.project.stamp())
            .with_all(files.map(|file| ways.stamp_of_file(&file.value)))
            .stamp()
    }

    fn ways(&self) -> Ways<'_> {
        let Self { project, sources, resolver, ref names, .. } = *self;
        Ways { project, sources, resolver, names }
    }

    /// What only shows when documents are laid side by side.
    fn together(&self) -> Vec<Diagnostic> {
        let mut found = relations::together(self.project);
        found.extend(kenmerken::check(self.project));
        found.extend(lists::check(self.project, self.sources));
        found.extend(evaluatie::together(self.project));
        found.extend(titles::pages(self.project, self.sources));
        found
    }

    fn document(&self, document: &Overeenkomst) -> Vec<Diagnostic> {
        let mut found = agreements::check(document);
        found.extend(relations::check(self.project, self.sources, document));
        found.extend(grondslag::check(self.project, document));
        found.extend(levels::check(document));
        found.extend(ended::check(document));
        found.extend(signing::check(document));
        found.extend(extracts::check(document));
        found.extend(cijfers::check(document));
        found.extend(monitoring::check(document));
        found.extend(evaluatie::check(document));
        found.extend(contributions::check(document));
        found.extend(dependencies::check(document));
        found.extend(packages::check(document));
        found.extend(titles::check(document, self.sources));
        for text in texts(document) {
            found.extend(self.text(&text));
        }
        found.extend(document.bestanden().into_iter().flat_map(|id| self.glyphs(id)));
        if let Some(basis) = &document.basis {
            found.iter_mut().for_each(|found| basis::say_where(found, basis));
        }
        found
    }

    fn text(&self, text: &Text) -> Vec<Diagnostic> {
        let mut found = accessibility::check(text);
        found.extend(references::check(text, self.project, &self.resolver, self.sources));
        // Plain pages stand in no PDF.
        let fonts = self.fonts.filter(|_| text.home.document().is_some());
        found.extend(self.look(fonts).at_text(text));
        found
    }

    fn site(&self) -> Vec<Diagnostic> {
        let look = self.look(self.fonts);
        let mut found = look.at_logos(&self.project.site);
        found.extend(look.at_files(self.project.verwijzingen.bestanden()));
        found.extend(self.settings().flat_map(|(id, _)| self.glyphs(id)));
        found
    }

    /// Pictures, with the fonts of the PDFs that they stand in.
    fn look<'p>(&'p self, fonts: Option<&'p PdfTheme>) -> Look<'p> {
        Look { sources: self.sources, inspected: self.inspected, fonts }
    }

    /// The files at the top whose words stand in PDFs.
    fn settings(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        ["site.yaml", "begrippen.yaml", "verwijzingen.yaml", "beleid.yaml"]
            .into_iter()
            .filter_map(|name| self.sources.find(&ContentPath::from(name)))
    }

    /// Characters of a file that no PDF can show.
    fn glyphs(&self, id: SourceId) -> Vec<Diagnostic> {
        self.fonts.map_or_else(Vec::new, |fonts| pdf::missing_glyphs(id, self.sources, fonts))
    }
}
