//! The reader's run with its steps halved again and again.

use super::run::halved;
use super::{Gaps, STEPS, Setting};
use crate::flow_vs_descent::parameters::{ETA, LOSS, SEED};
use crate::{Error, Job, State};

/// Runs that are compared: the reader's, and that many less one with smaller steps.
pub(in super::super) const HALVINGS: usize = 5;

/// Id of the long computation: the runs of a net, one a part. Those of two weights take no time.
pub(in super::super) const JOB: &str = "halvings";

/// Step sizes and distances up to the step that is shown, from the reader's step size downwards; of a net
/// those that have arrived.
pub(in super::super) fn halvings(
    state: &State,
    setting: &Setting,
) -> Result<Vec<(f64, Gaps)>, Error> {
    let runs = if setting.loss.is_net() {
        arrived(state)
    } else {
        let runs = (0..HALVINGS).map(|halvings| run(setting, halvings));
        runs.collect::<Result<_, _>>()?
    };
    let last = setting.step.max(1) - 1;
    let sizes = (0..HALVINGS).map(|halvings| setting.eta / f64::from(1 << halvings));
    Ok(sizes.zip(runs).map(|(eta, run)| (eta, run[last])).collect())
}

fn run(setting: &Setting, halvings: usize) -> Result<Vec<Gaps>, Error> {
    halved(setting.loss, &setting.start, setting.eta, STEPS, halvings)
}

/// The runs of a net, as far as all larger steps have arrived too.
fn arrived(state: &State) -> Vec<Vec<Gaps>> {
    let parts = state.results(JOB).enumerate();
    let in_order = parts.take_while(|(place, (part, _))| place == part);
    in_order.map(|(_, (_, numbers))| gaps(numbers)).collect()
}

fn gaps(numbers: &[f64]) -> Vec<Gaps> {
    let (pairs, _) = numbers.as_chunks::<2>();
    let gaps = pairs.iter();
    gaps.map(|&[flow, modified]| Gaps { flow, modified })
        .collect()
}

/// The long computation that a net asks for.
pub(in super::super) fn jobs(state: &State) -> Vec<Job> {
    let is_net = Setting::of(state).is_ok_and(|setting| setting.loss.is_net());
    let key = state.key(&[LOSS, ETA, SEED]);
    let job = is_net.then(|| Job::new(JOB, key, HALVINGS, 2 * STEPS));
    job.into_iter().collect()
}

/// One run of the long computation.
pub(in super::super) fn part(state: &State, part: usize) -> Result<Vec<f64>, Error> {
    let gaps = run(&Setting::of(state)?, part)?;
    let pairs = gaps.iter().flat_map(|gaps| [gaps.flow, gaps.modified]);
    Ok(pairs.collect())
}
