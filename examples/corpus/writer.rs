//! The files of one document of the corpus, in words of `zinnen.rs`.

use std::fmt::Write as _;

use super::pen::Pen;
use super::zinnen::{self, Stof};
use super::{Document, NEWEST, Thema, period};

/// Writes the files of a document.
pub struct Writer<'a> {
    document: &'a Document,
    pub pen: Pen,
    /// Which theme is being written.
    pub here: usize,
    /// Footnotes of the page that are still to be written out.
    notes: Vec<String>,
    /// How many footnotes the page has so far.
    noted: usize,
}

impl<'a> Writer<'a> {
    pub fn new(document: &'a Document) -> Self {
        let pen = Pen::new(document.index as u64 + 1_000_000);
        Self { document, pen, here: 0, notes: Vec::new(), noted: 0 }
    }

    pub fn overeenkomst(&mut self) -> String {
        let Document { gemeente, jaren, .. } = self.document;
        let (soort, id) =
            (if jaren.0 == jaren.1 { "jaarafspraken" } else { "meerjarenafspraken" }, self.gemeente());
        let care = if self.document.has_care() { ", lindebeek" } else { "" };
        let mut text = format!(
            "---\nsoort: {soort}\ntitel: Prestatieafspraken {gemeente} {}\ngemeente: {gemeente}\npartijen: [{id}, vlierrand, huurdersplatform{care}]\nlooptijd: {}\n",
            period(*jaren),
            period(*jaren)
        );
        text.push_str(&self.status());
        let summary = "Drie partijen leggen vast wat zij in {gemeente} doen voor het wonen. Er komen {aantal} woningen bij, en {pct} procent van de huren blijft laag.";
        let _ = writeln!(text, "samenvatting: {}", self.fill(summary));
        let _ = write!(
            text,
            "ondertekening:\n  plaats: {gemeente}\n  door:\n    - {{partij: {id}, functie: wethouder Wonen}}\n    - {{partij: vlierrand, functie: directeur-bestuurder}}\n    - {{partij: huurdersplatform, functie: voorzitter}}\n---\n"
        );
        text.push_str("## Waarom wij dit afspreken\n\n");
        text.push_str(&self.paragraph(zinnen::INLEIDING, 4));
        text.push_str("## De thema's\n\n");
        for thema in &self.document.themas {
            let _ = writeln!(text, "- [{}]({}.md)", thema.titel, thema.stof.id);
        }
        text.push_str("\n## De gemeente in cijfers\n\n");
        text.push_str(&self.table());
        self.close(text)
    }

    /// The status with the days on which it was reached: documents of past years are signed.
    fn status(&mut self) -> String {
        let steps =
            [("concept", "06"), ("onderhandelakkoord", "10"), ("vastgesteld", "11"), ("ondertekend", "12")];
        let newest = self.document.jaren.0 == NEWEST;
        let reached = if newest { self.document.index % 3 } else { 3 };
        let mut text = format!("status: {}\ndatums:\n", steps[reached].0);
        for (step, month) in &steps[..=reached] {
            let day = 1 + self.pen.below(14);
            let _ = writeln!(text, "  {step}: {}-{month}-{day:02}", self.document.jaren.0 - 1);
        }
        text
    }

    pub fn thema(&mut self, thema: &Thema) -> String {
        let mut text = self.theme_head(thema);
        let intro = self.paragraph(zinnen::INLEIDING, 3);
        text.push_str(intro.trim_end());
        text.push_str(&self.note());
        text.push_str("\n\n");
        text.push_str(&self.paragraph(zinnen::ALGEMEEN, 3));
        if self.here == 0 && self.document.has_drawing() {
            text.push_str("![Staafdiagram met vier staven: de woningen die per jaar klaar zijn. De laatste staaf is de hoogste.](media/planning.svg \"Woningen per jaar\")\n\n");
        }
        let titels = self.pen.some(thema.stof.afspraken, thema.afspraken);
        let soorten = self.kinds(thema);
        let group = thema.afspraken.div_ceil(thema.stof.koppen.len());
        for (index, (titel, soort)) in titels.into_iter().zip(soorten).enumerate() {
            if index % group == 0 {
                let _ = write!(text, "## {}\n\n", thema.stof.koppen[index / group]);
            }
            let titel = self.fill(titel);
            let _ = write!(text, "### {titel} {{#{}{}}}\n\n", thema.stof.letter, index + 1);
            text.push_str(&self.facts(thema, soort));
            text.push_str(&self.prose(thema.stof));
        }
        self.close(text)
    }

