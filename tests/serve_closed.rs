//! The preview is for who sits at this computer: no other site can ask it anything, and it gives nothing but the site.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::net::{IpAddr, TcpStream, UdpSocket};
use std::time::Duration;

use serve::Server;
use support::Project;

/// Words that stand in files that nobody may read, or that are not served.
const SECRET: &str = "wachtwoord123";

/// A project with secrets wherever the server might look for files.
fn project() -> Project {
    Project::minimal()
        .with("Cargo.toml", SECRET)
        .with("geheim.html", SECRET)
        .with("content/ongebruikt.png", SECRET)
        .with("content/zandstad-2027/ongebruikt.csv", SECRET)
        .with("content/.verborgen.md", SECRET)
        .with("themes/standaard/labels/geheim.txt", SECRET)
        .with("output/index.html", SECRET)
}

#[test]
fn only_who_uses_its_own_address_is_answered() {
    let project = project();
    let server = Server::of(&project);
    let port = server.port();
    for path in ["/", "/static/stijl.css", "/_afspraken/state?page=index.html", "/_afspraken/events", "/weg"]
    {
        let hosts = [
            format!("evil.example:{port}"),
            format!("127.0.0.1.evil.example:{port}"),
            format!("localhost.evil.example:{port}"),
            format!("192.0.2.1:{port}"),
            format!("[2001:db8::1]:{port}"),
            format!("127.0.0.1:{}", port ^ 1),
            format!("evil.example@127.0.0.1:{}", port ^ 1),
            "127.0.0.1".into(),
            "localhost".into(),
            "evil.example".into(),
            format!(":{port}"),
            String::new(),
        ];
        for host in hosts {
            let answer = server.ask("GET", path, &[("Host", &host)]);
            assert!([400, 421].contains(&answer.status), "{path} for {host:?}: {}", answer.status);
            assert!(!answer.text().contains("Prestatieafspraken"), "{path} for {host:?}");
        }
        for question in ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"] {
            let answer = server.say(question.as_bytes()).expect("an answer");
            assert!([400, 421].contains(&answer.status), "{question:?}: {}", answer.status);
        }
    }
    for host in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "127.1.2.3"] {
        let answer = server.ask("GET", "/", &[("Host", &format!("{host}:{port}"))]);
        assert_eq!(answer.status, 200, "{host}");
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let project = project();
    let server = Server::of(&project);
    let long = "/a".repeat(50_000);
    let secret = project.path("Cargo.toml");
    let absolute = format!("/{}", secret.display());
    let paths = [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "/..%5cCargo.toml",
        "/..\\Cargo.toml",
        "/static/../../Cargo.toml",
        "/static/..%2f..%2fCargo.toml",
        "/zandstad-2027/../../geheim.html",
        "/%2e%2e/geheim.html",
        "/./Cargo.toml",
        "//Cargo.toml",
        "/Cargo.toml",
        "/geheim.html",
        "/output/index.html",
        "//etc/passwd",
        "/etc/passwd",
        "/%2fetc%2fpasswd",
        "/file:///etc/passwd",
        "/C:%5cWindows%5cwin.ini",
        "/index.html%00",
        "/%00",
        "/static/stijl.css%00.html",
        "/%ff%fe",
        "/%",
        "/%zz",
        "/_afspraken/../Cargo.toml",
        "/_afspraken/..%2f..%2fCargo.toml",
        "/_afspraken/%2e%2e%2fmod.rs",
        "/_afspraken/client",
        "/_afspraken/",
        "/_afspraken",
        "/_afspraken/pdf/..%2f..%2fCargo.toml",
        "/_afspraken/pdf/.svg",
        "/_afspraken/pdf/%ff.svg",
        "/index.html/..",
        &absolute,
        &long,
    ];
    for path in paths {
        let answer = server.ask("GET", path, &[]);
        let shown: String = path.chars().take(60).collect();
        assert!([400, 404, 414, 431].contains(&answer.status), "{shown}: {}", answer.status);
        assert!(!answer.text().contains(SECRET) && !answer.text().contains("root:"), "{shown}");
    }
    for page in paths {
        let answer = server.get(&format!("/_afspraken/state?page={}", page.replace('%', "%25")));
        assert!(!answer.text().contains(SECRET));
    }
    assert_eq!(server.get("/").status, 200, "it goes on");
}

#[test]
fn questions_that_are_no_http_are_refused_and_harm_nobody() {
    let project = project();
    let server = Server::of(&project);
    let question = |line: &str| format!("{line}\r\nHost: {}\r\nConnection: close\r\n\r\n", server.host);
    for line in ["GET ../Cargo.toml HTTP/1.1", "GET", "\0\0\0\0", "GET /\0 HTTP/1.1", "GET / HTTP/9.9"] {
        let answer = server.say(question(line).as_bytes());
        assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status >= 400), "{line:?}");
    }
    let answer = server.say(question(&format!("GET http://{}/Cargo.toml HTTP/1.1", server.host)).as_bytes());
    assert_eq!(answer.expect("an answer").status, 404);
    for query in ["", "?page", "?page=%ff", "?page=a&page=b", "?page=%00", "?onzin=1"] {
        let answer = server.get(&format!("/_afspraken/state{query}"));
        assert!([200, 400].contains(&answer.status), "{query}: {}", answer.status);
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn neither_sources_nor_pictures_that_are_not_used_are_served() {
    let project = project();
    let server = Server::of(&project);
    for path in [
        "/site.yaml",
        "/content/site.yaml",
        "/zandstad-2027/bouwopgave.md",
        "/zandstad-2027/overeenkomst.md",
        "/ongebruikt.png",
        "/zandstad-2027/ongebruikt.csv",
        "/.verborgen.md",
        "/.afspraken",
        "/labels/nl.ftl",
        "/labels/geheim.txt",
        "/templates/home.html",
        "/static/../templates/home.html",
        "/pdf/publicatie.typ",
        "/fonts/SourceSans3-Regular.otf",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains(SECRET), "{path}");
    }
}

