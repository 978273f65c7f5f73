//! Numbers and lists printed as Python prints them.

use std::fmt::{self, Write as _};

use crate::{Number, Shape};

/// The text that Python's `repr` gives a float: the shortest digits that read back as the same number, in
/// positional form from 1e-4 up to below 1e16 and in scientific form outside.
///
/// ```
/// use popgrad::python::float_repr;
/// assert_eq!(float_repr(1.0), "1.0");
/// assert_eq!(float_repr(2.4576547405286142e-05), "2.4576547405286142e-05");
/// assert_eq!(float_repr(f64::NEG_INFINITY), "-inf");
/// ```
#[must_use]
pub fn float_repr(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value < 0.0 { "-inf" } else { "inf" }.to_owned();
    }
    let (digits, exponent) = shortest_digits(value.abs());
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if (-4..16).contains(&exponent) {
        format!("{sign}{}", positional(&digits, exponent))
    } else {
        format!("{sign}{}", scientific(&digits, exponent))
    }
}

/// The shortest digits that read back as `value`, and the decimal exponent of the first. Where two such are
/// equally near, Rust takes the upper one and Python the even one, which is what exact rounding to as many digits
/// gives.
///
/// Below a power of two the numbers stand twice as dense as above, and what exact rounding gives may read back as a
/// neighbour; there Rust's digits are Python's, but for the one power of two where two decimals are equally near.
/// Reading back to find out would bring the parser of decimals along, a tenth of the WebAssembly file.
fn shortest_digits(value: f64) -> (String, i32) {
    const TIED: f64 = 1.0 / (1 << 25) as f64;
    let shortest = split_scientific(&format!("{value:e}"));
    if is_power_of_two(value) && value != TIED {
        return shortest;
    }
    split_scientific(&format!("{value:.*e}", shortest.0.len() - 1))
}

fn is_power_of_two(value: f64) -> bool {
    const FRACTION: u64 = (1 << 52) - 1;
    value.is_normal() && value.to_bits() & FRACTION == 0
}

fn split_scientific(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

fn positional(digits: &str, exponent: i32) -> String {
    let before_point = exponent + 1;
    if before_point <= 0 {
        return format!(
            "0.{}{digits}",
            "0".repeat(before_point.unsigned_abs() as usize)
        );
    }
    let before_point = before_point as usize;
    if digits.len() <= before_point {
        format!("{digits}{}.0", "0".repeat(before_point - digits.len()))
    } else {
        format!("{}.{}", &digits[..before_point], &digits[before_point..])
    }
}

fn scientific(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.unsigned_abs())
}

/// A list of numbers as Python prints it: `[1, 2.0]`, or rows in brackets for a matrix.
///
/// ```
/// use popgrad::{Number, Shape, python};
/// let members = [Number::Integer(1), Number::Float(0.5)];
/// assert_eq!(python::list(&members, Shape::Population(2)), "[1, 0.5]");
/// assert_eq!(python::list(&members, Shape::Matrix { rows: 2, columns: 1 }), "[[1], [0.5]]");
/// ```
#[must_use]
pub fn list(members: &[Number], shape: Shape) -> String {
    let mut text = String::new();
    // Writing into a String cannot fail.
    let _ = write_list(&mut text, members, shape);
    text
}

fn write_list(text: &mut String, members: &[Number], shape: Shape) -> fmt::Result {
    if !shape.is_matrix() {
        return write_row(text, members);
    }
    text.push('[');
    for (index, row) in members.chunks(shape.columns()).enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        write_row(text, row)?;
    }
    text.push(']');
    Ok(())
}

fn write_row(text: &mut String, members: &[Number]) -> fmt::Result {
    text.push('[');
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        write!(text, "{member}")?;
    }
    text.push(']');
    Ok(())
}
