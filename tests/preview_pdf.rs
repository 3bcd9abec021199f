//! The PDF beside the page: it follows what is edited, and no page waits for it.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/serve.rs"]
mod serve;

use screen::{DOCUMENT, Screen, THEME, THEME_PAGE, long_project};
use serde_json::{Value, json};
use support::Project;

#[test]
fn the_pdf_beside_the_page_follows_what_is_edited() {
    let Some(screen) = Screen::of(long_project(12), THEME_PAGE) else { return };
    assert_eq!(screen.text("seen('#pdf')"), "", "the pane opened by itself");
    screen.click("#pdf-button");
    screen.page.wait_for(
        "part('#pdf').dataset.revision && parts('#pages img').some((picture) => picture.naturalWidth)",
    );
    let ids = || screen.page.eval::<Vec<String>>("parts('#pages img').map((picture) => picture.dataset.id)");
    let page_of = |anchor: &str| {
        screen.page.eval::<usize>(&format!(
            "fetch('/_afspraken/pdf?document=zandstad-2027&copy=publicatie&page={THEME_PAGE}&follow={anchor}')\
             .then((answer) => answer.json()).then(({{ follow }}) => follow.page)"
        ))
    };
    let in_view = |page: usize| {
        format!(
            "(() => {{
              const [page, view] = [parts('#pages img')[{page}].getBoundingClientRect(), part('#pages').getBoundingClientRect()];
              return page.top < view.bottom && page.bottom > view.top && parts('#pages img')[{page}].naturalWidth > 0;
            }})()"
        )
    };
    let (first, last) = (page_of("B1"), page_of("B12"));
    assert!(last > first + 2, "the test itself: B1 on {first}, B12 on {last}");
    assert!(screen.holds(&in_view(first)) && !screen.holds(&in_view(last)), "not at what is being read");

    let before = ids();
    let known: u64 = screen.page.eval("host().revision");
    screen.edit(THEME, "In paragraaf 2 van 12", "In een andere paragraaf 2 van 12");
    screen.waits_for("In een andere paragraaf 2 van 12");
    screen.page.wait_for(&format!("Number(part('#pdf').dataset.revision) > {known}"));
    screen.page.wait_for(&in_view(last));
    let now = ids();
    assert_eq!(now.len(), before.len());
    assert_ne!(now[last], before[last]);
    assert!(screen.text("seen('#pdf-counter')").ends_with(&format!(" van {}", now.len())));

    // Back to the first, from above: agreements that come in between are followed in the same way.
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.page.wait_for(&in_view(first));
    screen.click("#pdf-close");
    screen.waits_until_gone("#pdf");
    screen.is_the_same_page();
}

#[test]
fn a_page_of_the_pdf_that_an_edit_does_not_touch_stays_as_it_is() {
    let Some(screen) = Screen::of(long_project(3), "zandstad-2027/index.html") else { return };
    screen.click("#pdf-button");
    let pictures = "parts('#pages img')";
    screen.page.wait_for(&format!("{pictures}[0]?.naturalWidth"));
    screen.page.eval::<Value>(&format!(
        "void (window.cover = {pictures}[0], part('#pages').scrollTo({{ top: 1e6, behavior: 'instant' }}))"
    ));
    screen.page.wait_for(&format!("{pictures}.at(-1).naturalWidth"));
    let scrolled: f64 = screen.page.eval("part('#pages').scrollTop");
    let ids = || screen.page.eval::<Vec<String>>(&format!("{pictures}.map((picture) => picture.dataset.id)"));
    let mut before = ids();

    // Only the colophon, at the very end, tells when a document is published.
    screen.edit(DOCUMENT, "datums:", "publicatie:\n  datum: 2026-12-01\ndatums:");
    let colophon = before.pop().expect("a page");
    screen.page.wait_for(&format!(
        "{pictures}.at(-1).dataset.id !== {} && {pictures}.at(-1).naturalWidth",
        json!(colophon)
    ));
    let mut now = ids();
    now.pop();
    assert_eq!(now, before);
    assert!(screen.holds(&format!("{pictures}[0] === cover")), "a page that did not change was drawn anew");
    assert_eq!(screen.page.eval::<f64>("part('#pages').scrollTop"), scrolled);
    screen.is_the_same_page();
}

