//! Text that looks like code is text: on every page and in every PDF, from
//! every field in which an author can write.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{Html, Node};
use support::Project;

/// A text that would do something somewhere if it were taken for code, and
/// what readers see of it: the same, with quotes as a typesetter sets them.
struct Payload {
    written: &'static str,
    shown: &'static str,
}

const PAYLOADS: [Payload; 12] = [
    same("<script>alert(1)</script>"),
    same("<img src=x onerror=alert(1)> <b onclick=alert(1)>x</b> <!-- x --> ]]> <?php ?>"),
    same("&lt;b&gt; &amp;amp; &#60;b&#62; &nbsp;x"),
    same("#read(\"/etc/passwd\") #include \"x\"").showing("#read(\"/etc/passwd\") #include “x”"),
    same("#panic() #let x = 1 #{ } #[ ] @label <label> $x^2$ $ sum_1 $ = kop"),
    same("\\u{202e} \\n \\\\ \\# \\$ C:\\temp\\ \\"),
    same("{{ 7*7 }} {% raw %} {# x #} {{ site.naam | safe }}"),
    same("{ $aantal -> } ${HOME} $(id) `id` %s %2e {0} ; rm -rf /"),
    same("*sterk* _nadruk_ ~~weg~~ [B1] [[DAEB]] [x](y) ![x](y) ^1 | cel |"),
    same("\" onmouseover=\"alert(1)\" x=\"").showing("“ onmouseover=\"alert(1)\" x=\""),
    same("') + read(\"/etc/passwd\") + ('x").showing("‘) + read(\"/etc/passwd\") + (‘x"),
    same("// regel /* blok */ --> /etc/passwd ../../etc/passwd"),
];

const fn same(text: &'static str) -> Payload {
    Payload { written: text, shown: text }
}

impl Payload {
    const fn showing(self, shown: &'static str) -> Self {
        Self { shown, ..self }
    }
}

/// A project with a marked text in every field that holds text: `V1 … slot`,
/// `V2 … slot` and so on. In `tests/fixtures/velden`, ¤ is a text in YAML, ¢ one
/// in Markdown, § one in a block of code.
struct Fields {
    project: Project,
}

impl Fields {
    fn new(text: &str) -> Self {
        let mut number = 0;
        let mut mark = move || {
            number += 1;
            format!("V{number} {text} slot")
        };
        let project = Project::empty();
        for (path, template) in support::tree(Path::new("tests/fixtures/velden")) {
            let template = String::from_utf8(template).expect("UTF-8");
            let mut out = String::new();
            for piece in template.split_inclusive(['¤', '¢', '§']) {
                let Some(hole) = piece.chars().last().filter(|c| "¤¢§".contains(*c)) else {
                    out.push_str(piece);
                    continue;
                };
                out.push_str(&piece[..piece.len() - hole.len_utf8()]);
                match hole {
                    '¤' => out.push_str(&in_yaml(&mark())),
                    '¢' => out.push_str(&in_markdown(&mark())),
                    _ => out.push_str(&mark()),
                }
            }
            project.write(&format!("content/{path}"), out);
        }
        project.write("content/zandstad-2027/plan.svg", SVG);
        Self { project }
    }

    /// Every page with its elements and attribute names, and with its text and
    /// attribute values.
    fn pages(&self) -> BTreeMap<String, Page> {
        let tree = self.project.tree("output");
        tree.iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path.clone(), Page::of(std::str::from_utf8(bytes).expect("UTF-8"))))
            .collect()
    }
}

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>"#;

