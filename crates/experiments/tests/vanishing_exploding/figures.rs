//! What the figures show, hide and explain.

use popgrad_experiments::State;
use popgrad_figures::Layer;
use popgrad_figures::number::short;

use crate::support::{figure, find_mark, mark, panel, value};
use crate::{DEPTH, LAYERS, MAP, SUBJECT, curve, first, receive};

#[test]
fn while_the_reader_predicts_nothing_beyond_the_question_is_shown() {
    let mut state = SUBJECT.state(&[]);
    receive(&mut state, "deeper", 0..2);
    let deepest = |state: &State| {
        let figure = figure(state, DEPTH);
        let marks = crate::support::marks(&figure).into_iter();
        let stops = marks.filter(|mark| mark.id.starts_with("depth-"));
        let measured = stops.map(|mark| mark.at[0]).fold(0.0, f64::max);
        let theory = curve(&figure, "depth", "theory of very wide nets");
        (measured, theory[theory.len() - 1][0], figure.title)
    };
    assert_eq!((deepest(&state).0, deepest(&state).1), (100.0, 100.0));
    state.predict(3.0).expect("an answer");
    let (measured, theory, title) = deepest(&state);
    assert_eq!((measured, theory), (20.0, 20.0));
    assert!(title.ends_with('?'), "{title}");
    assert_eq!(mark(&figure(&state, DEPTH), "predicted").at[0], 40.0);
    state.commit();
    assert_eq!(deepest(&state).0, 100.0);
    assert!(find_mark(&figure(&state, DEPTH), "predicted").is_some());
    // The question is of one net: beside another, the answer would mean nothing.
    state.set("gain", 2.0).expect("a gain");
    assert!(find_mark(&figure(&state, DEPTH), "predicted").is_none());
}

#[test]
fn initialisations_set_the_gain_whatever_the_slider_said() {
    let gain = |initialisation: f64| {
        let state = SUBJECT.state(&[("gain", 3.0), ("initialisation", initialisation)]);
        mark(&figure(&state, MAP), "net").at[0]
    };
    let expected = [libm::sqrt(2.0), 5.0 / 3.0, libm::sqrt(64.0 / 12.0)];
    assert_eq!(gain(1.0), 1.0);
    for (initialisation, expected) in [2.0, 3.0, 4.0].into_iter().zip(expected) {
        assert!((gain(initialisation) - expected).abs() < 1e-12);
    }
    assert!((gain(0.0) - 3.0).abs() < 0.05 && gain(5.0) == gain(0.0));
}

#[test]
fn a_named_initialisation_moves_the_slider_and_the_slider_leaves_it() {
    let mut state = SUBJECT.state(&[]);
    let now = |state: &State| {
        let gain = state.get("gain").unwrap();
        (state.count("initialisation").unwrap(), short(gain))
    };
    assert_eq!(now(&state), (0, "0.8".to_owned()));
    state.set("initialisation", 2.0).unwrap();
    assert_eq!(now(&state), (2, "1.41".to_owned()));
    state.set("initialisation", 4.0).unwrap();
    state.set("width", 12.0).unwrap();
    assert_eq!(now(&state), (4, "1".to_owned()));
    state.set("initialisation", 2.0).unwrap();
    state.set("initialisation", 5.0).unwrap();
    assert_eq!(now(&state), (5, "1.42".to_owned()));
    state.set("gain", 2.0).unwrap();
    assert_eq!(state.count("initialisation"), Ok(5));
    state.set("initialisation", 1.0).unwrap();
    state.nudge("gain", 1.0).unwrap();
    assert_eq!(now(&state), (0, "1.02".to_owned()));
}

#[test]
fn a_gradient_of_exactly_zero_names_the_layer_that_blocks_it() {
    // One relu unit in each layer: its weight is negative sooner or later.
    let state = SUBJECT.state(&[("width", 1.0), ("activation", 1.0)]);
    assert_eq!(first(&[("width", 1.0), ("activation", 1.0)]), 0.0);
    let figure = figure(&state, LAYERS);
    assert!(figure.title.contains("Nothing at all"), "{}", figure.title);
    let experiment = state.experiment();
    let told = experiment
        .explain(&state, LAYERS, "gradient-0")
        .expect("words");
    let blocked = (1..=20).find(|layer| told.words.contains(&format!("layer {layer} lets")));
    let blocked = blocked.expect("a layer is named");
    assert_eq!(value(&figure, &format!("gradient-{}", blocked - 1)), 0.0);
    assert!(value(&figure, &format!("gradient-{blocked}")) != 0.0);
    let normalised = SUBJECT.state(&[("width", 1.0), ("normalisation", 1.0)]);
    let told = experiment.explain(&normalised, LAYERS, "gradient-0");
    assert!(
        told.expect("words")
            .words
            .contains("normalisation subtracts")
    );
}

