//! The chapters of a document, each on a page of its own and all on the long page.

use std::rc::Rc;

use super::cijfers::figures_anchor;
use super::links::PageSurroundings;
use super::pages::{PagePlace, Pages};
use super::view::{
    AgreementList, AgreementOnPage, AgreementView, ChapterPage, ChapterView, LightPage, LinkView, PartView,
    ThemeOnPage, ThemePage, TocEntry, WholePage, WholePart,
};
use crate::markdown::html::HtmlWriter;
use crate::markdown::{Block, BlockKind, plain};
use crate::model::{Afspraak, Deel, Doorlopend, Hoofdstuk, Indicator, Overeenkomst, Plaats, Thema};
use crate::resolve::{Place, anchors};

impl Pages<'_> {
    pub(super) fn theme_page(
        &self,
        document: &Overeenkomst,
        deel: &Deel,
        thema: &Thema,
        path: &str,
    ) -> ThemePage {
        let surroundings = PageSurroundings::of(self, Place::Part(document, deel), path);
        ThemePage {
            kader: self.frame(
                path,
                PagePlace {
                    beschrijving: thema.samenvatting.clone(),
                    begin_hier: thema.begin_hier,
                    gegevens: Some(self.about_theme(path, document, thema)),
                    ..self.place_in(document, path)
                },
            ),
            overeenkomst: self.head(path, document),
            delen: self.menu(document, path),
            downloads: self.extracts(path, document, |keuze| keuze.heel(thema)),
            thema: self.theme(document, thema, &surroundings, ""),
        }
    }

    pub(super) fn chapter_page(
        &self,
        document: &Overeenkomst,
        deel: &Deel,
        hoofdstuk: &Hoofdstuk,
        path: &str,
    ) -> ChapterPage {
        let surroundings = PageSurroundings::of(self, Place::Part(document, deel), path);
        ChapterPage {
            kader: self.frame(
                path,
                PagePlace {
                    beschrijving: hoofdstuk.samenvatting.clone(),
                    begin_hier: hoofdstuk.begin_hier,
                    ..self.place_in(document, path)
                },
            ),
            overeenkomst: self.head(path, document),
            delen: self.menu(document, path),
            hoofdstuk: self.chapter(hoofdstuk, &surroundings, ""),
        }
    }

    pub(super) fn whole_page(&self, document: &Overeenkomst, path: &str) -> WholePage {
        // One for all of the page, from its top to its end.
        let introduced = Rc::default();
        let prefix = "_vooraf--";
        let surroundings = PageSurroundings {
            pages: self,
            home: Place::Document(document),
            path,
            long: true,
            introduced: Rc::clone(&introduced),
        };
        let mut writer = HtmlWriter::within(&surroundings, deeper(prefix), prefix);
        let mut tekst_html = self.shared_text(&mut writer, Some(document), &document.preambule.blocks);
        tekst_html.push_str(&writer.footnotes(&document.preambule.footnotes));
        let mut inhoud = Vec::new();
        let mut delen = Vec::new();
        if !document.preambule.blocks.is_empty() {
            inhoud.push(TocEntry {
                nummer: None,
                titel: self.labels.text("vooraf"),
                href: "#_vooraf".into(),
                niveau: 2,
            });
        }
        // What is said of the document as a whole leads to its other pages.
        let here = PageSurroundings::of(self, Place::Document(document), path);
        let view = here.view();
        let evaluatie = view.evaluation(document);
        if let Some(evaluatie) = &evaluatie {
            inhoud.extend(self.evaluation_entries(evaluatie));
        }
        for deel in &document.delen {
            let prefix = format!("{}--", deel.slug());
            let surroundings = PageSurroundings {
                pages: self,
                home: Place::Part(document, deel),
                path,
                long: true,
                introduced: Rc::clone(&introduced),
            };
            inhoud.push(TocEntry {
                nummer: None,
                titel: self.part_title(deel),
                href: format!("#{}", deel.slug()),
                niveau: 2,
            });
            let part = match deel {
                Deel::Thema(thema) => WholePart {
                    thema: Some(self.theme(document, thema, &surroundings, &prefix)),
                    hoofdstuk: None,
                },
                Deel::Hoofdstuk(hoofdstuk) => WholePart {
                    thema: None,
                    hoofdstuk: Some(self.chapter(hoofdstuk, &surroundings, &prefix)),
                },
            };
            let headings = part.thema.as_ref().map(|thema| &thema.inhoud);
            let headings = headings.or(part.hoofdstuk.as_ref().map(|hoofdstuk| &hoofdstuk.inhoud));
            inhoud.extend(
                headings
                    .into_iter()
                    .flatten()
                    .filter(|entry| entry.niveau == 3 || entry.nummer.is_some())
                    .cloned(),
            );
            delen.push(part);
        }
        let place =
            PagePlace { beschrijving: document.samenvatting.clone(), ..self.place_in(document, path) };
        WholePage {
            kader: self.frame(path, place),
            overeenkomst: self.head(path, document),
            inhoud,
            tekst_html,
            delen,
            basis: view.basis(document),
            verdeling: view.balance(document),
            // All agreements are on this page itself.
            pakketten: surroundings.view().packages(document),
            verloop: self.course(path, document),
            evaluatie,
            goedkeuringen: view.approvals(document),
            ondertekening: Some(view.signing(document, None)).filter(|signing| !signing.is_empty()),
            vingerafdruk: self.fingerprint(path, document),
        }
    }

    /// A light document: its own page with all of it on it.
    pub(super) fn light_page(&self, document: &Overeenkomst, path: &str) -> LightPage {
        let WholePage { tekst_html, delen, .. } = self.whole_page(document, path);
        let mut page = self.document(document, path);
        page.tekst_html = tekst_html;
        LightPage { document: page, delen }
    }

    /// A chapter; `prefix` is empty on its own page, where headings are not deeper.
    fn chapter(&self, hoofdstuk: &Hoofdstuk, surroundings: &PageSurroundings, prefix: &str) -> ChapterView {
        let deeper = deeper(prefix);
        let mut writer = HtmlWriter::within(surroundings, deeper, prefix);
        let cijfers = self.figures(&hoofdstuk.cijfers, surroundings, prefix);
        // Figures come after the opening of a chapter, before its first heading.
        let (opening, rest) = hoofdstuk.opening();
        let (before, after) =
            if cijfers.is_empty() { (&*hoofdstuk.tekst.blocks, &[][..]) } else { (opening, rest) };
        let mut tekst_html = self.shared_text(&mut writer, surroundings.document(), before);
        let mut vervolg_html = self.shared_text(&mut writer, surroundings.document(), after);
        let last = if cijfers.is_empty() { &mut tekst_html } else { &mut vervolg_html };
        last.push_str(&writer.footnotes(&hoofdstuk.tekst.footnotes));
        let mut inhoud = headings(&hoofdstuk.tekst.blocks, prefix, deeper);
        if !cijfers.is_empty() {
            inhoud.insert(0, self.figures_entry(prefix, deeper));
        }
        ChapterView {
            opschrift: self.labels.opschrift(hoofdstuk),
            titel: hoofdstuk.titel.clone(),
            anker: hoofdstuk.slug.to_string(),
            samenvatting: hoofdstuk.samenvatting.clone(),
            tekst_html,
            grondslag: surroundings.view().grounds(&hoofdstuk.grondslag),
            cijfers,
            cijfers_anker: figures_anchor(prefix),
            vervolg_html,
            inhoud,
        }
    }

    fn theme(
        &self,
        document: &Overeenkomst,
        thema: &Thema,
        surroundings: &PageSurroundings,
        prefix: &str,
    ) -> ThemeOnPage {
        let view = surroundings.view();
        let facts = |afspraak| view.agreement(document, thema, afspraak);
        let deeper = deeper(prefix);
        let mut writer = HtmlWriter::within(surroundings, deeper, prefix);
        let mut inhoud = Vec::new();
        let mut onderdelen = Vec::new();
        for onderdeel in thema.doorlopend() {
            onderdelen.push(match onderdeel {
                Doorlopend::Tekst(blocks) => {
                    inhoud.extend(headings(blocks, prefix, deeper));
                    let tekst_html = self.shared_text(&mut writer, surroundings.document(), blocks);
                    PartView { tekst_html, ..PartView::default() }
                }
                Doorlopend::Afspraak(afspraak) => {
                    let view = agreement(facts(afspraak), afspraak, &mut writer, prefix);
                    inhoud.push(entry(&view));
                    PartView { afspraak: Some(view), ..PartView::default() }
                }
                Doorlopend::Elders(plaats) => PartView {
                    elders: Some(LinkView {
                        titel: self.labels.elders(plaats),
                        href: format!("#{prefix}_{}", plaats.word()),
                    }),
                    ..PartView::default()
                },
            });
        }
        // Below the running text, each under a heading of its own.
        let mut list = |plaats: Plaats| -> Option<AgreementList> {
            let word = plaats.word();
            let level = 2 + deeper;
            let mut afspraken = Vec::new();
            for afspraak in thema.afspraken_in(plaats) {
                let written = afspraak.kopniveau + deeper;
                let moved = i16::from(level) + 1 - i16::from(written);
                writer.move_headings(i8::try_from(moved).unwrap_or_default());
                let view = agreement(facts(afspraak), afspraak, &mut writer, prefix);
                afspraken.push(AgreementOnPage { niveau: level + 1, ..view });
            }
            writer.move_headings(0);
            let first = afspraken.first()?;
            let anker = format!("{prefix}_{word}");
            let titel = self.labels.text(&format!("titel-{word}"));
            inhoud.push(TocEntry {
                nummer: None,
                titel: titel.clone(),
                href: format!("#{anker}"),
                niveau: level,
            });
            debug_assert_eq!(first.feiten.stand.plaats, word);
            inhoud.extend(afspraken.iter().map(entry));
            Some(AgreementList { anker, titel, afspraken })
        };
        let werkagenda = list(Plaats::Werkagenda);
        let afgevoerd = list(Plaats::Afgevoerd);
        let cijfers = self.figures(&thema.cijfers, surroundings, prefix);
        if !cijfers.is_empty() {
            // What ended stands below all else.
            let ended = afgevoerd.as_ref().map(|list| format!("#{}", list.anker));
            let at = inhoud.iter().position(|entry| Some(&entry.href) == ended.as_ref());
            inhoud.insert(at.unwrap_or(inhoud.len()), self.figures_entry(prefix, deeper));
        }
        ThemeOnPage {
            feiten: view.theme(thema),
            thema: thema.thema.as_str().to_owned(),
            anker: thema.slug.to_string(),
            indicatoren: thema
                .indicatoren
                .iter()
                .map(|indicator| self.indicator(indicator, prefix))
                .collect(),
            cijfers,
            cijfers_anker: figures_anchor(prefix),
            inhoud,
            onderdelen,
            werkagenda,
            afgevoerd,
            boom: view.trees(document, thema.afspraken()),
            voetnoten_html: writer.footnotes(&thema.voetnoten),
            aantal_afspraken: thema.lopende_afspraken().count(),
        }
    }
}

