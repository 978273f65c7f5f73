//! What the net computes, apart from its weights.

/// The four inputs of XOR, row by row.
pub(crate) const POINTS: [f64; 8] = [-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0];

/// The class of each of the four points: whether the two inputs differ.
const DIFFER: [bool; 4] = [false, true, true, false];

/// What the net computes, apart from its weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Design {
    /// Hidden units.
    pub(crate) hidden: usize,
    /// Whether the hidden units have a tanh; without it the net is linear.
    pub(crate) tanh_hidden: bool,
    /// Whether the output has a tanh.
    pub(crate) tanh_output: bool,
    /// How the two classes are written.
    pub(crate) targets: Targets,
    /// What is made small.
    pub(crate) loss: Loss,
}

/// How the two classes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Targets {
    /// −1 for equal inputs, 1 for different ones.
    Signed,
    /// 0 for equal inputs, 1 for different ones.
    ZeroOne,
}

/// What is made small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// The mean of (output − target)².
    Squared,
    /// The mean of ln(1 + exp(∓output)): the output is the logarithm of the odds.
    Logistic,
}

impl Targets {
    /// The targets of the four points.
    pub(crate) fn values(self) -> [f64; 4] {
        let low = match self {
            Self::Signed => -1.0,
            Self::ZeroOne => 0.0,
        };
        DIFFER.map(|differ| if differ { 1.0 } else { low })
    }
}

impl Design {
    /// 2-H-1 with tanh units, linear output, targets ±1 and squared error.
    pub(crate) fn with_hidden(hidden: usize) -> Self {
        Self {
            hidden,
            tanh_hidden: true,
            tanh_output: false,
            targets: Targets::Signed,
            loss: Loss::Squared,
        }
    }

    /// How many numbers its weights are.
    pub(crate) fn size(self) -> usize {
        4 * self.hidden + 1
    }

    /// The output on the border between the two classes.
    pub(crate) fn middle(self) -> f64 {
        match (self.loss, self.targets) {
            (Loss::Squared, Targets::ZeroOne) => 0.5,
            _ => 0.0,
        }
    }
}
