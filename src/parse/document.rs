//! A folder with an `overeenkomst.md`: its files read, and put together.
//!
//! What each file gave is kept with what it was read by, so that after a change
//! only what changed is read again. A document that is laid over a base also
//! depends on the files of that base: [`mod@super::bases`] finds these, and
//! [`super::overlay`] puts the two together.

use std::collections::HashMap;
use std::sync::Arc;

use super::bases::Grond;
use super::deel::{self, Gelezen};
use super::folders::{DocumentFolder, has_unread};
use super::memory::Reading;
use super::overeenkomst::{self, Head, HeadSoort};
use super::overlay;
use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Basistekst, Deel, HoofdstukSoort, Overeenkomst, Volledigheid};
use crate::order;
use crate::source::{FileState, SourceFile, SourceId, Sources, Stamp, Stamper};

/// What the files of one folder gave.
#[derive(Debug)]
pub struct DocumentReading {
    /// The document; there is none when `overeenkomst.md` is wrong, or the
    /// folder is only a base.
    pub document: Option<Arc<Overeenkomst>>,
    /// The base that it is, when it is no document.
    pub basistekst: Option<Arc<Basistekst>>,
    /// The files that it was read from, `overeenkomst.md` first.
    files: Vec<Arc<SourceFile>>,
    /// Whether there were others that could not be read.
    unread: bool,
    /// The parties of the site, by which the head was read.
    site_register: Stamp,
    /// What it is laid over.
    grond: Option<Stamp>,
    head: Arc<Reading<Head>>,
    parts: HashMap<SourceId, Arc<Reading<Gelezen>>>,
    /// What is wrong with its files.
    pub diagnostics: Vec<Diagnostic>,
}

impl DocumentReading {
    /// Whether it was read from the files that are in the folder now, and laid
    /// over what `grond` is.
    pub fn is_of(
        &self,
        sources: &Sources,
        register: &Register,
        folder: &DocumentFolder,
        grond: &Grond,
    ) -> bool {
        self.site_register == register.stamp()
            && self.grond == grond.stamp()
            && self.unread == has_unread(sources, folder)
            && self.files.len() == folder.parts.len() + 1
            && self.files.iter().zip(folder.files()).all(|(known, id)| Arc::ptr_eq(known, sources.kept(id)))
    }

    /// Whether its `overeenkomst.md` says nothing that can be used.
    pub fn is_unreadable(&self) -> bool {
        self.document.is_none() && self.basistekst.is_none()
    }

    /// The parties by which the parts were read.
    fn register(&self) -> Stamp {
        self.head.value.as_ref().map_or_else(|| Register::unknown().stamp(), |head| head.register.stamp())
    }
}

/// What `overeenkomst.md` of a folder says, taken from `before` when it is still the same.
pub fn head(
    sources: &Sources,
    register: &Register,
    folder: &DocumentFolder,
    before: Option<&Arc<DocumentReading>>,
) -> Arc<Reading<Head>> {
    let same_site = before.filter(|before| before.site_register == register.stamp());
    Reading::of(sources, folder.main, same_site.map(|before| &before.head), |reader| {
        overeenkomst::head(reader, register, folder.main)
    })
}

