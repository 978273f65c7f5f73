//! SVG: the same calls as any backend gets, named colours, words for those who do not see it.

mod support;

use popgrad_figures::{Colors, Figure, Frame, Ink, Layout, Palette, Role, render, svg};
use support::{Call, Recorder, fields, gallery};

/// Device units per CSS pixel in the SVG.
const SCALE: f64 = 20.0;

fn recorded(figure: &Figure, layout: Layout) -> Vec<Call> {
    let width = layout.reference_width();
    let frame = Frame::new(figure, width, SCALE, Palette::light());
    let recorder = Recorder::new(frame.width, frame.height, SCALE);
    render(figure, recorder.clone(), &frame).expect("the figure can be drawn");
    recorder.calls.take()
}

fn elements<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("<{name} ");
    text.lines()
        .filter(|line| line.starts_with(&start))
        .collect()
}

fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let start = format!(" {name}=\"");
    let (_, rest) = element
        .split_once(&start)
        .unwrap_or_else(|| panic!("{name} in {element}"));
    rest.split_once('"').expect("a closed attribute").0
}

fn units(element: &str, name: &str) -> i32 {
    let length: f64 = attribute(element, name).parse().expect("a length");
    (length * SCALE).round() as i32
}

fn color((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[test]
fn holds_what_every_backend_is_told() {
    for layout in Layout::ALL {
        let calls = recorded(&gallery(), layout);
        let text = svg(&gallery(), layout, &Colors::Fixed(Palette::light())).unwrap();
        assert_eq!(circles_of(&calls), circles_in(&text));
        assert_eq!(rectangles_of(&calls), rectangles_in(&text));
        assert_eq!(words_of(&calls), words_in(&text));
        assert_eq!(lines_of(&calls), lines_in(&text));
        assert!(!circles_in(&text).is_empty() && lines_in(&text).len() > 20);
    }
}

fn circles_of(calls: &[Call]) -> Vec<(i32, i32, i32, String)> {
    let circle = |call: &Call| match call {
        Call::Circle((x, y), radius, rgb) => Some((*x, *y, *radius as i32, color(*rgb))),
        _ => None,
    };
    calls.iter().filter_map(circle).collect()
}

fn circles_in(text: &str) -> Vec<(i32, i32, i32, String)> {
    let circle = |element: &&str| {
        let [x, y, radius] = ["cx", "cy", "r"].map(|name| units(element, name));
        (x, y, radius, attribute(element, "fill").to_owned())
    };
    elements(text, "circle").iter().map(circle).collect()
}

fn rectangles_of(calls: &[Call]) -> Vec<([i32; 4], String)> {
    let rectangle = |call: &Call| match call {
        Call::Rectangle(from, to, rgb) => {
            Some(([from.0, from.1, to.0 - from.0, to.1 - from.1], color(*rgb)))
        }
        _ => None,
    };
    calls.iter().filter_map(rectangle).collect()
}

fn rectangles_in(text: &str) -> Vec<([i32; 4], String)> {
    let rectangle = |element: &&str| {
        let numbers = ["x", "y", "width", "height"].map(|name| units(element, name));
        (numbers, attribute(element, "fill").to_owned())
    };
    elements(text, "rect").iter().map(rectangle).collect()
}

fn words_of(calls: &[Call]) -> Vec<(String, i32, i32)> {
    let words = |call: &Call| match call {
        Call::Text(text, size, (x, _), _) => Some((text.clone(), *x, size.round() as i32)),
        _ => None,
    };
    calls.iter().filter_map(words).collect()
}

fn words_in(text: &str) -> Vec<(String, i32, i32)> {
    let words = |element: &&str| {
        let inner = element.split_once('>').expect("an element").1;
        let inner = inner.trim_end_matches("</text>").to_owned();
        (inner, units(element, "x"), units(element, "font-size"))
    };
    elements(text, "text").iter().map(words).collect()
}

/// The points of every line and polygon, without repeated ones.
fn lines_of(calls: &[Call]) -> Vec<Vec<(i32, i32)>> {
    let line = |call: &Call| match call {
        Call::Path(points, _, _) | Call::Polygon(points, _) => {
            let mut points = points.clone();
            points.dedup();
            (points.len() > 1).then_some(points)
        }
        _ => None,
    };
    calls.iter().filter_map(line).collect()
}

fn lines_in(text: &str) -> Vec<Vec<(i32, i32)>> {
    let data = elements(text, "path");
    let parts = data
        .iter()
        .flat_map(|element| attribute(element, "d").split('M').skip(1));
    parts.map(absolute).collect()
}

/// `67 119l0-.8 1.2 3` as absolute device units.
fn absolute(part: &str) -> Vec<(i32, i32)> {
    let spaced = part.replace('-', " -").replace(['l', 'z'], " ");
    let numbers: Vec<i32> = spaced
        .split_whitespace()
        .map(|number| (number.parse::<f64>().expect("a number") * SCALE).round() as i32)
        .collect();
    let mut at = (0, 0);
    let step = |pair: &[i32]| {
        at = (at.0 + pair[0], at.1 + pair[1]);
        at
    };
    numbers.chunks(2).map(step).collect()
}

#[test]
fn a_heat_map_is_one_picture_of_its_own() {
    let text = svg(&fields(), Layout::Wide, &Colors::Variables).unwrap();
    let pictures = elements(&text, "image");
    assert_eq!(pictures.len(), 6, "three maps and their bars");
    assert_eq!(text.matches("href").count(), 6);
    for picture in pictures {
        assert!(attribute(picture, "href").starts_with("data:image/png;base64,iVBOR"));
    }
}

#[test]
fn hundreds_of_lines_and_maps_stay_small() {
    let text = svg(&fields(), Layout::Wide, &Colors::Variables).unwrap();
    assert!(text.len() < 110_000, "{} bytes", text.len());
}

#[test]
fn takes_its_colours_from_variables() {
    let text = svg(&gallery(), Layout::Wide, &Colors::Variables).unwrap();
    for ink in [
        Ink::Ground,
        Ink::Mark(Role::Value),
        Ink::Mark(Role::Gradient),
        Ink::Mark(Role::Theory),
        Ink::Word(Role::Value),
    ] {
        let paint = format!(
            "\"var({},{})\"",
            ink.variable(),
            Palette::light().color(ink)
        );
        assert!(text.contains(&paint), "{paint}");
    }
    let painted = text.matches("fill=\"").count() + text.matches("stroke=\"").count();
    assert_eq!(
        painted,
        text.matches("=\"var(--").count() + 1,
        "all but fill=\"none\""
    );
}

#[test]
fn obeys_a_content_security_policy() {
    let text = svg(&gallery(), Layout::Wide, &Colors::Variables).unwrap();
    assert!(!text.contains("style"));
    assert!(!text.contains("href"));
    assert!(!text.contains("<script"));
}

#[test]
fn names_itself_for_those_who_do_not_see_it() {
    let text = svg(&gallery(), Layout::Narrow, &Colors::Variables).unwrap();
    assert!(text.starts_with("<svg "));
    assert!(text.contains("role=\"img\""));
    assert!(text.contains("aria-labelledby=\"gallery-narrow-title\""));
    assert!(
        text.contains("<title id=\"gallery-narrow-title\">Every layer &lt;once&gt; &amp; again")
    );
    assert!(text.contains("<desc id=\"gallery-narrow-desc\">Each kind of layer"));
    assert!(text.contains("mark bar-0: 0.5"));
}
