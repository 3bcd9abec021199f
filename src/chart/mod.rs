//! Charts: figures as a drawing, for page and paper alike.
//!
//! A pure function of an indicator and some words gives an SVG; the same code
//! draws for the screen, where classes leave colours to the style sheet (light,
//! dark, forced), and for the PDF, where they are those of the house style.
//! No meaning hangs on colour: what was reached is a bar or a line with dots,
//! a target a thick stepped line, an ambition a dashed one with hatching
//! between the two, the baseline a diamond with a dotted line, and each is
//! named beside itself. Below a chart its figures always stand in a table.

mod draw;
mod scale;
mod svg;

use crate::model::{Huisstijl, Indicator, Kleur};

/// What a drawing is for.
#[derive(Debug, Clone, Copy)]
pub enum Look {
    /// A page: classes, whose colours the style sheet gives.
    Screen,
    /// A sheet of paper: fixed colours.
    Paper(Palette),
}

/// Colours on paper. Greys are those of `kleuren.typ`.
#[derive(Debug, Clone, Copy)]
pub struct Palette {
    bar: Kleur,
    bar_edge: Kleur,
    target: Kleur,
}

impl Palette {
    /// That of a house style; the bar is pale enough for lines over it.
    pub fn of(style: &Huisstijl) -> Self {
        Self { bar: style.merk.mix(Kleur::WIT, 0.55), bar_edge: style.merk, target: style.accent }
    }
}

/// The words in a drawing.
#[derive(Debug, Clone)]
pub struct Words {
    /// For what was reached.
    pub stand: String,
    /// For a target of one figure.
    pub doel: String,
    /// For the least of two figures.
    pub minimum: String,
    /// For the better of two figures.
    pub ambitie: String,
    /// For the baseline.
    pub nulmeting: String,
    /// What the whole shows, for those who do not see it.
    pub beschrijving: String,
    /// "De schaal begint bij", for a scale that does not begin at zero.
    pub schaal: String,
}

/// The chart of an indicator; there is none while there is nothing to compare.
pub fn indicator(indicator: &Indicator, words: &Words, look: Look) -> Option<String> {
    let figures = indicator.per_jaar();
    let has_more = !indicator.streef.is_empty() || !indicator.stand.is_empty();
    (has_more && !figures.is_empty()).then(|| draw::draw(&figures, words, look))
}
