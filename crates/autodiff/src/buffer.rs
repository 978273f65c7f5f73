//! Memory for members, asked for before it is used, so that too much is an error and not an abort.

use std::ops::Range;

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

/// Members per part, where members can be written part by part: few enough to be still in the machine's nearest memory
/// when they are written after they were set to zero, and a multiple of the blocks in which kernels work.
pub(crate) const PART: usize = 1024;

/// `members` numbers that `write` gives part by part: it receives the range that the part makes of the whole, and the
/// room for it, which holds zeros.
pub(crate) fn written(
    members: usize,
    mut write: impl FnMut(Range<usize>, &mut [f64]),
) -> Result<Vec<f64>, Error> {
    let mut buffer = with_room(members)?;
    while buffer.len() < members {
        let part = buffer.len()..members.min(buffer.len() + PART);
        buffer.resize(part.end, 0.0);
        write(part.clone(), &mut buffer[part]);
    }
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
