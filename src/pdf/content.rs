//! A document as Typst source: one line a block, each a call of a function of
//! the theme.
//!
//! So a changed paragraph is a changed line, which is what makes Typst's
//! incremental compilation quick, and an error in a line points at the
//! Markdown that it came from.

use std::collections::BTreeSet;

use super::call::Call;
use super::links::Way;
use super::literal::Value;
use super::selection::Selection;
use super::{Press, basis, details, evaluatie, signing, ties};
use crate::markdown::terms::Introduced;
use crate::markdown::{
    self, Alignment, Block, BlockKind, Footnote, Heading, Inline, InlineKind, Letters, List, ListItem, Marks,
    Picture, Table, Target, plain,
};
use crate::model::{
    Afspraak, Deel, Doorlopend, Hoofdstuk, HoofdstukSoort, Keuze, Overeenkomst, Thema, adres_in_ascii,
};
use crate::resolve::{Destination, Place, anchors};
use crate::source::{ContentPath, SourceId, Span};

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
        behind: BTreeSet::new(),
        introduced: Introduced::default(),
        selection: press.print.uittreksel.map(|uittreksel| Selection::of(document, uittreksel)),
    };
    let mut head = String::from("#let g = ");
    details::details(press).write(&mut head);
    // As many lines as `draft::HEAD_LINES`.
    writer.generated.line(None, &format!("#import \"{}\" as t", press.print.template()));
    writer.generated.line(Some(document.span), &head);
    writer.generated.line(Some(document.span), "#show: t.document.with(g)");
    // Not in `g`, which every page depends on: it changes with every letter of the text.
    let mut fingerprint = String::new();
    details::fingerprint(&press.canonical.fingerprint).write(&mut fingerprint);
    writer.generated.line(None, &format!("#metadata({fingerprint}) <_vingerafdruk>"));
    if writer.selection.is_none() {
        writer.preamble();
        if let Some(call) = evaluatie::evaluation(press) {
            writer.generated.line(Some(document.span), &call.line());
        }
    }
    let mut themes = 0;
    let mut overview = if writer.selection.is_none() { ties::overview(press.labels, document) } else { None };
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
                match writer.selection.as_ref().map(|selection| (selection.has_part(deel), selection.keuze()))
                {
                    None => writer.theme(deel, thema, themes),
                    Some((true, keuze)) if keuze.heel(thema) => writer.theme(deel, thema, themes),
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

/// Writes the lines of one copy.
pub(super) struct Writer<'a> {
    pub(super) press: &'a Press<'a>,
    pub(super) document: &'a Overeenkomst,
    pub(super) generated: Generated,
    /// The file that is being written, which anchors in it belong to.
    chapter: SourceId,
    footnotes: &'a [Footnote],
    /// Footnotes that were set before, and get their number again.
    named: Vec<(SourceId, usize)>,
    /// Added to the level of headings, in an agreement that stands elsewhere than it was written.
    moved: i8,
    /// Whether it is a title or a heading, which contents and running heads repeat.
    quiet: bool,
    /// Whether the heading before this line waits, as `voor`, for the table that it goes with.
    held: bool,
    /// What the block that is being written stands in, outermost first: the names of
    /// the theme's functions.
    around: Vec<&'static str>,
    /// Labels at the end of the copy that its text leads to.
    pub(super) behind: BTreeSet<String>,
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
            .named("soort", &Value::text("preambule"))
            .named("titel", &Value::text(self.press.labels.text("vooraf")))
            .named("anker", &Value::text(part_anchor(PREAMBLE)));
        self.generated.line(Some(self.document.span), &call.line());
        self.text(&preamble.blocks);
    }

    fn chapter(&mut self, hoofdstuk: &'a Hoofdstuk) {
        self.begin(hoofdstuk.source, &hoofdstuk.tekst.footnotes);
        let mut call = Call::new("deel");
        call = match hoofdstuk.soort {
            HoofdstukSoort::Hoofdstuk => call.named("soort", &Value::text("hoofdstuk")),
            HoofdstukSoort::Bijlage { nummer } => call
                .named("soort", &Value::text("bijlage"))
                .named("nummer", &Value::Number(i64::try_from(nummer).unwrap_or(i64::MAX))),
        };
        let call = call
            .named("titel", &Value::prose(&hoofdstuk.titel))
            .named("anker", &Value::text(part_anchor(hoofdstuk.slug.as_str())));
        // Figures come after the opening of a chapter, before its first heading.
        let (opening, rest) = hoofdstuk.opening();
        let holds = self.document.basis.is_none() && opening.first().is_some_and(Block::is_table);
        self.heading_line(Span::new(hoofdstuk.source, 0..0), &call, holds);
        self.text(opening);
        self.figures(Span::new(hoofdstuk.source, 0..0), &hoofdstuk.cijfers);
        self.text(rest);
    }

    fn theme(&mut self, deel: &Deel, thema: &'a Thema, number: i64) {
        self.begin(thema.source, &thema.voetnoten);
        let labels = self.press.labels;
        let call = Call::new("thema")
            .named("titel", &Value::prose(&thema.titel))
            .named("label", &Value::text(labels.thema(thema)))
            .named("nummer", &Value::Number(number))
            .named("anker", &Value::text(part_anchor(thema.slug.as_str())))
            .named("samenvatting", &Value::optional_prose(thema.samenvatting.as_ref()))
            .named("visie", &Value::proses(&thema.visie))
            .named("doelen", &Value::proses(&thema.doelen))
            .named("uitzonderingen", &signing::exceptions(&thema.tekent_niet_mee));
        let grounds = self.grounds(&thema.grondslag).into_iter();
        let call = grounds.fold(call, |call, (name, value)| call.named(name, &value));
        let standing = self.standing_of_theme(thema);
        let call = if standing.is_empty() { call } else { call.named("plaats", &standing) };
        let extra = thema.extra_partijen.iter().map(|partij| partij.naam.clone());
        let call = match extra.len() {
            0 => call,
            _ => call.named("extra-partijen", &Value::texts(extra)),
        };
        self.generated.line(Some(thema.span), &call.line());
        if !thema.indicatoren.is_empty() {
            let style = &self.press.project.site.huisstijl;
            let mut call = Call::new("indicatoren");
            for indicator in &thema.indicatoren {
                call = call.value(&details::indicator(labels, style, indicator));
            }
            self.generated.line(Some(thema.span), &call.line());
        }
        for onderdeel in thema.doorlopend() {
            match onderdeel {
                Doorlopend::Tekst(blocks) => self.text(blocks),
                Doorlopend::Afspraak(afspraak) => {
                    self.agreement_at(afspraak.kopniveau, thema, afspraak, &[]);
                }
                Doorlopend::Elders(plaats) => {
                    let note = Call::new("alinea").value(&Value::text(self.press.labels.elders(plaats)));
                    self.generated.line(Some(thema.span), &note.line());
                }
            }
        }
        self.figures(thema.span, &thema.cijfers);
        self.work_agenda(deel, thema);
    }

    /// The agreements of a theme that are in an extract. What stands between them
    /// is left out, and so are the headings above them: each is one below the theme.
    fn some_of_theme(&mut self, thema: &'a Thema, number: i64, keuze: Keuze) {
        self.begin(thema.source, &thema.voetnoten);
        let call = Call::new("thema")
            .named("titel", &Value::prose(&thema.titel))
            .named("label", &Value::text(self.press.labels.thema(thema)))
            .named("nummer", &Value::Number(number))
            .named("anker", &Value::text(part_anchor(thema.slug.as_str())))
            .named("samenvatting", &Value::optional_prose(thema.samenvatting.as_ref()))
            .named("uitzonderingen", &signing::exceptions(&thema.tekent_niet_mee));
        self.generated.line(Some(thema.span), &call.line());
        for afspraak in thema.afspraken().filter(|afspraak| keuze.bevat(thema, afspraak)) {
            self.agreement_at(2, thema, afspraak, &[]);
        }
    }

    /// Whether this is an extract of some agreements, each in its theme.
    pub(super) fn is_some_of_themes(&self) -> bool {
        let keuze = self.selection.as_ref().map(Selection::keuze);
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

    /// An agreement with its heading at `level`, without the facts called `without`.
    pub(super) fn agreement_at(
        &mut self,
        level: u8,
        thema: &Thema,
        afspraak: &'a Afspraak,
        without: &[&str],
    ) {
        let mut call = Call::new("afspraak")
            .named("nummer", &Value::text(afspraak.nummer.as_str()))
            .named("anker", &Value::text(agreement_anchor(afspraak.nummer.as_str())))
            .named("niveau", &Value::Number(i64::from(level)));
        let mut title = Call::new("tekst");
        self.quietly(|writer| writer.inlines(&afspraak.titel, &mut title));
        call.open_named("titel");
        call.push_call(&title);
        let facts = details::facts(self.press.labels, thema, afspraak).into_iter();
        for (name, value) in facts.filter(|(name, _)| !without.contains(name)) {
            call = call.named(name, &value);
        }
        let figures = self.figures_of(afspraak);
        if !figures.is_empty() && !without.contains(&"cijfers") {
            call = call.named("cijfers", &Value::proses(figures));
        }
        for (name, value) in self.grounds(&afspraak.grondslag) {
            call = call.named(name, &value);
        }
        let standing = self.standing(afspraak);
        if !standing.is_empty() {
            call = call.named("plaats", &standing);
        }
        let ties = ties::ties(self.document, afspraak, &|nummer| self.is_here(nummer)).into_iter();
        for (name, value) in ties.chain(details::worked_out(self.press, afspraak)) {
            call = call.named(name, &value);
        }
        if let Some(herkomst) = self.document.herkomst_van_afspraak(afspraak) {
            call = call.named("herkomst", &basis::herkomst(self.press.labels, self.document, herkomst));
        }
        self.generated.line(Some(afspraak.span), &call.line());
        self.moved = i8::try_from(i16::from(level) - i16::from(afspraak.kopniveau)).unwrap_or_default();
        self.blocks(&afspraak.tekst);
        self.moved = 0;
    }

    /// Text, with a line that says where it comes from at each change of that.
    fn text(&mut self, blocks: &'a [Block]) {
        for run in self.document.stukken(blocks) {
            let span = run.first().map(|block| block.span);
            if let Some(herkomst) = span.and_then(|span| self.document.herkomst_van_tekst(span)) {
                let call =
                    Call::new("herkomst").value(&basis::herkomst(self.press.labels, self.document, herkomst));
                self.generated.line(span, &call.line());
            }
            self.blocks(run);
        }
    }

    /// What the document takes from its base, and what it leaves out.
    fn basis(&mut self) {
        let Some(basis) = &self.document.basis else { return };
        let call = Call::new("basistekst")
            .named("anker", &Value::text(anchors::LEFT_OUT))
            .named("g", &basis::details(self.press, basis));
        self.generated.line(Some(basis.naam.span), &call.line());
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for (index, block) in blocks.iter().enumerate() {
            let mut call = self.block(block);
            match &block.kind {
                BlockKind::Heading(_) => {
                    let holds = blocks.get(index + 1).is_some_and(Block::is_table);
                    self.heading_line(block.span, &call, holds);
                    continue;
                }
                // It stands in nothing else, so that it may have a page of its own.
                BlockKind::Table(_) => {
                    call = call.flag("eigen-blad", true);
                    if std::mem::take(&mut self.held) {
                        call.open_named("voor");
                        call.push_name(HELD);
                    }
                }
                _ => {}
            }
            self.generated.line(Some(block.span), &call.line());
        }
    }

    /// A heading; `holds` when a table comes next, which takes it along to where it goes.
    fn heading_line(&mut self, span: Span, call: &Call, holds: bool) {
        self.held = holds;
        let line = if holds { call.binding(HELD) } else { call.line() };
        self.generated.line(Some(span), &line);
    }

    fn nested(&mut self, blocks: &'a [Block], call: &mut Call) {
        for block in blocks {
            let inner = self.block(block);
            call.argument();
            call.push_call(&inner);
        }
    }

    fn block(&mut self, block: &'a Block) -> Call {
        match &block.kind {
            BlockKind::Paragraph(content) => self.with_inlines("alinea", content),
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::List(list) => self.list(list),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => {
                let mut call = Call::new("citaat");
                self.within("citaat", |writer| writer.nested(blocks, &mut call));
                call
            }
            BlockKind::Callout(callout, blocks) => {
                let title = self.press.labels.text(&format!("kader-{}", callout.id()));
                let mut call = Call::new("kader")
                    .named("soort", &Value::text(callout.id()))
                    .named("titel", &Value::text(title));
                self.within("kader", |writer| writer.nested(blocks, &mut call));
                call
            }
            BlockKind::Code { text, .. } => Call::new("code").raw(text.trim_end(), true),
            BlockKind::Figure(picture) => {
                let call = self.picture("figuur", picture);
                match &picture.caption {
                    Some(caption) => call.value(&Value::prose(caption.as_str())),
                    None => call,
                }
            }
            BlockKind::Definitions(definitions) => {
                let mut call = Call::new("begrippen");
                for definition in definitions {
                    let mut pair = Call::new("begrip");
                    let term = self.with_inlines("tekst", &definition.term);
                    pair.argument();
                    pair.push_call(&term);
                    for explanation in &definition.explanations {
                        self.within("begrippen", |writer| {
                            writer.item_blocks(explanation, explanation.len() == 1, &mut pair);
                        });
                    }
                    call.argument();
                    call.push_call(&pair);
                }
                call
            }
            BlockKind::Rule => Call::new("scheiding"),
        }
    }

    fn heading(&mut self, heading: &'a Heading) -> Call {
        let anchor = heading_anchor(self.chapter_slug(), &heading.anchor);
        let mut call = Call::new("kop")
            .value(&Value::Number((i64::from(heading.level) + i64::from(self.moved)).clamp(2, 6)))
            .named("anker", &Value::text(anchor));
        self.quietly(|writer| writer.inlines(&heading.content, &mut call));
        call
    }

    fn chapter_slug(&self) -> &'a str {
        slug_of(self.home())
    }

    /// Whose text is being written: that of a part, or the document's own.
    fn home(&self) -> Place<'a> {
        let deel = self.document.delen.iter().find(|deel| deel.source() == self.chapter);
        deel.map_or(Place::Document(self.document), |deel| Place::Part(self.document, deel))
    }

    fn list(&mut self, list: &'a List) -> Call {
        let tasks = list.items.iter().any(|item| item.task.is_some());
        let begin = |start: u64| Value::Number(i64::try_from(start).unwrap_or(1));
        let (function, call) = match list.marks {
            _ if tasks => ("takenlijst", Call::new("takenlijst")),
            Marks::Bullets => ("lijst", Call::new("lijst")),
            Marks::Numbers(start) => ("nummers", Call::new("nummers").named("begin", &begin(start))),
            // The pattern of Typst's numberings is the first mark of the series itself.
            Marks::Letters(letters) => (
                "letterlijst",
                Call::new("letterlijst")
                    .named("begin", &begin(letters.start))
                    .named("vorm", &Value::text(Letters { start: 1, ..letters }.mark(0).as_str())),
            ),
        };
        let mut call = call.flag("vast", list.tight);
        if self.around.iter().filter(|place| LISTS.contains(place)).count() + 1 == NARROW_LISTS {
            call = call.flag("smal", true);
        }
        self.within(function, |writer| {
            for item in &list.items {
                let inner = writer.item(item, list.tight);
                call.argument();
                call.push_call(&inner);
            }
        });
        call
    }

    /// Writes what stands in a block that `function` makes.
    fn within<T>(&mut self, function: &'static str, write: impl FnOnce(&mut Self) -> T) -> T {
        self.around.push(function);
        let written = write(self);
        self.around.pop();
        written
    }

    fn item(&mut self, item: &'a ListItem, tight: bool) -> Call {
        let mut call = match item.task {
            Some(done) => Call::new("taak").flag("klaar", done),
            None => Call::new("punt"),
        };
        self.item_blocks(&item.blocks, tight, &mut call);
        call
    }

    /// The paragraphs of a tight item are set without space around them.
    fn item_blocks(&mut self, blocks: &'a [Block], tight: bool, call: &mut Call) {
        for block in blocks {
            let inner = match &block.kind {
                BlockKind::Paragraph(content) if tight => self.with_inlines("tekst", content),
                _ => self.block(block),
            };
            call.argument();
            call.push_call(&inner);
        }
    }

    fn table(&mut self, table: &'a Table) -> Call {
        let alignment = table.alignment.iter().map(|alignment| match alignment {
            Alignment::Auto => "auto",
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        });
        let mut call = Call::new("tabel").named("uitlijning", &Value::texts(alignment));
        if !self.around.is_empty() {
            call = call.named("binnen", &Value::texts(self.around.iter().copied()));
        }
        call.open_named("kop");
        call.open_list();
        for cell in &table.head {
            let cell = self.quietly(|writer| writer.with_inlines("cel", cell));
            call.push_call(&cell);
            call.next_in_list();
        }
        call.close_list();
        if table.head.iter().any(|cell| leads_somewhere(cell)) {
            // What repeats the head on the next page is no part of the text: PDF/UA-1 allows no link in it.
            call = call.named("kop-kaal", &Value::texts(table.head.iter().map(|cell| plain::inlines(cell))));
        }
        for row in &table.rows {
            let mut cells = Call::new("rij");
            for cell in row {
                let cell = self.with_inlines("cel", cell);
                cells.argument();
                cells.push_call(&cell);
            }
            call.argument();
            call.push_call(&cells);
        }
        call
    }

    fn picture(&self, function: &'static str, picture: &Picture) -> Call {
        Call::new(function)
            .value(&Value::text(media_path(&picture.path)))
            .named("alt", &Value::text(picture.alt.as_str()))
    }

    fn with_inlines(&mut self, function: &'static str, content: &'a [Inline]) -> Call {
        let mut call = Call::new(function);
        self.inlines(content, &mut call);
        call
    }

    pub(super) fn inlines(&mut self, content: &'a [Inline], call: &mut Call) {
        for (index, inline) in content.iter().enumerate() {
            match &inline.kind {
                InlineKind::Link(target, inner) => self.link(target, inner, content.get(index + 1), call),
                _ => self.inline(inline, call),
            }
        }
    }

    /// Writes what is repeated elsewhere: nothing in it is counted as a place of its own.
    fn quietly<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.quiet, true);
        let written = write(self);
        self.quiet = outer;
        written
    }

    fn inline(&mut self, inline: &'a Inline, call: &mut Call) {
        let inner = match &inline.kind {
            InlineKind::Text(text) => return call.text(text),
            InlineKind::SoftBreak => return call.text(" "),
            InlineKind::Code(text) => Call::new("codetekst").raw(text, false),
            InlineKind::Emphasis(inner) => self.with_inlines("nadruk", inner),
            InlineKind::Strong(inner) => self.with_inlines("sterk", inner),
            InlineKind::Strikethrough(inner) => self.with_inlines("doorgehaald", inner),
            InlineKind::HardBreak => Call::new("regeleinde"),
            InlineKind::Picture(picture) => self.picture("beeld", picture),
            InlineKind::FootnoteReference(index) => match self.footnote(*index) {
                Some(call) => call,
                None => return,
            },
            // Written with what comes next, in `inlines`.
            InlineKind::Link(target, inner) => return self.link(target, inner, None, call),
        };
        call.argument();
        call.push_call(&inner);
    }

    /// A note is set where it is first named, and named by its number after.
    fn footnote(&mut self, index: usize) -> Option<Call> {
        let anchor = format!("noot-{}--{}", self.chapter_slug(), index + 1);
        if self.named.contains(&(self.chapter, index)) {
            return Some(Call::new("noot-weer").value(&Value::text(anchor)));
        }
        self.named.push((self.chapter, index));
        let footnote = self.footnotes.get(index)?;
        let mut call = Call::new("noot").named("anker", &Value::text(anchor));
        // A note stands below the page, whatever its reference stands in.
        let outer = std::mem::replace(&mut self.around, vec!["noot"]);
        match footnote.blocks.as_slice() {
            [Block { kind: BlockKind::Paragraph(content), .. }] => {
                let text = self.with_inlines("tekst", content);
                call.argument();
                call.push_call(&text);
            }
            blocks => self.nested(blocks, &mut call),
        }
        self.around = outer;
        Some(call)
    }

    fn link(&mut self, target: &Target, inner: &'a [Inline], next: Option<&Inline>, call: &mut Call) {
        let way = match self.press.resolver.resolve(self.home(), target) {
            Some(Destination::Term(begrip)) if !self.quiet => return self.term(begrip, inner, next, call),
            // In a heading a term is plain words.
            Some(Destination::Term(_)) | None => None,
            Some(to) => self.way(to),
        };
        let mut link = match way {
            Some(Way::Behind(anchor)) => {
                self.behind.insert(anchor.clone());
                let function = if self.quiet { "naar" } else { "naar-achterin" };
                Call::new(function).value(&Value::text(anchor))
            }
            Some(Way::Inside(anchor)) => Call::new("naar").value(&Value::text(anchor)),
            Some(Way::Outside(address)) => {
                Call::new("koppeling").value(&Value::text(adres_in_ascii(&address)))
            }
            None => {
                let bracket = matches!(target, Target::Agreement(_));
                if bracket {
                    call.text("[");
                }
                self.inlines(inner, call);
                if bracket {
                    call.text("]");
                }
                return;
            }
        };
        self.inlines(inner, &mut link);
        call.argument();
        call.push_call(&link);
    }
}

/// Whether something in it is a link or a note, which is a link too.
fn leads_somewhere(content: &[Inline]) -> bool {
    let mut found = false;
    markdown::inlines(content, &mut |inline| {
        found |= matches!(inline.kind, InlineKind::Link(..) | InlineKind::FootnoteReference(_));
    });
    found
}

/// The name of a heading that waits for its table.
const HELD: &str = "voor";

/// The functions that make lists.
const LISTS: [&str; 4] = ["lijst", "nummers", "letterlijst", "takenlijst"];

/// How many lists inside each other leave little room for words.
const NARROW_LISTS: usize = 4;

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

/// Where Typst finds a picture.
pub fn media_path(path: &ContentPath) -> String {
    format!("/media/{path}")
}
