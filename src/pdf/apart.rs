//! Agreements that stand apart from the running text of their theme: those that
//! simply go on, below it, and those that were ended, at the end of the document.

use super::call::Call;
use super::content::{Writer, agreement_anchor, heading_anchor, part_anchor};
use super::press::Copy;
use crate::markdown::{self, BlockKind};
use crate::model::{Afspraak, Plaats, Thema, WerkagendaDruk};

/// The chapter of ended agreements, among the addresses of chapters.
const ARCHIVE: &str = "_afgevoerd";

impl<'a> Writer<'a> {
    /// What of a theme simply goes on.
    pub(super) fn work_agenda(&mut self, thema: &'a Thema) {
        let afspraken: Vec<&'a Afspraak> = thema.afspraken_in(Plaats::Werkagenda).collect();
        if afspraken.is_empty() {
            return;
        }
        let druk = self.prints();
        let call = Call::new("werkagenda").value(&self.view().agenda(self.document, thema, druk));
        self.generated.line(Some(thema.span), &call.line());
        for afspraak in afspraken {
            match druk {
                WerkagendaDruk::NietAfdrukken => {}
                WerkagendaDruk::Compact => {
                    self.generated.line(None, "#t.klein[");
                    let view = self.agreement(thema, afspraak).in_short();
                    self.agreement_at(3, afspraak, &view);
                    self.generated.line(None, "]");
                }
                WerkagendaDruk::Voluit => {
                    self.agreement_at(3, afspraak, &self.agreement(thema, afspraak));
                }
            }
        }
    }

    /// How this copy prints work agendas.
    fn prints(&self) -> WerkagendaDruk {
        match (self.press.print.copy, self.document.werkagenda) {
            // Nobody signs for what is not on the paper.
            (Copy::Signing { .. }, WerkagendaDruk::NietAfdrukken) => WerkagendaDruk::Compact,
            (_, druk) => druk,
        }
    }

    /// The label of a heading in a chapter, or that of the agreement that it
    /// stands in when this copy prints no more than number and title of that.
    pub(super) fn heading_label(&self, slug: &str, anchor: &str) -> String {
        let chapter = self.document.themas().find(|thema| thema.slug.as_str() == slug);
        let hidden = chapter.filter(|_| self.prints() == WerkagendaDruk::NietAfdrukken).and_then(|thema| {
            thema.afspraken_in(Plaats::Werkagenda).find(|afspraak| holds(afspraak, anchor))
        });
        match hidden {
            Some(afspraak) => agreement_anchor(afspraak.nummer.as_str()),
            None => heading_anchor(slug, anchor),
        }
    }

    /// The ended agreements of all themes, kept to be read back (handbook line 202).
    pub(super) fn archive(&mut self) {
        let here = |thema: &'a Thema| -> Vec<&'a Afspraak> {
            let ended = thema.afspraken_in(Plaats::Afgevoerd);
            ended.filter(|afspraak| self.is_here(afspraak.nummer.as_str())).collect()
        };
        let themas: Vec<_> = self.document.themas().map(|thema| (thema, here(thema))).collect();
        if self.is_some_of_themes() || themas.iter().all(|(_, ended)| ended.is_empty()) {
            return;
        }
        let call = Call::new("deel")
            .named("soort", "hoofdstuk")
            .word("titel", "titel-afgevoerd")
            .named("anker", &part_anchor(ARCHIVE));
        self.generated.line(Some(self.document.span), &call.line());
        let uitleg = Call::new("alinea").text_word("afgevoerd-uitleg");
        self.generated.line(Some(self.document.span), &uitleg.line());
        for (thema, ended) in themas {
            self.begin(thema.source, &thema.voetnoten);
            for afspraak in ended {
                let view = self.agreement(thema, afspraak);
                self.agreement_at(2, afspraak, &view);
            }
        }
    }
}

/// Whether a heading with this name is in the text of an agreement.
fn holds(afspraak: &Afspraak, anchor: &str) -> bool {
    let mut found = false;
    markdown::for_each_block(&afspraak.tekst, &mut |block| {
        found |= matches!(&block.kind, BlockKind::Heading(heading) if heading.anchor.as_str() == anchor);
    });
    found
}
