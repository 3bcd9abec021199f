//! Text of a document that has a base, with what comes from where.

use super::pages::Pages;
use crate::markdown::Block;
use crate::markdown::html::{HtmlWriter, escape};
use crate::model::Overeenkomst;

impl Pages<'_> {
    /// Text, with a line that says where it comes from at each change of that.
    pub(super) fn shared_text(
        &self,
        writer: &mut HtmlWriter,
        document: Option<&Overeenkomst>,
        blocks: &[Block],
    ) -> String {
        let Some(document) = document.filter(|document| document.basis.is_some()) else {
            return writer.blocks(blocks);
        };
        let mut html = String::new();
        for run in document.stukken(blocks) {
            if let Some(herkomst) = run.first().and_then(|block| document.herkomst_van_tekst(block.span)) {
                html.push_str(&format!("<p class=\"herkomst herkomst-{}\">", herkomst.word()));
                escape(&self.labels.herkomst(herkomst, document), &mut html);
                html.push_str("</p>\n");
            }
            html.push_str(&writer.blocks(run));
        }
        html
    }
}
