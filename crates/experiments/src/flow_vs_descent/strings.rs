//! Every word of this experiment.

use popgrad_figures::number::{short, with_digits};

use super::compute::{Gaps, Leak, Loss, Lost, Method, Run, Saxe, Setting, Surface};
use crate::{Explanation, Words, ode};

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Gradient flow and gradient descent";
const QUESTION: &str =
    "Which path would infinitely small steps take, and how far from it is descent?";
const LEAD: &str = "Gradient descent does not follow the gradient flow, but the flow of a slightly different loss.";
const DEMONSTRATES: &str = "Descent follows a modified flow";

pub(super) const PREDICTION: &str = "Halve the step size and make twice as many steps, so that the same time passes. What \
    becomes of the distance to the flow at the end?";
pub(super) const PREDICTION_LABEL: &str = "The distance";
pub(super) const ANSWERS: [&str; 3] = ["halves", "quarters", "stays"];

pub(super) fn verdict(answer: usize, [before, after]: [f64; 2]) -> String {
    let ratio = after / before;
    let judged = match answer {
        0 if (0.4..0.6).contains(&ratio) => "You were right",
        1 if (0.2..0.3).contains(&ratio) => "You were right",
        2 if (0.9..1.1).contains(&ratio) => "You were right",
        _ => "You were wrong",
    };
    format!(
        "From (1.5, −1) it goes from {} to {}, {} times as much. You said that it {}. {judged}.",
        short(before),
        short(after),
        short(ratio),
        ANSWERS[answer.min(2)]
    )
}

pub(super) const STEP_LABEL: &str = "Step";
pub(super) const ETA_LABEL: &str = "Step size";
pub(super) const LOSS_LABEL: &str = "Loss";
pub(super) const LOSSES: [&str; 4] = [
    "product: (uv − y)²/2",
    "quadratic: (x² + κy²)/2",
    "Rosenbrock: ((1 − x)² + 5(y − x²)²)/20",
    "XOR net, 9 weights",
];
pub(super) const START_LABELS: [&str; 2] = ["Start, across", "Start, upwards"];
pub(super) const CONDITION_LABEL: &str = "Condition of the quadratic";
pub(super) const TARGET_LABEL: &str = "Target of the product";
pub(super) const SMALL_LABEL: &str = "Small product at the start";
pub(super) const Z_LABEL: &str = "Step size times curvature";
pub(super) const SEED_LABEL: &str = "Seed of the XOR net";

pub(super) const FLOW: &str = "flow";
pub(super) const MODIFIED: &str = "modified flow";
pub(super) const DESCENT: &str = "descent";
pub(super) const LOSS: &str = "loss";
pub(super) const START: &str = "start";
pub(super) const GAP: &str = "to the flow";
pub(super) const MODIFIED_GAP: &str = "to the modified flow";
pub(super) const TIME_AXIS: &str = "time t = kη";
pub(super) const DISTANCE_AXIS: &str = "distance";
pub(super) const ETA_AXIS: &str = "step size η";
pub(super) const STEP_AXIS: &str = "step";

/// The claim of the first figure.
pub(super) fn descent_title(run: &Run) -> &'static str {
    let gaps = run.gaps(1);
    if run.diverges() {
        "Steps as large as these follow no flow: descent diverges"
    } else if gaps.modified < gaps.flow {
        "Descent leaves the flow, and keeps to a flow of its own"
    } else {
        "Steps as large as these follow neither flow"
    }
}

pub(super) fn descent_subtitle(loss: Loss) -> &'static str {
    match loss {
        Loss::Surface(_) => {
            "lines of equal loss, and the distance of descent from both flows against time"
        }
        Loss::Xor { .. } => {
            "the loss in the plane of start, end of the flow and largest deviation, and distances against time"
        }
    }
}

