//! The figure of how many of 200 runs learn.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Direction, Figure, Label, Mark, Panel, Points, Role, Rule, Segments, Side,
};

use crate::xor::compute::outcome::Outcome;
use crate::xor::compute::success::{GAINS, Rate, rates};
use crate::xor::parameters::{GAIN, HIDDEN, OUTPUT};
use crate::xor::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const SUCCESS: &str = "xor-success";

/// The axis of sizes.
const GAIN_AXIS: [f64; 2] = [0.07, 6.0];

/// The size at which the two lines are named: they lie apart there.
const NAMED: usize = 3;
/// Where the name of the reader's size stands: below the lines.
const YOURS_AT: f64 = 6.0;
/// Shares of other ends that are named, from so many percent on.
const NAMED_FROM: f64 = 4.0;

/// Id of the rate of one output at one size.
pub(in crate::xor) fn rate_id(tanh_output: bool, gain: usize) -> String {
    let output = if tanh_output { "tanh" } else { "linear" };
    format!("{output}-{}", gain + 1)
}

/// Id of the share of runs that end in one way at one size.
pub(in crate::xor) fn outcome_id(outcome: Outcome, gain: usize) -> String {
    format!("{}-{}", outcome.id(), gain + 1)
}

/// How many runs learn, and where the others stand.
pub(in crate::xor) fn figure(state: &State) -> Result<Figure, Error> {
    Ok(Figure::new(
        SUCCESS,
        strings::SUCCESS_TITLE,
        strings::success_subtitle(state.count(HIDDEN)?),
    )
    .with_caption(strings::success_caption(&unnamed(state)?))
    .with(success_panel(state)?)
    .with(others_panel(state)?))
}

fn axes(title: &str) -> (Axis, Axis) {
    (
        Axis::log10(strings::GAIN_AXIS, GAIN_AXIS).with_symbol("g"),
        Axis::linear(title, [0.0, 100.0]).with_unit("%"),
    )
}

fn success_panel(state: &State) -> Result<Panel, Error> {
    let (x, y) = axes(strings::SHARE_AXIS);
    let gain = state.get(GAIN)?;
    let side = if gain > GAINS[GAINS.len() / 2] {
        Side::Left
    } else {
        Side::Right
    };
    let name = Label::new(strings::YOUR_GAIN, [gain, YOURS_AT], side);
    let mut panel = Panel::new("success", strings::SUCCESS_PANEL, x, y)
        .with_room(260.0, 320.0, 7)
        .with(Rule::new(gain, Direction::Y, Role::Quiet))
        .with(Points::new(Vec::new(), Role::Quiet).with_label(name));
    for tanh_output in [true, false] {
        panel = with_rates(panel, &rates(state, tanh_output)?, tanh_output);
    }
    Ok(panel)
}

/// The share of runs that learn with one kind of output, with its intervals.
fn with_rates(panel: Panel, rates: &[Rate], tanh_output: bool) -> Panel {
    let Some(named) = rates.get(NAMED) else {
        return panel;
    };
    let (role, series, side) = if tanh_output {
        (Role::Quiet, 1, Side::Left)
    } else {
        (Role::Value, 0, Side::Right)
    };
    let place = |rate: &Rate| [GAINS[rate.gain], rate.percent(Outcome::Learnt)];
    let intervals = rates.iter().map(|rate| {
        let [low, high] = rate.interval();
        let gain = GAINS[rate.gain];
        [[gain, low], [gain, high]]
    });
    let marks = rates.iter().map(|rate| {
        let name = strings::at_gain(&short(GAINS[rate.gain]), rate.runs());
        let text = strings::percent(rate.percent(Outcome::Learnt));
        Mark::new(rate_id(tanh_output, rate.gain), place(rate), name, text)
    });
    let name = strings::OUTPUTS[usize::from(tanh_output)];
    let line = Curve::new(name, rates.iter().map(place).collect(), role)
        .in_series(series)
        .labelled(name, place(named), side);
    panel
        .with(Segments::new(strings::INTERVAL, intervals.collect(), role))
        .with(line)
        .with(Points::new(marks.collect(), role).in_series(series))
}

fn others_panel(state: &State) -> Result<Panel, Error> {
    let tanh_output = state.count(OUTPUT)? == 1;
    let (x, y) = axes(strings::SHARE_AXIS);
    let rates = rates(state, tanh_output)?;
    let seen = others(&rates);
    let is_empty = !rates.is_empty() && seen.is_empty();
    let title = strings::others_panel(tanh_output, is_empty);
    let mut panel = Panel::new("others", title, x, y).with_room(240.0, 320.0, 5);
    for (series, outcome) in (0..).zip(seen) {
        panel = with_outcome(panel, &rates, outcome, series);
    }
    Ok(panel)
}

/// The ways in which runs end that do not learn, as far as there are any.
fn others(rates: &[Rate]) -> Vec<Outcome> {
    let others = Outcome::ALL.into_iter().skip(1);
    let seen = others.filter(|&outcome| rates.iter().any(|rate| rate.count(outcome) > 0));
    seen.collect()
}

/// The largest share of runs that end in one way.
fn most(rates: &[Rate], outcome: Outcome) -> f64 {
    let shares = rates.iter().map(|rate| rate.percent(outcome));
    shares.fold(0.0, f64::max)
}

/// The ends whose marks have no name in the panel, as so few runs have them.
fn unnamed(state: &State) -> Result<Vec<Outcome>, Error> {
    let rates = rates(state, state.count(OUTPUT)? == 1)?;
    let mut others = others(&rates);
    others.retain(|outcome| most(&rates, *outcome) < NAMED_FROM);
    Ok(others)
}

/// The share of runs that end in one way. A share so small that its name would lie on the axis has none;
/// its marks say what they are.
fn with_outcome(panel: Panel, rates: &[Rate], outcome: Outcome, series: u8) -> Panel {
    let place = |rate: &Rate| [GAINS[rate.gain], rate.percent(outcome)];
    let places: Vec<_> = rates.iter().map(place).collect();
    let marks = rates.iter().map(|rate| {
        let name = strings::outcome_at_gain(outcome, &short(GAINS[rate.gain]));
        let text = strings::percent(rate.percent(outcome));
        Mark::new(outcome_id(outcome, rate.gain), place(rate), name, text)
    });
    let marks = Points::new(marks.collect(), Role::Plain).in_series(series);
    let name = strings::outcome(outcome);
    let highest = places
        .iter()
        .copied()
        .reduce(|a, b| if b[1] > a[1] { b } else { a });
    let line = Curve::new(name, places, Role::Plain)
        .in_series(series)
        .thin();
    let line = match highest {
        Some(at) if at[1] >= NAMED_FROM => {
            let side = if at[0] < 1.0 { Side::Above } else { Side::Left };
            line.labelled(name, at, side)
        }
        _ => line,
    };
    panel.with(line).with(marks.small())
}
