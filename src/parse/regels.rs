//! `regels` in `site.yaml` and `overeenkomst.md`, and `toegestaan` at an
//! agreement: what authors say about the rules of `afspraken check`.

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Regelkeuze, Regelniveau, Regels, Toegestaan};
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
    let mut keuzes: Vec<Regelkeuze> = Vec::new();
    for (code, entry) in raw.0 {
        let Some(regel) = regel(reader, yaml.place(code)) else { continue };
        let entry = yaml.place(entry);
        let level = |reader: &mut Reader, word| {
            reader.word(word, "niveau van een regel", Regelniveau::WORDS, Regelniveau::from_word)
        };
        let (niveau, grens) = match entry.as_typed(reader.sources) {
            Written::Short(word) => (level(reader, word), None),
            Written::Full(raw) => {
                let niveau = raw.niveau.and_then(|raw| level(reader, yaml.place(raw)));
                (niveau, raw.grens.map(|raw| yaml.place(raw)))
            }
        };
        if let Some(grens) = &grens
            && rules::find(regel.value).is_none_or(|rule| rule.limit.is_none())
        {
            reader.report(
                Diagnostic::at(
                    Code::M191,
                    grens.span,
                    format!("De regel {} heeft geen grens.", regel.value.id()),
                )
                .label("deze grens")
                .hint("Haal `grens` weg."),
            );
        }
        keuzes.push(Regelkeuze { regel, niveau, grens: grens.map(|grens| grens.value) });
    }
    Regels(keuzes)
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
