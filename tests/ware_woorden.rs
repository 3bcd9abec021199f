//! What the program says is so, and in Dutch: of how it was called, of ports, days and addresses; and what README
//! and handbook say of the program is so as well.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::collections::{BTreeMap, BTreeSet};
use std::net::TcpListener;
use std::process::Output;

use afspraken::model::{GeenWebAdres, WebAdres};
use afspraken::serve::{Holder, ServeError};
use serve::Server;
use support::{Project, SITE, TODAY, repository};

/// What the program answers in a project: its exit code, and all that it prints.
fn said(project: &Project, arguments: &[&str]) -> (Option<i32>, String) {
    said_in(project, &[], arguments)
}

fn said_in(project: &Project, environment: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = project.command();
    command.envs(environment.iter().copied());
    let Output { status, stdout, stderr } = command.args(arguments).output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (status.code(), text(&stdout) + &text(&stderr))
}

// ---------- The command line ----------

#[test]
fn every_wrong_call_is_answered_in_dutch_alone() {
    let project = Project::minimal();
    let wrong: [(&[&str], &str); 15] = [
        (&["serve", "--port", "abc"], "schrijf een getal tot en met 65535"),
        (&["serve", "--port", "99999"], "schrijf een getal tot en met 65535"),
        (&["serve", "--port", "-1"], "De optie `-1` bestaat niet."),
        (&["check", "--external", "veel"], "schrijf een getal, zoals 200"),
        (&["check", "--strict=ja"], "Achter `--strict` hoort geen waarde; `ja` kan weg."),
        (&["check", "--page", "x.html"], "Hier hoort ook `--ready <DOCUMENT>` bij."),
        (&["check", "--yes"], "Hier hoort ook `--fix` bij."),
        (&["check", "--ready", "a", "--format", "json"], "kan niet samen met"),
        (&["check", "--fix", "--ready", "a"], "kan niet samen met"),
        (&["build", "--content="], "Achter `--content <MAP>` hoort een waarde."),
        (&["build", "zandstad"], "`zandstad` hoort hier niet."),
        (&["init", "een", "twee"], "`twee` hoort hier niet."),
        (&["serve", "--address", "thuis"], "schrijf een IP-adres"),
        (&["help"], "De opdracht `help` bestaat niet."),
        (&["build", "--onyl", "site"], "bedoelde u `--only`?"),
    ];
    for (arguments, expected) in wrong {
        let (code, answer) = said(&project, arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {answer}");
        assert!(answer.contains(expected), "{arguments:?}: {answer}");
        for english in
            ["error", "Usage", "invalid", "required", "argument", "default", "possible", "found in"]
        {
            assert!(!answer.contains(english), "{arguments:?}: {answer}");
        }
    }
    // The tip is about the command that was meant.
    let (_, answer) = said(&project, &["check", "--strict=ja"]);
    assert!(answer.contains("`afspraken check --help`"), "{answer}");
}

#[test]
fn help_holds_no_word_of_the_library_that_reads_the_arguments() {
    let project = Project::empty();
    for arguments in [
        &["--help"][..],
        &["init", "--help"],
        &["build", "--help"],
        &["check", "--help"],
        &["serve", "--help"],
        &[],
    ] {
        let (_, help) = said(&project, arguments);
        assert!(help.contains("Gebruik: afspraken"), "{arguments:?}: {help}");
        for english in
            ["Usage", "Options", "Commands", "Arguments", "[default", "[possible", "[aliases", "Print "]
        {
            assert!(!help.contains(english), "{arguments:?}: {help}");
        }
    }
}

#[test]
fn what_the_system_says_is_told_in_dutch() {
    let project = Project::minimal().with("bestand", "een bestand, en geen map");
    let (code, answer) = said(&project, &["init", "bestand"]);
    assert_eq!(code, Some(2));
    assert!(answer.contains("een deel van het pad is een bestand"), "{answer}");
    let (code, answer) =
        said(&project, &["check", "--ready", "zandstad-2027", "--page", "er/is/geen/map.html"]);
    assert_eq!(code, Some(2));
    assert!(answer.contains("het bestand of de map is er niet"), "{answer}");
    assert!(!answer.contains("os error"), "{answer}");
}

#[cfg(unix)]
#[test]
fn the_commands_that_init_prints_work_where_they_are_read() {
    for folder in ["mijn-afspraken", "mijn afspraken", "o'b $HOME `id` \"x\"", "-afspraken", "a/b c/ë"] {
        let project = Project::empty();
        let (code, answer) = said(&project, &["init", "--", folder]);
        assert_eq!(code, Some(0), "{answer}");
        let commands: Vec<&str> = answer.lines().filter_map(|line| line.strip_prefix("  ")).collect();
        let [change, build] = commands[..] else { panic!("{answer}") };
        // What is printed is run as it stands, only without the PDFs.
        let script = format!("{change} && {build} --only site && pwd");
        let output = std::process::Command::new("sh")
            .args(["-c", &script])
            .current_dir(project.path(""))
            .output()
            .expect("a shell");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(project.path(folder).join("output/index.html").exists(), "{folder}");
    }
}

#[cfg(unix)]
#[test]
fn init_names_the_program_by_its_name_alone_where_that_is_found() {
    let project = Project::empty();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_afspraken")).parent().expect("a folder");
    let (_, answer) = said_in(&project, &[("PATH", &program.to_string_lossy())], &["init", "een"]);
    assert!(answer.ends_with("\n  cd een\n  afspraken build\n"), "{answer}");
    let (_, answer) = said_in(&project, &[("PATH", "/nergens")], &["init", "twee"]);
    assert!(answer.contains(&format!("  {}", env!("CARGO_BIN_EXE_afspraken"))), "{answer}");
}

// ---------- Ports ----------

#[test]
fn a_port_that_is_taken_is_told_with_who_has_it() {
    let project = Project::minimal();
    let other = TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = other.local_addr().expect("an address").port();
    let first = Server::with(&project, &["--port", &taken.to_string()]);
    assert_eq!(
        first.complaint(),
        format!(
            "Poort {taken} is bezet door een ander programma. Dit voorbeeld krijgt poort {}.",
            first.port()
        )
    );
    let second = Server::with(&project, &["--port", &first.port().to_string()]);
    let told = second.complaint();
    assert!(
        told.starts_with(&format!(
            "Poort {} is bezet door een `afspraken serve` die nog loopt.",
            first.port()
        )),
        "{told}"
    );
}

#[test]
fn no_port_and_a_port_of_the_system_are_two_messages() {
    let none = ServeError::Taken { first: 65535, last: 65535, holder: Holder::Preview }.to_string();
    assert_eq!(
        none,
        "Poort 65535 is bezet door een `afspraken serve` die nog loopt. Sluit wat u niet meer gebruikt, of kies een andere poort, zoals --port 8080."
    );
    let none = ServeError::Taken { first: 4000, last: 4020, holder: Holder::Program }.to_string();
    assert!(
        none.starts_with("De poorten 4000 tot en met 4020 zijn bezet; poort 4000 door een ander programma."),
        "{none}"
    );
    let kept = ServeError::NotAllowed(80).to_string();
    assert!(
        kept.contains("poort 80") && kept.contains("onder 1024") && kept.contains("--port 8080"),
        "{kept}"
    );
    assert!(!kept.contains("bezet"), "{kept}");
}

#[test]
fn an_address_of_another_computer_is_told_as_that() {
    // RFC 5737 keeps this address for examples; no computer has it.
    let (code, answer) = said(&Project::minimal(), &["serve", "--port", "0", "--address", "192.0.2.1"]);
    assert_eq!(code, Some(2));
    assert!(answer.contains("Deze computer heeft het adres 192.0.2.1 niet."), "{answer}");
}

// ---------- What day it is ----------

/// The day that `check` judges by.
fn day(zone: &str) -> String {
    let project = Project::minimal();
    let (_, answer) = said_in(&project, &[("TZ", zone)], &["check", "--ready", "zandstad-2027"]);
    let line = answer.lines().find(|line| line.starts_with("Nagekeken op "));
    line.unwrap_or_else(|| panic!("{zone}: {answer}")).split(',').next().expect("a day").to_owned()
}

#[test]
fn a_time_zone_with_a_name_gives_the_day_there() {
    // More than a day apart, so that these never have the same date. The same offsets in figures need no list of names.
    for (name, offset) in [("Pacific/Kiritimati", "<+14>-14"), ("Pacific/Pago_Pago", "<-11>11")] {
        let before = day(offset);
        let named = day(name);
        assert!([before, day(offset)].contains(&named), "{name}: {named}");
    }
    assert_ne!(day("Pacific/Kiritimati"), day("Pacific/Pago_Pago"));
}

#[test]
fn a_time_zone_that_does_not_exist_is_told_and_not_guessed() {
    let project = Project::minimal();
    for arguments in [&["build"][..], &["check"], &["serve"]] {
        let (code, answer) = said_in(&project, &[("TZ", "Europe/Amsterdan")], arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {answer}");
        assert!(answer.contains("`Europe/Amsterdan`") && answer.contains("`Europe/Amsterdam`"), "{answer}");
    }
    assert!(!project.path("output").exists());
    let named = ["build", "--only", "site", "--date", TODAY];
    assert_eq!(said_in(&project, &[("TZ", "Europe/Amsterdan")], &named).0, Some(0));
}

// ---------- Calendars ----------

/// The values of a calendar file by name, with their escapes undone: written from RFC 5545, knowing nothing of ours.
fn values(file: &str) -> BTreeMap<String, Vec<String>> {
    let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line:?}"));
        let name = name.split(';').next().unwrap_or_default();
        assert!(name.chars().all(|c| c.is_ascii_uppercase() || c == '-'), "no name: {line:?}");
        let mut text = String::new();
        let mut signs = value.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(sign @ (',' | ';' | '\\')) => text.push(sign),
                    other => panic!("no escape: {other:?} in {line:?}"),
                },
                ',' | ';' if ["NAME", "X-WR-CALNAME", "SUMMARY", "DESCRIPTION"].contains(&name) => {
                    panic!("a list of values: {line:?}")
                }
                sign => text.push(sign),
            }
        }
        values.entry(name.to_owned()).or_default().push(text);
    }
    values
}

