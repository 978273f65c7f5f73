//! The figure of ever deeper nets.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Band, Curve, Figure, Label, Mark, Panel, Points, Role, Side};

use super::parameters::{DEPTHS, HALF, QUESTION, ROOT, SQUARE};
use super::runs::{self, STOPS};
use super::setting::Setting;
use super::summary::{Spread, spread};
use super::{question, scale, strings, theory};
use crate::{Error, State};

/// Id of the figure.
pub(super) const DEPTH: &str = "vanishing-exploding-depth";
/// Id of the mark of the reader's prediction.
pub(super) const PREDICTED: &str = "predicted";

/// The axis of depths, with room for its last number.
const SHOWN: [f64; 2] = [1.9, 115.0];
/// Depths at which the two lines are named, and how far off, as a part of the axis.
const NAMED_AT: usize = 6;
const NAMED_AWAY: f64 = 0.04;
const CRITICAL_AT: usize = 25;
/// How far the axis reaches beyond 1 where nothing is drawn but a name, as a part of its other side.
const ROOM: f64 = 0.24;

/// What the figure is made of.
pub(super) struct Depths {
    pub(super) setting: Setting,
    /// The gradient of the first layer of nets of 0, 1 … layers, by theory.
    pub(super) expected: Vec<f64>,
    /// What was measured at each stop; nothing before the first net has arrived.
    pub(super) measured: Vec<Spread>,
    /// How many nets have arrived.
    pub(super) nets: usize,
}

impl Depths {
    /// While the reader predicts, it is the net of the question, as far as the question tells.
    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let present = Setting::of(state)?;
        let asked = question::setting()?;
        let setting = if state.guess().hides() {
            asked
        } else {
            present
        };
        let is_measured = setting.with_depth(asked.depth) == present.with_depth(asked.depth);
        let nets = if is_measured {
            runs::deeper(state)
        } else {
            Vec::new()
        };
        let stops = 0..STOPS.len();
        let measured = stops.filter_map(|stop| spread(nets.iter().map(|net| net[stop]).collect()));
        let deepest = setting.with_depth(DEPTHS[1]);
        let mut depths = Self {
            setting,
            expected: theory::theory(&deepest)?.first_gradients(),
            measured: measured.collect(),
            nets: nets.len(),
        };
        if state.guess().hides() {
            depths.cut(asked.depth);
        }
        Ok(depths)
    }

    /// Forgets what lies beyond a depth.
    fn cut(&mut self, depth: usize) {
        self.expected.truncate(depth + 1);
        let known = STOPS.iter().filter(|stop| **stop <= depth).count();
        self.measured.truncate(known);
    }

    /// χ of the deepest layer.
    fn last_factor(&self) -> f64 {
        let last = self.expected.len() - 1;
        let ratio = self.expected[last] / self.expected[last - 1];
        ratio * ratio
    }

    /// The stops with what was measured there.
    fn stops(&self) -> impl Iterator<Item = (usize, &Spread)> {
        STOPS.into_iter().zip(&self.measured)
    }
}

/// The gradient of the first layer against the depth.
pub(super) fn figure(state: &State) -> Result<Figure, Error> {
    let depths = Depths::of(state)?;
    let is_told = !state.guess().hides();
    let title = strings::depth_title(depths.setting.gain, is_told.then(|| depths.last_factor()));
    Ok(Figure::new(DEPTH, title, strings::DEPTH_SUBTITLE)
        .with_caption(strings::DEPTH_CAPTION)
        .with(panel(state, &depths)?))
}

/// Id of the mark of a depth.
pub(super) fn stop_id(depth: usize) -> String {
    format!("depth-{depth}")
}

fn panel(state: &State, depths: &Depths) -> Result<Panel, Error> {
    let critical = critical()?;
    let x = Axis::log10(strings::DEPTH_AXIS, SHOWN).with_symbol("L");
    let domain = domain(state, depths);
    let y = Axis::log10(strings::FIRST_AXIS, domain);
    let title = strings::net(&depths.setting);
    let mut panel = Panel::new("depth", title, x, y)
        .with_room(300.0, 340.0, 12)
        .with(critical_curve(&critical, depths.last_factor(), domain));
    if !depths.measured.is_empty() {
        panel = measured(depths, panel);
    }
    panel = panel.with(theory_curve(depths, domain));
    if let Some(mark) = predicted(state, depths)? {
        // Where no line passes.
        let is_right = state.guess().value() == Some(SQUARE as f64);
        let side = if is_right { Side::Left } else { Side::Below };
        let label = Label::new(strings::PREDICTED, mark.at, side);
        panel = panel.with(Points::new(vec![mark], Role::Prediction).with_label(label));
    }
    Ok(panel)
}

