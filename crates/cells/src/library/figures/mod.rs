//! Figures: `plot`, `bars`, `heatmap`. They are the same data as the figures of the experiments.

mod options;

use popgrad_figures::number::short;
use popgrad_figures::{
    Axis, Bars, ColorScale, Curve, Figure, Grid, HeatMap, Mark, Panel, Points, Side,
};

use self::options::Options;
use super::node;
use crate::eval::Interpreter;
use crate::event::Event;
use crate::raise::{Raise, Result};
use crate::value::{Arguments, Builtin, Value};

pub(crate) const FUNCTIONS: &[Builtin] = &[
    Builtin {
        name: "plot",
        call: plot,
    },
    Builtin {
        name: "bars",
        call: bars,
    },
    Builtin {
        name: "heatmap",
        call: heatmap,
    },
];

/// Most points of a curve, cells of a heat map, and bars.
const MOST_POINTS: usize = 100_000;
const MOST_CELLS: usize = 1 << 18;
const MOST_BARS: usize = 200;
/// So many points are marks that a reader can point at.
const MARKED: usize = 40;
/// The largest number on an axis, and the least length of an axis as a part of its numbers: ticks need room.
const LARGEST: f64 = 1e300;
const NARROWEST: f64 = 1e-9;
/// Height in the narrow and in the wide layout, in design pixels.
const ROOM: [f64; 2] = [240.0, 300.0];

/// The id of the next figure.
pub(super) fn next_id(interpreter: &Interpreter, kind: &str) -> Result<String> {
    let shown = interpreter.events.iter();
    let count = shown.filter(|event| event.is_figure()).count();
    if count < interpreter.limits.figures {
        return Ok(format!("cell-{kind}-{}", count + 1));
    }
    let message = format!(
        "a cell shows at most {} figures",
        interpreter.limits.figures
    );
    Err(Raise::value_error(message))
}

/// Puts a figure out.
fn show(
    interpreter: &mut Interpreter,
    kind: &str,
    title: String,
    subtitle: String,
    panel: Panel,
) -> Result<Value> {
    let id = next_id(interpreter, kind)?;
    let figure = Figure::new(id, title, subtitle).with(panel);
    interpreter.events.push(Event::Figure(Box::new(figure)));
    Ok(Value::None)
}

/// The ends of an axis over some numbers, with room beside them.
fn domain(values: impl Iterator<Item = f64>) -> [f64; 2] {
    let finite = values.filter(|value| value.is_finite());
    let [low, high] = finite.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| {
        [low.min(value), high.max(value)]
    });
    if low > high {
        return [0.0, 1.0];
    }
    let [low, high] = [low, high].map(|end| end.clamp(-LARGEST, LARGEST));
    let size = low.abs().max(high.abs());
    let room = if low == high {
        size.max(1.0) * 0.5
    } else {
        (high - low) * 0.06
    };
    let room = room.max(size * NARROWEST).max(1.0 / LARGEST);
    [low - room, high + room]
}

/// The ends of the axis of bars, with room for their printed values.
fn bar_domain(values: &[f64]) -> [f64; 2] {
    let [low, high] = domain(values.iter().copied().chain([0.0]));
    let room = (high - low) * 0.08;
    [low - room, high + room]
}

/// `plot(y)`, `plot(x, y)`, `plot(x, first, second, ...)`
fn plot(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let options = Options::take(interpreter, "plot", &mut arguments)?;
    let mut series = Vec::new();
    for values in &arguments.positional {
        let values = node::floats(interpreter, values)?;
        interpreter.charge(values.len() as u64)?;
        if values.len() > MOST_POINTS {
            return Err(Raise::value_error(format!(
                "plot(): {} points are too many: at most {MOST_POINTS}",
                values.len()
            )));
        }
        series.push(values);
    }
    let x = match series.len() {
        0 => {
            return Err(Raise::type_error(
                "plot() takes the heights, or the places and then the heights",
            ));
        }
        1 => (0..series[0].len()).map(|place| place as f64).collect(),
        _ => series.remove(0),
    };
    if let Some(misfit) = series.iter().find(|values| values.len() != x.len()) {
        return Err(Raise::value_error(format!(
            "plot(): there are {} places, but {} heights",
            x.len(),
            misfit.len()
        )));
    }
    let axis = |label: &str, range: Option<[f64; 2]>, domain: [f64; 2]| {
        Axis::linear(label, range.unwrap_or(domain))
    };
    let mut panel = Panel::new(
        "plot",
        "",
        axis(&options.x, options.x_range, domain(x.iter().copied())),
        axis(
            &options.y,
            options.y_range,
            domain(series.iter().flatten().copied()),
        ),
    )
    .with_room(ROOM[0], ROOM[1], 12);
    for (number, values) in series.iter().enumerate() {
        panel = with_series(panel, &options, number, &x, values);
    }
    let subtitle = format!("{} against {}", options.y, options.x);
    show(
        interpreter,
        "plot",
        options.title_or(subtitle.clone()),
        subtitle,
        panel,
    )
}

