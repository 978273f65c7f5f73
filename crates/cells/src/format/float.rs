//! Floats in a format.

use popgrad::python::float_repr;

use super::Specification;
use super::specification::grouped;
use crate::raise::Result;

/// A float in a format.
pub(crate) fn format_float(float: f64, specification: &Specification) -> Result<String> {
    let size = float.abs();
    let body = match specification.form {
        _ if !size.is_finite() => not_finite(size, specification),
        None => without_form(size, specification),
        Some('f' | 'F') => fixed(size, specification.precision.unwrap_or(6), specification),
        Some('%') => {
            fixed(
                size * 100.0,
                specification.precision.unwrap_or(6),
                specification,
            ) + "%"
        }
        Some('e') => scientific(size, specification.precision.unwrap_or(6), specification),
        Some('E') => {
            scientific(size, specification.precision.unwrap_or(6), specification).to_uppercase()
        }
        Some('g' | 'n') => general(size, specification.precision.unwrap_or(6), specification),
        Some('G') => {
            general(size, specification.precision.unwrap_or(6), specification).to_uppercase()
        }
        Some(_) => return Err(specification.unknown("float")),
    };
    let body = match specification.grouping {
        Some(separator) => group(&body, separator),
        None => body,
    };
    let is_zero = || {
        body.chars()
            .all(|digit| !digit.is_ascii_digit() || digit == '0')
    };
    let is_negative =
        float.is_sign_negative() && !float.is_nan() && !(specification.no_minus_zero && is_zero());
    Ok(specification.pad_number(is_negative, "", &body))
}

fn not_finite(size: f64, specification: &Specification) -> String {
    let name = if size.is_nan() { "nan" } else { "inf" };
    let name = if specification.form.is_some_and(char::is_uppercase) {
        name.to_uppercase()
    } else {
        name.to_owned()
    };
    if specification.form == Some('%') {
        name + "%"
    } else {
        name
    }
}

/// Without a form: as printed, or with so many digits, but always with a point.
fn without_form(size: f64, specification: &Specification) -> String {
    let Some(precision) = specification.precision else {
        return float_repr(size);
    };
    let digits = precision.max(1);
    let exponent = exponent(size, digits - 1);
    // One place less than in `g`: what is left must have a digit behind the point.
    if exponent < -4 || exponent >= digits as i32 - 1 {
        if specification.alternate {
            return scientific(size, digits - 1, specification);
        }
        return trimmed_scientific(size, digits - 1);
    }
    let text = trimmed(format!(
        "{size:.*}",
        (digits as i32 - 1 - exponent).max(0) as usize
    ));
    if text.contains('.') {
        text
    } else {
        text + ".0"
    }
}

fn fixed(size: f64, precision: usize, specification: &Specification) -> String {
    let text = format!("{size:.precision$}");
    if specification.alternate && precision == 0 {
        text + "."
    } else {
        text
    }
}

/// `1.5e-05`: the exponent has a sign and at least two digits.
fn scientific(size: f64, precision: usize, specification: &Specification) -> String {
    let text = format!("{size:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let point = if specification.alternate && precision == 0 {
        "."
    } else {
        ""
    };
    format!("{mantissa}{point}e{}", signed_exponent(exponent))
}

fn signed_exponent(exponent: &str) -> String {
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', exponent),
    };
    format!("{sign}{digits:0>2}")
}

/// The exponent after rounding to so many digits behind the first.
fn exponent(size: f64, precision: usize) -> i32 {
    let text = format!("{size:.precision$e}");
    text.split_once('e')
        .and_then(|(_, exponent)| exponent.parse().ok())
        .unwrap_or(0)
}

fn general(size: f64, precision: usize, specification: &Specification) -> String {
    let digits = precision.max(1);
    let exponent = exponent(size, digits - 1);
    if exponent < -4 || exponent >= digits as i32 {
        if specification.alternate {
            return scientific(size, digits - 1, specification);
        }
        return trimmed_scientific(size, digits - 1);
    }
    let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
    let text = format!("{size:.decimals$}");
    if specification.alternate {
        return if text.contains('.') { text } else { text + "." };
    }
    trimmed(text)
}

fn trimmed_scientific(size: f64, precision: usize) -> String {
    let text = format!("{size:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    format!(
        "{}e{}",
        trimmed(mantissa.to_owned()),
        signed_exponent(exponent)
    )
}

fn trimmed(text: String) -> String {
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn group(body: &str, separator: char) -> String {
    let end = body
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(body.len());
    let (whole, rest) = body.split_at(end);
    [grouped(whole, separator, 3).as_str(), rest].concat()
}
