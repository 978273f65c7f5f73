//! Nearly equal units: the seed's numbers, rounding, and what training does to them.

mod support;

use popgrad::{PopulationNode, Random, Tape};
use popgrad_experiments::State;
use popgrad_figures::{Layer, Role};
use support::{Subject, find_mark, seed_case, value};

const EXPERIMENT: Subject = Subject("symmetry-breaking");

/// The state with the run that is followed, without the many that are counted.
fn followed(settings: &[(&str, f64)]) -> State {
    let mut state = EXPERIMENT.state(settings);
    let job = state.jobs().remove(0);
    let run = EXPERIMENT.article().work(&state, job.id, 0).expect("a run");
    state.receive(job.id, &job.key, 0, run).expect("its length");
    state
}

/// A printed whole number.
fn count(name: &str) -> f64 {
    let digits: String = EXPERIMENT
        .number(name)
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().expect("digits")
}

#[test]
fn the_gradients_are_those_of_the_seed() {
    let figures = EXPERIMENT
        .article()
        .figures(&EXPERIMENT.state(&[]))
        .unwrap();
    assert_eq!(value(&figures[0], "unit-1"), 0.7864477329659274);
    assert_eq!(value(&figures[0], "unit-2"), 0.7863750439424013);
    assert_eq!(EXPERIMENT.number("first"), "0.7864477329659274");
    assert_eq!(
        EXPERIMENT.article().code(),
        seed_case("experiment-6")["code"]
    );
}

#[test]
fn the_difference_follows_theory_until_rounding_eats_it() {
    let difference = |epsilon: f64| {
        let figures = EXPERIMENT
            .article()
            .figures(&EXPERIMENT.state(&[("epsilon", epsilon)]))
            .unwrap();
        value(&figures[0], "difference")
    };
    let slope = 2.0 * libm::tanh(0.5) * (1.0 - libm::tanh(0.5) * libm::tanh(0.5));
    for power in [-2, -4, -6, -8, -10] {
        let epsilon = libm::exp10(f64::from(power));
        let measured = difference(epsilon);
        assert!(
            (measured / (slope * epsilon) - 1.0).abs() < 0.02,
            "{epsilon}: {measured}"
        );
    }
    let off = (difference(1e-15) / (slope * 1e-15) - 1.0).abs();
    assert!((0.05..0.1).contains(&off), "{off}");
    assert_eq!(
        EXPERIMENT.number("off_at_15"),
        format!("{} %", (100.0 * off).round())
    );
    let off = (difference(1e-16) / (slope * 1e-16) - 1.0).abs();
    assert_eq!(
        EXPERIMENT.number("off_at_16"),
        format!("{} %", (100.0 * off).round())
    );
    for lost in [1e-17, 3e-17, 4e-17] {
        assert_eq!(difference(lost), 0.0, "{lost}");
    }
    assert_eq!(EXPERIMENT.number("smallest"), "6×10⁻¹⁷");
}

#[test]
fn a_difference_that_is_lost_is_not_claimed() {
    for (epsilon, claim) in [(1e-4, "a small difference of gradients"), (1e-17, "lost")] {
        let state = EXPERIMENT.state(&[("epsilon", epsilon)]);
        let title = support::figure(&state, "symmetry-breaking").title;
        assert!(title.contains(claim), "{epsilon}: {title}");
    }
}

#[test]
fn exactly_equal_units_stay_equal_to_the_bit() {
    for hidden in [2.0, 4.0, 8.0] {
        let state = followed(&[("equal", 1.0), ("hidden", hidden)]);
        let figures = EXPERIMENT.article().figures(&state).unwrap();
        assert_eq!(value(&figures[1], "distance-at-end"), 0.0, "{hidden}");
        assert_eq!(find_mark(&figures[1], "plateau-left"), None);
        let layers = &support::panel(&figures[1], "distance").layers;
        assert!(layers.iter().any(|layer| matches!(
            layer,
            Layer::Points(points) if points.role == Role::Wrong && points.labels[0].text.contains("exactly 0")
        )));
    }
}

