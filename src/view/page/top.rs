//! Pages that belong to no document: the first one, plain pages, the glossary,
//! and the one for addresses that do not exist.

use crate::diagnostic::Diagnostic;
use crate::model::{Begrip, Fase, OVERZICHTELIJK, Overeenkomst, OvereenkomstSoort, Pagina};
use crate::order;
use crate::theme::wording::fase_id;
use ecow::EcoString;
use serde::Serialize;
use std::cmp::Reverse;

use super::contents::headings;
use super::frame::PagePlace;
use super::{Framed, LetterGroup, LinkView, MenuItem, PageMaker, TocEntry, Usage};
use crate::resolve::{Overview, Page, Place};

/// Home page: `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// The route for newcomers.
    pub begin_hier: LinkView,
    /// The guide to all else.
    pub wegwijzer: LinkView,
    /// In force, agreed and still to begin, in the making, archive: only groups
    /// that hold something, in this order.
    pub groepen: Vec<HomeGroup>,
}

/// One group of agreement documents on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeGroup {
    /// `van-kracht`, `aanstaand`, `in-de-maak` or `archief`.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// One sentence on what is in this group.
    pub uitleg: String,
    /// The cards of its documents, made with `delen/overeenkomstkaart.html`; none where there are too many.
    pub kaarten_html: Vec<String>,
    /// The documents by the alphabet, where there are too many for a card each.
    pub letters: Vec<LetterGroup>,
}

/// A plain page: `pagina.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PlainPage {
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The text.
    pub tekst_html: String,
    /// Headings.
    pub inhoud: Vec<TocEntry>,
}

/// The glossary: `begrippen.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryPage {
    /// Terms in the order of the alphabet.
    pub begrippen: Vec<GlossaryEntry>,
}

/// A glossary term.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryEntry {
    /// Anchor.
    pub anker: String,
    /// The term.
    pub term: String,
    /// What it stands for.
    pub voluit: Option<String>,
    /// What it means.
    pub betekenis: String,
    /// Other words for it.
    pub ook: Vec<String>,
    /// Terms that explain more.
    pub zie: Vec<LinkView>,
    /// Where it is used.
    pub gebruikt: Usage,
}

/// The page for addresses that do not exist: `404.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundPage {}

