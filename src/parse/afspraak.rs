//! Agreements: a heading with a number, the block of facts below it, and the
//! prose up to the next heading of the same or a higher level.

use std::sync::Arc;

use serde::Deserialize;

use super::beeindiging::{RawBeeindiging, beeindiging, nummer as nummer_van, nummers};
use super::inzet::{RawInzetten, inzetten, standpunten};
use super::ondertekening::uitzonderingen;
use super::register::Register;
use super::samenhang::RawAfhankelijkheden;
use super::value::{Reader, period_text};
use super::voortgang::{RawStatus, RawUitvoering, RawVerantwoording, voortgang};
use super::{kenmerken, regels, samenhang, verwijzingen};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::markdown::{self, Block, BlockKind, Heading};
use crate::model::{
    Afspraak, AfspraakNummer, AfspraakSoort, Datum, IndicatorId, Jaar, Maand, Niveau, Onderdeel, Partij,
    Volledigheid, Wanneer,
};
use crate::source::yaml::{OneOrMany, Pairs, PeriodText, Raw, Yaml};
use crate::source::{SourceFile, Span, Spanned};

/// The word after the fence that makes a block the facts of an agreement.
const FENCE: &str = "afspraak";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAfspraak {
    soort: Raw<String>,
    niveau: Option<Raw<String>>,
    onder: Option<Raw<String>>,
    werkt_uit: Option<Raw<OneOrMany>>,
    #[serde(default)]
    going_concern: bool,
    gebieden: Option<Raw<OneOrMany>>,
    doelgroepen: Option<Raw<OneOrMany>>,
    beleid: Option<Raw<OneOrMany>>,
    verwijzingen: Option<Raw<OneOrMany>>,
    prioriteiten: Option<Raw<OneOrMany>>,
    beeindigd: Option<RawBeeindiging>,
    #[serde(default)]
    wie: RawInzetten,
    afhankelijk_van: Option<RawAfhankelijkheden>,
    pakket: Option<Raw<String>>,
    wanneer: Option<Raw<PeriodText>>,
    voorwaarde: Option<Raw<String>>,
    #[serde(default)]
    standpunten: Pairs<Raw<String>>,
    eigenaar: Option<Raw<String>>,
    indicator: Option<Raw<OneOrMany>>,
    uitvoering: Option<RawUitvoering>,
    #[serde(default)]
    status: RawStatus,
    #[serde(default)]
    voortgang: Vec<RawVerantwoording>,
    #[serde(default)]
    tekent_niet_mee: Pairs<Raw<String>>,
    #[serde(default)]
    toegestaan: Pairs<Raw<String>>,
}

/// Divides the text of a theme into agreements and what stands between them.
pub fn onderdelen(
    reader: &mut Reader,
    register: &Register,
    file: &SourceFile,
    blocks: Vec<Block>,
) -> Vec<Onderdeel> {
    let mut onderdelen = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    let mut running: Vec<Block> = Vec::new();
    while let Some(block) = blocks.next() {
        let facts_follow = blocks.peek().is_some_and(is_facts);
        let heading = match block.kind {
            BlockKind::Heading(heading) if facts_follow => heading,
            kind => {
                let block = Block { kind, span: block.span };
                refuse_blocks(reader, std::slice::from_ref(&block));
                running.push(block);
                continue;
            }
        };
        let Some(Block { kind: BlockKind::Code { body, .. }, span: facts_span }) = blocks.next() else {
            // `facts_follow` saw the block that is taken here.
            continue;
        };
        let mut prose = Vec::new();
        while let Some(next) = blocks.peek() {
            if matches!(&next.kind, BlockKind::Heading(next) if next.level <= heading.level) {
                break;
            }
            // An agreement below this one is one of its own, whatever its level.
            prose.extend(blocks.next());
        }
        let (prose, nested) = split_nested(prose);
        refuse_blocks(reader, &prose);
        if !running.is_empty() {
            onderdelen.push(Onderdeel::Tekst(std::mem::take(&mut running)));
        }
        let found = afspraak(reader, register, file, heading, block.span, body, facts_span, prose);
        onderdelen.extend(found.map(|afspraak| Onderdeel::Afspraak(Box::new(afspraak))));
        if !nested.is_empty() {
            onderdelen.extend(self::onderdelen(reader, register, file, nested));
        }
    }
    if !running.is_empty() {
        onderdelen.push(Onderdeel::Tekst(running));
    }
    onderdelen
}