    fn theme_head(&mut self, thema: &Thema) -> String {
        let stof = thema.stof;
        let samenvatting = self.fill_one(stof.samenvattingen);
        let visie = self.fill_one(stof.visies);
        let mut text = format!(
            "---\nsoort: thema\nthema: {}\ntitel: {}\nvolgorde: {}\nsamenvatting: {samenvatting}\nvisie: {visie}\nbeleid: [\"Volkshuisvestingsprogramma {}, hoofdstuk {}\"]\ndoelen:\n",
            stof.id,
            thema.titel,
            self.here + 1,
            self.document.gemeente,
            self.here + 1,
        );
        let count = 2 + self.pen.below(2);
        for doel in self.pen.some(stof.doelen, count) {
            let _ = writeln!(text, "  - {}", self.fill(doel));
        }
        text.push_str("indicatoren:\n");
        let count = 1 + self.pen.below(stof.indicatoren.len());
        for (id, titel, eenheid) in &stof.indicatoren[..count] {
            let (van, tot) = self.document.jaren;
            let start = 40 + self.pen.below(400);
            let step = 5 + self.pen.below(60);
            let goals: Vec<String> =
                (van..=tot).zip(1..).map(|(jaar, n)| format!("{jaar}: {}", start + n * step)).collect();
            let _ = write!(
                text,
                "  - id: {id}\n    titel: {titel}\n    eenheid: {eenheid}\n    bron: dVi\n    nulmeting: {{{}: {start}}}\n    streef: {{{}}}\n",
                van - 1,
                goals.join(", ")
            );
        }
        text + "---\n"
    }

