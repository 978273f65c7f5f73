use super::info::{Call, OperationInfo, Sample, SampleInput};
use super::span::Span;
use crate::{Error, PopulationNode, Shape};

/// One part of a concatenation: its members stand in the output from `offset` on
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Concatenate {
    pub(crate) output: Shape,
    pub(crate) offset: usize,
}

impl Concatenate {
    pub(crate) const INFO: OperationInfo = OperationInfo {
        name: "concatenate",
        formula: "x, then the members of the next input",
        vjp: "to each input its own part of g",
        shapes: "at least one input; all of them populations, or matrices with equally many columns",
        domain: "every number",
        kink: None,
        call: Call::Many(PopulationNode::try_concatenate),
        samples: &[
            Sample {
                inputs: &[SampleInput::Population(&[-1.5, 0.5, 2.0]), SampleInput::Population(&[0.25])],
                apply: |inputs| PopulationNode::try_concatenate(inputs),
            },
            Sample {
                inputs: &[SampleInput::Matrix(2, 3, &[-1.5, 0.5, 2.0, 0.25, -0.75, 1.25]), SampleInput::Matrix(1, 3, &[1.0, -2.0, 0.5])],
                apply: |inputs| PopulationNode::try_concatenate(inputs),
            },
        ],
    };
}

impl Span for Concatenate {
    fn output(&self, _: Shape) -> Option<Shape> {
        Some(self.output)
    }

    fn destination(&self) -> usize {
        self.offset
    }
}

impl Concatenate {
    /// The shape of the whole, or `None` if the parts do not fit.
    pub(crate) fn whole(parts: &(impl Iterator<Item = Shape> + Clone)) -> Option<Shape> {
        let first = parts.clone().next()?;
        let is_alike = |part: Shape| part.is_matrix() == first.is_matrix();
        let rows = parts.clone().try_fold(0, |rows: usize, part| rows.checked_add(part.rows()))?;
        if !parts.clone().all(is_alike) {
            return None;
        }
        if first.is_matrix() {
            let columns = first.columns();
            return parts.clone().all(|part| part.columns() == columns).then_some(Shape::Matrix { rows, columns });
        }
        let members = parts.clone().try_fold(0, |members: usize, part| members.checked_add(part.len()))?;
        Some(Shape::Population(members))
    }
}

impl PopulationNode {
    /// The members of several populations one after another, or the rows of several matrices one below another.
    ///
    /// ```
    /// # use popgrad::PopulationNode;
    /// let (a, b) = (PopulationNode::new([1.0, 2.0]), PopulationNode::new(3.0));
    /// assert_eq!(PopulationNode::concatenate(&[a, b]).value(), [1.0, 2.0, 3.0]);
    /// ```
    ///
    /// # Panics
    /// Where [`try_concatenate`](Self::try_concatenate) returns an error, with its message.
    #[must_use]
    #[track_caller]
    pub fn concatenate(parts: &[PopulationNode]) -> PopulationNode {
        Self::try_concatenate(parts).unwrap_or_else(|error| panic!("{error}"))
    }

    /// [`concatenate`](Self::concatenate) without panics.
    ///
    /// # Errors
    /// [`Error::Empty`] for no parts, [`Error::Shapes`] for parts that do not fit,
    /// [`Error::TooLarge`] and [`Error::OutOfMemory`] for too many members.
    pub fn try_concatenate(parts: &[PopulationNode]) -> Result<PopulationNode, Error> {
        let first = parts.first().ok_or(Error::Empty)?;
        let unlike = |part: &&PopulationNode| {
            let shapes = [first.shape(), part.shape()];
            Concatenate::whole(&shapes.into_iter()).is_none()
        };
        if let Some(part) = parts.iter().find(unlike) {
            return Err(first.misfit(part, Concatenate::INFO.name, Concatenate::INFO.shapes));
        }
        let output = Concatenate::whole(&parts.iter().map(PopulationNode::shape));
        let output = output.ok_or(Error::TooLarge { members: None })?;
        Self::join(parts, Concatenate { output, offset: 0 })
    }
}
