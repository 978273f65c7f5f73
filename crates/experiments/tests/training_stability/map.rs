//! The trainability map.

use popgrad_experiments::{State, link};
use popgrad_figures::{Grid, Layer};

use crate::support::{figure, panel, value};
use crate::{SUBJECT, close, state, with_job};

const MAP: &str = "training-stability-map";
const COARSE: &str = "map";
const FINE: &str = "map-fine";

fn grid(state: &State) -> Option<Grid> {
    let figure = figure(state, MAP);
    panel(&figure, "map")
        .layers
        .iter()
        .find_map(|layer| match layer {
            Layer::HeatMap(map) => Some(map.grid.clone()),
            _ => None,
        })
}

/// Receives one part.
fn receive(state: &mut State, id: &str, part: usize) {
    let jobs = state.jobs();
    let job = jobs.iter().find(|job| job.id == id).expect("the job");
    let result = SUBJECT.article().work(state, id, part).expect("a part");
    state
        .receive(id, &job.key, part, result)
        .expect("its length");
}

#[test]
fn the_map_comes_coarse_first_and_then_finer() {
    let mut state = state(&[]);
    assert!(grid(&state).is_none());
    receive(&mut state, COARSE, 0);
    let first = grid(&state).unwrap();
    assert_eq!((first.columns, first.rows), (16, 16));
    assert!(first.values.iter().all(|value| value.is_finite()));
    receive(&mut state, COARSE, 3);
    let second = grid(&state).unwrap();
    assert_eq!((second.columns, second.rows), (64, 64));
    // Part 3 holds the rows from 16 on; the others wear the cells that they lie in.
    assert_eq!(second.value(5, 60), first.value(1, 15));
    let part = SUBJECT.article().work(&state, COARSE, 3).unwrap();
    assert_eq!(second.values[16 * 64..24 * 64], part);
    receive(&mut state, FINE, 127);
    let third = grid(&state).unwrap();
    assert_eq!((third.columns, third.rows), (256, 256));
    assert_eq!(third.value(40, 70), second.value(10, 17));
    let part = SUBJECT.article().work(&state, FINE, 127).unwrap();
    assert_eq!(third.values[254 * 256..], part);
    assert!(third.values.iter().all(|value| value.is_finite()));
}

#[test]
fn a_cell_is_the_run_of_its_two_step_sizes() {
    let mut state = with_job(state(&[]), COARSE);
    let grid = grid(&state).unwrap();
    let mut seen = [0, 0];
    for (column, row) in [(3, 5), (20, 10), (40, 2), (10, 50), (60, 40), (30, 33)] {
        let center =
            |cell: f64, ends: [f64; 2]| ends[0] + (cell + 0.5) / 64.0 * (ends[1] - ends[0]);
        state
            .set("hidden-step", center(f64::from(column), grid.x))
            .unwrap();
        state
            .set("output-step", center(f64::from(row), grid.y))
            .unwrap();
        let last = value(&figure(&state, MAP), "end");
        let cell = grid.value(column as usize, row as usize);
        if cell < 0.0 {
            close(cell, libm::log10(last.clamp(1e-12, 0.999)), 1e-9);
            seen[0] += 1;
        } else {
            assert!(last.is_nan() || last > 1e6, "{cell} {last}");
            seen[1] += 1;
        }
    }
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
}

#[test]
fn both_fates_and_a_border_are_in_the_map() {
    let grid = grid(&with_job(state(&[]), COARSE)).unwrap();
    let stayed = grid.values.iter().filter(|value| **value < 0.0).count();
    let part = stayed as f64 / grid.values.len() as f64;
    assert!((0.2..0.8).contains(&part), "{part}");
}

/// How often the fate changes along the rows of a map, a straight border being crossed once a row.
fn crossings(zoom: f64) -> f64 {
    let grid = grid(&with_job(state(&[("zoom", zoom)]), COARSE)).expect("a map");
    let rows = grid.values.chunks(grid.columns);
    let changes = rows.flat_map(|row| row.windows(2));
    let changes = changes.filter(|pair| (pair[0] < 0.0) != (pair[1] < 0.0));
    changes.count() as f64 / grid.rows as f64
}

#[test]
fn the_border_stays_rough_at_every_zoom() {
    for zoom in [8.0, 16.0, 24.0, 32.0, 40.0] {
        let crossings = crossings(zoom);
        assert!(crossings > 1.5, "2^{zoom}: {crossings} crossings a row");
    }
}

