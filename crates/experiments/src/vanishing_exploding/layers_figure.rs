//! The figure of one net, layer by layer.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Band, Bars, Curve, Direction, Figure, Mark, Panel, Points, Role, Rule,
};

use super::net::Course;
use super::runs::{self, NETS};
use super::setting::Setting;
use super::summary::{Spread, spread};
use super::theory::{self, Theory};
use super::{scale, strings};
use crate::{Error, State};

/// Id of the figure.
pub(super) const LAYERS: &str = "vanishing-exploding";
/// At most so many layers have a bar, besides the input.
const SHOWN: usize = 50;
/// How much longer than the bars their axis is, for the values printed at their ends.
const PRINT: f64 = 1.25;
/// The smallest and the largest positive numbers of 32 bits.
pub(super) const SINGLE: [f64; 2] = [1.401_298_464_324_817e-45, 3.402_823_466_385_288_6e38];

/// What the figure is made of.
pub(super) struct Layers {
    pub(super) setting: Setting,
    pub(super) theory: Theory,
    /// The net of the reader's seed, once it is there.
    pub(super) own: Option<Vec<Course>>,
    /// The gradients of as many nets as have arrived, layer by layer.
    pub(super) band: Vec<Spread>,
}

impl Layers {
    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let setting = Setting::of(state)?;
        let nets: Vec<_> = runs::many(state).map(|(_, net)| net).collect();
        let layers = 0..=setting.depth;
        let band = layers.filter_map(|layer| {
            let gradients = nets.iter().map(|net| net[layer].gradient);
            spread(gradients.collect())
        });
        Ok(Self {
            setting,
            theory: theory::theory(&setting)?,
            own: runs::own(state, &setting)?,
            band: band.collect(),
        })
    }

    /// What the first layer's input receives: measured once it is there, until then as theory says.
    pub(super) fn first(&self) -> f64 {
        let own = self.own.as_ref().and_then(|own| own.first());
        own.map_or_else(|| self.theory.gradients()[0], |first| first.gradient)
    }

    fn own(&self) -> &[Course] {
        self.own.as_deref().unwrap_or(&[])
    }
}

/// The gradient, the size and the saturation of every layer.
pub(super) fn figure(state: &State) -> Result<Figure, Error> {
    let layers = Layers::of(state)?;
    let title = strings::layers_title(&layers.setting, layers.first());
    Ok(Figure::new(LAYERS, title, strings::LAYERS_SUBTITLE)
        .with_caption(strings::LAYERS_CAPTION)
        .with(gradient_panel(&layers))
        .with(size_panel(&layers))
        .with(flat_panel(&layers)))
}

/// Id of the mark of a layer of some kind.
pub(super) fn mark_id(kind: &str, layer: usize) -> String {
    format!("{kind}-{layer}")
}

/// Kinds of marks.
pub(super) const GRADIENT: &str = "gradient";
pub(super) const SIZE: &str = "size";
pub(super) const FLAT: &str = "flat";

/// Layers with a bar: all of them, or every second, third … counted back from the last, and the input.
fn shown(depth: usize) -> Vec<usize> {
    let every = depth.div_ceil(SHOWN);
    let mut layers: Vec<_> = (1..=depth).rev().step_by(every).collect();
    layers.push(0);
    layers.reverse();
    layers
}

fn layer_axis(setting: &Setting) -> Axis {
    Axis::linear(strings::LAYER_AXIS, [-0.6, setting.depth as f64 + 0.6])
}

