//! References: everything that is named must be there.

use std::collections::{HashMap, HashSet};

use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::markdown::{self, BlockKind, Inline, InlineKind, Target};
use crate::model::{Bepaling, Deel, Onderdeel, Overeenkomst, Project, Volledigheid};
use crate::resolve::{Destination, Place, Resolver};
use crate::source::{ContentPath, SourceId, Sources, Span};

pub fn check(text: &Text, project: &Project, resolver: &Resolver, sources: &Sources) -> Vec<Diagnostic> {
    let document = text.home.document();
    let checker = Checker { home: text.home, document, project, resolver, sources, anchors: anchors(text) };
    let mut diagnostics = unique_anchors(text, document);
    for blocks in text.blocks() {
        markdown::for_each_inline(blocks, &mut |inline| {
            if let InlineKind::Link(target, _) = &inline.kind {
                diagnostics.extend(checker.target(target, inline));
            }
        });
    }
    diagnostics
}

/// Names that the program gives hold `_` or `--`, which an author's may not.
fn is_plain(anchor: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    anchor.chars().all(fits)
        && !anchor.contains("--")
        && anchor.starts_with(|c: char| c.is_ascii_alphanumeric())
}

fn anchors<'a>(text: &Text<'a>) -> HashSet<&'a str> {
    let mut anchors = HashSet::new();
    for blocks in text.blocks() {
        markdown::for_each_block(blocks, &mut |block| {
            if let BlockKind::Heading(heading) = &block.kind {
                anchors.insert(heading.anchor.as_str());
            }
        });
    }
    anchors
}

/// An anchor that an author gives is given once, and is no agreement's number.
fn unique_anchors(text: &Text, document: Option<&Overeenkomst>) -> Vec<Diagnostic> {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut diagnostics = Vec::new();
    for blocks in text.blocks() {
        markdown::for_each_block(blocks, &mut |block| {
            let BlockKind::Heading(heading) = &block.kind else { return };
            let anchor = heading.anchor.as_str();
            let agreement = document.and_then(|document| document.afspraak(anchor));
            let first = seen.insert(anchor, block.span).or(agreement.map(|(_, afspraak)| afspraak.span));
            if heading.explicit && !is_plain(anchor) {
                diagnostics.push(
                    Diagnostic::at(
                        Code::M107,
                        block.span,
                        format!("`#{anchor}` kan geen naam van een kop zijn."),
                    )
                    .label("deze naam")
                    .hint("Gebruik letters, cijfers, punten en enkele streepjes, zoals `{#wonen-in-noord}`."),
                );
                return;
            }
            let Some(first) = first.filter(|_| heading.explicit || agreement.is_some()) else { return };
            diagnostics.push(
                Diagnostic::at(Code::M104, block.span, format!("De naam `#{anchor}` staat er twee keer."))
                    .label("tweede keer")
                    .note(first, "eerste keer")
                    .hint("Geef elke kop een eigen naam tussen de accolades."),
            );
        });
    }
    diagnostics
}

struct Checker<'a> {
    home: Place<'a>,
    document: Option<&'a Overeenkomst>,
    project: &'a Project,
    resolver: &'a Resolver<'a>,
    sources: &'a Sources,
    anchors: HashSet<&'a str>,
}

