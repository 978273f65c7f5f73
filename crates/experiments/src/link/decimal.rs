//! Numbers in links. A small exact reader and writer: the standard library's reader is large, and values
//! have at most the 17 digits that tell all numbers apart.

use popgrad_figures::number::decimal;

/// A whole number of 17 digits has room for one more digit behind a smaller one.
const ROOM: u64 = 10_000_000_000_000_000;
/// Up to this power of ten a remainder can be doubled in 128 bits: 17 digits behind seven zeros and more.
const DIVISIBLE: u32 = 37;
/// Up to this power of ten a number of 17 digits may have a whole part.
const WHOLE: u32 = 17;
/// Numbers from the first up to the second are written in full as plain decimals.
const PLAIN: [f64; 2] = [1e-7, 1e17];
/// Whole numbers below it are exact.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Powers of ten up to it are exact.
const POWER: i32 = 22;
/// Beyond it every number is infinite or zero.
const LARGEST_EXPONENT: i32 = 400;

/// A decimal number: sign, digits with a point or a comma, and a power of ten. Digits beyond
/// the seventeenth are dropped.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (negative, text) = signed(text);
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, exponent(power)?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (mantissa, dropped) = accumulate(0, whole)?;
    let (mantissa, dropped_too) = accumulate(mantissa, fraction)?;
    let power = power
        .saturating_add(dropped)
        .saturating_add(dropped_too - fraction.len() as i32)
        .clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT);
    let size = value(mantissa, power);
    Some(if negative { -size } else { size })
}

/// A whole number times a power of ten, exactly rounded for up to 17 digits behind the point.
fn value(mantissa: u64, power: i32) -> f64 {
    let decimals = power.unsigned_abs();
    if (mantissa as f64) < EXACT || power >= 0 || decimals > DIVISIBLE {
        return decimal(mantissa as i64, power);
    }
    let ten = 10_u128.pow(decimals);
    let mut quotient = match decimals {
        0..=WHOLE => mantissa / 10_u64.pow(decimals),
        _ => 0,
    };
    let mut rest = u128::from(mantissa) - u128::from(quotient) * ten;
    let mut halvings = 0;
    while quotient < 1 << 54 {
        rest *= 2;
        quotient *= 2;
        if rest >= ten {
            rest -= ten;
            quotient += 1;
        }
        halvings += 1;
    }
    // What is left decides ties alone.
    quotient |= u64::from(rest != 0);
    libm::ldexp(quotient as f64, -halvings)
}

/// The shortest decimal that [`parse`] reads back as the same number, where it has at most 17 digits.
pub(super) fn print(value: f64) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    let size = value.abs();
    let exponents = (0..=POWER).map(|power| -power).chain(1..=POWER);
    let found = exponents
        .map(|exponent| (mantissa(size, exponent), exponent))
        .find(|&(mantissa, exponent)| {
            mantissa < EXACT && decimal(mantissa as i64, exponent) == size
        });
    if found.is_none() && (PLAIN[0]..PLAIN[1]).contains(&size) {
        return format!("{sign}{size}");
    }
    let (mantissa, exponent) = found.unwrap_or_else(|| nearly(size));
    [sign, &written(mantissa as u64, exponent)].concat()
}

fn mantissa(size: f64, exponent: i32) -> f64 {
    let power = decimal(1, exponent.abs());
    let scaled = if exponent < 0 {
        size * power
    } else {
        size / power
    };
    scaled.round()
}

/// Fifteen digits of a number that has more, or lies far out.
fn nearly(size: f64) -> (f64, i32) {
    let exponent = libm::floor(libm::log10(size)) as i32 - 14;
    (mantissa(size, exponent), exponent)
}

