//! What each mark is, with its formula.

use popgrad_figures::number::short;

use super::compute::Square;
use super::figures::{PARABOLA, VALUE};
use super::strings;
use crate::{Error, Explanation};

/// Explains a mark of the figure.
pub(super) fn mark(square: &Square, figure: &str, mark: &str) -> Result<Explanation, Error> {
    if (figure, mark) != (PARABOLA, VALUE) {
        return Err(Error::UnknownMark {
            figure: figure.to_owned(),
            mark: mark.to_owned(),
        });
    }
    let [input, value, gradient] = [square.input, square.value, square.gradient].map(short);
    Ok(Explanation {
        words: strings::explain_value(&input, &value, &gradient),
        formula: format!("dx²/dx = 2 × {input} = {gradient}"),
    })
}
