//! The fourth experiment against the seed, against theory and against its own words.

mod support;

use popgrad_figures::{Figure, Layer, Mark, number};
use support::{Subject, figures, find_mark, seed_case};

const EXPERIMENT: Subject = Subject("shared-subgraph");

fn find<'a>(figures: &'a [Figure], figure: &str, mark: &str) -> Option<&'a Mark> {
    let id = format!("shared-subgraph-{figure}");
    let known = figures.iter().find(|known| known.id == id);
    find_mark(known.expect("the figure"), mark)
}

fn value(settings: &[(&str, f64)], figure: &str, mark: &str) -> f64 {
    let figures = figures(&EXPERIMENT.state(settings));
    find(&figures, figure, mark).expect("the mark").value
}

fn power(base: f64, exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * base)
}

#[test]
fn its_code_and_gradients_are_those_of_the_seed() {
    assert_eq!(
        EXPERIMENT.article().code(),
        seed_case("experiment-4")["code"]
    );
    let gradients = ["gradient-x1", "gradient-x2", "gradient-x3"];
    assert_eq!(
        gradients.map(|mark| value(&[], "check", mark)),
        [3.0, 5.0, 7.0]
    );
}

#[test]
fn the_gradient_is_2x_plus_1_wherever_a_member_stands() {
    for hundredths in (-500..=500).step_by(37) {
        let x = f64::from(hundredths) / 100.0;
        let settings = [("x2", x)];
        let gradient = value(&settings, "check", "gradient-x2");
        let slope = value(&settings, "check", "slope-x2");
        assert!(
            (gradient - (2.0 * x + 1.0)).abs() <= 4e-15,
            "{gradient} at {x}"
        );
        assert!((slope - gradient).abs() < 1e-8, "{slope} at {x}");
        assert_eq!(value(&settings, "check", "gradient-x1"), 3.0);
    }
}

#[test]
fn parts_arrive_in_the_order_of_the_backward_pass_and_add_up() {
    let arrived = |step: f64| {
        let figures = figures(&EXPERIMENT.state(&[("step", step)]));
        let size = |mark: &str| find(&figures, "check", mark).map(|mark| mark.value);
        ["part-1", "part-2", "part-3", "sum"].map(size)
    };
    assert_eq!(arrived(2.0), [None; 4]);
    assert_eq!(arrived(3.0), [Some(1.0), None, None, Some(1.0)]);
    assert_eq!(arrived(4.0), [Some(1.0), Some(3.0), None, Some(4.0)]);
    assert_eq!(arrived(5.0), [Some(1.0), Some(3.0), Some(3.0), Some(7.0)]);
    let first = [("member", 0.0)];
    assert_eq!(value(&first, "check", "sum"), 3.0);
}

#[test]
fn each_bug_leaves_what_the_prose_says() {
    for (arrival, at_3, name) in [(1.0, 3.0, "replaced_at_3"), (2.0, 14.0, "stale_at_3")] {
        let settings = [("arrival", arrival)];
        assert_eq!(value(&settings, "check", "gradient-x3"), at_3);
        assert_eq!(value(&settings, "check", "sum"), at_3);
        assert_eq!(EXPERIMENT.number(name), number::short(at_3));
    }
    assert_eq!(value(&[("arrival", 1.0)], "check", "gradient-x2"), 2.0);
    assert_eq!(value(&[("arrival", 2.0)], "check", "held"), 7.0);
    let title = |settings: &[(&str, f64)]| {
        let figures = figures(&EXPERIMENT.state(settings));
        let ladder = figures
            .iter()
            .find(|one| one.id == "shared-subgraph-ladder");
        ladder.expect("the ladder").title.clone()
    };
    assert!(title(&[]).contains("add up all"));
    for arrival in [1.0, 2.0] {
        assert!(title(&[("arrival", arrival)]).contains("bug chosen above"));
    }
    // Which of the ladder's parts is the last depends on the order: here the one of the first factor.
    let last = [("arrival", 1.0), ("a", 0.5), ("b", 2.0)];
    assert_eq!(value(&last, "ladder", "gradient-4"), 0.0625);
    assert_eq!(
        value(&[("arrival", 2.0)], "ladder", "gradient-1"),
        2.0 * (1.0 - 0.9)
    );
}

#[test]
fn the_ladder_follows_its_powers() {
    for (a, b) in [(1.0, -0.9), (0.5, 0.75), (-2.0, 1.5), (1.0, 1.0)] {
        let figures = figures(&EXPERIMENT.state(&[("a", a), ("b", b)]));
        for rungs in 1..=16 {
            let mark = format!("gradient-{rungs}");
            let gradient = find(&figures, "ladder", &mark).expect("a bar").value;
            let theory = power(a + b, rungs);
            assert!(
                (gradient - theory).abs() <= 1e-13 * theory.abs(),
                "{gradient} against {theory}"
            );
        }
    }
}

#[test]
fn paths_double_and_edges_grow_by_two() {
    for rungs in 1..=16 {
        let settings = [("rungs", f64::from(rungs))];
        assert_eq!(value(&settings, "ladder", "paths"), power(2.0, rungs));
        assert_eq!(value(&settings, "ladder", "edges"), 2.0 * f64::from(rungs));
    }
}