#[test]
fn names_with_signs_of_a_calendar_come_out_of_it_as_they_were() {
    let name = r"Wonen, zorg; en \ meer";
    let title = r"Afspraken: huur, \n zorg; en BEGIN:VEVENT";
    let project = Project::minimal()
        .replacing("content/site.yaml", "naam: Prestatieafspraken van De Brug", &format!("naam: '{name}'"))
        .replacing(
            "content/zandstad-2027/overeenkomst.md",
            "titel: Prestatieafspraken Zandstad 2027",
            &format!("titel: '{title}'"),
        );
    project.build_ok(&["--only", "site"]);
    for (file, whose) in [("output/kalender.ics", name), ("output/zandstad-2027/kalender.ics", title)] {
        let values = values(&project.read(file));
        assert_eq!(values["NAME"], [whose], "{file}");
        assert_eq!(values["X-WR-CALNAME"], [whose], "{file}");
        assert!(!values["DESCRIPTION"].is_empty());
        assert!(values["DESCRIPTION"].iter().all(|found| found == title), "{file}: {values:?}");
        assert_eq!(values["BEGIN"].iter().filter(|what| *what == "VCALENDAR").count(), 1);
    }
}

// ---------- Addresses ----------

/// What the message says to write for the address of the site, if it is refused.
fn proposed(address: &str) -> Result<String, String> {
    WebAdres::of_site(address).map(|address| address.as_str().to_owned()).map_err(|wrong| wrong.hint())
}

