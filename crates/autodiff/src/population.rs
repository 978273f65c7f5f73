//! What a leaf is made of: numbers, remembered as they were written.

use crate::members::Members;
use crate::shape::MAX_MEMBERS;
use crate::{Error, Number, buffer};

/// The members of a leaf before it is made. Anything that looks like a number or a list of numbers turns into
/// one: `f64`, `i32`, arrays, slices and vectors of them and of [`Number`].
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    /// An error if there are too many to copy; the node that is made of them returns it.
    pub(crate) members: Result<Members, Error>,
    /// Which members were written as integers; `None` if none were.
    pub(crate) integers: Option<Box<[bool]>>,
}

impl Population {
    fn floats(members: Result<Members, Error>) -> Population {
        Population {
            members,
            integers: None,
        }
    }

    fn numbers(numbers: &[Number]) -> Population {
        let members = collected(numbers, |number| number.to_f64());
        let is_integer = |number: &Number| matches!(number, Number::Integer(_));
        let integers = members.is_ok() && numbers.iter().any(is_integer);
        Population {
            members,
            integers: integers.then(|| numbers.iter().map(is_integer).collect()),
        }
    }

    fn integers(integers: &[i32]) -> Population {
        let members = collected(integers, |integer| f64::from(*integer));
        let written = members
            .as_ref()
            .ok()
            .map(|members| vec![true; members.len()].into());
        Population {
            members,
            integers: written,
        }
    }
}

/// The members as numbers; their count is checked before anything is copied.
fn collected<T>(members: &[T], number: impl Fn(&T) -> f64) -> Result<Members, Error> {
    check_length(members.len())?;
    let mut numbers = buffer::with_room(members.len())?;
    numbers.extend(members.iter().map(number));
    Ok(numbers.into())
}

fn copied(members: &[f64]) -> Result<Members, Error> {
    check_length(members.len())?;
    Members::copied(members)
}

fn check_length(members: usize) -> Result<(), Error> {
    if members <= MAX_MEMBERS {
        return Ok(());
    }
    Err(Error::TooLarge {
        members: Some(members),
    })
}

impl From<f64> for Population {
    fn from(value: f64) -> Population {
        Population::floats(Members::filled(1, value))
    }
}

impl From<i32> for Population {
    fn from(value: i32) -> Population {
        Population::integers(&[value])
    }
}

impl From<Number> for Population {
    fn from(number: Number) -> Population {
        Population::numbers(&[number])
    }
}

impl From<Vec<f64>> for Population {
    fn from(members: Vec<f64>) -> Population {
        Population::floats(Ok(members.into()))
    }
}

macro_rules! from_lists {
    ($($member:ty => $make:expr;)+) => {$(
        impl From<&[$member]> for Population {
            fn from(members: &[$member]) -> Population {
                $make(members)
            }
        }

        impl From<&Vec<$member>> for Population {
            fn from(members: &Vec<$member>) -> Population {
                $make(members)
            }
        }

        impl<const N: usize> From<[$member; N]> for Population {
            fn from(members: [$member; N]) -> Population {
                $make(&members)
            }
        }

        impl<const N: usize> From<&[$member; N]> for Population {
            fn from(members: &[$member; N]) -> Population {
                $make(members)
            }
        }
    )+};
}

from_lists! {
    f64 => |members: &[f64]| Population::floats(copied(members));
    i32 => Population::integers;
    Number => Population::numbers;
}

impl From<Vec<i32>> for Population {
    fn from(members: Vec<i32>) -> Population {
        Population::integers(&members)
    }
}

impl From<Vec<Number>> for Population {
    fn from(members: Vec<Number>) -> Population {
        Population::numbers(&members)
    }
}
