//! Ranges and slices.

use super::Value;

/// `range(start, stop, step)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Range {
    pub(crate) start: i64,
    pub(crate) stop: i64,
    /// Never 0.
    pub(crate) step: i64,
}

impl Range {
    /// How many numbers it holds.
    pub(crate) fn len(&self) -> usize {
        let (start, stop, step) = (
            i128::from(self.start),
            i128::from(self.stop),
            i128::from(self.step),
        );
        let count = if step > 0 {
            (stop - start + step - 1) / step
        } else {
            (start - stop - step - 1) / -step
        };
        count.clamp(0, i64::MAX as i128) as usize
    }

    /// The number at a place that is below its length.
    pub(crate) fn at(&self, place: usize) -> i64 {
        (i128::from(self.start) + i128::from(self.step) * place as i128) as i64
    }

    /// The place of a number.
    pub(crate) fn place(&self, number: i64) -> Option<usize> {
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if distance % step != 0 {
            return None;
        }
        usize::try_from(distance / step)
            .ok()
            .filter(|place| *place < self.len())
    }
}

/// `start:stop:step` as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Slice {
    pub(crate) start: Value,
    pub(crate) stop: Value,
    pub(crate) step: Value,
}

/// The places that a slice names in a sequence: `count` from `start` on, `step` apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) start: i64,
    pub(crate) stop: i64,
    pub(crate) step: i64,
}

impl Span {
    /// The span of bounds in a sequence of so many items.
    pub(crate) fn new(start: Option<i64>, stop: Option<i64>, step: i64, length: usize) -> Span {
        let length = length as i64;
        let (low, high) = if step > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let place = |bound: i64| {
            let bound = if bound < 0 {
                bound.saturating_add(length)
            } else {
                bound
            };
            bound.clamp(low, high)
        };
        let (first, last) = if step > 0 { (low, high) } else { (high, low) };
        Span {
            start: start.map_or(first, place),
            stop: stop.map_or(last, place),
            step,
        }
    }

    pub(crate) fn len(&self) -> usize {
        Range {
            start: self.start,
            stop: self.stop,
            step: self.step,
        }
        .len()
    }

    pub(crate) fn places(self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.len()).map(move |place| (self.start + self.step * place as i64) as usize)
    }
}
