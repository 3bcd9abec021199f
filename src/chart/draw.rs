//! An indicator by year: what was reached, what was aimed for, where it began.

use super::scale::Scale;
use super::svg::{Anchor, Role, Svg, width_of};
use super::{Look, Words};
use crate::model::{Getal, Jaarcijfers};
use crate::order;

const WIDTH: f64 = 640.0;
const PLOT_HEIGHT: f64 = 210.0;
const LEGEND_LINE: f64 = 24.0;
/// The line of years below the plot.
const YEARS: f64 = 26.0;
/// Room for the value on top of the highest bar.
const HEADROOM: f64 = 18.0;
/// Names beside the plot lie at least so far apart.
const NAME_LINE: f64 = 17.0;
/// How the space of a year is divided.
const BAR_PART: f64 = 0.56;

/// How what was reached is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As bars, which begin at zero or lie.
    Bars,
    /// As a line with dots, where all values lie close together, far from zero.
    Line,
}

/// Where everything goes.
struct Plot<'a> {
    figures: &'a [Jaarcijfers<'a>],
    form: Form,
    scale: Scale,
    left: f64,
    right: f64,
    top: f64,
    first: i16,
    /// Width of a year.
    band: f64,
}

/// Draws `figures`, of which there is at least one.
pub fn draw(figures: &[Jaarcijfers], words: &Words, look: Look) -> String {
    let names = end_names(figures, words);
    let legend = Legend::of(figures, words);
    let plot = Plot::of(figures, &names, legend.height());
    let note =
        (plot.scale.low() > 0.0).then(|| format!("{} {}.", words.schaal, plot.scale.text(plot.scale.low())));
    let height = plot.top + PLOT_HEIGHT + YEARS + if note.is_some() { LEGEND_LINE } else { 0.0 };
    let mut svg = Svg::new(WIDTH, height, &words.beschrijving, look);
    plot.grid(&mut svg);
    plot.targets(&mut svg);
    plot.baseline_line(&mut svg);
    plot.reached(&mut svg);
    plot.target_lines(&mut svg);
    plot.baseline_signs(&mut svg);
    plot.values(&mut svg);
    plot.years(&mut svg);
    plot.names(&mut svg, names);
    legend.draw(&mut svg, plot.form);
    if let Some(note) = note {
        svg.text(Role::Text, (plot.left, height - 6.0), Anchor::Start, &note);
    }
    svg.finish()
}

