//! Areas made ready for drawing: clipped polygons.

use crate::Area;

/// The part of a polygon inside `area` (Sutherland and Hodgman, "Reentrant polygon clipping",
/// 1974). Corners are finite.
pub(crate) fn clip(corners: &[[f64; 2]], area: Area) -> Vec<[f64; 2]> {
    let mut kept = corners.to_vec();
    // Axis, bound, and the sign of the side that is kept.
    let sides = [
        (0, area.left, 1.0),
        (0, area.right(), -1.0),
        (1, area.top, 1.0),
        (1, area.bottom(), -1.0),
    ];
    for (axis, bound, sign) in sides {
        kept = beside(&kept, axis, bound, sign);
    }
    kept
}

/// The part of a polygon on one side of a line across an axis.
fn beside(corners: &[[f64; 2]], axis: usize, bound: f64, sign: f64) -> Vec<[f64; 2]> {
    let mut kept = Vec::with_capacity(corners.len() + 4);
    let Some(mut previous) = corners.last().copied() else {
        return kept;
    };
    let depth = |corner: [f64; 2]| sign * (corner[axis] - bound);
    for &corner in corners {
        let (before, now) = (depth(previous), depth(corner));
        if (before < 0.0) != (now < 0.0) {
            let part = before / (before - now);
            let mut crossing = [0, 1].map(|at| previous[at] + part * (corner[at] - previous[at]));
            crossing[axis] = bound;
            kept.push(crossing);
        }
        if now >= 0.0 {
            kept.push(corner);
        }
        previous = corner;
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AREA: Area = Area {
        left: 0.0,
        top: 0.0,
        width: 10.0,
        height: 10.0,
    };

    /// Twice the signed area of a polygon.
    fn doubled(corners: &[[f64; 2]]) -> f64 {
        let next = corners.iter().cycle().skip(1);
        let parts = corners
            .iter()
            .zip(next)
            .map(|(a, b)| a[0] * b[1] - b[0] * a[1]);
        parts.sum()
    }

    #[test]
    fn a_square_across_a_corner_leaves_its_quarter() {
        let square = [[5.0, 5.0], [15.0, 5.0], [15.0, 15.0], [5.0, 15.0]];
        let clipped = clip(&square, AREA);
        assert_eq!(doubled(&clipped), 50.0);
        assert_eq!(
            clip(&[[11.0, 0.0], [12.0, 0.0], [12.0, 5.0]], AREA),
            Vec::<[f64; 2]>::new()
        );
    }

    proptest! {
        #[test]
        fn the_parts_of_a_triangle_add_up(corners in prop::array::uniform3(prop::array::uniform2(-20.0..20.0))) {
            let everywhere = (-3..3).flat_map(|column| (-3..3).map(move |row| [column, row]));
            let parts = everywhere.map(|[column, row]| {
                let part = Area { left: 10.0 * f64::from(column), top: 10.0 * f64::from(row), ..AREA };
                doubled(&clip(&corners, part))
            });
            prop_assert!((parts.sum::<f64>() - doubled(&corners)).abs() < 1e-9);
        }
    }
}
