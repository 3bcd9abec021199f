//! What the site's own corporation did in a municipality, for its
//! volkshuisvestingsverslag (handbook line 637): as Markdown to paste, and as a table.
//!
//! Nothing here knows the day of the build: all that is known is in it, the
//! newest document first, and of each the last year of which something was said.

use std::fmt::Write;

use super::Desk;
use super::afspraken::table;
use crate::address;
use crate::markdown::plain;
use crate::model::{Afspraak, Beoordeling, Getal, Indicator, Overeenkomst, Partij, Slug, Streef, Thema};
use crate::order;
use crate::resolve::{Verslagvorm, file};

/// The report of a municipality.
pub fn bytes(desk: &Desk, gemeente: &str, vorm: Verslagvorm) -> Vec<u8> {
    let Some(corporatie) = desk.project.site.corporatie.as_deref() else { return Vec::new() };
    let mut documents: Vec<&Overeenkomst> = desk
        .project
        .overeenkomsten
        .iter()
        .map(|document| &**document)
        .filter(|document| {
            let naam = file::gemeente(document, Some(corporatie));
            naam.is_some_and(|naam| Slug::of(naam) == Slug::of(gemeente))
        })
        .collect();
    order::sort_by_key(&mut documents, |document| (std::cmp::Reverse(document.looptijd), &document.slug));
    match vorm {
        Verslagvorm::Markdown => markdown(desk, corporatie, gemeente, &documents).into_bytes(),
        Verslagvorm::Csv => csv(desk, corporatie, gemeente, &documents),
    }
}

/// The agreements of a theme in which the corporation acts, with what it does.
fn own<'a>(thema: &'a Thema, corporatie: &Partij) -> Vec<(&'a Afspraak, &'a str)> {
    let contribution = |afspraak: &'a Afspraak| {
        let inzet = afspraak.wie.iter().find(|inzet| inzet.partij.id == corporatie.id)?;
        Some((afspraak, inzet.tekst.as_str()))
    };
    thema.afspraken().filter_map(contribution).collect()
}

fn markdown(desk: &Desk, corporatie: &Partij, gemeente: &str, documents: &[&Overeenkomst]) -> String {
    let labels = desk.labels;
    let mut out = String::new();
    let values = [("corporatie", corporatie.naam.as_str()), ("gemeente", gemeente)];
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    line(&format!("# {}\n", escaped(&labels.with("verslag-titel", &values))));
    line(&format!("{}\n", escaped(&labels.with("verslag-uitleg", &values))));
    for document in documents {
        let term = labels.looptijd(document.looptijd);
        line(&format!("## {} ({})\n", escaped(&document.titel), escaped(&term)));
        if let Some(address) = desk.address(&address::document(document)) {
            line(&format!("<{address}>\n"));
        }
        if let Some(telling) = document.tellingen().filter(|telling| telling.is_begonnen()).last() {
            line(&format!("{}\n", escaped(&labels.telling(&telling))));
        }
        for thema in document.themas() {
            let theme = theme(desk, corporatie, thema);
            if !theme.is_empty() {
                line(&theme);
            }
        }
    }
    let trimmed = out.trim_end().len();
    out.truncate(trimmed);
    out.push('\n');
    out
}

/// A theme; nothing when the corporation has no part in it.
fn theme(desk: &Desk, corporatie: &Partij, thema: &Thema) -> String {
    let own = own(thema, corporatie);
    let mut out = String::new();
    if own.is_empty() {
        return out;
    }
    // Writing to a string cannot fail.
    let _ = writeln!(out, "### {}\n", escaped(&thema.titel));
    for (afspraak, inzet) in own {
        agreement(desk, corporatie, afspraak, inzet, &mut out);
    }
    figures(desk, thema, &mut out);
    // The line that follows gives the empty one.
    out.pop();
    out
}

