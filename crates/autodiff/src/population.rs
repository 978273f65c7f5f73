//! What a leaf is made of: numbers, remembered as they were written.

use crate::Number;

/// The members of a leaf before it is made. Anything that looks like a number or a list of numbers turns into
/// one: `f64`, `i32`, arrays, slices and vectors of them and of [`Number`].
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    pub(crate) members: Vec<f64>,
    /// Which members were written as integers; `None` if none were.
    pub(crate) integers: Option<Box<[bool]>>,
}

impl Population {
    fn floats(members: Vec<f64>) -> Population {
        Population {
            members,
            integers: None,
        }
    }

    fn numbers(numbers: &[Number]) -> Population {
        let members = numbers.iter().map(|number| number.to_f64()).collect();
        let written = || {
            numbers
                .iter()
                .map(|number| matches!(number, Number::Integer(_)))
        };
        let integers = written()
            .any(|integer| integer)
            .then(|| written().collect());
        Population { members, integers }
    }

    fn integers(integers: &[i32]) -> Population {
        let members: Vec<f64> = integers.iter().copied().map(f64::from).collect();
        let written = vec![true; members.len()].into_boxed_slice();
        Population {
            members,
            integers: Some(written),
        }
    }
}

impl From<f64> for Population {
    fn from(value: f64) -> Population {
        Population::floats(vec![value])
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
        Population::floats(members)
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
    f64 => |members: &[f64]| Population::floats(members.to_vec());
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
