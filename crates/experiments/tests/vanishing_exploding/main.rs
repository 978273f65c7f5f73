//! Deep nets before any learning: the numbers of the texts, nets against theory, and what comes through.

mod figures;
mod measured;
mod nets;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use popgrad_experiments::State;
use popgrad_figures::{Figure, Layer};
use support::{Subject, figure, panel, value};

const SUBJECT: Subject = Subject("vanishing-exploding");
const LAYERS: &str = "vanishing-exploding";
const DEPTH: &str = "vanishing-exploding-depth";
const MAP: &str = "vanishing-exploding-map";

/// A printed number, also one with a power of ten.
fn printed(name: &str) -> f64 {
    let text = SUBJECT.number(name).replace('\u{202f}', "");
    text.parse().expect("a plain number")
}

/// Gives a state some parts of one of its long computations.
fn receive(state: &mut State, id: &str, parts: std::ops::Range<usize>) {
    let job = state.jobs().into_iter().find(|job| job.id == id);
    let job = job.expect("a job of this id");
    for part in parts {
        let result = state.experiment().work(state, id, part).expect("a part");
        state
            .receive(id, &job.key, part, result)
            .expect("its length");
    }
}

/// The gradient of the first layer of a net, as its bar shows it.
fn first(settings: &[(&str, f64)]) -> f64 {
    value(&figure(&SUBJECT.state(settings), LAYERS), "gradient-0")
}

/// The root mean square of the first layer's gradient over nets of a setting.
fn over_nets(settings: &[(&str, f64)], nets: usize) -> f64 {
    let state = SUBJECT.state(settings);
    let squares = (0..nets).map(|net| {
        let numbers = state.experiment().work(&state, "many", net).expect("a net");
        numbers[0] * numbers[0]
    });
    libm::sqrt(squares.sum::<f64>() / nets as f64)
}

/// How many times the larger of two numbers is the smaller.
fn apart(one: f64, other: f64) -> f64 {
    (one / other).max(other / one)
}

fn curve<'a>(figure: &'a Figure, panel_id: &str, name: &str) -> &'a [[f64; 2]] {
    let layers = panel(figure, panel_id).layers.iter();
    let mut curves = layers.filter_map(|layer| match layer {
        Layer::Curve(curve) if curve.name == name => Some(&curve.points[..]),
        _ => None,
    });
    curves.next().expect("the curve is drawn")
}
