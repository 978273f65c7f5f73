//! Memory for members, asked for before it is used, so that too much is an error and not an abort.

use crate::Error;

/// An empty vector with room for `members` numbers.
pub(crate) fn with_room(members: usize) -> Result<Vec<f64>, Error> {
    let mut buffer = Vec::new();
    buffer
        .try_reserve_exact(members)
        .map_err(|_| Error::OutOfMemory { members })?;
    Ok(buffer)
}

/// `members` numbers, all `value`.
pub(crate) fn filled(members: usize, value: f64) -> Result<Vec<f64>, Error> {
    let mut buffer = with_room(members)?;
    buffer.resize(members, value);
    Ok(buffer)
}

/// A copy of `members`.
pub(crate) fn copied(members: &[f64]) -> Result<Vec<f64>, Error> {
    let mut buffer = with_room(members.len())?;
    buffer.extend_from_slice(members);
    Ok(buffer)
}

/// Appends `members`.
pub(crate) fn extend(buffer: &mut Vec<f64>, members: &[f64]) -> Result<(), Error> {
    let failed = |_| Error::OutOfMemory {
        members: members.len(),
    };
    buffer.try_reserve(members.len()).map_err(failed)?;
    buffer.extend_from_slice(members);
    Ok(())
}

/// The number itself, or for any NaN the one NaN that this crate gives out: positive, quiet, without payload.
pub(crate) fn canonical(value: f64) -> f64 {
    if value.is_nan() { f64::NAN } else { value }
}

/// A copy of `members` with every NaN made canonical: this is how numbers leave the engine.
pub(crate) fn given_out(members: &[f64]) -> Vec<f64> {
    members.iter().copied().map(canonical).collect()
}
