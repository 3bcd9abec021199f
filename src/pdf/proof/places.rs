//! Whether what stands on a page can be read there: on the paper, in its part
//! of the page, and not over something else.

use super::fault::{Fault, Kind};
use super::found::{Bounds, Found, Run, Sheet, TOLERANCE, Zone};
use super::written::Written;
use crate::order;

/// What no common printer reaches along the edges of a sheet, in points: 5 mm.
const UNPRINTABLE: f64 = 14.17;
/// How much two texts may lie over each other, as a part of the lowest: letters of slanted type and the boxes around
/// letters reach a little into each other.
const OVER: f64 = 0.15;
/// How far a last line may hang below the text area, in points: less than a line, and the foot is further down. Typst
/// lets marks of items without text hang there.
const SAG: f64 = 9.0;

/// Everything on the pages that lies where it cannot be read.
pub fn faults<'a>(found: &'a Found, written: &'a Written) -> impl Iterator<Item = Fault> + 'a {
    let too_wide = found.too_wide.iter().filter_map(|(page, columns, number)| {
        let line = Some(written.text(*number)?.line);
        Some(Fault { kind: Kind::TooWide, line, page: Some(page + 1), text: format!("{columns} kolommen") })
    });
    let on_pages = found.pages.iter().enumerate().flat_map(move |(index, sheet)| {
        let fault = move |kind, written_as: Option<u32>, text: &str| Fault {
            kind,
            line: written_as.and_then(|number| written.text(number)).map(|text| text.line),
            page: Some(index + 1),
            text: text.to_owned(),
        };
        let outside = sheet.runs.iter().filter(move |run| !sheet.allows(run.core, run.zone));
        let outside = outside.map(move |run| fault(Kind::Outside, run.written, run.text));
        let clipped = sheet.runs.iter().filter(|run| run.clipped);
        let clipped = clipped.map(move |run| fault(Kind::Clipped, run.written, run.text));
        // Pictures behind the text may reach over the edge.
        let pictures = sheet
            .pictures
            .iter()
            .filter(move |(place, zone, _)| *zone != Zone::Background && !sheet.allows(*place, *zone));
        let pictures = pictures.map(move |(_, _, near)| fault(Kind::Outside, *near, "een afbeelding"));
        let over = overlapping(&sheet.runs).into_iter();
        let over = over.map(move |run| fault(Kind::Over, run.written, run.text));
        outside.chain(clipped).chain(pictures).chain(over)
    });
    too_wide.chain(on_pages)
}

impl Sheet<'_> {
    /// Whether something in this zone of the page may be here.
    fn allows(&self, place: Bounds, zone: Zone) -> bool {
        let (width, height) = (self.size.x.to_pt(), self.size.y.to_pt());
        let paper = Bounds {
            left: UNPRINTABLE,
            top: UNPRINTABLE,
            right: width - UNPRINTABLE,
            bottom: height - UNPRINTABLE,
        };
        if !paper.holds(place, 0.0) {
            return false;
        }
        let Some(area) = self.area else { return true };
        match zone {
            // To the left numbers and labels hang in the margin.
            Zone::Body => {
                place.top >= area.top - TOLERANCE
                    && place.bottom <= area.bottom + SAG
                    && place.right <= area.right + TOLERANCE
            }
            Zone::Header => place.bottom <= area.top + TOLERANCE,
            Zone::Footer => place.top >= area.bottom - TOLERANCE,
            Zone::Background => true,
        }
    }
}

/// Letters that lie over other letters.
fn overlapping<'a, 'r>(runs: &'r [Run<'a>]) -> Vec<&'r Run<'a>> {
    let mut sorted: Vec<&Run> = runs.iter().collect();
    order::sort_by(&mut sorted, |a, b| a.core.top.total_cmp(&b.core.top));
    let mut over = Vec::new();
    for (index, run) in sorted.iter().enumerate() {
        let below = sorted[index + 1..].iter().take_while(|other| other.core.top < run.core.bottom);
        for other in below {
            if covers(run.core, other.core) {
                // What an author wrote tells more than the words of the theme.
                over.push(if other.written.is_some() { *other } else { *run });
            }
        }
    }
    over
}

fn covers(a: Bounds, b: Bounds) -> bool {
    let least = (a.bottom - a.top).min(b.bottom - b.top) * OVER;
    let wide = a.right.min(b.right) - a.left.max(b.left);
    let high = a.bottom.min(b.bottom) - a.top.max(b.top);
    wide > least.max(TOLERANCE) && high > least
}