pub(super) fn descent_caption(loss: Loss) -> &'static str {
    match loss {
        Loss::Surface(_) => {
            "All three begin at the square and have had the same time. Click in the plane to begin elsewhere."
        }
        Loss::Xor { .. } => {
            "The nine weights of the net are shown by their shadow on a plane; upwards is drawn larger than \
             across. Distances are those in all nine."
        }
    }
}

pub(super) const PLANE_PANEL: &str = "— flow, ┄ modified flow, • descent";

pub(super) fn axes(loss: Loss) -> [&'static str; 2] {
    match loss {
        Loss::Surface(Surface::Product { .. }) => ["weight u", "weight v"],
        Loss::Surface(_) => ["x", "y"],
        Loss::Xor { .. } => ["from start to end", "towards the largest deviation"],
    }
}

/// Two coordinates as they are written.
pub(super) fn pair(place: &[f64]) -> String {
    let texts: Vec<_> = place.iter().map(|member| short(*member)).collect();
    format!("({})", texts.join(", "))
}

pub(super) fn step_name(step: usize, time: &str) -> String {
    format!("descent after step {step}, t = {time}")
}

pub(super) fn lost_name(step: usize) -> String {
    format!("step {step} leaves the numbers")
}

/// What the distances show up to a step: how far, or why there is nothing more.
pub(super) fn distance_panel(run: &Run, step: usize) -> String {
    if step == 0 {
        return "At step 0 all three are in one place".to_owned();
    }
    if let Some(lost) = run.descent.lost.filter(|lost| lost.step <= step) {
        return format!("∞: step {} leaves the numbers", lost.step);
    }
    if let Some(refusal) = run.flow.refusal().or(run.modified.refusal()) {
        return refused(refusal);
    }
    format!(
        "After {step} step{}: {} from the flow",
        if step == 1 { "" } else { "s" },
        short(run.gaps(step).flow)
    )
}

fn refused(refusal: ode::Refusal) -> String {
    match refusal {
        ode::Refusal::TooManySteps { time, .. } => {
            format!("A flow is too stiff beyond t = {}", short(time))
        }
        ode::Refusal::NotFinite { time } | ode::Refusal::StepUnderflow { time, .. } => {
            format!("A flow ends at t = {}", short(time))
        }
    }
}

pub(super) fn explain_start(setting: &Setting) -> Explanation {
    let words = match setting.loss {
        Loss::Surface(_) => {
            "Here descent and both flows begin. Drag it, or click where they are to begin."
        }
        Loss::Xor { .. } => "The weights of the net at the start, from its seed.",
    };
    Explanation {
        words: words.to_owned(),
        formula: format!("x₀ = {}", pair(&setting.start)),
    }
}

/// A step: where from, along which gradient, where to.
pub(super) fn explain_step(
    eta: f64,
    step: usize,
    from: &[f64],
    gradient: &[f64],
    to: &[f64],
) -> Explanation {
    let eta = short(eta);
    let formula = if from.len() == 2 {
        format!("{} − {eta} × {} = {}", pair(from), pair(gradient), pair(to))
    } else {
        let square = gradient
            .iter()
            .fold(0.0, |total, member| total + member * member);
        format!("‖η∇L‖ = {eta} × {}", short(libm::sqrt(square)))
    };
    Explanation {
        words: format!(
            "Step {step} of descent: the place before it, less the step size times the gradient there."
        ),
        formula,
    }
}

pub(super) fn explain_gap(is_modified: bool, time: f64, gap: f64) -> Explanation {
    let words = if is_modified {
        "How far descent is from the flow of L + (η/4)‖∇L‖²; its gradient holds an exact product with the Hessian."
    } else {
        "How far descent is from the flow of L at the same time."
    };
    Explanation {
        words: words.to_owned(),
        formula: format!("distance at t = {} is {}", short(time), with_digits(gap, 5)),
    }
}

