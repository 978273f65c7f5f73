//! One number that two figures share only if their data is the same to the bit.

use crate::Figure;

/// FNV-1a over 64 bits (Fowler, Noll, Vo): its start and its factor.
const START: u64 = 0xcbf2_9ce4_8422_2325;
const FACTOR: u64 = 0x0000_0100_0000_01b3;

/// The checksum of all data that the figures show: the rows of [`csv`](crate::csv), with every number by its
/// bits. Every NaN counts as the same.
///
/// ```
/// use popgrad_figures::{Axis, Curve, Figure, Panel, Role, checksum};
/// let figure = |end: f64| {
///     let (x, y) = (Axis::linear("input", [0.0, 1.0]), Axis::linear("output", [0.0, 1.0]));
///     let line = Curve::new("line", vec![[0.0, 0.0], [1.0, end]], Role::Value);
///     Figure::new("line", "A line", "output against input").with(Panel::new("line", "A line", x, y).with(line))
/// };
/// assert_eq!(checksum(&[figure(1.0)]), checksum(&[figure(1.0)]));
/// assert_ne!(checksum(&[figure(1.0)]), checksum(&[figure(1.0 + f64::EPSILON)]));
/// ```
#[must_use]
pub fn checksum(figures: &[Figure]) -> u64 {
    let mut sum = START;
    for figure in figures {
        add(&mut sum, figure.id.as_bytes());
        for panel in &figure.panels {
            add(&mut sum, panel.id.as_bytes());
            for layer in &panel.layers {
                layer.data(&mut |kind, name, [x, y], value| {
                    add(&mut sum, kind.as_bytes());
                    add(&mut sum, name.as_bytes());
                    for number in [Some(x), Some(y), value].into_iter().flatten() {
                        add(&mut sum, &bits(number).to_le_bytes());
                    }
                });
            }
        }
    }
    sum
}

fn bits(number: f64) -> u64 {
    if number.is_nan() { f64::NAN } else { number }.to_bits()
}

/// Takes one field: its bytes, and a byte that no UTF-8 text holds as its end.
fn add(sum: &mut u64, bytes: &[u8]) {
    for byte in bytes.iter().chain(&[0xff]) {
        *sum = (*sum ^ u64::from(*byte)).wrapping_mul(FACTOR);
    }
}
