//! What has no place on the axes, or little room.

mod support;

use popgrad_figures::{Axis, Bars, Detail, Layer, Panel, Points, Role};
use support::{Call, WIDTHS, bar_panel, crowded_panel, decade_panel, draw, gallery, mark, printed};

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
