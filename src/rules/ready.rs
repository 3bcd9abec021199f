//! Whether a document may go online: the list of `afspraken check --ready`, on
//! screen and as a page for the file.
//!
//! What must be done first stands in the model ([`Overeenkomst::openstaand`]);
//! the rest comes from what building and the rules found.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::{Datum, Goedkeuring, GoedkeuringSoort, Openstaand, Overeenkomst, Status};
use crate::rules::Scene;

/// The days before and around the publication at a glance.
#[derive(Debug, Serialize)]
pub struct Checklist {
    /// Title of the document.
    pub titel: String,
    /// The day on which it was judged.
    pub dag: String,
    /// The short fingerprint of the text that was judged.
    pub vingerafdruk: String,
    /// Whether it may go online.
    pub klaar: bool,
    /// The points, in the order in which they are worked off.
    pub groepen: Vec<Groep>,
}

/// Points that belong together.
#[derive(Debug, Serialize)]
pub struct Groep {
    /// Title.
    pub titel: &'static str,
    /// The points.
    pub punten: Vec<Punt>,
}

/// A point of the list.
#[derive(Debug, Serialize)]
pub struct Punt {
    /// How it stands.
    pub stand: Stand,
    /// What it is about, and how it stands, in a sentence.
    pub tekst: String,
}

/// How a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stand {
    /// It is done.
    Klaar,
    /// It must be done before the document goes online.
    Open,
    /// It may be better, but holds nothing up.
    Let,
}

impl Stand {
    /// The same in a word, for who does not see the sign.
    pub fn word(self) -> &'static str {
        match self {
            Self::Klaar => "klaar",
            Self::Open => "nog doen",
            Self::Let => "let op",
        }
    }
}

impl Punt {
    fn new(stand: Stand, tekst: impl Into<String>) -> Self {
        Self { stand, tekst: tekst.into() }
    }

    fn done(done: bool, yes: impl Into<String>, no: impl Into<String>) -> Self {
        if done { Self::new(Stand::Klaar, yes) } else { Self::new(Stand::Open, no) }
    }
}

/// The list of a document. `built` is what building found, `judged` what the rules did.
pub fn checklist(
    scene: Scene,
    document: &Overeenkomst,
    built: &[Diagnostic],
    judged: &[Diagnostic],
    vingerafdruk: String,
) -> Checklist {
    let groepen = vec![
        Groep { titel: "De bronnen", punten: sources(scene, document, built) },
        Groep { titel: "De partijen", punten: parties(document) },
        Groep { titel: "De publicatie", punten: publication(scene, document) },
        Groep { titel: "De tekst", punten: text(scene, document, judged) },
    ];
    let klaar = groepen.iter().flat_map(|groep| &groep.punten).all(|punt| punt.stand != Stand::Open);
    Checklist { titel: document.titel.clone(), dag: scene.date.voluit(), vingerafdruk, klaar, groepen }
}

fn sources(scene: Scene, document: &Overeenkomst, built: &[Diagnostic]) -> Vec<Punt> {
    let errors = count(built.iter(), Severity::Error);
    let warnings = count(built.iter().filter(|found| is_in(scene, document, found)), Severity::Warning);
    let mut punten = vec![Punt::done(
        errors == 0,
        "De website en de PDF’s kunnen worden gemaakt.",
        format!("De website en de PDF’s kunnen niet worden gemaakt: {}.", fouten(errors)),
    )];
    if warnings > 0 {
        punten.push(Punt::new(Stand::Let, format!("In dit document: {}.", waarschuwingen(warnings))));
    }
    punten
}

