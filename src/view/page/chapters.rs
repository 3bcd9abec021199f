//! The chapters of a document, each on a page of its own and all on the long page.

use serde::Serialize;

use super::contents::{figures_anchor, headings};
use super::frame::PagePlace;
use super::{
    CourseView, DocumentHead, DocumentPage, DownloadView, FiguresView, FingerprintView, Framed,
    IndicatorView, LinkView, MenuItem, PageMaker, Pen, TocEntry,
};
use crate::markdown::plain;
use crate::model::{Afspraak, Deel, Doorlopend, Hoofdstuk, Overeenkomst, Plaats, Thema};
use crate::resolve::{Place, anchors};
use crate::view::{
    AgreementView, ApprovalView, BalanceView, BasisView, EvaluationView, GroundsView, PackageView,
    SigningView, ThemeView, TreeLine,
};

/// Page of a theme: `thema.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ThemePage {
    /// The document that it belongs to.
    pub overeenkomst: DocumentHead,
    /// The side menu: the document's page, its chapters, and all of it on one page.
    pub delen: Vec<MenuItem>,
    /// Files with this theme alone.
    pub downloads: Vec<DownloadView>,
    /// The theme.
    pub thema: ThemeOnPage,
}

/// A theme with its agreements.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeOnPage {
    /// What it is.
    #[serde(flatten)]
    pub feiten: ThemeView,
    /// Id of the theme (`bouwopgave`), for its icon.
    pub thema: String,
    /// Anchor on the long page.
    pub anker: String,
    /// How progress is measured.
    pub indicatoren: Vec<IndicatorView>,
    /// Tables of figures.
    pub cijfers: Vec<FiguresView>,
    /// Anchor of the heading above these.
    pub cijfers_anker: String,
    /// Headings and agreements, for the table of contents.
    pub inhoud: Vec<TocEntry>,
    /// Text and agreements in their order.
    pub onderdelen: Vec<PartView>,
    /// Agreements that simply go on.
    pub werkagenda: Option<AgreementList>,
    /// Agreements that were ended.
    pub afgevoerd: Option<AgreementList>,
    /// Agreements of this theme with what works them out.
    pub boom: Vec<TreeLine>,
    /// Footnotes of the chapter, empty when there are none.
    pub voetnoten_html: String,
    /// How many agreements that were not ended.
    pub aantal_afspraken: usize,
}

/// Agreements that stand apart from the running text, under a heading.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementList {
    /// Anchor of the heading.
    pub anker: String,
    /// The heading.
    pub titel: String,
    /// The agreements.
    pub afspraken: Vec<AgreementOnPage>,
}

/// A part of a theme: running text, or an agreement.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PartView {
    /// Running text between agreements; empty when this is something else.
    pub tekst_html: String,
    /// The agreement.
    pub afspraak: Option<AgreementOnPage>,
    /// Where the agreements went that stood here.
    pub elders: Option<LinkView>,
}

/// An agreement on a page: what it is, with its text.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementOnPage {
    /// What it is.
    #[serde(flatten)]
    pub feiten: AgreementView,
    /// Its anchor: the number.
    pub anker: String,
    /// Level of its heading, 2 or more.
    pub niveau: u8,
    /// Title.
    pub titel_html: String,
    /// Title without markup.
    pub titel: String,
    /// The prose below the facts.
    pub tekst_html: String,
}

/// A chapter without agreements, or an appendix: `hoofdstuk.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChapterPage {
    /// The document that it belongs to.
    pub overeenkomst: DocumentHead,
    /// The side menu: the document's page, its chapters, and all of it on one page.
    pub delen: Vec<MenuItem>,
    /// The chapter.
    pub hoofdstuk: ChapterView,
}

/// The text of a chapter.
#[derive(Debug, Clone, Serialize)]
pub struct ChapterView {
    /// "Bijlage 1" for appendices.
    pub opschrift: Option<String>,
    /// Title.
    pub titel: String,
    /// Anchor on the long page.
    pub anker: String,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The text; where there are tables of figures, what stands before them.
    pub tekst_html: String,
    /// What it rests on.
    pub grondslag: GroundsView,
    /// Tables of figures.
    pub cijfers: Vec<FiguresView>,
    /// Anchor of the heading above these.
    pub cijfers_anker: String,
    /// The text after the tables of figures.
    pub vervolg_html: String,
    /// Headings.
    pub inhoud: Vec<TocEntry>,
}

