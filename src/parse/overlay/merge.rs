//! Two texts made one: that of the base, and what a document adds to it.
//!
//! The order is one that an author can foresee. The opening text of the
//! addition comes after the opening text of the base. An agreement with a
//! number of the base stands in the place of that one, followed by the text
//! that follows it in the addition. New agreements come last, in their order.
//!
//! Blocks keep their spans, so that it stays known which are whose. Footnotes
//! are numbered anew, and headings of which the base has the same are told apart.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use ecow::EcoString;

use crate::markdown::{
    self, Block, BlockKind, Footnote, InlineKind, Mentions, Target, Tekst, for_each_inline_mut,
};
use crate::model::{Afspraak, AfspraakNummer, Deel, Hoofdstuk, Onderdeel, Thema};
use crate::order::SortedSet;
use crate::source::SourceId;

/// Which agreements are left out.
type Weg<'a> = &'a dyn Fn(&AfspraakNummer) -> bool;

/// A part of the base, without what is left out of it.
pub fn zonder(base: &Deel, weg: Weg) -> Deel {
    match base {
        Deel::Thema(thema) if thema.afspraken().any(|afspraak| weg(&afspraak.nummer)) => {
            Deel::Thema(Arc::new(themas(thema, None, weg)))
        }
        deel => deel.clone(),
    }
}

/// A part of the base with what `eigen` adds to it, which is of the same kind.
pub fn aanvulling(base: &Deel, eigen: &Deel, weg: Weg) -> Deel {
    match (base, eigen) {
        (Deel::Thema(base), Deel::Thema(eigen)) => Deel::Thema(Arc::new(themas(base, Some(eigen), weg))),
        (Deel::Hoofdstuk(base), Deel::Hoofdstuk(eigen)) => {
            Deel::Hoofdstuk(Arc::new(hoofdstukken(base, eigen)))
        }
        // An addition is read as what it adds to.
        (_, eigen) => eigen.clone(),
    }
}

/// The text of the base, then that of the document.
pub fn teksten(base: &Tekst, eigen: &Tekst) -> Tekst {
    let mut own = eigen.clone();
    if !base.blocks.is_empty() {
        tell_apart(&anchors(&base.blocks), vec![&mut own.blocks], &mut own.footnotes);
    }
    let mut blocks = base.blocks.clone();
    blocks.append(&mut own.blocks);
    let footnotes = number_anew(vec![&mut blocks], &base.footnotes, &own.footnotes);
    Tekst { blocks, footnotes }
}

fn hoofdstukken(base: &Hoofdstuk, eigen: &Hoofdstuk) -> Hoofdstuk {
    let tekst = teksten(&base.tekst, &eigen.tekst);
    let mut noemt = base.noemt.clone();
    noemt.extend(&eigen.noemt);
    Hoofdstuk {
        samenvatting: eigen.samenvatting.clone().or_else(|| base.samenvatting.clone()),
        grondslag: base.grondslag.met(&eigen.grondslag),
        cijfers: by_id(&base.cijfers, &eigen.cijfers, |tabel| &tabel.id),
        begin_hier: base.begin_hier || eigen.begin_hier,
        tekst,
        noemt,
        ..eigen.clone()
    }
}

/// What the base has, each in its place replaced by the document's own of the
/// same id, and then the others of the document.
fn by_id<T: Clone, Id: PartialEq>(base: &[T], eigen: &[T], id: impl Fn(&T) -> &Id) -> Vec<T> {
    let mut all = base.to_vec();
    for own in eigen {
        match all.iter_mut().find(|known| id(known) == id(own)) {
            Some(known) => *known = own.clone(),
            None => all.push(own.clone()),
        }
    }
    all
}

