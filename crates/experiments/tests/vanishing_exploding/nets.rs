//! Nets against theory, and what layers and initialisations do.

use popgrad_figures::Layer;

use crate::support::{figure, panel, value};
use crate::{DEPTH, LAYERS, SUBJECT, apart, curve, first, over_nets, printed, receive};

#[test]
fn wide_nets_do_what_theory_says() {
    let wide = ("width", 128.0);
    for (settings, expected) in [
        ([wide, ("gain", 0.8)], 0.006_057),
        ([wide, ("gain", 1.0)], 0.189_67),
        ([wide, ("initialisation", 3.0)], 5.0357),
    ] {
        let figure = figure(&SUBJECT.state(&settings), LAYERS);
        let theory = curve(&figure, "gradient", "theory of very wide nets")[0][1];
        assert!((theory / expected - 1.0).abs() < 1e-3, "{theory}");
        let measured = over_nets(&settings, 20);
        assert!(apart(measured, theory) < 1.16, "{measured} {theory}");
    }
}

#[test]
fn orthogonal_weights_are_exact_only_without_tanh() {
    let orthogonal = [
        ("initialisation", 5.0),
        ("gain", 1.0),
        ("depth", 100.0),
        ("width", 16.0),
    ];
    let linear = [&orthogonal[..], &[("activation", 7.0)]].concat();
    assert!((first(&linear) - 1.0).abs() < 1e-12, "{}", first(&linear));
    assert!(first(&orthogonal) < 0.2, "{}", first(&orthogonal));
    assert_eq!(SUBJECT.number("orthogonal_linear"), "1");
    assert!(printed("orthogonal_tanh") < 0.2);
}

#[test]
fn pytorchs_gain_explodes_slowly() {
    let (twenty, hundred) = (printed("pytorch_20"), printed("pytorch_100"));
    assert!((twenty - 5.04).abs() < 0.01 && (hundred / 10_300.0 - 1.0).abs() < 0.01);
    let measured = first(&[("initialisation", 3.0)]);
    assert!((1.5..15.0).contains(&measured), "{measured}");
}

#[test]
fn residual_connections_keep_every_gradient_and_normalisation_keeps_none() {
    let small = first(&[("gain", 0.3), ("residual", 1.0)]);
    assert!(small > 0.9, "{small}");
    assert!(first(&[("gain", 0.3)]) < 1e-9);
    // Normalised, the gain does not matter.
    let normalised = [0.3, 1.0, 4.0].map(|gain| first(&[("gain", gain), ("normalisation", 1.0)]));
    for gradient in normalised {
        assert!((gradient / normalised[0] - 1.0).abs() < 0.02, "{gradient}");
    }
    let over = over_nets(&[("gain", 0.3), ("normalisation", 1.0)], 20);
    assert!(over > 2.0, "{over}");
    assert_eq!(SUBJECT.number("normalised_factor"), "1.18");
    let both = over_nets(
        &[("residual", 1.0), ("normalisation", 1.0), ("depth", 100.0)],
        5,
    );
    assert!(apart(both, printed("both_100")) < 1.5, "{both}");
}

#[test]
fn narrow_nets_stray_from_theory() {
    let band = |width: f64| {
        let mut state = SUBJECT.state(&[("width", width)]);
        receive(&mut state, "many", 0..30);
        let figure = figure(&state, LAYERS);
        let mut layers = panel(&figure, "gradient").layers.iter();
        let band = layers.find_map(|layer| match layer {
            Layer::Band(band) => Some(band.edges[0]),
            _ => None,
        });
        let [_, low, high] = band.expect("the band has arrived");
        high / low
    };
    let (wide, narrow) = (band(64.0), band(4.0));
    assert!(wide < 10.0 && narrow > 10.0 * wide, "{wide} {narrow}");
    // The typical narrow net lies below the mean square.
    let mut state = SUBJECT.state(&[("width", 4.0)]);
    receive(&mut state, "deeper", 0..10);
    let figure = figure(&state, DEPTH);
    let theory = curve(&figure, "depth", "theory of very wide nets");
    let expected = theory
        .iter()
        .find(|[depth, _]| *depth == 40.0)
        .expect("a depth")[1];
    assert!(value(&figure, "depth-40") < 0.3 * expected);
}

#[test]
fn nothing_overflows_anywhere_in_the_ranges() {
    for activation in 0..8 {
        for (gain, bias, residual) in [(0.3, 0.0, 0.0), (4.0, 0.5, 0.0), (4.0, 0.5, 1.0)] {
            let state = SUBJECT.state(&[
                ("activation", f64::from(activation)),
                ("gain", gain),
                ("bias", bias),
                ("residual", residual),
                ("depth", 100.0),
                ("width", 16.0),
            ]);
            let figure = figure(&state, LAYERS);
            for mark in crate::support::marks(&figure) {
                assert!(mark.value.is_finite(), "{activation} {gain}: {}", mark.id);
                assert!(
                    mark.value > 0.0 || mark.id.starts_with("flat"),
                    "{}",
                    mark.id
                );
            }
        }
    }
}