#[test]
fn units_that_do_not_part_are_not_said_to_part() {
    for (noise, parts) in [(1e-8, true), (1e-12, false)] {
        let state = followed(&[("noise", noise)]);
        let figure = support::figure(&state, "symmetry-breaking-learning");
        assert_eq!(find_mark(&figure, "plateau-left").is_some(), parts);
        assert_eq!(figure.title.contains("until the units part"), parts);
    }
}

#[test]
fn a_first_step_is_one_step() {
    let state = followed(&[]);
    let explained =
        EXPERIMENT
            .article()
            .explain(&state, "symmetry-breaking-learning", "distance-at-start");
    let words = explained.unwrap().words;
    assert!(words.contains("after 1 step of"), "{words}");
}

#[test]
fn the_answer_that_is_right_is_not_the_one_that_stands_there() {
    let article = EXPERIMENT.article();
    let offered = article.prediction().answer.default;
    let verdict = article.verdict(&EXPERIMENT.state(&[]), offered).unwrap();
    assert!(verdict.starts_with("Not so."), "{verdict}");
}

#[test]
fn the_loss_waits_at_two_thirds_and_leaves_when_the_units_have_parted() {
    let state = followed(&[]);
    let figures = EXPERIMENT.article().figures(&state).unwrap();
    let panel = figures[1]
        .panels
        .iter()
        .find(|panel| panel.id == "loss")
        .unwrap();
    let losses = panel.layers.iter().find_map(|layer| match layer {
        Layer::Curve(curve) if curve.points.len() > 2 => Some(&curve.points),
        _ => None,
    });
    let losses = losses.expect("the loss is drawn");
    let near = losses
        .iter()
        .filter(|[_, loss]| (loss - 2.0 / 3.0).abs() < 0.03);
    let near = near.count();
    assert!(near >= 10, "{near}");
    let left = value(&figures[1], "plateau-left");
    assert!((2000.0..4500.0).contains(&left), "{left}");
    let (start, end) = (
        value(&figures[1], "distance-at-start"),
        value(&figures[1], "distance-at-end"),
    );
    assert!(start < 1e-7 && end > 1.0, "{start} {end}");
}

#[test]
fn the_push_weakens_on_the_plateau() {
    let state = followed(&[]);
    let figure = support::figure(&state, "symmetry-breaking-learning");
    let curve = |id: &str| {
        let layers = &support::panel(&figure, id).layers;
        let curves = layers.iter().filter_map(|layer| match layer {
            Layer::Curve(curve) => Some(&curve.points),
            _ => None,
        });
        curves.max_by_key(|points| points.len()).expect("a curve")
    };
    // By how much of itself the distance grows in one step, and the loss at its end.
    let pairs = curve("distance").windows(2).zip(&curve("loss")[1..]);
    let growth: Vec<[f64; 2]> = pairs
        .map(|(pair, [_, loss])| {
            let steps = pair[1][0] - pair[0][0];
            [*loss, libm::log(pair[1][1] / pair[0][1]) / steps]
        })
        .collect();
    let within = |low: f64, high: f64| {
        let found = growth.iter().filter(|[loss, _]| (low..high).contains(loss));
        found.map(|[_, growth]| *growth).collect::<Vec<_>>()
    };
    let before = within(0.9, 1.0).into_iter().fold(0.0, f64::max);
    let settling = within(0.675, 0.8);
    assert!(settling.len() > 10 && settling.is_sorted_by(|one, next| one > next));
    let least = settling[settling.len() - 1];
    assert!(least > 0.0 && least < 0.05 * before, "{before} {least}");
}

