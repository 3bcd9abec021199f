//! What must be right before anything is made.
//!
//! Third stage of the flow: reads the model, gives diagnostics. One file a
//! family of rules, one function a rule. Here is only what would break a page
//! or PDF, or make it say something that was not agreed.

mod accessibility;
mod agreements;
mod pictures;
mod references;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::markdown::{Block, Footnote, Inline, Mentions, Tekst};
use crate::model::{Deel, Onderdeel, Overeenkomst, Project, Thema};
use crate::pdf::{self, world::PdfTheme};
use crate::site::address::SiteMap;
use crate::source::{ContentPath, SourceId, Sources, Span, Stamp, Stamper};
use pictures::Inspected;

/// What was found in each text, with what it was judged by: the next check
/// need not judge it again as long as that is the same.
#[derive(Debug, Default)]
pub struct Checked {
    texts: HashMap<SourceId, Verdict>,
    logos: Verdict,
    pictures: Arc<Inspected>,
}

/// What was found in one document, page or list.
#[derive(Debug, Clone, Default)]
struct Verdict {
    judged_by: Option<Stamp>,
    found: Arc<[Diagnostic]>,
}

impl Checked {
    /// What was found.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.texts.values().chain([&self.logos]).flat_map(|verdict| &*verdict.found)
    }
}

/// Checks all of `project`; `fonts` are those of the PDFs. `before` is an
/// earlier check of the same folder.
pub fn check(
    project: &Project,
    sources: &Sources,
    fonts: Option<&PdfTheme>,
    before: Option<&Checked>,
) -> Checked {
    let inspected = before.map(|before| Arc::clone(&before.pictures)).unwrap_or_default();
    inspected.keep_only(sources);
    let round =
        Round { project, sources, fonts, site_map: SiteMap::new(project, sources), inspected: &inspected };
    let verdict = |id: SourceId, judged_by: Stamp, judge: &dyn Fn() -> Vec<Diagnostic>| {
        let known = before.and_then(|before| before.texts.get(&id));
        let verdict = match known.filter(|known| known.judged_by == Some(judged_by)) {
            Some(known) => known.clone(),
            None => Verdict { judged_by: Some(judged_by), found: judge().into() },
        };
        (id, verdict)
    };
    let documents = project.overeenkomsten.par_iter().map(|document| {
        let judged_by = round.judged_by(document.stamp, &document.noemt);
        verdict(document.source, judged_by, &|| round.document(document))
    });
    let mut texts: HashMap<SourceId, Verdict> = documents.collect();
    texts.extend(project.paginas.iter().map(|pagina| {
        let judged_by = round.judged_by(pagina.stamp, &pagina.noemt);
        verdict(pagina.source, judged_by, &|| round.text(&Text::of(&pagina.tekst), None))
    }));
    let logos = Mentions {
        files: project.site.logos().map(|logo| logo.value.clone()).collect(),
        ..Mentions::default()
    };
    let judged_by = Some(round.judged_by(project.site.stamp, &logos));
    let logos = match before.map(|before| &before.logos).filter(|known| known.judged_by == judged_by) {
        Some(known) => known.clone(),
        None => Verdict { judged_by, found: round.site().into() },
    };
    Checked { texts, logos, pictures: inspected }
}

/// What every rule may look at.
struct Round<'a> {
    project: &'a Project,
    sources: &'a Sources,
    fonts: Option<&'a PdfTheme>,
    site_map: SiteMap<'a>,
    inspected: &'a Inspected,
}

impl Round<'_> {
    /// Stands for all that the rules look at for a text.
    fn judged_by(&self, text: Stamp, mentions: &Mentions) -> Stamp {
        let stamp = Stamper::default().with(text).with(self.site_map.stamp_of(mentions));
        stamp.with_all(self.fonts.map(PdfTheme::stamp)).stamp()
    }

    fn document(&self, document: &Overeenkomst) -> Vec<Diagnostic> {
        let mut found = agreements::check(document);
        for text in texts(document) {
            found.extend(self.text(&text, Some(document)));
        }
        let files = std::iter::once(document.source).chain(document.delen.iter().map(Deel::source));
        found.extend(files.flat_map(|id| self.glyphs(id)));
        found
    }

    fn text(&self, text: &Text, document: Option<&Overeenkomst>) -> Vec<Diagnostic> {
        let mut found = accessibility::check(text);
        found.extend(references::check(text, document, self.project, &self.site_map, self.sources));
        found.extend(pictures::check(text, self.sources, self.inspected));
        found
    }

    fn site(&self) -> Vec<Diagnostic> {
        let mut found = pictures::check_logos(&self.project.site, self.sources, self.inspected);
        let file = self.sources.find(&ContentPath::from("site.yaml"));
        found.extend(file.into_iter().flat_map(|(id, _)| self.glyphs(id)));
        found
    }

    /// Characters of a file that no PDF can show.
    fn glyphs(&self, id: SourceId) -> Vec<Diagnostic> {
        self.fonts.map_or_else(Vec::new, |fonts| pdf::missing_glyphs(id, self.sources, fonts))
    }
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
