//! How the edges of a graph run: from port to port, smooth, in the direction of the layers.

use crate::draw::path;

/// Points on each piece of a curve.
const POINTS: usize = 12;
/// Distance between edges that leave one node, in design pixels, and the part of its side that they
/// use.
const PORT: f64 = 16.0;
const SIDE: f64 = 0.7;

/// A smooth line through waypoints that runs along `flow` at each of them: 0 across, 1 down.
pub(super) fn smooth(waypoints: &[[f64; 2]], flow: usize) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = waypoints.first().copied().into_iter().collect();
    for pair in waypoints.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let reach = (to[flow] - from[flow]) / 2.0;
        for step in 1..=POINTS {
            let part = step as f64 / POINTS as f64;
            line.push(bezier(from, to, flow, reach, part));
        }
    }
    line
}

/// A point of a cubic Bézier curve whose inner control points lie `reach` along the flow from its
/// ends.
fn bezier(from: [f64; 2], to: [f64; 2], flow: usize, reach: f64, part: f64) -> [f64; 2] {
    let rest = 1.0 - part;
    let (start, end) = (
        rest * rest * (rest + 3.0 * part),
        part * part * (part + 3.0 * rest),
    );
    let mut at = [0, 1].map(|axis| start * from[axis] + end * to[axis]);
    at[flow] += 3.0 * rest * part * (rest - part) * reach;
    at
}

/// The place at a part of the length of a line.
pub(super) fn along(line: &[[f64; 2]], part: f64) -> [f64; 2] {
    let length =
        |pair: &[[f64; 2]]| path::length([pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]]);
    let mut left = part * line.windows(2).map(length).sum::<f64>();
    for pair in line.windows(2) {
        let here = length(pair);
        if left <= here && here > 0.0 {
            return [0, 1]
                .map(|axis| pair[0][axis] + left / here * (pair[1][axis] - pair[0][axis]));
        }
        left -= here;
    }
    line.last().copied().unwrap_or([0.0; 2])
}

/// How far from the middle of a side of length `side` each of its edges leaves, in the order of where
/// they go: `ends` are their next waypoints across the flow. `scale` is how much smaller than usual all is.
pub(super) fn ports(ends: &[f64], side: f64, scale: f64) -> Vec<f64> {
    let count = ends.len() as f64;
    let apart = (PORT * scale).min(SIDE * side / count);
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by(|&a, &b| ends[a].total_cmp(&ends[b]).then(a.cmp(&b)));
    let mut offsets = vec![0.0; ends.len()];
    for (place, edge) in order.into_iter().enumerate() {
        offsets[edge] = (place as f64 - (count - 1.0) / 2.0) * apart;
    }
    offsets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_and_ends_at_its_waypoints_and_along_the_flow() {
        let line = smooth(&[[0.0, 0.0], [10.0, 100.0]], 1);
        assert_eq!((line[0], line[POINTS]), ([0.0, 0.0], [10.0, 100.0]));
        assert!(line[1][0] < 0.3 && line[1][1] > 10.0, "{:?}", line[1]);
        let [x, y] = along(&line, 0.5);
        assert!((x - 5.0).abs() < 1e-9 && (y - 50.0).abs() < 1e-9);
    }

    #[test]
    fn edges_leave_in_the_order_of_where_they_go() {
        assert_eq!(ports(&[5.0, -5.0, 5.0], 60.0, 1.0), [0.0, -14.0, 14.0]);
        assert_eq!(ports(&[1.0], 40.0, 1.0), [0.0]);
    }
}
