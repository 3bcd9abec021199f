//! What must be right before anything is made.
//!
//! Third stage of the flow: reads the model, gives diagnostics. One file a
//! family of rules, one function a rule. Here is only what would break a page
//! or PDF, or make it say something that was not agreed.

mod accessibility;
mod agreements;
mod pictures;
mod references;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::markdown::{Block, Footnote, Tekst};
use crate::model::{Deel, Onderdeel, Overeenkomst, Project};
use crate::site::address::SiteMap;
use crate::source::Sources;

/// Checks all of `project`.
pub fn check(project: &Project, sources: &Sources) -> Vec<Diagnostic> {
    let site_map = SiteMap::new(project, sources);
    let mut diagnostics: Vec<Diagnostic> = project
        .overeenkomsten
        .par_iter()
        .flat_map_iter(|document| {
            let mut found = agreements::check(document);
            for text in texts(document) {
                found.extend(accessibility::check(&text));
                found.extend(references::check(&text, Some(document), project, &site_map, sources));
                found.extend(pictures::check(&text, sources));
            }
            found
        })
        .collect();
    for pagina in &project.paginas {
        let text = Text::of(&pagina.tekst);
        diagnostics.extend(accessibility::check(&text));
        diagnostics.extend(references::check(&text, None, project, &site_map, sources));
        diagnostics.extend(pictures::check(&text, sources));
    }
    diagnostics.extend(pictures::check_logos(&project.site, sources));
    diagnostics
}

/// The text of one file, wherever in the model its parts are.
struct Text<'a> {
    parts: Vec<&'a [Block]>,
    footnotes: &'a [Footnote],
}

impl<'a> Text<'a> {
    fn of(tekst: &'a Tekst) -> Self {
        Self { parts: vec![&tekst.blocks], footnotes: &tekst.footnotes }
    }

    /// All blocks, those of footnotes last.
    fn blocks(&self) -> impl Iterator<Item = &'a [Block]> {
        self.parts.iter().copied().chain(self.footnotes.iter().map(|footnote| footnote.blocks.as_slice()))
    }
}

fn texts(document: &Overeenkomst) -> Vec<Text<'_>> {
    let mut texts = vec![Text::of(&document.preambule)];
    texts.extend(document.delen.iter().map(|deel| {
        match deel {
            Deel::Hoofdstuk(hoofdstuk) => Text::of(&hoofdstuk.tekst),
            Deel::Thema(thema) => Text {
                parts: thema
                    .onderdelen
                    .iter()
                    .map(|onderdeel| match onderdeel {
                        Onderdeel::Tekst(blocks) => blocks.as_slice(),
                        Onderdeel::Afspraak(afspraak) => afspraak.tekst.as_slice(),
                    })
                    .collect(),
                footnotes: &thema.voetnoten,
            },
        }
    }));
    texts
}
