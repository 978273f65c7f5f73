//! Gradient descent on a tape.

use std::ops::Range;

use super::{Plan, Slot, Tape};
use crate::Error;

/// Gradient descent, prepared: which leaves move, how far, and the shortest backward pass that reaches them.
///
/// ```
/// use popgrad::{PopulationNode, Tape};
/// let x = PopulationNode::new(3.0);
/// let loss = &x * &x;
/// let mut tape = Tape::record(&loss)?;
/// let (x, loss) = (tape.slot(&x)?, tape.slot(&loss)?);
/// let descent = tape.descent(loss, &[(x, 0.25)])?;
/// descent.run(&mut tape, 2)?;
/// assert_eq!(tape.value(x)?, [0.75]); // each step halves x
/// # Ok::<(), popgrad::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Descent {
    tape: u64,
    plan: Plan,
    parameters: Vec<Parameter>,
    /// Their positions, sorted by where their members are.
    order: Vec<usize>,
    /// The same parameters, those joined that lie side by side and have one step size.
    joined: Vec<Parameter>,
}

#[derive(Clone, Debug)]
struct Parameter {
    members: Range<usize>,
    step_size: f64,
}

impl Parameter {
    fn is_joined_by(&self, next: &Parameter) -> bool {
        self.members.end == next.members.start
            && self.step_size.to_bits() == next.step_size.to_bits()
    }
}

impl Tape {
    /// Prepares gradient descent of `loss`, or of the sum of its members, over leaves with their step sizes.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for the slot of another tape, [`Error::NotALeaf`] for a parameter that is not a leaf.
    pub fn descent(&self, loss: Slot, parameters: &[(Slot, f64)]) -> Result<Descent, Error> {
        self.place(loss)?;
        let mut moving = Vec::new();
        for (slot, step_size) in parameters {
            let place = self.place(*slot)?;
            if !place.is_leaf {
                return Err(Error::NotALeaf {
                    operation: "descent",
                    op: place.op,
                });
            }
            moving.push(Parameter {
                members: place.members.clone(),
                step_size: *step_size,
            });
        }
        let wanted: Vec<usize> = parameters.iter().map(|(slot, _)| slot.index).collect();
        let plan = Plan::toward(self, loss.index, &wanted);
        let mut order: Vec<usize> = (0..moving.len()).collect();
        order.sort_by_key(|place| moving[*place].members.start);
        let mut descent = Descent {
            tape: self.number,
            plan,
            joined: Vec::with_capacity(moving.len()),
            order,
            parameters: moving,
        };
        descent.join();
        Ok(descent)
    }
}

impl Descent {
    /// Changes the step size of the parameter at this position.
    ///
    /// # Errors
    /// [`Error::Length`] if there are not so many parameters.
    pub fn set_step_size(&mut self, parameter: usize, step_size: f64) -> Result<(), Error> {
        let given = self.parameters.len();
        let expected = parameter + 1;
        let missing = Error::Length {
            operation: "set_step_size",
            given,
            expected,
        };
        self.parameters.get_mut(parameter).ok_or(missing)?.step_size = step_size;
        self.join();
        Ok(())
    }

    /// The order in which parameters move makes no difference: sorted by their places, more of them join.
    fn join(&mut self) {
        self.joined.clear();
        for place in &self.order {
            let parameter = &self.parameters[*place];
            match self.joined.last_mut() {
                Some(last) if last.is_joined_by(parameter) => {
                    last.members.end = parameter.members.end;
                }
                _ => self.joined.push(parameter.clone()),
            }
        }
    }

    /// Makes so many steps: every parameter moves against its gradient by its step size. Afterwards values are those of
    /// the new parameters; the parameters' cotangents are those of the last step, and those of other nodes unspecified.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for a tape other than the one that prepared this.
    pub fn run(&self, tape: &mut Tape, steps: usize) -> Result<(), Error> {
        self.prepare(tape)?;
        for _ in 0..steps {
            self.step(tape);
        }
        Ok(())
    }

    /// Makes as many steps as `losses` has members, and writes the loss before each.
    ///
    /// # Errors
    /// [`Error::OtherTape`] for a tape other than the one that prepared this.
    pub fn run_recording(&self, tape: &mut Tape, losses: &mut [f64]) -> Result<(), Error> {
        self.prepare(tape)?;
        for loss in losses {
            *loss = tape.values[self.plan.seed.clone()]
                .iter()
                .fold(0.0, |total, x| total + x);
            self.step(tape);
        }
        Ok(())
    }

    /// Brings the values forward, and sets to zero the cotangents that the steps will not come to.
    fn prepare(&self, tape: &mut Tape) -> Result<(), Error> {
        tape.check(self.tape)?;
        tape.refresh();
        self.plan.clear(&mut tape.cotangents);
        Ok(())
    }

    #[inline]
    fn step(&self, tape: &mut Tape) {
        tape.cotangents[self.plan.seed.clone()].fill(1.0);
        self.plan.run(
            &tape.steps,
            &tape.fusions,
            &tape.values,
            &mut tape.cotangents,
            &mut tape.scratch,
        );
        for parameter in &self.joined {
            let values = &mut tape.values[parameter.members.clone()];
            let gradient = &tape.cotangents[parameter.members.clone()];
            for (value, gradient) in values.iter_mut().zip(gradient) {
                *value -= parameter.step_size * gradient;
            }
        }
        tape.forward();
    }
}
