//! A long walk of changes in no order that anyone would make them in: after each step an edition is the same as one
//! that is read afresh. And a shorter one through the example.

mod support;

#[path = "support/followed.rs"]
mod followed;

use std::fs;

use followed::Followed;
use support::{DOCUMENT, Project, SITE, THEME};

const STEPS: usize = 220;
/// After so many steps all is good for a moment, so that there is something to make.
const MENDED: usize = 4;

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
const TERMS: &str = "- term: DAEB\n  betekenis: Een dienst.\n- term: WSW\n  betekenis: Een fonds.\n";
const OTHER_DOCUMENT: &str = "---\nsoort: jaarafspraken\ntitel: Afspraken Aalst 2027\ngemeente: Aalst\n\
    partijen: [de-brug, huurdersraad]\nlooptijd: 2027\nstatus: concept\n---\n\nTekst.\n";
const OTHER_THEME: &str = "---\nsoort: thema\nthema: bouwopgave\ntitel: Wonen\n---\n\n\
    Zie [noord](../zandstad-2027/bouwopgave.md#B1), [[WSW]] en ![Kaart](../plan.svg).\n";
const CHAPTER: &str =
    "---\nsoort: hoofdstuk\ntitel: Proces\n---\n\n## Overleg {#overleg}\n\nZie [B1] en [over](../over.md).\n";
const BASE: &str = "---\nalleen_basis: true\ntitel: Basisbod\n---\n\nVoor iedereen. Zie [B1].\n";
const OVER_BASE: &str = "---\nsoort: jaarafspraken\ntitel: Bod\ngemeente: Zandstad\npartijen: [gemeente, de-brug]\n\
    looptijd: 2027\nstatus: concept\nbasis: bod\n---\n\nZie [wonen](wonen.md) en [proces](../bod/proces.md).\n";
const ADDITION: &str = "---\nsoort: aanvulling\n---\n\nAlleen hier[^1], zie [B2].\n\n[^1]: Noot.\n\n\
    ## Anders {#B1}\n\n```afspraak\nsoort: handeling\nwie: {de-brug: bouwt anders}\nwanneer: 2027\n```\n\nTekst.\n";
const NAMES_BASE: &str = "---\ntitel: Bod\n---\n\nZie [B1](bod-zandstad/bouwopgave.md#B1), \
    [proces](bod-aalst/proces.md) en [aanvulling](bod-aalst/wonen.md).\n";
const PAGE: &str = "---\ntitel: Over\n---\n\nZie [B1](zandstad-2027/bouwopgave.md#B1), [[DAEB]] en \
    [overleg](zandstad-2027/proces.md#overleg).\n\n![Plan](plan.svg)\n";

/// A file, what may stand in it, and what may not. No text at all is no file.
struct Place {
    path: &'static str,
    good: Vec<Option<String>>,
    bad: Vec<Option<String>>,
}

