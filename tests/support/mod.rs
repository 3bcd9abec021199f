//! A project in a temporary folder, for tests that want real files.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use afspraken::diagnostic::Diagnostic;
use afspraken::edition::Edition;
use afspraken::report::{self, terminal};
use assert_cmd::Command;
use tempfile::TempDir;

/// The day on which tests build, so that they mean the same on every day.
pub const TODAY: &str = "2026-11-22";

/// A folder with sources.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The smallest project that has everything: a site of three parties, one
    /// document, one theme (`bouwopgave.md`) with one agreement (B1).
    pub fn minimal() -> Self {
        Self::empty()
            .with("content/site.yaml", SITE)
            .with("content/zandstad-2027/overeenkomst.md", DOCUMENT)
            .with("content/zandstad-2027/bouwopgave.md", THEME)
    }

    /// The minimal project with `prose` in the agreement of its theme.
    pub fn with_prose(prose: &str) -> Self {
        Self::minimal().replacing("content/zandstad-2027/bouwopgave.md", "Zie ook [B1].", prose)
    }

    /// The minimal project with a plain page of `prose`.
    pub fn with_page(prose: &str) -> Self {
        Self::minimal().with("content/over.md", format!("---\ntitel: Over\n---\n\n{prose}\n"))
    }

    /// The example that the program carries.
    pub fn example() -> Self {
        let project = Self::empty();
        copy(&repository().join("content"), &project.path("content"));
        project
    }

    /// The agreements of an invented large city: eight parties, eight chapters,
    /// a hundred and fifty agreements and four appendices in one document.
    pub fn large_city() -> Self {
        let project = Self::empty();
        copy(&repository().join("tests/fixtures/grootmeer/content"), &project.path("content"));
        project
    }

    /// Sources on which the program once did the wrong thing: a folder of `tests/fixtures/gevallen`.
    pub fn case(name: &str) -> Self {
        let project = Self::empty();
        copy(
            &repository().join("tests/fixtures/gevallen").join(name).join("content"),
            &project.path("content"),
        );
        project
    }

    /// The same with a file added or replaced.
    pub fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// Adds or replaces a file.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// The same with `from` replaced by `to` in a file; `from` must be there.
    pub fn replacing(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, text.replacen(from, to, 1));
        self
    }

    /// The same with a theme of its own, in which `to` stands in place of `from` in a file for PDFs.
    pub fn with_theme(self, file: &str, from: &str, to: &str) -> Self {
        let path = format!("themes/standaard/pdf/{file}");
        let text = fs::read_to_string(repository().join(&path)).expect("a file of the theme");
        assert!(text.contains(from), "{file} does not hold {from:?}");
        self.with(&path, text.replacen(from, to, 1))
    }

    /// The path of a file in the folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// What reading, parsing and checking find, sorted.
    pub fn diagnostics(&self) -> (Edition, Vec<Diagnostic>) {
        let edition = Edition::read(&self.path("content"), &self.path("themes"));
        let mut diagnostics = edition.diagnostics.clone();
        report::sort(&mut diagnostics, &edition.sources);
        (edition, diagnostics)
    }

    /// The same as a user sees it, without colours.
    pub fn messages(&self) -> String {
        let (edition, diagnostics) = self.diagnostics();
        as_text(&edition, &diagnostics)
    }

    /// The codes with file, line and column, in order: `M105 zandstad-2027/bouwopgave.md:12:3`.
    pub fn codes(&self) -> Vec<String> {
        let (edition, diagnostics) = self.diagnostics();
        as_codes(&edition, &diagnostics)
    }

    /// Where `needle` stands in a file of `content/`, as messages write it:
    /// `zandstad-2027/bouwopgave.md:12:3`. A `¦` in the needle marks the spot;
    /// without one it is where the needle begins.
    pub fn place(&self, file: &str, needle: &str) -> String {
        let bytes =
            fs::read(self.path("content").join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}');
        let (before, after) = needle.split_once('¦').unwrap_or(("", needle));
        let found = text.find(&format!("{before}{after}"));
        let at = found.unwrap_or_else(|| panic!("{file} does not hold {needle:?}")) + before.len();
        let line = text[..at].matches('\n').count() + 1;
        let column = text[..at].chars().rev().take_while(|c| *c != '\n').count() + 1;
        format!("{file}:{line}:{column}")
    }

    /// Fails unless exactly these are found, in this order: code, file, and a
    /// needle that stands where the mistake is (empty for a file as a whole).
    #[track_caller]
    pub fn assert_finds(&self, expected: &[(&str, &str, &str)]) {
        let expected = self.expected(expected);
        let (edition, found) = self.diagnostics();
        assert_eq!(as_codes(&edition, &found), expected, "{}", as_text(&edition, &found));
    }

    /// The same for a whole build, which also plans and makes.
    #[track_caller]
    pub fn assert_build_finds(&self, expected: &[(&str, &str, &str)]) {
        let expected = self.expected(expected);
        let output = self.build(&["--format", "json"]);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let found: Vec<String> =
            report["diagnostics"].as_array().expect("a list").iter().map(in_short).collect();
        assert_eq!(found, expected, "{report:#}");
    }

    fn expected(&self, expected: &[(&str, &str, &str)]) -> Vec<String> {
        expected
            .iter()
            .map(|(code, file, needle)| match *needle {
                "" => format!("{code} {file}"),
                needle => format!("{code} {}", self.place(file, needle)),
            })
            .collect()
    }

    /// A project in which no rule of `check` finds anything.
    pub fn without_findings() -> Self {
        let project = Self::empty();
        copy(&repository().join("tests/fixtures/regels/content"), &project.path("content"));
        project
    }

    /// Runs `afspraken check` with more arguments, on a fixed day.
    pub fn check(&self, arguments: &[&str]) -> Output {
        self.command().args(["check", "--date", TODAY]).args(arguments).output().expect("the program runs")
    }

    /// The program, in this folder.
    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("afspraken").expect("the program");
        command.current_dir(self.folder.path());
        command
    }

    /// Runs `afspraken build` with more arguments, on a fixed day.
    pub fn build(&self, arguments: &[&str]) -> Output {
        self.command().args(["build", "--date", TODAY]).args(arguments).output().expect("the program runs")
    }

    /// Builds, and fails the test with the messages when that fails.
    pub fn build_ok(&self, arguments: &[&str]) {
        let output = self.build(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Every file below a folder with its bytes, by path with `/`.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path(folder))
    }
}

