//! What templates get of how parties and agreements depend on each other.

use serde::Serialize;

use super::LinkView;

/// What an agreement is tied to.
#[derive(Debug, Clone, Serialize)]
pub struct TiesView {
    /// What it needs.
    pub nodig: Vec<TieView>,
    /// What waits for it.
    pub wachtend: Vec<TieView>,
    /// The package that it belongs to, with the others in it.
    pub pakket: Option<PackageView>,
}

/// An agreement that another one is tied to.
#[derive(Debug, Clone, Serialize)]
pub struct TieView {
    /// Its number.
    pub nummer: String,
    /// Its title.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// Who acts in it, in short names.
    pub partijen: Vec<String>,
    /// What is needed, when that was said.
    pub nodig: Option<String>,
}

/// A package deal.
#[derive(Debug, Clone, Serialize)]
pub struct PackageView {
    /// Anchor on the document's page.
    pub anker: String,
    /// Title.
    pub titel: String,
    /// Why these belong together.
    pub toelichting: Option<String>,
    /// Where it stands on the document's page.
    pub href: String,
    /// Its agreements; at an agreement: the others.
    pub afspraken: Vec<TieView>,
}

/// Who does something in which theme: a table of parties and themes.
#[derive(Debug, Clone, Serialize)]
pub struct BalanceView {
    /// Title of the document.
    pub titel: String,
    /// The columns: themes by their names.
    pub themas: Vec<LinkView>,
    /// A row a party.
    pub rijen: Vec<BalanceRow>,
}

/// What one party does.
#[derive(Debug, Clone, Serialize)]
pub struct BalanceRow {
    /// The party, with where its page is.
    pub partij: LinkView,
    /// A cell a theme.
    pub cellen: Vec<BalanceCell>,
    /// All themes together.
    pub samen: BalanceCell,
}

/// A count.
#[derive(Debug, Clone, Serialize)]
pub struct BalanceCell {
    /// The number, or that the party takes no part here.
    pub tekst: String,
    /// The same in full, for those who hear the link on its own.
    pub voluit: String,
    /// Where they are listed; absent where there are none.
    pub href: Option<String>,
}
