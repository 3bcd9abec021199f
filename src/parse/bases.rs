//! Which folder is the base of which: found from the heads of all documents,
//! before any of them is put together.
//!
//! The words `gemeente` or `corporatie` in a base mean another party in each
//! document that is laid over it. So its parts are read once for each set of
//! parties, and not once for each document.

use std::collections::HashMap;
use std::sync::Arc;

use super::basis::{Erfenis, Keuze};
use super::deel::{self, Gelezen, Onder};
use super::folders::{DOCUMENT_FILE, DocumentFolder, has_unread};
use super::memory::Reading;
use super::overeenkomst::{Head, HeadSoort};
use super::register::Register;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, did_you_mean};
use crate::model::{Deel, Slug, Volledigheid};
use crate::order::SortedSet;
use crate::parallel;
use crate::source::{FileState, SourceId, Sources, Span, Stamp, Stamper};

/// Parts of bases, by their file and the parties they were read with.
pub type Delen = HashMap<(SourceId, Stamp), Arc<Reading<Gelezen>>>;

/// What a document is laid over.
#[derive(Debug)]
pub enum Grond {
    /// Nothing.
    Geen,
    /// A base that cannot be used, and why.
    Onbekend {
        /// What is wrong, where that has not been said elsewhere.
        waarom: Option<Diagnostic>,
        /// Stands for what that was judged by.
        stamp: Stamp,
    },
    /// A base.
    Gevonden(Gevonden),
}

/// A base, read for one document.
#[derive(Debug)]
pub struct Gevonden {
    head: Arc<Reading<Head>>,
    /// Its parts, by the order of their files.
    parts: Vec<(SourceId, Arc<Reading<Gelezen>>)>,
    /// Whether all of it could be read.
    pub volledigheid: Volledigheid,
    stamp: Stamp,
}

impl Gevonden {
    /// What it hands on from its head; nothing when that is wrong.
    pub fn erfenis(&self) -> Option<Erfenis<'_>> {
        Some(erfenis(self.head.value.as_ref()?))
    }

    /// Its parts.
    pub fn delen(&self) -> impl Iterator<Item = (SourceId, &Deel)> {
        let deel = |reading: &'_ Arc<Reading<Gelezen>>| reading.value.is_some();
        self.parts
            .iter()
            .filter(move |(_, reading)| deel(reading))
            .filter_map(|(id, reading)| Some((*id, &reading.value.as_ref()?.deel)))
    }
}

fn erfenis(head: &Head) -> Erfenis<'_> {
    match &head.soort {
        HeadSoort::Overeenkomst(document, _) => document.as_ref().into(),
        HeadSoort::Basistekst(losse) => losse.as_ref().into(),
    }
}

impl Grond {
    /// Stands for all of it.
    pub fn stamp(&self) -> Option<Stamp> {
        match self {
            Self::Geen => None,
            Self::Onbekend { stamp, .. } => Some(*stamp),
            Self::Gevonden(gevonden) => Some(gevonden.stamp),
        }
    }

    /// What it has under the name of a file.
    pub fn onder(&self, sources: &Sources, file_name: &str) -> Onder<'_> {
        let gevonden = match self {
            Self::Geen => return Onder::Niets,
            Self::Onbekend { .. } => return Onder::Onbekend,
            Self::Gevonden(gevonden) => gevonden,
        };
        let named = gevonden.parts.iter().find(|(id, _)| sources.file(*id).path.file_name() == file_name);
        match named {
            Some((_, reading)) => {
                reading.value.as_ref().map_or(Onder::Onbekend, |gelezen| Onder::Deel(&gelezen.deel))
            }
            None if gevonden.volledigheid.is_volledig() => Onder::Niets,
            None => Onder::Onbekend,
        }
    }

    /// Stands for what it has under the name of a file.
    pub fn stamp_onder(&self, sources: &Sources, file_name: &str) -> Option<Stamp> {
        let state = |text: &str| Stamp::of(text.as_bytes());
        match self {
            Self::Geen => None,
            Self::Onbekend { .. } => Some(state("onbekend")),
            Self::Gevonden(gevonden) => Some(match self.onder(sources, file_name) {
                Onder::Niets => state("niets"),
                Onder::Onbekend => state("onbekend"),
                Onder::Deel(_) => {
                    let named =
                        gevonden.parts.iter().find(|(id, _)| sources.file(*id).path.file_name() == file_name);
                    named.map_or_else(|| state("niets"), |(id, _)| sources.file(*id).stamp)
                }
            }),
        }
    }
}

/// What every folder is laid over, in the order of the folders.
pub struct Bases {
    /// By the folder.
    pub gronden: Vec<Grond>,
    /// Their parts, for the next reading.
    pub delen: Delen,
    /// What is wrong with bases, once each.
    pub diagnostics: Vec<Diagnostic>,
    /// All their files.
    pub shared: SortedSet<SourceId>,
}

