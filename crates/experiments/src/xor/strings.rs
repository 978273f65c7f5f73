//! Every word of this experiment.

use popgrad_figures::number::short;

use super::compute::outcome::Outcome;
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

const TITLE: &str = "XOR from scratch";
const QUESTION: &str = "Why does a net need a hidden layer?";
const LEAD: &str = "No line parts the points of XOR. One hidden layer bends the plane until a line does, if its start is a lucky one.";
const DEMONSTRATES: &str = "Hidden layers make new features";

pub(super) const PREDICTION: &str =
    "A line parts the plane into two sides. How many of the four points can it get right?";
pub(super) const PREDICTION_LABEL: &str = "Points right";

pub(super) fn count_spoken(count: f64) -> String {
    format!("{} of 4 points", short(count))
}

pub(super) fn verdict(said: usize, most: usize) -> String {
    let start = if said == most {
        "Yes.".to_owned()
    } else {
        format!("You said {said}, which is {} off.", said.abs_diff(most))
    };
    format!(
        "{start} The best line gets {most} of 4, however it lies. The map on the right shows every \
         line."
    )
}

pub(super) const STEP_LABEL: &str = "Step of the net";
pub(super) const HIDDEN_LABEL: &str = "Hidden units";
pub(super) const HEIGHT_LABELS: [&str; 2] = ["Your line at x₁ = −1", "Your line at x₁ = 1"];
pub(super) const RATE_LABEL: &str = "Step size of the line";
pub(super) const ETA_LABEL: &str = "Step size of the net";
pub(super) const GAIN_LABEL: &str = "Size of the first weights";
pub(super) const RUNS_LABEL: &str = "Runs drawn";
pub(super) const TARGETS_LABEL: &str = "Targets";
pub(super) const TARGETS: [&str; 2] = ["−1 and 1", "0 and 1"];
pub(super) const LOSS_LABEL: &str = "Loss";
pub(super) const LOSSES: [&str; 2] = ["squared error", "logistic"];
pub(super) const UNITS_LABEL: &str = "Hidden units are";
pub(super) const UNIT_KINDS: [&str; 2] = ["tanh", "linear"];
pub(super) const OUTPUT_LABEL: &str = "Output";
pub(super) const OUTPUTS: [&str; 2] = ["linear", "tanh"];
pub(super) const SEED_LABEL: &str = "Seed of the first weights";

pub(super) fn step_spoken(step: f64) -> String {
    at_step(step as usize)
}

pub(super) fn hidden_spoken(units: f64) -> String {
    counted(units as usize)
}

fn counted(units: usize) -> String {
    if units == 1 {
        "one hidden unit".to_owned()
    } else {
        format!("{units} hidden units")
    }
}

// The figure of the line.

pub(super) const LINE_TITLE: &str = "No line gets all four points right";
pub(super) const LINE_QUESTION: &str = "How many of the four points can a line get right?";
pub(super) const LINE_SUBTITLE: &str =
    "The four points of XOR with a line, and how many of them every line gets right";
pub(super) const LINE_CAPTION: &str = "Drag the two squares. Discs want 1, diamonds −1; the side of the \
    line that is shaded is called 1, whichever is better. Right: every line by its two heights; click to take one. There is no yellow.";
pub(super) const LINE_PANEL: &str = "Your line";
pub(super) const EVERY_LINE_PANEL: &str = "Every line";
pub(super) const RIGHT_ANSWERS: &str = "points right";
pub(super) const YOUR_LINE: &str = "your line";
pub(super) const POSITIVE_SIDE: &str = "the side called 1";
pub(super) const INPUT_AXIS: &str = "input";
pub(super) const WRONG: &str = "wrong";

pub(super) fn line_panel(right: usize) -> String {
    format!("Your line: {}", count(right))
}

pub(super) fn count(right: usize) -> String {
    format!("{right} of 4 right")
}

pub(super) fn you_said(said: usize) -> String {
    format!("you said {said}")
}

pub(super) fn height_axis(symbol: &str, across: &str) -> String {
    format!("height {symbol} at x₁ = {across}")
}

pub(super) fn handle(across: &str) -> String {
    format!("height of your line at x₁ = {across}")
}

