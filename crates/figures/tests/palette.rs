//! Contrast of every colour against its ground (WCAG 2.2: 3:1 for marks, 4.5:1 for words).

use popgrad_figures::{Color, ColorScale, Ink, Palette, Role};

fn luminance(color: Color) -> f64 {
    let linear = |channel: u8| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            libm::pow((part + 0.055) / 1.055, 2.4)
        }
    };
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn palettes() -> [(&'static str, Palette); 3] {
    [
        ("light", Palette::light()),
        ("dark", Palette::dark()),
        ("print", Palette::print()),
    ]
}

#[test]
fn the_measure_of_contrast_is_right() {
    let black = Color {
        red: 0,
        green: 0,
        blue: 0,
    };
    let white = Color {
        red: 255,
        green: 255,
        blue: 255,
    };
    assert_eq!(contrast(black, white), 21.0);
}

#[test]
fn marks_and_words_stand_out() {
    for (name, palette) in palettes() {
        let ground = palette.color(Ink::Ground);
        for ink in Ink::ALL {
            let least = match ink {
                // The grid carries no meaning; the ground is what is measured against.
                Ink::Ground | Ink::Grid => continue,
                Ink::Axis | Ink::Mark(_) | Ink::Deep(_) => 3.0,
                Ink::Text | Ink::SoftText | Ink::Word(_) => 4.5,
            };
            let measured = contrast(palette.color(ink), ground);
            assert!(
                measured >= least,
                "{name} {ink:?}: {measured:.2} is below {least}"
            );
        }
    }
}

#[test]
fn the_deeper_shade_stands_out_more() {
    for (name, palette) in palettes() {
        let against_ground = |ink| contrast(palette.color(ink), palette.color(Ink::Ground));
        for role in Role::ALL {
            let (mark, deep) = (
                against_ground(Ink::Mark(role)),
                against_ground(Ink::Deep(role)),
            );
            assert!(
                deep > 1.3 * mark,
                "{name} {role:?}: {deep:.2} against {mark:.2}"
            );
        }
    }
}

#[test]
fn the_light_colours_are_those_of_okabe_and_ito() {
    let light = Palette::light();
    let color = |role| light.color(Ink::Mark(role)).to_string();
    assert_eq!(color(Role::Value), "#0072b2");
    assert_eq!(color(Role::Gradient), "#d55e00");
    assert_eq!(color(Role::Prediction), "#cc79a7");
}

#[test]
fn every_ink_has_a_variable_of_its_own() {
    let mut names: Vec<_> = Ink::ALL.iter().map(|ink| ink.variable()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Ink::ALL.len());
}

#[test]
fn two_kinds_of_outcome_differ_in_lightness_whatever_their_size() {
    let scale = ColorScale::Split([-12.0, 60.0]);
    let light = |value: f64| luminance(scale.color(value).unwrap());
    let below = (1..=60).map(|step| light(-0.2 * f64::from(step)));
    let above = (0..=60).map(|step| light(f64::from(step)));
    let brightest = below.fold(0.0, f64::max);
    let darkest = above.fold(1.0, f64::min);
    assert!(darkest > 1.5 * brightest, "{darkest} against {brightest}");
    assert!(light(-12.0) < light(-1.0) && light(60.0) > light(1.0));
    assert_eq!(scale.color(f64::NAN), None);
}
