//! Marks of the success rates.

use popgrad_figures::number::short;

use crate::xor::compute::outcome::Outcome;
use crate::xor::compute::success::{GAINS, Rate, rates};
use crate::xor::figures::{outcome_id, rate_id};
use crate::xor::parameters::OUTPUT;
use crate::xor::strings;
use crate::{Error, Explanation, State};

/// Explains a share of runs.
pub(in crate::xor) fn success(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    for tanh_output in [false, true] {
        for rate in rates(state, tanh_output)? {
            if rate_id(tanh_output, rate.gain) == mark {
                return Ok(Some(explain_rate(&rate)));
            }
        }
    }
    for rate in rates(state, state.count(OUTPUT)? == 1)? {
        let mut outcomes = Outcome::ALL.into_iter();
        if let Some(outcome) = outcomes.find(|outcome| outcome_id(*outcome, rate.gain) == mark) {
            return Ok(Some(Explanation {
                words: strings::explain_outcome(outcome),
                formula: share(&rate, outcome),
            }));
        }
    }
    Ok(None)
}

fn explain_rate(rate: &Rate) -> Explanation {
    let [low, high] = rate.interval().map(short);
    Explanation {
        words: strings::explain_rate(&short(GAINS[rate.gain]), &low, &high, rate.first_failure),
        formula: share(rate, Outcome::Learnt),
    }
}

fn share(rate: &Rate, outcome: Outcome) -> String {
    format!(
        "{} / {} = {}",
        rate.count(outcome),
        rate.runs(),
        strings::percent(rate.percent(outcome))
    )
}