#[test]
fn a_site_stands_in_a_folder_whose_address_ends_in_a_slash() {
    for (written, address) in [
        ("https://www.debrug.example", "https://www.debrug.example/"),
        ("https://www.debrug.example/wonen", "https://www.debrug.example/wonen/"),
        ("https://www.debrug.example/wonen/", "https://www.debrug.example/wonen/"),
        ("HTTPS://WWW.DeBrug.example/Wonen", "https://www.debrug.example/Wonen/"),
        ("http://localhost:4000", "http://localhost:4000/"),
        ("https://www.debrug.example/versie-1.0/", "https://www.debrug.example/versie-1.0/"),
        ("https://www.debrug.example/2.0", "https://www.debrug.example/2.0/"),
        ("https://w.example/afspraken.nl/", "https://w.example/afspraken.nl/"),
        ("https://w.example/a/../b", "https://w.example/b/"),
        // As programs exchange it.
        ("https://w.example/coöperatie", "https://w.example/co%C3%B6peratie/"),
        ("https://coöperatie.example", "https://xn--coperatie-17a.example/"),
    ] {
        assert_eq!(proposed(written).as_deref(), Ok(address), "{written}");
    }
}

#[test]
fn what_is_no_folder_of_a_site_is_refused_with_what_to_write() {
    for (written, hint) in [
        ("https://w.example/a/index.html", "Schrijf `https://w.example/a/`."),
        ("https://w.example/index.php?pagina=2", "Schrijf `https://w.example/`."),
        ("https://w.example/a/index.html/", "Schrijf `https://w.example/a/`."),
        ("https://w.example/a/overzicht.aspx#kop", "Schrijf `https://w.example/a/`."),
        ("https://w.example/a?versie=2", "Schrijf `https://w.example/a/`."),
        ("https://w.example/?", "Schrijf `https://w.example/`."),
        ("https://w.example/a/#top", "Schrijf `https://w.example/a/`."),
        ("https://w.example/mijn afspraken/", "Schrijf `https://w.example/mijn%20afspraken/`."),
        ("https://w.example\\a", "Schrijf / in plaats van \\."),
        ("https://redactie:geheim@w.example/", "Haal weg wat tussen // en @ staat"),
        ("www.debrug.example", "met https:// ervoor"),
        ("https:/w.example/", "met https:// ervoor"),
        ("ftp://w.example/", "met https:// ervoor"),
        ("https:///a/", "in de adresbalk"),
        ("https://", "in de adresbalk"),
        ("https://https://w.example/", "in de adresbalk"),
        ("https://www..example/", "in de adresbalk"),
        ("https://w,example/", "in de adresbalk"),
        ("https://w.example:poort/", "in de adresbalk"),
    ] {
        let refused = proposed(written).expect_err(written);
        assert!(refused.contains(hint), "{written}: {refused}");
    }
}

