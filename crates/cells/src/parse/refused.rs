//! What is out of the subset, and what to write instead.

/// A construct that is not part of this Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    Async,
    Bytes,
    Complex,
    Ellipsis,
    GroupExcept,
    ImportRelative,
    ImportStar,
    Inheritance,
    ClassKeywords,
    Match,
    Shell,
    TemplateString,
    TypeAlias,
    TypeParameters,
    With,
    Yield,
    AssignedInComprehension,
}

impl Refused {
    pub(crate) fn message(self) -> String {
        let (what, instead) = self.words();
        format!("{what} not part of this Python. {instead}")
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Async => (
                "`async` and `await` are",
                "Write plain functions and loops.",
            ),
            Self::Bytes => ("Bytes are", "Write text without the b before it."),
            Self::Complex => (
                "Complex numbers are",
                "Keep the real and the imaginary part in two variables.",
            ),
            Self::Ellipsis => ("`...` is", "Write `pass` for an empty body."),
            Self::GroupExcept => ("`except*` is", "Write `except`."),
            Self::ImportRelative => (
                "Importing from other files is",
                "Write the function into the cell.",
            ),
            Self::ImportStar => (
                "`import *` is",
                "Name what you need: `from math import tanh`.",
            ),
            Self::Inheritance => ("A class with several bases is", "Name one base."),
            Self::ClassKeywords => ("Keywords of a class are", "Leave them out."),
            Self::Match => ("`match` is", "Write `if` and `elif`."),
            Self::Shell => ("Commands with % and ! are", "Leave the line out."),
            Self::TemplateString => ("Template strings are", "Write an f-string."),
            Self::TypeAlias => ("`type` aliases are", "Leave the line out."),
            Self::TypeParameters => ("Type parameters are", "Leave the brackets out."),
            Self::With => ("`with` is", "Call the functions one after the other."),
            Self::Yield => (
                "`yield` is",
                "Put the values into a list and return it, or write a generator expression.",
            ),
            Self::AssignedInComprehension => ("`:=` inside of a comprehension is", "Write a loop."),
        }
    }
}
