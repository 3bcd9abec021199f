//! What stands on the pages: every run of letters with its place, which text it
//! belongs to, and how much of that text was met so far.

use std::collections::HashSet;

use typst::foundations::{Content, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::model::OutlineElem;
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::TextItem;
use typst::visualize::ImageElem;
use typst_layout::PagedDocument;

use super::written::{Written, is_seen};

/// What stands on the pages.
pub struct Found<'a> {
    /// For each text that was written, how much of it is there.
    pub traces: Vec<Trace>,
    /// The pages.
    pub pages: Vec<Sheet<'a>>,
    /// What is said of the pictures that are there.
    pub alts: HashSet<&'a str>,
    /// Tables of which the theme says that their columns are too narrow: the page from 0, how many columns, and the
    /// first text in them.
    pub too_wide: Vec<(usize, i64, u32)>,
}

/// What a theme calls a table that it could only set with columns that are too narrow; its value is how many these are.
const TOO_WIDE: &str = "_te-breed";

/// A page.
pub struct Sheet<'a> {
    /// Its size.
    pub size: Size,
    /// Where Typst set the text of the page, where that is known.
    pub area: Option<Bounds>,
    /// The letters on it, in the order in which they are drawn.
    pub runs: Vec<Run<'a>>,
    /// The pictures on it, and their zones.
    pub pictures: Vec<(Bounds, Zone, Option<u32>)>,
}

/// Which part of a page something stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The text.
    Body,
    /// Above it.
    Header,
    /// Below it.
    Footer,
    /// Around and behind it.
    Background,
}

/// Letters that stand together on a line.
pub struct Run<'a> {
    /// From the baseline up to the height of most letters: what must not be covered.
    pub core: Bounds,
    /// The letters.
    pub text: &'a str,
    /// The text that they belong to, or the last one before them.
    pub written: Option<u32>,
    /// Where on the page they stand.
    pub zone: Zone,
    /// Whether something cuts off a part of them.
    pub clipped: bool,
}

/// A rectangle, in points from the top left corner of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

/// How much of a text was met.
#[derive(Debug, Clone)]
pub struct Trace {
    /// Its letters, in one case and without what is not seen.
    letters: Vec<char>,
    /// How far it may be: letters met since it was whole last, and how often it was whole (the head of a table stands
    /// on every page). More than one while it is not clear whose some letters were.
    ways: Vec<(usize, usize)>,
    /// Page and place in the order of drawing of its first letter.
    pub first: Option<(usize, usize)>,
}

impl Trace {
    fn of(text: &str) -> Self {
        Self { letters: letters_of(text).collect(), ways: vec![(0, 0)], first: None }
    }

    /// Whether all of it is there, in its own order, as often as it is begun.
    pub fn is_whole(&self) -> bool {
        self.ways.iter().any(|(met, times)| *met == 0 && *times > 0)
    }

    /// Takes letters, when they are what comes next in it.
    fn meet(&mut self, letters: &str) -> bool {
        let mut ways = self.ways.clone();
        for c in letters_of(letters) {
            ways = self.steps(&ways, c);
        }
        let comes_next = !ways.is_empty();
        if comes_next {
            self.ways = ways;
        }
        comes_next
    }

    /// Takes letters that may be its own: a theme that breaks up a word that is too wide makes new letters of it,
    /// which have no place in the source.
    fn borrow(&mut self, letters: &str) {
        let open = self.ways.iter().filter(|(met, times)| *met > 0 || *times == 0);
        let mut ways: Vec<(usize, usize)> = open.copied().collect();
        for c in letters_of(letters) {
            ways = self.steps(&ways, c);
        }
        for way in ways {
            if self.ways.contains(&way) {
                continue;
            }
            // The first is how far its own letters came; of the others those that came farthest tell most.
            if self.ways.len() == WAYS {
                self.ways.remove(1);
            }
            self.ways.push(way);
        }
    }

    fn steps(&self, ways: &[(usize, usize)], c: char) -> Vec<(usize, usize)> {
        let step = |(met, times): &(usize, usize)| match (self.letters.get(*met) == Some(&c), met + 1) {
            (true, met) if met == self.letters.len() => Some((0, times + 1)),
            (true, met) => Some((met, *times)),
            // The hyphen of a broken word was written by nobody.
            (false, _) => matches!(c, '-' | '\u{2010}').then_some((*met, *times)),
        };
        ways.iter().filter_map(step).collect()
    }
}

fn letters_of(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_seen(*c)).flat_map(char::to_lowercase)
}

/// Among how many texts letters without a place are looked for, and in how many ways these may be read.
const NEAR: usize = 8;
const WAYS: usize = 16;

