//! What ends an evaluation early: an exception on its way up.

use std::rc::Rc;

use crate::code::{Source, Span};
use crate::value::Instance;

/// The result of an evaluation.
pub(crate) type Result<Answer> = std::result::Result<Answer, Raise>;

macro_rules! errors {
    ($($name:ident $parent:ident),+ $(,)?) => {
        /// The exceptions that are built in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum ErrorKind {
            $($name),+
        }

        impl ErrorKind {
            pub(crate) const ALL: &[ErrorKind] = &[$(ErrorKind::$name),+];

            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(ErrorKind::$name => stringify!($name)),+
                }
            }

            /// The class it derives from; itself for the first of all.
            pub(crate) fn parent(self) -> ErrorKind {
                match self {
                    $(ErrorKind::$name => ErrorKind::$parent),+
                }
            }
        }
    };
}

errors! {
    BaseException BaseException,
    Exception BaseException,
    ArithmeticError Exception,
    ZeroDivisionError ArithmeticError,
    OverflowError ArithmeticError,
    FloatingPointError ArithmeticError,
    AssertionError Exception,
    AttributeError Exception,
    ImportError Exception,
    ModuleNotFoundError ImportError,
    LookupError Exception,
    IndexError LookupError,
    KeyError LookupError,
    MemoryError Exception,
    NameError Exception,
    UnboundLocalError NameError,
    OSError Exception,
    TimeoutError OSError,
    RuntimeError Exception,
    NotImplementedError RuntimeError,
    RecursionError RuntimeError,
    StopIteration Exception,
    SyntaxError Exception,
    IndentationError SyntaxError,
    TypeError Exception,
    ValueError Exception,
}

/// An exception on its way up.
#[derive(Debug)]
pub(crate) struct Raise(pub(crate) Box<Raised>);

/// What was raised, and where it came through.
#[derive(Debug)]
pub(crate) struct Raised {
    pub(crate) thrown: Thrown,
    /// Where it came through, the innermost first.
    pub(crate) trace: Vec<Passed>,
    /// Whether the running function is in the trace already.
    pub(crate) is_located: bool,
}

/// What was raised.
#[derive(Debug)]
pub(crate) enum Thrown {
    /// An error of the interpreter, and a name that may have been meant.
    Error(ErrorKind, String, Option<String>),
    /// An instance that the program made.
    Instance(Rc<Instance>),
    /// A limit was reached: no `except` holds it up.
    Stopped(String),
}

/// A place that an exception came through.
#[derive(Clone, Debug)]
pub(crate) struct Passed {
    pub(crate) source: Rc<Source>,
    pub(crate) span: Span,
    /// The function, or nothing outside of functions.
    pub(crate) function: Option<Rc<str>>,
}

impl Raise {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Raise {
        Self::thrown(Thrown::Error(kind, message.into(), None))
    }

    pub(crate) fn thrown(thrown: Thrown) -> Raise {
        Raise(Box::new(Raised {
            thrown,
            trace: Vec::new(),
            is_located: false,
        }))
    }

    pub(crate) fn type_error(message: impl Into<String>) -> Raise {
        Self::new(ErrorKind::TypeError, message)
    }

    pub(crate) fn value_error(message: impl Into<String>) -> Raise {
        Self::new(ErrorKind::ValueError, message)
    }

    /// The integers of this Python end at 64 bits.
    pub(crate) fn too_large() -> Raise {
        Self::new(
            ErrorKind::OverflowError,
            "the whole number does not fit: in this Python they run from -2**63 to 2**63 - 1. Write a float, such as 2.0.",
        )
    }

    /// The same with a name that may have been meant.
    pub(crate) fn meant(mut self, name: Option<String>) -> Raise {
        if let Thrown::Error(_, _, suggestion) = &mut self.0.thrown {
            *suggestion = name;
        }
        self
    }

    /// Notes where it comes through, once in each function.
    #[cold]
    pub(crate) fn at(mut self, passed: impl FnOnce() -> Passed) -> Raise {
        if !self.0.is_located {
            self.0.is_located = true;
            self.0.trace.push(passed());
        }
        self
    }

    /// It leaves a function.
    #[cold]
    pub(crate) fn leaves(mut self) -> Raise {
        self.0.is_located = false;
        self
    }
}
