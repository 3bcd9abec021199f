//! The account of every byte: what of the Markdown became part of the tree, what
//! was markup that did its work, and what is left over.
//!
//! While the tree is made, each reader claims the stretches that it used. What
//! nobody claimed and is more than blanks and marks (`#`, `|`, `**`) would be lost
//! without a word, and is told: by the reader that knows why, or at the end by
//! [`Reader::leftovers`] for whatever nobody thought of.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::account::{Address, fold};
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Inline, InlineKind, inlines};
use crate::order;

impl Reader<'_, '_> {
    /// Claims what a link has beside its text, and tells of words behind its address,
    /// which no reader sees.
    pub(super) fn claim_link(
        &mut self,
        kind: LinkType,
        name: &str,
        title: &str,
        range: &Range<usize>,
        moment: usize,
    ) {
        let inner = self.account.since(moment).unwrap_or(range.start..range.start);
        self.account.claim(range.clone());
        match kind {
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
                let Some(address) = self.addresses.by_name.get_mut(&fold(name)) else { return };
                let first = !std::mem::replace(&mut address.used, true);
                if let Some(title) = address.title.clone().filter(|title| first && !title.trim().is_empty()) {
                    let range = address.range.clone();
                    self.title_is_lost(&title, range);
                }
            }
            _ if !title.trim().is_empty() => self.title_is_lost(title, inner.end..range.end),
            _ => {}
        }
    }

    /// Claims the whole of a picture, whose words are its text and its caption, and
    /// tells of what cannot stand in that text.
    pub(super) fn claim_picture(&mut self, name: &str, range: &Range<usize>, alt: &[Inline]) {
        self.account.claim(range.clone());
        if let Some(address) = self.addresses.by_name.get_mut(&fold(name)) {
            address.used = true;
        }
        let mut lost = Vec::new();
        inlines(alt, &mut |inline| {
            if matches!(inline.kind, InlineKind::Picture(_) | InlineKind::FootnoteReference(_)) {
                lost.push(inline.span);
            }
        });
        for span in lost {
            self.report(
                Diagnostic::at(
                    Code::X107,
                    span,
                    "In de beschrijving van een afbeelding kan geen voetnoot of andere afbeelding staan.",
                )
                .label("dit zou verdwijnen")
                .hint("Zet dit in de tekst, achter of onder de afbeelding."),
            );
        }
    }

    /// Tells of captions of pictures in running text, where none is shown.
    pub(super) fn captions_in_text(&mut self, content: &[Inline]) {
        let mut found = Vec::new();
        inlines(content, &mut |inline| {
            if let InlineKind::Picture(picture) = &inline.kind
                && let Some(caption) = &picture.caption
            {
                found.push((picture.span, shorten(caption)));
            }
        });
        for (span, caption) in found {
            self.report(
                Diagnostic::at(Code::X107, span, format!("Lezers zien het bijschrift `{caption}` niet."))
                    .label("staat niet in een eigen alinea")
                    .hint("Zet de afbeelding in een eigen alinea, met een lege regel ervoor en erna."),
            );
        }
    }

    fn title_is_lost(&mut self, title: &str, range: Range<usize>) {
        let title = shorten(title);
        let span = self.span(&range);
        self.report(
            Diagnostic::at(Code::X107, span, format!("Lezers zien de woorden `{title}` bij deze link niet."))
                .label("deze woorden zouden verdwijnen")
                .hint("Zet de woorden tussen de vierkante haken of in de zin, of haal ze weg."),
        );
    }

    /// Claims what stands behind the text of a heading: a name in braces. Whatever
    /// else is in braces would vanish.
    pub(super) fn claim_heading(&mut self, range: &Range<usize>, moment: usize) {
        let inner = self.account.since(moment).map_or(range.start, |inner| inner.end);
        let behind = &self.body()[inner..range.end];
        let Some((open, close)) =
            behind.find('{').zip(behind.rfind('}')).filter(|(open, close)| open < close)
        else {
            return;
        };
        let braces = inner + open..inner + close + 1;
        self.account.claim(braces.clone());
        let mut words = behind[open + 1..close].split_ascii_whitespace();
        let name = words.next().filter(|word| word.len() > 1 && word.starts_with('#'));
        if name.is_some() && words.next().is_none() {
            return;
        }
        let typed = self.raw(&braces).to_owned();
        let bare = typed.trim_matches(['{', '}']).trim().trim_start_matches(['#', '.']).to_owned();
        let hint = match name {
            Some(name) => {
                format!("Zet alleen de naam tussen de accolades, `{{{name}}}`, en de rest in de kop zelf.")
            }
            None if bare.is_empty() => "Haal de accolades weg.".to_owned(),
            None => format!(
                "Zet de woorden tussen ronde haken: `({bare})`. Een vaste naam voor deze kop begint met een hekje: `{{#{}}}`.",
                slug::slugify(&bare)
            ),
        };
        let span = self.span(&braces);
        self.report(
            Diagnostic::at(
                Code::X106,
                span,
                format!("Wat hier tussen accolades staat, zien lezers niet: `{}`.", shorten(&typed)),
            )
            .label("dit zou verdwijnen")
            .hint(hint),
        );
    }

    /// Tells of all that nobody claimed.
    pub(super) fn leftovers(&mut self) {
        self.unused_addresses();
        let body = self.body();
        for gap in std::mem::take(&mut self.account).gaps(body.len()) {
            let Some(lost) = words_in(body, gap.clone()) else { continue };
            let span = self.span(&lost);
            let text = shorten(&body[lost]);
            let again = body[gap].trim_start().starts_with('[') && text.contains("]:");
            self.report(if again {
                Diagnostic::at(Code::X108, span, format!("Onder deze naam staat al een adres: `[{text}`."))
                    .label("dit adres gebruikt niemand")
                    .hint("Geef elk adres een eigen naam, of haal deze regel weg.")
            } else {
                Diagnostic::at(Code::X107, span, format!("De tekst `{text}` komt niet op de pagina."))
                    .label("dit zou verdwijnen")
                    .hint("Zet de tekst op een eigen regel met een lege regel erboven, of haal haar weg.")
            });
        }
    }

    fn unused_addresses(&mut self) {
        let mut addresses: Vec<Address> = std::mem::take(&mut self.addresses).by_name.into_values().collect();
        order::sort_by_key(&mut addresses, |address| address.range.start);
        for address in addresses {
            self.account.claim(address.range.clone());
            if address.used {
                continue;
            }
            let span = self.span(&address.range);
            let text = shorten(self.raw(&address.range));
            self.report(
                Diagnostic::at(Code::X108, span, format!("Deze regel komt niet op de pagina: `{text}`."))
                    .label("wordt gelezen als een adres dat nergens wordt gebruikt")
                    .hint("Is het gewone tekst? Zet dan een backslash voor het eerste haakje: `\\[`. Is het een adres? Gebruik de naam dan in een link, of haal de regel weg."),
            );
        }
    }
}

/// The part of a gap that is more than blanks and marks.
fn words_in(body: &str, gap: Range<usize>) -> Option<Range<usize>> {
    let is_mark = |c: char| c.is_whitespace() || "#*_~`|-+=:>[]()!\\<".contains(c);
    let text = &body[gap.clone()];
    let start = text.find(|c| !is_mark(c))?;
    let end = text.trim_end_matches(is_mark).len();
    Some(gap.start + start..gap.start + end)
}

/// Text for a message: on one line, and not longer than one.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if text.chars().count() <= MOST {
        return text;
    }
    text.chars().take(MOST).chain(['…']).collect()
}
