//! A product of two small weights that learns a number: a plateau, then a sudden rise.

use super::model::{Lost, Model};
use super::{Loss, Setting, Surface};
use crate::Error;

/// The product a = uv from u = v = √a₀, for L = (uv − s)²/2.
pub(in super::super) struct Saxe {
    /// The strength s that it learns.
    pub(in super::super) strength: f64,
    /// The product at the start.
    pub(in super::super) small: f64,
    /// Time and product before the first step of descent and after each.
    pub(in super::super) descent: Vec<[f64; 2]>,
    pub(in super::super) lost: Option<Lost>,
}

impl Saxe {
    /// With the reader's target, start and step size, for twice the time that half of the target takes.
    pub(in super::super) fn of(setting: &Setting) -> Result<Self, Error> {
        let (strength, small, eta) = (setting.target, setting.small, setting.eta);
        let surface = Surface::Product { target: strength };
        let mut model = Model::new(Loss::Surface(surface))?;
        let steps = (2.0 * half_time(strength, small) / eta).ceil() as usize;
        let descent = model.descent(&[libm::sqrt(small); 2], eta, steps)?;
        let places = descent.places.iter().enumerate();
        Ok(Self {
            strength,
            small,
            descent: places
                .map(|(step, place)| [eta * step as f64, place[0] * place[1]])
                .collect(),
            lost: descent.lost,
        })
    }

    /// When the flow has learned half of the strength.
    pub(in super::super) fn half_time(&self) -> f64 {
        half_time(self.strength, self.small)
    }

    /// The product along the flow, in closed form: s e^(2st)/(e^(2st) − 1 + s/a₀), divided by its
    /// exponential, which overflows.
    pub(in super::super) fn theory(&self, time: f64) -> f64 {
        let decayed = libm::exp(-2.0 * self.strength * time);
        self.strength / (1.0 + (self.strength / self.small - 1.0) * decayed)
    }

    /// The first step of descent at which half of the strength is learned: time and product.
    pub(in super::super) fn half_learned(&self) -> Option<[f64; 2]> {
        let mut steps = self.descent.iter().copied();
        steps.find(|[_, product]| *product >= self.strength / 2.0)
    }
}

fn half_time(strength: f64, small: f64) -> f64 {
    libm::log(strength / small - 1.0) / (2.0 * strength)
}