#[test]
fn what_32_bits_cannot_hold_is_told() {
    let words = |settings: &[(&str, f64)]| {
        let state = SUBJECT.state(settings);
        let told = state.experiment().explain(&state, LAYERS, "gradient-0");
        told.expect("words").words
    };
    let deep = [("depth", 100.0), ("width", 32.0)];
    let vanished = words(&[&deep[..], &[("gain", 0.3)]].concat());
    assert!(
        vanished.contains("In 32 bits") && vanished.contains("be 0 from layer"),
        "{vanished}"
    );
    let exploded = words(&[&deep[..], &[("gain", 4.0), ("activation", 7.0)]].concat());
    assert!(exploded.contains("be ∞ from layer"), "{exploded}");
    assert!(!words(&[]).contains("32 bits"));
}

#[test]
fn a_net_is_the_same_when_it_is_computed_at_once_and_in_the_pool() {
    let state = SUBJECT.state(&[]);
    let numbers = state.experiment().work(&state, "many", 0).expect("a net");
    let own = figure(&state, LAYERS);
    for layer in 0..=20 {
        let bar = value(&own, &format!("gradient-{layer}"));
        assert_eq!(bar.to_bits(), numbers[3 * layer].to_bits(), "{layer}");
    }
    // A large net waits for the pool instead of holding up the page.
    let mut large = SUBJECT.state(&[("width", 256.0)]);
    assert!(find_mark(&figure(&large, LAYERS), "gradient-0").is_none());
    receive(&mut large, "many", 0..1);
    assert!(find_mark(&figure(&large, LAYERS), "gradient-0").is_some());
}

/// How many columns of the map have a theory of their own.
fn theory_columns(state: &State) -> usize {
    let figure = figure(state, MAP);
    let mut layers = panel(&figure, "map").layers.iter();
    let grid = layers.find_map(|layer| match layer {
        Layer::Contours(contours) => Some(&contours.grid),
        _ => None,
    });
    let grid = grid.expect("the contours of theory");
    let row = (0..grid.columns).map(|column| grid.value(column, 10).to_bits());
    row.collect::<std::collections::BTreeSet<_>>().len()
}

#[test]
fn the_map_is_coarse_first_and_agrees_with_the_net_above() {
    let mut state = SUBJECT.state(&[("width", 16.0)]);
    let cells = |state: &State| {
        let figure = figure(state, MAP);
        let mut layers = panel(&figure, "map").layers.iter();
        layers.find_map(|layer| match layer {
            Layer::HeatMap(map) => Some(map.grid.clone()),
            _ => None,
        })
    };
    assert!(cells(&state).is_none());
    let different = |state: &State| {
        let grid = cells(state).expect("a part has arrived");
        let row = (0..grid.columns).map(|column| grid.value(column, 10).to_bits());
        row.collect::<std::collections::BTreeSet<_>>().len()
    };
    // Theory comes whole and first.
    receive(&mut state, "expected", 0..1);
    assert_eq!(theory_columns(&state), 24);
    receive(&mut state, "map", 0..1);
    assert_eq!(different(&state), 4);
    receive(&mut state, "map", 1..6);
    assert_eq!(different(&state), 24);
    // The row of 18 layers. The slider comes within half a step of a column's gain; beyond 1.5 the smallest
    // difference of the gain becomes a large one of the values.
    let grid = cells(&state).expect("the whole map");
    let ratio = libm::log(4.0 / 0.3);
    for column in 0..15 {
        let gain = 0.3 * libm::exp(ratio * (f64::from(column) + 0.5) / 24.0);
        let net = first(&[("width", 16.0), ("depth", 18.0), ("gain", gain)]);
        let cell = grid.value(column as usize, 3);
        assert!(
            (cell - libm::log10(net)).abs() < 0.2,
            "{gain}: {cell} {}",
            libm::log10(net)
        );
    }
}
