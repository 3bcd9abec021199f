//! What an editor sees: the live preview in a real browser, beside sources that change.
//!
//! The server's answers have tests of their own; here is what becomes of them on the screen.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/serve.rs"]
mod serve;

use std::fs;
use std::io::Cursor;
use std::panic::Location;

use browser::{Browser, Page};
use serde_json::{Value, json};
use serve::Server;
use support::{Project, repository};

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const THEME_PAGE: &str = "zandstad-2027/bouwopgave.html";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";

/// What the tests ask of a page, ready before any script of the page runs.
///
/// `part` is an element of the preview itself, `seen` the text of one in so far as it is visible. `hold` keeps the
/// answers to fetches of an address with these words from the page, after they came, until `release`. `heard` are the
/// revisions that the page was told of.
const TOOLS: &str = "
    const host = () => document.querySelector('afspraken-voorbeeld');
    const part = (selector) => host()?.shadowRoot.querySelector(selector) ?? null;
    const parts = (selector) => [...(host()?.shadowRoot.querySelectorAll(selector) ?? [])];
    const flat = (text) => text.replace(/\\s+/g, ' ').trim();
    const seen = (selector) => (part(selector)?.checkVisibility() ? flat(part(selector).innerText) : '');
    const text = () => flat(document.querySelector('main').innerText);
    const frames = (count) => new Promise((resolve) => {
      const frame = (left) => (left ? requestAnimationFrame(() => frame(left - 1)) : resolve());
      frame(count);
    });
    const heard = [];
    window.EventSource = class extends window.EventSource {
      constructor(address) {
        super(address);
        this.addEventListener('revision', ({ data }) => heard.push(JSON.parse(data).revision));
      }
    };
    const holding = { words: null, held: 0, released: null, release: null };
    const hold = (words) => {
      Object.assign(holding, { words, held: 0 });
      holding.released = new Promise((resolve) => { holding.release = resolve; });
    };
    const release = () => { holding.words = null; holding.release(); };
    const fetchNow = window.fetch;
    window.fetch = async (address, ...options) => {
      const answer = await fetchNow(address, ...options);
      if (holding.words && String(address).includes(holding.words)) {
        holding.held += 1;
        await holding.released;
      }
      return answer;
    };
";

/// A project, its preview, and a browser that shows a page of it.
struct Screen {
    page: Page,
    served: Option<Server>,
    project: Project,
    browser: Browser,
}

impl Screen {
    /// Opens a page of the preview of a project and waits until it is connected; nothing without a browser.
    #[track_caller]
    fn of(project: Project, path: &str) -> Option<Self> {
        let browser = Browser::launch_or_skip(&Location::caller().to_string())?;
        let served = Server::of(&project);
        let page = browser.open("about:blank");
        page.call("Page.addScriptToEvaluateOnNewDocument", json!({"source": TOOLS}));
        page.set_viewport(1280, 800);
        let screen = Self { page, served: Some(served), project, browser };
        screen.go(path);
        Some(screen)
    }

    /// Goes to a page of the site, as one who types its address. From then on `loadedOnce` is there, for as long as
    /// the page is not loaded anew.
    #[track_caller]
    fn go(&self, path: &str) {
        let host = &self.served.as_ref().expect("a server").host;
        self.page.navigate(&format!("http://{host}/{path}"));
        self.page.wait_for("host()?.revision && seen('#deadline')");
        self.page.eval::<Value>("void (window.loadedOnce = true)");
    }

    /// Changes a file as an editor saves it.
    #[track_caller]
    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.project.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.project.write(path, text.replacen(from, to, 1));
    }

    /// Waits until the page itself shows these words.
    #[track_caller]
    fn waits_for(&self, words: &str) {
        self.page.wait_for(&format!("text().includes({})", json!(words)));
    }

    /// Waits until a part of the preview visibly says these words.
    #[track_caller]
    fn waits_for_part(&self, selector: &str, words: &str) {
        self.page.wait_for(&format!("seen({}).includes({})", json!(selector), json!(words)));
    }

    #[track_caller]
    fn waits_until_gone(&self, selector: &str) {
        self.page.wait_for(&format!("!seen({})", json!(selector)));
    }

    #[track_caller]
    fn click(&self, selector: &str) {
        self.page.eval::<Value>(&format!("void part({}).click()", json!(selector)));
    }

    #[track_caller]
    fn holds(&self, condition: &str) -> bool {
        self.page.eval(&format!("Boolean({condition})"))
    }

    #[track_caller]
    fn text(&self, js: &str) -> String {
        self.page.eval(js)
    }

    /// Fails when the page was loaded anew since it was opened, or when anything went wrong on it.
    #[track_caller]
    fn is_the_same_page(&self) {
        assert!(self.holds("window.loadedOnce"), "the page was loaded anew");
        assert_eq!(self.page.problems(), [""; 0]);
    }

    /// Waits until the browser has drawn, and everything that a change moves has moved.
    #[track_caller]
    fn settles(&self) {
        self.page.eval::<Value>("frames(3).then(() => null)");
    }
}

/// A document with one theme of so many agreements that its PDF has many pages.
fn long_project(agreements: usize) -> Project {
    let mut theme = support::THEME.to_owned();
    for number in 2..=agreements {
        theme +=
            &format!("\n## Nieuwbouw {number} {{#B{number}}}\n\n```afspraak\nsoort: beschrijvend\n```\n\n");
        for paragraph in 1..=6 {
            theme += &format!(
                "In paragraaf {paragraph} van {number} staat wat de partijen vinden van het bouwen in de stad. {}\n\n",
                "De woningen komen op plekken waar nu niets staat. ".repeat(6)
            );
        }
    }
    Project::minimal().with(THEME, theme)
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn of_repository(path: &str) -> String {
    fs::read_to_string(repository().join(path)).expect("a file of the repository")
}

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
