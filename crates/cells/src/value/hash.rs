//! Hashes. Those of numbers and tuples are `CPython`'s, because they decide the order in which sets are printed.

/// The prime 2⁶¹ − 1, modulo which numbers are hashed.
const BITS: u32 = 61;
const MODULUS: u64 = (1 << BITS) - 1;
const INFINITY: u64 = 314_159;

/// The hash of a whole number.
pub(crate) fn integer_hash(integer: i64) -> u64 {
    signed(integer.unsigned_abs() % MODULUS, integer < 0)
}

/// The hash of a float: that of the whole number it equals, if it does.
pub(crate) fn float_hash(float: f64) -> u64 {
    if float.is_nan() {
        return 0;
    }
    if float.is_infinite() {
        return signed(INFINITY, float < 0.0);
    }
    let (mut mantissa, mut exponent) = libm::frexp(float.abs());
    let mut hash: u64 = 0;
    // 28 bits of the mantissa at a time.
    while mantissa != 0.0 {
        hash = ((hash << 28) & MODULUS) | (hash >> (BITS - 28));
        mantissa *= f64::from(1_u32 << 28);
        exponent -= 28;
        let part = mantissa as u64;
        mantissa -= part as f64;
        hash += part;
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let shift = exponent.rem_euclid(BITS as i32) as u32;
    if shift > 0 {
        hash = ((hash << shift) & MODULUS) | (hash >> (BITS - shift));
    }
    signed(hash, float < 0.0)
}

/// -1 means an error in `CPython`, so nothing has that hash.
fn signed(size: u64, is_negative: bool) -> u64 {
    let hash = if is_negative {
        size.wrapping_neg()
    } else {
        size
    };
    if hash == u64::MAX { hash - 1 } else { hash }
}

/// The hash of a text (FNV-1a).
pub(crate) fn text_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// The hash of a tuple from those of its items (xxHash, as `CPython` uses it).
pub(crate) fn tuple_hash(items: &[u64]) -> u64 {
    const FIRST: u64 = 11_400_714_785_074_694_791;
    const SECOND: u64 = 14_029_467_366_897_019_727;
    const FIFTH: u64 = 2_870_177_450_012_600_261;
    let sum = items.iter().fold(FIFTH, |sum, item| {
        sum.wrapping_add(item.wrapping_mul(SECOND))
            .rotate_left(31)
            .wrapping_mul(FIRST)
    });
    let hash = sum.wrapping_add(items.len() as u64 ^ (FIFTH ^ 3_527_539));
    if hash == u64::MAX {
        1_546_275_796
    } else {
        hash
    }
}
