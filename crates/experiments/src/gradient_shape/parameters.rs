//! What a reader can set.

use popgrad_figures::number;

use super::strings;
use crate::{Parameter, Scale};

/// Id of the factor of all inputs.
pub(super) const SCALE: &str = "scale";

pub(super) const PARAMETERS: &[Parameter] = &[Parameter {
    id: SCALE,
    symbol: "s",
    label: strings::SCALE_LABEL,
    unit: "",
    minimum: 0.0,
    maximum: 1.2,
    step: 0.01,
    default: 1.0,
    scale: Scale::Linear,
    spoken: |value| strings::scale_spoken(&number::short(value)),
}];
