//! A document as Typst source: one line a block, each a call of a function of
//! the theme.
//!
//! So a changed paragraph is a changed line, which is what makes Typst's
//! incremental compilation quick, and an error in a line points at the
//! Markdown that it came from.

use std::cell::RefCell;

use super::call::Call;
use super::literal;
use super::press::Press;
use super::selection::Selection;
use crate::markdown::terms::Introduced;
use crate::markdown::{Block, Footnote};
use crate::model::{
    Afspraak, Cijfertabel, Deel, Doorlopend, Hoofdstuk, HoofdstukSoort, Keuze, Overeenkomst, Thema,
};
use crate::order::SortedSet;
use crate::resolve::{Place, anchors};
use crate::source::{SourceId, Span};
use crate::view::{AgreementView, Proza, ThemeView, View};

/// Generated source, and where each line came from.
#[derive(Debug, Clone, Default)]
pub struct Generated {
    /// The source.
    pub text: String,
    spans: Vec<Option<Span>>,
}

impl Generated {
    /// The Markdown behind a line, counted from 0.
    pub fn span_of_line(&self, line: usize) -> Option<Span> {
        self.spans.get(line).copied().flatten()
    }

    /// Adds a line, with the Markdown behind it.
    pub(super) fn line(&mut self, span: Option<Span>, code: &str) {
        self.text.push_str(code);
        self.text.push('\n');
        self.spans.push(span);
    }
}

/// The source of the copy that is on `press`.
pub fn generate<'a>(press: &'a Press<'a>) -> Generated {
    let document = press.print.document;
    let mut writer = Writer {
        press,
        document,
        generated: Generated::default(),
        chapter: document.source,
        footnotes: &[],
        named: Vec::new(),
        moved: 0,
        quiet: false,
        held: false,
        around: Vec::new(),
        behind: RefCell::default(),
        introduced: Introduced::default(),
        selection: press.print.uittreksel.map(|uittreksel| Selection::of(document, uittreksel)),
    };
    let mut head = String::from("#let g = ");
    literal::write(&writer.details(), &mut head);
    // As many lines as `draft::HEAD_LINES`.
    writer.generated.line(None, &format!("#import \"{}\" as t", press.print.template()));
    writer.generated.line(Some(document.span), &head);
    writer.generated.line(Some(document.span), "#show: t.document.with(g)");
    // Not in `g`, which every page depends on: the one changes with every letter of the text, the
    // other from copy to copy.
    let metadata =
        [metadata("_vingerafdruk", &writer.fingerprint()), metadata("_exemplaar", &writer.number())];
    metadata.iter().for_each(|line| writer.generated.line(None, line));
    if writer.selection.is_none() {
        writer.preamble();
        if let Some(evaluatie) = writer.view().evaluation(document) {
            let call = Call::new("evaluatie").value(&evaluatie);
            writer.generated.line(Some(document.span), &call.line());
        }
    }
    let mut themes = 0;
    let mut overview = if writer.selection.is_none() { writer.overview() } else { None };
    for deel in &document.delen {
        // After all that is agreed on, before what is added to it.
        if matches!(deel, Deel::Hoofdstuk(hoofdstuk) if hoofdstuk.is_bijlage())
            && let Some(call) = overview.take()
        {
            writer.generated.line(Some(document.span), &call.line());
        }
        match deel {
            Deel::Thema(thema) => {
                themes += 1;
                match writer.selection.as_ref().map(|selection| (selection.has_part(deel), selection.keuze)) {
                    None => writer.theme(thema, themes),
                    Some((true, keuze)) if keuze.heel(thema) => writer.theme(thema, themes),
                    Some((true, keuze)) => writer.some_of_theme(thema, themes, keuze),
                    Some((false, _)) => {}
                }
            }
            Deel::Hoofdstuk(hoofdstuk) if writer.selection.is_none() => writer.chapter(hoofdstuk),
            Deel::Hoofdstuk(_) => {}
        }
    }
    if writer.selection.is_none() {
        writer.basis();
    }
    if let Some(call) = overview {
        writer.generated.line(Some(document.span), &call.line());
    }
    writer.archive();
    writer.behind();
    writer.generated
}

/// A value that the theme finds by its label.
fn metadata(label: &str, value: &dyn erased_serde::Serialize) -> String {
    let mut literal = String::new();
    literal::write(value, &mut literal);
    format!("#metadata({literal}) <{label}>")
}

