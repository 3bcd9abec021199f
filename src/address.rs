//! Where everything stands in the output: one place that decides addresses.
//!
//! Pages are `.html` files, and all links are relative to the page they stand
//! on, so that the folder works under any path and straight from disk.

use crate::model::{Deel, Overeenkomst, Partij, Slug, Uittreksel};
use crate::resolve::{DataFile, Destination, File, Overview, Page, Place, Verslagvorm, anchors};
use crate::source::ContentPath;

/// A path in the output folder, with `/` between its parts.
pub type OutputPath = String;

/// The home page.
pub const HOME: &str = "index.html";
/// The glossary.
pub const GLOSSARY: &str = "begrippen.html";
/// The page for addresses that do not exist.
pub const NOT_FOUND: &str = "404.html";
/// Where the theme's static files go.
pub const STATIC: &str = "static";
/// Where signing copies go: beside the site, so that they are easy to leave out of an upload.
pub const SIGNING: &str = "tekenexemplaren";

/// The page of a document.
pub fn document(document: &Overeenkomst) -> OutputPath {
    format!("{}/index.html", document.slug)
}

/// A page of a document; a light one stands on one page.
fn page_of(document: &Overeenkomst, name: &str) -> OutputPath {
    if document.is_licht() {
        return self::document(document);
    }
    format!("{}/{name}.html", document.slug)
}

/// The page of a part of a document; of a light one, the page that all of it stands on.
pub fn part(document: &Overeenkomst, deel: &Deel) -> OutputPath {
    page_of(document, deel.slug().as_str())
}

/// The anchor of a page on the route for newcomers.
pub fn step(path: &str) -> String {
    format!("_stap-{}", path.trim_end_matches(".html").replace('/', "-"))
}

/// The canonical text of a document.
pub fn canonical(document: &Overeenkomst) -> OutputPath {
    format!("{}/vingerafdruk.txt", document.slug)
}

/// The publication copy of a document.
pub fn publication(document: &Overeenkomst) -> OutputPath {
    format!("{0}/{0}.pdf", document.slug)
}

/// An extract of a document.
pub fn extract(document: &Overeenkomst, uittreksel: &Uittreksel) -> OutputPath {
    format!("{0}/{0}-{1}.pdf", document.slug, uittreksel.keuze.naam())
}

/// A signing copy of a document or of an extract of it, by its number (from 1) and party.
pub fn signing_copy(
    document: &Overeenkomst,
    uittreksel: Option<&Uittreksel>,
    number: usize,
    partij: &Partij,
) -> OutputPath {
    let naam = uittreksel.map_or_else(String::new, |uittreksel| format!("{}-", uittreksel.keuze.naam()));
    format!("{SIGNING}/{}/{naam}exemplaar-{number}-{}.pdf", document.slug, partij.id.as_str())
}

/// A picture or file to take away: where it is in the sources.
pub fn media(path: &ContentPath) -> OutputPath {
    path.as_str().to_owned()
}

/// The style sheet of the house style.
pub fn house_style() -> OutputPath {
    format!("{STATIC}/huisstijl.css")
}

/// The way from the page `from` to the file `to`, both in the output folder,
/// safe in an `href`.
pub fn relative(from: &str, to: &str) -> String {
    let from_folder: Vec<&str> = from.split('/').collect();
    let from_folder = &from_folder[..from_folder.len() - 1];
    let to_parts: Vec<&str> = to.split('/').collect();
    let common =
        from_folder.iter().zip(&to_parts[..to_parts.len() - 1]).take_while(|(from, to)| from == to).count();
    let mut href = "../".repeat(from_folder.len() - common);
    for (index, part) in to_parts[common..].iter().enumerate() {
        if index > 0 {
            href.push('/');
        }
        percent_encode(part, &mut href);
    }
    href
}

