//! Which parameters move which figure.

use popgrad_experiments::{Parameter, State, find, parameters_of, registry};

fn ids(start: &State, figure: &str) -> Vec<&'static str> {
    let found = parameters_of(start, figure).expect("a figure");
    found.iter().map(|parameter| parameter.id).collect()
}

fn finished(slug: &str) -> State {
    let mut state = State::defaults(find(slug).expect("an experiment"));
    state.finish().expect("results");
    state
}

#[test]
fn every_parameter_moves_a_figure() {
    for experiment in registry() {
        let start = finished(experiment.slug());
        let figures = experiment.live_figures().iter();
        let moving: Vec<_> = figures.flat_map(|figure| ids(&start, figure.id)).collect();
        let moves = |parameter: &&Parameter| !moving.contains(&parameter.id);
        let idle: Vec<_> = experiment.parameters().iter().filter(moves).collect();
        assert!(idle.is_empty(), "{}: {idle:?}", experiment.slug());
    }
}

#[test]
fn a_figure_is_moved_by_what_shows_in_it_alone() {
    let stability = finished("training-stability");
    assert_eq!(ids(&stability, "training-stability-wells"), ["wells-step"]);
    // Where a run stands shows only where there is a run.
    let xor = finished("xor");
    assert!(ids(&xor, "xor-net").contains(&"step"));
    assert_eq!(ids(&xor, "xor"), ["left", "right"]);
    // A preset moves the gain along, and the condition counts for one of the losses.
    assert!(
        ids(&finished("vanishing-exploding"), "vanishing-exploding").contains(&"initialisation")
    );
    assert!(ids(&finished("flow-vs-descent"), "flow-vs-descent").contains(&"condition"));
}

#[test]
fn an_unknown_figure_is_named() {
    let start = State::defaults(find("xor").unwrap());
    let message = parameters_of(&start, "xor-nothing")
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("xor-nothing") && message.contains("xor-net"),
        "{message}"
    );
}