impl<'a> Found<'a> {
    /// Reads all pages.
    pub fn of(pages: &'a PagedDocument, written: &Written) -> Self {
        let traces = written.texts.iter().map(|text| Trace::of(&text.text)).collect();
        let mut reader = Reader {
            written,
            found: Self { traces, pages: Vec::new(), alts: HashSet::new(), too_wide: Vec::new() },
            artifacts: Vec::new(),
            outlines: Vec::new(),
            last: None,
            columns: None,
            drawn: 0,
        };
        for page in pages.pages() {
            reader.page(&page.frame);
        }
        reader.found
    }
}

struct Reader<'a, 'w> {
    written: &'w Written,
    found: Found<'a>,
    /// What is open of that which assistive technology passes over.
    artifacts: Vec<(Location, Zone)>,
    /// Lists of contents that are open: they repeat what stands elsewhere.
    outlines: Vec<Location>,
    /// The text that was met last.
    last: Option<u32>,
    /// A table that is too wide has begun, with so many columns.
    columns: Option<i64>,
    drawn: usize,
}

impl<'a> Reader<'a, '_> {
    fn page(&mut self, frame: &'a Frame) {
        self.found.pages.push(Sheet {
            size: frame.size(),
            area: None,
            runs: Vec::new(),
            pictures: Vec::new(),
        });
        let mut groups = Vec::new();
        let mut loose = false;
        for (at, item) in frame.items() {
            let was = self.zone();
            self.item(*at, item, Transform::identity(), None);
            match item {
                FrameItem::Group(group)
                    if was == Zone::Body && is_plain(group) && !opens_artifact(&group.frame) =>
                {
                    groups.push(Bounds::of(*at, group.frame.size()));
                }
                FrameItem::Tag(_) => {}
                _ => loose |= was == Zone::Body,
            }
        }
        // Typst sets the text of a page as one group, unless there is next to nothing in it.
        if let ([area], false, Some(sheet)) = (groups.as_slice(), loose, self.found.pages.last_mut()) {
            sheet.area = Some(*area);
        }
    }

    fn zone(&self) -> Zone {
        self.artifacts.last().map_or(Zone::Body, |(_, zone)| *zone)
    }

    fn frame(&mut self, frame: &'a Frame, transform: Transform, clip: Option<Bounds>) {
        for (at, item) in frame.items() {
            self.item(*at, item, transform, clip);
        }
    }

    fn item(&mut self, at: Point, item: &'a FrameItem, transform: Transform, clip: Option<Bounds>) {
        match item {
            FrameItem::Group(group) => {
                let transform =
                    transform.pre_concat(Transform::translate(at.x, at.y)).pre_concat(group.transform);
                let clip = match &group.clip {
                    Some(curve) => {
                        let size = curve.bbox(None);
                        let own = Bounds::around(size.min, size.max, transform);
                        Some(clip.map_or(own, |outer| outer.within(own)))
                    }
                    None => clip,
                };
                self.frame(&group.frame, transform, clip);
            }
            FrameItem::Text(text) => self.text(at, text, transform, clip),
            FrameItem::Image(_, size, _) => {
                let place = Bounds::around(at, at + size.to_point(), transform);
                let (zone, last) = (self.zone(), self.last);
                if let Some(sheet) = self.found.pages.last_mut() {
                    sheet.pictures.push((place, zone, last));
                }
            }
            FrameItem::Tag(Tag::Start(content, _)) => self.open(content),
            FrameItem::Tag(Tag::End(location, ..)) => {
                self.artifacts.retain(|(open, _)| open != location);
                self.outlines.retain(|open| open != location);
            }
            FrameItem::Shape(..) | FrameItem::Link(..) => {}
        }
    }

    fn open(&mut self, content: &'a Content) {
        let Some(location) = content.location() else { return };
        if let Some(artifact) = content.to_packed::<ArtifactElem>() {
            let zone = match artifact.kind.as_option().unwrap_or_default() {
                ArtifactKind::Header => Zone::Header,
                ArtifactKind::Footer => Zone::Footer,
                ArtifactKind::Background | ArtifactKind::Watermark | ArtifactKind::Page => Zone::Background,
                // Ornament in the text.
                _ => self.zone(),
            };
            self.artifacts.push((location, zone));
        } else if content.is::<OutlineElem>() {
            self.outlines.push(location);
        } else if let Some(image) = content.to_packed::<ImageElem>()
            && let Some(Some(alt)) = image.alt.as_option()
        {
            self.found.alts.insert(alt.as_str());
        } else if let Some(mark) = content.to_packed::<MetadataElem>()
            && content.label().is_some_and(|label| label.resolve().as_str() == TOO_WIDE)
            && let Value::Int(columns) = mark.value
        {
            self.columns = Some(columns);
        }
    }

    fn text(&mut self, at: Point, item: &'a TextItem, transform: Transform, clip: Option<Bounds>) {
        let counts = self.zone() == Zone::Body && self.outlines.is_empty();
        let here = (self.found.pages.len() - 1, self.drawn);
        let mut end = 0;
        // Letters in a row that have no place in the source.
        let mut strays = String::new();
        for glyph in item.glyphs.iter().filter(|_| counts) {
            let range = glyph.range();
            // Several glyphs may stand for one letter.
            let letters = item.text.get(range.start.max(end)..range.end).unwrap_or_default();
            end = end.max(range.end);
            let Some(number) = self.written.find(glyph.span.0) else {
                strays.push_str(letters);
                continue;
            };
            self.borrow(&mut strays);
            self.last = Some(number);
            if let Some(columns) = self.columns.take() {
                self.found.too_wide.push((here.0, columns, number));
            }
            if let Some(trace) = self.found.traces.get_mut(number as usize) {
                trace.first.get_or_insert(here);
                // A word that two texts make together has the place of the first.
                if !trace.meet(letters) {
                    strays.push_str(letters);
                }
            }
        }
        self.borrow(&mut strays);
        self.drawn += 1;
        self.run(at, item, transform, clip);
    }

    /// Letters without a place in the source may be of the text that is being met, or of one near it.
    fn borrow(&mut self, strays: &mut String) {
        if strays.chars().any(is_seen) {
            let from = self.last.map_or(0, |last| (last as usize).saturating_sub(NEAR));
            for (number, trace) in self.found.traces.iter_mut().enumerate().skip(from).take(2 * NEAR) {
                let was_whole = trace.is_whole();
                trace.borrow(strays);
                if trace.is_whole() && !was_whole {
                    self.last = self.last.max(u32::try_from(number).ok());
                }
            }
        }
        strays.clear();
    }

    fn run(&mut self, at: Point, item: &'a TextItem, transform: Transform, clip: Option<Bounds>) {
        let is_blank = |glyph: &&typst::text::Glyph| {
            !item.text.get(glyph.range()).unwrap_or_default().chars().any(is_seen)
        };
        let width = |glyphs: &[typst::text::Glyph]| {
            glyphs.iter().map(|glyph| glyph.x_advance.at(item.size)).sum::<Abs>()
        };
        let before = item.glyphs.iter().take_while(is_blank).count();
        let after = item.glyphs.iter().rev().take_while(is_blank).count();
        if before == item.glyphs.len() {
            return;
        }
        let left = at.x + width(&item.glyphs[..before]);
        let right = left + width(&item.glyphs[before..item.glyphs.len() - after]);
        let core = Bounds::around(
            Point::new(left, at.y - item.size * CAP_HEIGHT),
            Point::new(right, at.y),
            transform,
        );
        let clipped = clip.is_some_and(|clip| !clip.holds(core, TOLERANCE));
        let zone = self.zone();
        let written = self.last.filter(|_| zone == Zone::Body && self.outlines.is_empty());
        if let Some(sheet) = self.found.pages.last_mut() {
            sheet.runs.push(Run { core, text: &item.text, written, zone, clipped });
        }
    }
}

