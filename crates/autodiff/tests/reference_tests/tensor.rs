//! A number, a list or a list of rows, as the reference files hold them.

use popgrad::PopulationNode;
use serde::Deserialize;

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Tensor {
    Number(f64),
    List(Vec<f64>),
    Rows(Vec<Vec<f64>>),
}

impl Tensor {
    pub(crate) fn members(&self) -> Vec<f64> {
        match self {
            Tensor::Number(number) => vec![*number],
            Tensor::List(members) => members.clone(),
            Tensor::Rows(rows) => rows.concat(),
        }
    }

    pub(crate) fn leaf(&self) -> PopulationNode {
        match self {
            Tensor::Rows(rows) => PopulationNode::matrix(rows.len(), rows[0].len(), self.members()),
            _ => PopulationNode::new(self.members()),
        }
    }

    /// The shape as nodes print it.
    pub(crate) fn shape(&self) -> String {
        self.leaf().shape().to_string()
    }
}