fn agreement(
    feiten: AgreementView,
    afspraak: &Afspraak,
    writer: &mut HtmlWriter,
    prefix: &str,
) -> AgreementOnPage {
    AgreementOnPage {
        feiten,
        anker: afspraak.nummer.to_string(),
        niveau: (afspraak.kopniveau + deeper(prefix)).min(6),
        titel_html: writer.inlines(&afspraak.titel),
        titel: plain::inlines(&afspraak.titel),
        tekst_html: writer.blocks(&afspraak.tekst),
    }
}

/// An agreement in a table of contents.
fn entry(view: &AgreementOnPage) -> TocEntry {
    TocEntry {
        nummer: Some(view.feiten.nummer.clone()),
        titel: view.titel.clone(),
        href: format!("#{}", view.anker),
        niveau: view.niveau,
    }
}

/// On the long page, where anchors have a prefix, headings are one level deeper.
fn deeper(prefix: &str) -> u8 {
    u8::from(!prefix.is_empty())
}

pub(super) fn indicator_anchor(indicator: &Indicator, prefix: &str) -> String {
    format!("{prefix}{}", anchors::indicator(indicator))
}

/// The headings of a text, for its table of contents: two levels.
pub(super) fn headings(blocks: &[Block], prefix: &str, deeper: u8) -> Vec<TocEntry> {
    blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Heading(heading) if heading.level <= 3 => Some(TocEntry {
                nummer: None,
                titel: plain::inlines(&heading.content),
                href: format!("#{prefix}{}", heading.anchor),
                niveau: heading.level + deeper,
            }),
            _ => None,
        })
        .collect()
}
