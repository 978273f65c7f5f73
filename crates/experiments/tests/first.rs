//! The experiments of the first screen need nothing that the first WebAssembly file leaves out.

use popgrad_experiments::{State, find_first, first, registry};
use popgrad_figures::Layer;

#[test]
fn the_first_screen_comes_first_on_the_page() {
    let slugs = |experiments: &[&'static dyn popgrad_experiments::Experiment]| {
        let slugs = experiments.iter().map(|one| one.slug());
        slugs.collect::<Vec<_>>()
    };
    let (first, all) = (slugs(first()), slugs(registry()));
    assert!(!first.is_empty() && first.len() < all.len(), "{first:?}");
    assert!(all.starts_with(&first), "{first:?} of {all:?}");
    let later = all[first.len()];
    let message = find_first(later).err().map(|error| error.to_string());
    let message = message.expect("a later experiment is not among the first");
    assert!(
        message.contains(later) && message.contains(first[0]),
        "{message}"
    );
}

#[test]
fn the_first_screen_has_no_long_computation_and_no_rare_layer() {
    for experiment in first() {
        for parameter in experiment.parameters() {
            for value in [parameter.minimum, parameter.maximum] {
                let mut state = State::defaults(*experiment);
                state.set(parameter.id, value).unwrap();
                assert!(state.jobs().is_empty(), "{}", experiment.slug());
                let figures = experiment.figures(&state).unwrap();
                let panels = figures.iter().flat_map(|figure| &figure.panels);
                for layer in panels.flat_map(|panel| &panel.layers) {
                    let common = matches!(
                        layer,
                        Layer::Curve(_)
                            | Layer::Points(_)
                            | Layer::Bars(_)
                            | Layer::Rule(_)
                            | Layer::Segments(_)
                    );
                    assert!(common, "{}: {layer:?}", experiment.slug());
                }
            }
        }
    }
}
