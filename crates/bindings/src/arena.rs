//! The nodes that JavaScript holds, each in a numbered slot, and the members on their way across the border.

use std::cell::RefCell;

use popgrad::{Error, Population, PopulationNode, Shape};

thread_local! {
    static SLOTS: RefCell<Vec<Option<PopulationNode>>> = const { RefCell::new(Vec::new()) };
    static STAGED: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
    /// A few members need no call that makes room: JavaScript knows where this is.
    static FEW: RefCell<[f64; MOST_OF_FEW]> = const { RefCell::new([0.0; MOST_OF_FEW]) };
}

/// So many members are few.
pub(crate) const MOST_OF_FEW: usize = 32;

/// The node in a slot, unless it has been freed.
pub(crate) fn node(slot: u32) -> Option<PopulationNode> {
    with(slot, PopulationNode::clone)
}

/// What comes of the node in a slot, unless it has been freed. Meanwhile no slot may change.
pub(crate) fn with<Answer>(
    slot: u32,
    ask: impl FnOnce(&PopulationNode) -> Answer,
) -> Option<Answer> {
    SLOTS.with_borrow(|slots| slots.get(slot as usize)?.as_ref().map(ask))
}

/// The same of the nodes in two slots.
pub(crate) fn with_both<Answer>(
    left: u32,
    right: u32,
    ask: impl FnOnce(&PopulationNode, &PopulationNode) -> Answer,
) -> Option<Answer> {
    with(left, |left| with(right, |right| ask(left, right))).flatten()
}

/// Puts a node into a slot.
pub(crate) fn put(slot: u32, node: PopulationNode) -> Result<(), Error> {
    let slot = slot as usize;
    let earlier = SLOTS.with_borrow_mut(|slots| {
        if slot >= slots.len() {
            // More than needed, so that the list seldom moves.
            let length = (slot + 1).next_power_of_two();
            slots
                .try_reserve_exact(length - slots.len())
                .map_err(|_| Error::OutOfMemory { members: length })?;
            slots.resize_with(length, || None);
        }
        Ok(slots[slot].replace(node))
    })?;
    drop(earlier);
    Ok(())
}

/// Empties a slot.
pub(crate) fn free(slot: u32) {
    // Dropping a node may drop a whole graph: not while the slots are borrowed.
    let freed = SLOTS.with_borrow_mut(|slots| slots.get_mut(slot as usize).and_then(Option::take));
    drop(freed);
}

/// So many zeros, if there is memory for them.
pub(crate) fn zeros(members: usize) -> Result<Vec<f64>, Error> {
    let mut zeros = Vec::new();
    zeros
        .try_reserve_exact(members)
        .map_err(|_| Error::OutOfMemory { members })?;
    zeros.resize(members, 0.0);
    Ok(zeros)
}

/// Makes room for members that JavaScript writes and gives its address.
pub(crate) fn room(members: usize) -> Result<u32, Error> {
    Shape::population(members)?;
    let room = zeros(members)?;
    let address = address(&room);
    STAGED.set(room);
    Ok(address)
}

/// Where JavaScript writes members if they are few.
pub(crate) fn room_of_few() -> u32 {
    FEW.with_borrow(|few| address(few))
}

/// The members that JavaScript has written, so many.
pub(crate) fn staged(members: usize) -> Vec<f64> {
    if members > MOST_OF_FEW {
        return STAGED.take();
    }
    FEW.with_borrow(|few| few[..members].to_vec())
}

/// The same for a leaf.
pub(crate) fn population(members: usize) -> Population {
    if members > MOST_OF_FEW {
        return STAGED.take().into();
    }
    FEW.with_borrow(|few| few[..members].into())
}

/// Where JavaScript finds members until the next call. A NaN is given out as the one that has neither sign nor payload.
pub(crate) fn shown(members: &[f64]) -> Result<u32, Error> {
    if !members.iter().any(|member| member.is_nan()) {
        return Ok(address(members));
    }
    let address = room(members.len())?;
    STAGED.with_borrow_mut(|shown| {
        for (to, from) in shown.iter_mut().zip(members) {
            *to = if from.is_nan() { f64::NAN } else { *from };
        }
    });
    Ok(address)
}

fn address(members: &[f64]) -> u32 {
    members.as_ptr() as usize as u32
}
