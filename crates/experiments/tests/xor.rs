//! XOR: what a line cannot do, what a hidden layer can, and how often it does.

mod support;

use popgrad::{PopulationNode, Random, Tape};
use popgrad_experiments::{Article, State};
use popgrad_figures::{Colors, Figure, Layer, Layout, Role, svg};
use support::{Subject, assert_measured, figure};

const SUBJECT: Subject = Subject("xor");
const POINTS: [f64; 8] = [-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0];

fn experiment() -> &'static dyn Article {
    SUBJECT.article()
}

fn state(settings: &[(&str, f64)]) -> State {
    SUBJECT.state(settings)
}

/// The state with the recorded run and those beside it, without the many that are counted.
fn recorded(settings: &[(&str, f64)]) -> State {
    let mut state = state(settings);
    for job in state.jobs().into_iter().filter(|job| job.id != "success") {
        for part in 0..job.parts {
            let run = experiment().work(&state, job.id, part).expect("a run");
            state.receive(job.id, &job.key, part, run);
        }
    }
    state
}

/// The value of a mark, if it is there.
fn mark(figure: &Figure, id: &str) -> Option<f64> {
    support::find_mark(figure, id).map(|mark| mark.value)
}

fn formula(state: &State, figure: &str, mark: &str) -> String {
    let explained = experiment().explain(state, figure, mark);
    explained.expect("an explanation").formula
}

fn number(name: &str) -> String {
    SUBJECT.number(name)
}

fn value(name: &str) -> f64 {
    number(name).parse().expect("a number")
}

/// The number that follows some words in a formula.
fn after(formula: &str, words: &str) -> f64 {
    let (_, rest) = formula.split_once(words).expect("the words");
    let number: String = rest
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || "−.".contains(*letter))
        .collect();
    let parsed = number.replace('−', "-").parse().expect("a number");
    // A power of ten behind it makes the number small.
    if rest[number.len()..].starts_with("×10⁻") {
        0.0
    } else {
        parsed
    }
}

#[test]
fn no_line_gets_four_points_right() {
    let mut seen = [false; 5];
    for left in -8..=8 {
        for right in -8..=8 {
            let ends = [left, right].map(|end| f64::from(end) / 4.0);
            let state = state(&[("left", ends[0]), ("right", ends[1])]);
            let count = mark(&figure(&state, "xor"), "yours").expect("a count");
            seen[count as usize] = true;
        }
    }
    assert_eq!(seen, [false, true, true, true, false]);
    assert!(
        experiment()
            .verdict(&state(&[]), 3.0)
            .unwrap()
            .starts_with("Yes.")
    );
    let verdict = experiment().verdict(&state(&[]), 4.0).unwrap();
    assert!(
        verdict.contains("1 off") && verdict.contains("3 of 4"),
        "{verdict}"
    );
}

#[test]
fn the_answer_is_hidden_until_the_reader_commits() {
    let mut state = state(&[]);
    state.predict(4.0).unwrap();
    let hidden = figure(&state, "xor");
    assert_eq!(mark(&hidden, "yours"), None);
    let words = format!("{hidden:?}");
    assert!(
        !words.contains("wrong") && !words.contains("of 4 right"),
        "{words}"
    );
    state.commit();
    let shown = figure(&state, "xor");
    assert_eq!(mark(&shown, "yours"), Some(3.0));
    assert!(format!("{shown:?}").contains("you said 4"));
}

#[test]
fn the_gradient_of_a_line_is_twice_its_weights() {
    for (left, right) in [(0.3, 1.6), (-1.9, 0.4), (1.1, -1.7), (0.0, 0.0)] {
        let state = state(&[("left", left), ("right", right), ("rate", 0.03)]);
        let figure = figure(&state, "xor-descent");
        let marks: Vec<_> = figure.panels[0]
            .layers
            .iter()
            .flat_map(Layer::marks)
            .collect();
        assert!(marks.len() > 4);
        for mark in marks {
            let formula = formula(&state, "xor-descent", &mark.id);
            let (_, rest) = formula.split_once("gradient = ").unwrap();
            let (gradient, rest) = rest.split_once("; 2·w = ").unwrap();
            assert!(rest.starts_with(gradient), "{formula}");
        }
        let (slope, middle) = ((right - left) / 2.0, (left + right) / 2.0);
        let first = 1.0 + slope * slope + 1.0 + middle * middle;
        let start = mark(&figure, "loss-0").unwrap();
        assert!((start - first).abs() < 1e-12, "{start} {first}");
        // Each of the 24 steps multiplies the weights by 1 − 2 · 0.03.
        let left_over = (0..48).fold(first - 1.0, |loss, _| loss * 0.94);
        let end = mark(&figure, "loss-24").unwrap();
        assert!((end - 1.0 - left_over).abs() < 1e-12, "{end}");
    }
}

