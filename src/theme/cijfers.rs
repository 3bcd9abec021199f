//! Tables of figures in the words of the theme: which columns and rows there
//! are, what stands above and below them, which sums come with them.
//!
//! Site and PDF show the same tables because both get them from here; only
//! where a link to an agreement leads differs.

use serde::Serialize;

use super::labels::Labels;
use crate::model::{
    AfspraakNummer, Cijferregel, Cijfersoort, Cijfertabel, Geldeenheid, Geldstroom, Getal, Jaar, Maat,
    Optellen, Optelling, Periode, Som, Termijn,
};

/// A table as readers see it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cijferblad {
    /// Title.
    pub titel: String,
    /// In what it counts, whose figures they are, what else must be known.
    pub uitleg: Vec<String>,
    /// Columns, the one that names the rows first.
    pub kolommen: Vec<Cijferkolom>,
    /// Rows in groups, each with its sum; most tables have one group.
    pub groepen: Vec<Cijfergroep>,
    /// What stands below it.
    pub noten: Vec<String>,
    /// The same figures by party, and by subject.
    pub verdelingen: Vec<Cijferblad>,
}

/// A column.
#[derive(Debug, Clone, Serialize)]
pub struct Cijferkolom {
    /// What it is of: a year.
    pub titel: String,
    /// How firm its figures are.
    pub onder: Option<String>,
    /// Whether figures stand in it, and not words.
    pub getal: bool,
}

/// Rows that belong together.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cijfergroep {
    /// What they have in common, when there are more groups.
    pub titel: Option<String>,
    /// Rows.
    pub rijen: Vec<Cijferrij>,
}

/// A row.
#[derive(Debug, Clone, Serialize)]
pub struct Cijferrij {
    /// What it is called.
    pub naam: String,
    /// Whether it is the sum of others.
    pub som: bool,
    /// What stands in the other columns.
    pub cellen: Vec<Cijfercel>,
}

/// What stands in a cell.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "soort", content = "waarde", rename_all = "lowercase")]
pub enum Cijfercel {
    /// A figure.
    Getal(String),
    /// A figure that is not known.
    Onbekend,
    /// Words.
    Tekst(String),
    /// Where more is found: agreements, documents.
    Verwijzingen(Vec<LinkView>),
}

/// A link with its text.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Text of the link.
    pub titel: String,
    /// Where it goes.
    pub href: String,
}

/// Where an agreement is, seen from where the table stands.
pub type NaarAfspraak<'a> = &'a dyn Fn(&AfspraakNummer) -> String;

/// Which columns a table has.
#[derive(Clone)]
struct Columns<'a> {
    tabel: &'a Cijfertabel,
    jaren: Vec<Jaar>,
    partij: bool,
    totaal: bool,
    afspraken: bool,
}

impl<'a> Columns<'a> {
    fn of(tabel: &'a Cijfertabel) -> Self {
        let jaren = tabel.jaren();
        Self {
            tabel,
            partij: tabel.per_partij().len() > 1 && tabel.regels.iter().any(|regel| regel.naam.is_some()),
            totaal: tabel.optellen == Optellen::Alles && jaren.len() > 1,
            afspraken: tabel.regels.iter().any(|regel| !regel.afspraken.is_empty()),
            jaren,
        }
    }

    /// The same without columns that say nothing of a sum.
    fn of_sums(&self) -> Self {
        Self { partij: false, afspraken: false, ..self.clone() }
    }

    fn figures(&self, som: &Som) -> Vec<Cijfercel> {
        let years = self.jaren.iter().map(|jaar| cell(som.jaar(*jaar)));
        let total = self.totaal.then(|| cell(som.totaal().as_ref()));
        let long = self.tabel.lange_termijn.map(|_| cell(som.lange_termijn()));
        years.chain(total).chain(long).collect()
    }

    fn row(&self, regel: &Cijferregel, naar: NaarAfspraak) -> Cijferrij {
        let named = regel.afspraken.iter().map(|named| &named.value);
        let links = named.map(|nummer| LinkView { titel: nummer.to_string(), href: naar(nummer) });
        let cellen =
            self.cells(&regel.partij.kort, &Som::van([regel]), Cijfercel::Verwijzingen(links.collect()));
        Cijferrij { naam: regel.opschrift().to_owned(), som: false, cellen }
    }

    fn sum(&self, naam: String, som: &Som) -> Cijferrij {
        Cijferrij { naam, som: true, cellen: self.cells("", som, Cijfercel::Tekst(String::new())) }
    }

    fn cells(&self, partij: &str, som: &Som, afspraken: Cijfercel) -> Vec<Cijfercel> {
        let partij = self.partij.then(|| Cijfercel::Tekst(partij.to_owned()));
        let afspraken = self.afspraken.then_some(afspraken);
        partij.into_iter().chain(self.figures(som)).chain(afspraken).collect()
    }
}

