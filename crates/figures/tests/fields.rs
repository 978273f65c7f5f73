//! Fields and crowds: heat maps, contours, arrows, bands, many lines.

mod support;

use popgrad_figures::{
    Arrows, Axis, Color, ColorScale, Drawn, Figure, Frame, Grid, HeatMap, Ink, Palette, Panel,
    Role, render, text_alternative,
};
use support::{
    Call, Recorder, fields, gallery, map_panel, plane_panel, saddle_panel, traces_panel,
};

const SCALE: f64 = 10.0;

fn draw(panel: Panel, bitmap_unit: Option<f64>, lit: Option<Role>) -> (Drawn, Vec<Call>) {
    let figure = Figure::new("one", "One panel", "alone").with(panel);
    draw_all(&figure, bitmap_unit, lit)
}

fn draw_all(figure: &Figure, bitmap_unit: Option<f64>, lit: Option<Role>) -> (Drawn, Vec<Call>) {
    let frame = Frame {
        bitmap_unit,
        lit,
        ..Frame::new(figure, 340.0, SCALE, Palette::light())
    };
    let recorder = Recorder::new(frame.width, frame.height, SCALE);
    let drawn = render(figure, recorder.clone(), &frame).expect("the figure can be drawn");
    (drawn, recorder.calls.take())
}

fn rgb(ink: Ink) -> (u8, u8, u8) {
    let color = Palette::light().color(ink);
    (color.red, color.green, color.blue)
}

#[test]
fn a_bitmap_shows_the_same_colours_as_rectangles() {
    let (_, rectangles) = draw(saddle_panel(), None, None);
    let (_, bitmaps) = draw(saddle_panel(), Some(SCALE), None);
    let Some(Call::Bitmap(corner, (width, height), bytes)) = bitmaps
        .iter()
        .filter(|call| matches!(call, Call::Bitmap(..)))
        .nth(1)
    else {
        panic!("the bar and then the map are bitmaps")
    };
    let mut compared = 0;
    for call in &rectangles {
        let Call::Rectangle(from, to, color) = call else {
            continue;
        };
        let inside =
            |at: i32, start: i32, length: u32| at > start && at < start + length as i32 * 10;
        let middle = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        let is_cell = to.1 - from.1 < 100 && *color != rgb(Ink::Ground);
        if !(is_cell && inside(middle.0, corner.0, *width) && inside(middle.1, corner.1, *height)) {
            continue;
        }
        let (column, row) = ((middle.0 - corner.0) / 10, (middle.1 - corner.1) / 10);
        let at = 3 * (row as usize * *width as usize + column as usize);
        assert_eq!(
            (bytes[at], bytes[at + 1], bytes[at + 2]),
            *color,
            "{call:?}"
        );
        compared += 1;
    }
    assert!(compared > 1000, "{compared} cells");
    let pictures = rectangles
        .iter()
        .filter(|call| matches!(call, Call::Bitmap(..)));
    assert_eq!(pictures.count(), 0);
}

#[test]
fn the_highest_row_of_a_grid_stands_at_the_top() {
    let (x, y) = (Axis::linear("x", [0.0, 1.0]), Axis::linear("y", [0.0, 1.0]));
    let grid = Grid::over(&x, &y, [1, 2], |_, y| y);
    let map = HeatMap::new("height", grid, ColorScale::Size([0.0, 1.0])).without_bar();
    let (_, calls) = draw(
        Panel::new("map", "A map", x, y).with(map),
        Some(SCALE),
        None,
    );
    let Some(Call::Bitmap(_, _, bytes)) =
        calls.iter().find(|call| matches!(call, Call::Bitmap(..)))
    else {
        panic!("a bitmap")
    };
    let color = |value| ColorScale::Size([0.0, 1.0]).color(value).unwrap();
    let Color { red, green, blue } = color(0.75);
    assert_eq!(bytes[..3], [red, green, blue]);
    let Color { red, green, blue } = color(0.25);
    assert_eq!(bytes[bytes.len() - 3..], [red, green, blue]);
}

#[test]
fn sizes_run_from_violet_to_yellow() {
    let color = |value| {
        ColorScale::Size([1.0, 3.0])
            .color(value)
            .unwrap()
            .to_string()
    };
    assert_eq!(
        [1.0, 3.0, -9.0, 9.0].map(color),
        ["#440154", "#fde725", "#440154", "#fde725"]
    );
    assert_eq!(ColorScale::Size([1.0, 3.0]).color(f64::INFINITY), None);
}

#[test]
fn no_cell_wears_the_number_of_an_ink() {
    for step in 0..=1000 {
        let value = f64::from(step) / 500.0 - 1.0;
        for scale in [ColorScale::Size([-1.0, 1.0]), ColorScale::Signed(1.0)] {
            let color = scale.color(value).unwrap();
            assert!(color.red > 0 || color.green > 0, "{value}: {color}");
        }
    }
}