pub(super) fn point([across, up]: [f64; 2]) -> String {
    format!("point ({}, {})", short(across), short(up))
}

pub(super) fn explain_handle(across: &str) -> String {
    format!("Your line passes here at x₁ = {across}. Drag it up and down.")
}

pub(super) fn explain_yours(right: usize) -> String {
    format!("Your line among all lines: {}.", count(right))
}

pub(super) fn explain_target(is_equal: bool) -> String {
    if is_equal {
        "Its two inputs are equal: XOR wants −1.".to_owned()
    } else {
        "Its two inputs differ: XOR wants 1.".to_owned()
    }
}

pub(super) fn explain_point(is_equal: bool, side: &str, is_right: bool) -> String {
    let verdict = if is_right { "right" } else { "wrong" };
    format!(
        "{} It lies {side} your line, and is answered {verdict}.",
        explain_target(is_equal)
    )
}

// The figure of gradient descent on a line.

pub(super) const DESCENT_SUBTITLE: &str =
    "The two weights of a linear model that begins at your line, and its loss";
pub(super) const DESCENT_CAPTION: &str = "Left: each step goes straight for the middle, where both \
    weights are 0 and the answer is the same for all points. Grey: lines of equal loss. Right: the loss stops \
    where no line can do better.";
pub(super) const WEIGHTS_PLANE: &str = "Weights of the line";
pub(super) const WEIGHT_AXIS: &str = "weight";
pub(super) const LOSS: &str = "loss";
pub(super) const PATH: &str = "path of the weights";
pub(super) const START: &str = "your line";
pub(super) const STEPS_AXIS: &str = "step";
pub(super) const LINE_LOSS_PANEL: &str = "Its loss";
pub(super) const BEST_LINE: &str = "the best line";

/// The claim, by the part that remains of the weights at the end.
pub(super) fn descent_title(remaining: f64) -> &'static str {
    if remaining < 0.95 {
        "Gradient descent forgets your line: the weights go to 0"
    } else if remaining < 1.05 {
        "With this step size the weights jump to and fro and stay as large as they were"
    } else {
        "With this step size every step is too long, and the weights grow without end"
    }
}

pub(super) fn best_line(loss: &str) -> String {
    format!("no line below {loss}")
}

pub(super) fn after(step: usize) -> String {
    match step {
        0 => "at the start".to_owned(),
        1 => "after 1 step".to_owned(),
        _ => format!("after {step} steps"),
    }
}

pub(super) fn explain_line_loss(step: usize) -> String {
    format!("The loss of the line {}.", after(step))
}

pub(super) fn explain_step(step: usize, is_squared: bool) -> String {
    let law = if is_squared {
        " The four points cancel in the gradient, which is twice the weights."
    } else {
        ""
    };
    format!("The weights of the line {}.{law}", after(step))
}

// The figure of the net.

pub(super) const NET_TITLE: &str = "One hidden layer moves the points until a line parts them";
pub(super) const NET_SUBTITLE: &str =
    "A net that learns XOR: its output, its hidden units, its loss and its weights at one step";
pub(super) const FIELD_PANEL: &str = "What the net answers";
pub(super) const HIDDEN_PANEL: &str = "Where the hidden layer puts the points";
pub(super) const LOSS_PANEL: &str = "Loss of this run and of others";
pub(super) const WEIGHTS_PANEL: &str = "Weights";
pub(super) const WEIGHTS_IN: &str = "weights and biases of the hidden units";
pub(super) const WEIGHTS_OUT: &str = "weights and bias of the output";
pub(super) const PATHS: &str = "ways of the points";
pub(super) const BORDER: &str = "border between the two answers";
pub(super) const OTHER_RUNS: &str = "other runs";
pub(super) const NO_UNIT: &str = "no second unit";
pub(super) const LOST: &str = "no numbers any more";
pub(super) const BROKEN: &str = "a weight leaves the range of numbers";

