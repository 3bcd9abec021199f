//! Laws that agreements cite, and where their articles stand on wetten.overheid.nl.
//!
//! Dated data: what the laws are called, their numbers in the national
//! database (BWB), and how their articles are numbered, as on [`PEILDATUM`].
//! Which of them matter follows from the handbook (lines 152, 353, 532, 554,
//! 558 and 670) and from what real agreements cite.
//! [`crate::markdown::parse`] recognises citations by this table.

use ecow::EcoString;

/// The day of which this table tells.
pub const PEILDATUM: &str = "2026-07-01";

/// A law of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wet(usize);

/// What is known of a law.
struct Gegevens {
    /// Its name as it stands in lists.
    naam: &'static str,
    /// Its number on wetten.overheid.nl.
    bwb: &'static str,
    /// How texts name it; a longer name before one that it begins with.
    namen: &'static [&'static str],
    nummering: Nummering,
}

/// How the articles of a law are numbered.
enum Nummering {
    /// `44a`; none is higher than this. The margin is wide on purpose: only what
    /// cannot be is said not to be.
    Heel(u32),
    /// `5.1` or `2.1.3`: as many numbers, with points between them.
    Punten(usize),
    /// `3:4`
    DubbelePunt,
    /// `7:248`: this book of the Burgerlijk Wetboek.
    Boek(u32),
}

const WETTEN: [Gegevens; 10] = [
    Gegevens {
        naam: "Woningwet",
        bwb: "BWBR0005181",
        namen: &["Woningwet"],
        nummering: Nummering::Heel(150),
    },
    Gegevens {
        naam: "Besluit toegelaten instellingen volkshuisvesting 2015",
        bwb: "BWBR0036702",
        namen: &[
            "Besluit toegelaten instellingen volkshuisvesting 2015",
            "Besluit toegelaten instellingen volkshuisvesting",
            "Btiv 2015",
            "BTIV 2015",
            "Btiv",
            "BTIV",
        ],
        nummering: Nummering::Heel(150),
    },
    Gegevens {
        naam: "Huisvestingswet 2014",
        bwb: "BWBR0035303",
        namen: &["Huisvestingswet 2014", "Huisvestingswet"],
        nummering: Nummering::Heel(70),
    },
    Gegevens {
        naam: "Wet op het overleg huurders verhuurder",
        bwb: "BWBR0009810",
        namen: &["Wet op het overleg huurders verhuurder", "Overlegwet", "Wohv", "WOHV"],
        nummering: Nummering::Heel(20),
    },
    Gegevens {
        naam: "Leegstandwet",
        bwb: "BWBR0003403",
        namen: &["Leegstandwet"],
        nummering: Nummering::Heel(40),
    },
    Gegevens {
        naam: "Omgevingswet",
        bwb: "BWBR0037885",
        namen: &["Omgevingswet"],
        nummering: Nummering::Punten(2),
    },
    Gegevens {
        naam: "Wet maatschappelijke ondersteuning 2015",
        bwb: "BWBR0035362",
        namen: &[
            "Wet maatschappelijke ondersteuning 2015",
            "Wet maatschappelijke ondersteuning",
            "Wmo 2015",
            "Wmo",
        ],
        nummering: Nummering::Punten(3),
    },
    Gegevens {
        naam: "Algemene wet bestuursrecht",
        bwb: "BWBR0005537",
        namen: &["Algemene wet bestuursrecht", "Awb"],
        nummering: Nummering::DubbelePunt,
    },
    Gegevens {
        naam: "Uitvoeringswet huurprijzen woonruimte",
        bwb: "BWBR0014315",
        namen: &["Uitvoeringswet huurprijzen woonruimte", "Uhw"],
        nummering: Nummering::Heel(70),
    },
    Gegevens {
        naam: "Burgerlijk Wetboek, Boek 7",
        bwb: "BWBR0005290",
        namen: &["Burgerlijk Wetboek", "BW"],
        nummering: Nummering::Boek(7),
    },
];

