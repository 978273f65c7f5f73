//! Every word of this experiment.

use popgrad_figures::number::{short, with_digits};

use super::compute::{Credit, Reduction, Setting};
use super::parameters::REACH;
use crate::Explanation;
use crate::Words;
use crate::phrases::{steps, times_as_far};

pub(super) const WORDS: Words = Words {
    title: TITLE,
    question: QUESTION,
    lead: LEAD,
    demonstrates: DEMONSTRATES,
    prose: PROSE,
    notice: NOTICE,
    sheet: SHEET,
};

const TITLE: &str = "Reduction as information bottleneck";
const QUESTION: &str = "What is lost when a population becomes one number?";
const LEAD: &str = "A reduction keeps one number of a population: which population it was cannot be told from it, and how \
    credit is shared depends on the reduction.";

const DEMONSTRATES: &str = "Reduction compresses information";

pub(super) const PREDICTION: &str = "Three members stand at 1, their tanh is summed. One of them moves from 1 to 3: what happens to the \
    total of the three gradients?";
pub(super) const PREDICTION_LABEL: &str = "The total";
pub(super) const ANSWERS: [&str; 3] = ["rises", "stays", "falls"];

pub(super) fn verdict(answer: usize, before: f64, after: f64) -> String {
    let truth = if after < before { 2 } else { 0 };
    let answer = answer.min(ANSWERS.len() - 1);
    let judged = if answer == truth {
        "You were right"
    } else {
        "You were wrong"
    };
    format!(
        "The total {} from {} to {}, by {}. You said that it {}. {judged}.",
        ANSWERS[truth],
        short(before),
        short(after),
        short((after - before).abs()),
        ANSWERS[answer]
    )
}

pub(super) const REDUCTIONS: [&str; 6] = ["sum", "mean", "max", "product", "L2 norm", "smooth max"];
pub(super) const REDUCTION_LABEL: &str = "Reduction";
pub(super) const COUNT_LABEL: &str = "Members";
pub(super) const TANH_LABEL: &str = "Each member goes through tanh first";
pub(super) const SHARPNESS_LABEL: &str = "Sharpness of the smooth max";
pub(super) const MEMBER_LABELS: [&str; 8] = [
    "First member",
    "Second member",
    "Third member",
    "Fourth member",
    "Fifth member",
    "Sixth member",
    "Seventh member",
    "Eighth member",
];
pub(super) const TWIN_LABEL: &str = "First member wanted in B";
pub(super) const SIZE_LABEL: &str = "Members of the linear model";
pub(super) const STEP_LABEL: &str = "Step size";

/// The symbol of a member, counted from 0.
pub(super) fn symbol(member: usize) -> String {
    const SYMBOLS: [&str; 8] = ["x₁", "x₂", "x₃", "x₄", "x₅", "x₆", "x₇", "x₈"];
    SYMBOLS[member].to_owned()
}

/// What is reduced: `sum of tanh(x)`.
pub(super) fn reduced(setting: &Setting) -> String {
    let of = if setting.squashed { "tanh(x)" } else { "x" };
    format!("{} of {of}", REDUCTIONS[setting.reduction.place()])
}

/// A population as it is written: `[1, 1, 3]`.
pub(super) fn list(members: &[f64]) -> String {
    let texts: Vec<_> = members.iter().map(|member| short(*member)).collect();
    format!("[{}]", texts.join(", "))
}

/// What the credit shows; while a prediction is open it may follow from the setting alone.
pub(super) fn credit_title(setting: &Setting, shown: Option<&Credit>) -> &'static str {
    let one_has_all = |credit: &Credit| credit.shared_by() == 1.0;
    if setting.reduction == Reduction::Max && shown.is_some_and(one_has_all) {
        "A maximum gives all credit to the largest member"
    } else if setting.squashed && shown.is_none_or(Credit::starves_a_saturated_member) {
        "The reduction decides how credit is shared, and a saturated member gets almost none"
    } else {
        "The reduction decides how credit is shared"
    }
}

pub(super) const CREDIT_SUBTITLE: &str = "the members of a population, and the gradient of the reduced value for each; \
    the grey line: with every member at 1";
pub(super) const CREDIT_CAPTION: &str = "Drag a member. The small diamonds are its tanh, which is what the reduction \
    receives. The number of members that share the credit is (Σ|g|)²/Σg²: all of them if every bar is \
    equally long, 1 if one member gets everything.";

pub(super) fn members_panel(setting: &Setting, value: &str) -> String {
    format!("{}: {value}", reduced(setting))
}

