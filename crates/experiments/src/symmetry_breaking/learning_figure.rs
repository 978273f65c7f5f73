//! The figure of nearly equal units that learn.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Detail, Direction, Figure, Label, Mark, Panel, Points, Role, Rule, Side,
};

use super::learning::{self, LEFT, LONGEST};
use super::parameters::{EQUAL, NOISE};
use super::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const LEARNING: &str = "symmetry-breaking-learning";
/// Ids of its marks.
pub(super) const FIRST: &str = "distance-at-start";
pub(super) const LAST: &str = "distance-at-end";
pub(super) const LEAVING: &str = "plateau-left";

/// The smallest distance that has a place.
const LEAST: f64 = 1e-18;

/// Distance and loss of one run, and the steps of many.
pub(super) fn figure(state: &State) -> Result<Figure, Error> {
    Ok(Figure::new(
        LEARNING,
        strings::learning_title(state.is_on(EQUAL)?, waits(state)),
        strings::LEARNING_SUBTITLE,
    )
    .with_caption(strings::LEARNING_CAPTION)
    .with(distance_panel(state))
    .with(loss_panel(state))
    .with(median_panel(state)?))
}

/// Whether the followed run, whose units have begun to part, has not left the plateau at its end.
fn waits(state: &State) -> bool {
    let followed = learning::followed(state);
    let (Some([_, first, _]), Some([_, last, loss])) = (followed.first(), followed.last()) else {
        return false;
    };
    *loss >= LEFT && last > first
}

/// Id of the mark of a power of ten of the noise, counted from 10⁻¹ as 1.
pub(super) fn median_id(power: usize) -> String {
    format!("median-{power}")
}

fn steps_axis() -> Axis {
    Axis::log10(strings::STEPS_AXIS, [1.0, LONGEST as f64])
}

fn distance_panel(state: &State) -> Panel {
    let y = Axis::log10(strings::DISTANCE_AXIS, [LEAST, 10.0]);
    let panel =
        Panel::new("distance", strings::DISTANCE_PANEL, steps_axis(), y).with_room(200.0, 260.0, 6);
    let followed = learning::followed(state);
    let (Some(first), Some(last)) = (followed.first(), followed.last()) else {
        return panel;
    };
    if state.guess().hides() {
        return panel;
    }
    let distances = followed
        .iter()
        .map(|[step, distance, _]| [*step, *distance]);
    let marks = [(FIRST, first), (LAST, last)].map(|(id, [step, distance, _])| {
        let name = strings::distance_at(&short(*step));
        // Exactly equal units have no place on a logarithmic axis: they wait at its lower edge.
        let at = [*step, distance.max(LEAST)];
        Mark::new(id, at, name, short(*distance)).with_value(*distance)
    });
    let points = if last[1] == 0.0 {
        let label = Label::new(strings::NO_DISTANCE, [30.0, 100.0 * LEAST], Side::Above);
        Points::new(marks.to_vec(), Role::Wrong).with_label(label)
    } else {
        Points::new(marks.to_vec(), Role::Value)
    };
    panel
        .with(Curve::new(
            strings::DISTANCE,
            distances.collect(),
            Role::Value,
        ))
        .with(points)
}

fn loss_panel(state: &State) -> Panel {
    let y = Axis::linear(strings::LOSS_AXIS, [0.0, 1.4]).with_detail(Detail::Ticks);
    let panel = Panel::new("loss", strings::LOSS_PANEL, steps_axis(), y)
        .with_room(180.0, 260.0, 6)
        .with(plateau());
    let followed = learning::followed(state);
    if followed.is_empty() || state.guess().hides() {
        return panel;
    }
    let losses = followed
        .iter()
        .map(|[step, _, loss]| [*step, *loss])
        .collect();
    let left = followed.iter().find(|[_, _, loss]| *loss < LEFT);
    let marks = left.map(|[step, _, loss]| {
        Mark::new(LEAVING, [*step, *loss], strings::LEAVING, short(*step)).with_value(*step)
    });
    panel
        .with(Curve::new(strings::LOSS_AXIS, losses, Role::Plain))
        .with(Points::new(marks.into_iter().collect(), Role::Plain))
}

/// What one unit can do at best.
fn plateau() -> Curve {
    let height = 2.0 / 3.0;
    let ends = [1.0, LONGEST as f64].map(|step| [step, height]);
    Curve::new(strings::PLATEAU, ends.to_vec(), Role::Theory).labelled(
        strings::PLATEAU,
        [9.0, height],
        Side::Below,
    )
}

fn median_panel(state: &State) -> Result<Panel, Error> {
    let x = Axis::log10(strings::NOISE_AXIS, [1e-12, 1.0]).with_symbol("σ");
    let y = Axis::log10(strings::STEPS_NEEDED, [10.0, 200_000.0]);
    let mut panel = Panel::new("medians", strings::MEDIAN_PANEL, x, y).with_room(200.0, 240.0, 12);
    let medians = learning::median_steps(state);
    if medians.is_empty() || state.guess().hides() {
        return Ok(panel);
    }
    let marks = medians.iter().map(|&[noise, steps]| {
        let power = (-libm::log10(noise)).round() as usize;
        let name = strings::median_at(&short(noise));
        Mark::new(median_id(power), [noise, steps], name, short(steps))
    });
    let marks = marks.collect();
    if let Some(theory) = logarithm(&medians) {
        panel = panel.with(
            Curve::new(strings::LOGARITHM, theory, Role::Theory).labelled(
                strings::LOGARITHM,
                [1.5e-5, 13.0],
                Side::Above,
            ),
        );
    }
    if !state.is_on(EQUAL)? {
        let yours = Rule::new(state.get(NOISE)?, Direction::Y, Role::Quiet);
        panel = panel.with(yours.labelled(strings::YOURS));
    }
    Ok(panel
        .with(Curve::new(strings::STEPS_NEEDED, medians, Role::Plain))
        .with(Points::new(marks, Role::Plain)))
}

/// The logarithm that a linear saddle predicts: equally many steps more for every power of ten,
/// drawn through the two largest noises.
pub(super) fn logarithm(medians: &[[f64; 2]]) -> Option<Vec<[f64; 2]>> {
    let first = medians.first_chunk::<2>()?.map(|[_, steps]| steps);
    let steps = (1..=learning::POWERS).map(|power| {
        [
            libm::exp10(-(power as f64)),
            learning::logarithm_at(&first, power),
        ]
    });
    Some(steps.collect())
}
