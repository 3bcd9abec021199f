//! Pictures and drawings, the order of words, quotation marks, and accents in
//! addresses: what is published is what its author meant, and nothing more.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::io::Cursor;

use afspraken::markdown::typography::typeset;
use base64::prelude::{BASE64_STANDARD, Engine};
use image::codecs::gif::GifEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, Frame, ImageBuffer, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbaImage};
use proptest::prelude::*;
use support::{Project, SITE};

/// The words of a page between tags, without them.
fn between(page: &str, from: &str, to: &str) -> Vec<String> {
    page.split(from)
        .skip(1)
        .filter_map(|rest| rest.split_once(to))
        .map(|(inner, _)| {
            let text = inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
            text.collect::<String>().trim().to_owned()
        })
        .collect()
}

fn glossary(terms: &[&str]) -> String {
    terms.iter().map(|term| format!("- term: \"{term}\"\n  betekenis: Uitleg van {term}.\n")).collect()
}

// ---- Order ----

#[test]
fn terms_stand_in_the_order_of_a_dutch_dictionary() {
    let project = Project::case("27-begrippen-volgorde");
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        between(&project.read("output/begrippen.html"), "<dt", "</dt>"),
        [
            "2e kwartaal",
            "Aanbod",
            "Éénpersoonshuishouden",
            "eigenwoning",
            "Energielabel",
            "ijkpunt",
            "Ijsvrij",
            "Östlandhuis",
            "’s-Hertogenboschmethode",
            "Woning",
            "Zorg"
        ]
    );
}

#[test]
fn numbers_in_terms_count_as_numbers_and_capitals_do_not_count() {
    let terms =
        ["10e kwartaal", "corporatie", "Coöperatie", "2e kwartaal", "aanbod", "Aanbod 2", "WSW", "Wmo"];
    let project = Project::minimal().with("content/begrippen.yaml", glossary(&terms));
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        between(&project.read("output/begrippen.html"), "<dt", "</dt>"),
        ["2e kwartaal", "10e kwartaal", "aanbod", "Aanbod 2", "Coöperatie", "corporatie", "Wmo", "WSW"]
    );
}

#[test]
fn the_pdf_lists_terms_in_the_same_order_as_the_site() {
    let project = Project::minimal()
        .with(
            "content/begrippen.yaml",
            glossary(&["Zorg", "Éénpersoonshuishouden", "Corporatie", "Coöperatie"]),
        )
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "Zie ook [B1].",
            "Voor [[Zorg]], [[Éénpersoonshuishouden]], [[Corporatie]] en [[Coöperatie]].",
        );
    project.build_ok(&[]);
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    let Some(text) = support::pdf_text(&pdf, "-raw") else { return };
    let place = |term: &str| text.find(&format!("Uitleg van {term}")).unwrap_or_else(|| panic!("{term}"));
    let places = ["Coöperatie", "Corporatie", "Éénpersoonshuishouden", "Zorg"].map(place);
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn areas_are_listed_in_the_order_of_a_dutch_dictionary() {
    let areas = ["Zuidwijk", "’t Zand", "Élan", "Wijk 10", "Wijk 2", "De Aa"];
    let list: String = areas
        .iter()
        .enumerate()
        .map(|(index, area)| format!("  - {{id: g{index}, naam: \"{area}\", soort: wijk}}\n"))
        .collect();
    let project = Project::minimal()
        .replacing("content/site.yaml", "partijen:", &format!("gebieden:\n{list}partijen:"))
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "soort: transactie",
            "soort: transactie\ngebieden: [g0, g1, g2, g3, g4, g5]",
        );
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/gebieden/index.html");
    let places = ["De Aa", "Élan", "’t Zand", "Wijk 2", "Wijk 10", "Zuidwijk"].map(|area| page.find(area));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

// ---- Quotation marks ----

#[test]
fn a_quote_before_er_and_ie_opens_when_it_is_closed_later() {
    let project = Project::case("28-apostrof-en-aanhaling");
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/over.html");
    for right in [
        "Over ’s-Hertogenbosch, ’t Gooi, ’s ochtends, de jaren ’90, foto’s en auto’s.",
        "‘Er is te weinig woonruimte’, zegt een bewoner. Zij zegt: ‘Ie is weg.’",
        "’k Weet het niet. Zo’n huis. “’s Avonds” is laat. (’t is koud)",
        "De maat is 5” en 6’. Rock ’n roll. ’n Huis. A’dam. ’27 en ‘2027’. ’m",
    ] {
        assert!(page.contains(right), "{right}\n{page}");
    }
}

