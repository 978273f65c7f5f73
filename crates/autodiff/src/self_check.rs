//! One number for all the digits.

use crate::random::Random;
use crate::{Error, PopulationNode, Tape, buffer, operations};

/// A checksum over every operation, its gradients, random graphs, second derivatives and a training run. It is the same
/// number on every platform, so that two machines, or a native program and a browser, can be compared.
///
/// ```
/// assert_eq!(popgrad::self_check()?, popgrad::self_check()?);
/// # Ok::<(), popgrad::Error>(())
/// ```
///
/// # Errors
/// [`Error::OutOfMemory`] alone; the inputs fit their operations.
pub fn self_check() -> Result<u64, Error> {
    let mut checksum = Checksum::new();
    let mut random = Random::new(1);
    check_operations(&mut checksum, &mut random)?;
    check_tanh(&mut checksum, &mut random)?;
    check_training(&mut checksum, &mut random)?;
    Ok(checksum.0)
}

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo) of the numbers' bits, with every NaN as one.
struct Checksum(u64);

impl Checksum {
    fn new() -> Checksum {
        Checksum(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, members: &[f64]) {
        for member in members {
            for byte in buffer::canonical(*member).to_bits().to_le_bytes() {
                self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
}

/// Numbers that operations treat specially.
const SPECIAL: [f64; 10] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    1e-310,
    -1e300,
    709.0,
];

/// Every operation on its samples, and on random and special numbers of the same shapes.
fn check_operations(checksum: &mut Checksum, random: &mut Random) -> Result<(), Error> {
    for sample in operations().iter().flat_map(|operation| operation.samples) {
        for round in 0..12 {
            let leaves = sample
                .inputs
                .iter()
                .map(|input| input.leaf())
                .collect::<Result<Vec<_>, _>>()?;
            for leaf in leaves.iter().filter(|_| round > 0) {
                let number = |i: usize| {
                    if round < 8 {
                        random.normal() * 3.0
                    } else {
                        SPECIAL[(i * 7 + round) % SPECIAL.len()]
                    }
                };
                leaf.try_set_value((0..leaf.len()).map(number).collect::<Vec<f64>>())?;
            }
            let y = (sample.apply)(&leaves)?;
            y.try_backprop()?;
            checksum.add(&y.values());
            leaves.iter().for_each(|leaf| checksum.add(&leaf.grad()));
            check_second_derivative(checksum, &y, &leaves)?;
        }
    }
    Ok(())
}

fn check_second_derivative(
    checksum: &mut Checksum,
    y: &PopulationNode,
    leaves: &[PopulationNode],
) -> Result<(), Error> {
    let mut tape = Tape::record(y)?;
    let slots = leaves
        .iter()
        .map(|leaf| tape.slot(leaf))
        .collect::<Result<Vec<_>, _>>()?;
    let of = tape.slot(y)?;
    let mut hessian = tape.hessian(of, &slots)?;
    let vector: Vec<f64> = (0..hessian.size()).map(|i| 1.0 - i as f64 / 4.0).collect();
    let mut product = vec![0.0; hessian.size()];
    hessian.multiply(&mut tape, &vector, &mut product)?;
    checksum.add(&product);
    Ok(())
}

/// Lengths around the sizes of the blocks, so that scalar and vector code are both in it.
fn check_tanh(checksum: &mut Checksum, random: &mut Random) -> Result<(), Error> {
    for length in [1, 3, 15, 16, 17, 127, 128, 129, 1000, 4097] {
        let x = PopulationNode::try_new(
            (0..length)
                .map(|_| random.normal() * 8.0)
                .collect::<Vec<f64>>(),
        )?;
        let y = x.try_tanh()?;
        y.try_backprop()?;
        checksum.add(&y.values());
        checksum.add(&x.grad());
    }
    Ok(())
}

/// A 2-5-1 net on 37 points: widths and lengths that no block size divides.
fn check_training(checksum: &mut Checksum, random: &mut Random) -> Result<(), Error> {
    let mut matrix = |rows: usize, columns: usize| {
        PopulationNode::try_matrix(rows, columns, random.normals(rows * columns))
    };
    let (x, target) = (matrix(37, 2)?, matrix(37, 1)?.try_tanh()?);
    let leaves = [
        matrix(2, 5)?,
        matrix(1, 5)?,
        matrix(5, 1)?,
        PopulationNode::try_new(0.1)?,
    ];
    let [w1, b1, w2, b2] = &leaves;
    let hidden = x.try_matmul(w1)?.try_add(b1)?.try_tanh()?;
    let output = hidden.try_matmul(w2)?.try_add(b2)?.try_tanh()?;
    let loss = output.try_sub(&target)?.try_square()?.try_mean()?;
    let mut tape = Tape::record(&loss)?;
    let slot = tape.slot(&loss)?;
    let slots = leaves
        .iter()
        .map(|leaf| tape.slot(leaf))
        .collect::<Result<Vec<_>, _>>()?;
    let parameters: Vec<_> = slots.iter().map(|slot| (*slot, 0.2)).collect();
    let mut losses = [0.0; 500];
    tape.descent(slot, &parameters)?
        .run_recording(&mut tape, &mut losses)?;
    checksum.add(&losses);
    for slot in slots {
        checksum.add(tape.value(slot)?);
    }
    Ok(())
}
