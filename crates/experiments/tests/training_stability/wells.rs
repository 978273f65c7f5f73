//! The two wells.

use popgrad_figures::Layer;

use crate::support::{figure, panel, value};
use crate::{SUBJECT, close, said, state};

const WELLS: &str = "training-stability-wells";

/// The words of the chosen step.
fn fate(step: f64) -> String {
    let state = state(&[("wells-step", step)]);
    let explained = SUBJECT.article().explain(&state, WELLS, "present-step");
    explained.expect("an explanation").words
}

#[test]
fn the_run_rests_doubles_wanders_hops_and_leaves_where_theory_says() {
    let figure = figure(&state(&[]), WELLS);
    let [two, four, hopping, leaving] =
        ["period-2", "period-4", "hopping", "divergence"].map(|id| value(&figure, id));
    close(two, 1.0, 0.0);
    close(four, 1.2360679774997896, 1e-15);
    close(hopping, 1.598_076_211_353_316, 1e-15);
    close(leaving, 2.0, 0.0);
    assert!(fate(two - 0.02).contains("comes to rest"));
    for step in [two + 0.02, four - 0.02] {
        assert!(fate(step).contains("every 2 steps"), "{}", fate(step));
    }
    assert!(fate(four + 0.02).contains("every 4 steps"));
    assert!(fate(1.29).contains("every 8 steps"), "{}", fate(1.29));
    assert!(fate(1.4).contains("stays in one well"), "{}", fate(1.4));
    assert!(fate(1.65).contains("visits both wells"), "{}", fate(1.65));
    assert!(fate(leaving - 0.002).contains("both wells"));
    assert!(fate(leaving + 0.01).contains("diverges"));
}

#[test]
fn chaos_begins_near_1_303() {
    close(said("chaos"), 1.303, 0.001);
    // The cycle of 8, just before, repeats.
    assert!(fate(said("chaos") - 0.012).contains("every 8 steps"));
}

/// The lowest and the highest place that a column of the diagram visits; `None` where it is hatched.
fn visited(step: f64) -> Option<[f64; 2]> {
    let figure = figure(&state(&[]), WELLS);
    let map = panel(&figure, "diagram")
        .layers
        .iter()
        .find_map(|layer| match layer {
            Layer::HeatMap(map) => Some(&map.grid),
            _ => None,
        });
    let grid = map.expect("the diagram");
    let part = (step - grid.x[0]) / (grid.x[1] - grid.x[0]);
    let column = (part * grid.columns as f64) as usize;
    let rows = (0..grid.rows).filter(|row| grid.value(column, *row) > 0.0);
    let rows: Vec<_> = rows.collect();
    let height = |row: usize| {
        let part = (row as f64 + 0.5) / grid.rows as f64;
        grid.y[0] + part * (grid.y[1] - grid.y[0])
    };
    Some([height(*rows.first()?), height(*rows.last()?)])
}

#[test]
fn the_diagram_shows_what_the_runs_do() {
    let [low, high] = visited(0.8).unwrap();
    assert!(low == high && (high - 1.0).abs() < 0.02, "{low} {high}");
    // The two places of the cycle lie around the well.
    let [low, high] = visited(1.1).unwrap();
    assert!(low < 0.95 && high > 1.05, "{low} {high}");
    let [low, high] = visited(1.58).unwrap();
    assert!(low > 0.0 && high > 1.2, "{low} {high}");
    let [low, high] = visited(1.7).unwrap();
    assert!(low < -1.2 && high > 1.2, "{low} {high}");
    assert_eq!(visited(2.05), None);
}
