//! Writes SVG: shapes with a part to play, numbers with one decimal.

use std::fmt::Write;

use super::{Look, Palette};

/// The part that a shape plays in a chart.
#[derive(Debug, Clone, Copy)]
pub enum Role {
    Grid,
    Axis,
    Bar,
    /// A line between what was reached in two years.
    Trend,
    /// What was reached in a year, on such a line.
    Dot,
    Target,
    Ambition,
    Hatch,
    Baseline,
    /// The sign at the baseline: an outline.
    BaselineSign,
    Text,
    /// Text that counts most.
    Value,
}

/// Where a text hangs on its place.
#[derive(Debug, Clone, Copy)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Role {
    fn class(self) -> &'static str {
        match self {
            Self::Grid => "g-raster",
            Self::Axis => "g-as",
            Self::Bar => "g-balk",
            Self::Trend => "g-lijn",
            Self::Dot => "g-punt",
            Self::Target => "g-doel",
            Self::Ambition => "g-ambitie",
            Self::Hatch => "g-arcering",
            Self::Baseline => "g-begin",
            Self::BaselineSign => "g-ruit",
            Self::Text => "g-tekst",
            Self::Value => "g-waarde",
        }
    }

    /// The same as attributes, for paper.
    fn attributes(self, palette: Palette) -> String {
        const INK: &str = "#1d2327";
        const GREY: &str = "#555f66";
        let Palette { bar, bar_edge, target } = palette;
        match self {
            Self::Grid => "fill=\"none\" stroke=\"#dde2e5\" stroke-width=\"1\"".into(),
            Self::Axis => format!("fill=\"none\" stroke=\"{GREY}\" stroke-width=\"1.5\""),
            Self::Bar => format!("fill=\"{bar}\" stroke=\"{bar_edge}\" stroke-width=\"1.5\""),
            Self::Trend => format!("fill=\"none\" stroke=\"{bar_edge}\" stroke-width=\"3\""),
            Self::Dot => format!("fill=\"{bar_edge}\" stroke=\"#ffffff\" stroke-width=\"1.5\""),
            Self::Target => format!("fill=\"none\" stroke=\"{target}\" stroke-width=\"3.5\""),
            Self::Ambition => {
                format!("fill=\"none\" stroke=\"{target}\" stroke-width=\"2.5\" stroke-dasharray=\"9 5\"")
            }
            Self::Hatch => format!("fill=\"none\" stroke=\"{target}\" stroke-width=\"1\""),
            Self::Baseline => {
                format!("fill=\"none\" stroke=\"{GREY}\" stroke-width=\"2\" stroke-dasharray=\"2 5\"")
            }
            Self::BaselineSign => format!("fill=\"#ffffff\" stroke=\"{INK}\" stroke-width=\"2\""),
            Self::Text => format!("fill=\"{INK}\" {FONT}"),
            Self::Value => format!("fill=\"{INK}\" font-weight=\"600\" {FONT}"),
        }
    }
}

/// The letter that the theme carries, for paper; a page has its own.
const FONT: &str = "font-family=\"Source Sans 3, sans-serif\" font-size=\"15\"";

/// A drawing that is being written.
pub struct Svg {
    look: Look,
    out: String,
}

impl Svg {
    /// On paper what it shows (`alt`) is said by the picture that the drawing becomes.
    pub fn new(width: f64, height: f64, alt: &str, look: Look) -> Self {
        let out = match look {
            Look::Screen => {
                let mut out = format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"");
                escape(alt, &mut out);
                out.push_str("\">");
                out
            }
            Look::Paper(_) => format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
            ),
        };
        Self { look, out }
    }

    pub fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    fn style(&self, role: Role) -> String {
        match self.look {
            Look::Screen => format!("class=\"{}\"", role.class()),
            Look::Paper(palette) => role.attributes(palette),
        }
    }

    fn write(&mut self, element: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(element);
    }

    pub fn rect(&mut self, role: Role, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let style = self.style(role);
        self.write(format_args!(
            "<rect {style} x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        ));
    }

    /// A line through some points.
    pub fn line(&mut self, role: Role, points: &[(f64, f64)]) {
        let style = self.style(role);
        let mut path = String::new();
        for (index, (x, y)) in points.iter().enumerate() {
            let _ = write!(path, "{}{x:.1} {y:.1}", if index == 0 { "M" } else { "L" });
        }
        self.write(format_args!("<path {style} d=\"{path}\"/>"));
    }

    /// A diamond around a point.
    pub fn diamond(&mut self, role: Role, (x, y): (f64, f64)) {
        let style = self.style(role);
        self.write(format_args!(
            "<path {style} d=\"M{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}Z\"/>",
            x - 7.0,
            y - 7.0,
            x + 7.0,
            y + 7.0
        ));
    }

    pub fn dot(&mut self, role: Role, (x, y): (f64, f64)) {
        let style = self.style(role);
        self.write(format_args!("<circle {style} cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"6\"/>"));
    }

    pub fn text(&mut self, role: Role, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let style = self.style(role);
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.write(format_args!("<text {style} x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">"));
        escape(text, &mut self.out);
        self.out.push_str("</text>");
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML has no other characters below the space.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

/// About how wide a text is.
pub fn width_of(text: &str) -> f64 {
    text.chars().count() as f64 * 7.6
}
