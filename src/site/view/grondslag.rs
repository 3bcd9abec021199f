//! What templates get of what agreements rest on: policy, the register, laws,
//! national priorities.

use serde::Serialize;

use super::{Frame, LinkView, MaybeLink};

/// The register: `verwijzingen.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// Entries by kind; only kinds that there are.
    pub groepen: Vec<RegisterGroup>,
}

/// The entries of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterGroup {
    /// Heading.
    pub titel: String,
    /// Its entries.
    pub bronnen: Vec<RegisterEntry>,
}

/// An entry of the register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterEntry {
    /// Anchor.
    pub anker: String,
    /// Title.
    pub titel: String,
    /// When it was made, in words.
    pub datum: Option<String>,
    /// Who made it.
    pub partijen: Vec<MaybeLink>,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// Where it is on the web.
    pub url: Option<String>,
    /// The file to take away.
    pub bestand: Option<RegisterFile>,
    /// Where it is named.
    pub gebruikt: Usage,
}

/// A file of the register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterFile {
    /// Where it is.
    pub href: String,
    /// "PDF"
    pub soort: String,
    /// "240 kB"
    pub grootte: String,
    /// SHA-256 in full.
    pub sha256: String,
}

/// The places that name something: `delen/gebruikt.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Usage {
    /// The first of them.
    pub links: Vec<UsageLink>,
    /// How many more there are.
    pub meer: usize,
}

/// A place that names something.
#[derive(Debug, Clone, Serialize)]
pub struct UsageLink {
    /// What the page or agreement is called.
    pub titel: String,
    /// The document that it is in; absent for pages of no document.
    pub overeenkomst: Option<String>,
    /// Where it is.
    pub href: String,
}

/// Policy and what carries it out: `beleid.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// A section for each policy document.
    pub stukken: Vec<PolicySection>,
}

/// A policy document with its coverage.
#[derive(Debug, Clone, Serialize)]
pub struct PolicySection {
    /// Anchor.
    pub anker: String,
    /// Title.
    pub titel: String,
    /// "volkshuisvestingsprogramma, Gemeente Zandstad, 2026 tot en met 2031"
    pub soort: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// Goals that no agreement serves; they come first.
    pub open: Vec<OpenGoal>,
    /// How many goals there are.
    pub aantal_doelen: usize,
    /// The documents that are held against it: the columns.
    pub overeenkomsten: Vec<LinkView>,
    /// Chapters and goals: the rows.
    pub regels: Vec<CoverageRow>,
}

/// A goal that no agreement serves by name.
#[derive(Debug, Clone, Serialize)]
pub struct OpenGoal {
    /// The goal.
    pub titel: String,
    /// Its chapter.
    pub hoofdstuk: String,
    /// Where its row is.
    pub href: String,
    /// Whether its chapter is served as a whole.
    pub via_hoofdstuk: bool,
}

/// A row of a coverage table.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageRow {
    /// Anchor.
    pub anker: String,
    /// What is covered.
    pub titel: String,
    /// `stuk`, `hoofdstuk`, `doel` or `prioriteit`.
    pub soort: &'static str,
    /// For each column what covers it.
    pub cellen: Vec<Vec<LinkView>>,
}

/// National priorities and what serves them: `prioriteiten.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PrioritiesPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// "2021 tot en met 2025"
    pub periode: String,
    /// Whether that period is over.
    pub voorbij: bool,
    /// Where the list stands.
    pub bron: String,
    /// For each document the priorities that none of its agreements serves.
    pub open: Vec<OpenPriorities>,
    /// The documents: the columns.
    pub overeenkomsten: Vec<LinkView>,
    /// The priorities: the rows.
    pub regels: Vec<CoverageRow>,
}

/// Priorities that a document leaves out.
#[derive(Debug, Clone, Serialize)]
pub struct OpenPriorities {
    /// The document.
    pub overeenkomst: LinkView,
    /// What it leaves out.
    pub prioriteiten: Vec<String>,
}

/// Laws that are cited: `wetten.html`.
#[derive(Debug, Clone, Serialize)]
pub struct LawsPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The day of which the program's table of laws tells, in words.
    pub peildatum: String,
    /// The laws that some text cites.
    pub wetten: Vec<LawSection>,
}

/// A law with the articles that are cited.
#[derive(Debug, Clone, Serialize)]
pub struct LawSection {
    /// Anchor.
    pub anker: String,
    /// Its name.
    pub naam: String,
    /// Its whole text.
    pub href: String,
    /// Its articles, in the order of the law.
    pub artikelen: Vec<ArticleView>,
}

/// An article that is cited.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleView {
    /// "artikel 44a, lid 2"
    pub titel: String,
    /// Where it stands.
    pub href: String,
    /// Where it is cited.
    pub gebruikt: Usage,
}
