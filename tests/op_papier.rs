//! Whatever an editor writes, nothing on paper is cut off, lies over something
//! else or runs off the page: read back from the PDFs, word by word.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use support::Project;

/// A word on a page, in points from the top left.
struct Word {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

struct Page {
    width: f64,
    height: f64,
    words: Vec<Word>,
}

/// The pages of a PDF; nothing where `pdftotext` is missing, which CI does not accept.
fn pages(pdf: &Path) -> Option<Vec<Page>> {
    let text = support::pdf_text(pdf, "-bbox")?;
    let number = |line: &str, name: &str| -> f64 {
        let rest = line.split_once(&format!("{name}=\"")).expect("an attribute").1;
        rest.split('"').next().expect("a value").parse().expect("a number")
    };
    let mut pages: Vec<Page> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("<page ") {
            let (width, height) = (number(line, "width"), number(line, "height"));
            pages.push(Page { width, height, words: Vec::new() });
        } else if line.starts_with("<word ") {
            let text = line.split_once('>').expect("a text").1.trim_end_matches("</word>");
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            pages.last_mut().expect("a page").words.push(Word {
                text: text.replace("&amp;", "&"),
                left: number(line, "xMin"),
                top: number(line, "yMin"),
                right: number(line, "xMax"),
                bottom: number(line, "yMax"),
            });
        }
    }
    Some(pages)
}

impl Word {
    /// Whether two words lie over each other; lines may stand close.
    fn is_over(&self, other: &Self) -> bool {
        let middle = |word: &Self| {
            let height = word.bottom - word.top;
            (word.top + 0.3 * height, word.bottom - 0.27 * height)
        };
        let ((top, bottom), (other_top, other_bottom)) = (middle(self), middle(other));
        let beside = self.right.min(other.right) - self.left.max(other.left);
        beside > 0.8 && bottom.min(other_bottom) - top.max(other_top) > 0.5
    }
}

/// Fails where a word lies off the page, or over another.
#[track_caller]
fn assert_readable(name: &str, pages: &[Page]) {
    const EDGE: f64 = 14.0;
    for (number, page) in (1..).zip(pages) {
        for (index, word) in page.words.iter().enumerate() {
            assert!(
                word.left > EDGE
                    && word.top > EDGE
                    && word.right < page.width - EDGE
                    && word.bottom < page.height - EDGE,
                "{name}, page {number}: {:?} runs off the page",
                word.text
            );
            if let Some(other) = page.words[index + 1..].iter().find(|other| word.is_over(other)) {
                panic!("{name}, page {number}: {:?} lies over {:?}", other.text, word.text);
            }
        }
    }
}

/// How often each longer word of a text occurs. Keys of facts and figures are
/// printed in other words.
fn words_of(markdown: &str) -> BTreeMap<String, usize> {
    let body = markdown.splitn(3, "---\n").nth(2).unwrap_or(markdown);
    let mut found = BTreeMap::new();
    let words = body.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 5);
    for word in words.filter(|word| !["bedrag", "1250000"].contains(word)) {
        *found.entry(word.to_lowercase()).or_default() += 1;
    }
    found
}

/// All text without spaces, in which a word is whole that a line end divided.
fn as_one_word(pages: &[Page]) -> String {
    let words = pages.iter().flat_map(|page| &page.words);
    words.map(|word| word.text.replace('\u{ad}', "")).collect::<String>().to_lowercase()
}

/// Builds the PDFs, and fails unless in the publication copy and the first signing
/// copy all is readable and all words of `files` are there. Returns the pages of both.
#[track_caller]
fn assert_on_paper(project: &Project, document: &str, files: &[&str]) -> Option<[Vec<Page>; 2]> {
    project.build_ok(&["--only", "pdf"]);
    let copies = project.tree("output/tekenexemplaren");
    let copy = copies.keys().find(|path| path.contains("exemplaar-1-")).expect("a signing copy");
    let paths: [PathBuf; 2] = [
        project.path(&format!("output/{document}/{document}.pdf")),
        project.path("output/tekenexemplaren").join(copy),
    ];
    let mut read = Vec::new();
    for path in paths {
        let pages = pages(&path)?;
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert_readable(&name, &pages);
        let text = as_one_word(&pages);
        for file in files {
            for (word, count) in words_of(&project.read(&format!("content/{document}/{file}"))) {
                let there = text.matches(&word).count();
                assert!(there >= count, "{name}: {word:?} of {file} is there {there} times, not {count}");
            }
        }
        read.push(pages);
    }
    read.try_into().ok()
}

