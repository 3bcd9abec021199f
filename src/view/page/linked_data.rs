//! What a page is about, in terms that search engines and other programs know:
//! JSON-LD with the vocabulary of <https://schema.org>.
//!
//! The site, a document, the glossary and a party say what they are. Where the
//! site's address is known every page says where it stands in the site: those who
//! read that take full addresses only.

use serde::Serialize;
use serde_json::{Value, json};

use super::PageMaker;
use crate::model::{Begrip, Gebied, Overeenkomst, Partij, Rol};
use crate::resolve::{DataFile, Destination, File, Page};
use crate::view::MaybeLink;

impl PageMaker<'_> {
    /// All that the page says of itself, ready for a `script`
    /// element: nothing in it can end that element.
    pub(super) fn linked_data(&self, crumbs: &[MaybeLink], about: Option<Value>) -> Option<String> {
        let is_addressed = self.options.base_url.is_some();
        let trail = (is_addressed && crumbs.len() > 1).then(|| self.trail(crumbs));
        let graph: Vec<Value> = about.into_iter().chain(trail).collect();
        if graph.is_empty() {
            return None;
        }
        let text = json!({"@context": "https://schema.org", "@graph": graph}).to_string();
        Some(text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }

    fn trail(&self, crumbs: &[MaybeLink]) -> Value {
        let items: Vec<Value> = crumbs
            .iter()
            .enumerate()
            .map(|(index, crumb)| {
                let mut item = json!({"@type": "ListItem", "position": index + 1, "name": crumb.titel});
                set(&mut item, "item", crumb.href.as_ref().map(|href| self.medium.in_full(href)));
                item
            })
            .collect();
        json!({"@type": "BreadcrumbList", "itemListElement": items})
    }

    /// The way to a destination, in full when it is known where the site will stand.
    fn at<'d>(&self, to: impl Into<Destination<'d>>) -> String {
        let to = to.into();
        self.medium.web(to).or_else(|| self.medium.way(to)).unwrap_or_default()
    }

    /// The site, on its first page.
    pub(super) fn about_site(&self) -> Value {
        let site = &self.project.site;
        let mut about = json!({
            "@type": "WebSite",
            "name": site.naam,
            "inLanguage": "nl",
            "url": self.at(Page::Home),
        });
        set(&mut about, "description", site.ondertitel.as_ref());
        set(&mut about, "publisher", site.corporatie.as_deref().map(organisation));
        about
    }

    /// A document.
    pub(super) fn about_document(&self, document: &Overeenkomst) -> Value {
        let mut about = json!({
            "@type": "DigitalDocument",
            "@id": self.at(document),
            "name": document.titel,
            "genre": self.labels.soort_overeenkomst(document.soort),
            "inLanguage": "nl",
            "creativeWorkStatus": self.labels.status(document.status),
            "temporalCoverage": format!("{}/{}", document.looptijd.van(), document.looptijd.tot_en_met()),
            "spatialCoverage": area(&document.gebied),
            "dateModified": document.datum().to_string(),
            "author": document.partijen.iter().map(|partij| organisation(partij)).collect::<Vec<_>>(),
            "encoding": self.encodings(document),
        });
        set(&mut about, "abstract", document.samenvatting.as_ref());
        set(&mut about, "datePublished", document.publicatie.datum.map(|datum| datum.to_string()));
        about
    }

    fn encodings(&self, document: &Overeenkomst) -> Vec<Value> {
        let file = |kind: &str, media: &str, to: Destination| json!({"@type": kind, "encodingFormat": media, "contentUrl": self.at(to)});
        let pdf = self
            .options
            .with_pdf
            .then(|| file("MediaObject", "application/pdf", File::Publication(document).into()));
        let data = DataFile::of_document(document).into_iter();
        pdf.into_iter().chain(data.map(|data| file("DataDownload", data.media_type(), data.into()))).collect()
    }

    /// The glossary.
    pub(super) fn about_glossary(&self) -> Value {
        let term = |begrip: &Begrip| {
            let mut term = json!({
                "@type": "DefinedTerm",
                "@id": format!("{}#{}", self.at(Page::Glossary), begrip.anker),
                "name": begrip.term,
                "description": begrip.betekenis,
            });
            set(&mut term, "alternateName", begrip.voluit.as_ref());
            term
        };
        json!({
            "@type": "DefinedTermSet",
            "name": self.labels.text("titel-begrippen"),
            "inLanguage": "nl",
            "hasDefinedTerm": self.project.begrippen.iter().map(term).collect::<Vec<_>>(),
        })
    }
}

/// Says something that is not known of all.
fn set(about: &mut Value, key: &str, value: Option<impl Serialize>) {
    if let Some(value) = value {
        about[key] = json!(value);
    }
}

/// A party.
pub(super) fn organisation(partij: &Partij) -> Value {
    let kind = if partij.rol == Rol::Gemeente { "GovernmentOrganization" } else { "Organization" };
    let mut organisation = json!({"@type": kind, "name": partij.naam});
    set(&mut organisation, "url", partij.website.as_ref().map(|website| website.as_str()));
    organisation
}

fn area(gebied: &Gebied) -> Value {
    let (Gebied::Gemeente(naam) | Gebied::Regio(naam)) = gebied;
    json!({"@type": "AdministrativeArea", "name": naam})
}
