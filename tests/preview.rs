//! What an editor sees: the live preview in a real browser, beside sources that change.
//!
//! The server's answers have tests of their own; here is what becomes of them on the screen.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/serve.rs"]
mod serve;

use std::fs;

use screen::{DOCUMENT, Screen, THEME, THEME_PAGE, of_repository, png};
use serde_json::{Value, json};
use serve::Server;
use support::Project;

#[test]
fn a_saved_edit_is_shown_without_loading_the_page_anew() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let before: u64 = screen.page.eval("host().revision");
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt ook in Zuid.");
    screen.waits_for("De Brug bouwt ook in Zuid.");
    screen.page.wait_for(&format!("host().revision > {before}"));
    assert!(!screen.holds("text().includes('De Brug bouwt in Noord')"));

    // The title is outside what is drawn, and changes as well.
    screen.edit(THEME, "titel: Bouwen", "titel: Bouwen & <wonen>");
    screen.page.wait_for("document.title.startsWith('Bouwen & <wonen> ')");
    screen.waits_for("Bouwen & <wonen>");
    screen.is_the_same_page();
}

#[test]
fn an_edit_leaves_focus_selection_and_what_is_open_as_they_are() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    // The link stands in the paragraph that changes.
    screen.page.eval::<Value>(
        "(() => {
          window.details = document.querySelector('main details.uitklap');
          details.open = true;
          const paragraph = [...document.querySelectorAll('main p')].find((p) => p.textContent.includes('een tekort aan'));
          const start = paragraph.firstChild.data.indexOf('tekort');
          getSelection().setBaseAndExtent(paragraph.firstChild, start, paragraph.firstChild, start + 10);
          const other = [...document.querySelectorAll('main p')].find((p) => p.textContent.includes('in Noord.'));
          window.link = other.querySelector('a');
          link.focus({ preventScroll: true });
        })()",
    );
    let is_kept = "details.open && details.isConnected && String(getSelection()) === 'tekort aan' \
                   && document.activeElement === link && link.isConnected";
    assert!(screen.holds(is_kept), "the test itself");

    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt ook in Zuid, en daarna in Oost.");
    screen.waits_for("De Brug bouwt ook in Zuid, en daarna in Oost. Zie ook B1.");
    assert!(screen.holds(is_kept));
    // A new agreement before it and a paragraph after it move them, and no more.
    screen.edit(
        THEME,
        "## Nieuwbouw in Noord",
        "## Sloop {#B2}\n\n```afspraak\nsoort: beschrijvend\n```\n\nEerst slopen wij.\n\n## Nieuwbouw in Noord",
    );
    screen.waits_for("Eerst slopen wij.");
    assert!(screen.holds(is_kept));
    screen.is_the_same_page();
}

#[test]
fn an_edit_elsewhere_on_a_long_page_does_not_move_what_is_being_read() {
    let path = "content/zandstad-2027-2030/bouwopgave.md";
    let Some(screen) = Screen::of(Project::example(), "zandstad-2027-2030/bouwopgave.html") else { return };
    screen.page.eval::<Value>(
        "document.fonts.ready.then(() => {
          window.reading = document.getElementById('B3');
          scrollTo({ top: reading.getBoundingClientRect().top + scrollY - 200, behavior: 'instant' });
          return frames(3);
        }).then(() => null)",
    );
    let top = || screen.page.eval::<f64>("frames(3).then(() => reading.getBoundingClientRect().top)");
    let scrolled = || screen.page.eval::<f64>("scrollY");
    let (top_before, scrolled_before) = (top(), scrolled());
    assert!((top_before - 200.0).abs() <= 1.0, "the test itself: {top_before}");

    let more = "Dit is een nieuwe alinea boven wat wordt gelezen.\n\n".repeat(8);
    screen.edit(
        path,
        "Zandstad-Noord is onze grootste bouwplek.",
        &format!("{more}Zandstad-Noord is een grote plek."),
    );
    screen.waits_for("Zandstad-Noord is een grote plek.");
    assert!((top() - top_before).abs() <= 1.0, "{} was {top_before}", top());
    assert!(scrolled() > scrolled_before + 100.0, "{} was {scrolled_before}: nothing moved", scrolled());
    screen.waits_for_part("#note", "Gewijzigd: B1 Nieuwbouw in Zandstad-Noord (eerder op deze pagina)");

    let scrolled_before = scrolled();
    let height: f64 = screen.page.eval("document.documentElement.scrollHeight");
    let text = screen.project.read(path);
    screen.project.write(path, format!("{}\n\n{more}", text.trim_end()));
    screen.page.wait_for(&format!("document.documentElement.scrollHeight > {height} + 100"));
    assert!((top() - top_before).abs() <= 1.0, "{} was {top_before}", top());
    assert!((scrolled() - scrolled_before).abs() <= 1.0, "{} was {scrolled_before}", scrolled());
    screen.waits_for_part("#note", "(verderop op deze pagina)");

    // Whoever wants to see it is brought there.
    screen.click("#note a");
    screen.page.wait_for("(() => { const box = document.querySelector(location.hash).getBoundingClientRect(); return box.top >= -1 && box.top < innerHeight; })()");
    assert!(scrolled() > scrolled_before, "the link led nowhere");
    screen.is_the_same_page();
}

