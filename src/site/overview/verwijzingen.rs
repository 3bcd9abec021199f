//! The register: what agreements rest on, where it can be read, and who names it.

use sha2::{Digest, Sha256};

use crate::markdown::Mentions;
use crate::model::{Verwijzing, VerwijzingSoort};
use crate::picture;
use crate::resolve::Overview;
use crate::site::address;
use crate::site::pages::Pages;
use crate::site::view::{MaybeLink, RegisterEntry, RegisterFile, RegisterGroup, RegisterPage};
use crate::source::ContentPath;

const SOORTEN: [VerwijzingSoort; 5] = [
    VerwijzingSoort::Convenant,
    VerwijzingSoort::Samenwerkingsovereenkomst,
    VerwijzingSoort::Beleid,
    VerwijzingSoort::Regeling,
    VerwijzingSoort::Onderzoek,
];

impl Pages<'_> {
    pub(super) fn register(&self, path: &str) -> RegisterPage {
        let groepen = SOORTEN.into_iter().filter_map(|soort| {
            let entries = self.project.verwijzingen.iter().filter(|found| found.soort == soort);
            let bronnen: Vec<_> = entries.map(|verwijzing| self.register_entry(path, verwijzing)).collect();
            let titel = self.labels.text(&format!("verwijzingen-{}", soort.word()));
            (!bronnen.is_empty()).then_some(RegisterGroup { titel, bronnen })
        });
        let groepen = groepen.collect();
        let uitleg = self.labels.text("verwijzingen-uitleg");
        let place = self.overview_place(path, self.labels.text("titel-verwijzingen"), Some(uitleg));
        RegisterPage { kader: self.frame(path, place), groepen }
    }

    fn register_entry(&self, path: &str, verwijzing: &Verwijzing) -> RegisterEntry {
        let id = verwijzing.id.as_str();
        let party = |name: &String| {
            let known = self.project.site.partijen.iter().find(|partij| partij.id.as_str() == name);
            match known {
                Some(partij) => MaybeLink {
                    titel: partij.naam.clone().into(),
                    href: Some(self.href(path, &address::overview(Overview::Partij(partij)))),
                },
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
            bestand: verwijzing.bestand.as_ref().and_then(|file| self.register_file(path, &file.value)),
            gebruikt: self.used_in(path, |mentions: &Mentions| mentions.sources.contains(id)),
        }
    }

    fn register_file(&self, path: &str, file: &ContentPath) -> Option<RegisterFile> {
        let bytes = picture::published(file, self.sources.media().get(file)?);
        Some(RegisterFile {
            href: self.href(path, &address::media(file)),
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
