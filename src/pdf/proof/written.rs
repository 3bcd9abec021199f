//! What was sent to Typst: every text of an author, in the order of the source.

use std::collections::HashMap;

use typst::syntax::ast::{self, AstNode};
use typst::syntax::{Source, Span, SyntaxKind, SyntaxNode};

/// The texts and pictures of the generated source.
pub struct Written {
    /// All texts, in the order in which they were written.
    pub texts: Vec<Text>,
    by_span: HashMap<Span, u32>,
    /// All pictures.
    pub pictures: Vec<Picture>,
}

/// A text that must stand on paper.
pub struct Text {
    /// The line of the source that it is in.
    pub line: usize,
    /// As it was written.
    pub text: String,
    /// Whether it comes in the order in which it was written: notes stand at the foot of a page, cells beside each
    /// other, and named values where the theme puts them.
    pub in_order: bool,
}

/// A picture that must stand on paper, by what those hear who do not see it.
pub struct Picture {
    /// The line of the source that it is in.
    pub line: usize,
    /// What those hear who do not see it.
    pub alt: String,
}

impl Written {
    /// Reads `source` from line `from` on, in which a text of an author is a string alone between brackets.
    pub fn of(source: &Source, from: usize) -> Self {
        let mut written = Self { texts: Vec::new(), by_span: HashMap::new(), pictures: Vec::new() };
        let mut line = 0;
        // A line of the source is a block; between two blocks there is nothing but the end of a line.
        for node in source.root().children() {
            if matches!(node.kind(), SyntaxKind::Space | SyntaxKind::Parbreak) {
                line += node.leaf_text().matches('\n').count();
            } else if line >= from {
                written.read(node, line, true);
            }
        }
        written
    }

    fn read(&mut self, node: &SyntaxNode, line: usize, in_order: bool) {
        let mut in_order = in_order;
        match node.kind() {
            SyntaxKind::ContentBlock => {
                if let Some((span, text)) = text_of(node) {
                    return self.add(span, text, line, in_order);
                }
            }
            SyntaxKind::Named | SyntaxKind::Keyed => in_order = false,
            SyntaxKind::FuncCall => {
                let name = node.cast::<ast::FuncCall>().map(|call| name_of(call.callee()));
                match name.as_deref() {
                    Some("noot" | "tabel") => in_order = false,
                    Some("figuur" | "beeld") => self.picture(node, line),
                    _ => {}
                }
            }
            _ => {}
        }
        for child in node.children() {
            self.read(child, line, in_order);
        }
    }

    fn add(&mut self, span: Span, text: String, line: usize, in_order: bool) {
        if text.chars().any(is_seen) {
            // There are fewer texts than letters, and a source has at most some megabytes of these.
            self.by_span.insert(span, self.texts.len() as u32);
            self.texts.push(Text { line, text, in_order });
        }
    }

    fn picture(&mut self, call: &SyntaxNode, line: usize) {
        let Some(call) = call.cast::<ast::FuncCall>() else { return };
        let alt = call.args().items().find_map(|item| match item {
            ast::Arg::Named(named) if named.name().as_str() == "alt" => match named.expr() {
                ast::Expr::Str(alt) => Some(alt.get().to_string()),
                _ => None,
            },
            _ => None,
        });
        if let Some(alt) = alt {
            self.pictures.push(Picture { line, alt });
        }
    }

    /// The text to which a glyph with this place belongs.
    pub fn find(&self, span: Span) -> Option<u32> {
        self.by_span.get(&span).copied()
    }

    /// A text by its number.
    pub fn text(&self, number: u32) -> Option<&Text> {
        self.texts.get(number as usize)
    }
}

/// The text of `[#"…"]` or of `[#raw("…")]`, and the place that Typst gives its letters.
fn text_of(block: &SyntaxNode) -> Option<(Span, String)> {
    let block = block.cast::<ast::ContentBlock>()?;
    let mut exprs = block.body().exprs();
    let (Some(only), None) = (exprs.next(), exprs.next()) else { return None };
    match only {
        ast::Expr::Str(text) => Some((text.span(), text.get().to_string())),
        ast::Expr::FuncCall(call) if name_of(call.callee()) == "raw" => {
            let text = call.args().items().find_map(|item| match item {
                ast::Arg::Pos(ast::Expr::Str(text)) => Some(text.get().to_string()),
                _ => None,
            })?;
            Some((call.span(), text))
        }
        _ => None,
    }
}

/// `tabel` of `t.tabel(…)`.
fn name_of(callee: ast::Expr) -> String {
    match callee {
        ast::Expr::Ident(name) => name.as_str().to_owned(),
        ast::Expr::FieldAccess(access) => access.field().as_str().to_owned(),
        _ => String::new(),
    }
}

/// Whether a reader sees it. Where a line breaks, spaces go.
pub fn is_seen(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe0f}' | '\u{feff}')
}
