//! What a reader can set.
//!
//! | parameter | default | from | to |
//! |---|---|---|---|
//! | `gain` | 0.8 | 0.3 | 4, logarithmic |
//! | `depth` | 20 | 2 | 100 |
//! | `width` | 64 | 1 | 256, logarithmic |
//! | `bias` | 0 | 0 | 0.5 |
//! | `activation` | tanh | | |
//! | `initialisation` | normal, gain by the slider | | |
//! | `residual` | off | | |
//! | `normalisation` | off | | |
//! | `seed` | 2 | | |

use super::{depth_figure, strings};
use crate::activation::Activation;
use crate::{Choice, PREDICTION, Parameter, Prediction};

/// Id of the gain σw.
pub(super) const GAIN: &str = "gain";
/// Id of the number of layers.
pub(super) const DEPTH: &str = "depth";
/// Id of the number of units in each layer.
pub(super) const WIDTH: &str = "width";
/// Id of the standard deviation of the biases.
pub(super) const BIAS: &str = "bias";
/// Id of the choice of an activation.
pub(super) const ACTIVATION: &str = "activation";
/// Id of the choice of an initialisation.
pub(super) const INITIALISATION: &str = "initialisation";
/// Id of the switch of residual connections.
pub(super) const RESIDUAL: &str = "residual";
/// Id of the switch of layer normalisation.
pub(super) const NORMALISATION: &str = "normalisation";
/// Id of the seed.
pub(super) const SEED: &str = "seed";

/// The gains of the slider.
pub(super) const GAINS: [f64; 2] = [0.3, 4.0];
/// log₁₀(1/0.3) in 52 steps, so that the gain 1 is one of them.
const GAIN_STEP: f64 = 0.522_878_745_280_337_6 / 52.0;
/// The fewest and the most layers.
pub(super) const DEPTHS: [usize; 2] = [2, 100];

/// The options of the choice of an activation; the last is a linear net.
pub(super) const ACTIVATIONS: &[Option<Activation>] = &[
    Some(Activation::Tanh),
    Some(Activation::Relu),
    Some(Activation::Sigmoid),
    Some(Activation::Gelu),
    Some(Activation::Silu),
    Some(Activation::Softplus),
    Some(Activation::Sin),
    None,
];
const ACTIVATION_CHOICES: &[Choice] = &[
    choice("tanh", "tanh"),
    choice("relu", "relu"),
    choice("sigmoid", "sigmoid"),
    choice("gelu", "gelu"),
    choice("silu", "silu"),
    choice("softplus", "softplus"),
    choice("sin", "sin"),
    choice("linear", strings::LINEAR),
];
/// In the order of [`Initialisation::ALL`](super::setting::Initialisation::ALL).
const INITIALISATIONS: &[Choice] = &[
    choice("normal", strings::INITIALISATIONS[0]),
    choice("lecun", strings::INITIALISATIONS[1]),
    choice("he", strings::INITIALISATIONS[2]),
    choice("pytorch", strings::INITIALISATIONS[3]),
    choice("uniform", strings::INITIALISATIONS[4]),
    choice("orthogonal", strings::INITIALISATIONS[5]),
];
const ANSWERS: &[Choice] = &[
    choice("same", strings::ANSWERS[0]),
    choice("root", strings::ANSWERS[1]),
    choice("half", strings::ANSWERS[2]),
    choice("square", strings::ANSWERS[3]),
];

/// The answers by their places.
pub(super) const ROOT: usize = 1;
pub(super) const HALF: usize = 2;
pub(super) const SQUARE: usize = 3;

const fn choice(id: &'static str, label: &'static str) -> Choice {
    Choice { id, label }
}

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::number(GAIN, "σw", strings::GAIN_LABEL, GAINS, GAIN_STEP, 0.8).logarithmic(),
    Parameter::number(
        DEPTH,
        "L",
        strings::DEPTH_LABEL,
        [DEPTHS[0] as f64, DEPTHS[1] as f64],
        1.0,
        20.0,
    )
    .whole()
    .spoken_as(strings::layers_spoken),
    Parameter::choice(
        INITIALISATION,
        strings::INITIALISATION_LABEL,
        INITIALISATIONS,
        0,
    )
    .more(),
    Parameter::choice(ACTIVATION, strings::ACTIVATION_LABEL, ACTIVATION_CHOICES, 0).more(),
    Parameter::switch(RESIDUAL, strings::RESIDUAL_LABEL, false).more(),
    Parameter::switch(NORMALISATION, strings::NORMALISATION_LABEL, false).more(),
    Parameter::number(WIDTH, "n", strings::WIDTH_LABEL, [1.0, 256.0], 0.03, 64.0)
        .logarithmic()
        .whole()
        .spoken_as(strings::width_spoken)
        .more(),
    Parameter::number(BIAS, "σb", strings::BIAS_LABEL, [0.0, 0.5], 0.01, 0.0).more(),
    Parameter::seed(SEED, strings::SEED_LABEL, 2).more(),
];

pub(super) const QUESTION: &Prediction = &Prediction {
    question: strings::PREDICTION,
    answer: Parameter::choice(PREDICTION, strings::PREDICTION_LABEL, ANSWERS, 0),
    figure: depth_figure::DEPTH,
};
