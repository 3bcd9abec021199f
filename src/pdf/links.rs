//! The way to a destination from a copy: to a label in it, or to an address on
//! the web. A copy may be an extract, which does not hold all of its document.

use super::content::{Writer, agreement_anchor, part_anchor, slug_of};
use super::sources::{source_anchor, term_anchor};
use crate::resolve::{Destination, Place, anchors};
use crate::site::address;

/// How a link on paper is written.
pub enum Way {
    /// A label in this copy.
    Inside(String),
    /// The label of something at the end of this copy, which lists where it is named.
    Behind(String),
    /// An address on the web.
    Outside(String),
}

impl Writer<'_> {
    /// The way there; nothing when it cannot be reached from this paper.
    pub(super) fn way(&self, to: Destination) -> Option<Way> {
        let inside = self.inside(to);
        inside.or_else(|| Some(Way::Outside(self.address(to)?)))
    }

    /// The way to what this copy itself holds.
    fn inside(&self, to: Destination) -> Option<Way> {
        let label = match to {
            Destination::Agreement(document, _, nummer) if self.is_own(document) && self.is_here(nummer) => {
                agreement_anchor(nummer)
            }
            Destination::Place(Place::LeftOut(document), _) if self.is_own(document) && self.is_whole() => {
                anchors::LEFT_OUT.to_owned()
            }
            Destination::Place(
                place @ (Place::Document(document) | Place::Part(document, _)),
                Some(anchor),
            ) if self.is_own(document) => {
                let slug = slug_of(place);
                let selection = self.selection.as_ref();
                selection.is_none_or(|selection| selection.has_heading(slug, anchor)).then_some(())?;
                self.heading_label(slug, anchor)
            }
            Destination::Place(Place::Part(document, deel), None) if self.is_own(document) => {
                self.selection.as_ref().is_none_or(|selection| selection.has_part(deel)).then_some(())?;
                part_anchor(deel.slug().as_str())
            }
            Destination::Place(Place::Register, Some(id)) => {
                self.press.project.verwijzingen.find(id)?;
                return Some(Way::Behind(source_anchor(id)));
            }
            Destination::Term(begrip) => return Some(Way::Behind(term_anchor(begrip))),
            _ => return None,
        };
        Some(Way::Inside(label))
    }

    /// Its address on the web; what is on the site has one when it is known where that will stand.
    fn address(&self, to: Destination) -> Option<String> {
        match to {
            Destination::Outside(address) => return Some(address.to_owned()),
            Destination::Law(bepaling) => return Some(bepaling.adres()),
            _ => {}
        }
        // Of what is left out, paper leads to the chapter that tells of all of it.
        let to = match to {
            Destination::Place(place @ Place::LeftOut(_), _) => Destination::Place(place, None),
            to => to,
        };
        let (page, anchor) = address::of(to)?;
        let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
        Some(format!("{}{}{anchor}", self.press.base_url?.as_str(), address::relative("", &page)))
    }

    fn is_own(&self, document: &crate::model::Overeenkomst) -> bool {
        self.document.slug == document.slug
    }
}