fn cell(getal: Option<&Getal>) -> Cijfercel {
    getal.map_or(Cijfercel::Onbekend, |getal| Cijfercel::Getal(getal.to_string()))
}

impl Labels {
    /// A table of a document whose term is `looptijd`.
    pub fn cijferblad(&self, tabel: &Cijfertabel, looptijd: Periode, naar: NaarAfspraak) -> Cijferblad {
        let columns = Columns::of(tabel);
        Cijferblad {
            titel: tabel.titel.clone(),
            uitleg: self.uitleg(tabel),
            kolommen: self.kolommen(&columns, looptijd),
            groepen: match tabel.soort {
                Cijfersoort::Dekking => self.stromen(tabel, &columns, naar),
                Cijfersoort::Aantallen | Cijfersoort::Investeringen => vec![self.alle(tabel, &columns, naar)],
            },
            noten: self.noten(tabel),
            verdelingen: self.verdelingen(tabel, &columns, looptijd),
        }
    }

    /// "Bedragen in duizenden euro’s, prijspeil 2026."
    pub fn maat(&self, maat: &Maat) -> String {
        match maat {
            Maat::Aantal(eenheid) => self.with("cijfers-aantallen", &[("eenheid", eenheid)]),
            Maat::Geld { eenheid, prijspeil } => {
                let key = match eenheid {
                    Geldeenheid::Euro => "cijfers-euro",
                    Geldeenheid::DuizendEuro => "cijfers-duizend-euro",
                    Geldeenheid::MiljoenEuro => "cijfers-miljoen-euro",
                };
                self.with(key, &[("jaar", &prijspeil.to_string())])
            }
        }
    }

    /// "eerste jaar", "doorkijk", "lange termijn"
    pub fn termijn(&self, termijn: Termijn) -> String {
        self.text(match termijn {
            Termijn::Eerder => "cijfers-eerder",
            Termijn::EersteJaar => "cijfers-eerste-jaar",
            Termijn::Doorkijk => "cijfers-doorkijk",
            Termijn::LangeTermijn => "cijfers-lange-termijn",
        })
    }

    fn uitleg(&self, tabel: &Cijfertabel) -> Vec<String> {
        let mut uitleg = vec![self.maat(&tabel.maat)];
        if let [(partij, _)] = tabel.per_partij().as_slice()
            && tabel.regels.iter().any(|regel| regel.naam.is_some())
        {
            uitleg.push(self.with("cijfers-van", &[("partij", &partij.kort)]));
        }
        uitleg.extend(tabel.toelichting.clone());
        uitleg.extend(tabel.bron.as_ref().map(|bron| self.with("indicator-bron", &[("bron", bron)])));
        uitleg
    }

    fn kolommen(&self, columns: &Columns, looptijd: Periode) -> Vec<Cijferkolom> {
        let named = columns.partij || columns.tabel.regels.iter().any(|regel| regel.naam.is_some());
        let mut kolommen =
            vec![self.kolom(if named { "cijfers-onderwerp" } else { "cijfers-partij" }, false)];
        if columns.partij {
            kolommen.push(self.kolom("cijfers-partij", false));
        }
        kolommen.extend(self.jaarkolommen(columns, looptijd));
        if columns.totaal {
            let long = usize::from(columns.tabel.lange_termijn.is_some());
            let onder = columns.jaren.first().zip(columns.jaren.last()).filter(|_| long > 0);
            let onder = onder.map(|(van, tot)| self.jaren(*van, *tot));
            let total = Cijferkolom { onder, ..self.kolom("cijfers-totaal", true) };
            kolommen.insert(kolommen.len() - long, total);
        }
        if columns.afspraken {
            kolommen.push(self.kolom("cijfers-hoort-bij", false));
        }
        kolommen
    }

    fn kolom(&self, key: &str, getal: bool) -> Cijferkolom {
        Cijferkolom { titel: self.text(key), onder: None, getal }
    }

    /// "2031 tot en met 2035"
    fn jaren(&self, van: Jaar, tot: Jaar) -> String {
        self.with("cijfers-jaren", &[("van", &van.to_string()), ("tot", &tot.to_string())])
    }

    /// The years, each with how firm its figures are, as soon as that is not
    /// the same for all (handbook line 436).
    fn jaarkolommen(&self, columns: &Columns, looptijd: Periode) -> Vec<Cijferkolom> {
        let (jaren, long) = (&columns.jaren, columns.tabel.lange_termijn);
        let terms: Vec<Termijn> = jaren.iter().map(|jaar| Termijn::van(*jaar, looptijd)).collect();
        let differ = long.is_some() || terms.windows(2).any(|pair| pair[0] != pair[1]);
        let years = jaren.iter().zip(terms).map(|(jaar, termijn)| Cijferkolom {
            titel: jaar.to_string(),
            onder: differ.then(|| self.termijn(termijn)),
            getal: true,
        });
        let long = long.map(|(van, tot)| Cijferkolom {
            titel: self.jaren(van, tot),
            onder: Some(self.termijn(Termijn::LangeTermijn)),
            getal: true,
        });
        years.chain(long).collect()
    }

