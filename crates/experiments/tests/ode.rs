//! The solver of differential equations: against reference values, against another solver, its
//! order, what it says where there is no solution.

use std::convert::Infallible;

use differential_equations::prelude::{ExplicitRungeKutta, IVP, ODE};
use popgrad::{PopulationNode, Slot, Tape};
use popgrad_experiments::ode::{Refusal, Tolerance, Trajectory, solve};

const EXACT: Tolerance = Tolerance {
    relative: 1e-12,
    absolute: 1e-13,
    steps: 100_000,
};

/// A loss of two numbers on a tape.
struct Loss {
    tape: Tape,
    leaves: [Slot; 2],
    loss: Slot,
}

impl Loss {
    fn new(name: &str) -> Self {
        let [x, y] = [PopulationNode::new(0.0), PopulationNode::new(0.0)];
        let loss = if name.starts_with("quadratic") {
            (x.square() + 10.0 * y.square()) / 2.0
        } else {
            (1.0 - &x).square() + 5.0 * (&y - x.square()).square()
        };
        let tape = Tape::record(&loss).expect("the tape holds it");
        Self {
            leaves: [
                tape.slot(&x).expect("the tape holds it"),
                tape.slot(&y).expect("the tape holds it"),
            ],
            loss: tape.slot(&loss).expect("the tape holds it"),
            tape,
        }
    }

    fn set(&mut self, place: &[f64]) {
        for (leaf, member) in self.leaves.into_iter().zip(place) {
            self.tape.set(leaf, &[*member]).expect("the tape holds it");
        }
    }

    fn flow(mut self, start: &[f64], end: f64) -> Trajectory {
        let field = |_: f64, place: &[f64], slope: &mut [f64]| {
            self.set(place);
            self.tape.forward();
            self.tape.backward(self.loss).expect("the tape holds it");
            for (leaf, slope) in self.leaves.into_iter().zip(slope) {
                *slope = -self.tape.cotangent(leaf).expect("the tape holds it")[0];
            }
            Ok::<_, Infallible>(())
        };
        solve(field, start, end, EXACT).expect("the tape holds it")
    }

    fn descent(mut self, start: &[f64], eta: f64, steps: usize) -> Vec<[f64; 2]> {
        let moving = self.leaves.map(|leaf| (leaf, eta));
        let descent = self
            .tape
            .descent(self.loss, &moving)
            .expect("the tape holds it");
        self.set(start);
        let mut places = Vec::new();
        for _ in 0..steps {
            places.push(
                self.leaves
                    .map(|leaf| self.tape.value(leaf).expect("the tape holds it")[0]),
            );
            descent.run(&mut self.tape, 1).expect("the tape holds it");
        }
        places
    }
}

/// The rule of the reference values for runs.
fn assert_agrees(measured: f64, reference: f64) {
    let tolerance = 1e-9 * reference.abs().max(1.0);
    let agrees = (measured - reference).abs() <= tolerance
        || (!measured.is_finite() && !reference.is_finite());
    assert!(agrees, "{measured} {reference}");
}

fn numbers(list: &serde_json::Value) -> Vec<f64> {
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|x| x.as_f64().unwrap_or(f64::NAN))
        .collect()
}

fn rows(list: &serde_json::Value) -> Vec<Vec<f64>> {
    list.as_array()
        .expect("a list")
        .iter()
        .map(numbers)
        .collect()
}

#[test]
fn flow_and_descent_are_those_of_the_reference() {
    let folder = std::env::var("POPGRAD_REFERENCE");
    let folder =
        folder.unwrap_or_else(|_| format!("{}/tests/reference", env!("CARGO_MANIFEST_DIR")));
    let text = std::fs::read_to_string(format!("{folder}/flow.json")).unwrap();
    let cases: serde_json::Value = serde_json::from_str(&text).unwrap();
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let name = case["loss"].as_str().unwrap();
        let start = numbers(&case["start"]);
        let times = numbers(&case["times"]);
        let path = Loss::new(name).flow(&start, times[times.len() - 1]);
        assert_eq!(path.refusal(), None);
        for (time, reference) in times.iter().zip(rows(&case["flow"])) {
            let measured = path.at(*time).unwrap();
            for (measured, reference) in measured.into_iter().zip(reference) {
                assert_agrees(measured, reference);
            }
        }
        let reference = rows(&case["gd_first_100"]);
        let eta = case["eta"].as_f64().unwrap();
        let measured = Loss::new(name).descent(&start, eta, reference.len());
        assert!(measured.len() >= 100);
        for (measured, reference) in measured.iter().zip(reference) {
            for (measured, reference) in measured.iter().zip(reference) {
                assert_agrees(*measured, reference);
            }
        }
    }
}

/// Two bodies of which one circles the other: x″ = −x/|x|³, on a narrow ellipse.
struct Orbit;

fn orbit(place: &[f64; 4]) -> [f64; 4] {
    let [x, y, u, v] = *place;
    let distance = libm::hypot(x, y);
    let cube = distance * distance * distance;
    [u, v, -x / cube, -y / cube]
}

impl ODE<f64, [f64; 4]> for Orbit {
    fn diff(&self, _: f64, place: &[f64; 4], slope: &mut [f64; 4]) {
        *slope = orbit(place);
    }
}

const AT_REST: [f64; 4] = [0.4, 0.0, 0.0, 2.0];

