//! Whether agreements are good ones, ready to be published: the rules of
//! `afspraken check`.
//!
//! Beside the flow, after [`crate::check`]: that finds what cannot be built, these
//! read like the colleague who goes over the text before the board does. One file
//! a family, one function a rule, and [`all`] is the registry. A rule has a
//! [`Code`] with its name and default severity, a source that it rests on, and a
//! page in `docs/rules/` whose two examples are run as tests.

mod accessible;
mod balance;
mod figures;
pub mod fix;
mod language;
mod named;
pub mod outside;
pub mod pages;
mod participle;
pub mod prose;
mod publication;
pub mod ready;
mod references;
pub mod replies;
mod smart;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::markdown::Mentions;
use crate::model::{
    Afspraak, AfspraakNummer, Datum, Fase, Overeenkomst, Pagina, Project, Regelniveau, Thema, Toegestaan,
};
use crate::order::SortedSet;
use crate::parallel;
use crate::source::{ContentPath, SourceId, Sources, Stamp, Stamper};
use named::Named;
use prose::Prose;
use replies::Replies;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its code, with its name and default severity.
    pub code: Code,
    /// What it rests on: a line of the handbook, an article of the law, a
    /// criterion of WCAG; in Dutch, as users see it.
    pub source: &'static str,
    /// The number from which it speaks, of a rule that has one; settings may change it.
    pub limit: Option<u32>,
    /// What it looks at.
    look: Look,
}

/// What a rule looks at: as little as it can, so that an edit judges little again.
#[derive(Debug, Clone, Copy)]
enum Look {
    /// One document with the settings of the site, the glossary and the date.
    Document(fn(&Subject) -> Vec<Finding>),
    /// A plain page, with the same.
    Texts(fn(&Reading) -> Vec<Finding>),
    /// All documents side by side.
    Site(fn(&Scene) -> Vec<Finding>),
    /// The same, with the terms that each file names.
    Terms(fn(&Scene, &Named) -> Vec<Finding>),
    /// What a document says about the other rules, after these have looked at it;
    /// and what the site says.
    Settings(fn(&Subject, &Allowed) -> Vec<Finding>, fn(&Scene) -> Vec<Finding>),
}

/// Which rules found something at which agreements that these allow.
type Allowed = SortedSet<(AfspraakNummer, Code)>;

impl Rule {
    const fn document(code: Code, source: &'static str, look: fn(&Subject) -> Vec<Finding>) -> Self {
        Self { code, source, limit: None, look: Look::Document(look) }
    }

    /// A rule about texts, wherever they stand: in documents and on plain pages.
    const fn texts(code: Code, source: &'static str, look: fn(&Reading) -> Vec<Finding>) -> Self {
        Self { code, source, limit: None, look: Look::Texts(look) }
    }

    const fn site(code: Code, source: &'static str, look: fn(&Scene) -> Vec<Finding>) -> Self {
        Self { code, source, limit: None, look: Look::Site(look) }
    }

    /// A rule about the glossary, in the light of what all files say.
    const fn terms(code: Code, source: &'static str, look: fn(&Scene, &Named) -> Vec<Finding>) -> Self {
        Self { code, source, limit: None, look: Look::Terms(look) }
    }

    /// A rule about what authors say about rules.
    const fn settings(
        code: Code,
        source: &'static str,
        document: fn(&Subject, &Allowed) -> Vec<Finding>,
        site: fn(&Scene) -> Vec<Finding>,
    ) -> Self {
        Self { code, source, limit: None, look: Look::Settings(document, site) }
    }

    const fn limit(self, limit: u32) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// Whether it is about what parties agree on and how they say it, and not about
    /// how that is published.
    fn is_about_what_is_agreed(&self) -> bool {
        self.code.id().starts_with(['S', 'W', 'L', 'G'])
    }
}

/// All rules, family by family.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        references::RULES,
        outside::RULES,
        smart::RULES,
        balance::RULES,
        publication::RULES,
        accessible::RULES,
        language::RULES,
        figures::RULES,
    ]
    .into_iter()
    .flatten()
}

