//! The register: what agreements rest on, where it can be read, and who names it.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Framed, PageMaker, Usage};
use crate::markdown::Mentions;
use crate::model::{Verwijzing, VerwijzingSoort};
use crate::picture;
use crate::resolve::{Destination, Overview};
use crate::source::ContentPath;
use crate::view::MaybeLink;

/// The register: `verwijzingen.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterPage {
    /// Entries by kind; only kinds that there are.
    pub groepen: Vec<RegisterGroup>,
}

/// The entries of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterGroup {
    /// Heading.
    pub titel: String,
    /// Its entries.
    pub bronnen: Vec<RegisterEntry>,
}

/// An entry of the register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterEntry {
    /// Anchor.
    pub anker: String,
    /// Title.
    pub titel: String,
    /// When it was made, in words.
    pub datum: Option<String>,
    /// Who made it.
    pub partijen: Vec<MaybeLink>,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// Where it is on the web.
    pub url: Option<String>,
    /// The file to take away.
    pub bestand: Option<RegisterFile>,
    /// Where it is named.
    pub gebruikt: Usage,
}

/// A file of the register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterFile {
    /// Where it is.
    pub href: String,
    /// "PDF"
    pub soort: String,
    /// "240 kB"
    pub grootte: String,
    /// SHA-256 in full.
    pub sha256: String,
}

impl PageMaker<'_> {
    /// The page.
    pub fn register(&self) -> Framed<RegisterPage> {
        let groepen = VerwijzingSoort::WORDS.iter().filter_map(|soort| {
            let entries = self.project.verwijzingen.iter().filter(|found| found.soort.word() == *soort);
            let bronnen: Vec<_> = entries.map(|verwijzing| self.register_entry(verwijzing)).collect();
            let titel = self.labels.text(&format!("verwijzingen-{soort}"));
            (!bronnen.is_empty()).then_some(RegisterGroup { titel, bronnen })
        });
        self.overview("verwijzingen", RegisterPage { groepen: groepen.collect() })
    }

    fn register_entry(&self, verwijzing: &Verwijzing) -> RegisterEntry {
        let id = verwijzing.id.as_str();
        let party = |name: &String| {
            let known = self.project.site.partijen.iter().find(|partij| partij.id.as_str() == name);
            match known {
                Some(partij) => self.view.link(partij.naam.clone(), Overview::Partij(partij).into()),
                None => MaybeLink { titel: name.clone().into(), href: None },
            }
        };
        RegisterEntry {
            anker: id.to_owned(),
            titel: verwijzing.titel.clone(),
            datum: verwijzing.datum.map(|datum| datum.voluit()),
            partijen: verwijzing.partijen.iter().map(party).collect(),
            samenvatting: verwijzing.samenvatting.clone(),
            url: verwijzing.url.as_ref().map(|url| url.as_str().to_owned()),
            bestand: verwijzing.bestand.as_ref().and_then(|file| self.register_file(&file.value)),
            gebruikt: self.used_in(|mentions: &Mentions| mentions.sources.contains(id)),
        }
    }

    fn register_file(&self, file: &ContentPath) -> Option<RegisterFile> {
        let bytes = picture::published(file, self.files.medium(file)?);
        Some(RegisterFile {
            href: self.way(Destination::Medium(file)),
            soort: file.extension().to_uppercase(),
            grootte: size(bytes.len()),
            sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        })
    }
}

/// The size of a file as readers know it, rounded up.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{},{} MB", tenths / 10, tenths % 10)
        }
    }
}
