//! `docs/templates.md` lists, for whoever builds a theme, all that templates get.
//!
//! It is written from the structs themselves: `UPDATE_DOCS=1 cargo test --test templates`.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use support::repository;
use syn::{Fields, GenericArgument, Item, ItemEnum, ItemStruct, PathArguments, Type};
use walkdir::WalkDir;

const INTRODUCTION: &str = "# What templates get

For whoever builds a theme. The templates of pages (Tera) and of paper (Typst) get the same values under the same names; each is a struct in `src/view/` or, where it is only worded, in `src/theme/`, and this list is written from there: `UPDATE_DOCS=1 cargo test --test templates`.

- A field of a page stands in its template as it is called here. Where *all of* another struct is named, its fields stand there too. Each page has `site` and `pagina` as well: what is around it, see [Frame](#frame).
- The functions of a theme's `pdf/` get a struct as one dictionary, with these keys.
- **text** is finished and needs no more than its place. **text of an author** is content on paper, and is proved there; on pages it is text. What is *or nothing* is `null` on pages and `none` on paper. What is *on pages* is `none` on paper.
- HTML (`…_html`) is on pages only: paper gets running text as calls of functions of the theme.
";

#[test]
fn the_list_for_theme_builders_names_all_that_templates_get() {
    let path = repository().join("docs/templates.md");
    let list = list();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &list).expect("the list can be written");
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(known == list, "docs/templates.md is old: UPDATE_DOCS=1 cargo test --test templates");
}

fn list() -> String {
    // What a figure or indicator says is worded where the words are.
    let folders = ["src/view", "src/theme"].map(|folder| repository().join(folder));
    let mut pages = BTreeMap::new();
    let mut things = BTreeMap::new();
    for entry in folders.iter().flat_map(WalkDir::new) {
        let entry = entry.expect("the view can be read");
        if entry.path().extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("it is text");
        for item in syn::parse_file(&text).expect("it is Rust").items {
            match item {
                Item::Struct(item) if derives(&item.attrs, "Serialize") => {
                    let is_page = doc(&item.attrs).contains(".html`");
                    let list = if is_page { &mut pages } else { &mut things };
                    list.insert(item.ident.to_string(), section(&item));
                }
                Item::Enum(item) if derives(&item.attrs, "Serialize") => {
                    things.insert(item.ident.to_string(), choice(&item));
                }
                _ => {}
            }
        }
    }
    for section in pages.values().chain(things.values()) {
        for name in section.split("(#").skip(1).filter_map(|rest| rest.split(')').next()) {
            let mut listed = pages.keys().chain(things.keys());
            assert!(listed.any(|known| known.to_lowercase() == name), "`{name}` is not in the list");
        }
    }
    let sections = |list: BTreeMap<String, String>| list.into_values().collect::<String>();
    format!("{INTRODUCTION}\n## Templates\n{}\n## What stands in them\n{}", sections(pages), sections(things))
}

fn section(item: &ItemStruct) -> String {
    let mut section = format!("\n### {}\n\n{}\n\n", item.ident, doc(&item.attrs));
    let Fields::Named(fields) = &item.fields else { return section };
    section.push_str("| field | what it is | |\n| --- | --- | --- |\n");
    for field in &fields.named {
        let name = field.ident.as_ref().expect("a named field").to_string();
        let serde = attributes(&field.attrs, "serde");
        if serde.contains("skip") {
            continue;
        }
        let what = what(&field.ty);
        let (name, what) = if serde.contains("flatten") {
            (String::from("…"), format!("all of {what}"))
        } else {
            (format!("`{}`", name.trim_start_matches("r#")), what)
        };
        let _ = writeln!(section, "| {name} | {what} | {} |", doc(&field.attrs).replace('|', "\\|"));
    }
    section
}

/// One of some kinds, told apart by a field.
fn choice(item: &ItemEnum) -> String {
    let serde = attributes(&item.attrs, "serde");
    let named = |key: &str| {
        let (_, rest) = serde.split_once(&format!("{key} = \"")).expect("kinds are told apart by a field");
        rest.split('"').next().unwrap_or_default()
    };
    assert_eq!(named("rename_all"), "lowercase");
    let mut section = format!("\n### {}\n\n{}\n\n", item.ident, doc(&item.attrs));
    let _ = writeln!(section, "| `{}` | `{}` | |\n| --- | --- | --- |", named("tag"), named("content"));
    for variant in &item.variants {
        let name = variant.ident.to_string().to_lowercase();
        let held = variant.fields.iter().next().map_or_else(String::new, |field| what(&field.ty));
        let _ = writeln!(section, "| `{name}` | {held} | {} |", doc(&variant.attrs));
    }
    section
}

/// A type in words.
fn what(ty: &Type) -> String {
    let path = match ty {
        Type::Reference(inner) => return what(&inner.elem),
        Type::Path(path) => path.path.segments.last().expect("a path has an end"),
        Type::Tuple(tuple) => {
            return tuple.elems.iter().map(what).collect::<Vec<_>>().join(" with ");
        }
        _ => panic!("a field is of a type that the list has no words for"),
    };
    let inner = || match &path.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(what(ty)),
                _ => None,
            })
            .expect("what it holds"),
        _ => panic!("it holds something"),
    };
    match path.ident.to_string().as_str() {
        "String" | "str" | "EcoString" | "Cow" => String::from("text"),
        "Proza" => String::from("text of an author"),
        "bool" => String::from("yes or no"),
        "usize" | "u32" | "u16" | "u8" | "i32" | "i16" | "i8" => String::from("number"),
        "Option" => format!("{} or nothing", inner()),
        "Vec" => format!("list of {}", inner()),
        "BTreeMap" => format!("{} by name", inner()),
        "OpSite" => format!("{}, on pages", inner()),
        "Arc" | "Box" => inner(),
        name => format!("[{name}](#{})", name.to_lowercase()),
    }
}

/// The doc comment in one line, as whoever reads the list needs it.
fn doc(attributes: &[syn::Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>().join(" ").replace(['[', ']'], "")
}

fn attributes(attributes: &[syn::Attribute], name: &str) -> String {
    let own = attributes.iter().filter(|attribute| attribute.path().is_ident(name));
    let texts = own.filter_map(|attribute| attribute.meta.require_list().ok());
    texts.map(|list| list.tokens.to_string()).collect()
}

fn derives(of: &[syn::Attribute], name: &str) -> bool {
    attributes(of, "derive").contains(name)
}
