/** W4: a population through eight tanh and a sum, and back; the engine builds the graph anew each time. */
import { tanhChain } from "../plain/tanh-chain.mjs";
import { uniforms } from "../shared/random.mjs";

const LENGTH = 8;
const SIZES = [1, 100, 10_000, 1_000_000];

/** @param {Float64Array} inputs @returns {import("../row.mjs").Side} */
function plain(inputs) {
  const chain = tanhChain(inputs, LENGTH);
  return {
    run(count) {
      for (let index = 0; index < count; index++) chain.run();
    },
    check: () => [chain.run(), ...chain.gradient],
  };
}

/**
 * @param {import("../row.mjs").Engine} engine
 * @param {Float64Array} inputs
 * @returns {import("../row.mjs").Side}
 */
function withEngine({ PopulationNode }, inputs) {
  function once() {
    const leaf = new PopulationNode(inputs);
    let node = leaf.tanh();
    for (let link = 1; link < LENGTH; link++) {
      const next = node.tanh();
      node.free();
      node = next;
    }
    const sum = node.sum();
    sum.backprop();
    const answer = { value: sum.value, gradient: leaf.grad };
    for (const held of [leaf, node, sum]) held.free();
    return answer;
  }
  return {
    run(count) {
      for (let index = 0; index < count; index++) once();
    },
    check() {
      const { value, gradient } = once();
      return [...value, ...gradient];
    },
  };
}

/** @type {import("../row.mjs").Row[]} */
export const rows = SIZES.map((size) => {
  /** @returns {Float64Array} */
  const inputs = () => {
    const next = uniforms(5);
    return Float64Array.from({ length: size }, () => 6 * next() - 3);
  };
  return {
    name: `W4 ${LENGTH} tanh, sum, N = ${size}`,
    unit: "element-operation",
    amount: size * (LENGTH + 1),
    shown: "time",
    ...(size >= 100 ? { floor: 2 } : {}),
    sides: (engine) => ({ plain: plain(inputs()), engine: withEngine(engine, inputs()) }),
  };
});