#[test]
fn single_quotes_are_what_a_dutch_reader_takes_them_for() {
    for (typed, right) in [
        // Clipped, with and without quotations around and behind them.
        ("Ik heb 'er gezien. Zij zei: 'Kom.'", "Ik heb ’er gezien. Zij zei: ‘Kom.’"),
        ("Heeft 'ie dat gezegd?", "Heeft ’ie dat gezegd?"),
        ("Toen zag 'er iemand Hans' huis.", "Toen zag ’er iemand Hans’ huis."),
        ("In '27 is de bewoners' eigen wens klaar.", "In ’27 is de bewoners’ eigen wens klaar."),
        ("De jaren '80 en '90, en 'toen'.", "De jaren ’80 en ’90, en ‘toen’."),
        ("'t Is koud, 's avonds in 's-Gravenhage.", "’t Is koud, ’s avonds in ’s-Gravenhage."),
        // Quotations that begin like a clipped word.
        ("'Er is te weinig'", "‘Er is te weinig’"),
        ("'Er zijn foto's zoek', zei zij.", "‘Er zijn foto’s zoek’, zei zij."),
        ("'Er is \"'s avonds\" niets', zei zij.", "‘Er is “’s avonds” niets’, zei zij."),
        ("Zij schreef 'er is niets'.", "Zij schreef ‘er is niets’."),
        ("'27 woningen, meer niet', zei zij.", "‘27 woningen, meer niet’, zei zij."),
        ("De 'k-waarde' van glas.", "De ‘k-waarde’ van glas."),
        ("De letters 's', 't' en 'er'.", "De letters ‘s’, ‘t’ en ‘er’."),
    ] {
        assert_eq!(typeset(typed), right, "{typed}");
    }
}

#[test]
fn a_quotation_that_runs_through_bold_text_and_code_pairs_as_well() {
    let project =
        Project::with_page("'Er is **echt** te `'weinig'` [ruimte](https://rietveen.example)', zei zij.");
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/over.html");
    assert!(page.contains("<p>‘Er is <strong>echt</strong> te <code>&#39;weinig&#39;</code>"), "{page}");
    assert!(page.contains("</a>’, zei zij."), "{page}");
}

/// Words as they stand in quotations.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Er", "er", "Ie", "is", "te", "weinig", "ruimte", "foto's", "zo'n", "'s", "'t", "27",
    ])
}

proptest! {
    #[test]
    fn quotations_pair(
        before in prop::sample::select(vec!["", "Zij zei: ", "(", "\""]),
        words in prop::collection::vec(word(), 1..8),
        last in prop::sample::select(vec!["huizen", "weg.", "nu"]),
        behind in prop::sample::select(vec!["", ", zei zij.", ". Toen 'ging zij' weg."]),
    ) {
        // That takes a quote of two kinds.
        prop_assume!(!words[0].starts_with('\''));
        let quoted = format!("{} {last}", words.join(" "));
        let set = typeset(&format!("{before}'{quoted}'{behind}"));
        prop_assert_eq!(set.matches('‘').count(), 1 + usize::from(behind.contains("ging")), "{}", set);
        prop_assert!(!set.contains('\''), "{}", set);
        let (head, _) = set.split_once('‘').expect("an opening quote");
        prop_assert_eq!(head.replace('“', "\""), before);
    }
}

// ---- Addresses ----

#[test]
fn an_address_with_accents_is_readable_to_the_eye_and_plain_to_programs() {
    let project = Project::case("31b-idn-adres");
    project.build_ok(&[]);
    let home = project.read("output/index.html");
    let plain = "https://www.xn--woningcoperatie-gtb.example/%C3%A9%C3%A9n/";
    assert!(home.contains(&format!("<link rel=\"canonical\" href=\"{plain}")), "{home}");
    assert!(project.read("output/sitemap.xml").contains(&format!("<loc>{plain}")));
    let pdf = project.path("output/rietveen-2027/rietveen-2027.pdf");
    assert_no_accents_in_links(&pdf);
    let Some(text) = support::pdf_text(&pdf, "-raw") else { return };
    assert!(text.contains("https://www.woningcoöperatie.example/één/rietveen-2027"), "{text}");
}

