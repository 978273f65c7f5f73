//! What is drawn, and what is said about where it stands.

mod support;

use popgrad_figures::{
    Area, Axis, DrawnMark, Error, Figure, Frame, Layout, Palette, Panel, render,
};
use support::{Call, Recorder, WIDTHS, draw, gallery};

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
