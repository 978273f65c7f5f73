//! What each mark of the edge of stability is.

use super::super::parameters::{EDGE_STEP, TIME};
use super::super::strings::edge as strings;
use super::figure::{BOUND, LOSS, REACHED, SHARPNESS, present, reached, target_id};
use super::{net, run};
use crate::{Error, Explanation, State};

/// Explains a mark.
pub(in super::super) fn explain(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let step = state.get(EDGE_STEP)?;
    if mark == BOUND {
        return Ok(Some(strings::explain_bound(step)));
    }
    let mut points = net::points().into_iter().enumerate();
    if let Some((number, at)) = points.find(|(point, _)| target_id(*point) == mark) {
        return Ok(Some(strings::explain_target(number + 1, at)));
    }
    let followed = run::followed(state);
    let present = present(state, &followed)?;
    let time = state.count(TIME)?;
    let is_lost = present.is_some_and(|[loss, _]| !loss.is_finite());
    if let Some(lost) = followed
        .lost()
        .filter(|_| is_lost && (mark == LOSS || mark == SHARPNESS))
    {
        return Ok(Some(strings::explain_lost(lost, step)));
    }
    Ok(match mark {
        LOSS => present.map(|[loss, _]| strings::explain_loss(time, loss)),
        SHARPNESS => {
            present.map(|[_, sharpness]| strings::explain_sharpness(time, sharpness, step))
        }
        REACHED => reached(state, &followed)?.map(|at| strings::explain_reached(at, step)),
        _ => None,
    })
}