fn agreement(desk: &Desk, corporatie: &Partij, afspraak: &Afspraak, inzet: &str, out: &mut String) {
    let labels = desk.labels;
    let title = plain::inlines(&afspraak.titel);
    let _ = writeln!(out, "#### {} {}\n", escaped(afspraak.nummer.as_str()), escaped(&title));
    let mut item = |label: String, text: &str| {
        let _ = writeln!(out, "- **{}:** {}", escaped(&label), escaped(text));
    };
    item(labels.text("verslag-inzet"), inzet);
    if let Some(wanneer) = labels.wanneer_van(afspraak) {
        item(labels.text("wanneer"), &wanneer);
    }
    if let Some(last) = afspraak.voortgang.laatste() {
        let jaar = last.jaar.value.to_string();
        item(labels.with("verslag-oordeel", &[("jaar", &jaar)]), &judgement(desk, last));
    }
    for done in afspraak.voortgang.verantwoording.iter().filter(|done| done.partij.id == corporatie.id) {
        item(labels.with("verslag-gedaan", &[("datum", &done.datum.voluit())]), &done.tekst);
    }
    if let Some(einde) = &afspraak.beeindigd {
        item(labels.text("verslag-einde"), &labels.einde(einde));
    }
    out.push('\n');
}

/// "loopt achter (12 maart 2026). De grond is laat."
fn judgement(desk: &Desk, beoordeling: &Beoordeling) -> String {
    let mut text = desk.labels.stoplicht(beoordeling.kleur);
    if let Some(datum) = beoordeling.datum {
        let _ = write!(text, " ({})", datum.voluit());
    }
    if let Some(notitie) = &beoordeling.notitie {
        let _ = write!(text, ". {notitie}");
    }
    text
}

/// The last figure of each indicator beside its target.
fn figures(desk: &Desk, thema: &Thema, out: &mut String) {
    if thema.indicatoren.is_empty() {
        return;
    }
    let labels = desk.labels;
    let heads =
        ["verslag-indicator", "indicator-jaar", "indicator-streef", "indicator-stand", "verslag-bron"];
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&row(heads.map(|key| escaped(&labels.text(key))).to_vec()));
    out.push_str("| --- | --- | ---: | ---: | --- |\n");
    for indicator in &thema.indicatoren {
        let (jaar, doel, stand) = last(indicator);
        let name = format!("{} ({})", indicator.titel, indicator.eenheid.value);
        let bron = indicator.bron.as_ref().map(|bron| bron.naam.clone()).unwrap_or_default();
        out.push_str(&row([name, jaar, doel, stand, bron].map(|cell| escaped(&cell)).to_vec()));
    }
    out.push('\n');
}

/// Year, target and result of the last figure; before there is one, of the first target.
fn last(indicator: &Indicator) -> (String, String, String) {
    let shown = |streef: &Streef| match streef {
        Streef::Waarde(getal) => getal.to_string(),
        Streef::Bandbreedte { minimum, ambitie } => format!("{minimum} – {ambitie}"),
    };
    match indicator.laatste_stand() {
        Some((jaar, stand)) => {
            let doel = indicator.streef_in(jaar).map(|(_, streef)| shown(streef));
            (jaar.to_string(), doel.unwrap_or_else(|| "–".into()), stand.waarde.to_string())
        }
        None => match indicator.streef.first() {
            Some((jaar, streef)) => (jaar.value.to_string(), shown(streef), "–".into()),
            None => ("–".into(), "–".into(), "–".into()),
        },
    }
}

/// Text that Markdown takes for nothing but text, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || c == '\u{2028}' || c == '\u{2029}' => out.push(' '),
            c => out.push(c),
        }
    }
    // What would begin a list, a rule or an underline if it began a line.
    let digits = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbers = out[digits..].strip_prefix(['.', ')']);
    if digits > 0 && numbers.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
        out.insert(digits, '\\');
    } else if out.starts_with(['-', '+', '=']) {
        out.insert(0, '\\');
    }
    out
}

