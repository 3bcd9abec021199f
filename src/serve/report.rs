//! What is told beside a page: mistakes, and how far its document is.
//!
//! Everything here is worded; the browser only places it.

use std::sync::Arc;

use serde::Serialize;

use super::change::{self, Whereabouts};
use super::moment::{Moment, good};
use super::preview::{Answer, Preview};
use super::sheets::{Laid, copy_id};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::edition::Edition;
use crate::model::{Datum, Fase, Overeenkomst};
use crate::output::{Parts, Plan, Recipe};
use crate::pdf::{PREAMBLE, Spot};
use crate::report;
use crate::report::excerpt::{self, Line};
use crate::resolve::anchors;
use crate::rules::ready;
use crate::source::{ContentPath, Span, read};

/// From so many days before the deadline on, it is near.
const NEAR: i32 = 14;

/// What is told beside one page.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Which moment this is of.
    pub revision: u64,
    /// Whether the page is older than the sources.
    pub stale: bool,
    /// What must be mended first.
    pub errors: Vec<Message>,
    /// What may be mended.
    pub warnings: Vec<Message>,
    /// What the rules of `afspraken check` say of the document.
    pub findings: Vec<Message>,
    /// The document that the page belongs to.
    pub document: Option<DocumentBar>,
}

/// A mistake as it is shown.
#[derive(Debug, Serialize)]
pub struct Message {
    code: &'static str,
    severity: &'static str,
    message: String,
    label: Option<String>,
    hint: Option<String>,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    excerpt: Vec<Line>,
    notes: Vec<Note>,
    page: Option<String>,
    anchor: Option<String>,
    page_title: Option<String>,
    editor: Option<String>,
}

impl Message {
    /// Whether it is about the page at `path`.
    pub(super) fn is_on(&self, path: &str) -> bool {
        self.page.as_deref() == Some(path)
    }
}

#[derive(Debug, Serialize)]
struct Note {
    file: String,
    line: usize,
    text: String,
}

/// How far a document is.
#[derive(Debug, Serialize)]
pub struct DocumentBar {
    slug: String,
    title: String,
    status: String,
    days: i32,
    deadline: String,
    tone: Tone,
    open: Vec<String>,
    copies: Vec<CopyEntry>,
}

/// How pressing the deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Tone {
    Calm,
    Soon,
    Late,
    Done,
}

#[derive(Debug, Serialize)]
struct CopyEntry {
    id: String,
    title: String,
    download: String,
}

/// The pages of a PDF.
#[derive(Debug, Serialize)]
pub struct SheetsReport {
    revision: u64,
    stale: bool,
    pages: Vec<SheetEntry>,
    follow: Option<Follow>,
    errors: Vec<Message>,
}

#[derive(Debug, Serialize)]
struct SheetEntry {
    id: String,
    width: f64,
    height: f64,
}

#[derive(Debug, Serialize)]
struct Follow {
    page: usize,
    y: f64,
}

impl Preview {
    /// What is told beside the page at `path`.
    pub fn report(&self, moment: &Moment, path: &str) -> Report {
        let wrong = match self.artifact(moment, path) {
            Answer::Made { wrong, .. } => wrong,
            _ => Arc::default(),
        };
        let (errors, warnings) = self.messages(moment, &wrong);
        let stale = moment.is_stale() || !wrong.is_empty();
        let document = moment.shown.as_deref().and_then(|shown| self.document_bar(moment, shown, path));
        let findings = self.findings(moment, path);
        Report { revision: moment.revision, stale, errors, warnings, findings, document }
    }

    /// What is told of the pages of a copy, and where in it the anchor of a page is.
    pub fn sheets_report(
        &self,
        moment: &Moment,
        laid: &Laid,
        page: Option<&str>,
        anchor: Option<&str>,
    ) -> SheetsReport {
        let (chapter, anchor) = in_print(page, anchor);
        let spot = laid.sheets.as_ref().and_then(|sheets| sheets.find(chapter, anchor));
        let pages = laid.sheets.iter().flat_map(|sheets| sheets.sheets()).map(|sheet| SheetEntry {
            id: sheet.id.clone(),
            width: sheet.width,
            height: sheet.height,
        });
        SheetsReport {
            revision: moment.revision,
            stale: moment.is_stale() || !laid.wrong.is_empty(),
            pages: pages.collect(),
            follow: spot.map(|Spot { page, y }| Follow { page, y }),
            errors: self.messages(moment, &laid.wrong).0,
        }
    }

    /// Errors and warnings: those of the sources, and what went `wrong` in making.
    fn messages(&self, moment: &Moment, wrong: &[Diagnostic]) -> (Vec<Message>, Vec<Message>) {
        let edition = &moment.edition;
        let mut all: Vec<Diagnostic> = edition.diagnostics.iter().chain(wrong).cloned().collect();
        report::sort(&mut all, &edition.sources);
        let (errors, warnings): (Vec<_>, Vec<_>) =
            all.iter().partition(|found| found.severity() == Severity::Error);
        // Nobody reads on after so many.
        let shown = |found: Vec<&Diagnostic>| {
            found.into_iter().take(100).map(|found| self.message(edition, found)).collect()
        };
        (shown(errors), shown(warnings))
    }

