//! What every experiment keeps to. These tests walk the registry, so a new experiment is tested
//! by being listed.

use std::collections::HashSet;

use popgrad_experiments::{
    Control, Error, Experiment, PREDICTION, Parameter, Scale, State, articles, fill, find, registry,
};
use popgrad_figures::{Colors, Figure, Layout, checksum, svg};

fn identifier(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(allowed)
}

/// The defaults, a prediction that is being made and one that is made, and every parameter at its ends.
fn settings(experiment: &'static dyn Experiment) -> Vec<State> {
    let mut predicting = State::defaults(experiment);
    predicting
        .predict(experiment.prediction().answer.maximum)
        .expect("an end of the range is allowed");
    let mut predicted = predicting.clone();
    predicted.commit();
    let mut settings = vec![State::defaults(experiment), predicting, predicted];
    for parameter in experiment.parameters() {
        for value in [parameter.minimum, parameter.maximum] {
            let mut state = State::defaults(experiment);
            state
                .set(parameter.id, value)
                .expect("an end of the range is allowed");
            settings.push(state);
        }
    }
    settings
}

fn figures(experiment: &dyn Experiment, state: &State) -> Vec<Figure> {
    let figures = experiment.figures(state);
    figures.unwrap_or_else(|error| panic!("{}: {error}", experiment.slug()))
}

#[test]
fn slugs_are_unique_and_found() {
    let mut slugs = HashSet::new();
    for experiment in registry() {
        let slug = experiment.slug();
        assert!(identifier(slug), "{slug}");
        assert!(slugs.insert(slug), "{slug} stands twice");
        assert_eq!(find(slug).unwrap().slug(), slug);
    }
    assert!(!slugs.is_empty());
}

#[test]
fn an_unknown_slug_is_answered_with_those_that_there_are() {
    let Err(error) = find("gradient-shap") else {
        panic!("found an experiment that there is not")
    };
    let message = error.to_string();
    assert!(
        message.contains("`gradient-shap`") && message.contains("`gradient-shape`"),
        "{message}"
    );
}

#[test]
fn every_text_is_written() {
    for experiment in articles() {
        assert!(
            experiment.words().question.ends_with('?'),
            "{}",
            experiment.slug()
        );
        assert!(
            experiment.words().lead.ends_with('.'),
            "{}",
            experiment.slug()
        );
        for text in [
            experiment.words().title,
            experiment.words().prose,
            experiment.words().notice,
            experiment.code(),
            experiment.words().demonstrates,
        ] {
            assert!(!text.trim().is_empty(), "{}", experiment.slug());
            assert!(!text.contains('!'), "{}", experiment.slug());
        }
    }
}

#[test]
fn parameters_are_sane() {
    for experiment in registry() {
        let mut ids = HashSet::new();
        for parameter in experiment.parameters() {
            let name = format!("{}.{}", experiment.slug(), parameter.id);
            assert!(
                identifier(parameter.id) && ids.insert(parameter.id),
                "{name}"
            );
            assert!(
                parameter.minimum < parameter.maximum && parameter.step > 0.0,
                "{name}"
            );
            assert!(
                (parameter.minimum..=parameter.maximum).contains(&parameter.default),
                "{name}"
            );
            assert!(
                parameter.scale == Scale::Linear || parameter.minimum > 0.0,
                "{name}"
            );
            // A slider of the browser snaps to whole steps: the default and the end must be such.
            if parameter.scale == Scale::Linear && !parameter.exact {
                for value in [parameter.default, parameter.maximum] {
                    let steps = (value - parameter.minimum) / parameter.step;
                    assert!((steps - steps.round()).abs() < 1e-9, "{name}: {value}");
                }
            }
            assert!(!parameter.label.is_empty(), "{name}");
            let is_number = matches!(parameter.control, Control::Slider | Control::Field);
            assert!(!is_number || !parameter.symbol.is_empty(), "{name}");
            let (least, most) = (
                parameter.speak(parameter.minimum),
                parameter.speak(parameter.maximum),
            );
            assert!(!least.is_empty() && least != most, "{name}: {least}");
        }
    }
}

#[test]
fn a_new_start_is_another_run() {
    for experiment in registry() {
        let parameters = experiment.parameters();
        let is_seeded = |one: &Parameter| one.played.is_some_and(|pace| pace.is_seeded);
        let mut seeds = parameters
            .iter()
            .filter(|one| matches!(one.control, Control::Seed));
        let (true, Some(seed)) = (parameters.iter().any(is_seeded), seeds.next()) else {
            continue;
        };
        let start = State::defaults(*experiment);
        let mut other = start.clone();
        other.nudge(seed.id, 1.0).unwrap();
        let keys = |state: &State| {
            state
                .jobs()
                .into_iter()
                .map(|job| job.key)
                .collect::<Vec<_>>()
        };
        let sums = [&start, &other].map(|state| checksum(&figures(*experiment, state)));
        assert!(
            sums[0] != sums[1] || keys(&start) != keys(&other),
            "{}: the seed moves nothing",
            experiment.slug()
        );
    }
}

