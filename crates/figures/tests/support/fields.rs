//! A figure with every kind of layer that shows a field or many lines.

use popgrad_figures::{
    Arrows, Axis, Band, ColorScale, Contours, Curve, Figure, Grid, HeatMap, Panel, Points, Role,
    Side, Traces,
};

use super::mark;

pub(crate) fn fields() -> Figure {
    Figure::new(
        "fields",
        "Fields and crowds",
        "Each kind of layer that shows many numbers",
    )
    .with(saddle_panel())
    .with(plane_panel())
    .with(map_panel())
    .with(strip_panel())
    .with(traces_panel())
}

fn plane() -> [Axis; 2] {
    [
        Axis::linear("weight", [-2.0, 2.0]).with_symbol("u"),
        Axis::linear("weight", [-1.0, 1.0]).with_symbol("v"),
    ]
}

/// A saddle in signed colours with its contours.
pub(crate) fn saddle_panel() -> Panel {
    let [x, y] = plane();
    let grid = Grid::over(&x, &y, [60, 30], |x, y| x * y);
    let name = "product u·v of the two weights";
    Panel::new("saddle", "A saddle", x, y)
        .with_room(220.0, 280.0, 6)
        .with(HeatMap::new(name, grid.clone(), ColorScale::Signed(2.0)))
        .with(Contours::new(
            "product",
            grid,
            vec![-0.5, 0.0, 0.5],
            Role::Plain,
        ))
}

/// The gradient of a bowl as arrows on its contours, with units as long across as upwards.
pub(crate) fn plane_panel() -> Panel {
    let [x, y] = plane();
    let loss = |x: f64, y: f64| x * x / 2.0 + 2.0 * y * y;
    let grid = Grid::over(&x, &y, [80, 40], loss);
    let places: Vec<_> = (-4..=4)
        .flat_map(|column| {
            (-2..=2).map(move |row| [0.45 * f64::from(column), 0.45 * f64::from(row)])
        })
        .collect();
    let downhill: Vec<_> = places.iter().map(|[x, y]| [-x, -4.0 * y]).collect();
    let mut iterates = vec![[1.8, 0.8]];
    for step in 0..6 {
        let [x, y]: [f64; 2] = iterates[step];
        iterates.push([x - 0.4 * x, y - 1.6 * y]);
    }
    let steps: Vec<_> = iterates.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    let marks = steps
        .iter()
        .enumerate()
        .map(|(number, ends)| mark(&format!("step-{number}"), ends[0], "step"));
    let steps = Arrows::new("steps", steps.clone(), Role::Gradient).with_marks(marks.collect());
    Panel::new("plane", "Downhill", x, y)
        .with_room(220.0, 280.0, 6)
        .with_equal_axes()
        .with(Contours::new(
            "loss",
            grid,
            vec![0.1, 0.5, 1.0, 2.0, 3.0],
            Role::Quiet,
        ))
        .with(Arrows::field(
            "downhill",
            &places,
            &downhill,
            0.3,
            Role::Theory,
        ))
        .with(steps)
        .with(Points::new(
            vec![mark("start", [1.8, 0.8], "start")],
            Role::Value,
        ))
}

/// Sizes over two log axes, with cells that are lost.
pub(crate) fn map_panel() -> Panel {
    let (x, y) = (
        Axis::log10("gain", [0.3, 3.0]),
        Axis::log10("depth", [1.0, 100.0]),
    );
    let grid = Grid::over(&x, &y, [40, 25], |gain, depth| {
        let size = depth * libm::log10(gain);
        if size > 30.0 {
            f64::INFINITY
        } else if gain < 0.4 && depth < 2.0 {
            f64::NAN
        } else {
            size
        }
    });
    let edge = Contours::new("edge", grid.clone(), vec![0.0], Role::Theory);
    Panel::new("map", "A map", x, y)
        .with_room(240.0, 300.0, 6)
        .with(HeatMap::new(
            "log₁₀ of last over first",
            grid,
            ColorScale::Size([-30.0, 30.0]),
        ))
        .with(edge.without_labels().with_width(2.0))
}

/// A strip of one row.
pub(crate) fn strip_panel() -> Panel {
    let x = Axis::linear("input", [-4.0, 4.0]).with_symbol("x");
    let y = Axis::linear("", [0.0, 1.0]).with_detail(popgrad_figures::Detail::Bare);
    let grid = Grid::over(&x, &y, [160, 1], |x, _| {
        1.0 / (libm::cosh(x) * libm::cosh(x))
    });
    Panel::new("strip", "A strip", x, y)
        .with_room(110.0, 300.0, 6)
        .with(HeatMap::new("slope", grid, ColorScale::Size([0.0, 1.0])))
}

/// Two hundred noisy lines, the band of the middle nine tenths, and the middle itself.
pub(crate) fn traces_panel() -> Panel {
    let (x, y) = (
        Axis::linear("layer", [0.0, 50.0]),
        Axis::log10("gradient", [1e-12, 1e3]),
    );
    let mut noise = 1_u64;
    let lines: Vec<Vec<[f64; 2]>> = (0..200)
        .map(|_| {
            let mut size = 0.0;
            let layers = (0..50).map(|layer| {
                noise = noise
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                size += (noise >> 40) as f64 / f64::from(1 << 24) - 0.6;
                [f64::from(layer), libm::exp10(size)]
            });
            layers.collect()
        })
        .collect();
    let quantile = |layer: usize, part: usize| {
        let mut sizes: Vec<_> = lines.iter().map(|line| line[layer][1]).collect();
        sizes.sort_by(f64::total_cmp);
        sizes[part * (sizes.len() - 1) / 100]
    };
    let edges = (0..50).map(|layer| {
        [
            layer as f64,
            if layer < 40 { quantile(layer, 5) } else { 0.0 },
            quantile(layer, 95),
        ]
    });
    let middle = (0..50).map(|layer| [layer as f64, quantile(layer, 50)]);
    let band = Band::new("middle nine tenths", edges.collect(), Role::Gradient);
    let middle = Curve::new("median", middle.collect(), Role::Gradient);
    Panel::new("traces", "Many lines", x, y)
        .with_room(240.0, 300.0, 12)
        .with(Traces::new("200 seeds", lines, Role::Gradient))
        .with(band.labelled("5–95 %", [20.0, 1e2], Side::Above))
        .with(
            middle
                .in_series(4)
                .labelled("median", [45.0, 1e-8], Side::Below),
        )
}
