//! What the preview tells an editor beside the page: mistakes, findings, what is left to do.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/serve.rs"]
mod serve;

use screen::{DOCUMENT, Screen, THEME, THEME_PAGE};
use serde_json::{Value, json};
use support::Project;

#[test]
fn a_mistake_is_told_beside_the_page_that_was_still_right_until_it_is_mended() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let before = screen.text("document.body.innerText");
    screen.edit(THEME, "  de-brug: bouwt 120", "  de-burg: bouwt 130");
    screen.page.wait_for("seen('#errors-title') === '1 fout'");
    let place = screen.project.place("zandstad-2027/bouwopgave.md", "de-burg");
    let line = place.split(':').nth(1).expect("a line");

    let told = screen.text("seen('#errors')");
    for words in [
        "M105",
        "de-burg is geen partij",
        &format!("zandstad-2027/bouwopgave.md, regel {line}"),
        "Tip: bedoelde u de-brug?",
        "De pagina die u ziet, is van vóór deze fouten.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(screen.text("part('#errors .excerpt mark').innerText"), "de-burg");
    assert_eq!(screen.text("part('#errors .excerpt .number').innerText"), line);
    assert!(screen.text("seen('#errors .excerpt')").contains("de-burg: bouwt 130 woningen"));
    assert_eq!(screen.text("document.body.innerText"), before, "the page is not as it was");
    assert!(screen.holds("document.querySelector('h1').checkVisibility()"));

    screen.edit(THEME, "de-burg: bouwt 130", "de-brug: bouwt 130");
    screen.waits_for("bouwt 130 woningen");
    screen.waits_until_gone("#errors");
    screen.is_the_same_page();
}

#[test]
fn that_all_mistakes_are_mended_is_said() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.edit(THEME, "  de-brug: bouwt", "  de-burg: bouwt");
    screen.waits_for_part("#errors-title", "1 fout");
    screen.edit(THEME, "de-burg: bouwt", "de-brug: bouwt");
    screen.waits_for_part("#note", "Alle fouten zijn opgelost.");
    assert_eq!(screen.text("seen('#errors')"), "");
}

#[test]
fn a_mistake_leads_to_its_place_in_the_editor() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.edit(THEME, "  de-brug: bouwt", "  de-burg: bouwt");
    screen.waits_for_part("#errors-title", "1 fout");
    let place = screen.project.place("zandstad-2027/bouwopgave.md", "de-burg");
    let content = dunce::canonicalize(screen.project.path("content")).expect("a folder");
    let content = content.to_str().expect("a plain name").replace('\\', "/");
    assert_eq!(
        screen.text("decodeURI(part('#errors .place a').getAttribute('href'))"),
        format!("vscode://file/{}/{place}", content.trim_start_matches('/')),
    );
}

#[test]
fn a_mistake_on_another_page_leads_there() {
    let Some(screen) = Screen::of(Project::minimal(), "index.html") else { return };
    screen.edit(THEME, "  de-brug: bouwt", "  de-burg: bouwt");
    screen.waits_for_part("#errors", "de pagina Bouwen");
    screen.click("#errors .more a");
    screen.page.wait_for(&format!("location.pathname === '/{THEME_PAGE}' && location.hash === '#B1'"));
    screen.waits_for_part("#errors-title", "1 fout");
    screen.waits_for("bouwt 120 woningen");

    // A mistake that has been read can be put out of sight, until there is another.
    screen.click("#errors-button");
    screen.waits_until_gone("#errors-body");
    screen.edit(THEME, "  gemeente: levert", "  gemente: levert");
    screen.waits_for_part("#errors-body", "gemente");
    screen.waits_for_part("#errors-title", "2 fouten");
}

#[test]
fn what_stands_in_a_source_is_text_and_never_part_of_the_preview_itself() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let hostile = "\"<img src=x onerror='window.harmed=1'>\"";
    screen.edit(THEME, "  de-brug: bouwt", &format!("  {hostile}: bouwt"));
    screen.waits_for_part("#errors-body", "<img src=x onerror='window.harmed=1'>");
    assert!(screen.holds("!part('#errors-body img') && !window.harmed"));

    screen.edit(THEME, hostile, "de-brug");
    screen.waits_until_gone("#errors");
    screen.edit(THEME, "## Nieuwbouw in Noord", "## Nieuwbouw <img src=x> \\<b onclick=x> `<i>`");
    screen.waits_for("Nieuwbouw <img src=x> <b onclick=x> <i>");
    screen.waits_for_part("#warnings-button", "waarschuwing");
    screen.click("#warnings-button");
    screen.waits_for_part("#warnings-body", "<img src=x>");
    assert!(screen.holds("!part('#warnings-body img') && !document.querySelector('main img')"));
    screen.is_the_same_page();
}

#[test]
fn what_the_rules_find_is_counted_and_leads_to_its_place() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let long = "De Brug bouwt eerst aan de straat, dan aan het plein, dan bij de brug, dan bij de school, dan bij het \
        park en dan bij de haven, zodat er elk jaar op een andere plek <img src=x> huizen bij komen.";
    screen.edit(THEME, "Zie ook [B1].", long);
    screen.waits_for_part("#findings-button", "Nagelezen");
    assert_eq!(screen.text("seen('#findings')"), "", "the list opened by itself");
    screen.click("#findings-button");
    screen.waits_for_part("#findings", "L302");
    screen.waits_for_part("#findings", "Maak er twee zinnen van");
    assert!(screen.holds("!part('#findings-body img')"));
    screen.is_the_same_page();
}

