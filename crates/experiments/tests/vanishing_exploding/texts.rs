//! What the texts say, and what the question asks.

use popgrad::PopulationNode;

use crate::{SUBJECT, apart, first, over_nets, printed};

#[test]
fn the_factors_of_the_text_are_those_of_theory() {
    let expected = [
        ("chi_05", "0.25"),
        ("chi_08", "0.64"),
        ("chi_09", "0.81"),
        ("chi_1", "1"),
        ("chi_12", "1.03"),
        ("chi_53", "1.21"),
        ("chi_3", "1.86"),
    ];
    for (name, expected) in expected {
        assert_eq!(SUBJECT.number(name), expected, "{name}");
    }
}

#[test]
fn at_the_gain_one_the_text_tells_of_a_power() {
    let numbers = ["border_10", "border_20", "border_50", "border_100"].map(printed);
    assert_eq!(numbers, [0.27, 0.19, 0.12, 0.084]);
    // Ten times the layers leave 1/√10 of it.
    assert!((numbers[3] / numbers[0] * libm::sqrt(10.0) - 1.0).abs() < 0.03);
}

#[test]
fn gradients_vanish_without_saturation_and_explode_with_it() {
    let percent = |name: &str| -> f64 {
        let text = SUBJECT.number(name).replace("\u{a0}%", "");
        text.parse().expect("percent")
    };
    assert!(percent("flat_08") < 2.0, "{}", percent("flat_08"));
    assert!(
        (35.0..65.0).contains(&percent("flat_3")),
        "{}",
        percent("flat_3")
    );
    assert!(over_nets(&[("gain", 0.8)], 10) < 0.02 && over_nets(&[("gain", 3.0)], 10) > 100.0);
}

#[test]
fn twice_the_depth_at_the_gain_of_the_question_is_about_squared() {
    let (once, twice) = (first(&[]), first(&[("depth", 40.0)]));
    assert!(once < 0.02 && twice < 0.02 * once, "{once} {twice}");
    // Within a factor of 4 of the square, and far from every other answer.
    assert!(apart(twice, once * once) < 4.0);
    let state = SUBJECT.state(&[]);
    let verdict = |answer| {
        state
            .experiment()
            .verdict(&state, answer)
            .expect("a verdict")
    };
    assert!(verdict(3.0).starts_with("Yes"), "{}", verdict(3.0));
    for answer in [0.0, 1.0, 2.0] {
        assert!(verdict(answer).starts_with("Not so"), "{}", verdict(answer));
    }
}

#[test]
fn a_residual_layer_adds_what_the_text_says() {
    let [first, last, all] = ["residual_first", "residual_last", "residual_20"].map(printed);
    assert!(0.0 < last && last < first && first < 1.0, "{last} {first}");
    // Twenty layers, of which each multiplies the mean square by more than the last and less than the first.
    let bound = |added: f64| libm::pow(1.0 + added, 10.0);
    assert!(bound(last) < all && all < bound(first), "{all}");
}

#[test]
fn twenty_layers_leave_less_than_the_power_of_their_gain() {
    assert!((printed("power_20") / libm::pow(0.8, 20.0) - 1.0).abs() < 0.05);
    assert!(printed("first_20") < 0.7 * printed("power_20"));
}

#[test]
fn the_code_cell_loses_its_gradient_as_the_text_says() {
    let code = SUBJECT.article().code();
    assert!(code.contains("range(20)") && code.contains("h * 0.8"));
    let x = PopulationNode::new([0.5, -1.0, 2.0]);
    let factor = PopulationNode::new(0.8);
    let mut h = x.clone();
    for _ in 0..20 {
        h = (&h * &factor).tanh();
    }
    h.sum().backprop();
    for gradient in x.grad() {
        assert!(
            gradient > 0.0 && gradient < libm::pow(0.8, 20.0),
            "{gradient}"
        );
    }
}
