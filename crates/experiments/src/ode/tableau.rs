//! The coefficients of the method.

/// Stages of a step; the last is the first of the next step.
pub(super) const STAGES: usize = 7;

/// Where in a step each stage is evaluated.
pub(super) const PLACES: [f64; STAGES] =
    [0.0, 1.0 / 5.0, 3.0 / 10.0, 4.0 / 5.0, 8.0 / 9.0, 1.0, 1.0];

/// How much each stage takes of those before it. The last row is the solution of order 5.
pub(super) const WEIGHTS: [&[f64]; STAGES] = [
    &[],
    &[1.0 / 5.0],
    &[3.0 / 40.0, 9.0 / 40.0],
    &[44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0],
    &[
        19372.0 / 6561.0,
        -25360.0 / 2187.0,
        64448.0 / 6561.0,
        -212.0 / 729.0,
    ],
    &[
        9017.0 / 3168.0,
        -355.0 / 33.0,
        46732.0 / 5247.0,
        49.0 / 176.0,
        -5103.0 / 18656.0,
    ],
    &[
        35.0 / 384.0,
        0.0,
        500.0 / 1113.0,
        125.0 / 192.0,
        -2187.0 / 6784.0,
        11.0 / 84.0,
    ],
];

/// The solution of order 5 less that of order 4.
pub(super) const ERROR: [f64; STAGES] = [
    71.0 / 57600.0,
    0.0,
    -71.0 / 16695.0,
    71.0 / 1920.0,
    -17253.0 / 339_200.0,
    22.0 / 525.0,
    -1.0 / 40.0,
];

/// The last coefficient of the continuous extension of order 4.
pub(super) const DENSE: [f64; STAGES] = [
    -12_715_105_075.0 / 11_282_082_432.0,
    0.0,
    87_487_479_700.0 / 32_700_410_799.0,
    -10_690_763_975.0 / 1_880_347_072.0,
    701_980_252_875.0 / 199_316_789_632.0,
    -1_453_857_185.0 / 822_651_844.0,
    69_997_945.0 / 29_380_423.0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stages_stand_where_their_weights_say() {
        for (place, weights) in PLACES.iter().zip(WEIGHTS) {
            let total: f64 = weights.iter().sum();
            assert!((total - place).abs() < 1e-14, "{place}: {total}");
        }
        for coefficients in [ERROR, DENSE] {
            let total: f64 = coefficients.iter().sum();
            assert!(total.abs() < 1e-14, "{total}");
        }
    }
}
