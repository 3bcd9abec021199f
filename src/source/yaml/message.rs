//! What is wrong with YAML, for a Dutch reader: the parser's errors in our words,
//! and what it would read past without one.

use serde_saphyr::Error;

use super::Yaml;
use super::loss::{self, Kind, Lost};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::source::Span;

impl Yaml<'_> {
    /// What is wrong, by the parser's error.
    pub(super) fn diagnostic(&self, error: &Error) -> Diagnostic {
        let error = error.without_snippet();
        let span = error.location().map_or_else(|| self.whole_span(), |location| self.span(location));
        let at = |code, message: String| Diagnostic::at(code, span, message);
        match error {
            Error::AliasError { error, .. } => self.diagnostic(error),
            Error::SerdeUnknownField { field, expected, .. } => {
                let hint = did_you_mean(field, expected.iter().copied())
                    .unwrap_or_else(|| format!("Hier mag staan: {}.", expected.join(", ")));
                at(Code::Y102, format!("De sleutel `{field}` bestaat hier niet."))
                    .label("onbekende sleutel")
                    .hint(hint)
            }
            Error::SerdeMissingField { field, location } => {
                // The parser points at the last block that it read; what is missing at
                // the outermost level is missing from the start.
                let outermost = location.column() <= 1;
                let place = if outermost { self.first_line() } else { span };
                Diagnostic::at(Code::Y105, place, format!("De sleutel `{field}` ontbreekt."))
                    .label("hoort bij dit deel")
                    .hint(format!("Zet er een regel `{field}: …` bij."))
            }
            Error::DuplicateMappingKey { key, .. } => {
                let key = key.as_deref().unwrap_or("…");
                at(Code::Y104, format!("De sleutel `{key}` staat hier twee keer."))
                    .label("tweede keer")
                    .hint("Haal er een weg, of voeg de twee samen.")
            }
            Error::NullIntoString { .. } => self.lost_at(span).unwrap_or_else(|| Self::no_value(span)),
            Error::SerdeInvalidType { unexpected, expected, .. }
            | Error::SerdeInvalidValue { unexpected, expected, .. } => at(
                Code::Y103,
                format!("Hier staat {}, maar er hoort {} te staan.", dutch(unexpected), dutch(expected)),
            )
            .label(format!("verwacht: {}", dutch(expected))),
            Error::Unexpected { expected, .. } => {
                at(Code::Y103, format!("Hier hoort {} te staan.", dutch(expected)))
                    .label(format!("verwacht: {}", dutch(expected)))
                    .maybe_hint(self.list_or_map_hint(expected))
            }
            Error::InvalidScalar { ty, .. } => at(Code::Y103, format!("Hier hoort {} te staan.", dutch(ty)))
                .label(format!("verwacht: {}", dutch(ty))),
            Error::Budget { .. }
            | Error::AliasReplayLimitExceeded { .. }
            | Error::AliasReplayCounterOverflow { .. }
            | Error::AliasExpansionLimitExceeded { .. }
            | Error::AliasReplayStackDepthExceeded { .. } => {
                at(Code::Y107, "Deze YAML is te groot of te diep genest.".into())
                    .hint("Schrijf de waarden voluit, zonder `&` en `*`.")
            }
            Error::UnknownAnchor { .. } => {
                at(Code::Y101, "Een waarde die met `*` begint, verwijst naar iets dat er niet is.".into())
                    .hint("Zet de tekst tussen aanhalingstekens: \"…\".")
            }
            Error::MultipleDocuments { .. } => {
                at(Code::Y101, "Hier begint een tweede stuk YAML.".into()).hint("Haal de regel `---` weg.")
            }
            _ => self.syntax(&error.to_string(), span),
        }
    }

    /// What is wrong with the YAML itself, by the parser's words for it.
    fn syntax(&self, reason: &str, span: Span) -> Diagnostic {
        if let Some(cut_off) = self.cut_off_before(span) {
            return cut_off;
        }
        let (span, message, hint) = if let Some(tab) = self.tab_from(span) {
            (tab, "Hier is ingesprongen met de Tab-toets.", "Gebruik spaties om in te springen.")
        } else if reason.contains("unclosed quote") || reason.contains("end of stream") {
            (
                span,
                "Van deze tekst ontbreekt het tweede aanhalingsteken.",
                "Zet aan het eind van de tekst ook een aanhalingsteken.",
            )
        } else if reason.contains("flow mapping")
            || reason.contains("flow sequence")
            || reason.contains("illegal placement")
        {
            (
                span,
                "Voor dit teken ontbreekt een haakje of een komma.",
                "Kijk of elk haakje dat opengaat ook dichtgaat, en of er komma's tussen de waarden staan.",
            )
        } else if reason.contains("mapping values are not allowed") {
            (
                span,
                "Hier kan geen dubbele punt staan.",
                "Staat er een dubbele punt in de tekst? Zet de hele tekst dan tussen aanhalingstekens: \"…\". Anders klopt het inspringen niet.",
            )
        } else if reason.contains("trailing content") || reason.contains("unexpected character") {
            (
                span,
                "Dit teken kan hier niet staan.",
                "Zet de hele tekst tussen dubbele aanhalingstekens (\"…\"), of kijk of er hierboven een aanhalingsteken ontbreekt.",
            )
        } else {
            (
                span,
                "De YAML klopt hier niet.",
                "Kijk naar het inspringen, naar de spatie na elke dubbele punt, en naar aanhalingstekens om tekst met leestekens.",
            )
        };
        Diagnostic::at(Code::Y101, span, message).label("hier loopt het vast").hint(hint)
    }

    fn list_or_map_hint(&self, expected: &str) -> Option<String> {
        match expected {
            e if e.contains("sequence") => {
                Some("Schrijf een lijst als `[een, twee]`, of elk op een regel met `- ` ervoor.".into())
            }
            e if e.contains("mapping") => {
                Some("Schrijf paren als `sleutel: waarde`, elk op een eigen regel.".into())
            }
            _ => None,
        }
    }

    /// What no value would hold: each is told, since nobody would see that it is gone.
    pub fn losses(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        loss::lost(self.text).into_iter().map(|lost| self.loss(&lost))
    }

    /// What is lost in a stretch of the file.
    fn lost_at(&self, span: Span) -> Option<Diagnostic> {
        let start = (span.start as usize).checked_sub(self.offset)?;
        let is_there = |lost: &Lost| {
            self.text.get(start..lost.range.start).is_some_and(|between| !between.contains('\n'))
        };
        loss::lost(self.text).iter().find(|lost| is_there(lost)).map(|lost| self.loss(lost))
    }

    /// A text that ` #` cut off before the YAML went wrong is what went wrong.
    fn cut_off_before(&self, span: Span) -> Option<Diagnostic> {
        let within = |at: u32| (at as usize).saturating_sub(self.offset);
        let (start, end) = (within(span.start), within(span.end));
        let is_cut = |lost: &Lost| matches!(lost.kind, Kind::Comment { .. } | Kind::CommentBelow);
        let lost = loss::lost(self.text).into_iter().rfind(|lost| lost.range.start <= end && is_cut(lost));
        lost.or_else(|| loss::cut_bracket(self.text, start)).map(|lost| self.loss(&lost))
    }

    fn loss(&self, lost: &Lost) -> Diagnostic {
        let typed = &self.text[lost.range.clone()];
        let start = self.offset + lost.range.start;
        let span = Span::new(self.source, start..self.offset + lost.range.end);
        let quotes = "Zet de hele tekst tussen aanhalingstekens: \"…\".";
        let (code, message, hint) = match &lost.kind {
            Kind::Comment { value } => {
                let value = value.as_deref().unwrap_or("\"…\"");
                (
                    Code::Y109,
                    format!("Hier houdt de waarde op: `{typed}` is voor YAML een opmerking."),
                    format!("Hoort het bij de tekst? Zet alles tussen aanhalingstekens: `{value}`. Is het een opmerking? Zet haar op een eigen regel erboven."),
                )
            }
            Kind::CommentBelow => (
                Code::Y109,
                format!("De tekst erboven gaat hier niet verder: `{typed}` is voor YAML een opmerking."),
                "Hoort de regel bij de tekst? Zet alles tussen aanhalingstekens: \"…\". Is het een opmerking? Begin haar vooraan op de regel.".to_owned(),
            ),
            Kind::Property => (
                Code::Y110,
                format!("`{typed}` is voor YAML geen tekst, en valt weg."),
                quotes.to_owned(),
            ),
            Kind::Nothing => (
                Code::Y110,
                format!("`{typed}` betekent in YAML: niets."),
                "Hoort het er als tekst te staan? Zet er dan aanhalingstekens om. Haal de regel anders weg.".to_owned(),
            ),
            Kind::Escape => (
                Code::Y110,
                format!("`{typed}` wordt hier een spatie."),
                format!("Schrijf `\\{typed}` als er een backslash hoort te staan, en anders een spatie."),
            ),
            Kind::Instruction => (
                Code::Y110,
                format!("`{typed}` is voor YAML geen tekst, en valt weg."),
                format!("Haal het weg. {quotes}"),
            ),
        };
        Diagnostic::at(code, span, message).label("dit gaat verloren").hint(hint)
    }
}

/// The parser's words for kinds of values, for a Dutch reader.
fn dutch(kind: &str) -> String {
    let lower = kind.to_lowercase();
    let word = if lower.contains("sequence") {
        "een lijst"
    } else if lower.contains("mapping") || lower.contains("map") || lower.contains("struct") {
        "een blok met sleutels en waarden"
    } else if lower.contains("string") || lower.contains("scalar") {
        "tekst"
    } else if lower.contains("bool") {
        "`true` of `false`"
    } else if lower.contains("float") {
        "een getal"
    } else if lower.contains("integer")
        || lower.contains("u32")
        || lower.contains("i32")
        || lower.contains("u16")
    {
        "een heel getal"
    } else if lower.contains("unit") || lower.contains("null") {
        "niets"
    } else {
        return kind.to_owned();
    };
    word.into()
}
