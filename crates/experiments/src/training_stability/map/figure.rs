//! The figure of the trainability map and of the chosen run.

use popgrad_figures::number::{full, short};
use popgrad_figures::{
    Axis, ColorScale, Curve, Detail, Direction, Figure, Grid, HeatMap, Label, Mark, Movable, Panel,
    Points, Role, Rule, Side,
};

use super::super::parameters::{CHOSEN, LARGEST_ZOOM, ZOOM};
use super::super::strings::map as strings;
use super::net::{self, LOST, Net, STEPS};
use super::{window, work};
use crate::{Error, State};

/// Id of the figure.
pub(in super::super) const MAP: &str = "training-stability-map";
/// Ids of its marks: the chosen place, and the end of the chosen run.
pub(super) const PLACE: &str = "chosen";
pub(super) const END: &str = "end";
/// Ids of the marks of the zoom: where it stands, and where the numbers of the machine end.
pub(super) const PRESENT: &str = "zoom";
pub(super) const LAST: &str = "last-zoom";
/// Height of the line on which the zoom is dragged.
const ZOOM_LINE: f64 = 0.25;
/// From this zoom on the numbers of the axes would be too long.
const DEEP: f64 = 6.0;
/// The faintest and the strongest outcomes: the decimal logarithm of the loss, steps to divergence.
const OUTCOMES: [f64; 2] = [-12.0, 60.0];
/// Losses that have a place.
const LOSSES: [f64; 2] = [1e-16, 1e8];

/// The figure of a state.
pub(in super::super) fn figure(state: &State) -> Result<Figure, Error> {
    let chosen = chosen(state)?;
    let losses = Net::of(state)?.losses(chosen)?;
    let title = strings::title(net::outcome(&losses));
    Ok(Figure::new(MAP, title, strings::SUBTITLE)
        .with_caption(strings::CAPTION)
        .with(map_panel(state, chosen)?)
        .with(run_panel(chosen, &losses))
        .with(zoom_panel(state.get(ZOOM)?, chosen)))
}

/// The chosen step sizes.
pub(super) fn chosen(state: &State) -> Result<[f64; 2], Error> {
    Ok([state.get(CHOSEN[0])?, state.get(CHOSEN[1])?])
}

fn map_panel(state: &State, chosen: [f64; 2]) -> Result<Panel, Error> {
    let zoom = state.get(ZOOM)?;
    let window = work::window(state)?;
    let ends = [0, 1].map(|axis| window.ends(axis));
    let detail = if zoom < DEEP {
        Detail::Full
    } else {
        Detail::Bare
    };
    let axis = |axis: usize| {
        let label = Axis::linear(strings::AXES[axis], ends[axis]);
        label
            .with_symbol(strings::SYMBOLS[axis])
            .with_detail(detail)
    };
    let title = strings::map_panel(zoom, window.size[0]);
    let mut panel = Panel::new("map", title, axis(0), axis(1))
        .with_room(330.0, 400.0, 7)
        .picking(CHOSEN[0], CHOSEN[1]);
    if let Some((side, cells)) = work::cells(state) {
        let grid = Grid::new(ends[0], ends[1], [side, side], cells);
        let map = HeatMap::new(strings::OUTCOME, grid, ColorScale::Split(OUTCOMES));
        panel = panel.with(map);
    }
    let text = format!("({}, {})", full(chosen[0]), full(chosen[1]));
    let place = Mark::new(PLACE, chosen, strings::PLACE, text)
        .with_movable(Movable::at(CHOSEN[0], Direction::X))
        .with_movable(Movable::at(CHOSEN[1], Direction::Y));
    Ok(panel.with(Points::new(vec![place], Role::Value)))
}

fn run_panel(chosen: [f64; 2], losses: &[f64]) -> Panel {
    let x = Axis::linear(strings::STEPS_AXIS, [0.0, 1.04 * STEPS as f64]).with_symbol("k");
    let y = Axis::log10(strings::LOSS_AXIS, LOSSES);
    let points = losses.iter().enumerate();
    let points: Vec<_> = points.map(|(step, loss)| [step as f64, *loss]).collect();
    let lost = losses.iter().copied().position(net::is_lost);
    let at = points[lost.unwrap_or(STEPS - 1)];
    let end = Mark::new(END, at, strings::end(lost), short(at[1]));
    let role = if lost.is_some() {
        Role::Wrong
    } else {
        Role::Plain
    };
    let panel = Panel::new("run", strings::run_panel(chosen), x, y).with_room(220.0, 400.0, 5);
    panel
        .with(Rule::new(LOST, Direction::X, Role::Quiet))
        .with(Curve::new(strings::LOSS_AXIS, points, Role::Plain))
        .with(Points::new(vec![end], role))
}

/// The zoom as something to drag, close to the map.
fn zoom_panel(zoom: f64, chosen: [f64; 2]) -> Panel {
    let x = Axis::linear(strings::ZOOM_AXIS, [-1.0, 1.0 + LARGEST_ZOOM]).with_symbol("z");
    let y = Axis::hidden();
    let mark = |id: &str, zoom: f64, name: &str| {
        Mark::new(id, [zoom, ZOOM_LINE], name, short(zoom)).with_value(zoom)
    };
    let last = mark(LAST, window::last_zoom(chosen), strings::LAST);
    let label = Label::new(strings::LAST, [last.at[0], 0.9], Side::Left);
    let present = mark(PRESENT, zoom, strings::ZOOM).with_movable(Movable::at(ZOOM, Direction::X));
    Panel::new("zoom", strings::ZOOM, x, y)
        .with_room(84.0, 84.0, 12)
        .with(Rule::new(ZOOM_LINE, Direction::X, Role::Quiet))
        .with(
            Points::new(vec![last], Role::Theory)
                .in_series(1)
                .small()
                .with_label(label),
        )
        .with(Points::new(vec![present], Role::Value))
}
