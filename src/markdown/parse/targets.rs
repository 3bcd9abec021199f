//! Where links and pictures lead, and which of those places are refused.

use ecow::EcoString;
use pulldown_cmark::LinkType;

use super::reader::{AGREEMENT, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::typography::Typographer;
use crate::markdown::{Picture, Target};
use crate::source::{ContentPath, Span};

impl Reader<'_, '_> {
    pub(super) fn target(&mut self, kind: LinkType, address: &str, id: &str, span: Span) -> Option<Target> {
        match kind {
            LinkType::WikiLink { .. } => return Some(Target::Term(address.into())),
            LinkType::Email => return Some(Target::Outside(ecow::eco_format!("mailto:{address}"))),
            LinkType::ShortcutUnknown | LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => {
                return (address == AGREEMENT).then(|| Target::Agreement(id.into()));
            }
            _ => {}
        }
        match classify(address, self.markdown.path) {
            Ok(target) => Some(target),
            Err(Refused::Scheme) => {
                self.report(
                    Diagnostic::at(Code::V105, span, format!("Een verwijzing naar `{}` mag hier niet.", shorten(address)))
                        .label("dit adres")
                        .hint("Gebruik een adres dat begint met https://, mailto: of tel:, of de naam van een bestand."),
                );
                None
            }
            Err(Refused::Outside) => {
                self.report(outside(span, address));
                None
            }
        }
    }

    pub(super) fn picture(&mut self, address: &str, title: &str, alt: &str, span: Span) -> Option<Picture> {
        if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
            self.report(
                Diagnostic::at(
                    Code::V105,
                    span,
                    "Een afbeelding van een andere website kan niet worden opgenomen.",
                )
                .label("staat op een andere plek")
                .hint("Zet het bestand in de map `media` en verwijs daarnaar."),
            );
            return None;
        }
        let Some(path) = self.markdown.path.resolve(&percent_decode(address)) else {
            self.report(outside(span, address));
            return None;
        };
        let mut typographer = Typographer::default();
        let caption = (!title.trim().is_empty()).then(|| typographer.text(title.trim()));
        Some(Picture { path, alt: Typographer::default().text(alt.trim()), caption, span })
    }
}

/// Why a link is not made.
enum Refused {
    /// Its kind of address is not one of those that are safe.
    Scheme,
    /// It leads out of `content/`.
    Outside,
}

/// What an address that an author typed leads to. Only kinds that are known
/// to be harmless pass; `javascript:` and its many spellings are simply not
/// among them.
fn classify(address: &str, from: &ContentPath) -> Result<Target, Refused> {
    let address = address.trim();
    if address.is_empty() || address.chars().any(|c| c.is_control()) {
        return Err(Refused::Scheme);
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(Target::Anchor(anchor.into()));
    }
    let scheme_end = address.find([':', '/', '?', '#']);
    if let Some(end) = scheme_end.filter(|end| address[*end..].starts_with(':')) {
        let scheme = address[..end].to_ascii_lowercase();
        let allowed = match scheme.as_str() {
            "http" | "https" => crate::names::WebAdres::parse(address).is_ok(),
            "mailto" | "tel" => !address.contains(char::is_whitespace),
            _ => false,
        };
        return if allowed { Ok(Target::Outside(address.into())) } else { Err(Refused::Scheme) };
    }
    if address.starts_with("//") {
        return Err(Refused::Scheme);
    }
    let (path, anchor) =
        address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let path = from.resolve(&percent_decode(path)).ok_or(Refused::Outside)?;
    Ok(Target::File(path, anchor.filter(|anchor| !anchor.is_empty()).map(EcoString::from)))
}

/// `kaart%20noord.svg` is how editors write a name with a space in it.
fn percent_decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |byte: u8| char::from(byte).to_digit(16);
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let value = hex(*high).unwrap_or(0) * 16 + hex(*low).unwrap_or(0);
                bytes.push(value as u8);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn outside(span: Span, address: &str) -> Diagnostic {
    Diagnostic::at(
        Code::V108,
        span,
        format!("Het pad `{}` wijst buiten de map met bronnen.", shorten(address)),
    )
    .label("dit pad")
    .hint("Noem een bestand in de map `content`, gezien vanuit dit bestand, met `/` tussen de mappen.")
}

fn shorten(address: &str) -> String {
    const MOST: usize = 60;
    if address.chars().count() <= MOST {
        return address.to_owned();
    }
    address.chars().take(MOST).chain(['…']).collect()
}