#[test]
fn a_theme_that_changes_is_shown_without_loading_the_page_anew() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let style = of_repository("themes/standaard/static/stijl.css");
    let coloured = |colour: &str| {
        assert!(style.contains("--inkt: #1a262e;"));
        style.replacen("--inkt: #1a262e;", &format!("--inkt: {colour};"), 1)
    };
    assert_eq!(screen.text("getComputedStyle(document.body).color"), "rgb(26, 38, 46)");
    // The first file of a theme makes its folder.
    screen.project.write("themes/standaard/static/stijl.css", coloured("#123456"));
    screen.page.wait_for("getComputedStyle(document.body).color === 'rgb(18, 52, 86)'");
    screen.project.write("themes/standaard/static/stijl.css", coloured("#654321"));
    screen.page.wait_for("getComputedStyle(document.body).color === 'rgb(101, 67, 33)'");
    screen.page.wait_for("document.querySelectorAll('link[rel=stylesheet]').length === 2");

    let footer = of_repository("themes/standaard/templates/delen/voet.html");
    let changed = footer.replacen("{{ site.naam }}", "Gemaakt door de redactie van {{ site.naam }}", 1);
    screen.project.write("themes/standaard/templates/delen/voet.html", &changed);
    screen
        .page
        .wait_for("document.querySelector('footer').innerText.includes('Gemaakt door de redactie van')");
    assert_eq!(screen.text("getComputedStyle(document.body).color"), "rgb(101, 67, 33)");

    screen.project.write("themes/standaard/templates/delen/voet.html", changed.replacen("{{", "{{ (", 1));
    screen.waits_for_part("#errors", "delen/voet.html");
    assert!(
        screen.holds("document.querySelector('footer').innerText.includes('Gemaakt door de redactie van')")
    );
    screen.project.write("themes/standaard/templates/delen/voet.html", &footer);
    screen.waits_until_gone("#errors");
    screen
        .page
        .wait_for("!document.querySelector('footer').innerText.includes('Gemaakt door de redactie van')");

    fs::remove_dir_all(screen.project.path("themes")).expect("a folder");
    screen.page.wait_for("getComputedStyle(document.body).color === 'rgb(26, 38, 46)'");
    screen.is_the_same_page();
}

#[test]
fn a_house_style_that_changes_is_shown_without_loading_the_page_anew() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let site = screen.project.read("content/site.yaml");
    let brand = "getComputedStyle(document.documentElement).getPropertyValue('--merk').trim()";
    let before = screen.text(brand);
    screen
        .project
        .write("content/site.yaml", format!("{site}huisstijl:\n  kleuren: {{merk: \"#7a1f5c\"}}\n"));
    screen.page.wait_for(&format!("{brand} === '#7a1f5c'"));
    screen.project.write("content/site.yaml", site);
    screen.page.wait_for(&format!("{brand} === {}", json!(before)));
    screen.is_the_same_page();
}

