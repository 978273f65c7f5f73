//! What the hidden layer makes of the plane.

use crate::Error;
use crate::net::{Design, Weights, answer};

/// The lines of the grid reach as far to all sides, and lie so far apart.
const REACH: f64 = 1.5;
const LINES: usize = 7;
/// Places along a line.
const PLACES: usize = 31;

/// The lines of a square grid: those with one x₁, then those with one x₂.
pub(in crate::xor) fn grid() -> Vec<Vec<[f64; 2]>> {
    let at = |index: usize, of: usize| REACH * (2.0 * index as f64 / (of - 1) as f64 - 1.0);
    let mut lines = Vec::new();
    for upright in [true, false] {
        for line in 0..LINES {
            let places = (0..PLACES).map(|place| {
                let (fixed, moving) = (at(line, LINES), at(place, PLACES));
                if upright {
                    [fixed, moving]
                } else {
                    [moving, fixed]
                }
            });
            lines.push(places.collect());
        }
    }
    lines
}

/// Where two units of the hidden layer put each place of some lines. With one unit there is nothing
/// upwards.
pub(in crate::xor) fn mapped(
    design: Design,
    weights: &Weights,
    axes: [usize; 2],
    lines: &[Vec<[f64; 2]>],
) -> Result<Vec<Vec<[f64; 2]>>, Error> {
    let inputs: Vec<f64> = lines.iter().flatten().flatten().copied().collect();
    let units = answer(design, weights, &inputs)?.units;
    let mut places = units
        .chunks_exact(design.hidden)
        .map(|units| place(units, axes));
    let line = |line: &Vec<[f64; 2]>| places.by_ref().take(line.len()).collect();
    Ok(lines.iter().map(line).collect())
}

/// The place of an input in the hidden plane.
pub(in crate::xor) fn place(units: &[f64], [across, up]: [usize; 2]) -> [f64; 2] {
    let height = if across == up { 0.0 } else { units[up] };
    [units[across], height]
}
