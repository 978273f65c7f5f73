//! Seeded random numbers, the same on every platform.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// A stream of random numbers that its seed decides: the PCG32 generator (O'Neill, PCG, 2014), with normals made over
/// `libm`. The numbers of a seed never change from version to version.
///
/// ```
/// use popgrad::Random;
/// let mut random = Random::new(7);
/// let (a, b) = (random.uniform(), random.normal());
/// let mut again = Random::new(7);
/// assert_eq!((a, b), (again.uniform(), again.normal()));
/// ```
#[derive(Clone, Debug)]
pub struct Random {
    generator: Pcg32,
    /// Normals are made in pairs; this is the second, kept for the next call.
    kept: Option<f64>,
}

impl Random {
    /// The stream of this seed.
    #[must_use]
    pub fn new(seed: u64) -> Random {
        Self::with_stream(seed, 0)
    }

    /// One of many streams of the same seed, each independent of the others: say, one per run.
    #[must_use]
    pub fn with_stream(seed: u64, stream: u64) -> Random {
        Random {
            generator: Pcg32::new(seed, stream),
            kept: None,
        }
    }

    /// 64 random bits.
    #[must_use]
    pub fn bits(&mut self) -> u64 {
        self.generator.next_u64()
    }

    /// A number from 0 to below 1, in steps of 2⁻⁵³.
    #[must_use]
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number of the standard normal distribution, by the method of Box and Muller (1958).
    #[must_use]
    pub fn normal(&mut self) -> f64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        // 1 - u is never 0, so the logarithm is finite.
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        let angle = 2.0 * std::f64::consts::PI * self.uniform();
        self.kept = Some(radius * libm::sin(angle));
        radius * libm::cos(angle)
    }

    /// So many numbers of the standard normal distribution.
    #[must_use]
    pub fn normals(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.normal()).collect()
    }
}
