//! What can be wrong with a copy on paper, and how it is told.

use super::super::press::Press;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// What is wrong with a copy, at a text that was sent to Typst, or at none when
/// it is the theme's own words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub kind: Kind,
    /// The line of the generated source.
    pub line: Option<usize>,
    /// The page, from 1; none where it is on no page.
    pub page: Option<usize>,
    /// The text that it is about, as far as a message quotes it.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is nowhere, or not all of it.
    Missing,
    /// A picture that is nowhere.
    NoPicture,
    /// It stands after what comes behind it.
    Order,
    /// It runs off the paper or out of the text area.
    Outside,
    /// Something that cuts off what is outside it cuts it off.
    Clipped,
    /// It lies over other text.
    Over,
    /// A table with more columns than fit on a page.
    TooWide,
}

impl Fault {
    pub fn diagnostic(&self, press: &Press, span: Span) -> Diagnostic {
        let copy = press.print.naam();
        let text = quoted(&self.text);
        let place = self.page.map_or_else(String::new, |page| format!(", op bladzijde {page}"));
        let (code, message, label, hint) = match self.kind {
            Kind::Missing => (
                Code::D103,
                format!("Deze tekst staat niet in zijn geheel op papier ({copy}): {text}."),
                "hier ontbreekt tekst",
                "Gebruikt u een eigen thema? Dan laat een sjabloon in `pdf/` deze tekst weg.",
            ),
            Kind::NoPicture => (
                Code::D103,
                format!("Deze afbeelding staat niet op papier ({copy}): {text}."),
                "deze afbeelding ontbreekt",
                "Gebruikt u een eigen thema? Dan laat een sjabloon in `pdf/` deze afbeelding weg.",
            ),
            Kind::Order => (
                Code::D103,
                format!("Deze tekst staat op papier niet op zijn plaats ({copy}{place}): {text}."),
                "staat ergens anders",
                "Gebruikt u een eigen thema? Dan zet een sjabloon in `pdf/` deze tekst op een andere plek.",
            ),
            Kind::Outside => (
                Code::D101,
                format!("Op papier loopt dit buiten het blad of het tekstvlak ({copy}{place}): {text}."),
                "past niet op het papier",
                "Maak de tekst of de tabel korter of smaller, of verdeel hem.",
            ),
            Kind::Clipped => (
                Code::D101,
                format!("Op papier wordt dit afgesneden ({copy}{place}): {text}."),
                "past niet op het papier",
                "Maak de tekst korter, of verdeel hem.",
            ),
            Kind::TooWide => (
                Code::D101,
                format!("Deze tabel is te breed voor het papier ({copy}{place}): {}.", self.text),
                "past niet op het papier",
                "Verdeel de tabel in tabellen met minder kolommen.",
            ),
            Kind::Over => (
                Code::D102,
                format!("Op papier staat dit over andere tekst heen ({copy}{place}): {text}."),
                "niet te lezen op papier",
                "Maak de tekst of de tabel korter of smaller, of verdeel hem.",
            ),
        };
        Diagnostic::at(code, span, message).label(label).hint(hint)
    }
}

/// The start of a text between quotation marks, short enough for a message.
fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(MOST) {
        words.truncate(end);
        words.push('…');
    }
    format!("“{words}”")
}
