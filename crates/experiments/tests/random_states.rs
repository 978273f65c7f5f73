//! Figures of many states that nobody chose: whatever a reader sets, something can be drawn.
//! The states are the same in every run; one that fails is printed as a link.

use popgrad::Random;
use popgrad_experiments::{Experiment, Parameter, State, link, registry};
use popgrad_figures::{Colors, Figure, Layout, svg, text_alternative};

/// States of each experiment; a few seconds for all of them, built without optimisation.
const STATES: u64 = 100;
/// In one of so many states the marks are explained and the figures drawn, which costs more than to make them.
const LOOKED_AT: u64 = 20;
/// How often a parameter stands at its smallest value, and how often at its largest.
const AT_AN_END: f64 = 0.15;

/// A value of a parameter, often one of its ends.
fn value(parameter: &Parameter, random: &mut Random) -> f64 {
    let [low, high] = [parameter.minimum, parameter.maximum].map(|end| parameter.place_of(end));
    match random.uniform() {
        part if part < AT_AN_END => parameter.minimum,
        part if part > 1.0 - AT_AN_END => parameter.maximum,
        _ => parameter.value_at(low + random.uniform() * (high - low)),
    }
}

/// A state with every parameter somewhere, and with a prediction that is open, made or not there.
fn anywhere(experiment: &'static dyn Experiment, seed: u64) -> State {
    let mut random = Random::new(seed);
    let mut state = State::defaults(experiment);
    for parameter in experiment.parameters() {
        let value = value(parameter, &mut random);
        state
            .set(parameter.id, value)
            .expect("a value of the range");
    }
    let answer = value(&experiment.prediction().answer, &mut random);
    let chance = random.uniform();
    if chance < 0.5 {
        state.predict(answer).expect("a value of the range");
    }
    if chance < 0.25 {
        state.commit();
    }
    state
}

fn explain_and_draw(state: &State, figure: &Figure) {
    for (_, mark) in figure.marks() {
        let explained = state.experiment().explain(state, &figure.id, &mark.id);
        explained.unwrap_or_else(|error| panic!("{}: {error}", mark.id));
    }
    let words = text_alternative(figure);
    assert!(!words.contains(": ."), "{words}");
    for layout in Layout::ALL {
        svg(figure, layout, &Colors::Variables).expect("a picture");
    }
}

/// Says of which state a panic is.
struct Named(String);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("in the state {}", self.0);
        }
    }
}

#[test]
fn figures_of_any_state_are_made_explained_and_drawn() {
    for experiment in registry() {
        for seed in 0..STATES {
            let state = anywhere(*experiment, seed);
            let _named = Named(link::hash(&state, "", ""));
            let figures = experiment.figures(&state).expect("figures");
            if seed % LOOKED_AT != 0 {
                continue;
            }
            for figure in figures {
                explain_and_draw(&state, &figure);
            }
        }
    }
}
