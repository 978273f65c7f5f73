//! Two weights in a product: what their flow conserves and descent leaks, and how it learns from a small
//! start.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Curve, Direction, Figure, Mark, Panel, Points, Role, Rule};

use super::super::compute::{Leak, STEPS, Saxe, Setting};
use super::super::strings;
use crate::{Error, State};

/// Id of the place at which half is learned.
pub(in super::super) const HALF: &str = "half";

/// Points of a theory line.
const PARTS: usize = 120;

/// Id of what is left after a step.
pub(in super::super) fn kept_id(step: usize) -> String {
    format!("kept-{step}")
}

/// What leaks, and Saxe's curve.
pub(in super::super) fn product(state: &State) -> Result<Figure, Error> {
    let setting = Setting::of(state)?;
    let (leak, saxe) = (Leak::of(&setting)?, Saxe::of(&setting)?);
    let figure = Figure::new(
        super::PRODUCT,
        strings::PRODUCT_TITLE,
        strings::PRODUCT_SUBTITLE,
    );
    Ok(figure
        .with_caption(strings::PRODUCT_CAPTION)
        .with(leak_panel(&leak))
        .with(saxe_panel(&saxe)))
}

fn leak_panel(leak: &Leak) -> Panel {
    let first = leak.steps[0].descent;
    let last = leak.steps[leak.steps.len() - 1];
    let x = Axis::linear(
        strings::TIME_AXIS,
        [0.0, super::ROOM * leak.eta * STEPS as f64],
    );
    let crosses = leak.steps.iter().any(|kept| kept.descent * first < 0.0);
    let ends = [if crosses { -0.25 * first } else { 0.0 }, 1.2 * first];
    let domain = if first.abs() < 1e-9 {
        [-1.0, 1.0]
    } else if first > 0.0 {
        ends
    } else {
        [ends[1], ends[0]]
    };
    let y = Axis::linear(strings::CONSERVED, domain);
    let line = |of: &dyn Fn(usize) -> f64| -> Vec<[f64; 2]> {
        let steps = leak.steps.iter().enumerate();
        let points = steps.map(|(step, kept)| [kept.time, of(step)]);
        // Why there is nothing more is said in the title.
        points.filter(|[_, kept]| kept.is_finite()).collect()
    };
    let made = leak.steps.iter().enumerate().skip(1);
    let made = made.filter(|(_, kept)| kept.descent.is_finite());
    let marks = made.map(|(step, kept)| {
        let name = strings::kept_name(step);
        let at = [kept.time, kept.descent];
        Mark::new(kept_id(step), at, name, short(kept.descent))
    });
    Panel::new("leak", strings::leak_panel(leak, first, last.descent), x, y)
        .with_room(210.0, 280.0, 6)
        .with(Curve::new(
            strings::FLOW,
            line(&|step| leak.steps[step].flow),
            Role::Plain,
        ))
        .with(
            Curve::new(
                strings::DESCENT,
                line(&|step| leak.steps[step].descent),
                Role::Value,
            )
            .thin(),
        )
        .with(Points::new(marks.collect(), Role::Value).small())
}

fn saxe_panel(saxe: &Saxe) -> Panel {
    let end = 2.0 * saxe.half_time();
    let x = Axis::linear(strings::TIME_AXIS, [0.0, end]);
    let y = Axis::linear(strings::PRODUCT, [0.0, 1.2 * saxe.strength]);
    let times = (0..=PARTS).map(|part| end * part as f64 / PARTS as f64);
    let theory = times.map(|time| [time, saxe.theory(time)]).collect();
    let mut panel = Panel::new("saxe", strings::saxe_panel(saxe), x, y)
        .with_room(210.0, 280.0, 6)
        .with(Rule::new(saxe.strength, Direction::X, Role::Quiet))
        .with(Curve::new(
            strings::DESCENT,
            saxe.descent.clone(),
            Role::Value,
        ))
        .with(Curve::new(strings::SAXE, theory, Role::Theory));
    if let Some(at) = saxe.half_learned() {
        let mark = Mark::new(HALF, at, strings::HALF, short(at[0])).with_value(at[0]);
        panel = panel.with(Points::new(vec![mark], Role::Value));
    }
    panel
}
