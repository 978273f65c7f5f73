//! Texts in a format.

use super::Specification;
use super::specification::pad;
use crate::raise::{Raise, Result};

/// A text in a format.
pub(crate) fn format_text(text: &str, specification: &Specification) -> Result<String> {
    if !matches!(specification.form, None | Some('s')) {
        return Err(specification.unknown("str"));
    }
    if specification.sign.is_some() {
        return Err(Raise::value_error(
            "Sign not allowed in string format specifier",
        ));
    }
    if specification.alternate {
        return Err(Raise::value_error(
            "Alternate form (#) not allowed in string format specifier",
        ));
    }
    if specification.align == Some('=') {
        return Err(Raise::value_error(
            "'=' alignment not allowed in string format specifier",
        ));
    }
    if let Some(separator) = specification.grouping {
        return Err(Raise::value_error(format!(
            "Cannot specify '{separator}' with 's'."
        )));
    }
    let cut: String = match specification.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    };
    let fill = specification
        .fill
        .unwrap_or(if specification.zeros { '0' } else { ' ' });
    Ok(pad(
        &cut,
        specification.width,
        specification.align.unwrap_or('<'),
        fill,
    ))
}