impl Checker<'_> {
    fn target(&self, target: &Target, inline: &Inline) -> Option<Diagnostic> {
        let span = inline.span;
        match (self.resolver.resolve(self.home, target), target) {
            (Some(Destination::Place(_, Some(anchor))), Target::Anchor(_)) => self.anchor(anchor, span),
            (Some(Destination::Place(place, Some(anchor))), _) => self.anchor_at(place, anchor, span),
            (Some(Destination::Law(bepaling)), _) => no_such_article(bepaling, span),
            (Some(_), _) | (None, Target::Outside(_) | Target::Anchor(_) | Target::Law(_)) => None,
            (None, Target::Agreement(nummer)) => self.agreement(nummer, span),
            (None, Target::File(path, _)) => self.file(path, span),
            (None, Target::Term(term)) => self.term(term, span),
        }
    }

    /// `[2025]` in a sentence is a year and not a reference; `[B9]` is one.
    fn agreement(&self, nummer: &str, span: Span) -> Option<Diagnostic> {
        let is_year = nummer.bytes().all(|byte| byte.is_ascii_digit());
        (!is_year && !self.may_be_here()).then(|| self.no_agreement(nummer, span))
    }

    /// Whether what is not found may be in a part of the document that could not be read.
    fn may_be_here(&self) -> bool {
        self.document.is_some_and(|document| !document.volledigheid.is_volledig())
    }

    fn no_agreement(&self, nummer: &str, span: Span) -> Diagnostic {
        let Some(document) = self.document else {
            return Diagnostic::at(
                Code::V101,
                span,
                format!("Deze pagina hoort bij geen overeenkomst, dus `{nummer}` bestaat hier niet."),
            )
            .label("verwijst naar niets")
            .hint("Verwijs met de naam van het bestand: `[tekst](map/bouwopgave.md#B1)`.");
        };
        let known = document.afspraken().map(|afspraak| afspraak.nummer.as_str());
        Diagnostic::at(Code::V101, span, format!("Er is geen afspraak {nummer} in deze overeenkomst."))
            .label("verwijst naar niets")
            .hint(did_you_mean(nummer, known).unwrap_or_else(|| {
                "Kijk het nummer na, of zet er een backslash voor (`\\[`) als dit geen verwijzing is.".into()
            }))
    }

    fn anchor(&self, anchor: &str, span: Span) -> Option<Diagnostic> {
        if self.anchors.contains(anchor) || self.may_be_here() {
            return None;
        }
        let numbers = self
            .document
            .into_iter()
            .flat_map(Overeenkomst::afspraken)
            .map(|afspraak| afspraak.nummer.as_str());
        let known = self.anchors.iter().copied().chain(numbers);
        Some(no_anchor(anchor, span, did_you_mean(anchor, known)))
    }

    fn anchor_at(&self, place: Place, anchor: &str, span: Span) -> Option<Diagnostic> {
        let complete = match place {
            Place::Document(document) | Place::Part(document, _) => document.volledigheid,
            // Where the document says that it leaves this out stands nothing else.
            Place::LeftOut(_) => return None,
            Place::Glossary => self.project.begrippenlijst,
            Place::Register => self.project.verwijzingenlijst,
            Place::Policy => self.project.beleidslijst,
            Place::Plain(_) => Volledigheid::Volledig,
        };
        let known = anchors_of(place, self.project);
        if !complete.is_volledig() || known.iter().any(|name| name == anchor) {
            return None;
        }
        Some(no_anchor(anchor, span, did_you_mean(anchor, known.iter().map(String::as_str))))
    }

    fn file(&self, path: &ContentPath, span: Span) -> Option<Diagnostic> {
        let known: Vec<&ContentPath> = self
            .sources
            .files()
            // Settings are sources too, and no page.
            .filter(|(_, file)| file.path.extension() == "md")
            .map(|(_, file)| &file.path)
            .chain(self.sources.media().keys())
            .collect();
        let folder = path.folder();
        if let Some(basis) = self.project.bases.iter().find(|basis| self.folder_of(basis.source) == folder) {
            return Some(Self::unpublished(path, &basis.titel, span));
        }
        // A part that a document takes from its base may be missing there by a mistake in either;
        // of a base that could not be read only the name is known.
        let document =
            self.project.overeenkomsten.iter().find(|known| self.folder_of(known.source) == folder);
        let may_be_in_base = |document: &Overeenkomst| {
            !document.noemt.documents.is_empty() && !document.volledigheid.is_volledig()
        };
        if document.is_some_and(|document| may_be_in_base(document)) {
            return None;
        }
        // A source that is there but could not be read has a message of its own.
        if known.contains(&path) || self.sources.unread().contains(path) || self.is_wrong(path) {
            return None;
        }
        let from = &self.sources.file(span.source).path;
        let names: Vec<String> = known.iter().map(|known| known.seen_from(from)).collect();
        let hint = did_you_mean(&path.seen_from(from), names.iter().map(String::as_str));
        Some(
            Diagnostic::at(Code::V102, span, format!("Het bestand `{path}` is er niet."))
                .label("verwijst naar niets")
                .hint(hint.unwrap_or_else(|| {
                    "Kijk de naam na. Een pad begint bij de map van dit bestand, een webadres bij https://.".into()
                })),
        )
    }

    /// Whether it is a list that is there, with a mistake in it.
    fn is_wrong(&self, path: &ContentPath) -> bool {
        let Project { begrippenlijst, verwijzingenlijst, beleidslijst, .. } = self.project;
        let list = match path.as_str() {
            "begrippen.yaml" => begrippenlijst,
            "verwijzingen.yaml" => verwijzingenlijst,
            "beleid.yaml" => beleidslijst,
            _ => return false,
        };
        !list.is_volledig()
    }

    fn folder_of(&self, source: SourceId) -> &str {
        self.sources.file(source).path.folder()
    }

    /// A base that is no document of its own has no pages to go to.
    fn unpublished(path: &ContentPath, titel: &str, span: Span) -> Diagnostic {
        Diagnostic::at(Code::M139, span, format!("De basis `{titel}` heeft zelf geen pagina's."))
            .label("verwijst naar een basis")
            .hint(format!(
                "Noem in plaats van `{}` de map van een overeenkomst die deze basis gebruikt.",
                path.folder()
            ))
    }

    fn term(&self, term: &str, span: Span) -> Option<Diagnostic> {
        if !self.project.begrippenlijst.is_volledig() {
            return None;
        }
        let known = self.project.begrippen.iter().flat_map(|begrip| begrip.namen());
        Some(
            Diagnostic::at(Code::V104, span, format!("Het begrip `{term}` staat niet in `begrippen.yaml`."))
                .label("onbekend begrip")
                .hint(
                    did_you_mean(term, known)
                        .unwrap_or_else(|| "Zet het begrip met zijn betekenis in `begrippen.yaml`.".into()),
                ),
        )
    }
}

