//! Texts as the rules look at them: one a file, wherever in the model its parts are.

use crate::markdown::{Block, Footnote, Inline, Tekst};
use crate::model::{Deel, Onderdeel, Overeenkomst, Thema};
use crate::resolve::Place;
use crate::source::Span;

/// The text of one file, wherever in the model its parts are.
pub struct Text<'a> {
    pub home: Place<'a>,
    pub parts: Vec<Part<'a>>,
    pub footnotes: &'a [Footnote],
}

/// A part of the text: that of an agreement, or what stands between two.
pub struct Part<'a> {
    /// The heading that opens it, when it is an agreement.
    pub heading: Option<AgreementHeading<'a>>,
    pub blocks: &'a [Block],
}

/// The heading of an agreement, which the model holds apart from its text.
pub struct AgreementHeading<'a> {
    pub level: u8,
    pub title: &'a [Inline],
    pub span: Span,
}

impl<'a> Text<'a> {
    pub fn of(home: Place<'a>, tekst: &'a Tekst) -> Self {
        let parts = vec![Part { heading: None, blocks: &tekst.blocks }];
        Self { home, parts, footnotes: &tekst.footnotes }
    }

    pub fn of_theme(home: Place<'a>, thema: &'a Thema) -> Self {
        let parts = thema.onderdelen.iter().map(|onderdeel| match onderdeel {
            Onderdeel::Tekst(blocks) => Part { heading: None, blocks },
            Onderdeel::Afspraak(afspraak) => Part {
                heading: Some(AgreementHeading {
                    level: afspraak.kopniveau,
                    title: &afspraak.titel,
                    span: afspraak.span,
                }),
                blocks: &afspraak.tekst,
            },
        });
        Self { home, parts: parts.collect(), footnotes: &thema.voetnoten }
    }

    /// All blocks, those of footnotes last.
    pub fn blocks(&self) -> impl Iterator<Item = &'a [Block]> {
        let parts = self.parts.iter().map(|part| part.blocks);
        parts.chain(self.footnotes.iter().map(|footnote| footnote.blocks.as_slice()))
    }
}

pub fn texts(document: &Overeenkomst) -> Vec<Text<'_>> {
    let mut texts = vec![Text::of(Place::Document(document), &document.preambule)];
    texts.extend(document.delen.iter().map(|deel| match deel {
        Deel::Hoofdstuk(hoofdstuk) => Text::of(Place::Part(document, deel), &hoofdstuk.tekst),
        Deel::Thema(thema) => Text::of_theme(Place::Part(document, deel), thema),
    }));
    texts
}