pub(super) fn net_caption(hidden: usize) -> String {
    let plane = match hidden {
        1 | 2 => "",
        _ => {
            " Of the hidden units the two with the largest weights to the output are shown; the line is \
              drawn for the others at their mean."
        }
    };
    format!(
        "Play the run or drag the point on the loss; thin are the runs of the seeds after yours. Dashed: the \
         loss of nets that answer as a line, cut off one corner, or give a pair of points one answer. Blue weights lead \
         to the output.{plane}"
    )
}

pub(super) fn broken_title(step_size: &str, step: usize) -> String {
    format!(
        "Steps of size {step_size} are too long: at step {} a weight leaves the range of numbers",
        short(step as f64)
    )
}

pub(super) fn early_title(step: usize, right: usize) -> String {
    format!(
        "At step {} the net gets {}",
        short(step as f64),
        count(right)
    )
}

pub(super) fn standing_title(loss: &str, outcome: Outcome) -> String {
    match outcome {
        Outcome::Half => {
            format!("This run stands still at a loss of {loss}: two points share an answer")
        }
        Outcome::Corner => {
            format!("This run stands still at a loss of {loss}: only one corner is cut off")
        }
        Outcome::Line => format!("This run stands still at a loss of {loss}, as if it were a line"),
        Outcome::Learnt | Outcome::Elsewhere => {
            format!("This run has not learnt XOR: it ends at a loss of {loss}")
        }
    }
}

pub(super) fn field_name(middle: &str) -> String {
    if middle == "0" {
        "output".to_owned()
    } else {
        format!("output − {middle}")
    }
}

pub(super) fn unit_axis(unit: usize) -> String {
    let digit = ["₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈"][unit.min(7)];
    format!("hidden unit h{digit}")
}

pub(super) fn at_step(step: usize) -> String {
    format!("step {}", short(step as f64))
}

pub(super) fn run_of_seed(seed: u64) -> String {
    format!("run of seed {}", short(seed as f64))
}

pub(super) fn level(outcome: Outcome, loss: &str) -> String {
    let what = match outcome {
        Outcome::Half => "pair",
        Outcome::Corner => "corner",
        _ => "line",
    };
    format!("{what}: {loss}")
}

fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Learnt => "all points learnt",
        Outcome::Half => "two points share an answer",
        Outcome::Corner => "one corner is cut off",
        Outcome::Line => "as a line",
        Outcome::Elsewhere => "elsewhere",
    }
}

/// A weight by its place in the row of all.
pub(super) fn weight(hidden: usize, place: usize) -> String {
    let unit = |index: usize| format!("unit {}", index % hidden + 1);
    match place / hidden {
        0 => format!("weight from x₁ to {}", unit(place)),
        1 => format!("weight from x₂ to {}", unit(place)),
        2 => format!("bias of {}", unit(place)),
        3 => format!("weight from {} to the output", unit(place)),
        _ => "bias of the output".to_owned(),
    }
}

pub(super) fn explain_here(step: usize, outcome: Outcome, is_squared: bool) -> String {
    let stands = if is_squared && outcome.level().is_some() {
        format!(
            " That is the level of runs of which it is true: {}.",
            outcome_words(outcome)
        )
    } else {
        String::new()
    };
    format!("The loss of this run at {}.{stands}", at_step(step))
}

pub(super) fn explain_other(seed: u64, outcome: Outcome, is_squared: bool) -> String {
    let seed = short(seed as f64);
    if is_squared {
        format!(
            "The run of seed {seed} ends so: {}.",
            outcome_words(outcome)
        )
    } else {
        format!("The end of the run of seed {seed}.")
    }
}

pub(super) fn explain_net_point(is_equal: bool, target: &str) -> String {
    let inputs = if is_equal { "equal" } else { "different" };
    format!("A point with {inputs} inputs: the net should answer {target}.")
}

pub(super) fn explain_hidden_point(across: &str, up: &str) -> String {
    format!("Where the hidden layer puts the point ({across}, {up}) at this step.")
}

pub(super) fn explain_weight(name: &str, step: usize) -> String {
    format!(
        "The {name} at {}, and what the next step makes of it.",
        at_step(step)
    )
}

pub(super) fn explain_broken(name: &str, step: usize) -> String {
    format!(
        "At {} the {name} is no finite number: the step size times its gradient was too large to be \
         subtracted. From here on every weight that depends on it is lost.",
        at_step(step)
    )
}

