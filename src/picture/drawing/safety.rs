//! What in a drawing runs, or is fetched from elsewhere: opened on its own, a
//! drawing does so in the name of the site. Looked for in what is published,
//! after [`fn@super::clean`] took out what nobody needs.

use roxmltree::{Attribute, Document, Node};

use super::{Fault, XHTML};

/// Elements that run, or that hold what is not a drawing.
const FORBIDDEN: [&str; 8] =
    ["script", "foreignObject", "iframe", "object", "embed", "handler", "audio", "video"];

/// Attributes that hold no style, in which a backslash writes nothing else.
const NO_STYLE: [&str; 6] = ["id", "class", "lang", "d", "points", "name"];

pub fn inspect(text: &str, document: &Document) -> Result<(), Fault> {
    let found = document.descendants().find_map(|node| forbidden(&node));
    // A document type can give elements attributes that the parser does not show.
    let declares = text.contains("<!ATTLIST").then(|| "`<!ATTLIST`".to_owned());
    found.or(declares).map_or(Ok(()), |what| Err(Fault::Unsafe(what)))
}

/// What in this node may not be published, if anything.
fn forbidden(node: &Node) -> Option<String> {
    if node.is_pi() {
        return Some("een opdracht voor programma's (`<?…?>`)".into());
    }
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name();
    if node.tag_name().namespace() == Some(XHTML) {
        return Some(format!("`<{name}>` van een webpagina"));
    }
    if FORBIDDEN.contains(&name) {
        return Some(format!("`<{name}>`"));
    }
    if name == "style" {
        // A comment inside splits the text in several nodes.
        let style: String = node.descendants().filter_map(|part| part.text()).collect();
        if fetches(&style) {
            return Some("een stijl die iets van elders ophaalt".into());
        }
    }
    node.attributes().find_map(|attribute| forbidden_attribute(&attribute))
}

fn forbidden_attribute(attribute: &Attribute) -> Option<String> {
    let (key, value) = (attribute.name(), attribute.value());
    if key.to_lowercase().starts_with("on") {
        return Some(format!("`{key}=…`, dat een opdracht uitvoert"));
    }
    let leads_away = match key {
        "href" | "src" => !(value.trim_start().starts_with('#') || is_embedded_picture(value)),
        "attributeName" => value.rsplit(':').next().is_some_and(|name| {
            let name = name.trim().to_lowercase();
            name == "href" || name.starts_with("on")
        }),
        key if NO_STYLE.contains(&key) || key.starts_with("data-") || key.starts_with("aria-") => false,
        _ => fetches(value),
    };
    leads_away.then(|| format!("een verwijzing naar iets buiten de tekening (`{key}`)"))
}

pub fn is_embedded_picture(value: &str) -> bool {
    ["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"]
        .iter()
        .any(|kind| value.trim_start().starts_with(kind))
}

/// Whether a style fetches something from outside the drawing.
fn fetches(style: &str) -> bool {
    let style = style.to_lowercase();
    // A backslash writes any letter in another way, and `image-set` needs no `url(`.
    if ["@import", "image-set", "src(", "\\"].iter().any(|word| style.contains(word)) {
        return true;
    }
    style.split("url(").skip(1).any(|rest| {
        let target = rest.trim_start_matches([' ', '"', '\'']);
        !(target.starts_with('#') || is_embedded_picture(target))
    })
}
