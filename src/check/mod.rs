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
use crate::markdown::{Block, Footnote, Inline, Tekst};
use crate::model::{Deel, Onderdeel, Overeenkomst, Project, Thema};
use crate::site::address::SiteMap;
use crate::source::{Sources, Span};

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
    parts: Vec<Part<'a>>,
    footnotes: &'a [Footnote],
}

/// A part of the text: that of an agreement, or what stands between two.
struct Part<'a> {
    /// The heading that opens it, when it is an agreement.
    heading: Option<AgreementHeading<'a>>,
    blocks: &'a [Block],
}

/// The heading of an agreement, which the model holds apart from its text.
struct AgreementHeading<'a> {
    level: u8,
    title: &'a [Inline],
    span: Span,
}

impl<'a> Text<'a> {
    fn of(tekst: &'a Tekst) -> Self {
        Self { parts: vec![Part { heading: None, blocks: &tekst.blocks }], footnotes: &tekst.footnotes }
    }

    fn of_theme(thema: &'a Thema) -> Self {
        let parts = thema.onderdelen.iter().map(|onderdeel| match onderdeel {
            Onderdeel::Tekst(blocks) => Part { heading: None, blocks },
            Onderdeel::Afspraak(afspraak) => Part {
                heading: Some(AgreementHeading {
                    level: afspraak.niveau,
                    title: &afspraak.titel,
                    span: afspraak.span,
                }),
                blocks: &afspraak.tekst,
            },
        });
        Self { parts: parts.collect(), footnotes: &thema.voetnoten }
    }

    /// All blocks, those of footnotes last.
    fn blocks(&self) -> impl Iterator<Item = &'a [Block]> {
        let parts = self.parts.iter().map(|part| part.blocks);
        parts.chain(self.footnotes.iter().map(|footnote| footnote.blocks.as_slice()))
    }
}

fn texts(document: &Overeenkomst) -> Vec<Text<'_>> {
    let mut texts = vec![Text::of(&document.preambule)];
    texts.extend(document.delen.iter().map(|deel| match deel {
        Deel::Hoofdstuk(hoofdstuk) => Text::of(&hoofdstuk.tekst),
        Deel::Thema(thema) => Text::of_theme(thema),
    }));
    texts
}
