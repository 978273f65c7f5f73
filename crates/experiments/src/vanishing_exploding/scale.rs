//! Logarithmic axes that do not shiver while a slider moves.

/// An axis reaches to one of these powers of ten.
const RUNGS: [f64; 17] = [
    0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0, 96.0, 128.0, 200.0,
];

/// The ends of a logarithmic axis around 1 that holds these numbers; 0 and what is not finite have no place on it.
pub(super) fn around_one(numbers: impl IntoIterator<Item = f64>) -> [f64; 2] {
    with_room(numbers, [], 1.0)
}

/// The same for numbers some of which are printed at their places: for those it is so many times as long as they need.
pub(super) fn with_room(
    numbers: impl IntoIterator<Item = f64>,
    printed: impl IntoIterator<Item = f64>,
    times: f64,
) -> [f64; 2] {
    let [below, above] = powers(numbers);
    let [below_printed, above_printed] = powers(printed).map(|power| times * power);
    let [low, high] = [below.max(below_printed), above.max(above_printed)];
    [libm::exp10(-rung(low)), libm::exp10(rung(high))]
}

/// How many powers of ten numbers lie below and above 1.
fn powers(numbers: impl IntoIterator<Item = f64>) -> [f64; 2] {
    let [mut below, mut above] = [0.0_f64; 2];
    for number in numbers {
        if number > 0.0 && number.is_finite() {
            let power = libm::log10(number);
            below = below.max(-power);
            above = above.max(power);
        }
    }
    [below, above]
}

fn rung(power: f64) -> f64 {
    let found = RUNGS.into_iter().find(|rung| *rung >= power);
    found.unwrap_or(RUNGS[RUNGS.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_what_has_a_place_on_it() {
        let low_and_high = [0.5, 0.5].map(libm::exp10);
        assert_eq!(around_one([])[1], low_and_high[1]);
        assert_eq!(
            around_one([0.02, 0.0, 300.0, f64::INFINITY]),
            [libm::exp10(-2.0), libm::exp10(3.0)]
        );
        assert_eq!(with_room([], [0.02], 1.5)[0], libm::exp10(-3.0));
        assert_eq!(with_room([], [80.0], 1.5)[1], libm::exp10(3.0));
        assert_eq!(with_room([0.02], [], 1.5)[0], libm::exp10(-2.0));
    }
}