    /// A kind for each agreement of a theme: every kind at least once, in some order.
    fn kinds(&mut self, thema: &Thema) -> Vec<&'static str> {
        let all = ["handeling", "transactie", "garantie", "proces", "intentie", "beschrijvend"];
        let mut kinds = all.to_vec();
        while kinds.len() < thema.afspraken {
            kinds.push(self.pen.one(&all[..4]));
        }
        if thema.stof.id == "betaalbaarheid" {
            kinds.pop();
            kinds.push("oneens");
        }
        let count = kinds.len();
        self.pen.some(&kinds, count)
    }

    /// The block of facts: what the kind asks for, and some of what it may have.
    fn facts(&mut self, thema: &Thema, soort: &str) -> String {
        let stof = thema.stof;
        let mut text = format!("```afspraak\nsoort: {soort}\n");
        if soort == "intentie" {
            let _ = writeln!(text, "voorwaarde: {}", self.fill_one(stof.voorwaarden));
        }
        if soort == "oneens" {
            text.push_str("standpunten:\n  vlierrand: wil dat huurders met een hoog inkomen meer gaan betalen\n  huurdersplatform: vindt dat de huur niet van het inkomen mag afhangen\neigenaar: vlierrand\n");
        } else if soort != "beschrijvend" {
            text.push_str("wie:\n");
            let _ = writeln!(text, "  vlierrand: {}", self.fill_one(stof.corporatie));
            if soort == "transactie" || self.pen.chance(60) {
                let _ = writeln!(text, "  gemeente: {}", self.fill_one(stof.gemeente));
            }
            if self.pen.chance(40) {
                let _ = writeln!(text, "  huurdersplatform: {}", self.fill_one(stof.huurders));
            }
        }
        if let Some(wanneer) = self.wanneer(soort) {
            let _ = writeln!(text, "wanneer: {wanneer}");
        }
        if matches!(soort, "handeling" | "transactie") && self.pen.chance(50) {
            let _ = writeln!(text, "indicator: {}", stof.indicatoren[0].0);
        }
        if self.document.jaren.0 < NEWEST && soort != "beschrijvend" {
            let colour = self.pen.one(&["groen", "groen", "groen", "oranje", "rood"]);
            let _ = writeln!(text, "status: {{{}: {colour}}}", self.document.jaren.0);
        }
        text + "```\n\n"
    }

    fn wanneer(&mut self, soort: &str) -> Option<String> {
        let jaar = self.jaar();
        let month = 1 + self.pen.below(12);
        match soort {
            "beschrijvend" => None,
            "garantie" => Some("doorlopend".into()),
            "proces" => Some("jaarlijks".into()),
            "intentie" => Some(jaar.to_string()),
            "oneens" => Some(format!("{jaar}-{month:02}")),
            _ if self.pen.chance(30) => Some(period(self.document.jaren)),
            _ => Some(format!("{jaar}-{month:02}-28")),
        }
    }

    /// What stands below the facts.
    fn prose(&mut self, stof: &Stof) -> String {
        let mut text = String::new();
        for paragraph in 0..1 + self.pen.below(3) {
            let from = if paragraph == 1 { zinnen::ALGEMEEN } else { stof.zinnen };
            let count = 3 + self.pen.below(3);
            text.push_str(&self.paragraph(from, count));
        }
        match self.pen.below(10) {
            0 => text.push_str(&self.table()),
            1 => text.push_str(&self.list()),
            2 => text.push_str(&self.callout()),
            3 => {
                text.truncate(text.trim_end().len());
                text.push_str(&self.note());
                text.push_str("\n\n");
            }
            _ => {}
        }
        text
    }

    /// Some sentences, each on a line of its own as editors are told to, now and then one that fits anywhere.
    fn paragraph(&mut self, from: &'static [&'static str], count: usize) -> String {
        let mut text = String::new();
        for sentence in self.pen.some(from, count) {
            let sentence = if self.pen.chance(15) { self.pen.one(zinnen::ALGEMEEN) } else { sentence };
            let _ = writeln!(text, "{}", self.fill(sentence));
        }
        text + "\n"
    }

    fn table(&mut self) -> String {
        let (van, tot) = (self.document.jaren.0 - 1, self.document.jaren.1);
        let mut text = format!("| Soort | {van} | {tot} |\n| --- | ---: | ---: |\n");
        let (mut before, mut after) = (0, 0);
        let count = 3 + self.pen.below(3);
        for row in self.pen.some(zinnen::RIJEN, count) {
            let (old, new) = (20 + self.pen.below(900), 20 + self.pen.below(1_100));
            (before, after) = (before + old, after + new);
            let _ = writeln!(text, "| {row} | {} | {} |", thousands(old), thousands(new));
        }
        let _ = write!(text, "| Totaal | {} | {} |\n\n", thousands(before), thousands(after));
        text
    }

    fn list(&mut self) -> String {
        let mut text = self.fill("Voor {maand} {jaar} ligt er:\n\n");
        let count = 2 + self.pen.below(3);
        for item in self.pen.some(zinnen::PUNTEN, count) {
            let _ = writeln!(text, "- {}", self.fill(item));
        }
        text + "\n"
    }

    fn callout(&mut self) -> String {
        let (word, sentence) = self.pen.one(zinnen::KADERS);
        format!("> **{word}** {}\n\n", self.fill(sentence))
    }

    /// A reference to a new footnote.
    fn note(&mut self) -> String {
        self.noted += 1;
        let note = self.fill_one(zinnen::NOTEN);
        self.notes.push(format!("[^n{}]: {note}", self.noted));
        format!("[^n{}]", self.noted)
    }

    /// Ends a file: the footnotes, and one empty line fewer.
    fn close(&mut self, mut text: String) -> String {
        for note in self.notes.drain(..) {
            let _ = write!(text, "{note}\n\n");
        }
        self.noted = 0;
        text.truncate(text.trim_end().len());
        text + "\n"
    }

    pub fn proces(&mut self) -> String {
        let mut text = format!(
            "---\nsoort: hoofdstuk\ntitel: Samenwerken en volgen\nvolgorde: {}\nsamenvatting: Hoe wij overleggen en bijhouden of het lukt.\n---\nAfspraken maken is het begin, uitvoeren de rest.\n\n",
            self.document.themas.len() + 1
        );
        for (kop, zinnen) in zinnen::PROCES {
            let _ = write!(text, "## {kop}\n\n");
            text.push_str(&self.paragraph(zinnen, zinnen.len()));
        }
        self.close(text)
    }

    pub fn bijlage(&mut self) -> String {
        let mut text = format!(
            "---\nsoort: bijlage\ntitel: Bedragen\nvolgorde: {}\nsamenvatting: Wat de uitvoering kost, in duizenden euro's.\n---\nAlle bedragen zijn in duizenden euro's.\n\n| Thema | Gemeente | De Vlierrand | Hoort bij |\n| --- | ---: | ---: | --- |\n",
            self.document.themas.len() + 2
        );
        for thema in &self.document.themas {
            let (theirs, ours) = (50 + self.pen.below(4_000), 200 + self.pen.below(30_000));
            let number = 1 + self.pen.below(thema.afspraken);
            let letter = thema.stof.letter;
            let _ = writeln!(
                text,
                "| {} | {} | {} | [{letter}{number}] |",
                thema.titel,
                thousands(theirs),
                thousands(ours)
            );
        }
        text + "\nDe bedragen voor latere jaren zijn een verwachting.\n"
    }

    pub fn drawing(&mut self) -> String {
        let mut text = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"320\" viewBox=\"0 0 640 320\">\n<rect width=\"640\" height=\"320\" fill=\"#f4f7f5\"/>\n",
        );
        for bar in 0..4 {
            let height = 60 + 45 * bar + self.pen.below(40);
            let _ = writeln!(
                text,
                "<rect x=\"{}\" y=\"{}\" width=\"90\" height=\"{height}\" fill=\"#14532d\"/>",
                70 + 130 * bar,
                300 - height
            );
        }
        text + "<path d=\"M40 300H600\" stroke=\"#333\" stroke-width=\"2\"/>\n</svg>\n"
    }

    fn fill_one(&mut self, templates: &[&str]) -> String {
        let template = self.pen.one(templates);
        self.fill(template)
    }

    /// A sentence with its gaps filled.
    pub fn fill(&mut self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (gap, after) = after.split_once('}').expect("a gap that is closed");
            text.push_str(&self.gap(gap));
            rest = after;
        }
        text + rest
    }

    fn gap(&mut self, gap: &str) -> String {
        let pen = &mut self.pen;
        match gap {
            "gemeente" => self.document.gemeente.clone(),
            "buurt" => pen.one(zinnen::BUURTEN).into(),
            "straat" => pen.one(zinnen::STRATEN).into(),
            "project" => pen.one(zinnen::PROJECTEN).into(),
            "maand" => pen.one(zinnen::MAANDEN).into(),
            "keer" => pen.one(zinnen::KEREN).into(),
            "jaar" => self.jaar().to_string(),
            "klein" => (3 + pen.below(10)).to_string(),
            "aantal" => (14 + pen.below(230)).to_string(),
            "veel" => thousands(1_200 + 10 * pen.below(800)),
            "pct" => (15 + 5 * pen.below(16)).to_string(),
            "komma" => format!("{},{}", 1 + pen.below(8), 1 + pen.below(9)),
            "cijfer" => format!("{},{}", 5 + pen.below(3), 1 + pen.below(9)),
            "euro" => format!("€ {}", thousands(5_000 + 500 * pen.below(1_800))),
            "duizenden" => format!("€ {}", thousands(5_000 + 500 * pen.below(40))),
            "euroklein" => format!("€ {}", 120 + 5 * pen.below(150)),
            "mln" => format!("€ {},{} miljoen", 1 + pen.below(30), 1 + pen.below(9)),
            "ref" => self.reference(),
            "ander" => self.other_theme(),
            "bron" => {
                let (words, address) = pen.one(zinnen::BRONNEN);
                format!("[{words}]({address})")
            }
            unknown => panic!("no such gap: {unknown}"),
        }
    }

    /// The number of an agreement of this document, often of the same theme.
    fn reference(&mut self) -> String {
        let themas = &self.document.themas;
        let index = if self.pen.chance(50) { self.here } else { self.pen.below(themas.len()) };
        let number = 1 + self.pen.below(themas[index].afspraken);
        format!("[{}{number}]", themas[index].stof.letter)
    }

    /// A link to another theme, or to the chapter when there is no other.
    fn other_theme(&mut self) -> String {
        let themas = &self.document.themas;
        if themas.len() < 2 {
            return "[het hoofdstuk over samenwerken](proces.md)".into();
        }
        let other = (self.here + 1 + self.pen.below(themas.len() - 1)) % themas.len();
        format!("[het thema {}]({}.md)", themas[other].titel, themas[other].stof.id)
    }

    fn jaar(&mut self) -> u32 {
        let (van, tot) = self.document.jaren;
        van + u32::try_from(self.pen.below((tot - van + 1) as usize)).unwrap_or(0)
    }

    fn gemeente(&self) -> String {
        format!("gemeente-{}", self.document.gemeente.to_lowercase())
    }
}

/// A number with the dots that the Dutch put between thousands.
fn thousands(number: usize) -> String {
    match number {
        ..1_000 => number.to_string(),
        _ => format!("{}.{:03}", thousands(number / 1_000), number % 1_000),
    }
}
