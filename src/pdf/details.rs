//! What the theme gets of a copy beside its text: the data of cover, feet and
//! colophon, and the look of the site's own. The names are the contract
//! with the theme.

use serde::Serialize;

use super::content::Writer;
use super::press::{Copy, Print};
use super::world::media_path;
use crate::chart::{Look, Palette};
use crate::view::CopyView;

/// Everything but the text: the dictionary `g`.
#[derive(Serialize)]
pub struct Details {
    #[serde(flatten)]
    copy: CopyView,
    huisstijl: HouseStyle,
}

/// The look of the site's own.
#[derive(Serialize)]
struct HouseStyle {
    merk: String,
    accent: String,
    letters: Vec<String>,
    logo: Option<String>,
    logo_alt: String,
}

/// The fingerprint, short and in full.
#[derive(Serialize)]
pub struct FingerprintDetails<'a> {
    kort: String,
    lang: &'a str,
}

/// Which of the copies to sign it is.
#[derive(Serialize)]
pub struct NumberDetails<'a> {
    /// From 1.
    nummer: usize,
    /// Whose it is.
    partij: &'a str,
}

impl Writer<'_> {
    /// Everything but the text.
    pub(super) fn details(&self) -> Details {
        let Print { document, uittreksel, copy } = self.press.print;
        let to_sign = matches!(copy, Copy::Signing { .. });
        let copy = self.view().copy(document, uittreksel.as_ref(), to_sign);
        Details { copy, huisstijl: self.house_style() }
    }

    fn house_style(&self) -> HouseStyle {
        let site = &self.press.project.site;
        let style = &site.huisstijl;
        // Families that only browsers have, such as `sans-serif`, mean nothing to Typst.
        let letters = style.letters.iter().filter(|family| self.press.theme.has_family(family));
        HouseStyle {
            merk: style.merk.to_string(),
            accent: style.accent.to_string(),
            letters: letters.cloned().collect(),
            logo: style.logo.as_ref().map(|logo| media_path(&logo.value)),
            logo_alt: site.naam.clone(),
        }
    }

    /// The fingerprint.
    pub(super) fn fingerprint(&self) -> FingerprintDetails<'_> {
        let found = &self.press.fingerprint;
        FingerprintDetails { kort: found.short(), lang: found.long() }
    }

    /// Which of the copies to sign it is; nothing for one to read.
    pub(super) fn number(&self) -> Option<NumberDetails<'_>> {
        match self.press.print.copy {
            Copy::Publication => None,
            Copy::Signing { number, partij, .. } => {
                Some(NumberDetails { nummer: number, partij: &partij.naam })
            }
        }
    }

    /// How charts are drawn on paper.
    pub(super) fn look(&self) -> Look {
        Look::Paper(Palette::of(&self.press.project.site.huisstijl))
    }
}
