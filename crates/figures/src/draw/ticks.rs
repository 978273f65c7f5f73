//! Where ticks stand and what they say.

use std::ops::RangeInclusive;

use crate::number::{decimal, short, signed, superscript, trimmed};
use crate::{Axis, Scale};

/// The steps between powers of ten that people count in.
const EVERY: [i32; 12] = [1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 300];
/// The largest ratio between the ends of a log axis that has smaller ticks.
const MINOR_UP_TO: f64 = 100.000_001;

/// A tick: its place in data and its label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    pub(crate) at: f64,
    pub(crate) label: String,
}

/// The ticks of an axis, at most `most`, but never fewer than 3, on a number scale and one for each place of a category.
pub(crate) fn ticks(axis: &Axis, most: usize) -> Vec<Tick> {
    let [a, b] = axis.domain;
    let (low, high) = (a.min(b), a.max(b));
    match &axis.scale {
        Scale::Linear => linear(low, high, most.max(3)),
        Scale::Log10 => logarithmic(low, high, most.max(3)),
        Scale::Category(labels) => categories(labels),
    }
}

fn categories(labels: &[String]) -> Vec<Tick> {
    labels
        .iter()
        .enumerate()
        .map(|(index, label)| Tick {
            at: index as f64,
            label: label.clone(),
        })
        .collect()
}

/// Where the smaller ticks of a log axis stand, which have no label: 2 to 9 times each power of ten,
/// where the axis spans few of them.
pub(crate) fn minor(axis: &Axis) -> Vec<f64> {
    let [a, b] = axis.domain;
    let (low, high) = (a.min(b), a.max(b));
    if axis.scale != Scale::Log10 || high / low > MINOR_UP_TO {
        return Vec::new();
    }
    let first = libm::floor(libm::log10(low)) as i32;
    let last = libm::floor(libm::log10(high)) as i32;
    (first..=last)
        .flat_map(|power| (2..10).map(move |mantissa| decimal(mantissa, power)))
        .filter(|at| (low..=high).contains(at))
        .collect()
}

/// Multiples of 1, 2 or 5 times a power of ten.
fn linear(low: f64, high: f64, most: usize) -> Vec<Tick> {
    let (mantissa, exponent) = step(low, high, most);
    let (first, last) = reached(low, high, decimal(mantissa, exponent));
    (first..=last)
        .map(|count| {
            let at = decimal(count * mantissa, exponent);
            let label = linear_label(at, exponent);
            Tick { at, label }
        })
        .collect()
}

/// The smallest clean step that gives at most `most` ticks, as mantissa and power of ten.
fn step(low: f64, high: f64, most: usize) -> (i64, i32) {
    let rough = (high - low) / (most as f64 + 1.0);
    let exponent = libm::floor(libm::log10(rough)) as i32;
    let steps =
        (exponent..exponent + 3).flat_map(|power| [1, 2, 5].map(|mantissa| (mantissa, power)));
    let fits = |&(mantissa, power): &(i64, i32)| {
        let (first, last) = reached(low, high, decimal(mantissa, power));
        last - first < most as i64
    };
    steps.clone().find(fits).unwrap_or((1, exponent + 3))
}

/// The first and the last multiple of `step` between two bounds. Bounds that are multiples up to
/// rounding count as reached.
fn reached(low: f64, high: f64, step: f64) -> (i64, i64) {
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first, last)
}

fn linear_label(at: f64, exponent: i32) -> String {
    if !(-4..6).contains(&exponent) {
        return short(at);
    }
    let decimals = (-exponent).max(0) as usize;
    let text = format!("{:.decimals$}", at.abs());
    signed(at, trimmed(&text))
}

/// Powers of ten; where fewer than two fit, also 2 and 5 times a power of ten.
fn logarithmic(low: f64, high: f64, most: usize) -> Vec<Tick> {
    let slack = 1e-9;
    let first = libm::ceil(libm::log10(low) - slack) as i32;
    let last = libm::floor(libm::log10(high) + slack) as i32;
    if last - first < 1 {
        return within_a_decade(low, high, most, first - 1..=last + 1);
    }
    let multiples = |every: i32| (first..=last).filter(move |power| power.rem_euclid(every) == 0);
    let fits = |every: &i32| multiples(*every).count() <= most;
    let every = EVERY
        .into_iter()
        .find(fits)
        .unwrap_or(EVERY[EVERY.len() - 1]);
    let plain = first >= -3 && last <= 3;
    multiples(every)
        .map(|power| Tick {
            at: decimal(1, power),
            label: power_label(power, plain),
        })
        .collect()
}