/// A text as a YAML value in double quotes.
fn in_yaml(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

/// A text as Markdown that stands for nothing but itself.
fn in_markdown(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

/// Whether an element holds JSON; any other that is called so would run what is in it.
fn holds_data(node: &Node) -> bool {
    node.as_element().is_some_and(|element| {
        element.name() == "script" && element.attr("type") == Some("application/ld+json")
    })
}

/// Every text in a piece of data.
fn strings(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(items) => items.iter().flat_map(strings).collect(),
        serde_json::Value::Object(pairs) => pairs.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// What a page is made of.
struct Page {
    /// Its elements with the names of their attributes, in order.
    elements: Vec<String>,
    /// Its texts and the values of attributes, each on its own.
    texts: Vec<String>,
}

impl Page {
    fn of(html: &str) -> Self {
        let document = Html::parse_document(html);
        let mut page = Self { elements: Vec::new(), texts: Vec::new() };
        for node in document.tree.nodes() {
            match node.value() {
                Node::Element(element) => {
                    let mut names: Vec<&str> = element.attrs().map(|(name, _)| name).collect();
                    names.sort_unstable();
                    page.elements.push(format!("{} {}", element.name(), names.join(" ")));
                    page.texts.extend(element.attrs().map(|(_, value)| value.to_owned()));
                }
                Node::Text(text) if node.parent().is_some_and(|parent| holds_data(parent.value())) => {
                    page.texts.extend(strings(&serde_json::from_str(text).expect("JSON")));
                }
                Node::Text(text) => page.texts.push(text.to_string()),
                Node::Comment(comment) => panic!("a comment: {}", &**comment),
                _ => {}
            }
        }
        page
    }

    /// The marks (`V12`) in it, each with how often its whole text is there.
    fn marked(&self, text: &str) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        for number in 1..=MOST_FIELDS {
            let whole = format!("V{number} {text} slot");
            let count = self.texts.iter().map(|part| part.matches(&whole).count()).sum::<usize>();
            if count > 0 {
                found.insert(format!("V{number}"), count);
            }
        }
        found
    }
}

/// More than there are holes in the templates.
const MOST_FIELDS: usize = 200;

#[test]
fn text_that_looks_like_code_is_text_in_every_field_of_the_site() {
    let plain = Fields::new("woord");
    plain.project.assert_finds(&[]);
    plain.project.build_ok(&["--only", "site"]);
    let plain = plain.pages();
    let fields: usize = plain.values().map(|page| page.marked("woord").len()).sum();
    assert!(fields > 100, "only {fields} fields were looked at");
    for payload in PAYLOADS {
        let hostile = Fields::new(payload.written);
        hostile.project.assert_finds(&[]);
        hostile.project.build_ok(&["--only", "site"]);
        let hostile = hostile.pages();
        assert_eq!(plain.keys().collect::<Vec<_>>(), hostile.keys().collect::<Vec<_>>());
        for (path, page) in &hostile {
            assert_eq!(page.elements, plain[path].elements, "{path}: {}", payload.written);
            let mut shown = page.marked(payload.shown);
            // Code is shown as typed, with straight quotes.
            if payload.shown != payload.written {
                shown.extend(page.marked(payload.written));
            }
            assert_eq!(shown, plain[path].marked("woord"), "{path}: {}", payload.written);
        }
    }
}

#[test]
fn text_that_looks_like_code_is_text_in_every_field_of_the_pdfs() {
    let Some(plain) = pdf_texts(&Fields::new("woord").project) else { return };
    let fields: usize = plain.values().map(|text| marks_in(text, "woord").len()).sum();
    assert!(fields > 80, "only {fields} fields were looked at");
    for payload in PAYLOADS {
        let Some(hostile) = pdf_texts(&Fields::new(payload.written).project) else { return };
        for (path, text) in &hostile {
            let mut shown = marks_in(text, payload.shown);
            shown.extend(marks_in(text, payload.written));
            shown.sort_unstable();
            shown.dedup();
            assert_eq!(shown, marks_in(&plain[path], "woord"), "{path}: {}", payload.written);
            assert!(!text.contains("root:"), "{path}");
        }
    }
}

/// The fields whose whole text stands in the text of a PDF.
fn marks_in(text: &str, marked: &str) -> Vec<usize> {
    (1..=MOST_FIELDS)
        .filter(|number| text.contains(&without_breaks(&format!("V{number} {marked} slot"))))
        .collect()
}

/// Builds everything, and gives the text of each PDF without line ends and
/// hyphens; nothing where there is no program to read it with.
fn pdf_texts(project: &Project) -> Option<BTreeMap<String, String>> {
    project.build_ok(&[]);
    let tree = project.tree("output");
    assert!(tree.values().all(|bytes| !holds_passwords(bytes)));
    tree.keys()
        .filter(|path| path.ends_with(".pdf"))
        .map(|path| {
            let text = support::pdf_text(&project.path("output").join(path), "-raw")?;
            Some((path.clone(), without_breaks(&text)))
        })
        .collect()
}

fn without_breaks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}')).collect()
}

fn holds_passwords(bytes: &[u8]) -> bool {
    bytes.windows(8).any(|window| window == b"root:x:0" || window == b"root:*:0")
}