#[test]
fn a_line_is_stable_below_a_step_of_one() {
    let title = |rate| figure(&state(&[("rate", rate)]), "xor-descent").title;
    assert!(title(0.9).contains("go to 0"), "{}", title(0.9));
    assert!(title(1.0).contains("to and fro"), "{}", title(1.0));
    assert!(title(1.1).contains("grow"), "{}", title(1.1));
}

#[test]
fn the_best_line_answers_the_same_everywhere() {
    let text = include_str!("../../autodiff/tests/reference/xor.json");
    let reference: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(reference["linear_model_best"]["mse"], value("line_loss"));
    assert_eq!(value("line_bias"), 0.5);
    assert_eq!(value("line_loss_01"), 0.25);
    assert_eq!(value("line_loss_logistic"), 0.693);
}

#[test]
fn the_product_of_the_inputs_is_learnt_at_once() {
    // Its weight w goes to −1 by 1 + w ← (1 − 2η)(1 + w), and the others to 0 as before.
    let others = 2.0 + 0.65 * 0.65 + 0.95 * 0.95;
    let loss = |steps: u32| (0..2 * steps).fold(others, |loss, _| loss * 0.8);
    let steps = value("product_steps") as u32;
    assert!(loss(steps) < 1e-3 && loss(steps - 1) >= 1e-3, "{steps}");
}

#[test]
fn the_run_waits_where_two_points_share_an_answer_and_then_learns() {
    let mut state = recorded(&[]);
    let end = figure(&state, "xor-net");
    assert!(end.title.contains("a line parts them"), "{}", end.title);
    assert!(mark(&end, "here").unwrap() < 1e-6);
    let record = experiment().work(&state, "run", 0).unwrap();
    let loss = |step: usize| record[step * 10 - 1];
    assert!((loss(10) - 1.0).abs() < 0.03);
    let near = (100..220).filter(|&step| (loss(step) - 0.5).abs() < 0.05);
    assert!(near.count() >= 80);
    state.set("step", 160.0).unwrap();
    let points = ["point-1", "point-2", "point-3", "point-4"];
    let answers = points.map(|point| after(&formula(&state, "xor-net", point), "output = "));
    for (answer, wanted) in answers.into_iter().zip([-1.0, 0.0, 1.0, 0.0]) {
        assert!((answer - wanted).abs() < 0.15, "{answers:?}");
    }
    let waiting = figure(&state, "xor-net");
    assert_eq!(mark(&waiting, "here"), Some(loss(160)));
    assert!(
        waiting.title.starts_with("At step 160"),
        "{}",
        waiting.title
    );
    // One of the runs beside it stays on that level.
    let stays = mark(&end, "run-4").unwrap();
    assert!((stays - 0.5).abs() < 1e-3, "{stays}");
}

#[test]
fn scrubbing_computes_nothing_anew() {
    let keys = |state: &State| -> Vec<_> { state.jobs().into_iter().map(|job| job.key).collect() };
    let mut state = recorded(&[]);
    let before = keys(&state);
    for (id, value) in [
        ("step", 17.0),
        ("left", 1.0),
        ("right", -1.0),
        ("rate", 0.5),
    ] {
        state.set(id, value).unwrap();
        assert_eq!(keys(&state), before, "{id}");
    }
    assert!(mark(&figure(&state, "xor-net"), "here").is_some());
    for (id, value) in [
        ("hidden", 3.0),
        ("eta", 0.2),
        ("gain", 2.0),
        ("seed", 7.0),
        ("loss", 1.0),
        ("targets", 1.0),
        ("output", 1.0),
        ("units", 1.0),
    ] {
        let mut other = state.clone();
        other.set(id, value).unwrap();
        assert_ne!(keys(&other)[0], before[0], "{id}");
        assert_eq!(mark(&figure(&other, "xor-net"), "here"), None);
    }
}

