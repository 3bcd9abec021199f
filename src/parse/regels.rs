//! `regels` in `site.yaml` and `overeenkomst.md`, and `toegestaan` at an
//! agreement: what authors say about the rules of `afspraken check`.

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Regelfamilie, Regelkeuze, Regelniveau, Regels, Toegestaan};
use crate::rules;
use crate::source::Spanned;
use crate::source::shape::{Shape, Written};
use crate::source::yaml::{Pairs, Raw, Yaml};

/// `{L301: uit, S110: {niveau: advies, grens: 30}}`
pub type RawRegels = Pairs<Raw<Shape<RawKeuze>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawKeuze {
    niveau: Option<Raw<String>>,
    grens: Option<Raw<u32>>,
}

/// Reads what a site or document says about rules.
pub fn regels(reader: &mut Reader, yaml: &Yaml, raw: RawRegels) -> Regels {
    let mut regels = Regels::default();
    for (code, entry) in raw.0 {
        let code = yaml.place(code);
        let (niveau, grens) = keuze(reader, yaml, yaml.place(entry));
        if let Some(family) = Regelfamilie::from_word(&code.value) {
            no_limit(reader, grens.as_ref(), &code.value);
            regels.families.extend(niveau.map(|niveau| (family, niveau)));
            continue;
        }
        let Some(regel) = regel(reader, code) else { continue };
        if rules::find(regel.value).is_none_or(|rule| rule.limit.is_none()) {
            no_limit(reader, grens.as_ref(), regel.value.id());
        }
        regels.keuzes.push(Regelkeuze { regel, niveau, grens: grens.map(|grens| grens.value) });
    }
    regels
}

/// A weight, or a weight and a limit.
fn keuze(
    reader: &mut Reader,
    yaml: &Yaml,
    entry: Spanned<Shape<RawKeuze>>,
) -> (Option<Regelniveau>, Option<Spanned<u32>>) {
    let level = |reader: &mut Reader, word| {
        reader.word(word, "niveau van een regel", Regelniveau::WORDS, Regelniveau::from_word)
    };
    match entry.as_typed(reader.sources) {
        Written::Short(word) => (level(reader, word), None),
        Written::Full(raw) => {
            let niveau = raw.niveau.and_then(|raw| level(reader, yaml.place(raw)));
            (niveau, raw.grens.map(|raw| yaml.place(raw)))
        }
    }
}

fn no_limit(reader: &mut Reader, grens: Option<&Spanned<u32>>, what: &str) {
    if let Some(grens) = grens {
        reader.report(
            Diagnostic::at(Code::M191, grens.span, format!("De regel {what} heeft geen grens."))
                .label("deze grens")
                .hint("Haal `grens` weg."),
        );
    }
}

/// Reads which rules do not count at an agreement, each with the reason.
pub fn toegestaan(reader: &mut Reader, yaml: &Yaml, raw: Pairs<Raw<String>>) -> Vec<Toegestaan> {
    let mut allowed = Vec::new();
    for (code, reden) in raw.0 {
        let regel = regel(reader, yaml.place(code));
        let reden = reader.text(yaml, reden);
        allowed.extend(regel.zip(reden).map(|(regel, reden)| Toegestaan { regel, reden }));
    }
    allowed
}

fn regel(reader: &mut Reader, code: Spanned<String>) -> Option<Spanned<Code>> {
    let known = || rules::all().map(|rule| rule.code);
    let found = known().find(|known| known.id() == code.value);
    if found.is_none() {
        reader.report(
            Diagnostic::at(Code::M190, code.span, format!("De regel `{}` bestaat niet.", code.value))
                .label("onbekende regel")
                .hint(did_you_mean(&code.value, known().map(Code::id)).map_or_else(
                    || "Kijk met `afspraken check --explain` welke regels er zijn.".to_owned(),
                    |near| format!("Kijk met `afspraken check --explain` welke regels er zijn; {near}"),
                )),
        );
    }
    found.map(|value| Spanned { value, span: code.span })
}
