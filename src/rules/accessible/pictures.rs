//! What those get who do not see a picture.

use super::{found, plainly};
use crate::diagnostic::Code;
use crate::markdown::{self, Picture};
use crate::picture;
use crate::rules::{Finding, Reading, prose};

/// Words that say that there is a picture, not what is in it. Our own list.
const SAYS_PICTURE: &[&str] = &[
    "afbeelding",
    "diagram",
    "figuur",
    "foto",
    "fotootje",
    "grafiek",
    "icoon",
    "illustratie",
    "image",
    "kaart",
    "kaartje",
    "logo",
    "photo",
    "picture",
    "plaatje",
    "plattegrond",
    "schema",
    "tabel",
    "tekening",
];

/// Words that add nothing to those.
const FILLERS: &[&str] = &["de", "een", "het", "met", "onze", "over", "uit", "van", "voor"];

/// How names of files end.
const ENDINGS: &[&str] = &[".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp"];

/// How cameras, telephones and scanners begin the names of their files.
const CAMERAS: &[&str] = &["dsc", "dscn", "img", "image", "pxl", "scan", "schermafbeelding", "screenshot"];

/// Words for a picture of what was text.
const OF_TEXT: &[&str] = &[
    "ingescand",
    "ingescande",
    "scan",
    "scans",
    "schermafbeelding",
    "schermafdruk",
    "schermopname",
    "screenshot",
];

/// From so many words on, a drawing is read rather than looked at.
const MANY_WORDS: usize = 25;

fn pictures<'a>(reading: &Reading<'a>) -> Vec<&'a Picture> {
    let mut pictures = Vec::new();
    for blocks in &reading.prose.blocks {
        markdown::for_each_picture(blocks, &mut |picture| pictures.push(picture));
    }
    pictures
}

/// "Afbeelding 3" tells a blind reader that something is kept from them, not what.
pub fn says_nothing(reading: &Reading) -> Vec<Finding> {
    let bad = pictures(reading).into_iter().filter_map(|picture| Some((picture, why_nothing(picture)?)));
    bad.map(|(picture, why)| {
        found(reading, Code::T201, picture.span, format!("De beschrijving van deze afbeelding {why}."))
            .label("wat is hier te zien?")
            .hint("Schrijf tussen de vierkante haken in één zin wat de afbeelding vertelt: `![Kaart van Noord met de drie bouwplekken](…)`.")
    })
    .collect()
}

fn why_nothing(picture: &Picture) -> Option<&'static str> {
    let alt = plainly(&picture.alt);
    if alt.is_empty() {
        return None;
    }
    if is_file_name(&alt, &picture.path.file_name().to_lowercase()) {
        return Some("is de naam van een bestand");
    }
    let mut words = alt.split(' ').filter(|word| !FILLERS.contains(word)).peekable();
    if words.peek().is_some() && words.all(|word| SAYS_PICTURE.contains(&word) || is_number(word)) {
        return Some("zegt niet wat er te zien is");
    }
    let caption = picture.caption.as_deref().map(plainly);
    caption.is_some_and(|caption| caption == alt).then_some("is gelijk aan het bijschrift")
}

fn is_file_name(alt: &str, file: &str) -> bool {
    let one_word = !alt.contains(' ');
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let of_camera = CAMERAS.iter().any(|camera| {
        let rest = alt.strip_prefix(camera).unwrap_or_default();
        rest.starts_with(['_', '-', ' ']) && rest.contains(|c: char| c.is_ascii_digit()) && !has_words(rest)
    });
    let joined =
        one_word && alt == stem && alt.contains(|c: char| matches!(c, '-' | '_') || c.is_ascii_digit());
    ENDINGS.iter().any(|ending| one_word && alt.ends_with(ending)) || of_camera || joined
}

/// Whether anything in it is a word rather than a number.
fn has_words(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 3)
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// A screen reader reads a description in one go: nobody can stop in it or go back.
pub fn long_description(reading: &Reading) -> Vec<Finding> {
    let limit = reading.limit(Code::T206) as usize;
    let long = pictures(reading).into_iter().filter_map(|picture| {
        let length = picture.alt.chars().count();
        (length > limit).then(|| {
            let message = format!("De beschrijving van deze afbeelding is {length} tekens lang.");
            found(reading, Code::T206, picture.span, message)
                .label("lange beschrijving")
                .hint("Zeg in de beschrijving kort wat te zien is, en zet wat lezers eruit moeten halen in de tekst bij de afbeelding.")
        })
    });
    long.collect()
}

/// Letters in a picture cannot be enlarged, read aloud, searched or put in other colours.
pub fn of_text(reading: &Reading) -> Vec<Finding> {
    let of_text = pictures(reading).into_iter().filter(|picture| {
        // One without a description is told so.
        !picture.alt.trim().is_empty() && (says_text(picture) || is_mostly_text(reading, picture))
    });
    of_text
        .map(|picture| {
            found(reading, Code::T209, picture.span, "Dit lijkt een afbeelding van tekst.")
                .label("tekst in een afbeelding")
                .hint("Zet de tekst of de tabel zelf in het document, in plaats van een afbeelding ervan.")
        })
        .collect()
}

fn says_text(picture: &Picture) -> bool {
    let alt = plainly(&picture.alt);
    let file = picture.path.file_name().to_lowercase();
    let has = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| OF_TEXT.contains(&word));
    has(&alt) || has(&file) || alt.starts_with("tabel ") || file.starts_with("tabel")
}

/// Whether a drawing has far more words than lines.
fn is_mostly_text(reading: &Reading, picture: &Picture) -> bool {
    let Some(file) = reading.scene.sources.media().get(&picture.path) else { return false };
    let Some((letters, shapes)) = picture::letters_and_shapes(&picture.path, &file.bytes) else {
        return false;
    };
    let words = prose::words(&letters).count();
    words >= MANY_WORDS && words > 5 * shapes
}
