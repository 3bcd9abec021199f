//! What there is to make: a path and a recipe for each, before any is made.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use crate::address::{self, OutputPath};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Overeenkomst, Partij, Project, Uittreksel, WebAdres};
use crate::order;
use crate::parallel;
use crate::pdf::{Copy, Print};
use crate::resolve::{DataFile, Page};
use crate::source::{ContentPath, MediaFile, SourceId, Sources};
use crate::theme::Theme;

/// Which of the products are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Site and PDFs.
    All,
    /// The site without PDFs; no page links to one.
    Site,
    /// The PDFs alone.
    Pdf,
}

/// How an artifact is made.
#[derive(Debug, Clone, Copy)]
pub enum Recipe<'a> {
    /// A page of the site.
    Page(Page<'a>),
    /// The publication copy of a document.
    Publication(&'a Overeenkomst),
    /// A signing copy of a document.
    Signing {
        /// The document.
        document: &'a Overeenkomst,
        /// Number of the copy, from 1.
        number: usize,
        /// Whose it is.
        partij: &'a Partij,
    },
    /// An extract of a document, to read or to sign.
    Extract {
        /// The document.
        document: &'a Overeenkomst,
        /// What is in it.
        uittreksel: Uittreksel<'a>,
        /// Which copy.
        copy: Copy<'a>,
    },
    /// The canonical text of a document, of which the fingerprint is taken.
    Canonical(&'a Overeenkomst),
    /// A file for programs.
    Data(DataFile<'a>),
    /// The tokens of the house style.
    HouseStyle,
    /// A style sheet of the theme, by its path below `static/`.
    StyleSheet(&'a str, &'a str),
    /// A file of the theme as it is.
    File(&'a [u8]),
    /// A picture or file to take away: of a picture what shows in it.
    Medium(&'a ContentPath, &'a MediaFile),
}

impl<'a> Recipe<'a> {
    /// Whether it makes a PDF.
    pub fn is_pdf(&self) -> bool {
        matches!(self, Self::Publication(_) | Self::Signing { .. } | Self::Extract { .. })
    }

    /// What it prints, when it makes a PDF.
    pub fn print(&self) -> Option<Print<'a>> {
        let (document, uittreksel, copy) = match *self {
            Self::Publication(document) => (document, None, Copy::Publication),
            Self::Signing { document, number, partij } => (document, None, Copy::Signing { number, partij }),
            Self::Extract { document, uittreksel, copy } => (document, Some(uittreksel), copy),
            _ => return None,
        };
        Some(Print { document, uittreksel, copy })
    }

    /// Whether both make copies to sign of one document or extract: these differ in so little
    /// that the second is quickly laid out after the first.
    fn is_copy_beside(&self, other: &Self) -> bool {
        let to_sign = |recipe: &Self| {
            let Print { document, uittreksel, copy } = recipe.print()?;
            let what = uittreksel.map(|uittreksel| uittreksel.keuze.naam());
            matches!(copy, Copy::Signing { .. }).then_some((&document.slug, what))
        };
        to_sign(self).is_some_and(|copy| to_sign(other) == Some(copy))
    }

    /// How long making it takes, roughly and beside others: a page of a PDF or so for each step.
    fn length(&self) -> usize {
        let Some(Print { document, uittreksel, .. }) = self.print() else { return 0 };
        let whole = document.delen.len() + document.afspraken().count();
        if uittreksel.is_none() { 1 + whole } else { 1 + whole / 2 }
    }

    /// Whether it makes a page.
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Page(_))
    }
}

/// Something that is made.
#[derive(Debug, Clone)]
pub struct Artifact<'a> {
    /// Where it goes in the output folder.
    pub path: OutputPath,
    /// How it is made.
    pub recipe: Recipe<'a>,
}

