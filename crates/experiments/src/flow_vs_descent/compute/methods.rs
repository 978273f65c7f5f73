//! What one step of each method does on a slope of curvature λ: a factor that depends on z = ηλ alone.

use super::model::Model;
use super::{Loss, Surface};
use crate::Error;

/// A way to follow the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Method {
    /// The flow itself.
    Flow,
    /// Gradient descent, which is Euler's explicit method.
    Descent,
    /// Euler's implicit method: the gradient at the end of the step.
    Implicit,
    /// The classical method of Runge and Kutta.
    RungeKutta,
}

impl Method {
    pub(in super::super) const ALL: [Self; 4] =
        [Self::Flow, Self::Descent, Self::Implicit, Self::RungeKutta];

    /// What a step leaves of the distance to the minimum, by theory.
    pub(in super::super) fn factor(self, z: f64) -> f64 {
        match self {
            Self::Flow => libm::exp(-z),
            Self::Descent => 1.0 - z,
            Self::Implicit => 1.0 / (1.0 + z),
            Self::RungeKutta => 1.0 - z + z * z / 2.0 - z * z * z / 6.0 + z * z * z * z / 24.0,
        }
    }
}

/// So many steps of size 1 from 1 on a slope of curvature z, measured on a tape: before the first step
/// and after each.
pub(in super::super) fn iterates(method: Method, z: f64, steps: usize) -> Result<Vec<f64>, Error> {
    // The steep direction of the quadratic; the other stays at its minimum.
    let mut model = Model::new(Loss::Surface(Surface::Quadratic { condition: z }))?;
    let start = [0.0, 1.0];
    match method {
        Method::Flow => {
            let flow = model.flow(&start, steps as f64)?;
            let at = |step: usize| flow.at(step as f64).map_or(f64::NAN, |place| place[1]);
            Ok((0..=steps).map(at).collect())
        }
        Method::Descent => {
            let descent = model.descent(&start, 1.0, steps)?;
            Ok(descent.places.iter().map(|place| place[1]).collect())
        }
        Method::Implicit => repeated(steps, |x| implicit(&mut model, x)),
        Method::RungeKutta => repeated(steps, |x| runge_kutta(&mut model, x)),
    }
}

fn repeated(
    steps: usize,
    mut step: impl FnMut(f64) -> Result<f64, Error>,
) -> Result<Vec<f64>, Error> {
    let mut iterates = vec![1.0];
    for made in 0..steps {
        iterates.push(step(iterates[made])?);
    }
    Ok(iterates)
}

/// The end of the step at which x′ = x − g(x′), by Newton's method, which is exact after one iteration
/// where the gradient is straight.
fn implicit(model: &mut Model, x: f64) -> Result<f64, Error> {
    let gradient = gradient(model, x)?;
    let curvature = model.hessian_product(&[0.0, 1.0])?[1];
    Ok(x - gradient / (1.0 + curvature))
}

fn runge_kutta(model: &mut Model, x: f64) -> Result<f64, Error> {
    let first = gradient(model, x)?;
    let second = gradient(model, x - first / 2.0)?;
    let third = gradient(model, x - second / 2.0)?;
    let fourth = gradient(model, x - third)?;
    Ok(x - (first + 2.0 * second + 2.0 * third + fourth) / 6.0)
}

fn gradient(model: &mut Model, x: f64) -> Result<f64, Error> {
    let mut gradient = [0.0; 2];
    model.gradient(&[0.0, x], &mut gradient)?;
    Ok(gradient[1])
}
