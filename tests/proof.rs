//! What is printed is proved: a copy in which a text is missing, runs off the
//! paper or lies over another is not made, whatever theme it is set in, and the
//! editor is told at the Markdown.

mod support;

use support::{Project, pdf_pages, picture};

const THEME: &str = "zandstad-2027/bouwopgave.md";

/// Long enough for several pages.
fn long_quote() -> String {
    let paragraph =
        "> Wij vragen aandacht voor het wonen in kleine kernen en voor mensen die lang wachten.\n>\n";
    format!("Zie ook [B1].\n\n{}> Tot zover de brief.", paragraph.repeat(60))
}

#[test]
fn a_text_that_runs_off_the_paper_stops_the_build() {
    let unbreakable = |project: Project| {
        project.with_theme("onderdelen.typ", "#let citaat(..blokken) = ", "#let citaat(..blokken) = block(breakable: false, blokken.pos().join())\n#let citaat-oud(..blokken) = ")
    };
    let short = unbreakable(Project::with_prose("Zie ook [B1].\n\n> Een kort citaat."));
    short.build_ok(&[]);
    unbreakable(Project::with_prose(&long_quote())).assert_build_finds(&[
        ("D101", THEME, "> Wij vragen"),
        // On its way down it lies over the foot of the page.
        ("D102", THEME, "> Wij vragen"),
    ]);
    // The standard theme breaks it.
    Project::with_prose(&long_quote()).build_ok(&[]);
}

#[test]
fn a_foot_that_is_too_high_for_its_margin_stops_the_build() {
    Project::minimal()
        .with_theme(
            "pagina.typ",
            "#let publicatievoet(g) = uithangend({",
            "#let publicatievoet(g) = uithangend({\n  v(38mm)",
        )
        .assert_build_finds(&[("D101", "zandstad-2027/overeenkomst.md", "soort:")]);
}

#[test]
fn a_column_that_is_too_narrow_for_its_words_stops_the_build() {
    let table = "Zie ook [B1].\n\n| Wijk | Straat | Soort |\n| --- | --- | --- |\n| Componistenbuurt | Mendelssohnstraat | eengezinswoning |";
    Project::with_prose(table).build_ok(&[]);
    // Columns of 11 mm, whatever is in them.
    let narrow = "#let tabel(kop: (), ..rijen) = table(columns: (11mm,) * 3, ..(kop + rijen.pos().flatten()).map(c => text(hyphenate: false, c)))\n#let document(";
    Project::with_prose(table)
        .with_theme("publicatie.typ", "#let document(", narrow)
        .with_theme("tekenexemplaar.typ", "#let document(", narrow)
        .assert_build_finds(&[("D102", THEME, "| Wijk | Straat")]);
}

#[test]
fn a_text_that_the_theme_leaves_out_stops_the_build() {
    Project::with_prose("Zie ook [B1].\n\nDe huurders praten mee.")
        .with_theme("onderdelen.typ", "#let alinea(..delen) = ", "#let alinea(..delen) = if delen.pos().first() == [De huurders praten mee.] { [] } else { par(samen(delen)) } //")
        .assert_build_finds(&[("D103", THEME, "De huurders praten mee.")]);
}

#[test]
fn a_text_of_which_the_theme_shows_a_part_stops_the_build() {
    // Of several pieces only the first.
    Project::with_prose("Zie ook [B1]. De huurders **praten** mee.")
        .with_theme("onderdelen.typ", "#let sterk(..delen) = ", "#let sterk(..delen) = [] //")
        .assert_build_finds(&[("D103", THEME, "De Brug bouwt in Noord.")]);
}

#[test]
fn what_parties_promise_is_proved_as_well_as_prose() {
    Project::minimal()
        .with_theme(
            "afspraak.typ",
            "    if not a.met_middelen { regel(woord(\"papier-wie\"), a.wie.map(w => (w.naam, w.inzet))) },",
            "",
        )
        .assert_build_finds(&[("D103", THEME, "## Nieuwbouw in Noord")]);
}

