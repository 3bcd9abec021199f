//! Pictures that are broken, enormous, not pictures at all, or that would run
//! or fetch something on the site that they are published on.

mod support;

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use support::{Project, SITE};

const CHAPTER: &str = "zandstad-2027/proces.md";

/// The minimal project with a chapter that shows the picture `name`.
fn showing(name: &str, bytes: impl AsRef<[u8]>) -> Project {
    Project::minimal().with(&format!("content/zandstad-2027/media/{name}"), bytes).with(
        &format!("content/{CHAPTER}"),
        format!("---\nsoort: hoofdstuk\ntitel: Proces\n---\n\nZie:\n\n![Kaart van Zandstad](media/{name})\n"),
    )
}

/// A picture of 64 by 48 in some format.
fn raster(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(64, 48).write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// The head of a PNG that says how large it is, and nothing after it.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = raster(ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 },
        )
    })
}

/// A drawing with `inner` in it.
fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"40\" height=\"20\" viewBox=\"0 0 40 20\">{inner}<rect width=\"40\" height=\"20\"/></svg>"
    )
}

#[test]
fn pictures_of_every_kind_that_is_promised_are_published_and_printed() {
    for (name, format) in [
        ("a.png", ImageFormat::Png),
        ("a.jpg", ImageFormat::Jpeg),
        ("a.JPEG", ImageFormat::Jpeg),
        ("a.gif", ImageFormat::Gif),
        ("a.webp", ImageFormat::WebP),
    ] {
        let bytes = raster(format);
        let project = showing(name, &bytes);
        project.assert_build_finds(&[]);
        let published = project.tree("output");
        assert!(published[&format!("zandstad-2027/media/{name}")] == bytes);
        let page = project.read("output/zandstad-2027/proces.html");
        assert!(page.contains("width=\"64\" height=\"48\""), "{name}");
    }
}

#[test]
fn a_picture_that_is_not_there_is_found_where_it_is_named() {
    let project = Project::minimal().with(&format!("content/{CHAPTER}"), "---\nsoort: hoofdstuk\ntitel: Proces\n---\n\n![Kaart](media/kaart.png)\n\n- ![Kaart](kaart.svg) en ![x](.)\n");
    project.assert_finds(&[
        ("T105", CHAPTER, "![Kaart](media"),
        ("T105", CHAPTER, "![Kaart](kaart"),
        ("T105", CHAPTER, "![x]"),
    ]);
    let project = Project::minimal().with(
        "content/site.yaml",
        format!("huisstijl: {{logo: logo.svg}}\n{}", SITE.replace("    kort: De Brug", "    logo: brug.png")),
    );
    project.assert_finds(&[("T105", "site.yaml", "logo.svg"), ("T105", "site.yaml", "brug.png")]);
}

#[test]
fn a_picture_whose_name_differs_in_capitals_is_not_there_and_the_right_name_is_told() {
    // Windows and macOS would find it; the web server would not.
    let project = showing("kaart.png", raster(ImageFormat::Png)).replacing(
        &format!("content/{CHAPTER}"),
        "kaart.png",
        "Kaart.PNG",
    );
    project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
    assert!(project.messages().contains("bedoelde u `media/kaart.png`?"), "{}", project.messages());
}

#[test]
fn a_file_that_is_no_picture_cannot_be_shown_as_one() {
    for name in ["a.pdf", "a.docx", "a.csv"] {
        let project = showing(name, "x");
        project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
        assert!(
            project.messages().contains("is geen afbeelding die hier kan staan"),
            "{}",
            project.messages()
        );
    }
}

#[test]
fn a_picture_of_a_kind_that_cannot_be_shown_is_not_said_to_be_absent() {
    for name in ["a.tiff", "a.bmp", "a.heic", "a.avif", "a.txt"] {
        let project = showing(name, "x");
        project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
        let messages = project.messages();
        assert!(!messages.contains("is er niet") && messages.contains(".png"), "{messages}");
    }
}

#[test]
fn a_broken_picture_is_found_where_it_is_named() {
    let (png, jpeg) = (raster(ImageFormat::Png), raster(ImageFormat::Jpeg));
    for (name, bytes) in [
        ("a.png", &png[..png.len() / 2]),
        ("a.png", &png[..20]),
        ("a.png", &png[..8]),
        ("a.png", b"dit is geen plaatje, maar tekst"),
        ("a.png", b"<script>alert(1)</script>"),
        ("a.png", svg("").as_bytes()),
        ("a.png", b""),
        ("a.png", &jpeg[..]),
        ("a.jpg", &jpeg[..jpeg.len() / 4]),
        ("a.jpg", &png[..]),
        ("a.gif", b"GIF89a"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 "),
        ("a.svg", &png[..]),
        ("a.svg", b""),
        ("a.svg", b"tekst"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>"),
        ("a.svg", b"<html><body>x</body></html>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>\xff</svg>"),
    ] {
        let project = showing(name, bytes);
        project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
        assert!(project.messages().contains("is stuk"), "{name}: {}", project.messages());
    }
}

#[test]
fn a_drawing_that_browsers_or_the_pdf_would_refuse_is_broken() {
    for drawing in [
        // Without its namespace it is no drawing to a browser.
        svg("").replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""),
        svg("").replace("width=\"40\" height=\"20\" viewBox", "width=\"0\" height=\"0\" viewBox"),
        svg("").replace("width=\"40\" height=\"20\" viewBox", "width=\"-4\" height=\"20\" viewBox"),
        svg(&format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000))),
    ] {
        showing("a.svg", drawing).assert_build_finds(&[("T105", CHAPTER, "![Kaart")]);
    }
}

