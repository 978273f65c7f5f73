//! The hyperbolic tangent, with the same digits on every platform.
//!
//! The formulas are those of fdlibm (`s_tanh.c`, and `s_expm1.c` as `libm::expm1` has it): through `expm1(-2|x|)` below
//! 1, through `expm1(2|x|)` from 1 on. Here they are written without branches, so that several members go at once, and
//! in short passes over a block, so that the divisions of neighbours overlap. The bits are those of the plain form; a
//! test compares them.

/// Members per block: enough to fill the machine, few enough for small nodes to have whole blocks too.
const BLOCK: usize = 16;

type Block = [f64; BLOCK];

/// What is left over goes in blocks of so many, as the outputs of small nets do.
const SMALL_BLOCK: usize = 4;

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
        if cfg!(feature = "speed") && are_small(x) {
            in_passes::<true>(x, y);
        } else {
            in_passes::<false>(x, y);
        }
    }
    if cfg!(feature = "speed") {
        in_small_blocks(x_rest, y_rest);
    } else {
        one_by_one(x_rest, y_rest);
    }
}

#[inline(never)]
fn in_small_blocks(x: &[f64], y: &mut [f64]) {
    let (x_blocks, x_rest) = x.as_chunks::<SMALL_BLOCK>();
    let (y_blocks, y_rest) = y.as_chunks_mut::<SMALL_BLOCK>();
    for (x, y) in x_blocks.iter().zip(y_blocks) {
        let pieces = x.map(reduce::<false>);
        let mut e = [0.0; SMALL_BLOCK];
        for i in 0..SMALL_BLOCK {
            let (remainder, correction, _) = pieces[i];
            e[i] = rational(remainder, correction);
        }
        for i in 0..SMALL_BLOCK {
            let (remainder, _, k) = pieces[i];
            y[i] = quotient::<false>(x[i], expm1::<false>(remainder, e[i], k), k);
        }
    }
    if !x_rest.is_empty() {
        one_by_one(x_rest, y_rest);
    }
}

/// Whether all are nearer to 0 than 1; a NaN may be among them.
#[inline(always)]
fn are_small(x: &Block) -> bool {
    let mut largest = [0.0; 2];
    for pair in x.as_chunks().0 {
        let pair: &[f64; 2] = pair;
        for (largest, x) in largest.iter_mut().zip(pair) {
            *largest = if *largest < x.abs() {
                x.abs()
            } else {
                *largest
            };
        }
    }
    largest[0] < 1.0 && largest[1] < 1.0
}

/// What all functions below take as `ARE_SMALL` is whether |x| < 1 is known already: then less is to be told apart.
#[inline(always)]
fn in_passes<const ARE_SMALL: bool>(x: &Block, y: &mut Block) {
    let (mut remainder, mut k) = ([0.0; BLOCK], [0.0; BLOCK]);
    first_pass::<ARE_SMALL>(x, &mut remainder, y, &mut k);
    second_pass(&remainder, y);
    third_pass::<ARE_SMALL>(x, &remainder, &k, y);
}

// Each pass is a function of its own: joined, the compiler would take the members one after another through all three.

#[inline(never)]
fn first_pass<const ARE_SMALL: bool>(
    x: &Block,
    remainder: &mut Block,
    correction: &mut Block,
    k: &mut Block,
) {
    for i in 0..BLOCK {
        (remainder[i], correction[i], k[i]) = reduce::<ARE_SMALL>(x[i]);
    }
}

#[inline(never)]
fn second_pass(remainder: &Block, y: &mut Block) {
    for i in 0..BLOCK {
        y[i] = rational(remainder[i], y[i]);
    }
}

#[inline(never)]
fn third_pass<const ARE_SMALL: bool>(x: &Block, remainder: &Block, k: &Block, y: &mut Block) {
    for i in 0..BLOCK {
        let t = expm1::<ARE_SMALL>(remainder[i], y[i], k[i]);
        y[i] = quotient::<ARE_SMALL>(x[i], t, k[i]);
    }
}

#[inline(never)]
fn one_by_one(x: &[f64], y: &mut [f64]) {
    for (x, y) in x.iter().zip(y) {
        let (remainder, correction, k) = reduce::<false>(*x);
        let e = rational(remainder, correction);
        *y = quotient::<false>(*x, expm1::<false>(remainder, e, k), k);
    }
}

