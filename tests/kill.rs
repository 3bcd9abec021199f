//! A build that is killed leaves the old site or the new one, whole.

mod support;

use std::collections::BTreeMap;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use support::{Project, TODAY};

/// How often a build is killed.
const KILLS: u32 = 50;

type Tree = BTreeMap<String, Vec<u8>>;

/// Two states of the sources whose sites differ in every page.
fn states(project: &Project) -> [Tree; 2] {
    ["De Brug Noord", "De Brug Zuid"].map(|name| {
        project.write("content/site.yaml", support::SITE.replace("van De Brug", &format!("van {name}")));
        project.tree("content")
    })
}

fn put(project: &Project, sources: &Tree) {
    for (path, bytes) in sources {
        project.write(&format!("content/{path}"), bytes);
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site() {
    let project = Project::minimal();
    let states = states(&project);
    let mut sites = Vec::new();
    let mut longest = Duration::ZERO;
    for state in &states {
        put(&project, state);
        let start = Instant::now();
        project.build_ok(&[]);
        longest = longest.max(start.elapsed());
        sites.push(project.tree("output"));
    }
    assert!(sites[0] != sites[1]);

    // Moments spread over the whole of a build, in an order that is no order,
    // so that a slow or quick run of one build does not hide a part of it.
    let mut finished = 0;
    for kill in 0..KILLS {
        put(&project, &states[(kill % 2) as usize]);
        let mut build = std::process::Command::new(assert_cmd::cargo::cargo_bin("afspraken"))
            .current_dir(project.path(""))
            .args(["build", "--date", TODAY])
            // A build that finds its PDFs is soon done: most are to take their time.
            .args((kill % 4 != 0).then_some("--fresh"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let moment = longest * (kill * 17 % KILLS) / KILLS;
        thread::sleep(moment);
        let killed = build.kill().is_ok();
        let status = build.wait().expect("the program ends");
        finished += u32::from(status.success());
        assert!(killed || status.success());
        let found = project.tree("output");
        assert!(
            sites.contains(&found),
            "kill {kill} after {moment:?} left neither the old site nor the new one"
        );
    }
    assert!(finished < KILLS, "no build was killed before it ended");

    // What killed builds left behind stands in nobody's way.
    put(&project, &states[0]);
    project.build_ok(&[]);
    assert!(project.tree("output") == sites[0]);
    let left: Vec<_> = std::fs::read_dir(project.path(""))
        .expect("the folder")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        // What was made before is kept, for the next build.
        .filter(|name| name.starts_with('.') && name != ".afspraken")
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// As a system that cannot exchange two folders leaves it, killed between its two renames.
fn between_two_renames(project: &Project) {
    std::fs::create_dir(project.path(".output.afspraken")).expect("a folder");
    std::fs::rename(project.path("output"), project.path(".output.afspraken/oud")).expect("a rename");
}

#[test]
fn an_old_site_that_was_set_aside_by_a_killed_build_comes_back() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let site = project.tree("output");
    between_two_renames(&project);
    // A mistake that only shows while pages are made: nothing new, so the old site.
    let project = project.with("themes/standaard/templates/404.html", "{{ site.naam.letters }}");
    assert_eq!(project.build(&["--only", "site"]).status.code(), Some(1));
    assert!(project.tree("output") == site);

    between_two_renames(&project);
    std::fs::remove_dir_all(project.path("themes")).expect("the theme");
    project.build_ok(&["--only", "site"]);
    assert!(project.tree("output") == site);
    assert!(!project.path(".output.afspraken").exists());
}
