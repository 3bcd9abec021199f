//! The way to a destination from a copy: to a label in it, or to an address on
//! the web. A copy may be an extract, which does not hold all of its document.

use super::content::{Writer, agreement_anchor, part_anchor, slug_of};
use super::sources::{source_anchor, term_anchor};
use super::world::media_path;
use crate::address;
use crate::model::adres_in_ascii;
use crate::resolve::{Destination, Place, anchors};
use crate::source::ContentPath;
use crate::view::Medium;

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
    pub(super) fn way_to(&self, to: Destination) -> Option<Way> {
        let inside = self.inside(to);
        inside.or_else(|| Some(Way::Outside(self.web(to)?)))
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
            Destination::Source(found) => return Some(Way::Behind(source_anchor(found.id.as_str()))),
            Destination::Term(begrip) => return Some(Way::Behind(term_anchor(begrip))),
            _ => return None,
        };
        Some(Way::Inside(label))
    }

    fn is_own(&self, document: &crate::model::Overeenkomst) -> bool {
        self.document.slug == document.slug
    }
}

impl Medium for Writer<'_> {
    /// A label of this copy with `#` before it, or an address on the web.
    fn way(&self, to: Destination) -> Option<String> {
        Some(match self.way_to(to)? {
            Way::Inside(label) => format!("#{label}"),
            Way::Behind(label) => {
                let way = format!("#{label}");
                self.behind.borrow_mut().insert(label);
                way
            }
            Way::Outside(address) => adres_in_ascii(&address).into_owned(),
        })
    }

    fn web(&self, to: Destination) -> Option<String> {
        match to {
            Destination::Outside(address) => return Some(address.to_owned()),
            Destination::Law(bepaling) => return Some(bepaling.adres()),
            _ => {}
        }
        address::full(self.press.base_url?.as_str(), on_paper(to))
    }

    fn address(&self, to: Destination) -> Option<String> {
        address::full(self.press.base_url?.leesbaar(), on_paper(to))
    }

    fn picture(&self, path: &ContentPath) -> String {
        media_path(path)
    }
}

/// Of what is left out, paper leads to the chapter that tells of all of it.
fn on_paper(to: Destination) -> Destination {
    match to {
        Destination::Place(place @ Place::LeftOut(_), _) => Destination::Place(place, None),
        to => to,
    }
}
