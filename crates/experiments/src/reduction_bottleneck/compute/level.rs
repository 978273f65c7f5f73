//! Populations that the reduction cannot tell apart.

use super::{Reduction, Setting, credit, reduce_each};
use crate::Error;
use crate::reduction_bottleneck::parameters::REACH;

/// Columns and rows of the plane of the first two members.
pub(in super::super) const COLUMNS: usize = 48;
/// Places at which a second member is looked for: every twelfth.
const PLACES: usize = 97;
/// How often the interval of a second member is halved.
const HALVINGS: usize = 45;
/// Attempts at a first member, each nearer to the one of the first population.
const ATTEMPTS: usize = 32;

/// The reduced value over the plane of the first two members, row by row from below; the others stay.
pub(in super::super) fn grid(setting: &Setting) -> Result<Vec<f64>, Error> {
    let center = |index: usize| REACH * ((2 * index + 1) as f64 / COLUMNS as f64 - 1.0);
    let mut populations = Vec::with_capacity(COLUMNS * COLUMNS * setting.members.len());
    for row in 0..COLUMNS {
        for column in 0..COLUMNS {
            populations.extend([center(column), center(row)]);
            populations.extend(&setting.members[2..]);
        }
    }
    reduce_each(setting, populations)
}

/// Up to where the first two members may stand anywhere without a change of the reduced value, if they may:
/// below the largest of the others, or beside a 0 that is multiplied.
pub(in super::super) fn area(setting: &Setting) -> Option<f64> {
    let (firsts, others) = setting.members.split_at(2);
    match setting.reduction {
        Reduction::Max => {
            let largest = others.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            firsts
                .iter()
                .all(|first| *first <= largest)
                .then_some(largest)
        }
        Reduction::Product => others.contains(&0.0).then_some(REACH),
        _ => None,
    }
}

/// Another population with the same reduced value: its first member is the one that the reader has
/// set, or the nearest to it for which there is one; its second follows; the others stay.
pub(in super::super) fn twin(setting: &Setting) -> Result<Vec<f64>, Error> {
    let value = credit(setting, &setting.members)?.value;
    let mut found = setting.members.clone();
    for attempt in 0..=ATTEMPTS {
        let part = attempt as f64 / ATTEMPTS as f64;
        let first = setting.twin + part * (setting.members[0] - setting.twin);
        if let Some(second) = second(setting, first, value)? {
            found[0] = first;
            found[1] = second;
            break;
        }
    }
    Ok(found)
}

/// The lowest second member for which the reduced value comes out; in the middle of a stretch where it is the same
/// all along.
fn second(setting: &Setting, first: f64, value: f64) -> Result<Option<f64>, Error> {
    let place = |index: usize| REACH * (2.0 * index as f64 / (PLACES - 1) as f64 - 1.0);
    let with = |second: f64| {
        let mut population = setting.members.clone();
        population[0] = first;
        population[1] = second;
        population
    };
    let values = reduce_each(
        setting,
        (0..PLACES).flat_map(|index| with(place(index))).collect(),
    )?;
    let equal: Vec<usize> = (0..PLACES)
        .filter(|index| values[*index] == value)
        .collect();
    if !equal.is_empty() {
        return Ok(Some(place(equal[equal.len() / 2])));
    }
    let crosses = |pair: &[f64]| (pair[0] < value) != (pair[1] < value);
    let Some(index) = values.windows(2).position(crosses) else {
        return Ok(None);
    };
    let rises = values[index] < value;
    let (mut low, mut high) = (place(index), place(index + 1));
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if (credit(setting, &with(middle))?.value < value) == rises {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(Some(high))
}