/// The prose before the first heading that opens an agreement of its own, and the rest.
fn split_nested(mut prose: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
    let opens =
        prose.windows(2).position(|pair| matches!(pair[0].kind, BlockKind::Heading(_)) && is_facts(&pair[1]));
    let nested = opens.map_or_else(Vec::new, |at| prose.split_off(at));
    (prose, nested)
}

fn is_facts(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Code { language, .. } if language.to_lowercase() == FENCE)
}

/// Reports blocks of facts that stand where no agreement can be.
pub fn refuse_blocks(reader: &mut Reader, blocks: &[Block]) {
    let mut found = Vec::new();
    markdown::for_each_block(blocks, &mut |block| {
        if is_facts(block) {
            found.push(block.span);
        }
    });
    for span in found {
        reader.report(
            Diagnostic::at(
                Code::M112,
                span,
                "Dit blok hoort direct onder de kop van een afspraak, in een thema.",
            )
            .label("dit blok staat los")
            .hint("Zet er een kop met een nummer boven, zoals `## Nieuwbouw in Noord {#B1}`."),
        );
    }
}

#[expect(clippy::too_many_arguments, reason = "the pieces of one agreement, used here only")]
fn afspraak(
    reader: &mut Reader,
    register: &Register,
    file: &SourceFile,
    heading: Heading,
    span: Span,
    body: Span,
    facts_span: Span,
    tekst: Vec<Block>,
) -> Option<Afspraak> {
    let before = reader.diagnostics.len();
    let nummer = nummer(reader, &heading, span);
    if reader.sources.text(body).trim().is_empty() {
        reader.report(
            Diagnostic::at(Code::Y105, facts_span, "Dit blok is leeg.")
                .label("hier horen de gegevens van de afspraak")
                .hint("Schrijf ten minste een regel `soort: …`."),
        );
        return None;
    }
    let yaml = reader.yaml(Yaml::new(body.source, &file.text, body.range()));
    let raw: RawAfspraak = reader.keep(yaml.read())?;
    let soort =
        reader.word(yaml.place(raw.soort), "soort afspraak", AfspraakSoort::WORDS, AfspraakSoort::from_word);
    let niveau =
        raw.niveau.and_then(|raw| reader.word(yaml.place(raw), "niveau", Niveau::WORDS, Niveau::from_word));
    let werkt_uit = raw.werkt_uit.map_or_else(Vec::new, |raw| nummers(reader, &yaml, raw));
    let onder = raw.onder.and_then(|raw| nummer_van(reader, &yaml, raw));
    let kenmerken = kenmerken::names(reader, &yaml, register, raw.gebieden, raw.doelgroepen);
    let grondslag = verwijzingen::grondslag(reader, &yaml, raw.beleid, raw.verwijzingen, raw.prioriteiten);
    let beeindigd = raw.beeindigd.and_then(|raw| beeindiging(reader, &yaml, raw));
    // A party may be left out without a word, when the list of parties itself was wrong.
    let named = raw.wie.0.len() + raw.standpunten.0.len() + usize::from(raw.eigenaar.is_some());
    let wie = inzetten(reader, &yaml, register, raw.wie);
    let afhankelijk_van =
        raw.afhankelijk_van.map_or_else(Vec::new, |raw| samenhang::afhankelijk_van(reader, &yaml, raw));
    let pakket = raw.pakket.and_then(|raw| samenhang::pakket(reader, yaml.place(raw)));
    let wanneer = raw.wanneer.and_then(|raw| wanneer(reader, &yaml, raw));
    let voorwaarde = reader.optional_text(&yaml, raw.voorwaarde);
    let standpunten = standpunten(reader, &yaml, register, raw.standpunten);
    let eigenaar: Option<Arc<Partij>> = raw.eigenaar.and_then(|raw| register.find(reader, &yaml.place(raw)));
    let indicatoren = raw.indicator.map_or_else(Vec::new, |raw| indicatoren(reader, &yaml, raw));
    let voortgang = voortgang(reader, &yaml, register, raw.uitvoering, raw.status, raw.voortgang);
    let toegestaan = regels::toegestaan(reader, &yaml, raw.toegestaan);
    let tekent_niet_mee = uitzonderingen(reader, &yaml, register, raw.tekent_niet_mee);
    let known = wie.len() + standpunten.len() + usize::from(eigenaar.is_some());
    let fouten = reader.diagnostics.len() > before || known < named;
    Some(Afspraak {
        nummer: nummer?,
        span,
        kopniveau: heading.level,
        titel: heading.content,
        soort: soort?,
        niveau,
        onder,
        werkt_uit,
        going_concern: raw.going_concern,
        kenmerken,
        grondslag,
        beeindigd,
        wie,
        afhankelijk_van,
        pakket,
        wanneer,
        voorwaarde,
        standpunten,
        eigenaar,
        indicatoren,
        voortgang,
        tekent_niet_mee,
        toegestaan,
        tekst,
        volledigheid: Volledigheid::zonder_fouten(fouten),
    })
}

