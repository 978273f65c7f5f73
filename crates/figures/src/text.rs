//! A figure in words, for those who do not see it.

use crate::number::short;
use crate::{Axis, AxisMap, Band, Figure, Grid, Layer, Mark, Panel, Scale};

/// The figure in words: its claim, what each panel plots, and the value of each mark.
#[must_use]
pub fn text_alternative(figure: &Figure) -> String {
    format!("{}. {}", sentence(&figure.title), description(figure))
}

/// The same without the claim, for a place where the claim already stands.
pub(crate) fn description(figure: &Figure) -> String {
    let mut text = format!("{}.", sentence(&figure.subtitle));
    for panel in &figure.panels {
        text += &format!(" {}", describe(panel));
    }
    text
}

fn describe(panel: &Panel) -> String {
    let mut text = format!("{}:", sentence(&panel.title));
    for (direction, axis) in [("across", &panel.x), ("upwards", &panel.y)] {
        if axis.is_shown() {
            text += &format!(" {direction}, {};", describe_axis(axis));
        }
    }
    if text.ends_with(';') {
        text.pop();
        text.push('.');
    }
    for layer in &panel.layers {
        match layer {
            // What has nothing to show yet is not spoken of.
            Layer::Curve(curve) if curve.points.is_empty() => {}
            Layer::Segments(segments) if segments.ends.is_empty() => {}
            Layer::Traces(traces) if traces.lines.is_empty() => {}
            Layer::Curve(curve) => text += &format!(" Curve: {}.", curve.name),
            Layer::Points(points) => text += &describe_marks("Points", &points.marks),
            Layer::Bars(bars) => text += &describe_marks("Bars", &bars.marks),
            Layer::Rule(rule) => {
                if let Some(label) = &rule.label {
                    text += &format!(" Line: {label}.");
                }
            }
            Layer::Segments(segments) => text += &format!(" Lines: {}.", segments.name),
            Layer::Band(band) => text += &describe_band(band),
            Layer::Traces(traces) => {
                text += &format!(" {} thin lines: {}.", traces.lines.len(), traces.name);
            }
            Layer::HeatMap(map) => text += &describe_grid("Colours", &map.name, &map.grid, panel),
            Layer::Contours(contours) => {
                let levels: Vec<_> = contours.levels.iter().map(|&level| short(level)).collect();
                text += &describe_grid("Contours", &contours.name, &contours.grid, panel);
                text += &format!(" Lines at {}.", levels.join(", "));
            }
            Layer::Graph(graph) => {
                let (nodes, edges) = graph.marks().split_at(graph.nodes.len());
                text += &describe_marks("Nodes", nodes);
                text += &describe_marks("Edges", edges);
            }
            Layer::Arrows(arrows) if arrows.marks.is_empty() && !arrows.ends.is_empty() => {
                text += &format!(" {} arrows: {}.", arrows.ends.len(), arrows.name);
            }
            Layer::Arrows(arrows) => text += &describe_marks("Arrows", &arrows.marks),
        }
    }
    text
}

/// A band's name and the range that it covers.
fn describe_band(band: &Band) -> String {
    let finite = band
        .edges
        .iter()
        .filter(|edge| edge.iter().all(|at| at.is_finite()));
    let mut range: Option<[f64; 2]> = None;
    for [_, low, high] in finite {
        let [least, most] = range.get_or_insert([*low, *high]);
        *least = least.min(*low);
        *most = most.max(*high);
    }
    match range {
        Some([least, most]) => {
            format!(
                " Band: {}, between {} and {}.",
                band.name,
                short(least),
                short(most)
            )
        }
        None => format!(" Band: {}, without a finite number.", band.name),
    }
}

/// What a grid shows, its smallest and largest number and where they stand, and how many are lost.
fn describe_grid(kind: &str, name: &str, grid: &Grid, panel: &Panel) -> String {
    let Some([least, most]) = grid.extremes() else {
        return format!(" {kind}: {name}, without a finite number.");
    };
    let maps = [&panel.x, &panel.y].map(|axis| AxisMap::new(axis, [0.0, 1.0]));
    let place = |[column, row]: [usize; 2]| {
        let [x, y] = grid.center([&maps[0], &maps[1]], [column as f64, row as f64]);
        let value = short(grid.value(column, row));
        format!("{value} at ({}, {})", short(x), short(y))
    };
    let cells = grid.columns * grid.rows;
    let finite = grid.values.iter().filter(|value| value.is_finite()).count();
    let lost = match cells.saturating_sub(finite) {
        0 => String::new(),
        lost => format!("; {lost} of {cells} cells are not finite"),
    };
    format!(
        " {kind}: {name}, from {} to {}{lost}.",
        place(least),
        place(most)
    )
}

fn describe_axis(axis: &Axis) -> String {
    let [low, high] = axis.domain;
    match &axis.scale {
        Scale::Category(labels) => format!("{}: {}", axis.full_label(), labels.join(", ")),
        _ => format!(
            "{} from {} to {}",
            axis.full_label(),
            short(low),
            short(high)
        ),
    }
}

fn describe_marks(kind: &str, marks: &[Mark]) -> String {
    if marks.is_empty() {
        return String::new();
    }
    let each: Vec<_> = marks
        .iter()
        .map(|mark| format!("{}: {}", mark.name, mark.text))
        .collect();
    format!(" {kind}: {}.", each.join("; "))
}

/// Words without the full stop at their end.
fn sentence(text: &str) -> &str {
    text.trim_end_matches('.')
}