#[test]
fn the_ladder_is_drawn_with_its_paths_and_what_flows() {
    let node = |settings: &[(&str, f64)], id: &str| {
        let figures = figures(&EXPERIMENT.state(settings));
        let ladder = figures
            .iter()
            .find(|one| one.id == "shared-subgraph-ladder");
        let Layer::Graph(graph) = &ladder.unwrap().panels[0].layers[0] else {
            panic!("the first panel is the graph")
        };
        let node = graph.nodes.iter().find(|node| node.id == id);
        let flows = graph.edges.iter().filter(|edge| edge.from == id);
        let flows: Vec<_> = flows.map(|edge| edge.flow.clone().unwrap()).collect();
        node.map(|node| (node.label.clone(), node.note.clone(), node.gradient, flows))
    };
    // Rungs 0, 1 and the last two are drawn; the gradient of each is the power of those behind it.
    let (label, note, gradient, flows) = node(&[], "rung-1").expect("a node");
    assert_eq!((label.as_str(), note.as_deref()), ("x₁", Some("512 paths")));
    assert!((gradient.unwrap() - power(0.1, 9)).abs() < 1e-23);
    assert_eq!(flows, ["a: 1×10⁻⁸", "b: −9×10⁻⁹"]);
    assert_eq!(node(&[], "further-rungs").unwrap().0, "6 more rungs");
    assert_eq!(node(&[], "rung-2"), None);
    // Few enough are all drawn.
    assert_eq!(
        node(&[("rungs", 4.0)], "rung-2").unwrap().1.as_deref(),
        Some("4 paths")
    );
    assert_eq!(node(&[("rungs", 4.0)], "further-rungs"), None);
    assert_eq!(
        node(&[("rungs", 1.0)], "rung-0").unwrap().3,
        ["a: 1", "b: −0.9"]
    );
    // The bugs reach the drawing, too.
    let kept = [("arrival", 1.0), ("rungs", 1.0), ("b", 2.0)];
    assert_eq!(node(&kept, "rung-0").unwrap().2, Some(1.0));
}

#[test]
fn paths_that_cancel_lose_their_digits_one_by_one() {
    let by_pass = value(&[], "ladder", "gradient-16");
    let one_by_one = value(&[], "ladder", "sum-16");
    assert!((by_pass - 1e-16).abs() < 1e-29, "{by_pass}");
    assert!(one_by_one.abs() > 100.0 * by_pass, "{one_by_one}");
    assert_eq!(
        value(&[("a", 1.0), ("b", 1.0)], "ladder", "sum-16"),
        65536.0
    );
}

#[test]
fn the_prose_says_what_is_measured() {
    for (name, printed) in [
        ("added_at_3", "1"),
        ("factor_at_3", "3"),
        ("gradient_at_1", "3"),
        ("gradient_at_2", "5"),
        ("gradient_at_3", "7"),
        ("paths_10", "1024"),
        ("edges_10", "20"),
        ("gradient_10", "1×10⁻¹⁰"),
        ("paths_16", "65\u{202f}536"),
        ("gradient_16", "1×10⁻¹⁶"),
    ] {
        assert_eq!(EXPERIMENT.number(name), printed, "{name}");
    }
    assert_eq!(EXPERIMENT.number("sizes_10"), number::short(power(1.9, 10)));
}

#[test]
fn the_sheet_says_what_is_so() {
    let parts = [("x3", -0.5)];
    let sizes = ["part-1", "part-2", "part-3", "sum"].map(|mark| value(&parts, "check", mark));
    assert_eq!(sizes, [1.0, -0.5, -0.5, 0.0]);
    // The transfer: y = (x + x) · x.
    let x = popgrad::PopulationNode::new(3.0);
    let y = (&x + &x) * &x;
    y.backprop();
    assert_eq!(x.grad(), [12.0]);
}

#[test]
fn predicting_hides_the_answer_and_the_verdict_tells_it() {
    let mut state = EXPERIMENT.state(&[]);
    state.predict(6.0).unwrap();
    let open = figures(&state);
    for (figure, mark) in [
        ("check", "gradient-x3"),
        ("check", "slope-x3"),
        ("check", "sum"),
        ("check", "part-1"),
    ] {
        assert_eq!(find(&open, figure, mark), None, "{mark}");
    }
    assert_eq!(find(&open, "check", "prediction").unwrap().at, [3.0, 6.0]);
    state.commit();
    let made = figures(&state);
    assert_eq!(find(&made, "check", "gradient-x3").unwrap().value, 7.0);
    assert_eq!(find(&made, "check", "prediction").unwrap().at, [3.0, 6.0]);
    let verdict = EXPERIMENT.article().verdict(&state, 6.0).unwrap();
    assert!(
        verdict.contains("is 7:") && verdict.contains("1 away"),
        "{verdict}"
    );
}

#[test]
fn formulas_have_their_numbers() {
    let state = EXPERIMENT.state(&[("x1", -2.0)]);
    let formula = |figure: &str, mark: &str| {
        EXPERIMENT
            .article()
            .explain(&state, figure, mark)
            .unwrap()
            .formula
    };
    assert_eq!(formula("shared-subgraph-check", "part-2"), "1 × 1 × 3 = 3");
    assert_eq!(formula("shared-subgraph-check", "sum"), "1 + 3 + 3 = 7");
    assert_eq!(
        formula("shared-subgraph-check", "gradient-x1"),
        "2x + 1 = 2 · (−2) + 1 = −3"
    );
    assert_eq!(
        formula("shared-subgraph-ladder", "gradient-2"),
        "(a + b)ᴷ = (1 + (−0.9))^2 = 0.01"
    );
    assert_eq!(formula("shared-subgraph-ladder", "paths"), "2^10 = 1024");
    assert_eq!(formula("shared-subgraph-ladder", "edges"), "2 · 10 = 20");
    assert_eq!(
        formula("shared-subgraph-ladder", "rung-9"),
        "gradient of x₉ = 1 + (−0.9) = 0.1"
    );
    assert_eq!(
        formula("shared-subgraph-ladder", "further-rungs-rung-9-2"),
        "b · gradient of x₉ = −0.9 · 0.1 = −0.09"
    );
}
