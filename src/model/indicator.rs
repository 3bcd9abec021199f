//! Indicators: how parties see whether they get where they want to be
//! (handbook lines 253 and 514).

use super::{Getal, Jaar};
use crate::source::Span;

/// The id of an indicator, unique in its theme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(ecow::EcoString);

impl IndicatorId {
    /// Reads an id: letters, digits and hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= 60
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        fits.then(|| Self(text.into()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An indicator with its figures by year.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// Where it was defined.
    pub span: Span,
    /// What is measured.
    pub titel: String,
    /// In which unit.
    pub eenheid: String,
    /// Where the figures come from.
    pub bron: Option<String>,
    /// Where we came from.
    pub nulmeting: Vec<(Jaar, Getal)>,
    /// Where we want to be.
    pub streef: Vec<(Jaar, Getal)>,
    /// Where we are.
    pub stand: Vec<(Jaar, Getal)>,
}

/// What is known of an indicator in one year.
#[derive(Debug, Clone)]
pub struct Jaarcijfers<'a> {
    /// The year.
    pub jaar: Jaar,
    /// Where we came from.
    pub nulmeting: Option<&'a Getal>,
    /// Where we want to be.
    pub streef: Option<&'a Getal>,
    /// Where we are.
    pub stand: Option<&'a Getal>,
}

impl Indicator {
    /// The figures of every year of which there is one, in order.
    pub fn per_jaar(&self) -> Vec<Jaarcijfers<'_>> {
        let all = [&self.nulmeting, &self.streef, &self.stand];
        let mut jaren: Vec<Jaar> = all.into_iter().flatten().map(|(jaar, _)| *jaar).collect();
        jaren.sort_unstable();
        jaren.dedup();
        jaren
            .into_iter()
            .map(|jaar| Jaarcijfers {
                jaar,
                nulmeting: figure(&self.nulmeting, jaar),
                streef: figure(&self.streef, jaar),
                stand: figure(&self.stand, jaar),
            })
            .collect()
    }
}

fn figure(figures: &[(Jaar, Getal)], jaar: Jaar) -> Option<&Getal> {
    figures.iter().find(|(year, _)| *year == jaar).map(|(_, getal)| getal)
}
