//! Operations that a small build does without.

use std::ops::Deref;

/// An operation that every build has.
pub(crate) type Common<Rule> = Rule;

/// An operation that a small build does without. Without the feature `every-operation` there can be
/// none of them: the compiler sees that and leaves their loops out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rare<Rule> {
    rule: Rule,
    #[cfg(not(feature = "every-operation"))]
    never: std::convert::Infallible,
}

impl<Rule> Deref for Rare<Rule> {
    type Target = Rule;

    fn deref(&self) -> &Rule {
        &self.rule
    }
}

impl<Rule> From<Rule> for Rare<Rule> {
    #[cfg(feature = "every-operation")]
    fn from(rule: Rule) -> Self {
        Self { rule }
    }

    #[cfg(not(feature = "every-operation"))]
    fn from(_: Rule) -> Self {
        unreachable!("this build has no such operation: turn on the feature `every-operation`")
    }
}
