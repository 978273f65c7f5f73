//! The numbers that the texts ask for.

use popgrad_figures::number::short;
use popgrad_graph::Rule;

use super::compute::{Credit, Ladder};
use crate::{Error, Numbers};

pub(super) fn numbers() -> Result<Numbers, Error> {
    let seed = [1.0, 2.0, 3.0];
    let credit = Credit::new(&seed, Rule::Add)?;
    let replaced = Credit::new(&seed, Rule::Replace)?;
    let stale = Credit::new(&seed, Rule::Stale)?;
    let ladder = Ladder::new([1.0, -0.9], 16, Rule::Add)?;
    let parts: Vec<_> = credit.parts().map(|(_, edge)| edge.sent[2]).collect();
    Ok(vec![
        ("added_at_3", short(parts[0])),
        ("factor_at_3", short(parts[1])),
        ("gradient_at_1", short(credit.gradients[0])),
        ("gradient_at_2", short(credit.gradients[1])),
        ("gradient_at_3", short(credit.gradients[2])),
        ("replaced_at_3", short(replaced.gradients[2])),
        ("stale_at_3", short(stale.gradients[2])),
        ("paths_10", short(ladder.paths[9])),
        ("edges_10", short(ladder.edges[9])),
        ("sizes_10", short(ladder.sizes[9])),
        ("gradient_10", short(ladder.gradients[9])),
        ("paths_16", short(ladder.paths[15])),
        ("gradient_16", short(ladder.gradients[15])),
        ("one_by_one_16", short(ladder.one_by_one[15])),
    ])
}