// The figure of the fold.

pub(super) const FOLD_SUBTITLE: &str =
    "A square grid and the four points, as three layers see them";
pub(super) const FOLD_CAPTION: &str = "Blue lines have one x₁, grey ones one x₂. Left: the hidden \
    layer of the net above, at the same step. Middle: its weights without tanh. Right: one feature made by hand.";
pub(super) const STRAIGHT_PANEL: &str = "The same without tanh";
pub(super) const PRODUCT_PANEL: &str = "One product";
pub(super) const FEATURE_AXIS: &str = "feature";
pub(super) const LEVEL: &str = "lines of one x₂";
pub(super) const UPRIGHT: &str = "lines of one x₁";

pub(super) fn fold_title(hidden: usize, is_tanh: bool) -> &'static str {
    match (hidden, is_tanh) {
        (_, false) => "Without tanh a layer can turn and stretch the plane, but not bend it",
        (1, true) => "One unit lays the plane on a line: there is nothing to bend it around",
        _ => "Only what bends the plane brings equal answers together",
    }
}

pub(super) fn fold_panel(is_tanh: bool) -> &'static str {
    if is_tanh {
        "The hidden layer"
    } else {
        "The linear layer"
    }
}

pub(super) fn explain_fold(is_net: bool, across: &str, up: &str) -> String {
    let how = if is_net {
        "Where the hidden layer puts"
    } else {
        "Where its weights alone would put"
    };
    format!("{how} the point ({across}, {up}).")
}

pub(super) const EXPLAIN_PRODUCT: &str = "The product of the inputs is 1 where they are equal and −1 where they differ: a level line parts them.";

// The figure of the success rate.

pub(super) const SUCCESS_TITLE: &str =
    "Whether it learns is luck, and the first weights set the odds";
pub(super) const SUCCESS_CAPTION: &str = "A run has learnt when its mean squared error is below a tenth of a \
    line's after 4000 steps of size 0.1. Upright strokes: where the share lies with a probability of 95 %.";
pub(super) const GAIN_AXIS: &str = "size of the first weights";
pub(super) const SHARE_AXIS: &str = "share of runs";
pub(super) const SUCCESS_PANEL: &str = "Runs that learn, by output";
pub(super) const INTERVAL: &str = "95 % interval";

pub(super) fn success_subtitle(hidden: usize) -> String {
    format!(
        "The share of 200 runs of nets with {} that learn, against the size g of their first weights",
        counted(hidden)
    )
}

pub(super) fn others_panel(tanh_output: bool) -> String {
    format!("The others, {} output", OUTPUTS[usize::from(tanh_output)])
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Half => "at 1/2",
        Outcome::Corner => "at 2/3",
        Outcome::Line => "at 1",
        Outcome::Learnt | Outcome::Elsewhere => outcome_words(outcome),
    }
}

pub(super) fn percent(percent: f64) -> String {
    format!("{} %", short(percent))
}

pub(super) fn at_gain(gain: &str, runs: usize) -> String {
    format!("g = {gain}, {runs} runs")
}

pub(super) fn outcome_at_gain(outcome: Outcome, gain: &str) -> String {
    format!("g = {gain}, {}", outcome_words(outcome))
}

pub(super) fn explain_rate(gain: &str, low: &str, high: &str, failure: Option<usize>) -> String {
    let failure = failure.map_or(String::new(), |seed| {
        format!(" The first seed that does not is {}.", short(seed as f64))
    });
    format!(
        "With g = {gain} so many runs learn; the share lies between {low} and {high} %.{failure}"
    )
}

pub(super) fn explain_outcome(outcome: Outcome) -> String {
    format!("Runs whose end is: {}.", outcome_words(outcome))
}

const PROSE: &str = r"
XOR asks whether two inputs differ. Drag the line in the first figure: it gets three of the four points right at best. More dragging is of no use. How many a line gets right depends only on whether it passes below, between or above the two points on each side. That makes nine cases, all of them on the map, and none gives four.