#[test]
fn the_address_of_a_file_in_site_yaml_is_an_error_at_its_place() {
    let project = Project::case("53-basis-adres");
    project.assert_finds(&[("M195", "site.yaml", "\"https://w.example/a/index.html\"")]);
    let messages = project.messages();
    assert!(messages.contains("Schrijf `https://w.example/a/`."), "{messages}");
    assert!(!project.build(&[]).status.success());
    for (address, code) in [
        ("https://w.example/a?b=c", "M195"),
        ("\"https://w.example/a#b\"", "M195"),
        ("https://w.example/a b/", "M110"),
        ("https://ik@w.example/", "M110"),
    ] {
        let project = Project::minimal().with("content/site.yaml", format!("basis_url: {address}\n{SITE}"));
        project.assert_finds(&[(code, "site.yaml", address)]);
    }
    // The same on the command line.
    let (code, answer) = said(
        &Project::minimal(),
        &["build", "--only", "site", "--base-url", "https://w.example/a/index.html"],
    );
    assert_eq!(code, Some(2));
    assert!(answer.contains("dit is het adres van een bestand. Schrijf `https://w.example/a/`."), "{answer}");
}

#[test]
fn a_path_without_a_slash_gives_the_same_site() {
    let built = |address: &str| {
        let project = Project::minimal().with("content/site.yaml", format!("basis_url: {address}\n{SITE}"));
        project.build_ok(&["--only", "site"]);
        project.tree("output")
    };
    let with = built("https://w.example/wonen/");
    let sitemap = String::from_utf8_lossy(&with["sitemap.xml"]).into_owned();
    assert!(sitemap.contains("<loc>https://w.example/wonen/index.html</loc>"), "{sitemap}");
    assert!(with == built("https://w.example/wonen"), "the two sites differ");
}

