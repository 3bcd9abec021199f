//! Areas and target groups: the lists in `site.yaml`, and the names of them in
//! themes and agreements.

use std::sync::Arc;

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{GebiedSoort, Kenmerk, KenmerkFamilie, KenmerkId, KenmerkSoort, Kenmerken, sorteer};
use crate::source::Spanned;
use crate::source::yaml::{OneOrMany, Raw, Yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGebied {
    id: Raw<String>,
    naam: Raw<String>,
    soort: Raw<String>,
    toelichting: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDoelgroep {
    id: Raw<String>,
    naam: Raw<String>,
    toelichting: Option<Raw<String>>,
}

/// Reads both lists of `site.yaml`: areas in the order of the alphabet, target groups as they stand there.
pub fn lists(
    reader: &mut Reader,
    yaml: &Yaml,
    gebieden: Vec<RawGebied>,
    doelgroepen: Vec<RawDoelgroep>,
) -> Vec<Arc<Kenmerk>> {
    let mut kenmerken: Vec<Arc<Kenmerk>> = Vec::new();
    for raw in gebieden {
        let soort =
            reader.word(yaml.place(raw.soort), "soort gebied", GebiedSoort::WORDS, GebiedSoort::from_word);
        // Of an area whose size is wrong the id is known all the same.
        let soort = KenmerkSoort::Gebied(soort.unwrap_or(GebiedSoort::Wijk));
        kenmerk(reader, yaml, &mut kenmerken, soort, raw.id, raw.naam, raw.toelichting);
    }
    // Areas are looked up by name; target groups have an order of their own, such as by income.
    sorteer(&mut kenmerken, |kenmerk| &kenmerk.naam);
    for raw in doelgroepen {
        kenmerk(reader, yaml, &mut kenmerken, KenmerkSoort::Doelgroep, raw.id, raw.naam, raw.toelichting);
    }
    kenmerken
}

fn kenmerk(
    reader: &mut Reader,
    yaml: &Yaml,
    known: &mut Vec<Arc<Kenmerk>>,
    soort: KenmerkSoort,
    id: Raw<String>,
    naam: Raw<String>,
    toelichting: Option<Raw<String>>,
) {
    let what = one(match soort {
        KenmerkSoort::Gebied(_) => KenmerkFamilie::Gebieden,
        KenmerkSoort::Doelgroep => KenmerkFamilie::Doelgroepen,
    });
    let id = yaml.place(id);
    let Some(value) = KenmerkId::parse(id.value.trim()) else {
        reader.report(
            Diagnostic::at(Code::M107, id.span, format!("`{}` kan geen id van een {what} zijn.", id.value))
                .label("deze id")
                .hint("Gebruik kleine letters, cijfers en streepjes, en begin met een letter."),
        );
        return;
    };
    let naam = reader.text(yaml, naam);
    let toelichting = reader.optional_text(yaml, toelichting);
    let Some(naam) = naam else { return };
    let kenmerk = Kenmerk { id: value, soort, naam, toelichting, span: id.span };
    let same = |other: &&Arc<Kenmerk>| other.familie() == kenmerk.familie() && other.id == kenmerk.id;
    if let Some(first) = known.iter().find(same) {
        reader.report(
            Diagnostic::at(
                Code::M104,
                id.span,
                format!("De id `{}` staat er twee keer als {what}.", id.value),
            )
            .label("tweede keer")
            .note(first.span, "eerste keer")
            .hint("Geef elk een eigen id."),
        );
        return;
    }
    known.push(Arc::new(kenmerk));
}

/// Reads the areas and target groups that a theme or agreement names.
pub fn names(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    gebieden: Option<Raw<OneOrMany>>,
    doelgroepen: Option<Raw<OneOrMany>>,
) -> Kenmerken {
    let gebieden = family(reader, yaml, register, KenmerkFamilie::Gebieden, gebieden);
    let doelgroepen = family(reader, yaml, register, KenmerkFamilie::Doelgroepen, doelgroepen);
    Kenmerken::new(gebieden, doelgroepen)
}

fn family(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    familie: KenmerkFamilie,
    raw: Option<Raw<OneOrMany>>,
) -> Vec<Arc<Kenmerk>> {
    let mut found: Vec<Arc<Kenmerk>> = Vec::new();
    for name in raw.map_or_else(Vec::new, |raw| yaml.place(raw).each(yaml)) {
        let Some(kenmerk) = register.kenmerken(familie).find(|known| known.id.as_str() == name.value.trim())
        else {
            if register.knows_all_kenmerken() {
                reader.report(unknown(register, familie, &name));
            }
            continue;
        };
        if found.iter().any(|known| known.id == kenmerk.id) {
            reader.report(
                Diagnostic::at(Code::M104, name.span, format!("`{}` staat hier twee keer.", name.value))
                    .label("tweede keer")
                    .hint("Haal er een weg."),
            );
            continue;
        }
        found.push(Arc::clone(kenmerk));
    }
    found
}

fn unknown(register: &Register, familie: KenmerkFamilie, name: &Spanned<String>) -> Diagnostic {
    let ids = || register.kenmerken(familie).map(|kenmerk| kenmerk.id.as_str());
    let key = familie.word();
    let hint = did_you_mean(&name.value, ids()).unwrap_or_else(|| {
        let known = ids().collect::<Vec<_>>();
        match known.as_slice() {
            [] => format!("Zet een lijst `{key}:` in `site.yaml`, met voor elk een id en een naam."),
            _ => format!("Kies uit: {}. Of zet het bij `{key}` in `site.yaml`.", known.join(", ")),
        }
    });
    let message = format!("`{}` is geen {} in `site.yaml`.", name.value, one(familie));
    Diagnostic::at(Code::M114, name.span, message).label("onbekend").hint(hint)
}

/// One of the list, in a sentence.
fn one(familie: KenmerkFamilie) -> &'static str {
    match familie {
        KenmerkFamilie::Gebieden => "gebied",
        KenmerkFamilie::Doelgroepen => "doelgroep",
    }
}
