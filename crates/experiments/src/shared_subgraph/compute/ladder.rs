//! The ladder: every rung is a x + b x.
//!
//! Drawn, it has an x for each rung and two edges from each to the next. In the engine's graph each of these edges is a
//! product on the way: to get from one x to the one before, the backward pass visits the edge to the product and the
//! edge from the product. The last ones, at which a part arrives, are those that are counted.

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
    /// On how many edges a part comes to an x.
    pub(in super::super) edges: Vec<f64>,
    /// How many edges there are in the engine's graph, with those to products and to the factors.
    pub(in super::super) engine_edges: Vec<f64>,
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
        let edges = (1..=rungs).map(edges).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            gradients: each(&factors, rule)?,
            paths: each(&[1.0, 1.0], Rule::Add)?,
            edges: edges.iter().map(|[own, _]| *own).collect(),
            engine_edges: edges.iter().map(|[_, all]| *all).collect(),
            sizes: each(&sizes, Rule::Add)?,
            largest: each(&[sizes[0].max(sizes[1])], Rule::Add)?,
            smallest: each(&[sizes[0].min(sizes[1])], Rule::Add)?,
            one_by_one: one_by_one(factors, rungs),
        })
    }
}

/// An x of one ladder.
pub(in super::super) struct Rung {
    pub(in super::super) value: f64,
    pub(in super::super) gradient: f64,
    /// The two parts of its gradient, by the factor through which they come; none for the last x.
    pub(in super::super) parts: Vec<f64>,
}

/// Every x of a ladder, from the first to the last.
pub(in super::super) fn rungs_of(
    factors: [f64; 2],
    rungs: usize,
    rule: Rule,
) -> Result<Vec<Rung>, Error> {
    let (xs, factors) = ladder(&factors, rungs)?;
    let steps = rule.steps(&xs[rungs])?;
    let through = |x: &PopulationNode, factor: &PopulationNode| {
        let mut arrived = steps.iter().filter(|step| step.receiver.is_same(x));
        arrived.find(|step| step.sender.parents().iter().any(|one| one.is_same(factor)))
    };
    let rung = |x: &PopulationNode| -> Result<Rung, Error> {
        let parts = factors.iter().filter_map(|factor| through(x, factor));
        let parts: Vec<f64> = parts.map(|step| step.sent[0]).collect();
        let gradient = match parts.is_empty() {
            true => 1.0,
            false => rule::gradient(&xs[rungs], x, rule)?[0],
        };
        Ok(Rung {
            value: x.values()[0],
            gradient,
            parts,
        })
    };
    xs.iter().map(rung).collect()
}

/// Every x of a ladder, from the first to the last, and its factors: each rung adds up its x times each of them.
fn ladder(
    factors: &[f64],
    rungs: usize,
) -> Result<(Vec<PopulationNode>, Vec<PopulationNode>), Error> {
    let factors = factors
        .iter()
        .map(|factor| PopulationNode::try_new(*factor));
    let factors = factors.collect::<Result<Vec<_>, _>>()?;
    let mut xs = vec![PopulationNode::try_new(1.0)?];
    for last in 0..rungs {
        let mut rung = factors[0].try_mul(&xs[last])?;
        for factor in &factors[1..] {
            rung = rung.try_add(&factor.try_mul(&xs[last])?)?;
        }
        xs.push(rung);
    }
    Ok((xs, factors))
}

fn gradient(factors: &[f64], rungs: usize, rule: Rule) -> Result<f64, Error> {
    let (xs, _) = ladder(factors, rungs)?;
    Ok(rule::gradient(&xs[rungs], &xs[0], rule)?[0])
}

/// On how many edges of the backward pass a part comes to an x that is used, and how many edges there are.
fn edges(rungs: usize) -> Result<[f64; 2], Error> {
    let (xs, _) = ladder(&[1.0, 1.0], rungs)?;
    let steps = xs[rungs].try_backward_steps()?;
    let comes_to_x = |receiver: &PopulationNode| xs.iter().any(|x| x.is_same(receiver));
    let own = steps
        .iter()
        .filter(|step| comes_to_x(&step.receiver))
        .count();
    Ok([own, steps.len()].map(|count| count as f64))
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
