//! The map in parts, coarse first.

use super::super::parameters::{CHOSEN, OUTPUT, SEED, ZOOM};
use super::net::Net;
use super::window::Window;
use crate::{Error, Job, State};

/// Ids of the coarse map and of the fine one.
pub(in super::super) const COARSE: &str = "map";
pub(in super::super) const FINE: &str = "map-fine";
/// Cells across and upwards: a first look, the coarse map, the fine one.
pub(in super::super) const SIDES: [usize; 3] = [16, 64, 256];
/// Runs in a part.
const RUNS: usize = 512;

/// The part of the plane that is shown.
pub(in super::super) fn window(state: &State) -> Result<Window, Error> {
    let chosen = [state.get(CHOSEN[0])?, state.get(CHOSEN[1])?];
    Ok(Window::around(chosen, state.get(ZOOM)?))
}

/// The coarse map: a first look in one part, then the rest.
pub(in super::super) fn coarse(state: &State) -> Option<Job> {
    let job = job(state, COARSE, 1 + SIDES[1] * SIDES[1] / RUNS)?;
    Some(job.with_first(SIDES[0] * SIDES[0]))
}

/// The fine map.
pub(in super::super) fn fine(state: &State) -> Option<Job> {
    job(state, FINE, SIDES[2] * SIDES[2] / RUNS)
}

/// The window moves in jumps: a chosen place inside of it leaves the map as it is.
fn job(state: &State, id: &'static str, parts: usize) -> Option<Job> {
    let corner = window(state).ok()?.corner;
    let corner = corner.map(|at| at.to_bits().to_string());
    let key = [state.key(&[ZOOM, OUTPUT, SEED]), corner.join(" ")].join(" ");
    Some(Job::new(id, key, parts, RUNS))
}

/// One part of a map.
pub(in super::super) fn part(state: &State, job: &str, part: usize) -> Result<Vec<f64>, Error> {
    let (side, cells) = match (job, part) {
        (COARSE, 0) => (SIDES[0], 0..SIDES[0] * SIDES[0]),
        (COARSE, _) => (SIDES[1], (part - 1) * RUNS..part * RUNS),
        _ => (SIDES[2], part * RUNS..(part + 1) * RUNS),
    };
    let window = window(state)?;
    let mut net = Net::of(state)?;
    cells
        .map(|cell| net.outcome(window.cell(side, cell % side, cell / side)))
        .collect()
}

/// The map as far as it has arrived, on the finest grid of which a part is there; cells that are not
/// there yet wear the colour of the coarser cell that they lie in. `None` before the first part.
pub(in super::super) fn cells(state: &State) -> Option<(usize, Vec<f64>)> {
    let mut coarse = state.results(COARSE).peekable();
    let first = coarse.next_if(|(part, _)| *part == 0)?.1;
    let mut map = (SIDES[0], first.to_vec());
    let parts: Vec<_> = coarse.map(|(part, cells)| (part - 1, cells)).collect();
    lay(&mut map, SIDES[1], &parts);
    let parts: Vec<_> = state.results(FINE).collect();
    lay(&mut map, SIDES[2], &parts);
    Some(map)
}

/// Lays parts of a finer grid over a map.
fn lay(map: &mut (usize, Vec<f64>), side: usize, parts: &[(usize, &[f64])]) {
    if parts.is_empty() {
        return;
    }
    let (coarse, cells) = &*map;
    let times = side / coarse;
    let mut finer: Vec<f64> = (0..side * side)
        .map(|cell| cells[cell / side / times * coarse + cell % side / times])
        .collect();
    for (part, cells) in parts {
        finer[part * RUNS..][..cells.len()].copy_from_slice(cells);
    }
    *map = (side, finer);
}