fn places() -> Vec<Place> {
    let some = |text: &str| Some(text.to_owned());
    let edit = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from:?}");
        Some(text.replace(from, to))
    };
    let broken = || some("---\ntitel: [\n---\n");
    let place = |path, good, bad| Place { path, good, bad };
    let site = SITE.replace("partijen:", "huisstijl:\n  logo: plan.svg\npartijen:");
    let theme = THEME.replace("Zie ook [B1].", "Zie ook [B1] en [[DAEB]].");
    vec![
        place(
            "content/site.yaml",
            vec![
                some(&site),
                edit(&site, "kort: De Brug", "kort: Brug"),
                edit(&site, "naam: Huurdersraad", "naam: De Huurdersraad"),
                edit(&site, "naam: Prestatieafspraken", "basis_url: https://x.example/\nnaam: Afspraken"),
            ],
            vec![None, edit(&site, "id: de-brug", "id: brug"), edit(&site, "naam:", "naam: ["), some("")],
        ),
        place(
            "content/begrippen.yaml",
            vec![some(TERMS), edit(TERMS, "DAEB", "daeb"), edit(TERMS, "Een dienst", "Dienst")],
            vec![
                None,
                edit(TERMS, "WSW", "DAEB"),
                edit(TERMS, "DAEB", "EFG"),
                edit(TERMS, "- term", "- ter"),
            ],
        ),
        place(
            "content/over.md",
            vec![some(PAGE), edit(PAGE, "titel: Over", "titel: Over ons"), edit(PAGE, "[[DAEB]]", "[[WSW]]")],
            vec![None, broken(), edit(PAGE, "#B1", "#B9"), edit(PAGE, "plan.svg", "plaan.svg")],
        ),
        place("content/Over.md", vec![None], vec![some(PAGE), broken()]),
        place(
            "content/zandstad-2027/overeenkomst.md",
            vec![
                some(DOCUMENT),
                edit(DOCUMENT, "titel: Prestatieafspraken", "titel: Afspraken"),
                edit(DOCUMENT, "    - {partij: huurdersraad, functie: voorzitter}\n", ""),
                edit(DOCUMENT, "2026-11-19", "2026-11-20"),
            ],
            vec![None, broken(), edit(DOCUMENT, "partij: gemeente", "partij: gemeent"), some("\u{feff}")],
        ),
        place(
            "content/zandstad-2027/bouwopgave.md",
            vec![
                some(&theme),
                edit(&theme, "120 woningen", "130 woningen"),
                edit(&theme, "titel: Bouwen", "titel: Nieuw"),
                edit(&theme, "## Nieuwbouw", "![Kaart](media/kaart.svg)\n\n## Nieuwbouw"),
            ],
            vec![None, broken(), edit(&theme, "{#B1}", "{#B2}"), edit(&theme, "wie:", "wei:")],
        ),
        place(
            "content/zandstad-2027/proces.md",
            vec![some(CHAPTER), edit(CHAPTER, "titel: Proces", "titel: Zo werken wij\nvolgorde: -1")],
            vec![None, edit(CHAPTER, "#overleg", "#B1"), edit(CHAPTER, "[B1]", "[B3]")],
        ),
        place("content/zandstad-2027/Proces.md", vec![None], vec![some(CHAPTER), broken()]),
        place(
            "content/plan.svg",
            drawings(),
            vec![None, some("<svg"), edit(DRAWING, "/>", "><script/></svg>")],
        ),
        place("content/zandstad-2027/media/kaart.svg", drawings(), vec![None, some("x")]),
        place(
            "content/aalst-2027/overeenkomst.md",
            vec![some(OTHER_DOCUMENT), edit(OTHER_DOCUMENT, "concept", "onderhandelakkoord")],
            vec![None, broken()],
        ),
        place(
            "content/aalst-2027/wonen.md",
            vec![some(OTHER_THEME), edit(OTHER_THEME, "titel: Wonen", "titel: Huizen"), None],
            vec![broken(), edit(OTHER_THEME, "bouwopgave.md#B1", "bouwen.md")],
        ),
        place(
            "content/bod/overeenkomst.md",
            vec![
                some(BASE),
                edit(BASE, "Voor iedereen", "Voor allen"),
                edit(BASE, "titel: Basisbod", "titel: Bod van ons\nsamenvatting: Kort."),
                some(&OVER_BASE.replace("basis: bod\n", "").replace("[wonen](wonen.md) en ", "")),
            ],
            vec![
                None,
                broken(),
                edit(BASE, "[B1]", "[B9]"),
                edit(BASE, "titel", "basis: bod-aalst\ntitel"),
                some(""),
            ],
        ),
        place(
            "content/bod/bouwopgave.md",
            vec![
                some(THEME),
                edit(THEME, "120 woningen", "90 woningen"),
                edit(THEME, "titel: Bouwen", "titel: Bouwen met ons\nvolgorde: 5"),
                edit(THEME, "Zie ook [B1].", "Zie ook [proces](proces.md)[^n].\n\n[^n]: Een noot."),
            ],
            vec![
                None,
                broken(),
                edit(THEME, "  gemeente:", "  gemeent:"),
                edit(THEME, "{#B1}", "{#B5}"),
                edit(THEME, "soort: thema\nthema: bouwopgave", "soort: bijlage"),
            ],
        ),
        place(
            "content/bod/proces.md",
            vec![some(CHAPTER), edit(CHAPTER, "titel: Proces", "titel: Hoe dan")],
            vec![
                None,
                edit(CHAPTER, "[over]", "![]"),
                edit(CHAPTER, "soort: hoofdstuk", "soort: aanvulling"),
            ],
        ),
        place(
            "content/bod-zandstad/overeenkomst.md",
            vec![
                some(&OVER_BASE.replace("[wonen](wonen.md) en ", "")),
                edit(
                    &OVER_BASE.replace("[wonen](wonen.md) en ", ""),
                    "titel: Bod",
                    "titel: Bod aan Zandstad",
                ),
            ],
            vec![
                None,
                edit(OVER_BASE, "basis: bod", "basis: bodd"),
                edit(OVER_BASE, "basis: bod", "basis: bod\nweglaten: {B1: Niet hier., B7: Niet hier.}"),
                edit(OVER_BASE, "basis: bod", "basis: bod-zandstad"),
            ],
        ),
        place(
            "content/bod-zandstad/bouwopgave.md",
            vec![
                None,
                some(&ADDITION.replace(", zie [B2]", "")),
                edit(&ADDITION.replace(", zie [B2]", ""), "Alleen hier", "Enkel hier"),
                some(THEME),
            ],
            vec![some(ADDITION), broken(), edit(CHAPTER, "Proces", "Bouwen")],
        ),
        place(
            "content/bod-aalst/overeenkomst.md",
            vec![
                edit(OVER_BASE, "titel: Bod", "titel: Bod aan Aalst"),
                edit(OVER_BASE, "[gemeente, de-brug]", "[huurdersraad, de-brug, gemeente]"),
            ],
            vec![None, broken(), edit(OVER_BASE, "[gemeente, de-brug]", "[huurdersraad, de-brug]")],
        ),
        place("content/bod-aalst/wonen.md", vec![some(OTHER_THEME)], vec![None, some(THEME)]),
        place(
            "content/bod-over.md",
            vec![some(NAMES_BASE), edit(NAMES_BASE, "bod-aalst/proces.md", "bod-aalst/proces.md#overleg")],
            vec![edit(NAMES_BASE, "bod-aalst/proces", "bod/proces"), edit(NAMES_BASE, "#B1", "#B4")],
        ),
        place(
            "themes/standaard/static/stijl.css",
            vec![None, some("main { color: red }"), some("main { color: blue }")],
            Vec::new(),
        ),
        place(
            "themes/standaard/templates/404.html",
            vec![None, some("{{ site.naam }}")],
            vec![some("{{ site.naam"), some("{% if %}")],
        ),
    ]
}

