//! The figures that were made, kept for as long as what they were made from stays.

use popgrad_experiments::{Reads, State};
use popgrad_figures::Figure;

use crate::Error;

/// The figures of an experiment that were asked for.
#[derive(Default)]
pub(crate) struct Made {
    figures: Vec<MadeFigure>,
    /// How many figures have been made.
    count: u32,
}

/// A figure, and what it was made from.
pub(crate) struct MadeFigure {
    pub(crate) figure: Figure,
    /// Which of all figures that were made it is.
    pub(crate) revision: u32,
    reads: Reads,
}

impl Made {
    /// The figure of an id, made anew if something has changed that it was made from.
    ///
    /// # Errors
    /// When there is no such figure, or when the engine refuses an operation.
    pub(crate) fn figure(&mut self, state: &State, id: &str) -> Result<&MadeFigure, Error> {
        let known = self.figures.iter().position(|made| made.figure.id == id);
        let place = match known {
            Some(place) if state.is_as(&self.figures[place].reads) => place,
            known => {
                let place = known.unwrap_or(self.figures.len());
                self.make(state, id, place)?;
                place
            }
        };
        Ok(&self.figures[place])
    }

    fn make(&mut self, state: &State, id: &str, place: usize) -> Result<(), Error> {
        let (figure, reads) = state.watch(|state| state.experiment().figure(state, id));
        self.count += 1;
        let made = MadeFigure {
            figure: figure?,
            revision: self.count,
            reads,
        };
        if place < self.figures.len() {
            self.figures[place] = made;
        } else {
            self.figures.push(made);
        }
        Ok(())
    }
}
