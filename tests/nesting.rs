//! Text nested deeper than anyone means, and texts that make slow parsers
//! slow: refused at their place, or printed.

mod support;

use support::Project;

const PAGE: &str = "over.md";

/// The minimal project with a plain page of `prose`.
fn in_page(prose: &str) -> Project {
    Project::minimal().with("content/over.md", format!("---\ntitel: Over\n---\n\n{prose}\n"))
}

/// The minimal project with a chapter of `prose`, which is in the PDF as well.
fn in_chapter(prose: &str) -> Project {
    Project::minimal().with(
        "content/zandstad-2027/proces.md",
        format!("---\nsoort: hoofdstuk\ntitel: Proces\n---\n\n{prose}\n"),
    )
}

/// A list in which each item has the next below it.
fn list(levels: usize) -> String {
    (1..=levels).map(|level| format!("{}- punt {level}\n", "  ".repeat(level - 1))).collect()
}

#[test]
fn a_list_a_hundred_deep_is_refused_at_the_level_that_is_too_deep() {
    in_page(&list(100)).assert_finds(&[("X102", PAGE, "- punt 13")]);
}

#[test]
fn a_quotation_a_thousand_deep_is_refused_at_the_level_that_is_too_deep() {
    let quote = format!("{} diep", ">".repeat(1000));
    in_page(&quote).assert_finds(&[("X102", PAGE, &format!("{}¦>", ">".repeat(12)))]);
}

#[test]
fn emphasis_a_thousand_deep_is_refused_at_the_level_that_is_too_deep() {
    // The paragraph is the first level.
    let text = format!("{}x{}", "*a **b ".repeat(500), " c** d*".repeat(500));
    in_page(&text).assert_finds(&[("X102", PAGE, &format!("{}*a ¦**b", "*a **b ".repeat(5)))]);
}

#[test]
fn what_is_not_too_deep_to_be_read_is_not_too_deep_to_be_printed() {
    for prose in [
        list(12),
        format!("{}diep", "> ".repeat(11)),
        format!("{}diep", "> - ".repeat(6)),
        format!("{}1. diep", "1. > ".repeat(5)),
        format!("{}x{}", "*a **b ".repeat(5), " c** d*".repeat(5)),
        format!("{}\n{}*diep*", list(10), "  ".repeat(10)),
        format!("noot[^1]\n\n[^1]: {}diep", "> ".repeat(10)),
        format!("> **Let op** {}\n", list(9).replace('\n', "\n> ")),
    ] {
        in_chapter(&prose).assert_build_finds(&[]);
    }
}

#[test]
fn ten_thousand_brackets_are_text() {
    let brackets = format!("{}x{}", "[ ".repeat(10_000), " ]".repeat(10_000));
    for prose in [
        brackets.clone(),
        "[".repeat(10_000),
        "]".repeat(10_000),
        "![".repeat(5_000),
        "[a](".repeat(5_000),
        "<a".repeat(5_000),
    ] {
        let project = in_page(&prose);
        project.assert_finds(&[]);
        project.build_ok(&["--only", "site"]);
        let shown = prose.replace('<', "&lt;");
        assert!(project.read("output/over.html").contains(&shown), "{}…", &prose[..10]);
    }
    let links = format!("{}x{}", "[".repeat(10_000), "](y.md)".repeat(10_000));
    in_page(&links).assert_finds(&[("V102", PAGE, "[x](y.md)")]);
}

#[test]
fn openings_that_are_never_closed_are_text() {
    for prose in [
        "*a **b ".repeat(5_000),
        "~~a ".repeat(5_000),
        "_a*b".repeat(5_000),
        "**_".repeat(5_000),
        "a&b;".repeat(5_000),
        "\\".repeat(9_999),
    ] {
        let project = in_page(&format!("x {prose}x"));
        // Once for the paragraph that an author would look for it in.
        let codes = project.codes();
        assert!(codes.len() <= 1 && codes.iter().all(|code| code.starts_with("X120 ")), "{codes:?}");
        project.build_ok(&["--only", "site"]);
    }
}

#[test]
fn many_of_everything_is_printed() {
    let notes: String = (0..150).map(|number| format!("a[^{number}] ")).collect();
    let bodies: String = (0..150).map(|number| format!("[^{number}]: noot {number}\n")).collect();
    for prose in [
        format!("{notes}\n\n{bodies}"),
        format!("{}\n\n[^1]: telkens dezelfde", "a[^1] ".repeat(300)),
        "een[^1]\n\n[^1]: zie[^2]\n\n[^2]: en terug[^1]".into(),
        format!("{}|\n{}|\n{}|", "| a ".repeat(60), "|---".repeat(60), "| b ".repeat(60)),
        "Een alinea.\n\n".repeat(300),
        "woord ".repeat(5_000),
        format!("999999999. x\n\n{}", "- \n".repeat(500)),
        "|a|\n|-|\n\n~~~\n~~~\n\n-\n\n>\n\n***".into(),
    ] {
        in_chapter(&prose).assert_build_finds(&[]);
    }
}