pub(super) fn credit_panel(before: &str, after: &str) -> String {
    format!("Total {after} (all at 1: {before})")
}

pub(super) fn hidden_panel(before: &str) -> String {
    format!("All at 1: total {before}. Now?")
}

pub(super) fn shared_by(credit: &Credit) -> String {
    let count = credit.gradients.len();
    let shared = credit.shared_by();
    if shared.is_nan() {
        return format!("gradient, 0 for all {count} members");
    }
    format!("gradient, shared by {} of {count} members", short(shared))
}

pub(super) const MEMBER_AXIS: &str = "member";
pub(super) const VALUE_AXIS: &str = "value";
pub(super) const CREDIT_AXIS: &str = "gradient";

pub(super) fn member_name(member: usize, value: &str) -> String {
    format!("member {}, {} = {value}", member + 1, symbol(member))
}

pub(super) fn squashed_name(member: usize, value: &str) -> String {
    format!(
        "tanh of member {}, {} = {value}",
        member + 1,
        symbol(member)
    )
}

pub(super) fn credit_name(member: usize) -> String {
    format!("gradient of member {}", member + 1)
}

pub(super) fn explain_member(member: usize, value: f64) -> Explanation {
    Explanation {
        words: format!(
            "Member {}. Drag it, and watch the credit of all members.",
            member + 1
        ),
        formula: format!("{} = {}", symbol(member), short(value)),
    }
}

pub(super) fn explain_tanh(member: usize, input: f64, value: f64) -> Explanation {
    Explanation {
        words: format!("What the reduction receives of member {}.", member + 1),
        formula: format!("tanh({}) = {}", short(input), with_digits(value, 4)),
    }
}

pub(super) fn explain_credit(setting: &Setting, credit: &Credit, member: usize) -> Explanation {
    let (gradient, upstream) = (
        short(credit.gradients[member]),
        short(credit.upstream[member]),
    );
    let words = format!(
        "The credit of member {}: move it a little, and the {} moves {}. {}",
        member + 1,
        reduced(setting),
        times_as_far(&gradient),
        rule(setting.reduction)
    );
    let formula = if setting.squashed {
        let value = with_digits(credit.reduced_members[member], 5);
        let value = if value.starts_with('−') {
            format!("({value})")
        } else {
            value
        };
        format!("{upstream} × (1 − {value}²) = {gradient}")
    } else {
        format!("∂R/∂{} = {gradient}", symbol(member))
    };
    Explanation { words, formula }
}

/// What the reduction sends back to each member.
fn rule(reduction: Reduction) -> &'static str {
    match reduction {
        Reduction::Sum => "A sum sends the same 1 to everyone.",
        Reduction::Mean => "A mean sends 1/N to everyone.",
        Reduction::Max => {
            "A maximum sends 1 to the largest, shared equally among ties, and 0 to the others."
        }
        Reduction::Product => "A product sends to each the product of the others.",
        Reduction::Norm => {
            "A norm sends to each its own part of the norm, and 0 to everyone where the norm is 0."
        }
        Reduction::Smooth => {
            "A smooth maximum sends to each its part of the sum of e to the power β times the value."
        }
    }
}

pub(super) const LEVEL_TITLE: &str = "Different populations become the same number";
pub(super) const LEVEL_SUBTITLE: &str = "lines of equal reduced value over the first two members, and two populations on \
    one of them";
/// What can be done, and where B stands if there is none with the first member that the reader wants.
pub(super) fn level_caption(setting: &Setting, is_area: bool, twin: &[f64]) -> String {
    let [place, along] = if is_area {
        ["in the shaded area", "in it"]
    } else {
        ["on the strong line", "along it"]
    };
    let caption = format!(
        "Every population {place} gives the same number as A; the other members stay. Drag B {along}. From \
         the number alone nobody can say which of the two it was."
    );
    if twin[0] == setting.twin {
        return caption;
    }
    let ([wanted, found], reach) = ([setting.twin, twin[0]].map(short), short(REACH));
    format!(
        "No population whose first member is {wanted} and whose second lies between −{reach} and {reach} has \
         this number: B stands at {found}. {caption}"
    )
}
pub(super) const HERE: &str = "population A";
pub(super) const THERE: &str = "population B";

pub(super) fn plane_panel(is_area: bool, value: &str) -> String {
    let what = if is_area { "area" } else { "line" };
    format!("The {what} of {value}")
}

pub(super) fn pair_panel(setting: &Setting, value: &str) -> String {
    format!("A and B: {} is {value}", reduced(setting))
}

