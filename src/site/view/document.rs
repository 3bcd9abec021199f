//! What templates get of a document: its card, its head, its own page.

use serde::Serialize;

use super::{
    ApprovalView, BalanceView, BasisView, CourseView, EvaluationView, Frame, LinkView, MaybeLink,
    PackageView, PictureView, RelativeView, SigningView, StatusView, TocEntry,
};

/// An agreement document as a card on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentCard {
    /// What it says at the top of every page of the document.
    #[serde(flatten)]
    pub kop: DocumentHead,
    /// Its themes, linked.
    pub themas: Vec<ThemeLink>,
    /// The document that it stands under.
    pub boven: Option<RelativeView>,
    /// What it is to that document, in words.
    pub boven_zin: String,
    /// The documents that stand under it.
    pub onder: Vec<RelativeView>,
}

/// What every page of an agreement document says about that document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentHead {
    /// Title of the document.
    pub titel: String,
    /// Where its own page is.
    pub href: String,
    /// "Gemeente Zandstad" or "Regio …".
    pub gebied: String,
    /// "Meerjarenafspraken" and so on.
    pub soort: String,
    /// "2027 tot en met 2030", or with full dates when it does not cover whole years.
    pub looptijd: String,
    /// How far it is.
    pub status: StatusView,
    /// "van kracht", "gaat in op 1 januari 2027", "in de maak", "afgelopen": how it stands on the date of the build.
    pub fase: StatusView,
    /// The parties' short names, in the order of the agreement.
    pub partijen: Vec<String>,
    /// Two or three sentences.
    pub samenvatting: Option<String>,
    /// How many agreements it holds.
    pub aantal_afspraken: usize,
    /// Publication copy, when PDFs are made.
    pub pdf: Option<DownloadView>,
}

/// A file to take away.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadView {
    /// Text of the link.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// "PDF", "tekst".
    pub soort: String,
}

/// A theme in a list of themes.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeLink {
    /// Id of the theme (`bouwopgave`), for its icon.
    pub thema: String,
    /// Name of the theme ("Bouwopgave").
    pub label: String,
    /// Title of the chapter.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// How many agreements.
    pub aantal_afspraken: usize,
}

/// Page of an agreement document: `overeenkomst.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The parties, in the order of the agreement.
    pub partijen: Vec<PartyView>,
    /// Who acts in which theme, when there is something to compare.
    pub verdeling: Option<BalanceView>,
    /// Package deals.
    pub pakketten: Vec<PackageView>,
    /// Themes.
    pub themas: Vec<ThemeLink>,
    /// Chapters without agreements.
    pub hoofdstukken: Vec<LinkView>,
    /// Appendices ("Bijlage 1 …").
    pub bijlagen: Vec<LinkView>,
    /// All of its figures.
    pub cijfers: Option<LinkView>,
    /// All agreements in a table.
    pub afspraken: Option<LinkView>,
    /// The whole document on one page.
    pub volledig: LinkView,
    /// How its agreements are doing; none where there are no agreements.
    pub voortgang: Option<LinkView>,
    /// What it says of the document that it looks back on.
    pub evaluatie: Option<EvaluationView>,
    /// The documents that look back on this one.
    pub evaluaties: Vec<MaybeLink>,
    /// Files to take away.
    pub downloads: Vec<DownloadView>,
    /// The preamble.
    pub tekst_html: String,
    /// What it takes from its base; of a base, who uses it.
    pub basis: Option<BasisView>,
    /// Headings of the preamble.
    pub inhoud: Vec<TocEntry>,
    /// Steps that the document went through, in order.
    pub versies: Vec<StepView>,
    /// What it belongs to, its versions, its calendar.
    pub verloop: CourseView,
    /// The documents that it comes in the place of.
    pub vervangt: Vec<LinkView>,
    /// The documents that came in its place.
    pub vervangen_door: Vec<LinkView>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Who signs.
    pub ondertekening: Option<SigningView>,
    /// Reservations of decisions, open or lifted, each a sentence.
    pub voorbehouden: Vec<String>,
    /// When it was or will be published.
    pub publicatie: PublicationView,
    /// Fingerprint of the content.
    pub vingerafdruk: FingerprintView,
}

/// A party.
#[derive(Debug, Clone, Serialize)]
pub struct PartyView {
    /// Full name.
    pub naam: String,
    /// "Gemeente", "Woningcorporatie", …
    pub rol: String,
    /// Where its page is.
    pub href: String,
    /// The themes to which its part in this document is limited; empty when it
    /// takes part in all of them.
    pub alleen_bij: Vec<String>,
    /// Website.
    pub website: Option<String>,
    /// Logo; its `alt` is empty, as the name stands beside it.
    pub logo: Option<PictureView>,
}

/// A step in the making of the document.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// Which step, worded.
    pub label: String,
    /// When it was reached, worded.
    pub datum: Option<String>,
    /// Whether it was reached.
    pub bereikt: bool,
    /// Whether this is where the document stands now.
    pub huidig: bool,
}

/// Publication dates.
#[derive(Debug, Clone, Serialize)]
pub struct PublicationView {
    /// When it is (to be) published.
    pub datum: Option<String>,
    /// When it must be published at the latest.
    pub uiterlijk: String,
}

/// Fingerprint of the content.
#[derive(Debug, Clone, Serialize)]
pub struct FingerprintView {
    /// Short form, as in the footer of each PDF page.
    pub kort: String,
    /// SHA-256 in full, hexadecimal.
    pub lang: String,
    /// The text that it was taken of.
    pub tekst: LinkView,
}
