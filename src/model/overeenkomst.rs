//! An agreement document: parties, term, status, and its chapters.

use std::sync::Arc;

use super::{
    Aanspreekpunt, Afspraak, AfspraakNummer, Basis, Datum, Deel, Documentvorm, Documentwens, Evaluatie, Fase,
    Geschil, Goedkeuring, Herkomst, Kalender, Ondertekening, OvereenkomstSoort, Overleg, Pakket, Partij,
    Periode, Regels, Slug, Status, Thema, Versie, Volledigheid, Voorbehoud, WerkagendaDruk,
};
use crate::markdown::{Block, Mentions, Tekst};
use crate::order::SortedSet;
use crate::source::{SourceId, Span, Spanned, Stamp};

/// Where in the head of a document some values stand.
#[derive(Debug, Clone)]
pub struct Plaatsen {
    /// The kind.
    pub soort: Span,
    /// The term.
    pub looptijd: Span,
    /// The status.
    pub status: Span,
    /// Each party, in the order of [`Overeenkomst::partijen`].
    pub partijen: Vec<Span>,
}

/// The area that a document is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Gebied {
    /// One municipality.
    Gemeente(String),
    /// Several municipalities together.
    Regio(String),
}

/// Publication.
#[derive(Debug, Clone)]
pub struct Publicatie {
    /// When it is or was published.
    pub datum: Option<Datum>,
    /// When it must be published at the latest.
    pub uiterlijk: Datum,
}

impl Publicatie {
    /// The deadline when none was given: 15 December before the term begins
    /// (handbook line 556). A term that begins in the course of a year counts
    /// from the December before that year.
    ///
    /// An offer is due on 1 July of the year before (Woningwet art. 44 lid 3).
    /// A look back is of use while the report of the year can still name it, so
    /// by the end of June after the term (Woningwet art. 36a and 38).
    pub fn standaard_uiterlijk(soort: OvereenkomstSoort, looptijd: Periode) -> Datum {
        let voor = looptijd.van().jaar().vorige();
        let (jaar, maand, dag) = match soort {
            OvereenkomstSoort::Bod => (voor, 7, 1),
            OvereenkomstSoort::Evaluatie => (looptijd.tot_en_met().jaar().volgende(), 6, 30),
            _ => (voor, 12, 15),
        };
        // These days exist in every year.
        Datum::new(jaar, maand, dag).unwrap_or(jaar.laatste_dag())
    }
}

/// What still stands between a document and its publication.
#[derive(Debug, Clone, Copy)]
pub enum Openstaand<'a> {
    /// The negotiators do not agree yet.
    Akkoord,
    /// A body has not decided yet.
    Goedkeuring(&'a Goedkeuring),
    /// A body decided with a reservation, which still stands.
    Voorbehoud(&'a Goedkeuring, &'a Voorbehoud),
    /// The parties have not adopted it yet.
    Vaststelling,
    /// It is not signed yet.
    Ondertekening,
    /// No day is named on which it is published.
    Publicatiedatum,
}