/// The whole document on one page: `volledig.html`.
#[derive(Debug, Clone, Serialize)]
pub struct WholePage {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// Table of contents over all chapters.
    pub inhoud: Vec<TocEntry>,
    /// The preamble.
    pub tekst_html: String,
    /// Themes and chapters, in their order: one of the two is present.
    pub delen: Vec<WholePart>,
    /// What the document takes from its base.
    pub basis: Option<BasisView>,
    /// Who acts how often in which theme.
    pub verdeling: Option<BalanceView>,
    /// Packages.
    pub pakketten: Vec<PackageView>,
    /// How parties work together.
    pub verloop: CourseView,
    /// What it says of the document that it looks back on.
    pub evaluatie: Option<EvaluationView>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Who signs.
    pub ondertekening: Option<SigningView>,
    /// Fingerprint of the content.
    pub vingerafdruk: FingerprintView,
}

/// All of a light document on its own page: `licht.html`.
#[derive(Debug, Clone, Serialize)]
pub struct LightPage {
    /// What every document's page has.
    #[serde(flatten)]
    pub document: DocumentPage,
    /// Themes and chapters, in their order.
    pub delen: Vec<WholePart>,
}

/// A chapter of the long page.
#[derive(Debug, Clone, Serialize)]
pub struct WholePart {
    /// A theme …
    pub thema: Option<ThemeOnPage>,
    /// … or a chapter.
    pub hoofdstuk: Option<ChapterView>,
}

