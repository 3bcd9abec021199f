//! Who decides, who signs, and for what: approvals with their reservations,
//! the signing, and the parts that a party does not sign.

use std::sync::Arc;

use super::words::words;
use super::{Datum, Partij, PartijId, Volledigheid};
use crate::source::Spanned;

words! {
    /// What a body does with a document (handbook lines 306 to 308).
    GoedkeuringSoort {
        /// It adopts: the college van burgemeester en wethouders, never the council.
        Vaststelling = "vaststelling",
        /// It approves: the raad van commissarissen.
        Goedkeuring = "goedkeuring",
        /// It gives someone the power to sign.
        Mandaat = "mandaat",
        /// It agrees, where it need not approve.
        Instemming = "instemming",
        /// It is told; nothing waits for that.
        Kennisname = "kennisname",
    }
}

/// A decision of a party's own body.
#[derive(Debug, Clone)]
pub struct Goedkeuring {
    /// The body: college van B&W, raad van commissarissen, ledenvergadering, …
    pub orgaan: Spanned<String>,
    /// Whose body.
    pub partij: Arc<Partij>,
    /// What it decides.
    pub soort: GoedkeuringSoort,
    /// When; absent when it is still to come.
    pub datum: Option<Datum>,
    /// What the decision waits for.
    pub voorbehoud: Option<Voorbehoud>,
    /// A remark.
    pub opmerking: Option<String>,
}

impl Goedkeuring {
    /// The reservation that still stands.
    pub fn open_voorbehoud(&self) -> Option<&Voorbehoud> {
        self.voorbehoud.as_ref().filter(|voorbehoud| voorbehoud.opgeheven.is_none())
    }

    /// Whether the document has to wait for it.
    pub fn houdt_op(&self) -> bool {
        self.datum.is_none() && self.soort != GoedkeuringSoort::Kennisname
    }
}

/// A reservation: the decision holds when this has happened (handbook line 307).
#[derive(Debug, Clone)]
pub struct Voorbehoud {
    /// What has to happen, in words.
    pub tekst: String,
    /// When that was so.
    pub opgeheven: Option<Datum>,
}

words! {
    /// For what parties sign when nothing else is said of one of them.
    Tekenwijze {
        /// For the whole document.
        Geheel = "geheel",
        /// Each for what it does itself (handbook line 333).
        EigenInzet = "eigen-inzet",
    }
}

/// Who signs for a party. Never a person's name: functions are enough, and
/// names and handwriting are not published.
#[derive(Debug, Clone)]
pub struct Ondertekenaar {
    /// The party, where the sources name it.
    pub partij: Spanned<Arc<Partij>>,
    /// The function, "wethouder Wonen".
    pub functie: String,
    /// The body on whose behalf.
    pub namens: Option<String>,
    /// What gives the power to sign (line 308).
    pub mandaat: Option<Mandaat>,
    /// Where, when not with the others.
    pub plaats: Option<String>,
    /// When, when not with the others.
    pub datum: Option<Datum>,
    /// The themes and agreements that it signs for, by id and number; those of
    /// the document's [`Tekenwijze`] when there are none.
    pub voor: Vec<Spanned<String>>,
}

/// The power to sign for a party.
#[derive(Debug, Clone)]
pub struct Mandaat {
    /// The decision that gave it.
    pub besluit: String,
    /// When that was taken.
    pub datum: Option<Datum>,
}

/// The signing.
#[derive(Debug, Clone)]
pub struct Ondertekening {
    /// Where.
    pub plaats: Option<String>,
    /// When.
    pub datum: Option<Datum>,
    /// For what, unless a signatory says otherwise.
    pub voor: Tekenwijze,
    /// Who, in the order of the document.
    pub door: Vec<Ondertekenaar>,
    /// Whether all of them could be read.
    pub volledigheid: Volledigheid,
}

impl Default for Ondertekening {
    fn default() -> Self {
        let volledigheid = Volledigheid::Volledig;
        Self { plaats: None, datum: None, voor: Tekenwijze::Geheel, door: Vec::new(), volledigheid }
    }
}

impl Ondertekening {
    /// The parties that sign, each once: each gets a copy.
    pub fn partijen(&self) -> Vec<&Arc<Partij>> {
        each_once(self.door.iter())
    }
}

/// The parties of signatories, each once.
pub(super) fn each_once<'a>(door: impl Iterator<Item = &'a Ondertekenaar>) -> Vec<&'a Arc<Partij>> {
    let mut partijen: Vec<&Arc<Partij>> = Vec::new();
    for Ondertekenaar { partij, .. } in door {
        if !partijen.iter().any(|known| known.id == partij.value.id) {
            partijen.push(&partij.value);
        }
    }
    partijen
}

/// A party that agrees with the whole, but does not sign this part of it
/// (handbook line 280).
#[derive(Debug, Clone)]
pub struct Uitzondering {
    /// The party, where the sources name it.
    pub partij: Spanned<Arc<Partij>>,
    /// Why.
    pub reden: String,
}

/// The exception of a party among others.
pub fn uitzondering<'a>(uitzonderingen: &'a [Uitzondering], partij: &PartijId) -> Option<&'a Uitzondering> {
    uitzonderingen.iter().find(|uitzondering| uitzondering.partij.value.id == *partij)
}