#[test]
fn a_page_comes_back_by_itself_when_the_program_is_started_again() {
    let Some(mut screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let served = screen.served.take().expect("a server");
    let port = served.port();
    assert_eq!(screen.text("seen('#connection')"), "");
    drop(served);
    screen.waits_for_part("#connection", "Geen verbinding met het programma.");
    assert!(screen.holds("text().includes('De Brug bouwt in Noord.')"));
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.edit(DOCUMENT, "datums:", "publicatie:\n  datum: 2026-11-22\ndatums:");
    screen.served = Some(Server::with(&screen.project, &["--port", &port.to_string()]));
    assert_eq!(screen.served.as_ref().map(Server::port), Some(port));
    screen.waits_for("De Brug bouwt in Zuid.");
    screen.waits_until_gone("#connection");
    screen.waits_for_part("#deadline", "Gepubliceerd op 22 november 2026.");

    // And it follows again.
    screen.edit(THEME, "De Brug bouwt in Zuid.", "De Brug bouwt in Oost.");
    screen.waits_for("De Brug bouwt in Oost.");
    assert!(screen.holds("window.loadedOnce"), "the page was loaded anew");
}

#[test]
fn a_change_on_another_page_is_told_with_a_link_that_leads_there() {
    let Some(screen) = Screen::of(Project::minimal(), "index.html") else { return };
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.waits_for_part("#note", "Gewijzigd: B1 Nieuwbouw in Noord");
    assert_eq!(screen.text("location.pathname"), "/index.html");
    screen.is_the_same_page();
    screen.click("#note a");
    screen.page.wait_for(&format!("location.pathname === '/{THEME_PAGE}' && location.hash === '#B1'"));
    screen.waits_for("De Brug bouwt in Zuid.");
    screen.page.wait_for(
        "host()?.revision && document.getElementById('B1').getBoundingClientRect().top < innerHeight",
    );
    assert_eq!(screen.text("seen('#note')"), "");
}

#[test]
fn a_page_whose_source_is_removed_says_so_and_comes_back_with_it() {
    let Some(screen) = Screen::of(Project::with_page("Wie wij zijn."), "over.html") else { return };
    let source = screen.project.read("content/over.md");
    fs::remove_file(screen.project.path("content/over.md")).expect("a file");
    screen.waits_for_part("#note", "Deze pagina is er niet meer.");
    screen.page.wait_for("part('#gone').checkVisibility()");
    assert!(screen.holds("text().includes('Wie wij zijn.')"), "nothing is left to read");
    screen.project.write("content/over.md", source.replace("Wie wij zijn.", "Wie wij waren."));
    screen.waits_for("Wie wij waren.");
    screen.page.wait_for("!part('#gone').checkVisibility()");
    screen.waits_until_gone("#note");
    assert!(screen.holds("window.loadedOnce"), "the page was loaded anew");
}

#[test]
fn a_page_that_is_not_there_yet_appears_when_it_is_written() {
    let Some(screen) = Screen::of(Project::minimal(), "over.html") else { return };
    let before = screen.text("text()");
    assert!(!before.contains("Wie wij zijn"), "{before}");
    screen.project.write("content/over.md", "---\ntitel: Over ons\n---\n\nWie wij zijn.\n");
    screen.waits_for("Wie wij zijn.");
    screen.page.wait_for("document.title.startsWith('Over ons') && getComputedStyle(document.body).color === 'rgb(26, 38, 46)'");
    assert!(screen.holds("!part('#gone').checkVisibility()"));
    assert!(screen.holds("window.loadedOnce"), "the page was loaded anew");
}

#[test]
fn every_window_follows() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    let other = screen.browser.open(&screen.text("location.href"));
    let has_bar = "document.querySelector('afspraken-voorbeeld').revision";
    other.wait_for(has_bar);
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.waits_for("De Brug bouwt in Zuid.");
    other.wait_for("document.querySelector('main').innerText.includes('De Brug bouwt in Zuid.')");
}

#[test]
fn what_changed_lights_up_for_who_does_not_mind_that_things_move() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.page.eval::<Value>(
        "(() => {
          window.lit = [];
          new MutationObserver((records) => {
            for (const mark of records.flatMap((record) => [...record.addedNodes])) {
              const box = mark.getBoundingClientRect();
              const under = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              lit.push(under.find((element) => element.closest('main'))?.closest('p')?.innerText ?? '');
            }
          }).observe(part('#flashes'), { childList: true });
          document.getElementById('B1').scrollIntoView({ behavior: 'instant' });
        })()",
    );
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.page.wait_for("lit.length");
    assert_eq!(screen.page.eval::<Vec<String>>("lit"), ["De Brug bouwt in Zuid. Zie ook B1."]);
    screen.page.wait_for("!parts('.flash').length");

    let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    screen.page.call("Emulation.setEmulatedMedia", still);
    let known: u64 = screen.page.eval("host().revision");
    screen.edit(THEME, "De Brug bouwt in Zuid.", "De Brug bouwt in Oost.");
    screen.waits_for("De Brug bouwt in Oost.");
    screen.page.wait_for(&format!("host().revision > {known}"));
    assert_eq!(screen.page.eval::<u32>("lit.length"), 1);
}

#[test]
fn no_page_of_the_preview_breaks_its_own_rules() {
    let project = Project::with_page("Wie wij zijn.")
        .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n");
    project.build_ok(&["--only", "site"]);
    let pages: Vec<String> =
        project.tree("output").into_keys().filter(|path| path.ends_with(".html")).collect();
    assert!(pages.len() >= 7, "{pages:?}");
    let Some(screen) = Screen::of(project, "index.html") else { return };
    for path in pages {
        screen.go(&path);
        if screen.holds("part('#pdf-button').checkVisibility()") {
            if !screen.holds("part('#pdf').checkVisibility()") {
                screen.click("#pdf-button");
            }
            screen.page.wait_for("parts('#pages img').some((picture) => picture.naturalWidth)");
        }
        // That a page is not there is said by its status, of which the browser complains.
        let problems: Vec<String> =
            screen.page.problems().into_iter().filter(|problem| !problem.ends_with("/404.html")).collect();
        assert_eq!(problems, [""; 0], "{path}");
    }
}

