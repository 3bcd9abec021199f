//! A theme: what parties want with a subject, and what that rests on.

use serde::Serialize;

use super::{ExceptionView, GroundsView, MaybeLink, Proza, View, exceptions};
use crate::model::{KenmerkFamilie, Thema};
use crate::resolve::{Destination, Overview, Page};

/// A theme, but for its text, its agreements and its figures.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ThemeView {
    /// Name of the theme ("Bouwopgave").
    pub label: String,
    /// Title of the chapter.
    pub titel: Proza,
    /// One or two sentences.
    pub samenvatting: Option<Proza>,
    /// The shared vision, in paragraphs.
    pub visie: Vec<Proza>,
    /// Goals.
    pub doelen: Vec<Proza>,
    /// What it rests on: policy, covenants, priorities.
    pub grondslag: GroundsView,
    /// Full names of the parties that take part in this theme only.
    pub extra_partijen: Vec<MaybeLink>,
    /// Areas that all of its agreements are about, linked.
    pub gebieden: Vec<MaybeLink>,
    /// Target groups that all of its agreements are about, linked.
    pub doelgroepen: Vec<MaybeLink>,
    /// The parties that agree, but do not sign this theme.
    pub tekent_niet_mee: Vec<ExceptionView>,
}

impl View<'_> {
    /// A theme.
    pub fn theme(&self, thema: &Thema) -> ThemeView {
        let proza = |texts: &[String]| texts.iter().cloned().map(Proza).collect();
        let page = |partij| Destination::Page(Page::Overview(Overview::Partij(partij)));
        let extra = thema.extra_partijen.iter().map(|partij| self.link(partij.naam.clone(), page(partij)));
        ThemeView {
            visie: proza(&thema.visie),
            doelen: proza(&thema.doelen),
            grondslag: self.grounds(&thema.grondslag),
            extra_partijen: extra.collect(),
            gebieden: self.kenmerken(&thema.kenmerken, KenmerkFamilie::Gebieden),
            doelgroepen: self.kenmerken(&thema.kenmerken, KenmerkFamilie::Doelgroepen),
            ..self.theme_in_part(thema)
        }
    }

    /// What is told of a theme where only some of its agreements stand.
    pub fn theme_in_part(&self, thema: &Thema) -> ThemeView {
        ThemeView {
            label: self.labels.thema(thema),
            titel: thema.titel.clone().into(),
            samenvatting: thema.samenvatting.clone().map(Proza),
            tekent_niet_mee: exceptions(&thema.tekent_niet_mee),
            ..ThemeView::default()
        }
    }
}
