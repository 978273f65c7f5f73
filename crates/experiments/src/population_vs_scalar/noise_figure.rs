//! The figure of noisy units whose mean settles.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Mark, Movable, Panel, Points, Role, Side, Traces,
};

use super::compute::{self, STOPS, units_at};
use super::parameters::UNITS;
use super::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const NOISE: &str = "population-vs-scalar-noise";
/// Ids of its marks: the spread of the mean's gradient and of the mean's value.
pub(super) const SPREADS: [&str; 2] = ["gradient-spread", "value-spread"];
/// How many runs are drawn one by one.
const DRAWN: usize = 40;

/// Running means of the gradient, and their spread over seeds.
pub(super) fn noise(state: &State) -> Result<Figure, Error> {
    let runs = compute::runs(state);
    Ok(
        Figure::new(NOISE, strings::NOISE_TITLE, strings::NOISE_SUBTITLE)
            .with_caption(strings::NOISE_CAPTION)
            .with(funnel_panel(&runs))
            .with(spread_panel(state, &runs)?),
    )
}

fn units_axis() -> Axis {
    Axis::log10(strings::UNITS_AXIS, [1.0, 256.0]).with_symbol("N")
}

fn funnel_panel(runs: &[&[f64]]) -> Panel {
    let lines = runs.iter().take(DRAWN).map(|run| {
        let stops = (0..STOPS).map(|stop| [units_at(stop) as f64, run[2 * stop]]);
        stops.collect()
    });
    let y = Axis::linear(strings::GRADIENT_AXIS, [0.0, 1.05]);
    Panel::new("funnel", strings::FUNNEL_PANEL, units_axis(), y)
        .with_room(200.0, 270.0, 6)
        .with(Traces::new(
            strings::FUNNEL,
            lines.collect(),
            Role::Gradient,
        ))
}

fn spread_panel(state: &State, runs: &[&[f64]]) -> Result<Panel, Error> {
    if runs.len() < 2 {
        let y = Axis::log10(strings::SPREAD_AXIS, [0.01, 1.0]);
        return Ok(empty_panel(y));
    }
    let [gradient, value] = [0, 1].map(|which| compute::spreads(runs, which));
    let marks = [(0, &gradient), (1, &value)].map(|(which, spreads)| mark(state, which, spreads));
    let [gradient_mark, value_mark] = marks;
    let (below, above) = (gradient[8], value[18]);
    Ok(empty_panel(decades(&gradient, &value))
        .with(Curve::new(strings::LAW, law(gradient[0][1]), Role::Theory))
        .with(Curve::new(strings::LAW, law(value[0][1]), Role::Theory))
        .with(
            Curve::new(strings::SPREAD_NAMES[0], gradient, Role::Gradient).labelled(
                strings::SPREAD_SHORT[0],
                below,
                Side::Below,
            ),
        )
        .with(
            Curve::new(strings::SPREAD_NAMES[1], value, Role::Value).labelled(
                strings::SPREAD_SHORT[1],
                above,
                Side::Above,
            ),
        )
        .with(Points::new(vec![gradient_mark?], Role::Gradient))
        .with(Points::new(vec![value_mark?], Role::Value)))
}

fn empty_panel(y: Axis) -> Panel {
    Panel::new("spread", strings::SPREAD_PANEL, units_axis(), y).with_room(200.0, 270.0, 6)
}

/// The law 1/√N from the spread of one unit on.
fn law(one: f64) -> Vec<[f64; 2]> {
    [1.0, 256.0]
        .map(|units| [units, one / libm::sqrt(units)])
        .to_vec()
}

/// Whole decades around both spreads.
fn decades(gradient: &[[f64; 2]], value: &[[f64; 2]]) -> Axis {
    let spreads = gradient.iter().chain(value).map(|[_, spread]| *spread);
    let (least, most) = spreads.fold((f64::INFINITY, 0.0_f64), |(least, most), spread| {
        (least.min(spread), most.max(spread))
    });
    let low = libm::exp10(libm::log10(least).floor());
    let high = libm::exp10(libm::log10(most).ceil());
    let domain = if low > 0.0 && high.is_finite() {
        [low, high]
    } else {
        [0.01, 1.0]
    };
    Axis::log10(strings::SPREAD_AXIS, domain)
}

/// The spread at the stop nearest to the present number of units.
fn mark(state: &State, which: usize, spreads: &[[f64; 2]]) -> Result<Mark, Error> {
    let at = spreads[nearest_stop(state.count(UNITS)?)];
    Ok(Mark::new(
        SPREADS[which],
        at,
        strings::SPREAD_NAMES[which],
        short(at[1]),
    )
    .with_movable(Movable::at(UNITS, Direction::X)))
}

/// The stop whose number of units is nearest to `units`.
pub(super) fn nearest_stop(units: usize) -> usize {
    let stops = 0..STOPS;
    stops
        .min_by_key(|&stop| units_at(stop).abs_diff(units))
        .unwrap_or(0)
}
