//! `sitemap.xml`: every page with its full address, for search engines
//! (sitemaps.org, protocol 0.9). It is only made when it is known where the
//! site will stand, as the protocol has no other addresses.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Desk;
use crate::address;
use crate::model::Datum;
use crate::resolve::Page;

/// The namespace of the protocol.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap; empty when the address of the site is not known.
pub fn xml(desk: &Desk) -> Vec<u8> {
    let documents = desk.project.overeenkomsten.iter().flat_map(|document| {
        let pages = Page::of_document(document).into_iter();
        pages.map(|page| (page, Some(document.datum())))
    });
    let others = Page::of_site(desk.project).into_iter().map(|page| (page, None));
    let pages = others.chain(documents).filter(|(page, _)| !matches!(page, Page::NotFound));
    let entries: Vec<(String, Option<Datum>)> =
        pages.filter_map(|(page, changed)| Some((desk.address(&address::page(page))?, changed))).collect();
    // Writing to memory cannot fail.
    write(&entries).unwrap_or_default()
}

fn write(entries: &[(String, Option<Datum>)]) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.create_element("urlset").with_attribute(("xmlns", NAMESPACE)).write_inner_content(|writer| {
        for (address, changed) in entries {
            writer.create_element("url").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(address))?;
                if let Some(changed) = changed {
                    let changed = changed.to_string();
                    writer.create_element("lastmod").write_text_content(BytesText::new(&changed))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(writer.into_inner())
}
