//! How documents belong together: each that another names is there, and stands
//! in that other's time and company.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Gebied, Overeenkomst, OvereenkomstSoort, PartijId, Project, Rol, Slug, Status, Thema};
use crate::order::SortedSet;
use crate::source::{Sources, Spanned};

/// What shows beside the documents that `document` names in its head.
pub fn check(project: &Project, sources: &Sources, document: &Overeenkomst) -> Vec<Diagnostic> {
    let names = document.vervangt.iter().chain(&document.hoort_bij);
    let mut found: Vec<_> = names.filter_map(|name| known(project, sources, document, name)).collect();
    found.extend(has_parent(document));
    found.extend(one_year(document));
    if let Some(boven) = project.boven(document).filter(|boven| boven.slug != document.slug) {
        found.extend(kind_of_parent(document, boven));
        found.extend(within_term(document, boven));
        found.extend(parties_of_parent(document, boven));
    }
    found.extend(worked_out(project, document));
    found.extend(has_meetings(document));
    found.extend(whose(document));
    found.extend(five_years(document));
    found
}

/// What shows beside documents that are not named.
pub fn together(project: &Project) -> Vec<Diagnostic> {
    let documents = project.overeenkomsten.iter();
    let mut found: Vec<_> =
        documents.filter_map(|document| replaced_in_a_circle(project, document)).collect();
    found.extend(in_force_together(project));
    found
}

/// A document names another one that is there.
fn known(
    project: &Project,
    sources: &Sources,
    document: &Overeenkomst,
    name: &Spanned<Slug>,
) -> Option<Diagnostic> {
    let slugs = || project.overeenkomsten.iter().map(|document| document.slug.as_str());
    if name.value == document.slug {
        return Some(
            Diagnostic::at(Code::V109, name.span, "Deze overeenkomst noemt hier zichzelf.")
                .label("deze map")
                .hint("Noem de map van de andere overeenkomst."),
        );
    }
    if project.overeenkomst(name.value.as_str()).is_some() || is_unread(sources, &name.value) {
        return None;
    }
    let hint = did_you_mean(name.value.as_str(), slugs()).unwrap_or_else(|| {
        format!("Noem de map van de overeenkomst. Kies uit: {}.", slugs().collect::<Vec<_>>().join(", "))
    });
    Some(
        Diagnostic::at(Code::V109, name.span, format!("Er is geen overeenkomst `{}`.", name.value))
            .label("onbekend")
            .hint(hint),
    )
}

/// Whether the document is there, but could not be read: it has a message of its own.
fn is_unread(sources: &Sources, slug: &Slug) -> bool {
    let files = sources.files().map(|(_, file)| &file.path).chain(sources.unread());
    files
        .filter(|path| path.file_name() == "overeenkomst.md")
        .any(|path| Slug::of(path.folder()).as_ref() == Some(slug))
}

/// A slice is a slice of something, and a look back looks back on something
/// (handbook lines 194 and 624).
fn has_parent(document: &Overeenkomst) -> Option<Diagnostic> {
    if !document.soort.staat_niet_alleen() || document.hoort_bij.is_some() {
        return None;
    }
    let (message, hint) = match document.soort {
        OvereenkomstSoort::Jaarschijf => (
            "Deze jaarschijf zegt niet bij welke afspraken zij hoort.",
            "Zet er een regel `hoort_bij: …` bij, met de map van de meerjarenafspraken. Staat zij op zichzelf? Kies dan `soort: jaarafspraken`.",
        ),
        _ => (
            "Deze evaluatie zegt niet op welke afspraken zij terugkijkt.",
            "Zet er een regel `hoort_bij: …` bij, met de map van die afspraken.",
        ),
    };
    Some(
        Diagnostic::at(Code::P101, document.plaatsen.soort, message)
            .label("hier hoort `hoort_bij` bij")
            .hint(hint),
    )
}

/// What it stands under is of a kind that it can stand under.
fn kind_of_parent(document: &Overeenkomst, boven: &Overeenkomst) -> Option<Diagnostic> {
    if document.soort.kan_horen_bij(boven.soort) {
        return None;
    }
    let name = document.hoort_bij.as_ref()?;
    let possible: Vec<&str> = OvereenkomstSoort::WORDS
        .iter()
        .filter(|word| {
            OvereenkomstSoort::from_word(word).is_some_and(|soort| document.soort.kan_horen_bij(soort))
        })
        .copied()
        .collect();
    let hint = match possible.as_slice() {
        [] => "Haal `hoort_bij` weg.".to_owned(),
        words => format!("Noem een overeenkomst met een van deze soorten: {}.", words.join(", ")),
    };
    Some(
        Diagnostic::at(
            Code::P102,
            name.span,
            format!(
                "Een document van de soort `{}` kan niet horen bij een van de soort `{}`.",
                document.soort.word(),
                boven.soort.word()
            ),
        )
        .label(format!("dit is `{}`", boven.soort.word()))
        .note(document.plaatsen.soort, "soort van dit document")
        .note(boven.plaatsen.soort, "soort van het andere")
        .hint(hint),
    )
}

