//! What each mark of the trainability map is.

use super::super::parameters::ZOOM;
use super::super::strings::map as strings;
use super::figure::{END, LAST, PLACE, PRESENT, chosen};
use super::net::{self, Net};
use super::window;
use crate::{Error, Explanation, State};

/// Explains a mark.
pub(in super::super) fn explain(state: &State, mark: &str) -> Result<Option<Explanation>, Error> {
    let chosen = chosen(state)?;
    if mark == PRESENT || mark == LAST {
        let zoom = if mark == LAST {
            window::last_zoom(chosen)
        } else {
            state.get(ZOOM)?
        };
        return Ok(Some(strings::explain_zoom(mark == LAST, zoom)));
    }
    if mark != PLACE && mark != END {
        return Ok(None);
    }
    let mut net = Net::of(state)?;
    let losses = net.losses(chosen)?;
    let lost = losses.iter().copied().position(net::is_lost);
    if mark == PLACE {
        let sharpness = net.first_sharpness()?;
        return Ok(Some(strings::explain_place(chosen, lost, sharpness)));
    }
    Ok(Some(strings::explain_end(&losses, lost)))
}