/// A theme of the base, with an addition to it and without what is left out.
fn themas(base: &Thema, eigen: Option<&Thema>, weg: Weg) -> Thema {
    let mut own_parts = eigen.map_or_else(Vec::new, |eigen| eigen.onderdelen.clone());
    let mut own_notes = eigen.map_or_else(Vec::new, |eigen| eigen.voetnoten.clone());
    let mut taken: SortedSet<EcoString> = base.onderdelen.iter().flat_map(anchors_of).collect();
    taken.extend(base.afspraken().map(|afspraak| EcoString::from(afspraak.nummer.as_str())));
    tell_apart(&taken, own_parts.iter_mut().map(blocks_of).collect(), &mut own_notes);
    let mut onderdelen = in_place(&base.onderdelen, own_parts, weg);
    let texts = onderdelen.iter_mut().map(blocks_of).collect();
    let voetnoten = number_anew(texts, &base.voetnoten, &own_notes);

    let mut noemt = base.noemt.clone();
    if let Some(eigen) = eigen {
        noemt.extend(&eigen.noemt);
    }
    let shown = named_in(&onderdelen, &voetnoten).files;
    let gone = base.afspraken().filter(|afspraak| !stays(&onderdelen, afspraak));
    let gone: Vec<Onderdeel> = gone.cloned().map(Box::new).map(Onderdeel::Afspraak).collect();
    let gone = named_in(&gone, &base.voetnoten).files;
    for path in gone.iter().filter(|path| !shown.contains(*path)) {
        noemt.files.remove(path);
    }
    let Some(eigen) = eigen else { return Thema { onderdelen, voetnoten, noemt, ..base.clone() } };
    Thema {
        source: eigen.source,
        slug: eigen.slug.clone(),
        thema: eigen.thema.clone(),
        titel: eigen.titel.clone(),
        volgorde: eigen.volgorde,
        samenvatting: eigen.samenvatting.clone().or_else(|| base.samenvatting.clone()),
        visie: if eigen.visie.is_empty() { base.visie.clone() } else { eigen.visie.clone() },
        grondslag: base.grondslag.met(&eigen.grondslag),
        doelen: base.doelen.iter().chain(&eigen.doelen).cloned().collect(),
        extra_partijen: by_id(&base.extra_partijen, &eigen.extra_partijen, |partij| &partij.id),
        kenmerken: base.kenmerken.met(&eigen.kenmerken),
        indicatoren: by_id(&base.indicatoren, &eigen.indicatoren, |indicator| &indicator.id),
        cijfers: by_id(&base.cijfers, &eigen.cijfers, |tabel| &tabel.id),
        tekent_niet_mee: by_id(&base.tekent_niet_mee, &eigen.tekent_niet_mee, |niet| &niet.partij.value.id),
        begin_hier: base.begin_hier || eigen.begin_hier,
        onderdelen,
        voetnoten,
        noemt,
        ..base.clone()
    }
}

/// Whether an agreement of the base is among `onderdelen` as the base has it.
fn stays(onderdelen: &[Onderdeel], afspraak: &Afspraak) -> bool {
    onderdelen.iter().any(|onderdeel| match onderdeel {
        Onderdeel::Afspraak(known) => known.span == afspraak.span,
        Onderdeel::Tekst(_) => false,
    })
}

/// Where in the result the text of an addition goes on.
enum Plek {
    /// After the opening text of the base.
    Opening,
    /// After the part of the base with this index.
    Na(usize),
    /// At the end.
    Eind,
}

fn in_place(base: &[Onderdeel], eigen: Vec<Onderdeel>, weg: Weg) -> Vec<Onderdeel> {
    let nummer = |onderdeel: &Onderdeel| match onderdeel {
        Onderdeel::Afspraak(afspraak) => Some(afspraak.nummer.clone()),
        Onderdeel::Tekst(_) => None,
    };
    let mut of_base: Vec<Option<Onderdeel>> = base.iter().map(|onderdeel| Some(onderdeel.clone())).collect();
    for place in &mut of_base {
        if place.as_ref().and_then(nummer).is_some_and(|nummer| weg(&nummer)) {
            *place = None;
        }
    }
    let opening_ends = base.iter().position(|onderdeel| nummer(onderdeel).is_some()).unwrap_or(base.len());
    let mut after: Vec<Vec<Onderdeel>> = base.iter().map(|_| Vec::new()).collect();
    let (mut opening, mut end) = (Vec::new(), Vec::new());
    let mut plek = Plek::Opening;
    for onderdeel in eigen {
        if let Some(own) = nummer(&onderdeel) {
            let replaced = base.iter().position(|onderdeel| nummer(onderdeel).as_ref() == Some(&own));
            if let Some(index) = replaced {
                of_base[index] = Some(onderdeel);
                plek = Plek::Na(index);
                continue;
            }
            plek = Plek::Eind;
        }
        match plek {
            Plek::Opening => opening.push(onderdeel),
            Plek::Na(index) => after[index].push(onderdeel),
            Plek::Eind => end.push(onderdeel),
        }
    }
    let mut result = Vec::new();
    let mut opening = Some(opening);
    for (index, (place, follows)) in of_base.into_iter().zip(after).enumerate() {
        if index == opening_ends {
            result.extend(opening.take().into_iter().flatten());
        }
        result.extend(place);
        result.extend(follows);
    }
    result.extend(opening.into_iter().flatten());
    result.extend(end);
    result
}

fn blocks_of(onderdeel: &mut Onderdeel) -> &mut Vec<Block> {
    match onderdeel {
        Onderdeel::Tekst(blocks) => blocks,
        Onderdeel::Afspraak(afspraak) => &mut afspraak.tekst,
    }
}

fn anchors_of(onderdeel: &Onderdeel) -> SortedSet<EcoString> {
    anchors(match onderdeel {
        Onderdeel::Tekst(blocks) => blocks,
        Onderdeel::Afspraak(afspraak) => &afspraak.tekst,
    })
}

