//! A preview in a real browser, beside sources that change.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::fs;
use std::io::Cursor;
use std::panic::Location;

use serde_json::{Value, json};

use crate::browser::{Browser, Page};
use crate::serve::Server;
use crate::support::{self, Project, repository};

pub const THEME: &str = "content/zandstad-2027/bouwopgave.md";
pub const THEME_PAGE: &str = "zandstad-2027/bouwopgave.html";
pub const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";

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
pub struct Screen {
    pub page: Page,
    pub served: Option<Server>,
    pub project: Project,
    pub browser: Browser,
}

impl Screen {
    /// Opens a page of the preview of a project and waits until it is connected; nothing without a browser.
    #[track_caller]
    pub fn of(project: Project, path: &str) -> Option<Self> {
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
    pub fn go(&self, path: &str) {
        let host = &self.served.as_ref().expect("a server").host;
        self.page.navigate(&format!("http://{host}/{path}"));
        self.page.wait_for("host()?.revision && seen('#deadline')");
        self.page.eval::<Value>("void (window.loadedOnce = true)");
    }

    /// Changes a file as an editor saves it.
    #[track_caller]
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.project.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.project.write(path, text.replacen(from, to, 1));
    }

    /// Waits until the page itself shows these words.
    #[track_caller]
    pub fn waits_for(&self, words: &str) {
        self.page.wait_for(&format!("text().includes({})", json!(words)));
    }

    /// Waits until a part of the preview visibly says these words.
    #[track_caller]
    pub fn waits_for_part(&self, selector: &str, words: &str) {
        self.page.wait_for(&format!("seen({}).includes({})", json!(selector), json!(words)));
    }

    #[track_caller]
    pub fn waits_until_gone(&self, selector: &str) {
        self.page.wait_for(&format!("!seen({})", json!(selector)));
    }

    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.page.eval::<Value>(&format!("void part({}).click()", json!(selector)));
    }

    #[track_caller]
    pub fn holds(&self, condition: &str) -> bool {
        self.page.eval(&format!("Boolean({condition})"))
    }

    #[track_caller]
    pub fn text(&self, js: &str) -> String {
        self.page.eval(js)
    }

    /// Fails when the page was loaded anew since it was opened, or when anything went wrong on it.
    #[track_caller]
    pub fn is_the_same_page(&self) {
        assert!(self.holds("window.loadedOnce"), "the page was loaded anew");
        assert_eq!(self.page.problems(), [""; 0]);
    }

    /// Waits until the browser has drawn, and everything that a change moves has moved.
    #[track_caller]
    pub fn settles(&self) {
        self.page.eval::<Value>("frames(3).then(() => null)");
    }
}

/// A document with one theme of so many agreements that its PDF has many pages.
pub fn long_project(agreements: usize) -> Project {
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

pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

pub fn of_repository(path: &str) -> String {
    fs::read_to_string(repository().join(path)).expect("a file of the repository")
}
