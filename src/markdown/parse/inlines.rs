//! Text inside blocks.

use std::ops::Range;

use ecow::EcoString;
use pulldown_cmark::{Event, Tag};

use super::blocks::is_block;
use super::laws;
use super::reader::{AGREEMENT, MAX_DEPTH, Reader, is_comment};
use crate::markdown::typography::Typographer;
use crate::markdown::{Inline, InlineKind, Target, plain};
use crate::names::AfspraakNummer;
use crate::source::{Span, signs};

impl<'a> Reader<'a, '_> {
    /// Text up to the end of what holds it.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let content = self.raw_inlines();
        self.captions_in_text(&content);
        self.set(content)
    }

    /// The text of a paragraph.
    pub(super) fn paragraph(&mut self) -> Vec<Inline> {
        let content = self.raw_inlines();
        self.set_paragraph(content)
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
        self.set_paragraph(content)
    }

    fn set_paragraph(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        // A picture on its own is shown with its caption.
        if !matches!(content.as_slice(), [Inline { kind: InlineKind::Picture(_), .. }]) {
            self.captions_in_text(&content);
        }
        self.judge_lines(&content);
        self.set(content)
    }

    /// Sets text that is complete.
    fn set(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        self.judge_literals(&content);
        let mut content = self.marks_in_text(content);
        Typographer::default().set(&mut content);
        laws::link(content, self.markdown.text)
    }

    pub(super) fn inline(&mut self, event: Event<'a>, range: Range<usize>, content: &mut Vec<Inline>) {
        let span = self.span(&range);
        if !matches!(event, Event::Start(_)) {
            self.account.claim(range.clone());
        }
        let kind = match event {
            Event::Text(text) => {
                // Written as `&#x202e;`, it is not in the source as itself.
                if let Some(c) = text.chars().find(|c| signs::is_refused(*c))
                    && !self.raw(&range).contains(c)
                {
                    self.report(signs::refuse(c, span));
                }
                return push_text(content, &text, span);
            }
            Event::Code(text) => InlineKind::Code(EcoString::from(&*text)),
            Event::SoftBreak => {
                self.judge_line_end(&range);
                InlineKind::SoftBreak
            }
            Event::HardBreak => InlineKind::HardBreak,
            Event::InlineHtml(html) | Event::Html(html) => match self.inline_html(&html, span) {
                Some(kind) => kind,
                None => return,
            },
            Event::FootnoteReference(label) => InlineKind::FootnoteReference(self.note_mark(&label, span)),
            Event::Start(tag) => {
                if self.depth >= MAX_DEPTH {
                    return self.skip(&range);
                }
                self.depth += 1;
                self.container(tag, &range, content);
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

    pub(super) fn container(&mut self, tag: Tag<'a>, range: &Range<usize>, content: &mut Vec<Inline>) {
        let span = self.span(range);
        let kind = match tag {
            Tag::Emphasis => InlineKind::Emphasis(self.raw_inlines()),
            Tag::Strong => InlineKind::Strong(self.raw_inlines()),
            Tag::Strikethrough => InlineKind::Strikethrough(self.raw_inlines()),
            Tag::Link { link_type, dest_url, title, id } => {
                let moment = self.account.now();
                let text = self.raw_inlines();
                // An unknown name has no words behind its address: the parser gives the name.
                let title = if dest_url.as_ref() == AGREEMENT { "" } else { &title };
                self.claim_link(link_type, &id, title, range, moment);
                let Some(target) = self.target(link_type, &dest_url, &id, span) else {
                    return content.extend(text);
                };
                return content.extend(link(target, text, span));
            }
            Tag::Image { dest_url, title, id, .. } => {
                let alt = self.raw_inlines();
                self.claim_picture(&id, range, &alt);
                match self.picture(&dest_url, &title, &plain::inlines(&alt), span) {
                    Some(picture) => InlineKind::Picture(Box::new(picture)),
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

/// A link; `[B1][B2]` is one to each of the two.
fn link(target: Target, text: Vec<Inline>, span: Span) -> Vec<Inline> {
    let first = match (&target, text.as_slice()) {
        (Target::Agreement(second), [Inline { kind: InlineKind::Text(first), .. }])
            if first != second && AfspraakNummer::parse(first).is_some() =>
        {
            Target::Agreement(first.clone())
        }
        _ => return vec![Inline { kind: InlineKind::Link(Box::new(target), text), span }],
    };
    let Target::Agreement(second) = &target else { return Vec::new() };
    let middle = text.last().map_or(span.start, |last| last.span.end) + 1;
    let number = Span { start: middle + 1, end: span.end - 1, ..span };
    let second = vec![Inline { kind: InlineKind::Text(second.clone()), span: number }];
    vec![
        Inline { kind: InlineKind::Link(Box::new(first), text), span: Span { end: middle, ..span } },
        Inline { kind: InlineKind::Link(Box::new(target), second), span: Span { start: middle, ..span } },
    ]
}
