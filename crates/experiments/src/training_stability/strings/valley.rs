//! Words of the valley.

use popgrad_figures::number::short;

use super::super::valley::compute::Setting;
use crate::Explanation;

/// The claim, which follows the step.
pub(in super::super) fn title(setting: &Setting) -> &'static str {
    let best = setting.best_step();
    if setting.step * setting.curvatures[1] > 2.0 {
        "Beyond 2/λmax the steep direction diverges, however flat the other is"
    } else if (setting.step - best).abs() < 0.05 * best {
        "Near the best step both directions shrink by the same factor"
    } else {
        "One step size serves two curvatures, and one direction pays for it"
    }
}

pub(in super::super) const SUBTITLE: &str = "Gradient descent on L = ½(λmin·x² + λmax·y²), with the step η and the curvature λ = λmax of the \
    figure above";
pub(in super::super) const CAPTION: &str = "The best step, 2/(λmin + λmax), is where the dashed lines cross. Momentum turns the crawl along \
    the flat direction into a swing.";
pub(in super::super) const FLAT_AXIS: &str = "flat direction";
pub(in super::super) const STEEP_AXIS: &str = "steep direction";
pub(in super::super) const STEPS_AXIS: &str = "step";
pub(in super::super) const STEP_AXIS: &str = "step size";
pub(in super::super) const RATE_AXIS: &str = "factor";
pub(in super::super) const LOSS: &str = "loss";
pub(in super::super) const PLANE_PANEL: &str = "On the contours of the loss";
pub(in super::super) const LOSS_PANEL: &str = "Loss";
pub(in super::super) const RATE_PANEL: &str = "What a plain step leaves: ┄ flat, ⋯ steep";
pub(in super::super) const RUNS: [&str; 2] = ["plain", "with momentum"];
pub(in super::super) const DIRECTIONS: [&str; 2] = ["|1 − η·λmin|", "|1 − η·λmax|"];
pub(in super::super) const BEST: &str = "best step";
pub(in super::super) const PRESENT: &str = "the slower direction";
pub(in super::super) const PERIOD: &str = "one swing";
/// Where the names of the two runs stand beside their losses.
pub(in super::super) const LOSS_LABELS: [[f64; 2]; 2] = [[26.0, 0.3], [2.0, 1e-6]];

pub(in super::super) fn swing_panel(period: Option<f64>, alternates: bool) -> String {
    match period {
        None if alternates => "Flat direction x: to and fro at every step".to_owned(),
        Some(period) => format!("Flat direction x: a swing takes {} steps", short(period)),
        None => "Flat direction x: no swing".to_owned(),
    }
}

pub(in super::super) fn place(run: usize, step: usize) -> String {
    format!("{}, after {step} steps", RUNS[run])
}

pub(in super::super) fn explain_best(setting: &Setting) -> Explanation {
    let best = setting.best_step();
    let left = short(setting.slowest(best));
    let [flat, steep] = setting.curvatures.map(short);
    Explanation {
        words: format!(
            "The best step without momentum: both directions keep {left} of their distance."
        ),
        formula: format!("2/(λmin + λmax) = 2/({flat} + {steep}) = {}", short(best)),
    }
}

pub(in super::super) fn explain_present(setting: &Setting) -> Explanation {
    let factors = setting
        .curvatures
        .map(|curvature| 1.0 - setting.step * curvature);
    let [flat, steep] = factors.map(short);
    let most = short(setting.slowest(setting.step));
    Explanation {
        words: "What a step leaves of the direction that shrinks more slowly.".to_owned(),
        formula: format!("max(|{flat}|, |{steep}|) = {most}"),
    }
}

pub(in super::super) fn explain_period(
    setting: &Setting,
    [measured, theory]: [f64; 2],
) -> Explanation {
    let [measured, theory] = [measured, theory].map(short);
    let part = short(setting.step * setting.curvatures[0]);
    let momentum = short(setting.momentum);
    Explanation {
        words: format!(
            "The run with momentum crosses 0 twice in every {measured} steps (measured)."
        ),
        formula: format!(
            "2π/arccos((1 + β − η·λmin)/(2√β)) = {theory} with β = {momentum}, η·λmin = {part}"
        ),
    }
}

pub(in super::super) fn explain_loss(run: usize, step: usize, loss: f64) -> Explanation {
    let how = ["without momentum", "with momentum"][run];
    Explanation {
        words: format!("The loss after {step} steps {how}."),
        formula: format!("L = {}", short(loss)),
    }
}

/// The steep direction of a step, from three places that follow one another.
pub(in super::super) fn explain_place(
    setting: &Setting,
    run: usize,
    step: usize,
    [earlier, before, here]: [f64; 3],
) -> Explanation {
    let curvature = short(setting.curvatures[1]);
    let (size, momentum) = (short(setting.step), short(setting.momentum));
    let drift = if run == 0 {
        String::new()
    } else {
        format!(" + {momentum}·({} − {})", short(before), short(earlier))
    };
    let (before, here) = (short(before), short(here));
    let words = [
        "the step size times the gradient.",
        "the step size times the gradient, and β times the last step.",
    ][run];
    Explanation {
        words: format!("The place after {step} steps: {words}"),
        formula: format!("y = {before} − {size}·{curvature}·{before}{drift} = {here}"),
    }
}
