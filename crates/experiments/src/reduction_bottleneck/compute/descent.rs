//! What a reduction does to learning: `L = ½(reduction of w·x − 1)²` with one weight shared by all
//! members, which are all 1.

use std::sync::OnceLock;

use popgrad::{PopulationNode, Slot, Tape};

use super::Reduction;
use crate::Error;

/// Numbers of members for which the curvature is measured.
pub(in super::super) const SIZES: [usize; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/// The curvature of the loss of a sum and of a mean: the second derivative for the weight, by an
/// exact Hessian-vector product.
pub(in super::super) fn curvature(size: usize) -> Result<[f64; 2], Error> {
    let curvature = |reduction| {
        let mut model = Model::record(size, reduction)?;
        let mut hessian = model.tape.hessian(model.loss, &[model.weight])?;
        let mut product = [0.0];
        hessian.multiply(&mut model.tape, &[1.0], &mut product)?;
        Ok::<_, Error>(product[0])
    };
    Ok([curvature(Reduction::Sum)?, curvature(Reduction::Mean)?])
}

/// The curvatures for all [`SIZES`]. No parameter moves them: they are computed once.
pub(in super::super) fn curvatures() -> Result<&'static [[f64; 2]], Error> {
    static ALL: OnceLock<Vec<[f64; 2]>> = OnceLock::new();
    if let Some(all) = ALL.get() {
        return Ok(all);
    }
    let computed: Result<_, _> = SIZES.into_iter().map(curvature).collect();
    let computed = computed?;
    Ok(ALL.get_or_init(|| computed))
}

/// The loss before each of so many steps of gradient descent from `w = 0`, with a sum and with a mean.
pub(in super::super) fn losses(
    size: usize,
    step: f64,
    steps: usize,
) -> Result<[Vec<f64>; 2], Error> {
    let losses = |reduction| {
        let mut model = Model::record(size, reduction)?;
        let descent = model.tape.descent(model.loss, &[(model.weight, step)])?;
        let mut losses = vec![0.0; steps];
        descent.run_recording(&mut model.tape, &mut losses)?;
        Ok::<_, Error>(losses)
    };
    Ok([losses(Reduction::Sum)?, losses(Reduction::Mean)?])
}

struct Model {
    tape: Tape,
    weight: Slot,
    loss: Slot,
}

impl Model {
    fn record(size: usize, reduction: Reduction) -> Result<Self, Error> {
        let weight = PopulationNode::try_new(0.0)?;
        let x = PopulationNode::try_new(vec![1.0; size])?;
        let outputs = weight.try_mul(&x)?;
        let output = match reduction {
            Reduction::Mean => outputs.try_mean()?,
            _ => outputs.try_sum()?,
        };
        let error = output.try_sub(&PopulationNode::try_new(1.0)?)?;
        let half = PopulationNode::try_new(0.5)?;
        let loss = half.try_mul(&error.try_mul(&error)?)?;
        let tape = Tape::record(&loss)?;
        Ok(Self {
            weight: tape.slot(&weight)?,
            loss: tape.slot(&loss)?,
            tape,
        })
    }
}