fn drawings() -> Vec<Option<String>> {
    [40, 50, 60].map(|width| Some(DRAWING.replace("\"40\"", &format!("\"{width}\"")))).into()
}

fn put(project: &Project, path: &str, text: Option<&String>) {
    match text {
        Some(text) => project.write(path, text),
        None if project.path(path).exists() => fs::remove_file(project.path(path)).expect("a file to remove"),
        None => {}
    }
}

/// Numbers in no order, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    fn one_of<'a>(&mut self, choices: &'a [Option<String>]) -> Option<&'a String> {
        choices[self.below(choices.len())].as_ref()
    }
}

fn walk(seed: u64) {
    let places = places();
    let mut numbers = Numbers(seed);
    let project = Project::empty();
    places.iter().for_each(|place| put(&project, place.path, place.good[0].as_ref()));
    let mut followed = Followed::new(project);
    followed.assert_errors(false);
    let mut history = Vec::new();
    for step in 1..=STEPS {
        if step % MENDED == 0 {
            let paths: Vec<_> = places.iter().map(|place| place.path).collect();
            followed.step(&format!("seed {seed}: {history:#?}, then all is good"), &paths, |project| {
                for place in &places {
                    put(project, place.path, numbers.one_of(&place.good));
                }
            });
            followed.assert_errors(false);
            history.clear();
            continue;
        }
        let mut edits = Vec::new();
        for _ in 0..=numbers.below(2) {
            let place = &places[numbers.below(places.len())];
            let is_bad = numbers.below(3) == 0 && !place.bad.is_empty();
            edits.push((place.path, numbers.one_of(if is_bad { &place.bad } else { &place.good })));
        }
        history.push(format!("{edits:?}"));
        let paths: Vec<_> = edits.iter().map(|(path, _)| *path).collect();
        followed.step(&format!("seed {seed}: {history:#?}"), &paths, |project| {
            edits.iter().for_each(|(path, text)| put(project, path, *text));
        });
    }
}

#[test]
fn after_any_walk_of_changes_an_edition_is_as_one_read_afresh() {
    walk(0x5eed);
}

#[test]
fn after_changes_in_the_example_an_edition_is_as_one_read_afresh() {
    let folder = "content/zandstad-2027-2030";
    let mut followed = Followed::new(Project::example());
    followed.assert_errors(false);
    let theme = format!("{folder}/bouwopgave.md");
    followed.replace(&theme, "Zandstad-Noord is onze grootste bouwplek.", "Daar bouwen wij het meest.");
    followed.replace(&theme, "titel: Bouwen aan", "titel: Wij bouwen");
    followed.replace(&theme, "{#B2}", "{#B22}");
    followed.replace(&theme, "{#B22}", "{#B2}");
    followed.assert_errors(false);
    let map = format!("{folder}/media/kaart-zandstad-noord.svg");
    followed.write(&map, DRAWING);
    followed.assert_errors(false);
    followed.replace("content/site.yaml", "kort: De Brug", "kort: Brug");
    followed.replace("content/begrippen.yaml", "De drie slechtste energielabels.", "De slechtste labels.");
    followed.assert_errors(false);
    followed.replace("content/bod-2027-basis/bouwen.md", "Weinig verkopen", "Bijna niets verkopen");
    followed.replace("content/bod-2027-basis/overeenkomst.md", "Eén bod", "Een enkel bod");
    followed.replace("content/bod-2027-zandstad/bouwen.md", "{#B4}", "{#B3}");
    followed.replace("content/bod-2027-zandstad/bouwen.md", "{#B3}", "{#B4}");
    followed.replace("content/bod-2027-duinerwaard/overeenkomst.md", "  B2: De Brug", "  B9: De Brug");
    followed.assert_errors(true);
    followed.replace("content/bod-2027-duinerwaard/overeenkomst.md", "  B9: De Brug", "  B2: De Brug");
    followed.assert_errors(false);
    followed.rename("content/duinerwaard-2027", "content/duinerwaard-in-2027");
    followed.remove("content/media/de-brug.svg");
    followed.assert_errors(true);
    followed.write("content/media/de-brug.svg", DRAWING);
    followed.write("content/nieuws.md", "---\ntitel: Nieuws\n---\n\nTekst.\n");
    followed.remove("content/nieuws.md");
}
