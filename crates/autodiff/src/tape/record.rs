//! Recording: from a graph to a tape.

use std::cell::Cell;

use super::step::Step;
use super::{Fusion, Place, Plan, Scratch, Tape};
use crate::operation::Operation;
use crate::{Error, PopulationNode, buffer};

thread_local! {
    static LAST_TAPE: Cell<u64> = const { Cell::new(0) };
}

impl Tape {
    /// Records a node and everything it depends on, with the values that they have.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`] if there is no room.
    pub fn record(output: &PopulationNode) -> Result<Tape, Error> {
        Self::record_all(std::slice::from_ref(output))
    }

    /// Records several nodes and everything they depend on.
    ///
    /// # Errors
    /// [`Error::Empty`] for no nodes, [`Error::OutOfMemory`] if there is no room.
    pub fn record_all(outputs: &[PopulationNode]) -> Result<Tape, Error> {
        let mut nodes = PopulationNode::reached_from(outputs);
        nodes.reverse();
        let last = nodes.len().checked_sub(1).ok_or(Error::Empty)?;
        let mut tape = Tape::empty();
        for node in nodes {
            tape.append(node)?;
        }
        tape.cotangents = buffer::filled(tape.values.len(), 0.0)?;
        tape.fusions = Fusion::all(&tape.steps);
        let needed = tape
            .steps
            .iter()
            .map(|step| step.operation.scratch(&step.geometry))
            .max();
        tape.scratch.reserve(needed.unwrap_or(0))?;
        let plan = Plan::whole(&tape, last);
        tape.plans.push(plan);
        Ok(tape)
    }

    fn empty() -> Tape {
        LAST_TAPE.set(LAST_TAPE.get() + 1);
        Tape {
            number: LAST_TAPE.get(),
            places: Vec::new(),
            steps: Vec::new(),
            fusions: Vec::new(),
            values: Vec::new(),
            cotangents: Vec::new(),
            is_stale: false,
            plans: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    fn append(&mut self, node: &PopulationNode) -> Result<(), Error> {
        let value = node.values();
        let members = self.values.len()..self.values.len() + value.len();
        buffer::extend(&mut self.values, &value)?;
        let first = self.steps.len();
        for edge in node.edges().filter(|edge| !edge.is_second_of_two()) {
            let range = |parent: &PopulationNode| {
                self.slot(parent)
                    .map(|slot| self.places[slot.index].members.clone())
            };
            let (left, right) = edge.inputs();
            let left = range(left)?;
            let right = right.map_or(Ok(0..0), range)?;
            let (operation, geometry) = (*edge.operation(), *edge.geometry());
            self.steps.push(Step {
                operation,
                geometry,
                left,
                right,
                output: members.clone(),
            });
        }
        let is_leaf = node.operation() == Operation::Leaf;
        let steps = first..self.steps.len();
        let (id, op, shape) = (node.id(), node.op(), node.shape());
        self.places.push(Place {
            id,
            op,
            shape,
            is_leaf,
            members,
            steps,
        });
        Ok(())
    }
}