const COLUMNS: [&str; 14] = [
    "gemeente",
    "overeenkomst",
    "thema",
    "soort",
    "nummer",
    "titel",
    "inzet",
    "jaar",
    "oordeel",
    "datum",
    "toelichting",
    "eenheid",
    "doel",
    "bereikt",
];

fn csv(desk: &Desk, corporatie: &Partij, gemeente: &str, documents: &[&Overeenkomst]) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(String::from)];
    for document in documents {
        for thema in document.themas() {
            let own = own(thema, corporatie);
            if own.is_empty() {
                continue;
            }
            let begin = [gemeente.to_owned(), document.slug.to_string(), thema.titel.clone()];
            for (afspraak, inzet) in own {
                rows.extend(agreement_rows(desk, &begin, afspraak, inzet));
            }
            for indicator in &thema.indicatoren {
                rows.extend(indicator_rows(&begin, indicator));
            }
        }
    }
    table(rows)
}

/// An agreement, with a row for each year that was judged, or one without.
fn agreement_rows(desk: &Desk, begin: &[String; 3], afspraak: &Afspraak, inzet: &str) -> Vec<[String; 14]> {
    let row = |beoordeling: Option<&Beoordeling>| {
        let [gemeente, document, thema] = begin.clone();
        let of = |value: Option<String>| value.unwrap_or_default();
        [
            gemeente,
            document,
            thema,
            "afspraak".into(),
            afspraak.nummer.to_string(),
            plain::inlines(&afspraak.titel),
            inzet.to_owned(),
            of(beoordeling.map(|light| light.jaar.value.to_string())),
            of(beoordeling.map(|light| desk.labels.stoplicht(light.kleur))),
            of(beoordeling.and_then(|light| light.datum).map(|datum| datum.to_string())),
            of(beoordeling.and_then(|light| light.notitie.clone())),
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let rows: Vec<_> = afspraak.voortgang.per_jaar().map(|light| row(Some(light))).collect();
    if rows.is_empty() { vec![row(None)] } else { rows }
}

fn indicator_rows(begin: &[String; 3], indicator: &Indicator) -> Vec<[String; 14]> {
    let figures = indicator.per_jaar().into_iter().filter(|row| row.streef.is_some() || row.stand.is_some());
    figures
        .map(|figure| {
            let [gemeente, document, thema] = begin.clone();
            let stand = figure.stand;
            [
                gemeente,
                document,
                thema,
                "indicator".into(),
                indicator.id.as_str().to_owned(),
                indicator.titel.clone(),
                String::new(),
                figure.jaar.to_string(),
                String::new(),
                stand.map(|stand| stand.dag(figure.jaar).to_string()).unwrap_or_default(),
                stand.and_then(|stand| stand.toelichting.clone()).unwrap_or_default(),
                indicator.eenheid.value.clone(),
                figure.streef.map(|streef| streef.minimum()).map(Getal::kaal).unwrap_or_default(),
                stand.map(|stand| stand.waarde.kaal()).unwrap_or_default(),
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markdown_takes_escaped_text_for_nothing_but_text() {
        for text in [
            "*a* _b_ `c` [d](e) <f> | g ~h~ # i & j $k$ \\",
            "- geen punt",
            "+ geen punt",
            "1. geen nummer",
            "12) geen nummer",
            "=== geen streep",
            "# geen kop",
            "> geen citaat",
            "![geen](beeld.png)",
        ] {
            let source = escaped(text);
            let events: Vec<_> =
                pulldown_cmark::Parser::new_ext(&source, pulldown_cmark::Options::all()).collect();
            let shown: String = events
                .iter()
                .map(|event| match event {
                    pulldown_cmark::Event::Text(text) => text.to_string(),
                    _ => String::new(),
                })
                .collect();
            assert_eq!(shown, text, "{source}: {events:?}");
        }
    }
}