    fn alle(&self, tabel: &Cijfertabel, columns: &Columns, naar: NaarAfspraak) -> Cijfergroep {
        let mut rijen: Vec<Cijferrij> = tabel.regels.iter().map(|regel| columns.row(regel, naar)).collect();
        if tabel.optellen != Optellen::Niet && rijen.len() > 1 {
            rijen.push(columns.sum(self.text("cijfers-totaal"), &tabel.som()));
        }
        Cijfergroep { titel: None, rijen }
    }

    /// What comes in, what is paid of it, and what the one is more than the other.
    fn stromen(&self, tabel: &Cijfertabel, columns: &Columns, naar: NaarAfspraak) -> Vec<Cijfergroep> {
        let group = |stroom: Geldstroom, key: &str| {
            let own = tabel.regels.iter().filter(|regel| regel.geldstroom == Some(stroom));
            let mut rijen: Vec<Cijferrij> = own.map(|regel| columns.row(regel, naar)).collect();
            if rijen.len() > 1 {
                rijen.push(columns.sum(self.text(&format!("{key}-samen")), &tabel.som_van(stroom)));
            }
            Cijfergroep { titel: Some(self.text(key)), rijen }
        };
        let (income, spent) = (tabel.som_van(Geldstroom::Opbrengst), tabel.som_van(Geldstroom::Uitgave));
        let mut over = Som::default();
        for jaar in &columns.jaren {
            let nothing = Getal::nul();
            let of = |som: &Som| som.jaar(*jaar).unwrap_or(&nothing).clone();
            over.tel(*jaar, &(&of(&spent) - &of(&income)));
        }
        vec![
            group(Geldstroom::Opbrengst, "cijfers-opbrengst"),
            group(Geldstroom::Uitgave, "cijfers-uitgave"),
            Cijfergroep {
                titel: Some(self.text("cijfers-verschil")),
                rijen: vec![columns.sum(self.text("cijfers-verschil-uitleg"), &over)],
            },
        ]
    }

    fn noten(&self, tabel: &Cijfertabel) -> Vec<String> {
        let unknown = tabel.heeft_onbekende().then(|| {
            let sums = tabel.optellen != Optellen::Niet && tabel.regels.len() > 1;
            self.text(if sums { "cijfers-onbekend-totaal" } else { "cijfers-onbekend" })
        });
        let spent = (tabel.soort == Cijfersoort::Dekking).then(|| self.text("cijfers-dekking"));
        unknown.into_iter().chain(spent).collect()
    }

    /// The same figures by party and by subject, where a party or subject has
    /// more rows than one: split and sum stand together (handbook line 645).
    fn verdelingen(&self, tabel: &Cijfertabel, columns: &Columns, looptijd: Periode) -> Vec<Cijferblad> {
        if tabel.optellen == Optellen::Niet || tabel.soort == Cijfersoort::Dekking {
            return Vec::new();
        }
        let sums = columns.of_sums();
        let divided = |parts: Vec<(String, Som)>, kolom: &str, titel: &str| {
            if parts.len() < 2 || parts.len() == tabel.regels.len() {
                return None;
            }
            let years = self.kolommen(&sums, looptijd).into_iter().skip(1);
            let part = |(naam, som)| Cijferrij { som: false, ..sums.sum(naam, &som) };
            let mut rijen: Vec<Cijferrij> = parts.into_iter().map(part).collect();
            rijen.push(sums.sum(self.text("cijfers-totaal"), &tabel.som()));
            Some(Cijferblad {
                titel: self.with(titel, &[("titel", &tabel.titel)]),
                uitleg: vec![self.maat(&tabel.maat)],
                kolommen: std::iter::once(self.kolom(kolom, false)).chain(years).collect(),
                groepen: vec![Cijfergroep { titel: None, rijen }],
                ..Cijferblad::default()
            })
        };
        let parties =
            tabel.per_partij().into_iter().map(|(partij, regels)| (partij.naam.clone(), Som::van(regels)));
        let subjects = tabel.per_naam().into_iter().map(|(naam, regels)| (naam.to_owned(), Som::van(regels)));
        let parties = divided(parties.collect(), "cijfers-partij", "cijfers-per-partij");
        // Sums by subject say something where most subjects have more rows than one.
        let subjects = (tabel.per_naam().len() * 2 <= tabel.regels.len())
            .then(|| divided(subjects.collect(), "cijfers-onderwerp", "cijfers-per-onderwerp"))
            .flatten();
        parties.into_iter().chain(subjects).collect()
    }

