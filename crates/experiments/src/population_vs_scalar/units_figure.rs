//! The figure of one unit against many.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Band, Bars, Curve, Detail, Direction, Figure, Mark, Movable, Panel, Points, Role, Side,
};

use super::parameters::UNITS;
use super::{compute, strings};
use crate::{Error, State};

/// Id of the figure.
pub(super) const SHARED: &str = "population-vs-scalar";
/// Id of the mark of the total.
pub(super) const TOTAL: &str = "total";
/// Id of the mark that stands for all units, where they are too many to be shown one by one.
pub(super) const EACH: &str = "each";
/// Most units that are shown one by one.
const SEPARATE: usize = 16;

/// The gradient of each unit, and their sum against their number.
pub(super) fn shared(state: &State) -> Result<Figure, Error> {
    Ok(
        Figure::new(SHARED, strings::SHARED_TITLE, strings::SHARED_SUBTITLE)
            .with_caption(strings::SHARED_CAPTION)
            .with(unit_panel(state)?)
            .with(total_panel(state)?),
    )
}

/// Id of the bar of a unit, counted from 0.
pub(super) fn unit_id(unit: usize) -> String {
    format!("unit-{}", unit + 1)
}

fn unit_panel(state: &State) -> Result<Panel, Error> {
    let (units, input) = compute::units(state)?;
    let gradients = compute::unit_gradients(input, units)?;
    let x = Axis::linear(strings::UNIT_AXIS, [0.5, units as f64 + 0.5]);
    let y = Axis::linear(strings::GRADIENT_AXIS, [0.0, 1.2]).with_detail(Detail::Ticks);
    let panel = Panel::new("units", strings::unit_panel(units), x, y).with_room(170.0, 260.0, 6);
    if units > SEPARATE {
        return Ok(crowd(panel, &gradients));
    }
    let marks = gradients.iter().enumerate().map(|(unit, &gradient)| {
        let at = [unit as f64 + 1.0, gradient];
        Mark::new(unit_id(unit), at, strings::unit(unit + 1), short(gradient))
    });
    Ok(panel.with(Bars::new(marks.collect(), Role::Gradient)))
}

/// Many units as one area with one mark.
fn crowd(panel: Panel, gradients: &[f64]) -> Panel {
    let edges = [0.5, gradients.len() as f64 + 0.5].map(|x| [x, 0.0, gradients[0]]);
    let middle = [(gradients.len() as f64 + 1.0) / 2.0, gradients[0]];
    let mark = Mark::new(EACH, middle, strings::EACH, short(gradients[0]));
    panel
        .with(Band::new(strings::EACH, edges.to_vec(), Role::Gradient))
        .with(Points::new(vec![mark], Role::Gradient))
}

fn total_panel(state: &State) -> Result<Panel, Error> {
    let (units, input) = compute::units(state)?;
    let total: f64 = compute::unit_gradients(input, units)?.iter().sum();
    let one = compute::unit_gradients(input, 1)?[0];
    let theory = [1.0, 256.0].map(|units| [units, units * one]).to_vec();
    let x = Axis::log10(strings::UNITS_AXIS, [1.0, 256.0]).with_symbol("N");
    // One unit passes on at most 1, and at the ends of the input range 0.0099.
    let y = Axis::log10(strings::TOTAL_AXIS, [0.009, 400.0]);
    let mark = Mark::new(TOTAL, [units as f64, total], strings::TOTAL, short(total))
        .with_movable(Movable::at(UNITS, Direction::X));
    let measured = compute::totals(input)?;
    // Under the line, which rises from there.
    let label_at = [9.0, 3.0 * one];
    Ok(Panel::new("total", strings::TOTAL_PANEL, x, y)
        .with_room(190.0, 260.0, 6)
        .with(
            Curve::new(strings::TOTAL, measured, Role::Gradient).labelled(
                strings::PROPORTIONAL,
                label_at,
                Side::Below,
            ),
        )
        .with(Curve::new(strings::TOTAL_THEORY, theory, Role::Theory))
        .with(Points::new(vec![mark], Role::Gradient)))
}
