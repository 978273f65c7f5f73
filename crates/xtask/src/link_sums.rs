//! Links with the checksums of what they show, computed natively: the browsers' tests compare theirs.

use std::fs;

use popgrad_experiments::{Experiment, State, link, registry};
use popgrad_figures::checksum;
use serde::Serialize;

use crate::{error::Error, workspace};

/// How many links are tried for each experiment, beside the one to its start.
const LINKS: u32 = 3;

/// A link, and the checksum of all data that its figures show.
#[derive(Serialize)]
struct Sum {
    slug: &'static str,
    query: String,
    hash: String,
    /// In hexadecimal: JSON has no whole numbers of 64 bits.
    checksum: String,
}

/// Writes links to every experiment into `target/self-check/links.json`.
///
/// # Errors
/// If an experiment cannot be computed or the file cannot be written.
pub(crate) fn write() -> Result<(), Error> {
    let mut sums = Vec::new();
    for experiment in registry() {
        for number in 0..=LINKS {
            let sum = sum(*experiment, number).map_err(|cause| {
                let slug = experiment.slug();
                Error::new(
                    format!("a link to `{slug}` cannot be computed: {cause}"),
                    "Mend the experiment in crates/experiments.",
                )
            })?;
            sums.push(sum);
        }
    }
    let path = workspace::target().join("self-check/links.json");
    let json = serde_json::to_string(&sums)
        .map_err(|cause| Error::new(cause.to_string(), "Look at the links' types."))?;
    fs::write(&path, json).map_err(|cause| Error::file("write", &path, &cause))
}

fn sum(
    experiment: &'static dyn Experiment,
    number: u32,
) -> Result<Sum, popgrad_experiments::Error> {
    let query = if number == 0 { "" } else { "?seed=42" };
    let mut state = State::defaults(experiment);
    link::follow(&mut state, query, "");
    if number > 0 {
        scatter(&mut state, number)?;
    }
    let hash = link::hash(&state, query, "");
    // The first part of each long computation stands for all of them.
    for job in state.jobs() {
        let result = experiment.work(&state, job.id, 0)?;
        state.receive(job.id, &job.key, 0, result)?;
    }
    Ok(Sum {
        slug: experiment.slug(),
        query: query.to_owned(),
        hash,
        checksum: format!("{:016x}", checksum(&experiment.figures(&state)?)),
    })
}

/// Puts every parameter at a place of its range, spread by the golden ratio.
fn scatter(state: &mut State, number: u32) -> Result<(), popgrad_experiments::Error> {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    for (index, parameter) in state.experiment().parameters().iter().enumerate() {
        let place = (GOLDEN * f64::from(number * 31 + index as u32)).fract();
        let [low, high] =
            [parameter.minimum, parameter.maximum].map(|value| parameter.place_of(value));
        state.set(parameter.id, parameter.value_at(low + place * (high - low)))?;
    }
    Ok(())
}
