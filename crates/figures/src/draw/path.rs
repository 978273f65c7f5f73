//! Lines made ready for drawing: broken, clipped, simplified.

use crate::Area;

/// How far a simplified line may leave the true one, in design pixels.
const TOLERANCE: f64 = 0.08;

/// The parts of a line that can be drawn: broken where a point is not finite, clipped to `area`,
/// without points that the eye cannot tell from a straight line.
pub(crate) fn visible(points: &[[f64; 2]], area: Area) -> Vec<Vec<[f64; 2]>> {
    let parts = parts(points, area);
    parts.iter().map(|part| simplify(part)).collect()
}

/// The same with all points.
pub(crate) fn parts(points: &[[f64; 2]], area: Area) -> Vec<Vec<[f64; 2]>> {
    let mut parts: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut previous: Option<[f64; 2]> = None;
    for &point in points {
        let finite = point.iter().all(|coordinate| coordinate.is_finite());
        if let (Some(start), true) = (previous, finite)
            && let Some([from, to]) = clip(start, point, area)
        {
            match parts.last_mut() {
                Some(part) if from == start && part.last() == Some(&from) => part.push(to),
                _ => parts.push(vec![from, to]),
            }
        }
        previous = finite.then_some(point);
    }
    parts
}

/// The part of a segment inside `area` (Liang and Barsky, "A new concept and method for line
/// clipping", 1984).
pub(crate) fn clip(from: [f64; 2], to: [f64; 2], area: Area) -> Option<[[f64; 2]; 2]> {
    let low = [area.left, area.top];
    let high = [area.right(), area.bottom()];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let run = to[axis] - from[axis];
        if run == 0.0 {
            if from[axis] < low[axis] || from[axis] > high[axis] {
                return None;
            }
            continue;
        }
        let (a, b) = (
            (low[axis] - from[axis]) / run,
            (high[axis] - from[axis]) / run,
        );
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    // What comes from very far away is rounded by more than the area is large.
    let at = |t: f64| {
        let along = |axis| from[axis] + t * (to[axis] - from[axis]);
        [0, 1].map(|axis| along(axis).clamp(low[axis], high[axis]))
    };
    let ends = [
        if enter == 0.0 { from } else { at(enter) },
        if leave == 1.0 { to } else { at(leave) },
    ];
    let is_seen = enter <= leave && ends.as_flattened().iter().all(|place| place.is_finite());
    is_seen.then_some(ends)
}

/// A line with fewer points that the eye cannot tell from the true one.
pub(crate) fn simplify(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    simplify_within(points, TOLERANCE)
}

/// A line with fewer points that nowhere leaves the true one by more than `tolerance` (Ramer,
/// 1972; Douglas and Peucker, 1973), without recursion.
pub(crate) fn simplify_within(points: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
    if points.len() < 3 {
        return points.to_vec();
    }
    let mut keep = vec![false; points.len()];
    let last = points.len() - 1;
    keep[0] = true;
    keep[last] = true;
    let mut open = vec![(0, last)];
    while let Some((start, end)) = open.pop() {
        if let Some((farthest, squared)) = farthest(points, start, end)
            && squared > tolerance * tolerance
        {
            keep[farthest] = true;
            open.push((start, farthest));
            open.push((farthest, end));
        }
    }
    let kept = points.iter().zip(&keep).filter(|(_, keep)| **keep);
    kept.map(|(point, _)| *point).collect()
}

