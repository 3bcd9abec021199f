//! What is wrong in the text of a base is found in every document that is laid
//! over it, and told once: in which document is said beside it, since what is
//! wrong there may be right in another.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::Basis;

/// Says beside a mistake in the base in which document it was found.
pub fn say_where(found: &mut Diagnostic, basis: &Basis) {
    if matches!(found.place, Place::Text(span) if basis.bestanden.contains(&span.source)) {
        *found = found.clone().used_in(basis.naam.span);
    }
}