/// Writes the lines of one copy.
pub(super) struct Writer<'a> {
    pub(super) press: &'a Press<'a>,
    pub(super) document: &'a Overeenkomst,
    pub(super) generated: Generated,
    /// The file that is being written, which anchors in it belong to.
    pub(super) chapter: SourceId,
    pub(super) footnotes: &'a [Footnote],
    /// Footnotes that were set before, and get their number again.
    pub(super) named: Vec<(SourceId, usize)>,
    /// Added to the level of headings, in an agreement that stands elsewhere than it was written.
    pub(super) moved: i8,
    /// Whether it is a title or a heading, which contents and running heads repeat.
    pub(super) quiet: bool,
    /// Whether the heading before this line waits, as `voor`, for the table that it goes with.
    pub(super) held: bool,
    /// What the block that is being written stands in, outermost first: the names of
    /// the theme's functions.
    pub(super) around: Vec<&'static str>,
    /// Labels at the end of the copy that its text leads to.
    pub(super) behind: RefCell<SortedSet<String>>,
    /// Terms that were named before in this copy.
    pub(super) introduced: Introduced,
    /// What of the document is written; nothing stands for all.
    pub(super) selection: Option<Selection<'a>>,
}

impl<'a> Writer<'a> {
    pub(super) fn begin(&mut self, source: SourceId, footnotes: &'a [Footnote]) {
        self.chapter = source;
        self.footnotes = footnotes;
    }

    fn preamble(&mut self) {
        let preamble = &self.document.preambule;
        if preamble.blocks.is_empty() {
            return;
        }
        self.begin(self.document.source, &preamble.footnotes);
        let call = Call::new("deel")
            .named("soort", "preambule")
            .word("titel", "vooraf")
            .named("anker", &part_anchor(PREAMBLE));
        self.generated.line(Some(self.document.span), &call.line());
        self.text(&preamble.blocks);
    }

    fn chapter(&mut self, hoofdstuk: &'a Hoofdstuk) {
        self.begin(hoofdstuk.source, &hoofdstuk.tekst.footnotes);
        let call = match hoofdstuk.soort {
            HoofdstukSoort::Hoofdstuk => Call::new("deel").named("soort", "hoofdstuk"),
            HoofdstukSoort::Bijlage { nummer } => {
                Call::new("deel").named("soort", "bijlage").named("nummer", &nummer)
            }
        };
        let call = call
            .named("titel", &Proza::from(hoofdstuk.titel.as_str()))
            .named("anker", &part_anchor(hoofdstuk.slug.as_str()));
        // Figures come after the opening of a chapter, before its first heading.
        let (opening, rest) = hoofdstuk.opening();
        let holds = self.document.basis.is_none() && opening.first().is_some_and(Block::is_table);
        self.heading_line(Span::new(hoofdstuk.source, 0..0), &call, holds);
        self.text(opening);
        self.figures(Span::new(hoofdstuk.source, 0..0), &hoofdstuk.cijfers);
        self.text(rest);
    }

    fn theme(&mut self, thema: &'a Thema, number: usize) {
        self.begin(thema.source, &thema.voetnoten);
        self.theme_line(thema, number, &self.view().theme(thema));
        if !thema.indicatoren.is_empty() {
            let measures =
                thema.indicatoren.iter().map(|indicator| self.view().measure(indicator, self.look()));
            let call = measures.fold(Call::new("indicatoren"), |call, measure| call.value(&measure));
            self.generated.line(Some(thema.span), &call.line());
        }
        for onderdeel in thema.doorlopend() {
            match onderdeel {
                Doorlopend::Tekst(blocks) => self.text(blocks),
                Doorlopend::Afspraak(afspraak) => {
                    let view = self.agreement(thema, afspraak);
                    self.agreement_at(afspraak.kopniveau, afspraak, &view);
                }
                Doorlopend::Elders(plaats) => {
                    let note = Call::new("alinea").value(&self.press.labels.elders(plaats));
                    self.generated.line(Some(thema.span), &note.line());
                }
            }
        }
        self.figures(thema.span, &thema.cijfers);
        self.work_agenda(thema);
    }

    fn theme_line(&mut self, thema: &Thema, number: usize, view: &ThemeView) {
        let call = Call::new("thema")
            .value(view)
            .named("nummer", &number)
            .named("anker", &part_anchor(thema.slug.as_str()));
        self.generated.line(Some(thema.span), &call.line());
    }

    /// The agreements of a theme that are in an extract. What stands between them
    /// is left out, and so are the headings above them: each is one below the theme.
    fn some_of_theme(&mut self, thema: &'a Thema, number: usize, keuze: Keuze) {
        self.begin(thema.source, &thema.voetnoten);
        self.theme_line(thema, number, &self.view().theme_in_part(thema));
        for afspraak in thema.afspraken().filter(|afspraak| keuze.bevat(thema, afspraak)) {
            let view = self.agreement(thema, afspraak);
            self.agreement_at(2, afspraak, &view);
        }
    }

