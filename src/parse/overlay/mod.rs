//! A document laid over its base (handbook line 341): what the base says, less
//! what the document leaves out, with what the document says of its own.
//!
//! Three things may happen to a file of the base. The document has none of
//! that name: it is taken as it is. It has an addition (`soort: aanvulling`):
//! the two become one part ([`merge`]). It has a theme, chapter or appendix:
//! that one is in its place. Nothing of the base disappears without a reason
//! that readers get to see: what is left out is listed in the document.

mod merge;

use std::collections::HashMap;
use std::sync::Arc;

use super::bases::Gevonden;
use super::basis::{Erfenis, Keuze};
use super::deel::{Gelezen, Wijze};
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{
    Afspraak, AfspraakNummer, Basis, Deel, HoofdstukSoort, Onderdeel, Overeenkomst, Volledigheid, Weggelaten,
    Weglating,
};
use crate::order::{self, SortedSet};
use crate::source::{ContentPath, SourceId, Span};

/// Lays `document`, whose own parts are `eigen`, over its base.
pub fn leg_over(
    reader: &mut Reader,
    document: &mut Overeenkomst,
    keuze: &Keuze,
    gevonden: &Gevonden,
    eigen: Vec<Gelezen>,
) {
    if !gevonden.volledigheid.is_volledig() {
        document.volledigheid = Volledigheid::Onvolledig;
    }
    let Some(erfenis) = gevonden.erfenis() else {
        document.delen = eigen.into_iter().map(|gelezen| gelezen.deel).collect();
        return;
    };
    let mut overlay = Overlay {
        complete: document.volledigheid,
        base: Base::of(reader, gevonden, erfenis),
        weg: Weg::default(),
        basis: Basis {
            naam: keuze.naam.clone(),
            source: erfenis.source,
            titel: erfenis.titel.to_owned(),
            weggelaten: Vec::new(),
            bestanden: SortedSet::new(),
            vervangende_bestanden: SortedSet::new(),
            aanvullingen: SortedSet::new(),
            vervangen: SortedSet::new(),
        },
        reader,
    };
    overlay.leave_out(keuze);
    overlay.head(document, erfenis);
    document.delen = overlay.parts(eigen);
    document.basis = Some(Arc::new(overlay.basis));
}

/// The base as the document sees it.
struct Base<'a> {
    folder: ContentPath,
    /// Whether it has a preamble.
    preambule: bool,
    /// Its parts with the names of their files.
    delen: Vec<(String, &'a Deel)>,
    /// In which of them an agreement is.
    nummers: HashMap<&'a AfspraakNummer, (usize, &'a Afspraak)>,
}

impl<'a> Base<'a> {
    fn of(reader: &Reader, gevonden: &'a Gevonden, erfenis: Erfenis) -> Self {
        let path = |id: SourceId| &reader.sources.file(id).path;
        let delen: Vec<_> =
            gevonden.delen().map(|(id, deel)| (path(id).file_name().to_owned(), deel)).collect();
        let mut nummers = HashMap::new();
        for (index, (_, deel)) in delen.iter().enumerate() {
            for afspraak in deel.als_thema().into_iter().flat_map(|thema| thema.afspraken()) {
                // A number that is there twice has a message of its own.
                nummers.entry(&afspraak.nummer).or_insert((index, afspraak));
            }
        }
        let folder = ContentPath::from(path(erfenis.source).folder());
        Self { folder, preambule: !erfenis.preambule.blocks.is_empty(), delen, nummers }
    }
}

/// What the document leaves out, and where it says so.
#[derive(Default)]
struct Weg {
    preambule: bool,
    delen: HashMap<usize, Span>,
    nummers: HashMap<AfspraakNummer, Span>,
}

struct Overlay<'a, 'r, 's> {
    reader: &'r mut Reader<'s>,
    /// Whether all of the base and of the document could be read.
    complete: Volledigheid,
    base: Base<'a>,
    weg: Weg,
    basis: Basis,
}

