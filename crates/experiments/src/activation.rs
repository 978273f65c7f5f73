//! The activations that experiments compare.

use popgrad::PopulationNode;
use popgrad_figures::number::short;

use crate::{Choice, Error, Parameter, State};

/// Id of the choice of an activation.
const ACTIVATION: &str = "activation";

/// The choice of an activation: tanh at the start.
pub(crate) const fn parameter(label: &'static str) -> Parameter {
    Parameter::choice(ACTIVATION, label, CHOICES, 0)
}

/// An activation: a nonlinearity applied to each member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activation {
    Tanh,
    Sigmoid,
    Relu,
    Softplus,
    Gelu,
    Silu,
    Sin,
}

/// Every activation as an option of a choice, in the order of [`Activation::ALL`].
const CHOICES: &[Choice] = &[
    choice("tanh"),
    choice("sigmoid"),
    choice("relu"),
    choice("softplus"),
    choice("gelu"),
    choice("silu"),
    choice("sin"),
];

const fn choice(name: &'static str) -> Choice {
    Choice {
        id: name,
        label: name,
    }
}

impl Activation {
    /// Every activation.
    pub(crate) const ALL: [Self; 7] = [
        Self::Tanh,
        Self::Sigmoid,
        Self::Relu,
        Self::Softplus,
        Self::Gelu,
        Self::Silu,
        Self::Sin,
    ];

    /// The activation that is chosen. While the answer of a prediction is hidden it is tanh: the
    /// questions are about that one.
    pub(crate) fn shown(state: &State) -> Result<Self, Error> {
        if state.guess().hides() {
            return Ok(Self::Tanh);
        }
        let place = state.count(ACTIVATION)?;
        Ok(Self::ALL.get(place).copied().unwrap_or(Self::Tanh))
    }

    /// Its name, in code and on the page.
    pub(crate) fn name(self) -> &'static str {
        CHOICES[self as usize].id
    }

    /// What it computes, as a formula.
    pub(crate) fn formula(self) -> &'static str {
        match self {
            Self::Tanh => "tanh(x) = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)",
            Self::Sigmoid => "sigmoid(x) = 1/(1 + e⁻ˣ)",
            Self::Relu => "relu(x) = max(0, x)",
            Self::Softplus => "softplus(x) = ln(1 + eˣ)",
            Self::Gelu => "gelu(x) ≈ x·(1 + tanh(0.798x + 0.0357x³))/2",
            Self::Silu => "silu(x) = x/(1 + e⁻ˣ)",
            Self::Sin => "sin(x)",
        }
    }

    /// The activation of every member.
    pub(crate) fn of(self, x: &PopulationNode) -> Result<PopulationNode, Error> {
        let y = match self {
            Self::Tanh => x.try_tanh(),
            Self::Sigmoid => x.try_sigmoid(),
            Self::Relu => x.try_relu(),
            Self::Softplus => x.try_softplus(),
            Self::Gelu => x.try_gelu(),
            Self::Silu => x.try_silu(),
            Self::Sin => x.try_sin(),
        };
        Ok(y?)
    }

    /// Its derivative as a formula with the numbers in it. For tanh `value` is printed with as many
    /// digits as the formula needs.
    pub(crate) fn slope_formula(self, input: f64, value: &str, slope: f64) -> String {
        let (x, slope) = (short(input), short(slope));
        let right = match self {
            Self::Tanh => format!("1 − tanh²({x}) = 1 − {}²", in_brackets(value)),
            Self::Sigmoid => format!("sigmoid({x})·(1 − sigmoid({x}))"),
            Self::Relu if input > 0.0 => format!("1, as {x} is above 0, and so"),
            Self::Relu => format!("0, as {x} is not above 0, and so"),
            Self::Softplus => format!("sigmoid({x})"),
            Self::Gelu => format!("½(1 + tanh u) + ½·{}·(1 − tanh² u)·u′", in_brackets(&x)),
            Self::Silu => format!("s + {}·s·(1 − s) with s = sigmoid({x}),", in_brackets(&x)),
            Self::Sin => format!("cos({x})"),
        };
        format!("d {}/dx = {right} = {slope}", self.name())
    }
}

/// A printed number in brackets where it is negative.
fn in_brackets(number: &str) -> String {
    if number.starts_with('−') {
        format!("({number})")
    } else {
        number.to_owned()
    }
}
