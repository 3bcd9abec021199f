//! What templates get of parties: the list of all, and the page of each.

use serde::Serialize;

use super::{BalanceView, DocumentHead, DownloadView, Frame, LightView, LinkView, PartyView, TieView};

/// All parties: `partijen.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PartijenPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The parties, in the order of the site.
    pub partijen: Vec<PartyView>,
    /// Who acts where, by phase; only groups that hold something.
    pub groepen: Vec<PartijenGroep>,
}

/// Documents in one phase.
#[derive(Debug, Clone, Serialize)]
pub struct PartijenGroep {
    /// Heading.
    pub titel: String,
    /// A table a document.
    pub verdelingen: Vec<PartijenVerdeling>,
}

/// Who acts where in one document.
#[derive(Debug, Clone, Serialize)]
pub struct PartijenVerdeling {
    /// The document.
    pub overeenkomst: LinkView,
    /// The table.
    pub verdeling: BalanceView,
}

/// The page of a party: `partij.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PartijPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
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
    /// The documents, the newest first.
    pub documenten: Vec<PartijDocument>,
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
