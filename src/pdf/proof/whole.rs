//! Whether all that was sent to Typst stands on paper, whole and in its order.

use super::fault::{Fault, Kind};
use super::found::Found;
use super::written::Written;

/// What is not there as it was written.
pub fn faults<'a>(written: &'a Written, found: &'a Found) -> impl Iterator<Item = Fault> + 'a {
    let fault = |kind, line, first: Option<(usize, usize)>, text: &str| Fault {
        kind,
        line: Some(line),
        page: first.map(|(page, _)| page + 1),
        text: text.to_owned(),
    };
    let texts = written.texts.iter().zip(&found.traces);
    let missing = texts.clone().filter(|(_, trace)| !trace.is_whole());
    let missing = missing.map(move |(text, trace)| fault(Kind::Missing, text.line, trace.first, &text.text));
    let mut latest = None;
    let order =
        texts.filter(|(text, trace)| text.in_order && trace.is_whole()).filter_map(move |(text, trace)| {
            let before = latest.replace(trace.first?);
            before
                .is_some_and(|before| Some(before) > trace.first)
                .then(|| fault(Kind::Order, text.line, trace.first, &text.text))
        });
    let pictures = written.pictures.iter().filter(|picture| !found.alts.contains(picture.alt.as_str()));
    let pictures = pictures.map(move |picture| fault(Kind::NoPicture, picture.line, None, &picture.alt));
    missing.chain(order).chain(pictures)
}