/// `mantissa` times a power of ten: with a point where that is short.
fn written(mantissa: u64, exponent: i32) -> String {
    let digits = mantissa.to_string();
    if exponent == 0 {
        return digits;
    }
    // At most six zeros stand between the point and the first digit.
    let short = exponent < 0 && -exponent < digits.len() as i32 + 7;
    if !short {
        return [&digits, "e", &exponent.to_string()].concat();
    }
    let decimals = exponent.unsigned_abs() as usize;
    let zeros = "0".repeat((decimals + 1).saturating_sub(digits.len()));
    let padded = [zeros, digits].concat();
    let (whole, fraction) = padded.split_at(padded.len() - decimals);
    [whole, ".", fraction].concat()
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn exponent(text: &str) -> Option<i32> {
    let (negative, digits) = signed(text);
    if digits.is_empty() {
        return None;
    }
    let mut size = 0_i32;
    for byte in digits.bytes() {
        size = (size * 10 + digit(byte)? as i32).min(LARGEST_EXPONENT);
    }
    Some(if negative { -size } else { size })
}

/// Takes further digits as long as there is room; returns how many were dropped.
fn accumulate(mut mantissa: u64, digits: &str) -> Option<(u64, i32)> {
    let mut dropped = 0_i32;
    for byte in digits.bytes() {
        let digit = digit(byte)?;
        if mantissa < ROOM && dropped == 0 {
            mantissa = mantissa * 10 + digit;
        } else {
            dropped = dropped.saturating_add(1);
        }
    }
    Some((mantissa, dropped))
}

fn digit(byte: u8) -> Option<u64> {
    byte.is_ascii_digit().then(|| u64::from(byte - b'0'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_usual_ways_of_writing_are_read() {
        for (text, value) in [
            ("0", 0.0),
            ("0.07", 0.07),
            ("0,07", 0.07),
            ("−1.5", -1.5),
            ("+2", 2.0),
            (".5", 0.5),
            ("3.", 3.0),
            ("1e-5", 1e-5),
            ("2.5E3", 2500.0),
            (
                "123456789012345678901234",
                123_456_789_012_345_690_000_000.0,
            ),
            ("0.00000000000000000000000000000000000001e40", 100.0),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        assert_eq!(parse("1e999"), Some(f64::INFINITY));
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "", "-", ".", "e5", "1e", "1e-", "--1", "1.2.3", "0x1", "NaN", "Infinity", "1 ",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_short() {
        for (value, text) in [
            (0.0, "0"),
            (0.07, "0.07"),
            (-1.5, "-1.5"),
            (1e-5, "0.00001"),
            (2.5e-9, "25e-10"),
            (1e6, "1000000"),
            (std::f64::consts::PI, "3.141592653589793"),
        ] {
            assert_eq!(print(value), text);
        }
    }

    #[test]
    fn seventeen_digits_are_read_exactly_behind_zeros_too() {
        for value in [
            0.488_823_312_174_455_8,
            0.007_542_364_886_996_986_5,
            1.234_567_890_123_456_7e-7,
        ] {
            assert_eq!(parse(&print(value)), Some(value), "{}", print(value));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in ".*") {
            parse(&text);
        }

        #[test]
        fn fifteen_digits_are_read_as_the_standard_library_reads_them(
            mantissa in 0_u64..1_000_000_000_000_000,
            decimals in 0_i32..=22,
        ) {
            let text = format!("{mantissa}e-{decimals}");
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn seventeen_digits_are_read_as_the_standard_library_reads_them(
            mantissa in 10_000_000_000_000_000_u64..100_000_000_000_000_000,
            decimals in 0_i32..=24,
        ) {
            let text = format!("{mantissa}e-{decimals}");
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn every_digit_of_a_place_is_written_and_read_back(value in 1e-6..1e6) {
            let text = print(value);
            prop_assert!(!text.contains('e'), "{}", text);
            prop_assert_eq!(parse(&text).map(f64::to_bits), Some(value.to_bits()));
        }

        #[test]
        fn what_is_written_is_read_back(mantissa in -1_000_000_000_000_i64..1_000_000_000_000, exponent in -20_i32..8) {
            let value = decimal(mantissa, exponent);
            prop_assert_eq!(parse(&print(value)).map(f64::to_bits), Some((value + 0.0).to_bits()));
        }

        #[test]
        fn every_number_is_nearly_read_back(value in proptest::num::f64::NORMAL) {
            prop_assume!((1e-280..1e280).contains(&value.abs()));
            let read = parse(&print(value)).unwrap();
            prop_assert!((read - value).abs() <= 1e-13 * value.abs(), "{} for {}", read, value);
        }
    }
}
