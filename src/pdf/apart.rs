//! Agreements that stand apart from the running text of their theme: those that
//! simply go on, below it, and those that were ended, at the end of the document.

use super::Copy;
use super::call::Call;
use super::content::{Writer, agreement_anchor, heading_anchor, part_anchor};
use super::literal::Value;
use crate::markdown::{self, BlockKind, plain};
use crate::model::{Afspraak, Beeindiging, Deel, KenmerkFamilie, Kenmerken, Plaats, Thema, WerkagendaDruk};
use crate::site::address;

/// The chapter of ended agreements, among the addresses of chapters.
const ARCHIVE: &str = "_afgevoerd";

impl<'a> Writer<'a> {
    /// What of a theme simply goes on (handbook line 218).
    pub(super) fn work_agenda(&mut self, deel: &Deel, thema: &'a Thema) {
        let afspraken: Vec<&'a Afspraak> = thema.afspraken_in(Plaats::Werkagenda).collect();
        if afspraken.is_empty() {
            return;
        }
        let labels = self.press.labels;
        let text = |key: &str| Value::text(labels.text(key));
        let druk = self.prints();
        let uitleg = match druk {
            WerkagendaDruk::NietAfdrukken => Value::text(self.elsewhere(deel)),
            WerkagendaDruk::Compact | WerkagendaDruk::Voluit => text("werkagenda-uitleg"),
        };
        let call = Call::new("werkagenda").named("titel", &text("titel-werkagenda")).named("uitleg", &uitleg);
        let rows = |row: fn(&Self, &Afspraak) -> Value| {
            Value::List(afspraken.iter().map(|afspraak| row(self, afspraak)).collect())
        };
        let call = match druk {
            WerkagendaDruk::NietAfdrukken => {
                call.named("verwijzing", &rows(|_, afspraak| Value::Dict(name(afspraak))))
            }
            WerkagendaDruk::Compact => call
                .named("koppen", &Value::List(vec![text("afspraak"), text("wie-doet-wat"), text("wanneer")]))
                .named("rijen", &rows(Self::row)),
            WerkagendaDruk::Voluit => call,
        };
        self.generated.line(Some(thema.span), &call.line());
        for afspraak in afspraken {
            match druk {
                WerkagendaDruk::NietAfdrukken => {}
                WerkagendaDruk::Compact => {
                    self.generated.line(None, "#t.klein[");
                    // Who and when are in the table.
                    self.agreement_at(3, thema, afspraak, &["wie", "wanneer"]);
                    self.generated.line(None, "]");
                }
                WerkagendaDruk::Voluit => self.agreement_at(3, thema, afspraak, &[]),
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

    /// Where to read a work agenda that is not printed.
    fn elsewhere(&self, deel: &Deel) -> String {
        let labels = self.press.labels;
        match self.press.base_url {
            Some(base) => {
                let page = address::relative("", &address::part(self.document, deel));
                let adres = format!("{}{page}#_werkagenda", base.leesbaar());
                labels.with("werkagenda-elders-adres", &[("adres", &adres)])
            }
            None => labels.text("werkagenda-elders"),
        }
    }

    /// Number, title, who does what and when, in plain words.
    fn row(&self, afspraak: &Afspraak) -> Value {
        let wie = afspraak.wie.iter().map(|inzet| {
            Value::Dict(vec![
                ("naam", Value::text(&inzet.partij.kort)),
                ("inzet", Value::prose(&inzet.tekst)),
            ])
        });
        let mut row = name(afspraak);
        row.push(("wie", Value::List(wie.collect())));
        row.push(("wanneer", Value::optional(self.press.labels.wanneer_van(afspraak))));
        Value::Dict(row)
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
        let labels = self.press.labels;
        let call = Call::new("deel")
            .named("soort", &Value::text("hoofdstuk"))
            .named("titel", &Value::text(labels.text("titel-afgevoerd")))
            .named("anker", &Value::text(part_anchor(ARCHIVE)));
        self.generated.line(Some(self.document.span), &call.line());
        let uitleg = Call::new("alinea").value(&Value::text(labels.text("afgevoerd-uitleg")));
        self.generated.line(Some(self.document.span), &uitleg.line());
        for (thema, ended) in themas {
            self.begin(thema.source, &thema.voetnoten);
            for afspraak in ended {
                self.agreement_at(2, thema, afspraak, &[]);
            }
        }
    }

    /// What an agreement is among the others: rows of a label and of texts, of
    /// which some lead to another agreement.
    pub(super) fn standing(&self, afspraak: &Afspraak) -> Value {
        let labels = self.press.labels;
        let mut rows = Vec::new();
        let mut row = |key: &str, parts: Vec<Value>| {
            if !parts.is_empty() {
                rows.push(Value::Dict(vec![
                    ("naam", Value::text(labels.text(key))),
                    ("delen", Value::List(parts)),
                ]));
            }
        };
        row("einde", afspraak.beeindigd.iter().flat_map(|einde| self.end(einde)).collect());
        row("niveau", afspraak.niveau.iter().map(|niveau| part(labels.niveau(*niveau), None)).collect());
        let onder = afspraak.onder.iter().filter_map(|onder| self.other(onder.value.as_str()));
        row("werkt-uit", onder.collect());
        let uitwerkingen = self.document.uitwerkingen(&afspraak.nummer);
        row("uitgewerkt-in", uitwerkingen.filter_map(|other| self.other(other.nummer.as_str())).collect());
        for familie in KenmerkFamilie::ALL {
            row(familie.word(), names(&afspraak.kenmerken, familie));
        }
        Value::List(rows)
    }

    /// The areas and target groups of a theme, as rows.
    pub(super) fn standing_of_theme(&self, thema: &Thema) -> Value {
        let rows = KenmerkFamilie::ALL.into_iter().filter_map(|familie| {
            let names = names(&thema.kenmerken, familie);
            let naam = Value::text(self.press.labels.text(familie.word()));
            (!names.is_empty()).then(|| Value::Dict(vec![("naam", naam), ("delen", Value::List(names))]))
        });
        Value::List(rows.collect())
    }

    fn end(&self, einde: &Beeindiging) -> Vec<Value> {
        let labels = self.press.labels;
        let successor = einde.door.iter().filter_map(|door| self.other(door.value.as_str()));
        std::iter::once(part(labels.einde(einde), None))
            .chain(einde.toelichting.iter().map(|text| part(text.clone(), None)))
            .chain(successor)
            .collect()
    }

    /// "B1 Nieuwbouw in Noord", which leads there.
    fn other(&self, nummer: &str) -> Option<Value> {
        let (_, afspraak) = self.document.afspraak(nummer)?;
        let titel = format!("{nummer} {}", plain::inlines(&afspraak.titel));
        Some(part(titel, self.is_here(nummer).then(|| agreement_anchor(nummer))))
    }
}

/// What an agreement is called, and where it stands.
fn name(afspraak: &Afspraak) -> Vec<(&'static str, Value)> {
    vec![
        ("nummer", Value::text(afspraak.nummer.as_str())),
        ("anker", Value::text(agreement_anchor(afspraak.nummer.as_str()))),
        ("titel", Value::prose(plain::inlines(&afspraak.titel))),
    ]
}

/// Whether a heading with this name is in the text of an agreement.
fn holds(afspraak: &Afspraak, anchor: &str) -> bool {
    let mut found = false;
    markdown::for_each_block(&afspraak.tekst, &mut |block| {
        found |= matches!(&block.kind, BlockKind::Heading(heading) if heading.anchor.as_str() == anchor);
    });
    found
}

fn names(kenmerken: &Kenmerken, familie: KenmerkFamilie) -> Vec<Value> {
    kenmerken.van(familie).map(|kenmerk| part(kenmerk.naam.clone(), None)).collect()
}

fn part(tekst: String, anker: Option<String>) -> Value {
    Value::Dict(vec![("tekst", Value::prose(tekst)), ("anker", Value::optional(anker))])
}
