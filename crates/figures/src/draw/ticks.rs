//! Where ticks stand and what they say.

use crate::number::{short, signed, superscript, trimmed};
use crate::{Axis, Scale};

/// A tick: its place in data and its label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    pub(crate) at: f64,
    pub(crate) label: String,
}

/// The ticks of an axis, at most `most` on a number scale and one for each place of a category.
pub(crate) fn ticks(axis: &Axis, most: usize) -> Vec<Tick> {
    let [a, b] = axis.domain;
    let (low, high) = (a.min(b), a.max(b));
    match &axis.scale {
        Scale::Linear => linear(low, high, most.max(2)),
        Scale::Log10 => logarithmic(low, high, most.max(2)),
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

/// Multiples of 1, 2 or 5 times a power of ten.
fn linear(low: f64, high: f64, most: usize) -> Vec<Tick> {
    let (mantissa, exponent) = step(high - low, most);
    let width = decimal(mantissa, exponent);
    // Bounds that are multiples of the step up to rounding count as reached.
    let first = (low / width - 1e-9).ceil() as i64;
    let last = (high / width + 1e-9).floor() as i64;
    (first..=last)
        .map(|count| {
            let at = decimal(count * mantissa, exponent);
            let label = linear_label(at, exponent);
            Tick { at, label }
        })
        .collect()
}

/// The smallest clean step that gives at most `most` ticks, as mantissa and power of ten.
fn step(span: f64, most: usize) -> (i64, i32) {
    let rough = span / (most as f64 - 1.0).max(1.0);
    let exponent = libm::floor(libm::log10(rough)) as i32;
    [(1, exponent), (2, exponent), (5, exponent)]
        .into_iter()
        .find(|&(mantissa, exponent)| decimal(mantissa, exponent) >= rough * (1.0 - 1e-9))
        .unwrap_or((1, exponent + 1))
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
        return within_a_decade(low, high, first - 1..=last + 1);
    }
    let every = (1..)
        .find(|every| ((last - first) / every) < most as i32)
        .unwrap_or(1);
    let plain = first >= -3 && last <= 3;
    (first..=last)
        .filter(|power| power.rem_euclid(every) == 0)
        .map(|power| Tick {
            at: decimal(1, power),
            label: power_label(power, plain),
        })
        .collect()
}

fn within_a_decade(low: f64, high: f64, powers: std::ops::RangeInclusive<i32>) -> Vec<Tick> {
    powers
        .flat_map(|power| [1, 2, 5].map(|mantissa| decimal(mantissa, power)))
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

/// `mantissa` times a power of ten, rounded once.
fn decimal(mantissa: i64, exponent: i32) -> f64 {
    // Parsing rounds correctly; a product with a power of ten would round twice.
    format!("{mantissa}e{exponent}").parse().unwrap_or(f64::NAN)
}