/// A net of two units and its tape, written without the experiment: leaves w1, b1, w2, b2 and the loss.
struct Net {
    tape: Tape,
    leaves: [popgrad::Slot; 4],
    loss: popgrad::Slot,
}

impl Net {
    fn new(gain: f64, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let scale = gain / libm::sqrt(2.0);
        let mut draw = |count| -> Vec<f64> {
            let normals = random.normals(count).into_iter();
            normals.map(|normal| scale * normal).collect()
        };
        let leaves = [
            PopulationNode::matrix(2, 2, draw(4)),
            PopulationNode::matrix(1, 2, vec![0.0; 2]),
            PopulationNode::matrix(2, 1, draw(2)),
            PopulationNode::new(0.0),
        ];
        let inputs = PopulationNode::matrix(4, 2, POINTS.to_vec());
        let targets = PopulationNode::matrix(4, 1, vec![-1.0, 1.0, 1.0, -1.0]);
        let units = (&inputs.matmul(&leaves[0]) + &leaves[1]).tanh();
        let output = &units.matmul(&leaves[2]) + &leaves[3];
        let loss = (&output - &targets).square().mean();
        let tape = Tape::record(&loss).expect("a tape");
        Self {
            leaves: leaves
                .each_ref()
                .map(|leaf| tape.slot(leaf).expect("a leaf")),
            loss: tape.slot(&loss).expect("the loss"),
            tape,
        }
    }

    fn step(&mut self) {
        self.tape.backward(self.loss).expect("a pass");
        for slot in self.leaves {
            let gradient = self.tape.cotangent(slot).expect("a gradient").to_vec();
            let weights = self.tape.value_mut(slot).expect("a leaf");
            for (weight, gradient) in weights.iter_mut().zip(gradient) {
                *weight -= 0.1 * gradient;
            }
        }
        self.tape.forward();
    }

    fn row(&self) -> Vec<f64> {
        let slots = self.leaves.into_iter().chain([self.loss]);
        slots
            .flat_map(|slot| self.tape.value(slot).expect("a value").to_vec())
            .collect()
    }
}

#[test]
fn a_record_is_the_same_as_steps_made_by_hand() {
    let record = experiment().work(&state(&[]), "run", 0).unwrap();
    assert_eq!(record.len(), 4000 * 10);
    let mut net = Net::new(1.0, 135);
    for row in record.chunks_exact(10).take(300) {
        assert_eq!(net.row(), row);
        net.step();
    }
}

#[test]
fn a_run_beside_is_that_of_its_seed() {
    let beside = experiment().work(&state(&[]), "others", 2).unwrap();
    let alone = experiment()
        .work(&state(&[("seed", 138.0)]), "run", 0)
        .unwrap();
    let losses: Vec<f64> = alone.chunks_exact(10).map(|row| row[9]).collect();
    assert_eq!(beside[0], losses[0]);
    assert_eq!(beside.last(), losses.last());
    assert!(beside.iter().all(|loss| losses.contains(loss)));
}

#[test]
fn without_tanh_a_net_is_a_line() {
    for hidden in [1.0, 2.0, 8.0] {
        let state = recorded(&[("units", 1.0), ("hidden", hidden)]);
        let loss = mark(&figure(&state, "xor-net"), "here").unwrap();
        assert!((loss - 1.0).abs() < 1e-6, "{hidden}: {loss}");
    }
}

#[test]
fn one_unit_never_gets_four_points_right() {
    for seed in 1..=20 {
        let state = recorded(&[("hidden", 1.0), ("seed", f64::from(seed)), ("runs", 1.0)]);
        let loss = mark(&figure(&state, "xor-net"), "here").unwrap();
        assert!(loss > 0.66, "{seed}: {loss}");
        let wrong =
            |layer: &Layer| matches!(layer, Layer::Points(points) if points.role == Role::Wrong);
        let panels = figure(&state, "xor-net").panels;
        assert!(panels[0].layers.iter().any(wrong), "{seed}");
    }
}