/// The way from the page `from` to the root of the output: `""` or `"../"`.
pub fn root(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// Writes a part of a path as it stands in an address.
pub fn percent_encode(part: &str, out: &mut String) {
    use std::fmt::Write;
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~!$'()*+,;=@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// A page.
pub fn page(page: Page) -> OutputPath {
    match page {
        Page::Home => HOME.into(),
        Page::Document(document) => self::document(document),
        Page::Part(document, index) => part(document, &document.delen[index]),
        Page::Progress(document) => page_of(document, "voortgang"),
        Page::Figures(document) => page_of(document, "cijfers"),
        Page::Agreements(document) => page_of(document, "afspraken"),
        Page::Whole(document) => page_of(document, "volledig"),
        Page::Plain(pagina) => format!("{}.html", pagina.slug),
        Page::Glossary => GLOSSARY.into(),
        Page::Overview(page) => overview(page),
        Page::NotFound => NOT_FOUND.into(),
    }
}

/// A page over all documents.
pub fn overview(page: Overview) -> OutputPath {
    match page {
        Overview::Guide => "wegwijzer.html".into(),
        Overview::Verwijzingen => "verwijzingen.html".into(),
        Overview::Beleid => "beleid.html".into(),
        Overview::Prioriteiten => "prioriteiten.html".into(),
        Overview::Wetten => "wetten.html".into(),
        Overview::Voortgang => "voortgang.html".into(),
        Overview::Partijen => "partijen/index.html".into(),
        Overview::Cijfers => "cijfers.html".into(),
        Overview::Begin => "begin-hier.html".into(),
        Overview::Kalender => "kalender.html".into(),
        Overview::Partij(partij) => format!("partijen/{}.html", partij.id.as_str()),
        Overview::Kenmerken(familie) => format!("{}/index.html", familie.word()),
        Overview::Kenmerk(kenmerk) => format!("{}/{}.html", kenmerk.familie().word(), kenmerk.id.as_str()),
    }
}

/// A file that is made.
pub fn file(file: File) -> OutputPath {
    match file {
        File::Publication(document) => publication(document),
        File::Extract(document, uittreksel) => extract(document, &uittreksel),
        File::Canonical(document) => canonical(document),
        File::Data(file) => data(file),
    }
}

/// A file for programs.
pub fn data(file: DataFile) -> OutputPath {
    match file {
        DataFile::Afspraken(document) => format!("{}/afspraken.csv", document.slug),
        DataFile::Indicatoren(document) => format!("{}/indicatoren.csv", document.slug),
        DataFile::Evaluatie(document) => format!("{}/evaluatie.csv", document.slug),
        DataFile::Verslag(gemeente, vorm) => report(gemeente, vorm),
        DataFile::Open(document) => format!("{}/overeenkomst.json", document.slug),
        DataFile::Schema => "overeenkomst.schema.json".into(),
        DataFile::Kalender(Some(document)) => format!("{}/kalender.ics", document.slug),
        DataFile::Kalender(None) => "kalender.ics".into(),
        DataFile::Feed => "feed.xml".into(),
        DataFile::Sitemap => "sitemap.xml".into(),
        DataFile::Cijfers(document) => format!("{}/cijfers.csv", document.slug),
    }
}

/// The report on a municipality; a name without a single letter or digit cannot be an address.
fn report(gemeente: &str, vorm: Verslagvorm) -> OutputPath {
    let slug = Slug::of(gemeente).map_or_else(|| "gemeente".to_owned(), |slug| slug.to_string());
    let end = match vorm {
        Verslagvorm::Markdown => "md",
        Verslagvorm::Csv => "csv",
    };
    format!("volkshuisvestingsverslag/{slug}.{end}")
}

/// The page of a destination and the place on it; nothing for what is elsewhere on the web.
pub fn of(to: Destination) -> Option<(OutputPath, Option<String>)> {
    let (path, anchor) = match to {
        Destination::Outside(_) | Destination::Law(_) => return None,
        Destination::Page(to) => (page(to), None),
        Destination::Place(place, anchor) => (of_place(place), anchor_in(place, anchor)),
        Destination::Agreement(document, deel, nummer) => (part(document, deel), Some(nummer.to_owned())),
        Destination::Term(begrip) => (GLOSSARY.to_owned(), Some(begrip.anker.clone())),
        Destination::Source(found) => in_overview(Overview::Verwijzingen, found.id.as_str()),
        Destination::Policy(plek) => in_overview(Overview::Beleid, plek.id().as_str()),
        Destination::Priority(found) => in_overview(Overview::Prioriteiten, found.id.as_str()),
        Destination::Indicator(document, deel, indicator) => {
            in_part(document, deel, anchors::indicator(indicator))
        }
        Destination::Table(document, deel, tabel) => in_part(document, deel, anchors::table(tabel)),
        Destination::Package(document, pakket) => (self::document(document), Some(anchors::package(pakket))),
        Destination::Verdict(document, nummer) => (self::document(document), Some(anchors::verdict(nummer))),
        Destination::Share(partij, document, thema) => {
            in_overview(Overview::Partij(partij), anchors::share(document, thema))
        }
        Destination::Medium(path) => (media(path), None),
        Destination::File(to) => (file(to), None),
    };
    Some((path, anchor))
}

/// The address on the web of something of the site, which stands at `base`.
pub fn full(base: &str, to: Destination) -> Option<String> {
    let (page, anchor) = of(to)?;
    let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
    Some(format!("{base}{}{anchor}", relative("", &page)))
}

fn in_overview(page: Overview, anchor: impl Into<String>) -> (OutputPath, Option<String>) {
    (overview(page), Some(anchor.into()))
}

fn in_part(document: &Overeenkomst, deel: &Deel, anchor: String) -> (OutputPath, Option<String>) {
    (part(document, deel), anchor_in(Place::Part(document, deel), Some(&anchor)))
}

/// What a destination is called on the page that has all of its document; nothing
/// for what is not on it.
pub fn on_long_page(to: Destination) -> Option<String> {
    let in_part =
        |document, deel, anchor: String| anchor_on_long_page(Place::Part(document, deel), Some(&anchor));
    match to {
        Destination::Agreement(.., nummer) => Some(nummer.to_owned()),
        Destination::Place(place, anchor) => anchor_on_long_page(place, anchor),
        Destination::Indicator(document, deel, found) => in_part(document, deel, anchors::indicator(found)),
        Destination::Table(document, deel, tabel) => in_part(document, deel, anchors::table(tabel)),
        _ => None,
    }
}

/// The page of a place.
pub fn of_place(place: Place) -> OutputPath {
    match place {
        Place::Document(document) | Place::LeftOut(document) => self::document(document),
        Place::Part(document, deel) => part(document, deel),
        Place::Plain(pagina) => page(Page::Plain(pagina)),
        Place::Glossary => GLOSSARY.to_owned(),
        Place::Register => overview(Overview::Verwijzingen),
        Place::Policy => overview(Overview::Beleid),
    }
}

/// What `anchor` of a source file is called on the page of its place: where all of
/// a document stands on one page, the chapter comes before it.
pub fn anchor_in(place: Place, anchor: Option<&str>) -> Option<String> {
    match place {
        Place::Document(document) | Place::Part(document, _) if !document.is_licht() => {
            anchor.map(str::to_owned)
        }
        place => anchor_on_long_page(place, anchor),
    }
}

/// The same on the page that has all of its document.
fn anchor_on_long_page(place: Place, anchor: Option<&str>) -> Option<String> {
    match (place, anchor) {
        (Place::LeftOut(_), nummer) => {
            Some(nummer.map_or_else(|| anchors::LEFT_OUT.to_owned(), anchors::left_out))
        }
        (Place::Document(_), anchor) => Some(anchors::prefix(anchors::PREAMBLE) + anchor?),
        (Place::Part(_, deel), None) => Some(deel.slug().to_string()),
        (Place::Part(_, deel), Some(nummer)) if holds_agreement(deel, nummer) => Some(nummer.to_owned()),
        (Place::Part(_, deel), Some(anchor)) => Some(anchors::prefix(deel.slug().as_str()) + anchor),
        (_, anchor) => anchor.map(str::to_owned),
    }
}

fn holds_agreement(deel: &Deel, nummer: &str) -> bool {
    deel.als_thema().is_some_and(|thema| thema.afspraken().any(|afspraak| afspraak.nummer.as_str() == nummer))
}