/// An agreement document.
#[derive(Debug, Clone)]
pub struct Overeenkomst {
    /// Its `overeenkomst.md`.
    pub source: SourceId,
    /// Its front matter.
    pub span: Span,
    /// Its address: the name of its folder.
    pub slug: Slug,
    /// Kind.
    pub soort: OvereenkomstSoort,
    /// Title.
    pub titel: String,
    /// Area.
    pub gebied: Gebied,
    /// Parties, in the order in which they are shown.
    pub partijen: Vec<Arc<Partij>>,
    /// Package deals, in the order in which they were written.
    pub pakketten: Vec<Pakket>,
    /// Term.
    pub looptijd: Periode,
    /// How far it is.
    pub status: Status,
    /// When it reached each status, in the order of time.
    pub datums: Vec<(Status, Datum)>,
    /// The documents that it comes in the place of.
    pub vervangt: Vec<Spanned<Slug>>,
    /// The document that it stands under: the agreements that it slices,
    /// works out, prepared, or looks back on.
    pub hoort_bij: Option<Spanned<Slug>>,
    /// Whose offer it is, of a `bod`.
    pub van: Vec<Arc<Partij>>,
    /// How much of a form it has.
    pub vorm: Documentvorm,
    /// Versions that went round, as they were written: the oldest first.
    pub versies: Vec<Versie>,
    /// Days that parties agreed on, and days of their own.
    pub kalender: Kalender,
    /// Meetings that return.
    pub overleg: Vec<Overleg>,
    /// Whom to turn to.
    pub aanspreekpunten: Vec<Aanspreekpunt>,
    /// What parties do when they disagree.
    pub geschil: Option<Geschil>,
    /// Where in the head stands what rules over several documents point at.
    pub plaatsen: Plaatsen,
    /// The base that it is laid over.
    pub basis: Option<Arc<Basis>>,
    /// Two or three sentences.
    pub samenvatting: Option<String>,
    /// Approvals.
    pub goedkeuringen: Vec<Goedkeuring>,
    /// Signing.
    pub ondertekening: Ondertekening,
    /// The extracts that are made of it.
    pub documenten: Vec<Documentwens>,
    /// Publication.
    pub publicatie: Publicatie,
    /// The preamble.
    pub preambule: Tekst,
    /// Themes, chapters and appendices, in their order; appendices last.
    pub delen: Vec<Deel>,
    /// What it says of the document that it looks back on (`evaluatie`).
    pub evaluatie: Option<Evaluatie>,
    /// How much of the work agenda the publication copy prints.
    pub werkagenda: WerkagendaDruk,
    /// What it says about the rules of `afspraken check`.
    pub regels: Regels,
    /// Whether newcomers do well to read it first.
    pub begin_hier: bool,
    /// Whether all files of the document could be read.
    pub volledigheid: Volledigheid,
    /// What its texts name outside themselves.
    pub noemt: Mentions,
    /// Stands for everything above: for all its files, and the parties.
    pub stamp: Stamp,
}

impl Overeenkomst {
    /// Where the document stands on `dag`.
    pub fn fase(&self, dag: Datum) -> Fase {
        match self.status {
            Status::Vervallen => Fase::Archief,
            // It binds nobody, so that no day makes it valid or past.
            Status::Concept | Status::Onderhandelakkoord if !self.soort.zijn_afspraken() => Fase::InDeMaak,
            _ if !self.soort.zijn_afspraken() => Fase::Achtergrond,
            _ if dag > self.looptijd.tot_en_met() => Fase::Archief,
            Status::Concept | Status::Onderhandelakkoord => Fase::InDeMaak,
            Status::Vastgesteld | Status::Ondertekend if dag < self.looptijd.van() => Fase::Aanstaand,
            Status::Vastgesteld | Status::Ondertekend => Fase::VanKracht,
        }
    }

