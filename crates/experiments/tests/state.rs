//! Setting parameters.

use popgrad_experiments::{Error, Parameter, Scale, State, find};
use proptest::prelude::*;

fn parameter(scale: Scale, minimum: f64, maximum: f64, step: f64) -> Parameter {
    let parameter = Parameter::number("p", "p", "p", [minimum, maximum], step, minimum);
    match scale {
        Scale::Linear => parameter,
        Scale::Log => parameter.logarithmic(),
    }
}

#[test]
fn steps_leave_no_stray_digits() {
    let linear = parameter(Scale::Linear, 0.0, 1.2, 0.01);
    for hundredths in 0..=120 {
        let value = f64::from(hundredths) / 100.0;
        assert_eq!(linear.nearest(value + 0.004), value);
        assert_eq!(linear.nearest(value - 0.004), value);
    }
    let log = parameter(Scale::Log, 0.001, 1000.0, 0.5);
    assert_eq!(log.nearest(0.091_23), 0.1);
    assert_eq!(log.nearest(1e9), 1000.0);
}

#[test]
fn round_numbers_are_taken_on_a_logarithmic_scale_as_they_are() {
    let log = parameter(Scale::Log, 0.001, 1000.0, 0.02);
    for value in [0.5, 0.9, 3.0, 0.792, 125.0] {
        assert_eq!(log.nearest(value), value);
    }
    assert_eq!(log.nearest(2.9731), 3.01995);
    assert_eq!(log.moved(3.0, 1.0), log.nearest(log.moved(3.0, 1.0)));
}

proptest! {
    #[test]
    fn setting_twice_changes_nothing(value in -5.0..5.0) {
        let linear = parameter(Scale::Linear, -1.0, 2.5, 0.03);
        let once = linear.nearest(value);
        prop_assert_eq!(linear.nearest(once), once);
        prop_assert!((-1.0..=2.5).contains(&once));
        prop_assert!((once - value.clamp(-1.0, 2.5)).abs() <= 0.015 + 1e-9);
    }

    #[test]
    fn logarithmic_steps_are_ratios(power in -4.0..4.0) {
        let log = parameter(Scale::Log, 1e-3, 1e3, 0.02);
        let value = libm::exp10(power);
        let ratio = log.nearest(value) / value.clamp(1e-3, 1e3);
        prop_assert!(libm::log10(ratio).abs() <= 0.01 + 1e-9);
    }
}

#[test]
fn state_that_cannot_be_are_refused_and_change_nothing() {
    let mut state = State::defaults(find("gradient-shape").unwrap());
    state.set("scale", 0.5).unwrap();
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let message = state.set("scale", value).unwrap_err().to_string();
        assert!(message.contains("from 0 to 1.2"), "{message}");
    }
    let unknown = state.set("scal", 1.0).unwrap_err();
    assert!(matches!(unknown, Error::UnknownParameter { .. }));
    assert!(unknown.to_string().contains("`scale`"), "{unknown}");
    assert_eq!(state.get("scale").unwrap(), 0.5);
    state.set("scale", -7.0).unwrap();
    assert_eq!(state.get("scale").unwrap(), 0.0);
}
