//! Laws that texts cite: for each its articles, and where they are cited.

use serde::Serialize;

use super::{Framed, PageMaker, Usage};
use crate::markdown::Mentions;
use crate::model::{Bepaling, Datum, PEILDATUM, Wet};
use crate::order;

/// Laws that are cited: `wetten.html`.
#[derive(Debug, Clone, Serialize)]
pub struct LawsPage {
    /// The day of which the program's table of laws tells, in words.
    pub peildatum: String,
    /// The laws that some text cites.
    pub wetten: Vec<LawSection>,
}

/// A law with the articles that are cited.
#[derive(Debug, Clone, Serialize)]
pub struct LawSection {
    /// Anchor.
    pub anker: String,
    /// Its name.
    pub naam: String,
    /// Its whole text.
    pub href: String,
    /// Its articles, in the order of the law.
    pub artikelen: Vec<ArticleView>,
}

/// An article that is cited.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleView {
    /// "artikel 44a, lid 2"
    pub titel: String,
    /// Where it stands.
    pub href: String,
    /// Where it is cited.
    pub gebruikt: Usage,
}

impl PageMaker<'_> {
    /// The page.
    pub fn laws(&self) -> Framed<LawsPage> {
        let documents = self.project.overeenkomsten.iter().flat_map(|document| &document.noemt.laws);
        let pages = self.project.paginas.iter().flat_map(|pagina| &pagina.noemt.laws);
        let mut cited: Vec<&Bepaling> = documents.chain(pages).collect();
        order::sort_each_once(&mut cited);
        order::sort_by(&mut cited, |a, b| a.volgorde().cmp(&b.volgorde()));
        let wetten = Wet::alle().filter_map(|wet| {
            let own = cited.iter().filter(|bepaling| bepaling.wet == wet);
            let artikelen: Vec<_> = own.map(|bepaling| self.article(bepaling)).collect();
            (!artikelen.is_empty()).then(|| LawSection {
                anker: wet.anker(),
                naam: wet.naam().to_owned(),
                href: wet.adres(),
                artikelen,
            })
        });
        let wetten = wetten.collect();
        let peildatum = Datum::parse(PEILDATUM).map_or_else(|| PEILDATUM.to_owned(), Datum::voluit);
        self.overview("wetten", LawsPage { peildatum, wetten })
    }

    fn article(&self, bepaling: &Bepaling) -> ArticleView {
        let artikel = bepaling.artikel.as_str();
        let titel = match &bepaling.lid {
            Some(lid) => self.labels.with("wet-artikel-lid", &[("artikel", artikel), ("lid", lid)]),
            None => self.labels.with("wet-artikel", &[("artikel", artikel)]),
        };
        ArticleView {
            titel,
            href: bepaling.adres(),
            gebruikt: self.used_in(|mentions: &Mentions| mentions.laws.contains(bepaling)),
        }
    }
}
