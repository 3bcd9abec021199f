//! Whether all that was sent to Typst stands on paper, whole and in its order.

use super::fault::{Fault, Kind};
use super::found::Found;
use super::written::Written;

/// What is not there as it was written.
pub fn faults<'a>(written: &'a Written, found: &'a Found) -> impl Iterator<Item = Fault> + 'a {
    let texts = written.texts.iter().zip(&found.traces);
    let missing = texts.clone().filter(|(_, trace)| !trace.is_whole()).map(|(text, trace)| Fault {
        kind: Kind::Missing,
        line: Some(text.line),
        page: trace.first.map(|(page, _)| page + 1),
        text: text.text.clone(),
    });
    let mut latest = None;
    let order =
        texts.filter(|(text, trace)| text.in_order && trace.is_whole()).filter_map(move |(text, trace)| {
            let before = latest.replace(trace.first?);
            let (page, _) = trace.first?;
            before.is_some_and(|before| Some(before) > trace.first).then(|| Fault {
                kind: Kind::Order,
                line: Some(text.line),
                page: Some(page + 1),
                text: text.text.clone(),
            })
        });
    let pictures = written.pictures.iter().filter(|picture| !found.alts.contains(picture.alt.as_str()));
    let pictures = pictures.map(|picture| Fault {
        kind: Kind::NoPicture,
        line: Some(picture.line),
        page: None,
        text: picture.alt.clone(),
    });
    missing.chain(order).chain(pictures)
}