#[test]
fn smaller_differences_take_longer_than_a_logarithm_says() {
    let [one, four, eight] = ["steps_1", "steps_4", "steps_8"].map(count);
    assert!((45.0..75.0).contains(&one), "{one}");
    assert!((190.0..270.0).contains(&four), "{four}");
    assert!((2000.0..4500.0).contains(&eight), "{eight}");
    assert!(
        eight - four > 4.0 * (four - one),
        "a logarithm would add a third more"
    );
    // The line through the first two: near at 10⁻⁴, far below at 10⁻⁸, as the prose says.
    let line = count("line_8");
    let line_4 = one + (line - one) * 3.0 / 7.0;
    assert!((four / line_4 - 1.0).abs() < 0.15, "{four} {line_4}");
    assert!(line < eight / 5.0, "{line} {eight}");
    let [one, four] = ["tanh_steps_1", "tanh_steps_4"].map(count);
    assert!((400.0..1000.0).contains(&one), "{one}");
    assert!((2000.0..4500.0).contains(&four), "{four}");
    assert_eq!(EXPERIMENT.number("tanh_steps_8"), "more than 12\u{202f}000");
}

/// The gradients of a net whose weights are all 0, with these targets.
fn gradients_of_zeros(targets: [f64; 4]) -> Vec<f64> {
    let points = vec![-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0];
    let leaves = [
        PopulationNode::matrix(2, 4, vec![0.0; 8]),
        PopulationNode::matrix(1, 4, vec![0.0; 4]),
        PopulationNode::matrix(4, 1, vec![0.0; 4]),
        PopulationNode::new(0.0),
    ];
    let inputs = PopulationNode::matrix(4, 2, points);
    let units = (&inputs.matmul(&leaves[0]) + &leaves[1]).tanh();
    let output = &units.matmul(&leaves[2]) + &leaves[3];
    let targets = PopulationNode::matrix(4, 1, targets.to_vec());
    (&output - &targets).square().mean().backprop();
    leaves.iter().flat_map(PopulationNode::grad).collect()
}

#[test]
fn a_net_of_zeros_does_not_move() {
    assert!(
        gradients_of_zeros([-1.0, 1.0, 1.0, -1.0])
            .iter()
            .all(|gradient| *gradient == 0.0)
    );
    let shifted = gradients_of_zeros([0.0, 1.0, 1.0, 0.0]);
    let (bias, others) = shifted.split_last().expect("gradients");
    assert!(*bias != 0.0 && others.iter().all(|gradient| *gradient == 0.0));
}

#[test]
fn a_run_is_the_same_as_steps_made_by_hand() {
    // One step of gradient descent on the same net, written without the experiment.
    let mut random = Random::with_stream(1, 0);
    let noisy = |random: &mut Random, count| -> Vec<f64> {
        let noise = random.normals(count).into_iter();
        noise.map(|noise| 0.5 + 1e-8 * noise).collect()
    };
    let w1 = PopulationNode::matrix(2, 4, noisy(&mut random, 8));
    let w2 = PopulationNode::matrix(4, 1, noisy(&mut random, 4));
    let inputs = PopulationNode::matrix(4, 2, vec![-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0]);
    let (b1, b2) = (
        PopulationNode::matrix(1, 4, vec![0.0; 4]),
        PopulationNode::new(0.0),
    );
    let units = (&inputs.matmul(&w1) + &b1).tanh();
    let targets = PopulationNode::matrix(4, 1, vec![-1.0, 1.0, 1.0, -1.0]);
    let loss = (&(&units.matmul(&w2) + &b2) - &targets).square().mean();
    let mut tape = Tape::record(&loss).unwrap();
    let slots = [&w1, &b1, &w2, &b2].map(|leaf| tape.slot(leaf).unwrap());
    let loss = tape.slot(&loss).unwrap();
    tape.backward(loss).unwrap();
    for slot in slots {
        let gradient = tape.cotangent(slot).unwrap().to_vec();
        let moved: Vec<_> = tape
            .value(slot)
            .unwrap()
            .iter()
            .zip(gradient)
            .map(|(value, gradient)| value - 0.1 * gradient)
            .collect();
        tape.set(slot, &moved).unwrap();
    }
    tape.forward();
    let by_hand = tape.value(loss).unwrap()[0];
    let state = EXPERIMENT.state(&[]);
    let run = EXPERIMENT.article().work(&state, "run", 0).unwrap();
    assert_eq!(run[0], 1.0);
    assert_eq!(run[2], by_hand);
}
