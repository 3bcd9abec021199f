//! Addresses on the web, as people type them.
//!
//! Judged with the rules that browsers have (crate `url`), and a little more
//! strictly: a browser quietly mends what is wrong, and an address in a PDF or on
//! a site map is read by programs that do not.

use std::borrow::Cow;
use std::fmt;

use url::{Host, Url};

/// More than any address needs, and less than some programs can bear.
const LONGEST: usize = 2000;
/// What files that are pages end in, on servers of all kinds.
const PAGES: [&str; 12] =
    ["html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "cfm", "pdf", "xml", "txt"];

/// An address on the web: `http` or `https`, with the name of a website.
///
/// It may hold letters with accents, which readers see as they were written.
/// Everything that follows an address gets it in ASCII: ISO 32000-1 (clause
/// 12.6.4.7) asks that of PDFs, and the protocol for site maps of those.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebAdres {
    geschreven: String,
    ascii: String,
}

impl WebAdres {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, GeenWebAdres> {
        let url = url(text)?;
        let ascii = if text.is_ascii() { text.to_owned() } else { url.into() };
        Ok(Self { geschreven: text.to_owned(), ascii })
    }

    /// Reads the address of the folder where a site stands; it ends in `/`.
    pub fn of_site(text: &str) -> Result<Self, GeenWebAdres> {
        let mut url = url(text)?;
        let (has_query, has_anchor) = (url.query().is_some(), url.fragment().is_some());
        url.set_query(None);
        url.set_fragment(None);
        let ends_in_file = last_is_file(url.path());
        if ends_in_file && let Ok(mut parts) = url.path_segments_mut() {
            parts.pop_if_empty().pop();
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        let folder = String::from(url);
        match (ends_in_file, has_query, has_anchor) {
            (true, ..) => Err(GeenWebAdres::Bestand(folder)),
            (_, true, _) => Err(GeenWebAdres::Vraag(folder)),
            (_, _, true) => Err(GeenWebAdres::Anker(folder)),
            _ => Ok(Self { geschreven: format!("{}/", text.trim_end_matches('/')), ascii: folder }),
        }
    }

    /// For programs that follow it: accents in a host as punycode, elsewhere percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.ascii
    }

    /// For readers: as it was written.
    pub fn leesbaar(&self) -> &str {
        &self.geschreven
    }
}

/// Any address that a text links to, as [`WebAdres::as_str`] writes it.
pub fn adres_in_ascii(address: &str) -> Cow<'_, str> {
    if address.is_ascii() {
        return Cow::Borrowed(address);
    }
    Url::parse(address).map_or(Cow::Borrowed(address), |url| Cow::Owned(url.into()))
}

/// Why a text is no address on the web, or none where a site can stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GeenWebAdres {
    /// `http://` or `https://` is not in front of it.
    Begin,
    /// What should be the name of a website cannot be one.
    Website,
    /// It holds a sign that no address has; with what it is when that is written
    /// as addresses do, where that can be said.
    Teken(char, Option<String>),
    /// It holds a name or password to log in with.
    Aanmelding,
    /// It is too long.
    Lengte,
    /// It is the address of a file, in this folder.
    Bestand(String),
    /// It has `?` and what follows that; the rest is this.
    Vraag(String),
    /// It has `#` and what follows that; the rest is this.
    Anker(String),
}

impl GeenWebAdres {
    /// Whether it is an address, only not one where a site can stand.
    pub fn is_adres(&self) -> bool {
        matches!(self, Self::Bestand(_) | Self::Vraag(_) | Self::Anker(_))
    }

    /// What to write.
    pub fn hint(&self) -> String {
        match self {
            Self::Begin => "Schrijf het hele adres, met https:// ervoor.".into(),
            Self::Website => "Schrijf het adres zoals het in de adresbalk van de browser staat.".into(),
            Self::Teken(_, Some(address)) => format!("Schrijf `{address}`."),
            Self::Teken('\\', None) => "Schrijf / in plaats van \\.".into(),
            Self::Teken(..) => "Haal dat teken weg.".into(),
            Self::Aanmelding => "Haal weg wat tussen // en @ staat, en de @ zelf.".into(),
            Self::Lengte => "Neem een korter adres.".into(),
            Self::Bestand(folder) => {
                format!("Schrijf `{folder}`. Is het laatste toch een map? Zet er dan een / achter.")
            }
            Self::Vraag(folder) | Self::Anker(folder) => format!("Schrijf `{folder}`."),
        }
    }
}

impl fmt::Display for GeenWebAdres {
    /// What is wrong, as a sentence about "it", without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Begin => f.write_str("er staat geen https:// voor"),
            Self::Website => f.write_str("er staat geen naam van een website in die kan bestaan"),
            Self::Teken(' ', _) => f.write_str("er staat een spatie in"),
            Self::Teken(sign, _) if sign.is_whitespace() || sign.is_control() => {
                write!(f, "er staat een teken in dat u niet ziet (U+{:04X})", u32::from(*sign))
            }
            Self::Teken(sign, _) => write!(f, "het teken {sign} kan er niet in staan"),
            Self::Aanmelding => f.write_str("er staat een aanmeldnaam in, die iedereen dan kan lezen"),
            Self::Lengte => write!(f, "het is langer dan {LONGEST} tekens"),
            Self::Bestand(_) => f.write_str("dit is het adres van een bestand"),
            Self::Vraag(_) => f.write_str("hier mag geen ? in staan"),
            Self::Anker(_) => f.write_str("hier mag geen # in staan"),
        }
    }
}

/// The parts of an address that may be published.
fn url(text: &str) -> Result<Url, GeenWebAdres> {
    let (scheme, rest) = text.split_once("://").ok_or(GeenWebAdres::Begin)?;
    if !["https", "http"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Err(GeenWebAdres::Begin);
    }
    if text.len() > LONGEST {
        return Err(GeenWebAdres::Lengte);
    }
    let odd = |c: &char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(*c);
    if let Some(sign) = text.chars().find(odd) {
        // Where it stands in the name of the website there is nothing to propose.
        let in_path = !rest.split(['/', '?', '#']).next().unwrap_or_default().contains(sign);
        let proposal = if in_path && sign != '\\' { Url::parse(text).ok().map(String::from) } else { None };
        return Err(GeenWebAdres::Teken(sign, proposal));
    }
    // The crate would look further for a name.
    if rest.starts_with(['/', '?', '#']) {
        return Err(GeenWebAdres::Website);
    }
    let url = Url::parse(text).map_err(|_| GeenWebAdres::Website)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(GeenWebAdres::Aanmelding);
    }
    let fits = match url.host() {
        Some(Host::Domain(name)) => is_name(name),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => true,
        None => false,
    };
    if fits { Ok(url) } else { Err(GeenWebAdres::Website) }
}

/// Whether a website can have this name; with letters of other scripts in their
/// ASCII form already.
fn is_name(name: &str) -> bool {
    let part_fits =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    // `https://https://…` has a website of that name.
    !["http", "https"].contains(&name) && name.strip_suffix('.').unwrap_or(name).split('.').all(part_fits)
}

/// Whether a path ends in the name of a file: what ends in `/` is one only with a
/// name that pages have.
fn last_is_file(path: &str) -> bool {
    let is_folder = path.ends_with('/');
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let Some((_, end)) = last.rsplit_once('.') else { return false };
    let end = end.to_ascii_lowercase();
    let is_kind_of_file = (2..=5).contains(&end.len()) && end.chars().all(|c| c.is_ascii_lowercase());
    PAGES.contains(&end.as_str()) || (!is_folder && is_kind_of_file)
}