#[test]
fn lost_cells_are_hatched_there_and_only_there() {
    let (drawn, calls) = draw(map_panel(), Some(SCALE), None);
    let panel = &drawn.panels[0];
    let hatches: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Path(points, _, color) if *color == rgb(Ink::Mark(Role::Wrong)) => Some(points),
            _ => None,
        })
        .filter(|points| f64::from(points[0].1) > panel.area.top * SCALE)
        .collect();
    assert!(hatches.len() > 10, "{}", hatches.len());
    for line in hatches {
        for &(x, y) in line {
            let gain = panel.x.to_data(f64::from(x) / SCALE);
            let depth = panel.y.to_data(f64::from(y) / SCALE);
            let lost = (gain < 0.42 && depth < 2.2) || depth * libm::log10(gain) > 27.0;
            assert!(lost, "gain {gain}, depth {depth}");
        }
    }
}

#[test]
fn arrows_end_where_they_point() {
    let (drawn, calls) = draw(plane_panel(), None, None);
    let panel = &drawn.panels[0];
    let tips: Vec<_> = calls
        .iter()
        .filter_map(|call| match call {
            Call::Polygon(corners, color) if *color == rgb(Ink::Mark(Role::Gradient)) => {
                Some(corners[0])
            }
            _ => None,
        })
        .collect();
    // From (1.8, 0.8) each step leaves 0.6 of u and −0.6 of v.
    let first = (1.8 * 0.6, 0.8 * -0.6);
    let at = (
        panel.x.to_pixel(first.0) * SCALE,
        panel.y.to_pixel(first.1) * SCALE,
    );
    assert_eq!(tips[0], (at.0.round() as i32, at.1.round() as i32));
    assert_eq!(
        drawn
            .marks
            .iter()
            .filter(|mark| mark.id.starts_with("step"))
            .count(),
        6
    );
}

#[test]
fn an_arrow_that_leaves_the_panel_has_no_head() {
    let heads = |tip: f64| {
        let axis = || Axis::linear("x", [0.0, 1.0]);
        let arrow = Arrows::new("arrow", vec![[[0.5, 0.5], [tip, 0.5]]], Role::Value);
        let (_, calls) = draw(
            Panel::new("p", "One arrow", axis(), axis()).with(arrow),
            None,
            None,
        );
        let heads = calls
            .iter()
            .filter(|call| matches!(call, Call::Polygon(..)));
        heads.count()
    };
    assert_eq!([0.9, 2.0, f64::NAN].map(heads), [1, 0, 0]);
}

#[test]
fn equal_axes_have_equal_units() {
    let mut tall = plane_panel();
    std::mem::swap(&mut tall.x, &mut tall.y);
    for panel in [plane_panel(), tall] {
        let room = panel.room.narrow_height;
        let (drawn, _) = draw(panel, None, None);
        let panel = &drawn.panels[0];
        let across = panel.x.to_pixel(1.0) - panel.x.to_pixel(0.0);
        let upwards = panel.y.to_pixel(0.0) - panel.y.to_pixel(1.0);
        assert!(
            (across - upwards).abs() < 1e-9,
            "{across} against {upwards}"
        );
        assert!(panel.area.bottom() < room && panel.area.right() < 340.0);
    }
}

#[test]
fn a_band_reaches_to_the_end_of_a_log_axis_where_it_begins_at_zero() {
    let (drawn, calls) = draw(traces_panel(), None, None);
    let band = calls.iter().find_map(|call| match call {
        Call::Polygon(corners, _) => Some(corners),
        _ => None,
    });
    let lowest = band.unwrap().iter().map(|corner| corner.1).max();
    assert_eq!(
        lowest,
        Some((drawn.panels[0].area.bottom() * SCALE).round() as i32)
    );
}

#[test]
fn nothing_leaves_its_panel() {
    for panel in fields().panels {
        let (drawn, calls) = draw(panel, None, None);
        let area = drawn.panels[0].area;
        let slack = 2.0;
        for call in calls {
            let (Call::Path(points, ..) | Call::Polygon(points, _)) = &call else {
                continue;
            };
            for &(x, y) in points {
                let (x, y) = (f64::from(x) / SCALE, f64::from(y) / SCALE);
                let below = area.bottom() + 4.0 + slack;
                assert!(
                    x >= area.left - slack && x <= 340.0 && y <= below,
                    "{call:?}"
                );
            }
        }
    }
}

#[test]
fn a_lit_role_keeps_its_colour_and_the_others_step_back() {
    let colors = |lit| {
        let (_, calls) = draw_all(&gallery(), None, lit);
        let paths = calls.into_iter().filter_map(|call| match call {
            Call::Path(_, _, color) => Some(color),
            _ => None,
        });
        paths.collect::<Vec<_>>()
    };
    let [value, gradient] = [Role::Value, Role::Gradient].map(|role| rgb(Ink::Mark(role)));
    let (plain, lit) = (colors(None), colors(Some(Role::Value)));
    assert!(plain.contains(&value) && plain.contains(&gradient));
    assert!(lit.contains(&value) && !lit.contains(&gradient));
    assert_eq!(plain.len(), lit.len(), "nothing is left out");
}

#[test]
fn words_say_what_a_field_shows() {
    let text = text_alternative(&fields());
    for words in [
        "Colours: product u·v of the two weights, from −1.9",
        "Contours: product, from",
        "Lines at −0.5, 0, 0.5.",
        "45 arrows: downhill.",
        "Band: middle nine tenths, between 0 and",
        "200 thin lines: 200 seeds.",
        "cells are not finite",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}