fn nummer(reader: &mut Reader, heading: &Heading, span: Span) -> Option<AfspraakNummer> {
    if !heading.explicit {
        reader.report(
            Diagnostic::at(Code::M107, span, "Deze afspraak heeft geen nummer.")
                .label("deze kop")
                .hint("Zet het nummer achter de kop, zoals `## Nieuwbouw in Noord {#B1}`."),
        );
        return None;
    }
    let nummer = AfspraakNummer::parse(&heading.anchor);
    if nummer.is_none() {
        reader.report(
            Diagnostic::at(
                Code::M107,
                span,
                format!("`{}` kan geen nummer van een afspraak zijn.", heading.anchor),
            )
            .label("dit nummer")
            .hint("Gebruik letters, cijfers en punten, met minstens één cijfer: B1 of 1.4.2."),
        );
    }
    nummer
}

fn wanneer(reader: &mut Reader, yaml: &Yaml, raw: Raw<PeriodText>) -> Option<Wanneer> {
    let PeriodText::Text(text) = &raw.value else {
        return reader.period(yaml, raw).map(Wanneer::Periode);
    };
    let text = yaml.as_typed(Spanned { value: text.trim().to_owned(), span: yaml.place(raw.clone()).span });
    let word = text.value.as_str();
    let single = match word {
        "doorlopend" => Some(Wanneer::Doorlopend),
        "jaarlijks" => Some(Wanneer::Jaarlijks),
        _ => Datum::parse(word)
            .map(Wanneer::Datum)
            .or_else(|| Maand::parse(word).map(Wanneer::Maand))
            .or_else(|| Jaar::parse(word).map(Wanneer::Jaar)),
    };
    if single.is_some() {
        return single;
    }
    if let Some((from, to)) = period_text(word) {
        return reader.ordered(from, to, text.span).map(Wanneer::Periode);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return reader.date(text).map(Wanneer::Datum);
    }
    let hint = did_you_mean(word, ["doorlopend", "jaarlijks"]).unwrap_or_else(|| {
        "Schrijf een datum (2028-12-31), maand (2028-06), jaar (2028), periode (2027-2030), `jaarlijks` of `doorlopend`."
            .into()
    });
    reader.report(
        Diagnostic::at(Code::M101, text.span, format!("`{word}` zegt niet wanneer."))
            .label("onbekend")
            .hint(hint),
    );
    None
}

fn indicatoren(reader: &mut Reader, yaml: &Yaml, raw: Raw<OneOrMany>) -> Vec<Spanned<IndicatorId>> {
    let mut indicatoren = Vec::new();
    for name in yaml.place(raw).each(yaml) {
        match IndicatorId::parse(name.value.trim()) {
            Some(id) => indicatoren.push(Spanned { value: id, span: name.span }),
            None => reader.report(
                Diagnostic::at(
                    Code::M107,
                    name.span,
                    format!("`{}` kan geen id van een indicator zijn.", name.value),
                )
                .label("deze id")
                .hint("Gebruik letters, cijfers en streepjes."),
            ),
        }
    }
    indicatoren
}
