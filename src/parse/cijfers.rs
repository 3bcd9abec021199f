//! Tables of figures in the head of a part: `aantallen`, `investeringen` and
//! `dekking` become [`Cijfertabel`]s.
//!
//! Whose a figure is, is decided here: what has no party belongs to the party of
//! its table, else to the only corporation. Sums are held against each other in
//! [`crate::check`], when all rows are known.

use std::sync::Arc;

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    AfspraakNummer, Cijferregel, Cijfersoort, Cijfertabel, CijfertabelId, Geldeenheid, Geldstroom, Getal,
    Jaar, Leeg, Maat, Opgegeven, Optellen, Partij, Volledigheid,
};
use crate::order;
use crate::source::yaml::{OneOrMany, Pairs, PeriodText, Raw, Yaml};
use crate::source::{Span, Spanned};

/// Tables as they are written: what all have, and what only this kind has.
macro_rules! tables {
    ($($name:ident of $regel:ident with $sums:ident { $($(#[$meta:meta])? $own:ident: $kind:ty,)* })*) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            id: Raw<String>,
            titel: Raw<String>,
            $($(#[$meta])? $own: $kind,)*
            toelichting: Option<Raw<String>>,
            bron: Option<Raw<String>>,
            partij: Option<Raw<String>>,
            leeg: Option<Raw<String>>,
            regels: Raw<Vec<Raw<$regel>>>,
            #[serde(default)]
            totaal: $sums,
        }
    )*};
}

tables! {
    RawAantallen of RawRegel with RawTotaal {
        eenheid: Raw<String>,
        optellen: Option<Raw<String>>,
        lange_termijn: Option<Raw<PeriodText>>,
        uitwerking_van: Option<Raw<String>>,
    }
    RawInvesteringen of RawRegel with RawTotaal {
        #[serde(rename = "in")]
        eenheid: Raw<String>,
        prijspeil: Raw<String>,
        lange_termijn: Option<Raw<PeriodText>>,
        uitwerking_van: Option<Raw<String>>,
    }
    RawDekking of RawStroomregel with RawSaldo {
        #[serde(rename = "in")]
        eenheid: Raw<String>,
        prijspeil: Raw<String>,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegel {
    naam: Option<Raw<String>>,
    partij: Option<Raw<String>>,
    afspraak: Option<Raw<OneOrMany>>,
    #[serde(default)]
    jaren: Pairs<Raw<String>>,
    lange_termijn: Option<Raw<String>>,
    totaal: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStroomregel {
    soort: Raw<String>,
    naam: Option<Raw<String>>,
    partij: Option<Raw<String>>,
    afspraak: Option<Raw<OneOrMany>>,
    #[serde(default)]
    jaren: Pairs<Raw<String>>,
    totaal: Option<Raw<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawTotaal {
    jaren: Pairs<Raw<String>>,
    lange_termijn: Option<Raw<String>>,
    partijen: Pairs<Raw<String>>,
    alles: Option<Raw<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawSaldo {
    opbrengst: Option<Raw<String>>,
    uitgave: Option<Raw<String>>,
}

/// What every table has, whatever it is about.
struct RawGemeen {
    id: Raw<String>,
    titel: Raw<String>,
    toelichting: Option<Raw<String>>,
    bron: Option<Raw<String>>,
    partij: Option<Raw<String>>,
    leeg: Option<Raw<String>>,
}

/// What a table has in common with the others, and its rows each as `regel` makes it.
macro_rules! tabel {
    ($yaml:ident, $raw:ident, $soort:ident, $maat:expr, $regel:expr) => {{
        let regels = $yaml.place($raw.regels);
        RawTabel {
            soort: Cijfersoort::$soort,
            gemeen: RawGemeen {
                id: $raw.id,
                titel: $raw.titel,
                toelichting: $raw.toelichting,
                bron: $raw.bron,
                partij: $raw.partij,
                leeg: $raw.leeg,
            },
            maat: $maat,
            optellen: None,
            lange_termijn: None,
            uitwerking_van: None,
            regels_span: regels.span,
            regels: regels.value.into_iter().map($regel).collect(),
            totaal: RawTotaal::default(),
            saldo: RawSaldo::default(),
        }
    }};
}

/// A table, with what only some have.
struct RawTabel {
    soort: Cijfersoort,
    gemeen: RawGemeen,
    maat: RawMaat,
    optellen: Option<Raw<String>>,
    lange_termijn: Option<Raw<PeriodText>>,
    uitwerking_van: Option<Raw<String>>,
    /// Where the rows stand, for a table without any.
    regels_span: Span,
    regels: Vec<(Option<Raw<String>>, Raw<RawRegel>)>,
    totaal: RawTotaal,
    saldo: RawSaldo,
}

enum RawMaat {
    Aantal(Raw<String>),
    Geld { eenheid: Raw<String>, prijspeil: Raw<String> },
}

/// The tables of a part, in the order in which they were written.
pub fn tabellen(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    aantallen: Vec<RawAantallen>,
    investeringen: Vec<RawInvesteringen>,
    dekking: Vec<RawDekking>,
) -> Vec<Cijfertabel> {
    let numbers = aantallen.into_iter().map(|raw| of_numbers(yaml, raw));
    let money = investeringen.into_iter().map(|raw| of_money(yaml, raw));
    let balances = dekking.into_iter().map(|raw| of_balance(yaml, raw));
    let all: Vec<RawTabel> = numbers.chain(money).chain(balances).collect();
    let mut tabellen: Vec<Cijfertabel> =
        all.into_iter().filter_map(|raw| tabel(reader, register, yaml, raw)).collect();
    order::sort_by_key(&mut tabellen, |tabel| tabel.span.start);
    tabellen
}

fn of_numbers(yaml: &Yaml, raw: RawAantallen) -> RawTabel {
    let RawAantallen { optellen, lange_termijn, uitwerking_van, totaal, .. } = raw;
    let tabel = tabel!(yaml, raw, Aantallen, RawMaat::Aantal(raw.eenheid), |regel| (None, regel));
    RawTabel { optellen, lange_termijn, uitwerking_van, totaal, ..tabel }
}

fn of_money(yaml: &Yaml, raw: RawInvesteringen) -> RawTabel {
    let RawInvesteringen { eenheid, prijspeil, lange_termijn, uitwerking_van, totaal, .. } = raw;
    let maat = RawMaat::Geld { eenheid, prijspeil };
    let tabel = tabel!(yaml, raw, Investeringen, maat, |regel| (None, regel));
    RawTabel { lange_termijn, uitwerking_van, totaal, ..tabel }
}

fn of_balance(yaml: &Yaml, raw: RawDekking) -> RawTabel {
    let regel = |raw: Raw<RawStroomregel>| {
        let RawStroomregel { soort, naam, partij, afspraak, jaren, totaal } = raw.value;
        let regel = RawRegel { naam, partij, afspraak, jaren, lange_termijn: None, totaal };
        (Some(soort), Raw::new(regel, raw.referenced, raw.defined))
    };
    let RawDekking { eenheid, prijspeil, totaal: saldo, .. } = raw;
    let maat = RawMaat::Geld { eenheid, prijspeil };
    RawTabel { saldo, ..tabel!(yaml, raw, Dekking, maat, regel) }
}

fn tabel(reader: &mut Reader, register: &Register, yaml: &Yaml, raw: RawTabel) -> Option<Cijfertabel> {
    let before = reader.diagnostics.len();
    let RawGemeen { id, titel, toelichting, bron, partij, leeg } = raw.gemeen;
    let id = yaml.place(id);
    let span = id.span;
    let id = tabel_id(reader, &id);
    let titel = reader.text(yaml, titel);
    let maat = maat(reader, yaml, raw.maat);
    let toelichting = reader.optional_text(yaml, toelichting);
    let bron = reader.optional_text(yaml, bron);
    let optellen = match raw.optellen {
        None => Some(Optellen::Alles),
        Some(word) => {
            reader.word(yaml.place(word), "manier van optellen", Optellen::WORDS, Optellen::from_word)
        }
    };
    let leeg = match leeg {
        None => Some(Leeg::Onbekend),
        Some(word) => {
            reader.word(yaml.place(word), "betekenis van een leeg vak", Leeg::WORDS, Leeg::from_word)
        }
    };
    let lange_termijn = raw.lange_termijn.and_then(|raw| lange_termijn(reader, yaml, raw));
    let uitwerking_van = raw.uitwerking_van.and_then(|raw| {
        let named = yaml.place(raw);
        tabel_id(reader, &named).map(|value| Spanned { value, span: named.span })
    });
    let owner = owner(reader, register, yaml, partij);
    if raw.regels.is_empty() {
        reader.report(
            Diagnostic::at(Code::G103, raw.regels_span, "Deze tabel heeft geen regels.")
                .label("hier horen de cijfers")
                .hint("Schrijf een regel, zoals `- {naam: Nieuwbouw, jaren: {2027: 90}}`, of haal de tabel weg."),
        );
    }
    let written = raw.regels.len();
    let mut regels: Vec<Cijferregel> = raw
        .regels
        .into_iter()
        .filter_map(|(soort, raw)| regel(reader, register, yaml, &owner, soort, raw))
        .collect();
    let complete = written == regels.len();
    if leeg == Some(Leeg::Nul) && complete {
        fill(&mut regels, lange_termijn.is_some());
    }
    let opgegeven = opgegeven(reader, register, yaml, raw.totaal, raw.saldo);
    Some(Cijfertabel {
        id: id?,
        span,
        soort: raw.soort,
        titel: titel?,
        maat: maat?,
        toelichting,
        bron,
        optellen: optellen.unwrap_or(Optellen::Alles),
        lange_termijn,
        uitwerking_van,
        regels,
        opgegeven,
        volledigheid: Volledigheid::zonder_fouten(reader.diagnostics.len() > before || !complete),
    })
}

fn tabel_id(reader: &mut Reader, raw: &Spanned<String>) -> Option<CijfertabelId> {
    let id = CijfertabelId::parse(raw.value.trim());
    if id.is_none() {
        reader.report(
            Diagnostic::at(Code::M107, raw.span, format!("`{}` kan geen id van een tabel zijn.", raw.value))
                .label("deze id")
                .hint("Gebruik letters, cijfers en streepjes."),
        );
    }
    id
}

fn maat(reader: &mut Reader, yaml: &Yaml, raw: RawMaat) -> Option<Maat> {
    match raw {
        RawMaat::Aantal(eenheid) => reader.text(yaml, eenheid).map(Maat::Aantal),
        RawMaat::Geld { eenheid, prijspeil } => {
            let eenheid =
                reader.word(yaml.place(eenheid), "geldeenheid", Geldeenheid::WORDS, Geldeenheid::from_word);
            let prijspeil = reader.year(&yaml.place(prijspeil));
            eenheid.zip(prijspeil).map(|(eenheid, prijspeil)| Maat::Geld { eenheid, prijspeil })
        }
    }
}

/// Whole years: what is expected in five or ten years is not expected by the day.
fn lange_termijn(reader: &mut Reader, yaml: &Yaml, raw: Raw<PeriodText>) -> Option<(Jaar, Jaar)> {
    let span = yaml.place(raw.clone()).span;
    let years = reader.period(yaml, raw)?.hele_jaren();
    if years.is_none() {
        reader.report(
            Diagnostic::at(Code::G104, span, "De lange termijn bestaat uit hele jaren.")
                .label("hier horen twee jaren")
                .hint("Schrijf het eerste en het laatste jaar, zoals `lange_termijn: 2031-2036`."),
        );
    }
    years
}

/// Whose the figures of a table are that name no party.
enum Owner {
    /// This party's.
    Partij(Arc<Partij>),
    /// Nobody's: each has to say.
    Nobody,
    /// Not known, and there is a message on that already.
    Unknown,
}

fn owner(reader: &mut Reader, register: &Register, yaml: &Yaml, raw: Option<Raw<String>>) -> Owner {
    let found = match raw {
        Some(raw) => register.find(reader, &yaml.place(raw)).map_or(Owner::Unknown, Owner::Partij),
        None => register.only_corporation().map_or(Owner::Nobody, Owner::Partij),
    };
    match found {
        Owner::Nobody if !register.is_complete() => Owner::Unknown,
        found => found,
    }
}

fn regel(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    owner: &Owner,
    soort: Option<Raw<String>>,
    raw: Raw<RawRegel>,
) -> Option<Cijferregel> {
    let before = reader.diagnostics.len();
    let Spanned { value: raw, span } = yaml.place(raw);
    let geldstroom = soort.map(|soort| {
        reader.word(yaml.place(soort), "soort bedrag", Geldstroom::WORDS, Geldstroom::from_word)
    });
    let naam = reader.optional_text(yaml, raw.naam);
    let partij = match (raw.partij, owner) {
        (Some(raw), _) => register.find(reader, &yaml.place(raw)),
        (None, Owner::Partij(partij)) => Some(Arc::clone(partij)),
        (None, Owner::Unknown) => None,
        (None, Owner::Nobody) => {
            reader.report(without_party(register, naam.as_deref(), span));
            None
        }
    };
    let afspraken = raw.afspraak.map_or_else(Vec::new, |raw| afspraken(reader, yaml, raw));
    let empty = raw.jaren.0.is_empty() && raw.lange_termijn.is_none();
    if empty {
        reader.report(
            Diagnostic::at(Code::G103, span, "Deze regel heeft geen cijfers.")
                .label("hier ontbreken de jaren")
                .hint("Schrijf de cijfers per jaar, zoals `jaren: {2027: 90, 2028: 130}`."),
        );
    }
    let jaren = reader.numbers_by_year(yaml, raw.jaren);
    let lange_termijn = raw.lange_termijn.and_then(|raw| reader.number(yaml, raw));
    let totaal = raw.totaal.and_then(|raw| reader.number(yaml, raw));
    if reader.diagnostics.len() > before {
        return None;
    }
    Some(Cijferregel {
        span,
        naam,
        partij: partij?,
        afspraken,
        geldstroom: geldstroom.flatten(),
        jaren,
        lange_termijn: lange_termijn.map(|number| number.value),
        opgegeven: totaal,
    })
}

/// Every figure shows whose it is (handbook line 645).
fn without_party(register: &Register, naam: Option<&str>, span: Span) -> Diagnostic {
    let what = naam.map_or_else(|| "Deze cijfers".to_owned(), |naam| format!("De cijfers van ‘{naam}’"));
    let ids: Vec<String> = register.ids().map(|id| format!("`{id}`")).collect();
    Diagnostic::at(Code::G101, span, format!("{what} horen bij geen partij.")).label("van wie is dit?").hint(
        format!("Schrijf `partij:` in de regel, of een keer bij de tabel. Kies uit: {}.", ids.join(", ")),
    )
}

fn afspraken(reader: &mut Reader, yaml: &Yaml, raw: Raw<OneOrMany>) -> Vec<Spanned<AfspraakNummer>> {
    let mut afspraken = Vec::new();
    for name in yaml.place(raw).each(yaml) {
        match AfspraakNummer::parse(name.value.trim()) {
            Some(value) => afspraken.push(Spanned { value, span: name.span }),
            None => reader.report(
                Diagnostic::at(
                    Code::M107,
                    name.span,
                    format!("`{}` kan geen nummer van een afspraak zijn.", name.value),
                )
                .label("dit nummer")
                .hint("Schrijf het nummer zoals het achter de kop van de afspraak staat, zoals B1."),
            ),
        }
    }
    afspraken
}

/// Zeros where nothing was written, for tables in which that means none.
fn fill(regels: &mut [Cijferregel], lange_termijn: bool) {
    let mut jaren: Vec<Jaar> =
        regels.iter().flat_map(|regel| regel.jaren.iter().map(|(jaar, _)| *jaar)).collect();
    order::sort_each_once(&mut jaren);
    for regel in regels {
        for jaar in &jaren {
            if regel.jaar(*jaar).is_none() {
                regel.jaren.push((*jaar, Getal::nul()));
            }
        }
        order::sort_by_key(&mut regel.jaren, |(jaar, _)| *jaar);
        if lange_termijn && regel.lange_termijn.is_none() {
            regel.lange_termijn = Some(Getal::nul());
        }
    }
}

fn opgegeven(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    raw: RawTotaal,
    saldo: RawSaldo,
) -> Opgegeven {
    let mut opgegeven = Opgegeven::default();
    for (jaar, getal) in raw.jaren.0 {
        let jaar = reader.year(&yaml.place(jaar));
        let getal = reader.number(yaml, getal);
        opgegeven.jaren.extend(jaar.zip(getal));
    }
    for (naam, getal) in raw.partijen.0 {
        let partij = register.find(reader, &yaml.place(naam));
        let getal = reader.number(yaml, getal);
        opgegeven.partijen.extend(partij.zip(getal));
    }
    for (stroom, raw) in [(Geldstroom::Opbrengst, saldo.opbrengst), (Geldstroom::Uitgave, saldo.uitgave)] {
        let getal = raw.and_then(|raw| reader.number(yaml, raw));
        opgegeven.stromen.extend(getal.map(|getal| (stroom, getal)));
    }
    opgegeven.lange_termijn = raw.lange_termijn.and_then(|raw| reader.number(yaml, raw));
    opgegeven.alles = raw.alles.and_then(|raw| reader.number(yaml, raw));
    opgegeven
}