/// A document that names a base.
struct Vraag<'a> {
    /// Its place among the folders.
    index: usize,
    keuze: &'a Keuze,
    register: &'a Register,
}

/// Finds the base of each of `folders`, whose heads are `heads`.
pub fn bases(
    sources: &Sources,
    folders: &[DocumentFolder],
    heads: &[Arc<Reading<Head>>],
    before: Option<&Delen>,
) -> Bases {
    let vragen: Vec<Vraag> = heads
        .iter()
        .enumerate()
        .filter_map(|(index, head)| {
            let head = head.value.as_ref()?;
            match &head.soort {
                HeadSoort::Overeenkomst(_, Some(keuze)) => {
                    Some(Vraag { index, keuze, register: &head.register })
                }
                _ => None,
            }
        })
        .collect();
    // Whether a document has a base cannot be known of a head that cannot be read.
    let unread = || Grond::Onbekend { waarom: None, stamp: Stamp::of(b"") };
    let is_read = |head: &Arc<Reading<Head>>| head.value.is_some();
    let mut gronden: Vec<Grond> =
        heads.iter().map(|head| if is_read(head) { Grond::Geen } else { unread() }).collect();
    let zoeker = Zoeker::new(sources, folders, heads, &vragen);
    let delen = zoeker.parts(&vragen, before);
    for vraag in &vragen {
        gronden[vraag.index] = zoeker.grond(vraag, &delen);
    }
    let diagnostics = zoeker.diagnostics(&vragen, &gronden);
    let found = vragen.iter().filter_map(|vraag| zoeker.found(vraag));
    let shared = found.flat_map(|index| folders[index].files()).collect();
    Bases { gronden, delen, diagnostics, shared }
}

struct Zoeker<'a> {
    sources: &'a Sources,
    folders: &'a [DocumentFolder],
    heads: &'a [Arc<Reading<Head>>],
    /// Folders by their address; empty where nobody asks.
    by_slug: HashMap<Slug, usize>,
}

impl<'a> Zoeker<'a> {
    fn new(
        sources: &'a Sources,
        folders: &'a [DocumentFolder],
        heads: &'a [Arc<Reading<Head>>],
        vragen: &[Vraag],
    ) -> Self {
        let slug = |folder: &DocumentFolder| Slug::of(sources.file(folder.main).path.folder());
        let asked = !vragen.is_empty();
        let by_slug = folders
            .iter()
            .enumerate()
            .filter(|_| asked)
            .filter_map(|(index, folder)| Some((slug(folder)?, index)))
            .collect();
        Self { sources, folders, heads, by_slug }
    }

    /// The folder of the base, when it can be one.
    fn found(&self, vraag: &Vraag) -> Option<usize> {
        let index = *self.by_slug.get(&vraag.keuze.naam.value)?;
        (index != vraag.index && self.basis_of(index).is_none()).then_some(index)
    }

    /// The base that the folder itself names.
    fn basis_of(&self, index: usize) -> Option<Span> {
        match &self.heads[index].value.as_ref()?.soort {
            HeadSoort::Overeenkomst(_, Some(keuze)) => Some(keuze.naam.span),
            _ => None,
        }
    }

    /// Every part of every base, read with each set of parties.
    fn parts(&self, vragen: &[Vraag], before: Option<&Delen>) -> Delen {
        let mut wanted: HashMap<(SourceId, Stamp), &Register> = HashMap::new();
        for vraag in vragen {
            let files = self.found(vraag).map(|index| &self.folders[index].parts);
            for id in files.into_iter().flatten() {
                wanted.entry((*id, vraag.register.stamp())).or_insert(vraag.register);
            }
        }
        let wanted: Vec<_> = wanted.into_iter().collect();
        let read = |(key, register): &((SourceId, Stamp), &Register)| {
            let known = before.and_then(|before| before.get(key));
            (*key, part_of_base(self.sources, register, key.0, known))
        };
        // Parallel only where there may be much to read.
        if before.is_some() {
            wanted.iter().map(read).collect()
        } else {
            parallel::of_each(&wanted, read).into_iter().collect()
        }
    }

    fn grond(&self, vraag: &Vraag, delen: &Delen) -> Grond {
        let Some(index) = self.found(vraag) else { return self.onbekend(vraag) };
        let folder = &self.folders[index];
        let head = Arc::clone(&self.heads[index]);
        let key = |id: &SourceId| (*id, vraag.register.stamp());
        let parts: Vec<_> =
            folder.parts.iter().filter_map(|id| Some((*id, Arc::clone(delen.get(&key(id))?)))).collect();
        let files = || folder.files().map(|id| self.sources.file(id));
        let unread = has_unread(self.sources, folder);
        let is_wrong = |found: &Diagnostic| found.severity() == Severity::Error;
        let wrong = parts.iter().any(|(_, reading)| reading.diagnostics.iter().any(is_wrong))
            || head.diagnostics.iter().any(is_wrong)
            || head.value.is_none()
            || files().any(|file| file.state == FileState::Garbled);
        let stamp =
            Stamper::default().with_all(files().map(|file| file.stamp)).bytes(&[u8::from(unread)]).stamp();
        let volledigheid = Volledigheid::zonder_fouten(unread || wrong);
        Grond::Gevonden(Gevonden { head, parts, volledigheid, stamp })
    }

