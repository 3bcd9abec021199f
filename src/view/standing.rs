//! What an agreement is among the others: its level, what it works out, which
//! areas and target groups it is about, and whether it ended.

use serde::Serialize;

use super::{MaybeLink, Proza, View};
use crate::markdown::plain;
use crate::model::{Afspraak, AfspraakNummer, Beeindiging, KenmerkFamilie, Kenmerken, Overeenkomst};
use crate::resolve::{self, Destination, Overview, Page};

/// What an agreement is among the others.
#[derive(Debug, Clone, Serialize)]
pub struct StandingView {
    /// `tekst`, `werkagenda` or `afgevoerd`: where in its theme it stands.
    pub plaats: &'static str,
    /// How far it is worked out, in words.
    pub niveau: Option<String>,
    /// The agreement that it works out.
    pub onder: Option<MaybeLink>,
    /// The agreements that work it out.
    pub uitwerkingen: Vec<MaybeLink>,
    /// Areas that it is about, linked to their pages.
    pub gebieden: Vec<MaybeLink>,
    /// Target groups that it is about, linked to their pages.
    pub doelgroepen: Vec<MaybeLink>,
    /// That it ended.
    pub einde: Option<EndView>,
    /// Whether any of this stands among its facts.
    pub heeft_feiten: bool,
}

/// The end of an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct EndView {
    /// "Beëindigd per 1 januari 2028: afgerond."
    pub zin: String,
    /// More about it.
    pub toelichting: Option<Proza>,
    /// The agreement that came in its place.
    pub door: Option<MaybeLink>,
}

/// A line of a tree of agreements, in the order of reading. `opent` and `sluit`
/// say how the lists around it nest.
#[derive(Debug, Clone, Serialize)]
pub struct TreeLine {
    /// Number and title, linked.
    pub afspraak: MaybeLink,
    /// How far it is worked out, in words.
    pub niveau: Option<String>,
    /// That it ended, in words.
    pub einde: Option<String>,
    /// Whether a list of what works it out follows.
    pub opent: bool,
    /// How many lists end after this line.
    pub sluit: Vec<()>,
}

impl View<'_> {
    /// What an agreement is among the others of its document.
    pub fn standing(&self, document: &Overeenkomst, afspraak: &Afspraak) -> StandingView {
        let uitwerkingen = document.uitwerkingen(&afspraak.nummer);
        let mut view = StandingView {
            plaats: afspraak.plaats().word(),
            niveau: afspraak.niveau.map(|niveau| self.labels.niveau(niveau)),
            onder: afspraak.onder.as_ref().and_then(|onder| self.numbered(document, &onder.value)),
            uitwerkingen: uitwerkingen.filter_map(|other| self.numbered(document, &other.nummer)).collect(),
            gebieden: self.kenmerken(&afspraak.kenmerken, KenmerkFamilie::Gebieden),
            doelgroepen: self.kenmerken(&afspraak.kenmerken, KenmerkFamilie::Doelgroepen),
            einde: afspraak.beeindigd.as_ref().map(|einde| self.end(document, einde)),
            heeft_feiten: false,
        };
        view.heeft_feiten = view.niveau.is_some()
            || view.onder.is_some()
            || !view.uitwerkingen.is_empty()
            || !view.gebieden.is_empty()
            || !view.doelgroepen.is_empty();
        view
    }

    /// Areas or target groups, linked to their pages.
    pub fn kenmerken(&self, kenmerken: &Kenmerken, familie: KenmerkFamilie) -> Vec<MaybeLink> {
        let page = |kenmerk| Destination::Page(Page::Overview(Overview::Kenmerk(kenmerk)));
        kenmerken.van(familie).map(|kenmerk| self.link(kenmerk.naam.clone(), page(kenmerk))).collect()
    }

    pub(super) fn end(&self, document: &Overeenkomst, einde: &Beeindiging) -> EndView {
        EndView {
            zin: self.labels.einde(einde),
            toelichting: einde.toelichting.clone().map(Proza),
            door: einde.door.as_ref().and_then(|door| self.numbered(document, &door.value)),
        }
    }

    /// The trees of agreements that work each other out, one below the other.
    /// An agreement that stands alone is in none.
    pub fn trees<'m>(
        &self,
        document: &'m Overeenkomst,
        roots: impl Iterator<Item = &'m Afspraak>,
    ) -> Vec<TreeLine> {
        let mut lines = Vec::new();
        for root in roots.filter(|root| root.onder.is_none()) {
            if document.uitwerkingen(&root.nummer).next().is_some() {
                self.branch(document, root, &mut lines);
            }
        }
        lines
    }

    fn branch(&self, document: &Overeenkomst, afspraak: &Afspraak, lines: &mut Vec<TreeLine>) {
        let below: Vec<&Afspraak> = document.uitwerkingen(&afspraak.nummer).collect();
        // What is there has an address; a number that leads nowhere was reported.
        let Some(link) = self.numbered(document, &afspraak.nummer) else { return };
        lines.push(TreeLine {
            afspraak: link,
            niveau: afspraak.niveau.map(|niveau| self.labels.niveau(niveau)),
            einde: afspraak.beeindigd.as_ref().map(|einde| self.labels.einde(einde)),
            opent: !below.is_empty(),
            sluit: Vec::new(),
        });
        let nests = !below.is_empty();
        for other in below {
            self.branch(document, other, lines);
        }
        if nests && let Some(last) = lines.last_mut() {
            last.sluit.push(());
        }
    }

    /// "B1 Nieuwbouw in Noord", linked.
    pub fn numbered(&self, document: &Overeenkomst, nummer: &AfspraakNummer) -> Option<MaybeLink> {
        let (_, afspraak) = document.afspraak(nummer.as_str())?;
        let to = resolve::agreement(document, nummer.as_str())?;
        Some(self.link(format!("{nummer} {}", plain::inlines(&afspraak.titel)), to))
    }
}