/// Goes through `artifacts` on all cores, and gives what `make` gives of each, in their order. What
/// takes longest is begun first, so that no core waits for it at the end. Of copies that differ
/// little the first goes before the others, which find it remembered.
pub fn on_all_cores<'a, T: Send>(
    artifacts: &[Artifact<'a>],
    make: impl Fn(&Artifact<'a>) -> T + Sync,
) -> Vec<T> {
    let beside = artifacts.chunk_by(|one, next| one.recipe.is_copy_beside(&next.recipe));
    let mut turns: Vec<(usize, &[Artifact])> = beside.enumerate().collect();
    order::sort_by_cached_key(&mut turns, |(_, turn)| {
        Reverse(turn.first().map(|artifact| artifact.recipe.length()))
    });
    let in_turn = |(place, turn): &(usize, &[Artifact<'a>])| {
        let mut made = Vec::new();
        if let Some((first, others)) = turn.split_first() {
            made.push(make(first));
            made.extend(parallel::of_each(others, &make));
        }
        (*place, made)
    };
    let mut made = parallel::of_each(&turns, in_turn);
    order::sort_by_key(&mut made, |(place, _)| *place);
    made.into_iter().flat_map(|(_, made)| made).collect()
}

/// What there is to make of one project.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    project: &'a Project,
    sources: &'a Sources,
    theme: &'a Theme,
    parts: Parts,
    base_url: Option<&'a WebAdres>,
}

impl<'a> Plan<'a> {
    /// The plan for `project`.
    pub fn new(project: &'a Project, sources: &'a Sources, theme: &'a Theme, parts: Parts) -> Self {
        Self { project, sources, theme, parts, base_url: project.site.basis_url.as_ref() }
    }

    /// The same for a site that will stand at `base_url`, whatever `site.yaml` says.
    pub fn at(self, base_url: Option<&'a WebAdres>) -> Self {
        Self { base_url, ..self }
    }

    /// Everything there is to make; PDFs first, as they take longest.
    pub fn all(&self) -> Vec<Artifact<'a>> {
        let documents = &self.project.overeenkomsten;
        let mut artifacts: Vec<Artifact> =
            documents.iter().flat_map(|document| self.of_document(document)).collect();
        artifacts.extend(self.of_site());
        order::sort_by_key(&mut artifacts, |artifact| !artifact.recipe.is_pdf());
        artifacts.extend(self.media());
        artifacts
    }

    /// What is made at `path`, found without listing everything.
    pub fn find(&self, path: &str) -> Option<Artifact<'a>> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let second = rest.split('/').next().unwrap_or_default();
        let slugs = [Some(first), Some(second).filter(|_| first == address::SIGNING)];
        let in_document = slugs.into_iter().flatten().find_map(|slug| {
            let document = self.project.overeenkomst(slug)?;
            self.of_document(document).into_iter().find(|artifact| artifact.path == path)
        });
        in_document.or_else(|| self.of_site().into_iter().find(|artifact| artifact.path == path)).or_else(
            || {
                let path = ContentPath::from(path);
                self.uses(&path).then(|| self.medium(&path)).flatten()
            },
        )
    }

    /// What is made of a document.
    pub fn of_document(&self, document: &'a Overeenkomst) -> Vec<Artifact<'a>> {
        let mut artifacts = Vec::new();
        let mut add = |path: OutputPath, recipe| artifacts.push(Artifact { path, recipe });
        if self.parts != Parts::Site {
            for Artifact { path, recipe } in prints(document) {
                add(path, recipe);
            }
        }
        if self.parts != Parts::Pdf {
            for page in Page::of_document(document) {
                add(address::page(page), Recipe::Page(page));
            }
            add(address::canonical(document), Recipe::Canonical(document));
            for file in DataFile::of_document(document) {
                add(address::data(file), Recipe::Data(file));
            }
        }
        artifacts
    }

    /// What is made of the site as a whole, and of the theme.
    fn of_site(&self) -> Vec<Artifact<'a>> {
        if self.parts == Parts::Pdf {
            return Vec::new();
        }
        let pages = Page::of_site(self.project).into_iter();
        let mut artifacts: Vec<Artifact> =
            pages.map(|page| Artifact { path: address::page(page), recipe: Recipe::Page(page) }).collect();
        let data = DataFile::of_site(self.project, self.base_url).into_iter();
        artifacts.extend(data.map(|file| Artifact { path: address::data(file), recipe: Recipe::Data(file) }));
        let files = self.theme.folder("static/");
        artifacts.extend(files.map(|(path, bytes)| Artifact {
            path: format!("{}/{path}", address::STATIC),
            recipe: of_theme(path, bytes),
        }));
        artifacts.push(Artifact { path: address::house_style(), recipe: Recipe::HouseStyle });
        artifacts
    }

    /// Pictures and files to take away that something names.
    fn media(&self) -> Vec<Artifact<'a>> {
        if self.parts == Parts::Pdf {
            return Vec::new();
        }
        let named = self.project.genoemde_bestanden();
        named.into_iter().filter_map(|path| self.medium(path)).collect()
    }

    /// Whether anything names the file at `path`.
    fn uses(&self, path: &ContentPath) -> bool {
        self.project.site.logos().any(|logo| logo.value == *path)
            || self.project.verwijzingen.bestanden().any(|file| file.value == *path)
            || self.project.overeenkomsten.iter().any(|document| document.noemt.files.contains(path))
            || self.project.paginas.iter().any(|pagina| pagina.noemt.files.contains(path))
    }

    fn medium(&self, path: &ContentPath) -> Option<Artifact<'a>> {
        let media = self.sources.media();
        let (path, file) = media.get_key_value(path).filter(|_| self.parts != Parts::Pdf)?;
        Some(Artifact { path: address::media(path), recipe: Recipe::Medium(path, file) })
    }

    /// The paths of everything, in the order of [`Plan::all`] but for PDFs; of a document
    /// that is the same one as in `earlier` they are taken from there.
    pub fn paths(&self, earlier: Option<&Paths>) -> Paths {
        let project = self.project;
        let documents = project.overeenkomsten.iter().enumerate().map(|(index, document)| {
            let known = earlier.and_then(|earlier| earlier.documents.get(index));
            let paths = match known.filter(|(same, _)| Arc::ptr_eq(same, document)) {
                Some((_, paths)) => Arc::clone(paths),
                None => Taken::all(&self.of_document(document), project),
            };
            (Arc::clone(document), paths)
        });
        let mut site = self.of_site();
        site.extend(self.media());
        Paths { documents: documents.collect(), site: Taken::all(&site, project) }
    }
}