    /// What still stands between the document and its publication, in the
    /// order in which it comes: adoption, approvals, signatures (handbook lines
    /// 548 to 556), and a date on which it is published.
    pub fn openstaand(&self) -> Vec<Openstaand<'_>> {
        if self.status == Status::Vervallen {
            return Vec::new();
        }
        let akkoord = (self.status < Status::Onderhandelakkoord).then_some(Openstaand::Akkoord);
        let besluiten = self.goedkeuringen.iter().filter(|goedkeuring| goedkeuring.houdt_op());
        // Of a decision that is still to come, that it waits for something says less.
        let decided = self.goedkeuringen.iter().filter(|goedkeuring| !goedkeuring.houdt_op());
        let voorbehouden = decided.filter_map(|goedkeuring| {
            goedkeuring.open_voorbehoud().map(|voorbehoud| Openstaand::Voorbehoud(goedkeuring, voorbehoud))
        });
        let vaststelling = (self.status < Status::Vastgesteld).then_some(Openstaand::Vaststelling);
        // An offer and a look back are adopted; nobody signs them.
        let te_tekenen = self.soort.zijn_afspraken() && self.status < Status::Ondertekend;
        let ondertekening = te_tekenen.then_some(Openstaand::Ondertekening);
        let datum = self.publicatie.datum.is_none().then_some(Openstaand::Publicatiedatum);
        let first = akkoord.into_iter().chain(besluiten.map(Openstaand::Goedkeuring)).chain(voorbehouden);
        first.chain(vaststelling).chain(ondertekening).chain(datum).collect()
    }

    /// Whether all of it stands on one page.
    pub fn is_licht(&self) -> bool {
        self.vorm == Documentvorm::Licht
    }

    /// When it reached its present status.
    pub fn sinds(&self) -> Option<Datum> {
        self.datums.iter().find(|(status, _)| *status == self.status).map(|(_, datum)| *datum)
    }

    /// The date that the documents carry: when the present status was reached,
    /// else the last date known, else the first day of the term. Never the day
    /// of the build, so that the same sources give the same PDF.
    pub fn datum(&self) -> Datum {
        self.sinds()
            .or_else(|| self.datums.iter().map(|(_, datum)| *datum).max())
            .unwrap_or_else(|| self.looptijd.van())
    }

    /// Where the text at `span` comes from, when the document has a base.
    pub fn herkomst_van_tekst(&self, span: Span) -> Option<Herkomst> {
        self.basis.as_ref().map(|basis| basis.herkomst_van_tekst(span.source))
    }

    /// Where an agreement comes from, when the document has a base.
    pub fn herkomst_van_afspraak(&self, afspraak: &Afspraak) -> Option<Herkomst> {
        self.basis.as_ref().map(|basis| basis.herkomst_van_afspraak(&afspraak.nummer, afspraak.span))
    }

    /// Text in stretches that each come from one file: from the base, or of its own.
    pub fn stukken<'a>(&self, blocks: &'a [Block]) -> impl Iterator<Item = &'a [Block]> {
        blocks.chunk_by(|one, next| one.span.source == next.span.source)
    }

    /// The files that its text stands in, its own first.
    pub fn bestanden(&self) -> SortedSet<SourceId> {
        let own = std::iter::once(self.source).chain(self.delen.iter().map(Deel::source));
        let of_basis = self.basis.iter().flat_map(|basis| basis.bestanden.iter().chain(&basis.aanvullingen));
        own.chain(of_basis.copied()).collect()
    }

    /// Its themes, in order.
    pub fn themas(&self) -> impl Iterator<Item = &Thema> {
        self.delen.iter().filter_map(Deel::als_thema)
    }

    /// The parties that take part in single themes only, each with those themes.
    pub fn extra_partijen(&self) -> Vec<(&Arc<Partij>, Vec<&Thema>)> {
        let mut extra: Vec<(&Arc<Partij>, Vec<&Thema>)> = Vec::new();
        for thema in self.themas() {
            for partij in &thema.extra_partijen {
                match extra.iter_mut().find(|(known, _)| known.id == partij.id) {
                    Some((_, themas)) => themas.push(thema),
                    None => extra.push((partij, vec![thema])),
                }
            }
        }
        extra
    }

    /// Its agreements, in order.
    pub fn afspraken(&self) -> impl Iterator<Item = &Afspraak> {
        self.themas().flat_map(Thema::afspraken)
    }

    /// Whether it has any; an evaluation has none, and neither need rules of the game.
    pub fn heeft_afspraken(&self) -> bool {
        self.afspraken().next().is_some()
    }

    /// Those that were not ended.
    pub fn lopende_afspraken(&self) -> impl Iterator<Item = &Afspraak> {
        self.afspraken().filter(|afspraak| afspraak.loopt())
    }

    /// The agreements that work out the one with this number.
    pub fn uitwerkingen<'a>(&'a self, nummer: &'a AfspraakNummer) -> impl Iterator<Item = &'a Afspraak> {
        let under =
            move |afspraak: &&Afspraak| afspraak.onder.as_ref().is_some_and(|onder| onder.value == *nummer);
        self.afspraken().filter(under)
    }

    /// The agreement with this number, and the chapter that it is in.
    pub fn afspraak(&self, nummer: &str) -> Option<(&Thema, &Afspraak)> {
        self.themas().find_map(|thema| {
            thema.afspraken().find(|afspraak| afspraak.nummer.as_str() == nummer).map(|found| (thema, found))
        })
    }
}
