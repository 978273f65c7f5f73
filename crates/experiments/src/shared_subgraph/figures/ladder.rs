//! The ladder: how many paths, how many edges, and what the paths add up to.

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, Curve, Direction, Figure, Mark, Movable, Panel, Points, Role, Segments, Side,
};

use popgrad_graph::Rule;

use super::super::compute::Ladder;
use super::super::parameters::{MOST_RUNGS, RUNGS, Settings};
use super::super::strings;
use super::ladder_graph;
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const LADDER: &str = "shared-subgraph-ladder";

/// The smallest gradient that the axis reaches down to.
const SMALLEST: f64 = 1e-20;

/// The figure.
pub(in super::super) fn ladder(state: &State) -> Result<Figure, Error> {
    let settings = &Settings::of(state)?;
    let most = MOST_RUNGS as usize;
    let ladder = &Ladder::new(settings.factors, most, settings.rule)?;
    let last = settings.rungs - 1;
    let [paths, edges] = [ladder.paths[last], ladder.edges[last]].map(short);
    let title = match settings.rule {
        Rule::Add => strings::ladder_title(&paths, &edges),
        Rule::Replace | Rule::Stale => strings::LADDER_TITLE_BUG.to_owned(),
    };
    let subtitle = strings::ladder_subtitle(settings.factors.map(short));
    Ok(Figure::new(LADDER, title, subtitle)
        .with_caption(strings::LADDER_CAPTION)
        .with(ladder_graph::panel(ladder, settings)?)
        .with(counts(ladder, last))
        .with(sizes(ladder, settings)))
}

fn rungs() -> Axis {
    Axis::linear(strings::RUNGS_AXIS, [0.0, MOST_RUNGS + 1.0]).with_symbol("K")
}

fn counts(ladder: &Ladder, last: usize) -> Panel {
    let y = Axis::log10(strings::COUNT_AXIS, [1.0, 2e5]);
    let mark = |id: &str, name: &str, counts: &[f64]| {
        let at = [last as f64 + 1.0, counts[last]];
        let mark = Mark::new(id, at, name, short(counts[last]));
        vec![mark.with_movable(Movable::at(RUNGS, Direction::X))]
    };
    let paths = Curve::new(strings::PATHS, along(&ladder.paths), Role::Plain);
    let edges = Curve::new(strings::EDGES, along(&ladder.edges), Role::Plain).in_series(1);
    let ends = [ladder.paths[11], ladder.edges[13]];
    Panel::new("counts", strings::COUNT_PANEL, rungs(), y)
        .with_room(220.0, 320.0, 5)
        .with(paths.labelled(strings::PATHS, [12.0, ends[0]], Side::Left))
        .with(edges.labelled(strings::EDGES, [14.0, ends[1]], Side::Below))
        .with(Points::new(
            mark("paths", strings::PATHS, &ladder.paths),
            Role::Plain,
        ))
        .with(Points::new(mark("edges", strings::EDGES, &ladder.edges), Role::Plain).in_series(1))
}

fn sizes(ladder: &Ladder, settings: &Settings) -> Panel {
    let domain = domain(ladder);
    let y = Axis::log10(strings::SIZE_AXIS, domain);
    let theory = powers((settings.factors[0] + settings.factors[1]).abs());
    let chosen = settings.rungs;
    let stem = [domain[0], ladder.sizes[chosen - 1]].map(|size| [chosen as f64, size]);
    let title = strings::size_panel(chosen, &short(ladder.gradients[chosen - 1]));
    let mut panel = Panel::new("sizes", title, rungs(), y)
        .with_room(260.0, 320.0, 7)
        .with(Segments::new(strings::CHOSEN, vec![stem], Role::Quiet))
        .with(one_by_one(ladder))
        .with(bars(ladder))
        .with(Curve::new(strings::LADDER_THEORY, theory, Role::Theory).thin());
    for (name, sizes) in [
        (strings::LARGEST, &ladder.largest),
        (strings::SMALLEST, &ladder.smallest),
    ] {
        panel = panel.with(Curve::new(name, along(sizes), Role::Quiet).thin());
    }
    panel.with(total(ladder, domain))
}

/// The sizes of all paths, added, with their name at the upper edge, clear of the values that bars print.
fn total(ladder: &Ladder, [low, high]: [f64; 2]) -> Curve {
    let at = [MOST_RUNGS - 1.5, high / libm::pow(high / low, 0.045)];
    let places = along(&ladder.sizes);
    Curve::new(strings::SIZES, places, Role::Plain).labelled(strings::SIZES, at, Side::Left)
}

fn bars(ladder: &Ladder) -> Bars {
    let mark = |(place, gradient): (usize, &f64)| {
        let at = [place as f64 + 1.0, gradient.abs()];
        let name = strings::ladder_gradient(place + 1);
        Mark::new(bar_id(place), at, name, short(*gradient)).with_value(*gradient)
    };
    let marks = ladder.gradients.iter().enumerate().map(mark);
    Bars::new(marks.collect(), Role::Gradient)
}

fn one_by_one(ladder: &Ladder) -> Points {
    let mark = |place: usize| {
        let sum = ladder.one_by_one[place];
        let at = [place as f64 + 1.0, sum.abs()];
        Mark::new(
            sum_id(place),
            at,
            strings::ladder_sum(place + 1),
            short(sum),
        )
        .with_value(sum)
    };
    let marks = (0..ladder.one_by_one.len()).map(mark);
    Points::new(marks.collect(), Role::Plain)
        .in_series(1)
        .small()
}

fn along(values: &[f64]) -> Vec<[f64; 2]> {
    let places = values.iter().enumerate();
    places
        .map(|(place, &value)| [place as f64 + 1.0, value])
        .collect()
}

fn powers(base: f64) -> Vec<[f64; 2]> {
    let mut power = 1.0;
    let each = (1..=MOST_RUNGS as usize).map(|rungs| {
        power *= base;
        [rungs as f64, power]
    });
    each.collect()
}

/// Whole decades that hold all bars and curves, with room for a name above them.
fn domain(ladder: &Ladder) -> [f64; 2] {
    let values = [&ladder.gradients, &ladder.sizes, &ladder.one_by_one];
    let values = values.into_iter().flatten().map(|value| value.abs());
    let powers = values
        .filter(|value| *value >= SMALLEST)
        .map(libm::log10)
        .fold([0.0_f64, 0.0_f64], |[low, high], power| {
            [low.min(power), high.max(power)]
        });
    let low = powers[0].round() - 1.0;
    [low, powers[1] + (0.25 * (powers[1] - low)).max(1.0)].map(|power| libm::exp10(power.ceil()))
}

/// Ids of the marks of a ladder, counted from 0.
pub(in super::super) fn bar_id(place: usize) -> String {
    format!("gradient-{}", place + 1)
}

pub(in super::super) fn sum_id(place: usize) -> String {
    format!("sum-{}", place + 1)
}