/// The document of most cases.
const RIETVEEN: &str = "rietveen-2027";

/// Case 15 with another text in its chapter.
fn with_chapter(text: &str) -> Project {
    let chapter = format!("---\nsoort: hoofdstuk\ntitel: Hoofdstuk\n---\n\n{text}\n");
    Project::case("15-citaat-langer-dan-bladzijde").with("content/rietveen-2027/citaat.md", chapter)
}

const SENTENCE: &str = "De gemeente en De Wilg spreken met bewoners over straten, pleinen en bomen. ";
const CODE: &str = "AB12CD34EF56GH78IJ90KLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEF";
const ADDRESS: &str = "prestatieafspraken.volkshuisvesting@woonstichtingdewilgrietveen.example";

fn has(page: &Page, text: &str) -> bool {
    page.words.iter().any(|word| word.text == text)
}

/// On how many pages a word stands.
fn pages_with(pages: &[Page], text: &str) -> usize {
    pages.iter().filter(|page| has(page, text)).count()
}

#[test]
fn a_quotation_longer_than_a_page_runs_on() {
    assert_on_paper(&Project::case("15-citaat-langer-dan-bladzijde"), RIETVEEN, &["citaat.md"]);
}

#[test]
fn callouts_notes_terms_and_code_longer_than_a_page_run_on() {
    let long = SENTENCE.repeat(60);
    let code = "regel_code(met, argumenten) ".repeat(6);
    let code = format!("{code}\n").repeat(30);
    let text = format!(
        "> **Let op** {long}\n\nEen noot[^1] en nog een[^2].\n\n[^1]: {long}\n[^2]: {long}\n\n\
         Begrip\n:   {long}\n\n```\n{code}{CODE}{CODE}\n```\n\n> - {long}\n>\n>   > {long}\n"
    );
    assert_on_paper(&with_chapter(&text), RIETVEEN, &["citaat.md"]);
}

#[test]
fn a_row_higher_than_a_page_breaks_whatever_stands_beside_it() {
    assert_on_paper(&Project::case("16-tabelcel-hoger-dan-bladzijde"), RIETVEEN, &["straten.md"]);
}

#[test]
fn rows_break_in_every_mix_of_lines_and_a_row_that_fits_stays_whole() {
    let lines = |word: &str, count: usize| {
        let lines: Vec<String> = (0..count).map(|number| format!("{word}{number}")).collect();
        lines.join("<br>")
    };
    let (short, long) = (SENTENCE.repeat(6), SENTENCE.repeat(50));
    let text = format!(
        "{}\n\n| Wijk | Straten | Wat |\n| --- | --- | --- |\n| Noord | {short} | {long} |\n\
         | Zuid | {} | kort |\n| Oost | {} | {} |\n| West | {long} | {long} |\n",
        SENTENCE.repeat(12),
        lines("Binnenpad", 32),
        lines("Buitenpad", 70),
        lines("Zijlaan", 66),
    );
    let Some([publication, signing]) = assert_on_paper(&with_chapter(&text), RIETVEEN, &["citaat.md"]) else {
        return;
    };
    for pages in [publication, signing] {
        let page = pages.iter().find(|page| has(page, "Binnenpad0")).expect("the row");
        assert!(has(page, "Binnenpad31"), "a row that fits on a page was broken");
        assert!(pages_with(&pages, "Wijk") > 3, "the head is not repeated");
    }
}

