//! What of a document is on paper: all of it, or an extract. A link inside
//! leads only to what is there.

use std::collections::HashSet;

use crate::markdown::{self, Block, BlockKind};
use crate::model::{Deel, Keuze, Onderdeel, Overeenkomst, Thema, Uittreksel};

/// What an extract holds.
pub struct Selection<'a> {
    /// What was asked for.
    pub keuze: Keuze<'a>,
    parts: HashSet<&'a str>,
    agreements: HashSet<&'a str>,
    /// Headings, each with the chapter that it is in.
    headings: HashSet<(&'a str, &'a str)>,
}

impl<'a> Selection<'a> {
    /// That of `uittreksel`.
    pub fn of(document: &'a Overeenkomst, uittreksel: Uittreksel<'a>) -> Self {
        let keuze = uittreksel.keuze;
        let (parts, agreements, headings) = Default::default();
        let mut selection = Self { keuze, parts, agreements, headings };
        for thema in document.themas() {
            for onderdeel in &thema.onderdelen {
                match onderdeel {
                    Onderdeel::Tekst(blocks) if keuze.heel(thema) => selection.add_headings(thema, blocks),
                    Onderdeel::Afspraak(afspraak) if keuze.bevat(thema, afspraak) => {
                        selection.agreements.insert(afspraak.nummer.as_str());
                        selection.add_headings(thema, &afspraak.tekst);
                        selection.parts.insert(thema.slug.as_str());
                    }
                    _ => {}
                }
            }
            if keuze.heel(thema) {
                selection.parts.insert(thema.slug.as_str());
            }
        }
        selection
    }

    fn add_headings(&mut self, thema: &'a Thema, blocks: &'a [Block]) {
        markdown::for_each_block(blocks, &mut |block| {
            if let BlockKind::Heading(heading) = &block.kind {
                self.headings.insert((thema.slug.as_str(), heading.anchor.as_str()));
            }
        });
    }

    /// Whether something of this part is in it.
    pub fn has_part(&self, deel: &Deel) -> bool {
        self.parts.contains(deel.slug().as_str())
    }

    /// Whether this agreement is in it.
    pub fn has_agreement(&self, nummer: &str) -> bool {
        self.agreements.contains(nummer)
    }

    /// Whether this heading of a chapter is in it.
    pub fn has_heading(&self, chapter: &str, anchor: &str) -> bool {
        self.headings.contains(&(chapter, anchor))
    }
}
