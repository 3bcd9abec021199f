//! Text of a document that has a base, with what comes from where.

use super::{PageMaker, Pen};
use crate::markdown::Block;
use crate::model::Overeenkomst;

impl PageMaker<'_> {
    /// Text, with a line that says where it comes from at each change of that.
    pub(super) fn shared_text(&self, pen: &mut dyn Pen, document: &Overeenkomst, blocks: &[Block]) -> String {
        if document.basis.is_none() {
            return pen.blocks(blocks);
        }
        let mut html = String::new();
        for run in document.stukken(blocks) {
            if let Some(herkomst) = run.first().and_then(|block| document.herkomst_van_tekst(block.span)) {
                let origin = self.origin(document, herkomst);
                html.push_str(&pen.origin(origin.id, &origin.label));
            }
            html.push_str(&pen.blocks(run));
        }
        html
    }
}