/// The rule with this code.
pub fn find(code: Code) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

/// Whether a rule looks at single documents, so that an agreement can allow what it finds.
fn looks_at_documents(code: Code) -> bool {
    find(code).is_some_and(|rule| matches!(rule.look, Look::Document(_) | Look::Texts(_)))
}

/// What every rule may look at.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The model.
    pub project: &'a Project,
    /// The files.
    pub sources: &'a Sources,
    /// The day on which it is judged.
    pub date: Datum,
    /// What other websites answered, when they were asked.
    pub replies: Option<&'a Replies>,
}

impl Scene<'_> {
    /// From which number a rule speaks, as the site sets it.
    pub fn limit(&self, code: Code) -> u32 {
        let own = self.project.site.regels.over(code).and_then(|keuze| keuze.grens);
        own.or(find(code).and_then(|rule| rule.limit)).unwrap_or_default()
    }
}

/// A document that is judged.
pub struct Subject<'a> {
    /// What stands around it.
    pub scene: Scene<'a>,
    /// The document.
    pub document: &'a Overeenkomst,
    texts: OnceLock<Prose<'a>>,
}

impl<'a> Subject<'a> {
    fn new(scene: Scene<'a>, document: &'a Overeenkomst) -> Self {
        Self { scene, document, texts: OnceLock::new() }
    }

    /// From which number a rule speaks, as the document or the site sets it.
    pub fn limit(&self, code: Code) -> u32 {
        let own = self.document.regels.over(code).and_then(|keuze| keuze.grens);
        own.unwrap_or_else(|| self.scene.limit(code))
    }

    /// All of its words, read once for all rules.
    pub fn prose(&self) -> &Prose<'a> {
        self.texts.get_or_init(|| Prose::of_document(self.scene.sources, self.document))
    }

    /// Its themes with their agreements that still hold.
    pub fn afspraken(&self) -> impl Iterator<Item = (&'a Thema, &'a Afspraak)> {
        let document = self.document;
        document.themas().flat_map(|thema| thema.lopende_afspraken().map(move |afspraak| (thema, afspraak)))
    }

    /// The place of an agreement: its heading.
    pub fn at(&self, afspraak: &Afspraak, code: Code, message: impl Into<String>) -> Finding {
        Finding::at_agreement(afspraak, Diagnostic::at(code, afspraak.span, message))
    }
}

/// The texts of a document or of a plain page.
pub struct Reading<'a> {
    /// What stands around them.
    pub scene: Scene<'a>,
    /// The words.
    pub prose: &'a Prose<'a>,
    /// The document that they are of; a plain page is of none.
    pub document: Option<&'a Overeenkomst>,
}

impl Reading<'_> {
    /// From which number a rule speaks, as the document or the site sets it.
    pub fn limit(&self, code: Code) -> u32 {
        let own = self.document.and_then(|document| document.regels.over(code)?.grens);
        own.unwrap_or_else(|| self.scene.limit(code))
    }
}

/// What a rule found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What is wrong, where, and what to do.
    pub diagnostic: Diagnostic,
    /// The agreement that it is about, which may say that it is allowed here.
    pub afspraak: Option<AfspraakNummer>,
}

impl Finding {
    /// About an agreement.
    pub fn at_agreement(afspraak: &Afspraak, diagnostic: Diagnostic) -> Self {
        Self { diagnostic, afspraak: Some(afspraak.nummer.clone()) }
    }

    /// Adds what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.hint(hint);
        self
    }

    /// Adds what is said at the underlined text.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.label(label);
        self
    }
}

impl From<Diagnostic> for Finding {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { diagnostic, afspraak: None }
    }
}

/// What was found in each document and page, with what it was judged by: after a
/// change the next judgement takes over what still holds.
#[derive(Debug, Default)]
pub struct Judgement {
    documents: HashMap<SourceId, Verdict>,
    paginas: HashMap<SourceId, Verdict>,
    named: Named,
    site: Verdict,
}