pub(super) fn explain_lost(eta: f64, lost: Lost) -> Explanation {
    Explanation {
        words: format!(
            "Step {} leaves the numbers: a weight moves by {} times a gradient of {}, past {}, the largest number of 64 bits.",
            lost.step,
            short(eta),
            short(lost.gradient),
            short(f64::MAX)
        ),
        formula: format!(
            "{} − {} × {} = {}",
            short(lost.value),
            short(eta),
            short(lost.gradient),
            short(lost.value - eta * lost.gradient)
        ),
    }
}

/// The claim of the second figure, if it holds between each two runs.
pub(super) fn halving_title(runs: &[(f64, Gaps)]) -> &'static str {
    let between = |of: fn(&Gaps) -> f64, [low, high]: [f64; 2]| {
        let mut pairs = runs.windows(2);
        pairs.all(|pair| (low..high).contains(&(of(&pair[0].1) / of(&pair[1].1))))
    };
    if between(|gaps| gaps.flow, [1.5, 3.0]) && between(|gaps| gaps.modified, [3.0, 6.0]) {
        "Half the step: half the distance to the flow, a quarter to the modified flow"
    } else {
        "Only where steps are small does half the step leave half the distance"
    }
}

pub(super) const HALVING_QUESTION: &str = "What is left of the distance with half the step?";
pub(super) const HALVING_SUBTITLE: &str =
    "the distance at the same time, against the step size; dashed: η and η²";
pub(super) const HALVING_CAPTION: &str = "The rightmost run is yours up to the step that is shown. Each to its left takes half the step and twice as many.";
pub(super) const HIDDEN_PANEL: &str = "Your run. With half the step?";
pub(super) const ORDERS: [&str; 2] = ["theory: η", "theory: η²"];
pub(super) const PREDICTED: &str = "your prediction";

pub(super) fn halving_panel(runs: &[(f64, Gaps)]) -> String {
    let [(_, first), (_, second), ..] = runs else {
        return HIDDEN_PANEL.to_owned();
    };
    if !first.flow.is_finite() {
        return "Your run leaves the numbers".to_owned();
    }
    let falls = |before: f64, after: f64| match before / after {
        ratio if ratio.is_finite() => format!("÷ {}", short(ratio)),
        _ => "not measured".to_owned(),
    };
    format!(
        "One halving: {}, and {}",
        falls(first.flow, second.flow),
        falls(first.modified, second.modified)
    )
}

pub(super) fn halved_name(to: &str, eta: &str) -> String {
    format!("distance {to}, η = {eta}")
}

pub(super) fn explain_halved(
    is_modified: bool,
    steps: usize,
    eta: f64,
    gap: f64,
    before: Option<f64>,
) -> Explanation {
    let flow = if is_modified { "modified flow" } else { "flow" };
    let change = before.map_or_else(String::new, |before| {
        format!(" That is {} times the one before.", short(gap / before))
    });
    Explanation {
        words: format!(
            "After {steps} steps of {} descent is {} from the {flow}.{change}",
            short(eta),
            short(gap)
        ),
        formula: format!(
            "t = {steps} × {} = {}",
            short(eta),
            short(eta * steps as f64)
        ),
    }
}

pub(super) const PRODUCT_TITLE: &str = "Two weights in a product: the flow keeps u² − v², and from a small start it waits, then learns at once";
pub(super) const PRODUCT_SUBTITLE: &str = "u² − v² for L = (uv − y)²/2 from your start, and the product uv from a small one, against time";
pub(super) const PRODUCT_CAPTION: &str = "First panel: the line is the flow, dots are descent. Second panel: the line is descent, dashes are Saxe's curve.";
pub(super) const CONSERVED: &str = "u² − v²";
pub(super) const PRODUCT: &str = "product uv";
pub(super) const SAXE: &str = "Saxe's curve";
pub(super) const HALF: &str = "half is learned";

