//! The page of a party: what it promised, what others wait for, and what it
//! waits for itself. It is what a party prints for those whom it speaks for
//! (handbook line 495).

use serde::Serialize;

use super::linked_data::organisation;
use super::{DocumentHead, DownloadView, Framed, LinkView, PageMaker, PartyView};
use crate::model::{Afspraak, Band, Fase, OVERZICHTELIJK, Overeenkomst, Partij, Samenhang};
use crate::resolve::{Overview, anchors};
use crate::theme::wording::fase_id;
use crate::view::{LightView, TieView};

/// The page of a party: `partij.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PartijPage {
    /// The party.
    pub partij: PartyView,
    /// Its tasks, in paragraphs: its own words, or what is usual for its role.
    pub taken: Vec<String>,
    /// Its documents by phase, those in force first; only groups that hold something.
    pub groepen: Vec<PartijGroep>,
}

/// The documents of a party in one phase.
#[derive(Debug, Clone, Serialize)]
pub struct PartijGroep {
    /// `van-kracht`, `aanstaand`, `in-de-maak` or `archief`.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// The documents, the newest first, with all that it does there; none where it takes part in too many.
    pub documenten: Vec<PartijDocument>,
    /// The same in short, where it takes part in too many.
    pub regels: Vec<PartijRegel>,
}

/// What a party does in one of many documents, in short.
#[derive(Debug, Clone, Serialize)]
pub struct PartijRegel {
    /// Anchor.
    pub anker: String,
    /// The document.
    pub overeenkomst: LinkView,
    /// Its term.
    pub looptijd: String,
    /// How often it acts, by theme; only themes in which it does.
    pub themas: Vec<PartijTelling>,
    /// Files with what it does in this document alone.
    pub downloads: Vec<DownloadView>,
}

/// In how many agreements of a theme a party acts.
#[derive(Debug, Clone, Serialize)]
pub struct PartijTelling {
    /// Anchor.
    pub anker: String,
    /// The theme.
    pub thema: LinkView,
    /// How many.
    pub aantal: usize,
}

/// What a party does in one document.
#[derive(Debug, Clone, Serialize)]
pub struct PartijDocument {
    /// Anchor.
    pub anker: String,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The themes to which its part is limited; empty when it takes part in all.
    pub alleen_bij: Vec<String>,
    /// What it does, by theme; only themes in which it acts.
    pub themas: Vec<PartijThema>,
    /// What others wait for.
    pub wachten: Vec<PartijWacht>,
    /// What it waits for itself.
    pub wacht_op: Vec<PartijWacht>,
    /// Files with what it does in this document alone.
    pub downloads: Vec<DownloadView>,
}

/// What a party does in one theme.
#[derive(Debug, Clone, Serialize)]
pub struct PartijThema {
    /// Anchor.
    pub anker: String,
    /// Name of the theme.
    pub label: String,
    /// Title of the chapter.
    pub titel: String,
    /// Its contributions, in the order of the document.
    pub inzetten: Vec<PartijInzet>,
    /// Whether money or means go with any of them.
    pub met_middelen: bool,
    /// Whether it is known of any of them how it goes.
    pub met_stand: bool,
}

/// A contribution of a party.
#[derive(Debug, Clone, Serialize)]
pub struct PartijInzet {
    /// The agreement that it belongs to.
    pub afspraak: TieView,
    /// What the party does.
    pub inzet: String,
    /// When, in words.
    pub wanneer: Option<String>,
    /// Money and means, in lines; never empty.
    pub middelen: Vec<String>,
    /// Whether these were named.
    #[serde(skip)]
    pub middel_genoemd: bool,
    /// How it goes, as far as that is known.
    pub stand: Option<LightView>,
}

/// An agreement that waits for another one.
#[derive(Debug, Clone, Serialize)]
pub struct PartijWacht {
    /// The agreement that waits.
    pub wachtend: TieView,
    /// The one that it waits for.
    pub op: TieView,
    /// What of that is needed.
    pub nodig: Option<String>,
}

