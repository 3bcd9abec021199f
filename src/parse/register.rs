//! Who and what may be named: parties, areas and target groups.

use std::sync::Arc;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Kenmerk, KenmerkFamilie, Partij, Rol, Site, Volledigheid, WebAdres};
use crate::source::{Spanned, Stamp, Stamper};

/// The parties that may be named: those of the site, or of one document.
#[derive(Debug, Clone)]
pub struct Register {
    partijen: Vec<Arc<Partij>>,
    /// Whether a name that is not among them is a mistake; it may not be one
    /// when the list itself could not be read.
    complete: bool,
    /// Where the parties are listed, for messages.
    place: &'static str,
    /// All parties of the site, some of which may take part in a single theme.
    site: Vec<Arc<Partij>>,
    /// Whether these are all.
    whole_site: bool,
    /// The areas and target groups that may be named.
    kenmerken: Vec<Arc<Kenmerk>>,
    /// Whether a name that is not among them is a mistake.
    all_kenmerken: bool,
    /// Stands for all of this: what was read by it need not be read again by one that says the same.
    stamp: Stamp,
}

impl Register {
    fn new(partijen: &[Arc<Partij>], complete: bool, place: &'static str) -> Self {
        Self {
            partijen: partijen.to_vec(),
            complete,
            place,
            site: partijen.to_vec(),
            whole_site: complete,
            kenmerken: Vec::new(),
            all_kenmerken: false,
            stamp: Stamp::of(b""),
        }
        .stamped()
    }

    /// The same, with the stamp of what it says.
    fn stamped(mut self) -> Self {
        let mut stamp = Stamper::default()
            .bytes(&[u8::from(self.complete), u8::from(self.whole_site)])
            .bytes(&self.partijen.len().to_le_bytes())
            .bytes(self.place.as_bytes());
        for partij in self.partijen.iter().chain(&self.site) {
            let logo = partij.logo.as_ref().map_or("", |logo| logo.value.as_str());
            let website = partij.website.as_ref().map_or("", WebAdres::as_str);
            let (id, rol) = (partij.id.as_str(), partij.rol.word());
            for field in [id, &partij.naam, &partij.kort, rol, website, logo] {
                stamp.add(field.as_bytes());
            }
            for alinea in &partij.taken {
                stamp.add(alinea.as_bytes());
            }
        }
        stamp.add(&[u8::from(self.all_kenmerken)]);
        for kenmerk in &self.kenmerken {
            for field in [kenmerk.familie().word(), kenmerk.id.as_str(), &kenmerk.naam] {
                stamp.add(field.as_bytes());
            }
        }
        self.stamp = stamp.stamp();
        self
    }

    /// The parties of the site; `all` of them, or those that could be read.
    pub fn known(partijen: &[Arc<Partij>], all: Volledigheid) -> Self {
        Self::new(partijen, all.is_volledig(), "in `site.yaml`")
    }

    /// All that documents may name of the site.
    pub fn of_site(site: &Site) -> Self {
        let known = Self::known(&site.partijen, site.partijenlijst);
        let all_kenmerken = site.kenmerkenlijst.is_volledig();
        Self { kenmerken: site.kenmerken.clone(), all_kenmerken, ..known }.stamped()
    }

    /// When the list could not be read.
    pub fn unknown() -> Self {
        Self::new(&[], false, "in `site.yaml`")
    }

    /// The parties of one document; `all` of them, or those that could be read.
    pub fn of_document(&self, partijen: &[Arc<Partij>], all: Volledigheid) -> Self {
        let complete = self.complete && all.is_volledig();
        let place = "bij `partijen` in `overeenkomst.md`";
        Self { partijen: partijen.to_vec(), complete, place, ..self.clone() }.stamped()
    }

    /// The areas, or the target groups, that may be named.
    pub fn kenmerken(&self, familie: KenmerkFamilie) -> impl Iterator<Item = &Arc<Kenmerk>> {
        self.kenmerken.iter().filter(move |kenmerk| kenmerk.familie() == familie)
    }

    /// Whether an area or target group that is not among them is a mistake.
    pub fn knows_all_kenmerken(&self) -> bool {
        self.all_kenmerken
    }

    /// The only corporation; nothing when there are more, or none.
    pub fn only_corporation(&self) -> Option<Arc<Partij>> {
        let mut corporations = self.partijen.iter().filter(|partij| partij.rol == Rol::Corporatie);
        corporations.next().filter(|_| corporations.next().is_none()).cloned()
    }

    /// The words for its parties.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.partijen.iter().map(|partij| partij.id.as_str())
    }

    /// Whether all parties are known, so that what is missing is really not there.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The parties of the site, also those that take no part in the document.
    pub fn whole_site(&self) -> Self {
        Self::new(&self.site, self.whole_site, "in `site.yaml`")
    }

    /// With parties that join for one theme; `all` of them, or those that could be read.
    pub fn with_extra(&self, extra: &[Arc<Partij>], all: bool) -> Self {
        let partijen = self.partijen.iter().chain(extra).cloned().collect();
        Self { partijen, complete: self.complete && all, ..self.clone() }.stamped()
    }

    /// Whether a party is among those that may be named.
    pub fn has(&self, partij: &Partij) -> bool {
        self.partijen.iter().any(|known| known.id == partij.id)
    }

    /// Stands for what it says.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The party that a word stands for: its id, or its role where only one
    /// party has that role.
    pub fn find(&self, reader: &mut Reader, name: &Spanned<String>) -> Option<Arc<Partij>> {
        let word = name.value.trim();
        if let Some(partij) = self.partijen.iter().find(|partij| partij.id.as_str() == word) {
            return Some(partij.clone());
        }
        let with_role: Vec<_> = Rol::from_word(word)
            .map(|rol| self.partijen.iter().filter(|partij| partij.rol == rol).collect())
            .unwrap_or_default();
        if let [only] = with_role.as_slice() {
            return Some(Arc::clone(only));
        }
        if !self.complete {
            return None;
        }
        let ids = || self.partijen.iter().map(|partij| partij.id.as_str());
        let hint = if self.site.iter().any(|partij| partij.id.as_str() == word) {
            "Noem haar bij `partijen` in `overeenkomst.md`. Doet zij alleen bij dit thema mee? Zet haar dan bij `extra_partijen` in de kop van het thema.".into()
        } else if with_role.is_empty() {
            did_you_mean(word, ids())
                .unwrap_or_else(|| format!("Kies uit: {}.", ids().collect::<Vec<_>>().join(", ")))
        } else {
            let ids: Vec<_> = with_role.iter().map(|partij| partij.id.as_str()).collect();
            format!("Meer partijen hebben deze rol. Kies uit: {}.", ids.join(", "))
        };
        reader.report(
            Diagnostic::at(
                Code::M105,
                name.span,
                format!("`{word}` is geen partij die {} staat.", self.place),
            )
            .label("onbekende partij")
            .hint(hint),
        );
        None
    }
}