/// What parties decide, in the order in which it comes.
fn parties(document: &Overeenkomst) -> Vec<Punt> {
    let open = document.openstaand();
    let is_open = |wanted: fn(&Openstaand) -> bool| open.iter().any(wanted);
    let mut punten = Vec::new();
    if document.soort.zijn_afspraken() {
        punten.push(Punt::done(
            !is_open(|open| matches!(open, Openstaand::Akkoord)),
            "De onderhandelaars zijn het eens.",
            nog_te_doen(Openstaand::Akkoord),
        ));
    }
    punten.extend(document.goedkeuringen.iter().map(decision));
    punten.extend(document.goedkeuringen.iter().filter_map(reservation));
    punten.push(Punt::done(
        !is_open(|open| matches!(open, Openstaand::Vaststelling)),
        format!("De tekst is vastgesteld{}.", since(document, Status::Vastgesteld)),
        nog_te_doen(Openstaand::Vaststelling),
    ));
    if document.soort.zijn_afspraken() {
        punten.push(Punt::done(
            !is_open(|open| matches!(open, Openstaand::Ondertekening)),
            format!("De partijen hebben ondertekend{}.", since(document, Status::Ondertekend)),
            nog_te_doen(Openstaand::Ondertekening),
        ));
    }
    punten
}

fn decision(goedkeuring: &Goedkeuring) -> Punt {
    let Goedkeuring { orgaan, partij, soort, datum, .. } = goedkeuring;
    let who = format!("{} ({})", orgaan.value, partij.naam);
    match (datum, soort) {
        (Some(datum), GoedkeuringSoort::Kennisname) => {
            Punt::new(Stand::Klaar, format!("Ingelicht op {}: {who}.", datum.voluit()))
        }
        (Some(datum), _) => Punt::new(Stand::Klaar, format!("Besloten op {}: {who}.", datum.voluit())),
        (None, GoedkeuringSoort::Kennisname) => Punt::new(Stand::Let, format!("Nog niet ingelicht: {who}.")),
        (None, _) => Punt::new(Stand::Open, nog_te_doen(Openstaand::Goedkeuring(goedkeuring))),
    }
}

fn reservation(goedkeuring: &Goedkeuring) -> Option<Punt> {
    let voorbehoud = goedkeuring.voorbehoud.as_ref()?;
    let who = format!("{} ({})", goedkeuring.orgaan.value, goedkeuring.partij.naam);
    Some(match voorbehoud.opgeheven {
        Some(datum) => Punt::new(Stand::Klaar, format!("Voorbehoud opgeheven op {}: {who}.", datum.voluit())),
        None => Punt::new(Stand::Open, nog_te_doen(Openstaand::Voorbehoud(goedkeuring, voorbehoud))),
    })
}

fn since(document: &Overeenkomst, status: Status) -> String {
    let datum = document.datums.iter().find(|(reached, _)| *reached == status);
    datum.map_or_else(String::new, |(_, datum)| format!(" op {}", datum.voluit()))
}

/// When and where it goes online. Being late is no reason to wait longer.
fn publication(scene: Scene, document: &Overeenkomst) -> Vec<Punt> {
    let publicatie = &document.publicatie;
    let late = |datum: Datum| datum > publicatie.uiterlijk;
    let mut punten = vec![match publicatie.datum {
        None => Punt::new(Stand::Open, nog_te_doen(Openstaand::Publicatiedatum)),
        Some(datum) if late(datum) => Punt::new(
            Stand::Let,
            format!("De publicatie is op {}. Dat is na {}.", datum.voluit(), publicatie.uiterlijk.voluit()),
        ),
        Some(datum) => Punt::new(
            Stand::Klaar,
            format!(
                "De publicatie is op {}: op tijd voor {}.",
                datum.voluit(),
                publicatie.uiterlijk.voluit()
            ),
        ),
    }];
    let site = &scene.project.site;
    punten.push(if site.basis_url.is_some() {
        Punt::new(Stand::Klaar, "Het adres van de website is bekend.")
    } else {
        Punt::new(Stand::Let, "Het adres van de website staat niet in `site.yaml` (`basis_url`).")
    });
    let reachable =
        site.contact.as_ref().is_some_and(|contact| contact.email.is_some() || contact.telefoon.is_some());
    punten.push(if reachable {
        Punt::new(Stand::Klaar, "Lezers weten bij wie zij terechtkunnen.")
    } else {
        Punt::new(Stand::Let, "In `site.yaml` staat geen e-mailadres of telefoonnummer (`contact`).")
    });
    punten
}