fn anchors(blocks: &[Block]) -> SortedSet<EcoString> {
    let mut anchors = SortedSet::new();
    markdown::for_each_block(blocks, &mut |block| {
        if let BlockKind::Heading(heading) = &block.kind {
            anchors.insert(heading.anchor.clone());
        }
    });
    anchors
}

fn named_in(onderdelen: &[Onderdeel], footnotes: &[Footnote]) -> Mentions {
    let mut named = Mentions::default();
    let footnotes = footnotes.iter().map(|footnote| footnote.blocks.clone());
    let blocks = onderdelen.iter().map(|onderdeel| match onderdeel {
        Onderdeel::Tekst(blocks) => blocks.clone(),
        Onderdeel::Afspraak(afspraak) => {
            let title = BlockKind::Paragraph(afspraak.titel.clone());
            let title = Block { kind: title, span: afspraak.span };
            std::iter::once(title).chain(afspraak.tekst.iter().cloned()).collect()
        }
    });
    for blocks in blocks.chain(footnotes) {
        named.extend(&Tekst { blocks, footnotes: Vec::new() }.mentions());
    }
    named
}

/// Gives headings another anchor where `taken` has theirs, and points the links
/// of the same file there. An anchor of the author's own stays: that it is
/// there twice is for the checks to tell.
fn tell_apart(taken: &SortedSet<EcoString>, mut texts: Vec<&mut Vec<Block>>, footnotes: &mut [Footnote]) {
    let mut all: SortedSet<EcoString> = texts.iter().flat_map(|blocks| anchors(blocks)).collect();
    let mut renamed: HashMap<EcoString, EcoString> = HashMap::new();
    for blocks in &mut texts {
        for block in blocks.iter_mut() {
            // Headings stand at the outermost level, save in quotations, where nothing links to them.
            let BlockKind::Heading(heading) = &mut block.kind else { continue };
            if heading.explicit || !taken.contains(&heading.anchor) {
                continue;
            }
            let mut count = 2;
            let free = loop {
                let candidate = ecow::eco_format!("{}.{count}", heading.anchor);
                if !taken.contains(&candidate) && !all.contains(&candidate) {
                    break candidate;
                }
                count += 1;
            };
            all.insert(free.clone());
            renamed.insert(std::mem::replace(&mut heading.anchor, free.clone()), free);
        }
    }
    if renamed.is_empty() {
        return;
    }
    let mut point = |inline: &mut markdown::Inline| {
        if let InlineKind::Link(target, _) = &mut inline.kind
            && let Target::Anchor(anchor) = &mut **target
            && let Some(now) = renamed.get(anchor)
        {
            *anchor = now.clone();
        }
    };
    for blocks in texts {
        for_each_inline_mut(blocks, &mut point);
    }
    for footnote in footnotes {
        for_each_inline_mut(&mut footnote.blocks, &mut point);
    }
}

/// Numbers the footnotes of two files in the order in which the text now names
/// them, and gives those that it still names. A reference belongs to the file
/// that it stands in.
fn number_anew(texts: Vec<&mut Vec<Block>>, base: &[Footnote], eigen: &[Footnote]) -> Vec<Footnote> {
    if base.is_empty() && eigen.is_empty() {
        return Vec::new();
    }
    let by_file: HashMap<SourceId, &[Footnote]> = [base, eigen]
        .into_iter()
        .filter_map(|footnotes| Some((footnotes.first()?.span.source, footnotes)))
        .collect();
    let mut numbers: HashMap<(SourceId, usize), usize> = HashMap::new();
    let mut footnotes: Vec<Footnote> = Vec::new();
    let mut open: VecDeque<usize> = VecDeque::new();
    let mut renumber =
        |inline: &mut markdown::Inline, open: &mut VecDeque<usize>, footnotes: &mut Vec<Footnote>| {
            let InlineKind::FootnoteReference(index) = &mut inline.kind else { return };
            let key = (inline.span.source, *index);
            let Some(footnote) = by_file.get(&key.0).and_then(|of_file| of_file.get(key.1)) else { return };
            *index = *numbers.entry(key).or_insert_with(|| {
                footnotes.push(footnote.clone());
                open.push_back(footnotes.len() - 1);
                footnotes.len() - 1
            });
        };
    for blocks in texts {
        for_each_inline_mut(blocks, &mut |inline| renumber(inline, &mut open, &mut footnotes));
    }
    // A note may name another one.
    while let Some(number) = open.pop_front() {
        let mut blocks = std::mem::take(&mut footnotes[number].blocks);
        for_each_inline_mut(&mut blocks, &mut |inline| renumber(inline, &mut open, &mut footnotes));
        footnotes[number].blocks = blocks;
    }
    footnotes
}