    pub(super) fn message(&self, edition: &Edition, found: &Diagnostic) -> Message {
        let (file, position) = report::position(found, &edition.sources);
        let (line, column) = position.unzip();
        let place = self.whereabouts(edition, found);
        let notes = found.notes.iter().map(|note| {
            let (line, _) = edition.sources.line_column(note.span.source, note.span.start as usize);
            Note {
                file: edition.sources.file(note.span.source).path.to_string(),
                line,
                text: note.text.clone(),
            }
        });
        Message {
            code: found.code.id(),
            severity: found.severity().word(),
            message: found.message.clone(),
            label: found.label.clone(),
            hint: found.hint.clone(),
            excerpt: match found.place {
                Place::Text(span) => excerpt::lines(span, &edition.sources),
                _ => Vec::new(),
            },
            notes: notes.collect(),
            editor: self.editor_address(&found.place, &file, line, column),
            file,
            line,
            column,
            page: place.as_ref().map(|place| place.page.clone()),
            page_title: place.as_ref().map(|place| place.page_title.clone()),
            anchor: place.and_then(|place| place.anchor),
        }
    }

    fn whereabouts(&self, edition: &Edition, found: &Diagnostic) -> Option<Whereabouts> {
        let Place::Text(Span { source, start, .. }) = found.place else { return None };
        change::whereabouts(edition, &edition.sources.file(source).path, source, start as usize)
    }

    /// The address that opens a file in the editor, when it is there.
    fn editor_address(
        &self,
        place: &Place,
        file: &str,
        line: Option<usize>,
        column: Option<usize>,
    ) -> Option<String> {
        let folder = match place {
            Place::Theme { .. } => return None,
            _ => &self.content,
        };
        let path = dunce::canonicalize(read::on_disk(folder, &ContentPath::from(file))).ok()?;
        let editor = self.editor.as_ref()?;
        Some(editor.address(path.to_str()?, line.unwrap_or(1), column.unwrap_or(1)))
    }

    fn document_bar(&self, moment: &Moment, shown: &Edition, path: &str) -> Option<DocumentBar> {
        let (project, tools) = good(shown)?;
        let slug = path.split_once('/')?.0;
        let document = project.overeenkomst(slug)?;
        let plan = Plan::new(project, &shown.sources, &tools.theme, Parts::All);
        let copies = plan.of_document(document).into_iter().filter_map(|artifact| {
            let title = match artifact.recipe {
                Recipe::Signing { number, partij, .. } => format!("Tekenexemplaar {number}: {}", partij.naam),
                Recipe::Extract { uittreksel, .. } => {
                    format!("Uittreksel: {}", tools.theme.labels().uittreksel(&uittreksel))
                }
                _ => "Publicatie".to_owned(),
            };
            Some(CopyEntry { id: copy_id(&artifact.recipe)?, title, download: artifact.path })
        });
        let (days, deadline, tone) = deadline(document, moment.date);
        Some(DocumentBar {
            slug: slug.to_owned(),
            title: document.titel.clone(),
            status: tools.theme.labels().status(document.status),
            days,
            deadline,
            tone,
            open: document.openstaand().into_iter().map(ready::nog_te_doen).collect(),
            copies: copies.collect(),
        })
    }
}

/// The chapter and the anchor in print of what has `anchor` on the site's page
/// `page`. Pages of documents are named after chapters; the document's own page
/// holds the preamble, and the long page has the chapter in its anchors.
fn in_print<'a>(page: Option<&'a str>, anchor: Option<&'a str>) -> (Option<&'a str>, Option<&'a str>) {
    let Some(page) = page else { return (None, anchor) };
    // Only in folders are pages of documents.
    let name = page.rsplit_once('/').and_then(|(_, name)| name.strip_suffix(".html"));
    match name {
        // Of a light document, the chapter is in the anchors of its own page.
        Some("index") => match anchor.and_then(anchors::in_chapter) {
            Some((anchors::PREAMBLE, inner)) => (Some(PREAMBLE), Some(inner)),
            Some((chapter, inner)) => (Some(chapter), Some(inner)),
            None => (Some(PREAMBLE), anchor),
        },
        Some("volledig") => match anchor.map(|anchor| anchors::in_chapter(anchor).unwrap_or((anchor, ""))) {
            Some((anchors::PREAMBLE, inner)) => (Some(PREAMBLE), Some(inner)),
            Some((chapter, "")) => (Some(chapter), Some(chapter)),
            Some((chapter, inner)) => (Some(chapter), Some(inner)),
            None => (None, None),
        },
        name => (name, anchor),
    }
}

/// Days left, the same in words, and how pressing that is.
fn deadline(document: &Overeenkomst, today: Datum) -> (i32, String, Tone) {
    let last = document.publicatie.uiterlijk;
    let days = today.dagen_tot(last);
    let (text, tone) = match document.publicatie.datum {
        _ if document.fase(today) == Fase::Archief => {
            ("Deze afspraken gelden niet meer.".to_owned(), Tone::Done)
        }
        Some(datum) if datum <= today => (format!("Gepubliceerd op {}.", datum.voluit()), Tone::Done),
        Some(datum) => {
            let text = format!("Publicatie op {}, over {}.", datum.voluit(), dagen(today.dagen_tot(datum)));
            (text, if datum > last { Tone::Late } else { Tone::Calm })
        }
        None if days > 0 => {
            let text = format!("Nog {} tot de uiterste publicatiedatum, {}.", dagen(days), last.voluit());
            (text, if days <= NEAR { Tone::Soon } else { Tone::Calm })
        }
        None if days == 0 => {
            (format!("Vandaag is de uiterste publicatiedatum, {}.", last.voluit()), Tone::Soon)
        }
        None => {
            let text =
                format!("De uiterste publicatiedatum, {}, is {} voorbij.", last.voluit(), dagen(-days));
            (text, Tone::Late)
        }
    };
    (days, text, tone)
}

fn dagen(count: i32) -> String {
    if count == 1 { "1 dag".to_owned() } else { format!("{count} dagen") }
}
