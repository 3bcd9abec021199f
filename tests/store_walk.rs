//! Edits in no order, with builds in between: whatever was changed, put back, damaged or thrown away, a build that
//! takes what it can from before gives the bytes of one that makes everything.
//!
//! How many edits: `EDITS`, or some dozens; CI makes hundreds. Which ones: `SEED`, or always the same.

mod support;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::PathBuf;

use support::{DOCUMENT, Project, SITE, THEME};

/// How many edits, when nobody says.
const EDITS: u64 = 30;
const SEED: u64 = 0x5eed;
const STORE: &str = ".afspraken/gemaakt";
const OF_DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";
const OF_THEME: &str = "content/zandstad-2027/bouwopgave.md";
const OF_SITE: &str = "content/site.yaml";
const LABELS: &str = "themes/standaard/labels/nl.ftl";
const COLOURS: &str = "themes/standaard/pdf/kleuren.typ";
const LOGO: &str = "content/logo.svg";
/// Its colour is in the drawing alone: the text that names it stays as it is, and no fingerprint holds it.
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" width=\"40\" height=\"20\">\
    <rect width=\"20\" height=\"20\" fill=\"#14532d\"/></svg>\n";

/// Something that is either so or otherwise: in a file, what stands there and what else could.
struct Switch {
    path: &'static str,
    is: &'static str,
    could_be: &'static str,
}

/// A sentence, a promise, a status, a party, the house style, where the site stands, words of the theme, its templates
/// for paper, and the logo of a party.
const SWITCHES: [Switch; 9] = [
    Switch { path: OF_THEME, is: "Er is een tekort", could_be: "Er is een groot tekort" },
    Switch { path: OF_THEME, is: "bouwt 120 woningen", could_be: "bouwt 121 woningen" },
    Switch {
        path: OF_DOCUMENT,
        is: "status: vastgesteld\ndatums:\n",
        could_be: "status: ondertekend\ndatums:\n  ondertekend: 2026-12-08\n",
    },
    Switch { path: OF_SITE, is: "kort: De Brug", could_be: "kort: Brug" },
    Switch {
        path: OF_SITE,
        is: "partijen:\n  - id: gemeente",
        could_be: "huisstijl: {kleuren: {merk: \"#14532d\"}}\npartijen:\n  - id: gemeente",
    },
    Switch {
        path: OF_SITE,
        is: "naam: Prestatieafspraken",
        could_be: "basis_url: https://afspraken.example/\nnaam: Prestatieafspraken",
    },
    Switch { path: LABELS, is: "status = Status", could_be: "status = Stand" },
    Switch { path: COLOURS, is: "#let inkt = rgb(\"#1d2327\")", could_be: "#let inkt = rgb(\"#101820\")" },
    Switch { path: LOGO, is: "#14532d", could_be: "#7c2d12" },
];

/// Which switches are turned.
type State = [bool; SWITCHES.len()];

/// A small generator (splitmix64): the same edits in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) >> 32) as usize % bound
    }
}

/// What a walk begins with: the smallest project, with a logo and some files of the theme.
fn beginning() -> [(&'static str, String); 6] {
    let colours = fs::read_to_string(support::repository().join(COLOURS)).expect("a file of the theme");
    [
        (OF_SITE, SITE.replace("    kort: De Brug", "    logo: logo.svg\n    kort: De Brug")),
        (OF_DOCUMENT, DOCUMENT.to_owned()),
        (OF_THEME, THEME.to_owned()),
        (LOGO, DRAWING.to_owned()),
        (LABELS, "status = Status\n".to_owned()),
        (COLOURS, colours),
    ]
}

fn write(project: &Project, state: State) {
    for (path, mut text) in beginning() {
        let turned = SWITCHES.iter().zip(state).filter(|(switch, turned)| *turned && switch.path == path);
        for (switch, _) in turned {
            assert!(text.contains(switch.is), "{path} has no {:?}", switch.is);
            text = text.replace(switch.is, switch.could_be);
        }
        project.write(path, text);
    }
}

fn entries(project: &Project) -> Vec<PathBuf> {
    let names = project.tree(STORE).into_keys().filter(|name| name.contains('/'));
    names.map(|name| project.path(STORE).join(name)).collect()
}

/// Now and then something happens to the store: an entry is cut off, two change places, all of it goes.
fn meddle(project: &Project, dice: &mut Dice) -> &'static str {
    let files = if project.path(STORE).is_dir() { entries(project) } else { Vec::new() };
    if files.is_empty() {
        return "";
    }
    let (one, other) = (&files[dice.below(files.len())], &files[dice.below(files.len())]);
    let bytes = fs::read(one).expect("an entry");
    match dice.below(3) {
        0 => {
            fs::write(one, &bytes[..bytes.len() / 2]).expect("half an entry");
            "an entry was cut off"
        }
        1 => {
            fs::copy(other, one).expect("an entry in the place of another");
            fs::write(other, bytes).expect("the other in its place");
            "two entries changed places"
        }
        _ => {
            fs::remove_dir_all(project.path(STORE)).expect("the store can be thrown away");
            "the store was thrown away"
        }
    }
}

#[test]
fn after_any_edits_a_build_gives_the_bytes_of_one_that_makes_everything() {
    let number =
        |name: &str, usual| std::env::var(name).map_or(usual, |text| text.parse().expect("a number"));
    let (edits, seed) = (number("EDITS", EDITS), number("SEED", SEED));
    let (project, mut dice) = (Project::minimal(), Dice(seed));
    let mut state = State::default();
    let mut history = Vec::new();
    // States return: each is made afresh once.
    let mut fresh: HashMap<State, BTreeMap<String, Vec<u8>>> = HashMap::new();
    for number in 1..=edits {
        let which = dice.below(SWITCHES.len());
        state[which] ^= true;
        write(&project, state);
        let meddled = if dice.below(6) == 0 { meddle(&project, &mut dice) } else { "" };
        history.push(format!("{number}: {} {meddled}", SWITCHES[which].could_be));
        project.build_ok(&[]);
        let made = project.tree("output");
        let expected = fresh.entry(state).or_insert_with(|| {
            project.build_ok(&["--fresh", "--output", "vers"]);
            project.tree("vers")
        });
        assert!(made.keys().eq(expected.keys()), "seed {seed}: other files after {history:#?}");
        for (path, bytes) in &made {
            assert!(*bytes == expected[path], "seed {seed}: {path} differs after {history:#?}");
        }
    }
}
