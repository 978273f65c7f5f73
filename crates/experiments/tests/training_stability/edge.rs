//! The edge of stability.

use std::time::Instant;

use popgrad_experiments::State;
use popgrad_figures::Layer;

use crate::support::{figure, find_mark, panel, value};
use crate::{SUBJECT, close, said, state, with_job};

const EDGE: &str = "training-stability-edge";
const RUN: &str = "edge-run";

fn run(settings: &[(&str, f64)]) -> State {
    with_job(state(settings), RUN)
}

/// Steps and heights of a curve of a panel, by its name, in the order in which it is drawn.
fn curve(state: &State, panel_id: &str, name: &str) -> Vec<[f64; 2]> {
    let figure = figure(state, EDGE);
    let found = panel(&figure, panel_id)
        .layers
        .iter()
        .find_map(|layer| match layer {
            Layer::Curve(curve) if curve.name == name => Some(curve.points.clone()),
            _ => None,
        });
    found.expect("the curve")
}

#[test]
fn the_sharpness_settles_at_two_over_the_step() {
    for (name, bound) in [("edge_2", 10.0), ("edge_3", 6.67), ("edge_4", 5.0)] {
        close(said(name), bound, 0.015);
    }
    for step in [0.2, 0.3, 0.4] {
        let state = run(&[("edge-step", step)]);
        let sharpness = curve(&state, "sharpness", "sharpness");
        let bound = 2.0 / step;
        assert!(sharpness[0][1] < 0.8 * bound, "it starts below the edge");
        let late = &sharpness[sharpness.len() * 4 / 5..];
        for [_, sharpness] in late {
            assert!((sharpness / bound - 1.0).abs() < 0.1, "{step}: {sharpness}");
        }
        assert!(value(&figure(&state, EDGE), "reached") > 0.0);
    }
}

#[test]
fn the_sharpness_rises_from_where_it_begins() {
    let state = run(&[]);
    let sharpness = curve(&state, "sharpness", "sharpness");
    close(sharpness[0][1], said("edge_first"), 0.01);
    let reached = value(&figure(&state, EDGE), "reached");
    let before = sharpness.iter().filter(|[step, _]| *step <= reached);
    let lowest = before.fold(f64::MAX, |least, [_, sharpness]| least.min(*sharpness));
    assert!(lowest > 0.99 * sharpness[0][1], "it falls to {lowest}");
}

#[test]
fn the_loss_falls_unevenly() {
    let losses = curve(&run(&[]), "loss", "loss");
    assert_eq!(losses.len(), 5000);
    let rises = losses.windows(2).filter(|pair| pair[1][1] > pair[0][1]);
    assert!(rises.count() > 200);
    let lowest = |part: &[[f64; 2]]| part.iter().fold(f64::MAX, |least, at| least.min(at[1]));
    let thousands: Vec<_> = losses.chunks(1000).map(lowest).collect();
    assert!(
        thousands.windows(2).all(|pair| pair[1] < pair[0]),
        "{thousands:?}"
    );
}

#[test]
fn a_small_step_never_reaches_the_edge() {
    let state = run(&[("edge-step", 0.05)]);
    let figure = figure(&state, EDGE);
    assert!(find_mark(&figure, "reached").is_none());
    assert!(value(&figure, "sharpness") < 20.0, "far below 2/0.05 = 40");
}

#[test]
fn scrubbing_reads_the_record_and_hides_what_comes_later() {
    let mut state = run(&[]);
    let last = value(&figure(&state, EDGE), "loss");
    state.set("time", 0.0).unwrap();
    let first = figure(&state, EDGE);
    assert!(value(&first, "loss") > 100.0 * last);
    assert!(find_mark(&first, "reached").is_none());
    assert!(first.title.contains("becomes sharper"), "{}", first.title);
    // The whole record is still there: moving in time drops nothing.
    assert_eq!(state.results(RUN).count(), 5);
    assert_eq!(curve(&state, "sharpness", "sharpness").len(), 1);
    assert_eq!(curve(&state, "sharpness", "later in the run").len(), 501);
}

#[test]
fn parts_join_without_a_seam() {
    let state = run(&[]);
    let parts: Vec<_> = state
        .results(RUN)
        .map(|(_, numbers)| numbers.to_vec())
        .collect();
    assert_eq!(parts.len(), 5);
    // 1000 losses, then frames of a sharpness and 49 parameters: the last of a part is the first of the next.
    for pair in parts.windows(2) {
        let end = &pair[0][pair[0].len() - 50..];
        let begin = &pair[1][1000..1050];
        assert_eq!(end, begin);
    }
}

#[test]
fn the_output_meets_the_sine() {
    let state = run(&[]);
    let output = curve(&state, "fit", "output of the net");
    for [x, y] in output.into_iter().filter(|[x, _]| (0.0..=1.0).contains(x)) {
        let sine = libm::sin(2.0 * std::f64::consts::PI * x);
        assert!((y - sine).abs() < 0.2, "{x}: {y} {sine}");
    }
}

#[test]
fn a_frame_is_computed_faster_than_it_is_shown() {
    let (article, state) = (SUBJECT.article(), state(&[]));
    let begin = Instant::now();
    let part = article.work(&state, RUN, 4).unwrap();
    let seconds = begin.elapsed().as_secs_f64();
    let frames = (part.len() - 1000) / 50;
    assert_eq!(frames, 101);
    // Thirty frames a second, with five times the time for a busy machine.
    let rate = frames as f64 / seconds;
    assert!(rate > 30.0 / 5.0, "{rate} frames a second");
}

#[test]
fn too_large_a_step_says_where_no_number_is_left() {
    let state = run(&[("edge-step", 0.8)]);
    let losses = curve(&state, "loss", "loss");
    let lost = losses.iter().position(|[_, loss]| !loss.is_finite());
    let lost = lost.expect("the run diverges");
    let figure = figure(&state, EDGE);
    let said = format!("at step {lost} no number");
    assert!(figure.title.contains(&said), "{}", figure.title);
    for id in ["loss", "sharpness"] {
        let explained = SUBJECT.article().explain(&state, EDGE, id).unwrap();
        let words = explained.words;
        assert!(words.contains(&format!("at step {lost}")), "{words}");
        assert!(words.contains("the step size 0.8"), "{words}");
    }
}