#[test]
fn facts_contributions_and_decisions_longer_than_a_page_run_on() {
    let long = SENTENCE.repeat(45);
    let agreement = format!(
        "---\nsoort: thema\nthema: bouwopgave\ntitel: Bouwen\nvisie: \"{long}\"\n---\n\n## Woningen {{#B1}}\n\n\
         ```afspraak\nsoort: transactie\nwie:\n  de-wilg: \"{long}\"\n  gemeente: \"{CODE} {ADDRESS}\"\n\
         wanneer: 2027-12-31\nvoorwaarde: \"{long}\"\n```\n\nTekst.\n\n## Grond {{#B2}}\n\n\
         ```afspraak\nsoort: transactie\nwie:\n  de-wilg: {{inzet: \"{long}\", bedrag: 1250000}}\n  gemeente: \"{CODE}\"\n\
         wanneer: 2027-12-31\n```\n\nTekst.\n"
    );
    let project =
        Project::case("15-citaat-langer-dan-bladzijde").with("content/rietveen-2027/bouwen.md", agreement);
    let document = "content/rietveen-2027/overeenkomst.md";
    let project = project.replacing(
        document,
        "ondertekening:",
        &format!("overleg:\n  - {{naam: Overleg, wie: \"{long}\", waarover: \"{long}\"}}\nondertekening:"),
    );
    assert_on_paper(&project, RIETVEEN, &["bouwen.md", "overeenkomst.md"]);
}

#[test]
fn a_tall_picture_leaves_room_for_its_caption() {
    let project = Project::case("14b-hoge-afbeelding-lang-bijschrift");
    let Some(copies) = assert_on_paper(&project, RIETVEEN, &["hoog.md"]) else { return };
    for pages in copies {
        let page = pages.iter().find(|page| has(page, "Figuur")).expect("the caption");
        assert!(has(page, "Hoog"), "the heading does not stand with its picture");
    }
}

#[test]
fn pictures_in_lists_quotes_and_callouts_fit_with_captions_of_any_length() {
    let (short, long) = (SENTENCE.repeat(3), SENTENCE.repeat(60));
    let text = format!(
        "---\nsoort: hoofdstuk\ntitel: Hoog\n---\n\n- punt\n\n  ![Hoog](media/hoog.png \"{short}{CODE}\")\n\n  - dieper\n\n    \
         ![Hoog](media/hoog.png \"{long}\")\n\n> **Let op** ![Hoog](media/hoog.png) in de regel.\n>\n> \
         ![Hoog](media/hoog.png \"{short}\")\n\n> ![Hoog](media/hoog.png)\n\n| Cel | Beeld |\n| --- | --- |\n\
         | ![Hoog](media/hoog.png) | {short} |\n"
    );
    let project =
        Project::case("14b-hoge-afbeelding-lang-bijschrift").with("content/rietveen-2027/hoog.md", text);
    assert_on_paper(&project, RIETVEEN, &[]);
}

#[test]
fn a_long_title_stays_on_the_cover_in_one_piece() {
    let project = Project::case("18-lange-titel-omslag");
    let Some(copies) = assert_on_paper(&project, RIETVEEN, &["bouwen.md"]) else { return };
    for pages in copies {
        for word in ["Meerjarige", "inclusief", "uitvoeringsprogramma", "Bewonersraad", "Status:"] {
            assert!(has(&pages[0], word), "{word:?} is not on the cover");
        }
    }
}

/// A document of many parties with long names.
fn many_parties(count: usize, form: &str) -> Project {
    let name = |number: usize| {
        format!(
            "Stichting Huurdersbelangenorganisatie Rietveen-Noord en Waterland nummer {number} te Rietveen"
        )
    };
    let mut site = String::from(
        "naam: Afspraken\npartijen:\n  - {id: gemeente, naam: Gemeente Rietveen, rol: gemeente}\n  \
         - {id: de-wilg, naam: Woonstichting De Wilg, rol: corporatie}\n",
    );
    let (mut parties, mut signatories) = (String::from("gemeente, de-wilg"), String::new());
    for id in ["gemeente", "de-wilg"] {
        signatories.push_str(&format!("    - {{partij: {id}, functie: bestuurder}}\n"));
    }
    for number in 3..=count {
        site.push_str(&format!(
            "  - {{id: p{number}, naam: \"{}\", rol: huurdersorganisatie}}\n",
            name(number)
        ));
        parties.push_str(&format!(", p{number}"));
        signatories.push_str(&format!("    - {{partij: p{number}, functie: voorzitter}}\n"));
    }
    let document = format!(
        "---\nsoort: jaarafspraken\ntitel: Prestatieafspraken volkshuisvesting Rietveen\ngemeente: Rietveen\n\
         partijen: [{parties}]\nlooptijd: 2027\nstatus: vastgesteld\n{form}datums:\n  vastgesteld: 2026-11-12\n\
         ondertekening:\n  door:\n{signatories}---\n\nTekst.\n"
    );
    Project::case("19-acht-partijen-parafen")
        .with("content/site.yaml", site)
        .with("content/rietveen-2027/overeenkomst.md", document)
}

