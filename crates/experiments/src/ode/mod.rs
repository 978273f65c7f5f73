//! Ordinary differential equations: Dormand and Prince's pair of orders 5 and 4, with error control
//! and dense output.
//!
//! Written over `libm` so that natively and in WebAssembly the same steps are taken, to the last bit.
//! The method is that of J. R. Dormand and P. J. Prince, A family of embedded Runge-Kutta formulae
//! (1980); the control of steps and the continuous extension follow E. Hairer, S. P. Nørsett and
//! G. Wanner, Solving Ordinary Differential Equations I, sections II.4 to II.6.
//!
//! ```
//! use popgrad_experiments::ode::{Tolerance, solve};
//! // dx/dt = −x from 1: e^(−t).
//! let field = |_: f64, x: &[f64], slope: &mut [f64]| {
//!     slope[0] = -x[0];
//!     Ok::<_, std::convert::Infallible>(())
//! };
//! let path = solve(field, &[1.0], 2.0, Tolerance::default())?;
//! let middle = path.at(1.0).expect("it reaches that far");
//! assert!((middle[0] - 0.36787944117144233).abs() < 1e-9);
//! # Ok::<(), std::convert::Infallible>(())
//! ```

mod control;
mod refusal;
mod step;
mod tableau;
mod trajectory;

pub use refusal::Refusal;
pub use trajectory::Trajectory;

use control::Control;
use step::Stepper;

/// How exact a solution is to be, and how much it may cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerance {
    /// Error that a step may make in a member, as a part of the member's size.
    pub relative: f64,
    /// Error that it may make besides.
    pub absolute: f64,
    /// Steps after which the solution is given up, those that were rejected included.
    pub steps: usize,
}

impl Default for Tolerance {
    /// Ten digits, and at most 10 000 steps.
    fn default() -> Self {
        Self {
            relative: 1e-10,
            absolute: 1e-12,
            steps: 10_000,
        }
    }
}

/// Solves `dx/dt = field(t, x)` from `start` at time 0 to time `end`, which is not negative. The field
/// writes its value into the last argument, as long as `start`.
///
/// A solution that cannot be carried on ends early and says why: see [`Trajectory::refusal`].
///
/// # Errors
/// The first error of `field`.
pub fn solve<E>(
    mut field: impl FnMut(f64, &[f64], &mut [f64]) -> Result<(), E>,
    start: &[f64],
    end: f64,
    tolerance: Tolerance,
) -> Result<Trajectory, E> {
    let mut path = Trajectory::new(start);
    let mut stepper = Stepper::new(&mut field, start)?;
    if !stepper.is_finite() {
        return Ok(path.refused(Refusal::NotFinite { time: 0.0 }));
    }
    let mut control = Control::new(&mut field, &stepper, end, tolerance)?;
    let mut made = 0;
    while path.end() < end {
        let time = path.end();
        if made == tolerance.steps {
            return Ok(path.refused(Refusal::TooManySteps { time, steps: made }));
        }
        made += 1;
        let step = control.next(end - time);
        if time + step == time {
            return Ok(path.refused(control.underflow(time, step)));
        }
        let error = stepper.attempt(&mut field, time, step, tolerance)?;
        if control.accepts(error) {
            path.push(step, end, stepper.dense(step));
            stepper.advance();
        }
    }
    Ok(path)
}