pub(super) fn leak_panel(leak: &Leak, first: f64, last: f64) -> String {
    match leak.lost {
        Some(lost) => format!("Step {} leaves the numbers", lost.step),
        None if first == 0.0 => "Nothing to leak: u² − v² is 0".to_owned(),
        None => format!("Leaked: {} %", short(100.0 * (1.0 - last / first))),
    }
}

pub(super) fn kept_name(step: usize) -> String {
    format!("u² − v² after step {step}")
}

/// What a step has left of u² − v²: `before` it the error was `error`.
pub(super) fn explain_kept(eta: f64, error: f64, before: f64, after: f64) -> Explanation {
    let moved = eta * error;
    Explanation {
        words: format!(
            "With the error e = uv − y = {} the step multiplies u² − v² by 1 − η²e². The flow keeps it.",
            short(error)
        ),
        formula: format!(
            "{} × (1 − {}² × {}²) = {}; descent: {}",
            with_digits(before, 4),
            short(eta),
            parenthesized(error),
            with_digits(before * (1.0 - moved * moved), 4),
            with_digits(after, 4)
        ),
    }
}

fn parenthesized(number: f64) -> String {
    if number < 0.0 {
        format!("({})", short(number))
    } else {
        short(number)
    }
}

pub(super) fn saxe_panel(saxe: &Saxe) -> String {
    match saxe.lost {
        Some(lost) => format!("Step {} leaves the numbers", lost.step),
        None => format!("Half is learned at t = {}", short(saxe.half_time())),
    }
}

pub(super) fn explain_half(saxe: &Saxe, measured: f64) -> Explanation {
    let (strength, small) = (short(saxe.strength), short(saxe.small));
    Explanation {
        words: format!(
            "Descent has learned half of {strength} at t = {}, starting at {small}. A product grows in proportion to \
             itself, so a start ten times smaller waits {} longer.",
            short(measured),
            short(libm::log(10.0) / (2.0 * saxe.strength))
        ),
        formula: format!(
            "ln({strength}/{small} − 1)/(2 × {strength}) = {}",
            short(saxe.half_time())
        ),
    }
}

pub(super) const METHODS_TITLE: &str =
    "Only the flow and the implicit step shrink at every step size";
pub(super) const METHODS_SUBTITLE: &str =
    "what one step leaves of the distance to a minimum of curvature λ, and ten steps";
pub(super) const METHODS_CAPTION: &str = "Left: lines are theory, marks are measured. Outside of the two grey lines a method diverges. Drag a mark.";
pub(super) const FACTORS_PANEL: &str = "One step";
pub(super) const Z_AXIS: &str = "step size times curvature z = ηλ";
pub(super) const FACTOR_AXIS: &str = "factor";
pub(super) const PLACE_AXIS: &str = "place x";
pub(super) const METHODS: [&str; 4] = ["flow", "descent", "implicit", "Runge-Kutta"];
/// The same after the dashes of their lines.
pub(super) const METHOD_KEYS: [&str; 4] =
    ["╌╌ flow", "···· descent", "— — implicit", "— · Runge-Kutta"];

pub(super) fn steps_panel(z: &str) -> String {
    format!("Ten steps at z = {z}")
}

pub(super) fn explain_factor(method: Method, z: f64, measured: f64) -> Explanation {
    let (words, left) = match method {
        Method::Flow => ("The flow never passes the minimum.", "e^(−z)"),
        Method::Descent => (
            "Descent passes the minimum beyond z = 1 and diverges beyond 2.",
            "1 − z",
        ),
        Method::Implicit => (
            "The implicit step uses the gradient at its end: it never passes the minimum.",
            "1/(1 + z)",
        ),
        Method::RungeKutta => (
            "Four gradients a step follow the flow closely, and then diverge too.",
            "1 − z + z²/2 − z³/6 + z⁴/24",
        ),
    };
    Explanation {
        words: format!("{words} Measured: {}.", with_digits(measured, 5)),
        formula: format!(
            "{left} = {} at z = {}",
            with_digits(method.factor(z), 5),
            short(z)
        ),
    }
}

