//! A loss on a tape: its gradient, the gradient of its modified loss, and descent.

use popgrad::{Hessian, PopulationNode, Slot, Tape};

use super::Loss;
use crate::net::{Design, Weights, recorded};
use crate::{Error, ode};

/// Both flows are followed to nine digits; one that takes more steps is too stiff to be drawn while a
/// slider moves.
const TOLERANCE: ode::Tolerance = ode::Tolerance {
    relative: 1e-9,
    absolute: 1e-11,
    steps: 600,
};

/// A loss on a tape, with all its weights as one row of numbers.
pub(in super::super) struct Model {
    tape: Tape,
    loss: Slot,
    leaves: Vec<Slot>,
    hessian: Hessian,
}

/// Descent, step by step, up to the first step that leaves the numbers.
pub(in super::super) struct Descent {
    /// The weights before the first step and after each.
    pub(in super::super) places: Vec<Vec<f64>>,
    /// What the step did that left the numbers.
    pub(in super::super) lost: Option<Lost>,
}

/// A step that leaves the numbers: which weight, and what it was made of.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Lost {
    pub(in super::super) step: usize,
    pub(in super::super) value: f64,
    pub(in super::super) gradient: f64,
}

impl Model {
    /// Records the loss.
    pub(in super::super) fn new(loss: Loss) -> Result<Self, Error> {
        match loss {
            Loss::Xor { seed } => {
                let weights = Weights::random(2, 1.0, seed);
                let (mean, leaves) = recorded(Design::with_hidden(2), &weights)?;
                // Four points: half of the sum is twice the mean.
                let half = mean.try_mul(&PopulationNode::try_new(2.0)?)?;
                Self::record(&half, &leaves)
            }
            Loss::Surface(surface) => {
                let leaves = [PopulationNode::try_new(0.0)?, PopulationNode::try_new(0.0)?];
                Self::record(&surface.of(&leaves[0], &leaves[1])?, &leaves)
            }
        }
    }

    fn record(loss: &PopulationNode, leaves: &[PopulationNode]) -> Result<Self, Error> {
        let tape = Tape::record(loss)?;
        let slots: Result<Vec<_>, _> = leaves.iter().map(|leaf| tape.slot(leaf)).collect();
        let (loss, leaves) = (tape.slot(loss)?, slots?);
        let hessian = tape.hessian(loss, &leaves)?;
        Ok(Self {
            tape,
            loss,
            leaves,
            hessian,
        })
    }

    /// The loss at a place.
    pub(in super::super) fn loss(&mut self, place: &[f64]) -> Result<f64, Error> {
        self.set(place)?;
        self.tape.forward();
        Ok(self.tape.value(self.loss)?[0])
    }

    /// Writes the gradient at a place.
    pub(in super::super) fn gradient(
        &mut self,
        place: &[f64],
        gradient: &mut [f64],
    ) -> Result<(), Error> {
        self.set(place)?;
        self.tape.forward();
        self.tape.backward(self.loss)?;
        let mut rest = gradient;
        for leaf in &self.leaves {
            let members = self.tape.cotangent(*leaf)?;
            let (part, others) = rest.split_at_mut(members.len());
            part.copy_from_slice(members);
            rest = others;
        }
        Ok(())
    }

    /// The Hessian at the place that was set last, times a vector.
    pub(in super::super) fn hessian_product(&mut self, vector: &[f64]) -> Result<Vec<f64>, Error> {
        let mut product = vec![0.0; vector.len()];
        self.hessian
            .multiply(&mut self.tape, vector, &mut product)?;
        Ok(product)
    }

    /// The flow dx/dt = −∇L.
    pub(in super::super) fn flow(
        &mut self,
        start: &[f64],
        end: f64,
    ) -> Result<ode::Trajectory, Error> {
        let field = |_: f64, place: &[f64], slope: &mut [f64]| {
            self.gradient(place, slope)?;
            slope.iter_mut().for_each(|member| *member = -*member);
            Ok(())
        };
        ode::solve(field, start, end, TOLERANCE)
    }

    /// The flow of L + (η/4)‖∇L‖², whose gradient is ∇L + (η/2) H∇L with an exact Hessian product.
    pub(in super::super) fn modified_flow(
        &mut self,
        start: &[f64],
        eta: f64,
        end: f64,
    ) -> Result<ode::Trajectory, Error> {
        let field = |_: f64, place: &[f64], slope: &mut [f64]| {
            self.gradient(place, slope)?;
            let bent = self.hessian_product(slope)?;
            for (member, bent) in slope.iter_mut().zip(bent) {
                *member = -(*member + eta / 2.0 * bent);
            }
            Ok(())
        };
        ode::solve(field, start, end, TOLERANCE)
    }

    /// So many steps of gradient descent.
    pub(in super::super) fn descent(
        &mut self,
        start: &[f64],
        eta: f64,
        steps: usize,
    ) -> Result<Descent, Error> {
        let moving: Vec<_> = self.leaves.iter().map(|leaf| (*leaf, eta)).collect();
        let descent = self.tape.descent(self.loss, &moving)?;
        self.set(start)?;
        let mut places = vec![start.to_vec()];
        for step in 1..=steps {
            descent.run(&mut self.tape, 1)?;
            let place = self.place()?;
            let broken = place.iter().position(|member| !member.is_finite());
            if let Some(member) = broken {
                let before = places[step - 1].clone();
                let mut gradient = vec![0.0; before.len()];
                self.gradient(&before, &mut gradient)?;
                let lost = Some(Lost {
                    step,
                    value: before[member],
                    gradient: gradient[member],
                });
                return Ok(Descent { places, lost });
            }
            places.push(place);
        }
        Ok(Descent { places, lost: None })
    }

    fn set(&mut self, place: &[f64]) -> Result<(), Error> {
        let mut rest = place;
        for leaf in &self.leaves {
            let members = self.tape.value_mut(*leaf)?;
            let (part, others) = rest.split_at(members.len());
            members.copy_from_slice(part);
            rest = others;
        }
        Ok(())
    }

    fn place(&self) -> Result<Vec<f64>, Error> {
        let mut place = Vec::new();
        for leaf in &self.leaves {
            place.extend_from_slice(self.tape.value(*leaf)?);
        }
        Ok(place)
    }
}