/// The number if the condition holds, else 0. In bits, or the compiler makes choices of more steps from it.
#[inline(always)]
fn only_if(condition: bool, number: f64) -> f64 {
    let mask = if condition { u64::MAX } else { 0 };
    f64::from_bits(number.to_bits() & mask)
}

/// The smaller of the two; a NaN stays one.
#[inline(always)]
fn at_most(bound: f64, x: f64) -> f64 {
    if bound < x { bound } else { x }
}

/// Writes -2|x| where |x| < 1, else 2|x|, as `k ln(2) + remainder + correction` with a whole k; gives remainder,
/// correction and k.
#[inline(always)]
fn reduce<const ARE_SMALL: bool>(x: f64) -> (f64, f64, f64) {
    let size = x.abs();
    let sign = if ARE_SMALL || size < 1.0 { SIGN } else { 0 };
    let size = if ARE_SMALL {
        size
    } else {
        at_most(SATURATED, size)
    };
    let twice = size + size;
    let k = floor(LN2_INVERSE * twice + 0.5);
    // Of a NaN neither of `<` and `>=` is true.
    let is_unreduced = twice < UNREDUCED;
    let k = only_if(!is_unreduced, k);
    let signed = |number: f64| f64::from_bits(number.to_bits() ^ sign);
    let (twice, k) = (signed(twice), signed(k));
    let high = twice - k * LN2_HIGH;
    let low = k * LN2_LOW;
    let remainder = high - low;
    (remainder, (high - remainder) - low, k)
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

/// `expm1(±2|x|)` from its pieces. With p = 2^k and z = `(remainder - e) p`, fdlibm's cases are
///
/// | k | fdlibm | here |
/// |---|---|---|
/// | <= -2 | `(1 - (e - remainder)) p - 1` | `(z + p) - 1` |
/// | -1 | `0.5 (remainder - e) - 0.5` | `(z + 0) - 0.5` |
/// | 0 | `remainder - e` | `(z + 0) + 0` |
/// | below 20 | `((1 - 1/p) - (e - remainder)) p` | `(z + (p - 1)) + 0` |
/// | from 20 on | `((remainder - (e + 1/p)) + 1) p` | `((remainder p - (e p + 1)) + p) + 0` |
///
/// The bits are the same, since a product with a power of two is exact. (2^k above 2^56 has a case of its own in fdlibm;
/// tanh is 1 there either way.)
#[inline(always)]
fn expm1<const ARE_SMALL: bool>(remainder: f64, e: f64, k: f64) -> f64 {
    let exponent = k + (ROUNDER + EXPONENT_BIAS);
    let power = f64::from_bits(exponent.to_bits() << 52);
    let is_near = k > -2.0;
    if ARE_SMALL {
        let part = only_if(is_near, power);
        return ((remainder - e) * power + (power - part)) + (part - 1.0);
    }
    let part = only_if(is_near, at_most(1.0, power));
    let one = only_if(k >= 20.0, 1.0);
    ((remainder * power - (e * power + one)) + (power - (part - one))) + (part - 1.0)
}

/// tanh(x) from t = expm1(±2|x|).
#[inline(always)]
fn quotient<const ARE_SMALL: bool>(x: f64, t: f64, k: f64) -> f64 {
    let size = if ARE_SMALL {
        0.0 - t / (t + 2.0)
    } else {
        // From |x| = 1 on t is above 6 and k above 2.
        only_if(k > 0.0, 1.0) - at_most(2.0, t) / (t + 2.0)
    };
    f64::from_bits(size.to_bits() | (x.to_bits() & SIGN))
}

#[cfg(test)]
mod tests {
    use super::{SMALL_BLOCK, tanh, tanh_all};
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
        // In whole blocks, and in a small one with a rest.
        for length in [inputs.len(), SMALL_BLOCK + 3] {
            for inputs in inputs.chunks(length) {
                let mut outputs = vec![0.0; inputs.len()];
                tanh_all(inputs, &mut outputs);
                for (x, y) in inputs.iter().zip(outputs) {
                    let expected = plain(*x).to_bits();
                    assert_eq!(canonical(y).to_bits(), expected, "tanh_all({x:e}) = {y:e}");
                    assert_eq!(canonical(tanh(*x)).to_bits(), expected, "tanh({x:e})");
                }
            }
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