impl PageMaker<'_> {
    /// The page of a theme.
    pub fn theme_page(&self, document: &Overeenkomst, deel: &Deel, thema: &Thema) -> Framed<ThemePage> {
        let home = Place::Part(document, deel);
        self.frame(PagePlace {
            beschrijving: thema.samenvatting.clone(),
            begin_hier: thema.begin_hier,
            ..self.place_in(document)
        })
        .around(ThemePage {
            overeenkomst: self.head(document),
            delen: self.menu(document),
            downloads: self.extracts(document, |keuze| keuze.heel(thema)),
            thema: self.theme(document, thema, home, ""),
        })
    }

    /// The page of a chapter.
    pub fn chapter_page(
        &self,
        document: &Overeenkomst,
        deel: &Deel,
        hoofdstuk: &Hoofdstuk,
    ) -> Framed<ChapterPage> {
        let home = Place::Part(document, deel);
        self.frame(PagePlace {
            beschrijving: hoofdstuk.samenvatting.clone(),
            begin_hier: hoofdstuk.begin_hier,
            ..self.place_in(document)
        })
        .around(ChapterPage {
            overeenkomst: self.head(document),
            delen: self.menu(document),
            hoofdstuk: self.chapter(document, hoofdstuk, home, ""),
        })
    }

    /// The page with all of a document.
    pub fn whole_page(&self, document: &Overeenkomst) -> Framed<WholePage> {
        let (tekst_html, mut inhoud) = self.long_preamble(document);
        let mut delen = Vec::new();
        let evaluatie = self.evaluation(document);
        if let Some(evaluatie) = &evaluatie {
            inhoud.extend(self.evaluation_entries(evaluatie));
        }
        for deel in &document.delen {
            let prefix = anchors::prefix(deel.slug().as_str());
            let home = Place::Part(document, deel);
            inhoud.push(TocEntry::new(self.part_title(deel), deel.slug().as_str()));
            let mut list = |headings: &[TocEntry]| {
                let listed = headings.iter().filter(|entry| entry.niveau == 3 || entry.nummer.is_some());
                inhoud.extend(listed.cloned());
            };
            delen.push(match deel {
                Deel::Thema(thema) => {
                    let thema = self.theme(document, thema, home, &prefix);
                    list(&thema.inhoud);
                    WholePart { thema: Some(thema), hoofdstuk: None }
                }
                Deel::Hoofdstuk(hoofdstuk) => {
                    let hoofdstuk = self.chapter(document, hoofdstuk, home, &prefix);
                    list(&hoofdstuk.inhoud);
                    WholePart { thema: None, hoofdstuk: Some(hoofdstuk) }
                }
            });
        }
        let place = PagePlace { beschrijving: document.samenvatting.clone(), ..self.place_in(document) };
        self.frame(place).around(WholePage {
            overeenkomst: self.head(document),
            inhoud,
            tekst_html,
            delen,
            basis: self.basis(document),
            verdeling: self.balance(document),
            // All agreements are on this page itself.
            pakketten: self.within().packages(document),
            verloop: self.course(document),
            evaluatie,
            goedkeuringen: self.approvals(document),
            ondertekening: Some(self.signing(document, None)).filter(|signing| !signing.is_empty()),
            vingerafdruk: self.fingerprint(document),
        })
    }

    /// The preamble on the long page, and its entry in the contents.
    fn long_preamble(&self, document: &Overeenkomst) -> (String, Vec<TocEntry>) {
        let prefix = anchors::prefix(anchors::PREAMBLE);
        let mut pen = self.medium.pen(Place::Document(document), deeper(&prefix), &prefix);
        let mut tekst_html = self.shared_text(&mut *pen, document, &document.preambule.blocks);
        tekst_html.push_str(&pen.footnotes(&document.preambule.footnotes));
        let entry = || TocEntry::new(self.labels.text("vooraf"), anchors::PREAMBLE);
        let entries = (!document.preambule.blocks.is_empty()).then(entry).into_iter().collect();
        (tekst_html, entries)
    }

    /// A light document: its own page with all of it on it.
    pub fn light_page(&self, document: &Overeenkomst) -> Framed<LightPage> {
        let WholePage { tekst_html, delen, .. } = self.whole_page(document).pagina;
        let Framed { kader, pagina } = self.document_page(document);
        kader.around(LightPage { document: DocumentPage { tekst_html, ..pagina }, delen })
    }

    /// A chapter; `prefix` is empty on its own page, where headings are not deeper.
    fn chapter(
        &self,
        document: &Overeenkomst,
        hoofdstuk: &Hoofdstuk,
        home: Place,
        prefix: &str,
    ) -> ChapterView {
        let deeper = deeper(prefix);
        let mut pen = self.medium.pen(home, deeper, prefix);
        let cijfers = self.tables(document, &hoofdstuk.cijfers, prefix);
        // Figures come after the opening of a chapter, before its first heading.
        let (opening, rest) = hoofdstuk.opening();
        let (before, after) =
            if cijfers.is_empty() { (&*hoofdstuk.tekst.blocks, &[][..]) } else { (opening, rest) };
        let mut tekst_html = self.shared_text(&mut *pen, document, before);
        let mut vervolg_html = self.shared_text(&mut *pen, document, after);
        let last = if cijfers.is_empty() { &mut tekst_html } else { &mut vervolg_html };
        last.push_str(&pen.footnotes(&hoofdstuk.tekst.footnotes));
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
            grondslag: self.grounds(&hoofdstuk.grondslag),
            cijfers,
            cijfers_anker: figures_anchor(prefix),
            vervolg_html,
            inhoud,
        }
    }

    fn theme(&self, document: &Overeenkomst, thema: &Thema, home: Place, prefix: &str) -> ThemeOnPage {
        let view = self.within();
        let facts = |afspraak| view.agreement(document, thema, afspraak);
        let deeper = deeper(prefix);
        let mut pen = self.medium.pen(home, deeper, prefix);
        let mut inhoud = Vec::new();
        let mut onderdelen = Vec::new();
        for onderdeel in thema.doorlopend() {
            onderdelen.push(match onderdeel {
                Doorlopend::Tekst(blocks) => {
                    inhoud.extend(headings(blocks, prefix, deeper));
                    let tekst_html = self.shared_text(&mut *pen, document, blocks);
                    PartView { tekst_html, ..PartView::default() }
                }
                Doorlopend::Afspraak(afspraak) => {
                    let view = agreement(facts(afspraak), afspraak, &mut *pen, prefix);
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
                pen.move_headings(i8::try_from(moved).unwrap_or_default());
                let view = agreement(facts(afspraak), afspraak, &mut *pen, prefix);
                afspraken.push(AgreementOnPage { niveau: level + 1, ..view });
            }
            pen.move_headings(0);
            let first = afspraken.first()?;
            let anker = format!("{prefix}_{word}");
            let titel = self.labels.text(&format!("titel-{word}"));
            inhoud.push(TocEntry { niveau: level, ..TocEntry::new(titel.clone(), &anker) });
            debug_assert_eq!(first.feiten.stand.plaats, word);
            inhoud.extend(afspraken.iter().map(entry));
            Some(AgreementList { anker, titel, afspraken })
        };
        let werkagenda = list(Plaats::Werkagenda);
        let afgevoerd = list(Plaats::Afgevoerd);
        let cijfers = self.tables(document, &thema.cijfers, prefix);
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
            indicatoren: thema.indicatoren.iter().map(|found| self.indicator(found, prefix)).collect(),
            cijfers,
            cijfers_anker: figures_anchor(prefix),
            inhoud,
            onderdelen,
            werkagenda,
            afgevoerd,
            boom: view.trees(document, thema.afspraken()),
            voetnoten_html: pen.footnotes(&thema.voetnoten),
            aantal_afspraken: thema.lopende_afspraken().count(),
        }
    }
}

fn agreement(feiten: AgreementView, afspraak: &Afspraak, pen: &mut dyn Pen, prefix: &str) -> AgreementOnPage {
    AgreementOnPage {
        feiten,
        anker: afspraak.nummer.to_string(),
        niveau: (afspraak.kopniveau + deeper(prefix)).min(6),
        titel_html: pen.inlines(&afspraak.titel),
        titel: plain::inlines(&afspraak.titel),
        tekst_html: pen.blocks(&afspraak.tekst),
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
