//! The losses, as graphs.

use popgrad::PopulationNode;

use crate::Error;

/// What is made small.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Loss {
    /// A loss of two weights.
    Surface(Surface),
    /// The XOR net with two hidden units and nine weights: half of the sum of its squared errors.
    Xor {
        /// Seed of the weights at the start.
        seed: u64,
    },
}

/// A loss of two weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Surface {
    /// (uv − y)²/2: a net of two weights.
    Product { target: f64 },
    /// (x² + κy²)/2.
    Quadratic { condition: f64 },
    /// ((1 − x)² + 5(y − x²)²)/20.
    Rosenbrock,
}

impl Loss {
    /// Whether it is the loss of a net, whose runs take a while.
    pub(super) fn is_net(self) -> bool {
        matches!(self, Self::Xor { .. })
    }
}

impl Surface {
    /// The loss of two populations, member by member.
    pub(super) fn of(
        self,
        x: &PopulationNode,
        y: &PopulationNode,
    ) -> Result<PopulationNode, Error> {
        let number = |value: f64| PopulationNode::try_new(value);
        let (sum, factor) = match self {
            Self::Product { target } => {
                let error = x.try_mul(y)?.try_sub(&number(target)?)?;
                (error.try_square()?, 0.5)
            }
            Self::Quadratic { condition } => {
                let steep = y.try_square()?.try_mul(&number(condition)?)?;
                (x.try_square()?.try_add(&steep)?, 0.5)
            }
            Self::Rosenbrock => {
                let away = number(1.0)?.try_sub(x)?.try_square()?;
                let valley = y.try_sub(&x.try_square()?)?.try_square()?;
                let valley = valley.try_mul(&number(5.0)?)?;
                (away.try_add(&valley)?, 0.05)
            }
        };
        Ok(sum.try_mul(&number(factor)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rosenbrocks_valley_is_as_steep_and_as_high_as_the_page_says() {
        let at = |x: f64, y: f64| {
            let [x, y] = [x, y].map(PopulationNode::new);
            Surface::Rosenbrock.of(&x, &y).unwrap().value()[0]
        };
        // (1 − x)² and 5 (y − x²)², a twentieth of each.
        assert_eq!(at(0.0, 0.0), 1.0 / 20.0);
        assert_eq!(at(1.0, 2.0), 5.0 / 20.0);
        assert_eq!(at(1.0, 1.0), 0.0);
    }
}
