//! The gradient of every layer, from both inputs side by side.

use popgrad_figures::number::short;
use popgrad_figures::{Axis, Bars, Detail, Direction, Figure, Mark, Movable, Panel, Points, Role};

use super::super::compute::{Chain, Setting};
use super::super::strings;
use super::{decades, group, id, shown};
use crate::{Guess, PREDICTION};

/// Bars of the gradient at every layer, one panel for each input.
pub(super) fn layers(setting: &Setting, chain: &Chain, guess: Guess) -> Figure {
    let figure = Figure::new(
        super::LAYERS,
        strings::layers_title(chain.course()),
        strings::LAYERS_SUBTITLE,
    )
    .with_caption(strings::LAYERS_CAPTION);
    let first = panel(setting, chain, 0, guess);
    let first = match guess.value() {
        Some(answer) => first.with(predicted(answer)),
        None => first,
    };
    figure.with(first).with(panel(setting, chain, 1, guess))
}

fn panel(setting: &Setting, chain: &Chain, input: usize, guess: Guess) -> Panel {
    let title = if guess.hides() {
        strings::hidden_panel(&short(setting.inputs[input]))
    } else {
        strings::layers_panel(&short(setting.inputs[input]), chain.gradients[0][input])
    };
    let names = shown(setting)
        .into_iter()
        .map(strings::layer_tick)
        .collect();
    let x = Axis::category(strings::LAYER_AXIS, names);
    Panel::new(
        ["first", "second"][input],
        title,
        x,
        axis(setting, chain, guess),
    )
    .with_room(180.0, 300.0, 6)
    .with(Bars::new(
        marks(setting, chain, input, guess),
        Role::Gradient,
    ))
}

/// Both panels have the same axis, so that their bars can be compared. A prediction is a height on
/// the linear one.
fn axis(setting: &Setting, chain: &Chain, guess: Guess) -> Axis {
    let numbers = chain.gradients.iter().flatten().copied();
    if setting.logarithmic && guess.value().is_none() {
        let ([low, _], top) = decades(numbers);
        return Axis::log10(strings::GRADIENT_AXIS, [low, top]);
    }
    let most = numbers
        .filter(|number| number.is_finite())
        .fold(1.0, f64::max);
    let most = if guess.hides() { 1.0 } else { most };
    Axis::linear(strings::GRADIENT_AXIS, [0.0, 1.2 * most]).with_detail(Detail::Bare)
}

/// While the reader predicts, only the last layer shows its gradient, which is always 1.
fn marks(setting: &Setting, chain: &Chain, input: usize, guess: Guess) -> Vec<Mark> {
    let places = shown(setting).into_iter().enumerate();
    let visible = places.filter(|(_, layer)| !guess.hides() || *layer == setting.layers);
    visible
        .map(|(place, layer)| {
            let gradient = chain.gradients[layer][input];
            let name = strings::gradient_name(layer, &short(setting.inputs[input]));
            let at = [place as f64, gradient];
            Mark::new(id("gradient", input, layer), at, name, short(gradient))
                .with_group(group(layer))
        })
        .collect()
}

/// The reader's answer, in percent, as a height above the input.
fn predicted(answer: f64) -> Points {
    let name = strings::PREDICTION_NAME;
    let mark = Mark::new(
        PREDICTION,
        [0.0, answer / 100.0],
        name,
        strings::percent(answer / 100.0),
    )
    .with_movable(Movable::by(PREDICTION, Direction::Y, 0.01));
    Points::new(vec![mark], Role::Prediction)
}
