//! Making nodes and setting the values of leaves.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::parents::Parents;
use super::{
    Error, Geometry, Members, Node, Operands, Operation, Population, PopulationNode, Shape, buffer,
    live,
};
use crate::operation::Concatenate;

thread_local! {
    static NEXT_ID: Cell<u64> = const { Cell::new(0) };
}

impl PopulationNode {
    /// A leaf that holds a number or a list of numbers.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// assert_eq!(PopulationNode::new(0.5).value(), [0.5]);
    /// assert_eq!(PopulationNode::new([1.0, 2.0]).len(), 2);
    /// ```
    ///
    /// # Panics
    /// Where [`try_new`](Self::try_new) returns an error, with its message.
    #[must_use]
    pub fn new(values: impl Into<Population>) -> PopulationNode {
        Self::try_new(values).unwrap_or_else(|error| panic!("{error}"))
    }

    /// A leaf that holds a number or a list of numbers.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty list, [`Error::TooLarge`] for more than [`MAX_MEMBERS`](crate::MAX_MEMBERS).
    pub fn try_new(values: impl Into<Population>) -> Result<PopulationNode, Error> {
        let Population { members, integers } = values.into();
        let members = members?;
        let shape = Shape::population(members.len())?;
        Ok(Self::leaf(shape, members, integers))
    }

    /// A leaf that holds a matrix, given row by row.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// let x = PopulationNode::matrix(2, 3, [1, 2, 3, 4, 5, 6]);
    /// assert!(x.to_string().contains("value=[[1, 2, 3], [4, 5, 6]]"));
    /// ```
    ///
    /// # Panics
    /// Where [`try_matrix`](Self::try_matrix) returns an error, with its message.
    #[must_use]
    pub fn matrix(rows: usize, columns: usize, values: impl Into<Population>) -> PopulationNode {
        Self::try_matrix(rows, columns, values).unwrap_or_else(|error| panic!("{error}"))
    }

    /// A leaf that holds a matrix, given row by row.
    ///
    /// # Errors
    /// [`Error::Empty`] for no rows or columns, [`Error::TooLarge`] for more members than
    /// [`MAX_MEMBERS`](crate::MAX_MEMBERS), [`Error::Length`] if there are not `rows * columns` values.
    pub fn try_matrix(
        rows: usize,
        columns: usize,
        values: impl Into<Population>,
    ) -> Result<PopulationNode, Error> {
        let shape = Shape::matrix(rows, columns)?;
        let Population { members, integers } = values.into();
        let members = members?;
        check_length("matrix", members.len(), shape.len())?;
        Ok(Self::leaf(shape, members, integers))
    }

    fn leaf(shape: Shape, members: Members, integers: Option<Box<[bool]>>) -> PopulationNode {
        let geometry = Geometry::unary(shape, shape);
        let node = Self::assemble(Operation::Leaf, geometry, Parents::None, members);
        *node.0.integers.borrow_mut() = integers;
        node
    }

    /// A leaf with the same value and a gradient of its own.
    pub(crate) fn try_copy_leaf(&self) -> Result<PopulationNode, Error> {
        if self.0.operation != Operation::Leaf {
            return Err(Error::NotALeaf {
                operation: "check_gradient",
                op: self.op(),
            });
        }
        Ok(Self::leaf(
            self.shape(),
            Members::copied(&self.values())?,
            None,
        ))
    }

    fn assemble(
        operation: Operation,
        geometry: Geometry,
        parents: Parents,
        value: Members,
    ) -> PopulationNode {
        live::is_made(geometry.output.len());
        PopulationNode(Rc::new(Node {
            id: NEXT_ID.replace(NEXT_ID.get() + 1),
            operation,
            geometry,
            parents,
            value: RefCell::new(value),
            integers: RefCell::new(None),
            gradient: RefCell::default(),
            visit: Cell::new(0),
        }))
    }

    /// The node that `operation` makes of this one.
    pub(crate) fn apply(&self, operation: impl Into<Operation>) -> Result<PopulationNode, Error> {
        self.apply_operation(operation.into())
    }

