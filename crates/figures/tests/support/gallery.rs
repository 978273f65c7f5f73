//! A figure with every kind of layer, on every kind of scale, with values that are not finite.

use popgrad_figures::{
    Axis, Bars, Curve, Direction, Figure, Mark, Movable, Panel, Points, Role, Rule, Segments, Side,
};

pub(crate) fn mark(id: &str, at: [f64; 2], text: &str) -> Mark {
    Mark::new(id, at, format!("mark {id}"), text).with_movable(Movable::at("p", Direction::X))
}

pub(crate) fn gallery() -> Figure {
    Figure::new(
        "gallery",
        "Every layer <once> & again",
        "Each kind of layer, on each kind of scale.",
    )
    .with_caption("What the tests draw.")
    .with(curve_panel())
    .with(log_panel())
    .with(bar_panel())
    .with(series_panel())
    .with(decade_panel())
    .with(crowded_panel())
}

/// A parabola with a gap and a pole, its tangent, a theory, rules and points.
fn curve_panel() -> Panel {
    let inputs = (-40..=40).map(|step| f64::from(step) / 20.0);
    let parabola = inputs.clone().map(|x| {
        let y = if x == 0.5 { f64::NAN } else { x * x - 1.0 };
        [x, y]
    });
    let pole = inputs.clone().map(|x| [x, 0.2 / x]);
    let x = Axis::linear("input", [-2.0, 2.0]).with_symbol("x");
    let y = Axis::linear("output", [-2.0, 2.0]).with_unit("m");
    let marks = vec![
        mark("left", [-2.0, 2.0], "2"),
        mark("nowhere", [f64::NAN, 0.0], "NaN"),
        mark("outside", [0.0, 7.0], "7"),
        mark("right", [1.0, 0.0], "0"),
    ];
    let tangents = vec![[[0.5, -1.25], [1.5, 0.75]], [[9.0, 9.0], [10.0, 10.0]]];
    let parabola = Curve::new("parabola", parabola.collect(), Role::Value);
    Panel::new("curve", "Curves", x, y)
        .with_room(220.0, 280.0, 7)
        .with(parabola.labelled("parabola", [0.75, -0.8], Side::Right))
        .with(Curve::new("pole", pole.collect(), Role::Gradient))
        .with(Curve::new(
            "theory",
            inputs.map(|x| [x, x]).collect(),
            Role::Theory,
        ))
        .with(Segments::new("tangent", tangents, Role::Quiet))
        .with(Rule::new(1.5, Direction::X, Role::Prediction).labelled("guess"))
        .with(Rule::new(-1.0, Direction::Y, Role::Quiet))
        .with(Points::new(marks, Role::Value))
}

/// A power law, which is straight on two log axes, and zeros, which have no place there.
pub(crate) fn log_panel() -> Panel {
    let power = |exponent: i32| [10.0_f64.recip(), 1.0][usize::from(exponent > 0)];
    let points = (0..=4).map(|step| {
        let x = [1.0, 10.0, 100.0, 1000.0, 10000.0][step];
        [x, power(1) / x]
    });
    let (x, y) = (
        Axis::log10("depth", [1.0, 1e4]),
        Axis::log10("gradient", [1e-5, 10.0]),
    );
    let law = Curve::new("power law", points.collect(), Role::Gradient);
    let zeros = vec![[1.0, 0.0], [10.0, 0.0]];
    Panel::new("log", "A power law", x, y)
        .with_room(220.0, 280.0, 5)
        .with(law.labelled("power law", [100.0, 4e-2], Side::Right))
        .with(Curve::new("zeros", zeros, Role::Value))
}

/// Bars up, down, and of values that are not finite.
pub(crate) fn bar_panel() -> Panel {
    let values = [0.5, -0.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    let texts = ["0.5", "−5×10⁻¹ exactly", "NaN", "∞", "−∞"];
    let marks = (0..5).map(|index| {
        let at = [index as f64, values[index]];
        mark(&format!("bar-{index}"), at, texts[index])
    });
    let labels = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
    let (x, y) = (
        Axis::category("member", labels),
        Axis::linear("gradient", [-1.0, 1.0]),
    );
    Panel::new("bars", "Bars", x, y)
        .with_room(220.0, 280.0, 12)
        .with(Bars::new(marks.collect(), Role::Gradient))
}

/// Eight lines and four shapes of one role, told apart by dashes and shades.
pub(crate) fn series_panel() -> Panel {
    let (x, y) = (
        Axis::linear("step", [0.0, 10.0]),
        Axis::linear("loss", [0.0, 9.0]),
    );
    let mut panel = Panel::new("series", "Series", x, y).with_room(220.0, 280.0, 6);
    for number in 0..8 {
        let height = f64::from(number) + 0.5;
        let points = vec![[0.0, height], [7.0, height]];
        let name = format!("series {number}");
        let curve = Curve::new(&name, points, Role::Value).in_series(number);
        panel = panel.with(curve.labelled(name, [7.0, height], Side::Right));
    }
    for number in 0..4 {
        let place = f64::from(number);
        let marks = vec![mark(&format!("shape-{number}"), [place + 1.0, 8.5], "8.5")];
        panel = panel.with(Points::new(marks, Role::Prediction).in_series(number));
    }
    let quiet = Curve::new("thin", vec![[0.0, 0.0], [7.0, 9.0]], Role::Plain);
    panel.with(quiet.thin().dashed())
}

/// Bars on a short log axis: inside it, below it, above it, and without a place on it.
pub(crate) fn decade_panel() -> Panel {
    let values = [1.0, 0.03, 1e-5, 0.0, 700.0, -1.0];
    let texts = ["1", "0.03", "1×10⁻⁵", "0", "700", "−1"];
    let marks = (0..6).map(|index| {
        let at = [index as f64, values[index]];
        mark(&format!("decade-{index}"), at, texts[index])
    });
    let labels = (1..=6).map(|layer| format!("{layer}"));
    let (x, y) = (
        Axis::category("layer", labels.collect()),
        Axis::log10("gradient", [0.02, 2.0]),
    );
    Panel::new("decades", "Bars on a log axis", x, y)
        .with_room(220.0, 280.0, 6)
        .with(Bars::new(marks.collect(), Role::Gradient))
}

/// Fifty bars of two series, too close for their values.
pub(crate) fn crowded_panel() -> Panel {
    let values = |shift: f64| {
        (0..50).map(move |index| {
            let x = f64::from(index);
            libm::exp(-(x - shift) * (x - shift) / 200.0)
        })
    };
    let marks = |name: &str, shift: f64| {
        let marks = (0..50).zip(values(shift)).map(|(index, value)| {
            let text = popgrad_figures::number::short(value);
            mark(&format!("{name}-{index}"), [f64::from(index), value], &text)
        });
        marks.collect::<Vec<_>>()
    };
    let labels = (1..=50).map(|layer| format!("{layer}"));
    let (x, y) = (
        Axis::category("layer", labels.collect()),
        Axis::linear("gradient", [0.0, 1.2]),
    );
    Panel::new("crowded", "Fifty pairs of bars", x, y)
        .with_room(220.0, 280.0, 12)
        .with(Bars::new(marks("first", 15.0), Role::Gradient).beside(0, 2))
        .with(Bars::new(marks("second", 30.0), Role::Gradient).beside(1, 2))
}