#[test]
fn an_address_of_a_source_keeps_its_letters_and_may_name_a_file() {
    for address in ["https://w.example/a/stuk.pdf?x=1#p2", "HTTP://Www.Example/A", "https://w.example/één"]
    {
        assert_eq!(WebAdres::parse(address).map(|read| read.leesbaar().to_owned()), Ok(address.to_owned()));
    }
    assert_eq!(WebAdres::parse("https://ik:geheim@w.example/"), Err(GeenWebAdres::Aanmelding));
    assert_eq!(WebAdres::parse("https://w .example/"), Err(GeenWebAdres::Teken(' ', None)));
    let project = Project::minimal().replacing(
        "content/site.yaml",
        "    kort: De Brug\n",
        "    kort: De Brug\n    website: https://www.debrug .example\n",
    );
    project.assert_finds(&[("M110", "site.yaml", "https://www.debrug .example")]);
    assert!(project.messages().contains("er staat een spatie in"), "{}", project.messages());
}

// ---------- README and handbook ----------

/// Every command of the program with its flags, as its own help has them.
fn commands() -> BTreeMap<String, BTreeSet<String>> {
    let project = Project::empty();
    let (_, help) = said(&project, &["--help"]);
    let list = help.split("Opdrachten:\n").nth(1).expect("commands").split("\n\n").next().expect("commands");
    let names = list.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let known: BTreeMap<String, BTreeSet<String>> = names
        .filter(|name| !name.is_empty())
        .map(|name| (name.to_owned(), flags_in(&said(&project, &[name, "--help"]).1)))
        .collect();
    assert!(known.len() >= 4 && known["build"].contains("--output"), "{known:?}");
    known
}

/// The flags with a long name in a text.
fn flags_in(text: &str) -> BTreeSet<String> {
    let mut flags = BTreeSet::new();
    for (at, _) in text.match_indices("--") {
        let before = text[..at].chars().next_back();
        let name: String =
            text[at + 2..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
        if !name.is_empty()
            && !name.starts_with('-')
            && before.is_none_or(|c| !c.is_alphanumeric() && c != '-')
        {
            flags.insert(format!("--{}", name.trim_end_matches('-')));
        }
    }
    flags
}

/// What stands in a Markdown file as code: lines of blocks, and spans.
fn code_in(markdown: &str) -> Vec<String> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let mut code = Vec::new();
    let mut in_block = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Code(text) => code.push(text.to_string()),
            Event::Text(text) if in_block => code.extend(text.lines().map(str::to_owned)),
            _ => {}
        }
    }
    code
}

#[test]
fn the_readme_has_every_command_and_every_flag_in_its_tables() {
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("README.md");
    let section = readme.split("\n## Commands\n").nth(1).expect("a section on commands");
    let section = section.split("\n## ").next().expect("a section");
    for (command, flags) in commands() {
        assert!(
            section.lines().any(|line| line.starts_with(&format!("| `afspraken {command}"))),
            "{command} is not in the table of README.md"
        );
        // A table for each command with options; what `build` has too is not explained again.
        let table = section.split(&format!("| flag of `{command}` |")).nth(1).unwrap_or_default();
        let table: String = table.lines().take_while(|line| !line.is_empty()).collect();
        for flag in flags.iter().filter(|flag| *flag != "--help") {
            assert!(flags_in(&table).contains(flag), "{command} {flag} is not in the table of README.md");
        }
    }
}

