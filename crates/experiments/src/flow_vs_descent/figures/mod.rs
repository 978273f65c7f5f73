//! The figures made from the results: one file each.

mod descent;
mod halving;
mod methods;
mod product;

pub(super) use descent::{GAP, LOST, MODIFIED_GAP, START, descent, step_id};
pub(super) use halving::{flow_id, halving, modified_id};
pub(super) use methods::{factor_id, first_id, methods};
pub(super) use product::{HALF, kept_id, product};

use super::compute::Gaps;

/// Distances below are those of the solver, not of descent; the largest that has a place, as a decimal
/// logarithm.
const LEAST: f64 = 1e-9;
const MOST: f64 = 2.0;

/// How far an axis of time goes past the end of a run, so that the last tick's label has room.
const ROOM: f64 = 1.03;

/// Ids of the figures.
pub(super) const DESCENT: &str = "flow-vs-descent";
pub(super) const HALVING: &str = "flow-vs-descent-halving";
pub(super) const PRODUCT: &str = "flow-vs-descent-product";
pub(super) const METHODS: &str = "flow-vs-descent-methods";

/// Whole powers of ten around distances, with room for labels below them.
fn decades(gaps: impl Iterator<Item = Gaps>) -> [f64; 2] {
    let gaps = gaps.flat_map(|gaps| [gaps.flow, gaps.modified]);
    let gaps = gaps.filter(|gap| gap.is_finite() && *gap > LEAST);
    let [low, high] = gaps.fold([f64::INFINITY, 0.0_f64], |[low, high], gap| {
        [low.min(gap), high.max(gap)]
    });
    if high == 0.0 {
        return [1e-6, 1.0];
    }
    let high = libm::log10(1.5 * high).ceil().min(MOST);
    let low = libm::log10(low / 4.0).floor().min(high - 2.0);
    [low, high].map(libm::exp10)
}