/// Where the links of a PDF lead outside it; Typst leaves addresses readable in the file.
pub fn pdf_links(pdf: &Path) -> Vec<String> {
    let bytes = std::fs::read(pdf).expect("a PDF");
    let starts = bytes.windows(5).enumerate().filter(|(_, window)| window == b"/URI(");
    let links = starts.filter_map(|(at, _)| bytes[at + 5..].split(|byte| *byte == b')').next());
    links.map(|link| String::from_utf8_lossy(link).into_owned()).collect()
}

/// What `pdftotext` reads in a PDF, in the order of the page (`-layout`), of the
/// file (`-raw`), or with places (`-bbox`). Nothing where it is not installed, which CI does not accept.
pub fn pdf_text(pdf: &Path, order: &str) -> Option<String> {
    let output = match std::process::Command::new("pdftotext")
        .args([order, "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
    {
        Ok(output) => output,
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "pdftotext is missing: {error}");
            eprintln!("skipped: pdftotext (poppler-utils) is not installed");
            return None;
        }
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The text of each page, with single spaces.
pub fn pdf_pages(pdf: &Path) -> Option<Vec<String>> {
    let text = pdf_text(pdf, "-layout")?;
    let mut pages: Vec<String> =
        text.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    // The last page, too, ends in a form feed.
    pages.pop();
    Some(pages)
}

/// Every file below `folder` with its bytes, by path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a folder that can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a path below the folder");
            let path = path.to_str().expect("a plain name").replace('\\', "/");
            (path, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

fn as_text(edition: &Edition, diagnostics: &[Diagnostic]) -> String {
    anstream::adapter::strip_str(&terminal::render(diagnostics, &edition.sources)).to_string()
}

fn as_codes(edition: &Edition, diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics
        .iter()
        .map(|diagnostic| {
            let (file, position) = report::position(diagnostic, &edition.sources);
            let position = position.map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
            format!("{} {file}{position}", diagnostic.code)
        })
        .collect()
}

/// A diagnostic of the JSON report as [`Project::codes`] writes it.
fn in_short(diagnostic: &serde_json::Value) -> String {
    let text = |key: &str| diagnostic[key].as_str().expect("a text");
    let position = diagnostic["line"].as_u64().map(|line| format!(":{line}:{}", diagnostic["column"]));
    format!("{} {}{}", text("code"), text("file"), position.unwrap_or_default())
}

/// The folder of this repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A PNG of one colour.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_pixel(width, height, image::Rgb([90, 120, 160]));
    pixels.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture in memory");
    bytes.into_inner()
}

pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        fs::write(target, bytes).expect("a file");
    }
}

pub const SITE: &str = "\
naam: Prestatieafspraken van De Brug
partijen:
  - id: gemeente
    naam: Gemeente Zandstad
    rol: gemeente
  - id: de-brug
    naam: Woonstichting De Brug
    kort: De Brug
    rol: corporatie
  - id: huurdersraad
    naam: Huurdersraad De Brug
    rol: huurdersorganisatie
";

pub const DOCUMENT: &str = "\
---
soort: jaarafspraken
titel: Prestatieafspraken Zandstad 2027
gemeente: Zandstad
partijen: [gemeente, de-brug, huurdersraad]
looptijd: 2027
status: vastgesteld
datums:
  vastgesteld: 2026-11-19
ondertekening:
  plaats: Zandstad
  door:
    - {partij: gemeente, functie: wethouder Wonen}
    - {partij: de-brug, functie: directeur-bestuurder}
    - {partij: huurdersraad, functie: voorzitter}
---

De drie partijen spreken dit samen af.
";

pub const THEME: &str = "\
---
soort: thema
thema: bouwopgave
titel: Bouwen
---

Er is een tekort aan woningen.

## Nieuwbouw in Noord {#B1}

```afspraak
soort: transactie
wie:
  de-brug: bouwt 120 woningen
  gemeente: levert de grond
wanneer: 2027-12-31
```

De Brug bouwt in Noord. Zie ook [B1].
";
