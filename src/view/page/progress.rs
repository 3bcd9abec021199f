//! How agreements are doing: traffic lights, what parties did, indicators with
//! their charts, wherever a page shows them.

use crate::theme::indicator::IndicatorWords;
use serde::Serialize;

use super::contents::indicator_anchor;
use super::{DocumentHead, Framed, LinkView, MenuItem, PageMaker, TocEntry};
use crate::chart::Look;
use crate::model::{Deel, Indicator, Overeenkomst, Stoplicht, Telling};
use crate::order;
use crate::resolve::{anchors, part_page};
use crate::view::MeasureView;
use crate::view::{LightView, MaybeLink};

/// An indicator with its chart and figures.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// Anchor.
    pub anker: String,
    /// What is said of it, and its figures.
    #[serde(flatten)]
    pub woorden: IndicatorWords,
    /// The chart; there is none while there is nothing to compare.
    pub grafiek_html: Option<String>,
}

/// Progress of a document: `voortgang.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressPage {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The side menu of the document.
    pub delen: Vec<MenuItem>,
    /// Headings of this page.
    pub inhoud: Vec<TocEntry>,
    /// How all agreements stand, year by year.
    pub tellingen: TallyTable,
    /// What needs work first: behind, then needing attention.
    pub aandacht: Vec<AttentionView>,
    /// Its themes, each with its agreements and indicators.
    pub themas: Vec<ThemeProgress>,
    /// After how many months a figure is old.
    pub verouderd_na: u16,
}

/// Counts by year.
#[derive(Debug, Clone, Serialize)]
pub struct TallyTable {
    /// A row a year.
    pub regels: Vec<TallyView>,
    /// What the last year that was judged says, in one sentence.
    pub samenvatting: String,
}

/// How the agreements stood in a year.
#[derive(Debug, Clone, Serialize)]
pub struct TallyView {
    /// The year.
    pub jaar: String,
    /// How many are on schedule.
    pub groen: usize,
    /// How many need attention.
    pub oranje: usize,
    /// How many are behind.
    pub rood: usize,
    /// How many have no judgement.
    pub zonder: usize,
}

/// An agreement that needs work.
#[derive(Debug, Clone, Serialize)]
pub struct AttentionView {
    /// The agreement.
    pub afspraak: MaybeLink,
    /// How it is doing.
    pub licht: LightView,
}

/// Progress of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeProgress {
    /// Anchor.
    pub anker: String,
    /// Title, linked to the theme's page.
    pub thema: LinkView,
    /// The years of the term.
    pub jaren: Vec<String>,
    /// Its agreements with a light for each of these years.
    pub regels: Vec<ProgressRow>,
    /// Its indicators.
    pub indicatoren: Vec<IndicatorProgress>,
}

/// An agreement with its lights.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressRow {
    /// The agreement.
    pub afspraak: MaybeLink,
    /// A light for each year; none where there is no judgement.
    pub lichten: Vec<Option<LightView>>,
}

/// An indicator, with what its last figure says.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorProgress {
    /// The indicator.
    #[serde(flatten)]
    pub indicator: IndicatorView,
    /// The last figure and its day against the target, in words.
    pub laatste: String,
    /// That this figure is old, in words.
    pub verouderd: Option<String>,
}

impl PageMaker<'_> {
    /// An indicator; `prefix` stands before its anchor on the long page.
    pub(super) fn indicator(&self, indicator: &Indicator, prefix: &str) -> IndicatorView {
        let MeasureView { woorden, tekening } = self.measure(indicator, Look::Screen);
        IndicatorView { anker: indicator_anchor(indicator, prefix), woorden, grafiek_html: tekening }
    }

    /// The page with all progress of a document.
    pub fn progress_page(&self, document: &Overeenkomst) -> Framed<ProgressPage> {
        let themas: Vec<ThemeProgress> =
            document.delen.iter().filter_map(|deel| self.theme_progress(document, deel)).collect();
        let mut inhoud = vec![TocEntry::new(self.labels.text("voortgang-per-jaar"), "_jaren")];
        inhoud.extend(themas.iter().map(|thema| TocEntry::new(thema.thema.titel.clone(), &thema.anker)));
        self.frame(self.described_place(document, "voortgang-uitleg")).around(ProgressPage {
            overeenkomst: self.head(document),
            delen: self.menu(document),
            inhoud,
            tellingen: self.tally_table(document),
            aandacht: self.attention(document),
            themas,
            verouderd_na: self.project.site.cijfers_oud_na,
        })
    }

    fn theme_progress(&self, document: &Overeenkomst, deel: &Deel) -> Option<ThemeProgress> {
        let thema = deel.als_thema()?;
        let regels: Vec<ProgressRow> = thema
            .lopende_afspraken()
            .filter(|afspraak| afspraak.wordt_gevolgd())
            .filter_map(|afspraak| {
                let lights = document.jaren();
                let lights =
                    lights.map(|jaar| afspraak.voortgang.in_jaar(jaar).map(|light| self.light(light)));
                let afspraak = self.numbered(document, &afspraak.nummer)?;
                Some(ProgressRow { afspraak, lichten: lights.collect() })
            })
            .collect();
        let prefix = anchors::prefix(thema.slug.as_str());
        let indicatoren =
            thema.indicatoren.iter().map(|indicator| self.indicator_progress(indicator, &prefix)).collect();
        Some(ThemeProgress {
            anker: format!("_thema-{}", thema.slug),
            thema: self.link(part_page(document, deel), &thema.titel),
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
                    groen: telling.groen,
                    oranje: telling.oranje,
                    rood: telling.rood,
                    zonder: telling.zonder,
                })
                .collect(),
        }
    }

    /// What needs work first: red at once, then amber (handbook lines 631 and 632).
    pub(super) fn attention(&self, document: &Overeenkomst) -> Vec<AttentionView> {
        let mut found: Vec<(Stoplicht, AttentionView)> = Vec::new();
        for afspraak in document.lopende_afspraken() {
            let Some(last) = afspraak.voortgang.laatste() else { continue };
            if last.kleur != Stoplicht::Groen
                && let Some(afspraak) = self.numbered(document, &afspraak.nummer)
            {
                found.push((last.kleur, AttentionView { afspraak, licht: self.light(last) }));
            }
        }
        order::sort_by_key(&mut found, |(kleur, _)| std::cmp::Reverse(*kleur));
        found.into_iter().map(|(_, view)| view).collect()
    }
}
