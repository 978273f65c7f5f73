//! The order of a backward pass, decided before it runs.

use std::ops::Range;

use super::fusion::Arrivals;
use super::{Fusion, Tape};
use crate::operation::Side;

/// A backward pass from one node: which edges it takes, and which contributions arrive first.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The index of the node that it begins at.
    pub(super) root: usize,
    /// Where that node's members are.
    pub(super) seed: Range<usize>,
    pub(super) pulls: Vec<Pull>,
    /// Which neighbours among the pulls are done at once.
    pub(super) fused: Vec<FusedPulls>,
    /// The members that the pass does not come to.
    unreached: Vec<Range<usize>>,
}

/// One edge on the way back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pull {
    pub(super) step: usize,
    pub(super) side: Side,
    /// Whether this is the first contribution to the input's cotangent.
    pub(super) is_first: bool,
}

/// The pulls that a fusion does at once.
#[derive(Clone, Debug)]
pub(super) struct FusedPulls {
    pub(super) pulls: Range<usize>,
    /// The index of the fusion.
    pub(super) fusion: usize,
    pub(super) arrivals: Arrivals,
}

impl Plan {
    /// The pass to everything that the root depends on.
    pub(super) fn whole(tape: &Tape, root: usize) -> Plan {
        Plan::new(tape, root, &vec![true; tape.places.len()])
    }

    /// The pass to the wanted nodes and to those on the way to them.
    pub(super) fn toward(tape: &Tape, root: usize, wanted: &[usize]) -> Plan {
        let mut leads = vec![false; tape.places.len()];
        for index in wanted {
            leads[*index] = true;
        }
        for (index, place) in tape.places.iter().enumerate() {
            let mut inputs = tape.steps[place.steps.clone()]
                .iter()
                .flat_map(|step| inputs_of(tape, step));
            if inputs.any(|(_, input)| leads[input]) {
                leads[index] = true;
            }
        }
        Plan::new(tape, root, &leads)
    }

    fn new(tape: &Tape, root: usize, leads: &[bool]) -> Plan {
        let mut reached = vec![false; tape.places.len()];
        reached[root] = true;
        let mut pulls = Vec::new();
        for index in (0..=root).rev().filter(|index| leads[*index]) {
            if !reached[index] {
                continue;
            }
            for number in tape.places[index].steps.clone() {
                let step = &tape.steps[number];
                if !step.operation.is_differentiable() {
                    continue;
                }
                for (side, input) in inputs_of(tape, step).filter(|(_, input)| leads[*input]) {
                    let is_first = !std::mem::replace(&mut reached[input], true);
                    pulls.push(Pull {
                        step: number,
                        side,
                        is_first,
                    });
                }
            }
        }
        let unreached = ranges(tape, |index| !reached[index]);
        Plan {
            root,
            seed: tape.places[root].members.clone(),
            fused: fused(&tape.fusions, &pulls, leads.iter().all(|leads| *leads)),
            pulls,
            unreached,
        }
    }

    /// Sets to zero what the pass will not come to.
    pub(super) fn clear(&self, cotangents: &mut [f64]) {
        for range in &self.unreached {
            cotangents[range.clone()].fill(0.0);
        }
    }
}

/// The pulls that fusions can do at once. Backward, the fusions come last to first.
fn fused(fusions: &[Fusion], pulls: &[Pull], are_all: bool) -> Vec<FusedPulls> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, fusion) in fusions.iter().enumerate().rev() {
        let before = |pull: &Pull| pull.step >= fusion.steps.end;
        start += pulls[start..].partition_point(before);
        if let Some((count, arrivals)) = fusion.arrivals(&pulls[start..], are_all) {
            let pulls = start..start + count;
            found.push(FusedPulls {
                pulls,
                fusion: index,
                arrivals,
            });
        }
    }
    found
}

/// The inputs of a step: on which side, and the index of the node.
fn inputs_of<'a>(
    tape: &'a Tape,
    step: &super::Step,
) -> impl Iterator<Item = (Side, usize)> + use<'a> {
    let index = |range: &Range<usize>| {
        tape.places
            .partition_point(|place| place.members.start < range.start)
    };
    let left = Some((Side::Left, index(&step.left)));
    let right = (!step.right.is_empty()).then(|| (Side::Right, index(&step.right)));
    left.into_iter().chain(right)
}

/// The members of the chosen nodes, neighbours joined.
fn ranges(tape: &Tape, is_chosen: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (_, place) in tape
        .places
        .iter()
        .enumerate()
        .filter(|(index, _)| is_chosen(*index))
    {
        match ranges.last_mut() {
            Some(last) if last.end == place.members.start => last.end = place.members.end,
            _ => ranges.push(place.members.clone()),
        }
    }
    ranges
}
