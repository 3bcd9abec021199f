//! The canonical text of a document, and its fingerprint.
//!
//! What parties agree on, as plain lines that mean the same whatever the look:
//! title, parties, term, chapters, agreements with their facts, all prose. Not
//! in it is what changes without anyone agreeing anew: status, approvals,
//! dates of publication, progress. So the fingerprint on a signed paper copy
//! and on the page that is online three years later are the same exactly when
//! the agreed text is. The text itself is published; `sha256sum` of that file
//! is the fingerprint.

use sha2::{Digest, Sha256};

use crate::markdown::{Block, BlockKind, Footnote, Inline, InlineKind, Picture, Target, Tekst, plain};
use crate::model::{
    Afspraak, Deel, Gebied, Hoofdstuk, HoofdstukSoort, Indicator, Inzet, Onderdeel, Overeenkomst, Thema,
};
use crate::source::Sources;

/// SHA-256 over the canonical text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Of a canonical text.
    pub fn of(canonical: &str) -> Self {
        Self(Sha256::digest(canonical.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// 64 hexadecimal digits.
    pub fn long(&self) -> &str {
        &self.0
    }

    /// The first 16 digits in fours, to be compared by eye: `3F2A 91BC 77DE 0A41`.
    pub fn short(&self) -> String {
        let digits = self.0[..16].to_uppercase();
        [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]].join(" ")
    }
}

/// The canonical text of a document.
pub fn text(document: &Overeenkomst, sources: &Sources) -> String {
    let mut writer = Writer { sources, out: String::new() };
    writer.document(document);
    writer.out
}

struct Writer<'a> {
    sources: &'a Sources,
    out: String,
}

