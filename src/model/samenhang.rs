//! How the agreements of a document hang together: which one needs which
//! (handbook line 208: "what do I need of you?"), and which stand or fall
//! together (line 222).

use super::{Afspraak, Overeenkomst, Pakket, Thema};

/// An agreement that another one is tied to.
#[derive(Debug, Clone, Copy)]
pub struct Band<'a> {
    /// The theme that it is in.
    pub thema: &'a Thema,
    /// The agreement.
    pub afspraak: &'a Afspraak,
    /// What is needed, when that was said.
    pub nodig: Option<&'a str>,
}

/// All ties of a document, to be asked both ways.
#[derive(Debug, Clone, Copy)]
pub struct Samenhang<'a>(pub &'a Overeenkomst);

impl<'a> Samenhang<'a> {
    fn all(self) -> impl Iterator<Item = Band<'a>> {
        let in_theme =
            |thema: &'a Thema| thema.afspraken().map(move |afspraak| Band { thema, afspraak, nodig: None });
        self.0.themas().flat_map(in_theme)
    }

    /// What an agreement needs, in the order in which it was written.
    pub fn nodig_voor(self, afspraak: &'a Afspraak) -> impl Iterator<Item = Band<'a>> {
        afspraak.afhankelijk_van.iter().filter_map(move |need| {
            let (thema, afspraak) = self.0.afspraak(need.nummer.value.as_str())?;
            Some(Band { thema, afspraak, nodig: need.nodig.as_deref() })
        })
    }

    /// What waits for an agreement, in the order of the document.
    pub fn wacht_op(self, afspraak: &Afspraak) -> impl Iterator<Item = Band<'a>> {
        self.all().filter_map(move |band| {
            let mut needs = band.afspraak.afhankelijk_van.iter();
            let need = needs.find(|need| need.nummer.value == afspraak.nummer)?;
            Some(Band { nodig: need.nodig.as_deref(), ..band })
        })
    }

    /// The package that an agreement belongs to.
    pub fn pakket(self, afspraak: &Afspraak) -> Option<&'a Pakket> {
        let id = afspraak.pakket.as_ref()?;
        self.0.pakketten.iter().find(|pakket| pakket.id.value == id.value)
    }

    /// The agreements of a package, in the order of the document.
    pub fn in_pakket(self, pakket: &Pakket) -> impl Iterator<Item = Band<'a>> {
        self.all()
            .filter(move |band| band.afspraak.pakket.as_ref().is_some_and(|own| own.value == pakket.id.value))
    }
}