#[test]
fn the_names_at_the_initials_are_whole() {
    let project = Project::case("19-acht-partijen-parafen");
    let Some([_, signing]) = assert_on_paper(&project, RIETVEEN, &["bouwen.md"]) else { return };
    for page in &signing {
        let foot: String =
            page.words.iter().filter(|word| word.top > 650.0).map(|word| &*word.text).collect();
        let foot = foot.replace(['\u{ad}', '-'], "");
        for word in ["Omstreken", "Waterkant", "Gehandicapten", "Schrijversbuurt"] {
            assert!(foot.contains(word), "{word:?} is cut off at the initials: {foot}");
        }
    }
}

#[test]
fn twelve_and_twenty_parties_with_long_names_fit_on_the_cover_and_at_the_initials() {
    for (count, form) in [(12, ""), (20, ""), (12, "vorm: licht\n")] {
        let project = many_parties(count, form);
        let Some([publication, signing]) = assert_on_paper(&project, RIETVEEN, &["bouwen.md"]) else {
            return;
        };
        let all = as_one_word(&publication[..2]);
        assert!(all.matches("huurdersbelangen").count() >= count - 2, "a party is not on the cover");
        for page in &signing {
            let foot = page.words.iter().filter(|word| word.text == "Paraaf").count();
            assert_eq!(foot, count, "boxes for initials");
        }
    }
}

#[test]
fn addresses_wider_than_their_column_break_and_stay_what_they_were() {
    let project = Project::case("20b-gewone-mailadressen");
    let Some(copies) = assert_on_paper(&project, RIETVEEN, &["m.md"]) else { return };
    for pages in copies {
        let text = as_one_word(&pages);
        for whole in [
            "prestatieafspraken@woonstichtingdewilg.example",
            "volkshuisvestingsprogramma@gemeente-rietveen-en-omstreken.example",
            "prestatieafspraken.volkshuisvesting.secretariaat@woonstichtingdewilgrietveen.example",
        ] {
            let lines = text.contains(whole);
            // In a cell other cells may be read between its lines.
            let start = whole.split('@').next().expect("a name");
            assert!(lines || text.contains(start), "{whole} is not there");
        }
        assert!(pages.iter().flat_map(|page| &page.words).all(|word| !word.text.contains('\u{200b}')));
    }
}

#[test]
fn a_word_without_an_end_breaks_in_headings_lists_cells_captions_and_titles() {
    let word = "volkshuisvestingsprogrammauitvoeringsbegeleidingscommissievergadering";
    let url = "https://www.gemeente-rietveen.example/volkshuisvesting/bijlage_investeringen.html?jaar=2027&complex=1";
    let deep = (0..8)
        .fold(String::new(), |text, depth| format!("{text}{}1. {CODE} {ADDRESS}\n", "   ".repeat(depth)));
    let text = format!(
        "## {word} en {CODE}\n\n{word} {CODE} {ADDRESS} <{url}> `{CODE}` \n\n### {ADDRESS}\n\nTekst.\n\n{deep}\n\
         | {word} | b | c | d |\n| --- | --- | --- | --- |\n| {word} | {CODE} | {ADDRESS} | <{url}> |\n\
         | kort | `{CODE}` | kort | [{CODE}]({url}) |\n\n> > > > {CODE} {word}\n\n{CODE}\n:   {CODE}\n\n\
         Noot[^1].\n\n[^1]: {CODE} {ADDRESS} {url}\n"
    );
    let project = with_chapter(&text).replacing(
        "content/rietveen-2027/citaat.md",
        "titel: Hoofdstuk",
        &format!("titel: \"{word} {CODE}\""),
    );
    let document = "content/rietveen-2027/overeenkomst.md";
    let project = project.replacing(
        document,
        "titel: Prestatieafspraken Rietveen 2027",
        &format!("titel: {word} {CODE}"),
    );
    assert_on_paper(&project, RIETVEEN, &["bouwen.md"]);
}

/// The page on its side that has `text`.
#[track_caller]
fn assert_on_its_side<'a>(pages: &'a [Page], text: &str) -> &'a Page {
    let page = pages.iter().find(|page| page.width > page.height && has(page, text));
    page.unwrap_or_else(|| panic!("{text:?} is not on a page on its side"))
}