impl<'a> Plot<'a> {
    fn of(figures: &'a [Jaarcijfers<'a>], names: &[EndName], legend: f64) -> Self {
        let values = || figures.iter().flat_map(values_of);
        let (low, high) = values().fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
        // A bar that does not begin at zero is too long or too short; where bars
        // would all look the same, a line tells more.
        let form = if low > 0.0 && low > 0.7 * high { Form::Line } else { Form::Bars };
        let scale = match form {
            Form::Bars => Scale::holding(low.min(0.0), high.max(0.0)),
            Form::Line => Scale::holding(low, high),
        };
        let ticks = scale.ticks().map(|tick| width_of(&scale.text(tick))).fold(0.0, f64::max);
        let widest = names.iter().map(|name| width_of(&name.text)).fold(0.0, f64::max);
        let (left, right) = (ticks + 14.0, WIDTH - (widest + 14.0).min(220.0));
        let year = |figure: Option<&Jaarcijfers>| figure.map_or(0, |figure| figure.jaar.getal());
        let (first, last) = (year(figures.first()), year(figures.last()));
        let band = (right - left) / f64::from(last - first + 1);
        Self { figures, form, scale, left, right, top: legend + HEADROOM, first, band }
    }

    fn y(&self, value: f64) -> f64 {
        self.top + PLOT_HEIGHT * (1.0 - self.scale.part(value))
    }

    /// Where the space of a year begins.
    fn start_of(&self, figure: &Jaarcijfers) -> f64 {
        self.left + self.band * f64::from(figure.jaar.getal() - self.first)
    }

    fn middle_of(&self, figure: &Jaarcijfers) -> f64 {
        self.start_of(figure) + self.band / 2.0
    }

    fn reached_points(&self) -> Vec<(&'a Getal, (f64, f64))> {
        let reached = self.figures.iter().filter_map(|figure| Some((figure, &figure.stand?.waarde)));
        reached.map(|(figure, stand)| (stand, (self.middle_of(figure), self.y(stand.benadering())))).collect()
    }

    fn grid(&self, svg: &mut Svg) {
        for tick in self.scale.ticks() {
            let y = self.y(tick);
            let role = if tick == 0.0 { Role::Axis } else { Role::Grid };
            svg.line(role, &[(self.left, y), (self.right, y)]);
            svg.text(Role::Text, (self.left - 8.0, y + 5.0), Anchor::End, &self.scale.text(tick));
        }
    }

    fn reached(&self, svg: &mut Svg) {
        let points = self.reached_points();
        match self.form {
            Form::Bars => {
                let zero = self.y(0.0);
                let width = self.band * BAR_PART;
                for (_, (x, y)) in points {
                    svg.rect(Role::Bar, (x - width / 2.0, y.min(zero)), (width, (zero - y).abs()));
                }
            }
            Form::Line => {
                let points: Vec<_> = points.into_iter().map(|(_, point)| point).collect();
                if points.len() > 1 {
                    svg.line(Role::Trend, &points);
                }
                points.into_iter().for_each(|point| svg.dot(Role::Dot, point));
            }
        }
    }

    /// What was reached, in figures; of many years only the last, lest they lie over each other.
    fn values(&self, svg: &mut Svg) {
        let points = self.reached_points();
        let widest = points.iter().map(|(value, _)| width_of(&value.to_string())).fold(0.0, f64::max);
        let shown = if widest < self.band { points.len() } else { 1 };
        for (value, (x, y)) in points.iter().rev().take(shown) {
            let below_zero = value.benadering() < 0.0;
            let at = match self.form {
                Form::Bars if below_zero => y + 18.0,
                Form::Bars => self.clear_of_targets(*x, y - 8.0),
                Form::Line => self.clear_of_targets(*x, y - 13.0),
            };
            svg.text(Role::Value, (*x, at), Anchor::Middle, &value.to_string());
        }
    }

    /// The place for a text at `(x, y)`, above a target line that would run through it.
    fn clear_of_targets(&self, x: f64, y: f64) -> f64 {
        let figure = self.figures.iter().find(|figure| (self.middle_of(figure) - x).abs() < 1.0);
        let Some(streef) = figure.and_then(|figure| figure.streef) else { return y };
        let lines = [Some(streef.minimum()), streef.ambitie()].into_iter().flatten();
        let runs_through = |line: &f64| (y - 14.0..=y + 3.0).contains(line);
        let highest =
            lines.map(|getal| self.y(getal.benadering())).filter(runs_through).fold(y + 7.0, f64::min);
        highest - 7.0
    }

    /// A stepped line: a target holds until there is another.
    fn steps(&self, value: impl Fn(&Jaarcijfers) -> Option<f64>) -> Vec<(f64, f64)> {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for figure in self.figures {
            let Some(value) = value(figure) else { continue };
            let (x, y) = (self.start_of(figure), self.y(value));
            if let Some((_, last)) = points.last().copied() {
                points.push((x, last));
            }
            points.push((x, y));
        }
        let last_year = self.figures.iter().rev().find(|figure| figure.streef.is_some());
        if let Some(((_, y), figure)) = points.last().copied().zip(last_year) {
            points.push((self.start_of(figure) + self.band, y));
        }
        points
    }

    fn minimum(&self) -> Vec<(f64, f64)> {
        self.steps(|figure| figure.streef.map(|streef| streef.minimum().benadering()))
    }

    /// The ambition, when there is one in any year.
    fn ambition(&self) -> Option<Vec<(f64, f64)>> {
        let has_one = self.figures.iter().any(|figure| figure.streef.is_some_and(|s| s.ambitie().is_some()));
        let best = |figure: &Jaarcijfers| {
            figure.streef.map(|streef| streef.ambitie().unwrap_or(streef.minimum()).benadering())
        };
        has_one.then(|| self.steps(best))
    }

    /// Hatching between minimum and ambition, below all else.
    fn targets(&self, svg: &mut Svg) {
        let Some(ambition) = self.ambition() else { return };
        let minimum = self.minimum();
        // Both have the same steps: two points for each level stretch.
        for (low, high) in minimum.windows(2).zip(ambition.windows(2)) {
            let ([(x0, y0), (x1, _)], [(_, y1), _]) = (low, high) else { continue };
            let (top, bottom) = (y0.min(*y1), y0.max(*y1));
            if x1 > x0 && bottom - top > 1.0 {
                hatch(svg, (*x0, top), (*x1, bottom));
            }
        }
    }

    fn target_lines(&self, svg: &mut Svg) {
        let minimum = self.minimum();
        if minimum.len() > 1 {
            svg.line(Role::Target, &minimum);
        }
        if let Some(ambition) = self.ambition() {
            svg.line(Role::Ambition, &ambition);
        }
    }

    fn baselines(&self) -> impl Iterator<Item = (f64, f64)> {
        let known = self.figures.iter().filter_map(|figure| Some((figure, figure.nulmeting?)));
        known.map(|(figure, getal)| (self.middle_of(figure), self.y(getal.benadering())))
    }

    fn baseline_line(&self, svg: &mut Svg) {
        if let Some((x, y)) = self.baselines().last() {
            svg.line(Role::Baseline, &[(x, y), (self.right, y)]);
        }
    }

    fn baseline_signs(&self, svg: &mut Svg) {
        for place in self.baselines() {
            svg.diamond(Role::BaselineSign, place);
        }
    }

    fn years(&self, svg: &mut Svg) {
        let (Some(first), Some(last)) = (self.figures.first(), self.figures.last()) else { return };
        let all = first.jaar.getal()..=last.jaar.getal();
        let every = (44.0 / self.band).ceil().max(1.0) as usize;
        for year in all.step_by(every) {
            let x = self.left + self.band * (f64::from(year - self.first) + 0.5);
            svg.text(Role::Text, (x, self.top + PLOT_HEIGHT + 20.0), Anchor::Middle, &year.to_string());
        }
    }

    /// Names at the right end of lines, moved apart where they would meet.
    fn names(&self, svg: &mut Svg, mut names: Vec<EndName>) {
        order::sort_by(&mut names, |a, b| b.value.total_cmp(&a.value));
        let mut places: Vec<f64> = Vec::new();
        for name in &names {
            let wanted = self.y(name.value) + 5.0;
            places.push(places.last().map_or(wanted, |above: &f64| wanted.max(above + NAME_LINE)));
        }
        let bottom = self.top + PLOT_HEIGHT + 5.0;
        for (index, place) in places.iter_mut().rev().enumerate() {
            *place = place.min(bottom - index as f64 * NAME_LINE);
        }
        for (name, y) in names.iter().zip(places) {
            svg.text(Role::Text, (self.right + 8.0, y), Anchor::Start, &name.text);
        }
    }
}