#[test]
fn a_picture_that_the_theme_leaves_out_stops_the_build() {
    let project = Project::with_prose("Zie ook [B1].\n\n![Een plein met bomen](plein.png)")
        .with("content/zandstad-2027/plein.png", picture(40, 20));
    project.build_ok(&[]);
    project
        .with_theme(
            "onderdelen.typ",
            "#let figuur(pad, alt: \"\", ..bijschrift) = {",
            "#let figuur(pad, alt: \"\", ..bijschrift) = if true { [] } else {",
        )
        .assert_build_finds(&[("D103", THEME, "![Een plein")]);
}

#[test]
fn texts_that_the_theme_puts_in_another_order_stop_the_build() {
    let list = "Zie ook [B1].\n\n- Eerst de grond.\n- Dan de woningen.";
    Project::with_prose(list).build_ok(&[]);
    Project::with_prose(list)
        .with_theme(
            "onderdelen.typ",
            "list(tight: vast, ..punten.pos()), smal: smal)",
            "list(tight: vast, ..punten.pos().rev()), smal: smal)",
        )
        .assert_build_finds(&[("D103", THEME, "- Eerst")]);
}

#[test]
fn check_finds_what_is_wrong_on_paper_before_anything_is_made() {
    let project = Project::with_prose("Zie ook [B1]. De huurders **praten** mee.").with_theme(
        "onderdelen.typ",
        "#let sterk(..delen) = ",
        "#let sterk(..delen) = [] //",
    );
    let said = |arguments: &[&str]| {
        let output = project.check(arguments);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    };
    let found = said(&[]);
    let place = project.place(THEME, "De Brug bouwt in Noord.");
    assert!(found.contains("D103") && found.contains(&place), "{found}");
    let ready = said(&["--ready", "zandstad-2027"]);
    assert!(ready.contains("kunnen niet worden gemaakt: 1 fout"), "{ready}");
    assert!(!project.path("output").exists());
}

#[test]
fn what_is_wrong_on_paper_costs_nothing_that_was_good() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let before = project.tree("output");
    let project =
        project.with_theme("onderdelen.typ", "#let alinea(..delen) = ", "#let alinea(..delen) = none //");
    assert!(!project.build(&[]).status.success());
    assert_eq!(project.tree("output"), before);
}

/// The words of a publication, in one line.
fn words(project: &Project) -> Option<String> {
    project.build_ok(&[]);
    Some(pdf_pages(&project.path("output/rietveen-2027/rietveen-2027.pdf"))?.join(" "))
}

#[test]
fn notes_in_the_head_of_a_table_that_runs_on_have_one_number_and_one_text() {
    let project = Project::case("45-noten-in-tabelkop");
    let source = project.read("content/rietveen-2027/noten.md");
    let note = source.split("[^a]: ").nth(1).and_then(|rest| rest.lines().next()).expect("a note").to_owned();
    let Some(words) = words(&project) else { return };
    assert_eq!(words.matches(note.trim()).count(), 1, "{words}");
    assert!(words.matches("Wijk").count() > 1, "the head is repeated: {words}");
}

#[test]
fn a_law_in_the_head_of_a_table_that_runs_on_is_a_link_once_and_a_word_after() {
    let Some(long) = words(&Project::case("64c-wetsartikel-in-tabelkop-lang")) else { return };
    assert!(long.matches("Woningwet").count() > 1, "the head is repeated: {long}");
    // A short one that begins low on its page.
    let short = words(&Project::case("64h-korte-tabel-over-bladgrens")).expect("pdftotext was there before");
    assert!(short.contains("Wijk, zie"), "{short}");
}

#[test]
fn links_terms_and_agreements_in_the_head_of_a_long_table_are_printed() {
    let rows = (1..80).map(|row| format!("| Buurt {row} | {row} | ja | nee |\n")).collect::<String>();
    let table = format!(
        "Zie ook [B1].\n\n| [Wijken](https://zandstad.example/wijken) | [B1] | [[DAEB]] | **Vet[^1]** |\n| --- | --- | --- | --- |\n{rows}\n[^1]: Een noot in de kop."
    );
    Project::with_prose(&table)
        .with(
            "content/begrippen.yaml",
            "- term: DAEB\n  voluit: diensten van algemeen economisch belang\n  betekenis: werk met steun\n",
        )
        .build_ok(&[]);
}