impl PageMaker<'_> {
    /// The page.
    pub fn partij(&self, partij: &Partij) -> Framed<PartijPage> {
        let documents = self.project.overeenkomsten.iter();
        let too_many = documents.filter(|document| takes_part(partij, document)).count() > OVERZICHTELIJK;
        // First what it is held to.
        let groups = Fase::ALL.map(|fase| {
            let documents = || self.documents_in(fase);
            let whole = documents().filter(|_| !too_many);
            let in_short = documents().filter(|document| too_many && takes_part(partij, document));
            PartijGroep {
                id: fase_id(fase),
                titel: self.labels.text(&format!("groep-{}", fase_id(fase))),
                documenten: whole.filter_map(|document| self.partij_document(partij, document)).collect(),
                regels: in_short.map(|document| self.partij_regel(partij, document)).collect(),
            }
        });
        let taken = match partij.taken.as_slice() {
            [] => vec![self.labels.text(&format!("taken-{}", partij.rol.word()))],
            own => own.to_vec(),
        };
        let beschrijving = self.labels.with("uitleg-partij", &[("naam", &partij.naam)]);
        let mut place = self.overview_place(partij.naam.clone(), Some(beschrijving));
        place.gegevens = Some(organisation(partij));
        let all = self.link(Overview::Partijen, self.labels.text("titel-partijen"));
        place.overzicht = Some(all.clone());
        place.above.push(all);
        self.frame(place).around(PartijPage {
            partij: self.party(partij),
            taken,
            groepen: groups
                .into_iter()
                .filter(|group| !group.documenten.is_empty() || !group.regels.is_empty())
                .collect(),
        })
    }

    /// What a party does in a document, in short.
    fn partij_regel(&self, partij: &Partij, document: &Overeenkomst) -> PartijRegel {
        let themas = document.delen.iter().filter_map(|deel| {
            let thema = deel.als_thema()?;
            let own = thema.lopende_afspraken().filter(|afspraak| afspraak.inzet_van(partij).is_some());
            Some((deel, thema, own.count())).filter(|(.., aantal)| *aantal > 0)
        });
        PartijRegel {
            anker: anchors::share(document, None),
            overeenkomst: self.document_link(document),
            looptijd: self.labels.looptijd(document.looptijd),
            themas: themas
                .map(|(deel, thema, aantal)| PartijTelling {
                    anker: anchors::share(document, Some(thema)),
                    thema: LinkView { titel: self.labels.thema(thema), href: self.part_href(document, deel) },
                    aantal,
                })
                .collect(),
            downloads: self.extracts(document, |keuze| keuze.is_van(partij)),
        }
    }

    /// What a party does in a document; nothing when it takes no part.
    fn partij_document(&self, partij: &Partij, document: &Overeenkomst) -> Option<PartijDocument> {
        let whole = document.partijen.iter().any(|known| known.id == partij.id);
        let extra = document.extra_partijen();
        let single = extra.into_iter().find(|(known, _)| known.id == partij.id).map(|(_, themas)| themas);
        if !whole && single.is_none() {
            return None;
        }
        let themas = document.themas().filter_map(|thema| {
            let own = thema.lopende_afspraken().filter_map(|afspraak| {
                let inzet = afspraak.inzet_van(partij)?;
                Some(PartijInzet {
                    afspraak: self.tie(document, Band { thema, afspraak, nodig: None }),
                    inzet: inzet.tekst.clone(),
                    wanneer: self.labels.wanneer_van(afspraak),
                    middelen: self.labels.middelen(inzet),
                    stand: afspraak.voortgang.laatste().map(|last| self.light(last)),
                    middel_genoemd: inzet.bijdrage.is_some(),
                })
            });
            let inzetten: Vec<_> = own.collect();
            (!inzetten.is_empty()).then(|| PartijThema {
                anker: anchors::share(document, Some(thema)),
                label: self.labels.thema(thema),
                titel: thema.titel.clone(),
                met_middelen: inzetten.iter().any(|inzet| inzet.middel_genoemd),
                met_stand: inzetten.iter().any(|inzet| inzet.stand.is_some()),
                inzetten,
            })
        });
        let own = |afspraak: &Afspraak| afspraak.inzet_van(partij).is_some();
        let of_others = |afspraak: &Afspraak| afspraak.raakt_anderen_dan(partij);
        Some(PartijDocument {
            anker: anchors::share(document, None),
            overeenkomst: self.head(document),
            alleen_bij: single.into_iter().flatten().map(|thema| self.labels.thema(thema)).collect(),
            themas: themas.collect(),
            wachten: self.waits(document, &of_others, &own),
            wacht_op: self.waits(document, &own, &of_others),
            downloads: self.extracts(document, |keuze| keuze.is_van(partij)),
        })
    }

    /// The agreements that still hold and wait for another one, as far as both are wanted.
    fn waits(
        &self,
        document: &Overeenkomst,
        waiting: &dyn Fn(&Afspraak) -> bool,
        needed: &dyn Fn(&Afspraak) -> bool,
    ) -> Vec<PartijWacht> {
        let mut found = Vec::new();
        for thema in document.themas() {
            for afspraak in thema.lopende_afspraken().filter(|afspraak| waiting(afspraak)) {
                let needs = Samenhang(document).nodig_voor(afspraak);
                found.extend(needs.filter(|need| needed(need.afspraak)).map(|need| PartijWacht {
                    wachtend: self.tie(document, Band { thema, afspraak, nodig: None }),
                    nodig: need.nodig.map(str::to_owned),
                    op: self.tie(document, need),
                }));
            }
        }
        found
    }

    /// The documents in one phase, the newest term first, as on the home page.
    pub(super) fn documents_in(&self, fase: Fase) -> impl Iterator<Item = &Overeenkomst> {
        let documents = self.documents_in_order().into_iter();
        documents.filter(move |document| document.fase(self.options.date) == fase)
    }
}

/// Whether a party takes part in a document, be it in one theme alone.
fn takes_part(partij: &Partij, document: &Overeenkomst) -> bool {
    document.partijen.iter().any(|known| known.id == partij.id)
        || document.extra_partijen().iter().any(|(known, _)| known.id == partij.id)
}