/// Which paths are taken, and by whom.
#[derive(Debug)]
pub struct Paths {
    documents: Vec<(Arc<Overeenkomst>, Arc<[Taken]>)>,
    site: Arc<[Taken]>,
}

/// A path that is taken.
#[derive(Debug, PartialEq, Eq)]
struct Taken {
    path: OutputPath,
    /// The source file that it is taken for.
    source: Option<SourceId>,
    /// Whether that file can have another name; that of the glossary is fixed.
    is_free: bool,
}

impl Taken {
    fn all(artifacts: &[Artifact], project: &Project) -> Arc<[Self]> {
        let taken = |artifact: &Artifact| Self {
            path: artifact.path.clone(),
            source: source_of(artifact, project),
            is_free: matches!(artifact.recipe, Recipe::Page(Page::Plain(_) | Page::Part(..))),
        };
        artifacts.iter().map(taken).collect()
    }
}

impl Paths {
    fn all(&self) -> impl Iterator<Item = &Taken> {
        self.documents.iter().flat_map(|(_, paths)| paths.iter()).chain(self.site.iter())
    }

    /// Two artifacts with one path, also where capitals do not count, as on Windows: a
    /// mistake in the names of the sources.
    pub fn clashes(&self, sources: &Sources) -> Vec<Diagnostic> {
        let mut seen: HashMap<String, &Taken> = HashMap::new();
        let mut diagnostics = Vec::new();
        for taken in self.all() {
            let Some(first) = seen.insert(taken.path.to_lowercase(), taken) else { continue };
            let chosen = [taken, first].into_iter().find(|taken| taken.is_free).unwrap_or(taken);
            let path = chosen.source.or(first.source).map_or_else(
                || ContentPath::from(taken.path.as_str()),
                |source| sources.file(source).path.clone(),
            );
            let message = format!("Het adres `{}` is al in gebruik.", taken.path);
            diagnostics.push(
                Diagnostic::in_file(Code::B109, path, message)
                    .hint("Geef het bestand of de map een andere naam."),
            );
        }
        diagnostics
    }
}

impl PartialEq for Paths {
    fn eq(&self, other: &Self) -> bool {
        let same = |one: &Arc<[Taken]>, other: &Arc<[Taken]>| Arc::ptr_eq(one, other) || one == other;
        let mut documents = self.documents.iter().zip(&other.documents);
        self.documents.len() == other.documents.len()
            && documents.all(|((_, one), (_, other))| same(one, other))
            && same(&self.site, &other.site)
    }
}

/// The PDFs of a document: the publication copy, signing copies, extracts.
pub fn prints(document: &Overeenkomst) -> Vec<Artifact<'_>> {
    let mut artifacts = Vec::new();
    let mut add = |path: OutputPath, recipe| artifacts.push(Artifact { path, recipe });
    add(address::publication(document), Recipe::Publication(document));
    let partijen = document.exemplaren(None);
    for (index, partij) in partijen.iter().enumerate() {
        let number = index + 1;
        let recipe = Recipe::Signing { document, number, partij };
        add(address::signing_copy(document, None, number, partij), recipe);
    }
    for uittreksel in document.uittreksels() {
        let copy = Copy::Publication;
        add(address::extract(document, &uittreksel), Recipe::Extract { document, uittreksel, copy });
        let partijen = document.exemplaren(Some(&uittreksel));
        for (index, partij) in partijen.iter().enumerate() {
            let number = index + 1;
            let copy = Copy::Signing { number, partij };
            let path = address::signing_copy(document, Some(&uittreksel), number, partij);
            add(path, Recipe::Extract { document, uittreksel, copy });
        }
    }
    artifacts
}

fn source_of(artifact: &Artifact, project: &Project) -> Option<SourceId> {
    match artifact.recipe {
        Recipe::Page(
            Page::Document(document)
            | Page::Figures(document)
            | Page::Agreements(document)
            | Page::Progress(document)
            | Page::Whole(document),
        ) => Some(document.source),
        Recipe::Page(Page::Part(document, index)) => Some(document.delen[index].source()),
        Recipe::Page(Page::Plain(pagina)) => Some(pagina.source),
        Recipe::Page(Page::Glossary) => project.begrippen.first().map(|begrip| begrip.span.source),
        Recipe::Publication(document) | Recipe::Canonical(document) | Recipe::Extract { document, .. } => {
            Some(document.source)
        }
        _ => None,
    }
}

/// How a file of the theme goes out; a style sheet that is no text, as it is.
fn of_theme<'a>(path: &'a str, bytes: &'a [u8]) -> Recipe<'a> {
    let text =
        Some(bytes).filter(|_| path.ends_with(".css")).and_then(|bytes| std::str::from_utf8(bytes).ok());
    text.map_or(Recipe::File(bytes), |text| Recipe::StyleSheet(path, text))
}