fn values_of<'a>(figure: &'a Jaarcijfers) -> impl Iterator<Item = f64> + 'a {
    let minimum = figure.streef.map(|streef| streef.minimum());
    let ambition = figure.streef.and_then(|streef| streef.ambitie());
    let stand = figure.stand.map(|stand| &stand.waarde);
    [figure.nulmeting, minimum, ambition, stand].into_iter().flatten().map(Getal::benadering)
}

/// Slanted lines in a box, each cut off where it leaves it.
fn hatch(svg: &mut Svg, (left, top): (f64, f64), (right, bottom): (f64, f64)) {
    const APART: f64 = 9.0;
    let height = bottom - top;
    // From the left, beyond the box by its height, so that the lines of two boxes meet.
    let mut start = (left / APART).floor() * APART - (height / APART).ceil() * APART;
    while start < right {
        // The line from (start, bottom) up to (start + height, top).
        let (from, to) = (start.max(left), (start + height).min(right));
        if to > from {
            svg.line(Role::Hatch, &[(from, bottom - (from - start)), (to, bottom - (to - start))]);
        }
        start += APART;
    }
}

/// What stands beside the end of a line.
struct EndName {
    value: f64,
    text: String,
}

fn end_names(figures: &[Jaarcijfers], words: &Words) -> Vec<EndName> {
    let name =
        |word: &str, getal: &Getal| EndName { value: getal.benadering(), text: format!("{word} {getal}") };
    let mut names = Vec::new();
    if let Some(streef) = figures.iter().rev().find_map(|figure| figure.streef) {
        let has_ambition = figures.iter().any(|figure| figure.streef.is_some_and(|s| s.ambitie().is_some()));
        names.push(name(if has_ambition { &words.minimum } else { &words.doel }, streef.minimum()));
        names.extend(streef.ambitie().map(|ambitie| name(&words.ambitie, ambitie)));
    }
    let baseline = figures.iter().rev().find_map(|figure| figure.nulmeting);
    names.extend(baseline.map(|getal| name(&words.nulmeting, getal)));
    names
}