fn with_series(panel: Panel, options: &Options, number: usize, x: &[f64], values: &[f64]) -> Panel {
    let (role, series) = options.role(number);
    let points: Vec<[f64; 2]> = x.iter().zip(values).map(|(x, y)| [*x, *y]).collect();
    let name = options
        .names
        .get(number)
        .cloned()
        .unwrap_or_else(|| options.y.clone());
    let mut curve = Curve::new(&name, points.clone(), role).in_series(series);
    let finite: Vec<&[f64; 2]> = points
        .iter()
        .filter(|point| point.iter().all(|value| value.is_finite()))
        .collect();
    if let Some(at) = finite
        .get(finite.len() * 5 / 6)
        .filter(|_| options.names.len() > number)
    {
        curve = curve.labelled(&name, **at, Side::Above);
    }
    let panel = panel.with(curve);
    if points.len() > MARKED {
        return panel;
    }
    let marks = points.iter().enumerate().map(|(place, [x, y])| {
        let id = format!("{number}-{place}");
        Mark::new(
            id,
            [*x, *y],
            format!("{name}, {} = {}", options.x, short(*x)),
            short(*y),
        )
    });
    panel.with(Points::new(marks.collect(), role).small().in_series(series))
}

/// `bars(values, names=[...])`
fn bars(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let options = Options::take(interpreter, "bars", &mut arguments)?;
    let [values] = arguments.exactly(interpreter, "bars", ["values"])?;
    let values = node::floats(interpreter, &values)?;
    if values.is_empty() || values.len() > MOST_BARS {
        return Err(Raise::value_error(format!(
            "bars(): {} bars: give 1 to {MOST_BARS}",
            values.len()
        )));
    }
    let name = |place: usize| {
        options
            .names
            .get(place)
            .cloned()
            .unwrap_or_else(|| place.to_string())
    };
    let labels: Vec<String> = (0..values.len()).map(name).collect();
    let marks = values
        .iter()
        .zip(&labels)
        .enumerate()
        .map(|(place, (value, label))| {
            Mark::new(
                format!("bar-{place}"),
                [place as f64, *value],
                label,
                short(*value),
            )
        });
    let bars = Bars::new(marks.collect(), options.role(0).0);
    let ends = options.y_range.unwrap_or_else(|| bar_domain(&values));
    let panel = Panel::new(
        "bars",
        "",
        Axis::category(&options.x, labels),
        Axis::linear(&options.y, ends),
    )
    .with_room(ROOM[0], ROOM[1], 12)
    .with(bars);
    let subtitle = format!("{} of each {}", options.y, options.x);
    show(
        interpreter,
        "bars",
        options.title_or(subtitle.clone()),
        subtitle,
        panel,
    )
}

/// `heatmap(rows)`: the first row is the lowest.
fn heatmap(interpreter: &mut Interpreter, mut arguments: Arguments) -> Result<Value> {
    let options = Options::take(interpreter, "heatmap", &mut arguments)?;
    let [values] = arguments.exactly(interpreter, "heatmap", ["rows"])?;
    let (values, columns) = node::rows(interpreter, &values)?;
    let rows = values.len().checked_div(columns).unwrap_or(0);
    if rows == 0 || values.len() > MOST_CELLS {
        return Err(Raise::value_error(format!(
            "heatmap(): {} cells: give 1 to {MOST_CELLS}",
            values.len()
        )));
    }
    interpreter.charge(values.len() as u64)?;
    let ends = |range: Option<[f64; 2]>, count: usize| range.unwrap_or([-0.5, count as f64 - 0.5]);
    let (x, y) = (ends(options.x_range, columns), ends(options.y_range, rows));
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    let size = finite().fold(0.0_f64, |size, value| size.max(value.abs()));
    let scale = if finite().any(|value| value < 0.0) {
        ColorScale::Signed(if size > 0.0 { size } else { 1.0 })
    } else {
        ColorScale::Size([0.0, if size > 0.0 { size } else { 1.0 }])
    };
    let name = options
        .names
        .first()
        .cloned()
        .unwrap_or_else(|| "value".to_owned());
    let map = HeatMap::new(&name, Grid::new(x, y, [columns, rows], values), scale);
    let panel = Panel::new(
        "heatmap",
        "",
        Axis::linear(&options.x, x),
        Axis::linear(&options.y, y),
    )
    .with_room(ROOM[1], ROOM[1] + 40.0, 12)
    .with(popgrad_figures::Layer::HeatMap(map.into()));
    let subtitle = format!("{name} over {} and {}", options.x, options.y);
    show(
        interpreter,
        "heatmap",
        options.title_or(subtitle.clone()),
        subtitle,
        panel,
    )
}
