//! The hyperbolic tangent, with the same digits on every platform.
//!
//! The formulas are those of fdlibm (`s_tanh.c`, and `s_expm1.c` as `libm::expm1` has it): through `expm1(-2|x|)` below
//! 1, through `expm1(2|x|)` from 1 on. Here they are written without branches, so that several members go at once, and
//! in short passes over a block, so that the divisions of neighbours overlap. The bits are those of the plain form; a
//! test compares them.

/// Members per block: enough to fill the machine, few enough to stay in its nearest memory.
const BLOCK: usize = 128;
/// Members per block in what remains, and in nodes too small for a whole one.
const SMALL_BLOCK: usize = 16;

/// From here on nothing is nearer to tanh(x) than 1.
const SATURATED: f64 = 22.0;

/// Up to here, by the high word of 2|x|, expm1 needs no reduction: about ln(2)/2.
const UNREDUCED: f64 = f64::from_bits(0x3fd6_2e43_0000_0000);
/// Up to here, by the high word of 2|x|, it takes away ln(2) once: about 3 ln(2)/2.
const REDUCED_ONCE: f64 = f64::from_bits(0x3ff0_a2b2_0000_0000);

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const LN2_INVERSE: f64 = std::f64::consts::LOG2_E;

/// Adding it to a number below 2^51 rounds that to a whole one, which then stands in the low bits.
const ROUNDER: f64 = 4_503_599_627_370_496.0;
const EXPONENT_BIAS: f64 = 1023.0;
/// The bits of u and of 1/u add up to this, for a power of two u.
const INVERSE_POWER: u64 = 2046 << 52;

const Q1: f64 = -3.333_333_333_333_313e-2;
const Q2: f64 = 1.587_301_587_254_814_6e-3;
const Q3: f64 = -7.936_507_578_674_88e-5;
const Q4: f64 = 4.008_217_827_329_362e-6;
const Q5: f64 = -2.010_992_181_836_243_7e-7;

/// tanh of one number.
pub(crate) fn tanh(x: f64) -> f64 {
    let mut y = [0.0];
    tanh_block(&[x], &mut y);
    y[0]
}

/// tanh of every member.
#[inline]
pub(crate) fn tanh_all(x: &[f64], y: &mut [f64]) {
    let (x_blocks, x) = x.as_chunks::<BLOCK>();
    let (y_blocks, y) = y.as_chunks_mut::<BLOCK>();
    for (x, y) in x_blocks.iter().zip(y_blocks) {
        tanh_block(x, y);
    }
    for (x, y) in x.chunks(SMALL_BLOCK).zip(y.chunks_mut(SMALL_BLOCK)) {
        tanh_small_block(x, y);
    }
}

#[inline(always)]
fn tanh_block<const N: usize>(x: &[f64; N], y: &mut [f64; N]) {
    passes(x, y, [[0.0; N]; 2]);
}

/// At most [`SMALL_BLOCK`] members. That their number is not known makes the compiler take several at once, instead of
/// writing every pass out one by one.
#[inline(never)]
fn tanh_small_block(x: &[f64], y: &mut [f64]) {
    passes(x, y, [[0.0; SMALL_BLOCK]; 2]);
}

#[inline(always)]
fn passes<const N: usize>(x: &[f64], y: &mut [f64], mut room: [[f64; N]; 2]) {
    let length = x.len();
    let [remainder, power] = &mut room;
    let (remainder, power) = (&mut remainder[..length], &mut power[..length]);
    let y = &mut y[..length];
    for i in 0..length {
        (remainder[i], y[i], power[i]) = reduce(x[i]);
    }
    for i in 0..length {
        y[i] = rational(remainder[i], y[i]);
    }
    for i in 0..length {
        y[i] = expm1(remainder[i], y[i], power[i]);
    }
    for i in 0..length {
        y[i] = quotient(x[i], y[i], power[i]);
    }
}

/// Writes ±2|x| as `k ln(2) + remainder + correction` with a whole k. Gives both and 2^k, which is at most 1 where |x| < 1.
#[inline(always)]
fn reduce(x: f64) -> (f64, f64, f64) {
    let size = x.abs();
    let size = if size < SATURATED { size } else { SATURATED };
    let sign = if size < 1.0 { -1.0 } else { 1.0 };
    let twice = size + size;
    let k = floor(LN2_INVERSE * twice + 0.5);
    let k = if twice < REDUCED_ONCE { 1.0 } else { k };
    let k = if twice < UNREDUCED { 0.0 } else { k };
    let high = twice - k * LN2_HIGH;
    let low = k * LN2_LOW;
    let remainder = high - low;
    let correction = (high - remainder) - low;
    let exponent = sign * k + (ROUNDER + EXPONENT_BIAS);
    (
        sign * remainder,
        sign * correction,
        f64::from_bits(exponent.to_bits() << 52),
    )
}

/// The whole part of a number between 0 and 2^51.
#[inline(always)]
fn floor(x: f64) -> f64 {
    let rounded = (x + ROUNDER) - ROUNDER;
    if rounded > x { rounded - 1.0 } else { rounded }
}

