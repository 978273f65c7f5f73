//! What is drawn, and what is said about where it stands.

mod support;

use popgrad_figures::{
    Area, Axis, Bars, Curve, Detail, Drawn, DrawnMark, Error, Figure, Frame, Ink, Layer, Layout,
    Palette, Panel, Points, Role, render,
};
use support::{
    Call, Recorder, bar_panel, crowded_panel, decade_panel, gallery, log_panel, mark, series_panel,
};

fn draw(figure: &Figure, width: f64) -> (Drawn, Vec<Call>, Frame) {
    let frame = Frame::new(figure, width, 10.0, Palette::light());
    let recorder = Recorder::new(frame.width, frame.height, frame.scale);
    let drawn = render(figure, recorder.clone(), &frame).expect("the figure can be drawn");
    (drawn, recorder.calls.take(), frame)
}

const WIDTHS: [f64; 5] = [280.0, 340.0, 639.0, 640.0, 1024.0];

#[test]
fn every_mark_stands_inside_its_panel() {
    for width in WIDTHS {
        let (drawn, _, _) = draw(&gallery(), width);
        let ids: Vec<_> = drawn.marks.iter().map(|mark| mark.id.as_str()).collect();
        let expected = [
            "left", "outside", "right", "bar-0", "bar-1", "bar-2", "bar-3", "bar-4",
        ];
        assert_eq!(ids[..8], expected, "`nowhere` has no place");
        for mark in &drawn.marks {
            let panel = drawn
                .panels
                .iter()
                .find(|panel| panel.id == mark.panel)
                .unwrap();
            assert!(holds(panel.area, mark), "{mark:?} in {:?}", panel.area);
        }
    }
}

fn holds(area: Area, mark: &DrawnMark) -> bool {
    let slack = 1e-6;
    (area.left - slack..=area.right() + slack).contains(&mark.x)
        && (area.top - slack..=area.bottom() + slack).contains(&mark.y)
}

#[test]
fn marks_stand_where_the_maps_say() {
    let figure = gallery();
    let (drawn, _, _) = draw(&figure, 800.0);
    for (panel, mark) in figure.marks().filter(|(panel, _)| *panel == "curve") {
        let panel = drawn.panels.iter().find(|one| one.id == panel).unwrap();
        if let Some(place) = drawn.marks.iter().find(|one| one.id == mark.id) {
            assert!((panel.x.to_pixel(mark.at[0]) - place.x).abs() < 1e-9);
            let y = panel.y.to_pixel(mark.at[1].clamp(-2.0, 2.0));
            assert!((y - place.y).abs() < 1e-9, "`outside` stands at the edge");
        }
    }
}

#[test]
fn a_map_says_what_a_click_in_it_sets() {
    let axis = || Axis::linear("place", [0.0, 1.0]);
    let plain = Panel::new("plain", "Plain", axis(), axis());
    let map = Panel::new("map", "Map", axis(), axis()).picking("across", "up");
    let figure = Figure::new("f", "title", "subtitle").with(plain).with(map);
    let (drawn, _, _) = draw(&figure, 640.0);
    let picks: Vec<_> = drawn
        .panels
        .iter()
        .map(|panel| panel.pick.as_ref().map(|pick| [&*pick.x, &*pick.y]))
        .collect();
    assert_eq!(picks, [None, Some(["across", "up"])]);
}

#[test]
fn nothing_is_drawn_outside_of_the_frame() {
    for width in WIDTHS {
        let (_, calls, frame) = draw(&gallery(), width);
        let right = (frame.width * frame.scale).ceil() as i32;
        let bottom = (frame.height * frame.scale).ceil() as i32;
        for call in calls {
            for (x, y) in corners(&call) {
                assert!(
                    (0..=right).contains(&x) && (0..=bottom).contains(&y),
                    "{call:?}"
                );
            }
        }
    }
}

fn corners(call: &Call) -> Vec<(i32, i32)> {
    match call {
        Call::Path(points, _, _) | Call::Polygon(points, _) => points.clone(),
        Call::Rectangle(from, to, _) => vec![*from, *to],
        Call::Circle(center, _, _) => vec![*center],
        Call::Bitmap(at, ..) | Call::Text(_, _, at, _) => vec![*at],
    }
}

#[test]
fn panels_do_not_overlap() {
    for width in WIDTHS {
        let (drawn, _, _) = draw(&gallery(), width);
        for (index, first) in drawn.panels.iter().enumerate() {
            for second in &drawn.panels[index + 1..] {
                let (a, b) = (first.area, second.area);
                let apart = a.right() < b.left || b.right() < a.left;
                assert!(apart || a.bottom() < b.top || b.bottom() < a.top);
            }
        }
    }
}