impl Overlay<'_, '_, '_> {
    /// What `weglaten` names, which the base must have.
    fn leave_out(&mut self, keuze: &Keuze) {
        for (wat, reden) in &keuze.weglaten {
            let word = wat.value.trim();
            let found = if word.to_lowercase().ends_with(".md") {
                self.leave_out_file(word, wat.span)
            } else {
                self.leave_out_agreement(word, wat.span)
            };
            let weglating = |wat_weg| Weglating { wat: wat_weg, reden: reden.clone(), span: wat.span };
            self.basis.weggelaten.extend(found.map(weglating));
        }
        // A number that goes with its whole file need not be named as well.
        let double: Vec<_> = self
            .weg
            .nummers
            .iter()
            .filter_map(|(nummer, span)| {
                let (index, _) = self.base.nummers.get(nummer)?;
                Some((nummer.clone(), *span, *self.weg.delen.get(index)?))
            })
            .collect();
        for (nummer, span, file) in double {
            self.reader.report(
                Diagnostic::at(Code::M104, span, format!("Afspraak {nummer} wordt twee keer weggelaten."))
                    .label("tweede keer")
                    .note(file, "met het hele bestand")
                    .hint("Haal een van de twee regels weg."),
            );
        }
    }

    fn leave_out_file(&mut self, name: &str, span: Span) -> Option<Weggelaten> {
        if name == super::folders::DOCUMENT_FILE && self.base.preambule {
            self.weg.preambule = true;
            return Some(Weggelaten::Preambule);
        }
        let Some(index) = self.base.delen.iter().position(|(known, _)| known == name) else {
            let names = self.base.delen.iter().map(|(name, _)| name.clone());
            let preamble = self.base.preambule.then(|| super::folders::DOCUMENT_FILE.to_owned());
            let names: Vec<String> = names.chain(preamble).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            self.not_in_base(format!("Het bestand `{name}` staat niet in de basis."), span, name, &names);
            return None;
        };
        self.weg.delen.insert(index, span);
        let deel = self.base.delen[index].1;
        let afspraken = deel.als_thema().into_iter().flat_map(|thema| thema.afspraken());
        let afspraken = afspraken.map(|afspraak| afspraak.nummer.clone()).collect();
        Some(Weggelaten::Deel { source: deel.source(), titel: deel.titel().to_owned(), afspraken })
    }

    fn leave_out_agreement(&mut self, word: &str, span: Span) -> Option<Weggelaten> {
        let found = AfspraakNummer::parse(word)
            .and_then(|nummer| self.base.nummers.get(&nummer).map(|(_, afspraak)| (nummer, *afspraak)));
        let Some((nummer, afspraak)) = found else {
            let mut numbers: Vec<&str> = self.base.nummers.keys().map(|nummer| nummer.as_str()).collect();
            order::sort_by(&mut numbers, Ord::cmp);
            self.not_in_base(format!("Afspraak {word} staat niet in de basis."), span, word, &numbers);
            return None;
        };
        let weggelaten = Weggelaten::Afspraak { nummer: nummer.clone(), titel: afspraak.titel.clone() };
        self.weg.nummers.insert(nummer, span);
        Some(weggelaten)
    }

    fn not_in_base(&mut self, message: String, span: Span, word: &str, known: &[&str]) {
        if !self.complete.is_volledig() {
            return;
        }
        let hint = did_you_mean(word, known.iter().copied()).unwrap_or_else(|| match known {
            [] => "Haal de regel weg.".into(),
            known => format!("De basis heeft: {}.", known.join(", ")),
        });
        self.reader.report(Diagnostic::at(Code::M133, span, message).label("niet in de basis").hint(hint));
    }

    /// The preamble of the base comes before that of the document.
    fn head(&mut self, document: &mut Overeenkomst, erfenis: Erfenis) {
        if document.samenvatting.is_none() {
            document.samenvatting = erfenis.samenvatting.cloned();
        }
        if !self.base.preambule || self.weg.preambule {
            return;
        }
        self.basis.bestanden.insert(erfenis.source);
        document.noemt.files.extend(erfenis.preambule.mentions().files);
        document.noemt.terms.extend(erfenis.noemt.terms.iter().cloned());
        document.preambule = merge::teksten(erfenis.preambule, &document.preambule);
    }

    /// All parts: those of the base, and those of the document.
    fn parts(&mut self, eigen: Vec<Gelezen>) -> Vec<Deel> {
        let mut delen = Vec::new();
        let mut done = SortedSet::new();
        for gelezen in eigen {
            let source = gelezen.deel.source();
            let name = self.reader.sources.file(source).path.file_name().to_owned();
            let under = self.base.delen.iter().position(|(known, _)| *known == name);
            done.extend(under);
            delen.push(self.own_part(gelezen, source, under));
        }
        for index in 0..self.base.delen.len() {
            let deel = self.base.delen[index].1;
            if done.contains(&index) || self.weg.delen.contains_key(&index) {
                continue;
            }
            self.basis.bestanden.insert(deel.source());
            delen.push(merge::zonder(deel, &|nummer| self.weg.nummers.contains_key(nummer)));
        }
        delen
    }

    /// A part of the document's own, and what the base has under its name.
    fn own_part(&mut self, gelezen: Gelezen, source: SourceId, under: Option<usize>) -> Deel {
        let mut deel = gelezen.deel;
        self.place_agreements(&mut deel, under);
        let Some(index) = under else { return deel };
        let base = self.base.delen[index].1;
        if let Some(span) = self.weg.delen.get(&index) {
            self.reader.report(
                Diagnostic::at(
                    Code::M134,
                    *span,
                    "Dit bestand wordt weggelaten, maar staat ook in deze map.",
                )
                .label("weggelaten")
                .note(gelezen.soort, "hier staat het")
                .hint("Haal de regel weg: een bestand met dezelfde naam komt al in de plaats van de basis."),
            );
            return deel;
        }
        match gelezen.wijze {
            Wijze::Aanvulling => {
                self.basis.aanvullingen.insert(source);
                self.basis.bestanden.insert(base.source());
                merge::aanvulling(base, &deel, &|nummer| self.weg.nummers.contains_key(nummer))
            }
            Wijze::Zelfstandig => {
                self.basis.vervangende_bestanden.insert(source);
                self.same_kind(base, &deel, gelezen.soort);
                self.nothing_lost(base, &deel, gelezen.soort);
                deel
            }
        }
    }

    /// A number means one agreement: one that the base has stands in the file
    /// in which the base has it, and is not left out as well.
    fn place_agreements(&mut self, deel: &mut Deel, under: Option<usize>) {
        let Deel::Thema(thema) = deel else { return };
        let mut misplaced = SortedSet::new();
        for afspraak in thema.afspraken() {
            let nummer = &afspraak.nummer;
            let Some((index, base)) = self.base.nummers.get(nummer).copied() else { continue };
            let left_out =
                self.weg.nummers.get(nummer).or(self.weg.delen.get(&index).filter(|_| under != Some(index)));
            if let Some(span) = left_out {
                self.reader.report(
                    Diagnostic::at(Code::M134, *span, format!("Afspraak {nummer} wordt weggelaten, maar staat ook in deze overeenkomst."))
                        .label("weggelaten")
                        .note(afspraak.span, "hier staat zij")
                        .hint("Haal de regel weg: een afspraak met hetzelfde nummer komt al in de plaats van die van de basis. Is het een andere afspraak? Geef haar dan een eigen nummer."),
                );
                misplaced.insert(nummer.clone());
            } else if under == Some(index) {
                self.basis.vervangen.insert(nummer.clone());
            } else {
                let name = &self.base.delen[index].0;
                self.reader.report(
                    Diagnostic::at(
                        Code::M135,
                        afspraak.span,
                        format!("Afspraak {nummer} staat in de basis in een ander bestand: `{}/{name}`.", self.base.folder),
                    )
                    .label("dit nummer is al van een afspraak in de basis")
                    .note(base.span, "hier staat zij")
                    .hint(format!("Zet de afspraak in `{name}` om die van de basis te vervangen, of geef haar een eigen nummer.")),
                );
                misplaced.insert(nummer.clone());
            }
        }
        if !misplaced.is_empty() {
            Arc::make_mut(thema).onderdelen.retain(|onderdeel| match onderdeel {
                Onderdeel::Afspraak(afspraak) => !misplaced.contains(&afspraak.nummer),
                Onderdeel::Tekst(_) => true,
            });
        }
    }

    /// A theme takes the place of a theme, a chapter that of a chapter.
    fn same_kind(&mut self, base: &Deel, deel: &Deel, span: Span) {
        let kind = |deel: &Deel| match deel {
            Deel::Thema(_) => "thema",
            Deel::Hoofdstuk(hoofdstuk) => match hoofdstuk.soort {
                HoofdstukSoort::Hoofdstuk => "hoofdstuk",
                HoofdstukSoort::Bijlage { .. } => "bijlage",
            },
        };
        let (theirs, ours) = (kind(base), kind(deel));
        if theirs != ours {
            self.reader.report(
                Diagnostic::at(
                    Code::M136,
                    span,
                    format!("Dit bestand is een {ours}, maar in de basis is het een {theirs}."),
                )
                .label(format!("in de basis: {theirs}"))
                .hint(format!(
                    "Schrijf `soort: {theirs}` of `soort: aanvulling`, of geef het bestand een andere naam."
                )),
            );
        }
    }

    /// What the base agrees in a file that is replaced is there, or is left out in words.
    fn nothing_lost(&mut self, base: &Deel, deel: &Deel, span: Span) {
        if !self.complete.is_volledig() {
            return;
        }
        let kept: SortedSet<&AfspraakNummer> =
            deel.als_thema().into_iter().flat_map(|thema| thema.afspraken()).map(|own| &own.nummer).collect();
        let lost = base.als_thema().into_iter().flat_map(|thema| thema.afspraken());
        let lost: Vec<_> = lost
            .filter(|afspraak| {
                !kept.contains(&afspraak.nummer) && !self.weg.nummers.contains_key(&afspraak.nummer)
            })
            .map(|afspraak| (afspraak.nummer.clone(), afspraak.span))
            .collect();
        for (nummer, place) in lost {
            self.reader.report(
                Diagnostic::at(Code::M138, span, format!("Afspraak {nummer} van de basis staat niet in dit bestand."))
                    .label("dit bestand komt in de plaats van dat van de basis")
                    .note(place, "deze afspraak verdwijnt")
                    .hint(format!("Neem de afspraak over, zet `{nummer}: …` met de reden bij `weglaten`, of schrijf `soort: aanvulling`.")),
            );
        }
    }
}