fn domain(state: &State, depths: &Depths) -> [f64; 2] {
    let measured = depths.measured.iter().flat_map(|one| [one.low, one.high]);
    let [low, high] = scale::around_one(depths.expected.iter().copied().chain(measured));
    // Room for every answer, or for the line of a gain of 1.
    let least = if state.guess().hides() { 1e-6 } else { 0.01 };
    let [low, high] = [low.min(least), high];
    // And for the name of that line.
    let beyond = |end: f64| libm::exp10(-ROOM * libm::log10(end));
    [low.min(beyond(high)), high.max(beyond(low))]
}

fn measured(depths: &Depths, panel: Panel) -> Panel {
    let edges = depths.stops();
    let edges = edges.map(|(depth, one)| [depth as f64, one.low, one.high]);
    let marks = depths.stops().map(|(depth, one)| {
        let at = [depth as f64, one.median];
        let name = strings::stop_name(depth);
        Mark::new(stop_id(depth), at, name, short(one.median))
    });
    panel
        .with(Band::new(
            strings::band(depths.nets),
            edges.collect(),
            Role::Gradient,
        ))
        .with(Points::new(marks.collect(), Role::Gradient).small())
}

fn by_depth(expected: &[f64]) -> Vec<[f64; 2]> {
    let depths = expected.iter().enumerate().skip(DEPTHS[0]);
    depths
        .map(|(depth, &gradient)| [depth as f64, gradient])
        .collect()
}

fn theory_curve(depths: &Depths, domain: [f64; 2]) -> Curve {
    let points = by_depth(&depths.expected);
    let is_falling = depths.last_factor() < 1.0;
    let (at, side) = beside(&depths.expected, NAMED_AT, domain, !is_falling);
    Curve::new(strings::THEORY, points, Role::Theory).labelled(strings::THEORY_SHORT, at, side)
}

/// Where the name of a line stands: above or below its place at a depth, and some way off.
fn beside(line: &[f64], depth: usize, [low, high]: [f64; 2], is_above: bool) -> ([f64; 2], Side) {
    let away = NAMED_AWAY * libm::log10(high / low);
    let (side, away) = if is_above {
        (Side::Above, away)
    } else {
        (Side::Below, -away)
    };
    ([depth as f64, line[depth] * libm::exp10(away)], side)
}

/// A very wide tanh net of the gain 1: the border between vanishing and exploding.
pub(super) fn critical() -> Result<Vec<f64>, Error> {
    let critical = question::setting()?.with_gain(1.0).with_depth(DEPTHS[1]);
    Ok(theory::theory(&critical)?.first_gradients())
}

/// Its name stands on the other side than the reader's curve.
fn critical_curve(critical: &[f64], factor: f64, domain: [f64; 2]) -> Curve {
    let (at, side) = beside(critical, CRITICAL_AT, domain, factor < 1.0);
    Curve::new(strings::CRITICAL, by_depth(critical), Role::Theory)
        .in_series(1)
        .labelled(strings::CRITICAL, at, side)
}

/// The reader's answer as a gradient at twice the depth, where the net of the question is shown.
fn predicted(state: &State, depths: &Depths) -> Result<Option<Mark>, Error> {
    let asked = question::setting()?;
    let is_asked = depths.setting.with_depth(asked.depth) == asked;
    let Some(answer) = state.guess().value().filter(|_| is_asked) else {
        return Ok(None);
    };
    let at = [
        2.0 * asked.depth as f64,
        answered(answer, depths.expected[asked.depth]),
    ];
    let text = QUESTION.answer.print(answer);
    let mark = Mark::new(PREDICTED, at, strings::PREDICTED, text);
    Ok(Some(mark))
}

/// What an answer makes of the gradient.
pub(super) fn answered(answer: f64, gradient: f64) -> f64 {
    match answer as usize {
        ROOT => gradient * std::f64::consts::FRAC_1_SQRT_2,
        HALF => gradient / 2.0,
        SQUARE => gradient * gradient,
        _ => gradient,
    }
}
