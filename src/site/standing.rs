//! What an agreement is among the others: its level, what it works out, which
//! areas and target groups it is about, and whether it ended.

use super::links::PageSurroundings;
use super::overview::Overview;
use super::pages::Pages;
use super::view::{EndView, LinkView, StandingView, TreeLine};
use crate::markdown::plain;
use crate::model::{Afspraak, AfspraakNummer, Beeindiging, KenmerkFamilie, Kenmerken, Overeenkomst};

impl Pages<'_> {
    pub(super) fn standing(&self, afspraak: &Afspraak, here: &PageSurroundings) -> StandingView {
        let document = here.document();
        let uitwerkingen = document.into_iter().flat_map(|document| document.uitwerkingen(&afspraak.nummer));
        let mut view = StandingView {
            plaats: afspraak.plaats().word(),
            niveau: afspraak.niveau.map(|niveau| self.labels.niveau(niveau)),
            onder: afspraak.onder.as_ref().and_then(|onder| agreement_link(here, &onder.value)),
            uitwerkingen: uitwerkingen.filter_map(|other| agreement_link(here, &other.nummer)).collect(),
            gebieden: self.kenmerk_links(here.path, &afspraak.kenmerken, KenmerkFamilie::Gebieden),
            doelgroepen: self.kenmerk_links(here.path, &afspraak.kenmerken, KenmerkFamilie::Doelgroepen),
            einde: afspraak.beeindigd.as_ref().map(|einde| self.end(einde, here)),
            heeft_feiten: false,
        };
        view.heeft_feiten = view.niveau.is_some()
            || view.onder.is_some()
            || !view.uitwerkingen.is_empty()
            || !view.gebieden.is_empty()
            || !view.doelgroepen.is_empty();
        view
    }

    /// Links to the pages of areas or target groups.
    pub(super) fn kenmerk_links(
        &self,
        path: &str,
        kenmerken: &Kenmerken,
        familie: KenmerkFamilie,
    ) -> Vec<LinkView> {
        kenmerken
            .van(familie)
            .map(|kenmerk| self.link(path, &Overview::Kenmerk(kenmerk).path(), kenmerk.naam.clone()))
            .collect()
    }

    fn end(&self, einde: &Beeindiging, here: &PageSurroundings) -> EndView {
        EndView {
            zin: self.labels.einde(einde),
            reden: self.labels.eind_reden(einde.reden.value),
            per: einde.per.value.voluit(),
            toelichting: einde.toelichting.clone(),
            door: einde.door.as_ref().and_then(|door| agreement_link(here, &door.value)),
        }
    }

    /// The trees of agreements that work each other out, one below the other.
    /// An agreement that stands alone is in none.
    pub(super) fn trees<'a>(
        &self,
        document: &'a Overeenkomst,
        roots: impl Iterator<Item = &'a Afspraak>,
        here: &PageSurroundings,
    ) -> Vec<TreeLine> {
        let mut lines = Vec::new();
        for root in roots.filter(|root| root.onder.is_none()) {
            if document.uitwerkingen(&root.nummer).next().is_some() {
                self.branch(document, root, here, &mut lines);
            }
        }
        lines
    }

    fn branch(
        &self,
        document: &Overeenkomst,
        afspraak: &Afspraak,
        here: &PageSurroundings,
        lines: &mut Vec<TreeLine>,
    ) {
        let below: Vec<&Afspraak> = document.uitwerkingen(&afspraak.nummer).collect();
        // What is there has an address; a number that leads nowhere was reported.
        let Some(link) = agreement_link(here, &afspraak.nummer) else { return };
        lines.push(TreeLine {
            afspraak: link,
            niveau: afspraak.niveau.map(|niveau| self.labels.niveau(niveau)),
            einde: afspraak.beeindigd.as_ref().map(|einde| self.labels.einde(einde)),
            opent: !below.is_empty(),
            sluit: Vec::new(),
        });
        let nests = !below.is_empty();
        for other in below {
            self.branch(document, other, here, lines);
        }
        if nests && let Some(last) = lines.last_mut() {
            last.sluit.push(());
        }
    }
}

/// "B1 Nieuwbouw in Noord", linked.
pub(super) fn agreement_link(here: &PageSurroundings, nummer: &AfspraakNummer) -> Option<LinkView> {
    let (_, afspraak) = here.document()?.afspraak(nummer.as_str())?;
    let href = here.agreement(nummer.as_str())?;
    Some(LinkView { titel: format!("{nummer} {}", plain::inlines(&afspraak.titel)), href })
}