/// fdlibm's rational approximation: `remainder - result` is `expm1(remainder + correction)`.
#[inline(always)]
fn rational(remainder: f64, correction: f64) -> f64 {
    let half = 0.5 * remainder;
    let square = remainder * half;
    let r1 = 1.0 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
    let t = 3.0 - r1 * half;
    let e = square * ((r1 - t) / (6.0 - remainder * t));
    (remainder * (e - correction) - correction) - square
}

/// expm1 from its pieces; only the cases that tanh comes to. (2^k above 2^56 has a case of its own in fdlibm; tanh is 1
/// there either way.)
#[inline(always)]
fn expm1(remainder: f64, e: f64, power: f64) -> f64 {
    let inverse = f64::from_bits(INVERSE_POWER.wrapping_sub(power.to_bits()));
    let part = remainder - e;
    let shrunk = (part + 1.0) * power - 1.0;
    let shrunk = if power == 0.5 {
        0.5 * part - 0.5
    } else {
        shrunk
    };
    let shrunk = if power == 1.0 { part } else { shrunk };
    let grown = (part + (1.0 - inverse)) * power;
    let far = (remainder - (e + inverse) + 1.0) * power;
    let grown = if power < 1_048_576.0 { grown } else { far };
    if power <= 1.0 { shrunk } else { grown }
}

/// tanh(x) from t = expm1(±2|x|).
#[inline(always)]
fn quotient(x: f64, t: f64, power: f64) -> f64 {
    let is_small = power <= 1.0;
    let numerator = if is_small { -t } else { 2.0 };
    let quotient = numerator / (t + 2.0);
    let size = if is_small { quotient } else { 1.0 - quotient };
    let signed = f64::from_bits(size.to_bits() | (x.to_bits() & (1 << 63)));
    if x.is_nan() { f64::NAN } else { signed }
}

#[cfg(test)]
mod tests {
    use super::{tanh, tanh_all};

    /// The plain form, branch by branch, over libm.
    fn plain(x: f64) -> f64 {
        let size = x.abs();
        let y = if size.is_nan() {
            return f64::NAN;
        } else if size >= 22.0 {
            1.0
        } else if size >= 1.0 {
            1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
        } else {
            let t = libm::expm1(-2.0 * size);
            -t / (t + 2.0)
        };
        y.copysign(x)
    }

    #[track_caller]
    fn assert_same_bits(inputs: &[f64]) {
        let mut outputs = vec![0.0; inputs.len()];
        tanh_all(inputs, &mut outputs);
        for (x, y) in inputs.iter().zip(outputs) {
            let expected = plain(*x).to_bits();
            assert_eq!(y.to_bits(), expected, "tanh_all({x:e}) = {y:e}");
            assert_eq!(tanh(*x).to_bits(), expected, "tanh({x:e})");
        }
    }

    /// The number and its neighbours, so many on each side, with both signs.
    fn around(x: f64, neighbours: u64) -> impl Iterator<Item = f64> {
        let bits = x.to_bits();
        let near = bits.saturating_sub(neighbours)..=bits + neighbours;
        near.map(f64::from_bits).flat_map(|x| [x, -x])
    }

    #[test]
    fn edges_have_the_bits_of_the_plain_form() {
        let least = f64::from_bits(1);
        let far = [
            f64::MAX,
            f64::INFINITY,
            f64::NAN,
            -f64::NAN,
            f64::NEG_INFINITY,
        ];
        let small = [0.0, least, f64::MIN_POSITIVE, 2f64 * 1e-300];
        let edges = [
            2f64 / 536_870_912.0,
            22.0,
            1.0,
            0.5,
            1e-17,
            0.25 * super::LN2_HIGH,
        ];
        let mut inputs = far.to_vec();
        inputs.extend(small.into_iter().chain(edges).flat_map(|x| around(x, 2000)));
        assert_same_bits(&inputs);
        assert_eq!(tanh(-0.0).to_bits(), (-0.0f64).to_bits());
        assert_eq!(tanh(f64::NEG_INFINITY), -1.0);
        assert_eq!(tanh(least), least);
        assert_eq!(tanh(-f64::NAN).to_bits(), f64::NAN.to_bits());
    }

    #[test]
    fn multiples_of_half_ln2_have_the_bits_of_the_plain_form() {
        for k in 1..=140 {
            // tanh reduces 2|x| by multiples of ln(2) and changes over half way between.
            let multiple = f64::from(k) * std::f64::consts::LN_2 / 4.0;
            assert_same_bits(&around(multiple, 1500).collect::<Vec<_>>());
        }
    }

    #[test]
    fn high_word_thresholds_have_the_bits_of_the_plain_form() {
        for threshold in [super::UNREDUCED, super::REDUCED_ONCE] {
            assert_same_bits(&around(threshold / 2.0, 5000).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_sweep_has_the_bits_of_the_plain_form() {
        let steps = 400_003;
        let inputs: Vec<f64> = (0..steps)
            .map(|i| f64::from(i) / f64::from(steps) * 23.0)
            .collect();
        assert_same_bits(&inputs);
        let small: Vec<f64> = inputs.iter().map(|x| x / 20.0 - 0.5).collect();
        assert_same_bits(&small);
    }
}
