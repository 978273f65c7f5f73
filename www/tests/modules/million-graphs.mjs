/** A million small graphs, made and dropped: does the engine's memory stay where it was? */

const GRAPHS = 1_000_000;
/** Enough for the allocator to have settled. */
const WARM_UP = 10_000;

/** @param {typeof import("popgrad-web")} engine */
export async function run(engine) {
  // The engine has been started by the page: this gives its exports and starts nothing.
  const { memory } = await engine.default();
  graphs(engine.PopulationNode, WARM_UP);
  const before = memory.buffer.byteLength;
  const gradient = graphs(engine.PopulationNode, GRAPHS);
  return { gradient, grown: memory.buffer.byteLength - before };
}

/**
 * @param {typeof import("popgrad-web").PopulationNode} PopulationNode
 * @param {number} count
 * @returns {number[]} the gradient of the last one
 */
function graphs(PopulationNode, count) {
  /** @type {number[]} */
  let gradient = [];
  for (let made = 0; made < count; made += 1) {
    const x = new PopulationNode([1, 2, 3]);
    const square = x.mul(x);
    const y = square.add(x);
    const z = y.sum();
    z.backprop();
    if (made === count - 1) gradient = [...x.grad];
    for (const node of [z, y, square, x]) node.free();
  }
  return gradient;
}