#[test]
fn links_of_texts_and_lists_have_no_accents_in_what_programs_follow() {
    let project = Project::with_prose(
        "Zie [het plan](https://rietveen.example/beleid/coöperatie?q=één#deel-één) en [mail](mailto:info@coöperatie.example).",
    )
    .with(
        "content/verwijzingen.yaml",
        "- id: plan\n  soort: onderzoek\n  titel: Het plan\n  url: https://coöperatie.example/plan\n",
    )
    .replacing("content/zandstad-2027/bouwopgave.md", "titel: Bouwen\n", "titel: Bouwen\nverwijzingen: [plan]\n");
    project.build_ok(&[]);
    let page = project.read("output/zandstad-2027/bouwopgave.html");
    for right in [
        "href=\"https://rietveen.example/beleid/co%C3%B6peratie?q=%C3%A9%C3%A9n#deel-%C3%A9%C3%A9n\"",
        "href=\"mailto:info@co%C3%B6peratie.example\"",
    ] {
        assert!(page.contains(right), "{right}\n{page}");
    }
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    assert_no_accents_in_links(&pdf);
    let Some(text) = support::pdf_text(&pdf, "-raw") else { return };
    assert!(text.contains("https://coöperatie.example/plan"), "{text}");
}

fn assert_no_accents_in_links(pdf: &std::path::Path) {
    let links = support::pdf_links(pdf);
    assert!(!links.is_empty(), "no links in {}", pdf.display());
    for link in links {
        assert!(link.is_ascii(), "{link}");
    }
}

#[test]
fn struck_text_that_is_a_link_is_one_on_paper() {
    let project = Project::with_prose("Zie ~~[het oude plan](https://zandstad.example/oud) en meer~~.");
    project.build_ok(&[]);
    let links = support::pdf_links(&project.path("output/zandstad-2027/zandstad-2027.pdf"));
    assert!(links.iter().any(|link| link == "https://zandstad.example/oud"), "{links:?}");
}

// ---- Photos ----

const CHAPTER: &str = "zandstad-2027/proces.md";

/// The minimal project with a chapter that shows the picture `name`.
fn showing(name: &str, bytes: impl AsRef<[u8]>) -> Project {
    Project::minimal().with(&format!("content/zandstad-2027/media/{name}"), bytes).with(
        &format!("content/{CHAPTER}"),
        format!("---\nsoort: hoofdstuk\ntitel: Proces\n---\n\nZie:\n\n![Kaart van Zandstad](media/{name})\n"),
    )
}

fn published(project: &Project, name: &str) -> Vec<u8> {
    std::fs::read(project.path(&format!("output/zandstad-2027/media/{name}"))).expect("a published picture")
}

/// What no reader may find, in whatever part of a picture it was.
const SECRET: &[u8] = b"Woning van de maker";

fn holds_secret(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|window| window == SECRET)
}

/// A picture of 64 by 48 in which no pixel is like its neighbour.
fn pixels() -> DynamicImage {
    DynamicImage::ImageRgb8(ImageBuffer::from_fn(64, 48, |x, y| Rgb([x as u8 * 4, y as u8 * 5, 77])))
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// A camera's notes: the maker, where it was, and that the photo is to be turned
/// by a quarter to the right.
fn exif() -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    let place = 8 + 2 + 3 * 12 + 4;
    exif.extend(b"\x01\x0f\0\x02"); // Make
    exif.extend((SECRET.len() as u32 + 1).to_be_bytes());
    exif.extend((place as u32).to_be_bytes());
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"); // Orientation
    exif.extend(b"\x88\x25\0\x04\0\0\0\x01"); // GPS
    let gps = place + SECRET.len() + 1;
    exif.extend((gps as u32).to_be_bytes());
    exif.extend(0_u32.to_be_bytes());
    exif.extend(SECRET);
    exif.push(0);
    // One entry: the latitude is in the north.
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    exif
}

fn jpeg_segment(marker: u8, name: &[u8], data: &[u8]) -> Vec<u8> {
    let length = (2 + name.len() + data.len()) as u16;
    [&[0xff, marker], &length.to_be_bytes()[..], name, data].concat()
}

/// A JPEG with all that cameras and programs put in beside the picture.
fn jpeg_with_secrets() -> Vec<u8> {
    let plain = encoded(&pixels(), ImageFormat::Jpeg);
    let mut bytes = plain[..2].to_vec();
    let thumbnail = [b"\x01\x01\0\0\x01\0\x01\x07\x01".as_slice(), SECRET, b"\0\0"].concat();
    bytes.extend(jpeg_segment(0xe0, b"JFIF\0", &thumbnail));
    bytes.extend(jpeg_segment(0xe0, b"JFXX\0", SECRET));
    bytes.extend(jpeg_segment(0xe1, b"Exif\0\0", &exif()));
    bytes.extend(jpeg_segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0", SECRET));
    bytes.extend(jpeg_segment(0xe2, b"MPF\0", SECRET));
    bytes.extend(jpeg_segment(0xe2, b"ICC_PROFILE\0\x01\x01", b"een profiel"));
    bytes.extend(jpeg_segment(0xeb, b"JP", SECRET));
    bytes.extend(jpeg_segment(0xed, b"Photoshop 3.0\0", SECRET));
    bytes.extend(jpeg_segment(0xfe, b"", SECRET));
    // Past the JFIF segment that the encoder wrote.
    let rest = 4 + usize::from(u16::from_be_bytes([plain[4], plain[5]])) - 2 + 2;
    bytes.extend(&plain[rest..]);
    // A film behind the photo.
    bytes.extend(SECRET);
    bytes
}

fn png_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
}

