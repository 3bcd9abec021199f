//! Makes a large site out of nothing: `cargo run --release --example corpus -- PAGES MAP`.
//!
//! Below `MAP/content` come as many pages of themes as asked, in documents of five to eight, with all that a site
//! has around them. The text is put together from sentences with gaps (`corpus/zinnen.rs`) by a generator of
//! numbers of its own, so that the same words give the same bytes on every machine. Used for measuring and for
//! trying out what only large sites show; it depends on nothing, also not on the library.

#[path = "corpus/pen.rs"]
mod pen;
#[path = "corpus/plain.rs"]
pub mod plain;
#[path = "corpus/writer.rs"]
mod writer;
#[path = "corpus/zinnen.rs"]
mod zinnen;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use pen::Pen;
use writer::Writer;
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