#[test]
fn nothing_of_the_preview_is_printed() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.click("#pdf-button");
    screen.edit(THEME, "  de-brug: bouwt", "  de-burg: bouwt");
    screen.waits_for_part("#errors", "de-burg");
    let room = "JSON.stringify([getComputedStyle(document.documentElement).paddingRight, getComputedStyle(document.body).paddingBottom])";
    assert_ne!(screen.text(room), r#"["0px","0px"]"#, "the test itself: no room is taken on the screen");
    assert!(screen.holds("host().checkVisibility()"));
    screen.page.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(screen.text("getComputedStyle(host()).display"), "none");
    assert_eq!(screen.text(room), r#"["0px","0px"]"#);
}

#[test]
fn edits_in_quick_succession_end_with_the_last() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    screen.page.eval::<Value>(
        "(() => {
          window.shown = [];
          new MutationObserver(() => {
            const number = Number(/is versie (\\d+) van/.exec(document.querySelector('main').textContent)?.[1] ?? 0);
            if (shown.at(-1) !== number) shown.push(number);
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        })()",
    );
    let source = screen.project.read(THEME);
    for version in 1..=30 {
        let text = format!("Dit is versie {version} van de tekst.");
        screen.project.write(THEME, source.replace("De Brug bouwt in Noord.", &text));
    }
    screen.waits_for("Dit is versie 30 van de tekst.");
    screen.settles();
    let shown: Vec<u32> = screen.page.eval("shown");
    assert!(shown.is_sorted() && shown.last() == Some(&30), "{shown:?}");
    screen.is_the_same_page();
}

#[test]
fn an_edit_during_the_fetching_of_a_page_is_not_lost() {
    let Some(screen) = Screen::of(Project::minimal(), THEME_PAGE) else { return };
    for (held, from, first, second) in [
        (THEME_PAGE, "in Noord.", "in Zuid.", "in Oost."),
        ("/_afspraken/state", "in Oost.", "in West.", "in Midden."),
    ] {
        screen.page.eval::<Value>(&format!("hold({})", json!(held)));
        serve::change(&screen.project, THEME, from, first);
        screen.page.wait_for("holding.held");
        let known: u64 = screen.page.eval("heard.at(-1)");
        serve::change(&screen.project, THEME, first, second);
        // The page is told while it still waits for an answer, which is old by now.
        screen.page.wait_for(&format!("heard.at(-1) > {known}"));
        screen.page.eval::<Value>("release()");
        screen.waits_for(&format!("De Brug bouwt {second}"));
    }
    screen.is_the_same_page();
}

#[test]
fn a_picture_with_new_bytes_is_shown_anew() {
    let project =
        Project::with_prose("![Een plattegrond](media/plattegrond.png)\n\n![Een schema](media/schema.png)")
            .with("content/zandstad-2027/media/plattegrond.png", png(120, 60))
            .with("content/zandstad-2027/media/schema.png", png(90, 60));
    let Some(screen) = Screen::of(project, THEME_PAGE) else { return };
    let width = |name: &str, width: u32| {
        format!(
            "(() => {{ const picture = document.querySelector('main img[src*={name}]'); return picture.complete && picture.naturalWidth === {width}; }})()"
        )
    };
    screen.page.wait_for(&width("plattegrond", 120));
    screen.page.wait_for(&width("schema", 90));
    screen.page.eval::<Value>("void (window.other = document.querySelector('main img[src*=schema]').src)");
    screen.project.write("content/zandstad-2027/media/plattegrond.png", png(200, 60));
    screen.page.wait_for(&width("plattegrond", 200));
    // Once more, and after an edit of the text around it, which must not bring an older one back.
    screen.project.write("content/zandstad-2027/media/plattegrond.png", png(160, 60));
    screen.page.wait_for(&width("plattegrond", 160));
    screen.edit(THEME, "De Brug bouwt in Noord.", "De Brug bouwt in Zuid.");
    screen.waits_for("De Brug bouwt in Zuid.");
    screen.settles();
    assert!(screen.holds(&width("plattegrond", 160)));
    assert!(
        screen.holds("document.querySelector('main img[src*=schema]').src === other"),
        "the other was fetched again"
    );
    screen.is_the_same_page();
}
