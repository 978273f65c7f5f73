//! Numbers that a node holds: its value, its gradient.

use std::ops::{Deref, DerefMut, Range};

use crate::operation::Operation;
use crate::{Error, buffer};

/// A small build is for the first screen and for code cells, where what must be loaded counts more than speed.
const IS_SMALL_BUILD: bool = cfg!(not(feature = "speed"));

/// So many numbers are few: they have room where the list itself is.
const FEW: usize = 4;

const ROOM: usize = if IS_SMALL_BUILD { 0 } else { FEW };

#[inline(always)]
fn are_few(length: usize) -> bool {
    !IS_SMALL_BUILD && length <= FEW
}

/// A list of numbers. A short one needs no memory of its own: asking for it would cost more than most operations on
/// so few members.
#[derive(Clone, Debug)]
pub(crate) enum Members {
    /// So many of these numbers.
    Few(usize, [f64; ROOM]),
    Many(Vec<f64>),
}

impl Members {
    /// `length` numbers, all `value`.
    #[inline]
    pub(crate) fn filled(length: usize, value: f64) -> Result<Members, Error> {
        if are_few(length) {
            return Ok(Members::Few(length, [value; ROOM]));
        }
        buffer::filled(length, value).map(Members::Many)
    }

    /// A copy of `numbers`.
    #[inline]
    pub(crate) fn copied(numbers: &[f64]) -> Result<Members, Error> {
        if !are_few(numbers.len()) {
            return buffer::copied(numbers).map(Members::Many);
        }
        let mut few = [0.0; ROOM];
        for (own, number) in few.iter_mut().zip(numbers) {
            *own = *number;
        }
        Ok(Members::Few(numbers.len(), few))
    }

    /// `length` numbers that `write` gives for an operation: all at once, or many of an elementwise one part by part.
    /// It receives the range of the part, if it is one, and the room, which holds zeros.
    #[inline(always)]
    pub(crate) fn written(
        length: usize,
        operation: &Operation,
        mut write: impl FnMut(Option<Range<usize>>, &mut [f64]),
    ) -> Result<Members, Error> {
        if !IS_SMALL_BUILD && length > buffer::PART && operation.is_elementwise() {
            let parts = buffer::written(length, |part, room| write(Some(part), room));
            return parts.map(Members::Many);
        }
        let mut members = Members::filled(length, 0.0)?;
        write(None, &mut members);
        Ok(members)
    }
}

/// None.
impl Default for Members {
    #[inline]
    fn default() -> Members {
        Members::Many(Vec::new())
    }
}

impl From<Vec<f64>> for Members {
    fn from(numbers: Vec<f64>) -> Members {
        Members::Many(numbers)
    }
}

impl Deref for Members {
    type Target = [f64];

    #[inline]
    fn deref(&self) -> &[f64] {
        match self {
            Members::Few(length, few) => few.get(..*length).unwrap_or_default(),
            Members::Many(many) => many,
        }
    }
}

impl DerefMut for Members {
    #[inline]
    fn deref_mut(&mut self) -> &mut [f64] {
        match self {
            Members::Few(length, few) => few.get_mut(..*length).unwrap_or_default(),
            Members::Many(many) => many,
        }
    }
}

/// Numbers count, not where they are.
impl PartialEq for Members {
    fn eq(&self, other: &Members) -> bool {
        **self == **other
    }
}