#[test]
fn a_static_picture_has_the_height_of_a_live_one() {
    let figure = gallery();
    for layout in Layout::ALL {
        let ratio = layout.height_per_width(&figure);
        for width in WIDTHS
            .iter()
            .filter(|&&width| Layout::for_width(width) == layout)
        {
            let frame = Frame::new(&figure, *width, 10.0, Palette::light());
            assert_eq!(frame.height, width * ratio);
        }
    }
}

#[test]
fn panels_stand_side_by_side_only_when_wide() {
    let tops = |width| {
        let (drawn, _, _) = draw(&gallery(), width);
        drawn
            .panels
            .iter()
            .map(|panel| panel.area.left)
            .collect::<Vec<_>>()
    };
    let (narrow, wide) = (tops(340.0), tops(800.0));
    assert!(narrow[1] < 60.0 && wide[1] > 400.0);
}

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

/// The paths in CSS pixels.
fn paths(calls: &[Call], scale: f64) -> Vec<Vec<[f64; 2]>> {
    let in_pixels = |&(x, y): &(i32, i32)| [f64::from(x) / scale, f64::from(y) / scale];
    calls
        .iter()
        .filter_map(|call| match call {
            Call::Path(points, _, _) => Some(points.iter().map(in_pixels).collect()),
            _ => None,
        })
        .collect()
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
fn what_is_not_finite_is_hatched_and_named() {
    let mut figure = gallery();
    figure.panels = vec![bar_panel()];
    let (drawn, calls, _) = draw(&figure, 800.0);
    let words: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Text(text, ..) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    for word in ["NaN", "∞", "−∞"] {
        assert!(words.contains(&word), "{word}");
    }
    let hatching = calls
        .iter()
        .filter(|call| matches!(call, Call::Path(..)))
        .count();
    let finite = {
        let Layer::Bars(bars) = &mut figure.panels[0].layers[0] else {
            unreachable!("the panel holds bars")
        };
        bars.marks.truncate(2);
        let (_, calls, _) = draw(&figure, 800.0);
        calls
            .iter()
            .filter(|call| matches!(call, Call::Path(..)))
            .count()
    };
    assert!(hatching > finite + 20, "{hatching} lines against {finite}");
    let height = |id: &str| {
        drawn
            .marks
            .iter()
            .find(|mark| mark.id == id)
            .unwrap()
            .height
    };
    assert!((height("bar-3") - height("bar-4")).abs() < 1e-9);
}

/// The words that a panel alone prints, but for its title and axes.
fn printed(panel: Panel, width: f64) -> Vec<(String, (i32, i32))> {
    let titles = [panel.title.clone(), panel.y.full_label()];
    let mut figure = gallery();
    figure.panels = vec![panel];
    let (drawn, calls, frame) = draw(&figure, width);
    let bottom = drawn.panels[0].area.bottom() * frame.scale;
    let left = drawn.panels[0].area.left * frame.scale;
    let words = calls.into_iter().filter_map(|call| match call {
        Call::Text(text, _, at, _) => Some((text, at)),
        _ => None,
    });
    words
        .filter(|(text, (x, y))| {
            !titles.contains(text) && f64::from(*y) < bottom && f64::from(*x) > left
        })
        .collect()
}

#[test]
fn a_bar_beyond_a_log_axis_is_an_arrow_head_and_its_value() {
    let (drawn, calls, frame) = {
        let mut figure = gallery();
        figure.panels = vec![decade_panel()];
        draw(&figure, 340.0)
    };
    let heads: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Polygon(corners, _) => Some(corners),
            _ => None,
        })
        .collect();
    let bottom = (drawn.panels[0].area.bottom() * frame.scale).round() as i32;
    let points_down = |corners: &Vec<(i32, i32)>| corners[0].1 == bottom && corners[1].1 < bottom;
    assert_eq!(
        heads.iter().filter(|head| points_down(head)).count(),
        2,
        "1×10⁻⁵ and 0"
    );
    assert_eq!(heads.len(), 3, "and 700 points up");
    let words: Vec<_> = printed(decade_panel(), 340.0)
        .into_iter()
        .map(|(text, _)| text)
        .collect();
    assert_eq!(words, ["1", "0.03", "1×10⁻⁵", "0", "700", "−1"]);
}