#[test]
fn the_chosen_place_lies_on_the_border_to_the_last_digit() {
    let state = state(&[]);
    let output = state.get("output-step").unwrap();
    assert!(value(&figure(&state, MAP), "end") < 1e6);
    let mut next = state.clone();
    next.set("output-step", output.next_up()).unwrap();
    assert_eq!(next.get("output-step").unwrap(), output.next_up());
    let lost = value(&figure(&next, MAP), "end");
    assert!(lost.is_nan() || lost > 1e6, "{lost}");
}

#[test]
fn at_the_largest_zoom_neighbouring_cells_are_one_number() {
    let mut state = state(&[("zoom", 48.0)]);
    receive(&mut state, COARSE, 0);
    receive(&mut state, FINE, 64);
    let grid = grid(&state).unwrap();
    let cell = (grid.y[1] - grid.y[0]) / 256.0;
    assert!(
        grid.y[0] + cell / 4.0 == grid.y[0],
        "a cell is below one unit in the last place"
    );
    let last = value(&figure(&state, MAP), "last-zoom");
    let is_one = |zoom: f64| {
        let widths = [16.0, 1.0].map(|whole| whole / libm::exp2(zoom) / 256.0);
        let place = 0.4888233121744558;
        8.0 + widths[0] == 8.0 && place + widths[1] == place
    };
    assert!(is_one(last) && !is_one(last - 1.0), "{last}");
}

#[test]
fn a_chosen_place_inside_the_window_leaves_the_map() {
    let mut state = with_job(state(&[("zoom", 3.0)]), COARSE);
    let before = grid(&state).unwrap();
    let place = state.get("hidden-step").unwrap();
    state.set("hidden-step", place + 0.2).unwrap();
    assert_eq!(grid(&state).as_ref(), Some(&before));
    state.set("hidden-step", place + 3.0).unwrap();
    assert_eq!(grid(&state), None);
}

#[test]
fn the_window_holds_the_chosen_place_at_every_zoom() {
    for zoom in 0..=48 {
        for place in [
            [0.0, 0.0],
            [16.0, 1.0],
            [8.0, 0.4888233121744558],
            [1.0 / 3.0, 0.9],
        ] {
            let settings = [
                ("zoom", f64::from(zoom)),
                ("hidden-step", place[0]),
                ("output-step", place[1]),
            ];
            let figure = figure(&state(&settings), MAP);
            let panel = panel(&figure, "map");
            for (axis, at) in [&panel.x, &panel.y].into_iter().zip(place) {
                let [low, high] = axis.domain;
                assert!(
                    low < high && (low..=high).contains(&at),
                    "{zoom}: {at} {low} {high}"
                );
            }
        }
    }
}

#[test]
fn a_link_keeps_every_digit_of_the_place() {
    let mut there = state(&[("zoom", 40.0)]);
    there.set("hidden-step", 7.123_456_789_012_345).unwrap();
    there.set("output-step", 0.488_823_312_174_455_9).unwrap();
    assert_eq!(there.get("output-step"), Ok(0.488_823_312_174_455_9));
    let hash = link::hash(&there, "", "");
    let mut back = State::defaults(SUBJECT.article());
    assert_eq!(link::follow(&mut back, "", &hash), [""; 0]);
    for id in ["hidden-step", "output-step", "zoom"] {
        assert_eq!(
            back.get(id).unwrap().to_bits(),
            there.get(id).unwrap().to_bits(),
            "{id}"
        );
    }
    assert_eq!(
        grid(&with_job(back, COARSE)),
        grid(&with_job(there, COARSE))
    );
}

#[test]
fn with_a_tanh_at_the_output_nothing_diverges() {
    let mut state = state(&[("output", 1.0)]);
    receive(&mut state, COARSE, 0);
    assert!(
        grid(&state)
            .unwrap()
            .values
            .iter()
            .all(|value| *value < 0.0)
    );
}

#[test]
fn pictures_outside_of_a_page_do_without_the_fine_map() {
    let mut state = state(&[]);
    state.finish().unwrap();
    assert_eq!(grid(&state).unwrap().columns, 64);
    assert!(state.jobs().iter().any(|job| job.id == FINE));
}