impl PageMaker<'_> {
    /// The first page.
    pub fn home(&self) -> Result<Framed<HomePage>, Diagnostic> {
        let mut groepen = Vec::new();
        let mut first = None;
        for phase in Fase::ALL {
            let id = fase_id(phase);
            let mut documents: Vec<_> = self.documents_in(phase).collect();
            // The newest term first.
            self.in_families(&mut documents, phase);
            first = first.or(documents.first().copied());
            if documents.is_empty() {
                continue;
            }
            let (cards, listed) = if documents.len() > OVERZICHTELIJK {
                (Vec::new(), documents)
            } else {
                (documents, Vec::new())
            };
            groepen.push(HomeGroup {
                id,
                titel: self.labels.text(&format!("groep-{id}")),
                uitleg: self.labels.text(&format!("groep-{id}-uitleg")),
                kaarten_html: cards
                    .into_iter()
                    .map(|document| self.medium.card(document, &|| self.card(document)))
                    .collect::<Result<_, _>>()?,
                letters: self.by_letter(&format!("_{id}-"), listed),
            });
        }
        let volgende = first.map(|document| self.link(document, document.titel.clone()));
        let place = PagePlace {
            titel: self.project.site.naam.clone(),
            beschrijving: self.project.site.ondertitel.clone(),
            volgende,
            gegevens: Some(self.about_site()),
            ..PagePlace::default()
        };
        let begin = self.link(Overview::Begin, self.labels.text("begin-hier"));
        let guide = self.link(Overview::Guide, self.labels.text("titel-wegwijzer"));
        Ok(self.frame(place).around(HomePage { begin_hier: begin, wegwijzer: guide, groepen }))
    }

    /// Sorts documents of one phase: the newest term first, what stands under
    /// another behind that, and how parties work together after what they agreed.
    fn in_families(&self, documents: &mut [&Overeenkomst], phase: Fase) {
        order::sort_by_cached_key(documents, |document| {
            let above = self.project.boven(document);
            let above = above.filter(|above| above.fase(self.options.date) == phase);
            let root: &Overeenkomst = above.map_or(document, |above| above);
            let last = root.soort == OvereenkomstSoort::Spelregels;
            (
                last,
                Reverse(root.looptijd),
                root.slug.clone(),
                above.is_some(),
                document.looptijd,
                document.slug.clone(),
            )
        });
    }

    /// A plain page.
    pub fn plain(&self, pagina: &Pagina) -> Framed<PlainPage> {
        let mut writer = self.medium.pen(Place::Plain(pagina), 0, "");
        let mut tekst_html = writer.blocks(&pagina.tekst.blocks);
        tekst_html.push_str(&writer.footnotes(&pagina.tekst.footnotes));
        let (vorige, volgende) = self.menu_neighbours();
        let place = PagePlace {
            titel: pagina.titel.clone(),
            beschrijving: pagina.samenvatting.clone(),
            begin_hier: pagina.begin_hier,
            vorige,
            volgende,
            overzicht: Some(self.link(Page::Home, self.labels.text("home"))),
            ..PagePlace::default()
        };
        self.frame(place).around(PlainPage {
            samenvatting: pagina.samenvatting.clone(),
            tekst_html,
            inhoud: headings(&pagina.tekst.blocks, "", 0),
        })
    }

    /// The pages before and after this one in the menu.
    fn menu_neighbours(&self) -> (Option<LinkView>, Option<LinkView>) {
        let menu = self.site().menu;
        let here = menu.iter().position(|item| item.actief);
        let link = |item: &MenuItem| LinkView { titel: item.titel.clone(), href: item.href.clone() };
        let before = here.and_then(|here| here.checked_sub(1)).and_then(|index| menu.get(index));
        let after = here.and_then(|here| menu.get(here + 1));
        (before.map(link), after.map(link))
    }

    /// The glossary.
    pub fn glossary(&self) -> Framed<GlossaryPage> {
        let (vorige, volgende) = self.menu_neighbours();
        let place = PagePlace {
            titel: self.labels.text("titel-begrippen"),
            beschrijving: Some(self.labels.text("begrippen-uitleg")),
            gegevens: Some(self.about_glossary()),
            vorige,
            volgende,
            overzicht: Some(self.link(Page::Home, self.labels.text("home"))),
            ..PagePlace::default()
        };
        self.frame(place).around(GlossaryPage {
            begrippen: self
                .project
                .begrippen
                .iter()
                .map(|begrip| GlossaryEntry {
                    anker: begrip.anker.clone(),
                    term: begrip.term.clone(),
                    voluit: begrip.voluit.clone(),
                    betekenis: begrip.betekenis.clone(),
                    ook: begrip.ook.clone(),
                    zie: self.related_terms(begrip),
                    gebruikt: self.used_in(|mentions| {
                        let named = |name: &EcoString| self.project.begrippen.find(name);
                        mentions.terms.iter().filter_map(named).any(|named| named.anker == begrip.anker)
                    }),
                })
                .collect(),
        })
    }

    fn related_terms(&self, begrip: &Begrip) -> Vec<LinkView> {
        let related = begrip.zie.iter().filter_map(|term| self.project.begrippen.find(&term.value));
        let link = |other: &Begrip| LinkView { titel: other.term.clone(), href: format!("#{}", other.anker) };
        related.map(link).collect()
    }

    /// The page for addresses that do not exist.
    pub fn not_found(&self) -> Framed<NotFoundPage> {
        let place = PagePlace { titel: self.labels.text("titel-404"), ..PagePlace::default() };
        self.frame(place).around(NotFoundPage {})
    }
}
