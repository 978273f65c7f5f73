//! Numbers as people read them.

use popgrad_figures::number::{full, short, with_digits};
use proptest::prelude::*;

#[test]
fn prints_as_people_write() {
    let cases = [
        (0.0, "0"),
        (-0.0, "0"),
        (-6.0, "−6"),
        (0.5, "0.5"),
        (0.009866037165440211, "0.00987"),
        (0.001, "0.001"),
        (0.000999, "9.99×10⁻⁴"),
        (0.99999, "1"),
        (-0.0009999, "−0.001"),
        (1234.5, "1230"),
        (12345.6, "12\u{202f}300"),
        (999_999.5, "1×10⁶"),
        (1234.0, "1234"),
        (250_000.0, "250\u{202f}000"),
        (1e6, "1×10⁶"),
        (f64::NAN, "NaN"),
        (f64::INFINITY, "∞"),
    ];
    for (value, printed) in cases {
        assert_eq!(short(value), printed);
    }
}

/// Reads a printed number back.
fn read(printed: &str) -> f64 {
    let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let plain: String = printed
        .replace("×10", "e")
        .chars()
        .filter(|&character| character != '\u{202f}')
        .map(|character| match character {
            '−' | '⁻' => '-',
            other => match superscripts.chars().position(|digit| digit == other) {
                Some(digit) => char::from(b'0' + digit as u8),
                None => other,
            },
        })
        .collect();
    plain.parse().expect("a printed number")
}

proptest! {
    #[test]
    fn all_digits_read_back_as_the_same_number(value in any::<f64>().prop_filter("finite", |x| x.is_finite())) {
        prop_assert_eq!(read(&full(value)), value);
    }

    #[test]
    fn three_digits_are_off_by_half_a_unit_of_the_third(value in prop::num::f64::NORMAL) {
        let printed = short(value);
        prop_assert!((read(&printed) - value).abs() <= 0.005_000_1 * value.abs(), "{}", printed);
        prop_assert!(!printed.contains('-'), "a hyphen in {}", printed);
        prop_assert!(!printed.ends_with(".0"), "{}", printed);
    }

    #[test]
    fn more_digits_are_never_farther_off(value in 1e-9..1e9, digits in 1_usize..15) {
        let error = |digits| (read(&with_digits(value, digits)) - value).abs();
        prop_assert!(error(digits + 1) <= error(digits));
    }
}
