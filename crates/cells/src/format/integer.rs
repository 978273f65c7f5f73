//! Whole numbers in a format.

use super::specification::grouped;
use super::{Specification, format_float};
use crate::raise::{Raise, Result};

/// A whole number in a format.
pub(crate) fn format_integer(integer: i64, specification: &Specification) -> Result<String> {
    let form = specification.form.unwrap_or('d');
    if "eEfFgG%".contains(form) {
        return format_float(integer as f64, specification);
    }
    if specification.precision.is_some() {
        return Err(Raise::value_error(
            "Precision not allowed in integer format specifier",
        ));
    }
    let (radix, prefix) = match form {
        'd' | 'n' => (10, ""),
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'c' => return character(integer, specification),
        _ => return Err(specification.unknown("int")),
    };
    let mut digits = in_radix(integer.unsigned_abs(), radix);
    if form == 'X' {
        digits = digits.to_uppercase();
    }
    if let Some(separator) = specification.grouping {
        if separator == ',' && radix != 10 {
            return Err(Raise::value_error(format!(
                "Cannot specify ',' with '{form}'."
            )));
        }
        digits = grouped(&digits, separator, if radix == 10 { 3 } else { 4 });
    }
    let prefix = if specification.alternate { prefix } else { "" };
    Ok(specification.pad_number(integer < 0, prefix, &digits))
}

fn character(integer: i64, specification: &Specification) -> Result<String> {
    if specification.sign.is_some() {
        return Err(Raise::value_error(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    let character = u32::try_from(integer).ok().and_then(char::from_u32);
    let text = character.map(String::from).ok_or_else(|| {
        Raise::new(
            crate::raise::ErrorKind::OverflowError,
            "%c arg not in range(0x110000)",
        )
    })?;
    if specification.alternate {
        return Err(Raise::value_error(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    Ok(specification.pad_number(false, "", &text))
}

/// The digits of a number.
pub(crate) fn in_radix(number: u64, radix: u32) -> String {
    match radix {
        2 => format!("{number:b}"),
        8 => format!("{number:o}"),
        16 => format!("{number:x}"),
        _ => number.to_string(),
    }
}
