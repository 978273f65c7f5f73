//! Deep nets before any learning: the numbers of the texts, nets against theory, and what comes through.

mod support;

use popgrad::PopulationNode;
use popgrad_experiments::State;
use popgrad_figures::{Figure, Layer};
use support::{Subject, figure, find_mark, mark, panel, value};

const SUBJECT: Subject = Subject("vanishing-exploding");
const LAYERS: &str = "vanishing-exploding";
const DEPTH: &str = "vanishing-exploding-depth";
const MAP: &str = "vanishing-exploding-map";

/// A printed number, also one with a power of ten.
fn printed(name: &str) -> f64 {
    let text = SUBJECT.number(name).replace('\u{202f}', "");
    text.parse().expect("a plain number")
}

/// Gives a state some parts of one of its long computations.
fn receive(state: &mut State, id: &str, parts: std::ops::Range<usize>) {
    let job = state.jobs().into_iter().find(|job| job.id == id);
    let job = job.expect("a job of this id");
    for part in parts {
        let result = state.experiment().work(state, id, part).expect("a part");
        state.receive(id, &job.key, part, result);
    }
}

/// The gradient of the first layer of a net, as its bar shows it.
fn first(settings: &[(&str, f64)]) -> f64 {
    value(&figure(&SUBJECT.state(settings), LAYERS), "gradient-0")
}

/// The root mean square of the first layer's gradient over nets of a setting.
fn over_nets(settings: &[(&str, f64)], nets: usize) -> f64 {
    let state = SUBJECT.state(settings);
    let squares = (0..nets).map(|net| {
        let numbers = state.experiment().work(&state, "many", net).expect("a net");
        numbers[0] * numbers[0]
    });
    libm::sqrt(squares.sum::<f64>() / nets as f64)
}

/// How many times the larger of two numbers is the smaller.
fn apart(one: f64, other: f64) -> f64 {
    (one / other).max(other / one)
}

fn curve<'a>(figure: &'a Figure, panel_id: &str, name: &str) -> &'a [[f64; 2]] {
    let layers = panel(figure, panel_id).layers.iter();
    let mut curves = layers.filter_map(|layer| match layer {
        Layer::Curve(curve) if curve.name == name => Some(&curve.points[..]),
        _ => None,
    });
    curves.next().expect("the curve is drawn")
}

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
fn while_the_reader_predicts_nothing_beyond_the_question_is_shown() {
    let mut state = SUBJECT.state(&[]);
    receive(&mut state, "deeper", 0..2);
    let deepest = |state: &State| {
        let figure = figure(state, DEPTH);
        let marks = support::marks(&figure).into_iter();
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
fn initialisations_set_the_gain_whatever_the_slider_says() {
    let gain = |initialisation: f64| {
        let state = SUBJECT.state(&[("initialisation", initialisation), ("gain", 3.0)]);
        mark(&figure(&state, MAP), "net").at[0]
    };
    let expected = [libm::sqrt(2.0), 5.0 / 3.0, libm::sqrt(64.0 / 12.0)];
    assert_eq!(gain(1.0), 1.0);
    for (initialisation, expected) in [2.0, 3.0, 4.0].into_iter().zip(expected) {
        assert!((gain(initialisation) - expected).abs() < 1e-12);
    }
    assert!((gain(0.0) - 3.0).abs() < 0.05 && gain(5.0) == gain(0.0));
    // Where the slider is not asked, neither a click nor a drag can move it.
    let picks = |initialisation: f64| {
        let figure = figure(&SUBJECT.state(&[("initialisation", initialisation)]), MAP);
        let is_movable = mark(&figure, "net").movable.is_some();
        (panel(&figure, "map").pick.is_some(), is_movable)
    };
    assert_eq!(picks(0.0), (true, true));
    assert_eq!(picks(2.0), (false, false));
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
            for mark in support::marks(&figure) {
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
