//! What each mark is, with its formula.

use popgrad_figures::number::{short, with_digits};
use popgrad_graph::Rule;

use super::compute::{Credit, Ladder, Rung, STEP_SIZE, rungs_of};
use super::figures::{self, Kind, Part};
use super::parameters::{MEMBERS, MOST_RUNGS, Settings};
use super::strings;
use crate::{Error, Explanation, PREDICTION, State};

/// Digits that show how far a measured slope is from the gradient.
const MANY: usize = 13;

fn explanation(words: impl Into<String>, formula: String) -> Explanation {
    Explanation {
        words: words.into(),
        formula,
    }
}

/// Explains a mark of the graph.
pub(super) fn graph(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let settings = &Settings::of(state)?;
    let credit = Credit::new(&settings.inputs, settings.rule)?;
    let explained = popgrad_graph::explain(&credit.walk, settings.step, mark);
    Ok(explained.map(|explained| explanation(explained.words, explained.formula)))
}

fn explain_part(
    credit: &Credit,
    settings: &Settings,
    parts: &[Part],
    part: &Part,
) -> Result<Explanation, Error> {
    let size = short(part.size());
    match part.kind {
        Kind::Held => Ok(explanation(
            strings::EXPLAIN_HELD,
            ["left over = ", &size].concat(),
        )),
        Kind::Edge(index) => {
            let edge = &credit.walk.edges()[index];
            let x = &credit.walk.nodes()[edge.receiver];
            let paths = credit.walk.paths([&credit.sum, &credit.x], x.parts)?;
            let path = paths.iter().find(|path| path.edges.last() == Some(&index));
            let (name, factors) = path.map_or_else(Default::default, |path| {
                let factors = path
                    .edges
                    .iter()
                    .map(|edge| factor(credit, *edge, settings.member));
                (credit.walk.path_name(path), factors.collect::<Vec<_>>())
            });
            let words = strings::explain_part(edge.part, x.parts, &name, part.counts);
            Ok(explanation(
                words,
                [&factors.join(" × "), " = ", &size].concat(),
            ))
        }
        Kind::Sum if settings.rule == Rule::Replace => {
            Ok(explanation(strings::EXPLAIN_LAST, strings::replaced(&size)))
        }
        Kind::Sum => {
            let arrived = parts
                .iter()
                .filter(|part| part.arrived && part.kind != Kind::Sum);
            let sizes: Vec<_> = arrived.map(|part| bracketed(part.size())).collect();
            Ok(explanation(
                strings::EXPLAIN_SUM,
                [&sizes.join(" + "), " = ", &size].concat(),
            ))
        }
    }
}

/// The local derivative of an edge for a member.
fn factor(credit: &Credit, edge: usize, member: usize) -> String {
    let factor = credit.walk.edges()[edge].factor.as_ref();
    factor.map_or_else(String::new, |factor| {
        bracketed(factor[member % factor.len()])
    })
}

/// A number as a term of a formula: in brackets where it has a sign of its own.
fn bracketed(value: f64) -> String {
    let printed = short(value);
    if value < 0.0 {
        ["(", &printed, ")"].concat()
    } else {
        printed
    }
}

/// Explains a mark of the parts or of the gradients beside theory.
pub(super) fn check(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let settings = &Settings::of(state)?;
    if let (PREDICTION, Some(guess)) = (mark, state.guess().value()) {
        let formula = ["your answer = ", &short(guess)].concat();
        return Ok(Some(explanation(strings::EXPLAIN_GUESS, formula)));
    }
    let credit = Credit::new(&settings.inputs, settings.rule)?;
    let parts = figures::parts(&credit, settings);
    if let Some(part) = parts.iter().find(|part| part.id == mark) {
        return Ok(Some(explain_part(&credit, settings, &parts, part)?));
    }
    let of_member = |member: usize| {
        let input = short(credit.inputs[member]);
        let name = strings::member(member);
        if mark == figures::value_id(member) {
            let formula = [&name, " = ", &input].concat();
            Some(explanation(strings::explain_value(member), formula))
        } else if mark == figures::gradient_id(member) {
            let words = strings::explain_gradient(member);
            Some(explanation(words, gradient_formula(&credit, member)))
        } else if mark == figures::slope_id(member) {
            let slope = with_digits(credit.differences[member], MANY);
            let formula = [
                "(z(",
                &name,
                " + h) − z(",
                &name,
                " − h)) / 2h = ",
                &slope,
                " with h = ",
                &short(STEP_SIZE),
            ];
            Some(explanation(
                strings::explain_slope(member),
                formula.concat(),
            ))
        } else {
            None
        }
    };
    Ok((0..MEMBERS.len()).find_map(of_member))
}