/// A law does not have an article of this number, as its articles are not numbered so.
fn no_such_article(bepaling: &Bepaling, span: Span) -> Option<Diagnostic> {
    (!bepaling.kan_bestaan()).then(|| {
        let (artikel, naam) = (&bepaling.artikel, bepaling.wet.naam());
        Diagnostic::at(Code::V116, span, format!("Artikel {artikel} staat niet in deze wet: {naam}."))
            .label("dit artikel is er niet")
            .hint(format!(
                "Kijk het nummer en de wet na. Artikelen van deze wet schrijft u {}.",
                bepaling.zo_genummerd()
            ))
    })
}

fn no_anchor(anchor: &str, span: Span, hint: Option<String>) -> Diagnostic {
    Diagnostic::at(Code::V103, span, format!("Het onderdeel `#{anchor}` is er niet."))
        .label("verwijst naar niets")
        .hint(hint.unwrap_or_else(|| {
            "Kijk de naam na: die staat tussen accolades achter een kop, zoals `{#B1}`.".into()
        }))
}

/// Every anchor on the page of a source file.
fn anchors_of(place: Place, project: &Project) -> Vec<String> {
    let headings = |parts: Vec<&[markdown::Block]>| {
        let mut anchors = Vec::new();
        for blocks in parts {
            markdown::for_each_block(blocks, &mut |block| {
                if let BlockKind::Heading(heading) = &block.kind {
                    anchors.push(heading.anchor.to_string());
                }
            });
        }
        anchors
    };
    match place {
        Place::LeftOut(_) => Vec::new(),
        Place::Document(document) => headings(vec![&document.preambule.blocks]),
        Place::Part(_, Deel::Hoofdstuk(hoofdstuk)) => headings(vec![&hoofdstuk.tekst.blocks]),
        Place::Part(_, Deel::Thema(thema)) => {
            let parts = thema
                .onderdelen
                .iter()
                .map(|onderdeel| match onderdeel {
                    Onderdeel::Tekst(blocks) => blocks.as_slice(),
                    Onderdeel::Afspraak(afspraak) => afspraak.tekst.as_slice(),
                })
                .collect();
            let numbers = thema.afspraken().map(|afspraak| afspraak.nummer.to_string());
            headings(parts).into_iter().chain(numbers).collect()
        }
        Place::Plain(pagina) => headings(vec![&pagina.tekst.blocks]),
        Place::Glossary => project.begrippen.iter().map(|begrip| begrip.anker.clone()).collect(),
        Place::Register => project.verwijzingen.iter().map(|found| found.id.as_str().to_owned()).collect(),
        Place::Policy => project.beleid.plekken().map(|plek| plek.id().as_str().to_owned()).collect(),
    }
}
