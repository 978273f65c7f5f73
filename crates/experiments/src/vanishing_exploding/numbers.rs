//! The numbers of the texts.

use popgrad_figures::number::{short, with_digits};

use super::parameters::DEPTHS;
use super::setting::{Design, Initialisation, Setting};
use super::{net, question, strings, theory};
use crate::{Error, Numbers};

/// Every number that the texts ask for.
pub(super) fn numbers() -> Result<Numbers, Error> {
    let tanh = question::setting()?;
    let mut numbers = factors(&tanh)?;
    numbers.extend(borders(&tanh)?);
    numbers.extend(variants(&tanh)?);
    numbers.push(("flat_08", saturated(&tanh)?));
    numbers.push(("flat_3", saturated(&tanh.with_gain(3.0))?));
    let [once, twice] = question::gradients()?;
    numbers.push(("first_20", with_digits(once, 2)));
    numbers.push(("first_40", with_digits(twice, 2)));
    let power = libm::pow(tanh.gain, tanh.depth as f64);
    numbers.push(("power_20", with_digits(power, 2)));
    Ok(numbers)
}

fn factors(tanh: &Setting) -> Result<Numbers, Error> {
    let gains = [
        ("chi_05", 0.5),
        ("chi_08", 0.8),
        ("chi_09", 0.9),
        ("chi_1", 1.0),
        ("chi_12", 1.2),
        ("chi_53", 5.0 / 3.0),
        ("chi_3", 3.0),
    ];
    let factors = gains.into_iter().map(|(name, gain)| {
        let factor = theory::settled_factor(&tanh.with_gain(gain).with_depth(DEPTHS[1]))?;
        Ok((name, short(factor)))
    });
    factors.collect()
}

/// What reaches the input at the gain 1, and at that of `PyTorch`.
fn borders(tanh: &Setting) -> Result<Numbers, Error> {
    let first = |gain: f64| -> Result<Vec<f64>, Error> {
        let deepest = tanh.with_gain(gain).with_depth(DEPTHS[1]);
        Ok(theory::theory(&deepest)?.first_gradients())
    };
    let (border, pytorch) = (first(1.0)?, first(5.0 / 3.0)?);
    Ok(vec![
        ("border_10", with_digits(border[10], 2)),
        ("border_20", with_digits(border[20], 2)),
        ("border_50", with_digits(border[50], 2)),
        ("border_100", with_digits(border[100], 2)),
        ("pytorch_20", short(pytorch[20])),
        ("pytorch_100", short(pytorch[100])),
    ])
}

/// Other distributions and other layers, at the gain 1.
fn variants(tanh: &Setting) -> Result<Numbers, Error> {
    let border = tanh.with_gain(1.0);
    let orthogonal = Setting {
        initialisation: Initialisation::Orthogonal,
        ..border.with_depth(DEPTHS[1])
    };
    let linear = Setting {
        design: Design {
            activation: None,
            ..tanh.design
        },
        ..orthogonal
    };
    let residual = with_design(&border, |design| design.residual = true);
    let normalised = with_design(&border, |design| design.normalised = true);
    let both = with_design(&normalised, |design| design.residual = true).with_depth(DEPTHS[1]);
    let measured = |setting: &Setting| -> Result<f64, Error> {
        Ok(net::first_gradients(setting, 0, &[setting.depth])?[0])
    };
    let expected =
        |setting: &Setting| -> Result<f64, Error> { Ok(theory::theory(setting)?.gradients()[0]) };
    let [residual_first, residual_last] = residual_factors(&residual)?;
    let uniform = Initialisation::Uniform.gain(tanh.width);
    Ok(vec![
        ("orthogonal_linear", short(measured(&linear)?)),
        ("orthogonal_tanh", with_digits(measured(&orthogonal)?, 2)),
        ("residual_20", short(expected(&residual)?)),
        ("residual_first", with_digits(residual_first, 2)),
        ("residual_last", with_digits(residual_last, 2)),
        ("both_100", short(expected(&both)?)),
        ("normalised_20", short(expected(&normalised)?)),
        (
            "normalised_factor",
            short(theory::settled_factor(&normalised)?),
        ),
        ("uniform_64", short(uniform.unwrap_or(f64::NAN))),
    ])
}

/// What the first and the last layer of a residual net add to the mean square of the gradient, for each
/// that they receive: χ.
fn residual_factors(residual: &Setting) -> Result<[f64; 2], Error> {
    let gradients = theory::theory(residual)?.gradients();
    let added = |layer: usize| {
        let factor = gradients[layer - 1] / gradients[layer];
        factor * factor - 1.0
    };
    Ok([added(1), added(residual.depth)])
}

/// The share of saturated units over all layers of the net of the question, in percent.
fn saturated(setting: &Setting) -> Result<String, Error> {
    let courses = net::courses(setting, 0)?;
    let shares = courses.iter().skip(1).map(|course| course.flat);
    let share = shares.sum::<f64>() / setting.depth as f64;
    Ok(strings::percent(libm::round(100.0 * share) / 100.0))
}

fn with_design(setting: &Setting, change: impl FnOnce(&mut Design)) -> Setting {
    let mut changed = *setting;
    change(&mut changed.design);
    changed
}