#[test]
fn the_page_shows_an_edit_while_its_pdf_is_still_being_made() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.click("#pdf-button");
    screen.page.wait_for("part('#pdf').dataset.revision");
    let before = screen.text("part('#pdf').dataset.revision");
    screen.page.eval::<Value>("hold('/_afspraken/pdf?')");
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.page.wait_for("holding.held");
    screen.waits_for("De Brug bouwt in Zuid.");
    screen.edit(THEME, "De Brug bouwt in Zuid.", "De Brug bouwt in Oost.");
    screen.waits_for("De Brug bouwt in Oost.");
    screen.waits_for_part("#pdf-busy", "PDF wordt bijgewerkt");
    assert_eq!(screen.text("part('#pdf').dataset.revision"), before);
    screen.page.eval::<Value>("release()");
    screen.page.wait_for("Number(part('#pdf').dataset.revision) === host().revision");
    screen.waits_until_gone("#pdf-busy");
    screen.is_the_same_page();
}

#[test]
fn every_copy_of_a_document_can_be_looked_at_and_downloaded() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.click("#pdf-button");
    screen.page.wait_for("parts('#pages img').some((picture) => picture.naturalWidth)");
    let copies: Vec<String> =
        screen.page.eval("[...part('#pdf-copies').options].map((option) => option.text)");
    assert_eq!(
        copies,
        [
            "Publicatie",
            "Tekenexemplaar 1: Gemeente Zandstad",
            "Tekenexemplaar 2: Woonstichting De Brug",
            "Tekenexemplaar 3: Huurdersraad De Brug",
        ]
    );
    let kind = "fetch(part('#pdf-download').href).then((answer) => answer.headers.get('content-type'))";
    assert_eq!(screen.text(kind), "application/pdf");
    let before: Vec<String> = screen.page.eval("parts('#pages img').map((picture) => picture.dataset.id)");
    screen.page.eval::<Value>(
        "(() => { part('#pdf-copies').value = 'exemplaar-2'; part('#pdf-copies').dispatchEvent(new Event('change')); })()",
    );
    screen.page.wait_for(&format!(
        "parts('#pages img').some((picture) => picture.naturalWidth && !{}.includes(picture.dataset.id))",
        json!(before)
    ));
    assert!(screen.text("part('#pdf-download').href").contains("exemplaar-2"));
    assert_eq!(screen.text(kind), "application/pdf");

    // On another page of the document all is as it was left.
    screen.go("zandstad-2027/index.html");
    screen.page.wait_for("parts('#pages img').some((picture) => picture.naturalWidth)");
    assert_eq!(screen.text("part('#pdf-copies').value"), "exemplaar-2");
    screen.is_the_same_page();
}

#[test]
fn the_pdf_of_before_a_mistake_stays_and_says_so() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.click("#pdf-button");
    let is_drawn = "parts('#pages img').some((picture) => picture.naturalWidth)";
    screen.page.wait_for(is_drawn);
    screen.edit(THEME, "  de-brug: bouwt", "  de-burg: bouwt");
    screen.waits_for_part("#pdf-errors", "Deze PDF is van vóór de fouten.");
    assert!(screen.holds(is_drawn));
    screen.edit(THEME, "de-burg: bouwt 120", "de-brug: bouwt 130");
    screen.waits_until_gone("#pdf-errors");
    screen.page.wait_for("Number(part('#pdf').dataset.revision) === host().revision");
    screen.waits_for("bouwt 130 woningen");
    screen.is_the_same_page();
}

#[test]
fn the_end_of_a_page_is_not_behind_the_bar_and_its_side_not_behind_the_pdf() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.click("#pdf-button");
    // Beside the page on a wide screen, below it on a narrow one.
    for (width, edge) in [(1280, "top"), (600, "left")] {
        screen.page.set_viewport(width, 900);
        screen.page.wait_for(&format!("part('#pdf').getBoundingClientRect().{edge} === 0"));
        screen.page.wait_for(
            "(() => {
              scrollTo({ top: 1e6, behavior: 'instant' });
              const [end, bar, pdf] = [document.querySelector('footer'), part('#bar'), part('#pdf')]
                .map((element) => element.getBoundingClientRect());
              const apart = (a, b) => a.bottom <= b.top + 1 || a.right <= b.left + 1;
              return pdf.width > 200 && pdf.height > 100 && end.width > 200 && apart(end, bar) && apart(end, pdf)
                && document.documentElement.scrollWidth <= innerWidth;
            })()",
        );
    }
    screen.is_the_same_page();
}