pub(super) fn of_population(number: u8, member: usize) -> String {
    let name = if number == 0 { "A" } else { "B" };
    format!("member {} of population {name}", member + 1)
}

pub(super) fn explain_population(
    setting: &Setting,
    number: u8,
    members: &[f64],
    value: f64,
) -> Explanation {
    let words = if number == 0 {
        "Population A, as you have set it.".to_owned()
    } else if members == setting.members.as_slice() {
        "Population B is the same as A: there is no other with the first member that you asked for."
            .to_owned()
    } else {
        "Population B: its second member is found so that the reduced value is that of A."
            .to_owned()
    };
    Explanation {
        words,
        formula: format!(
            "{} for {} = {}",
            reduced(setting),
            list(members),
            with_digits(value, 6)
        ),
    }
}

pub(super) const STABILITY_TITLE: &str =
    "With a sum, the largest stable step falls as n⁻²; with a mean it does not";
pub(super) const STABILITY_SUBTITLE: &str = "the largest stable step against the number of members, and the loss of gradient \
    descent with a sum and with a mean";
pub(super) const STABILITY_CAPTION: &str = "One weight w is shared by all members, every x is 1, and the loss is ½(Σwx − 1)², or the same with \
    the mean. Dots are measured. The square is your step size: drag it. Above the line of the sum the run with the sum diverges. A triangle \
    stands for a point beyond the edge.";
pub(super) const STEPS_PANEL: &str = "The largest stable step, and yours";
pub(super) const RUNS_PANEL: &str = "The loss at your step size";
pub(super) const SIZE_AXIS: &str = "members n";
pub(super) const STEP_AXIS: &str = "step size η";
pub(super) const RUN_AXIS: &str = "step";
pub(super) const LOSS_AXIS: &str = "loss";
pub(super) const THEORIES: [&str; 2] = ["sum, theory 2/n²", "mean, theory 2"];
pub(super) const RUNS: [&str; 2] = ["loss with a sum", "loss with a mean"];

fn way(which: usize) -> &'static str {
    ["sum", "mean"][which]
}

pub(super) fn limit_name(which: usize, size: usize) -> String {
    format!("largest stable step, {} of {size}", way(which))
}

pub(super) fn present_name(size: usize, step: &str) -> String {
    format!("your step size {step}, for {size} members")
}

pub(super) fn loss_name(which: usize, step: usize) -> String {
    format!("loss with a {} at step {step}", way(which))
}

/// How a run ends; the step at which it leaves the range of numbers.
pub(super) fn run_label(which: usize, losses: &[f64]) -> String {
    let way = way(which);
    let last = losses[losses.len() - 1];
    match losses.iter().position(|loss| !loss.is_finite()) {
        Some(step) => format!("{way}: ∞ from step {step}"),
        None if last > losses[0] => format!("{way}: {}, diverges", short(last)),
        None => format!("{way}: {}", short(last)),
    }
}

pub(super) fn explain_limit(which: usize, size: usize, curvature: f64) -> Explanation {
    let limit = short(2.0 / curvature);
    let curvature = short(curvature);
    Explanation {
        words: format!(
            "With a {} of {size} members the loss has the curvature {curvature}, measured by an exact second \
             derivative. Steps above 2 divided by it make every error larger than the one before.",
            way(which)
        ),
        formula: format!("η < 2/λ = 2/{curvature} = {limit}"),
    }
}

pub(super) fn explain_present(setting: &Setting, curvatures: [f64; 2]) -> Explanation {
    let factors = curvatures.map(|curvature| short(1.0 - setting.step * curvature));
    Explanation {
        words: format!(
            "Your step size. Each step multiplies the error by {} with a sum and by {} with a mean: beyond 1 or below −1 it \
             diverges.",
            factors[0], factors[1]
        ),
        formula: format!("1 − ηλ = {} (sum), {} (mean)", factors[0], factors[1]),
    }
}

pub(super) fn explain_loss(step: usize, loss: f64, factor: &str) -> Explanation {
    let power = 2 * step;
    let words = if loss.is_finite() {
        format!(
            "The loss before step {}. Each step multiplies the error by {factor} and the loss by its square.",
            step + 1
        )
    } else {
        format!(
            "The loss left the range of numbers: {factor} squared at each of {} passes {}, the largest \
             number of 64 bits.",
            steps(&short(step as f64)),
            short(f64::MAX)
        )
    };
    Explanation {
        words,
        formula: format!("½ × ({factor})^{power} = {}", short(loss)),
    }
}

