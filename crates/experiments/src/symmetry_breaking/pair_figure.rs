//! The figure of two nearly equal units.

use popgrad_figures::number::{full, short};
use popgrad_figures::{
    Axis, Bars, Curve, Detail, Direction, Figure, Mark, Movable, Panel, Points, Role, Side,
};

use super::pair::{self, INPUT};
use super::parameters::EPSILON;
use super::strings;
use crate::{Error, State};

/// Id of the figure.
pub(super) const PAIR: &str = "symmetry-breaking";
/// Ids of its marks.
pub(super) const UNITS: [&str; 2] = ["unit-1", "unit-2"];
pub(super) const DIFFERENCE: &str = "difference";

/// The smallest difference that has a place.
const LEAST: f64 = 1e-18;

/// The two gradients with all digits, and their difference against ε.
pub(super) fn figure(state: &State) -> Result<Figure, Error> {
    let is_lost = pair::difference(state.get(EPSILON)?)? == 0.0;
    Ok(
        Figure::new(PAIR, strings::pair_title(is_lost), strings::PAIR_SUBTITLE)
            .with_caption(strings::PAIR_CAPTION)
            .with(gradient_panel(state)?)
            .with(difference_panel(state)?),
    )
}

fn gradient_panel(state: &State) -> Result<Panel, Error> {
    let epsilon = state.get(EPSILON)?;
    let gradients = pair::gradients(epsilon)?;
    let labels = [short(INPUT), strings::second_input(&short(epsilon))];
    let marks = (0..2).map(|unit| {
        let at = [unit as f64, gradients[unit]];
        Mark::new(
            UNITS[unit],
            at,
            strings::UNIT_NAMES[unit],
            full(gradients[unit]),
        )
    });
    let x = Axis::category(strings::INPUT_AXIS, labels.to_vec());
    let y = Axis::linear(strings::GRADIENT_AXIS, [0.0, 1.1]).with_detail(Detail::Bare);
    Ok(Panel::new("gradients", strings::GRADIENT_PANEL, x, y)
        .with_room(170.0, 270.0, 6)
        .with(Bars::new(marks.collect(), Role::Gradient)))
}

fn difference_panel(state: &State) -> Result<Panel, Error> {
    let x = Axis::log10(strings::EPSILON_AXIS, [1e-17, 1.0]).with_symbol("ε");
    let y = Axis::log10(strings::DIFFERENCE_AXIS, [LEAST, 10.0]);
    let theory = [1e-17, 1.0]
        .map(|epsilon| [epsilon, pair::theory(epsilon)])
        .to_vec();
    let panel = Panel::new("difference", strings::DIFFERENCE_PANEL, x, y)
        .with_room(200.0, 270.0, 6)
        .with(Curve::new(strings::THEORY, theory, Role::Theory).labelled(
            strings::THEORY,
            [1e-11, 1e-12],
            Side::Right,
        ))
        .with(Curve::new(
            strings::MEASURED,
            pair::differences()?,
            Role::Gradient,
        ));
    let epsilon = state.get(EPSILON)?;
    let measured = pair::difference(epsilon)?;
    // Nothing left: the mark waits at the lower edge.
    let height = if measured == 0.0 { LEAST } else { measured };
    let role = if measured == 0.0 {
        Role::Wrong
    } else {
        Role::Gradient
    };
    let mark = Mark::new(
        DIFFERENCE,
        [epsilon, height],
        strings::MEASURED,
        short(measured),
    )
    .with_value(measured)
    .with_movable(Movable::at(EPSILON, Direction::X));
    Ok(panel.with(Points::new(vec![mark], role)))
}
