//! Many edits, as careless as they come: afterwards the preview is alive, has not
//! grown, and serves what a fresh build makes.
//!
//! How many: `EDITS`, or some hundreds. CI makes two thousand of them, and looks at memory too.

#[path = "support/serve.rs"]
mod serve;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use serve::{Server, until};
use support::Project;

/// How many edits, when nobody says.
const EDITS: u64 = 240;
/// From so many edits on what the preview holds must stay the same.
const ENOUGH: u64 = 2000;
/// After so many all that was broken is mended, and the site must follow; the last stretch ends with the last edit.
const STRETCH: u64 = 16;
/// Far more than it takes; a server that stands still is found sooner.
const AT_MOST: Duration = Duration::from_secs(20 * 60);

const DOCUMENT: &str = "zandstad-2027-2030";
const SENTINEL: &str = "content/wacht.md";

/// A small generator (splitmix64): the same edits in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("a small number")
    }
}

/// An editor at work in a project.
struct Editor<'a> {
    project: &'a Project,
    dice: Dice,
    /// Files that must be put back, with what they said.
    hurt: BTreeMap<String, Vec<u8>>,
    /// Files that may come and go.
    extra: Vec<String>,
    /// Folders that were moved away, with their own name.
    away: Vec<(String, String)>,
}

impl<'a> Editor<'a> {
    fn new(project: &'a Project) -> Self {
        Self { project, dice: Dice(2027), hurt: BTreeMap::new(), extra: Vec::new(), away: Vec::new() }
    }

    fn edit(&mut self, number: u64) {
        match self.dice.below(12) {
            0..4 => self.write_more(number),
            4 => self.change_title(number),
            5 => self.break_a_file(),
            6 => self.remove_a_file(),
            7 => self.add_a_page(number),
            8 => self.rename_a_page(number),
            9 => self.leave_things_about(number),
            10 => self.change_the_theme(number),
            _ => self.move_a_document(),
        }
    }

    /// A Markdown file of a document that is there and whole.
    fn some_text(&mut self) -> Option<String> {
        let folder = format!("content/{DOCUMENT}");
        let mut texts: Vec<String> = fs::read_dir(self.project.path(&folder))
            .ok()?
            .map(|entry| entry.expect("a file").file_name().into_string().expect("a plain name"))
            .filter(|name| name.ends_with(".md"))
            .map(|name| format!("{folder}/{name}"))
            // Pages that come and go are left whole: one that was put back would stay for good.
            .filter(|path| !self.hurt.contains_key(path) && !self.extra.contains(path))
            .collect();
        texts.sort();
        if texts.is_empty() { None } else { Some(texts.swap_remove(self.dice.below(texts.len()))) }
    }

    /// A sentence more, or one less so that files do not grow for ever.
    fn write_more(&mut self, number: u64) {
        const MARK: &str = "\nToevoeging ";
        let Some(path) = self.some_text() else { return };
        let text = self.project.read(&path);
        let text = text.find(MARK).map_or(text.as_str(), |at| &text[..at]);
        let text = format!(
            "{}{MARK}{number}: ook dit hoort erbij.\n",
            text.trim_end_matches('\n').to_owned() + "\n"
        );
        if self.dice.below(2) == 0 {
            serve::save(self.project, &path, text);
        } else {
            // Twice, and the first time only half.
            self.project.write(&path, &text[..text.floor_char_boundary(text.len() / 2)]);
            self.project.write(&path, text);
        }
    }

    fn change_title(&mut self, number: u64) {
        let Some(path) = self.some_text() else { return };
        let text = self.project.read(&path);
        let lines = text.lines().map(|line| match line.split_once("titel: ") {
            Some(("", title)) => format!(
                "titel: {} {number}",
                title.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
            ),
            _ => line.to_owned(),
        });
        let text: Vec<String> = lines.collect();
        self.project.write(&path, text.join("\n") + "\n");
    }

    fn remember(&mut self, path: &str) {
        let bytes = fs::read(self.project.path(path)).expect("a file");
        self.hurt.insert(path.to_owned(), bytes);
    }

    fn break_a_file(&mut self) {
        let Some(path) = self.some_text() else { return };
        self.remember(&path);
        let broken: &[u8] = match self.dice.below(5) {
            0 => b"",
            1 => b"---\ntitel: [\n---\n",
            2 => b"---\nsoort: thema\n",
            3 => b"Zonder kop.\n",
            _ => b"---\ntitel: \xff\xfe\n---\n",
        };
        self.project.write(&path, broken);
    }

    fn remove_a_file(&mut self) {
        let Some(path) = self.some_text() else { return };
        self.remember(&path);
        fs::remove_file(self.project.path(&path)).expect("a file");
    }

    fn add_a_page(&mut self, number: u64) {
        let (path, head) = match self.dice.below(2) {
            0 => (format!("content/pagina-{number}.md"), "titel: Een pagina\nvolgorde: 50"),
            _ => (
                format!("content/{DOCUMENT}/bijlage-{number}.md"),
                "soort: bijlage\ntitel: Een bijlage\nvolgorde: 90",
            ),
        };
        if self.project.path(&path).parent().is_some_and(|folder| folder.is_dir()) {
            self.project.write(&path, format!("---\n{head}\n---\n\nTekst {number}.\n"));
            self.extra.push(path);
        }
        // The site stays about as large as it was: what is measured is the program.
        if self.extra.len() > 2 {
            let there = self.extra.iter().position(|path| self.project.path(path).exists());
            if let Some(gone) = there.map(|index| self.extra.remove(index)) {
                fs::remove_file(self.project.path(&gone)).expect("a file");
            }
        }
    }