    /// Figures of several tables by party; with more documents also by document,
    /// where `naar` says where each is.
    pub fn optelblad(
        &self,
        titel: String,
        optelling: &Optelling,
        naar: Option<NaarOvereenkomst>,
    ) -> Cijferblad {
        let jaren = optelling.jaren();
        let totaal = optelling.optellen == Optellen::Alles && jaren.len() > 1;
        let mut kolommen = vec![self.kolom("cijfers-partij", false)];
        kolommen.extend(naar.map(|_| self.kolom("cijfers-overeenkomst", false)));
        let year = |jaar: &Jaar| Cijferkolom { titel: jaar.to_string(), onder: None, getal: true };
        kolommen.extend(jaren.iter().map(year));
        kolommen.extend(totaal.then(|| self.kolom("cijfers-totaal", true)));
        let row = |naam: String, document: Option<(&str, String)>, som: &Som, is_sum: bool| {
            let document = naar.is_some().then(|| match document {
                Some((titel, href)) => {
                    Cijfercel::Verwijzingen(vec![LinkView { titel: titel.to_owned(), href }])
                }
                None => Cijfercel::Tekst(self.text("cijfers-samen")),
            });
            let years = jaren.iter().map(|jaar| cell(som.jaar(*jaar)));
            let total = totaal.then(|| cell(som.totaal().as_ref()));
            let cellen = document.into_iter().chain(years).chain(total).collect();
            Cijferrij { naam, som: is_sum, cellen }
        };
        let mut groepen: Vec<Cijfergroep> = Vec::new();
        for own in optelling.posten.chunk_by(|a, b| a.partij.id == b.partij.id) {
            let mut rijen: Vec<Cijferrij> = own
                .iter()
                .map(|post| {
                    let document = naar.map(|naar| (post.document.titel.as_str(), naar(post.document)));
                    row(post.partij.naam.clone(), document, &post.som, false)
                })
                .collect();
            if let [first, _, ..] = own {
                let som = optelling.som(Some(&first.partij.id));
                rijen.push(row(first.partij.naam.clone(), None, &som, true));
            }
            groepen.push(Cijfergroep { titel: None, rijen });
        }
        if groepen.len() > 1 {
            let all = row(self.text("cijfers-alle-partijen"), None, &optelling.som(None), true);
            groepen.push(Cijfergroep { titel: None, rijen: vec![all] });
        }
        Cijferblad {
            titel,
            uitleg: vec![self.maat(&optelling.maat)],
            kolommen,
            groepen,
            ..Cijferblad::default()
        }
    }

    /// The figures of a row in a sentence: "120 woningen in 2028 en 80 in 2029".
    pub fn cijferregel(&self, tabel: &Cijfertabel, regel: &Cijferregel) -> String {
        let shown = |getal: &Getal| match &tabel.maat {
            Maat::Aantal(eenheid) => {
                self.with("cijfers-aantal", &[("getal", &getal.to_string()), ("eenheid", eenheid)])
            }
            Maat::Geld { eenheid, .. } => {
                self.with("cijfers-bedrag", &[("bedrag", &getal.met_nullen(eenheid.nullen()).to_string())])
            }
        };
        let known = regel.jaren.iter().filter(|(_, getal)| !getal.is_nul());
        let mut parts: Vec<String> = known
            .map(|(jaar, getal)| {
                self.with("cijfers-in-jaar", &[("getal", &shown(getal)), ("jaar", &jaar.to_string())])
            })
            .collect();
        let years = parts.len();
        if let Some(((van, tot), getal)) = tabel.lange_termijn.zip(regel.lange_termijn.as_ref()) {
            let (van, tot) = (van.to_string(), tot.to_string());
            parts.push(
                self.with("cijfers-op-termijn", &[("getal", &shown(getal)), ("van", &van), ("tot", &tot)]),
            );
        }
        let figures = self.opsomming(&parts);
        let total = regel.totaal().filter(|_| years > 1 && tabel.optellen == Optellen::Alles);
        match total {
            Some(sum) => self.with("cijfers-samengeteld", &[("cijfers", &figures), ("totaal", &shown(&sum))]),
            None if parts.is_empty() => shown(&Getal::nul()),
            None => figures,
        }
    }

    /// "een, twee en drie"
    fn opsomming(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.with("cijfers-en", &[("eerste", &first.join(", ")), ("laatste", last)])
            }
        }
    }
}

/// Where a document is, seen from where the table stands.
pub type NaarOvereenkomst<'a> = &'a dyn Fn(&crate::model::Overeenkomst) -> String;
