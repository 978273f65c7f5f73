//! Rounding to decimal places, ties to even, on the exact decimal digits.

/// A float rounded to so many places behind the point, or before it where negative. Nothing where it overflows.
pub(crate) fn rounded(float: f64, places: i64) -> Option<f64> {
    if !float.is_finite() || places > 323 {
        return Some(float);
    }
    if places >= 0 {
        return format!("{float:.*}", places as usize).parse().ok();
    }
    if places < -308 {
        return Some(0.0_f64.copysign(float));
    }
    let cut = places.unsigned_abs() as usize;
    // The exact digits before the point, and whether anything stands behind it.
    let text = format!("{:.*}", 1100, float.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let padded = format!("{whole:0>width$}", width = cut + 1);
    let (kept, dropped) = padded.split_at(padded.len() - cut);
    let exact_rest = fraction.bytes().any(|digit| digit != b'0');
    let is_up = rounds_up(kept, dropped, exact_rest);
    let kept = if is_up { next(kept) } else { kept.to_owned() };
    let size: f64 = format!("{kept}{}", "0".repeat(cut)).parse().ok()?;
    size.is_finite().then_some(size.copysign(float))
}

/// The digits of the next whole number.
fn next(digits: &str) -> String {
    let nines = digits.len() - digits.trim_end_matches('9').len();
    let (rest, _) = digits.split_at(digits.len() - nines);
    let raised = match rest.split_at_checked(rest.len().wrapping_sub(1)) {
        Some((before, last)) => format!("{before}{}", last.parse::<u8>().unwrap_or(0) + 1),
        None => "1".to_owned(),
    };
    raised + &"0".repeat(nines)
}

fn rounds_up(kept: &str, dropped: &str, has_more: bool) -> bool {
    let half = format!("5{}", "0".repeat(dropped.len() - 1));
    match dropped.cmp(half.as_str()) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => {
            has_more || kept.bytes().last().is_some_and(|digit| digit % 2 == 1)
        }
    }
}

/// A whole number rounded to a power of ten, ties to even. Nothing where it does not fit.
pub(crate) fn rounded_integer(integer: i64, places: i64) -> Option<i64> {
    if places >= 0 {
        return Some(integer);
    }
    let Some(step) = u32::try_from(-places)
        .ok()
        .and_then(|places| 10_i128.checked_pow(places))
    else {
        return Some(0);
    };
    let integer = i128::from(integer);
    let (low, rest) = (integer.div_euclid(step), integer.rem_euclid(step));
    let is_up = rest * 2 > step || (rest * 2 == step && low % 2 != 0);
    i64::try_from((low + i128::from(is_up)) * step).ok()
}