#[test]
fn twelve_columns_of_amounts_get_a_page_on_its_side_with_their_heading() {
    let project = Project::case("21-12-jaren-bedragen");
    let Some(copies) = assert_on_paper(&project, RIETVEEN, &["breed.md"]) else { return };
    for pages in copies {
        let page = assert_on_its_side(&pages, "12.500.000");
        assert!(has(page, "Breed"), "the heading stands elsewhere");
        assert_eq!(page.words.iter().filter(|word| word.text == "1.250.000").count(), 12);
        assert!(pages.iter().all(|page| page.words.len() > 8), "an empty page");
    }
}

#[test]
fn a_wide_table_runs_on_over_pages_on_their_side_or_gets_small_in_a_list() {
    let columns = |cell: &dyn Fn(usize) -> String, count: usize| {
        let cells: Vec<String> = (0..count).map(cell).collect();
        cells.join(" | ")
    };
    let mut text = String::from("Eerst tekst.\n\n## Bedragen\n\n");
    let rule = |count: usize| format!("| --- |{}", " ---: |".repeat(count));
    text.push_str(&format!("| Complex | {} |\n{}\n", columns(&|x| format!("{}", 2020 + x), 17), rule(17)));
    for row in 0..45 {
        let cells = columns(&|x| format!("{}.{row:03}", 11 + x), 17);
        text.push_str(&format!("| Complex nummer {row} | {cells} |\n"));
    }
    text.push_str("\nDaarna tekst.\n\n- punt\n\n");
    text.push_str(&format!("  | Complex | {} |\n  {}\n", columns(&|x| format!("{}", 2020 + x), 6), rule(6)));
    text.push_str(&format!("  | Molenweg | {} |\n", columns(&|_| "€ 1.250.000".to_owned(), 6)));
    let Some(copies) = assert_on_paper(&with_chapter(&text), RIETVEEN, &["citaat.md"]) else { return };
    for pages in copies {
        assert!(has(assert_on_its_side(&pages, "11.000"), "Bedragen"));
        assert_on_its_side(&pages, "27.044");
        let after = pages.iter().find(|page| has(page, "Daarna")).expect("the text after it");
        assert!(after.width < after.height);
    }
}

#[test]
fn a_table_takes_the_margin_before_its_letters_get_small_or_it_a_page_on_its_side() {
    let row = |cell: &str| format!("| {} |\n", [cell; 6].join(" | "));
    let table = format!("{}|{}\n{}", row("investering"), " --- |".repeat(6), row("1.250.000"));
    let text = format!("Woord.\n\n| Wijk |\n| --- |\n| Noord |\n\n{table}");
    let Some(copies) = assert_on_paper(&with_chapter(&text), RIETVEEN, &["citaat.md"]) else { return };
    for pages in copies {
        let page = pages.iter().find(|page| has(page, "investering")).expect("the table");
        assert!(page.width < page.height);
        let left = |text: &str| page.words.iter().find(|word| word.text == text).expect("a word").left;
        assert!(left("investering") < left("Woord.") - 30.0, "{} {}", left("investering"), left("Woord."));
        assert!(left("Noord") >= left("Woord."), "a narrow table stands below the text");
    }
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    let mut text = String::new();
    for number in 0..40 {
        let heading = "#".repeat(2 + number % 3);
        text.push_str(&format!("{}\n\n{heading} Kopje{number} erbij\n\n", SENTENCE.repeat(1 + number % 6)));
        if number % 7 == 3 {
            text.push_str(&format!("| Wijk | Wat |\n| --- | --- |\n| Noord | {} |\n\n", SENTENCE.repeat(9)));
        }
        if number % 7 == 5 {
            text.push_str(&format!("> {}\n\n", SENTENCE.repeat(10)));
        }
    }
    text.push_str(SENTENCE);
    let Some(copies) = assert_on_paper(&with_chapter(&text), RIETVEEN, &["citaat.md"]) else { return };
    for pages in copies {
        for page in &pages {
            for word in page.words.iter().filter(|word| word.text.starts_with("Kopje")) {
                let below = page.words.iter().any(|other| {
                    other.top > word.top + 5.0 && other.top < word.top + 80.0 && other.left < 400.0
                });
                assert!(below, "{:?} stands alone", word.text);
            }
        }
    }
}
