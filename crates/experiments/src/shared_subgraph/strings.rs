//! Every word of this experiment.

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

const TITLE: &str = "A shared node: credit along every path";
const QUESTION: &str = "What is the gradient of a value that is used more than once?";
const LEAD: &str = "A value that is used several times gets a part of its gradient from each use, and the parts add up.";
const DEMONSTRATES: &str = "proper credit assignment";

pub(super) const PREDICTION: &str = "y = x · x + x. What is the gradient at x = 3?";
pub(super) const PREDICTION_LABEL: &str = "Gradient at x = 3";

pub(super) fn verdict(answer: &str, truth: &str, distance: &str) -> String {
    format!(
        "You said {answer}. The gradient at x = 3 is {truth}: 3 from each factor of x · x, and 1 from the x that is \
         added. You were {distance} away."
    )
}

pub(super) const STEP_LABEL: &str = "Step of the backward pass";
pub(super) const ARRIVAL_LABEL: &str = "When a part arrives";
pub(super) const ADD: &str = "add it (+=)";
pub(super) const REPLACE: &str = "bug: keep the last (=)";
pub(super) const STALE: &str = "bug: gradients not zeroed";
pub(super) const MEMBER_LABEL: &str = "Member whose numbers are shown";
pub(super) const INPUT_LABELS: [&str; 3] = ["First member", "Second member", "Third member"];
pub(super) const RUNGS_LABEL: &str = "Rungs of the ladder";
pub(super) const A_LABEL: &str = "First factor of a rung";
pub(super) const B_LABEL: &str = "Second factor of a rung";

pub(super) fn step_spoken(step: usize, steps: usize) -> String {
    format!("step {step} of {steps}")
}

const SUBSCRIPTS: [&str; 3] = ["₁", "₂", "₃"];

/// A member, counted from 0.
pub(super) fn member(member: usize) -> String {
    ["x", SUBSCRIPTS[member]].concat()
}

// The graph.

pub(super) const GRAPH_TITLE: &str = "Each path from x to the sum adds a part to the gradient of x";
pub(super) const GRAPH_TITLE_REPLACE: &str = "With = in place of +=, x keeps the last part alone";
pub(super) const GRAPH_TITLE_STALE: &str = "Gradients that are not set to zero are counted again";
pub(super) const GRAPH_SUBTITLE: &str =
    "the graph of z = sum(x · x + x): values forth, gradients back, edge by edge";
pub(super) const GRAPH_CAPTION: &str = "Blue numbers are values, orange ones behind ∇ gradients; z adds up all three members. In the backward pass each node \
    waits until all parts of its gradient have arrived; then it sends its gradient along each of its edges, times the \
    local derivative there.";
pub(super) const GRAPH: &str = "the graph of z = sum(x · x + x)";

pub(super) fn graph_panel(member: usize) -> String {
    format!("The graph, with the numbers of {}", self::member(member))
}

pub(super) fn parts_panel(member: usize, input: &str) -> String {
    format!("What arrives at {} = {input}", self::member(member))
}

pub(super) const PARTS_AXIS: &str = "gradient";
pub(super) const LINKS: &str = "sum so far";
pub(super) const THEORY: &str = "dashed: 2x + 1";
pub(super) const PART_LABELS: [&str; 3] = ["added", "left x", "right x"];
pub(super) const HELD: &str = "before";
pub(super) const SUM: &str = "sum";

/// A part with its sign.
pub(super) fn added(part: &str, is_negative: bool) -> String {
    let sign = if is_negative { "" } else { "+" };
    [sign, part].concat()
}

pub(super) fn explain_part(part: usize, parts: usize, path: &str, counts: bool) -> String {
    let lost = if counts {
        ""
    } else {
        " It is lost: the next part replaces it."
    };
    format!(
        "Part {part} of {parts}, along the path {path}: the local derivatives of its edges, multiplied.{lost}"
    )
}

pub(super) const EXPLAIN_HELD: &str =
    "What an earlier backward pass left. It should have been set to zero.";