#[test]
fn every_prediction_is_asked_about_a_figure_and_answered() {
    for experiment in registry() {
        let prediction = experiment.prediction();
        assert!(
            prediction.question.ends_with('?'),
            "{}",
            prediction.question
        );
        assert_eq!(prediction.answer.id, PREDICTION, "{}", experiment.slug());
        let state = State::defaults(*experiment);
        let figures = figures(*experiment, &state);
        assert!(
            figures.iter().any(|figure| figure.id == prediction.figure),
            "{}",
            prediction.figure
        );
        let answer = &prediction.answer;
        for value in [answer.minimum, answer.default, answer.maximum] {
            let verdict = experiment.verdict(&state, value).unwrap();
            assert!(
                verdict.ends_with('.') && !verdict.contains("NaN"),
                "{verdict}"
            );
        }
    }
}

#[test]
fn every_figure_can_be_drawn_in_both_layouts() {
    for experiment in registry() {
        for state in settings(*experiment) {
            for figure in figures(*experiment, &state) {
                for layout in Layout::ALL {
                    svg(&figure, layout, &Colors::Variables).unwrap();
                }
            }
        }
    }
}

#[test]
fn ids_of_figures_are_unique_on_the_page() {
    let mut ids = HashSet::new();
    for experiment in registry() {
        for figure in figures(*experiment, &State::defaults(*experiment)) {
            assert!(identifier(&figure.id), "{}", figure.id);
            assert!(figure.id.starts_with(experiment.slug()), "{}", figure.id);
            assert!(ids.insert(figure.id.clone()), "{} stands twice", figure.id);
        }
    }
}

#[test]
fn every_mark_explains_itself() {
    for experiment in registry() {
        for state in settings(*experiment) {
            for figure in figures(*experiment, &state) {
                let mut ids = HashSet::new();
                for (_, mark) in figure.marks() {
                    assert!(
                        identifier(&mark.id) && ids.insert(mark.id.clone()),
                        "{}",
                        mark.id
                    );
                    assert!(
                        !mark.name.is_empty() && !mark.text.is_empty(),
                        "{}",
                        mark.id
                    );
                    let explanation = experiment.explain(&state, &figure.id, &mark.id).unwrap();
                    assert!(explanation.words.ends_with('.'), "{}", explanation.words);
                    assert!(explanation.formula.contains('='), "{}", explanation.formula);
                }
            }
        }
    }
}

#[test]
fn unknown_marks_are_refused() {
    for experiment in registry() {
        let state = State::defaults(*experiment);
        for figure in figures(*experiment, &state) {
            let refused = experiment.explain(&state, &figure.id, "no-such-mark");
            assert!(matches!(refused, Err(Error::UnknownMark { .. })));
            if let Some((_, mark)) = figure.marks().next() {
                let refused = experiment.explain(&state, "no-such-figure", &mark.id);
                assert!(matches!(refused, Err(Error::UnknownFigure { .. })));
            }
        }
    }
}

#[test]
fn a_figure_is_made_by_its_id_alone() {
    for experiment in registry() {
        let state = State::defaults(*experiment);
        let ids: Vec<_> = experiment.live_figures().iter().map(|one| one.id).collect();
        for (id, figure) in ids.iter().zip(figures(*experiment, &state)) {
            assert_eq!(*id, figure.id);
            let alone = experiment.figure(&state, id).unwrap();
            // A field that is NaN differs from itself: the checksum compares bits.
            assert_eq!(checksum(&[alone]), checksum(&[figure]), "{id}");
        }
        let message = experiment
            .figure(&state, "no-such-figure")
            .unwrap_err()
            .to_string();
        for known in ["no-such-figure"].iter().chain(&ids) {
            assert!(message.contains(&format!("`{known}`")), "{message}");
        }
    }
}

#[test]
fn what_a_mark_moves_is_a_parameter() {
    for experiment in registry() {
        let every = settings(*experiment);
        for figure in every.iter().flat_map(|state| figures(*experiment, state)) {
            for movable in figure.marks().flat_map(|(_, mark)| &mark.movable) {
                let parameters = experiment.parameters().iter().map(|one| one.id);
                let ids: Vec<_> = parameters.chain([PREDICTION]).collect();
                assert!(
                    ids.contains(&movable.parameter.as_str()),
                    "{}",
                    movable.parameter
                );
                assert!(movable.rate != 0.0 && movable.rate.is_finite());
            }
        }
    }
}

#[test]
fn every_number_in_the_prose_is_computed_and_used() {
    for experiment in articles() {
        let numbers = experiment.numbers().unwrap();
        let text = [
            experiment.words().prose,
            experiment.words().notice,
            experiment.words().sheet,
        ]
        .join("\n");
        let filled = fill(&text, &numbers).unwrap();
        let places = filled.matches("{{=").count();
        assert_eq!(
            filled.matches("{{").count(),
            places,
            "{}",
            experiment.slug()
        );
        for (name, printed) in numbers {
            assert!(
                text.contains(&format!("{{{{{name}}}}}")),
                "{name} is not used"
            );
            assert!(!printed.is_empty() && printed != "NaN", "{name}");
        }
    }
}

#[test]
fn unknown_and_unclosed_numbers_are_refused() {
    let numbers = [("slope", "1".to_owned())];
    let message = fill("at {{slop}}", &numbers).unwrap_err().to_string();
    assert!(
        message.contains("`{{slop}}`") && message.contains("`slope`"),
        "{message}"
    );
    let message = fill("at {{slope", &numbers).unwrap_err().to_string();
    assert!(message.contains("not closed"), "{message}");
}
