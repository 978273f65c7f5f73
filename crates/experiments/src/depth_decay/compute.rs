//! What the experiment computes.

use std::cell::RefCell;
use std::rc::Rc;

use popgrad::{PopulationNode, Slot, Tape};

use super::parameters::{AXIS, DEEPEST, INPUTS, LAYERS, SEED, WEIGHT};
use crate::{Error, State};

/// A number for each of the two inputs.
pub(super) type Pair = [f64; 2];

/// What the reader has set.
pub(super) struct Setting {
    pub(super) layers: usize,
    pub(super) weight: f64,
    pub(super) inputs: Pair,
    /// Whether gradients stand on a logarithmic axis.
    pub(super) logarithmic: bool,
}

impl Setting {
    /// The seed's chain, which the question is about.
    pub(super) fn asked() -> Self {
        Self {
            layers: 8,
            weight: 1.0,
            inputs: SEED,
            logarithmic: false,
        }
    }

    /// What stands on the figure of the question: the seed's chain while its answer is hidden.
    pub(super) fn shown(state: &State) -> Result<Self, Error> {
        if state.guess().hides() {
            return Ok(Self::asked());
        }
        Self::of(state)
    }

    pub(super) fn of(state: &State) -> Result<Self, Error> {
        let [first, second] = INPUTS;
        Ok(Self {
            layers: state.count(LAYERS)?,
            weight: state.get(WEIGHT)?,
            inputs: [state.get(first)?, state.get(second)?],
            logarithmic: state.get(AXIS)? == 1.0,
        })
    }
}

/// A chain of layers `y = tanh(w·y)`, entered by both inputs side by side as one population.
pub(super) struct Chain {
    /// The inputs, then the value of each layer.
    pub(super) values: Vec<Pair>,
    /// The gradient of the last layer's value for each of them.
    pub(super) gradients: Vec<Pair>,
}

/// What the layers do to the gradients of both inputs, on the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Every layer makes both smaller, and one makes one fifty times smaller.
    Saturated,
    /// Every layer makes both smaller.
    Shrinking,
    /// No layer makes one larger.
    Whole,
    /// A layer makes one larger.
    Growing,
}

impl Chain {
    pub(super) fn course(&self) -> Course {
        let pairs = self.gradients.windows(2);
        let steps = pairs.flat_map(|pair| [0, 1].map(|input| [pair[1][input], pair[0][input]]));
        // What is 0 already can shrink no further.
        let steps: Vec<_> = steps.filter(|[before, _]| *before > 0.0).collect();
        if steps.iter().any(|[before, after]| after > before) {
            Course::Growing
        } else if steps.iter().any(|[before, after]| after == before) {
            Course::Whole
        } else if steps.iter().any(|[before, after]| 50.0 * after < *before) {
            Course::Saturated
        } else {
            Course::Shrinking
        }
    }
}

pub(super) fn chain(setting: &Setting) -> Result<Chain, Error> {
    let nodes = nodes(setting.inputs, setting.weight, setting.layers)?.layers;
    nodes[setting.layers].try_backprop()?;
    Ok(Chain {
        values: nodes.iter().map(|node| pair(&node.value())).collect(),
        gradients: nodes.iter().map(|node| pair(&node.grad())).collect(),
    })
}

/// Numbers of layers after which the gradient is measured, for the curve over depth.
pub(super) const DEPTHS: [usize; 24] = [
    1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 28, 40, 55, 70, 100, 140, 200, 270, 350, 450, 550, 680, 820,
    DEEPEST,
];

/// The same layers, from one to the deepest chain.
pub(super) struct Depth {
    /// The inputs, then the value of each layer.
    pub(super) values: Vec<Pair>,
    /// The local derivative of each layer: of its value for the value before it.
    pub(super) factors: Vec<Pair>,
    /// The gradient of the last of so many layers for the input, for each of [`DEPTHS`].
    pub(super) gradients: Vec<Pair>,
}

impl Depth {
    /// How steeply the gradient falls at `layers` where both axes are logarithmic: the power of the
    /// depth that it follows there, from one layer less to one layer more.
    pub(super) fn local_slope(&self, layers: usize, input: usize) -> f64 {
        let last = self.factors.len();
        let (from, to) = (layers.max(2) - 1, (layers + 1).min(last));
        let logarithms = self.factors[from..to].iter();
        let fall: f64 = logarithms.map(|factor| libm::log(factor[input])).sum();
        fall / libm::log(to as f64 / from as f64)
    }
}

