//! The preview shows the site that a build makes, and says where.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::net::TcpListener;

use serve::Server;
use support::{Project, THEME, TODAY};

/// The line that a served page has more than a built one, in front of the end of its body.
fn without_script(path: &str, page: &str) -> String {
    let start = page.find("<script type=\"module\" src=\"/_afspraken/voorbeeld.js\"");
    let start = start.unwrap_or_else(|| panic!("{path} has no script"));
    let end = start + page[start..].find("</script>\n").expect("an end") + "</script>\n".len();
    let script = &page[start..end];
    assert!(page[end..].starts_with("</body>"), "{path}: the script stands last in the body");
    assert!(script.contains(" data-revision=\"1\""), "{path}: {script}");
    [&page[..start], &page[end..]].concat()
}

/// Fails unless every built file is served as it is, apart from the script of pages.
fn assert_serves_what_is_built(project: &Project, is_asked: impl Fn(&str) -> bool) {
    project.build_ok(&[]);
    let server = Server::of(project);
    let mut count = 0;
    for (path, built) in project.tree("output") {
        if path.starts_with('.') || !is_asked(&path) {
            continue;
        }
        count += 1;
        assert!(!String::from_utf8_lossy(&built).contains("/_afspraken/"), "{path} names the preview");
        let answer = server.get(&format!("/{}", path.replace(' ', "%20")));
        assert_eq!(answer.status, if path == "404.html" { 404 } else { 200 }, "{path}");
        if path.ends_with(".html") {
            let page = answer.text();
            let built = String::from_utf8(built).expect("text");
            assert!(page.contains(&format!(" data-page=\"{path}\"")), "{path} tells another name");
            assert!(without_script(&path, &page) == built, "{path} is not the page that is built");
            assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
        } else {
            assert!(answer.body == built, "{path} is not the file that is built");
        }
    }
    assert!(count > 8, "{count} files");
}

#[test]
fn it_says_in_one_line_where_it_is() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let address = format!("http://127.0.0.1:{}/", server.port());
    assert_eq!(server.greeting, format!("Het voorbeeld staat op {address} (stoppen met Ctrl-C)."));
    assert_eq!(server.get("/").status, 200);
    drop(server);
    let project = project.replacing("content/zandstad-2027/bouwopgave.md", "gemeente:", "gemeent:");
    assert!(Server::of(&project).greeting.ends_with(" Er is 1 fout; in de browser staat welke."));
    let project = project.replacing("content/zandstad-2027/bouwopgave.md", "de-brug:", "de-burg:");
    assert!(Server::of(&project).greeting.ends_with(" Er zijn 2 fouten; in de browser staat welke."));
}