#[test]
fn points_beyond_the_axes_point_out_and_lost_ones_are_named() {
    let ends = [
        [0.0, 9.0],
        [0.0, -9.0],
        [9.0, 0.0],
        [0.5, f64::INFINITY],
        [-0.5, f64::NAN],
    ];
    let marks = (0..).zip(ends);
    let marks = marks.map(|(number, at)| mark(&format!("mark-{number}"), at, "far"));
    let axis = || Axis::linear("x", [-1.0, 1.0]).with_detail(Detail::Bare);
    let points = Points::new(marks.collect(), Role::Value);
    let mut figure = gallery();
    figure.panels = vec![Panel::new("edges", "Edges", axis(), axis()).with(points)];
    let (drawn, calls, frame) = draw(&figure, 340.0);
    let area = drawn.panels[0].area;
    let heads = calls.iter().filter_map(|call| match call {
        Call::Polygon(corners, _) => Some(corners),
        _ => None,
    });
    let tips = heads.clone().map(|corners| corners[0]);
    let inside = |(x, y): &(i32, i32)| {
        let (x, y) = (f64::from(*x) / frame.scale, f64::from(*y) / frame.scale);
        x < area.right() + 0.1 && y > area.top - 0.1 && y < area.bottom() + 0.1
    };
    assert!(heads.flatten().all(inside), "heads point outwards");
    let units = |length: f64| (length * frame.scale).round() as i32;
    let (middle, center) = (area.left + area.width / 2.0, area.top + area.height / 2.0);
    let expected = [
        [middle, area.top],
        [middle, area.bottom()],
        [area.right(), center],
    ];
    assert_eq!(
        tips.collect::<Vec<_>>(),
        expected.map(|[x, y]| (units(x), units(y)))
    );
    let words = calls.iter().filter_map(|call| match call {
        Call::Text(text, ..) => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(words.skip(1).collect::<Vec<_>>(), ["∞", "NaN"]);
    assert_eq!(drawn.marks.len(), 5);
    assert!(drawn.marks[3].y < center && drawn.marks[4].y > center);
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
fn crowded_bars_print_their_largest_value_and_their_ends() {
    for width in WIDTHS {
        let mut alone = crowded_panel();
        alone.layers.truncate(1);
        let Layer::Bars(bars) = &mut alone.layers[0] else {
            unreachable!("the panel holds bars")
        };
        bars.slot = [0, 1];
        let mut words: Vec<_> = printed(alone, width)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        words.sort();
        assert_eq!(words, ["0.00309", "0.325", "1"], "{width}");
        let words = printed(crowded_panel(), width);
        assert!(
            words.iter().all(|(text, _)| text == "1"),
            "{width}: {words:?}"
        );
    }
}

#[test]
fn bars_fill_the_distance_between_them_on_every_scale() {
    let widths = |x: Axis, places: [f64; 3]| {
        let marks = (0..)
            .zip(places)
            .map(|(number, place)| mark(&format!("bar-{number}"), [place, 1.0], "1"));
        let bars = Bars::new(marks.collect(), Role::Value);
        let y = Axis::linear("count", [0.0, 2.0]);
        let mut figure = gallery();
        figure.panels = vec![Panel::new("bars", "Bars", x, y).with(bars)];
        let (drawn, _, _) = draw(&figure, 340.0);
        let gap = drawn.marks[1].x - drawn.marks[0].x;
        (gap, drawn.marks[0].width)
    };
    for (axis, places) in [
        (Axis::linear("x", [0.0, 2.0]), [0.1, 0.2, 0.3]),
        (Axis::log10("x", [1.0, 1e9]), [10.0, 100.0, 1000.0]),
        (Axis::linear("x", [0.0, 100.0]), [10.0, 20.0, 30.0]),
    ] {
        let (gap, width) = widths(axis, places);
        assert!(width < gap && width > 0.5 * gap, "{width} of {gap}");
    }
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

#[test]
fn frames_and_axes_that_cannot_be_drawn_are_refused() {
    let figure = gallery();
    for (width, height, scale) in [
        (0.0, 10.0, 1.0),
        (f64::NAN, 10.0, 1.0),
        (10.0, 1e9, 1.0),
        (10.0, 10.0, 0.0),
    ] {
        let frame = Frame {
            width,
            height,
            layout: Layout::Narrow,
            scale,
            palette: Palette::light(),
            bitmap_unit: None,
            lit: None,
        };
        let refused = render(&figure, Recorder::new(10.0, 10.0, 1.0), &frame);
        assert!(
            matches!(refused, Err(Error::Frame { .. })),
            "{width} {height} {scale}"
        );
    }
    for axis in [
        Axis::linear("x", [1.0, 1.0]),
        Axis::linear("x", [0.0, f64::INFINITY]),
        Axis::log10("x", [0.0, 1.0]),
    ] {
        let mut figure = gallery();
        figure.panels[0].x = axis;
        let frame = Frame::new(&figure, 340.0, 10.0, Palette::light());
        let refused = render(&figure, Recorder::new(340.0, 340.0, 10.0), &frame).unwrap_err();
        assert!(refused.to_string().contains("panel `curve`"), "{refused}");
    }
}