fn png_with_secrets(image: &DynamicImage) -> Vec<u8> {
    let plain = encoded(image, ImageFormat::Png);
    let (head, rest) = plain.split_at(33);
    let mut bytes = head.to_vec();
    bytes.extend(png_chunk(b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\x01"));
    bytes.extend(png_chunk(b"eXIf", &exif()));
    bytes.extend(png_chunk(b"tEXt", &[b"Author\0", SECRET].concat()));
    bytes.extend(png_chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", SECRET].concat()));
    bytes.extend(png_chunk(b"tIME", b"\x07\xea\x0b\x16\x0c\0\0"));
    bytes.extend(png_chunk(b"caBX", SECRET));
    bytes.extend(rest);
    bytes.extend(SECRET);
    bytes
}

fn webp_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let padding = &[0][..data.len() % 2];
    [name.as_slice(), &(data.len() as u32).to_le_bytes(), data, padding].concat()
}

fn webp_with_secrets() -> Vec<u8> {
    let plain = encoded(&pixels(), ImageFormat::WebP);
    let mut body = b"WEBP".to_vec();
    // EXIF and XMP follow; 64 by 48, each less one.
    body.extend(webp_chunk(b"VP8X", b"\x0c\0\0\0\x3f\0\0\x2f\0\0"));
    body.extend(&plain[12..]);
    body.extend(webp_chunk(b"EXIF", &exif()));
    body.extend(webp_chunk(b"XMP ", SECRET));
    body.extend(webp_chunk(b"mOne", SECRET));
    [b"RIFF".as_slice(), &(body.len() as u32).to_le_bytes(), &body, SECRET].concat()
}

/// A GIF of two pictures that goes round for ever.
fn gif_with_secrets() -> Vec<u8> {
    let mut plain = Vec::new();
    let mut encoder = GifEncoder::new(&mut plain);
    encoder.set_repeat(image::codecs::gif::Repeat::Infinite).expect("a GIF");
    for colour in [[200, 0, 0, 255], [0, 0, 200, 255]] {
        let frame = RgbaImage::from_pixel(64, 48, image::Rgba(colour));
        encoder.encode_frame(Frame::new(frame)).expect("a picture");
    }
    drop(encoder);
    let first = plain.windows(2).position(|pair| pair == b"\x21\xff").expect("how often it repeats");
    let block = |data: &[u8]| [&[data.len() as u8], data].concat();
    let mut bytes = plain[..first].to_vec();
    bytes.extend([b"\x21\xfe".as_slice(), &block(SECRET), b"\0"].concat());
    bytes.extend([b"\x21\xff".as_slice(), &block(b"XMP DataXMP"), &block(SECRET), b"\0"].concat());
    bytes.extend(&plain[first..]);
    bytes.extend(SECRET);
    bytes
}

fn decoded(bytes: &[u8], format: ImageFormat) -> (DynamicImage, Orientation) {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().expect("a picture");
    let orientation = decoder.orientation().expect("an orientation");
    (DynamicImage::from_decoder(decoder).expect("pixels"), orientation)
}

#[test]
fn a_photo_that_is_turned_by_its_camera_has_the_sides_that_are_seen() {
    let project = Project::case("01-exif-gedraaide-foto");
    project.build_ok(&[]);
    let page = project.read("output/rietveen-2027/foto.html");
    assert!(page.contains("width=\"800\" height=\"1200\""), "{page}");
}

#[test]
fn a_photo_is_published_and_printed_without_what_its_camera_noted() {
    for name in ["01-exif-gedraaide-foto", "01b-foto-met-gps"] {
        let project = Project::case(name);
        project.build_ok(&[]);
        let telltale = |bytes: &[u8]| bytes.windows(8).any(|window| window == b"Telefoon");
        let source = project.path("content/rietveen-2027/media/foto.jpg");
        assert!(telltale(&std::fs::read(source).expect("a photo")), "{name}");
        for (path, bytes) in project.tree("output") {
            let is_picture = path.ends_with(".jpg") || path.ends_with(".pdf");
            assert!(!(is_picture && telltale(&bytes)), "{name}: {path}");
        }
    }
}

#[test]
fn no_part_of_a_photo_tells_who_made_it_and_not_a_pixel_changes() {
    let photos = [
        ("a.jpg", ImageFormat::Jpeg, jpeg_with_secrets(), true),
        ("a.png", ImageFormat::Png, png_with_secrets(&pixels()), true),
        ("a.webp", ImageFormat::WebP, webp_with_secrets(), true),
        ("a.gif", ImageFormat::Gif, gif_with_secrets(), false),
    ];
    for (name, format, bytes, is_turned) in photos {
        assert!(holds_secret(&bytes), "{name}");
        let project = showing(name, &bytes);
        project.assert_build_finds(&[]);
        for (path, bytes) in project.tree("output") {
            assert!(!holds_secret(&bytes), "{name}: {path}");
        }
        let clean = published(&project, name);
        let (before, orientation) = decoded(&bytes, format);
        assert!(decoded(&clean, format) == (before, orientation), "{name}");
        assert_eq!(orientation != Orientation::NoTransforms, is_turned, "{name}");
        let page = project.read("output/zandstad-2027/proces.html");
        let sides = if is_turned { "width=\"48\" height=\"64\"" } else { "width=\"64\" height=\"48\"" };
        assert!(page.contains(sides), "{name}: {page}");
        // What is clean stays as it is.
        let again = showing(name, &clean);
        again.assert_build_finds(&[]);
        assert!(published(&again, name) == clean, "{name}");
    }
}

#[test]
fn colours_print_size_and_movement_of_a_picture_stay() {
    let has = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    for (name, bytes, part) in [
        ("a.jpg", jpeg_with_secrets(), b"ICC_PROFILE\0\x01\x01een profiel".as_slice()),
        ("a.png", png_with_secrets(&pixels()), b"pHYs\0\0\x0b\x13"),
        ("a.gif", gif_with_secrets(), b"NETSCAPE2.0"),
    ] {
        let project = showing(name, &bytes);
        project.assert_build_finds(&[]);
        assert!(has(&published(&project, name), part), "{name}");
    }
    let gif = gif_with_secrets();
    let project = showing("a.gif", &gif);
    project.assert_build_finds(&[]);
    let frames = |bytes: &[u8]| bytes.windows(2).filter(|pair| *pair == b"\x21\xf9").count();
    assert_eq!(frames(&published(&project, "a.gif")), frames(&gif));
}

#[test]
fn a_logo_a_photo_that_is_only_linked_and_one_in_the_register_tell_nothing_either() {
    let project = Project::minimal()
        .with("content/logo.png", png_with_secrets(&pixels()))
        .with("content/onderzoek.jpg", jpeg_with_secrets())
        .with("content/zandstad-2027/media/groot.jpg", jpeg_with_secrets())
        .with(
            "content/verwijzingen.yaml",
            "- id: plan\n  soort: onderzoek\n  titel: Het plan\n  bestand: onderzoek.jpg\n",
        )
        .with("content/site.yaml", format!("huisstijl: {{logo: logo.png}}\n{SITE}"))
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "Zie ook [B1].",
            "Zie [de foto](media/groot.jpg) en [het plan](../verwijzingen.yaml#plan).",
        );
    project.build_ok(&[]);
    let tree = project.tree("output");
    assert_eq!(tree.keys().filter(|path| path.ends_with(".jpg") || path.ends_with("logo.png")).count(), 3);
    for (path, bytes) in &tree {
        assert!(!holds_secret(bytes), "{path}");
    }
}

#[test]
fn the_preview_shows_the_very_photo_that_is_published() {
    let project = showing("a.jpg", jpeg_with_secrets());
    project.build_ok(&[]);
    let server = serve::Server::of(&project);
    let answer = server.get("/zandstad-2027/media/a.jpg");
    assert!(answer.body == published(&project, "a.jpg"));
}

#[test]
fn a_photo_that_is_cut_off_among_its_notes_is_broken_wherever_it_is_named() {
    let jpeg = jpeg_with_secrets();
    let project = showing("a.jpg", &jpeg[..60]);
    project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
    let project = project.replacing(&format!("content/{CHAPTER}"), "![Kaart van Zandstad]", "[kaart]");
    project.assert_finds(&[("T105", CHAPTER, "[kaart]")]);
}

#[test]
fn pictures_of_unusual_sizes_and_depths_are_published_and_printed() {
    let pictures = [
        ("klein.png", encoded(&DynamicImage::new_rgb8(1, 1), ImageFormat::Png)),
        ("smal.jpg", encoded(&DynamicImage::new_rgb8(1, 3000), ImageFormat::Jpeg)),
        ("diep.png", png_with_secrets(&DynamicImage::new_rgba16(20, 10))),
        ("grijs.png", encoded(&DynamicImage::new_luma16(20, 10), ImageFormat::Png)),
        ("grijs.jpg", encoded(&DynamicImage::new_luma8(20, 10), ImageFormat::Jpeg)),
        ("doorzichtig.webp", encoded(&DynamicImage::new_rgba8(20, 10), ImageFormat::WebP)),
        ("bewegend.gif", gif_with_secrets()),
    ];
    for (name, bytes) in pictures {
        showing(name, bytes).assert_build_finds(&[]);
    }
}

// ---- Drawings ----

/// A drawing with `inner` in it, in which all names are known that programs use.
fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" \
         xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" \
         xmlns:i=\"http://ns.adobe.com/AdobeIllustrator/10.0/\" \
         width=\"400\" height=\"200\" viewBox=\"0 0 400 200\">{inner}<rect width=\"40\" height=\"20\"/></svg>"
    )
}

