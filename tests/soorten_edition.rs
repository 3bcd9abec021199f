//! Areas, levels, ends and the route for newcomers while the sources change: an
//! edition that follows is the one that is read afresh.

mod support;

#[path = "support/followed.rs"]
mod followed;

use followed::Followed;
use support::{Project, SITE};

const SITE_FILE: &str = "content/site.yaml";
const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";

fn followed() -> Followed {
    let areas = "gebieden:\n  - {id: noord, naam: Noord, soort: wijk, toelichting: Boven.}\n";
    let project = Project::minimal()
        .with(SITE_FILE, format!("{SITE}{areas}"))
        .with("content/over.md", "---\ntitel: Over\n---\n\nTekst.\n");
    let project = project.replacing(THEME, "soort: transactie\n", "soort: transactie\ngebieden: noord\n");
    let text = project.read(THEME);
    let more = "\n## Straat {#B2}\n\n```afspraak\nsoort: proces\nonder: B1\n```\n";
    Followed::new(project.with(THEME, text + more))
}

#[test]
fn what_is_said_of_an_area_reaches_every_page_that_shows_it() {
    let mut followed = followed();
    followed.replace(SITE_FILE, "naam: Noord", "naam: Zandstad-Noord");
    followed.replace(SITE_FILE, "toelichting: Boven.", "toelichting: Boven het kanaal.");
    followed.replace(SITE_FILE, "soort: wijk", "soort: kern");
    followed.assert_errors(false);
    followed.replace(SITE_FILE, "id: noord", "id: zuid");
    followed.assert_errors(true);
    followed.replace(SITE_FILE, "id: zuid", "id: noord");
    followed.replace(THEME, "gebieden: noord\n", "");
    followed.assert_errors(false);
}

#[test]
fn an_unused_area_is_told_of_again_when_what_could_not_be_read_is_mended_or_gone() {
    let mut followed = followed();
    followed.replace(THEME, "gebieden: noord\n", "");
    let other = "---\nsoort: jaarafspraken\ntitel: Aalst\ngemeente: Aalst\npartijen: [de-brug]\nlooptijd: 2027\nstatus: concept\n---\n";
    followed.write("content/aalst-2027/overeenkomst.md", other.replace("looptijd: 2027", "looptijd: straks"));
    followed.assert_errors(true);
    followed.write("content/aalst-2027/overeenkomst.md", other);
    followed.assert_errors(false);
    followed.write("content/aalst-2027/overeenkomst.md", other.replace("looptijd: 2027", "looptijd: straks"));
    followed.remove("content/aalst-2027/overeenkomst.md");
    followed.assert_errors(false);
}

#[test]
fn agreements_that_move_to_the_work_agenda_or_the_archive_take_their_links_along() {
    let mut followed = followed();
    followed.replace(THEME, "soort: transactie\n", "soort: transactie\ngoing_concern: true\n");
    followed.replace(THEME, "going_concern: true", "beeindigd: {per: 2027-07-01, reden: afgerond}");
    followed.replace(THEME, "onder: B1", "onder: B9");
    followed.assert_errors(true);
    followed.replace(THEME, "onder: B9", "niveau: activiteit");
    followed.assert_errors(false);
}

#[test]
fn pages_that_are_marked_for_newcomers_come_and_go_on_the_route() {
    let mut followed = followed();
    followed.replace(THEME, "titel: Bouwen\n", "titel: Bouwen\nbegin_hier: true\n");
    followed.replace("content/over.md", "titel: Over\n", "titel: Over ons\nbegin_hier: true\n");
    followed.replace(DOCUMENT, "looptijd: 2027\n", "looptijd: 2027\nbegin_hier: true\n");
    followed.replace("content/over.md", "begin_hier: true\n", "");
    followed.replace(THEME, "titel: Bouwen\n", "titel: Nieuw bouwen\n");
    followed.assert_errors(false);
}