#[test]
fn a_warning_is_counted_and_leads_to_its_page() {
    let Some(screen) = Screen::of(Project::minimal(), "index.html") else { return };
    assert_eq!(screen.text("seen('#warnings-button')"), "", "a warning from the start");
    screen.edit(THEME, "Zie ook [B1].", "Zie ook [B1].\n\n[^los]: Niemand verwijst hiernaar.");
    screen.waits_for_part("#warnings-button", "1 waarschuwing");
    assert_eq!(screen.text("seen('#warnings')"), "", "the list opened by itself");
    screen.click("#warnings-button");
    screen.waits_for_part("#warnings", "V107");
    screen.waits_for_part("#warnings", "de pagina Bouwen");
    assert_eq!(screen.text("seen('#errors')"), "");
    screen.click("#warnings .more a");
    screen.page.wait_for(&format!("location.pathname === '/{THEME_PAGE}' && location.hash === '#B1'"));
    screen.waits_for_part("#warnings-button", "1 waarschuwing");

    screen.edit(THEME, "\n\n[^los]: Niemand verwijst hiernaar.", "");
    screen.waits_until_gone("#warnings-button");
}

#[test]
fn sources_that_are_wrong_from_the_start_show_their_mistakes_and_then_the_site() {
    let project = Project::minimal().replacing(THEME, "soort: transactie", "soort: transaktie");
    let Some(screen) = Screen::of(project, THEME_PAGE) else { return };
    screen.waits_for("Nog geen voorbeeld");
    screen.waits_for_part("#errors-title", "1 fout");
    screen.waits_for_part("#errors", "M101");
    // One mistake for another.
    screen.edit(THEME, "soort: transaktie", "soort: transactie\nsort: x");
    screen.waits_for_part("#errors-body", "sort");
    assert!(screen.holds("text().includes('Nog geen voorbeeld')"));
    screen.edit(THEME, "soort: transactie\nsort: x", "soort: transactie");
    screen.waits_for("De Brug bouwt in Noord.");
    screen.waits_until_gone("#errors");
    assert!(!screen.holds("text().includes('Nog geen voorbeeld')"));
    assert!(screen.text("document.title").starts_with("Bouwen"));
    screen.page.wait_for("getComputedStyle(document.body).color === 'rgb(26, 38, 46)'");
    screen.waits_for_part("#deadline", "Vastgesteld");
    screen.is_the_same_page();
}

#[test]
fn the_bar_tells_how_far_a_document_is() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.waits_for_part("#deadline", "Vastgesteld");
    screen.waits_for_part("#deadline", "Nog 23 dagen tot de uiterste publicatiedatum, 15 december 2026.");
    screen.waits_for_part("#todo-button", "Nog te doen (2)");
    screen.click("#todo-button");
    screen.waits_for_part("#todo", "De afspraken zijn nog niet ondertekend.");
    screen.waits_for_part("#todo", "Er is nog geen publicatiedatum ingevuld.");

    // At once: a mistake in between would come in the place of the list.
    let signed = screen
        .project
        .read(DOCUMENT)
        .replace("plaats: Zandstad", "plaats: Zandstad\n  datum: 2026-11-20")
        .replace("status: vastgesteld", "status: ondertekend");
    serve::save(&screen.project, DOCUMENT, signed);
    screen.waits_for_part("#todo-button", "Nog te doen (1)");
    screen.waits_for_part("#deadline", "Ondertekend");
    screen.page.wait_for("seen('#todo-body') === 'Er is nog geen publicatiedatum ingevuld.'");
    screen.edit(DOCUMENT, "ondertekening:", "publicatie:\n  datum: 2026-11-22\nondertekening:");
    screen.waits_for_part("#deadline", "Gepubliceerd op 22 november 2026.");
    screen.waits_until_gone("#todo-button");
    screen.waits_until_gone("#todo");
    screen.is_the_same_page();

    // A page of no document has nothing to be in time for.
    screen.go("index.html");
    screen.waits_for_part("#deadline", "Voorbeeld.");
    assert_eq!(screen.text("seen('#todo-button') + seen('#pdf-button')"), "");
}

#[test]
fn a_list_can_be_opened_and_closed_with_the_keyboard() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let press = |key: &str, code: u32, text: &str| {
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let event =
                json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text});
            screen.page.call("Input.dispatchKeyEvent", event);
        }
    };
    screen.page.call("Page.bringToFront", json!({}));
    screen.page.eval::<Value>("void part('#todo-button').focus()");
    press("Enter", 13, "\r");
    screen.waits_for_part("#todo", "De afspraken zijn nog niet ondertekend.");
    assert_eq!(screen.text("part('#todo-button').getAttribute('aria-expanded')"), "true");
    press("Tab", 9, "");
    press("Escape", 27, "");
    screen.waits_until_gone("#todo");
    assert_eq!(screen.text("host().shadowRoot.activeElement.id"), "todo-button");
    assert_eq!(screen.text("part('#todo-button').getAttribute('aria-expanded')"), "false");

    // Who hides the bar does not see it on the next page either, and can have it back.
    screen.click("#bar-hide");
    screen.waits_until_gone("#bar");
    let host = screen.text("location.origin");
    screen.page.navigate(&format!("{host}/index.html"));
    screen.page.wait_for("host()?.revision && part('#bar-show').checkVisibility()");
    assert_eq!(screen.text("seen('#bar')"), "");
    screen.click("#bar-show");
    screen.waits_for_part("#bar", "Voorbeeld.");
}
