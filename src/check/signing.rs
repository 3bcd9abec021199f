//! Signing: for what each party signs, what it does not sign, and which body
//! decides (handbook lines 280, 306, 333 and 554).

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{
    Afspraak, GoedkeuringSoort, Ondertekenaar, Overeenkomst, OvereenkomstSoort, Partij, PartijId, Rol,
    Tekenwijze, Thema, Uitzondering, uitzondering,
};
use crate::source::Spanned;

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = council(document);
    found.extend(offer(document));
    found.extend(twice(document));
    found.extend(acts_all_the_same(document));
    if document.volledigheid.is_volledig() {
        found.extend(no_party(document));
        found.extend(unknown_parts(document));
        found.extend(nothing_left(document));
        found.extend(not_signing(document));
    }
    found
}

/// The college adopts prestatieafspraken; the council is told (line 306).
fn council(document: &Overeenkomst) -> Vec<Diagnostic> {
    let is_council = |orgaan: &str| {
        let orgaan = orgaan.to_lowercase();
        orgaan.contains("gemeenteraad") || ["raad", "de raad"].contains(&orgaan.as_str())
    };
    let adopted = document.goedkeuringen.iter().filter(|goedkeuring| {
        goedkeuring.soort == GoedkeuringSoort::Vaststelling && is_council(&goedkeuring.orgaan.value)
    });
    adopted
        .map(|goedkeuring| {
            Diagnostic::at(
                Code::M174,
                goedkeuring.orgaan.span,
                "De gemeenteraad stelt prestatieafspraken niet vast.",
            )
            .label("dit doet het college van burgemeester en wethouders")
            .hint("De raad stuurt op hoofdlijnen en wordt over de afspraken ingelicht. Schrijf `soort: kennisname`, en zet het college erbij met `soort: vaststelling`.")
        })
        .collect()
}

/// A corporation's raad van commissarissen approves its bod (line 554; Woningwet
/// art. 26 lid 1 onder j). Of a bod of others no such body is asked.
fn offer(document: &Overeenkomst) -> Vec<Diagnostic> {
    let supervises = |orgaan: &str| {
        let orgaan = orgaan.to_lowercase();
        ["commissaris", "toezicht", "rvc", "rvt"].iter().any(|word| orgaan.contains(word))
    };
    let is_approved = |partij: &Partij| {
        document
            .goedkeuringen
            .iter()
            .any(|goedkeuring| goedkeuring.partij.id == partij.id && supervises(&goedkeuring.orgaan.value))
    };
    if document.soort != OvereenkomstSoort::Bod || !document.volledigheid.is_volledig() {
        return Vec::new();
    }
    let corporations = document.van.iter().filter(|partij| partij.rol == Rol::Corporatie);
    corporations
        .filter(|partij| !is_approved(partij))
        .map(|partij| {
            Diagnostic::at(
                Code::M175,
                document.plaatsen.soort,
                format!("Bij dit bod van {} staat geen goedkeuring door de raad van commissarissen.", partij.naam),
            )
            .label("dit vraagt een goedkeuring")
            .hint(format!(
                "De raad van commissarissen keurt het overzicht van voorgenomen werkzaamheden goed (Woningwet, artikel 26). Zet onder `goedkeuringen:` een regel `- {{orgaan: raad van commissarissen, partij: {}}}`, met een `datum` zodra het besluit er is.",
                partij.id.as_str()
            ))
        })
        .collect()
}

/// Who does not sign a theme signs none of its agreements; saying so twice is
/// once too many.
fn twice(document: &Overeenkomst) -> Vec<Diagnostic> {
    let of_agreements = document.uitzonderingen().filter_map(|(thema, afspraak, own)| {
        afspraak?;
        Some((own, uitzondering(&thema.tekent_niet_mee, &own.partij.value.id)?))
    });
    of_agreements
        .map(|(own, of_theme)| {
            Diagnostic::at(
                Code::M172,
                own.partij.span,
                format!("{} tekent dit hele thema al niet mee.", own.partij.value.naam),
            )
            .label("dubbel")
            .note(of_theme.partij.span, "geldt voor het hele thema")
            .hint("Haal deze regel weg, of de regel in de kop van het thema.")
        })
        .collect()
}

/// Who promises something in an agreement can hardly leave its signature out.
fn acts_all_the_same(document: &Overeenkomst) -> Vec<Diagnostic> {
    let acts =
        |afspraak: &Afspraak, partij: &PartijId| afspraak.wie.iter().any(|inzet| inzet.partij.id == *partij);
    let warn = |thema: &Thema, afspraak: Option<&Afspraak>, own: &Uitzondering| {
        let Spanned { value: partij, span } = &own.partij;
        let meant = |known: &&Afspraak| afspraak.is_none_or(|afspraak| afspraak.nummer == known.nummer);
        let own = thema.afspraken().filter(meant).filter(|afspraak| acts(afspraak, &partij.id));
        let numbers: Vec<&str> = own.map(|afspraak| afspraak.nummer.as_str()).collect();
        let (first, more) = numbers.split_first()?;
        let where_to = if more.is_empty() {
            format!("afspraak {first}")
        } else {
            format!("de afspraken {}", numbers.join(", "))
        };
        Some(
            Diagnostic::at(
                Code::M171,
                *span,
                format!("{} tekent dit niet mee, maar doet zelf iets in {where_to}.", partij.naam),
            )
            .label("tekent niet mee")
            .hint("Een partij tekent voor wat zij zelf toezegt. Haal haar inzet weg onder `wie:`, of haal deze uitzondering weg."),
        )
    };
    document.uitzonderingen().filter_map(|(thema, afspraak, own)| warn(thema, afspraak, own)).collect()
}