#[test]
fn a_step_too_long_names_the_weight_and_the_step() {
    let state = recorded(&[("eta", 1.0)]);
    let figure = figure(&state, "xor-net");
    let step = mark(&figure, "broken").expect("the step is marked");
    assert!(
        figure.title.contains(&format!("at step {step}")),
        "{}",
        figure.title
    );
    let record = experiment().work(&state, "run", 0).unwrap();
    let is_finite = |step: f64| {
        let row = &record[(step as usize - 1) * 10..][..9];
        row.iter().all(|weight| weight.is_finite())
    };
    assert!(is_finite(step - 1.0) && !is_finite(step));
    let explained = experiment().explain(&state, "xor-net", "broken").unwrap();
    assert!(
        explained.words.contains(&format!("At step {step} the ")),
        "{}",
        explained.words
    );
    let (left, right) = explained.formula.split_once(" = ").unwrap();
    assert!(
        left.contains(" − 1·(") && ["∞", "−∞", "NaN"].contains(&right),
        "{}",
        explained.formula
    );
    let words = format!("{figure:?}");
    assert!(words.contains("no numbers any more"));
}

#[test]
fn every_mark_of_a_finished_state_explains_itself() {
    for settings in [
        &[] as &[(&str, f64)],
        &[("hidden", 1.0), ("runs", 1.0)],
        &[("hidden", 5.0), ("step", 40.0), ("targets", 1.0)],
        &[("eta", 2.0), ("output", 1.0)],
        &[("eta", 1.0), ("step", 1.0)],
        &[("eta", 10.0), ("loss", 1.0)],
        &[("units", 1.0), ("eta", 10.0), ("rate", 1.2), ("loss", 1.0)],
    ] {
        let mut state = recorded(settings);
        let job = state.jobs().pop().expect("the success rates");
        for part in 0..20 {
            let losses = (0..20).map(|run| f64::from(run % 4) / 3.0);
            state.receive(job.id, &job.key, part, losses.collect());
        }
        for figure in experiment().figures(&state).unwrap() {
            for (_, mark) in figure.marks() {
                let explained = experiment().explain(&state, &figure.id, &mark.id);
                let explained = explained.unwrap_or_else(|error| panic!("{settings:?}: {error}"));
                assert!(explained.words.ends_with('.'), "{}", explained.words);
                assert!(explained.formula.contains('='), "{}", explained.formula);
            }
            for layout in Layout::ALL {
                svg(&figure, layout, &Colors::Variables).unwrap();
            }
        }
    }
}

#[test]
fn success_rates_are_near_those_that_were_simulated_elsewhere() {
    // 200 seeds leave an uncertainty of up to 3.5 percent on both sides.
    for (name, elsewhere) in [
        ("linear_1", 82.0),
        ("linear_2", 97.0),
        ("linear_3", 91.0),
        ("linear_4", 81.0),
        ("linear_5", 50.0),
        ("tanh_1", 81.0),
        ("tanh_2", 92.0),
        ("tanh_3", 82.0),
        ("tanh_4", 69.0),
        ("tanh_5", 34.0),
    ] {
        let measured = value(name);
        assert!((measured - elsewhere).abs() < 12.0, "{name}: {measured}");
    }
    for (linear, tanh) in [("linear_4", "tanh_4"), ("linear_5", "tanh_5")] {
        assert!(
            value(linear) - value(tanh) > 10.0,
            "a tanh output learns less often"
        );
    }
}

/// The numbers that this experiment is known for, beside those that it measures.
#[test]
fn the_table_of_the_documentation_is_what_is_measured() {
    let row =
        |what: &str, known: &str, measured: String| [what.to_owned(), known.to_owned(), measured];
    let of = |part: &str, all: &str| format!("{} of {}", number(part), number(all));
    let mut rows = vec![
        row("best line, targets ±1: loss", "1.0", number("line_loss")),
        row(
            "best line, targets 0 and 1: bias",
            "0.5",
            number("line_bias"),
        ),
        row(
            "best line, targets 0 and 1: loss",
            "0.25",
            number("line_loss_01"),
        ),
        row(
            "best line, logistic loss",
            "ln 2",
            number("line_loss_logistic"),
        ),
    ];
    let gains = ["0.1", "0.5", "1", "2", "4"];
    for (output, known) in [
        ("linear", ["~82", "~97", "~91", "~81", "~50"]),
        ("tanh", ["~81", "~92", "~82", "~69", "~34"]),
    ] {
        for (place, (gain, known)) in gains.into_iter().zip(known).enumerate() {
            let what = format!("{output} output, g = {gain}: runs of 200 that learn, in %");
            rows.push(row(
                &what,
                known,
                number(&format!("{output}_{}", place + 1)),
            ));
        }
    }
    rows.extend([
        row(
            "failing runs at loss 1, g = 0.1",
            "not expected",
            of("line_1", "failed_1"),
        ),
        row(
            "failing runs at loss 1/2, g = 4",
            "1/2 or 2/3",
            of("half_5", "failed_5"),
        ),
        row(
            "runs of two units at loss 2/3",
            "some",
            number("corner_two"),
        ),
        row(
            "runs of one unit at loss 2/3, of 200",
            "",
            number("corner_one"),
        ),
    ]);
    assert_measured("xor", "XOR from scratch", &rows);
}

