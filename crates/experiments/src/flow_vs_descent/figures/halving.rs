//! The distance at the end when the step is halved and twice as many are made.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Curve, Figure, Label, Mark, Panel, Points, Role, Side};

use super::super::compute::{self, Gaps, HALVINGS, Setting};
use super::super::strings;
use crate::{Error, State};

/// The powers of the step size with which the two distances fall, by theory.
const ORDERS: [f64; 2] = [1.0, 2.0];
/// What the three answers say of the power.
const ANSWERED: [f64; 3] = [1.0, 2.0, 0.0];

/// Id of the distance to the flow after so many halvings.
pub(in super::super) fn flow_id(halving: usize) -> String {
    format!("flow-{halving}")
}

/// Id of the distance to the modified flow after so many halvings.
pub(in super::super) fn modified_id(halving: usize) -> String {
    format!("modified-{halving}")
}

/// Both distances against the step size.
pub(in super::super) fn halving(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let runs = compute::halvings(state, &setting)?;
    let title = if runs.len() == HALVINGS {
        strings::halving_title(&runs)
    } else {
        strings::HALVING_QUESTION
    };
    let figure = Figure::new(super::HALVING, title, strings::HALVING_SUBTITLE);
    Ok(figure
        .with_caption(strings::HALVING_CAPTION)
        .with(panel(state, &setting, &runs)))
}

fn panel(state: &State, setting: &Setting, runs: &[(f64, Gaps)]) -> Panel {
    let hides = state.guess().hides();
    let eta = setting.eta;
    let x = Axis::log10(strings::ETA_AXIS, [eta / 24.0, 1.5 * eta]);
    let y = Axis::log10(
        strings::DISTANCE_AXIS,
        super::decades(runs.iter().map(|(_, gaps)| *gaps)),
    );
    let title = if hides {
        strings::HIDDEN_PANEL.to_owned()
    } else {
        strings::halving_panel(runs)
    };
    let panel = Panel::new("halving", title, x, y).with_room(240.0, 260.0, 12);
    let shown = &runs[..if hides { runs.len().min(1) } else { runs.len() }];
    let panel = if hides { panel } else { theories(panel, runs) };
    let marks = |of: fn(&Gaps) -> f64, id: fn(usize) -> String, to: &str| -> Vec<Mark> {
        let runs = shown.iter().enumerate();
        let runs = runs.filter(|(_, (_, gaps))| !of(gaps).is_nan());
        runs.map(|(halving, (eta, gaps))| {
            let name = strings::halved_name(to, &short(*eta));
            Mark::new(id(halving), [*eta, of(gaps)], name, short(of(gaps)))
        })
        .collect()
    };
    let panel = match guessed(state, runs) {
        Some(curve) => panel.with(curve),
        None => panel,
    };
    let flow = marks(|gaps| gaps.flow, flow_id, strings::GAP);
    let modified = marks(|gaps| gaps.modified, modified_id, strings::MODIFIED_GAP);
    let Some(last) = runs.last() else {
        return panel;
    };
    // Lines rise to the right: below their left ends there is room.
    let labelled = |points: Points, text: &str, gap: f64| {
        let label = Label::new(text, [1.05 * last.0, gap / 2.5], Side::Right);
        if gap.is_finite() && gap > 0.0 && !hides {
            points.with_label(label)
        } else {
            points
        }
    };
    let panel = panel.with(labelled(
        Points::new(flow, Role::Plain),
        strings::GAP,
        last.1.flow,
    ));
    if hides {
        return panel;
    }
    panel.with(labelled(
        Points::new(modified, Role::Plain).in_series(1),
        strings::MODIFIED_GAP,
        last.1.modified,
    ))
}

/// Lines that fall with the step size and with its square, through the smallest step.
fn theories(panel: Panel, runs: &[(f64, Gaps)]) -> Panel {
    let [first, .., last] = runs else {
        return panel;
    };
    let through = [last.1.flow, last.1.modified];
    let lines = ORDERS.into_iter().zip(through).enumerate();
    let lines = lines.filter(|(_, (_, gap))| gap.is_finite() && *gap > 0.0);
    lines.fold(panel, |panel, (which, (order, gap))| {
        let at = |eta: f64| [eta, gap * libm::pow(eta / last.0, order)];
        let points = vec![at(last.0), at(first.0)];
        panel.with(Curve::new(strings::ORDERS[which], points, Role::Theory).in_series(which as u8))
    })
}

/// What the reader predicts, from the first distance on.
fn guessed(state: &State, runs: &[(f64, Gaps)]) -> Option<Curve> {
    let order = ANSWERED[(state.guess().value()? as usize).min(2)];
    let [(eta, gaps), .., (last, _)] = runs else {
        return None;
    };
    let end = [*last, gaps.flow * libm::pow(last / eta, order)];
    let middle = [libm::sqrt(eta * last), libm::sqrt(gaps.flow * end[1])];
    let curve = Curve::new(
        strings::PREDICTED,
        vec![[*eta, gaps.flow], end],
        Role::Prediction,
    );
    Some(curve.labelled(strings::PREDICTED, middle, Side::Below))
}