    /// Why the base that a document names cannot be one.
    fn onbekend(&self, vraag: &Vraag) -> Grond {
        let naam = &vraag.keuze.naam;
        let slugs: SortedSet<&str> = self.by_slug.keys().map(Slug::as_str).collect();
        let all = Stamper::default().with_all(slugs.iter().map(|slug| Stamp::of(slug.as_bytes()))).stamp();
        // What is there and cannot be read has a message of its own.
        let is_unread = self.sources.unread().iter().any(|path| {
            path.file_name() == DOCUMENT_FILE
                && Slug::of(path.folder()).is_some_and(|slug| slug == naam.value)
        });
        let waarom = match self.by_slug.get(&naam.value) {
            None => {
                let own = self.sources.file(self.folders[vraag.index].main).path.folder();
                let others = slugs
                    .iter()
                    .copied()
                    .filter(|slug| Slug::of(own).is_none_or(|own| own.as_str() != *slug));
                Diagnostic::at(
                    Code::M130,
                    naam.span,
                    format!("Er is geen map `{}` om als basis te gebruiken.", naam.value),
                )
                .label("onbekende map")
                .hint(did_you_mean(naam.value.as_str(), others).unwrap_or_else(|| {
                    "Noem de map met de basistekst. Daarin staat ook een `overeenkomst.md`.".into()
                }))
            }
            Some(index) if *index == vraag.index => {
                Diagnostic::at(Code::M131, naam.span, "Deze overeenkomst noemt zichzelf als basis.")
                    .label("dit is de eigen map")
                    .hint("Noem de map met de basistekst, of haal de regel weg.")
            }
            Some(index) => {
                let waarom = Diagnostic::at(
                    Code::M132,
                    naam.span,
                    format!("`{}` heeft zelf een basis, en kan er daarom geen zijn.", naam.value),
                )
                .label("dit is geen basis")
                .hint("Noem de map waar de basistekst zelf in staat.");
                match self.basis_of(*index) {
                    Some(span) => waarom.note(span, "hier staat haar eigen basis"),
                    None => waarom,
                }
            }
        };
        let named =
            self.by_slug.get(&naam.value).map(|index| self.sources.file(self.folders[*index].main).stamp);
        let stamp = Stamper::default().with(all).with_all(named).bytes(&[u8::from(is_unread)]).stamp();
        Grond::Onbekend { waarom: (!is_unread).then_some(waarom), stamp }
    }

    /// What is wrong with the text of bases: once, however many documents are
    /// laid over it. Words that stand for no party are only wrong in some of
    /// these, so that it is said in which.
    fn diagnostics(&self, vragen: &[Vraag], gronden: &[Grond]) -> Vec<Diagnostic> {
        let mut seen: Vec<(Code, Place, String)> = Vec::new();
        let mut diagnostics = Vec::new();
        for vraag in vragen {
            let Grond::Gevonden(gevonden) = &gronden[vraag.index] else { continue };
            for found in gevonden.parts.iter().flat_map(|(_, reading)| &reading.diagnostics) {
                let key = (found.code, found.place.clone(), found.message.clone());
                if !seen.contains(&key) {
                    seen.push(key);
                    diagnostics.push(found.clone().used_in(vraag.keuze.naam.span));
                }
            }
        }
        let used: SortedSet<usize> = vragen.iter().filter_map(|vraag| self.found(vraag)).collect();
        for (index, head) in self.heads.iter().enumerate() {
            if let Some(Head { soort: HeadSoort::Basistekst(losse), .. }) = &head.value
                && !used.contains(&index)
            {
                diagnostics.push(
                    Diagnostic::at(Code::M141, losse.span, "Geen enkele overeenkomst gebruikt deze basis.")
                        .label("deze tekst ziet niemand")
                        .hint(format!("Zet `basis: {}` in de kop van een overeenkomst.", losse.tekst.slug)),
                );
            }
        }
        diagnostics
    }
}

/// A part of a base, read with the parties of who is laid over it.
fn part_of_base(
    sources: &Sources,
    register: &Register,
    id: SourceId,
    before: Option<&Arc<Reading<Gelezen>>>,
) -> Arc<Reading<Gelezen>> {
    Reading::of(sources, id, before, |reader| deel::deel(reader, register, id, Onder::Niets))
}