fn gradient_panel(layers: &Layers) -> Panel {
    let expected = layers.theory.gradients();
    let band = layers
        .band
        .iter()
        .flat_map(|spread| [spread.low, spread.high]);
    let own = layers.own().iter().map(|course| course.gradient);
    let domain = scale::with_room(expected.iter().copied().chain(band), own, PRINT);
    let y = Axis::log10(strings::GRADIENT_AXIS, domain);
    let title = strings::net(&layers.setting);
    let mut panel =
        Panel::new("gradient", title, layer_axis(&layers.setting), y).with_room(260.0, 320.0, 12);
    for (end, name) in SINGLE.into_iter().zip(strings::SINGLE) {
        if domain[0] < end && end < domain[1] {
            panel = panel.with(Rule::new(end, Direction::X, Role::Wrong).labelled(name));
        }
    }
    if !layers.band.is_empty() {
        panel = panel.with(band_layer(layers));
    }
    panel
        .with(Bars::new(gradient_marks(layers), Role::Gradient).with_base(1.0))
        .with(Curve::new(
            strings::THEORY,
            by_layer(&expected),
            Role::Theory,
        ))
}

fn gradient_marks(layers: &Layers) -> Vec<Mark> {
    if layers.own.is_none() {
        return Vec::new();
    }
    let own = layers.own();
    let marks = shown(layers.setting.depth).into_iter().map(|layer| {
        let gradient = own[layer].gradient;
        let name = strings::gradient_name(layer);
        let id = mark_id(GRADIENT, layer);
        Mark::new(id, [layer as f64, gradient], name, short(gradient)).with_group(group(layer))
    });
    marks.collect()
}

fn band_layer(layers: &Layers) -> Band {
    let edges = layers.band.iter().enumerate();
    let edges: Vec<_> = edges
        .map(|(layer, spread)| [layer as f64, spread.low, spread.high])
        .collect();
    Band::new(strings::band(NETS), edges, Role::Gradient)
}

fn by_layer(numbers: &[f64]) -> Vec<[f64; 2]> {
    let layers = numbers.iter().enumerate();
    layers
        .map(|(layer, &number)| [layer as f64, number])
        .collect()
}

fn size_panel(layers: &Layers) -> Panel {
    let sizes: Vec<_> = layers.own().iter().map(|course| course.size).collect();
    let expected = &layers.theory.sizes;
    let domain = scale::around_one(expected.iter().chain(&sizes).copied());
    let y = Axis::log10(strings::SIZE_AXIS, domain);
    let marks = ends(SIZE, &sizes, strings::size_name, short);
    Panel::new("size", strings::SIZE_PANEL, layer_axis(&layers.setting), y)
        .with_room(190.0, 220.0, 6)
        .with(Curve::new(
            strings::SIZE_AXIS,
            by_layer(&sizes),
            Role::Value,
        ))
        .with(Curve::new(
            strings::SIZE_THEORY,
            by_layer(expected),
            Role::Theory,
        ))
        .with(Points::new(marks, Role::Value))
}

fn flat_panel(layers: &Layers) -> Panel {
    let flat: Vec<_> = layers.own().iter().map(|course| course.flat).collect();
    let y = Axis::linear(strings::FLAT_AXIS, [0.0, 1.0]);
    let marks = ends(FLAT, &flat, strings::flat_name, strings::percent);
    let points: Vec<_> = by_layer(&flat).into_iter().skip(1).collect();
    Panel::new("flat", strings::FLAT_PANEL, layer_axis(&layers.setting), y)
        .with_room(190.0, 220.0, 6)
        .with(Curve::new(strings::FLAT_AXIS, points, Role::Value))
        .with(Points::new(marks, Role::Value))
}

/// Marks of the first and the last layer.
fn ends(
    kind: &str,
    numbers: &[f64],
    name: fn(usize) -> String,
    print: fn(f64) -> String,
) -> Vec<Mark> {
    let last = numbers.len().saturating_sub(1);
    let layers = [1, last].into_iter().filter(|layer| *layer < numbers.len());
    let marks = layers.map(|layer| {
        let number = numbers[layer];
        let at = [layer as f64, number];
        Mark::new(mark_id(kind, layer), at, name(layer), print(number)).with_group(group(layer))
    });
    marks.collect()
}

/// Marks of one layer light up together.
fn group(layer: usize) -> String {
    format!("layer-{layer}")
}
