//! `extra_partijen` of a theme: parties of the site that take part in that theme
//! only, such as care providers (handbook line 658).

use std::sync::Arc;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Partij;
use crate::source::yaml::{OneOrMany, Raw, Yaml};

/// The extra parties, and all whom the agreements of the theme may name.
pub fn extra_partijen(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Option<Raw<OneOrMany>>,
) -> (Vec<Arc<Partij>>, Register) {
    let Some(raw) = raw else { return (Vec::new(), register.clone()) };
    let site = register.whole_site();
    let mut extra: Vec<Arc<Partij>> = Vec::new();
    let mut all = true;
    for name in yaml.place(raw).each(yaml) {
        let Some(partij) = site.find(reader, &name) else {
            all = false;
            continue;
        };
        if register.has(&partij) {
            reader.report(
                Diagnostic::at(
                    Code::W113,
                    name.span,
                    format!("{} doet al mee in de hele overeenkomst.", partij.naam),
                )
                .label("geen extra partij")
                .hint("Haal haar hier weg. Zij mag in elk thema worden genoemd."),
            );
        } else if extra.iter().any(|known| known.id == partij.id) {
            reader.report(
                Diagnostic::at(Code::M104, name.span, format!("{} staat hier twee keer.", partij.naam))
                    .label("tweede keer")
                    .hint("Noem elke partij één keer."),
            );
        } else {
            extra.push(partij);
        }
    }
    let register = register.with_extra(&extra, all);
    (extra, register)
}
