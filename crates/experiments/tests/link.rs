//! Links: what is written into an address is what is read from it, and any address is taken.

use popgrad_experiments::{Control, Experiment, State, find, link, registry};
use proptest::prelude::*;

const SLUG: &str = "gradient-shape";

fn state() -> State {
    State::defaults(find(SLUG).expect("it is in the registry"))
}

fn same(one: &State, other: &State) -> bool {
    let mut pairs = one.iter().zip(other.iter());
    pairs.all(|((_, one), (_, other))| one.to_bits() == other.to_bits())
}

/// A state with every parameter at a place of its range between 0 and 1.
fn placed(experiment: &'static dyn Experiment, places: &[f64]) -> State {
    let mut state = State::defaults(experiment);
    for (parameter, place) in experiment.parameters().iter().zip(places.iter().cycle()) {
        let [low, high] =
            [parameter.minimum, parameter.maximum].map(|value| parameter.place_of(value));
        let value = parameter.value_at(low + place * (high - low));
        state
            .set(parameter.id, value)
            .expect("a place of the range is allowed");
    }
    state
}

#[test]
fn a_start_needs_no_more_than_its_slug() {
    for experiment in registry() {
        let start = State::defaults(*experiment);
        assert_eq!(
            link::hash(&start, "", ""),
            format!("#{}", experiment.slug())
        );
    }
}

#[test]
fn what_the_reader_moved_stands_in_the_hash() {
    let mut moved = state();
    moved.set("scale", 0.07).unwrap();
    assert_eq!(
        link::hash(&moved, "", ""),
        "#gradient-shape&gradient-shape.scale=0.07&v=1"
    );
}

#[test]
fn what_the_query_fixes_is_the_start_and_not_repeated() {
    let query = "?gradient-shape.scale=0.5";
    let mut fixed = state();
    assert_eq!(link::follow(&mut fixed, query, ""), [""; 0]);
    assert_eq!(fixed.get("scale"), Ok(0.5));
    assert_eq!(link::hash(&fixed, query, ""), "#gradient-shape");
    fixed.set("scale", 1.0).unwrap();
    let hash = link::hash(&fixed, query, "");
    assert_eq!(hash, "#gradient-shape&gradient-shape.scale=1&v=1");
    let mut back = state();
    link::follow(&mut back, query, &hash);
    assert!(same(&fixed, &back));
}

#[test]
fn other_experiments_keep_what_the_hash_says_of_them() {
    let before = "#other&other.depth=5&gradient-shape.scale=0.3&junk=1&no.key=a%26b&v=1";
    assert_eq!(
        link::hash(&state(), "", before),
        "#gradient-shape&other.depth=5&no.key=a%26b&v=1"
    );
}

#[test]
fn values_that_cannot_be_are_replaced_and_said() {
    for (value, taken, notice) in [
        ("99", 1.2, "Input scale was 99; the largest is 1.2."),
        ("-1", 0.0, "Input scale was -1; the smallest is 0."),
        ("1e999", 1.2, "Input scale was 1e999; the largest is 1.2."),
        (
            "0.504",
            0.5,
            "Input scale was 0.504; the nearest allowed is 0.5.",
        ),
        (
            "much",
            1.0,
            "Input scale was “much”; it is a number from 0 to 1.2; it stays at 1.",
        ),
    ] {
        let mut state = state();
        let notices = link::follow(&mut state, "", &format!("#{SLUG}&{SLUG}.scale={value}&v=1"));
        assert_eq!(notices, [notice]);
        assert_eq!(state.get("scale"), Ok(taken));
    }
}

#[test]
fn unknown_keys_are_ignored_and_another_version_is_said() {
    let mut state = state();
    let hash = "#gradient-shape&gradient-shape.colour=3&other.scale=0.1&utm_source=x&v=2";
    let notices = link::follow(&mut state, "?theme=dark", hash);
    assert_eq!(
        notices,
        ["This link is of version 2; the page reads version 1, so it may show something else."]
    );
    assert!(same(&state, &self::state()));
}

#[test]
fn the_code_of_cells_stays_in_the_hash() {
    let mut state = state();
    let before = "#gradient-shape&cell.gradient-shape=a-b_C&cell.own=xyz&v=1";
    assert_eq!(link::follow(&mut state, "", before), [""; 0]);
    state.set("scale", 0.5).unwrap();
    assert_eq!(
        link::hash(&state, "", before),
        "#gradient-shape&cell.gradient-shape=a-b_C&cell.own=xyz&gradient-shape.scale=0.5&v=1"
    );
}

#[test]
fn one_seed_in_the_query_sets_every_seed() {
    for experiment in registry() {
        let mut state = State::defaults(*experiment);
        assert_eq!(link::follow(&mut state, "?seed=4321", ""), [""; 0]);
        for (parameter, value) in state.iter() {
            let seed = matches!(parameter.control, Control::Seed);
            assert_eq!(value, if seed { 4321.0 } else { parameter.default });
        }
    }
}

#[test]
fn the_settings_of_the_page_are_said_once_and_begin_with_what_holds_by_itself() {
    let mut names: Vec<_> = link::SETTINGS.iter().map(|setting| setting.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), link::SETTINGS.len());
    for setting in link::SETTINGS {
        assert!(setting.does.ends_with('.'), "{}", setting.name);
        assert!(!setting.name.contains('.'), "{}", setting.name);
    }
}

proptest! {
    #[test]
    fn what_a_link_says_is_read_back(places in prop::collection::vec(0.0..=1.0, 7)) {
        for experiment in registry() {
            let state = placed(*experiment, &places);
            let hash = link::hash(&state, "", "");
            let mut back = State::defaults(*experiment);
            prop_assert_eq!(link::follow(&mut back, "", &hash), [""; 0]);
            prop_assert!(same(&state, &back), "{}", hash);
            prop_assert_eq!(link::hash(&back, "", &hash), hash);
        }
    }

    #[test]
    fn any_address_is_taken(query in ".{0,80}", hash in ".{0,80}") {
        for experiment in registry() {
            let mut state = State::defaults(*experiment);
            link::follow(&mut state, &query, &hash);
            prop_assert!(link::chosen(&hash).is_none_or(|slug| !slug.is_empty()));
            let written = link::hash(&state, &query, &hash);
            prop_assert!(written.is_ascii());
        }
    }

    #[test]
    fn any_value_is_taken_and_stays_in_its_range(value in "[-+0-9.,eE%a-z]{0,24}") {
        for experiment in registry() {
            for parameter in experiment.parameters() {
                let mut state = State::defaults(*experiment);
                let hash = format!("#a&{}.{}={value}", experiment.slug(), parameter.id);
                link::follow(&mut state, "", &hash);
                let taken = state.get(parameter.id).unwrap();
                prop_assert!((parameter.minimum..=parameter.maximum).contains(&taken));
            }
        }
    }
}