#[test]
fn every_answer_tells_browsers_to_run_and_load_nothing_from_elsewhere() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; \
                  connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    let project = project();
    let server = Server::of(&project);
    for path in [
        "/",
        "/zandstad-2027/bouwopgave.html",
        "/zandstad-2027",
        "/static/stijl.css",
        "/_afspraken/weg",
        "/_afspraken/voorbeeld.js",
        "/_afspraken/voorbeeld.css",
        "/_afspraken/state?page=index.html",
        "/_afspraken/pdf",
        "/_afspraken/pdf?document=weg&copy=weg",
        "/_afspraken/pdf/weg.svg",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.header("content-security-policy"), Some(policy), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
    }
    // This page brings its own style, which is let in by its hash alone.
    let lost = server.get("/weg");
    let lost = lost.header("content-security-policy").expect("a policy");
    let (before, after) = policy.split_once("style-src 'self'").expect("a rule for styles");
    let hash = lost.strip_prefix(before).and_then(|rest| rest.strip_prefix("style-src 'self' 'sha256-"));
    let hash = hash.and_then(|rest| rest.strip_suffix(after)).and_then(|rest| rest.strip_suffix('\''));
    assert!(hash.is_some_and(|hash| hash.len() == 44 && !hash.contains('\'')), "{lost}");
    let refused = server.ask("POST", "/", &[("Content-Length", "0")]);
    assert_eq!(refused.header("content-security-policy"), Some(policy));
    let elsewhere = server.ask("GET", "/", &[("Host", "evil.example")]);
    assert_eq!(elsewhere.header("content-security-policy"), Some(policy));
}

/// A page without what it says of itself as data, which no browser runs.
fn without_data(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<script type=\"application/ld+json\">") else {
        return page.into();
    };
    let (_, after) = rest.split_once("</script>").expect("the end of the data");
    format!("{before}{after}")
}

#[test]
fn names_and_titles_stay_text_in_the_pages_that_are_served() {
    let evil = "\"><script>alert(1)</script>'&x=\"";
    let project = Project::minimal()
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "titel: Bouwen",
            &format!("titel: '{}'", evil.replace('\'', "''")),
        )
        .with("content/a\"><b onload=x>.md", "---\ntitel: Over\n---\n\nTekst.\n");
    let server = Server::of(&project);
    let encoded = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E'%26x=%22";
    for path in [
        "/zandstad-2027/bouwopgave.html",
        "/",
        "/a-b-onload-x.html",
        &format!("/{encoded}"),
        &format!("/map/{encoded}/"),
    ] {
        let page = without_data(&server.get(path).text());
        assert!(page.contains("src=\"/_afspraken/voorbeeld.js\""), "{path}: {page}");
        assert_eq!(page.matches("<script").count(), 1, "{path}: {page}");
        let tag = page.lines().find(|line| line.contains("<script")).expect("a script");
        let start = tag.find("data-page=\"").expect("a name") + "data-page=\"".len();
        let (name, rest) = tag[start..].split_once('"').expect("an end");
        assert!(!name.contains(['<', '>', '&', ' ']), "{path}: {tag}");
        assert!(rest.starts_with(" data-revision=\"1\"></script>"), "{path}: {tag}");
        assert!(!page.contains("<b onload"), "{path}");
    }
}

/// An address of this machine that others can reach, when it has one. Nothing is sent to find it.
fn other_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}

#[test]
fn others_on_the_network_cannot_connect_unless_they_are_let_in() {
    let project = project();
    let server = Server::of(&project);
    let open = Server::with(&project, &["--address", "0.0.0.0"]);
    assert!(open.complaint().contains("kan iedereen op dit netwerk het voorbeeld zien"));
    assert!(open.greeting.contains(&format!("http://localhost:{}/", open.port())), "{}", open.greeting);
    assert_eq!(open.get("/").status, 200);
    let evil = open.ask("GET", "/", &[("Host", &format!("evil.example:{}", open.port()))]);
    assert_eq!(evil.status, 421, "a name is refused all the same");
    let Some(address) = other_address() else { return };
    let patience = Duration::from_secs(10);
    let connect = |port| TcpStream::connect_timeout(&(address, port).into(), patience);
    assert!(connect(server.port()).is_err(), "{address} answers");
    assert!(connect(open.port()).is_ok(), "{address} does not answer");
    let guest = open.ask("GET", "/", &[("Host", &format!("{address}:{}", open.port()))]);
    assert_eq!(guest.status, 200);
}