const PROSE: &str = r"
Make the steps of gradient descent ever smaller and ever more. The dots become a line, the *gradient flow*

$$\frac{dx}{dt} = -\nabla L(x)$$

After $k$ steps of size $\eta$ the time is $t = k\eta$, so dots and line can be compared. With the step size $\eta$ = {{=eta}} descent falls off the line: each step goes straight on while the flow bends. From (1.5, −1), after 24 steps of 0.1, it is {{gap}} away. Halve the step and make twice as many, and it is {{gap_half}}.

Descent is not lost, though. To first order in $\eta$ it follows the flow of another loss (Hairer, Lubich and Wanner; Barrett and Dherin 2021):

$$\tilde L = L + \frac{\eta}{4} \lVert \nabla L \rVert^2$$

Descent likes flat places, where the gradient is small, a little more than $L$ does. From this flow it is {{modified}} away, with half the step {{modified_half}}.

Rosenbrock's loss is a curved valley on which methods are tried; here its walls are gentler than usual, 5 for 100, and a twentieth as high. What the flow conserves, descent loses. For $L = \frac{1}{2}(uv - y)^2$ the flow keeps $u^2 - v^2$; a step multiplies it by $1 - \eta^2 e^2$, where $e = uv - y$. From (1.5, −1) {{leaked}} % leak away. And started at $u = v = \sqrt{a_0}$ the product follows the curve that Saxe, McClelland and Ganguli (2014) found for nets of linear layers, a plateau and then a sudden rise:

$$a(t) = \frac{s\, e^{2st}}{e^{2st} - 1 + s/a_0}$$

Near a minimum of curvature $\lambda$ all that matters is $z = \eta\lambda$: the flow leaves $e^{-z}$ of the distance, descent $1 - z$, an *implicit* step, which takes the gradient at its end, $1/(1+z)$. The step of Runge and Kutta takes the mean of four gradients on its way: it follows the flow closely and diverges beyond {{limit}}.
";

const NOTICE: &str = r"
- **Half the step, half the distance** to the flow. To the modified flow it is a quarter.
- **The step size changes what is learned**, not only how fast: descent ends elsewhere in the valley than the flow, where $u^2 - v^2$ is smaller.
- **Plateaus need no flat loss**: a product of small weights grows in proportion to itself.
";

const SHEET: &str = r"
## Goal

Students say what gradient flow is, that descent departs from it in proportion to the step size, and that it follows a modified flow one order better.

## Usual misconception

'Small steps are only slower.' At the same time they arrive elsewhere.

## Script for five minutes

1. Ask the prediction, collect hands, reveal: {{gap}} becomes {{gap_half}}.
2. First figure: back to step 0, then step by step. At which step does descent leave the line? The first.
3. Raise the step size until descent jumps across the valley, then until it diverges. Read which step leaves the numbers.
4. Third figure: which steps leak? Those with a large error.
5. Last figure: drag z past 2.

## Three predictions

1. *Half the step: the distance to the modified flow?* Expected wrong answer: half. A quarter. From (2, 0.2), at $t = 1$ with $\eta$ = 0.1, 0.05, 0.025: {{near_1}}, {{near_2}}, {{near_3}}, and from the flow {{far_1}}, {{far_2}}, {{far_3}}.
2. *A start ten times smaller: when is half of the product learned?* Expected wrong answer: ten times later. Later by $\ln(10)/(2s)$.
3. *Does a more exact method allow larger steps?* Expected wrong answer: as large as you like. Runge and Kutta's up to $z$ = {{limit}}, at four gradients a step.

## Transfer

A run of 100 steps of 0.1 is repeated with 1000 steps of 0.01. Its end moves by 0.009. How far is the first run from the flow? 0.01: the distance falls to a tenth, so nine tenths of it were seen.
";
