//! A figure in words, for those who do not see it.

use crate::number::short;
use crate::{Axis, Figure, Layer, Mark, Panel, Scale};

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
    text += &format!(" across, {};", describe_axis(&panel.x));
    text += &format!(" upwards, {}.", describe_axis(&panel.y));
    for layer in &panel.layers {
        match layer {
            Layer::Curve(curve) => text += &format!(" Curve: {}.", curve.name),
            Layer::Points(points) => text += &describe_marks("Points", &points.marks),
            Layer::Bars(bars) => text += &describe_marks("Bars", &bars.marks),
            Layer::Rule(rule) => {
                if let Some(label) = &rule.label {
                    text += &format!(" Line: {label}.");
                }
            }
            Layer::Segments(segments) => text += &format!(" Lines: {}.", segments.name),
        }
    }
    text
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