impl Writer<'_> {
    /// One line: a name and a value without line ends of its own.
    fn line(&mut self, name: &str, value: &str) {
        self.out.push_str(name);
        self.out.push_str(": ");
        for (index, word) in value.split_whitespace().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            self.out.push_str(word);
        }
        self.out.push('\n');
    }

    fn optional(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(name, value);
        }
    }

    fn document(&mut self, document: &Overeenkomst) {
        // A change in this form is a new number, as it changes every fingerprint.
        self.line("afspraken-inhoud", "1");
        self.line("titel", &document.titel);
        self.line("soort", document.soort.word());
        match &document.gebied {
            Gebied::Gemeente(naam) => self.line("gemeente", naam),
            Gebied::Regio(naam) => self.line("regio", naam),
        }
        for partij in &document.partijen {
            self.line("partij", &format!("{} ({})", partij.naam, partij.rol.word()));
        }
        let looptijd = document.looptijd;
        self.line("looptijd", &format!("{}/{}", looptijd.van(), looptijd.tot_en_met()));
        for ondertekenaar in &document.ondertekening.door {
            self.line("tekent", &format!("{}: {}", ondertekenaar.partij.naam, ondertekenaar.functie));
        }
        self.tekst(&document.preambule);
        for deel in &document.delen {
            match deel {
                Deel::Thema(thema) => self.thema(thema),
                Deel::Hoofdstuk(hoofdstuk) => self.hoofdstuk(hoofdstuk),
            }
        }
    }

    fn hoofdstuk(&mut self, hoofdstuk: &Hoofdstuk) {
        match hoofdstuk.soort {
            HoofdstukSoort::Hoofdstuk => self.line("hoofdstuk", &hoofdstuk.titel),
            HoofdstukSoort::Bijlage { nummer } => {
                self.line("bijlage", &format!("{nummer} {}", hoofdstuk.titel));
            }
        }
        self.optional("samenvatting", hoofdstuk.samenvatting.as_deref());
        self.tekst(&hoofdstuk.tekst);
    }

    fn thema(&mut self, thema: &Thema) {
        self.line("thema", &format!("{} {}", thema.thema.as_str(), thema.titel));
        self.optional("samenvatting", thema.samenvatting.as_deref());
        for (name, values) in [("visie", &thema.visie), ("beleid", &thema.beleid), ("doel", &thema.doelen)] {
            for value in values {
                self.line(name, value);
            }
        }
        for indicator in &thema.indicatoren {
            self.indicator(indicator);
        }
        for onderdeel in &thema.onderdelen {
            match onderdeel {
                Onderdeel::Tekst(blocks) => self.blocks(blocks),
                Onderdeel::Afspraak(afspraak) => self.afspraak(afspraak),
            }
        }
        self.footnotes(&thema.voetnoten);
    }

    /// Baseline and targets are agreed; how far one has come is not.
    fn indicator(&mut self, indicator: &Indicator) {
        self.line("indicator", &format!("{} ({})", indicator.titel, indicator.eenheid));
        self.optional("bron", indicator.bron.as_deref());
        for (name, values) in [("nulmeting", &indicator.nulmeting), ("streef", &indicator.streef)] {
            for (jaar, getal) in values {
                self.line(name, &format!("{jaar} {getal}"));
            }
        }
    }

    fn afspraak(&mut self, afspraak: &Afspraak) {
        self.line("afspraak", &format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel)));
        self.line("soort", afspraak.soort.word());
        self.inzetten("wie", &afspraak.wie);
        self.optional("wanneer", afspraak.wanneer.as_ref().map(|wanneer| wanneer.canoniek()).as_deref());
        self.optional("voorwaarde", afspraak.voorwaarde.as_deref());
        self.inzetten("standpunt", &afspraak.standpunten);
        self.optional("eigenaar", afspraak.eigenaar.as_ref().map(|partij| partij.naam.as_str()));
        for indicator in &afspraak.indicatoren {
            self.line("gemeten met", indicator.value.as_str());
        }
        self.blocks(&afspraak.tekst);
    }

    fn inzetten(&mut self, name: &str, inzetten: &[Inzet]) {
        for inzet in inzetten {
            self.line(name, &format!("{}: {}", inzet.partij.naam, inzet.tekst));
        }
    }

    fn tekst(&mut self, tekst: &Tekst) {
        self.blocks(&tekst.blocks);
        self.footnotes(&tekst.footnotes);
    }

    fn footnotes(&mut self, footnotes: &[Footnote]) {
        for (index, footnote) in footnotes.iter().enumerate() {
            self.line("voetnoot", &(index + 1).to_string());
            self.blocks(&footnote.blocks);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => self.content("alinea", content),
            BlockKind::Heading(heading) => self.content(&format!("kop {}", heading.level), &heading.content),
            BlockKind::List(list) => {
                let kind = if list.start.is_some() { "genummerd" } else { "punt" };
                for (index, item) in list.items.iter().enumerate() {
                    let number = list.start.map_or(String::new(), |start| (start + index as u64).to_string());
                    let task = match item.task {
                        None => "",
                        Some(true) => "[x]",
                        Some(false) => "[ ]",
                    };
                    self.line(kind, &format!("{number} {task}"));
                    self.blocks(&item.blocks);
                }
            }
            BlockKind::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    for cell in row {
                        self.content("cel", cell);
                    }
                    self.line("einde rij", "");
                }
            }
            BlockKind::Quote(blocks) => {
                self.line("citaat", "");
                self.blocks(blocks);
            }
            BlockKind::Callout(callout, blocks) => {
                self.line("kader", callout.id());
                self.blocks(blocks);
            }
            BlockKind::Code { text, .. } => self.line("code", text),
            BlockKind::Figure(picture) => {
                self.picture(picture);
                self.optional("bijschrift", picture.caption.as_deref());
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.content("term", &definition.term);
                    for explanation in &definition.explanations {
                        self.line("uitleg", "");
                        self.blocks(explanation);
                    }
                }
            }
            BlockKind::Rule => self.line("streep", ""),
        }
    }

    /// The words, and after them what words alone do not say: struck text,
    /// where links go, which footnotes are named, what pictures show.
    fn content(&mut self, name: &str, content: &[Inline]) {
        self.line(name, &plain::inlines(content));
        let mut extra: Vec<(&str, String)> = Vec::new();
        let mut pictures = Vec::new();
        crate::markdown::inlines(content, &mut |inline| match &inline.kind {
            InlineKind::Strikethrough(inner) => extra.push(("doorgehaald", plain::inlines(inner))),
            InlineKind::Link(target, _) => extra.push(("verwijzing", target_text(target))),
            InlineKind::FootnoteReference(index) => extra.push(("noot", (index + 1).to_string())),
            InlineKind::Picture(picture) => pictures.push(picture),
            _ => {}
        });
        for (name, value) in extra {
            self.line(name, &value);
        }
        for picture in pictures {
            self.picture(picture);
        }
    }

    fn picture(&mut self, picture: &Picture) {
        let digest = self.sources.media().get(&picture.path).map(|file| {
            Fingerprint(Sha256::digest(&file.bytes).iter().map(|byte| format!("{byte:02x}")).collect())
        });
        self.line("afbeelding", &picture.alt);
        self.optional("sha256", digest.as_ref().map(Fingerprint::long));
    }
}

fn target_text(target: &Target) -> String {
    match target {
        Target::Outside(address) => address.to_string(),
        Target::Agreement(nummer) => format!("[{nummer}]"),
        Target::Anchor(anchor) => format!("#{anchor}"),
        Target::File(path, None) => path.to_string(),
        Target::File(path, Some(anchor)) => format!("{path}#{anchor}"),
        Target::Term(term) => format!("[[{term}]]"),
    }
}
