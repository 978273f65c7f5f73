//! When two values agree: `|a - b| <= tolerance * max(1, |b|, scale)`.

pub(crate) const SINGLE: f64 = 1e-12;
pub(crate) const RUN: f64 = 1e-9;

#[track_caller]
pub(crate) fn assert_agrees(
    what: &str,
    ours: &[f64],
    reference: &[f64],
    tolerance: f64,
    scale: f64,
) {
    assert_eq!(ours.len(), reference.len(), "{what}: number of members");
    for (index, (a, b)) in ours.iter().zip(reference).enumerate() {
        let bound = tolerance * 1f64.max(b.abs()).max(scale);
        assert!(
            (a - b).abs() <= bound,
            "{what}, member {index}: {a} is not {b} within {bound:e}"
        );
    }
}