/// A slice covers one calendar year.
fn one_year(document: &Overeenkomst) -> Option<Diagnostic> {
    let one = document.looptijd.hele_jaren().is_some_and(|(van, tot)| van == tot);
    if document.soort != OvereenkomstSoort::Jaarschijf || one {
        return None;
    }
    Some(
        Diagnostic::at(Code::P103, document.plaatsen.looptijd, "Een jaarschijf gaat over één kalenderjaar.")
            .label("dit is niet één heel jaar")
            .hint(format!("Schrijf alleen het jaar: `looptijd: {}`.", document.looptijd.van().jaar())),
    )
}

/// What works out a document, or looks back on it, does so within its term.
fn within_term(document: &Overeenkomst, boven: &Overeenkomst) -> Option<Diagnostic> {
    let free = matches!(document.soort, OvereenkomstSoort::Bod | OvereenkomstSoort::Spelregels);
    if free || boven.looptijd.omvat(document.looptijd) {
        return None;
    }
    Some(
        Diagnostic::at(
            Code::P104,
            document.plaatsen.looptijd,
            format!(
                "Deze looptijd valt niet binnen die van “{}”: {} tot en met {}.",
                boven.titel,
                boven.looptijd.van().voluit(),
                boven.looptijd.tot_en_met().voluit()
            ),
        )
        .label("steekt uit")
        .note(boven.plaatsen.looptijd, "looptijd van het document erboven")
        .hint("Pas een van de twee aan, of noem bij `hoort_bij` een ander document."),
    )
}

/// Whoever takes part in a slice, or in a document under a framework, takes
/// part in what it works out.
fn parties_of_parent(document: &Overeenkomst, boven: &Overeenkomst) -> Vec<Diagnostic> {
    // A look back may have an outsider in it, and an offer is of one party.
    let bound = document.soort.zijn_afspraken() && document.soort != OvereenkomstSoort::Spelregels;
    if !bound || !boven.volledigheid.is_volledig() {
        return Vec::new();
    }
    let above = |id: &PartijId| boven.partijen.iter().any(|partij| partij.id == *id);
    let parties = document.partijen.iter().zip(&document.plaatsen.partijen);
    parties
        .filter(|(partij, _)| !above(&partij.id))
        .map(|(partij, span)| {
            Diagnostic::at(
                Code::P105,
                *span,
                format!("{} doet niet mee in “{}”, waar dit document bij hoort.", partij.naam, boven.titel),
            )
            .label("alleen hier partij")
            .hint(format!("Noem deze partij ook bij `partijen` van `{}`, of haal haar hier weg.", boven.slug))
        })
        .collect()
}

/// What an agreement works out is an agreement of the document above it.
fn worked_out(project: &Project, document: &Overeenkomst) -> Vec<Diagnostic> {
    let named = || document.afspraken().flat_map(|afspraak| &afspraak.werkt_uit);
    if document.hoort_bij.is_none() && document.volledigheid.is_volledig() {
        return named()
            .map(|name| {
                Diagnostic::at(Code::P112, name.span, "Dit document hoort bij geen ander document, dus hier valt niets uit te werken.")
                    .label("waar staat deze afspraak?")
                    .hint("Zet in `overeenkomst.md` een regel `hoort_bij: …`. Staat de afspraak in dit document zelf? Gebruik dan `onder`.")
            })
            .collect();
    }
    let Some(boven) = project.boven(document).filter(|boven| boven.volledigheid.is_volledig()) else {
        return Vec::new();
    };
    let numbers = || boven.afspraken().map(|afspraak| afspraak.nummer.as_str());
    let unknown = named().filter(|name| boven.afspraak(name.value.as_str()).is_none());
    unknown
        .map(|name| {
            let message = format!("In “{}” staat geen afspraak {}.", boven.titel, name.value);
            let hint = did_you_mean(name.value.as_str(), numbers())
                .unwrap_or_else(|| format!("Noem een nummer uit `{}`.", boven.slug));
            Diagnostic::at(Code::P112, name.span, message).label("onbekend nummer").hint(hint)
        })
        .collect()
}

/// Rules of the game say who meets when (handbook line 570).
fn has_meetings(document: &Overeenkomst) -> Option<Diagnostic> {
    let missing = document.soort == OvereenkomstSoort::Spelregels
        && document.overleg.is_empty()
        && document.volledigheid.is_volledig();
    missing.then(|| {
        Diagnostic::at(Code::P113, document.plaatsen.soort, "Deze spelregels zeggen niet welk overleg er is.")
            .label("hier hoort `overleg` bij")
            .hint("Schrijf onder `overleg:` een regel per overleg, zoals `- {naam: Bestuurlijk overleg, hoe_vaak: vier keer per jaar}`.")
    })
}