impl Wet {
    /// All of them, in the order of lists.
    pub fn alle() -> impl Iterator<Item = Self> {
        (0..WETTEN.len()).map(Self)
    }

    fn gegevens(self) -> &'static Gegevens {
        &WETTEN[self.0]
    }

    /// Its name in full.
    pub fn naam(self) -> &'static str {
        self.gegevens().naam
    }

    /// How texts name it.
    pub fn namen(self) -> &'static [&'static str] {
        self.gegevens().namen
    }

    /// Its whole text, as it holds now.
    pub fn adres(self) -> String {
        format!("https://wetten.overheid.nl/{}", self.gegevens().bwb)
    }

    /// Its anchor on the page of laws.
    pub fn anker(self) -> String {
        slug::slugify(self.naam())
    }
}

/// A provision of a law: an article, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bepaling {
    /// The law.
    pub wet: Wet,
    /// The article, as it was written: `44a`, `5.1`, `7:248`.
    pub artikel: EcoString,
    /// The paragraph of that article.
    pub lid: Option<EcoString>,
}

impl Bepaling {
    /// Whether the law can have an article of this number. Where that is not sure, it can.
    pub fn kan_bestaan(&self) -> bool {
        let numbers = |separator| self.artikel.split(separator).count();
        let number = self.artikel.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>();
        match self.wet.gegevens().nummering {
            Nummering::Heel(highest) => number.is_ok_and(|number| (1..=highest).contains(&number)),
            Nummering::Punten(count) => numbers('.') == count && !self.artikel.contains(':'),
            Nummering::DubbelePunt => numbers(':') == 2,
            Nummering::Boek(_) => self.in_boek().is_some(),
        }
    }

    /// How articles of this law are written, for who wrote one otherwise.
    pub fn zo_genummerd(&self) -> &'static str {
        match self.wet.gegevens().nummering {
            Nummering::Heel(_) => "zoals 42 of 44a",
            Nummering::Punten(2) => "zoals 5.1",
            Nummering::Punten(_) => "zoals 2.1.3",
            Nummering::DubbelePunt => "zoals 3:4",
            Nummering::Boek(_) => "zoals 7:248",
        }
    }

    /// The number within the book that the table has.
    fn in_boek(&self) -> Option<&str> {
        let (boek, artikel) = self.artikel.split_once(':')?;
        match self.wet.gegevens().nummering {
            Nummering::Boek(known) if boek.parse() == Ok(known) => Some(artikel),
            _ => None,
        }
    }

    /// Whether it is of a law of the table at all: other books of the Burgerlijk Wetboek are not.
    pub fn is_bekend(&self) -> bool {
        !matches!(self.wet.gegevens().nummering, Nummering::Boek(_)) || self.in_boek().is_some()
    }

    /// Where it stands, as it holds now: a Juriconnect reference, which lasts when
    /// chapters are numbered anew. Of what cannot be, the law as a whole.
    pub fn adres(&self) -> String {
        if !self.kan_bestaan() {
            return self.wet.adres();
        }
        let bwb = self.wet.gegevens().bwb;
        let mut adres = format!("https://wetten.overheid.nl/jci1.3:c:{bwb}");
        match (&self.wet.gegevens().nummering, self.in_boek()) {
            (Nummering::Boek(boek), Some(artikel)) => adres += &format!("&boek={boek}&artikel={artikel}"),
            _ => adres += &format!("&artikel={}", self.artikel),
        }
        if let Some(lid) = &self.lid {
            adres += &format!("&lid={lid}");
        }
        adres
    }

    /// Its place in a list: by law, then as articles follow each other.
    pub fn volgorde(&self) -> (Wet, Vec<u32>, &str, Option<u32>, &str) {
        let end = self.artikel.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let (numbers, letters) = self.artikel.split_at(end);
        let numbers = numbers.split(['.', ':']).filter_map(|number| number.parse().ok()).collect();
        let lid = self.lid.as_deref().unwrap_or_default();
        (self.wet, numbers, letters, lid.parse().ok(), lid)
    }
}
