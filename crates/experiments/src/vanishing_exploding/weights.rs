//! Drawing the weights of a net.

use std::cell::RefCell;

use popgrad::Random;

use super::setting::{Initialisation, Setting};

/// At most so many weights are kept for the next call.
const KEPT: usize = 1 << 19;

/// What is drawn for a net, apart from its gain: the same weights serve every gain, and a deeper net begins
/// with the layers of a shallower one.
pub(super) struct Drawn {
    key: Key,
    random: Random,
    /// The input: normal numbers, scaled to the mean square 1.
    pub(super) input: Vec<f64>,
    /// The gradient that the last layer receives: a random direction of norm 1.
    pub(super) start: Vec<f64>,
    layers: Vec<DrawnLayer>,
}

/// What is drawn for one layer.
pub(super) struct DrawnLayer {
    /// A matrix of `width` rows, one for each input, whose members have the variance 1/width.
    pub(super) weights: Vec<f64>,
    /// Biases of variance 1.
    pub(super) biases: Vec<f64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    width: usize,
    shape: Shape,
    seed: u64,
    run: u64,
}

/// The distribution of weights, whatever their gain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Normal,
    Uniform,
    Orthogonal,
}

/// Hands what is drawn for one of many runs of a setting to `use_of`. The last draw of a thread is kept: while the
/// reader moves the gain, nothing is drawn anew.
pub(super) fn with_drawn<T>(setting: &Setting, run: u64, use_of: impl FnOnce(&Drawn) -> T) -> T {
    thread_local! {
        static LAST: RefCell<Option<Drawn>> = const { RefCell::new(None) };
    }
    let key = Key {
        width: setting.width,
        shape: shape(setting.initialisation),
        seed: setting.seed,
        run,
    };
    let kept = LAST.take().filter(|drawn| drawn.key == key);
    let mut drawn = kept.unwrap_or_else(|| Drawn::new(key));
    drawn.extend(setting.depth);
    let result = use_of(&drawn);
    if drawn.layers.len() * key.width * key.width <= KEPT {
        LAST.set(Some(drawn));
    }
    result
}

impl Drawn {
    fn new(key: Key) -> Self {
        let mut random = Random::with_stream(key.seed, key.run);
        let (input, start) = (random.normals(key.width), random.normals(key.width));
        let size = libm::sqrt(key.width as f64);
        Self {
            key,
            random,
            input: of_norm(size, input),
            start: of_norm(1.0, start),
            layers: Vec::new(),
        }
    }

    /// The first layers, as many as there are to be.
    pub(super) fn layers(&self, depth: usize) -> &[DrawnLayer] {
        &self.layers[..depth]
    }

    fn extend(&mut self, depth: usize) {
        while self.layers.len() < depth {
            let width = self.key.width;
            let biases = self.random.normals(width);
            let weights = match self.key.shape {
                Shape::Normal => normal(&mut self.random, width),
                Shape::Uniform => uniform(&mut self.random, width),
                Shape::Orthogonal => orthogonal(&mut self.random, width),
            };
            self.layers.push(DrawnLayer { weights, biases });
        }
    }
}

fn shape(initialisation: Initialisation) -> Shape {
    match initialisation {
        Initialisation::Uniform => Shape::Uniform,
        Initialisation::Orthogonal => Shape::Orthogonal,
        Initialisation::Normal
        | Initialisation::LeCun
        | Initialisation::He
        | Initialisation::PyTorch => Shape::Normal,
    }
}

fn normal(random: &mut Random, width: usize) -> Vec<f64> {
    let scale = 1.0 / libm::sqrt(width as f64);
    (0..width * width)
        .map(|_| scale * random.normal())
        .collect()
}

fn uniform(random: &mut Random, width: usize) -> Vec<f64> {
    let scale = libm::sqrt(12.0 / width as f64);
    let members = 0..width * width;
    members.map(|_| scale * (random.uniform() - 0.5)).collect()
}

/// An orthogonal matrix, each as likely as the others: normal rows made orthogonal one after the other
/// (Gram and Schmidt). Its members have the variance 1/width by themselves.
fn orthogonal(random: &mut Random, width: usize) -> Vec<f64> {
    let mut members = random.normals(width * width);
    for row in 0..width {
        let (done, rest) = members.split_at_mut(row * width);
        let present = &mut rest[..width];
        for earlier in done.chunks_exact(width) {
            let part = dot(earlier, present);
            for (member, along) in present.iter_mut().zip(earlier) {
                *member -= part * along;
            }
        }
        let length = libm::sqrt(dot(present, present));
        for member in present {
            *member /= length;
        }
    }
    members
}

fn of_norm(norm: f64, mut vector: Vec<f64>) -> Vec<f64> {
    let scale = norm / libm::sqrt(dot(&vector, &vector));
    for member in &mut vector {
        *member *= scale;
    }
    vector
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    let products = one.iter().zip(other).map(|(a, b)| a * b);
    products.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orthogonal_matrices_keep_every_length() {
        for width in [1, 2, 5, 64] {
            let matrix = orthogonal(&mut Random::new(3), width);
            let rows: Vec<_> = matrix.chunks_exact(width).collect();
            for (index, row) in rows.iter().enumerate() {
                for (other, second) in rows.iter().enumerate() {
                    let expected = if index == other { 1.0 } else { 0.0 };
                    let found = dot(row, second);
                    assert!((found - expected).abs() < 1e-12, "{width}: {found}");
                }
            }
        }
    }

    #[test]
    fn every_distribution_has_the_variance_of_its_gain() {
        let width = 100;
        for draw in [normal, uniform, orthogonal] {
            let weights = draw(&mut Random::new(5), width);
            let variance = dot(&weights, &weights) / weights.len() as f64;
            assert!((variance * width as f64 - 1.0).abs() < 0.05, "{variance}");
        }
        let most = uniform(&mut Random::new(5), width)
            .iter()
            .fold(0.0_f64, |most, weight| most.max(weight.abs()));
        let gain = Initialisation::Uniform.gain(width).unwrap();
        assert!((0.49..=0.5).contains(&(most * gain)), "{most}");
    }
}