#[test]
fn a_picture_that_is_enormous_is_refused_before_it_is_read() {
    for (width, height) in [(50_000, 50_000), (12_001, 1), (1, 12_001)] {
        let project = showing("a.png", png_of(width, height));
        project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
        assert!(project.messages().contains("is te groot"), "{}", project.messages());
    }
    // Within the limit, and not what it says it is.
    showing("a.png", png_of(11_999, 11_999)).assert_finds(&[("T105", CHAPTER, "![Kaart")]);
    showing("a.png", png_of(u32::MAX, u32::MAX)).assert_finds(&[("T105", CHAPTER, "![Kaart")]);
    showing("a.png", png_of(0, 0)).assert_finds(&[("T105", CHAPTER, "![Kaart")]);
}

#[test]
fn a_drawing_that_runs_something_is_refused() {
    refused(&[
        "<script>alert(1)</script>",
        "<script href=\"#x\"/>",
        "<g><a><script>alert(1)</script></a></g>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
        "<rect onload=\"alert(1)\"/>",
        "<rect ONCLICK=\"alert(1)\"/>",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
        "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"#x\"/>",
        "<a href=\"javascript:alert(1)\"><rect/></a>",
        "<a xlink:href=\"JavaScript:alert(1)\"><rect/></a>",
        "<a href=\"&#106;avascript:alert(1)\"><rect/></a>",
        "<a href=\" \tjavascript:alert(1)\"><rect/></a>",
        "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<a><animate attributeName=\"xlink:href\" values=\"javascript:alert(1)\"/></a>",
    ]);
}

#[test]
fn a_drawing_that_changes_its_links_or_handlers_is_refused_however_that_is_spelt() {
    refused(&[
        "<a><animate xmlns:l=\"http://www.w3.org/1999/xlink\" attributeName=\"l:href\" values=\"javascript:alert(1)\"/></a>",
        "<set attributeName=\"onload\" to=\"alert(1)\"/>",
        "<a><set attributeName=\" href \" to=\"javascript:alert(1)\"/></a>",
    ]);
}

#[test]
fn a_drawing_that_fetches_something_is_refused() {
    refused(&[
        "<image href=\"https://elders.example/x.png\"/>",
        "<image xlink:href=\"//elders.example/x.png\"/>",
        "<image href=\"../../geheim.png\"/>",
        "<image href=\"file:///etc/passwd\"/>",
        "<image href=\"data:image/svg+xml,&lt;svg/&gt;\"/>",
        "<use href=\"https://elders.example/x.svg#a\"/>",
        "<use xlink:href=\"x.svg#a\"/>",
        "<feImage href=\"https://elders.example/x.png\"/>",
        "<style>@import \"https://elders.example/x.css\";</style>",
        "<style>@IMPORT 'x.css';</style>",
        "<style>rect { fill: url(https://elders.example/x) }</style>",
        "<style>rect { fill: URL( \"//elders.example/x\" ) }</style>",
        "<style><![CDATA[rect { fill: url(https://elders.example/x) }]]></style>",
        "<style>@font-face { src: url(data:font/woff2;base64,AA) }</style>",
        "<rect fill=\"url('https://elders.example/x')\"/>",
        "<rect style=\"fill: url(&quot;https://elders.example/x&quot;)\"/>",
        "<rect filter=\"url(x.svg#f)\"/>",
        "<set attributeName=\"fill\" to=\"url(https://elders.example/x)\"/>",
    ]);
}

#[test]
fn a_style_that_fetches_something_is_refused_however_it_is_spelt() {
    refused(&[
        "<style><!-- x -->@import url(https://elders.example/x);</style>",
        "<style>rect {} <!-- x --> @import url(https://elders.example/x);</style>",
        "<style>rect {} <g/> @import url(https://elders.example/x);</style>",
        "<style>@\\69mport \"https://elders.example/x\";</style>",
        "<style>rect { fill: \\75rl(https://elders.example/x) }</style>",
        "<style>rect { mask-image: image-set(\"https://elders.example/x\" 1x) }</style>",
        "<rect style=\"fill: u\\72l(https://elders.example/x)\"/>",
    ]);
}

