//! What in a file is a comment, and so on no page: `<!-- … -->` in Markdown,
//! `# …` in YAML.

use std::ops::Range;

use super::yaml;
use super::{SourceFile, SourceId, front_matter};
use crate::order;

/// The comments of a file, in the order of its text.
pub fn comments(id: SourceId, file: &SourceFile) -> Vec<Range<usize>> {
    let text = &*file.text;
    let mut found = Vec::new();
    let mut yaml = |range: Range<usize>| {
        let comments = yaml::comments(&text[range.clone()]);
        found.extend(
            comments.into_iter().map(|comment| range.start + comment.start..range.start + comment.end),
        );
    };
    if file.path.extension() != "md" {
        yaml(0..text.len());
        return found;
    }
    let Ok(parts) = front_matter::cut(id, text) else { return found };
    if let Some(head) = parts.yaml {
        yaml(head);
    }
    for block in facts(text, parts.body.clone()) {
        yaml(block);
    }
    found.extend(notes_to_self(text, parts.body));
    order::sort_by_key(&mut found, |range| range.start);
    found
}

/// The fenced blocks of facts in a stretch of Markdown, without their fences.
fn facts(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = body.start;
    for line in text[body].split_inclusive('\n') {
        let end = at + line.len();
        let trimmed = line.trim();
        match open {
            None => {
                let word = trimmed.trim_start_matches(['`', '~']);
                let fence = &trimmed[..trimmed.len() - word.len()];
                if fence.len() >= 3 && word.trim().to_lowercase().starts_with("afspraak") {
                    open = Some((fence, end));
                }
            }
            Some((fence, start)) if trimmed == fence => {
                found.push(start..at);
                open = None;
            }
            Some(_) => {}
        }
        at = end;
    }
    found
}

/// Comments in Markdown; one that is not closed is none.
fn notes_to_self(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = body.start;
    while let Some(start) = text[at..body.end].find("<!--").map(|start| at + start) {
        let Some(length) = text[start..body.end].find("-->") else { break };
        at = start + length + "-->".len();
        found.push(start..at);
    }
    found
}