/// Whoever signs is a party, of the document or of one theme (lines 280 and 658).
fn no_party(document: &Overeenkomst) -> Vec<Diagnostic> {
    let signs = |partij: &Partij| {
        document.partijen.iter().any(|known| known.id == partij.id)
            || document.extra_partijen().iter().any(|(known, _)| known.id == partij.id)
    };
    let strangers = document.ondertekening.door.iter().filter(|door| !signs(&door.partij.value));
    strangers
        .map(|door| {
            let Spanned { value: partij, span } = &door.partij;
            let message = format!("{} tekent, maar is geen partij in deze overeenkomst.", partij.naam);
            Diagnostic::at(Code::M184, *span, message).label("geen partij").hint(
                "Noem haar bij `partijen`, of bij `extra_partijen` in de kop van het thema waarin zij meedoet.",
            )
        })
        .collect()
}

/// `voor:` names themes and agreements of this document, and none that its
/// party is excepted from.
fn unknown_parts(document: &Overeenkomst) -> Vec<Diagnostic> {
    let themes = || document.themas().map(|thema| thema.thema.as_str());
    let numbers = || document.afspraken().map(|afspraak| afspraak.nummer.as_str());
    let mut found = Vec::new();
    for door in &document.ondertekening.door {
        for wanted in &door.voor {
            let partij = &door.partij.value;
            let thema = document.themas().find(|thema| thema.heet(&wanted.value));
            let exception = match (thema, document.afspraak(&wanted.value)) {
                (Some(thema), _) => uitzondering(&thema.tekent_niet_mee, &partij.id),
                (None, Some((thema, afspraak))) => uitzondering(&afspraak.tekent_niet_mee, &partij.id)
                    .or_else(|| uitzondering(&thema.tekent_niet_mee, &partij.id)),
                (None, None) => {
                    let hint = did_you_mean(&wanted.value, themes().chain(numbers())).unwrap_or_else(|| {
                        let themes = themes().collect::<Vec<_>>().join(", ");
                        format!("Schrijf het nummer van een afspraak, of de id van een thema: {themes}.")
                    });
                    found.push(
                        Diagnostic::at(
                            Code::M170,
                            wanted.span,
                            format!("`{}` is geen thema of afspraak van deze overeenkomst.", wanted.value),
                        )
                        .label("onbekend")
                        .hint(hint),
                    );
                    continue;
                }
            };
            if let Some(exception) = exception {
                found.push(
                    Diagnostic::at(
                        Code::M183,
                        wanted.span,
                        format!("{} tekent hier voor iets wat zij niet meetekent.", partij.naam),
                    )
                    .label("tekent hiervoor")
                    .note(exception.partij.span, "en hier niet mee")
                    .hint("Haal een van de twee weg."),
                );
            }
        }
    }
    found
}

/// A signatory has something to sign.
fn nothing_left(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen: Vec<&PartijId> = Vec::new();
    for door in &document.ondertekening.door {
        let partij = &door.partij.value;
        let known = door.voor.iter().all(|wanted| {
            document.afspraak(&wanted.value).is_some()
                || document.themas().any(|thema| thema.heet(&wanted.value))
        });
        let voor = document.tekent_voor(door);
        let nothing = voor.delen().is_some_and(<[_]>::is_empty);
        let is_party = document.partijen.iter().any(|known| known.id == partij.id)
            || document.extra_partijen().iter().any(|(known, _)| known.id == partij.id);
        if !is_party || !nothing || !known || seen.contains(&&partij.id) || document.themas().next().is_none()
        {
            continue;
        }
        seen.push(&partij.id);
        found.push(without_anything(document, door));
    }
    found
}

fn without_anything(document: &Overeenkomst, door: &Ondertekenaar) -> Diagnostic {
    let Spanned { value: partij, span } = &door.partij;
    let exception = document.uitzonderingen().find(|(_, _, own)| own.partij.value.id == partij.id);
    let message = format!("{} tekent, maar er blijft niets over waarvoor.", partij.naam);
    let diagnostic = Diagnostic::at(Code::M173, *span, message).label("tekent nergens voor");
    match exception {
        Some((_, _, own)) => diagnostic
            .note(own.partij.span, "hier tekent deze partij niet mee")
            .hint("Een partij tekent mee op onderdelen na. Tekent zij helemaal niet, haal haar dan weg onder `ondertekening:`."),
        None if document.ondertekening.voor == Tekenwijze::EigenInzet => diagnostic.hint(
            "Met `voor: eigen-inzet` tekent een partij voor de afspraken waarin zij iets doet. Zet haar inzet onder `wie:`, of schrijf achter haar naam `voor: [...]`.",
        ),
        None => diagnostic.hint("Kijk wat er achter `voor:` staat."),
    }
}

/// All parties sign (line 280); whoever signs no part is told of by name.
fn not_signing(document: &Overeenkomst) -> Vec<Diagnostic> {
    let ondertekening = &document.ondertekening;
    let Some(last) = ondertekening.door.last().filter(|_| ondertekening.volledigheid.is_volledig()) else {
        return Vec::new();
    };
    let signs = |partij: &Partij| ondertekening.door.iter().any(|door| door.partij.value.id == partij.id);
    document
        .partijen
        .iter()
        .filter(|partij| !signs(partij))
        .map(|partij| {
            Diagnostic::at(Code::M182, last.partij.span, format!("{} tekent niet.", partij.naam))
                .label("na deze partij")
                .hint(format!(
                    "Alle partijen tekenen. Zet er een regel bij met `partij: {}`. Tekent deze partij een onderdeel niet mee, schrijf daar dan `tekent_niet_mee:`.",
                    partij.id.as_str()
                ))
        })
        .collect()
}
