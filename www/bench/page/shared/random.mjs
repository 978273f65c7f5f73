/**
 * A generator of uniform numbers in [0, 1), the same for the same seed: the inputs of both sides.
 * A 32-bit counter is mixed by the finaliser of MurmurHash3.
 * @param {number} seed
 */
export function uniforms(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/**
 * Normal numbers, by the method of Box and Muller.
 * @param {number} count
 * @param {number} deviation their standard deviation
 * @param {number} seed
 */
export function normals(count, deviation, seed) {
  const next = uniforms(seed);
  return Float64Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    return deviation * radius * Math.cos(2 * Math.PI * next());
  });
}