/// How high most letters are, as a part of their size.
const CAP_HEIGHT: f64 = 0.66;
/// How far something may be beside its place before anyone sees it, in points.
pub const TOLERANCE: f64 = 1.0;

/// Whether a group only holds things together.
fn is_plain(group: &GroupItem) -> bool {
    group.transform.is_identity() && group.clip.is_none() && group.frame.items().len() > INLINED
}

/// Up to how many items Typst puts in the page itself instead of in a group (`Frame::push_frame`).
const INLINED: usize = 5;

/// Whether a group is a header, a footer or a background.
fn opens_artifact(frame: &Frame) -> bool {
    let first = frame.items().find_map(|(_, item)| match item {
        FrameItem::Tag(Tag::Start(content, _)) => Some(content),
        _ => None,
    });
    first.is_some_and(|content| content.is::<ArtifactElem>())
}

impl Bounds {
    fn of(at: Point, size: Size) -> Self {
        Self::around(at, at + size.to_point(), Transform::identity())
    }

    /// The smallest one around what lies between two points, after a transformation.
    fn around(a: Point, b: Point, transform: Transform) -> Self {
        let corners =
            [a, Point::new(b.x, a.y), b, Point::new(a.x, b.y)].map(|corner| corner.transform(transform));
        let x = corners.map(|corner| corner.x.to_pt());
        let y = corners.map(|corner| corner.y.to_pt());
        Self {
            left: x.into_iter().fold(f64::INFINITY, f64::min),
            top: y.into_iter().fold(f64::INFINITY, f64::min),
            right: x.into_iter().fold(f64::NEG_INFINITY, f64::max),
            bottom: y.into_iter().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    fn within(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Whether `other` lies inside it, give or take `by`.
    pub fn holds(self, other: Self, by: f64) -> bool {
        other.left >= self.left - by
            && other.top >= self.top - by
            && other.right <= self.right + by
            && other.bottom <= self.bottom + by
    }
}
