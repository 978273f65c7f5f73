//! The parts of one member's gradient as steps that add up.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Bars, Curve, Mark, Panel, Role, Segments, Series};
use popgrad_graph::Rule;

use super::super::compute::Credit;
use super::super::parameters::Settings;
use super::super::strings;

/// A step of the sum: one part, what an earlier pass left, or the sum itself.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Part {
    /// Id of its mark.
    pub(in super::super) id: String,
    pub(in super::super) kind: Kind,
    /// Where its bar begins and ends.
    pub(in super::super) from: f64,
    pub(in super::super) to: f64,
    /// Whether the pass has come to it.
    pub(in super::super) arrived: bool,
    /// Whether it counts: a part that is replaced does not, and what was left over should not.
    pub(in super::super) counts: bool,
}

/// What a step of the sum is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    /// What an earlier pass left.
    Held,
    /// The part that comes along an edge, by its place among the walk's edges.
    Edge(usize),
    /// The sum.
    Sum,
}

impl Part {
    /// What it adds, or the sum.
    pub(in super::super) fn size(&self) -> f64 {
        self.to - self.from
    }
}

/// The steps of the sum for a member, in the order in which its parts arrive.
pub(in super::super) fn parts(credit: &Credit, settings: &Settings) -> Vec<Part> {
    let (member, step) = (settings.member, settings.step);
    let replaces = settings.rule == Rule::Replace;
    let mut parts = Vec::new();
    let mut sum = 0.0;
    if let Some(held) = credit.held(member) {
        parts.push(Part {
            id: "held".to_owned(),
            kind: Kind::Held,
            from: 0.0,
            to: held,
            arrived: true,
            counts: false,
        });
        sum = held;
    }
    let last = credit
        .parts()
        .map(|(index, _)| index)
        .take_while(|index| *index < step)
        .last();
    for (index, edge) in credit.parts() {
        let from = if replaces { 0.0 } else { sum };
        parts.push(Part {
            id: format!("part-{}", edge.part),
            kind: Kind::Edge(index),
            from,
            to: from + edge.sent[member],
            arrived: index < step,
            counts: !replaces || last == Some(index),
        });
        if index < step {
            sum = from + edge.sent[member];
        }
    }
    parts.push(Part {
        id: "sum".to_owned(),
        kind: Kind::Sum,
        from: 0.0,
        to: sum,
        arrived: credit.held(member).is_some() || last.is_some(),
        counts: true,
    });
    parts
}

/// The panel of these steps.
pub(super) fn panel(credit: &Credit, settings: &Settings, hides: bool) -> Panel {
    let all = parts(
        credit,
        &Settings {
            step: usize::MAX,
            ..*settings
        },
    );
    let now = parts(credit, settings);
    let labels = all.iter().map(|part| label(credit, part).to_owned());
    let x = Axis::category("", labels.collect());
    let theory = credit.theory(settings.member);
    let y = Axis::linear(strings::PARTS_AXIS, domain(&all, theory));
    let title = strings::parts_panel(settings.member, &short(credit.inputs[settings.member]));
    let last = all.len() as f64 - 0.5;
    let mut panel = Panel::new("parts", title, x, y).with_room(210.0, 320.0, 5);
    if !hides {
        let line = vec![[-0.5, theory], [last, theory]];
        panel = panel
            .with(Segments::new(strings::LINKS, links(&now), Role::Quiet).with_width(1.0))
            .with(Curve::new(strings::THEORY, line, Role::Theory).thin());
    }
    for (place, part) in now.iter().enumerate().filter(|(_, part)| part.arrived) {
        panel = panel.with(bar(credit, place, part));
    }
    panel
}

fn bar(credit: &Credit, place: usize, part: &Part) -> Bars {
    let size = part.size();
    let text = match part.kind {
        Kind::Sum => short(size),
        Kind::Held | Kind::Edge(_) => strings::added(&short(size), size < 0.0),
    };
    let name = label(credit, part);
    let mark = Mark::new(part.id.as_str(), [place as f64, part.to], name, text).with_value(size);
    let role = if part.counts {
        Role::Gradient
    } else {
        Role::Wrong
    };
    let mut bars = Bars::new(vec![mark], role).with_base(part.from);
    if part.kind == Kind::Sum {
        bars.series = Series(1);
    }
    bars
}

/// Thin lines from the end of each step to the beginning of the next.
fn links(parts: &[Part]) -> Vec<[[f64; 2]; 2]> {
    let arrived = parts.iter().enumerate().filter(|(_, part)| part.arrived);
    let arrived: Vec<_> = arrived.collect();
    let pairs = arrived
        .windows(2)
        .filter(|pair| pair[1].1.from == pair[0].1.to || pair[1].1.kind == Kind::Sum);
    pairs
        .map(|pair| [pair[0].0, pair[1].0].map(|place| [place as f64, pair[0].1.to]))
        .collect()
}

fn label(credit: &Credit, part: &Part) -> &'static str {
    match part.kind {
        Kind::Held => strings::HELD,
        Kind::Edge(index) => strings::PART_LABELS[credit.walk.edges()[index].part - 1],
        Kind::Sum => strings::SUM,
    }
}

/// Ends of the axis that hold all steps with their printed values.
fn domain(parts: &[Part], theory: f64) -> [f64; 2] {
    let ends = parts.iter().flat_map(|part| [part.from, part.to]);
    let [low, high] = ends.fold([theory.min(0.0), theory.max(0.0)], |[low, high], end| {
        [low.min(end), high.max(end)]
    });
    let room = 0.15 * (high - low).max(1.0);
    [if low < 0.0 { low - room } else { 0.0 }, high + room]
}
