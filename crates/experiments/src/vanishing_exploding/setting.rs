//! What decides a net.

use super::parameters::{
    ACTIVATION, ACTIVATIONS, BIAS, DEPTH, GAIN, INITIALISATION, NORMALISATION, RESIDUAL, SEED,
    WIDTH,
};
use crate::activation::Activation;
use crate::{Error, State};

/// A deep net of layers that are alike, before its weights are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Setting {
    /// Units in each layer, n.
    pub(super) width: usize,
    /// Layers, L.
    pub(super) depth: usize,
    /// How the weights are drawn.
    pub(super) initialisation: Initialisation,
    /// The gain σw: weights have the variance σw²/n.
    pub(super) gain: f64,
    /// The standard deviation σb of the biases.
    pub(super) bias: f64,
    /// What each layer does to a unit.
    pub(super) design: Design,
    /// The seed of the weights.
    pub(super) seed: u64,
}

/// What a layer computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Design {
    /// The nonlinearity; none in a linear net.
    pub(super) activation: Option<Activation>,
    /// Whether a layer adds its input to its output.
    pub(super) residual: bool,
    /// Whether the sums of a layer are brought to mean 0 and variance 1 before the activation.
    pub(super) normalised: bool,
}

/// A way to draw weights, in the order of the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Initialisation {
    /// Normal weights with the gain of the slider.
    Normal,
    /// Normal weights of variance 1/n (`LeCun`; Xavier, where layers are equally wide).
    LeCun,
    /// Normal weights of variance 2/n.
    He,
    /// Normal weights with the gain 5/3 that `PyTorch` recommends for tanh.
    PyTorch,
    /// Uniform weights from −0.5 to 0.5, however many there are.
    Uniform,
    /// Orthogonal matrices times the gain of the slider.
    Orthogonal,
}

impl Initialisation {
    /// Every way, in the order of the choice.
    pub(super) const ALL: [Self; 6] = [
        Self::Normal,
        Self::LeCun,
        Self::He,
        Self::PyTorch,
        Self::Uniform,
        Self::Orthogonal,
    ];

    /// The one that the reader has chosen.
    fn of(state: &State) -> Result<Self, Error> {
        let place = state.count(INITIALISATION)?;
        Ok(Self::ALL.get(place).copied().unwrap_or(Self::Normal))
    }

    /// The gain σw that it sets for layers of `width` units; nothing where the slider does.
    pub(super) fn gain(self, width: usize) -> Option<f64> {
        match self {
            Self::Normal | Self::Orthogonal => None,
            Self::LeCun => Some(1.0),
            Self::He => Some(std::f64::consts::SQRT_2),
            Self::PyTorch => Some(5.0 / 3.0),
            // A uniform variable from −½ to ½ has the variance 1/12.
            Self::Uniform => Some(libm::sqrt(width as f64 / 12.0)),
        }
    }
}

impl Setting {
    /// The net that the reader has set.
    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let width = state.count(WIDTH)?;
        let initialisation = Initialisation::of(state)?;
        let slider = state.get(GAIN)?;
        let activation = ACTIVATIONS.get(state.count(ACTIVATION)?);
        Ok(Self {
            width,
            depth: state.count(DEPTH)?,
            initialisation,
            gain: initialisation.gain(width).unwrap_or(slider),
            bias: state.get(BIAS)?,
            design: Design {
                activation: activation.copied().flatten(),
                residual: state.is_on(RESIDUAL)?,
                normalised: state.is_on(NORMALISATION)?,
            },
            seed: state.get(SEED)? as u64,
        })
    }

    /// The same net with another gain.
    pub(super) fn with_gain(self, gain: f64) -> Self {
        Self { gain, ..self }
    }

    /// The same net with another depth.
    pub(super) fn with_depth(self, depth: usize) -> Self {
        Self { depth, ..self }
    }
}

/// An initialisation that sets the gain moves its slider, one that does not leaves it at the nearest of its steps;
/// whoever moves the slider leaves an initialisation that sets the gain for normal weights.
pub(super) fn follow(state: &State, moved: &str) -> Result<Vec<(&'static str, f64)>, Error> {
    let gain = Initialisation::of(state)?.gain(state.count(WIDTH)?);
    Ok(match (moved, gain) {
        (GAIN, Some(_)) => vec![(INITIALISATION, Initialisation::Normal as usize as f64)],
        (INITIALISATION | WIDTH, Some(gain)) => vec![(GAIN, gain)],
        (INITIALISATION, None) => {
            vec![(GAIN, state.parameter(GAIN)?.nearest(state.get(GAIN)?))]
        }
        _ => Vec::new(),
    })
}
