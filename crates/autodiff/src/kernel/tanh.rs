//! The hyperbolic tangent, with the same digits on every platform.
//!
//! The formulas are those of fdlibm (`s_tanh.c`, and `s_expm1.c` as `libm::expm1` has it): through `expm1(-2|x|)` below
//! 1, through `expm1(2|x|)` from 1 on. Here they are written without branches, so that several members go at once, and
//! in short passes over a block, so that the divisions of neighbours overlap. The bits are those of the plain form; a
//! test compares them.

/// Members per block: enough to fill the machine, few enough for small nodes to have whole blocks too.
const BLOCK: usize = 16;

/// From here on nothing is nearer to tanh(x) than 1.
const SATURATED: f64 = 22.0;

/// Up to here, by the high word of 2|x|, expm1 needs no reduction: about ln(2)/2.
const UNREDUCED: f64 = f64::from_bits(0x3fd6_2e43_0000_0000);

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const LN2_INVERSE: f64 = std::f64::consts::LOG2_E;

/// Adding it to a number below 2^51 rounds that to a whole one, which then stands in the low bits.
const ROUNDER: f64 = 4_503_599_627_370_496.0;
const EXPONENT_BIAS: f64 = 1023.0;
/// The bits of u and of 1/u add up to this, for a power of two u.
const INVERSE_POWER: u64 = 2046 << 52;
const SIGN: u64 = 1 << 63;

const Q1: f64 = -3.333_333_333_333_313e-2;
const Q2: f64 = 1.587_301_587_254_814_6e-3;
const Q3: f64 = -7.936_507_578_674_88e-5;
const Q4: f64 = 4.008_217_827_329_362e-6;
const Q5: f64 = -2.010_992_181_836_243_7e-7;

/// tanh of one number.
pub(crate) fn tanh(x: f64) -> f64 {
    let mut y = [0.0];
    one_by_one(&[x], &mut y);
    y[0]
}

/// tanh of every member. A NaN stays one.
#[inline(never)]
pub(crate) fn tanh_all(x: &[f64], y: &mut [f64]) {
    let (x_blocks, x_rest) = x.as_chunks::<BLOCK>();
    let (y_blocks, y_rest) = y.as_chunks_mut::<BLOCK>();
    for (x, y) in x_blocks.iter().zip(y_blocks) {
        in_passes(x, y);
    }
    one_by_one(x_rest, y_rest);
}

#[inline(always)]
fn in_passes(x: &[f64; BLOCK], y: &mut [f64; BLOCK]) {
    let (mut remainder, mut k) = ([0.0; BLOCK], [0.0; BLOCK]);
    for i in 0..BLOCK {
        (remainder[i], y[i], k[i]) = reduce(x[i]);
    }
    for i in 0..BLOCK {
        y[i] = rational(remainder[i], y[i]);
    }
    for i in 0..BLOCK {
        y[i] = quotient(x[i], expm1(x[i], remainder[i], y[i], k[i]));
    }
}

#[inline(never)]
fn one_by_one(x: &[f64], y: &mut [f64]) {
    for (x, y) in x.iter().zip(y) {
        let (remainder, correction, k) = reduce(*x);
        let e = rational(remainder, correction);
        *y = quotient(*x, expm1(*x, remainder, e, k));
    }
}

/// Whether tanh goes through `expm1(-2|x|)`.
#[inline(always)]
fn is_small(x: f64) -> bool {
    x.abs() < 1.0
}

/// Writes ±2|x| as `k ln(2) + remainder + correction` with a whole k; gives remainder, correction and k.
#[inline(always)]
fn reduce(x: f64) -> (f64, f64, f64) {
    let size = x.abs();
    // A NaN is not above anything and stays.
    let size = if SATURATED < size { SATURATED } else { size };
    let twice = size + size;
    let k = floor(LN2_INVERSE * twice + 0.5);
    let k = if twice < UNREDUCED { 0.0 } else { k };
    let high = twice - k * LN2_HIGH;
    let low = k * LN2_LOW;
    let remainder = high - low;
    let correction = (high - remainder) - low;
    let sign = if is_small(x) { SIGN } else { 0 };
    let signed = |number: f64| f64::from_bits(number.to_bits() ^ sign);
    (signed(remainder), signed(correction), signed(k))
}

/// The whole part of a number between 0 and 2^51.
#[inline(always)]
fn floor(x: f64) -> f64 {
    if cfg!(target_arch = "wasm32") {
        // One instruction there; the smallest of other machines have none.
        return x.floor();
    }
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

/// `expm1(±2|x|)` from its pieces, in the cases that tanh comes to: where |x| < 1 those of k = 0 and -1 together, which
/// give the same bits so, and of k <= -2; elsewhere those of k < 20 and from 20 on. All are
/// `((remainder - (e + before)) + between) * 2^k + after`. (2^k above 2^56 has a case of its own in fdlibm; tanh is 1 there
/// either way.)
#[inline(always)]
fn expm1(x: f64, remainder: f64, e: f64, k: f64) -> f64 {
    let exponent = k + (ROUNDER + EXPONENT_BIAS);
    let power = f64::from_bits(exponent.to_bits() << 52);
    let inverse = f64::from_bits(INVERSE_POWER.wrapping_sub(power.to_bits()));
    let before = if k < 20.0 { 0.0 } else { inverse };
    let is_near = k > -2.0;
    let between = if is_near { 0.0 } else { 1.0 };
    let after = if is_near { power } else { 0.0 } - 1.0;
    let (between, after) = if is_small(x) {
        (between, after)
    } else {
        (1.0 - (inverse - before), 0.0)
    };
    ((remainder - (e + before)) + between) * power + after
}

/// tanh(x) from t = expm1(±2|x|).
#[inline(always)]
fn quotient(x: f64, t: f64) -> f64 {
    let (whole, part) = if is_small(x) { (0.0, t) } else { (1.0, 2.0) };
    let size = whole - part / (t + 2.0);
    f64::from_bits(size.to_bits() | (x.to_bits() & SIGN))
}

#[cfg(test)]
mod tests {
    use super::{tanh, tanh_all};
    use crate::buffer::canonical;

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
            assert_eq!(canonical(y).to_bits(), expected, "tanh_all({x:e}) = {y:e}");
            assert_eq!(canonical(tanh(*x)).to_bits(), expected, "tanh({x:e})");
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
        assert!(tanh(-f64::NAN).is_nan());
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
        // The second is where fdlibm takes ln(2) away twice instead of once.
        for threshold in [super::UNREDUCED, f64::from_bits(0x3ff0_a2b2_0000_0000)] {
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