#[test]
fn what_inkscape_leaves_in_a_drawing_is_not_published() {
    let project = Project::case("07-inkscape-exportpad");
    project.build_ok(&[]);
    let published = project.read("output/rietveen-2027/media/kaart.svg");
    for gone in ["Users", "export-filename", "namedview", "docname"] {
        assert!(!published.contains(gone), "{gone}: {published}");
    }
    assert!(published.contains("<rect x=\"5\" y=\"5\" width=\"190\" height=\"90\""), "{published}");
}

#[test]
fn what_drawing_programs_leave_behind_is_taken_out_and_the_rest_stays_as_it_is() {
    for left_over in [
        "<!-- C:\\Users\\redactie\\kaart.ai -->",
        "<sodipodi:namedview pagecolor=\"#ffffff\" inkscape:current-layer=\"g1\"><inkscape:page x=\"0\"/></sodipodi:namedview>",
        "<metadata><?xpacket begin='' id='W5'?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">Woning van de maker</rdf:RDF></x:xmpmeta><?xpacket end='w'?></metadata>",
        "<?xpacket end='w'?>",
        "<i:pgf id=\"adobe_illustrator_pgf\"><![CDATA[eJzsvWl3=]]></i:pgf>",
        "<foreignObject requiredExtensions=\"http://ns.adobe.com/AdobeIllustrator/10.0/\" width=\"1\" height=\"1\"><i:pgfRef xlink:href=\"#adobe_illustrator_pgf\"/></foreignObject>",
        "<title>C:\\Tekeningen\\kaart.vsdx</title>",
        "<desc>file:///home/redactie/kaart.svg</desc>",
        "<inkscape:path-effect effect=\"spiro\"/>",
    ] {
        let project = showing("a.svg", svg(left_over));
        project.assert_build_finds(&[]);
        assert_eq!(String::from_utf8_lossy(&published(&project, "a.svg")), svg(""), "{left_over}");
    }
    for left_over in [
        " inkscape:label=\"Laag 1\"",
        " inkscape:groupmode='layer'\n  sodipodi:insensitive=\"true\"",
        " i:extraneous=\"self\"",
        " sodipodi:absref=\"C:\\Users\\redactie\\foto.jpg\"",
        " data-bestand=\"C:\\Users\\redactie\\kaart.ai\"",
        " data-map=\"/home/redactie/kaart\"",
        " xlink:href=\"\"",
        " xml:base=\"https://elders.example/\"",
    ] {
        let drawing = svg(&format!("<g id=\"a\"{left_over} class=\"b\"><circle r=\"4\"/></g>"));
        let project = showing("a.svg", &drawing);
        project.assert_build_finds(&[]);
        let published = String::from_utf8(published(&project, "a.svg")).expect("UTF-8");
        assert_eq!(published, drawing.replace(left_over, ""), "{left_over}");
    }
}