#[test]
fn every_command_and_flag_that_readme_and_handbook_show_exists() {
    let known = commands();
    let all: BTreeSet<&String> = known.values().flatten().collect();
    let handbook = std::fs::read_dir(repository().join("docs/handleiding")).expect("the handbook");
    let pages = handbook.filter_map(|page| Some(page.ok()?.path())).chain([repository().join("README.md")]);
    // Names of colours in style sheets look like flags.
    let style =
        std::fs::read_to_string(repository().join("themes/standaard/static/stijl.css")).expect("the style");
    let is_colour = |name: &str| style.contains(&format!("var({name},"));
    let mut seen = 0;
    for page in pages {
        let text = std::fs::read_to_string(&page).expect("a page");
        let page = page.display();
        for code in code_in(&text) {
            // Cargo's own flags stand before `--`.
            let code = match code.strip_prefix("cargo run ") {
                Some(rest) => match rest.split_once("-- ") {
                    Some((_, ours)) => format!("afspraken {ours}"),
                    None => continue,
                },
                None if code.starts_with("cargo ") => continue,
                None => code,
            };
            let command = code.strip_prefix("afspraken ").and_then(|rest| rest.split(' ').next());
            let command = command.filter(|word| word.chars().all(|c| c.is_ascii_lowercase()));
            if let Some(command) = command {
                assert!(known.contains_key(command), "{page}: `{code}` is no command");
                seen += 1;
            }
            for flag in flags_in(&code) {
                let exists = match command {
                    Some(command) => known[command].contains(&flag),
                    None => all.contains(&flag) || is_colour(&flag),
                };
                assert!(exists || flag == "--version", "{page}: {flag} in `{code}` does not exist");
            }
        }
    }
    assert!(seen > 20, "only {seen} commands were found, so that nothing was held against anything");
}

#[test]
fn the_mistake_of_the_first_tutorial_gives_the_message_that_stands_there() {
    let page =
        std::fs::read_to_string(repository().join("docs/handleiding/eerste-afspraak.md")).expect("a page");
    let block = |opens: &str, closes: &str| {
        let text = page.split(opens).nth(1).and_then(|rest| rest.split(closes).next());
        text.unwrap_or_else(|| panic!("nothing between {opens:?} and {closes:?}")).to_owned()
    };
    let file = "content/zandstad-2027-2030/bouwopgave.md";
    let added = block("````markdown\n", "````").replace("  gemeente:", "  gemeent:");
    let project = Project::example();
    project.write(file, format!("{}\n{added}", project.read(file)));
    let expected = format!("fout[M105]{}", block("fout[M105]", "\n\nfout:"));
    assert_eq!(project.messages().trim(), expected);
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("README.md");
    assert!(readme.contains(&expected), "README.md shows another message");
}

#[test]
fn the_handbook_lists_every_template_of_the_pdfs() {
    let page = std::fs::read_to_string(repository().join("docs/handleiding/huisstijl.md")).expect("a page");
    let listed: BTreeSet<String> = code_in(&page).into_iter().filter(|code| code.ends_with(".typ")).collect();
    let folder = std::fs::read_dir(repository().join("themes/standaard/pdf")).expect("the templates");
    let there: BTreeSet<String> =
        folder.filter_map(|file| Some(file.ok()?.file_name().to_string_lossy().into_owned())).collect();
    let missing: Vec<&String> = there.difference(&listed).collect();
    assert!(missing.is_empty(), "not in huisstijl.md: {missing:?}");
    let gone: Vec<&String> = listed.difference(&there).filter(|name| !name.contains('/')).collect();
    assert!(gone.is_empty(), "in huisstijl.md, and nowhere else: {gone:?}");
}

#[test]
fn the_readme_says_which_page_has_a_script() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let with_script: Vec<String> = project
        .tree("output")
        .iter()
        .filter(|(path, bytes)| {
            path.ends_with(".html") && String::from_utf8_lossy(bytes).contains("<script src=")
        })
        .map(|(path, _)| path.rsplit('/').next().unwrap_or_default().to_owned())
        .collect();
    assert!(
        !with_script.is_empty() && with_script.iter().all(|page| page == "afspraken.html"),
        "{with_script:?}"
    );
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("README.md");
    assert!(
        readme.contains("`afspraken.html`") && !readme.contains("there is no script"),
        "README.md is not true"
    );
}
