//! How often the rules about agreements and language are right, on a corpus that
//! was labelled by hand. The figures stand in `docs/benchmarks.md`; a rule that is
//! wrong more than once in ten may give advice and no more.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use afspraken::diagnostic::{Code, Place, Severity};
use afspraken::edition::Edition;
use afspraken::model::{Datum, Overeenkomst};
use afspraken::rules::{self, Rule, Scene};
use afspraken::source::{SourceId, Span};
use support::repository;

/// The families that are measured, and two of the rules about figures in texts that read like them.
const MEASURED: [char; 4] = ['S', 'W', 'L', 'G'];

/// Where a rule speaks: the document, and the agreement when it is about one.
type Spot = (String, String);

/// How a rule did.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> Option<f64> {
        share(self.right, self.right + self.missed)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn corpus() -> Edition {
    let folder = repository().join("tests/fixtures/corpus");
    let edition = Edition::read(&folder.join("content"), &folder.join("themes"));
    let errors: Vec<_> =
        edition.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "the corpus cannot be built: {errors:?}");
    edition
}

/// What the labels say should be found, by the code of the rule.
fn wanted() -> BTreeMap<String, BTreeSet<Spot>> {
    let path = repository().join("tests/fixtures/corpus/labels.csv");
    let mut wanted: BTreeMap<String, BTreeSet<Spot>> = BTreeMap::new();
    for row in csv::Reader::from_path(path).expect("the labels").records() {
        let row = row.expect("a row");
        let spots = wanted.entry(row[2].to_owned()).or_default();
        if &row[3] == "ja" {
            spots.insert((row[0].to_owned(), row[1].to_owned()));
        }
    }
    wanted
}

/// The agreement in whose text something stands.
fn agreement_at(document: &Overeenkomst, span: Span) -> String {
    let before = |start: u32, source: SourceId| source == span.source && start <= span.start;
    let within = document.afspraken().filter(|afspraak| before(afspraak.span.start, afspraak.span.source));
    within.max_by_key(|afspraak| afspraak.span.start).map_or_else(String::new, |own| own.nummer.to_string())
}

fn found(edition: &Edition) -> BTreeMap<Code, BTreeSet<Spot>> {
    let project = edition.project.as_ref().expect("a project");
    let date = Datum::parse(support::TODAY).expect("a date");
    let judgement = rules::judge(Scene { project, sources: &edition.sources, date, replies: None }, None);
    let mut found: BTreeMap<Code, BTreeSet<Spot>> = BTreeMap::new();
    for diagnostic in judgement.diagnostics() {
        let Place::Text(span) = diagnostic.place else { continue };
        let own = project.overeenkomsten.iter().find(|document| document.bestanden().contains(&span.source));
        let Some(document) = own else { continue };
        let spot = (document.slug.to_string(), agreement_at(document, span));
        found.entry(diagnostic.code).or_default().insert(spot);
    }
    found
}

fn scores() -> Vec<(&'static Rule, Score)> {
    let edition = corpus();
    let (wanted, found) = (wanted(), found(&edition));
    let measured = rules::all().filter(|rule| rule.code.id().starts_with(MEASURED));
    let nothing = BTreeSet::new();
    measured
        .map(|rule| {
            let wanted = wanted.get(rule.code.id()).unwrap_or(&nothing);
            let found = found.get(&rule.code).unwrap_or(&nothing);
            let score = Score {
                right: found.intersection(wanted).count(),
                wrong: found.difference(wanted).count(),
                missed: wanted.difference(found).count(),
            };
            (rule, score)
        })
        .collect()
}

/// The table as it stands in `docs/benchmarks.md`.
fn table(scores: &[(&Rule, Score)]) -> String {
    let mut out = String::from(
        "| rule | weighs | right | wrong | missed | precision | recall |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let figure = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{share:.2}"));
    for (rule, score) in scores {
        let Score { right, wrong, missed } = score;
        writeln!(
            out,
            "| {} {} | {} | {right} | {wrong} | {missed} | {} | {} |",
            rule.code,
            rule.code.summary(),
            rule.code.severity().word(),
            figure(score.precision()),
            figure(score.recall()),
        )
        .expect("a text grows");
    }
    out
}

#[test]
fn the_figures_in_the_documents_are_those_of_the_corpus() {
    let page = std::fs::read_to_string(repository().join("docs/benchmarks.md")).expect("the page");
    let table = table(&scores());
    assert!(page.contains(&table), "docs/benchmarks.md should hold:\n{table}");
}

#[test]
fn a_rule_that_is_wrong_more_than_once_in_ten_gives_advice_and_no_more() {
    for (rule, score) in scores() {
        let precise = score.precision().is_none_or(|precision| precision >= 0.9);
        assert!(precise || rule.code.severity() == Severity::Advice, "{}", rule.code);
    }
}

#[test]
fn every_label_is_of_a_rule_and_of_an_agreement_that_is_there() {
    let edition = corpus();
    let project = edition.project.as_ref().expect("a project");
    for (code, spots) in wanted() {
        assert!(rules::all().any(|rule| rule.code.id() == code), "{code} is no rule");
        for (slug, nummer) in spots {
            let document = project.overeenkomst(&slug).unwrap_or_else(|| panic!("{slug} is not there"));
            assert!(nummer.is_empty() || document.afspraak(&nummer).is_some(), "{slug} {nummer}");
        }
    }
}

#[test]
fn the_corpus_has_at_least_forty_agreements() {
    let edition = corpus();
    let project = edition.project.as_ref().expect("a project");
    let count: usize = project.overeenkomsten.iter().map(|document| document.afspraken().count()).sum();
    assert!(count >= 40, "{count}");
}
