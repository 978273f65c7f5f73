//! The ladder: every rung is a x + b x.

use popgrad::PopulationNode;
use popgrad_graph::Rule;

use super::rule;
use crate::Error;

/// Ladders of 1 to K rungs: entry k − 1 belongs to the one of k rungs.
pub(in super::super) struct Ladder {
    /// The gradient of the last x for the first one.
    pub(in super::super) gradients: Vec<f64>,
    /// How many paths there are: the gradient where both factors are 1.
    pub(in super::super) paths: Vec<f64>,
    /// How many edges the backward pass visits.
    pub(in super::super) edges: Vec<f64>,
    /// The sizes of all paths added up: the gradient where both factors are positive.
    pub(in super::super) sizes: Vec<f64>,
    /// The largest and the smallest size of a path.
    pub(in super::super) largest: Vec<f64>,
    pub(in super::super) smallest: Vec<f64>,
    /// All paths added up one by one, as nobody computes a gradient.
    pub(in super::super) one_by_one: Vec<f64>,
}

impl Ladder {
    pub(in super::super) fn new(
        factors: [f64; 2],
        rungs: usize,
        rule: Rule,
    ) -> Result<Self, Error> {
        let each = |factors: &[f64], rule: Rule| -> Result<Vec<f64>, Error> {
            (1..=rungs)
                .map(|rungs| gradient(factors, rungs, rule))
                .collect()
        };
        let sizes = factors.map(f64::abs);
        let edges = (1..=rungs).map(edges);
        Ok(Self {
            gradients: each(&factors, rule)?,
            paths: each(&[1.0, 1.0], Rule::Add)?,
            edges: edges.collect::<Result<_, _>>()?,
            sizes: each(&sizes, Rule::Add)?,
            largest: each(&[sizes[0].max(sizes[1])], Rule::Add)?,
            smallest: each(&[sizes[0].min(sizes[1])], Rule::Add)?,
            one_by_one: one_by_one(factors, rungs),
        })
    }
}

/// The first and the last x of a ladder: each rung adds up its x times each of the factors.
fn ladder(factors: &[f64], rungs: usize) -> Result<[PopulationNode; 2], Error> {
    let factors = factors
        .iter()
        .map(|factor| PopulationNode::try_new(*factor));
    let factors = factors.collect::<Result<Vec<_>, _>>()?;
    let first = PopulationNode::try_new(1.0)?;
    let mut last = first.clone();
    for _ in 0..rungs {
        let mut rung = factors[0].try_mul(&last)?;
        for factor in &factors[1..] {
            rung = rung.try_add(&factor.try_mul(&last)?)?;
        }
        last = rung;
    }
    Ok([first, last])
}

fn gradient(factors: &[f64], rungs: usize, rule: Rule) -> Result<f64, Error> {
    let [first, last] = ladder(factors, rungs)?;
    Ok(rule::gradient(&last, &first, rule)?[0])
}

/// How many edges the backward pass visits.
fn edges(rungs: usize) -> Result<f64, Error> {
    let [_, last] = ladder(&[1.0, 1.0], rungs)?;
    Ok(last.try_backward_steps()?.len() as f64)
}

/// The sum over all paths, each of them a product of one factor for every rung, added up from the first to the last,
/// for ladders of 1 to `rungs` rungs.
fn one_by_one(factors: [f64; 2], rungs: usize) -> Vec<f64> {
    let mut paths = vec![1.0];
    let longer = |_| {
        let along = |factor: f64| paths.iter().map(move |path| factor * path);
        paths = factors.into_iter().flat_map(along).collect();
        paths.iter().sum()
    };
    (0..rungs).map(longer).collect()
}