#[test]
fn a_file_of_illustrator_is_published_with_the_drawing_and_without_its_double() {
    let file = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generator: Adobe Illustrator 27.0 -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n\t<!ENTITY ns_extend \"http://ns.adobe.com/Extensibility/1.0/\">\n\t<!ENTITY ns_ai \"http://ns.adobe.com/AdobeIllustrator/10.0/\">\n\t<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n\t<!ENTITY ns_xlink \"http://www.w3.org/1999/xlink\">\n]>\n<svg version=\"1.1\" xmlns:x=\"&ns_extend;\" xmlns:i=\"&ns_ai;\" i:viewOrigin=\"0 100\" xmlns=\"&ns_svg;\" xmlns:xlink=\"&ns_xlink;\" width=\"200px\" height=\"100px\" viewBox=\"0 0 200 100\" style=\"enable-background:new 0 0 200 100;\" xml:space=\"preserve\">\n<switch>\n<foreignObject requiredExtensions=\"&ns_ai;\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"><i:pgfRef xlink:href=\"#adobe_illustrator_pgf\"></i:pgfRef></foreignObject>\n<g i:extraneous=\"self\"><rect width=\"200\" height=\"100\" fill=\"#0b4f6c\"/></g>\n</switch>\n<i:pgf id=\"adobe_illustrator_pgf\"><![CDATA[eJzsvWl3]]></i:pgf>\n</svg>";
    let project = showing("a.svg", file);
    project.assert_build_finds(&[]);
    let published = String::from_utf8(published(&project, "a.svg")).expect("UTF-8");
    for gone in ["Generator", "pgf", "foreignObject", "i:extraneous", "viewOrigin"] {
        assert!(!published.contains(gone), "{gone}: {published}");
    }
    assert!(
        published.contains("<g><rect width=\"200\" height=\"100\" fill=\"#0b4f6c\"/></g>"),
        "{published}"
    );
    let page = project.read("output/zandstad-2027/proces.html");
    assert!(page.contains("width=\"200\" height=\"100\""), "{page}");
}

