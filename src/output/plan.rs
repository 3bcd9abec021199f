//! What there is to make: a path and a recipe for each, before any is made.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, Block, InlineKind, Target, Tekst};
use crate::model::{Deel, Onderdeel, Overeenkomst, Partij, Project};
use crate::site::Page;
use crate::site::address::{self, OutputPath};
use crate::source::{ContentPath, SourceId, Sources};
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
        /// How many copies there are.
        of: usize,
        /// Whose it is.
        partij: &'a Partij,
    },
    /// The canonical text of a document, of which the fingerprint is taken.
    Canonical(&'a Overeenkomst),
    /// The tokens of the house style.
    HouseStyle,
    /// A file as it is.
    File(&'a [u8]),
}

impl Recipe<'_> {
    /// Whether it makes a PDF.
    pub fn is_pdf(&self) -> bool {
        matches!(self, Self::Publication(_) | Self::Signing { .. })
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

/// Everything that is made of `project`; PDFs first, as they take longest.
/// Two artifacts with one path are a mistake in the names of the sources.
pub fn plan<'a>(
    project: &'a Project,
    sources: &'a Sources,
    theme: &'a Theme,
    parts: Parts,
) -> (Vec<Artifact<'a>>, Vec<Diagnostic>) {
    let mut artifacts = Vec::new();
    let mut add = |path: OutputPath, recipe| artifacts.push(Artifact { path, recipe });
    if parts != Parts::Site {
        for document in &project.overeenkomsten {
            add(address::publication(document), Recipe::Publication(document));
            let partijen = document.ondertekening.partijen();
            for (index, partij) in partijen.iter().enumerate() {
                let number = index + 1;
                let recipe = Recipe::Signing { document, number, of: partijen.len(), partij };
                add(address::signing_copy(document, number, partij), recipe);
            }
        }
    }
    if parts != Parts::Pdf {
        for page in Page::all(project) {
            add(page.path(), Recipe::Page(page));
        }
        for document in &project.overeenkomsten {
            add(address::canonical(document), Recipe::Canonical(document));
        }
        for (path, bytes) in theme.folder("static/") {
            add(format!("{}/{path}", address::STATIC), Recipe::File(bytes));
        }
        add(format!("{}/huisstijl.css", address::STATIC), Recipe::HouseStyle);
        for path in used_media(project, sources) {
            if let Some(file) = sources.media().get(path) {
                add(address::media(path), Recipe::File(&file.bytes));
            }
        }
    }
    let diagnostics = collisions(&artifacts, project, sources);
    (artifacts, diagnostics)
}

/// Pictures and files to take away that something names.
fn used_media<'a>(project: &'a Project, sources: &'a Sources) -> BTreeSet<&'a ContentPath> {
    let mut used = BTreeSet::new();
    let logos = project.site.partijen.iter().filter_map(|partij| partij.logo.as_ref());
    used.extend(project.site.huisstijl.logo.iter().chain(logos).map(|logo| &logo.value));
    let mut blocks = |blocks: &'a [Block]| {
        markdown::for_each_picture(blocks, &mut |picture| {
            used.insert(&picture.path);
        });
        markdown::for_each_inline(blocks, &mut |inline| {
            if let InlineKind::Link(Target::File(path, _), _) = &inline.kind
                && sources.media().contains_key(path)
            {
                used.insert(path);
            }
        });
    };
    let mut text = |tekst: &'a Tekst| {
        blocks(&tekst.blocks);
        tekst.footnotes.iter().for_each(|footnote| blocks(&footnote.blocks));
    };
    for pagina in &project.paginas {
        text(&pagina.tekst);
    }
    for document in &project.overeenkomsten {
        text(&document.preambule);
        for deel in &document.delen {
            if let Deel::Hoofdstuk(hoofdstuk) = deel {
                text(&hoofdstuk.tekst);
            }
        }
    }
    for thema in project.overeenkomsten.iter().flat_map(Overeenkomst::themas) {
        for onderdeel in &thema.onderdelen {
            match onderdeel {
                Onderdeel::Tekst(inner) => blocks(inner),
                Onderdeel::Afspraak(afspraak) => blocks(&afspraak.tekst),
            }
        }
        thema.voetnoten.iter().for_each(|footnote| blocks(&footnote.blocks));
    }
    used
}

/// Two files whose names give one address, also where capitals do not count,
/// as on Windows.
fn collisions(artifacts: &[Artifact], project: &Project, sources: &Sources) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &Artifact> = HashMap::new();
    let mut diagnostics = Vec::new();
    for artifact in artifacts {
        let Some(first) = seen.insert(artifact.path.to_lowercase(), artifact) else { continue };
        // The one that can have another name; that of the glossary is fixed.
        let is_free =
            |artifact: &&Artifact| matches!(artifact.recipe, Recipe::Page(Page::Plain(_) | Page::Part(..)));
        let candidates = [artifact, first];
        let chosen = candidates.iter().copied().find(is_free).unwrap_or(artifact);
        let source = source_of(chosen, project).or(source_of(first, project));
        let path = source.map_or_else(
            || ContentPath::from(artifact.path.as_str()),
            |source| sources.file(source).path.clone(),
        );
        diagnostics.push(
            Diagnostic::in_file(Code::B109, path, format!("Het adres `{}` is al in gebruik.", artifact.path))
                .hint("Geef het bestand of de map een andere naam."),
        );
    }
    diagnostics
}

fn source_of(artifact: &Artifact, project: &Project) -> Option<SourceId> {
    match artifact.recipe {
        Recipe::Page(Page::Document(document) | Page::Whole(document)) => Some(document.source),
        Recipe::Page(Page::Part(document, index)) => Some(document.delen[index].source()),
        Recipe::Page(Page::Plain(pagina)) => Some(pagina.source),
        Recipe::Page(Page::Glossary) => project.begrippen.first().map(|begrip| begrip.span.source),
        Recipe::Publication(document) | Recipe::Canonical(document) => Some(document.source),
        _ => None,
    }
}
