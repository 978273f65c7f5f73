//! The plane that is drawn: the two weights themselves, or a plane through the space of the net's
//! nine.

use popgrad::PopulationNode;

use super::model::Model;
use super::run::{Run, distance};
use super::{Loss, Surface};
use crate::Error;
use crate::flow_vs_descent::parameters::WINDOW;

/// Cells of the contours, across and upwards.
pub(in super::super) const CELLS: usize = 48;

/// Free room around the path in the plane of a net, as a part of its extent.
const MARGIN: f64 = 0.25;

/// A plane, and the part of it that is drawn.
pub(in super::super) struct Plane {
    /// The place at its origin, and two directions of length 1; none where the plane is all there is.
    frame: Option<[Vec<f64>; 3]>,
    pub(in super::super) window: [[f64; 2]; 2],
}

impl Plane {
    /// The plane for a run: that of the two weights, or for a net the one through the start, the end of
    /// the flow, and the place of descent that lies furthest from the flow.
    pub(in super::super) fn of(run: &Run) -> Self {
        let places = &run.descent.places;
        if places[0].len() == 2 {
            return Self {
                frame: None,
                window: WINDOW,
            };
        }
        let origin = places[0].clone();
        let gap = |step: &usize| run.gaps(*step).flow;
        let furthest = (0..places.len()).max_by(|one, other| gap(one).total_cmp(&gap(other)));
        let first = direction(&difference(&run.flow.last(), &origin), None);
        let away = difference(&places[furthest.unwrap_or(0)], &origin);
        let second = direction(&away, Some(&first));
        let mut plane = Self {
            frame: Some([origin, first, second]),
            window: WINDOW,
        };
        plane.window = plane.around(run);
        plane
    }

    /// Where a place stands in the plane: its shadow on it.
    pub(in super::super) fn at(&self, place: &[f64]) -> [f64; 2] {
        match &self.frame {
            None => [place[0], place[1]],
            Some([origin, first, second]) => {
                let from = difference(place, origin);
                [dot(&from, first), dot(&from, second)]
            }
        }
    }

    /// Whether a place stands in what is drawn.
    pub(in super::super) fn holds(&self, at: [f64; 2]) -> bool {
        let axes = at.iter().zip(self.window);
        axes.into_iter()
            .all(|(at, [low, high])| (low..=high).contains(at))
    }

    /// Whether it is a plane through a larger space.
    pub(in super::super) fn is_projection(&self) -> bool {
        self.frame.is_some()
    }

    /// A window around the flow and what of descent is not far from it.
    fn around(&self, run: &Run) -> [[f64; 2]; 2] {
        let end = run.flow.end();
        let times = (0..=32).filter_map(|part| run.flow.at(end * f64::from(part) / 32.0));
        let places = times.chain(run.descent.places.iter().cloned());
        let places: Vec<_> = places.map(|place| self.at(&place)).collect();
        let [reach, _] = self.at(&run.flow.last());
        [0, 1].map(|axis| {
            let ends = places.iter().map(|at| at[axis]);
            let near = ends.filter(|end| end.abs() <= 2.0 * reach);
            let [low, high] = near.fold([0.0_f64; 2], |[low, high], end| {
                [low.min(end), high.max(end)]
            });
            let margin = MARGIN * (high - low).max(1e-6);
            [low - margin, high + margin]
        })
    }

    /// The loss over the window, row by row from below.
    pub(in super::super) fn losses(&self, loss: Loss) -> Result<Vec<f64>, Error> {
        let center = |axis: usize, index: usize| {
            let [low, high] = self.window[axis];
            low + (high - low) * (index as f64 + 0.5) / CELLS as f64
        };
        let places = (0..CELLS)
            .flat_map(|row| (0..CELLS).map(move |column| [center(0, column), center(1, row)]));
        match loss {
            Loss::Surface(surface) => over(surface, &places.collect::<Vec<_>>()),
            Loss::Xor { .. } => {
                let mut model = Model::new(loss)?;
                places.map(|at| model.loss(&self.place(at))).collect()
            }
        }
    }

    /// The place that stands at these coordinates.
    fn place(&self, [across, up]: [f64; 2]) -> Vec<f64> {
        let Some([origin, first, second]) = &self.frame else {
            return vec![across, up];
        };
        let members = origin.iter().zip(first).zip(second);
        let member = |((origin, first), second)| origin + across * first + up * second;
        members.map(member).collect()
    }
}

/// The loss of two weights at many places at once.
fn over(surface: Surface, places: &[[f64; 2]]) -> Result<Vec<f64>, Error> {
    let axis = |axis: usize| {
        let members: Vec<_> = places.iter().map(|place| place[axis]).collect();
        PopulationNode::try_new(members)
    };
    Ok(surface.of(&axis(0)?, &axis(1)?)?.value())
}

fn difference(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(a, b)| a - b).collect()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    let products = one.iter().zip(other).map(|(a, b)| a * b);
    products.fold(0.0, |total, product| total + product)
}

/// The part of a vector across another, with length 1; where there is none, that of the first axis
/// that has one.
fn direction(vector: &[f64], across: Option<&[f64]>) -> Vec<f64> {
    let size = distance(vector, &vec![0.0; vector.len()]);
    let axes = (0..vector.len()).map(|axis| {
        let mut unit = vec![0.0; vector.len()];
        unit[axis] = 1.0;
        unit
    });
    let candidates = std::iter::once(vector.to_vec()).chain(axes);
    let across = |candidate: Vec<f64>| match across {
        Some(other) => {
            let along = dot(&candidate, other);
            let parts = candidate.iter().zip(other);
            parts
                .map(|(member, other)| member - along * other)
                .collect()
        }
        None => candidate,
    };
    let unit = |candidate: Vec<f64>| {
        let length = libm::sqrt(dot(&candidate, &candidate));
        let is_clear = length.is_finite() && length > 1e-9 * size.min(1.0);
        is_clear.then(|| candidate.iter().map(|member| member / length).collect())
    };
    let found = candidates.map(across).find_map(unit);
    found.unwrap_or_else(|| vec![0.0; vector.len()])
}