pub(super) const EXPLAIN_SUM: &str = "What has arrived, added up: the gradient as it is now.";
pub(super) const EXPLAIN_LAST: &str =
    "With = in place of +=, each part replaces the one before: only the last is left.";

pub(super) fn replaced(gradient: &str) -> String {
    format!("gradient of x = the last part = {gradient}")
}

// The check.

pub(super) const CHECK_TITLE: &str = "Added up, the parts give 2x + 1 for every member";
pub(super) const CHECK_TITLE_REPLACE: &str =
    "Keeping the last part gives x, which is not the slope";
pub(super) const CHECK_TITLE_STALE: &str = "Two passes without zeroing give twice the slope";
pub(super) const CHECK_TITLE_OPEN: &str = "Where is the gradient at x = 3?";
pub(super) const CHECK_SUBTITLE: &str = "the parts that arrive at one member, and the gradient of each member beside theory and a measured slope";
pub(super) const CHECK_CAPTION: &str = "First the parts in the order in which they arrive: one along x → y → z, two along x → p → y → z. Drag a blue point: it is a member of the population, and the bar over it is its \
    gradient. The dashed line is what the rules of differentiation say; the small diamonds are slopes measured without \
    any backward pass, by moving one member a little.";
pub(super) const CHECK_CAPTION_OPEN: &str = "Drag the purple point up or down to your answer. The blue points are the members of the population.";

pub(super) fn check_panel(hides: bool) -> &'static str {
    if hides {
        "Your answer"
    } else {
        "Gradient and slope of each member"
    }
}

pub(super) const MEMBER_AXIS: &str = "value of the member";
pub(super) const GRADIENT_AXIS: &str = "gradient";
pub(super) const SLOPES: &str = "diamonds: measured slope";
pub(super) const GUESS: &str = "your answer";

pub(super) fn value_name(member: usize) -> String {
    format!("member {}", self::member(member))
}

pub(super) fn gradient_name(member: usize, input: &str) -> String {
    format!("gradient of {} = {input}", self::member(member))
}

pub(super) fn slope_name(member: usize, input: &str) -> String {
    format!("measured slope at {} = {input}", self::member(member))
}

pub(super) fn explain_value(member: usize) -> String {
    format!(
        "Member {} of the population. Drag it: its gradient follows.",
        self::member(member)
    )
}

pub(super) fn explain_gradient(member: usize) -> String {
    format!(
        "The gradient that this backward pass leaves in member {}.",
        self::member(member)
    )
}

pub(super) fn explain_slope(member: usize) -> String {
    format!(
        "The slope of z measured without a backward pass: member {} is moved by h to both sides.",
        self::member(member)
    )
}

pub(super) const EXPLAIN_GUESS: &str = "Your answer for the gradient at x = 3.";

// The ladder.

pub(super) const LADDER_TITLE_BUG: &str = "The bug chosen above is at work in the ladder too";

pub(super) fn ladder_title(paths: &str, edges: &str) -> String {
    format!("{edges} edges add up all of {paths} paths")
}

pub(super) fn ladder_subtitle([a, b]: [String; 2]) -> String {
    format!(
        "a ladder of K rungs, each x ↦ a x + b x with a = {a} and b = {b}: its paths, its edges and its gradient"
    )
}

pub(super) const LADDER_CAPTION: &str = "Each rung uses its x twice, so every rung doubles the number of paths that come back \
    to it, while the backward pass sends one part along each edge. Bars are the gradient by the backward pass, on the dashed line of theory. Diamonds are the same sum, added up path by path: \
    where paths cancel, its rounding errors stay. The thin lines are the largest and the smallest single path.";
pub(super) const LADDER_GRAPH: &str = "the ladder";

pub(super) fn ladder_graph_panel(rungs: usize) -> String {
    format!("The ladder of {}", self::rungs(rungs))
}

