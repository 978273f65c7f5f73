//! Maps between data and pixels.

use popgrad_figures::{Axis, AxisMap};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_linear_map_inverts(low in -1e6..1e6, span in 1e-3..1e6, part in -0.5..1.5) {
        let map = AxisMap::new(&Axis::linear("x", [low, low + span]), [300.0, 20.0]);
        let value = low + part * span;
        let tolerance = 1e-9 * (low.abs() + span);
        prop_assert!((map.to_data(map.to_pixel(value)) - value).abs() <= tolerance);
    }

    #[test]
    fn a_log_map_inverts(low in -12.0..6.0, decades in 0.1..12.0, part in 0.0..1.0) {
        let domain = [libm::exp10(low), libm::exp10(low + decades)];
        let map = AxisMap::new(&Axis::log10("x", domain), [20.0, 300.0]);
        let value = libm::exp10(low + part * decades);
        prop_assert!((map.to_data(map.to_pixel(value)) / value - 1.0).abs() < 1e-9);
    }
}

#[test]
fn equal_ratios_are_equal_distances_on_a_log_axis() {
    let map = AxisMap::new(&Axis::log10("x", [0.01, 100.0]), [0.0, 400.0]);
    let pixels = [0.01, 0.1, 1.0, 10.0, 100.0].map(|value| map.to_pixel(value));
    for (pixel, expected) in pixels.iter().zip([0.0, 100.0, 200.0, 300.0, 400.0]) {
        assert!((pixel - expected).abs() < 1e-9);
    }
    assert!(!map.to_pixel(0.0).is_finite());
}
