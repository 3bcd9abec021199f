//! The site: whose it is, how it looks, and its plain pages.

use std::sync::Arc;

use super::{
    Kenmerk, KenmerkFamilie, Partij, Prioriteiten, Regels, SiteKalender, Slug, Volledigheid, WebAdres,
};
use crate::markdown::{Mentions, Tekst};
use crate::source::{ContentPath, SourceId, Spanned, Stamp};

/// What `site.yaml` says.
#[derive(Debug, Clone)]
pub struct Site {
    /// Name of the site.
    pub naam: String,
    /// One line below it.
    pub ondertitel: Option<String>,
    /// The corporation whose site it is; a site of several parties has none.
    pub corporatie: Option<Arc<Partij>>,
    /// Where the site will stand, ending in `/`.
    pub basis_url: Option<WebAdres>,
    /// Name of the theme (the look).
    pub uiterlijk: String,
    /// Colours, letters, logo.
    pub huisstijl: Huisstijl,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// After how many months a figure is called old.
    pub cijfers_oud_na: u16,
    /// All parties of all documents.
    pub partijen: Vec<Arc<Partij>>,
    /// Whether all of them could be read.
    pub partijenlijst: Volledigheid,
    /// All areas and target groups that documents may name, areas first.
    pub kenmerken: Vec<Arc<Kenmerk>>,
    /// Whether all of these could be read.
    pub kenmerkenlijst: Volledigheid,
    /// The national priorities that agreements are held against.
    pub prioriteiten: Prioriteiten,
    /// What all documents agreed on for the course of the year.
    pub kalender: SiteKalender,
    /// What it says about the rules of `afspraken check`.
    pub regels: Regels,
    /// Stands for all of `site.yaml`.
    pub stamp: Stamp,
}

impl Site {
    /// When nothing else was set: what is measured at the end of a year is known in
    /// the first quarter of the next (handbook line 512), so that after 15 months
    /// there should be a newer figure.
    pub const CIJFERS_OUD_NA: u16 = 15;

    /// The areas, or the target groups, in the order of `site.yaml`.
    pub fn kenmerken_van(&self, familie: KenmerkFamilie) -> impl Iterator<Item = &Arc<Kenmerk>> {
        self.kenmerken.iter().filter(move |kenmerk| kenmerk.familie() == familie)
    }

    /// Every logo: that of the site and those of the parties.
    pub fn logos(&self) -> impl Iterator<Item = &Spanned<ContentPath>> {
        self.huisstijl.logo.iter().chain(self.partijen.iter().filter_map(|partij| partij.logo.as_ref()))
    }
}

/// The house style.
#[derive(Debug, Clone)]
pub struct Huisstijl {
    /// Main colour: headings, links, bars.
    pub merk: Kleur,
    /// Second colour, used sparingly.
    pub accent: Kleur,
    /// Font families, the first that is there is used.
    pub letters: Vec<String>,
    /// Logo of the site.
    pub logo: Option<Spanned<ContentPath>>,
}

impl Huisstijl {
    /// The pale tint of a colour, for grounds that text stands on.
    pub fn tint(kleur: Kleur) -> Kleur {
        kleur.mix(Kleur::WIT, 0.94)
    }
}

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kleur {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Kleur {
    /// White.
    pub const WIT: Self = Self { rgb: [255, 255, 255] };

    /// Reads `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#')?;
        let digits: Option<Vec<u8>> = hex.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect();
        match digits?.as_slice() {
            [r, g, b] => Some(Self { rgb: [r * 17, g * 17, b * 17] }),
            [a, b, c, d, e, f] => Some(Self { rgb: [a * 16 + b, c * 16 + d, e * 16 + f] }),
            _ => None,
        }
    }

    /// Relative luminance: WCAG 2.2, definition "relative luminance".
    fn luminance(self) -> f64 {
        let [r, g, b] = self.rgb.map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio with another colour, 1 to 21: WCAG 2.2, definition "contrast ratio".
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour with `part` (0 to 1) of another in it.
    pub fn mix(self, other: Self, part: f64) -> Self {
        let mut rgb = self.rgb;
        for (channel, target) in rgb.iter_mut().zip(other.rgb) {
            let mixed = f64::from(*channel) * (1.0 - part) + f64::from(target) * part;
            *channel = mixed.round() as u8;
        }
        Self { rgb }
    }
}

impl std::fmt::Display for Kleur {
    /// `#0b4f6c`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// Where readers may turn.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    /// Name of the organisation.
    pub organisatie: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub telefoon: Option<String>,
    /// Address.
    pub adres: Option<String>,
}

/// A plain page, such as "Over deze afspraken".
#[derive(Debug, Clone)]
pub struct Pagina {
    /// Its file.
    pub source: SourceId,
    /// Its address.
    pub slug: Slug,
    /// Title.
    pub titel: String,
    /// Place in the menu; lower comes first.
    pub volgorde: i32,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The text.
    pub tekst: Tekst,
    /// What the text names outside itself.
    pub noemt: Mentions,
    /// Whether newcomers do well to read it first.
    pub begin_hier: bool,
    /// Stands for the whole file.
    pub stamp: Stamp,
}
