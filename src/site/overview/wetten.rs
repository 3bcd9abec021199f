//! Laws that texts cite: for each its articles, and where they are cited.

use std::collections::BTreeSet;

use crate::markdown::Mentions;
use crate::model::{Bepaling, Datum, PEILDATUM, Wet};
use crate::site::pages::Pages;
use crate::site::view::{ArticleView, LawSection, LawsPage};

impl Pages<'_> {
    pub(super) fn laws(&self, path: &str) -> LawsPage {
        let documents = self.project.overeenkomsten.iter().flat_map(|document| &document.noemt.laws);
        let pages = self.project.paginas.iter().flat_map(|pagina| &pagina.noemt.laws);
        let cited: BTreeSet<&Bepaling> = documents.chain(pages).collect();
        let mut cited: Vec<&Bepaling> = cited.into_iter().collect();
        cited.sort_by(|a, b| a.volgorde().cmp(&b.volgorde()));
        let wetten = Wet::alle().filter_map(|wet| {
            let own = cited.iter().filter(|bepaling| bepaling.wet == wet);
            let artikelen: Vec<_> = own.map(|bepaling| self.article(path, bepaling)).collect();
            (!artikelen.is_empty()).then(|| LawSection {
                anker: wet.anker(),
                naam: wet.naam().to_owned(),
                href: wet.adres(),
                artikelen,
            })
        });
        let wetten = wetten.collect();
        let uitleg = self.labels.text("wetten-uitleg");
        let place = self.overview_place(path, self.labels.text("titel-wetten"), Some(uitleg));
        let peildatum = Datum::parse(PEILDATUM).map_or_else(|| PEILDATUM.to_owned(), Datum::voluit);
        LawsPage { kader: self.frame(path, place), peildatum, wetten }
    }

    fn article(&self, path: &str, bepaling: &Bepaling) -> ArticleView {
        let artikel = bepaling.artikel.as_str();
        let titel = match &bepaling.lid {
            Some(lid) => self.labels.with("wet-artikel-lid", &[("artikel", artikel), ("lid", lid)]),
            None => self.labels.with("wet-artikel", &[("artikel", artikel)]),
        };
        ArticleView {
            titel,
            href: bepaling.adres(),
            gebruikt: self.used_in(path, |mentions: &Mentions| mentions.laws.contains(bepaling)),
        }
    }
}
