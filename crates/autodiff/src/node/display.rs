//! Printing a node.

use std::fmt;

use super::PopulationNode;
use crate::{Number, python};

impl fmt::Display for PopulationNode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = python::list(&self.numbers(), self.shape());
        let gradient: Vec<Number> = self.grad().into_iter().map(Number::Float).collect();
        let gradient = python::list(&gradient, self.shape());
        let parents: Vec<String> = self
            .parents()
            .iter()
            .map(|parent| python::list(&parent.numbers(), parent.shape()))
            .collect();
        write!(
            formatter,
            "[NODE] op={}, value={value}, grad={gradient} | <-- Parents=[{}]",
            self.op(),
            parents.join(", ")
        )
    }
}