/// What each family of rules found in the document, those about publication apart:
/// their points stand above.
fn text(scene: Scene, document: &Overeenkomst, judged: &[Diagnostic]) -> Vec<Punt> {
    const FAMILIES: [(char, &str); 6] = [
        ('S', "Duidelijke afspraken: wie, wat en wanneer"),
        ('W', "Wederkerigheid"),
        ('T', "Toegankelijkheid"),
        ('V', "Verwijzingen"),
        ('L', "Begrijpelijke taal"),
        ('G', "Cijfers"),
    ];
    let point = |(family, name): (char, &str)| {
        let own = || {
            judged.iter().filter(|found| found.code.id().starts_with(family) && is_in(scene, document, found))
        };
        let (errors, warnings, advice) =
            (count(own(), Severity::Error), count(own(), Severity::Warning), count(own(), Severity::Advice));
        let parts =
            [(errors, fouten(errors)), (warnings, waarschuwingen(warnings)), (advice, adviezen(advice))];
        let said: Vec<String> =
            parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        match (errors, said.is_empty()) {
            (_, true) => Punt::new(Stand::Klaar, format!("{name}: niets gevonden.")),
            (0, false) => Punt::new(Stand::Let, format!("{name}: {}.", said.join(", "))),
            _ => Punt::new(Stand::Open, format!("{name}: {}.", said.join(", "))),
        }
    };
    FAMILIES.into_iter().map(point).collect()
}

/// Whether something was found in a file of the document.
pub fn is_in(scene: Scene, document: &Overeenkomst, found: &Diagnostic) -> bool {
    match &found.place {
        Place::Text(span) => document.bestanden().contains(&span.source),
        Place::File(path) => {
            scene.sources.find(path).is_some_and(|(id, _)| document.bestanden().contains(&id))
        }
        Place::Theme { .. } => false,
    }
}

fn count<'d>(found: impl Iterator<Item = &'d Diagnostic>, severity: Severity) -> usize {
    found.filter(|found| found.severity() == severity).count()
}

fn fouten(count: usize) -> String {
    plural(count, "fout", "fouten")
}

fn waarschuwingen(count: usize) -> String {
    plural(count, "waarschuwing", "waarschuwingen")
}

fn adviezen(count: usize) -> String {
    plural(count, "advies", "adviezen")
}

fn plural(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// What still has to be done, as users read it.
pub fn nog_te_doen(openstaand: Openstaand) -> String {
    match openstaand {
        Openstaand::Akkoord => "De onderhandelaars zijn het nog niet eens (status: concept).".to_owned(),
        Openstaand::Goedkeuring(goedkeuring) => {
            let nog = match goedkeuring.soort {
                GoedkeuringSoort::Vaststelling => "Nog niet vastgesteld door",
                GoedkeuringSoort::Mandaat => "Nog geen mandaat van",
                GoedkeuringSoort::Instemming => "Nog geen instemming van",
                GoedkeuringSoort::Goedkeuring | GoedkeuringSoort::Kennisname => "Nog niet goedgekeurd:",
            };
            format!("{nog} {} ({}).", goedkeuring.orgaan.value, goedkeuring.partij.naam)
        }
        Openstaand::Voorbehoud(goedkeuring, voorbehoud) => {
            format!(
                "Nog een voorbehoud van {} ({}): {}",
                goedkeuring.orgaan.value, goedkeuring.partij.naam, voorbehoud.tekst
            )
        }
        Openstaand::Vaststelling => "De partijen hebben de afspraken nog niet vastgesteld.".to_owned(),
        Openstaand::Ondertekening => "De afspraken zijn nog niet ondertekend.".to_owned(),
        Openstaand::Publicatiedatum => "Er is nog geen publicatiedatum ingevuld.".to_owned(),
    }
}
