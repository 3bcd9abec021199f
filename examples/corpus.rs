//! Makes a large site out of nothing: `cargo run --release --example corpus -- PAGES MAP`.
//!
//! Below `MAP/content` come as many pages of themes as asked, in documents of five to eight, with all that a site
//! has around them. The text is put together from sentences with gaps (`corpus/zinnen.rs`) by a generator of
//! numbers of its own, so that the same words give the same bytes on every machine. Used for measuring and for
//! trying out what only large sites show; it depends on nothing, also not on the library.

#[path = "corpus/zinnen.rs"]
mod zinnen;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use zinnen::Stof;

/// The file that tells a folder made by this program from anyone else's; readers skip hidden files.
const MARKER: &str = ".corpus";
/// Of more pages than this the municipalities would need agreements from before they existed.
const MOST_PAGES: usize = 20_000;
/// The first year of the newest documents.
const NEWEST: u32 = 2027;
const USAGE: &str = "Gebruik: corpus PAGES MAP, waarbij PAGES een getal is van 1 tot en met 20000.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pages, folder] = arguments.as_slice() else { return fail(USAGE) };
    let Some(pages) = pages.parse().ok().filter(|pages| (1..=MOST_PAGES).contains(pages)) else {
        return fail(USAGE);
    };
    match write(pages, Path::new(folder)) {
        Ok(documents) => {
            println!("{pages} pagina's van thema's in {} overeenkomsten.", documents.len());
            ExitCode::SUCCESS
        }
        Err(message) => fail(&message),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// Writes a corpus of `pages` pages of themes below `folder/content`, in place of an earlier one; gives the folders
/// of its documents.
pub fn write(pages: usize, folder: &Path) -> Result<Vec<String>, String> {
    let content = folder.join("content");
    clear(&content)?;
    put(&content.join(MARKER), "")?;
    let documents: Vec<Document> =
        sizes(pages).into_iter().enumerate().map(|(index, size)| Document::new(index, size)).collect();
    put(&content.join("site.yaml"), &site(&documents))?;
    put(&content.join("begrippen.yaml"), &begrippen())?;
    put(&content.join("over.md"), OVER)?;
    put(&content.join("contact.md"), CONTACT)?;
    for document in &documents {
        document.write(&content.join(&document.map))?;
    }
    Ok(documents.into_iter().map(|document| document.map).collect())
}

/// Takes away what an earlier run made, and refuses anything else.
fn clear(content: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", content.display());
    match fs::read_dir(content).map(|mut entries| entries.next().is_none()) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(told(error)),
        Ok(true) => {}
        Ok(false) if content.join(MARKER).is_file() => fs::remove_dir_all(content).map_err(told)?,
        Ok(false) => {
            return Err(format!("{} bestaat al en is niet door dit programma gemaakt.", content.display()));
        }
    }
    fs::create_dir_all(content).map_err(told)
}

