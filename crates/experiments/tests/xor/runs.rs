//! The recorded run and those beside it.

use popgrad_experiments::State;
use popgrad_figures::{Layer, Role};

use crate::by_hand::Net;
use crate::support::figure;
use crate::{after, experiment, formula, mark, recorded, state};

#[test]
fn the_run_waits_where_two_points_share_an_answer_and_then_learns() {
    let mut state = recorded(&[]);
    let end = figure(&state, "xor-net");
    assert!(end.title.contains("a line parts them"), "{}", end.title);
    assert!(mark(&end, "here").unwrap() < 1e-6);
    let record = experiment().work(&state, "run", 0).unwrap();
    let loss = |step: usize| record[step * 10 - 1];
    assert!((loss(10) - 1.0).abs() < 0.03);
    let near = (100..220).filter(|&step| (loss(step) - 0.5).abs() < 0.05);
    assert!(near.count() >= 80);
    state.set("step", 160.0).unwrap();
    let points = ["point-1", "point-2", "point-3", "point-4"];
    let answers = points.map(|point| after(&formula(&state, "xor-net", point), "output = "));
    for (answer, wanted) in answers.into_iter().zip([-1.0, 0.0, 1.0, 0.0]) {
        assert!((answer - wanted).abs() < 0.15, "{answers:?}");
    }
    let waiting = figure(&state, "xor-net");
    assert_eq!(mark(&waiting, "here"), Some(loss(160)));
    assert!(
        waiting.title.starts_with("At step 160"),
        "{}",
        waiting.title
    );
    // One of the runs beside it stays on that level.
    let stays = mark(&end, "run-4").unwrap();
    assert!((stays - 0.5).abs() < 1e-3, "{stays}");
}

#[test]
fn scrubbing_computes_nothing_anew() {
    let keys = |state: &State| -> Vec<_> { state.jobs().into_iter().map(|job| job.key).collect() };
    let mut state = recorded(&[]);
    let before = keys(&state);
    for (id, value) in [
        ("step", 17.0),
        ("left", 1.0),
        ("right", -1.0),
        ("rate", 0.5),
    ] {
        state.set(id, value).unwrap();
        assert_eq!(keys(&state), before, "{id}");
    }
    assert!(mark(&figure(&state, "xor-net"), "here").is_some());
    for (id, value) in [
        ("hidden", 3.0),
        ("eta", 0.2),
        ("gain", 2.0),
        ("seed", 7.0),
        ("loss", 1.0),
        ("targets", 1.0),
        ("output", 1.0),
        ("units", 1.0),
    ] {
        let mut other = state.clone();
        other.set(id, value).unwrap();
        assert_ne!(keys(&other)[0], before[0], "{id}");
        assert_eq!(mark(&figure(&other, "xor-net"), "here"), None);
    }
}

#[test]
fn a_record_is_the_same_as_steps_made_by_hand() {
    let record = experiment().work(&state(&[]), "run", 0).unwrap();
    assert_eq!(record.len(), 4000 * 10);
    let mut net = Net::new(1.0, 135);
    for row in record.chunks_exact(10).take(300) {
        assert_eq!(net.row(), row);
        net.step();
    }
}

#[test]
fn a_run_beside_is_that_of_its_seed() {
    let beside = experiment().work(&state(&[]), "others", 2).unwrap();
    let alone = experiment()
        .work(&state(&[("seed", 138.0)]), "run", 0)
        .unwrap();
    let losses: Vec<f64> = alone.chunks_exact(10).map(|row| row[9]).collect();
    assert_eq!(beside[0], losses[0]);
    assert_eq!(beside.last(), losses.last());
    assert!(beside.iter().all(|loss| losses.contains(loss)));
}

#[test]
fn without_tanh_a_net_is_a_line() {
    for hidden in [1.0, 2.0, 8.0] {
        let state = recorded(&[("units", 1.0), ("hidden", hidden)]);
        let loss = mark(&figure(&state, "xor-net"), "here").unwrap();
        assert!((loss - 1.0).abs() < 1e-6, "{hidden}: {loss}");
    }
}

#[test]
fn one_unit_never_gets_four_points_right() {
    for seed in 1..=20 {
        let state = recorded(&[("hidden", 1.0), ("seed", f64::from(seed)), ("runs", 1.0)]);
        let loss = mark(&figure(&state, "xor-net"), "here").unwrap();
        assert!(loss > 0.66, "{seed}: {loss}");
        let wrong =
            |layer: &Layer| matches!(layer, Layer::Points(points) if points.role == Role::Wrong);
        let panels = figure(&state, "xor-net").panels;
        assert!(panels[0].layers.iter().any(wrong), "{seed}");
    }
}

#[test]
fn a_step_too_long_names_the_weight_and_the_step() {
    let state = recorded(&[("eta", 1.0)]);
    let figure = figure(&state, "xor-net");
    let step = mark(&figure, "broken").expect("the step is marked");
    assert!(
        figure.title.contains(&format!("at step {step}")),
        "{}",
        figure.title
    );
    let record = experiment().work(&state, "run", 0).unwrap();
    let is_finite = |step: f64| {
        let row = &record[(step as usize - 1) * 10..][..9];
        row.iter().all(|weight| weight.is_finite())
    };
    assert!(is_finite(step - 1.0) && !is_finite(step));
    let explained = experiment().explain(&state, "xor-net", "broken").unwrap();
    assert!(
        explained.words.contains(&format!("At step {step} the ")),
        "{}",
        explained.words
    );
    let (left, right) = explained.formula.split_once(" = ").unwrap();
    assert!(
        left.contains(" − 1·(") && ["∞", "−∞", "NaN"].contains(&right),
        "{}",
        explained.formula
    );
    let words = format!("{figure:?}");
    assert!(words.contains("no numbers any more"));
}

#[test]
fn only_tanh_bends_the_plane() {
    let places = |state: &State, panel: &str| -> [[f64; 2]; 4] {
        let figure = figure(state, "xor-fold");
        [1, 2, 3, 4].map(|point| crate::support::mark(&figure, &format!("{panel}-{point}")).at)
    };
    // Of a square that is turned and stretched the diagonals still halve each other.
    let bend = |[a, b, c, d]: [[f64; 2]; 4]| {
        let apart = [0, 1].map(|axis| a[axis] + d[axis] - b[axis] - c[axis]);
        libm::hypot(apart[0], apart[1])
    };
    let state = recorded(&[]);
    let bent = places(&state, "net");
    assert!(bend(bent) > 1.0, "{bent:?}");
    assert!(bend(places(&state, "straight")) < 1e-12);
    assert!(bend(places(&recorded(&[("units", 1.0)]), "net")) < 1e-12);
    let distance = |a: [f64; 2], b: [f64; 2]| libm::hypot(a[0] - b[0], a[1] - b[1]);
    assert!(distance(bent[0], bent[3]) < 0.2 && distance(bent[1], bent[2]) > 2.0);
    let flat = places(&recorded(&[("hidden", 1.0)]), "net");
    assert!(flat.iter().all(|place| place[1] == 0.0), "{flat:?}");
    let product = [[-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0], [1.0, 1.0]];
    assert_eq!(places(&state, "product"), product);
}
