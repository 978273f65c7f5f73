//! The figure of a whole population on the profile, and of what it passes back.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Band, Curve, Detail, Direction, Figure, Mark, Movable, Panel, Points, Role, Segments,
    Side,
};

use super::compute::{self, Passed, REACH};
use super::figures::slope_range;
use super::parameters::{MEAN, SPREAD};
use super::strings;
use crate::activation::Activation;
use crate::{Error, State};

/// Id of the figure.
pub(super) const POPULATION: &str = "intrinsic-flow-population";
/// Ids of its marks: the mean slope, the mean of its square, and the mean over the members drawn.
pub(super) const MARKS: [&str; 3] = ["mean-slope", "mean-square", "drawn-mean"];

/// The population over the profile, and the mean gradient against its spread.
pub(super) fn population(state: &State) -> Result<Figure, Error> {
    Ok(Figure::new(
        POPULATION,
        strings::population_title(Activation::shown(state)?),
        strings::POPULATION_SUBTITLE,
    )
    .with_caption(strings::POPULATION_CAPTION)
    .with(density_panel(state)?)
    .with(spread_panel(state)?))
}

fn density_panel(state: &State) -> Result<Panel, Error> {
    let activation = Activation::shown(state)?;
    let (mean, spread) = (state.get(MEAN)?, state.get(SPREAD)?);
    let profile = compute::profile(activation)?;
    // The density is drawn with its peak at 0.9, whatever its spread.
    let peak = compute::density(mean, mean, spread);
    let edges = profile.iter().map(|&[x, _]| {
        let height = 0.9 * compute::density(x, mean, spread) / peak;
        [x, 0.0, height]
    });
    let members = compute::drawn(state)?;
    let rug = members
        .iter()
        .map(|&[x, slope]| [[x, 0.0], [x, slope]])
        .collect();
    let [low, high] = slope_range(activation);
    let x = Axis::linear(strings::INPUT_AXIS, [-REACH, REACH]).with_symbol("x");
    let y = Axis::linear(strings::SLOPE_AXIS, [low, high]).with_detail(Detail::Ticks);
    Ok(Panel::new("population", strings::DENSITY_PANEL, x, y)
        .with_room(190.0, 270.0, 6)
        .with(Band::new(strings::DENSITY, edges.collect(), Role::Value))
        .with(Segments::new(strings::MEMBERS, rug, Role::Gradient).with_width(1.0))
        .with(Curve::new(
            strings::SLOPE_AXIS,
            profile.to_vec(),
            Role::Gradient,
        )))
}

fn spread_panel(state: &State) -> Result<Panel, Error> {
    let (activation, mean) = (Activation::shown(state)?, state.get(MEAN)?);
    let passed = compute::passed(activation, mean, &compute::spreads())?;
    let line = |value: fn(&Passed) -> f64| -> Vec<[f64; 2]> {
        passed.iter().map(|row| [row.spread, value(row)]).collect()
    };
    let [low, high] = slope_range(activation);
    let x = Axis::log10(strings::SPREAD_AXIS, [0.01, 10.0]).with_symbol("σ");
    let y = Axis::linear(strings::PASSED_AXIS, [low, high]).with_detail(Detail::Ticks);
    let mut marks = marks(state)?;
    let drawn = marks.split_off(2);
    let means = line(|row| row.mean);
    let squares = line(|row| row.mean_square);
    let (above, below) = (means[50], squares[34]);
    Ok(Panel::new("spread", strings::SPREAD_PANEL, x, y)
        .with_room(190.0, 270.0, 6)
        .with(
            Curve::new(strings::MEAN_SLOPE, means, Role::Gradient).labelled(
                strings::MEAN_SLOPE,
                above,
                Side::Above,
            ),
        )
        .with(
            Curve::new(strings::MEAN_SQUARE, squares, Role::Gradient)
                .in_series(1)
                .labelled(strings::MEAN_SQUARE, below, Side::Left),
        )
        .with(Points::new(drawn, Role::Plain).small())
        .with(Points::new(marks, Role::Gradient)))
}

/// The expectations at the present spread, and the mean over the members drawn.
fn marks(state: &State) -> Result<Vec<Mark>, Error> {
    let spread = state.get(SPREAD)?;
    let (passed, drawn) = present(state)?;
    let heights = [passed.mean, passed.mean_square, drawn];
    let marks = MARKS.iter().zip(heights).zip(strings::MARK_NAMES);
    Ok(marks
        .map(|((&id, height), name)| {
            let mark = Mark::new(id, [spread, height], name, short(height));
            mark.with_movable(Movable::at(SPREAD, Direction::X))
        })
        .collect())
}

/// What the population of the present spread passes back: the expectation, and the mean of the
/// slope over the members drawn.
pub(super) fn present(state: &State) -> Result<(Passed, f64), Error> {
    let activation = Activation::shown(state)?;
    let mut passed = compute::passed(activation, state.get(MEAN)?, &[state.get(SPREAD)?])?;
    let drawn = compute::drawn(state)?;
    let mean = drawn.iter().map(|[_, slope]| slope).sum::<f64>() / drawn.len() as f64;
    Ok((passed.remove(0), mean))
}
