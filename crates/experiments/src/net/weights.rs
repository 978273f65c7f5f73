//! The weights of the net.

use popgrad::Random;

/// The weights of the net. As one row of numbers they stand in the order of the fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    /// From the two inputs to the units, 2 × H, row by row.
    pub(crate) w1: Vec<f64>,
    /// The biases of the units.
    pub(crate) b1: Vec<f64>,
    /// From the units to the output.
    pub(crate) w2: Vec<f64>,
    /// The bias of the output.
    pub(crate) b2: f64,
}

impl Weights {
    /// Weights drawn one after the other from the normal distribution with variance gain² / fan-in;
    /// biases 0.
    pub(crate) fn random(hidden: usize, gain: f64, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut draw = |count: usize, fan_in: usize| -> Vec<f64> {
            let scale = gain / libm::sqrt(fan_in as f64);
            let normals = random.normals(count).into_iter();
            normals.map(|normal| scale * normal).collect()
        };
        Self {
            w1: draw(2 * hidden, 2),
            b1: vec![0.0; hidden],
            w2: draw(hidden, hidden),
            b2: 0.0,
        }
    }

    /// Weights from one row of 4 H + 1 numbers.
    pub(crate) fn from_row(row: &[f64]) -> Self {
        let hidden = row.len() / 4;
        let (w1, rest) = row.split_at(2 * hidden);
        let (b1, rest) = rest.split_at(hidden);
        let (w2, rest) = rest.split_at(hidden);
        Self {
            w1: w1.to_vec(),
            b1: b1.to_vec(),
            w2: w2.to_vec(),
            b2: rest.first().copied().unwrap_or(0.0),
        }
    }

    /// All of them as one row of 4 H + 1 numbers.
    pub(crate) fn row(&self) -> Vec<f64> {
        [&self.w1[..], &self.b1, &self.w2, &[self.b2]].concat()
    }

    /// The number of units.
    pub(crate) fn hidden(&self) -> usize {
        self.b1.len()
    }

    /// A unit: its two weights, its bias, and its weight to the output.
    pub(crate) fn unit(&self, unit: usize) -> [f64; 4] {
        let hidden = self.hidden();
        [
            self.w1[unit],
            self.w1[hidden + unit],
            self.b1[unit],
            self.w2[unit],
        ]
    }
}
