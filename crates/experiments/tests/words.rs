//! Words in figures do not run into each other or out of the picture.

use popgrad_experiments::{Control, Parameter, Place, State, registry};
use popgrad_figures::{Colors, Layout, Palette, svg};

/// Words at their place: left, right, top and bottom edge, in CSS pixels.
#[derive(Debug)]
struct Words {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

fn number(element: &str, name: &str) -> f64 {
    let found = attribute(element, name).and_then(|text| text.parse().ok());
    found.unwrap_or_else(|| panic!("{name} in {element}"))
}

/// Width in units of the font size, as measured in common interface fonts.
fn width(character: char) -> f64 {
    match character {
        '.' | ' ' => 0.28,
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' => 0.38,
        _ => 0.57,
    }
}

fn words(element: &str) -> Words {
    let (_, text) = element.split_once('>').expect("an element");
    let text = text.trim_end_matches("</text>").to_owned();
    let size = number(element, "font-size");
    let width = text.chars().map(width).sum::<f64>() * size;
    let (x, baseline) = (number(element, "x"), number(element, "y"));
    let left = match attribute(element, "text-anchor") {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    Words {
        text,
        left,
        right: left + width,
        top: baseline - 0.75 * size,
        bottom: baseline + 0.1 * size,
    }
}

fn overlap(a: &Words, b: &Words) -> bool {
    let beside = a.right < b.left || b.right < a.left;
    !beside && a.bottom >= b.top && b.bottom >= a.top
}

fn check(picture: &str, layout: Layout) {
    let elements = picture.lines().filter(|line| line.starts_with("<text "));
    let words: Vec<_> = elements.map(words).collect();
    assert!(!words.is_empty());
    for (index, one) in words.iter().enumerate() {
        assert!(
            one.left >= 0.0 && one.right <= layout.reference_width(),
            "{one:?}"
        );
        for other in &words[index + 1..] {
            assert!(
                !overlap(one, other),
                "{layout:?}: `{}` runs into `{}`: {one:?}, {other:?}",
                one.text,
                other.text
            );
        }
    }
}

/// How many places of a slider are looked at: all of a main one, some of those behind "more".
fn places(parameter: &Parameter) -> u32 {
    match (parameter.control, parameter.place) {
        (Control::Slider, Place::Sight) => 60,
        (Control::Choice(choices), _) => choices.len() as u32 - 1,
        (Control::Switch, _) => 1,
        _ => 6,
    }
}

#[test]
fn words_stay_apart_wherever_a_control_stands() {
    for experiment in registry() {
        for parameter in experiment.parameters() {
            let last = places(parameter);
            for part in 0..=last {
                let [low, high] =
                    [parameter.minimum, parameter.maximum].map(|value| parameter.place_of(value));
                let place = low + f64::from(part) / f64::from(last) * (high - low);
                let mut state = State::defaults(*experiment);
                state.set(parameter.id, parameter.value_at(place)).unwrap();
                for figure in experiment.figures(&state).unwrap() {
                    for layout in Layout::ALL {
                        let colors = Colors::Fixed(Palette::light());
                        check(&svg(&figure, layout, &colors).unwrap(), layout);
                    }
                }
            }
        }
    }
}