    /// What readers of this copy see.
    pub(super) fn view(&self) -> View<'_> {
        View { project: self.press.project, labels: self.press.labels, medium: self }
    }

    /// What readers of this copy see of an agreement.
    pub(super) fn agreement(&self, thema: &Thema, afspraak: &Afspraak) -> AgreementView {
        self.view().agreement(self.document, thema, afspraak)
    }

    /// Whether this is an extract of some agreements, each in its theme.
    pub(super) fn is_some_of_themes(&self) -> bool {
        let keuze = self.selection.as_ref().map(|selection| selection.keuze);
        matches!(keuze, Some(Keuze::Partij(_) | Keuze::Jaar(_)))
    }

    /// Whether this is all of the document.
    pub(super) fn is_whole(&self) -> bool {
        self.selection.is_none()
    }

    /// Whether an agreement is on this paper.
    pub(super) fn is_here(&self, nummer: &str) -> bool {
        self.selection.as_ref().is_none_or(|selection| selection.has_agreement(nummer))
    }

    /// An agreement with its heading at `level`.
    pub(super) fn agreement_at(&mut self, level: u8, afspraak: &'a Afspraak, view: &AgreementView) {
        let mut call = Call::new("afspraak")
            .value(view)
            .named("anker", &agreement_anchor(afspraak.nummer.as_str()))
            .named("niveau", &level);
        call.open_named("titel");
        call.push_call(&self.quietly(|writer| writer.with_inlines("tekst", &afspraak.titel)));
        self.generated.line(Some(afspraak.span), &call.line());
        self.moved = i8::try_from(i16::from(level) - i16::from(afspraak.kopniveau)).unwrap_or_default();
        self.blocks(&afspraak.tekst);
        self.moved = 0;
    }

    /// The tables of a part below a heading; nothing when it has none.
    fn figures(&mut self, span: Span, tabellen: &[Cijfertabel]) {
        if tabellen.is_empty() {
            return;
        }
        let heading = Call::new("cijferkop").text_word("cijfers");
        self.generated.line(Some(span), &heading.line());
        for tabel in tabellen {
            for blad in self.view().figures(self.document, tabel) {
                self.generated.line(Some(tabel.span), &Call::new("cijferblad").value(&blad).line());
            }
        }
    }

    /// The page with who acts where and which agreements belong together; nothing
    /// when there is nothing to show on it.
    fn overview(&self) -> Option<Call> {
        let (verdeling, pakketten) =
            (self.view().balance(self.document), self.view().packages(self.document));
        (verdeling.is_some() || !pakketten.is_empty())
            .then(|| Call::new("samenhang").named("verdeling", &verdeling).named("pakketten", &pakketten))
    }

    /// Text, with a line that says where it comes from at each change of that.
    fn text(&mut self, blocks: &'a [Block]) {
        for run in self.document.stukken(blocks) {
            let span = run.first().map(|block| block.span);
            if let Some(herkomst) = span.and_then(|span| self.document.herkomst_van_tekst(span)) {
                let call = Call::new("herkomst").value(&self.view().origin(self.document, herkomst));
                self.generated.line(span, &call.line());
            }
            self.blocks(run);
        }
    }

    /// What the document takes from its base, and what it leaves out.
    fn basis(&mut self) {
        let Some(basis) = &self.document.basis else { return };
        let call = Call::new("basistekst")
            .named("anker", anchors::LEFT_OUT)
            .named("basis", &self.view().basis(self.document));
        self.generated.line(Some(basis.naam.span), &call.line());
    }
}

/// Stands for the preamble among the addresses of chapters, none of which begins so.
pub const PREAMBLE: &str = "_preambule";

/// The name of a chapter in the labels of its headings.
pub fn slug_of(home: Place<'_>) -> &str {
    match home {
        Place::Part(_, deel) => deel.slug().as_str(),
        _ => PREAMBLE,
    }
}

/// The label of a chapter.
pub fn part_anchor(slug: &str) -> String {
    format!("deel-{slug}")
}

/// The label of a heading in a chapter.
pub fn heading_anchor(slug: &str, anchor: &str) -> String {
    format!("kop-{slug}--{anchor}")
}

/// The label of an agreement.
pub fn agreement_anchor(nummer: &str) -> String {
    format!("afspraak-{nummer}")
}