const PROSE: &str = r"
A network often has to make one number out of many: a sum of outputs, a mean over a batch, the largest of several scores. This is a *reduction*. It is a bottleneck in both directions.

**On the way back** one number has one gradient, and the reduction hands it out. A sum hands the same to everyone:

$$\frac{\partial}{\partial x_i} \sum_j \tanh(x_j) = 1 \cdot (1 - \tanh^2(x_i))$$

Start with three members at 1. Each receives {{credit_at_1}}; the three gradients add up to {{short_before}}. Call this total the *sensitivity* of the sum: how far it moves if all members move together. Now move the third member to 3; in the figure it stands at {{=x3}}. At 3 it is saturated and receives only {{credit_at_3}}, while the other two receive what they did before. The total falls to {{short_after}}. To say how many members really share the credit, use

$$N_\text{eff} = \frac{(\sum |g_i|)^2}{\sum g_i^2}$$

It is the number of members if all gradients are equally large and 1 if a single member has everything; here it is {{shared_by}} of 3. Without $\tanh$, a box behind 'more', a mean gives every member $1/N$, so all of them share. A maximum gives everything to the largest member, the L2 norm $\sqrt{\sum x_j^2}$ more to the larger. The smooth maximum

$$\frac{1}{\beta} \ln\Big(\frac{1}{N} \sum_j e^{\beta x_j}\Big)$$

lies between them: the credit of [1, 1, 3], without $\tanh$, is shared by {{smooth_shared_at_0_01}} members at $\beta = 0.01$, by {{smooth_shared_at_1}} at 1 and by {{smooth_shared_at_50}} at 50.

**On the way forward** the members disappear in the number. The sum of $\tanh$ is {{value_of_both}} for [1, 1, 3], and the same for {{twin}}. All populations on one line of the second figure are the same to whatever comes after the reduction. The backward pass can give each member its own gradient only because the engine kept their values.

**When it learns**, the choice decides the step size. A *loss* says how wrong a result is, and a step of *gradient descent* moves each weight against its gradient: $w \leftarrow w - \eta \cdot \text{gradient}$, with the *step size* $\eta$. Let one weight $w$ be shared by $n$ members that are all 1, and let the loss be $L = \frac{1}{2}(\sum_j w x_j - y)^2$. A change of $w$ moves the sum $n$ times as far, so the *curvature* of the loss, its second derivative, is $n^2$: {{curvature_of_8}} for 8 members. Gradient descent is stable only below 2 divided by the curvature, here {{limit_of_8}}. With the mean the limit is {{mean_limit_of_8}} for any number of members.
";

const NOTICE: &str = r"
- **Credit is redistributed by the members themselves.** The sum sends the same signal to each; $\tanh$ lets responsive members keep it and saturated ones not. The total goes from {{total_before}} to {{total_after}} when one of three members goes from 1 to 3.
- **Identity is lost forward, not backward.** From the sum {{value_of_both}} nobody can tell [1, 1, 3] from {{twin}}. Yet each member still gets its own gradient, because the backward pass uses the stored values.
- **The reduction sets the scale of learning.** With a sum the largest stable step falls as $n^{-2}$, with a mean it stays {{mean_limit_of_8}}.
";

const SHEET: &str = r"
## Goal

Students say what a reduction keeps, how each reduction shares credit, and why a sum over many members needs small steps.

## Usual misconception

A larger input makes the sum more sensitive. After $\tanh$ it is the other way round: at 3 a member hardly answers.

## Script for five minutes

1. Ask the prediction, collect hands for rises, stays, falls. Reveal: {{short_before}} falls to {{short_after}}.
2. Drag the third member from 1 to 3 and back. Only its own bar changes: the sum sends everyone the same.
3. Choose the maximum, then the mean, without $\tanh$. Read the number of members that share the credit: 1, then 3.
4. Second figure: drag B along the line. Which of the two was it? Nobody can tell.
5. Third figure: move the square across the line of the sum, and watch the loss.

## Three predictions

1. *With the maximum, drag a smaller member: what happens to the reduced value?* Expected wrong answer: it rises a little. Nothing, until it becomes the largest.
2. *With the product of [0, 1, 1], who gets credit?* Expected wrong answer: nobody, because the product is 0. Only the member at 0, without $\tanh$ all of it.
3. *Twice the members in the sum: the largest stable step?* Expected wrong answer: half. A quarter.

## Transfer

A batch of 32 examples is trained with the sum of their losses and step size 0.01. The code is changed to the mean. Which step size keeps the run the same? 0.32: the gradient is 32 times smaller.
";