    fn rename_a_page(&mut self, number: u64) {
        if self.extra.is_empty() {
            return;
        }
        let index = self.dice.below(self.extra.len());
        let (folder, _) = self.extra[index].rsplit_once('/').expect("a folder");
        let to = format!("{folder}/anders-{number}.md");
        if fs::rename(self.project.path(&self.extra[index]), self.project.path(&to)).is_ok() {
            self.extra[index] = to;
        }
    }

    /// What editors, office programs and systems leave behind.
    fn leave_things_about(&mut self, number: u64) {
        for name in [".over.md.swp", "over.md~", "#over.md#", "~$over.md", ".DS_Store", "over.tmp"] {
            let path = format!("content/{name}");
            self.project.write(&path, format!("Rest {number}"));
            if self.dice.below(2) == 0 {
                fs::remove_file(self.project.path(&path)).expect("a file");
            }
        }
    }

    fn change_the_theme(&mut self, number: u64) {
        let path = "themes/standaard/static/eigen.css";
        match self.dice.below(3) {
            0 => drop(fs::remove_dir_all(self.project.path("themes"))),
            _ => self.project.write(path, format!("/* {number} */\n")),
        }
    }

    fn move_a_document(&mut self) {
        let own = format!("content/{DOCUMENT}");
        match self.away.pop() {
            Some((elsewhere, own)) => {
                fs::rename(self.project.path(&elsewhere), self.project.path(&own)).expect("a rename");
            }
            None => {
                fs::rename(self.project.path(&own), self.project.path("elders")).expect("a rename");
                self.away.push(("elders".into(), own));
            }
        }
    }

    /// Puts back all that was taken away or broken.
    fn mend(&mut self) {
        while let Some((elsewhere, own)) = self.away.pop() {
            fs::rename(self.project.path(&elsewhere), self.project.path(&own)).expect("a rename");
        }
        for (path, bytes) in std::mem::take(&mut self.hurt) {
            self.project.write(&path, bytes);
        }
    }
}

/// What the process holds in memory, in kilobytes; nothing where the system does not tell.
fn memory(server: &Server) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", server.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn median(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

/// What somebody who looks on asks for.
fn look_about(server: &Server) {
    for page in [
        "/",
        "/zandstad-2027-2030/",
        "/zandstad-2027-2030/bouwopgave.html",
        "/duinerwaard-2027/volledig.html",
    ] {
        let answer = server.get(page);
        assert!([200, 404].contains(&answer.status), "{page}: {}", answer.status);
    }
    server.state("zandstad-2027-2030/bouwopgave.html");
}

/// Two stretches of as many edits, the first after everything was seen once; in the second it holds no more.
fn stretches(edits: u64) -> [RangeInclusive<u64>; 2] {
    [edits / 10..=edits * 4 / 10, edits * 7 / 10..=edits]
}

#[test]
fn many_careless_edits_leave_a_preview_that_serves_what_a_build_makes_and_has_not_grown() {
    let edits = std::env::var("EDITS").map_or(EDITS, |count| count.parse().expect("a number in EDITS"));
    let [early, late] = stretches(edits);
    let project = Project::example();
    let server = Server::of(&project);
    let mut editor = Editor::new(&project);
    let began = Instant::now();
    let mut held = Vec::new();
    for number in 1..=edits {
        editor.edit(number);
        if number % STRETCH == 0 {
            look_about(&server);
            editor.mend();
            project.write(SENTINEL, format!("---\ntitel: Wacht\n---\n\nNa {number} bewerkingen.\n"));
            let text = format!("Na {number} bewerkingen.");
            until(&text, || server.get("/wacht.html").text().contains(&text));
            look_about(&server);
            server.sheets(DOCUMENT, "publicatie", "");
            held.extend(memory(&server).map(|held| (number, held)));
        }
        assert!(began.elapsed() < AT_MOST, "{number} edits took {:?}", began.elapsed());
    }
    compare_with_build(&project, &server);
    // What a moment holds depends on what was just broken or laid out: many moments tell more than a few.
    let held_in = |stretch: &RangeInclusive<u64>| -> Vec<u64> {
        held.iter().filter(|(number, _)| stretch.contains(number)).map(|(_, held)| *held).collect()
    };
    let (first, last) = (held_in(&early), held_in(&late));
    // In fewer edits much is still seen for the first time.
    if edits >= ENOUGH && !first.is_empty() {
        let (first, last) = (median(first), median(last));
        println!("memory: {first} kB in edits {early:?}, {last} kB in {late:?}, in {:?}", began.elapsed());
        assert!(last * 100 <= first * 120, "memory grew from {first} kB to {last} kB");
    }
}

/// Every file that a build makes is served as it is, save for the script of pages.
fn compare_with_build(project: &Project, server: &Server) {
    project.build_ok(&[]);
    for (path, built) in project.tree("output") {
        if path == ".afspraken" {
            continue;
        }
        let mut served = server.get(&format!("/{path}")).body;
        if path.ends_with(".html") {
            let page = String::from_utf8(served).expect("a page");
            let start = page.find("<script type=\"module\" src=\"/_afspraken/").expect("the script");
            let end = start + page[start..].find("</script>\n").expect("its end") + "</script>\n".len();
            served = [&page[..start], &page[end..]].concat().into_bytes();
        }
        assert!(served == built, "{path} is served otherwise than it is built");
    }
}
