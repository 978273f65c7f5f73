//! Gradient flow and gradient descent: distances and their orders, what leaks, what is learned, and
//! what is said where descent leaves the numbers.

mod support;

use popgrad::PopulationNode;
use popgrad_experiments::ode::{Tolerance, solve};
use popgrad_experiments::{Explanation, State};
use popgrad_figures::{Curve, Figure, Layer, Role};
use support::{Subject, figure, find_mark, mark, panel, value};

const SUBJECT: Subject = Subject("flow-vs-descent");
const DESCENT: &str = "flow-vs-descent";
const HALVING: &str = "flow-vs-descent-halving";
const PRODUCT: &str = "flow-vs-descent-product";
const METHODS: &str = "flow-vs-descent-methods";
const STEPS: usize = 24;

fn curves<'a>(figure: &'a Figure, id: &str) -> Vec<&'a Curve> {
    let layers = panel(figure, id).layers.iter();
    let curves = layers.filter_map(|layer| match layer {
        Layer::Curve(curve) => Some(curve),
        _ => None,
    });
    curves.collect()
}

fn curve<'a>(figure: &'a Figure, id: &str, name: &str) -> &'a Curve {
    let mut curves = curves(figure, id).into_iter();
    curves.find(|curve| curve.name == name).expect("the curve")
}

fn explained(state: &State, figure: &str, mark: &str) -> Explanation {
    let explained = SUBJECT.article().explain(state, figure, mark);
    explained.expect("the mark is explained")
}

/// A state whose long computations are done.
fn finished(settings: &[(&str, f64)]) -> State {
    let mut state = SUBJECT.state(settings);
    state.finish().expect("every part is computed");
    state
}

/// The distances to the flow and to the modified flow for the step size and its halvings.
fn halvings(settings: &[(&str, f64)]) -> Vec<[f64; 2]> {
    let figure = figure(&finished(settings), HALVING);
    let gaps = (0..5).map(|halving| {
        ["flow", "modified"].map(|flow| value(&figure, &format!("{flow}-{halving}")))
    });
    gaps.collect()
}

#[test]
fn the_distances_are_those_that_were_simulated_elsewhere() {
    let from = [("x", 2.0), ("y", 0.2), ("step", 10.0)];
    let measured = halvings(&from);
    let elsewhere = [[5.9e-3, 1.8e-3], [2.8e-3, 4.7e-4], [1.4e-3, 1.2e-4]];
    for (measured, elsewhere) in measured.iter().zip(elsewhere) {
        for (measured, elsewhere) in measured.iter().zip(elsewhere) {
            let off = (measured / elsewhere - 1.0).abs();
            assert!(off < 0.03, "{measured} {elsewhere}");
        }
    }
    let printed = ["far_1", "far_2", "far_3"].map(|name| SUBJECT.number(name));
    assert_eq!(printed, ["0.00588", "0.00278", "0.00137"]);
}

#[test]
fn halving_the_step_halves_one_distance_and_quarters_the_other_on_every_loss() {
    for loss in 0..4 {
        let eta = if loss == 3 { 0.05 } else { 0.1 };
        let runs = halvings(&[("loss", f64::from(loss)), ("eta", eta)]);
        for (halving, pair) in runs.windows(2).enumerate() {
            let ratio = [0, 1].map(|flow| pair[0][flow] / pair[1][flow]);
            let slack = 0.5 / (1 << halving) as f64;
            assert!(
                (ratio[0] - 2.0).abs() < slack,
                "{loss} {halving}: {ratio:?}"
            );
            assert!(
                (ratio[1] - 4.0).abs() < 2.0 * slack,
                "{loss} {halving}: {ratio:?}"
            );
        }
    }
    let title = figure(&SUBJECT.state(&[]), HALVING).title;
    assert!(title.starts_with("Half the step: half"), "{title}");
    let title = figure(&SUBJECT.state(&[("eta", 1.0)]), HALVING).title;
    assert!(title.starts_with("Only where steps are small"), "{title}");
}