#[test]
fn a_port_that_is_taken_moves_it_to_the_next() {
    let taken = (20_000..30_000).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
    let taken = taken.expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let project = Project::minimal();
    let server = Server::with(&project, &["--port", &port.to_string()]);
    assert!((port + 1..=port + 20).contains(&server.port()), "{}", server.greeting);
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn its_help_is_dutch() {
    let output = Project::empty().command().args(["serve", "--help"]).output().expect("the program runs");
    assert!(output.status.success());
    let help = String::from_utf8_lossy(&output.stdout);
    assert!(help.contains("Gebruik: afspraken serve [OPTIES]"), "{help}");
    for option in ["--content", "--port", "--open", "--poll", "--address", "--editor", "--base-url", "--date"]
    {
        assert!(help.contains(option), "{option} is not in {help}");
    }
    for english in ["Usage", "Options", "default", "Print"] {
        assert!(!help.contains(english), "{english} in {help}");
    }
    let help = Project::empty().command().arg("--help").output().expect("the program runs");
    assert!(String::from_utf8_lossy(&help.stdout).contains("serve"));
}

#[test]
fn it_does_not_start_without_sources_or_with_arguments_that_mean_nothing() {
    for (arguments, said) in [
        (&[][..], "De map `content` is er niet."),
        (&["--content", "elders"], "De map `elders` is er niet."),
        (&["--port", "poort"], "--port"),
        (&["--address", "mijn-pc"], "schrijf een IP-adres"),
        (&["--editor", "kladblok"], "noem een editor"),
        (&["--editor", "javascript:alert({file})"], "noem een editor"),
        (&["--date", "morgen"], "--date"),
    ] {
        let output = Project::empty().command().arg("serve").args(arguments).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(words.starts_with("fout: ") && words.contains(said), "{arguments:?}: {words}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_without_complaint_also_while_a_browser_listens() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let mut events = server.events();
    events.next();
    server.interrupt();
    let (status, words) = server.ended();
    assert_eq!(status.code(), Some(0));
    assert_eq!(words, [""; 0]);
}

#[test]
fn all_of_the_smallest_site_is_served_as_it_is_built() {
    let project = Project::with_page("[Een bijlage](zandstad-2027/Plan%20%c3%a9%c3%a9n.csv)")
        .with("content/zandstad-2027/Plan één.csv", "a;b\n")
        .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n");
    assert_serves_what_is_built(&project, |path| path != "zandstad-2027/Plan één.csv");
    let server = Server::of(&project);
    for path in ["/zandstad-2027/Plan%20%C3%A9%C3%A9n.csv", "/zandstad-2027/Plan%20%c3%a9%c3%a9n.csv"] {
        assert_eq!(server.text(path), "a;b\n");
    }
}

#[test]
fn all_of_the_example_is_served_as_it_is_built() {
    assert_serves_what_is_built(&Project::example(), |path| !path.ends_with(".pdf"));
}

#[test]
fn a_document_in_a_folder_of_any_name_is_served_as_it_is_built() {
    for folder in ["static", "Zandstad 2027", "_afspraken", "media", "tekenexemplaren"] {
        let project = Project::empty()
            .with("content/site.yaml", support::SITE)
            .with(&format!("content/{folder}/overeenkomst.md"), support::DOCUMENT)
            .with(&format!("content/{folder}/bouwopgave.md"), THEME);
        if project.build(&["--only", "site"]).status.success() {
            assert_serves_what_is_built(&project, |path| !path.ends_with(".pdf"));
        }
    }
}

#[test]
fn the_folder_of_a_document_leads_to_its_page() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let home = server.text("/");
    assert!(home == server.text("/index.html") && home.contains("data-page=\"index.html\""));
    let document = server.text("/zandstad-2027/");
    assert!(document.contains("data-page=\"zandstad-2027/index.html\""));
    let redirect = server.get("/zandstad-2027");
    assert_eq!((redirect.status, redirect.header("location")), (307, Some("./zandstad-2027/")));
    for path in ["/zandstad", "/static", "/zandstad-2027/bouwopgave", "/zandstad-2027/bouwopgave.html/"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn what_is_not_there_is_answered_with_the_page_of_the_site_for_that() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let answer = Server::of(&project).get("/weg/ergens.html");
    assert_eq!(answer.status, 404);
    assert!(without_script("404.html", &answer.text()) == project.read("output/404.html"));
}

#[test]
fn only_the_heads_of_answers_can_be_asked_for_and_nothing_can_be_sent() {
    let project = Project::minimal();
    let server = Server::of(&project);
    for path in ["/", "/static/stijl.css", "/zandstad-2027/vingerafdruk.txt", "/weg"] {
        let (head, full) = (server.ask("HEAD", path, &[]), server.get(path));
        assert_eq!((head.status, head.body.len()), (full.status, 0), "{path}");
        assert_eq!(head.header("content-type"), full.header("content-type"), "{path}");
        assert_eq!(head.header("content-length"), Some(full.body.len().to_string().as_str()), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        for path in ["/", "/_afspraken/state", "/_afspraken/events", "/weg"] {
            let answer = server.ask(method, path, &[("Content-Length", "0")]);
            assert_eq!(answer.status, 405, "{method} {path}");
        }
    }
}

#[test]
fn files_that_a_browser_has_are_not_sent_again() {
    let project = Project::minimal();
    let server = Server::of(&project);
    for path in ["/static/stijl.css", "/static/huisstijl.css", "/_afspraken/voorbeeld.js"] {
        let first = server.get(path);
        let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no tag"));
        assert_eq!(first.header("cache-control"), Some("no-cache"), "{path} has to be asked for again");
        let again = server.ask("GET", path, &[("If-None-Match", tag)]);
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, Some(tag)), "{path}");
        assert_eq!(server.ask("GET", path, &[("If-None-Match", "\"ander\"")]).body, first.body);
    }
    assert_eq!(server.get("/").header("cache-control"), Some("no-store"));
}

#[test]
fn the_site_is_shown_as_on_the_day_and_at_the_address_that_are_named() {
    let project = Project::minimal();
    let address = "https://www.voorbeeld.example/afspraken/";
    for date in [TODAY, "2029-06-01"] {
        let output = project
            .command()
            .args(["build", "--date", date, "--base-url", address])
            .output()
            .expect("the program runs");
        assert!(output.status.success());
        let server = Server::with(&project, &["--base-url", address, "--date", date]);
        let page = server.text("/");
        assert!(page.contains(address));
        assert!(without_script("index.html", &page) == project.read("output/index.html"), "{date}");
    }
}

/// The script of the preview, file by file.
fn client_script() -> String {
    let folder = std::fs::read_dir("src/serve/client").expect("a folder");
    let files = folder.map(|entry| entry.expect("a file").path());
    let scripts = files.filter(|path| path.extension().is_some_and(|ending| ending == "js"));
    scripts.map(|path| std::fs::read_to_string(path).expect("a script")).collect()
}

/// What the server says that the script says.
fn words(server: &Server) -> std::collections::BTreeMap<String, String> {
    let answer = server.get("/_afspraken/woorden.js").text();
    let words = answer.strip_prefix("export const WORDS = ").and_then(|rest| rest.strip_suffix(";\n"));
    serde_json::from_str(words.expect("an export of words")).expect("words by key")
}

#[test]
fn all_that_the_script_says_stands_among_the_labels_and_nothing_else_does() {
    let project = Project::minimal();
    let words = words(&Server::of(&project));
    let script = client_script();
    let quoted: std::collections::BTreeSet<&str> = script.split('\'').collect();
    for key in words.keys() {
        assert!(quoted.contains(key.as_str()), "nobody says {key}");
    }
    let asked = script.split("word('").skip(1).filter_map(|rest| rest.split_once('\'')).map(|(key, _)| key);
    let asked: Vec<&str> = asked.collect();
    assert!(asked.len() > 30, "{asked:?}");
    for key in asked {
        assert!(words.contains_key(key), "there is no word for {key}");
    }
    // What a text leaves open is given where it is said.
    for (key, text) in &words {
        let Some(call) = script.split(&format!("word('{key}', {{")).nth(1) else { continue };
        let given = call.split_once("})").expect("an end").0;
        for name in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
            assert!(given.contains(name), "{key} is said without {name}: {given}");
        }
    }
}

#[test]
fn a_theme_says_in_the_preview_what_its_own_labels_say() {
    let project = Project::minimal();
    project.write(
        "themes/standaard/labels/nl.ftl",
        "voorbeeld-fouten = { $aantal } dingen mis\nvoorbeeld-tip = { $weg }\n",
    );
    let words = words(&Server::of(&project));
    assert_eq!(words["fouten"], "{aantal} dingen mis");
    assert_eq!(words["fout"], "{aantal} fout");
    // One that cannot be filled in is said as the standard theme has it.
    assert_eq!(words["tip"], "Tip:");
    // Also when the sources were never right.
    let wrong = Project::minimal().replacing("content/zandstad-2027/bouwopgave.md", "gemeente:", "gemeent:");
    assert_eq!(self::words(&Server::of(&wrong))["fouten"], "{aantal} fouten");
}
