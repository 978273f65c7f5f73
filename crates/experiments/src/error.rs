//! What can go wrong with an experiment.

use std::fmt;

/// Why an experiment could not be found, set, computed or explained.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// No experiment has this slug.
    UnknownExperiment {
        /// The slug asked for.
        slug: String,
        /// The slugs that there are.
        known: Vec<&'static str>,
    },
    /// The experiment has no parameter of this id.
    UnknownParameter {
        /// The id asked for.
        id: String,
        /// The ids that there are.
        known: Vec<&'static str>,
    },
    /// A parameter was set to NaN or infinity.
    NotFinite {
        /// The parameter's id.
        id: &'static str,
        /// The value given.
        value: f64,
        /// The smallest value allowed.
        minimum: f64,
        /// The largest value allowed.
        maximum: f64,
    },
    /// The experiment has no figure of this id.
    UnknownFigure {
        /// The id asked for.
        id: String,
        /// The ids that there are.
        known: Vec<&'static str>,
    },
    /// The figure has no such mark.
    UnknownMark {
        /// The figure's id as given.
        figure: String,
        /// The mark's id as given.
        mark: String,
    },
    /// The experiment has no such long computation.
    UnknownJob {
        /// The id asked for.
        id: String,
    },
    /// The long computation has no such part.
    UnknownPart {
        /// Its id.
        job: &'static str,
        /// The part asked for.
        part: usize,
        /// How many parts it has.
        parts: usize,
    },
    /// The result of a part of a long computation has too few or too many numbers.
    WrongLength {
        /// The computation's id.
        job: &'static str,
        /// The part.
        part: usize,
        /// How many numbers came.
        given: usize,
        /// How many numbers it has.
        expected: usize,
    },
    /// Prose asks for a number that the experiment does not compute.
    UnknownNumber {
        /// The name between the braces.
        name: String,
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// Prose opens `{{` and does not close it.
    UnclosedNumber {
        /// The text that follows the braces.
        text: String,
    },
    /// The engine refused an operation.
    Engine(popgrad::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownExperiment { slug, known } => write!(
                out,
                "no experiment is called `{slug}`: use one of {}",
                list(known)
            ),
            Self::UnknownParameter { id, known } => {
                write!(
                    out,
                    "no parameter is called `{id}`: use one of {}",
                    list(known)
                )
            }
            Self::NotFinite {
                id,
                value,
                minimum,
                maximum,
            } => write!(
                out,
                "parameter `{id}` cannot be {value}: give a number from {minimum} to {maximum}"
            ),
            Self::UnknownFigure { id, known } => {
                write!(
                    out,
                    "no figure is called `{id}`: use one of {}",
                    list(known)
                )
            }
            Self::UnknownMark { figure, mark } => write!(
                out,
                "figure `{figure}` has no mark `{mark}`: use the id of one of its marks"
            ),
            Self::UnknownJob { id } => {
                write!(
                    out,
                    "no computation is called `{id}`: use an id that `jobs` returned"
                )
            }
            Self::UnknownPart { job, part, parts } => write!(
                out,
                "`{job}` has {parts} parts and no part {part}: count them from 0"
            ),
            Self::WrongLength {
                job,
                part,
                given,
                expected,
            } => write!(
                out,
                "part {part} of `{job}` came with {given} numbers and has {expected}: give what `work` returned"
            ),
            Self::UnknownNumber { name, known } => write!(
                out,
                "the prose asks for `{{{{{name}}}}}`, which is not computed: use one of {}",
                list(known)
            ),
            Self::UnclosedNumber { text } => {
                write!(
                    out,
                    "`{{{{` before `{text}` is not closed: add `}}}}` after the name"
                )
            }
            Self::Engine(error) => write!(out, "{error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Engine(error) => Some(error),
            _ => None,
        }
    }
}

impl From<popgrad::Error> for Error {
    fn from(error: popgrad::Error) -> Self {
        Self::Engine(error)
    }
}

fn list(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
