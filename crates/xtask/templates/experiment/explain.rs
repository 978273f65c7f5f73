//! What each mark is, with its formula.

use popgrad_figures::number::short;

use super::figures::VALUE;
use super::parameters::INPUT;
use super::{compute, strings};
use crate::{Error, Explanation, State};

/// Explains a mark of the figure.
pub(super) fn parabola(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let square = compute::square(state.get(INPUT)?)?;
    let [input, value, gradient] = [square.input, square.value, square.gradient].map(short);
    Ok((mark == VALUE).then(|| Explanation {
        words: strings::explain_value(&input, &value, &gradient),
        formula: format!("dx²/dx = 2 × {input} = {gradient}"),
    }))
}
