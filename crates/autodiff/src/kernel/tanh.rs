//! The hyperbolic tangent, with the same digits on every platform.

use libm::expm1;

/// tanh(x) by the formulas of fdlibm (`s_tanh.c`): through expm1(-2|x|) below 1, through expm1(2|x|) from 1 on,
/// and 1 from 22 on, where nothing else is nearer.
pub(crate) fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if size.is_nan() {
        return f64::NAN;
    }
    let y = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    } else {
        let t = expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    y.copysign(x)
}