#[test]
fn typst_code_in_markdown_needs_no_backslash_to_be_text() {
    let text = "#read(\"/etc/passwd\") en $x_1 + y$ en #let a = 1; en @bron en // niets en /* blok */";
    let project = Project::minimal()
        .replacing("content/zandstad-2027/bouwopgave.md", "Zie ook [B1].", &format!("{text}\n\n### {text}\n\n- {text}\n\n| {text} |\n|---|\n| {text} |\n\nNoot[^1].\n\n[^1]: {text}"))
        .replacing("content/zandstad-2027/overeenkomst.md", "De drie partijen", &format!("{text} De drie partijen"));
    project.assert_finds(&[]);
    let Some(texts) = pdf_texts(&project) else { return };
    for (path, found) in &texts {
        assert_eq!(found.matches(&without_breaks(text)).count(), 7, "{path}");
    }
    for page in ["zandstad-2027/bouwopgave.html", "zandstad-2027/index.html"] {
        let page = Page::of(&project.read(&format!("output/{page}")));
        assert!(page.texts.iter().any(|part| part.contains(text)));
    }
}

#[test]
fn html_in_markdown_is_shown_as_the_text_it_is_and_the_author_is_told() {
    let project = Project::minimal().with(
        "content/over.md",
        "---\ntitel: Over\n---\n\nEen <b>vet</b> woord.\n\n<script>\nalert(1)\n</script>\n\n<div onclick=\"alert(1)\">x</div>\n\n<svg/onload=alert(1)>\n\nSlot <img src=x\nonerror=alert(1)>\n",
    );
    project.assert_finds(&[
        ("X101", "over.md", "<b>"),
        ("X101", "over.md", "</b>"),
        ("X101", "over.md", "<script>"),
        ("X101", "over.md", "<div"),
        ("X101", "over.md", "<img"),
    ]);
    project.build_ok(&["--only", "site"]);
    let plain =
        Project::minimal().with("content/over.md", "---\ntitel: Over\n---\n\nEen\n\nx\n\nx\n\nx\n\nSlot\n");
    plain.build_ok(&["--only", "site"]);
    let page = |project: &Project| Page::of(&project.read("output/over.html"));
    assert_eq!(page(&project).elements, page(&plain).elements);
    let text = page(&project).texts.concat();
    for shown in [
        "Een <b>vet</b> woord.",
        "<script> alert(1) </script>",
        "<div onclick=\"alert(1)\">x</div>",
        "<svg/onload=alert(1)>",
        "Slot <img src=x\nonerror=alert(1)>",
    ] {
        assert!(text.contains(shown), "{shown}");
    }
}

#[test]
fn a_comment_is_left_out_and_the_text_beside_it_is_not() {
    let project = Project::minimal().with(
        "content/over.md",
        "---\ntitel: Over\n---\n\n<!-- geheim 1 -->\n\nEen <!-- geheim 2 --> zin.\n\n<!-- geheim 3\n\ngeheim 4 -->\n\n<!-- geheim 5 --> De Brug bouwt 100 woningen. <!-- geheim 6 -->\n",
    );
    project.build_ok(&["--only", "site"]);
    let text = Page::of(&project.read("output/over.html")).texts.concat();
    assert!(text.contains("De Brug bouwt 100 woningen."), "text between two comments is gone without a word");
    assert!(text.contains("Een  zin."));
    for number in 1..=4 {
        assert!(!text.contains(&format!("geheim {number}")));
    }
}

#[test]
fn a_comment_that_never_closes_is_found_where_it_begins() {
    // It takes all that follows with it, agreements included.
    Project::minimal()
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "Er is een tekort",
            "<!-- na te kijken\n\nEr is een tekort",
        )
        .assert_finds(&[("X103", "zandstad-2027/bouwopgave.md", "<!--")]);
}

#[cfg(unix)]
#[test]
fn a_file_may_have_a_name_that_looks_like_code() {
    let name = "plan \"a\" onload='x' & <b> #read(1) $x {{ y }} \u{e9}.svg";
    let project = Project::minimal().with(&format!("content/zandstad-2027/media/{name}"), SVG).with(
        "content/zandstad-2027/<script> x.md",
        format!(
            "---\nsoort: bijlage\ntitel: Plan\n---\n\n![Plan](<media/{}>)\n",
            name.replace('<', "\\<").replace('>', "\\>")
        ),
    );
    project.assert_build_finds(&[]);
    assert_eq!(project.read(&format!("output/zandstad-2027/media/{name}")), SVG);
    let page = Html::parse_document(&project.read("output/zandstad-2027/script-x.html"));
    let picture = page
        .select(&scraper::Selector::parse("figure img").expect("a selector"))
        .next()
        .expect("the picture");
    let src = picture.attr("src").expect("an address");
    assert!(src.starts_with("media/plan%20%22a%22%20onload='x'%20%26%20%3Cb%3E%20%23read(1)%20$x%20%7B%7B%20y%20%7D%7D%20%C3%A9.svg"), "{src}");
    assert!(picture.value().attrs().all(|(name, _)| !name.starts_with("on")));
}