#[derive(Debug, Clone, Default)]
struct Verdict {
    judged_by: Option<Stamp>,
    found: Arc<[Diagnostic]>,
}

impl Judgement {
    /// What was found, in no particular order.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let texts = self.documents.values().chain(self.paginas.values());
        texts.chain([&self.site]).flat_map(|verdict| &*verdict.found)
    }
}

/// Judges all of a project by all rules. `earlier` is a judgement of the same folder.
pub fn judge(scene: Scene, earlier: Option<&Judgement>) -> Judgement {
    let around = around(&scene);
    let with_pictures = |text: Stamp, mentions: &Mentions| {
        let files = mentions.files.iter().filter_map(|path| scene.sources.media().get(path));
        Stamper::default().with(text).with_all(files.map(|file| file.stamp)).stamp()
    };
    let verdict = |known: Option<&Verdict>, text: Stamp, judge: &dyn Fn() -> Vec<Diagnostic>| {
        let judged_by = Stamper::default().with(around).with(text).stamp();
        match known.filter(|known| known.judged_by == Some(judged_by)) {
            Some(known) => known.clone(),
            None => Verdict { judged_by: Some(judged_by), found: judge().into() },
        }
    };
    let document = |document: &Arc<Overeenkomst>| {
        let known = earlier.and_then(|earlier| earlier.documents.get(&document.source));
        let text = with_pictures(document.stamp, &document.noemt);
        (document.source, verdict(known, text, &|| of_document(scene, document)))
    };
    let pagina = |pagina: &Arc<Pagina>| {
        let known = earlier.and_then(|earlier| earlier.paginas.get(&pagina.source));
        let text = with_pictures(pagina.stamp, &pagina.noemt);
        (pagina.source, verdict(known, text, &|| of_page(scene, pagina)))
    };
    let site = || {
        let all = Stamper::default()
            .with_all(scene.sources.files().map(|(_, file)| file.stamp))
            .with_all(scene.sources.media().keys().map(|path| Stamp::of(path.as_str().as_bytes())))
            .stamp();
        let named = Named::of(scene.project, scene.sources, earlier.map(|earlier| &earlier.named));
        (verdict(earlier.map(|earlier| &earlier.site), all, &|| of_site(scene, &named)), named)
    };
    // Side by side, as after an edit one document is judged and the site.
    let documents = || parallel::of_each(&scene.project.overeenkomsten, document);
    let texts = || (documents(), parallel::of_each(&scene.project.paginas, pagina));
    let ((documents, paginas), (site, named)) = rayon::join(texts, site);
    let (documents, paginas) = (documents.into_iter().collect(), paginas.into_iter().collect());
    Judgement { documents, paginas, named, site }
}

/// Stands for what a rule may look at beside the text itself.
fn around(scene: &Scene) -> Stamp {
    let settings = ["site.yaml", "begrippen.yaml", "verwijzingen.yaml", "beleid.yaml"];
    let stamps = settings.iter().filter_map(|name| scene.sources.find(&ContentPath::from(*name)));
    Stamper::default()
        .bytes(scene.date.to_string().as_bytes())
        .with_all(stamps.map(|(_, file)| file.stamp))
        .stamp()
}

fn of_document(scene: Scene, document: &Overeenkomst) -> Vec<Diagnostic> {
    let subject = Subject::new(scene, document);
    let reading = Reading { scene, prose: subject.prose(), document: Some(document) };
    let mut found = Vec::new();
    let mut allowed = Allowed::new();
    // Nobody rewrites what was agreed on for a time that is over.
    let is_over = document.fase(scene.date) == Fase::Archief;
    let rules: Vec<&Rule> = all().filter(|rule| !(is_over && rule.is_about_what_is_agreed())).collect();
    // Side by side: after an edit there is often no other document to judge.
    let findings = parallel::of_each(&rules, |rule| match rule.look {
        Look::Document(look) => look(&subject),
        Look::Texts(look) => look(&reading),
        Look::Site(_) | Look::Terms(_) | Look::Settings(..) => Vec::new(),
    });
    for finding in findings.into_iter().flatten() {
        match finding.afspraak.clone().filter(|_| is_allowed(document, &finding)) {
            Some(nummer) => drop(allowed.insert((nummer, finding.diagnostic.code))),
            None => found.push(finding),
        }
    }
    for rule in all() {
        if let Look::Settings(look, _) = rule.look {
            found.extend(look(&subject, &allowed));
        }
    }
    weighed(found, &|code| level(scene, Some(document), code))
}