#[test]
fn what_is_unsafe_stays_refused_beside_what_is_left_behind() {
    for inner in [
        "<g inkscape:label=\"Laag 1\" onclick=\"alert(1)\"/>",
        "<foreignObject requiredExtensions=\"http://www.w3.org/1999/xhtml\"><p xmlns=\"http://www.w3.org/1999/xhtml\">Tekst</p></foreignObject>",
        "<foreignObject>Tekst</foreignObject>",
        "<image xlink:href=\"file:///C:/Users/redactie/foto.jpg\" sodipodi:absref=\"C:\\foto.jpg\"/>",
        "<image xlink:href=\"C:\\Users\\redactie\\foto.jpg\"/>",
        "<a xlink:href=\"https://elders.example/\"><rect/></a>",
        "<rect fill=\"url(C:\\vlak.svg#a)\"/>",
        "<style><!-- Inkscape -->@import url(https://elders.example/x);</style>",
    ] {
        let project = showing("a.svg", svg(inner));
        project.assert_finds(&[("T106", CHAPTER, "![Kaart")]);
    }
}

#[test]
fn a_photo_inside_a_drawing_tells_nothing_either() {
    let image = |bytes: &[u8], kind: &str| {
        let data = BASE64_STANDARD.encode(bytes);
        svg(&format!("<image width=\"64\" height=\"48\" xlink:href=\"data:image/{kind};base64,{data}\"/>"))
    };
    let mut photo = jpeg_with_secrets();
    // One that is not turned.
    let turned = photo.windows(12).position(|part| part == b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    photo[turned.expect("an orientation") + 9] = 1;
    let project = showing("a.svg", image(&photo, "jpeg"));
    project.assert_build_finds(&[]);
    let clean = String::from_utf8(published(&project, "a.svg")).expect("UTF-8");
    let (_, rest) = clean.split_once("base64,").expect("a photo");
    let clean = BASE64_STANDARD.decode(rest.split('"').next().expect("an end")).expect("base 64");
    assert!(
        !holds_secret(&clean) && decoded(&clean, ImageFormat::Jpeg) == decoded(&photo, ImageFormat::Jpeg)
    );
    // Paper and screen would show this one differently.
    let project = showing("a.svg", image(&jpeg_with_secrets(), "jpeg"));
    project.assert_finds(&[("T113", CHAPTER, "![Kaart")]);
    for broken in [image(b"geen foto", "png"), image(&photo[..80], "jpeg")] {
        showing("a.svg", broken).assert_finds(&[("T105", CHAPTER, "![Kaart")]);
    }
}

#[test]
fn letters_that_no_font_has_are_found_at_the_drawing_by_check_and_build() {
    let project = Project::case("22b-svg-teken-buiten-letter");
    let place = [("T107", "rietveen-2027/kaart.md", "![Kaart")];
    project.assert_finds(&place);
    project.assert_build_finds(&place);
    let messages = project.messages();
    assert!(messages.contains("`🏠` (U+1F3E0), `中` (U+4E2D)"), "{messages}");
    let check = project.check(&["--format", "json"]);
    assert!(String::from_utf8_lossy(&check.stdout).contains("\"T107\""));
    let server = serve::Server::of(&project);
    server.wait_for_errors("/rietveen-2027/kaart.html", &["T107"]);
}

#[test]
fn letters_are_found_however_a_drawing_writes_them() {
    for text in [
        "<text x=\"9\" y=\"20\">Noord <tspan font-weight=\"bold\">中</tspan></text>",
        "<text y=\"20\" font-family=\"Calibri, serif\">&#x4e2d;</text>",
        "<defs><path id=\"lijn\" d=\"M0 50h300\"/></defs><text><textPath xlink:href=\"#lijn\">langs 中</textPath></text>",
        "<defs><g id=\"bord\"><text y=\"20\">中</text></g></defs><use xlink:href=\"#bord\"/>",
        "<pattern id=\"p\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\"><text y=\"20\">中</text></pattern><rect width=\"90\" height=\"90\" fill=\"url(#p)\"/>",
        "<switch><text systemLanguage=\"xx\" y=\"20\">Noord</text><text y=\"20\">中</text></switch>",
    ] {
        let project = showing("a.svg", svg(text));
        project.assert_build_finds(&[("T107", CHAPTER, "![Kaart")]);
        assert!(project.messages().contains("`中` (U+4E2D)"), "{text}");
    }
}

#[test]
fn letters_that_are_not_drawn_or_that_a_font_has_are_no_mistake() {
    for text in [
        "<text y=\"20\" font-family=\"Calibri\">Coöperatie ‘één’, 5 m² à € 3 – ca. ½</text>",
        "<text y=\"20\">e\u{301}\u{e9}n, een\u{a0}huis, soft\u{ad}hyphen</text>",
        "<g display=\"none\"><text y=\"20\">中</text></g>",
        "<text y=\"20\" visibility=\"hidden\">中</text>",
        "<title>中</title><desc>中</desc>",
        "<defs><text id=\"nergens\">中</text></defs>",
        "<text y=\"20\">Noord\n  <tspan>Zuid</tspan>\t</text>",
    ] {
        showing("a.svg", svg(text)).assert_build_finds(&[]);
    }
}

#[test]
fn letters_in_a_logo_are_found_where_it_is_named_and_on_a_plain_page_they_may_stand() {
    let drawing = svg("<text y=\"20\">中</text>");
    let project = Project::minimal()
        .with("content/logo.svg", &drawing)
        .with("content/site.yaml", SITE.replace("    kort: De Brug", "    logo: logo.svg"));
    project.assert_build_finds(&[("T107", "site.yaml", "    logo: ¦logo.svg")]);
    // No PDF shows a plain page, and browsers have fonts of their own.
    let project =
        Project::with_page("![Kaart van de stad](media/a.svg)").with("content/media/a.svg", &drawing);
    project.assert_build_finds(&[]);
}

#[test]
fn a_drawing_has_the_size_that_a_browser_gives_it() {
    let drawing = |head: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {head}><rect width=\"100\" height=\"50\"/></svg>")
    };
    for (head, sides) in [
        ("width=\"400\" height=\"200\"", "width=\"400\" height=\"200\""),
        ("width=\"100%\" height=\"100%\" viewBox=\"0 0 800 400\"", "width=\"800\" height=\"400\""),
        ("width=\"100%\" viewBox=\"0,0,800,400\"", "width=\"800\" height=\"400\""),
        ("viewBox=\"0 0 800 400\"", "width=\"800\" height=\"400\""),
        ("width=\"400\" viewBox=\"0 0 800 400\"", "width=\"400\" height=\"200\""),
        ("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\"", "width=\"794\" height=\"1123\""),
        ("width=\"2in\" height=\"1in\"", "width=\"192\" height=\"96\""),
    ] {
        let project = showing("a.svg", drawing(head));
        project.assert_build_finds(&[]);
        let page = project.read("output/zandstad-2027/proces.html");
        assert!(page.contains(sides), "{head}: {page}");
    }
}

#[test]
fn a_drawing_that_a_browser_would_cut_off_is_told() {
    let drawing = |head: &str, wide: u32| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {head}><rect width=\"{wide}\" height=\"50\"/></svg>"
        )
    };
    for head in ["", "width=\"100%\" height=\"100%\"", "height=\"60\""] {
        showing("a.svg", drawing(head, 800)).assert_build_finds(&[("T113", CHAPTER, "![Kaart")]);
        showing("a.svg", drawing(head, 280)).assert_build_finds(&[]);
    }
    showing("a.svg", drawing("viewBox=\"0 0 0 0\"", 20)).assert_build_finds(&[("T105", CHAPTER, "![Kaart")]);
}

#[test]
fn text_that_only_inkscape_shows_is_told() {
    let project = showing(
        "a.svg",
        svg("<flowRoot><flowRegion><rect/></flowRegion><flowPara>Hier komen woningen</flowPara></flowRoot>"),
    );
    project.assert_finds(&[("T113", CHAPTER, "![Kaart")]);
    showing("a.svg", svg("<flowRoot><flowRegion/><flowPara/></flowRoot>")).assert_build_finds(&[]);
}
