//! How agreements are doing: traffic lights, what parties did, indicators with
//! their charts, wherever a page shows them.

use super::address;
use super::chapters::indicator_anchor;
use super::links::PageSurroundings;
use super::pages::{PagePlace, Pages};
use super::view::{
    AttentionView, IndicatorProgress, IndicatorView, ProgressPage, ProgressRow, TallyTable, TallyView,
    ThemeProgress, TocEntry,
};
use crate::chart::{self, Look};
use crate::model::{Deel, Indicator, Overeenkomst, Stoplicht, Telling};
use crate::resolve::Place;

impl Pages<'_> {
    /// An indicator; `prefix` stands before its anchor on the long page.
    pub(super) fn indicator(&self, indicator: &Indicator, prefix: &str) -> IndicatorView {
        IndicatorView {
            anker: indicator_anchor(indicator, prefix),
            woorden: self.labels.indicator(indicator),
            grafiek_html: chart::indicator(indicator, &self.labels.chart(indicator), Look::Screen),
        }
    }
}

impl Pages<'_> {
    /// The page with all progress of a document.
    pub(super) fn progress_page(&self, document: &Overeenkomst, path: &str) -> ProgressPage {
        let place = PagePlace {
            beschrijving: Some(self.labels.with("voortgang-uitleg", &[("titel", &document.titel)])),
            ..self.place_in(document, path)
        };
        let themas: Vec<ThemeProgress> =
            document.delen.iter().filter_map(|deel| self.theme_progress(document, deel, path)).collect();
        let entry = |titel: String, anchor: &str| TocEntry {
            nummer: None,
            titel,
            href: format!("#{anchor}"),
            niveau: 2,
        };
        let mut inhoud = vec![entry(self.labels.text("voortgang-per-jaar"), "_jaren")];
        inhoud.extend(themas.iter().map(|thema| entry(thema.thema.titel.clone(), &thema.anker)));
        ProgressPage {
            kader: self.frame(path, place),
            overeenkomst: self.head(path, document),
            delen: self.menu(document, path),
            inhoud,
            tellingen: self.tally_table(document),
            aandacht: self.attention(document, path),
            themas,
            verouderd_na: self.project.site.cijfers_oud_na,
        }
    }

    fn theme_progress(&self, document: &Overeenkomst, deel: &Deel, path: &str) -> Option<ThemeProgress> {
        let thema = deel.als_thema()?;
        let here = PageSurroundings::of(self, Place::Document(document), path);
        let view = here.view();
        let regels: Vec<ProgressRow> = thema
            .lopende_afspraken()
            .filter(|afspraak| afspraak.wordt_gevolgd())
            .filter_map(|afspraak| {
                let lights = document.jaren();
                let lights =
                    lights.map(|jaar| afspraak.voortgang.in_jaar(jaar).map(|light| view.light(light)));
                let afspraak = view.numbered(document, &afspraak.nummer)?;
                Some(ProgressRow { afspraak, lichten: lights.collect() })
            })
            .collect();
        let prefix = format!("{}--", thema.slug);
        let indicatoren =
            thema.indicatoren.iter().map(|indicator| self.indicator_progress(indicator, &prefix)).collect();
        Some(ThemeProgress {
            anker: format!("_thema-{}", thema.slug),
            thema: self.link(path, &address::part(document, deel), &thema.titel),
            jaren: document.jaren().map(|jaar| jaar.to_string()).collect(),
            regels,
            indicatoren,
        })
    }

    fn indicator_progress(&self, indicator: &Indicator, prefix: &str) -> IndicatorProgress {
        let last = indicator.laatste_stand();
        let old = last
            .map(|(jaar, stand)| stand.dag(jaar))
            .filter(|day| day.plus_maanden(self.project.site.cijfers_oud_na) < self.options.date);
        IndicatorProgress {
            indicator: self.indicator(indicator, prefix),
            laatste: self.labels.laatste_cijfer(indicator),
            verouderd: old.map(|day| self.labels.with("cijfer-verouderd", &[("datum", &day.voluit())])),
        }
    }

    /// How all agreements of a document stand, year by year. A year that is
    /// still to come, and of which nothing was said, has no row to itself.
    pub(super) fn tally_table(&self, document: &Overeenkomst) -> TallyTable {
        let now = self.options.date.jaar();
        let years: Vec<Telling> =
            document.tellingen().filter(|telling| telling.is_begonnen() || telling.jaar <= now).collect();
        let judged = years.iter().rev().find(|telling| telling.is_begonnen());
        TallyTable {
            samenvatting: match judged {
                Some(telling) => self.labels.telling(telling),
                None => self.labels.text("telling-niets"),
            },
            regels: years
                .iter()
                .map(|telling| TallyView {
                    jaar: telling.jaar.to_string(),
                    begonnen: telling.is_begonnen(),
                    groen: telling.groen,
                    oranje: telling.oranje,
                    rood: telling.rood,
                    zonder: telling.zonder,
                })
                .collect(),
        }
    }

    /// What needs work first: red at once, then amber (handbook lines 631 and 632).
    pub(super) fn attention(&self, document: &Overeenkomst, path: &str) -> Vec<AttentionView> {
        let here = PageSurroundings::of(self, Place::Document(document), path);
        let view = here.view();
        let mut found: Vec<(Stoplicht, AttentionView)> = Vec::new();
        for afspraak in document.lopende_afspraken() {
            let Some(last) = afspraak.voortgang.laatste() else { continue };
            if last.kleur != Stoplicht::Groen
                && let Some(afspraak) = view.numbered(document, &afspraak.nummer)
            {
                found.push((last.kleur, AttentionView { afspraak, licht: view.light(last) }));
            }
        }
        found.sort_by_key(|(kleur, _)| std::cmp::Reverse(*kleur));
        found.into_iter().map(|(_, view)| view).collect()
    }
}