/// Theory with its numbers, and what the pass left where that is something else.
fn gradient_formula(credit: &Credit, member: usize) -> String {
    let (theory, gradient) = (credit.theory(member), credit.gradients[member]);
    let input = bracketed(credit.inputs[member]);
    let mut formula = ["2x + 1 = 2 · ", &input, " + 1 = ", &short(theory)].concat();
    let is_off = (gradient - theory).abs() > 1e-9;
    if is_off {
        formula = [&formula, "; this pass leaves ", &short(gradient)].concat();
    }
    formula
}

/// Explains a mark of the ladder.
pub(super) fn ladder(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let settings = &Settings::of(state)?;
    let ladder = Ladder::new(settings.factors, MOST_RUNGS as usize, settings.rule)?;
    let last = settings.rungs - 1;
    if mark == "paths" {
        let formula = format!("2^{} = {}", settings.rungs, short(ladder.paths[last]));
        return Ok(Some(explanation(strings::EXPLAIN_PATHS, formula)));
    }
    if mark == "edges" {
        let formula = format!("2 · {} = {}", settings.rungs, short(ladder.edges[last]));
        let words = strings::explain_edges(&short(ladder.engine_edges[last]));
        return Ok(Some(explanation(words, formula)));
    }
    if let Some(explained) = rung(&ladder, settings, mark)? {
        return Ok(Some(explained));
    }
    let [a, b] = settings.factors;
    let of_rungs = |place: usize| {
        let paths = short(ladder.paths[place]);
        if mark == figures::bar_id(place) {
            let base = [short(a), bracketed(b)].join(" + ");
            let theory = power(a + b, place + 1);
            let mut formula = format!("(a + b)ᴷ = ({base})^{} = {}", place + 1, short(theory));
            if (ladder.gradients[place] - theory).abs() > 1e-9 * theory.abs() {
                formula = [
                    &formula,
                    "; this pass leaves ",
                    &short(ladder.gradients[place]),
                ]
                .concat();
            }
            Some(explanation(
                strings::explain_ladder(place + 1, &paths),
                formula,
            ))
        } else if mark == figures::sum_id(place) {
            let sum = short(ladder.one_by_one[place]);
            let gradient = short(ladder.gradients[place]);
            let formula =
                format!("sum of {paths} products = {sum}; by the backward pass {gradient}");
            Some(explanation(
                strings::explain_sum(place + 1, &paths),
                formula,
            ))
        } else {
            None
        }
    };
    Ok((0..ladder.gradients.len()).find_map(of_rungs))
}

/// Explains a node or an edge of the drawn ladder.
fn rung(ladder: &Ladder, settings: &Settings, mark: &str) -> Result<Option<Explanation>, Error> {
    let xs = rungs_of(settings.factors, settings.rungs, settings.rule)?;
    if mark == figures::FOLD {
        let formula = format!(
            "next x = {} x + {} x",
            short(settings.factors[0]),
            bracketed(settings.factors[1])
        );
        return Ok(Some(explanation(
            strings::explain_fold(figures::folded_rungs(settings.rungs)),
            formula,
        )));
    }
    if let Some(place) = (0..xs.len()).find(|place| figures::rung_id(*place) == mark) {
        return Ok(Some(explain_rung(ladder, settings, &xs, place)));
    }
    for way in figures::ways(settings.rungs) {
        let ids = way.edge_ids();
        if let Some(number) = ids.iter().position(|id| id == mark) {
            return Ok(Some(explain_rung_edge(settings, &xs, way.receiver, number)));
        }
    }
    Ok(None)
}

fn explain_rung(ladder: &Ladder, settings: &Settings, xs: &[Rung], place: usize) -> Explanation {
    let gradient = short(xs[place].gradient);
    let Some(left) = settings.rungs.checked_sub(place + 1) else {
        let formula = strings::rung_gradient(place, &gradient);
        return explanation(strings::EXPLAIN_FIRST_RUNG, formula);
    };
    let parts: Vec<_> = xs[place]
        .parts
        .iter()
        .map(|part| bracketed(*part))
        .collect();
    let sum = match settings.rule {
        Rule::Add => [&parts.join(" + "), " = ", &gradient].concat(),
        Rule::Replace | Rule::Stale => gradient,
    };
    let paths = strings::paths(&short(ladder.paths[left]));
    explanation(
        strings::explain_rung(place, &paths),
        strings::rung_gradient(place, &sum),
    )
}

fn explain_rung_edge(
    settings: &Settings,
    xs: &[Rung],
    receiver: usize,
    number: usize,
) -> Explanation {
    let name = ["a", "b"][number];
    let factor = short(settings.factors[number]);
    let part = short(xs[receiver].parts[number]);
    let gradient = bracketed(xs[receiver + 1].gradient);
    let formula = format!(
        "{name} · gradient of {} = {factor} · {gradient} = {part}",
        strings::rung(receiver + 1)
    );
    explanation(strings::explain_rung_edge(receiver, name), formula)
}

fn power(base: f64, exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * base)
}