fn put(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Divides pages over documents of five to eight; only the last one may be smaller.
fn sizes(pages: usize) -> Vec<usize> {
    let mut pen = Pen::new(0);
    let mut sizes = Vec::new();
    let mut left = pages;
    while left > 0 {
        let size = match left {
            ..=8 => left,
            9..=12 => left.div_ceil(2),
            _ => 5 + pen.below(4),
        };
        sizes.push(size);
        left -= size;
    }
    sizes
}

const OVER: &str = "\
---
titel: Over deze afspraken
volgorde: 1
samenvatting: Wat De Vlierrand met gemeenten en huurders afspreekt.
---
De Vlierrand verhuurt woningen in veel gemeenten en maakt met elk daarvan afspraken.
Aan tafel zitten de gemeente, De Vlierrand en het Huurdersplatform.

> **Let op** Alles op deze site is bedacht: de plaatsen, de partijen, de cijfers en de afspraken.

## Zo leest u de afspraken

Elke overeenkomst heeft thema's, en elk thema heeft afspraken met een nummer.
Vaktermen zoals [[DAEB]] en [[huursom]] staan uitgelegd in de lijst met begrippen.
";

const CONTACT: &str = "\
---
titel: Contact
volgorde: 2
---
Hebt u een vraag over een afspraak?
Schrijf naar [prestatieafspraken@vlierrand.example](mailto:prestatieafspraken@vlierrand.example), of kom langs op een spreekuur.
Noem daarbij het nummer van de afspraak.
";

fn site(documents: &[Document]) -> String {
    let mut text = String::from(
        "\
naam: Prestatieafspraken van De Vlierrand
ondertitel: Wat wij met gemeenten en huurders afspreken
corporatie: vlierrand
huisstijl:
  kleuren: {merk: \"#14532d\", accent: \"#9a3412\"}
contact:
  organisatie: Woonstichting De Vlierrand
  email: prestatieafspraken@vlierrand.example
partijen:
  - id: vlierrand
    naam: Woonstichting De Vlierrand
    kort: De Vlierrand
    rol: corporatie
    website: https://www.vlierrand.example
  - id: huurdersplatform
    naam: Huurdersplatform De Vlierrand
    kort: het Huurdersplatform
    rol: huurdersorganisatie
  - id: lindebeek
    naam: Zorggroep Lindebeek
    kort: Lindebeek
    rol: zorgpartij
",
    );
    for gemeente in documents.iter().map(|document| &document.gemeente).collect::<BTreeSet<_>>() {
        let id = gemeente.to_lowercase();
        let _ = write!(
            text,
            "  - id: gemeente-{id}\n    naam: Gemeente {gemeente}\n    kort: gemeente {gemeente}\n    rol: gemeente\n"
        );
    }
    text
}

fn begrippen() -> String {
    let mut text = String::new();
    for (term, voluit, betekenis) in zinnen::BEGRIPPEN {
        let _ = writeln!(text, "- term: {term}");
        if !voluit.is_empty() {
            let _ = writeln!(text, "  voluit: {voluit}");
        }
        let _ = writeln!(text, "  betekenis: {betekenis}");
    }
    text
}

/// An agreement document, as far as all of its pages must know it.
struct Document {
    index: usize,
    gemeente: String,
    map: String,
    /// First and last year.
    jaren: (u32, u32),
    themas: Vec<Thema>,
}

struct Thema {
    stof: &'static Stof,
    titel: String,
    afspraken: usize,
}

impl Document {
    /// The newest document of each municipality comes first, then those of the years before.
    fn new(index: usize, size: usize) -> Self {
        let (gemeenten, firsts) = (zinnen::VOOR.len() * zinnen::ACHTER.len(), zinnen::VOOR.len());
        let (age, place) = (index / gemeenten, index % gemeenten);
        let (first, last) = (place % firsts, (place / firsts + place % firsts) % zinnen::ACHTER.len());
        let gemeente = format!("{}{}", zinnen::VOOR[first], zinnen::ACHTER[last]);
        let jaren = match u32::try_from(age).unwrap_or(0) {
            0 => (NEWEST, NEWEST + 3),
            age => (NEWEST - age, NEWEST - age),
        };
        let mut pen = Pen::new(index as u64 + 1);
        let themas = zinnen::STOF.iter().take(size).map(|stof| Thema {
            stof,
            titel: pen.one(stof.titels).replace("{gemeente}", &gemeente),
            afspraken: 9 + pen.below(3),
        });
        let themas = themas.collect();
        let map = format!("{}-{}", gemeente.to_lowercase(), period(jaren));
        Self { index, gemeente, map, jaren, themas }
    }

    fn write(&self, folder: &Path) -> Result<(), String> {
        let told = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir(folder).map_err(told)?;
        let mut writer = Writer::new(self);
        put(&folder.join("overeenkomst.md"), &writer.overeenkomst())?;
        for (index, thema) in self.themas.iter().enumerate() {
            writer.here = index;
            put(&folder.join(format!("{}.md", thema.stof.id)), &writer.thema(thema))?;
        }
        put(&folder.join("proces.md"), &writer.proces())?;
        put(&folder.join("bijlage-bedragen.md"), &writer.bijlage())?;
        if self.has_drawing() {
            fs::create_dir(folder.join("media")).map_err(told)?;
            put(&folder.join("media/planning.svg"), &writer.drawing())?;
        }
        Ok(())
    }

    /// Some documents have a picture.
    fn has_drawing(&self) -> bool {
        self.index.is_multiple_of(3)
    }

    /// And some a fourth party.
    fn has_care(&self) -> bool {
        self.index.is_multiple_of(4)
    }
}

fn period((van, tot): (u32, u32)) -> String {
    if van == tot { van.to_string() } else { format!("{van}-{tot}") }
}

/// Writes the files of a document.
struct Writer<'a> {
    document: &'a Document,
    pen: Pen,
    /// Which theme is being written.
    here: usize,
    /// Footnotes of the page that are still to be written out.
    notes: Vec<String>,
    /// How many footnotes the page has so far.
    noted: usize,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document) -> Self {
        let pen = Pen::new(document.index as u64 + 1_000_000);
        Self { document, pen, here: 0, notes: Vec::new(), noted: 0 }
    }

    fn overeenkomst(&mut self) -> String {
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

    fn thema(&mut self, thema: &Thema) -> String {
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

    fn proces(&mut self) -> String {
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

    fn bijlage(&mut self) -> String {
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

    fn drawing(&mut self) -> String {
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
    fn fill(&mut self, template: &str) -> String {
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

/// Draws numbers that look random and are the same everywhere (SplitMix64).
struct Pen {
    state: u64,
}

impl Pen {
    fn new(seed: u64) -> Self {
        let mut pen = Self { state: seed.wrapping_mul(0x2545_f491_4f6c_dd1d) };
        pen.next();
        pen
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From zero up to `end`, without it.
    fn below(&mut self, end: usize) -> usize {
        // Taken from 32 bits, so that it is the same where `usize` is small.
        (self.next() >> 32) as usize % end
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// `count` of a list, each once, in some order; all of it when it is shorter.
    fn some<T: Copy>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut list = list.to_vec();
        let count = count.min(list.len());
        for at in 0..count {
            let other = at + self.below(list.len() - at);
            list.swap(at, other);
        }
        list.truncate(count);
        list
    }
}
