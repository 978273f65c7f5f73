//! The figure of the digits that are lost: far from 0, and in finite differences.

use popgrad_figures::number::{short, superscript};
use popgrad_figures::{Axis, Curve, Figure, Mark, Panel, Points, Role, Side};

use super::{digits, strings};
use crate::{Error, State};

/// Id of the figure.
pub(super) const DIGITS: &str = "gradient-shape-digits";
/// Distances from 0 that are marked, with the ids of their marks.
pub(super) const DISTANCES: [(&str, f64); 3] =
    [("tail-6", 6.0), ("tail-12", 12.0), ("tail-18", 18.0)];
/// Steps that are marked, with the ids of their marks and their powers of ten.
pub(super) const STEPS: [(&str, i32); 2] = [("step-2", -2), ("step-12", -12)];
/// Id of the mark of the best step.
pub(super) const BEST: &str = "best-step";

/// The smallest error that is drawn.
const LEAST: f64 = 1e-17;

/// Both ways of losing digits, side by side. No parameter moves them.
pub(super) fn figure(_state: &State) -> Result<Figure, Error> {
    Ok(
        Figure::new(DIGITS, strings::DIGITS_TITLE, strings::DIGITS_SUBTITLE)
            .with_caption(strings::DIGITS_CAPTION)
            .with(tails()?)
            .with(differences()?),
    )
}

fn tails() -> Result<Panel, Error> {
    let x = Axis::linear(strings::DISTANCE_AXIS, [0.0, 22.0]).with_symbol("|x|");
    let y = Axis::log10(strings::RELATIVE_ERROR, [LEAST, 30.0]);
    let errors = Curve::new(strings::TAIL_ERROR, digits::tail_errors()?, Role::Gradient)
        .labelled(strings::ALL_LOST, [15.5, 2.0], Side::Left)
        .thin();
    let marks: Result<Vec<_>, Error> = DISTANCES
        .iter()
        .map(|&(id, distance)| {
            let error = digits::tail_error(distance)?;
            Ok(Mark::new(
                id,
                [distance, error],
                strings::at_distance(&short(distance)),
                short(error),
            ))
        })
        .collect();
    Ok(Panel::new("tails", strings::TAILS_PANEL, x, y)
        .with_room(200.0, 280.0, 6)
        .with(errors)
        .with(Points::new(marks?, Role::Gradient)))
}

fn differences() -> Result<Panel, Error> {
    let x = Axis::log10(strings::STEP_AXIS, [1e-14, 1.0]).with_symbol("h");
    let y = Axis::log10(strings::ERROR_AXIS, [1e-13, 1.0]);
    let errors = digits::difference_errors()?;
    let theory = |law: fn(f64) -> f64| errors.iter().map(|&[step, _]| [step, law(step)]).collect();
    let truncation = Curve::new(
        strings::TRUNCATION,
        theory(digits::truncation),
        Role::Theory,
    )
    .labelled(strings::TRUNCATION_SHORT, [2e-4, 1e-7], Side::Left);
    let rounding = Curve::new(strings::ROUNDING, theory(digits::rounding), Role::Theory).labelled(
        strings::ROUNDING_SHORT,
        [2e-11, 1e-5],
        Side::Right,
    );
    let mut marks = Vec::new();
    for (id, power) in STEPS {
        let step = libm::exp10(f64::from(power));
        marks.push(mark(id, step, &format!("10{}", superscript(power)))?);
    }
    let best = digits::best_step();
    marks.push(mark(BEST, best, &short(best))?);
    Ok(Panel::new("differences", strings::DIFFERENCES_PANEL, x, y)
        .with_room(200.0, 280.0, 6)
        .with(truncation)
        .with(rounding)
        .with(Curve::new(strings::DIFFERENCE_ERROR, errors.clone(), Role::Value).thin())
        .with(Points::new(marks, Role::Value)))
}

fn mark(id: &str, step: f64, printed: &str) -> Result<Mark, Error> {
    let error = digits::difference_error(step)?;
    Ok(Mark::new(
        id,
        [step, error],
        strings::at_step(printed),
        short(error),
    ))
}
