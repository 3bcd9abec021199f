//! Text inside blocks.

use std::ops::Range;

use ecow::EcoString;
use pulldown_cmark::{Event, Tag};

use super::blocks::is_block;
use super::{MAX_DEPTH, Reader, is_comment, laws};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::typography::Typographer;
use crate::markdown::{Inline, InlineKind, inlines, plain};
use crate::source::{Span, read};

impl<'a> Reader<'a, '_> {
    /// Text up to the end of what holds it.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut content);
        }
        self.unknown_notes(&content);
        Typographer::default().set(&mut content);
        laws::link(content, self.markdown.text)
    }

    /// Text that begins with `event` and ends before the next block or the end
    /// of what holds it.
    pub(super) fn inlines_from(&mut self, event: Event<'a>, range: Range<usize>) -> Vec<Inline> {
        let mut content = Vec::new();
        self.inline(event, range, &mut content);
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) | Event::Rule => break,
                Event::Start(tag) if is_block(tag) => break,
                _ => {}
            }
            let Some((event, range)) = self.events.next() else { break };
            self.inline(event, range, &mut content);
        }
        self.unknown_notes(&content);
        Typographer::default().set(&mut content);
        laws::link(content, self.markdown.text)
    }

    /// A note that nobody wrote is text to the parser: `[^a]`.
    fn unknown_notes(&mut self, content: &[Inline]) {
        let mut found = Vec::new();
        inlines(content, &mut |inline| {
            if let InlineKind::Text(text) = &inline.kind
                && text.contains("[^")
            {
                found.push(inline.span);
            }
        });
        for span in found {
            let typed = &self.markdown.text[span.range()];
            let mut at = 0;
            while let Some(start) = typed[at..].find("[^").map(|start| at + start) {
                let Some(length) = typed[start..].find(']') else { break };
                let label = &typed[start + 2..start + length];
                let escaped = typed[..start].ends_with('\\');
                if !label.is_empty() && !label.contains(char::is_whitespace) && !escaped {
                    let range = span.start as usize + start..span.start as usize + start + length + 1;
                    let place = Span::new(self.markdown.source, range);
                    self.report(no_such_note(place, label));
                }
                at = start + length + 1;
            }
        }
    }

    pub(super) fn inline(&mut self, event: Event<'a>, range: Range<usize>, content: &mut Vec<Inline>) {
        let span = self.span(&range);
        let kind = match event {
            Event::Text(text) => {
                // Written as `&#x202e;`, it is not in the source as itself.
                if let Some(c) = text.chars().find(|c| read::is_hidden(*c))
                    && !self.raw(&range).contains(c)
                {
                    self.report(read::hidden(c, span));
                }
                return push_text(content, &text, span);
            }
            Event::Code(text) => InlineKind::Code(EcoString::from(&*text)),
            Event::SoftBreak => InlineKind::SoftBreak,
            Event::HardBreak => InlineKind::HardBreak,
            Event::InlineHtml(html) | Event::Html(html) => match self.inline_html(&html, span) {
                Some(kind) => kind,
                None => return,
            },
            Event::FootnoteReference(label) => InlineKind::FootnoteReference(self.reference(&label)),
            Event::Start(tag) => {
                if self.depth >= MAX_DEPTH {
                    return self.skip(span);
                }
                self.depth += 1;
                self.container(tag, span, content);
                self.depth -= 1;
                return;
            }
            Event::TaskListMarker(done) => {
                self.task = Some(done);
                return;
            }
            _ => return,
        };
        content.push(Inline { kind, span });
    }

    pub(super) fn inline_html(&mut self, html: &str, span: Span) -> Option<InlineKind> {
        let tag = html.trim().to_lowercase();
        if matches!(tag.as_str(), "<br>" | "<br/>" | "<br />") {
            return Some(InlineKind::HardBreak);
        }
        if is_comment(&tag) {
            return None;
        }
        self.report_html(span);
        Some(InlineKind::Text(html.into()))
    }

    pub(super) fn container(&mut self, tag: Tag<'a>, span: Span, content: &mut Vec<Inline>) {
        let kind = match tag {
            Tag::Emphasis => InlineKind::Emphasis(self.raw_inlines()),
            Tag::Strong => InlineKind::Strong(self.raw_inlines()),
            Tag::Strikethrough => InlineKind::Strikethrough(self.raw_inlines()),
            Tag::Link { link_type, dest_url, id, .. } => {
                let text = self.raw_inlines();
                match self.target(link_type, &dest_url, &id, span) {
                    Some(target) => InlineKind::Link(target, text),
                    None => return content.extend(text),
                }
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = plain::inlines(&self.raw_inlines());
                match self.picture(&dest_url, &title, &alt, span) {
                    Some(picture) => InlineKind::Picture(picture),
                    None => return,
                }
            }
            _ => return content.extend(self.raw_inlines()),
        };
        content.push(Inline { kind, span });
    }

    /// Text inside other text: quotes are set when the whole is complete, as
    /// the letter before one may stand outside.
    pub(super) fn raw_inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut content);
        }
        content
    }
}

fn push_text(content: &mut Vec<Inline>, text: &str, span: Span) {
    if let Some(Inline { kind: InlineKind::Text(last), span: last_span }) = content.last_mut() {
        last.push_str(text);
        last_span.end = span.end;
        return;
    }
    content.push(Inline { kind: InlineKind::Text(text.into()), span });
}

fn no_such_note(span: Span, label: &str) -> Diagnostic {
    Diagnostic::at(Code::V106, span, format!("De voetnoot `[^{label}]` bestaat niet."))
        .label("deze noot ontbreekt")
        .hint(format!("Schrijf onderaan het bestand een regel `[^{label}]: …` met de tekst van de noot."))
}
