//! Every word of this experiment: those of the article here, those of each figure in its file.

pub(super) mod catapult;
pub(super) mod edge;
pub(super) mod map;
pub(super) mod parabola;
pub(super) mod valley;
pub(super) mod wells;

use popgrad_figures::number::short;

use crate::Words;

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Stability of training: small and large steps";
const QUESTION: &str = "How large a step can training take?";
const LEAD: &str = "A step is too large when it is more than 2 over the curvature, and what happens then depends on how the \
    curvature changes.";
const DEMONSTRATES: &str = "Step size against curvature";

pub(super) const PREDICTION: &str = "On a parabola of curvature λ a step of 0.75/λ works. Double it: does the run arrive faster, slower, or never?";
pub(super) const PREDICTION_LABEL: &str = "With the step doubled";
pub(super) const ANSWERS: [&str; 3] = ["faster", "slower", "never"];

/// Compares the answer with the steps that the two runs took to a thousandth of the way, if they did.
pub(super) fn verdict(answer: usize, steps: [Option<usize>; 2]) -> String {
    let truth = match steps {
        [_, None] => 2,
        [Some(single), Some(double)] if double < single => 0,
        _ => 1,
    };
    let judged = if answer == truth {
        "You were right"
    } else {
        "You were wrong"
    };
    let [single, double] = steps.map(|steps| steps.map_or(f64::INFINITY, |steps| steps as f64));
    format!(
        "It arrives {}: to within a thousandth it takes {} steps instead of {}, because it now crosses the valley each time \
         and leaves 0.5 of the way instead of 0.25. {judged}.",
        ANSWERS[truth],
        short(double),
        short(single)
    )
}

pub(super) const STEP_LABEL: &str = "Step size";
pub(super) const TIME_LABEL: &str = "Step of the net on the sine";
pub(super) const CURVATURE_LABEL: &str = "Curvature of the parabola";
pub(super) const RATIO_LABEL: &str = "Steep over flat curvature";
pub(super) const MOMENTUM_LABEL: &str = "Momentum in the valley";
pub(super) const WELLS_STEP_LABEL: &str = "Step size in the two wells";
pub(super) const CATAPULT_STEP_LABEL: &str = "Step size of the catapult";
pub(super) const EDGE_STEP_LABEL: &str = "Step size of the net on the sine";
pub(super) const ZOOM_LABEL: &str = "Zoom of the map, as a power of 2";
pub(super) const CHOSEN_LABELS: [&str; 2] =
    ["Hidden step size of the map", "Output step size of the map"];
pub(super) const OUTPUT_LABEL: &str = "Output of the map's net";
pub(super) const OUTPUTS: [&str; 2] = ["linear", "tanh"];
pub(super) const SEED_LABEL: &str = "Seed of the weights";

const PROSE: &str = r"
On the parabola $L = \tfrac12 \lambda x^2$ a step of size $\eta$ multiplies $x$ by $1 - \eta\lambda$. Nothing else happens, whatever the start: $\eta = 1/\lambda$ arrives at once, $2/\lambda$ goes back and forth for ever, and beyond it every step climbs. At {{=step}} you see which of these it is. Doubling a step makes a run faster only while $\eta\lambda$ is below 2/3.

A valley has two curvatures and one step size. The steep direction sets the limit, $2/\lambda_{\max}$; the flat one pays with time. The best compromise is $2/(\lambda_{\min} + \lambda_{\max})$. Momentum remembers a part $\beta$ of the last step, and the run swings along the flat direction with a period that theory gives to the digit.

Real losses curve differently from place to place, and then too large a step need not diverge. In the two wells of $(x^2 - 1)^2/4$ the curvature at rest is 2, so rest ends at $\eta = 1$. The run then has the *period* 2: it repeats every 2 steps, from $\sqrt5 - 1$ on every 4, then 8. Near {{chaos}} *chaos* begins: nothing repeats, and runs that start close together part. From $3\sqrt3/2 - 1$ on it hops between the wells, and only beyond 2 it leaves.

Nor must a run stay where it is steep. For $(uv - 1)^2/2$ the *sharpness*, the largest curvature in any direction, is $\lambda_0$ = {{first_sharpness}} at the start, so $2/\lambda_0$ is {{stays}}. A larger step climbs at first, but climbing moves it along the valley to where the valley is flatter. This is the catapult. It ends where $2/\eta$ exceeds the sharpness. A common estimate puts the limit at $4/\lambda_0$ = {{estimate}}; measured it is {{limit}}.

Whole nets do the same slowly. A net with 16 $\tanh$ units learns a sine by gradient descent on all points. Its sharpness, the largest eigenvalue of the Hessian, is {{edge_first}} at the start and rises until it reaches $2/\eta$, and there it stays: over the last fifth of the run it averages {{edge_2}}, {{edge_3}} and {{edge_4}} for steps of 0.2, 0.3 and 0.4. At this edge of stability the loss jumps up and down, and yet it falls over long stretches.

The last figure gives the two layers of an XOR net their own step sizes and runs each pair. The border between learning and divergence is rough, and stays rough when you look closer, down to where neighbouring pixels are one and the same number.
";

const NOTICE: &str = r"
- **Step times curvature** decides: below 1 a run walks, between 1 and 2 it swings, beyond 2 it climbs.
- **Climbing is not the end**: where the curvature changes, a run that climbs can find a cycle, chaos, or a flatter place.
- **Training seeks the edge**: the sharpness rises by itself to $2/\eta$, so the step size decides how sharp the place is that a run finds.
- **No formula draws the border**: it has detail at every scale.
";

const SHEET: &str = r"
## Goal

Students can say from step size and curvature whether a run walks, swings or climbs, and why a run on a curved loss can survive a step that is too large for its start.

## Usual misconception

'A larger step is faster, until it diverges.' Between $1/\lambda$ and $2/\lambda$ a larger step is slower. A second one: 'Above $2/\lambda$ training diverges.' On a parabola it does; on a net it begins to look for a flatter place.

## Script for five minutes

1. Ask the prediction question. Show 0.75 and 1.5 side by side.
2. Drag the step across 1, then 2. Let the class name what they see.
3. In the two wells, raise the step from 0.9. Ask for the period at each stop.
4. Play the net on the sine. Ask where the sharpness will stop before it does.
5. Zoom into the border of the map and ask whether it becomes smooth.

## Three predictions

1. *Double a step of 0.75/λ: faster, slower or never?* Slower. Wrong answer to expect: faster, or never.
2. *The catapult with a step of 0.3, above 2/λ₀ = {{stays}}: what happens?* The loss rises, then falls, and the run ends at a flatter place. Wrong answer to expect: it diverges.
3. *The net with half the step size: how sharp is the place where it ends?* Twice as sharp. Wrong answer to expect: the same, since the net and its data are the same.

## Transfer

A training run spikes after a thousand steps, though its step size has not changed. What has? Say how you would measure it. (The sharpness has grown to 2/η; a few Hessian-vector products give its largest eigenvalue.)
";
