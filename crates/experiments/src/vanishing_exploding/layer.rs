//! One layer on a tape, replayed for every layer of a net.

use popgrad::{PopulationNode, Slot, Tape};

use super::setting::Design;
use crate::Error;

/// Keeps the normalisation of equal sums finite, as deep learning libraries do.
pub(super) const LEAST_VARIANCE: f64 = 1e-5;

/// A layer `h ↦ φ(σw h W + b)`, with its input added to it if it is residual, and with its sums normalised
/// before the activation φ if it is so designed. The layers of a net differ in their numbers alone, so one tape serves all
/// of them.
pub(super) struct Layer {
    tape: Tape,
    input: Slot,
    gain: Slot,
    weights: Slot,
    biases: Slot,
    /// What the activation is applied to.
    before: Slot,
    activated: Slot,
    output: Slot,
}

impl Layer {
    /// A layer for inputs of `rows` rows with `width` units.
    pub(super) fn new(design: Design, rows: usize, width: usize) -> Result<Self, Error> {
        let input = PopulationNode::try_matrix(rows, width, vec![0.0; rows * width])?;
        let gain = PopulationNode::try_new(1.0)?;
        let weights = PopulationNode::try_matrix(width, width, vec![0.0; width * width])?;
        let biases = PopulationNode::try_matrix(1, width, vec![0.0; width])?;
        let scaled = input.try_mul(&gain)?;
        let sums = scaled.try_matmul(&weights)?.try_add(&biases)?;
        let before = if design.normalised {
            normalised(&sums, rows)?
        } else {
            sums
        };
        let activated = match design.activation {
            Some(activation) => activation.of(&before)?,
            None => before.clone(),
        };
        let output = if design.residual {
            activated.try_add(&input)?
        } else {
            activated.clone()
        };
        let tape = Tape::record(&output)?;
        let slot = |node: &PopulationNode| tape.slot(node);
        Ok(Self {
            input: slot(&input)?,
            gain: slot(&gain)?,
            weights: slot(&weights)?,
            biases: slot(&biases)?,
            before: slot(&before)?,
            activated: slot(&activated)?,
            output: slot(&output)?,
            tape,
        })
    }

    /// Sets the gain of all layers that follow.
    pub(super) fn set_gain(&mut self, gain: f64) -> Result<(), Error> {
        Ok(self.tape.set(self.gain, &[gain])?)
    }

    /// Makes it the layer of these weights and biases with this input.
    pub(super) fn become_layer(
        &mut self,
        input: &[f64],
        weights: &[f64],
        biases: &[f64],
    ) -> Result<(), Error> {
        self.tape.set(self.input, input)?;
        self.tape.set(self.weights, weights)?;
        Ok(self.tape.set(self.biases, biases)?)
    }

    /// Its output.
    pub(super) fn output(&mut self) -> Result<&[f64], Error> {
        self.tape.forward();
        Ok(self.tape.value(self.output)?)
    }

    /// The slope of the activation at every unit.
    pub(super) fn slopes(&mut self) -> Result<&[f64], Error> {
        self.tape.backward(self.activated)?;
        Ok(self.tape.cotangent(self.before)?)
    }

    /// The gradient that its input receives when its output receives `gradient`.
    pub(super) fn pull_back(&mut self, gradient: &[f64]) -> Result<&[f64], Error> {
        self.tape.backward_with(self.output, gradient)?;
        Ok(self.tape.cotangent(self.input)?)
    }
}

/// Every row brought to mean 0 and variance 1 (layer normalisation; Ba, Kiros and Hinton, 2016).
fn normalised(sums: &PopulationNode, rows: usize) -> Result<PopulationNode, Error> {
    let mean = sums.try_mean_axis(1)?.try_reshape(rows, 1)?;
    let centred = sums.try_sub(&mean)?;
    let variance = centred.try_square()?.try_mean_axis(1)?;
    let least = PopulationNode::try_new(LEAST_VARIANCE)?;
    let deviation = variance.try_reshape(rows, 1)?.try_add(&least)?.try_sqrt()?;
    Ok(centred.try_div(&deviation)?)
}
