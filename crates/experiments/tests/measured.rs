//! The numbers that experiments are known for, beside those that they measure: the tables in the crate's
//! documentation. `UPDATE_GOLDEN=1` writes them anew. Experiments whose measurements take long have theirs
//! beside their own tests.

mod support;

use popgrad_experiments::registry;
use support::{MEASURED, Subject, assert_measured, figure, value};

/// A number that an experiment is known for: what, how large, and its name among the experiment's
/// numbers.
type Known = (&'static str, &'static str, &'static str);

/// The rows of numbers that the texts of the experiment hold.
fn rows(slug: &'static str, known: &[Known]) -> Vec<[String; 3]> {
    let subject = Subject(slug);
    let row = |(what, known, name): &Known| row(what, known, subject.number(name));
    known.iter().map(row).collect()
}

fn row(what: &str, known: &str, measured: String) -> [String; 3] {
    [what.to_owned(), known.to_owned(), measured]
}

/// Holds the table of an experiment whose texts hold all of its numbers.
fn assert_texts(slug: &'static str, known: &[Known]) {
    let title = Subject(slug).article().words().title;
    assert_measured(slug, title, MEASURED, &rows(slug, known));
}

#[test]
fn gradient_shape() {
    assert_texts(
        "gradient-shape",
        &[
            ("tanh: half slope at", "0.8814", "half_slope"),
            (
                "tanh: a hundredth of the slope at",
                "2.993",
                "hundredth_slope",
            ),
            (
                "tanh: steepest fall of the slope at",
                "0.6585",
                "steepest_fall",
            ),
            ("tanh: gradient at 6", "4e⁻¹² = 2.46×10⁻⁵", "gradient_at_6"),
            (
                "tanh: factor of the tails per unit",
                "e² = 7.39",
                "factor_per_unit",
            ),
            ("1 − y² is exactly 0 beyond", "19.06", "first_zero"),
            (
                "best step of a finite difference",
                "near 6×10⁻⁶",
                "best_step",
            ),
        ],
    );
}

#[test]
fn depth_decay() {
    const SLUG: &str = "depth-decay";
    let mut rows = rows(
        SLUG,
        &[
            (
                "left of the gradient after eight layers from 0.5",
                "27 %",
                "left",
            ),
            ("the same from 4.5", "0.003 %", "left_saturated"),
            ("power of depth at L = 6", "about −0.7", "slope_at_6"),
            ("power of depth at L = 70", "−1.4", "slope_at_70"),
            (
                "power of depth at L = 1000",
                "towards −3/2",
                "slope_at_1000",
            ),
            ("fixed point y* at w = 2", "not 0", "fixed_at_2"),
            ("rate w(1 − y*²) at w = 2", "below 1", "rate_at_2"),
            (
                "factor of the first layer from 4.5",
                "below that of the seven later",
                "saturated_factor",
            ),
            ("factor of the seven later layers", "", "seven_later"),
        ],
    );
    let state = Subject(SLUG).state(&[("weight", 0.5), ("layers", 8.0)]);
    let gradients = figure(&state, "depth-decay-layers");
    let rate = value(&gradients, "gradient-1-6") / value(&gradients, "gradient-1-7");
    let measured = popgrad_figures::number::with_digits(rate, 4);
    rows.push(row("rate at w = 0.5, layer 7 of 8", "w = 0.5", measured));
    let title = Subject(SLUG).article().words().title;
    assert_measured(SLUG, title, MEASURED, &rows);
}

#[test]
fn population_vs_scalar() {
    assert_texts(
        "population-vs-scalar",
        &[
            ("typical factor per layer, N = 1", "0.530", "factor_1"),
            ("typical factor per layer, N = 2", "0.749", "factor_2"),
            ("typical factor per layer, N = 4", "0.874", "factor_4"),
            ("typical factor per layer, N = 8", "0.937", "factor_8"),
            ("typical factor per layer, N = 16", "0.969", "factor_16"),
            ("typical factor per layer, N = 64", "0.992", "factor_64"),
            ("after 50 layers, N = 1", "1.6×10⁻¹⁴", "typical_1"),
            ("after 50 layers, N = 64", "0.68", "typical_64"),
        ],
    );
}

#[test]
fn shared_subgraph() {
    assert_texts(
        "shared-subgraph",
        &[
            ("gradient of x·x + x at 1", "3", "gradient_at_1"),
            ("gradient of x·x + x at 2", "5", "gradient_at_2"),
            ("gradient of x·x + x at 3", "7", "gradient_at_3"),
            ("ladder, K = 10: paths", "2¹⁰ = 1024", "paths_10"),
            (
                "ladder, K = 10: edges",
                "2K = 20; 6K in the engine's graph",
                "edges_10",
            ),
            (
                "ladder, K = 10: sizes of the paths together",
                "1.9¹⁰ = 613",
                "sizes_10",
            ),
            ("ladder, K = 10: gradient", "10⁻¹⁰", "gradient_10"),
        ],
    );
}

#[test]
fn reduction_bottleneck() {
    assert_texts(
        "reduction-bottleneck",
        &[
            (
                "total sensitivity of 1, 1, 1",
                "1.2599230248420783",
                "total_before",
            ),
            (
                "total sensitivity of 1, 1, 3",
                "0.8498147203934925",
                "total_after",
            ),
            (
                "members that share the smooth maximum, β = 0.01",
                "towards 3",
                "smooth_shared_at_0_01",
            ),
            (
                "members that share the smooth maximum, β = 50",
                "towards 1",
                "smooth_shared_at_50",
            ),
            ("curvature of a sum of N = 8", "N² = 64", "curvature_of_8"),
            (
                "largest stable step of a sum of 8",
                "2/N² = 0.03125",
                "limit_of_8",
            ),
            ("largest stable step of a mean of 8", "2", "mean_limit_of_8"),
        ],
    );
}

#[test]
fn symmetry_breaking() {
    assert_texts(
        "symmetry-breaking",
        &[
            ("the seed's first gradient", "0.7864477329659274", "first"),
            ("the seed's second gradient", "0.7863750439424013", "second"),
            ("difference at ε = 10⁻¹⁵: off by", "8 %", "off_at_15"),
            (
                "difference at ε = 10⁻¹⁶: off by",
                "nothing left",
                "off_at_16",
            ),
            ("smallest ε that leaves a difference", "", "smallest"),
            ("median steps, ε = 10⁻¹", "~58", "steps_1"),
            ("median steps, ε = 10⁻⁴", "~228", "steps_4"),
            ("median steps, ε = 10⁻⁸", "~3000", "steps_8"),
            (
                "tanh output: median steps, ε = 10⁻¹",
                "~650",
                "tanh_steps_1",
            ),
            (
                "tanh output: median steps, ε = 10⁻⁴",
                "~3000",
                "tanh_steps_4",
            ),
            (
                "tanh output: median steps, ε = 10⁻⁸",
                "above 12 000",
                "tanh_steps_8",
            ),
        ],
    );
}

#[test]
fn intrinsic_flow() {
    assert_texts(
        "intrinsic-flow",
        &[
            ("tanh at σ = 1: mean gradient", "~0.606", "mean_slope"),
            ("tanh at σ = 1: mean of its square", "~0.464", "mean_square"),
            ("gradient at −1 and 1", "equal", "at_1"),
            ("gradient at −3 and 3", "equal", "at_3"),
        ],
    );
}

#[test]
fn flow_vs_descent() {
    const SLUG: &str = "flow-vs-descent";
    let mut rows = rows(
        SLUG,
        &[
            (
                "from (2, 0.2): to the flow at t = 1, η = 0.1",
                "~5.9×10⁻³",
                "far_1",
            ),
            ("the same, η = 0.05", "~2.8×10⁻³", "far_2"),
            ("the same, η = 0.025", "~1.4×10⁻³", "far_3"),
            ("to the modified flow, η = 0.1", "~1.8×10⁻³", "near_1"),
            ("the same, η = 0.05", "~4.7×10⁻⁴", "near_2"),
            ("the same, η = 0.025", "~1.2×10⁻⁴", "near_3"),
            ("Runge-Kutta: largest stable z", "2.785", "limit"),
        ],
    );
    let figure = |id: &str| figure(&Subject(SLUG).state(&[]), id);
    let (halving, product) = (
        figure("flow-vs-descent-halving"),
        figure("flow-vs-descent-product"),
    );
    let digits = |number: f64| popgrad_figures::number::with_digits(number, 4);
    let ratio = |flow: &str| {
        let gap = |halving_number: u32| value(&halving, &format!("{flow}-{halving_number}"));
        digits(gap(3) / gap(4))
    };
    let [u, v, eta] = [1.5, -1.0, 0.1];
    let (before, moved) = (u * u - v * v, eta * (u * v - 1.0));
    rows.extend([
        row(
            "half the step of 0.0125: distance to the flow is divided by",
            "2",
            ratio("flow"),
        ),
        row("the same: to the modified flow", "4", ratio("modified")),
        row(
            "factor of u² − v² in the first step",
            &format!("1 − η²e² = {}", digits(1.0 - moved * moved)),
            digits(value(&product, "kept-1") / before),
        ),
        row(
            "Saxe's curve, a₀ = 0.001: half is learned at",
            &format!("ln(s/a₀ − 1)/2s = {}", digits(libm::log(999.0) / 2.0)),
            format!("{}, in steps of 0.1", digits(value(&product, "half"))),
        ),
    ]);
    let title = Subject(SLUG).article().words().title;
    assert_measured(SLUG, title, MEASURED, &rows);
}

#[test]
fn every_experiment_has_a_table_in_the_documentation() {
    let documentation = include_str!("../src/lib.rs");
    let mut next = 0;
    for experiment in registry() {
        let said = format!("include_str!(\"../measured/{}.md\")", experiment.slug());
        let place = documentation.find(&said);
        let place = place.unwrap_or_else(|| panic!("src/lib.rs does not include {said}"));
        assert!(place > next, "{said} stands out of the page's order");
        next = place;
    }
}