fn of_page(scene: Scene, pagina: &Pagina) -> Vec<Diagnostic> {
    let prose = Prose::of_page(scene.sources, pagina);
    let reading = Reading { scene, prose: &prose, document: None };
    let found = all().flat_map(|rule| match rule.look {
        Look::Texts(look) => look(&reading),
        Look::Document(_) | Look::Site(_) | Look::Terms(_) | Look::Settings(..) => Vec::new(),
    });
    weighed(found.collect(), &|code| level(scene, None, code))
}

fn of_site(scene: Scene, named: &Named) -> Vec<Diagnostic> {
    let rules: Vec<&Rule> = all().collect();
    let found = parallel::of_each(&rules, |rule| match rule.look {
        Look::Site(look) | Look::Settings(_, look) => look(&scene),
        Look::Terms(look) => look(&scene, named),
        Look::Document(_) | Look::Texts(_) => Vec::new(),
    });
    // What is found in a document is weighed as that document says.
    let owners: LazyLock<HashMap<SourceId, &Overeenkomst>, _> = LazyLock::new(|| {
        let documents = scene.project.overeenkomsten.iter();
        documents
            .flat_map(|document| document.bestanden().into_iter().map(move |id| (id, &**document)))
            .collect()
    });
    let weigh = |finding: Finding| {
        let source = finding.diagnostic.place.source().filter(|id| is_in_folder(&scene, *id));
        let document = source.and_then(|id| owners.get(&id).copied());
        let allowed = document.is_some_and(|document| is_allowed(document, &finding));
        let severity = level(scene, document, finding.diagnostic.code)?;
        (!allowed).then(|| finding.diagnostic.weighing(severity))
    };
    found.into_iter().flatten().filter_map(weigh).collect()
}

/// Whether a file is not among the settings and pages at the top, which are of no document.
fn is_in_folder(scene: &Scene, id: SourceId) -> bool {
    scene.sources.file(id).path.as_str().contains('/')
}

/// Whether an agreement says that what was found is as it should be.
fn is_allowed(document: &Overeenkomst, finding: &Finding) -> bool {
    let Some(nummer) = &finding.afspraak else { return false };
    let Some((_, afspraak)) = document.afspraak(nummer.as_str()) else { return false };
    afspraak.toegestaan.iter().any(|Toegestaan { regel, .. }| regel.value == finding.diagnostic.code)
}

/// How heavily a rule weighs: as the document says, or the site, or the rule itself.
fn level(scene: Scene, document: Option<&Overeenkomst>, code: Code) -> Option<Severity> {
    let own = document.and_then(|document| document.regels.niveau(code));
    match own.or_else(|| scene.project.site.regels.niveau(code)) {
        None => Some(code.severity()),
        Some(niveau) => weight(niveau),
    }
}

/// The severity that authors mean; none when a rule does not count.
fn weight(niveau: Regelniveau) -> Option<Severity> {
    match niveau {
        Regelniveau::Uit => None,
        Regelniveau::Advies => Some(Severity::Advice),
        Regelniveau::Waarschuwing => Some(Severity::Warning),
        Regelniveau::Fout => Some(Severity::Error),
    }
}

fn weighed(found: Vec<Finding>, level: &dyn Fn(Code) -> Option<Severity>) -> Vec<Diagnostic> {
    let weigh = |finding: Finding| {
        let severity = level(finding.diagnostic.code)?;
        Some(finding.diagnostic.weighing(severity))
    };
    found.into_iter().filter_map(weigh).collect()
}