#[test]
fn on_a_quadratic_both_flows_are_the_closed_ones() {
    let (eta, condition, start) = (0.1, 10.0, [1.5, -1.0]);
    let figure = figure(
        &SUBJECT.state(&[("loss", 1.0), ("condition", condition)]),
        DESCENT,
    );
    let time = eta * STEPS as f64;
    let descent = |curvature: f64| (0..STEPS).fold(1.0, |x, _| x * (1.0 - eta * curvature));
    let gap = |rate: fn(f64, f64) -> f64| {
        let part = |(start, curvature): (f64, f64)| {
            start * (descent(curvature) - libm::exp(-rate(eta, curvature) * time))
        };
        libm::hypot(part((start[0], 1.0)), part((start[1], condition)))
    };
    let expected = [
        gap(|_, curvature| curvature),
        gap(|eta, curvature| curvature + eta / 2.0 * curvature * curvature),
    ];
    for (id, expected) in ["gap", "modified-gap"].into_iter().zip(expected) {
        let measured = value(&figure, id);
        assert!(
            (measured - expected).abs() < 1e-8,
            "{id}: {measured} {expected}"
        );
    }
}

/// Steps of descent on (uv − y)²/2, made with nodes, as the code cell does.
fn by_hand(start: [f64; 2], eta: f64, target: f64) -> Vec<[f64; 2]> {
    let mut places = vec![start];
    for step in 0..STEPS {
        let [u, v] = places[step].map(PopulationNode::new);
        let error = &u * &v - target;
        (&error * &error * 0.5).backprop();
        let moved = [&u, &v].map(|weight| weight.value()[0] - eta * weight.grad()[0]);
        places.push(moved);
    }
    places
}

#[test]
fn the_dots_are_steps_made_by_hand() {
    let figure = figure(&SUBJECT.state(&[]), DESCENT);
    let places = by_hand([1.5, -1.0], 0.1, 1.0);
    for (step, place) in places.iter().enumerate().skip(1) {
        let at = mark(&figure, &format!("step-{step}")).at;
        for (at, place) in at.iter().zip(place) {
            assert!((at - place).abs() < 1e-12, "{step}: {at} {place}");
        }
    }
    let code = SUBJECT.article().code();
    for said in [
        "PopulationNode(1.5)",
        "PopulationNode(-1.0)",
        "eta = 0.1",
        "range(24)",
    ] {
        assert!(code.contains(said), "{said}");
    }
}

#[test]
fn the_run_is_scrubbed_without_changing_it() {
    let whole = figure(&SUBJECT.state(&[]), DESCENT);
    for step in [0, 1, 9] {
        let part = figure(&SUBJECT.state(&[("step", f64::from(step))]), DESCENT);
        for made in 1..=STEPS {
            let id = format!("step-{made}");
            let shown = find_mark(&part, &id).map(|mark| mark.at);
            let expected = (made <= step as usize).then(|| mark(&whole, &id).at);
            assert_eq!(shown, expected, "{id} at {step}");
        }
    }
}

#[test]
fn a_step_leaks_what_theory_says_and_the_flow_nothing() {
    for (eta, start) in [(0.1, [1.5, -1.0]), (0.25, [0.5, 1.2])] {
        let state = SUBJECT.state(&[("eta", eta), ("x", start[0]), ("y", start[1])]);
        let eta = state.get("eta").unwrap();
        let figure = figure(&state, PRODUCT);
        let places = by_hand(start, eta, 1.0);
        let kept = |[u, v]: [f64; 2]| u * u - v * v;
        for step in 1..=STEPS {
            let [u, v] = places[step - 1];
            let moved = eta * (u * v - 1.0);
            let theory = kept([u, v]) * (1.0 - moved * moved);
            let measured = value(&figure, &format!("kept-{step}"));
            assert!(
                (measured - theory).abs() < 1e-12,
                "{step}: {measured} {theory}"
            );
        }
        for [_, conserved] in &curve(&figure, "leak", "flow").points {
            assert!((conserved - kept(start)).abs() < 1e-7, "{conserved}");
        }
    }
    let leaked: f64 = SUBJECT.number("leaked").parse().unwrap();
    assert!((17.0..17.2).contains(&leaked), "{leaked}");
}