**Gradient descent finds nothing better.** Let the model $w_1 x_1 + w_2 x_2 + b$ begin at your line. Over the four points every product of one input with the other or with the target averages to 0, so the mean squared error is $1 + w_1^2 + w_2^2 + b^2$ and its gradient exactly $2w$. A step of size $\eta$ multiplies every weight by $1 - 2\eta$: from any start they go to 0 as long as $\eta$ is below 1. The loss ends at {{line_loss}}, with the answer 0 for every point. With targets 0 and 1 the answer is {{line_bias}} and the loss {{line_loss_01}}; with the logistic loss it is $\ln 2$ = {{line_loss_logistic}}.

**One hidden layer** computes $h = \tanh(W_1 x + b_1)$ and draws its line among the $h$. Play the run from the start; it stands at step {{=step}} now. First all four answers come near 0, and the loss passes 1, that of a line. Then it waits near 1/2: two points are right, and two of different kinds share the answer 0. At last the two diamonds lie side by side, one line parts them from the discs, and the loss falls to 0.

**Why it has to bend.** Without $\tanh$ the layer turns and stretches the plane and no more, since a product of matrices is a matrix: what one line could not part before, it cannot part after. One unit alone lays the plane on a line and keeps the order of the points. Two $\tanh$ units, here {{=hidden}}, bend the plane until equal inputs lie at one corner. If you know the answer you need no layer: with the product $x_1 x_2$ as a third input a line learns XOR in {{product_steps}} steps.

**Whether it learns is luck.** Draw the first weights from $N(0, g^2/\text{inputs})$, make 4000 steps of size 0.1, and count over 200 seeds. For $g$ = 0.1, 0.5, 1, 2 and 4 the net with two units learns in {{linear_1}}, {{linear_2}}, {{linear_3}}, {{linear_4}} and {{linear_5}} % of the runs; with a $\tanh$ at the output, which flattens the gradient of large answers, in {{tanh_1}}, {{tanh_2}}, {{tanh_3}}, {{tanh_4}} and {{tanh_5}} %. The others stand still, and their loss says where. Of {{failed_1}} runs that fail at $g$ = 0.1, {{line_1}} have not yet left the loss of a line, 1. Of {{failed_5}} at $g$ = 4, {{half_5}} share one answer between two points: 1/2. At 2/3, where one corner is cut off and three points share an answer, stand {{corner_two}} of all these runs; it is where a single unit ends, in {{corner_one}} of 200 runs at $g$ = 1. With targets 0 and 1 these levels are 1/4, 1/8 and 1/6.
";

const NOTICE: &str = r"
- **A line** gets three of four points right, and gradient descent gives even that up: the mean squared error is least where the answer is the same everywhere.
- **The hidden layer** makes new features: it moves the points until a line is enough. Without $\tanh$ it cannot.
- **Success is a rate**, not a run. The size of the first weights moves it from {{linear_2}} to {{linear_5}} %. Most runs that fail stand on a level: 1, 2/3 or 1/2.
";

const SHEET: &str = r"
## Goal

Students can say why no line solves XOR, what a hidden layer adds, and why one successful run proves little.

## Usual misconception

'More layers make a net more powerful.' Without a nonlinearity they do not. A second one: 'Gradient descent finds the line with the fewest mistakes.' It finds the least squared error, which here answers 0 everywhere.

## Script for five minutes

1. Ask the prediction question. Let someone drag the line for four points.
2. Show the map of every line and ask what its nine fields are.
3. Go on to the descent: where does it end from the best line of the class?
4. Play the net. Stop where the loss waits and ask which points share an answer.
5. Ask how often this works. Show the success rates, then change the seed.

## Three predictions

1. *How many points can a line get right?* Three. Wrong answer to expect: four, with the right slope.
2. *Leave $\tanh$ out of the hidden layer: how low does the loss get?* To {{line_loss}}, as for a line. Wrong answer to expect: lower, with more units.
3. *Does a tanh at the output help?* No: {{tanh_5}} instead of {{linear_5}} % at $g$ = 4. Wrong answer to expect: yes, since the targets are −1 and 1.

## Transfer

Four points on one line have the classes 1, −1, 1, −1 in turn. How many tanh units does a net with a linear output need to tell them apart? (Not one, which rises or falls throughout. Two are enough: a wide one that rises and a narrow one that falls.)
";