/// An x of the ladder, counted from 0.
pub(super) fn rung(place: usize) -> String {
    const DIGITS: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let digits = place.to_string();
    let below = digits
        .bytes()
        .map(|digit| DIGITS[usize::from(digit - b'0')]);
    std::iter::once('x').chain(below).collect()
}

pub(super) fn more_rungs(count: usize) -> String {
    match count {
        1 => "1 more rung".to_owned(),
        count => format!("{count} more rungs"),
    }
}

pub(super) fn folded_edges(count: usize) -> String {
    format!("{count} edges")
}

pub(super) fn paths(count: &str) -> String {
    match count {
        "1" => "1 path".to_owned(),
        count => format!("{count} paths"),
    }
}

/// What flows back through a factor.
pub(super) fn flow(factor: &str, part: &str) -> String {
    format!("{factor}: {part}")
}

pub(super) const COUNT_PANEL: &str = "Paths and edges";
pub(super) const RUNGS_AXIS: &str = "rungs";
pub(super) const COUNT_AXIS: &str = "how many";
pub(super) const PATHS: &str = "paths: 2ᴷ";
pub(super) const EDGES: &str = "edges: 2K";

pub(super) fn size_panel(rungs: usize, gradient: &str) -> String {
    format!("K = {rungs}: gradient {gradient}")
}

pub(super) const SIZE_AXIS: &str = "size";
pub(super) const SIZES: &str = "sizes of all paths, added";
pub(super) const CHOSEN: &str = "the chosen ladder";
pub(super) const LARGEST: &str = "largest path";
pub(super) const SMALLEST: &str = "smallest path";
pub(super) const LADDER_THEORY: &str = "theory: (a + b)ᴷ";

pub(super) fn ladder_gradient(rungs: usize) -> String {
    format!("gradient through {}", self::rungs(rungs))
}

pub(super) fn ladder_sum(rungs: usize) -> String {
    format!("path by path through {}", self::rungs(rungs))
}

fn rungs(rungs: usize) -> String {
    if rungs == 1 {
        "1 rung".to_owned()
    } else {
        format!("{rungs} rungs")
    }
}

pub(super) fn explain_ladder(rungs: usize, paths: &str) -> String {
    format!(
        "The gradient of the last x for the first, through {}: the sum over {paths} paths, found by one backward pass.",
        self::rungs(rungs)
    )
}

pub(super) fn explain_sum(rungs: usize, paths: &str) -> String {
    format!(
        "The {paths} paths through {} added up one after the other, each a product of as many factors.",
        self::rungs(rungs)
    )
}

pub(super) const EXPLAIN_PATHS: &str = "The number of paths from the last x to the first: the gradient of the same ladder with a = b = 1.";

pub(super) fn explain_edges(all: &str) -> String {
    format!(
        "The edges on which the backward pass brings a part to an x: two for each rung. The engine's own graph, where each \
         is a product and the factors get gradients as well, has {all} edges."
    )
}

pub(super) fn explain_rung(place: usize, paths: &str) -> String {
    format!(
        "{}: {paths} come to it from the last x. Its gradient is the sum of all of them, found by adding the two parts \
         that arrive.",
        rung(place)
    )
}

pub(super) const EXPLAIN_FIRST_RUNG: &str = "The last x. The backward pass begins here, with 1.";

pub(super) fn rung_gradient(place: usize, sum: &str) -> String {
    format!("gradient of {} = {sum}", rung(place))
}

pub(super) fn explain_rung_edge(receiver: usize, factor: &str) -> String {
    format!(
        "The part of the gradient of {} that comes from {} through the factor {factor}: one number for all paths that \
         come this way.",
        rung(receiver),
        rung(receiver + 1)
    )
}

pub(super) fn explain_fold(count: usize) -> String {
    format!(
        "{}, drawn as one node: each x in it gets its parts along two edges and sends its gradient on along two.",
        more_rungs(count)
    )
}

const PROSE: &str = r"
Take a population $x = [1, 2, 3]$, a $y = x \cdot x + x$ in which $x$ stands three times, and $z$, the sum of $y$. If you move one member of $x$ a little, its change reaches $z$ by three ways at once: through the left factor, through the right factor, and through the $x$ that is added. So its gradient has three *parts*, and each part is the product of the local derivatives along one *path*:

$$\frac{\partial z}{\partial x} = x + x + 1 = 2x + 1$$

At $x = 3$ the two factors bring {{factor_at_3}} each and the added $x$ brings {{added_at_3}}: together {{gradient_at_3}}. Move the step to watch the parts arrive. The backward pass begins at $z$ and visits every edge once. A node that is used in several places must wait: only when all of its parts have arrived is its gradient complete, and only then does it send its own gradient on, multiplied by the local derivative of each edge. That is all of *credit assignment* in a graph: wait, add up, pass on.

Two bugs are classic, and you can switch to both. If a part that arrives replaces the one before, `=` in place of `+=`, then $x = 3$ keeps only {{replaced_at_3}}. If the gradient of the last pass is not set to zero, a second pass adds to it, and the same $x$ shows {{stale_at_3}}. Neither raises an error.

Why not list all paths and add them up? There are too many. In a ladder where each rung is $x_{k+1} = a\,x_k + b\,x_k$, every rung doubles the paths: $K$ rungs have $2^K$. But it has only $2K$ edges: two between each $x$ and the next. The backward pass visits each edge once, so its work grows with $K$ alone. The lower figure shows both with $a$ = {{=a}}, $b$ = {{=b}} and $K$ = {{=rungs}}: drag the numbers. At $a = 1$ and $b = -0.9$, ten rungs have {{paths_10}} paths and {{edges_10}} edges. The sizes of the paths add up to {{sizes_10}}, but their signs differ: what is left is $(a + b)^{10}$, which is {{gradient_10}}. After sixteen rungs the gradient is {{gradient_16}}. Adding up the {{paths_16}} paths one by one gives {{one_by_one_16}} instead: nothing but rounding errors. Adding at each node, as the backward pass does, cancels early and keeps the digits.
";

const NOTICE: &str = r"
- **Every use counts.** The members 1, 2 and 3 receive {{gradient_at_1}}, {{gradient_at_2}} and {{gradient_at_3}}: exactly $2x + 1$, although $x$ is one node used three times. No member hears of the others.
- **A node waits.** $x$ receives its first part in step 3, but it is not finished before step 5. The order of the steps is the order of creation, backwards.
- **Work follows edges, not paths.** Ten rungs have {{paths_10}} paths and {{edges_10}} edges.
- **Parts can cancel.** A small gradient need not mean small parts: here it is {{gradient_10}} of {{sizes_10}}.
";

const SHEET: &str = r"
## Goal
Students can say why the gradient of a value that is used several times is a sum, read the parts off a graph, and explain why a backward pass visits edges and not paths.

## Usual misconception
The gradient of $x \cdot x + x$ is computed by treating $x$ as if it stood there once: many name the last use ($x$), or forget the added $x$ and say $2x$. Others think that the engine walks along each path separately.

## Script for five minutes
1. Ask the prediction before showing anything. Collect answers on the board.
2. Set the step to 0. Advance one step at a time and ask before each: who sends, what is sent, who has to wait?
3. Stop at step 3: one part of three has arrived. Is 1 the gradient?
4. Go to step 5. Read the bars aloud: 1, 3, 3, together 7.
5. Switch to the bug `=`. Which bars are lost? Then to the gradients that are not zeroed.

## Three predictions
- *The gradient at $x = 3$?* 7. Expect 6 (the added $x$ forgotten), 3 (one factor alone) and 12 (the value).
- *At which $x$ is the gradient 0?* At −0.5, where the parts −0.5, −0.5 and 1 cancel. Expect 0 and −1.
- *How many edges has a ladder of twenty rungs?* 40. Expect 1 048 576, the number of its paths.

## Transfer
Draw the graph of $y = (x + x) \cdot x$, list its paths from $x$ with their parts, and add them up. Check with $2x^2$: the derivative is $4x$. Then say which part the bug `=` would keep.
";
