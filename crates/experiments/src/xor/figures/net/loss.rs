//! The loss of the run that is followed, and of others.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Curve, Detail, Direction, Label, Mark, Movable, Panel, Points, Role, Side, Traces,
};

use super::{Moment, steps_axis};
use crate::net::{Design, Loss};
use crate::xor::compute::outcome::{Outcome, worst};
use crate::xor::compute::run::{OTHERS, STEPS, seed, stops};
use crate::xor::parameters::{STEP, design};
use crate::xor::strings;
use crate::{Error, State};

/// Ids of the step that is shown, and of the step at which a weight leaves the range of numbers.
pub(in crate::xor) const HERE: &str = "here";
pub(in crate::xor) const BROKEN: &str = "broken";

/// The largest loss on the axis, in units of that of the best line.
const HIGHEST: f64 = 1.6;

/// Id of the end of another run, counted from the first of them as 1.
pub(in crate::xor) fn other_id(run: usize) -> String {
    format!("run-{run}")
}

/// The loss at every step.
pub(super) fn panel(state: &State, moment: Option<&Moment<'_>>) -> Result<Panel, Error> {
    let design = design(state)?;
    let y = Axis::linear(strings::LOSS, [0.0, HIGHEST * worst(design)]).with_detail(Detail::Ticks);
    let panel = Panel::new("loss", strings::LOSS_PANEL, steps_axis(), y).with_room(250.0, 260.0, 7);
    let mut panel = levels(panel, design);
    let others: Vec<_> = state.results(OTHERS).collect();
    if !others.is_empty() {
        let line = |losses: &[f64]| -> Vec<[f64; 2]> {
            let stops = stops().iter().zip(losses);
            stops.map(|(&step, loss)| [step as f64, *loss]).collect()
        };
        let lines = others.iter().map(|(_, losses)| line(losses)).collect();
        panel = panel.with(Traces::new(strings::OTHER_RUNS, lines, Role::Plain));
        let mut marks = Vec::new();
        for (part, losses) in others {
            let loss = losses.last().copied().unwrap_or(f64::NAN);
            let name = strings::run_of_seed(seed(state, part + 1)?);
            let at = [STEPS as f64, loss];
            marks.push(Mark::new(other_id(part + 1), at, name, short(loss)));
        }
        panel = panel.with(Points::new(marks, Role::Plain).small());
    }
    Ok(moment.map_or(panel.clone(), |moment| followed(panel, moment)))
}

/// The losses at which runs stand.
fn levels(panel: Panel, design: Design) -> Panel {
    let outcomes: &[Outcome] = match design.loss {
        Loss::Squared => &[Outcome::Line, Outcome::Corner, Outcome::Half],
        Loss::Logistic => &[Outcome::Line],
    };
    outcomes.iter().fold(panel, |panel, &outcome| {
        let part = outcome.level().unwrap_or(0.0);
        let level = part * worst(design);
        let ends = [1.0, STEPS as f64].map(|step| [step, level]).to_vec();
        let words = strings::level(outcome, &fraction(level));
        let above = [0.8 * STEPS as f64, (part + 0.06) * worst(design)];
        panel.with(
            Curve::new(words.clone(), ends, Role::Theory)
                .thin()
                .labelled(words, above, Side::Left),
        )
    })
}

/// A level as it is written in the text: a fraction where it is one.
fn fraction(level: f64) -> String {
    let written = [2.0, 4.0, 6.0, 8.0]
        .into_iter()
        .find(|&below| level == 1.0 / below);
    match written {
        Some(below) => format!("1/{}", short(below)),
        None if level == 2.0 / 3.0 => "2/3".to_owned(),
        None => short(level),
    }
}

fn followed(panel: Panel, moment: &Moment<'_>) -> Panel {
    let losses = stops()
        .iter()
        .map(|&step| [step as f64, moment.record.loss(step)]);
    let loss = moment.record.loss(moment.step);
    let at = [moment.step as f64, loss];
    let here = Mark::new(HERE, at, strings::at_step(moment.step), short(loss))
        .with_movable(Movable::at(STEP, Direction::X));
    let panel = panel
        .with(Curve::new(strings::LOSS, losses.collect(), Role::Value))
        .with(Points::new(vec![here], Role::Value));
    let Some(step) = moment.record.broken() else {
        return panel;
    };
    let at = [step as f64, HIGHEST * worst(moment.design)];
    let mark =
        Mark::new(BROKEN, at, strings::BROKEN, strings::at_step(step)).with_value(step as f64);
    panel.with(Points::new(vec![mark], Role::Wrong).with_label(Label::new(
        strings::at_step(step),
        at,
        Side::Left,
    )))
}
