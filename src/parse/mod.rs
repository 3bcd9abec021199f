//! From sources to the model: the one place where input is judged.
//!
//! Second stage of the flow. YAML comes in as serde types that know each
//! value's place (the `Raw…` structs), Markdown as the tree; both become the
//! types of [`crate::model`], which later stages trust. What is wrong is
//! collected, value by value and file by file, so that one run tells all.
//!
//! What a file gave is remembered with the stamp of that file, so that after a
//! change only what changed is read again.

mod afspraak;
mod bases;
mod basis;
mod beeindiging;
mod begrippen;
mod beleid;
mod cijfers;
mod copies;
mod deel;
mod document;
mod documenten;
mod evaluatie;
mod extra_partijen;
mod folders;
mod indicator;
mod inzet;
mod kenmerken;
mod memory;
mod ondertekening;
mod overeenkomst;
mod overlay;
mod prioriteiten;
mod regels;
mod register;
mod samenhang;
mod site;
mod tijd;
mod value;
mod verwijzingen;
mod voortgang;

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Begrippen, Beleid, Pagina, Project, Site, Verwijzingen, Volledigheid};
use crate::order::{self, SortedSet};
use crate::parallel;
use crate::source::{ContentPath, FileState, SourceId, Sources};
use bases::{Bases, Delen, bases};
use document::DocumentReading;
use folders::{DocumentFolder, Folders, GLOSSARY_FILE, POLICY_FILE, REGISTER_FILE, SITE_FILE};
use memory::Reading;
use overeenkomst::Head;
use register::Register;

/// What each file gave, by which the next reading need not read it again.
#[derive(Debug)]
pub struct Parsed {
    folders: Arc<Folders>,
    no_site: Option<Diagnostic>,
    site: Option<Arc<Reading<Arc<Site>>>>,
    begrippen: Option<Arc<Reading<Arc<Begrippen>>>>,
    verwijzingen: Option<Arc<Reading<Arc<Verwijzingen>>>>,
    beleid: Option<Arc<Reading<Arc<Beleid>>>>,
    paginas: HashMap<SourceId, Arc<Reading<Arc<Pagina>>>>,
    documents: HashMap<SourceId, Arc<DocumentReading>>,
    /// Parts of bases, read for the documents that are laid over them.
    of_bases: Delen,
    /// What is wrong with bases.
    wrong_bases: Vec<Diagnostic>,
    /// Files of bases: their text is that of several documents.
    pub shared: SortedSet<SourceId>,
}

impl Parsed {
    /// What was found.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let settings = self.folders.diagnostics.iter().chain(&self.no_site);
        let site = self.site.iter().flat_map(|reading| &reading.diagnostics);
        let begrippen = self.begrippen.iter().flat_map(|reading| &reading.diagnostics);
        let verwijzingen = self.verwijzingen.iter().flat_map(|reading| &reading.diagnostics);
        let beleid = self.beleid.iter().flat_map(|reading| &reading.diagnostics);
        let begrippen = begrippen.chain(verwijzingen).chain(beleid);
        let paginas = self.paginas.values().flat_map(|reading| &reading.diagnostics);
        let documents = self.documents.values().flat_map(|reading| &reading.diagnostics);
        settings.chain(site).chain(begrippen).chain(paginas).chain(documents).chain(&self.wrong_bases)
    }
}

