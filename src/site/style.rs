//! The house style as tokens for the style sheet; the PDF gets the same values.

use std::fmt::Write;

use crate::model::{Huisstijl, Kleur};

/// Ground of the page in the dark scheme; the style sheet of the theme has the same.
const DARK: Kleur = Kleur { rgb: [0x10, 0x17, 0x1c] };
/// What text on the dark ground must reach: above AA (4.5), as the palest
/// grounds of the dark scheme are a little lighter than the page.
const DARK_CONTRAST: f64 = 6.0;

/// `huisstijl.css`: the tokens for light and dark.
pub fn css(huisstijl: &Huisstijl) -> String {
    let mut css = String::from("/* Made from `huisstijl` in site.yaml. */\n:root {\n");
    tokens(&mut css, huisstijl.merk, huisstijl.accent, Huisstijl::tint(huisstijl.merk), Kleur::WIT);
    // Letters that a page has to wait for may have others near them, of which the lines are as long and as high. The
    // style sheet that brings the ones can name the others; where it does not, no browser knows them.
    let mut letters = huisstijl.letters.iter();
    let first = letters.next().into_iter().flat_map(|first| [first.clone(), format!("{first} nabij")]);
    let families: Vec<String> = first.chain(letters.cloned()).map(|family| css_family(&family)).collect();
    // Writing to a string cannot fail.
    let _ = writeln!(css, "  --letters: {};", families.join(", "));
    css.push_str("}\n@media (prefers-color-scheme: dark) {\n:root {\n");
    let merk = for_dark(huisstijl.merk);
    tokens(&mut css, merk, for_dark(huisstijl.accent), DARK.mix(merk, 0.1), DARK);
    css.push_str("}\n}\n");
    css
}

fn tokens(css: &mut String, merk: Kleur, accent: Kleur, zacht: Kleur, inkt: Kleur) {
    let _ = writeln!(
        css,
        "  --merk: {merk};\n  --merk-inkt: {inkt};\n  --merk-zacht: {zacht};\n  --accent: {accent};"
    );
}

/// The colour with as much white in it as it needs to be read on the dark ground.
fn for_dark(kleur: Kleur) -> Kleur {
    (0..=20)
        .map(|step| kleur.mix(Kleur::WIT, f64::from(step) / 20.0))
        .find(|lighter| lighter.contrast(DARK) >= DARK_CONTRAST)
        .unwrap_or(Kleur::WIT)
}

fn css_family(family: &str) -> String {
    const GENERIC: [&str; 6] = ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"];
    if GENERIC.contains(&family) { family.to_owned() } else { format!("\"{family}\"") }
}