    fn apply_operation(&self, operation: Operation) -> Result<PopulationNode, Error> {
        let geometry = operation
            .geometry(self.shape(), self.shape())
            .ok_or_else(|| Error::Shape {
                operation: operation.name(),
                operand: self.operand(),
                expected: operation.info().map_or("", |info| info.shapes),
            })?;
        let left = self.values();
        let value = Members::written(geometry.output.len(), &operation, |part, output| {
            let left = part.map_or(&*left, |part| &left[part]);
            let inputs = Operands { left, right: &[] };
            operation.forward(&geometry, inputs, output);
        })?;
        Ok(Self::assemble(
            operation,
            geometry,
            Parents::One([self.clone()]),
            value,
        ))
    }

    /// The node that `operation` makes of this one and `other`.
    pub(crate) fn apply_with(
        &self,
        other: &PopulationNode,
        operation: impl Into<Operation>,
    ) -> Result<PopulationNode, Error> {
        self.apply_operation_with(other, operation.into())
    }

    fn apply_operation_with(
        &self,
        other: &PopulationNode,
        operation: Operation,
    ) -> Result<PopulationNode, Error> {
        let geometry = operation
            .geometry(self.shape(), other.shape())
            .ok_or_else(|| {
                let expected = operation.info().map_or("", |info| info.shapes);
                self.misfit(other, operation.name(), expected)
            })?;
        geometry.output.check()?;
        let mut value = Members::filled(geometry.output.len(), 0.0)?;
        let inputs = Operands {
            left: &self.values(),
            right: &other.values(),
        };
        operation.forward(&geometry, inputs, &mut value);
        Ok(Self::assemble(
            operation,
            geometry,
            Parents::Two([self.clone(), other.clone()]),
            value,
        ))
    }

    /// The node that concatenates `parts`, whose shapes fit.
    pub(crate) fn join(
        parts: &[PopulationNode],
        whole: Concatenate,
    ) -> Result<PopulationNode, Error> {
        whole.output.check()?;
        let mut value = buffer::with_room(whole.output.len())?;
        for part in parts {
            value.extend_from_slice(&part.values());
        }
        let geometry = Geometry::unary(whole.output, whole.output);
        Ok(Self::assemble(
            whole.into(),
            geometry,
            Parents::Many(parts.into()),
            value.into(),
        ))
    }

    /// The error for two nodes whose shapes do not fit an operation.
    pub(crate) fn misfit(
        &self,
        other: &PopulationNode,
        operation: &'static str,
        expected: &'static str,
    ) -> Error {
        Error::Shapes {
            operation,
            operands: Box::new([self.operand(), other.operand()]),
            expected,
        }
    }

    /// Gives a leaf another value. The shape stays, and so do the values of nodes that were made from it:
    /// build the graph anew, or replay it.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// let x = PopulationNode::new([1.0, 2.0]);
    /// x.set_value([3.0, 4.0]);
    /// assert_eq!(x.value(), [3.0, 4.0]);
    /// ```
    ///
    /// # Panics
    /// Where [`try_set_value`](Self::try_set_value) returns an error, with its message.
    pub fn set_value(&self, values: impl Into<Population>) {
        self.try_set_value(values)
            .unwrap_or_else(|error| panic!("{error}"));
    }

    /// Gives a leaf another value, of as many members.
    ///
    /// # Errors
    /// [`Error::NotALeaf`], [`Error::Length`] for another number of members, [`Error::Borrowed`] while
    /// [`values`](Self::values) is borrowed.
    pub fn try_set_value(&self, values: impl Into<Population>) -> Result<(), Error> {
        if self.0.operation != Operation::Leaf {
            return Err(Error::NotALeaf {
                operation: "set_value",
                op: self.op(),
            });
        }
        let Population { members, integers } = values.into();
        let members = members?;
        check_length("set_value", members.len(), self.len())?;
        let mut value = self.0.value.try_borrow_mut().map_err(|_| Error::Borrowed {
            operation: "set_value",
        })?;
        *value = members;
        *self.0.integers.borrow_mut() = integers;
        Ok(())
    }
}

pub(super) fn check_length(
    operation: &'static str,
    given: usize,
    expected: usize,
) -> Result<(), Error> {
    if given == expected {
        Ok(())
    } else {
        Err(Error::Length {
            operation,
            given,
            expected,
        })
    }
}