/// Reads the parts of a folder of which the head was read, and puts all of it
/// together; what is still the same is taken from `before`. When
/// `overeenkomst.md` is wrong there is no document, but its parts are judged
/// all the same.
pub fn document(
    sources: &Sources,
    site_register: Stamp,
    folder: &DocumentFolder,
    head: Arc<Reading<Head>>,
    grond: &Grond,
    before: Option<&Arc<DocumentReading>>,
) -> Arc<DocumentReading> {
    let unread = has_unread(sources, folder);
    let files: Vec<Arc<SourceFile>> = folder.files().map(|id| Arc::clone(sources.kept(id))).collect();
    let stamp = Stamper::default()
        .with(site_register)
        .with_all(files.iter().map(|file| file.stamp))
        .with_all(grond.stamp())
        .bytes(&[u8::from(unread)])
        .stamp();
    let unknown = Register::unknown();
    let register = head.value.as_ref().map_or(&unknown, |head| &head.register);
    let same_parties = before.filter(|before| before.register() == register.stamp());
    let parts: HashMap<_, _> = folder
        .parts
        .iter()
        .map(|id| {
            let earlier = same_parties.and_then(|before| before.parts.get(id));
            (*id, part(sources, register, *id, grond, earlier))
        })
        .collect();
    let of_parts = parts.values().flat_map(|reading| &reading.diagnostics);
    let mut diagnostics: Vec<Diagnostic> = head.diagnostics.iter().chain(of_parts).cloned().collect();
    let garbled = files.iter().skip(1).any(|file| file.state == FileState::Garbled);
    let incomplete = unread || garbled || is_wrong(&diagnostics);

    let (document, basistekst) = match head.value.as_ref().map(|head| &head.soort) {
        None => (None, None),
        Some(HeadSoort::Basistekst(losse)) => (None, Some(Arc::new(losse.tekst.clone()))),
        Some(HeadSoort::Overeenkomst(document, keuze)) => {
            let mut document = Overeenkomst {
                volledigheid: Volledigheid::zonder_fouten(incomplete),
                stamp,
                ..(**document).clone()
            };
            let eigen: Vec<Gelezen> =
                folder.parts.iter().filter_map(|id| parts.get(id)?.value.clone()).collect();
            match (keuze, grond) {
                (Some(keuze), Grond::Gevonden(gevonden)) => {
                    let mut reader = Reader::new(sources);
                    overlay::leg_over(&mut reader, &mut document, keuze, gevonden, eigen);
                    diagnostics.extend(reader.diagnostics);
                }
                (_, grond) => {
                    document.delen = eigen.into_iter().map(|gelezen| gelezen.deel).collect();
                    if let Grond::Onbekend { waarom, .. } = grond {
                        diagnostics.extend(waarom.clone());
                        document.volledigheid = Volledigheid::Onvolledig;
                    }
                }
            }
            if is_wrong(&diagnostics) {
                document.volledigheid = Volledigheid::Onvolledig;
            }
            document.delen = in_order(sources, std::mem::take(&mut document.delen));
            for deel in &document.delen {
                document.noemt.extend(deel.noemt());
            }
            (Some(Arc::new(document)), None)
        }
    };
    let grond = grond.stamp();
    Arc::new(DocumentReading {
        document,
        basistekst,
        files,
        unread,
        site_register,
        grond,
        head,
        parts,
        diagnostics,
    })
}

/// Reads one part. What the base has under its name is read by as well.
fn part(
    sources: &Sources,
    register: &Register,
    id: SourceId,
    grond: &Grond,
    before: Option<&Arc<Reading<Gelezen>>>,
) -> Arc<Reading<Gelezen>> {
    let file = sources.file(id);
    let onder = grond.onder(sources, file.path.file_name());
    let stamp = match grond.stamp_onder(sources, file.path.file_name()) {
        Some(stamp) => Stamper::default().with(file.stamp).with(stamp).stamp(),
        None => file.stamp,
    };
    Reading::by(stamp, sources, before, |reader| deel::deel(reader, register, id, onder))
}

fn is_wrong(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| found.severity() == Severity::Error)
}

/// The parts in the order of the document, appendices numbered.
fn in_order(sources: &Sources, mut delen: Vec<Deel>) -> Vec<Deel> {
    // Two of one address are told of as such, in an order that is always the same.
    order::sort_by_cached_key(&mut delen, |deel| (deel.sort_key(), sources.file(deel.source()).path.clone()));
    let mut count = 0;
    for deel in &mut delen {
        if let Deel::Hoofdstuk(hoofdstuk) = deel
            && let HoofdstukSoort::Bijlage { nummer } = hoofdstuk.soort
        {
            count += 1;
            if nummer != count {
                Arc::make_mut(hoofdstuk).soort = HoofdstukSoort::Bijlage { nummer: count };
            }
        }
    }
    delen
}
