/**
 * A population through a chain of tanh, then its sum, and the gradient of the sum: without an engine.
 * @param {import("../row.mjs").Members} inputs
 * @param {number} length of the chain
 */
export function tanhChain(inputs, length) {
  const size = inputs.length;
  /** @type {import("../row.mjs").Members[]} */
  const links = Array.from({ length }, () => new Float64Array(size));
  /** @type {import("../row.mjs").Members} */
  const gradient = new Float64Array(size);

  function forward() {
    let members = inputs;
    for (const link of links) {
      for (let index = 0; index < size; index++) link[index] = Math.tanh(members[index]);
      members = link;
    }
    let sum = 0;
    for (let index = 0; index < size; index++) sum += members[index];
    return sum;
  }

  function backward() {
    for (let index = 0; index < size; index++) gradient[index] = 1;
    for (let position = length - 1; position >= 0; position--) {
      const link = links[position] ?? inputs;
      for (let index = 0; index < size; index++) gradient[index] *= 1 - link[index] * link[index];
    }
  }

  return {
    gradient,
    /** @returns the sum; the gradient stands in `gradient` */
    run() {
      const sum = forward();
      backward();
      return sum;
    },
  };
}