#[test]
fn saxes_curve_is_the_flow_of_a_product() {
    for (strength, small) in [(1.0, 1e-3), (2.0, 1e-6), (0.5, 0.05)] {
        let state = SUBJECT.state(&[("target", strength), ("small", small), ("eta", 0.01)]);
        let small = state.get("small").unwrap();
        let figure = figure(&state, PRODUCT);
        let theory = &curve(&figure, "saxe", "Saxe's curve").points;
        let field = |_: f64, weights: &[f64], slope: &mut [f64]| {
            let [u, v] = [0, 1].map(|weight| PopulationNode::new(weights[weight]));
            let error = &u * &v - strength;
            (&error * &error * 0.5).backprop();
            slope.copy_from_slice(&[-u.grad()[0], -v.grad()[0]]);
            Ok::<_, std::convert::Infallible>(())
        };
        let end = theory[theory.len() - 1][0];
        let path = solve(field, &[libm::sqrt(small); 2], end, Tolerance::default()).unwrap();
        for [time, product] in theory {
            let weights = path.at(*time).unwrap();
            let measured = weights[0] * weights[1];
            assert!(
                (measured - product).abs() < 1e-8,
                "{time}: {measured} {product}"
            );
        }
        // Descent is a little late, by no more than a few steps.
        let half = libm::log(strength / small - 1.0) / (2.0 * strength);
        let measured = value(&figure, "half");
        assert!(
            measured >= half && measured < half + 0.06,
            "{measured} {half}"
        );
    }
}

#[test]
fn every_method_leaves_the_factor_of_its_theory() {
    for place in 0..=16 {
        let z = f64::from(place) / 4.0;
        let figure = figure(&SUBJECT.state(&[("z", z)]), METHODS);
        let theory = [
            libm::exp(-z),
            1.0 - z,
            1.0 / (1.0 + z),
            1.0 - z + z * z / 2.0 - z * z * z / 6.0 + z * z * z * z / 24.0,
        ];
        for (method, theory) in theory.into_iter().enumerate() {
            let measured = value(&figure, &format!("factor-{}", method + 1));
            assert!((measured - theory).abs() < 1e-8, "{z}: {measured} {theory}");
            let names = ["flow", "descent", "implicit", "Runge-Kutta"];
            let run = &curve(&figure, "steps", names[method]).points;
            let grows = run[10][1].abs() > 1.0;
            assert_eq!(grows, theory.abs() > 1.0, "{} at {z}", names[method]);
        }
    }
    assert_eq!(SUBJECT.number("limit"), "2.79");
}

#[test]
fn a_step_that_leaves_the_numbers_is_named_with_its_factors() {
    let state = SUBJECT.state(&[("eta", 1.0)]);
    let figure = figure(&state, DESCENT);
    assert!(figure.title.contains("diverges"), "{}", figure.title);
    let title = &panel(&figure, "distance").title;
    let places = by_hand([1.5, -1.0], 1.0, 1.0);
    let lost = places
        .iter()
        .position(|place| !place[0].is_finite() || !place[1].is_finite());
    let lost = lost.expect("it diverges");
    assert!(title.contains(&format!("step {lost} ")), "{title}");
    assert_eq!(value(&figure, "lost"), f64::INFINITY);
    let explanation = explained(&state, DESCENT, "lost");
    assert!(
        explanation.words.contains(&format!("Step {lost} ")),
        "{}",
        explanation.words
    );
    assert!(
        explanation.formula.contains(" − 1 × "),
        "{}",
        explanation.formula
    );
    assert!(
        explanation.formula.ends_with('∞'),
        "{}",
        explanation.formula
    );
    let before = SUBJECT.state(&[("eta", 1.0), ("step", (lost - 1) as f64)]);
    assert_eq!(find_mark(&support::figure(&before, DESCENT), "lost"), None);
}

#[test]
fn a_flow_that_is_too_stiff_is_said_to_be() {
    let state = SUBJECT.state(&[("loss", 1.0), ("condition", 100.0), ("eta", 1.0)]);
    let title = &panel(&figure(&state, DESCENT), "distance").title.clone();
    assert!(
        title.starts_with("A flow is too stiff beyond t = "),
        "{title}"
    );
}

#[test]
fn the_nets_plane_goes_through_start_end_and_largest_deviation() {
    for seed in [1.0, 5.0] {
        let state = SUBJECT.state(&[("loss", 3.0), ("seed", seed), ("eta", 0.2)]);
        let figure = figure(&state, DESCENT);
        let start = mark(&figure, "start").at;
        assert_eq!(start, [0.0, 0.0]);
        assert_eq!(mark(&figure, "start").movable, []);
        let flow = curve(&figure, "plane", "flow").points.clone();
        let [across, up] = flow[flow.len() - 1];
        assert!(across > 0.1 && up.abs() < 1e-9, "{across} {up}");
        // Where descent is furthest from the flow it stands in the plane: on its positive side.
        let heights = (1..=STEPS).map(|step| mark(&figure, &format!("step-{step}")).at[1]);
        assert!(heights.fold(f64::MIN, f64::max) > 1e-3);
    }
}