#[test]
fn a_drawing_with_elements_of_a_web_page_in_it_is_refused() {
    refused(&[
        "<meta xmlns=\"http://www.w3.org/1999/xhtml\" http-equiv=\"refresh\" content=\"0;url=https://elders.example\"/>",
        "<form xmlns=\"http://www.w3.org/1999/xhtml\" action=\"https://elders.example\"><input name=\"x\"/></form>",
        "<h:link xmlns:h=\"http://www.w3.org/1999/xhtml\" rel=\"stylesheet\" imagesrcset=\"https://elders.example/x\"/>",
    ]);
}

#[track_caller]
fn refused(inners: &[&str]) {
    for inner in inners {
        let project = showing("a.svg", svg(inner));
        assert_eq!(project.codes(), [format!("T106 {}", project.place(CHAPTER, "![Kaart"))], "{inner}");
    }
}

#[test]
fn what_stands_before_a_drawing_is_looked_at_as_well() {
    for before in [
        "<?xml-stylesheet href=\"https://elders.example/x.css\"?>",
        "<?php system('ls') ?>",
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>",
        "<!DOCTYPE svg [<!ENTITY x \"<script>alert(1)</script>\">]>",
    ] {
        let inner = if before.contains("ENTITY") { "<g>&x;</g>" } else { "" };
        let project = showing("a.svg", format!("<?xml version=\"1.0\"?>\n{before}\n{}", svg(inner)));
        assert_eq!(project.codes(), [format!("T106 {}", project.place(CHAPTER, "![Kaart"))], "{before}");
    }
}

#[test]
fn entities_that_unfold_without_end_or_read_a_file_are_refused() {
    let laughs: String = "bcdefghijkl"
        .chars()
        .zip("abcdefghijk".chars())
        .map(|(name, before)| format!("<!ENTITY {name} \"{}\">", format!("&{before};").repeat(10)))
        .collect();
    for entities in [
        format!("<!ENTITY a \"ha\">{laughs}"),
        "<!ENTITY l \"&l;\">".into(),
        "<!ENTITY l SYSTEM \"file:///etc/passwd\">".into(),
        "<!ENTITY % p SYSTEM \"https://elders.example/x.dtd\"> %p;".into(),
    ] {
        let project = showing("a.svg", format!("<!DOCTYPE svg [{entities}]>\n{}", svg("<text>&l;</text>")));
        project.assert_finds(&[("T105", CHAPTER, "![Kaart")]);
    }
}

#[test]
fn a_harmless_drawing_is_published_and_printed_as_it_is() {
    for drawing in [
        svg(""),
        format!("\u{feff}{}", svg("")),
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n{}", svg("")),
        format!("<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]>\n{}", svg("").replace("\"http://www.w3.org/2000/svg\"", "\"&ns_svg;\"")),
        svg("<style>rect { fill: url(#kleur); stroke: #9a3412 }</style><defs><linearGradient id=\"kleur\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>"),
        svg("<defs><g id=\"huis\"><path d=\"M0 0h4v4z\"/></g></defs><use href=\"#huis\"/><use xlink:href=\"#huis\" x=\"9\"/>"),
        svg("<title>Kaart</title><desc>Een kaart</desc>"),
        svg("<text x=\"2\" y=\"9\">De Brug</text>"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"4\" height=\"4\"/></svg>".into(),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"100%\" viewBox=\"0 0 4 4\"><g id=\"a\"><use href=\"#a\"/></g></svg>".into(),
    ] {
        let project = showing("a.svg", &drawing);
        project.assert_build_finds(&[]);
        assert!(project.read("output/zandstad-2027/media/a.svg") == drawing);
    }
}

#[test]
fn a_drawing_that_is_only_linked_to_is_looked_at_as_well() {
    // Opened on its own, a drawing runs in the site's name.
    let project = showing("a.svg", svg("<script>alert(1)</script>")).replacing(
        &format!("content/{CHAPTER}"),
        "![Kaart van Zandstad]",
        "[kaart]",
    );
    project.assert_finds(&[("T106", CHAPTER, "[kaart]")]);
}

#[test]
fn a_logo_that_is_broken_or_runs_something_is_found_where_it_is_named() {
    for (bytes, code) in [(svg("<script>alert(1)</script>"), "T106"), ("geen tekening".into(), "T105")] {
        let project = Project::minimal().with("content/logo.svg", bytes).with(
            "content/site.yaml",
            format!(
                "huisstijl: {{logo: logo.svg}}\n{}",
                SITE.replace("    kort: De Brug", "    logo: logo.svg")
            ),
        );
        project.assert_finds(&[(code, "site.yaml", "logo.svg"), (code, "site.yaml", "    logo: ¦logo.svg")]);
    }
}

#[test]
fn a_picture_that_nothing_shows_is_not_published() {
    let project = Project::minimal()
        .with("content/zandstad-2027/media/oud.svg", svg("<script>alert(1)</script>"))
        .with("content/zandstad-2027/media/kladje.docx", "vertrouwelijk");
    project.assert_build_finds(&[]);
    let published = project.tree("output");
    assert!(!published.keys().any(|path| path.contains("media/")), "{:?}", published.keys());
}