/// The number of layers does not change it: it is computed anew when the weight or an input moves.
pub(super) fn depth(setting: &Setting) -> Result<Rc<Depth>, Error> {
    thread_local! {
        static DEEP: RefCell<Option<Deep>> = const { RefCell::new(None) };
    }
    DEEP.with_borrow_mut(|kept| match kept {
        Some(deep) => deep.run(setting),
        None => kept.insert(Deep::record()?).run(setting),
    })
}

/// The deepest chain, recorded once.
struct Deep {
    tape: Tape,
    weight: Slot,
    layers: Vec<Slot>,
    /// The last result, with the weight and the inputs that it belongs to.
    last: Option<(f64, Pair, Rc<Depth>)>,
}

impl Deep {
    fn record() -> Result<Self, Error> {
        let Nodes { weight, layers } = nodes([0.0; 2], 1.0, DEEPEST)?;
        let tape = Tape::record(&layers[DEEPEST])?;
        let slots: Result<_, _> = layers.iter().map(|layer| tape.slot(layer)).collect();
        Ok(Self {
            weight: tape.slot(&weight)?,
            layers: slots?,
            tape,
            last: None,
        })
    }

    fn run(&mut self, setting: &Setting) -> Result<Rc<Depth>, Error> {
        let (weight, inputs) = (setting.weight, setting.inputs);
        match &self.last {
            Some((known, of, depth)) if *known == weight && *of == inputs => Ok(Rc::clone(depth)),
            _ => {
                let depth = Rc::new(self.compute(weight, inputs)?);
                self.last = Some((weight, inputs, Rc::clone(&depth)));
                Ok(depth)
            }
        }
    }

    fn compute(&mut self, weight: f64, inputs: Pair) -> Result<Depth, Error> {
        let input = self.layers[0];
        self.tape.set(input, &inputs)?;
        self.tape.set(self.weight, &[weight])?;
        self.tape.forward();
        let mut values = Vec::new();
        for slot in &self.layers {
            values.push(pair(self.tape.value(*slot)?));
        }
        let mut gradients = Vec::new();
        for layers in DEPTHS {
            gradients.push(pair(self.tape.gradient(self.layers[layers], input)?));
        }
        Ok(Depth {
            factors: factors(&values[..DEEPEST], weight)?,
            values,
            gradients,
        })
    }
}

/// The local derivatives of a layer at all these values at once: each member of a population has
/// its own way to the sum.
fn factors(values: &[Pair], weight: f64) -> Result<Vec<Pair>, Error> {
    let before = PopulationNode::try_new(values.as_flattened().to_vec())?;
    let weight = PopulationNode::try_new(weight)?;
    weight
        .try_mul(&before)?
        .try_tanh()?
        .try_sum()?
        .try_backprop()?;
    Ok(before.grad().chunks_exact(2).map(pair).collect())
}

struct Nodes {
    weight: PopulationNode,
    /// The inputs, then each layer.
    layers: Vec<PopulationNode>,
}

fn nodes(inputs: Pair, weight: f64, count: usize) -> Result<Nodes, Error> {
    let weight = PopulationNode::try_new(weight)?;
    let mut last = PopulationNode::try_new(inputs.to_vec())?;
    let mut layers = vec![last.clone()];
    for _ in 0..count {
        last = weight.try_mul(&last)?.try_tanh()?;
        layers.push(last.clone());
    }
    Ok(Nodes { weight, layers })
}

fn pair(members: &[f64]) -> Pair {
    [members[0], members[1]]
}

/// The positive fixed point of `y = tanh(w·y)` by theory, if there is one: where the curve crosses
/// the diagonal, by halving an interval.
pub(super) fn fixed_point(weight: f64) -> Option<f64> {
    let (mut low, mut high) = (1e-6, 1.0);
    let above = |y: f64| libm::tanh(weight * y) > y;
    if !above(low) {
        return None;
    }
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if above(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(low)
}

/// What the local derivative tends to by theory: the slope of a layer at the fixed point that the
/// values walk to, `w` at 0 and `w(1 − y²)` elsewhere.
pub(super) fn limit(input: f64, weight: f64) -> f64 {
    match fixed_point(weight) {
        Some(fixed) if input != 0.0 => weight * (1.0 - fixed * fixed),
        _ => weight,
    }
}