/// Reads everything. There is no project when `site.yaml` is missing or wrong;
/// the other files are judged all the same. `before` is an earlier reading of
/// the same folder: what files gave that are still the same is taken from it.
pub fn parse(sources: &Sources, before: Option<(&Sources, &Parsed)>) -> (Option<Project>, Parsed) {
    let folders = match before {
        Some((earlier, parsed)) if sources.has_same_files(earlier) && parsed.folders.by_names_alone => {
            Arc::clone(&parsed.folders)
        }
        _ => Arc::new(Folders::of(sources)),
    };
    let before = before.map(|(_, parsed)| parsed);

    let site_file = folders.top_file(SITE_FILE, sources);
    let site = site_file.map(|id| {
        Reading::of(sources, id, before.and_then(|parsed| parsed.site.as_ref()), |reader| {
            site::site(reader, id).map(Arc::new)
        })
    });
    let no_site = site_file.is_none() && !sources.unread().contains(&SITE_FILE.into());
    let site_value = site.as_ref().and_then(|reading| reading.value.clone());
    let register = match &site_value {
        Some(site) => Register::of_site(site),
        None => Register::unknown(),
    };
    let glossary_file = folders.top_file(GLOSSARY_FILE, sources);
    let begrippen = glossary_file.map(|id| {
        Reading::of(sources, id, before.and_then(|parsed| parsed.begrippen.as_ref()), |reader| {
            Some(Arc::new(begrippen::begrippen(reader, id)))
        })
    });
    let verwijzingen_file = folders.top_file(REGISTER_FILE, sources);
    let verwijzingen = verwijzingen_file.map(|id| {
        Reading::of(sources, id, before.and_then(|parsed| parsed.verwijzingen.as_ref()), |reader| {
            Some(Arc::new(verwijzingen::verwijzingen(reader, id)))
        })
    });
    let beleid_file = folders.top_file(POLICY_FILE, sources);
    let beleid = beleid_file.map(|id| {
        Reading::of(sources, id, before.and_then(|parsed| parsed.beleid.as_ref()), |reader| {
            Some(Arc::new(beleid::beleid(reader, id)))
        })
    });
    let paginas: HashMap<_, _> = folders
        .top
        .iter()
        .filter(|id| sources.file(**id).path.extension() == "md")
        .map(|id| {
            let earlier = before.and_then(|parsed| parsed.paginas.get(id));
            let read = |reader: &mut value::Reader<'_>| site::pagina(reader, *id).map(Arc::new);
            (*id, Reading::of(sources, *id, earlier, read))
        })
        .collect();
    let known = |folder: &DocumentFolder| before?.documents.get(&folder.main);
    let heads = heads(sources, &register, &folders.documents, before);
    let Bases { gronden, delen: of_bases, diagnostics: wrong_bases, shared } =
        bases(sources, &folders.documents, &heads, before.map(|parsed| &parsed.of_bases));
    // What is known is taken over: after a change all but one document of many.
    let documents: Vec<_> = folders
        .documents
        .iter()
        .zip(heads)
        .zip(&gronden)
        .map(|((folder, head), grond)| {
            let kept = known(folder).filter(|known| known.is_of(sources, &register, folder, grond));
            (folder, head, grond, kept.cloned())
        })
        .collect();
    let documents = parallel::of_each(&documents, |(folder, head, grond, kept)| {
        let read =
            || document::document(sources, register.stamp(), folder, Arc::clone(head), grond, known(folder));
        (folder.main, kept.clone().unwrap_or_else(read))
    });

    let project = site_value.map(|site| {
        let mut paginas: Vec<_> = paginas.values().filter_map(|reading| reading.value.clone()).collect();
        let path = |pagina: &Pagina| &sources.file(pagina.source).path;
        // Two of one address are told of as such, in an order that is always the same.
        order::sort_by(&mut paginas, |a, b| {
            (a.volgorde, &a.slug, path(a)).cmp(&(b.volgorde, &b.slug, path(b)))
        });
        Project {
            site,
            begrippen: begrippen.as_ref().and_then(|reading| reading.value.clone()).unwrap_or_default(),
            begrippenlijst: is_complete(sources, GLOSSARY_FILE, begrippen.as_deref()),
            verwijzingen: verwijzingen.as_ref().and_then(|reading| reading.value.clone()).unwrap_or_default(),
            verwijzingenlijst: is_complete(sources, REGISTER_FILE, verwijzingen.as_deref()),
            beleid: beleid.as_ref().and_then(|reading| reading.value.clone()).unwrap_or_default(),
            beleidslijst: is_complete(sources, POLICY_FILE, beleid.as_deref()),
            paginas,
            overeenkomsten: documents.iter().filter_map(|(_, reading)| reading.document.clone()).collect(),
            documentenlijst: Volledigheid::zonder_fouten(
                !sources.unread().is_empty() || documents.iter().any(|(_, reading)| reading.is_unreadable()),
            ),
            bases: documents.iter().filter_map(|(_, reading)| reading.basistekst.clone()).collect(),
        }
    });
    let no_site = no_site.then(missing_site);
    let documents = documents.into_iter().collect();
    (
        project,
        Parsed {
            folders,
            no_site,
            site,
            begrippen,
            verwijzingen,
            beleid,
            paginas,
            documents,
            of_bases,
            wrong_bases,
            shared,
        },
    )
}

/// The heads of all documents, in the order of their folders.
fn heads(
    sources: &Sources,
    register: &Register,
    folders: &[DocumentFolder],
    before: Option<&Parsed>,
) -> Vec<Arc<Reading<Head>>> {
    let read = |folder: &DocumentFolder| {
        let known = before.and_then(|parsed| parsed.documents.get(&folder.main));
        document::head(sources, register, folder, known)
    };
    // After a change most are the same, and quicker taken than shared out.
    if before.is_some() { folders.iter().map(read).collect() } else { parallel::of_each(folders, read) }
}

/// Whether all of a settings file could be read; one that is not there is complete.
fn is_complete<T>(sources: &Sources, file: &str, reading: Option<&Reading<T>>) -> Volledigheid {
    let path = ContentPath::from(file);
    let error = |found: &Diagnostic| found.severity() == Severity::Error;
    let wrong = reading.is_some_and(|reading| reading.diagnostics.iter().any(error));
    let garbled = sources.find(&path).is_some_and(|(_, file)| file.state == FileState::Garbled);
    Volledigheid::zonder_fouten(wrong || garbled || sources.unread().contains(&path))
}

fn missing_site() -> Diagnostic {
    Diagnostic::in_file(Code::B106, SITE_FILE.into(), format!("Het bestand `{SITE_FILE}` ontbreekt."))
        .hint("Maak het in de map met bronnen, of begin met `afspraken init`.")
}
