//! Extracts: of what there is, each once, and with something in them.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Documentwens, Overeenkomst, Wens};
use crate::source::{Span, Spanned};

pub fn check(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut found = twice(document);
    if document.volledigheid.is_volledig() {
        for wens in &document.documenten {
            found.extend(unknown_theme(document, wens).or_else(|| empty(document, wens)));
        }
    }
    found
}

fn unknown_theme(document: &Overeenkomst, wens: &Documentwens) -> Option<Diagnostic> {
    let Wens::Thema(Spanned { value: id, span }) = &wens.wat else { return None };
    let themes = || document.themas().map(|thema| thema.thema.as_str());
    if document.themas().any(|thema| thema.heet(id)) {
        return None;
    }
    let hint = did_you_mean(id, themes())
        .unwrap_or_else(|| format!("Kies uit: {}.", themes().collect::<Vec<_>>().join(", ")));
    Some(
        Diagnostic::at(Code::M177, *span, format!("Het thema `{id}` staat niet in deze overeenkomst."))
            .label("onbekend")
            .hint(hint),
    )
}

/// An extract that was asked for by name has something in it.
fn empty(document: &Overeenkomst, wens: &Documentwens) -> Option<Diagnostic> {
    let (span, message, hint) = match &wens.wat {
        Wens::Partij(partij) => (
            partij.span,
            format!("{} staat in geen enkele afspraak.", partij.value.naam),
            "Zet haar inzet onder `wie:`, of haal dit document weg.",
        ),
        Wens::Jaar(jaar) => (
            jaar.span,
            format!("Er is geen afspraak die in {} wordt uitgevoerd.", jaar.value),
            "Kies een jaar binnen de looptijd, waarin volgens `wanneer:` iets gebeurt.",
        ),
        Wens::Thema(_) | Wens::Themas | Wens::Partijen => return None,
    };
    if document.keuzes(wens).into_iter().any(|keuze| document.is_gevuld(keuze)) {
        return None;
    }
    Some(Diagnostic::at(Code::M178, span, message).label("dit document zou leeg zijn").hint(hint))
}

/// Two of one kind would be one file.
fn twice(document: &Overeenkomst) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut found = Vec::new();
    for wens in &document.documenten {
        let name = match &wens.wat {
            Wens::Themas => "themas".to_owned(),
            Wens::Partijen => "partijen".to_owned(),
            _ => match document.keuzes(wens).first() {
                Some(keuze) => keuze.naam(),
                None => continue,
            },
        };
        if let Some(first) = seen.insert(name, wens.span) {
            found.push(
                Diagnostic::at(Code::M179, wens.span, "Dit document staat er twee keer.")
                    .label("tweede keer")
                    .note(first, "eerste keer")
                    .hint("Haal een van de twee weg."),
            );
        }
    }
    found
}
