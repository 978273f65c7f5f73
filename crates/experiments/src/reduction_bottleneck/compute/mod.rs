//! What the experiment computes.

mod descent;
mod level;

pub(super) use descent::{SIZES, curvature, curvatures, losses};
pub(super) use level::{COLUMNS, area, grid, twin};

use popgrad::PopulationNode;

use super::parameters::{COUNT, MEMBERS, REDUCTION, SHARPNESS, SIZE, STEP, TANH, TWIN};
use crate::{Error, State};

/// From here on a tanh lets less than a tenth of a gradient through.
const SATURATED: f64 = 0.95;

/// What makes one number of a population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reduction {
    Sum,
    Mean,
    Max,
    Product,
    Norm,
    /// `(1/β) ln(mean of e^(βx))`: the mean as β goes to 0, the maximum as it grows.
    Smooth,
}

impl Reduction {
    /// In the order of the choice.
    const ALL: [Self; 6] = [
        Self::Sum,
        Self::Mean,
        Self::Max,
        Self::Product,
        Self::Norm,
        Self::Smooth,
    ];

    /// Its place in the choice.
    pub(super) fn place(self) -> usize {
        self as usize
    }
}

/// What the reader has set.
pub(super) struct Setting {
    pub(super) reduction: Reduction,
    /// Whether each member goes through tanh before the reduction.
    pub(super) squashed: bool,
    pub(super) sharpness: f64,
    pub(super) members: Vec<f64>,
    /// The first member of the second population, as far as there is one.
    pub(super) twin: f64,
    /// Members of the linear model.
    pub(super) size: usize,
    pub(super) step: f64,
}

impl Setting {
    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let ids = MEMBERS[..state.count(COUNT)?].iter();
        let members: Result<_, _> = ids.map(|id| state.get(id)).collect();
        Ok(Self {
            reduction: Reduction::ALL[state.count(REDUCTION)?],
            squashed: state.is_on(TANH)?,
            sharpness: state.get(SHARPNESS)?,
            members: members?,
            twin: state.get(TWIN)?,
            size: state.count(SIZE)?,
            step: state.get(STEP)?,
        })
    }

    /// The seed's reduction of a population: the sum of the members' tanh.
    pub(super) fn seed(members: &[f64]) -> Self {
        Self {
            reduction: Reduction::Sum,
            squashed: true,
            sharpness: 1.0,
            members: members.to_vec(),
            twin: 0.6,
            size: 8,
            step: 0.1,
        }
    }
}

/// A population, reduced, and the credit of its members: the gradient of the reduced value for each.
pub(super) struct Credit {
    /// What is reduced: the members or their tanh.
    pub(super) reduced_members: Vec<f64>,
    /// The reduced value.
    pub(super) value: f64,
    /// The gradient of what is reduced: before it passes tanh.
    pub(super) upstream: Vec<f64>,
    pub(super) gradients: Vec<f64>,
}

impl Credit {
    /// The sum of all gradients: the total sensitivity.
    pub(super) fn total(&self) -> f64 {
        self.gradients.iter().sum()
    }

    /// Whether a member that tanh holds near 1 or −1 gets a tenth or less of the largest credit.
    pub(super) fn starves_a_saturated_member(&self) -> bool {
        let most = self
            .gradients
            .iter()
            .fold(0.0_f64, |most, gradient| most.max(gradient.abs()));
        let members = self.reduced_members.iter().zip(&self.gradients);
        let mut saturated = members.filter(|(value, _)| value.abs() > SATURATED);
        saturated.any(|(_, gradient)| gradient.abs() <= 0.1 * most)
    }

    /// How many members share the credit: `(Σ|g|)²/Σg²`, not a number where nobody gets any.
    pub(super) fn shared_by(&self) -> f64 {
        let sizes: f64 = self.gradients.iter().map(|gradient| gradient.abs()).sum();
        let squares: f64 = self
            .gradients
            .iter()
            .map(|gradient| gradient * gradient)
            .sum();
        sizes * sizes / squares
    }
}

pub(super) fn credit(setting: &Setting, members: &[f64]) -> Result<Credit, Error> {
    let x = PopulationNode::try_new(members.to_vec())?;
    let y = if setting.squashed {
        x.try_tanh()?
    } else {
        x.clone()
    };
    let reduced = reduce(setting, &y)?;
    reduced.try_backprop()?;
    Ok(Credit {
        reduced_members: y.value(),
        value: reduced.value()[0],
        upstream: y.grad(),
        gradients: x.grad(),
    })
}

fn reduce(setting: &Setting, y: &PopulationNode) -> Result<PopulationNode, Error> {
    Ok(match setting.reduction {
        Reduction::Sum => y.try_sum()?,
        Reduction::Mean => y.try_mean()?,
        Reduction::Max => y.try_max()?,
        Reduction::Product => y.try_prod()?,
        Reduction::Norm => y.try_norm()?,
        Reduction::Smooth => {
            let sharpness = PopulationNode::try_new(setting.sharpness)?;
            let total = sharpness.try_mul(y)?.try_logsumexp()?;
            smooth(&total, &sharpness, y.len())?
        }
    })
}

/// The reduced values of many populations at once, given member after member.
fn reduce_each(setting: &Setting, populations: Vec<f64>) -> Result<Vec<f64>, Error> {
    let count = setting.members.len();
    let x = PopulationNode::try_matrix(populations.len() / count, count, populations)?;
    let y = if setting.squashed { x.try_tanh()? } else { x };
    let reduced = match setting.reduction {
        Reduction::Sum => y.try_sum_axis(1)?,
        Reduction::Mean => y.try_mean_axis(1)?,
        Reduction::Max => y.try_max_axis(1)?,
        Reduction::Product => y.try_prod_axis(1)?,
        Reduction::Norm => y.try_norm_axis(1)?,
        Reduction::Smooth => {
            let sharpness = PopulationNode::try_new(setting.sharpness)?;
            let totals = sharpness.try_mul(&y)?.try_logsumexp_axis(1)?;
            smooth(&totals, &sharpness, count)?
        }
    };
    Ok(reduced.value())
}

/// From `ln Σ e^(βx)` to `(1/β) ln(mean of e^(βx))`.
fn smooth(
    total: &PopulationNode,
    sharpness: &PopulationNode,
    count: usize,
) -> Result<PopulationNode, Error> {
    let count = PopulationNode::try_new(libm::log(count as f64))?;
    Ok(total.try_sub(&count)?.try_div(sharpness)?)
}