/// What each sign stands for, above the plot.
struct Legend<'a> {
    /// Role, word, line from the top, and distance from the left.
    entries: Vec<(Role, &'a str, usize, f64)>,
}

impl<'a> Legend<'a> {
    fn of(figures: &[Jaarcijfers], words: &'a Words) -> Self {
        let any = |has: &dyn Fn(&Jaarcijfers) -> bool| figures.iter().any(has);
        let has_ambition = any(&|figure| figure.streef.is_some_and(|streef| streef.ambitie().is_some()));
        let mut roles: Vec<(Role, &str)> = Vec::new();
        if any(&|figure| figure.stand.is_some()) {
            roles.push((Role::Bar, &words.stand));
        }
        if any(&|figure| figure.streef.is_some()) {
            roles.push((Role::Target, if has_ambition { &words.minimum } else { &words.doel }));
        }
        if has_ambition {
            roles.push((Role::Ambition, &words.ambitie));
        }
        if any(&|figure| figure.nulmeting.is_some()) {
            roles.push((Role::Baseline, &words.nulmeting));
        }
        let (mut line, mut x) = (0, 0.0);
        let mut entries = Vec::new();
        for (role, word) in roles {
            let width = 38.0 + width_of(word) + 22.0;
            if x > 0.0 && x + width > WIDTH {
                (line, x) = (line + 1, 0.0);
            }
            entries.push((role, word, line, x));
            x += width;
        }
        Self { entries }
    }

    fn height(&self) -> f64 {
        let lines = self.entries.last().map_or(0, |(_, _, line, _)| line + 1);
        lines as f64 * LEGEND_LINE
    }

    fn draw(&self, svg: &mut Svg, form: Form) {
        for (role, word, line, x) in &self.entries {
            let y = *line as f64 * LEGEND_LINE + 12.0;
            let (from, to) = ((*x, y), (x + 30.0, y));
            match (role, form) {
                (Role::Bar, Form::Bars) => svg.rect(Role::Bar, (x + 8.0, y - 8.0), (14.0, 16.0)),
                (Role::Bar, Form::Line) => {
                    svg.line(Role::Trend, &[from, to]);
                    svg.dot(Role::Dot, (x + 15.0, y));
                }
                (Role::Baseline, _) => {
                    svg.line(Role::Baseline, &[from, to]);
                    svg.diamond(Role::BaselineSign, (x + 8.0, y));
                }
                (role, _) => svg.line(*role, &[from, to]),
            }
            svg.text(Role::Text, (x + 38.0, y + 5.0), Anchor::Start, word);
        }
    }
}