/// 1, 2 and 5 times powers of ten, or fewer of them; where an axis is too short even for these,
/// multiples of a step.
fn within_a_decade(low: f64, high: f64, most: usize, powers: RangeInclusive<i32>) -> Vec<Tick> {
    let sets: [&[i64]; 2] = [&[1, 2, 5], &[1, 3]];
    sets.iter()
        .map(|mantissas| mantissa_ticks(low, high, mantissas, powers.clone()))
        .find(|ticks| (2..=most).contains(&ticks.len()))
        .unwrap_or_else(|| linear(low, high, most))
}

fn mantissa_ticks(
    low: f64,
    high: f64,
    mantissas: &[i64],
    powers: RangeInclusive<i32>,
) -> Vec<Tick> {
    powers
        .flat_map(|power| {
            mantissas
                .iter()
                .map(move |&mantissa| decimal(mantissa, power))
        })
        .filter(|at| (low..=high).contains(at))
        .map(|at| Tick {
            at,
            label: short(at),
        })
        .collect()
}

fn power_label(power: i32, plain: bool) -> String {
    if plain {
        short(decimal(1, power))
    } else {
        format!("10{}", superscript(power))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels(axis: &Axis, most: usize) -> Vec<String> {
        let ticks = ticks(axis, most).into_iter();
        ticks.map(|tick| tick.label).collect()
    }

    #[test]
    fn steps_are_clean_and_labels_plain() {
        let linear = |domain| Axis::linear("x", domain);
        assert_eq!(
            labels(&linear([-1.1, 1.1]), 5),
            ["−1", "−0.5", "0", "0.5", "1"]
        );
        assert_eq!(labels(&linear([0.0, 1.0]), 3), ["0", "0.5", "1"]);
        assert_eq!(
            labels(&linear([0.0, 3e-6]), 4),
            ["0", "1×10⁻⁶", "2×10⁻⁶", "3×10⁻⁶"]
        );
        let log = |domain| Axis::log10("x", domain);
        assert_eq!(
            labels(&log([1e-3, 10.0]), 9),
            ["0.001", "0.01", "0.1", "1", "10"]
        );
        assert_eq!(
            labels(&log([1e-8, 1.0]), 5),
            ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"]
        );
        assert_eq!(
            labels(&log([1e-40, 1.0]), 5),
            ["10⁻⁴⁰", "10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "10⁰"]
        );
        assert_eq!(labels(&log([1e-7, 1.0]), 3), ["10⁻⁶", "10⁻³", "10⁰"]);
        assert_eq!(labels(&log([1.5, 9.0]), 5), ["2", "5"]);
        assert_eq!(labels(&log([2.1, 4.9]), 5), ["2.5", "3", "3.5", "4", "4.5"]);
    }

    #[test]
    fn short_log_axes_have_smaller_ticks() {
        let within = minor(&Axis::log10("x", [0.05, 2.0]));
        let [first, last] = [within[0], within[within.len() - 1]];
        assert_eq!((within.len(), first, last), (5 + 8 + 1, 0.05, 2.0));
        assert!(minor(&Axis::log10("x", [1e-3, 1.0])).is_empty());
        assert!(minor(&Axis::linear("x", [0.05, 2.0])).is_empty());
    }

    #[test]
    fn categories_are_all_labelled() {
        let names: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        let axis = Axis::category("x", names.clone());
        assert_eq!(labels(&axis, 2), names);
    }

    fn check(axis: &Axis, most: usize) -> Result<(), TestCaseError> {
        let ticks = ticks(axis, most);
        let [low, high] = axis.domain;
        prop_assert!(ticks.len() <= most, "{} ticks", ticks.len());
        let slack = (high - low) * 1e-6;
        for tick in &ticks {
            prop_assert!(
                tick.at >= low - slack && tick.at <= high + slack,
                "{tick:?}"
            );
            prop_assert!(!tick.label.contains('-'), "a hyphen in {tick:?}");
        }
        for pair in ticks.windows(2) {
            prop_assert!(
                pair[0].at < pair[1].at && pair[0].label != pair[1].label,
                "{pair:?}"
            );
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn linear_ticks_keep_to_their_axis(low in -1e3..1e3, power in -2.0..6.0, most in 3_usize..12) {
            check(&Axis::linear("x", [low, low + libm::exp10(power)]), most)?;
        }

        #[test]
        fn an_axis_from_zero_has_at_least_two_ticks(power in -9.0..9.0, most in 3_usize..12) {
            let axis = Axis::linear("x", [0.0, libm::exp10(power)]);
            prop_assert!(ticks(&axis, most).len() >= 2);
        }

        #[test]
        fn logarithmic_ticks_keep_to_their_axis(low in -12.0..6.0, decades in 0.02..20.0, most in 3_usize..12) {
            check(&Axis::log10("x", [libm::exp10(low), libm::exp10(low + decades)]), most)?;
        }
    }
}
