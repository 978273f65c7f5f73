//! A figure with every kind of layer, on every kind of scale, with values that are not finite.

use popgrad_figures::{
    Axis, Bars, Curve, Direction, Figure, Label, Layer, Mark, Movable, Panel, Points, Role, Room,
    Rule, Segments, Side,
};

pub(crate) fn mark(id: &str, at: [f64; 2], text: &str) -> Mark {
    Mark {
        id: id.to_owned(),
        at,
        name: format!("mark {id}"),
        value: at[1],
        text: text.to_owned(),
        movable: Some(Movable {
            parameter: "p".to_owned(),
            along: Direction::X,
            rate: 1.0,
        }),
    }
}

pub(crate) fn gallery() -> Figure {
    Figure {
        id: "gallery".to_owned(),
        title: "Every layer <once> & again".to_owned(),
        subtitle: "Each kind of layer, on each kind of scale.".to_owned(),
        caption: "What the tests draw.".to_owned(),
        panels: vec![curve_panel(), log_panel(), bar_panel()],
    }
}

fn room(columns: u8) -> Room {
    Room {
        narrow_height: 220.0,
        wide_height: 280.0,
        columns,
    }
}

/// A parabola with a gap and a pole, its tangent, a theory, rules and points.
fn curve_panel() -> Panel {
    let inputs = (-40..=40).map(|step| f64::from(step) / 20.0);
    let parabola = inputs.clone().map(|x| {
        let y = if x == 0.5 { f64::NAN } else { x * x - 1.0 };
        [x, y]
    });
    let pole = inputs.clone().map(|x| [x, 0.2 / x]);
    Panel {
        id: "curve".to_owned(),
        title: "Curves".to_owned(),
        x: Axis::linear("input", [-2.0, 2.0]).with_symbol("x"),
        y: Axis::linear("output", [-2.0, 2.0]).with_unit("m"),
        layers: vec![
            curve(
                "parabola",
                parabola.collect(),
                Role::Value,
                Some([0.75, -0.8]),
            ),
            curve("pole", pole.collect(), Role::Gradient, None),
            curve(
                "theory",
                inputs.map(|x| [x, x]).collect(),
                Role::Theory,
                None,
            ),
            Layer::Segments(Segments {
                name: "tangent".to_owned(),
                ends: vec![[[0.5, -1.25], [1.5, 0.75]], [[9.0, 9.0], [10.0, 10.0]]],
                role: Role::Quiet,
                width: 1.5,
            }),
            Layer::Rule(Rule {
                at: 1.5,
                along: Direction::X,
                role: Role::Prediction,
                label: Some("guess".to_owned()),
            }),
            Layer::Rule(Rule {
                at: -1.0,
                along: Direction::Y,
                role: Role::Quiet,
                label: None,
            }),
            Layer::Points(Points {
                marks: vec![
                    mark("left", [-2.0, 2.0], "2"),
                    mark("nowhere", [f64::NAN, 0.0], "NaN"),
                    mark("outside", [0.0, 7.0], "7"),
                    mark("right", [1.0, 0.0], "0"),
                ],
                role: Role::Value,
            }),
        ],
        room: room(7),
    }
}

fn curve(name: &str, points: Vec<[f64; 2]>, role: Role, at: Option<[f64; 2]>) -> Layer {
    let label = at.map(|at| Label {
        text: name.to_owned(),
        at,
        side: Side::Right,
    });
    Layer::Curve(Curve {
        name: name.to_owned(),
        points,
        role,
        label,
    })
}

/// A power law, which is straight on two log axes, and zeros, which have no place there.
pub(crate) fn log_panel() -> Panel {
    let power = |exponent: i32| [10.0_f64.recip(), 1.0][usize::from(exponent > 0)];
    let points = (0..=4).map(|step| {
        let x = [1.0, 10.0, 100.0, 1000.0, 10000.0][step];
        [x, power(1) / x]
    });
    Panel {
        id: "log".to_owned(),
        title: "A power law".to_owned(),
        x: Axis::log10("depth", [1.0, 1e4]),
        y: Axis::log10("gradient", [1e-5, 10.0]),
        layers: vec![
            curve(
                "power law",
                points.collect(),
                Role::Gradient,
                Some([100.0, 4e-2]),
            ),
            curve("zeros", vec![[1.0, 0.0], [10.0, 0.0]], Role::Value, None),
        ],
        room: room(5),
    }
}

/// Bars up, down, and of values that are not finite.
pub(crate) fn bar_panel() -> Panel {
    let values = [0.5, -0.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    let texts = ["0.5", "−5×10⁻¹ exactly", "NaN", "∞", "−∞"];
    let marks = (0..5).map(|index| {
        let at = [index as f64, values[index]];
        mark(&format!("bar-{index}"), at, texts[index])
    });
    Panel {
        id: "bars".to_owned(),
        title: "Bars".to_owned(),
        x: Axis::category(
            "member",
            ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec(),
        ),
        y: Axis::linear("gradient", [-1.0, 1.0]),
        layers: vec![Layer::Bars(Bars {
            marks: marks.collect(),
            role: Role::Gradient,
            base: 0.0,
        })],
        room: room(12),
    }
}
