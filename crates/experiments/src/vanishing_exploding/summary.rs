//! Many nets in a few numbers.

/// How many in a hundred lie below the band, and as many above it.
const TAIL: f64 = 0.05;

/// The middle of many nets and the band that holds nine tenths of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    /// 5 % lie below.
    pub(super) low: f64,
    /// Half lie below.
    pub(super) median: f64,
    /// 5 % lie above.
    pub(super) high: f64,
}

/// The spread of numbers; nothing of none.
pub(super) fn spread(mut numbers: Vec<f64>) -> Option<Spread> {
    numbers.sort_by(f64::total_cmp);
    let last = numbers.len().checked_sub(1)?;
    let tail = (TAIL * last as f64) as usize;
    Some(Spread {
        low: numbers[tail],
        median: numbers[last / 2],
        high: numbers[last - tail],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_leaves_a_twentieth_on_each_side() {
        let found = spread((0..=100).rev().map(f64::from).collect());
        let expected = Spread {
            low: 5.0,
            median: 50.0,
            high: 95.0,
        };
        assert_eq!(found, Some(expected));
        assert_eq!(spread(Vec::new()), None);
    }
}
