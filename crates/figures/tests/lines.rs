//! How lines run.

mod support;

use popgrad_figures::{
    Axis, Curve, Figure, Frame, Ink, Layer, Layout, Palette, Panel, Role, render,
};
use support::{Call, Recorder, WIDTHS, draw, gallery, log_panel, paths, series_panel};

/// plotters rounds to whole device units: at the browser's scale a curve must not be seen to wobble.
#[test]
fn curves_run_through_their_points() {
    // CSS pixels: for the points that are left out, and for rounding both ways to a sixteenth.
    const LARGEST_DEVIATION: f64 = 0.08 + 0.75 / 16.0;
    for width in WIDTHS {
        let figure = wave();
        let frame = Frame::new(&figure, width, 16.0, Palette::light());
        let recorder = Recorder::new(frame.width, frame.height, frame.scale);
        let drawn = render(&figure, recorder.clone(), &frame).unwrap();
        let lines = paths(&recorder.calls.take(), frame.scale);
        for (panel, place) in figure.panels.iter().zip(&drawn.panels) {
            for [x, y] in panel.layers.iter().flat_map(curve_points) {
                let at = [place.x.to_pixel(x), place.y.to_pixel(y)];
                let deviation = lines.iter().flat_map(|line| line.windows(2));
                let deviation = deviation
                    .map(|ends| squared_distance(at, ends[0], ends[1]))
                    .fold(f64::INFINITY, f64::min);
                assert!(
                    deviation <= LARGEST_DEVIATION * LARGEST_DEVIATION,
                    "{width}: {at:?} lies {} from the line",
                    deviation.sqrt()
                );
            }
        }
    }
}

fn curve_points(layer: &Layer) -> Vec<[f64; 2]> {
    match layer {
        Layer::Curve(curve) => curve.points.clone(),
        _ => Vec::new(),
    }
}

/// The gallery's first panel with one curve, steep in the middle and flat at both ends.
fn wave() -> Figure {
    let mut figure = gallery();
    figure.panels.truncate(1);
    let panel = &mut figure.panels[0];
    panel
        .layers
        .retain(|layer| matches!(layer, Layer::Curve(_)));
    panel.layers.truncate(1);
    let ([left, right], [low, high]) = (panel.x.domain, panel.y.domain);
    let Some(Layer::Curve(curve)) = panel.layers.first_mut() else {
        panic!("the gallery's first panel has a curve");
    };
    curve.points = (0..=400)
        .map(|step| f64::from(step) / 200.0 - 1.0)
        .map(|t| [t, 0.9 * 10.0 * t / (1.0 + 25.0 * t * t)])
        .map(|[t, wave]| {
            let x = left + (right - left) * (t + 1.0) / 2.0;
            [x, low + (high - low) * (wave + 1.0) / 2.0]
        })
        .collect();
    figure
}

/// The squared distance of a point from a straight line between two ends.
fn squared_distance(at: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let away = [at[0] - from[0], at[1] - from[1]];
    let length = along[0] * along[0] + along[1] * along[1];
    let part = if length == 0.0 {
        0.0
    } else {
        ((away[0] * along[0] + away[1] * along[1]) / length).clamp(0.0, 1.0)
    };
    let rest = [away[0] - part * along[0], away[1] - part * along[1]];
    rest[0] * rest[0] + rest[1] * rest[1]
}

#[test]
fn a_point_that_is_not_finite_breaks_its_line() {
    let mut figure = gallery();
    figure.panels.truncate(1);
    let (drawn, calls, frame) = draw(&figure, Layout::Wide.reference_width());
    let panel = &drawn.panels[0];
    let device = |x: f64| (panel.x.to_pixel(x) * frame.scale).round() as i32;
    let (before, gap, after) = (device(0.45), device(0.5), device(0.55));
    let stroke = (2.25 * frame.scale).round() as u32;
    let blue = (0x00, 0x72, 0xb2);
    let parabola: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Path(points, width, color) if *width == stroke && *color == blue => Some(points),
            _ => None,
        })
        .collect();
    assert_eq!(parabola.len(), 2, "two parts, one on each side of the gap");
    assert_eq!(parabola[0].last().unwrap().0, before);
    assert_eq!(parabola[1][0].0, after);
    assert!(before < gap && gap < after);
}

#[test]
fn a_line_to_zero_on_a_log_axis_leaves_at_its_lower_end() {
    let (x, y) = (Axis::linear("x", [0.0, 2.0]), Axis::log10("y", [1e-3, 1.0]));
    let curve = Curve::new(
        "falls",
        vec![[0.0, 0.1], [1.0, 0.0], [2.0, 0.1]],
        Role::Value,
    );
    let mut figure = gallery();
    figure.panels = vec![Panel::new("log", "To zero", x, y).with(curve)];
    let (drawn, calls, frame) = draw(&figure, 340.0);
    let bottom = (drawn.panels[0].area.bottom() * frame.scale).round() as i32;
    let color = Palette::light().color(Ink::Mark(Role::Value));
    let parts: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Path(points, _, rgb) if *rgb == (color.red, color.green, color.blue) => {
                Some(points)
            }
            _ => None,
        })
        .collect();
    assert_eq!(parts.len(), 2, "down and up again: {parts:?}");
    assert_eq!((parts[0][1].1, parts[1][0].1), (bottom, bottom));
}

#[test]
fn series_of_one_role_differ_without_colour() {
    let mut figure = gallery();
    figure.panels = vec![series_panel()];
    let (_, calls, _) = draw(&figure, 340.0);
    let lines = |rgb: (u8, u8, u8)| {
        let paths = calls.iter().filter_map(move |call| match call {
            Call::Path(points, _, color) if *color == rgb => Some(points[0].1),
            _ => None,
        });
        let mut counts = std::collections::BTreeMap::new();
        for height in paths {
            *counts.entry(height).or_insert(0) += 1;
        }
        counts.into_values().collect::<Vec<_>>()
    };
    let [plain, deep] = [Ink::Mark(Role::Value), Ink::Deep(Role::Value)].map(|ink| {
        let color = Palette::light().color(ink);
        lines((color.red, color.green, color.blue))
    });
    for mut counts in [plain, deep] {
        assert_eq!(counts.len(), 4);
        counts.sort_unstable();
        counts.dedup();
        assert_eq!(
            counts.len(),
            4,
            "each has its own number of dashes: {counts:?}"
        );
    }
}

#[test]
fn a_power_law_is_straight_on_log_axes() {
    let mut figure = gallery();
    figure.panels = vec![log_panel()];
    let (_, calls, _) = draw(&figure, 800.0);
    let vermilion = (0xd5, 0x5e, 0x00);
    let lines: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Path(points, _, color) if *color == vermilion => Some(points),
            _ => None,
        })
        .collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].len(), 2, "simplified to its two ends: {lines:?}");
}