#[test]
fn a_run_that_is_not_followed_to_its_end_has_learnt_for_good() {
    let (mut learnt, mut levels) = (0, [0; 3]);
    for seed in 1..=200 {
        let mut net = Net::new(4.0, seed);
        let descent = net
            .tape
            .descent(net.loss, &net.leaves.map(|leaf| (leaf, 0.1)));
        descent.unwrap().run(&mut net.tape, 4000).unwrap();
        let loss = net.tape.value(net.loss).unwrap()[0];
        learnt += u32::from(loss < 0.1);
        for (count, level) in levels.iter_mut().zip([0.5, 2.0 / 3.0, 1.0]) {
            *count += u32::from((loss - level).abs() < 0.02);
        }
    }
    assert_eq!(value("linear_5"), f64::from(learnt) / 2.0);
    assert_eq!(value("failed_5"), f64::from(200 - learnt));
    assert_eq!(value("half_5"), f64::from(levels[0]));
    assert_eq!((levels[1], number("corner_two").as_str()), (0, "none"));
    assert!(2 * levels.iter().sum::<u32>() > 200 - learnt);
    assert!(value("line_1") >= 0.9 * value("failed_1"));
}

#[test]
fn levels_of_targets_zero_and_one_are_a_quarter() {
    // Large weights, linear output, 20 seeds: some fail, and stand at an eighth.
    let settings = [("targets", 1.0)];
    let losses = experiment().work(&state(&settings), "success", 4).unwrap();
    let at = |level: f64| {
        losses
            .iter()
            .filter(|loss| (*loss - level).abs() < 0.005)
            .count()
    };
    assert!(at(0.125) > 0, "{losses:?}");
    let one = experiment().work(&state(&[("targets", 1.0), ("hidden", 1.0)]), "success", 2);
    let losses = one.unwrap();
    let at = |level: f64| {
        losses
            .iter()
            .filter(|loss| (*loss - level).abs() < 0.005)
            .count()
    };
    assert!(at(1.0 / 6.0) > 0 && at(0.125) == 0, "{losses:?}");
}

#[test]
fn two_tanh_units_tell_four_alternating_points_on_a_line_apart() {
    let answer = |x: f64| libm::tanh(5.0 * x) - 3.0 * libm::tanh(x / 3.0);
    let signs = [-1.5, -0.5, 0.5, 1.5].map(|x| answer(x) > 0.0);
    assert_eq!(signs, [true, false, true, false]);
}

/// The code cell, line by line, and the numbers that its text begins with.
#[test]
fn the_code_cell_learns() {
    let code = experiment().code();
    let (_, rest) = code.split_once("start = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    let weights = list
        .split(", ")
        .map(|number| number.parse::<f64>().unwrap());
    let w: Vec<_> = weights.map(PopulationNode::new).collect();
    let x1 = PopulationNode::new([-1.0, -1.0, 1.0, 1.0]);
    let x2 = PopulationNode::new([-1.0, 1.0, -1.0, 1.0]);
    let target = PopulationNode::new([-1.0, 1.0, 1.0, -1.0]);
    let mut answers = Vec::new();
    for _ in 0..300 {
        let h1 = (&w[0] * &x1 + &w[1] * &x2 + &w[2]).tanh();
        let h2 = (&w[3] * &x1 + &w[4] * &x2 + &w[5]).tanh();
        let y = &w[6] * &h1 + &w[7] * &h2 + &w[8];
        let error = &y - &target;
        let loss = (&error * &error).mean();
        loss.backprop();
        for weight in &w {
            weight.set_value(weight.value()[0] - 0.1 * weight.grad()[0]);
        }
        loss.zero_grad();
        answers = y.value();
    }
    for (answer, target) in answers.iter().zip(target.value()) {
        assert!((answer - target).abs() < 0.01, "{answers:?}");
    }
    assert!(code.contains("range(300)") && code.contains("0.1 * weight.grad[0]"));
}