fn our_orbit(tolerance: Tolerance) -> Trajectory {
    let field = |_: f64, place: &[f64], slope: &mut [f64]| {
        let place = place.first_chunk().expect("four members");
        slope.copy_from_slice(&orbit(place));
        Ok::<_, Infallible>(())
    };
    solve(field, &AT_REST, 20.0, tolerance).expect("the field has no errors")
}

#[test]
fn another_solver_finds_the_same_orbit() {
    let other = IVP::ode(&Orbit, 0.0, 20.0, AT_REST)
        .method(ExplicitRungeKutta::dop853().rtol(1e-13).atol(1e-13))
        .solve()
        .unwrap();
    let ours = our_orbit(EXACT);
    for (time, theirs) in other.t.iter().zip(&other.y) {
        let ours = ours.at(*time).unwrap();
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert!((ours - theirs).abs() < 1e-8, "{time}: {ours} {theirs}");
        }
    }
    assert!(other.t.len() > 50, "{}", other.t.len());
    // Steps are short where the bodies are near each other, and long where they are not.
    let steps = ours.times().windows(2).map(|pair| pair[1] - pair[0]);
    let (short, long) = steps.fold((f64::INFINITY, 0.0_f64), |(short, long), step| {
        (short.min(step), long.max(step))
    });
    assert!(long > 4.0 * short, "{short} {long}");
}

fn growth(tolerance: f64) -> Trajectory {
    let tolerance = Tolerance {
        relative: tolerance,
        absolute: tolerance,
        ..EXACT
    };
    let field = |time: f64, x: &[f64], slope: &mut [f64]| {
        slope[0] = x[0] * libm::cos(time);
        Ok::<_, Infallible>(())
    };
    solve(field, &[1.0], 10.0, tolerance).expect("the field has no errors")
}

#[test]
fn the_error_stays_near_the_tolerance_between_steps_too() {
    for power in [4, 6, 8, 10, 12] {
        let tolerance = libm::exp10(-f64::from(power));
        let path = growth(tolerance);
        let worst = (0..=1000).map(|part| {
            let time = f64::from(part) / 100.0;
            (path.at(time).unwrap()[0] - libm::exp(libm::sin(time))).abs()
        });
        let worst = worst.fold(0.0, f64::max);
        assert!(worst < 30.0 * tolerance, "{tolerance}: {worst}");
    }
}

#[test]
fn ten_thousand_times_the_accuracy_takes_as_many_more_steps_as_the_order_says() {
    let count = |tolerance| growth(tolerance).times().len() as f64;
    // The error of a step goes with its fifth power: a factor of 10^(4/5) for four digits.
    let more = count(1e-12) / count(1e-8);
    assert!((5.0..7.5).contains(&more), "{more}");
}

#[test]
fn the_same_bits_come_out_again() {
    assert_eq!(
        our_orbit(Tolerance::default()),
        our_orbit(Tolerance::default())
    );
}

#[test]
fn a_solution_that_leaves_the_numbers_ends_where_it_does() {
    // x′ = x² from 1 is 1/(1 − t).
    let square = |_: f64, x: &[f64], slope: &mut [f64]| {
        slope[0] = x[0] * x[0];
        Ok::<_, Infallible>(())
    };
    let path = solve(square, &[1.0], 2.0, EXACT).unwrap();
    let refusal = path.refusal().expect("it does not reach 2");
    let underflow = matches!(
        refusal,
        Refusal::StepUnderflow { .. } | Refusal::NotFinite { .. }
    );
    assert!(underflow, "{refusal:?}");
    assert!((path.end() - 1.0).abs() < 1e-9, "{}", path.end());
    assert!((path.at(0.5).unwrap()[0] - 2.0).abs() < 1e-10);
    assert_eq!(path.at(1.5), None);
    assert_eq!(path.at(f64::NAN), None);
}

#[test]
fn each_refusal_is_named_with_its_place() {
    let root = |_: f64, x: &[f64], slope: &mut [f64]| {
        slope[0] = -1.0 / libm::sqrt(x[0]);
        Ok::<_, Infallible>(())
    };
    // x^(3/2) = 1 − 3t/2 reaches 0 at 2/3, and there is no root beyond.
    let path = solve(root, &[1.0], 1.0, Tolerance::default()).unwrap();
    let refusal = path.refusal().expect("there is no root of what is below 0");
    assert!(refusal.to_string().contains("time 0.66"), "{refusal}");
    let at_once = solve(root, &[-1.0], 1.0, EXACT).unwrap();
    assert_eq!(at_once.refusal(), Some(Refusal::NotFinite { time: 0.0 }));
    assert_eq!(at_once.last(), [-1.0]);
    let hurried = our_orbit(Tolerance { steps: 7, ..EXACT });
    let Some(Refusal::TooManySteps { time, steps: 7 }) = hurried.refusal() else {
        panic!("{:?}", hurried.refusal())
    };
    assert_eq!(time, hurried.end());
}

#[test]
fn the_first_error_of_the_field_is_handed_on() {
    let mut asked = 0;
    let field = |_: f64, _: &[f64], slope: &mut [f64]| {
        asked += 1;
        slope[0] = 1.0;
        if asked > 20 { Err("no more") } else { Ok(()) }
    };
    assert_eq!(solve(field, &[0.0], 1e9, EXACT), Err("no more"));
}
