//! What the theme gets of a copy beside its text: the data of cover, feet and
//! colophon, and the look of the site's own. The names are the contract
//! with the theme.

use serde::Serialize;

use super::content::Writer;
use super::press::{Copy, Print};
use super::world::media_path;
use crate::chart::{Look, Palette};
use crate::view::{CopyView, NumberedCopy};

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

impl Writer<'_> {
    /// Everything but the text.
    pub(super) fn details(&self) -> Details {
        let Print { document, uittreksel, copy } = self.press.print;
        let exemplaar = match copy {
            Copy::Publication => None,
            Copy::Signing { number, of, partij } => {
                Some(NumberedCopy { nummer: number, aantal: of, partij: partij.naam.clone() })
            }
        };
        let copy = self.view().copy(document, uittreksel.as_ref(), exemplaar);
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
        let found = &self.press.canonical.fingerprint;
        FingerprintDetails { kort: found.short(), lang: found.long() }
    }

    /// How charts are drawn on paper.
    pub(super) fn look(&self) -> Look {
        Look::Paper(Palette::of(&self.press.project.site.huisstijl))
    }
}
