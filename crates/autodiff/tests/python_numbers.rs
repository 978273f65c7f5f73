//! Numbers print as Python prints them, digit by digit.

use popgrad::python::float_repr;
use proptest::prelude::*;

#[test]
fn known_numbers_print_as_python_prints_them() {
    let known = [
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (1e16, "1e+16"),
        (123456789012345680.0, "1.2345678901234568e+17"),
        (0.0001, "0.0001"),
        (0.00001, "1e-05"),
        (5e-324, "5e-324"),
        (1.0 / 16777216.0, "5.960464477539063e-08"),
        (1.0 / 33554432.0, "2.9802322387695312e-08"),
        (3.0 / 33554432.0, "8.940696716308594e-08"),
        (f64::NAN, "nan"),
        (f64::NEG_INFINITY, "-inf"),
    ];
    for (value, printed) in known {
        assert_eq!(float_repr(value), printed);
    }
}

/// Python's rule: of the shortest decimals that read back, the nearest, and the even one of two equally near.
fn nearest_shortest(value: f64) -> String {
    let shortest = format!("{value:e}");
    let rounded = format!("{value:.*e}", digits(&shortest).len() - 1);
    digits(if rounded.parse() == Ok(value) {
        &rounded
    } else {
        &shortest
    })
}

/// The significant digits of a printed number.
fn digits(text: &str) -> String {
    let mantissa = text.split('e').next().unwrap_or(text).replace('.', "");
    mantissa.trim_start_matches('0').to_owned()
}

fn check(value: f64) {
    let printed = float_repr(value);
    let significant = |text: &str| text.trim_end_matches('0').to_owned();
    assert_eq!(
        significant(&digits(&printed)),
        significant(&nearest_shortest(value)),
        "{value:e}"
    );
    assert_eq!(
        printed.parse::<f64>().expect("a number").to_bits(),
        value.to_bits(),
        "{value:e}"
    );
}

#[test]
fn powers_of_two_and_their_neighbours_keep_the_rule() {
    for exponent in 1..2047_u64 {
        let bits = exponent << 52;
        (bits - 2..=bits + 2).map(f64::from_bits).for_each(check);
    }
}

proptest! {
    #[test]
    fn every_number_keeps_the_rule(bits in any::<u64>()) {
        let value = f64::from_bits(bits & !(1 << 63));
        prop_assume!(value.is_finite() && value > 0.0);
        check(value);
    }

    #[test]
    fn numbers_with_few_binary_places_keep_the_rule(places in 1_i64..1 << 40) {
        check(places as f64 / (1_i64 << 44) as f64);
    }
}
