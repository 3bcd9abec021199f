//! The programs beside which is measured, and the same pages as each of them wants them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::corpus::plain::{Page, Plain};

/// Who makes the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    Afspraken,
    Zola,
    Hugo,
    /// No pages: a copy of ours, so what writing them takes at the least.
    Copy,
}

impl Program {
    pub const ALL: [Self; 4] = [Self::Afspraken, Self::Zola, Self::Hugo, Self::Copy];

    pub fn name(self) -> &'static str {
        match self {
            Self::Afspraken => "afspraken",
            Self::Zola => "Zola",
            Self::Hugo => "Hugo",
            Self::Copy => "`cp -r` of ours",
        }
    }

    /// What to type to have it: the variable `ZOLA` or `HUGO` says where it is, else the path of the system does.
    fn command(self) -> Command {
        match self {
            Self::Afspraken => Command::new(env!("CARGO_BIN_EXE_afspraken")),
            Self::Zola => Command::new(std::env::var_os("ZOLA").unwrap_or_else(|| "zola".into())),
            Self::Hugo => Command::new(std::env::var_os("HUGO").unwrap_or_else(|| "hugo".into())),
            Self::Copy => Command::new("cp"),
        }
    }

    /// What it says of its version; nothing where it is not installed.
    pub fn version(self) -> Option<String> {
        let question = if self == Self::Hugo { "version" } else { "--version" };
        let output = self.command().arg(question).output().ok().filter(|output| output.status.success())?;
        let said = String::from_utf8_lossy(&output.stdout);
        let is_version = |word: &&str| word.trim_start_matches('v').starts_with(|c: char| c.is_ascii_digit());
        Some(said.split_whitespace().find(is_version).unwrap_or_default().to_owned())
    }

    /// Where its sources stand.
    fn sources(self, folder: &Path) -> PathBuf {
        folder.join(format!("{self:?}").to_lowercase())
    }

    /// Where its pages come.
    pub fn output(self, folder: &Path) -> PathBuf {
        folder.join(format!("{self:?}-pages").to_lowercase())
    }

    /// The command that makes all pages, of which none is there yet.
    pub fn build(self, folder: &Path) -> Command {
        let mut command = self.command();
        let output = self.output(folder);
        match self {
            Self::Afspraken => command
                .current_dir(self.sources(folder))
                .args(["build", "--only", "site", "--fresh", "--date", super::DAY, "--output"])
                .arg(output),
            Self::Zola => {
                command.current_dir(self.sources(folder)).args(["build", "--output-dir"]).arg(output)
            }
            Self::Hugo => command.current_dir(self.sources(folder)).arg("--destination").arg(output),
            Self::Copy => command.arg("-r").arg(Self::Afspraken.output(folder)).arg(output),
        };
        command
    }

    /// Writes the sources of some documents as it wants them.
    pub fn write(self, folder: &Path, documents: &[Plain]) -> Result<(), String> {
        let sources = self.sources(folder);
        let look = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/naast");
        match self {
            Self::Afspraken => put(&sources.join("content/site.yaml"), &site(documents))?,
            Self::Zola => copy(&look.join("zola"), &sources)?,
            Self::Hugo => copy(&look.join("hugo"), &sources)?,
            Self::Copy => return Ok(()),
        }
        if matches!(self, Self::Zola | Self::Hugo) {
            // Both link the same style sheet, of about the weight of ours.
            let styles = look.join("../../themes/standaard/static/stijl.css");
            let text = fs::read_to_string(&styles).map_err(|error| error.to_string())?;
            put(&sources.join("static/stijl.css"), &text)?;
            put(&sources.join("content/_index.md"), &self.head("Prestatieafspraken van De Vlierrand", 0))?;
        }
        for document in documents {
            let folder = sources.join("content").join(&document.map);
            let (name, text) = self.first(document);
            put(&folder.join(name), &text)?;
            for (page, order) in document.pages.iter().zip(1..) {
                put(&folder.join(format!("{}.md", page.name)), &self.page(document, page, order))?;
            }
        }
        Ok(())
    }

    /// The name and the text of the first page of a document.
    fn first(self, document: &Plain) -> (&'static str, String) {
        let Plain { titel, gemeente, jaar, inleiding, .. } = document;
        if self != Self::Afspraken {
            return ("_index.md", self.head(titel, 0) + inleiding);
        }
        let id = gemeente.to_lowercase();
        let text = format!(
            "---\nsoort: jaarafspraken\ntitel: {titel}\ngemeente: {gemeente}\npartijen: [gemeente-{id}, vlierrand, huurders]\nlooptijd: {jaar}\nstatus: concept\ndatums:\n  concept: {}-06-01\n---\n{inleiding}",
            jaar - 1
        );
        ("overeenkomst.md", text)
    }

    fn page(self, document: &Plain, page: &Page, order: usize) -> String {
        let text = page.text(|name| match self {
            Self::Zola => format!("@/{}/{name}.md", document.map),
            Self::Hugo => format!("{{{{< ref \"{name}.md\" >}}}}"),
            Self::Afspraken | Self::Copy => format!("{name}.md"),
        });
        match self {
            Self::Afspraken => {
                format!(
                    "---\nsoort: thema\nthema: {}\ntitel: {}\nvolgorde: {order}\n---\n{text}",
                    page.name, page.titel
                )
            }
            _ => self.head(&page.titel, order) + &text,
        }
    }

    fn head(self, titel: &str, order: usize) -> String {
        if self == Self::Hugo {
            return format!("---\ntitle: \"{titel}\"\nweight: {order}\n---\n");
        }
        // In Zola pages have a weight, sections an order for their pages.
        let more = if order == 0 { "sort_by = \"weight\"".into() } else { format!("weight = {order}") };
        format!("+++\ntitle = \"{titel}\"\n{more}\n+++\n")
    }
}

fn site(documents: &[Plain]) -> String {
    let mut text = String::from(
        "\
naam: Prestatieafspraken van De Vlierrand
corporatie: vlierrand
partijen:
  - {id: vlierrand, naam: Woonstichting De Vlierrand, kort: De Vlierrand, rol: corporatie}
  - {id: huurders, naam: Huurdersplatform De Vlierrand, kort: het Huurdersplatform, rol: huurdersorganisatie}
",
    );
    let mut gemeenten: Vec<&str> = documents.iter().map(|document| document.gemeente.as_str()).collect();
    gemeenten.sort_unstable();
    gemeenten.dedup();
    for gemeente in gemeenten {
        let id = gemeente.to_lowercase();
        text.push_str(&format!(
            "  - {{id: gemeente-{id}, naam: Gemeente {gemeente}, kort: gemeente {gemeente}, rol: gemeente}}\n"
        ));
    }
    text
}

fn put(path: &Path, text: &str) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(told)?;
    }
    fs::write(path, text).map_err(told)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(from).map_err(|error| error.to_string())?;
            put(&to.join(name), &fs::read_to_string(entry.path()).map_err(|error| error.to_string())?)?;
        }
    }
    Ok(())
}
