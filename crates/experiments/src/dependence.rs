//! Which parameters a figure depends on.

use crate::{Control, Error, Parameter, State};

/// The parameters that move a figure, in the order of their table. Found by moving each, by itself, to the ends
/// of its range or to each of its options, from `start` and from wherever another parameter so moved leads:
/// it moves the figure if another picture comes out, or another long computation is asked for.
///
/// The computations of `start` should be finished: what shows where a run stands moves nothing while there
/// is no run.
///
/// ```
/// use popgrad_experiments::{State, find, parameters_of};
/// let start = State::defaults(find("gradient-shape")?);
/// let found = parameters_of(&start, "gradient-shape")?;
/// assert!(found.iter().any(|parameter| parameter.id == "scale"));
/// // How many digits of a slope survive is a matter of the function, not of the members.
/// assert!(parameters_of(&start, "gradient-shape-digits")?.is_empty());
/// # Ok::<(), popgrad_experiments::Error>(())
/// ```
///
/// # Errors
/// When no figure of the experiment has this id, or when the engine refuses an operation.
pub fn parameters_of(start: &State, figure: &str) -> Result<Vec<&'static Parameter>, Error> {
    let parameters = start.experiment().parameters();
    let mut moving = vec![false; parameters.len()];
    for base in bases(start)? {
        let before = shown(&base, figure)?;
        for (moves, parameter) in moving.iter_mut().zip(parameters) {
            *moves = *moves || is_moved(&base, &before, parameter, figure)?;
        }
    }
    let found = moving.into_iter().zip(parameters);
    Ok(found
        .filter_map(|(moves, one)| moves.then_some(one))
        .collect())
}

/// The start, and every state that one movement leads to.
fn bases(start: &State) -> Result<Vec<State>, Error> {
    let mut bases = vec![start.clone()];
    for parameter in start.experiment().parameters() {
        for value in tried(parameter) {
            bases.push(moved(start, parameter, value)?);
        }
    }
    Ok(bases)
}

/// Values that may open another way through the computation.
fn tried(parameter: &Parameter) -> Vec<f64> {
    match parameter.control {
        Control::Choice(choices) => (0..choices.len()).map(|option| option as f64).collect(),
        _ => vec![parameter.minimum, parameter.maximum],
    }
}

fn moved(state: &State, parameter: &Parameter, value: f64) -> Result<State, Error> {
    let mut moved = state.clone();
    moved.set(parameter.id, value)?;
    Ok(moved)
}

fn is_moved(
    base: &State,
    before: &Shown,
    parameter: &Parameter,
    figure: &str,
) -> Result<bool, Error> {
    for value in tried(parameter) {
        if shown(&moved(base, parameter, value)?, figure)? != *before {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A figure as text, in which an undefined number equals itself, and the keys of the long computations that it
/// reads.
type Shown = (String, Vec<String>);

fn shown(state: &State, figure: &str) -> Result<Shown, Error> {
    let (made, reads) = state.watch(|state| state.experiment().figure(state, figure));
    let jobs = state.jobs().into_iter();
    let read = jobs.filter(|job| reads.jobs().any(|id| id == job.id));
    Ok((format!("{:?}", made?), read.map(|job| job.key).collect()))
}
