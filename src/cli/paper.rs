//! All copies of documents, laid out to be proved: what `check` says of paper.
//!
//! Of a copy that is right it is kept that it is, and of no other anything. A build
//! proves what it makes by itself; this is for whoever wants to know before.

use super::STORE;
use crate::diagnostic::{self, Diagnostic};
use crate::edition::Edition;
use crate::model::{Datum, Slug};
use crate::output::{self, Artifact, Parts, Plan, Store, Workshop};
use crate::site::SiteOptions;

/// What is wrong with the copies of all documents, or of one. Nothing while the
/// sources hold an error: what is wrong there is to be mended first.
pub fn faults(edition: &Edition, date: Datum, document: Option<&Slug>) -> Vec<Diagnostic> {
    let (Some(project), Some(tools)) = (&edition.project, edition.tools.as_deref()) else {
        return Vec::new();
    };
    if edition.has_errors() {
        return Vec::new();
    }
    let options = SiteOptions { date, base_url: project.site.basis_url.clone(), with_pdf: true };
    let workshop = Workshop::new(project, &edition.sources, tools, options);
    let plan = Plan::new(project, &edition.sources, &tools.theme, Parts::Pdf);
    let artifacts = match document.and_then(|slug| project.overeenkomst(slug.as_str())) {
        Some(document) => plan.of_document(document),
        None => plan.all(),
    };
    let store = Store::new(STORE);
    let prove = |artifact: &Artifact| workshop.prove(artifact, &store);
    let mut faults: Vec<Diagnostic> = output::on_all_cores(&artifacts, prove).into_iter().flatten().collect();
    diagnostic::once_on_paper(&mut faults);
    faults
}
