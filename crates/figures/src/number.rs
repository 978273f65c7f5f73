//! Numbers as people read them.

/// Significant digits in figures and prose.
pub const DIGITS: usize = 3;

/// A number with three significant digits: true minus, no trailing zeros, powers of ten with
/// superscripts where plain digits would be long. Whole numbers below a million are whole.
///
/// ```
/// use popgrad_figures::number::short;
/// assert_eq!(short(-0.5), "−0.5");
/// assert_eq!(short(0.7864477329659274), "0.786");
/// assert_eq!(short(2.4576547405286142e-5), "2.46×10⁻⁵");
/// assert_eq!(short(1.0), "1");
/// assert_eq!(short(f64::NEG_INFINITY), "−∞");
/// ```
#[must_use]
pub fn short(value: f64) -> String {
    with_digits(value, DIGITS)
}

/// The same with a chosen number of significant digits, at least 1.
///
/// ```
/// use popgrad_figures::number::with_digits;
/// assert_eq!(with_digits(40_689.2, 3), "40\u{202f}700");
/// assert_eq!(with_digits(0.999_987_711, 6), "0.999988");
/// ```
#[must_use]
pub fn with_digits(value: f64, digits: usize) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return signed(value, "∞");
    }
    let size = value.abs();
    if size < 1e6 && size == size.trunc() {
        return signed(value, &grouped(&format!("{size}")));
    }
    let (mantissa, exponent) = split(size, digits.max(1));
    if !(-3..6).contains(&exponent) {
        let power = superscript(exponent);
        return signed(value, &format!("{}×10{power}", trimmed(&mantissa)));
    }
    let rounded = rounded_to(size, digits);
    let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
    signed(value, &grouped(trimmed(&format!("{rounded:.decimals$}"))))
}

/// A number rounded to so many significant digits, at least 1.
///
/// ```
/// assert_eq!(popgrad_figures::number::rounded_to(40_689.2, 3), 40_700.0);
/// ```
#[must_use]
pub fn rounded_to(value: f64, digits: usize) -> f64 {
    let decimals = digits.max(1) - 1;
    let (mantissa, exponent) = split(value, decimals + 1);
    match mantissa.replace('.', "").parse() {
        Ok(mantissa) => decimal(mantissa, exponent - decimals as i32),
        Err(_) => value,
    }
}

/// `mantissa` times a power of ten: exactly rounded up to the power of 22, where the power itself
/// is exact, and within a few units of the last place beyond.
///
/// ```
/// assert_eq!(popgrad_figures::number::decimal(3, -1), 0.3);
/// ```
#[must_use]
pub fn decimal(mantissa: i64, exponent: i32) -> f64 {
    let power = if exponent.unsigned_abs() <= 22 {
        (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0)
    } else {
        libm::exp10(f64::from(exponent).abs())
    };
    if exponent < 0 {
        mantissa as f64 / power
    } else {
        mantissa as f64 * power
    }
}

/// All digits: the shortest text that reads back as the same number, with a true minus.
///
/// ```
/// use popgrad_figures::number::full;
/// assert_eq!(full(-0.1), "−0.1");
/// assert_eq!(full(2.4576547405286142e-5), "2.4576547405286142×10⁻⁵");
/// ```
#[must_use]
pub fn full(value: f64) -> String {
    if !value.is_finite() {
        return short(value);
    }
    let size = value.abs();
    if size == 0.0 || (1e-4..1e16).contains(&size) {
        return signed(value, &format!("{size}"));
    }
    let text = format!("{size:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let power = superscript(exponent.parse().unwrap_or(0));
    signed(value, &format!("{mantissa}×10{power}"))
}

/// A whole number in superscript digits.
///
/// ```
/// assert_eq!(popgrad_figures::number::superscript(-12), "⁻¹²");
/// ```
#[must_use]
pub fn superscript(number: i32) -> String {
    number
        .to_string()
        .chars()
        .map(|digit| match digit {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            '0' => '⁰',
            // 4 to 9 stand in one block of Unicode.
            other => char::from_u32(0x2070 + u32::from(other) - u32::from('0')).unwrap_or(other),
        })
        .collect()
}

/// `text` with the sign of `value` as a true minus; zero has no sign.
pub(crate) fn signed(value: f64, text: &str) -> String {
    if value < 0.0 {
        format!("−{text}")
    } else {
        text.to_owned()
    }
}

/// Mantissa with `digits` digits and decimal exponent, after rounding.
fn split(size: f64, digits: usize) -> (String, i32) {
    let text = format!("{size:.*e}", digits - 1);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (mantissa.to_owned(), exponent.parse().unwrap_or(0))
}

/// Without zeros at the end of a decimal fraction.
pub(crate) fn trimmed(text: &str) -> &str {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        text
    }
}

/// Whole numbers of five digits and more in groups of three, apart by a narrow space that does
/// not break.
fn grouped(text: &str) -> String {
    let whole = text.find('.').unwrap_or(text.len());
    if whole < 5 {
        return text.to_owned();
    }
    let (thousands, rest) = text.split_at(whole - 3);
    format!("{thousands}\u{202f}{rest}")
}