/// The point between two others that lies farthest from the segment between them, and the square of
/// how far.
fn farthest(points: &[[f64; 2]], start: usize, end: usize) -> Option<(usize, f64)> {
    (start + 1..end)
        .map(|index| {
            (
                index,
                squared_distance(points[index], points[start], points[end]),
            )
        })
        .max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The square of the distance of a point from the segment between two others.
fn squared_distance(point: [f64; 2], start: [f64; 2], end: [f64; 2]) -> f64 {
    let run = [end[0] - start[0], end[1] - start[1]];
    let offset = [point[0] - start[0], point[1] - start[1]];
    let length = run[0] * run[0] + run[1] * run[1];
    let along = if length == 0.0 {
        0.0
    } else {
        ((offset[0] * run[0] + offset[1] * run[1]) / length).clamp(0.0, 1.0)
    };
    squared_length([offset[0] - along * run[0], offset[1] - along * run[1]])
}

/// The length of a vector on the page. Pixels need no care for numbers that are very large or small:
/// this takes a tenth of the time of `hypot`.
pub(crate) fn length(vector: [f64; 2]) -> f64 {
    squared_length(vector).sqrt()
}

fn squared_length([x, y]: [f64; 2]) -> f64 {
    x * x + y * y
}

/// A line cut into the dashes of a pattern: lengths of dashes and gaps in turn, in design pixels.
pub(crate) fn dashes(points: &[[f64; 2]], pattern: &[f64]) -> Vec<Vec<[f64; 2]>> {
    let mut parts = Vec::new();
    let mut part: Vec<[f64; 2]> = points.first().copied().into_iter().collect();
    let mut lengths = pattern.iter().copied().cycle();
    let (mut drawing, mut left) = (true, lengths.next().unwrap_or(f64::INFINITY));
    for pair in points.windows(2) {
        let length = length([pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]]);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let at =
                [0, 1].map(|axis| pair[0][axis] + done / length * (pair[1][axis] - pair[0][axis]));
            if drawing {
                part.push(at);
                parts.push(std::mem::take(&mut part));
            } else {
                part = vec![at];
            }
            drawing = !drawing;
            left = lengths.next().unwrap_or(f64::INFINITY);
        }
        left -= length - done;
        if drawing {
            part.push(pair[1]);
        }
    }
    parts.push(part);
    parts.retain(|part| part.len() > 1);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AREA: Area = Area {
        left: 0.0,
        top: 0.0,
        width: 100.0,
        height: 50.0,
    };

    #[test]
    fn a_line_is_broken_where_a_point_is_not_finite() {
        for hole in [f64::NAN, f64::INFINITY] {
            let points = [
                [0.0, 10.0],
                [20.0, 30.0],
                [40.0, hole],
                [60.0, 30.0],
                [80.0, 10.0],
            ];
            let parts = visible(&points, AREA);
            assert_eq!(parts, [points[..2].to_vec(), points[3..].to_vec()]);
        }
    }

    #[test]
    fn a_line_that_comes_from_very_far_stays_in_the_area() {
        for far in [1e20, 1e100, 1e300, f64::MAX / 2.0] {
            for step in 1_u8..100 {
                let back = -0.01 * f64::from(step) * far;
                let points = [[20.0, far], [21.0, back], [22.0, 25.0]];
                for place in visible(&points, AREA).iter().flatten() {
                    let [x, y] = *place;
                    let is_inside = (20.0..=22.0).contains(&x) && (0.0..=50.0).contains(&y);
                    assert!(is_inside, "{place:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_that_leaves_ends_at_the_edge_and_returns_as_a_new_part() {
        let points = [[0.0, 25.0], [50.0, 75.0], [100.0, 25.0]];
        let parts = visible(&points, AREA);
        let expected = [
            vec![[0.0, 25.0], [25.0, 50.0]],
            vec![[75.0, 50.0], [100.0, 25.0]],
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn dashes_have_their_length_across_corners() {
        let line = [[0.0, 0.0], [7.0, 0.0], [7.0, 20.0]];
        let parts = dashes(&line, &[6.0, 4.0]);
        assert_eq!(parts[0], [[0.0, 0.0], [6.0, 0.0]]);
        assert_eq!(parts[1], [[7.0, 3.0], [7.0, 9.0]]);
        assert_eq!(parts[2], [[7.0, 13.0], [7.0, 19.0]]);
        assert_eq!(parts.len(), 3);
    }

    proptest! {
        #[test]
        fn what_is_drawn_lies_inside_and_near_the_line(
            heights in prop::collection::vec(-30.0..80.0, 2..200)
        ) {
            let last = (heights.len() - 1) as f64;
            let points: Vec<_> = (0..).zip(&heights).map(|(index, &y)| [100.0 * f64::from(index) / last, y]).collect();
            for part in visible(&points, AREA) {
                for point in part {
                    prop_assert!(point[1] >= -1e-9 && point[1] <= 50.0 + 1e-9);
                    let near = points.windows(2).any(|pair| squared_distance(point, pair[0], pair[1]) < 1e-18);
                    prop_assert!(near, "{point:?} is not on the line");
                }
            }
        }

        #[test]
        fn simplifying_leaves_no_point_farther_than_the_tolerance(
            heights in prop::collection::vec(0.0..0.5, 3..200)
        ) {
            let points: Vec<_> = (0..).zip(&heights).map(|(index, &y)| [f64::from(index), y]).collect();
            let kept = simplify(&points);
            for point in points {
                let nearest = kept.windows(2).map(|pair| squared_distance(point, pair[0], pair[1]));
                prop_assert!(nearest.fold(f64::INFINITY, f64::min).sqrt() <= TOLERANCE + 1e-12);
            }
        }
    }
}
