//! After recording, a tape allocates nothing.

use std::hint::black_box;

use popgrad::{Tape, operations};

fn allocations(work: impl FnOnce()) -> u64 {
    allocation_counter::measure(work).count_total
}

#[test]
fn replaying_any_operation_allocates_nothing() {
    assert!(
        allocations(|| drop(black_box(vec![1.0; 10]))) > 0,
        "the counter counts"
    );
    for sample in operations().iter().flat_map(|operation| operation.samples) {
        let leaves: Vec<_> = sample
            .inputs
            .iter()
            .map(|input| input.leaf().unwrap())
            .collect();
        let loss = (sample.apply)(&leaves).unwrap().sum();
        let mut tape = Tape::record(&loss).unwrap();
        let slot = tape.slot(&loss).unwrap();
        let slots: Vec<_> = leaves.iter().map(|leaf| tape.slot(leaf).unwrap()).collect();
        let parameters: Vec<_> = slots.iter().map(|slot| (*slot, 0.01)).collect();
        let descent = tape.descent(slot, &parameters).unwrap();
        let mut hessian = tape.hessian(slot, &slots).unwrap();
        let vector = vec![1.0; hessian.size()];
        let mut product = vec![0.0; hessian.size()];
        let count = allocations(|| {
            let value = leaves[0].values();
            tape.set(slots[0], &value).unwrap();
            tape.forward();
            tape.backward(slot).unwrap();
            tape.cotangent(slots[0]).unwrap();
            descent.run(&mut tape, 3).unwrap();
            hessian.multiply(&mut tape, &vector, &mut product).unwrap();
        });
        assert_eq!(count, 0, "{}", loss.parents()[0].op());
    }
}