/// An offer says whose it is; nothing else is one party's (handbook lines 554, 645 and 646).
fn whose(document: &Overeenkomst) -> Option<Diagnostic> {
    let is_offer = document.soort == OvereenkomstSoort::Bod;
    match (is_offer, document.van.is_empty()) {
        // Whoever was named may be one that could not be found.
        (true, true) if document.volledigheid.is_volledig() => Some(
            Diagnostic::at(Code::P106, document.plaatsen.soort, "Dit bod zegt niet van wie het is.")
                .label("hier hoort `van` bij")
                .hint("Zet er een regel `van: …` bij, met de id van de partij die dit aanbiedt."),
        ),
        (false, false) => Some(
            Diagnostic::at(Code::P106, document.plaatsen.soort, "Alleen een bod is van één partij.")
                .label("dit is geen bod")
                .hint("Haal de regel `van: …` weg, of kies `soort: bod`."),
        ),
        _ => None,
    }
}

/// The overview of a corporation is about the next five calendar years
/// (Woningwet art. 43 lid 1). That of another party may be about less.
fn five_years(document: &Overeenkomst) -> Option<Diagnostic> {
    let of_corporation = document.van.iter().any(|partij| partij.rol == Rol::Corporatie);
    let years = document.looptijd.hele_jaren().map(|(van, tot)| tot.getal() - van.getal() + 1);
    if document.soort != OvereenkomstSoort::Bod || !of_corporation || years == Some(5) {
        return None;
    }
    let van = document.looptijd.van().jaar();
    Some(
        Diagnostic::at(
            Code::P107,
            document.plaatsen.looptijd,
            "Het bod van een corporatie gaat over de eerstvolgende vijf kalenderjaren.",
        )
        .label("dit zijn niet vijf hele jaren")
        .hint(format!("Schrijf `looptijd: {van}-{}` (Woningwet, artikel 43 lid 1).", van.getal() + 4)),
    )
}

/// No document comes, by way of others, in its own place.
fn replaced_in_a_circle(project: &Project, document: &Overeenkomst) -> Option<Diagnostic> {
    let mut seen: SortedSet<&Slug> = SortedSet::new();
    // One that names itself is told so as such.
    let others = document.vervangt.iter().map(|name| &name.value).filter(|slug| **slug != document.slug);
    let mut open: Vec<&Slug> = others.collect();
    while let Some(slug) = open.pop() {
        if *slug == document.slug {
            let name = document.vervangt.first().filter(|name| name.value != document.slug)?;
            // Told once: at the first of the circle.
            let first = seen.iter().all(|other| document.slug <= **other);
            return first.then(|| {
                Diagnostic::at(Code::P108, name.span, "Deze documenten komen in elkaars plaats.")
                    .label("en dat vervangt, via andere, dit document zelf")
                    .hint("Alleen het nieuwere document noemt het oudere bij `vervangt`.")
            });
        }
        if seen.insert(slug) {
            let other = project.overeenkomst(slug.as_str());
            open.extend(other.into_iter().flat_map(|other| other.vervangt.iter().map(|name| &name.value)));
        }
    }
    None
}

/// Of two documents for the same municipality, parties, subject and days,
/// readers cannot tell which one holds. Documents about different subjects may
/// well stand beside each other (handbook line 194).
fn in_force_together(project: &Project) -> Vec<Diagnostic> {
    let holds = |document: &&Arc<Overeenkomst>| {
        matches!(document.status, Status::Vastgesteld | Status::Ondertekend)
            && matches!(
                document.soort,
                OvereenkomstSoort::Meerjarenafspraken | OvereenkomstSoort::Jaarafspraken
            )
    };
    let mut by_area: HashMap<&Gebied, Vec<&Arc<Overeenkomst>>> = HashMap::new();
    let mut found = Vec::new();
    for other in project.overeenkomsten.iter().filter(holds) {
        let of_area = by_area.entry(&other.gebied).or_default();
        for &one in of_area.iter() {
            if !one.looptijd.overlapt(other.looptijd) || !same_subject(one, other) {
                continue;
            }
            // The message is at the later one.
            let (earlier, later) = if one.looptijd <= other.looptijd { (one, other) } else { (other, one) };
            let replaces = later.vervangt.iter().any(|name| name.value == earlier.slug);
            let hint = if replaces {
                "Geldt het oudere niet meer? Geef dat `status: vervallen`, of laat zijn looptijd eerder eindigen."
            } else {
                "Komt het ene in de plaats van het andere? Noem dat bij `vervangt`, en kort de looptijd van het oudere in. Hoort het erbij? Gebruik `hoort_bij`."
            };
            found.push(
                Diagnostic::at(
                    Code::P109,
                    later.plaatsen.looptijd,
                    format!(
                        "Deze afspraken en “{}” gelden een tijd tegelijk, voor dezelfde partijen en onderwerpen.",
                        earlier.titel
                    ),
                )
                .label("overlapt")
                .note(earlier.plaatsen.looptijd, "met deze looptijd")
                .hint(hint),
            );
        }
        of_area.push(other);
    }
    found
}

fn same_subject(one: &Overeenkomst, other: &Overeenkomst) -> bool {
    let parties = |document: &Overeenkomst| -> SortedSet<PartijId> {
        document.partijen.iter().map(|partij| partij.id.clone()).collect()
    };
    let is_in_both = |thema: &Thema| other.themas().any(|own| own.thema.as_str() == thema.thema.as_str());
    parties(one) == parties(other) && one.themas().any(is_in_both)
}