#[test]
fn the_runs_of_a_net_come_one_by_one_from_the_largest_step() {
    let mut state = SUBJECT.state(&[("loss", 3.0)]);
    let jobs = state.jobs();
    let [job] = &jobs[..] else {
        panic!("one long computation");
    };
    let shown = |state: &State| {
        let figure = figure(state, HALVING);
        (figure.marks().count(), figure.title)
    };
    for (part, marks) in [(1, 0), (0, 4), (3, 4), (2, 8)] {
        let run = state.experiment().work(&state, job.id, part);
        state
            .receive(job.id, &job.key, part, run.expect("a run"))
            .unwrap();
        let (count, title) = shown(&state);
        assert_eq!(count, marks, "after the run with {part} halvings");
        assert!(title.ends_with('?'), "nothing is claimed yet: {title}");
    }
    // The step that is looked at asks for nothing new.
    state.set("step", 10.0).unwrap();
    assert_eq!((shown(&state).0, &state.jobs()), (8, &jobs));
    state.finish().unwrap();
    let (count, title) = shown(&state);
    assert_eq!(count, 10);
    assert!(!title.ends_with('?'), "{title}");
    assert!(SUBJECT.state(&[]).jobs().is_empty());
}

#[test]
fn the_answer_stays_hidden_until_it_is_given() {
    let mut state = SUBJECT.state(&[]);
    state.predict(1.0).unwrap();
    let hidden = figure(&state, HALVING);
    let ids: Vec<_> = hidden.marks().map(|(_, mark)| mark.id.as_str()).collect();
    assert_eq!(ids, ["flow-0"]);
    state.commit();
    let shown = figure(&state, HALVING);
    assert_eq!(shown.marks().count(), 10);
    let curves = curves(&shown, "halving");
    let guess = curves.iter().find(|curve| curve.role == Role::Prediction);
    let points = &guess.expect("the prediction is drawn").points;
    let falls = libm::log(points[0][1] / points[1][1]) / libm::log(points[0][0] / points[1][0]);
    assert!(
        (falls - 2.0).abs() < 1e-12,
        "a quarter for half the step: {falls}"
    );
    let verdicts = [0.0, 1.0, 2.0].map(|answer| SUBJECT.article().verdict(&state, answer).unwrap());
    assert!(
        verdicts[0].ends_with("halves. You were right."),
        "{}",
        verdicts[0]
    );
    assert!(
        verdicts[1].ends_with("quarters. You were wrong."),
        "{}",
        verdicts[1]
    );
    assert!(
        verdicts[2].ends_with("stays. You were wrong."),
        "{}",
        verdicts[2]
    );
}

#[test]
fn claims_of_the_texts() {
    // The flow and descent end at different places of the valley, descent with less of u² − v².
    let figure = figure(&SUBJECT.state(&[]), PRODUCT);
    let leak = |name: &str| {
        let points = &curve(&figure, "leak", name).points;
        points[points.len() - 1][1]
    };
    assert!(leak("descent") < 0.9 * leak("flow"));
    // At the first step already, descent is off the line.
    let first = support::figure(&SUBJECT.state(&[("step", 1.0)]), DESCENT);
    assert!(value(&first, "gap") > 0.05);
    // The larger the error, the more of it a step leaks: the first leaks most.
    let kept: Vec<_> = (1..=3)
        .map(|step| value(&figure, &format!("kept-{step}")))
        .collect();
    assert!(1.25 - kept[0] > kept[0] - kept[1] && kept[0] - kept[1] > kept[1] - kept[2]);
}

#[test]
fn a_method_wears_one_kind_of_line_in_both_panels() {
    let figure = figure(&SUBJECT.state(&[]), METHODS);
    let styles = |id: &str| -> Vec<_> {
        let curves = curves(&figure, id).into_iter();
        let style = |curve: &Curve| {
            (
                curve.name.clone(),
                curve.series,
                curve.dashed || curve.role == Role::Theory,
            )
        };
        curves.map(style).collect()
    };
    assert_eq!(styles("factors").len(), 4);
    assert_eq!(styles("factors"), styles("steps"));
}

#[test]
fn before_the_first_step_the_distances_say_that_there_are_none() {
    let figure = figure(&SUBJECT.state(&[("step", 0.0)]), DESCENT);
    let title = &panel(&figure, "distance").title;
    assert!(title.contains("step 0"), "{title}");
}
